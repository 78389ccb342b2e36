//! Tests of the formats that are no text: tables, office documents, books, web archives, PDF.

use std::fs;

use tempfile::tempdir;

use super::samples::{FIRST, SECOND, warc, word, zip};
use super::{Limits, ReadOptions, read_inputs};
use crate::model::{Article, BlockKind, Problem};

pub(super) fn read_within(
    limits: Limits,
    name: &str,
    bytes: &[u8],
) -> Vec<Result<Article, Problem>> {
    let folder = tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let options = ReadOptions {
        limits,
        ..ReadOptions::default()
    };
    read_inputs(&[&path], &options).collect()
}

pub(super) fn read(name: &str, bytes: &[u8]) -> Vec<Result<Article, Problem>> {
    read_within(Limits::default(), name, bytes)
}

/// The only article of a file.
pub(super) fn article(name: &str, bytes: &[u8]) -> Article {
    let mut results = read(name, bytes);
    assert_eq!(results.len(), 1, "{results:?}");
    results.remove(0).unwrap()
}

/// What is wrong with a file in which something is.
pub(super) fn refused(name: &str, bytes: &[u8]) -> String {
    read(name, bytes).remove(0).unwrap_err().message
}

pub(super) fn blocks(article: &Article) -> Vec<(BlockKind, String)> {
    let points: Vec<char> = article.text.chars().collect();
    let words = |start: u32, end: u32| points[start as usize..end as usize].iter().collect();
    let blocks = article.blocks.iter();
    blocks
        .map(|block| (block.kind, words(block.span.start, block.span.end)))
        .collect()
}

#[test]
fn tables_by_content_or_ending() {
    let table = format!(
        "id;title;date;text\na1;Gặp mặt;05/03/2021;\"{FIRST}\n{SECOND}\"\n;;;{FIRST}\nx;y;z\n"
    );
    let results = read("tin.dat", table.as_bytes());
    let first = results[0].as_ref().unwrap();
    assert_eq!(first.id, "a1");
    assert_eq!(first.metadata.date.as_deref(), Some("2021-03-05"));
    assert_eq!(first.text, format!("{FIRST}\n{SECOND}"));
    assert_eq!(results[1].as_ref().unwrap().id, "tin#2");
    assert!(
        results[2]
            .as_ref()
            .unwrap_err()
            .message
            .contains("no text in a field `text`")
    );
    assert_eq!(results.len(), 3);
    let prose = format!("Trang của sở có ba phần (tin, text, ảnh) cho người đọc.\n{FIRST}\n");
    let results = read("tin.txt", prose.as_bytes());
    assert_eq!(results.len(), 1);
    assert!(
        results[0]
            .as_ref()
            .unwrap()
            .text
            .starts_with("Trang của sở")
    );
    let message = refused("tin.csv", b"ma,noi_dung\n1,abc\n");
    assert!(
        message.contains("its columns are ma, noi_dung"),
        "{message}"
    );
}

#[test]
fn a_long_table_is_read_row_by_row() {
    let row = format!("1,\"{FIRST}\"\n");
    let limits = Limits {
        document: 1 << 16,
        ..Limits::default()
    };
    // Twenty times longer than one document may be.
    let rows = (20 << 16) / row.len();
    let table = format!("\u{feff}id,text\n{}", row.repeat(rows));
    let told = read_within(limits, "tin.csv", table.as_bytes());
    assert_eq!(told.len(), rows);
    assert!(told.iter().all(Result::is_ok));
    // A row that goes on and on ends the table, and what stands before it is read.
    let endless = format!("id,text\n{row}2,\"{}", "a ".repeat(1 << 16));
    let told = read_within(limits, "tin.csv", endless.as_bytes());
    assert_eq!(told.len(), 2);
    assert!(told[0].is_ok());
    let problem = told[1].as_ref().unwrap_err();
    assert!(problem.message.contains("--max-document"), "{problem}");
    // A row that is damaged is left out, and the ones around it are read.
    let damaged = [
        b"id,text\n",
        row.as_bytes(),
        b"2,\"B\xe1\xbb ng\"\n",
        row.as_bytes(),
    ]
    .concat();
    let told = read_within(limits, "tin.csv", &damaged);
    assert_eq!(
        told.iter().filter(|read| read.is_ok()).count(),
        2,
        "{told:?}"
    );
}

#[test]
fn markdown() {
    let text = format!(
        "---\ndate: 2021-05-04\nauthor: Lê Mây\n---\n# Gặp mặt *đối tác*\n\n{}\n\n![ảnh](a.jpg)\n\n## Thăm khu \
         công nghiệp\n\n- {SECOND}\n\n```\ncode\n```\n",
        FIRST.replace("Sở Ngoại vụ", "[Sở Ngoại vụ](https://example.org)")
    );
    let article = article("tin.md", text.as_bytes());
    assert_eq!(
        blocks(&article),
        [
            (BlockKind::Title, "Gặp mặt đối tác".to_owned()),
            (BlockKind::Body, FIRST.to_owned()),
            (BlockKind::Heading, "Thăm khu công nghiệp".to_owned()),
            (BlockKind::Body, SECOND.to_owned()),
        ]
    );
    assert_eq!(article.metadata.date.as_deref(), Some("2021-05-04"));
    assert_eq!(article.metadata.author.as_deref(), Some("Lê Mây"));
}

#[test]
fn word_documents() {
    let (front, back) = FIRST.split_at(FIRST.find("tỉnh").unwrap());
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Gặp mặt &amp; hợp tác</w:t></w:r></w:p><w:p><w:r>\
         <w:t xml:space=\"preserve\">{front}</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r>\
         <w:t>{back}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{SECOND}</w:t></w:r></w:p></w:tc></w:tr>\
         </w:tbl>"
    );
    let article = article("tin.docx", &word(&body));
    assert_eq!(
        blocks(&article),
        [
            (BlockKind::Title, "Gặp mặt & hợp tác".to_owned()),
            (BlockKind::Body, FIRST.to_owned()),
            (BlockKind::Body, SECOND.to_owned()),
        ]
    );
    assert_eq!(article.metadata.date.as_deref(), Some("2021-05-04"));
    assert_eq!(article.metadata.author.as_deref(), Some("Lê Mây"));
    assert_eq!(article.id, "tin");
}

#[test]
fn word_documents_that_mean_harm() {
    let paragraph = format!("<w:p><w:r><w:t>{FIRST} &b;&f;</w:t></w:r></w:p>");
    assert_eq!(article("a.docx", &word(&paragraph)).text.trim(), FIRST);
    let deep = "<w:p>".repeat(100_000);
    assert!(refused("a.docx", &word(&deep)).contains("nests more than"));
    assert!(refused("a.docx", &word("<!--")).contains("broken XML"));
    assert!(refused("a.xlsx", &zip(&[("xl/workbook.xml", "")])).contains("spreadsheet"));
}

#[test]
fn books() {
    let chapter = |text: &str| format!("<html><body><h1>Gặp mặt</h1><p>{text}</p></body></html>");
    let book = zip(&[
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path=\"O/b.opf\"/></rootfiles></container>",
        ),
        (
            "O/b.opf",
            "<package><metadata><dc:creator>Lê Mây</dc:creator><dc:date>2020</dc:date></metadata><manifest>\
             <item id=\"c\" href=\"cover.html\"/><item id=\"2\" href=\"ch%202.html\"/><item id=\"1\" href=\"1.html\"/>\
             <item id=\"x\" href=\"../../x\"/></manifest><spine><itemref idref=\"c\"/><itemref idref=\"1\"/>\
             <itemref idref=\"2\"/><itemref idref=\"x\"/></spine></package>",
        ),
        (
            "O/cover.html",
            "<html><body><img src=\"a.png\"/></body></html>",
        ),
        ("O/1.html", &chapter(FIRST)),
        ("O/ch 2.html", &chapter(SECOND)),
    ]);
    let results = read("sach.epub", &book);
    let ids: Vec<&str> = results
        .iter()
        .flatten()
        .map(|article| article.id.as_str())
        .collect();
    assert_eq!(ids, ["sach!O/1", "sach!O/ch 2"]);
    let metadata = &results[1].as_ref().unwrap().metadata;
    assert_eq!(
        (metadata.author.as_deref(), metadata.date.as_deref()),
        (Some("Lê Mây"), Some("2020"))
    );
    assert!(results[2].as_ref().unwrap_err().message.contains("missing"));
}

#[test]
fn web_archives() {
    let page = format!("<html><body><h1>Gặp mặt</h1><p>{FIRST}</p></body></html>");
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}");
    let chunks = format!(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n",
        &page[..5],
        page.len() - 5,
        &page[5..]
    );
    let picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG";
    let gone = format!("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n{page}");
    let archive = warc(&[
        ("warcinfo", "", b"software: x\r\n"),
        ("response", "", answer.as_bytes()),
        ("response", "", picture.as_bytes()),
        ("response", "", gone.as_bytes()),
        ("response", "", chunks.as_bytes()),
        ("conversion", "", SECOND.as_bytes()),
    ]);
    let results = read("a.warc", &archive);
    let ids: Vec<&str> = results
        .iter()
        .flatten()
        .map(|article| article.id.as_str())
        .collect();
    assert_eq!(ids, ["a#2", "a#5", "a#6"], "{results:?}");
    let first = results[0].as_ref().unwrap();
    assert!(first.text.contains(FIRST));
    assert_eq!(
        first.metadata.url,
        Some(format!("https://example.org/{}", answer.len()))
    );
    assert!(results[1].as_ref().unwrap().text.contains(FIRST));
    assert_eq!(results.len(), 3);
    let cut = read("a.warc", &archive[..archive.len() - 20]);
    assert_eq!(cut.len(), 3);
    let endless = b"WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\n";
    assert_eq!(read("a.warc", endless).len(), 0);
    assert!(refused("a.warc", b"WARC/1.0\r\nx: y\r\n\r\n").contains("no Content-Length"));
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_tables() {
    let file = super::samples::parquet("content", &[(Some("bai-1"), FIRST), (None, SECOND)]);
    assert!(refused("tin.parquet", &file).contains("its columns are id, content"));
    let folder = tempdir().unwrap();
    let path = folder.path().join("tin.parquet");
    fs::write(&path, &file).unwrap();
    let mut options = ReadOptions::default();
    *options.fields.get_mut("text").unwrap() = "content".to_owned();
    let read: Vec<Article> = read_inputs(&[&path], &options).flatten().collect();
    let told: Vec<(&str, &str)> = read
        .iter()
        .map(|article| (article.id.as_str(), article.text.as_str()))
        .collect();
    assert_eq!(told, [("bai-1", FIRST), ("tin#2", SECOND)]);
    assert!(refused("tin.parquet", &file[..file.len() / 2]).contains("damaged Parquet"));
}
