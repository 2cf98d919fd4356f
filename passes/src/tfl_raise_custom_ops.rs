//! `tfl-raise-custom-ops`: operations that nobody registered are wrapped in `tfl.custom_tf`, whose body holds the
//! operation on its arguments. So later passes leave them alone.

use std::collections::BTreeSet;

use core_ir::pass::{FunctionPass, FunctionRun, Pass, PassInfo, PassOptions};
use core_ir::{Context, Diagnostics, Graph, Op, OpState, Reported, TypeId, Value};

use crate::clone::Cloner;
use crate::functions::is_function_body;
use crate::registration::{list, option};

struct RaiseCustomOps {
    /// The operations to wrap; none means those that nobody registered.
    targets: BTreeSet<String>,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    let targets: String = option(options, "test-raise-tf-targets", String::new())?;
    Ok(Box::new(RaiseCustomOps { targets: list(&targets).collect() }))
}

inventory::submit! {
    &PassInfo {
        name: "tfl-raise-custom-ops",
        summary: "Wraps operations that nobody registered in tfl.custom_tf",
        options: &[("test-raise-tf-targets", "the operations to wrap instead, separated by commas")],
        make,
    }
}

impl FunctionPass for RaiseCustomOps {
    fn start<'a>(&'a self, ctx: &'a Context, _: &mut Diagnostics) -> Result<Box<FunctionRun<'a>>, Reported> {
        Ok(Box::new(|graph, state| {
            // What is in a `tfl.custom_tf` is wrapped already.
            if !is_function_body(ctx, graph) {
                return Ok(());
            }
            for op in graph.all_ops() {
                // What was in a region of something wrapped is gone with it.
                let is_there = graph.op_block(op).is_some();
                if is_there && self.is_target(ctx, graph, op) && wrap(ctx, graph, op).is_some() {
                    state.count("operations wrapped", 1);
                }
            }
            Ok(())
        }))
    }
}

impl RaiseCustomOps {
    fn is_target(&self, ctx: &Context, graph: &Graph, op: Op) -> bool {
        match ctx.op_text(graph.op_name(op)) {
            "tfl.custom" | "tfl.custom_tf" => false,
            _ if self.targets.is_empty() => graph.spec(ctx, op).is_none(),
            name => self.targets.contains(name),
        }
    }
}

/// Puts `op` into a `tfl.custom_tf` that carries its attributes. `None` when its regions use values from outside,
/// which the isolated wrapper cannot give them.
fn wrap(ctx: &Context, graph: &mut Graph, op: Op) -> Option<()> {
    let loc = graph.loc(op);
    let (mut body, block) = Graph::with_block();
    let types: Vec<TypeId> = graph.operand_types(op).collect();
    let args: Vec<Value> = types.iter().map(|&ty| body.add_block_arg(block, ty, loc)).collect();
    let mut same = |loc| loc;
    let mut cloner = Cloner::new(graph, &mut same);
    cloner.values.extend(graph.operands(op).zip(args.iter().copied()));
    let copy = *cloner.clone_ops(&mut body, &[op], &mut |to, op| to.append(block, op))?.first()?;
    // An operand that stands twice gets both its arguments.
    body.set_operands(copy, &args);
    let values = body.results(copy).to_vec();
    body.append_op(block, OpState::new(ctx.op_name("tfl.yield"), loc).operands(values));
    let operands: Vec<Value> = graph.operands(op).collect();
    let results: Vec<TypeId> = graph.result_types(op).collect();
    let mut outer = OpState::new(ctx.op_name("tfl.custom_tf"), loc).operands(operands).results(results);
    let attrs = [graph.props(op), graph.attrs(op)].map(|dict| ctx.dict_entries(dict));
    outer.attrs = ctx.dict(attrs.into_iter().flatten().copied());
    let outer = graph.create_op(outer);
    graph.insert_before(op, outer);
    graph.set_inner(outer, body);
    crate::control_flow::replace_op(graph, op, outer);
    Some(())
}
