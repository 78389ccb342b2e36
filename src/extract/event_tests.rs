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
fn those_who_meet_and_their_field_belong_to_the_title() {
    check("Sau [Hội nghị các Bộ trưởng phụ trách Rừng ASEAN lần thứ 3|Event] là lễ bế mạc.");
    check("Họ dự [Hội nghị Các bên về Đại dương|Event].");
    check("Các Bộ trưởng phụ trách rừng đã gặp nhau.");
}

#[test]
fn the_meeting_or_forum_whose_session_it_is_belongs_to_the_title() {
    check("Tại [phiên họp lần thứ 7 của Hội nghị các bên|Event], họ nhất trí.");
    check("Ông chủ trì [Hội nghị Quan chức cấp cao của Diễn đàn APEC 2017|Event].");
    check("Chủ tịch Diễn đàn [APEC|Agency] phát biểu.");
}

#[test]
fn what_opens_closes_or_frames_an_event_is_a_part_of_it() {
    check("Ông phát biểu tại lễ khai mạc [Tuần lễ Cà phê Huế|Event].");
    check("Họ công bố chương trình [Ngày hội Trà Huế|Event].");
    check("Hôm nay là [Lễ khai mạc Cà phê Huế|Event].");
}

#[test]
fn a_day_behind_a_name_is_a_date() {
    check("Họ gặp nhau nhân [Ngày Đại dương Thế giới|Event] 8/6.");
    check("Đây là [Diễn đàn Xanh 2016-2017|Event].");
}

#[test]
fn what_a_year_s_meeting_of_a_body_is_about() {
    check("Họ dự [Đối thoại APEC 2017 về Rừng xanh|Event].");
    check("Họ dự [Diễn đàn Xanh 2017|Event] về phía [Lào|Country].");
}

#[test]
fn a_short_form_may_stand_before_the_other_party() {
    check("Ông dự [Hội nghị thượng đỉnh Liên minh châu Âu (EU)-Chile lần thứ 2|Event].");
}

#[test]
fn festivals_in_lower_case_are_told_apart_by_their_territory() {
    check("Ai cũng thích [lễ hội đua thuyền Huế|Event].");
    check("Đây là một lễ hội truyền thống [Huế|Province].");
    check("Nơi ấy có lễ hội của [Huế|Province].");
}

#[test]
fn what_is_said_of_an_event_behind_a_dash_is_no_part_of_its_name() {
    check("[Lễ hội Hoa Đào|Event] - chuỗi sự kiện du lịch sẽ khai mạc.");
    check("Đó là [Diễn đàn Kinh tế đầu tiên của Lào|Event].");
    check("Họ nhớ [Diễn đàn Kinh tế Xanh|Event] đầu tiên.");
}

#[test]
fn what_is_held_again_and_again_is_a_series() {
    check("[Ngày hội Cà phê Huế|Programme] được mở hai năm một lần.");
    check("[Ngày hội Cà phê Huế lần thứ 3|Event] được mở, hai năm một lần.");
    check("Họ hoãn cuộc tập trận “[Hổ vàng|Programme]” và cuộc tập trận “[Hổ đen-2019|Event]”.");
}

#[test]
fn a_post_that_is_handed_over_belongs_to_the_ceremony() {
    check("Tối qua diễn ra [Lễ chuyển giao Chủ tịch ASEAN|Event] tại trụ sở.");
    check("Họ dự [Lễ hội Hoa Đào|Event] Chủ tịch nước mở.");
}

#[test]
fn a_meeting_on_a_known_initiative_is_an_event() {
    check("Ông dự [diễn đàn “Vành đai và Con đường”|Event] ở [Lima|Place].");
    check("Ông nói về sáng kiến “[Vành đai và Con đường|Programme]”.");
}

#[test]
fn the_second_party_belongs_to_the_title() {
    check("Họ dự [Hội nghị hợp tác giữa Sở Y tế và các bệnh viện|Event] vào mùa hè.");
    check("Báo chí tranh thủ diễn đàn [Liên hợp quốc|Agency] để lên tiếng.");
}

#[test]
fn what_a_meeting_deals_with_belongs_to_its_name() {
    check("Tỉnh mở [Hội nghị triển khai Chỉ thị 15-CT/TW|Event] vào mùa hè.");
    check("Nhân 40 năm Ngày ký [Hiệp định Hòa bình|Document], họ gặp nhau.");
    check("Họ dự [Hội nghị kết nối giao thương với doanh nghiệp Chile|Event].");
    check("Họ dự [Diễn đàn Kinh tế Xanh|Event] với doanh nghiệp bạn.");
}

#[test]
fn lists_of_territories_and_their_states_belong_to_the_title() {
    check("Đây là [Hội nghị Rừng bốn tỉnh Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị|Event].");
    check("Sau [Hội nghị Rừng Nghệ An|Event], [Hà Tĩnh|Province] ra về.");
    check("Đó là [Hội chợ Gỗ Chile - Lima (Peru) lần thứ 2|Event].");
}

#[test]
fn what_opens_a_sentence_and_happens_is_one_event() {
    check("[Hội nghị tập huấn công tác đối ngoại|Event] năm 2023 được tổ chức ở đây.");
    check("Một hội nghị tập huấn công tác đối ngoại rất cần thiết.");
    check("[Hội nghị thường niên lần thứ 5 Hội Rừng Huế|Event] khai mạc.");
}

#[test]
fn fields_counts_and_decisions_belong_to_the_title() {
    check("Họ dự [Tuần Văn hóa, Du lịch Huế|Event].");
    check("Họ xem chương trình “[Ngày Văn hóa Lào|Event]” hôm qua.");
    check("Bà nhận [Giải thưởng Hoa Sen|Programme] và [Huân chương Hữu nghị|Programme].");
    check("Họ dự [Hội nghị Tổng kết 10 năm thực hiện Chỉ thị 41|Event] vào mùa hè.");
    check("Họ dự [Lễ công bố Quyết định của Thủ tướng về thành lập thành phố Huế|Event].");
    check("Họ dự [Hội nghị Doanh nhân Huế lần thứ 3|Event].");
}

#[test]
fn where_the_parties_lie_belongs_to_the_title() {
    check(
        "Họ dự [Lễ kết nghĩa giữa huyện Sa Pa (tỉnh Lào Cai, Việt Nam) và huyện Xanh (Chile)|Event] hôm qua.",
    );
    check("Họ dự [Lễ kết nghĩa giữa Lào Cai và Điện Biên|Event] ([Việt Nam|Country]).");
}

#[test]
fn half_a_word_and_what_is_said_of_an_event_end_no_name() {
    check("Họ mừng [Lễ hội Hoa Đào|Event] hứa hẹn đông vui.");
    check("Ai đó viết: “[Cuộc thi Hoa Huế|Event] sẽ diễn ra vào sáng mai”.");
    check("Họ bàn về [Diễn đàn Xanh Huế|Event] và chuẩn bị chu đáo.");
}

#[test]
fn a_level_a_time_and_an_agenda_are_no_events() {
    check("Bà là Phó Chủ tịch Cấp cao của hãng ấy.");
    check("Đó là mục tiêu 100 năm lần thứ nhất “Xây dựng cuộc sống xanh”.");
    check("Chương trình nghị sự rất dài.");
    check("Họ dự [Hội nghị Doanh nghiệp bàn tròn|Event].");
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

#[test]
fn quoted_words_behind_their_preposition_close_a_title() {
    check(
        "[Bộ Y tế|Agency] đã tổ chức [hội thảo giới thiệu, quảng bá về “Lima Foodfair 2019”|Event] ở ngoại ô.",
    );
    check("[Bộ Y tế|Agency] đã tổ chức hội thảo giới thiệu về “điều kiện vay vốn”.");
}

#[test]
fn a_quoted_brand_is_known_again_without_its_marks() {
    check(
        "Triển lãm “[Lima Foodfair 2019|Event]” đã mở cửa. [Lima Foodfair 2019|Event] có nhiều gian hàng.",
    );
    check("Triển lãm “[Sắc xuân|Event]” đã mở cửa. Sắc xuân tràn về.");
}

#[test]
fn behind_a_foreign_word_what_is_said_of_an_event_is_no_part_of_its_name() {
    check("Ai cũng chờ [Diễn đàn Greenfield|Event] sôi nổi trở lại.");
    check("Ông nói ở [Đối thoại Green-Sea|Event] phê phán các bên.");
    check("Họ dự [Diễn đàn Greenfield lần thứ 3|Event] ở ngoại ô.");
}

#[test]
fn a_term_in_brackets_closes_the_name_of_a_session() {
    check("Đó là [Hội nghị lần thứ 7 Ban Chấp hành Trung ương Đảng (khóa XI)|Event] vừa rồi.");
    check("Sau [Hội nghị Trung ương 7 khóa XI|Event] là [Hội nghị Trung ương 8 (khóa XI)|Event].");
    check("Nghị quyết của [Hội nghị Trung ương 6, khóa X|Event] còn mới.");
}

#[test]
fn a_programme_that_opens_an_event_is_a_part_of_it() {
    check("Chương trình khai mạc [Lễ hội Hoa Huế|Event] thu hút khách.");
    check("Họ xem chương trình bế mạc [Ngày hội Trà Huế|Event].");
}

#[test]
fn a_group_of_states_is_known_by_its_number_behind_a_dash() {
    check("Họ gặp nhau bên lề [Hội nghị thượng đỉnh G-20|Event] vào mùa hè.");
    check("Ông dự [Hội nghị thượng đỉnh G-20|Event] tuần sau.");
}

#[test]
fn a_coast_guard_is_no_week() {
    check("[Lực lượng Tuần duyên Chile|Agency] bàn giao tàu.");
}

#[test]
fn a_ceremony_of_giving_is_told_by_what_is_given() {
    check(
        "Bà [Lan|Person] tại [lễ bàn giao 6 thuyền gỗ cho tỉnh Cao Bằng|Event] Việc bàn giao diễn ra sáng nay.",
    );
    check("Họ tổ chức [lễ đón nhận Huân chương Lao động|Event] phong tặng cho hai tập thể.");
}

#[test]
fn a_project_in_quotation_marks_closes_the_name_of_a_forum_about_it() {
    check(
        "[Diễn đàn cấp cao quốc tế về dự án “Sông và Người”|Event] tại [Huế|Province] bế mạc hôm qua.",
    );
}

#[test]
fn behind_the_short_form_of_a_group_another_thing_is_joined() {
    check("Họ dự [Hội nghị G20|Event] và toàn bộ tiến trình của nhóm.");
}

#[test]
fn what_is_said_of_a_fair_is_no_name_of_it() {
    check("Năm nay, chủ đề của hội chợ là “Gỗ xanh, người vui”, theo ban tổ chức.");
}

#[test]
fn a_meeting_by_its_short_form_and_its_number_or_year() {
    check("Hoạt động trong khuôn khổ [SOM 2|Event] đã bắt đầu.");
    check(
        "[Diễn đàn Gỗ châu Á|Event] năm 2017 ([DDGA 2017|Event]) bế mạc. Tại [DDGA 2017|Event], các bên thảo luận.",
    );
}
