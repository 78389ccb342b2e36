//! When two names of events in one article mean one event.

use super::cluster::{Cluster, Material};
use super::event_core::{Core, called_alike};
use super::event_year::{is_year, year_in_bracket};
use super::knowledge::Knowledge;
use crate::model::{Found, Source};
use crate::text::fold;

/// The list of words that an event's name may have or lack: `Đại hội lần thứ XIII của Đảng`, `Đại hội Đảng XIII`.
const IDLE: &str = "identity.event-idle";

/// The list of words for a meeting, any of which may be said of it.
const MEETINGS: &str = "identity.meeting";

/// The list of meetings whose number stands directly behind the noun.
const SESSIONS: &str = "identity.session";

/// The list of conferences that go by the body they are of.
const CONFERENCE: &str = "identity.conference";

/// The list of words that make such a conference a summit.
const SUMMIT: &str = "identity.summit";

/// What stands before the number of an edition.
const EDITION: &str = " lần thứ ";

/// The words that matter, sorted, so that order does not.
pub(super) fn key(material: &Material<'_>, name: &Found) -> String {
    let idle = material.knowledge.phrases(IDLE);
    let matters = |word: &&str| {
        !idle.iter().any(|idle| idle == word) && word.chars().any(char::is_alphanumeric)
    };
    let written = material.folded(name.tokens.clone());
    let written: Vec<&str> = written.split(' ').filter(matters).collect();
    if let Some(year) = yearly(material, name, &written) {
        return year;
    }
    let folded = without_brackets(&folded(material, name));
    // `cuộc họp các quan chức`, `hội nghị các quan chức`
    let folded = called_alike(material.knowledge, folded);
    let mut words: Vec<&str> = folded.split(' ').filter(matters).collect();
    words.sort_unstable();
    words.join(" ")
}

/// A name without the short forms in brackets.
fn without_brackets(folded: &str) -> String {
    let mut words = Vec::new();
    let mut inside = false;
    for word in folded.split(' ') {
        match word {
            "(" => inside = true,
            ")" => inside = false,
            _ if inside => {}
            _ => words.push(word),
        }
    }
    words.join(" ")
}

/// The words of a name in comparable form, in which states, provinces and bodies go by the names that
/// the ontology gives them: `Diễn đàn Việt - Séc` is `Diễn đàn Việt Nam - Cộng hòa Séc`.
pub(super) fn folded(material: &Material<'_>, name: &Found) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut at = name.tokens.start;
    while at < name.tokens.end {
        let inner = material
            .beginning_at(at)
            .filter(|f| f.kind != name.kind && f.tokens.end <= name.tokens.end)
            .filter_map(|f| match f.source {
                Source::Entry(entry) => Some((f.tokens.end, entry)),
                _ => None,
            })
            .max();
        match inner {
            Some((end, entry)) => {
                words.push(fold(&material.ontology.entries[entry].name));
                at = end;
            }
            None => {
                words.push(material.text.folded(at).to_owned());
                at += 1;
            }
        }
    }
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

/// The cores of a name: with the noun that stands before its quotation, and without; with the year in the
/// bracket behind it.
pub(super) fn cores(material: &Material<'_>, name: &Found, folded: &str) -> Vec<Core> {
    let year = year_in_bracket(material, name);
    let core = |folded: &str| match year {
        Some(year) => Core::of(material.knowledge, &format!("{folded} {year}")),
        None => Core::of(material.knowledge, folded),
    };
    let written = material.folded(name.tokens.clone());
    let mut cores = vec![core(folded), core(&written)];
    if let Source::HeadNoun(head, 0) = name.source {
        let noun = fold(&material.ontology.head_nouns[head].name);
        cores.push(core(&format!("{noun} {written}")));
    }
    cores.dedup();
    cores
}

/// The event of this article whose longer name begins with the shorter one, unless both have an
/// edition of their own; and the one of the same edition whose words hold all of the other's.
pub(super) fn find<'a>(
    knowledge: &Knowledge<'_>,
    clusters: impl Iterator<Item = (usize, &'a Cluster)>,
    proposal: &Cluster,
) -> Option<usize> {
    let clusters: Vec<(usize, &Cluster)> = clusters.collect();
    let any = |c: &Cluster, alike: &dyn Fn(&Core, &Core) -> bool| {
        let mut cores = c.cores.iter();
        cores.any(|core| proposal.cores.iter().any(|own| alike(own, core)))
    };
    let shares = |c: &Cluster, alike: &dyn Fn(&Core, &Core) -> bool| {
        any(c, alike) && !any(c, &Core::is_other_edition)
    };
    let same = clusters
        .iter()
        .find(|(_, c)| shares(c, &|own, core| own.is_like(core) && own == core));
    if let Some((same, _)) = same {
        return Some(*same);
    }
    let mut matching = clusters.into_iter().filter(|(_, c)| {
        shortened(knowledge, &c.folded, &proposal.folded)
            || shares(c, &|own, core| own.is_like(core))
    });
    let (only, _) = matching.next()?;
    matching.next().is_none().then_some(only)
}

/// What folded names of one event have in common: the first three words, also without the edition; the
/// first word and the edition.
pub(super) fn handles(knowledge: &Knowledge<'_>, folded: &str) -> Vec<String> {
    let opening = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().take(3).collect();
        (words.len() == 3).then(|| words.join(" "))
    };
    let bare = without_brackets(folded);
    let mut handles = Vec::from_iter(opening(&bare));
    if let Some((name, edition)) = edition_of(folded) {
        handles.extend(opening(&without_edition(folded)));
        let first = name.split_whitespace().next().unwrap_or_default();
        handles.push(format!("{first}{EDITION}{edition}"));
    }
    handles.extend(session(knowledge, folded).map(|(noun, number)| format!("# {noun} {number}")));
    handles.extend(conference_of(knowledge, folded).map(|(body, _)| format!("~ {body}")));
    let words: Vec<&str> = folded.split_whitespace().collect();
    match form_in_brackets(&words) {
        Some(form) => handles.push(format!("( {form} )")),
        None if words.len() <= LONGEST_ABBREVIATED => {
            handles.extend(words.iter().map(|word| format!("( {word} )")));
        }
        None => {}
    }
    handles
}

/// The longest name that a short form stands in for the rest of, in words.
const LONGEST_ABBREVIATED: usize = 10;

/// Whether the shorter one of two folded names is the beginning of the other.
fn shortened(knowledge: &Knowledge<'_>, a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    begins_with(&without_brackets(short), &without_brackets(long))
        || same_edition(short, long)
        || same_session(knowledge, short, long)
        || same_summit(knowledge, short, long)
        || abbreviates(knowledge, short, long)
}

/// Whether one of two names without brackets is the other and more.
fn begins_with(a: &str, b: &str) -> bool {
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
    // `kỳ họp thứ 3`, `kỳ họp thứ 3, Quốc hội khóa XIV`
    let of_body = || {
        let numbered = short.rsplit(' ').nth(1) == Some("thứ");
        let rest = long.strip_prefix(short);
        numbered
            && rest.is_some_and(|rest| rest.starts_with(" , ") || rest.starts_with(" quốc hội"))
    };
    !has_edition(short) && with_place()
        || words >= 4 && !has_edition(short) && (goes_on(long) || goes_on(&without_edition(long)))
        || of_body()
}

/// `Kỳ họp lần thứ 39 Ủy ban Việt - Lào`, `Kỳ họp lần thứ 39 Ủy ban về hợp tác giữa …`: an article speaks
/// of one session of a number.
fn same_session(knowledge: &Knowledge<'_>, a: &str, b: &str) -> bool {
    session(knowledge, a).is_some_and(|one| session(knowledge, b) == Some(one))
}

/// The noun of a meeting and the number directly behind it: `hội nghị`, `27`.
fn session<'n>(knowledge: &Knowledge<'_>, name: &'n str) -> Option<(&'n str, &'n str)> {
    let parts = name
        .split_once(EDITION)
        .or_else(|| name.split_once(" thứ "));
    let (noun, behind) = parts?;
    let number = behind.split(' ').next()?;
    knowledge.listed(SESSIONS, noun).then_some((noun, number))
}

/// Whom a conference or summit is of, and whether it is called a summit: `Hội nghị Cấp cao [ASEAN]`.
fn conference_of<'n>(knowledge: &Knowledge<'_>, name: &'n str) -> Option<(&'n str, bool)> {
    let behind = |list, name: &'n str| {
        let mut nouns = knowledge.phrases(list).iter();
        nouns.find_map(|noun| name.strip_prefix(noun.as_str())?.strip_prefix(' '))
    };
    let conference = behind(CONFERENCE, name);
    let rest = conference.unwrap_or(name);
    let level = behind(SUMMIT, rest);
    (conference.is_some() || level.is_some()).then(|| (level.unwrap_or(rest), level.is_some()))
}

/// `Hội nghị ASEAN`, `Hội nghị Cấp cao ASEAN`, `Thượng đỉnh ASEAN`.
fn same_summit(knowledge: &Knowledge<'_>, a: &str, b: &str) -> bool {
    match (conference_of(knowledge, a), conference_of(knowledge, b)) {
        (Some((one, high)), Some((other, higher))) => one == other && (high || higher),
        _ => false,
    }
}

/// The short form that a name gives in brackets.
fn form_in_brackets<'a>(words: &[&'a str]) -> Option<&'a str> {
    let mut three = words.windows(3);
    three.find_map(|w| (w[0] == "(" && w[2] == ")").then_some(w[1]))
}

/// `Hội nghị SOM ASEAN 24`, `Hội nghị các quan chức cao cấp (SOM) ASEAN lần thứ 24`: the short form in
/// brackets and nothing that the long name does not say.
fn abbreviates(knowledge: &Knowledge<'_>, short: &str, long: &str) -> bool {
    let long_words: Vec<&str> = long.split_whitespace().collect();
    let words: Vec<&str> = short.split_whitespace().collect();
    words.len() <= LONGEST_ABBREVIATED
        && form_in_brackets(&long_words).is_some_and(|form| {
            words.contains(&form)
                && words
                    .iter()
                    .all(|word| knowledge.listed(MEETINGS, word) || long_words.contains(word))
        })
}

/// A name without `lần thứ 39` in its middle: `Kỳ họp lần thứ 39 Ủy ban hợp tác`.
fn without_edition(folded: &str) -> String {
    let Some((before, behind)) = folded.split_once(EDITION) else {
        return folded.to_owned();
    };
    let rest = behind.split_once(' ').map_or("", |(_, rest)| rest);
    format!("{before} {rest}")
}

/// `Ngày Yoga tại Việt Nam lần thứ 3`, `Ngày Yoga lần thứ 3`; or of one year.
fn same_edition(short: &str, long: &str) -> bool {
    let last = |name: &str| name.as_bytes().last().copied();
    if last(short) != last(long) {
        return false;
    }
    let (Some((name, edition)), Some((longer, other))) = (edition_of(short), edition_of(long))
    else {
        return false;
    };
    if edition != other {
        return false;
    }
    let longer: Vec<&str> = longer.split_whitespace().collect();
    let words: Vec<&str> = name.split_whitespace().collect();
    // A body may hold several meetings in a year.
    let fewest = if short.contains(EDITION) { 3 } else { 5 };
    words.len() >= fewest
        && longer.first() == words.first()
        && words.iter().all(|word| longer.contains(word))
}

/// A name without the edition or the year that closes it, and this.
fn edition_of(name: &str) -> Option<(&str, &str)> {
    let yearly = || name.rsplit_once(' ').filter(|(_, last)| is_year(last));
    name.rsplit_once(EDITION).or_else(yearly)
}

fn has_edition(folded: &str) -> bool {
    // The number of an illness is none.
    let without_illness = folded.replace("covid - 19", "covid");
    folded.contains("lần thứ") || without_illness.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::ontology::Ontology;
    use crate::resolve::Knowledge;
    use crate::text::fold;

    fn shortened(a: &str, b: &str) -> bool {
        let knowledge = Knowledge::new(Ontology::embedded());
        let (a, b) = (fold(a), fold(b));
        let theirs = super::handles(&knowledge, &b);
        let shared = super::handles(&knowledge, &a)
            .iter()
            .any(|handle| theirs.contains(handle));
        let shortened = super::shortened(&knowledge, &a, &b);
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
    fn a_summit_goes_by_its_body() {
        assert!(shortened("Hội nghị ASEAN", "Hội nghị Cấp cao ASEAN"));
        assert!(shortened("Thượng đỉnh ASEAN", "Hội nghị Thượng đỉnh ASEAN"));
        assert!(!shortened("Hội nghị ASEAN", "Hội nghị Bộ trưởng ASEAN"));
    }

    #[test]
    fn a_short_form_in_brackets() {
        // As the words of a text are joined: every mark stands alone.
        let long = "hội nghị các quan chức nông nghiệp ( sao ) asean lần thứ 8";
        assert!(shortened("hội nghị sao asean 8", long));
        assert!(shortened("hội nghị sao", long));
        assert!(!shortened("hội nghị sao asean 9", long));
        assert!(!shortened("hội nghị asean", long));
        assert!(shortened("hội nghị các quan chức nông nghiệp asean", long));
        assert!(shortened(
            "kỳ họp lần thứ 4 ủy ban hợp tác chile - lào",
            "kỳ họp lần thứ 4 ủy ban về hợp tác giữa chile và lào"
        ));
        let session = "kỳ họp thứ 4 , quốc hội khóa xii";
        assert!(shortened("kỳ họp thứ 4", session));
        assert!(!shortened("kỳ họp thứ 3", session));
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
        assert!(shortened(
            "Liên hoan Văn hóa Cà phê 2019",
            "Liên hoan Văn hóa Cà phê Huế xanh 2019"
        ));
        assert!(!shortened(
            "Hội nghị APEC 2017",
            "Hội nghị Bộ trưởng APEC 2017"
        ));
        assert!(!shortened(
            "Ngày hội Cà phê lần thứ 2",
            "Ngày hội Cà phê tại Huế lần thứ 3"
        ));
    }
}
