//! The page of the vocabulary: head, picture, example, and a card for each term.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::terms::{Both, Section, Term, Terms, both};
use super::{diagram, escaped};
use crate::rdf::{Iris, PREFIXES};

const STYLE: &str = include_str!("style.css");
const EXAMPLE: &str = include_str!("example.ttl");

/// The whole page, as well-formed XML too.
pub(super) fn html(terms: &Terms, iris: &Iris) -> String {
    let mut out = String::new();
    let title = format!(
        "{} · {}",
        escaped(&terms.title.vi),
        escaped(&terms.title.en)
    );
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>"
    );
    for (id, checked) in [
        ("show-both", " checked=\"checked\""),
        ("show-vi", ""),
        ("show-en", ""),
    ] {
        let _ = writeln!(
            out,
            "<input type=\"radio\" name=\"language\" id=\"{id}\"{checked}/>"
        );
    }
    head(terms, iris, &mut out);
    out.push_str("<div class=\"columns\">\n");
    contents(terms, &mut out);
    out.push_str("<main>\n");
    picture(terms, &mut out);
    example(iris, &mut out);
    let users = users(terms);
    for section in &terms.sections {
        write_section(section, &users, &mut out);
    }
    prefixes(iris, &mut out);
    out.push_str("</main>\n</div>\n</body>\n</html>\n");
    out
}

fn head(terms: &Terms, iris: &Iris, out: &mut String) {
    let namespace = format!("{}ontology#", iris.base());
    let _ = writeln!(
        out,
        "<header>\n<nav class=\"languages\"><label for=\"show-both\">vi + en</label>\
         <label for=\"show-vi\">Tiếng Việt</label><label for=\"show-en\">English</label></nav>\n\
         <h1>{}</h1>\n<p class=\"lead\">{}</p>\n<dl class=\"facts\">",
        twice(&terms.title),
        twice(&terms.about)
    );
    let mut fact = |words: &Both, value: &str| {
        let _ = writeln!(out, "<div><dt>{}</dt><dd>{value}</dd></div>", twice(words));
    };
    fact(
        &both("Không gian tên", "Namespace"),
        &format!("<code>{}</code>", escaped(&namespace)),
    );
    fact(&both("Tiền tố", "Prefix"), "<code>nv:</code>");
    fact(&both("Phiên bản", "Version"), &escaped(&terms.version));
    let licences: Vec<String> = terms
        .licences
        .iter()
        .map(|iri| link(iri, licence(iri)))
        .collect();
    fact(&both("Giấy phép", "Licence"), &licences.join(", "));
    out.push_str("</dl>\n</header>\n");
}

fn contents(terms: &Terms, out: &mut String) {
    out.push_str("<nav class=\"contents\">\n<ul>\n");
    for (id, words) in [
        ("picture", both("Toàn cảnh", "Overview")),
        ("example", both("Ví dụ", "Example")),
    ] {
        let _ = writeln!(out, "<li><a href=\"#{id}\">{}</a></li>", twice(&words));
    }
    for section in &terms.sections {
        let _ = writeln!(
            out,
            "<li><a href=\"#{}\">{}</a>\n<ul>",
            section.id,
            twice(&section.title)
        );
        for term in &section.terms {
            let _ = writeln!(
                out,
                "<li><a href=\"#{0}\"><code>{0}</code></a></li>",
                term.name
            );
        }
        out.push_str("</ul></li>\n");
    }
    let _ = writeln!(
        out,
        "<li><a href=\"#prefixes\">{}</a></li>\n</ul>\n</nav>",
        twice(&both("Tiền tố", "Prefixes"))
    );
}

fn picture(terms: &Terms, out: &mut String) {
    let _ = writeln!(
        out,
        "<section id=\"picture\">\n<h2>{}</h2>\n<p>{}</p>\n<figure>\n{}</figure>\n</section>",
        twice(&both("Toàn cảnh", "Overview")),
        twice(&both(
            "Bên trái: ai hoặc cái gì; ở giữa: quan hệ; bên phải: với ai, ở đâu, khi nào.",
            "Left: who or what; middle: the relation; right: with whom, where, when."
        )),
        diagram::svg(terms)
    );
}

fn example(iris: &Iris, out: &mut String) {
    let _ = writeln!(
        out,
        "<section id=\"example\">\n<h2>{}</h2>\n<p>{}</p>\n<pre><code>{}</code></pre>\n</section>",
        twice(&both("Ví dụ", "Example")),
        twice(&both(
            "Một câu trở thành ba bộ ba trực tiếp; nút của mỗi phát biểu dẫn về đúng câu ấy.",
            "One sentence gives three direct triples; the node of each statement leads back to that very sentence."
        )),
        escaped(&example_turtle(iris))
    );
}

/// The example with its prefixes, complete Turtle.
pub(super) fn example_turtle(iris: &Iris) -> String {
    let mut turtle = format!("@base <{}> .\n", iris.base());
    let _ = writeln!(turtle, "@prefix nv: <{}ontology#> .", iris.base());
    for (prefix, start) in PREFIXES {
        if EXAMPLE.contains(&format!("{prefix}:")) {
            let _ = writeln!(turtle, "@prefix {prefix}: <{start}> .");
        }
    }
    turtle.push('\n');
    turtle.push_str(EXAMPLE);
    turtle
}

/// For each class the properties that lead from it and to it.
fn users(terms: &Terms) -> BTreeMap<&str, [Vec<&str>; 2]> {
    let mut users: BTreeMap<&str, [Vec<&str>; 2]> = BTreeMap::new();
    for term in terms.all() {
        for (place, classes) in [&term.domain, &term.range].into_iter().enumerate() {
            for class in classes {
                users.entry(class).or_default()[place].push(&term.name);
            }
        }
    }
    users
}

fn write_section(section: &Section, users: &BTreeMap<&str, [Vec<&str>; 2]>, out: &mut String) {
    let _ = writeln!(
        out,
        "<section id=\"{}\">\n<h2>{}</h2>\n<p>{}</p>",
        section.id,
        twice(&section.title),
        twice(&section.about)
    );
    for term in &section.terms {
        card(term, users.get(term.name.as_str()), out);
    }
    out.push_str("</section>\n");
}

fn card(term: &Term, users: Option<&[Vec<&str>; 2]>, out: &mut String) {
    let _ = writeln!(
        out,
        "<article id=\"{0}\">\n<h3><a href=\"#{0}\"><code>{0}</code></a> <span class=\"label\">{1}</span>\
         <span class=\"kind\">{2}</span></h3>\n<p>{3}</p>",
        term.name,
        twice(&term.label),
        twice(&term.kind),
        marked(&twice(&term.definition)),
    );
    if let Some(words) = &term.example {
        let _ = writeln!(out, "<p class=\"example\">{}</p>", marked(&twice(words)));
    }
    out.push_str("<dl>\n");
    let mut fact = |words: &Both, names: &[String]| {
        let names: Vec<String> = names.iter().map(|name| reference(name)).collect();
        let _ = writeln!(
            out,
            "<div><dt>{}</dt><dd>{}</dd></div>",
            twice(words),
            names.join(" ")
        );
    };
    for (words, names) in &term.facts {
        fact(words, names);
    }
    if let Some(used) = users {
        let words = [both("dẫn đi", "leads by"), both("dẫn tới bởi", "led to by")];
        for (words, names) in words.iter().zip(used) {
            if !names.is_empty() {
                let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
                fact(words, &names);
            }
        }
    }
    let _ = writeln!(
        out,
        "<div><dt>IRI</dt><dd><code class=\"iri\">{}</code></dd></div>\n</dl>\n</article>",
        escaped(&term.iri)
    );
}

fn prefixes(iris: &Iris, out: &mut String) {
    let _ = writeln!(
        out,
        "<section id=\"prefixes\">\n<h2>{}</h2>\n<table>",
        twice(&both("Tiền tố", "Prefixes"))
    );
    let own = ("nv", format!("{}ontology#", iris.base()));
    let others = PREFIXES
        .iter()
        .map(|(name, iri)| (*name, (*iri).to_owned()));
    for (name, iri) in [own].into_iter().chain(others) {
        let _ = writeln!(
            out,
            "<tr><td><code>{name}:</code></td><td><code>{}</code></td></tr>",
            escaped(&iri)
        );
    }
    out.push_str("</table>\n</section>\n");
}

/// A term as a link: within the page, or to where its prefix leads.
fn reference(name: &str) -> String {
    match name.split_once(':') {
        None => format!("<a href=\"#{name}\"><code>{name}</code></a>"),
        Some((prefix, local)) => {
            let known = PREFIXES.iter().find(|(known, _)| *known == prefix);
            match known {
                Some((_, start)) => {
                    link(&format!("{start}{local}"), &format!("<code>{name}</code>"))
                }
                None => format!("<code>{}</code>", escaped(name)),
            }
        }
    }
}

fn link(iri: &str, text: &str) -> String {
    format!("<a href=\"{}\">{text}</a>", escaped(iri))
}

fn licence(iri: &str) -> &str {
    match iri {
        iri if iri.contains("apache") => "Apache-2.0",
        iri if iri.ends_with("mit") => "MIT",
        iri => iri,
    }
}

/// A text in both languages; the page shows one or both.
fn twice(words: &Both) -> String {
    format!(
        "<span class=\"vi\" lang=\"vi\">{}</span> <span class=\"en\" lang=\"en\">{}</span>",
        escaped(&words.vi),
        escaped(&words.en)
    )
}

/// Words between grave accents as code.
fn marked(text: &str) -> String {
    let mut out = String::new();
    for (place, part) in text.split('`').enumerate() {
        if place % 2 == 1 {
            let _ = write!(out, "<code>{part}</code>");
        } else {
            out.push_str(part);
        }
    }
    out
}
