//! `tfl-trim-funcs-tf`: keeps the functions of a list and drops all others. The first of the list becomes `main` when
//! the list has none of that name.

use core_ir::pass::{Pass, PassInfo, PassOptions, PassState};
use core_ir::{Context, Diagnostic, Graph, Op, Reported};

use crate::functions::{called_function, read_each_graph, symbol_table, symbol_text};
use crate::registration::{list, option};

struct TrimFunctions {
    allowed: Vec<String>,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    let text: String = option(options, "trim-funcs-allowlist", String::new())?;
    Ok(Box::new(TrimFunctions { allowed: list(&text).collect() }))
}

inventory::submit! {
    &PassInfo {
        name: "tfl-trim-funcs-tf",
        summary: "Keeps the functions of a list and drops all others",
        options: &[("trim-funcs-allowlist", "the functions to keep, separated by commas; without it all stay")],
        make,
    }
}

impl Pass for TrimFunctions {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let Some(first) = self.allowed.first() else { return Ok(()) };
        let has_main = self.allowed.iter().any(|name| name == "main");
        let tops: Vec<Op> = module.entry().into_iter().flat_map(|block| module.ops_in(block)).collect();
        for op in tops {
            let Some(name) = module.symbol_name(ctx, op).filter(|_| module.is(ctx, op, "func.func")) else {
                continue;
            };
            let name = ctx.str_text(name);
            if !self.allowed.iter().any(|allowed| *allowed == name) {
                module.set_inner(op, Graph::new());
                module.erase_op(op);
                state.count("functions dropped", 1);
            } else if !has_main && name == first.as_str() {
                let props = ctx.dict_with(module.props(op), "sym_name", ctx.str_attr("main"));
                module.set_props(op, props);
            }
        }
        check_calls(ctx, module, state)
    }
}

/// Reports the calls of functions that were dropped.
fn check_calls(ctx: &Context, module: &Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let symbols = symbol_table(ctx, module);
    let mut outcome = Ok(());
    read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| {
            let Some(name) = called_function(ctx, graph, op).filter(|name| !symbols.contains_key(name))
            else {
                return;
            };
            let text =
                format!("{} is called but not in the list of functions to keep", symbol_text(ctx, name));
            let fault = Diagnostic::error("trimmed-function", text).at(graph.loc(op));
            let help = "add it to `trim-funcs-allowlist`, or inline calls first";
            outcome = Err(state.diags.push(fault.help(help)));
        });
    });
    outcome
}
