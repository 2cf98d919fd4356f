//! Bare graphs: `.pb` and `.pbtxt` files of a `GraphDef`, frozen ones most often.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use core_ir::diag::{Diagnostic, Diagnostics, Result};

use super::ImportOptions;
use super::attr;
use super::body::Body;
use super::io::{self, MappedFile};
use super::model::{Model, Port, Signature};
use super::opdef::OpTable;
use super::proto::{GraphDef, NodeDef, ShapeDim, TensorShapeProto};

/// The function that a bare graph becomes.
const FUNCTION: &str = "main";

/// Reads the graph in `path`.
pub(crate) fn load(path: &Path, is_text: bool, diags: &mut Diagnostics) -> Result<Model> {
    let file = MappedFile::open(path)?;
    let graph: GraphDef = io::decode_message(path, &file, is_text.then_some("GraphDef"), diags)?;
    if graph.node.is_empty() {
        return Diagnostic::error("empty-graph", "the graph has no nodes").in_file(path).err();
    }
    Ok(Model {
        path: path.into(),
        graph,
        op_defs: Vec::new(),
        signatures: Vec::new(),
        init_node: None,
        assets: BTreeMap::new(),
        assets_dir: None,
        checkpoint: None,
        restored: BTreeMap::new(),
    })
}

/// The signature of a bare graph: what the user names, else all placeholders and all results that nobody uses.
pub(crate) fn signature(body: &Body<'_>, table: &OpTable<'_>, opts: &ImportOptions) -> Result<Signature> {
    let inputs = if opts.inputs.is_empty() {
        let placeholders = body.nodes.iter().filter(|node| node.op == "Placeholder");
        placeholders.map(|node| placeholder_port(&node.name, Some(node), None)).collect()
    } else {
        let port = |(name, shape): &(String, Option<Vec<i64>>)| {
            let node = name.split(':').next().and_then(|name| body.node(body.find(name)?));
            placeholder_port(name, node, shape.as_deref())
        };
        opts.inputs.iter().map(port).collect()
    };
    let outputs: Vec<String> =
        if opts.outputs.is_empty() { unused_results(body, table)? } else { opts.outputs.clone() };
    if outputs.is_empty() {
        return Diagnostic::error(
            "no-outputs",
            "every result of the graph is used by another node, so none is an output",
        )
        .help("name the outputs with --output-arrays")
        .err();
    }
    let output =
        |name: String| Port { label: name.clone(), tensor: name.clone(), name, dtype: None, shape: None };
    Ok(Signature {
        key: FUNCTION.into(),
        is_exported: false,
        inputs,
        outputs: outputs.into_iter().map(output).collect(),
    })
}

fn placeholder_port(name: &str, node: Option<&NodeDef>, shape: Option<&[i64]>) -> Port {
    let attrs = node.filter(|node| node.op.starts_with("Placeholder")).map(|node| &node.attr);
    let declared = attrs.and_then(|attrs| attr::shape(attrs.get("shape"))).cloned();
    // Graphs of old producers say "unknown" by a shape without dimensions.
    let inferred =
        || node.and_then(|node| attr::list(node.attr.get("_output_shapes"))?.shape.first()).cloned();
    let declared = declared.filter(|shape| !shape.unknown_rank).or_else(inferred);
    Port {
        name: name.into(),
        tensor: name.into(),
        label: name.into(),
        dtype: attrs.and_then(|attrs| attr::dtype(attrs.get("dtype"))),
        shape: shape.map(shape_proto).or(declared),
    }
}

/// A shape from numbers, negative ones for open dimensions.
pub(crate) fn shape_proto(dims: &[i64]) -> TensorShapeProto {
    let dim = |&size: &i64| ShapeDim { size, name: String::new() };
    TensorShapeProto { dim: dims.iter().map(dim).collect(), unknown_rank: false }
}

/// The results of nodes that no other node waits for. Unused placeholders, constants and variables are no outputs.
fn unused_results(body: &Body<'_>, table: &OpTable<'_>) -> Result<Vec<String>> {
    let used: BTreeSet<&str> = body
        .nodes
        .iter()
        .flat_map(|node| &node.input)
        .map(|input| input.trim_start_matches('^').split(':').next().unwrap_or_default())
        .collect();
    let mut names = Vec::new();
    for (index, node) in body.nodes.iter().enumerate() {
        let is_source = matches!(node.op.as_str(), "Const" | "Placeholder" | "NoOp")
            || super::variables::is_variable(node);
        if is_source || used.contains(node.name.as_str()) {
            continue;
        }
        let count: usize = body.outputs(index, table)?.iter().map(|group| group.elems.len()).sum();
        names.extend(
            (0..count).map(|i| if i == 0 { node.name.clone() } else { format!("{}:{i}", node.name) }),
        );
    }
    Ok(names)
}

/// Whether `bytes` can be a binary `GraphDef`: its fields are those of the message, to the end.
pub(crate) fn looks_binary(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    let mut nodes = 0usize;
    while !rest.is_empty() {
        let Some((key, after)) = super::table::read_varint(rest) else { return false };
        // Fields 1 (node), 2 (library), 4 (versions) and 5 (debug_info) have a length; 3 (version) is a number.
        let Some((number, after)) = super::table::read_varint(after) else { return false };
        rest = match key {
            0x0a | 0x12 | 0x22 | 0x2a => {
                nodes = nodes.saturating_add(usize::from(key == 0x0a));
                match usize::try_from(number).ok().and_then(|len| after.get(len..)) {
                    Some(rest) => rest,
                    None => return false,
                }
            }
            0x18 => after,
            _ => return false,
        };
    }
    nodes > 0
}
