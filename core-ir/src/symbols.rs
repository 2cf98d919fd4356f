//! Symbols of module-like graphs.

use crate::attrs::Attr;
use crate::context::Context;
use crate::graph::{Graph, Op};
use crate::intern::StrId;

impl Graph {
    /// The name that `op` defines, when it is a symbol.
    pub fn symbol_name(&self, ctx: &Context, op: Op) -> Option<StrId> {
        match ctx.attr_of(ctx.dict_get(self.props(op), "sym_name")?) {
            Attr::String(name) => Some(*name),
            _ => None,
        }
    }

    /// The operations of the entry block that define symbols, in order.
    pub fn symbols<'a>(&'a self, ctx: &'a Context) -> impl Iterator<Item = (StrId, Op)> + 'a {
        let ops = self.entry().into_iter().flat_map(|block| self.ops_in(block));
        ops.filter_map(|op| Some((self.symbol_name(ctx, op)?, op)))
    }

    /// The operation of the entry block that defines symbol `name`.
    pub fn symbol(&self, ctx: &Context, name: StrId) -> Option<Op> {
        self.symbols(ctx).find(|&(symbol, _)| symbol == name).map(|(_, op)| op)
    }
}
