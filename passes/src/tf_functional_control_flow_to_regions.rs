//! `tf-functional-control-flow-to-regions`: `tf.While`, `tf.If` and `tf.Case`, which name functions, become `tfl.while`
//! and `tfl.if`, whose regions hold copies of them.
//!
//! Works from the roots down as `inline` does, with the same bound.

use core_ir::pass::{Pass, PassInfo, PassOptions, PassState};
use core_ir::rewriter::Rewriter;
use core_ir::{Block, Context, Diagnostic, Graph, LocId, Op, OpState, Reported, StrId, TypeId, Value};
use rustc_hash::FxHashMap;

use crate::call_graph::{CallGraph, MAX_OPS};
use crate::clone::clone_body_into;
use crate::constants::constant_before;
use crate::control_flow::{flag, replace_op};
use crate::functions::{Functional, functional_bodies, functional_kind, only_block, returned, symbol_text};
use crate::inline::call_site;
use crate::refine::meet;
use crate::registration::option;

struct ToRegions {
    max_ops: u64,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    Ok(Box::new(ToRegions { max_ops: option(options, "max-ops", MAX_OPS)? }))
}

inventory::submit! {
    &PassInfo {
        name: "tf-functional-control-flow-to-regions",
        summary: "Turns tf.While, tf.If and tf.Case into tfl.while and tfl.if with regions",
        options: &[("max-ops", "as many operations as copying may leave in the module (default 1048576)")],
        make,
    }
}

/// A chain of so many branches, each in the other's region, is as deep as anything may nest.
const MAX_BRANCHES: usize = 64;

impl Pass for ToRegions {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let calls = CallGraph::of(ctx, module, functional_bodies);
        calls.check(ctx, module, self.max_ops, state)?;
        let mut outcome = Ok(());
        for &root in &calls.roots {
            let Some(mut graph) = module.set_inner(root, Graph::new()) else { continue };
            let mut pass = Conversion { ctx, module, symbols: &calls.symbols, work: graph.all_ops() };
            pass.work.reverse();
            outcome = outcome.and(pass.run(&mut graph, state));
            module.set_inner(root, *graph);
        }
        outcome
    }
}

struct Conversion<'a> {
    ctx: &'a Context,
    module: &'a Graph,
    symbols: &'a FxHashMap<StrId, Op>,
    work: Vec<Op>,
}

impl<'a> Conversion<'a> {
    fn run(&mut self, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let mut outcome = Ok(());
        while let Some(op) = self.work.pop() {
            let Some(kind) = functional_kind(self.ctx, graph, op) else { continue };
            let names = functional_bodies(self.ctx, graph, op);
            let sources: Option<Vec<&Graph>> = names.iter().map(|name| self.body(*name)).collect();
            let Some(sources) = sources else { continue };
            let done = match kind {
                Functional::While => self.convert_while(graph, op, &sources),
                Functional::If => self.convert_if(graph, op, &sources),
                Functional::Case => self.convert_case(graph, op, &sources),
            };
            match done {
                Ok(true) => state.count("operations converted", 1),
                Ok(false) => {}
                Err(why) => {
                    let list: Vec<String> = names.iter().map(|&name| symbol_text(self.ctx, name)).collect();
                    let name = self.ctx.op_text(graph.op_name(op));
                    let text = format!("`{name}` of {} {why}", list.join(", "));
                    outcome =
                        Err(state.diags.push(Diagnostic::error("call-mismatch", text).at(graph.loc(op))));
                }
            }
        }
        outcome
    }

    fn body(&self, name: StrId) -> Option<&'a Graph> {
        let module = self.module;
        let body = module.inner(*self.symbols.get(&name)?)?;
        (only_block(body).is_some() && returned(self.ctx, body).is_some()).then_some(body)
    }

    /// Fills `block` with a copy of `source` that ends in a `tfl.yield`.
    fn fill(
        &mut self,
        graph: &mut Graph,
        block: Block,
        source: &Graph,
        args: &[Value],
        at: LocId,
    ) -> Result<(), String> {
        let params = source.entry().map_or(0, |entry| source.block_args(entry).len());
        if params != args.len() {
            return Err(format!("gives {} values to a function of {params} parameters", args.len()));
        }
        let ctx = self.ctx;
        let mut relocate = |loc: LocId| call_site(ctx, loc, at);
        let (copies, values) = clone_body_into(ctx, source, graph, block, args, &mut relocate)
            .ok_or("finds a body that uses values from outside")?;
        graph.append_op(block, OpState::new(ctx.op_name("tfl.yield"), at).operands(values));
        self.work.extend(copies.into_iter().rev());
        Ok(())
    }

    fn convert_while(&mut self, graph: &mut Graph, op: Op, sources: &[&Graph]) -> Result<bool, String> {
        let &[cond, body] = sources else { return Ok(false) };
        let ctx = self.ctx;
        let operands: Vec<Value> = graph.operands(op).collect();
        let results: Vec<TypeId> = graph.result_types(op).collect();
        let yields = returned(ctx, body).map_or(0, |(_, values)| values.len());
        if operands.len() != results.len() || yields != results.len() {
            return Err(format!("carries {} values and yields {yields}", operands.len()));
        }
        if returned(ctx, cond).map_or(0, |(_, values)| values.len()) != 1 {
            return Err("has a condition that is not one value".into());
        }
        let loc = graph.loc(op);
        let is_stateless = flag(ctx, graph, op, "is_stateless") || graph.is(ctx, op, "tf.StatelessWhile");
        let props = ctx.dict([(ctx.str("is_stateless"), ctx.bool_attr(is_stateless))]);
        let state = OpState::new(ctx.op_name("tfl.while"), loc)
            .operands(operands)
            .results(results.clone())
            .props(props);
        let new = Rewriter::before(ctx, graph, op).insert(state);
        for source in [cond, body] {
            let region = graph.add_region(new);
            let block = graph.add_block(region);
            let params = source.entry().map_or(&[][..], |entry| source.block_args(entry));
            for (i, &result) in results.iter().enumerate() {
                // A carried value has the declared type after any number of rounds, and the parameter's too.
                let declared = params.get(i).map_or(result, |&param| source.value_type(param));
                let ty = meet(ctx, result, declared)
                    .ok_or_else(|| format!("carries value {i} as a type that excludes the parameter's"))?;
                graph.add_block_arg(block, ty, loc);
            }
            let args = graph.block_args(block).to_vec();
            self.fill(graph, block, source, &args, loc)?;
        }
        replace_op(graph, op, new);
        Ok(true)
    }

    fn convert_if(&mut self, graph: &mut Graph, op: Op, sources: &[&Graph]) -> Result<bool, String> {
        let &[then, other] = sources else { return Ok(false) };
        let operands: Vec<Value> = graph.operands(op).collect();
        let Some((&first, args)) = operands.split_first() else { return Ok(false) };
        let Some(condition) = self.condition(graph, op, first) else { return Ok(false) };
        let new = self.make_if(graph, op, condition)?;
        for source in [then, other] {
            let block = self.branch(graph, op, new, source)?;
            self.fill(graph, block, source, args, graph.loc(op))?;
        }
        replace_op(graph, op, new);
        Ok(true)
    }

    /// A scalar bool for operand `value`; `None` when TensorFlow would ask whether a tensor is empty.
    fn condition(&self, graph: &mut Graph, op: Op, value: Value) -> Option<Value> {
        let ctx = self.ctx;
        let ty = graph.value_type(value);
        if ctx.shape(ty).is_some_and(|shape| !shape.is_empty()) {
            return None;
        }
        match ctx.type_of(ctx.elem_type(ty)) {
            core_ir::Type::Integer { width: 1, .. } => Some(value),
            core_ir::Type::Integer { .. } | core_ir::Type::Float(_) => {
                let ty = ctx.tensor(&[], TypeId::I1);
                Some(Rewriter::before(ctx, graph, op).op1("tf.Cast", &[value], core_ir::DictId::EMPTY, ty))
            }
            _ => None,
        }
    }

    fn make_if(&self, graph: &mut Graph, op: Op, condition: Value) -> Result<Op, String> {
        let results: Vec<TypeId> = graph.result_types(op).collect();
        let state =
            OpState::new(self.ctx.op_name("tfl.if"), graph.loc(op)).operands([condition]).results(results);
        Ok(Rewriter::before(self.ctx, graph, op).insert(state))
    }

    fn branch(&self, graph: &mut Graph, op: Op, new: Op, source: &Graph) -> Result<Block, String> {
        let yields = returned(self.ctx, source).map_or(0, |(_, values)| values.len());
        if yields != graph.results(op).len() {
            return Err(format!("takes {} results of {yields}", graph.results(op).len()));
        }
        let region = graph.add_region(new);
        Ok(graph.add_block(region))
    }

    /// A chain: branch 0 if the index is 0, else branch 1 if it is 1, ..., else the last.
    fn convert_case(&mut self, graph: &mut Graph, op: Op, sources: &[&Graph]) -> Result<bool, String> {
        let ctx = self.ctx;
        let operands: Vec<Value> = graph.operands(op).collect();
        let Some((&index, args)) = operands.split_first() else { return Ok(false) };
        if sources.len() < 2 || sources.len() > MAX_BRANCHES {
            return Ok(false);
        }
        let loc = graph.loc(op);
        let results: Vec<TypeId> = graph.result_types(op).collect();
        let mut top = None;
        let mut home: Option<Block> = None;
        for (i, source) in sources.iter().enumerate() {
            let is_last = i + 1 == sources.len();
            if is_last {
                if let Some(block) = home {
                    self.fill(graph, block, source, args, loc)?;
                }
                break;
            }
            // Everything of a level is made before `op` and then moved into the region it belongs to.
            let number = ctx.const_from_bytes(ctx.tensor(&[], TypeId::I32), &(i as i32).to_le_bytes());
            let number = constant_before(ctx, graph, op, number, loc);
            let equal = ctx.tensor(&[], TypeId::I1);
            let equal = Rewriter::before(ctx, graph, op).op1(
                "tf.Equal",
                &[index, number],
                core_ir::DictId::EMPTY,
                equal,
            );
            let new = self.make_if(graph, op, equal)?;
            let then = self.branch(graph, op, new, source)?;
            let other = self.branch(graph, op, new, sources[i + 1])?;
            self.fill(graph, then, source, args, loc)?;
            if let Some(block) = home {
                let made = [graph.defining_op(number), graph.defining_op(equal), Some(new)];
                for inner in made.into_iter().flatten() {
                    graph.detach(inner);
                    graph.append(block, inner);
                }
                let values = graph.results(new).to_vec();
                graph.append_op(block, OpState::new(ctx.op_name("tfl.yield"), loc).operands(values));
            } else {
                top = Some(new);
            }
            home = Some(other);
        }
        debug_assert!(top.is_some_and(|top| graph.results(top).len() == results.len()));
        let Some(top) = top else { return Ok(false) };
        replace_op(graph, op, top);
        Ok(true)
    }
}
