//! `tfl-large-constant-fold`: folds what LiteRT folds of constants that text holds apart, and of no others.
//!
//! How is decided where `fold-constants` decides it: what large constants hold is computed while it is written.
//! Transpositions and casts are noted on the constant, as LiteRT notes them; see [`crate::stored`].

use core_ir::pass::{Pass, PassInfo, PassOptions, PassState};
use core_ir::{ConstData, ConstId, Context, Graph, Op, OpState, Reported, Type, TypeId, Value};

use crate::constants::{constant_ints, constant_of};
use crate::facts::Facts;
use crate::fold_constants::evaluate;
use crate::greedy::{Config, Driver, run};
use crate::registration::option;
use crate::stored::{LAYOUT, Stored, TARGET};

struct LargeConstantFold {
    half_casts: bool,
    elementwise: bool,
}

inventory::submit! {
    &PassInfo {
        name: "tfl-large-constant-fold",
        summary: "Folds casts, reshapes and transpositions of constants that are resources",
        options: &[
            ("fold-fp16-resource-casts", "whether casts from f16 and bf16 to f32 are folded; true"),
            ("fold-elementwise-ops", "whether sums, differences, products and quotients are folded; false"),
        ],
        make,
    }
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    Ok(Box::new(LargeConstantFold {
        half_casts: option(options, "fold-fp16-resource-casts", true)?,
        elementwise: option(options, "fold-elementwise-ops", false)?,
    }))
}

/// Arithmetic that is folded on request.
const ELEMENTWISE: &[&str] = &["tfl.add", "tfl.div", "tfl.mul", "tfl.sub"];

impl Pass for LargeConstantFold {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        // One function after the other: new resources are numbered.
        crate::functions::for_each_graph(module, &mut |graph| {
            run(ctx, graph, &Config::default(), &mut |driver, op| {
                let folded = self.fold(driver, op).is_some();
                state.count("operations folded", u64::from(folded));
                folded
            });
        });
        crate::functions::update_function_types(ctx, module);
        Ok(())
    }
}

impl LargeConstantFold {
    fn fold(&self, driver: &mut Driver<'_>, op: Op) -> Option<()> {
        let (ctx, graph) = (driver.ctx, &*driver.graph);
        let name = ctx.op_text(graph.op_name(op));
        let input = graph.operand(op, 0)?;
        let is_resource = |value: Value| resource_key(ctx, graph, value).is_some();
        let ty = graph.value_type(graph.result(op)?);
        match name {
            "tfl.transpose" if is_resource(input) => return transpose(driver, op),
            "tfl.cast" if is_resource(input) => {
                let elem = |ty| ctx.elem_name(ctx.elem_type(ty));
                let is_half = matches!((elem(graph.value_type(input)), elem(ty)), ("f16" | "bf16", "f32"));
                if is_half && !self.half_casts {
                    return None;
                }
                if cast(driver, op).is_some() {
                    return Some(());
                }
            }
            "tfl.cast" => {}
            "tfl.reshape" if is_resource(input) => {}
            _ if self.elementwise && ELEMENTWISE.contains(&name) && graph.operands(op).any(is_resource) => {}
            _ => return None,
        }
        let graph = &*driver.graph;
        let &[id] = &evaluate(ctx, graph, &Facts::new(ctx), op)?[..] else { return None };
        let stored = Stored { id: named(ctx, graph, op, id), layout: None, target: None };
        replace(driver, op, &stored)
    }
}

/// The key of the constant that `value` is, when it is a resource.
fn resource_key(ctx: &Context, graph: &Graph, value: Value) -> Option<String> {
    let stored = Stored::of(ctx, graph, graph.defining_op(value)?)?;
    ctx.const_of(stored.id).key.map(|key| ctx.str_text(key).into_owned())
}

/// The result of folding `op` as a resource: under the key of an operand that has the same bytes, or under one that says
/// what was done to which. What no resource took part in stays as it is.
fn named(ctx: &Context, graph: &Graph, op: Op, id: ConstId) -> ConstId {
    let made = ctx.const_of(id);
    let keys: Vec<Option<String>> = graph.operands(op).map(|value| resource_key(ctx, graph, value)).collect();
    if keys.iter().all(Option::is_none) {
        return id;
    }
    if let (Some(Some(key)), Some(source)) =
        (keys.first(), graph.operand(op, 0).and_then(|value| constant_of(ctx, graph, value)))
        && made.data.is_same_as(&ctx.const_of(source).data)
    {
        return ctx.resource(made.ty, made.data.clone(), key);
    }
    let name = ctx.op_text(graph.op_name(op));
    let mut key = name.strip_prefix("tfl.").unwrap_or(name).to_owned();
    for part in &keys {
        key += "_";
        key += part.as_deref().unwrap_or("dense");
    }
    if name == "tfl.cast" {
        key = format!("{key}_{}", ctx.elem_name(ctx.elem_type(made.ty)));
    }
    ctx.resource(made.ty, made.data.clone(), &ctx.fresh_resource_key(&key))
}

/// Notes a transposition on the constant instead of doing it. The bytes stay in their order.
fn transpose(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    let stored = Stored::of(ctx, graph, graph.defining_op(graph.operand(op, 0)?)?)?;
    let constant = ctx.const_of(stored.id);
    let (shape, ty) = (ctx.fixed_shape(constant.ty)?, graph.value_type(graph.result(op)?));
    let outer = eval::strided::permutation(&constant_ints(ctx, graph, graph.operand(op, 1)?)?, shape.len())?;
    let permuted: Vec<i64> = outer.iter().map(|&axis| shape[axis]).collect();
    if ctx.fixed_shape(ty).as_ref() != Some(&permuted) {
        return None;
    }
    // Axis i of the result is axis outer[i] of the constant, which is axis inner[outer[i]] of what is stored.
    let layout = outer.iter().map(|&axis| match &stored.layout {
        Some(inner) => inner.get(axis).copied(),
        None => Some(axis as i64),
    });
    let layout: Vec<i64> = layout.collect::<Option<_>>()?;
    let is_plain = layout.is_sorted() || matches!(constant.data, ConstData::Splat(_));
    let ty = ctx.fixed_tensor(&permuted, ctx.elem_type(constant.ty));
    let id = ctx.resource(ty, constant.data.clone(), &ctx.str_text(constant.key?));
    replace(driver, op, &Stored { id, layout: (!is_plain).then_some(layout), target: stored.target })
}

/// Notes a cast between floats on the constant instead of doing it; `None` for one element that is repeated, and for a
/// cast of a cast, which would lose the type in between.
fn cast(driver: &mut Driver<'_>, op: Op) -> Option<()> {
    let (ctx, graph) = (driver.ctx, &*driver.graph);
    let stored = Stored::of(ctx, graph, graph.defining_op(graph.operand(op, 0)?)?)?;
    let is_float = |ty| matches!(ctx.type_of(ctx.elem_type(ty)), Type::Float(_));
    let (from, to) = (ctx.const_type(stored.id), graph.value_type(graph.result(op)?));
    let is_other = is_float(from) && is_float(to) && ctx.elem_type(from) != ctx.elem_type(to);
    let is_repeated = ctx.const_splat_bytes(stored.id).is_some();
    if !is_other || is_repeated || stored.target.is_some() || ctx.fixed_shape(to) != ctx.fixed_shape(from) {
        return None;
    }
    replace(driver, op, &Stored { target: Some(ctx.elem_type(to)), ..stored })
}

/// Replaces `op` by a constant.
fn replace(driver: &mut Driver<'_>, op: Op, stored: &Stored) -> Option<()> {
    let ctx = driver.ctx;
    let held = ctx.const_type(stored.id);
    let (value, ty) = match stored.target {
        Some(elem) => {
            let ty = ctx.fixed_tensor(&ctx.fixed_shape(held)?, elem);
            (ctx.unfit_resource_attr(stored.id, ty), ty)
        }
        None => (ctx.elements_attr(stored.id), held),
    };
    let layout = stored.layout.as_ref().map(|layout| (ctx.str(LAYOUT), ctx.i64_array_attr(layout)));
    let target = stored.target.map(|elem| (ctx.str(TARGET), ctx.type_attr(elem)));
    let props = ctx.dict([(ctx.str("value"), value)]);
    let mut state = OpState::new(ctx.op_name("arith.constant"), driver.graph.loc(op)).props(props);
    state.attrs = ctx.dict(layout.into_iter().chain(target));
    let made = driver.insert(op, state.results([ty] as [TypeId; 1]));
    let value = driver.graph.results(made)[0];
    driver.replace(op, &[value]).then_some(())
}
