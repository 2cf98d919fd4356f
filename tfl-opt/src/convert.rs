//! `tfl-opt convert`: a model in, a .tflite file out.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use core_ir::pass::PassManager;
use core_ir::text::{ParseOptions, PrintOptions};
use core_ir::{Context, Diagnostics, Graph, Reported, verifier};
use passes::pipeline::{self, PassUse};
use translate::tensorflow::ImportOptions;
use translate::tflite::{self, WriteOptions, WriteStats};

use crate::Failed;
use crate::arguments::{ConvertArgs, ImportArgs, RuleChoice};
use crate::fate::Fates;
use crate::files::{self, Input};
use crate::plugins;
use crate::progress::{Progress, Watcher};
use crate::render::Renderer;
use crate::report::Report;
use crate::reproducer::{self, Keeper};
use crate::rules;
use crate::summary::{self, Phases};

/// What messages call the text of `--pass-pipeline`.
pub(crate) const PIPELINE: &str = "<pass-pipeline>";

/// Converts, and prints what there is to say.
pub(crate) fn run(args: &ConvertArgs) -> Result<(), Failed> {
    crate::use_threads(false);
    let ctx = Context::new();
    let mut diags = Diagnostics::new();
    let mut conversion = Conversion {
        args,
        ctx: &ctx,
        progress: Progress::new(args.quiet),
        phases: Phases::default(),
        module: None,
        fates: None,
        kinds: [Vec::new(), Vec::new()],
        texts: Vec::new(),
        plugins: None,
    };
    let start = Instant::now();
    let written = conversion.run(&mut diags);
    conversion.phases.total = start.elapsed();
    conversion.progress.clear();
    conversion.finish(written, diags)
}

/// The passes of a pipeline's text, those that need it with the custom operations that are allowed.
pub(crate) fn passes_of(
    text: &str,
    allow_custom: &[String],
    rules: &RuleChoice,
) -> core_ir::diag::Result<Vec<PassUse>> {
    let mut uses = pipeline::parse(PIPELINE, text)?;
    if !allow_custom.is_empty() {
        pipeline::add_option(&mut uses, "allow-custom", &allow_custom.join(";"));
    }
    pipeline::add_target_runtime(&mut uses, rules.target_runtime);
    Ok(uses)
}

/// What the import has to know.
pub(crate) fn import_options(args: &ImportArgs) -> ImportOptions {
    let list = |list: &[String]| if list.is_empty() { None } else { Some(list.to_vec()) };
    let mut inputs: Vec<(String, Option<Vec<i64>>)> =
        args.input_arrays.iter().map(|name| (name.clone(), None)).collect();
    for (name, shape) in &args.input_shape {
        match inputs.iter_mut().find(|input| input.0 == *name) {
            Some(input) => input.1 = Some(shape.clone()),
            None => inputs.push((name.clone(), Some(shape.clone()))),
        }
    }
    ImportOptions {
        tags: list(&args.tags),
        signatures: list(&args.signature),
        inputs,
        outputs: args.output_arrays.clone(),
    }
}

struct Conversion<'a> {
    args: &'a ConvertArgs,
    ctx: &'a Context,
    progress: Progress,
    phases: Phases,
    module: Option<Graph>,
    fates: Option<Fates>,
    kinds: [Vec<(String, u64)>; 2],
    /// Texts that messages may show: the source, when it is one, and files of rules.
    texts: Vec<(String, String)>,
    /// The plugins at work.
    plugins: Option<Arc<plugins::Session>>,
}

impl Conversion<'_> {
    fn run(&mut self, diags: &mut Diagnostics) -> Result<Option<WriteStats>, Reported> {
        // A mistake in the pipeline or in a rule is found before the model is read.
        let manager = self.pipeline().map_err(|fault| diags.push(fault))?;
        let set = self.args.plugins.load(diags).map_err(|fault| diags.push(fault))?;
        let started = self.args.plugins.start(self.ctx, &set, Some(&self.args.output));
        self.plugins = started.map_err(|fault| diags.push(fault))?;
        let choice = rules::choice(&self.args.rules, &set).map_err(|fault| diags.push(fault))?;
        self.texts.extend(choice.files.iter().cloned());
        rules::choose(self.ctx, &choice).map_err(|fault| diags.push(fault))?;
        files::use_cost_table(self.ctx, self.args.cost_table.as_deref())
            .map_err(|fault| diags.push(fault))?;
        self.progress.say("import");
        let start = Instant::now();
        let module = self.import(diags)?;
        self.phases.import = start.elapsed();
        let fates = Fates::of_source(self.ctx, &module);
        self.kinds[0] = summary::named_kinds(self.ctx, &summary::kinds(self.ctx, &module));
        let module = self.module.insert(module);
        let fates = self.fates.insert(fates);

        let start = Instant::now();
        verifier::verify(self.ctx, module, diags)?;
        self.phases.verify = start.elapsed();
        let total = manager.steps().len();
        let watcher = Watcher { progress: &self.progress, fates, total, done: 0 };
        let keep = reproducer::Options {
            by_default: reproducer::Options::default_file(&self.args.output),
            verify_each: self.args.verify_each,
            print: PrintOptions { debug_info: true, ..PrintOptions::default() },
            ..reproducer::Options::default()
        };
        let mut watchers = (watcher, Keeper::new(&keep, &manager));
        let ran = manager.run(self.ctx, module, diags, &mut watchers);
        watchers.1.finish(self.ctx, diags);
        plugins::finish(self.plugins.as_deref(), diags);
        self.phases.passes = ran?;
        // A plugin that failed on an operation leaves it to the rules, but it is no less a failure.
        diags.ok_unless_errors(())?;
        self.kinds[1] = summary::named_kinds(self.ctx, &summary::kinds(self.ctx, module));
        let start = Instant::now();
        verifier::verify(self.ctx, module, diags)?;
        self.phases.verify += start.elapsed();

        self.progress.say("export");
        let start = Instant::now();
        let written = self.export(diags)?;
        self.phases.export = start.elapsed();
        Ok(written)
    }

    fn pipeline(&self) -> core_ir::diag::Result<PassManager> {
        let uses = passes_of(&self.args.pass_pipeline, &self.args.allow_custom, &self.args.rules)?;
        let mut manager = pipeline::build_uses(PIPELINE, &uses)?;
        manager.verify_each = self.args.verify_each;
        Ok(manager)
    }

    fn import(&mut self, diags: &mut Diagnostics) -> Result<Graph, Reported> {
        let options = import_options(&self.args.import);
        let input = files::open(&self.args.model).map_err(|fault| diags.push(fault))?;
        let module = files::load(self.ctx, &input, &ParseOptions::default(), &options, diags);
        if let Input::Text { name, text } = input {
            self.texts.push((name, text));
        }
        module
    }

    fn export(&mut self, diags: &mut Diagnostics) -> Result<Option<WriteStats>, Reported> {
        let (Some(module), output) = (&mut self.module, &self.args.output) else { return Ok(None) };
        if !files::is_tflite(output) && output.extension().is_some_and(|extension| extension == "mlir") {
            let options = PrintOptions { debug_info: true, ..PrintOptions::default() };
            files::write_module_text(self.ctx, module, &options, output, diags)?;
            return Ok(None);
        }
        passes::stored::settle_all(self.ctx, module);
        let options = WriteOptions { runtime: self.args.rules.target_runtime, ..WriteOptions::default() };
        if files::is_standard(output) {
            let mut out = std::io::stdout().lock();
            return tflite::write(self.ctx, module, &options, &mut out, diags).map(Some);
        }
        tflite::write_file(self.ctx, module, &options, output, diags).map(Some)
    }

    /// Prints what was found, writes the report, and closes with the summary.
    fn finish(
        mut self,
        written: Result<Option<WriteStats>, Reported>,
        mut diags: Diagnostics,
    ) -> Result<(), Failed> {
        if let Some(fates) = &self.fates
            && let Some(module) = &self.module
            && let Some(path) = &self.args.report
        {
            let report = Report {
                ctx: self.ctx,
                module,
                fates,
                kinds: [&self.kinds[0], &self.kinds[1]],
                phases: &self.phases,
                written: written.as_ref().ok().and_then(Option::as_ref),
                diags: &diags,
            };
            let text = report.text();
            // A fault is noted in `diags`, which decide how the run ends.
            let _ = files::write_text(path, &text, &mut diags);
        }
        name_model(&mut diags, &self.args.model);
        let mut renderer = Renderer {
            remarks_option: if self.args.verbose { None } else { Some("--verbose") },
            codes: true,
            quiet: self.args.quiet,
            ..Renderer::default()
        };
        renderer.texts.insert(PIPELINE.into(), self.args.pass_pipeline.clone());
        renderer.texts.extend(std::mem::take(&mut self.texts));
        let empty = Graph::new();
        renderer.module = Some((self.ctx, self.module.as_ref().unwrap_or(&empty)));
        renderer.print(&diags);
        let failed = written.is_err() || diags.has_errors();
        if !failed && !self.args.quiet {
            let stats = written.ok().flatten();
            let [before, after] = &self.kinds;
            let text = summary::text(
                &self.args.output,
                before,
                after,
                stats.as_ref(),
                &self.phases,
                self.args.verbose,
            );
            crate::progress::say_last(&text);
        }
        if failed { Err(Failed) } else { Ok(()) }
    }
}

/// Puts the name of the model into what is said about operations that nothing converts.
pub(crate) fn name_model(diags: &mut Diagnostics, model: &Path) {
    let text = model.display().to_string();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+=:@%".contains(c);
    let text = if text.chars().all(is_plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) };
    for mut diag in std::mem::take(diags).into_vec() {
        if diag.code == "no-conversion" {
            diag.help =
                diag.help.map(|help| help.replace("--from-model MODEL", &format!("--from-model {text}")));
        }
        diags.push(diag);
    }
}
