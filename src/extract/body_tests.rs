//! Sentences with people and bodies, marked as in `tests`.

use super::tests::check;

#[test]
fn what_several_states_have_is_no_body() {
    check(
        "Quan hệ giữa hai Đảng, hai Nhà nước, Quốc hội hai nước tốt; Bộ Quốc phòng hai nước họp.",
    );
    check("Đại diện các [Bộ Ngoại giao|Agency], [Quốc phòng|Agency] dự.");
}

#[test]
fn a_body_ends_at_its_seat_and_before_the_next_sentence() {
    check(
        "[Đại sứ quán Lào tại Chile|Agency] và Trung ương [Hội Hữu nghị Chile - Lào|Agency] đến dự.",
    );
    check("Có [Đại sứ quán Lào tại Chile|Agency] Trong thời gian này, họ thăm nhau.");
    check("Chủ tịch [Quốc hội Chile|Agency] hội đàm với khách.");
    check("Trưởng ban Tổ chức cuộc thi nói thế.");
    check("Họ là thành viên [Liên minh Nghị viện Thế giới|Agency].");
}

#[test]
fn a_known_firm_belongs_to_the_name_that_opens_before_it() {
    check(
        "Ông thăm [Tập đoàn công nghệ Bkav|Agency] và [Tổng công ty Viễn thông MobiFone|Agency].",
    );
    check("[Lực lượng Quốc Phòng Chile|Agency] diễn tập.");
}

#[test]
fn lists_of_fields_are_one_name() {
    check("Đoàn của [Bộ Y tế, Lao động và phúc lợi Nhật Bản|Agency] đến thăm.");
    check("[Ủy ban Hợp tác kinh tế, khoa học và công nghệ|Agency] họp.");
    check("[Bộ Giáo dục và Thể thao Lào|Agency] cảm ơn.");
    check("[Bộ Y tế|Agency] và giáo viên cùng làm.");
}

#[test]
fn a_local_body_takes_its_level() {
    check("[UBND tỉnh|Agency] đồng ý, [Công an thành phố|Agency] chủ động làm.");
    check("Theo [Quyết định số 12/QĐ-UBND|Document], UBND xã lập danh sách.");
    check("Đã có 14 CLB và các Sở nộp đơn.");
}

#[test]
fn short_forms_of_nouns_stand_for_bodies_said_before() {
    check("[BV Hoa Sen|Agency] rộng, vì thế [BV|Agency~] nhận thêm người, [UBND|Agency] mừng.");
    check("Người nhà em P.T.T. và bà Q.H. chưa hay.");
    check("Thuyền ra [Cù Lao Chàm|Place], đoàn qua [dãy Trường Sơn|Place].");
}

#[test]
fn no_common_word_goes_on_with_a_proper_name() {
    check("Giao đất cho [Công ty Bình Khang|Agency] xây dựng nhà máy.");
    check("Cán bộ [Đại sứ quán Việt Nam tại Thái Lan|Agency] Tham gia đoàn có nhiều người.");
    check("[Phái đoàn Thường trực Việt Nam tại Liên hợp quốc|Agency] đã báo cáo.");
}

#[test]
fn firms_and_clubs_in_lists_of_examples() {
    check(
        "Các tập đoàn lớn như [Zentrix|Agency], [Omnia Gas|Agency] và [Kyoraku|Agency] đã đầu tư.",
    );
    check("Có sự góp mặt của các chuyên gia như Zentrix, Omnia và Kyoraku.");
}

#[test]
fn a_paper_is_cited_by_its_short_name() {
    check("Trao đổi với phóng viên [Dân trí|Agency], ông đồng ý.");
    check("[TTXVN|Agency]/[Tin Tức|Agency]");
    check("Thanh niên và dân trí là hai chuyện.");
}

#[test]
fn people_behind_a_post_and_its_body() {
    check("Chủ tịch [FIFA|Agency], [Karlo Brandt|Person] đã kêu gọi.");
    check("Bộ trưởng Kinh tế bang [Hessen|Place] [Boris Rheinberg|Person] ra đón.");
    check("Tổng Thư ký [Liên đoàn Gỗ|Agency] ([LĐG|Agency]) [Karlo Brandt|Person] trả lời.");
    check("Trưởng đoàn của [Thái Lan|Country] [Busarin Matelin|Person] phát biểu.");
    check("Đại diện chủ đầu tư dự án [Vinhomes|Agency] Ocean Park trả lời.");
}

#[test]
fn a_name_ends_before_a_sentence_without_its_stop() {
    check("Ảnh: [Vũ Hội|Person] Bà [Phan Thị Thanh|Person] phát biểu.");
    check("Kỷ luật Thứ trưởng [Hồ Thị Thoa|Person] Với bà [Hồ Thị Thoa|Person], việc đã rõ.");
    check("Thạc sĩ Ngôn ngữ học dự thi, Phó Giáo sư Kinh tế cũng vậy.");
    check("Đại tá [Toyota Haruki|Person] chào cờ.");
}

#[test]
fn one_name_is_of_one_type() {
    check("[Công ty Omniax|Agency] mở rộng. Nhân viên tại [Omniax|Agency] vui mừng.");
    check("Bệnh nhân Covid tăng ở [Praha|Place].");
    check("Lãnh đạo TP [Cần Thơ|Province] đón đoàn.");
}

#[test]
fn bodies_of_other_states() {
    check(
        "Chủ tịch [Ủy ban toàn quốc Hội nghị hiệp thương chính trị|Agency] [Du Chính Thanh|Person] tiếp đoàn.",
    );
    check("Trưởng [Ban Dân vận T.Ư|Agency] dự.");
}

#[test]
fn places_in_a_list_behind_their_noun() {
    check("Phong tỏa hai thôn ([Vạn Khê|Place] và [Nại Thượng|Place]) từ sáng nay.");
    check("Đường nối [quận 2|Place] với [phường 12|Place]; cả 3 quận đều đông.");
    check("Bà con hai thôn vui mừng.");
    check("Quan hệ giữa các thành phố Kết nghĩa còn ít.");
}

#[test]
fn a_part_goes_on_with_the_whole_behind_it() {
    check("[Ủy ban Kinh tế APEC|Agency] họp kín.");
    check("Thủ tướng gặp [Hội đồng Kinh doanh ASEAN - Mỹ|Agency].");
    check("Bí thư [Chi bộ Văn phòng Quốc hội|Agency] dự.");
    check("[Viện Hải dương|Agency] [Viện Hàn lâm Khoa học|Agency] công bố.");
    check("Phó Chủ tịch Thường trực [HĐND tỉnh|Agency] dự; [Thường trực HĐND tỉnh|Agency] họp.");
}

#[test]
fn a_title_that_ends_with_the_noun_of_its_body() {
    check("Ông [Trần Văn An|Person], Trưởng [khoa Tim mạch - Lồng ngực|Agency], chia sẻ.");
    check("Bà là Phó trưởng [ban châu Á|Agency] của viện.");
    check("Trưởng phòng [Nguyễn Văn Bình|Person] và Phó Trưởng ban Thường trực trả lời.");
}

#[test]
fn a_body_in_lower_case_behind_the_title_of_its_head() {
    check("Ông [Trần Văn An|Person], Vụ trưởng [Vụ pháp luật|Agency], trả lời.");
    check("Cục trưởng [Cục thi hành án dân sự tỉnh Nghệ An|Agency] ký.");
    check("[Vụ|Agency~] pháp luật này còn phức tạp.");
}

#[test]
fn a_name_goes_on_behind_its_short_form() {
    check("Theo [Trung tâm Kiểm soát bệnh tật (CDC) Hà Nam|Agency], dịch đã lắng.");
    check("[Hội Chữ thập đỏ (CTĐ) Việt Nam|Agency] tiếp nhận.");
}

#[test]
fn schools_of_one_place_are_told_apart_by_number() {
    check("Giáo viên [Trường THPT Yên Định 2|Agency], huyện [Yên Định|Place], phấn khởi.");
}

#[test]
fn what_a_body_deals_with_is_no_body_in_it() {
    check("[Cơ quan Cảnh sát quốc gia Nhật Bản|Agency] đón đoàn.");
    check(
        "Lực lượng chức năng tỉnh [Ninh Bình|Province] kiểm tra, một số tập đoàn [Mỹ|Country] góp ý.",
    );
}

#[test]
fn features_have_a_name_with_their_noun_and_one_without() {
    check("Đoàn lên [đồi Vọng Tiên|Place] rồi ra [sân bay quốc tế Minsk|Place].");
    check("Máy bay tới [sân bay Vnukova-2|Place], thủ đô [Moskva|Place].");
    check("Con sông này dài, hồ nước trong, chị yêu cầu Bosena dừng lại.");
}

#[test]
fn bodies_of_a_state_in_lower_case() {
    check("Theo [chính phủ Nga|Agency], [quốc hội Anh|Agency] đã thông qua.");
    check("Người dân và chính phủ vui mừng, các chính phủ [châu Âu|Place] cũng vậy.");
}

#[test]
fn a_part_described_in_lower_case_before_its_whole() {
    check("Cán bộ [Văn phòng đăng ký quyền sử dụng đất|Agency] của [Sở Xây dựng|Agency] trả lời.");
    check("[Văn phòng|Agency~] luôn mở cửa của mình.");
}

#[test]
fn ventures_listed_behind_their_noun() {
    check("Hai bên lập các liên doanh [Zentrixpetro|Agency], [Omniagas|Agency].");
}

#[test]
fn a_mission_is_called_by_its_seat() {
    check(
        "Nhân viên [Đại sứ quán Chile ở Lào|Agency] và [Đại sứ quán Lào tại Santiago|Agency] dự lễ.",
    );
}

#[test]
fn the_bearer_of_a_post_is_no_part_of_its_body() {
    check("Chủ tịch [Quốc hội Chile|Agency] [Roberto Fuentes|Person] trả lời.");
    check(
        "Ông [Roberto Fuentes|Person] phát biểu. Giám đốc [Học viện|Agency~] [Roberto Fuentes|Person] cảm ơn.",
    );
    check("Hiệu trưởng [Trường THCS Chu Văn An|Agency] nhắc tới [Chu Văn An|Person].");
}

#[test]
fn a_known_firm_behind_its_noun() {
    check("[Tập đoàn Canon|Agency] mở xưởng, công ty [Canon|Agency] tuyển người.");
}

#[test]
fn a_word_goes_on_behind_a_hyphen() {
    check("Sinh viên [Đại học Mont-kai|Agency] đến thăm.");
}

#[test]
fn a_short_form_behind_a_state_may_be_a_body() {
    check("Tình báo [Chile|Country] (KXBQ) im lặng. KXBQ chưa trả lời.");
    check("[Trung Quốc|Country] ([TQ|Country]) im lặng.");
}

#[test]
fn a_short_form_tells_where_a_name_ends() {
    check(
        "Theo [Trung tâm Nghiên cứu và Phát triển bờ biển ven đảo|Agency] ([KXBQ|Agency]), sóng lớn.",
    );
    check("[Bộ Y tế|Agency] cho biết thuốc (KXBQ) an toàn.");
}

#[test]
fn english_names_end_with_their_noun() {
    check("Ông làm ở [Zentrix Capital Markets|Agency], viết cho [The Omnia Times|Agency].");
    check("Bài hát Zentrix Group Song hay.");
}

#[test]
fn a_district_is_no_half_of_a_persons_name() {
    check("Ông [Vũ Quang Lâm|Person] tới huyện [Vũ Quang|Place] sáng nay.");
}

#[test]
fn a_committee_says_what_it_deals_with() {
    check("[Ủy ban liên Chính phủ về hợp tác kinh tế Chile - Lào|Agency] họp.");
    check("Bà cảm ơn [Chính phủ nước Cộng hòa Dân chủ Nhân dân Lào|Agency].");
}

#[test]
fn a_firm_is_repeated_without_its_noun() {
    check("[Tập đoàn Zentrix|Agency] mở xưởng. Bà cảm ơn [Zentrix|Agency].");
}

#[test]
fn a_form_of_government_belongs_to_a_state_and_not_to_a_party() {
    check("Tàu rời [Cộng hòa Haiti|Country] và [CH Chile|Country].");
    check("Nghị sĩ Cộng hòa [Mỹ|Country] phản đối.");
}

#[test]
fn a_number_of_what_is_counted_is_no_part_of_a_name() {
    check("[Lực lượng Công an|Agency] 6 tháng qua làm tốt.");
    check("Đoàn thăm [Quân khu 7|Agency] và [Vùng Cảnh sát biển 2|Agency].");
    check("[Đồn Công an 6|Agency] năm 2019 có trụ sở mới.");
}

#[test]
fn a_field_in_lower_case_belongs_to_a_body() {
    check("[Cục Giao thông đường bộ|Agency] cấp phép cho xe.");
    check(
        "Bà đến [Cơ quan Cảnh sát điều tra|Agency] trình báo; [Phòng Cảnh sát|Agency] sẽ điều tra.",
    );
    check("Giám đốc [Trung tâm Phát triển nguồn nhân lực|Agency] trả lời.");
}

#[test]
fn a_number_tells_firms_and_hospitals_apart() {
    check(
        "[Bệnh viện Nhi đồng 1|Agency] đã khám cho trẻ, [Công ty Thép Sao Mai 2|Agency] sẽ trả tiền.",
    );
    check("[Công ty Thép Sao Mai|Agency] 2 năm qua có lãi.");
    check("[Công ty Thép Sao Mai|Agency] 5 người nghỉ việc.");
}

#[test]
fn a_long_noun_of_a_local_body_has_its_level() {
    check(
        "[UBND tỉnh Cao Bằng|Agency] giao [Bộ Chỉ huy Quân sự tỉnh|Agency] và [Bộ Chỉ huy Bộ đội Biên phòng tỉnh|Agency] chủ trì.",
    );
}

#[test]
fn a_firm_is_named_by_its_field_behind_its_form() {
    check(
        "Giám đốc [Công ty TNHH thương mại và xây dựng Hoa Sen|Agency] gặp [CLB|Agency~] bóng đá của xã.",
    );
    check("Hôm qua, nhiều công ty TNHH thương mại lãi lớn.");
    check("Bà thăm [UBND Q.Bình Thạnh|Agency] và [UBND H.Củ Chi|Agency].");
}

#[test]
fn places_beside_points_of_the_compass_and_in_streets() {
    check("Họ đến phía Nam [Việt Nam|Country] rồi sang [Tây Bắc|Place] [Triều Tiên|Country].");
    check("Anh ở đường [Hồ Tùng Mậu|Place], gần [Hồ Gươm|Place].");
    check("Ông [Lê Văn An|Person], Chủ tịch [UBND huyện Văn Yên|Agency], trả lời.");
    check("Tàu đến [đảo Zembolo|Place]. Hôm sau, [Zembolo|Place] có bão.");
}

#[test]
fn english_names_of_bodies_are_nobody() {
    check("Ông [Lê Văn An|Person], phó chủ tịch [Zentrix Partners Group|Agency], trả lời.");
    check("Ông [Lê Văn An|Person] - Phó Chủ tịch [HĐQT Zen Group|Agency], trả lời.");
}

#[test]
fn firms_and_bodies_that_only_the_post_tells() {
    check("Chủ tịch [SaoBank|Agency], người sáng lập, nói vậy.");
    check(
        "Giám đốc thương mại tại [Warner Hill & Sons|Agency] và phó chủ tịch của [Omnitec|Agency] đến dự.",
    );
    check("Chủ tịch của hội và giám đốc tại [Omnitec|Place] đến dự.");
    check("Đại diện của [ZQSC|Agency] cho biết, đại diện của Omnitec im lặng.");
}

#[test]
fn a_firm_of_a_group_behind_its_field() {
    check(
        "Ông làm ở [Công ty CP Thép Hòa Phát Hải Dương|Agency] và [công ty Viễn thông MobiFone|Agency] hai năm.",
    );
    check("Tin của báo [Mỹ|Country] [New York Times|Agency] sai.");
}

#[test]
fn a_paper_is_only_of_its_state() {
    check("Tờ [Korea Times|Agency] [Hàn Quốc|Country] đưa tin.");
    check("Theo thông báo [Bộ Ngoại giao Hàn Quốc|Agency], họ sẽ đến.");
}

#[test]
fn the_parliament_has_no_provinces_and_the_centre_no_police() {
    check("Đại biểu [Quốc hội|Agency] tỉnh [Nghệ An|Province] hỏi.");
    check("Bí thư [Đảng ủy Công an Trung ương|Agency], ông [An|Person], nói.");
}

#[test]
fn the_name_of_a_foreigner_with_initials_in_that_of_a_school() {
    check("Họ học ở [Trường Nghiên cứu Quốc tế S. Rajaratnam|Agency] hai năm.");
}

#[test]
fn the_centre_written_short_is_in_the_name() {
    check("Chủ tịch [Ủy ban T.Ư Mặt trận Tổ quốc|Agency] và [T.Ư Đoàn|Agency] đến dự.");
    check("Bộ trưởng [KH-ĐT|Agency] [Trần Văn An|Person] đến dự.");
}

#[test]
fn fields_of_work_in_lower_case_are_in_the_name() {
    check("Vụ trưởng [Vụ Đào tạo chính quy|Agency] và [Liên đoàn võ cổ truyền Lào|Agency] họp.");
}
