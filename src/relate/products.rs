//! `productOf` and `marketedIn`: where a product comes from and where it is sold.

use super::clause::things_after;
use super::findings::{Claim, Findings};
use super::line::Line;
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};

/// Farthest the way to a market may stand behind the product, in phrases and words.
const REACH: usize = 14;

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    origins(story, findings);
    for line in &story.lines {
        for at in line.places_of(EntityType::Product) {
            owner(line, findings, at);
            markets(line, findings, at);
        }
    }
}

fn add(
    line: &Line<'_>,
    findings: &mut Findings<'_>,
    product: usize,
    predicate: Predicate,
    place: usize,
    rule: &'static str,
) {
    findings.add(Claim {
        subject: product,
        predicate,
        object: Object::Entity(place),
        evidence: line.evidence(),
        rule,
    });
}

/// `vải thiều [Bắc Giang]`: the name says where from.
fn origins(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, located) in story.reading.mentions.iter().enumerate() {
        if story.reading.kind(located.mention.entity) != EntityType::Product {
            continue;
        }
        for &inner in &story.inside[index] {
            let place = story.reading.entity(inner);
            let line = &story.lines[located.sentence];
            let product = located.mention.entity;
            add(
                line,
                findings,
                product,
                Predicate::ProductOf,
                place,
                "products/name",
            );
        }
    }
}

/// `nhãn lồng của tỉnh [Hưng Yên]`.
fn owner(line: &Line<'_>, findings: &mut Findings<'_>, at: usize) {
    if !line.is(at + 1, &["của"]) {
        return;
    }
    let place_at = line.cue_at("clause.noun", at + 2).unwrap_or(at + 2);
    if let (Some(product), Some(EntityType::Province), Some(place)) =
        (line.entity(at), line.kind(place_at), line.entity(place_at))
    {
        add(
            line,
            findings,
            product,
            Predicate::ProductOf,
            place,
            "products/owner",
        );
    }
}

/// `đưa P sang thị trường [Nhật Bản]`.
fn markets(line: &Line<'_>, findings: &mut Findings<'_>, at: usize) {
    let sold = line
        .cue("markets.sell")
        .iter()
        .any(|cue| cue.start + REACH > at && cue.start < at + REACH);
    if !sold {
        return;
    }
    let Some(product) = line.entity(at) else {
        return;
    };
    let end = line.items.len().min(at + REACH);
    let way = (at + 1..end)
        .take_while(|&i| !line.is(i, &[";", "."]))
        .find_map(|i| line.cue_at("markets.way", i));
    let Some(way) = way else { return };
    let markets = things_after(line, way, |i| {
        matches!(line.kind(i), Some(EntityType::Country | EntityType::Place))
    });
    for market in markets.into_iter().filter_map(|i| line.entity(i)) {
        add(
            line,
            findings,
            product,
            Predicate::MarketedIn,
            market,
            "products/market",
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn origin_and_market() {
        expect(
            "productOf marketedIn",
            "Tỉnh đưa [thanh long [Bình Thuận|Province]|Product] sang thị trường [Úc|Country].",
            &[
                "thanh long Bình Thuận productOf Bình Thuận",
                "thanh long Bình Thuận marketedIn Úc",
            ],
        );
    }

    #[test]
    fn a_fair_is_no_market() {
        expect(
            "marketedIn",
            "[thanh long [Bình Thuận|Province]|Product] được trưng bày cạnh gian hàng của [Úc|Country].",
            &[],
        );
    }
}
