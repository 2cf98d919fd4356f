//! The cases of a plugin's tests: a module, and what it becomes.

use std::path::Path;
use std::sync::Arc;

use core_ir::diag::{Diagnostic, Place, Severity};
use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module};
use core_ir::{Context, Diagnostics, verifier};
use passes::candidates::{self, OpSource};
use passes::pipeline;

use crate::arguments::SPLIT_MARKER;

/// What cases are about that do not say it.
const PASSES: &str = "convert-custom-ops";

/// How the first line of a case says which passes it is about, as `--pass-pipeline` does.
const PASSES_MARKER: &str = "// passes: ";

/// A file of tests, taken apart.
pub(super) struct Case<'t> {
    /// The module before.
    pub(super) input: &'t str,
    /// The passes that are run on it.
    pub(super) passes: &'t str,
    /// What it becomes; none where nobody said yet.
    pub(super) expected: Option<&'t str>,
}

impl<'t> Case<'t> {
    /// Takes `text` apart at the line that starts with the marker.
    pub(super) fn new(text: &'t str) -> Self {
        let first = text.lines().next().unwrap_or_default();
        let passes = first.strip_prefix(PASSES_MARKER).map_or(PASSES, str::trim);
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if line.starts_with(SPLIT_MARKER) {
                let expected = Some(&text[at + line.len()..]);
                return Self { input: &text[..at], passes, expected };
            }
            at += line.len();
        }
        Self { input: text, passes, expected: None }
    }

    /// The text of a file in which `input` becomes `expected`.
    pub(super) fn text(input: &str, expected: &str) -> String {
        format!("{}\n\n{SPLIT_MARKER}\n{expected}", input.trim_end())
    }
}

/// What `case` becomes by its passes and `source`, after `define`: what was said of its operations, as comments, and the
/// module. Fails where the input is none, or a pass.
pub(super) fn convert(
    name: &str,
    case: &Case<'_>,
    source: Arc<dyn OpSource>,
    define: &dyn Fn(&Context) -> core_ir::diag::Result<()>,
) -> std::result::Result<String, Diagnostics> {
    let (ctx, mut diags) = (Context::new(), Diagnostics::new());
    candidates::install(&ctx, source);
    if let Err(fault) = define(&ctx) {
        diags.push(fault);
        return Err(diags);
    }
    let parse = ParseOptions { allow_unregistered: true, ..ParseOptions::default() };
    let read = parse_module(&ctx, name, case.input, &parse, &mut diags)
        .and_then(|module| verifier::verify(&ctx, &module, &mut diags).map(|()| module));
    let Ok(mut module) = read else { return Err(diags) };
    let mut manager = match pipeline::build(name, case.passes) {
        Ok(manager) => manager,
        Err(fault) => {
            diags.push(fault);
            return Err(diags);
        }
    };
    manager.verify_each = true;
    let ran = manager.run(&ctx, &mut module, &mut diags, &mut ());
    let said: String = diags.iter().map(|diag| format!("// {}\n", line(diag))).collect();
    match ran {
        Ok(_) => Ok(said + &print_module(&ctx, &module, &PrintOptions::default())),
        // What a pass left behind when it failed need not hold together.
        Err(_) => Ok(said),
    }
}

/// A diagnostic on one line.
pub(super) fn line(diag: &Diagnostic) -> String {
    format!("{}: {} [{}]", diag.severity, diag.message, diag.code)
}

/// The first of `diags`, placed in `path` where it has no place that outlives the module.
pub(super) fn first(diags: Diagnostics, otherwise: &str, path: &Path) -> Box<Diagnostic> {
    let first = diags.into_vec().into_iter().find(|diag| diag.severity == Severity::Error);
    let mut first = first.unwrap_or_else(|| Diagnostic::error("plugin-test", otherwise));
    if matches!(first.place, Place::None | Place::Loc(_)) {
        first = first.in_file(path);
    }
    first.notes.iter_mut().for_each(|note| note.place = Place::None);
    Box::new(first)
}
