//! What needs a place of its own in the system: a folder that cannot be written, a full disk, no network.

use std::fs;
use std::process::{Command, Output};

use super::{BUILD, Desk, binary, undisturbed};

/// Runs a script where it may mount what nobody else sees. Where the system lets nobody do that, as in some
/// containers, there is nothing to test, which is said.
fn with_mounts(desk: &Desk, script: &str) -> Option<Output> {
    let run = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "--net", "sh", "-c"]);
        command.arg(script).current_dir(desk.path(""));
        command.env("NGOAIVU", binary()).output()
    };
    let allowed = run("mount -t tmpfs none /tmp").is_ok_and(|output| output.status.success());
    if !allowed {
        eprintln!("not tested: this system lets nobody mount");
        return None;
    }
    Some(run(script).expect("a finished run"))
}

#[test]
fn a_folder_that_cannot_be_written() {
    let desk = Desk::new();
    let before = desk.export();
    let run = |script: &str| {
        let mount = "mount --bind . . && mount -o remount,ro,bind . . && cd \"$PWD\" && ";
        with_mounts(&desk, &format!("{mount}{script}"))
    };
    let Some(output) = run("$NGOAIVU build -q in") else {
        return;
    };
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("ngoaivu.store"), "{told}");
    let output = run("$NGOAIVU stats -q").expect("a finished run");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(desk.export() == before);
}

/// On disks of many sizes, from one on which the store just fits.
#[test]
fn a_disk_that_is_full() {
    let desk = Desk::new();
    // A folder of RocksDB takes what room it likes, and long.
    let folder = desk.in_a_folder();
    let sizes = if folder { 3 } else { 8 };
    let (before, after, _) = undisturbed(&desk);
    let kilobytes = |store: &str| {
        let mut command = Command::new("du");
        let output = command
            .args(["-sk", store])
            .current_dir(desk.path(""))
            .output();
        let told = String::from_utf8(output.expect("a finished run").stdout).expect("a number");
        let number = told.split_whitespace().next().map(str::parse::<u64>);
        number.expect("a size").expect("a number")
    };
    let (least, most) = (
        kilobytes("before.store") + 16,
        3 * kilobytes("ngoaivu.store"),
    );
    fs::create_dir(desk.path("full")).expect("a folder");
    let (mut failed, mut done) = (0, 0);
    for size in (0..sizes).map(|part| least + (most - least) * part / sizes) {
        let script = format!(
            "mount -t tmpfs -o size={size}k none full && cp -R before.store full/store || exit 9
            $NGOAIVU build -q --store full/store in 2>told; echo $? >ended
            mount -o remount,size=1g full || exit 8
            $NGOAIVU export -q --store full/store --format nquads >found || exit 8
            $NGOAIVU build -q --store full/store in || exit 7
            $NGOAIVU export -q --store full/store --format nquads >finished"
        );
        let Some(output) = with_mounts(&desk, &script) else {
            return;
        };
        assert!(output.status.success(), "{size} KB: {output:?}");
        let file = |name: &str| fs::read(desk.path(name)).expect("what was written");
        let whole = file("ended") == b"0\n";
        let told = String::from_utf8_lossy(&file("told")).into_owned();
        assert!(
            whole || folder || told.contains("No space left"),
            "{size} KB: {told}"
        );
        assert!(
            file("found") == if whole { &after } else { &before }.as_slice(),
            "{size} KB"
        );
        assert!(
            file("finished") == after,
            "{size} KB: the next build does not finish the work"
        );
        failed += u32::from(!whole);
        done += u32::from(whole);
    }
    eprintln!("{failed} builds on a full disk, {done} on one with room, none lost");
    assert!(failed > 0 || folder, "no disk was full");
}

/// A build under a network namespace without any network does the same.
#[test]
fn no_network_is_needed() {
    let desk = Desk::new();
    let (_, after, _) = undisturbed(&desk);
    desk.reset();
    let build = Command::new("unshare")
        .args(["--user", "--map-root-user", "--net"])
        .arg(binary())
        .args(BUILD)
        .current_dir(desk.path(""))
        .output();
    match build {
        Ok(output) if output.status.success() => assert!(desk.export() == after),
        Ok(output) => {
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(told.contains("unshare"), "{told}");
            eprintln!("not tested: {told}");
        }
        Err(_) => {}
    }
}
