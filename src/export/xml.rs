//! Escapes text for XML and leaves out what XML cannot hold.

use std::borrow::Cow;

/// Escapes texts into a buffer and counts the characters it had to drop.
#[derive(Debug, Default)]
pub(super) struct Escaper {
    /// Characters left out so far.
    pub(super) removed: u64,
}

impl Escaper {
    /// Appends `text` for use between tags and in attributes with double quotes. Runs of white space become
    /// one blank: line breaks in attributes don't survive parsing anyway.
    pub(super) fn push(&mut self, text: &str, into: &mut String) {
        if is_plain(text) {
            into.push_str(text);
            return;
        }
        let mut blank = false;
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' => {
                    blank = true;
                    continue;
                }
                c if is_forbidden(c) => {
                    self.removed += 1;
                    continue;
                }
                _ if blank => into.push(' '),
                _ => {}
            }
            blank = false;
            match c {
                '&' => into.push_str("&amp;"),
                '<' => into.push_str("&lt;"),
                '>' => into.push_str("&gt;"),
                '"' => into.push_str("&quot;"),
                c => into.push(c),
            }
        }
        if blank {
            into.push(' ');
        }
    }
}

/// An id as XML holds it. Ids must not begin or end with blanks or hold line breaks, and stay apart: such
/// characters are written as in IRIs.
pub(super) fn escaped_id(id: &str) -> Cow<'_, str> {
    use std::fmt::Write as _;

    if is_plain(id) && !id.contains(char::is_whitespace) {
        return Cow::Borrowed(id);
    }
    let (mut escaper, mut escaped) = (Escaper::default(), String::new());
    for c in id.chars() {
        if c.is_whitespace() || is_forbidden(c) {
            let _ = write!(escaped, "%{:02X}", u32::from(c));
        } else {
            escaper.push(c.encode_utf8(&mut [0; 4]), &mut escaped);
        }
    }
    Cow::Owned(escaped)
}

/// Whether a text stands for itself: no marks, no characters that could be forbidden, no white space but
/// single blanks.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Without a way out in the middle the processor looks at many at once.
    let special = bytes
        .iter()
        .fold(false, |any, &byte| any | is_special(byte));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    !special && !pairs.fold(false, |any, (&a, &b)| any | (a == b' ' && b == b' '))
}

/// Bytes that need a closer look: marks, controls, and first bytes of characters that may be forbidden.
const fn is_special(byte: u8) -> bool {
    (byte < 0x20)
        | (byte == b'&')
        | (byte == b'<')
        | (byte == b'>')
        | (byte == b'"')
        | (byte == 0x7f)
        | (byte == 0xc2)
        | (byte == 0xef)
}

/// What XML 1.0 forbids or advises against: control characters and the two non-characters of the plane.
pub(super) fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped_and_forbidden_characters_counted() {
        let mut escaper = Escaper::default();
        let mut text = String::new();
        escaper.push("<A & \"B\">\n\tĐà\u{0} Nẵng\u{1f}\u{ffff}\u{85}", &mut text);
        assert_eq!(text, "&lt;A &amp; &quot;B&quot;&gt; Đà Nẵng");
        assert_eq!(escaper.removed, 4);
        text.clear();
        escaper.push("Bà  Rịa - Vũng Tàu", &mut text);
        assert_eq!(text, "Bà Rịa - Vũng Tàu");
    }

    #[test]
    fn ids_stay_apart() {
        assert_eq!(escaped_id("agency/ a\n\u{0}&"), "agency/%20a%0A%00&amp;");
        assert!(matches!(escaped_id("agency/sở"), Cow::Borrowed(_)));
    }
}
