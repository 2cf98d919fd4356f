//! Which checkpoint key each variable is restored from.
//!
//! A saved graph of either version holds the subgraph that TensorFlow runs to restore it: `RestoreV2` nodes whose
//! `tensor_names` are the keys, each result assigned to a variable. That subgraph is the authority. In version 2 it is
//! inside a function whose arguments are the variables. Only without it does the object graph in the checkpoint tell the
//! keys, and last a key that is the variable's own name.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use core_ir::diag::Result;
use prost::Message;
use prost::bytes::Bytes;

use super::attr;
use super::checkpoint::Checkpoint;
use super::proto::{
    FunctionDef, GraphDef, MetaGraphDef, NodeDef, SavedObjectGraph, SavedObjectKind, TrackableObjectGraph,
};

/// The checkpoint entry that holds the object graph (`trackable_view.py`).
const OBJECT_GRAPH_KEY: &str = "_CHECKPOINTABLE_OBJECT_GRAPH";
/// Restoring is a call of one function; a few levels more do no harm.
const MAX_CALL_DEPTH: usize = 4;
/// No more calls than this are followed, lest a forged library of functions that call each other takes for ever.
const MAX_CALLS: usize = 1000;

/// What a variable is restored from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Restored {
    /// The checkpoint key.
    pub(crate) key: String,
    /// `shape_and_slice` of a partition of the tensor, empty for the whole.
    pub(crate) slice: String,
}

/// Ops that make a variable. Their shared name, or else their node name, says which.
const VARIABLE_OPS: &[&str] = &["VarHandleOp", "VariableV2", "Variable"];

/// Whether `node` makes a variable.
pub(crate) fn is_variable(node: &NodeDef) -> bool {
    VARIABLE_OPS.contains(&node.op.as_str())
}

/// The name a variable is shared under: nodes of one name are one variable. Containers are part of it.
pub(crate) fn shared_name(node: &NodeDef) -> String {
    let text = |name: &str| {
        attr::bytes(node.attr.get(name)).map(String::from_utf8_lossy).filter(|text| !text.is_empty())
    };
    let name = text("shared_name").unwrap_or_else(|| node.name.as_str().into());
    match text("container") {
        Some(container) => format!("{container}/{name}"),
        None => name.into_owned(),
    }
}

/// The variables of a graph with what they are restored from.
pub(crate) fn restored(
    meta: &MetaGraphDef,
    checkpoint: Option<&Checkpoint>,
) -> Result<BTreeMap<String, Restored>> {
    let mut found = BTreeMap::new();
    let Some(checkpoint) = checkpoint else { return Ok(found) };
    let empty = GraphDef::default();
    let graph = meta.graph_def.as_ref().unwrap_or(&empty);
    let mut add = |name: &str, restored: Restored| {
        found.entry(name.to_owned()).or_insert(restored);
    };
    if let Some(saver) = &meta.saver_def {
        let start = saver.restore_op_name.split(':').next().unwrap_or_default();
        RestoreGraph::new(graph).collect(start, &mut add);
    }
    // Names are no match for a restore subgraph: in the object graph they are those of the program that saved the
    // model, which the graph may have changed to make them differ.
    if !found.is_empty() {
        return Ok(found);
    }
    let whole = |key: &str| Restored { key: key.into(), slice: String::new() };
    for (name, key) in object_graph_keys(meta.object_graph_def.as_ref(), checkpoint)? {
        found.entry(name).or_insert_with(|| whole(&key));
    }
    for node in graph.node.iter().filter(|node| is_variable(node)) {
        let name = shared_name(node);
        if checkpoint.contains(&name) {
            found.entry(name.clone()).or_insert_with(|| whole(&name));
        }
    }
    Ok(found)
}

/// The node and output index of an input: `node`, `node:1`, `node:tensors:1`; none for a control input.
fn parse_input(input: &str) -> Option<(&str, usize)> {
    if input.starts_with('^') {
        return None;
    }
    let mut parts = input.split(':');
    let node = parts.next()?;
    let index = parts.next_back().and_then(|index| index.parse().ok()).unwrap_or(0);
    Some((node, index))
}

/// Nodes by name of a graph or a function body.
struct Scope<'a> {
    nodes: BTreeMap<&'a str, &'a NodeDef>,
}

impl<'a> Scope<'a> {
    fn new(nodes: &'a [NodeDef]) -> Self {
        Self { nodes: nodes.iter().map(|node| (node.name.as_str(), node)).collect() }
    }

    /// The node behind an input, with the output index, looking through `Identity`. A name without a node is an
    /// argument and comes back as such.
    fn trace(&self, input: &'a str) -> Option<(&'a str, usize, Option<&'a NodeDef>)> {
        let (mut name, mut index) = parse_input(input)?;
        for _ in 0..self.nodes.len().saturating_add(1) {
            match self.nodes.get(name) {
                Some(node) if node.op == "Identity" => (name, index) = parse_input(node.input.first()?)?,
                node => return Some((name, index, node.copied())),
            }
        }
        None
    }

    /// The strings of the constant behind an input.
    fn strings(&self, input: &'a str) -> Option<&'a [Bytes]> {
        let (_, _, node) = self.trace(input)?;
        Some(&attr::tensor_of(node?.attr.get("value"))?.string_val)
    }
}

struct RestoreGraph<'a> {
    main: Scope<'a>,
    functions: BTreeMap<&'a str, &'a FunctionDef>,
    calls: Cell<usize>,
}

impl<'a> RestoreGraph<'a> {
    fn new(graph: &'a GraphDef) -> Self {
        let functions = graph.library.as_ref().map_or(&[][..], |library| &library.function);
        let named = |f: &'a FunctionDef| Some((f.signature.as_ref()?.name.as_str(), f));
        Self {
            main: Scope::new(&graph.node),
            functions: functions.iter().filter_map(named).collect(),
            calls: Cell::new(0),
        }
    }

    /// Reports the variables that running node `start` restores.
    fn collect(&self, start: &str, add: &mut dyn FnMut(&str, Restored)) {
        let mut seen = BTreeSet::new();
        let mut stack = vec![start];
        let mut reached = Vec::new();
        while let Some(name) = stack.pop() {
            let Some((name, node)) = self.main.nodes.get_key_value(name) else { continue };
            if !seen.insert(*name) {
                continue;
            }
            reached.push(*node);
            let inputs = node.input.iter().map(|input| input.trim_start_matches('^'));
            stack.extend(inputs.map(|input| input.split(':').next().unwrap_or(input)));
        }
        self.collect_scope(&self.main, &reached, &|_| None, 0, add);
    }

    /// Reports the assignments among `nodes` of `scope`. `bound` gives the variable that an argument is.
    fn collect_scope(
        &self,
        scope: &Scope<'a>,
        nodes: &[&'a NodeDef],
        bound: &dyn Fn(&str) -> Option<String>,
        depth: usize,
        add: &mut dyn FnMut(&str, Restored),
    ) {
        let variable = |input: &'a str| match scope.trace(input)? {
            (_, _, Some(node)) => is_variable(node).then(|| shared_name(node)),
            (argument, _, None) => bound(argument),
        };
        for node in nodes {
            match (node.op.as_str(), node.input.as_slice()) {
                ("AssignVariableOp" | "Assign", [target, value, ..]) => {
                    if let (Some(name), Some(restored)) = (variable(target), restored_value(scope, value)) {
                        add(&name, restored);
                    }
                }
                ("StatefulPartitionedCall" | "PartitionedCall", inputs)
                    if depth < MAX_CALL_DEPTH && self.calls.get() < MAX_CALLS =>
                {
                    self.calls.set(self.calls.get() + 1);
                    let callee = super::function_name(node.attr.get("f"));
                    let Some(function) = callee.and_then(|name| self.functions.get(name)) else { continue };
                    let arguments = function.signature.as_ref().map_or(&[][..], |s| &s.input_arg);
                    let pairs = arguments
                        .iter()
                        .zip(inputs)
                        .filter_map(|(argument, input)| Some((argument.name.as_str(), variable(input)?)));
                    let pairs: BTreeMap<&str, String> = pairs.collect();
                    let inner = Scope::new(&function.node_def);
                    let nodes: Vec<&NodeDef> = function.node_def.iter().collect();
                    self.collect_scope(&inner, &nodes, &|name| pairs.get(name).cloned(), depth + 1, add);
                }
                _ => {}
            }
        }
    }
}

/// The key and slice of an assigned value that a `RestoreV2` yields.
fn restored_value<'a>(scope: &Scope<'a>, input: &'a str) -> Option<Restored> {
    let (_, index, node) = scope.trace(input)?;
    let node = node.filter(|node| node.op == "RestoreV2")?;
    let text = |bytes: &Bytes| String::from_utf8_lossy(bytes).into_owned();
    let key = text(scope.strings(node.input.get(1)?)?.get(index)?);
    let slices = node.input.get(2).and_then(|input| scope.strings(input)).unwrap_or_default();
    // A list of equal strings may be written as one.
    let slice = slices.get(index).or(slices.last()).map(text).unwrap_or_default();
    Some(Restored { key, slice })
}

/// Variable names and keys that the object graphs tell: that of the SavedModel names variables, that of the checkpoint
/// names keys, and their nodes correspond by the paths that lead to them.
fn object_graph_keys(
    saved: Option<&SavedObjectGraph>,
    checkpoint: &Checkpoint,
) -> Result<Vec<(String, String)>> {
    if !checkpoint.contains(OBJECT_GRAPH_KEY) {
        return Ok(Vec::new());
    }
    let tensor = checkpoint.tensor(OBJECT_GRAPH_KEY)?;
    let core_ir::ConstData::Strings(strings) = &tensor.data else { return Ok(Vec::new()) };
    let Some(trackable) = strings.first().and_then(|bytes| TrackableObjectGraph::decode(&**bytes).ok())
    else {
        return Ok(Vec::new());
    };
    let mut keys = Vec::new();
    let at = |id: i32| usize::try_from(id).ok();
    let mut seen = BTreeSet::new();
    let mut stack = vec![(0, 0)];
    while let (Some((saved_id, id)), Some(saved)) = (stack.pop(), saved) {
        if !seen.insert(saved_id) {
            continue;
        }
        let (Some(object), Some(node)) =
            (at(saved_id).and_then(|at| saved.nodes.get(at)), at(id).and_then(|at| trackable.nodes.get(at)))
        else {
            continue;
        };
        if let (Some(SavedObjectKind::Variable(variable)), Some(value)) =
            (&object.kind, node.attributes.first())
        {
            keys.push((variable.name.clone(), value.checkpoint_key.clone()));
        }
        let children: BTreeMap<&str, i32> =
            node.children.iter().map(|child| (child.local_name.as_str(), child.node_id)).collect();
        for child in &object.children {
            if let Some(&id) = children.get(child.local_name.as_str()) {
                stack.push((child.node_id, id));
            }
        }
    }
    for value in trackable.nodes.iter().flat_map(|node| &node.attributes) {
        if !value.full_name.is_empty() {
            keys.push((value.full_name.clone(), value.checkpoint_key.clone()));
        }
    }
    Ok(keys)
}
