//! Events and programmes whose name is quoted behind their noun.

use super::Context;
use super::event::Rules;
use crate::model::{EntityType, Found, Source};
use crate::ontology::HeadNounIndex;
use crate::text::TokenRange;

/// `Hội nghị “Gặp gỡ Ấn Độ”`: the quoted words are the name.
pub(super) fn quoted(
    context: &Context<'_>,
    head: &TokenRange,
    index: HeadNounIndex,
    kind: EntityType,
    rules: &Rules,
) -> Option<Found> {
    let open = (head.end..head.end + 4)
        .take_while(|&t| t < context.token_count() && (t == head.end || context.is_word(t - 1)))
        .find(|&t| context.is_quote(t))
        .or_else(|| behind_theme(context, head))?;
    let noun = &context.ontology.head_nouns[index];
    // `mục tiêu 100 năm lần thứ nhất “…”`: a time.
    let time = head.len() == 1 && context.cue_at(context.cues.days_of, head.start).is_some();
    let counted = time && !context.is_capital(head.start) && open > head.end;
    // `chủ đề của hội chợ là “…”`: what is said of it.
    let said = (head.end..open).any(|t| context.is_cue(context.cues.copula, t))
        && context
            .cue_before(context.cues.theme_of, head.start)
            .is_some();
    if counted || said || (head.end..open).any(|t| context.is_capital(t)) {
        return None;
    }
    let range = inside_quotes(context, open)?;
    let named = context.is_capital(range.start) && range.len() >= 2 && range.len() <= 25;
    // `diễn đàn “Vành đai và Con đường”`: what is known is what the meeting is about.
    let known = context.name_at(range.start).map(|(known, ..)| known);
    // `“Một vành đai, một con đường (OBOR)”`: the known name, with its short form.
    if let Some(known) = &known
        && context.is_mark(known.end, "(")
        && known.end < range.end
    {
        return None;
    }
    let about = kind == EntityType::Event
        && (noun.lower_case || context.is_capital(head.start))
        && known.as_ref() == Some(&range);
    if about {
        let close = (range.end..range.end + 2).find(|&t| context.is_quote(t));
        let whole = head.start..close.map_or(range.end, |close| close + 1);
        let source = Source::HeadNoun(index, head.len());
        return Some(Found::new(whole, kind, source, rules.plain));
    }
    // `chương trình “Ngày Văn hóa Lào”`
    let event = kind == EntityType::Programme
        && context.cue_at(context.cues.part_of_event, head.start) == Some(head.end)
        && context
            .head_noun_at(range.start)
            .is_some_and(|(_, noun)| context.ontology.head_nouns[noun].kind == EntityType::Event);
    if named && event {
        return Some(Found::new(
            range,
            EntityType::Event,
            Source::HeadNoun(index, 0),
            rules.quoted,
        ));
    }
    let series =
        named && is_exercise(context, head) && !range.clone().any(|t| context.is_number(t));
    let kind = if series { EntityType::Programme } else { kind };
    named.then(|| Found::new(range, kind, Source::HeadNoun(index, 0), rules.quoted))
}

/// Whether a noun is that of an exercise: what it is called without a year is held again and again.
fn is_exercise(context: &Context<'_>, head: &TokenRange) -> bool {
    context.cue_at(context.cues.exercise, head.start) == Some(head.end)
}

/// Farthest the quotation may stand behind the noun of what goes by its theme.
const THEME_REACH: usize = 8;

/// `triển lãm ảnh với chủ đề: “Sông và người”`: where the theme opens by which an exhibition or a seminar goes.
fn behind_theme(context: &Context<'_>, head: &TokenRange) -> Option<usize> {
    context.cue_at(context.cues.themed, head.start)?;
    let end = context.sentence_end(head.start).min(head.end + THEME_REACH);
    let open = (head.end..end).find(|&t| context.is_quote(t))?;
    let last = open - usize::from(context.is_mark(open - 1, ":"));
    let noun = last >= head.end + 2 && context.cue_before(context.cues.theme, last).is_some();
    let plain = (head.end..last).all(|t| context.is_word(t));
    (noun && plain).then_some(open)
}

/// The tokens between an opening quotation mark and the next closing one in the same sentence.
pub(super) fn inside_quotes(context: &Context<'_>, open: usize) -> Option<TokenRange> {
    let limit = context.sentence_end(open);
    let close = (open + 1..limit).find(|&t| context.is_quote(t))?;
    // The full stop or comma of the sentence, drawn into the quotation.
    let own = |&last: &usize| context.is_mark(last, ".") || context.is_mark(last, ",");
    let end = close - usize::from(close > open + 1 && own(&(close - 1)));
    (end > open + 1).then_some(open + 1..end)
}

/// Whether quoted words say something of the event they begin with: “Cuộc thi sẽ diễn ra vào ngày mai”.
pub(super) fn is_saying(context: &Context<'_>, range: &TokenRange) -> bool {
    range
        .clone()
        .any(|token| context.cue_at(context.cues.saying_of, token).is_some())
}

/// The next quotation of a list: `“Gặp gỡ Hàn Quốc” (6/2020) và “Gặp gỡ Nhật Bản”`.
pub(super) fn next_quoted(context: &Context<'_>, end: usize) -> Option<TokenRange> {
    // Behind the closing mark, before which a full stop of the sentence may stand.
    let mut at = end + 1 + usize::from(!context.is_quote(end));
    if context.is_mark(at, "(") {
        at = (at..at + 8).find(|&t| context.is_mark(t, ")"))? + 1;
    }
    let joined = context.is_mark(at, ",")
        || (at < context.token_count() && matches!(context.text.folded(at), "và" | "hay" | "hoặc"));
    if !joined || !context.is_quote(at + 1) || context.sentence_end(end) <= at + 1 {
        return None;
    }
    let range = inside_quotes(context, at + 1)?;
    (context.is_capital(range.start) && range.len() >= 2 && range.len() <= 25).then_some(range)
}
