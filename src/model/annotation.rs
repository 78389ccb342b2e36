//! Everything read from one article.

use super::{Article, DateExpression, Entity, Figure, Mention, Relation, Span};

/// What extraction, relations and resolution found in one article. All lists are sorted by place in
/// the text, entities by their first mention.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annotation {
    /// The sentences that were read: what a mention is quoted with in the graph.
    pub sentences: Vec<Span>,
    /// The things spoken of; no two share an id.
    pub entities: Vec<Entity>,
    /// Where they are named.
    pub mentions: Vec<Mention>,
    /// Dates.
    pub dates: Vec<DateExpression>,
    /// Statements.
    pub relations: Vec<Relation>,
    /// Figures.
    pub figures: Vec<Figure>,
}

/// An article together with what was read from it: the unit that graph, RDF and store work on.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnotatedArticle {
    /// The article.
    pub article: Article,
    /// What was read from it.
    pub annotation: Annotation,
}
