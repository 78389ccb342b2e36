//! What an event's name says apart from how it is dressed: the words that matter and the numbers.

use super::knowledge::Knowledge;
use crate::ontology::NUMBERS;
use crate::text::ShortWord;

/// The list of words that one name of an event has and another of the same one lacks.
const FILLERS: &str = "identity.event-filler";

/// The list of nouns that open names of events where another one follows.
const CLASSIFIERS: &str = "identity.event-classifier";

/// The list of words that join others and say nothing themselves.
const JOINTS: &str = "identity.event-joint";

/// The lists of words of one meaning, the first of which stands for all.
const SAME: [&str; 2] = ["identity.foreign-minister", "identity.commemorating"];

/// The list of nouns of events that others may open the name of.
const FIRST_NOUNS: &str = "identity.event-first-noun";

/// The list of nouns of events that may stand behind another.
const NOUNS: &str = "identity.event-second-noun";

/// Fewest words that make names alike.
const FEWEST: usize = 3;

/// Fewest words of which a year more tells no other event.
const LONG: usize = 4;

/// A name without its dress, comparable with others of the article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Core {
    /// The words that matter, sorted.
    words: Vec<String>,
    /// Numbers in digits: years, editions, jubilees, sorted.
    numbers: Vec<u32>,
}

impl Core {
    /// The core of a folded name.
    pub(super) fn of(knowledge: &Knowledge<'_>, folded: &str) -> Self {
        let mut name = format!(" {folded} ");
        for list in SAME {
            if let [first, others @ ..] = knowledge.phrases(list) {
                for other in others {
                    name = name.replace(&format!(" {other} "), &format!(" {first} "));
                }
            }
        }
        for classifier in knowledge.phrases(CLASSIFIERS) {
            if let Some(rest) = behind(&name, classifier) {
                name = rest.to_owned();
            }
        }
        // `Hội nghị Đối thoại`, `cuộc thi Liên hoan`
        let nouns = knowledge.phrases(NOUNS);
        for first in knowledge.phrases(FIRST_NOUNS) {
            if let Some(rest) = behind(&name, first)
                && nouns.iter().any(|noun| behind(rest, noun).is_some())
            {
                name = rest.to_owned();
            }
        }
        for filler in knowledge.phrases(FILLERS) {
            let filler = format!(" {filler} ");
            while let Some(at) = name.find(&filler) {
                name.replace_range(at..at + filler.len(), " ");
            }
        }
        let jubilee = name.contains(" kỷ niệm ");
        let joints = knowledge.phrases(JOINTS);
        let spans = knowledge.phrases("identity.jubilee-span");
        let ordinal_behind = knowledge.phrases("identity.before-ordinal");
        let all: Vec<&str> = name.split_whitespace().collect();
        let mut core = Self::default();
        let mut inside = false;
        for (at, word) in all.iter().enumerate() {
            inside = match *word {
                "(" => true,
                ")" => false,
                _ => inside,
            };
            let idle = joints.iter().any(|joint| joint == word)
                || jubilee && spans.iter().any(|span| span == word)
                || *word == "năm" && all.get(at + 1).is_some_and(|next| digits(next).is_some());
            if inside || idle || !word.chars().any(char::is_alphanumeric) {
                continue;
            }
            let counted = at > 0 && ordinal_behind.iter().any(|before| before == all[at - 1]);
            let figures = || roman(word).filter(|_| counted || word.len() > 2);
            let spelled = || ordinal(word).filter(|_| counted);
            match digits(word).or_else(figures).or_else(spelled) {
                Some(number) => core.numbers.push(number),
                None => core.words.push((*word).to_owned()),
            }
        }
        core.words.sort_unstable();
        core.numbers.sort_unstable();
        core
    }

    /// What names that may be alike have in common.
    pub(super) fn handle(&self) -> String {
        if self.is_jubilee() {
            return format!("= {:?}", self.numbers);
        }
        format!("= {}", self.words.join(" "))
    }

    /// Whether two names may be those of one event: one may lack numbers of the other; of jubilees of a
    /// number, one may say less of whose they are.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let fewest = self.words.len().min(other.words.len());
        if self.is_jubilee() && other.is_jubilee() {
            return fewest > FEWEST
                && self.numbers == other.numbers
                && (within(&self.words, &other.words) || within(&other.words, &self.words));
        }
        fewest >= FEWEST
            && self.words == other.words
            && (is_year_of_edition(&self.numbers, &other.numbers)
                || fewest >= LONG
                    && (adds_year(&self.numbers, &other.numbers)
                        || adds_year(&other.numbers, &self.numbers))
                || adds_edition(&self.numbers, &other.numbers)
                || adds_edition(&other.numbers, &self.numbers))
    }

    /// Whether two names of the same words have other numbers: two events of a series.
    pub(super) fn is_other_edition(&self, other: &Self) -> bool {
        self.words == other.words
            && !within(&self.numbers, &other.numbers)
            && !within(&other.numbers, &self.numbers)
            && !is_year_of_edition(&self.numbers, &other.numbers)
    }

    /// `Kỷ niệm 50 năm …`
    fn is_jubilee(&self) -> bool {
        let has = |word: &str| self.words.iter().any(|own| own == word);
        !self.numbers.is_empty() && has("kỷ") && has("niệm")
    }
}

/// Whether the second name has the numbers of the first and an edition at most: a year tells two events of a
/// series apart, unless both have their edition.
fn adds_edition(some: &[u32], all: &[u32]) -> bool {
    let more = |number: &&u32| !some.contains(number);
    let edition = |&number: &u32| number < FIRST_YEAR;
    within(some, all) && (some.iter().any(&edition) || all.iter().filter(more).all(edition))
}

/// Whether one name has the year and the other the edition: `Hội chợ Gỗ 2017`, `Hội chợ Gỗ lần thứ 8`.
fn is_year_of_edition(some: &[u32], others: &[u32]) -> bool {
    match (some, others) {
        ([one], [other]) => (*one >= FIRST_YEAR) != (*other >= FIRST_YEAR),
        _ => false,
    }
}

/// Whether the second of two long names has a year and the first no number.
fn adds_year(some: &[u32], all: &[u32]) -> bool {
    some.is_empty() && matches!(all, [year] if *year >= FIRST_YEAR)
}

/// What follows a word or words at the start of a name.
fn behind<'n>(name: &'n str, first: &str) -> Option<&'n str> {
    let rest = name.trim_start().strip_prefix(first)?;
    rest.starts_with(' ').then_some(rest)
}

/// The least number that is a year.
const FIRST_YEAR: u32 = 1900;

/// Whether all of one list are in the other.
fn within<T: PartialEq>(some: &[T], all: &[T]) -> bool {
    some.iter().all(|one| all.contains(one))
}

/// A number in digits.
pub(super) fn digits(word: &str) -> Option<u32> {
    let written = word.bytes().all(|b| b.is_ascii_digit());
    written.then(|| word.parse().ok())?
}

/// `xiv`; fewer than three letters may be a word.
fn roman(word: &str) -> Option<u32> {
    let value = |letter: char| match letter {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let values: Vec<u32> = word.chars().map(value).collect::<Option<_>>()?;
    let signed = values.iter().enumerate().map(|(at, value)| {
        let smaller = values.get(at + 1).is_some_and(|next| next > value);
        i64::from(*value) * if smaller { -1 } else { 1 }
    });
    u32::try_from(signed.sum::<i64>()).ok()
}

/// A name with the first of several nouns for one kind of meeting.
pub(super) fn called_alike(knowledge: &Knowledge<'_>, folded: String) -> String {
    let [first, others @ ..] = knowledge.phrases("identity.meeting-of") else {
        return folded;
    };
    let rest = others
        .iter()
        .find_map(|noun| folded.strip_prefix(noun.as_str())?.strip_prefix(' '));
    match rest {
        Some(rest) => format!("{first} {rest}"),
        None => folded,
    }
}

/// `ba` behind `thứ`.
fn ordinal(word: &str) -> Option<u32> {
    NUMBERS.ordinal_of_event(ShortWord::new(word))
}

#[cfg(test)]
mod tests {
    use super::Core;
    use crate::ontology::Ontology;
    use crate::resolve::Knowledge;
    use crate::text::fold;

    fn alike(a: &str, b: &str) -> bool {
        let knowledge = Knowledge::new(Ontology::embedded());
        let core = |name: &str| Core::of(&knowledge, &fold(name));
        core(a).is_like(&core(b))
    }

    #[test]
    fn joints_and_dress_tell_no_events_apart() {
        assert!(alike(
            "Kỷ niệm 30 năm thiết lập quan hệ Chile - Lào",
            "lễ kỷ niệm 30 năm ngày thiết lập quan hệ giữa Lào và Chile"
        ));
        assert!(alike(
            "Diễn đàn quốc tế “ Sông và Biển ”",
            "Diễn đàn cấp cao “ Sông , Biển ”"
        ));
        assert!(alike(
            "Hội nghị Ngoại trưởng G20",
            "Hội nghị Bộ trưởng Ngoại giao G20"
        ));
        assert!(alike(
            "kỷ niệm 90 năm thành lập Hội Hoa",
            "Lễ kỷ niệm 90 năm ngày thành lập Hội Hoa Huế"
        ));
        assert!(alike(
            "Kỳ họp Ủy ban Sông Hồng",
            "Kỳ họp lần thứ III Ủy ban Sông Hồng"
        ));
        assert!(alike("Hội chợ Gỗ Chile 2017", "Hội chợ Gỗ Chile lần thứ 8"));
        assert!(alike(
            "Đối thoại APEC về Rừng và Biển xanh",
            "Hội nghị Đối thoại APEC 2017 về Rừng và Biển xanh"
        ));
        assert!(alike(
            "Kỷ niệm 30 năm ngày sinh của Hội Hoa",
            "lễ kỷ niệm lần thứ 30 ngày sinh Hội Hoa"
        ));
        assert!(alike(
            "Lễ hội cà phê lần thứ 6",
            "Lễ hội cà phê lần thứ 6 - 2017"
        ));
    }

    #[test]
    fn numbers_and_other_words_do() {
        assert!(!alike(
            "Kỷ niệm 30 năm quan hệ Chile - Lào",
            "Kỷ niệm 25 năm quan hệ Chile - Lào"
        ));
        assert!(!alike(
            "Hội nghị Bộ trưởng Tài chính G20",
            "Hội nghị Bộ trưởng G20"
        ));
        assert!(!alike("Hội nghị Huế", "Hội nghị Vinh"));
        assert!(!alike("Gặp gỡ Chile", "Gặp gỡ Chile 2019"));
        assert!(!alike(
            "Hội chợ Gỗ Chile lần thứ 7 - 2016",
            "Hội chợ Gỗ Chile 2017"
        ));
    }
}
