//! Composites: functions that say which operation they stand for, as `tf.function(experimental_implements=...)` makes
//! them, and the calls to them.

use core_ir::{Attr, AttrId, Context, DictId, Graph, StrId};
use rustc_hash::FxHashMap;

/// The attribute by which a function says what it stands for.
const IMPLEMENTS: &str = "tf._implements";

/// What a function stands for.
pub struct Composite {
    /// The operation's name.
    pub name: String,
    /// The operation's attributes.
    pub attrs: DictId,
}

/// The composites of a module, by the symbols of their functions.
pub fn of_module(ctx: &Context, module: &Graph) -> FxHashMap<StrId, Composite> {
    let functions = crate::functions::functions(ctx, module).into_iter();
    functions
        .filter_map(|op| {
            let Attr::String(symbol) = *ctx.attr_of(ctx.dict_get(module.props(op), "sym_name")?) else {
                return None;
            };
            Some((symbol, of_attr(ctx, ctx.dict_get(module.attrs(op), IMPLEMENTS)?)?))
        })
        .collect()
}

/// What an `_implements` attribute says: a name, or a name with attributes, `#tf_type.func<@name, {attributes}>`.
fn of_attr(ctx: &Context, attr: AttrId) -> Option<Composite> {
    match ctx.attr_of(attr) {
        Attr::String(name) => {
            let text = ctx.str_text(*name).into_owned();
            Some(from_proto_text(ctx, &text).unwrap_or(Composite { name: text, attrs: DictId::EMPTY }))
        }
        Attr::Dialect { params, .. } => {
            let name = ctx.str_text(ctx.attr_symbol(*params.first()?)?).into_owned();
            let attrs = params.get(1).and_then(|&attr| match ctx.attr_of(attr) {
                Attr::Dict(dict) => Some(*dict),
                _ => None,
            });
            Some(Composite { name, attrs: attrs.unwrap_or(DictId::EMPTY) })
        }
        _ => None,
    }
}

/// Python gives a name with attributes as the text form of a protocol buffer, `name: "x" attr { key: "n" value { i: 3 } }`.
fn from_proto_text(ctx: &Context, text: &str) -> Option<Composite> {
    let name = text.trim_start().strip_prefix("name:")?.trim_start().strip_prefix('"')?;
    let (name, rest) = name.split_once('"')?;
    let mut attrs = Vec::new();
    for entry in rest.split("attr").skip(1) {
        let key = entry.split_once("key:")?.1.split('"').nth(1)?;
        let (kind, value) =
            entry.split_once("value")?.1.trim_start_matches([' ', ':', '{', '\n']).split_once(':')?;
        let word = value.trim().split(['}', '\n']).next()?.trim();
        let attr = match kind.trim() {
            "i" => ctx.i64_attr(word.parse().ok()?),
            "f" => ctx.float_attr(word.parse().ok()?, core_ir::TypeId::F32),
            "b" => ctx.bool_attr(word == "true"),
            "s" => ctx.str_attr(word.trim_matches('"')),
            _ => continue,
        };
        attrs.push((ctx.str(key), attr));
    }
    Some(Composite { name: name.to_owned(), attrs: ctx.dict(attrs) })
}
