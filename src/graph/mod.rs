//! The canonical graph of entities, held in petgraph.

mod build;
mod describe;
mod facts;
#[cfg(test)]
pub(crate) mod fixture;
mod gathering;
mod layout;
mod measures;
mod merge;
mod name;
mod network;
mod node;
mod packed;
mod quote;
mod resolved;
mod stories;
#[cfg(test)]
mod tests;
mod view;

pub use build::KnowledgeGraph;
pub use describe::descriptions;
pub use facts::{ArticleFacts, EntityFacts, FigureFacts, Reading, Statement, Value};
pub use gathering::Gathering;
pub use measures::{Measured, Measures};
pub use name::preferred_name;
pub use network::{
    About, Component, Extra, Link, Network, NetworkEdge, NetworkNode, NodeKind, Selection, Spell,
};
pub use node::{ArticleNode, Edge, Node, Particulars, Sentence, Source};
pub use view::{EdgeView, NodeView};
