//! `tfl-large-constant-fold`: folds what LiteRT folds of constants that text holds apart, and of no others.
//!
//! How is decided where `fold-constants` decides it: what large constants hold is computed while it is written. A
//! transposition is noted on the constant, as LiteRT notes it; see [`LAYOUT`].

use core_ir::pass::{Pass, PassInfo, PassOptions, PassState};
use core_ir::{ConstData, ConstId, Context, Graph, Op, OpState, Reported, TypeId, Value};

use crate::constants::{LAYOUT, constant_ints, constant_of, layout_of, stored_elements_of};
use crate::facts::Facts;
use crate::fold_constants::evaluate;
use crate::greedy::{Config, Driver, run};
use crate::registration::option;

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
            "tfl.cast" if !self.half_casts && is_resource(input) => {
                let elem = |ty| ctx.elem_name(ctx.elem_type(ty));
                if matches!((elem(graph.value_type(input)), elem(ty)), ("f16" | "bf16", "f32")) {
                    return None;
                }
            }
            "tfl.cast" => {}
            "tfl.reshape" if is_resource(input) => {}
            _ if self.elementwise && ELEMENTWISE.contains(&name) && graph.operands(op).any(is_resource) => {}
            _ => return None,
        }
        let &[id] = &evaluate(ctx, graph, &Facts::new(ctx), op)?[..] else { return None };
        let id = named(ctx, graph, op, id);
        let value = insert_constant(driver, op, id, None);
        driver.replace(op, &[value]).then_some(())
    }
}

/// The key of the constant that `value` is, when it is a resource.
fn resource_key(ctx: &Context, graph: &Graph, value: Value) -> Option<String> {
    let id = stored_elements_of(ctx, graph, graph.defining_op(value)?)?;
    ctx.const_of(id).key.map(|key| ctx.str_text(key).into_owned())
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
    let source = graph.defining_op(graph.operand(op, 0)?)?;
    let constant = ctx.const_of(stored_elements_of(ctx, graph, source)?);
    let (shape, ty) = (ctx.fixed_shape(constant.ty)?, graph.value_type(graph.result(op)?));
    let outer = eval::strided::permutation(&constant_ints(ctx, graph, graph.operand(op, 1)?)?, shape.len())?;
    let permuted: Vec<i64> = outer.iter().map(|&axis| shape[axis]).collect();
    if ctx.fixed_shape(ty).as_ref() != Some(&permuted) || ctx.elem_type(ty) != ctx.elem_type(constant.ty) {
        return None;
    }
    let inner = layout_of(ctx, graph, source);
    // Axis i of the result is axis outer[i] of the constant, which is axis inner[outer[i]] of what is stored.
    let layout = outer.iter().map(|&axis| match &inner {
        Some(inner) => inner.get(axis).copied(),
        None => Some(axis as i64),
    });
    let layout: Vec<i64> = layout.collect::<Option<_>>()?;
    let is_plain = layout.is_sorted() || matches!(constant.data, ConstData::Splat(_));
    let key = ctx.str_text(constant.key?);
    let id = ctx.resource(ty, constant.data.clone(), &key);
    let value = insert_constant(driver, op, id, (!is_plain).then_some(&layout));
    driver.replace(op, &[value]).then_some(())
}

/// Makes a constant before `op`.
fn insert_constant(driver: &mut Driver<'_>, op: Op, id: ConstId, layout: Option<&Vec<i64>>) -> Value {
    let ctx = driver.ctx;
    let props = ctx.dict([(ctx.str("value"), ctx.elements_attr(id))]);
    let mut state = OpState::new(ctx.op_name("arith.constant"), driver.graph.loc(op)).props(props);
    state.attrs = ctx.dict(layout.map(|layout| (ctx.str(LAYOUT), ctx.i64_array_attr(layout))));
    let made = driver.insert(op, state.results([ctx.const_type(id)] as [TypeId; 1]));
    driver.graph.results(made)[0]
}
