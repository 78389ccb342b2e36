//! Builds readings from sentences with their names marked, for the tests of the rules.
//!
//! `[Bộ Ngoại giao|Agency]` marks a name, `[Bộ|Agency=Bộ Ngoại giao]` another naming of one thing, and
//! `{ngày 12/8/2018=2018-08-12}` a date. Marks may be nested; a line is a paragraph.

use super::{Reading, RelationCues, relations};
use crate::model::{
    Article, Block, BlockKind, DateExpression, Entity, EntityId, EntityType, Mention, Metadata,
    Object, Span,
};
use crate::ontology::Ontology;
use crate::text::Text;

#[derive(Default)]
struct Marked {
    text: String,
    length: u32,
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
    dates: Vec<DateExpression>,
}

impl Marked {
    fn push(&mut self, c: char) {
        self.text.push(c);
        self.length += 1;
    }

    /// The words from a place on.
    fn since(&self, start: u32) -> String {
        self.text.chars().skip(start as usize).collect()
    }

    fn name(&mut self, start: u32, label: &str) {
        let text = self.since(start);
        let (kind, name) = label.split_once('=').unwrap_or((label, &text));
        let kind = EntityType::from_name(kind).expect("a type stands behind `|`");
        let known = self
            .entities
            .iter()
            .position(|e| e.kind == kind && e.name == name);
        let entity = known.unwrap_or_else(|| {
            self.entities.push(Entity {
                id: EntityId::new(kind, &name.to_lowercase().replace(' ', "-")),
                kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                code: code(kind, name),
            });
            self.entities.len() - 1
        });
        self.mentions.push(Mention {
            entity,
            span: Span::new(start, self.length),
            text: text.clone(),
            anaphor: false,
            rule: "test".into(),
        });
    }

    fn date(&mut self, start: u32, value: &str) {
        self.dates.push(DateExpression {
            span: Span::new(start, self.length),
            text: self.since(start),
            value: value.parse().expect("an EDTF date stands behind `=`"),
            rule: "test".into(),
        });
    }
}

/// The code of a state that the ontology knows by this name.
fn code(kind: EntityType, name: &str) -> Option<String> {
    let ontology = Ontology::embedded();
    let known = ontology.entries_named(name).into_iter();
    known
        .map(|(entry, _)| &ontology.entries[entry])
        .find(|entry| kind == EntityType::Country && entry.kind == kind)
        .and_then(|entry| entry.code.clone())
}

fn parse(marked: &str) -> Marked {
    let mut out = Marked::default();
    let mut open = Vec::new();
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '[' | '{' => open.push(out.length),
            '|' => {
                let label: String = chars.by_ref().take_while(|&c| c != ']').collect();
                out.name(open.pop().expect("a name is open"), &label);
            }
            '=' => {
                let value: String = chars.by_ref().take_while(|&c| c != '}').collect();
                out.date(open.pop().expect("a date is open"), &value);
            }
            other => out.push(other),
        }
    }
    out
}

fn article(marked: &Marked) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in marked.text.split('\n') {
        let end = start + u32::try_from(line.chars().count()).expect("short");
        blocks.push(Block {
            span: Span::new(start, end),
            kind: BlockKind::Body,
        });
        start = end + 1;
    }
    Article {
        id: "test".to_owned(),
        source: "test".to_owned(),
        text: marked.text.clone(),
        blocks,
        metadata: Metadata::default(),
        sha256: String::new(),
    }
}

/// The relations of a marked text as `subject predicate object`, with ` (title)` and ` @time` behind.
fn read(marked: &str) -> Vec<String> {
    let marked = parse(marked);
    let article = article(&marked);
    let text = Text::analyse(&article);
    let ontology = Ontology::embedded();
    let matches = ontology.matches(&text);
    let reading = Reading::new(
        &text,
        ontology,
        &matches,
        &marked.entities,
        &marked.mentions,
        &marked.dates,
    );
    let name = |entity: usize| marked.entities[entity].name.clone();
    relations(&reading, &RelationCues::new(ontology))
        .into_iter()
        .map(|relation| {
            let object = match relation.object {
                Object::Entity(entity) => name(entity),
                Object::Date(date) => date.to_string(),
                Object::Text(text) => format!("“{text}”"),
            };
            let title = relation.title.map_or(String::new(), |t| format!(" ({t})"));
            let time = relation.time.map_or(String::new(), |t| format!(" @{t}"));
            let subject = name(relation.subject);
            format!("{subject} {} {object}{title}{time}", relation.predicate)
        })
        .collect()
}

/// Checks the relations of the named predicates that are read from a marked text.
pub(super) fn expect(predicates: &str, marked: &str, expected: &[&str]) {
    let mut found = read(marked);
    found.retain(|relation| {
        predicates
            .split(' ')
            .any(|predicate| relation.contains(&format!(" {predicate} ")))
    });
    assert_eq!(found, expected, "{marked}");
}
