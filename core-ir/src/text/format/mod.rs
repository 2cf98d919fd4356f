//! Assembly formats as data: the short form of an operation as a line of text, in the manner of MLIR's own.
//!
//! ```text
//! $lhs `,` $rhs (`fastmath` stripped($fastmath, fastmath, none)^)? attr-dict `:` type($result)
//! $predicate `,` $lhs `,` $rhs attr-dict `:` type($lhs) ; result = bool(lhs)
//! ```
//!
//! - `` `word` `` is itself. `$name` is an operand or a group of them, or an attribute without its type where the row
//!   says what it holds. `operands` is all of them. `attr-dict` is every attribute that nothing else prints, and
//!   `attr-dict-with-keyword` puts `attributes` before it.
//! - `type($name)`, `type(operands)` and `type(results)` are types; `functional-type(operands, results)` is what the
//!   generic form ends in, and may name groups: `functional-type($args, results)`.
//! - `brief-type($a, $result)` is these types where all others follow from them, else the function type of everything.
//! - `each-comma($inputs)` is operands with a comma after each, the last included.
//! - `array($dims)` is the list `[1, 2]` that is held as `array<i64: 1, 2>`; `words($predicate, eq ne)` the word whose
//!   index an integer is; `stripped($flags, overflow, none)` the dialect's attribute `overflow` without its name, missing
//!   where it says `none`; `symbol($name)` a string as `@name`.
//! - `(... $x^ ...)?` is there when `$x` is, or else what follows in `:(...)`; `` `` `` puts no blank before what
//!   comes next, and `` ` ` `` one more.
//! - After `;` stand the types that are not written: `a = same(b)` (group by group), `a = elem(b)`, `a = bool(b)` (`i1` in the shape of
//!   `b`), `a = attr(value)` (the attribute's type), `a = parts(b)` (of a tuple), `a = inputs(b)` and `a = outputs(b)` (of a function), or a type: `a = index`. An operation
//!   with [`Traits::SAME_TYPE`](crate::spec::Traits::SAME_TYPE) needs to write one.
//!
//! What a format cannot say is printed in the generic form.

mod compile;
mod parse;
mod print;
mod types;

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::spec::{Arity, OpSpec};
use crate::text::syntax::OpSyntax;

/// The short form of an operation.
pub struct Format {
    elements: Box<[Element]>,
    rules: Box<[Rule]>,
    /// The values of the row, operands first.
    rows: Box<[Row]>,
    /// How many of `rows` are operands.
    operands: usize,
    /// Whether each operand and each result stands once.
    plain: bool,
    /// The attributes that elements print.
    printed: Box<[&'static str]>,
    /// Whether the generic form, where it is needed, goes without the quotes around the name.
    bare: bool,
}

impl Format {
    /// Reads a format for the operation of a row. `bare` says that the generic form, where the format cannot say
    /// something, follows the name without quotes: `tfl.add(%a, %b) : ...`.
    ///
    /// # Errors
    /// When the text is no format or does not say all that the row has; as a clause.
    pub fn new(spec: &'static OpSpec, text: &str, bare: bool) -> Result<Self, String> {
        compile::compile(spec, text, bare)
    }
}

/// The formats of a dialect, as lines of text that are read when the first is asked for.
pub struct Formats {
    find_op: fn(&str) -> Option<Cow<'static, OpSpec>>,
    lines: &'static [FormatLine],
    read: OnceLock<FxHashMap<&'static str, Known>>,
}

struct Known {
    syntax: Option<OpSyntax>,
    result_name: &'static str,
}

/// The format of some operations that are written alike.
pub struct FormatLine {
    /// Their full names.
    pub ops: &'static [&'static str],
    /// See [`Format::new`]; empty where there is no short form, or code for it.
    pub text: &'static str,
    /// See [`Format::new`].
    pub bare: bool,
    /// What the result is called where the text is not generic, `%cast`; empty where it is numbered.
    pub result_name: &'static str,
}

impl FormatLine {
    /// A format for operations whose results are numbered.
    pub const fn new(ops: &'static [&'static str], text: &'static str) -> Self {
        Self { ops, text, bare: false, result_name: "" }
    }
}

impl Formats {
    /// The formats that `lines` say of operations whose rows `find_op` gives.
    pub const fn new(
        find_op: fn(&str) -> Option<Cow<'static, OpSpec>>,
        lines: &'static [FormatLine],
    ) -> Self {
        Self { find_op, lines, read: OnceLock::new() }
    }

    /// The short form of the operation with this full name.
    ///
    /// # Panics
    /// When a line is no format of its operations: a mistake of the program, not of its input.
    pub fn get(&self, name: &str) -> Option<&OpSyntax> {
        self.known(name)?.syntax.as_ref()
    }

    /// What the result of the operation with this full name is called; empty where it is numbered.
    pub fn result_name(&self, name: &str) -> &'static str {
        self.known(name).map_or("", |known| known.result_name)
    }

    fn known(&self, name: &str) -> Option<&Known> {
        let read = self.read.get_or_init(|| {
            let lines = self.lines.iter().flat_map(|line| line.ops.iter().map(move |&op| (op, line)));
            lines
                .map(|(op, line)| {
                    (op, Known { syntax: self.format(op, line), result_name: line.result_name })
                })
                .collect()
        });
        read.get(name)
    }

    fn format(&self, op: &str, line: &FormatLine) -> Option<OpSyntax> {
        if line.text.is_empty() {
            return None;
        }
        let row: &'static OpSpec = match (self.find_op)(op) {
            Some(Cow::Borrowed(row)) => row,
            Some(Cow::Owned(row)) => Box::leak(Box::new(row)),
            None => panic!("`{op}` has a format, but no row"),
        };
        match Format::new(row, line.text, line.bare) {
            Ok(format) => Some(OpSyntax::Format(format)),
            Err(fault) => panic!("the format of `{op}` {fault}"),
        }
    }
}

impl Format {
    /// All operands and all results.
    fn all_slots(&self) -> (Vec<Slot>, Vec<Slot>) {
        (0..self.rows.len() as Slot).partition(|&slot| usize::from(slot) < self.operands)
    }

    /// Whether the generic form goes without the quotes around the name.
    pub(crate) fn is_bare(&self) -> bool {
        self.bare
    }
}

/// An operand or a result of the row.
struct Row {
    name: &'static str,
    arity: Arity,
}

/// An index into [`Format::rows`].
type Slot = u8;

/// A piece of a format.
struct Element {
    kind: Kind,
    /// Whether a blank is printed before it.
    space: bool,
}

enum Kind {
    Literal(Box<str>),
    /// One blank; the only thing that is printed and not read.
    Blank,
    /// The operands of these rows, with commas.
    Operands(std::ops::Range<Slot>),
    EachComma(Slot),
    Attr(usize, AttrForm),
    AttrDict {
        keyword: bool,
    },
    Types(Box<[Slot]>),
    Functional(Box<[Slot]>, Box<[Slot]>),
    Brief(Box<[Slot]>),
    Group(Group),
}

struct Group {
    anchor: Anchor,
    body: Box<[Element]>,
    otherwise: Box<[Element]>,
}

#[derive(Clone, Copy)]
enum Anchor {
    Value(Slot),
    Attr(usize),
}

/// How an attribute is written.
enum AttrForm {
    /// With its type.
    Typed,
    /// `5`, of this width
    Number(u32),
    /// `1.5`, an `f32`
    Float,
    /// A word of a dialect's enumeration.
    Word,
    /// `[1, 2]`, held as `array<i64: 1, 2>`
    Array,
    /// The word whose index it is, an integer of this width.
    Words(Box<[Box<str>]>, u32),
    /// Without the dialect and this mnemonic; missing when its only word is the second.
    Stripped(Box<str>, Box<str>),
    /// A string as `@name`
    Symbol,
}

/// Where a type that is not written comes from.
struct Rule {
    target: Slot,
    source: Source,
}

enum Source {
    Same(Slot),
    Elem(Slot),
    Bool(Slot),
    Parts(Slot),
    Inputs(Slot),
    Outputs(Slot),
    Attr(usize),
    /// The text of a type.
    Type(Box<str>),
}
