//! Computing what a rule says: the values of expressions, and the right side of a match.

use std::borrow::Cow;

use core_ir::spec::{OpSpec, OperandInfo, Traits};
use core_ir::{Attr, ConstData, Context, DictId, OpView, Type, TypeId};
use egg::Id;
use smallvec::SmallVec;

use super::ast::BinaryOp;
use super::compile::attr_from_val;
use super::compiled::{Build, Compiled, Ex, OpBuild};
use super::value::{Env, Val};
use crate::eqsat::facts::{Egraph, Fact, declare_type};
use crate::eqsat::node::{Head, Node, elem_signature};

/// The values of a rule's slots.
pub type Subst = Vec<Option<Val>>;

/// Why a rule did not fire for a node of its root operation.
pub type Miss = String;

/// The value of an expression, `None` when it has none.
pub fn eval(env: &Env<'_, '_>, ex: &Ex, subst: &Subst) -> Option<Val> {
    Some(value(env, ex, subst)?.into_owned())
}

/// Whether an expression is known to be true.
pub(super) fn holds(env: &Env<'_, '_>, ex: &Ex, subst: &Subst) -> bool {
    value(env, ex, subst).is_some_and(|value| *value == Val::Bool(true))
}

/// As [`eval`]; what is there already is not copied.
fn value<'v>(env: &Env<'_, '_>, ex: &'v Ex, subst: &'v Subst) -> Option<Cow<'v, Val>> {
    let made = match ex {
        Ex::Lit(val) => return Some(Cow::Borrowed(val)),
        Ex::Var(slot) => return subst.get(*slot)?.as_ref().map(Cow::Borrowed),
        Ex::List(items) => Val::List(items.iter().map(|item| eval(env, item, subst)).collect::<Option<_>>()?),
        Ex::Call(native, args) => {
            let mut vals: SmallVec<[Val; 4]> = SmallVec::new();
            for arg in args {
                vals.push(eval(env, arg, subst)?);
            }
            (native.call)(env, &vals)?
        }
        Ex::Not(inner) => match *value(env, inner, subst)? {
            Val::Bool(b) => Val::Bool(!b),
            _ => return None,
        },
        Ex::Binary(op, a, b) => binary(env, *op, a, b, subst)?,
    };
    Some(Cow::Owned(made))
}

fn binary(env: &Env<'_, '_>, op: BinaryOp, a: &Ex, b: &Ex, subst: &Subst) -> Option<Val> {
    match (op, b) {
        // A side that has no value does not hold; the other one may.
        (BinaryOp::Or, _) => return Some(Val::Bool(holds(env, a, subst) || holds(env, b, subst))),
        (BinaryOp::And, _) => return Some(Val::Bool(holds(env, a, subst) && holds(env, b, subst))),
        (BinaryOp::In, Ex::List(items)) => {
            let a = value(env, a, subst)?;
            let is_it = |item| value(env, item, subst).is_some_and(|item| item.proved_eq(&a));
            return Some(Val::Bool(items.iter().any(is_it)));
        }
        _ => {}
    }
    let (a, b) = (value(env, a, subst)?, value(env, b, subst)?);
    let (a, b) = (&*a, &*b);
    let ctx = env.ctx;
    Some(match (op, a, b) {
        (BinaryOp::Eq, _, _) => Val::Bool(a.proved_eq(b)),
        // Unequal for sure: known and different.
        (BinaryOp::Ne, Val::Int(x), Val::Int(y)) => {
            Val::Bool(matches!((x.fixed(), y.fixed()), (Some(x), Some(y)) if x != y))
        }
        (BinaryOp::Ne, _, _) => Val::Bool(!a.proved_eq(b)),
        (BinaryOp::In, _, Val::List(items)) => Val::Bool(items.iter().any(|item| item.proved_eq(a))),
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

pub(super) fn build_one<'c>(
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
        &Build::Elements(konst) => {
            let elem = ctx.elem_type(ctx.const_type(konst));
            let konst = egraph.analysis.nodes.leaf(Head::Const(konst), elem);
            Ok(egraph.add_uncanonical(konst))
        }
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
    let operands: Vec<OperandInfo<'_>> = children.iter().map(|&id| egraph[id].data.operand()).collect();
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
    if let Some(same) = swapped(egraph, spec, &node).filter(|_| noted.is_none()) {
        return Ok(same);
    }
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

/// The class of what is `node` but for the order of its two operands, where that says nothing: matching tries both orders,
/// so that both nodes would double all matches. Proofs are about nodes, so there each stays what it is.
fn swapped(egraph: &Egraph<'_>, spec: &OpSpec, node: &Node) -> Option<Id> {
    let may_swap = spec.traits.has(Traits::COMMUTATIVE) && node.children.len() == 2;
    (may_swap && !egraph.are_explanations_enabled()).then_some(())?;
    let mut node = node.clone();
    node.children.swap(0, 1);
    egraph.lookup(&mut node)
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
