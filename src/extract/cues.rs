//! The cue lists that the extractors of names use, looked up once.

use crate::ontology::{Cue, Ontology};

/// A cue list that an extractor needs is missing from the ontology.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the ontology lacks the cue list `{0}` (looked for in ontology/cues/)")]
pub struct CueError(pub String);

macro_rules! name_cues {
    ($($(#[$doc:meta])* $field:ident = $list:literal;)*) => {
        /// The lists of `ontology/cues/` that decide where names begin and end.
        #[derive(Debug, Clone)]
        pub struct NameCues {
            $($(#[$doc])* pub(crate) $field: Cue,)*
        }

        impl NameCues {
            /// Looks the lists up.
            ///
            /// # Errors
            /// Names the first list that the ontology lacks.
            pub fn new(ontology: &Ontology) -> Result<Self, CueError> {
                Ok(Self {
                    $($field: ontology.cue($list).map_err(|_| CueError($list.to_owned()))?,)*
                })
            }
        }
    };
}

name_cues! {
    /// Words at which every name ends.
    stop = "names.stop";
    /// Function words allowed inside long names.
    inner = "names.inner";
    /// Verbs allowed directly behind the head noun of a title.
    first_verb = "names.first-verb";
    /// What is named after people.
    named_after = "names.named-after";
    /// Nouns before the name of a place.
    place_head = "names.place-head";
    /// Forms of government before a state's name.
    state_form = "names.state-form";
    /// Forms of address that are no part of any name.
    address = "names.address";
    /// Words before the name of a party.
    partisan = "names.partisan";
    /// Nouns that make a province's name a smaller place.
    local_head = "names.local-head";
    commune = "names.commune";
    /// Bodies that every territory has.
    local_body = "names.local-body";
    /// Bodies of the whole state.
    national_body = "names.national-body";
    /// Words for what stands at the centre.
    central = "names.central";
    /// Posts of those who lead a body of any kind.
    leads_body = "persons.leads-body";
    /// Who speaks for a body or a person.
    speaks_for = "persons.speaks-for";
    /// Words after which an unknown name is a place.
    location_preposition = "names.location-preposition";
    /// Words before a photographer's or author's name.
    credit = "names.credit";
    /// What stands in brackets behind an author's name.
    byline_mark = "names.byline-mark";
    /// Words that open a line which tells where a text comes from.
    source_line = "names.source-line";
    /// Words behind a head noun that begin what is said of it.
    predicate = "names.predicate";
    /// Fixed pairs of words with a comma inside.
    listed = "names.listed";
    /// Verbs that say that an event takes place.
    happens = "happens.verb";
    /// Meetings that a number tells apart.
    numbered = "names.numbered";
    /// What is counted: a number before it is part of no name.
    counted = "names.counted";
    /// Games whose edition stands right behind the noun.
    games = "names.games";
    /// Verbs whose object is one particular event.
    held = "names.held";
    /// Nouns behind which a verb says what they are for.
    for_doing = "names.for-doing";
    /// Verbs that say what such a noun is for.
    doing = "names.doing";
    /// Days, weeks and years that are held in a country for another.
    days_of = "names.days-of";
    /// Words before a level that is no summit: `đoàn đại biểu Cấp cao`.
    of_level = "names.of-level";
    /// Talks, which a title behind them does not name: `cuộc gặp Thủ tướng`.
    talks = "names.talks";
    /// Bodies whose yearly meetings go by their name and the year.
    meets_yearly = "names.meets-yearly";
    /// Words with which the name of an event goes on behind a territory.
    behind_place = "names.behind-place";
    /// Nouns of jubilees, whose names may be whole clauses.
    jubilee = "names.jubilee";
    /// Meetings that the two states tell apart.
    of_two = "names.of-two";
    /// Nouns before the code of a variety.
    coded = "products.coded";
    /// Words before the noun of an event whose theme is told.
    theme_of = "names.theme-of";
    /// Words that say what something is.
    copula = "names.copula";
    /// Verbs at which the name of a law ends.
    law_says = "names.law-says";
    /// Words behind the noun of laws that open no title.
    no_law = "names.no-law";
    /// Parts of a law that are named behind it.
    law_part = "names.clause";
    /// Nouns that open a sentence about a doing.
    topic = "names.topic";
    /// Nouns of laws with titles in lower case.
    lower_law = "names.lower-law";
    /// Nouns of prizes.
    prize_head = "names.prize-head";
    /// What prizes are for or called.
    prize = "names.prize";
    /// Meetings that go by their short form and their number.
    meets_numbered = "names.meets-numbered";
    /// What the Central Committee's plenum holds or makes.
    of_plenum = "names.of-plenum";
    /// Events that go by their themes.
    themed = "names.themed";
    /// Ceremonies of which only a description that names something is a name.
    plain_ceremony = "names.plain-ceremony";
    /// Words that begin like the noun of an event.
    no_event = "names.no-event";
    /// Words that begin like the noun of a document.
    no_document = "names.no-document";
    /// What a document does that changes another.
    amends = "names.amends";
    /// What stands between such a verb and the other document.
    articles_of = "names.articles-of";
    /// Words before a noun of which there are several.
    of_several = "names.of-several";
    /// Several states, behind what each of them has.
    several_states = "names.several-states";
    /// Times that no number places.
    vague_time = "names.vague-time";
    /// Words that open an edition.
    edition = "names.edition";
    /// Lower-case words inside foreign names.
    particle = "names.particle";
    /// Words before a level of the State: `cấp Nhà nước`.
    level = "names.level";
    /// Words of coming and going.
    arrival = "names.arrival";
    /// Awards.
    award_head = "names.award-head";
    /// Agreements between states.
    treaty_head = "names.treaty-head";
    /// Nouns before a party of an agreement.
    party_noun = "names.party-noun";
    /// Schools and papers, named after what they teach or write about.
    school_head = "names.school-head";
    /// Nouns of commemorations.
    commemoration = "names.commemoration";
    /// What stands between ministers who meet and their field.
    in_charge = "names.in-charge";
    /// Nouns that say behind a dash what is named before it.
    explaining = "names.explaining";
    /// Exercises.
    exercise = "names.exercise";
    /// Words before a post that is handed over.
    handing_over = "names.handing-over";
    /// Words that say that an event is held again and again.
    recurring = "names.recurring";
    /// Auxiliaries in quoted words.
    saying_of = "names.saying-of";
    /// Nouns that sum up a list of territories.
    territory_noun = "names.territory-noun";
    /// Words before such a noun.
    several = "names.several";
    /// Nouns of dealings with another side.
    linking = "names.linking";
    /// Words for the other side.
    other_side = "names.other-side";
    /// Nouns of forums.
    forum = "names.forum";
    /// Words before the noun of what is only described.
    of_a_kind = "names.of-a-kind";
    /// Festivals that the territory behind them tells apart.
    festive = "names.festive";
    /// Events that are a part of the one named behind them.
    part_of_event = "names.part-of-event";
    /// What an anniversary is of.
    commemorated = "names.commemorated";
    /// Words before a point of the compass.
    direction = "names.direction";
    /// What closes the name of a class of bodies abroad.
    abroad = "names.abroad";
    /// Fields that bodies are named after.
    field = "names.field";
    /// Bodies that may share the state behind the last of them.
    shared_body = "names.shared-body";
    /// The people of a state, said beside its bodies.
    people = "names.people";
    /// Terms for the rank of relations between states.
    partnership = "names.partnership";
    /// Words before the year to which a plan looks ahead.
    outlook = "names.outlook";
    /// Nouns of bodies that also mean an incident.
    incident = "names.incident";
    /// Words that begin like the short name of a country.
    no_country = "names.no-country";
    /// Levels that stand for a local body's territory.
    level_noun = "names.level-noun";
    /// Levels without a body of one name.
    lower_level = "names.lower-level";
    /// Committees that say what they deal with.
    committee = "names.committee";
    /// Nouns of firms, clubs and papers.
    makers = "names.makers";
    /// English nouns with which names of bodies end.
    english_body = "names.english-body";
    /// Nouns that belong to the name of a known firm.
    maker = "names.maker";
    /// Nouns of firms that are often parts of a group.
    subsidiary = "names.subsidiary";
    /// Words that open a list of examples.
    such_as = "names.such-as";
    /// Words before the short name of a paper.
    of_paper = "names.of-paper";
    /// Nouns of bodies that are parts of others.
    part_head = "names.part-head";
    /// Institutes, which are said one beside the other.
    institute = "names.institute";
    /// Fields of a body with a comma inside.
    listed_field = "names.listed-field";
    /// What is named together with its noun.
    feature_head = "names.feature-head";
    /// Features that are named after the place they serve.
    serving_head = "names.serving-head";
    /// Nouns of bodies behind which another names their field.
    about_head = "names.about-head";
    /// Titles that end with the noun of the body they head.
    heads_body = "names.heads-body";
    /// Nouns that name a class of bodies.
    generic_body = "names.generic-body";
    /// Nouns of bodies inside the body named behind them.
    hosted_head = "names.hosted-head";
    /// Documents that go by their noun alone.
    statement = "names.statement";
    /// Bodies that every state has.
    of_state = "names.of-state";
    /// Vietnamese surnames.
    surname = "persons.surname";
    /// Surnames that are also common words.
    weak_surname = "persons.weak-surname";
    /// Vietnamese middle names.
    middle_name = "persons.middle-name";
    /// Foreign given names.
    given_name = "persons.given-name";
    /// Words that make a foreign name no person's.
    not_person = "persons.not-a-person";
    /// Documents named by their subject.
    plan_head = "names.plan-head";
    clause = "names.clause";
    law = "documents.law";
    plenum = "documents.plenum";
    congress = "documents.congress";
    /// Verbs of saying, whose subject is a person or a body.
    says = "persons.says";
    /// Words that open a sentence and end no name.
    sentence_opener = "persons.sentence-opener";
    /// Words behind the first of a sentence that are no predicate.
    behind_opener = "persons.behind-opener";
    /// Nouns of bodies that a number tells apart.
    numbered_body = "names.numbered-body";
    /// Nouns before the name of a paper or broadcaster.
    medium = "persons.medium";
    /// Letters that stand for no body.
    no_body_letters = "names.no-body-letters";
    /// Posts in companies.
    company_role = "persons.company-role";
    /// Two-syllable words.
    compound = "compounds.word";
    /// Products before a place of origin.
    product = "products.product";
    variety = "products.variety";
    of_kinds = "products.of-kinds";
    /// First syllables of what says in brackets that a short form follows: gọi tắt là, viết tắt là.
    says_short = "names.says-short";
    /// First syllables of bodies that several states have together: Ủy ban hỗn hợp, Phân ban.
    joint_body = "names.joint-body";
    /// Words between a body and what it is part of.
    owned_by = "names.owned-by";
    /// Words before a noun that count what it means.
    counting = "names.counting";
    /// Words before a noun of which there are several, without a number.
    plural = "names.plural";
    /// Words before a noun of an event that its name does without.
    event_classifier = "anaphora.classifier";
    /// First words of an edition that is a number: lần thứ 3, thứ 3.
    nth = "names.nth";
    /// Nouns of parts of a date.
    date_unit = "dates.unit";
    /// First syllables of an occasion behind `nhân`: nhân kỷ niệm, nhân chuyến thăm.
    occasion = "names.occasion";
    /// Words that begin like a verb that opens a title.
    no_first_verb = "names.no-first-verb";
    /// First syllables of what says, behind an award, whom it is for: trao tặng, phong tặng, cho.
    award_to = "names.award-to";
    /// Words of an anniversary before what it is of: 50 năm, ngày thành lập.
    anniversary_span = "names.anniversary-span";
    /// Last syllables of words of congratulation: chào mừng, chúc mừng.
    congratulation = "names.congratulation";
    /// Words before the class of an award.
    award_class = "names.award-class";
    /// Words with which the name of a session goes on behind its number.
    session_goes_on = "names.session-goes-on";
    /// Nouns before the number of a body's term.
    term = "names.term";
    /// Short forms of territories, behind which a point may stand: TP. Hà Nội.
    abbreviated_unit = "names.abbreviated-unit";
    /// Nouns behind which a number belongs to the name: Vùng 3, Quận 1.
    before_number = "names.before-number";
    /// Words before the name of a man or woman.
    pronoun = "anaphora.pronoun";
    /// Words before a number word that is an ordinal or a month: thứ hai, tháng hai.
    ordinal_before = "names.ordinal-before";
    /// Points of the compass.
    compass = "names.compass";
    /// Nouns before the point of the compass on which something lies: phía Nam.
    side = "names.side";
    /// Nouns of the second-level units of Viet Nam.
    district = "names.district";
    /// Nouns before the name of a city.
    city_noun = "names.city-noun";
    /// Words before the noun of ministries that are then listed without it: các Bộ Y tế, Công Thương.
    ministries = "names.ministries";
    /// Nouns of urban units that may be called by a number: Quận 1, phường 7.
    urban = "names.urban";
    /// Nouns of streets.
    street = "names.street";
    /// Nouns of a theme.
    theme = "theme.theme";
    /// Pronouns that are also the short names of countries.
    pronoun_country = "names.pronoun-country";
    /// Nouns behind which a verb says what something is about: về việc thành lập.
    matter = "names.matter";
    /// Verbs of becoming, at which a name ends where they are no part of a word: Chiến tranh Lạnh thành đối tác.
    turning = "names.turning";
    /// First syllables of nouns of summits that also say the rank of those who meet: Cấp cao.
    top_level = "names.top-level";
    /// First syllables of verbs with which the name of a body goes on in lower case: Ban quản lý Khu du lịch.
    managing = "names.managing";
    /// Words that make a level behind them a rank: quan chức cao cấp ASEAN.
    high = "names.high";
    /// Nouns of areas that, with a capital, may be called by a number: Khu 7.
    numbered_area = "names.numbered-area";
    /// Years of age.
    age = "figures.age";
}
