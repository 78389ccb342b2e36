//! What is told to the person at the terminal: notes, errors, progress; all on standard error.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::interrupt;
use crate::pipeline::Watcher;

#[derive(Debug, Args)]
pub(super) struct ConsoleArgs {
    /// Print errors only
    #[arg(long, short, global = true, display_order = 100)]
    quiet: bool,
    /// Draw no progress bar
    #[arg(long, global = true, display_order = 101)]
    no_progress: bool,
}

/// Standard error, as the user wants it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Console {
    quiet: bool,
    progress: bool,
}

impl Console {
    pub(super) fn new(args: &ConsoleArgs) -> Self {
        let progress = !args.quiet && !args.no_progress && io::stderr().is_terminal();
        Self {
            quiet: args.quiet,
            progress,
        }
    }

    /// Prints a line, unless the user wants quiet.
    pub(super) fn note(self, line: &str) {
        if !self.quiet {
            // Where standard error is closed, the work goes on.
            let _ = writeln!(io::stderr(), "{line}");
        }
    }

    /// Prints what went wrong.
    pub(super) fn error(self, message: &str) {
        // Where standard error is closed too, nobody listens.
        let _ = writeln!(io::stderr(), "error: {message}");
    }

    /// A bar that shows only on a terminal, and only while work goes on.
    pub(super) fn progress(self) -> Progress {
        if !self.progress {
            return Progress(ProgressBar::hidden());
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let template = "{bar:30} {pos} of {len} files, {msg} articles, {per_sec}, {eta} left";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message("0");
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress(bar)
    }
}

/// The progress of reading files.
#[derive(Debug)]
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// Removes the bar. Lines printed after this don't mix with it.
    pub(super) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

impl Watcher for Progress {
    fn files(&self, count: usize) {
        self.0.set_length(count as u64);
    }

    fn file_read(&self) {
        self.0.inc(1);
    }

    fn article_read(&self, count: usize) {
        self.0.set_message(count.to_string());
    }

    fn is_stopped(&self) -> bool {
        interrupt::is_asked()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish();
    }
}
