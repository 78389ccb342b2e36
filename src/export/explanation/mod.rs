//! Shows a person what was read from an article, sentence by sentence, by which rule, and what was not.

mod marks;
mod palette;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

pub use palette::Palette;

use crate::model::{AnnotatedArticle, Figure, LeftOut, Object, Relation, Span};

/// Writes one article: each sentence with its names, dates and figures marked, under it what was read
/// from it and by which rule, and what was left out; at the end the text that was not read.
pub fn write_explanation(
    article: &AnnotatedArticle,
    left_out: &[LeftOut],
    palette: Palette,
    writer: &mut impl Write,
) -> io::Result<()> {
    let page = Page {
        article,
        left_out,
        palette,
        letters: article.article.text.chars().collect(),
    };
    page.heading(writer)?;
    for &sentence in &article.annotation.sentences {
        page.sentence(sentence, writer)?;
    }
    page.unread(writer)
}

struct Page<'a> {
    article: &'a AnnotatedArticle,
    left_out: &'a [LeftOut],
    palette: Palette,
    letters: Vec<char>,
}

impl Page<'_> {
    fn heading(&self, writer: &mut impl Write) -> io::Result<()> {
        let (bold, reset) = (self.palette.bold(), self.palette.reset());
        let article = &self.article.article;
        writeln!(writer, "{bold}{}{reset} ({})", article.id, article.source)?;
        let metadata = &article.metadata;
        for (name, value) in [
            ("title", &metadata.title),
            ("date", &metadata.date),
            ("publisher", &metadata.publisher),
            ("author", &metadata.author),
        ] {
            if let Some(value) = value {
                writeln!(writer, "{name}: {value}")?;
            }
        }
        Ok(())
    }

    fn sentence(&self, sentence: Span, writer: &mut impl Write) -> io::Result<()> {
        let annotation = &self.article.annotation;
        let line = marks::marked(&self.letters, sentence, annotation, self.palette);
        writeln!(writer, "\n{line}")?;
        for mention in annotation
            .mentions
            .iter()
            .filter(|mention| sentence.contains(mention.span))
        {
            if let Some(entity) = annotation.entities.get(mention.entity) {
                let what = format!("{} = {}", mention.text, entity.id.as_str());
                self.item("name", &what, &mention.rule, writer)?;
            }
        }
        for date in annotation
            .dates
            .iter()
            .filter(|date| sentence.contains(date.span))
        {
            let what = format!("{} = {}", date.text, date.value);
            self.item("date", &what, &date.rule, writer)?;
        }
        for figure in annotation
            .figures
            .iter()
            .filter(|figure| sentence.contains(figure.span))
        {
            self.item("figure", &figure_line(figure), &figure.rule, writer)?;
        }
        for relation in annotation
            .relations
            .iter()
            .filter(|relation| ends_in(relation, sentence))
        {
            self.item("states", &self.statement(relation), &relation.rule, writer)?;
        }
        for left_out in self
            .left_out
            .iter()
            .filter(|left_out| left_out.kind.is_some() && sentence.contains(left_out.span))
        {
            let kind = left_out.kind.map_or("", |kind| kind.name());
            let (faint, reset) = (self.palette.faint(), self.palette.reset());
            writeln!(
                writer,
                "    {faint}left out:{reset} {kind} '{}' {faint}({}){reset} {}",
                left_out.text, left_out.rule, left_out.reason
            )?;
        }
        Ok(())
    }

    fn item(&self, what: &str, line: &str, rule: &str, writer: &mut impl Write) -> io::Result<()> {
        let (faint, reset) = (self.palette.faint(), self.palette.reset());
        writeln!(
            writer,
            "    {faint}{what}:{reset} {line} {faint}({rule}){reset}"
        )
    }

    fn statement(&self, relation: &Relation) -> String {
        let name = |index: usize| {
            let entity = self.article.annotation.entities.get(index);
            entity.map_or("", |entity| entity.name.as_str())
        };
        let object = match &relation.object {
            Object::Entity(index) => name(*index).to_owned(),
            Object::Date(date) => date.to_string(),
            Object::Text(text) => format!("“{text}”"),
        };
        let mut line = format!("{} {} {object}", name(relation.subject), relation.predicate);
        if let Some(title) = &relation.title {
            line.push_str(&format!(", title {title}"));
        }
        if let Some(time) = relation.time {
            line.push_str(&format!(", time {time}"));
        }
        line
    }

    /// The text that no rule saw.
    fn unread(&self, writer: &mut impl Write) -> io::Result<()> {
        let mut unread = self
            .left_out
            .iter()
            .filter(|left_out| left_out.kind.is_none())
            .peekable();
        if unread.peek().is_some() {
            let (bold, reset) = (self.palette.bold(), self.palette.reset());
            writeln!(writer, "\n{bold}Not read{reset}")?;
        }
        for left_out in unread {
            let place = left_out.span;
            let (from, to) = (place.start, place.end);
            writeln!(
                writer,
                "    {from}-{to} '{}' {}",
                shortened(&left_out.text),
                left_out.reason
            )?;
        }
        writeln!(writer)
    }
}

/// Whether this is the sentence under which a relation is shown: the last one it was read from.
fn ends_in(relation: &Relation, sentence: Span) -> bool {
    let last = relation.evidence.end.saturating_sub(1);
    (sentence.start..sentence.end).contains(&last)
}

fn figure_line(figure: &Figure) -> String {
    let mut line = format!("{} = {} {}", figure.text, figure.value, figure.unit);
    if let Some(time) = figure.time {
        line.push_str(&format!(", time {time}"));
    }
    if let Some(change) = figure.change {
        line.push_str(&format!(", change {change:+} %"));
    }
    line
}

/// The longest text quoted that was not read, in characters.
const LONGEST: usize = 80;

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    format!("{cut}…")
}
