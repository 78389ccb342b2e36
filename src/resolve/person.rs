//! Whether two forms of a person's name in one article mean one person.

use unicode_normalization::UnicodeNormalization;

use super::cluster::Cluster;
use crate::ontology::{LabelKind, Ontology};
use crate::text::{fold, is_syllable};

/// The person of this article a form stands for: the last one named in full whose name ends with it
/// (`Long` after `Nguyễn Hoàng Long`, `Trump`), or that differs by a middle name left out
/// (`Lê Thu Hằng` and `Lê Thị Thu Hằng`).
pub(super) fn find<'a>(
    ontology: &Ontology,
    clusters: impl DoubleEndedIterator<Item = (usize, &'a Cluster)>,
    proposal: &Cluster,
) -> Option<usize> {
    let words = words(&proposal.key);
    let same = |cluster: &Cluster| match (proposal.entry, cluster.entry) {
        (None, None) => same_person(&words, &cluster.key),
        (None, Some(entry)) => {
            forms(ontology, entry).any(|form| same_person(&words, &form))
                || is_surname_of(ontology, entry, &proposal.key)
        }
        (Some(entry), None) => {
            forms(ontology, entry).any(|form| same_person(&self::words(&form), &cluster.key))
                || is_surname_of(ontology, entry, &cluster.key)
        }
        // Two whom the ontology knows are two.
        (Some(_), Some(_)) => false,
    };
    clusters
        .rev()
        .find(|(_, cluster)| same(cluster))
        .map(|(index, _)| index)
}

/// What names of one person have in common: the last word; of foreigners the first one, too.
pub(super) fn handles(ontology: &Ontology, cluster: &Cluster) -> Vec<String> {
    let of = |name: &str| {
        let words = words(name);
        let first = words
            .first()
            .filter(|_| words.len() <= 2 || !has_diacritics(&words));
        [first, words.last()].map(|word| word.map(|word| without_marks(word)))
    };
    let handles: Vec<_> = match cluster.entry {
        Some(entry) => forms(ontology, entry).map(|form| of(&form)).collect(),
        None => vec![of(&cluster.key)],
    };
    let surnames = cluster.entry.into_iter();
    let surnames = surnames.flat_map(|entry| surnames_first(ontology, entry));
    handles
        .into_iter()
        .flatten()
        .flatten()
        .chain(surnames)
        .collect()
}

/// Whether one word is the surname of someone known who is written as in Vietnamese: `Tập`.
fn is_surname_of(ontology: &Ontology, entry: usize, key: &str) -> bool {
    surnames_first(ontology, entry).any(|surname| surname == key)
}

/// The folded surnames of someone known from another state whose name is written as in Vietnamese, which
/// stand alone unlike those of Vietnamese: `ông Tập` for `Tập Cận Bình`.
fn surnames_first(ontology: &Ontology, entry: usize) -> impl Iterator<Item = String> {
    let labels = full_labels(ontology, entry).filter(|label| !label.is_ascii());
    labels.filter_map(|label| Some(fold(label.split_once(' ')?.0)))
}

/// The folded names of someone known of which a part may stand for the whole: those of foreigners in
/// plain letters. The last word of others is a name that many bear.
fn forms(ontology: &Ontology, entry: usize) -> impl Iterator<Item = String> {
    let labels = full_labels(ontology, entry).filter(|label| label.is_ascii());
    labels.map(fold)
}

/// The full names of someone known from another state.
fn full_labels(ontology: &Ontology, entry: usize) -> impl Iterator<Item = &str> {
    let entry = &ontology.entries[entry];
    let state = entry.territory.map(|state| &ontology.entries[state]);
    let foreign = state.is_some_and(|state| state.code.as_deref() != Some("VN"));
    let labels = entry.labels.iter().filter(move |label| {
        foreign && matches!(label.kind, LabelKind::Preferred | LabelKind::Alias)
    });
    labels.map(|label| label.text.as_str())
}

fn words(name: &str) -> Vec<&str> {
    name.split(' ').collect()
}

fn same_person(words: &[&str], key: &str) -> bool {
    let last = match (key.rsplit(' ').next(), words.last()) {
        (Some(one), Some(other)) => alike(one, other),
        _ => false,
    };
    if !last && key.split(' ').next() != words.first().copied() {
        return false;
    }
    let known = self::words(key);
    let (short, long) = if words.len() <= known.len() {
        (words, &known[..])
    } else {
        (&known[..], words)
    };
    if short.len() == long.len() {
        return short.len() > 1 && short.iter().zip(long).all(|(one, other)| alike(one, other));
    }
    if short.len() == 1 {
        return long.last() == short.last()
            || (long.first() == short.first() && !has_diacritics(long));
    }
    let end = &long[long.len() - short.len()..];
    let tail = end.iter().zip(short).all(|(one, other)| alike(one, other));
    let middle_left_out = short.len() >= 3
        && short.first() == long.first()
        && short.last() == long.last()
        && is_subsequence(short, long);
    // `John S. McCain`
    let initial_left_out = short.first() == long.first()
        && last
        && short.len() + 1 == long.len()
        && is_subsequence(short, long)
        && !has_diacritics(long)
        && long.iter().any(|word| is_initial(word));
    tail || middle_left_out || initial_left_out
}

/// Whether two words are one; a foreign one is also written without its marks: `Hernández`.
fn alike(one: &str, other: &str) -> bool {
    one == other || without_marks(one) == without_marks(other)
}

/// A foreign word without its marks; others as they are.
fn without_marks(word: &str) -> String {
    if word.is_ascii() || is_syllable(word) {
        return word.to_owned();
    }
    word.nfd().filter(char::is_ascii).collect()
}

/// Whether a word is the first letter of a name.
fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() == 1
}

/// Given names come last in Vietnamese; a first word alone stands only for a foreign name.
fn has_diacritics(words: &[&str]) -> bool {
    words.iter().any(|w| !w.is_ascii())
}

fn is_subsequence(short: &[&str], long: &[&str]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::{Cluster, Ontology, find, fold, handles, same_person};
    use crate::model::{EntityId, EntityType};
    use crate::ontology::Entry;

    /// Whether two names of one article are one person's.
    fn found(first: &str, second: &str) -> bool {
        let ontology = Ontology::embedded();
        let cluster = |name: &str| {
            let id = EntityId::new(EntityType::Person, &fold(name).replace(' ', "-"));
            let named = |entry: &Entry| entry.kind == EntityType::Person && entry.name == name;
            let named = ontology.entries.iter().position(named);
            let entry = ontology.entry(&id).or(named);
            Cluster {
                kind: EntityType::Person,
                key: entry.map_or(fold(name), |_| id.to_string()),
                entry,
                head: None,
                name: name.to_owned(),
                folded: String::new(),
                cores: Vec::new(),
                members: Vec::new(),
                owned: true,
                city: None,
            }
        };
        let (first, second) = (cluster(first), cluster(second));
        let found = find(ontology, std::iter::once((0, &first)), &second).is_some();
        let theirs = handles(ontology, &second);
        let handles = handles(ontology, &first);
        assert!(!found || handles.iter().any(|handle| theirs.contains(handle)));
        found
    }

    #[test]
    fn who_is_known_is_called_by_surname_too() {
        assert!(found("Daniel Kritenbrink", "Kritenbrink"));
        assert!(found("Kritenbrink", "Daniel Kritenbrink"));
        assert!(!found("Daniel Kritenbrink", "Donald Trump"));
        assert!(!found("Ho Chi Minh", "Minh"));
    }

    #[test]
    fn a_surname_that_comes_first() {
        assert!(found("Tập Cận Bình", "Tập"));
        assert!(found("Tập", "Tập Cận Bình"));
        assert!(!found("Tập Cận Bình", "Cận"));
        assert!(!found("Trần Đại Quang", "Trần"));
        assert!(found("Kang Min Ho", "Kang"));
        assert!(found("Ahmed bin Nasser al-Kuwari", "Ahmed"));
    }

    fn same(a: &str, b: &str) -> bool {
        same_person(&a.split(' ').collect::<Vec<_>>(), b)
    }

    #[test]
    fn short_forms_meet_the_full_name() {
        assert!(same("long", "nguyễn hoàng long"));
        assert!(same("lê thu hằng", "lê thị thu hằng"));
        assert!(same("trump", "donald trump"));
        assert!(same("pedro lazo martínez", "juan pedro lazo martinez"));
        assert!(same("pedro lazo martínez", "pedro lazo martinez"));
        assert!(same("nicolás duarte", "nicolas duarte"));
        assert!(same("john s. barlow", "john barlow"));
    }

    #[test]
    fn different_people_stay_apart() {
        assert!(!same("hoàng", "nguyễn hoàng long"));
        assert!(!same("nguyễn long", "nguyễn hoàng hải"));
        assert!(!same("thu hà", "nguyễn thu hạ"));
        assert!(!same("nguyễn văn an", "nguyễn văn bình"));
        assert!(!same("lê hằng", "trần thu hằng"));
        assert!(!same("trần thu hà", "trần thu ha"));
        assert!(!same("lê a hằng", "lê b hằng"));
    }
}
