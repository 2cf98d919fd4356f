//! `tfl-opt plugin pack`: what another language's compiler made, as a plugin.

use std::path::{Path, PathBuf};

use core_ir::diag::{Diagnostic, Result};
use plugins_host::manifest;
use wit_component::ComponentEncoder;

use super::{check, interface, read, read_text, say, write};

/// Add a manifest to a component that another language's tools made, or make the component of a core module first.
///
/// A core module exports functions by their names in the canonical ABI, such as `tfl-opt:plugin/converter@0.1.0#convert`.
/// The types of the interface need not be in it.
#[derive(clap::Args, Debug)]
pub(super) struct PackArgs {
    /// A component or a core module.
    component: PathBuf,
    /// The manifest, as JSON: id, version, wit, ops.
    #[arg(long, value_name = "FILE")]
    manifest: PathBuf,
    /// The plugin to write.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// What a core module begins with.
const CORE: &[u8] = b"\0asm\x01\0\0\0";

/// Writes the plugin, unless it would not be one.
pub(super) fn run(args: &PackArgs) -> Result<()> {
    let mut component = read(&args.component, "the component")?;
    if component.starts_with(CORE) {
        interface::add_types(&mut component).map_err(|why| no_component(&why, &args.component))?;
        component = encode(&component, &args.component)?;
    }
    let json = read_text(&args.manifest, "the manifest")?;
    let plugin = manifest::with_manifest(&component, json.trim());
    let outline = manifest::outline(&plugin).map_err(|fault| {
        let of_manifest = fault.code == "plugin-manifest";
        check::advised(fault, if of_manifest { &args.manifest } else { &args.component })
    })?;
    write(&args.output, &plugin)?;
    let manifest = outline.manifest;
    say(&format!("{}: {} {}, {} bytes\n", args.output.display(), manifest.id, manifest.version, plugin.len()))
}

/// Makes a component of the core module that was read from `file`.
pub(super) fn encode(module: &[u8], file: &Path) -> Result<Vec<u8>> {
    let encoder = ComponentEncoder::default().validate(true);
    let component = encoder.module(module).and_then(|mut encoder| encoder.encode());
    component.map_err(|why| no_component(&format!("{why:#}"), file))
}

fn no_component(why: &str, file: &Path) -> Box<Diagnostic> {
    let fault = Diagnostic::error("plugin-encode", "no component can be made of this module");
    Box::new(
        fault
            .note(why)
            .in_file(file)
            .help("build it against the interface in plugins/wit, and for a target without WASI"),
    )
}
