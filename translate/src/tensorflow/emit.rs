//! The functions of a model as IR.

use std::collections::{BTreeMap, BTreeSet};

use core_ir::diag::{Diagnostic, Result};
use core_ir::spec::{AttrKind, Presence};
use core_ir::{
    Attr, AttrId, Block, ConstData, Context, DictId, Graph, LocId, OpState, StrId, Type, TypeId, Value,
};
use dialects::tf::types::shape_attr;
use rustc_hash::FxHashMap;

use super::attr::{self, Symbols};
use super::body::{Body, Edges, Source};
use super::opdef::{Callee, OpTable};
use super::plan::Plan;
use super::proto::{NameAttrList, NodeDef};
use super::tensor;
use super::variables;

/// What variables, assets and functions are called in the module.
pub(crate) struct Names<'a> {
    /// Symbols of library functions.
    pub(crate) functions: BTreeMap<&'a str, String>,
    /// Symbols and value types of the variables that have a value, by shared name.
    pub(crate) globals: BTreeMap<String, (String, TypeId)>,
    /// Symbols and paths of asset files, by node name.
    pub(crate) assets: BTreeMap<String, (String, String)>,
}

impl Names<'_> {
    fn resolve<'s>(&'s self, name: &str) -> std::result::Result<&'s str, String> {
        let symbol = self.functions.get(name).map(String::as_str);
        symbol.ok_or_else(|| format!("refers to the function `{name}`, which the model does not have"))
    }
}

struct FunctionSymbols<'a>(&'a Context, &'a Names<'a>);

impl Symbols for FunctionSymbols<'_> {
    fn function(&self, function: &NameAttrList) -> std::result::Result<AttrId, String> {
        Ok(self.0.symbol_attr(self.1.resolve(&function.name)?))
    }
}

/// An argument of a function that is to be emitted.
pub(crate) struct Argument {
    pub(crate) ty: TypeId,
    pub(crate) loc: LocId,
}

/// A function's body and the types of what it returns.
pub(crate) struct Emitted {
    pub(crate) graph: Graph,
    pub(crate) results: Vec<TypeId>,
}

/// Makes the operations of one function.
pub(crate) struct Emitter<'a> {
    ctx: &'a Context,
    table: &'a OpTable<'a>,
    names: &'a Names<'a>,
    plan: &'a Plan<'a>,
    body: &'a Body<'a>,
    graph: Graph,
    block: Block,
    args: Vec<Value>,
    values: FxHashMap<usize, Vec<Value>>,
    /// Reference variables of TensorFlow 1: the handle, and whether the function assigns to it.
    references: FxHashMap<usize, (Value, TypeId, bool)>,
    /// The nodes that are assigned to.
    assigned: BTreeSet<usize>,
}

/// The ops of TensorFlow 1 that assign to a reference variable, and those that do it to a resource.
const ASSIGNMENTS: &[(&str, &str)] = &[
    ("Assign", "tf.AssignVariableOp"),
    ("AssignAdd", "tf.AssignAddVariableOp"),
    ("AssignSub", "tf.AssignSubVariableOp"),
];

fn assignment(op: &str) -> Option<&'static str> {
    ASSIGNMENTS.iter().find(|row| row.0 == op).map(|row| row.1)
}

/// Whether `node` makes a reference variable of TensorFlow 1.
fn is_reference_variable(node: &NodeDef) -> bool {
    variables::is_variable(node) && node.op != "VarHandleOp"
}

/// The nodes whose outputs `plan` assigns to.
fn assigned(plan: &Plan<'_>) -> BTreeSet<usize> {
    let is_assignment =
        |index: usize| plan.body.node(index).is_some_and(|node| assignment(&node.op).is_some());
    let targets = plan.schedule.edges.iter().filter(|&(&index, _)| is_assignment(index));
    let node = |edges: &Edges| match edges.data.first() {
        Some(&Source::Node(node, _)) => Some(node),
        _ => None,
    };
    targets.filter_map(|(_, edges)| node(edges)).collect()
}

impl<'a> Emitter<'a> {
    /// Emits `plan` as the body of a function that takes `args`.
    pub(crate) fn emit(
        ctx: &'a Context,
        table: &'a OpTable<'a>,
        names: &'a Names<'a>,
        plan: &'a Plan<'a>,
        args: &[Argument],
    ) -> Result<Emitted> {
        let (mut graph, block) = Graph::with_block();
        let args = args.iter().map(|arg| graph.add_block_arg(block, arg.ty, arg.loc)).collect();
        let mut emitter = Emitter {
            ctx,
            table,
            names,
            plan,
            body: &plan.body,
            graph,
            block,
            args,
            values: FxHashMap::default(),
            references: FxHashMap::default(),
            assigned: assigned(plan),
        };
        for &index in &plan.schedule.order {
            emitter.node(index)?;
        }
        let mut returned = Vec::with_capacity(plan.returns.len());
        for &source in &plan.returns {
            returned.push(emitter.value(source, LocId::UNKNOWN)?);
        }
        let results = returned.iter().map(|&value| emitter.graph.value_type(value)).collect();
        let state = OpState::new(ctx.op_name("func.return"), LocId::UNKNOWN).operands(returned);
        emitter.graph.append_op(block, state);
        Ok(Emitted { graph: emitter.graph, results })
    }

    /// The value of a source; reads a reference variable.
    fn value(&mut self, source: Source, loc: LocId) -> Result<Value> {
        let missing = || Box::new(Diagnostic::error("missing-output", "a value is used before it is made"));
        match source {
            Source::Arg(arg) => self.args.get(arg).copied().ok_or_else(missing),
            Source::Node(node, output) => {
                if let Some(value) = self.values.get(&node).and_then(|values| values.get(output)) {
                    return Ok(*value);
                }
                let Some(&(handle, ty, is_assigned)) = self.references.get(&node) else {
                    return Err(missing());
                };
                let value = self.op("tf.ReadVariableOp", vec![handle], DictId::EMPTY, ty, loc)?;
                // One read serves all, unless the variable changes in between.
                if !is_assigned {
                    self.values.insert(node, vec![value]);
                }
                Ok(value)
            }
        }
    }

    /// Appends an operation with one result.
    fn op(
        &mut self,
        name: &str,
        operands: Vec<Value>,
        props: DictId,
        result: TypeId,
        loc: LocId,
    ) -> Result<Value> {
        let state =
            OpState::new(self.ctx.op_name(name), loc).operands(operands).props(props).results([result]);
        self.append(state)
    }

    /// Appends an operation and gives its first result.
    fn append(&mut self, state: OpState) -> Result<Value> {
        let op = self.graph.append_op(self.block, state);
        let missing = || Box::new(Diagnostic::error("missing-output", "an operation has no result"));
        self.graph.results(op).first().copied().ok_or_else(missing)
    }

    fn entry(&self, name: &str, attr: AttrId) -> (StrId, AttrId) {
        (self.ctx.str(name), attr)
    }

    fn node(&mut self, index: usize) -> Result<()> {
        let Some(node) = self.body.node(index) else { return Ok(()) };
        let loc = self.ctx.name_loc(&node.name);
        if let Some((symbol, path)) = self.asset(node) {
            return self.emit_asset(index, &symbol, &path, loc);
        }
        match node.op.as_str() {
            // Order is all it stands for, and the order of the operations says that.
            "NoOp" => Ok(()),
            "Const" => self.emit_const(index, node, loc),
            "Placeholder" | "PlaceholderV2" => {
                let fault = self.body.fault("unfed-placeholder", index, "is needed but is no input");
                fault
                    .help(
                        "name it among the inputs with --input-arrays, or choose outputs that do not need it",
                    )
                    .err()
            }
            "PlaceholderWithDefault" => {
                let operands = self.operands(index, loc)?;
                self.values.insert(index, operands);
                Ok(())
            }
            "VarHandleOp" => self.emit_handle(index, node, loc),
            _ if is_reference_variable(node) => self.emit_reference(index, node, loc),
            op if assignment(op).is_some() => self.emit_assignment(index, node, loc),
            _ => self.emit_op(index, node, loc),
        }
    }

    fn operands(&mut self, index: usize, loc: LocId) -> Result<Vec<Value>> {
        let sources = self.plan.schedule.edges.get(&index).map_or(&[][..], |edges| &edges.data);
        sources.iter().map(|&source| self.value(source, loc)).collect()
    }

    /// The result types of a node: elements by its op, shapes as TensorFlow noted them.
    fn result_types(&self, index: usize, node: &NodeDef) -> Result<Vec<TypeId>> {
        let shapes = attr::list(node.attr.get("_output_shapes")).map_or(&[][..], |list| &list.shape);
        let elems = self.body.outputs(index, self.table)?.iter().flat_map(|group| &group.elems);
        Ok(elems.enumerate().map(|(i, &elem)| attr::tensor_type(self.ctx, shapes.get(i), elem)).collect())
    }

    fn asset(&self, node: &NodeDef) -> Option<(String, String)> {
        let is_main = self.body.function.is_none();
        self.names.assets.get(&node.name).filter(|_| is_main).cloned()
    }

    /// The path of an asset file: a constant that says which file's contents it stands for.
    fn emit_asset(&mut self, index: usize, symbol: &str, path: &str, loc: LocId) -> Result<()> {
        let string =
            self.ctx.ty(Type::Dialect { name: self.ctx.str("tf_type.string"), params: Box::default() });
        let ty = self.ctx.fixed_tensor(&[], string);
        let data = ConstData::Strings([Box::from(path.as_bytes())].into());
        let value = self.ctx.elements_attr(self.ctx.constant(ty, data));
        let mut state = OpState::new(self.ctx.op_name("tf.Const"), loc).results([ty]);
        state.props = self.ctx.dict([self.entry("value", value)]);
        state.attrs = self.ctx.dict([self.entry("tfl_opt.asset", self.ctx.symbol_attr(symbol))]);
        let value = self.append(state)?;
        self.values.insert(index, vec![value]);
        Ok(())
    }

    fn emit_const(&mut self, index: usize, node: &NodeDef, loc: LocId) -> Result<()> {
        let fault = |what: &str| self.body.fault("bad-constant", index, what);
        let proto = attr::tensor_of(node.attr.get("value")).ok_or_else(|| fault("has no value"))?;
        let (ty, data) = tensor::decode(self.ctx, proto).map_err(|what| fault(&what))?;
        let value = self.ctx.elements_attr(self.ctx.constant(ty, data));
        let value = self.op("tf.Const", Vec::new(), self.ctx.dict([self.entry("value", value)]), ty, loc)?;
        self.values.insert(index, vec![value]);
        Ok(())
    }

    /// `tf.VarHandleOp`, with the global tensor that is the variable's value.
    fn handle(&mut self, node: &NodeDef, loc: LocId) -> Result<(Value, TypeId)> {
        let elem = attr::dtype(node.attr.get("dtype")).and_then(|dtype| dtype.element(self.ctx));
        let elem = elem.ok_or_else(|| {
            let message = format!("variable `{}`{} has no known type", node.name, self.body.place());
            Box::new(Diagnostic::error("node-outputs", message))
        })?;
        let declared = attr::tensor_type(self.ctx, attr::shape(node.attr.get("shape")), elem);
        let global = self.names.globals.get(&variables::shared_name(node));
        // The value's own type is the more exact one.
        let ty = global.map_or(declared, |(_, ty)| *ty);
        let result = self.ctx.fixed_tensor(&[], attr::resource_of(self.ctx, ty));
        let name = self.ctx.op_name("tf.VarHandleOp");
        let mut state = OpState::new(name, loc).props(self.handle_props(node, ty)).results([result]);
        if let Some((symbol, _)) = global {
            state.attrs = self.ctx.dict([self.entry("tfl_opt.global", self.ctx.symbol_attr(symbol))]);
        }
        Ok((self.append(state)?, ty))
    }

    /// `container` and `shared_name`, the node's own name where none is given, as TensorFlow takes it.
    /// `dtype` and `shape` repeat the result type, so they are written only if the op's row wants them.
    fn handle_props(&self, node: &NodeDef, ty: TypeId) -> DictId {
        let given = |name: &str| attr::bytes(node.attr.get(name)).unwrap_or_default();
        let shared = match given("shared_name") {
            b"" => node.name.as_bytes(),
            name => name,
        };
        let text = |bytes: &[u8]| self.ctx.attr(Attr::String(self.ctx.bytes(bytes)));
        let spec = self.ctx.op_spec(self.ctx.op_name("tf.VarHandleOp"));
        let is_wanted = |name: &str| {
            spec.and_then(|spec| spec.attr(name)).is_some_and(|(_, row)| row.presence == Presence::Required)
        };
        let always = [("container", text(given("container"))), ("shared_name", text(shared))];
        let repeated = [
            ("dtype", self.ctx.type_attr(self.ctx.elem_type(ty))),
            ("shape", shape_attr(self.ctx, self.ctx.shape(ty))),
        ];
        let repeated = repeated.into_iter().filter(|(name, _)| is_wanted(name));
        self.ctx.dict(always.into_iter().chain(repeated).map(|(name, attr)| self.entry(name, attr)))
    }

    fn emit_handle(&mut self, index: usize, node: &NodeDef, loc: LocId) -> Result<()> {
        let (value, _) = self.handle(node, loc)?;
        self.values.insert(index, vec![value]);
        Ok(())
    }

    /// A reference variable becomes a resource variable that each user reads.
    fn emit_reference(&mut self, index: usize, node: &NodeDef, loc: LocId) -> Result<()> {
        let (handle, ty) = self.handle(node, loc)?;
        self.references.insert(index, (handle, ty, self.assigned.contains(&index)));
        Ok(())
    }

    /// An assignment to a reference variable; its result is the variable afterwards.
    fn emit_assignment(&mut self, index: usize, node: &NodeDef, loc: LocId) -> Result<()> {
        let sources = self.plan.schedule.edges.get(&index).map_or(&[][..], |edges| &edges.data);
        let (Some(&Source::Node(target, 0)), Some(&value)) = (sources.first(), sources.get(1)) else {
            return Err(self.reference_fault(index));
        };
        let Some(&reference) = self.references.get(&target) else { return Err(self.reference_fault(index)) };
        let value = self.value(value, loc)?;
        let name = self.ctx.op_name(assignment(&node.op).unwrap_or("tf.AssignVariableOp"));
        self.graph.append_op(self.block, OpState::new(name, loc).operands([reference.0, value]));
        self.references.insert(index, reference);
        Ok(())
    }

    fn reference_fault(&self, index: usize) -> Box<Diagnostic> {
        let fault =
            self.body.fault("reference-variable", index, "changes a reference variable of TensorFlow 1");
        Box::new(fault.help("save the model again after `tf.compat.v1.enable_resource_variables()`"))
    }

    fn emit_op(&mut self, index: usize, node: &NodeDef, loc: LocId) -> Result<()> {
        let callee = self.table.callee(&node.op);
        if let Some(Callee::Def(def)) = callee {
            let data = self.plan.schedule.edges.get(&index).map_or(&[][..], |edges| &edges.data);
            let takes_reference = |i: usize| def.inputs.get(i).is_some_and(|arg| arg.is_ref);
            let is_reference =
                |source: &Source| matches!(source, Source::Node(n, _) if self.references.contains_key(n));
            if data.iter().enumerate().any(|(i, source)| takes_reference(i) && is_reference(source)) {
                return Err(self.reference_fault(index));
            }
        }
        let operands = self.operands(index, loc)?;
        let results = self.result_types(index, node)?;
        let (name, props, attrs) = match callee {
            Some(Callee::Function(function)) => {
                let is_stateful = function.signature.as_ref().is_some_and(|s| s.is_stateful);
                let name = if is_stateful { "tf.StatefulPartitionedCall" } else { "tf.PartitionedCall" };
                let symbol = self
                    .names
                    .resolve(&node.op)
                    .map_err(|what| self.body.fault("missing-function", index, &what))?;
                let props = self.ctx.dict([self.entry("f", self.ctx.symbol_attr(symbol))]);
                (name.to_owned(), props, DictId::EMPTY)
            }
            _ => {
                let name = format!("tf.{}", node.op);
                let (props, attrs) = self.attributes(index, node, &name)?;
                (name, props, attrs)
            }
        };
        let mut state =
            OpState::new(self.ctx.op_name(&name), loc).operands(operands).props(props).results(results);
        state.attrs = attrs;
        let op = self.graph.append_op(self.block, state);
        self.values.insert(index, self.graph.results(op).to_vec());
        Ok(())
    }

    /// The inherent and the discardable attributes of a node. What follows from the types is left out, and what
    /// TensorFlow notes for itself.
    fn attributes(&self, index: usize, node: &NodeDef, name: &str) -> Result<(DictId, DictId)> {
        let spec = self.ctx.op_spec(self.ctx.op_name(name));
        let (mut props, mut attrs) = (Vec::new(), Vec::new());
        let defaults = self.table.needs_writing(node);
        let given = node.attr.iter().map(|(name, value)| (name.as_str(), value));
        for (name, value) in given.chain(defaults) {
            let row = spec.and_then(|spec| spec.attr(name)).map(|(_, row)| row);
            if attr::is_noise(name) || row.is_some_and(|row| row.presence == Presence::Derived) {
                continue;
            }
            let symbols = FunctionSymbols(self.ctx, self.names);
            let converted = attr::convert(self.ctx, value, &symbols);
            let converted = converted.map_err(|what| {
                self.body.fault("bad-attribute", index, &format!("has an attribute `{name}` that {what}"))
            })?;
            let Some(converted) = converted else { continue };
            match row {
                Some(row) => props.push(self.entry(name, self.with_width(converted, &row.kind))),
                None => attrs.push(self.entry(name, converted)),
            }
        }
        Ok((self.ctx.dict(props), self.ctx.dict(attrs)))
    }

    /// TensorFlow's integers have 64 bits; a row may want fewer.
    fn with_width(&self, id: AttrId, kind: &AttrKind) -> AttrId {
        let (AttrKind::Int(width) | AttrKind::Ints(width)) = kind else { return id };
        let signedness = core_ir::Signedness::Signless;
        let ty = self.ctx.ty(Type::Integer { width: u32::from(*width), signedness });
        match self.ctx.attr_of(id) {
            Attr::Integer { value, .. } => self.ctx.int_attr(*value, ty),
            Attr::Array(items) => {
                let items: Vec<AttrId> =
                    items.iter().map(|&item| self.with_width(item, &AttrKind::Int(*width))).collect();
                self.ctx.array_attr(&items)
            }
            _ => id,
        }
    }
}
