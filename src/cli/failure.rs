//! From errors to messages and exit codes.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use super::Outcome;

/// Wrong usage that only shows after the arguments were parsed, such as an unknown query.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Usage(pub(super) String);

/// What failed where an output could not be written.
pub(super) fn cannot_write(path: &Path) -> String {
    if path == Path::new("-") {
        "cannot write standard output".to_owned()
    } else {
        format!("cannot write {}", path.display())
    }
}

/// The exit code of a result; a failure is told on standard error.
pub(super) fn exit_code(result: anyhow::Result<Outcome>) -> ExitCode {
    let error = match result {
        Ok(Outcome::Done) => return ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => return ExitCode::FAILURE,
        Err(error) => error,
    };
    if is_closed_pipe(&error) {
        return ExitCode::SUCCESS;
    }
    // Where standard error is closed too, nobody listens.
    let _ = writeln!(io::stderr(), "error: {}", message(&error));
    if error.chain().any(|cause| cause.is::<Usage>()) {
        ExitCode::from(2)
    } else {
        ExitCode::FAILURE
    }
}

/// Whether the reader of our output went away (`| head`), which is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>();
        io.is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
    })
}

/// The error and its causes on one line; a cause that is already told is not repeated.
pub(super) fn message(error: &anyhow::Error) -> String {
    let mut message = String::new();
    for cause in error.chain() {
        let cause = cause.to_string();
        if message.contains(&cause) {
            continue;
        }
        if !message.is_empty() {
            message.push_str(": ");
        }
        message.push_str(&cause);
    }
    message
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;

    #[test]
    fn causes_are_told_once() {
        let cause = io::Error::other("disk on fire");
        let error = Err::<(), _>(cause)
            .context("cannot write a.ttl: disk on fire")
            .context("export failed")
            .unwrap_err();
        let told = message(&error);
        assert_eq!(told, "export failed: cannot write a.ttl: disk on fire");
    }

    #[test]
    fn a_closed_pipe_is_recognised_below_its_context() {
        let error = anyhow::Error::new(io::Error::from(io::ErrorKind::BrokenPipe))
            .context("cannot write -");
        assert!(is_closed_pipe(&error));
        assert!(!is_closed_pipe(&anyhow::anyhow!("broken pipe")));
    }
}
