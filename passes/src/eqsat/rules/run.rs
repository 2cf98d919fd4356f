//! Finding where a rule matches, and building what it says.

use core_ir::spec::{OpSpec, OperandInfo, Traits};
use core_ir::{Attr, ConstData, Context, DictId, OpView, Type, TypeId};
use egg::Id;

use super::ast::BinaryOp;
use super::compile::{AttrPat, Build, Compiled, Cond, Ex, OpBuild, OpPat, Pat, Slot, attr_from_val};
use super::value::{Env, Val};
use crate::eqsat::facts::{Egraph, Fact, declare_type};
use crate::eqsat::node::{Head, Node, elem_signature};

/// The values of a rule's slots.
pub type Subst = Vec<Option<Val>>;

/// Attributes that never change what an operation computes.
const IRRELEVANT_ATTRS: &[&str] = &["use_cudnn_on_gpu", "device", "grad_a", "grad_b", "grad_x", "grad_y"];

/// Why a rule did not fire for a node of its root operation.
pub type Miss = String;

struct Matcher<'a, 'c> {
    env: Env<'a, 'c>,
    miss: Option<Miss>,
}

/// The slots after the attributes of `node` were matched against those of `pattern`. `Err` says which does not fit.
pub fn match_attrs(env: Env<'_, '_>, pattern: &OpPat, node: &Node, subst: Subst) -> Result<Subst, Miss> {
    let mut matcher = Matcher { env, miss: None };
    let found = matcher.attrs(pattern, node, subst);
    found.ok_or_else(|| matcher.miss.unwrap_or_else(|| "its attributes do not match".into()))
}

/// Every match of `rule`'s pattern whose conditions hold, as the root class and the slots.
pub fn search<'c>(ctx: &'c Context, egraph: &Egraph<'c>, rule: &Compiled) -> Vec<(Id, Subst)> {
    let mut matcher = Matcher { env: Env { ctx, egraph }, miss: None };
    let head = match rule.pattern.projection {
        Some(i) => Head::Proj(i),
        None => Head::Op(rule.pattern.name),
    };
    let mut found = Vec::new();
    let Some(classes) = egraph.classes_for_op(&head) else { return found };
    let mut classes: Vec<Id> = classes.collect();
    classes.sort();
    for class in classes {
        matcher.root(rule, class, &mut found);
    }
    found
}

/// Every match of `rule` at class `root`, which holds its root operation.
pub fn search_at<'c>(ctx: &'c Context, egraph: &Egraph<'c>, rule: &Compiled, root: Id) -> Vec<Subst> {
    let mut matcher = Matcher { env: Env { ctx, egraph }, miss: None };
    let mut found = Vec::new();
    matcher.root(rule, root, &mut found);
    found.into_iter().map(|(_, subst)| subst).collect()
}

/// The first reason why `rule` does not fire on class `class`, which holds its root operation.
pub fn explain_miss<'c>(ctx: &'c Context, egraph: &Egraph<'c>, rule: &Compiled, class: Id) -> Option<Miss> {
    let mut matcher = Matcher { env: Env { ctx, egraph }, miss: None };
    let mut found = Vec::new();
    matcher.root(rule, class, &mut found);
    match found.is_empty() {
        true => Some(matcher.miss.unwrap_or_else(|| "its pattern does not match".into())),
        false => None,
    }
}

impl Matcher<'_, '_> {
    fn missed(&mut self, why: impl FnOnce() -> Miss) {
        self.miss.get_or_insert_with(why);
    }

    fn root(&mut self, rule: &Compiled, class: Id, found: &mut Vec<(Id, Subst)>) {
        let mut subst: Subst = vec![None; rule.slots];
        subst[rule.root] = Some(Val::Class(class));
        for mut subst in self.op(&rule.pattern, class, subst) {
            if self.conditions(rule, &mut subst) {
                found.push((class, subst));
            }
        }
    }

    fn conditions(&mut self, rule: &Compiled, subst: &mut Subst) -> bool {
        for condition in &rule.conditions {
            match condition {
                Cond::Let(slot, value, name) => match eval(&self.env, value, subst) {
                    Some(value) => subst[*slot] = Some(value),
                    None => {
                        self.missed(|| format!("`{name}` has no value"));
                        return false;
                    }
                },
                Cond::Holds(value, text) => match eval(&self.env, value, subst) {
                    Some(Val::Bool(true)) => {}
                    Some(_) => {
                        self.missed(|| format!("`{text}` does not hold"));
                        return false;
                    }
                    None => {
                        self.missed(|| format!("`{text}` is not known to hold"));
                        return false;
                    }
                },
            }
        }
        true
    }

    /// Every way in which class `class` holds the operation of `pattern`.
    fn op(&mut self, pattern: &OpPat, class: Id, subst: Subst) -> Vec<Subst> {
        let egraph = self.env.egraph;
        let class = egraph.find(class);
        let mut out = Vec::new();
        if let Some(i) = pattern.projection {
            for node in egraph[class].nodes.iter().filter(|node| node.head == Head::Proj(i)) {
                let tuple = egraph.find(node.children[0]);
                for found in self.nodes(pattern, tuple, &subst) {
                    out.extend(bind_class(pattern.bind, class, found));
                }
            }
        } else {
            for found in self.nodes(pattern, class, &subst) {
                out.extend(bind_class(pattern.bind, class, found));
            }
        }
        out
    }

    fn nodes(&mut self, pattern: &OpPat, class: Id, subst: &Subst) -> Vec<Subst> {
        let egraph = self.env.egraph;
        let mut out = Vec::new();
        for node in egraph[class].nodes.iter().filter(|node| node.head == Head::Op(pattern.name)) {
            let plain = self.may_match(&pattern.operands, &node.children);
            let swapped: Option<[Id; 2]> = match node.children[..] {
                [x, y] if pattern.commutative && x != y => Some([y, x]),
                _ => None,
            };
            let swapped = swapped.filter(|children| self.may_match(&pattern.operands, children));
            if !plain && swapped.is_none() {
                continue;
            }
            let Some(mut subst) = self.attrs(pattern, node, subst.clone()) else { continue };
            if let Some(slot) = pattern.place {
                subst[slot] = Some(Val::int(node.place.into()));
            }
            match (plain, swapped) {
                (true, None) => out.extend(self.operands(&pattern.operands, &node.children, subst)),
                (true, Some(swapped)) => {
                    out.extend(self.operands(&pattern.operands, &node.children, subst.clone()));
                    out.extend(self.operands(&pattern.operands, &swapped, subst));
                }
                (false, Some(swapped)) => out.extend(self.operands(&pattern.operands, &swapped, subst)),
                (false, None) => {}
            }
        }
        out
    }

    /// Whether the children have the operations that the patterns ask for, one level deep: most nodes fail here, before
    /// anything is copied.
    fn may_match(&self, patterns: &[Pat], children: &[Id]) -> bool {
        let egraph = self.env.egraph;
        let holds = |pattern: &Pat, child: Id| match pattern {
            Pat::Op(op) => {
                let head = op.projection.map_or(Head::Op(op.name), Head::Proj);
                egraph[child].nodes.iter().any(|node| node.head == head)
            }
            Pat::Var(_) | Pat::Rest(_) => true,
        };
        let has_rest = patterns.iter().any(|pattern| matches!(pattern, Pat::Rest(_)));
        has_rest
            || patterns.len() == children.len() && patterns.iter().zip(children).all(|(p, &id)| holds(p, id))
    }

    fn operands(&mut self, patterns: &[Pat], children: &[Id], subst: Subst) -> Vec<Subst> {
        let has_rest = patterns.iter().any(|pattern| matches!(pattern, Pat::Rest(_)));
        let fixed = patterns.len() - usize::from(has_rest);
        if children.len() < fixed || !has_rest && children.len() != fixed {
            return Vec::new();
        }
        let mut at = 0;
        let mut substs = vec![subst];
        for pattern in patterns {
            match pattern {
                Pat::Rest(slot) => {
                    let count = children.len() - fixed;
                    let list =
                        children[at..at + count].iter().map(|&id| Val::Class(self.env.egraph.find(id)));
                    let list = Val::List(list.collect());
                    substs.retain_mut(|subst| bind(*slot, list.clone(), subst));
                    at += count;
                }
                Pat::Var(slot) => {
                    let class = Val::Class(self.env.egraph.find(children[at]));
                    substs.retain_mut(|subst| bind(*slot, class.clone(), subst));
                    at += 1;
                }
                Pat::Op(op) => {
                    let class = children[at];
                    substs = substs.into_iter().flat_map(|subst| self.op(op, class, subst)).collect();
                    at += 1;
                }
            }
            if substs.is_empty() {
                break;
            }
        }
        substs
    }

    fn attrs(&mut self, pattern: &OpPat, node: &Node, mut subst: Subst) -> Option<Subst> {
        let ctx = self.env.ctx;
        let spec = ctx.op_spec(pattern.name)?;
        for (name, matcher) in &pattern.attrs {
            let attr = ctx.dict_get(node.props, name).or_else(|| ctx.default_attr(spec, name))?;
            let val = Val::from_attr(ctx, attr);
            let fits = match matcher {
                AttrPat::Bind(slot) => bind(*slot, val, &mut subst),
                AttrPat::OneOf(slot, list) => match eval(&self.env, list, &subst) {
                    Some(Val::List(items)) => {
                        items.iter().any(|item| item.proved_eq(&val)) && bind(*slot, val, &mut subst)
                    }
                    _ => false,
                },
                AttrPat::Is(expected) => self.attr_is(expected, &val, &mut subst),
            };
            if !fits {
                self.missed(|| {
                    let text = core_ir::text::attr_text(ctx, attr);
                    format!("attribute `{name}` is {text}")
                });
                return None;
            }
        }
        self.rest_attrs(pattern, spec, node.props, subst)
    }

    /// Attributes that the pattern does not mention are at their default, or kept for `..$rest`.
    fn rest_attrs(
        &mut self,
        pattern: &OpPat,
        spec: &OpSpec,
        props: DictId,
        mut subst: Subst,
    ) -> Option<Subst> {
        let ctx = self.env.ctx;
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
                    self.missed(|| format!("attribute `{text}` is not at its default"));
                    return None;
                }
            }
        }
        if let Some(Some(slot)) = pattern.rest {
            let dict = Val::Attr(ctx.attr(Attr::Dict(ctx.dict(rest))));
            bind(slot, dict, &mut subst).then_some(())?;
        }
        Some(subst)
    }

    fn attr_is(&self, expected: &Ex, val: &Val, subst: &mut Subst) -> bool {
        match (expected, val) {
            (Ex::Var(slot), _) => bind(*slot, val.clone(), subst),
            (Ex::List(items), Val::List(vals)) => {
                items.len() == vals.len()
                    && items.iter().zip(vals).all(|(item, val)| self.attr_is(item, val, subst))
            }
            _ => eval(&self.env, expected, subst).is_some_and(|expected| expected.proved_eq(val)),
        }
    }
}

fn bind(slot: Slot, val: Val, subst: &mut Subst) -> bool {
    match &subst[slot] {
        Some(old) => old.proved_eq(&val),
        None => {
            subst[slot] = Some(val);
            true
        }
    }
}

fn bind_class(slot: Option<Slot>, class: Id, mut subst: Subst) -> Option<Subst> {
    match slot {
        Some(slot) => bind(slot, Val::Class(class), &mut subst).then_some(subst),
        None => Some(subst),
    }
}

/// The value of an expression, `None` when it has none.
pub fn eval(env: &Env<'_, '_>, ex: &Ex, subst: &Subst) -> Option<Val> {
    Some(match ex {
        Ex::Lit(val) => val.clone(),
        Ex::Var(slot) => subst.get(*slot)?.clone()?,
        Ex::List(items) => Val::List(items.iter().map(|item| eval(env, item, subst)).collect::<Option<_>>()?),
        Ex::Call(native, args) => {
            let args: Option<Vec<Val>> = args.iter().map(|arg| eval(env, arg, subst)).collect();
            (native.call)(env, &args?)?
        }
        Ex::Not(inner) => match eval(env, inner, subst)? {
            Val::Bool(b) => Val::Bool(!b),
            _ => return None,
        },
        Ex::Binary(op, a, b) => binary(env, *op, a, b, subst)?,
    })
}

fn binary(env: &Env<'_, '_>, op: BinaryOp, a: &Ex, b: &Ex, subst: &Subst) -> Option<Val> {
    let a = eval(env, a, subst);
    // A side that has no value does not hold; `||` may still hold by its other side.
    match op {
        BinaryOp::Or => {
            let holds = a == Some(Val::Bool(true)) || eval(env, b, subst) == Some(Val::Bool(true));
            return Some(Val::Bool(holds));
        }
        BinaryOp::And if a != Some(Val::Bool(true)) => return Some(Val::Bool(false)),
        _ => {}
    }
    let (a, b) = (a?, eval(env, b, subst)?);
    let ctx = env.ctx;
    Some(match (op, &a, &b) {
        (BinaryOp::And, _, _) => b,
        (BinaryOp::Eq, _, _) => Val::Bool(a.proved_eq(&b)),
        // Unequal for sure: known and different.
        (BinaryOp::Ne, Val::Int(x), Val::Int(y)) => {
            Val::Bool(matches!((x.fixed(), y.fixed()), (Some(x), Some(y)) if x != y))
        }
        (BinaryOp::Ne, _, _) => Val::Bool(!a.proved_eq(&b)),
        (BinaryOp::In, _, Val::List(items)) => Val::Bool(items.iter().any(|item| item.proved_eq(&a))),
        (BinaryOp::Add, Val::Int(x), Val::Int(y)) => Val::Int(ctx.dim_add(*x, *y)),
        (BinaryOp::Sub, Val::Int(x), Val::Int(y)) => Val::Int(ctx.dim_sub(*x, *y)),
        (BinaryOp::Mul, Val::Int(x), Val::Int(y)) => Val::Int(ctx.dim_mul(*x, *y)),
        (BinaryOp::Div, Val::Int(x), Val::Int(y)) => Val::Int(ctx.dim_div_exact(*x, *y)?),
        (BinaryOp::Add, ..) => Val::Float(a.as_float()? + b.as_float()?),
        (BinaryOp::Sub, ..) => Val::Float(a.as_float()? - b.as_float()?),
        (BinaryOp::Mul, ..) => Val::Float(a.as_float()? * b.as_float()?),
        (BinaryOp::Div, ..) => Val::Float(a.as_float()? / b.as_float()?),
        (BinaryOp::Le, ..) => Val::Bool(a.as_float()? <= b.as_float()?),
        (BinaryOp::Ge, ..) => Val::Bool(a.as_float()? >= b.as_float()?),
        (BinaryOp::Lt, ..) => Val::Bool(a.as_float()? < b.as_float()?),
        (BinaryOp::Gt, ..) => Val::Bool(a.as_float()? > b.as_float()?),
        _ => return None,
    })
}

/// Builds the right side of `rule` for a match. `Err` says why it cannot be built.
pub fn apply<'c>(
    ctx: &'c Context,
    egraph: &mut Egraph<'c>,
    rule: &Compiled,
    root: Id,
    subst: &Subst,
) -> Result<Id, Miss> {
    let mut subst = subst.clone();
    for (slot, build) in &rule.lets {
        let id = build_one(ctx, egraph, build, &subst, None)?;
        subst[*slot] = Some(Val::Class(id));
    }
    let wanted = egraph[root].data.clone();
    build_one(ctx, egraph, &rule.build, &subst, Some(&wanted))
}

fn build_one<'c>(
    ctx: &'c Context,
    egraph: &mut Egraph<'c>,
    build: &Build,
    subst: &Subst,
    wanted: Option<&Fact>,
) -> Result<Id, Miss> {
    match build {
        Build::Var(slot) => match &subst[*slot] {
            Some(Val::Class(id)) => Ok(*id),
            _ => Err("a value is missing".into()),
        },
        Build::Rest(_) => Err("several values stand where one is needed".into()),
        Build::None => {
            let none = egraph.analysis.nodes.leaf(Head::None, TypeId::NONE);
            Ok(egraph.add_uncanonical(none))
        }
        Build::Const(value, elem, shape) => {
            let env = Env { ctx, egraph };
            let value = eval(&env, value, subst).ok_or("the elements of a constant have no value")?;
            let Some(Val::Type(elem)) = eval(&env, elem, subst) else {
                return Err("a constant has no type".into());
            };
            let shape = match shape {
                Some(shape) => Some(
                    eval(&env, shape, subst).and_then(|s| s.as_ints()).ok_or("a constant has no shape")?,
                ),
                None => None,
            };
            let konst = constant(ctx, &value, elem, shape).ok_or("a constant does not fit its type")?;
            let konst = egraph.analysis.nodes.leaf(Head::Const(konst), elem);
            Ok(egraph.add_uncanonical(konst))
        }
        Build::Op(op) => build_op(ctx, egraph, op, subst, wanted),
    }
}

fn build_op<'c>(
    ctx: &'c Context,
    egraph: &mut Egraph<'c>,
    op: &OpBuild,
    subst: &Subst,
    wanted: Option<&Fact>,
) -> Result<Id, Miss> {
    let mut children = smallvec::SmallVec::<[Id; 4]>::new();
    for operand in &op.operands {
        match operand {
            Build::Rest(slot) => match &subst[*slot] {
                Some(Val::List(items)) => {
                    children.extend(
                        items
                            .iter()
                            .filter_map(|item| if let Val::Class(id) = item { Some(*id) } else { None }),
                    );
                }
                _ => return Err("several values are missing".into()),
            },
            one => children.push(build_one(ctx, egraph, one, subst, None)?),
        }
    }
    let spec = ctx.op_spec(op.name).ok_or("the operation has no spec")?;
    let props = build_props(ctx, egraph, op, spec, subst)?;
    let facts: Vec<Fact> = children.iter().map(|&id| egraph[id].data.clone()).collect();
    let operands: Vec<OperandInfo<'_>> = facts.iter().map(Fact::operand).collect();
    let noted = match &op.ty {
        Some(ty) => match eval(&Env { ctx, egraph }, ty, subst) {
            Some(Val::Type(ty)) => Some(ty),
            Some(_) => return Err("the note of a type is no type".into()),
            None => None,
        },
        None => None,
    };
    let given = match (noted, wanted) {
        (Some(ty), _) => Some(ctx.elem_type(ty)),
        (None, Some(wanted)) if op.projection.is_none() => Some(match ctx.type_of(wanted.ty) {
            Type::Tuple(_) => elem_signature(ctx, &crate::eqsat::facts::result_types(ctx, wanted.ty)),
            _ => ctx.elem_type(wanted.ty),
        }),
        _ => None,
    };
    let declared: Vec<TypeId> = match given.map(|elem| (elem, ctx.type_of(elem))) {
        Some((_, Type::Tuple(parts))) => parts.iter().map(|&elem| ctx.unranked(elem)).collect(),
        Some((elem, _)) => vec![ctx.unranked(elem)],
        None => Vec::new(),
    };
    let view = OpView { ctx, spec, props, operands: &operands, results: &declared };
    let inferred = match spec.hooks.infer.map(|infer| infer(&view)) {
        Some(Ok(types)) => Some(types),
        // What cannot be inferred of the result cannot be inferred of what it replaces either.
        Some(Err(_)) if wanted.is_some_and(|wanted| wanted.disputed) => None,
        Some(Err(why)) => return Err(format!("`{}` {why}", spec.name)),
        None => None,
    };
    let elem = match (given, inferred) {
        (Some(elem), _) => elem,
        (None, Some(types)) => elem_signature(ctx, &types),
        (None, None) if spec.results.len() == 1 => {
            operands.first().map_or(TypeId::NONE, |o| ctx.elem_type(o.ty))
        }
        _ => return Err(format!("the result types of `{}` cannot be inferred", spec.name)),
    };
    check_scale(ctx, spec, &operands, elem, given.is_some())?;
    let place = op.place.and_then(|slot| subst[slot].as_ref()?.as_int());
    let place = place.and_then(|place| u32::try_from(place).ok()).unwrap_or(0);
    let node = egraph.analysis.nodes.node(Head::Op(op.name), props, elem, place, children);
    // The number of this very node, whatever it is equal to by now: proofs are about nodes.
    let id = egraph.add_uncanonical(node);
    if let Some(ty) = noted.filter(|&ty| ctx.is_tensor(ty)) {
        declare_type(egraph, id, ty);
    }
    match op.projection {
        Some(i) => {
            let part = crate::eqsat::facts::result_types(ctx, elem).get(i as usize).copied();
            let part = part.ok_or_else(|| format!("`{}` has no result {i}", spec.name))?;
            let part = egraph.analysis.nodes.projection(i, part, id);
            Ok(egraph.add_uncanonical(part))
        }
        None => Ok(id),
    }
}

/// What quantized numbers stand for follows from operands only where an operation keeps their scale.
fn check_scale(
    ctx: &Context,
    spec: &OpSpec,
    operands: &[OperandInfo<'_>],
    elem: TypeId,
    is_given: bool,
) -> Result<(), Miss> {
    let keeps_scale = spec.traits.has(Traits::SAME_SCALE);
    let agrees = || {
        let mut elems =
            operands.iter().map(|operand| ctx.elem_type(operand.ty)).filter(|&elem| ctx.is_quantized(elem));
        elems.all(|operand| operand == elem)
    };
    match ctx.is_quantized(elem) {
        true if keeps_scale && !agrees() => {
            Err(format!("`{}` has another scale than its operands", spec.name))
        }
        true if !keeps_scale && !is_given => Err(format!("the scale of `{}` is not known", spec.name)),
        _ => Ok(()),
    }
}

fn build_props<'c>(
    ctx: &'c Context,
    egraph: &Egraph<'c>,
    op: &OpBuild,
    spec: &OpSpec,
    subst: &Subst,
) -> Result<DictId, Miss> {
    let mut entries = Vec::new();
    if let Some(slot) = op.rest
        && let Some(Val::Attr(rest)) = &subst[slot]
        && let Attr::Dict(rest) = ctx.attr_of(*rest)
    {
        let known = |name| spec.attr(&ctx.str_text(name)).is_some();
        entries.extend(ctx.dict_entries(*rest).iter().copied().filter(|&(name, _)| known(name)));
    }
    let env = Env { ctx, egraph };
    for (name, value) in &op.attrs {
        let text = ctx.str_text(*name);
        let (_, row) =
            spec.attr(&text).ok_or_else(|| format!("`{}` has no attribute `{text}`", spec.name))?;
        let value = eval(&env, value, subst).ok_or_else(|| format!("attribute `{text}` has no value"))?;
        let attr = attr_from_val(ctx, &row.kind, &value);
        entries.push((*name, attr.ok_or_else(|| format!("attribute `{text}` cannot be {value:?}"))?));
    }
    Ok(ctx.dict(entries))
}

/// A constant of known elements: a number (rank 0, or repeated over a shape) or a list (rank 1).
fn constant(ctx: &Context, value: &Val, elem: TypeId, shape: Option<Vec<i64>>) -> Option<core_ir::ConstId> {
    let bytes = |val: &Val| -> Option<Vec<u8>> {
        Some(match ctx.type_of(elem) {
            Type::Float(core_ir::FloatKind::F16) => {
                half::f16::from_f64(val.as_float()?).to_le_bytes().to_vec()
            }
            Type::Float(core_ir::FloatKind::BF16) => {
                half::bf16::from_f64(val.as_float()?).to_le_bytes().to_vec()
            }
            Type::Float(core_ir::FloatKind::F32) => (val.as_float()? as f32).to_le_bytes().to_vec(),
            Type::Float(core_ir::FloatKind::F64) => val.as_float()?.to_le_bytes().to_vec(),
            Type::Integer { .. } => val.as_int()?.to_le_bytes()[..ctx.elem_bytes(elem)?].to_vec(),
            _ => return None,
        })
    };
    let fits = |val: &Val| match ctx.type_of(elem) {
        Type::Integer { width: 32, .. } => val.as_int().is_some_and(|n| i32::try_from(n).is_ok()),
        _ => true,
    };
    match value {
        Val::List(items) => {
            items.iter().all(fits).then_some(())?;
            let all: Option<Vec<Vec<u8>>> = items.iter().map(bytes).collect();
            let shape = shape.unwrap_or_else(|| vec![items.len() as i64]);
            Some(ctx.constant(ctx.fixed_tensor(&shape, elem), ConstData::Owned(all?.concat().into())))
        }
        val => {
            fits(val).then_some(())?;
            let ty = ctx.fixed_tensor(&shape.unwrap_or_default(), elem);
            Some(ctx.constant(ty, ConstData::Splat(bytes(val)?.into())))
        }
    }
}
