//! `tfl-downcast-x64`: everything of 64 bits becomes of 32, for devices that have no other numbers: types of values and
//! functions, constants, and attributes that are types.

use core_ir::pass::PassState;
use core_ir::{
    Attr, AttrId, ConstData, ConstId, Context, Diagnostic, DictId, Graph, Op, Reported, Type, TypeId,
};

use crate::constants::elements_of;
use crate::functions::for_each_graph;
use crate::registration::{ModulePass, register};

register!("tfl-downcast-x64", "Makes 32-bit numbers of 64-bit ones", ModulePass(run));

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for_each_graph(module, &mut |graph| {
        for op in graph.all_ops() {
            constant(ctx, graph, op, state);
            graph.set_props(op, narrow_types(ctx, graph.props(op)));
            for value in graph.results(op).to_vec() {
                graph.set_value_type(value, narrow(ctx, graph.value_type(value)));
            }
        }
        let mut regions = graph.roots().to_vec();
        regions.extend(graph.all_ops().into_iter().flat_map(|op| graph.regions(op).to_vec()));
        let blocks: Vec<_> = regions.into_iter().flat_map(|region| graph.blocks(region).to_vec()).collect();
        let args: Vec<_> = blocks.iter().flat_map(|&block| graph.block_args(block).to_vec()).collect();
        for arg in args {
            graph.set_value_type(arg, narrow(ctx, graph.value_type(arg)));
        }
    });
    Ok(())
}

/// `ty` with 32 bits where it has 64.
fn narrow(ctx: &Context, ty: TypeId) -> TypeId {
    match ctx.type_of(ty) {
        _ if ty == TypeId::I64 => TypeId::I32,
        _ if ty == TypeId::F64 => TypeId::F32,
        Type::Tensor { shape, elem, encoding } => {
            let elem = narrow(ctx, *elem);
            ctx.ty(Type::Tensor { shape: shape.clone(), elem, encoding: *encoding })
        }
        Type::UnrankedTensor(elem) => ctx.unranked(narrow(ctx, *elem)),
        Type::Function { inputs, results } => {
            let all = |types: &[TypeId]| types.iter().map(|&ty| narrow(ctx, ty)).collect();
            ctx.ty(Type::Function { inputs: all(inputs), results: all(results) })
        }
        _ => ty,
    }
}

/// `props` with narrower types where attributes are types.
fn narrow_types(ctx: &Context, props: DictId) -> DictId {
    let narrowed = |attr: AttrId| match ctx.attr_of(attr) {
        Attr::Type(ty) => ctx.type_attr(narrow(ctx, *ty)),
        _ => attr,
    };
    ctx.dict(ctx.dict_entries(props).iter().map(|&(key, attr)| (key, narrowed(attr))))
}

/// Gives a constant narrower elements. Integers that do not fit become the greatest or the least that does.
fn constant(ctx: &Context, graph: &mut Graph, op: Op, state: &mut PassState<'_>) {
    let Some(id) = elements_of(ctx, graph, op) else { return };
    let Some((new, clipped)) = narrow_constant(ctx, id) else { return };
    let props = ctx.dict_with(graph.props(op), "value", ctx.elements_attr(new));
    graph.set_props(op, props);
    state.count("constants narrowed", 1);
    if clipped > 0 {
        let text = format!("{clipped} of the constant's numbers do not fit into 32 bits and are clipped");
        state.diags.push(Diagnostic::warning("downcast-range", text).at(graph.loc(op)));
    }
}

/// The narrow constant, and how many of its elements had to be clipped; `None` when it has no 64-bit elements.
fn narrow_constant(ctx: &Context, id: ConstId) -> Option<(ConstId, u64)> {
    let old = ctx.const_of(id);
    let ty = narrow(ctx, old.ty);
    if ty == old.ty {
        return None;
    }
    let is_float = ctx.elem_type(old.ty) == TypeId::F64;
    let mut clipped = 0;
    let mut one = |raw: &[u8; 8]| -> [u8; 4] {
        if is_float {
            return (f64::from_le_bytes(*raw) as f32).to_le_bytes();
        }
        let wide = i64::from_le_bytes(*raw);
        let near = wide.clamp(i64::from(i32::MIN), i64::from(i32::MAX));
        clipped += u64::from(near != wide);
        (near as i32).to_le_bytes()
    };
    let mut all = |bytes: &[u8]| -> Vec<u8> { bytes.as_chunks::<8>().0.iter().flat_map(&mut one).collect() };
    let data = match &old.data {
        ConstData::Splat(element) => ConstData::Splat(all(element).into()),
        data => ConstData::Owned(all(&data.bytes(ctx.element_count(old.ty)?)?).into()),
    };
    Some((ctx.constant(ty, data), clipped))
}
