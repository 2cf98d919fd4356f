//! What tests build operations from.

#![allow(dead_code, unreachable_pub)]

pub mod golden;

use std::borrow::Cow;

use core_ir::spec::{Hooks, OperandInfo, Traits};
use core_ir::{AttrId, ConstId, Context, DictId, Dim, OpSpec, OpView, TypeId};

/// A row that knows nothing but the name.
pub fn bare_spec(name: &str) -> OpSpec {
    OpSpec {
        name: Cow::Owned(name.to_owned()),
        summary: Cow::Borrowed(""),
        operands: Cow::Borrowed(&[]),
        results: Cow::Borrowed(&[]),
        attrs: Cow::Borrowed(&[]),
        constraints: Cow::Borrowed(&[]),
        traits: Traits::NONE,
        arithmetic: None,
        regions: Some(0),
        tflite: None,
        hooks: Hooks::default(),
    }
}

pub fn props(ctx: &Context, attrs: &[(&str, AttrId)]) -> DictId {
    ctx.dict(attrs.iter().map(|&(name, attr)| (ctx.str(name), attr)))
}

/// An operand that is a constant.
pub fn konst(ctx: &Context, id: ConstId) -> OperandInfo<'static> {
    OperandInfo { ty: ctx.const_type(id), konst: Some(id), dims: None }
}

/// An operand of which the type is known.
pub fn typed(ty: TypeId) -> OperandInfo<'static> {
    OperandInfo { ty, konst: None, dims: None }
}

/// A vector operand of which the elements are known as dimensions.
pub fn dims<'a>(ctx: &Context, dims: &'a [Dim]) -> OperandInfo<'a> {
    OperandInfo { ty: ctx.fixed_tensor(&[dims.len() as i64], TypeId::I32), konst: None, dims: Some(dims) }
}

/// A scalar operand of which the element is known as a dimension.
pub fn dim<'a>(ctx: &Context, dim: &'a [Dim; 1]) -> OperandInfo<'a> {
    OperandInfo { ty: ctx.tensor(&[], TypeId::I32), konst: None, dims: Some(dim) }
}

/// Runs `f` on the view of one operation.
pub fn with_view<R>(
    ctx: &Context,
    name: &str,
    attrs: &[(&str, AttrId)],
    operands: &[OperandInfo<'_>],
    results: &[TypeId],
    f: impl FnOnce(&OpView<'_>) -> R,
) -> R {
    let spec = bare_spec(name);
    f(&OpView { ctx, spec: &spec, props: props(ctx, attrs), operands, results })
}
