//! `plugin test`: the cases of a plugin are converted and held against what they say of themselves.
//!
//! A case is a piece of an MLIR file, between lines of `// -----`. Its `// CHECK:` comments are texts that the converted
//! program has, in this order; `// expected-error@+1 {{...}}` and the like are the diagnostics that it causes. Each case
//! is converted twice, and must come out the same.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use core_ir::diag::{Diagnostic, Result};
use core_ir::pass::PassManager;
use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module};
use core_ir::{Context, Diagnostics, Graph, verifier};
use passes::pipeline;
use plugins_host::plugins::{PluginSet, Session};

use crate::expect::{self, Strictness};
use crate::files::Input;
use crate::plugins::PluginArgs;
use crate::render::Renderer;

const CASES: &str = "cases";
const CHECK: &str = "// CHECK:";
const PASSES: &str = "convert-custom-ops";

/// What came of converting a case once.
#[derive(PartialEq)]
struct Converted {
    text: String,
    fuel: u64,
}

/// Runs the tests, and gives a line for each case. Cases that fail are told of in `diags`.
pub(super) fn run(
    dir: &Path,
    plugin: Option<&Path>,
    show: bool,
    plugins: &PluginArgs,
    diags: &mut Diagnostics,
) -> Result<String> {
    let mut out = String::new();
    let file = match plugin {
        Some(file) => file.to_owned(),
        None => {
            let built = super::build::run(dir, None)?;
            let _ = writeln!(out, "{}", built.line());
            built.file
        }
    };
    let set = Arc::new(PluginSet::new(vec![super::load(&file, plugins, diags)?], &BTreeMap::new())?);
    let (mut passed, mut failed) = (0usize, 0usize);
    for path in case_files(&dir.join(CASES))? {
        let text = super::read(&path)?;
        for piece in crate::opt::split(&path.display().to_string(), &text, crate::arguments::SPLIT_MARKER) {
            let Input::Text { name, text } = piece else { continue };
            if text.trim().is_empty() {
                continue;
            }
            let line = text.lines().take_while(|line| line.trim().is_empty()).count() + 1;
            let mut faults = Diagnostics::new();
            let first = convert(&set, &name, &text, &mut faults)?;
            check(&first.text, &name, &text, &mut faults);
            if convert(&set, &name, &text, &mut Diagnostics::new())? != first {
                faults.push(Diagnostic::error("plugin-unstable", "converting it again gave something else"));
            }
            let is_right = !faults.has_errors();
            let count = if is_right { &mut passed } else { &mut failed };
            *count += 1;
            let word = if is_right { "ok" } else { "FAILED" };
            let _ = writeln!(out, "{name}:{line}: {word}, {} fuel", first.fuel);
            if show || !is_right {
                out.push_str(&first.text);
            }
            Renderer { texts: BTreeMap::from([(name, text)]), codes: true, ..Renderer::default() }
                .print(&faults);
        }
    }
    let _ = writeln!(out, "{passed} passed, {failed} failed");
    if failed > 0 {
        diags.push(Diagnostic::error("plugin-test", format!("{failed} cases failed")));
    } else if passed == 0 {
        diags.push(Diagnostic::error("plugin-test", "there are no cases").in_file(dir.join(CASES)));
    }
    Ok(out)
}

fn case_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|why| super::file_fault(folder, &why))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "mlir"));
    files.sort();
    Ok(files)
}

/// Converts a case in a context of its own. Diagnostics that it does not expect go into `faults`.
fn convert(set: &Arc<PluginSet>, name: &str, text: &str, faults: &mut Diagnostics) -> Result<Converted> {
    let ctx = Context::new();
    let session = Arc::new(Session::new(set.clone(), None));
    passes::candidates::install(&ctx, session.clone());
    let mut manager = PassManager::new();
    pipeline::add_uses(&mut manager, PASSES, &pipeline::parse(PASSES, PASSES)?)?;
    let mut diags = Diagnostics::new();
    let parse = ParseOptions { allow_unregistered: true, ..ParseOptions::default() };
    let mut module = parse_module(&ctx, name, text, &parse, &mut diags).ok();
    if let Some(module) = &mut module {
        // What went wrong is in the diagnostics.
        let _ = verifier::verify(&ctx, module, &mut diags)
            .and_then(|()| manager.run(&ctx, module, &mut diags, &mut ()).map(drop));
    }
    let empty = Graph::new();
    let renderer = Renderer {
        texts: BTreeMap::from([(name.to_owned(), text.to_owned())]),
        module: Some((&ctx, module.as_ref().unwrap_or(&empty))),
        hide_operations: true,
        ..Renderer::default()
    };
    faults.append(expect::unmet(&renderer, (name, text), &diags, Strictness::All));
    let text = module.map(|module| print_module(&ctx, &module, &PrintOptions::default())).unwrap_or_default();
    Ok(Converted { text, fuel: session.spent().iter().map(|row| row.1).sum() })
}

/// Whether `printed` has what the comments of a case say, in their order.
fn check(printed: &str, name: &str, case: &str, faults: &mut Diagnostics) {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let printed = plain(printed);
    let mut rest = printed.as_str();
    let (mut offset, mut says_something) = (0, case.contains("expected-"));
    for line in case.split_inclusive('\n') {
        if let Some((_, wanted)) = line.split_once(CHECK) {
            says_something = true;
            let wanted = plain(wanted);
            match rest.find(&wanted) {
                Some(at) => rest = &rest[at + wanted.len()..],
                None => {
                    let text =
                        format!("the converted program has no `{wanted}` after what is checked before");
                    let fault = Diagnostic::error("plugin-check", text);
                    faults.push(fault.in_file_at(name, offset as u64));
                    return;
                }
            }
        }
        offset += line.len();
    }
    if !says_something {
        let text =
            format!("the case does not say what it becomes: it has no `{CHECK}`, nor expects a diagnostic");
        faults.push(Diagnostic::error("plugin-check", text).in_file(name));
    }
}
