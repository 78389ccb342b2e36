//! Tests of reading what is packed, well-meant and hostile.

use std::fs;
use std::io::{Cursor, Write};

use tempfile::tempdir;

use super::{Limits, ReadOptions, read_bytes, read_inputs, samples};

const TEXT: &str = "Sáng nay, Sở Ngoại vụ tỉnh tổ chức buổi gặp mặt các đối tác nước ngoài để bàn việc hợp tác \
                    trong những năm tới, với sự tham dự của nhiều doanh nghiệp.\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn tar(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in parts {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        // The library refuses names that lead out of the archive; others do not.
        let place = header.as_old_mut();
        place.name[..name.len().min(100)].copy_from_slice(&name.as_bytes()[..name.len().min(100)]);
        header.set_cksum();
        archive.append(&header, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What is read of a file of this name: `id @ source` of articles, messages of problems.
fn seen_within(limits: Limits, name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let options = ReadOptions {
        limits,
        ..ReadOptions::default()
    };
    let before = format!("{}/", folder.path().display());
    let seen = read_inputs(&[&path], &options).map(|result| match result {
        Ok(article) => format!("{} @ {}", article.id, article.source.replace(&before, "")),
        Err(problem) => problem.to_string().replace(&before, ""),
    });
    let seen = seen.collect();
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "something was unpacked"
    );
    seen
}

fn seen(name: &str, bytes: &[u8]) -> Vec<String> {
    seen_within(Limits::default(), name, bytes)
}

#[test]
fn packed_files_are_told_by_content() {
    let text = TEXT.as_bytes();
    assert_eq!(seen("tin.txt.gz", &gzip(text)), ["tin @ tin.txt.gz"]);
    assert_eq!(seen("tin", &gzip(text)), ["tin @ tin"]);
    let packed = zstd::encode_all(text, 3).unwrap();
    assert_eq!(seen("tin.txt.zst", &packed), ["tin @ tin.txt.zst"]);
    let two = [
        ("a/1.txt", text),
        ("a/2.html", text),
        ("a/.x", b"hidden"),
        ("b.png", b"\x89PNG\r\n"),
    ];
    let wanted = [
        "t!a/1 @ t.bin!a/1.txt",
        "t!a/2 @ t.bin!a/2.html",
        "t.bin!b.png: is a picture, which is not read; save it as text or HTML",
    ];
    assert_eq!(seen("t.bin", &zip(&two)), wanted);
    assert_eq!(seen("t.bin", &tar(&two)), wanted);
    assert_eq!(seen("t.bin", &gzip(&tar(&two))), wanted);
    let records = format!("{{\"text\":{TEXT:?}}}\n{{\"id\":\"x\",\"text\":{TEXT:?}}}\n");
    assert_eq!(
        seen("t.jsonl.gz", &gzip(records.as_bytes())),
        ["t#1 @ t.jsonl.gz#1", "x @ t.jsonl.gz#2"]
    );
}

#[test]
fn each_format_is_read_the_same_in_each_container() {
    let texts = |name: &str, bytes: Vec<u8>| -> Vec<String> {
        let read = read_bytes(name, bytes, &ReadOptions::default());
        read.map(|read| read.expect("an article").text).collect()
    };
    for (name, bytes) in samples::of_each_format() {
        if cfg!(not(feature = "pdf")) && name.ends_with(".pdf") {
            continue;
        }
        let plain = texts(name, bytes.clone());
        assert!(!plain.is_empty(), "{name}");
        for (container, packed) in [
            ("gz", gzip(&bytes)),
            ("zst", zstd::encode_all(bytes.as_slice(), 1).unwrap()),
            ("zip", zip(&[(name, &bytes)])),
            ("tar", tar(&[(name, &bytes)])),
            ("tar.gz", gzip(&tar(&[(name, &bytes)]))),
        ] {
            assert_eq!(
                texts(&format!("{name}.{container}"), packed),
                plain,
                "{name} in {container}"
            );
        }
    }
}

#[test]
fn archives_in_archives_but_not_without_end() {
    let mut packed = TEXT.as_bytes().to_vec();
    for _ in 0..2 {
        packed = gzip(&zip(&[("t.txt", &packed)]));
    }
    assert_eq!(seen("t.zip.gz", &packed), ["t!t!t @ t.zip.gz!t.txt!t.txt"]);
    let deeper = gzip(&packed);
    assert!(
        seen("t", &deeper)[0].contains("more than 4 times"),
        "{:?}",
        seen("t", &deeper)
    );
}

#[test]
fn names_that_lead_elsewhere_touch_nothing() {
    let parts = [
        ("../../etc/cron.d/x.txt", TEXT.as_bytes()),
        ("/tmp/y.txt", TEXT.as_bytes()),
    ];
    let wanted = [
        "t!../../etc/cron.d/x @ t!../../etc/cron.d/x.txt",
        "t!/tmp/y @ t!/tmp/y.txt",
    ];
    assert_eq!(seen("t", &tar(&parts)), wanted);
    assert_eq!(seen("t", &zip(&parts)), wanted);
    let mut archive = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::Symlink);
    header.set_size(0);
    archive
        .append_link(&mut header, "a.txt", "/etc/passwd")
        .unwrap();
    let seen = seen("t", &archive.into_inner().unwrap());
    assert_eq!(
        seen,
        ["t!a.txt: is a link or device in an archive; left out"]
    );
}

#[test]
fn bombs_stop_at_the_limits() {
    let limits = Limits {
        document: 1 << 20,
        unpacked: 4 << 20,
        ..Limits::default()
    };
    let zeros = vec![b' '; 16 << 20];
    for packed in [
        gzip(&zeros),
        zstd::encode_all(&zeros[..], 3).unwrap(),
        zip(&[("a", &zeros)]),
    ] {
        let told = seen_within(limits, "bomb", &packed);
        assert!(
            told.len() == 1 && told[0].contains("--max-document"),
            "{told:?}"
        );
    }
    let spaces = &zeros[..1 << 20];
    let many: Vec<(String, &[u8])> = (0..8).map(|n| (format!("{n}.txt"), spaces)).collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    for packed in [zip(&many), gzip(&tar(&many))] {
        let told = seen_within(limits, "bomb", &packed);
        assert!(
            told.iter().any(|line| line.contains("--max-unpacked")),
            "{told:?}"
        );
    }
    // One line without end; the record behind it is read all the same.
    let mut lines = format!("{{\"text\":{TEXT:?}}}\n{{\"text\":\"").into_bytes();
    lines.extend_from_slice(&zeros[..2 << 20]);
    lines.extend_from_slice(format!("\"}}\n{{\"text\":{TEXT:?}}}\n").as_bytes());
    let told = seen_within(limits, "t.jsonl.gz", &gzip(&lines));
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(
        told[1].contains("#2: cannot be read: the line is longer"),
        "{told:?}"
    );
    assert!(told[2].starts_with("t#3 @"), "{told:?}");
}

#[test]
fn damaged_archives_are_named_and_give_what_is_whole() {
    let parts = [("1.txt", TEXT.as_bytes()), ("2.txt", TEXT.as_bytes())];
    let tarred = tar(&parts);
    let told = seen("t", &tarred[..1200]);
    assert!(
        told[0].starts_with("t!1 @") && told[1].contains("damaged tar"),
        "{told:?}"
    );
    let packed = gzip(TEXT.as_bytes());
    assert!(seen("t", &packed[..packed.len() / 2])[0].contains("cannot be read"));
    let zipped = zip(&parts);
    assert!(seen("t", &zipped[..zipped.len() / 2])[0].contains("damaged zip"));
}
