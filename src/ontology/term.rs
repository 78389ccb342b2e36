//! Words that say what a name is: role titles and head nouns.

use super::EntryIndex;
use crate::model::EntityType;

/// Index into the ontology's list of roles.
pub type RoleIndex = usize;
/// Index into the ontology's list of head nouns.
pub type HeadNounIndex = usize;

/// Which body a role is held in when the text only gives the title and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoleBody {
    /// The agency that follows or was last spoken of (`Giám đốc Sở Ngoại vụ`).
    Agency,
    /// One agency always (`Thủ tướng` without a country: `Chính phủ`).
    Entry(EntryIndex),
    /// The state that follows (`Đại sứ Mỹ`, `Tổng thống Chile`).
    Country,
    /// The province, city or other territory that follows (`Chủ tịch tỉnh`, `Thị trưởng Manila`).
    Territory,
    /// None: an honorific, a rank or a profession (`ông`, `Thiếu tướng`, `Tiến sĩ`, `nhà báo`).
    None,
}

/// What sort of word a role title is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleKind {
    /// A post that is held: `Cục trưởng`, `Đại sứ`.
    Position,
    /// A form of address before a name: `ông`, `bà`, `đồng chí`.
    Honorific,
    /// A military, police or academic rank: `Thiếu tướng`, `GS.TS`.
    Rank,
    /// What someone does, without a body: `nhà báo`, `ca sĩ`.
    Profession,
    /// A word before a title that makes a new one: `Quyền`, `Phó`, `Nguyên`, `Cựu`.
    Prefix,
    /// A word behind a title that makes a new one: `Thường trực`, `danh dự`.
    Suffix,
}

/// A role title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Slug in the ontology, for example `cuc-truong`.
    pub id: String,
    /// The title in full as it is written inside a sentence: `Cục trưởng`, `Quyền Cục trưởng`.
    pub name: String,
    /// The title in English, where the ontology gives one.
    pub name_en: Option<String>,
    /// All forms that are matched, the full one first.
    pub labels: Vec<String>,
    /// Protocol rank: 1 is highest, 9 lowest; 0 where rank says nothing.
    pub rank: u8,
    /// What sort of word it is.
    pub kind: RoleKind,
    /// What it is held in.
    pub body: RoleBody,
    /// The head noun of the bodies it heads (`Cục trưởng`: `Cục`), which the title may swallow:
    /// `Bộ trưởng Ngoại giao` is the minister of `Bộ Ngoại giao`.
    pub head_noun: Option<HeadNounIndex>,
}

/// A noun that opens a name: `Sở`, `Hội nghị`, `Nghị quyết`, `Đại sứ quán`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadNoun {
    /// Slug in the ontology, for example `so`.
    pub id: String,
    /// The noun as a name begins with it: `Sở`, `Đại sứ quán`.
    pub name: String,
    /// The noun in English, where the ontology gives one.
    pub name_en: Option<String>,
    /// All forms that are matched, acronyms included (`UBND`, `ĐSQ`), the full one first.
    pub labels: Vec<String>,
    /// Type of what it names.
    pub kind: EntityType,
    /// Whether the bare noun with a capital may stand for a name said before (`Bộ`, `Hội nghị`).
    pub anaphoric: bool,
    /// Whether the bodies it names belong to a territory that a text may leave out (`Sở`, `UBND`).
    pub local: bool,
    /// Whether it opens a name also in lower case (`nhà máy sữa Nghệ An`, `hội nghị Gặp gỡ …`).
    pub lower_case: bool,
    /// Whether it is a body that represents a state abroad (`Đại sứ quán`, `Tổng Lãnh sự quán`).
    pub mission: bool,
    /// Whether the noun is left out of the name it opens (`tỉnh Thanh Hóa` is `Thanh Hóa`).
    pub outside_name: bool,
}
