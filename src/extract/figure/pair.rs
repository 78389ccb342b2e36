//! Reads two numbers that count the same: the ends of a range, or a part and its whole.

use super::number::{self, Amount};
use super::unit::UnitKind;
use super::{Candidate, Reader};
use crate::text::{TokenKind, TokenRange};

/// Wholes that are mostly those of fractions: `3/5 số đại biểu`, `9/10 người`.
const FRACTIONS: [f64; 5] = [2.0, 3.0, 4.0, 5.0, 10.0];

impl Reader<'_> {
    /// The two figures of a pair that begins at a token.
    pub(super) fn pair(&self, token: usize) -> Option<[Candidate; 2]> {
        let first = self.amount(token)?;
        let mark = first.end;
        let ranges = matches!(self.phrases.clean(mark), "-" | "–");
        let of_whole = self.phrases.clean(mark) == "/";
        let up_to = self.goes_up_to(token, mark);
        if !ranges && !of_whole && !up_to {
            return None;
        }
        let second = self.amount(mark + 1)?;
        let free = !self.dated.covers(token) && !self.dated.covers(mark + 1);
        if !free || self.is_glued(token) || self.names(token) {
            return None;
        }
        let counted = self.counted(mark + 1, &second)?;
        if of_whole {
            let named = second.has_magnitude || self.follows_name(token);
            return (!named).then(|| self.part(token, &first, counted))?;
        }
        let first = if second.has_magnitude && !first.has_magnitude && up_to {
            self.of_same_magnitude(token, mark + 1)?
        } else {
            first
        };
        (up_to || !second.has_magnitude)
            .then(|| range(token..mark, &first, counted, self))
            .flatten()
    }

    fn amount(&self, token: usize) -> Option<Amount> {
        let tokens = &self.phrases.text.tokens;
        (token < self.sentence.end && tokens[token].kind == TokenKind::Number)
            .then(|| number::in_digits(self.phrases, self.cues, token))?
    }

    /// `từ 150 đến 300 triệu USD`: a range in words.
    fn goes_up_to(&self, token: usize, mark: usize) -> bool {
        let from = token > self.sentence.start && self.phrases.text.folded(token - 1) == "từ";
        from && matches!(self.phrases.text.folded(mark), "đến" | "tới")
    }

    /// `150` in `từ 150 đến 300 triệu`.
    fn of_same_magnitude(&self, token: usize, second: usize) -> Option<Amount> {
        let power = number::power(self.phrases, self.cues, second + 1);
        number::with_magnitude(self.phrases, token, power)
    }

    /// `182/227 khuyến nghị`: how many of how many.
    fn part(&self, token: usize, part: &Amount, whole: Candidate) -> Option<[Candidate; 2]> {
        let text = self.phrases.text;
        let glued = !text.tokens[part.end].space_before && !text.tokens[part.end + 1].space_before;
        let counts = matches!(whole.kind, UnitKind::Counted | UnitKind::Guessed);
        let plain = counts && !FRACTIONS.contains(&whole.value) && part.value <= whole.value;
        let mut first = whole.clone();
        first.tokens = token..part.end;
        first.value = part.grouped;
        (glued && plain).then_some([first, whole])
    }
}

/// The least and the most of a range: `25.000-27.000 đồng/kg`.
fn range(
    tokens: TokenRange,
    least: &Amount,
    most: Candidate,
    reader: &Reader<'_>,
) -> Option<[Candidate; 2]> {
    // `15-16 giờ`, `40-54 tuổi` say when and who, not how much.
    let unit = |list| reader.phrases.at(list, most.unit.start).is_some();
    let guessed = matches!(most.kind, UnitKind::Guessed | UnitKind::Duration);
    let other = guessed && !unit(reader.cues.time) || unit(reader.cues.no_range);
    let mut first = most.clone();
    first.tokens = tokens;
    first.value = match most.kind {
        UnitKind::Percent | UnitKind::Measure => least.value,
        _ => least.grouped,
    };
    (!other && first.value < most.value).then_some([first, most])
}

#[cfg(test)]
mod tests {
    use crate::extract::figure::tests::amounts;

    #[test]
    fn a_range_is_its_least_and_its_most() {
        assert_eq!(
            amounts("Giá ổn định ở mức 21.500-25.500 đồng/kg, lãi 5 - 6%."),
            ["21500 đồng", "25500 đồng", "5 %", "6 %"]
        );
        assert_eq!(amounts("Mở cửa lúc 15-16 giờ cho trẻ 7-9 tuổi."), [""; 0]);
    }

    #[test]
    fn a_pair_is_two_figures() {
        for (source, wanted) in [
            (
                "Chi từ 20 đến 35 triệu đồng cho lễ hội.",
                ["20000000 đồng", "35000000 đồng"],
            ),
            ("Có 45/63 tỉnh gửi báo cáo.", ["45 tỉnh", "63 tỉnh"]),
            (
                "Nhà rộng 2.000m2 đã bán trong 3 tháng qua.",
                ["2000 m2", "3 tháng"],
            ),
        ] {
            assert_eq!(amounts(source), wanted, "{source}");
        }
    }
}
