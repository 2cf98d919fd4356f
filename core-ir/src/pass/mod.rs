//! Passes and the pass manager.

mod functions;
mod manager;
pub mod reasons;

use crate::context::Context;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::graph::Graph;

pub use functions::{FunctionPass, FunctionRun};
pub use manager::{Anchor, Failure, PassManager, PassObserver, PassReport, Step};

/// The code of a diagnostic that tells of a bug in a pass.
pub const PANIC: &str = "pass-panic";

/// A transformation of a module.
pub trait Pass: Send + Sync {
    /// Changes `module`. Faults go into `state.diags`.
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported>;

    /// The pass as one that works on functions, each for itself, when it is such a pass. It can then stand in
    /// `func.func(...)`. A [`FunctionPass`] is a `Pass` without further ado.
    fn as_function_pass(&self) -> Option<&dyn FunctionPass> {
        None
    }
}

/// What a pass can say while it runs.
pub struct PassState<'a> {
    /// The name of the pass.
    pub pass: &'a str,
    /// Where faults go.
    pub diags: &'a mut Diagnostics,
    /// Counters by name, in the order of their first use: what the pass did, for statistics and reports.
    pub statistics: Vec<(String, u64)>,
    /// What became of source operations, from passes that know.
    pub fates: Vec<Fate>,
    /// Why its results are what they are, from passes that were asked: a list for each block.
    pub reasons: Vec<reasons::Reasons>,
    /// The functions that the pass failed on, by their place among those it works on.
    pub failed: Vec<usize>,
    /// Whether it failed by a bug.
    pub panicked: bool,
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

impl<'a> PassState<'a> {
    /// Nothing was said yet by the pass of this name.
    pub fn new(pass: &'a str, diags: &'a mut Diagnostics) -> Self {
        let (statistics, fates, reasons, failed) = Default::default();
        Self { pass, diags, statistics, fates, reasons, failed, panicked: false }
    }

    /// Adds `by` to counter `name`.
    pub fn count(&mut self, name: &str, by: u64) {
        match self.statistics.iter_mut().find(|(n, _)| n == name) {
            Some((_, value)) => *value += by,
            None => self.statistics.push((name.into(), by)),
        }
    }

    /// Runs `work`; a panic in it becomes a fault, so that the caller can still report and clean up.
    fn guard(&mut self, work: impl FnOnce(&mut Self) -> Result<(), Reported>) -> Result<(), Reported> {
        let guarded = std::panic::AssertUnwindSafe(|| work(self));
        std::panic::catch_unwind(guarded).unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
            self.panicked = true;
            let text = format!("pass `{}` failed by a bug: {text}", self.pass);
            Err(self.diags.push(Diagnostic::error(PANIC, text)))
        })
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
