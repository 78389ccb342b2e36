//! What a text tells in a few hundred bytes: enough to see whether another text tells the same.
//!
//! Three sketches: of the runs of five words, which texts share as far as one was copied from the other;
//! of the numbers and of the names, by which two reports of one form differ although nearly all their
//! words are the same.

use std::fmt;
use std::str::FromStr;

use super::{Case, Text, TokenKind};
use crate::model::BlockKind;

/// Words in a run.
const RUN: usize = 5;

/// Runs are sorted into so many bins; of each bin the run with the smallest hash stands for it.
const BINS: usize = 126;

/// Numbers and names that are kept at most: those with the smallest hashes.
const MARKS: usize = 32;

/// A short form of a text, by which it can be compared with others that are not at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Number of runs of words.
    runs: u32,
    /// One byte for each bin; 0 where it is empty.
    bins: [u8; BINS],
    numbers: Marks,
    names: Marks,
}

/// A sketch of a set, whole where the set is small.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Marks {
    /// The smallest hashes, sorted.
    hashes: Vec<u16>,
}

impl Signature {
    /// The signature of a text: of its body, since titles and bylines are what papers change first.
    pub fn of(text: &Text) -> Self {
        let mut smallest = [u32::MAX; BINS];
        let mut runs = 0;
        let (mut numbers, mut names) = (Vec::new(), Vec::new());
        let mut last = [0_u64; RUN];
        let mut seen = 0;
        let body = text.sentences.iter().filter(|s| s.block == BlockKind::Body);
        for sentence in body {
            for token in sentence.tokens.clone() {
                let kind = text.tokens[token].kind;
                if kind == TokenKind::Mark {
                    continue;
                }
                let folded = text.folded(token);
                let word = hash(folded.as_bytes());
                if kind == TokenKind::Number {
                    numbers.extend(groups_of_digits(folded).map(|group| hash(group.as_bytes())));
                } else if text.tokens[token].case != Case::Lower && token > sentence.tokens.start {
                    names.push(word);
                }
                last[seen % RUN] = word;
                seen += 1;
                if seen >= RUN {
                    runs += 1;
                    put(run_hash(&last, seen % RUN), &mut smallest);
                }
            }
        }
        Self {
            runs,
            bins: smallest.map(byte_of),
            numbers: Marks::of(numbers),
            names: Marks::of(names),
        }
    }

    /// Number of runs of words in the text.
    pub fn len(&self) -> usize {
        self.runs as usize
    }

    /// Whether the text has no body to compare.
    pub fn is_empty(&self) -> bool {
        self.runs == 0
    }

    /// The share of runs of words that both texts hold among those that either holds, as far as the
    /// signatures tell.
    pub fn likeness(&self, other: &Self) -> f64 {
        let (mut both, mut either) = (0, 0);
        for (own, their) in self.bins.iter().zip(&other.bins) {
            either += u32::from(*own != 0 || *their != 0);
            both += u32::from(*own != 0 && own == their);
        }
        f64::from(both) / f64::from(either.max(1))
    }

    /// The share of the numbers of the text with fewer of them that the other holds too.
    pub fn numbers_shared(&self, other: &Self) -> f64 {
        self.numbers.shared(&other.numbers)
    }

    /// The share of the names of the text with fewer of them that the other holds too.
    pub fn names_shared(&self, other: &Self) -> f64 {
        self.names.shared(&other.names)
    }

    /// Keys that it has.
    pub const KEYS: usize = BINS / 3;

    /// One of its keys. Texts have one in common the more surely the more alike they are; texts that have
    /// none in common need not be compared.
    pub fn key(&self, number: usize) -> u32 {
        let bins = (3 * number..3 * number + 3).map(|at| self.lent(at));
        bins.fold(0, |key, byte| key << 8 | u32::from(byte))
    }

    /// What stands in a bin or, where it is empty, in the next one that is not, so that short texts have
    /// keys too.
    fn lent(&self, at: usize) -> u8 {
        let from_here = (at..at + BINS).map(|place| self.bins[place % BINS]);
        from_here.into_iter().find(|&byte| byte != 0).unwrap_or(0)
    }
}

impl Default for Signature {
    fn default() -> Self {
        Self {
            runs: 0,
            bins: [0; BINS],
            numbers: Marks::default(),
            names: Marks::default(),
        }
    }
}

impl Marks {
    fn of(words: Vec<u64>) -> Self {
        let mut hashes: Vec<u16> = words
            .into_iter()
            .map(|word| (mixed(word) >> 48) as u16)
            .collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes.truncate(MARKS);
        Self { hashes }
    }

    /// The largest hash up to which the sketch knows all of the set.
    fn reach(&self) -> u16 {
        match self.hashes.get(MARKS - 1) {
            Some(&last) => last,
            None => u16::MAX,
        }
    }

    fn shared(&self, other: &Self) -> f64 {
        let reach = self.reach().min(other.reach());
        let known = |marks: &Self| marks.hashes.partition_point(|&hash| hash <= reach);
        let own = &self.hashes[..known(self)];
        let fewer = own.len().min(known(other));
        if fewer == 0 {
            return 1.0;
        }
        let both = own
            .iter()
            .filter(|hash| other.hashes.binary_search(hash).is_ok());
        both.count() as f64 / fewer as f64
    }
}

/// The groups of a number without zeros before them: one paper writes `07.2` what another writes `7-2`.
fn groups_of_digits(number: &str) -> impl Iterator<Item = &str> {
    let groups = number.split(['.', ',']);
    groups.map(|group| group.trim_start_matches('0'))
}

/// FNV-1a, which will be the same in all versions of the program, unlike the hashes of collections.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The hash of a run whose words stand in a ring from `first` on.
fn run_hash(ring: &[u64; RUN], first: usize) -> u64 {
    let words = (0..RUN).map(|at| ring[(first + at) % RUN]);
    mixed(words.fold(0, |hash: u64, word| {
        hash.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word
    }))
}

/// The finish of SplitMix64: every bit of the result depends on every bit given.
fn mixed(mut hash: u64) -> u64 {
    hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ hash >> 31
}

fn put(run: u64, smallest: &mut [u32; BINS]) {
    let bin = ((run >> 32) * BINS as u64) >> 32;
    let bin = &mut smallest[bin as usize];
    *bin = (*bin).min(run as u32);
}

/// What is kept of a bin's smallest hash.
fn byte_of(smallest: u32) -> u8 {
    match smallest {
        u32::MAX => 0,
        smallest => (mixed(u64::from(smallest)) % 255) as u8 + 1,
    }
}

/// The signature is no signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no signature of a text")]
pub struct InvalidSignature;

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}.", self.runs)?;
        self.bins
            .iter()
            .try_for_each(|byte| write!(f, "{byte:02x}"))?;
        for marks in [&self.numbers, &self.names] {
            f.write_str(".")?;
            marks
                .hashes
                .iter()
                .try_for_each(|hash| write!(f, "{hash:04x}"))?;
        }
        Ok(())
    }
}

impl FromStr for Signature {
    type Err = InvalidSignature;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split('.');
        let mut part = || parts.next().ok_or(InvalidSignature);
        let runs = u32::from_str_radix(part()?, 16).map_err(|_| InvalidSignature)?;
        let bins: Vec<u8> = numbers_of(part()?, 2)?;
        let mut marks = || -> Result<Marks, InvalidSignature> {
            let hashes = numbers_of(part()?, 4)?;
            Ok(Marks { hashes })
        };
        Ok(Self {
            runs,
            bins: bins.try_into().map_err(|_| InvalidSignature)?,
            numbers: marks()?,
            names: marks()?,
        })
    }
}

/// Numbers of so many hexadecimal digits each.
fn numbers_of<T: TryFrom<u32>>(text: &str, digits: usize) -> Result<Vec<T>, InvalidSignature> {
    let numbers = text.as_bytes().chunks(digits).map(|chunk| {
        let number = std::str::from_utf8(chunk)
            .ok()
            .filter(|c| c.len() == digits);
        let number = number.and_then(|number| u32::from_str_radix(number, 16).ok());
        T::try_from(number.ok_or(InvalidSignature)?).map_err(|_| InvalidSignature)
    });
    numbers.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn signature(text: &str) -> Signature {
        Signature::of(&Text::from_phrase(text))
    }

    #[test]
    fn case_and_the_place_of_tone_marks_are_no_difference() {
        let one = signature("ĐOÀN ĐẠI BIỂU TỈNH KHÁNH HOÀ ĐẾN THĂM VÀ LÀM VIỆC");
        let two = signature("đoàn đại biểu tỉnh khánh hòa đến thăm và làm việc");
        assert_eq!(one.likeness(&two), 1.0);
    }

    #[test]
    fn numbers_are_compared_by_their_groups() {
        let one = signature("ngày 07.02 có 1.600 người");
        assert_eq!(
            one.numbers_shared(&signature("7-2, 1600 và 1,600 người")),
            1.0
        );
        assert_eq!(one.numbers_shared(&signature("ngày 8/3 có 90 người")), 0.0);
    }

    #[test]
    fn large_sets_are_compared_as_far_as_both_are_known() {
        let numbers = |range: std::ops::Range<u32>| {
            let words: Vec<String> = range.map(|number| number.to_string()).collect();
            signature(&words.join(" và "))
        };
        let shared = numbers(0..600).numbers_shared(&numbers(300..900));
        assert!((0.3..0.7).contains(&shared), "{shared}");
        assert_eq!(numbers(0..600).numbers_shared(&numbers(0..600)), 1.0);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "([A-Za-zđà]{1,6}[ .,]|[0-9]{1,4}[ .,]){0,200}") {
            let signature = signature(&text);
            prop_assert_eq!(signature.to_string().parse(), Ok(signature));
        }

        #[test]
        fn anything_else_is_refused(text in "[0-9a-f.é]{0,40}") {
            prop_assert!(text.parse::<Signature>().is_err());
        }
    }
}
