//! Gives bodies named without it their owner: `Sở Ngoại vụ` in an article on Đà Nẵng is that city's.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::cluster::{Cluster, Material, move_to};
use crate::model::{EntityId, EntityType, Source};
use crate::text::{TokenRange, fold};

/// How far behind a body without its territory the next one with it may stand, in tokens.
const REACH: usize = 10;

/// How the id that a body's key ends with begins, where it belongs to something.
const OWNERS: [&str; 2] = [" province/", " agency/"];

/// Completes bodies whose name leaves out the territory or the ministry.
pub(super) fn complete(
    material: &Material<'_>,
    clusters: &mut Vec<Cluster>,
    cluster_of: &mut [Option<usize>],
) -> Owners {
    let mut owners = Owners::new(material, clusters, cluster_of);
    let owned = owned_by_name(clusters);
    for index in 0..clusters.len() {
        let cluster = &clusters[index];
        if cluster.kind != EntityType::Agency || cluster.owned || cluster.members.is_empty() {
            continue;
        }
        let local = cluster
            .head
            .is_none_or(|head| material.ontology.head_nouns[head].local);
        let ministry = of_ministry(clusters, &owned, index);
        let bare = clusters[index].clone();
        let mut homes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &member in &bare.members {
            let province = local.then(|| owners.province_of(material, member, bare.city));
            let home = match province.flatten() {
                Some(province) => owners.home_in(material, clusters, &bare, province),
                None => ministry.unwrap_or(index),
            };
            homes.entry(home).or_default().push(member);
        }
        clusters[index].members.clear();
        for (home, members) in homes {
            let moved = Cluster {
                members,
                name: String::new(),
                ..bare.clone()
            };
            move_to(material, clusters, cluster_of, moved, home);
        }
    }
    owners
}

/// Bodies by their names without what they belong to, which their keys end with.
fn owned_by_name(clusters: &[Cluster]) -> FxHashMap<String, Vec<usize>> {
    let mut owned: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, cluster) in clusters.iter().enumerate() {
        if cluster.kind != EntityType::Agency || !cluster.owned {
            continue;
        }
        for (at, _) in OWNERS
            .iter()
            .flat_map(|owner| cluster.key.match_indices(owner))
        {
            let name = cluster.key[..at].to_owned();
            owned.entry(name).or_default().push(index);
        }
    }
    owned
}

/// The body of this name with its owner, where there is one only.
fn of_ministry(
    clusters: &[Cluster],
    owned: &FxHashMap<String, Vec<usize>>,
    bare: usize,
) -> Option<usize> {
    let named = owned.get(&clusters[bare].key)?.iter();
    let mut fuller = named.filter(|&&index| !clusters[index].members.is_empty());
    let first = fuller.next()?;
    fuller.next().is_none().then_some(*first)
}

/// Whose the bodies without their territory are: the provinces whose bodies an article names, by place,
/// and the one it is about.
pub(super) struct Owners {
    /// The first token of each local body's name and its province, in order: of all, of cities, of others.
    bodies: [Vec<(usize, usize)>; 3],
    /// The province named most, if no other is named as often.
    main: Option<usize>,
    /// Whether two mentions of provinces in three are of that one.
    clear: bool,
    /// Agencies by their keys.
    by_key: FxHashMap<String, usize>,
}

impl Owners {
    fn new(material: &Material<'_>, clusters: &[Cluster], cluster_of: &[Option<usize>]) -> Self {
        let local = |cluster: &Cluster| {
            let head = cluster.head?;
            (material.ontology.head_nouns[head].local && cluster.owned).then_some(())?;
            let slug = cluster.key.rsplit_once(' ')?.1.strip_prefix("province/")?;
            let id = EntityId::new(EntityType::Province, slug);
            material.ontology.entry(&id)
        };
        let provinces: Vec<Option<usize>> = clusters.iter().map(local).collect();
        let named = material.found.iter().zip(cluster_of);
        let named =
            named.filter_map(|(n, cluster)| Some((n.tokens.start, provinces[(*cluster)?]?)));
        let mut all: Vec<(usize, usize)> = named.collect();
        all.sort_unstable();
        let of = |city| {
            let bodies = all.iter().copied();
            bodies.filter(move |&(_, province)| is_of_level(material, province, Some(city)))
        };
        let (cities, others) = (of(true).collect(), of(false).collect());
        let (main, clear) = main_province(material, clusters);
        let agencies = clusters.iter().enumerate().rev();
        let agencies = agencies.filter(|(_, cluster)| cluster.kind == EntityType::Agency);
        Self {
            bodies: [all, cities, others],
            main,
            clear,
            by_key: agencies.map(|(i, c)| (c.key.clone(), i)).collect(),
        }
    }

    /// The bodies of provinces of a level.
    fn bodies(&self, city: Option<bool>) -> &[(usize, usize)] {
        &self.bodies[city.map_or(0, |city| if city { 1 } else { 2 })]
    }

    /// The province of the body said behind these words in one breath.
    fn behind(
        &self,
        material: &Material<'_>,
        tokens: &TokenRange,
        city: Option<bool>,
    ) -> Option<usize> {
        let bodies = self.bodies(city);
        let first = bodies.partition_point(|&(at, _)| at < tokens.end);
        let sentence = material.text.sentence_of(tokens.start);
        let limit = material.text.sentences[sentence].tokens.end;
        let &(at, province) = bodies.get(first)?;
        (at < limit.min(tokens.end + REACH)).then_some(province)
    }

    /// The province whose body a name without it means: that of the body said next in one breath, else
    /// of the one said last in the paragraph, else the one the article is about.
    fn province_of(
        &self,
        material: &Material<'_>,
        member: usize,
        city: Option<bool>,
    ) -> Option<usize> {
        let tokens = &material.found[member].tokens;
        let text = material.text;
        let block = |token: usize| text.sentences[text.sentence_of(token)].block_index;
        let bodies = self.bodies(city);
        let behind = bodies.partition_point(|&(at, _)| at < tokens.end);
        let before = behind.checked_sub(1).map(|last| bodies[last]);
        let beside = before.filter(|&(at, _)| block(at) == block(tokens.start));
        let main = self.main.filter(|&main| is_of_level(material, main, city));
        self.behind(material, tokens, city)
            .or(beside.map(|(_, province)| province))
            .or(main.filter(|_| self.clear))
            .or(before.map(|(_, province)| province))
            .or(main)
    }

    /// The cluster of a local body in a province; a new one where the article does not name it in full.
    fn home_in(
        &mut self,
        material: &Material<'_>,
        clusters: &mut Vec<Cluster>,
        bare: &Cluster,
        province: usize,
    ) -> usize {
        let entry = &material.ontology.entries[province];
        let key = format!("{} {}", bare.key, entry.id.as_str());
        *self.by_key.entry(key).or_insert_with_key(|key| {
            clusters.push(Cluster {
                name: format!("{} {}", bare.name, entry.name),
                key: key.clone(),
                members: Vec::new(),
                owned: true,
                ..bare.clone()
            });
            clusters.len() - 1
        })
    }

    /// The cluster of a body of the Party inside the body of the next post:
    /// `Bí thư Ban cán sự đảng, Bộ trưởng [Bộ Y tế]`.
    pub(super) fn of_host(
        &mut self,
        material: &Material<'_>,
        clusters: &mut Vec<Cluster>,
        cluster_of: &[Option<usize>],
        name: usize,
    ) -> Option<usize> {
        let bare = &material.found[name];
        let Source::HeadNoun(head, _) = bare.source else {
            return None;
        };
        let noun = &material.ontology.head_nouns[head];
        let folded = fold(&noun.name);
        let (text, end) = (material.text, bare.tokens.end);
        let listed = material.knowledge.listed("identity.hosted", &folded);
        if !listed || end >= text.tokens.len() || text.clean(end) != "," {
            return None;
        }
        let rest = material.found[name + 1..].iter().enumerate();
        let (behind, host) = rest
            .take_while(|(_, next)| next.tokens.start < end + REACH)
            .find(|(_, next)| next.tokens.start >= end)?;
        let same = text.sentence_of(end) == text.sentence_of(host.tokens.start);
        if host.kind != EntityType::Agency || host.anaphor || !same {
            return None;
        }
        let host = &clusters[cluster_of[name + 1 + behind]?];
        let full = format!("{} {}", noun.name, host.name);
        let key = format!("{folded} {}", host.key);
        Some(*self.by_key.entry(key).or_insert_with_key(|key| {
            clusters.push(Cluster::bare(EntityType::Agency, key.clone(), full, head));
            clusters.len() - 1
        }))
    }

    /// The cluster of the local body that a bare head noun stands for: that of the body said behind it,
    /// or, where `unnamed` says that the article names none, of the one it is about.
    pub(super) fn of_bare(
        &mut self,
        material: &Material<'_>,
        clusters: &mut Vec<Cluster>,
        name: usize,
        head: usize,
        unnamed: bool,
    ) -> Option<usize> {
        let noun = &material.ontology.head_nouns[head];
        let folded = fold(&noun.name);
        if !material.knowledge.listed("identity.of-province", &folded) {
            return None;
        }
        let city = match folded.split(' ').next() {
            Some("tỉnh") => Some(false),
            Some("thành") => Some(true),
            _ => None,
        };
        let province = if unnamed {
            self.province_of(material, name, city)
        } else {
            self.behind(material, &material.found[name].tokens, city)
        };
        let bare = Cluster::bare(EntityType::Agency, folded, noun.name.clone(), head);
        Some(self.home_in(material, clusters, &bare, province?))
    }
}

/// Whether a province is a city where the text says `UBND thành phố`, none where it says `UBND tỉnh`.
fn is_of_level(material: &Material<'_>, province: usize, city: Option<bool>) -> bool {
    let designation = material.ontology.entries[province].designation.as_deref();
    city.is_none_or(|city| designation.is_none_or(|d| (d == "thành phố") == city))
}

/// The province the article is about: the one named most, if no other is named as often; and whether two
/// mentions in three are its. Provinces inside the names of other bodies count as well.
fn main_province(material: &Material<'_>, clusters: &[Cluster]) -> (Option<usize>, bool) {
    let mut counts: Vec<(usize, usize)> = clusters
        .iter()
        .filter(|c| c.kind == EntityType::Province)
        .filter_map(|c| {
            let entry = c.entry?;
            let named = c
                .members
                .iter()
                .filter(|&&m| matches!(material.found[m].source, Source::Entry(_)))
                .count();
            Some((named, entry))
        })
        .collect();
    counts.sort_by(|a, b| b.cmp(a));
    let all: usize = counts.iter().map(|(named, _)| named).sum();
    match counts.as_slice() {
        [(most, entry), rest @ ..] if rest.first().is_none_or(|(second, _)| most > second) => {
            (Some(*entry), most * 3 >= all * 2)
        }
        _ => (None, false),
    }
}
