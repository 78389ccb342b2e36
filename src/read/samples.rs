//! Small files that tests of reading have in common: one of each format, and hostile ones.

use std::io::{Cursor, Write};

pub(super) const FIRST: &str = "Sáng nay, Sở Ngoại vụ tỉnh tổ chức buổi gặp mặt các đối tác nước ngoài để \
                                bàn việc hợp tác trong những năm tới.";
pub(super) const SECOND: &str = "Chiều cùng ngày, đoàn đại biểu thành phố kết nghĩa đến thăm khu công nghiệp và \
                                 trao đổi với các doanh nghiệp.";

/// A zip archive of these parts.
pub(super) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, content) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A document of Word with this body, which defines entities.
pub(super) fn word(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \
         \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    let properties = "<cp:coreProperties xmlns:cp=\"c\"><dc:creator>Lê Mây</dc:creator><dcterms:created>\
                      2021-05-04T01:02:03Z</dcterms:created></cp:coreProperties>";
    zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
        ("docProps/core.xml", properties),
    ])
}

/// A book of these chapters.
fn book(chapters: &[(&str, &str)]) -> Vec<u8> {
    let items: String = chapters
        .iter()
        .map(|(name, _)| format!("<item id=\"{name}\" href=\"{name}\"/>"))
        .collect();
    let spine: String = chapters
        .iter()
        .map(|(name, _)| format!("<itemref idref=\"{name}\"/>"))
        .collect();
    let package = format!("<package><manifest>{items}</manifest><spine>{spine}</spine></package>");
    let mut parts = vec![
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path=\"b.opf\"/></rootfiles></container>",
        ),
        ("b.opf", &package),
    ];
    parts.extend(chapters);
    zip(&parts)
}

/// A web archive of records: kind, further headers, body.
pub(super) fn warc(records: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (kind, header, body) in records {
        let length = body.len();
        write!(
            bytes,
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/{length}\r\n{header}Content-Length: \
             {length}\r\n\r\n"
        )
        .unwrap();
        bytes.extend_from_slice(body);
        bytes.extend_from_slice(b"\r\n\r\n");
    }
    bytes
}

/// A table of articles in Parquet, with their ids, and their texts in a column of this name.
#[cfg(feature = "parquet")]
pub(super) fn parquet(column: &str, rows: &[(Option<&str>, &str)]) -> Vec<u8> {
    use parquet::data_type::{ByteArray, ByteArrayType};
    use parquet::file::writer::SerializedFileWriter;
    let schema = format!(
        "message m {{ OPTIONAL BYTE_ARRAY id (UTF8); REQUIRED BYTE_ARRAY {column} (UTF8); }}"
    );
    let schema = parquet::schema::parser::parse_message_type(&schema).unwrap();
    let mut file = Vec::new();
    let mut writer =
        SerializedFileWriter::new(&mut file, schema.into(), std::sync::Arc::default()).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let levels: Vec<i16> = rows.iter().map(|(id, _)| i16::from(id.is_some())).collect();
    let ids: Vec<ByteArray> = rows
        .iter()
        .filter_map(|(id, _)| Some((*id)?.into()))
        .collect();
    let texts: Vec<ByteArray> = rows.iter().map(|(_, text)| (*text).into()).collect();
    for (cells, levels) in [(ids, Some(levels.as_slice())), (texts, None)] {
        let mut column = group.next_column().unwrap().unwrap();
        let typed = column.typed::<ByteArrayType>();
        typed.write_batch(&cells, levels, None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    writer.close().unwrap();
    file
}

/// A small whole file of each format.
pub(super) fn of_each_format() -> Vec<(&'static str, Vec<u8>)> {
    let paragraph = format!("<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>");
    let page = format!("<html><body><h1>Gặp mặt</h1><p>{FIRST}</p></body></html>");
    let answer = format!("HTTP/1.1 200 OK\r\n\r\n{page}");
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(page.as_bytes()).unwrap();
    #[cfg_attr(
        not(feature = "parquet"),
        expect(unused_mut, reason = "one more with Parquet")
    )]
    let mut samples = vec![
        ("a.txt", FIRST.as_bytes().to_vec()),
        ("a.docx", word(&paragraph)),
        ("a.epub", book(&[("1.html", &page)])),
        ("a.zip", zip(&[("a.html", &page), ("b.txt", FIRST)])),
        ("a.warc", warc(&[("response", "", answer.as_bytes())])),
        ("a.gz", packer.finish().unwrap()),
        ("a.zst", zstd::encode_all(page.as_bytes(), 1).unwrap()),
        ("a.wet", warc(&[("conversion", "", FIRST.as_bytes())])),
        ("a.csv", format!("id,text\n1,\"{FIRST}\"\n").into_bytes()),
        ("a.tsv", format!("id\ttext\n1\t{FIRST}\n").into_bytes()),
        (
            "a.jsonl",
            format!("{{\"text\":\"{FIRST}\"}}\n").into_bytes(),
        ),
        ("a.md", format!("# Gặp mặt\n\n- {FIRST}\n").into_bytes()),
        ("a.json", format!("[{{\"text\":\"{FIRST}\"}}]").into_bytes()),
        ("a.html", page.into_bytes()),
        (
            "a.pdf",
            include_bytes!("../../tests/fixtures/read/suwon.pdf").to_vec(),
        ),
    ];
    #[cfg(feature = "parquet")]
    samples.push(("a.parquet", parquet("text", &[(None, FIRST)])));
    samples
}

/// Files that would use up time or memory if they were let.
pub(super) fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let much = |piece: &str, count: usize| piece.repeat(count).into_bytes();
    vec![
        ("a.json", much("[", 500_000)),
        ("a.json", much("{\"a\":", 200_000)),
        ("a.jsonl", much("{\"text\":1}\n", 900)),
        ("a.html", much("<div class=menu>", 60_000)),
        ("a.html", much("<p><b>", 100_000)),
        ("a.html", much("<font size=1><p>", 900)),
        ("a.html", much("<table><tr><td>", 20_000)),
        ("a.txt", much("a", 900_000)),
        ("a.txt", much("12/8/2018 | ", 70_000)),
        ("a.txt", much("&#1;&#xA0;&amp;", 60_000)),
        ("a.txt", much("Bé Ngo¹i giao ", 40_000)),
        ("a.txt", much("Trang chủ\n", 60_000)),
        ("a.txt", much("\u{202e}\u{200f}Bộ Ngoại giao\u{0}", 1)),
        ("a.md", much("> ", 100_000)),
        ("a.md", much("[a](", 100_000)),
        ("a.md", much("*a_ ", 100_000)),
        (
            "a.csv",
            [b"id,text\n\"".to_vec(), much("a", 900_000)].concat(),
        ),
        (
            "a.warc",
            much("WARC/1.0\r\nContent-Length: 0\r\n\r\n", 20_000),
        ),
    ]
}
