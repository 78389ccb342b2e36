//! Answers questions: prebuilt queries with parameters, free SPARQL, results as tables and in the
//! formats of the standards.

pub mod catalog;
mod cell;
mod embedded;
#[cfg(test)]
mod fixture;
mod header;
mod name_key;
pub mod names;
pub mod page;
pub mod parameters;
mod placeholder;
mod plan;
pub mod results;
pub mod run;
mod suggestion;
mod syntax;
mod table;
#[cfg(test)]
mod tests;
mod worker;

pub use syntax::SyntaxError;
