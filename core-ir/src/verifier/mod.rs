//! Checks that a graph is what its op specs say.
//!
//! One walk over each graph, on an explicit stack, that meets every operation once: regions along their dominator
//! trees, so that "the definition dominates the use" is "the definition was met and is still in scope".

mod attributes;
mod dominance;
mod operation;
mod traits;

use cranelift_entity::SecondaryMap;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::attrs::DictId;
use crate::context::{Context, OpName};
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::graph::{Block, Graph, Op, Region, Value};
use crate::intern::StrId;
use crate::registry::DialectHooks;
use crate::spec::{OpSpec, Traits};
use crate::text::print_op;
use crate::types::TypeId;

/// Faults after this many do not show their operations.
const MOST_SHOWN: usize = 50;

/// The surroundings of an operation that is being verified.
pub struct VerifyScope<'a> {
    /// The context.
    pub ctx: &'a Context,
    /// The graph the operation is in.
    pub graph: &'a Graph,
    /// The operation whose inner graph that is, with its own graph; none for the body of the top-level module.
    pub owner: Option<(&'a Graph, Op)>,
    symbols: &'a SymbolTable<'a>,
}

impl<'a> VerifyScope<'a> {
    /// The operation that defines a symbol in the nearest symbol table, with its graph.
    pub fn symbol(&self, name: StrId) -> Option<(&'a Graph, Op)> {
        let op = self.symbols.ops.get(&name)?;
        Some((self.symbols.graph, *op))
    }
}

/// The symbols of one module.
struct SymbolTable<'a> {
    graph: &'a Graph,
    ops: FxHashMap<StrId, Op>,
}

/// Reports every fault of `module`, each at the location of its operation.
pub fn verify(ctx: &Context, module: &Graph, diags: &mut Diagnostics) -> Result<(), Reported> {
    let mut faults = Diagnostics::new();
    let mut verifier =
        Verifier { ctx, diags: &mut faults, known: FxHashSet::default(), infos: FxHashMap::default() };
    verifier.module(module);
    let outcome = faults.ok_unless_errors(());
    diags.append(faults);
    outcome
}

/// Reports every operation of `module` that stands for a TFLite builtin whose operands or results have types or ranks
/// that the runtime does not take.
pub fn verify_runtime(ctx: &Context, module: &Graph, diags: &mut Diagnostics) -> Result<(), Reported> {
    let mut faults = Diagnostics::new();
    let mut verifier =
        Verifier { ctx, diags: &mut faults, known: FxHashSet::default(), infos: FxHashMap::default() };
    verifier.runtime(module);
    let outcome = faults.ok_unless_errors(());
    diags.append(faults);
    outcome
}

/// What is looked up once for each operation name.
#[derive(Clone, Copy)]
struct OpInfo<'a> {
    spec: Option<&'a OpSpec>,
    traits: Traits,
    hooks: Option<&'static DialectHooks>,
}

/// A use of an operation whose row was found to fit: name, attributes, types of operands and results.
type Use = (OpName, DictId, usize, smallvec::SmallVec<[TypeId; 6]>);

struct Verifier<'a, 'd> {
    ctx: &'a Context,
    diags: &'d mut Diagnostics,
    known: FxHashSet<Use>,
    infos: FxHashMap<OpName, OpInfo<'a>>,
}

/// What a region demands.
#[derive(Clone, Copy)]
struct RegionKind {
    /// Blocks end in a terminator.
    terminated: bool,
    /// Definitions come before uses.
    ordered: bool,
}

/// The walk of one graph.
enum Step {
    Region(Region, RegionKind),
    /// A block of a region of several, and those that it dominates.
    Block(Block),
    /// A block that is never run: definitions need not come before uses.
    DeadBlock(Block),
    /// The operations from this one on.
    Ops(Option<Op>, bool),
    /// The results of an operation, whose regions came before.
    Define(Op),
    /// The end of a scope.
    Leave(usize),
}

struct Walk<'g> {
    graph: &'g Graph,
    owner: Option<(&'g Graph, Op)>,
    visible: SecondaryMap<Value, bool>,
    log: Vec<Value>,
    children: FxHashMap<Block, Vec<Block>>,
    stack: Vec<Step>,
}

impl Walk<'_> {
    fn define(&mut self, values: &[Value]) {
        for &value in values {
            self.visible[value] = true;
            self.log.push(value);
        }
    }
}

impl<'a> Verifier<'a, '_> {
    fn info(&mut self, name: OpName) -> OpInfo<'a> {
        let ctx = self.ctx;
        *self.infos.entry(name).or_insert_with(|| {
            let spec = ctx.op_spec(name);
            OpInfo {
                spec,
                traits: spec.map_or(Traits::NONE, |spec| spec.traits),
                hooks: ctx.dialects().hooks(ctx.op_dialect(name)).filter(|hooks| hooks.verify_op.is_some()),
            }
        })
    }

    fn fault(&mut self, graph: &Graph, op: Op, message: impl std::fmt::Display) {
        let name = self.ctx.op_text(graph.op_name(op));
        let mut fault = Diagnostic::error("verify", format!("'{name}' op {message}")).at(graph.loc(op));
        // An operation is shown under the names that its function gives its values, which takes a walk over the function.
        if self.diags.error_count() < MOST_SHOWN {
            fault = fault.operation(print_op(self.ctx, graph, op));
        }
        self.diags.push(fault);
    }

    fn runtime(&mut self, graph: &Graph) {
        graph.walk(&mut |op| {
            if let Some(inner) = graph.inner(op) {
                self.runtime(inner);
            }
            let info = self.info(graph.op_name(op));
            if let Some(spec) = info.spec.filter(|spec| spec.tflite.is_some()) {
                self.runtime_operation(graph, op, spec);
            }
        });
    }

    fn module(&mut self, graph: &Graph) {
        let symbols = self.symbol_table(graph);
        let kind = RegionKind { terminated: false, ordered: false };
        self.graph(graph, None, &symbols, kind);
    }

    /// The symbols of `graph`; two with one name are a fault.
    fn symbol_table<'g>(&mut self, graph: &'g Graph) -> SymbolTable<'g> {
        let mut ops: FxHashMap<StrId, Op> = FxHashMap::default();
        let symbols: Vec<(StrId, Op)> = graph.symbols(self.ctx).collect();
        for (name, op) in symbols {
            if *ops.entry(name).or_insert(op) != op {
                let text = self.ctx.str_text(name);
                self.fault(graph, op, format!("redefinition of symbol named '{text}'"));
            }
        }
        SymbolTable { graph, ops }
    }

    fn graph<'g>(
        &mut self,
        graph: &'g Graph,
        owner: Option<(&'g Graph, Op)>,
        symbols: &SymbolTable<'g>,
        kind: RegionKind,
    ) {
        let mut walk = Walk {
            graph,
            owner,
            visible: SecondaryMap::new(),
            log: Vec::new(),
            children: FxHashMap::default(),
            stack: Vec::new(),
        };
        for &region in graph.roots().iter().rev() {
            walk.stack.push(Step::Region(region, kind));
        }
        while let Some(step) = walk.stack.pop() {
            match step {
                Step::Region(region, kind) => self.region(&mut walk, region, kind),
                Step::Block(block) => {
                    walk.stack.push(Step::Leave(walk.log.len()));
                    walk.define(graph.block_args(block));
                    for child in walk.children.remove(&block).unwrap_or_default().into_iter().rev() {
                        walk.stack.push(Step::Block(child));
                    }
                    walk.stack.push(Step::Ops(graph.first_op(block), true));
                }
                Step::DeadBlock(block) => {
                    walk.stack.push(Step::Leave(walk.log.len()));
                    walk.define(graph.block_args(block));
                    walk.stack.push(Step::Ops(graph.first_op(block), false));
                }
                Step::Ops(first, ordered) => self.ops(&mut walk, symbols, first, ordered),
                Step::Define(op) => walk.define(graph.results(op)),
                Step::Leave(mark) => {
                    while walk.log.len() > mark {
                        if let Some(value) = walk.log.pop() {
                            walk.visible[value] = false;
                        }
                    }
                }
            }
        }
    }

    fn region(&mut self, walk: &mut Walk<'_>, region: Region, kind: RegionKind) {
        let graph = walk.graph;
        let blocks = graph.blocks(region);
        if kind.terminated {
            for &block in blocks {
                self.check_terminator(walk, region, block);
            }
        }
        walk.stack.push(Step::Leave(walk.log.len()));
        if !kind.ordered {
            for &block in blocks {
                walk.define(graph.block_args(block));
                graph.ops_in(block).for_each(|op| walk.define(graph.results(op)));
            }
            walk.stack.extend(blocks.iter().rev().map(|&block| Step::Ops(graph.first_op(block), true)));
            return;
        }
        if let [block] = blocks {
            walk.define(graph.block_args(*block));
            walk.stack.push(Step::Ops(graph.first_op(*block), true));
        } else if let Some(&entry) = blocks.first() {
            let tree = dominance::tree(graph, blocks);
            walk.stack.extend(tree.unreachable.iter().rev().map(|&block| Step::DeadBlock(block)));
            walk.children.extend(tree.children);
            walk.stack.push(Step::Block(entry));
        }
    }

    fn check_terminator(&mut self, walk: &Walk<'_>, region: Region, block: Block) {
        let graph = walk.graph;
        match graph.last_op(block) {
            Some(last) => {
                let info = self.info(graph.op_name(last));
                if info.spec.is_some() && !info.traits.has(Traits::TERMINATOR) {
                    self.fault(graph, last, "block with no terminator");
                }
            }
            None => {
                let parent = graph.region_parent(region).map(|op| (graph, op)).or(walk.owner);
                if let Some((graph, op)) = parent {
                    self.fault(graph, op, "empty block: expect at least a terminator");
                }
            }
        }
    }

    /// Operations in order, up to one with regions.
    fn ops<'g>(&mut self, walk: &mut Walk<'g>, symbols: &SymbolTable<'g>, first: Option<Op>, ordered: bool) {
        let graph = walk.graph;
        let mut next = first;
        while let Some(op) = next {
            next = graph.next_op(op);
            if ordered {
                self.check_uses(walk, op);
            }
            let info = self.info(graph.op_name(op));
            self.operation(graph, op, info);
            if info.traits.has(Traits::TERMINATOR) && next.is_some() {
                self.fault(graph, op, "must be the last operation in the parent block");
            }
            if let Some(verify) = info.hooks.and_then(|hooks| hooks.verify_op) {
                let scope = VerifyScope { ctx: self.ctx, graph, owner: walk.owner, symbols };
                if let Err(message) = verify(&scope, op) {
                    self.fault(graph, op, message);
                }
            }
            if graph.has_extra(op) {
                self.check_successors(graph, op);
                if let Some(inner) = graph.inner(op) {
                    self.inner(graph, op, inner, info, symbols);
                }
                let regions = graph.regions(op);
                if !regions.is_empty() {
                    let is_known = info.spec.is_some();
                    let kind = RegionKind {
                        terminated: is_known && !info.traits.has(Traits::NO_TERMINATOR),
                        ordered: is_known && !info.traits.has(Traits::NO_TERMINATOR),
                    };
                    walk.stack.push(Step::Ops(next, ordered));
                    walk.stack.push(Step::Define(op));
                    walk.stack.extend(regions.iter().rev().map(|&region| Step::Region(region, kind)));
                    return;
                }
            }
            walk.define(graph.results(op));
        }
    }

    fn inner<'g>(
        &mut self,
        graph: &'g Graph,
        op: Op,
        inner: &'g Graph,
        info: OpInfo<'a>,
        symbols: &SymbolTable<'g>,
    ) {
        let open = info.traits.has(Traits::NO_TERMINATOR);
        let kind = RegionKind { terminated: !open, ordered: !open };
        if info.traits.has(Traits::SYMBOL_TABLE) {
            let symbols = self.symbol_table(inner);
            self.graph(inner, Some((graph, op)), &symbols, kind);
        } else {
            self.graph(inner, Some((graph, op)), symbols, kind);
        }
    }

    fn check_uses(&mut self, walk: &Walk<'_>, op: Op) {
        for (i, value) in walk.graph.operands(op).enumerate() {
            if !walk.visible[value] {
                self.fault(walk.graph, op, format!("operand #{i} does not dominate this use"));
            }
        }
    }

    fn check_successors(&mut self, graph: &Graph, op: Op) {
        let own = graph.op_block(op).and_then(|block| graph.block_region(block));
        for (i, (block, args)) in graph.successors(op).into_iter().enumerate() {
            if graph.block_region(block) != own {
                self.fault(graph, op, format!("successor #{i} is a block of another region"));
                continue;
            }
            let wanted = graph.block_args(block);
            if args.len() != wanted.len() {
                let (given, wanted) = (args.len(), wanted.len());
                let message =
                    format!("branch has {given} operands for successor #{i}, but target block has {wanted}");
                self.fault(graph, op, message);
                continue;
            }
            let differ = |(&a, &b): (&Value, &Value)| graph.value_type(a) != graph.value_type(b);
            if let Some(at) = args.iter().zip(wanted).position(differ) {
                self.fault(graph, op, format!("type mismatch for bb argument #{at} of successor #{i}"));
            }
        }
    }
}
