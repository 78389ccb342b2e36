//! Arguments of `ngoaivu export` that choose a part of the store and how much of its sources.

use super::Usage;
use super::about::{AboutArgs, IncludeArgs};
use crate::export::{Format, Provenance, Scope, Wanted};
use crate::store::Store;

/// Which part of the store is exported as RDF.
#[derive(Debug, clap::Args)]
pub(super) struct ScopeArgs {
    #[command(flatten)]
    pub(super) about: AboutArgs,
    /// Write only what this article says (RDF); may be repeated
    #[arg(long, value_name = "ID")]
    article: Vec<String>,
    /// How much of the sources is written (RDF)
    #[arg(long, value_name = "HOW MUCH", value_enum, default_value_t = Sources::Quotes)]
    provenance: Sources,
    /// Name statements as RDF 1.2 does, by reifiers
    #[arg(long)]
    pub(super) rdf12: bool,
    #[command(flatten)]
    pub(super) include: IncludeArgs,
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

impl ScopeArgs {
    /// What can be said without looking at a store.
    pub(super) fn check(&self, format: Format) -> Result<(), Usage> {
        self.include.check(format)?;
        let plain = self.article.is_empty() && self.provenance == Sources::Quotes;
        if !format.is_rdf() && !plain {
            let message = "--article and --provenance are for RDF formats";
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
        let mut wanted = Wanted {
            ontology: self.include.ontology(),
            depth: self.about.depth,
            provenance: match self.provenance {
                Sources::None => Provenance::None,
                Sources::Articles => Provenance::Articles,
                Sources::Quotes => Provenance::Quotes,
            },
            ..Wanted::default()
        };
        let about = self.about.find(store)?;
        wanted
            .about
            .extend(about.into_iter().map(|entity| entity.iri));
        for id in &self.article {
            let article = iris.article(id);
            if !store.statements().contains_named_graph(&article)? {
                let message = format!("there is no article `{id}` in the store");
                return Err(Usage(format!(
                    "{message}; its id is its file's name without the ending"
                ))
                .into());
            }
            wanted.articles.push(article);
        }
        Ok(Scope::new(store.statements(), iris, &wanted)?)
    }
}
