//! `tfl-opt IN --pass ...`: passes on a module, for tests and for people who look into them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use core_ir::diag::Diagnostic;
use core_ir::pass::{PassManager, Step};
use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module, print_operation};
use core_ir::{Context, Diagnostics, Graph, Reported, verifier};
use passes::eqsat::rules::Choice;
use passes::pipeline;
use translate::tensorflow::ImportOptions;
use translate::tflite::{self, WriteOptions};

use crate::Failed;
use crate::arguments::OptArgs;
use crate::expect;
use crate::files::{self, Input};
use crate::help;
use crate::plugins;
use crate::print_ir::IrPrinter;
use crate::progress::say_last;
use crate::render::Renderer;
use crate::reproducer::{self, Keeper};
use crate::rules;
use crate::timing::Times;

/// What messages call the text of `--pass-pipeline`.
const PIPELINE: &str = "<pass-pipeline>";
/// What messages call the pipeline of a reproducer.
const REPRODUCER: &str = "<reproducer>";

/// What a run needs, made of the arguments.
struct Session<'a> {
    args: &'a OptArgs,
    manager: PassManager,
    parse: ParseOptions,
    print: PrintOptions,
    reproducer: reproducer::Options,
    times: Times,
    rules: Choice,
    plugins: Arc<plugins::PluginSet>,
    /// What was said when they were loaded.
    said: Diagnostics,
}

/// Runs the passes, and prints the result and what there is to say.
pub(crate) fn run(args: &OptArgs) -> Result<(), Failed> {
    if args.list_passes {
        return print(&help::passes(""));
    }
    if args.list_rules {
        return rules::list(&args.rules.rules);
    }
    if args.show_dialects {
        return print(&format!("Available Dialects: {}\n", help::dialects().join(",")));
    }
    let start = Instant::now();
    let mut texts = BTreeMap::new();
    let (mut session, input) = match Session::new(args, &mut texts) {
        Ok(made) => made,
        Err(fault) => {
            let mut diags = Diagnostics::new();
            diags.push(fault);
            Renderer { texts, ..Renderer::default() }.print(&diags);
            return Err(Failed);
        }
    };
    crate::use_threads(session.reproducer.disable_threading);
    if args.dump_pass_pipeline {
        session.dump_pipeline();
    }
    let done = session.run(input);
    session.times.total = start.elapsed();
    if args.mlir_pass_statistics {
        say_last(&session.times.statistics(args.mlir_pass_statistics_display));
    }
    if args.mlir_timing {
        say_last(&session.times.text(args.mlir_timing_display));
    }
    done
}

impl<'a> Session<'a> {
    /// Checks the arguments and opens the input. Texts that a fault may point into go into `texts`.
    fn new(args: &'a OptArgs, texts: &mut BTreeMap<String, String>) -> core_ir::diag::Result<(Self, Input)> {
        if args.emit_bytecode {
            return Diagnostic::error("no-bytecode", "bytecode is not written")
                .help("leave out --emit-bytecode; the output is text or, by the name of its file, .tflite")
                .err();
        }
        let mut said = Diagnostics::new();
        let plugins = args.plugins.load(&mut said)?;
        let rules = rules::choice(&args.rules, &plugins)?;
        let input = files::open(&args.input)?;
        let mut wanted = reproducer::Wanted::default();
        if let (true, Input::Text { name, text }) = (args.run_reproducer, &input) {
            texts.insert(name.clone(), text.clone());
            wanted = reproducer::read(&Context::new(), name, text)?;
        }
        let mut manager = build(args, wanted.pipeline.as_deref(), texts)?;
        manager.verify_each = wanted.verify_each.unwrap_or(args.verify_each);
        let print = PrintOptions {
            generic: args.mlir_print_op_generic,
            debug_info: args.mlir_print_debuginfo,
            elide_larger: args.mlir_elide_elementsattrs_if_larger,
            local_scope: args.mlir_print_local_scope,
            symbolic_dims: args.print_symbolic_dims,
            unique_ids: args.mlir_print_unique_ssa_ids,
            elide_resources: args.mlir_elide_resource_strings_if_larger,
            external: Vec::new(),
        };
        let reproducer = reproducer::Options {
            file: args.mlir_pass_pipeline_crash_reproducer.clone(),
            local: args.mlir_pass_pipeline_local_reproducer,
            by_default: reproducer::Options::default_file(&args.output),
            disable_threading: args.mlir_disable_threading || wanted.disable_threading == Some(true),
            verify_each: manager.verify_each,
            // A reproducer reads back, whatever is to be shown.
            print: PrintOptions {
                generic: print.generic,
                debug_info: print.debug_info,
                ..PrintOptions::default()
            },
        };
        let parse = ParseOptions {
            allow_unregistered: args.allow_unregistered_dialect,
            no_implicit_module: args.no_implicit_module,
        };
        Ok((
            Self { args, manager, parse, print, reproducer, times: Times::default(), rules, plugins, said },
            input,
        ))
    }

    fn dump_pipeline(&self) {
        let same = |a: &Step, b: &Step| !a.path().is_empty() && a.path().first() == b.path().first();
        let count = self.manager.steps().chunk_by(same).count();
        say_last(&format!("Pass Manager with {count} passes:\n{}\n\n", self.manager.text()));
    }

    /// Runs the passes on every piece of the input, and writes what came out.
    fn run(&mut self, input: Input) -> Result<(), Failed> {
        let pieces = match (input, &self.args.split_input_file) {
            (Input::Text { name, text }, Some(marker)) => split(&name, &text, marker),
            (input, _) => vec![input],
        };
        let (mut printed, mut failed) = (Vec::new(), false);
        for piece in pieces {
            let (text, done) = self.run_piece(piece);
            failed |= done.is_err();
            printed.push(text.unwrap_or_default());
        }
        // Where nothing came out, nothing is written, and no file is made.
        if printed.iter().any(|text| !text.is_empty()) || printed.len() > 1 {
            if printed.len() > 1 {
                printed.iter_mut().filter(|text| !text.is_empty()).for_each(|text| text.push('\n'));
            }
            let text = printed.join(&format!("{}\n", self.args.output_split_marker));
            let start = Instant::now();
            let mut diags = Diagnostics::new();
            if files::write_text(&self.args.output, &text, &mut diags).is_err() {
                Renderer::default().print(&diags);
                failed = true;
            }
            self.times.output += start.elapsed();
        }
        if failed { Err(Failed) } else { Ok(()) }
    }

    /// Runs the passes on one module; gives its text, if it is to be printed, and whether all went as it should.
    fn run_piece(&mut self, input: Input) -> (Option<String>, Result<(), Failed>) {
        let ctx = Context::new();
        let mut diags = std::mem::take(&mut self.said);
        let start = Instant::now();
        let started = self.args.plugins.start(&ctx, &self.plugins, Some(&self.args.output));
        let (plugins, chosen) = match started.and_then(|it| Ok((it, rules::choose(&ctx, &self.rules)?))) {
            Ok((plugins, _)) => (plugins, Ok(())),
            Err(fault) => (None, Err(diags.push(fault))),
        };
        let load = |diags: &mut _| files::load(&ctx, &input, &self.parse, &ImportOptions::default(), diags);
        let mut module = chosen.and_then(|()| load(&mut diags)).ok();
        self.times.parser += start.elapsed();
        let done = match &mut module {
            Some(module) => self.process(&ctx, module, &mut diags).map_err(drop),
            None => Err(()),
        };
        plugins::finish(plugins.as_deref(), &mut diags);
        let empty = Graph::new();
        let mut renderer = Renderer {
            module: Some((&ctx, module.as_ref().unwrap_or(&empty))),
            hide_operations: !self.args.mlir_print_op_on_diagnostic || self.args.verify_diagnostics.is_some(),
            ..Renderer::default()
        };
        let named = match input {
            Input::Text { name, text } => Some((name, text)),
            _ => None,
        };
        renderer.texts.extend(named.clone());
        renderer.texts.extend(self.rules.files.iter().cloned());
        let mut failed = done.is_err() || diags.has_errors();
        if let Some(strictness) = self.args.verify_diagnostics {
            let (name, text) = named.unwrap_or_default();
            diags = expect::unmet(&renderer, (&name, &text), &diags, strictness);
            failed = diags.has_errors();
        }
        renderer.print(&diags);
        (done.ok().flatten(), if failed { Err(Failed) } else { Ok(()) })
    }

    /// Checks `module`, runs the passes on it, and gives its text unless it went into a file of another format.
    fn process(
        &mut self,
        ctx: &Context,
        module: &mut Graph,
        diags: &mut Diagnostics,
    ) -> Result<Option<String>, Reported> {
        files::use_cost_table(ctx, self.args.cost_table.as_deref()).map_err(|fault| diags.push(fault))?;
        if !self.args.mlir_very_unsafe_disable_verifier_on_parsing {
            verifier::verify(ctx, module, diags)?;
        }
        if self.args.verify_roundtrip {
            self.verify_roundtrip(ctx, module).map_err(|fault| diags.push(fault))?;
        }
        if let Some(file) = &self.args.mlir_generate_reproducer {
            let text = reproducer::text(ctx, module, self.manager.text(), &self.reproducer);
            files::write_text(file, &text, diags)?;
        }
        let printer = IrPrinter::new(self.args, self.print.clone());
        let mut watchers = (printer, Keeper::new(&self.reproducer, &self.manager));
        let ran = self.manager.run(ctx, module, diags, &mut watchers);
        let (printer, keeper) = watchers;
        diags.append(printer.diags);
        keeper.finish(ctx, diags);
        self.times.add(ran?);
        let start = Instant::now();
        let text = if files::is_tflite(&self.args.output) {
            passes::stored::settle_all(ctx, module);
            let options = WriteOptions { runtime: self.args.rules.target_runtime, ..WriteOptions::default() };
            tflite::write_file(ctx, module, &options, &self.args.output, diags)?;
            None
        } else {
            Some(self.text(ctx, module, &self.print))
        };
        self.times.output += start.elapsed();
        Ok(text)
    }

    fn text(&self, ctx: &Context, module: &Graph, print: &PrintOptions) -> String {
        let only = module.entry().and_then(|block| module.first_op(block));
        match only.filter(|_| self.args.no_implicit_module && module.is_implicit_module()) {
            Some(op) => print_operation(ctx, module, op, print),
            None => print_module(ctx, module, print),
        }
    }

    /// Whether the text of a module reads back as a module of the same text, in both forms.
    fn verify_roundtrip(&self, ctx: &Context, module: &Graph) -> core_ir::diag::Result<()> {
        for generic in [false, true] {
            let print = PrintOptions { generic, debug_info: true, ..PrintOptions::default() };
            let written = self.text(ctx, module, &print);
            let fault = |text: &str| {
                let form = if generic { "generic" } else { "custom" };
                let text = format!("round trip of the {form} form: {text}");
                Diagnostic::error("round-trip", text).at(module.module_loc())
            };
            let (other, mut faults) = (Context::new(), Diagnostics::new());
            let read = parse_module(&other, "<round trip>", &written, &self.parse, &mut faults);
            let Ok(read) = read else {
                let why = faults.into_vec().into_iter().next().map(|fault| fault.message);
                return fault("what was printed does not parse").note(why.unwrap_or_default()).err();
            };
            let again = self.text(&other, &read, &print);
            if written != again {
                let differs = written.lines().zip(again.lines()).find(|(a, b)| a != b);
                let (a, b) = differs.unwrap_or(("", "a text of another length"));
                let fault = fault("round-tripped module differs from reference");
                return fault.note(format!("reference:     {a}")).note(format!("round-tripped: {b}")).err();
            }
        }
        Ok(())
    }
}

/// Prints `text` to the standard output.
pub(crate) fn print(text: &str) -> Result<(), Failed> {
    files::write_text("-".as_ref(), text, &mut Diagnostics::new()).map_err(|_| Failed)
}

/// The passes of the arguments; those of a reproducer come first.
fn build(
    args: &OptArgs,
    reproducer: Option<&str>,
    texts: &mut BTreeMap<String, String>,
) -> core_ir::diag::Result<PassManager> {
    let mut manager = PassManager::new();
    if let Some(text) = reproducer {
        texts.insert(REPRODUCER.into(), text.into());
        pipeline::add_uses(&mut manager, REPRODUCER, &pipeline::parse(REPRODUCER, text)?)?;
    }
    for flag in &args.passes {
        let source = format!("--{}", flag.name);
        texts.insert(source.clone(), flag.options.clone());
        let mut uses = pipeline::parse_flag(&source, &flag.name, &flag.options)?;
        pipeline::add_target_runtime(&mut uses, args.rules.target_runtime);
        pipeline::add_uses(&mut manager, &source, &uses)?;
    }
    if let Some(text) = &args.pass_pipeline {
        if !args.passes.is_empty() {
            let text = "'-pass-pipeline' option can't be used with individual pass options";
            return Diagnostic::error("pass-pipeline", text).err();
        }
        texts.insert(PIPELINE.into(), text.clone());
        let mut uses = pipeline::parse(PIPELINE, text)?;
        pipeline::add_target_runtime(&mut uses, args.rules.target_runtime);
        pipeline::add_uses(&mut manager, PIPELINE, &uses)?;
    }
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
