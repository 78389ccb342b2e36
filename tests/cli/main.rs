//! Black-box tests: runs the binary and looks at its output, messages, exit codes and files.

mod annotate;
mod bad_input;
mod build;
mod draw;
mod evaluate;
mod explain;
mod export;
mod identity;
mod inputs;
mod program;
mod rdf;
mod repeats;
mod session;
mod streams;
mod usage;
