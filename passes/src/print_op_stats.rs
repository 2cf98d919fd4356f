//! `print-op-stats`: says how many operations of each kind there are, in a remark and as counters.

use std::collections::BTreeMap;

use core_ir::pass::PassState;
use core_ir::{Context, Diagnostic, Graph, Reported};

use crate::functions::read_each_graph;
use crate::registration::{ModulePass, register};

register!("print-op-stats", "Says how many operations of each kind there are", ModulePass(run));

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| *counts.entry(ctx.op_text(graph.op_name(op))).or_insert(0) += 1);
    });
    let mut remark = Diagnostic::remark("op-stats", format!("{} kinds of operations", counts.len()));
    for (name, count) in counts {
        remark = remark.note(format!("{count} {name}"));
        state.count(name, count);
    }
    state.diags.push(remark.at(module.module_loc()));
    Ok(())
}
