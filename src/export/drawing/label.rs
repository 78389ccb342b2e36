//! Labels: a name on a few short lines.

use super::font::{Fonts, Weight};

/// Letters on a line before it is broken.
const WIDE: usize = 22;
const MOST_LINES: usize = 3;
/// From one line to the next, as a share of the size.
pub(super) const LEADING: f32 = 1.14;

/// The lines of a name and the room they take.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) lines: Vec<(String, f32)>,
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Label {
    /// Breaks a name between words; what is too long ends in an ellipsis.
    pub(super) fn new(name: &str, size: f32, weight: Weight, fonts: &Fonts) -> Self {
        let lines: Vec<(String, f32)> = wrapped(name)
            .into_iter()
            .map(|line| {
                let width = fonts.width(&line, weight, size);
                (line, width)
            })
            .collect();
        let width = lines.iter().map(|(_, width)| *width).fold(0.0, f32::max);
        let height = lines.iter().map(|_| size * LEADING).sum();
        Self {
            lines,
            size,
            weight,
            width,
            height,
        }
    }
}

fn wrapped(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let word = shortened(word, WIDE);
        match lines.last_mut() {
            Some(line) if length(line) + length(&word) < WIDE => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

fn shortened(word: &str, most: usize) -> String {
    if length(word) <= most {
        return word.to_owned();
    }
    let mut short: String = word.chars().take(most - 1).collect();
    short.push('…');
    short
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_break_between_words_and_end_after_three_lines() {
        assert_eq!(wrapped("Bộ Ngoại giao"), ["Bộ Ngoại giao"]);
        assert_eq!(
            wrapped("Hội nghị Ngoại vụ địa phương toàn quốc lần thứ 19 và lễ kỷ niệm"),
            [
                "Hội nghị Ngoại vụ địa",
                "phương toàn quốc lần",
                "thứ 19 và lễ kỷ niệm"
            ]
        );
        let long = wrapped(&"chữ ".repeat(40));
        assert_eq!(long.len(), 3);
        assert!(long[2].ends_with('…'));
        assert_eq!(wrapped(&"ơ".repeat(10_000))[0].chars().count(), WIDE);
    }
}
