//! Decides between names that overlap: which stand, which nest inside another, which fall.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Context;
use crate::model::{EntityType, Found, Source};

/// A name that fell, and the one it fell to.
pub(crate) struct Fallen {
    /// What was proposed.
    pub(crate) name: Found,
    /// What stands in its place.
    pub(crate) to: Found,
}

/// Keeps the strongest names; nested ones stay where the outer one may hold them. Those that fall are
/// told.
pub(super) fn settle(
    context: &Context<'_>,
    mut found: Vec<Found>,
    fallen: &mut Vec<Fallen>,
) -> Vec<Found> {
    prefer_known_titles(context, &mut found);
    found.sort_by_cached_key(|name| {
        let weak = u8::MAX - strength(context, name);
        let length = Reverse(name.tokens.len());
        let unknown = !matches!(name.source, Source::Entry(_) | Source::OfState(_));
        (
            weak,
            length,
            name.tokens.start,
            name.kind,
            unknown,
            name.rule,
        )
    });
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    let mut places = Places::default();
    let mut taken = vec![false; context.token_count()];
    for name in found {
        // Most names overlap no other.
        let alone = !taken[name.tokens.clone()].contains(&true);
        let stronger = (!alone).then(|| {
            let mut near = places.near(&name).into_iter().map(|index| &kept[index]);
            near.find(|other| !compatible(context, &name, other))
        });
        match stronger.flatten() {
            None => {
                taken[name.tokens.clone()].fill(true);
                places.add(kept.len(), &name);
                kept.push(name);
            }
            Some(other) if (&other.tokens, other.kind) != (&name.tokens, name.kind) => {
                let to = other.clone();
                fallen.push(Fallen { name, to });
            }
            Some(_) => {}
        }
    }
    kept.sort_by(|a, b| {
        a.tokens
            .start
            .cmp(&b.tokens.start)
            .then(b.tokens.end.cmp(&a.tokens.end))
    });
    kept
}

/// The kept names by stretches of the text, so that a name is compared only with those beside it.
#[derive(Default)]
struct Places {
    stretches: FxHashMap<usize, Vec<usize>>,
}

impl Places {
    /// Tokens in a stretch.
    const LENGTH: usize = 32;

    fn stretches_of(name: &Found) -> impl Iterator<Item = usize> + use<> {
        let last = name.tokens.end.saturating_sub(1).max(name.tokens.start);
        name.tokens.start / Self::LENGTH..last / Self::LENGTH + 1
    }

    fn add(&mut self, index: usize, name: &Found) {
        for stretch in Self::stretches_of(name) {
            self.stretches.entry(stretch).or_default().push(index);
        }
    }

    /// The names that may overlap this one, in the order in which they were kept.
    fn near(&self, name: &Found) -> Vec<usize> {
        let stretches = Self::stretches_of(name).filter_map(|stretch| self.stretches.get(&stretch));
        let mut near: Vec<usize> = stretches.flatten().copied().collect();
        near.sort_unstable();
        near
    }
}

/// Where the ontology knows an event, programme or document by exactly these words, no other reading of
/// them stands.
fn prefer_known_titles(context: &Context<'_>, found: &mut Vec<Found>) {
    let titles: FxHashSet<_> = found
        .iter()
        .filter(|name| match name.source {
            Source::Entry(entry) => matches!(
                context.entry(entry).kind,
                EntityType::Event | EntityType::Programme | EntityType::Document
            ),
            _ => false,
        })
        .map(|name| name.tokens.clone())
        .collect();
    found.retain(|name| matches!(name.source, Source::Entry(_)) || !titles.contains(&name.tokens));
}

/// How much a rule can be trusted where two names cross.
fn strength(context: &Context<'_>, name: &Found) -> u8 {
    match name.source {
        _ if name.anaphor => 1,
        Source::Entry(entry) => match context.entry(entry).kind {
            EntityType::Country | EntityType::Province if name.tokens.len() == 1 => 5,
            EntityType::Place if name.tokens.len() >= 3 => 8,
            EntityType::Place => 5,
            _ => 7,
        },
        _ => match name.rule {
            "programme/quoted" => 9,
            "person/rank" => 8,
            "event/quoted" | "document/quoted" => 8,
            "person/surname" => 6,
            "person/credit" | "person/byline" => 6,
            "person/title" | "person/behind-post" => 6,
            "known/town-of-province" => 7,
            "place/preposition" | "place/head-noun" => 4,
            "place/facility" => 5,
            "name/repeated" if name.kind == EntityType::Place => 4,
            "agency/mixed-case" => 3,
            _ => 7,
        },
    }
}

fn compatible(context: &Context<'_>, name: &Found, other: &Found) -> bool {
    let (a, b) = (&name.tokens, &other.tokens);
    if a.end <= b.start || b.end <= a.start {
        return true;
    }
    if a == b {
        return false;
    }
    if a.start >= b.start && a.end <= b.end {
        return may_hold(context, other, name);
    }
    if b.start >= a.start && b.end <= a.end {
        return may_hold(context, name, other);
    }
    false
}

/// Whether `outer` may have `inner` inside it.
fn may_hold(context: &Context<'_>, outer: &Found, inner: &Found) -> bool {
    use EntityType as T;
    if inner.anaphor && outer.tokens.start == inner.tokens.start {
        return false;
    }
    match outer.kind {
        T::Person | T::Country | T::Province => false,
        T::Place => {
            let composed = match outer.source {
                Source::HeadNoun(..) => true,
                Source::Entry(_) => {
                    (outer.tokens.len() >= 3 || inner.kind == T::Place)
                        && matches!(inner.source, Source::Entry(_))
                        && is_joined_part(context, outer, inner)
                }
                _ => false,
            };
            composed
                && outer.tokens.start < inner.tokens.start
                && matches!(
                    inner.kind,
                    T::Person | T::Place | T::Province | T::Country | T::Agency
                )
        }
        T::Agency => match inner.kind {
            T::Country | T::Province => true,
            T::Place => !says_field(context, outer, inner),
            T::Agency => {
                outer.source != inner.source
                    && (outer.tokens.start < inner.tokens.start
                        || inner.rule == "agency/chained-part")
                    && !is_common_noun(context, outer, inner)
            }
            _ => false,
        },
        // `Ngày sinh Chủ tịch Hồ Chí Minh`
        T::Event if inner.kind == T::Person => matches!(inner.source, Source::Entry(_)),
        // `Diễn đàn cấp cao “Vành đai và Con đường”`
        T::Event if inner.kind == T::Programme => {
            let quoted = inner.tokens.start > 0 && context.is_quote(inner.tokens.start - 1);
            let award = inner.tokens.start > outer.tokens.start
                && context
                    .cue_at(context.cues.award_head, inner.tokens.start)
                    .is_some();
            let part = matches!(inner.rule, "programme/prize" | "event/numbered-meeting");
            // `Diễn đàn quốc tế về dự án “Sông và Người”`
            let closes =
                inner.rule == "programme/quoted" && outer.tokens.end == inner.tokens.end + 1;
            quoted && (matches!(inner.source, Source::Entry(_)) || closes) || award || part
        }
        T::Event | T::Programme => !matches!(inner.kind, T::Event | T::Programme | T::Person),
        // `Luật sửa đổi Luật Thủy sản`
        T::Document if inner.kind == T::Document => outer.rule == "document/amending",
        T::Document => inner.kind != T::Person,
        T::Product => matches!(inner.kind, T::Province | T::Place | T::Country),
    }
}

/// `miền Trung` in `duyên hải miền Trung`, not `Nam Á` in `Đông Nam Á` or `Thái Bình Dương` in `châu Á - Thái
/// Bình Dương`: a part that a common noun sets off.
fn is_joined_part(context: &Context<'_>, outer: &Found, inner: &Found) -> bool {
    let before = inner.tokens.start - 1;
    let ends = inner.tokens.end == outer.tokens.end;
    ends && context.is_word(before) && !context.is_capital(before)
}

/// `Cảnh sát` in `Cơ quan Cảnh sát quốc gia`, `Công viên` in `Trung tâm Công viên cây xanh`: a noun directly
/// behind that of a body, which says what it deals with.
fn says_field(context: &Context<'_>, outer: &Found, inner: &Found) -> bool {
    let behind = context.cue_at(context.cues.about_head, outer.tokens.start);
    behind == Some(inner.tokens.start) && matches!(inner.source, Source::HeadNoun(..))
}

/// `Doanh nghiệp` in `Hiệp hội Doanh nghiệp châu Âu`: a common noun directly behind the head noun is
/// what the body is about, no body of its own; nor is `Cục Thống kê` in `Tổng cục Thống kê`.
fn is_common_noun(context: &Context<'_>, outer: &Found, inner: &Found) -> bool {
    let within_head = context
        .head_noun_at(outer.tokens.start)
        .is_some_and(|(head, _)| inner.tokens.start < head.end);
    if outer.rule == "agency/chained" {
        return within_head;
    }
    if says_field(context, outer, inner) {
        return true;
    }
    // `Công đoàn Tổng công ty Điện lực`
    let host = context.cue_at(context.cues.hosted_head, outer.tokens.start);
    if host == Some(inner.tokens.start) && inner.tokens.end == outer.tokens.end {
        return false;
    }
    let named_after = matches!(outer.source, Source::HeadNoun(_, length)
        if inner.tokens.start == outer.tokens.start + length)
        && context
            .cue_at(context.cues.school_head, outer.tokens.start)
            .is_some_and(|end| end == inner.tokens.start);
    if within_head || named_after {
        return true;
    }
    match (outer.source, inner.source) {
        (Source::Entry(_), Source::HeadNoun(head, _)) => {
            // `Nghị viện Thế giới` in the known `Liên minh Nghị viện Thế giới`
            let behind_noun = |token: usize| {
                let noun = context.head_noun_at(token);
                noun.is_some_and(|(noun, _)| {
                    let several = context.is_cue(context.cues.plural, noun.end);
                    noun.end + usize::from(several) >= inner.tokens.start
                })
            };
            let mut before = outer.tokens.start..inner.tokens.start;
            let rest = inner.tokens.end == outer.tokens.end && before.any(behind_noun);
            rest || context.ontology.head_nouns[head].lower_case
        }
        (Source::HeadNoun(_, length), Source::HeadNoun(head, _)) => {
            inner.tokens.start <= outer.tokens.start + length
                && context.ontology.head_nouns[head].lower_case
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::paragraph;
    use crate::extract::{NameCues, names};
    use crate::ontology::Ontology;
    use crate::text::Text;

    #[test]
    fn a_river_is_named_with_and_without_its_noun() {
        let ontology = Ontology::embedded();
        let text = Text::analyse(&paragraph("Thuyền đi trên sông Mekong."));
        let cues = NameCues::new(ontology).expect("all cue lists");
        let found = names(&text, ontology, &ontology.matches(&text), &cues);
        let words: Vec<String> = found
            .into_iter()
            .map(|name| text.phrase(name.tokens))
            .collect();
        assert_eq!(words, ["sông Mekong", "Mekong"]);
    }
}
