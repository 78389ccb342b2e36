//! The `ngoaivu` binary: hands the command line to the library and returns its exit code.

use std::process::ExitCode;

/// Graphs are millions of small pieces of memory, of which this one hands out more in a second. Beside RocksDB it
/// must be the allocator of C too, as it can be on Linux: oxigraph frees what RocksDB allocated for a message.
#[cfg(any(not(feature = "rocksdb"), target_os = "linux"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ngoaivu::cli::run(std::env::args_os())
}
