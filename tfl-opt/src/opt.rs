//! `tfl-opt IN --pass ...`: passes on a module, for tests and for people who look into them.

use std::fmt::Write as _;

use core_ir::pass::{Failure, PassManager, PassObserver, PassReport, Step};
use core_ir::registry::linked_passes;
use core_ir::text::{ParseOptions, PrintOptions, print_module};
use core_ir::{Context, Diagnostics, Graph, verifier};
use passes::pipeline;
use passes::pipelines::PIPELINES;
use translate::tensorflow::ImportOptions;
use translate::tflite::{self, WriteOptions};

use crate::Failed;
use crate::arguments::{OptArgs, SPLIT_MARKER};
use crate::expect;
use crate::files::{self, Input};
use crate::progress::say_last;
use crate::render::Renderer;

/// What messages call the passes that were given as options.
const OPTIONS: &str = "<options>";
/// What messages call the text of `--pass-pipeline`.
const PIPELINE: &str = "<pass-pipeline>";
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
    let (pieces, separator) = match (input, &args.split_input_file) {
        (Input::Text { name, text }, Some(marker)) => {
            let separator = format!("{}\n", args.output_split_marker.as_deref().unwrap_or(SPLIT_MARKER));
            (split(&name, &text, marker), separator)
        }
        (input, _) => (vec![input], String::new()),
    };
    let (mut printed, mut failed) = (Vec::new(), false);
    for piece in pieces {
        let (text, done) = run_piece(args, &manager, piece);
        failed |= done.is_err();
        printed.push(text.unwrap_or_default());
    }
    // Where nothing came out, nothing is written, and no file is made.
    if printed.iter().any(|text| !text.is_empty()) || printed.len() > 1 {
        if printed.len() > 1 {
            printed.iter_mut().filter(|text| !text.is_empty()).for_each(|text| text.push('\n'));
        }
        let text = printed.join(&separator);
        if files::write_text(&args.output, &text, &mut diags).is_err() {
            Renderer::default().print(&diags);
            failed = true;
        }
    }
    if failed { Err(Failed) } else { Ok(()) }
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

/// The pieces of a text between lines that start with `marker`. Line numbers stay those of the whole.
fn split(name: &str, text: &str, marker: &str) -> Vec<Input> {
    let mut pieces: Vec<String> = vec![String::new()];
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if line.trim_ascii_start().starts_with(marker) {
            pieces.push("\n".repeat(number + 1));
        } else if let Some(piece) = pieces.last_mut() {
            piece.push_str(line);
        }
    }
    pieces.into_iter().map(|text| Input::Text { name: name.to_owned(), text }).collect()
}

/// Runs the passes on one module; gives its text, if it is to be printed, and whether all went as it should.
fn run_piece(args: &OptArgs, manager: &PassManager, input: Input) -> (Option<String>, Result<(), Failed>) {
    let ctx = Context::new();
    let mut diags = Diagnostics::new();
    let parse = ParseOptions { allow_unregistered: args.allow_unregistered_dialect };
    let mut module = files::load(&ctx, &input, &parse, &ImportOptions::default(), &mut diags).ok();
    let mut reports = Vec::new();
    let done = match &mut module {
        Some(module) => process(args, manager, &ctx, module, &mut reports, &mut diags),
        None => Err(()),
    };
    let empty = Graph::new();
    let mut renderer =
        Renderer { module: Some((&ctx, module.as_ref().unwrap_or(&empty))), ..Renderer::default() };
    let named = match input {
        Input::Text { name, text } => Some((name, text)),
        _ => None,
    };
    renderer.texts.extend(named.clone());
    let mut failed = done.is_err() || diags.has_errors();
    if let Some(strictness) = args.verify_diagnostics {
        let (name, text) = named.unwrap_or_default();
        diags = expect::unmet(&renderer, (&name, &text), &diags, strictness);
        failed = diags.has_errors();
    }
    renderer.print(&diags);
    if args.mlir_timing {
        say_last(&crate::summary::pass_times(&reports));
    }
    (done.ok().flatten(), if failed { Err(Failed) } else { Ok(()) })
}

/// Checks `module`, runs the passes on it, and gives its text unless it went into a file of another format.
fn process(
    args: &OptArgs,
    manager: &PassManager,
    ctx: &Context,
    module: &mut Graph,
    reports: &mut Vec<PassReport>,
    diags: &mut Diagnostics,
) -> Result<Option<String>, ()> {
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
        tflite::write_file(ctx, module, &WriteOptions::default(), &args.output, diags).map_err(drop)?;
        return Ok(None);
    }
    Ok(Some(print_module(ctx, module, &print)))
}

struct Dumper {
    enabled: bool,
    options: PrintOptions,
}

impl PassObserver for Dumper {
    fn after(&mut self, ctx: &Context, step: &Step, module: &Graph, failure: Option<&Failure>) {
        if self.enabled {
            let name = step.name();
            let failed = if failure.is_some() { ", which failed" } else { "" };
            say_last(&format!("// after {name}{failed}\n{}\n", print_module(ctx, module, &self.options)));
        }
    }
}
