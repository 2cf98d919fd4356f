//! The dialects of tfl-opt: op tables and the hooks that tables cannot say.
//!
//! A dialect registers itself with `inventory`; linking this crate makes all of them known to
//! [`core_ir::Context::new`]. Call [`link`] where nothing else of this crate is used, so that the linker keeps it.

pub mod arith;
pub mod builtin;
pub mod func;
mod hlo;
mod island;
pub mod quant;
mod rows;
pub mod shape;
mod tables;
pub mod tf;
pub mod tfl;

/// Does nothing; a call keeps the dialects linked into the program.
pub fn link() {}
