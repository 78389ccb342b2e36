//! Builds the trie that finds all names, roles, head nouns and cues of a text.

use rayon::prelude::*;

use super::Target;
use super::lexicon::{Lexicon, ROOT, State, Syllable, short_word};
use super::phrase::{CaseRule, Phrase, folded};
use crate::text::{Text, TokenRange};

/// How many bytes of phrases are cut in one go.
const STRETCH: usize = 1 << 14;

/// Collects phrases for a [`Lexicon`].
#[derive(Debug, Default)]
pub(super) struct LexiconBuilder {
    stretches: Vec<Stretch>,
}

/// Phrases one behind the other. They are cut into tokens in one go, which is much cheaper than each
/// alone, and the stretches side by side: start-up waits for this.
#[derive(Debug, Default)]
struct Stretch {
    /// The phrases, a line each.
    text: String,
    /// What the phrases are, each with the byte at which its line ends.
    phrases: Vec<(usize, Target, CaseRule)>,
}

/// A stretch that is cut.
struct Cut {
    text: Text,
    phrases: Vec<(TokenRange, Phrase, CaseRule)>,
}

impl LexiconBuilder {
    /// Adds a phrase.
    pub(super) fn add(&mut self, phrase: &str, target: Target, rule: CaseRule) {
        match self.stretches.last_mut() {
            Some(stretch) if stretch.text.len() < STRETCH => stretch.add(phrase, target, rule),
            _ => {
                let mut stretch = Stretch {
                    text: String::with_capacity(STRETCH + phrase.len()),
                    ..Stretch::default()
                };
                stretch.add(phrase, target, rule);
                self.stretches.push(stretch);
            }
        }
    }

    /// Builds the trie.
    pub(super) fn build(self) -> Lexicon {
        let stretches = self.stretches.par_iter().with_max_len(1);
        let cut: Vec<Cut> = stretches.map(Stretch::cut).collect();
        let phrases = cut.iter().map(|cut| cut.phrases.len()).sum();
        let mut growing = Growing::with_room(phrases);
        for Cut { text, phrases } in cut {
            for (tokens, phrase, rule) in phrases {
                growing.add(&text, tokens, phrase, rule);
            }
        }
        growing.finish()
    }
}

impl Stretch {
    fn add(&mut self, phrase: &str, target: Target, rule: CaseRule) {
        self.text.push_str(phrase);
        self.text.push('\n');
        self.phrases.push((self.text.len(), target, rule));
    }

    fn cut(&self) -> Cut {
        let text = Text::from_phrase(&self.text);
        let mut phrases = Vec::with_capacity(self.phrases.len());
        let mut tokens = 0..0;
        let (mut start, mut point) = (0, 0);
        for &(end, target, rule) in &self.phrases {
            point += narrow(self.text[start..end].chars().count());
            start = end;
            let behind = text.tokens[tokens.end..].iter();
            let length = behind.take_while(|token| token.span.start < point).count();
            tokens = tokens.end..tokens.end + length;
            if length > 0 {
                let phrase = Phrase::new(&text, tokens.clone(), target, rule);
                phrases.push((tokens.clone(), phrase, rule));
            }
        }
        Cut { text, phrases }
    }
}

/// A trie that grows.
#[derive(Debug, Default)]
struct Growing {
    lexicon: Lexicon,
    states: State,
    /// For each phrase the state in which it ends.
    ends: Vec<State>,
    phrases: Vec<Phrase>,
    /// The syllables of phrases of which one capital may be enough, each with its place.
    relaxed: Vec<(usize, Vec<Syllable>)>,
    /// The states in which names of countries end.
    countries: Vec<State>,
}

impl Growing {
    /// One that has room for so many phrases.
    fn with_room(phrases: usize) -> Self {
        let mut growing = Self {
            states: ROOT + 1,
            ends: Vec::with_capacity(phrases),
            phrases: Vec::with_capacity(phrases),
            ..Self::default()
        };
        // Most phrases bring one state of their own at least.
        growing.lexicon.next.reserve(phrases);
        growing
    }

    fn add(&mut self, text: &Text, tokens: TokenRange, phrase: Phrase, rule: CaseRule) {
        let mut state = ROOT;
        let mut spelled = Vec::new();
        for token in tokens {
            let syllable = self.syllable(text, token);
            if rule == CaseRule::OneCapital {
                spelled.push(syllable);
            }
            state = self.step(state, syllable);
        }
        match rule {
            CaseRule::OneCapital => self.relaxed.push((self.phrases.len(), spelled)),
            CaseRule::Country => self.countries.push(state),
            CaseRule::Any | CaseRule::EveryCapital => {}
        }
        self.ends.push(state);
        self.phrases.push(phrase);
    }

    fn syllable(&mut self, text: &Text, token: usize) -> Syllable {
        let Lexicon {
            short,
            syllables,
            first,
            ..
        } = &mut self.lexicon;
        let add = || {
            first.push(ROOT);
            narrow(first.len() - 1)
        };
        match short_word(text, token) {
            0 => {
                let folded = folded(text, token);
                let known = syllables.get(folded).copied();
                known.unwrap_or_else(|| *syllables.entry(folded.into()).or_insert_with(add))
            }
            key => *short.entry(key).or_insert_with(add),
        }
    }

    /// The state after one more syllable, which may be a new one.
    fn step(&mut self, state: State, syllable: Syllable) -> State {
        let next = if state == ROOT {
            &mut self.lexicon.first[syllable as usize]
        } else {
            let next = &mut self.lexicon.next;
            next.entry((state, syllable)).or_insert(ROOT)
        };
        if *next == ROOT {
            *next = self.states;
            self.states += 1;
        }
        *next
    }

    fn finish(mut self) -> Lexicon {
        let mut countries = vec![false; self.states as usize];
        for &state in &self.countries {
            countries[state as usize] = true;
        }
        for (place, syllables) in &self.relaxed {
            let elsewhere = within(&self.lexicon, syllables, &countries);
            self.phrases[*place].relax(elsewhere);
        }
        let mut lexicon = self.lexicon;
        lexicon.offsets = offsets(&self.ends, self.states as usize);
        lexicon.phrases = ordered(&self.ends, self.phrases, &lexicon.offsets);
        lexicon
    }
}

/// Bit i: syllable i of a phrase belongs to a phrase that ends in one of the given states.
fn within(lexicon: &Lexicon, syllables: &[Syllable], ends: &[bool]) -> u64 {
    let syllables = &syllables[..syllables.len().min(64)];
    let mut bits = 0;
    for start in 0..syllables.len() {
        let mut state = ROOT;
        for (place, &syllable) in syllables.iter().enumerate().skip(start) {
            state = lexicon.step(state, syllable);
            if state == ROOT {
                break;
            }
            if ends[state as usize] {
                bits |= (start..=place).fold(0, |bits, i| bits | 1 << i);
            }
        }
    }
    bits
}

/// For each state how many phrases end in those before it; one more at the end.
fn offsets(ends: &[State], states: usize) -> Vec<u32> {
    let mut offsets = vec![0; states + 1];
    for &state in ends {
        offsets[state as usize + 1] += 1;
    }
    for state in 1..offsets.len() {
        offsets[state] += offsets[state - 1];
    }
    offsets
}

/// The phrases by the states in which they end; of one state those that need no context first, then in
/// the order of what they are.
fn ordered(ends: &[State], phrases: Vec<Phrase>, offsets: &[u32]) -> Vec<Phrase> {
    let mut next = offsets.to_vec();
    let mut places: Vec<Option<Phrase>> = phrases.iter().map(|_| None).collect();
    for (&state, phrase) in ends.iter().zip(phrases) {
        let place = &mut next[state as usize];
        places[*place as usize] = Some(phrase);
        *place += 1;
    }
    let mut ordered: Vec<Phrase> = places.into_iter().flatten().collect();
    for run in offsets.windows(2) {
        let run = &mut ordered[run[0] as usize..run[1] as usize];
        if run.len() > 1 {
            run.sort_by_key(|phrase| (phrase.target.is_doubtful(), phrase.target));
        }
    }
    ordered
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
