//! What is going on, on a terminal.

use std::io::IsTerminal;
use std::time::Duration;

use core_ir::pass::{Failure, PassObserver, Step};
use core_ir::{Context, Graph};
use indicatif::{ProgressBar, ProgressStyle};

use crate::fate::Fates;

/// A line that says what is going on; invisible when the standard error is no terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Shows nothing yet.
    pub(crate) fn new(quiet: bool) -> Self {
        if quiet || !std::io::stderr().is_terminal() {
            return Self { bar: ProgressBar::hidden() };
        }
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar }
    }

    /// Says what is going on now.
    pub(crate) fn say(&self, what: impl Into<String>) {
        self.bar.set_message(what.into());
    }

    /// Takes the line away, so that something else can be printed.
    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

/// Watches passes: shows which one runs, and keeps account of source operations.
pub(crate) struct Watcher<'a> {
    /// Where to show.
    pub(crate) progress: &'a Progress,
    /// Whose fates to follow.
    pub(crate) fates: &'a mut Fates,
    /// How many passes there are.
    pub(crate) total: usize,
    /// How many have run.
    pub(crate) done: usize,
}

impl PassObserver for Watcher<'_> {
    fn before(&mut self, _ctx: &Context, step: &Step, _module: &Graph) {
        self.progress.say(format!("pass {} of {}: {}", self.done + 1, self.total, step.name()));
    }

    fn after(&mut self, ctx: &Context, step: &Step, module: &Graph, failure: Option<&Failure>) {
        self.done += 1;
        // What a bug left behind may not even hold together.
        if failure.is_none_or(|failure| !failure.panicked) {
            self.fates.after_pass(ctx, step.name(), module);
        }
    }
}

/// Prints closing lines to the standard error.
pub(crate) fn say_last(text: &str) {
    use std::io::Write as _;
    // There is nobody to tell that the standard error is closed.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
