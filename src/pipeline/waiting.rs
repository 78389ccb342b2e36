//! A first build: articles wait until all agree on ids, and are loaded once.

use std::collections::BTreeMap;
use std::io;
use std::mem;
use std::sync::mpsc;
use std::thread;

use super::arrivals::misnamed;
use super::batches::Limits;
use super::identity::{Arrived, check_dropped, decide_arrived, ids, link_stories};
use super::{BuildError, Workers};
use crate::graph::ArticleFacts;
use crate::rdf::{GraphQuads, Mapping};
use crate::resolve::{Curation, Descriptions, Identity, Knowledge};
use crate::store::{Packed, Store, StoreError, StoredArticle, Waiting, resolved_quads};

/// Articles that are unpacked together, and lists of quads that are ready before they are loaded.
const BATCH: Limits = Limits {
    items: 64,
    weight: usize::MAX,
};
const AHEAD: usize = 128;

/// Articles that wait, and how the store will describe them.
pub(super) struct WaitingArticles {
    waiting: Waiting,
    articles: Vec<StoredArticle>,
}

impl WaitingArticles {
    /// None waits yet. Articles wait only for a first build.
    pub(super) fn of(store: &Store, first: bool) -> Result<Option<Self>, StoreError> {
        if !first {
            return Ok(None);
        }
        Ok(Some(Self {
            waiting: store.waiting()?,
            articles: Vec::new(),
        }))
    }

    pub(super) fn push(&mut self, facts: &ArticleFacts, packed: &Packed) -> Result<(), BuildError> {
        self.articles.push(StoredArticle {
            id: facts.id.clone(),
            sha256: facts.sha256.clone(),
            software: facts.software.clone(),
            source: facts.source.clone(),
            published: facts.metadata.date.clone(),
        });
        self.waiting.push(packed).map_err(BuildError::Waiting)
    }

    /// Decides who is who, and loads all articles under the ids that all agree on.
    pub(super) fn settle(
        self,
        store: &mut Store,
        mapping: &Mapping,
        knowledge: &Knowledge<'_>,
        workers: &Workers,
        mut arrived: Arrived,
        curation: &Curation,
    ) -> Result<Identity, BuildError> {
        let Self {
            waiting,
            mut articles,
        } = self;
        let renamed: BTreeMap<String, String> = misnamed(&articles).into_iter().collect();
        for (old, new) in &renamed {
            arrived.rename(old, new);
        }
        let mut as_read: Vec<String> = articles.iter().map(|article| article.id.clone()).collect();
        for article in &mut articles {
            if let Some(new) = renamed.get(&article.id) {
                article.id.clone_from(new);
            }
        }
        let signatures = arrived.take_signatures();
        let mut identity = decide_arrived(arrived, &ids(&articles), knowledge, curation)?;
        // Only what changes is asked for from here on, and loading needs room.
        identity.descriptions = Descriptions::default();
        identity.groups = Vec::new();
        let loading = Loading {
            mapping,
            curation,
            renamed: &renamed,
            identity: &identity,
        };
        let order = store.loading_order(articles.iter().map(|article| article.id.as_str()));
        let as_read = order.iter().map(|&place| mem::take(&mut as_read[place]));
        let as_read: Vec<String> = as_read.collect();
        let packed = waiting.read(order).map_err(BuildError::Waiting)?;
        loading.load(as_read.into_iter().zip(packed), workers, store)?;
        link_stories(store, &articles, signatures, true)?;
        Ok(identity)
    }
}

/// What is known when articles are loaded.
struct Loading<'a> {
    mapping: &'a Mapping,
    curation: &'a Curation,
    renamed: &'a BTreeMap<String, String>,
    identity: &'a Identity,
}

impl Loading<'_> {
    /// Unpacks articles on all threads while the store takes those before them.
    fn load(
        &self,
        packed: impl Iterator<Item = (String, io::Result<Packed>)> + Send,
        workers: &Workers,
        store: &mut Store,
    ) -> Result<(), BuildError> {
        let (sender, receiver) = mpsc::sync_channel::<GraphQuads>(AHEAD);
        let (fed, loaded) = thread::scope(|scope| {
            let feeding = scope.spawn(move || {
                let work = |(id, packed): (String, _)| self.unpacked(&id, packed);
                workers.in_order(
                    packed,
                    BATCH,
                    |_| 1,
                    work,
                    |quads: Result<_, BuildError>| {
                        // Who does not listen any more has failed, and tells why.
                        let sent = sender.send(quads?);
                        sent.map_err(|_| BuildError::Waiting(io::Error::other("loading ended")))
                    },
                )
            });
            let loaded = store.bulk_load(receiver.into_iter().flatten());
            (feeding.join(), loaded)
        });
        loaded?;
        fed.unwrap_or_else(|_| Err(BuildError::Waiting(io::Error::other("a thread ended"))))
    }

    /// The quads of an article under the ids that all agree on.
    fn unpacked(&self, id: &str, packed: io::Result<Packed>) -> Result<GraphQuads, BuildError> {
        let facts = packed.and_then(|packed| packed.facts());
        let mut facts = facts.map_err(BuildError::Waiting)?;
        if let Some(new) = self.renamed.get(id) {
            new.clone_into(&mut facts.id);
        }
        match self.identity.changes.get(&facts.id) {
            Some(changes) if !changes.is_empty() => {
                check_dropped(&facts, self.curation)?;
                Ok(resolved_quads(self.mapping, &facts, changes))
            }
            _ => Ok(self.mapping.article_quads(&facts)),
        }
    }
}
