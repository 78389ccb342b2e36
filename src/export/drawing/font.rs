//! The letters of the picture: outlines and widths from the embedded fonts.

use std::fmt::Write as _;

use ttf_parser::{Face, GlyphId, OutlineBuilder};
use unicode_normalization::UnicodeNormalization;

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/BeVietnamPro-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../../assets/fonts/BeVietnamPro-SemiBold.ttf");

/// Which of the fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Regular,
    SemiBold,
}

/// A glyph and where it begins, in units of the font.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) id: u16,
    pub(super) x: f32,
}

/// A piece of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Segment {
    Move(f32, f32),
    Line(f32, f32),
    Quad(f32, f32, f32, f32),
    Cubic(f32, f32, f32, f32, f32, f32),
    Close,
}

/// The fonts of the program.
pub(super) struct Fonts {
    regular: Option<Face<'static>>,
    semi_bold: Option<Face<'static>>,
}

impl Fonts {
    pub(super) fn new() -> Self {
        // The files are part of the program; a test reads them.
        Self {
            regular: Face::parse(REGULAR, 0).ok(),
            semi_bold: Face::parse(SEMI_BOLD, 0).ok(),
        }
    }

    fn face(&self, weight: Weight) -> Option<&Face<'static>> {
        match weight {
            Weight::Regular => self.regular.as_ref(),
            Weight::SemiBold => self.semi_bold.as_ref(),
        }
    }

    /// What a size in pixels is divided by to give the scale of outlines.
    pub(super) fn units(&self, weight: Weight) -> f32 {
        self.face(weight)
            .map_or(1000.0, |face| f32::from(face.units_per_em()))
    }

    /// The glyphs of a line, and its width in units of the font. What the font lacks becomes its sign for
    /// that; marks of direction and joiners are invisible.
    pub(super) fn shape(&self, text: &str, weight: Weight) -> (Vec<Glyph>, f32) {
        let Some(face) = self.face(weight) else {
            return (Vec::new(), 0.0);
        };
        let mut x = 0.0;
        let mut glyphs = Vec::new();
        for c in text.nfc().filter(|&c| !is_invisible(c)) {
            let id = face.glyph_index(c).unwrap_or(GlyphId(0));
            glyphs.push(Glyph { id: id.0, x });
            x += f32::from(face.glyph_hor_advance(id).unwrap_or(0));
        }
        (glyphs, x)
    }

    /// The width of a line in pixels.
    pub(super) fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        self.shape(text, weight).1 * size / self.units(weight)
    }

    /// The outline of a glyph in units of the font, upwards.
    pub(super) fn outline(&self, glyph: u16, weight: Weight) -> Vec<Segment> {
        let mut outline = Outline(Vec::new());
        if let Some(face) = self.face(weight) {
            face.outline_glyph(GlyphId(glyph), &mut outline);
        }
        outline.0
    }
}

/// An outline as SVG writes it.
pub(super) fn path_data(outline: &[Segment]) -> String {
    let mut data = String::new();
    for segment in outline {
        // Writing to a string cannot fail.
        let _ = match *segment {
            Segment::Move(x, y) => write!(data, "M{x} {y}"),
            Segment::Line(x, y) => write!(data, "L{x} {y}"),
            Segment::Quad(a, b, x, y) => write!(data, "Q{a} {b} {x} {y}"),
            Segment::Cubic(a, b, c, d, x, y) => write!(data, "C{a} {b} {c} {d} {x} {y}"),
            Segment::Close => write!(data, "Z"),
        };
    }
    data
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

struct Outline(Vec<Segment>);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Segment::Move(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Segment::Line(x, y));
    }

    fn quad_to(&mut self, a: f32, b: f32, x: f32, y: f32) {
        self.0.push(Segment::Quad(a, b, x, y));
    }

    fn curve_to(&mut self, a: f32, b: f32, c: f32, d: f32, x: f32, y: f32) {
        self.0.push(Segment::Cubic(a, b, c, d, x, y));
    }

    fn close(&mut self) {
        self.0.push(Segment::Close);
    }
}
