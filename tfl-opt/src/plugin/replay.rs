//! `tfl-opt plugin replay`: a call that failed, once more.

use std::fmt::Write as _;
use std::path::PathBuf;

use core_ir::diag::{Diagnostic, Result};
use core_ir::text::{PrintOptions, print_module, type_text};
use core_ir::{Context, Diagnostics, TypeId};
use plugins_host::crash::{Crash, Made};
use plugins_host::digest;
use plugins_host::fault::{Fault, clean};
use plugins_host::fragment::{self, Place};
use plugins_host::load::{Plugin, Wanted};
use plugins_host::model::{Failure, Fragment, TensorType};

use super::{read_text, say};
use crate::plugins::LoaderArgs;

/// Make a call again that failed in a conversion. Fails as long as the call fails.
#[derive(clap::Args, Debug)]
pub(super) struct ReplayArgs {
    /// What the conversion wrote into its folder of crashes.
    crash: PathBuf,
    /// The plugin to call, in place of the one that failed.
    #[arg(long, value_name = "FILE")]
    plugin: Option<PathBuf>,
    #[command(flatten)]
    how: LoaderArgs,
}

/// Makes the call and tells what came of it.
pub(super) fn run(args: &ReplayArgs, diags: &mut Diagnostics) -> Result<()> {
    let text = read_text(&args.crash, "the call")?;
    let crash = Crash::from_json(&text).map_err(|fault| Box::new(fault.in_file(&args.crash)))?;
    let plugin = load(args, &crash, diags)?;
    if digest::hex(&plugin.digest) != crash.sha256 {
        let text = format!("{} is not the file that failed, which was {}", plugin.file.display(), crash.file);
        diags.push(Diagnostic::remark("plugin-replay", text));
    }
    let outcome = crash.replay(&plugin);
    let mut told = format!("{} on `{}`", plugin.title(), crash.op.name);
    if let Some(fuel) = outcome.fuel {
        let _ = write!(told, ": fuel {fuel} of {}", plugin.runner.limits().fuel);
    }
    told.push('\n');
    for said in &outcome.said {
        let _ = writeln!(told, "the plugin said: {}", clean(&said.text, 2_000));
    }
    let made = outcome.result.and_then(|answer| match answer {
        Ok(Made::Fragment(fragment)) => body(&plugin, &crash, &fragment),
        Ok(Made::Types(types)) => Ok(text_of(types.iter())),
        Ok(Made::Tensors(tensors)) => Ok(text_of(tensors.iter().map(|tensor| &tensor.ty))),
        Err(Failure::Declined(why)) => Ok(format!("the plugin declines: {}\n", clean(&why, 400))),
        Err(Failure::Failed(remarks)) => {
            let lines =
                remarks.iter().map(|remark| format!("the plugin refuses: {}\n", clean(&remark.message, 400)));
            Ok(lines.collect())
        }
    });
    match made {
        Ok(text) => say(&format!("{told}{text}")),
        Err(fault) => {
            say(&told)?;
            let same = if fault.code == crash.code { "as it did" } else { "otherwise than it did" };
            let text = format!("plugin `{}` {}: the call fails {same}", plugin.manifest.id, fault.what);
            let mut diag = Diagnostic::error(fault.code, text).in_file(&args.crash);
            if fault.code != crash.code {
                diag = diag.note(format!("it failed with {}: {}", crash.code, crash.what));
            }
            diag = fault.notes.into_iter().fold(diag, Diagnostic::note);
            diag.help("change the plugin, build it, and name it with --plugin until the call succeeds").err()
        }
    }
}

/// The plugin, with the limits and settings of the failed call where the command line says nothing.
fn load(args: &ReplayArgs, crash: &Crash, diags: &mut Diagnostics) -> Result<Plugin> {
    let file = args.plugin.clone().unwrap_or_else(|| crash.file.clone().into());
    if args.plugin.is_none() && !file.exists() {
        return Diagnostic::error("plugin-file", "the plugin that failed is not there any more")
            .in_file(&file)
            .help("name another with --plugin FILE")
            .err();
    }
    let limits = crash.limits.iter().map(|(name, value)| (name.clone(), value.to_string())).collect();
    let wanted = Wanted { file, sha256: None, limits, settings: crash.settings.clone() };
    super::load(&wanted, &args.how, diags)
}

/// A line for each type.
fn text_of<'t>(types: impl Iterator<Item = &'t TensorType>) -> String {
    let ctx = Context::new();
    let line = |ty| match fragment::tensor_type(&ctx, ty) {
        Ok(ty) => format!("{}\n", type_text(&ctx, ty)),
        Err(why) => format!("a type that {why}\n"),
    };
    types.map(line).collect()
}

/// What the fragment is as a program.
fn body(plugin: &Plugin, crash: &Crash, made: &Fragment) -> std::result::Result<String, Fault> {
    let ctx = Context::new();
    let types = |types: Vec<&TensorType>| -> Vec<TypeId> {
        let read = |ty| fragment::tensor_type(&ctx, ty).unwrap_or(TypeId::NONE);
        types.into_iter().map(read).collect()
    };
    let operands = types(crash.op.operands.iter().map(|operand| &operand.ty).collect());
    let results = types(crash.op.results.iter().collect());
    let manifest = &plugin.manifest;
    // Operations of other plugins, which a conversion may allow besides, are not known here.
    let allowed = |name: &str| manifest.may_emit(name) || manifest.ops.iter().any(|op| op == name);
    let limits = plugin.runner.limits();
    let place = Place {
        ctx: &ctx,
        operands: &operands,
        results: &results,
        limits,
        allowed: &allowed,
        raw_options: &manifest.raw_options,
    };
    let body = fragment::build(&place, made)?;
    Ok(print_module(&ctx, &body, &PrintOptions::default()))
}
