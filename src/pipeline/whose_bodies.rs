//! Law: a body named without its state or territory is the one that the words around it mean.

use super::Reader;
use crate::model::{Article, Block, BlockKind, Metadata, Span};
use crate::ontology::Ontology;

/// The names of the entities that mentions with these words stand for, in order.
fn meant(paragraphs: &[&str], words: &str) -> Vec<String> {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for paragraph in paragraphs {
        let length = |text: &str| u32::try_from(text.chars().count()).expect("short");
        let start = length(&text);
        text.push_str(paragraph);
        let span = Span::new(start, length(&text));
        let kind = BlockKind::Body;
        blocks.push(Block { span, kind });
        text.push('\n');
    }
    let article = Article {
        id: "test".into(),
        source: "test".into(),
        text,
        blocks,
        metadata: Metadata::default(),
        sha256: String::new(),
    };
    let reader = Reader::new(Ontology::embedded()).expect("all lists");
    let annotation = reader.annotate(article).annotation;
    let mentions = annotation.mentions.iter();
    let named = mentions.filter(|mention| mention.text == words);
    named
        .map(|mention| annotation.entities[mention.entity].name.clone())
        .collect()
}

#[test]
fn local_bodies_are_those_of_the_province_the_paragraph_speaks_of() {
    let article = [
        "UBND tỉnh Hà Nam và UBND tỉnh Ninh Bình họp khẩn.",
        "Sáng nay, UBND tỉnh Hà Nam báo cáo. Theo đó, UBND tỉnh đã lập chốt.",
        "Chiều nay, UBND tỉnh Ninh Bình báo cáo. Theo đó, UBND tỉnh đã lập chốt.",
    ];
    let meant = meant(&article, "UBND tỉnh");
    assert_eq!(meant.len(), 2);
    assert!(
        meant[0].ends_with("Hà Nam") && meant[1].ends_with("Ninh Bình"),
        "{meant:?}"
    );
}

#[test]
fn a_post_in_a_local_body_takes_the_province_of_the_next() {
    let article = [
        "Bà Phan Thị Mận, Phó Bí thư Tỉnh ủy, Giám đốc Sở Y tế tỉnh Đồng Nai, trả lời.",
        "Ông Nguyễn Văn Bình, Ủy viên Tỉnh ủy, Chủ tịch UBND tỉnh Khánh Hòa, đồng ý.",
    ];
    let expected = ["Tỉnh ủy Đồng Nai", "Tỉnh ủy Khánh Hòa"];
    assert_eq!(meant(&article, "Tỉnh ủy"), expected);
}

#[test]
fn an_embassy_is_that_of_the_ambassador_named() {
    let article = [
        "Ra đón đoàn có Đại sứ Việt Nam tại Chile Trần Văn An và cán bộ Đại sứ quán.",
        "Đại sứ quán đã gặp kiều bào.",
    ];
    let embassy = "Đại sứ quán Việt Nam tại Chile";
    assert_eq!(meant(&article, "Đại sứ quán"), [embassy, embassy]);
    let alone = ["Cán bộ Đại sứ quán ra đón đoàn."];
    assert!(meant(&alone, "Đại sứ quán").is_empty());
}

#[test]
fn an_embassy_in_a_capital_is_the_one_in_the_state() {
    let article = [
        "Đại sứ quán Việt Nam tại Chile gửi thư. Đại sứ quán Việt Nam tại thủ đô Santiago đã gửi lời chúc.",
        "Đại sứ quán Mỹ tại Hà Nội và Tổng Lãnh sự quán Mỹ tại Hà Nội mời khách.",
        "Đại sứ quán Hoa Kỳ cảm ơn Đại sứ quán Lào, Đại sứ quán Lào tại Chile và Đại sứ quán Lào tại Pháp.",
    ];
    let is = |words: &str, name: &str| assert_eq!(meant(&article, words), [name]);
    let embassy = "Đại sứ quán Việt Nam tại Chile";
    is("Đại sứ quán Việt Nam tại thủ đô Santiago", embassy);
    is("Đại sứ quán Mỹ tại Hà Nội", "Đại sứ quán Mỹ tại Việt Nam");
    is("Đại sứ quán Hoa Kỳ", "Đại sứ quán Mỹ tại Việt Nam");
    is("Đại sứ quán Lào", "Đại sứ quán Lào");
    let consulate = "Tổng Lãnh sự quán Mỹ tại Hà Nội";
    is(consulate, consulate);
}

#[test]
fn a_ministry_named_with_its_state_is_the_known_one() {
    let article = [
        "Bộ Công an Việt Nam và Bộ Công an Lào họp.",
        "Bộ Công an cảm ơn.",
    ];
    assert_eq!(meant(&article, "Bộ Công an Việt Nam"), ["Bộ Công an"]);
    assert_eq!(meant(&article, "Bộ Công an Lào"), ["Bộ Công an Lào"]);
}

#[test]
fn one_party_has_one_name_however_its_state_is_written() {
    let article = ["Đảng Cộng sản TQ và Đảng Cộng sản Trung Quốc là một."];
    let full = "Đảng Cộng sản Trung Quốc";
    assert_eq!(meant(&article, "Đảng Cộng sản TQ"), [full]);
}
