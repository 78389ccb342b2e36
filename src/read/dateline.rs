//! Reads author and day of publication from datelines, bylines and metadata.

use std::sync::LazyLock;

use regex::Regex;

use super::furniture::plain_form;
use super::letters::composed;
use crate::model::EdtfDate;

/// What a dateline says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Dateline {
    pub(super) date: Option<String>,
    pub(super) author: Option<String>,
}

/// A day written in full: `25/01/2023`, `29-8-2012`, `30.11.2022`, `2 tháng 9 năm 2022`.
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)(?:^|[^0-9])([0-9]{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*([0-9]{1,2})\s*(?:[/.-]|,?\s+(?:năm\s+)?)\s*((?:19|20)[0-9]{2})(?:$|[^0-9])",
    )
    .ok()
});

/// What shows that a line with a day is a dateline: an hour, a weekday, words for publication.
static SIGN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)[0-9]{1,2}\s*(?::|h|giờ)\s*[0-9]{2}|gmt|thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật|cập\snhật|ngày\sđăng|đăng\sngày|đăng\slúc|xuất\sbản|\b[ap]m\b|\|",
    )
    .ok()
});

/// Longest dateline, in words.
const LONGEST: usize = 16;

/// More words than three names of five words have, with what may stand before and between them.
const LONGEST_BYLINE: usize = 32;

/// Whether a line says when, where and by whom the article was published.
///
/// `form` is the line in [`plain_form`].
pub(super) fn is_dateline(line: &str, form: &str) -> bool {
    let blanks = form.bytes().filter(|&byte| byte == b' ').count();
    if blanks >= LONGEST || line.ends_with(['.', '?', '!', ':']) {
        return false;
    }
    let Some((start, end)) = day_in(form).map(|(range, _)| range) else {
        return false;
    };
    let rest = form[..start].split_whitespace().count() + form[end..].split_whitespace().count();
    let has_sign = SIGN.as_ref().is_some_and(|sign| sign.is_match(form));
    has_sign || rest <= 1
}

/// The date and the author that a dateline names.
pub(super) fn read(line: &str) -> Dateline {
    let form = plain_form(line);
    let date = day_in(&form).map(|(_, date)| date.to_string());
    let line = composed(line);
    let name: Vec<&str> = line
        .split_whitespace()
        .take_while(|word| !word.contains(|ch: char| ch.is_ascii_digit()))
        .collect();
    let name = name.join(" ");
    let author = name
        .split([',', '|', '-', '–', '('])
        .map(str::trim)
        .find(|part| is_name(part))
        .map(str::to_owned);
    Dateline { date, author }
}

/// The day in the opening of an agency's report: `Hà Nội (TTXVN, 29-8-2012) - …`.
pub(super) fn opening_date(line: &str) -> Option<String> {
    let end = line.char_indices().nth(120);
    let head = &line[..end.map_or(line.len(), |(end, _)| end)];
    let (open, close) = (head.find('(')?, head.find(')')?);
    let opening = head.get(..open)?;
    let behind = head.get(close + 1..)?.trim_start();
    if opening.split_whitespace().count() > 5 || !behind.starts_with(['-', '–', '—', ':']) {
        return None;
    }
    let inside = plain_form(head.get(open + 1..close)?);
    day_in(&inside).map(|(_, date)| date.to_string())
}

/// The author in a last line that is nothing but a name, or a name and `(thực hiện)`.
pub(super) fn byline(line: &str) -> Option<String> {
    let names = line.split('(').next().unwrap_or(line);
    if names.split_whitespace().nth(LONGEST_BYLINE).is_some() {
        return None;
    }
    let line = composed(line);
    let mut bare = line.trim();
    for opening in [
        "Theo ",
        "Bài và ảnh: ",
        "Bài, ảnh: ",
        "Tin, ảnh: ",
        "Tin và ảnh: ",
        "Bài: ",
    ] {
        bare = bare.strip_prefix(opening).unwrap_or(bare);
    }
    if let Some((before, behind)) = bare.split_once('(') {
        let aside = plain_form(behind.trim_end_matches(')'));
        let known = [
            "thực hiện",
            "ghi",
            "lược ghi",
            "tổng hợp",
            "biên dịch",
            "theo",
            "lược dịch",
        ];
        if !known.iter().any(|word| aside.starts_with(word)) {
            return None;
        }
        bare = before.trim();
    }
    let names: Vec<&str> = bare.split(['-', '–', ',', '&']).map(str::trim).collect();
    (names.len() <= 3 && names.iter().all(|name| is_name(name))).then(|| bare.to_owned())
}

/// Whether two to five words are all written like parts of a name.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let like_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|ch| ch.is_alphabetic() || matches!(ch, '.' | '\''))
    };
    (2..=5).contains(&words.len())
        && words.iter().all(like_name)
        && !plain_form(text).starts_with("thứ ")
        && !plain_form(text).starts_with("chủ nhật")
}

/// A day of publication as metadata give it, in EDTF: `2023-04-12T08:00:00+07:00`, `12/04/2023 08:00`,
/// `2023`.
pub(super) fn metadata_date(value: &str) -> Option<String> {
    let value = value.trim();
    let digits = |range: std::ops::Range<usize>| value.get(range)?.parse::<u16>().ok();
    let iso = |length: usize| {
        value
            .get(..length)?
            .parse::<EdtfDate>()
            .ok()
            .filter(|date| date.year.is_some())
    };
    let compact = || {
        let all_digits = value.len() >= 8 && value.as_bytes()[..8].iter().all(u8::is_ascii_digit);
        let date = EdtfDate::day(
            Some(digits(0..4)?),
            u8::try_from(digits(4..6)?).ok()?,
            u8::try_from(digits(6..8)?).ok()?,
        );
        (all_digits && date.is_valid()).then_some(date)
    };
    iso(10)
        .or_else(|| day_in(&plain_form(value)).map(|(_, date)| date))
        .or_else(compact)
        .or_else(|| iso(7).filter(|_| value.len() == 7))
        .or_else(|| iso(4).filter(|_| value.len() == 4))
        .map(|date| date.to_string())
}

/// The first day written in full, with its place in bytes.
fn day_in(form: &str) -> Option<((usize, usize), EdtfDate)> {
    if !form.contains("19") && !form.contains("20") {
        return None;
    }
    DAY.as_ref()?.captures_iter(form).find_map(|groups| {
        let number = |i: usize| groups.get(i)?.as_str().parse::<u16>().ok();
        let date = EdtfDate::day(
            Some(number(3)?),
            u8::try_from(number(2)?).ok()?,
            u8::try_from(number(1)?).ok()?,
        );
        let place = (groups.get(1)?.start(), groups.get(3)?.end());
        date.is_valid().then_some((place, date))
    })
}

#[cfg(test)]
mod tests {
    use super::{byline, is_dateline, metadata_date, opening_date, plain_form, read};

    #[test]
    fn datelines_of_several_papers() {
        for (line, date, author) in [
            ("Lê Mây 09:15 | 27/01/2023", "2023-01-27", Some("Lê Mây")),
            ("Thời sự Thứ Năm, 30/08/2012-9:05 AM", "2012-08-30", None),
            (
                "Cập nhật: 7h30, ngày 2 tháng 9 năm 2022",
                "2022-09-02",
                None,
            ),
            ("15/05/2025 09:10", "2025-05-15", None),
            ("Thứ Tư, 30/11/2022 20:10 (GMT+7)", "2022-11-30", None),
        ] {
            assert!(is_dateline(line, &plain_form(line)), "{line}");
            let said = read(line);
            assert_eq!(said.date.as_deref(), Some(date));
            assert_eq!(said.author.as_deref(), author);
        }
    }

    #[test]
    fn sentences_with_dates_are_no_datelines() {
        for line in [
            "Hội nghị họp ngày 12/8/2020 tại Huế.",
            "Hội nghị Gặp gỡ Hàn Quốc, ngày 25/3/2022",
            "Chương trình hợp tác năm 2020",
        ] {
            assert!(!is_dateline(line, &plain_form(line)), "{line}");
        }
    }

    #[test]
    fn agency_openings_and_bylines() {
        let opening = "Huế (Ví dụ, 29-8-2012) - Sáng nay, hội nghị khai mạc.";
        assert_eq!(opening_date(opening).as_deref(), Some("2012-08-29"));
        assert_eq!(opening_date("Ông An (sinh 2/9/1960) là chủ tịch."), None);
        assert_eq!(byline("Lê Mây (thực hiện)").as_deref(), Some("Lê Mây"));
        assert_eq!(
            byline("Lê Mây - Hà Thu").as_deref(),
            Some("Lê Mây - Hà Thu")
        );
        assert_eq!(byline("Tình hình mới"), None);
    }

    #[test]
    fn dates_of_metadata() {
        for (value, date) in [
            ("2023-04-12T08:00:00+07:00", "2023-04-12"),
            ("12/04/2023 08:00", "2023-04-12"),
            ("20230412", "2023-04-12"),
            ("2023-04", "2023-04"),
            ("2023", "2023"),
        ] {
            assert_eq!(metadata_date(value).as_deref(), Some(date));
        }
        assert_eq!(metadata_date("hôm qua"), None);
    }
}
