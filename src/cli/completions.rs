//! `ngoaivu completions`: prints a completion script for a shell.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Outcome};

/// Print a completion script for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ngoaivu completions bash > ~/.local/share/bash-completion/completions/ngoaivu
  ngoaivu completions zsh > ~/.zfunc/_ngoaivu
  ngoaivu completions fish > ~/.config/fish/completions/ngoaivu.fish")]
pub(super) struct Args {
    /// Which shell
    shell: Shell,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "ngoaivu", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Outcome::Done)
}
