//! Chooses the name to show where articles differ.

use std::cmp::Reverse;

/// The most frequent of several names; among equals the longest, then the first by code points.
pub fn preferred_name<'a>(counted: impl IntoIterator<Item = (&'a str, usize)>) -> Option<&'a str> {
    counted
        .into_iter()
        .max_by_key(|&(name, count)| (count, name.chars().count(), Reverse(name)))
        .map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_then_long_then_first() {
        let frequent = [("Sở Ngoại vụ", 3), ("Sở Ngoại vụ tỉnh", 2)];
        assert_eq!(preferred_name(frequent), Some("Sở Ngoại vụ"));
        assert_eq!(
            preferred_name([("Hoà An", 2), ("Hoà An Tây", 2)]),
            Some("Hoà An Tây")
        );
        assert_eq!(
            preferred_name([("Hòa An", 1), ("Hoà An", 1)]),
            Some("Hoà An")
        );
        assert_eq!(preferred_name([]), None);
    }
}
