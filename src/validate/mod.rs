//! Checks a graph against SHACL shapes: those of the vocabulary, or a user's own.

mod check;
mod input;
mod parse;
mod path;
mod report;
mod shapes;
mod term;
#[cfg(test)]
mod tests;
mod value;
mod words;

pub use check::validate;
pub use input::{SHAPES, ValidateError, own_shapes, read_data, shapes_of_file, shapes_turtle};
pub use parse::ShapeError;
pub use report::{Report, Violation, report_triples};
pub use shapes::Shapes;
pub use words::report_text;
