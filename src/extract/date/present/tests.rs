//! Tests of the year that an undated article gets from its text.

use crate::extract::date::tests::{check, read};

#[test]
fn without_a_date_of_publication_the_text_may_settle_the_year() {
    check(
        None,
        "Hội nghị khai mạc ngày 5/6/2019. Sáng 7/6, các đại biểu thảo luận.",
        &["ngày 5/6/2019 = 2019-06-05", "7/6 = 2019-06-07"],
    );
    check(
        None,
        "Chiều 14/7, các đại sứ mới được bổ nhiệm nhiệm kỳ 2018-2021 ra mắt.",
        &["14/7 = 2018-07-14", "nhiệm kỳ 2018-2021 = 2018/2021"],
    );
    check(
        None,
        "Từ ngày 2/4, chợ đóng cửa theo Chỉ thị 9/CT-UBND ngày 28/3/2019 và Công văn số 77/UBND, ngày 1/4/2019.",
        &[
            "ngày 2/4 = XXXX-04-02/..",
            "ngày 28/3/2019 = 2019-03-28",
            "ngày 1/4/2019 = 2019-04-01",
        ],
    );
    check(
        None,
        "Chiều 15/3, đoàn thăm nhà máy. Nhà máy thành lập năm 2005.",
        &["15/3 = XXXX-03-15", "năm 2005 = 2005"],
    );
}

#[test]
fn an_event_or_a_term_of_the_article_settles_its_year() {
    dated(&[
        (
            "Chiều 28/6, đoàn tới thủ đô. Kim ngạch đạt 1,4 tỷ USD trong 5 tháng đầu năm 2019.",
            "28/6 = 2019-06-28",
        ),
        (
            "Ngày 8/5, hai nước kỷ niệm quan hệ ngoại giao (5/1969-5/2019).",
            "Ngày 8/5 = 2019-05-08",
        ),
        (
            "Ngày 8/5, Bộ chuẩn bị cho APEC 2017.",
            "Ngày 8/5 = 2017-05-08",
        ),
        (
            "Ngày 8/5, đội tập luyện cho World Cup 2026.",
            "Ngày 8/5 = XXXX-05-08",
        ),
        (
            "Đoàn đến vào tối chủ nhật (14.5) như năm học 2016.",
            "14.5 = 2017-05-14",
        ),
        (
            "Ngày 11/7, báo đưa tin. Tài sản bị giữ tháng 12/2016, trong năm bầu cử 2016.",
            "Ngày 11/7 = 2017-07-11",
        ),
        (
            "Ngày 11/7, báo đưa tin. Kim ngạch năm 2016 đạt 2 tỷ USD.",
            "Ngày 11/7 = 2017-07-11",
        ),
        (
            "Ngày 8/2, báo đưa tin. Hai bên ngừng bắn hồi tháng 12/2016, gặp lại đầu tháng 1 và kim ngạch năm 2016 đạt 3 tỷ USD.",
            "Ngày 8/2 = 2017-02-08",
        ),
        (
            "Ngày 11/7, báo đưa tin. Hai bên thiết lập quan hệ năm 2016.",
            "Ngày 11/7 = XXXX-07-11",
        ),
    ]);
}

#[test]
fn what_an_article_compares_with_counts_or_plans_for_settles_its_year() {
    dated(&[
        (
            "Ngày 11/7, báo đưa tin. Tính đến hết tháng 5/2018, hai bên có 30 dự án.",
            "Ngày 11/7 = 2018-07-11",
        ),
        (
            "Ngày 11/7, báo đưa tin. Tính đến hết tháng 11/2018, hai bên có 30 dự án.",
            "Ngày 11/7 = 2019-07-11",
        ),
        (
            "Ngày 11/7, báo đưa tin. Kim ngạch tăng 5% so với cùng kỳ năm 2018.",
            "Ngày 11/7 = 2019-07-11",
        ),
        (
            "Sáng 10/2, Sở tổng kết năm 2018 và bàn nhiệm vụ trọng tâm năm 2019.",
            "10/2 = 2019-02-10",
        ),
        (
            "Ngày 8/2, tỉnh mở hội chợ việc làm tháng 2/2019.",
            "Ngày 8/2 = 2019-02-08",
        ),
        (
            "Ngày 29/5, đoàn lên đường. Hai bên ra tuyên bố tháng 5/2018.",
            "Ngày 29/5 = XXXX-05-29",
        ),
    ]);
}

#[test]
fn a_year_counts_where_the_text_opens_and_beside_a_day() {
    let talk = "Hai bên bàn việc buôn bán và đi lại giữa các tỉnh. ".repeat(8);
    for (source, wanted) in [
        (
            "Sáng 6/7, ban tổ chức giải đua thuyền Sông Mã năm 2018 họp báo.".to_owned(),
            "6/7 = 2018-07-06",
        ),
        (
            format!("Ngày 11/7, báo đưa tin. {talk}Kế hoạch ký ngày 20/11/2011 được nhắc lại."),
            "Ngày 11/7 = XXXX-07-11",
        ),
        (
            format!("Ngày 11/7, báo đưa tin. {talk}Ông nhớ lễ hội Hoa Ban năm 2018."),
            "Ngày 11/7 = XXXX-07-11",
        ),
        (
            "Ngày 11/7, báo trao giải báo chí Hạ Long năm 2018.".to_owned(),
            "Ngày 11/7 = XXXX-07-11",
        ),
        (
            "Tối 11/5, hai bên chuyển giao chức chủ tịch diễn đàn nhiệm kỳ 2018-2019.".to_owned(),
            "11/5 = 2018-05-11",
        ),
        (
            "Ngày 11/7, hợp đồng gia hạn 5 năm (2018-2023).".to_owned(),
            "Ngày 11/7 = XXXX-07-11",
        ),
    ] {
        let dates = read(None, &source);
        assert!(
            dates.iter().any(|date| date == wanted),
            "{source}: {dates:?}"
        );
    }
}

/// Checks that each text, without a date of publication, has its date among those read.
fn dated(cases: &[(&str, &str)]) {
    for (source, wanted) in cases {
        let dates = read(None, source);
        assert!(
            dates.iter().any(|date| date == wanted),
            "{source}: {dates:?}"
        );
    }
}

#[test]
fn the_day_of_writing_in_brackets_settles_what_is_told_from_it() {
    check(
        None,
        "Hôm nay (13/5), em Hòa thi giải 2017. Chiều qua em nhận tin. Cuộc thi PISA 2017 khó.",
        &[
            "13/5 = 2017-05-13",
            "2017 = 2017",
            "Chiều qua = 2017-05-12",
            "2017 = 2017",
        ],
    );
}

#[test]
fn a_term_tells_the_year_in_which_it_begins() {
    for (source, wanted) in [
        (
            "Ngày 3/4, bà nhận chức đại sứ, nhiệm kỳ 2018-2021.",
            "Ngày 3/4 = 2018-04-03",
        ),
        (
            "Ngày 3/4, tỉnh chuẩn bị bầu cử hội đồng nhiệm kỳ 2021-2026.",
            "Ngày 3/4 = 2021-04-03",
        ),
        (
            "Ngày 3/4, hội đồng nhiệm kỳ 2016-2021 họp.",
            "Ngày 3/4 = XXXX-04-03",
        ),
        (
            "Ngày 3/4, nước bạn tranh một ghế ở Hội đồng Nhân quyền nhiệm kỳ 2020-2021.",
            "Ngày 3/4 = XXXX-04-03",
        ),
    ] {
        let dates = read(None, source);
        assert!(
            dates.iter().any(|date| date == wanted),
            "{source}: {dates:?}"
        );
    }
}

#[test]
fn a_jubilee_tells_the_year_by_what_began() {
    for (source, wanted) in [
        (
            "Sáng 16/6, hội hữu nghị mừng 50 năm thiết lập quan hệ ngoại giao Việt Nam - Campuchia.",
            "16/6 = 2017-06-16",
        ),
        (
            "Sáng 16/5, kiều bào dâng hoa nhân 127 năm Ngày sinh Bác Hồ.",
            "16/5 = 2017-05-16",
        ),
        (
            "Sáng 16/5, hội mừng lần thứ 127 ngày sinh Bác Hồ.",
            "16/5 = 2017-05-16",
        ),
        (
            "Sáng 16/6, công ty mừng 50 năm ngày thành lập.",
            "16/6 = XXXX-06-16",
        ),
        (
            "Sáng 16/6, trường kỷ niệm 55 năm ngày mở lớp. Trường thành lập ngày 16/1/1964, nay tuyển sinh 2019.",
            "16/6 = 2019-06-16",
        ),
        (
            "Sáng 16/6, hội nhà văn mừng 60 năm thành lập (1959-2019).",
            "16/6 = 2019-06-16",
        ),
        (
            "Sáng 16/6, tỉnh dựng tượng nhà văn Trần Văn An (1911-1981).",
            "16/6 = XXXX-06-16",
        ),
        (
            "Sáng 16/6, tỉnh công bố quy hoạch du lịch (2020-2030).",
            "16/6 = XXXX-06-16",
        ),
        (
            "Sáng 16/6, hai bên bàn kỷ niệm 45 năm quan hệ ngoại giao Việt Nam - Nhật Bản vào năm 2018.",
            "16/6 = XXXX-06-16",
        ),
    ] {
        let dates = read(None, source);
        assert!(
            dates.iter().any(|date| date == wanted),
            "{source}: {dates:?}"
        );
    }
}

#[test]
fn the_month_of_an_undated_article_is_that_of_its_days() {
    check(
        None,
        "Chiều 6/6, hai bên hội đàm. Năm ngoái, kim ngạch tăng 5% so với cùng kỳ năm 2015. Tháng trước, tàu đã thăm cảng.",
        &[
            "6/6 = 2016-06-06",
            "Năm ngoái = 2015",
            "năm 2015 = 2015",
            "Tháng trước = 2016-05",
        ],
    );
}

#[test]
fn where_the_year_stays_open_the_month_is_that_of_the_days() {
    check(
        None,
        "Ngày 5/7, hai bên gặp nhau, sau khi hoãn hôm 28/6. Tháng trước, tàu ghé cảng. Tháng 9 năm nay tàu trở lại.",
        &[
            "Ngày 5/7 = XXXX-07-05",
            "28/6 = XXXX-06-28",
            "Tháng trước = XXXX-06",
            "Tháng 9 = XXXX-09",
        ],
    );
}

#[test]
fn a_name_tells_the_year_unless_it_may_be_told_of_at_any_time() {
    dated(&[
        (
            "Tối 30/9, sứ quán mở đêm hội “Tết Trung thu 2020”.",
            "30/9 = 2020-09-30",
        ),
        (
            "Ngày 8/5, bà nhắc tới cuộc bầu cử Tổng thống Mỹ 2016.",
            "Ngày 8/5 = XXXX-05-08",
        ),
        (
            "Ngày 8/5, bà nhắc tới cuộc bầu cử Tổng thống Mỹ năm 2016, rồi lại nhắc bầu cử năm 2016.",
            "Ngày 8/5 = XXXX-05-08",
        ),
        (
            "Ngày 8/5, hai bên gặp nhau. Kim ngạch năm 2018 gần 3 tỷ USD.",
            "Ngày 8/5 = 2019-05-08",
        ),
        (
            "Ngày 8/5, hai bên bàn việc thực hiện Tầm nhìn ASEAN 2025.",
            "Ngày 8/5 = XXXX-05-08",
        ),
        (
            "Ngày 8/5, ông nói từ đầu năm 2019 đến nay, khách đã đông hơn.",
            "Ngày 8/5 = 2019-05-08",
        ),
        (
            "Ngày 8/5, ông nói trong năm 2019 này, khách đã đông hơn.",
            "Ngày 8/5 = 2019-05-08",
        ),
    ]);
}

#[test]
fn today_is_the_one_day_that_an_undated_article_tells() {
    check(
        None,
        "Chiều 4/6, hai bên ký kết. Văn kiện ký hôm nay, ông nói, giúp đất nước vững như ngày hôm nay. Sáng nay, đoàn đến.",
        &["4/6 = XXXX-06-04", "Sáng nay = XXXX-06-04"],
    );
}
