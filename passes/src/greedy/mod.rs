//! Rewriting one operation at a time until nothing changes, as MLIR's greedy driver does: a worklist, operations without
//! use dropped, equal constants made one at the front of their region.

mod constants;
mod regions;
pub mod rules;
mod worklist;

use core_ir::{Context, Graph, Op, OpState, Value};

use crate::canonicalize::replace_refined;
use crate::effects::is_dead;
use constants::{Constants, Kept};
use worklist::Worklist;

/// How far the driver goes, and in which order.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    /// Whether an iteration starts at the first operation rather than at the last.
    pub top_down: bool,
    /// How often the graph is walked at most; `None` for as often as something changes.
    pub max_iterations: Option<u64>,
    /// How many rewrites there are at most in one walk.
    pub max_rewrites: Option<u64>,
    /// Whether blocks that nothing reaches are dropped.
    pub simplify_regions: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self { top_down: true, max_iterations: Some(10), max_rewrites: None, simplify_regions: true }
    }
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// Whether it ended because nothing was left to do.
    pub converged: bool,
    /// How many operations were dropped because nothing uses them.
    pub dropped: u64,
    /// How many constants were found to equal others.
    pub merged: u64,
}

/// A graph that is being rewritten. Changes go through the driver, so that what they touch is looked at again.
pub struct Driver<'a> {
    /// The context.
    pub ctx: &'a Context,
    /// The graph, for reading.
    pub graph: &'a mut Graph,
    worklist: Worklist,
}

/// Rewrites the operations of `graph` until nothing changes or a limit is met. `rewrite` says whether it did anything.
pub fn run(
    ctx: &Context,
    graph: &mut Graph,
    config: &Config,
    rewrite: &mut dyn FnMut(&mut Driver<'_>, Op) -> bool,
) -> Outcome {
    let mut outcome = Outcome::default();
    let mut driver = Driver { ctx, graph, worklist: Worklist::default() };
    let mut iteration = 0;
    loop {
        if config.max_iterations.is_some_and(|most| iteration >= most) {
            return outcome;
        }
        iteration += 1;
        let mut changed = driver.iterate(config, rewrite, &mut outcome);
        if config.simplify_regions {
            let dropped = regions::drop_unreachable(driver.graph);
            outcome.dropped += dropped;
            changed |= dropped > 0;
        }
        if !changed {
            outcome.converged = true;
            return outcome;
        }
    }
}

impl Driver<'_> {
    /// Looks at every operation once, and at those that change until they do not. Says whether anything changed.
    fn iterate(
        &mut self,
        config: &Config,
        rewrite: &mut dyn FnMut(&mut Driver<'_>, Op) -> bool,
        outcome: &mut Outcome,
    ) -> bool {
        let mut constants = Constants::default();
        let mut ops = self.graph.all_ops();
        if !config.top_down {
            ops.reverse();
        }
        let mut waiting = Vec::with_capacity(ops.len());
        for op in ops {
            match constants.keep(self.ctx, self.graph, op) {
                Kept::As(first) => {
                    let (old, new) = (self.graph.results(op)[0], self.graph.results(first)[0]);
                    self.graph.replace_all_uses(old, new);
                    self.graph.erase_op(op);
                    outcome.merged += 1;
                }
                Kept::Itself | Kept::Other => waiting.push(op),
            }
        }
        let mut changed = false;
        let mut rewrites = 0;
        self.worklist = Worklist::default();
        waiting.into_iter().rev().for_each(|op| self.worklist.push(op));
        while config.max_rewrites.is_none_or(|most| rewrites < most)
            && let Some(op) = self.worklist.pop()
        {
            if self.graph.op_block(op).is_none() {
                continue;
            }
            if is_dead(self.ctx, self.graph, op) {
                self.erase(op);
                outcome.dropped += 1;
                changed = true;
            } else if rewrite(self, op) {
                changed = true;
                rewrites += 1;
            }
        }
        changed
    }

    /// Looks at `op` again, and at the operations around it.
    pub fn touch(&mut self, op: Op) {
        let mut at = Some(op);
        while let Some(op) = at {
            self.worklist.push(op);
            at = self.graph.parent_op(op);
        }
    }

    /// Inserts an operation before `at`.
    pub fn insert(&mut self, at: Op, state: OpState) -> Op {
        let op = self.graph.create_op(state);
        self.graph.insert_before(at, op);
        self.touch(op);
        op
    }

    /// Makes operand `index` of `op` another value.
    pub fn set_operand(&mut self, op: Op, index: usize, value: Value) {
        let old = self.graph.operand(op, index);
        self.graph.set_operand(op, index, value);
        old.into_iter().for_each(|old| self.touch_source(old));
        self.touch(op);
    }

    /// Makes every user of the results of `op` use `values`, and erases `op`. Nothing happens, and the answer is false,
    /// when a value can not stand for a result.
    pub fn replace(&mut self, op: Op, values: &[Value]) -> bool {
        let results = self.graph.results(op).to_vec();
        let fits =
            |(&old, &new): (&Value, &Value)| crate::canonicalize::can_replace(self.ctx, self.graph, old, new);
        if results.len() != values.len() || !results.iter().zip(values).all(fits) {
            return false;
        }
        for (old, &new) in results.into_iter().zip(values) {
            self.replace_uses(old, new);
        }
        self.erase(op);
        true
    }

    /// Makes every user of `old` use `new`, whose type can stand for that of `old`.
    pub fn replace_uses(&mut self, old: Value, new: Value) {
        let users: Vec<Op> = self.graph.uses(old).map(|(user, _)| user).collect();
        replace_refined(self.ctx, self.graph, old, new);
        users.into_iter().for_each(|user| self.touch(user));
    }

    /// Erases `op`, whose results have no users, and everything in its regions.
    pub fn erase(&mut self, op: Op) {
        let mut gone = vec![op];
        for &region in self.graph.regions(op) {
            self.graph.walk_region(region, &mut |inner| gone.push(inner));
        }
        let used: Vec<Value> = gone.iter().flat_map(|&op| self.graph.operands(op)).collect();
        gone.into_iter().for_each(|op| self.worklist.remove(op));
        self.graph.erase_op(op);
        used.into_iter().for_each(|value| self.touch_source(value));
    }

    /// Looks again at what made `value`, which lost a user: it may be dead now, or its other user may do more with it.
    pub fn touch_source(&mut self, value: Value) {
        if let Some(op) = self.graph.defining_op(value)
            && self.graph.op_block(op).is_some()
            && self.graph.uses(value).nth(1).is_none()
        {
            self.touch(op);
        }
    }
}
