//! When two names of documents in one article mean one document.

use super::cluster::{Cluster, Material};
use crate::model::{EntityType, Found, Source};

/// For a numbered document its head noun and number (`chỉ thị 15-ct/tw`), else its words.
pub(super) fn key(material: &Material<'_>, name: &Found) -> String {
    let text = material.text;
    let Source::HeadNoun(head, length) = name.source else {
        return material.folded(name.tokens.clone());
    };
    let mut token = name.tokens.start + length;
    if token < name.tokens.end && text.folded(token) == "số" {
        token += 1;
    }
    let number = token < name.tokens.end
        && text.clean(token).starts_with(|c: char| c.is_ascii_digit())
        && name.tokens.end - token <= 9;
    if !number || length == 0 {
        return material.folded(name.tokens.clone());
    }
    let noun = crate::text::fold(&material.ontology.head_nouns[head].name);
    let digits: String = (token..name.tokens.end).map(|t| text.folded(t)).collect();
    format!("{noun} {digits}")
}

/// The document of this article with the same head noun and number, written with or without its code.
pub(super) fn find(clusters: &[Cluster], proposal: &Cluster) -> Option<usize> {
    clusters.iter().position(|c| {
        c.kind == EntityType::Document
            && (continues(&c.key, &proposal.key) || continues(&proposal.key, &c.key))
    })
}

/// `chỉ thị 15` and `chỉ thị 15-ct/tw`.
fn continues(short: &str, long: &str) -> bool {
    short.ends_with(|c: char| c.is_ascii_digit())
        && long
            .strip_prefix(short)
            .is_some_and(|rest| rest.starts_with(['-', '/', '–']))
}

#[cfg(test)]
mod tests {
    use super::continues;

    #[test]
    fn a_number_without_code_continues_with_one() {
        assert!(continues("chỉ thị 15", "chỉ thị 15-ct/tw"));
        assert!(!continues("chỉ thị 1", "chỉ thị 15-ct/tw"));
        assert!(!continues("chỉ thị 15-ct/tw", "chỉ thị 15-nq/tw"));
    }
}
