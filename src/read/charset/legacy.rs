//! The Vietnamese character sets before Unicode: TCVN3, VNI, VISCII, from tables.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use encoding_rs::WINDOWS_1252;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

/// A character set whose table is in `ontology/reading/encodings.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Legacy {
    Tcvn3,
    Vni,
    Viscii,
}

impl Legacy {
    pub(super) const ALL: [Self; 3] = [Self::Tcvn3, Self::Vni, Self::Viscii];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
            Self::Viscii => "VISCII",
        }
    }

    /// Decodes bytes.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        let windows: String = bytes.iter().map(|&byte| windows_1252(byte)).collect();
        self.reread(&windows)
    }

    /// Decodes a text whose characters are really the bytes of this character set, as they come out of
    /// a file that was taken for windows-1252.
    pub(super) fn reread(self, text: &str) -> String {
        let table = &TABLES[self as usize];
        let mut out = String::with_capacity(text.len());
        for ch in text.chars() {
            let Some(byte) = byte_of(ch) else {
                out.push(ch);
                continue;
            };
            let marked = table.marks.get(&byte).and_then(|marks| {
                let base = out
                    .chars()
                    .next_back()
                    .filter(|base| base.is_alphabetic())?;
                compose(base, marks)
            });
            if let Some(marked) = marked {
                out.pop();
                out.push(marked);
            } else {
                out.push(table.bytes[usize::from(byte)].unwrap_or(ch));
            }
        }
        if self == Self::Tcvn3 {
            capitals(&out)
        } else {
            out
        }
    }
}

/// What one byte means in windows-1252, its five gaps as control characters.
pub(super) fn windows_1252(byte: u8) -> char {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&byte));
    text.chars().next().unwrap_or(char::from(byte))
}

/// The byte that windows-1252 or Latin-1 show as this character.
pub(super) fn byte_of(ch: char) -> Option<u8> {
    u8::try_from(u32::from(ch))
        .ok()
        .or_else(|| HIGH.get(&ch).copied())
}

/// The characters of windows-1252 that are not where Latin-1 has them.
static HIGH: LazyLock<BTreeMap<char, u8>> = LazyLock::new(|| {
    (0x80..=0x9f)
        .map(|byte| (windows_1252(byte), byte))
        .collect()
});

struct Table {
    bytes: [Option<char>; 256],
    marks: BTreeMap<u8, String>,
}

/// A table as the file has it.
#[derive(Deserialize, Default)]
struct Rows {
    bytes: BTreeMap<String, String>,
    #[serde(default)]
    marks: BTreeMap<String, String>,
}

/// Empty only if the file compiled in is damaged, which tests rule out.
static TABLES: LazyLock<[Table; 3]> = LazyLock::new(|| {
    let file = include_str!("../../../ontology/reading/encodings.toml");
    let mut tables: BTreeMap<String, Rows> = toml::from_str(file).unwrap_or_default();
    Legacy::ALL.map(|legacy| {
        let name = legacy.name().to_lowercase();
        Table::new(&tables.remove(&name).unwrap_or_default())
    })
});

impl Table {
    fn new(rows: &Rows) -> Self {
        let number = |key: &str| u8::from_str_radix(key, 16).unwrap_or(0);
        let mut bytes = [None; 256];
        for (start, letters) in &rows.bytes {
            let places = bytes.iter_mut().skip(usize::from(number(start)));
            places
                .zip(letters.chars())
                .for_each(|(place, letter)| *place = Some(letter));
        }
        let marks = rows.marks.iter();
        Self {
            bytes,
            marks: marks
                .map(|(key, marks)| (number(key), marks.clone()))
                .collect(),
        }
    }
}

#[cfg(test)]
impl Legacy {
    /// The bytes of a text; none where it cannot be written in this character set.
    pub(super) fn encode(self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let table = &TABLES[self as usize];
        let plain = |ch: char| {
            let place = table.bytes.iter().position(|known| *known == Some(ch));
            let shown = |byte: &u8| {
                table.bytes[usize::from(*byte)].is_none() && !table.marks.contains_key(byte)
            };
            place
                .map(|place| place as u8)
                .or_else(|| byte_of(ch).filter(shown))
        };
        for ch in text.nfc() {
            if let Some(byte) = plain(ch) {
                bytes.push(byte);
                continue;
            }
            let small: char = ch.to_lowercase().next()?;
            if self == Self::Tcvn3 && small != ch {
                bytes.push(plain(small)?);
                continue;
            }
            let parted: Vec<char> = std::iter::once(ch).nfd().collect();
            let (base, byte) = (1..parted.len()).find_map(|cut| {
                let base = parted[..cut].iter().copied().nfc().next()?;
                let marks: String = parted[cut..].iter().collect();
                // The same marks stand twice, for small letters and for capitals.
                let find = |known: &String| {
                    known.nfd().eq(marks.chars()) || compose(base, known) == Some(ch)
                };
                let fits = |(byte, known): &(&u8, &String)| {
                    find(known) && (base.is_uppercase() == (**byte < 0xe0) || self == Self::Tcvn3)
                };
                Some((plain(base)?, *table.marks.iter().find(fits)?.0))
            })?;
            bytes.extend([base, byte]);
        }
        Some(bytes)
    }
}

/// The one letter that a letter and marks make; none where there is no such letter.
fn compose(base: char, marks: &str) -> Option<char> {
    let mut composed = std::iter::once(base).chain(marks.chars()).nfc();
    composed.next().filter(|_| composed.next().is_none())
}

/// Makes toned letters capitals in words of capitals: TCVN3 has no capitals with tones, and `NGOẠI` is
/// written `NGOạI` in it.
fn capitals(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut shout = false;
    for piece in text.split_inclusive(|ch: char| !ch.is_alphabetic()) {
        let word = piece.trim_end_matches(|ch: char| !ch.is_alphabetic());
        let plain = |ch: &char| !is_toned(*ch);
        let capital = word
            .chars()
            .filter(plain)
            .filter(|ch| ch.is_uppercase())
            .count();
        let small = word
            .chars()
            .filter(plain)
            .filter(|ch| ch.is_lowercase())
            .count();
        let toned = word.chars().count() - capital - small;
        if !word.is_empty() {
            shout = small == 0 && (capital >= 2 || shout && capital > 0);
        }
        if shout && toned > 0 {
            out.extend(piece.chars().flat_map(char::to_uppercase));
        } else {
            out.push_str(piece);
        }
    }
    out
}

fn is_toned(ch: char) -> bool {
    ch.is_lowercase()
        && !ch.is_ascii()
        && std::iter::once(ch).nfd().any(|mark| {
            matches!(
                mark,
                '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'
            )
        })
}

#[cfg(test)]
mod tests {
    use super::Legacy;

    #[test]
    fn tables_are_whole() {
        // `Hội nghị Ngoại vụ, Đà Nẵng` as the three write it.
        for (legacy, bytes) in [
            (
                Legacy::Tcvn3,
                &b"H\xe9i ngh\xde Ngo\xb9i v\xf4, \xa7\xb5 N\xbdng"[..],
            ),
            (
                Legacy::Vni,
                b"Ho\xe4i ngh\xf2 Ngoa\xefi vu\xef, \xd1a\xf8 Na\xfcng",
            ),
            (
                Legacy::Viscii,
                b"H\xb5i ngh\xb8 Ngo\xd5i v\xf8, \xd0\xe0 N\xc7ng",
            ),
        ] {
            assert_eq!(legacy.decode(bytes), "Hội nghị Ngoại vụ, Đà Nẵng");
        }
        assert_eq!(
            Legacy::Vni.decode(b"ngu\xf4\xf8i, TR\xd6\xd4\xd9C, Y\xdb, k\xe6"),
            "nguời, TRƯỚC, Ỷ, kỉ"
        );
    }

    #[test]
    fn capitals_of_tcvn3_in_words_of_capitals() {
        for (bytes, text) in [
            (&b"B\xe9 NGO\xb9I GIAO"[..], "Bộ NGOẠI GIAO"),
            (b"H\xb5 N\xe9i", "Hà Nội"),
            (b"T\xd8NH U\xfb, \xfd ki\xd5n", "TỈNH UỶ, ý kiến"),
        ] {
            assert_eq!(Legacy::Tcvn3.decode(bytes), text);
        }
    }
}
