//! When two names of documents in one article mean one document.

use super::cluster::{Cluster, Material};
use super::knowledge::Knowledge;
use crate::model::{Found, Source};

/// What stands between a document's number and its code.
const CODE_MARKS: [char; 3] = ['-', '/', '–'];

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

/// The document of this article with the same head noun and number, written with or without its code;
/// or the one agreement between the same two parties.
pub(super) fn find<'a>(
    knowledge: &Knowledge<'_>,
    clusters: impl Iterator<Item = (usize, &'a Cluster)> + Clone,
    proposal: &Cluster,
) -> Option<usize> {
    let mut numbered = clusters
        .clone()
        .filter(|(_, c)| continues(&c.key, &proposal.key) || continues(&proposal.key, &c.key));
    let laws = clusters.clone();
    let found = numbered
        .next()
        .or_else(|| same_law(knowledge, laws, proposal))
        .or_else(|| {
            let own = parties_of(knowledge, &proposal.key)?;
            let mut clusters = clusters;
            clusters.find(|(_, c)| parties_of(knowledge, &c.key).as_ref() == Some(&own))
        });
    found.map(|(index, _)| index)
}

/// What the keys of one document have in common: the number with or without its code; the parties.
pub(super) fn handles(knowledge: &Knowledge<'_>, key: &str) -> Vec<String> {
    let codes = key.match_indices(CODE_MARKS);
    let numbers = codes.map(|(at, _)| key[..at].to_owned());
    let parties = parties_of(knowledge, key).map(|pair| pair.join(" / "));
    let law = law(knowledge, key).map(str::to_owned);
    numbers
        .chain([key.to_owned()])
        .chain(parties)
        .chain(law)
        .collect()
}

/// The one law of an article that goes by the same title, with its year, the word that it is revised, or neither.
fn same_law<'a>(
    knowledge: &Knowledge<'_>,
    clusters: impl Iterator<Item = (usize, &'a Cluster)>,
    proposal: &Cluster,
) -> Option<(usize, &'a Cluster)> {
    let own = law(knowledge, &proposal.key)?;
    let mut same = clusters.filter(|(_, cluster)| law(knowledge, &cluster.key) == Some(own));
    let first = same.next()?;
    let one = same.next().is_none();
    (one && (first.1.key == own || proposal.key == own)).then_some(first)
}

/// The title of a law without its year and the word that it is revised: `luật thủy sản ( sửa đổi )`.
fn law<'k>(knowledge: &Knowledge<'_>, key: &'k str) -> Option<&'k str> {
    let mut laws = knowledge.phrases("documents.law").iter();
    laws.find(|noun| {
        key.strip_prefix(noun.as_str())
            .is_some_and(|rest| rest.starts_with(' '))
    })?;
    let title = key.split_once(" (").map_or(key, |(title, _)| title);
    let year = title
        .rsplit_once(' ')
        .filter(|(_, last)| last.len() == 4 && last.chars().all(|digit| digit.is_ascii_digit()));
    let title = year.map_or(title, |(title, _)| title);
    Some(title.strip_suffix(" năm").unwrap_or(title))
}

fn parties_of(knowledge: &Knowledge<'_>, key: &str) -> Option<[String; 2]> {
    let plain = knowledge.phrases("identity.plain-agreement");
    let idle = knowledge.phrases("identity.before-party");
    parties(key, plain, idle)
}

/// The two parties of an agreement that its name says no more of: `Bản ghi nhớ hợp tác giữa A và B` is
/// `Thỏa thuận giữa B với A`.
fn parties(folded: &str, plain: &[String], idle: &[String]) -> Option<[String; 2]> {
    let (noun, names) = folded.split_once(" giữa ")?;
    if !plain.iter().any(|phrase| phrase == noun) {
        return None;
    }
    let (one, other) = [" với ", " và "]
        .iter()
        .find_map(|joint| names.split_once(joint))?;
    let bare = |name: &str| {
        let mut name = name;
        while let Some(rest) = idle
            .iter()
            .find_map(|word| name.strip_prefix(word.as_str())?.strip_prefix(' '))
        {
            name = rest;
        }
        name.to_owned()
    };
    let mut pair = [bare(one), bare(other)];
    pair.sort_unstable();
    Some(pair)
}

/// `chỉ thị 15` and `chỉ thị 15-ct/tw`.
fn continues(short: &str, long: &str) -> bool {
    short.ends_with(|c: char| c.is_ascii_digit())
        && long
            .strip_prefix(short)
            .is_some_and(|rest| rest.starts_with(CODE_MARKS))
}

#[cfg(test)]
mod tests {
    use super::{continues, law, parties};
    use crate::resolve::knowledge::Knowledge;

    #[test]
    fn agreements_of_the_same_two_parties() {
        let plain = ["thỏa thuận hợp tác", "bản ghi nhớ"].map(String::from);
        let idle = ["bang", "các đối tác"].map(String::from);
        let of = |name: &str| parties(name, &plain, &idle);
        assert_eq!(
            of("thỏa thuận hợp tác giữa bang texas với các đối tác chile"),
            of("bản ghi nhớ giữa chile và bang texas"),
        );
        assert_ne!(
            of("bản ghi nhớ giữa chile và bang texas"),
            of("bản ghi nhớ giữa chile và bang ohio"),
        );
        assert_eq!(of("hiệp định giữa chile và bang ohio"), None);
    }

    #[test]
    fn a_law_with_its_year_or_revised() {
        let ontology = crate::ontology::Ontology::embedded();
        let knowledge = Knowledge::new(ontology);
        let of = |key| law(&knowledge, key);
        assert_eq!(of("luật nuôi ong năm 2012"), Some("luật nuôi ong"));
        assert_eq!(of("luật nuôi ong ( sửa đổi )"), Some("luật nuôi ong"));
        assert_eq!(of("kế hoạch nuôi ong năm 2012"), None);
    }

    #[test]
    fn a_number_without_code_continues_with_one() {
        assert!(continues("chỉ thị 15", "chỉ thị 15-ct/tw"));
        assert!(!continues("chỉ thị 1", "chỉ thị 15-ct/tw"));
        assert!(!continues("chỉ thị 15-ct/tw", "chỉ thị 15-nq/tw"));
    }
}
