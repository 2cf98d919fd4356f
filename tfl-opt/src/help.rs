//! `--help` and `--list-passes`, laid out as LLVM's tools do.

use std::fmt::Write as _;

use clap::{Arg, Command};
use core_ir::registry::{DialectRegistry, linked_passes};
use passes::pipelines::PIPELINES;

/// Where descriptions start.
const COLUMN: usize = 56;

/// The names of the linked dialects.
pub(crate) fn dialects() -> Vec<&'static str> {
    DialectRegistry::linked().iter().map(|dialect| dialect.name).collect()
}

/// What `--help` says of `command`, whose options have headings.
pub(crate) fn text(command: &mut Command) -> String {
    let mut out = String::new();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let _ = writeln!(out, "OVERVIEW: {about}\n");
    let _ = writeln!(out, "Available Dialects: {}", dialects().join(", "));
    let usage = command.render_usage().to_string();
    let _ = writeln!(out, "USAGE: {}\n\nOPTIONS:", usage.trim_start_matches("Usage: "));
    command.build();
    let heading_of = |arg: &Arg| arg.get_help_heading().unwrap_or("Generic options").to_owned();
    let mut args: Vec<&Arg> = command.get_arguments().filter(|arg| !arg.is_positional()).collect();
    args.sort_by_key(|arg| name(arg));
    let mut headings: Vec<String> = Vec::new();
    for heading in command.get_arguments().filter(|arg| !arg.is_positional()).map(heading_of) {
        if !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    for heading in headings {
        let _ = writeln!(out, "\n{heading}:\n");
        for arg in args.iter().filter(|arg| heading_of(arg) == heading) {
            option(&mut out, arg);
        }
    }
    let _ = writeln!(out, "\nCompiler passes to run:\n");
    out.push_str(&passes("  "));
    out
}

/// The passes and the named pipelines, each with its options.
pub(crate) fn passes(indent: &str) -> String {
    let mut out = format!("{indent}Passes:\n");
    for pass in linked_passes() {
        row(&mut out, &format!("{indent}  --{}", pass.name), "- ", pass.summary);
        for (key, meaning) in pass.options {
            row(&mut out, &format!("{indent}    --{key}=<value>"), "-   ", meaning);
        }
    }
    let _ = writeln!(out, "{indent}Pass Pipelines:");
    for pipeline in PIPELINES {
        row(&mut out, &format!("{indent}  --{}", pipeline.name), "- ", pipeline.summary);
        for option in pipeline.options {
            let text = format!("{} (default={})", option.help, option.default);
            row(&mut out, &format!("{indent}    --{}=<value>", option.name), "-   ", &text);
        }
    }
    out
}

/// `--name` or `-n`.
fn name(arg: &Arg) -> String {
    match (arg.get_long(), arg.get_short()) {
        (Some(long), _) => format!("--{long}"),
        (None, Some(short)) => format!("-{short}"),
        (None, None) => arg.get_id().to_string(),
    }
}

fn option(out: &mut String, arg: &Arg) {
    let mut left = format!("  {}", name(arg));
    let words = arg.get_possible_values();
    if arg.get_action().takes_values() {
        let value = match arg.get_value_names() {
            Some([value]) if words.is_empty() => value.to_lowercase(),
            _ => "value".into(),
        };
        let is_optional = arg.get_num_args().is_some_and(|range| range.min_values() == 0);
        let joint = if arg.get_long().is_some() { "=" } else { " " };
        left.push_str(&if is_optional { format!("[{joint}<{value}>]") } else { format!("{joint}<{value}>") });
    }
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if arg.get_action().takes_values() && !defaults.is_empty() {
        let _ = write!(help, " (default={})", defaults.join(","));
    }
    row(out, &left, "- ", &help);
    for word in words {
        let about = word.get_help().map(ToString::to_string).unwrap_or_default();
        row(out, &format!("    ={}", word.get_name()), "-   ", &about);
    }
}

fn row(out: &mut String, left: &str, dash: &str, text: &str) {
    let _ = writeln!(out, "{left:<COLUMN$} {dash}{text}");
}
