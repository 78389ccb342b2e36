//! Finds programmes: recurring series, campaigns and awards, mostly by a quoted name.

use super::Context;
use super::event::{self, Rules};
use crate::model::{EntityType, Found};

const RULES: Rules = Rules {
    plain: "programme/head-noun",
    quoted: "programme/quoted",
    bare: "programme/bare-head-noun",
};

/// All programmes.
pub(super) fn names(context: &Context<'_>, found: &[Found]) -> Vec<Found> {
    event::titled(context, found, EntityType::Programme, &RULES)
}
