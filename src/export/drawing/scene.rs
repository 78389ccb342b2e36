//! A picture as a list of shapes, which SVG and PNG are written from.

use super::font::Weight;

/// Red, green, blue.
pub(super) type Color = (u8, u8, u8);

/// Everything to be drawn, in this order.
#[derive(Debug, Clone)]
pub struct Scene {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) shapes: Vec<Shape>,
}

/// One thing to be drawn.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    Line {
        from: [f32; 2],
        to: [f32; 2],
        width: f32,
        /// Shown when someone points at it.
        hint: String,
    },
    Circle {
        at: [f32; 2],
        radius: f32,
        color: Color,
        hint: String,
    },
    Text {
        /// Where its first letter stands on the line.
        at: [f32; 2],
        text: String,
        size: f32,
        weight: Weight,
        color: Color,
        /// Whether a white edge parts it from what lies below.
        halo: bool,
    },
}

/// The colour of lines between nodes.
pub(super) const LINE: Color = (143, 154, 168);
/// How much of what lies below a line is covered.
pub(super) const LINE_OPACITY: f32 = 0.55;
/// The width of the white edge of letters, as a share of their size.
pub(super) const HALO: f32 = 0.24;
/// How much of what lies below is covered by it.
pub(super) const HALO_OPACITY: f32 = 0.85;
/// The width of the white edge of circles.
pub(super) const RIM: f32 = 1.5;

impl Scene {
    pub(super) fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            shapes: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    /// Width and height in pixels, at its natural size.
    pub fn size(&self) -> (f32, f32) {
        (self.width, self.height)
    }
}
