//! An article's facts as few bytes, and back: articles that wait until all agree on who is who.

use std::collections::BTreeSet;

use super::{ArticleFacts, EntityFacts, FigureFacts, Reading, Statement, Value};
use crate::model::{Edtf, EntityId, EntityType, Metadata, Predicate, Rule, Span};

impl ArticleFacts {
    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.text(&self.id);
        out.text(&self.source);
        out.text(&self.sha256);
        out.text(&self.software);
        for text in metadata(&self.metadata) {
            out.optional(text.as_deref());
        }
        out.count(self.entities.len());
        for (id, entity) in &self.entities {
            out.text(id.as_str());
            out.entity(entity);
        }
        out.count(self.statements.len());
        for (statement, reading) in &self.statements {
            out.statement(statement);
            out.spans(&reading.evidence);
            out.texts(reading.rules.iter().map(Rule::as_ref));
        }
        out.count(self.figures.len());
        for (span, figure) in &self.figures {
            out.span(*span);
            out.figure(figure);
        }
        out.count(self.quotes.len());
        for (span, quote) in &self.quotes {
            out.span(*span);
            out.text(quote);
        }
        out.bytes
    }

    /// The facts with these bytes; none where they are no facts.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut input = Reader { rest: bytes };
        let mut facts = Self {
            id: input.text()?,
            source: input.text()?,
            sha256: input.text()?,
            software: input.text()?,
            metadata: input.metadata()?,
            ..Self::default()
        };
        facts.entities = input.many(|input| Some((EntityId(input.text()?), input.entity()?)))?;
        facts.statements = input.many(|input| Some((input.statement()?, input.reading()?)))?;
        facts.figures = input.many(|input| Some((input.span()?, input.figure()?)))?;
        facts.quotes = input.many(|input| Some((input.span()?, input.text()?)))?;
        input.rest.is_empty().then_some(facts)
    }
}

fn metadata(metadata: &Metadata) -> [&Option<String>; 6] {
    let Metadata {
        title,
        date,
        url,
        publisher,
        author,
        language,
    } = metadata;
    [title, date, url, publisher, author, language]
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Seven bits a byte, the lowest first; all but the last have the highest bit.
    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn optional(&mut self, text: Option<&str>) {
        self.number(text.is_some().into());
        text.into_iter().for_each(|text| self.text(text));
    }

    fn texts<'a>(&mut self, texts: impl ExactSizeIterator<Item = &'a str>) {
        self.count(texts.len());
        texts.for_each(|text| self.text(text));
    }

    fn span(&mut self, span: Span) {
        self.number(span.start);
        self.number(span.end);
    }

    fn spans(&mut self, spans: &BTreeSet<Span>) {
        self.count(spans.len());
        spans.iter().for_each(|span| self.span(*span));
    }

    fn time(&mut self, time: Option<Edtf>) {
        let time = time.map(|time| time.to_string());
        self.optional(time.as_deref());
    }

    fn float(&mut self, number: f64) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    fn entity(&mut self, entity: &EntityFacts) {
        let place = EntityType::ALL.iter().position(|kind| *kind == entity.kind);
        self.count(place.unwrap_or_default());
        self.text(&entity.name);
        self.texts(entity.aliases.iter().map(String::as_str));
        self.optional(entity.code.as_deref());
        self.spans(&entity.sentences);
    }

    fn statement(&mut self, statement: &Statement) {
        let predicates = &mut Predicate::ALL.iter();
        self.text(statement.subject.as_str());
        let place = predicates.position(|predicate| *predicate == statement.predicate);
        self.count(place.unwrap_or_default());
        let (form, object) = match &statement.object {
            Value::Entity(id) => (0, id.as_str().to_owned()),
            Value::Date(date) => (1, date.to_string()),
            Value::Text(text) => (2, text.clone()),
        };
        self.number(form);
        self.text(&object);
        self.optional(statement.title.as_deref());
        self.time(statement.time);
    }

    fn figure(&mut self, figure: &FigureFacts) {
        self.float(figure.value);
        self.text(&figure.unit);
        self.time(figure.time);
        self.number(figure.change.is_some().into());
        figure
            .change
            .into_iter()
            .for_each(|change| self.float(change));
        self.optional(figure.owner.as_ref().map(EntityId::as_str));
        self.text(&figure.text);
        self.span(figure.evidence);
        self.text(&figure.rule);
    }
}

/// Reads what [`Writer`] wrote; none where the bytes are others.
struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()? as usize;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }

    fn many<T, C: FromIterator<T>>(
        &mut self,
        mut one: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<C> {
        (0..self.number()?).map(|_| one(self)).collect()
    }

    /// What is there only where a one stands before it.
    fn optional<T>(&mut self, one: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.number()? {
            0 => Some(None),
            _ => one(self).map(Some),
        }
    }

    fn span(&mut self) -> Option<Span> {
        Some(Span::new(self.number()?, self.number()?))
    }

    fn time(&mut self) -> Option<Option<Edtf>> {
        self.optional(|input| input.text()?.parse().ok())
    }

    fn float(&mut self) -> Option<f64> {
        let (bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(f64::from_le_bytes(*bytes))
    }

    fn metadata(&mut self) -> Option<Metadata> {
        Some(Metadata {
            title: self.optional(Self::text)?,
            date: self.optional(Self::text)?,
            url: self.optional(Self::text)?,
            publisher: self.optional(Self::text)?,
            author: self.optional(Self::text)?,
            language: self.optional(Self::text)?,
        })
    }

    fn entity(&mut self) -> Option<EntityFacts> {
        Some(EntityFacts {
            kind: *EntityType::ALL.get(self.number()? as usize)?,
            name: self.text()?,
            aliases: self.many(Self::text)?,
            code: self.optional(Self::text)?,
            sentences: self.many(Self::span)?,
        })
    }

    fn statement(&mut self) -> Option<Statement> {
        Some(Statement {
            subject: EntityId(self.text()?),
            predicate: *Predicate::ALL.get(self.number()? as usize)?,
            object: match (self.number()?, self.text()?) {
                (0, id) => Value::Entity(EntityId(id)),
                (1, date) => Value::Date(date.parse().ok()?),
                (_, text) => Value::Text(text),
            },
            title: self.optional(Self::text)?,
            time: self.time()?,
        })
    }

    fn reading(&mut self) -> Option<Reading> {
        Some(Reading {
            evidence: self.many(Self::span)?,
            rules: self.many(|input| input.text().map(Rule::from))?,
        })
    }

    fn figure(&mut self) -> Option<FigureFacts> {
        Some(FigureFacts {
            value: self.float()?,
            unit: self.text()?,
            time: self.time()?,
            change: self.optional(Self::float)?,
            owner: self.optional(Self::text)?.map(EntityId),
            text: self.text()?,
            evidence: self.span()?,
            rule: self.text()?.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture;

    #[test]
    fn facts_come_back_from_their_bytes() {
        let articles = [fixture::conference(), fixture::appointment()];
        for mut facts in articles.map(|article| ArticleFacts::from(&article)) {
            facts.metadata.author = Some(String::new());
            facts.source = "x".repeat(20_000);
            facts.quotes.insert(Span::new(0, u32::MAX), String::new());
            let bytes = facts.to_bytes();
            assert_eq!(ArticleFacts::from_bytes(&bytes), Some(facts));
            assert_eq!(ArticleFacts::from_bytes(&bytes[..bytes.len() - 1]), None);
            assert_eq!(ArticleFacts::from_bytes(&[&bytes[..], &[0]].concat()), None);
        }
    }
}
