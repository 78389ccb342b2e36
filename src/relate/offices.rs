//! Who holds which post in one article, so that a bare `Bộ trưởng` finds its body and its holder.

use std::collections::BTreeSet;

use super::Reading;
use super::grammar::Post;
use super::line::{Item, ItemKind, Line};
use crate::model::EntityType;
use crate::ontology::RoleBody;

/// A post that the article gives with its body, its holder, or both.
#[derive(Debug, Clone)]
struct Known {
    /// Line and item.
    place: (usize, usize),
    title: String,
    body: Option<usize>,
    holder: Option<usize>,
    /// Whether it is held in another state.
    foreign: bool,
}

/// The posts of an article.
pub(super) struct Offices {
    known: Vec<Known>,
    /// Who holds a post in which body, as written.
    served: BTreeSet<(usize, usize)>,
}

impl Offices {
    pub(super) fn new(lines: &[Line<'_>]) -> Self {
        let mut known = Vec::new();
        let mut served = BTreeSet::new();
        for (index, line) in lines.iter().enumerate() {
            for (at, item) in line.items.iter().enumerate() {
                let (posts, holder) = match &item.kind {
                    ItemKind::Person(_, posts) => (posts, item.entity),
                    ItemKind::Office(posts) => (posts, None),
                    _ => continue,
                };
                for post in posts.iter().filter(|post| !post.rank_only) {
                    if let Some(holder) = holder.filter(|_| !post.implied_body) {
                        served.extend(post.bodies.iter().map(|&body| (holder, body)));
                    }
                    let body = (!post.implied_body)
                        .then(|| post.bodies.first().copied())
                        .flatten();
                    known.push(Known {
                        place: (index, at),
                        title: key(post),
                        body,
                        holder,
                        foreign: body.is_some_and(|body| is_other_state(line.reading, body)),
                    });
                }
            }
        }
        Self { known, served }
    }

    /// Whether the article itself says in what body this person holds this post.
    pub(super) fn body_is_written(&self, holder: usize, post: &Post) -> bool {
        let title = key(post);
        self.known
            .iter()
            .any(|k| k.holder == Some(holder) && k.title == title && k.body.is_some())
    }

    /// Whether the article itself names a post that this person holds in a body.
    pub(super) fn serves(&self, holder: usize, body: usize) -> bool {
        self.served.contains(&(holder, body))
    }

    /// The body of a post that a person holds and that is named without one: the one the same title was
    /// last given with, or is first given with later, for no other person; else the only agency that
    /// the title can head.
    pub(super) fn body_of(
        &self,
        reading: &Reading<'_>,
        person: usize,
        post: &Post,
        place: (usize, usize),
    ) -> Option<usize> {
        let title = key(post);
        let written = || {
            self.known
                .iter()
                .filter(|k| k.title == title)
                .filter(|k| k.holder.is_none_or(|holder| holder == person))
                .filter_map(|k| Some((k.place, k.body?)))
        };
        let role = &reading.ontology.roles[post.role];
        if role.body != RoleBody::Agency {
            return only(written().map(|(_, body)| body));
        }
        // `Chủ tịch` or `Giám đốc` may be of anything.
        role.head_noun?;
        let others = self
            .known
            .iter()
            .any(|k| k.title == title && k.holder.is_some_and(|holder| holder != person));
        written()
            .take_while(|(at, _)| *at < place)
            .last()
            .or_else(|| written().next())
            .map(|(_, body)| body)
            .or_else(|| only_agency_headed(reading, post).filter(|_| !others))
    }

    /// The bodies of the posts that named persons hold before a line, in order.
    pub(super) fn held_before(&self, line: usize) -> impl Iterator<Item = usize> {
        self.known
            .iter()
            .take_while(move |k| k.place.0 < line)
            .filter(|k| k.holder.is_some())
            .filter_map(|k| k.body)
    }

    /// Gives every office without a name its holder, where the article names one.
    pub(super) fn name_holders(&self, lines: &mut [Line<'_>]) {
        for (index, line) in lines.iter_mut().enumerate() {
            for at in 0..line.items.len() {
                let is_office = matches!(line.items[at].kind, ItemKind::Office(_));
                if is_office
                    && !(at > 0 && is_plural(line, at - 1))
                    && let Some(holder) = self.holder(&line.items[at], (index, at))
                {
                    line.name_holder(at, holder);
                }
            }
        }
    }

    /// The person last named with a post of this title, and of this body where one is given.
    fn holder(&self, item: &Item, place: (usize, usize)) -> Option<usize> {
        let ItemKind::Office(posts) = &item.kind else {
            return None;
        };
        posts.iter().find_map(|post| {
            let title = key(post);
            // `Thủ tướng [Nhật Bản]` is not the own one.
            let mut here = self.known.iter().filter(|k| k.place == place);
            let abroad = here.any(|k| k.title == title && k.foreign);
            let holders = || {
                self.known.iter().filter(|k| k.title == title).filter(|k| {
                    let given = post.bodies.first();
                    given.is_none()
                        || post.implied_body
                        || k.body.is_none() && !abroad
                        || k.body.as_ref() == given
                })
            };
            let before = |foreign: bool| {
                let known = holders().filter(|k| k.holder.is_some() && (foreign || !k.foreign));
                known.take_while(|k| k.place < place).last()
            };
            // A bare `Thủ tướng` is the own one rather than the guest.
            before(false)
                .or_else(|| before(true))
                .and_then(|k| k.holder)
                .or_else(|| only(holders().filter(|k| !k.foreign).filter_map(|k| k.holder)))
                .or_else(|| only(holders().filter_map(|k| k.holder)))
        })
    }
}

/// Whether an entity is a state other than Viet Nam.
fn is_other_state(reading: &Reading<'_>, entity: usize) -> bool {
    reading.kind(entity) == EntityType::Country
        && reading.entities[entity].code.as_deref() != Some("VN")
}

/// What two namings of one post share.
fn key(post: &Post) -> String {
    post.title.to_lowercase()
}

/// The value all items share; none where they differ.
fn only(mut items: impl Iterator<Item = usize>) -> Option<usize> {
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}

/// The one agency of the article whose name begins with the head noun of the role.
fn only_agency_headed(reading: &Reading<'_>, post: &Post) -> Option<usize> {
    let head = reading.ontology.roles[post.role].head_noun?;
    let head = format!("{} ", reading.ontology.head_nouns[head].name.to_lowercase());
    only((0..reading.entities.len()).filter(|&entity| {
        reading.kind(entity) == EntityType::Agency
            && reading.entities[entity]
                .name
                .to_lowercase()
                .starts_with(&head)
    }))
}

/// Whether the word before an office makes it several: `các Đại sứ`, `hai Bộ trưởng`.
fn is_plural(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    line.cue_at("positions.plural", at).is_some()
        || word.chars().next().is_some_and(|c| c.is_ascii_digit())
}
