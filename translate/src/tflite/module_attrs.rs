//! What a file says about the model as a whole, as attributes of the module: `tfl.description`, `tfl.schema_version`,
//! `tfl.metadata`. LiteRT's importer gives them these names.

use core_ir::{Attr, AttrId, Context, DictId, Graph, StrId};

use super::schema::MIN_RUNTIME_VERSION;

const DESCRIPTION: &str = "tfl.description";
const METADATA: &str = "tfl.metadata";
const SCHEMA_VERSION: &str = "tfl.schema_version";
const SEMANTICS: &str = "tf_saved_model.semantics";

/// The description.
pub(super) fn description(ctx: &Context, module: &Graph) -> Option<Vec<u8>> {
    match ctx.attr_of(ctx.dict_get(module.module_attrs(), DESCRIPTION)?) {
        Attr::String(text) => Some(ctx.str_bytes(*text).to_vec()),
        _ => None,
    }
}

/// The metadata: names and contents.
pub(super) fn metadata(ctx: &Context, module: &Graph) -> Vec<(Vec<u8>, Vec<u8>)> {
    let attr = ctx.dict_get(module.module_attrs(), METADATA).map(|attr| ctx.attr_of(attr));
    let Some(Attr::Dict(dict)) = attr else { return Vec::new() };
    let entry = |&(name, attr): &(StrId, AttrId)| match ctx.attr_of(attr) {
        Attr::String(text) => Some((ctx.str_bytes(name).to_vec(), ctx.str_bytes(*text).to_vec())),
        _ => None,
    };
    ctx.dict_entries(*dict).iter().filter_map(entry).collect()
}

/// The attributes of a module that was read.
pub(super) fn of_model(
    ctx: &Context,
    version: u32,
    description: Option<&[u8]>,
    metadata: &[(&[u8], &[u8])],
    has_signatures: bool,
) -> DictId {
    let text = |bytes: &[u8]| ctx.attr(Attr::String(ctx.bytes(bytes)));
    let mut entries = vec![(ctx.str(SCHEMA_VERSION), ctx.i32_attr(version as i32))];
    if let Some(description) = description {
        entries.push((ctx.str(DESCRIPTION), text(description)));
    }
    if metadata.iter().any(|entry| entry.0 != MIN_RUNTIME_VERSION.as_bytes()) {
        let dict = ctx.dict(metadata.iter().map(|(name, bytes)| (ctx.bytes(name), text(bytes))));
        entries.push((ctx.str(METADATA), ctx.attr(Attr::Dict(dict))));
    }
    if has_signatures {
        entries.push((ctx.str(SEMANTICS), AttrId::UNIT));
    }
    ctx.dict(entries)
}
