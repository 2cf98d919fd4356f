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
//! - `same-type($a, $b, $result)` is one type where all are equal, else the function type.
//! - `each-comma($inputs)` is operands with a comma after each, the last included.
//! - `array($dims)` is the list `[1, 2]` that is held as `array<i64: 1, 2>`; `words($predicate, eq ne)` the word whose
//!   index an integer is; `stripped($flags, overflow, none)` the dialect's attribute `overflow` without its name, missing
//!   where it says `none`; `symbol($name)` a string as `@name`.
//! - `(... $x^ ...)?` is there when `$x` is, or else what follows in `:(...)`; `` `` `` puts no blank before what
//!   comes next, and `` ` ` `` one more.
//! - After `;` stand the types that are not written: `a = same(b)` (group by group), `a = elem(b)`, `a = bool(b)` (`i1` in the shape of
//!   `b`), `a = attr(value)` (the attribute's type), `a = parts(b)` (of a tuple), or a type: `a = index`. An operation
//!   with [`Traits::SAME_TYPE`](crate::spec::Traits::SAME_TYPE) needs to write one.
//!
//! What a format cannot say is printed in the generic form.

mod compile;
mod parse;
mod print;
mod types;

use crate::spec::{Arity, OpSpec};

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

impl Format {
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
    SameType(Box<[Slot]>),
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
    /// The word whose index it is.
    Words(Box<[Box<str>]>),
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
    Attr(usize),
    /// The text of a type.
    Type(Box<str>),
}
