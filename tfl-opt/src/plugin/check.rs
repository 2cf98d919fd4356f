//! `tfl-opt plugin check`: what a file is, and whether tfl-opt loads it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use core_ir::diag::{Diagnostic, Place, Result};
use core_ir::{Context, Diagnostics};
use passes::eqsat::rules;
use plugins_host::digest;
use plugins_host::load::{self, Wanted};
use plugins_host::manifest::{self, Manifest, Outline};
use plugins_host::model::{Declaration, Effects};

use super::say;
use crate::plugins::{LoaderArgs, PluginSet};

/// Tell what a plugin is, and whether tfl-opt loads it.
#[derive(clap::Args, Debug)]
pub(super) struct CheckArgs {
    /// The plugin.
    file: PathBuf,
    #[command(flatten)]
    how: LoaderArgs,
}

/// What to do about a fault whose message does not say.
const ADVICE: &[(&str, &str)] = &[
    (
        "plugin-invalid",
        "build it again with `tfl-opt plugin build`: the file is cut short, or uses what is off here, such as asynchronous calls",
    ),
    ("plugin-import", "a plugin may import `tfl-opt:plugin/host` and nothing else; see plugins/wit"),
    (
        "plugin-manifest",
        "write `export_plugin!(Type, manifest = ...)` in Rust, or add one with `tfl-opt plugin pack`; it has id, version, wit and ops",
    ),
    (
        "plugin-version",
        "build it with an SDK of that version, or with one that this tfl-opt writes: `tfl-opt plugin new`",
    ),
    (
        "plugin-export",
        "export the interface `converter`, or name no operations in the manifest; see plugins/wit",
    ),
    ("plugin-link", "build it against the interface as it is published; see plugins/wit"),
];

/// `fault` of the plugin in `file`, with what to do.
pub(super) fn advised(mut fault: Box<Diagnostic>, file: &Path) -> Box<Diagnostic> {
    if fault.place == Place::None {
        *fault = fault.in_file(file);
    }
    match ADVICE.iter().find(|row| row.0 == fault.code && fault.help.is_none()) {
        Some((_, advice)) => Box::new(fault.help(*advice)),
        None => fault,
    }
}

/// Prints what there is to say of the plugin.
pub(super) fn run(args: &CheckArgs, diags: &mut Diagnostics) -> Result<()> {
    check(args, diags).map_err(|fault| advised(fault, &args.file))
}

fn check(args: &CheckArgs, diags: &mut Diagnostics) -> Result<()> {
    let start = Instant::now();
    let plugin = super::load(&Wanted::parse(&args.file.to_string_lossy()), &args.how, diags)?;
    let time = start.elapsed();
    // Whether it is too large was said when it was loaded.
    let wasm = load::read(&args.file, u64::MAX)?;
    let outline = manifest::outline(&wasm)?;
    let interfaces = plugin.runner.interfaces();
    remarks(&args.file, &outline, &interfaces, diags);
    let Manifest { id, version, wit, ops, composites, emits, raw_options, description, .. } =
        &outline.manifest;
    let mut text = String::new();
    let mut row = |name: &str, value: String| {
        let _ = writeln!(text, "{name:<12} {}", if value.is_empty() { "none" } else { &value });
    };
    row("plugin", format!("{id} {version}"));
    if !description.is_empty() {
        row("", plugins_host::fault::clean(description, 400));
    }
    row("interface", format!("tfl-opt:plugin {wit}, which this tfl-opt speaks"));
    row("implements", interfaces.join(", "));
    row("imports", outline.imports.join(", "));
    row("converts", ops.join(", "));
    for (name, list) in [("composites", composites), ("emits", emits), ("raw options", raw_options)] {
        if !list.is_empty() {
            row(name, list.join(", "));
        }
    }
    row("file", format!("{} bytes, sha256:{}", wasm.len(), digest::hex(&plugin.digest)));
    let how = if plugin.was_cached { "loaded from the cache" } else { "compiled" };
    row("loads", format!("yes; {how} in {:.1} ms", time.as_secs_f64() * 1e3));
    let mut said = Vec::new();
    let set = PluginSet::new(vec![plugin], &Default::default(), &mut said);
    diags.extend(said.into_iter().map(|diag| diag.in_file(&args.file)));
    for (name, value) in told(&set?)? {
        row(name, value);
    }
    say(&text)
}

/// What the plugin says of operations besides converting them. Its rules are compiled.
fn told(set: &PluginSet) -> Result<Vec<(&'static str, String)>> {
    let ctx = Context::new();
    set.define(&ctx)?;
    let mut rows = Vec::new();
    if !set.rules().is_empty() {
        let own = set.rules().iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let rules = rules::load(&ctx, &own.collect::<Vec<_>>())?;
        let names: Vec<&str> = rules.iter().map(|rule| &*rule.name).collect();
        rows.push(("rules", names.join(", ")));
    }
    for Declaration { op, effects, quantization } in set.declarations() {
        let effects = match effects {
            Effects::Pure => "pure",
            Effects::Reads => "reads a state",
            Effects::Writes => "has effects",
        };
        let storage = quantization.as_ref().map_or("floating point".into(), |it| it.storage.join(", "));
        rows.push(("declares", format!("{op}: {effects}; runs in {storage}")));
    }
    Ok(rows)
}

/// What is no fault, but probably not what was meant.
fn remarks(file: &Path, outline: &Outline, interfaces: &[&str], diags: &mut Diagnostics) {
    let manifest = &outline.manifest;
    let mut warn = |text: String, help: String| {
        diags.push(Diagnostic::warning("plugin-check", text).in_file(file).help(help));
    };
    for name in manifest.interfaces.iter().filter(|name| !interfaces.contains(&name.as_str())) {
        warn(
            format!("the manifest names the interface `{name}`, which the plugin does not export"),
            format!("export it, or take it out of `interfaces`; exported are {}", interfaces.join(", ")),
        );
    }
    if manifest.ops.is_empty() && manifest.composites.is_empty() {
        warn(
            "the manifest names no operation: the plugin is never asked to convert anything".into(),
            "name operations in `ops`, such as \"tf.MyOp\", or composites in `composites`".into(),
        );
    }
    for name in manifest.ops.iter().filter(|name| name.starts_with("tfl.") && *name != "tfl.custom") {
        warn(
            format!("`{name}` is an operation of the result; the plugin is not needed for it"),
            "name the operation of TensorFlow's that it stands for".into(),
        );
    }
}
