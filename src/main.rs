//! The `ngoaivu` binary: hands the command line to the library and returns its exit code.

use std::process::ExitCode;

/// Graphs are millions of small pieces of memory, of which this one hands out more in a second. Not beside
/// RocksDB: where that reports an error, the process ended in a segmentation fault.
#[cfg(not(feature = "rocksdb"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ngoaivu::cli::run(std::env::args_os())
}
