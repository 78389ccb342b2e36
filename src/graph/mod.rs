//! The canonical graph of entities, held in petgraph.
