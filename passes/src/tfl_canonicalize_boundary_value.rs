//! `tfl-canonicalize-boundary-value`: infinities in constants become the largest numbers, which quantization can work
//! with.

use core_ir::pass::PassState;
use core_ir::{Attr, ConstData, Context, Graph, Op, Reported, TypeId};

use crate::constants::{is_constant, set_elements};
use crate::registration::{GraphPass, register};

register!(
    "tfl-canonicalize-boundary-value",
    "Replaces infinities in constants by the largest numbers of their types",
    GraphPass(run)
);

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
    let value = ctx.dict_get(graph.props(op), "value")?;
    match *ctx.attr_of(value) {
        Attr::Float { value, ty } if value.get().is_infinite() => {
            let attr = ctx.float_attr(ctx.largest_float(ty)?.copysign(value.get()), ty);
            graph.set_props(op, ctx.dict_with(graph.props(op), "value", attr));
        }
        Attr::Elements(id) => {
            let constant = ctx.const_of(id);
            let elem = ctx.elem_type(constant.ty);
            let replacements = replacements(ctx, elem)?;
            let replacement = |elem: &[u8]| {
                replacements.iter().find(|(infinity, _)| infinity == elem).map(|(_, largest)| largest)
            };
            let (count, width) = (ctx.element_count(constant.ty)?, ctx.elem_bytes(elem)?);
            let mut has_any = false;
            constant.data.for_each_piece(count, &mut |piece| {
                has_any = has_any || piece.chunks_exact(width).any(|elem| replacement(elem).is_some());
            });
            if !has_any {
                return None;
            }
            let mut bytes = match &constant.data {
                ConstData::Splat(elem) => elem.to_vec(),
                data => data.bytes(count)?.into_owned(),
            };
            for elem in bytes.chunks_exact_mut(width) {
                if let Some(largest) = replacement(elem) {
                    elem.copy_from_slice(largest);
                }
            }
            let data = match &constant.data {
                ConstData::Splat(_) => ConstData::Splat(bytes.into()),
                _ => ConstData::Owned(bytes.into()),
            };
            set_elements(ctx, graph, op, ctx.constant(constant.ty, data));
        }
        _ => return None,
    }
    Some(())
}

/// The infinities of a float type, each with the number that takes its place, as bytes.
fn replacements(ctx: &Context, elem: TypeId) -> Option<[(Vec<u8>, Vec<u8>); 2]> {
    let largest = ctx.largest_float(elem)?;
    let pair = |sign: f64| -> Option<(Vec<u8>, Vec<u8>)> {
        let infinity = ctx.float_to_bytes(elem, f64::INFINITY.copysign(sign))?;
        // Not every format has them.
        let is_infinity = ctx.float_from_bytes(elem, &infinity)?.is_infinite();
        is_infinity.then_some((infinity, ctx.float_to_bytes(elem, largest.copysign(sign))?))
    };
    Some([pair(1.0)?, pair(-1.0)?])
}
