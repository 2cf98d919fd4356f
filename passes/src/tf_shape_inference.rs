//! `tf-shape-inference`: forward through every function, regions and callees included, with symbols for the open
//! dimensions of inputs.
//!
//! Types only ever get more exact: what an operation's hook computes is met with what was declared. A loop starts from
//! what goes into it and is walked again until what comes round says no less.

use std::sync::Arc;

use core_ir::pass::PassState;
use core_ir::text::type_text;
use core_ir::{
    Block, Context, Diagnostic, Diagnostics, Dim, Graph, Op, Region, Reported, StrId, Type, TypeId, Value,
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::candidates::{OpSource, Request, source_of};
use crate::control_flow::{region_block, yielded};
use crate::facts::Facts;
use crate::functions::{
    Functional, called_function, for_each_symbol_use, functional_bodies, functional_kind, functions,
    is_entry, returned, symbol_table, update_function_type,
};
use crate::refine::{join, meet, without_symbols};
use crate::registration::{ModulePass, register};

register!(
    "tf-shape-inference",
    "Infers result types, with symbols for the open dimensions of inputs",
    ModulePass(run)
);

/// Functions and loops in each other deeper than this keep the types they declare.
const MAX_DEPTH: usize = 24;

/// How often a loop is walked before the declared types of what it carries are taken.
const MAX_ROUNDS: usize = 4;

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let functions = functions(ctx, module);
    let mut uses = Uses::default();
    for &op in &functions {
        if let Some(body) = module.inner(op) {
            body.walk(&mut |op| uses.add(ctx, body, op));
        }
    }
    let is_named =
        |module: &Graph, op: Op| module.symbol_name(ctx, op).is_some_and(|name| uses.named.contains(&name));
    let (inner, outer): (Vec<Op>, Vec<Op>) = functions.iter().partition(|&&op| is_named(module, op));
    let mut pass = Inference {
        ctx,
        symbols: symbol_table(ctx, module),
        calls: uses.calls,
        module,
        seen: FxHashSet::default(),
        diags: Diagnostics::new(),
        source: source_of(ctx),
        said: Vec::new(),
        refined: 0,
    };
    // Callers first: what they pass in says what comes in.
    for op in outer {
        pass.function(op, Inputs::Open, 0);
    }
    for op in inner {
        pass.function(op, Inputs::Declared, 0);
    }
    let (refined, diags) = (pass.refined, pass.diags);
    // What goes wrong there is an error of the run, and no reason to know less of the other operations.
    state.diags.extend(pass.said);
    for op in functions {
        update_function_type(ctx, module, op);
    }
    state.count("types refined", refined);
    let outcome = diags.ok_unless_errors(());
    state.diags.append(diags);
    outcome
}

/// Who names which function.
#[derive(Default)]
struct Uses {
    named: FxHashSet<StrId>,
    /// How often a function is called, when it is named by calls only.
    calls: FxHashMap<StrId, u32>,
}

impl Uses {
    fn add(&mut self, ctx: &Context, graph: &Graph, op: Op) {
        let called: Vec<StrId> = called_function(ctx, graph, op).into_iter().collect();
        let called = if called.is_empty() { functional_bodies(ctx, graph, op) } else { called };
        for_each_symbol_use(ctx, graph, op, &mut |name| {
            self.named.insert(name);
            let count = self.calls.entry(name).or_insert(0);
            *count = if called.contains(&name) { count.saturating_add(1) } else { u32::MAX };
        });
    }
}

/// What is known of a function's inputs.
enum Inputs {
    /// Nobody calls it: open dimensions get symbols.
    Open,
    /// There are several callers.
    Declared,
    /// The operand types of the only call.
    Given(Vec<TypeId>),
}

struct Inference<'a> {
    ctx: &'a Context,
    module: &'a mut Graph,
    symbols: FxHashMap<StrId, Op>,
    calls: FxHashMap<StrId, u32>,
    seen: FxHashSet<Op>,
    diags: Diagnostics,
    source: Option<Arc<dyn OpSource>>,
    /// What `source` had to say.
    said: Vec<Diagnostic>,
    refined: u64,
}

/// The body of a function that is being walked.
struct Body<'c> {
    graph: Box<Graph>,
    facts: Facts<'c>,
}

impl<'a> Inference<'a> {
    /// Infers function `op` unless that was done.
    fn function(&mut self, op: Op, inputs: Inputs, depth: usize) {
        if depth > MAX_DEPTH || !self.seen.insert(op) {
            return;
        }
        let Some(graph) = self.module.set_inner(op, Graph::new()) else { return };
        let mut body = Body { graph, facts: Facts::new(self.ctx) };
        if let Some(entry) = body.graph.entry() {
            self.inputs(&mut body.graph, op, entry, inputs);
        }
        for &region in body.graph.roots().to_vec().iter() {
            self.region(&mut body, region, depth);
        }
        self.module.set_inner(op, *body.graph);
    }

    fn inputs(&mut self, graph: &mut Graph, function: Op, entry: Block, inputs: Inputs) {
        let ctx = self.ctx;
        let names = arg_names(ctx, graph, entry);
        for (i, arg) in graph.block_args(entry).to_vec().into_iter().enumerate() {
            let declared = graph.value_type(arg);
            let ty = match &inputs {
                Inputs::Declared => declared,
                Inputs::Open => self.with_symbols(declared, &names[i]),
                Inputs::Given(types) => {
                    let given = types.get(i).copied().unwrap_or(declared);
                    meet(ctx, given, declared).unwrap_or_else(|| {
                        let (given, declared) = (type_text(ctx, given), type_text(ctx, declared));
                        let text = format!("argument {i} is {given}, the parameter {declared}");
                        self.diags
                            .push(Diagnostic::error("shape-mismatch", text).at(self.module.loc(function)));
                        graph.value_type(arg)
                    })
                }
            };
            self.set(graph, arg, ty);
        }
    }

    /// `declared` with a symbol for each open dimension.
    fn with_symbols(&self, declared: TypeId, name: &str) -> TypeId {
        let Type::Tensor { shape, elem, encoding } = self.ctx.type_of(declared) else { return declared };
        let named = shape.iter().enumerate().map(|(i, &dim)| match dim {
            Dim::Dynamic => self.ctx.dim_symbol(&format!("{name}.{i}")),
            _ => dim,
        });
        self.ctx.ty(Type::Tensor { shape: named.collect(), elem: *elem, encoding: *encoding })
    }

    fn set(&mut self, graph: &mut Graph, value: Value, ty: TypeId) {
        if graph.value_type(value) != ty {
            graph.set_value_type(value, ty);
            self.refined += 1;
        }
    }

    /// Makes the type of `value` what both it and `ty` say.
    fn refine(&mut self, graph: &mut Graph, value: Value, ty: TypeId) -> bool {
        let both = meet(self.ctx, ty, graph.value_type(value));
        if let Some(both) = both {
            self.set(graph, value, both);
        }
        both.is_some()
    }

    fn region(&mut self, body: &mut Body<'a>, region: Region, depth: usize) {
        for &block in body.graph.blocks(region).to_vec().iter() {
            self.block(body, block, depth);
        }
    }

    fn block(&mut self, body: &mut Body<'a>, block: Block, depth: usize) {
        let ops: Vec<Op> = body.graph.ops_in(block).collect();
        for op in ops {
            match self.ctx.op_text(body.graph.op_name(op)) {
                "tfl.while" if depth < MAX_DEPTH => self.while_loop(body, op, depth + 1),
                "tfl.if" if depth < MAX_DEPTH => self.branches(body, op, depth + 1),
                _ => self.plain(body, op, depth),
            }
            body.facts.learn(&body.graph, op);
        }
    }

    fn plain(&mut self, body: &mut Body<'a>, op: Op, depth: usize) {
        if depth < MAX_DEPTH {
            for &region in body.graph.regions(op).to_vec().iter() {
                self.region(body, region, depth + 1);
            }
        }
        if let Some(name) = called_function(self.ctx, &body.graph, op) {
            let given = body.graph.operand_types(op).collect();
            if let Some(types) = self.call(name, given, depth) {
                self.refine_results(body, op, types);
            }
        }
        if let Some(kind) = functional_kind(self.ctx, &body.graph, op) {
            self.functional(body, op, kind, depth);
        }
        let infer = body.graph.spec(self.ctx, op).and_then(|spec| spec.hooks.infer);
        let Some(infer) = infer else { return self.ask(body, op) };
        match body.facts.view(&body.graph, op, infer) {
            Some(Ok(types)) => {
                let results = body.graph.results(op).to_vec();
                for (value, ty) in results.into_iter().zip(types) {
                    if !self.refine(&mut body.graph, value, ty) {
                        let declared = type_text(self.ctx, body.graph.value_type(value));
                        let why = format!("declares {declared} but computes {}", type_text(self.ctx, ty));
                        self.report(&body.graph, op, &why);
                    }
                }
            }
            Some(Err(why)) => self.report(&body.graph, op, &why),
            None => {}
        }
    }

    /// Asks whoever knows operations that have no hook.
    fn ask(&mut self, body: &mut Body<'a>, op: Op) {
        let Some(source) = &self.source else { return };
        let name = self.ctx.op_text(body.graph.op_name(op));
        if source.knows(name) {
            let request = Request { ctx: self.ctx, graph: &body.graph, op, name, composite: None };
            if let Some(types) = source.infer(&request, &mut self.said) {
                self.refine_results(body, op, types);
            }
        }
    }

    fn report(&mut self, graph: &Graph, op: Op, why: &str) {
        let name = self.ctx.op_text(graph.op_name(op));
        let operands: Vec<String> = graph.operand_types(op).map(|ty| type_text(self.ctx, ty)).collect();
        let mut fault = Diagnostic::error("shape-mismatch", format!("`{name}` {why}")).at(graph.loc(op));
        if !operands.is_empty() {
            fault = fault.note(format!("its operands are {}", operands.join(", ")));
        }
        self.diags.push(fault);
    }

    /// Infers a function that is called with values of types `given`, and gives what it returns.
    fn call(&mut self, name: StrId, given: Vec<TypeId>, depth: usize) -> Option<Vec<TypeId>> {
        let &callee = self.symbols.get(&name)?;
        let is_only = self.calls.get(&name) == Some(&1) && !is_entry(self.ctx, self.module, callee, true);
        let inputs = if is_only { Inputs::Given(given) } else { Inputs::Declared };
        self.function(callee, inputs, depth + 1);
        let source = self.module.inner(callee)?;
        let (_, values) = returned(self.ctx, source)?;
        // Symbols of a function with other callers are not those of this one.
        let types = values.iter().map(|&value| source.value_type(value));
        Some(if is_only { types.collect() } else { types.map(|ty| without_symbols(self.ctx, ty)).collect() })
    }

    /// A loop or a branch that names functions.
    fn functional(&mut self, body: &mut Body<'a>, op: Op, kind: Functional, depth: usize) {
        let names = functional_bodies(self.ctx, &body.graph, op);
        if kind == Functional::While {
            // What a loop declares of a variable is true after any number of rounds.
            let carried: Vec<TypeId> = body.graph.result_types(op).collect();
            for name in names {
                self.call(name, carried.clone(), depth);
            }
            return;
        }
        let given: Vec<TypeId> = body.graph.operand_types(op).skip(1).collect();
        let mut joined: Option<Vec<TypeId>> = None;
        for name in names {
            let Some(types) = self.call(name, given.clone(), depth) else { return };
            joined = Some(match joined {
                None => types,
                Some(before) => before.iter().zip(types).map(|(&a, b)| join(self.ctx, a, b)).collect(),
            });
        }
        self.refine_results(body, op, joined.unwrap_or_default());
    }

    fn refine_results(&mut self, body: &mut Body<'a>, op: Op, types: Vec<TypeId>) {
        for (value, ty) in body.graph.results(op).to_vec().into_iter().zip(types) {
            self.refine(&mut body.graph, value, ty);
        }
    }

    fn branches(&mut self, body: &mut Body<'a>, op: Op, depth: usize) {
        let mut joined: Option<Vec<TypeId>> = None;
        for (i, &region) in body.graph.regions(op).to_vec().iter().enumerate() {
            self.region(body, region, depth);
            let end =
                region_block(&body.graph, op, i).and_then(|block| yielded(self.ctx, &body.graph, block));
            let Some((_, values)) = end else { return };
            let types = values.iter().map(|&value| body.graph.value_type(value));
            joined = Some(match joined {
                None => types.collect(),
                Some(before) => before.iter().zip(types).map(|(&a, b)| join(self.ctx, a, b)).collect(),
            });
        }
        self.refine_results(body, op, joined.unwrap_or_default());
    }

    fn while_loop(&mut self, body: &mut Body<'a>, op: Op, depth: usize) {
        let (Some(cond), Some(step)) = (region_block(&body.graph, op, 0), region_block(&body.graph, op, 1))
        else {
            return self.plain(body, op, depth);
        };
        let before = types_in(&body.graph, op);
        let declared: Vec<TypeId> = body.graph.result_types(op).collect();
        let inputs = body.graph.operand_types(op).zip(&declared);
        let mut carried: Vec<TypeId> =
            inputs.map(|(ty, &other)| meet(self.ctx, ty, other).unwrap_or(other)).collect();
        // Loops in loops multiply the rounds.
        let rounds = if depth <= 3 { MAX_ROUNDS } else { 1 };
        for _ in 0..rounds {
            // A guess that is too exact may contradict itself; that is no fault of the model.
            let faults = std::mem::take(&mut self.diags);
            self.walk_loop(body, cond, step, &carried, depth);
            let is_sound = !self.diags.has_errors();
            self.diags = faults;
            let after: Vec<TypeId> = match yielded(self.ctx, &body.graph, step) {
                Some((_, values)) => values.iter().map(|&value| body.graph.value_type(value)).collect(),
                None => break,
            };
            let next: Vec<TypeId> = carried.iter().zip(&after).map(|(&a, &b)| join(self.ctx, a, b)).collect();
            if is_sound && next == carried {
                for (value, ty) in body.graph.results(op).to_vec().into_iter().zip(carried) {
                    self.refine(&mut body.graph, value, ty);
                }
                return;
            }
            carried = next;
            for &(value, ty) in &before {
                body.graph.set_value_type(value, ty);
            }
        }
        for &(value, ty) in &before {
            body.graph.set_value_type(value, ty);
        }
        self.walk_loop(body, cond, step, &declared, depth);
    }

    fn walk_loop(&mut self, body: &mut Body<'a>, cond: Block, step: Block, carried: &[TypeId], depth: usize) {
        for block in [cond, step] {
            for (arg, &ty) in body.graph.block_args(block).to_vec().into_iter().zip(carried) {
                self.refine(&mut body.graph, arg, ty);
            }
            self.block(body, block, depth);
        }
    }
}

/// The types of all values that the regions of `op` define.
fn types_in(graph: &Graph, op: Op) -> Vec<(Value, TypeId)> {
    let mut list = Vec::new();
    let mut add =
        |values: &[Value]| list.extend(values.iter().map(|&value| (value, graph.value_type(value))));
    let mut add_regions = |op: Op| {
        for &region in graph.regions(op) {
            for &block in graph.blocks(region) {
                add(graph.block_args(block));
            }
        }
    };
    add_regions(op);
    for &region in graph.regions(op) {
        graph.walk_region(region, &mut |inner| add_regions(inner));
    }
    for &region in graph.regions(op) {
        graph.walk_region(region, &mut |inner| {
            list.extend(graph.results(inner).iter().map(|&value| (value, graph.value_type(value))));
        });
    }
    list
}

/// What the inputs are called: by their locations, without the output index of TensorFlow, else by their numbers. No two
/// have one name, or their dimensions would be taken for the same.
fn arg_names(ctx: &Context, graph: &Graph, entry: Block) -> Vec<String> {
    let mut taken: FxHashSet<String> = FxHashSet::default();
    let name = |index: usize| {
        let name = ctx.loc_name(graph.block_arg_loc(entry, index));
        let name = name.map(|name| ctx.str_text(name).trim_end_matches(":0").to_owned());
        let name = name.unwrap_or_else(|| format!("arg{index}"));
        if taken.insert(name.clone()) { name } else { format!("{name}#{index}") }
    };
    (0..graph.block_args(entry).len()).map(name).collect()
}
