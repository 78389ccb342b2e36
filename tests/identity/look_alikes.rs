//! Names that look alike and must never meet: all pairs of provinces of similar names, names inside other
//! names, editions of one series, departments of different provinces, people a letter apart.

use std::collections::BTreeSet;

use ngoaivu::model::EntityType;
use ngoaivu::ontology::Ontology;

use super::reading::{Item, resolve};

/// The number of letters to change, add or leave out.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = before + usize::from(x != *y);
            before = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(before + 1);
        }
    }
    row[b.len()]
}

/// Two names, and a sentence in which either stands for `{}`.
type Pair = (String, String, &'static str);

const AT_WORK: &str = "Sở Ngoại vụ {} tổ chức hội thảo.";

/// All pairs that must stay two.
fn pairs() -> Vec<Pair> {
    let mut pairs = provinces();
    pairs.extend(countries());
    pairs.extend(editions());
    pairs.extend(people());
    pairs.extend(departments());
    pairs.extend(documents());
    pairs
}

/// Provinces a letter or two apart or inside each other, and each one's department with the next one's.
fn provinces() -> Vec<Pair> {
    let names: BTreeSet<&str> = Ontology::embedded()
        .entries
        .iter()
        .filter(|entry| entry.kind == EntityType::Province)
        .map(|entry| entry.name.as_str())
        .collect();
    let names: Vec<&str> = names.into_iter().collect();
    let contexts = [
        "Đoàn công tác của tỉnh {} thăm Nhật Bản.",
        AT_WORK,
        "Ủy ban nhân dân tỉnh {} ban hành kế hoạch.",
    ];
    let mut pairs = Vec::new();
    for (nth, &a) in names.iter().enumerate() {
        for &b in &names[nth + 1..] {
            if a.contains(b) || b.contains(a) || distance(a, b) <= 2 {
                pairs.extend(contexts.map(|context| (a.to_owned(), b.to_owned(), context)));
            }
        }
        let next = names[(nth + 1) % names.len()];
        pairs.push((a.to_owned(), next.to_owned(), AT_WORK));
    }
    pairs
}

fn countries() -> Vec<Pair> {
    let pairs = [
        ("Lào", "Lào Cai"),
        ("Guinea", "Guinea Xích đạo"),
        ("Niger", "Nigeria"),
        ("Áo", "Úc"),
        ("Iran", "Iraq"),
        ("Thụy Sĩ", "Thụy Điển"),
        ("Slovakia", "Slovenia"),
        ("Mali", "Malta"),
        ("Triều Tiên", "Hàn Quốc"),
    ];
    let context = "Thủ tướng tiếp đoàn đại biểu {} tại Hà Nội.";
    let pairs = pairs.map(|(a, b)| (a.to_owned(), b.to_owned(), context));
    pairs.into()
}

fn editions() -> Vec<Pair> {
    let series = [
        "Hội nghị Ngoại vụ địa phương",
        "Diễn đàn Hợp tác Mê Công",
        "Hội thảo Biển Đông",
        "Đại hội Hữu nghị nhân dân",
        "Liên hoan Phim quốc tế Bến Nghé",
    ];
    let context = "Bộ Ngoại giao tổ chức {} tại Hà Nội.";
    let mut pairs = Vec::new();
    for series in series {
        for number in 3..11 {
            let edition = |number: i32| format!("{series} lần thứ {number}");
            pairs.push((edition(number), edition(number + 1), context));
            let dated = |number: i32| format!("{series} {}", 2010 + number);
            pairs.push((dated(number), dated(number + 1), context));
        }
    }
    pairs
}

fn people() -> Vec<Pair> {
    let pairs = [
        ("Nguyễn Hoàng Long", "Nguyễn Hoàng Lộc"),
        ("Nguyễn Văn Tuấn", "Nguyễn Văn Tuân"),
        ("Lê Thị Hằng", "Lê Thị Hạnh"),
        ("Trần Đức Bình", "Trần Đức Minh"),
        ("Phạm Quang Vinh", "Phạm Quang Minh"),
        ("Vũ Thị Mai", "Võ Thị Mai"),
        ("Đặng Minh Khôi", "Đặng Minh Khoa"),
        ("Hoàng Thanh Tùng", "Hoàng Thanh Tú"),
    ];
    let context = "Ông {}, Giám đốc Sở Ngoại vụ Đà Nẵng, phát biểu.";
    let pairs = pairs.map(|(a, b)| (a.to_owned(), b.to_owned(), context));
    pairs.into()
}

/// Departments of one name in different ministries.
fn departments() -> Vec<Pair> {
    let departments = [
        "Vụ Hợp tác quốc tế",
        "Vụ Pháp chế",
        "Vụ Tổ chức cán bộ",
        "Cục Công nghệ thông tin",
    ];
    let ministries = ["Bộ Y tế", "Bộ Tài chính", "Bộ Xây dựng", "Bộ Công Thương"];
    let of = |department: &str, ministry: &str| format!("{department} {ministry}");
    let mut pairs = Vec::new();
    for department in departments {
        for two in ministries.windows(2) {
            let context = "Hôm qua, {} tiếp đoàn khách Nhật Bản.";
            pairs.push((of(department, two[0]), of(department, two[1]), context));
        }
    }
    pairs
}

fn documents() -> Vec<Pair> {
    let pairs = [
        ("Chỉ thị 15-CT/TW", "Chỉ thị 25-CT/TW"),
        ("Chỉ thị 15-CT/TW", "Chỉ thị 15/CT-TTg"),
        ("Nghị quyết 22-NQ/TW", "Nghị quyết 22/NQ-CP"),
    ];
    let context = "Theo {}, các địa phương đẩy mạnh đối ngoại.";
    let pairs = pairs.map(|(a, b)| (a.to_owned(), b.to_owned(), context));
    pairs.into()
}

#[test]
fn look_alikes_never_meet() {
    let pairs = pairs();
    let mut articles = Vec::new();
    for (nth, (a, b, context)) in pairs.iter().enumerate() {
        for (side, name) in [("a", a), ("b", b)] {
            let text = context.replace("{}", name);
            articles.push((format!("{side}{nth}"), "2018-06-01".to_owned(), text));
        }
    }
    let resolved = resolve(&articles);
    let (mut compared, mut merged, mut unread) = (0, Vec::new(), Vec::new());
    for (nth, (a, b, context)) in pairs.iter().enumerate() {
        let start = context.find("{}").unwrap_or(0);
        // The body is the thing compared where the sentence is about one.
        let body = ["Sở Ngoại vụ {}", "Ủy ban nhân dân tỉnh {}"]
            .into_iter()
            .find(|body| start >= body.len() - 2 && context.starts_with(body));
        let name = |plain: &str| {
            body.map_or(plain.to_owned(), |body| {
                body.replace(" tỉnh", "").replace("{}", plain)
            })
        };
        let id = |side: &str, plain: &str| {
            let article = format!("{side}{nth}");
            resolved.id(&Item {
                article: &article,
                name: &name(plain),
            })
        };
        match (id("a", a), id("b", b)) {
            (Some(one), Some(other)) => {
                compared += 1;
                if one == other {
                    merged.push(format!("{a} / {b}: {one}"));
                }
            }
            _ => unread.push(format!("{} / {}", name(a), name(b))),
        }
    }
    eprintln!(
        "{compared} of {} pairs compared, {} merged",
        pairs.len(),
        merged.len()
    );
    assert!(merged.is_empty(), "{merged:#?}");
    assert!(
        compared >= 200,
        "only {compared} pairs are read: {unread:#?}"
    );
}
