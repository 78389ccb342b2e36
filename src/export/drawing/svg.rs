//! SVG of a picture, with letters as outlines, so that it looks alike everywhere.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use super::font::{Fonts, Weight, path_data};
use super::scene::{HALO, HALO_OPACITY, LINE, LINE_OPACITY, RIM, Scene, Shape};
use crate::export::xml::Escaper;

/// Writes a picture.
///
/// # Errors
/// If the output fails.
pub fn write_svg(scene: &Scene, writer: &mut impl Write) -> io::Result<()> {
    let fonts = Fonts::new();
    let mut text = String::new();
    let (width, height) = (scene.width.ceil(), scene.height.ceil());
    let halo = HALO * fonts.units(Weight::Regular);
    let (r, g, b) = LINE;
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" ",
            "viewBox=\"0 0 {width} {height}\">\n",
            "<style>line{{stroke:rgb({r},{g},{b});stroke-opacity:{line};stroke-linecap:round}}",
            "circle{{stroke:#fff;stroke-width:{rim}}}",
            ".h{{fill:none;stroke:#fff;stroke-width:{halo};stroke-linejoin:round;stroke-opacity:{cover}}}",
            "</style>\n",
        ),
        width = width,
        height = height,
        r = r,
        g = g,
        b = b,
        line = LINE_OPACITY,
        rim = RIM,
        halo = halo,
        cover = HALO_OPACITY,
    );
    push_glyphs(scene, &fonts, &mut text);
    let _ = writeln!(
        text,
        "<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
    );
    let mut escaper = Escaper::default();
    for (number, shape) in scene.shapes.iter().enumerate() {
        push_shape(number, shape, &fonts, &mut escaper, &mut text);
    }
    text.push_str("</svg>\n");
    writer.write_all(text.as_bytes())
}

/// Each glyph that occurs once, to be used by all texts.
fn push_glyphs(scene: &Scene, fonts: &Fonts, text: &mut String) {
    let mut used: BTreeSet<(Weight, u16)> = BTreeSet::new();
    for shape in &scene.shapes {
        if let Shape::Text { text, weight, .. } = shape {
            let (glyphs, _) = fonts.shape(text, *weight);
            used.extend(glyphs.iter().map(|glyph| (*weight, glyph.id)));
        }
    }
    text.push_str("<defs>\n");
    for (weight, glyph) in used {
        let data = path_data(&fonts.outline(glyph, weight));
        if !data.is_empty() {
            let _ = writeln!(
                text,
                "<path id=\"{}{glyph}\" d=\"{data}\"/>",
                letter(weight)
            );
        }
    }
    text.push_str("</defs>\n");
}

fn letter(weight: Weight) -> char {
    match weight {
        Weight::Regular => 'r',
        Weight::SemiBold => 's',
    }
}

fn push_shape(
    number: usize,
    shape: &Shape,
    fonts: &Fonts,
    escaper: &mut Escaper,
    text: &mut String,
) {
    match shape {
        Shape::Line {
            from: [x1, y1],
            to: [x2, y2],
            width,
            hint,
        } => {
            let _ = write!(
                text,
                "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke-width=\"{width:.2}\"><title>"
            );
            for (place, line) in hint.lines().enumerate() {
                if place > 0 {
                    text.push('\n');
                }
                escaper.push(line, text);
            }
            text.push_str("</title></line>\n");
        }
        Shape::Circle {
            at: [x, y],
            radius,
            color: (r, g, b),
            hint,
        } => {
            let _ = write!(
                text,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"#{r:02x}{g:02x}{b:02x}\"><title>"
            );
            escaper.push(hint, text);
            text.push_str("</title></circle>\n");
        }
        words @ Shape::Text { .. } => push_text(number, words, fonts, escaper, text),
    }
}

/// Letters are used from their definitions; where they have a white edge, the whole text twice.
fn push_text(
    number: usize,
    shape: &Shape,
    fonts: &Fonts,
    escaper: &mut Escaper,
    text: &mut String,
) {
    let Shape::Text {
        at: [x, y],
        text: words,
        size,
        weight,
        color: (r, g, b),
        halo,
    } = shape
    else {
        return;
    };
    let scale = size / fonts.units(*weight);
    let (glyphs, _) = fonts.shape(words, *weight);
    text.push_str(if *halo { "<defs>" } else { "" });
    let _ = write!(
        text,
        "<g id=\"t{number}\" transform=\"translate({x:.1} {y:.1}) scale({scale:.5} -{scale:.5})\" role=\"img\" aria-label=\""
    );
    escaper.push(words, text);
    text.push_str("\">");
    for glyph in glyphs {
        if fonts.outline(glyph.id, *weight).is_empty() {
            continue;
        }
        let _ = write!(text, "<use href=\"#{}{}\"", letter(*weight), glyph.id);
        if glyph.x > 0.0 {
            let _ = write!(text, " x=\"{}\"", glyph.x);
        }
        text.push_str("/>");
    }
    text.push_str("</g>");
    if *halo {
        let _ = write!(
            text,
            "</defs><use href=\"#t{number}\" class=\"h\"/><use href=\"#t{number}\" fill=\"#{r:02x}{g:02x}{b:02x}\"/>"
        );
    }
    text.push('\n');
}
