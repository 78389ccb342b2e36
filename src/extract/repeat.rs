//! Finds the other places where a name stands that was found once: without its title, shortened.

use rustc_hash::FxHashMap;

use super::{Context, around};
use crate::model::{EntityType, Found, Source};
use crate::text::{Case, TokenRange};

/// Adds untitled repetitions of people's and unknown bodies' and places' names.
pub(super) fn add(context: &Context<'_>, found: &mut Vec<Found>) {
    let forms = forms(context, found);
    if forms.by_words.is_empty() {
        return;
    }
    // A word that shares no bit with these opens none.
    let bit_of = |token: usize| context.text.short_word(token).bit();
    let first_words = forms.by_words.values().flatten();
    let first_words = first_words.fold(0, |bits, form| bits | bit_of(form.tokens.start));
    around::sort(found);
    let mut added: Vec<Found> = Vec::new();
    let mut token = 0;
    while token < context.token_count() {
        if first_words & bit_of(token) == 0 {
            token += 1;
            continue;
        }
        let Some(form) = forms.longest_at(context, token) else {
            token += 1;
            continue;
        };
        let range = token..token + form.tokens.len();
        let near = around::around(found, &range).iter();
        let near = near.chain(around::around(&added, &range));
        if free(context, near, form, &range) {
            added.push(repeated(context, found, form, range));
        }
        token += 1;
    }
    found.append(&mut added);
}

/// A name said again. A foreign surname with another first name is a person's whole name: `Anna Olsen` beside
/// `Peter Olsen`.
fn repeated(context: &Context<'_>, found: &[Found], form: &Form, range: TokenRange) -> Found {
    let foreign = |t: usize| {
        context.text.tokens[t].case == Case::Title
            && !context.text.is_vietnamese(t)
            && context.text.clean(t).chars().count() > 2
    };
    let first = range.start.checked_sub(1).filter(|&first| {
        form.kind == EntityType::Person
            && range.len() == 1
            && foreign(first)
            && foreign(range.start)
            && context.sentence(range.start).tokens.contains(&first)
            && context.name_at(first).is_none()
            && context.role_before(range.start).is_none()
            && around::around_token(found, first)
                .iter()
                .all(|name| !name.tokens.contains(&first))
    });
    match first {
        Some(first) => super::person::person(first..range.end, "person/first-name"),
        None => Found::new(range, form.kind, form.whole, "name/repeated"),
    }
}

/// Forms to look for.
#[derive(Default)]
struct Forms<'a> {
    /// By their words, folded.
    by_words: FxHashMap<Vec<&'a str>, Vec<Form>>,
    /// How many words the forms that begin with a folded word have, the most first.
    lengths: FxHashMap<&'a str, Vec<usize>>,
}

impl<'a> Forms<'a> {
    fn add(&mut self, context: &Context<'a>, form: Form) {
        let folded: Vec<&str> = folded_words(context, &form.tokens).collect();
        let list = self.by_words.entry(folded).or_default();
        let same = |other: &Form| words(context, other).eq(words(context, &form));
        if list.iter().any(same) {
            return;
        }
        let first = context.text.folded(form.tokens.start);
        let (lengths, length) = (self.lengths.entry(first).or_default(), form.tokens.len());
        let place = lengths.partition_point(|&other| other > length);
        if lengths.get(place) != Some(&length) {
            lengths.insert(place, length);
        }
        list.push(form);
    }

    /// The longest form that stands at a token.
    fn longest_at(&self, context: &Context<'a>, token: usize) -> Option<&Form> {
        let lengths = self.lengths.get(context.text.folded(token))?;
        let mut here = Vec::new();
        lengths.iter().find_map(|length| {
            here.clear();
            here.extend(folded_words(context, &(token..token + length)));
            let forms = self.by_words.get(here.as_slice())?;
            forms.iter().find(|form| stands_here(context, form, token))
        })
    }
}

fn folded_words<'a>(
    context: &Context<'a>,
    tokens: &TokenRange,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let text = context.text;
    let tokens = tokens.start..tokens.end.min(text.tokens.len());
    tokens.map(move |token| text.folded(token))
}

struct Form {
    /// Where it stands: its words count as written there, or folded where `folded` says so.
    tokens: TokenRange,
    /// Whether only the first word needs its capital: long names of bodies.
    folded: bool,
    /// The given name alone of a Vietnamese person.
    given: bool,
    kind: EntityType,
    whole: Source,
}

fn forms<'a>(context: &Context<'a>, found: &[Found]) -> Forms<'a> {
    let mut forms = Forms::default();
    for name in found {
        // `Basilan` in `đảo Basilan`, not `Phật` in `tượng Phật`
        let own = name.rule == "place/feature-name"
            && (name.tokens.len() > 1 || !context.text.is_vietnamese(name.tokens.start));
        let unknown = own || !matches!(name.source, Source::Entry(_) | Source::SameAs(..));
        if name.anaphor || !unknown {
            continue;
        }
        let form = |tokens: &TokenRange, folded, given| Form {
            tokens: tokens.clone(),
            folded,
            given,
            kind: name.kind,
            whole: whole(name),
        };
        if is_long_body(context, name) {
            forms.add(context, form(&name.tokens, true, false));
        }
        if let Some(brand) = brand(context, name) {
            forms.add(context, form(&brand, false, false));
        }
        for tokens in written_forms(context, name).into_iter().flatten() {
            let given = tokens.len() < name.tokens.len()
                && tokens.clone().all(|t| context.text.is_vietnamese(t));
            forms.add(context, form(&tokens, false, given));
        }
    }
    forms
}

/// `Zentrix` in `Tập đoàn Zentrix`: a foreign word behind the noun of firms is repeated without it.
fn brand(context: &Context<'_>, name: &Found) -> Option<TokenRange> {
    let Source::HeadNoun(_, length) = name.source else {
        return None;
    };
    let (start, end) = (name.tokens.start + length, name.tokens.end);
    let firm = name.kind == EntityType::Agency
        && context.cue_at(context.cues.maker, name.tokens.start) == Some(start);
    let foreign = |t: usize| context.is_capital(t) && !context.text.is_vietnamese(t);
    let word = end == start + 1 && foreign(start) && context.text.clean(start).chars().count() >= 4;
    (firm && word).then_some(start..end)
}

/// Names of bodies of three words and more are looked for in any case but for the first capital.
fn is_long_body(context: &Context<'_>, name: &Found) -> bool {
    name.kind == EntityType::Agency
        && matches!(name.source, Source::HeadNoun(..))
        && name.tokens.len() >= 3
        && context.is_capital(name.tokens.start)
}

/// The forms in which a name is repeated: for people by its last word, and whole.
fn written_forms(context: &Context<'_>, name: &Found) -> [Option<TokenRange>; 2] {
    let words = &name.tokens;
    if words.is_empty() {
        return [None, None];
    }
    let letters = |token: usize| context.text.clean(token).chars().count();
    let last = words.end - 1;
    match name.kind {
        EntityType::Person => {
            let foreign = |token: usize| !context.text.is_vietnamese(token);
            let shortened = if foreign(last) {
                letters(last) >= 3
            } else {
                (2..=4).contains(&words.len()) && !words.clone().any(foreign)
            };
            let whole = words.len() >= 2 || foreign(words.start);
            [
                (words.len() >= 2 && shortened).then_some(last..words.end),
                whole.then(|| words.clone()),
            ]
        }
        EntityType::Agency | EntityType::Place
            if words.clone().all(|t| starts_upper(context.text.clean(t)))
                && (words.len() > 1 || letters(words.start) >= 4) =>
        {
            [None, Some(words.clone())]
        }
        EntityType::Event | EntityType::Programme if is_quoted_brand(context, name) => {
            [None, Some(words.clone())]
        }
        _ => [None, None],
    }
}

/// `“Lima Expo 2019”`: an event found by its quotation marks, whose name needs none to be known again.
fn is_quoted_brand(context: &Context<'_>, name: &Found) -> bool {
    let word = |token: usize| context.text.clean(token);
    let mut words = name.tokens.clone();
    matches!(name.source, Source::HeadNoun(_, 0))
        && name.tokens.len() > 1
        && words.all(|token| starts_upper(word(token)) || context.is_number(token))
        && name
            .tokens
            .clone()
            .any(|token| !context.text.is_vietnamese(token))
}

fn whole(name: &Found) -> Source {
    match name.source {
        Source::SameAs(..) => name.source,
        _ => Source::SameAs(name.tokens.start, name.tokens.len()),
    }
}

/// The words of a form as they are looked for.
fn words<'a>(context: &Context<'a>, form: &Form) -> impl Iterator<Item = &'a str> {
    let (text, folded) = (context.text, form.folded);
    let word = move |token| {
        if folded {
            text.folded(token)
        } else {
            text.clean(token)
        }
    };
    form.tokens.clone().map(word)
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn stands_here(context: &Context<'_>, form: &Form, token: usize) -> bool {
    token + form.tokens.len() <= context.token_count()
        && (!form.folded || context.is_capital(token))
        && words(context, form).zip(token..).all(|(word, here)| {
            if form.folded {
                context.text.folded(here) == word
            } else {
                context.text.clean(here) == word
            }
        })
}

/// Whether the words are free: no name covers or crosses them, and no capital joins them.
fn free<'f>(
    context: &Context<'_>,
    mut near: impl Iterator<Item = &'f Found>,
    form: &Form,
    range: &std::ops::Range<usize>,
) -> bool {
    let joined = |token: usize| context.is_capital(token) && context.text.is_vietnamese(token);
    let alone = form.tokens.len() > 1
        || !(range.start > 0
            && joined(range.start - 1)
            && !context.opens_sentence(range.start - 1)
            && context.role_before(range.start).is_none());
    let holds = |f: &Found| {
        let event = matches!(form.kind, EntityType::Event | EntityType::Programme);
        let territory = matches!(
            f.kind,
            EntityType::Country | EntityType::Province | EntityType::Place
        );
        f.tokens.start >= range.start && f.tokens.end <= range.end && !(event && territory)
    };
    alone
        && (!form.given || is_given_name(context, range.start))
        && !near.any(|f| {
            f.tokens.start < range.end
                && range.start < f.tokens.end
                && (form.kind == EntityType::Person
                    || f.tokens == *range
                    || holds(f)
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

const BEHIND_PREPOSITION: &str = "place/preposition";

/// What is unknown and stands behind a preposition is no place where the article names a body or person
/// by the same words: `tại Omnia` beside `công ty Omnia`.
pub(super) fn agree(context: &Context<'_>, found: &mut [Found]) {
    if !found.iter().any(|name| name.rule == BEHIND_PREPOSITION) {
        return;
    }
    let mut surer: FxHashMap<String, (EntityType, Source)> = FxHashMap::default();
    let sure = found
        .iter()
        .filter(|name| matches!(name.kind, EntityType::Agency | EntityType::Person))
        .filter(|name| !name.anaphor && name.rule != "name/repeated");
    for name in sure {
        let head = match name.source {
            Source::HeadNoun(_, length) => length,
            _ => 0,
        };
        let own = name.tokens.start + head..name.tokens.end;
        let first = surer.entry(context.text.phrase(own));
        first.or_insert((name.kind, whole(name)));
    }
    for name in found.iter_mut() {
        if name.rule != BEHIND_PREPOSITION {
            continue;
        }
        let words = context.text.phrase(name.tokens.clone());
        if let Some(&(kind, source)) = surer.get(&words) {
            name.kind = kind;
            name.source = source;
            name.rule = "name/repeated";
        }
    }
}
