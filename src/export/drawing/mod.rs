//! Draws a network as a picture: circles, lines, labels that don't cover each other, a legend.

mod font;
mod label;
mod legend;
mod page;
mod png;
mod scene;
mod spread;
mod svg;
#[cfg(test)]
mod tests;
mod words;

use super::rendering::Rendering;
use font::Fonts;

pub use png::{TooLarge, write_png};
pub use scene::Scene;
pub use svg::write_svg;
pub use words::{TypeNames, type_names};

/// How a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DrawSettings {
    /// Nodes with a label at most; the best tied have one.
    pub labels: usize,
}

impl Default for DrawSettings {
    fn default() -> Self {
        Self { labels: 400 }
    }
}

/// A picture of a network that is laid out.
pub fn draw(rendering: &Rendering<'_, '_>, names: &TypeNames, settings: DrawSettings) -> Scene {
    let fonts = Fonts::new();
    let mut page = page::Page::new(rendering, &fonts, settings.labels);
    page.arrange();
    let mut scene = Scene::new(page.width(), page.height());
    page.draw_edges(rendering, &mut scene);
    page.draw_nodes(rendering, &mut scene);
    legend::draw(rendering, names, &fonts, &mut scene);
    scene
}
