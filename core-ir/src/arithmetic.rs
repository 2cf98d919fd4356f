//! How much arithmetic an operation does, by a column of its row.

use crate::context::Context;
use crate::graph::{Graph, Op};
use crate::types::TypeId;

/// How multiplications and additions of an operation are counted. All shapes have to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    /// So many for each element of the first result.
    PerResult(u32),
    /// One for each element of the window, `filter_height` by `filter_width`, and of the first result.
    Window,
    /// One less than there are operands, for each element of the first result.
    Terms,
    /// A multiplication and an addition for each element of operand 1, the weights, in each column of the result, and
    /// an addition for each element of the result when operand 2, the bias, is present.
    Weights,
    /// A multiplication and an addition for each element of operand 2, the input, and each element of operand 1, the
    /// weights, that it meets: all but their last dimension.
    TransposedWeights,
}

impl Arithmetic {
    /// Every word that tables use, but the number.
    pub const WORDS: &'static [(&'static str, Arithmetic)] = &[
        ("window", Arithmetic::Window),
        ("terms", Arithmetic::Terms),
        ("weights", Arithmetic::Weights),
        ("transposed_weights", Arithmetic::TransposedWeights),
    ];

    /// The count for `op`, `None` when a shape is not known or the count does not fit.
    pub fn count(self, ctx: &Context, graph: &Graph, op: Op) -> Option<i64> {
        let shape = |ty: TypeId| ctx.fixed_shape(ty);
        let operand = |index: usize| shape(graph.value_type(graph.operand(op, index)?));
        let result = shape(graph.value_type(*graph.results(op).first()?))?;
        let per_result = |times: i64| product(&result)?.checked_mul(times);
        match self {
            Arithmetic::PerResult(times) => per_result(i64::from(times)),
            Arithmetic::Window => {
                let size = |name: &str| ctx.attr_int(graph.attr(ctx, op, name)?);
                per_result(size("filter_height")?.checked_mul(size("filter_width")?)?)
            }
            Arithmetic::Terms => per_result(i64::try_from(graph.operand_count(op)).ok()?.checked_sub(1)?),
            Arithmetic::Weights => {
                let columns = product(result.get(..result.len().checked_sub(1)?)?)?;
                let products = product(&operand(1)?)?.checked_mul(2)?.checked_mul(columns)?;
                let has_bias = operand(2).is_some();
                products.checked_add(if has_bias { product(&result)? } else { 0 })
            }
            Arithmetic::TransposedWeights => {
                let weights = operand(1)?;
                let met = product(weights.get(..weights.len().checked_sub(1)?)?)?;
                product(&operand(2)?)?.checked_mul(2)?.checked_mul(met)
            }
        }
    }
}

fn product(sizes: &[i64]) -> Option<i64> {
    sizes.iter().try_fold(1i64, |product, &size| product.checked_mul(size))
}
