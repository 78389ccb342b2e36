//! Every term that the mapping writes: one constant per term.

use oxigraph::model::NamedNodeRef;

/// Local names in `ontology#` (prefix `nv:`). The nine classes are named by
/// [`EntityType::name`](crate::model::EntityType::name), the sixteen direct properties by
/// [`Predicate::name`](crate::model::Predicate::name); the others stand here.
pub mod nv {
    /// Class of the sentences that statements were read from; each is its own Web Annotation selector.
    pub const EVIDENCE: &str = "Evidence";
    /// Statement, post, visit or figure -> a sentence it was read from.
    pub const EVIDENCE_OF: &str = "evidence";
    /// Entity -> a sentence that names it.
    pub const MENTIONED_IN: &str = "mentionedIn";
    /// Statement or figure -> name of the rule that read it.
    pub const RULE: &str = "rule";
    /// Post or visit -> role as written (`Quyền Cục trưởng`).
    pub const TITLE: &str = "title";
    /// Statement or figure -> the time it speaks of, in EDTF.
    pub const TIME: &str = "time";
    /// Statement or figure -> first day of the time it speaks of, `xsd:date`.
    pub const BEGIN: &str = "begin";
    /// Statement or figure -> last day of that time, `xsd:date`; absent where it is open.
    pub const END: &str = "end";
    /// Article -> when it speaks: its day of publication, or else the last event that it dates.
    pub const AS_OF: &str = "asOf";
    /// Article -> what became of the ids that it gives, for the next build.
    pub const CHANGES: &str = "changes";
    /// Article -> its graph as it was read, where the ids do not lead back to it.
    pub const AS_READ: &str = "asRead";
    /// The graph of readings -> what an expert says of who is who.
    pub const CURATION: &str = "curation";
    /// Reading of an article -> the signature of its text, for the next build.
    pub const SIGNATURE: &str = "signature";
    /// Article -> the article whose story it prints again.
    pub const REPEATS: &str = "repeats";
    /// Figure -> plain number.
    pub const VALUE: &str = "value";
    /// Figure -> what is counted, as written.
    pub const UNIT: &str = "unit";
    /// Figure -> change against the time it is compared with, in per cent.
    pub const CHANGE: &str = "change";
    /// Figure -> the entity whose it is.
    pub const FIGURE_OF: &str = "figureOf";
    /// Country or province -> ISO 3166-1 alpha-2 or ISO 3166-2.
    pub const CODE: &str = "code";
    /// Province -> code of the statistics office, an identity only together with its period.
    pub const GSO_CODE: &str = "gsoCode";
    /// Known entity -> first day of its existence.
    pub const VALID_FROM: &str = "validFrom";
    /// Known entity -> first day on which it was no more.
    pub const VALID_UNTIL: &str = "validUntil";
    /// Known entity -> what took its place.
    pub const SUCCESSOR: &str = "successor";
    /// Known entity -> short form (`UBND`).
    pub const ACRONYM: &str = "acronym";
    /// Known entity -> name of the past.
    pub const FORMER_NAME: &str = "formerName";
    /// Known entity -> form that names it only beside others or in set phrases (`Việt` in `Việt - Lào`).
    pub const SHORT_NAME: &str = "shortName";
    /// Known territory -> kind of unit as a word before its name (`tỉnh`).
    pub const DESIGNATION: &str = "designation";
    /// Place -> the country or province it lies in.
    pub const LIES_IN: &str = "liesIn";
    /// Known person -> the state they hold office in.
    pub const SERVES: &str = "serves";

    /// All of the above.
    pub const ALL: [&str; 29] = [
        EVIDENCE,
        EVIDENCE_OF,
        MENTIONED_IN,
        RULE,
        TITLE,
        TIME,
        BEGIN,
        END,
        AS_OF,
        CHANGES,
        AS_READ,
        CURATION,
        SIGNATURE,
        REPEATS,
        VALUE,
        UNIT,
        CHANGE,
        FIGURE_OF,
        CODE,
        GSO_CODE,
        VALID_FROM,
        VALID_UNTIL,
        SUCCESSOR,
        ACRONYM,
        FORMER_NAME,
        SHORT_NAME,
        DESIGNATION,
        LIES_IN,
        SERVES,
    ];
}

/// Web Annotation.
pub mod oa {
    use super::NamedNodeRef;
    /// `oa:hasSource`
    pub const HAS_SOURCE: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/oa#hasSource");
    /// `oa:start`
    pub const START: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/oa#start");
    /// `oa:end`
    pub const END: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("http://www.w3.org/ns/oa#end");
    /// `oa:exact`
    pub const EXACT: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/oa#exact");
}

/// W3C Organization Ontology.
pub mod org {
    use super::NamedNodeRef;
    /// `org:Membership`
    pub const MEMBERSHIP: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/org#Membership");
    /// `org:member`
    pub const MEMBER: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/org#member");
    /// `org:memberDuring`
    pub const MEMBER_DURING: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/org#memberDuring");
    /// `org:organization`
    pub const ORGANIZATION: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/org#organization");
}

/// Simple Event Model.
pub mod sem {
    use super::NamedNodeRef;
    /// `sem:Event`
    pub const EVENT: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://semanticweb.cs.vu.nl/2009/11/sem/Event");
    /// `sem:hasActor`
    pub const HAS_ACTOR: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://semanticweb.cs.vu.nl/2009/11/sem/hasActor");
    /// `sem:hasPlace`
    pub const HAS_PLACE: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace");
}

/// OWL-Time.
pub mod time {
    use super::NamedNodeRef;
    /// `time:ProperInterval`
    pub const INTERVAL: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2006/time#ProperInterval");
    /// `time:Instant`
    pub const INSTANT: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2006/time#Instant");
    /// `time:hasBeginning`
    pub const HAS_BEGINNING: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2006/time#hasBeginning");
    /// `time:hasEnd`
    pub const HAS_END: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2006/time#hasEnd");
    /// `time:inXSDDate`
    pub const IN_DATE: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2006/time#inXSDDate");
    /// `time:inXSDgYear`
    pub const IN_YEAR: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2006/time#inXSDgYear");
}

/// RDF Data Cube.
pub mod qb {
    use super::NamedNodeRef;
    /// `qb:Observation`
    pub const OBSERVATION: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://purl.org/linked-data/cube#Observation");
}

/// PROV-O.
pub mod prov {
    use super::NamedNodeRef;
    /// `prov:Activity`
    pub const ACTIVITY: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/prov#Activity");
    /// `prov:SoftwareAgent`
    pub const SOFTWARE_AGENT: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/prov#SoftwareAgent");
    /// `prov:used`
    pub const USED: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/prov#used");
    /// `prov:wasDerivedFrom`
    pub const WAS_DERIVED_FROM: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/prov#wasDerivedFrom");
    /// `prov:wasAssociatedWith`
    pub const WAS_ASSOCIATED_WITH: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/ns/prov#wasAssociatedWith");
}

/// schema.org.
pub mod schema {
    use super::NamedNodeRef;
    /// `schema:NewsArticle`
    pub const NEWS_ARTICLE: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("https://schema.org/NewsArticle");
    /// `schema:headline`
    pub const HEADLINE: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("https://schema.org/headline");
    /// `schema:datePublished`
    pub const DATE_PUBLISHED: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("https://schema.org/datePublished");
    /// `schema:publisher`
    pub const PUBLISHER: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("https://schema.org/publisher");
    /// `schema:author`
    pub const AUTHOR: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("https://schema.org/author");
    /// `schema:url`
    pub const URL: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("https://schema.org/url");
    /// `schema:inLanguage`
    pub const IN_LANGUAGE: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("https://schema.org/inLanguage");
    /// `schema:sha256`
    pub const SHA256: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("https://schema.org/sha256");
    /// `schema:subjectOf`
    pub const SUBJECT_OF: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("https://schema.org/subjectOf");
    /// `schema:softwareVersion`
    pub const SOFTWARE_VERSION: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("https://schema.org/softwareVersion");
}

/// Dublin Core terms.
pub mod dcterms {
    use super::NamedNodeRef;
    /// `dcterms:source`
    pub const SOURCE: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://purl.org/dc/terms/source");
}

/// SKOS.
pub mod skos {
    use super::NamedNodeRef;
    /// `skos:prefLabel`
    pub const PREF_LABEL: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2004/02/skos/core#prefLabel");
    /// `skos:exactMatch`
    pub const EXACT_MATCH: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2004/02/skos/core#exactMatch");
    /// `skos:altLabel`
    pub const ALT_LABEL: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2004/02/skos/core#altLabel");
}

/// WGS 84 positions.
pub mod geo {
    use super::NamedNodeRef;
    /// `geo:lat`
    pub const LAT: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2003/01/geo/wgs84_pos#lat");
    /// `geo:long`
    pub const LONG: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://www.w3.org/2003/01/geo/wgs84_pos#long");
}

/// EDTF.
pub mod edtf {
    use super::NamedNodeRef;
    /// `edtf:EDTF`
    pub const EDTF: NamedNodeRef<'_> =
        NamedNodeRef::new_unchecked("http://id.loc.gov/datatypes/edtf/EDTF");
}
