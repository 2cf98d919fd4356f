//! Composites: functions that say which operation they stand for, as `tf.function(experimental_implements=...)` makes
//! them, and the calls to them.

use core_ir::{Attr, AttrId, Context, DictId, Graph, StrId};
use rustc_hash::FxHashMap;
use translate::tensorflow::read_name_attrs;

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
    let implemented =
        |(symbol, op)| Some((symbol, of_attr(ctx, ctx.dict_get(module.attrs(op), IMPLEMENTS)?)?));
    module.symbols(ctx).filter_map(implemented).collect()
}

/// What an `_implements` attribute says: a name, or a name with attributes, `#tf_type.func<@name, {attributes}>`.
fn of_attr(ctx: &Context, attr: AttrId) -> Option<Composite> {
    match ctx.attr_of(attr) {
        Attr::String(name) => {
            // Python gives a name with attributes as the text form of a protocol buffer.
            let text = ctx.str_text(*name).into_owned();
            Some(match read_name_attrs(ctx, &text) {
                Some((name, attrs)) => Composite { name, attrs: ctx.dict(attrs) },
                None => Composite { name: text, attrs: DictId::EMPTY },
            })
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
