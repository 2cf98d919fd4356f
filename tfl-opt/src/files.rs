//! Models and modules in files: what format they have, reading and writing.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module};
use core_ir::{Context, Diagnostic, Diagnostics, Graph, Reported};
use passes::eqsat::cost_table::CostTable;
use translate::tensorflow::ImportOptions;
use translate::tflite;

/// The formats that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// MLIR text.
    Text,
    /// A .tflite file.
    Tflite,
    /// A SavedModel or a GraphDef.
    TensorFlow,
}

/// What was opened: texts are in memory, models are mapped when they are read.
pub(crate) enum Input {
    /// A text and what to call it.
    Text {
        /// What messages call it.
        name: String,
        /// The text.
        text: String,
    },
    /// A .tflite file that came through the standard input.
    TfliteBytes(Vec<u8>),
    /// A file or folder.
    Path(PathBuf, Format),
}

/// Whether `path` means the standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

/// The format of the file at `path`, by its name, else by its contents.
fn format_of(path: &Path) -> Option<Format> {
    if has_extension(path, "mlir") {
        return Some(Format::Text);
    }
    if has_extension(path, "tflite") {
        return Some(Format::Tflite);
    }
    if path.is_dir() || has_extension(path, "pb") || has_extension(path, "pbtxt") {
        return Some(Format::TensorFlow);
    }
    let mut start = [0u8; 8];
    let is_long = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok();
    if is_long && &start[4..] == b"TFL3" {
        return Some(Format::Tflite);
    }
    translate::tensorflow::sniff(path).map(|_| Format::TensorFlow)
}

/// Opens `path`. Fails with code `no-input` or `unknown-format`.
pub(crate) fn open(path: &Path) -> core_ir::diag::Result<Input> {
    let fault = |why: std::io::Error| {
        Box::new(Diagnostic::error("no-input", format!("the input cannot be read: {why}")).in_file(path))
    };
    if is_standard(path) {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(fault)?;
        return if bytes.get(4..8) == Some(b"TFL3") {
            Ok(Input::TfliteBytes(bytes))
        } else {
            text(path, bytes)
        };
    }
    if !path.exists() {
        return Diagnostic::error("no-input", "there is no such file or folder").in_file(path).err();
    }
    match format_of(path) {
        Some(Format::Text) => text(path, std::fs::read(path).map_err(fault)?),
        Some(format) => Ok(Input::Path(path.to_owned(), format)),
        None => text(path, std::fs::read(path).map_err(fault)?),
    }
}

/// Makes the table of costs in `path`, if there is one, that of `ctx`.
pub(crate) fn use_cost_table(ctx: &Context, path: Option<&Path>) -> core_ir::diag::Result<()> {
    let Some(path) = path else { return Ok(()) };
    let text = std::fs::read_to_string(path).map_err(|why| {
        Box::new(
            Diagnostic::error("no-cost-table", format!("the table of costs cannot be read: {why}"))
                .in_file(path),
        )
    })?;
    CostTable::install(ctx, &path.display().to_string(), &text)
}

fn text(path: &Path, bytes: Vec<u8>) -> core_ir::diag::Result<Input> {
    let name = if is_standard(path) { "<stdin>".to_owned() } else { path.display().to_string() };
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Input::Text { name, text }),
        Err(fault) => Diagnostic::error("unknown-format", "this is neither a model nor UTF-8 text")
            .in_file_at(path, fault.utf8_error().valid_up_to() as u64)
            .help("give a SavedModel folder, a GraphDef (.pb, .pbtxt), a .tflite file or MLIR text (.mlir)")
            .err(),
    }
}

/// Reads a module.
pub(crate) fn load(
    ctx: &Context,
    input: &Input,
    parse: &ParseOptions,
    import: &ImportOptions,
    diags: &mut Diagnostics,
) -> Result<Graph, Reported> {
    match input {
        Input::Text { name, text } => parse_module(ctx, name, text, parse, diags),
        Input::TfliteBytes(bytes) => {
            tflite::read_bytes(ctx, Arc::new(bytes.clone()), Path::new("<stdin>"), diags)
        }
        Input::Path(path, Format::Tflite) => tflite::read(ctx, path, diags),
        Input::Path(path, _) => Ok(translate::tensorflow::import(ctx, path, import, diags)?.module),
    }
}

/// Whether the name of an output asks for a .tflite file.
pub(crate) fn is_tflite(path: &Path) -> bool {
    has_extension(path, "tflite") || has_extension(path, "lite")
}

/// Writes `text` to `path`: the whole of it or, after a fault, nothing.
pub(crate) fn write_text(path: &Path, text: &str, diags: &mut Diagnostics) -> Result<(), Reported> {
    let written = if is_standard(path) {
        let mut out = std::io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            // Whoever read the output has seen enough.
            Err(fault) if fault.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    } else {
        write_beside(path, text)
    };
    written.map_err(|why| {
        diags.push(
            Diagnostic::error("write-failed", format!("the output cannot be written: {why}")).in_file(path),
        )
    })
}

fn write_beside(path: &Path, text: &str) -> std::io::Result<()> {
    let is_special = path.metadata().is_ok_and(|meta| !meta.is_file());
    let Some(name) = path.file_name().filter(|_| !is_special) else {
        return std::fs::write(path, text);
    };
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(beside);
    let written = std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // The first fault is the one to report, and there may be no file yet.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

/// Prints `module` for `path`.
pub(crate) fn write_module_text(
    ctx: &Context,
    module: &Graph,
    options: &PrintOptions,
    path: &Path,
    diags: &mut Diagnostics,
) -> Result<(), Reported> {
    write_text(path, &print_module(ctx, module, options), diags)
}
