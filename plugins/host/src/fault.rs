//! What goes wrong with a call, each cause with a code of its own.

use std::fmt;

use wasmtime::{Trap, WasmBacktrace};

/// Why a call of a plugin has no result.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The code of the diagnostic.
    pub code: &'static str,
    /// What the plugin did, as in "plugin `x` ...".
    pub what: String,
    /// Further facts.
    pub notes: Vec<String>,
    /// The limit that was reached, by name.
    pub limit: Option<&'static str>,
}

impl Fault {
    /// A fault with no further facts.
    pub fn new(code: &'static str, what: impl Into<String>) -> Self {
        Self { code, what: what.into(), notes: Vec::new(), limit: None }
    }

    /// A fault that a limit stopped.
    pub fn limit(code: &'static str, what: impl Into<String>, limit: &'static str) -> Self {
        Self { limit: Some(limit), ..Self::new(code, what) }
    }

    /// With a fact more.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Fault {}

/// The most frames of a plugin's stack that are shown.
const MOST_FRAMES: usize = 12;

/// What an error of the engine means. `has_copied_too_much` is what only the engine's text tells.
pub fn of_error(error: &wasmtime::Error, fold: bool) -> Fault {
    let name = |convert, of_fold| if fold { of_fold } else { convert };
    let mut fault = if let Some(fault) = error.downcast_ref::<Fault>() {
        fault.clone()
    } else if let Some(trap) = error.downcast_ref::<Trap>() {
        match trap {
            Trap::OutOfFuel => {
                Fault::limit("plugin-out-of-fuel", "ran out of fuel", name("fuel", "fold-fuel"))
            }
            Trap::Interrupt => {
                Fault::limit("plugin-watchdog", "took too long", name("wall-ms", "fold-wall-ms"))
                    .note("by the clock, which is not the same on every machine; fuel is")
            }
            Trap::StackOverflow => Fault::new("plugin-stack", "used up its stack"),
            Trap::UnreachableCodeReached => Fault::new("plugin-panic", "panicked"),
            Trap::MemoryOutOfBounds | Trap::TableOutOfBounds | Trap::HeapMisaligned => {
                Fault::new("plugin-trap", "reached outside its memory").note(trap.to_string())
            }
            other => Fault::new("plugin-trap", "trapped").note(other.to_string()),
        }
    } else {
        let text = error.root_cause().to_string();
        // The engine has no type for this error.
        if text.contains("fuel allocated for hostcalls") {
            Fault::limit("plugin-copy", "gave more data at once than it may", name("copy", "fold-copy"))
        } else {
            Fault::new("plugin-abi", "broke the rules of the interface").note(first_line(&text))
        }
    };
    if let Some(stack) = error.downcast_ref::<WasmBacktrace>().and_then(stack_text) {
        fault.notes.push(format!("plugin stack: {stack}"));
    }
    fault
}

/// The innermost frames, each by its function's name.
fn stack_text(backtrace: &WasmBacktrace) -> Option<String> {
    let frames = backtrace.frames();
    let names = frames.iter().take(MOST_FRAMES).map(|frame| match frame.func_name() {
        Some(name) => wasm_name(name),
        None => format!("function {}", frame.func_index()),
    });
    let mut names: Vec<String> = names.collect();
    names.dedup();
    if frames.len() > MOST_FRAMES {
        names.push("...".into());
    }
    (!names.is_empty()).then(|| names.join(" <- "))
}

/// The readable part of a name that a plugin chose.
fn wasm_name(name: &str) -> String {
    let plain = clean(name, 80);
    let at = plain.rfind("::h").filter(|&at| plain.len() - at == 19);
    at.map_or(plain.clone(), |at| plain[..at].to_owned())
}

/// `text` without control characters, and no longer than it should be.
pub fn clean(text: &str, most: usize) -> String {
    let is_bad = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut chars = text.chars().map(|c| if is_bad(c) { ' ' } else { c });
    let mut out: String = chars.by_ref().take(most).collect();
    if chars.next().is_some() {
        out.push_str("...");
    }
    out
}

fn first_line(text: &str) -> String {
    clean(text.lines().next().unwrap_or_default(), 200)
}
