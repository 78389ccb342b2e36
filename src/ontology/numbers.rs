//! Number words and what they are worth.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::{ShortWord, ShortWords};

/// The words of `ontology/reading/numbers.toml`, none only if the file compiled in is damaged, which a test
/// rules out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    digits: [String; 9],
    ten: String,
    tens: String,
    hundred: String,
    no_tens: Vec<String>,
    not_behind_tens: Vec<String>,
    behind_tens: BTreeMap<String, u32>,
    ordinals: BTreeMap<String, u32>,
    other_ordinals: BTreeMap<String, u32>,
    weekdays: BTreeMap<String, u32>,
}

/// Number words, folded.
#[derive(Debug)]
pub struct Numbers {
    digits: ShortWords<9>,
    ten: ShortWord,
    tens: ShortWord,
    hundred: ShortWord,
    no_tens: Vec<ShortWord>,
    not_behind_tens: Vec<ShortWord>,
    behind_tens: Worth,
    ordinals: Worth,
    other_ordinals: Worth,
    weekdays: Worth,
}

type Worth = Vec<(ShortWord, u32)>;

/// The words compiled into the program.
pub static NUMBERS: LazyLock<Numbers> = LazyLock::new(|| {
    let text = include_str!("../../ontology/reading/numbers.toml");
    Numbers::of(&toml::from_str(text).unwrap_or_default())
});

impl Numbers {
    fn of(written: &Written) -> Self {
        let words = |list: &[String]| list.iter().map(|word| ShortWord::new(word)).collect();
        let worth = |table: &BTreeMap<String, u32>| {
            let words = table.iter();
            words
                .map(|(word, value)| (ShortWord::new(word), *value))
                .collect()
        };
        Self {
            digits: ShortWords::new(written.digits.each_ref().map(String::as_str)),
            ten: ShortWord::new(&written.ten),
            tens: ShortWord::new(&written.tens),
            hundred: ShortWord::new(&written.hundred),
            no_tens: words(&written.no_tens),
            not_behind_tens: words(&written.not_behind_tens),
            behind_tens: worth(&written.behind_tens),
            ordinals: worth(&written.ordinals),
            other_ordinals: worth(&written.other_ordinals),
            weekdays: worth(&written.weekdays),
        }
    }

    /// `một` to `chín`.
    #[inline]
    pub fn digit(&self, word: ShortWord) -> Option<u32> {
        let place = self.digits.place_of(word)?;
        u32::try_from(place + 1).ok()
    }

    /// A digit behind tens: `mốt`, `hai`, `lăm`.
    pub fn behind_tens(&self, word: ShortWord) -> Option<u32> {
        if self.not_behind_tens.contains(&word) {
            return None;
        }
        value(&self.behind_tens, word).or_else(|| self.digit(word))
    }

    /// `mười`.
    #[inline]
    pub fn is_ten(&self, word: ShortWord) -> bool {
        word == self.ten
    }

    /// `mươi` behind a digit.
    pub fn is_tens(&self, word: ShortWord) -> bool {
        word == self.tens
    }

    /// `trăm`.
    pub fn is_hundred(&self, word: ShortWord) -> bool {
        word == self.hundred
    }

    /// `linh` between hundreds and a digit.
    pub fn is_no_tens(&self, word: ShortWord) -> bool {
        self.no_tens.contains(&word)
    }

    /// `nhất` to `mười` behind `thứ`.
    pub fn ordinal(&self, word: ShortWord) -> Option<u32> {
        value(&self.ordinals, word)
    }

    /// The same, and what else tells in the name of an event which one it is: `đầu` behind `lần`.
    pub fn ordinal_of_event(&self, word: ShortWord) -> Option<u32> {
        self.ordinal(word)
            .or_else(|| value(&self.other_ordinals, word))
    }

    /// The day of the week that ends with a word, 0 for Sunday.
    pub fn weekday(&self, word: ShortWord) -> Option<u32> {
        value(&self.weekdays, word)
    }
}

fn value(table: &Worth, word: ShortWord) -> Option<u32> {
    let found = table.iter().find(|(known, _)| *known == word);
    found.map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::{NUMBERS, Written};
    use crate::text::ShortWord;

    #[test]
    fn the_file_is_whole_and_its_words_are_short() {
        let text = include_str!("../../ontology/reading/numbers.toml");
        let written: Written = toml::from_str(text).expect("a mistake in numbers.toml");
        let tables = [
            &written.behind_tens,
            &written.ordinals,
            &written.other_ordinals,
            &written.weekdays,
        ];
        let one = [&written.ten, &written.tens, &written.hundred];
        let mut words = tables.into_iter().flat_map(|table| table.keys()).chain(one);
        assert!(words.all(|word| (1..=8).contains(&word.len())));
        assert!(written.digits.iter().all(|word| word.len() <= 8));
    }

    #[test]
    fn five_is_another_word_behind_tens() {
        let word = ShortWord::new;
        assert_eq!(NUMBERS.digit(word("năm")), Some(5));
        assert_eq!(NUMBERS.behind_tens(word("năm")), None);
        assert_eq!(NUMBERS.behind_tens(word("lăm")), Some(5));
        assert_eq!(NUMBERS.behind_tens(word("sáu")), Some(6));
        assert_eq!(NUMBERS.ordinal(word("đầu")), None);
        assert_eq!(NUMBERS.ordinal_of_event(word("đầu")), Some(1));
    }
}
