//! `tf-device-decompose-resource-ops`: what reads, computes and writes a variable at once becomes a read, operations on
//! tensors and an assignment.

use core_ir::pass::PassState;
use core_ir::rewriter::Rewriter;
use core_ir::{Context, DictId, Graph, Op, OpState, Reported, TypeId, Value};

use crate::constants::constant_before;
use crate::registration::{GraphPass, register};
use crate::resources::held_type;

register!(
    "tf-device-decompose-resource-ops",
    "Splits updates of variables into reads, operations on tensors and assignments",
    GraphPass(run)
);

/// How an operation on a variable is written with the variable's value.
pub enum Form {
    /// The new value is that of this operation on the old value and operand 1.
    Update(&'static str),
    /// The same, on the old value, indices of rows in operand 1, and operand 2.
    Scatter(&'static str),
    /// The same, on the old value, indices in operand 1, and operand 2.
    ScatterNd(&'static str),
    /// The result is `tf.GatherV2` of the value.
    Gather,
    /// The result is `tf.GatherNd` of the value.
    GatherNd,
    /// The result is the shape of the value.
    Shape,
}

/// Sorted by name.
const OPS: &[(&str, Form)] = &[
    ("tf.AssignAddVariableOp", Form::Update("tf.AddV2")),
    ("tf.AssignSubVariableOp", Form::Update("tf.Sub")),
    ("tf.ResourceGather", Form::Gather),
    ("tf.ResourceGatherNd", Form::GatherNd),
    ("tf.ResourceScatterAdd", Form::Scatter("tf.TensorScatterAdd")),
    ("tf.ResourceScatterMax", Form::Scatter("tf.TensorScatterMax")),
    ("tf.ResourceScatterMin", Form::Scatter("tf.TensorScatterMin")),
    ("tf.ResourceScatterNdAdd", Form::ScatterNd("tf.TensorScatterAdd")),
    ("tf.ResourceScatterNdMax", Form::ScatterNd("tf.TensorScatterMax")),
    ("tf.ResourceScatterNdMin", Form::ScatterNd("tf.TensorScatterMin")),
    ("tf.ResourceScatterNdSub", Form::ScatterNd("tf.TensorScatterSub")),
    ("tf.ResourceScatterNdUpdate", Form::ScatterNd("tf.TensorScatterUpdate")),
    ("tf.ResourceScatterSub", Form::Scatter("tf.TensorScatterSub")),
    ("tf.ResourceScatterUpdate", Form::Scatter("tf.TensorScatterUpdate")),
    ("tf.VariableShape", Form::Shape),
];

/// The form of the operation called `name`.
pub fn form(name: &str) -> Option<&'static Form> {
    let at = OPS.binary_search_by(|row| row.0.cmp(name)).ok()?;
    Some(&OPS[at].1)
}

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        let Some(form) = form(ctx.op_text(graph.op_name(op))) else { continue };
        if decompose(ctx, graph, op, form).is_some() {
            state.count("operations decomposed", 1);
        }
    }
    Ok(())
}

/// `None` when the type of the variable is not known.
fn decompose(ctx: &Context, graph: &mut Graph, op: Op, form: &Form) -> Option<()> {
    let handle = graph.operand(op, 0)?;
    let held = held_type(ctx, graph.value_type(handle))?;
    let value = Rewriter::before(ctx, graph, op).op1("tf.ReadVariableOp", &[handle], DictId::EMPTY, held);
    let new = on_value(ctx, graph, op, form, value)?;
    match graph.result(op) {
        Some(result) => graph.replace_all_uses(result, new),
        None => {
            let assign = OpState::new(ctx.op_name("tf.AssignVariableOp"), graph.loc(op));
            let assign = graph.create_op(assign.operands([handle, new]));
            graph.insert_before(op, assign);
        }
    }
    graph.erase_op(op);
    Some(())
}

/// What `op` computes, its result or the variable's new value, from the variable's old value. `None` when `op` lacks
/// operands.
pub fn on_value(ctx: &Context, graph: &mut Graph, op: Op, form: &Form, value: Value) -> Option<Value> {
    let ty = match graph.result(op) {
        Some(result) => graph.value_type(result),
        None => graph.value_type(value),
    };
    let operand = |graph: &Graph, index: usize| graph.operand(op, index);
    let loc = graph.loc(op);
    let make = |graph: &mut Graph, name: &str, operands: &[Value], props: DictId, ty: TypeId| {
        Rewriter::before(ctx, graph, op).op1(name, operands, props, ty)
    };
    let none = DictId::EMPTY;
    Some(match form {
        Form::Update(name) => {
            let by = operand(graph, 1)?;
            make(graph, name, &[value, by], none, ty)
        }
        Form::ScatterNd(name) => {
            let (indices, by) = (operand(graph, 1)?, operand(graph, 2)?);
            make(graph, name, &[value, indices, by], none, ty)
        }
        Form::Scatter(name) => {
            let (indices, by) = (operand(graph, 1)?, operand(graph, 2)?);
            let last = ctx.const_from_bytes(ctx.tensor(&[], TypeId::I32), &(-1i32).to_le_bytes());
            let last = constant_before(ctx, graph, op, last, loc);
            let rows = graph.value_type(indices);
            let column = match ctx.shape(rows) {
                Some(shape) => ctx.tensor(&[shape, &[core_ir::Dim::Fixed(1)]].concat(), ctx.elem_type(rows)),
                None => ctx.unranked(ctx.elem_type(rows)),
            };
            let indices = make(graph, "tf.ExpandDims", &[indices, last], none, column);
            make(graph, name, &[value, indices, by], none, ty)
        }
        Form::Gather => {
            let indices = operand(graph, 1)?;
            let batch_dims =
                graph.attr(ctx, op, "batch_dims").and_then(|attr| ctx.attr_int(attr)).unwrap_or(0);
            let axis = i32::try_from(batch_dims).ok()?.to_le_bytes();
            let axis = ctx.const_from_bytes(ctx.tensor(&[], TypeId::I32), &axis);
            let axis = constant_before(ctx, graph, op, axis, loc);
            let props = ctx.dict([(ctx.str("batch_dims"), ctx.i64_attr(batch_dims))]);
            make(graph, "tf.GatherV2", &[value, indices, axis], props, ty)
        }
        Form::GatherNd => {
            let indices = operand(graph, 1)?;
            make(graph, "tf.GatherNd", &[value, indices], none, ty)
        }
        Form::Shape => make(graph, "tf.Shape", &[value], none, ty),
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted_for_binary_search() {
        assert!(super::OPS.is_sorted_by_key(|row| row.0));
    }
}
