//! Enforces the house rules: layers, homes of the heavy crates, file sizes, module sentences, links.

#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/scan.rs"]
mod scan;

use std::fs;
use std::path::{Path, PathBuf};

use rules::{SourceFile, broken_links, violations};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

fn sources() -> Vec<SourceFile> {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches", "examples"] {
        rust_files(&root().join(folder), &mut paths);
    }
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let code = fs::read_to_string(&path).expect("a readable source file");
            let path = path.strip_prefix(root()).expect("a path below the root");
            SourceFile::new(&path.to_string_lossy(), &code)
        })
        .collect()
}

#[test]
fn the_house_keeps_its_rules() {
    let sources = sources();
    assert!(sources.len() > 20, "only {} files found", sources.len());
    let found = violations(&sources);
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn links_of_the_documents_lead_somewhere() {
    for name in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"] {
        let Ok(text) = fs::read_to_string(root().join(name)) else {
            continue;
        };
        let broken = broken_links(&text, |target| root().join(target).exists());
        assert!(broken.is_empty(), "{name} links to nothing: {broken:?}");
    }
}

/// The violations of a single made-up file.
fn of(path: &str, code: &str) -> Vec<String> {
    violations(&[SourceFile::new(path, code)])
}

#[track_caller]
fn assert_found(path: &str, code: &str, words: &str) {
    let found = of(path, code);
    assert!(
        found.len() == 1 && found[0].contains(words),
        "{path}: wanted one violation with {words:?}, got {found:?}"
    );
}

#[test]
fn an_import_from_above_is_found() {
    let code = "//! Reads.\nuse crate::store::Store;\n";
    assert_found(
        "src/read/html.rs",
        code,
        "read (layer 1) imports store (layer 6)",
    );
}

#[test]
fn an_import_from_a_sibling_is_found_inside_a_group() {
    let code = "//! Reads.\nuse crate::{\n    model::{Article, Span},\n    text::Text,\n};\n";
    assert_found(
        "src/read/mod.rs",
        code,
        "read (layer 1) imports text (layer 1)",
    );
}

#[test]
fn an_import_by_path_or_through_super_is_found() {
    let path = "//! Text.\nfn f() -> crate::query::Rows { todo!() }\n";
    assert_found("src/text/token.rs", path, "text (layer 1) imports query");
    let up = "//! Text.\nuse super::super::extract::date;\n";
    assert_found("src/text/token.rs", up, "text (layer 1) imports extract");
    let super_group = "//! Text.\nuse super::{export, model};\n";
    assert_found(
        "src/text/mod.rs",
        super_group,
        "text (layer 1) imports export",
    );
}

#[test]
fn imports_from_below_and_from_the_own_module_pass() {
    let code = "//! Joins.\nuse crate::model::Span;\nuse crate::graph::merge;\nuse super::rdf;\n\
                // crate::cli is only spoken of\nconst S: &str = \"crate::cli\";\n";
    let files = [
        SourceFile::new("src/graph/build.rs", code),
        SourceFile::new("src/graph/rdf.rs", "//! A submodule with a stage's name.\n"),
    ];
    assert_eq!(violations(&files), Vec::<String>::new());
}

#[test]
fn a_heavy_crate_outside_its_home_is_found() {
    let cases = [
        ("src/store/mod.rs", "use petgraph::Graph;", "petgraph"),
        ("src/query/run.rs", "use clap::Parser;", "clap"),
        ("src/cli/build.rs", "use oxigraph::model::Quad;", "oxigraph"),
        (
            "src/pipeline/mod.rs",
            "fn f() -> anyhow::Result<()> { Ok(()) }",
            "anyhow",
        ),
        ("src/model/span.rs", "use serde::Serialize;", "serde"),
    ];
    for (path, line, name) in cases {
        assert_found(path, &format!("//! A file.\n{line}\n"), name);
    }
    assert_eq!(
        of(
            "src/export/graphml.rs",
            "//! A file.\nuse petgraph::Graph;\n"
        )
        .len(),
        0
    );
    assert_eq!(
        of(
            "src/main.rs",
            "//! A file.\nfn main() -> anyhow::Result<()> {}\n"
        )
        .len(),
        0
    );
}

#[test]
fn a_file_without_its_sentence_or_too_long_is_found() {
    assert_found("src/text/token.rs", "use std::fmt;\n", "//!");
    let long = format!("//! Long.\n{}", "// line\n".repeat(400));
    assert_found("src/text/token.rs", &long, "401 lines");
    assert_eq!(
        of("src/text/token.rs", long.trim_end_matches("// line\n")).len(),
        0
    );
}

#[test]
fn a_module_named_after_nothing_or_without_a_layer_is_found() {
    assert_found("src/text/utils.rs", "//! Odds and ends.\n", "utils");
    assert_found("src/text/helpers/mod.rs", "//! Odds and ends.\n", "helpers");
    assert_found("src/text/mod.rs", "//! Text.\nmod common;\n", "common");
    assert_found("src/telepathy/mod.rs", "//! New.\n", "has no layer");
}

#[test]
fn a_set_of_words_in_a_rule_is_found() {
    let set = |words: &str| format!("//! Rules.\nfn f() -> bool {{ is({words}) }}\n");
    assert_found(
        "src/relate/led.rs",
        &set(r#"at, &["dẫn", "đứng"]"#),
        "`dẫn`",
    );
    assert_found("src/extract/firm.rs", &set(r#""hãng" | "tờ""#), "`hãng`");
    for fine in [
        r#"at, &["của", ",", "và"]"#,
        r#""visits.verb", "visits.noun""#,
        r#"at, &["hãng"]"#,
    ] {
        assert_eq!(of("src/relate/led.rs", &set(fine)), Vec::<String>::new());
    }
    assert_eq!(of("src/read/html.rs", &set(r#""hãng" | "tờ""#)).len(), 0);
}

#[test]
fn a_link_to_nowhere_is_found() {
    let text = "[a](src/model/mod.rs) [b](https://example.org) [c](#flow) [d](gone.rs#L3)";
    let broken = broken_links(text, |target| target == "src/model/mod.rs");
    assert_eq!(broken, ["gone.rs"]);
}
