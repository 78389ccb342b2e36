//! Ctrl-C: the first one lets work end in order, the second one ends the program.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Console;

static ASKED: AtomicBool = AtomicBool::new(false);

/// Exit code of a program that a signal ended, by convention.
const INTERRUPTED: i32 = 130;

/// From now on Ctrl-C, and the request of a system that shuts down, lets the work come to an end.
pub(super) fn ends_in_order(console: Console) {
    let handler = move || {
        if ASKED.swap(true, Ordering::SeqCst) {
            process::exit(INTERRUPTED);
        }
        console.note("stopping: what was read is kept; press Ctrl-C again to stop at once");
    };
    // Where the system takes no handler, Ctrl-C ends the program at once, as it does elsewhere.
    let _ = ctrlc::set_handler(handler);
}

/// Whether the user wants the work to end.
pub(super) fn is_asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
