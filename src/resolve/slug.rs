//! Slugs: the last part of an entity's id.

/// A name in lower case with every run of other characters than letters and digits made one hyphen.
/// Vietnamese letters stay, since names that differ only in them are different names.
pub(super) fn slug(folded: &str) -> String {
    let mut slug = String::with_capacity(folded.len());
    for c in folded.chars() {
        if is_plain(c) {
            slug.push(c);
        } else if c.is_alphanumeric() {
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

/// Whether a character is a digit or a letter of Vietnamese in lower case, told without tables.
fn is_plain(c: char) -> bool {
    match c {
        'a'..='z' | '0'..='9' | 'à'..='ö' | 'ø'..='ý' => true,
        'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => true,
        'ạ'..='ỹ' => u32::from(c) & 1 == 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_plain, slug};

    #[test]
    fn plain_characters_stay_as_they_are() {
        for c in ('\0'..='\u{2fff}').filter(|&c| is_plain(c)) {
            assert!(c.is_alphanumeric() && c.to_lowercase().eq([c]), "{c}");
        }
    }

    #[test]
    fn marks_become_single_hyphens_and_letters_stay() {
        assert_eq!(slug("chỉ thị số 15-ct/tw"), "chỉ-thị-số-15-ct-tw");
        assert_eq!(slug("  “a” "), "a");
        assert_ne!(slug("nguyễn văn tuấn"), slug("nguyễn văn tuân"));
    }
}
