//! Marks names, dates and figures in a sentence: `[name|Type]`, `{date=2022-03-25}`, `<12 tỉnh=12 tỉnh>`.

use super::palette::Palette;
use crate::model::{Annotation, Span};

/// A stretch to mark.
struct Mark {
    span: Span,
    open: &'static str,
    colour: &'static str,
    label: String,
    close: &'static str,
}

/// A sentence in one line with everything marked in it; what crosses another mark is left unmarked.
pub(super) fn marked(
    letters: &[char],
    sentence: Span,
    annotation: &Annotation,
    palette: Palette,
) -> String {
    let marks = marks(sentence, annotation, palette);
    let mut line = String::new();
    let mut open: Vec<&Mark> = Vec::new();
    let mut next = marks.iter().peekable();
    for place in sentence.start..sentence.end {
        while open.last().is_some_and(|mark| mark.span.end <= place) {
            close(&mut line, &mut open, palette);
        }
        while let Some(mark) = next.next_if(|mark| mark.span.start <= place) {
            let fits = open
                .last()
                .is_none_or(|outer| mark.span.end <= outer.span.end);
            if fits {
                line.push_str(mark.colour);
                line.push_str(mark.open);
                open.push(mark);
            }
        }
        line.push(letters.get(place as usize).copied().unwrap_or(' '));
    }
    while !open.is_empty() {
        close(&mut line, &mut open, palette);
    }
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn close(line: &mut String, open: &mut Vec<&Mark>, palette: Palette) {
    let Some(mark) = open.pop() else { return };
    line.push_str(palette.faint());
    line.push_str(&mark.label);
    line.push_str(palette.reset());
    line.push_str(mark.colour);
    line.push_str(mark.close);
    line.push_str(palette.reset());
    if let Some(outer) = open.last() {
        line.push_str(outer.colour);
    }
}

/// All marks of a sentence, outer ones before those they hold.
fn marks(sentence: Span, annotation: &Annotation, palette: Palette) -> Vec<Mark> {
    let names = annotation.mentions.iter().map(|mention| {
        let kind = annotation.entities.get(mention.entity).map(|e| e.kind);
        let sign = if mention.anaphor { "~" } else { "" };
        let label = kind.map_or_else(String::new, |kind| format!("|{kind}{sign}"));
        Mark {
            span: mention.span,
            open: "[",
            colour: kind.map_or("", |kind| palette.of_type(kind)),
            label,
            close: "]",
        }
    });
    let dates = annotation.dates.iter().map(|date| Mark {
        span: date.span,
        open: "{",
        colour: palette.number(),
        label: format!("={}", date.value),
        close: "}",
    });
    let figures = annotation.figures.iter().map(|figure| Mark {
        span: figure.span,
        open: "<",
        colour: palette.number(),
        label: format!("={} {}", figure.value, figure.unit),
        close: ">",
    });
    let mut marks: Vec<Mark> = names
        .chain(dates)
        .chain(figures)
        .filter(|mark| sentence.contains(mark.span))
        .collect();
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    marks
}
