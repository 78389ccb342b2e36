//! Makes articles for measuring: the same ones for the same seed on every machine, any number of them.
//!
//! Article `i` depends on the seed and on `i` alone. The mix is meant to cost what real articles of the
//! genre cost: about 4 kB each, of which half of the sentences name nobody; places, bodies and countries
//! are those of the ontology; the number of people grows with the number of articles, and a few of them
//! are named far more often than the others. The sentences are invented; they stand in `sentences.toml`.

use ngoaivu::model::EntityType;
use ngoaivu::ontology::Ontology;
use serde::Deserialize;

/// What articles are made of.
pub(crate) struct Generator {
    parts: Parts,
    provinces: Vec<&'static str>,
    countries: Vec<&'static str>,
    agencies: Vec<&'static str>,
    seed: u64,
}

#[derive(Deserialize)]
struct Parts {
    titles: Vec<String>,
    sentences: Vec<String>,
    fillers: Vec<String>,
    posts: Vec<String>,
    events: Vec<String>,
    topics: Vec<String>,
    documents: Vec<String>,
    units: Vec<String>,
    surnames: Vec<String>,
    middle_names: Vec<String>,
    given_names: Vec<String>,
}

/// A made article.
pub(crate) struct Made {
    pub(crate) id: String,
    /// Title, dateline and paragraphs.
    pub(crate) text: String,
}

impl Generator {
    pub(crate) fn new(seed: u64) -> Self {
        let parts = toml::from_str(include_str!("sentences.toml"));
        let entries = &Ontology::embedded().entries;
        let named = |kind: EntityType| {
            let of_kind = entries.iter().filter(move |entry| entry.kind == kind);
            of_kind.map(|entry| entry.name.as_str()).collect()
        };
        Self {
            parts: parts.expect("sentences.toml holds every list"),
            provinces: named(EntityType::Province),
            countries: named(EntityType::Country),
            agencies: named(EntityType::Agency),
            seed,
        }
    }

    /// The article with this number.
    pub(crate) fn article(&self, number: u64) -> Made {
        let mut draw = Draw::new(self.seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let (year, month, day) = (
            2012 + draw.below(14),
            1 + draw.below(12),
            1 + draw.below(28),
        );
        let people = 60 + (3.0 * (number as f64).powf(0.75)) as u64;
        let mut scene = Scene {
            parts: self,
            people,
            province: draw.favourite(&self.provinces),
            country: draw.favourite(&self.countries),
            draw,
        };
        let title = scene.filled(&self.parts.titles);
        let mut text = format!("{title}\n\n{day:02}/{month:02}/{year} 09:15\n");
        for _ in 0..4 + scene.draw.below(9) {
            text.push('\n');
            for sentence in 0..2 + scene.draw.below(4) {
                if sentence > 0 {
                    text.push(' ');
                }
                let lists = [&self.parts.sentences, &self.parts.fillers];
                let list = lists[scene.draw.below(2) as usize];
                text.push_str(&scene.filled(list));
            }
            text.push('\n');
        }
        Made {
            id: format!("bai-{number:07}"),
            text,
        }
    }
}

/// One article while it is made.
struct Scene<'a> {
    parts: &'a Generator,
    people: u64,
    province: &'static str,
    country: &'static str,
    draw: Draw,
}

impl Scene<'_> {
    /// A sentence of the list with its `{slots}` filled.
    fn filled(&mut self, list: &[String]) -> String {
        let template = self.draw.any(list);
        let mut sentence = String::with_capacity(template.len() * 2);
        let mut rest = template.as_str();
        while let Some((before, behind)) = rest.split_once('{') {
            let (slot, behind) = behind.split_once('}').unwrap_or((behind, ""));
            sentence.push_str(before);
            sentence.push_str(&self.slot(slot));
            rest = behind;
        }
        sentence.push_str(rest);
        sentence
    }

    fn slot(&mut self, name: &str) -> String {
        let parts = &self.parts.parts;
        let draw = &mut self.draw;
        match name {
            "province" => self.province.to_owned(),
            "country" => self.country.to_owned(),
            "other_province" => draw.favourite(&self.parts.provinces).to_owned(),
            "other_country" => draw.favourite(&self.parts.countries).to_owned(),
            "agency" => draw.favourite(&self.parts.agencies).to_owned(),
            "post" => draw.any(&parts.posts).clone(),
            "event" => draw.any(&parts.events).clone(),
            "topic" => draw.any(&parts.topics).clone(),
            "document" => draw.any(&parts.documents).clone(),
            "unit" => draw.any(&parts.units).clone(),
            "person" => self.person(),
            "day" => format!("{}/{}", 1 + draw.below(28), 1 + draw.below(12)),
            "date" => format!(
                "{}/{}/{}",
                1 + draw.below(28),
                1 + draw.below(12),
                2012 + draw.below(14)
            ),
            "year" => (2010 + draw.below(16)).to_string(),
            "count" => (2 + draw.below(480)).to_string(),
            "amount" => format!("{}.{:03}", 1 + draw.below(90), draw.below(1000)),
            "percent" => format!("{},{}%", 1 + draw.below(40), 1 + draw.below(9)),
            "edition" => (1 + draw.below(30)).to_string(),
            other => panic!("sentences.toml: no slot {{{other}}}"),
        }
    }

    /// Someone of those known so far; who came first is named most.
    fn person(&mut self) -> String {
        let share = self.draw.unit();
        let person = (self.people as f64 * share * share * share) as u64;
        let mut of_person = Draw::new(person.wrapping_mul(0xd134_2543_de82_ef95) + 1);
        let parts = &self.parts.parts;
        let (surname, middle) = (
            of_person.any(&parts.surnames),
            of_person.any(&parts.middle_names),
        );
        let (first, second) = (
            of_person.any(&parts.given_names),
            of_person.any(&parts.given_names),
        );
        if of_person.below(3) == 0 {
            format!("{surname} {middle} {first}")
        } else {
            format!("{surname} {middle} {first} {second}")
        }
    }
}

/// Numbers that look random: SplitMix64.
struct Draw(u64);

impl Draw {
    fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// From 0 to 1.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn any<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u64) as usize]
    }

    /// One of a list, those at its head most often.
    fn favourite<T: Copy>(&mut self, list: &[T]) -> T {
        let share = self.unit();
        list[(list.len() as f64 * share * share) as usize]
    }
}
