//! Which variables are assigned to: all others can become constants.

use std::collections::{BTreeMap, BTreeSet};

use core_ir::{Attr, AttrId, Context, Graph, Op, StrId, Type, Value};
use rustc_hash::FxHashMap;

/// Ops that take a resource and do not change what it refers to.
const READERS: &[&str] = &[
    "tf.ReadVariableOp",
    "tf.ResourceGather",
    "tf.ResourceGatherNd",
    "tf.VariableShape",
    "tf.VarIsInitializedOp",
    "tf.DisableCopyOnRead",
];
/// Ops whose result is their operand.
const FORWARDERS: &[&str] = &["tf.Identity", "tf.StopGradient"];
/// Calls: how many operands come before the arguments, and the attribute that names the function whose results are the
/// call's; none where several functions may give them.
const CALLS: &[(&str, usize, Option<&str>)] = &[
    ("tf.PartitionedCall", 0, Some("f")),
    ("tf.StatefulPartitionedCall", 0, Some("f")),
    ("tf.If", 1, None),
    ("tf.StatelessIf", 1, None),
    ("tf.Case", 1, None),
    ("tf.StatelessCase", 1, None),
    ("tf.While", 0, Some("body")),
    ("tf.StatelessWhile", 0, Some("body")),
];

/// What a resource value refers to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Origin {
    Argument(usize),
    Global(StrId),
}

/// What is assigned to, arguments of functions and globals, and what functions return.
#[derive(Default)]
struct Found {
    arguments: BTreeSet<(StrId, usize)>,
    globals: BTreeSet<StrId>,
    returns: BTreeMap<(StrId, usize), Origin>,
}

impl Found {
    /// Grows with each thing found.
    fn size(&self) -> (usize, usize, usize) {
        (self.arguments.len(), self.globals.len(), self.returns.len())
    }
}

/// Marks the global tensors of `module` that some function assigns to with `is_mutable`.
pub(crate) fn mark(ctx: &Context, module: &mut Graph) {
    let functions: BTreeMap<StrId, &Graph> =
        module.symbols(ctx).filter_map(|(name, op)| Some((name, module.inner(op)?))).collect();
    let mut found = Found::default();
    // What a function does to its arguments decides what its callers do to theirs: repeat until nothing is new.
    loop {
        let before = found.size();
        for (&name, graph) in &functions {
            Scan { ctx, name, graph, origins: FxHashMap::default() }.run(&mut found);
        }
        if found.size() == before {
            break;
        }
    }
    let mutable: Vec<Op> =
        module.symbols(ctx).filter(|(name, _)| found.globals.contains(name)).map(|(_, op)| op).collect();
    for op in mutable {
        let entries = ctx.dict_entries(module.props(op)).iter().copied();
        let props = ctx.dict(entries.chain([(ctx.str("is_mutable"), AttrId::UNIT)]));
        module.set_props(op, props);
    }
}

struct Scan<'a> {
    ctx: &'a Context,
    name: StrId,
    graph: &'a Graph,
    origins: FxHashMap<Value, Origin>,
}

impl Scan<'_> {
    fn run(&mut self, found: &mut Found) {
        let Some(block) = self.graph.entry() else { return };
        for (i, &arg) in self.graph.block_args(block).iter().enumerate() {
            if self.is_resource(arg) {
                self.origins.insert(arg, Origin::Argument(i));
            }
        }
        for op in self.graph.ops_in(block) {
            self.op(op, found);
        }
    }

    fn is_resource(&self, value: Value) -> bool {
        let elem = self.ctx.elem_type(self.graph.value_type(value));
        matches!(self.ctx.type_of(elem), Type::Dialect { name, .. } if self.ctx.str_bytes(*name) == b"tf_type.resource")
    }

    fn op(&mut self, op: Op, found: &mut Found) {
        let name = self.ctx.op_text(self.graph.op_name(op));
        if name == "tf.VarHandleOp" {
            let global = self.ctx.dict_get(self.graph.attrs(op), "tfl_opt.global");
            if let (Some(symbol), Some(value)) =
                (global.and_then(|attr| self.ctx.attr_symbol(attr)), self.graph.result(op))
            {
                self.origins.insert(value, Origin::Global(symbol));
            }
            return;
        }
        let origins: Vec<Option<Origin>> =
            self.graph.operands(op).map(|value| self.origins.get(&value).copied()).collect();
        if READERS.contains(&name) || origins.iter().all(Option::is_none) {
            return;
        }
        if FORWARDERS.contains(&name) {
            self.forward(op, &origins);
            return;
        }
        if name == "func.return" {
            let returned = origins.iter().enumerate().filter_map(|(i, origin)| Some((i, (*origin)?)));
            for (i, origin) in returned {
                found.returns.entry((self.name, i)).or_insert(origin);
            }
            return;
        }
        match CALLS.iter().find(|row| row.0 == name) {
            Some(&(_, skip, result_of)) => self.call(op, &origins, skip, result_of, found),
            // Whatever else takes a resource may change it.
            None => origins.into_iter().flatten().for_each(|origin| self.change(origin, found)),
        }
    }

    /// A call: what its callees do to their arguments is done to the operands.
    fn call(
        &mut self,
        op: Op,
        origins: &[Option<Origin>],
        skip: usize,
        result_of: Option<&str>,
        found: &mut Found,
    ) {
        let callees = self.callees(op);
        for (i, origin) in origins.iter().enumerate() {
            let (Some(origin), Some(argument)) = (*origin, i.checked_sub(skip)) else { continue };
            if callees.iter().any(|&callee| found.arguments.contains(&(callee, argument))) {
                self.change(origin, found);
            }
        }
        let named = result_of.and_then(|name| self.ctx.dict_get(self.graph.props(op), name));
        let named = named.and_then(|attr| self.ctx.attr_symbol(attr));
        for (i, &result) in self.graph.results(op).iter().enumerate() {
            if !self.is_resource(result) {
                continue;
            }
            match named.map(|callee| found.returns.get(&(callee, i))) {
                Some(Some(Origin::Argument(argument))) => {
                    if let Some(Some(origin)) = origins.get(argument.saturating_add(skip)) {
                        self.origins.insert(result, *origin);
                    }
                    // A loop that hands its resources on in another order refers to each of them by each result.
                    if *argument != i && result_of == Some("body") {
                        origins.iter().flatten().for_each(|&origin| self.change(origin, found));
                    }
                }
                Some(Some(&origin @ Origin::Global(_))) => {
                    self.origins.insert(result, origin);
                }
                // The callee returns a resource of its own making, or was not looked at yet.
                Some(None) => {}
                None => origins.iter().flatten().for_each(|&origin| self.change(origin, found)),
            }
        }
    }

    fn forward(&mut self, op: Op, origins: &[Option<Origin>]) {
        for (&result, origin) in self.graph.results(op).iter().zip(origins) {
            if let Some(origin) = *origin {
                self.origins.insert(result, origin);
            }
        }
    }

    fn change(&self, origin: Origin, found: &mut Found) {
        match origin {
            Origin::Argument(i) => found.arguments.insert((self.name, i)),
            Origin::Global(symbol) => found.globals.insert(symbol),
        };
    }

    /// The functions that attributes of `op` name.
    fn callees(&self, op: Op) -> Vec<StrId> {
        let mut names = Vec::new();
        for &(_, attr) in self.ctx.dict_entries(self.graph.props(op)) {
            match self.ctx.attr_of(attr) {
                Attr::Symbol(path) => names.extend(path.first()),
                Attr::Array(items) => {
                    names.extend(items.iter().filter_map(|&item| self.ctx.attr_symbol(item)))
                }
                _ => {}
            }
        }
        names
    }
}
