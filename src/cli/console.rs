//! What is told to the person at the terminal: notes, problems, progress; all on standard error.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::model::Problem;

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
pub(crate) struct Console {
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
    pub(crate) fn note(&self, line: &str) {
        if !self.quiet {
            // Where standard error is closed, the work goes on.
            let _ = writeln!(io::stderr(), "{line}");
        }
    }

    /// Lists problems, one line each.
    pub(crate) fn problems(&self, problems: &[Problem]) {
        for problem in problems {
            self.note(&problem.to_string());
        }
    }

    /// A bar that shows only on a terminal and only while work goes on.
    pub(crate) fn bar(&self, what: &'static str) -> ProgressBar {
        if !self.progress {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if let Ok(style) =
            ProgressStyle::with_template("{spinner} {msg}: {pos} ({per_sec}), {elapsed}")
        {
            bar.set_style(style);
        }
        bar.set_message(what);
        bar.enable_steady_tick(Duration::from_millis(200));
        bar
    }
}
