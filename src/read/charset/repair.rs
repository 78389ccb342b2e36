//! Mends text that was decoded wrongly before it came to us: legacy bytes taken for windows-1252, UTF-8
//! encoded twice, HTML entities in plain text.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::legacy::{Legacy, byte_of, windows_1252};
use crate::read::syllables::{Shape, is_syllable_at};

/// What was mended, for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Damage {
    Twice,
    Legacy(Legacy),
}

/// A share of Vietnamese syllables, in thousandths, below which a line is looked at, and the one above
/// which it is held to be mended.
const DOUBTFUL: usize = 600;
const GOOD: usize = 750;

/// The mended text and what was wrong with it; nothing where the text is as it should be. Lines stay
/// lines.
pub(in crate::read) fn repair(text: &str) -> Option<(String, &'static str)> {
    let mended = reread(text);
    let entities = unescape(mended.as_ref().map_or(text, |(text, _)| text));
    match (entities, mended) {
        (Some(text), Some((_, what))) => Some((text, what)),
        (Some(text), None) => Some((text, "HTML entities")),
        (None, mended) => mended,
    }
}

fn reread(text: &str) -> Option<(String, &'static str)> {
    let doubtful: Vec<bool> = text.split('\n').map(is_doubtful).collect();
    let lines = || text.split('\n').zip(&doubtful);
    let suspects: Vec<&str> = lines()
        .filter(|(_, bad)| **bad)
        .map(|(line, _)| line)
        .collect();
    if suspects.is_empty() {
        return None;
    }
    let suspects = suspects.join("\n");
    let before = Shape::of(&suspects).quality();
    let (damage, after) = [Damage::Twice]
        .into_iter()
        .chain(Legacy::ALL.map(Damage::Legacy))
        .map(|damage| (damage, Shape::of(&damage.mend(&suspects)).quality()))
        .max_by_key(|&(_, quality)| quality)?;
    if after < GOOD || after < before + 200 {
        return None;
    }
    let mostly = doubtful.iter().filter(|bad| **bad).count() * 2 > doubtful.len();
    let mended: Vec<String> = lines()
        .map(|(line, bad)| {
            let mended = damage.mend(line);
            let (new, old) = (Shape::of(&mended).quality(), Shape::of(line).quality());
            let better = *bad || new > old || new == old && mostly;
            if better { mended } else { line.to_owned() }
        })
        .collect();
    let what = match damage {
        Damage::Twice => "UTF-8 encoded twice",
        Damage::Legacy(legacy) => legacy.name(),
    };
    Some((mended.join("\n"), what))
}

/// Whether a line has characters that Vietnamese does not use, in words that are not Vietnamese.
fn is_doubtful(line: &str) -> bool {
    let bytes = line.as_bytes();
    // The characters from U+0080 to U+00FF begin with one of two bytes.
    let begins = |&at: &usize| bytes[at] & 0xfe == 0xc2;
    let signs = (0..bytes.len()).filter(begins).any(|at| {
        let high = (bytes[at] & 1) << 6;
        let ch = bytes
            .get(at + 1)
            .map_or(' ', |next| char::from(next | high));
        let before = || line[..at].chars().next_back();
        let sign = is_odd(ch)
            || is_stray(ch) && before().is_some_and(char::is_lowercase)
            || ends_vowel_pair(ch) && at > 0 && matches!(bytes[at - 1], b'a' | b'e' | b'o' | b'u');
        sign && !is_syllable_at(line, at)
    });
    signs && Shape::of(line).quality() < DOUBTFUL
}

/// Whether Vietnamese does not use a character of windows-1252 beyond ASCII.
fn is_odd(ch: char) -> bool {
    !is_stray(ch)
        && !matches!(
            ch,
            'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý' | '«' | '»' | '°' | '\u{a0}'
        )
}

/// The capitals with marks that Vietnamese shares with windows-1252.
fn is_stray(ch: char) -> bool {
    matches!(ch, 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý')
}

/// VNI shows as vowels of which the second has a mark: `aù`, `eà`.
fn ends_vowel_pair(ch: char) -> bool {
    matches!(ch, '\u{e0}'..='\u{fc}')
}

impl Damage {
    fn mend(self, text: &str) -> String {
        match self {
            Self::Legacy(legacy) => legacy.reread(text),
            Self::Twice => {
                let once = undouble(text);
                let again = undouble(&once);
                if Shape::of(&again).quality() > Shape::of(&once).quality() {
                    again
                } else {
                    once
                }
            }
        }
    }
}

/// Reads runs of characters as the bytes of UTF-8 that they are.
fn undouble(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = Run::default();
    for ch in text.chars() {
        if let Some(byte) = byte_of(ch).filter(|byte| *byte >= 0x80) {
            run.bytes.push(byte);
            run.raw.push(ch);
        } else if ch == ' ' && run.bytes.last() == Some(&0xc3) {
            // The second byte of `à` is a non-breaking space, which often became a plain one on the way.
            run.bytes.push(0xa0);
            run.raw.push(ch);
        } else {
            run.end(&mut out);
            out.push(ch);
        }
    }
    run.end(&mut out);
    out
}

/// Characters that are bytes, and those bytes.
#[derive(Default)]
struct Run {
    bytes: Vec<u8>,
    raw: String,
}

impl Run {
    fn end(&mut self, out: &mut String) {
        out.push_str(std::str::from_utf8(&self.bytes).unwrap_or(&self.raw));
        self.bytes.clear();
        self.raw.clear();
    }
}

static ENTITY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"&(?:#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8});").ok());

/// The characters that HTML entities stand for; nothing where there are none.
fn unescape(text: &str) -> Option<String> {
    if !text.contains('&') {
        return None;
    }
    let replaced = ENTITY.as_ref()?.replace_all(text, |entity: &Captures<'_>| {
        let entity = &entity[0];
        let meant = character(entity).unwrap_or_default();
        // A line stays a line.
        let fits = !meant.is_empty() && !meant.chars().any(char::is_control);
        if fits { meant } else { entity.to_owned() }
    });
    (replaced != text).then(|| replaced.into_owned())
}

/// What an entity stands for.
fn character(entity: &str) -> Option<String> {
    let Some(number) = entity.trim_end_matches(';').strip_prefix("&#") else {
        let page = scraper::Html::parse_fragment(entity);
        return Some(page.root_element().text().collect());
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    // Numbers between 128 and 159 mean windows-1252, as browsers have it.
    let code = code.ok()?;
    match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9f) => Some(windows_1252(byte).to_string()),
        _ => char::from_u32(code).map(String::from),
    }
}

#[cfg(test)]
mod tests {
    use super::repair;
    use super::windows_1252;

    /// What a text becomes when its UTF-8 is taken for windows-1252.
    fn garbled(text: &str) -> String {
        text.bytes().map(windows_1252).collect()
    }

    #[test]
    fn utf_8_encoded_twice_or_thrice_is_mended_line_by_line() {
        let wanted = "Bộ Ngoại giao là cơ quan chủ trì hội nghị tại Hà Nội";
        let text = format!("Tin đối ngoại\n{}", garbled(wanted));
        let (mended, what) = repair(&text).unwrap();
        assert_eq!(mended, format!("Tin đối ngoại\n{wanted}"));
        assert_eq!(what, "UTF-8 encoded twice");
        assert_eq!(repair(&garbled(&garbled(wanted))).unwrap().0, wanted);
        let with_blanks = garbled(wanted).replace('\u{a0}', " ");
        assert_eq!(repair(&with_blanks).unwrap().0, wanted);
    }

    #[test]
    fn legacy_bytes_shown_as_windows_1252_and_entities() {
        let (mended, what) = repair("Bé Ngo¹i giao tæ chøc héi nghÞ t¹i Hµ Néi").unwrap();
        assert_eq!(
            (mended.as_str(), what),
            ("Bộ Ngoại giao tổ chức hội nghị tại Hà Nội", "TCVN3")
        );
        let (mended, what) = repair("Boä Ngoaïi giao toå chöùc hoäi nghò taïi Haø Noäi").unwrap();
        assert_eq!(
            (mended.as_str(), what),
            ("Bộ Ngoại giao tổ chức hội nghị tại Hà Nội", "VNI")
        );
        let (mended, _) =
            repair("B&#7897; Ngo&#x1EA1;i giao th&ocirc;ng b&aacute;o &amp; &unknown;").unwrap();
        assert_eq!(mended, "Bộ Ngoại giao thông báo & &unknown;");
    }

    #[test]
    fn good_text_in_any_language_stays() {
        for text in [
            "Bộ Ngoại giao (§ 5) họp ngày 5/6 ở 25°C, «quan hệ» ± 3%",
            "Ông Müller và bà François thăm Việt Nam",
            "Le ministère des affaires étrangères français reçoit à Paris l’ambassadeur du Việt Nam",
            "Señor Núñez, São Paulo, Ångström, Straße",
            "R&D & AT&T; 5 < 6",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }
}
