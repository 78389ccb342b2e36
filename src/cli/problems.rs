//! What was skipped and why: listed, counted by reason, and as JSON for programs.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use serde::Serialize;

use super::Console;
use super::failure::cannot_write;
use crate::export::file::Output;
use crate::model::{Problem, Severity};

/// Problems that are listed; the others are counted.
const LISTED: usize = 100;

/// What a run did.
#[derive(Debug, Default, Serialize)]
pub(super) struct Counts {
    /// Whether the user stopped it before all inputs were read.
    pub(super) stopped: bool,
    /// Articles read.
    pub(super) read: usize,
    /// Articles that the store had already.
    pub(super) unchanged: usize,
    /// Articles removed from the store.
    pub(super) removed: usize,
}

/// What the file of `--report` holds.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    #[serde(flatten)]
    counts: Counts,
    skipped: usize,
    notes: usize,
    reasons: Vec<Reason>,
    problems: Vec<Entry>,
}

/// How often one reason was met.
#[derive(Debug, Serialize)]
struct Reason {
    severity: &'static str,
    count: usize,
    reason: String,
}

#[derive(Debug, Serialize)]
struct Entry {
    source: String,
    severity: &'static str,
    message: String,
}

impl Report {
    pub(super) fn new(counts: Counts, problems: &[Problem]) -> Self {
        let of = |wanted| {
            problems
                .iter()
                .filter(|problem| problem.severity == wanted)
                .count()
        };
        let entries = problems.iter().map(|problem| Entry {
            source: problem.source.clone(),
            severity: word(problem.severity),
            message: problem.message.clone(),
        });
        Self {
            counts,
            skipped: of(Severity::Skipped),
            notes: of(Severity::Note),
            reasons: reasons(problems),
            problems: entries.collect(),
        }
    }

    /// Writes it to a file, which appears whole or not at all.
    pub(super) fn write(&self, path: &Path) -> anyhow::Result<()> {
        let mut output = Output::create(path)?;
        serde_json::to_writer_pretty(&mut output, self).with_context(|| cannot_write(path))?;
        std::io::Write::write_all(&mut output, b"\n").with_context(|| cannot_write(path))?;
        Ok(output.finish()?)
    }
}

/// Lists the problems, and where there are several of a kind, counts them by reason.
pub(super) fn list(problems: &[Problem], console: Console) {
    for problem in problems.iter().take(LISTED) {
        console.note(&problem.to_string());
    }
    if problems.len() > LISTED {
        let more = problems.len() - LISTED;
        console.note(&format!(
            "and {more} more; --report FILE writes all of them"
        ));
    }
    let reasons = reasons(problems);
    if reasons.iter().all(|reason| reason.count < 3) {
        return;
    }
    console.note("");
    for reason in reasons {
        console.note(&format!(
            "{:>7} {:<8} {}",
            reason.count, reason.severity, reason.reason
        ));
    }
}

/// The reasons, most frequent first.
fn reasons(problems: &[Problem]) -> Vec<Reason> {
    let mut counts: BTreeMap<(Severity, String), usize> = BTreeMap::new();
    for problem in problems {
        *counts
            .entry((problem.severity, reason(&problem.message)))
            .or_default() += 1;
    }
    let mut reasons: Vec<Reason> = counts
        .into_iter()
        .map(|((severity, reason), count)| Reason {
            severity: word(severity),
            count,
            reason,
        })
        .collect();
    reasons.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.reason.cmp(&b.reason)));
    reasons
}

/// A message without what differs from input to input.
fn reason(message: &str) -> String {
    let head = message
        .split([':', ';', '(', '`'])
        .next()
        .unwrap_or(message)
        .trim();
    let mut reason = String::with_capacity(head.len());
    for ch in head.chars() {
        match ch {
            '0'..='9' if reason.ends_with('N') => {}
            '0'..='9' => reason.push('N'),
            ch => reason.push(ch),
        }
    }
    reason
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Skipped => "skipped",
    }
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn one_reason_for_all_inputs_that_share_it() {
        assert_eq!(
            reason("is no valid JSON (line 12, column 3): x"),
            "is no valid JSON"
        );
        assert_eq!(reason("part 17 cannot be read: x"), "part N cannot be read");
    }
}
