//! The intermediate representation of tfl-opt: an SSA graph with regions in the manner of MLIR.
//!
//! This crate knows no dialect, opens no file and prints nothing. Dialects describe their operations with
//! [`spec::OpSpec`] rows and register with [`registry`]; the verifier, the printer and the parser are single
//! interpreters over those rows.
//!
//! The two central types are [`Context`], shared by `&` and append-only, which interns everything that is
//! immutable (strings, types, attributes, locations, dimension expressions, constants), and [`Graph`], the arena of
//! one isolated operation, which is mutated through `&mut`.

pub mod arithmetic;
pub mod attrs;
pub mod constraint;
pub mod consts;
pub mod context;
pub mod diag;
pub mod dims;
mod elems;
pub mod graph;
pub mod intern;
pub mod loc;
pub mod pass;
pub mod registry;
pub mod rewriter;
pub mod spec;
mod symbols;
pub mod text;
mod type_check;
pub mod types;
pub mod verifier;

#[doc(hidden)]
pub use inventory;

pub use arithmetic::Arithmetic;
pub use attrs::{Attr, AttrId, DictId};
pub use consts::{ConstData, ConstId, Constant};
pub use context::{Context, OpName};
pub use diag::{Diagnostic, Diagnostics, Reported, Severity};
pub use dims::Dim;
pub use graph::{Block, Graph, Op, OpState, Region, Use, Value};
pub use intern::StrId;
pub use loc::{Loc, LocId};
pub use spec::{OpSpec, OpView};
pub use types::{FloatKind, Signedness, Type, TypeId};
