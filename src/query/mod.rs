//! Prebuilt and free SPARQL queries over a store.
