//! Reads web archives: WARC with the answers of servers, WET with the text taken from them.

use std::io::{self, BufRead, Cursor, Read};

use super::Articles;
use super::input::{one, skipped};
use super::limits::{read_line, read_whole};
use super::open::{Bytes, Opener};
use super::origin::Origin;

/// Longest line in a header.
const LINE: u64 = 64 * 1024;

/// Most lines in a header.
const LINES: usize = 1000;

/// Names and values of a header; names in lower case.
type Header = Vec<(String, String)>;

/// The articles of a web archive, record by record.
pub(super) fn read(mut source: Box<dyn BufRead>, origin: Origin, inside: Opener) -> Articles {
    let mut number = 0;
    let mut ended = false;
    let records = std::iter::from_fn(move || {
        if ended {
            return None;
        }
        number += 1;
        match next_record(&mut source, &inside) {
            Ok(None) => None,
            Ok(Some((header, body))) => Some(read_record(&header, body, &origin, number, &inside)),
            Err(error) => {
                ended = true;
                let message = format!("is a damaged web archive at record {number}: {error}");
                Some(one(Err(skipped(&origin.source, message))))
            }
        }
    });
    Box::new(records.flatten())
}

/// The next record, and its body if that is not too long.
fn next_record(
    source: &mut Box<dyn BufRead>,
    inside: &Opener,
) -> io::Result<Option<(Header, io::Result<Vec<u8>>)>> {
    let version = loop {
        match read_line(source, LINE)? {
            None => return Ok(None),
            Some(line) if line.trim_ascii().is_empty() => {}
            Some(line) => break line,
        }
    };
    if !version.starts_with(b"WARC/") {
        return Err(io::Error::other("expected `WARC/` and a version"));
    }
    let header = read_header(source)?;
    let length: u64 = value(&header, "content-length")
        .and_then(|length| length.parse().ok())
        .ok_or_else(|| io::Error::other("it has no Content-Length"))?;
    let mut body = source.take(length);
    let read = read_whole(
        Vec::new(),
        inside.budget.watch(&mut body),
        inside.options.limits,
    );
    io::copy(&mut body, &mut io::sink())?;
    Ok(Some((header, read)))
}

fn read_header(source: &mut impl BufRead) -> io::Result<Header> {
    let mut header = Vec::new();
    while let Some(line) = read_line(source, LINE)? {
        let line = String::from_utf8_lossy(&line);
        if line.trim().is_empty() {
            return Ok(header);
        }
        if header.len() == LINES {
            return Err(io::Error::other("its header has no end"));
        }
        if let Some((name, value)) = line.split_once(':') {
            header.push((name.trim().to_lowercase(), value.trim().to_owned()));
        }
    }
    Ok(header)
}

fn value<'a>(header: &'a Header, name: &str) -> Option<&'a str> {
    let found = header.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

fn read_record(
    header: &Header,
    body: io::Result<Vec<u8>>,
    origin: &Origin,
    number: usize,
    inside: &Opener,
) -> Articles {
    let kind = value(header, "warc-type").unwrap_or_default();
    if !matches!(kind, "response" | "resource" | "conversion") {
        return Box::new(std::iter::empty());
    }
    let address =
        value(header, "warc-target-uri").map(|uri| uri.trim_matches(['<', '>']).to_owned());
    let place = Origin {
        source: format!("{}#{number}", origin.source),
        stem: format!("{}#{number}", origin.stem),
        ending: None,
    };
    let failed = |error: io::Error| {
        one(Err(skipped(
            &place.source,
            format!("cannot be read: {error}"),
        )))
    };
    let is_answer =
        kind == "response" && address.as_ref().is_some_and(|uri| uri.starts_with("http"));
    let content = match body.and_then(|body| {
        if is_answer {
            answer(body, inside)
        } else {
            Ok(Some(body))
        }
    }) {
        Ok(Some(content)) => content,
        Ok(None) => return Box::new(std::iter::empty()),
        Err(error) => return failed(error),
    };
    let articles = inside.read(Bytes::Whole(content), place);
    Box::new(articles.map(move |article| {
        article.map(|mut article| {
            article.metadata.url = article.metadata.url.or_else(|| address.clone());
            article
        })
    }))
}

/// What a server answered, if it is a page or document; pictures, styles and failures are none.
fn answer(body: Vec<u8>, inside: &Opener) -> io::Result<Option<Vec<u8>>> {
    let mut source = Cursor::new(body);
    let status = read_line(&mut source, LINE)?.unwrap_or_default();
    let header = read_header(&mut source)?;
    let status = String::from_utf8_lossy(&status);
    let kind = value(&header, "content-type")
        .unwrap_or_default()
        .to_lowercase();
    let is_page = kind.is_empty()
        || ["text/html", "xhtml", "text/plain", "pdf"]
            .iter()
            .any(|page| kind.contains(page));
    if status.split(' ').nth(1) != Some("200") || !is_page {
        return Ok(None);
    }
    let is = |name: &str, wanted: &str| {
        value(&header, name).is_some_and(|value| value.to_lowercase().contains(wanted))
    };
    let mut content = Vec::new();
    if is("transfer-encoding", "chunked") {
        read_chunks(&mut source, &mut content)?;
    } else {
        source.read_to_end(&mut content)?;
    }
    if is("content-encoding", "gzip") && content.starts_with(b"\x1f\x8b") {
        let unpacked = flate2::read::MultiGzDecoder::new(Cursor::new(content));
        content = read_whole(
            Vec::new(),
            inside.budget.watch(unpacked),
            inside.options.limits,
        )?;
    }
    Ok((!content.is_empty()).then_some(content))
}

/// Joins the chunks of an answer. Many archives keep the header of a chunked answer that is whole.
fn read_chunks(source: &mut Cursor<Vec<u8>>, content: &mut Vec<u8>) -> io::Result<()> {
    let start = source.position();
    while let Some(line) = read_line(source, LINE)? {
        let line = String::from_utf8_lossy(&line);
        let size = line.split(';').next().unwrap_or_default().trim();
        let Ok(size) = u64::from_str_radix(size, 16) else {
            content.clear();
            source.set_position(start);
            source.read_to_end(content)?;
            return Ok(());
        };
        if size == 0 {
            break;
        }
        source.by_ref().take(size).read_to_end(content)?;
        read_line(source, LINE)?;
    }
    Ok(())
}
