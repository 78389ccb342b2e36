//! Tests of dates: what is read, and which year it gets.

use super::{DateCues, dates};
use crate::model::{Article, Block, BlockKind, Metadata, Span};
use crate::ontology::Ontology;
use crate::text::Text;

/// The dates of a text as `words = value`.
pub(super) fn read(published: Option<&str>, source: &str) -> Vec<String> {
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
    let cues = DateCues::new(ontology).unwrap();
    dates(&text, ontology, &ontology.matches(&text), &cues, &article)
        .into_iter()
        .map(|date| {
            let quoted: String = source
                .chars()
                .skip(date.span.start as usize)
                .take(date.span.len() as usize)
                .collect();
            assert_eq!(quoted.replace('\u{a0}', " "), date.text);
            format!("{} = {}", date.text, date.value)
        })
        .collect()
}

pub(super) fn check(published: Option<&str>, source: &str, wanted: &[&str]) {
    assert_eq!(read(published, source), wanted, "{source}");
}

#[test]
fn dates_written_in_full() {
    for (source, wanted) in [
        ("Hai bên ký ngày 25/3/2022.", "ngày 25/3/2022 = 2022-03-25"),
        ("Họp ngày 5-9-2013 tại Huế.", "ngày 5-9-2013 = 2013-09-05"),
        (
            "Họp ngày 23.11.2016 tại Huế.",
            "ngày 23.11.2016 = 2016-11-23",
        ),
        (
            "Tuyên bố ngày 2 tháng 9 năm 1945",
            "ngày 2 tháng 9 năm 1945 = 1945-09-02",
        ),
        ("Thứ Tư, 29/08/2012-9:05 AM", "29/08/2012 = 2012-08-29"),
        ("Hội nghị (tháng 12/2021) đã bàn", "tháng 12/2021 = 2021-12"),
        ("Hội nghị (1/2020) đã bàn", "1/2020 = 2020-01"),
        ("hồi tháng 5 /2019 tại Lào", "tháng 5 /2019 = 2019-05"),
        ("tới thăm hôm 4-6-2019", "4-6-2019 = 2019-06-04"),
        ("hồi tháng 12-2016 tại Lào", "tháng 12-2016 = 2016-12"),
        ("hồi tháng 7.2016 tại Lào", "tháng 7.2016 = 2016-07"),
        ("vào tháng Tư năm 2019", "tháng Tư năm 2019 = 2019-04"),
        ("cuối tháng 6/2019 tại Lào", "tháng 6/2019 = 2019-06"),
        ("phát triển đến năm 2030", "năm 2030 = 2030"),
        ("khó khăn như 2020!", "2020 = 2020"),
    ] {
        check(None, source, &[wanted]);
    }
}

#[test]
fn periods() {
    for (source, wanted) in [
        (
            "họp ngày 20-28/1/2016 tại Huế",
            "ngày 20-28/1/2016 = 2016-01-20/2016-01-28",
        ),
        (
            "họp từ 17/6 đến 2/7/2017",
            "17/6 đến 2/7/2017 = 2017-06-17/2017-07-02",
        ),
        (
            "từ ngày 26/12 đến 3/1/2017",
            "ngày 26/12 đến 3/1/2017 = 2016-12-26/2017-01-03",
        ),
        (
            "diễn ra từ 8 đến 10-4 tại Lào",
            "8 đến 10-4 = XXXX-04-08/XXXX-04-10",
        ),
        (
            "từ tháng 3 đến tháng 5/2017",
            "tháng 3 đến tháng 5/2017 = 2017-03/2017-05",
        ),
        (
            "từ tháng 1-3/2021 dịch lắng",
            "tháng 1-3/2021 = 2021-01/2021-03",
        ),
        ("giai đoạn 2014-2016", "giai đoạn 2014-2016 = 2014/2016"),
        (
            "Chiến lược 10 năm 2021 - 2030",
            "năm 2021 - 2030 = 2021/2030",
        ),
        (
            "từ năm 2011 đến năm 2015",
            "năm 2011 đến năm 2015 = 2011/2015",
        ),
        ("Từ năm 2014 đến nay, hai bên họp", "năm 2014 = 2014/.."),
        (
            "có hiệu lực từ ngày 1/7/2025",
            "ngày 1/7/2025 = 2025-07-01/..",
        ),
        ("hồi những năm 1990 tại Lào", "những năm 1990 = 1990/1999"),
    ] {
        check(None, source, &[wanted]);
    }
}

#[test]
fn parts_of_years() {
    for (source, wanted) in [
        (
            "Trong 6 tháng đầu năm 2012",
            "6 tháng đầu năm 2012 = 2012-01/2012-06",
        ),
        (
            "Trong sáu tháng cuối năm 2012",
            "sáu tháng cuối năm 2012 = 2012-07/2012-12",
        ),
        ("Qua 9 tháng năm 2019", "9 tháng năm 2019 = 2019-01/2019-09"),
        ("xuất khẩu quý I/2020 tăng", "quý I/2020 = 2020-01/2020-03"),
        (
            "xuất khẩu quý 2 năm 2020 tăng",
            "quý 2 năm 2020 = 2020-04/2020-06",
        ),
        (
            "nửa đầu năm 2017 tăng",
            "nửa đầu năm 2017 = 2017-01/2017-06",
        ),
    ] {
        check(None, source, &[wanted]);
    }
}

#[test]
fn lists() {
    check(
        None,
        "năm 2020, 2021 và 2023",
        &["năm 2020 = 2020", "2021 = 2021", "2023 = 2023"],
    );
    check(
        None,
        "trong các ngày 5, 6 và 8/5/2017",
        &[
            "ngày 5 = 2017-05-05",
            "6 = 2017-05-06",
            "8/5/2017 = 2017-05-08",
        ],
    );
    check(
        None,
        "trong hai ngày 7 và 8/5/2017, rồi ngày 11 và 15/5/2017",
        &[
            "ngày 7 và 8/5/2017 = 2017-05-07/2017-05-08",
            "ngày 11 = 2017-05-11",
            "15/5/2017 = 2017-05-15",
        ],
    );
    check(
        None,
        "70 năm ngày thành lập (3/2/1947 - 3/2/2017)",
        &["3/2/1947 - 3/2/2017 = 1947-02-03/2017-02-03"],
    );
    check(
        None,
        "70 năm ngày thành lập (3/2/1947-3/2/2017), 9/8/1950-9/8/2015",
        &[
            "3/2/1947-3/2/2017 = 1947-02-03/2017-02-03",
            "9/8/1950 = 1950-08-09",
            "9/8/2015 = 2015-08-09",
        ],
    );
}

#[test]
fn what_only_looks_like_a_date() {
    for source in [
        "Nghị định số 53/2014/NĐ-CP quy định",
        "Chỉ thị số 15-CT/TW của Ban Bí thư",
        "Đội chủ nhà thắng với tỷ số 2-1 trước đội khách",
        "chiếm 1/3 số đại biểu, 2/3 nghị sĩ ủng hộ",
        "Cách mạng công nghiệp 4.0 và Covid-19",
        "lúc 10h30, điện thoại 024.3845.6789",
        "đường dây hoạt động 24/7",
        "có 2016 người và 2000 đồng",
        "trong những năm qua, 5 năm tới",
        "tăng từ 1.000 lên 4.000 đồng",
        "địa chỉ: số 7/12 đường Láng",
        "bản đồ tỷ lệ 1/2000 của khu phố",
        "mỗi tháng 5 triệu đồng, trong 6 tháng 2 bên họp",
        "đầu năm, cuối năm, thời gian tới",
    ] {
        check(Some("2020-05-04"), source, &[]);
    }
}

#[test]
fn the_date_of_the_article_settles_relative_dates() {
    let published = Some("2023-01-25");
    for (source, wanted) in [
        ("Hôm qua, đoàn đã về nước.", "Hôm qua = 2023-01-24"),
        ("Sáng nay, đoàn đã về nước.", "Sáng nay = 2023-01-25"),
        ("Tháng trước, đoàn đã về nước.", "Tháng trước = 2022-12"),
        ("Năm ngoái, đoàn đã về nước.", "Năm ngoái = 2022"),
        ("nhiều biến chuyển trong năm qua.", "năm qua = 2022"),
        (
            "hồi tháng 12 năm ngoái tại Lào",
            "tháng 12 năm ngoái = 2022-12",
        ),
        ("Sáng nay (25/1), đoàn về nước.", "25/1 = 2023-01-25"),
        (
            "Ngày 24-25/3, hội nghị đã họp.",
            "Ngày 24-25/3 = 2022-03-24/2022-03-25",
        ),
        ("Ngày 24/3, hội nghị sẽ họp.", "Ngày 24/3 = 2023-03-24"),
        (
            "Từ ngày 15/3, chúng tôi đã xử lý",
            "ngày 15/3 = 2022-03-15/..",
        ),
    ] {
        check(published, source, &[wanted]);
    }
    check(Some("2012-08-29"), "chuyển biến trong năm qua", &[]);
    check(None, "Hôm qua, năm ngoái, tháng trước", &[]);
}

#[test]
fn the_same_day_is_the_one_told_last() {
    check(
        Some("2023-01-27"),
        "Ngày 25/1, đoàn đến Huế. Cùng ngày, đoàn thăm trường.",
        &["Ngày 25/1 = 2023-01-25", "Cùng ngày = 2023-01-25"],
    );
    check(Some("2023-01-27"), "Cùng ngày, đoàn thăm trường.", &[]);
}

#[test]
fn a_known_event_in_the_sentence_settles_the_year() {
    check(
        None,
        "Ngày 12/8 diễn ra Hội nghị Ngoại vụ toàn quốc lần thứ 19.",
        &["Ngày 12/8 = 2018-08-12"],
    );
    check(
        None,
        "Ngày 3/5, Sở chuẩn bị Hội nghị Ngoại vụ toàn quốc lần thứ 19.",
        &["Ngày 3/5 = XXXX-05-03"],
    );
}

#[test]
fn the_day_after_is_counted_from_the_one_told_last() {
    check(
        Some("2023-02-03"),
        "Ngày 31/1, đoàn đến Huế. Ngày hôm sau, đoàn thăm trường.",
        &["Ngày 31/1 = 2023-01-31", "Ngày hôm sau = 2023-02-01"],
    );
    check(Some("2023-02-03"), "Hôm sau, đoàn thăm trường.", &[]);
}

#[test]
fn a_day_of_every_year_has_none() {
    check(
        Some("2023-02-03"),
        "Ngày 8/3 hằng năm, hội họp mặt; ngày 12/1 là ngày lễ.",
        &["Ngày 8/3 = XXXX-03-08", "ngày 12/1 = 2023-01-12"],
    );
}

#[test]
fn what_was_founded_since_a_year_was_founded_in_it() {
    check(
        None,
        "Hội được thành lập từ năm 1977.",
        &["năm 1977 = 1977"],
    );
    check(
        Some("2021-05-01"),
        "Tạm dừng từ 20h ngày 30/4 mọi hoạt động.",
        &["ngày 30/4 = 2021-04-30/.."],
    );
}

#[test]
fn each_end_of_a_period_is_as_precise_as_it_is_told() {
    check(
        None,
        "Từ năm 1990 đến tháng 3/2018, hội tặng sách. Quan hệ 40 năm (2/5/1979-2019).",
        &[
            "năm 1990 đến tháng 3/2018 = 1990/2018-03",
            "2/5/1979-2019 = 1979-05-02/2019",
        ],
    );
}

#[test]
fn two_digits_name_a_decade_of_the_last_century() {
    check(
        None,
        "Từ thập niên 80 tới những năm 90, người ở những năm 60 tuổi.",
        &["thập niên 80 = 1980/1989", "những năm 90 = 1990/1999"],
    );
}

#[test]
fn days_of_the_lunar_calendar_are_left_out() {
    check(
        Some("2017-04-01"),
        "Lễ hội ngày 10/3 âm lịch, rồi ngày 3/3 (năm Đinh Dậu), và ngày 6/4.",
        &["ngày 6/4 = 2017-04-06"],
    );
}

#[test]
fn years_ago_are_counted_from_the_year_of_the_article() {
    check(
        Some("2017-04-01"),
        "Cách đây 20 năm, hai bên bước sang năm thứ ba của dự án.",
        &["Cách đây 20 năm = 1997"],
    );
}
