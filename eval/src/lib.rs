//! Values of operations on known operands: reference kernels for constant folding, for tests that rewrite rules are
//! sound, and for verification of whole models.
//!
//! [`evaluate()`] runs one operation of the `tf` or `tfl` dialect on [`Tensor`]s. [`fold_dims`] computes with shapes
//! that are not numbers yet. [`fold`] makes constants from constants without touching the bytes of large ones until
//! they are written.

mod broadcast;
pub mod elem;
pub mod error;
mod evaluate;
mod fold;
pub mod kernels;
mod special;
mod stream;
pub mod strided;
mod symbolic;
pub mod tensor;
mod widen;

pub use error::{EvalError, Evaluated};
pub use evaluate::{evaluate, is_supported};
pub use fold::fold;
pub use symbolic::{fold_all_dims, fold_dims};
pub use tensor::{DType, Tensor};
