//! The rules themselves, as functions of file contents, so that they can be tried on made-up files.

use std::collections::BTreeSet;

use crate::scan::{Piece, crates, declared, pieces, reached};

/// Layers of DESIGN, lowest first. A module imports only from lower ones, never from a sibling.
const LAYERS: [(&str, u8); 18] = [
    ("model", 0),
    ("read", 1),
    ("text", 1),
    ("ontology", 2),
    ("extract", 3),
    ("relate", 3),
    ("resolve", 3),
    ("graph", 4),
    ("rdf", 5),
    ("store", 6),
    ("query", 7),
    ("export", 7),
    ("validate", 7),
    ("evaluate", 7),
    ("pipeline", 8),
    ("web", 9),
    ("cli", 9),
    ("main", 10),
];

/// Crates that have one home, and where that is.
const HOMES: [(&str, &[&str]); 12] = [
    ("petgraph", &["graph", "export"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("indicatif", &["cli"]),
    ("rustyline", &["cli"]),
    ("anyhow", &["cli", "main"]),
    (
        "oxigraph",
        &["ontology", "rdf", "store", "query", "export", "validate"],
    ),
    ("tiny_skia", &["export"]),
    ("ttf_parser", &["export"]),
    ("axum", &["web"]),
    ("hyper", &["web"]),
];

/// Names that say nothing of what a module is for.
const EMPTY_NAMES: [&str; 6] = ["utils", "util", "common", "helpers", "helper", "misc"];

/// Modules whose rules speak of kinds of words, and leave the words to `ontology/`.
const RULES: [&str; 3] = ["extract", "relate", "resolve"];

/// Words that rules may hold beside each other: prepositions, conjunctions and the copula.
const FUNCTION_WORDS: [&str; 25] = [
    "bằng", "cho", "cùng", "của", "do", "giữa", "hay", "hoặc", "là", "mà", "như", "ở", "rằng",
    "tại", "tới", "theo", "trong", "từ", "và", "vào", "về", "với", "để", "đến", "được",
];

const LONGEST_FILE: usize = 400;

/// A file of the package: its path from the root, and its text.
pub(crate) struct SourceFile {
    path: String,
    code: String,
}

impl SourceFile {
    pub(crate) fn new(path: &str, code: &str) -> Self {
        Self {
            path: path.replace('\\', "/"),
            code: code.to_owned(),
        }
    }

    /// The stage it belongs to; none for `lib.rs` and for what is outside `src`.
    fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?;
        let name = first.strip_suffix(".rs").unwrap_or(first);
        (name != "lib").then_some(name)
    }
}

/// Everything in `files` that breaks a rule, one line each.
pub(crate) fn violations(files: &[SourceFile]) -> Vec<String> {
    let submodules: BTreeSet<(String, String)> = files
        .iter()
        .filter_map(|file| {
            let module = file.module()?.to_owned();
            let below = file.path.split('/').nth(2)?;
            let name = below.strip_suffix(".rs").unwrap_or(below).to_owned();
            Some((module, name))
        })
        .collect();
    let mut found = Vec::new();
    for file in files {
        let pieces = pieces(&file.code);
        shape(file, &pieces, &mut found);
        if let Some(module) = file.module() {
            imports(file, module, &pieces, &submodules, &mut found);
            homes(file, module, &pieces, &mut found);
            words(file, module, &mut found);
        }
    }
    found
}

/// The rules on a file by itself: its sentence, its length, the names of modules.
fn shape(file: &SourceFile, pieces: &[Piece], found: &mut Vec<String>) {
    let path = &file.path;
    if !file.code.starts_with("//! ") {
        found.push(format!(
            "{path}: does not open with a `//!` sentence on its job"
        ));
    }
    let lines = file.code.lines().count();
    if lines > LONGEST_FILE {
        found.push(format!(
            "{path}: {lines} lines, more than {LONGEST_FILE}: split it"
        ));
    }
    let own = path.trim_end_matches("/mod.rs").trim_end_matches(".rs");
    let own = own.rsplit('/').next().unwrap_or(own).to_owned();
    for name in declared(pieces).into_iter().chain([own]) {
        if EMPTY_NAMES.contains(&name.as_str()) {
            found.push(format!(
                "{path}: `{name}` does not say what the module is for"
            ));
        }
    }
}

/// Sets of Vietnamese words in rules, which belong in `ontology/`.
fn words(file: &SourceFile, module: &str, found: &mut Vec<String>) {
    let tests = ["tests.rs", "testing.rs"];
    if !RULES.contains(&module) || tests.iter().any(|end| file.path.ends_with(end)) {
        return;
    }
    let code = file.code.split("#[cfg(test)]\nmod tests").next();
    let lines = code.unwrap_or_default().lines();
    let code: String = lines
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    // Behind an even number of quotation marks code stands, behind an odd one a text.
    let code = code.replace("\\\"", "").replace("'\"'", "");
    let parts: Vec<&str> = code.split('"').collect();
    for set in parts.windows(3).skip(1).step_by(2) {
        let [one, between, other] = set else { continue };
        let joined = matches!(between.trim(), "," | "|");
        let word = |text: &&&str| text.starts_with(char::is_alphabetic);
        let listed = |word: &&&str| !word.is_ascii() && !FUNCTION_WORDS.contains(*word);
        let pair = [one, other];
        if joined && pair.iter().all(word) && pair.iter().any(listed) {
            found.push(format!(
                "{}: `{one}` and `{other}` belong in a list of `ontology/`",
                file.path
            ));
        }
    }
}

fn layer(module: &str) -> Option<u8> {
    LAYERS
        .iter()
        .find(|(name, _)| *name == module)
        .map(|&(_, layer)| layer)
}

/// The rule of layers.
fn imports(
    file: &SourceFile,
    module: &str,
    pieces: &[Piece],
    submodules: &BTreeSet<(String, String)>,
    found: &mut Vec<String>,
) {
    let path = &file.path;
    let Some(own) = layer(module) else {
        found.push(format!("{path}: module {module} has no layer"));
        return;
    };
    let mut seen = BTreeSet::new();
    for (name, through_super) in reached(pieces) {
        let inside = through_super && submodules.contains(&(module.to_owned(), name.clone()));
        let Some(other) = layer(&name).filter(|_| name != module && !inside) else {
            continue;
        };
        if other >= own && seen.insert(name.clone()) {
            found.push(format!(
                "{path}: {module} (layer {own}) imports {name} (layer {other})"
            ));
        }
    }
}

/// The rule that a heavy crate has one home, and that plain data knows no serialisation.
fn homes(file: &SourceFile, module: &str, pieces: &[Piece], found: &mut Vec<String>) {
    let path = &file.path;
    let used: BTreeSet<String> = crates(pieces).into_iter().collect();
    for (name, homes) in HOMES {
        if used.contains(name) && !homes.contains(&module) {
            found.push(format!(
                "{path}: {name} is used only in {}",
                homes.join(", ")
            ));
        }
    }
    if module == "model" && used.contains("serde") {
        found.push(format!("{path}: model is plain data, without serde"));
    }
}

/// Relative links of a Markdown text that lead nowhere.
pub(crate) fn broken_links(text: &str, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let mut broken = Vec::new();
    for part in text.split("](").skip(1) {
        let Some((target, _)) = part.split_once(')') else {
            continue;
        };
        let path = target.split(['#', ' ']).next().unwrap_or(target);
        let elsewhere = path.contains("://") || path.starts_with("mailto:");
        if !path.is_empty() && !elsewhere && !exists(path) {
            broken.push(path.to_owned());
        }
    }
    broken
}
