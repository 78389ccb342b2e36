//! Descriptions of many articles in little memory: texts once, all else as numbers.

use std::cmp::Ordering;

use super::description::{Description, Post};
use crate::model::{Edtf, EdtfDate, EntityId, Predicate, Texts};

/// Descriptions by place. Each is looked at as a whole and by few at a time; so it is kept as the numbers
/// that it is made of, one behind the other.
#[derive(Debug, Clone, Default)]
pub struct Descriptions {
    texts: Texts,
    numbers: Vec<u32>,
    /// Where the numbers of each begin.
    starts: Vec<usize>,
}

/// Where article, id and name stand among the numbers of a description.
const ARTICLE: usize = 0;
const ID: usize = 1;
const NAME: usize = 2;

impl Descriptions {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The one at a place, which must be there.
    pub fn get(&self, place: usize) -> Description {
        let mut reader = Reader {
            texts: &self.texts,
            rest: self.numbers[self.starts[place]..].iter(),
        };
        reader.description()
    }

    /// The article of the one at a place.
    pub fn article(&self, place: usize) -> &str {
        self.text_at(place, ARTICLE)
    }

    /// The id that its article gives the one at a place.
    pub fn id(&self, place: usize) -> &str {
        self.text_at(place, ID)
    }

    /// The name of the one at a place.
    pub fn name(&self, place: usize) -> &str {
        self.text_at(place, NAME)
    }

    /// All of them, one after the other.
    pub fn iter(&self) -> impl Iterator<Item = Description> {
        (0..self.len()).map(|place| self.get(place))
    }

    /// Adds one behind the others.
    pub fn push(&mut self, description: &Description) {
        self.starts.push(self.numbers.len());
        self.push_text(&description.article);
        self.push_text(description.id.as_str());
        self.push_text(&description.name);
        self.numbers
            .push(description.spoken.map_or(0, |year| u32::from(year) + 1));
        self.push_count(description.posts.len());
        for post in &description.posts {
            self.push_text(post.body.as_str());
            self.push_text(&post.body_name);
            self.push_optional(post.title.as_deref());
            self.push_optional(post.territory.as_ref().map(EntityId::as_str));
            self.push_time(post.time);
        }
        self.push_count(description.companions.len());
        for companion in &description.companions {
            self.push_text(companion.as_str());
        }
        self.push_count(description.ties.len());
        for (predicate, tied) in &description.ties {
            self.numbers.push(*predicate as u32);
            self.push_text(tied.as_str());
        }
        self.push_count(description.dates.len());
        for date in &description.dates {
            self.push_time(Some(*date));
        }
    }

    /// Gives all of an article's descriptions another article.
    pub fn rename_article(&mut self, old: &str, new: &str) {
        let (old, new) = (self.texts.number(old), self.texts.number(new));
        for &start in &self.starts {
            let article = &mut self.numbers[start + ARTICLE];
            if *article == old {
                *article = new;
            }
        }
    }

    /// Leaves only those of articles that are wanted.
    pub fn retain_articles(&mut self, is_wanted: impl Fn(&str) -> bool) {
        // Those of one article mostly stand side by side.
        let mut last: Option<(u32, bool)> = None;
        let (texts, numbers) = (&self.texts, &self.numbers);
        self.starts.retain(|&start| {
            let article = numbers[start + ARTICLE];
            let known = last.filter(|(before, _)| *before == article);
            let (_, is_wanted) =
                *last.insert(known.unwrap_or_else(|| (article, is_wanted(texts.get(article)))));
            is_wanted
        });
    }

    /// Sorts them by article and id.
    pub fn sort(&mut self) {
        let (texts, numbers) = (&self.texts, &self.numbers);
        let order = |a: usize, b: usize, at: usize| {
            let (a, b) = (numbers[a + at], numbers[b + at]);
            match a == b {
                true => Ordering::Equal,
                false => texts.get(a).cmp(texts.get(b)),
            }
        };
        self.starts
            .sort_by(|&a, &b| order(a, b, ARTICLE).then_with(|| order(a, b, ID)));
    }

    fn text_at(&self, place: usize, at: usize) -> &str {
        self.texts.get(self.numbers[self.starts[place] + at])
    }

    fn push_text(&mut self, text: &str) {
        let number = self.texts.number(text);
        self.numbers.push(number);
    }

    /// A text behind one more than its number, or zero.
    fn push_optional(&mut self, text: Option<&str>) {
        let number = text.map_or(0, |text| self.texts.number(text) + 1);
        self.numbers.push(number);
    }

    fn push_count(&mut self, count: usize) {
        self.numbers.push(u32::try_from(count).unwrap_or(u32::MAX));
    }

    fn push_time(&mut self, time: Option<Edtf>) {
        let code = |date: EdtfDate| {
            let year = date.year.map_or(0, |year| u32::from(year) + 1);
            [
                year,
                u32::from(date.month.unwrap_or(0)) << 8 | u32::from(date.day.unwrap_or(0)),
            ]
        };
        match time {
            None => self.numbers.push(0),
            Some(Edtf::Date(date)) => {
                self.numbers.push(1);
                self.numbers.extend(code(date));
            }
            Some(Edtf::Interval(start, None)) => {
                self.numbers.push(2);
                self.numbers.extend(code(start));
            }
            Some(Edtf::Interval(start, Some(end))) => {
                self.numbers.push(3);
                self.numbers.extend(code(start));
                self.numbers.extend(code(end));
            }
        }
    }
}

impl From<Vec<Description>> for Descriptions {
    fn from(all: Vec<Description>) -> Self {
        let mut descriptions = Self::default();
        all.iter().for_each(|one| descriptions.push(one));
        descriptions
    }
}

/// Reads the numbers of a description.
struct Reader<'a> {
    texts: &'a Texts,
    rest: std::slice::Iter<'a, u32>,
}

impl Reader<'_> {
    fn description(&mut self) -> Description {
        let (article, id, name) = (self.text(), EntityId(self.text()), self.text());
        let spoken = self.number().checked_sub(1);
        Description {
            article,
            id,
            name,
            spoken: spoken.and_then(|year| u16::try_from(year).ok()),
            posts: (0..self.number()).map(|_| self.post()).collect(),
            companions: (0..self.number()).map(|_| EntityId(self.text())).collect(),
            ties: (0..self.number()).map(|_| self.tie()).collect(),
            dates: (0..self.number()).filter_map(|_| self.time()).collect(),
        }
    }

    fn post(&mut self) -> Post {
        Post {
            body: EntityId(self.text()),
            body_name: self.text(),
            title: self.optional(),
            territory: self.optional().map(EntityId),
            time: self.time(),
        }
    }

    fn tie(&mut self) -> (Predicate, EntityId) {
        let predicate = self.number() as usize % Predicate::ALL.len();
        (Predicate::ALL[predicate], EntityId(self.text()))
    }

    fn time(&mut self) -> Option<Edtf> {
        match self.number() {
            0 => None,
            1 => Some(Edtf::Date(self.date())),
            2 => Some(Edtf::Interval(self.date(), None)),
            _ => Some(Edtf::Interval(self.date(), Some(self.date()))),
        }
    }

    fn date(&mut self) -> EdtfDate {
        let year = self.number().checked_sub(1);
        let [day, month, ..] = self.number().to_le_bytes();
        EdtfDate {
            year: year.and_then(|year| u16::try_from(year).ok()),
            month: (month > 0).then_some(month),
            day: (day > 0).then_some(day),
        }
    }

    fn optional(&mut self) -> Option<String> {
        let number = self.number().checked_sub(1)?;
        Some(self.texts.get(number).to_owned())
    }

    fn text(&mut self) -> String {
        let number = self.number();
        self.texts.get(number).to_owned()
    }

    fn number(&mut self) -> u32 {
        self.rest.next().copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn described(article: &str, id: &str) -> Description {
        Description {
            article: article.to_owned(),
            id: EntityId(id.to_owned()),
            name: "Vũ Hoàng Sơn".to_owned(),
            spoken: Some(2021),
            posts: BTreeSet::from([
                Post {
                    body: EntityId("agency/vụ-á".to_owned()),
                    body_name: "Vụ Á".to_owned(),
                    title: Some("Vụ trưởng".to_owned()),
                    territory: None,
                    time: "2019-03/..".parse().ok(),
                },
                Post {
                    body: EntityId("country/la".to_owned()),
                    body_name: "Lào".to_owned(),
                    title: None,
                    territory: Some(EntityId("country/la".to_owned())),
                    time: None,
                },
            ]),
            companions: BTreeSet::from([EntityId("province/ha-noi".to_owned())]),
            ties: BTreeSet::from([(Predicate::Visits, EntityId("country/la".to_owned()))]),
            dates: ["2022-03-25", "XXXX-04-16", "2022-03-24/2022-03-25"]
                .iter()
                .filter_map(|date| date.parse().ok())
                .collect(),
        }
    }

    #[test]
    fn descriptions_come_back_as_they_went() {
        let mut bare = described("b", "event/y");
        (bare.spoken, bare.posts, bare.dates) = (None, BTreeSet::new(), BTreeSet::new());
        let all = vec![described("a", "person/x"), bare, described("a", "place/z")];
        let kept = Descriptions::from(all.clone());
        assert_eq!(kept.iter().collect::<Vec<_>>(), all);
        assert_eq!(
            (kept.article(1), kept.id(1), kept.name(1)),
            ("b", "event/y", "Vũ Hoàng Sơn")
        );
    }

    #[test]
    fn only_those_of_wanted_articles_stay_and_are_sorted() {
        let pairs = [
            ("b", "place/z"),
            ("b", "event/y"),
            ("c", "event/y"),
            ("a", "person/x"),
        ];
        let all: Vec<_> = pairs.map(|(article, id)| described(article, id)).into();
        let mut kept = Descriptions::from(all);
        kept.rename_article("a", "d");
        kept.retain_articles(|article| article != "c");
        kept.sort();
        let left: Vec<_> = (0..kept.len())
            .map(|at| (kept.article(at), kept.id(at)))
            .collect();
        assert_eq!(
            left,
            [("b", "event/y"), ("b", "place/z"), ("d", "person/x")]
        );
    }
}
