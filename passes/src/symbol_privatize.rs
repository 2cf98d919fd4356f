//! `symbol-privatize`: makes symbols private, but those of a list.

use core_ir::pass::{Pass, PassInfo, PassOptions, PassState};
use core_ir::{Context, Graph, Op, Reported};

use crate::functions::{is_public, set_private};
use crate::registration::words;

struct SymbolPrivatize {
    exclude: Vec<String>,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    Ok(Box::new(SymbolPrivatize { exclude: words(options, "exclude") }))
}

inventory::submit! {
    &PassInfo {
        name: "symbol-privatize",
        summary: "Makes symbols private",
        options: &[("exclude", "symbols that stay as they are, separated by commas")],
        make,
    }
}

impl Pass for SymbolPrivatize {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let symbols: Vec<Op> = module
            .symbols(ctx)
            .filter(|(name, _)| !self.exclude.iter().any(|excluded| *excluded == ctx.str_text(*name)))
            .map(|(_, op)| op)
            .collect();
        for op in symbols {
            if is_public(ctx, module, op) {
                set_private(ctx, module, op);
                state.count("symbols made private", 1);
            }
        }
        Ok(())
    }
}
