//! Reads the plain Turtle that the ontology's files are written in, many times quicker than a full
//! parser does: every start of the program waits for it.

use super::turtle::{ID_BASE, Node, Value};

const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// The things that a file describes, in its order; `None` where the file holds a mistake or anything
/// that a full parser is needed for.
pub(super) fn read(text: &str) -> Option<Vec<Node>> {
    let mut scanner = Scanner {
        rest: text,
        prefixes: Vec::new(),
    };
    let mut nodes: Vec<Node> = Vec::new();
    loop {
        scanner.skip_blanks();
        if scanner.rest.is_empty() {
            return Some(nodes);
        }
        if scanner.takes("@") {
            scanner.directive()?;
            continue;
        }
        let id = scanner.iri()?;
        let statements = scanner.statements()?;
        match nodes.last_mut() {
            Some(node) if node.id == id => node.statements.extend(statements),
            _ => nodes.push(Node { id, statements }),
        }
    }
}

struct Scanner<'a> {
    rest: &'a str,
    prefixes: Vec<(&'a str, &'a str)>,
}

impl<'a> Scanner<'a> {
    /// Passes over white space and comments.
    fn skip_blanks(&mut self) {
        loop {
            self.rest = self.rest.trim_ascii_start();
            if !self.rest.starts_with('#') {
                return;
            }
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            self.rest = &self.rest[end..];
        }
    }

    fn takes(&mut self, mark: &str) -> bool {
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// The longest run of bytes of a kind, which must be ASCII.
    fn run(&mut self, belongs: impl Fn(u8) -> bool) -> &'a str {
        let length = self.rest.bytes().position(|byte| !belongs(byte));
        let (run, rest) = self.rest.split_at(length.unwrap_or(self.rest.len()));
        self.rest = rest;
        run
    }

    fn word(&mut self) -> &'a str {
        self.run(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    }

    /// `@base` with the base that holds anyway, or a prefix.
    fn directive(&mut self) -> Option<()> {
        let kind = self.word();
        self.skip_blanks();
        match kind {
            "base" => {
                let base = self.bracketed()?;
                (base == ID_BASE).then_some(())?;
            }
            "prefix" => {
                let name = self.word();
                self.takes(":").then_some(())?;
                self.skip_blanks();
                let iri = self.bracketed()?;
                is_absolute(iri).then_some(())?;
                self.prefixes.push((name, iri));
            }
            _ => return None,
        }
        self.skip_blanks();
        self.takes(".").then_some(())
    }

    /// Predicates and objects up to the full stop.
    fn statements(&mut self) -> Option<Vec<(String, Value)>> {
        let mut statements = Vec::new();
        loop {
            self.skip_blanks();
            let predicate = match self.rest.strip_prefix("a ") {
                Some(rest) => {
                    self.rest = rest;
                    RDF_TYPE.to_owned()
                }
                None => self.name()?,
            };
            loop {
                self.skip_blanks();
                statements.push((predicate.clone(), self.object()?));
                self.skip_blanks();
                if !self.takes(",") {
                    break;
                }
            }
            if self.takes(".") {
                return Some(statements);
            }
            self.takes(";").then_some(())?;
        }
    }

    fn object(&mut self) -> Option<Value> {
        match self.rest.as_bytes().first()? {
            b'<' => self.iri().map(Value::Iri),
            b'"' => self.literal(),
            b'0'..=b'9' | b'-' => self.number(),
            _ => match self.rest.strip_prefix("true") {
                Some(rest) if rest.starts_with([' ', ';', ',']) => {
                    self.rest = rest;
                    Some(Value::Literal("true".to_owned(), None))
                }
                _ => self.name().map(|iri| Value::Iri(local(&iri))),
            },
        }
    }

    /// An IRI in angle brackets: an id, or an absolute one.
    fn iri(&mut self) -> Option<String> {
        let iri = self.bracketed()?;
        let is_id = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-');
        let id = iri.starts_with(|ch: char| ch.is_ascii_alphabetic()) && iri.bytes().all(is_id);
        (id || is_absolute(iri)).then(|| local(iri))
    }

    fn bracketed(&mut self) -> Option<&'a str> {
        let (iri, rest) = self.rest.strip_prefix('<')?.split_once('>')?;
        self.rest = rest;
        Some(iri)
    }

    /// `nv:Agency` in full.
    fn name(&mut self) -> Option<String> {
        let prefix = self.word();
        self.takes(":").then_some(())?;
        let local = self.word();
        let ends = self.rest.starts_with([' ', '\n', ';', ',']);
        let mut prefixes = self.prefixes.iter().rev();
        let (_, iri) = prefixes.find(|(known, _)| *known == prefix)?;
        (ends && !local.is_empty()).then(|| [iri, local].concat())
    }

    /// A text on one line without escapes, with its language; what type it has does not matter.
    fn literal(&mut self) -> Option<Value> {
        let (text, rest) = self.rest.strip_prefix('"')?.split_once('"')?;
        self.rest = rest;
        if text.contains(['\\', '\n', '\r']) || rest.starts_with('"') {
            return None;
        }
        let mut language = None;
        if self.takes("@") {
            let tag = self.run(|byte| byte.is_ascii_lowercase());
            (!tag.is_empty() && !self.rest.starts_with('-')).then_some(())?;
            language = Some(tag.to_owned());
        } else if self.takes("^^") {
            self.name()?;
        }
        Some(Value::Literal(text.to_owned(), language))
    }

    fn number(&mut self) -> Option<Value> {
        let number = self.run(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        let digits = number.strip_prefix('-').unwrap_or(number);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = [whole, part]
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
        let ends = self.rest.starts_with([' ', '\n', ';', ',']);
        (plain && ends).then(|| Value::Literal(number.to_owned(), None))
    }
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
        && host.matches('#').count() <= 1
}

fn local(iri: &str) -> String {
    iri.strip_prefix(ID_BASE).unwrap_or(iri).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::files;
    use super::super::turtle::{SourceFile, read_fully};
    use super::read;

    #[test]
    fn the_files_compiled_in_are_read_as_the_full_parser_reads_them() {
        let mut quick = 0;
        for source in files::embedded() {
            if source.name.ends_with(".ttl")
                && let Some(nodes) = read(&source.text)
            {
                quick += 1;
                let fully = read_fully(&source).expect("files compiled in are right");
                assert_eq!(nodes, fully, "{}", source.name);
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
        ] {
            let source = SourceFile {
                name: "plain.ttl".to_owned(),
                text: format!("{head}{body}"),
            };
            let fully = read_fully(&source).expect("it is Turtle");
            assert_eq!(read(&source.text), Some(fully), "{body}");
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
            "@base <http://other.example/> . <a/b> nv:y 1 .",
            "PREFIX x: <http://x.example/> <a/b> nv:y 1 .",
        ] {
            assert_eq!(read(&format!("{head}{body}")), None, "{body}");
        }
    }
}
