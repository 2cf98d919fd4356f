//! Diagnostics as text for people: the only place that decides how they look.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{IsTerminal, Write as _};

use core_ir::diag::{Diagnostic, Diagnostics, Note, Place, Severity};
use core_ir::text::{line_col, print_op};
use core_ir::{Context, Graph, Loc, LocId, Op};
use rustc_hash::FxHashMap;

/// More errors than this help nobody.
const MAX_ERRORS: usize = 50;

/// A line of text longer than this is cut around the place that matters.
const MAX_LINE: usize = 160;

/// How deep locations are spelled out.
const MAX_LOC_DEPTH: usize = 12;

/// What diagnostics can be shown with.
#[derive(Default)]
pub(crate) struct Renderer<'a> {
    /// Texts by the names that diagnostics call them.
    pub(crate) texts: BTreeMap<String, String>,
    /// The module, to show operations of.
    pub(crate) module: Option<(&'a Context, &'a Graph)>,
    /// Whether remarks are shown.
    pub(crate) remarks: bool,
    /// The option that shows remarks.
    pub(crate) remarks_option: &'static str,
    /// Whether warnings are left out.
    pub(crate) quiet: bool,
}

const RED: &str = "\x1b[1;31m";
const YELLOW: &str = "\x1b[1;33m";
const BLUE: &str = "\x1b[1;34m";
const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

impl Renderer<'_> {
    /// Prints to the standard error; colours only for a terminal, and not when `NO_COLOR` is set.
    pub(crate) fn print(&self, diags: &Diagnostics) {
        let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let text = self.text(diags, colour);
        // There is nobody to tell that the standard error is closed.
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }

    fn text(&self, diags: &Diagnostics, colour: bool) -> String {
        let ops = self.module.map(|(ctx, module)| ops_by_loc(ctx, module, diags)).unwrap_or_default();
        let mut out = String::new();
        let (mut errors, mut remarks) = (0usize, 0usize);
        for diagnostic in diags.iter() {
            match diagnostic.severity {
                Severity::Remark if !self.remarks => {
                    remarks += 1;
                    continue;
                }
                Severity::Warning if self.quiet => continue,
                Severity::Error => errors += 1,
                _ => {}
            }
            if errors <= MAX_ERRORS || diagnostic.severity != Severity::Error {
                self.one(&mut out, diagnostic, &ops, colour);
            }
        }
        if errors > MAX_ERRORS {
            let _ = writeln!(out, "... and {} more errors", errors - MAX_ERRORS);
        }
        if remarks > 0 && !self.quiet {
            let plural = if remarks == 1 { "remark" } else { "remarks" };
            let _ = writeln!(out, "{remarks} {plural}, shown with {}", self.remarks_option);
        }
        out
    }

    fn one(&self, out: &mut String, diagnostic: &Diagnostic, ops: &FxHashMap<LocId, String>, colour: bool) {
        let (tint, bold, dim, plain) = match (colour, diagnostic.severity) {
            (false, _) => ("", "", "", ""),
            (_, Severity::Error) => (RED, BOLD, BLUE, PLAIN),
            (_, Severity::Warning) => (YELLOW, BOLD, BLUE, PLAIN),
            (_, Severity::Remark) => (BLUE, BOLD, BLUE, PLAIN),
        };
        let head = self.head(&diagnostic.place);
        let prefix = if head.is_empty() { String::new() } else { format!("{head}: ") };
        let (severity, code, message) = (diagnostic.severity, diagnostic.code, &diagnostic.message);
        let _ = writeln!(out, "{bold}{prefix}{tint}{severity}[{code}]{plain}{bold}: {message}{plain}");
        self.place(out, &diagnostic.place, ops, dim, plain);
        for Note { message, place } in &diagnostic.notes {
            let head = self.head(place);
            let prefix = if head.is_empty() { String::new() } else { format!("{head}: ") };
            let _ = writeln!(out, "  {dim}note{plain}: {prefix}{message}");
            self.place(out, place, ops, dim, plain);
        }
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(out, "  {dim}help{plain}: {help}");
        }
    }

    /// What stands before a message: `file:line:col`, or a path, or nothing.
    fn head(&self, place: &Place) -> String {
        match place {
            Place::Text { source, start, .. } => match self.texts.get(source) {
                Some(text) => core_ir::text::place_text(source, text, *start),
                None => format!("{source}:@{start}"),
            },
            Place::File { path, offset: Some(offset) } => format!("{} at byte {offset}", path.display()),
            Place::File { path, offset: None } => path.display().to_string(),
            Place::Loc(loc) => match self.module.and_then(|(ctx, _)| file_of(ctx, *loc)) {
                Some((file, line, col)) => format!("{file}:{line}:{col}"),
                None => String::new(),
            },
            Place::None => String::new(),
        }
    }

    /// The lines below a message that show the place.
    fn place(&self, out: &mut String, place: &Place, ops: &FxHashMap<LocId, String>, dim: &str, plain: &str) {
        match place {
            Place::Text { source, start, end } => {
                if let Some(text) = self.texts.get(source) {
                    snippet(out, text, *start, *end, dim, plain);
                }
            }
            Place::Loc(loc) => {
                let Some((ctx, _)) = self.module else { return };
                if let Some((file, line, col)) = file_of(ctx, *loc)
                    && let Some(text) = self.texts.get(&file)
                    && let Some(start) = offset_of(text, line, col)
                {
                    snippet(out, text, start, start + 1, dim, plain);
                    return;
                }
                let described = describe(ctx, *loc, 0);
                if !described.is_empty() {
                    let _ = writeln!(out, "  {dim}at{plain} {described}");
                }
                if let Some(op) = ops.get(loc) {
                    let _ = writeln!(out, "  {dim}in{plain} {op}");
                }
            }
            Place::File { .. } | Place::None => {}
        }
    }
}

/// The lines of operations that `diags` point at, as far as the module still has them.
fn ops_by_loc(ctx: &Context, module: &Graph, diags: &Diagnostics) -> FxHashMap<LocId, String> {
    let mut wanted: FxHashMap<LocId, String> = FxHashMap::default();
    for diagnostic in diags.iter() {
        let places = diagnostic.notes.iter().map(|note| &note.place).chain([&diagnostic.place]);
        for place in places {
            if let Place::Loc(loc) = place {
                wanted.insert(*loc, String::new());
            }
        }
    }
    wanted.remove(&LocId::UNKNOWN);
    if wanted.is_empty() {
        return wanted;
    }
    passes::functions::read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op: Op| {
            if let Some(text) = wanted.get_mut(&graph.loc(op))
                && text.is_empty()
                && graph.inner(op).is_none()
            {
                *text = shortened(&print_op(ctx, graph, op));
            }
        });
    });
    wanted.retain(|_, text| !text.is_empty());
    wanted
}

fn shortened(line: &str) -> String {
    const MOST: usize = 300;
    if line.len() <= MOST {
        return line.to_owned();
    }
    let cut = (0..=MOST).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0);
    format!("{} ...", &line[..cut])
}

/// The file position in a location, the innermost first.
fn file_of(ctx: &Context, loc: LocId) -> Option<(String, usize, usize)> {
    let mut at = loc;
    for _ in 0..MAX_LOC_DEPTH {
        match ctx.loc_of(at) {
            Loc::File { file, line, col } => {
                return Some((ctx.str_text(*file).into_owned(), *line as usize, *col as usize));
            }
            Loc::Name { child, .. } => at = *child,
            Loc::CallSite { callee, .. } => at = *callee,
            Loc::Fused { locs, .. } => at = *locs.last()?,
            Loc::Unknown => return None,
        }
    }
    None
}

/// A location in words: `"conv1/Conv2D", called at "model"`.
pub(crate) fn describe(ctx: &Context, loc: LocId, depth: usize) -> String {
    if depth > MAX_LOC_DEPTH {
        return "...".into();
    }
    match ctx.loc_of(loc) {
        Loc::Unknown => String::new(),
        Loc::Name { name, .. } => format!("\"{}\"", ctx.str_text(*name)),
        Loc::File { file, line, col } => format!("{}:{line}:{col}", ctx.str_text(*file)),
        Loc::CallSite { callee, caller } => {
            let (callee, caller) = (describe(ctx, *callee, depth + 1), describe(ctx, *caller, depth + 1));
            match (callee.is_empty(), caller.is_empty()) {
                (true, _) => caller,
                (_, true) => callee,
                _ => format!("{callee} in the call {caller}"),
            }
        }
        Loc::Fused { locs, .. } => {
            const MOST: usize = 4;
            let mut parts: Vec<String> =
                locs.iter().take(MOST).map(|&loc| describe(ctx, loc, depth + 1)).collect();
            if locs.len() > MOST {
                parts.push(format!("{} more", locs.len() - MOST));
            }
            parts.join(" + ")
        }
    }
}

fn offset_of(text: &str, line: usize, col: usize) -> Option<usize> {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(skip) => text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').nth(skip)?.0 + 1,
    };
    Some((start + col.saturating_sub(1)).min(text.len()))
}

/// The line of `text` with bytes `start..end` marked below it.
fn snippet(out: &mut String, text: &str, start: usize, end: usize, dim: &str, plain: &str) {
    let (line, col) = line_col(text, start);
    let begin = start.min(text.len()) - (col - 1);
    let rest = &text.as_bytes()[begin..];
    let length = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
    let mut shown = String::from_utf8_lossy(&rest[..length]).replace('\t', " ");
    let before = String::from_utf8_lossy(&rest[..(col - 1).min(length)]).chars().count();
    let marked = end.saturating_sub(start).clamp(1, length.saturating_sub(col - 1).max(1));
    let mut caret = before;
    if shown.chars().count() > MAX_LINE {
        let skip = before.saturating_sub(MAX_LINE / 2);
        shown = shown.chars().skip(skip).take(MAX_LINE).collect();
        caret -= skip;
    }
    let number = line.to_string();
    let margin = " ".repeat(number.len());
    let marks = "^".repeat(marked.min(MAX_LINE.saturating_sub(caret).max(1)));
    let _ = writeln!(out, "{dim}{number} |{plain} {shown}");
    let _ = writeln!(out, "{dim}{margin} |{plain} {}{marks}", " ".repeat(caret));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_faults_show_the_line_and_mark_the_place() {
        let mut diags = Diagnostics::new();
        diags.push(Diagnostic::error("bad", "this is wrong").in_text("a.mlir", 8, 11).help("write it right"));
        let texts = BTreeMap::from([("a.mlir".to_owned(), "first\n  \tbad thing\n".to_owned())]);
        let text = Renderer { texts, ..Renderer::default() }.text(&diags, false);
        let expected =
            "a.mlir:2:3: error[bad]: this is wrong\n2 |    bad thing\n  |   ^^^\n  help: write it right\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn locations_are_described_with_their_calls() {
        let ctx = Context::new();
        let (callee, caller) = (ctx.name_loc("conv"), ctx.name_loc("call"));
        let loc = ctx.loc(Loc::CallSite { callee, caller });
        assert_eq!(
            describe(&ctx, ctx.fused_loc([loc, callee]), 0),
            "\"conv\" in the call \"call\" + \"conv\""
        );
    }

    #[test]
    fn remarks_are_counted_when_they_are_not_shown() {
        let mut diags = Diagnostics::new();
        diags.push(Diagnostic::remark("r", "look"));
        let hidden = Renderer { remarks_option: "-v", ..Renderer::default() };
        assert_eq!(hidden.text(&diags, false), "1 remark, shown with -v\n");
        assert_eq!(
            Renderer { remarks: true, ..Renderer::default() }.text(&diags, false),
            "remark[r]: look\n"
        );
    }
}
