//! Lays rows out as a table in plain text or Markdown.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::cell::Cells;

/// Blanks between columns.
const GAP: usize = 2;
/// No column gets narrower, however small the terminal is.
const NARROWEST: usize = 8;

/// A table in plain text. With a width, long cells are broken into lines so that the table fits.
pub(super) fn plain(cells: &Cells, width: Option<usize>) -> String {
    let widths = match width {
        Some(width) => fitted(&natural_widths(cells), width),
        None => natural_widths(cells),
    };
    let head: Vec<String> = cells
        .columns
        .iter()
        .map(|column| column.name.clone())
        .collect();
    let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    let mut text = String::new();
    write_row(&head, &widths, cells, &mut text);
    write_row(&rule, &widths, cells, &mut text);
    let broken = cells.rows.iter().any(|row| is_broken(row, &widths));
    for (index, row) in cells.rows.iter().enumerate() {
        // Rows of several lines run into each other without a blank line.
        if broken && index > 0 {
            text.push('\n');
        }
        write_row(row, &widths, cells, &mut text);
    }
    text
}

/// A table in Markdown.
pub(super) fn markdown(cells: &Cells) -> String {
    let mut text = String::new();
    let mut line = |row: &mut dyn Iterator<Item = String>| {
        for cell in row {
            text.push_str("| ");
            text.push_str(&cell);
            text.push(' ');
        }
        text.push_str("|\n");
    };
    line(&mut cells.columns.iter().map(|column| escaped(&column.name)));
    line(&mut cells.columns.iter().map(|column| {
        let rule = if column.numeric { "---:" } else { "---" };
        rule.to_owned()
    }));
    for row in &cells.rows {
        line(&mut row.iter().map(|cell| escaped(cell)));
    }
    text
}

fn escaped(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for c in cell.chars() {
        match c {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' => text.extend(['\\', c]),
            '<' => text.push_str("&lt;"),
            '&' => text.push_str("&amp;"),
            _ => text.push(c),
        }
    }
    text
}

fn natural_widths(cells: &Cells) -> Vec<usize> {
    let columns = cells.columns.iter().enumerate();
    columns
        .map(|(index, column)| {
            let widest = cells
                .rows
                .iter()
                .filter_map(|row| row.get(index))
                .map(|c| c.width())
                .max();
            widest.unwrap_or(0).max(column.name.width())
        })
        .collect()
}

/// Widths that fit: columns that need less than their share get what they need, the rest share the rest.
fn fitted(natural: &[usize], width: usize) -> Vec<usize> {
    let mut widths = natural.to_vec();
    let mut room = width.saturating_sub(GAP * natural.len().saturating_sub(1));
    let mut order: Vec<usize> = (0..natural.len()).collect();
    order.sort_by_key(|index| natural[*index]);
    for (done, index) in order.iter().enumerate() {
        let share = (room / (natural.len() - done)).max(NARROWEST);
        widths[*index] = natural[*index].min(share);
        room = room.saturating_sub(widths[*index]);
    }
    widths
}

fn is_broken(row: &[String], widths: &[usize]) -> bool {
    row.iter()
        .zip(widths)
        .any(|(cell, width)| cell.width() > *width)
}

fn write_row(row: &[String], widths: &[usize], cells: &Cells, text: &mut String) {
    let lines: Vec<Vec<String>> = row
        .iter()
        .zip(widths)
        .map(|(cell, width)| wrapped(cell, *width))
        .collect();
    let height = lines.iter().map(Vec::len).max().unwrap_or(0);
    for number in 0..height {
        let mut line = String::new();
        for (index, width) in widths.iter().enumerate() {
            let part = lines
                .get(index)
                .and_then(|cell| cell.get(number))
                .map_or("", String::as_str);
            let blank = " ".repeat(width.saturating_sub(part.width()));
            let numeric = cells
                .columns
                .get(index)
                .is_some_and(|column| column.numeric);
            if index > 0 {
                line.push_str(&" ".repeat(GAP));
            }
            if numeric {
                line.push_str(&blank);
                line.push_str(part);
            } else {
                line.push_str(part);
                line.push_str(&blank);
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

/// Breaks a text between words, and inside words that are longer than a line.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ') {
        let needed = word.width();
        if used > 0 && used + 1 + needed > width {
            lines.push(String::new());
            used = 0;
        }
        let mut line = lines.pop().unwrap_or_default();
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for c in word.chars() {
            let needed = c.width().unwrap_or(0);
            if used > 0 && used + needed > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += needed;
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::cell::Column;
    use super::*;

    fn cells() -> Cells {
        let column = |name: &str, numeric| Column {
            name: name.to_owned(),
            numeric,
        };
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        Cells {
            columns: vec![
                column("name", false),
                column("value", true),
                column("quote", false),
            ],
            rows: vec![
                row([
                    "Đà Nẵng",
                    "119",
                    "Thành phố đã ký 119 thỏa thuận với đối tác nước ngoài.",
                ]),
                row(["Huế", "7", "Huế | ký *bảy*."]),
                row(["Co\u{302}ng", "", "東京都庁舎"]),
            ],
        }
    }

    #[test]
    fn table_fits_the_terminal() {
        let text = plain(&cells(), Some(40));
        assert!(text.lines().all(|line| line.width() <= 40), "{text}");
        insta::assert_snapshot!(text);
    }

    #[test]
    fn table_without_a_terminal_keeps_each_row_on_a_line() {
        let text = plain(&cells(), None);
        assert_eq!(text.lines().count(), 5);
        insta::assert_snapshot!(text);
    }

    #[test]
    fn markdown_cells_are_escaped() {
        insta::assert_snapshot!(markdown(&cells()));
    }

    #[test]
    fn narrow_columns_keep_what_they_need() {
        assert_eq!(fitted(&[5, 100, 10], 60), [5, 41, 10]);
        assert_eq!(fitted(&[5, 10], 60), [5, 10]);
        assert_eq!(fitted(&[50, 50, 50], 10), [8, 8, 8]);
    }

    #[test]
    fn words_longer_than_a_line_are_broken() {
        assert_eq!(wrapped("ab abcdefgh c", 3), ["ab", "abc", "def", "gh", "c"]);
        assert_eq!(wrapped("", 3), [""]);
        assert_eq!(wrapped("東京都", 4), ["東京", "都"]);
    }
}
