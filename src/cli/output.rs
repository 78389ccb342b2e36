//! The option that says where a command writes its data.

use std::path::PathBuf;

/// Where the data goes.
#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    /// Write to this file instead of standard output
    #[arg(
        id = "output",
        long,
        short,
        value_name = "FILE",
        default_value = "-",
        hide_default_value = true
    )]
    pub(super) path: PathBuf,
}
