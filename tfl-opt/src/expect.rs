//! `--verify-diagnostics`: comments of a text say which diagnostics it causes.
//!
//! ```text
//! // expected-error @+1 {{'tfl.add' op needs}}
//! // expected-note-re @above {{see {{[a-z]+}}}}
//! ```
//!
//! The kinds are `error`, `warning`, `remark` and `note`; `-re` makes what stands in inner `{{...}}` a regular expression.
//! The line is that of the comment, or `@+N` and `@-N` lines from it, or the next (`@below`) or last (`@above`) line
//! without such a comment; `@unknown` is for diagnostics that point at no line.

use std::sync::LazyLock;

use core_ir::Diagnostics;
use core_ir::diag::Diagnostic;
use regex::{Captures, Regex};

use crate::render::{Kind, Message, Purpose, Renderer, Spot};

/// Which diagnostics have to be expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Strictness {
    /// Every one.
    All,
    /// What is expected must come; other diagnostics may.
    OnlyExpected,
}

static EXPECTATION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"expected-(error|note|remark|warning)(-re)? *(@([+-][0-9]+|above|below|unknown))? *\{\{(.*)\}\}$",
    )
    .ok()
});

/// A diagnostic that a text says it causes.
struct Expectation {
    kind: Kind,
    /// The line it points at, counted from 1; none for a place that is no line of the text.
    line: Option<usize>,
    /// The comment's bytes.
    span: (usize, usize),
    /// What its message holds.
    text: String,
    pattern: Option<Regex>,
    met: bool,
}

impl Expectation {
    fn fits(&self, message: &str) -> bool {
        match &self.pattern {
            Some(pattern) => pattern.is_match(message),
            None => message.contains(&self.text),
        }
    }
}

/// The expectations of one text.
struct Expectations<'t> {
    name: &'t str,
    list: Vec<Expectation>,
    /// What is wrong with the expectations, and what did not meet them.
    faults: Diagnostics,
}

impl<'t> Expectations<'t> {
    fn read(name: &'t str, text: &str) -> Self {
        let mut this = Self { name, list: Vec::new(), faults: Diagnostics::new() };
        let (mut end, mut last_plain) = (0usize, 0usize);
        let mut for_next_plain: Vec<usize> = Vec::new();
        for (index, line) in text.split('\n').enumerate() {
            let (start, number) = (end, index + 1);
            end += line.len() + 1;
            match EXPECTATION.as_ref().and_then(|form| form.captures(line.trim_ascii_end())) {
                Some(found) => {
                    if found.get(4).is_some_and(|offset| offset.as_str() == "below") {
                        for_next_plain.push(this.list.len());
                    }
                    this.add(&found, start, number, last_plain);
                }
                None => {
                    for at in for_next_plain.drain(..) {
                        if let Some(expectation) = this.list.get_mut(at) {
                            expectation.line = Some(number);
                        }
                    }
                    last_plain = number;
                }
            }
        }
        this
    }

    /// Adds what the comment `found` says, on line `number`, which starts at byte `start`.
    fn add(&mut self, found: &Captures<'_>, start: usize, number: usize, last_plain: usize) {
        let part = |at: usize| found.get(at).map_or("", |part| part.as_str());
        let whole = found.get(0).map_or(0..0, |whole| whole.range());
        let span = (start + whole.start, start + whole.end);
        let line = match part(4) {
            "unknown" => None,
            "above" => Some(last_plain),
            // Until the next line that is no expectation is met, this is none.
            "below" => Some(0),
            "" => Some(number),
            offset => {
                Some(offset.parse::<isize>().ok().and_then(|by| number.checked_add_signed(by)).unwrap_or(0))
            }
        };
        let kind = match part(1) {
            "error" => Kind::Error,
            "warning" => Kind::Warning,
            "remark" => Kind::Remark,
            _ => Kind::Note,
        };
        match found.get(2).map(|_| pattern(part(5))).transpose() {
            Ok(pattern) => {
                let text = part(5).to_owned();
                self.list.push(Expectation { kind, line, span, text, pattern, met: false });
            }
            Err(why) => self.fault("expectation", why, span),
        }
    }

    fn fault(&mut self, code: &'static str, message: String, span: (usize, usize)) {
        self.faults.push(Diagnostic::error(code, message).in_text(self.name, span.0, span.1));
    }

    /// Looks for the expectation that `message` meets; gives what to say when there is none.
    fn meet(&mut self, message: &Message<'_>) -> Option<Unmet> {
        let line = match &message.spot {
            Spot::Text { name, line, .. } if name == self.name => Some(*line),
            // A line of another text is none that this one can name.
            Spot::Text { .. } => return Some(Unmet::Unexpected),
            Spot::Nowhere | Spot::Words(_) => None,
        };
        let mut near = None;
        for expectation in &mut self.list {
            if expectation.line == line && expectation.fits(&message.text) {
                if expectation.kind == message.kind {
                    expectation.met = true;
                    return None;
                }
                near = Some((expectation.kind, expectation.span));
            }
        }
        Some(near.map_or(Unmet::Unexpected, |(kind, span)| Unmet::OtherKind(kind, span)))
    }
}

/// Why a message met no expectation.
enum Unmet {
    Unexpected,
    OtherKind(Kind, (usize, usize)),
}

/// The regular expression of an expectation: that in inner `{{...}}`, the rest as it stands.
fn pattern(text: &str) -> Result<Regex, String> {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((plain, more)) = rest.split_once("{{") {
        whole.push_str(&regex::escape(plain));
        let Some((inner, more)) = more.split_once("}}") else {
            return Err("found start of regex with no end '}}'".into());
        };
        // Each one for itself, so that a bracket in one is not closed by another.
        Regex::new(inner).map_err(|fault| format!("invalid regex: {}", last_line(&fault)))?;
        whole.push_str("(?:");
        whole.push_str(inner);
        whole.push(')');
        rest = more;
    }
    whole.push_str(&regex::escape(rest));
    Regex::new(&whole).map_err(|fault| format!("invalid regex: {}", last_line(&fault)))
}

/// What is wrong with an expression, without the picture of where.
fn last_line(fault: &regex::Error) -> String {
    let text = fault.to_string();
    text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

/// Compares `diags` with what `text` says of itself, and gives what differs.
pub(crate) fn unmet(
    renderer: &Renderer<'_>,
    (name, text): (&str, &str),
    diags: &Diagnostics,
    strictness: Strictness,
) -> Diagnostics {
    let mut expectations = Expectations::read(name, text);
    let ops = Default::default();
    for diagnostic in diags.iter() {
        for message in renderer.messages(diagnostic, &ops) {
            let missing = expectations.meet(&message);
            if message.purpose == Purpose::Aid || strictness == Strictness::OnlyExpected {
                continue;
            }
            match missing {
                Some(Unmet::OtherKind(kind, span)) => {
                    let (found, wanted) = (message.kind.word(), kind.word());
                    let text = format!("'{found}' diagnostic emitted when expecting a '{wanted}'");
                    expectations.fault("unexpected-diagnostic", text, span);
                }
                Some(Unmet::Unexpected) => {
                    let text = format!("unexpected {}: {}", message.kind.word(), message.text);
                    let mut fault = Diagnostic::error("unexpected-diagnostic", text);
                    fault.place = message.place.clone();
                    expectations.faults.push(fault);
                }
                None => {}
            }
        }
    }
    let missing: Vec<(String, (usize, usize))> = expectations
        .list
        .iter()
        .filter(|expectation| !expectation.met)
        .map(|expectation| {
            let (kind, text) = (expectation.kind.word(), &expectation.text);
            (format!("expected {kind} \"{text}\" was not produced"), expectation.span)
        })
        .collect();
    for (text, span) in missing {
        expectations.fault("missing-diagnostic", text, span);
    }
    expectations.faults
}
