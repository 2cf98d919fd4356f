//! Nodes and named attributes outside of graphs: TFLite files hold nodes that TensorFlow runs, functions say what they stand
//! for.

use std::collections::BTreeMap;

use core_ir::{AttrId, Context, StrId};
use prost::Message as _;

use super::attr::{self, Symbols};
use super::proto::{AttrValue, NameAttrList, NodeDef};
use super::textproto;

/// A node without the graph around it.
#[derive(Clone, Debug)]
pub struct LoneNode {
    /// The operation, `Conv2D`.
    pub op: String,
    /// Its attributes, types included.
    pub attrs: Vec<(StrId, AttrId)>,
}

/// Functions go by their names, because there is no library to look into.
struct ByName<'c>(&'c Context);

impl Symbols for ByName<'_> {
    fn function(&self, function: &NameAttrList) -> Result<AttrId, String> {
        Ok(self.0.symbol_attr(&function.name))
    }
}

/// Reads the text form of a `NameAttrList`, `name: "x" attr { key: "n" value { i: 3 } }`: the name, and the attributes. `None`
/// for any other text.
pub fn read_name_attrs(ctx: &Context, text: &str) -> Option<(String, Vec<(StrId, AttrId)>)> {
    const MESSAGE: &str = "NameAttrList";
    textproto::looks_like(text.as_bytes(), MESSAGE).then_some(())?;
    let encoded = textproto::encode("tf._implements", text.as_bytes(), MESSAGE).ok()?;
    let list = NameAttrList::decode(encoded.bytes.as_slice()).ok()?;
    Some((list.name, attrs(ctx, &list.attr).ok()?))
}

fn attrs(ctx: &Context, values: &BTreeMap<String, AttrValue>) -> Result<Vec<(StrId, AttrId)>, String> {
    let mut attrs = Vec::with_capacity(values.len());
    for (name, value) in values.iter().filter(|(name, _)| !attr::is_noise(name)) {
        let value = attr::convert(ctx, value, &ByName(ctx)).map_err(|what| format!("`{name}` {what}"))?;
        attrs.extend(value.map(|value| (ctx.str(name), value)));
    }
    Ok(attrs)
}

/// Reads a serialized `NodeDef`. `Err` says what is wrong with it.
pub fn read_node(ctx: &Context, bytes: &[u8]) -> Result<LoneNode, String> {
    let node = NodeDef::decode(bytes).map_err(|fault| format!("it is no NodeDef: {fault}"))?;
    Ok(LoneNode { attrs: attrs(ctx, &node.attr)?, op: node.op })
}
