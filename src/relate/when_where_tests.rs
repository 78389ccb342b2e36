//! Tests of where and when an event takes place.

use crate::relate::testing::expect;

#[test]
fn bracket() {
    expect(
        "takesPlaceIn occursOn",
        "Sau [Hội nghị Gỗ|Event] ([Bình Dương|Province], {ngày 3/4/2019=2019-04-03}), ngành gỗ khởi sắc.",
        &[
            "Hội nghị Gỗ takesPlaceIn Bình Dương",
            "Hội nghị Gỗ occursOn 2019-04-03",
        ],
    );
}

#[test]
fn verb() {
    expect(
        "takesPlaceIn occursOn",
        "[Hội nghị Gỗ|Event] diễn ra {từ ngày 3 đến 5/4/2019=2019-04-03/2019-04-05} tại thành phố [Huế|Place], tỉnh [Thừa Thiên Huế|Province].",
        &[
            "Hội nghị Gỗ takesPlaceIn Huế",
            "Hội nghị Gỗ takesPlaceIn Thừa Thiên Huế",
            "Hội nghị Gỗ occursOn 2019-04-03/2019-04-05",
        ],
    );
}

#[test]
fn the_year_that_is_reviewed() {
    expect(
        "occursOn",
        "Sở dự [Hội nghị tổng kết công tác|Event] {năm 2016=2016} và [Lễ hội Hoa|Event] {năm 2016=2016}.",
        &["Lễ hội Hoa occursOn 2016"],
    );
}

#[test]
fn places_that_are_counted_first() {
    expect(
        "takesPlaceIn",
        "[Lễ hội Hoa|Event] sẽ diễn ra tại 3 tỉnh, thành phố trên cả nước gồm: [Huế|Place], [Hà Nội|Province] và [Hà Nam|Province].",
        &[
            "Lễ hội Hoa takesPlaceIn Huế",
            "Lễ hội Hoa takesPlaceIn Hà Nội",
            "Lễ hội Hoa takesPlaceIn Hà Nam",
        ],
    );
}

#[test]
fn days_of_a_journey_are_not_those_of_the_event() {
    expect(
        "takesPlaceIn occursOn",
        "Thủ tướng [Trần Văn An|Person] thăm [Đức|Country] và dự [Diễn đàn Xanh|Event] tại [Hamburg|Place] {từ ngày 5 đến 8/7/2017=2017-07-05/2017-07-08}.",
        &["Diễn đàn Xanh takesPlaceIn Hamburg"],
    );
}

#[test]
fn a_day_behind_a_preposition() {
    expect(
        "takesPlaceIn",
        "Hai bên gặp nhau bên lề [Hội nghị Gỗ|Event] {tháng 8/2019=2019-08} ở [Lima|Place].",
        &["Hội nghị Gỗ takesPlaceIn Lima"],
    );
    expect(
        "occursOn",
        "Hai bên chuẩn bị cho [Hội nghị Gỗ|Event] vào {tháng 8/2019=2019-08}.",
        &["Hội nghị Gỗ occursOn 2019-08"],
    );
}

#[test]
fn the_event_as_the_subject_behind_its_day() {
    expect(
        "occursOn",
        "{Ngày 3/7/2019=2019-07-03}, [Hội nghị Gỗ|Event] thảo luận về rừng.",
        &["Hội nghị Gỗ occursOn 2019-07-03"],
    );
    expect(
        "occursOn",
        "{Năm 2019=2019}, [Hội nghị Gỗ|Event] có nhiều khách mới.",
        &[],
    );
}

#[test]
fn the_days_it_lasts_say_more_than_its_opening() {
    expect(
        "occursOn",
        "[Lễ hội Hoa|Event] diễn ra {từ ngày 3 đến 5/4/2019=2019-04-03/2019-04-05}. [Lễ hội Hoa|Event] khai mạc {ngày 3/4/2019=2019-04-03}.",
        &["Lễ hội Hoa occursOn 2019-04-03/2019-04-05"],
    );
}

#[test]
fn an_occasion_has_no_day() {
    expect(
        "occursOn takesPlaceIn",
        "Hai nước tổ chức [kỷ niệm 50 năm quan hệ|Event] ({5/9/2017=2017-09-05}) tại [Huế|Province].",
        &[],
    );
}

#[test]
fn what_is_commemorated() {
    expect(
        "occursOn",
        "[Lễ kỷ niệm Ngày thành lập|Event] ({6/1967-6/2017=1967-06/2017-06}) kết thúc.",
        &[],
    );
}

#[test]
fn since_a_year() {
    expect(
        "occursOn",
        "[Lễ hội Hoa|Event] được tổ chức {từ năm 1903=1903/..} vào đầu hè.",
        &[],
    );
}

#[test]
fn year_behind() {
    expect(
        "takesPlaceIn occursOn",
        "Từ [Hội nghị Gỗ|Event] {năm 2019=2019}, thị trường mở rộng.",
        &["Hội nghị Gỗ occursOn 2019"],
    );
}

#[test]
fn existence() {
    expect(
        "takesPlaceIn occursOn",
        "{Ngày 3/4/2019=2019-04-03}, tại [Hà Nội|Province] đã diễn ra [Hội nghị Gỗ|Event] do [Bộ Công Thương|Agency] chủ trì.",
        &[
            "Hội nghị Gỗ takesPlaceIn Hà Nội",
            "Hội nghị Gỗ occursOn 2019-04-03",
        ],
    );
}

#[test]
fn the_aim_is_no_place() {
    expect(
        "takesPlaceIn occursOn",
        "[Hội nghị Gỗ|Event] diễn ra nhằm mở rộng xuất khẩu tại [Nhật Bản|Country].",
        &[],
    );
}

#[test]
fn another_date_is_not_the_events() {
    expect(
        "takesPlaceIn occursOn",
        "{Ngày 3/4/2019=2019-04-03}, ông [Trần Văn An|Person] trả lời báo chí trước thềm [Hội nghị Gỗ|Event].",
        &[],
    );
}

#[test]
fn a_school_year_is_no_date_of_an_event() {
    expect(
        "occursOn",
        "Em đạt giải tại [Hội thi Khoa học|Event] {năm học 2016-2017=2016/2017}.",
        &[],
    );
}

#[test]
fn a_term_of_office_and_months_looked_back_on_are_no_date_of_an_event() {
    expect(
        "occursOn",
        "Ông dự [Đại hội Hội Hoa|Event] {nhiệm kỳ 2020 - 2025=2020/2025} và [Diễn đàn Xanh|Event] {tháng 3/2021=2021-03}.",
        &["Diễn đàn Xanh occursOn 2021-03"],
    );
    expect(
        "occursOn",
        "Tỉnh mở [Hội nghị sơ kết công tác|Event] {6 tháng đầu năm 2017=2017-01/2017-06}.",
        &[],
    );
}

#[test]
fn place_in_the_name() {
    expect(
        "takesPlaceIn occursOn",
        "Ông dự [Hội nghị G20 tại [Hamburg|Place]|Event].",
        &["Hội nghị G20 tại Hamburg takesPlaceIn Hamburg"],
    );
}

#[test]
fn a_theme_between_event_and_verb() {
    expect(
        "takesPlaceIn occursOn",
        "[Hội nghị Gỗ|Event] với chủ đề “Cùng nhau đi xa hơn nữa trên con đường xanh của rừng và biển” diễn ra tại [Huế|Province].",
        &["Hội nghị Gỗ takesPlaceIn Huế"],
    );
}

#[test]
fn the_next_clause_has_its_own_place() {
    expect(
        "takesPlaceIn occursOn",
        "Nhân dịp dự [Diễn đàn Xanh|Event], chiều {3/4/2019=2019-04-03}, tại [Huế|Province], ông [Trần Văn An|Person] tiếp khách.",
        &[],
    );
}

#[test]
fn what_is_planned_or_wished_for_is_on_another_day() {
    expect(
        "occursOn organizes",
        "{Ngày 3/4/2019=2019-04-03}, [Bộ Y tế|Agency] bàn cách thức tổ chức [Lễ hội Hoa|Event].",
        &[],
    );
    expect(
        "occursOn",
        "{Ngày 3/4/2019=2019-04-03}, ông [Trần Văn An|Person] xin nghỉ để tham dự [Diễn đàn Xanh|Event].",
        &[],
    );
}

#[test]
fn who_comes_to_a_state_attends_another_day() {
    expect(
        "occursOn takesPlaceIn",
        "{Ngày 3/4/2019=2019-04-03}, Thủ tướng [Lào|Country] [Kham Ly|Person] tới [Chile|Country] tham dự [Diễn đàn Xanh|Event].",
        &["Diễn đàn Xanh takesPlaceIn Chile"],
    );
}

#[test]
fn the_day_on_which_someone_tells_of_an_event_is_not_its_own() {
    expect(
        "occursOn takesPlaceIn",
        "{Sáng 3/4/2019=2019-04-03}, tại [Huế|Place], [Hội Hoa|Agency] kể những điều thú vị sẽ có trong [Lễ hội Hoa|Event] diễn ra vào rằm.",
        &[],
    );
    expect(
        "occursOn",
        "{Sáng 3/4/2019=2019-04-03}, đêm nhạc của [Hội Hoa|Agency] mang tên “[Sắc Xuân|Event]” đã diễn ra.",
        &["Sắc Xuân occursOn 2019-04-03"],
    );
}
