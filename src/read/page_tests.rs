//! Measures on forty pages how much of an article is kept and how much of what stands around it is left
//! out: four articles in ten layouts after kinds of Vietnamese sites, as HTML and saved as plain text.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use regex::Regex;
use serde::Deserialize;

use super::format_tests::article;
use crate::model::{Article, BlockKind};

#[derive(Deserialize)]
struct Articles {
    article: Vec<Words>,
}

/// What is set into a layout.
#[derive(Deserialize)]
struct Words {
    title: String,
    date: String,
    author: String,
    caption: String,
    paragraphs: Vec<String>,
}

/// A page, and whose words are on it.
struct Page {
    html: String,
    /// Title, paragraphs and caption of the article.
    own: String,
    /// Author and day, which may be read or not.
    aside: String,
}

impl Words {
    /// The article in a layout.
    fn page(&self, layout: &str) -> Page {
        let marked = |paragraphs: &[String], open: &str, close: &str| -> String {
            paragraphs
                .iter()
                .map(|text| format!("{open}{text}{close}\n"))
                .collect()
        };
        let (first, rest) = self.paragraphs.split_at(1);
        // A layout with a quotation of its own shows the third paragraph there.
        let quoted = layout.contains("{{quote}}");
        let rest: Vec<String> = rest
            .iter()
            .enumerate()
            .filter(|(at, _)| !quoted || *at != 1)
            .map(|(_, text)| text.clone())
            .collect();
        let mut page = layout.to_owned();
        for (name, value) in [
            ("title", self.title.clone()),
            ("date", self.date.clone()),
            ("author", self.author.clone()),
            ("caption", self.caption.clone()),
            ("sapo", first[0].clone()),
            ("quote", self.paragraphs[2].clone()),
            ("first", marked(first, "<p>", "</p>")),
            ("rest", marked(&rest, "<p>", "</p>")),
            ("first_br", marked(first, "", "<br><br>")),
            ("rest_br", marked(&rest, "", "<br><br>")),
        ] {
            page = page.replace(&format!("{{{{{name}}}}}"), &value);
        }
        assert!(
            !page.contains("{{"),
            "a name in the layout that nothing is set in for"
        );
        let own = format!(
            "{}\n{}\n{}",
            self.title,
            self.caption,
            self.paragraphs.join("\n")
        );
        Page {
            html: page,
            own,
            aside: format!("{} {}", self.author, self.date),
        }
    }
}

/// A page as a browser saves it as plain text: a line for each block, an empty one around paragraphs.
fn saved_as_text(page: &str) -> String {
    let replace = |text: &str, pattern: &str, with: &str| {
        Regex::new(pattern)
            .unwrap()
            .replace_all(text, with)
            .into_owned()
    };
    let text = replace(
        page,
        r"(?s)<head>.*?</head>|<button>.*?</button>|<select>.*?</select>",
        "",
    );
    let text = replace(&text, r"\s+", " ").replace("</a><a", "</a> <a");
    let text = replace(
        &text,
        r"</?(p|h1|h2|h3|h4|ul|ol|table|blockquote|figure|hr)\b[^>]*>",
        "\n\n",
    );
    let text = replace(
        &text,
        r"<br>|</?(div|li|tr|td|section|article|main|header|footer|nav|aside|form|center|figcaption|time|label)\b[^>]*>",
        "\n",
    );
    let text = replace(&text, r"<[^>]*>", "");
    let text = replace(&text, r" *\n *", "\n");
    replace(&text, r"\n{3,}", "\n\n")
}

type Counts = BTreeMap<String, usize>;

fn count(text: &str) -> Counts {
    let mut counts = Counts::new();
    for word in text
        .split(|ch: char| !ch.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    counts
}

/// How many of these words are not among those.
fn missing(these: &Counts, those: &Counts) -> usize {
    let rest = |(word, count): (&String, &usize)| {
        count.saturating_sub(those.get(word).copied().unwrap_or(0))
    };
    these.iter().map(rest).sum()
}

/// The words that are read, and those of the dateline, which are neither the article's nor furniture.
fn words_read(article: &Article) -> String {
    let points: Vec<char> = article.text.chars().collect();
    let mut words = String::new();
    for block in &article.blocks {
        if !matches!(block.kind, BlockKind::Furniture | BlockKind::Dateline) {
            words.extend(&points[block.span.start as usize..block.span.end as usize]);
            words.push('\n');
        }
    }
    words
}

struct Measure {
    kept: f64,
    dropped: f64,
    /// What was lost and what is too much, for people.
    told: String,
}

fn measure(name: &str, file: &str, page: &Page, visible: &str) -> Measure {
    let (own, known) = (
        count(&page.own),
        count(&format!("{} {}", page.own, page.aside)),
    );
    let read = count(&words_read(&article(name, file.as_bytes())));
    let all = count(visible);
    let furniture = missing(&all, &known);
    let (lost, extra) = (missing(&own, &read), missing(&read, &known));
    let total: usize = own.values().sum();
    let words = |these: &Counts, those: &Counts| -> Vec<String> {
        let more = |word: &&String| these[*word] > those.get(*word).copied().unwrap_or(0);
        these.keys().filter(more).cloned().collect()
    };
    Measure {
        kept: 1.0 - lost as f64 / total as f64,
        dropped: 1.0 - extra as f64 / furniture as f64,
        told: format!(
            "{name}: lost {:?}, too much {:?}",
            words(&own, &read),
            words(&read, &known)
        ),
    }
}

/// All pages in one form, and the mean of what is kept and dropped over them.
fn mean_over_pages(as_text: bool) -> (f64, f64, Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let articles: Articles =
        toml::from_str(&fs::read_to_string(folder.join("articles.toml")).unwrap()).unwrap();
    let mut layouts: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    layouts.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    layouts.sort();
    let mut measures = Vec::new();
    for path in &layouts {
        let layout = fs::read_to_string(path).unwrap();
        for (number, words) in articles.article.iter().enumerate() {
            let page = words.page(&layout);
            let text = saved_as_text(&page.html);
            let stem = path.file_stem().unwrap().to_string_lossy();
            let (file, ending) = if as_text {
                (&text, "txt")
            } else {
                (&page.html, "html")
            };
            measures.push(measure(
                &format!("{stem}-{number}.{ending}"),
                file,
                &page,
                &text,
            ));
        }
    }
    assert_eq!(measures.len(), 40);
    let mean =
        |of: fn(&Measure) -> f64| measures.iter().map(of).sum::<f64>() / measures.len() as f64;
    let short = |measure: &&Measure| measure.kept < 0.97 || measure.dropped < 0.97;
    let told = measures
        .iter()
        .filter(short)
        .map(|measure| measure.told.clone())
        .collect();
    (
        mean(|measure| measure.kept),
        mean(|measure| measure.dropped),
        told,
    )
}

#[track_caller]
fn check(as_text: bool) {
    let (kept, dropped, told) = mean_over_pages(as_text);
    let figures = format!("kept {kept:.4}, dropped {dropped:.4}");
    eprintln!("{figures}");
    assert!(
        kept >= 0.97 && dropped >= 0.97,
        "{figures}\n{}",
        told.join("\n")
    );
}

#[test]
fn pages_of_html() {
    check(false);
}

#[test]
fn pages_saved_as_plain_text() {
    check(true);
}
