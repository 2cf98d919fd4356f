//! MLIR text: lexer, parser, printer.
//!
//! The syntax is MLIR's. Operations that a dialect gives no syntax of their own for are written in the generic form;
//! [`syntax`] is where a dialect gives one.

pub(crate) mod derived;
pub(crate) mod floats;
pub mod format;
pub mod lexer;
pub mod parser;
pub mod printer;
pub mod syntax;

pub use parser::{ParseOptions, external_resources, parse_attr, parse_module, parse_type};
pub use printer::{
    ExternalResource, PrintOptions, ResourceValue, attr_text, print_module, print_op, print_operation,
    type_text,
};

/// The name of an attribute that holds a resource whose bytes are not the elements of its type: the bytes as a tensor,
/// and the type.
pub(crate) const UNFIT_RESOURCE: &str = "builtin.dense_resource";

/// Line and column, both counted from 1, of byte `offset` of `text`; columns count bytes.
pub fn line_col(text: &str, offset: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..offset.min(text.len())];
    let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
    let col = before.len() - before.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1) + 1;
    (line, col)
}

/// `source:line:col` of byte `offset` of `text`.
pub fn place_text(source: &str, text: &str, offset: usize) -> String {
    let (line, col) = line_col(text, offset);
    format!("{source}:{line}:{col}")
}
