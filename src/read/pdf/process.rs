//! Takes the text out of a document in a process of its own, whose time and memory the system bounds.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use super::super::limits::{Limits, read_whole};
use super::{Extracted, pages};

/// The text and properties of a document, from `PROGRAM pdf-text`, which calls [`answer`].
pub(super) fn take(program: &Path, bytes: &[u8], limits: Limits) -> Result<Extracted, String> {
    let failed = |error: io::Error| format!("cannot be read: {error}");
    let mut command = Command::new(program);
    command.arg("pdf-text");
    command.args(["--max-document", &limits.document.to_string()]);
    command.args(["--pdf-seconds", &limits.pdf_seconds.to_string()]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    // Ctrl-C is for the program that waits for the answer.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(failed)?;
    // It reads all before it writes; one that ends early has said so by its exit.
    let _ = child.stdin.take().map(|mut input| input.write_all(bytes));
    let answer = child
        .stdout
        .take()
        .map(|output| read_whole(Vec::new(), output, limits));
    if !matches!(answer, Some(Ok(_))) {
        let _ = child.kill();
    }
    let status = child.wait().map_err(failed)?;
    let answer = answer.transpose().map_err(failed)?.unwrap_or_default();
    serde_json::from_slice(&answer).unwrap_or_else(|_| Err(why(status, limits)))
}

/// Why there is no answer.
fn why(status: ExitStatus, limits: Limits) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status)
        && signal == bounds::OUT_OF_TIME
    {
        return format!(
            "is a PDF that takes more than {} s to read; --pdf-seconds gives it longer",
            limits.pdf_seconds
        );
    }
    let _ = status;
    format!(
        "is a PDF that cannot be read: its structure is damaged, or takes more than {} MB of memory",
        limits.pdf_memory() >> 20
    )
}

/// Reads a document to its end and writes what it holds, or why it cannot be read; for a process of its
/// own, which is bounded for the rest of its life.
pub fn answer(mut input: impl Read, mut output: impl Write, limits: Limits) -> io::Result<()> {
    #[cfg(unix)]
    bounds::set(limits)?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    serde_json::to_writer(&mut output, &pages::take(&bytes, limits))?;
    output.flush()
}

#[cfg(unix)]
mod bounds {
    //! What the system lets a process take.

    use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};

    use super::{Limits, io};

    /// What ends a process that takes longer.
    pub(super) const OUT_OF_TIME: i32 = Signal::XCPU.as_raw();

    pub(super) fn set(limits: Limits) -> io::Result<()> {
        set_one(Resource::Cpu, u64::from(limits.pdf_seconds))?;
        set_one(Resource::As, limits.pdf_memory())?;
        // Of what may be wrong with a document nobody needs an image of memory.
        set_one(Resource::Core, 0)
    }

    fn set_one(resource: Resource, most: u64) -> io::Result<()> {
        let maximum = getrlimit(resource).maximum;
        let current = Some(maximum.map_or(most, |maximum| maximum.min(most)));
        Ok(setrlimit(resource, Rlimit { current, maximum })?)
    }
}
