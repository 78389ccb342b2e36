//! Two files that belong together and appear both or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{Output, OutputError};

/// The files of nodes and of edges.
#[derive(Debug)]
pub struct Pair {
    /// For nodes.
    pub nodes: Output,
    /// For edges.
    pub edges: Output,
    paths: [PathBuf; 2],
}

impl Pair {
    /// Opens both files for writing. `graph.csv` becomes `graph-nodes.csv` and `graph-edges.csv`; any other
    /// path is a folder, made where it is missing, for `nodes.csv` and `edges.csv`.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn create(path: &Path, second: &str) -> Result<Self, OutputError> {
        let paths = names(path, second);
        if let Some(folder) = paths[0].parent().filter(|folder| *folder == path) {
            fs::create_dir_all(folder).map_err(|source| OutputError {
                path: folder.display().to_string(),
                source,
            })?;
        }
        Ok(Self {
            nodes: Output::create(&paths[0])?,
            edges: Output::create(&paths[1])?,
            paths,
        })
    }

    /// The names of the two files.
    pub fn paths(&self) -> &[PathBuf; 2] {
        &self.paths
    }

    /// Puts both files in place. Where the second fails, the first is again what it was.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn finish(self) -> Result<(), OutputError> {
        let nodes = self.nodes.complete()?;
        let edges = self.edges.complete()?;
        let kept = Kept::keep(&self.paths[0]);
        nodes.finish()?;
        edges.finish().inspect_err(|_| kept.restore())
    }
}

/// What stood at a path before.
#[derive(Debug)]
struct Kept {
    path: PathBuf,
    old: Option<tempfile::TempPath>,
}

impl Kept {
    /// Keeps the old file under another name, without copying it.
    fn keep(path: &Path) -> Self {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let link = || -> io::Result<tempfile::TempPath> {
            let place = tempfile::Builder::new()
                .prefix(".ngoaivu-")
                .suffix(".old")
                .make_in(folder.unwrap_or(Path::new(".")), |name| {
                    fs::hard_link(path, name)
                })?;
            Ok(place.into_temp_path())
        };
        Self {
            path: path.to_owned(),
            old: link().ok(),
        }
    }

    fn restore(self) {
        // The failure that led here is what is told.
        let _ = match self.old {
            Some(old) => old.persist(&self.path).map_err(|error| error.error),
            None => fs::remove_file(&self.path),
        };
    }
}

fn names(path: &Path, second: &str) -> [PathBuf; 2] {
    let is_table = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    if !is_table || path.is_dir() {
        return ["nodes", second].map(|name| path.join(format!("{name}.csv")));
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    ["nodes", second].map(|name| path.with_file_name(format!("{stem}-{name}.csv")))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_table_gives_two_names_and_a_folder_holds_two_files() {
        let shown = |path: &str| names(Path::new(path), "edges").map(|p| p.display().to_string());
        assert_eq!(
            shown("a/graph.csv"),
            ["a/graph-nodes.csv", "a/graph-edges.csv"]
        );
        assert_eq!(shown("tables"), ["tables/nodes.csv", "tables/edges.csv"]);
    }

    #[test]
    fn both_appear_or_the_first_is_what_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("graph.csv");
        let written = |text: &str| {
            let mut pair = Pair::create(&path, "edges").unwrap();
            pair.nodes.write_all(text.as_bytes()).unwrap();
            pair.edges.write_all(text.as_bytes()).unwrap();
            pair
        };
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        written("old").finish().unwrap();
        assert_eq!(read("graph-nodes.csv") + &read("graph-edges.csv"), "oldold");

        let pair = written("new");
        fs::remove_file(folder.path().join("graph-edges.csv")).unwrap();
        fs::create_dir(folder.path().join("graph-edges.csv")).unwrap();
        pair.finish().unwrap_err();
        assert_eq!(read("graph-nodes.csv"), "old");
        let files = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, 2, "nothing else is left behind");
    }
}
