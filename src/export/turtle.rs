//! Turtle and TriG for people: grouped by subject, in reading order, with the prefixes in use only.

use std::fmt::Write as _;

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{LiteralRef, NamedNodeRef, NamedOrBlankNodeRef, TermRef, TripleRef};

use super::compact::{Compact, Short};
use super::reading_order::is_same_predicate;
use super::reified::{Group, REIFIES};

/// The datatype, where it must be written.
pub(super) fn named_datatype(literal: LiteralRef<'_>) -> Option<NamedNodeRef<'_>> {
    let datatype = literal.datatype();
    let unwritten = literal.language().is_some() || datatype == xsd::STRING || is_bare(literal);
    (!unwritten).then_some(datatype)
}

/// Whether a literal may stand without quotes.
fn is_bare(literal: LiteralRef<'_>) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let value = literal.value();
    let unsigned = value.strip_prefix(['+', '-']).unwrap_or(value);
    match literal.datatype() {
        xsd::INTEGER => digits(unsigned),
        xsd::DECIMAL => unsigned
            .split_once('.')
            .is_some_and(|(whole, part)| (whole.is_empty() || digits(whole)) && digits(part)),
        xsd::BOOLEAN => matches!(value, "true" | "false"),
        _ => false,
    }
}

/// What a page begins with: the base and the prefixes.
pub(super) fn head(compact: &Compact) -> String {
    let mut text = String::new();
    if let Some(base) = compact.base() {
        let _ = writeln!(text, "@base <{base}> .");
    }
    for (name, iri) in compact.prefixes() {
        let _ = writeln!(text, "@prefix {name}: <{iri}> .");
    }
    text
}

/// A part of a page of Turtle or TriG below its head.
pub(super) struct Page<'a> {
    text: &'a mut String,
    compact: &'a Compact,
    indent: &'static str,
    /// Whether something stands above in the same block.
    below: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(compact: &'a Compact, text: &'a mut String) -> Self {
        Self {
            text,
            compact,
            indent: "",
            below: true,
        }
    }

    /// Opens the block of a graph.
    pub(super) fn open(&mut self, graph: NamedOrBlankNodeRef<'_>) {
        self.text.push('\n');
        self.subject(graph);
        self.text.push_str(" {\n");
        self.indent = "    ";
        self.below = false;
    }

    /// Closes the block of a graph.
    pub(super) fn close(&mut self) {
        self.text.push_str("}\n");
        self.indent = "";
        self.below = true;
    }

    /// Writes all that is said of one subject.
    pub(super) fn group(&mut self, subject: NamedOrBlankNodeRef<'_>, group: &Group<'_>) {
        if self.below {
            self.text.push('\n');
        }
        self.below = true;
        self.text.push_str(self.indent);
        self.subject(subject);
        let mut first = true;
        if let Some(triple) = &group.reifies {
            self.text.push(' ');
            self.iri(REIFIES);
            self.text.push_str(" <<( ");
            self.triple(triple.as_ref());
            self.text.push_str(" )>>");
            first = false;
        }
        for triples in group.triples.chunk_by(|a, b| is_same_predicate(a, b)) {
            if !first {
                self.text.push_str(" ;\n");
                self.text.push_str(self.indent);
                self.text.push_str("   ");
            }
            first = false;
            self.property(triples);
        }
        self.text.push_str(" .\n");
    }

    fn property(&mut self, triples: &[TripleRef<'_>]) {
        for (place, triple) in triples.iter().enumerate() {
            if place > 0 {
                self.text.push_str(" ,\n");
                self.text.push_str(self.indent);
                self.text.push_str("        ");
            } else if triple.predicate == rdf::TYPE {
                self.text.push_str(" a");
            } else {
                self.text.push(' ');
                self.iri(triple.predicate.as_str());
            }
            self.text.push(' ');
            self.term(triple.object);
        }
    }

    fn triple(&mut self, triple: TripleRef<'_>) {
        self.subject(triple.subject);
        self.text.push(' ');
        self.iri(triple.predicate.as_str());
        self.text.push(' ');
        self.term(triple.object);
    }

    fn subject(&mut self, subject: NamedOrBlankNodeRef<'_>) {
        match subject {
            NamedOrBlankNodeRef::NamedNode(node) => self.iri(node.as_str()),
            NamedOrBlankNodeRef::BlankNode(node) => {
                let _ = write!(self.text, "{node}");
            }
        }
    }

    fn term(&mut self, term: TermRef<'_>) {
        match term {
            TermRef::NamedNode(node) => self.iri(node.as_str()),
            TermRef::BlankNode(node) => {
                let _ = write!(self.text, "{node}");
            }
            TermRef::Literal(literal) => self.literal(literal),
        }
    }

    fn literal(&mut self, literal: LiteralRef<'_>) {
        if let Some(language) = literal.language() {
            quote(literal.value(), self.text);
            self.text.push('@');
            self.text.push_str(language);
        } else if literal.datatype() == xsd::STRING {
            quote(literal.value(), self.text);
        } else if is_bare(literal) {
            self.text.push_str(literal.value());
        } else {
            quote(literal.value(), self.text);
            self.text.push_str("^^");
            self.iri(literal.datatype().as_str());
        }
    }

    fn iri(&mut self, iri: &str) {
        match self.compact.shorten(iri) {
            Short::Prefixed(prefix, local) => {
                self.text.push_str(prefix);
                self.text.push(':');
                self.text.push_str(local);
            }
            Short::Relative(iri) | Short::Full(iri) => bracket(iri, self.text),
        }
    }
}

/// An IRI in brackets; what may not stand there is escaped.
fn bracket(iri: &str, text: &mut String) {
    text.push('<');
    let forbidden = |b: u8| {
        (b <= b' ')
            | (b == b'<')
            | (b == b'>')
            | (b == b'"')
            | (b == b'{')
            | (b == b'}')
            | (b == b'|')
            | (b == b'^')
            | (b == b'`')
            | (b == b'\\')
    };
    // Without a way out in the middle the processor looks at many at once.
    if !iri.bytes().fold(false, |any, byte| any | forbidden(byte)) {
        text.push_str(iri);
        text.push('>');
        return;
    }
    let mut rest = iri;
    // All of them are ASCII, so no character is cut.
    while let Some(place) = rest.bytes().position(forbidden) {
        text.push_str(&rest[..place]);
        let _ = write!(text, "\\u{:04X}", rest.as_bytes()[place]);
        rest = &rest[place + 1..];
    }
    text.push_str(rest);
    text.push('>');
}

/// Whether nothing in a text can need an escape: no mark, no control, no first byte of a character that
/// [`quote`] looks for.
fn is_plain(value: &str) -> bool {
    let special = |byte: u8| {
        (byte < 0x20)
            | (byte == b'"')
            | (byte == b'\\')
            | (byte == 0x7f)
            | (byte == 0xc2)
            | (byte == 0xe2)
    };
    !value.bytes().fold(false, |any, byte| any | special(byte))
}

fn quote(value: &str, text: &mut String) {
    // What turns the direction of a line would make it read as something else.
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_escaped = |c: char| c == '"' || c == '\\' || c.is_control() || turns(c);
    text.push('"');
    if is_plain(value) {
        text.push_str(value);
        text.push('"');
        return;
    }
    let mut rest = value;
    while let Some(place) = rest.find(is_escaped) {
        let (plain, behind) = rest.split_at(place);
        text.push_str(plain);
        let mut behind = behind.chars();
        match behind.next() {
            Some('"') => text.push_str("\\\""),
            Some('\\') => text.push_str("\\\\"),
            Some('\n') => text.push_str("\\n"),
            Some('\r') => text.push_str("\\r"),
            Some('\t') => text.push_str("\\t"),
            Some(c) => {
                let _ = write!(text, "\\u{:04X}", u32::from(c));
            }
            None => {}
        }
        rest = behind.as_str();
    }
    text.push_str(rest);
    text.push('"');
}
