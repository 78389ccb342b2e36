//! `hasTheme`: the words an event is held under.

use super::clause::event_before;
use super::findings::{Claim, Findings};
use super::line::Line;
use super::story::Story;
use crate::model::{Object, Predicate};

const OPENING: &[&str] = &["“", "\"", "‘", "'", "«", "”"];
const CLOSING: &[&str] = &["”", "\"", "’", "'", "»", "“"];
/// Longest theme in phrases and words.
const LONGEST: usize = 60;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        for cue in line.cue("theme.noun") {
            let Some(theme) = quoted(line, cue.end) else {
                continue;
            };
            let event = event_before(line, cue.start)
                .or_else(|| (theme.1..line.items.len()).find(|&at| line.is_event(at)));
            if let Some(event) = event.and_then(|at| line.entity(at)) {
                findings.add(Claim {
                    subject: event,
                    predicate: Predicate::HasTheme,
                    object: Object::Text(theme.0),
                    evidence: line.evidence(),
                    rule: "theme/quoted",
                });
            }
        }
    }
}

/// The words in quotation marks at a place, with the place behind them.
fn quoted(line: &Line<'_>, at: usize) -> Option<(String, usize)> {
    let open = if line.is(at, &[":", "là"]) {
        at + 1
    } else {
        at
    };
    if !line.is(open, OPENING) {
        return None;
    }
    let close = (open + 1..line.items.len().min(open + LONGEST)).find(|&i| line.is(i, CLOSING))?;
    let mut end = line.items[close].tokens.start;
    let start = line.items[open].tokens.end;
    let text = line.reading.text;
    while end > start && [".", ",", ";"].contains(&text.folded(end - 1)) {
        end -= 1;
    }
    (start < end).then(|| (text.phrase(start..end), close + 1))
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn behind_the_event() {
        expect(
            "hasTheme",
            "[Diễn đàn Xanh|Event] với chủ đề “Vì một tương lai chung” khai mạc.",
            &["Diễn đàn Xanh hasTheme “Vì một tương lai chung”"],
        );
    }

    #[test]
    fn before_the_event() {
        expect(
            "hasTheme",
            "Với chủ đề “Cùng tiến bước”, [Diễn đàn Xanh|Event] quy tụ nhiều đại biểu.",
            &["Diễn đàn Xanh hasTheme “Cùng tiến bước”"],
        );
    }

    #[test]
    fn other_quotations_are_no_theme() {
        expect(
            "hasTheme",
            "[Diễn đàn Xanh|Event] được ví như “ngôi nhà chung”.",
            &[],
        );
    }
}
