//! Reads relations between mentions: one file per family of predicates.
