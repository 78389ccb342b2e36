//! Graph files are as the importers of people's tools want them, with hostile names too.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use super::*;
use crate::graph::{ArticleFacts, KnowledgeGraph, Network, Selection, fixture};
use crate::model::{EntityId, EntityType, Object, Predicate};

const HOSTILE: &str = "]]></data><node id=\"x\">\u{0}\u{b}\u{ffff} & \u{202e}đảo\\";

fn graph() -> KnowledgeGraph {
    let mut graph = KnowledgeGraph::new();
    for article in [fixture::conference(), fixture::appointment()] {
        graph.add(&ArticleFacts::from(&article));
    }
    let chile = EntityId::new(EntityType::Country, "cl");
    let city = EntityId::new(EntityType::Province, "cần-thơ");
    let mut entries = [
        fixture::entry(&chile, "Chile"),
        fixture::entry(&city, "Cần Thơ"),
    ];
    entries[0].code = Some("CL".to_owned());
    entries[0].point = Some((-33.4569, -70.6483));
    entries[1].point = Some((10.0371, 105.7883));
    entries[1].valid_until = Some("2025-07-01".parse().unwrap());
    graph.recognise(&entries);
    graph
}

/// Two things that cooperate: one with this name, one with an id that no format likes.
fn hostile_graph(name: &str) -> KnowledgeGraph {
    let mut draft = fixture::Draft::new("la\n", "Một hai.");
    let first = draft.entity(EntityType::Agency, "Một");
    let second = draft.entity(EntityType::Agency, "hai");
    let entities = &mut draft.annotated.annotation.entities;
    entities[first].name = name.to_owned();
    entities[second].id = EntityId("agency/ a\n".to_owned());
    let together = Predicate::CooperatesWith;
    draft.relation(first, together, Object::Entity(second), 0);
    let mut graph = KnowledgeGraph::new();
    graph.add(&ArticleFacts::from(&draft.annotated));
    graph
}

type Written = (String, GraphReport);

fn written(graph: &KnowledgeGraph, format: Format, settings: Settings) -> Written {
    let mut network = Network::new(graph, &Selection::default());
    network.measure();
    let rendering = Rendering::new(&network, settings);
    let mut bytes = Vec::new();
    let report = match format {
        Format::GraphMl => write_graphml(&rendering, &mut bytes),
        Format::Gexf => write_gexf(&rendering, &mut bytes),
        Format::Dot => write_dot(&rendering, &mut bytes),
        Format::Json => write_json(&rendering, &mut bytes),
        Format::GeoJson => write_geojson(&rendering, &mut bytes),
        _ => {
            let Family::Tables(dialect) = format.family() else {
                panic!("{format} is no graph format");
            };
            let mut edges = Vec::new();
            let report = write_csv(&rendering, dialect, &mut bytes, &mut edges);
            bytes.extend(b"\n");
            bytes.extend(edges);
            report
        }
    };
    (String::from_utf8(bytes).unwrap(), report.unwrap())
}

fn plain(format: Format) -> Written {
    written(&graph(), format, Settings::default())
}

#[test]
fn graphml_is_as_gephi_wants_it() {
    let (text, report) = plain(Format::GraphMl);
    insta::assert_snapshot!(text);
    assert_eq!(report.removed_characters, 0);
    assert_eq!(checked_graphml(&text), (report.nodes, report.edges));
}

#[test]
fn gexf_is_as_gephi_wants_it() {
    let (text, report) = plain(Format::Gexf);
    insta::assert_snapshot!(text);
    assert_eq!(checked_gexf(&text), (report.nodes, report.edges));
}

#[test]
fn other_formats_keep_their_form() {
    for format in [
        Format::Csv,
        Format::Neo4j,
        Format::Neptune,
        Format::Dot,
        Format::Json,
        Format::GeoJson,
    ] {
        insta::assert_snapshot!(format.name(), plain(format).0);
    }
}

#[test]
fn one_direction_is_told_to_readers_that_know_no_other() {
    let settings = Settings {
        one_direction: true,
        ..Settings::default()
    };
    let (text, _) = written(&graph(), Format::Gexf, settings);
    assert!(text.contains("defaultedgetype=\"directed\"") && !text.contains("undirected"));
    let (text, _) = written(&graph(), Format::GraphMl, settings);
    assert!(!text.contains("FALSE"));
}

fn get(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).unwrap()?;
    Some(attribute.value.into_owned())
}

#[track_caller]
fn must(tag: &BytesStart<'_>, name: &str) -> String {
    get(tag, name).unwrap_or_else(|| panic!("no {name} in {tag:?}"))
}

/// The start tags of an XML text, in order.
fn tags(text: &str) -> Vec<BytesStart<'static>> {
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    let mut reader = Reader::from_str(text);
    let mut tags = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => tags.push(tag.into_owned()),
            Event::Eof => return tags,
            _ => {}
        }
    }
}

/// Reads GraphML by Gephi's rules; gives the numbers of nodes and edges.
#[track_caller]
fn checked_graphml(text: &str) -> (usize, usize) {
    let (mut keys, mut nodes, mut edges) = (HashSet::new(), HashSet::new(), HashSet::new());
    let mut in_graph = false;
    for tag in &tags(text) {
        match tag.name().as_ref() {
            "graph" => in_graph = true,
            "key" => {
                assert!(!in_graph, "a key behind the graph's start");
                assert!(["node", "edge"].contains(&must(tag, "for").as_str()));
                let kinds = ["boolean", "int", "long", "float", "double", "string"];
                assert!(kinds.contains(&must(tag, "attr.type").as_str()));
                let new = keys.insert(must(tag, "id").to_lowercase());
                assert!(new, "keys must differ in more than case");
            }
            "node" => {
                let id = must(tag, "id");
                assert_eq!(id, id.trim());
                assert!(nodes.insert(id), "a node twice");
            }
            "edge" => {
                assert!(edges.insert(must(tag, "id")), "an edge id twice");
                assert!(
                    nodes.contains(&must(tag, "source")) && nodes.contains(&must(tag, "target"))
                );
                assert!(["true", "FALSE"].contains(&must(tag, "directed").as_str()));
            }
            "data" => assert!(keys.contains(&must(tag, "key"))),
            _ => {}
        }
    }
    (nodes.len(), edges.len())
}

/// Reads GEXF by Gephi's rules; gives the numbers of nodes and edges.
#[track_caller]
fn checked_gexf(text: &str) -> (usize, usize) {
    let (mut nodes, mut edges) = (HashSet::new(), HashSet::new());
    let (mut of, mut columns, mut owner) = (String::new(), HashSet::new(), "");
    let mut last_end: Option<String> = None;
    for tag in &tags(text) {
        match tag.name().as_ref() {
            "gexf" => assert_eq!(must(tag, "version"), "1.3"),
            "graph" => {
                assert_eq!(must(tag, "mode"), "dynamic");
                assert_eq!(must(tag, "timeformat"), "date");
                assert_eq!(get(tag, "defaultedgetype"), None);
            }
            "attributes" => of = must(tag, "class"),
            "attribute" => {
                let kind = must(tag, "type");
                assert!(["string", "integer", "double", "boolean"].contains(&kind.as_str()));
                let column = format!("{of} {}", must(tag, "id").to_lowercase());
                assert!(
                    columns.insert(column),
                    "columns must differ in more than case"
                );
            }
            "node" => {
                owner = "node";
                last_end = None;
                let id = must(tag, "id");
                assert!(id == id.trim() && !id.contains('\n') && !must(tag, "label").is_empty());
                assert!(nodes.insert(id), "a node twice");
            }
            "edge" => {
                owner = "edge";
                last_end = None;
                assert!(edges.insert(must(tag, "id")), "an edge id twice");
                assert!(
                    nodes.contains(&must(tag, "source")) && nodes.contains(&must(tag, "target"))
                );
                assert!(["directed", "undirected"].contains(&must(tag, "type").as_str()));
                assert!(must(tag, "weight").parse::<f64>().unwrap() > 0.0);
                assert!(!must(tag, "kind").is_empty());
            }
            "attvalue" => assert!(columns.contains(&format!("{owner} {}", must(tag, "for")))),
            "spell" => {
                let (start, end) = (get(tag, "start"), get(tag, "end"));
                assert!(start.is_some() || end.is_some());
                let (first, last) = (start.unwrap_or_default(), end.unwrap_or("9".to_owned()));
                assert!(first < last, "a spell must have a day at least");
                assert!(
                    last_end.is_none_or(|before| before < first),
                    "spells that overlap"
                );
                last_end = Some(last);
            }
            _ => {}
        }
    }
    (nodes.len(), edges.len())
}

#[test]
fn hostile_names_stay_whole_or_are_counted_in_xml() {
    let graph = hostile_graph(HOSTILE);
    let (text, report) = written(&graph, Format::GraphMl, Settings::default());
    assert_eq!(checked_graphml(&text), (2, 1));
    // Label and name hold the three characters once each.
    assert_eq!(report.removed_characters, 6);
    let escaped = "]]&gt;&lt;/data&gt;&lt;node id=&quot;x&quot;&gt; &amp; \u{202e}đảo\\";
    assert!(text.contains(escaped), "{text}");
    assert!(text.contains("directed=\"FALSE\""));
    let (text, report) = written(&graph, Format::Gexf, Settings::default());
    assert_eq!(checked_gexf(&text), (2, 1));
    assert_eq!(report.removed_characters, 6);
    assert!(text.contains(escaped) && text.contains("type=\"undirected\""));
    assert_eq!(report.losses().len(), 1);
}

#[test]
fn hostile_names_are_whole_in_json() {
    let long = HOSTILE.to_owned() + &"Đ".repeat(10_000);
    let (text, report) = written(&hostile_graph(&long), Format::Json, Settings::default());
    assert!(report.losses().is_empty());
    let json: Value = serde_json::from_str(&text).unwrap();
    let labels: HashSet<&str> = json["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["label"].as_str().unwrap())
        .collect();
    assert!(labels.contains(long.as_str()));
    assert_eq!(json["edges"][0]["mutual"], Value::Bool(true));
}

#[test]
fn hostile_names_stay_in_their_cell_and_are_no_formulas() {
    let name = "=HYPERLINK(\"http://xấu\",\"bấm;vào\")\r\n\u{0}";
    let (text, report) = written(&hostile_graph(name), Format::Csv, Settings::default());
    let cell = "\"'=HYPERLINK(\"\"http://xấu\"\",\"\"bấm;vào\"\")  \"";
    assert!(text.contains(cell), "{text}");
    assert_eq!((report.guarded_cells, report.removed_characters), (2, 2));
    assert_eq!(
        text.lines().count(),
        6,
        "two nodes, one edge, two headers, a blank line"
    );
    // Databases compute nothing, and want names as they are.
    let (text, report) = written(&hostile_graph(name), Format::Neo4j, Settings::default());
    assert!(text.contains("\"=HYPERLINK("), "{text}");
    assert_eq!(report.guarded_cells, 0);
}

#[test]
fn hostile_names_end_no_string_in_dot() {
    let (text, report) = written(&hostile_graph(HOSTILE), Format::Dot, Settings::default());
    assert!(
        text.contains("label=\"]]></data><node id=\\\"x\\\"> & \u{202e}đảo\\\\\""),
        "{text}"
    );
    assert_eq!(report.removed_characters, 3);
    assert!(text.contains("dir=none"));
}

#[test]
fn events_lie_where_they_were_held() {
    let (text, report) = plain(Format::GeoJson);
    let json: Value = serde_json::from_str(&text).unwrap();
    let features = json["features"].as_array().unwrap();
    assert_eq!(features.len(), report.nodes + report.edges);
    let event = features
        .iter()
        .find(|f| f["properties"]["type"] == "Event")
        .unwrap();
    assert_eq!(event["properties"]["located_by"], "province/cần-thơ");
    assert_eq!(
        event["geometry"]["coordinates"][0], 105.7883,
        "longitude comes first"
    );
    let line = features
        .iter()
        .find(|f| f["geometry"]["type"] == "LineString")
        .unwrap();
    assert_eq!(line["properties"]["predicate"], "visits");
}
