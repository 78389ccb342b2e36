//! Pictures show every name without covering another, in SVG and PNG, the same on every run.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::font::{Fonts, Weight};
use super::scene::Shape;
use super::*;
use crate::export::Settings;
use crate::graph::{ArticleFacts, KnowledgeGraph, Network, Selection, fixture};

fn scene() -> Scene {
    let mut graph = KnowledgeGraph::new();
    for article in [fixture::conference(), fixture::appointment()] {
        graph.add(&ArticleFacts::from(&article));
    }
    let mut network = Network::new(&graph, &Selection::default());
    network.measure();
    network.lay_out();
    let rendering = Rendering::new(&network, Settings::default());
    draw(&rendering, &TypeNames::default(), DrawSettings::default())
}

#[test]
fn fonts_have_every_vietnamese_letter() {
    let fonts = Fonts::new();
    let vowels = "aăâeêioôơuưy";
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let mut letters = String::from("đĐ0123456789–—“”‘’…₫&()/.,:;!?%\"'-+");
    for vowel in vowels.chars() {
        for tone in tones {
            letters.push_str(&format!("{vowel}{tone}"));
            letters.push_str(&format!("{}{tone}", vowel.to_uppercase()));
        }
    }
    for weight in [Weight::Regular, Weight::SemiBold] {
        let (glyphs, width) = fonts.shape(&letters, weight);
        assert!(width > 0.0);
        let missing = glyphs.iter().filter(|glyph| glyph.id == 0).count();
        assert_eq!(missing, 0, "{weight:?}");
        assert!(
            glyphs
                .iter()
                .all(|glyph| !fonts.outline(glyph.id, weight).is_empty())
        );
    }
}

#[test]
fn no_label_covers_another_or_a_circle() {
    let fonts = Fonts::new();
    let scene = scene();
    let mut boxes: Vec<[f32; 4]> = Vec::new();
    for shape in &scene.shapes {
        boxes.push(match shape {
            Shape::Text {
                at,
                text,
                size,
                weight,
                ..
            } => {
                let width = fonts.width(text, *weight, *size);
                [
                    at[0],
                    at[1] - 0.75 * size,
                    at[0] + width,
                    at[1] + 0.2 * size,
                ]
            }
            Shape::Circle { at, radius, .. } => [
                at[0] - radius,
                at[1] - radius,
                at[0] + radius,
                at[1] + radius,
            ],
            Shape::Line { .. } => continue,
        });
    }
    assert!(boxes.len() >= 20, "five nodes with labels, and a legend");
    for (number, a) in boxes.iter().enumerate() {
        let (width, height) = scene.size();
        assert!(
            a[0] >= 0.0 && a[1] >= 0.0 && a[2] <= width && a[3] <= height,
            "{a:?}"
        );
        for b in &boxes[..number] {
            let apart = a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3];
            assert!(apart, "{a:?} covers {b:?}");
        }
    }
}

#[test]
fn svg_is_xml_with_every_name() {
    let mut bytes = Vec::new();
    write_svg(&scene(), &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut reader = Reader::from_str(&text);
    while reader.read_event().unwrap() != Event::Eof {}
    assert!(text.contains("<title>Lê Thu An (Person)</title>"), "{text}");
    assert!(text.contains("Cục Ngoại vụ · organizes · Hội nghị Xúc tiến Phương Nam"));
    let mut again = Vec::new();
    write_svg(&scene(), &mut again).unwrap();
    assert_eq!(text.as_bytes(), again);
}

#[test]
fn png_has_the_width_asked_for() {
    let mut bytes = Vec::new();
    write_png(&scene(), 640, &mut bytes).unwrap();
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(bytes[16..20], 640_u32.to_be_bytes());
    let error = write_png(&scene(), 100_000, &mut Vec::new()).unwrap_err();
    assert!(error.to_string().contains("--width"), "{error}");
}
