//! The relations as a picture: classes on both sides, the relations that lead from one to the other between.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::escaped;
use super::terms::{Term, Terms};
use crate::export::look::color;
use crate::model::{EntityType, Predicate};

const WIDTH: f64 = 960.0;
const LEFT: f64 = 190.0;
const RIGHT: f64 = WIDTH - LEFT;
const MIDDLE: f64 = WIDTH / 2.0;
const PILL: f64 = 190.0;
const STEP: f64 = 34.0;
const TOP: f64 = 30.0;

/// Values that are no entities, at the lower right.
const VALUES: [(&str, &str, &str); 2] = [
    ("edtf:EDTF", "thời gian", "time"),
    ("rdf:langString", "lời văn", "text"),
];

/// The picture as SVG.
pub(super) fn svg(terms: &Terms) -> String {
    let relations: Vec<&Term> = Predicate::ALL
        .iter()
        .filter_map(|predicate| terms.all().find(|term| term.name == predicate.name()))
        .collect();
    let height = TOP * 2.0 + STEP * as_float(relations.len() - 1);
    let sides = Sides::new(height);
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        svg,
        "<svg class=\"diagram\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"diagram-title\">\n\
         <title id=\"diagram-title\">Quan hệ giữa các loại / Relations between classes</title>"
    );
    for (row, relation) in relations.iter().enumerate() {
        let y = TOP + STEP * as_float(row);
        for class in spread(&relation.domain) {
            sides.curve(&sides.left, &class, LEFT, MIDDLE - PILL / 2.0, y, &mut svg);
        }
        for class in spread(&relation.range) {
            sides.curve(
                &sides.right,
                &class,
                RIGHT,
                MIDDLE + PILL / 2.0,
                y,
                &mut svg,
            );
        }
    }
    for (row, relation) in relations.iter().enumerate() {
        pill(relation, TOP + STEP * as_float(row), &mut svg);
    }
    classes(terms, &sides, &mut svg);
    svg.push_str("</svg>\n");
    svg
}

/// The classes on both sides, and what is no class.
fn classes(terms: &Terms, sides: &Sides, svg: &mut String) {
    for kind in EntityType::ALL {
        let Some(term) = terms.all().find(|term| term.name == kind.name()) else {
            continue;
        };
        let shade = fill(&term.name);
        label(
            &term.name,
            (&term.label.vi, &term.label.en),
            &shade,
            LEFT,
            sides.left[&term.name],
            svg,
        );
        label(
            &term.name,
            (&term.label.vi, &term.label.en),
            &shade,
            RIGHT,
            sides.right[&term.name],
            svg,
        );
    }
    for (name, vi, en) in VALUES {
        label("", (vi, en), &fill(name), RIGHT, sides.right[name], svg);
    }
}

/// Where the classes stand.
struct Sides {
    left: BTreeMap<String, f64>,
    right: BTreeMap<String, f64>,
}

impl Sides {
    fn new(height: f64) -> Self {
        let classes = || EntityType::ALL.iter().map(|kind| kind.name().to_owned());
        let values = VALUES.iter().map(|(name, ..)| (*name).to_owned());
        Self {
            left: spaced(classes().collect(), height),
            right: spaced(classes().chain(values).collect(), height),
        }
    }

    fn curve(
        &self,
        side: &BTreeMap<String, f64>,
        class: &str,
        x: f64,
        to_x: f64,
        to_y: f64,
        svg: &mut String,
    ) {
        let Some(y) = side.get(class) else { return };
        let bend = (x + to_x) / 2.0;
        let _ = writeln!(
            svg,
            "<path d=\"M{x} {y:.1} C{bend} {y:.1} {bend} {to_y:.1} {to_x} {to_y:.1}\" stroke=\"{}\"/>",
            fill(class)
        );
    }
}

fn spaced(names: Vec<String>, height: f64) -> BTreeMap<String, f64> {
    let step = height / as_float(names.len());
    let places = (0_u32..).map(|place| step * (f64::from(place) + 0.5));
    names.into_iter().zip(places).collect()
}

/// Classes, with those of territory one by one.
fn spread(classes: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for class in classes {
        if class == "Territory" {
            names.extend(["Province", "Country", "Place"].map(str::to_owned));
        } else {
            names.push(class.clone());
        }
    }
    names
}

fn pill(relation: &Term, y: f64, svg: &mut String) {
    let (x, top) = (MIDDLE - PILL / 2.0, y - 13.0);
    let (name, vi, en) = (
        &relation.name,
        escaped(&relation.label.vi),
        escaped(&relation.label.en),
    );
    let _ = writeln!(
        svg,
        "<a href=\"#{name}\"><rect class=\"pill\" x=\"{x}\" y=\"{top:.1}\" width=\"{PILL}\" height=\"26\" rx=\"13\"/>\
         <text class=\"relation\" x=\"{MIDDLE}\" y=\"{:.1}\"><tspan class=\"vi\">{vi}</tspan>\
         <tspan class=\"en\">{en}</tspan></text></a>",
        y + 4.5
    );
}

/// A class beside its dot, the text away from the middle.
fn label(name: &str, words: (&str, &str), shade: &str, x: f64, y: f64, svg: &mut String) {
    let (anchor, text_x) = if x < MIDDLE {
        ("end", x - 14.0)
    } else {
        ("start", x + 14.0)
    };
    let (vi, en) = (escaped(words.0), escaped(words.1));
    let lines = broken(&vi);
    let lift = 4.5 - 7.5 * as_float(lines.len() - 1);
    let mut text = format!(
        "<circle cx=\"{x}\" cy=\"{y:.1}\" r=\"7\" fill=\"{shade}\"/><text class=\"class\" text-anchor=\"{anchor}\">"
    );
    for (row, line) in lines.iter().enumerate() {
        let y = y + lift + 15.0 * as_float(row);
        let _ = write!(
            text,
            "<tspan class=\"vi\" x=\"{text_x}\" y=\"{y:.1}\">{line}</tspan>"
        );
    }
    let _ = write!(
        text,
        "<tspan class=\"en\" x=\"{text_x}\" y=\"{:.1}\">{en}</tspan></text>",
        y + 4.5
    );
    let _ = if name.is_empty() {
        writeln!(svg, "{text}")
    } else {
        writeln!(svg, "<a href=\"#{name}\">{text}</a>")
    };
}

/// A label in lines that fit beside the picture; at least one.
fn broken(label: &str) -> Vec<String> {
    const LONGEST: usize = 20;
    let mut lines = vec![String::new()];
    for word in label.split(' ') {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + word.chars().count() < LONGEST {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

fn fill(class: &str) -> String {
    let kind = EntityType::ALL.iter().find(|kind| kind.name() == class);
    let (r, g, b) = kind.map_or((96, 110, 140), |kind| color(*kind));
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn as_float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
