//! Where the names of events end, in sentences marked as in [`tests`](super::tests).

use super::tests::check;

#[test]
fn sessions_are_told_apart_by_their_number() {
    check("Sáng nay khai mạc [kỳ họp thứ 4, Quốc hội khóa XII|Event].");
    check("Tại [kỳ họp thứ 4|Event], [Quốc hội|Agency] khóa XII đã thông qua nhiều luật.");
    check("Nghị quyết của [Hội nghị lần thứ 6, Ban Chấp hành Trung ương Đảng, khóa IX|Event].");
    check("Biên bản [kỳ họp lần thứ sáu Ủy ban hỗn hợp Chile - Peru|Event] còn mới.");
}

#[test]
fn a_title_goes_on_behind_its_short_form() {
    check("Sau [Hội nghị các quan chức nông nghiệp (SAO) ASEAN|Event] là lễ bế mạc.");
    check("Đây là [Diễn đàn Kinh tế xanh (GEF) lần thứ 3|Event].");
}

#[test]
fn senior_officials_are_of_their_body() {
    check("Quan chức cao cấp [ASEAN|Agency] gặp nhau ở cấp Nhà nước.");
}

#[test]
fn a_sentence_without_full_stop_before_it_is_no_part_of_a_title() {
    check("Ông phát biểu tại [Diễn đàn Kinh tế xanh|Event] Về phần mình, các đại biểu nhất trí.");
}

#[test]
fn the_year_of_a_year_is_a_date() {
    check("Các hoạt động của [Năm Hữu nghị Chile - Lào|Event] 2019 đã khép lại.");
}
