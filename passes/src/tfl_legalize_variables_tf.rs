//! `tfl-legalize-variables-tf`: handles, reads and assignments of TensorFlow's variables become TFLite's, for element
//! types that TFLite's variables have. Nothing happens when `tfl-analyze-variables-pass` has found a use that TFLite
//! has not.

use core_ir::pass::PassState;
use core_ir::{Context, DictId, Graph, Op, Reported, TypeId};

use crate::functions::for_each_graph;
use crate::registration::{ModulePass, register};
use crate::resources::{convert, held_type, result_may_be};
use crate::tfl_analyze_variables_pass::LEGALIZE_VARIABLES;

register!("tfl-legalize-variables-tf", "Turns TensorFlow's variables into TFLite's", ModulePass(run));

/// Which types say what a variable holds.
enum Held {
    Handle,
    Result,
    Operand(usize),
}

const OPS: &[(&str, &str, Held)] = &[
    ("tf.AssignVariableOp", "tfl.assign_variable", Held::Operand(1)),
    ("tf.ReadVariableOp", "tfl.read_variable", Held::Result),
    ("tf.VarHandleOp", "tfl.var_handle", Held::Handle),
];

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let said = ctx.dict_get(module.module_attrs(), LEGALIZE_VARIABLES).and_then(|attr| ctx.attr_bool(attr));
    if said == Some(false) {
        return Ok(());
    }
    for_each_graph(module, &mut |graph| {
        for op in graph.all_ops() {
            let name = ctx.op_text(graph.op_name(op));
            let Some((_, new, held)) = OPS.iter().find(|row| row.0 == name) else { continue };
            if held_by(ctx, graph, op, held).is_some_and(|ty| result_may_be(ctx, "tfl.read_variable", 0, ty))
            {
                let results = graph.result_types(op).collect();
                convert(ctx, graph, op, new, results, DictId::EMPTY);
                state.count("operations converted", 1);
            }
        }
    });
    Ok(())
}

fn held_by(ctx: &Context, graph: &Graph, op: Op, held: &Held) -> Option<TypeId> {
    let result = || Some(graph.value_type(graph.result(op)?));
    match held {
        Held::Result => result(),
        Held::Handle => held_type(ctx, result()?),
        Held::Operand(i) => Some(graph.value_type(graph.operand(op, *i)?)),
    }
}
