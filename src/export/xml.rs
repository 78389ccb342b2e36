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

/// What XML 1.0 forbids or advises against: control characters and the two non-characters of the plane.
fn is_forbidden(c: char) -> bool {
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
    }
}
