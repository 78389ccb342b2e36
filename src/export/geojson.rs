//! GeoJSON of what a network places on the map: places, events where they were held, ties between them.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::columns::{edge_cells, node_cells};
use super::json::{push_members, push_string};
use super::page::{Page, push_number};
use super::rendering::{GraphReport, Rendering};
use crate::model::Predicate;

/// Where something lies, and the place in the network it has that from.
#[derive(Debug, Clone, Copy)]
struct Located {
    latitude: f64,
    longitude: f64,
    by: usize,
}

/// Writes the nodes that have a point as points, and edges between two different points as lines. What has
/// no point is left out; the report counts what is there.
///
/// # Errors
/// If the output fails.
pub fn write_geojson(
    rendering: &Rendering<'_, '_>,
    writer: &mut impl Write,
) -> io::Result<GraphReport> {
    let located = locate(rendering);
    let mut report = GraphReport::default();
    let mut page = Page::new(writer);
    page.text
        .push_str("{\"type\": \"FeatureCollection\", \"features\": [");
    for (place, node) in rendering.nodes().enumerate() {
        let Some(at) = located[place] else {
            continue;
        };
        let text = &mut page.text;
        begin_feature(report.nodes, text);
        push_string(&node.id, text);
        text.push_str(", \"geometry\": {\"type\": \"Point\", \"coordinates\": ");
        push_position(at, text);
        text.push_str("}, \"properties\": {\"label\": ");
        push_string(&node.name, text);
        push_members(node_cells(node), text);
        if at.by != place {
            text.push_str(", \"located_by\": ");
            push_string(&rendering.node(at.by).id, text);
        }
        let (r, g, b) = rendering.look(node).color;
        // The names of simplestyle, which map tools know.
        let _ = write!(text, ", \"marker-color\": \"#{r:02x}{g:02x}{b:02x}\"}}}}");
        report.nodes += 1;
        page.turn()?;
    }
    for (number, link) in rendering.links().enumerate() {
        let (Some(from), Some(to)) = (located[link.source], located[link.target]) else {
            continue;
        };
        if (from.latitude, from.longitude) == (to.latitude, to.longitude) {
            continue;
        }
        let text = &mut page.text;
        begin_feature(report.nodes + report.edges, text);
        text.push_str("\"e");
        push_number(text, number as u64);
        text.push_str("\", \"geometry\": {\"type\": \"LineString\", \"coordinates\": [");
        push_position(from, text);
        text.push_str(", ");
        push_position(to, text);
        text.push_str("]}, \"properties\": {\"source\": ");
        push_string(&rendering.node(link.source).id, text);
        text.push_str(", \"target\": ");
        push_string(&rendering.node(link.target).id, text);
        text.push_str(", \"label\": \"");
        text.push_str(link.edge.label);
        text.push_str("\", \"weight\": ");
        push_number(text, link.edge.weight as u64);
        push_members(edge_cells(link.edge), text);
        text.push_str("}}");
        report.edges += 1;
        page.turn()?;
    }
    page.text.push_str("\n]}\n");
    page.finish()?;
    Ok(report)
}

/// The point of each node: its own, or for an event that of the first place it was held in.
fn locate(rendering: &Rendering<'_, '_>) -> Vec<Option<Located>> {
    let mut located: Vec<Option<Located>> = rendering
        .nodes()
        .enumerate()
        .map(|(by, node)| {
            let (latitude, longitude) = node.entity?.point()?;
            Some(Located {
                latitude,
                longitude,
                by,
            })
        })
        .collect();
    let held = Predicate::TakesPlaceIn.name();
    for link in rendering.links().filter(|link| link.edge.label == held) {
        if located[link.source].is_none() {
            located[link.source] = located[link.target];
        }
    }
    located
}

fn begin_feature(before: usize, text: &mut String) {
    text.push_str(if before == 0 { "\n" } else { ",\n" });
    text.push_str("{\"type\": \"Feature\", \"id\": ");
}

/// Longitude first, as RFC 7946 wants it.
fn push_position(at: Located, text: &mut String) {
    let _ = write!(text, "[{:.4}, {:.4}]", at.longitude, at.latitude);
}
