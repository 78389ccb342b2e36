//! Finds the other places where a name stands that was found once: without its title, shortened.

use std::collections::BTreeMap;

use super::{Context, syllable};
use crate::model::{EntityType, Found, Source};

/// Adds untitled repetitions of people's and unknown bodies' and places' names.
pub(super) fn add(context: &Context<'_>, found: &mut Vec<Found>) {
    let forms = forms(context, found);
    if forms.is_empty() {
        return;
    }
    let mut token = 0;
    while token < context.token_count() {
        let longest = forms
            .get(context.text.folded(token))
            .and_then(|candidates| {
                candidates
                    .iter()
                    .find(|form| stands_here(context, form, token))
            });
        let Some(form) = longest else {
            token += 1;
            continue;
        };
        let range = token..token + form.words.len();
        if free(context, found, form, &range) {
            found.push(Found::new(
                range.clone(),
                form.kind,
                form.whole,
                "name/repeated",
            ));
        }
        token += 1;
    }
}

struct Form {
    /// The words as written, or folded where `folded` says so.
    words: Vec<String>,
    /// Whether only the first word needs its capital: long names of bodies.
    folded: bool,
    /// The given name alone of a Vietnamese person.
    given: bool,
    kind: EntityType,
    whole: Source,
}

/// The forms to look for, by their first word, longest first.
fn forms(context: &Context<'_>, found: &[Found]) -> BTreeMap<String, Vec<Form>> {
    let mut forms: BTreeMap<String, Vec<Form>> = BTreeMap::new();
    for name in found {
        let unknown = !matches!(name.source, Source::Entry(_) | Source::SameAs(..));
        if name.anaphor || !unknown {
            continue;
        }
        if is_long_body(context, name) {
            let words = name
                .tokens
                .clone()
                .map(|t| context.text.folded(t).to_owned())
                .collect();
            insert(
                &mut forms,
                Form {
                    words,
                    folded: true,
                    given: false,
                    kind: name.kind,
                    whole: whole(name),
                },
            );
        }
        let words: Vec<String> = name
            .tokens
            .clone()
            .map(|t| context.text.clean(t).to_owned())
            .collect();
        let length = words.len();
        for words in written_forms(name.kind, words) {
            let given = words.len() < length
                && words
                    .iter()
                    .all(|word| syllable::is_vietnamese(&word.to_lowercase()));
            insert(
                &mut forms,
                Form {
                    words,
                    folded: false,
                    given,
                    kind: name.kind,
                    whole: whole(name),
                },
            );
        }
    }
    for list in forms.values_mut() {
        list.sort_by_key(|form| std::cmp::Reverse(form.words.len()));
    }
    forms
}

/// Names of bodies of three words and more are looked for in any case but for the first capital.
fn is_long_body(context: &Context<'_>, name: &Found) -> bool {
    name.kind == EntityType::Agency
        && matches!(name.source, Source::HeadNoun(..))
        && name.tokens.len() >= 3
        && context.is_capital(name.tokens.start)
}

/// The forms in which a name is repeated: whole, and for people by its last word.
fn written_forms(kind: EntityType, words: Vec<String>) -> Vec<Vec<String>> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return Vec::new();
    };
    match kind {
        EntityType::Person => {
            let mut forms = Vec::new();
            let foreign = |word: &str| !syllable::is_vietnamese(&word.to_lowercase());
            let shortened = if foreign(last) {
                last.chars().count() >= 3
            } else {
                (2..=4).contains(&words.len()) && !words.iter().any(|word| foreign(word))
            };
            if words.len() >= 2 && shortened {
                forms.push(vec![last.clone()]);
            }
            if words.len() >= 2 || foreign(first) {
                forms.push(words);
            }
            forms
        }
        EntityType::Agency | EntityType::Place
            if words.iter().all(|w| starts_upper(w))
                && (words.len() > 1 || first.chars().count() >= 4) =>
        {
            vec![words]
        }
        _ => Vec::new(),
    }
}

fn whole(name: &Found) -> Source {
    Source::SameAs(name.tokens.start, name.tokens.len())
}

fn insert(forms: &mut BTreeMap<String, Vec<Form>>, form: Form) {
    let list = forms.entry(crate::text::fold(&form.words[0])).or_default();
    if list.iter().all(|other| other.words != form.words) {
        list.push(form);
    }
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn stands_here(context: &Context<'_>, form: &Form, token: usize) -> bool {
    token + form.words.len() <= context.token_count()
        && form.words.iter().enumerate().all(|(i, word)| {
            if form.folded {
                context.text.folded(token + i) == word && (i > 0 || context.is_capital(token))
            } else {
                context.text.clean(token + i) == word
            }
        })
}

/// Whether the words are free: no name covers or crosses them, and no capital joins them.
fn free(
    context: &Context<'_>,
    found: &[Found],
    form: &Form,
    range: &std::ops::Range<usize>,
) -> bool {
    let joined = |token: usize| {
        context.is_capital(token) && syllable::is_vietnamese(context.text.folded(token))
    };
    let alone = form.words.len() > 1
        || !(range.start > 0
            && joined(range.start - 1)
            && !context.opens_sentence(range.start - 1)
            && context.role_before(range.start).is_none());
    alone
        && (!form.given || is_given_name(context, range.start))
        && !found.iter().any(|f| {
            f.tokens.start < range.end
                && range.start < f.tokens.end
                && (form.kind == EntityType::Person
                    || f.tokens == *range
                    || (f.tokens.start >= range.start && f.tokens.end <= range.end)
                    || f.kind == EntityType::Person)
        })
}

/// `Huy` in `bố con Huy`: a syllable with a capital that no other joins, that opens no word and is no
/// name of something else.
fn is_given_name(context: &Context<'_>, token: usize) -> bool {
    let next = token + 1;
    let ends = next >= context.sentence_end(token);
    let starts = context.sentence(token).tokens.start == token;
    let joined_before = !starts
        && (context.is_capital(token - 1) && !context.opens_sentence(token - 1)
            || context.is_dash(token - 1) && !context.text.tokens[token].space_before);
    let joined_behind =
        !ends && (context.is_capital(next) || context.is_dash(next) || context.is_number(next));
    !joined_before
        && !joined_behind
        && (ends || !context.is_compound(token))
        && context.name_at(token).is_none()
        && context.head_noun_at(token).is_none()
        && context.role_at(token).is_none()
}
