//! Names in comparable form: states and provinces inside them by one name each.

use super::knowledge::Knowledge;
use crate::model::EntityType;
use crate::text::fold;

/// The folded name with every state and province in it called as the ontology calls it, and without the
/// word for its kind: `ubnd tp . hà nội` and `ubnd hà nội` are one name, and so are `… mỹ` and
/// `… hoa kỳ`.
pub(super) fn comparable(knowledge: &Knowledge<'_>, name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut out = words.first().map_or_else(String::new, |w| (*w).to_owned());
    let mut at = 1;
    while at < words.len() {
        let reach = if knowledge.opens_territory(words[at]) {
            words.len().min(at + 6)
        } else {
            at
        };
        let longest = (at + 1..=reach).rev();
        let found = longest
            .filter_map(|end| Some((end, knowledge.territory(&words[at..end].join(" "))?)))
            .next();
        match found {
            Some((end, (kind, known))) => {
                if *kind == EntityType::Province {
                    drop_unit(knowledge, &mut out);
                }
                out.push(' ');
                out.push_str(known);
                at = end;
            }
            None => {
                out.push(' ');
                out.push_str(words[at]);
                at += 1;
            }
        }
    }
    out
}

/// Takes the word for the kind of a province from the end of a name.
fn drop_unit(knowledge: &Knowledge<'_>, out: &mut String) {
    for unit in knowledge.place_nouns() {
        if let Some(rest) = out
            .strip_suffix(unit.as_str())
            .and_then(|rest| rest.strip_suffix(' '))
        {
            out.truncate(rest.len());
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    #[test]
    fn one_territory_has_one_name() {
        let knowledge = Knowledge::new(Ontology::embedded());
        let of = |name| comparable(&knowledge, name);
        assert_eq!(of("Bộ Ngoại giao Mỹ"), of("Bộ Ngoại giao Hoa Kỳ"));
        assert_eq!(
            of("Ủy ban nhân dân TP. Hà Nội"),
            of("Ủy ban nhân dân Hà Nội")
        );
        assert_ne!(of("Sở Y tế Hà Nội"), of("Sở Y tế Hà Nam"));
        assert_ne!(of("Bộ Quốc phòng Lào"), of("Bộ Quốc phòng Lào Cai"));
    }
}
