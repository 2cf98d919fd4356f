//! Passes in their order, and where each works.

use std::fmt;
use std::time::{Duration, Instant};

use super::functions::run_on_each;
use super::reasons::Reasons;
use super::{Fate, PANIC, Pass, PassState};
use crate::context::Context;
use crate::diag::{Diagnostics, Reported};
use crate::graph::{Graph, Op};
use crate::verifier;

/// What stands before the parentheses of a nested pipeline: which operations of the module around it the passes work
/// on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// `any`: every isolated operation.
    Any,
    /// Those of this name: `func.func`.
    Op(String),
}

impl Anchor {
    fn holds(&self, ctx: &Context, graph: &Graph, op: Op) -> bool {
        match self {
            Anchor::Any => true,
            Anchor::Op(name) => graph.is(ctx, op, name),
        }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Anchor::Any => "any",
            Anchor::Op(name) => name,
        })
    }
}

/// A pass in its place.
pub struct Step {
    name: String,
    options: Vec<(String, String)>,
    path: Vec<Anchor>,
    pass: Box<dyn Pass>,
}

impl Step {
    /// The name of the pass.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The anchors below the module, from the outside in; none for a pass that works on the module.
    pub fn path(&self) -> &[Anchor] {
        &self.path
    }

    /// The pass with its options as it stands in a pipeline, without its anchors.
    pub fn text(&self) -> String {
        if self.options.is_empty() {
            return self.name.clone();
        }
        let options: Vec<String> =
            self.options.iter().map(|(key, value)| format!("{key}={}", quoted(value))).collect();
        format!("{}{{{}}}", self.name, options.join(" "))
    }

    /// A pipeline of this pass alone.
    pub fn pipeline_text(&self) -> String {
        pipeline_text(std::slice::from_ref(self))
    }

    /// The operations that the pass works on, in order, each at the end of those that hold it; none when it is the module
    /// itself.
    pub fn targets<'g>(&self, ctx: &Context, module: &'g Graph) -> Vec<Vec<(&'g Graph, Op)>> {
        let mut found: Vec<Vec<(&'g Graph, Op)>> = vec![Vec::new()];
        for anchor in &self.path {
            let around = std::mem::take(&mut found);
            for path in around {
                let inner = path.last().map_or(Some(module), |&(graph, op)| graph.inner(op));
                let Some(graph) = inner else { continue };
                graph.walk(&mut |op| {
                    if graph.inner(op).is_some() && anchor.holds(ctx, graph, op) {
                        found.push(path.iter().copied().chain([(graph, op)]).collect());
                    }
                });
            }
        }
        found.retain(|path| !path.is_empty());
        found
    }

    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let Some((last, around)) = self.path.split_last() else {
            let outcome = self.pass.run(ctx, module, state);
            state.failed.clear();
            return outcome;
        };
        match self.pass.as_function_pass() {
            Some(pass) if *last != Anchor::Op(MODULE.into()) => {
                let run = pass.start(ctx, state.diags)?;
                let outcome = run_on_each(&*run, bodies(ctx, module, &self.path), state);
                if !state.panicked {
                    bodies(ctx, module, around).into_iter().for_each(|module| pass.finish(ctx, module));
                }
                outcome
            }
            _ => {
                let (mut outcome, mut failed) = (Ok(()), Vec::new());
                for (at, module) in bodies(ctx, module, &self.path).into_iter().enumerate() {
                    let one = state.guard(|state| self.pass.run(ctx, module, state));
                    if one.is_err() {
                        failed.push(at);
                    }
                    outcome = outcome.and(one);
                }
                state.failed = failed;
                outcome
            }
        }
    }
}

/// The operation that a module is.
const MODULE: &str = "builtin.module";

/// The bodies of the operations that `path` leads to.
fn bodies<'g>(ctx: &Context, module: &'g mut Graph, path: &[Anchor]) -> Vec<&'g mut Graph> {
    let mut graphs = vec![module];
    for anchor in path {
        let mut inner: Vec<&'g mut Graph> = Vec::new();
        for graph in graphs {
            let wanted: Vec<bool> = {
                let mut list = Vec::new();
                graph.walk(&mut |op| {
                    if graph.inner(op).is_some() {
                        list.push(anchor.holds(ctx, graph, op));
                    }
                });
                list
            };
            let found = graph.inners_mut().into_iter().zip(wanted);
            inner.extend(found.filter(|(_, wanted)| *wanted).map(|((_, inner), _)| inner));
        }
        graphs = inner;
    }
    graphs
}

/// A value of an option so that it reads back.
fn quoted(value: &str) -> String {
    let is_plain = !value.is_empty()
        && !value.contains(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '\'' | '"'));
    match value {
        _ if is_plain => value.into(),
        _ if !value.contains('"') => format!("\"{value}\""),
        _ if !value.contains('\'') => format!("'{value}'"),
        _ => format!("{{{value}}}"),
    }
}

/// Passes to run in order.
#[derive(Default)]
pub struct PassManager {
    steps: Vec<Step>,
    /// Whether the verifier runs after each pass.
    pub verify_each: bool,
}

/// What one pass took and did.
#[derive(Clone, Debug)]
pub struct PassReport {
    /// The pass.
    pub name: String,
    /// The anchors below the module.
    pub path: Vec<Anchor>,
    /// Wall time.
    pub time: Duration,
    /// Its counters.
    pub statistics: Vec<(String, u64)>,
    /// See [`PassState::fates`].
    pub fates: Vec<Fate>,
    /// See [`PassState::reasons`].
    pub reasons: Vec<Reasons>,
}

/// How a pass failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The operations that it failed on, by their place in [`Step::targets`]; none when that is not known.
    pub targets: Vec<usize>,
    /// Whether it was a bug of the pass.
    pub panicked: bool,
}

/// What happens around each pass, for progress and for printing the IR.
pub trait PassObserver {
    /// Before a pass runs.
    fn before(&mut self, _ctx: &Context, _step: &Step, _module: &Graph) {}
    /// After a pass ran. After a failure the module is as the pass left it, which after a panic may be half done.
    fn after(&mut self, _ctx: &Context, _step: &Step, _module: &Graph, _failure: Option<&Failure>) {}
}

impl PassObserver for () {}

impl<A: PassObserver, B: PassObserver> PassObserver for (A, B) {
    fn before(&mut self, ctx: &Context, step: &Step, module: &Graph) {
        self.0.before(ctx, step, module);
        self.1.before(ctx, step, module);
    }

    fn after(&mut self, ctx: &Context, step: &Step, module: &Graph, failure: Option<&Failure>) {
        self.0.after(ctx, step, module, failure);
        self.1.after(ctx, step, module, failure);
    }
}

impl PassManager {
    /// No passes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a pass that works on the module, under a name.
    pub fn add(&mut self, name: impl Into<String>, pass: Box<dyn Pass>) {
        self.steps.push(Step { name: name.into(), options: Vec::new(), path: Vec::new(), pass });
    }

    /// Adds a pass with its options, which works on what `path` leads to.
    pub fn add_at(
        &mut self,
        path: Vec<Anchor>,
        name: impl Into<String>,
        options: Vec<(String, String)>,
        pass: Box<dyn Pass>,
    ) {
        self.steps.push(Step { name: name.into(), options, path, pass });
    }

    /// The passes in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The pipeline as text that [`Self`] can be made of again: `builtin.module(func.func(cse),inline)`.
    pub fn text(&self) -> String {
        pipeline_text(&self.steps)
    }

    /// Runs the passes in order and stops at the first that fails.
    pub fn run(
        &self,
        ctx: &Context,
        module: &mut Graph,
        diags: &mut Diagnostics,
        observer: &mut dyn PassObserver,
    ) -> Result<Vec<PassReport>, Reported> {
        let mut reports = Vec::with_capacity(self.steps.len());
        self.run_reporting(ctx, module, diags, observer, &mut reports)?;
        Ok(reports)
    }

    /// The same, with the reports of the passes that ran, whatever becomes of the last of them.
    pub fn run_reporting(
        &self,
        ctx: &Context,
        module: &mut Graph,
        diags: &mut Diagnostics,
        observer: &mut dyn PassObserver,
        reports: &mut Vec<PassReport>,
    ) -> Result<(), Reported> {
        for step in &self.steps {
            observer.before(ctx, step, module);
            let start = Instant::now();
            let said = diags.iter().count();
            let mut state = PassState::new(&step.name, diags);
            let mut outcome = state.guard(|state| step.run(ctx, module, state));
            let PassState { statistics, fates, reasons, failed, .. } = state;
            // The bug may be that of a pass that the pass runs.
            let panicked = diags.iter().skip(said).any(|fault| fault.code == PANIC);
            if outcome.is_ok() && self.verify_each {
                outcome = verify_after(ctx, step, module, diags);
            }
            let failure = outcome.is_err().then_some(Failure { targets: failed, panicked });
            let time = start.elapsed();
            observer.after(ctx, step, module, failure.as_ref());
            let (name, path) = (step.name.clone(), step.path.clone());
            reports.push(PassReport { name, path, time, statistics, fates, reasons });
            outcome?;
        }
        Ok(())
    }
}

/// The pipeline of `steps`, those in a row with the same anchors together.
fn pipeline_text(steps: &[Step]) -> String {
    let mut text = format!("{MODULE}(");
    let mut open: &[Anchor] = &[];
    let mut is_first = true;
    for step in steps {
        let shared = open.iter().zip(&step.path).take_while(|(a, b)| a == b).count();
        text.push_str(&")".repeat(open.len() - shared));
        if !is_first {
            text.push(',');
        }
        is_first = false;
        for anchor in &step.path[shared..] {
            text.push_str(&format!("{anchor}("));
        }
        text.push_str(&step.text());
        open = &step.path;
    }
    text.push_str(&")".repeat(open.len() + 1));
    text
}

/// Verifies the module, and says of what is wrong with it which pass came before.
fn verify_after(ctx: &Context, step: &Step, module: &Graph, diags: &mut Diagnostics) -> Result<(), Reported> {
    let mut faults = Diagnostics::new();
    let outcome = verifier::verify(ctx, module, &mut faults);
    for mut fault in faults.into_vec() {
        fault.help.get_or_insert_with(|| format!("pass `{}` left the module like this", step.name));
        diags.push(fault);
    }
    outcome
}
