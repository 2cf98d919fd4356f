//! The nodes of a graph or of a function body: who feeds whom, what is needed, and in which order.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use core_ir::diag::{Diagnostic, Result};
use rustc_hash::FxHashMap;

use super::opdef::{OpTable, OutputGroup};
use super::proto::{FunctionDef, NodeDef};

/// Ops of TensorFlow 1's control flow, whose graphs have cycles and dead values.
const CONTROL_FLOW_V1: &[&str] = &[
    "Switch",
    "RefSwitch",
    "Merge",
    "RefMerge",
    "Enter",
    "RefEnter",
    "Exit",
    "RefExit",
    "NextIteration",
    "RefNextIteration",
    "LoopCond",
    "_SwitchN",
    "_XlaMerge",
];

/// Stateful ops whose only visible effect is their result: nobody misses them when nobody uses it.
const READS_STATE_ONLY: &[&str] = &[
    "VarHandleOp",
    "ReadVariableOp",
    "VarIsInitializedOp",
    "VariableShape",
    "ResourceGather",
    "ResourceGatherNd",
    "VariableV2",
    "Variable",
    "Placeholder",
    "HashTableV2",
    "MutableHashTableV2",
    "LookupTableFindV2",
    "LookupTableSizeV2",
    "RandomUniform",
    "RandomStandardNormal",
    "RandomUniformInt",
    "TruncatedNormal",
    "Multinomial",
    "RandomShuffle",
    "DisableCopyOnRead",
];

/// Where an operand comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// An argument of the function.
    Arg(usize),
    /// An output of a node, counted over all its outputs.
    Node(usize, usize),
}

/// What a node waits for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edges {
    pub(crate) data: Vec<Source>,
    pub(crate) control: Vec<usize>,
}

impl Edges {
    /// The nodes waited for.
    fn nodes(&self) -> impl Iterator<Item = usize> + '_ {
        let data = self.data.iter().filter_map(|source| match *source {
            Source::Node(node, _) => Some(node),
            Source::Arg(_) => None,
        });
        data.chain(self.control.iter().copied())
    }
}

/// The nodes of a graph or of a function body.
pub(crate) struct Body<'a> {
    /// The function's name; none for the main graph.
    pub(crate) function: Option<&'a str>,
    pub(crate) nodes: &'a [NodeDef],
    by_name: FxHashMap<&'a str, usize>,
    args: FxHashMap<&'a str, usize>,
    outputs: Vec<OnceCell<std::result::Result<Vec<OutputGroup>, String>>>,
}

impl<'a> Body<'a> {
    /// The main graph of a model.
    pub(crate) fn of_graph(nodes: &'a [NodeDef]) -> Result<Self> {
        Self::new(None, nodes, FxHashMap::default())
    }

    /// The body of a library function.
    pub(crate) fn of_function(function: &'a FunctionDef) -> Result<Self> {
        let signature = function.signature.as_ref();
        let args = signature.map_or(&[][..], |signature| &signature.input_arg);
        let args = args.iter().enumerate().map(|(i, arg)| (arg.name.as_str(), i)).collect();
        Self::new(Some(signature.map_or("", |signature| &signature.name)), &function.node_def, args)
    }

    fn new(function: Option<&'a str>, nodes: &'a [NodeDef], args: FxHashMap<&'a str, usize>) -> Result<Self> {
        let mut body = Self {
            function,
            nodes,
            by_name: FxHashMap::default(),
            args,
            outputs: vec![OnceCell::new(); nodes.len()],
        };
        for (i, node) in nodes.iter().enumerate() {
            if body.by_name.insert(&node.name, i).is_some() {
                let message = format!("two nodes are called `{}`{}", node.name, body.place());
                return Diagnostic::error("duplicate-node", message).err();
            }
        }
        Ok(body)
    }

    /// ` in function "f"`, or nothing for the main graph.
    pub(crate) fn place(&self) -> String {
        self.function.map_or(String::new(), |name| format!(" of function `{name}`"))
    }

    /// The node with this index.
    pub(crate) fn node(&self, index: usize) -> Option<&'a NodeDef> {
        self.nodes.get(index)
    }

    /// The index of the node called `name`.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// An error about a node.
    pub(crate) fn fault(&self, code: &'static str, index: usize, what: &str) -> Box<Diagnostic> {
        let (name, op) = self.node(index).map_or(("", ""), |node| (&node.name, &node.op));
        Box::new(Diagnostic::error(code, format!("node `{name}` ({op}){} {what}", self.place())))
    }

    /// The outputs of a node by name.
    pub(crate) fn outputs(&self, index: usize, table: &OpTable<'_>) -> Result<&[OutputGroup]> {
        let (Some(cell), Some(node)) = (self.outputs.get(index), self.node(index)) else { return Ok(&[]) };
        match cell.get_or_init(|| table.outputs(node)) {
            Ok(groups) => Ok(groups),
            Err(what) if table.callee(&node.op).is_none() => Err(Box::new(
                self.fault("unknown-op", index, what).help(
                    "a SavedModel carries the definitions of its custom ops, a GraphDef does not: convert the SavedModel, or give the definition with a plugin",
                ),
            )),
            Err(what) => Err(self.fault("node-outputs", index, what)),
        }
    }

    /// The source that an input or result names. The main graph counts a node's outputs, a function body names them.
    pub(crate) fn source(&self, text: &str, table: &OpTable<'_>) -> Result<Vec<Source>> {
        let unknown = || {
            let message = format!("there is no tensor `{text}`{}", self.place());
            Box::new(Diagnostic::error("missing-node", message))
        };
        if self.function.is_none() {
            let (name, output) = match text.rsplit_once(':') {
                Some((name, output)) => (name, output.parse().map_err(|_| unknown())?),
                None => (text, 0),
            };
            return Ok(vec![Source::Node(self.find(name).ok_or_else(unknown)?, output)]);
        }
        let mut parts = text.split(':');
        let name = parts.next().unwrap_or_default();
        let (output, index) = (parts.next(), parts.next());
        if let (None, Some(&arg)) = (output, self.args.get(name)) {
            return Ok(vec![Source::Arg(arg)]);
        }
        let node = self.find(name).ok_or_else(unknown)?;
        if parts.next().is_some() {
            return Err(unknown());
        }
        let mut first = 0usize;
        for group in self.outputs(node, table)? {
            let count = group.elems.len();
            if output.is_none_or(|output| output == group.name) {
                let range = match index {
                    Some(index) => {
                        let at = index.parse().ok().filter(|&at: &usize| at < count).ok_or_else(unknown)?;
                        at..at.saturating_add(1)
                    }
                    // Without an index a list output is meant whole.
                    None => 0..count,
                };
                return Ok(range.map(|i| Source::Node(node, first.saturating_add(i))).collect());
            }
            first = first.saturating_add(count);
        }
        Err(unknown())
    }

    /// What node `index` waits for. `feeds` are tensors that the caller gives.
    fn edges(&self, index: usize, table: &OpTable<'_>, feeds: &Feeds) -> Result<Edges> {
        let mut edges = Edges::default();
        let Some(node) = self.node(index) else { return Ok(edges) };
        for input in &node.input {
            if let Some(name) = input.strip_prefix('^') {
                // A control edge from an argument waits for nothing.
                match self.find(name) {
                    Some(node) => edges.control.push(node),
                    None if self.args.contains_key(name) => {}
                    None => {
                        return Err(self.fault(
                            "missing-node",
                            index,
                            &format!("waits for `{name}`, which does not exist"),
                        ));
                    }
                }
                continue;
            }
            let sources = self.source(input, table).map_err(|inner| {
                Box::new(inner.note(format!("node `{}` ({}) reads it", node.name, node.op)))
            })?;
            for source in sources {
                edges.data.push(self.checked(feeds.apply(source), table)?);
            }
        }
        Ok(edges)
    }

    /// The source, if its node has so many outputs.
    pub(crate) fn checked(&self, source: Source, table: &OpTable<'_>) -> Result<Source> {
        if let Source::Node(node, output) = source {
            let count: usize = self.outputs(node, table)?.iter().map(|group| group.elems.len()).sum();
            if output >= count {
                let what = format!("has {count} outputs, but number {output} is used");
                return Err(self.fault("missing-output", node, &what));
            }
        }
        Ok(source)
    }

    /// Everything that `roots` need, ordered so that each node comes after what it waits for, and as in the file where
    /// that leaves a choice.
    pub(crate) fn schedule(&self, roots: &[usize], table: &OpTable<'_>, feeds: &Feeds) -> Result<Schedule> {
        let mut edges: BTreeMap<usize, Edges> = BTreeMap::new();
        let mut stack = roots.to_vec();
        while let Some(index) = stack.pop() {
            if edges.contains_key(&index) {
                continue;
            }
            if self.node(index).is_some_and(|node| CONTROL_FLOW_V1.contains(&node.op.as_str())) {
                return Err(self.control_flow_v1(index));
            }
            let own = self.edges(index, table, feeds)?;
            stack.extend(own.nodes());
            edges.insert(index, own);
        }
        let mut waiting: BTreeMap<usize, usize> = BTreeMap::new();
        let mut users: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (&index, own) in &edges {
            let needs: BTreeSet<usize> = own.nodes().collect();
            waiting.insert(index, needs.len());
            for need in needs {
                users.entry(need).or_default().push(index);
            }
        }
        let free = waiting.iter().filter(|&(_, &count)| count == 0).map(|(&index, _)| Reverse(index));
        let mut ready: BinaryHeap<Reverse<usize>> = free.collect();
        let mut order = Vec::with_capacity(edges.len());
        while let Some(Reverse(index)) = ready.pop() {
            order.push(index);
            for &user in users.get(&index).map_or(&[][..], Vec::as_slice) {
                if let Some(count) = waiting.get_mut(&user) {
                    *count = count.saturating_sub(1);
                    if *count == 0 {
                        ready.push(Reverse(user));
                    }
                }
            }
        }
        if order.len() < edges.len() {
            let done: BTreeSet<usize> = order.into_iter().collect();
            let stuck = edges.keys().find(|index| !done.contains(index)).copied().unwrap_or(0);
            return Err(self.fault("cyclic-graph", stuck, "is part of a cycle, or waits for one"));
        }
        Ok(Schedule { order, edges })
    }

    fn control_flow_v1(&self, index: usize) -> Box<Diagnostic> {
        let count = self.nodes.iter().filter(|node| CONTROL_FLOW_V1.contains(&node.op.as_str())).count();
        let what = format!("is control flow of TensorFlow 1; {count} nodes{} are", self.place());
        Box::new(self.fault("control-flow-v1", index, &what).help(
            "save the model again after `tf.compat.v1.enable_control_flow_v2()`, or freeze it with TensorFlow 2",
        ))
    }

    /// The nodes that have an effect besides their results.
    pub(crate) fn effects(&self, table: &OpTable<'_>) -> Vec<usize> {
        let has_effect =
            |node: &NodeDef| !READS_STATE_ONLY.contains(&node.op.as_str()) && table.is_stateful(&node.op);
        self.nodes.iter().enumerate().filter(|(_, node)| has_effect(node)).map(|(i, _)| i).collect()
    }
}

/// The nodes to import, in order, and what they wait for.
#[derive(Debug, Default)]
pub(crate) struct Schedule {
    pub(crate) order: Vec<usize>,
    pub(crate) edges: BTreeMap<usize, Edges>,
}

/// Tensors that are given from outside and become arguments.
#[derive(Debug, Default)]
pub(crate) struct Feeds(pub(crate) BTreeMap<(usize, usize), usize>);

impl Feeds {
    /// The argument, where `source` is fed.
    pub(crate) fn apply(&self, source: Source) -> Source {
        match source {
            Source::Node(node, output) => self.0.get(&(node, output)).map_or(source, |&arg| Source::Arg(arg)),
            Source::Arg(_) => source,
        }
    }
}
