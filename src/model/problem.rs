//! What went wrong with one input, without stopping the others.

use std::fmt;

/// How bad a [`Problem`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The input was read, with a reservation.
    Note,
    /// The input was skipped.
    Skipped,
}

/// A remark on one input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, or `file#line`, or `-`.
    pub source: String,
    /// What is wrong and what to do, lower case, without a full stop.
    pub message: String,
    /// Whether it was skipped.
    pub severity: Severity,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.source, self.message)
    }
}
