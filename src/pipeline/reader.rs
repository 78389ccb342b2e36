//! Reads one article: a pure function of the article and what is known.

use std::sync::OnceLock;

use super::left_out;
use crate::extract::date::DateCues;
use crate::extract::figure::FigureCues;
use crate::extract::{self, CueError, Fallen, NameCues};
use crate::graph::ArticleFacts;
use crate::model::{
    AnnotatedArticle, Annotation, Article, DateExpression, Edtf, EdtfDate, LeftOut,
};
use crate::ontology::Ontology;
use crate::relate::{self, Reading, RelationCues};
use crate::resolve::{self, Knowledge};
use crate::store::StoredArticle;
use crate::text::{Signature, Text};

/// What all articles are read with.
#[derive(Debug, Clone)]
pub struct Reader<'o> {
    ontology: &'o Ontology,
    knowledge: Knowledge<'o>,
    name_cues: NameCues,
    /// Found out when it is asked for: the digest of all that is known takes its time.
    version: OnceLock<String>,
    date_cues: DateCues,
    figure_cues: FigureCues,
    relation_cues: RelationCues,
}

impl<'o> Reader<'o> {
    /// Prepares reading with this ontology.
    ///
    /// # Errors
    /// If the ontology lacks a list of phrases that reading needs.
    pub fn new(ontology: &'o Ontology) -> Result<Self, CueError> {
        Ok(Self {
            ontology,
            knowledge: Knowledge::new(ontology),
            name_cues: NameCues::new(ontology)?,
            version: OnceLock::new(),
            date_cues: DateCues::new(ontology)?,
            figure_cues: FigureCues::new(ontology)?,
            relation_cues: RelationCues::new(ontology),
        })
    }

    /// What is known.
    pub fn ontology(&self) -> &'o Ontology {
        self.ontology
    }

    /// What resolution knows.
    pub(super) fn knowledge(&self) -> &Knowledge<'o> {
        &self.knowledge
    }

    /// The version of the program and, behind a plus sign, of what it knows.
    pub fn version(&self) -> &str {
        self.version.get_or_init(|| {
            let known = self.ontology.fingerprint();
            format!("{}+{known}", env!("CARGO_PKG_VERSION"))
        })
    }

    /// How a store describes this article after reading it.
    pub(super) fn as_stored(&self, article: &Article) -> StoredArticle {
        StoredArticle {
            id: article.id.clone(),
            sha256: article.sha256.clone(),
            software: self.version().to_owned(),
            source: article.source.clone(),
            published: article.metadata.date.clone(),
        }
    }

    /// Everything that is read from one article.
    pub fn annotate(&self, article: Article) -> AnnotatedArticle {
        self.read(article).0
    }

    /// Everything that is read from one article, and what is left out of it, by place.
    pub fn explain(&self, article: Article) -> (AnnotatedArticle, Vec<LeftOut>) {
        let (annotated, text, fallen) = self.read(article);
        let left_out = left_out::gather(&annotated.article, &text, fallen);
        (annotated, left_out)
    }

    /// What one article says, and the signature of its text.
    pub(super) fn facts(&self, article: Article) -> (ArticleFacts, Signature) {
        let (annotated, text, _) = self.read(article);
        let mut facts = ArticleFacts::from(&annotated);
        self.version().clone_into(&mut facts.software);
        (facts, Signature::of(&text))
    }

    fn read(&self, article: Article) -> (AnnotatedArticle, Text, Vec<Fallen>) {
        let ontology = self.ontology;
        let text = Text::analyse(&article);
        let matches = ontology.matches(&text);
        let (names, fallen) = extract::names_and_fallen(&text, ontology, &matches, &self.name_cues);
        let dates = extract::date::dates(&text, ontology, &matches, &self.date_cues, &article);
        let figures =
            extract::figure::figures(&text, &matches, &self.figure_cues, &dates, &article);
        let when = time_of(&article, &dates);
        let who = resolve::within_article(&text, &self.knowledge, &names, when);
        let sentences = text.sentences.iter();
        let mut annotation = Annotation {
            sentences: sentences.map(|s| text.span(s.tokens.clone())).collect(),
            entities: who.entities,
            mentions: who.mentions,
            dates,
            relations: Vec::new(),
            figures,
        };
        resolve::assign(&mut annotation, &self.knowledge);
        let reading = Reading::new(
            &text,
            ontology,
            &matches,
            &annotation.entities,
            &annotation.mentions,
            &annotation.dates,
        );
        annotation.relations = relate::relations(&reading, &self.relation_cues);
        // What tells events, documents and bodies apart, their dates, issuers and owners, is known only
        // now.
        resolve::refine(&mut annotation, &self.knowledge);
        let annotated = AnnotatedArticle {
            article,
            annotation,
        };
        (annotated, text, fallen)
    }
}

/// The time an article speaks of, for names that meant different things at different times: its date,
/// else the last one it mentions.
fn time_of(article: &Article, dates: &[DateExpression]) -> Option<EdtfDate> {
    let published = article.metadata.date.as_deref();
    let published: Option<Edtf> = published.and_then(|date| date.parse().ok());
    published.map(Edtf::start).or_else(|| {
        let mentioned = dates.iter().map(|date| date.value.start());
        mentioned.filter(|date| date.year.is_some()).max()
    })
}
