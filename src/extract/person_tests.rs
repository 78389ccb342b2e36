//! Tests of people's names: where they begin and end, and what is none.

use super::tests::check;

#[test]
fn authors_joined_by_a_hyphen_are_two() {
    check("Hai bên ký kết. [Lê Hà|Person]-[Minh An|Person]/[VOV|Agency]");
    check("Ông [Kim Jong-un|Person] đến nơi.");
}

#[test]
fn a_credit_ends_before_the_day_of_the_next_sentence() {
    check("Ảnh: [Lê Hiên|Person] Chiều 2/6, hai bên ký kết.");
}

#[test]
fn an_island_called_like_an_aunt_is_nobody() {
    check("Đoàn ra đảo [Cô Tô|Place] và các thị xã ven biển.");
    check("Đoàn gặp Cô [Tô|Person] ở trường.");
}

#[test]
fn a_royal_navy_is_a_body() {
    check("Tàu của [Hải quân Hoàng gia Úc|Agency] cập cảng.");
}

#[test]
fn another_first_name_before_a_surname_is_another_person() {
    check(
        "Ông [Peter Olsen|Person] đến. Con ông là [Anna Olsen|Person] kể lại, rồi ông [Olsen|Person] về.",
    );
}

#[test]
fn a_deputys_name_may_be_a_noun() {
    check("Đại biểu [Cầu|Person] chia sẻ điều đó.");
}

#[test]
fn initials_belong_to_a_name_and_a_form_of_address_does_not() {
    check("Thứ trưởng [Bộ Ngoại giao Nga|Agency] [I. Petrov|Person] đã đến.");
    check("Chủ tịch Thượng viện Ngài [Peter Olsen|Person] cảm ơn.");
}

#[test]
fn a_commune_behind_a_title_is_a_place() {
    check("Ông [Trần Văn An|Person], Chủ tịch [UBND xã Ea Tóc|Agency] cho biết.");
    check("Chủ tịch [UBND phường Tân Sao|Agency] [Trần Văn An|Person] đến dự.");
    check("Phó Chủ tịch [UBND xã Mai Châu|Agency] [Nguyễn Văn Bình|Person] đến dự.");
    check("Chủ tịch xã [Lê Văn Bình|Person] đến dự.");
}

#[test]
fn a_state_written_with_one_capital_is_known_behind_a_title() {
    check("Thủ tướng [Ấn độ|Country] [Narendra Modi|Person] tới [Nhật bản|Country].");
    check("Quan chức [Hoa kỳ|Country] mua hoa kỳ lạ ở chợ.");
}

#[test]
fn a_statesman_with_initials_is_one_name() {
    check("Ông [H.R. McMaster|Person] gặp ông [George W. Bush|Person] và về.");
}

#[test]
fn a_name_ends_before_the_first_word_of_a_sentence_without_stop() {
    check("Thứ trưởng [Hà Văn Ngọc|Person] Tại các buổi tiếp, hai bên ký kết.");
    check("Cựu giám đốc [James Olsen|Person] Trong khi đó vắng mặt.");
    check("Ông [Lê Văn Theo|Person] đã về.");
}

#[test]
fn a_year_of_the_lunar_calendar_is_nobody() {
    check("Họ mừng Xuân Đinh Dậu và gặp ông [Đinh Dũng|Person].");
}

#[test]
fn an_initial_before_a_name_written_by_syllables_belongs_to_it() {
    check(
        "Tổng thống [Pê-ru|Country] [A.Ca-rê-lô|Person] và thứ trưởng [M.Bô-ni-ni|Person] đến dự.",
    );
}

#[test]
fn a_known_district_behind_its_noun_is_nobody() {
    check("Ông [Trần Văn An|Person], Chủ tịch [UBND huyện Văn Yên|Agency] cho biết.");
    check("Bà [Lê Thị Bình|Person], Chủ tịch [UBND huyện Kỳ Anh|Agency], cho hay.");
    check("Chủ tịch [UBND H.Ngọc Hồi|Agency] [Lê Văn Bình|Person] cho hay.");
}
