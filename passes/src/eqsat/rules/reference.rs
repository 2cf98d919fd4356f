//! The rule reference: what there is, from documentation comments and tables.

use std::fmt::Write as _;

use core_ir::diag::Result;

use super::ast::Rule;
use super::value::NATIVES;
use super::{parse::parse, parse_all};

/// The page of the rules of `files` and of the functions that rules call, in Markdown. `folder` is where the page finds
/// the files.
pub fn page(files: &[(&str, &str)], folder: &str) -> Result<String> {
    let count = parse_all(files)?.len();
    let mut out = String::from("# Rules\n\n");
    let _ = writeln!(
        out,
        "Written by `tfl-opt rules reference` from the comments of rules. Do not edit.\n\n\
         There are {count} rules; [the rule language]({folder}README.md) says what their classes mean. A number behind a \
         name says how many rules a family makes of one."
    );
    for (name, text) in files {
        let _ = writeln!(out, "\n## {name}\n");
        if let Some(about) = about(text) {
            let _ = writeln!(out, "{about}\n");
        }
        out.push_str("| Rule | Classes | What it says | Text |\n|---|---|---|---|\n");
        for rule in parse(name, text)? {
            let instances = instances(&rule);
            let times = if instances > 1 { format!(" ({instances})") } else { String::new() };
            let _ = writeln!(
                out,
                "| `{}`{times} | {} | {} | [{name}:{line}]({folder}{name}#L{line}) |",
                rule.name.text,
                classes(&rule, text),
                cell(&rule.doc),
                line = rule.line,
            );
        }
    }
    out.push_str(
        "\n## Functions\n\nA function without a value, because too little is known, makes a condition that does not hold.\n\n\
         | Function | Value | What it is |\n|---|---|---|\n",
    );
    for native in NATIVES {
        let _ =
            writeln!(out, "| `{}` | {} | {} |", native.signature(), native.result.word(), cell(native.doc));
    }
    Ok(out)
}

/// The annotations of a rule as they are written in `text`.
pub fn classes(rule: &Rule, text: &str) -> String {
    let words: Vec<&str> =
        rule.annotations.iter().filter_map(|note| text.get(note.span.start..note.span.end)).collect();
    words.join(" ")
}

/// How many rules the families of a rule make of it.
pub fn instances(rule: &Rule) -> usize {
    rule.families.iter().map(|family| family.choices.len()).product()
}

/// What the comment at the start of a file says.
fn about(text: &str) -> Option<String> {
    let lines: Vec<&str> = text
        .lines()
        .map_while(|line| line.strip_prefix("//").filter(|rest| !rest.starts_with('/')))
        .map(str::trim)
        .collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
