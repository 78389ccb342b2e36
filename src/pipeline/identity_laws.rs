//! Law: whatever way articles come, are edited and leave, the store ends as if all had come at once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use proptest::prelude::*;

use super::Reader;
use super::identity::{Arrived, Fresh, settle};
use crate::graph::ArticleFacts;
use crate::model::{Article, Block, BlockKind, Metadata, Span};
use crate::ontology::Ontology;
use crate::rdf::{Iris, Mapping};
use crate::resolve::Curation;
use crate::store::Store;
use crate::text::Signature;

/// Articles with namesakes, shared posts, events of one name, bare numbers, and one story in three papers:
/// file, day, text.
const ARTICLES: [(&str, &str, &str); 22] = [
    (
        "a/tin.txt",
        "2018-05-02",
        "Ông Trần Quốc Bình, Giám đốc Sở Ngoại vụ Đà Nẵng, dự Hội nghị xúc tiến đầu tư ngày 2/5/2018.",
    ),
    (
        "b/tin.txt",
        "2018-06-02",
        "Ông Trần Quốc Bình, Chủ tịch UBND tỉnh Lào Cai, tiếp Đại sứ Mỹ.",
    ),
    (
        "a/bon.txt",
        "2021-03-02",
        "Ông Trần Quốc Bình, Phó Giám đốc Sở Ngoại vụ Đà Nẵng, nói chuyện với Sở Ngoại vụ.",
    ),
    (
        "a/bay.txt",
        "2021-04-01",
        "Ông Trần Quốc Bình cho biết tỉnh đã ký 12 thỏa thuận.",
    ),
    (
        "a/nam.txt",
        "2020-01-02",
        "Ông Nguyễn Văn Nam, Phó Chủ tịch UBND tỉnh Hải Dương, dự Hội nghị xúc tiến đầu tư.",
    ),
    (
        "a/sau.txt",
        "2020-01-03",
        "Ông Nguyễn Văn Nam, Giám đốc Sở Công Thương Nghệ An, dự Hội nghị xúc tiến đầu tư ngày 3/1/2020.",
    ),
    (
        "b/nam.txt",
        "2020-02-02",
        "Ông Nguyễn Văn Nam phát biểu tại Hội nghị Ngoại vụ toàn quốc lần thứ 20.",
    ),
    (
        "a/tam.txt",
        "2022-02-02",
        "Ban Bí thư ban hành Chỉ thị 15-CT/TW ngày 10/2/2010. Chỉ thị 15 nêu rõ nhiệm vụ.",
    ),
    (
        "a/chin.txt",
        "2022-02-03",
        "Theo Chỉ thị 15, Sở Ngoại vụ phối hợp với UBND tỉnh.",
    ),
    (
        "a/muoi.txt",
        "2019-02-03",
        "Bà Lê Thu Hương, Tham tán Đại sứ quán Việt Nam tại Pháp, dự Diễn đàn hợp tác Pháp - Việt năm 2019.",
    ),
    (
        "d/mot.txt",
        "2020-05-14",
        "Đại sứ Thụy Điển Lars Bergström thăm Vụ Hợp tác quốc tế, Bộ Y tế.",
    ),
    (
        "d/hai.txt",
        "2020-06-14",
        "Đại sứ Thụy Điển Bergström dự Diễn đàn hợp tác Pháp - Việt.",
    ),
    (
        "d/ba.txt",
        "2020-06-15",
        "Đại sứ Thụy Điển Nils Bergström gặp Vụ Hợp tác quốc tế.",
    ),
    (
        "d/bốn.txt",
        "2022-06-15",
        "Vụ Hợp tác quốc tế thuộc Bộ Y tế và Vụ Hợp tác quốc tế - Bộ Tài chính họp.",
    ),
    (
        "d/năm.txt",
        "2022-06-16",
        "Bergström và Vụ Hợp tác quốc tế bàn về Diễn đàn hợp tác Pháp - Việt.",
    ),
    (
        "b/muoi.txt",
        "2023-02-03",
        "Bà Lê Thu Hương, Cục trưởng Cục Ngoại vụ, dự Diễn đàn hợp tác Pháp - Việt năm 2023.",
    ),
    (
        "c/muoi.txt",
        "2023-07-03",
        "Bà Lê Thu Hương, Bí thư Huyện ủy Kim Sơn, tiếp đoàn công tác.",
    ),
    (
        "a/mot.txt",
        "2016-07-03",
        "Ngoại trưởng Mỹ John Kerry gặp Ngoại trưởng Nga Sergei Ivanov.",
    ),
    (
        "b/mot.txt",
        "2016-08-03",
        "Bộ trưởng Thương mại Anh John Kerry tới Hà Nội; UBND TP Hà Nội đón đoàn.",
    ),
    ("a/chung.txt", "2022-09-05", STORY),
    ("b/chung.txt", "2022-09-06", STORY),
    ("c/chung.txt", "2022-09-04", STORY_AND_MORE),
];

const STORY: &str = "Chiều 4/9, tại thành phố Huế, Sở Ngoại vụ phối hợp với Đại sứ quán Pháp tổ chức tọa đàm về \
    bảo tồn nhà vườn. Theo ông Trần Quốc Bình, người chủ trì buổi làm việc, 35 ngôi nhà vườn cổ đã được sửa chữa \
    trong ba năm qua nhờ nguồn hỗ trợ của các đối tác, và 12 ngôi nhà khác đang chờ khảo sát vào cuối năm nay.";

const STORY_AND_MORE: &str = "Chiều 4/9, tại thành phố Huế, Sở Ngoại vụ phối hợp với Đại sứ quán Pháp tổ chức tọa \
    đàm về bảo tồn nhà vườn. Theo ông Trần Quốc Bình, người chủ trì buổi làm việc, 35 ngôi nhà vườn cổ đã được \
    sửa chữa trong ba năm qua nhờ nguồn hỗ trợ của các đối tác, và 12 ngôi nhà khác đang chờ khảo sát vào cuối năm \
    nay. Sau tọa đàm, các đại biểu đi thăm một ngôi nhà vườn vừa sửa xong, nghe chủ nhà kể lại việc tìm thợ và gỗ.";

const CURATIONS: [&str; 3] = [
    "",
    "[[different]]\nthings = [\"person/trần-quốc-bình in bon\", \"person/trần-quốc-bình in bay\"]\n\
     [[rename]]\nthing = \"person/john-kerry in mot\"\nname = \"John Forbes Kerry\"\n",
    "[[same]]\nthings = [\"person/nguyễn-văn-nam in nam\", \"person/nguyễn-văn-nam in sau\"]\n\
     [[drop]]\nthing = \"person/john-kerry in mot\"\n\
     [[retype]]\nthing = \"event/hội-nghị-ngoại-vụ-toàn-quốc-lần-thứ-20\"\ntype = \"Programme\"\n",
];

fn reader() -> &'static Reader<'static> {
    static READER: OnceLock<Reader<'static>> = OnceLock::new();
    READER.get_or_init(|| Reader::new(Ontology::embedded()).expect("the lists are there"))
}

fn mapping() -> &'static Mapping {
    static MAPPING: OnceLock<Mapping> = OnceLock::new();
    MAPPING.get_or_init(|| Mapping::new(Iris::default(), &Ontology::embedded().entries))
}

/// An article in one of two versions; the second lacks its last words.
fn facts(number: usize, edited: bool) -> &'static (ArticleFacts, Signature) {
    static FACTS: OnceLock<Vec<(ArticleFacts, Signature)>> = OnceLock::new();
    let all = FACTS.get_or_init(|| {
        let versions = ARTICLES
            .iter()
            .flat_map(|article| [(article, false), (article, true)]);
        versions
            .map(|(article, edited)| read(article, edited))
            .collect()
    });
    &all[number * 2 + usize::from(edited)]
}

fn read(&(source, date, text): &(&str, &str, &str), edited: bool) -> (ArticleFacts, Signature) {
    let text = match text.rsplit_once(", ").filter(|_| edited) {
        Some((kept, _)) => format!("{kept}."),
        None => text.to_owned(),
    };
    let length = u32::try_from(text.chars().count()).expect("short");
    let name = source.split(['/', '.']).nth(1).expect("a name");
    let (facts, signature) = reader().facts(Article {
        id: name.to_owned(),
        source: source.to_owned(),
        blocks: vec![Block {
            span: Span::new(0, length),
            kind: BlockKind::Body,
        }],
        metadata: Metadata {
            date: Some(date.to_owned()),
            ..Metadata::default()
        },
        sha256: format!("{source} {edited}"),
        text,
    });
    assert!(!facts.entities.is_empty(), "{source} speaks of something");
    (facts, signature)
}

/// A store that articles come into, as a build brings them.
struct Building {
    store: Store,
    arrived: Arrived,
}

impl Building {
    fn new() -> Self {
        Self {
            store: Store::in_memory(Iris::default()),
            arrived: Arrived::default(),
        }
    }

    /// The id under which the store holds the file, or a new one.
    fn id(&self, facts: &ArticleFacts) -> (String, bool) {
        let stored = self.store.articles().expect("articles");
        let own = stored.iter().find(|article| article.source == facts.source);
        match own {
            Some(article) => (article.id.clone(), true),
            None => (
                format!("{}~{:08x}", facts.id, facts.source.as_bytes()[0]),
                false,
            ),
        }
    }

    fn arrive(&mut self, (facts, signature): &(ArticleFacts, Signature)) {
        let facts = ArticleFacts {
            id: self.id(facts).0,
            ..facts.clone()
        };
        let quads = mapping().article_quads(&facts);
        self.store.replace_read(&facts.id, &quads).expect("written");
        let fresh = Fresh::new(&facts, signature.clone(), reader().ontology());
        self.arrived.insert(facts.id.clone(), fresh);
    }

    fn leave(&mut self, (facts, _): &(ArticleFacts, Signature)) {
        if let (id, true) = self.id(facts) {
            self.store.remove_article(&id).expect("removed");
            self.arrived.remove(&id);
        }
    }

    fn commit(&mut self, curation: &str) {
        let mut curation = Curation::parse("who.toml", curation).expect("it is right");
        curation.lenient = true;
        let knowledge = reader().knowledge();
        let settled = settle(
            &mut self.store,
            mapping(),
            knowledge,
            std::mem::take(&mut self.arrived),
            &curation,
        );
        settled.expect("settled");
        self.store.keep_curation(&curation.text).expect("kept");
        self.store.commit().expect("committed");
    }

    /// All quads, also those kept for the next build.
    fn bytes(&self) -> Vec<String> {
        let quads = self.store.statements().iter();
        let mut lines: Vec<String> = quads
            .map(|quad| quad.expect("a quad").to_string())
            .collect();
        lines.sort();
        lines
    }
}

#[test]
fn the_articles_hold_what_the_law_is_about() {
    let mut building = Building::new();
    (0..ARTICLES.len()).for_each(|number| building.arrive(facts(number, false)));
    building.commit("");
    let changes = building.store.changes().expect("changes");
    assert!(changes.len() >= 5, "{changes:?}");
    let articles = building.store.articles().expect("articles");
    let ids: Vec<String> = articles.iter().map(|article| article.id.clone()).collect();
    assert_eq!(
        ids.iter().filter(|id| id.starts_with("muoi~")).count(),
        3,
        "{ids:?}"
    );
    assert!(ids.contains(&"bon".to_owned()), "{ids:?}");
    let repeats = building.store.repeats().expect("repeats");
    assert_eq!(repeats.len(), 2, "{repeats:?}");
    let earliest = articles.iter().find(|a| a.source == "c/chung.txt");
    let earliest = earliest.map(|article| &article.id);
    assert!(
        repeats.values().all(|id| Some(id) == earliest),
        "{repeats:?}"
    );
}

type Step = (usize, Option<bool>);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(220))]
    #[test]
    fn building_bit_by_bit_equals_building_at_once(
        steps in prop::collection::vec((0..ARTICLES.len(), prop::option::weighted(0.75, any::<bool>())), 1..30),
        commits in prop::collection::vec(prop::option::weighted(0.3, 0..CURATIONS.len()), 30),
        last in 0..CURATIONS.len(),
        shuffle in any::<u64>(),
    ) {
        let steps: Vec<Step> = steps;
        let mut building = Building::new();
        let mut there: BTreeMap<usize, bool> = BTreeMap::new();
        for (&(number, version), commit) in steps.iter().zip(&commits) {
            match version {
                Some(edited) => {
                    building.arrive(facts(number, edited));
                    there.insert(number, edited);
                }
                None => {
                    building.leave(facts(number, false));
                    there.remove(&number);
                }
            }
            if let Some(curation) = commit {
                building.commit(CURATIONS[*curation]);
            }
        }
        building.commit(CURATIONS[last]);
        let mut whole = Building::new();
        let mut order: Vec<(usize, bool)> = there.into_iter().collect();
        order.sort_by_key(|(number, _)| (*number as u64 + 1).wrapping_mul(shuffle | 1));
        order.into_iter().for_each(|(number, edited)| whole.arrive(facts(number, edited)));
        whole.commit(CURATIONS[last]);
        prop_assert_eq!(building.bytes(), whole.bytes());
    }
}
