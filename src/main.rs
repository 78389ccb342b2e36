//! The `ngoaivu` binary: hands the command line to the library and returns its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ngoaivu::cli::run(std::env::args_os())
}
