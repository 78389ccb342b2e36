//! Figures of sentences: value, unit, time and change.

use proptest::prelude::*;

use super::{FigureCues, figures};
use crate::extract::date::{DateCues, dates};
use crate::model::{Article, Block, BlockKind, Figure, Metadata, Span};
use crate::ontology::Ontology;
use crate::text::Text;

fn figures_of(published: Option<&str>, source: &str) -> Vec<Figure> {
    let length = source.chars().count() as u32;
    let article = Article {
        id: "a".to_owned(),
        source: "a.txt".to_owned(),
        text: source.to_owned(),
        blocks: vec![Block {
            span: Span::new(0, length),
            kind: BlockKind::Body,
        }],
        metadata: Metadata {
            date: published.map(str::to_owned),
            ..Metadata::default()
        },
        sha256: String::new(),
    };
    let ontology = Ontology::embedded();
    let text = Text::analyse(&article);
    let matches = ontology.matches(&text);
    let date_cues = DateCues::new(ontology).unwrap();
    let dates = dates(&text, ontology, &matches, &date_cues, &article);
    let cues = FigureCues::new(ontology).unwrap();
    figures(&text, &matches, &cues, &dates, &article)
}

/// The figures of a text as `value unit`.
pub(super) fn amounts(source: &str) -> Vec<String> {
    figures_of(None, source)
        .iter()
        .map(|figure| format!("{} {}", figure.value, figure.unit))
        .collect()
}

/// The figures of a text with time and change.
pub(super) fn facts(published: Option<&str>, source: &str) -> Vec<String> {
    figures_of(published, source)
        .iter()
        .map(|figure| {
            let time = figure.time.map_or("-".to_owned(), |time| time.to_string());
            let change = figure
                .change
                .map_or("-".to_owned(), |change| change.to_string());
            format!("{} {} @ {time} {change}", figure.value, figure.unit)
        })
        .collect()
}

#[test]
fn numbers_as_vietnamese_writes_them() {
    for (source, wanted) in [
        ("ký 1.600 văn bản", "1600 văn bản"),
        ("đạt 60,28 tỷ USD", "60280000000 USD"),
        ("hơn 35 nghìn lượt xem", "35000 lượt xem"),
        ("thu 3,5 nghìn tỷ đồng", "3500000000000 đồng"),
        ("đón 1,2 triệu du khách", "1200000 du khách"),
        ("gửi 1,600 cán bộ", "1600 cán bộ"),
        ("cử 9357 lượt cán bộ", "9357 lượt cán bộ"),
        ("có mười hai tỉnh tham gia", "12 tỉnh"),
        ("tặng hai trăm năm mươi máy tính", "250 máy tính"),
        ("với hai triệu người", "2000000 người"),
        ("dài 20km", "20 km"),
        ("chi 88.000 tỷ", "88000000000000 đồng"),
        ("bán 2.000 đồng/cổ phiếu", "2000 đồng"),
    ] {
        assert_eq!(amounts(source), [wanted], "{source}");
    }
}

#[test]
fn units() {
    for (source, wanted) in [
        ("đón 47 đoàn khách tới thăm", "47 đoàn khách"),
        (
            "gặp 34 Đại sứ và Tổng lãnh sự mới",
            "34 Đại sứ và Tổng lãnh sự",
        ),
        ("gần 30 tỉnh, thành phố đã ký", "30 tỉnh, thành phố"),
        ("có 51 hội nghị, tọa đàm trong năm", "51 hội nghị, tọa đàm"),
        ("đi 50 quốc gia trên thế giới", "50 quốc gia"),
        ("chiếm 6,7% GDP cả nước", "6.7 % GDP"),
        ("nắm 22,8% cổ phần", "22.8 %"),
        ("làm ra 54.000 tấn sữa bột", "54000 tấn sữa bột"),
        ("sau 18 năm kể từ khi kết nghĩa", "18 năm"),
        ("qua 4 lần tổ chức", "4 lần"),
        ("trong suốt 50 năm qua hai bên", "50 năm"),
        ("xếp thứ 23/116 quốc gia đầu tư", "116 quốc gia"),
    ] {
        assert_eq!(amounts(source), [wanted], "{source}");
    }
}

#[test]
fn what_is_no_figure() {
    for source in [
        "quan hệ giữa 2 nước rất tốt",
        "Hội nghị lần thứ 20 họp ngày 25/3/2022",
        "Chỉ thị số 15-CT/TW và Nghị quyết 21 của Chính phủ",
        "ba nội dung, hai bên, bốn tỉnh",
        "hàng triệu khẩu trang, vài trăm người",
        "tăng 5 lần so với năm trước",
        "lúc 9 giờ 30 phút sáng, 8 giờ ngày 5/6",
        "5 năm trước, 3 tháng sau đó",
        "2/3 đại biểu, xổ số Mega 6/45",
        "Chiến lược 10 năm 2021 - 2030",
        "thắng 2-1, tỷ lệ 3/4, Covid-19",
        "vào Top 30 doanh nghiệp, quận 1, phòng 203",
        "hồi tháng 10 năm ngoái",
    ] {
        assert_eq!(amounts(source), [""; 0], "{source}");
    }
}

#[test]
fn changes_belong_to_figures() {
    for (source, wanted) in [
        (
            "ký 119 thỏa thuận (tăng 20% so với năm 2019)",
            vec!["119 thỏa thuận @ - 20"],
        ),
        ("đạt 5 tỷ USD, giảm 3,5%", vec!["5000000000 USD @ - -3.5"]),
        (
            "tăng 10% so với năm 2019, lên 5 tỷ USD",
            vec!["5000000000 USD @ - 10"],
        ),
        ("xuất khẩu tăng 9% nhờ giá cao", vec!["9 % @ - 9"]),
        (
            "đạt 7 tỷ USD, tăng 23,8% so với năm 2016 (đạt 6 tỷ USD)",
            vec!["7000000000 USD @ - 23.8", "6000000000 USD @ 2016 -"],
        ),
    ] {
        assert_eq!(facts(None, source), wanted, "{source}");
    }
}

#[test]
fn the_time_of_a_figure() {
    for (source, wanted) in [
        (
            "Trong năm 2020, các địa phương ký 119 thỏa thuận.",
            "119 thỏa thuận @ 2020 -",
        ),
        (
            "Kim ngạch năm 2016 đạt 5 tỷ USD.",
            "5000000000 USD @ 2016 -",
        ),
        (
            "Kim ngạch đạt 5 tỷ USD trong năm 2016.",
            "5000000000 USD @ 2016 -",
        ),
        (
            "Trong 6 tháng đầu năm 2012, Sở đón 47 đoàn khách.",
            "47 đoàn khách @ 2012-01/2012-06 -",
        ),
        (
            "Từ năm 2014 đến nay, hai bên họp 5 cuộc gặp.",
            "5 cuộc gặp @ 2014/.. -",
        ),
        (
            "Nhà máy thành lập năm 2005 có công suất 500 tấn gạo.",
            "500 tấn gạo @ - -",
        ),
        (
            "Sáng 5/6/2019, ông cho biết công ty có 13 nhà máy.",
            "13 nhà máy @ - -",
        ),
    ] {
        assert_eq!(facts(None, source), [wanted], "{source}");
    }
    assert_eq!(
        facts(Some("2021-05-04"), "Hiện nay công ty có 13 nhà máy."),
        ["13 nhà máy @ 2021 -"]
    );
    assert_eq!(
        facts(
            None,
            "Kiều hối đạt 5 tỷ USD (2016 đạt 2 tỷ USD; 2017 đạt 3 tỷ USD)."
        ),
        [
            "5000000000 USD @ 2016/2017 -",
            "2000000000 USD @ 2016 -",
            "3000000000 USD @ 2017 -",
        ]
    );
}

/// The figures of a text of May 2023 as `value unit | time | change`.
fn read(source: &str) -> Vec<String> {
    figures_of(Some("2023-05-10"), source)
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

/// Texts made of what dates and figures are made of, in any order.
fn scrambled() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "ngày ",
        "tháng ",
        "năm ",
        "từ ",
        "đến ",
        "2020",
        "15",
        "3",
        "31",
        "24-25/3",
        "1.600 ",
        "60,28 ",
        "triệu ",
        "tỷ ",
        "USD",
        "%",
        " tăng ",
        "(",
        ")",
        ", ",
        "; ",
        ". ",
        "-",
        "/",
        " – ",
        "quý I",
        "giai đoạn ",
        "và ",
        "người ",
        "tỉnh, thành phố ",
        "mười ",
        "hai ",
        "trăm ",
        "so với ",
        "đạt ",
        "hiện nay ",
        "6 tháng đầu năm ",
        "hôm qua ",
        "\u{301}",
        "\n",
        "Đại sứ ",
        "những ",
        "lần ",
        "giờ ",
        "đồng/lít ",
        "99999999999999999999",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_panics_and_spans_quote_what_they_say(source in prop_oneof![scrambled(), any::<String>()]) {
        let points = source.chars().count() as u32;
        for figure in figures_of(Some("2020-02-29"), &source) {
            prop_assert!(figure.span.start < figure.span.end && figure.span.end <= points);
            prop_assert!(figure.evidence.contains(figure.span));
            prop_assert!(figure.value.is_finite() && !figure.unit.is_empty());
        }
    }
}

#[test]
fn a_jubilee_of_two_years_named() {
    assert_eq!(
        facts(
            None,
            "Hai nước kỷ niệm 45 năm quan hệ (7/1/1972-7/1/2017) và 10 năm hợp tác (2007-2017)."
        ),
        ["45 năm @ 1972-01-07/2017-01-07 -", "10 năm @ 2007/2017 -"]
    );
    assert_eq!(
        facts(
            Some("2022-05-01"),
            "Hai nước lập quan hệ năm 1972. Nay là dịp kỷ niệm 50 năm."
        ),
        ["50 năm @ 1972/2022 -"]
    );
}

#[test]
fn who_came_came_on_the_day_of_the_event() {
    assert_eq!(
        facts(
            None,
            "Sáng 5/6/2019, diễn đàn khai mạc. Diễn đàn thu hút hơn 300 đại biểu của 12 nước."
        ),
        ["300 đại biểu @ 2019-06-05 -", "12 nước @ 2019-06-05 -"]
    );
    assert_eq!(
        facts(
            None,
            "Sáng 5/6/2019, diễn đàn khai mạc. Thời gian qua, tỉnh đã ký kết 40 thỏa thuận."
        ),
        ["40 thỏa thuận @ - -"]
    );
}

#[test]
fn figures_of_one_clause_share_its_time() {
    assert_eq!(
        facts(
            None,
            "Kim ngạch đạt 53 tỷ USD năm 2016, trong đó xuất siêu 30 tỷ USD; có 12 cửa khẩu."
        ),
        [
            "53000000000 USD @ 2016 -",
            "30000000000 USD @ 2016 -",
            "12 cửa khẩu @ - -"
        ]
    );
    assert_eq!(
        facts(None, "Có 58.000 khách đến thăm thành phố năm 2016."),
        ["58000 khách @ 2016 -"]
    );
}

#[test]
fn a_term_at_the_head_sets_the_time() {
    assert_eq!(
        facts(None, "Nhiệm kỳ 2017-2020, có 24 đại sứ lên đường."),
        ["24 đại sứ @ 2017/2020 -"]
    );
}
