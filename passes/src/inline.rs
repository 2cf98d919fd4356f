//! `inline`: puts the bodies of called functions in the place of the calls.
//!
//! Works from the roots down: a call is replaced by a copy of the callee as it was written, and the calls in the copy
//! are next. So each operation of the result is made once, however deep calls nest. How many there will be is
//! computed before anything is copied, because calls can double with each level.

use core_ir::pass::{Pass, PassInfo, PassManager, PassOptions, PassState};
use core_ir::{Context, Diagnostic, Graph, Loc, LocId, Op, Reported, StrId, TypeId, Value};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::call_graph::{CallGraph, MAX_OPS};
use crate::clone::clone_body_before;
use crate::functions::{called_function, only_block, returned, symbol_text};
use crate::refine::meet;
use crate::registration::option;
use crate::symbol_dce::drop_unnamed_functions;

struct Inline {
    max_ops: u64,
    /// A callee of more operations than this percentage of the caller's stays.
    threshold: Option<u64>,
    /// Calls to composites that somebody converts stay.
    keep_composites: bool,
    /// What runs when calls were inlined.
    simplify: PassManager,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    let text: String = option(options, "default-pipeline", "canonicalize".into())?;
    // The graph of calls has no cycles, so the first round inlines everything and there is no second one to bound.
    option(options, "max-iterations", 4u64)?;
    let threshold = option(options, "inlining-threshold", u64::from(u32::MAX))?;
    Ok(Box::new(Inline {
        max_ops: option(options, "max-ops", MAX_OPS)?,
        keep_composites: option(options, "keep-composites", false)?,
        threshold: (threshold < u64::from(u32::MAX)).then_some(threshold),
        simplify: crate::pipeline::build("default-pipeline", &text).map_err(|fault| {
            format!("`{text}` is no value for option `default-pipeline`: {}", fault.message)
        })?,
    }))
}

inventory::submit! {
    &PassInfo {
        name: "inline",
        summary: "Puts the bodies of called functions in the place of the calls",
        options: &[
            ("max-ops", "as many operations as inlining may leave in the module (default 1048576)"),
            ("default-pipeline", "the passes that simplify the module after calls were inlined (default canonicalize)"),
            ("max-iterations", "as in MLIR; one round is all it takes, because no recursive function is inlined"),
            ("inlining-threshold", "the largest callee in percent of the caller's operations (default: any)"),
            ("keep-composites", "keep calls to functions with `tf._implements` that a plugin converts"),
        ],
        make,
    }
}

impl Pass for Inline {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let mut calls = CallGraph::of(ctx, module, |ctx, graph, op| {
            called_function(ctx, graph, op).into_iter().collect()
        });
        let kept = match self.threshold {
            Some(percent) => calls.keep_where(|caller, callee| {
                percent > 0
                    && (caller == 0 || u128::from(callee) * 100 / u128::from(caller) <= u128::from(percent))
            }),
            None => FxHashSet::default(),
        };
        let source = crate::candidates::source_of(ctx).filter(|_| self.keep_composites);
        let mut composites = FxHashSet::default();
        if let Some(source) = source {
            let known = crate::composites::of_module(ctx, module).into_iter();
            composites
                .extend(known.filter(|(_, known)| source.knows_composite(&known.name)).map(|row| row.0));
        }
        calls.check(ctx, module, self.max_ops, state)?;
        let mut inlined = 0;
        for &root in &calls.roots {
            // The root's body is taken out of the module so that the other bodies can be read meanwhile.
            let Some(body) = module.set_inner(root, Graph::new()) else { continue };
            let mut work = Inlining {
                ctx,
                module,
                symbols: &calls.symbols,
                kept: &kept,
                composites: &composites,
                body,
                inlined: 0,
            };
            let outcome = work.run(root, state);
            inlined += work.inlined;
            let body = work.body;
            module.set_inner(root, *body);
            outcome?;
        }
        state.count("calls inlined", inlined);
        crate::functions::update_function_types(ctx, module);
        drop_unnamed_functions(ctx, module, state);
        if inlined > 0 {
            for report in self.simplify.run(ctx, module, state.diags, &mut ())? {
                for (name, by) in report.statistics {
                    state.count(&name, by);
                }
                state.fates.extend(report.fates);
            }
        }
        Ok(())
    }
}

/// A function that calls are inlined into.
struct Inlining<'a> {
    ctx: &'a Context,
    module: &'a Graph,
    symbols: &'a FxHashMap<StrId, Op>,
    /// Calls that stay, as pairs of functions.
    kept: &'a FxHashSet<(Op, Op)>,
    /// Functions that calls stay calls of.
    composites: &'a FxHashSet<StrId>,
    body: Box<Graph>,
    inlined: u64,
}

impl Inlining<'_> {
    /// Replaces every call in the body of `root`, those in the replacements included. There is no recursion among
    /// them.
    fn run(&mut self, root: Op, state: &mut PassState<'_>) -> Result<(), Reported> {
        // Each call with the function in whose text it stands.
        let mut calls: Vec<(Op, Op)> = self.body.all_ops().into_iter().map(|op| (op, root)).collect();
        calls.retain(|&(op, _)| called_function(self.ctx, &self.body, op).is_some());
        calls.reverse();
        let mut outcome = Ok(());
        while let Some((call, caller)) = calls.pop() {
            let name = called_function(self.ctx, &self.body, call);
            let name = name.filter(|name| !self.composites.contains(name));
            let Some(&callee) = name.and_then(|name| self.symbols.get(&name)) else { continue };
            let Some(source) = self.module.inner(callee) else { continue };
            let has_end = only_block(source).is_some() && returned(self.ctx, source).is_some();
            if !has_end || self.kept.contains(&(caller, callee)) {
                continue;
            }
            let args: Vec<Value> = self.body.operands(call).collect();
            match inline_body(self.ctx, source, &mut self.body, call, &args) {
                Ok(copies) => {
                    self.inlined += 1;
                    let copies = copies.into_iter().rev().map(|op| (op, callee));
                    calls.extend(
                        copies.filter(|&(op, _)| called_function(self.ctx, &self.body, op).is_some()),
                    );
                }
                Err(fault) => {
                    let name = self.module.symbol_name(self.ctx, callee);
                    let name = name.map_or_else(String::new, |name| symbol_text(self.ctx, name));
                    let fault = Diagnostic::error("call-mismatch", format!("the call of {name} {fault}"));
                    let fault =
                        fault.at(self.body.loc(call)).note_at("the function", self.module.loc(callee));
                    outcome = Err(state.diags.push(fault));
                }
            }
        }
        outcome
    }
}

/// Replaces `call` by the body `source` with `args` for its parameters, and gives the copied operations. `Err` says what
/// does not fit, as a clause whose subject is the call.
pub fn inline_body(
    ctx: &Context,
    source: &Graph,
    body: &mut Graph,
    call: Op,
    args: &[Value],
) -> Result<Vec<Op>, String> {
    let params = source.entry().map_or(&[][..], |entry| source.block_args(entry));
    if args.len() != params.len() {
        return Err(format!("gives {} arguments for {} parameters", args.len(), params.len()));
    }
    let results = body.results(call).to_vec();
    let (_, yielded) = returned(ctx, source).ok_or("finds no return")?;
    if results.len() != yielded.len() {
        return Err(format!("takes {} results of {}", results.len(), yielded.len()));
    }
    for (i, (&arg, &param)) in args.iter().zip(params).enumerate() {
        refine_value(ctx, body, arg, source.value_type(param))
            .ok_or_else(|| format!("gives argument {i} a type that excludes the parameter's"))?;
    }
    let caller = body.loc(call);
    let mut relocate = |callee: LocId| call_site(ctx, callee, caller);
    let (copies, values) = clone_body_before(ctx, source, body, call, args, &mut relocate)
        .ok_or("finds a body that uses values from outside")?;
    for (i, (&result, &value)) in results.iter().zip(&values).enumerate() {
        refine_value(ctx, body, value, body.value_type(result))
            .ok_or_else(|| format!("takes result {i} as a type that excludes the returned one"))?;
        body.replace_all_uses(result, value);
    }
    body.erase_op(call);
    Ok(copies)
}

/// Where an operation is that stood at `callee` and was copied to `caller`.
pub fn call_site(ctx: &Context, callee: LocId, caller: LocId) -> LocId {
    match (callee, caller) {
        (LocId::UNKNOWN, other) | (other, LocId::UNKNOWN) => other,
        _ => ctx.loc(Loc::CallSite { callee, caller }),
    }
}

/// Both sides of a call may declare a shape, and both are true. Block arguments keep their type, because it is part of
/// somebody's signature. `None` when no tensor has both types.
fn refine_value(ctx: &Context, body: &mut Graph, value: Value, other: TypeId) -> Option<()> {
    let both = meet(ctx, body.value_type(value), other)?;
    if body.defining_op(value).is_some() {
        body.set_value_type(value, both);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use core_ir::pass::PassState;
    use core_ir::{Diagnostics, OpState, Type};

    use super::*;

    /// A module of functions `f0`, `f1`, ...: each holds one operation and calls the given others.
    fn module_of(ctx: &Context, functions: &[&[usize]]) -> Graph {
        let (mut module, top) = Graph::with_block();
        let ty = ctx.fixed_tensor(&[2], TypeId::F32);
        for (i, callees) in functions.iter().enumerate() {
            let (mut body, block) = Graph::with_block();
            let mut value = body.add_block_arg(block, ty, LocId::UNKNOWN);
            let relu = OpState::new(ctx.op_name("tf.Relu"), ctx.name_loc(&format!("relu{i}")));
            let relu = body.append_op(block, relu.operands([value]).results([ty]));
            value = body.results(relu)[0];
            for callee in *callees {
                let props = ctx.dict([(ctx.str("f"), ctx.symbol_attr(&format!("f{callee}")))]);
                let state =
                    OpState::new(ctx.op_name("tf.PartitionedCall"), ctx.name_loc(&format!("call{i}")));
                let call = body.append_op(block, state.props(props).operands([value]).results([ty]));
                value = body.results(call)[0];
            }
            body.append_op(block, OpState::new(ctx.op_name("func.return"), LocId::UNKNOWN).operands([value]));
            let function = ctx.ty(Type::Function { inputs: [ty].into(), results: [ty].into() });
            let visibility = if i == 0 { "public" } else { "private" };
            let props = ctx.dict([
                (ctx.str("sym_name"), ctx.str_attr(&format!("f{i}"))),
                (ctx.str("sym_visibility"), ctx.str_attr(visibility)),
                (ctx.str("function_type"), ctx.type_attr(function)),
            ]);
            let op =
                module.append_op(top, OpState::new(ctx.op_name("func.func"), LocId::UNKNOWN).props(props));
            module.set_inner(op, body);
        }
        module
    }

    fn run(ctx: &Context, module: &mut Graph) -> Result<usize, Box<Diagnostic>> {
        let mut diags = Diagnostics::new();
        let mut state = PassState::new("inline", &mut diags);
        let outcome =
            make(&[("default-pipeline".into(), String::new())]).unwrap().run(ctx, module, &mut state);
        match outcome {
            Ok(()) => {
                let first = module.entry().and_then(|block| module.first_op(block)).unwrap();
                Ok(module.inner(first).unwrap().all_ops().len())
            }
            Err(_) => Err(Box::new(diags.into_vec().remove(0))),
        }
    }

    #[test]
    fn calls_in_calls_are_inlined_and_keep_the_way_they_came() {
        let ctx = Context::new();
        let mut module = module_of(&ctx, &[&[1, 1], &[2], &[]]);
        // One of f0, twice one of f1 and one of f2, and the return.
        assert_eq!(run(&ctx, &mut module), Ok(6));
        let first = module.entry().and_then(|block| module.first_op(block)).unwrap();
        let body = module.inner(first).unwrap();
        let deepest = body.all_ops().into_iter().map(|op| body.loc(op)).find(|&loc| {
            matches!(*ctx.loc_of(loc), Loc::CallSite { callee, .. } if callee == ctx.name_loc("relu2"))
        });
        let Loc::CallSite { caller, .. } = *ctx.loc_of(deepest.expect("f2 was inlined")) else {
            unreachable!()
        };
        let expected = Loc::CallSite { callee: ctx.name_loc("call1"), caller: ctx.name_loc("call0") };
        assert_eq!(*ctx.loc_of(caller), expected);
    }

    #[test]
    fn recursion_names_the_cycle() {
        let ctx = Context::new();
        let fault = run(&ctx, &mut module_of(&ctx, &[&[1], &[2], &[1]])).unwrap_err();
        assert_eq!(fault.code, "recursive-function");
        assert!(fault.message.ends_with("@f1 -> @f2 -> @f1"), "{}", fault.message);
    }

    #[test]
    fn a_tower_of_doubling_calls_is_refused_before_it_is_built() {
        let ctx = Context::new();
        let rows: Vec<Vec<usize>> =
            (0..200).map(|i| if i < 199 { vec![i + 1, i + 1] } else { vec![] }).collect();
        let rows: Vec<&[usize]> = rows.iter().map(Vec::as_slice).collect();
        let fault = run(&ctx, &mut module_of(&ctx, &rows)).unwrap_err();
        assert_eq!(fault.code, "inline-limit");
    }

    #[test]
    fn a_deep_chain_of_calls_takes_one_copy_of_each() {
        let ctx = Context::new();
        let rows: Vec<Vec<usize>> =
            (0..20_000).map(|i| if i < 19_999 { vec![i + 1] } else { vec![] }).collect();
        let rows: Vec<&[usize]> = rows.iter().map(Vec::as_slice).collect();
        assert_eq!(run(&ctx, &mut module_of(&ctx, &rows)), Ok(20_001));
    }
}
