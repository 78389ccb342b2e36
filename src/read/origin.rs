//! Where bytes come from: a file, a part of an archive, the standard input.

/// The place of bytes as people name it, and what articles in them are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    /// `path`, `-`, `archive.zip!inner.txt`.
    pub(super) source: String,
    /// Name without folders and last ending: the id of the article in it.
    pub(super) stem: String,
    /// Last ending in lower case.
    pub(super) ending: Option<String>,
}

impl Origin {
    /// A file by its path.
    pub(super) fn file(path: &std::path::Path) -> Self {
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        Self::named(path.display().to_string(), &name)
    }

    /// The standard input.
    pub(super) fn stdin() -> Self {
        Self {
            source: "-".to_owned(),
            stem: "stdin".to_owned(),
            ending: None,
        }
    }

    /// A part of an archive or book; its articles have the name of the whole before their own.
    pub(super) fn part(&self, name: &str) -> Self {
        let shown: String = name.chars().filter(|ch| !ch.is_control()).collect();
        let file = shown
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or(&shown)
            .to_owned();
        let inner = Self::named(format!("{}!{shown}", self.source), &file);
        let folders = shown.strip_suffix(file.as_str()).unwrap_or_default();
        Self {
            stem: format!("{}!{folders}{}", self.stem, inner.stem),
            ..inner
        }
    }

    /// The same place without its last ending, for what is compressed there: `a.txt.gz` holds `a.txt`.
    pub(super) fn uncompressed(&self) -> Self {
        let inner = match self.stem.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() && is_ending(ending) => {
                (stem.to_owned(), Some(ending.to_ascii_lowercase()))
            }
            _ => (self.stem.clone(), None),
        };
        Self {
            source: self.source.clone(),
            stem: inner.0,
            ending: inner.1,
        }
    }

    fn named(source: String, file: &str) -> Self {
        let (stem, ending) = match file.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() => (stem, Some(ending.to_ascii_lowercase())),
            _ => (file, None),
        };
        Self {
            source,
            stem: stem.to_owned(),
            ending,
        }
    }
}

/// Whether what stands behind the last dot of a name tells a format.
fn is_ending(text: &str) -> bool {
    text.len() <= 8
        && text.chars().all(|ch| ch.is_ascii_alphanumeric())
        && text.contains(|ch: char| ch.is_ascii_alphabetic())
}
