//! The `tf` dialect: TensorFlow's ops as MLIR names them, and `tf_saved_model`.
//!
//! Most rows come from TensorFlow's own registry, which is packed into the program and decoded one op at a time. Ops
//! that only MLIR has, and what MLIR sees otherwise than the registry, are in `dialects/tables/tf.ods`.

use std::borrow::Cow;

use core_ir::registry::Dialect;
use core_ir::spec::OpSpec;

#[rustfmt::skip]
mod generated;
mod executor;
mod op_def;
mod registry;

pub use op_def::{ArgDef, ArgElem, AttrDef, AttrDefault, OpDef, spec_from_op_def};
pub use registry::{op_def, op_def_names};

/// The operation with this full name, `tf.Conv2D` or `tf_saved_model.global_tensor`, with its inference function.
/// Rows of the registry are decoded at each call: ask through a [`core_ir::Context`], which keeps them.
pub fn find_op(name: &str) -> Option<Cow<'static, OpSpec>> {
    let infer = crate::shape::infer_of(name);
    if let Ok(at) = generated::OPS.binary_search_by(|row| row.name.as_ref().cmp(name)) {
        let row = &generated::OPS[at];
        return Some(match infer {
            None => Cow::Borrowed(row),
            Some(_) => {
                let mut row = row.clone();
                row.hooks.infer = infer;
                Cow::Owned(row)
            }
        });
    }
    let mut row = registry::find_op(name)?;
    row.hooks.infer = infer;
    Some(Cow::Owned(row))
}

/// The full names of all operations of the dialect called `dialect`, sorted.
fn names_of(dialect: &str) -> Vec<String> {
    let own = generated::OPS.iter().map(|row| row.name.to_string());
    let registered = op_def_names().map(|name| format!("tf.{name}"));
    let all = own.chain(registered);
    let mut names: Vec<String> =
        all.filter(|name| name.split_once('.').is_some_and(|(prefix, _)| prefix == dialect)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

static TF: Dialect = Dialect { allows_unknown_ops: true, ..Dialect::new("tf", find_op, || names_of("tf")) };
static TF_SAVED_MODEL: Dialect = Dialect::new("tf_saved_model", find_op, || names_of("tf_saved_model"));
inventory::submit! { &TF as &'static Dialect }
inventory::submit! { &TF_SAVED_MODEL as &'static Dialect }

#[cfg(test)]
mod tests;

pub mod types;
