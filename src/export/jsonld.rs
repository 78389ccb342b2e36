//! JSON-LD with a compact context: short names for all terms, plain strings wherever the context can tell
//! their type or language.

use std::collections::BTreeMap;
use std::io::{self, Write};

use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{GraphName, LiteralRef, TermRef, TripleRef};
use serde_json::{Value, json};

use super::compact::{Compact, Short};
use super::reading_order::Order;
use super::units::{Extract, Survey, Values, graph_of_key};

/// Writes all graphs: the default graph's nodes first, then one object for each named graph.
///
/// # Errors
/// If the store or the output fails.
pub(super) fn write_jsonld(
    extract: &Extract<'_>,
    survey: &Survey,
    writer: &mut impl Write,
) -> io::Result<usize> {
    let names = Names::new(survey);
    let mut page = Page {
        writer,
        first: true,
    };
    page.head(&names.context(survey))?;
    let order = Order::new(extract.iris);
    let mut count = 0;
    for key in &survey.graphs {
        let graph = graph_of_key(key);
        let selected = extract.select_graph(graph.as_ref())?;
        let triples = extract.graph_triples(&selected, &order);
        count += triples.len();
        let nodes = triples.chunk_by(|a, b| a.subject == b.subject);
        let nodes: Vec<Object> = nodes.map(|node| names.node(node)).collect();
        match &graph {
            GraphName::DefaultGraph => nodes.iter().try_for_each(|node| page.node(node))?,
            GraphName::NamedNode(node) => page.graph(&names.id(node.as_str()), &nodes)?,
            GraphName::BlankNode(node) => page.graph(&node.to_string(), &nodes)?,
        }
    }
    page.finish()?;
    Ok(count)
}

/// An object with its properties in reading order.
type Object = Vec<(String, Value)>;

/// How terms are called.
struct Names<'a> {
    compact: &'a Compact,
    /// What the context says of the values of a property, by its key.
    types: BTreeMap<String, &'a Values>,
}

impl<'a> Names<'a> {
    fn new(survey: &'a Survey) -> Self {
        let mut names = Self {
            compact: &survey.compact,
            types: BTreeMap::new(),
        };
        let typed = survey.properties.iter().filter(|(property, values)| {
            **property != rdf::TYPE && **values != Values::Mixed && !is_native(values)
        });
        names.types = typed
            .map(|(property, values)| (names.term(property.as_str()), values))
            .collect();
        names
    }

    fn context(&self, survey: &Survey) -> Object {
        let mut context = Object::new();
        if let Some(base) = self.compact.base() {
            context.push(("@base".to_owned(), json!(base)));
        }
        for (prefix, iri) in self.compact.prefixes() {
            if prefix == "nv" {
                context.push(("@vocab".to_owned(), json!(iri)));
            } else if !self.compact.is_ambiguous(prefix) {
                context.push((prefix.to_owned(), json!(iri)));
            }
        }
        for property in survey.properties.keys() {
            let key = self.term(property.as_str());
            let Some(values) = self.types.get(&key) else {
                continue;
            };
            let (keyword, value) = match values {
                Values::Iris => ("@type", "@id".to_owned()),
                Values::Typed(datatype) => ("@type", self.term(datatype.as_str())),
                Values::Language(language) => ("@language", language.clone()),
                Values::Mixed => continue,
            };
            let definition = json!({ "@id": self.absolute(property.as_str()), keyword: value });
            context.push((key, definition));
        }
        context
    }

    /// A property, class or datatype: our own by name, others with their prefix.
    fn term(&self, iri: &str) -> String {
        match self.compact.shorten(iri) {
            Short::Prefixed("nv", local) => local.to_owned(),
            Short::Prefixed(prefix, local) if !self.compact.is_ambiguous(prefix) => {
                format!("{prefix}:{local}")
            }
            _ => iri.to_owned(),
        }
    }

    /// A property within the context, where our own terms have no name yet.
    fn absolute(&self, iri: &str) -> String {
        match self.compact.shorten(iri) {
            Short::Prefixed("nv", _) => iri.to_owned(),
            _ => self.term(iri),
        }
    }

    /// The name of a node.
    fn id(&self, iri: &str) -> String {
        match self.compact.shorten(iri) {
            Short::Relative(path) => path.to_owned(),
            Short::Prefixed(prefix, local)
                if prefix != "nv" && !self.compact.is_ambiguous(prefix) =>
            {
                format!("{prefix}:{local}")
            }
            _ => iri.to_owned(),
        }
    }

    fn node(&self, triples: &[TripleRef<'_>]) -> Object {
        let mut node = Object::new();
        let Some(first) = triples.first() else {
            return node;
        };
        let id = match TermRef::from(first.subject) {
            TermRef::NamedNode(subject) => self.id(subject.as_str()),
            other => other.to_string(),
        };
        node.push(("@id".to_owned(), Value::String(id)));
        for values in triples.chunk_by(|a, b| a.predicate == b.predicate) {
            let property = values[0].predicate;
            let classes: Option<Vec<Value>> = (property == rdf::TYPE)
                .then(|| {
                    values
                        .iter()
                        .map(|triple| self.class(triple.object))
                        .collect()
                })
                .flatten();
            let (key, mut values) = match classes {
                Some(classes) => ("@type".to_owned(), classes),
                None => {
                    let key = self.term(property.as_str());
                    let values = values.iter();
                    let values = values.map(|t| self.value(&key, t.object)).collect();
                    (key, values)
                }
            };
            let value = if values.len() == 1 {
                values.remove(0)
            } else {
                Value::Array(values)
            };
            node.push((key, value));
        }
        node
    }

    fn class(&self, class: TermRef<'_>) -> Option<Value> {
        match class {
            TermRef::NamedNode(class) => Some(Value::String(self.term(class.as_str()))),
            TermRef::BlankNode(class) => Some(Value::String(class.to_string())),
            _ => None,
        }
    }

    fn value(&self, key: &str, object: TermRef<'_>) -> Value {
        let known = self.types.get(key).copied();
        let id = match object {
            TermRef::NamedNode(node) => self.id(node.as_str()),
            TermRef::BlankNode(node) => node.to_string(),
            TermRef::Literal(literal) => return self.literal(known, literal),
        };
        match known {
            Some(Values::Iris) => Value::String(id),
            _ => json!({ "@id": id }),
        }
    }

    fn literal(&self, known: Option<&Values>, literal: LiteralRef<'_>) -> Value {
        let text = literal.value();
        if let Some(language) = literal.language() {
            return match known {
                Some(Values::Language(_)) => json!(text),
                _ => json!({ "@value": text, "@language": language }),
            };
        }
        let datatype = literal.datatype();
        match known {
            Some(Values::Typed(_)) => json!(text),
            None if datatype == xsd::STRING => json!(text),
            None if native(literal).is_some() => native(literal).unwrap_or_default(),
            _ => json!({ "@value": text, "@type": self.term(datatype.as_str()) }),
        }
    }
}

/// Whether the values are such that JSON tells their type.
fn is_native(values: &Values) -> bool {
    match values {
        Values::Typed(datatype) => {
            [xsd::STRING, xsd::INTEGER, xsd::BOOLEAN].contains(&datatype.as_ref())
        }
        _ => false,
    }
}

/// A number or truth value of JSON that is read back with the very same digits.
fn native(literal: LiteralRef<'_>) -> Option<Value> {
    let text = literal.value();
    match literal.datatype() {
        xsd::BOOLEAN => text
            .parse::<bool>()
            .ok()
            .map(Value::from)
            .filter(|_| matches!(text, "true" | "false")),
        xsd::INTEGER => {
            let number = text.parse::<i64>().ok()?;
            let exact = number.unsigned_abs() < 1 << 53 && number.to_string() == text;
            exact.then(|| Value::from(number))
        }
        _ => None,
    }
}

/// The text, written as it grows.
struct Page<'a, W> {
    writer: &'a mut W,
    first: bool,
}

impl<W: Write> Page<'_, W> {
    fn head(&mut self, context: &Object) -> io::Result<()> {
        self.writer.write_all(b"{\n  \"@context\": ")?;
        self.object(context, 2)?;
        self.writer.write_all(b",\n  \"@graph\": [")
    }

    fn finish(&mut self) -> io::Result<()> {
        self.writer.write_all(b"\n  ]\n}\n")
    }

    fn separate(&mut self) -> io::Result<()> {
        let separator: &[u8] = if self.first { b"\n" } else { b",\n" };
        self.first = false;
        self.writer.write_all(separator)
    }

    fn node(&mut self, node: &Object) -> io::Result<()> {
        self.separate()?;
        self.writer.write_all(b"    ")?;
        self.object(node, 4)
    }

    fn graph(&mut self, id: &str, nodes: &[Object]) -> io::Result<()> {
        self.separate()?;
        write!(
            self.writer,
            "    {{\n      \"@id\": {},\n      \"@graph\": [",
            json!(id)
        )?;
        for (place, node) in nodes.iter().enumerate() {
            let separator: &[u8] = if place == 0 { b"\n" } else { b",\n" };
            self.writer.write_all(separator)?;
            self.writer.write_all(b"        ")?;
            self.object(node, 8)?;
        }
        self.writer.write_all(b"\n      ]\n    }")
    }

    /// One property a line; long lists of values stay on theirs.
    fn object(&mut self, properties: &Object, indent: usize) -> io::Result<()> {
        self.writer.write_all(b"{")?;
        for (place, (key, value)) in properties.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(
                self.writer,
                "{comma}\n{:indent$}  {}: ",
                "",
                Value::from(key.as_str())
            )?;
            serde_json::to_writer(&mut *self.writer, value)?;
        }
        write!(self.writer, "\n{:indent$}}}", "")
    }
}
