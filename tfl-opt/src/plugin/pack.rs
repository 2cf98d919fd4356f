//! `plugin pack`: a component of another language gets its manifest.

use std::path::Path;

use core_ir::Diagnostic;
use core_ir::diag::Result;
use plugins_host::manifest::{self, Manifest, SECTION};

/// The first bytes of a module; those of a component go on differently.
const MODULE: &[u8] = b"\0asm\x01\0\0\0";

/// The text to print.
pub(super) fn run(file: &Path, manifest: &Path, output: &Path) -> Result<String> {
    let mut bytes = std::fs::read(file).map_err(|why| super::file_fault(file, &why))?;
    if bytes.starts_with(MODULE) {
        bytes = super::build::encode(&bytes).map_err(|fault| fault.in_file(file))?;
    }
    let parsed: Manifest = serde_json::from_str(&super::read(manifest)?).map_err(|why| {
        let text = format!("the manifest cannot be read: {why}");
        Box::new(Diagnostic::error("plugin-manifest", text).in_file(manifest))
    })?;
    let text = serde_json::to_string(&parsed).unwrap_or_default();
    add_section(&mut bytes, SECTION, text.as_bytes());
    let outline = manifest::outline(&bytes).map_err(|fault| fault.in_file(file))?;
    super::write(output, &bytes)?;
    Ok(format!("{}: {} {}\n", output.display(), outline.manifest.id, outline.manifest.version))
}

/// Adds a custom section at the end.
fn add_section(wasm: &mut Vec<u8>, name: &str, data: &[u8]) {
    let mut body = Vec::new();
    push_number(&mut body, name.len());
    body.extend(name.as_bytes());
    body.extend(data);
    wasm.push(0);
    push_number(wasm, body.len());
    wasm.extend(body);
}

/// LEB128.
fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
