//! What a build survives: being killed at any moment, being stopped, another build beside it, a folder that
//! cannot be written, a disk that is full, a store of another version. Afterwards the store opens with what
//! was last committed, the next build finishes the work, and the exports are those of a build that nothing
//! disturbed.
//!
//! The short form runs with the other tests. The long form, with another binary if you like:
//! `NGOAIVU_FAULT_TRIALS=200 NGOAIVU_BINARY=target/release/ngoaivu cargo test --test faults`.
#![cfg(unix)]

#[cfg(target_os = "linux")]
mod mounts;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Trials of the short form.
const TRIALS: u32 = 6;

fn binary() -> OsString {
    let usual = || {
        assert_cmd::cargo::cargo_bin!("ngoaivu")
            .as_os_str()
            .to_owned()
    };
    std::env::var_os("NGOAIVU_BINARY").unwrap_or_else(usual)
}

/// A folder with a store of some articles and with more articles to come.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: TempDir::new().expect("a temporary folder"),
        };
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
        fs::create_dir(desk.path("in")).expect("a folder");
        let entries = fs::read_dir(examples).expect("the examples");
        for entry in entries {
            let path = entry.expect("an example").path();
            let name = path.file_name().expect("a name");
            fs::copy(&path, desk.path("in").join(name)).expect("a copy");
        }
        desk.run(&[
            "build",
            "-q",
            "in/01-phong-van-cuc-ngoai-vu.txt",
            "in/10-chi-thi-15.txt",
        ]);
        desk.copy("ngoaivu.store", "before.store");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.args(arguments).current_dir(self.folder.path());
        command
    }

    fn output(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("a finished run")
    }

    /// Runs a command that must succeed, and gives its standard output back.
    #[track_caller]
    fn run(&self, arguments: &[&str]) -> Vec<u8> {
        let output = self.output(arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {told}");
        output.stdout
    }

    fn start(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(arguments);
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().expect("a started run")
    }

    fn reset(&self) {
        self.copy("before.store", "ngoaivu.store");
    }

    /// Copies a store, a file or a folder, over another.
    fn copy(&self, from: &str, to: &str) {
        self.remove(to);
        self.shell("cp", &["-R", from, to]);
    }

    /// Removes a store, a file or a folder.
    fn remove(&self, name: &str) {
        self.shell("rm", &["-rf", name]);
    }

    #[track_caller]
    fn shell(&self, program: &str, arguments: &[&str]) {
        let mut command = Command::new(program);
        let status = command.args(arguments).current_dir(self.folder.path());
        let status = status.status().expect("a program of the system");
        assert!(status.success(), "{program} {arguments:?}");
    }

    /// Whether the store is a folder of RocksDB.
    fn in_a_folder(&self) -> bool {
        self.path("ngoaivu.store").is_dir()
    }

    /// The file of the store that says its version.
    fn version_file(&self) -> PathBuf {
        let store = self.path("ngoaivu.store");
        if self.in_a_folder() {
            store.join("ngoaivu-store")
        } else {
            store
        }
    }

    fn export(&self) -> Vec<u8> {
        self.run(&["export", "-q", "--format", "nquads"])
    }
}

const BUILD: [&str; 3] = ["build", "-q", "in"];

/// The exports before and after a build that nothing disturbs, and how long it takes.
fn undisturbed(desk: &Desk) -> (Vec<u8>, Vec<u8>, Duration) {
    let before = desk.export();
    let start = Instant::now();
    desk.run(&BUILD);
    let time = start.elapsed();
    let after = desk.export();
    assert_ne!(before, after);
    (before, after, time)
}

/// What lies in the folder beside the store's own files.
fn litter(desk: &Desk) -> Vec<String> {
    let names = fs::read_dir(desk.path("")).expect("a folder");
    let mut names: Vec<String> = names
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.retain(|name| !["in", "before.store", "ngoaivu.store"].contains(&name.as_str()));
    names.sort();
    names
}

/// Starts builds and kills each after another share of the time that one takes, spread over it in an order
/// that is no order; `reset` goes before each and `check` comes after.
fn kill_builds(desk: &Desk, time: Duration, reset: impl Fn(), mut check: impl FnMut(u32)) -> u32 {
    let trials = std::env::var("NGOAIVU_FAULT_TRIALS").ok();
    let trials = trials.map_or(TRIALS, |trials| trials.parse().expect("a number of trials"));
    for trial in 0..trials {
        reset();
        let mut build = desk.start(&BUILD);
        let share = trial.wrapping_mul(2_654_435_761) % 1000;
        std::thread::sleep(time * share / 950);
        build.kill().expect("a killed run");
        build.wait().expect("an ended run");
        check(trial);
    }
    trials
}

#[test]
fn killed_at_any_moment() {
    let desk = Desk::new();
    let (before, after, time) = undisturbed(&desk);
    let (mut old, mut new) = (0, 0);
    let trials = kill_builds(
        &desk,
        time,
        || desk.reset(),
        |trial| {
            let found = desk.export();
            assert!(
                found == before || found == after,
                "trial {trial}: the store is neither old nor new"
            );
            old += u32::from(found == before);
            new += u32::from(found == after);
            desk.run(&BUILD);
            assert!(
                desk.export() == after,
                "trial {trial}: the next build does not finish the work"
            );
        },
    );
    eprintln!(
        "{trials} kills: {old} before the commit, {new} after it, none lost; left behind: {:?}",
        litter(&desk)
    );
    assert!(old > 0, "no build was killed before its commit");
}

/// The same where there is no store yet: none appears before it is whole, but an empty one may.
#[test]
fn first_build_killed_at_any_moment() {
    let desk = Desk::new();
    let reset = || desk.remove("ngoaivu.store");
    reset();
    let start = Instant::now();
    desk.run(&BUILD);
    let (time, after) = (start.elapsed(), desk.export());
    let mut none = 0;
    let trials = kill_builds(&desk, time, reset, |trial| {
        let found = desk.output(&["export", "-q", "--format", "nquads"]);
        let told = String::from_utf8_lossy(&found.stderr);
        if found.status.success() {
            assert!(
                found.stdout.is_empty() || found.stdout == after,
                "trial {trial}: the store is neither empty nor whole"
            );
        } else {
            assert!(told.contains("there is no store"), "trial {trial}: {told}");
        }
        none += u32::from(found.stdout.is_empty());
        desk.run(&BUILD);
        assert!(
            desk.export() == after,
            "trial {trial}: the next build does not finish the work"
        );
    });
    eprintln!("{trials} kills of a first build: {none} before its commit");
    assert!(none > 0, "no build was killed before its commit");
}

#[test]
fn stopped_in_order() {
    let desk = Desk::new();
    let (_, after, time) = undisturbed(&desk);
    for share in [2, 5, 8] {
        desk.reset();
        let mut build = desk.start(&BUILD);
        std::thread::sleep(time * share / 10);
        let id = build.id().to_string();
        let sent = Command::new("kill")
            .args(["-INT", &id])
            .status()
            .expect("kill");
        let ended = build.wait().expect("an ended run");
        assert!(sent.success() || ended.success());
        desk.run(&["stats", "-q"]);
        desk.run(&BUILD);
        assert!(desk.export() == after, "stopped after {share} tenths");
    }
}

#[test]
fn two_builds_at_once() {
    let desk = Desk::new();
    let (_, after, _) = undisturbed(&desk);
    desk.reset();
    let builds = [desk.start(&BUILD), desk.start(&BUILD)];
    let ended = builds.map(|build| build.wait_with_output().expect("an ended run"));
    let done = ended
        .iter()
        .filter(|output| output.status.success())
        .count();
    assert!(done >= 1);
    for output in ended.iter().filter(|output| !output.status.success()) {
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("ngoaivu.store"), "{told}");
    }
    assert!(desk.export() == after);
}

#[test]
fn a_store_of_another_version_stays_as_it_is() {
    let desk = Desk::new();
    let version = desk.version_file();
    let mut bytes = fs::read(&version).expect("a store");
    let start = b"ngoaivu-store ".len();
    let end = start
        + bytes[start..]
            .iter()
            .position(|&byte| byte == b' ')
            .expect("a version");
    bytes.splice(start..end, *b"0");
    fs::write(&version, &bytes).expect("a writable folder");
    for arguments in [&["stats"][..], &BUILD] {
        let output = desk.output(arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(
            told.contains("in format 0, and this program reads format"),
            "{told}"
        );
        assert_eq!(fs::read(&version).expect("a store"), bytes);
    }
}
