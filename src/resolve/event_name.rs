//! What an event's name says of which event of a series is meant.

use super::slug::slug;

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EventName {
    /// The slug of the whole name.
    pub(super) slug: String,
    /// The slug without the year.
    pub(super) series: String,
    /// The year in the name.
    pub(super) year: Option<u16>,
    /// Whether it has a year, an edition or another number.
    pub(super) numbered: bool,
}

impl EventName {
    /// Takes a folded name apart.
    pub(super) fn new(name: &str) -> Self {
        let words: Vec<&str> = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty() && *w != "của")
            .collect();
        let years: Vec<&&str> = words.iter().filter(|word| is_year(word)).collect();
        // Of two years neither is the event's own.
        let year = match years.as_slice() {
            [year] => year.parse().ok(),
            _ => None,
        };
        let series: Vec<&str> = match year {
            Some(_) => words
                .iter()
                .copied()
                .filter(|word| !is_year(word) && *word != "năm")
                .collect(),
            None => words.clone(),
        };
        Self {
            numbered: name.contains("lần thứ")
                || name.chars().any(|c| c.is_ascii_digit())
                || words.iter().any(|w| w.chars().all(|c| "ivxlc".contains(c))),
            slug: slug(&words.join(" ")),
            series: slug(&series.join(" ")),
            year,
        }
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::EventName;

    #[test]
    fn a_year_is_no_part_of_the_series() {
        let dated = EventName::new("gặp gỡ nhật bản năm 2023");
        assert_eq!(
            (dated.series.as_str(), dated.year),
            ("gặp-gỡ-nhật-bản", Some(2023))
        );
        let edition = EventName::new("hội nghị ngoại vụ lần thứ 20");
        assert_eq!((edition.year, edition.numbered), (None, true));
        assert_ne!(
            edition.series,
            EventName::new("hội nghị ngoại vụ lần thứ 21").series
        );
        assert!(!EventName::new("hội nghị ngoại trưởng").numbered);
    }
}
