//! Bodies that share the state named behind the last of them: `Đảng, Nhà nước và nhân dân Cuba`,
//! `Bộ Tài chính và Bộ Thương mại Mỹ`.

use super::{Context, around, boundary};
use crate::model::{EntityType, Found, Source};
use crate::text::Case;

/// The bodies before the last one, where the state is another than the one they are known in.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    let bodies = found.iter().filter(|name| is_general(context, name));
    bodies
        .filter_map(|body| {
            let source = Source::OfState(shared(context, found, body)?);
            let tokens = body.tokens.clone();
            let rule = "agency/shared-country";
            Some(Found::new(tokens, EntityType::Agency, source, rule))
        })
        .collect()
}

/// `Chính phủ`, `Bộ Tài chính`: what every state has, known of Viet Nam.
fn is_general(context: &Context<'_>, name: &Found) -> bool {
    let Source::Entry(entry) = name.source else {
        return false;
    };
    let start = name.tokens.start;
    name.kind == EntityType::Agency
        && context.cue_at(context.cues.shared_body, start).is_some()
        && context.text.tokens[start].case != Case::Upper
        && context.is_of_home(entry)
}

/// Where the state behind the bodies coordinated with this one begins.
fn shared(context: &Context<'_>, found: &[Found], body: &Found) -> Option<usize> {
    let limit = context.sentence_end(body.tokens.start);
    // `Bộ Quốc phòng Việt Nam` has its own.
    let own = around::around(found, &body.tokens).iter().any(|name| {
        name.kind == EntityType::Country
            && body.tokens.start < name.tokens.start
            && name.tokens.end == body.tokens.end
    });
    // `giữa Bộ Công an và Bộ An ninh Lào`: the other party.
    let party = (context.sentence(body.tokens.start).tokens.start..body.tokens.start)
        .rev()
        .take(PARTY_REACH)
        .any(|t| matches!(context.text.folded(t), "giữa" | "với"));
    if own || party {
        return None;
    }
    let name = context.text.phrase(body.tokens.clone());
    let mut at = body.tokens.end;
    let mut joined = false;
    while at + 1 < limit && (context.is_mark(at, ",") || context.text.folded(at) == "và") {
        let next = at + 1;
        at = if let Some(end) = context.cue_at(context.cues.people, next) {
            end
        } else {
            let mut others = around::beginning_at(found, next).iter();
            let other = others.find(|other| is_general(context, other))?;
            if context.text.phrase(other.tokens.clone()) == name {
                return None;
            }
            other.tokens.end
        };
        joined = true;
    }
    let state = boundary::fixed_at(found, at).filter(|_| joined && at < limit)?;
    let abroad = matches!(state.source, Source::Entry(entry)
        if context.entry(entry).code.as_deref() != Some("VN"));
    (state.kind == EntityType::Country && abroad).then_some(at)
}

/// How far before a body the word may stand that makes it one of two parties, in tokens.
const PARTY_REACH: usize = 4;

#[cfg(test)]
mod tests {
    use crate::model::{Found, Source};
    use crate::ontology::Ontology;
    use crate::text::Text;

    /// The bodies of a text that share the state behind others.
    fn sharing(words: &str) -> Vec<String> {
        let ontology = Ontology::embedded();
        let text = Text::analyse(&super::super::tests::paragraph(words));
        let matches = ontology.matches(&text);
        let cues = super::super::NameCues::new(ontology).expect("all cue lists");
        let names = super::super::names(&text, ontology, &matches, &cues);
        let shared = |name: &&Found| matches!(name.source, Source::OfState(_));
        let shared = names.iter().filter(shared);
        shared
            .map(|name| text.phrase(name.tokens.clone()))
            .collect()
    }

    #[test]
    fn the_state_behind_the_last_is_that_of_all() {
        let both = sharing("Bà quý mến Đảng, Nhà nước và nhân dân Cuba đã giúp đỡ.");
        assert_eq!(both, ["Đảng", "Nhà nước"]);
        let first = sharing("Cơ quan soạn thảo là Bộ Tài chính và Bộ Quốc phòng Chile.");
        assert_eq!(first, ["Bộ Tài chính"]);
        let firms = sharing("Bà cảm ơn Chính phủ và cộng đồng doanh nghiệp Chile.");
        assert_eq!(firms, ["Chính phủ"]);
    }

    #[test]
    fn two_parties_and_viet_nam_share_none() {
        assert!(sharing("Hội đàm giữa Bộ Công an và Bộ Quốc phòng Chile.").is_empty());
        assert!(sharing("Bà quý mến Đảng, Nhà nước và nhân dân Việt Nam.").is_empty());
        assert!(sharing("Đoàn gồm Bộ Quốc phòng và Bộ Quốc phòng Chile.").is_empty());
        assert!(sharing("Đoàn gồm Bộ Công an Việt Nam và Bộ Quốc phòng Chile.").is_empty());
    }
}
