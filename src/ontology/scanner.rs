//! Walks over a plain text of data: its blanks and comments, words, texts in quotation marks.

/// What a byte may be part of, each a bit: looked up, a byte costs less than compared.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let value = byte as u8;
        if value.is_ascii_alphanumeric() || matches!(value, b'-' | b'_') {
            kinds[byte] |= WORD;
        }
        if !matches!(value, b'"' | b'\\' | b'\n' | b'\r') {
            kinds[byte] |= QUOTED;
        }
        if !matches!(value, b'<' | b'>' | b'[' | b']' | b'\n' | b'\r') {
            kinds[byte] |= BRACKETED;
        }
        byte += 1;
    }
    kinds
};
const WORD: u8 = 1;
const QUOTED: u8 = 1 << 1;
const BRACKETED: u8 = 1 << 2;

/// Where reading stands in a text.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// At the beginning of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The byte that stands next, none at the end.
    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over white space and over comments, which begin with `#` and end with their line.
    #[inline]
    pub(super) fn skip_blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte <= b'#') {
            match self.peek() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(b'#') => _ = self.run(|byte| !matches!(byte, b'\n' | b'\r')),
                _ => return,
            }
        }
    }

    /// Passes over a mark of one byte, if it stands next; says whether it did.
    #[inline]
    pub(super) fn takes(&mut self, mark: u8) -> bool {
        let found = self.peek() == Some(mark);
        self.at += usize::from(found);
        found
    }

    /// The longest run of bytes of a kind, which must be all or none of a character.
    #[inline]
    pub(super) fn run(&mut self, belongs: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let length = rest.iter().position(|&byte| !belongs(byte));
        self.at += length.unwrap_or(rest.len());
        &self.text[start..self.at]
    }

    /// A name of ASCII letters, digits, hyphens and low lines; empty where none stands next.
    #[inline]
    pub(super) fn word(&mut self) -> &'a str {
        self.run_of(WORD)
    }

    #[inline]
    fn run_of(&mut self, kind: u8) -> &'a str {
        self.run(|byte| KINDS[usize::from(byte)] & kind != 0)
    }

    /// What stands between two brackets on one line, without brackets in it.
    #[inline]
    pub(super) fn bracketed(&mut self, opening: u8, closing: u8) -> Option<&'a str> {
        self.takes(opening).then_some(())?;
        let inside = self.run_of(BRACKETED);
        self.takes(closing).then_some(inside)
    }

    /// A text in quotation marks on one line without escapes.
    #[inline]
    pub(super) fn quoted(&mut self) -> Option<&'a str> {
        self.takes(b'"').then_some(())?;
        let text = self.run_of(QUOTED);
        // Three marks open a text of several lines.
        let ends = self.takes(b'"') && self.peek() != Some(b'"');
        ends.then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Scanner;

    #[test]
    fn words_and_texts_are_taken_one_by_one() {
        let mut scanner = Scanner::new(" # a comment\n\t#another\nviệt-1 \"Việt Nam\"<a>");
        scanner.skip_blanks();
        assert_eq!((scanner.word(), scanner.peek()), ("vi", Some(0xe1)));
        assert_eq!(scanner.run(|byte| byte != b' '), "ệt-1");
        assert!(!scanner.takes(b'"') && scanner.takes(b' '));
        assert_eq!(scanner.quoted(), Some("Việt Nam"));
        assert_eq!(scanner.bracketed(b'<', b'>'), Some("a"));
        assert_eq!((scanner.peek(), scanner.word()), (None, ""));
    }

    #[test]
    fn texts_with_escapes_or_of_several_lines_are_not_taken() {
        for text in ["\"a\\tb\"", "\"a\nb\"", "\"\"\"a\"\"\"", "\"a", "a"] {
            assert_eq!(Scanner::new(text).quoted(), None, "{text}");
        }
        assert_eq!(Scanner::new("\"\"").quoted(), Some(""));
        assert_eq!(Scanner::new("<a\n>").bracketed(b'<', b'>'), None);
    }
}
