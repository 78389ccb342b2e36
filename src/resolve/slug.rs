//! Slugs: the last part of an entity's id.

/// A name in lower case with every run of other characters than letters and digits made one hyphen.
/// Vietnamese letters stay, since names that differ only in them are different names.
pub(super) fn slug(folded: &str) -> String {
    let mut slug = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        "-".to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn marks_become_single_hyphens_and_letters_stay() {
        assert_eq!(slug("chỉ thị số 15-ct/tw"), "chỉ-thị-số-15-ct-tw");
        assert_eq!(slug("  “a” "), "a");
        assert_ne!(slug("nguyễn văn tuấn"), slug("nguyễn văn tuân"));
    }
}
