//! In what order a rule is matched.

use rustc_hash::FxHashSet;

use super::compiled::{AttrPat, Cond, Ex, OpPat, Pat, Slot, Step};

/// The operations of `pattern`, outer ones first, and each condition as soon as all it needs is bound.
pub(super) fn steps(pattern: &OpPat, conditions: &[Cond], root: Slot) -> Vec<Step> {
    let mut order = Order {
        conditions: conditions.iter().map(|condition| Some(slots(condition.value()))).collect(),
        bound: FxHashSet::from_iter([root]),
        steps: Vec::new(),
    };
    order.pattern(pattern, conditions);
    order.steps
}

/// How many operands deep a match of `pattern` looks, results of operations with several ones counted too.
pub(super) fn depth(pattern: &OpPat) -> usize {
    let below = pattern.operands.iter().map(|operand| match operand {
        Pat::Op(op) => 1 + depth(op),
        Pat::Var(_) | Pat::Rest(_) => 1,
    });
    below.max().unwrap_or(0) + usize::from(pattern.projection.is_some())
}

/// How far below the pattern conditions look.
pub(super) fn below(conditions: &[Cond]) -> usize {
    let mut most = 0;
    for condition in conditions {
        walk(condition.value(), &mut |ex| {
            if let Ex::Call(native, _) = ex {
                most = most.max(native.below);
            }
        });
    }
    most
}

struct Order {
    /// The slots that each condition needs, until it has its place.
    conditions: Vec<Option<Vec<Slot>>>,
    bound: FxHashSet<Slot>,
    steps: Vec<Step>,
}

impl Order {
    fn pattern(&mut self, pattern: &OpPat, conditions: &[Cond]) {
        self.steps.push(Step::Op(pattern.index));
        self.bound.extend(pattern.bind.iter().chain(&pattern.place));
        self.bound.extend(pattern.rest.flatten());
        for (_, matcher) in &pattern.attrs {
            match matcher {
                AttrPat::Bind(slot) | AttrPat::OneOf(slot, _) => {
                    self.bound.insert(*slot);
                }
                // A variable inside a list is bound by it.
                AttrPat::Is(ex) => self.bound.extend(slots(ex)),
            }
        }
        for operand in &pattern.operands {
            if let Pat::Var(slot) | Pat::Rest(slot) = operand {
                self.bound.insert(*slot);
            }
        }
        self.place_conditions(conditions);
        for operand in &pattern.operands {
            if let Pat::Op(op) = operand {
                self.pattern(op, conditions);
            }
        }
    }

    fn place_conditions(&mut self, conditions: &[Cond]) {
        // A `let` binds what later conditions may need.
        for (i, condition) in conditions.iter().enumerate() {
            let is_ready = |needs: &Vec<Slot>| needs.iter().all(|slot| self.bound.contains(slot));
            if self.conditions[i].as_ref().is_some_and(is_ready) {
                self.conditions[i] = None;
                self.steps.push(Step::Condition(i));
                if let Cond::Let(slot, ..) = condition {
                    self.bound.insert(*slot);
                }
            }
        }
    }
}

fn slots(ex: &Ex) -> Vec<Slot> {
    let mut slots = Vec::new();
    walk(ex, &mut |ex| {
        if let Ex::Var(slot) = ex {
            slots.push(*slot);
        }
    });
    slots
}

/// Shows an expression and all its parts to `look`.
fn walk(ex: &Ex, look: &mut impl FnMut(&Ex)) {
    look(ex);
    match ex {
        Ex::Lit(_) | Ex::Var(_) => {}
        Ex::List(items) | Ex::Call(_, items) => items.iter().for_each(|item| walk(item, look)),
        Ex::Binary(_, a, b) => {
            walk(a, look);
            walk(b, look);
        }
        Ex::Not(a) => walk(a, look),
    }
}
