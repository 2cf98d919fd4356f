//! Forms: uses of one kernel that take different time for the same work.

use core_ir::{Context, Dim, TypeId};

use super::facts::{Egraph, Fact};
use super::node::Node;

/// How the forms of a kernel are told apart, by a column of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forms {
    /// It has one.
    One,
    /// By the shapes of operands 0 and 1.
    Operands,
    /// By how many rows meet the weights, and whether those are constant.
    Rows,
    /// By the size of the filter.
    Filter,
    /// By whether the innermost dimension is reduced.
    Reduced,
    /// By whether the innermost dimension moves.
    Permuted,
    /// By whether `axis` is the innermost dimension.
    Axis,
    /// By whether operand 1, the shape, is constant.
    Shape,
    /// By whether the result has fewer dimensions than operand 0.
    Dropped,
}

/// Word, kind, and the forms it tells apart.
const FORMS: [(&str, Forms, &[&str]); 9] = [
    ("-", Forms::One, &["-"]),
    ("operands", Forms::Operands, &["same", "scalar", "row", "broadcast"]),
    ("rows", Forms::Rows, &["one", "many", "one-dynamic", "many-dynamic"]),
    ("filter", Forms::Filter, &["pointwise", "window"]),
    ("reduced", Forms::Reduced, &["inner", "outer"]),
    ("permuted", Forms::Permuted, &["inner-moved", "inner-kept"]),
    ("axis", Forms::Axis, &["inner-axis", "outer-axis"]),
    ("shape", Forms::Shape, &["static", "dynamic"]),
    ("dropped", Forms::Dropped, &["-", "dropped"]),
];

impl Forms {
    /// The kind that tables call so.
    pub fn of_word(word: &str) -> Option<Self> {
        FORMS.iter().find(|row| row.0 == word).map(|row| row.1)
    }

    /// What the forms are called.
    pub fn names(self) -> &'static [&'static str] {
        FORMS.iter().find(|row| row.1 == self).map_or(&[], |row| row.2)
    }

    /// The form of a use with these operands and attributes and this first result.
    pub fn of(self, ctx: &Context, egraph: &Egraph<'_>, node: &Node, result: TypeId) -> &'static str {
        let operand = |i: usize| node.children.get(i).map(|&id| &egraph[id].data);
        let dims = |i: usize| operand(i).and_then(|fact| ctx.shape(fact.ty)).unwrap_or(&[]);
        let is_constant = |i: usize| operand(i).is_none_or(|fact| fact.is_const);
        match self {
            Self::One => "-",
            Self::Operands => operands(dims(0), dims(1)),
            Self::Rows => {
                let result = ctx.shape(result).unwrap_or(&[]);
                match (has_one_row(result), is_constant(1)) {
                    (true, true) => "one",
                    (false, true) => "many",
                    (true, false) => "one-dynamic",
                    (false, false) => "many-dynamic",
                }
            }
            Self::Filter => match dims(1) {
                [_, Dim::Fixed(1), Dim::Fixed(1), _] => "pointwise",
                _ => "window",
            },
            Self::Reduced => {
                let rank = dims(0).len() as i64;
                let is_inner = |axis: &i64| *axis == -1 || *axis == rank - 1;
                let inner = ints(ctx, operand(1)).is_some_and(|axes| axes.iter().any(is_inner));
                if inner { "inner" } else { "outer" }
            }
            Self::Permuted => {
                let kept = ints(ctx, operand(1))
                    .is_some_and(|order| order.last() == Some(&(order.len() as i64 - 1)));
                if kept { "inner-kept" } else { "inner-moved" }
            }
            Self::Axis => {
                let axis = ctx.dict_get(node.props, "axis").and_then(|axis| ctx.attr_int(axis)).unwrap_or(-1);
                let rank = ctx.shape(result).map_or(0, <[Dim]>::len) as i64;
                if axis == -1 || axis == rank - 1 { "inner-axis" } else { "outer-axis" }
            }
            Self::Dropped => {
                let rank = ctx.shape(result).map_or(usize::MAX, <[Dim]>::len);
                if rank < dims(0).len() { "dropped" } else { "-" }
            }
            Self::Shape => {
                if is_constant(1) {
                    "static"
                } else {
                    "dynamic"
                }
            }
        }
    }
}

fn ints(ctx: &Context, fact: Option<&Fact>) -> Option<Vec<i64>> {
    ctx.const_ints(fact?.konst?)
}

fn is_one(dims: &[Dim]) -> bool {
    dims.iter().all(|dim| *dim == Dim::Fixed(1))
}

/// `scalar`: one operand has one element. `row`: one has the innermost dimension only, which kernels repeat cheaply.
fn operands(x: &[Dim], y: &[Dim]) -> &'static str {
    let bare =
        |dims: &[Dim]| -> Vec<Dim> { dims.iter().copied().skip_while(|dim| *dim == Dim::Fixed(1)).collect() };
    let (x, y) = (bare(x), bare(y));
    if x == y {
        "same"
    } else if is_one(&x) || is_one(&y) {
        "scalar"
    } else if x.len() == 1 && x.last() == y.last() || y.len() == 1 && x.last() == y.last() {
        "row"
    } else {
        "broadcast"
    }
}

/// Whether a value has one row: of its dimensions at most the innermost is not 1.
fn has_one_row(dims: &[Dim]) -> bool {
    is_one(&dims[..dims.len().saturating_sub(1)])
}
