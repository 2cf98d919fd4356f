//! Structured diagnostics: what is wrong, where, why, and what to do about it.
//!
//! A fallible function that stops at the first fault returns [`Result`]. A phase that can carry on after a fault (the
//! verifier, a pass) pushes into [`Diagnostics`] and returns `Result<T, Reported>`.

use std::fmt;
use std::path::PathBuf;

use crate::loc::LocId;

/// The result of a function that stops at its first fault.
pub type Result<T, E = Box<Diagnostic>> = std::result::Result<T, E>;

/// How bad a [`Diagnostic`] is. Only errors make a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something worth knowing, with no consequence.
    Remark,
    /// The result is right but may surprise.
    Warning,
    /// No result can be given.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Remark => "remark",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

/// The place a diagnostic points at.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Place {
    /// Nowhere in particular.
    #[default]
    None,
    /// A byte range of a text source, for parse errors. `source` is the name of the text, usually a path.
    Text {
        /// The name of the text.
        source: String,
        /// The first byte.
        start: usize,
        /// One past the last byte.
        end: usize,
    },
    /// A byte offset of a binary file, where one is known.
    File {
        /// The file.
        path: PathBuf,
        /// The offset of the faulty bytes.
        offset: Option<u64>,
    },
    /// An operation of the IR, by its location.
    Loc(LocId),
}

/// A remark attached to a [`Diagnostic`], with a place of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub message: String,
    /// Where it points.
    pub place: Place,
}

/// One fault or remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable kebab-case code such as `checkpoint-checksum`, for scripts and for `--report`.
    pub code: &'static str,
    /// One sentence without a final full stop: what is wrong, naming the thing.
    pub message: String,
    /// Where.
    pub place: Place,
    /// Further facts.
    pub notes: Vec<Note>,
    /// What the user can do.
    pub help: Option<String>,
    /// The operation that it is about, as it stood when the fault was found.
    pub operation: Option<String>,
}

impl Diagnostic {
    /// An error with a code and a message, pointing nowhere yet.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A warning with a code and a message, pointing nowhere yet.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// A remark with a code and a message, pointing nowhere yet.
    pub fn remark(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Remark, code, message)
    }

    fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity,
            code,
            message: message.into(),
            place: Place::None,
            notes: Vec::new(),
            help: None,
            operation: None,
        }
    }

    /// Points at the operation location `loc`.
    pub fn at(mut self, loc: LocId) -> Self {
        self.place = Place::Loc(loc);
        self
    }

    /// Points at `path`.
    pub fn in_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.place = Place::File { path: path.into(), offset: None };
        self
    }

    /// Points at byte `offset` of `path`.
    pub fn in_file_at(mut self, path: impl Into<PathBuf>, offset: u64) -> Self {
        self.place = Place::File { path: path.into(), offset: Some(offset) };
        self
    }

    /// Points at a byte range of the text called `source`.
    pub fn in_text(mut self, source: impl Into<String>, start: usize, end: usize) -> Self {
        self.place = Place::Text { source: source.into(), start, end };
        self
    }

    /// Adds a note without a place.
    pub fn note(mut self, message: impl Into<String>) -> Self {
        self.notes.push(Note { message: message.into(), place: Place::None });
        self
    }

    /// Adds a note that points at an operation location.
    pub fn note_at(mut self, message: impl Into<String>, loc: LocId) -> Self {
        self.notes.push(Note { message: message.into(), place: Place::Loc(loc) });
        self
    }

    /// Says what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Shows the operation that it is about.
    pub fn operation(mut self, text: impl Into<String>) -> Self {
        self.operation = Some(text.into());
        self
    }

    /// As an `Err`, boxed.
    pub fn err<T>(self) -> Result<T> {
        Err(Box::new(self))
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Text { source, start, .. } => write!(f, "{source}:@{start}: ")?,
            Place::File { path, offset: Some(offset) } => write!(f, "{}:@{offset}: ", path.display())?,
            Place::File { path, offset: None } => write!(f, "{}: ", path.display())?,
            Place::None | Place::Loc(_) => {}
        }
        write!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        for note in &self.notes {
            write!(f, "\n  note: {}", note.message)?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n  help: {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}

/// Proof that a fault was pushed into a [`Diagnostics`]; carries nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported(());

/// A list that diagnostics are pushed into, in the order in which they are found.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    errors: usize,
}

impl Diagnostics {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds `diagnostic` and gives the token a failing function returns.
    pub fn push(&mut self, diagnostic: impl Into<Box<Diagnostic>>) -> Reported {
        let diagnostic = *diagnostic.into();
        self.errors += usize::from(diagnostic.severity == Severity::Error);
        self.list.push(diagnostic);
        Reported(())
    }

    /// Whether an error was pushed.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// `Err` if an error was pushed.
    pub fn ok_unless_errors<T>(&self, value: T) -> Result<T, Reported> {
        if self.has_errors() { Err(Reported(())) } else { Ok(value) }
    }

    /// How many errors were pushed.
    pub fn error_count(&self) -> usize {
        self.errors
    }

    /// The diagnostics so far.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Moves the diagnostics of `other` to the end of this list.
    pub fn append(&mut self, other: Diagnostics) {
        self.errors += other.errors;
        self.list.extend(other.list);
    }

    /// Takes the list out.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.list
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, more: T) {
        for diagnostic in more {
            self.push(diagnostic);
        }
    }
}
