//! Instances as text, for messages.

use core_ir::Context;
use core_ir::text::{attr_text, type_text};
use egg::Id;
use eval::Tensor;

use super::program::{Leaf, chosen};
use crate::eqsat::facts::Egraph;
use crate::eqsat::node::Head;
use crate::eqsat::rules::Exactness;

/// No more elements of a tensor are shown than this.
const MOST_ELEMENTS: usize = 24;

/// A class as a term: `tf.Mul(%0, tf.Neg(%1)) {..} : tensor<2xf32>`. Constants with their elements where
/// `with_elements` holds, else by their types.
pub(super) fn program(ctx: &Context, egraph: &Egraph<'_>, id: Id, with_elements: bool) -> String {
    let ty = type_text(ctx, egraph[id].data.ty);
    let node = chosen(egraph, id);
    match node.head {
        Head::Leaf(i) if with_elements => format!("%{i}"),
        Head::Leaf(i) => format!("%{i}: {ty}"),
        Head::None => "none".into(),
        Head::Const(_) if !with_elements => format!("const : {ty}"),
        Head::Const(konst) => match Tensor::from_const(ctx, konst) {
            Ok(value) => format!("const({}) : {ty}", tensor(&value)),
            Err(_) => format!("const : {ty}"),
        },
        Head::Proj(i) => format!("{}#{i}", program(ctx, egraph, node.children[0], with_elements)),
        Head::Op(name) => {
            let operands = node.children.iter().map(|&child| program(ctx, egraph, child, with_elements));
            let operands = operands.collect::<Vec<_>>().join(", ");
            let entries = ctx.dict_entries(node.props);
            let attrs = entries
                .iter()
                .map(|&(name, attr)| format!("{} = {}", ctx.str_text(name), attr_text(ctx, attr)));
            let attrs = attrs.collect::<Vec<_>>().join(", ");
            let attrs = if attrs.is_empty() { attrs } else { format!(" {{{attrs}}}") };
            format!("{}({operands}){attrs} : {ty}", ctx.op_text(name))
        }
    }
}

/// The type of a leaf, and the dimensions that its elements are computed from.
pub(super) fn leaf(ctx: &Context, leaf: &Leaf) -> String {
    match leaf {
        Leaf::Argument(ty) => type_text(ctx, *ty),
        Leaf::Ints { dims, elem, .. } => {
            let dims = dims.iter().map(|&dim| ctx.dim_text(dim)).collect::<Vec<_>>().join(", ");
            format!("[{dims}] of {}", type_text(ctx, *elem))
        }
    }
}

/// The elements of a tensor and its shape.
pub(super) fn tensor(value: &Tensor) -> String {
    macro_rules! list {
        ($($kind:ident)*) => {
            match value {
                Tensor::Absent => "none".into(),
                $(Tensor::$kind(array) => {
                    let some = array.iter().take(MOST_ELEMENTS).map(|elem| format!("{elem:?}"));
                    let some = some.collect::<Vec<_>>().join(", ");
                    let more = if array.len() > MOST_ELEMENTS { ", ..." } else { "" };
                    format!("[{some}{more}] in {:?}", array.shape())
                })*
            }
        };
    }
    list!(F32 F64 F16 BF16 I8 I16 I32 I64 U8 U16 U32 U64 Bool C64 Str)
}

/// A class of exactness as rules write it.
pub(super) fn exactness(class: Exactness) -> String {
    match class {
        Exactness::Exact => "@exact".into(),
        Exactness::Reassoc => "@reassoc".into(),
        Exactness::Ulp(n) => format!("@ulp({n})"),
        Exactness::Approx(tolerance) => format!("@approx({tolerance:?})"),
    }
}
