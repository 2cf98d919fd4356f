//! Finding where a rule matches.
//!
//! The pattern is walked depth first with one set of slots; what a failed attempt bound is taken back. Conditions are
//! asked as soon as what they speak of is known ([`Compiled::steps`]), so most attempts end before the rest of the
//! pattern is looked at.

use std::hash::BuildHasher;

use core_ir::spec::OpSpec;
use core_ir::{Attr, Context, DictId};

use egg::{EClass, Id};
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::compiled::{AttrPat, Compiled, Cond, Ex, OpPat, Pat, Slot, Step};
use super::run::{Miss, Subst, eval, holds};
use super::steps::depth;
use super::value::{Env, Val};
use crate::eqsat::changes::Changes;
use crate::eqsat::facts::{Egraph, Fact};
use crate::eqsat::node::{Head, Node};

/// Attributes that never change what an operation computes.
pub(super) const IRRELEVANT_ATTRS: &[&str] =
    &["use_cudnn_on_gpu", "device", "grad_a", "grad_b", "grad_x", "grad_y"];

/// What attribute patterns bind for the dictionaries met so far, by the address of the pattern: many operations share
/// few dictionaries. `None` for those that do not match.
#[derive(Default)]
pub struct Memo(FxHashMap<(usize, DictId), Option<Bound>>);

/// Slots with their values.
type Bound = Box<[(Slot, Val)]>;

/// The classes and nodes of an e-graph by their numbers, for one iteration.
pub struct View<'a> {
    classes: Vec<Option<&'a EClass<Node, Fact>>>,
    /// For each class a bit for every operation that it may hold.
    heads: Vec<u64>,
    /// The nodes with each head, in order.
    nodes: FxHashMap<Head, Vec<Root>>,
}

/// A node that a rule may match at.
#[derive(Clone, Copy)]
pub struct Root {
    /// Its class.
    pub class: Id,
    /// Its place among the nodes of the class.
    at: u32,
    /// Whether its value can be computed at compile time.
    pub is_const: bool,
}

impl<'a> View<'a> {
    /// The classes of `egraph`, which was rebuilt.
    pub fn new(egraph: &'a Egraph<'_>) -> Self {
        let count = egraph.nodes().len();
        let mut view =
            View { classes: vec![None; count], heads: vec![0; count], nodes: FxHashMap::default() };
        for class in egraph.classes() {
            view.classes[usize::from(class.id)] = Some(class);
        }
        for class in view.classes.iter().flatten() {
            for (i, node) in class.nodes.iter().enumerate() {
                view.heads[usize::from(class.id)] |= bit(node.head);
                let root = Root { class: class.id, at: i as u32, is_const: class.data.is_const };
                view.nodes.entry(node.head).or_default().push(root);
            }
        }
        view
    }
}

/// What is known of the e-graph that is searched.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// What it holds.
    pub view: &'a View<'a>,
    /// Where it changed since the last search, when only matches are wanted that were none then.
    pub(in crate::eqsat) changed: Option<&'a Changes>,
}

/// One bit of 64 for an operation; others may share it.
fn bit(head: Head) -> u64 {
    1 << (FxBuildHasher.hash_one(head) >> 58)
}

/// Every match of `rule` whose conditions hold at the nodes that are `wanted`, as the root class and the slots.
pub fn search<'c>(
    ctx: &'c Context,
    egraph: &Egraph<'c>,
    scope: Scope<'_>,
    rule: &Compiled,
    wanted: impl Fn(&Root) -> bool,
    memo: &mut Memo,
) -> Vec<(Id, Subst)> {
    let Scope { view, changed } = scope;
    let head = Head::of(rule.pattern.name, rule.pattern.projection);
    let mut roots = view.nodes.get(&head).into_iter().flatten().filter(|root| wanted(root)).peekable();
    if roots.peek().is_none() {
        return Vec::new();
    }
    let mut matcher =
        Matcher { view: Some(view), changed, ..Matcher::new(ctx, egraph, rule, &rule.steps, memo) };
    let mut found = Vec::new();
    for &Root { class, at, .. } in roots {
        matcher.subst[rule.root] = Some(Val::Class(class));
        matcher.holder(&rule.pattern, class, at as usize, 0);
        found.extend(matcher.found.drain(..).map(|subst| (class, subst)));
    }
    found
}

/// Every match of `rule` at class `root`, which holds its root operation.
pub fn search_at<'c>(ctx: &'c Context, egraph: &Egraph<'c>, rule: &Compiled, root: Id) -> Vec<Subst> {
    let mut memo = Memo::default();
    let mut matcher = Matcher::new(ctx, egraph, rule, &rule.steps, &mut memo);
    matcher.subst[rule.root] = Some(Val::Class(root));
    matcher.classes[0] = root;
    matcher.run(0);
    matcher.found
}

/// The slots after the attributes of `node` were matched against those of `pattern`. `Err` says which does not fit.
pub fn match_attrs(env: &Env<'_, '_>, pattern: &OpPat, node: &Node, mut subst: Subst) -> Result<Subst, Miss> {
    attrs(env, pattern, node.props, &mut subst, &mut Vec::new())?;
    Ok(subst)
}

/// The slots with what `conditions` bind, if all of them hold.
pub(super) fn holds_all<'c>(
    ctx: &'c Context,
    egraph: &Egraph<'c>,
    rule: &Compiled,
    conditions: &[Cond],
    subst: Subst,
) -> Option<Subst> {
    let mut memo = Memo::default();
    let mut matcher = Matcher::new(ctx, egraph, rule, &rule.steps, &mut memo);
    matcher.subst = subst;
    conditions.iter().all(|condition| matcher.holds(condition)).then_some(matcher.subst)
}

struct Matcher<'a, 'c> {
    env: Env<'a, 'c>,
    view: Option<&'a View<'a>>,
    changed: Option<&'a Changes>,
    /// How many operations below the pattern its conditions look.
    below: usize,
    /// Whether something is new in what the match holds so far.
    is_fresh: bool,
    rule: &'a Compiled,
    steps: &'a [Step],
    /// The operations of the pattern, by [`OpPat::index`], and how deep each looks.
    ops: Vec<(&'a OpPat, usize)>,
    /// For each of them the class that has to hold it.
    classes: Vec<Id>,
    subst: Subst,
    /// The slots bound so far, in order.
    trail: Vec<Slot>,
    found: Vec<Subst>,
    memo: &'a mut Memo,
}

impl<'a, 'c> Matcher<'a, 'c> {
    fn new(
        ctx: &'c Context,
        egraph: &'a Egraph<'c>,
        rule: &'a Compiled,
        steps: &'a [Step],
        memo: &'a mut Memo,
    ) -> Self {
        fn collect<'p>(pattern: &'p OpPat, ops: &mut Vec<(&'p OpPat, usize)>) {
            ops.push((pattern, depth(pattern)));
            for operand in &pattern.operands {
                if let Pat::Op(op) = operand {
                    collect(op, ops);
                }
            }
        }
        let mut ops = Vec::new();
        collect(&rule.pattern, &mut ops);
        Matcher {
            env: Env { ctx, egraph },
            view: None,
            changed: None,
            below: rule.depth - depth(&rule.pattern),
            is_fresh: false,
            rule,
            steps,
            classes: vec![Id::from(0); ops.len()],
            ops,
            subst: vec![None; rule.slots],
            trail: Vec::new(),
            found: Vec::new(),
            memo,
        }
    }

    /// The nodes of class `id`, which is canonical.
    fn nodes_of(&self, id: Id) -> &'a [Node] {
        match self.view {
            Some(view) => view.classes[usize::from(id)].map_or(&[], |class| &class.nodes),
            None => &self.env.egraph[id].nodes,
        }
    }

    fn bind(&mut self, slot: Slot, val: Val) -> bool {
        bind(&mut self.subst, &mut self.trail, slot, val)
    }

    /// Takes back what was bound since the trail was `mark` long.
    fn undo(&mut self, mark: usize) {
        for slot in self.trail.drain(mark..) {
            self.subst[slot] = None;
        }
    }

    /// Takes the steps from `at` on, each in every way there is.
    fn run(&mut self, at: usize) {
        match self.steps.get(at) {
            None => self.found.push(self.subst.clone()),
            Some(&Step::Condition(i)) => {
                let mark = self.trail.len();
                let rule = self.rule;
                if self.holds(&rule.conditions[i]) {
                    self.run(at + 1);
                }
                self.undo(mark);
            }
            Some(&Step::Op(i)) => {
                let pattern = self.ops[i].0;
                let class = self.env.egraph.find(self.classes[i]);
                let head = Head::of(pattern.name, pattern.projection);
                for (i, node) in self.nodes_of(class).iter().enumerate() {
                    if node.head == head {
                        self.holder(pattern, class, i, at);
                    }
                }
            }
        }
    }

    fn holds(&mut self, condition: &Cond) -> bool {
        match condition {
            Cond::Let(slot, value, _) => match eval(&self.env, value, &self.subst) {
                Some(value) => self.bind(*slot, value),
                None => false,
            },
            Cond::Holds(value, _) => holds(&self.env, value, &self.subst),
        }
    }

    /// Tries node `i` of class `class`, which is an operation of `pattern`'s name or the result of some, for step `at`.
    fn holder(&mut self, pattern: &'a OpPat, class: Id, i: usize, at: usize) {
        let node = &self.nodes_of(class)[i];
        let was_fresh = self.is_fresh;
        self.is_fresh |= self.changed.is_some_and(|changed| changed.is_new_node(class, i));
        if pattern.projection.is_none() {
            self.node(pattern, node, &node.children, class, at);
            if let Some(swapped) = swapped(pattern, node) {
                self.node(pattern, node, &swapped, class, at);
            }
        } else {
            let (tuple, head) = (self.env.egraph.find(node.children[0]), Head::Op(pattern.name));
            let is_fresh = self.is_fresh;
            for (i, node) in self.nodes_of(tuple).iter().enumerate().filter(|(_, node)| node.head == head) {
                self.is_fresh = is_fresh || self.changed.is_some_and(|changed| changed.is_new_node(tuple, i));
                self.node(pattern, node, &node.children, class, at);
            }
        }
        self.is_fresh = was_fresh;
    }

    fn node(&mut self, pattern: &'a OpPat, node: &Node, children: &[Id], value: Id, at: usize) {
        let was_fresh = self.is_fresh;
        if !self.may_match(pattern, children) || !self.may_be_new(pattern, children, value) {
            self.is_fresh = was_fresh;
            return;
        }
        let mark = self.trail.len();
        if self.operands(pattern, children)
            && pattern.bind.is_none_or(|slot| self.bind(slot, Val::Class(value)))
            && pattern.place.is_none_or(|slot| self.bind(slot, Val::int(node.place.into())))
            && self.attrs(pattern, node.props)
        {
            self.run(at + 1);
        }
        self.is_fresh = was_fresh;
        self.undo(mark);
    }

    /// Whether the match may become one that was none at the last search when it holds an operation of class `value` with
    /// these children: something is new in what it holds then, or may be in what it has to hold yet.
    fn may_be_new(&mut self, pattern: &OpPat, children: &[Id], value: Id) -> bool {
        let Some(changed) = self.changed else { return true };
        let (egraph, below) = (self.env.egraph, self.below);
        let says_more = |&id: &Id| {
            let id = egraph.find(id);
            changed.says_more(id) || below > 0 && changed.sees_change(id, below)
        };
        self.is_fresh |= says_more(&value) || children.iter().any(says_more);
        let may_be = |class: Id, op: &OpPat| changed.sees_change(egraph.find(class), self.ops[op.index].1);
        let many = (children.len() + 1).saturating_sub(pattern.operands.len());
        let below = || {
            pattern.operands.iter().enumerate().any(|(i, operand)| match operand {
                Pat::Op(op) => may_be(children[position(pattern, i, many)], op),
                Pat::Var(_) | Pat::Rest(_) => false,
            })
        };
        // Those whose users are matched already have a class; what is below them is in their reach.
        let beside = || {
            let yet = self.ops[pattern.index + 1..].iter().filter(|(op, _)| op.user < pattern.index);
            { yet }.any(|(op, _)| may_be(self.classes[op.index], op))
        };
        self.is_fresh || below() || beside()
    }

    /// Whether the children have the operations that the pattern asks for, one level deep: most nodes fail here, before
    /// anything is bound.
    fn may_match(&self, pattern: &OpPat, children: &[Id]) -> bool {
        let fixed = pattern.operands.len() - usize::from(pattern.rest_operands.is_some());
        if children.len() < fixed || pattern.rest_operands.is_none() && children.len() > fixed {
            return false;
        }
        let many = children.len() - fixed;
        pattern.operands.iter().enumerate().all(|(i, operand)| match operand {
            Pat::Op(op) => {
                let head = Head::of(op.name, op.projection);
                let child = children[position(pattern, i, many)];
                match self.view {
                    Some(view) => view.heads[usize::from(self.env.egraph.find(child))] & bit(head) != 0,
                    None => self.env.egraph[child].nodes.iter().any(|node| node.head == head),
                }
            }
            Pat::Var(_) | Pat::Rest(_) => true,
        })
    }

    /// Binds the operands that are variables, and notes for those that are operations where to look.
    fn operands(&mut self, pattern: &OpPat, children: &[Id]) -> bool {
        let egraph = self.env.egraph;
        let class = |&id: &Id| Val::Class(egraph.find(id));
        let many = (children.len() + 1).saturating_sub(pattern.operands.len());
        pattern.operands.iter().enumerate().all(|(i, operand)| {
            let at = position(pattern, i, many);
            match operand {
                Pat::Rest(slot) => {
                    self.bind(*slot, Val::List(children[at..at + many].iter().map(class).collect()))
                }
                Pat::Var(slot) => self.bind(*slot, class(&children[at])),
                Pat::Op(op) => {
                    self.classes[op.index] = children[at];
                    true
                }
            }
        })
    }

    fn attrs(&mut self, pattern: &OpPat, props: DictId) -> bool {
        let needs_slots = |matcher: &AttrPat| match matcher {
            AttrPat::Bind(_) => false,
            AttrPat::OneOf(_, ex) | AttrPat::Is(ex) => computes(ex),
        };
        if pattern.attrs.iter().any(|(_, matcher)| needs_slots(matcher)) {
            let mut subst = std::mem::take(&mut self.subst);
            let mut trail = std::mem::take(&mut self.trail);
            let fit = attrs(&self.env, pattern, props, &mut subst, &mut trail);
            (self.subst, self.trail) = (subst, trail);
            return fit.is_ok();
        }
        let key = (std::ptr::from_ref(pattern) as usize, props);
        let (env, slots) = (&self.env, self.rule.slots);
        let bound = self.memo.0.entry(key).or_insert_with(|| {
            let (mut subst, mut trail) = (vec![None; slots], Vec::new());
            attrs(env, pattern, props, &mut subst, &mut trail).ok()?;
            Some(trail.into_iter().filter_map(|slot| Some((slot, subst[slot].take()?))).collect())
        });
        let Some(bound) = bound else { return false };
        bound.iter().all(|(slot, val)| bind(&mut self.subst, &mut self.trail, *slot, val.clone()))
    }
}

/// The operands of `node` the other way round, where that may be another match: for a pattern of all operands as one list it
/// is none.
pub fn swapped(pattern: &OpPat, node: &Node) -> Option<[Id; 2]> {
    let [x, y] = node.children[..] else { return None };
    let tells_apart = pattern.operands.len() > 1 || pattern.rest_operands.is_none();
    (pattern.commutative && tells_apart && x != y).then_some([y, x])
}

/// The place of operand pattern `i` among the operands when a `...` before it takes `many` of them.
fn position(pattern: &OpPat, i: usize, many: usize) -> usize {
    match pattern.rest_operands {
        Some(rest) if i > rest => i + many - 1,
        _ => i,
    }
}

/// Whether the value of an expression may need more than what it binds.
fn computes(ex: &Ex) -> bool {
    match ex {
        Ex::Lit(_) | Ex::Var(_) => false,
        Ex::List(items) => items.iter().any(computes),
        Ex::Call(..) | Ex::Binary(..) | Ex::Not(_) => true,
    }
}

fn bind(subst: &mut Subst, trail: &mut Vec<Slot>, slot: Slot, val: Val) -> bool {
    match &subst[slot] {
        Some(old) => old.proved_eq(&val),
        None => {
            subst[slot] = Some(val);
            trail.push(slot);
            true
        }
    }
}

/// Matches the attributes of an operation.
fn attrs(
    env: &Env<'_, '_>,
    pattern: &OpPat,
    props: DictId,
    subst: &mut Subst,
    trail: &mut Vec<Slot>,
) -> Result<(), Miss> {
    let ctx = env.ctx;
    let spec = ctx.op_spec(pattern.name).ok_or("the operation has no spec")?;
    for (name, matcher) in &pattern.attrs {
        let attr = ctx.dict_get(props, name).or_else(|| ctx.default_attr(spec, name));
        let attr = attr.ok_or_else(|| format!("attribute `{name}` is not set"))?;
        let val = Val::from_attr(ctx, attr);
        let fits = match matcher {
            AttrPat::Bind(slot) => bind(subst, trail, *slot, val),
            AttrPat::OneOf(slot, list) => match eval(env, list, subst) {
                Some(Val::List(items)) => {
                    items.iter().any(|item| item.proved_eq(&val)) && bind(subst, trail, *slot, val)
                }
                _ => false,
            },
            AttrPat::Is(expected) => attr_is(env, expected, &val, subst, trail),
        };
        if !fits {
            return Err(format!("attribute `{name}` is {}", core_ir::text::attr_text(ctx, attr)));
        }
    }
    rest_attrs(env, pattern, spec, props, subst, trail)
}

/// Attributes that the pattern does not mention are at their default, or kept for `..$rest`.
fn rest_attrs(
    env: &Env<'_, '_>,
    pattern: &OpPat,
    spec: &OpSpec,
    props: DictId,
    subst: &mut Subst,
    trail: &mut Vec<Slot>,
) -> Result<(), Miss> {
    let ctx = env.ctx;
    let mut rest = Vec::new();
    for &(name, attr) in ctx.dict_entries(props) {
        let text = ctx.str_text(name);
        if pattern.attrs.iter().any(|(mentioned, _)| *mentioned == text) {
            continue;
        }
        if pattern.rest.is_some() {
            rest.push((name, attr));
        } else if !IRRELEVANT_ATTRS.contains(&text.as_ref()) {
            let default = ctx.default_attr(spec, &text).map(|attr| Val::from_attr(ctx, attr));
            if default.is_none_or(|default| !default.proved_eq(&Val::from_attr(ctx, attr))) {
                return Err(format!("attribute `{text}` is not at its default"));
            }
        }
    }
    if let Some(Some(slot)) = pattern.rest {
        let dict = Val::Attr(ctx.attr(Attr::Dict(ctx.dict(rest))));
        if !bind(subst, trail, slot, dict) {
            return Err("the other attributes differ".into());
        }
    }
    Ok(())
}

fn attr_is(env: &Env<'_, '_>, expected: &Ex, val: &Val, subst: &mut Subst, trail: &mut Vec<Slot>) -> bool {
    match (expected, val) {
        (Ex::Var(slot), _) => bind(subst, trail, *slot, val.clone()),
        (Ex::List(items), Val::List(vals)) => {
            items.len() == vals.len()
                && items.iter().zip(vals).all(|(item, val)| attr_is(env, item, val, subst, trail))
        }
        _ => eval(env, expected, subst).is_some_and(|expected| expected.proved_eq(val)),
    }
}
