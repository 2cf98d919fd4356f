//! What the conditions of a rule ask of a variable, as far as it can be read from them.
//!
//! Only hints: whether a rule fires on an instance is for the matcher to say.

use core_ir::{Dim, TypeId};

use crate::eqsat::rules::ast::BinaryOp;
use crate::eqsat::rules::compiled::{Compiled, Cond, Ex, Slot};
use crate::eqsat::rules::run::{Subst, eval};
use crate::eqsat::rules::value::{Env, Val};

/// What is asked of one variable.
#[derive(Clone, Debug, Default)]
pub(super) struct Hints {
    /// Its element type is one of these; any where there are none.
    pub(super) elems: Vec<TypeId>,
    /// Whether it is a constant.
    pub(super) is_const: Option<bool>,
    /// Whether it is absent.
    pub(super) is_none: Option<bool>,
    /// The one element that it repeats lies between these.
    pub(super) splat: Option<(f64, f64)>,
    /// The one element is this truth value.
    pub(super) truth: Option<bool>,
    /// The one element is the greatest (or, if it does not hold, the least) float.
    pub(super) extreme: Option<bool>,
    /// Its elements.
    pub(super) ints: Option<Vec<Dim>>,
    /// All its elements are this.
    pub(super) all_ints: Option<i64>,
    /// The least and the greatest rank.
    pub(super) rank: Option<(i64, i64)>,
    /// Some dimensions by position.
    pub(super) dims: Vec<(i64, Dim)>,
    /// All dimensions.
    pub(super) shape: Option<Vec<Dim>>,
    /// It has one element, or one for each of so many channels.
    pub(super) channels: Option<Dim>,
    /// All its elements lie between these.
    pub(super) between: Option<(f64, f64)>,
    /// It is the polynomial of a value with these coefficients.
    pub(super) polynomial: Option<(egg::Id, Vec<f64>)>,
    /// It broadcasts to this.
    pub(super) within: Option<Vec<Dim>>,
}

/// Reads what `rule` asks of `slot`, where `subst` holds what is known so far. Of two sides of which one is enough,
/// `choices` says which is read.
pub(super) fn read(rule: &Compiled, slot: Slot, env: &Env<'_, '_>, subst: &Subst, choices: u64) -> Hints {
    let mut reader = Reader { slot, env, subst, choices, hints: Hints::default() };
    for condition in &rule.conditions {
        if let Cond::Holds(ex, _) = condition {
            reader.holds(ex, true);
        }
    }
    reader.hints
}

struct Reader<'a, 'c> {
    slot: Slot,
    env: &'a Env<'a, 'c>,
    subst: &'a Subst,
    choices: u64,
    hints: Hints,
}

impl Reader<'_, '_> {
    fn holds(&mut self, ex: &Ex, truth: bool) {
        match ex {
            Ex::Not(inner) => self.holds(inner, !truth),
            Ex::Binary(BinaryOp::And, a, b) if truth => {
                self.holds(a, true);
                self.holds(b, true);
            }
            Ex::Binary(BinaryOp::Or, a, b) if truth => {
                let first = self.choices & 1 == 0;
                self.choices = self.choices.rotate_right(1);
                self.holds(if first { a } else { b }, true);
            }
            Ex::Binary(op, a, b) if truth => {
                self.compares(*op, a, b);
                let mirrored = match op {
                    BinaryOp::Le => BinaryOp::Ge,
                    BinaryOp::Ge => BinaryOp::Le,
                    BinaryOp::Lt => BinaryOp::Gt,
                    BinaryOp::Gt => BinaryOp::Lt,
                    BinaryOp::Eq => BinaryOp::Eq,
                    _ => return,
                };
                self.compares(mirrored, b, a);
            }
            Ex::Call(native, args) => self.call(native.name, args, truth),
            _ => {}
        }
    }

    fn is_slot(&self, ex: Option<&Ex>) -> bool {
        matches!(ex, Some(Ex::Var(slot)) if *slot == self.slot)
    }

    fn value(&self, ex: &Ex) -> Option<Val> {
        eval(self.env, ex, self.subst)
    }

    fn call(&mut self, name: &str, args: &[Ex], truth: bool) {
        if name == "same_shape" && truth {
            let other = match () {
                () if self.is_slot(args.first()) => args.get(1),
                () if self.is_slot(args.get(1)) => args.first(),
                () => None,
            };
            self.hints.shape = other.and_then(|other| self.shape_of(other)).or(self.hints.shape.take());
            return;
        }
        if let ("close_to", true, [asked, other]) = (name, truth, args) {
            return self.close_to(asked, other);
        }
        if name == "all_between" && self.is_slot(args.first()) {
            let bound = |at: usize| args.get(at).and_then(|ex| self.value(ex)?.as_float());
            // Bounds far away only say what is no number.
            self.hints.between = bound(1).zip(bound(2)).map(|(low, high)| (low.max(-4.0), high.min(4.0)));
            self.hints.is_const = Some(true);
            return;
        }
        if name.starts_with("all_") {
            let Some(Ex::Call(inner, of)) = args.first() else { return };
            let least = args.get(1).and_then(|ex| self.value(ex)?.as_int());
            if inner.name == "ints" && self.is_slot(of.first()) && truth {
                self.hints.all_ints = least;
            }
            return;
        }
        if !self.is_slot(args.first()) {
            return;
        }
        let second = args.get(1).and_then(|ex| self.value(ex));
        match (name, second) {
            ("is_const", _) => self.hints.is_const = Some(truth),
            ("is_none", _) => self.hints.is_none = Some(truth),
            ("is_extreme", Some(Val::Bool(largest))) if truth => self.hints.extreme = Some(largest),
            ("channels_only", Some(Val::Int(dim))) if truth => self.hints.channels = Some(dim),
            ("broadcasts_to", Some(dims)) if truth => self.hints.within = dims.as_dims(),
            _ => {}
        }
    }

    fn close_to(&mut self, asked: &Ex, other: &Ex) {
        let other = self.value(other);
        match (asked, other) {
            (Ex::Call(native, args), Some(Val::List(items)))
                if native.name == "polynomial" && self.is_slot(args.first()) =>
            {
                let of = args.get(1).and_then(|of| self.value(of));
                let factors: Option<Vec<f64>> = items.iter().map(Val::as_float).collect();
                if let (Some(Val::Class(id)), Some(factors)) = (of, factors) {
                    self.hints.polynomial = Some((id, factors));
                }
            }
            (Ex::Call(native, args), Some(value))
                if native.name == "scalar" && self.is_slot(args.first()) =>
            {
                self.hints.splat = value.as_float().map(|x| (x, x));
            }
            (Ex::Binary(op @ (BinaryOp::Add | BinaryOp::Mul), a, b), Some(value)) => {
                for (this, that) in [(a, b), (b, a)] {
                    let that = self.value(that).and_then(|that| that.as_float());
                    let rest = value.as_float().zip(that).map(|(all, that)| match op {
                        BinaryOp::Add => all - that,
                        _ => all / that,
                    });
                    if let (Ex::Call(native, args), Some(rest)) = (&**this, rest)
                        && native.name == "scalar"
                        && self.is_slot(args.first())
                    {
                        self.hints.splat = Some((rest, rest));
                    }
                }
            }
            _ => {}
        }
    }

    fn shape_of(&self, value: &Ex) -> Option<Vec<Dim>> {
        let Some(Val::Class(id)) = self.value(value) else { return None };
        Some(self.env.ctx.shape(self.env.egraph[id].data.ty)?.to_vec())
    }

    /// `f(%slot) op other`
    fn compares(&mut self, op: BinaryOp, asked: &Ex, other: &Ex) {
        let Ex::Call(native, args) = asked else { return };
        if !self.is_slot(args.first()) {
            return;
        }
        let Some(value) = self.value(other) else { return };
        match (native.name, op, &value) {
            ("elem", BinaryOp::Eq, Val::Type(elem)) => self.hints.elems = vec![*elem],
            ("elem", BinaryOp::In, Val::List(items)) => {
                let types = items.iter().filter_map(|item| match item {
                    Val::Type(elem) => Some(*elem),
                    _ => None,
                });
                self.hints.elems = types.collect();
            }
            ("scalar", BinaryOp::Eq, Val::Bool(truth)) => self.hints.truth = Some(*truth),
            ("scalar", op, value) => {
                let Some(x) = value.as_float() else { return };
                let (low, high) = self.hints.splat.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
                self.hints.splat = Some(match op {
                    BinaryOp::Eq => (x, x),
                    BinaryOp::Gt | BinaryOp::Ge => (low.max(x), high),
                    BinaryOp::Lt | BinaryOp::Le => (low, high.min(x)),
                    _ => (low, high),
                });
            }
            ("ints", BinaryOp::Eq, value) => self.hints.ints = value.as_dims(),
            ("shape", BinaryOp::Eq, value) => self.hints.shape = value.as_dims(),
            ("dim", BinaryOp::Eq, Val::Int(dim)) => {
                if let Some(at) = args.get(1).and_then(|at| self.value(at)?.as_int()) {
                    self.hints.dims.push((at, *dim));
                }
            }
            ("rank", op, value) => {
                let Some(n) = value.as_int() else { return };
                let (low, high) = self.hints.rank.unwrap_or((0, 6));
                self.hints.rank = Some(match op {
                    BinaryOp::Eq => (n, n),
                    BinaryOp::Gt => (low.max(n + 1), high.max(n + 1)),
                    BinaryOp::Ge => (low.max(n), high.max(n)),
                    BinaryOp::Lt => (low, high.min(n - 1)),
                    BinaryOp::Le => (low, high.min(n)),
                    _ => (low, high),
                });
            }
            _ => {}
        }
    }
}
