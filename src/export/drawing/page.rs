//! The page: how large it is, where each node lies on it, and the drawing of nodes and edges.

use std::collections::BTreeMap;

use super::font::{Fonts, Weight};
use super::label::{LEADING, Label};
use super::scene::{Scene, Shape};
use super::spread::{Tile, part};
use crate::export::rendering::Rendering;

/// Free room around everything.
const MARGIN: f32 = 36.0;
/// Room for the legend.
const FOOT: f32 = 64.0;
/// Between a circle and its label, and around both.
const GAP: f32 = 3.0;
/// Width of a page for each unit of its height.
const SHAPE: f32 = 1.6;
/// How many times the room of all boxes a page has.
const AIRY: f32 = 3.2;

/// A node as it is drawn.
#[derive(Debug)]
struct Spot {
    radius: f32,
    color: (u8, u8, u8),
    label: Option<Label>,
}

/// Where everything lies.
#[derive(Debug)]
pub(super) struct Page {
    inner: [f32; 2],
    spots: Vec<Spot>,
    tiles: Vec<Tile>,
}

impl Page {
    pub(super) fn new(rendering: &Rendering<'_, '_>, fonts: &Fonts, labels: usize) -> Self {
        let spots = spots(rendering, fonts, labels);
        let halves: Vec<[f32; 2]> = spots.iter().map(half).collect();
        let room: f32 = halves.iter().map(|half| 4.0 * half[0] * half[1]).sum();
        let width = (AIRY * room * SHAPE).sqrt().max(900.0);
        let inner = [width, width / SHAPE];
        let points = rendering
            .nodes()
            .map(|node| node.position.unwrap_or_default());
        let points = fitted(points.map(|(x, y)| [x, y]).collect(), inner);
        let tiles = points.into_iter().zip(halves);
        let tiles = tiles.map(|(at, half)| Tile { at, half }).collect();
        Self {
            inner,
            spots,
            tiles,
        }
    }

    /// Parts what covers each other; the page grows where it is too small.
    pub(super) fn arrange(&mut self) {
        for _ in 0..8 {
            if part(&mut self.tiles, self.inner) {
                return;
            }
            for axis in [0, 1] {
                self.inner[axis] *= 1.1;
                self.tiles.iter_mut().for_each(|tile| tile.at[axis] *= 1.1);
            }
        }
    }

    pub(super) fn width(&self) -> f32 {
        self.inner[0] + 2.0 * MARGIN
    }

    pub(super) fn height(&self) -> f32 {
        self.inner[1] + 2.0 * MARGIN + FOOT
    }

    /// The middle of a node's circle, which lies in the upper part of its box.
    fn middle(&self, place: usize) -> [f32; 2] {
        let tile = self.tiles[place];
        let top = tile.at[1] - tile.half[1] + GAP + self.spots[place].radius;
        [tile.at[0] + MARGIN, top + MARGIN]
    }

    /// One line for all that is said between two nodes.
    pub(super) fn draw_edges(&self, rendering: &Rendering<'_, '_>, scene: &mut Scene) {
        let mut pairs: BTreeMap<(usize, usize), (usize, Vec<String>)> = BTreeMap::new();
        for link in rendering.links() {
            let pair = (link.source.min(link.target), link.source.max(link.target));
            let (weight, hints) = pairs.entry(pair).or_default();
            *weight += link.edge.weight;
            let names = [link.source, link.target].map(|place| &rendering.node(place).name);
            hints.push(format!("{} · {} · {}", names[0], link.edge.label, names[1]));
        }
        for ((from, to), (weight, hints)) in pairs {
            let weight = f32::from(u16::try_from(weight).unwrap_or(u16::MAX));
            scene.push(Shape::Line {
                from: self.middle(from),
                to: self.middle(to),
                width: (0.6 + 0.7 * weight.sqrt()).min(5.0),
                hint: hints.join("\n"),
            });
        }
    }

    /// Circles first, so that no circle covers a label.
    pub(super) fn draw_nodes(&self, rendering: &Rendering<'_, '_>, scene: &mut Scene) {
        for (place, node) in rendering.nodes().enumerate() {
            scene.push(Shape::Circle {
                at: self.middle(place),
                radius: self.spots[place].radius,
                color: self.spots[place].color,
                hint: format!("{} ({})", node.name, node.kind.name()),
            });
        }
        for (place, spot) in self.spots.iter().enumerate() {
            let Some(label) = &spot.label else {
                continue;
            };
            let [x, y] = self.middle(place);
            let mut line_at = y + spot.radius + GAP + 0.9 * label.size;
            for (text, width) in &label.lines {
                scene.push(Shape::Text {
                    at: [x - width / 2.0, line_at],
                    text: text.clone(),
                    size: label.size,
                    weight: label.weight,
                    color: (38, 42, 48),
                    halo: true,
                });
                line_at += label.size * LEADING;
            }
        }
    }
}

/// Half the sides of the box of a circle and its label.
fn half(spot: &Spot) -> [f32; 2] {
    let (width, height) = spot
        .label
        .as_ref()
        .map_or((0.0, 0.0), |l| (l.width, l.height + GAP));
    let width = width.max(2.0 * spot.radius) + 2.0 * GAP + 4.0;
    [width / 2.0, (2.0 * spot.radius + height + 2.0 * GAP) / 2.0]
}

fn spots(rendering: &Rendering<'_, '_>, fonts: &Fonts, labels: usize) -> Vec<Spot> {
    let looks: Vec<_> = rendering.nodes().map(|node| rendering.look(node)).collect();
    let mut order: Vec<usize> = (0..looks.len()).collect();
    order.sort_by(|&a, &b| looks[b].size.total_cmp(&looks[a].size).then(a.cmp(&b)));
    let mut labelled = vec![false; looks.len()];
    order
        .iter()
        .take(labels)
        .for_each(|&place| labelled[place] = true);
    let drawn = rendering.nodes().zip(looks).zip(labelled);
    drawn
        .map(|((node, look), labelled)| {
            let share = to_single((look.size - 8.0) / 32.0);
            let weight = if share > 0.45 {
                Weight::SemiBold
            } else {
                Weight::Regular
            };
            Spot {
                radius: 4.0 + 16.0 * share,
                color: look.color,
                label: labelled.then(|| Label::new(&node.name, 11.5 + 9.5 * share, weight, fonts)),
            }
        })
        .collect()
}

/// Turns points so that they are widest from left to right, and stretches them to the page. The outermost
/// few lie at its edge, lest one far point press all others together.
fn fitted(mut points: Vec<[f32; 2]>, page: [f32; 2]) -> Vec<[f32; 2]> {
    turn(&mut points);
    for (axis, size) in page.into_iter().enumerate() {
        let mut values: Vec<f32> = points.iter().map(|point| point[axis]).collect();
        values.sort_by(f32::total_cmp);
        let Some(last) = values.len().checked_sub(1) else {
            continue;
        };
        let (low, high) = (values[last / 50], values[last - last / 50]);
        let stretch = if high > low {
            size * 0.92 / (high - low)
        } else {
            0.0
        };
        for point in &mut points {
            let at = (point[axis] - low) * stretch + size * 0.04;
            point[axis] = if stretch > 0.0 {
                at.clamp(0.0, size)
            } else {
                size / 2.0
            };
        }
    }
    points
}

/// Turns points around their middle, the axis of their greatest spread to the horizontal.
fn turn(points: &mut [[f32; 2]]) {
    let count = f32::from(u16::try_from(points.len()).unwrap_or(u16::MAX)).max(1.0);
    let mean = [0, 1].map(|axis| points.iter().map(|p| p[axis]).sum::<f32>() / count);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for point in points.iter_mut() {
        *point = [point[0] - mean[0], point[1] - mean[1]];
        xx += point[0] * point[0];
        xy += point[0] * point[1];
        yy += point[1] * point[1];
    }
    let half = (xx - yy) / 2.0;
    let (x, y) = (half + (half * half + xy * xy).sqrt(), xy);
    let length = (x * x + y * y).sqrt();
    let (cos, sin) = if length > 0.0 {
        (x / length, y / length)
    } else if xx >= yy {
        (1.0, 0.0)
    } else {
        (0.0, 1.0)
    };
    for point in points {
        *point = [
            cos * point[0] + sin * point[1],
            cos * point[1] - sin * point[0],
        ];
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "pixels need no more digits"
)]
fn to_single(number: f64) -> f32 {
    number as f32
}
