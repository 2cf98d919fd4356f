//! Which functions bring which others in, when bodies are copied in place of references.

use core_ir::pass::PassState;
use core_ir::{Context, Diagnostic, Graph, Op, Reported, StrId};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::functions::{for_each_symbol_use, functions, is_public, symbol_table, symbol_text};

/// As many operations as copying may leave in a module unless an option says otherwise.
pub const MAX_OPS: u64 = 1 << 20;

/// The functions that an operation stands for, one entry for each copy of a body that would take its place.
pub type Edges = fn(&Context, &Graph, Op) -> Vec<StrId>;

struct Node {
    /// Operations of the body, all regions included.
    size: u64,
    /// One entry for each copy.
    callees: Vec<Op>,
}

/// The functions of a module and their references.
pub struct CallGraph {
    /// The symbols of the module.
    pub symbols: FxHashMap<StrId, Op>,
    /// Functions that stay: public ones, and those that are named by something that is no edge.
    pub roots: Vec<Op>,
    nodes: FxHashMap<Op, Node>,
    functions: Vec<Op>,
    edges: Edges,
}

impl CallGraph {
    /// Looks at every operation of `module` once.
    pub fn of(ctx: &Context, module: &Graph, edges: Edges) -> Self {
        let symbols = symbol_table(ctx, module);
        let functions = functions(ctx, module);
        let mut nodes = FxHashMap::default();
        let mut named: FxHashSet<StrId> = FxHashSet::default();
        module.walk(&mut |op| for_each_symbol_use(ctx, module, op, &mut |name| _ = named.insert(name)));
        let has_body: FxHashSet<Op> = functions.iter().copied().collect();
        for &function in &functions {
            let Some(body) = module.inner(function) else { continue };
            let mut node = Node { size: 0, callees: Vec::new() };
            body.walk(&mut |op| {
                node.size += 1;
                let names = edges(ctx, body, op);
                let mut found = names.iter().filter_map(|name| symbols.get(name)).copied();
                if names.is_empty() || !found.clone().all(|callee| has_body.contains(&callee)) {
                    for_each_symbol_use(ctx, body, op, &mut |name| _ = named.insert(name));
                } else {
                    node.callees.extend(&mut found);
                }
            });
            nodes.insert(function, node);
        }
        let is_named = |op: Op| module.symbol_name(ctx, op).is_some_and(|name| named.contains(&name));
        let is_root = |op: &Op| is_public(ctx, module, *op) || is_named(*op);
        let roots = functions.iter().copied().filter(is_root).collect();
        Self { symbols, roots, nodes, functions, edges }
    }

    /// Leaves those references alone that `pays` refuses, given the operations of the referring and of the referred
    /// body as they are written; what they name stays.
    pub fn keep_where(&mut self, pays: impl Fn(u64, u64) -> bool) -> FxHashSet<(Op, Op)> {
        let sizes: FxHashMap<Op, u64> = self.nodes.iter().map(|(&op, node)| (op, node.size)).collect();
        let mut kept = FxHashSet::default();
        for &caller in &self.functions {
            let Some(node) = self.nodes.get_mut(&caller) else { continue };
            let size = node.size;
            node.callees.retain(|callee| {
                let stays = sizes.get(callee).is_some_and(|&callee| !pays(size, callee));
                if stays {
                    kept.insert((caller, *callee));
                }
                !stays
            });
        }
        let named: FxHashSet<Op> = kept.iter().map(|&(_, callee)| callee).collect();
        let roots: FxHashSet<Op> = self.roots.iter().copied().collect();
        self.roots =
            self.functions.iter().copied().filter(|op| roots.contains(op) || named.contains(op)).collect();
        kept
    }

    /// Checks that copying ends, and with at most `max_ops` operations in the module. Fails with code
    /// `recursive-function` or `inline-limit`.
    pub fn check(
        &self,
        ctx: &Context,
        module: &Graph,
        max_ops: u64,
        state: &mut PassState<'_>,
    ) -> Result<(), Reported> {
        let order = self
            .callees_first()
            .map_err(|cycle| state.diags.push(self.cycle_diagnostic(ctx, module, &cycle)))?;
        let mut sizes: FxHashMap<Op, u64> = FxHashMap::default();
        for function in order {
            let node = &self.nodes[&function];
            let callees = node.callees.iter().map(|callee| sizes.get(callee).copied().unwrap_or(0));
            let size = callees.fold(node.size, u64::saturating_add);
            sizes.insert(function, size);
        }
        let total = self.roots.iter().fold(0u64, |sum, root| sum.saturating_add(sizes[root]));
        if total <= max_ops {
            return Ok(());
        }
        let count = if total == u64::MAX { "more than 10^19".into() } else { total.to_string() };
        let message = format!("putting functions in the place of their calls would make {count} operations");
        let mut fault = Diagnostic::error("inline-limit", message)
            .note(format!("the limit is {max_ops}; calls in calls multiply"))
            .help("if the model is meant to be so, raise the limit: `inline{max-ops=N}`");
        if let Some(&largest) = self.roots.iter().max_by_key(|root| sizes[*root]) {
            fault = fault.at(module.loc(largest));
        }
        Err(state.diags.push(fault))
    }

    /// Every function after those it brings in, or a cycle: the functions in the order of their references.
    fn callees_first(&self) -> Result<Vec<Op>, Vec<Op>> {
        let mut is_done: FxHashMap<Op, bool> = FxHashMap::default();
        let mut order = Vec::with_capacity(self.functions.len());
        for &start in &self.functions {
            // Functions on the way down, each with the index of its next reference.
            let mut path: Vec<(Op, usize)> = Vec::new();
            is_done.entry(start).or_insert_with(|| {
                path.push((start, 0));
                false
            });
            while let Some((function, next)) = path.last_mut() {
                let function = *function;
                let Some(&callee) = self.nodes[&function].callees.get(*next) else {
                    is_done.insert(function, true);
                    order.push(function);
                    path.pop();
                    continue;
                };
                *next += 1;
                match is_done.get(&callee) {
                    Some(true) => {}
                    Some(false) => {
                        let from = path.iter().position(|&(op, _)| op == callee).unwrap_or(0);
                        return Err(path[from..].iter().map(|&(op, _)| op).collect());
                    }
                    None => {
                        is_done.insert(callee, false);
                        path.push((callee, 0));
                    }
                }
            }
        }
        Ok(order)
    }

    fn cycle_diagnostic(&self, ctx: &Context, module: &Graph, cycle: &[Op]) -> Diagnostic {
        let name = |op: Op| module.symbol_name(ctx, op).map_or("?".into(), |name| symbol_text(ctx, name));
        let names: Vec<String> = cycle.iter().chain(cycle.first()).map(|&op| name(op)).collect();
        let message = format!("functions call each other without end: {}", names.join(" -> "));
        let mut fault = Diagnostic::error("recursive-function", message)
            .help("TFLite has no recursion; write a loop as `tf.while_loop`");
        for (i, &function) in cycle.iter().enumerate() {
            fault = if i == 0 { fault.at(module.loc(function)) } else { fault };
            let callee = cycle.get(i + 1).unwrap_or(&cycle[0]);
            let Some(body) = module.inner(function) else { continue };
            let mut place = None;
            body.walk(&mut |op| {
                let mut names = (self.edges)(ctx, body, op).into_iter();
                if place.is_none() && names.any(|name| self.symbols.get(&name) == Some(callee)) {
                    place = Some(body.loc(op));
                }
            });
            if let Some(loc) = place {
                fault = fault.note_at(format!("{} calls {} here", names[i], names[i + 1]), loc);
            }
        }
        fault
    }
}
