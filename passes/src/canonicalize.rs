//! `canonicalize`: local simplifications that are always right, until there is nothing to simplify.
//!
//! Four things happen to an operation, the first that can: it is computed, when that needs constants and types only; a
//! constant operand goes where constants belong; a rule that is marked `@simpler` rewrites it; or a row of [`REWRITES`]
//! does, for what rules cannot say. The driver drops what is dead and makes equal constants one.

mod folds;
mod loops;
mod rewrites;

use core_ir::pass::{FunctionPass, FunctionRun, Pass, PassInfo, PassOptions, PassState};
use core_ir::{Context, Diagnostic, Diagnostics, Graph, Op, Reported, Value};

use crate::greedy::rules::Rules;
use crate::greedy::{Config, Driver, run};
use crate::refine::{meet, says_as_much};
use crate::registration::option;
use rewrites::REWRITES;

/// The pass with its options.
struct Canonicalize {
    config: Config,
    test_convergence: bool,
}

inventory::submit! {
    &PassInfo {
        name: "canonicalize",
        summary: "Folds constants and identities, applies simplifying rules, and drops what is dead",
        options: &[
            ("top-down", "whether operations are looked at from the first on; true"),
            ("region-simplify", "disabled: blocks that nothing reaches stay; normal, aggressive: they go"),
            ("max-iterations", "how often the program is walked at most, -1 for no limit; 10"),
            ("max-num-rewrites", "how many rewrites one walk may do, -1 for no limit; -1"),
            ("test-convergence", "whether it is an error when something is left to do; false"),
        ],
        make,
    }
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    let limit = |key, default: i64| -> Result<Option<u64>, String> {
        match option(options, key, default)? {
            -1 => Ok(None),
            n => u64::try_from(n).map(Some).map_err(|_| format!("option `{key}` is -1 or a count, not {n}")),
        }
    };
    let simplify_regions = match option(options, "region-simplify", "normal".to_owned())?.as_str() {
        "disabled" | "false" => false,
        "normal" | "aggressive" | "true" => true,
        other => return Err(format!("`{other}` is no value for option `region-simplify`")),
    };
    let config = Config {
        top_down: option(options, "top-down", true)?,
        max_iterations: limit("max-iterations", 10)?,
        max_rewrites: limit("max-num-rewrites", -1)?,
        simplify_regions,
    };
    Ok(Box::new(Canonicalize { config, test_convergence: option(options, "test-convergence", false)? }))
}

impl FunctionPass for Canonicalize {
    fn start<'a>(
        &'a self,
        ctx: &'a Context,
        diags: &mut Diagnostics,
    ) -> Result<Box<FunctionRun<'a>>, Reported> {
        let rules = Rules::simpler(ctx).map_err(|fault| diags.push(fault))?;
        Ok(Box::new(move |graph, state| {
            if canonicalize(ctx, graph, &self.config, &rules, state) || !self.test_convergence {
                return Ok(());
            }
            let fault = Diagnostic::error("no-convergence", "canonicalization did not come to an end");
            Err(state.diags.push(fault.help("allow more with the option `max-iterations`")))
        }))
    }

    fn finish(&self, ctx: &Context, module: &mut Graph) {
        crate::functions::update_function_types(ctx, module);
    }
}

/// Changes an operation when it can, and says whether it did.
type Step<'a> = dyn Fn(&mut Driver<'_>, Op) -> bool + 'a;

/// Simplifies one graph, and says whether nothing is left to do.
fn canonicalize(
    ctx: &Context,
    graph: &mut Graph,
    config: &Config,
    rules: &Rules,
    state: &mut PassState<'_>,
) -> bool {
    let by_rule = |driver: &mut Driver<'_>, op: Op| rules.apply(driver, op);
    let steps: [(&str, &Step<'_>); 6] = [
        ("operations folded", &folds::to_constants),
        ("operations folded", &folds::to_number),
        ("operations folded", &folds::by_trait),
        ("operands swapped", &folds::order_operands),
        ("rules applied", &by_rule),
        ("operations rewritten", &by_table),
    ];
    let outcome = run(ctx, graph, config, &mut |driver, op| {
        let done = steps.iter().find(|(_, step)| step(driver, op));
        done.into_iter().for_each(|(what, _)| state.count(what, 1));
        done.is_some()
    });
    for (what, count) in [("operations dropped", outcome.dropped), ("constants merged", outcome.merged)] {
        state.count(what, count);
    }
    outcome.converged
}

fn by_table(driver: &mut Driver<'_>, op: Op) -> bool {
    let name = driver.ctx.op_text(driver.graph.op_name(op));
    match REWRITES.binary_search_by(|row| row.0.cmp(name)) {
        Ok(at) => REWRITES[at].1.iter().any(|rewrite| rewrite(driver, op).is_some()),
        Err(_) => false,
    }
}

/// Whether `new` may stand for `old`: it says as much, or can be made to because nobody's signature fixes its type.
pub fn can_replace(ctx: &Context, graph: &Graph, old: Value, new: Value) -> bool {
    let (was, is) = (graph.value_type(old), graph.value_type(new));
    match graph.defining_op(new) {
        Some(_) => meet(ctx, was, is).is_some(),
        None => says_as_much(ctx, is, was),
    }
}

/// Makes every user of `old` use `new`, which gets the type that says what both say. Nothing happens, and the answer
/// is false, when no type does.
pub fn replace_refined(ctx: &Context, graph: &mut Graph, old: Value, new: Value) -> bool {
    if !can_replace(ctx, graph, old, new) {
        return false;
    }
    if graph.defining_op(new).is_some()
        && let Some(both) = meet(ctx, graph.value_type(new), graph.value_type(old))
    {
        graph.set_value_type(new, both);
    }
    graph.replace_all_uses(old, new);
    true
}
