//! Whether two forms of a person's name in one article mean one person.

use super::cluster::Cluster;
use crate::model::EntityType;

/// The person of this article a form stands for: the last one named in full whose name ends with it
/// (`Long` after `Nguyễn Hoàng Long`, `Trump`), or that differs by a middle name left out
/// (`Lê Thu Hằng` and `Lê Thị Thu Hằng`).
pub(super) fn find(clusters: &[Cluster], key: &str) -> Option<usize> {
    let words: Vec<&str> = key.split(' ').collect();
    clusters
        .iter()
        .enumerate()
        .rev()
        .find(|(_, cluster)| {
            cluster.kind == EntityType::Person && same_person(&words, &cluster.key)
        })
        .map(|(index, _)| index)
}

fn same_person(words: &[&str], key: &str) -> bool {
    let known: Vec<&str> = key.split(' ').collect();
    let (short, long) = if words.len() <= known.len() {
        (words, &known[..])
    } else {
        (&known[..], words)
    };
    if short.len() == long.len() {
        return false;
    }
    if short.len() == 1 {
        return long.last() == short.last()
            || (long.first() == short.first() && long.len() <= 2 && !has_diacritics(long));
    }
    let tail = long.ends_with(short);
    let middle_left_out = short.len() >= 3
        && short.first() == long.first()
        && short.last() == long.last()
        && is_subsequence(short, long);
    tail || middle_left_out
}

/// Given names come last in Vietnamese; a first word alone stands only for a foreign name of two words.
fn has_diacritics(words: &[&str]) -> bool {
    words.iter().any(|w| !w.is_ascii())
}

fn is_subsequence(short: &[&str], long: &[&str]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::same_person;

    fn same(a: &str, b: &str) -> bool {
        same_person(&a.split(' ').collect::<Vec<_>>(), b)
    }

    #[test]
    fn short_forms_meet_the_full_name() {
        assert!(same("long", "nguyễn hoàng long"));
        assert!(same("lê thu hằng", "lê thị thu hằng"));
        assert!(same("trump", "donald trump"));
    }

    #[test]
    fn different_people_stay_apart() {
        assert!(!same("hoàng", "nguyễn hoàng long"));
        assert!(!same("nguyễn long", "nguyễn hoàng hải"));
        assert!(!same("nguyễn văn an", "nguyễn văn bình"));
        assert!(!same("lê hằng", "trần thu hằng"));
    }
}
