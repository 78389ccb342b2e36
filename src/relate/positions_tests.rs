//! Tests of posts beside a name.

use crate::relate::testing::expect;

#[test]
fn title_body_and_name() {
    expect(
        "holdsPosition",
        "Cục trưởng [Cục Báo chí|Agency] [Trần Văn An|Person] cho biết như vậy.",
        &["Trần Văn An holdsPosition Cục Báo chí (Cục trưởng)"],
    );
}

#[test]
fn post_behind_the_name() {
    expect(
        "holdsPosition",
        "Ông [Lê Văn Bình|Person], Phó Vụ trưởng [Vụ Châu Âu|Agency], [Bộ Ngoại giao|Agency], trả lời báo chí.",
        &["Lê Văn Bình holdsPosition Vụ Châu Âu (Phó Vụ trưởng)"],
    );
}

#[test]
fn post_behind_a_dash() {
    expect(
        "holdsPosition",
        "Bà [Phạm Thị Hoa|Person] - Giám đốc [Sở Du lịch [Đà Nẵng|Province]|Agency] phát biểu.",
        &["Phạm Thị Hoa holdsPosition Sở Du lịch Đà Nẵng (Giám đốc)"],
    );
}

#[test]
fn name_behind_a_comma() {
    expect(
        "holdsPosition",
        "Giám đốc [Sở Công Thương [Nghệ An|Province]|Agency], ông [Võ Văn Nam|Person] nói.",
        &["Võ Văn Nam holdsPosition Sở Công Thương Nghệ An (Giám đốc)"],
    );
}

#[test]
fn several_posts_of_one() {
    expect(
        "holdsPosition",
        "Ủy viên [Bộ Chính trị|Agency], Bộ trưởng [Bộ Quốc phòng|Agency] [Trần Văn An|Person] đến thăm đơn vị.",
        &[
            "Trần Văn An holdsPosition Bộ Chính trị (Ủy viên)",
            "Trần Văn An holdsPosition Bộ Quốc phòng (Bộ trưởng)",
        ],
    );
}

#[test]
fn ambassadors_hold_office_in_their_state() {
    expect(
        "holdsPosition",
        "Đại sứ [Việt Nam|Country] tại [Pháp|Country] [Trần Văn An|Person] và Đại sứ [Nhật Bản|Country] tại [Việt Nam|Country] [Sato Ken|Person] trao đổi.",
        &[
            "Trần Văn An holdsPosition Việt Nam (Đại sứ)",
            "Sato Ken holdsPosition Nhật Bản (Đại sứ)",
        ],
    );
}

#[test]
fn a_title_swallows_the_head_noun() {
    expect(
        "holdsPosition",
        "[Bộ Ngoại giao|Agency] họp báo. Thứ trưởng Ngoại giao [Trần Văn An|Person] chủ trì.",
        &["Trần Văn An holdsPosition Bộ Ngoại giao (Thứ trưởng)"],
    );
}

#[test]
fn a_foreign_minister_serves_the_other_state() {
    expect(
        "holdsPosition",
        "[Bộ Ngoại giao|Agency] cho biết Bộ trưởng Ngoại giao [Nhật Bản|Country] [Sato Ken|Person] sẽ đến.",
        &["Sato Ken holdsPosition Nhật Bản (Bộ trưởng Ngoại giao)"],
    );
}

#[test]
fn a_bare_title_takes_the_body_given_before() {
    expect(
        "holdsPosition",
        "Bộ trưởng [Bộ Y tế|Agency] kiểm tra công tác phòng dịch. Bộ trưởng [Trần Văn An|Person] yêu cầu báo cáo. [Bộ Công an|Agency] phối hợp.",
        &["Trần Văn An holdsPosition Bộ Y tế (Bộ trưởng)"],
    );
}

#[test]
fn a_bare_title_stays_open_between_two_bodies() {
    expect(
        "holdsPosition",
        "[Bộ Y tế|Agency] và [Bộ Công an|Agency] họp. Bộ trưởng [Trần Văn An|Person] dự.",
        &[],
    );
}

#[test]
fn the_next_person_keeps_the_post_before_the_name() {
    expect(
        "holdsPosition",
        "Chủ tịch [Quốc hội|Agency] [Trần Văn An|Person], Bộ trưởng [Bộ Y tế|Agency] [Lê Văn Bình|Person] cùng dự.",
        &[
            "Trần Văn An holdsPosition Quốc hội (Chủ tịch)",
            "Lê Văn Bình holdsPosition Bộ Y tế (Bộ trưởng)",
        ],
    );
}

#[test]
fn former_and_acting() {
    expect(
        "holdsPosition",
        "Nguyên Bộ trưởng [Bộ Tài chính|Agency] [Trần Văn An|Person] và Quyền Vụ trưởng [Vụ Châu Á|Agency] [Lê Văn Bình|Person].",
        &[
            "Trần Văn An holdsPosition Bộ Tài chính (Nguyên Bộ trưởng)",
            "Lê Văn Bình holdsPosition Vụ Châu Á (Quyền Vụ trưởng)",
        ],
    );
}

#[test]
fn leaders_of_territories() {
    expect(
        "holdsPosition",
        "Chủ tịch tỉnh [Hà Giang|Province] [Trần Văn An|Person] tiếp Thị trưởng thành phố [Lyon|Place] [Jean Petit|Person].",
        &[
            "Trần Văn An holdsPosition Hà Giang (Chủ tịch)",
            "Jean Petit holdsPosition Lyon (Thị trưởng)",
        ],
    );
}

#[test]
fn an_honorific_is_no_post() {
    expect(
        "holdsPosition",
        "Ông [Trần Văn An|Person] ở [Hà Nội|Province] gặp bà [Phạm Thị Hoa|Person].",
        &[],
    );
}

#[test]
fn post_in_brackets() {
    expect(
        "holdsPosition",
        "Ông [Trần Văn An|Person] (Giám đốc [Công ty Sao Mai|Agency]) giới thiệu sản phẩm.",
        &["Trần Văn An holdsPosition Công ty Sao Mai (Giám đốc)"],
    );
}

#[test]
fn one_with_authority_of_another() {
    expect(
        "holdsPosition",
        "[Chính phủ|Agency] họp. Thừa ủy quyền của Thủ tướng, Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] trao quà.",
        &["Trần Văn An holdsPosition Bộ Y tế (Bộ trưởng)"],
    );
}

#[test]
fn a_body_given_to_another_is_not_taken_over() {
    expect(
        "holdsPosition",
        "Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] gặp Bộ trưởng [Lê Văn Bình|Person].",
        &["Trần Văn An holdsPosition Bộ Y tế (Bộ trưởng)"],
    );
}

#[test]
fn a_prime_minister_heads_the_government() {
    expect(
        "holdsPosition",
        "[Chính phủ|Agency] họp. Thủ tướng [Nguyễn Văn An|Person] chủ trì, có Thủ tướng [Đức|Country] [Karl Braun|Person] dự.",
        &[
            "Nguyễn Văn An holdsPosition Chính phủ (Thủ tướng)",
            "Karl Braun holdsPosition Đức (Thủ tướng)",
        ],
    );
}

#[test]
fn a_foreign_prime_minister_does_not_head_this_government() {
    expect(
        "holdsPosition",
        "[Chính phủ|Agency] họp. Thủ tướng [Karl Braun|Person] gửi thư.",
        &[],
    );
}

#[test]
fn body_beside_its_owner() {
    expect(
        "partOf",
        "Ông [Trần Văn An|Person], Ủy viên [Ban Đối ngoại|Agency] [Đảng Lao động|Agency], phát biểu.",
        &["Ban Đối ngoại partOf Đảng Lao động"],
    );
}

#[test]
fn leader_of_a_citys_delegation() {
    expect(
        "holdsPosition",
        "Hội trường đón đoàn thành phố [Gumi|Place] do Thị trưởng [Kim Ho|Person] dẫn đầu.",
        &["Kim Ho holdsPosition Gumi (Thị trưởng)"],
    );
}

#[test]
fn a_title_that_ends_within_the_body() {
    expect(
        "holdsPosition",
        "Trưởng [Ban Dân vận Trung ương|Agency] [Trần Văn An|Person] và Phó Trưởng [Ban Tổ chức Trung ương|Agency] [Lê Văn Bình|Person] dự.",
        &[
            "Trần Văn An holdsPosition Ban Dân vận Trung ương (Trưởng Ban)",
            "Lê Văn Bình holdsPosition Ban Tổ chức Trung ương (Phó Trưởng Ban)",
        ],
    );
}

#[test]
fn representatives_are_others() {
    expect(
        "holdsPosition",
        "Ra đón có đại diện [Bộ Y tế|Agency], Đại sứ [Lào|Country] [Kham Ly|Person].",
        &["Kham Ly holdsPosition Lào (Đại sứ)"],
    );
}

#[test]
fn the_first_post_behind_a_dash() {
    expect(
        "holdsPosition",
        "Dự lễ có ngài [Jean Petit|Person] - Đại sứ [Pháp|Country] tại [Việt Nam|Country], Chủ tịch [UBND tỉnh Bình Định|Agency] [Trần Văn An|Person].",
        &[
            "Jean Petit holdsPosition Pháp (Đại sứ)",
            "Trần Văn An holdsPosition UBND tỉnh Bình Định (Chủ tịch)",
        ],
    );
}

#[test]
fn the_guest_before_the_host() {
    expect(
        "holdsPosition",
        "[Chính phủ|Agency] họp. Tiếp Giám đốc [Công ty Sao Mai|Agency], Thủ tướng [Nguyễn Văn An|Person] hoan nghênh.",
        &["Nguyễn Văn An holdsPosition Chính phủ (Thủ tướng)"],
    );
}

#[test]
fn the_only_ministry_of_a_field() {
    expect(
        "holdsPosition",
        "[Bộ Ngoại giao [Chile|Country]|Agency] họp báo. Thứ trưởng Ngoại giao [Jean Petit|Person] trả lời.",
        &["Jean Petit holdsPosition Bộ Ngoại giao Chile (Thứ trưởng)"],
    );
}

#[test]
fn a_minister_whose_ministry_is_not_named() {
    expect(
        "holdsPosition",
        "Bộ trưởng Ngoại giao [Trần Văn An|Person] thăm [Chile|Country]. [Việt Nam|Country] và [Chile|Country] có quan hệ tốt.",
        &["Trần Văn An holdsPosition Việt Nam (Bộ trưởng Ngoại giao)"],
    );
    expect(
        "holdsPosition",
        "Bộ trưởng Ngoại giao [Jean Petit|Person] thăm [Việt Nam|Country].",
        &[],
    );
}

#[test]
fn the_guest_serves_the_other_state() {
    let about = "[Việt Nam|Country] và [Chile|Country] hợp tác tốt; [Chile|Country] coi trọng [Việt Nam|Country].";
    expect(
        "holdsPosition",
        &format!("{about} Tổng thống [Jean Petit|Person] gửi thư."),
        &["Jean Petit holdsPosition Chile (Tổng thống)"],
    );
    expect(
        "holdsPosition",
        &format!("{about} Tổng thống [Trần Văn An|Person] gửi thư."),
        &[],
    );
}

#[test]
fn a_known_statesman_serves_his_state() {
    expect(
        "holdsPosition",
        "Ở [Mỹ|Country=us] và [Lào|Country], Ngoại trưởng [Rex Tillerson|Person] và Ngoại trưởng [Jean Petit|Person] vắng mặt.",
        &["Rex Tillerson holdsPosition us (Ngoại trưởng)"],
    );
}

#[test]
fn an_ambassador_of_a_festival_serves_no_state() {
    expect(
        "holdsPosition",
        "Bà [Trần Thị Hoa|Person] với vai trò Đại sứ truyền thông đến [Việt Nam|Country]; ông [Lê Bình|Person] là Đại sứ [Việt Nam|Country].",
        &["Lê Bình holdsPosition Việt Nam (Đại sứ)"],
    );
}

#[test]
fn the_head_of_a_body() {
    expect(
        "holdsPosition",
        "Ông [Sato Ken|Person], người đứng đầu [Viện Hoa Sen|Agency], và bà [Ana Rojas|Person], người đứng đầu đoàn xe, trả lời. Ông [Juan Soto|Person] cũng là Chủ tịch [Hội Gỗ|Agency].",
        &[
            "Sato Ken holdsPosition Viện Hoa Sen (người đứng đầu)",
            "Juan Soto holdsPosition Hội Gỗ (Chủ tịch)",
        ],
    );
}

#[test]
fn the_state_of_the_one_beside() {
    expect(
        "holdsPosition",
        "Ngoại trưởng [Chile|Country] [Juan Soto|Person] và Bộ trưởng Quốc phòng [Pedro Rojas|Person] chủ trì; Tổng thống [Peru|Country] [Ana Silva|Person] và Quốc vương [Karlo|Person] đến dự.",
        &[
            "Juan Soto holdsPosition Chile (Ngoại trưởng)",
            "Pedro Rojas holdsPosition Chile (Bộ trưởng Quốc phòng)",
            "Ana Silva holdsPosition Peru (Tổng thống)",
        ],
    );
}

#[test]
fn the_state_of_a_place_stands_in_brackets_before_the_bearer() {
    expect(
        "holdsPosition",
        "Thị trưởng [Lyon|Place] ([Pháp|Country]), ông [Jean Petit|Person] cho biết như vậy.",
        &["Jean Petit holdsPosition Lyon (Thị trưởng)"],
    );
    expect(
        "takesPlaceIn",
        "[Hội chợ Mùa xuân|Event] diễn ra ở [Lyon|Place] ([Pháp|Country]).",
        &[
            "Hội chợ Mùa xuân takesPlaceIn Lyon",
            "Hội chợ Mùa xuân takesPlaceIn Pháp",
        ],
    );
}

#[test]
fn posts_before_a_semicolon_are_of_the_one_before() {
    expect(
        "holdsPosition",
        "Dự lễ có Đại tướng [Trần Văn An|Person], Ủy viên [Hội Gỗ|Agency], Giám đốc [Sở Y tế|Agency]; Ủy viên [Hội Sen|Agency], Phó Giám đốc [Sở Du lịch|Agency] [Lê Bình|Person].",
        &[
            "Trần Văn An holdsPosition Hội Gỗ (Ủy viên)",
            "Trần Văn An holdsPosition Sở Y tế (Giám đốc)",
            "Lê Bình holdsPosition Hội Sen (Ủy viên)",
            "Lê Bình holdsPosition Sở Du lịch (Phó Giám đốc)",
        ],
    );
}

#[test]
fn a_former_post_whose_title_ends_in_the_name_of_its_body() {
    expect(
        "holdsPosition",
        "Ông [Trần Văn An|Person], nguyên Phó Trưởng [Ban Rừng|Agency], gặp cựu Trưởng [Phòng Nước|Agency] [Lê Bình|Person].",
        &[
            "Trần Văn An holdsPosition Ban Rừng (nguyên Phó Trưởng Ban)",
            "Lê Bình holdsPosition Phòng Nước (cựu Trưởng Phòng)",
        ],
    );
}

#[test]
fn the_head_of_a_police() {
    expect(
        "holdsPosition",
        "Đại tá [Trần Văn An|Person], Trưởng [Công an huyện [Yên Mỹ|Place]|Agency] và nguyên Phó trưởng [Công an [Nghệ An|Province]|Agency] [Lê Bình|Person] có mặt.",
        &[
            "Trần Văn An holdsPosition Công an huyện Yên Mỹ (Trưởng Công an)",
            "Lê Bình holdsPosition Công an Nghệ An (nguyên Phó trưởng Công an)",
        ],
    );
}

#[test]
fn a_short_form_stands_between_a_body_and_the_bearer() {
    expect(
        "holdsPosition",
        "Bộ trưởng [Bộ Gỗ và Rừng|Agency] (GO-RU) [Trần Văn An|Person] và Giám đốc [Sở Y tế|Agency] (SYT), ông [Lê Bình|Person] dự họp.",
        &[
            "Trần Văn An holdsPosition Bộ Gỗ và Rừng (Bộ trưởng)",
            "Lê Bình holdsPosition Sở Y tế (Giám đốc)",
        ],
    );
}
