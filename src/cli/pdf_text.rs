//! `ngoaivu pdf-text`: what the program starts itself with to read a PDF in a process of its own.

use std::io::{stdin, stdout};

use super::Outcome;
use crate::read::{Limits, answer_pdf};

/// Reads a PDF from standard input and writes what it holds as JSON
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Most bytes that it may unpack to
    #[arg(long, value_name = "BYTES")]
    max_document: u64,
    /// Most seconds of computing
    #[arg(long, value_name = "N")]
    pdf_seconds: u32,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let limits = Limits {
        document: args.max_document,
        pdf_seconds: args.pdf_seconds,
        ..Limits::default()
    };
    answer_pdf(stdin().lock(), stdout().lock(), limits)?;
    Ok(Outcome::Done)
}
