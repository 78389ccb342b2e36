//! Tests of reading PDF documents, whole, damaged and hostile.

use std::io::Write;

use super::Limits;
use super::format_tests::{article, blocks, read, read_within, refused};
use crate::model::BlockKind;

const LETTER: &[u8] = include_bytes!("../../tests/fixtures/read/suwon.pdf");

/// A document of these objects, with a table of where they lie.
fn document(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        writeln!(bytes, "{} 0 obj", number + 1).unwrap();
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let table = bytes.len();
    write!(
        bytes,
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    )
    .unwrap();
    for place in places {
        writeln!(bytes, "{place:010} 00000 n ").unwrap();
    }
    write!(
        bytes,
        "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    )
    .unwrap();
    bytes
}

fn page_with(resources: &str, content: Vec<u8>, more: Vec<Vec<u8>>) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources{resources}>>"
        )
        .into_bytes(),
        content,
    ];
    objects.extend(more);
    document(&objects)
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}/Length {}>>stream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

#[test]
fn wrapped_lines_become_paragraphs() {
    let article = article("suwon.pdf", LETTER);
    let blocks = blocks(&article);
    let told: Vec<(BlockKind, &str)> = blocks
        .iter()
        .map(|(kind, text)| (*kind, text.as_str()))
        .collect();
    assert_eq!(told[0].0, BlockKind::Title);
    let bodies: Vec<&str> = told
        .iter()
        .filter(|(kind, _)| *kind == BlockKind::Body)
        .map(|(_, text)| *text)
        .collect();
    assert_eq!(bodies.len(), 2, "{told:?}");
    assert!(
        bodies[0].starts_with("Sáng 14/9/2023, tại trụ sở Ủy ban nhân dân\ntỉnh, Phó Chủ tịch"),
        "{bodies:?}"
    );
    assert!(bodies[1].ends_with("tăng 8,5% so với cùng kỳ năm 2022."));
    assert_eq!(
        article.metadata.title.as_deref(),
        Some("Tiếp đoàn thành phố Suwon")
    );
}

#[test]
fn damaged_documents_are_refused_in_words() {
    for bytes in [
        &LETTER[..LETTER.len() / 2],
        b"%PDF-1.7\n",
        b"%PDF-1.7\n1 0 obj\n<<",
    ] {
        let message = refused("a.pdf", bytes);
        assert!(message.contains("PDF"), "{message}");
    }
    // No byte that is turned around may bring the program down.
    for at in (0..LETTER.len()).step_by(LETTER.len() / 60) {
        let mut bytes = LETTER.to_vec();
        bytes[at] ^= 0x55;
        let _ = read("a.pdf", &bytes);
    }
}

#[test]
fn documents_that_mean_harm_are_refused() {
    let nested = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    let _ = read("a.pdf", &page_with(&nested, stream("", b""), Vec::new()));
    let itself = page_with(
        "<</XObject<</X 5 0 R>>>>",
        stream("", b"/X Do"),
        vec![stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>",
            b"/X Do",
        )],
    );
    assert!(refused("a.pdf", &itself).contains("uses itself"));
    // Without resources of its own a drawing takes those of the page, and so itself.
    let bare = page_with(
        "<</XObject<</X 5 0 R>>>>",
        stream("", b"/X Do"),
        vec![stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"/X Do")],
    );
    assert!(refused("a.pdf", &bare).contains("uses itself"));
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&vec![b' '; 8 << 20]).unwrap();
    let bomb = page_with(
        "<<>>",
        stream("/Filter/FlateDecode", &packer.finish().unwrap()),
        Vec::new(),
    );
    let limits = Limits {
        document: 1 << 20,
        ..Limits::default()
    };
    let told = read_within(limits, "a.pdf", &bomb)
        .remove(0)
        .unwrap_err()
        .message;
    assert!(told.contains("--max-document"), "{told}");
    let empty = page_with("<<>>", stream("", b""), Vec::new());
    assert!(refused("a.pdf", &empty).contains("text recognition"));
}

#[test]
fn drawings_of_drawings_are_counted_before_they_are_drawn() {
    // Each of ten drawings uses the next one ten times.
    let drawing = |next: usize| {
        let used = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {next} 0 R>>>>"
        );
        stream(&used, &b"/X Do ".repeat(10))
    };
    let mut drawings: Vec<Vec<u8>> = (6..16).map(drawing).collect();
    drawings.push(stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"BT ET"));
    let bomb = page_with("<</XObject<</X 5 0 R>>>>", stream("", b"/X Do"), drawings);
    assert!(refused("a.pdf", &bomb).contains("draws more than"));
}

#[test]
fn pages_that_lie_in_themselves_are_refused() {
    let page = |parent: &str| {
        document(&[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            format!("<</Type/Pages/Kids[3 0 R]/Count 1{parent}>>").into_bytes(),
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>".to_vec(),
            stream("", b""),
        ])
    };
    assert!(refused("a.pdf", &page("/Parent 2 0 R")).contains("lie in themselves"));
    assert!(refused("a.pdf", &page("")).contains("damaged"));
}

#[test]
fn a_font_whose_codes_fill_all_memory_is_refused() {
    let table = b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange";
    let font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R>>";
    let bomb = page_with(
        "<</Font<</F 5 0 R>>>>",
        stream("", b"BT /F 9 Tf <0041> Tj ET"),
        vec![font.to_vec(), stream("", table)],
    );
    assert!(refused("a.pdf", &bomb).contains("a font of it is damaged"));
}
