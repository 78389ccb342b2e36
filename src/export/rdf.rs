//! Writes a store, or a part of it, in the RDF formats: piece by piece, so that memory does not grow with it.

use std::io::{self, Write};

use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::{
    GraphName, GraphNameRef, NamedOrBlankNodeRef, Quad, QuadRef, TermRef, Triple, TripleRef,
};

use rayon::slice::ParallelSliceMut;

use super::format::Format;
use super::jsonld::write_jsonld;
use super::pieces::write_in_order;
use super::reading_order::{self, Order, is_same_subject};
use super::reified::{Group, REIFIES, reify};
use super::scope::Scope;
use super::turtle::{self, Page};
use super::units::{Extract, Survey, Unit, graph_of_key};
use crate::rdf::Iris;
use crate::store::{Selection, Statements};

/// Writes what is in `scope` of `store` in an RDF format and tells how many statements there were: triples
/// where the format has no graphs, quads where it has. The same statements give the same bytes. With
/// `reify`, statements are named as RDF 1.2 does.
///
/// # Errors
/// If the store or the output fails, or the format cannot hold what is there.
pub fn write_store(
    store: &Statements,
    iris: &Iris,
    scope: &Scope,
    format: Format,
    reify: bool,
    writer: &mut (impl Write + Send),
) -> io::Result<usize> {
    let extract = Extract { store, iris, scope };
    let survey = extract.survey()?;
    match format {
        Format::Turtle => write_turtle(&extract, &survey, reify, writer),
        Format::Trig => write_trig(&extract, &survey, reify, writer),
        Format::NTriples => write_lines(&extract, &survey, false, reify, writer),
        Format::NQuads => write_lines(&extract, &survey, true, reify, writer),
        Format::RdfXml => write_rdfxml(&extract, &survey, writer),
        Format::JsonLd => write_jsonld(&extract, &survey, writer),
        _ => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("{format} is no RDF format"),
        )),
    }
}

/// All quads in `scope` of `store`, in no order, for uses that need all of them at once.
///
/// # Errors
/// If the store cannot be read.
pub fn quads_in(store: &Statements, iris: &Iris, scope: &Scope) -> io::Result<Vec<Quad>> {
    let mut quads = Vec::new();
    let extract = Extract { store, iris, scope };
    extract.each_quad(|quad| quads.push(quad.into_owned()))?;
    Ok(quads)
}

/// Writes quads that are in no store, as [`write_store`] does.
///
/// # Errors
/// As [`write_store`].
pub fn write_rdf(
    quads: impl IntoIterator<Item = Quad>,
    format: Format,
    iris: &Iris,
    writer: &mut (impl Write + Send),
) -> io::Result<usize> {
    let store = Statements::of(quads).map_err(io::Error::other)?;
    write_store(&store, iris, &Scope::all(iris), format, false, writer)
}

/// Writes the triples that a query made, which belong to no article.
///
/// # Errors
/// As [`write_store`].
pub fn write_triples(
    triples: impl IntoIterator<Item = Triple>,
    format: Format,
    iris: &Iris,
    writer: &mut (impl Write + Send),
) -> io::Result<usize> {
    let quads = triples.into_iter();
    let quads = quads.map(|triple| triple.in_graph(GraphName::DefaultGraph));
    write_rdf(quads, format, iris, writer)
}

/// Subjects, and graphs, that are made into text at once.
const UNITS: usize = 256;
const GRAPHS: usize = 16;

/// The pieces in reading order.
fn for_people<'s>(extract: &Extract<'s>, survey: &'s Survey) -> Vec<&'s Unit> {
    let order = Order::new(extract.iris);
    let mut units: Vec<&Unit> = survey.units.iter().collect();
    units.par_sort_by_cached_key(|unit| {
        let (subject, parts) = extract.subject(unit);
        (order.subject(subject), parts)
    });
    units
}

/// The triples of a selected piece in reading order, without their graphs.
fn triples_of<'s>(
    extract: &Extract<'_>,
    unit: &Unit,
    selected: &'s Selection<'_>,
    order: &Order<'_>,
) -> Vec<TripleRef<'s>> {
    let quads = extract.quads(unit, selected);
    reading_order::sorted(quads.map(TripleRef::from), order)
}

fn write_turtle(
    extract: &Extract<'_>,
    survey: &Survey,
    reify: bool,
    writer: &mut (impl Write + Send),
) -> io::Result<usize> {
    writer.write_all(turtle::head(&survey.compact).as_bytes())?;
    let order = Order::new(extract.iris);
    let units = for_people(extract, survey);
    let ready = |units: &[&Unit]| extract.bring_near(units.iter().copied());
    write_pieces(writer, &units, UNITS, ready, |unit, text| {
        let selected = extract.select(unit)?;
        let triples = triples_of(extract, unit, &selected, &order);
        let mut page = Page::new(&survey.compact, text);
        Ok(write_groups(&triples, reify, &mut page))
    })
}

fn write_trig(
    extract: &Extract<'_>,
    survey: &Survey,
    reify: bool,
    writer: &mut (impl Write + Send),
) -> io::Result<usize> {
    writer.write_all(turtle::head(&survey.compact).as_bytes())?;
    let order = Order::new(extract.iris);
    let graphs: Vec<&String> = survey.graphs.iter().collect();
    write_pieces(
        writer,
        &graphs,
        GRAPHS,
        |_| (),
        |key, text| {
            let graph = graph_of_key(key);
            let selected = extract.select_graph(graph.as_ref())?;
            let triples = extract.graph_triples(&selected, &order);
            let name = match graph.as_ref() {
                GraphNameRef::NamedNode(node) => Some(NamedOrBlankNodeRef::from(node)),
                GraphNameRef::BlankNode(node) => Some(node.into()),
                GraphNameRef::DefaultGraph => None,
            };
            let mut page = Page::new(&survey.compact, text);
            if let Some(name) = name {
                page.open(name);
            }
            let count = write_groups(&triples, reify, &mut page);
            if name.is_some() {
                page.close();
            }
            Ok(count)
        },
    )
}

/// Makes each item into text, when what belongs to those beside it is `ready`, and gives the sum of what it holds.
fn write_pieces<T: Sync>(
    writer: &mut (impl Write + Send),
    items: &[T],
    size: usize,
    ready: impl Fn(&[T]) + Sync,
    make: impl Fn(&T, &mut String) -> io::Result<usize> + Sync,
) -> io::Result<usize> {
    let count = write_in_order(writer, items.len(), size, |range, text| {
        ready(&items[range.clone()]);
        let counts = items[range].iter().map(|item| make(item, text));
        let count: io::Result<usize> = counts.sum();
        Ok(count? as u64)
    })?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

fn write_groups(triples: &[TripleRef<'_>], reified: bool, page: &mut Page<'_>) -> usize {
    let mut count = 0;
    for group in triples.chunk_by(|a, b| is_same_subject(a, b)) {
        let Some(subject) = group.first().map(|triple| triple.subject) else {
            continue;
        };
        if reified {
            let mut triples: Vec<Triple> = group.iter().map(|t| t.into_owned()).collect();
            let reifies = reify(&mut triples);
            let triples: Vec<TripleRef<'_>> = triples.iter().map(Triple::as_ref).collect();
            count += triples.len() + usize::from(reifies.is_some());
            let group = Group {
                triples: &triples,
                reifies,
            };
            page.group(subject, &group);
        } else {
            count += group.len();
            let group = Group {
                triples: group,
                reifies: None,
            };
            page.group(subject, &group);
        }
    }
    count
}

/// One statement a line, sorted by code point as RDFC-1.0 wants it.
fn write_lines(
    extract: &Extract<'_>,
    survey: &Survey,
    graphs: bool,
    reified: bool,
    writer: &mut (impl Write + Send),
) -> io::Result<usize> {
    // No key begins with another, so the lines of a piece lie between those of its neighbours.
    let mut units: Vec<(String, &Unit)> = survey
        .units
        .iter()
        .map(|unit| match extract.subject(unit) {
            (NamedOrBlankNodeRef::NamedNode(article), true) => {
                (format!("<{}#", article.as_str()), unit)
            }
            (subject, _) => (format!("{subject} "), unit),
        })
        .collect();
    units.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let ready = |units: &[(String, &Unit)]| extract.bring_near(units.iter().map(|(_, unit)| *unit));
    write_pieces(writer, &units, UNITS, ready, |(_, unit), text| {
        let selected = extract.select(unit)?;
        let quads = extract.quads(unit, &selected);
        let quads = quads.map(|quad| match graphs {
            true => quad,
            false => TripleRef::from(quad).in_graph(GraphNameRef::DefaultGraph),
        });
        let mut lines: Vec<String> = if reified {
            reified_lines(quads.map(QuadRef::into_owned).collect())
        } else {
            quads.map(|quad| quad.to_string()).collect()
        };
        lines.sort_unstable();
        lines.dedup();
        for line in &lines {
            text.push_str(line);
            text.push_str(" .\n");
        }
        Ok(lines.len())
    })
}

fn reified_lines(mut quads: Vec<Quad>) -> Vec<String> {
    let key = |quad: &Quad| (quad.graph_name.to_string(), quad.subject.to_string());
    quads.sort_by_cached_key(key);
    let mut lines = Vec::new();
    for group in quads.chunk_by(|a, b| a.graph_name == b.graph_name && a.subject == b.subject) {
        let Some(Quad {
            graph_name,
            subject,
            ..
        }) = group.first()
        else {
            continue;
        };
        let mut triples: Vec<Triple> = group.iter().cloned().map(Triple::from).collect();
        triples.sort_by_cached_key(ToString::to_string);
        triples.dedup();
        if let Some(triple) = reify(&mut triples) {
            let graph = match graph_name {
                GraphName::DefaultGraph => String::new(),
                name => format!(" {name}"),
            };
            lines.push(format!("{subject} <{REIFIES}> <<( {triple} )>>{graph}"));
        }
        let quads = triples.into_iter();
        let quads = quads.map(|triple| triple.in_graph(graph_name.clone()));
        lines.extend(quads.map(|quad| quad.to_string()));
    }
    lines
}

fn write_rdfxml(
    extract: &Extract<'_>,
    survey: &Survey,
    writer: &mut impl Write,
) -> io::Result<usize> {
    let mut serializer = RdfSerializer::from_format(RdfFormat::RdfXml);
    for (prefix, iri) in survey.compact.prefixes() {
        serializer = serializer
            .with_prefix(prefix, iri)
            .map_err(io::Error::other)?;
    }
    let mut serializer = serializer.for_writer(&mut *writer);
    let order = Order::new(extract.iris);
    let mut count = 0;
    for unit in for_people(extract, survey) {
        let selected = extract.select(unit)?;
        for triple in triples_of(extract, unit, &selected, &order) {
            refuse_what_xml_forbids(triple)?;
            serializer.serialize_triple(triple)?;
            count += 1;
        }
    }
    serializer.finish()?;
    writer.write_all(b"\n")?;
    Ok(count)
}

fn refuse_what_xml_forbids(triple: TripleRef<'_>) -> io::Result<()> {
    let TermRef::Literal(literal) = triple.object else {
        return Ok(());
    };
    // Forbidden, or, as a carriage return, taken for a line break.
    let is_lost =
        |c: char| (c < ' ' && c != '\t' && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    let Some(lost) = literal.value().chars().find(|c| is_lost(*c)) else {
        return Ok(());
    };
    let (code, subject) = (u32::from(lost), triple.subject);
    let message = format!(
        "RDF/XML cannot hold U+{code:04X}, which stands in a text of {subject}; use turtle"
    );
    Err(io::Error::new(io::ErrorKind::InvalidData, message))
}
