//! `plugin check`: what a plugin says of itself, what it asks for, and whether it loads.

use std::fmt::Write as _;
use std::path::Path;

use core_ir::Diagnostics;
use core_ir::diag::Result;
use plugins_host::{digest, limits::Limits, load, manifest};

use crate::plugins::PluginArgs;

/// The text to print.
pub(super) fn run(file: &Path, plugins: &PluginArgs, diags: &mut Diagnostics) -> Result<String> {
    let bytes = load::read(file, Limits::default().file_bytes)?;
    let outline = manifest::outline(&bytes).map_err(|fault| fault.in_file(file))?;
    let plugin = super::load(file, plugins, diags)?;
    let manifest = &outline.manifest;
    let mut out = String::new();
    let mut row = |name: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "{name:<12} {text}");
        }
    };
    row("plugin", &plugin.title());
    row("description", &manifest.description);
    row("interface", &manifest.wit);
    row("implements", &plugin.runner.interfaces().join(", "));
    row("converts", &manifest.ops.join(", "));
    row("composites", &manifest.composites.join(", "));
    row("emits", &manifest.emits.join(", "));
    row("imports", &outline.imports.join(", "));
    row("bytes", &bytes.len().to_string());
    row("sha256", &digest::hex(&plugin.digest));
    Ok(out)
}
