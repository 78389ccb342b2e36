//! `issuedBy` and `issuedOn`: who made a document and when; and the parties that sign one.

use super::clause::{Extent, actors_from, subjects, things_after};
use super::findings::{Claim, Findings};
use super::line::{ItemKind, Line};
use super::setting;
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};

/// Most parties of which every pair is stated.
const MOST_PARTIES: usize = 3;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for line in &story.lines {
        for at in line.places_of(EntityType::Document) {
            beside(line, findings, at);
        }
        verbs(line, findings);
        signatures(line, findings);
    }
}

fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    document: usize,
    predicate: Predicate,
    object: Object,
    rule: &'static str,
) {
    findings.add(Claim {
        subject: document,
        predicate,
        object,
        evidence: line.evidence(),
        rule,
    });
}

/// `D ngày 10/8/2022 của X`.
fn beside(line: &Line<'_>, findings: &mut Findings<'_>, at: usize) {
    let Some(document) = line.entity(at) else {
        return;
    };
    let mut next = line.behind_quote(at + 1);
    let bracket = line.is(next, &["("]);
    if bracket {
        next += 1;
    }
    next = line.cue_at("documents.before-date", next).unwrap_or(next);
    if let Some(date) = line.date(next)
        && (bracket || !is_period(line, at, next))
    {
        add(
            line,
            findings,
            document,
            Predicate::IssuedOn,
            Object::Date(date),
            "documents/date",
        );
        next += 1;
    }
    if line.is(next, &[")", ","]) {
        next += 1;
    }
    // `ý kiến của [X] tại Thông báo số 9`: what is said in a document is its maker's.
    if at >= 3
        && line.is(at - 1, &["tại"])
        && line.is(at - 3, &["của"])
        && is_numbered(line, at)
        && let Some(issuer) = issuer(line, at - 2)
    {
        add(
            line,
            findings,
            document,
            Predicate::IssuedBy,
            Object::Entity(issuer),
            "documents/said-in",
        );
    }
    if line.is(next, &["của", "do"])
        && let Some(issuer) = issuer(line, next + 1)
    {
        let owned = line.is(next, &["của"])
            || (next + 2..line.items.len().min(next + 5))
                .any(|i| line.cue_at("documents.issue", i).is_some());
        if owned {
            add(
                line,
                findings,
                document,
                Predicate::IssuedBy,
                Object::Entity(issuer),
                "documents/owner",
            );
        }
    }
}

/// Whether the name of a document is its number.
fn is_numbered(line: &Line<'_>, at: usize) -> bool {
    let mut tokens = line.items[at].tokens.clone();
    tokens.any(|t| {
        line.reading
            .text
            .folded(t)
            .starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a bare year behind a plan is the time it is for: `Chiến lược … 2030`.
fn is_period(line: &Line<'_>, document: usize, date: usize) -> bool {
    let year = line.date(date).is_some_and(|d| d.start().month.is_none());
    let named = line.reading.text.folded(line.items[date].tokens.start) == "năm";
    year && !named && !begins(line, "documents.agreement", document)
}

/// Who issues: a body, a person, or the body of an office.
fn issuer(line: &Line<'_>, at: usize) -> Option<usize> {
    match &line.items.get(at)?.kind {
        ItemKind::Office(posts) => posts.iter().find_map(|post| post.bodies.first().copied()),
        ItemKind::Person(..) | ItemKind::Name(_) => line.entity(at),
        _ => None,
    }
}

/// `X ban hành D`, `D được X thông qua`.
fn verbs(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("documents.issue") {
        let Some(subjects) = subjects(line, verb.start) else {
            continue;
        };
        let documents = if subjects.agents {
            document_before(line, subjects.start).into_iter().collect()
        } else {
            things_after(line, verb.end, |at| is_document(line, at))
        };
        let documents = documents
            .into_iter()
            .filter(|&at| !begins(line, "documents.agreement", at));
        let dates = setting::at_head(line, subjects.start).dates;
        for document in documents.filter_map(|at| line.entity(at)) {
            for &date in dates.iter().filter(|_| !subjects.agents) {
                let object = Object::Date(date);
                add(
                    line,
                    findings,
                    document,
                    Predicate::IssuedOn,
                    object,
                    "documents/head",
                );
            }
            for &issuer in &subjects.entities {
                let object = Object::Entity(issuer);
                add(
                    line,
                    findings,
                    document,
                    Predicate::IssuedBy,
                    object,
                    "documents/verb",
                );
            }
        }
    }
}

/// Whether the name at a place begins with a phrase of a list.
fn begins(line: &Line<'_>, list: &'static str, at: usize) -> bool {
    line.cues.at(list, line.items[at].tokens.start).is_some()
}

fn is_document(line: &Line<'_>, at: usize) -> bool {
    line.kind(at) == Some(EntityType::Document)
}

fn document_before(line: &Line<'_>, before: usize) -> Option<usize> {
    (0..before)
        .rev()
        .take_while(|&at| !line.is(at, &[";"]))
        .find(|&at| is_document(line, at))
}

/// `X và Y ký D`: the parties of an agreement.
fn signatures(line: &Line<'_>, findings: &mut Findings<'_>) {
    for verb in line.cue("documents.sign") {
        let documents: Vec<usize> = things_after(line, verb.end, |at| is_document(line, at))
            .into_iter()
            .filter(|&at| begins(line, "documents.agreement", at))
            .collect();
        let Some(subjects) = subjects(line, verb.start) else {
            continue;
        };
        let mut parties = subjects.entities;
        if let Some(&last) = documents.last()
            && line.is(last + 1, &["với"])
        {
            parties.extend(actors_from(line, last + 2, Extent::Clause));
        }
        let dates = setting::at_head(line, subjects.start).dates;
        for document in documents.into_iter().filter_map(|at| line.entity(at)) {
            for &date in &dates {
                let object = Object::Date(date);
                add(
                    line,
                    findings,
                    document,
                    Predicate::IssuedOn,
                    object,
                    "documents/signed",
                );
            }
            for &party in &parties {
                let object = Object::Entity(party);
                add(
                    line,
                    findings,
                    document,
                    Predicate::Involves,
                    object,
                    "documents/party",
                );
            }
            pairs(line, findings, &parties);
        }
    }
}

fn pairs(line: &Line<'_>, findings: &mut Findings<'_>, parties: &[usize]) {
    if parties.len() > MOST_PARTIES {
        // Many join an agreement; what it tells of are the ties of the first.
        if let Some((&first, others)) = parties.split_last() {
            for &other in others {
                let object = Object::Entity(other);
                add(
                    line,
                    findings,
                    first,
                    Predicate::CooperatesWith,
                    object,
                    "cooperation/agreement",
                );
            }
        }
        return;
    }
    for (i, &one) in parties.iter().enumerate() {
        for &other in &parties[i + 1..] {
            let object = Object::Entity(other);
            add(
                line,
                findings,
                one,
                Predicate::CooperatesWith,
                object,
                "cooperation/agreement",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn date_and_issuer() {
        expect(
            "issuedBy issuedOn cooperatesWith involves",
            "Theo [Quyết định số 12/QĐ-TTg|Document] {ngày 4/5/2018=2018-05-04} của [Chính phủ|Agency], công tác này được đẩy mạnh.",
            &[
                "Quyết định số 12/QĐ-TTg issuedBy Chính phủ",
                "Quyết định số 12/QĐ-TTg issuedOn 2018-05-04",
            ],
        );
    }

    #[test]
    fn what_someone_says_in_a_document() {
        expect(
            "issuedBy",
            "Sở làm theo ý kiến chỉ đạo của [Bộ Y tế|Agency] tại [Thông báo số 203-TB/BYT|Document].",
            &["Thông báo số 203-TB/BYT issuedBy Bộ Y tế"],
        );
    }

    #[test]
    fn active() {
        expect(
            "issuedBy issuedOn cooperatesWith involves",
            "[Quốc hội|Agency] đã thông qua [Luật Biên phòng|Document].",
            &["Luật Biên phòng issuedBy Quốc hội"],
        );
    }

    #[test]
    fn passive() {
        expect(
            "issuedBy issuedOn cooperatesWith involves",
            "[Luật Biên phòng|Document] được [Quốc hội|Agency] thông qua năm ngoái.",
            &["Luật Biên phòng issuedBy Quốc hội"],
        );
    }

    #[test]
    fn parties() {
        expect(
            "issuedBy issuedOn cooperatesWith involves",
            "[Sở Du lịch [Huế|Province]|Agency] và [Tập đoàn Sao Mai|Agency] ký [Biên bản ghi nhớ về du lịch|Document].",
            &[
                "Biên bản ghi nhớ về du lịch involves Sở Du lịch Huế",
                "Biên bản ghi nhớ về du lịch involves Tập đoàn Sao Mai",
                "Tập đoàn Sao Mai cooperatesWith Sở Du lịch Huế",
            ],
        );
    }

    #[test]
    fn date_at_the_head() {
        expect(
            "issuedOn",
            "{Ngày 4/5/2018=2018-05-04}, [Chính phủ|Agency] ban hành [Nghị quyết số 7|Document].",
            &["Nghị quyết số 7 issuedOn 2018-05-04"],
        );
    }

    #[test]
    fn who_sends_a_paper_made_it() {
        expect(
            "issuedBy",
            "[Bộ Y tế|Agency] vừa có [Công văn số 5|Document] và sẽ nhận [Công văn số 6|Document].",
            &["Công văn số 5 issuedBy Bộ Y tế"],
        );
    }
}
