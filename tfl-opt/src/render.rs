//! Diagnostics as text for people, in the form of mlir-opt: the only place that decides how they look.
//!
//! ```text
//! model.mlir:3:8: error: what is wrong
//!   %0 = tf.Foo ...
//!        ^~~~~~
//! model.mlir:3:8: note: what can be done
//! ```

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{IsTerminal, Write as _};

use core_ir::diag::{Diagnostic, Diagnostics, Place, Severity};
use core_ir::text::{attr_text, line_col, print_op};
use core_ir::{Attr, Context, Graph, Loc, LocId, Op};
use rustc_hash::FxHashMap;

/// More errors than this help nobody.
const MAX_ERRORS: usize = 50;

/// A line of text longer than this is cut around the place that matters.
const MAX_LINE: usize = 160;

/// A location longer than this is cut.
const MAX_LOC: usize = 400;

/// How deep locations are looked into.
const MAX_LOC_DEPTH: usize = 12;

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Error,
    Warning,
    Remark,
    Note,
}

impl Kind {
    /// `error`
    pub(crate) fn word(self) -> &'static str {
        match self {
            Kind::Error => "error",
            Kind::Warning => "warning",
            Kind::Remark => "remark",
            Kind::Note => "note",
        }
    }

    fn tint(self) -> &'static str {
        match self {
            Kind::Error => "\x1b[1;31m",
            Kind::Warning => "\x1b[1;35m",
            Kind::Remark => "\x1b[1;34m",
            Kind::Note => "\x1b[1;30m",
        }
    }
}

impl From<Severity> for Kind {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Kind::Error,
            Severity::Warning => Kind::Warning,
            Severity::Remark => Kind::Remark,
        }
    }
}

/// Where a message points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    Nowhere,
    /// A line and a column of a text, both counted from 1.
    Text {
        name: String,
        line: usize,
        col: usize,
        /// How many bytes it is about.
        length: usize,
    },
    /// Anything else, in words: a path, `loc("name")`.
    Words(String),
}

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To say what is.
    Fact,
    /// To help people who read it; no test has to expect it.
    Aid,
}

/// A diagnostic, or one of its notes.
#[derive(Clone, Debug)]
pub(crate) struct Message<'d> {
    pub(crate) kind: Kind,
    pub(crate) text: Cow<'d, str>,
    pub(crate) code: Option<&'static str>,
    /// Where it points.
    pub(crate) place: Place,
    /// The same, as it is shown.
    pub(crate) spot: Spot,
    pub(crate) purpose: Purpose,
}

/// What diagnostics can be shown with.
#[derive(Default)]
pub(crate) struct Renderer<'a> {
    /// Texts by the names that diagnostics call them.
    pub(crate) texts: BTreeMap<String, String>,
    /// The module, to show operations of.
    pub(crate) module: Option<(&'a Context, &'a Graph)>,
    /// The option that shows remarks, when they are not shown.
    pub(crate) remarks_option: Option<&'static str>,
    /// Whether warnings are left out.
    pub(crate) quiet: bool,
    /// Whether the codes of diagnostics are shown.
    pub(crate) codes: bool,
    /// Whether the operations that diagnostics are about are left out.
    pub(crate) hide_operations: bool,
}

pub(crate) const BOLD: &str = "\x1b[1m";
pub(crate) const GREEN: &str = "\x1b[1;32m";
pub(crate) const PLAIN: &str = "\x1b[0m";

impl Renderer<'_> {
    /// Prints to the standard error; colours only for a terminal, and not when `NO_COLOR` is set.
    pub(crate) fn print(&self, diags: &Diagnostics) {
        let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let text = self.text(diags, colour);
        // There is nobody to tell that the standard error is closed.
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }

    fn text(&self, diags: &Diagnostics, colour: bool) -> String {
        let (mut errors, mut remarks) = (0usize, 0usize);
        let shown: Vec<&Diagnostic> = diags
            .iter()
            .filter(|diagnostic| match diagnostic.severity {
                Severity::Remark if self.remarks_option.is_some() => {
                    remarks += 1;
                    false
                }
                Severity::Remark => true,
                Severity::Warning => !self.quiet,
                Severity::Error => {
                    errors += 1;
                    errors <= MAX_ERRORS
                }
            })
            .collect();
        let ops = self.operations(&shown);
        let mut out = String::new();
        for diagnostic in shown {
            let mut before = Spot::Nowhere;
            for message in self.messages(diagnostic, &ops) {
                self.one(&mut out, &message, &before, colour);
                before = message.spot;
            }
        }
        if errors > MAX_ERRORS {
            let _ = writeln!(out, "... and {} more errors", errors - MAX_ERRORS);
        }
        if let Some(option) = self.remarks_option.filter(|_| remarks > 0 && !self.quiet) {
            let plural = if remarks == 1 { "remark" } else { "remarks" };
            let _ = writeln!(out, "{remarks} {plural}, shown with {option}");
        }
        out
    }

    /// One message, with the line that it points at unless `before` did so already.
    fn one(&self, out: &mut String, message: &Message<'_>, before: &Spot, colour: bool) {
        let (bold, tint, mark, plain) =
            if colour { (BOLD, message.kind.tint(), GREEN, PLAIN) } else { ("", "", "", "") };
        let place = match &message.spot {
            Spot::Nowhere => String::new(),
            Spot::Text { name, line, col, .. } => format!("{name}:{line}:{col}: "),
            Spot::Words(words) => format!("{words}: "),
        };
        let code = message.code.filter(|_| self.codes).map(|code| format!(" [{code}]")).unwrap_or_default();
        let (kind, text) = (message.kind.word(), &message.text);
        let _ = writeln!(out, "{bold}{place}{plain}{tint}{kind}: {plain}{bold}{text}{plain}{code}");
        if let Spot::Text { name, line, col, length } = &message.spot
            && message.spot != *before
            && let Some(shown) = self.text_of(name)
        {
            snippet(out, shown, *line, *col, *length, mark, plain);
        }
    }

    /// A diagnostic and its notes, in the order in which they are shown.
    pub(crate) fn messages<'d>(
        &self,
        diagnostic: &'d Diagnostic,
        ops: &'d FxHashMap<LocId, String>,
    ) -> Vec<Message<'d>> {
        let place = &diagnostic.place;
        let note = |text: Cow<'d, str>, place: &Place, purpose| {
            let (spot, place) = (self.spot(place), place.clone());
            Message { kind: Kind::Note, text, code: None, place, spot, purpose }
        };
        let mut list = vec![Message {
            kind: diagnostic.severity.into(),
            text: (&diagnostic.message).into(),
            code: Some(diagnostic.code),
            place: place.clone(),
            spot: self.spot(place),
            purpose: Purpose::Fact,
        }];
        if let Place::Loc(loc) = place
            && let Some((ctx, _)) = self.module
        {
            let callers = callers(ctx, *loc).into_iter();
            list.extend(callers.map(|caller| note("called from".into(), &Place::Loc(caller), Purpose::Aid)));
        }
        for one in &diagnostic.notes {
            // A note without a place is about the place of its diagnostic.
            let place = if one.place == Place::None { place } else { &one.place };
            list.push(note((&one.message).into(), place, Purpose::Fact));
        }
        if let Some(help) = &diagnostic.help {
            list.push(note(help.into(), place, Purpose::Aid));
        }
        let in_module = || match place {
            Place::Loc(loc) => ops.get(loc),
            _ => None,
        };
        if let Some(op) = diagnostic.operation.as_ref().or_else(in_module).filter(|_| !self.hide_operations) {
            list.push(note(format!("see current operation: {}", shortened(op)).into(), place, Purpose::Aid));
        }
        list
    }

    /// The text that diagnostics call `name`: one that was given, or a file of rules.
    fn text_of(&self, name: &str) -> Option<&str> {
        let rules = || passes::eqsat::rules::files().into_iter().find(|file| file.0 == name);
        self.texts.get(name).map(String::as_str).or_else(|| rules().map(|file| file.1))
    }

    /// Where a place is, as far as the texts and the module know.
    fn spot(&self, place: &Place) -> Spot {
        match place {
            Place::Text { source, start, end } => match self.text_of(source) {
                Some(text) => {
                    let (line, col) = line_col(text, *start);
                    Spot::Text { name: source.clone(), line, col, length: end.saturating_sub(*start) }
                }
                None => Spot::Words(format!("{source} at byte {start}")),
            },
            Place::File { path, offset: Some(offset) } => {
                Spot::Words(format!("{} at byte {offset}", path.display()))
            }
            Place::File { path, offset: None } => Spot::Words(path.display().to_string()),
            Place::Loc(loc) => match self.module {
                Some((ctx, _)) => match file_of(ctx, *loc, 0) {
                    Some((name, line, col)) => Spot::Text { name, line, col, length: 1 },
                    None => Spot::Words(location(ctx, *loc)),
                },
                None => Spot::Nowhere,
            },
            Place::None => Spot::Nowhere,
        }
    }

    /// The operations that `diags` point at, as far as the module still has them, for those that do not bring theirs.
    pub(crate) fn operations(&self, diags: &[&Diagnostic]) -> FxHashMap<LocId, String> {
        let mut wanted: FxHashMap<LocId, String> = FxHashMap::default();
        for diagnostic in diags.iter().filter(|diagnostic| diagnostic.operation.is_none()) {
            if let Place::Loc(loc) = diagnostic.place {
                wanted.insert(loc, String::new());
            }
        }
        wanted.remove(&LocId::UNKNOWN);
        let Some((ctx, module)) = self.module.filter(|_| !wanted.is_empty()) else {
            return FxHashMap::default();
        };
        passes::functions::read_each_graph(module, &mut |graph| {
            graph.walk(&mut |op: Op| {
                if let Some(text) = wanted.get_mut(&graph.loc(op))
                    && text.is_empty()
                    && graph.inner(op).is_none()
                {
                    *text = print_op(ctx, graph, op);
                }
            });
        });
        wanted.retain(|_, text| !text.is_empty());
        wanted
    }
}

fn shortened(line: &str) -> Cow<'_, str> {
    const MOST: usize = 1000;
    if line.len() <= MOST {
        return line.into();
    }
    format!("{} ...", &line[..line.floor_char_boundary(MOST)]).into()
}

/// The position in a file that a location has, as MLIR looks for it.
pub(crate) fn file_of(ctx: &Context, loc: LocId, depth: usize) -> Option<(String, usize, usize)> {
    if depth > MAX_LOC_DEPTH {
        return None;
    }
    match ctx.loc_of(loc) {
        Loc::File { file, line, col } => {
            Some((ctx.str_text(*file).into_owned(), *line as usize, *col as usize))
        }
        Loc::Name { child, .. } => file_of(ctx, *child, depth + 1),
        Loc::CallSite { callee, caller } => {
            file_of(ctx, *callee, depth + 1).or_else(|| file_of(ctx, *caller, depth + 1))
        }
        // The last one is what an operation is named after.
        Loc::Fused { locs, .. } => locs.iter().rev().find_map(|&loc| file_of(ctx, loc, depth + 1)),
        Loc::Unknown => None,
    }
}

/// The calls that brought an operation where it is, as far as they have positions in files.
fn callers(ctx: &Context, loc: LocId) -> Vec<LocId> {
    let mut list = Vec::new();
    let mut at = loc;
    while let Loc::CallSite { caller, .. } = ctx.loc_of(at) {
        if list.len() == MAX_LOC_DEPTH {
            break;
        }
        if file_of(ctx, *caller, 0).is_some() {
            list.push(*caller);
        }
        at = *caller;
    }
    list
}

/// A location as MLIR prints it, `loc("name")`; a very long one is cut.
pub(crate) fn location(ctx: &Context, loc: LocId) -> String {
    if loc == LocId::UNKNOWN {
        return "<unknown>:0".into();
    }
    let text = attr_text(ctx, ctx.attr(Attr::Location(loc)));
    if text.len() <= MAX_LOC {
        return text;
    }
    format!("{}...)", &text[..text.floor_char_boundary(MAX_LOC)])
}

/// A line of `text`, and marks below the `length` bytes from column `col` on.
fn snippet(out: &mut String, text: &str, line: usize, col: usize, length: usize, mark: &str, plain: &str) {
    let Some(content) = line.checked_sub(1).and_then(|line| text.split('\n').nth(line)) else { return };
    let content = content.strip_suffix('\r').unwrap_or(content);
    let start = content.floor_char_boundary(col.saturating_sub(1));
    let end = content.floor_char_boundary(start.saturating_add(length));
    let mut shown = content.replace('\t', " ");
    let mut caret = content[..start].chars().count();
    if shown.chars().count() > MAX_LINE {
        let skip = caret.saturating_sub(MAX_LINE / 2);
        shown = shown.chars().skip(skip).take(MAX_LINE).collect();
        caret -= skip;
    }
    let marked = content[start..end].chars().count().min(MAX_LINE.saturating_sub(caret));
    let _ = writeln!(out, "{shown}");
    let _ = writeln!(out, "{}{mark}^{}{plain}", " ".repeat(caret), "~".repeat(marked.saturating_sub(1)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_faults_show_the_line_and_mark_the_place() {
        let mut diags = Diagnostics::new();
        diags.push(Diagnostic::error("bad", "this is wrong").in_text("a.mlir", 9, 12).help("write it right"));
        let texts = BTreeMap::from([("a.mlir".to_owned(), "first\n \tbad thing\n".to_owned())]);
        let renderer = Renderer { texts, codes: true, ..Renderer::default() };
        let expected =
            "a.mlir:2:4: error: this is wrong [bad]\n  bad thing\n   ^~~\na.mlir:2:4: note: write it right\n";
        assert_eq!(renderer.text(&diags, false), expected);
    }

    #[test]
    fn faults_in_rules_show_the_rule() {
        passes::link();
        let mut diags = Diagnostics::new();
        diags.push(Diagnostic::error("bad", "this is wrong").in_text("canon.rules", 4, 5));
        let text = Renderer::default().text(&diags, false);
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("canon.rules:1:5: error: this is wrong"));
        assert!(lines.next().is_some_and(|line| line.starts_with("//")), "{text}");
        assert_eq!(lines.next(), Some("    ^"));
    }

    #[test]
    fn a_place_in_an_inlined_function_shows_its_calls() {
        let ctx = Context::new();
        let file = ctx.str("a.mlir");
        let at = |line| ctx.loc(Loc::File { file, line, col: 1 });
        let loc = ctx.loc(Loc::CallSite { callee: at(1), caller: at(3) });
        let mut diags = Diagnostics::new();
        diags.push(Diagnostic::error("bad", "this is wrong").at(loc));
        let module = Graph::new();
        let texts = BTreeMap::from([("a.mlir".to_owned(), "one\ntwo\nthree".to_owned())]);
        let renderer = Renderer { texts, module: Some((&ctx, &module)), ..Renderer::default() };
        let expected = "a.mlir:1:1: error: this is wrong\none\n^\na.mlir:3:1: note: called from\nthree\n^\n";
        assert_eq!(renderer.text(&diags, false), expected);
    }

    #[test]
    fn a_place_without_a_file_is_a_location() {
        let ctx = Context::new();
        let mut diags = Diagnostics::new();
        diags.push(Diagnostic::error("bad", "this is wrong").at(ctx.name_loc("conv")).note("so it is"));
        let module = Graph::new();
        let renderer = Renderer { module: Some((&ctx, &module)), ..Renderer::default() };
        let expected = "loc(\"conv\"): error: this is wrong\nloc(\"conv\"): note: so it is\n";
        assert_eq!(renderer.text(&diags, false), expected);
    }

    #[test]
    fn remarks_are_counted_when_they_are_not_shown() {
        let mut diags = Diagnostics::new();
        diags.push(Diagnostic::remark("r", "look"));
        let hidden = Renderer { remarks_option: Some("-v"), ..Renderer::default() };
        assert_eq!(hidden.text(&diags, false), "1 remark, shown with -v\n");
        assert_eq!(Renderer::default().text(&diags, false), "remark: look\n");
    }
}
