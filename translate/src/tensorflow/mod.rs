//! TensorFlow models: SavedModels of version 1 and 2, and bare graphs.
//!
//! An import reads nothing but what is asked for: weights stay in mapped files, and nodes that no signature needs are
//! not converted. The result is a module of one `func.func` for each signature, one for each library function that is
//! called, and one `tf_saved_model.global_tensor` for each variable.

mod attr;
mod body;
mod checkpoint;
mod dtype;
mod emit;
mod graph_def;
pub(crate) mod io;
mod model;
mod module;
mod mutability;
mod node;
mod opdef;
mod plan;
mod proto;
mod saved_model;
mod slices;
mod table;
mod tensor;
#[cfg(test)]
mod tests;
mod textproto;
mod variables;

use std::path::Path;

use core_ir::diag::{Diagnostic, Diagnostics, Reported};
use core_ir::{Context, Graph};

pub use node::{LoneNode, read_name_attrs, read_node};
pub use opdef::register_op_defs;

/// What to import of a model, where it leaves a choice.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// The tags of the graph in a SavedModel that has several. By default the only graph, else the one tagged `serve`.
    pub tags: Option<Vec<String>>,
    /// The keys of the signatures to import, all by default; the copy of `serving_default` that Keras calls `serve` is
    /// left out.
    pub signatures: Option<Vec<String>>,
    /// Inputs with their shapes, -1 for open dimensions. Of a bare graph these are the tensors that become arguments
    /// (by default all placeholders), of a SavedModel the arguments whose shape changes.
    pub inputs: Vec<(String, Option<Vec<i64>>)>,
    /// Outputs. Of a bare graph these are the tensors to return (by default those nobody uses), of a SavedModel the
    /// results to keep.
    pub outputs: Vec<String>,
}

/// The forms of TensorFlow models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A directory with `saved_model.pb` or `saved_model.pbtxt`, or that file itself.
    SavedModel,
    /// A binary `GraphDef`.
    GraphDef,
    /// A `GraphDef` in protobuf's text format.
    GraphDefText,
}

/// What an import left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportStats {
    /// Nodes that were imported, those of library functions included.
    pub nodes_imported: usize,
    /// Nodes that no signature needs.
    pub nodes_pruned: usize,
    /// Library functions that were imported.
    pub functions_imported: usize,
    /// Library functions that nobody calls.
    pub functions_pruned: usize,
}

/// An imported model.
pub struct Imported {
    /// The module.
    pub module: Graph,
    /// What was left out.
    pub stats: ImportStats,
}

/// The form of the model at `path`, `None` when it is no TensorFlow model.
pub fn sniff(path: &Path) -> Option<Format> {
    if path.is_dir() {
        return saved_model::model_file(path).map(|_| Format::SavedModel);
    }
    if is_saved_model_file(path) {
        return Some(Format::SavedModel);
    }
    let file = io::MappedFile::open(path).ok()?;
    if graph_def::looks_binary(file.bytes()) {
        Some(Format::GraphDef)
    } else if textproto::looks_like(file.bytes(), "GraphDef") {
        Some(Format::GraphDefText)
    } else {
        None
    }
}

fn is_saved_model_file(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    matches!(name, Some("saved_model.pb" | "saved_model.pbtxt")) && path.is_file()
}

/// Imports the model at `path` as a module. Faults, warnings and remarks go into `diags`.
pub fn import(
    ctx: &Context,
    path: &Path,
    opts: &ImportOptions,
    diags: &mut Diagnostics,
) -> Result<Imported, Reported> {
    let model = match load(path, opts, diags) {
        Ok(model) => model,
        Err(fault) => return Err(diags.push(fault)),
    };
    let (module, stats) = module::build(ctx, &model, opts, diags)?;
    Ok(Imported { module, stats })
}

fn load(path: &Path, opts: &ImportOptions, diags: &mut Diagnostics) -> core_ir::diag::Result<model::Model> {
    if path.is_dir() {
        return saved_model::load(path, opts, diags);
    }
    if is_saved_model_file(path) {
        return saved_model::load(path.parent().unwrap_or(Path::new(".")), opts, diags);
    }
    if !path.exists() {
        return Diagnostic::error("no-model", "there is no such file or directory").in_file(path).err();
    }
    // The extension decides, so that a damaged file is called damaged and not unknown.
    let extension = path.extension().and_then(|extension| extension.to_str());
    match (extension, sniff(path)) {
        (Some("pbtxt"), _) | (_, Some(Format::GraphDefText)) => graph_def::load(path, true, diags),
        (Some("pb"), _) | (_, Some(Format::GraphDef)) => graph_def::load(path, false, diags),
        _ => Diagnostic::error("no-model", "this is neither a SavedModel nor a GraphDef")
            .in_file(path)
            .help("give the directory of a SavedModel, or a `.pb` or `.pbtxt` file of a GraphDef")
            .err(),
    }
}

/// The library function that an attribute value names.
fn function_name(value: Option<&proto::AttrValue>) -> Option<&str> {
    match &value?.value {
        Some(proto::AttrValueValue::Func(function)) => Some(&function.name),
        _ => None,
    }
}
