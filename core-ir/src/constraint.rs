//! Constraints between the values of an operation, which rows name and messages quote.
//!
//! A [`Constraint`] is a sentence, a predicate and what that is asked about. The predicates here need nothing but types;
//! a dialect adds others. Whatever is not known of a type (a rank, a dimension) satisfies them unless they say so.

use std::ops::Deref;

use smallvec::SmallVec;

use crate::context::Context;
use crate::dims::Dim;
use crate::graph::{Graph, Op, Value};
use crate::spec::{List, OpView, Text};
use crate::types::{Type, TypeId};

/// A sentence that holds of every use of an operation.
#[derive(Clone, Debug)]
pub struct Constraint {
    /// What MLIR says after `failed to verify that`.
    pub sentence: Text,
    /// When it is asked.
    pub when: When,
    /// Whether it holds.
    pub holds: ConstraintFn,
    /// What it is about.
    pub args: List<Arg>,
}

/// When a [`Constraint`] is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before ranks: which values there are comes before what they are.
    Early,
    /// After ranks.
    Late,
    /// When the runtime is asked what it takes; a program on its way there may be otherwise.
    AtRuntime,
}

/// A predicate over one use of an operation.
pub type ConstraintFn = fn(&OpUse<'_>, &[Arg]) -> bool;

/// What a [`Constraint`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg {
    /// The operands of the row with this index.
    Operand(u8),
    /// The results of the row with this index.
    Result(u8),
    /// A number.
    Number(i64),
}

/// One use of an operation, with its place in a graph where it has one: a node of an e-graph has none.
#[derive(Clone, Copy)]
pub struct OpUse<'a> {
    /// The operation.
    pub view: OpView<'a>,
    /// Where it stands.
    pub place: Option<(&'a Graph, Op)>,
    /// How its operands are made, where it stands in no graph.
    pub definitions: Option<&'a dyn Definitions>,
}

/// How the operands of a use are made. Values are numbers; equal ones are the same value.
pub trait Definitions {
    /// Operand `i`.
    fn operand(&self, i: usize) -> Option<u32>;
    /// The operands of the operation called `name` that makes a value.
    fn made_by(&self, value: u32, name: &str) -> Option<Vec<u32>>;
}

struct InGraph<'a>(&'a Context, &'a Graph, Op);

impl Definitions for InGraph<'_> {
    fn operand(&self, i: usize) -> Option<u32> {
        Some(self.1.operand(self.2, i)?.as_u32())
    }

    fn made_by(&self, value: u32, name: &str) -> Option<Vec<u32>> {
        let &InGraph(ctx, graph, _) = self;
        let op = graph.defining_op(Value::from_u32(value)).filter(|&op| graph.is(ctx, op, name))?;
        Some(graph.operands(op).map(Value::as_u32).collect())
    }
}

impl<'a> Deref for OpUse<'a> {
    type Target = OpView<'a>;

    fn deref(&self) -> &OpView<'a> {
        &self.view
    }
}

impl<'a> OpUse<'a> {
    /// A use that stands in no graph, and of whose operands only types are known.
    pub fn alone(view: OpView<'a>) -> Self {
        Self { view, place: None, definitions: None }
    }

    /// The value that operand `i` is made from along `chain`: the operation called `.0` makes the value, and the way goes
    /// on at its operand `.1`.
    pub fn origin(&self, i: usize, chain: &[(&str, usize)]) -> Option<u32> {
        let follow = |definitions: &dyn Definitions| {
            chain.iter().try_fold(definitions.operand(i)?, |value, &(name, at)| {
                definitions.made_by(value, name)?.get(at).copied()
            })
        };
        match (self.place, self.definitions) {
            (Some((graph, op)), _) => follow(&InGraph(self.view.ctx, graph, op)),
            (None, Some(definitions)) => follow(definitions),
            (None, None) => None,
        }
    }
}

impl OpUse<'_> {
    /// The types of the values that `arg` names; those of absent operands are left out.
    pub fn types(&self, arg: Arg) -> SmallVec<[TypeId; 4]> {
        let view = &self.view;
        match arg {
            Arg::Operand(row) => {
                let sizes = view.spec.operand_segments(view.ctx, view.props, view.operands.len());
                range(sizes, row)
                    .filter_map(|at| view.operands.get(at))
                    .map(|operand| operand.ty)
                    .filter(|&ty| ty != TypeId::NONE)
                    .collect()
            }
            Arg::Result(row) => {
                let sizes = view.spec.result_segments(view.ctx, view.props, view.results.len());
                range(sizes, row).filter_map(|at| view.results.get(at).copied()).collect()
            }
            Arg::Number(_) => SmallVec::new(),
        }
    }

    /// The type of the first value that `arg` names, if it is present.
    pub fn ty(&self, arg: Arg) -> Option<TypeId> {
        self.types(arg).first().copied()
    }

    /// The dimensions of the first value that `arg` names, where its rank is known.
    pub fn dims(&self, arg: Arg) -> Option<&[Dim]> {
        self.view.ctx.shape(self.ty(arg)?)
    }

    /// The dimensions of the first value that `arg` names, where all are known.
    pub fn fixed_dims(&self, arg: Arg) -> Option<Vec<i64>> {
        self.view.ctx.fixed_shape(self.ty(arg)?)
    }
}

fn range(sizes: Option<Vec<usize>>, row: u8) -> std::ops::Range<usize> {
    let (sizes, row) = (sizes.unwrap_or_default(), usize::from(row));
    let first = sizes.iter().take(row).sum();
    first..first + sizes.get(row).copied().unwrap_or(0)
}

impl Context {
    /// Whether a value of one element type may stand for one of the other: they are equal, or are stored alike and
    /// differ in what `quant` types say of the numbers that are meant. TensorFlow's `quint8` is `ui8` too, and integers
    /// of four bits are compatible with quantized ones.
    pub fn same_storage(&self, a: TypeId, b: TypeId) -> bool {
        let (a, b) = (self.elem_type(a), self.elem_type(b));
        if a == b {
            return true;
        }
        match (self.elem_name(a), self.elem_name(b)) {
            ("other", _) | (_, "other") => {
                self.is_quantized(a) && self.is_quantized(b) && self.one_storage(a, b)
            }
            ("ui8" | "quint8", "ui8" | "quint8") | ("i4" | "qi4" | "qui4", "i4" | "qi4" | "qui4") => true,
            (a, b) => a == b,
        }
    }

    /// Whether two dialect types have one first parameter.
    fn one_storage(&self, a: TypeId, b: TypeId) -> bool {
        match (self.type_of(a), self.type_of(b)) {
            (Type::Dialect { params: a, .. }, Type::Dialect { params: b, .. }) => {
                !a.is_empty() && a.first() == b.first()
            }
            _ => false,
        }
    }

    /// Whether two types may have one shape at run time; types without a shape do.
    pub fn compatible_shapes(&self, a: TypeId, b: TypeId) -> bool {
        match (self.shape(a), self.shape(b)) {
            (Some(a), Some(b)) => {
                a.len() == b.len()
                    && a.iter()
                        .zip(b)
                        .all(|(a, b)| !matches!((a, b), (Dim::Fixed(a), Dim::Fixed(b)) if a != b))
            }
            _ => self.is_tensor(a) == self.is_tensor(b),
        }
    }
}

/// A number among the arguments.
fn number(args: &[Arg], at: usize) -> i64 {
    match args.get(at) {
        Some(Arg::Number(n)) => *n,
        _ => 0,
    }
}

fn rank_of(op: &OpUse<'_>, args: &[Arg]) -> Option<i64> {
    i64::try_from(op.dims(*args.first()?)?.len()).ok()
}

/// Dimension `args[at + 1]` of value `args[at]`; `None` when there is none, or it is open.
fn dim_of(op: &OpUse<'_>, args: &[Arg], at: usize) -> Option<i64> {
    let dims = op.dims(*args.get(at)?)?;
    dims.get(usize::try_from(number(args, at + 1)).ok()?)?.fixed()
}

/// All values have one element type, quantized or not.
pub fn same_elem(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let types: SmallVec<[TypeId; 8]> = args.iter().flat_map(|&arg| op.types(arg)).collect();
    types.windows(2).all(|pair| op.ctx.same_storage(pair[0], pair[1]))
}

/// The value has this rank.
pub fn rank_is(op: &OpUse<'_>, args: &[Arg]) -> bool {
    rank_of(op, args).is_none_or(|rank| rank == number(args, 1))
}

/// The value has this rank at most.
pub fn rank_at_most(op: &OpUse<'_>, args: &[Arg]) -> bool {
    rank_of(op, args).is_none_or(|rank| rank <= number(args, 1))
}

/// The value has this rank at least.
pub fn rank_at_least(op: &OpUse<'_>, args: &[Arg]) -> bool {
    rank_of(op, args).is_none_or(|rank| rank >= number(args, 1))
}

/// The rank of the value is between these, both included.
pub fn rank_between(op: &OpUse<'_>, args: &[Arg]) -> bool {
    rank_of(op, args).is_none_or(|rank| (number(args, 1)..=number(args, 2)).contains(&rank))
}

/// The rank of the first value is the size of the given dimension of the second.
pub fn rank_is_dim(op: &OpUse<'_>, args: &[Arg]) -> bool {
    rank_of(op, args).zip(dim_of(op, args, 1)).is_none_or(|(rank, dim)| rank == dim)
}

/// The dimension has this size.
pub fn dim_is(op: &OpUse<'_>, args: &[Arg]) -> bool {
    dim_of(op, args, 0).is_none_or(|dim| dim == number(args, 2))
}

/// The dimension has this size at most.
pub fn dim_at_most(op: &OpUse<'_>, args: &[Arg]) -> bool {
    dim_of(op, args, 0).is_none_or(|dim| dim <= number(args, 2))
}

/// A dimension of one value has the size of one of another.
pub fn same_dim(op: &OpUse<'_>, args: &[Arg]) -> bool {
    dim_of(op, args, 0).zip(dim_of(op, args, 2)).is_none_or(|(a, b)| a == b)
}

fn elements(op: &OpUse<'_>, args: &[Arg]) -> Option<i64> {
    op.fixed_dims(*args.first()?)?.iter().try_fold(1i64, |product, &dim| product.checked_mul(dim))
}

/// The value has this many elements.
pub fn elements_are(op: &OpUse<'_>, args: &[Arg]) -> bool {
    elements(op, args).is_none_or(|count| count == number(args, 1))
}

/// The first value has as many elements as the given dimension of the second is long.
pub fn elements_are_dim(op: &OpUse<'_>, args: &[Arg]) -> bool {
    elements(op, args).zip(dim_of(op, args, 1)).is_none_or(|(count, dim)| count == dim)
}

/// The value is known to be a scalar or a list of one element.
pub fn one_element(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let dims = args.first().and_then(|&arg| op.dims(arg));
    dims.is_some_and(|dims| matches!(dims, [] | [Dim::Fixed(1)]))
}

/// All values are present and of one element type, or all are absent.
pub fn all_or_none(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let present = args.iter().filter(|&&arg| op.ty(arg).is_some()).count();
    (present == 0 || present == args.len()) && same_elem(op, args)
}

/// The first value is present where any of the others is.
pub fn required_by(op: &OpUse<'_>, args: &[Arg]) -> bool {
    let Some((&wanted, others)) = args.split_first() else { return true };
    op.ty(wanted).is_some() || others.iter().all(|&other| op.ty(other).is_none())
}
