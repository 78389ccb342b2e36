//! Plain data that every stage shares: articles, spans, mentions, entities, relations, dates, figures.

mod annotation;
mod article;
mod candidate;
mod date;
mod entity;
mod figure;
mod index;
mod left_out;
mod mention;
mod problem;
mod relation;
mod rule;
mod span;
mod texts;

pub use annotation::{AnnotatedArticle, Annotation};
pub use article::{Article, Block, BlockKind, Metadata};
pub use candidate::{Found, Source};
pub use date::{DateExpression, Edtf, EdtfDate};
pub use entity::{Entity, EntityId, EntityType};
pub use figure::Figure;
pub(crate) use index::{Index, hash_of};
pub use left_out::LeftOut;
pub use mention::Mention;
pub use problem::{Problem, Severity};
pub use relation::{Object, Predicate, Relation};
pub use rule::Rule;
pub use span::{Place, Span};
pub(crate) use texts::Texts;
