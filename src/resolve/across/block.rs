//! Descriptions that could be one thing, since they bear one name, and how they fall into groups.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::curation::Curation;
use super::super::description::Description;
use super::super::descriptions::Descriptions;
use super::super::knowledge::Knowledge;
use super::evidence::{Certainty, Policy, Profile, Reason, reason};
use super::id::name_groups;
use super::summary::Summary;
use super::{Identity, evidence};
use crate::model::{EntityId, EntityType};

/// Years between posts of one career.
const PAUSE: u16 = 15;
/// Steps of protocol rank between posts that follow each other.
const STEPS: u8 = 2;

/// One thing: the descriptions that are of it, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: EntityId,
    /// Its descriptions, sorted; indices into [`Identity::descriptions`].
    pub members: Vec<usize>,
    /// What joined them: one less than there are members.
    pub links: Vec<Link>,
    /// The name that an expert gave it.
    pub name: Option<String>,
    /// Whether an expert dropped it.
    pub dropped: bool,
}

/// Why two descriptions are one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// A description.
    pub a: usize,
    /// Another one.
    pub b: usize,
    /// Why.
    pub reason: Arc<Reason>,
}

/// Two things of one name that were kept apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Apart {
    /// One.
    pub a: EntityId,
    /// The other.
    pub b: EntityId,
    /// Why.
    pub words: String,
}

/// A group while it grows.
struct Draft {
    /// Its descriptions, by place in the block.
    places: Vec<usize>,
    links: Vec<Link>,
    summary: Summary,
    /// The names that an expert tells apart, as number of the rule and of its side.
    sides: BTreeSet<(usize, usize)>,
    articles: BTreeSet<usize>,
}

/// Descriptions of one block with what each brings along.
pub(super) struct Block {
    kind: EntityType,
    members: Vec<usize>,
    /// The descriptions, by place in the block.
    descriptions: Vec<Description>,
    profiles: Vec<Profile>,
    drafts: Vec<Draft>,
    /// The draft of each member.
    home: Vec<usize>,
}

impl Block {
    /// Gathers a block; every description is a group of its own.
    pub(super) fn gather(
        kind: EntityType,
        members: Vec<usize>,
        all: &Descriptions,
        knowledge: &Knowledge<'_>,
        curation: &Curation,
    ) -> Self {
        let descriptions = members.iter().map(|&member| all.get(member));
        let descriptions: Vec<Description> = descriptions.collect();
        let profiles: Vec<Profile> = descriptions
            .iter()
            .map(|description| evidence::profile(knowledge, kind, description))
            .collect();
        let mut first: Option<usize> = None;
        let drafts = descriptions.iter().zip(&profiles).enumerate();
        let drafts = drafts.map(|(place, (description, profile))| {
            // Events of one article that it tells apart are two. Descriptions of one article stand side by
            // side.
            first = first.filter(|&first| descriptions[first].article == description.article);
            Draft {
                places: vec![place],
                links: Vec::new(),
                summary: profile.summary.clone(),
                sides: curation.sides(description),
                articles: BTreeSet::from([*first.get_or_insert(place)]),
            }
        });
        Self {
            kind,
            drafts: drafts.collect(),
            home: (0..members.len()).collect(),
            members,
            descriptions,
            profiles,
        }
    }

    /// Joins what belongs together, the surest first, and hands the groups on.
    pub(super) fn settle(mut self, knowledge: &Knowledge<'_>, identity: &mut Identity) {
        self.join_shared();
        if self.kind == EntityType::Person {
            self.join_careers();
        }
        self.join_by_name();
        let mut drafts: Vec<Draft> = self.drafts;
        drafts.retain(|draft| !draft.places.is_empty());
        for draft in &mut drafts {
            draft.places.sort_unstable();
        }
        drafts.sort_by(|a, b| {
            let size = |draft: &Draft| std::cmp::Reverse(draft.places.len());
            (size(a), &a.places).cmp(&(size(b), &b.places))
        });
        let places: Vec<&[usize]> = drafts.iter().map(|d| d.places.as_slice()).collect();
        let ids = name_groups(self.kind, &places, &self.descriptions, knowledge);
        for (other, id) in drafts.iter().zip(&ids).skip(1).take(20) {
            identity.apart.push(Apart {
                a: ids[0].clone(),
                b: id.clone(),
                words: why_apart(&drafts[0], other),
            });
        }
        for (draft, id) in drafts.into_iter().zip(ids) {
            let places = draft.places.iter();
            identity.groups.push(Group {
                id,
                members: places.map(|&place| self.members[place]).collect(),
                links: draft.links,
                name: None,
                dropped: false,
            });
        }
    }

    /// Joins descriptions that share a key.
    fn join_shared(&mut self) {
        let mut sharing: BTreeMap<&Reason, Vec<usize>> = BTreeMap::new();
        for (place, profile) in self.profiles.iter().enumerate() {
            for key in &profile.keys {
                sharing.entry(key).or_default().push(place);
            }
        }
        let sharing: Vec<(Arc<Reason>, Vec<usize>)> = sharing
            .into_iter()
            .filter(|(_, places)| places.len() > 1)
            .map(|(key, places)| (Arc::new(key.clone()), places))
            .collect();
        let summaries = || self.profiles.iter().map(|profile| &profile.summary);
        let apart = summaries().any(|s| self.kind == EntityType::Event || !s.full_names.is_empty());
        for (key, places) in sharing {
            // Of each group the first of those that came.
            let mut earlier: Vec<usize> = Vec::new();
            // At least one of each group of the key; none twice but for what was joined just now.
            let mut sharing = places.clone();
            self.keep_first_of_each(&mut sharing);
            let mut joined = 0;
            for &place in &places {
                let others = earlier.iter().copied();
                let partner = others
                    .filter(|&other| self.home[other] != self.home[place])
                    .find(|&other| self.fit(self.home[other], self.home[place]));
                let torn = |place| apart && self.is_torn(place, &sharing);
                if let Some(other) = partner.filter(|&other| !torn(place) && !torn(other)) {
                    self.join(other, place, Arc::clone(&key));
                    self.keep_first_of_each(&mut earlier);
                    joined += 1;
                    if 2 * joined >= sharing.len() {
                        self.keep_first_of_each(&mut sharing);
                        joined = 0;
                    }
                }
                let own = self.home[place];
                if !earlier.iter().any(|&other| self.home[other] == own) {
                    earlier.push(place);
                }
            }
        }
    }

    /// Leaves of places that are in one group by now only the first.
    fn keep_first_of_each(&self, places: &mut Vec<usize>) {
        let mut seen = BTreeSet::new();
        places.retain(|&place| seen.insert(self.home[place]));
    }

    /// Whether a description without year or first name fits two that exclude each other among those
    /// that share a reason with it: one that could be either is neither.
    fn is_torn(&self, place: usize, sharing: &[usize]) -> bool {
        let tells = |home: usize| {
            let summary = &self.drafts[home].summary;
            match self.kind {
                EntityType::Event => summary.years.is_some(),
                EntityType::Person => !summary.full_names.is_empty(),
                _ => false,
            }
        };
        let own = self.home[place];
        if tells(own) {
            return false;
        }
        let mut fitting: Vec<usize> = Vec::new();
        for &place in sharing {
            let other = self.home[place];
            if tells(other) && !fitting.contains(&other) && self.fit(own, other) {
                if fitting.iter().any(|&before| !self.fit(before, other)) {
                    return true;
                }
                fitting.push(other);
            }
        }
        false
    }

    /// Joins people whose dated posts follow each other in one line.
    fn join_careers(&mut self) {
        let mut by_name: BTreeMap<BTreeSet<String>, Vec<(u16, u16, usize)>> = BTreeMap::new();
        for (place, draft) in self.drafts.iter().enumerate() {
            let named = self.profiles[place].policy != Policy::Evidence;
            if let (Some((first, last)), true) = (draft.summary.years, named)
                && !draft.places.is_empty()
                && draft.summary.rank > 0
            {
                let names = draft.summary.full_names.clone();
                let dated = by_name.entry(names).or_default();
                dated.push((first, last, place));
            }
        }
        for dated in by_name.into_values() {
            self.join_career(dated);
        }
    }

    fn join_career(&mut self, mut dated: Vec<(u16, u16, usize)>) {
        dated.sort_unstable();
        // Where two hold posts at one time, no line is the only one.
        if dated.windows(2).any(|pair| pair[0].1 >= pair[1].0) {
            return;
        }
        for pair in dated.windows(2) {
            let [(_, last, a), (first, _, b)] = [pair[0], pair[1]];
            let (a, b) = (self.home[a], self.home[b]);
            let ranks = (self.drafts[a].summary.rank, self.drafts[b].summary.rank);
            // A career rises; one that falls is more likely another's.
            let rises = ranks.1 <= ranks.0 && ranks.0 - ranks.1 <= STEPS;
            if first - last <= PAUSE && rises && self.fit(a, b) {
                let words = format!("the posts of {last} and {first} follow each other");
                let reason = Arc::new(reason(Certainty::Likely, words));
                self.join(pair[0].2, pair[1].2, reason);
            }
        }
    }

    /// Joins by name alone where the name is worth it and nothing speaks against it.
    fn join_by_name(&mut self) {
        let marked = |block: &Self| {
            let drafts = block.drafts.iter();
            drafts
                .filter(|d| !d.places.is_empty() && !d.summary.marks.is_empty())
                .count()
        };
        let rivals = marked(self) > 1;
        let mut order: Vec<usize> = (0..self.drafts.len())
            .filter(|&place| !self.drafts[place].places.is_empty())
            .filter(|&place| match self.profiles[place].policy {
                Policy::Name => true,
                Policy::Unrivalled => !rivals,
                Policy::Evidence => false,
            })
            .collect();
        order.sort_by_key(|&place| (std::cmp::Reverse(self.drafts[place].places.len()), place));
        let words = "they bear the same full name, and nothing speaks against it";
        let by_name = Arc::new(reason(Certainty::NameOnly, words.to_owned()));
        // Of each group the first of those that came.
        let mut earlier: Vec<usize> = order.iter().take(1).copied().collect();
        for &place in order.iter().skip(1) {
            // Of a Vietnamese name two bare mentions may well be two people; a third one, or someone
            // whom two articles tell by more than the name, makes it known.
            let known = order.len() > 2 || self.drafts[order[0]].places.len() > 1;
            if self.profiles[place].policy == Policy::Unrivalled && !known {
                continue;
            }
            let own = self.home[place];
            let homes = earlier.iter().map(|&other| self.home[other]);
            let fitting: Vec<usize> = homes.filter(|&home| self.fit(home, own)).take(2).collect();
            // One that could be either of two is neither.
            if let [home] = fitting.as_slice() {
                self.join(*home, place, Arc::clone(&by_name));
                self.keep_first_of_each(&mut earlier);
            } else {
                earlier.push(place);
            }
        }
    }

    /// Whether nothing speaks against two groups being one.
    fn fit(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.drafts[a], &self.drafts[b]);
        let one_article = || self.kind == EntityType::Event && !a.articles.is_disjoint(&b.articles);
        // The cheapest and most telling comes first: groups are compared far more often than joined.
        !a.summary.excludes(&b.summary) && !told_apart(a, b) && !one_article()
    }

    /// Makes one group of those of two places.
    fn join(&mut self, a: usize, b: usize, reason: Arc<Reason>) {
        let (keep, give) = (self.home[a], self.home[b]);
        let link = Link {
            a: self.members[a],
            b: self.members[b],
            reason,
        };
        if keep != give {
            let mut given = self.drafts[give].take();
            for &place in &given.places {
                self.home[place] = keep;
            }
            let draft = &mut self.drafts[keep];
            draft.links.append(&mut given.links);
            // The smaller goes into the larger, so that a group does not grow with the square of its size.
            if draft.places.len() < given.places.len() {
                std::mem::swap(&mut draft.places, &mut given.places);
                std::mem::swap(&mut draft.articles, &mut given.articles);
                std::mem::swap(&mut draft.summary, &mut given.summary);
                std::mem::swap(&mut draft.sides, &mut given.sides);
            }
            // `BTreeSet::append` would go over both sets.
            draft.places.append(&mut given.places);
            draft.articles.extend(given.articles);
            draft.summary.absorb(&given.summary);
            draft.sides.extend(given.sides);
        }
        self.drafts[keep].links.push(link);
    }
}

impl Draft {
    /// All that it holds; empty places stay.
    fn take(&mut self) -> Self {
        Self {
            places: std::mem::take(&mut self.places),
            links: std::mem::take(&mut self.links),
            summary: std::mem::take(&mut self.summary),
            sides: std::mem::take(&mut self.sides),
            articles: std::mem::take(&mut self.articles),
        }
    }
}

fn told_apart(a: &Draft, b: &Draft) -> bool {
    let sides = a.sides.iter();
    sides
        .flat_map(|(rule, side)| b.sides.iter().filter(move |(r, s)| r == rule && s != side))
        .next()
        .is_some()
}

fn why_apart(a: &Draft, b: &Draft) -> String {
    if told_apart(a, b) {
        return "the curation says that they are different".to_owned();
    }
    let conflict = a.summary.conflict(&b.summary);
    conflict.unwrap_or_else(|| "nothing but the name speaks for one".to_owned())
}
