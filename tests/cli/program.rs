//! Runs the binary in a folder of its own.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder to work in, removed afterwards.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self {
            folder: TempDir::new().expect("a temporary folder"),
        }
    }

    /// The program, started in this folder, with these arguments.
    pub(crate) fn ngoaivu(&self, arguments: &[&str]) -> Command {
        let mut command = ngoaivu(arguments);
        command.current_dir(self.folder.path());
        command
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and gives its name back.
    pub(crate) fn file<'a>(&self, name: &'a str, content: impl AsRef<[u8]>) -> &'a str {
        std::fs::write(self.path(name), content).expect("a writable folder");
        name
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).expect("a readable file")
    }

    /// What a store keeps: the bytes of its file, or what a folder exports, since RocksDB rewrites its
    /// files whenever it likes.
    pub(crate) fn kept(&self, store: &str) -> Vec<u8> {
        if self.path(store).is_dir() {
            self.nquads(store).into_bytes()
        } else {
            self.bytes(store)
        }
    }

    /// Everything a store holds, in one fixed order.
    #[track_caller]
    pub(crate) fn nquads(&self, store: &str) -> String {
        let export = ["export", "--format", "nquads", "-q", "--store", store];
        let output = self.ngoaivu(&export).output().expect("a finished run");
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Damages a store, and gives the damaged file.
    pub(crate) fn damage(&self, store: &str) -> String {
        if self.path(store).is_dir() {
            // Its name file says in its third line which folder of quads counts.
            let name = self.bytes(&format!("{store}/ngoaivu-store"));
            let name = String::from_utf8(name).expect("text");
            let quads = name.lines().nth(2).expect("a folder of quads");
            let current = format!("{store}/{quads}/CURRENT");
            self.file(&current, "");
            return current;
        }
        let mut bytes = self.bytes(store);
        bytes.truncate(bytes.len() / 2);
        self.file(store, &bytes).to_owned()
    }
}

/// The program with these arguments.
pub(crate) fn ngoaivu(arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("ngoaivu"));
    command.args(arguments);
    command
}

/// A folder or file of the package, from its root.
pub(crate) fn package(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Standard output or error as text.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}
