//! `tfl-opt IN --pass ...`: passes on a module, for tests and for people who look into them.

use std::fmt::Write as _;

use core_ir::pass::{PassManager, PassObserver, PassReport};
use core_ir::registry::linked_passes;
use core_ir::text::{ParseOptions, PrintOptions, print_module};
use core_ir::{Context, Diagnostics, Graph, Reported, verifier};
use passes::pipeline;
use passes::pipelines::PIPELINES;
use translate::tensorflow::ImportOptions;
use translate::tflite::{self, WriteOptions};

use crate::Failed;
use crate::arguments::OptArgs;
use crate::files::{self, Input};
use crate::progress::say_last;
use crate::render::Renderer;

/// What messages call the passes that were given as options.
const OPTIONS: &str = "<options>";
/// What messages call the text of `--pass-pipeline`.
const PIPELINE: &str = "<pass-pipeline>";
/// The line between modules of one text.
const SEPARATOR: &str = "// -----";

/// Prints the names of all passes and pipelines.
pub(crate) fn list_passes() -> Result<(), Failed> {
    let mut text = String::new();
    for pass in linked_passes() {
        let _ = writeln!(text, "{:<40} {}", pass.name, pass.summary);
        for (key, meaning) in pass.options {
            let _ = writeln!(text, "    {key:<36} {meaning}");
        }
    }
    let _ = writeln!(text, "\nPipelines");
    for pipeline in PIPELINES {
        let _ = writeln!(text, "{:<40} {}", pipeline.name, pipeline.summary);
        for option in pipeline.options {
            let _ = writeln!(text, "    {:<36} {} [{}]", option.name, option.help, option.default);
        }
        let passes: Vec<&str> = pipeline.passes.iter().map(|member| member.pass).collect();
        let _ = writeln!(text, "    {}", passes.join(","));
    }
    files::write_text("-".as_ref(), &text, &mut Diagnostics::new()).map_err(|_| Failed)
}

/// Runs the passes, and prints the result and what there is to say.
pub(crate) fn run(args: &OptArgs) -> Result<(), Failed> {
    let mut diags = Diagnostics::new();
    let options = args.passes.join(",");
    let manager = build(args, &options);
    let input = files::open(&args.input);
    let (manager, input) = match (manager, input) {
        (Ok(manager), Ok(input)) => (manager, input),
        (manager, input) => {
            for fault in [manager.err(), input.err()].into_iter().flatten() {
                diags.push(fault);
            }
            let mut renderer = Renderer::default();
            renderer.texts.insert(OPTIONS.into(), options);
            renderer.texts.insert(PIPELINE.into(), args.pass_pipeline.clone().unwrap_or_default());
            renderer.print(&diags);
            return Err(Failed);
        }
    };
    match input {
        Input::Text { name, text } if args.split_input_file => run_split(args, &manager, &name, &text),
        input => {
            run_one(args, &manager, input, &mut |text, diags| files::write_text(&args.output, text, diags))
        }
    }
}

fn build(args: &OptArgs, options: &str) -> core_ir::diag::Result<PassManager> {
    let mut uses = pipeline::parse(OPTIONS, options)?;
    // Each list is checked under its own name, so that faults point into the right text.
    pipeline::build_uses(OPTIONS, &uses)?;
    if let Some(text) = &args.pass_pipeline {
        let more = pipeline::parse(PIPELINE, text)?;
        pipeline::build_uses(PIPELINE, &more)?;
        uses.extend(more);
    }
    let mut manager = pipeline::build_uses(PIPELINE, &uses)?;
    manager.verify_each = args.verify_each;
    Ok(manager)
}

/// Every piece of a text for itself. Line numbers stay those of the whole.
fn run_split(args: &OptArgs, manager: &PassManager, name: &str, text: &str) -> Result<(), Failed> {
    let mut pieces: Vec<String> = vec![String::new()];
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if line.starts_with(SEPARATOR) {
            pieces.push("\n".repeat(number + 1));
        } else if let Some(piece) = pieces.last_mut() {
            piece.push_str(line);
        }
    }
    let mut printed: Vec<String> = Vec::new();
    let mut failed = false;
    for piece in pieces {
        let input = Input::Text { name: name.to_owned(), text: piece };
        let mut keep = |text: &str, _: &mut Diagnostics| {
            printed.push(text.to_owned());
            Ok(())
        };
        failed |= run_one(args, manager, input, &mut keep).is_err();
    }
    let mut diags = Diagnostics::new();
    let text = printed.join(&format!("\n{SEPARATOR}\n"));
    if files::write_text(&args.output, &text, &mut diags).is_err() {
        Renderer::default().print(&diags);
        failed = true;
    }
    if failed { Err(Failed) } else { Ok(()) }
}

type Write<'w> = dyn FnMut(&str, &mut Diagnostics) -> Result<(), Reported> + 'w;

fn run_one(args: &OptArgs, manager: &PassManager, input: Input, write: &mut Write<'_>) -> Result<(), Failed> {
    let ctx = Context::new();
    let mut diags = Diagnostics::new();
    let parse = ParseOptions { allow_unregistered: args.allow_unregistered_dialect };
    let mut module = files::load(&ctx, &input, &parse, &ImportOptions::default(), &mut diags).ok();
    let mut reports = Vec::new();
    let done = match &mut module {
        Some(module) => process(args, manager, &ctx, module, &mut reports, &mut diags, write),
        None => Err(()),
    };
    let mut renderer = Renderer { remarks: args.remarks, remarks_option: "--remarks", ..Renderer::default() };
    if let Input::Text { name, text } = input {
        renderer.texts.insert(name, text);
    }
    let empty = Graph::new();
    renderer.module = Some((&ctx, module.as_ref().unwrap_or(&empty)));
    // Remarks that nobody asked for are no news in a test.
    renderer.quiet = !args.remarks && !diags.iter().any(|d| d.severity > core_ir::Severity::Remark);
    renderer.print(&diags);
    if args.mlir_timing {
        say_last(&crate::summary::pass_times(&reports));
    }
    if done.is_err() || diags.has_errors() { Err(Failed) } else { Ok(()) }
}

fn process(
    args: &OptArgs,
    manager: &PassManager,
    ctx: &Context,
    module: &mut Graph,
    reports: &mut Vec<PassReport>,
    diags: &mut Diagnostics,
    write: &mut Write<'_>,
) -> Result<(), ()> {
    if args.verify_each {
        verifier::verify(ctx, module, diags).map_err(drop)?;
    }
    let print = PrintOptions {
        generic: args.mlir_print_op_generic,
        debug_info: args.mlir_print_debuginfo,
        elide_larger: args.mlir_elide_elementsattrs_if_larger,
        local_scope: args.mlir_print_local_scope,
        symbolic_dims: args.print_symbolic_dims,
    };
    let mut dumper = Dumper { enabled: args.mlir_print_ir_after_all, options: print.clone() };
    *reports = manager.run(ctx, module, diags, &mut dumper).map_err(drop)?;
    if files::is_tflite(&args.output) {
        return tflite::write_file(ctx, module, &WriteOptions::default(), &args.output, diags)
            .map(drop)
            .map_err(drop);
    }
    write(&print_module(ctx, module, &print), diags).map_err(drop)
}

struct Dumper {
    enabled: bool,
    options: PrintOptions,
}

impl PassObserver for Dumper {
    fn after(&mut self, ctx: &Context, name: &str, module: &Graph, failed: bool) {
        if self.enabled {
            let failed = if failed { ", which failed" } else { "" };
            say_last(&format!("// after {name}{failed}\n{}\n", print_module(ctx, module, &self.options)));
        }
    }
}
