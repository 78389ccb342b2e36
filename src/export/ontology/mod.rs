//! The ontology as a document: Turtle for tools, a page in two languages for people.

mod diagram;
mod page;
mod terms;

use std::io;

use crate::ontology::VOCABULARY;
use crate::rdf::{DEFAULT_BASE, Iris};
use terms::Terms;

/// The vocabulary in Turtle, with its terms below the base of `iris`.
pub fn ontology_turtle(iris: &Iris) -> String {
    // Only our own file is changed here, never a user's.
    VOCABULARY.replace(DEFAULT_BASE, iris.base())
}

/// The vocabulary as one page of HTML that needs nothing else.
///
/// # Errors
/// Never with the vocabulary that comes with the program, which a test sees to.
pub fn ontology_html(iris: &Iris) -> io::Result<String> {
    let terms = Terms::read(&ontology_turtle(iris), iris).map_err(io::Error::other)?;
    Ok(page::html(&terms, iris))
}

/// Escapes a text for HTML and SVG.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::*;
    use crate::model::{EntityType, Predicate};

    #[test]
    fn page_shows_every_term_in_both_languages_and_needs_nothing_else() {
        let html = ontology_html(&Iris::default()).unwrap();
        let names = EntityType::ALL.iter().map(|kind| kind.name());
        for name in names.chain(Predicate::ALL.iter().map(|predicate| predicate.name())) {
            assert!(html.contains(&format!("id=\"{name}\"")), "{name}");
        }
        assert!(html.contains("Cơ quan, tổ chức") && html.contains("holds position"));
        for outside in ["<script", "src=", "@import", "url("] {
            assert!(!html.contains(outside), "{outside}");
        }
    }

    #[test]
    fn tags_close_and_links_within_the_page_lead_somewhere() {
        let html = ontology_html(&Iris::default()).unwrap();
        let mut reader = Reader::from_str(&html);
        let (mut ids, mut links) = (Vec::new(), Vec::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => {
                    for attribute in tag.attributes().with_checks(false).flatten() {
                        let value = attribute.value.to_string();
                        match attribute.key.as_ref() {
                            "id" => ids.push(value),
                            "href" => links.extend(value.strip_prefix('#').map(str::to_owned)),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        let known = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), known, "an id twice");
        assert!(links.len() > 100);
        for link in links {
            assert!(ids.contains(&link), "#{link}");
        }
    }

    #[test]
    fn terms_move_with_the_base() {
        let iris = Iris::new("https://a.example/x/").unwrap();
        assert!(ontology_turtle(&iris).contains("@prefix nv: <https://a.example/x/ontology#>"));
        assert!(
            ontology_html(&iris)
                .unwrap()
                .contains("https://a.example/x/ontology#")
        );
    }
}
