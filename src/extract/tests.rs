//! Sentences with their outermost names marked: `[name|Type]`, anaphors `[name|Type~]`.

use super::{NameCues, names};
use crate::model::{Article, Block, BlockKind, Found, Metadata, Span};
use crate::ontology::Ontology;
use crate::text::Text;

/// An article of one paragraph.
pub(super) fn paragraph(source: &str) -> Article {
    let length = u32::try_from(source.chars().count()).expect("short");
    Article {
        id: "test".into(),
        source: "test".into(),
        text: source.into(),
        blocks: vec![Block {
            span: Span::new(0, length),
            kind: BlockKind::Body,
        }],
        metadata: Metadata::default(),
        sha256: String::new(),
    }
}

/// Reads a text of one paragraph and marks what was found.
fn mark(source: &str) -> String {
    let ontology = Ontology::embedded();
    let text = Text::analyse(&paragraph(source));
    let matches = ontology.matches(&text);
    let cues = NameCues::new(ontology).expect("all cue lists");
    render(source, &text, &names(&text, ontology, &matches, &cues))
}

fn render(source: &str, text: &Text, found: &[Found]) -> String {
    let points: Vec<char> = source.chars().collect();
    let mut marked = String::new();
    let mut at = 0;
    for name in found {
        let span = text.span(name.tokens.clone());
        let (start, end) = (span.start as usize, span.end as usize);
        if start < at {
            continue;
        }
        marked.extend(&points[at..start]);
        let sign = if name.anaphor { "~" } else { "" };
        let words: String = points[start..end].iter().collect();
        marked.push_str(&format!("[{words}|{}{sign}]", name.kind));
        at = end;
    }
    marked.extend(&points[at..]);
    marked
}

/// Checks that the marked names, and no others, are found in the sentence without its marks.
#[track_caller]
pub(super) fn check(marked: &str) {
    let mut plain = String::new();
    let mut rest = marked;
    while let Some((before, inside)) = rest.split_once('[') {
        let (name, after) = inside.split_once(']').expect("closed mark");
        plain.push_str(before);
        plain.push_str(name.split_once('|').expect("typed mark").0);
        rest = after;
    }
    plain.push_str(rest);
    assert_eq!(mark(&plain), marked);
}

#[test]
fn people_behind_titles_and_bodies() {
    check("Cục trưởng [Cục Ngoại vụ|Agency] [Trần Minh Khôi|Person] phát biểu khai mạc.");
    check("Tổng thống [Chile|Country] [Gabriel Boric|Person] thăm [Hà Nội|Province].");
    check("Đại sứ [Hoa Kỳ|Country] tại [Việt Nam|Country] [Marc Knapper|Person] cho biết.");
    check("Theo ông [Khôi|Person], địa phương rất chủ động.");
    check("Chủ tịch [Triều Tiên|Country] [Kim Jong-un|Person] đến ga.");
}

#[test]
fn streets_named_after_people_are_places() {
    check("Nhà ở đường [Nguyễn Huệ|Place] rất đẹp.");
    check("Bộ trưởng [Lê Văn Hòa|Person] thăm phố [Trần Phú|Place].");
}

#[test]
fn a_country_is_no_syllable_of_a_name() {
    check("Ảnh: [Tuấn Anh|Person]");
    check("Ảnh: [Lê Hiên|Person] Hai bên ký kết.");
    check("Bà [Nga|Person] cảm ơn Thủ tướng [Nga|Country].");
    check("Anh cho biết sẽ trở lại.");
    check("Quan hệ giữa [Anh|Country] và [Pháp|Country] phát triển tốt.");
}

#[test]
fn look_alike_places_stay_apart() {
    check("Đoàn [Lào Cai|Province] sang [Lào|Country].");
    check(
        "[Hà Nam|Province] và [Hà Nội|Province] ký kết, [Quảng Ninh|Province] và [Quảng Bình|Province] cũng vậy.",
    );
    check("Thành phố [Cao Bằng|Place] thuộc tỉnh [Cao Bằng|Province].");
    check("Lãnh đạo thành phố [Đà Nẵng|Province] đón đoàn.");
}

#[test]
fn bodies_end_where_their_grammar_ends() {
    check("[Sở Ngoại vụ tỉnh Quảng Trị|Agency] phối hợp với [Công an tỉnh Hà Tĩnh|Agency].");
    check("[Sở Văn hóa, Thể thao và Du lịch Khánh Hòa|Agency] đã giới thiệu.");
    check("[Bộ Quốc phòng Trung Quốc|Agency] đón đoàn.");
    check("[Đại sứ quán Nhật Bản tại Việt Nam|Agency] tài trợ.");
    check("[Vụ Tổ chức Cán bộ|Agency] - [Bộ Ngoại giao|Agency] thông báo.");
}

#[test]
fn events_end_before_theme_date_and_verb() {
    check(
        "[Bộ Ngoại giao|Agency] tổ chức [Hội nghị Ngoại vụ toàn quốc lần thứ 21|Event] tại [Hà Nội|Province].",
    );
    check("[Diễn đàn Kinh tế biển|Event] diễn ra ngày 5/6.");
    check("Hội nghị “[Gặp gỡ Ấn Độ|Event]” khai mạc sáng nay.");
}

#[test]
fn an_event_is_not_called_by_where_it_was_held() {
    check("[Hội nghị Gặp gỡ Hàn Quốc 2024|Event] tại tỉnh [Bình Dương|Province] thành công.");
    check("[Hội nghị Gặp gỡ Nhật Bản 2020|Event] họp ở [Hà Nội|Province].");
}

#[test]
fn dates_and_bare_editions_are_no_events() {
    check("(Ví dụ) - Ngày 12/8/2018, [Bộ Ngoại giao|Agency] thông báo.");
    check("[Tổng cục Thống kê|Agency] công bố số liệu.");
}

#[test]
fn a_bare_noun_with_an_edition_is_not_the_event_spoken_of() {
    check("[Hội nghị Dân số lần thứ 5|Event] bế mạc. Hội nghị lần thứ nhất họp ở đây.");
    check("[Hội nghị Dân số lần thứ 5|Event] bế mạc. Hội nghị với trẻ em lần thứ 2 họp sau đó.");
    check("[Hội nghị Dân số lần thứ 5|Event] bế mạc. [Hội nghị|Event~] đã chọn nơi họp kỳ sau.");
    check("Dự [Hội nghị|Event~] có đại biểu của 12 nước thành viên.");
}

#[test]
fn documents_by_number_and_title() {
    check("Thực hiện [Chỉ thị số 15-CT/TW|Document] ngày 10/8/2022 của [Ban Bí thư|Agency].");
    check("Tinh thần [Nghị quyết 21|Document] của [Chính phủ|Agency].");
    check("Triển khai [Quyết định 1234/QĐ-TTg|Document] trong năm nay.");
}

#[test]
fn a_place_that_begins_like_a_surname_ends_before_the_person() {
    check("Chủ tịch [UBND TP. Hà Nội|Agency] [Trần Văn Tám|Person] phát biểu.");
    check("Bí thư [Tỉnh ủy Cao Bằng|Agency] [Lê Thị Hoa|Person] tiếp đoàn.");
    check("Chủ tịch tỉnh [Hà Giang|Province] [Phạm Văn Năm|Person] tiếp đoàn.");
}

#[test]
fn agreements_are_named_by_their_parties() {
    check("Hai bên ký [Bản ghi nhớ hợp tác giữa Hải Dương và Suwon|Document].");
}

#[test]
fn a_full_stop_drawn_into_a_quotation_is_not_of_the_name() {
    check("Ông dự Hội thảo “[Kết nối Hải Dương|Event].”");
    check("Ông dự [Diễn đàn cấp cao hợp tác quốc tế “Kết nối Hải Dương”|Event] ở đây.");
    check("Ông dự [Diễn đàn cấp cao hợp tác quốc tế “Kết nối Hải Dương.”|Event]");
}

#[test]
fn a_short_form_in_brackets_is_known_from_then_on() {
    check("[Hiệp hội Doanh nghiệp Bắc Âu|Agency] ([HDB|Agency]) họp; [HDB|Agency] đề xuất.");
}

#[test]
fn products_bear_their_place() {
    check("Đưa [vải thiều Bắc Giang|Product] sang [Nhật Bản|Country].");
    check("Khách mua [gốm Đông Mỹ|Product] và [quýt Làng Thượng|Product] về làm quà.");
    check("Họ bán gạo Nhiều Loại Khác.");
    check("Họ bán [gốm Đông Mỹ|Product] cho khách về [Đông Mỹ|Place].");
}

#[test]
fn a_country_behind_a_profession_is_no_person() {
    check("Việc trục xuất các nhà ngoại giao [Nga|Country] gây chú ý.");
    check("Một nhà khoa học [Iran|Country] dự họp.");
    check("Bà [Nga|Person] vui mừng.");
    check("Nước bạn [Lào|Country] giúp đỡ.");
}

#[test]
fn a_form_of_address_at_the_start_of_a_sentence_is_no_country() {
    check("Anh [Ali Hassan|Person] cho biết.");
    check("[Anh|Country] và [Pháp|Country] ký kết.");
}

#[test]
fn foreign_people_without_a_title() {
    check("[Jared Kushner|Person] thăm [Nhật Bản|Country].");
    check("[Ross Feingolde|Person] cho rằng cần đối thoại.");
    check("Tờ Business Insiders cho rằng cần đối thoại.");
    check("[Ma-ri-a Gia-kha-rô-va|Person] họp báo.");
    check("Hạ nghị sĩ [Joseph P. Marlow|Person] chào đón.");
}

#[test]
fn the_given_name_alone_repeats_a_person() {
    check("Em [Phạm Tuấn Huy|Person] đi thi. Bố con [Huy|Person] ra [Hà Nội|Province].");
    check("Bà [Trần Kim Ngân|Person] đến sớm. Ngân sách tăng.");
    check("Ông [Lê Quang Trung|Person] nói về quan hệ [Mỹ|Country] - [Trung|Country].");
}

#[test]
fn authors_sign_at_the_end() {
    check("Hai bên ký kết. [Quang Minh|Person] - [Xuân Hùng|Person]/[VOV|Agency]");
    check("Hai bên ký kết (Ảnh: [VGP|Agency]/[Quang Hiếu|Person]).");
    check("Hai bên ký kết. [Thu Giang|Person] (lược dịch)");
}

#[test]
fn parts_of_known_names_are_no_names() {
    check("Các nước [Đông Nam Á|Place] hợp tác.");
    check("Khu vực [châu Á - Thái Bình Dương|Place] ổn định.");
    check("Ở phía Tây Bắc thủ đô có mưa.");
}

#[test]
fn ministries_in_a_list() {
    check(
        "Lãnh đạo các [Bộ Ngoại giao|Agency], [Quốc phòng|Agency], [Khoa học và Công nghệ|Agency] dự họp.",
    );
}

#[test]
fn where_the_name_of_an_award_ends() {
    check("Chủ tịch nước trao [Huân chương Lao động hạng Nhất|Programme] cho tập thể cán bộ.");
}

#[test]
fn treaties_are_named_by_their_subject() {
    check("Các nước thông qua [Hiệp ước cấm vũ khí hạt nhân|Document] hôm nay.");
    check("Các bên tuân thủ [Công ước Liên hợp quốc về luật biển|Document] năm 1982.");
}

#[test]
fn a_seat_of_government_is_a_place_where_one_comes() {
    check("Hai bên gặp nhau tại [Nhà Trắng|Place].");
    check("[Nhà Trắng|Agency] ra tuyên bố.");
    check("Hai bên trao đổi ở cấp Nhà nước.");
}

#[test]
fn common_words_are_no_head_nouns() {
    check("Ban đầu [Phạm Thị Hoa|Person] từ chối.");
    check("Hai ông gặp báo chí Chiều nay.");
    check("Tin trên tạp chí [Nhật Bản|Country] [The Observer|Agency] gây chú ý.");
}

#[test]
fn a_title_alone_names_no_event() {
    check("Lễ đón Thủ tướng [Nguyễn Văn Hòa|Person] rất trọng thể.");
}

#[test]
fn half_a_word_is_no_head_noun() {
    check("Phó Giám đốc [Viện Hàn lâm Khoa học|Agency] nói về Khoa học trái đất.");
    check("Ông thông báo mục đích chuyến đi.");
}

#[test]
fn a_foreign_country_before_a_new_sentence() {
    check("Sự giúp đỡ của [Belarus|Country] Trên cơ sở đó hai bên ký kết.");
}

#[test]
fn meetings_described_in_lower_case() {
    check(
        "Ngày 3/4, [Bộ Y tế|Agency] tổ chức [hội nghị bàn giải pháp phòng bệnh mùa hè|Event] tại [Huế|Province].",
    );
    check(
        "[Sở Y tế|Agency] chủ trì [hội nghị tổng kết thực hiện quy chế phối hợp|Event] năm 2016.",
    );
    check("Cuộc hội nghị bàn giải pháp phòng bệnh mùa hè đông người.");
    check("[Bộ Y tế|Agency] tổ chức hội nghị về phía đối tác.");
}

#[test]
fn editions_behind_games_and_bodies() {
    check("Đội bóng thua ở [World Cup 2022|Event], thắng ở [SEA Games 31|Event].");
    check("[Chile|Country] đăng cai [APEC 2019|Event].");
    check("Kỳ thi Olympic quốc tế kết thúc.");
}

#[test]
fn an_edition_directly_behind_its_noun() {
    check("[Hội nghị lần thứ hai các quan chức cao cấp|Event] khai mạc.");
}

#[test]
fn parties_and_occasions_of_titles() {
    check(
        "Hai bên dự [Lễ ký Thỏa thuận hợp tác giữa bang Texas với các đối tác Chile|Event] gồm nhiều tỉnh.",
    );
    check("Hai nước ra [Tuyên bố chung Chile - Peru|Document] nhân chuyến thăm của Tổng thống.");
    check("[Luật Phòng, chống thiên tai|Document] có hiệu lực.");
    check("Theo [Nghị quyết của Quốc hội về thuế đất nông nghiệp|Document], nông dân được lợi.");
}

#[test]
fn a_short_form_with_its_year_makes_an_edition() {
    check(
        "Trong khuôn khổ [chương trình Quảng bá Hà Nội tại Pháp|Event] ([QBHN 2017|Event]), nhiều đoàn đến.",
    );
}

#[test]
fn talks_and_round_tables() {
    check("Ông dự cuộc [tọa đàm bàn tròn|Event] với nhiều doanh nghiệp.");
    check("Ông có cuộc gặp Thủ tướng [Chile|Country] ở đó.");
    check("Cô dự [cuộc thi Hoa hậu Chile 2016|Event].");
    check("[Lầu Năm Góc|Agency] ở xa.");
}

#[test]
fn a_syllable_of_another_name_opens_no_document() {
    check("Sinh viên [Đại học Luật Huế|Agency] theo [Luật Đất đai|Document].");
    check("Ngành TT tỉnh [Huế|Province] xác định việc đăng tin.");
}

#[test]
fn words_that_begin_like_a_country() {
    check("[Bảo tàng Mỹ thuật|Agency] ở [Huế|Province] trưng bày tranh của [Mỹ|Country].");
    check("[Ủy ban Pháp luật|Agency] họp. Ý định này của [Ý|Country] là tốt.");
    check("[Ai Cập|Country] cấm [tổ chức Anh em Hồi giáo|Agency].");
    check("Trận đấu trên sân Mỹ Đình kéo dài.");
}

#[test]
fn a_surname_before_a_province() {
    check("Phó Thủ tướng [Trương Hòa Bình|Person] thăm tỉnh [Hòa Bình|Province].");
    check("Đoàn [Việt Nam|Country] đến [Hòa Bình|Province].");
    check("Bí thư [Trung ương Đoàn|Agency] [Lê Văn Hòa|Person] phát biểu.");
}

#[test]
fn particles_joined_by_a_hyphen() {
    check("Ngoại trưởng [Qatar|Country] [Ahmed bin Nasser al-Kuwari|Person] nói vậy.");
}

#[test]
fn incidents_and_coast_guards() {
    check("Vụ đánh bom [đại sứ quán Chile|Agency] làm nhiều người bị thương.");
    check("Lãnh đạo [Vụ Thị trường châu Âu|Agency] dự họp.");
    check("Tàu của [Cảnh sát biển Nhật Bản|Agency] ghé cảng.");
}

#[test]
fn one_syllable_is_no_unknown_place() {
    check("Ông phát biểu tại [Buổi lễ|Event~] và ở [Vladivostok|Place].");
}

#[test]
fn what_treaties_and_plans_are_about() {
    check("Hai bên ký [Nghị định thư giữa Chile và Peru về hỗ trợ sản xuất rượu vang|Document].");
    check(
        "Tỉnh duyệt [Chiến lược phát triển du lịch biển đến năm 2030, tầm nhìn đến năm 2045|Document].",
    );
}

#[test]
fn foreign_people_behind_forms_of_address_and_fields() {
    check(
        "Chủ tịch [Quốc hội Campuchia|Agency] Samdech [Chea Sokhom|Person] đến [Hà Nội|Province].",
    );
    check("Ngoại trưởng [Kuwait|Country] [Adel al-Sabri|Person] phát biểu.");
    check("Bộ trưởng Nông nghiệp [Sven McLarsson|Person] và Thứ trưởng Lâm nghiệp tiếp đoàn.");
}

#[test]
fn a_country_of_two_words_before_a_surname() {
    check("Đại sứ [Việt Nam|Country] tại [Hà Lan|Country] [Trần Thị Hoa|Person] ra đón.");
}

#[test]
fn a_small_middle_name() {
    check(
        "Thứ trưởng [Bộ Y tế|Agency] [Lê xuân Tùng|Person] làm việc với ông [Đỗ|Person] và bạn bè.",
    );
}

#[test]
fn ranks_of_relations_are_no_documents() {
    check(
        "Hai nước nâng cấp quan hệ Đối tác Chiến lược toàn diện [Chile|Country] - [Peru|Country].",
    );
    check("Hãng duyệt [Chiến lược toàn diện Chile|Document] mới.");
}

#[test]
fn regnal_numbers() {
    check("Nữ hoàng [Margrethe II|Person] thăm [Chile|Country].");
}
