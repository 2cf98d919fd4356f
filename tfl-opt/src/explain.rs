//! `tfl-opt explain`: why the result of a conversion is what it is.
//!
//! The passes run as for a conversion, but those that apply rules note their reasons. An operation that nothing converts
//! is an answer here, and no fault.

mod json;
mod story;
mod text;

use std::io::IsTerminal as _;

use core_ir::pass::{Failure, PassObserver, Step};
use core_ir::text::ParseOptions;
use core_ir::{Context, Diagnostic, Diagnostics, Graph, Reported, verifier};
use passes::eqsat::explain::About;
use passes::pipeline;

use crate::Failed;
use crate::arguments::ExplainArgs;
use crate::convert::{PIPELINE, import_options, name_model, passes_of};
use crate::fate::Fates;
use crate::files::{self, Input};
use crate::render::Renderer;
use crate::rules;
use story::Story;

/// The passes that can tell reasons.
const TELLS_REASONS: &[&str] = &["tfl-saturate"];

/// Runs the passes and tells why they left what they left.
pub(crate) fn run(args: &ExplainArgs) -> Result<(), Failed> {
    crate::use_threads(false);
    let ctx = Context::new();
    let mut diags = Diagnostics::new();
    let mut module = None;
    let mut texts = Vec::new();
    let told = explain(&ctx, args, &mut module, &mut texts, &mut diags);
    let mut renderer =
        Renderer { remarks_option: Some("--verbose"), codes: true, quiet: true, ..Renderer::default() };
    renderer.texts.insert(PIPELINE.into(), args.pass_pipeline.clone());
    renderer.texts.extend(texts);
    let empty = Graph::new();
    renderer.module = Some((&ctx, module.as_ref().unwrap_or(&empty)));
    name_model(&mut diags, &args.model);
    renderer.print(&diags);
    if told.is_err() || diags.has_errors() { Err(Failed) } else { Ok(()) }
}

/// Follows the source operations through the passes.
struct Watcher<'a>(&'a mut Fates);

impl PassObserver for Watcher<'_> {
    fn after(&mut self, ctx: &Context, step: &Step, module: &Graph, failure: Option<&Failure>) {
        // What a bug left behind may not even hold together.
        if failure.is_none_or(|failure| !failure.panicked) {
            self.0.after_pass(ctx, step.name(), module);
        }
    }
}

fn explain(
    ctx: &Context,
    args: &ExplainArgs,
    module: &mut Option<Graph>,
    texts: &mut Vec<(String, String)>,
    diags: &mut Diagnostics,
) -> Result<(), Reported> {
    let set = args.plugins.load(diags).map_err(|fault| diags.push(fault))?;
    args.plugins.start(ctx, &set, None).map_err(|fault| diags.push(fault))?;
    let choice = rules::choice(&args.rules, &set).map_err(|fault| diags.push(fault))?;
    texts.extend(choice.files.iter().cloned());
    rules::choose(ctx, &choice).map_err(|fault| diags.push(fault))?;
    files::use_cost_table(ctx, args.cost_table.as_deref()).map_err(|fault| diags.push(fault))?;
    let mut uses =
        passes_of(&args.pass_pipeline, &args.allow_custom, &args.rules).map_err(|fault| diags.push(fault))?;
    for pass in uses.iter_mut().filter(|pass| TELLS_REASONS.contains(&pass.name.as_str())) {
        let what = if args.proof { "proofs" } else { "rules" };
        pass.options.push(("explain".into(), what.into()));
        pass.options.extend(args.op.clone().map(|op| ("explain-op".into(), op)));
    }
    let manager = pipeline::build_uses(PIPELINE, &uses).map_err(|fault| diags.push(fault))?;
    let input = files::open(&args.model).map_err(|fault| diags.push(fault))?;
    let loaded = files::load(ctx, &input, &ParseOptions::default(), &import_options(&args.import), diags);
    if let Input::Text { name, text: shown } = input {
        texts.push((name, shown));
    }
    let module = module.insert(loaded?);
    verifier::verify(ctx, module, diags)?;
    let mut fates = Fates::of_source(ctx, module);
    let mut reports = Vec::new();
    let ran = manager.run_reporting(ctx, module, diags, &mut Watcher(&mut fates), &mut reports);
    let about = args.op.as_deref().map(About::new);
    let story = Story::new(ctx, module, &reports, &fates, about.as_ref(), ran.is_ok());
    if let (true, Some(op)) = (story.is_empty(), &args.op) {
        let fault = Diagnostic::error("no-such-op", format!("no operation is called or placed `{op}`"));
        return Err(diags.push(fault.help(
            "give the name of an operation (tf.MatMul), a layer or the end of its name after a `/`, or FILE:LINE",
        )));
    }
    if let Some(path) = &args.json {
        files::write_text(path, &json::text(&story), diags)?;
    }
    if args.json.as_deref().is_none_or(|path| !files::is_standard(path)) {
        let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        files::write_text("-".as_ref(), &text::text(&story, colour), diags)?;
    }
    ran
}
