//! Constants whose bytes are in another form than the constant: marks that LiteRT's large constants carry.
//!
//! [`LAYOUT`] says that they are in the order of another tensor, [`TARGET`] that they are elements of another type. To
//! passes that know nothing of marks, such a constant has no known elements.

use core_ir::spec::OperandInfo;
use core_ir::{Attr, ConstId, Context, DictId, Graph, Op, OpView, TypeId};

use crate::constants::{is_constant, set_elements};

/// Axis `i` of the constant is axis `layout[i]` of what is stored.
pub const LAYOUT: &str = "litert.layout_permutation";

/// The element type of the constant, which that of what is stored is cast to.
pub const TARGET: &str = "litert.target_element_type";

/// What a constant holds.
pub struct Stored {
    /// The bytes, with the dimensions of the constant and the element type that they have.
    pub id: ConstId,
    /// The order of the axes, where it is not that of the constant.
    pub layout: Option<Vec<i64>>,
    /// The element type of the constant, where it is another one.
    pub target: Option<TypeId>,
}

impl Stored {
    /// What constant `op` holds.
    pub fn of(ctx: &Context, graph: &Graph, op: Op) -> Option<Stored> {
        if !is_constant(ctx, graph, op) {
            return None;
        }
        let attrs = graph.attrs(op);
        let value = ctx.dict_get(graph.props(op), "value")?;
        let (id, target) = match (ctx.unfit_resource(value), ctx.attr_of(value)) {
            (None, Attr::Elements(id)) => (*id, None),
            (Some((id, ty)), _) => (id, Some(ctx.elem_type(ty))),
            _ => return None,
        };
        if target.is_some() && ctx.dict_get(attrs, TARGET).is_none() {
            return None;
        }
        let layout = match ctx.dict_get(attrs, LAYOUT) {
            Some(layout) => Some(ctx.attr_ints(layout)?),
            None => None,
        };
        Some(Stored { id, layout, target })
    }

    /// Whether the bytes are those of the constant.
    pub fn is_plain(&self) -> bool {
        self.layout.is_none() && self.target.is_none()
    }

    /// The elements of the constant: a transposition and a cast of what it holds, computed when they are written.
    fn elements(&self, ctx: &Context) -> Option<ConstId> {
        let mut id = self.id;
        if let Some(layout) = &self.layout {
            let constant = ctx.const_of(id);
            let shape = ctx.fixed_shape(constant.ty)?;
            let axes = eval::strided::permutation(layout, shape.len())?;
            let mut stored = shape.clone();
            axes.iter().zip(&shape).for_each(|(&axis, &n)| stored[axis] = n);
            let stored = ctx.fixed_tensor(&stored, ctx.elem_type(constant.ty));
            let operands = [ctx.constant(stored, constant.data.clone()), ctx.const_i64s(layout)];
            id = fold(ctx, "tfl.transpose", &operands, constant.ty)?;
        }
        match self.target {
            Some(elem) => {
                let ty = ctx.fixed_tensor(&ctx.fixed_shape(ctx.const_type(id))?, elem);
                fold(ctx, "tfl.cast", &[id], ty)
            }
            None => Some(id),
        }
    }
}

fn fold(ctx: &Context, name: &str, operands: &[ConstId], result: TypeId) -> Option<ConstId> {
    let operand = |&id: &ConstId| OperandInfo { ty: ctx.const_type(id), konst: Some(id), dims: None };
    let operands: Vec<OperandInfo<'_>> = operands.iter().map(operand).collect();
    let (spec, results) = (ctx.op_spec(ctx.op_name(name))?, [result]);
    let view = OpView { ctx, spec, props: DictId::EMPTY, operands: &operands, results: &results };
    eval::fold(&view)?.first().copied()
}

/// Makes a constant with marks one without: its elements in their order, as what they are.
pub fn settle(ctx: &Context, graph: &mut Graph, op: Op) -> Option<()> {
    let stored = Stored::of(ctx, graph, op).filter(|stored| !stored.is_plain())?;
    let declared = graph.value_type(graph.result(op)?);
    let id = stored.elements(ctx).filter(|&id| ctx.const_type(id) == declared)?;
    set_elements(ctx, graph, op, id);
    let attrs = ctx.dict_without(graph.attrs(op), LAYOUT);
    graph.set_attrs(op, ctx.dict_without(attrs, TARGET));
    Some(())
}

/// Settles every constant of a module, for a format without marks.
pub fn settle_all(ctx: &Context, module: &mut Graph) {
    crate::functions::for_each_graph(module, &mut |graph| {
        for op in graph.all_ops() {
            settle(ctx, graph, op);
        }
    });
}
