//! `convert-custom-ops`: operations become what the plugins of the run make of them.
//!
//! What a plugin makes may itself be for a plugin to convert; a chain of more than [`MOST_DEEP`] is taken for one that
//! never ends.

use core_ir::pass::{Pass, PassInfo, PassState};
use core_ir::{Context, Diagnostic, Diagnostics, Graph, Op, OpName, Reported};
use rustc_hash::FxHashSet;

use crate::candidates::{Answer, OpSource, Request, source_of, splice};
use crate::composites;
use crate::eqsat::rules;
use crate::functions::called_function;
use crate::registration::option;

inventory::submit! {
    &PassInfo {
        name: "convert-custom-ops",
        summary: "Converts operations by plugins",
        options: &[
            ("leave-to-search", "leave operations that rules convert too to saturation, where cost decides between both"),
        ],
        make: |options| Ok(Box::new(ConvertCustomOps { leave_to_search: option(options, "leave-to-search", false)? })),
    }
}

/// How often what came of an operation is converted again.
const MOST_DEEP: usize = 8;

struct ConvertCustomOps {
    leave_to_search: bool,
}

impl Pass for ConvertCustomOps {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let Some(source) = source_of(ctx) else { return Ok(()) };
        let mut searched: FxHashSet<OpName> = FxHashSet::default();
        if self.leave_to_search {
            let rules = rules::active(ctx).map_err(|fault| state.diags.push(fault))?;
            searched.extend(rules.iter().map(|rule| rule.pattern.name));
        }
        let composites = composites::of_module(ctx, module);
        let mut convert = |graph: &mut Graph| {
            for op in graph.all_ops() {
                let callee = called_function(ctx, graph, op).and_then(|callee| composites.get(&callee));
                let composite = callee.filter(|known| source.knows_composite(&known.name));
                if composite.is_some() || !searched.contains(&graph.op_name(op)) {
                    let converted = convert_op(ctx, graph, op, composite, &*source, state.diags);
                    state.count("operations converted", converted);
                }
            }
        };
        convert(module);
        for (_, body) in module.inners_mut() {
            convert(body);
        }
        crate::functions::update_function_types(ctx, module);
        Ok(())
    }
}

/// Converts one operation and what comes of it; gives how many operations were converted.
pub(crate) fn convert_op(
    ctx: &Context,
    graph: &mut Graph,
    op: Op,
    composite: Option<&composites::Composite>,
    source: &dyn OpSource,
    diags: &mut Diagnostics,
) -> u64 {
    let mut converted = 0;
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
            diags.push(fault("plugin-depth", text).note(note));
            continue;
        }
        let request = Request { ctx, graph, op, name, composite: composite.map(|composite| composite.attrs) };
        let mut said = Vec::new();
        let answer = source.candidate(&request, &mut said);
        diags.extend(said);
        let Answer::Fragment(candidate) = answer else { continue };
        match splice(ctx, graph, op, &candidate) {
            Some(made) => {
                converted += 1;
                todo.extend(made.into_iter().rev().map(|op| (op, depth + 1)));
            }
            None => {
                let text = format!("what {} made of `{name}` does not fit in its place", candidate.source);
                diags.push(fault("plugin-fragment", text));
            }
        }
    }
    converted
}
