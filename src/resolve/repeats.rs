//! Finds articles that print again what another one holds: the same agency story in two papers.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::text::Signature;

/// What is known of an article, to compare it with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The article.
    pub article: String,
    /// Its day of publication, in EDTF.
    pub published: Option<String>,
    /// What it tells.
    pub signature: Signature,
}

/// Least share of runs of words in common. Half of the words cut away leave about this much; reports on
/// one event that were written apart share less, since only quotations are the same in them.
const ALIKE: f64 = 0.4;

/// Least share of the numbers of the one that stand in the other: reports of one form on two weeks share
/// their words, but not these.
const SAME_NUMBERS: f64 = 0.6;

/// Least share of the names of the one that stand in the other.
const SAME_NAMES: f64 = 0.7;

/// Texts with fewer runs of words repeat each other only if nothing differs: too little is left to judge by.
const SHORT: usize = 30;

/// An article is compared with so many of the first and of the last ones before it that share a key, so that
/// thousands of one form take no time that grows with their square.
const FIRST: usize = 4;
const LAST: usize = 12;

/// The articles that repeat another one, each with the one it repeats: the earliest that tells the same,
/// of one day the longest. What is repeated is no repeat itself. Nothing depends on the order of `articles`.
pub fn repeats(mut articles: Vec<Printed>) -> BTreeMap<String, String> {
    articles.retain(|printed| !printed.signature.is_empty());
    articles.sort_by(|a, b| first_printed(a).cmp(&first_printed(b)));
    let mut original: Vec<usize> = (0..articles.len()).collect();
    for pairs in alike_pairs(&articles).chunk_by(|a, b| a.later == b.later) {
        let later = pairs[0].later;
        let originals = pairs.iter().map(|pair| original[pair.earlier]);
        let alike = originals.filter_map(|original| {
            let likeness = likeness(&articles[later].signature, &articles[original].signature)?;
            Some((likeness, original))
        });
        let best = alike.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, best)) = best {
            original[later] = best;
        }
    }
    let repeated = original
        .iter()
        .enumerate()
        .filter(|(at, first)| at != *first);
    repeated
        .map(|(at, &first)| {
            (
                articles[at].article.clone(),
                articles[first].article.clone(),
            )
        })
        .collect()
}

/// What goes before: the earlier, then the longer; who gives no day comes last.
fn first_printed(printed: &Printed) -> impl Ord + '_ {
    let published = printed.published.as_deref();
    let undated = published.is_none();
    (
        undated,
        published,
        Reverse(printed.signature.len()),
        &printed.article,
    )
}

/// Two articles that tell the same, by place in the order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    later: usize,
    earlier: usize,
}

/// Pairs that tell the same, sorted: not all, but enough that every repeat is found by one.
fn alike_pairs(articles: &[Printed]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for number in 0..Signature::KEYS {
        let keys = articles.iter().enumerate();
        let mut keys: Vec<(u32, usize)> = keys
            .map(|(at, printed)| (printed.signature.key(number), at))
            .collect();
        keys.sort_unstable();
        for bucket in keys.chunk_by(|a, b| a.0 == b.0) {
            push_alike(articles, bucket, &mut pairs);
        }
        pairs.sort_unstable();
        pairs.dedup();
    }
    pairs
}

/// Adds the pairs of articles that share a key and tell the same.
fn push_alike(articles: &[Printed], bucket: &[(u32, usize)], pairs: &mut Vec<Pair>) {
    for (place, &(_, later)) in bucket.iter().enumerate() {
        let last = place.saturating_sub(LAST).max(FIRST.min(place))..place;
        for other in (0..FIRST.min(place)).chain(last) {
            let earlier = bucket[other].1;
            let (one, two) = (&articles[later].signature, &articles[earlier].signature);
            if likeness(one, two).is_some() {
                pairs.push(Pair { later, earlier });
            }
        }
    }
}

/// How alike two texts are, if they tell the same.
fn likeness(one: &Signature, two: &Signature) -> Option<f64> {
    if one.len().min(two.len()) < SHORT {
        return (one == two).then_some(1.0);
    }
    let likeness = one.likeness(two);
    let same = likeness >= ALIKE
        && one.numbers_shared(two) >= SAME_NUMBERS
        && one.names_shared(two) >= SAME_NAMES;
    same.then_some(likeness)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    const STORY: &str = "Sáng 14/3, tại trụ sở Ủy ban nhân dân tỉnh, lãnh đạo Sở Ngoại vụ đã tiếp đoàn công tác \
        của thành phố Fukuoka do ông Tanaka Hiroshi dẫn đầu. Hai bên rà soát 12 nội dung hợp tác đã thỏa thuận từ \
        năm 2019, trong đó có đào tạo điều dưỡng, trồng rau trong nhà kính và thu gom rác thải tại nguồn. \
        Đại diện Fukuoka cho biết sẽ cử ba chuyên gia sang làm việc tại huyện Gia Lộc từ tháng 5, đồng thời nhận 45 \
        thực tập sinh của trường cao đẳng y tế. Phía tỉnh đề nghị mở thêm lớp tiếng Nhật buổi tối cho công nhân và \
        mời các doanh nghiệp Nhật Bản dự hội chợ nông sản vào mùa vải. Cùng ngày, đoàn đã thăm hợp tác xã Tân Minh \
        và trồng cây lưu niệm trong khuôn viên bệnh viện đa khoa.";

    fn printed(article: &str, published: &str, text: &str) -> Printed {
        Printed {
            article: article.to_owned(),
            published: (!published.is_empty()).then(|| published.to_owned()),
            signature: Signature::of(&Text::from_phrase(text)),
        }
    }

    fn found(articles: &[Printed]) -> Vec<String> {
        let found = repeats(articles.to_vec()).into_iter();
        found
            .map(|(repeat, first)| format!("{repeat} repeats {first}"))
            .collect()
    }

    #[test]
    fn the_earliest_is_repeated_by_edited_ones() {
        let half = &STORY[..STORY.find("Phía tỉnh").unwrap()];
        let articles = [
            printed("a", "2023-03-15", STORY),
            printed(
                "b",
                "2023-03-14",
                &STORY.replace("lãnh đạo Sở Ngoại vụ đã", "Giám đốc Sở Ngoại vụ"),
            ),
            printed("c", "", &format!("Theo TTXVN, {STORY} Minh An")),
            printed("d", "2023-03-14", half),
            printed("e", "2023-03-14", "Một bài khác hẳn. ".repeat(20).as_str()),
        ];
        let wanted = ["a repeats b", "c repeats b", "d repeats b"];
        assert_eq!(found(&articles), wanted);
        let mut turned = articles;
        turned.reverse();
        assert_eq!(found(&turned), wanted);
    }

    /// A report as a province writes it each week.
    fn report(week: &str, days: &str, delegations: u32, guests: u32, permits: u32) -> String {
        format!(
            "Trong tuần {week} ({days}), tỉnh đã đón {delegations} đoàn khách nước ngoài với {guests} lượt người vào \
             làm việc, chủ yếu khảo sát môi trường đầu tư và trao đổi về hợp tác giáo dục. Sở Ngoại vụ đã tham mưu Ủy \
             ban nhân dân tỉnh cho phép {permits} lượt cán bộ, công chức đi công tác nước ngoài theo đúng quy định. \
             Công tác lãnh sự, bảo hộ công dân và quản lý báo chí nước ngoài được thực hiện kịp thời. Trong tuần tới, \
             Sở tiếp tục phối hợp với các đơn vị liên quan chuẩn bị nội dung tiếp khách và rà soát các thỏa thuận quốc tế."
        )
    }

    #[test]
    fn reports_of_two_weeks_are_two_although_their_words_are_the_same() {
        let one = printed("1", "2023-03-12", &report("10", "6-12/3", 5, 64, 17));
        let two = printed("2", "2023-03-19", &report("11", "13-19/3", 8, 41, 22));
        assert!(one.signature.likeness(&two.signature) > ALIKE);
        assert!(found(&[one.clone(), two]).is_empty());
        let again = printed("3", "2023-03-13", &report("10", "6-12/3", 5, 64, 17));
        assert_eq!(found(&[one, again]), ["3 repeats 1"]);
    }

    #[test]
    fn congratulations_to_two_countries_are_two() {
        let congratulation = |country: &str, leader: &str, city: &str| {
            format!(
                "Nhân dịp kỷ niệm Quốc khánh nước {country}, Chủ tịch nước đã gửi điện mừng tới Tổng thống {leader}. Cùng \
                 ngày, Thủ tướng Chính phủ và Bộ trưởng Ngoại giao cũng gửi điện chúc mừng những người đồng cấp. Dịp này, \
                 lãnh đạo thành phố {city} chúc nhân dân hai nước ngày càng gắn bó và hợp tác có hiệu quả hơn nữa."
            )
        };
        let one = congratulation("Chile", "Gabriel Boric Font", "Santiago");
        let two = congratulation("Slovenia", "Nataša Pirc Musar", "Ljubljana");
        assert!(found(&[printed("1", "", &one), printed("2", "", &two)]).is_empty());
    }

    #[test]
    fn short_texts_repeat_each_other_only_word_for_word() {
        let one =
            "Sở Ngoại vụ thông báo lịch tiếp công dân tháng này tại trụ sở cơ quan như thường lệ.";
        let two =
            "Sở Ngoại vụ thông báo lịch tiếp công dân tháng này tại trụ sở cơ quan như thường kỳ.";
        let three = [
            printed("1", "", one),
            printed("2", "", two),
            printed("3", "", one),
        ];
        assert_eq!(found(&three), ["3 repeats 1"]);
        assert!(found(&[printed("1", "", ""), printed("2", "", "")]).is_empty());
    }

    #[test]
    fn thousands_of_one_story_and_of_one_form_are_compared_in_short_time() {
        let mut articles: Vec<Printed> = (0..300)
            .map(|n| printed(&format!("s{n:04}"), "", STORY))
            .collect();
        articles.extend((0..300).map(|n| {
            let text = report(
                &n.to_string(),
                &format!("{}/{}", n + 7, n + 9),
                n + 1,
                n + 2,
                n + 3,
            );
            printed(&format!("r{n:04}"), "", &text)
        }));
        let pairs = alike_pairs(&articles);
        assert!(pairs.len() <= articles.len() * Signature::KEYS * (FIRST + LAST));
        let found = repeats(articles);
        assert_eq!(
            found.values().filter(|first| *first == "s0000").count(),
            299
        );
    }
}
