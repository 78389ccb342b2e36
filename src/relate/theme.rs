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
    for (index, line) in story.lines.iter().enumerate() {
        for cue in line.cue("theme.noun") {
            let Some(theme) = quoted(line, cue.end) else {
                continue;
            };
            let theme_noun = line.is_cue(cue.end - 2, "theme.theme");
            let event = called_by(line, cue.end, theme.1)
                .filter(|_| theme_noun)
                .or_else(|| event_before(line, cue.start))
                .or_else(|| (theme.1..line.items.len()).find(|&at| line.is_event(at)))
                .and_then(|at| line.entity(at))
                .map(|event| (event, line.evidence()));
            // `Với chủ đề “…”, …` goes on about the event of the sentence before.
            let opens = || cue.start <= OPENING_REACH && !line.has_event();
            let event = event.or_else(|| opens().then(|| story.event_before_line(index))?);
            if let Some((event, evidence)) = event {
                findings.add(Claim {
                    subject: event,
                    predicate: Predicate::HasTheme,
                    object: Object::Text(theme.0),
                    evidence,
                    rule: "theme/quoted",
                });
            }
        }
    }
}

/// Farthest the noun may stand from the start of a sentence about the event of the one before.
const OPENING_REACH: usize = 2;

/// `triển lãm với chủ đề “[E]”`: the event that is called by its theme.
fn called_by(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    (from..to).find(|&at| {
        line.is_event(at)
            && line.is(at.wrapping_sub(1), OPENING)
            && (line.is(at + 1, CLOSING)
                || line.is(at + 1, &[",", "."]) && line.is(at + 2, CLOSING))
    })
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
    // `chủ đề “nóng”`: how it is called, not what it says.
    (start + 1 < end).then(|| (text.phrase(start..end), close + 1))
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn an_event_called_by_its_theme() {
        expect(
            "hasTheme",
            "[Sở Y tế|Agency] dự [Lễ hội Hoa|Event] và mở triển lãm ảnh với chủ đề “[Sông và người|Event]”.",
            &["Sông và người hasTheme “Sông và người”"],
        );
    }

    #[test]
    fn of_the_event_of_the_sentence_before() {
        expect(
            "hasTheme",
            "[Sở Y tế|Agency] tổ chức [Lễ hội Hoa|Event]. Với chủ đề “Sông và người”, các gian hàng mở cửa đến tối.",
            &["Lễ hội Hoa hasTheme “Sông và người”"],
        );
    }

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
        expect(
            "hasTheme",
            "[Diễn đàn Xanh|Event] bàn những chủ đề “nóng”.",
            &[],
        );
    }
}
