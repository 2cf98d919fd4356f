//! Loops and branches.

use core_ir::spec::Traits;
use core_ir::{Block, Context, Graph, Op, Value};

use crate::control_flow::{never_entered_inputs, region_block, taken_branch, with_variables, yielded};
use crate::greedy::Driver;

/// The element type of values that name state.
const RESOURCE: &str = "resource";

/// A branch that is always taken takes the place of the operation.
pub(super) fn known_branch(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (block, end) = taken_branch(driver.ctx, driver.graph, op)?;
    let values: Vec<Value> = driver.graph.operands(end).collect();
    for inner in driver.graph.ops_in(block).collect::<Vec<_>>() {
        if inner != end {
            driver.graph.detach(inner);
            driver.graph.insert_before(op, inner);
            driver.touch(inner);
        }
    }
    driver.replace(op, &values).then_some(())
}

/// A loop that is never entered yields its inputs.
pub(super) fn never_entered(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let inputs = never_entered_inputs(driver.ctx, driver.graph, op)?;
    driver.replace(op, &inputs).then_some(())
}

/// A variable that the body never changes is its first value, inside and after; one that nothing reads goes.
pub(super) fn constant_variables(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    let (cond, body) = (region_block(graph, op, 0)?, region_block(graph, op, 1)?);
    let (end, next) = yielded(ctx, graph, body)?;
    let first: Vec<Value> = graph.operands(op).collect();
    let count = first.len();
    let counts =
        [graph.results(op).len(), graph.block_args(cond).len(), graph.block_args(body).len(), next.len()];
    if counts != [count; 4] {
        return None;
    }
    let mut changed = false;
    for i in 0..count {
        let arg = driver.graph.block_args(body)[i];
        if arg != next[i] || is_written_state(ctx, driver.graph, arg) {
            continue;
        }
        // Its own entry in the list of next values is the last use of the argument.
        let users = [arg, driver.graph.block_args(cond)[i], driver.graph.results(op)[i]];
        for old in users {
            let fits = driver.graph.value_type(old) == driver.graph.value_type(first[i]);
            if driver.graph.has_uses(old) && fits {
                driver.replace_uses(old, first[i]);
                changed = true;
            }
        }
    }
    let drop = drop_unread(driver, op, cond, body, end);
    (changed || drop.is_some()).then_some(())
}

/// Whether `arg` names state that something in the loop does more with than read a variable.
fn is_written_state(ctx: &Context, graph: &Graph, arg: Value) -> bool {
    let elem = ctx.elem_type(graph.value_type(arg));
    ctx.elem_name(elem) == RESOURCE
        && graph.uses(arg).any(|(user, _)| {
            !graph.has_trait(ctx, user, Traits::TERMINATOR) && !graph.is(ctx, user, "tf.ReadVariableOp")
        })
}

/// Drops the variables whose arguments and results nothing uses.
fn drop_unread(driver: &mut Driver<'_>, op: Op, cond: Block, body: Block, end: Op) -> Option<()> {
    let graph = &*driver.graph;
    let is_read = |i: usize| {
        [graph.block_args(cond)[i], graph.block_args(body)[i], graph.results(op)[i]]
            .into_iter()
            .any(|value| graph.has_uses(value))
    };
    let kept: Vec<usize> = (0..graph.results(op).len()).filter(|&i| is_read(i)).collect();
    if kept.len() == graph.results(op).len() {
        return None;
    }
    let pick = |list: &[Value]| -> Vec<Value> { kept.iter().map(|&i| list[i]).collect() };
    let next: Vec<Value> = driver.graph.operands(end).collect();
    driver.graph.set_operands(end, &pick(&next));
    let new = with_variables(driver.graph, op, [cond, body], &kept);
    driver.touch(end);
    next.into_iter().for_each(|value| driver.touch_source(value));
    let (old, now) = (pick(driver.graph.results(op)), driver.graph.results(new).to_vec());
    for (old, now) in old.into_iter().zip(now) {
        driver.replace_uses(old, now);
    }
    driver.erase(op);
    Some(())
}
