//! A node of a graph by itself, as TFLite files hold those that TensorFlow runs.

use core_ir::{AttrId, Context, StrId};
use prost::Message as _;

use super::attr::{self, Symbols};
use super::proto::{NameAttrList, NodeDef};

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

/// Reads a serialized `NodeDef`. `Err` says what is wrong with it.
pub fn read_node(ctx: &Context, bytes: &[u8]) -> Result<LoneNode, String> {
    let node = NodeDef::decode(bytes).map_err(|fault| format!("it is no NodeDef: {fault}"))?;
    let mut attrs = Vec::with_capacity(node.attr.len());
    for (name, value) in node.attr.iter().filter(|(name, _)| !attr::is_noise(name)) {
        let value = attr::convert(ctx, value, &ByName(ctx)).map_err(|what| format!("`{name}` {what}"))?;
        attrs.extend(value.map(|value| (ctx.str(name), value)));
    }
    Ok(LoneNode { op: node.op, attrs })
}
