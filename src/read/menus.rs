//! Finds what stands above an article on a page saved as text: rows of section names, the name of the
//! site; and gives the title back where a link list before it seemed to run on.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::dateline::is_dateline;
use super::furniture::CUES;
use super::layout::Line;
use super::letters::is_alphanumeric;
use crate::model::BlockKind;

/// All phrases that a row of links may be made of.
static PHRASES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lists = [&CUES.line, &CUES.zone, &CUES.section];
    lists
        .into_iter()
        .flat_map(|list| list.phrases.iter().map(String::as_str))
        .collect()
});

/// The words that those phrases begin with.
static FIRST_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let phrases = PHRASES.iter();
    phrases
        .filter_map(|phrase| words_of(phrase).next())
        .collect()
});

fn words_of(form: &str) -> impl Iterator<Item = &str> {
    form.split(|ch: char| !is_alphanumeric(ch))
        .filter(|word| !word.is_empty())
}

/// Longest phrase of the lists, and longest row of them, in words.
const PHRASE: usize = 7;
const ROW: usize = 24;

/// Whether a line is nothing but known phrases, two at least: `Chính trị Kinh tế Xã hội`.
pub(super) fn is_row(form: &str) -> bool {
    let opens = |word| FIRST_WORDS.contains(word);
    if !words_of(form).next().is_some_and(opens) {
        return false;
    }
    let words: Vec<&str> = words_of(form).take(ROW + 1).collect();
    if !(2..=ROW).contains(&words.len()) {
        return false;
    }
    let (mut at, mut count) = (0, 0);
    while at < words.len() {
        let longest = PHRASE.min(words.len() - at);
        let Some(length) = (1..=longest)
            .rev()
            .find(|length| PHRASES.contains(words[at..at + length].join(" ").as_str()))
        else {
            return false;
        };
        at += length;
        count += 1;
    }
    count >= 2
}

/// Marks the lines above the last menu that stands over the article's title: the name of the site, what
/// day it is.
pub(super) fn mark_masthead(
    lines: &[Line<'_>],
    forms: &[String],
    hints: &[Option<BlockKind>],
    found: &mut [bool],
) {
    let body = lines.iter().position(Line::is_paragraph).unwrap_or(0);
    let may_be_title =
        |i: usize| !found[i] && lines[i].words >= 4 && !is_dateline(lines[i].text, &forms[i]);
    let Some(title) = (0..body).rev().find(|&i| may_be_title(i)) else {
        return;
    };
    let is_menu = |i: &usize| {
        found[*i]
            && (is_row(&forms[*i])
                || forms[*i].contains(['|', '»', '>'])
                || in_run(lines, found, *i))
    };
    let Some(menu) = (0..title).rev().find(is_menu) else {
        return;
    };
    for i in 0..menu {
        found[i] |= hints[i].is_none() && lines[i].words <= 8 && !lines[i].is_stopped();
    }
}

/// Whether a line is one of three short ones in a row that are furniture.
fn in_run(lines: &[Line<'_>], found: &[bool], at: usize) -> bool {
    let short = |i: usize| found.get(i) == Some(&true) && lines[i].words <= 4;
    (at.saturating_sub(2)..=at).all(short)
}

/// A link list before the article ends where the title begins: the last line of some length between it
/// and the first paragraph, with what follows.
pub(super) fn free_title(
    lines: &[Line<'_>],
    forms: &[String],
    is_zone: impl Fn(usize) -> bool,
    found: &mut [bool],
) {
    let Some(body) = lines.iter().position(Line::is_paragraph) else {
        return;
    };
    let aside = |i: usize| is_dateline(lines[i].text, &forms[i]) || lines[i].words <= 4;
    let Some(title) = (0..body).rev().take(4).find(|&i| !aside(i)) else {
        return;
    };
    let after_list = (0..title).any(is_zone) && lines[title].after_gap && found[title];
    if after_list && lines[title].words >= 5 && !is_row(&forms[title]) {
        found[title..body].fill(false);
    }
}

#[cfg(test)]
mod tests {
    use super::is_row;

    #[test]
    fn rows_of_phrases_are_told_from_titles() {
        for row in [
            "chính trị kinh tế xã hội",
            "facebook | zalo",
            "in trang gửi email",
            "menu tìm kiếm",
        ] {
            assert!(is_row(row), "{row}");
        }
        for title in [
            "kinh tế",
            "xã hội học kinh tế",
            "thể thao việt nam",
            "bình luận của đại sứ",
        ] {
            assert!(!is_row(title), "{title}");
        }
    }
}
