//! What a node costs, in picoseconds of one core, by the table of costs: measured where that knows the kernel, else by an
//! analytical model of the call, the arithmetic and the bytes.

use core_ir::{Context, Dim, TypeId};
use egg::Id;

use super::cost_table::{CostTable, Kernel, Work};
use super::facts::{Egraph, result_types};
use super::legality::is_folded;
use super::node::{Head, Node};

/// The cost of `node` in class `class`, its operands' costs aside. Never zero for an operation, so that fewer
/// operations are better than more. A node that is computed at compile time costs the bytes of its result, and what it is
/// computed from need not exist: extraction does not count the children of such a node.
pub fn cost(ctx: &Context, egraph: &Egraph<'_>, class: Id, node: &Node) -> u64 {
    let table = egraph.analysis.costs();
    let ty = egraph[class].data.ty;
    let use_ = Use { ctx, table, egraph, node };
    match node.head {
        Head::Leaf(_) | Head::None => 0,
        Head::Proj(_) => 1,
        Head::Const(_) => use_.bytes(ty).saturating_mul(table.rates.const_byte),
        Head::Op(_) if is_folded(ctx, egraph, node) => {
            use_.bytes(ty).saturating_mul(table.rates.const_byte).saturating_add(1)
        }
        Head::Op(_) if let Some(&cost) = egraph.analysis.custom_costs.get(&node.props) => {
            cost.saturating_add(table.rates.operator)
        }
        Head::Op(name) => {
            let kernel = table.kernel(ctx.op_text(name));
            let time = kernel.map_or(1, |kernel| use_.of_kernel(kernel, &result_types(ctx, ty)).max(1));
            time.saturating_add(table.rates.operator)
        }
    }
}

/// A node and what it is judged by.
struct Use<'a, 'c> {
    ctx: &'a Context,
    table: &'a CostTable,
    egraph: &'a Egraph<'c>,
    node: &'a Node,
}

impl Use<'_, '_> {
    fn of_kernel(&self, kernel: &Kernel, results: &[TypeId]) -> u64 {
        let rates = &self.table.rates;
        let first = results.first().copied().unwrap_or(TypeId::NONE);
        let elem = self.ctx.elem_name(self.ctx.elem_type(first));
        let form = kernel.forms.of(self.ctx, self.egraph, self.node, first);
        let work = self.work(kernel.work, results);
        let measured = self.table.measured(kernel, form, elem);
        let (time, is_delegated) = match measured {
            Some(series) => (series.at(work), series.is_delegated),
            None => {
                let arithmetic = work.saturating_mul(kernel.rate);
                let bytes = self.moved(kernel.work, results).saturating_mul(rates.byte);
                let (percent, call) = self.table.form(form);
                let time = u128::from(arithmetic.max(bytes)) * u128::from(percent) / 100;
                let time = u64::try_from(time).unwrap_or(u64::MAX).saturating_add(call);
                let is_delegated = kernel.is_delegated(elem);
                let call = if is_delegated { rates.dispatch } else { rates.runtime };
                (call.saturating_add(time), is_delegated)
            }
        };
        let cut = if is_delegated { 0 } else { rates.cut };
        // A fused activation is nearly free, but not free: the plain form wins a tie.
        let activation = if self.has_activation() { rates.activation } else { 0 };
        [kernel.call, cut, activation].into_iter().fold(time, u64::saturating_add)
    }

    fn has_activation(&self) -> bool {
        let name = self.ctx.dict_get(self.node.props, "fused_activation_function");
        name.and_then(|name| self.ctx.attr_str(name)).is_some_and(|name| name != "NONE")
    }

    fn attr(&self, name: &str) -> Option<u64> {
        let attr = self.ctx.dict_get(self.node.props, name)?;
        u64::try_from(self.ctx.attr_int(attr)?).ok()
    }

    fn operand(&self, i: usize) -> TypeId {
        self.node.children.get(i).map_or(TypeId::NONE, |&id| self.egraph[id].data.ty)
    }

    /// How much there is to do of what is counted.
    fn work(&self, work: Work, results: &[TypeId]) -> u64 {
        let out = || results.iter().map(|&ty| self.elements(ty)).fold(0, u64::saturating_add);
        let of_operand = |i: usize| self.elements(self.operand(i));
        match work {
            Work::None => 0,
            Work::Result | Work::Picked => out(),
            Work::Operand => of_operand(0),
            Work::Weights(kept) => {
                out().saturating_mul(of_operand(1) / self.dim(self.operand(1), kept).max(1))
            }
            Work::TransposedWeights => {
                let weights = self.operand(1);
                let last = self.ctx.shape(weights).map_or(0, <[Dim]>::len).saturating_sub(1);
                of_operand(2).saturating_mul(self.elements(weights) / self.dim(weights, last).max(1))
            }
            Work::Product => {
                let rank = self.ctx.shape(self.operand(0)).map_or(0, <[Dim]>::len);
                let adjoint =
                    self.ctx.dict_get(self.node.props, "adj_x").and_then(|attr| self.ctx.attr_bool(attr));
                let inner = rank.saturating_sub(if adjoint == Some(true) { 2 } else { 1 });
                out().saturating_mul(self.dim(self.operand(0), inner))
            }
            Work::Window => {
                let side = |name: &str| self.attr(name).unwrap_or(1);
                out().saturating_mul(side("filter_height")).saturating_mul(side("filter_width"))
            }
        }
    }

    /// The bytes that are read and written.
    fn moved(&self, work: Work, results: &[TypeId]) -> u64 {
        let written = results.iter().map(|&ty| self.bytes(ty)).fold(0, u64::saturating_add);
        match work {
            Work::None => 0,
            Work::Picked => written.saturating_mul(2),
            _ => {
                let read = self.node.children.iter().map(|&id| self.bytes(self.egraph[id].data.ty));
                read.fold(written, u64::saturating_add)
            }
        }
    }

    /// A dimension, where open ones count as the table says: symbols are called after an input and a position.
    fn size(&self, dim: Dim) -> u64 {
        let rates = &self.table.rates;
        self.ctx.dim_estimate(dim, &|symbol| match symbol {
            Some(name) if self.ctx.str_text(name).ends_with(".0") => rates.open_batch,
            _ => rates.open_dim,
        })
    }

    fn dim(&self, ty: TypeId, at: usize) -> u64 {
        let dim = self.ctx.shape(ty).and_then(|dims| dims.get(at));
        dim.map_or(1, |&dim| self.size(dim))
    }

    fn elements(&self, ty: TypeId) -> u64 {
        let dims = self.ctx.shape(ty).unwrap_or(&[]);
        dims.iter().fold(1u64, |n, &dim| n.saturating_mul(self.size(dim)))
    }

    fn bytes(&self, ty: TypeId) -> u64 {
        let each = self.ctx.elem_bytes(self.ctx.elem_type(ty)).unwrap_or(8) as u64;
        self.elements(ty).saturating_mul(each)
    }
}
