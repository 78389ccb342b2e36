//! Laws of the graph: order of articles, merging, what becomes a node.

use proptest::prelude::*;

use super::fixture::{self, Draft};
use super::*;
use crate::model::{Edtf, EdtfDate, EntityId, EntityType, Object, Predicate};

fn graph(articles: &[ArticleFacts]) -> KnowledgeGraph {
    let mut graph = KnowledgeGraph::new();
    articles.iter().for_each(|facts| graph.add(facts));
    graph
}

fn facts() -> [ArticleFacts; 2] {
    [&fixture::conference(), &fixture::appointment()].map(ArticleFacts::from)
}

#[test]
fn entities_are_nodes_and_dates_and_themes_are_not() {
    let graph = graph(&facts());
    let names: Vec<&str> = graph.nodes().iter().map(|view| view.node.name()).collect();
    assert_eq!(
        names,
        [
            "Lê Thu An",
            "Cục Ngoại vụ",
            "Cần Thơ",
            "Chile",
            "Hội nghị Xúc tiến Phương Nam"
        ]
    );
    let event = graph.nodes()[4].node;
    assert_eq!(event.years, Some((2022, 2022)));
    let themes: Vec<&String> = event.attributes[&Predicate::HasTheme].iter().collect();
    assert_eq!(themes, ["Xúc tiến Phương Nam"]);
    assert!(event.attributes[&Predicate::OccursOn].contains("2022-03-25"));
}

#[test]
fn posts_with_different_titles_are_different_edges() {
    let graph = graph(&facts());
    let posts: Vec<_> = graph
        .edges()
        .iter()
        .filter(|view| view.edge.predicate == Predicate::HoldsPosition)
        .map(|view| {
            (
                view.edge.title.as_deref().unwrap_or_default().to_owned(),
                view.edge.weight(),
            )
        })
        .collect();
    assert_eq!(
        posts,
        [
            ("Cục trưởng".to_owned(), 1),
            ("Quyền Cục trưởng".to_owned(), 1)
        ]
    );
}

#[test]
fn a_story_that_several_articles_print_counts_once() {
    let conference = fixture::conference();
    let mut copy = conference.clone();
    copy.article.id = "in-lai".to_owned();
    // The copy lacks the last sentence, on the visit.
    copy.annotation.relations.pop();
    let three = [&conference, &copy, &fixture::appointment()].map(ArticleFacts::from);
    let mut graph = graph(&three);
    let repeats = [("in-lai".to_owned(), "hoi-nghi".to_owned())];
    graph.count_stories_once(&repeats.into());
    for view in graph.edges() {
        assert_eq!(view.edge.weight(), 1, "{:?}", view.edge);
        assert_eq!(view.edge.sentences(), 1, "{:?}", view.edge);
    }
    let bureau = graph.nodes()[1].node;
    assert_eq!((bureau.articles(), bureau.mentions()), (2, 3));
    assert_eq!(graph.articles_of_node(bureau).len(), 3);
}

#[test]
fn mentions_count_sentences_and_articles() {
    let graph = graph(&facts());
    let bureau = graph
        .node(&EntityId::new(EntityType::Agency, "cục-ngoại-vụ"))
        .unwrap();
    assert_eq!((bureau.articles(), bureau.mentions()), (2, 3));
    let articles = graph.articles_of_node(bureau);
    assert_eq!(articles[0].0.id, "bo-nhiem#2");
    assert_eq!(articles[0].1, 2);
}

#[test]
fn the_ontology_names_what_it_knows() {
    let mut graph = graph(&facts());
    let chile = EntityId::new(EntityType::Country, "cl");
    let mut known = fixture::entry(&chile, "Cộng hòa Chile");
    known.labels[0].text = "Chi-lê".to_owned();
    graph.recognise(&[known]);
    let node = graph.node(&chile).unwrap();
    assert_eq!(node.name(), "Cộng hòa Chile");
    assert_eq!(node.aliases(), ["Chi-lê", "Chile"]);
    assert_eq!(node.code(), Some("CL"));
}

/// Articles over few names, so that they often speak of the same things.
fn articles() -> impl Strategy<Value = Vec<ArticleFacts>> {
    let statement = (0..4_usize, 0..16_usize, 0..4_usize, 0..3_u16, 0..2_usize);
    let article = prop::collection::vec(statement, 0..6);
    prop::collection::vec(article, 1..8).prop_map(|articles| {
        articles
            .iter()
            .enumerate()
            .map(|(number, said)| article_of(number, said))
            .collect()
    })
}

fn article_of(number: usize, said: &[(usize, usize, usize, u16, usize)]) -> ArticleFacts {
    let mut draft = Draft::new(
        &format!("bai-{number}"),
        "An ở Bình. Bình gặp Châu. Châu về Dương.",
    );
    for (kind, name) in [
        (EntityType::Person, "An"),
        (EntityType::Agency, "Bình"),
        (EntityType::Event, "Châu"),
        (EntityType::Province, "Dương"),
    ] {
        let entity = draft.entity(kind, name);
        if number % 3 == 1 {
            draft.annotated.annotation.entities[entity]
                .name
                .push_str(" mới");
        }
    }
    for &(subject, predicate, object, year, sentence) in said {
        let time = Edtf::Date(EdtfDate::year(2020 + year));
        let predicate = Predicate::ALL[predicate];
        let object = match predicate {
            p if p.takes_date() => Object::Date(time),
            p if p.takes_text() => Object::Text(format!("chủ đề {year}")),
            _ => Object::Entity(object),
        };
        draft.relation(subject, predicate, object, sentence);
        draft
            .annotated
            .annotation
            .relations
            .last_mut()
            .unwrap()
            .time = Some(time);
    }
    ArticleFacts::from(&draft.annotated)
}

proptest! {
    #[test]
    fn order_and_grouping_never_matter(
        (articles, shuffled) in articles().prop_flat_map(|a| (Just(a.clone()), Just(a).prop_shuffle())),
        split in any::<prop::sample::Index>(),
    ) {
        let together = graph(&articles);
        let split = split.index(shuffled.len() + 1);
        let mut merged = graph(&shuffled[split..]);
        merged.merge(&graph(&shuffled[..split]));
        prop_assert!(together == merged);
        merged.merge(&together);
        prop_assert!(together == merged, "merging what is there already changes nothing");
        let ids = |g: &KnowledgeGraph| g.nodes().iter().map(|v| v.node.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(ids(&together), ids(&merged));
        let rank = |g: &KnowledgeGraph| {
            let mut network = Network::new(g, &Selection::default());
            network.measure();
            network.nodes().map(|node| node.measures.page_rank.to_bits()).collect::<Vec<_>>()
        };
        prop_assert_eq!(rank(&together), rank(&merged));
    }

    #[test]
    fn another_statement_is_another_graph(articles in articles(), extra in 0..16_usize) {
        let together = graph(&articles);
        let mut more = articles;
        more.push(article_of(99, &[(0, extra, 1, 0, 0)]));
        prop_assert!(together != graph(&more));
    }
}
