//! Modules with the passes that fail on them, as mlir-opt writes and reads them.

use std::path::{Path, PathBuf};

use core_ir::diag::Diagnostic;
use core_ir::pass::{Failure, PassManager, PassObserver, Step};
use core_ir::text::{ExternalResource, PrintOptions, ResourceValue, external_resources, print_module};
use core_ir::{Attr, Context, Diagnostics, Graph, Op};

use crate::files;
use crate::print_ir::operation;

/// Whose entries hold the pipeline.
const OWNER: &str = "mlir_reproducer";

/// A reproducer whose constants take more bytes is written without the large ones.
const MOST_BYTES: usize = 64 << 20;
/// A constant with more elements is a large one.
const LARGE: usize = 1024;

/// What to write after a failure, and where.
#[derive(Clone, Default)]
pub(crate) struct Options {
    /// The file for passes that fail, whether by a bug or not.
    pub(crate) file: Option<PathBuf>,
    /// Whether only the pass that fails is to be in it.
    pub(crate) local: bool,
    /// The file for passes that fail by a bug, when there is no other.
    pub(crate) by_default: PathBuf,
    /// Whether the pipeline ran without threads, and was verified after each pass.
    pub(crate) disable_threading: bool,
    pub(crate) verify_each: bool,
    pub(crate) print: PrintOptions,
}

impl Options {
    /// Where a module goes whose passes fail by a bug: beside `output`, else to the temporary files.
    pub(crate) fn default_file(output: &Path) -> PathBuf {
        if !files::is_standard(output)
            && let Some(name) = output.file_name()
        {
            let mut name = name.to_owned();
            name.push(".reproducer.mlir");
            return output.with_file_name(name);
        }
        std::env::temp_dir().join(format!("tfl-opt-{}.reproducer.mlir", std::process::id()))
    }
}

/// Keeps a module until its passes have done well.
pub(crate) struct Keeper<'a> {
    options: &'a Options,
    manager: &'a PassManager,
    /// The module before the first pass or, when only that is to be written, the one that runs.
    before: Option<Graph>,
    failed: Option<Failed>,
}

/// A pass that failed.
struct Failed {
    /// The pipeline that shows it.
    pipeline: String,
    /// What it worked on.
    what: String,
    panicked: bool,
}

impl<'a> Keeper<'a> {
    pub(crate) fn new(options: &'a Options, manager: &'a PassManager) -> Self {
        Self { options, manager, before: None, failed: None }
    }
}

impl PassObserver for Keeper<'_> {
    fn before(&mut self, _ctx: &Context, _step: &Step, module: &Graph) {
        // A copy takes a moment only: it holds ids, and no constants.
        if self.options.local || self.before.is_none() {
            self.before = Some(module.clone());
        }
    }

    fn after(&mut self, ctx: &Context, step: &Step, module: &Graph, failure: Option<&Failure>) {
        let Some(failure) = failure else { return };
        let targets = step.targets(ctx, module);
        let name = step.name();
        let on = |target: &[(&Graph, Op)]| format!("`{name}` on {}", operation(ctx, module, target));
        let what: Vec<String> =
            failure.targets.iter().filter_map(|&at| targets.get(at)).map(|target| on(target)).collect();
        let what = match what.as_slice() {
            [] => on(&[]),
            [one] => one.clone(),
            many => format!("[{}]", many.join(", ")),
        };
        let pipeline = if self.options.local { step.pipeline_text() } else { self.manager.text() };
        self.failed = Some(Failed { pipeline, what, panicked: failure.panicked });
    }
}

impl Keeper<'_> {
    /// Writes the reproducer, if a pass failed and one is wanted, and says so.
    pub(crate) fn finish(self, ctx: &Context, diags: &mut Diagnostics) {
        let (Some(failed), Some(module)) = (self.failed, &self.before) else { return };
        let file = match &self.options.file {
            Some(file) => file,
            None if failed.panicked => &self.options.by_default,
            None => return,
        };
        let text = text(ctx, module, failed.pipeline, self.options);
        // The fault is noted.
        let written = files::write_text(file, &text, diags);
        let mut fault = Diagnostic::error(
            "pass-failed",
            "Failures have been detected while processing an MLIR pass pipeline",
        )
        .at(module.module_loc());
        let what = format!("Pipeline failed while executing {}", failed.what);
        fault = fault.note(match written {
            Ok(()) => format!("{what}: reproducer generated at `{}`", file.display()),
            Err(_) => what,
        });
        if failed.panicked && written.is_ok() {
            fault = fault.help("this is a bug; please report it with that file");
        }
        diags.push(fault);
    }
}

/// A module with the pipeline to run on it.
pub(crate) fn text(ctx: &Context, module: &Graph, pipeline: String, options: &Options) -> String {
    let entry = |key: &str, value| ExternalResource { owner: OWNER.into(), key: key.into(), value };
    let external = vec![
        entry("pipeline", ResourceValue::Text(pipeline)),
        entry("disable_threading", ResourceValue::Bool(options.disable_threading)),
        entry("verify_each", ResourceValue::Bool(options.verify_each)),
    ];
    let mut print = PrintOptions { external, ..options.print.clone() };
    if constant_bytes(ctx, module) > MOST_BYTES {
        print.elide_larger = Some(print.elide_larger.unwrap_or(LARGE).min(LARGE));
    }
    print_module(ctx, module, &print)
}

/// How many bytes the constants of operations take.
fn constant_bytes(ctx: &Context, module: &Graph) -> usize {
    let mut bytes = 0usize;
    passes::functions::read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| {
            for &(_, attr) in ctx.dict_entries(graph.props(op)) {
                if let Attr::Elements(id) = ctx.attr_of(attr) {
                    let ty = ctx.const_type(*id);
                    let width = ctx.elem_bytes(ctx.elem_type(ty)).unwrap_or(1);
                    bytes = bytes.saturating_add(ctx.element_count(ty).unwrap_or(0).saturating_mul(width));
                }
            }
        });
    });
    bytes
}

/// What a reproducer asks for.
#[derive(Default)]
pub(crate) struct Wanted {
    pub(crate) pipeline: Option<String>,
    pub(crate) disable_threading: Option<bool>,
    pub(crate) verify_each: Option<bool>,
}

/// Reads what the text called `name` asks for.
pub(crate) fn read(ctx: &Context, name: &str, text: &str) -> core_ir::diag::Result<Wanted> {
    let mut wanted = Wanted::default();
    for (entry, (start, end)) in external_resources(ctx, name, text, OWNER)? {
        match (entry.key.as_str(), entry.value) {
            ("pipeline", ResourceValue::Text(text)) => wanted.pipeline = Some(text),
            ("disable_threading", ResourceValue::Bool(value)) => wanted.disable_threading = Some(value),
            ("verify_each", ResourceValue::Bool(value)) => wanted.verify_each = Some(value),
            (key @ ("pipeline" | "disable_threading" | "verify_each"), _) => {
                let what = if key == "pipeline" { "a string" } else { "`true` or `false`" };
                let text = format!("'{OWNER}' resource key '{key}' needs {what}");
                return Diagnostic::error("reproducer", text).in_text(name, start, end).err();
            }
            (key, _) => {
                let text = format!("unknown '{OWNER}' resource key '{key}'");
                return Diagnostic::error("reproducer", text).in_text(name, start, end).err();
            }
        }
    }
    Ok(wanted)
}
