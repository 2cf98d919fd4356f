//! Rules with names resolved, as they are matched and applied.

use core_ir::{ConstId, OpName, StrId};

use super::ast::{BinaryOp, Span};
use super::value::{Native, Val};

/// How far the two sides of a rule may differ.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Exactness {
    /// Bit by bit, up to the payload of NaN and the sign of zero.
    Exact,
    /// By the order of float operations.
    Reassoc,
    /// By this many units in the last place.
    Ulp(f64),
    /// By this much, relative to the largest element.
    Approx(f64),
}

/// What a rule is for. Sets run in this order over one e-graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleSet {
    /// Simpler forms of one dialect.
    Canon,
    /// From one dialect to another.
    Legalize,
    /// Several operations into one.
    Fuse,
}

impl RuleSet {
    /// Every set, in order.
    pub const ALL: [RuleSet; 3] = [RuleSet::Canon, RuleSet::Legalize, RuleSet::Fuse];

    /// `canon`
    pub fn word(self) -> &'static str {
        match self {
            RuleSet::Canon => "canon",
            RuleSet::Legalize => "legalize",
            RuleSet::Fuse => "fuse",
        }
    }
}

/// Where a variable's value is kept.
pub type Slot = usize;

/// A rule ready to run.
#[derive(Debug)]
pub struct Compiled {
    /// The rule's name.
    pub name: String,
    /// The rule's documentation.
    pub doc: String,
    /// How exact it is.
    pub exactness: Exactness,
    /// What it is for.
    pub set: RuleSet,
    /// Whether the right side is the simpler one wherever the left side stands.
    pub simpler: bool,
    /// `file:line`
    pub place: String,
    /// The file that it stands in.
    pub file: String,
    /// Where its name stands there.
    pub span: Span,
    /// The left side.
    pub pattern: OpPat,
    /// The conditions in order; those of each operation by itself when the rule is about several.
    pub conditions: Vec<Cond>,
    /// What makes several matches one, when the rule is about several operations.
    pub joint: Option<Joint>,
    /// The source operation that it is an answer about, by its place in the encoding. Such a rule is true of no other, and
    /// is not searched for.
    pub source: Option<usize>,
    /// How to match: operations in the order of the pattern, conditions as early as what they need is known.
    pub steps: Vec<Step>,
    /// How far below the root a match may look: 1 for the operands of the root.
    pub depth: usize,
    /// Values made before the right side, in order.
    pub lets: Vec<(Slot, Build)>,
    /// The right side.
    pub build: Build,
    /// How many slots there are.
    pub slots: usize,
    /// The names of the slots, as messages call them.
    pub names: Vec<String>,
    /// The slot of `%root`.
    pub root: Slot,
}

/// A step of matching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Match the operation of the pattern with this [`OpPat::index`].
    Op(usize),
    /// Ask this condition.
    Condition(usize),
}

/// How several matches become one. What they do not share becomes lists, in the order of the matches.
#[derive(Debug)]
pub struct Joint {
    /// What they share; the first is a value.
    pub by: Vec<Slot>,
    /// The number of the result that each of them is; without it they are counted.
    pub at: Option<Slot>,
    /// What must hold of all of them together, in order.
    pub conditions: Vec<Cond>,
}

/// A pattern.
#[derive(Debug)]
pub enum Pat {
    /// Any value, kept in a slot or equal to what is there.
    Var(Slot),
    /// All operands up to those that later patterns need.
    Rest(Slot),
    /// An operation.
    Op(Box<OpPat>),
}

/// An operation in a pattern.
#[derive(Debug)]
pub struct OpPat {
    /// Its name.
    pub name: OpName,
    /// The slot for its value.
    pub bind: Option<Slot>,
    /// Its operands.
    pub operands: Vec<Pat>,
    /// Its attributes by name.
    pub attrs: Vec<(String, AttrPat)>,
    /// Whether other attributes may be anything, and the slot for them.
    pub rest: Option<Option<Slot>>,
    /// Which result is meant.
    pub projection: Option<u32>,
    /// Whether the first two operands may be swapped.
    pub commutative: bool,
    /// The slot for the number of an operation with effects.
    pub place: Option<Slot>,
    /// Its number among the operations of the whole pattern, outer ones first.
    pub index: usize,
    /// The number of the operation whose operand it is; its own for the outermost.
    pub user: usize,
    /// Which of the operands is a `...`.
    pub rest_operands: Option<usize>,
}

/// What an attribute must be.
#[derive(Debug)]
pub enum AttrPat {
    /// Anything.
    Bind(Slot),
    /// One of a list.
    OneOf(Slot, Ex),
    /// This.
    Is(Ex),
}

/// A condition.
#[derive(Debug)]
pub enum Cond {
    /// Keeps the value of an expression.
    Let(Slot, Ex, String),
    /// Must be true.
    Holds(Ex, String),
}

impl Cond {
    /// The expression that it is about.
    pub fn value(&self) -> &Ex {
        let (Cond::Let(_, value, _) | Cond::Holds(value, _)) = self;
        value
    }
}

/// What is built.
#[derive(Debug)]
pub enum Build {
    /// A value.
    Var(Slot),
    /// Several operands.
    Rest(Slot),
    /// An operation.
    Op(Box<OpBuild>),
    /// A constant: elements, element type, shape.
    Const(Ex, Ex, Option<Ex>),
    /// A constant that is there already.
    Elements(ConstId),
    /// No operand.
    None,
}

/// An operation to build.
#[derive(Debug)]
pub struct OpBuild {
    /// Its name.
    pub name: OpName,
    /// Its operands.
    pub operands: Vec<Build>,
    /// Its attributes.
    pub attrs: Vec<(StrId, Ex)>,
    /// Attributes taken over.
    pub rest: Option<Slot>,
    /// Its type or its element type, where it is given.
    pub ty: Option<Ex>,
    /// Which result is meant.
    pub projection: Option<u32>,
    /// The slot with the number of an operation with effects, whose place this one takes.
    pub place: Option<Slot>,
}

/// An expression.
#[derive(Debug)]
pub enum Ex {
    /// A value known at load time.
    Lit(Val),
    /// A variable.
    Var(Slot),
    /// A list.
    List(Vec<Ex>),
    /// A function call.
    Call(&'static Native, Vec<Ex>),
    /// An operator.
    Binary(BinaryOp, Box<Ex>, Box<Ex>),
    /// Negation.
    Not(Box<Ex>),
}
