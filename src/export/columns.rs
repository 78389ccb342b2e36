//! The columns of nodes and edges, in one table from which every graph format is written.

use std::borrow::Cow;

use super::page::{push_decimal, push_number, push_time};
use super::xml::Escaper;
use crate::graph::{NetworkEdge, NetworkNode};
use crate::model::{Edtf, Predicate};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnType {
    Text,
    /// Several texts; formats without lists part them by `; `.
    List,
    Integer,
    Decimal,
    Truth,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    Empty,
    /// One of our own words, which no format needs to escape.
    Word(&'static str),
    Text(Cow<'a, str>),
    Times(&'a [Edtf]),
    List(Vec<Cow<'a, str>>),
    Integer(u64),
    /// A number and how many decimals are worth writing.
    Decimal(f64, usize),
    Truth(bool),
}

/// A column: its header, and how its cells are found.
struct Column<F> {
    name: &'static str,
    kind: ColumnType,
    cell: F,
}

type OfNode = for<'a, 'b> fn(&'a NetworkNode<'b>) -> Cell<'a>;
type OfEdge = for<'a, 'b> fn(&'a NetworkEdge<'b>) -> Cell<'a>;

/// Names and types of the columns of nodes.
pub(super) fn node_headers() -> impl Iterator<Item = (&'static str, ColumnType)> {
    NODE_COLUMNS.iter().map(|column| (column.name, column.kind))
}

/// Names and types of the columns of edges.
pub(super) fn edge_headers() -> impl Iterator<Item = (&'static str, ColumnType)> {
    EDGE_COLUMNS.iter().map(|column| (column.name, column.kind))
}

/// The row of a node.
pub(super) fn node_cells<'a>(
    node: &'a NetworkNode<'_>,
) -> impl Iterator<Item = (&'static str, Cell<'a>)> {
    NODE_COLUMNS
        .iter()
        .map(|column| (column.name, (column.cell)(node)))
}

/// The row of an edge.
pub(super) fn edge_cells<'a>(
    edge: &'a NetworkEdge<'_>,
) -> impl Iterator<Item = (&'static str, Cell<'a>)> {
    EDGE_COLUMNS
        .iter()
        .map(|column| (column.name, (column.cell)(edge)))
}

/// Columns of nodes. The label is no column in Gephi, so the name stands a second time.
const NODE_COLUMNS: &[Column<OfNode>] = &[
    column::<OfNode>("name", ColumnType::Text, |n| Cell::text(&n.name)),
    column::<OfNode>("type", ColumnType::Text, |n| Cell::Word(n.kind.name())),
    column::<OfNode>("code", ColumnType::Text, |n| {
        Cell::text(n.entity.and_then(|e| e.code()).unwrap_or(""))
    }),
    column::<OfNode>("aliases", ColumnType::List, |n| {
        let aliases = n.entity.map(|e| e.aliases()).unwrap_or_default();
        Cell::list(aliases.into_iter().map(Cow::Borrowed).collect())
    }),
    column::<OfNode>("dates", ColumnType::List, |n| {
        attributes(n, &[Predicate::OccursOn, Predicate::IssuedOn])
    }),
    column::<OfNode>("themes", ColumnType::List, |n| match n.entity {
        Some(_) => attributes(n, &[Predicate::HasTheme]),
        None => Cell::Empty,
    }),
    column::<OfNode>("first_year", ColumnType::Integer, |n| {
        Cell::year(n.entity.and_then(|e| e.years).map(|(first, _)| first))
    }),
    column::<OfNode>("last_year", ColumnType::Integer, |n| {
        Cell::year(n.entity.and_then(|e| e.years).map(|(_, last)| last))
    }),
    column::<OfNode>("latitude", ColumnType::Decimal, |n| {
        Cell::degrees(n.entity.and_then(|e| e.point()).map(|(lat, _)| lat))
    }),
    column::<OfNode>("longitude", ColumnType::Decimal, |n| {
        Cell::degrees(n.entity.and_then(|e| e.point()).map(|(_, long)| long))
    }),
    column::<OfNode>("articles", ColumnType::Integer, |n| {
        Cell::count(n.entity.map_or(0, |e| e.articles()))
    }),
    column::<OfNode>("mentions", ColumnType::Integer, |n| {
        Cell::Integer(n.entity.map_or(0, |e| e.mentions()))
    }),
    column::<OfNode>("in_degree", ColumnType::Integer, |n| {
        Cell::count(n.measures.in_degree)
    }),
    column::<OfNode>("out_degree", ColumnType::Integer, |n| {
        Cell::count(n.measures.out_degree)
    }),
    column::<OfNode>("weighted_degree", ColumnType::Integer, |n| {
        Cell::count(n.measures.weighted_degree)
    }),
    column::<OfNode>("pagerank", ColumnType::Decimal, |n| {
        Cell::Decimal(n.measures.page_rank, 8)
    }),
    column::<OfNode>("betweenness", ColumnType::Decimal, |n| {
        Cell::Decimal(n.measures.betweenness, 8)
    }),
    column::<OfNode>("community", ColumnType::Integer, |n| {
        Cell::count(n.measures.community)
    }),
    column::<OfNode>("component", ColumnType::Integer, |n| {
        Cell::count(n.measures.component)
    }),
];

/// Columns of edges. Gephi merges parallel edges of one type, and the type is the label: so the label is
/// the predicate, and the predicate stands a second time as a column.
const EDGE_COLUMNS: &[Column<OfEdge>] = &[
    column::<OfEdge>("predicate", ColumnType::Text, |e| Cell::Word(e.label)),
    column::<OfEdge>("title", ColumnType::Text, |e| {
        Cell::text(e.statement.and_then(|s| s.title.as_deref()).unwrap_or(""))
    }),
    column::<OfEdge>("times", ColumnType::List, |e| {
        Cell::Times(e.statement.map_or(&[], |s| s.times()))
    }),
    column::<OfEdge>("first_year", ColumnType::Integer, |e| {
        Cell::year(years(e).map(|(first, _)| first))
    }),
    column::<OfEdge>("last_year", ColumnType::Integer, |e| {
        Cell::year(years(e).map(|(_, last)| last))
    }),
    column::<OfEdge>("sentences", ColumnType::Integer, |e| {
        Cell::Integer(e.sentences)
    }),
    column::<OfEdge>("mutual", ColumnType::Truth, |e| Cell::Truth(!e.directed)),
];

const fn column<F>(name: &'static str, kind: ColumnType, cell: F) -> Column<F> {
    Column { name, kind, cell }
}

impl<'a> Cell<'a> {
    fn text(text: &'a str) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        Self::Text(Cow::Borrowed(text))
    }

    fn list(members: Vec<Cow<'a, str>>) -> Self {
        if members.is_empty() {
            return Self::Empty;
        }
        Self::List(members)
    }

    fn year(year: Option<u16>) -> Self {
        year.map_or(Self::Empty, |year| Self::Integer(year.into()))
    }

    fn degrees(degrees: Option<f64>) -> Self {
        degrees.map_or(Self::Empty, |degrees| Self::Decimal(degrees, 4))
    }

    fn count(count: usize) -> Self {
        Self::Integer(count as u64)
    }
}

fn attributes<'a>(node: &'a NetworkNode<'_>, predicates: &[Predicate]) -> Cell<'a> {
    let Some(entity) = node.entity else {
        return Cell::list(node.date.into_iter().map(Cow::Borrowed).collect());
    };
    let values = predicates.iter().filter_map(|p| entity.attributes.get(p));
    let values = values.flatten().map(|value| Cow::Borrowed(value.as_str()));
    Cell::list(values.collect())
}

/// First and last year of the times that sentences give.
fn years(edge: &NetworkEdge<'_>) -> Option<(u16, u16)> {
    let times = edge.statement.iter().flat_map(|s| s.times());
    let dates = times.flat_map(|time: &Edtf| [Some(time.start()), time.end()]);
    let years = dates.flatten().filter_map(|date| date.year);
    years.fold(None, |range, year| {
        let (first, last) = range.unwrap_or((year, year));
        Some((first.min(year), last.max(year)))
    })
}

/// Appends times with something between them.
pub(super) fn push_times(times: &[Edtf], between: &str, text: &mut String) {
    for (number, &time) in times.iter().enumerate() {
        if number > 0 {
            text.push_str(between);
        }
        push_time(text, time);
    }
}

impl Cell<'_> {
    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Empty | Self::Times([]))
    }

    /// Appends the value as XML holds it.
    pub(super) fn push_xml(&self, escaper: &mut Escaper, text: &mut String) {
        match self {
            Self::Empty => {}
            Self::Word(word) => text.push_str(word),
            Self::Text(value) => escaper.push(value, text),
            Self::Times(times) => push_times(times, "; ", text),
            Self::List(members) => {
                for (number, member) in members.iter().enumerate() {
                    if number > 0 {
                        text.push_str("; ");
                    }
                    escaper.push(member, text);
                }
            }
            Self::Integer(number) => push_number(text, *number),
            Self::Decimal(number, decimals) => {
                push_decimal(text, *number, *decimals);
            }
            Self::Truth(truth) => text.push_str(if *truth { "true" } else { "false" }),
        }
    }
}
