//! The IRIs of terms, entities, articles, sentences, and their way back.

use std::fmt::Write as _;

use oxigraph::model::{IriParseError, NamedNode};

use crate::model::{EntityId, Predicate, Span};

/// Where IRIs start unless `--base-iri` says otherwise.
pub const DEFAULT_BASE: &str = "https://w3id.org/ngoaivu/";

/// Makes and reads the IRIs below one base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Iris {
    base: String,
}

impl Default for Iris {
    fn default() -> Self {
        Self {
            base: DEFAULT_BASE.to_owned(),
        }
    }
}

impl Iris {
    /// IRIs below `base`, which must be absolute and end in `/`.
    ///
    /// # Errors
    /// If `base` is no such IRI.
    pub fn new(base: &str) -> Result<Self, InvalidBase> {
        let parsed = NamedNode::new(base).map_err(|source| InvalidBase::NoIri {
            base: base.to_owned(),
            source,
        })?;
        if !base.ends_with('/') {
            return Err(InvalidBase::NoSlash(base.to_owned()));
        }
        Ok(Self {
            base: parsed.into_string(),
        })
    }

    /// The base.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// A term of the vocabulary: `ontology#NAME`.
    pub fn term(&self, name: &str) -> NamedNode {
        self.node(format_args!("ontology#{name}"))
    }

    /// The property of a predicate.
    pub fn predicate(&self, predicate: Predicate) -> NamedNode {
        self.term(predicate.name())
    }

    /// An entity: `id/TYPE/SLUG`.
    pub fn entity(&self, id: &EntityId) -> NamedNode {
        let mut iri = format!("{}id/", self.base);
        match id.as_str().split_once('/') {
            Some((kind, slug)) => {
                encode_segment(kind, &mut iri);
                iri.push('/');
                encode_segment(slug, &mut iri);
            }
            None => encode_segment(id.as_str(), &mut iri),
        }
        NamedNode::new_unchecked(iri)
    }

    /// An article, which is also the name of its graph: `article/ID`.
    pub fn article(&self, id: &str) -> NamedNode {
        let mut iri = format!("{}article/", self.base);
        encode_segment(id, &mut iri);
        NamedNode::new_unchecked(iri)
    }

    /// A stretch of an article's text, as RFC 5147 counts: `article/ID#char=START,END`.
    pub fn text_range(&self, article: &NamedNode, span: Span) -> NamedNode {
        NamedNode::new_unchecked(format!(
            "{}#char={},{}",
            article.as_str(),
            span.start,
            span.end
        ))
    }

    /// The `number`th statement of an article, counted from 1.
    pub fn statement(&self, article: &NamedNode, number: usize) -> NamedNode {
        NamedNode::new_unchecked(format!("{}#statement-{number}", article.as_str()))
    }

    /// The figure that stands at `span` of an article.
    pub fn figure(&self, article: &NamedNode, span: Span) -> NamedNode {
        NamedNode::new_unchecked(format!(
            "{}#figure={},{}",
            article.as_str(),
            span.start,
            span.end
        ))
    }

    /// The reading of an article by the program.
    pub fn reading(&self, article: &NamedNode) -> NamedNode {
        NamedNode::new_unchecked(format!("{}#reading", article.as_str()))
    }

    /// A version of the program.
    pub fn software(&self, version: &str) -> NamedNode {
        let mut iri = format!("{}software/", self.base);
        encode_segment(version, &mut iri);
        NamedNode::new_unchecked(iri)
    }

    /// The graph of the vocabulary and of what is known before any article is read.
    pub fn ontology_graph(&self) -> NamedNode {
        self.node(format_args!("ontology"))
    }

    /// The graph of what all articles together say of entities: types and preferred names.
    pub fn entities_graph(&self) -> NamedNode {
        self.node(format_args!("entities"))
    }

    /// The graph of what all articles together say of articles: which print the same story.
    pub fn stories_graph(&self) -> NamedNode {
        self.node(format_args!("stories"))
    }

    /// The graph of what is kept only for the next build: ids as read, signatures, the curation.
    pub fn readings_graph(&self) -> NamedNode {
        self.node(format_args!("readings"))
    }

    /// The local name of a term of the vocabulary.
    pub fn read_term<'a>(&self, iri: &'a str) -> Option<&'a str> {
        iri.strip_prefix(&self.base)?.strip_prefix("ontology#")
    }

    /// The predicate that a property stands for.
    pub fn read_predicate(&self, iri: &str) -> Option<Predicate> {
        Predicate::from_name(self.read_term(iri)?)
    }

    /// The entity that an IRI names.
    pub fn read_entity(&self, iri: &str) -> Option<EntityId> {
        decode(iri.strip_prefix(&self.base)?.strip_prefix("id/")?).map(EntityId)
    }

    /// The id of the article that an IRI names; none for a part of an article.
    pub fn read_article(&self, iri: &str) -> Option<String> {
        let segment = iri.strip_prefix(&self.base)?.strip_prefix("article/")?;
        (!segment.contains('#')).then(|| decode(segment))?
    }

    /// The version that an IRI of [`software`](Self::software) names.
    pub fn read_software(&self, iri: &str) -> Option<String> {
        decode(iri.strip_prefix(&self.base)?.strip_prefix("software/")?)
    }

    fn node(&self, rest: std::fmt::Arguments<'_>) -> NamedNode {
        NamedNode::new_unchecked(format!("{}{rest}", self.base))
    }
}

/// The span in an IRI of [`Iris::text_range`] (`key` is `char`) or [`Iris::figure`] (`figure`).
pub(crate) fn read_span(iri: &str, key: &str) -> Option<Span> {
    let (_, fragment) = iri.rsplit_once('#')?;
    let (start, end) = fragment
        .strip_prefix(key)?
        .strip_prefix('=')?
        .split_once(',')?;
    Some(Span::new(start.parse().ok()?, end.parse().ok()?))
}

/// Why a base is refused.
#[derive(Debug, thiserror::Error)]
pub enum InvalidBase {
    /// Not an absolute IRI.
    #[error("`{base}` is no absolute IRI: {source}")]
    NoIri {
        /// What was given.
        base: String,
        /// What is wrong.
        source: IriParseError,
    },
    /// It would run into what comes behind.
    #[error("the base IRI `{0}` must end in `/`")]
    NoSlash(String),
}

/// Writes one path segment: letters of all scripts, digits and `-._~` stand for themselves, the rest as
/// the percent-encoded bytes of its UTF-8. A segment of dots alone is encoded too, since `..` would
/// climb when the IRI is resolved.
fn encode_segment(segment: &str, iri: &mut String) {
    let only_dots = segment.bytes().all(|byte| byte == b'.');
    for c in segment.chars() {
        if stands_for_itself(c) && !only_dots {
            iri.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(iri, "%{byte:02X}");
            }
        }
    }
}

/// RFC 3987 `iunreserved` without marks of direction, which section 4.1 forbids.
fn stands_for_itself(c: char) -> bool {
    let code = u32::from(c);
    match code {
        0..0x80 => c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~'),
        0x200E..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069 => false,
        0xA0..=0xD7FF | 0xF900..=0xFDCF | 0xFDF0..=0xFFEF => true,
        0x1_0000..0xE_0000 => code & 0xFFFF <= 0xFFFD,
        _ => false,
    }
}

fn decode(segment: &str) -> Option<String> {
    if !segment.contains('%') {
        return Some(segment.to_owned());
    }
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::EntityType;

    #[test]
    fn slugs_keep_vietnamese_letters() {
        let iris = Iris::default();
        let id = EntityId::new(EntityType::Person, "nguyễn-thị-ánh");
        assert_eq!(
            iris.entity(&id).as_str(),
            "https://w3id.org/ngoaivu/id/person/nguyễn-thị-ánh"
        );
    }

    #[test]
    fn records_and_dots_are_encoded() {
        let iris = Iris::default();
        assert!(iris.article("tin#3").as_str().ends_with("article/tin%233"));
        assert!(iris.article("..").as_str().ends_with("article/%2E%2E"));
        assert!(
            iris.article("a\u{202e}b")
                .as_str()
                .ends_with("/a%E2%80%AEb")
        );
    }

    #[test]
    fn base_must_be_absolute_and_closed() {
        assert!(matches!(Iris::new("tin/"), Err(InvalidBase::NoIri { .. })));
        assert!(matches!(
            Iris::new("http://a.vn/x"),
            Err(InvalidBase::NoSlash(_))
        ));
        let iris = Iris::new("http://a.vn/x/").unwrap();
        assert_eq!(iris.term("title").as_str(), "http://a.vn/x/ontology#title");
    }

    #[test]
    fn ranges_are_read_back() {
        let iris = Iris::default();
        let article = iris.article("a");
        let span = Span::new(12, 345);
        let range = iris.text_range(&article, span);
        assert!(range.as_str().ends_with("article/a#char=12,345"));
        assert_eq!(read_span(range.as_str(), "char"), Some(span));
        assert_eq!(read_span(range.as_str(), "figure"), None);
        assert_eq!(iris.read_article(range.as_str()), None);
    }

    proptest! {
        #[test]
        fn any_id_makes_a_valid_iri_and_comes_back(id in "\\PC{1,20}|[\\x00-\\x7f]{1,20}|.{1,8}") {
            let iris = Iris::default();
            let article = iris.article(&id);
            prop_assert!(NamedNode::new(article.as_str()).is_ok(), "{}", article);
            prop_assert_eq!(iris.read_article(article.as_str()), Some(id.clone()));
            let entity = EntityId::new(EntityType::Event, &id);
            let node = iris.entity(&entity);
            prop_assert!(NamedNode::new(node.as_str()).is_ok(), "{}", node);
            prop_assert_eq!(iris.read_entity(node.as_str()), Some(entity));
        }
    }
}
