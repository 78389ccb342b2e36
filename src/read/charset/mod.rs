//! Decodes bytes into text: UTF-8, UTF-16, and what older Vietnamese files are written in.

mod legacy;
mod repair;

use std::str::FromStr;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1258};

use super::syllables::Shape;
use legacy::Legacy;
pub(super) use repair::repair;

/// A character set that the user names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charset(Known);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Standard(&'static Encoding),
    Legacy(Legacy),
}

/// A name that no character set has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "no such character set; known are utf-8, utf-16le, utf-16be, tcvn3, vni, viscii, windows-1258 and the \
         others of the web"
)]
pub struct UnknownCharset;

impl FromStr for Charset {
    type Err = UnknownCharset;

    fn from_str(name: &str) -> Result<Self, UnknownCharset> {
        let known = match name.to_ascii_lowercase().as_str() {
            "tcvn3" | "tcvn" | "abc" | "tcvn-5712" | "x-viet-tcvn5712" => {
                Known::Legacy(Legacy::Tcvn3)
            }
            "vni" | "x-viet-vni" => Known::Legacy(Legacy::Vni),
            "viscii" | "x-viscii" | "viscii1.1-1" => Known::Legacy(Legacy::Viscii),
            label => Known::Standard(Encoding::for_label(label.as_bytes()).ok_or(UnknownCharset)?),
        };
        Ok(Self(known))
    }
}

/// Decodes bytes as the user says, without a byte order mark.
pub(super) fn decode_known(bytes: &[u8], charset: Charset) -> Result<Decoded, String> {
    match charset.0 {
        Known::Standard(encoding) => match Encoding::for_bom(bytes) {
            Some((marked, mark)) if marked == encoding => {
                decode_as(encoding, &bytes[mark..], mark, false)
            }
            _ => decode_as(encoding, bytes, 0, false),
        },
        Known::Legacy(legacy) => Ok(Decoded {
            text: match std::str::from_utf8(bytes) {
                Ok(text) if !text.is_ascii() => legacy.reread(text),
                _ => legacy.decode(bytes),
            },
            guessed: None,
        }),
    }
}

/// A decoded text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// The character set where it was guessed rather than known.
    pub(super) guessed: Option<&'static str>,
}

/// Decodes `bytes`, taking `declared` for granted where the bytes themselves do not object. The error
/// says what is wrong and at which byte.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..], mark, false);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return decode_as(encoding, bytes, 0, true);
    }
    if let Some(zero) = bytes.iter().position(|&byte| byte == 0) {
        return Err(format!(
            "is no text but binary data: zero byte at offset {zero}"
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded {
            text: text.to_owned(),
            guessed: None,
        }),
        Err(error) => decode_legacy(bytes, declared, error.valid_up_to()),
    }
}

fn decode_as(
    encoding: &'static Encoding,
    bytes: &[u8],
    skipped: usize,
    guessed: bool,
) -> Result<Decoded, String> {
    let name = encoding.name();
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) else {
        let offset = match std::str::from_utf8(bytes) {
            Err(error) if encoding == UTF_8 => {
                format!(" at offset {}", error.valid_up_to() + skipped)
            }
            _ => String::new(),
        };
        return Err(format!("is damaged: not valid {name}{offset}"));
    };
    Ok(Decoded {
        text: text.into_owned(),
        guessed: guessed.then_some(name),
    })
}

/// UTF-16 shows by zero bytes that are all in the same half of its units.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(1024) & !1];
    let zeros = |from: usize| {
        sample
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let units = sample.len() / 2;
    if units < 4 {
        None
    } else if even == 0 && odd * 3 > units {
        Some(UTF_16LE)
    } else if odd == 0 && even * 3 > units {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Bytes that are no UTF-8: a damaged UTF-8 file is refused, since reading it as another character set
/// would fill the graph with garbled names; a file in a character set of one byte a letter is decoded.
fn decode_legacy(bytes: &[u8], declared: Option<&str>, offset: usize) -> Result<Decoded, String> {
    let (valid, invalid) = count_utf_8(bytes);
    if is_damaged_utf_8(valid, invalid) {
        return Err(format!(
            "is damaged: not valid UTF-8 at offset {offset} ({invalid} such places); repair it or save it \
             again as UTF-8"
        ));
    }
    let declared = declared.and_then(|label| label.parse::<Charset>().ok());
    if let Some(Charset(Known::Legacy(legacy))) = declared {
        return Ok(guessed(legacy.decode(bytes), legacy.name()));
    }
    if let Some(best) = guess_vietnamese(bytes) {
        return Ok(best);
    }
    let encoding = match declared {
        Some(Charset(Known::Standard(encoding))) if encoding != UTF_8 => encoding,
        _ => guess(bytes),
    };
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .filter(|text| is_prose(text))
        .ok_or_else(|| {
            format!(
                "is neither UTF-8 (offset {offset}) nor text in a known character set; save it as UTF-8"
            )
        })?;
    Ok(guessed(text.into_owned(), encoding.name()))
}

fn guessed(text: String, name: &'static str) -> Decoded {
    Decoded {
        text,
        guessed: Some(name),
    }
}

/// How many bytes a guess is made from.
const SAMPLE: usize = 64 * 1024;

/// Share of Vietnamese syllables, in thousandths, among the words that decide a guess.
const GOOD: usize = 700;

/// The text in the one of the Vietnamese character sets that makes most words Vietnamese, if they are.
fn guess_vietnamese(bytes: &[u8]) -> Option<Decoded> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let standard = |bytes: &[u8]| {
        WINDOWS_1258
            .decode_without_bom_handling(bytes)
            .0
            .into_owned()
    };
    let quality = |text: String| Shape::of(&text).quality();
    let legacy = Legacy::ALL
        .into_iter()
        .map(|legacy| (Some(legacy), quality(legacy.decode(sample))));
    let (best, quality) = std::iter::once((None, quality(standard(sample))))
        .chain(legacy)
        .max_by_key(|&(_, quality)| quality)?;
    (quality >= GOOD).then(|| match best {
        Some(legacy) => guessed(legacy.decode(bytes), legacy.name()),
        None => guessed(standard(bytes), WINDOWS_1258.name()),
    })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    match detector.guess(Some(b"vn"), Utf8Detection::Deny) {
        encoding if encoding.is_single_byte() => WINDOWS_1258,
        encoding => encoding,
    }
}

/// Whether bytes are UTF-8, whole or damaged.
pub(super) fn is_utf_8(bytes: &[u8]) -> bool {
    let (valid, invalid) = count_utf_8(bytes);
    invalid == 0 || is_damaged_utf_8(valid, invalid)
}

fn is_damaged_utf_8(valid: usize, invalid: usize) -> bool {
    valid > 4 * invalid
}

/// How many characters beyond ASCII are whole in UTF-8, and how many stretches are broken.
fn count_utf_8(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(valid, invalid), chunk| {
        let letters = chunk.valid().chars().filter(|ch| !ch.is_ascii()).count();
        (
            valid + letters,
            invalid + usize::from(!chunk.invalid().is_empty()),
        )
    })
}

/// Whether a text decoded by guess is mostly letters and blanks.
fn is_prose(text: &str) -> bool {
    let (mut good, mut all) = (0_usize, 0_usize);
    for ch in text.chars() {
        all += 1;
        let mark = matches!(ch, '\u{300}'..='\u{323}');
        good += usize::from(
            ch.is_alphanumeric() || ch.is_whitespace() || ch.is_ascii_punctuation() || mark,
        );
    }
    good * 100 >= all * 97
}

#[cfg(test)]
mod measure_tests;

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn utf_8_and_utf_16_with_and_without_mark() {
        let wanted = "Bộ Ngoại giao";
        let little: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            wanted.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", wanted.as_bytes()].concat(),
            [b"\xff\xfe".to_vec(), little.clone()].concat(),
            [b"\xfe\xff".to_vec(), big.clone()].concat(),
            little,
            big,
        ] {
            assert_eq!(decode(&bytes, None).unwrap().text, wanted);
        }
    }

    #[test]
    fn windows_1258_is_recognised() {
        use unicode_normalization::UnicodeNormalization;
        // `ộ` is written as `ô` with a combining dot below.
        let bytes = b"B\xf4\xf2 Ngoa\xf2i giao Vi\xea\xf2t Nam v\xe0 ca\xecc n\xfd\xf5\xecc";
        let decoded = decode(bytes, None).unwrap();
        let text: String = decoded.text.nfc().collect();
        assert_eq!(text, "Bộ Ngoại giao Việt Nam và các nước");
        assert_eq!(decoded.guessed, Some("windows-1258"));
    }

    #[test]
    fn damage_is_named_with_its_place() {
        let mut damaged = "Bộ trưởng Ngoại giao Việt Nam".as_bytes().to_vec();
        damaged.insert(5, 0xff);
        let message = decode(&damaged, None).unwrap_err();
        assert!(message.contains("offset 5"), "{message}");
        let message = decode(b"ab\0\x01\x02\x03cd", None).unwrap_err();
        assert!(message.contains("offset 2"), "{message}");
    }
}
