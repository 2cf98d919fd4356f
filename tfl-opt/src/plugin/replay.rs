//! `plugin replay`: a call that failed is made again.

use std::fmt::Write as _;
use std::path::Path;

use core_ir::Diagnostics;
use core_ir::diag::{Diagnostic, Result};
use plugins_host::crash::Crash;
use plugins_host::digest;
use plugins_host::fault::clean;

use crate::plugins::PluginArgs;

/// The text to print. The plugin is that of `--load-plugin`, or the file that failed.
pub(super) fn run(file: &Path, plugins: &PluginArgs, diags: &mut Diagnostics) -> Result<String> {
    let crash = Crash::from_json(&super::read(file)?).map_err(|fault| fault.in_file(file))?;
    let used = plugins.load_plugin.first().unwrap_or(&crash.file);
    let mut loader = plugins.loader(diags)?;
    // What the arguments set counts before what was set when it failed.
    let limits = crash.limits.iter().map(|(name, value)| (name.clone(), value.to_string()));
    let settings = crash.settings.iter().map(|(name, value)| (name.clone(), value.clone()));
    loader.limits.entry(crash.plugin.clone()).or_default().splice(0..0, limits);
    loader.settings.entry(crash.plugin.clone()).or_default().splice(0..0, settings);
    let mut said = Vec::new();
    let plugin = loader.load(&plugins_host::load::Wanted::parse(used), &mut said)?;
    said.into_iter().for_each(|diag| _ = diags.push(diag));
    let mut out = format!("{} converts {}\n", plugin.title(), crash.op.name);
    if digest::hex(&plugin.digest) != crash.sha256 {
        let _ = writeln!(out, "another build of the plugin failed: its SHA-256 was {}", crash.sha256);
    }
    let left_out = crash.op.operands.iter().zip(&crash.consts);
    let left_out = left_out.filter(|(operand, bytes)| operand.const_len.is_some() && bytes.is_none()).count();
    if left_out > 0 {
        let _ = writeln!(out, "{left_out} large constants were not kept");
    }
    let outcome = crash.replay(&plugin);
    for said in &outcome.said {
        let _ = writeln!(out, "said: {}", clean(&said.text, 2_000));
    }
    if let Some(fuel) = outcome.fuel {
        let _ = writeln!(out, "fuel: {fuel}");
    }
    let _ = writeln!(out, "it failed with {}: {}", crash.code, clean(&crash.what, 400));
    match outcome.result {
        Ok(answer) => {
            let text = match &answer {
                Ok(fragment) => serde_json::to_string_pretty(fragment),
                Err(failure) => serde_json::to_string_pretty(failure),
            };
            let _ = writeln!(out, "now it answers {}", text.unwrap_or_default());
            Ok(out)
        }
        Err(fault) => {
            crate::opt::print(&out).unwrap_or_default();
            let text = format!("plugin `{}` {} again", crash.plugin, fault.what);
            fault
                .notes
                .iter()
                .fold(Diagnostic::error(fault.code, text), |diag, note| diag.note(note.clone()))
                .err()
        }
    }
}
