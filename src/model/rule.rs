//! The name of the rule that read something.

use std::borrow::Cow;

/// Name of a rule, `family/rule`, for example `person/title` or `organizes/active`.
/// Rules in the code have static names; names read back from a store are owned.
pub type Rule = Cow<'static, str>;
