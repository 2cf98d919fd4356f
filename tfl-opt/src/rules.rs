//! `tfl-opt rules`, and the options that say which rules run.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use core_ir::diag::{Diagnostic, Diagnostics, Result};
use core_ir::{Context, diag};
use passes::eqsat::rules::{self, Choice, reference};
use passes::eqsat::soundness::{self, Effort};

use crate::Failed;
use crate::arguments::{RuleChoice, RulesAction, RulesArgs};
use crate::files;
use crate::opt::print;
use crate::plugins::PluginSet;
use crate::render::Renderer;

/// Runs a command of the group.
pub(crate) fn run(args: &RulesArgs) -> Result<(), Failed> {
    match &args.action {
        RulesAction::List { rules } => list(rules),
        RulesAction::Show { names, rules } => print_or_report(show(names, rules)),
        RulesAction::Fmt { check, files } => fmt(files, *check),
        RulesAction::Check { files } => check(files),
        RulesAction::Reference => {
            print_or_report(reference::page(&rules::files(), "../passes/rules/").map_err(Fault::from))
        }
    }
}

/// What is wrong, and the texts that it may point into.
struct Fault {
    fault: Box<Diagnostic>,
    texts: Vec<(String, String)>,
}

impl From<Box<Diagnostic>> for Fault {
    fn from(fault: Box<Diagnostic>) -> Self {
        Fault { fault, texts: Vec::new() }
    }
}

fn print_or_report(text: Result<String, Fault>) -> Result<(), Failed> {
    match text {
        Ok(text) => print(&text),
        Err(Fault { fault, texts }) => {
            let mut diags = Diagnostics::new();
            diags.push(fault);
            report(&diags, texts);
            Err(Failed)
        }
    }
}

fn report(diags: &Diagnostics, texts: Vec<(String, String)>) {
    Renderer { texts: texts.into_iter().collect(), codes: true, ..Renderer::default() }.print(diags);
}

/// What the options of a run say about rules; the files are read. The rules of plugins come after those of the files.
pub(crate) fn choice(args: &RuleChoice, plugins: &PluginSet) -> Result<Choice> {
    let mut files = read(&args.rules)?;
    files.extend(plugins.rules().iter().cloned());
    Ok(Choice { files, disabled: args.disable_rule.clone(), strict: args.strict })
}

/// Makes `choice` the rules of `ctx`. Where nothing is chosen, rules are not even read before they are needed.
pub(crate) fn choose(ctx: &Context, choice: &Choice) -> diag::Result<()> {
    if *choice != Choice::default() {
        rules::choose(ctx, choice)?;
    }
    Ok(())
}

/// The files by their paths, with their texts.
fn read(paths: &[PathBuf]) -> Result<Vec<(String, String)>> {
    paths.iter().map(|path| Ok((path.display().to_string(), text_of(path)?))).collect()
}

fn text_of(path: &Path) -> Result<String> {
    let fault = |why: String| Box::new(Diagnostic::error("no-input", why).in_file(path));
    let read = if files::is_standard(path) {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = read.map_err(|why| fault(format!("the file of rules cannot be read: {why}")))?;
    String::from_utf8(bytes).map_err(|_| fault("the file of rules is not UTF-8 text".into()))
}

/// Every linked file of rules and those at `paths`.
fn all_files(paths: &[PathBuf]) -> Result<Vec<(String, String)>> {
    let linked = rules::files().into_iter().map(|(name, text)| (name.to_owned(), text.to_owned()));
    Ok(linked.chain(read(paths)?).collect())
}

/// `tfl-opt rules list`, `tfl-opt --list-rules`
pub(crate) fn list(paths: &[PathBuf]) -> Result<(), Failed> {
    let text = || {
        let files = all_files(paths)?;
        let mut out = String::new();
        for (name, text) in &files {
            let parsed =
                rules::parse::parse(name, text).map_err(|fault| Fault { fault, texts: files.clone() })?;
            for rule in parsed {
                let times = match reference::instances(&rule) {
                    1 => String::new(),
                    count => format!(" ({count})"),
                };
                let left = format!("{}{times}", rule.name.text);
                let place = format!("{name}:{}", rule.line);
                let classes = reference::classes(&rule, text);
                let _ = writeln!(out, "{left:<40} {classes:<26} {place:<24} {}", rule.doc);
            }
        }
        Ok(out)
    };
    print_or_report(text())
}

/// The rules called `names` with their comments, each below its place.
fn show(names: &[String], paths: &[PathBuf]) -> Result<String, Fault> {
    let files = all_files(paths)?;
    let mut all = Vec::new();
    for (name, text) in &files {
        let parsed =
            rules::parse::parse(name, text).map_err(|fault| Fault { fault, texts: files.clone() })?;
        all.extend(parsed.into_iter().map(|rule| (rule, text)));
    }
    let mut shown = Vec::new();
    for name in names {
        let base = name.split('/').next().unwrap_or_default();
        let Some((rule, text)) = all.iter().find(|(rule, _)| rule.name.text == base) else {
            return Ok(rules::no_such_rule(all.iter().map(|(rule, _)| rule.name.text.as_str()), name)?);
        };
        let body = text.get(rule.span.start..rule.span.end).unwrap_or_default();
        shown.push(format!("// {}:{}\n{body}\n", rule.file, rule.line));
    }
    Ok(shown.join("\n"))
}

/// `tfl-opt rules fmt`: names the files that were, or with `check` are, not laid out. The standard input goes to the
/// standard output.
fn fmt(paths: &[PathBuf], check: bool) -> Result<(), Failed> {
    let (mut diags, mut texts, mut changed) = (Diagnostics::new(), Vec::new(), String::new());
    for path in paths {
        let name = path.display().to_string();
        let done = text_of(path).and_then(|text| {
            texts.push((name.clone(), text.clone()));
            Ok((rules::fmt::format(&name, &text)?, text))
        });
        match done {
            Ok((new, _)) if files::is_standard(path) && !check => changed.push_str(&new),
            Ok((new, old)) if new == old => {}
            Ok((new, _)) => {
                let _ = writeln!(changed, "{}{name}", if check { "not laid out: " } else { "" });
                if !check {
                    // A fault is noted in `diags`, which decide how the command ends.
                    let _ = files::write_text(path, &new, &mut diags);
                }
            }
            Err(fault) => _ = diags.push(fault),
        }
    }
    report(&diags, texts);
    print(&changed)?;
    if diags.has_errors() || check && !changed.is_empty() { Err(Failed) } else { Ok(()) }
}

/// `tfl-opt rules check`: each rule by itself, so that a fault in one does not hide those of others; then whether they are
/// true. A file takes the place of the linked one of its name, so that those can be checked too.
fn check(paths: &[PathBuf]) -> Result<(), Failed> {
    let (mut diags, mut texts, mut count) = (Diagnostics::new(), Vec::new(), 0);
    match read(paths) {
        Ok(own) => {
            let is_own =
                |name: &str| paths.iter().any(|path| path.file_name().is_some_and(|own| own == name));
            let linked = rules::files().into_iter().filter(|(name, _)| !is_own(name));
            let own_names = own.iter().map(|(name, text)| (name.as_str(), text.as_str()));
            let all: Vec<(&str, &str)> = linked.chain(own_names.clone()).collect();
            let ctx = Context::new();
            count = rules::check_all(&ctx, &all, &own_names.clone().collect::<Vec<_>>(), &mut diags);
            if !diags.has_errors() {
                // What reads well may still be wrong.
                match rules::load(&ctx, &own_names.collect::<Vec<_>>()) {
                    Ok(rules) => {
                        let findings = soundness::check(&ctx, &rules, Effort::default());
                        for (rule, finding) in rules.iter().zip(findings) {
                            let span = rule.span;
                            let fault =
                                finding.fault.map(|fault| fault.in_text(&rule.file, span.start, span.end));
                            fault.into_iter().for_each(|fault| _ = diags.push(fault));
                        }
                    }
                    Err(fault) => _ = diags.push(fault),
                }
            }
            texts = own;
        }
        Err(fault) => _ = diags.push(fault),
    }
    report(&diags, texts);
    if diags.has_errors() {
        return Err(Failed);
    }
    let s = if count == 1 { "" } else { "s" };
    print(&format!("{count} rule{s} checked, no fault found\n"))
}
