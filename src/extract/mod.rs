//! Finds mentions, dates and figures in a text: one file per kind of thing.
