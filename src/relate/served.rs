//! Which state the officials of an article serve.

use std::collections::BTreeMap;

use super::findings::Findings;
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};

/// Whom a person serves.
struct Service {
    /// The state's code.
    code: String,
    /// The state, where the article names it.
    state: Option<usize>,
    /// Whether as a diplomat, who lives abroad.
    diplomat: bool,
}

/// The officials of an article with the states they serve; `None` for those of whom two are said.
pub(super) struct Served<'s, 'a> {
    pub(super) story: &'s Story<'a>,
    people: BTreeMap<usize, Option<Service>>,
}

impl<'s, 'a> Served<'s, 'a> {
    /// Reads what the families of posts found.
    pub(super) fn new(story: &'s Story<'a>, findings: &Findings<'_>) -> Self {
        let mut people: BTreeMap<usize, Option<Service>> = BTreeMap::new();
        for post in findings.with(Predicate::HoldsPosition) {
            let Object::Entity(body) = post.object else {
                continue;
            };
            let state = story
                .state_served(post.subject)
                .or_else(|| story.state_of(body))
                .or_else(|| story.home().filter(|_| story.is_vietnamese(post.subject)));
            let code = state
                .and_then(|state| story.reading.entities[state].code.clone())
                .or_else(|| story.is_vietnamese(post.subject).then(|| "VN".to_owned()));
            let Some(code) = code else { continue };
            let diplomat = story.is_diplomatic_title(post.title.as_deref().unwrap_or(""));
            people
                .entry(post.subject)
                .and_modify(|known| {
                    *known = known.take().filter(|k| k.code == code).map(|mut k| {
                        k.diplomat |= diplomat;
                        k
                    });
                })
                .or_insert(Some(Service {
                    code,
                    state,
                    diplomat,
                }));
        }
        Self { story, people }
    }

    /// The state that a person acts for.
    pub(super) fn state_of(&self, person: usize) -> Option<usize> {
        self.people.get(&person)?.as_ref()?.state
    }

    /// The code of the state that a traveller comes from; none for diplomats, who live abroad.
    fn home_of(&self, traveller: usize) -> Option<&str> {
        let entities = &self.story.reading.entities;
        match self.story.reading.kind(traveller) {
            EntityType::Person => {
                let service = self.people.get(&traveller)?.as_ref()?;
                (!service.diplomat).then_some(service.code.as_str())
            }
            EntityType::Country => entities[traveller].code.as_deref(),
            EntityType::Province => Some("VN"),
            EntityType::Agency => {
                let state = self.story.state_of(traveller)?;
                entities[state].code.as_deref()
            }
            _ => None,
        }
    }

    /// Whether a place is known to lie in another state than the traveller's.
    pub(super) fn is_abroad(&self, traveller: usize, place: usize) -> bool {
        let home = self.home_of(traveller);
        let there = self.story.state_code(place);
        home.is_some() && there.is_some() && home != there
    }
}
