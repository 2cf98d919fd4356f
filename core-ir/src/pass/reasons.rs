//! Why operations are what they are after a pass that applies rules: plain data, for tools to show.
//!
//! Everything is told once: operations refer to steps, and steps to earlier steps and to operations that the pass was
//! given. So reasons are about as large as the program, however much of it shares a reason.

use std::fmt;
use std::sync::Arc;

use crate::context::OpName;
use crate::graph::Op;
use crate::loc::LocId;

/// A rule, as messages name it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RuleText {
    /// Its name; for one of a family with its member, `legalize-unary/tf.Abs`.
    pub name: String,
    /// Where it stands: `file:line`.
    pub place: String,
    /// How exact it is, as rules say it: `exact`, `ulp(4)`.
    pub exactness: String,
    /// What it matches.
    pub left: String,
    /// What that is equal to.
    pub right: String,
}

/// Where a step, or an operation of the result, has something from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// An operation that the pass was given, by its place in [`Reasons::sources`].
    Source(usize),
    /// What an earlier step made, by its place in [`Reasons::steps`].
    Step(usize),
}

/// A rule that was applied.
#[derive(Clone, Debug)]
pub struct Step {
    /// The rule.
    pub rule: Arc<RuleText>,
    /// Whether its right side was found and its left side is used.
    pub reversed: bool,
    /// The iteration, over all rule sets.
    pub iteration: u32,
    /// The operations that it matched, the outermost first. Without an origin: a value from outside or a constant.
    pub matched: Vec<(OpName, Option<Origin>)>,
    /// The operations that it made of them.
    pub made: Vec<OpName>,
}

/// An operation of the result.
#[derive(Clone, Debug)]
pub struct Derived {
    /// The operation.
    pub op: Op,
    /// Its name.
    pub name: OpName,
    /// Its location.
    pub loc: LocId,
    /// The types of its results.
    pub types: String,
    /// What it is; several where operations that the pass was given are all equal to it.
    pub from: Vec<Origin>,
    /// For each operation that it is equal to a proof, as places in [`Reasons::sources`] and [`Reasons::proofs`].
    pub proofs: Vec<(usize, usize)>,
}

/// What became of an operation that the pass was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceFate {
    /// It is this operation, by its place in [`Reasons::results`], alone or with others.
    Became(usize),
    /// Its value is part of a constant.
    Folded,
    /// Nothing needs its value.
    Unused,
    /// The target cannot run it, and nothing replaces it.
    Stuck,
}

/// An operation that the pass was given.
#[derive(Clone, Debug)]
pub struct Given {
    /// The operation as it was.
    pub op: Op,
    /// Its name.
    pub name: OpName,
    /// Its location.
    pub loc: LocId,
    /// What became of it.
    pub fate: SourceFate,
    /// What came of each rule that starts at it, for operations that somebody asked about; the nearest miss first.
    pub verdicts: Vec<Verdict>,
}

/// What came of a rule at an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The rule.
    pub rule: Arc<RuleText>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It was applied, and what it made is in the result.
    Chosen,
    /// It was applied, and other rules made what is in the result of what it made.
    OnTheWay,
    /// It was applied, but the result has something else there.
    Dearer {
        /// What the whole result would cost with it, in picoseconds of the cost model.
        cost: u128,
        /// What the result costs.
        chosen: u128,
    },
    /// It was applied, but the value is not needed by itself any more.
    NotNeeded,
    /// It was applied, but what it made needs its own value.
    Circular,
    /// It was applied, but the target does not run what it made.
    NotLegal {
        /// Why not.
        why: String,
    },
    /// It did not match.
    NoMatch {
        /// What does not fit, or the condition that does not hold, in a sentence.
        why: String,
        /// That condition, as it is written.
        condition: Option<String>,
        /// The parts of the condition with their values.
        values: Vec<(String, String)>,
    },
    /// It matched, but what it says cannot be built.
    NotBuilt {
        /// Why not.
        why: String,
    },
    /// It matches, but saturation stopped at its limit before.
    Limit,
    /// What it makes was there already.
    NothingNew,
    /// It did not run.
    SwitchedOff {
        /// Why not.
        why: String,
        /// Whether it would match.
        matches: bool,
    },
}

/// Picoseconds of the cost model as people read them.
pub fn cost_text(picoseconds: u128) -> String {
    format!("{:.3} us", picoseconds as f64 / 1e6)
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Outcome::Chosen => f.write_str("it was applied, and the result has what it made"),
            Outcome::OnTheWay => f.write_str("it was applied, and leads to what the result has"),
            Outcome::Dearer { cost, chosen } if cost == chosen => {
                f.write_str("it was applied, but what it made costs as much as what was there")
            }
            Outcome::Dearer { cost, chosen } => {
                let (less, more) = (cost_text(*chosen), cost_text(*cost));
                let difference = cost_text(cost.abs_diff(*chosen));
                let word = if cost > chosen { "more" } else { "less, but needs another choice elsewhere" };
                write!(
                    f,
                    "it was applied, but the result would cost {more} instead of {less}, {difference} {word}"
                )
            }
            Outcome::NotNeeded => {
                f.write_str("it was applied, but nothing in the result needs this value by itself")
            }
            Outcome::Circular => f.write_str("it was applied, but what it made is computed from this value"),
            Outcome::NotLegal { why } => write!(f, "it fired, but its result does not run: {why}"),
            Outcome::NoMatch { why, .. } => f.write_str(why),
            Outcome::NotBuilt { why } => write!(f, "it matches, but its right side cannot be built: {why}"),
            Outcome::Limit => f.write_str("it matches, but saturation stopped at its limit of growth before"),
            Outcome::NothingNew => f.write_str("it matches, but what it makes was there already"),
            Outcome::SwitchedOff { why, matches: true } => write!(f, "it matches, but {why}"),
            Outcome::SwitchedOff { why, .. } => f.write_str(why),
        }
    }
}

/// A proof that two terms are equal: terms of which each is equal to the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// The terms, the first of them what was there.
    pub terms: Vec<ProofTerm>,
}

/// A term of a proof.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofTerm {
    /// The term, two operations deep.
    pub text: String,
    /// Why it equals the term before: a rule with its place, `name (file:line)`, or `computed` for a constant; nothing
    /// where operands were replaced by equal ones.
    pub by: Option<String>,
    /// Whether the rule leads from this term to the one before.
    pub reversed: bool,
    /// The operands that were replaced: which, and the place of the proof in [`Reasons::proofs`].
    pub operands: Vec<(usize, usize)>,
}

/// The reasons for what a pass made of one block.
#[derive(Clone, Debug, Default)]
pub struct Reasons {
    /// The operations that it was given.
    pub sources: Vec<Given>,
    /// The rules that were applied on the way, each after what it needs.
    pub steps: Vec<Step>,
    /// The operations that it left, in order.
    pub results: Vec<Derived>,
    /// Proofs, where they were asked for.
    pub proofs: Vec<Proof>,
    /// Whether a limit ended the search early.
    pub stopped: bool,
    /// What the result costs, in picoseconds of the cost model.
    pub cost: u128,
}
