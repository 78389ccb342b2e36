//! Annotations as one JSON object per article, in the form of the annotation guidelines.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::{Deserialize, Serialize, Serializer};

use crate::model::{
    AnnotatedArticle, DateExpression, Entity, Figure, Mention, Object, Relation, Span,
};

/// One article's annotation as it is printed, and as gold files hold it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record<'a> {
    /// The input file's name without its ending.
    pub doc: Cow<'a, str>,
    /// The things spoken of.
    pub entities: Vec<EntityRecord<'a>>,
    /// Where they are named.
    pub mentions: Vec<MentionRecord<'a>>,
    /// Dates.
    pub dates: Vec<DateRecord<'a>>,
    /// Statements.
    pub relations: Vec<RelationRecord<'a>>,
    /// Figures.
    pub figures: Vec<FigureRecord<'a>>,
}

/// An entity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntityRecord<'a> {
    /// What mentions and relations call it.
    pub id: Cow<'a, str>,
    /// One of the nine types.
    #[serde(rename = "type")]
    pub kind: Cow<'a, str>,
    /// The fullest proper form in Vietnamese.
    pub name: Cow<'a, str>,
    /// ISO 3166-1 alpha-2 or ISO 3166-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Cow<'a, str>>,
}

/// A mention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MentionRecord<'a> {
    /// Id of the entity.
    pub entity: Cow<'a, str>,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words as written.
    pub text: Cow<'a, str>,
    /// A bare head noun that stands for a name.
    #[serde(default, skip_serializing_if = "is_false")]
    pub anaphor: bool,
    /// What reasonable readers may disagree on; only gold files say so.
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
    /// The rule that found it; gold files leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Cow<'a, str>>,
}

/// A date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DateRecord<'a> {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words as written.
    pub text: Cow<'a, str>,
    /// EDTF.
    pub value: Cow<'a, str>,
    /// The rule that read it; gold files leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Cow<'a, str>>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RelationRecord<'a> {
    /// Id of the subject.
    pub subject: Cow<'a, str>,
    /// One of the sixteen predicates.
    pub predicate: Cow<'a, str>,
    /// Id of an entity, EDTF, or words, as the predicate asks.
    pub object: Cow<'a, str>,
    /// Role of a position or of a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Cow<'a, str>>,
    /// EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Cow<'a, str>>,
    /// The sentence it was read from; gold files leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceRecord>,
    /// The rule that read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Cow<'a, str>>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureRecord<'a> {
    /// The plain number.
    #[serde(serialize_with = "plain_number")]
    pub value: f64,
    /// What it counts.
    pub unit: Cow<'a, str>,
    /// EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Cow<'a, str>>,
    /// Per cent, signed.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "plain_optional_number"
    )]
    pub change: Option<f64>,
    /// The words as written.
    pub text: Cow<'a, str>,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The sentence it was read from; gold files leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceRecord>,
    /// The rule that read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Cow<'a, str>>,
}

/// The span of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRecord {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

/// Writes one article's annotation as one line of JSON.
pub fn write_annotation(article: &AnnotatedArticle, writer: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *writer, &Record::from(article))?;
    writer.write_all(b"\n")
}

impl<'a> From<&'a AnnotatedArticle> for Record<'a> {
    fn from(article: &'a AnnotatedArticle) -> Self {
        let annotation = &article.annotation;
        let entities = &annotation.entities;
        Self {
            doc: (&article.article.id).into(),
            entities: entities.iter().map(entity_record).collect(),
            mentions: annotation
                .mentions
                .iter()
                .map(|mention| mention_record(mention, entities))
                .collect(),
            dates: annotation.dates.iter().map(date_record).collect(),
            relations: annotation
                .relations
                .iter()
                .map(|relation| relation_record(relation, entities))
                .collect(),
            figures: annotation.figures.iter().map(figure_record).collect(),
        }
    }
}

impl From<Span> for EvidenceRecord {
    fn from(span: Span) -> Self {
        Self {
            start: span.start,
            end: span.end,
        }
    }
}

fn entity_record(entity: &Entity) -> EntityRecord<'_> {
    EntityRecord {
        id: entity.id.as_str().into(),
        kind: entity.kind.name().into(),
        name: (&entity.name).into(),
        code: entity.code.as_ref().map(Into::into),
    }
}

fn mention_record<'a>(mention: &'a Mention, entities: &'a [Entity]) -> MentionRecord<'a> {
    MentionRecord {
        entity: id_of(entities, mention.entity),
        start: mention.span.start,
        end: mention.span.end,
        text: (&mention.text).into(),
        anaphor: mention.anaphor,
        optional: false,
        rule: Some((&*mention.rule).into()),
    }
}

fn date_record(date: &DateExpression) -> DateRecord<'_> {
    DateRecord {
        start: date.span.start,
        end: date.span.end,
        text: (&date.text).into(),
        value: date.value.to_string().into(),
        rule: Some((&*date.rule).into()),
    }
}

fn relation_record<'a>(relation: &'a Relation, entities: &'a [Entity]) -> RelationRecord<'a> {
    RelationRecord {
        subject: id_of(entities, relation.subject),
        predicate: relation.predicate.name().into(),
        object: match &relation.object {
            Object::Entity(index) => id_of(entities, *index),
            Object::Date(date) => date.to_string().into(),
            Object::Text(text) => text.into(),
        },
        title: relation.title.as_ref().map(Into::into),
        time: relation.time.map(|time| time.to_string().into()),
        evidence: Some(relation.evidence.into()),
        rule: Some((&*relation.rule).into()),
    }
}

fn figure_record(figure: &Figure) -> FigureRecord<'_> {
    FigureRecord {
        value: figure.value,
        unit: (&figure.unit).into(),
        time: figure.time.map(|time| time.to_string().into()),
        change: figure.change,
        text: (&figure.text).into(),
        start: figure.span.start,
        end: figure.span.end,
        evidence: Some(figure.evidence.into()),
        rule: Some((&*figure.rule).into()),
    }
}

fn id_of(entities: &[Entity], index: usize) -> Cow<'_, str> {
    entities
        .get(index)
        .map_or("", |entity| entity.id.as_str())
        .into()
}

fn is_false(value: &bool) -> bool {
    !value
}

/// 35000 rather than 35000.0, as the guidelines write numbers.
fn plain_number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    /// Beyond this, doubles no longer tell neighbouring whole numbers apart.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= EXACT {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

fn plain_optional_number<S: Serializer>(
    value: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => plain_number(value, serializer),
        None => serializer.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Annotation, Article, Edtf, EdtfDate, EntityId, EntityType, Metadata, Predicate,
    };

    fn article() -> AnnotatedArticle {
        let text = "Ông An, Giám đốc Sở Ngoại vụ, cho biết có 35 nghìn lượt khách.";
        let entity = |kind, slug: &str, name: &str| Entity {
            id: EntityId::new(kind, slug),
            kind,
            name: name.to_owned(),
            aliases: Vec::new(),
            code: None,
        };
        let evidence = Span::new(0, 62);
        AnnotatedArticle {
            article: Article {
                id: "mau".to_owned(),
                source: "mau.txt".to_owned(),
                text: text.to_owned(),
                blocks: Vec::new(),
                metadata: Metadata::default(),
                sha256: String::new(),
            },
            annotation: Annotation {
                sentences: vec![evidence],
                entities: vec![
                    entity(EntityType::Person, "an", "An"),
                    entity(EntityType::Agency, "so-ngoai-vu", "Sở Ngoại vụ"),
                ],
                mentions: vec![Mention {
                    entity: 0,
                    span: Span::new(4, 6),
                    text: "An".to_owned(),
                    anaphor: false,
                    rule: "person/honorific".into(),
                }],
                relations: vec![Relation {
                    subject: 0,
                    predicate: Predicate::HoldsPosition,
                    object: Object::Entity(1),
                    title: Some("Giám đốc".to_owned()),
                    time: None,
                    evidence,
                    rule: "position/apposition".into(),
                }],
                figures: vec![Figure {
                    value: 35_000.0,
                    unit: "lượt khách".to_owned(),
                    time: Some(Edtf::Date(EdtfDate::year(2022))),
                    change: Some(-2.5),
                    owner: None,
                    span: Span::new(42, 61),
                    text: "35 nghìn lượt khách".to_owned(),
                    evidence,
                    rule: "figure/counted".into(),
                }],
                ..Annotation::default()
            },
        }
    }

    #[test]
    fn one_line_in_the_form_of_the_guidelines() {
        let mut line = Vec::new();
        write_annotation(&article(), &mut line).unwrap();
        insta::assert_snapshot!(String::from_utf8(line).unwrap());
    }

    #[test]
    fn line_reads_back_as_it_was() {
        let mut line = Vec::new();
        write_annotation(&article(), &mut line).unwrap();
        let read: Record<'_> = serde_json::from_slice(&line).unwrap();
        assert_eq!(read, Record::from(&article()));
    }

    #[test]
    fn gold_form_reads_without_evidence_and_with_optional_mentions() {
        let gold = r#"{"doc": "a", "entities": [], "mentions": [{"entity": "x", "start": 0,
            "end": 1, "text": "A", "optional": true}], "dates": [], "relations": [], "figures":
            [{"value": 20.3, "unit": "%", "start": 0, "end": 2, "text": "20"}]}"#;
        let read: Record<'_> = serde_json::from_str(gold).unwrap();
        assert!(read.mentions[0].optional);
        assert_eq!(read.figures[0].evidence, None);
    }
}
