//! `tfl-opt plugin test`: cases in MLIR, each with the module that it becomes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use core_ir::diag::{Diagnostic, Result};
use core_ir::{Context, Diagnostics};
use passes::eqsat::rules::Choice;
use plugins_host::load::Wanted;
use plugins_host::plugins::{PluginSet, Session};

use super::build::{self, BuildArgs};
use super::case::{self, Case};
use super::{count, diff, read_text, say, write};
use crate::plugins::LoaderArgs;
use crate::rules;

/// Convert the cases of a plugin, each twice, and compare with what they should become.
///
/// A case is a file of MLIR in the folder `tests`: a module that uses the operation, a line `// -----`, and the module
/// that it becomes, above which comments tell what is said meanwhile.
#[derive(clap::Args, Debug)]
pub(super) struct TestArgs {
    /// The crate of a plugin, which is built first, or the file of one.
    #[arg(default_value = ".")]
    plugin: PathBuf,
    /// The folder of the cases, in place of `tests` beside the plugin.
    #[arg(long, value_name = "DIR")]
    cases: Option<PathBuf>,
    /// Write what comes of each case into its file.
    #[arg(long)]
    bless: bool,
    #[command(flatten)]
    how: LoaderArgs,
}

/// How a case ended.
enum Verdict {
    Passes,
    /// It has no other side yet, or another one now.
    Blessed,
    Fails(String),
}

/// Runs the cases.
pub(super) fn run(args: &TestArgs, diags: &mut Diagnostics) -> Result<()> {
    let (file, folder) = if args.plugin.is_dir() {
        (build::run(&BuildArgs::of(&args.plugin))?, args.plugin.as_path())
    } else {
        (args.plugin.clone(), args.plugin.parent().unwrap_or(Path::new("")))
    };
    let cases = cases_of(&args.cases.clone().unwrap_or_else(|| folder.join("tests")))?;
    let plugin = super::load(&Wanted::parse(&file.to_string_lossy()), &args.how, diags)?;
    let title = plugin.title();
    let mut said = Vec::new();
    let set = PluginSet::new(vec![plugin], &Default::default(), &mut said).map(Arc::new);
    diags.extend(said);
    let set = set?;
    say(&format!("{title}: {}\n", count(cases.len(), "case")))?;
    let mut failed = 0;
    for path in &cases {
        let text = read_text(path, "the case")?;
        let (verdict, fuel) = run_case(path, &text, &set, args.bless)?;
        let word = match &verdict {
            Verdict::Passes => "ok".to_owned(),
            Verdict::Blessed => "written".to_owned(),
            Verdict::Fails(why) => format!("FAILED\n{why}"),
        };
        failed += usize::from(matches!(verdict, Verdict::Fails(_)));
        say(&format!("{} ... fuel {fuel} ... {}\n", path.display(), word.trim_end()))?;
    }
    if failed == 0 {
        return say(&format!("{} passed\n", count(cases.len(), "case")));
    }
    let text = format!("{failed} of {} failed", count(cases.len(), "case"));
    Diagnostic::error("plugin-test", text)
        .help("where the new result is right, `--bless` writes it into the case")
        .err()
}

/// The cases in a folder, sorted. There must be one.
fn cases_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let fault = |why: String| Box::new(Diagnostic::error("plugin-test", why).in_file(folder));
    let entries = std::fs::read_dir(folder)
        .map_err(|why| {
            fault(format!("the folder of cases cannot be read: {why}")).help("name it with --cases DIR")
        })
        .map_err(Box::new)?;
    let mut cases: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "mlir"))
        .collect();
    cases.sort();
    if cases.is_empty() {
        return Err(Box::new(fault("there is no case here".into()).help(
            "write a module that uses the operation into a file that ends in .mlir, and run with --bless",
        )));
    }
    Ok(cases)
}

/// Converts one case twice, and compares; gives the fuel too.
fn run_case(path: &Path, text: &str, set: &Arc<PluginSet>, bless: bool) -> Result<(Verdict, u64)> {
    let case = Case::new(text);
    let name = path.display().to_string();
    let choice = Choice { files: set.rules().to_vec(), ..Choice::default() };
    let convert = || {
        let session = Arc::new(Session::new(set.clone(), None));
        let define = |ctx: &Context| set.define(ctx).and_then(|()| rules::choose(ctx, &choice));
        let made = case::convert(&name, &case, session.clone(), &define);
        (made, session.spent().iter().map(|spent| spent.1).sum::<u64>())
    };
    let ((first, fuel), (second, other_fuel)) = (convert(), convert());
    let (first, second) = match (first, second) {
        (Ok(first), Ok(second)) => (first, second),
        (Err(diags), _) | (_, Err(diags)) => {
            let lines: String = diags.iter().map(|diag| format!("{diag}\n")).collect();
            return Ok((Verdict::Fails(format!("the case cannot be run:\n{lines}")), fuel));
        }
    };
    let fails = |why: &str, diff: String| Ok((Verdict::Fails(format!("{why}:\n{diff}")), fuel));
    if first != second {
        return fails("the same module became something else the second time", diff::diff(&first, &second));
    }
    if fuel != other_fuel {
        let both = format!("{fuel} and {other_fuel}");
        return fails("the plugin did not do the same twice; it used fuel", both);
    }
    match case.expected {
        Some(expected) if expected.trim() == first.trim() => Ok((Verdict::Passes, fuel)),
        _ if bless => {
            write(path, Case::text(case.input, &first).as_bytes())?;
            Ok((Verdict::Blessed, fuel))
        }
        Some(expected) => {
            fails("- is what the case says, + what came", diff::diff(expected.trim(), first.trim()))
        }
        None => fails("the case says not what it becomes; --bless would write", first),
    }
}
