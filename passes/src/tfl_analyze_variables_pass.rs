//! `tfl-analyze-variables-pass`: says in a module attribute whether TFLite's variables can do what the module does with
//! resources.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, Reported};

use crate::functions::read_each_graph;
use crate::registration::{ModulePass, register};
use crate::resources::is_resource;

register!("tfl-analyze-variables-pass", "Says whether variables can become TFLite's", ModulePass(run));

/// The module attribute that says whether variables become TFLite's.
pub const LEGALIZE_VARIABLES: &str = "tfl._legalize_tfl_variables";

/// What may take a resource besides the operations of TFLite, sorted: what becomes one of those, what only hands
/// resources on to functions, and a custom operation that the runtime has.
const SUPPORTED: &[&str] = &[
    "tf.AssignVariableOp",
    "tf.CacheDatasetV2",
    "tf.If",
    "tf.LookupTableFindV2",
    "tf.LookupTableImportV2",
    "tf.LookupTableSizeV2",
    "tf.MapDataset",
    "tf.ReadVariableOp",
    "tf.ReduceDataset",
    "tf.SentencepieceTokenizeOp",
    "tf.TakeWhileDataset",
    "tf.VarHandleOp",
    "tf.While",
];

fn run(ctx: &Context, module: &mut Graph, _state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut can = true;
    read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| {
            let name = ctx.op_text(graph.op_name(op));
            let is_supported =
                ctx.op_dialect(graph.op_name(op)) == "tfl" || SUPPORTED.binary_search(&name).is_ok();
            can &= is_supported || !graph.operand_types(op).any(|ty| is_resource(ctx, ty));
        });
    });
    let attrs = ctx.dict_with(module.module_attrs(), LEGALIZE_VARIABLES, ctx.bool_attr(can));
    module.set_module_attrs(attrs);
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted_for_binary_search() {
        assert!(super::SUPPORTED.is_sorted());
    }
}
