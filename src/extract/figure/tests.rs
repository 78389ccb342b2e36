//! Figures of sentences as `value unit | time | change`.

use super::{FigureCues, figures};
use crate::extract::date::{DateCues, dates};
use crate::model::{Article, Block, BlockKind, Metadata, Span};
use crate::ontology::Ontology;
use crate::text::Text;

fn read(source: &str) -> Vec<String> {
    let length = u32::try_from(source.chars().count()).expect("short");
    let article = Article {
        id: "a".to_owned(),
        source: "a.txt".to_owned(),
        text: source.to_owned(),
        blocks: vec![Block {
            span: Span::new(0, length),
            kind: BlockKind::Body,
        }],
        metadata: Metadata {
            date: Some("2023-05-10".to_owned()),
            ..Metadata::default()
        },
        sha256: String::new(),
    };
    let ontology = Ontology::embedded();
    let text = Text::analyse(&article);
    let matches = ontology.matches(&text);
    let date_cues = DateCues::new(ontology).expect("date cues");
    let figure_cues = FigureCues::new(ontology).expect("figure cues");
    let dates = dates(&text, ontology, &matches, &date_cues, &article);
    figures(&text, &matches, &figure_cues, &dates, &article)
        .iter()
        .map(|figure| {
            let time = figure
                .time
                .map_or_else(String::new, |time| time.to_string());
            let change = figure
                .change
                .map_or_else(String::new, |change| change.to_string());
            format!("{} {} | {time} | {change}", figure.value, figure.unit)
        })
        .collect()
}

#[track_caller]
fn check(source: &str, wanted: &[&str]) {
    assert_eq!(read(source), wanted, "{source}");
}

#[test]
fn magnitudes_points_and_commas() {
    check("Vốn đạt 1,5 tỷ USD.", &["1500000000 USD |  | "]);
    check("Thu hút 12.400 lượt khách.", &["12400 lượt khách |  | "]);
    check("Có 35 nghìn người xem.", &["35000 người |  | "]);
}

#[test]
fn a_change_belongs_to_its_figure() {
    check(
        "Năm 2022, tỉnh ký 40 thỏa thuận, tăng 25% so với năm 2021.",
        &["40 thỏa thuận | 2022 | 25"],
    );
    check(
        "Kim ngạch đạt 300 triệu USD, giảm 8,5%.",
        &["300000000 USD |  | -8.5"],
    );
}

#[test]
fn a_share_is_a_figure() {
    check("Hàng nông sản chiếm 40% kim ngạch.", &["40 % |  | "]);
}

#[test]
fn editions_dates_and_document_numbers_are_no_figures() {
    check("Hội nghị lần thứ 20 họp ngày 12/8/2018.", &[]);
    check(
        "Thực hiện Chỉ thị số 15-CT/TW và Nghị định 72/2021/NĐ-CP.",
        &[],
    );
    check("Lễ khai mạc lúc 8 giờ 30.", &[]);
}
