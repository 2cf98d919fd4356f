//! `tfl-canonicalize-boundary-value`: infinities in constants become the largest numbers, which quantization can work
//! with.

use core_ir::pass::PassState;
use core_ir::{Attr, AttrId, ConstData, Context, FloatKind, Graph, Op, Reported, Type, TypeId};

use crate::constants::{is_constant, set_elements};
use crate::registration::{GraphPass, register};

register!(
    "tfl-canonicalize-boundary-value",
    "Replaces infinities in constants by the largest numbers of their types",
    GraphPass(run)
);

/// Formats with infinities: the code of infinity without the sign, which comes after that of the largest number, and that
/// number.
const FORMATS: &[(FloatKind, u64, f64)] = &[
    (FloatKind::F16, 0x7c00, 65504.0),
    (FloatKind::BF16, 0x7f80, 3.3895313892515355e38),
    (FloatKind::F32, 0x7f80_0000, f32::MAX as f64),
    (FloatKind::F64, 0x7ff0_0000_0000_0000, f64::MAX),
];

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        if is_constant(ctx, graph, op) && clamp(ctx, graph, op).is_some() {
            state.count("constants clamped", 1);
        }
    }
    Ok(())
}

/// Clamps the infinities of one constant; `None` when it has none.
fn clamp(ctx: &Context, graph: &mut Graph, op: Op) -> Option<()> {
    let value: AttrId = ctx.dict_get(graph.props(op), "value")?;
    match *ctx.attr_of(value) {
        Attr::Float { value, ty } if value.get().is_infinite() => {
            let (_, _, largest) = format_of(ctx, ty)?;
            let attr = ctx.float_attr(largest.copysign(value.get()), ty);
            graph.set_props(op, ctx.dict_with(graph.props(op), "value", attr));
        }
        Attr::Elements(id) => {
            let constant = ctx.const_of(id);
            let (width, infinity, _) = format_of(ctx, ctx.elem_type(constant.ty))?;
            let count = ctx.element_count(constant.ty)?;
            let mut has_any = false;
            constant.data.for_each_piece(count, &mut |piece| {
                has_any = has_any || piece.chunks_exact(width).any(|elem| is_infinity(elem, infinity));
            });
            if !has_any {
                return None;
            }
            let clamped = |bytes: &[u8]| -> Vec<u8> {
                let clamp = |elem: &[u8]| code(elem) - u64::from(is_infinity(elem, infinity));
                bytes
                    .chunks_exact(width)
                    .flat_map(|elem| clamp(elem).to_le_bytes().into_iter().take(width))
                    .collect()
            };
            let data = match &constant.data {
                ConstData::Splat(elem) => ConstData::Splat(clamped(elem).into()),
                data => ConstData::Owned(clamped(&data.bytes(count)?).into()),
            };
            set_elements(ctx, graph, op, ctx.constant(constant.ty, data));
        }
        _ => return None,
    }
    Some(())
}

/// The bytes of an element of type `ty`, the code of its infinity, and its largest number.
fn format_of(ctx: &Context, ty: TypeId) -> Option<(usize, u64, f64)> {
    let Type::Float(kind) = ctx.type_of(ty) else { return None };
    let &(_, infinity, largest) = FORMATS.iter().find(|row| row.0 == *kind)?;
    Some((ctx.elem_bytes(ty)?, infinity, largest))
}

fn code(elem: &[u8]) -> u64 {
    elem.iter().rev().fold(0, |code, &byte| code << 8 | u64::from(byte))
}

fn is_infinity(elem: &[u8], infinity: u64) -> bool {
    let sign = 1u64 << (8 * elem.len() - 1);
    code(elem) & !sign == infinity
}
