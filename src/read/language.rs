//! Tells whether an article is in Vietnamese, by the share of its words that are shaped like it.

use super::syllables::{Shape, bare_syllables, sample};

/// What language a text is in, as far as that matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Vietnamese,
    /// Vietnamese written without its marks: `Bo Ngoai giao`.
    Unmarked,
    Other,
}

/// Fewer words than this tell nothing.
const FEWEST: usize = 20;

/// The language of a text of so many bytes, of which some parts count; one too short to tell is taken for
/// Vietnamese.
pub(super) fn tell<'a>(
    parts: impl Iterator<Item = &'a str> + Clone,
    mut length: usize,
) -> Language {
    let mut shape = Shape::default();
    for part in sample(parts.clone()) {
        shape.add(part);
        length = length.saturating_sub(part.len());
        // Nothing changes if all that is left are words of one letter in another language.
        if is_vietnamese(shape.marked_syllables, shape.words + length / 2 + 1) {
            return Language::Vietnamese;
        }
    }
    if shape.words < FEWEST || is_vietnamese(shape.marked_syllables, shape.words) {
        Language::Vietnamese
    } else if (shape.marked_syllables + bare_syllables(sample(parts))) * 100 >= shape.words * 85 {
        Language::Unmarked
    } else {
        Language::Other
    }
}

fn is_vietnamese(marked_syllables: usize, words: usize) -> bool {
    marked_syllables * 100 >= words * 15
}

#[cfg(test)]
mod tests {
    use super::{Language, tell};

    #[test]
    fn languages_are_told_apart() {
        for (text, language) in [
            (
                "Sáng nay, Sở Ngoại vụ tỉnh tổ chức buổi gặp mặt các đối tác nước ngoài để bàn việc hợp tác \
                 với Washington, Seoul và Tokyo.",
                Language::Vietnamese,
            ),
            (
                "Sang nay, So Ngoai vu tinh to chuc buoi gap mat cac doi tac nuoc ngoai de ban viec hop tac \
                 trong nhung nam toi.",
                Language::Unmarked,
            ),
            (
                "This morning the provincial Department of Foreign Affairs held a meeting with partners from \
                 Hà Nội and abroad to discuss cooperation in the coming years.",
                Language::Other,
            ),
            (
                "Ce matin, le département des affaires étrangères de la province a réuni ses partenaires de \
                 l’étranger afin d’évoquer la coopération des années à venir.",
                Language::Other,
            ),
            (
                "Heute früh trafen sich die Vertreter der Provinz mit ausländischen Partnern, um über die \
                 künftige Zusammenarbeit der nächsten Jahre zu sprechen und zu hören.",
                Language::Other,
            ),
            (
                "今天上午 省外事厅 与 外国 伙伴 举行 会议 讨论 未来 几年 的 合作 双方 同意 加强 贸易 投资 教育 旅游 交流 \
                 并 签署 协议 进一步 深化 关系",
                Language::Other,
            ),
        ] {
            assert_eq!(tell(std::iter::once(text), text.len()), language, "{text}");
        }
    }
}
