//! PNG of a picture.

use std::io::{self, Write};

use tiny_skia::{FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, Transform};

use super::font::{Fonts, Segment};
use super::scene::{Color, HALO, HALO_OPACITY, LINE, LINE_OPACITY, RIM, Scene, Shape};

/// Why a picture could not be written as PNG.
#[derive(Debug, thiserror::Error)]
#[error("a picture {0} pixels wide does not fit into memory; ask for a smaller --width, or SVG")]
pub struct TooLarge(u32);

/// Pixels that a picture may have: a gigabyte of memory.
const MOST: u64 = 1 << 28;

/// Writes a picture `width` pixels wide.
///
/// # Errors
/// If it is too large, or the output fails.
pub fn write_png(scene: &Scene, width: u32, writer: &mut impl Write) -> io::Result<()> {
    let scale = pixels(width) / scene.width;
    let height = whole((scene.height * scale).ceil());
    let too_large = || io::Error::other(TooLarge(width));
    if u64::from(width) * u64::from(height) > MOST {
        return Err(too_large());
    }
    let mut canvas = Pixmap::new(width, height).ok_or_else(too_large)?;
    canvas.fill(tiny_skia::Color::WHITE);
    let fonts = Fonts::new();
    let mut brush = Brush {
        canvas: &mut canvas,
        scale: Transform::from_scale(scale, scale),
        fonts: &fonts,
    };
    scene.shapes.iter().for_each(|shape| brush.shape(shape));
    let bytes = canvas.encode_png().map_err(io::Error::other)?;
    writer.write_all(&bytes)
}

struct Brush<'a> {
    canvas: &'a mut Pixmap,
    scale: Transform,
    fonts: &'a Fonts,
}

impl Brush<'_> {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Line {
                from, to, width, ..
            } => {
                let mut path = PathBuilder::new();
                path.move_to(from[0], from[1]);
                path.line_to(to[0], to[1]);
                if let Some(path) = path.finish() {
                    self.line(&path, LINE, LINE_OPACITY, *width, self.scale);
                }
            }
            Shape::Circle {
                at, radius, color, ..
            } => {
                if let Some(path) = PathBuilder::from_circle(at[0], at[1], *radius) {
                    self.fill(&path, *color, self.scale);
                    self.line(&path, (255, 255, 255), 1.0, RIM, self.scale);
                }
            }
            Shape::Text {
                at,
                text,
                size,
                weight,
                color,
                halo,
            } => {
                let units = self.fonts.units(*weight);
                let place = self
                    .scale
                    .pre_translate(at[0], at[1])
                    .pre_scale(size / units, -size / units);
                let mut path = PathBuilder::new();
                for glyph in self.fonts.shape(text, *weight).0 {
                    let outline = self.fonts.outline(glyph.id, *weight);
                    push_outline(&outline, glyph.x, &mut path);
                }
                let Some(path) = path.finish() else {
                    return;
                };
                if *halo {
                    let white = (255, 255, 255);
                    self.line(&path, white, HALO_OPACITY, HALO * units, place);
                }
                self.fill(&path, *color, place);
            }
        }
    }

    fn fill(&mut self, path: &Path, color: Color, place: Transform) {
        let paint = paint(color, 1.0);
        self.canvas
            .fill_path(path, &paint, FillRule::Winding, place, None);
    }

    fn line(&mut self, path: &Path, color: Color, opacity: f32, width: f32, place: Transform) {
        let stroke = Stroke {
            width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        let paint = paint(color, opacity);
        self.canvas.stroke_path(path, &paint, &stroke, place, None);
    }
}

fn paint((r, g, b): Color, opacity: f32) -> Paint<'static> {
    let mut paint = Paint::default();
    let alpha = (opacity * 255.0).round();
    paint.set_color_rgba8(r, g, b, u8::try_from(whole(alpha)).unwrap_or(u8::MAX));
    paint.anti_alias = true;
    paint
}

fn push_outline(outline: &[Segment], dx: f32, path: &mut PathBuilder) {
    for segment in outline {
        match *segment {
            Segment::Move(x, y) => path.move_to(x + dx, y),
            Segment::Line(x, y) => path.line_to(x + dx, y),
            Segment::Quad(a, b, x, y) => path.quad_to(a + dx, b, x + dx, y),
            Segment::Cubic(a, b, c, d, x, y) => path.cubic_to(a + dx, b, c + dx, d, x + dx, y),
            Segment::Close => path.close(),
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "pictures are less than 2^24 pixels wide"
)]
fn pixels(number: u32) -> f32 {
    number as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes are positive, and too large ones are refused"
)]
fn whole(number: f32) -> u32 {
    number as u32
}
