//! What one article says, in canonical ids and with quoted sentences: the form in which articles enter
//! the graph and the store, and come back from it.

use std::collections::{BTreeMap, BTreeSet};

use super::quote::quotes;
use crate::model::{
    AnnotatedArticle, Annotation, Article, Edtf, EntityId, EntityType, Metadata, Object, Predicate,
    Relation, Rule, Span,
};

/// What one article says. Nothing depends on the order of reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ArticleFacts {
    /// Identity within a store.
    pub id: String,
    /// Where it was read from, as the user named it.
    pub source: String,
    /// SHA-256 of the bytes it was read from.
    pub sha256: String,
    /// Version of the program that read it.
    pub software: String,
    /// What its source says about it.
    pub metadata: Metadata,
    /// The things it speaks of.
    pub entities: BTreeMap<EntityId, EntityFacts>,
    /// What it says of them.
    pub statements: BTreeMap<Statement, Reading>,
    /// The numbers it reports, by the place of the number and its unit.
    pub figures: BTreeMap<Span, FigureFacts>,
    /// The words of every sentence that something was read from.
    pub quotes: BTreeMap<Span, String>,
}

/// How an article describes an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityFacts {
    /// Its type.
    pub kind: EntityType,
    /// The fullest form in the article.
    pub name: String,
    /// Other forms.
    pub aliases: BTreeSet<String>,
    /// ISO 3166-1 alpha-2 or ISO 3166-2.
    pub code: Option<String>,
    /// The sentences that name it.
    pub sentences: BTreeSet<Span>,
}

/// A statement between canonical entities.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    /// Of whom or what.
    pub subject: EntityId,
    /// What is said.
    pub predicate: Predicate,
    /// Of what.
    pub object: Value,
    /// The role of a position or of a visitor, as written.
    pub title: Option<String>,
    /// When.
    pub time: Option<Edtf>,
}

/// The object of a [`Statement`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Another entity.
    Entity(EntityId),
    /// A date.
    Date(Edtf),
    /// Words.
    Text(String),
}

/// Where a statement was read, and by which rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The sentences, keys of [`ArticleFacts::quotes`].
    pub evidence: BTreeSet<Span>,
    /// The rules.
    pub rules: BTreeSet<Rule>,
}

/// A number that the article reports.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureFacts {
    /// The plain number.
    pub value: f64,
    /// What is counted, as written.
    pub unit: String,
    /// The time it speaks of.
    pub time: Option<Edtf>,
    /// Change in per cent.
    pub change: Option<f64>,
    /// Whose it is.
    pub owner: Option<EntityId>,
    /// The number and its unit as written.
    pub text: String,
    /// The sentence, a key of [`ArticleFacts::quotes`].
    pub evidence: Span,
    /// The rule.
    pub rule: Rule,
}

impl From<&AnnotatedArticle> for ArticleFacts {
    fn from(annotated: &AnnotatedArticle) -> Self {
        let AnnotatedArticle {
            article,
            annotation,
        } = annotated;
        let mut facts = Self {
            id: article.id.clone(),
            source: article.source.clone(),
            sha256: article.sha256.clone(),
            software: env!("CARGO_PKG_VERSION").to_owned(),
            metadata: article.metadata.clone(),
            entities: entities(article, annotation),
            statements: statements(annotation),
            figures: figures(annotation),
            quotes: BTreeMap::new(),
        };
        facts.quotes = quotes(&article.text, facts.evidence());
        facts
    }
}

impl ArticleFacts {
    /// Every sentence that something points to.
    fn evidence(&self) -> BTreeSet<Span> {
        let of_entities = self.entities.values().flat_map(|e| &e.sentences);
        let of_statements = self.statements.values().flat_map(|s| &s.evidence);
        let of_figures = self.figures.values().map(|figure| &figure.evidence);
        of_entities
            .chain(of_statements)
            .chain(of_figures)
            .copied()
            .collect()
    }
}

fn entities(article: &Article, annotation: &Annotation) -> BTreeMap<EntityId, EntityFacts> {
    let mut sentences = vec![BTreeSet::new(); annotation.entities.len()];
    for mention in &annotation.mentions {
        if let Some(of_entity) = sentences.get_mut(mention.entity) {
            of_entity.insert(sentence_around(mention.span, article, annotation));
        }
    }
    let described = annotation.entities.iter().zip(sentences);
    described
        .map(|(entity, sentences)| {
            let facts = EntityFacts {
                kind: entity.kind,
                name: entity.name.clone(),
                aliases: entity.aliases.iter().cloned().collect(),
                code: entity.code.clone(),
                sentences,
            };
            (entity.id.clone(), facts)
        })
        .collect()
}

/// The sentence that holds a span; where there is none its block, else the span alone.
fn sentence_around(span: Span, article: &Article, annotation: &Annotation) -> Span {
    let sentences = &annotation.sentences;
    let following = sentences.partition_point(|sentence| sentence.start <= span.start);
    let before = following.checked_sub(1).map(|index| sentences[index]);
    let in_block = || {
        let mut blocks = article.blocks.iter().map(|block| block.span);
        blocks.find(|block| block.contains(span))
    };
    before
        .filter(|sentence| sentence.contains(span))
        .or_else(in_block)
        .unwrap_or(span)
}

fn statements(annotation: &Annotation) -> BTreeMap<Statement, Reading> {
    let mut statements: BTreeMap<Statement, Reading> = BTreeMap::new();
    for relation in &annotation.relations {
        if let Some(statement) = statement(relation, annotation) {
            let reading = statements.entry(statement).or_default();
            reading.evidence.insert(relation.evidence);
            reading.rules.insert(relation.rule.clone());
        }
    }
    statements
}

fn statement(relation: &Relation, annotation: &Annotation) -> Option<Statement> {
    let id = |index: usize| Some(annotation.entities.get(index)?.id.clone());
    Some(Statement {
        subject: id(relation.subject)?,
        predicate: relation.predicate,
        object: match &relation.object {
            Object::Entity(index) => Value::Entity(id(*index)?),
            Object::Date(date) => Value::Date(*date),
            Object::Text(text) => Value::Text(text.clone()),
        },
        title: relation.title.clone(),
        time: relation.time,
    })
}

fn figures(annotation: &Annotation) -> BTreeMap<Span, FigureFacts> {
    let mut figures = BTreeMap::new();
    for figure in &annotation.figures {
        let owner = figure
            .owner
            .and_then(|index| annotation.entities.get(index));
        figures.entry(figure.span).or_insert_with(|| FigureFacts {
            value: figure.value,
            unit: figure.unit.clone(),
            time: figure.time,
            change: figure.change,
            owner: owner.map(|entity| entity.id.clone()),
            text: figure.text.clone(),
            evidence: figure.evidence,
            rule: figure.rule.clone(),
        });
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture;

    #[test]
    fn statements_of_several_sentences_are_one() {
        let mut annotated = fixture::conference();
        let mut again = annotated.annotation.relations[0].clone();
        again.evidence = annotated.annotation.sentences[1];
        again.rule = "organizes/passive".into();
        annotated.annotation.relations.push(again);
        let facts = ArticleFacts::from(&annotated);
        let (_, reading) = facts
            .statements
            .iter()
            .find(|(statement, _)| statement.predicate == Predicate::Organizes)
            .unwrap();
        assert_eq!(reading.evidence.len(), 2);
        assert_eq!(reading.rules.len(), 2);
    }

    #[test]
    fn every_sentence_is_quoted_by_code_points() {
        let annotated = fixture::conference();
        let facts = ArticleFacts::from(&annotated);
        let first = annotated.annotation.sentences[0];
        let text: Vec<char> = annotated.article.text.chars().collect();
        let expected: String = text[first.start as usize..first.end as usize]
            .iter()
            .collect();
        assert_eq!(facts.quotes[&first], expected);
        assert!(expected.starts_with("Ngày 25/3/2022"));
    }

    #[test]
    fn a_mention_outside_all_sentences_is_quoted_alone() {
        let mut annotated = fixture::conference();
        annotated.annotation.sentences.clear();
        annotated.article.blocks.clear();
        let facts = ArticleFacts::from(&annotated);
        let province = &facts.entities[&EntityId::new(EntityType::Province, "cần-thơ")];
        let words: Vec<&str> = province
            .sentences
            .iter()
            .map(|s| facts.quotes[s].as_str())
            .collect();
        assert_eq!(words, ["Cần Thơ", "Cần Thơ"]);
    }
}
