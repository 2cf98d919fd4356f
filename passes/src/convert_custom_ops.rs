//! `convert-custom-ops`: operations become what the plugins of the run make of them.
//!
//! What a plugin makes may itself be for a plugin to convert; a chain of more than [`MOST_DEEP`] is taken for one that
//! never ends.

use core_ir::pass::PassState;
use core_ir::{Context, Diagnostic, Graph, Op, Reported};

use crate::candidates::{Answer, CandidateSource, Request, source_of, splice};
use crate::composites;
use crate::functions::called_function;
use crate::registration::{ModulePass, register};

register!("convert-custom-ops", "Converts operations by plugins", ModulePass(run));

/// How often what came of an operation is converted again.
const MOST_DEEP: usize = 8;

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let Some(source) = source_of(ctx) else { return Ok(()) };
    let composites = composites::of_module(ctx, module);
    let mut convert = |graph: &mut Graph| {
        for op in graph.all_ops() {
            let callee = called_function(ctx, graph, op).and_then(|callee| composites.get(&callee));
            let composite = callee.filter(|known| source.knows_composite(&known.name));
            convert_op(ctx, graph, op, composite, &*source, state);
        }
    };
    convert(module);
    for (_, body) in module.inners_mut() {
        convert(body);
    }
    crate::functions::update_function_types(ctx, module);
    Ok(())
}

/// Converts one operation and what comes of it.
fn convert_op(
    ctx: &Context,
    graph: &mut Graph,
    op: Op,
    composite: Option<&composites::Composite>,
    source: &dyn CandidateSource,
    state: &mut PassState<'_>,
) {
    let mut todo = vec![(op, 0)];
    while let Some((op, depth)) = todo.pop() {
        let composite = composite.filter(|_| depth == 0);
        let name = composite.map_or_else(|| ctx.op_text(graph.op_name(op)), |composite| &composite.name);
        if composite.is_none() && !source.knows(name) {
            continue;
        }
        let loc = graph.loc(op);
        let fault = |code, text: String| Diagnostic::error(code, text).at(loc);
        if depth > MOST_DEEP {
            let text = format!("`{name}` came of plugins that convert each other's operations without end");
            let note = format!("{MOST_DEEP} conversions, each of an operation that the one before made");
            state.diags.push(fault("plugin-depth", text).note(note));
            continue;
        }
        let request = Request { ctx, graph, op, name, composite: composite.map(|composite| composite.attrs) };
        let mut said = Vec::new();
        let answer = source.candidate(&request, &mut said);
        said.into_iter().for_each(|diag| _ = state.diags.push(diag));
        let Answer::Fragment(candidate) = answer else { continue };
        match splice(ctx, graph, op, &candidate) {
            Some(made) => {
                state.count("operations converted", 1);
                todo.extend(made.into_iter().rev().map(|op| (op, depth + 1)));
            }
            None => {
                let text = format!("what {} made of `{name}` does not fit in its place", candidate.source);
                state.diags.push(fault("plugin-fragment", text));
            }
        }
    }
}
