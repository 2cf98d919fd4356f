//! Rules as rewrites: those whose right side is the simpler one, applied to one operation without saturation.
//!
//! A rule is matched by the matcher of equality saturation, in an e-graph of the operation and of what its operands are
//! computed by, as deep as the rule looks.

use std::sync::Arc;

use core_ir::spec::Traits;
use core_ir::{Context, Graph, LocId, Op, OpName, OpState, TypeId, Value};
use egg::Id;
use rustc_hash::FxHashMap;

use super::Driver;
use crate::constants::{constant_before, constant_of};
use crate::eqsat::bridge::{Encoding, encode_around};
use crate::eqsat::facts::result_types;
use crate::eqsat::node::Head;
use crate::eqsat::rules::ast::BinaryOp;
use crate::eqsat::rules::compiled::{Ex, OpPat, Pat, Slot};
use crate::eqsat::rules::{self, Compiled, Selection, matcher, run};

/// The rules that rewrite from left to right, by the operation that they start at.
pub struct Rules {
    all: Arc<Selection>,
    by_root: FxHashMap<OpName, Vec<Directed>>,
}

/// A rule as a rewrite.
struct Directed {
    /// Its index in all rules.
    rule: usize,
    /// The values that conditions ask for the one element that they repeat.
    repeated: Vec<Slot>,
}

impl Rules {
    /// The rules that are marked `@simpler`.
    pub fn simpler(ctx: &Context) -> core_ir::diag::Result<Rules> {
        let mut by_root: FxHashMap<OpName, Vec<Directed>> = FxHashMap::default();
        let all = rules::active(ctx)?;
        for (i, rule) in all.iter().enumerate() {
            if rule.simpler && rule.pattern.projection.is_none() {
                let mut repeated = Vec::new();
                for condition in &rule.conditions {
                    asked_for_splat(condition.value(), &mut repeated);
                }
                by_root.entry(rule.pattern.name).or_default().push(Directed { rule: i, repeated });
            }
        }
        Ok(Rules { all, by_root })
    }

    /// Applies the first rule that matches at `op`.
    pub fn apply(&self, driver: &mut Driver<'_>, op: Op) -> bool {
        let (ctx, graph) = (driver.ctx, &*driver.graph);
        let (Some(rules), &[result]) = (self.by_root.get(&graph.op_name(op)), graph.results(op)) else {
            return false;
        };
        let rules = rules.iter().map(|row| (&self.all[row.rule], &row.repeated));
        let near = rules.filter(|(rule, repeated)| may_match(ctx, graph, op, &rule.pattern, repeated));
        let near: Vec<&Compiled> = near.map(|(rule, _)| rule).collect();
        let Some(depth) = near.iter().map(|rule| depth(&rule.pattern)).max() else { return false };
        let mut encoding = encode_around(ctx, graph, op, depth);
        let Some(&root) = encoding.class_of.get(&result) else { return false };
        for rule in near {
            let root = encoding.egraph.find(root);
            for subst in matcher::search_at(ctx, &encoding.egraph, rule, root) {
                let Ok(made) = run::apply(ctx, &mut encoding.egraph, rule, root, &subst) else { continue };
                encoding.egraph.rebuild();
                let root = encoding.egraph.find(root);
                if encoding.egraph.find(made) != root {
                    let loc = ctx.fused_loc(matched_locs(graph, op, &rule.pattern));
                    return Builder::new(driver, &encoding, op, root, loc).replace(made).is_some();
                }
            }
        }
        false
    }
}

/// Whether the operations are those of the pattern, and constants that repeat one element are where conditions need
/// them: most do not get further.
fn may_match(ctx: &Context, graph: &Graph, op: Op, pattern: &OpPat, repeated: &[Slot]) -> bool {
    let is_repeated =
        |value: Value| constant_of(ctx, graph, value).is_some_and(|id| ctx.const_splat_bytes(id).is_some());
    let fits = |at: usize, value: Value| match pattern.operands.get(at) {
        Some(Pat::Var(slot)) => !repeated.contains(slot) || is_repeated(value),
        _ => true,
    };
    let values: Vec<Value> = graph.operands(op).collect();
    let in_order = |values: &[Value]| values.iter().enumerate().all(|(at, &value)| fits(at, value));
    (in_order(&values) || pattern.commutative && matches!(values[..], [a, b] if in_order(&[b, a])))
        && looks_like(ctx, graph, op, pattern)
}

/// Adds the variables whose repeated element the value of an expression needs.
fn asked_for_splat(ex: &Ex, slots: &mut Vec<Slot>) {
    const ASKING: [&str; 2] = ["is_extreme", "scalar"];
    match ex {
        Ex::Call(native, args) => {
            if let (true, Some(Ex::Var(slot))) = (ASKING.contains(&native.name), args.first()) {
                slots.push(*slot);
            }
            args.iter().for_each(|arg| asked_for_splat(arg, slots));
        }
        // Either side may do.
        Ex::Binary(BinaryOp::Or, ..) | Ex::Lit(_) | Ex::Var(_) => {}
        Ex::Binary(_, a, b) => {
            asked_for_splat(a, slots);
            asked_for_splat(b, slots);
        }
        Ex::List(items) => items.iter().for_each(|item| asked_for_splat(item, slots)),
        Ex::Not(inner) => asked_for_splat(inner, slots),
    }
}

/// How many operations deep a pattern looks below its root.
fn depth(pattern: &OpPat) -> usize {
    let below = pattern.operands.iter().map(|operand| match operand {
        Pat::Op(op) => 1 + depth(op),
        Pat::Var(_) | Pat::Rest(_) => 0,
    });
    below.max().unwrap_or(0)
}

/// Whether the operations are those of the pattern, attributes and conditions aside.
fn looks_like(ctx: &Context, graph: &Graph, op: Op, pattern: &OpPat) -> bool {
    if graph.op_name(op) != pattern.name || !graph.has_trait(ctx, op, Traits::PURE) {
        return false;
    }
    let has_rest = pattern.operands.iter().any(|operand| matches!(operand, Pat::Rest(_)));
    if has_rest {
        return graph.operand_count(op) + 1 >= pattern.operands.len();
    }
    let fits = |operand: &Pat, value: Value| match operand {
        Pat::Op(inner) => graph.defining_op(value).is_some_and(|def| looks_like(ctx, graph, def, inner)),
        Pat::Var(_) | Pat::Rest(_) => true,
    };
    let values: Vec<Value> = graph.operands(op).collect();
    let in_order = |values: &[Value]| pattern.operands.iter().zip(values).all(|(p, &value)| fits(p, value));
    values.len() == pattern.operands.len()
        && (in_order(&values) || pattern.commutative && matches!(values[..], [a, b] if in_order(&[b, a])))
}

/// The locations of the operations that a pattern stands for, the root's last.
fn matched_locs(graph: &Graph, op: Op, pattern: &OpPat) -> Vec<LocId> {
    let mut locs = Vec::new();
    for value in graph.operands(op) {
        let Some(def) = graph.defining_op(value) else { continue };
        for operand in &pattern.operands {
            if let Pat::Op(inner) = operand
                && inner.name == graph.op_name(def)
            {
                locs.extend(matched_locs(graph, def, inner));
            }
        }
    }
    locs.push(graph.loc(op));
    locs
}

/// Makes operations of new nodes.
struct Builder<'a, 'd, 'c> {
    driver: &'a mut Driver<'d>,
    encoding: &'a Encoding<'c>,
    /// The operation that is replaced, before which new ones go.
    op: Op,
    /// Its class.
    root: Id,
    loc: LocId,
    values: FxHashMap<Id, Vec<Value>>,
}

impl<'a, 'd, 'c> Builder<'a, 'd, 'c> {
    fn new(
        driver: &'a mut Driver<'d>,
        encoding: &'a Encoding<'c>,
        op: Op,
        root: Id,
        loc: LocId,
    ) -> Builder<'a, 'd, 'c> {
        let mut known: Vec<(Value, Id)> = encoding
            .class_of
            .iter()
            .map(|(&value, &id)| (value, encoding.egraph.find(id)))
            .filter(|&(_, id)| id != root)
            .collect();
        // Of equal values the one that was made first.
        known.sort_unstable();
        let mut values = FxHashMap::default();
        for (value, id) in known {
            values.entry(id).or_insert(vec![value]);
        }
        Builder { driver, encoding, op, root, loc, values }
    }

    /// Replaces the root by class `made`.
    fn replace(mut self, made: Id) -> Option<()> {
        let types: Vec<TypeId> = self.driver.graph.result_types(self.op).collect();
        let values = self.build(made, Some(&types))?;
        self.driver.replace(self.op, &values).then_some(())
    }

    /// The values of class `id`, made if there are none; `types` are those of the results where they are given.
    fn build(&mut self, id: Id, types: Option<&[TypeId]>) -> Option<Vec<Value>> {
        let id = self.encoding.egraph.find(id);
        if let Some(values) = self.values.get(&id) {
            return Some(values.clone());
        }
        if id == self.root {
            return None;
        }
        let ctx = self.driver.ctx;
        let class = &self.encoding.egraph[id];
        let konst = |node: &&crate::eqsat::node::Node| matches!(node.head, Head::Const(_));
        let node = class.nodes.iter().find(konst).or(class.nodes.first())?.clone();
        let values = match node.head {
            Head::Leaf(_) => return None,
            Head::Const(id) => {
                let value = constant_before(ctx, self.driver.graph, self.op, id, self.loc);
                self.driver.graph.defining_op(value).into_iter().for_each(|op| self.driver.touch(op));
                vec![value]
            }
            Head::None => {
                let props = ctx.dict([(ctx.str("value"), core_ir::AttrId::UNIT)]);
                let state = OpState::new(ctx.op_name("tfl.no_value"), self.loc).props(props);
                self.insert(state.results([TypeId::NONE]))
            }
            Head::Proj(i) => vec![*self.build(node.children[0], None)?.get(i as usize)?],
            Head::Op(name) => {
                let mut operands = Vec::with_capacity(node.children.len());
                for &child in &node.children {
                    operands.push(*self.build(child, None)?.first()?);
                }
                let types = types.map_or_else(|| result_types(ctx, class.data.ty), <[TypeId]>::to_vec);
                let state = OpState::new(name, self.loc).props(node.props).operands(operands);
                self.insert(state.results(types))
            }
        };
        self.values.insert(id, values.clone());
        Some(values)
    }

    fn insert(&mut self, state: OpState) -> Vec<Value> {
        let made = self.driver.insert(self.op, state);
        self.driver.graph.results(made).to_vec()
    }
}
