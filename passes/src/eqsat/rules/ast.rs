//! Rules as they are written.

/// A rule, not yet instantiated for the members of its families.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its unique name, kebab-case.
    pub name: String,
    /// Its documentation comment.
    pub doc: String,
    /// `@exact`, `@legalize`, ...
    pub annotations: Vec<Annotation>,
    /// Names that stand for each of several things.
    pub families: Vec<Family>,
    /// The left side.
    pub pattern: Pattern,
    /// Terms named before the right side.
    pub lets: Vec<(String, Term)>,
    /// The right side.
    pub term: Term,
    /// What must hold, in order.
    pub conditions: Vec<Condition>,
    /// Where it stands: file, first line.
    pub file: String,
    /// See `file`; counted from 1.
    pub line: usize,
}

/// `@ulp(4)`
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// The word.
    pub name: String,
    /// The number in parentheses.
    pub argument: Option<f64>,
}

/// `for (A, B) in [(tf.Exp, tfl.exp), ...]`
#[derive(Clone, Debug)]
pub struct Family {
    /// The names.
    pub names: Vec<String>,
    /// What they stand for, in turn.
    pub choices: Vec<Vec<Expr>>,
}

/// A pattern over the classes of an e-graph.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// Any value.
    Value(String),
    /// All operands that are left.
    Rest(String),
    /// An operation.
    Op(Box<OpPattern>),
}

/// An operation in a pattern.
#[derive(Clone, Debug)]
pub struct OpPattern {
    /// A name for its value.
    pub bind: Option<String>,
    /// Its full name, or a family name.
    pub name: String,
    /// Its operands.
    pub operands: Vec<Pattern>,
    /// Its attributes.
    pub attrs: Vec<(String, AttrMatch)>,
    /// Whether attributes that are not mentioned may be anything, and a name for them.
    pub rest: Option<Option<String>>,
    /// Which result is meant, of several.
    pub projection: Option<u32>,
}

/// What an attribute must be.
#[derive(Clone, Debug)]
pub enum AttrMatch {
    /// Anything, named.
    Bind(String),
    /// One of a list, named.
    OneOf(String, Expr),
    /// This; a name without a value yet, inside a list, binds.
    Is(Expr),
}

/// What a rule builds.
#[derive(Clone, Debug)]
pub enum Term {
    /// A value of the pattern or of a `let`.
    Value(String),
    /// Several operands.
    Rest(String),
    /// An operation.
    Op(Box<OpTerm>),
    /// `const(elements, element type, shape)`; without a shape a list has rank 1 and a number rank 0.
    Const(Vec<Expr>),
    /// No operand.
    None,
}

/// An operation that a rule builds.
#[derive(Clone, Debug)]
pub struct OpTerm {
    /// Its full name, or a family name.
    pub name: String,
    /// Its operands.
    pub operands: Vec<Term>,
    /// Its attributes.
    pub attrs: Vec<(String, Expr)>,
    /// Attributes that the pattern named with `..$rest`.
    pub rest: Option<String>,
    /// The result's type or element type where inference cannot know it.
    pub ty: Option<Expr>,
    /// Which result is meant, of several.
    pub projection: Option<u32>,
}

/// Something that must hold.
#[derive(Clone, Debug)]
pub enum Condition {
    /// `$x := expr`; fails when the expression has no value.
    Let(String, Expr),
    /// An expression that must be true.
    Holds(Expr, String),
}

/// An expression over types, dimensions, attributes and constants.
#[derive(Clone, Debug)]
pub enum Expr {
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
    Call(String, Vec<Expr>),
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
