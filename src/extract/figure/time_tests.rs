//! The time that figures speak of.

use super::tests::facts;

/// Checks the figures of texts without a date of publication, as `value unit @ time change`.
fn undated(cases: &[(&str, &[&str])]) {
    for (source, wanted) in cases {
        assert_eq!(facts(None, source), *wanted, "{source}");
    }
}

#[test]
fn a_jubilee_is_of_the_years_that_the_article_names() {
    undated(&[
        ("Hai nước kỷ niệm 50 năm quan hệ.", &["50 năm @ - -"]),
        (
            "Năm 2019, ông chúc mừng thành tựu của 30 năm đổi mới.",
            &["30 năm @ - -"],
        ),
        (
            "Lễ kỷ niệm 60 năm ngày thành lập hội (5/3/1959-5/3/2019). Qua 60 năm, hội lớn mạnh.",
            &[
                "60 năm @ 1959-03-05/2019-03-05 -",
                "60 năm @ 1959-03-05/2019-03-05 -",
            ],
        ),
        (
            "Tiệc mừng 25 năm quan hệ hai nước (4/8/1994-2019).",
            &["25 năm @ 1994-08-04/2019 -"],
        ),
    ]);
}

#[test]
fn what_is_now_so_has_the_year_of_an_article_with_a_date() {
    let source = "Hiện có 40 lưu học sinh ở thành phố này.";
    assert_eq!(
        facts(Some("2022-05-01"), source),
        ["40 lưu học sinh @ 2022 -"]
    );
    assert_eq!(
        facts(Some("2022-05-01"), "Sở thực hiện 40 dự án."),
        ["40 dự án @ - -"]
    );
    undated(&[
        (
            "Ngày 4/5/2019, đoàn đến. Hiện có 40 lưu học sinh ở đây.",
            &["40 lưu học sinh @ - -"],
        ),
        (
            "Ngày 4/5/2019, đoàn đến. Đến nay, tỉnh có 40 lưu học sinh.",
            &["40 lưu học sinh @ 2019 -"],
        ),
    ]);
}

#[test]
fn a_date_that_ends_the_clause_is_of_its_figures() {
    undated(&[
        (
            "Trận lũ làm 12 người chết và 30 người bị thương vào ngày 3/9/2018.",
            &["12 người @ 2018-09-03 -", "30 người @ 2018-09-03 -"],
        ),
        (
            "Cảng được 3 nước tài trợ, Ả Rập Xê Út hôm 4/5/2019 tuyên bố như vậy.",
            &["3 nước @ - -"],
        ),
        (
            "Tỉnh phấn đấu đón 5 triệu khách đến năm 2025, riêng mục tiêu năm 2020 là 2 triệu khách.",
            &["5000000 khách @ 2025 -", "2000000 khách @ 2020 -"],
        ),
        (
            "Kim ngạch năm 2018 gần 7 tỷ USD. Đoàn ở lại 3 ngày (từ 4 đến 6/5/2019).",
            &[
                "7000000000 USD @ 2018 -",
                "3 ngày @ 2019-05-04/2019-05-06 -",
            ],
        ),
        (
            "Tỉnh đón 900 lượt người năm 2019, tăng 5%.",
            &["900 lượt người @ 2019 5"],
        ),
        (
            "Tỉnh phấn đấu tăng 7%, vốn lớn nhất từ trước tới nay là 2 tỷ USD.",
            &["7 % @ - -", "2000000000 USD @ - -"],
        ),
        (
            "Hôm 4/5/2019, hai bên ký 3 thỏa thuận.",
            &["3 thỏa thuận @ 2019-05-04 -"],
        ),
        (
            "Trong tháng 5/2019, các đoàn đã họp trong 4 ngày.",
            &["4 ngày @ 2019-05 -"],
        ),
        (
            "Kim ngạch đạt 2 tỷ USD năm 2018, mục tiêu là 5 tỷ USD.",
            &["2000000000 USD @ 2018 -", "5000000000 USD @ - -"],
        ),
    ]);
}

#[test]
fn a_day_behind_its_hour_or_in_brackets_behind_today_sets_the_time() {
    undated(&[
        (
            "Khoảng 7 giờ 15 phút ngày 3-4-2018, 12 người trong đoàn lên đảo.",
            &["12 người @ 2018-04-03 -"],
        ),
        (
            "Tàu vừa đến Lima hôm nay (3/4/2018) với 40 thủy thủ.",
            &["40 thủy thủ @ 2018-04-03 -"],
        ),
        (
            "Theo báo cáo (3/4/2018), cảng có 40 thủy thủ.",
            &["40 thủy thủ @ - -"],
        ),
    ]);
}

#[test]
fn those_who_came_to_an_event_named_before_came_on_its_day() {
    undated(&[(
        "Diễn đàn Biển Đông họp ngày 5/4/2019. Ngày 7/6/2019, Cục họp. \
         Diễn đàn Biển Đông thu hút 200 đại biểu.",
        &["200 đại biểu @ 2019-04-05 -"],
    )]);
}

#[test]
fn a_change_of_nothing_counted_is_its_own() {
    undated(&[
        (
            "Thương mại hai nước giảm 12% trong năm 2019.",
            &["12 % @ 2019 -12"],
        ),
        (
            "Có 800 sinh viên, chiếm 3% tổng số (tăng 20% so với năm 2015).",
            &["800 sinh viên @ - 20", "3 % @ - -"],
        ),
    ]);
}
