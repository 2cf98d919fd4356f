//! SavedModel directories.
//!
//! Layout (`tensorflow/python/saved_model/README.md`): `saved_model.pb` or `.pbtxt`, `variables/variables.*`, `assets/`.
//! Several graphs may be in one file, told apart by tags.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use core_ir::diag::{Diagnostic, Diagnostics, Result};

use super::ImportOptions;
use super::checkpoint::Checkpoint;
use super::dtype::DataType;
use super::io::{self, MappedFile};
use super::model::{Model, Port, Signature};
use super::proto::{
    CollectionDefKind, MetaGraphDef, SavedModel, SavedObjectKind, SignatureDef, TensorInfo,
    TensorInfoEncoding,
};
use super::variables;

/// The file names that make a directory a SavedModel, and whether each is text.
const FILE_NAMES: [(&str, bool); 2] = [("saved_model.pb", false), ("saved_model.pbtxt", true)];
/// The signature whose output is the node to run after loading (`saved_model/constants.h`).
const INIT_SIGNATURE: &str = "__saved_model_init_op";
/// Signatures that are not for users.
const INTERNAL_SIGNATURES: &[&str] = &[INIT_SIGNATURE, "__saved_model_train_op"];
/// Where TensorFlow 1 keeps the node to run after loading.
const INIT_COLLECTIONS: &[&str] = &["saved_model_main_op", "legacy_init_op"];
const DEFAULT_TAG: &str = "serve";

/// The model file of the directory `dir`, and whether it is text.
pub(crate) fn model_file(dir: &Path) -> Option<(PathBuf, bool)> {
    let candidates = FILE_NAMES.iter().map(|&(name, is_text)| (dir.join(name), is_text));
    candidates.into_iter().find(|(path, _)| path.is_file())
}

/// Reads the SavedModel in `dir`.
pub(crate) fn load(dir: &Path, opts: &ImportOptions, diags: &mut Diagnostics) -> Result<Model> {
    let Some((path, is_text)) = model_file(dir) else { return Err(not_a_model(dir)) };
    let file = MappedFile::open(&path)?;
    let saved: SavedModel = io::decode_message(&path, &file, is_text.then_some("SavedModel"), diags)?;
    let meta = choose_graph(&path, saved.meta_graphs, opts)?;
    let variables_prefix = dir.join("variables").join("variables");
    let checkpoint =
        if Checkpoint::exists(&variables_prefix) { Some(Checkpoint::open(&variables_prefix)?) } else { None };
    let signatures = signatures(&path, &meta, opts, diags)?;
    let init_node = init_node(&meta);
    let restored = variables::restored(&meta, checkpoint.as_ref())?;
    let assets = assets(&meta);
    Ok(Model {
        path,
        graph: meta.graph_def.unwrap_or_default(),
        op_defs: meta.meta_info_def.and_then(|info| info.stripped_op_list).unwrap_or_default().op,
        signatures,
        init_node,
        assets,
        assets_dir: Some(dir.join("assets")),
        checkpoint,
        restored,
    })
}

fn not_a_model(dir: &Path) -> Box<Diagnostic> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    let more = names.len().saturating_sub(8);
    names.truncate(8);
    let there = match (names.is_empty(), more) {
        (true, _) => "the directory is empty".into(),
        (_, 0) => format!("the directory has: {}", names.join(", ")),
        _ => format!("the directory has: {}, and {more} more", names.join(", ")),
    };
    let [pb, pbtxt] = FILE_NAMES.map(|(name, _)| name);
    let message = format!("this is no SavedModel: there is neither `{pb}` nor `{pbtxt}`");
    let mut diagnostic = Diagnostic::error("no-model", message).in_file(dir).note(there);
    if names.iter().any(|name| name.ends_with(".keras") || name.ends_with(".h5")) {
        diagnostic = diagnostic.help("export the Keras model first: `model.export(DIRECTORY)`");
    }
    Box::new(diagnostic)
}

fn tags_text(tags: &[String]) -> String {
    if tags.is_empty() { "(no tags)".into() } else { tags.join(",") }
}

fn tags_of(meta: &MetaGraphDef) -> &[String] {
    meta.meta_info_def.as_ref().map_or(&[], |info| &info.tags)
}

/// The graph with the tags that were asked for; without a wish the only one, or the one for serving.
fn choose_graph(path: &Path, graphs: Vec<MetaGraphDef>, opts: &ImportOptions) -> Result<MetaGraphDef> {
    let all: Vec<String> = graphs.iter().map(|meta| tags_text(tags_of(meta))).collect();
    let wanted: BTreeSet<&str> = match &opts.tags {
        Some(tags) => tags.iter().map(String::as_str).collect(),
        None if graphs.len() == 1 => tags_of_only(&graphs),
        None => BTreeSet::from([DEFAULT_TAG]),
    };
    let matches =
        |meta: &MetaGraphDef| tags_of(meta).iter().map(String::as_str).collect::<BTreeSet<_>>() == wanted;
    // Without a wish, further tags of the one graph for serving (`serve,tpu` comes beside `serve`) do no harm.
    let serves =
        |meta: &&MetaGraphDef| opts.tags.is_none() && tags_of(meta).iter().any(|tag| tag == DEFAULT_TAG);
    let only_one = graphs.iter().filter(serves).count() == 1;
    let found = graphs.iter().position(matches);
    let found = found.or_else(|| graphs.iter().position(|meta| only_one && serves(&meta)));
    let wanted: Vec<&str> = wanted.into_iter().collect();
    let message = format!("the SavedModel has no graph with the tags `{}`", wanted.join(","));
    match found.and_then(|at| graphs.into_iter().nth(at)) {
        Some(meta) => Ok(meta),
        None => Diagnostic::error("no-such-tags", message)
            .in_file(path)
            .note(format!(
                "the graphs it has: {}",
                if all.is_empty() { "none".into() } else { all.join("; ") }
            ))
            .help("choose one of them with --tags")
            .err(),
    }
}

fn tags_of_only(graphs: &[MetaGraphDef]) -> BTreeSet<&str> {
    graphs.first().map(|meta| tags_of(meta).iter().map(String::as_str).collect()).unwrap_or_default()
}

fn signatures(
    path: &Path,
    meta: &MetaGraphDef,
    opts: &ImportOptions,
    diags: &mut Diagnostics,
) -> Result<Vec<Signature>> {
    let all: BTreeMap<&str, &SignatureDef> = meta
        .signature_def
        .iter()
        .map(|(key, def)| (key.as_str(), def))
        .filter(|(key, _)| !INTERNAL_SIGNATURES.contains(key))
        .collect();
    let names = || all.keys().copied().collect::<Vec<_>>().join(", ");
    let keys: Vec<&str> = match &opts.signatures {
        Some(wanted) => wanted.iter().map(String::as_str).collect(),
        None => default_signatures(&all, diags),
    };
    if keys.is_empty() {
        return Err(no_signature(path, meta));
    }
    let mut list = Vec::with_capacity(keys.len());
    for key in keys {
        let Some(def) = all.get(key) else {
            let diagnostic =
                Diagnostic::error("no-such-signature", format!("the model has no signature `{key}`"));
            return diagnostic.in_file(path).note(format!("the signatures it has: {}", names())).err();
        };
        let ports = |ports: &BTreeMap<String, TensorInfo>| -> Result<Vec<Port>> {
            ports.iter().map(|(name, info)| port(path, key, name, info)).collect()
        };
        list.push(Signature {
            key: key.into(),
            is_exported: true,
            inputs: ports(&def.inputs)?,
            outputs: ports(&def.outputs)?,
        });
    }
    Ok(list)
}

/// All signatures, except that Keras's `export` writes its one function twice, as `serve` and `serving_default`.
fn default_signatures<'a>(all: &BTreeMap<&'a str, &SignatureDef>, diags: &mut Diagnostics) -> Vec<&'a str> {
    let face = |def: &SignatureDef| {
        let ports = |ports: &BTreeMap<String, TensorInfo>| -> Vec<_> {
            ports.iter().map(|(name, info)| (name.clone(), info.dtype, info.tensor_shape.clone())).collect()
        };
        (ports(&def.inputs), ports(&def.outputs))
    };
    let is_alias = match (all.get("serve"), all.get("serving_default")) {
        (Some(a), Some(b)) => face(a) == face(b),
        _ => false,
    };
    if is_alias {
        let message = "signature `serve` has the inputs and outputs of `serving_default` and is left out";
        let remark = Diagnostic::remark("signature-alias", message);
        diags.push(remark.help("name it with --signatures to have it"));
    }
    all.keys().copied().filter(|&key| !(is_alias && key == "serve")).collect()
}

fn no_signature(path: &Path, meta: &MetaGraphDef) -> Box<Diagnostic> {
    let mut diagnostic = Diagnostic::error("no-signature", "the SavedModel has no signature").in_file(path);
    let nodes = meta.object_graph_def.as_ref().map_or(&[][..], |graph| &graph.nodes);
    let functions = nodes.iter().flat_map(|node| &node.children).filter(|child| {
        let target = usize::try_from(child.node_id).ok().and_then(|id| nodes.get(id));
        matches!(target.and_then(|node| node.kind.as_ref()), Some(SavedObjectKind::Function(_)))
    });
    let names: BTreeSet<&str> = functions.map(|child| child.local_name.as_str()).collect();
    if !names.is_empty() {
        let names: Vec<&str> = names.into_iter().take(10).collect();
        diagnostic = diagnostic.note(format!("it has functions without a signature: {}", names.join(", ")));
    }
    Box::new(diagnostic.help(
        "save it with signatures: `tf.saved_model.save(module, path, signatures=module.f.get_concrete_function(...))`",
    ))
}

fn port(path: &Path, key: &str, name: &str, info: &TensorInfo) -> Result<Port> {
    let kind = match &info.encoding {
        Some(TensorInfoEncoding::Name(tensor)) => {
            return Ok(Port {
                name: name.into(),
                tensor: tensor.clone(),
                label: tensor.clone(),
                dtype: Some(DataType(info.dtype)).filter(|dtype| dtype.0 != 0),
                shape: info.tensor_shape.clone(),
            });
        }
        Some(TensorInfoEncoding::CooSparse(_)) => "a sparse tensor",
        Some(TensorInfoEncoding::CompositeTensor(_)) => "a composite tensor (ragged, for one)",
        None => "nothing that is named",
    };
    Diagnostic::error("signature-composite", format!("`{name}` of signature `{key}` is {kind}"))
        .in_file(path)
        .help("save a signature that takes and gives the components as dense tensors")
        .err()
}

/// The node to run after loading.
fn init_node(meta: &MetaGraphDef) -> Option<String> {
    let from_signature = || {
        let info = meta.signature_def.get(INIT_SIGNATURE)?.outputs.get(INIT_SIGNATURE)?;
        match &info.encoding {
            Some(TensorInfoEncoding::Name(tensor)) => Some(tensor.as_str()),
            _ => None,
        }
    };
    let from_collection = |name: &str| match &meta.collection_def.get(name)?.kind {
        Some(CollectionDefKind::NodeList(list)) => list.value.first().map(String::as_str),
        _ => None,
    };
    let name = from_signature().or_else(|| INIT_COLLECTIONS.iter().find_map(|name| from_collection(name)))?;
    Some(name.split(':').next().unwrap_or(name).to_owned())
}

/// Asset files by the node whose tensor is their path.
fn assets(meta: &MetaGraphDef) -> BTreeMap<String, String> {
    let named = meta.asset_file_def.iter().filter_map(|asset| match &asset.tensor_info.as_ref()?.encoding {
        Some(TensorInfoEncoding::Name(tensor)) => {
            Some((tensor.split(':').next().unwrap_or(tensor).to_owned(), asset.filename.clone()))
        }
        _ => None,
    });
    named.collect()
}
