//! Tests of reading articles from files.

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use super::{FieldNames, ReadOptions, read_inputs};
use crate::model::{Article, BlockKind, Problem, Severity};

fn read(path: &Path) -> Vec<Result<Article, Problem>> {
    read_inputs(&[path], &ReadOptions::default()).collect()
}

/// Reads one file with the given name and content.
fn read_file(name: &str, content: &[u8]) -> Vec<Result<Article, Problem>> {
    let folder = tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    read(&path)
}

fn article(name: &str, content: &str) -> Article {
    let mut results = read_file(name, content.as_bytes());
    assert_eq!(results.len(), 1, "{results:?}");
    results.remove(0).unwrap()
}

fn blocks(article: &Article) -> Vec<(BlockKind, String)> {
    let points: Vec<char> = article.text.chars().collect();
    article
        .blocks
        .iter()
        .map(|block| {
            let text = &points[block.span.start as usize..block.span.end as usize];
            (block.kind, text.iter().collect())
        })
        .collect()
}

const PARAGRAPH: &str = "Sáng nay, Sở Ngoại vụ tỉnh tổ chức buổi gặp mặt các đối tác nước ngoài để bàn việc \
                         hợp tác trong những năm tới, với sự tham dự của nhiều doanh nghiệp.";

#[test]
fn a_saved_page_with_menu_and_form() {
    let text = format!(
        "Đối ngoại Thứ Hai, 04/06/2012-9:05 AM\nSở Ngoại vụ gặp mặt đối tác\n{PARAGRAPH}\n\nĐại biểu tại buổi gặp. \
         (Ảnh: Lê Mây)\n\nLê Mây (thực hiện)\n\nIn bài này Gửi bài viết\nÝ kiến của bạn\nTên của bạn:\nTiêu đề:\n  [ Các \
         bài mới ]\n  Đại sứ Nhật Bản thăm Huế\n  Trang chủ Giới thiệu Liên hệ tòa soạn\n"
    );
    let article = article("tin.so-1.txt", &text);
    assert_eq!(article.id, "tin.so-1");
    assert_eq!(article.metadata.date.as_deref(), Some("2012-06-04"));
    assert_eq!(article.metadata.author.as_deref(), Some("Lê Mây"));
    assert_eq!(
        article.metadata.title.as_deref(),
        Some("Sở Ngoại vụ gặp mặt đối tác")
    );
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{Body, Caption, Dateline, Furniture, Title};
    assert_eq!(kinds[..5], [Dateline, Title, Body, Caption, Dateline]);
    assert!(
        kinds[5..].iter().all(|&kind| kind == Furniture),
        "{kinds:?}"
    );
}

#[test]
fn spans_count_code_points_of_the_file() {
    let article = article("a.txt", &format!("📞\n\n  Gặp mặt đối tác\r\n{PARAGRAPH}"));
    assert_eq!(
        blocks(&article),
        [
            (BlockKind::Title, "Gặp mặt đối tác".to_owned()),
            (BlockKind::Body, PARAGRAPH.to_owned()),
        ]
    );
}

#[test]
fn metadata_lines_before_the_text() {
    let article = article(
        "x.txt",
        &format!("doc_id: 17\nurl: https://example.org/a\ndate: 2021-05-04\n\n{PARAGRAPH}"),
    );
    assert_eq!(article.metadata.date.as_deref(), Some("2021-05-04"));
    assert_eq!(
        article.metadata.url.as_deref(),
        Some("https://example.org/a")
    );
    let read: Vec<_> = blocks(&article)
        .into_iter()
        .filter(|(kind, _)| *kind != BlockKind::Furniture)
        .collect();
    assert_eq!(read, [(BlockKind::Body, PARAGRAPH.to_owned())]);
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let text = "Ủy ban nhân dân tỉnh vừa tiếp đoàn\nđại biểu của thành phố kết nghĩa, hai bên\ntrao đổi về kế \
                hoạch của năm tới và\nviệc mở đường bay thẳng.\n\nBuổi tiếp diễn ra tại trụ sở Ủy ban\nvào sáng nay.";
    let article = article("pdf.txt", text);
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Body, BlockKind::Body]);
}

#[test]
fn a_page_of_html() {
    let page = format!(
        r#"<!DOCTYPE html><html lang="vi"><head><title>Tin | Báo</title>
        <meta property="og:site_name" content="Báo Ví dụ"><link rel="canonical" href="https://example.org/1">
        <script type="application/ld+json">{{"@graph":[{{"@type":"NewsArticle","headline":"Gặp mặt đối tác",
        "datePublished":"2023-04-12T08:00:00+07:00","author":[{{"name":"Lê Mây"}}]}}]}}</script></head>
        <body><div class="top-menu"><a href="/">Trang chủ</a></div>
        <article><h1>Gặp mặt đối tác</h1><p>{PARAGRAPH}</p>
        <figure><figcaption>Đại biểu tại buổi gặp</figcaption></figure>
        <div class="box-related">Tin liên quan <a href="/2">Đại sứ Lào thăm Huế</a></div>
        <p><a href="/3">Xem thêm về Nhật Bản</a></p><p>{PARAGRAPH}</p></article>
        <footer>Giấy phép số 1</footer></body></html>"#
    );
    let article = article("trang.html", &page);
    assert_eq!(
        blocks(&article),
        [
            (BlockKind::Title, "Gặp mặt đối tác".to_owned()),
            (BlockKind::Body, PARAGRAPH.to_owned()),
            (BlockKind::Caption, "Đại biểu tại buổi gặp".to_owned()),
            (BlockKind::Body, PARAGRAPH.to_owned()),
        ]
    );
    let metadata = article.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Gặp mặt đối tác"));
    assert_eq!(metadata.date.as_deref(), Some("2023-04-12"));
    assert_eq!(metadata.author.as_deref(), Some("Lê Mây"));
    assert_eq!(metadata.publisher.as_deref(), Some("Báo Ví dụ"));
    assert_eq!(metadata.url.as_deref(), Some("https://example.org/1"));
    assert_eq!(metadata.language.as_deref(), Some("vi"));
}

#[test]
fn records_of_json_lines_with_renamed_fields() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("tin.jsonl");
    let good = serde_json::json!({"ma": "t1", "date": "2020-05-04", "content": PARAGRAPH});
    let bare = serde_json::json!({"content": PARAGRAPH});
    fs::write(
        &path,
        format!("{good}\nnot json\n\n{bare}\n{{\"ma\":\"t4\"}}\n"),
    )
    .unwrap();
    let options = ReadOptions {
        fields: FieldNames {
            id: "ma".to_owned(),
            text: "content".to_owned(),
            ..FieldNames::default()
        },
        date: "2019-01-02".parse().ok(),
        ..ReadOptions::default()
    };
    let results: Vec<_> = read_inputs(&[&path], &options).collect();
    let first = results[0].as_ref().unwrap();
    assert_eq!(
        (first.id.as_str(), first.metadata.date.as_deref()),
        ("t1", Some("2020-05-04"))
    );
    let broken = results[1].as_ref().unwrap_err();
    assert!(broken.source.ends_with("tin.jsonl#2"), "{broken}");
    assert!(broken.message.contains("column 2"), "{broken}");
    let third = results[2].as_ref().unwrap();
    assert_eq!(
        (third.id.as_str(), third.metadata.date.as_deref()),
        ("tin#4", Some("2019-01-02"))
    );
    assert!(
        results[3]
            .as_ref()
            .unwrap_err()
            .message
            .contains("`content`")
    );
    assert_eq!(results.len(), 4);
}

#[test]
fn folders_are_read_in_order_and_problems_do_not_stop_them() {
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("b")).unwrap();
    for (name, content) in [
        ("b/1.txt", PARAGRAPH.as_bytes()),
        ("a.txt", PARAGRAPH.as_bytes()),
        ("c.txt", b""),
        ("d.bin", b"\x7fELF\0\0\x01\x02\x03"),
        ("e.txt", b"  \n \n"),
        (".hidden", b"x"),
    ] {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let seen: Vec<String> = read(folder.path())
        .into_iter()
        .map(|result| match result {
            Ok(article) => article.id,
            Err(problem) => problem.message,
        })
        .collect();
    assert_eq!(seen[..2], ["a", "1"]);
    assert_eq!(seen[2], "the file is empty");
    assert!(seen[3].contains("binary"), "{}", seen[3]);
    assert!(seen[4].contains("no text"), "{}", seen[4]);
    assert_eq!(seen.len(), 5);
}

#[test]
fn globs_and_missing_files() {
    let folder = tempdir().unwrap();
    for name in ["2.txt", "1.txt", "3.html"] {
        fs::write(folder.path().join(name), PARAGRAPH).unwrap();
    }
    let ids: Vec<String> = read(&folder.path().join("*.txt"))
        .into_iter()
        .map(|result| result.unwrap().id)
        .collect();
    assert_eq!(ids, ["1", "2"]);
    for (name, reason) in [("*.md", "no file matches"), ("0.txt", "no such file")] {
        let results = read(&folder.path().join(name));
        let problem = results[0].as_ref().unwrap_err();
        assert!(problem.message.contains(reason), "{problem}");
        assert_eq!(problem.severity, Severity::Skipped);
    }
}
