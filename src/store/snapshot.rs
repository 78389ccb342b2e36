//! A store as one file, which is replaced whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use super::bytes::{Damage, Reader, Writer};
use super::table::Table;
use super::terms::TooLarge;
use super::{FORMAT, StoreError};

/// How every snapshot begins; format, version of the program and a line break follow.
const MAGIC: &str = "ngoaivu-store ";
const LONGEST_FIRST_LINE: u64 = 200;
const COMPRESSION: i32 = 1;
/// Bytes that are compressed at once.
const BUFFER: usize = 1 << 20;

/// What a snapshot holds.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// Where its IRIs begin.
    pub(super) base: String,
    /// Its quads.
    pub(super) table: Table,
}

impl Snapshot {
    /// Reads the file of a store.
    pub(super) fn read(path: &Path) -> Result<Self, StoreError> {
        let failed = |source| StoreError::Io {
            action: "read",
            path: path.to_owned(),
            source,
        };
        let damaged = |damage: String| StoreError::Damaged {
            path: path.to_owned(),
            damage,
        };
        let mut file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let path = path.to_owned();
                return Err(StoreError::NotFound { path });
            }
            file => file.map_err(failed)?,
        };
        let mut start = Vec::new();
        let first_bytes = (&mut file).take(LONGEST_FIRST_LINE).read_to_end(&mut start);
        first_bytes.map_err(failed)?;
        let length = start
            .iter()
            .position(|&byte| byte == b'\n')
            .unwrap_or(start.len());
        let (first_line, behind) = start.split_at(length);
        check_first_line(&String::from_utf8_lossy(first_line), path)?;
        let behind = behind.strip_prefix(b"\n").unwrap_or(behind);
        let content = decompress(behind.chain(file)).map_err(|error| damaged(error.to_string()))?;
        Self::from_bytes(&content).map_err(|damage| damaged(damage.to_string()))
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, Damage> {
        let mut input = Reader::new(bytes);
        let base = input.string()?.to_owned();
        let table = Table::read(&mut input)?;
        if !input.is_empty() {
            return Err(Damage("it is longer than it says"));
        }
        Ok(Self { base, table })
    }
}

/// Replaces the file of a store: readers see the old one or the new one, and a process killed on the way
/// leaves the old one.
pub(super) fn write(base: &str, table: &Table, path: &Path) -> Result<(), StoreError> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let draft = beside(&path, ".draft");
    let failed = |source| StoreError::Io {
        action: "write",
        path: path.clone(),
        source,
    };
    let written = write_draft(base, table, &draft).and_then(|()| fs::rename(&draft, &path));
    if let Err(error) = written {
        let _ = fs::remove_file(&draft);
        return Err(failed(error));
    }
    keep_folder(&path);
    Ok(())
}

fn write_draft(base: &str, table: &Table, draft: &Path) -> io::Result<()> {
    let mut file = File::create(draft)?;
    writeln!(file, "{}", first_line())?;
    let mut encoder = zstd::Encoder::new(&mut file, COMPRESSION)?;
    encoder.include_checksum(true)?;
    let mut content = Writer::new(BufWriter::with_capacity(BUFFER, encoder));
    content.string(base);
    let written = table.write(&mut content);
    written.map_err(|TooLarge| too_large())?;
    let encoder = content.finish()?.into_inner();
    encoder.map_err(|error| error.into_error())?.finish()?;
    file.sync_all()
}

/// The path of a file that belongs to the one at `path`.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(ending);
    name.into()
}

/// The first line of a store of this program.
pub(super) fn first_line() -> String {
    format!("{MAGIC}{FORMAT} {}", env!("CARGO_PKG_VERSION"))
}

/// Whether the first line is that of a store of this format.
pub(super) fn check_first_line(line: &str, path: &Path) -> Result<(), StoreError> {
    let path = path.to_owned();
    let Some(versions) = line.strip_prefix(MAGIC) else {
        return Err(StoreError::NotAStore { path });
    };
    let (format, software) = versions.split_once(' ').unwrap_or((versions, "?"));
    if format == FORMAT.to_string() {
        return Ok(());
    }
    Err(StoreError::OtherVersion {
        path,
        format: format.to_owned(),
        software: software.to_owned(),
    })
}

/// One compressed frame, and nothing behind it.
fn decompress(input: impl Read) -> io::Result<Vec<u8>> {
    let mut decoder = zstd::Decoder::new(input)?.single_frame();
    let mut content = Vec::new();
    decoder.read_to_end(&mut content)?;
    let mut rest = decoder.finish();
    if rest.read(&mut [0])? > 0 {
        return Err(io::Error::other("it is longer than it says"));
    }
    Ok(content)
}

/// Makes a rename last through a loss of power; where folders cannot be synced, it lasts anyway.
pub(super) fn keep_folder(path: &Path) {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
        let _ = folder.sync_all();
    }
}

/// Why a graph of more than four gigabytes of text cannot be kept in a file.
pub(super) fn too_large() -> io::Error {
    io::Error::other("it is too large for one file; keep it in a folder (`--features rocksdb`)")
}
