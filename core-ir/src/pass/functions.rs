//! Passes that work on one function at a time.

use rayon::prelude::*;

use super::reasons::Reasons;
use super::{Fate, Pass, PassState};
use crate::context::Context;
use crate::diag::{Diagnostics, Reported};
use crate::graph::Graph;

/// How deep isolated operations may hold others (a module in a module).
const MAX_ISOLATION: usize = 32;

/// A transformation of the body of one isolated operation, most often a function, that looks at nothing outside of it:
/// so functions can be worked on in any order, and at the same time.
pub trait FunctionPass: Send + Sync {
    /// Gets ready: what is the same for all functions is made once.
    fn start<'a>(
        &'a self,
        ctx: &'a Context,
        diags: &mut Diagnostics,
    ) -> Result<Box<FunctionRun<'a>>, Reported>;

    /// Makes true again what `module` says of functions that it holds and that have changed.
    fn finish(&self, _ctx: &Context, _module: &mut Graph) {}
}

/// A [`FunctionPass`] under way: changes one body.
pub type FunctionRun<'a> = dyn Fn(&mut Graph, &mut PassState<'_>) -> Result<(), Reported> + Sync + 'a;

/// On a module, such a pass works on the module itself and on every isolated operation in it.
impl<P: FunctionPass> Pass for P {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let run = self.start(ctx, state.diags)?;
        let top = state.guard(|state| run(module, state));
        let functions = module.inners_mut().into_iter().map(|(_, inner)| inner).collect();
        let inner = run_on_each(&*run, functions, state);
        if !state.panicked {
            self.finish(ctx, module);
        }
        // Every fault was reported, so it does not matter which is passed on.
        top.and(inner)
    }

    fn as_function_pass(&self) -> Option<&dyn FunctionPass> {
        Some(self)
    }
}

/// What came of one body.
struct Done {
    diags: Diagnostics,
    statistics: Vec<(String, u64)>,
    fates: Vec<Fate>,
    reasons: Vec<Reasons>,
    panicked: bool,
    outcome: Result<(), Reported>,
}

/// Runs a pass on several bodies and what is isolated in them. All are done, whatever becomes of one, and what is said
/// of them comes in their order, so that it does not matter how many threads there are.
pub(super) fn run_on_each(
    run: &FunctionRun<'_>,
    mut bodies: Vec<&mut Graph>,
    state: &mut PassState<'_>,
) -> Result<(), Reported> {
    let pass = state.pass;
    let work = |body: &mut &mut Graph| {
        let mut diags = Diagnostics::new();
        let mut state = PassState::new(pass, &mut diags);
        let outcome = state.guard(|state| run_nested(run, body, state, 0));
        let PassState { statistics, fates, reasons, panicked, .. } = state;
        Done { diags, statistics, fates, reasons, panicked, outcome }
    };
    let all: Vec<Done> = match bodies.as_mut_slice() {
        [one] => vec![work(one)],
        many => many.par_iter_mut().map(work).collect(),
    };
    let mut outcome = Ok(());
    for (at, done) in all.into_iter().enumerate() {
        state.diags.append(done.diags);
        done.statistics.iter().for_each(|(name, by)| state.count(name, *by));
        state.fates.extend(done.fates);
        state.reasons.extend(done.reasons);
        state.panicked |= done.panicked;
        if done.outcome.is_err() {
            state.failed.push(at);
        }
        outcome = outcome.and(done.outcome);
    }
    outcome
}

fn run_nested(
    run: &FunctionRun<'_>,
    body: &mut Graph,
    state: &mut PassState<'_>,
    depth: usize,
) -> Result<(), Reported> {
    let mut outcome = run(body, state);
    if depth < MAX_ISOLATION {
        for (_, inner) in body.inners_mut() {
            outcome = outcome.and(run_nested(run, inner, state, depth + 1));
        }
    }
    outcome
}
