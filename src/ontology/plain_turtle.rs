//! Reads the plain Turtle that the ontology's files are written in, many times quicker than a full
//! parser does: every start of the program waits for it.

use super::scanner::Scanner;
use super::turtle::{ID_BASE, Property, Statement, Value, Vocabulary, local_id};

/// A mistake in a file, or anything that a full parser is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotPlain;

/// The statements of a file, in its order.
#[derive(Debug)]
pub(super) struct Statements<'a> {
    scanner: Scanner<'a>,
    prefixes: Vec<(&'a str, Vocabulary)>,
    /// The statement before, and the mark behind it.
    statement: Statement<'a>,
    mark: u8,
}

impl<'a> Statements<'a> {
    /// The statements of a file with this text.
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            scanner: Scanner::new(text),
            prefixes: Vec::new(),
            statement: Statement {
                subject: "",
                property: Property::TYPE,
                value: Value::Iri(""),
            },
            mark: b'.',
        }
    }

    /// The next one, none at the end.
    pub(super) fn next(&mut self) -> Result<Option<&Statement<'a>>, NotPlain> {
        self.scanner.skip_blanks();
        if self.mark == b'.' {
            while self.scanner.takes(b'@') {
                self.directive().ok_or(NotPlain)?;
                self.scanner.skip_blanks();
            }
            if self.scanner.peek().is_none() {
                return Ok(None);
            }
        }
        self.advance().ok_or(NotPlain)?;
        Ok(Some(&self.statement))
    }

    /// Reads what changes from the statement before.
    #[inline]
    fn advance(&mut self) -> Option<()> {
        if self.mark == b'.' {
            self.statement.subject = local_id(self.iri()?);
            self.scanner.skip_blanks();
        }
        if self.mark != b',' {
            self.statement.property = self.property()?;
            self.scanner.skip_blanks();
        }
        self.statement.value = self.value()?;
        self.scanner.skip_blanks();
        self.mark = self.scanner.peek()?;
        matches!(self.mark, b'.' | b';' | b',').then_some(())?;
        self.scanner.takes(self.mark).then_some(())
    }

    /// `@base` with the base that holds anyway, or a prefix.
    fn directive(&mut self) -> Option<()> {
        let kind = self.scanner.word();
        self.scanner.skip_blanks();
        match kind {
            "base" => (self.bracketed()? == ID_BASE).then_some(())?,
            "prefix" => {
                let name = self.scanner.word();
                self.scanner.takes(b':').then_some(())?;
                self.scanner.skip_blanks();
                let iri = self.bracketed()?;
                is_absolute(iri).then_some(())?;
                self.prefixes.push((name, Vocabulary::at(iri)));
            }
            _ => return None,
        }
        self.scanner.skip_blanks();
        self.scanner.takes(b'.').then_some(())
    }

    fn property(&mut self) -> Option<Property<'a>> {
        let name = self.scanner.word();
        if name == "a" && self.scanner.peek() == Some(b' ') {
            return Some(Property::TYPE);
        }
        let (vocabulary, name) = self.name_behind(name)?;
        // What is none of the known is a mistake.
        (vocabulary != Vocabulary::Other).then_some(Property { vocabulary, name })
    }

    fn value(&mut self) -> Option<Value<'a>> {
        match self.scanner.peek()? {
            b'<' => self.iri().map(Value::of_iri),
            b'"' => self.literal(),
            b'0'..=b'9' | b'-' => self.number(),
            _ => match self.scanner.word() {
                "true" if matches!(self.scanner.peek(), Some(b' ' | b';' | b',')) => {
                    Some(Value::Literal("true", None))
                }
                prefix => match self.name_behind(prefix)? {
                    (Vocabulary::Own, name) => Some(Value::Class(name)),
                    _ => None,
                },
            },
        }
    }

    /// An IRI in angle brackets: an id, or an absolute one.
    fn iri(&mut self) -> Option<&'a str> {
        let iri = self.bracketed()?;
        (is_id(iri) || is_absolute(iri)).then_some(iri)
    }

    fn bracketed(&mut self) -> Option<&'a str> {
        self.scanner.bracketed(b'<', b'>')
    }

    /// `Agency` of `nv:Agency`, whose prefix is passed already, and the vocabulary it is of.
    fn name_behind(&mut self, prefix: &str) -> Option<(Vocabulary, &'a str)> {
        self.scanner.takes(b':').then_some(())?;
        let name = self.scanner.word();
        (self.is_behind_value() && !name.is_empty()).then_some(())?;
        let mut prefixes = self.prefixes.iter().rev();
        let (_, vocabulary) = prefixes.find(|(known, _)| *known == prefix)?;
        Some((*vocabulary, name))
    }

    fn is_behind_value(&self) -> bool {
        matches!(self.scanner.peek(), Some(b' ' | b'\n' | b';' | b','))
    }

    /// A text on one line without escapes, with its language; what type it has does not matter.
    fn literal(&mut self) -> Option<Value<'a>> {
        let text = self.scanner.quoted()?;
        let mut language = None;
        if self.scanner.takes(b'@') {
            let tag = self.scanner.run(|byte| byte.is_ascii_lowercase());
            (!tag.is_empty() && self.scanner.peek() != Some(b'-')).then_some(())?;
            language = Some(tag);
        } else if self.scanner.takes(b'^') {
            self.scanner.takes(b'^').then_some(())?;
            let prefix = self.scanner.word();
            self.name_behind(prefix)?;
        }
        Some(Value::Literal(text, language))
    }

    fn number(&mut self) -> Option<Value<'a>> {
        let number = self
            .scanner
            .run(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        let digits = number.strip_prefix('-').unwrap_or(number);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = [whole, part]
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
        (plain && self.is_behind_value()).then_some(Value::Literal(number, None))
    }
}

/// Whether an IRI is an id: `agency/cuc-ngoai-vu`.
fn is_id(iri: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-');
    iri.starts_with(|ch: char| ch.is_ascii_alphabetic()) && iri.bytes().all(plain)
}

/// Whether an IRI is absolute and made of nothing that would have to be checked.
fn is_absolute(iri: &str) -> bool {
    let plain = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b':' | b'/' | b'.' | b'#' | b'-' | b'_' | b'?' | b'=')
    };
    let host = iri
        .strip_prefix("https://")
        .or_else(|| iri.strip_prefix("http://"));
    let host = host.unwrap_or_default();
    host.starts_with(|ch: char| ch.is_ascii_alphanumeric())
        && host.bytes().all(plain)
        && !host.contains(':')
        && !host.contains("/.")
        && host.bytes().filter(|&byte| byte == b'#').count() <= 1
}

#[cfg(test)]
mod tests {
    use super::super::files;
    use super::super::turtle::{SourceFile, Statement, read_fully};
    use super::{NotPlain, Statements};

    /// All statements, as they are shown.
    fn plain(text: &str) -> Result<Vec<String>, NotPlain> {
        let mut statements = Statements::of(text);
        let mut shown = Vec::new();
        while let Some(statement) = statements.next()? {
            shown.push(format!("{statement:?}"));
        }
        Ok(shown)
    }

    fn fully(source: &SourceFile) -> Vec<String> {
        let show = |shown: &mut Vec<String>, statement: &Statement<'_>| {
            shown.push(format!("{statement:?}"));
            Ok(())
        };
        read_fully(source, show).expect("it is Turtle")
    }

    #[test]
    fn the_files_compiled_in_are_read_as_the_full_parser_reads_them() {
        let mut quick = 0;
        for source in files::embedded() {
            if source.name.ends_with(".ttl")
                && let Ok(statements) = plain(&source.text)
            {
                quick += 1;
                assert_eq!(statements, fully(&source), "{}", source.name);
            }
        }
        assert!(quick >= 10, "only {quick} files are plain");
    }

    #[test]
    fn what_is_read_is_what_the_full_parser_reads() {
        let head = "@prefix nv: <https://w3id.org/ngoaivu/ontology#> . # a comment\n";
        for body in [
            "<a/b> a nv:X ; nv:y \"z\"@vi, \"w\"^^nv:t, -1.5 , 2 ; nv:z true .\n<a/b> nv:q <http://x.example/Y#z> .",
            "<https://w3id.org/ngoaivu/id/a/b> nv:y <a/c> .#end",
            "<a/b> nv:y \"\" , nv:true .",
            "<a/b> nv:y <https://w3id.org/ngoaivu/ontology#X> , <https://w3id.org/ngoaivu/id/a> .",
        ] {
            let source = files::named("plain.ttl", &format!("{head}{body}"));
            assert_eq!(plain(&source.text), Ok(fully(&source)), "{body}");
        }
    }

    #[test]
    fn what_needs_a_full_parser_is_left_to_it() {
        let head = "@prefix nv: <https://w3id.org/ngoaivu/ontology#> .\n";
        for body in [
            "<a/b> nv:y \"\"\"long\"\"\" .",
            "<a/b> nv:y \"a \\\" quote\" .",
            "<a/b> nv:y [ nv:z 1 ] .",
            "<a/b> nv:y ( 1 ) .",
            "<a/b> nv:y 1e3 .",
            "<a/../b> nv:y 1 .",
            "<a/b> nv:y 1.",
            "<a/b> nv:y \"x\"@vi-VN .",
            "<a/b> nv:y nv:z.w .",
            "<a/b> nv:y 'single' .",
            "<a/b> nv:y unknown:z .",
            "<a/b> nv:y \"x\" ",
            "<a/b> nv:y true",
            "<a/b> nv:y 1 , .",
            "<a/b> nv:y 1 ; .",
            "@base <http://other.example/> . <a/b> nv:y 1 .",
            "PREFIX x: <http://x.example/> <a/b> nv:y 1 .",
            "@prefix x: <http://x.example/> . <a/b> x:y 1 .",
            "@prefix x: <http://x.example/> . <a/b> nv:y x:z .",
            "@prefix x: <https://w3id.org/ngoaivu/ontology#y> . <a/b> x:z 1 .",
        ] {
            assert_eq!(plain(&format!("{head}{body}")), Err(NotPlain), "{body}");
        }
    }
}
