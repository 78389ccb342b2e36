//! Reads bytes into articles: one file per format.
