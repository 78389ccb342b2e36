//! ngoaivu builds a knowledge graph of Viet Nam's external affairs from Vietnamese articles.
//!
//! ```text
//! read ─► text ─► extract ─► relate ─► resolve ─► graph ─► rdf ─► store ─► query / export
//! ```
//!
//! Each module is one stage and imports only from stages below it; [`pipeline`](crate) alone knows
//! their order. `ARCHITECTURE.md` is the map.

pub mod cli;
pub mod evaluate;
pub mod export;
pub mod extract;
pub mod graph;
pub mod model;
pub mod ontology;
pub mod pipeline;
pub mod query;
pub mod rdf;
pub mod read;
pub mod relate;
pub mod resolve;
pub mod store;
pub mod text;
pub mod validate;
