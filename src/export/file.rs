//! Output files that appear whole or not at all.

use std::fs;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

/// Bytes kept before they are handed to the system.
const BUFFER: usize = 1 << 16;

/// Where an export goes: a file that shows only after [`finish`](Output::finish), or standard output.
/// Dropped without `finish`, it leaves the old file as it was.
#[derive(Debug)]
pub struct Output {
    /// As the user named it.
    name: String,
    sink: Sink,
}

#[derive(Debug)]
enum Sink {
    Stdout(BufWriter<Stdout>),
    /// A pipe or device: nothing to replace, so it is written as it comes.
    Stream(BufWriter<fs::File>),
    File {
        writer: BufWriter<fs::File>,
        /// The file under its name for the time being, removed when dropped.
        part: TempPath,
        target: PathBuf,
    },
}

/// Why an output could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {path}: {source}")]
pub struct OutputError {
    /// The file as the user named it, `-` for standard output.
    pub path: String,
    /// What the system said.
    pub source: io::Error,
}

impl Output {
    /// Opens `path` for writing; `-` is standard output.
    pub fn create(path: &Path) -> Result<Self, OutputError> {
        let name = path.display().to_string();
        let sink = if path == Path::new("-") {
            Ok(Sink::Stdout(BufWriter::with_capacity(BUFFER, io::stdout())))
        } else {
            open(path)
        };
        match sink {
            Ok(sink) => Ok(Self { name, sink }),
            Err(source) => Err(OutputError { path: name, source }),
        }
    }

    /// Writes what is still buffered to the disk, so that only the name is left to be given.
    pub(super) fn complete(mut self) -> Result<Self, OutputError> {
        let written = self.flush().and_then(|()| match &self.sink {
            Sink::File { writer, .. } => writer.get_ref().sync_all(),
            Sink::Stdout(_) | Sink::Stream(_) => Ok(()),
        });
        match written {
            Ok(()) => Ok(self),
            Err(source) => Err(OutputError {
                path: self.name,
                source,
            }),
        }
    }

    /// Writes what is still buffered and puts the file in its place.
    pub fn finish(self) -> Result<(), OutputError> {
        let written = match self.sink {
            Sink::Stdout(mut writer) => writer.flush(),
            Sink::Stream(mut writer) => writer.flush(),
            Sink::File {
                writer,
                part,
                target,
            } => put_in_place(writer, part, &target),
        };
        let path = self.name;
        written.map_err(|source| OutputError { path, source })
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.sink {
            Sink::Stdout(writer) => writer.write(bytes),
            Sink::Stream(writer) => writer.write(bytes),
            Sink::File { writer, .. } => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.sink {
            Sink::Stdout(writer) => writer.flush(),
            Sink::Stream(writer) => writer.flush(),
            Sink::File { writer, .. } => writer.flush(),
        }
    }
}

fn open(path: &Path) -> io::Result<Sink> {
    let old = fs::metadata(path).ok();
    match &old {
        Some(old) if old.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Some(old) if !old.is_file() => {
            let file = fs::File::options().write(true).open(path)?;
            return Ok(Sink::Stream(BufWriter::with_capacity(BUFFER, file)));
        }
        // A file that may not be written is refused, although renaming over it would work.
        Some(_) => drop(fs::File::options().append(true).open(path)?),
        None => {}
    }
    // A link keeps pointing at the file that is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ngoaivu-").suffix(".part");
    let permissions = old
        .as_ref()
        .map_or_else(default_permissions, |old| Some(old.permissions()));
    if let Some(permissions) = permissions {
        builder.permissions(permissions);
    }
    let (file, part) = builder.tempfile_in(folder)?.into_parts();
    Ok(Sink::File {
        writer: BufWriter::with_capacity(BUFFER, file),
        part,
        target,
    })
}

/// Temporary files are for their owner alone; an export is for everyone the umask admits.
fn default_permissions() -> Option<fs::Permissions> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        Some(fs::Permissions::from_mode(0o666))
    }
    #[cfg(not(unix))]
    None
}

fn put_in_place(writer: BufWriter<fs::File>, part: TempPath, target: &Path) -> io::Result<()> {
    let file = writer
        .into_inner()
        .map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    part.persist(target).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_appears_only_when_finished() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("graph.ttl");
        let mut output = Output::create(&path).unwrap();
        output.write_all("Việt Nam".as_bytes()).unwrap();
        assert!(!path.exists());
        output.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "Việt Nam");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn abandoned_output_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("graph.ttl");
        fs::write(&path, "old").unwrap();
        let mut output = Output::create(&path).unwrap();
        output.write_all(b"half of the n").unwrap();
        drop(output);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn missing_folder_is_named() {
        let error = Output::create(Path::new("/nowhere/at/all.ttl")).unwrap_err();
        assert!(error.to_string().contains("/nowhere/at/all.ttl"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn link_survives_and_device_is_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("real.ttl");
        let link = folder.path().join("link.ttl");
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let mut output = Output::create(&link).unwrap();
        output.write_all(b"new").unwrap();
        output.finish().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");

        let mut output = Output::create(Path::new("/dev/null")).unwrap();
        output.write_all(b"gone").unwrap();
        output.finish().unwrap();
    }
}
