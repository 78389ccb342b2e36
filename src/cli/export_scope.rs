//! Arguments of `ngoaivu export` that choose a part of the store and how much of its sources.

use super::Usage;
use crate::export::{Format, Provenance, Scope, Wanted};
use crate::model::EntityType;
use crate::query::names::Names;
use crate::store::Store;

/// Which part of the store is exported as RDF.
#[derive(Debug, clap::Args)]
pub(super) struct ScopeArgs {
    /// Write only what surrounds the entity of this name (RDF); may be repeated
    #[arg(long, value_name = "NAME")]
    about: Vec<String>,
    /// How many statements away from it, with --about
    #[arg(long, value_name = "N", default_value_t = 1, requires = "about")]
    depth: usize,
    /// Write only what this article says (RDF); may be repeated
    #[arg(long, value_name = "ID")]
    article: Vec<String>,
    /// How much of the sources is written (RDF)
    #[arg(long, value_name = "HOW MUCH", value_enum, default_value_t = Sources::Quotes)]
    provenance: Sources,
    /// Name statements as RDF 1.2 does, by reifiers
    #[arg(long)]
    pub(super) rdf12: bool,
    /// Write more than what articles speak of
    #[arg(long, value_name = "WHAT")]
    include: Vec<Include>,
}

/// How much of the sources is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Sources {
    /// Only the direct triples between entities
    None,
    /// Also the statements, posts, visits and figures, each with its article
    Articles,
    /// Also the sentences
    Quotes,
}

/// What is left out unless asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Include {
    /// The vocabulary, and things that are known but not spoken of
    Ontology,
}

impl ScopeArgs {
    /// What can be said without looking at a store.
    pub(super) fn check(&self, format: Format) -> Result<(), Usage> {
        let whole = self.about.is_empty() && self.article.is_empty();
        let plain = whole && self.provenance == Sources::Quotes;
        if !format.is_rdf() && !plain {
            let message = "--about, --article and --provenance are for RDF formats";
            return Err(Usage(format!("{message}, and {format} is none")));
        }
        let named = [
            Format::Turtle,
            Format::Trig,
            Format::NTriples,
            Format::NQuads,
        ];
        if self.rdf12 && !named.contains(&format) {
            let message = format!("{format} has no RDF 1.2; use turtle, trig, ntriples or nquads");
            return Err(Usage(message));
        }
        Ok(())
    }

    /// The part of a store that is asked for.
    pub(super) fn scope(&self, store: &Store) -> anyhow::Result<Scope> {
        let iris = store.iris();
        let names = Names::new(store.oxigraph(), iris);
        let mut wanted = Wanted {
            ontology: self.include.contains(&Include::Ontology),
            depth: self.depth,
            provenance: match self.provenance {
                Sources::None => Provenance::None,
                Sources::Articles => Provenance::Articles,
                Sources::Quotes => Provenance::Quotes,
            },
            ..Wanted::default()
        };
        for name in &self.about {
            let found = names.find(name, &EntityType::ALL)?;
            if found.is_empty() {
                let near = names.suggest(name, &EntityType::ALL)?;
                let hint = match near.as_slice() {
                    [] => String::new(),
                    near => format!("; did you mean {}?", near.join(", ")),
                };
                return Err(Usage(format!("nothing in the store is called `{name}`{hint}")).into());
            }
            wanted
                .about
                .extend(found.into_iter().map(|entity| entity.iri));
        }
        for id in &self.article {
            let article = iris.article(id);
            if !store.oxigraph().contains_named_graph(&article)? {
                let message = format!("there is no article `{id}` in the store");
                return Err(Usage(format!(
                    "{message}; its id is its file's name without the ending"
                ))
                .into());
            }
            wanted.articles.push(article);
        }
        Ok(Scope::new(store.oxigraph(), iris, &wanted)?)
    }
}
