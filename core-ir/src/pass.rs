//! Passes and the pass manager.

use std::time::{Duration, Instant};

use crate::context::Context;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::graph::Graph;
use crate::verifier;

/// A transformation of a module.
pub trait Pass: Send + Sync {
    /// Changes `module`. Faults go into `state.diags`.
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported>;
}

/// What a pass can say while it runs.
pub struct PassState<'a> {
    /// Where faults go.
    pub diags: &'a mut Diagnostics,
    /// Counters by name, in the order of their first use: what the pass did, for statistics and reports.
    pub statistics: Vec<(String, u64)>,
    /// What became of source operations, from passes that know.
    pub fates: Vec<Fate>,
}

/// What a pass made of one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// The operation's location.
    pub loc: crate::loc::LocId,
    /// Its name.
    pub source: crate::context::OpName,
    /// The name of the operation that it became, alone or with others; `folded` into a constant; `unused`.
    pub fate: String,
    /// The rule that made that operation, and where it stands.
    pub rule: Option<String>,
}

impl PassState<'_> {
    /// Adds `by` to counter `name`.
    pub fn count(&mut self, name: &str, by: u64) {
        match self.statistics.iter_mut().find(|(n, _)| n == name) {
            Some((_, value)) => *value += by,
            None => self.statistics.push((name.into(), by)),
        }
    }
}

/// An option of a pass as it stands in a pipeline, `key=value`; a bare `key` has the value `true`.
pub type PassOptions = [(String, String)];

/// The registration of a pass. Its name is the name of its file and of its lit test.
pub struct PassInfo {
    /// `tfl-legalize-tf`
    pub name: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// The options it takes, each with a sentence.
    pub options: &'static [(&'static str, &'static str)],
    /// Makes the pass; `Err` says what is wrong with an option's value.
    pub make: fn(&PassOptions) -> Result<Box<dyn Pass>, String>,
}

/// Passes to run in order.
#[derive(Default)]
pub struct PassManager {
    passes: Vec<(String, Box<dyn Pass>)>,
    /// Whether the verifier runs after each pass.
    pub verify_each: bool,
}

/// What one pass took and did.
#[derive(Clone, Debug)]
pub struct PassReport {
    /// The pass.
    pub name: String,
    /// Wall time.
    pub time: Duration,
    /// Its counters.
    pub statistics: Vec<(String, u64)>,
    /// See [`PassState::fates`].
    pub fates: Vec<Fate>,
}

/// What happens around each pass, for progress and for printing the IR.
pub trait PassObserver {
    /// Before pass `name` runs.
    fn before(&mut self, _ctx: &Context, _name: &str, _module: &Graph) {}
    /// After pass `name` ran; `failed` when it reported an error.
    fn after(&mut self, _ctx: &Context, _name: &str, _module: &Graph, _failed: bool) {}
}

impl PassObserver for () {}

impl PassManager {
    /// No passes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a pass under a name.
    pub fn add(&mut self, name: impl Into<String>, pass: Box<dyn Pass>) {
        self.passes.push((name.into(), pass));
    }

    /// The names of the passes.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.passes.iter().map(|(name, _)| name.as_str())
    }

    /// Runs the passes in order and stops at the first that fails. A pass that panics has a bug; that becomes a
    /// diagnostic, so that the caller can still report and clean up.
    pub fn run(
        &self,
        ctx: &Context,
        module: &mut Graph,
        diags: &mut Diagnostics,
        observer: &mut dyn PassObserver,
    ) -> Result<Vec<PassReport>, Reported> {
        let mut reports = Vec::with_capacity(self.passes.len());
        for (name, pass) in &self.passes {
            observer.before(ctx, name, module);
            let start = Instant::now();
            let mut state = PassState { diags, statistics: Vec::new(), fates: Vec::new() };
            let run = std::panic::AssertUnwindSafe(|| pass.run(ctx, module, &mut state));
            let mut outcome = std::panic::catch_unwind(run).unwrap_or_else(|panic| {
                let text = panic.downcast_ref::<String>().map(String::as_str);
                let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
                let fault = Diagnostic::error("pass-panic", format!("pass `{name}` failed by a bug: {text}"));
                Err(state.diags.push(fault.help("please report this with the model")))
            });
            let (statistics, fates) =
                (std::mem::take(&mut state.statistics), std::mem::take(&mut state.fates));
            if outcome.is_ok() && self.verify_each {
                outcome = verifier::verify(ctx, module, diags).inspect_err(|_| {
                    diags.push(Diagnostic::remark(
                        "pass",
                        format!("the module was verified after pass `{name}`"),
                    ));
                });
            }
            observer.after(ctx, name, module, outcome.is_err());
            outcome?;
            reports.push(PassReport { name: name.clone(), time: start.elapsed(), statistics, fates });
        }
        Ok(reports)
    }
}
