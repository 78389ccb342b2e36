//! Finds the lines around an article: menus, link lists, forms, share bars, advertisements.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::layout::Line;
use super::{letters, menus};
use crate::model::BlockKind;

/// The lists of `ontology/reading/furniture.toml`.
#[derive(Deserialize, Default)]
pub(super) struct Cues {
    pub(super) line: List,
    opening: List,
    pub(super) zone: List,
    pub(super) section: List,
    weak: List,
    pub(super) markup: List,
    pub(super) content: List,
}

#[derive(Deserialize, Default)]
pub(super) struct List {
    pub(super) phrases: Vec<String>,
}

/// Empty only if the file compiled in is damaged, which a test rules out.
pub(super) static CUES: LazyLock<Cues> = LazyLock::new(|| {
    toml::from_str(include_str!("../../ontology/reading/furniture.toml")).unwrap_or_default()
});

/// The beginnings of lines of furniture by their first letter.
static OPENINGS: LazyLock<FxHashMap<char, Vec<&str>>> = LazyLock::new(|| {
    let mut openings: FxHashMap<char, Vec<&str>> = FxHashMap::default();
    for phrase in &CUES.opening.phrases {
        if let Some(first) = phrase.chars().next() {
            openings.entry(first).or_default().push(phrase);
        }
    }
    openings
});

/// Whole lines of furniture, headings of link lists among them.
static LINES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let lists = [&CUES.line, &CUES.zone].into_iter();
    lists
        .flat_map(|list| list.phrases.iter().map(String::as_str))
        .collect()
});

/// How many short lines in a row make a menu.
const MENU_LENGTH: usize = 5;

/// How many are enough where one of them is the site's home.
const SITE_MENU_LENGTH: usize = 3;

/// Which lines are furniture.
///
/// `forms` holds each line in [`plain_form`].
pub(super) fn find(lines: &[Line<'_>], forms: &[String], hints: &[Option<BlockKind>]) -> Vec<bool> {
    let mut found: Vec<bool> = lines
        .iter()
        .zip(forms)
        .zip(hints)
        .map(|((line, form), hint)| *hint == Some(BlockKind::Furniture) || is_furniture(line, form))
        .collect();
    spread_zones(lines, forms, &mut found);
    let opens_zone = |i: usize| contains(&CUES.zone, trim_marks(&forms[i]));
    menus::free_title(lines, forms, opens_zone, &mut found);
    mark_menus(lines, forms, hints, &mut found);
    menus::mark_masthead(lines, forms, hints, &mut found);
    mark_advertisements(lines, forms, &mut found);
    found
}

fn is_furniture(line: &Line<'_>, form: &str) -> bool {
    let bare = trim_marks(form);
    line.words <= 40 && (opens_furniture(form) || opens_furniture(bare))
        || line.words <= 8 && LINES.contains(bare)
        || menus::is_row(form)
        || is_list_of_links(form)
        || is_file_name(form)
}

#[inline]
fn opens_furniture(form: &str) -> bool {
    let openings = form.chars().next().and_then(|first| OPENINGS.get(&first));
    openings.is_some_and(|cues| cues.iter().any(|cue| form.starts_with(cue)))
}

/// Whether a line is a row of short entries: `Trang chủ | Thời sự | Quốc tế`, `A > B > C`.
fn is_list_of_links(form: &str) -> bool {
    // Of these marks each has a byte that prose hardly ever has.
    let marks = form
        .bytes()
        .filter(|byte| matches!(byte, b'|' | b'>' | 0xc2 | 0xe2));
    if marks.count() < 3 {
        return false;
    }
    ["|", "»", " > ", "•"].iter().any(|mark| {
        if form.matches(mark).nth(2).is_none() {
            return false;
        }
        let entries: Vec<&str> = form.split(mark).map(str::trim).collect();
        entries.len() >= 4
            && entries.iter().all(|entry| {
                entry.split(' ').count() <= 4 && !entry.contains(|ch: char| ch.is_ascii_digit())
            })
    })
}

fn is_file_name(form: &str) -> bool {
    !form.contains(' ')
        && [
            ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".pdf", ".mp3",
        ]
        .iter()
        .any(|ending| form.ends_with(ending))
}

/// What follows the heading of a link list or form is furniture too, up to the next paragraph.
fn spread_zones(lines: &[Line<'_>], forms: &[String], found: &mut [bool]) {
    let mut in_zone = false;
    for i in 0..lines.len() {
        if lines[i].is_paragraph() {
            in_zone = false;
        } else if lines[i].words <= 8 && contains(&CUES.zone, trim_marks(&forms[i])) {
            in_zone = true;
        }
        found[i] |= in_zone;
    }
}

/// A run of very short lines is a menu, unless paragraphs stand between them.
fn mark_menus(
    lines: &[Line<'_>],
    forms: &[String],
    hints: &[Option<BlockKind>],
    found: &mut [bool],
) {
    let opens = |i: usize| {
        let form = trim_marks(&forms[i]);
        form == "trang chủ" || form == "menu"
    };
    let is_entry = |i: usize| {
        let line = &lines[i];
        hints[i].is_none()
            && line.words <= 4
            && !line.is_stopped()
            && !line.text.contains(|ch: char| ch.is_ascii_digit())
    };
    let mut i = 0;
    while i < lines.len() {
        let end = (i..lines.len())
            .find(|&j| !is_entry(j))
            .unwrap_or(lines.len());
        let length = if (i..end).any(opens) {
            SITE_MENU_LENGTH
        } else {
            MENU_LENGTH
        };
        if end - i >= length {
            found[i..end].fill(true);
        }
        i = end.max(i + 1);
    }
}

/// A short line that advertises is furniture where furniture follows it.
fn mark_advertisements(lines: &[Line<'_>], forms: &[String], found: &mut [bool]) {
    for i in (0..lines.len().saturating_sub(1)).rev() {
        let advertises = || {
            CUES.weak
                .phrases
                .iter()
                .any(|cue| forms[i].contains(cue.as_str()))
        };
        if found[i + 1] && !found[i] && lines[i].words <= 12 && advertises() {
            found[i] = true;
        }
    }
}

fn contains(list: &List, form: &str) -> bool {
    list.phrases.iter().any(|phrase| phrase == form)
}

fn trim_marks(form: &str) -> &str {
    form.trim_matches(|ch: char| !letters::is_alphanumeric(ch))
}

/// A line in lower case and NFC with single blanks.
pub(super) fn plain_form(text: &str) -> String {
    if let Some(form) = letters::plain_form(text) {
        return form;
    }
    let lower: String = text.nfc().flat_map(char::to_lowercase).collect();
    let mut form = String::with_capacity(lower.len());
    for word in lower.split_whitespace() {
        if !form.is_empty() {
            form.push(' ');
        }
        form.push_str(word);
    }
    form
}

#[cfg(test)]
mod tests {
    use super::CUES;

    #[test]
    fn the_lists_are_read_and_in_the_form_that_is_compared() {
        let lists = [
            &CUES.line,
            &CUES.opening,
            &CUES.zone,
            &CUES.section,
            &CUES.weak,
            &CUES.markup,
            &CUES.content,
        ];
        for list in lists {
            assert!(!list.phrases.is_empty());
            for phrase in &list.phrases {
                assert_eq!(&super::plain_form(phrase), phrase);
            }
        }
    }
}
