//! A TensorFlow model of any version and form, as the importer wants it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::checkpoint::Checkpoint;
use super::dtype::DataType;
use super::proto::{GraphDef, OpDef, TensorShapeProto};
use super::variables::Restored;

/// An input or output of a signature.
#[derive(Clone, Debug)]
pub(crate) struct Port {
    /// The name callers use.
    pub(crate) name: String,
    /// The tensor of the graph, `node:0`.
    pub(crate) tensor: String,
    /// How the tensor is called in the converted model.
    pub(crate) label: String,
    /// The element type, where the model says it.
    pub(crate) dtype: Option<DataType>,
    /// The shape, where the model or the user says it.
    pub(crate) shape: Option<TensorShapeProto>,
}

/// A function of the model that users call.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    /// The name users call it by.
    pub(crate) key: String,
    /// Whether `key` is the model's own, not made up for a bare graph.
    pub(crate) is_exported: bool,
    pub(crate) inputs: Vec<Port>,
    pub(crate) outputs: Vec<Port>,
}

/// A model.
#[derive(Debug)]
pub(crate) struct Model {
    /// The file that diagnostics about the graph point at.
    pub(crate) path: PathBuf,
    pub(crate) graph: GraphDef,
    /// The definitions of the ops, custom ones included; a bare graph has none.
    pub(crate) op_defs: Vec<OpDef>,
    pub(crate) signatures: Vec<Signature>,
    /// The node to run once before any signature.
    pub(crate) init_node: Option<String>,
    /// The files that stand for string tensors of the graph, by node name; relative to `assets`.
    pub(crate) assets: BTreeMap<String, String>,
    pub(crate) assets_dir: Option<PathBuf>,
    pub(crate) checkpoint: Option<Checkpoint>,
    /// What each variable is restored from, by shared name.
    pub(crate) restored: BTreeMap<String, Restored>,
}
