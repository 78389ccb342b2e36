//! What someone may have meant by a name that doesn't exist.

use super::name_key::plain_key;

/// How many suggestions a message holds.
const MOST: usize = 5;

/// The candidates nearest to `given`: those that contain it or differ in few letters, best first.
pub(super) fn nearest<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Vec<&'a str> {
    let wanted: Vec<char> = plain_key(given).chars().collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut ranked: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(&wanted, candidate)?, candidate)))
        .collect();
    ranked.sort_unstable();
    ranked.dedup();
    ranked.truncate(MOST);
    ranked.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Letters to change, or letters left over where one contains the other; `None` if too far.
fn distance(wanted: &[char], candidate: &str) -> Option<usize> {
    let key: Vec<char> = plain_key(candidate).chars().collect();
    let allowed = 1 + wanted.len() / 4;
    if wanted.len() >= 3 && contains(&key, wanted) {
        return Some(allowed + key.len() - wanted.len());
    }
    if key.len().abs_diff(wanted.len()) > allowed {
        return None;
    }
    let edits = edits(wanted, &key);
    (edits <= allowed).then_some(edits)
}

fn contains(text: &[char], part: &[char]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

/// Levenshtein's distance.
fn edits(left: &[char], right: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

/// ` (did you mean A, B?)`, or nothing.
pub(super) fn did_you_mean<T: AsRef<str>>(names: &[T]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    format!("; did you mean {}?", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_missing_diacritics_and_parts_are_understood() {
        let names = [
            "posts",
            "career",
            "events-in-place",
            "events-in-period",
            "Đà Nẵng",
        ];
        assert_eq!(nearest("post", names), ["posts"]);
        assert_eq!(nearest("carrer", names), ["career"]);
        assert_eq!(
            nearest("events", names),
            ["events-in-place", "events-in-period"]
        );
        assert_eq!(nearest("da nag", names), ["Đà Nẵng"]);
        assert!(nearest("weather", names).is_empty());
        assert!(nearest("", names).is_empty());
    }

    #[test]
    fn edits_are_counted() {
        let count = |a: &str, b: &str| {
            edits(
                &a.chars().collect::<Vec<_>>(),
                &b.chars().collect::<Vec<_>>(),
            )
        };
        assert_eq!(count("kitten", "sitting"), 3);
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("abc", "abc"), 0);
    }
}
