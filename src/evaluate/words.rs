//! Compares phrases by their words, and quotes them.

use std::collections::BTreeSet;

/// A phrase in lower case without double quotation marks, with single spaces.
pub(super) fn fold(phrase: &str) -> String {
    let bare: String = phrase
        .to_lowercase()
        .chars()
        .filter(|mark| !matches!(mark, '“' | '”' | '"'))
        .collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The Dice coefficient of the words of two phrases; 0 where one of them has none.
#[expect(clippy::cast_precision_loss, reason = "no phrase has 2^53 words")]
pub(super) fn overlap(first: &str, second: &str) -> f64 {
    let (first, second) = (fold(first), fold(second));
    let first: BTreeSet<&str> = first.split(' ').filter(|word| !word.is_empty()).collect();
    let second: BTreeSet<&str> = second.split(' ').filter(|word| !word.is_empty()).collect();
    if first.is_empty() || second.is_empty() {
        return 0.0;
    }
    let shared = first.intersection(&second).count();
    2.0 * shared as f64 / (first.len() + second.len()) as f64
}

/// A text in quotes on one line: single quotes, double ones where it holds a single one.
pub(super) fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut quoted = String::from(quote);
    for mark in text.chars() {
        match mark {
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\\' => quoted.push_str("\\\\"),
            '\u{a0}' => quoted.push_str("\\xa0"),
            _ if mark == quote => quoted.extend(['\\', mark]),
            _ => quoted.push(mark),
        }
    }
    quoted.push(quote);
    quoted
}

#[cfg(test)]
mod tests {
    use super::{fold, overlap, quoted};

    #[test]
    fn folding_drops_case_quotes_and_spare_spaces() {
        assert_eq!(fold("  “Kết nối \n ĐỊA phương” "), "kết nối địa phương");
    }

    #[test]
    fn overlap_is_the_dice_coefficient_of_word_sets() {
        assert!((overlap("thỏa thuận hợp tác", "Thỏa thuận") - 2.0 * 2.0 / 6.0).abs() < 1e-12);
        assert!(overlap("", "tỉnh").abs() < 1e-12);
        assert!((overlap("tỉnh tỉnh", "tỉnh") - 1.0).abs() < 1e-12);
    }

    #[test]
    fn quotes_are_chosen_so_that_few_need_a_backslash() {
        assert_eq!(quoted("Bộ"), "'Bộ'");
        assert_eq!(quoted("l'Est"), "\"l'Est\"");
        assert_eq!(quoted("'\"\n"), "'\\'\"\\n'");
    }
}
