//! Sends bare head nouns (`Bộ`, `Hội nghị`) to the name they stand for.

use rustc_hash::FxHashMap;

use super::cluster::{Cluster, Material};
use super::knowledge::phrases;
use super::owner::Owners;
use crate::model::{EntityType, Found, Source};
use crate::text::{TokenRange, fold};

/// Attaches each anaphor to the last name before it with the same head noun, else to the first one
/// behind it; one without such a name stays out.
pub(super) fn attach(
    material: &Material<'_>,
    owners: &mut Owners,
    clusters: &mut Vec<Cluster>,
    cluster_of: &mut [Option<usize>],
) {
    if !material.found.iter().any(|name| name.anaphor) {
        return;
    }
    let folded = clusters.iter().map(|cluster| fold(&cluster.name));
    let folded: Vec<String> = folded.collect();
    let mut missions = Missions {
        posts: FxHashMap::default(),
    };
    let mut fitting: FxHashMap<(usize, EntityType), Fitting> = FxHashMap::default();
    for index in 0..material.found.len() {
        let name = &material.found[index];
        if !name.anaphor {
            continue;
        }
        let Source::HeadNoun(head, _) = name.source else {
            continue;
        };
        let fits = fitting.entry((head, name.kind)).or_insert_with(|| {
            let fit = |c: usize| {
                let words = folded.get(c).map_or("", String::as_str);
                is_of_kind(&clusters[c], name.kind, head)
                    && opens_with(material, &clusters[c], words, head)
            };
            Fitting::new((0..clusters.len()).map(fit).collect(), cluster_of)
        });
        let block = |other: usize| block_of(material, material.found[other].tokens.start);
        let target = match fits.before(index) {
            // A bare `Hội nghị` in a new paragraph is the one the article is about, which comes first.
            Some(near) if name.kind == EntityType::Event && block(near) != block(index) => {
                fits.names.first().copied()
            }
            other => other,
        }
        .or_else(|| fits.behind(index));
        let beside = owners
            .of_host(material, clusters, cluster_of, index)
            .or_else(|| owners.of_bare(material, clusters, index, head, false));
        let named = target.and_then(|t| cluster_of[t]);
        let home = beside.or(named).or_else(|| {
            if material.ontology.head_nouns[head].mission {
                let named = missions.named(material, head, name.tokens.start)?;
                return Some(mission(clusters, named, head));
            }
            owners
                .of_bare(material, clusters, index, head, true)
                .or_else(|| whole(material, clusters, head))
        });
        if let Some(home) = home {
            cluster_of[index] = Some(home);
            insert_sorted(&mut clusters[home].members, index);
            for ((noun, kind), fits) in &mut fitting {
                if home >= fits.clusters.len() {
                    fits.clusters.resize(home + 1, false);
                    fits.clusters[home] = (*noun, *kind) == (head, name.kind);
                }
                if fits.clusters[home] {
                    insert_sorted(&mut fits.names, index);
                }
            }
        }
    }
}

/// The missions that an article speaks of by their heads alone.
struct Missions {
    /// For each head noun where a diplomat's post stands, and the mission's name.
    posts: FxHashMap<usize, Vec<(usize, String)>>,
}

impl Missions {
    /// `Đại sứ quán` beside `Đại sứ Việt Nam tại Đức`: the embassy of that state there.
    fn named(&mut self, material: &Material<'_>, head: usize, token: usize) -> Option<&str> {
        let posts = self
            .posts
            .entry(head)
            .or_insert_with(|| posts_of(material, head));
        let behind = posts.partition_point(|&(at, _)| at < token);
        let nearest = behind.saturating_sub(1);
        posts.get(nearest).map(|(_, name)| name.as_str())
    }
}

/// The posts of those who head missions with a noun: `Đại sứ` for `Đại sứ quán`.
fn posts_of(material: &Material<'_>, head: usize) -> Vec<(usize, String)> {
    let text = material.text;
    let noun = &material.ontology.head_nouns[head].name;
    let folded = fold(noun);
    let Some(post) = folded.strip_suffix(" quán") else {
        return Vec::new();
    };
    let title: Vec<&str> = post.split(' ').collect();
    let states = material.found.iter().filter(|state| {
        let start = state.tokens.start;
        let words = start.checked_sub(title.len()).map(|begin| begin..start);
        let titled = |words: TokenRange| words.map(|t| text.folded(t)).eq(title.iter().copied());
        state.kind == EntityType::Country
            && state.tokens.end < text.tokens.len()
            && text.folded(state.tokens.end) == "tại"
            && words.is_some_and(titled)
    });
    let named = states.filter_map(|state| {
        let seats = material.beginning_at(state.tokens.end + 1);
        let seat = seats.max_by_key(|seat| seat.tokens.end)?;
        let words = |name: &Found| text.phrase(name.tokens.clone());
        let is_seat = matches!(seat.kind, EntityType::Country | EntityType::Place);
        let name = format!("{noun} {} tại {}", words(state), words(seat));
        is_seat.then_some((state.tokens.start, name))
    });
    named.collect()
}

/// The cluster of a mission with this name.
fn mission(clusters: &mut Vec<Cluster>, name: &str, head: usize) -> usize {
    let key = fold(name);
    let known = clusters
        .iter()
        .position(|c| c.kind == EntityType::Agency && c.key == key);
    known.unwrap_or_else(|| {
        let name = name.to_owned();
        clusters.push(Cluster::bare(EntityType::Agency, key, name, head));
        clusters.len() - 1
    })
}

/// The cluster of a body whose head noun is all of its name: `Thượng viện`.
fn whole(material: &Material<'_>, clusters: &mut Vec<Cluster>, head: usize) -> Option<usize> {
    let name = &material.ontology.head_nouns[head].name;
    phrases(material.ontology, "identity.whole-name")
        .contains(&fold(name))
        .then(|| mission(clusters, name, head))
}

/// What a bare head noun of one kind may stand for.
struct Fitting {
    /// Whether each cluster does.
    clusters: Vec<bool>,
    /// The names of those that do, sorted.
    names: Vec<usize>,
}

impl Fitting {
    fn new(clusters: Vec<bool>, cluster_of: &[Option<usize>]) -> Self {
        let names = (0..cluster_of.len()).filter(|&n| cluster_of[n].is_some_and(|c| clusters[c]));
        let names = names.collect();
        Self { clusters, names }
    }

    fn before(&self, index: usize) -> Option<usize> {
        let count = self.names.partition_point(|&name| name < index);
        count.checked_sub(1).map(|last| self.names[last])
    }

    fn behind(&self, index: usize) -> Option<usize> {
        let count = self.names.partition_point(|&name| name <= index);
        self.names.get(count).copied()
    }
}

/// Adds a number to sorted ones.
pub(super) fn insert_sorted(sorted: &mut Vec<usize>, number: usize) {
    let place = sorted.partition_point(|&other| other < number);
    sorted.insert(place, number);
}

/// Whether a cluster is of the kind of a bare head noun; `Chương trình` may be the event that this noun names:
/// `chương trình “Ngày Văn hóa Lào”`.
fn is_of_kind(cluster: &Cluster, kind: EntityType, head: usize) -> bool {
    let event = kind == EntityType::Programme
        && cluster.kind == EntityType::Event
        && cluster.head == Some(head);
    event || cluster.kind == kind
}

/// Whether a cluster's name, which is also given folded, opens with a head noun in one of its forms.
fn opens_with(material: &Material<'_>, cluster: &Cluster, name: &str, head: usize) -> bool {
    if cluster.head == Some(head) {
        return true;
    }
    if cluster.kind == EntityType::Province {
        let designation = cluster
            .entry
            .and_then(|entry| material.ontology.entries[entry].designation.as_deref());
        return designation.is_some_and(|designation| {
            fold(&material.ontology.head_nouns[head].name) == fold(designation)
        });
    }
    let labels = material.knowledge.labels(head);
    labels.iter().any(|label| {
        name.strip_prefix(label.as_str())
            .is_some_and(|rest| rest.starts_with(' '))
    })
}

fn block_of(material: &Material<'_>, token: usize) -> usize {
    material.text.sentences[material.text.sentence_of(token)].block_index
}
