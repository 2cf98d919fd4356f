//! The TFLite flatbuffer format.
//!
//! [`write()`] and [`read`] are two directions of one description: what an operator's options table holds is said by
//! the op's row ([`core_ir::spec::OpSpec`]) and interpreted in `options`; the fixed tables of the schema are in
//! `schema`. Weights are never in memory as a whole: the reader keeps ranges of the mapped file, the writer streams
//! constants behind the structure of the file.

mod access;
mod buffers;
mod constants;
mod elements;
mod function;
mod layout;
mod module_attrs;
mod names;
mod operators;
mod options;
mod plan;
mod planner;
mod quantization;
mod read;
mod read_signatures;
mod schema;
mod signatures;
mod sparsity;
mod subgraph;
mod table;
mod tensors;
mod versions;
mod write;

pub use read::{Holder, read, read_bytes};
pub use versions::Release;
pub use write::{BufferPlacement, WriteOptions, WriteStats, write, write_file};

/// The discardable attribute of a function that holds the name its subgraph has in a file, where the function cannot
/// have that name.
const SUBGRAPH_NAME: &str = "tfl.subgraph_name";

/// The discardable attribute of an operation that holds the version its operator has in a file, where that is higher
/// than the op's row asks for.
const OPERATOR_VERSION: &str = "tfl.version";
