//! The legend at the foot of the page: what the colours mean.

use std::collections::BTreeMap;

use super::font::{Fonts, Weight};
use super::label::Label;
use super::scene::{Scene, Shape};
use super::words::TypeNames;
use crate::export::rendering::Rendering;

const SIZE: f32 = 15.0;
const RADIUS: f32 = 7.0;
/// Communities that are named; the others share a colour.
const MOST: usize = 12;

/// Draws the legend on one line, as far as it fits.
pub(super) fn draw(
    rendering: &Rendering<'_, '_>,
    names: &TypeNames,
    fonts: &Fonts,
    scene: &mut Scene,
) {
    let y = scene.height - 40.0;
    let mut x = 40.0;
    for (color, words) in entries(rendering, names) {
        let width = fonts.width(&words, Weight::Regular, SIZE);
        if x + width + 40.0 > scene.width {
            return;
        }
        scene.push(Shape::Circle {
            at: [x, y],
            radius: RADIUS,
            color,
            hint: words.clone(),
        });
        scene.push(Shape::Text {
            at: [x + 2.0 * RADIUS, y + 0.35 * SIZE],
            text: words,
            size: SIZE,
            weight: Weight::Regular,
            color: (60, 66, 74),
            halo: false,
        });
        x += 2.0 * RADIUS + width + 28.0;
    }
}

type Entry = ((u8, u8, u8), String);

/// Types with their numbers of nodes, or communities by their best tied node.
fn entries(rendering: &Rendering<'_, '_>, names: &TypeNames) -> Vec<Entry> {
    if !rendering.colors_communities() {
        let mut kinds = BTreeMap::new();
        for node in rendering.nodes() {
            let entry = kinds
                .entry(node.kind)
                .or_insert((rendering.look(node).color, 0));
            entry.1 += 1;
        }
        let named = kinds.into_iter();
        return named
            .map(|(kind, (color, count))| (color, format!("{} ({count})", names.of(kind))))
            .collect();
    }
    let mut best: BTreeMap<usize, (f64, Entry)> = BTreeMap::new();
    for node in rendering
        .nodes()
        .filter(|node| node.measures.community < MOST)
    {
        let look = rendering.look(node);
        let entry = best.entry(node.measures.community).or_default();
        if look.size > entry.0 {
            *entry = (look.size, (look.color, node.name.to_string()));
        }
    }
    best.into_values()
        .map(|(_, (color, name))| {
            let short = Label::new(&name, SIZE, Weight::Regular, &Fonts::new());
            let first = short.lines.into_iter().next().unwrap_or_default().0;
            (color, first)
        })
        .collect()
}
