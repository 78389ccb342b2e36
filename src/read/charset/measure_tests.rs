//! Measures on hundreds of texts how often a character set is told rightly.

use unicode_normalization::UnicodeNormalization;

use super::legacy::{Legacy, byte_of, windows_1252};
use super::{decode, repair};

/// Sentences that the texts are put together from.
const SENTENCES: [&str; 30] = [
    "Sáng 12/3, Sở Ngoại vụ tỉnh tổ chức gặp mặt các cơ quan báo chí.",
    "Đoàn đại biểu của thành phố đã có buổi làm việc với Đại sứ quán tại Hà Nội.",
    "Hai bên nhất trí đẩy mạnh hợp tác về giáo dục, du lịch và nông nghiệp.",
    "Phó Chủ tịch Ủy ban nhân dân tỉnh tiếp ngài Tổng Lãnh sự.",
    "Kim ngạch xuất khẩu chín tháng đạt 1,2 tỷ USD, tăng 8,5% so với cùng kỳ.",
    "Hội nghị diễn ra theo hình thức trực tiếp kết hợp trực tuyến.",
    "UBND TỈNH ĐÃ BAN HÀNH KẾ HOẠCH HỘI NHẬP QUỐC TẾ",
    "Ông cho biết tỉnh sẽ tạo mọi điều kiện thuận lợi cho các nhà đầu tư nước ngoài.",
    "Lễ ký kết thỏa thuận hợp tác được tổ chức vào ngày 5 tháng 9.",
    "Bà nhấn mạnh ý nghĩa của việc kết nghĩa giữa hai địa phương.",
    "Công tác bảo hộ công dân tiếp tục được triển khai quyết liệt, hiệu quả.",
    "Đây là lần thứ ba địa phương đăng cai sự kiện này.",
    "Người Việt Nam ở nước ngoài đóng góp nhiều ý kiến tâm huyết.",
    "Chuyến thăm nhằm thúc đẩy quan hệ hữu nghị truyền thống.",
    "Quỹ hỗ trợ đã tài trợ mười hai dự án nước sạch ở vùng cao.",
    "Vải thiều, thanh long và cà phê được giới thiệu tại gian hàng.",
    "Các đại biểu tham quan cửa khẩu và khu kinh tế ven biển.",
    "Bộ Ngoại giao đề nghị các địa phương chủ động hơn nữa.",
    "Phát biểu khai mạc, Thứ trưởng đánh giá cao kết quả đạt được.",
    "Tuyến bay thẳng đầu tiên sẽ được khai trương vào quý IV.",
    "Trường đại học hai nước trao đổi sinh viên, giảng viên.",
    "Chương trình “Gặp gỡ châu Âu” thu hút hơn 300 doanh nghiệp.",
    "Tổ chức phi chính phủ nước ngoài cam kết viện trợ thêm 2 triệu USD.",
    "Sau lễ đón, hai bên tiến hành hội đàm rồi chứng kiến lễ ký.",
    "Lãnh đạo tỉnh mong muốn phía bạn tiếp nhận thêm lao động kỹ thuật.",
    "Thủ tướng yêu cầu rà soát, tháo gỡ vướng mắc về thủ tục.",
    "Ngư dân được tuyên truyền về chống khai thác bất hợp pháp.",
    "Biên bản ghi nhớ có hiệu lực năm năm kể từ ngày ký.",
    "Văn phòng đại diện mới đặt tại khu phố cổ.",
    "Đêm giao lưu văn nghệ khép lại tuần lễ văn hóa.",
];

/// Texts of three to seven sentences, no two alike.
fn texts() -> Vec<String> {
    (0..210_usize)
        .map(|n| {
            let count = 3 + n % 5;
            let step = 1 + n / 30 * 2;
            let sentences: Vec<&str> = (0..count)
                .map(|i| SENTENCES[(n + i * step) % SENTENCES.len()])
                .collect();
            sentences.join(if n % 2 == 0 { " " } else { "\n" })
        })
        .collect()
}

/// The text that comes out, in NFC; an empty one where it is refused.
fn decoded(bytes: &[u8]) -> String {
    let Ok(decoded) = decode(bytes, None) else {
        return String::new();
    };
    let text = repair(&decoded.text).map_or(decoded.text, |(text, _)| text);
    text.nfc().collect()
}

/// The bytes of windows-1258, which writes most tones as marks of their own.
fn windows_1258(text: &str) -> Vec<u8> {
    let (bytes, _, bad) = encoding_rs::WINDOWS_1258.encode(text);
    if !bad {
        return bytes.into_owned();
    }
    text.nfc()
        .flat_map(|ch| {
            let whole = ch.to_string();
            let parted = || {
                let tones = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
                let (tone, base): (Vec<char>, Vec<char>) =
                    whole.nfd().partition(|mark| tones.contains(mark));
                let base: String = base.into_iter().nfc().collect();
                base + &String::from_iter(tone)
            };
            let (bytes, _, bad) = encoding_rs::WINDOWS_1258.encode(&whole);
            if bad {
                encoding_rs::WINDOWS_1258.encode(&parted()).0.into_owned()
            } else {
                bytes.into_owned()
            }
        })
        .collect()
}

type Encoder = fn(&str) -> Vec<u8>;

/// Bytes taken for windows-1252 and saved as UTF-8.
fn garbled(bytes: &[u8]) -> Vec<u8> {
    let shown: String = bytes.iter().map(|&byte| windows_1252(byte)).collect();
    shown.into_bytes()
}

fn legacy(legacy: Legacy, text: &str) -> Vec<u8> {
    // What the character set cannot write, such as a long dash, is left out.
    let known = |ch: &char| legacy.encode(&ch.to_string()).is_some();
    legacy
        .encode(&text.nfc().filter(known).collect::<String>())
        .unwrap()
}

const KINDS: [(&str, Encoder); 13] = [
    ("UTF-8", |text| text.as_bytes().to_vec()),
    ("UTF-8, NFD", |text| {
        text.nfd().collect::<String>().into_bytes()
    }),
    ("UTF-8, NFC and NFD mixed", |text| {
        let words = text.split_inclusive(' ').enumerate();
        let word = |(n, word): (usize, &str)| match n % 2 {
            0 => word.nfd().collect::<String>(),
            _ => word.to_owned(),
        };
        words.map(word).collect::<String>().into_bytes()
    }),
    ("UTF-16, little end first, no mark", |text| {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }),
    ("UTF-16, big end first, no mark", |text| {
        text.encode_utf16().flat_map(u16::to_be_bytes).collect()
    }),
    ("windows-1258", windows_1258),
    ("TCVN3", |text| legacy(Legacy::Tcvn3, text)),
    ("VNI", |text| legacy(Legacy::Vni, text)),
    ("VISCII", |text| legacy(Legacy::Viscii, text)),
    ("TCVN3 as UTF-8", |text| {
        garbled(&legacy(Legacy::Tcvn3, text))
    }),
    ("VNI as UTF-8", |text| garbled(&legacy(Legacy::Vni, text))),
    ("UTF-8 twice", |text| garbled(text.as_bytes())),
    ("HTML entities", |text| {
        let entity = |ch: char| match ch {
            ch if ch.is_ascii() => ch.to_string(),
            ch => format!("&#{};", u32::from(ch)),
        };
        text.chars().map(entity).collect::<String>().into_bytes()
    }),
];

/// How many of these texts come out as they went in, by kind. Letters that a character set lacks do not
/// count, and neither does the case of toned letters, which TCVN3 loses.
fn rates(texts: &[String]) -> Vec<(&'static str, usize)> {
    let plain = |text: &str| -> String {
        let kept = text.nfc().filter(|ch| ch.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect()
    };
    let right = |text: &&String, encode: Encoder| plain(&decoded(&encode(text))) == plain(text);
    KINDS
        .iter()
        .map(|&(kind, encode)| {
            (
                kind,
                texts.iter().filter(|text| right(text, encode)).count(),
            )
        })
        .collect()
}

#[test]
fn character_sets_are_told_in_99_of_100_texts() {
    let texts = texts();
    for (kind, right) in rates(&texts) {
        assert!(
            right * 100 >= texts.len() * 99,
            "{kind}: {right} of {}",
            texts.len()
        );
    }
}

#[test]
fn capitals_come_back_from_tcvn3() {
    let text = SENTENCES[6];
    assert_eq!(decoded(&legacy(Legacy::Tcvn3, text)), text);
    assert!(byte_of('đ').is_none());
}

/// The same on a folder of your own: `NGOAIVU_TEXTS=folder cargo test --lib -- --ignored --nocapture
/// rates_on_a_folder`.
#[test]
#[ignore = "needs a folder of Vietnamese texts"]
#[allow(clippy::print_stdout, reason = "it prints what it measures")]
fn rates_on_a_folder() {
    let folder = std::env::var("NGOAIVU_TEXTS").unwrap();
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let texts: Vec<String> = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    for (kind, right) in rates(&texts) {
        println!("{kind}: {right} of {}", texts.len());
    }
}
