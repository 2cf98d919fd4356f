//! Constants that are computed while they are written.
//!
//! A [`Stream`] is a small expression over large constants: transposed, sliced or broadcast reads of them, combined
//! elementwise. It holds its sources by reference and computes pieces of about a megabyte in the order of the result,
//! so that neither a transposed weight nor a scaled one is ever in memory twice.

mod expr;
mod gather;

pub(crate) use expr::{BINARY, Format, Stream, UNARY};
