//! Documents: kind, number and sign are an identity within the year; unnumbered ones need their parties.

use super::super::description::Description;
use super::super::knowledge::Knowledge;
use super::super::slug::slug;
use super::evidence::{Certainty, Policy, Profile, companions, reason};
use super::summary::Summary;
use crate::model::{EntityType, Predicate};
use crate::text::fold;

/// Kind and number without the sign behind it (`chỉ-thị-15`), or the name.
pub(super) fn block_key(knowledge: &Knowledge<'_>, id: &str, name: &str) -> String {
    let named = slug(&fold(name).replacen(" số ", " ", 1));
    match split_number(knowledge, &named) {
        Some((kind, number, _)) => format!("{kind}-{number}"),
        None => id.to_owned(),
    }
}

pub(super) fn profile(knowledge: &Knowledge<'_>, description: &Description) -> Profile {
    let name = fold(&description.name);
    let mut keys = companions(knowledge, description);
    let mut summary = Summary::default();
    for &date in &description.dates {
        if let Some(year) = date.start().year {
            summary.absorb(&Summary {
                years: Some((year, year)),
                ..Summary::default()
            });
            let words = format!("both were issued in {year}");
            keys.insert(reason(Certainty::Likely, words));
        }
    }
    for (predicate, party) in &description.ties {
        if matches!(predicate, Predicate::IssuedBy | Predicate::Involves)
            && party.kind() != Some(EntityType::Event)
        {
            let words = match predicate {
                Predicate::IssuedBy => format!("both were issued by {party}"),
                _ => format!("both involve {party}"),
            };
            keys.insert(reason(Certainty::Likely, words));
        }
    }
    let id = description.id.as_str();
    let id = id.split_once('/').map_or(id, |(_, slug)| slug);
    let policy = match split_number(knowledge, id) {
        Some((_, _, sign)) if !sign.is_empty() => {
            summary.marks.insert(sign.to_owned());
            let words = format!("both bear the sign {sign}");
            keys.insert(reason(Certainty::Certain, words));
            Policy::Unrivalled
        }
        Some(_) => Policy::Evidence,
        None if of_many(knowledge, &name) => Policy::Evidence,
        None => Policy::Name,
    };
    Profile {
        keys,
        summary,
        policy,
    }
}

/// Whether parties make documents of this kind again and again.
fn of_many(knowledge: &Knowledge<'_>, name: &str) -> bool {
    let kinds = knowledge.phrases("identity.document-of-many").iter();
    kinds
        .filter_map(|kind| name.strip_prefix(kind.as_str()))
        .any(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// `chỉ-thị-15-ct-tw` as kind, number and sign.
fn split_number<'s>(
    knowledge: &Knowledge<'_>,
    slug: &'s str,
) -> Option<(&'s str, &'s str, &'s str)> {
    let start = slug.find(|c: char| c.is_ascii_digit())?;
    let kind = slug[..start].strip_suffix('-')?;
    let rest = &slug[start..];
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let sign = rest[end..].strip_prefix('-').unwrap_or("");
    // A number within a longer name is no document's own.
    let own = rest.len() == end || (rest[end..].starts_with('-') && is_sign(knowledge, sign));
    (own && !kind.contains("năm")).then_some((kind, &rest[..end], sign))
}

/// Whether what stands behind a number is a sign such as `ct-tw`, `2020-nđ-cp`, `qđ-ubnd`.
fn is_sign(knowledge: &Knowledge<'_>, rest: &str) -> bool {
    let parts: Vec<&str> = rest.split('-').collect();
    (1..=4).contains(&parts.len())
        && parts
            .iter()
            .all(|part| part.chars().count() <= 5 && !part.is_empty())
        && parts
            .iter()
            .any(|part| knowledge.listed("identity.document-sign", part))
}

#[cfg(test)]
mod tests {
    use super::split_number;
    use crate::ontology::Ontology;
    use crate::resolve::Knowledge;

    #[test]
    fn numbers_have_signs() {
        let knowledge = Knowledge::new(Ontology::embedded());
        let split_number = |slug| split_number(&knowledge, slug);
        assert_eq!(
            split_number("chỉ-thị-15-ct-tw"),
            Some(("chỉ-thị", "15", "ct-tw"))
        );
        assert_eq!(
            split_number("nghị-định-116-2020-nđ-cp"),
            Some(("nghị-định", "116", "2020-nđ-cp"))
        );
        assert_eq!(
            split_number("nghị-quyết-22"),
            Some(("nghị-quyết", "22", ""))
        );
        assert_eq!(split_number("kế-hoạch-hợp-tác-năm-2017"), None);
        assert_eq!(split_number("công-ước-2-bên-về-biển"), None);
    }
}
