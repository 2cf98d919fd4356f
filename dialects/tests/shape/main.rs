//! Result type inference of `tf` and `tfl` ops.

mod absurd;
mod golden;
mod notation;
mod table;
mod uses;
