//! Programs that the left side of a rule may match.
//!
//! An instance is made from the pattern, inner operations first: types, attributes and shapes are drawn at random, led by
//! what the rows of the operations, [`roles`](super::roles) and the conditions of the rule say, and what an operation's
//! inference refuses is drawn again. Whether the rule fires on it is for the matcher to say.

use core_ir::constraint::OpUse;
use core_ir::spec::{Arity, AttrKind, AttrLimit, AttrSpec, ElemRule, OpSpec, OperandInfo, Presence};
use core_ir::{AttrId, Context, Dim, OpView, Type, TypeId};
use egg::Id;
use rustc_hash::FxHashMap;

use super::hints::{self, Hints};
use super::program::Leaf;
use super::random::Random;
use super::roles::{self, Role};
use super::shapes::Shapes;
use crate::eqsat::facts::{Egraph, Facts, declare_type, result_types};
use crate::eqsat::node::{Head, elem_signature};
use crate::eqsat::rules::compile::attr_from_val;
use crate::eqsat::rules::compiled::{AttrPat, Compiled, Cond, Ex, OpPat, Pat, Slot};
use crate::eqsat::rules::run::{Subst, eval};
use crate::eqsat::rules::value::{Env, Val};

/// The element types that instances are made of, in turn; most rules are about the first.
const ELEMS: &[&str] = &[
    "f32", "i32", "f32", "i64", "f16", "f32", "i1", "bf16", "i8", "f32", "f64", "i16", "ui8", "c64", "f32",
    "str",
];

/// An e-graph with a program that may match.
pub(super) struct Instance<'c> {
    pub(super) egraph: Egraph<'c>,
    /// The operations that the rule speaks of: one, or several where it is about several.
    pub(super) roots: Vec<Id>,
    pub(super) leaves: Vec<Leaf>,
    /// Whether dimensions are open.
    pub(super) is_open: bool,
}

/// Attempts at one operation before what it stands in is drawn anew.
const ATTEMPTS: usize = 6;
/// Attempts at one operand.
const DRAWS: usize = 4;
/// Operations tried for one instance.
const FUEL: usize = 120;

/// The instance of `rule` with this number; `None` where the dice fell badly.
pub(super) fn make<'c>(ctx: &'c Context, rule: &Compiled, number: usize) -> Option<Instance<'c>> {
    let mut random = Random::named(&rule.name, number as u64);
    let elem = ctx.elem_named(ELEMS[number % ELEMS.len()])?;
    let is_open = number % 3 == 2;
    let shapes = Shapes::new(ctx, &mut random, is_open);
    let mut maker = Maker {
        ctx,
        rule,
        egraph: Egraph::new(Facts::new(ctx)),
        leaves: Vec::new(),
        subst: vec![None; rule.slots],
        elem,
        choices: random.next(),
        shapes,
        fuel: FUEL,
        random,
        before: Vec::new(),
    };
    let mut roots = vec![maker.op(&rule.pattern, None)?];
    if let Some(joint) = &rule.joint {
        for _ in 0..1 + maker.random.below(2) {
            maker.before.clone_from(&maker.subst);
            maker.fuel = FUEL;
            for slot in (0..rule.slots).filter(|slot| !joint.by.contains(slot)) {
                maker.subst[slot] = None;
            }
            roots.push(maker.op(&rule.pattern, None)?);
        }
    }
    maker.egraph.rebuild();
    let roots = roots.into_iter().map(|root| maker.egraph.find(root)).collect();
    Some(Instance { egraph: maker.egraph, roots, leaves: maker.leaves, is_open })
}

struct Maker<'a, 'c> {
    ctx: &'c Context,
    rule: &'a Compiled,
    egraph: Egraph<'c>,
    leaves: Vec<Leaf>,
    subst: Subst,
    /// The element type wherever it is allowed.
    elem: TypeId,
    /// See [`hints::read`].
    choices: u64,
    shapes: Shapes,
    /// Operations that may still be tried.
    fuel: usize,
    /// What the variables stood for in the operation before, where a rule is about several.
    before: Subst,
    random: Random,
}

/// The element types of one operation, as far as they are known.
struct Elems<'a> {
    spec: &'a OpSpec,
    /// What is wanted of the result.
    want: Option<TypeId>,
    /// By type attribute.
    groups: FxHashMap<u8, TypeId>,
    /// Of the operands so far.
    operands: Vec<TypeId>,
}

impl<'c> Maker<'_, 'c> {
    fn op(&mut self, pattern: &OpPat, want: Option<TypeId>) -> Option<Id> {
        let before = self.subst.clone();
        for _ in 0..ATTEMPTS {
            self.fuel = self.fuel.checked_sub(1)?;
            if let Some(id) = self.try_op(pattern, want) {
                return Some(id);
            }
            self.subst.clone_from(&before);
        }
        None
    }

    fn try_op(&mut self, pattern: &OpPat, want: Option<TypeId>) -> Option<Id> {
        let ctx = self.ctx;
        let spec = ctx.op_spec(pattern.name)?;
        let count = self.operand_count(pattern, spec);
        let props = self.props(pattern, spec, count)?;
        self.holds()?;
        let rows = rows_of(spec.operand_segments(ctx, props, count)?);
        let mut elems = Elems { spec, want, groups: FxHashMap::default(), operands: Vec::new() };
        self.known_groups(pattern, &rows, &mut elems);
        let mut children: Vec<Id> = Vec::new();
        for operand in &pattern.operands {
            match operand {
                Pat::Rest(slot) => {
                    let many = count + 1 - pattern.operands.len();
                    let mut items = Vec::new();
                    for _ in 0..many {
                        let row = *rows.get(children.len())?;
                        let id = self.operand(None, row, &mut elems, &children)?;
                        items.push(Val::Class(id));
                        children.push(id);
                    }
                    self.bind(*slot, Val::List(items))?;
                }
                Pat::Var(slot) => {
                    let row = *rows.get(children.len())?;
                    let id = self.operand(Some(*slot), row, &mut elems, &children)?;
                    children.push(id);
                }
                Pat::Op(inner) => {
                    let row = *rows.get(children.len())?;
                    let is_int =
                        !matches!(roles::role(&spec.name, row), Role::Data) && is_int_role(&spec.name, row);
                    let elem = self.elem_for(&elems, row, is_int)?;
                    let id = self.op(inner, Some(elem))?;
                    self.take_elem(&mut elems, row, id)?;
                    children.push(id);
                }
            }
            self.holds()?;
        }
        let id = self.node(pattern, spec, props, &elems, children)?;
        if let Some(slot) = pattern.bind {
            self.bind(slot, Val::Class(id))?;
        }
        self.holds()?;
        Some(id)
    }

    fn operand_count(&mut self, pattern: &OpPat, spec: &OpSpec) -> usize {
        if pattern.rest_operands.is_none() {
            return pattern.operands.len();
        }
        let fixed = pattern.operands.len() - 1;
        let is_open = |row: &core_ir::spec::ValueSpec| !matches!(row.arity, Arity::One | Arity::Optional);
        match spec.operands.iter().any(is_open) {
            true => fixed + 1 + self.random.below(3),
            false => spec.operands.len().max(fixed),
        }
    }

    /// The node of an operation, whose types must be what its row and its inference allow.
    fn node(
        &mut self,
        pattern: &OpPat,
        spec: &OpSpec,
        props: core_ir::DictId,
        elems: &Elems<'_>,
        children: Vec<Id>,
    ) -> Option<Id> {
        let ctx = self.ctx;
        let results = self.result_elems(spec, props, elems)?;
        let declared: Vec<TypeId> = results.iter().map(|&elem| ctx.unranked(elem)).collect();
        let place = u32::from(pattern.place.is_some());
        let node = self.egraph.analysis.nodes.node(
            Head::Op(pattern.name),
            props,
            elem_signature(ctx, &declared),
            place,
            children.iter().copied().collect(),
        );
        let id = self.egraph.add(node);
        let fact = &self.egraph[id].data;
        if fact.disputed {
            return None;
        }
        let types = result_types(ctx, fact.ty);
        if spec.tflite.is_some() {
            let facts: Vec<_> = children.iter().map(|&id| self.egraph[id].data.clone()).collect();
            let operands: Vec<OperandInfo<'_>> = facts.iter().map(|fact| fact.operand()).collect();
            let view = OpView { ctx, spec, props, operands: &operands, results: &types };
            OpUse::alone(view).check_definition().ok()?;
        }
        let Some(i) = pattern.projection else { return Some(id) };
        let part = self.egraph.analysis.nodes.projection(i, *results.get(i as usize)?, id);
        Some(self.egraph.add(part))
    }

    fn bind(&mut self, slot: Slot, val: Val) -> Option<()> {
        match &self.subst[slot] {
            Some(old) => old.proved_eq(&val).then_some(()),
            None => {
                self.subst[slot] = Some(val);
                Some(())
            }
        }
    }

    /// Whether the conditions hold of which everything is known.
    fn holds(&mut self) -> Option<()> {
        for condition in &self.rule.conditions {
            let (Cond::Let(_, ex, _) | Cond::Holds(ex, _)) = condition;
            if !is_known(ex, &self.subst) {
                continue;
            }
            let value = eval(&Env { ctx: self.ctx, egraph: &self.egraph }, ex, &self.subst);
            match condition {
                Cond::Let(slot, ..) => self.bind(*slot, value?)?,
                Cond::Holds(..) => (value? == Val::Bool(true)).then_some(())?,
            }
        }
        Some(())
    }
}

/// Attributes.
impl Maker<'_, '_> {
    fn props(&mut self, pattern: &OpPat, spec: &OpSpec, operands: usize) -> Option<core_ir::DictId> {
        let mut entries = Vec::new();
        for (name, matcher) in &pattern.attrs {
            let (_, row) = spec.attr(name)?;
            let attr = match matcher {
                AttrPat::Bind(slot) => match self.subst[*slot].clone() {
                    Some(val) => attr_from_val(self.ctx, &row.kind, &val)?,
                    None => self.attr(spec, row, operands)?,
                },
                AttrPat::OneOf(_, list) => {
                    let env = Env { ctx: self.ctx, egraph: &self.egraph };
                    let Some(Val::List(items)) = eval(&env, list, &self.subst) else { return None };
                    attr_from_val(self.ctx, &row.kind, self.random.of(&items))?
                }
                AttrPat::Is(ex) => {
                    let val = self.attr_val(ex, name)?;
                    attr_from_val(self.ctx, &row.kind, &val)?
                }
            };
            if let AttrPat::Bind(slot) | AttrPat::OneOf(slot, _) = matcher {
                self.bind(*slot, Val::from_attr(self.ctx, attr))?;
            }
            entries.push((self.ctx.str(name), attr));
        }
        // Several operations may have to agree on what is not mentioned.
        let rest = pattern.rest.flatten();
        if let Some(Val::Attr(known)) = rest.and_then(|slot| self.subst[slot].clone())
            && let core_ir::Attr::Dict(known) = self.ctx.attr_of(known)
        {
            entries.extend(self.ctx.dict_entries(*known));
            return Some(self.ctx.dict(entries));
        }
        let mentioned = entries.len();
        for row in spec.attrs.iter().filter(|_| pattern.rest.is_some()) {
            let is_mentioned = pattern.attrs.iter().any(|(name, _)| *name == row.name);
            let is_needed = row.presence == Presence::Required;
            if !is_mentioned
                && row.presence != Presence::Derived
                && row.presence != Presence::Optional
                && (is_needed || self.random.chance(40))
                && let Some(attr) = self.attr(spec, row, operands)
            {
                entries.push((self.ctx.str(&row.name), attr));
            }
        }
        if let Some(slot) = rest {
            let others = self.ctx.dict(entries[mentioned..].iter().copied());
            self.bind(slot, Val::Attr(self.ctx.attr(core_ir::Attr::Dict(others))))?;
        }
        Some(self.ctx.dict(entries))
    }

    /// The value that an attribute has to have; variables inside that are not known yet get theirs.
    fn attr_val(&mut self, ex: &Ex, name: &str) -> Option<Val> {
        match ex {
            Ex::Var(slot) if self.subst[*slot].is_none() => {
                let most = if name.contains("dilation") && self.random.chance(70) { 1 } else { 2 };
                let val = Val::int(self.random.int(1, most));
                self.subst[*slot] = Some(val.clone());
                Some(val)
            }
            Ex::List(items) => {
                let items: Option<Vec<Val>> = items.iter().map(|item| self.attr_val(item, name)).collect();
                Some(Val::List(items?))
            }
            ex => eval(&Env { ctx: self.ctx, egraph: &self.egraph }, ex, &self.subst),
        }
    }

    /// Any value of an attribute.
    fn attr(&mut self, spec: &OpSpec, row: &AttrSpec, operands: usize) -> Option<AttrId> {
        let ctx = self.ctx;
        let name = row.name.as_ref();
        let val = match &row.kind {
            AttrKind::Bool => Val::Bool(self.random.chance(50)),
            AttrKind::Int(_) if name == "values_count" => Val::int(operands as i64),
            AttrKind::Int(_) => {
                let (low, high) = roles::int_range(name);
                let most = if name.contains("dilation") && self.random.chance(70) { 1 } else { high };
                let is_positive = row.limit == Some(AttrLimit::Positive);
                let n = self.random.int(low, most).max(i64::from(is_positive));
                Val::int(if name.ends_with("_mask") && self.random.chance(60) { 0 } else { n })
            }
            AttrKind::F32 if name.starts_with("epsilon") => Val::Float(*self.random.of(&[0.001, 0.125, 1.0])),
            AttrKind::F32 => Val::Float((self.random.float(0.1, 1.5) * 64.0).round() / 64.0),
            AttrKind::Enum(words) => {
                let plain = words.cases.iter().find(|case| case.1 == 0)?.0;
                let any = self.random.of(words.cases).0;
                let is_plain = name == "weights_format" || self.random.chance(40);
                Val::Str(if is_plain { plain } else { any }.into())
            }
            AttrKind::Str => {
                let def = dialects::tf::op_def(spec.name.strip_prefix("tf.")?)?;
                let words = def.attrs.into_iter().find(|attr| attr.name == name)?.allowed;
                Val::Str(if words.is_empty() { String::new() } else { self.random.of(&words).to_string() })
            }
            AttrKind::Ints(_) => Val::ints(self.int_list(spec, name)),
            AttrKind::Floats => Val::List([-1.0, 0.5, 2.0].into_iter().map(Val::Float).collect()),
            AttrKind::Elements => {
                let shape = self.shapes.fixed(&mut self.random, 2);
                return Some(ctx.elements_attr(self.shapes.constant(
                    ctx,
                    &mut self.random,
                    self.elem,
                    &shape,
                    self.rule,
                    None,
                )?));
            }
            _ => return None,
        };
        attr_from_val(ctx, &row.kind, &val)
    }

    fn int_list(&mut self, spec: &OpSpec, name: &str) -> Vec<i64> {
        let inner = match roles::role(&spec.name, 0) {
            Role::Ranked(n) | Role::DimsOf(n) => n.saturating_sub(2),
            _ => 2,
        };
        match name {
            "strides" | "ksize" | "dilations" => {
                let most = if name == "dilations" && self.random.chance(70) { 1 } else { 2 };
                let sizes = (0..inner).map(|_| self.random.int(1, most));
                let sizes: Vec<i64> = sizes.collect();
                [vec![1], sizes, vec![1]].concat()
            }
            "explicit_paddings" => {
                let pads: Vec<i64> = (0..2 * inner).map(|_| self.random.int(0, 1)).collect();
                [vec![0, 0], pads, vec![0, 0]].concat()
            }
            _ => (0..self.random.below(3)).map(|_| self.random.int(-1, 2)).collect(),
        }
    }
}

/// Element types.
impl Maker<'_, '_> {
    /// Fills in what operands that are known already, the wanted result and conditions say.
    fn known_groups(&mut self, pattern: &OpPat, rows: &[usize], elems: &mut Elems<'_>) {
        if let (Some(want), Some(ElemRule::TypeAttr(i))) =
            (elems.want, elems.spec.results.first().map(|r| &r.elems))
        {
            elems.groups.insert(*i, want);
        }
        for (operand, &row) in pattern.operands.iter().zip(rows) {
            let (Pat::Var(slot), ElemRule::TypeAttr(i)) = (operand, &elems.spec.operands[row].elems) else {
                continue;
            };
            if let Some(Val::Class(id)) = &self.subst[*slot] {
                elems.groups.insert(*i, self.ctx.elem_type(self.egraph[*id].data.ty));
            } else if let hinted @ [_, ..] = self.hints(Some(*slot)).elems.as_slice() {
                let elem = if hinted.contains(&self.elem) { self.elem } else { *self.random.of(hinted) };
                elems.groups.entry(*i).or_insert(elem);
            }
        }
    }

    /// The names of the element types that a type attribute may be; empty for any.
    fn allowed(&self, spec: &OpSpec, at: u8) -> Vec<String> {
        let name = &spec.attrs[usize::from(at)].name;
        let def = spec.name.strip_prefix("tf.").and_then(dialects::tf::op_def);
        let attr = def.and_then(|def| def.attrs.into_iter().find(|attr| attr.name == *name));
        attr.map_or(Vec::new(), |attr| attr.allowed.iter().map(|name| name.to_string()).collect())
    }

    /// An element type for an operand row.
    fn elem_for(&mut self, elems: &Elems<'_>, row: usize, is_int: bool) -> Option<TypeId> {
        let spec = elems.spec;
        let rule = &spec.operands.get(row)?.elems;
        let names: Vec<String> = match rule {
            ElemRule::TypeAttr(i) => {
                if let Some(&known) = elems.groups.get(i) {
                    return Some(known);
                }
                self.allowed(spec, *i)
            }
            ElemRule::SameAsOperand(i) => match elems.operands.get(usize::from(*i)) {
                Some(&known) => return Some(known),
                None => Vec::new(),
            },
            ElemRule::In(set) => set.names().map(str::to_owned).collect(),
            ElemRule::Any | ElemRule::TypeListAttr(_) => Vec::new(),
        };
        let allows =
            |ctx: &Context, elem: TypeId| names.is_empty() || names.iter().any(|n| n == ctx.elem_name(elem));
        if is_int {
            let ints: Vec<TypeId> =
                [TypeId::I32, TypeId::I64].into_iter().filter(|&e| allows(self.ctx, e)).collect();
            return (!ints.is_empty()).then(|| *self.random.of(&ints));
        }
        // What the operand before has is what this one has most often; conditions of selections say nothing.
        let before = elems.operands.len().checked_sub(1).and_then(|at| {
            let is_free = |row: &core_ir::spec::ValueSpec| matches!(&row.elems, ElemRule::In(set) if set.0.count_ones() > 1);
            spec.operands.get(at).filter(|row| is_free(row)).map(|_| elems.operands[at])
        });
        for elem in [before, elems.want, Some(self.elem)].into_iter().flatten() {
            if allows(self.ctx, elem) {
                return Some(elem);
            }
        }
        let known: Vec<TypeId> = names.iter().filter_map(|name| self.known_elem(name)).collect();
        (!known.is_empty()).then(|| *self.random.of(&known))
    }

    fn known_elem(&self, name: &str) -> Option<TypeId> {
        ELEMS.contains(&name).then(|| self.ctx.elem_named(name)).flatten()
    }

    /// Notes the element type of an operand; `None` where the row does not take it.
    fn take_elem(&self, elems: &mut Elems<'_>, row: usize, id: Id) -> Option<()> {
        let elem = self.ctx.elem_type(self.egraph[id].data.ty);
        elems.operands.push(elem);
        if elem == TypeId::NONE {
            return Some(());
        }
        match &elems.spec.operands.get(row)?.elems {
            ElemRule::TypeAttr(i) => {
                let names = self.allowed(elems.spec, *i);
                let fits = names.is_empty() || names.iter().any(|name| name == self.ctx.elem_name(elem));
                (fits && *elems.groups.entry(*i).or_insert(elem) == elem).then_some(())
            }
            ElemRule::In(set) => set.has(self.ctx.elem_name(elem)).then_some(()),
            _ => Some(()),
        }
    }

    fn result_elems(
        &mut self,
        spec: &OpSpec,
        props: core_ir::DictId,
        elems: &Elems<'_>,
    ) -> Option<Vec<TypeId>> {
        let mut all = Vec::new();
        for row in spec.results.iter() {
            let many = match row.arity {
                Arity::One => 1,
                Arity::Optional => 0,
                _ => {
                    let said =
                        ["num", "num_splits"].into_iter().find_map(|name| self.ctx.dict_get(props, name));
                    match said.and_then(|attr| self.ctx.attr_int(attr)) {
                        Some(n) => usize::try_from(n).ok()?,
                        None => 1 + self.random.below(3),
                    }
                }
            };
            let first = elems.operands.first().copied();
            // Most operations have results of what their operands are.
            let is_free = roles::chooses_result(&spec.name);
            let wished =
                if is_free { [elems.want, None, None] } else { [first, elems.want, Some(self.elem)] };
            let elem = match &row.elems {
                ElemRule::TypeAttr(i) => match elems.groups.get(i) {
                    Some(&elem) => elem,
                    None => {
                        let names = self.allowed(spec, *i);
                        let names = if names.is_empty() {
                            ELEMS.iter().map(|n| n.to_string()).collect()
                        } else {
                            names
                        };
                        self.result_elem(&names, wished)?
                    }
                },
                ElemRule::In(set) => {
                    let names: Vec<String> = set.names().map(str::to_owned).collect();
                    self.result_elem(&names, wished)?
                }
                ElemRule::SameAsOperand(i) => *elems.operands.get(usize::from(*i))?,
                ElemRule::Any | ElemRule::TypeListAttr(_) => first?,
            };
            all.extend(std::iter::repeat_n(elem, many));
        }
        Some(all)
    }

    fn result_elem(&mut self, names: &[String], wished: [Option<TypeId>; 3]) -> Option<TypeId> {
        let fits = |elem: &TypeId| names.iter().any(|name| name == self.ctx.elem_name(*elem));
        if let Some(elem) = wished.into_iter().flatten().find(fits) {
            return Some(elem);
        }
        let known: Vec<TypeId> = names.iter().filter_map(|name| self.known_elem(name)).collect();
        (!known.is_empty()).then(|| *self.random.of(&known))
    }
}

/// Operands.
impl Maker<'_, '_> {
    fn hints(&self, slot: Option<Slot>) -> Hints {
        let env = Env { ctx: self.ctx, egraph: &self.egraph };
        slot.map_or_else(Hints::default, |slot| hints::read(self.rule, slot, &env, &self.subst, self.choices))
    }

    /// The operand that a variable stands for, or one of several.
    fn operand(
        &mut self,
        slot: Option<Slot>,
        row: usize,
        elems: &mut Elems<'_>,
        before: &[Id],
    ) -> Option<Id> {
        if let Some(Some(Val::Class(id))) = slot.map(|slot| self.subst[slot].clone()) {
            self.take_elem(elems, row, id)?;
            return Some(id);
        }
        let known = self.subst.clone();
        for _ in 0..DRAWS {
            self.fuel = self.fuel.checked_sub(1)?;
            if let Some(id) = self.draw(slot, row, elems, before) {
                if let Some(slot) = slot {
                    self.bind(slot, Val::Class(id))?;
                }
                if self.holds().is_some() {
                    self.take_elem(elems, row, id)?;
                    return Some(id);
                }
            }
            self.subst.clone_from(&known);
        }
        None
    }

    fn draw(&mut self, slot: Option<Slot>, row: usize, elems: &Elems<'_>, before: &[Id]) -> Option<Id> {
        let hints = self.hints(slot);
        let spec = elems.spec;
        if let Some(slot) = slot
            && let Some(id) = self.as_before(slot, is_int_role(&spec.name, row))
        {
            return Some(id);
        }
        let is_optional = spec.operands.get(row)?.arity == Arity::Optional;
        let is_none = hints.is_none.unwrap_or(is_optional && self.random.chance(25));
        if is_none && (is_optional || hints.is_none == Some(true)) {
            let none = self.egraph.analysis.nodes.leaf(Head::None, TypeId::NONE);
            return Some(self.egraph.add(none));
        }
        if let Some((x, factors)) = &hints.polynomial {
            return self.polynomial(*x, factors);
        }
        let is_int = is_int_role(&spec.name, row);
        let mut elem = self.elem_for(elems, row, is_int)?;
        if !hints.elems.is_empty() && !hints.elems.contains(&elem) {
            elem = *self.random.of(&hints.elems);
        }
        let types: Vec<TypeId> = before.iter().map(|&id| self.egraph[id].data.ty).collect();
        let begins = before.get(1).and_then(|&id| self.egraph[id].data.dims.clone());
        let role = roles::role(&spec.name, row);
        if is_int || hints.ints.is_some() || hints.all_ints.is_some() {
            let drawn = self.shapes.ints(self.ctx, &mut self.random, role, &hints, &types, begins.as_deref());
            let (dims, shape) = drawn?;
            return self.int_leaf(&hints, dims, shape, elem);
        }
        let shape = self.shapes.data(self.ctx, &mut self.random, role, &hints, &types)?;
        self.data_leaf(&hints, shape, elem)
    }

    /// What a variable stood for in the operation before, or something of the same type: operations of which a rule
    /// speaks together have much in common.
    fn as_before(&mut self, slot: Slot, is_int: bool) -> Option<Id> {
        let Some(Val::Class(id)) = self.before.get(slot)? else { return None };
        let id = *id;
        if !self.random.chance(70) {
            return None;
        }
        let fact = &self.egraph[id].data;
        let (ty, is_const) = (fact.ty, fact.is_const);
        if is_int || !self.ctx.is_tensor(ty) {
            return Some(id);
        }
        let hints = Hints { is_const: Some(is_const), ..Hints::default() };
        self.data_leaf(&hints, self.ctx.shape(ty)?.to_vec(), self.ctx.elem_type(ty))
    }

    fn int_leaf(&mut self, hints: &Hints, dims: Vec<Dim>, shape: Vec<usize>, elem: TypeId) -> Option<Id> {
        let ctx = self.ctx;
        let sizes: Vec<i64> = shape.iter().map(|&n| n as i64).collect();
        let ty = ctx.fixed_tensor(&sizes, elem);
        let fixed: Option<Vec<i64>> = dims.iter().map(|dim| dim.fixed()).collect();
        let is_const = hints.is_const.unwrap_or(hints.ints.is_some() || self.random.chance(80));
        if let (true, Some(ints)) = (is_const, &fixed) {
            let tensor = super::inputs::int_tensor(ctx, elem, &shape, ints)?;
            let konst = tensor.to_const_as(ctx, elem).ok()?;
            let leaf = self.egraph.analysis.nodes.leaf(Head::Const(konst), elem);
            return Some(self.egraph.add(leaf));
        }
        let id = self.leaf(Leaf::Ints { dims: dims.clone().into(), shape: shape.into(), elem }, ty);
        // What is computed from open dimensions is known as such; other numbers are not known before run time.
        if fixed.is_none() || hints.ints.is_some() {
            let mut fact = self.egraph[id].data.clone();
            fact.dims = Some(dims.into());
            self.egraph.set_analysis_data(id, fact);
        }
        Some(id)
    }

    fn data_leaf(&mut self, hints: &Hints, shape: Vec<Dim>, elem: TypeId) -> Option<Id> {
        let ctx = self.ctx;
        let is_splat = hints.splat.is_some() || hints.truth.is_some() || hints.extreme.is_some();
        let is_const = hints.is_const.unwrap_or(is_splat || self.random.chance(15));
        let fixed: Option<Vec<i64>> = shape.iter().map(|dim| dim.fixed()).collect();
        if let (true, Some(fixed)) = (is_const, fixed) {
            let konst = match is_splat {
                true => self.splat(hints, &fixed, elem)?,
                false => {
                    self.shapes.constant(ctx, &mut self.random, elem, &fixed, self.rule, hints.between)?
                }
            };
            let leaf = self.egraph.analysis.nodes.leaf(Head::Const(konst), elem);
            return Some(self.egraph.add(leaf));
        }
        if is_const {
            return None;
        }
        let ty = ctx.tensor(&shape, elem);
        Some(self.leaf(Leaf::Argument(ty), ty))
    }

    /// A polynomial of a value, in the operations of TFLite, summed up from its highest power.
    fn polynomial(&mut self, x: Id, factors: &[f64]) -> Option<Id> {
        let elem = self.ctx.elem_type(self.egraph[x].data.ty);
        let (&highest, lower) = factors.split_last()?;
        let mut sum = self.number(highest, elem)?;
        for &factor in lower.iter().rev() {
            sum = self.binary("tfl.mul", [sum, x], elem)?;
            if factor != 0.0 {
                let factor = self.number(factor, elem)?;
                sum = self.binary("tfl.add", [sum, factor], elem)?;
            }
        }
        Some(sum)
    }

    fn number(&mut self, x: f64, elem: TypeId) -> Option<Id> {
        let bytes = self.ctx.float_to_bytes(elem, x)?;
        let data = core_ir::ConstData::Splat(bytes.into());
        let konst = self.ctx.constant(self.ctx.fixed_tensor(&[], elem), data);
        let leaf = self.egraph.analysis.nodes.leaf(Head::Const(konst), elem);
        Some(self.egraph.add(leaf))
    }

    fn binary(&mut self, op: &str, operands: [Id; 2], elem: TypeId) -> Option<Id> {
        let name = self.ctx.op_name(op);
        let none = self.ctx.str_attr("NONE");
        let props = self.ctx.dict([(self.ctx.str("fused_activation_function"), none)]);
        let children = operands.into_iter().collect();
        let node = self.egraph.analysis.nodes.node(Head::Op(name), props, elem, 0, children);
        Some(self.egraph.add(node))
    }

    fn splat(&mut self, hints: &Hints, shape: &[i64], elem: TypeId) -> Option<core_ir::ConstId> {
        let ctx = self.ctx;
        let bytes = match (hints.truth, hints.extreme, hints.splat) {
            (Some(truth), ..) => vec![u8::from(truth)],
            (_, Some(largest), _) => {
                let most = *self.random.of(&[ctx.largest_float(elem)?, f64::INFINITY]);
                ctx.float_to_bytes(elem, if largest { most } else { -most })?
            }
            (_, _, Some((low, high))) => {
                let x = match (low.is_finite(), high.is_finite()) {
                    (true, true) if self.random.chance(30) => high,
                    (true, true) => (low + high) / 2.0,
                    (true, false) => low + self.random.float(0.5, 2.0),
                    (false, true) => high - self.random.float(0.5, 2.0),
                    (false, false) => self.random.float(-2.0, 2.0),
                };
                match ctx.type_of(elem) {
                    Type::Float(_) => ctx.float_to_bytes(elem, x)?,
                    Type::Integer { .. } => (x as i64).to_le_bytes()[..ctx.elem_bytes(elem)?].to_vec(),
                    _ => return None,
                }
            }
            _ => return None,
        };
        if bytes.len() != ctx.elem_bytes(elem)? {
            return None;
        }
        Some(ctx.constant(ctx.fixed_tensor(shape, elem), core_ir::ConstData::Splat(bytes.into())))
    }

    fn leaf(&mut self, leaf: Leaf, ty: TypeId) -> Id {
        let number = self.leaves.len() as u32;
        self.leaves.push(leaf);
        let node = self.egraph.analysis.nodes.leaf(Head::Leaf(number), self.ctx.elem_type(ty));
        let id = self.egraph.add(node);
        declare_type(&mut self.egraph, id, ty);
        id
    }
}

/// The row of each value, given how many values each row has.
fn rows_of(sizes: Vec<usize>) -> Vec<usize> {
    sizes.into_iter().enumerate().flat_map(|(row, size)| std::iter::repeat_n(row, size)).collect()
}

/// Whether an operand holds numbers that say what to do, rather than elements.
fn is_int_role(op: &str, row: usize) -> bool {
    use Role::*;
    !matches!(roles::role(op, row), Data | Ranked(_) | Blocked(_) | Matrices | Like(_) | Scalar | Along(..))
}

/// Whether every variable of an expression has a value.
fn is_known(ex: &Ex, subst: &Subst) -> bool {
    match ex {
        Ex::Lit(_) => true,
        Ex::Var(slot) => subst[*slot].is_some(),
        Ex::List(items) | Ex::Call(_, items) => items.iter().all(|item| is_known(item, subst)),
        Ex::Binary(_, a, b) => is_known(a, subst) && is_known(b, subst),
        Ex::Not(a) => is_known(a, subst),
    }
}
