//! Sentences with people and bodies, marked as in `tests`.

use super::tests::check;

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
