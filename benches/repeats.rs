//! Measures how surely articles that print another one again are found: articles of a folder, or made
//! ones, are edited as papers do, and each edit is looked for. Prints also what is found in the articles
//! as they are, to be judged by hand.
#![expect(clippy::print_stdout, reason = "its output is its purpose")]

mod generator;

use std::path::Path;

use ngoaivu::read::{ReadOptions, read_bytes, read_inputs};
use ngoaivu::resolve::{Printed, repeats};
use ngoaivu::text::{Signature, Text};

/// Articles with fewer words are not edited.
const SHORTEST: usize = 80;

/// Numbers that a text must hold so that others in their place make it another report.
const FEWEST_NUMBERS: usize = 3;

const FURNITURE: &str = "Trang chủ\nThời sự\nThế giới\nKinh tế\nĐăng nhập\n\n";
const BEHIND: &str = "\n\nTin liên quan\nDự báo thời tiết cuối tuần\nGiá vàng trong nước\n\n\
                      Bản quyền thuộc về tòa soạn. Ghi rõ nguồn khi phát lại thông tin từ trang này.\n";

type Edit = (&'static str, fn(&str) -> String);

const EDITS: [Edit; 8] = [
    ("another title", |text| {
        format!("Tin mới nhận trong ngày\n{}", lines(text)[1..].join("\n"))
    }),
    ("a byline", |text| format!("{text}\nMinh An (theo TTXVN)\n")),
    ("page around it", |text| {
        format!("{FURNITURE}{text}{BEHIND}")
    }),
    ("last tenth cut", |text| first_words(text, 0.9)),
    ("last third cut", |text| first_words(text, 0.67)),
    ("half of it cut", |text| first_words(text, 0.5)),
    ("each 20th word another", |text| every_word(text, 20)),
    ("each 10th word another", |text| every_word(text, 10)),
];

fn main() {
    let folder = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"));
    let texts = folder.map_or_else(made, |folder| texts_of(Path::new(&folder)));
    println!("{} articles", texts.len());
    let originals: Vec<Printed> = texts.iter().map(|(id, text)| printed(id, text)).collect();
    let found = repeats(originals.clone());
    println!("{} repeat others as they are:", found.len());
    for (repeat, original) in &found {
        println!("  {repeat}\t{original}");
    }
    let edited: Vec<&(String, String)> = texts
        .iter()
        .filter(|(id, text)| text.split_whitespace().count() >= SHORTEST && !found.contains_key(id))
        .collect();
    println!("found of {} articles edited:", edited.len());
    for (name, edit) in EDITS {
        let share = found_of(&originals, &edited, edit);
        println!("  {name:24}{share:6.3}");
    }
    let reports: Vec<&(String, String)> = edited
        .into_iter()
        .filter(|(_, text)| numbers(text) >= FEWEST_NUMBERS)
        .collect();
    let share = found_of(&originals, &reports, other_numbers);
    println!(
        "taken for repeats of {} though the numbers are others: {share:.3}",
        reports.len()
    );
}

/// The share of edited articles that are found to repeat what they were made from.
fn found_of(originals: &[Printed], edited: &[&(String, String)], edit: fn(&str) -> String) -> f64 {
    let mut all = originals.to_vec();
    for (id, text) in edited {
        all.push(printed(&format!("{id} edited"), &edit(text)));
    }
    let found = repeats(all);
    let hit = |id: &str| {
        let copy = format!("{id} edited");
        let story = |id: &str| found.get(id).map_or_else(|| id.to_owned(), Clone::clone);
        story(&copy) == story(id)
    };
    let hits = edited.iter().filter(|(id, _)| hit(id)).count();
    hits as f64 / edited.len().max(1) as f64
}

fn printed(id: &str, text: &str) -> Printed {
    let options = ReadOptions {
        any_language: true,
        ..ReadOptions::default()
    };
    let article = read_bytes("a.txt", text.as_bytes().to_vec(), &options)
        .flatten()
        .next();
    Printed {
        article: id.to_owned(),
        published: None,
        signature: article.map_or_else(Signature::default, |article| {
            Signature::of(&Text::analyse(&article))
        }),
    }
}

fn texts_of(folder: &Path) -> Vec<(String, String)> {
    read_inputs(&[folder], &ReadOptions::default())
        .flatten()
        .map(|article| (article.id, article.text))
        .collect()
}

fn made() -> Vec<(String, String)> {
    let generator = generator::Generator::new(1);
    (0..500)
        .map(|number| {
            let made = generator.article(number);
            (made.id, made.text)
        })
        .collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.split('\n').collect()
}

/// The beginning of a text, up to a share of its words.
fn first_words(text: &str, share: f64) -> String {
    let count = text.split_whitespace().count() as f64 * share;
    let mut left = count as usize;
    let mut kept = String::new();
    for line in lines(text) {
        let words: Vec<&str> = line.split_whitespace().take(left).collect();
        left -= words.len();
        kept.push_str(&words.join(" "));
        kept.push('\n');
        if left == 0 {
            break;
        }
    }
    kept
}

/// The text with one of so many words replaced.
fn every_word(text: &str, step: usize) -> String {
    let mut number = 0;
    let edited: Vec<String> = lines(text)
        .into_iter()
        .map(|line| {
            let words = line.split_whitespace().map(|word| {
                number += 1;
                if number % step == 0 { "khác" } else { word }
            });
            words.collect::<Vec<_>>().join(" ")
        })
        .collect();
    edited.join("\n")
}

fn numbers(text: &str) -> usize {
    let words = text.split(|ch: char| !ch.is_ascii_digit());
    words.filter(|word| !word.is_empty()).count()
}

/// The text with other digits.
fn other_numbers(text: &str) -> String {
    let mut turn = 0;
    let other = |digit: char| match digit.to_digit(10) {
        Some(value) => {
            turn += 1;
            char::from_digit((value + 1 + turn % 7) % 10, 10).unwrap_or(digit)
        }
        None => digit,
    };
    text.chars().map(other).collect()
}
