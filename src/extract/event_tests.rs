//! Where the names of events end, in sentences marked as in [`tests`](super::tests).

use super::tests::check;

#[test]
fn sessions_are_told_apart_by_their_number() {
    check("Sáng nay khai mạc [kỳ họp thứ 4, Quốc hội khóa XII|Event].");
    check("Tại [kỳ họp thứ 4|Event], [Quốc hội|Agency] khóa XII đã thông qua nhiều luật.");
    check("Nghị quyết của [Hội nghị lần thứ 6, Ban Chấp hành Trung ương Đảng, khóa IX|Event].");
    check("Kết quả [kỳ họp lần thứ sáu Ủy ban hỗn hợp Chile - Peru|Event] còn mới.");
}

#[test]
fn a_title_goes_on_behind_its_short_form() {
    check("Sau [Hội nghị các quan chức nông nghiệp (SAO) ASEAN|Event] là lễ bế mạc.");
    check("Đây là [Diễn đàn Kinh tế xanh (GEF) lần thứ 3|Event].");
    check(
        "Đoàn dự [Hội chợ Nông sản quốc tế Chile (FNIC) 2019|Event] và vui mừng vì [FNIC|Event].",
    );
}

#[test]
fn a_title_goes_on_behind_where_it_is_held_this_time() {
    check("Tỉnh mở [Hội chợ Nông sản Chile - Lào (Lima) lần thứ 3|Event] ở ngoại ô.");
    check("Họ dự [Hội thảo Giáo dục và đổi mới sáng tạo|Event].");
    check("Khách đến [Lễ kỷ niệm 30 năm Lào gia nhập ASEAN|Event] tại trụ sở của hội.");
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

#[test]
fn behind_a_territory_a_title_goes_on_only_with_more_of_itself() {
    check("Ông nhắc lại [Hội nghị thượng đỉnh ASEAN|Event] hồi đầu hè.");
    check("Các đại biểu dự [Diễn đàn Kinh tế Chile|Event] chào đón kết quả này.");
    check("Đây là [Hội nghị Bộ trưởng ASEAN lần thứ 3|Event] được truyền hình.");
    check("Sắp tới là [lễ kỷ niệm 30 năm Lào gia nhập ASEAN|Event].");
}

#[test]
fn a_list_of_subjects_in_lower_case_belongs_to_the_title() {
    check(
        "[Lào|Country] đăng cai [hội nghị quốc tế về lúa gạo, an ninh lương thực và dinh dưỡng|Event] vào mùa hè.",
    );
    check("Tại hội nghị về lúa gạo, các chuyên gia và nhà báo đã trao đổi.");
}

#[test]
fn the_level_of_a_dialogue_and_its_states_are_in_its_name() {
    check("Hôm ấy, [Đối thoại Biển cấp Thứ trưởng lần thứ 4|Event] khép lại.");
    check("Báo chí viết về [đối thoại an ninh và kinh tế Chile - Lào|Event].");
    check("Ông dự [Hội nghị Thanh niên ba nước Lào - Chile - Peru lần thứ 2|Event].");
}

#[test]
fn a_ceremony_in_lower_case_needs_a_name_inside() {
    check("Hôm qua, hai bên tổ chức [lễ tiễn hài cốt quân nhân Chile|Event].");
    check("Làng tổ chức lễ mừng cơm mới của mình.");
    check("Màn hình có độ phân giải Full HD và đoạt giải Nhì.");
}

#[test]
fn an_exhibition_goes_by_its_theme() {
    check("Họ mở triển lãm ảnh với chủ đề: “[Sông và người|Event]” ở sân.");
}

#[test]
fn another_meeting_behind_and_is_another_event() {
    check("Ông nói tại [Hội nghị Tương lai Chile|Event] và hội thảo bên cạnh.");
    check("Họ đoạt [giải Hoa Sen|Event] và [giải Hoa Mai|Event].");
}

#[test]
fn a_day_of_a_territory_is_called_by_where_it_is_held() {
    check("Họ tham gia [Ngày Lào tại Lima|Event] vào mùa thu.");
    check("Họ khép lại [Tuần lễ Chile tại Hà Nội|Event] bằng một đêm nhạc.");
}

#[test]
fn a_date_in_quoted_words_is_no_event() {
    check("Ông nói: “Năm 2019 là một năm khó khăn”.");
    check("Họ mới từ [Năm Căn|Place] lên.");
}
