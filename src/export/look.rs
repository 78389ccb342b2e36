//! What nodes look like in a drawing: a colour for each type, a size for how well they are tied.

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

/// Diameter: the area grows with the weighted degree, so that a hub is large but not a sun.
pub(super) fn size(weighted_degree: usize, highest: usize) -> f64 {
    const SMALLEST: f64 = 8.0;
    const LARGEST: f64 = 40.0;
    if highest == 0 {
        return SMALLEST;
    }
    let as_float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    SMALLEST + (LARGEST - SMALLEST) * (as_float(weighted_degree) / as_float(highest)).sqrt()
}
