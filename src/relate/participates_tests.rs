//! Who attends an event, in sentences marked as in [`testing`](super::testing).

use super::testing::expect;

#[test]
fn who_sends_nobody_is_not_there() {
    expect(
        "participatesIn",
        "[Chile|Country] không cử phái đoàn chính thức đến dự [Diễn đàn Xanh|Event].",
        &[],
    );
    expect(
        "participatesIn",
        "[Chile|Country] hoan nghênh các nước tham gia [Diễn đàn Xanh|Event], bất chấp [Peru|Country] phản đối.",
        &[],
    );
}

#[test]
fn a_delegation_and_who_leads_it() {
    expect(
        "participatesIn",
        "Đoàn [Bộ Y tế|Agency] do ông [Trần Văn An|Person] dẫn đầu sẽ thăm [Chile|Country], gặp ông [Juan Soto|Person] và tham dự [Diễn đàn Xanh|Event].",
        &[
            "Bộ Y tế participatesIn Diễn đàn Xanh",
            "Trần Văn An participatesIn Diễn đàn Xanh",
        ],
    );
}

#[test]
fn behind_a_caption_without_full_stop() {
    expect(
        "participatesIn",
        "[Diễn đàn Xanh|Event] khai mạc sáng qua. Ảnh của [Hội Gỗ|Agency] Phát biểu tại diễn đàn, ông [Trần Văn An|Person] cảm ơn.",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
}

#[test]
fn attends() {
    expect(
        "participatesIn",
        "Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person] và Đại sứ [Lào|Country] [Kham Ly|Person] đã tham dự [Lễ ký kết|Event].",
        &[
            "Trần Văn An participatesIn Lễ ký kết",
            "Kham Ly participatesIn Lễ ký kết",
        ],
    );
}

#[test]
fn participle() {
    expect(
        "participatesIn",
        "Phát biểu tại [Hội nghị Dân số|Event], ông [Trần Văn An|Person] cho rằng cần đổi mới.",
        &["Trần Văn An participatesIn Hội nghị Dân số"],
    );
}

#[test]
fn in_a_speech_at_an_event() {
    expect(
        "participatesIn",
        "Về vai trò của [Bộ Y tế|Agency], trong bài phát biểu khai mạc [Hội nghị Dân số|Event], ông [Trần Văn An|Person] nói rõ.",
        &["Trần Văn An participatesIn Hội nghị Dân số"],
    );
}

#[test]
fn the_head_of_a_delegation_is_named_behind() {
    expect(
        "participatesIn",
        "Phát biểu tại [Hội nghị Dân số|Event], Trưởng đoàn [Chile|Country], Bộ trưởng [Kham Ly|Person] cho rằng cần đổi mới.",
        &["Kham Ly participatesIn Hội nghị Dân số"],
    );
}

#[test]
fn noun_of_taking_part() {
    expect(
        "participatesIn",
        "[Diễn đàn Xanh|Event] có sự tham gia của [Singapore|Country], [Thái Lan|Country] và [Hiệp hội Gỗ|Agency].",
        &[
            "Singapore participatesIn Diễn đàn Xanh",
            "Thái Lan participatesIn Diễn đàn Xanh",
            "Hiệp hội Gỗ participatesIn Diễn đàn Xanh",
        ],
    );
}

#[test]
fn some_of_those_who_attend_are_named() {
    expect(
        "participatesIn",
        "[Diễn đàn Xanh|Event] khai mạc với sự tham dự của gần 20 nước và tổ chức, trong đó có [Chile|Country], [Lào|Country] và [Hội Gỗ|Agency].",
        &[
            "Chile participatesIn Diễn đàn Xanh",
            "Lào participatesIn Diễn đàn Xanh",
            "Hội Gỗ participatesIn Diễn đàn Xanh",
        ],
    );
}

#[test]
fn who_comes_to_attend_and_who_beside() {
    expect(
        "participatesIn",
        "Thủ tướng [Trần Văn An|Person] sẽ tới [Chile|Country] vào {tháng 5/2019=2019-05} để dự [Diễn đàn Xanh|Event] cùng với ông [Sato Ken|Person].",
        &[
            "Trần Văn An participatesIn Diễn đàn Xanh",
            "Sato Ken participatesIn Diễn đàn Xanh",
        ],
    );
}

#[test]
fn the_side_that_takes_part_is_listed() {
    expect(
        "participatesIn",
        "[Lễ đón tàu Sao Mai|Event] diễn ra với sự tham dự của phía [Chile|Country] gồm: [Sở Y tế|Agency]; [Bộ Công an|Agency].",
        &[
            "Sở Y tế participatesIn Lễ đón tàu Sao Mai",
            "Bộ Công an participatesIn Lễ đón tàu Sao Mai",
        ],
    );
}

#[test]
fn those_named_with_their_posts_behind_dashes() {
    expect(
        "participatesIn",
        "[Lễ hội Hoa|Event] có sự tham dự của ông [Trần Văn An|Person], Giám đốc [Sở Y tế|Agency] – Trưởng ban, bà [Phạm Thị Hoa|Person] cùng du khách.",
        &[
            "Trần Văn An participatesIn Lễ hội Hoa",
            "Phạm Thị Hoa participatesIn Lễ hội Hoa",
        ],
    );
}

#[test]
fn attendance_as_a_noun() {
    expect(
        "participatesIn",
        "Kết quả chuyến thăm [Đức|Country] và tham dự [Diễn đàn Xanh|Event] tại [Hamburg|Place] của Thủ tướng [Trần Văn An|Person] rất tốt.",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
}

#[test]
fn the_speaker_at_the_event_of_the_sentence_before() {
    expect(
        "participatesIn",
        "[Bộ Y tế|Agency] tổ chức [Hội nghị Dân số|Event]. Phát biểu khai mạc, Thứ trưởng [Trần Văn An|Person] chào mừng các đại biểu.",
        &["Trần Văn An participatesIn Hội nghị Dân số"],
    );
}

#[test]
fn a_project_is_no_attendance() {
    expect(
        "participatesIn",
        "[Bộ Y tế|Agency] có dự án sau [Hội nghị Dân số|Event].",
        &[],
    );
}

#[test]
fn an_invitation_is_no_attendance() {
    expect(
        "participatesIn",
        "Thủ tướng [Trần Văn An|Person] mời ông [Sato Ken|Person] tham dự [Diễn đàn Xanh|Event].",
        &[],
    );
}

#[test]
fn leader_of_a_delegation() {
    expect(
        "participatesIn",
        "Ông [Trần Văn An|Person] dẫn đầu đoàn đại biểu [Việt Nam|Country] tham dự [Diễn đàn Xanh|Event].",
        &[
            "Trần Văn An participatesIn Diễn đàn Xanh",
            "Việt Nam participatesIn Diễn đàn Xanh",
        ],
    );
}

#[test]
fn the_country_visited_does_not_attend() {
    expect(
        "participatesIn",
        "Ông [Trần Văn An|Person] lên đường thăm chính thức [Lào|Country] và tham dự [Diễn đàn Xanh|Event].",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
}

#[test]
fn people_of_a_country_are_not_the_country() {
    expect(
        "participatesIn",
        "Nhiều doanh nghiệp [Việt Nam|Country] đã tham gia [Hội chợ Mùa thu|Event].",
        &[],
    );
}

#[test]
fn permission_is_no_attendance() {
    expect(
        "participatesIn",
        "[Mỹ|Country] cảnh báo không nên cho phép [Iran|Country] tham dự [Diễn đàn Xanh|Event].",
        &[],
    );
}

#[test]
fn the_event_of_the_sentence_before() {
    expect(
        "participatesIn",
        "[Bộ Y tế|Agency] tổ chức [Hội nghị Dân số|Event]. Thứ trưởng [Trần Văn An|Person] dự và phát biểu. Cùng dự có ông [Sato Ken|Person].",
        &[
            "Trần Văn An participatesIn Hội nghị Dân số",
            "Sato Ken participatesIn Hội nghị Dân số",
        ],
    );
}

#[test]
fn a_list_of_what_someone_does() {
    expect(
        "participatesIn",
        "Ông [Trần Văn An|Person] gặp ông [Sato Ken|Person]; thăm [Huế|Province]; dự [Diễn đàn Xanh|Event].",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
    expect(
        "participatesIn",
        "Ông [Trần Văn An|Person] gặp lãnh đạo [Bộ Y tế|Agency], các hãng lớn của [Chile|Country], dự [Diễn đàn Xanh|Event].",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
}

#[test]
fn a_journey_spoken_of() {
    expect(
        "participatesIn",
        "Đại sứ [Trần Văn An|Person] đánh giá cao chuyến thăm [Chile|Country] và dự [Diễn đàn Xanh|Event] của Thủ tướng [Lê Bình|Person].",
        &["Lê Bình participatesIn Diễn đàn Xanh"],
    );
    expect(
        "participatesIn",
        "Ông [Trần Văn An|Person] bắt đầu chuyến thăm [Chile|Country] và dự [Diễn đàn Xanh|Event].",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
}

#[test]
fn officials_without_a_name_stand_for_their_states() {
    expect(
        "participatesIn",
        "[Diễn đàn Xanh|Event] có sự tham gia của các quan chức cấp cao đến từ [Chile|Country], [Lào|Country] và [Peru|Country].",
        &[
            "Chile participatesIn Diễn đàn Xanh",
            "Lào participatesIn Diễn đàn Xanh",
            "Peru participatesIn Diễn đàn Xanh",
        ],
    );
    expect(
        "participatesIn",
        "Dự [Diễn đàn Xanh|Event] có Bộ trưởng [Bộ Y tế|Agency] [Trần Văn An|Person], Tổng thống [Chile|Country].",
        &[
            "Trần Văn An participatesIn Diễn đàn Xanh",
            "Chile participatesIn Diễn đàn Xanh",
        ],
    );
}

#[test]
fn a_house_where_something_is_done_does_not_attend() {
    expect(
        "participatesIn",
        "Dự [Diễn đàn Xanh|Event], tại [Bảo tàng Đá|Agency], ông [Trần Văn An|Person] gặp bạn cũ.",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
}

#[test]
fn where_those_who_attend_go_does_not_attend() {
    expect(
        "participatesIn",
        "Hôm sau khách xuống [Bảo tàng Đá|Agency] dự [Lễ hội Hoa|Event]; ông [Trần Văn An|Person] dự [Diễn đàn Xanh|Event].",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
}

#[test]
fn who_acts_when_an_event_is_over_was_there() {
    expect(
        "participatesIn",
        "Kết thúc [Lễ hội Hoa|Event], ông [Trần Văn An|Person] đã trồng cây.",
        &["Trần Văn An participatesIn Lễ hội Hoa"],
    );
}

#[test]
fn a_kind_of_body_of_many_localities_is_none_of_them() {
    expect(
        "participatesIn",
        "Tham dự [Diễn đàn Xanh|Event] có đại diện [Bộ Y tế|Agency], [Sở Du lịch|Agency] các tỉnh và [Sở Công Thương|Agency] của 12 tỉnh.",
        &["Bộ Y tế participatesIn Diễn đàn Xanh"],
    );
}

#[test]
fn the_subject_of_a_clause_within() {
    expect(
        "participatesIn",
        "Ông [Trần Văn An|Person] nhấn mạnh như vậy khi dự [Diễn đàn Xanh|Event].",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
    expect(
        "participatesIn",
        "Ông [Trần Văn An|Person] nói về ý thức của người dân khi tham gia [Lễ hội Hoa|Event].",
        &[],
    );
}

#[test]
fn the_last_of_a_long_series() {
    expect(
        "participatesIn",
        "Đoàn [Quốc hội Lào|Agency] do ông [Kham Ly|Person] dẫn đầu, đã tới [Hà Nội|Province], bắt đầu chuyến thăm hữu nghị chính thức [Việt Nam|Country], tặng nhiều món quà quý cho các em nhỏ ở đây và tham dự [Diễn đàn Xanh|Event].",
        &[
            "Quốc hội Lào participatesIn Diễn đàn Xanh",
            "Kham Ly participatesIn Diễn đàn Xanh",
        ],
    );
}

#[test]
fn who_is_called_to_attend() {
    expect(
        "participatesIn",
        "[Việt Nam|Country] được mời chính thức tham dự [Diễn đàn Xanh|Event]; em [Lê Bình|Person] được [Bộ Y tế|Agency] cử đi dự [Lễ hội Hoa|Event].",
        &[
            "Việt Nam participatesIn Diễn đàn Xanh",
            "Lê Bình participatesIn Lễ hội Hoa",
        ],
    );
}

#[test]
fn whose_journey_it_is_and_who_is_met_on_it() {
    expect(
        "organizes participatesIn",
        "Trong chuyến thăm của Thủ tướng [Trần Văn An|Person], hai bên tổ chức [Tọa đàm Gỗ|Event]. Trong khuôn khổ chuyến thăm [Lào|Country] và dự [Diễn đàn Xanh|Event], Thủ tướng [Trần Văn An|Person] đã gặp ông [Kham Ly|Person].",
        &["Trần Văn An participatesIn Diễn đàn Xanh"],
    );
}

#[test]
fn the_delegation_behind_the_spouse_of_its_leader() {
    expect(
        "participatesIn",
        "Thủ tướng [Trần Văn An|Person] và Phu nhân cùng Đoàn đại biểu cấp cao [Quốc hội Việt Nam|Agency] thăm [Chile|Country] và tham dự [Diễn đàn Xanh|Event].",
        &[
            "Trần Văn An participatesIn Diễn đàn Xanh",
            "Quốc hội Việt Nam participatesIn Diễn đàn Xanh",
        ],
    );
}

#[test]
fn an_honour_an_idea_and_relations_do_not_attend() {
    expect(
        "participatesIn",
        "Ông [Trần Văn An|Person] bày tỏ vinh dự thay mặt hội nói về [Diễn đàn Xanh|Event]. [Chile|Country] bàn ý tưởng tham dự [Lễ hội Hoa|Event]. Theo báo cáo về quan hệ [Chile|Country] - [Lào|Country], tham dự [Hội nghị Gỗ|Event] là cần thiết.",
        &[],
    );
}
