//! What nodes look like in a drawing: a colour for each type, a size for how well they are tied.

use crate::graph::NodeKind;
use crate::model::EntityType;

/// Red, green and blue, 0 to 255. The nine colours are told apart by most colour-blind people.
pub(super) const fn color(kind: EntityType) -> (u8, u8, u8) {
    match kind {
        EntityType::Person => (213, 94, 0),
        EntityType::Agency => (0, 114, 178),
        EntityType::Province => (0, 158, 115),
        EntityType::Country => (204, 51, 63),
        EntityType::Place => (120, 180, 90),
        EntityType::Event => (230, 159, 0),
        EntityType::Programme => (240, 200, 66),
        EntityType::Document => (127, 127, 127),
        EntityType::Product => (204, 121, 167),
    }
}

/// The colour of what is a node only when asked for.
pub(super) const fn color_of(kind: NodeKind) -> (u8, u8, u8) {
    match kind {
        NodeKind::Entity(kind) => color(kind),
        NodeKind::Date => (150, 120, 90),
        NodeKind::Article => (84, 99, 122),
        NodeKind::Sentence => (170, 178, 190),
    }
}

/// Colours of communities, the largest first; the rest shares the last.
const COMMUNITIES: [(u8, u8, u8); 13] = [
    (31, 119, 180),
    (255, 127, 14),
    (44, 160, 44),
    (214, 39, 40),
    (148, 103, 189),
    (140, 86, 75),
    (227, 119, 194),
    (188, 189, 34),
    (23, 190, 207),
    (57, 59, 121),
    (231, 186, 82),
    (99, 121, 57),
    (170, 170, 170),
];

/// The colour of a community.
pub(super) fn color_of_community(community: usize) -> (u8, u8, u8) {
    COMMUNITIES[community.min(COMMUNITIES.len() - 1)]
}

/// Diameter: the area grows with the measure, so that a hub is large but not a sun.
pub(super) fn size(measure: f64, highest: f64) -> f64 {
    const SMALLEST: f64 = 8.0;
    const LARGEST: f64 = 40.0;
    if highest <= 0.0 {
        return SMALLEST;
    }
    SMALLEST + (LARGEST - SMALLEST) * (measure / highest).sqrt()
}
