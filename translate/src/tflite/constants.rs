//! Operations that become tensors with a buffer instead of operators.

use core_ir::text::type_text;
use core_ir::{Attr, ConstData, ConstId, Context, Graph, Op, TypeId, Value};

use super::elements::Encoding;
use super::options;
use super::quantization::QuantizationParameters;
use super::sparsity::SparsityParameters;

/// Whether an operation is a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Constness {
    /// It is none.
    No,
    /// `tfl.no_value`: an operand that is absent.
    NoValue,
    /// A tensor.
    Tensor,
}

/// The attribute of a constant that holds the first value of a variable.
pub(super) const IS_VARIABLE: &str = "tfl.is_variable";

/// The attribute of a constant whose bytes are in the order of another tensor, which whoever calls the writer resolves.
const LAYOUT: &str = "litert.layout_permutation";

/// What `op` is.
pub(super) fn constness(ctx: &Context, graph: &Graph, op: Op) -> Constness {
    match ctx.op_text(graph.op_name(op)) {
        "tfl.no_value" => Constness::NoValue,
        "tfl.pseudo_const"
        | "tfl.pseudo_qconst"
        | "tfl.pseudo_sparse_const"
        | "tfl.pseudo_sparse_qconst"
        | "tf.Const"
        | "arith.constant" => Constness::Tensor,
        _ => Constness::No,
    }
}

/// The elements of a constant operation.
pub(super) struct ConstTensor {
    pub(super) id: ConstId,
    pub(super) sparsity: Option<SparsityParameters>,
    pub(super) is_variable: bool,
    /// Whether the bytes are in the order of another tensor.
    is_reordered: bool,
}

/// The elements of `op`, if it is a constant with a tensor.
pub(super) fn value_of(ctx: &Context, graph: &Graph, op: Op) -> Option<ConstTensor> {
    if constness(ctx, graph, op) != Constness::Tensor {
        return None;
    }
    let props = graph.props(op);
    let is_sparse = ctx.dict_get(props, "s_param").is_some();
    let attr = ctx.dict_get(props, if is_sparse { "compressed_data" } else { "value" })?;
    let Attr::Elements(id) = *ctx.attr_of(attr) else { return None };
    let sparsity = match ctx.dict_get(props, "s_param") {
        Some(attr) => Some(SparsityParameters::from_attr(ctx, attr)?),
        None => None,
    };
    let is_marked = |name: &str| ctx.dict_get(graph.attrs(op), name).is_some();
    Some(ConstTensor { id, sparsity, is_variable: is_marked(IS_VARIABLE), is_reordered: is_marked(LAYOUT) })
}

impl ConstTensor {
    /// The type whose dimensions the tensor has: the constant's, as a folded operation can have a vaguer type than its
    /// elements; but a sparse constant's elements are fewer than its tensor's.
    pub(super) fn shape_type(&self, ctx: &Context, declared: TypeId) -> TypeId {
        if self.sparsity.is_some() || ctx.fixed_shape(declared).is_some() {
            declared
        } else {
            ctx.const_type(self.id)
        }
    }

    /// Whether the elements can be those of a tensor of element type `elem`. A quantized constant's elements may have
    /// the signless form of its storage type. `Err` is a clause about the constant.
    pub(super) fn check(&self, ctx: &Context, elem: TypeId, encoding: Encoding) -> Result<(), String> {
        let constant = ctx.const_of(self.id);
        if self.is_reordered {
            return Err(format!("has `{LAYOUT}`: its elements cannot be put in order"));
        }
        if matches!(constant.data, ConstData::Strings(_)) != (encoding == Encoding::Strings) {
            return Err("has elements of another kind than its type".into());
        }
        let stored = ctx.elem_type(constant.ty);
        if encoding != Encoding::Strings && ctx.elem_bytes(stored) != ctx.elem_bytes(elem) {
            return Err(format!("has elements of type `{}`, not of its result's", type_text(ctx, stored)));
        }
        if ctx.element_count(constant.ty).is_none() {
            return Err("has no fixed shape".into());
        }
        Ok(())
    }
}

/// The operation that notes the range of its operand, and yields it.
pub(super) const STATS: &str = "quantfork.stats";

/// The value that has the tensor of `value`: its own, or the one that a chain of notes about it starts from.
pub(super) fn behind_stats(ctx: &Context, graph: &Graph, mut value: Value) -> Value {
    while let Some(op) = graph.defining_op(value).filter(|&op| graph.is(ctx, op, STATS)) {
        match graph.operand(op, 0) {
            Some(operand) => value = operand,
            None => break,
        }
    }
    value
}

/// The range that `quantfork.stats` notes, as parameters without scales.
pub(super) fn stats(ctx: &Context, graph: &Graph, op: Op) -> Option<QuantizationParameters> {
    let attr =
        |name: &str| ctx.dict_get(graph.props(op), name).or_else(|| ctx.dict_get(graph.attrs(op), name));
    let values = options::floats(ctx, attr("axisStats").or_else(|| attr("layerStats"))?)?;
    Some(QuantizationParameters {
        min: values.iter().step_by(2).copied().collect(),
        max: values.iter().skip(1).step_by(2).copied().collect(),
        quantized_dimension: attr("axis").and_then(|axis| ctx.attr_int(axis)).unwrap_or(0) as i32,
        ..QuantizationParameters::default()
    })
}
