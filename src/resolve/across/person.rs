//! People: one name is one person only where posts, fields, companions and time agree.

use std::collections::BTreeSet;

use super::super::description::{Description, Post};
use super::super::knowledge::Knowledge;
use super::super::slug::slug;
use super::evidence::{Certainty, Policy, Profile, Reason, companions, reason};
use super::summary::Summary;
use crate::model::{EntityId, EntityType};
use crate::text::fold;

/// A person's public life, in years: what lies farther apart is another one's.
const LIFE: u16 = 50;

/// The surname of a foreign name, by which its bearer may be called alone; else the whole name.
pub(super) fn block_key(id: &str, name: &str) -> String {
    match full_foreign_name(name) {
        Some(words) => EntityId::new(EntityType::Person, &slug(&words[words.len() - 1])).0,
        None => id.to_owned(),
    }
}

/// The words of a foreign name that is more than a surname.
fn full_foreign_name(name: &str) -> Option<Vec<String>> {
    let words = words(name);
    let full = words.len() > 1 && words.iter().any(|word| is_foreign(word));
    full.then_some(words)
}

fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

pub(super) fn profile(knowledge: &Knowledge<'_>, description: &Description) -> Profile {
    let mut keys = companions(knowledge, description);
    if words(&description.name).len() == 1 {
        // Who is beside a surname may be beside another of the family too.
        let alone = keys.into_iter().map(|key| {
            let words = format!("both are called by one word, and {key}");
            reason(key.certainty, words)
        });
        keys = alone.collect();
    }
    let full = full_foreign_name(&description.name);
    let mut summary = Summary {
        reach: LIFE,
        full_names: full.map(|words| words.join(" ")).into_iter().collect(),
        ..Summary::default()
    };
    for post in &description.posts {
        keys.extend(post_keys(knowledge, post));
        let state = post.territory.as_ref().or(Some(&post.body));
        summary
            .states
            .extend(state.and_then(|id| knowledge.state_of(id)));
        summary.marks.insert(post.body.as_str().to_owned());
        let rank = post.title.as_deref().map_or(0, |t| knowledge.rank(t));
        let years = post_years(post, description.spoken);
        summary.absorb(&Summary {
            rank,
            years,
            ..Summary::default()
        });
    }
    Profile {
        keys,
        summary,
        policy: policy(knowledge, &description.name),
    }
}

/// The years a post is spoken of: those the sentence gives, or else that of the article.
fn post_years(post: &Post, spoken: Option<u16>) -> Option<(u16, u16)> {
    let first = post.time.and_then(|time| time.start().year).or(spoken)?;
    let last = post.time.and_then(|time| time.end()?.year).unwrap_or(first);
    Some((first, last))
}

/// What a post shares with another of the same person: the body, or the field with its territory.
fn post_keys(knowledge: &Knowledge<'_>, post: &Post) -> BTreeSet<Reason> {
    let mut keys = BTreeSet::new();
    let title = post.title.as_deref().map(fold);
    let generic = super::super::generic::is_generic(knowledge, &post.body_name)
        && knowledge.ontology.entry(&post.body).is_none();
    let body = super::super::generic::common_name(knowledge, &post.body, &post.body_name);
    match post.body.kind() {
        // A state has thousands of posts: the title must agree too.
        Some(EntityType::Country) => {
            if let Some(title) = title.as_deref().map(|title| office(knowledge, title)) {
                let words = format!("both are {title} of {}", post.body);
                keys.insert(reason(Certainty::Certain, words));
            }
        }
        _ if generic => {
            if let (Some(title), Some(territory)) = (&title, &post.territory) {
                let words = format!("both are {title} of {body} in {territory}");
                keys.insert(reason(Certainty::Likely, words));
            }
        }
        _ => {
            let words = format!("both hold a post in {body}");
            keys.insert(reason(Certainty::Certain, words));
        }
    }
    let territory = post.territory.as_ref().unwrap_or(&post.body);
    if territory.kind() == Some(EntityType::Province) {
        let words = format!("both hold a post in {territory}");
        keys.insert(reason(Certainty::Likely, words));
    }
    // So are a body and what took its place.
    for heir in knowledge.heirs(&post.body) {
        let words = format!("both hold a post in {heir}");
        keys.insert(reason(Certainty::Certain, words));
    }
    // The bodies of one ministry are one career.
    let whole = knowledge.ontology.entry(&post.body).and_then(|entry| {
        let entries = &knowledge.ontology.entries;
        let whole = &entries[entries[entry].part_of?];
        // What all ministries are part of is no field of its own.
        whole.part_of.is_some().then_some(&whole.id)
    });
    if let Some(whole) = whole {
        let words = format!("both hold a post in {whole}");
        keys.insert(reason(Certainty::Certain, words));
    }
    keys
}

/// The core of a title: `đại sứ` of `đại sứ đặc mệnh toàn quyền`.
fn office<'a>(knowledge: &Knowledge<'a>, title: &'a str) -> &'a str {
    let mut cores = knowledge.phrases("identity.one-title").iter();
    cores
        .find(|core| title.starts_with(core.as_str()))
        .map_or(title, String::as_str)
}

/// What a name is worth: a full foreign name much, a Vietnamese one with its middle name something, one
/// or two syllables nothing.
fn policy(knowledge: &Knowledge<'_>, name: &str) -> Policy {
    let words = words(name);
    let foreign = words.iter().any(|word| is_foreign(word));
    let surname = words
        .first()
        .is_some_and(|first| knowledge.listed("persons.surname", first));
    let common = words.len() == 3 && knowledge.listed("identity.common-middle", &words[1]);
    let initials = words.iter().all(|word| word.chars().count() == 1);
    match words.len() {
        _ if initials => Policy::Evidence,
        0 | 1 => Policy::Evidence,
        _ if foreign => Policy::Name,
        2 => Policy::Evidence,
        _ if !surname || common => Policy::Evidence,
        _ => Policy::Unrivalled,
    }
}

/// Whether a word cannot be a Vietnamese syllable: by its letters, its end or its length.
pub(super) fn is_foreign(word: &str) -> bool {
    let plain = word.is_ascii();
    let letters = word.chars().any(|c| matches!(c, 'f' | 'j' | 'w' | 'z'));
    let ends: [&str; 17] = [
        "b", "d", "g", "k", "l", "r", "s", "v", "x", "ck", "ll", "rt", "ld", "st", "ss", "er", "gh",
    ];
    let ng = word.ends_with("ng");
    letters
        || word.chars().count() > 7
        || (!ng && ends.iter().any(|end| word.ends_with(end)))
        || (plain && syllables(word) > 1)
}

/// Runs of vowels with consonants between them.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut runs = 0;
    let mut inside = false;
    for c in word.chars() {
        runs += usize::from(vowel(c) && !inside);
        inside = vowel(c);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    #[test]
    fn what_a_name_is_worth() {
        let knowledge = Knowledge::new(Ontology::embedded());
        let of = |name| policy(&knowledge, name);
        assert_eq!(of("Rex Tillerson"), Policy::Name);
        assert_eq!(of("James Mattis"), Policy::Name);
        assert_eq!(of("Nguyễn Hoàng Long"), Policy::Unrivalled);
        assert_eq!(of("Nguyễn Văn Nam"), Policy::Evidence);
        assert_eq!(of("Thế Anh"), Policy::Evidence);
        assert_eq!(of("Trần Anh"), Policy::Evidence);
        assert_eq!(of("Kerry"), Policy::Evidence);
    }
}
