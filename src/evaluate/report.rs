//! Prints scores: a table for people, JSON for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::{Count, Passages, Scores};

/// The measures that head the report; the others follow in alphabetical order.
const HEAD: [&str; 7] = [
    "mentions",
    "entities",
    "dates",
    "relations",
    "figures",
    "figure time",
    "figure change",
];

/// The scores as a table of precision, recall, F1 and the number in the gold.
pub fn table(scores: &Scores) -> String {
    let mut table = format!("{:28}{:>7}{:>7}{:>7}{:>7}\n", "", "P", "R", "F1", "gold");
    for (measure, count) in rows(scores) {
        let (precision, recall, f1) = (count.precision(), count.recall(), count.f1());
        let gold = count.gold();
        let row = format!("{measure:28}{precision:7.3}{recall:7.3}{f1:7.3}{gold:7}");
        table.push_str(&row);
        table.push('\n');
    }
    let (accuracy, codes) = (scores.link_accuracy(), scores.codes);
    let link = "link accuracy";
    // Writing to a string cannot fail.
    let _ = writeln!(table, "{link:28}{:14}{accuracy:7.3}{codes:7}", "");
    table
}

/// What was missed and wrong, by measure and rule, each with its sentence where the article is at hand.
pub fn errors(scores: &Scores, articles: &BTreeMap<String, Passages>) -> String {
    let mut list = String::new();
    for group in scores
        .errors
        .chunk_by(|first, second| first.heading() == second.heading())
    {
        if let Some(first) = group.first() {
            // Writing to a string cannot fail.
            let _ = writeln!(list, "{}: {}", first.heading(), group.len());
        }
        for finding in group {
            let _ = writeln!(list, "{}", finding.line());
            let mark = !finding.is_relation() && finding.measure != "position title";
            let quote = finding
                .place
                .zip(articles.get(&finding.doc))
                .and_then(|(place, passages)| passages.quote(place, mark));
            if let Some(quote) = quote {
                let _ = writeln!(list, "    {quote}");
            }
        }
        list.push('\n');
    }
    list
}

/// The scores as one JSON object: measure to `p`, `r`, `f1` and `n`.
pub fn json(scores: &Scores) -> String {
    let mut object = Map::new();
    for (measure, count) in rows(scores) {
        object.insert(
            measure.to_owned(),
            json!({
                "p": count.precision(), "r": count.recall(), "f1": count.f1(), "n": count.gold()
            }),
        );
    }
    object.insert(
        "link accuracy".to_owned(),
        json!({ "f1": scores.link_accuracy(), "n": scores.codes }),
    );
    Value::Object(object).to_string()
}

fn rows(scores: &Scores) -> impl Iterator<Item = (&str, Count)> {
    let head = HEAD
        .into_iter()
        .filter_map(|measure| Some((measure, *scores.counts.get(measure)?)));
    let rest = scores
        .counts
        .iter()
        .filter(|(measure, _)| !HEAD.contains(&measure.as_str()))
        .map(|(measure, &count)| (measure.as_str(), count));
    head.chain(rest)
}
