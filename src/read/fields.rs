//! Names of the fields that records of JSON and tables are read from.

use super::dateline::metadata_date;
use super::html;
use super::record::{Record, sha256};
use crate::model::Metadata;

/// Names of the fields of a record, or of the columns of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldNames {
    /// Identity of the article.
    pub id: String,
    /// Title.
    pub title: String,
    /// Day of publication.
    pub date: String,
    /// Web address.
    pub url: String,
    /// Publisher.
    pub publisher: String,
    /// Author.
    pub author: String,
    /// The article itself, plain or in HTML.
    pub text: String,
}

impl Default for FieldNames {
    fn default() -> Self {
        Self {
            id: "id".to_owned(),
            title: "title".to_owned(),
            date: "date".to_owned(),
            url: "url".to_owned(),
            publisher: "publisher".to_owned(),
            author: "author".to_owned(),
            text: "text".to_owned(),
        }
    }
}

impl FieldNames {
    /// Names of all fields.
    pub const ALL: [&str; 7] = ["id", "title", "date", "url", "publisher", "author", "text"];

    /// The name that a field goes by, to be changed; none where there is no such field.
    pub fn get_mut(&mut self, field: &str) -> Option<&mut String> {
        Some(match field {
            "id" => &mut self.id,
            "title" => &mut self.title,
            "date" => &mut self.date,
            "url" => &mut self.url,
            "publisher" => &mut self.publisher,
            "author" => &mut self.author,
            "text" => &mut self.text,
            _ => return None,
        })
    }

    /// The record of which `take` gives the field of a name; the error says what is missing.
    pub(super) fn record(
        &self,
        mut take: impl FnMut(&str) -> Option<String>,
        place: Place<'_>,
    ) -> Result<Record, String> {
        let Some(text) = take(&self.text) else {
            return Err(format!(
                "has no text in a field `{0}`; name the field it is in with --field text=NAME",
                self.text
            ));
        };
        let (text, hints) = if html::is_markup(&text) {
            html::extract(&text)?
        } else {
            (text, Vec::new())
        };
        Ok(Record {
            id: take(&self.id).unwrap_or(place.id),
            source: place.source,
            text,
            hints,
            metadata: Metadata {
                title: take(&self.title),
                date: take(&self.date).and_then(|date| metadata_date(&date)),
                url: take(&self.url),
                publisher: take(&self.publisher),
                author: take(&self.author),
                language: None,
            },
            sha256: sha256(place.bytes),
            ..Record::default()
        })
    }
}

/// Where a record was found.
pub(super) struct Place<'a> {
    pub(super) source: String,
    /// What it is called unless it has a name of its own.
    pub(super) id: String,
    pub(super) bytes: &'a [u8],
}
