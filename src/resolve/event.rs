//! When two names of events in one article mean one event.

use super::cluster::{Cluster, Material};
use crate::model::Found;

/// Words that an event's name may have or lack: `Đại hội lần thứ XIII của Đảng`, `Đại hội Đảng XIII`.
const IDLE: [&str; 5] = ["lần", "thứ", "của", "-", "–"];

/// What stands before the number of an edition.
const EDITION: &str = " lần thứ ";

/// The words that matter, sorted, so that order does not.
pub(super) fn key(material: &Material<'_>, name: &Found) -> String {
    let mut words: Vec<&str> = name
        .tokens
        .clone()
        .map(|t| material.text.folded(t))
        .filter(|w| !IDLE.contains(w) && w.chars().any(char::is_alphanumeric))
        .collect();
    if let Some(year) = yearly(material, name, &words) {
        return year;
    }
    words.sort_unstable();
    words.join(" ")
}

/// `APEC 2017`, `Năm APEC Việt Nam 2017`: the meetings of a body in a year, with or without the host.
fn yearly(material: &Material<'_>, name: &Found, words: &[&str]) -> Option<String> {
    let cue = material.ontology.cue("names.meets-yearly").ok()?;
    let (_, bodies) = material.ontology.cue_list(cue)?;
    let year = words
        .last()
        .filter(|year| year.len() == 4 && year.parse::<u16>().is_ok())?;
    let first = usize::from(words.first() == Some(&"năm"));
    let body = words.get(first..words.len() - 1)?.join(" ");
    let head = words.get(first)?;
    let named = bodies
        .phrases
        .iter()
        .any(|phrase| phrase.to_lowercase() == body);
    (named && !name.anaphor).then(|| format!("{head} {year}"))
}

/// The event of this article whose longer name begins with the shorter one, unless both have an
/// edition of their own; and the one of the same edition whose words hold all of the other's.
pub(super) fn find<'a>(
    clusters: impl Iterator<Item = (usize, &'a Cluster)>,
    proposal: &Cluster,
) -> Option<usize> {
    let mut matching = clusters.filter(|(_, c)| shortened(&c.folded, &proposal.folded));
    let (only, _) = matching.next()?;
    matching.next().is_none().then_some(only)
}

/// What folded names of one event have in common: the first three words, also without the edition; the
/// first word and the edition.
pub(super) fn handles(folded: &str) -> Vec<String> {
    let opening = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().take(3).collect();
        (words.len() == 3).then(|| words.join(" "))
    };
    let mut handles = Vec::from_iter(opening(folded));
    if let Some((name, edition)) = folded.rsplit_once(EDITION) {
        handles.extend(opening(&without_edition(folded)));
        let first = name.split_whitespace().next().unwrap_or_default();
        handles.push(format!("{first}{EDITION}{edition}"));
    }
    handles
}

/// Whether the shorter one of two folded names is the beginning of the other.
fn shortened(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let words = short.split_whitespace().count();
    let goes_on = |long: &str| {
        let rest = long.strip_prefix(short);
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    // `Ngày Chile`, `Ngày Chile tại Lào`
    let with_place = || {
        let rest = long.strip_prefix(short);
        words >= 3 && rest.is_some_and(|rest| rest.starts_with(" tại "))
    };
    !has_edition(short) && with_place()
        || words >= 4 && !has_edition(short) && (goes_on(long) || goes_on(&without_edition(long)))
        || same_edition(short, long)
}

/// A name without `lần thứ 39` in its middle: `Kỳ họp lần thứ 39 Ủy ban hợp tác`.
fn without_edition(folded: &str) -> String {
    let Some((before, behind)) = folded.split_once(EDITION) else {
        return folded.to_owned();
    };
    let rest = behind.split_once(' ').map_or("", |(_, rest)| rest);
    format!("{before} {rest}")
}

/// `Ngày Yoga tại Việt Nam lần thứ 3`, `Ngày Yoga lần thứ 3`.
fn same_edition(short: &str, long: &str) -> bool {
    let last = |name: &str| name.as_bytes().last().copied();
    if last(short) != last(long) {
        return false;
    }
    let (Some((name, edition)), Some((longer, other))) =
        (short.rsplit_once(EDITION), long.rsplit_once(EDITION))
    else {
        return false;
    };
    if edition != other {
        return false;
    }
    let longer: Vec<&str> = longer.split_whitespace().collect();
    let words: Vec<&str> = name.split_whitespace().collect();
    words.len() >= 3
        && longer.first() == words.first()
        && words.iter().all(|word| longer.contains(word))
}

fn has_edition(folded: &str) -> bool {
    folded.contains("lần thứ") || folded.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::text::fold;

    fn shortened(a: &str, b: &str) -> bool {
        let (a, b) = (fold(a), fold(b));
        let theirs = super::handles(&b);
        let shared = super::handles(&a)
            .iter()
            .any(|handle| theirs.contains(handle));
        let shortened = super::shortened(&a, &b);
        assert!(!shortened || shared);
        shortened
    }

    #[test]
    fn a_short_form_without_edition_is_the_same_event() {
        assert!(shortened(
            "Diễn đàn Nhịp cầu Phát triển",
            "Diễn đàn Nhịp cầu Phát triển Việt Nam lần thứ hai"
        ));
        assert!(!shortened(
            "Hội nghị Ngoại vụ lần thứ 20",
            "Hội nghị Ngoại vụ lần thứ 21"
        ));
        assert!(!shortened("Hội nghị", "Hội nghị Ngoại vụ lần thứ 21"));
    }

    #[test]
    fn the_edition_may_stand_in_the_middle_or_beside_a_place() {
        assert!(shortened(
            "Kỳ họp Ủy ban Hợp tác",
            "Kỳ họp lần thứ 39 Ủy ban Hợp tác Lào - Chile"
        ));
        assert!(shortened(
            "Ngày hội Cà phê lần thứ 3",
            "Ngày hội Cà phê tại Huế lần thứ 3"
        ));
        assert!(!shortened(
            "Ngày hội Cà phê lần thứ 2",
            "Ngày hội Cà phê tại Huế lần thứ 3"
        ));
    }
}
