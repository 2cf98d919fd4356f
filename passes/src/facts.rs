//! What is known of the values of a graph besides their types: constants, and elements as dimensions.

use std::sync::Arc;

use core_ir::spec::OperandInfo;
use core_ir::{Context, Dim, Graph, Op, OpView, TypeId, Value};
use rustc_hash::FxHashMap;

use crate::constants::constant_of;

/// Integer tensors of more elements than this hold no shape.
const MAX_DIMS: usize = 256;

/// Elements of integer values as dimensions, filled in the order of the program.
pub struct Facts<'c> {
    ctx: &'c Context,
    dims: FxHashMap<Value, Arc<[Dim]>>,
}

impl<'c> Facts<'c> {
    /// Nothing known yet.
    pub fn new(ctx: &'c Context) -> Self {
        Self { ctx, dims: FxHashMap::default() }
    }

    /// The elements of `value` as dimensions, where they are known.
    pub fn dims(&self, value: Value) -> Option<&[Dim]> {
        self.dims.get(&value).map(|dims| &**dims)
    }

    /// What hooks see of `value`.
    pub fn operand(&self, graph: &Graph, value: Value) -> OperandInfo<'_> {
        let ty = graph.value_type(value);
        let konst = if ty == TypeId::NONE { None } else { constant_of(self.ctx, graph, value) };
        OperandInfo { ty, konst, dims: self.dims(value) }
    }

    /// Calls `look` with `op` as hooks see it; `None` when nobody registered it.
    pub fn view<R>(&self, graph: &Graph, op: Op, look: impl FnOnce(&OpView<'_>) -> R) -> Option<R> {
        let spec = graph.spec(self.ctx, op)?;
        let operands: Vec<OperandInfo<'_>> =
            graph.operands(op).map(|value| self.operand(graph, value)).collect();
        let results: Vec<TypeId> = graph.result_types(op).collect();
        Some(look(&OpView {
            ctx: self.ctx,
            spec,
            props: graph.props(op),
            operands: &operands,
            results: &results,
        }))
    }

    /// Computes what is known of the elements of the results of `op`, whose types are final.
    pub fn learn(&mut self, graph: &Graph, op: Op) {
        let ctx = self.ctx;
        for result in graph.results(op) {
            // A loop is walked several times, and knew more in a round that guessed too much.
            self.dims.remove(result);
        }
        if let Some(result) = graph.result(op)
            && let Some(id) = constant_of(ctx, graph, result)
        {
            let few = ctx.element_count(ctx.const_type(id)).is_some_and(|count| count <= MAX_DIMS);
            let rank = ctx.shape(ctx.const_type(id)).map_or(usize::MAX, <[Dim]>::len);
            if let Some(ints) = (few && rank <= 1).then(|| ctx.const_ints(id)).flatten() {
                self.dims.insert(result, ints.into_iter().map(Dim::Fixed).collect());
            }
            return;
        }
        let known = self.view(graph, op, eval::fold_all_dims).flatten().unwrap_or_default();
        for (&result, dims) in graph.results(op).iter().zip(known) {
            if let Some(dims) = dims {
                self.dims.insert(result, dims.into());
            }
        }
    }
}
