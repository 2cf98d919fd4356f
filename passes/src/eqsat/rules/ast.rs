//! Rules as they are written.

use std::fmt;

/// Where something stands: the bytes of the file from `start` up to `end`.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "@{}..{}", self.start, self.end)
    }
}

/// A word without its sigils, and where it stands with them.
#[derive(Clone, Debug, Default)]
pub struct Name {
    /// The word.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A rule, not yet instantiated for the members of its families.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its unique name, kebab-case.
    pub name: Name,
    /// Its documentation comment.
    pub doc: String,
    /// The lines of that comment.
    pub doc_lines: Vec<Span>,
    /// `@exact`, `@legalize`, ...
    pub annotations: Vec<Annotation>,
    /// Names that stand for each of several things.
    pub families: Vec<Family>,
    /// The left side.
    pub pattern: Pattern,
    /// What the operations have in common, where the left side stands for all operations that do.
    pub all: Option<AllOf>,
    /// Terms named before the right side.
    pub lets: Vec<(Name, Term)>,
    /// The right side.
    pub term: Term,
    /// What must hold, in order.
    pub conditions: Vec<Condition>,
    /// The file that it stands in.
    pub file: String,
    /// The line of its name, counted from 1.
    pub line: usize,
    /// All of it.
    pub span: Span,
}

/// `all(pattern by %x, $a where ...)`
#[derive(Clone, Debug, Default)]
pub struct AllOf {
    /// The names of what is the same for all of them; those of attributes keep their sigil.
    pub by: Vec<Name>,
    /// The name of the number of the result that each operation is; without one they are counted.
    pub at: Option<Name>,
    /// What must hold of each by itself, in order.
    pub conditions: Vec<Condition>,
}

/// `@ulp(4)`
#[derive(Clone, Debug)]
pub struct Annotation {
    /// The word.
    pub name: Name,
    /// The number in parentheses.
    pub argument: Option<f64>,
    /// All of it.
    pub span: Span,
}

/// `for (A, B) in [(tf.Exp, tfl.exp), ...]`
#[derive(Clone, Debug)]
pub struct Family {
    /// The names.
    pub names: Vec<Name>,
    /// What they stand for, in turn.
    pub choices: Vec<Vec<Expr>>,
    /// All of it.
    pub span: Span,
}

/// A pattern over the classes of an e-graph.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// Any value.
    Value(Name),
    /// All operands that are left.
    Rest(Name),
    /// An operation.
    Op(Box<OpPattern>),
}

/// An operation in a pattern.
#[derive(Clone, Debug)]
pub struct OpPattern {
    /// A name for its value.
    pub bind: Option<Name>,
    /// Its full name, or a family name.
    pub name: Name,
    /// Its operands.
    pub operands: Vec<Pattern>,
    /// Its attributes.
    pub attrs: Vec<(Name, AttrMatch)>,
    /// `..` or `..$rest`: attributes that are not mentioned may be anything.
    pub rest: Option<RestAttrs>,
    /// Which result is meant, of several.
    pub projection: Option<Projection>,
    /// All of it.
    pub span: Span,
}

/// `..` or `..$rest`
#[derive(Clone, Debug)]
pub struct RestAttrs {
    /// The name that keeps them.
    pub name: Option<Name>,
    /// All of it.
    pub span: Span,
}

/// `#1`
#[derive(Clone, Copy, Debug)]
pub struct Projection {
    /// Counted from 0.
    pub index: u32,
    /// Where it stands.
    pub span: Span,
}

/// What an attribute must be.
#[derive(Clone, Debug)]
pub enum AttrMatch {
    /// Anything, named.
    Bind(Name),
    /// One of a list, named.
    OneOf(Name, Expr),
    /// This; a name without a value yet, inside a list, binds.
    Is(Expr),
}

/// What a rule builds.
#[derive(Clone, Debug)]
pub enum Term {
    /// A value of the pattern or of a `let`.
    Value(Name),
    /// Several operands.
    Rest(Name),
    /// An operation.
    Op(Box<OpTerm>),
    /// `const(elements, element type, shape)`; without a shape a list has rank 1 and a number rank 0.
    Const(Vec<Expr>, Span),
    /// No operand.
    None(Span),
}

/// An operation that a rule builds.
#[derive(Clone, Debug)]
pub struct OpTerm {
    /// Its full name, or a family name.
    pub name: Name,
    /// Its operands.
    pub operands: Vec<Term>,
    /// Its attributes.
    pub attrs: Vec<(Name, Expr)>,
    /// Attributes that the pattern named with `..$rest`.
    pub rest: Option<Name>,
    /// The result's type or element type where inference cannot know it.
    pub ty: Option<Expr>,
    /// Which result is meant, of several.
    pub projection: Option<Projection>,
    /// All of it.
    pub span: Span,
}

/// Something that must hold.
#[derive(Clone, Debug)]
pub enum Condition {
    /// `$x := expr`; fails when the expression has no value.
    Let(Name, Expr),
    /// An expression that must be true, and its text on one line.
    Holds(Expr, String),
}

/// An expression over types, dimensions, attributes and constants, and where it stands.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// What an [`Expr`] is.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// An integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// Text.
    Str(String),
    /// A bare word: an element type, `true`, `false`.
    Word(String),
    /// The full name of an operation.
    OpRef(String),
    /// A family name.
    Family(String),
    /// `$x`
    Attr(String),
    /// `%x` or `%x...`
    Value(String),
    /// `[a, b]`
    List(Vec<Expr>),
    /// `f(a, b)`
    Call(Name, Vec<Expr>),
    /// Two operands.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `!a`
    Not(Box<Expr>),
}

/// An operator between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BinaryOp {
    Or,
    And,
    Eq,
    Ne,
    Le,
    Ge,
    Lt,
    Gt,
    In,
    Add,
    Sub,
    Mul,
    Div,
}
