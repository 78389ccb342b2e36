//! Who is who across articles, measured: B-cubed on articles written for it, and look-alikes that must
//! never meet.

#[path = "identity/look_alikes.rs"]
mod look_alikes;
#[path = "identity/reading.rs"]
mod reading;

use std::collections::BTreeMap;

use reading::{Item, resolve};

#[derive(serde::Deserialize)]
struct File {
    article: Vec<Article>,
}

#[derive(serde::Deserialize)]
struct Article {
    id: String,
    date: String,
    text: String,
    is: BTreeMap<String, String>,
}

/// Precision, recall and F1 of a clustering, averaged over items.
fn b_cubed(pairs: &[(String, String)]) -> (f64, f64, f64) {
    let share = |own: &dyn Fn(&(String, String)) -> &str,
                 other: &dyn Fn(&(String, String)) -> &str| {
        let sum: f64 = pairs
            .iter()
            .map(|item| {
                let cluster: Vec<_> = pairs.iter().filter(|p| own(p) == own(item)).collect();
                let right = cluster.iter().filter(|p| other(p) == other(item)).count();
                right as f64 / cluster.len() as f64
            })
            .sum();
        sum / pairs.len() as f64
    };
    let precision = share(&|p| &p.1, &|p| &p.0);
    let recall = share(&|p| &p.0, &|p| &p.1);
    (
        precision,
        recall,
        2.0 * precision * recall / (precision + recall),
    )
}

#[test]
fn one_thing_is_one_and_two_are_two() {
    let text = include_str!("identity/articles.toml");
    let file: File = toml::from_str(text).expect("the articles are TOML");
    assert!(file.article.len() >= 60, "{} articles", file.article.len());
    let articles: Vec<(String, String, String)> = file
        .article
        .iter()
        .map(|a| (a.id.clone(), a.date.clone(), a.text.clone()))
        .collect();
    let resolved = resolve(&articles);
    let mut pairs = Vec::new();
    let mut missed = Vec::new();
    for article in &file.article {
        for (name, gold) in &article.is {
            let item = Item {
                article: &article.id,
                name,
            };
            let found = resolved.id(&item);
            if found.is_none() {
                missed.push(format!("{}: {name}", article.id));
            }
            let system = found.unwrap_or_else(|| format!("missed {} {name}", article.id));
            pairs.push((gold.clone(), system));
        }
    }
    let (precision, recall, f1) = b_cubed(&pairs);
    let items = pairs.len();
    eprintln!(
        "{items} names in {} articles: B-cubed precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}",
        articles.len()
    );
    let mut by_gold: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (gold, system) in &pairs {
        *by_gold.entry(gold).or_default().entry(system).or_default() += 1;
    }
    let mut by_system: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (gold, system) in &pairs {
        *by_system
            .entry(system)
            .or_default()
            .entry(gold)
            .or_default() += 1;
    }
    let merged: Vec<_> = by_system
        .iter()
        .filter(|(_, golds)| golds.len() > 1)
        .collect();
    let split: Vec<_> = by_gold.iter().filter(|(_, ids)| ids.len() > 1).collect();
    assert!(
        f1 >= 0.95 && precision >= 0.99,
        "precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}; missed {missed:#?}; split {split:#?}; merged {merged:#?}"
    );
}

#[test]
fn b_cubed_counts_items() {
    let pair = |gold: &str, system: &str| (gold.to_owned(), system.to_owned());
    let pairs = [pair("a", "1"), pair("a", "1"), pair("b", "1")];
    let (precision, recall, _) = b_cubed(&pairs);
    assert!((precision - 5.0 / 9.0).abs() < 1e-9);
    assert!((recall - 1.0).abs() < 1e-9);
}
