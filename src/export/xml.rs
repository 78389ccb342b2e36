//! Escapes text for XML and leaves out what XML cannot hold.

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

    /// Appends an id. Ids must not begin or end with blanks or hold line breaks, and stay apart: such
    /// characters are written as in IRIs.
    pub(super) fn push_id(&mut self, id: &str, into: &mut String) {
        use std::fmt::Write as _;

        if is_plain(id) && !id.contains(char::is_whitespace) {
            into.push_str(id);
            return;
        }
        for c in id.chars() {
            if c.is_whitespace() || is_forbidden(c) {
                let _ = write!(into, "%{:02X}", u32::from(c));
            } else {
                self.push(c.encode_utf8(&mut [0; 4]), into);
            }
        }
    }
}

/// Whether a text stands for itself: no marks, no characters that could be forbidden, no white space but
/// single blanks.
fn is_plain(text: &str) -> bool {
    let mut before = 0;
    text.bytes().all(|byte| {
        let twice = byte == b' ' && before == b' ';
        before = byte;
        !twice && !SPECIAL[byte as usize]
    })
}

/// Bytes that need a closer look: marks, controls, and first bytes of characters that may be forbidden.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        special[byte] = true;
        byte += 1;
    }
    special[b'&' as usize] = true;
    special[b'<' as usize] = true;
    special[b'>' as usize] = true;
    special[b'"' as usize] = true;
    special[0x7f] = true;
    special[0xc2] = true;
    special[0xef] = true;
    special
};

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
        let mut escaper = Escaper::default();
        let mut text = String::new();
        escaper.push_id("agency/ a\n\u{0}&", &mut text);
        assert_eq!(text, "agency/%20a%0A%00&amp;");
        assert_eq!(escaper.removed, 0);
    }
}
