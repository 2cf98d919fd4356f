//! In what order a rule is matched.

use rustc_hash::FxHashSet;

use super::compile::{AttrPat, Cond, Ex, OpPat, Pat, Slot, Step};

/// The operations of `pattern`, outer ones first, and each condition as soon as all it needs is bound.
pub(super) fn steps(pattern: &OpPat, conditions: &[Cond], root: Slot) -> Vec<Step> {
    let mut order = Order {
        conditions: conditions.iter().map(|condition| Some(needs(condition))).collect(),
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

/// How many operations below what they are asked about functions look.
const LOOKS_BELOW: [(&str, usize); 2] = [("is_scaled", 1), ("polynomial", super::polynomial::DEPTH as usize)];

/// How far below the pattern conditions look.
pub(super) fn below(conditions: &[Cond]) -> usize {
    let of = |condition: &Cond| match condition {
        Cond::Let(_, ex, _) | Cond::Holds(ex, _) => looks_below(ex),
    };
    conditions.iter().map(of).max().unwrap_or(0)
}

fn looks_below(ex: &Ex) -> usize {
    let of_all = |items: &[Ex]| items.iter().map(looks_below).max().unwrap_or(0);
    match ex {
        Ex::Lit(_) | Ex::Var(_) => 0,
        Ex::List(items) => of_all(items),
        Ex::Call(native, args) => {
            let own = LOOKS_BELOW.iter().find(|row| row.0 == native.name).map_or(0, |row| row.1);
            own.max(of_all(args))
        }
        Ex::Binary(_, a, b) => looks_below(a).max(looks_below(b)),
        Ex::Not(a) => looks_below(a),
    }
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

fn needs(condition: &Cond) -> Vec<Slot> {
    match condition {
        Cond::Let(_, ex, _) | Cond::Holds(ex, _) => slots(ex),
    }
}

fn slots(ex: &Ex) -> Vec<Slot> {
    match ex {
        Ex::Lit(_) => Vec::new(),
        Ex::Var(slot) => vec![*slot],
        Ex::List(items) | Ex::Call(_, items) => items.iter().flat_map(slots).collect(),
        Ex::Binary(_, a, b) => [slots(a), slots(b)].concat(),
        Ex::Not(a) => slots(a),
    }
}
