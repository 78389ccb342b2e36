//! Years that jubilees tell.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Evidence, Kind};
use crate::extract::date::{End, Reader, Reading};
use crate::model::EdtfDate;
use crate::ontology::Target;
use crate::text::{TokenKind, TokenRange, fold};

/// The years of `ontology/reading/jubilees.toml`, empty only if the file compiled in is damaged, which a test
/// rules out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Origins {
    /// States by the year in which they took up relations.
    relations: BTreeMap<String, Vec<String>>,
    /// What else is remembered, as it is written behind the number of years.
    events: BTreeMap<String, Vec<String>>,
}

static ORIGINS: LazyLock<Origins> = LazyLock::new(|| {
    let mut origins: Origins =
        toml::from_str(include_str!("../../../../ontology/reading/jubilees.toml"))
            .unwrap_or_default();
    for phrase in origins.events.values_mut().flatten() {
        *phrase = words_of(&fold(phrase));
    }
    origins
});

/// Fewer years make no jubilee, more are none of these.
const YEARS: std::ops::RangeInclusive<u16> = 5..=300;

/// In how many words behind the number of years it is told what began.
const BEHIND: usize = 20;

/// What jubilees say of the year, told by both years or by their number.
pub(super) fn of_jubilees(reader: &Reader<'_>, latest: Option<u16>) -> Vec<Evidence> {
    let mut years = of_two_years(reader);
    years.extend(of_numbers(reader));
    years.extend(of_beginnings(reader, latest));
    years
        .into_iter()
        .map(|year| Evidence::told(Kind::Jubilee, year))
        .collect()
}

/// `(5/9/1962 - 5/9/2017)`, `6/1967-6/2017`, `60 năm … (1957-2017)`: one day, month or year of two years.
fn of_two_years(reader: &Reader<'_>) -> Vec<u16> {
    let same = |first: EdtfDate, second: EdtfDate| {
        let least = if first.day.is_some() { 1 } else { 5 };
        (first.month, first.day) == (second.month, second.day)
            && first
                .year
                .zip(second.year)
                .is_some_and(|(a, b)| b >= a + least)
    };
    let pairs = reader.readings.windows(2).filter_map(|pair| {
        let near = pair[1].tokens.start <= pair[0].tokens.end + 2;
        let last = pair[1].start.year;
        last.filter(|_| near && pair[0].start.month.is_some() && same(pair[0].start, pair[1].start))
    });
    let ranges = reader
        .readings
        .iter()
        .filter_map(|reading| match reading.end {
            End::At(end) if same(reading.start, end) => {
                let years = end.year?.checked_sub(reading.start.year?)?;
                end.year
                    .filter(|_| end.month.is_some() || is_counted(reader, reading, years))
            }
            _ => None,
        });
    pairs.chain(ranges).collect()
}

/// `kỷ niệm 50 năm thiết lập quan hệ ngoại giao Việt Nam - Campuchia`, where the year it began in is known.
fn of_numbers(reader: &Reader<'_>) -> Vec<u16> {
    let text = reader.phrases.text;
    let is_number = |&token: &usize| text.tokens[token].kind == TokenKind::Number;
    (1..text.tokens.len())
        .filter(is_number)
        .filter_map(|token| {
            let years: u16 = text.clean(token).parse().ok()?;
            let counted = text.folded(token + 1) == "năm";
            let ordinal = text.folded(token - 1) == "thứ";
            let about = reader
                .phrases
                .before(reader.cues.present.roughly, token)
                .is_some();
            if !YEARS.contains(&years) || about || !counted && !ordinal {
                return None;
            }
            let first = token + 1 + usize::from(counted);
            let sentence = &text.sentences[text.sentence_of(token)].tokens;
            let behind = first..(first + BEHIND).min(sentence.end);
            if has_year(reader, sentence) {
                return None;
            }
            let began = event(reader, behind.clone()).or_else(|| relations(reader, behind))?;
            Some(began + years).filter(|year| super::said::RECENT.contains(year))
        })
        .collect()
}

/// How many words before a year what began in it may begin.
const BEGAN: usize = 5;

/// `kỷ niệm 55 năm thành lập` in a text that tells `thành lập ngày 16/1/1962`: the year of the jubilee.
///
/// It is `latest`, the last year of which the text tells, or the next one.
fn of_beginnings(reader: &Reader<'_>, latest: Option<u16>) -> Vec<u16> {
    let phrases = &reader.phrases;
    let text = phrases.text;
    let lengths: BTreeSet<u16> = (1..text.tokens.len())
        .filter(|&token| text.folded(token + 1) == "năm")
        .filter(|&token| {
            (token.saturating_sub(2)..token).any(|t| phrases.at(reader.cues.jubilee, t).is_some())
        })
        .filter_map(|token| text.clean(token).parse().ok())
        .filter(|years| YEARS.contains(years))
        .collect();
    if lengths.is_empty() {
        return Vec::new();
    }
    let began = |reading: &&Reading| {
        let start = reading.tokens.start;
        (start.saturating_sub(BEGAN)..start)
            .any(|t| phrases.at(reader.cues.established, t).is_some())
    };
    let beginnings = reader.readings.iter().filter(began);
    let years: Vec<u16> = beginnings.filter_map(|r| r.start.year).collect();
    let sums = years.iter().flat_map(|&year| {
        let sums = lengths.iter().map(move |length| year + length);
        sums.filter(move |&sum| latest.is_some_and(|latest| (latest..=latest + 1).contains(&sum)))
    });
    sums.filter(|year| super::said::RECENT.contains(year))
        .collect()
}

/// Whether the sentence counts the years since something began: `50 năm thành lập (1967-2017)`, unlike a life
/// or a plan.
fn is_counted(reader: &Reader<'_>, reading: &Reading, years: u16) -> bool {
    let text = reader.phrases.text;
    let sentence = text.sentence_of(reading.tokens.start);
    let tokens = &text.sentences[sentence].tokens;
    let begun = |token| {
        [
            reader.cues.jubilee,
            reader.cues.established,
            reader.cues.present.relations,
        ]
        .into_iter()
        .any(|list| reader.phrases.at(list, token).is_some())
    };
    let counted = |token| text.clean(token).parse() == Ok(years) && text.folded(token + 1) == "năm";
    tokens.clone().any(counted) && tokens.clone().any(begun)
}

/// Whether the sentence names the year of the jubilee itself: `vào năm 2018`.
fn has_year(reader: &Reader<'_>, sentence: &TokenRange) -> bool {
    reader.readings.iter().any(|reading| {
        sentence.contains(&reading.tokens.start)
            && reading.end == End::Point
            && reading.start.year.is_some()
    })
}

/// The year of the event that the words tell first.
fn event(reader: &Reader<'_>, tokens: TokenRange) -> Option<u16> {
    let text = reader.phrases.text;
    let told: Vec<&str> = tokens
        .filter(|&token| text.tokens[token].kind != TokenKind::Mark)
        .map(|token| text.folded(token))
        .collect();
    let told = told.join(" ");
    let (year, _) = ORIGINS.events.iter().find(|(_, phrases)| {
        phrases.iter().any(|phrase| {
            told.strip_prefix(phrase.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    })?;
    year.parse().ok()
}

/// The year since which Viet Nam has relations with the first other state that the words name.
fn relations(reader: &Reader<'_>, tokens: TokenRange) -> Option<u16> {
    let phrases = &reader.phrases;
    let begin = tokens.start.saturating_sub(1);
    (begin..tokens.end)
        .find(|&token| phrases.at(reader.cues.present.relations, token).is_some())?;
    let code = tokens
        .flat_map(|token| phrases.matches_at(token))
        .find_map(|found| {
            let Target::Name(entry, _) = found.target else {
                return None;
            };
            let code = reader.ontology.entries[entry].code.as_deref()?;
            (code.len() == 2 && code != "VN").then_some(code)
        })?;
    let (year, _) = ORIGINS
        .relations
        .iter()
        .find(|(_, states)| states.iter().any(|state| state == code))?;
    year.parse().ok()
}

/// The words of a phrase without the marks between them.
fn words_of(phrase: &str) -> String {
    let words: Vec<&str> = phrase
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::ORIGINS;
    use crate::ontology::Ontology;

    #[test]
    fn each_year_is_one_and_each_state_is_known() {
        let years = ORIGINS.relations.keys().chain(ORIGINS.events.keys());
        assert!(years.clone().count() > 30);
        for year in years {
            assert!(year.parse::<u16>().is_ok(), "{year}");
        }
        for code in ORIGINS.relations.values().flatten() {
            let found = Ontology::embedded().entries_coded(code);
            assert!(!found.is_empty(), "{code}");
        }
    }
}
