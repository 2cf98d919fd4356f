//! Local changes to a graph, with a cursor.

use crate::attrs::DictId;
use crate::context::{Context, OpName};
use crate::graph::{Block, Graph, Op, OpState, Value};
use crate::loc::LocId;
use crate::types::TypeId;

/// Where new operations go.
#[derive(Clone, Copy, Debug)]
pub enum InsertPoint {
    /// At the end of a block.
    End(Block),
    /// Before an operation.
    Before(Op),
}

/// Makes operations at an insertion point and replaces old ones.
pub struct Rewriter<'a> {
    /// The context.
    pub ctx: &'a Context,
    /// The graph that changes.
    pub graph: &'a mut Graph,
    /// Where new operations go.
    pub at: InsertPoint,
    /// The location that new operations get.
    pub loc: LocId,
}

impl<'a> Rewriter<'a> {
    /// Inserts before `op`, with its location.
    pub fn before(ctx: &'a Context, graph: &'a mut Graph, op: Op) -> Self {
        let loc = graph.loc(op);
        Self { ctx, graph, at: InsertPoint::Before(op), loc }
    }

    /// Inserts at the end of `block`.
    pub fn at_end(ctx: &'a Context, graph: &'a mut Graph, block: Block, loc: LocId) -> Self {
        Self { ctx, graph, at: InsertPoint::End(block), loc }
    }

    /// Inserts an operation.
    pub fn insert(&mut self, state: OpState) -> Op {
        let op = self.graph.create_op(state);
        match self.at {
            InsertPoint::End(block) => self.graph.append(block, op),
            InsertPoint::Before(at) => self.graph.insert_before(at, op),
        }
        op
    }

    /// Inserts an operation with one result.
    pub fn op1(&mut self, name: &str, operands: &[Value], props: DictId, result: TypeId) -> Value {
        let name: OpName = self.ctx.op_name(name);
        let state = OpState::new(name, self.loc).operands(operands).props(props).results([result]);
        let op = self.insert(state);
        self.graph.results(op)[0]
    }

    /// Makes every user of the results of `op` use `values`, and erases `op`.
    pub fn replace(&mut self, op: Op, values: &[Value]) {
        let results = self.graph.results(op).to_vec();
        assert_eq!(results.len(), values.len(), "one value for each result");
        for (old, &new) in results.into_iter().zip(values) {
            self.graph.replace_all_uses(old, new);
        }
        self.graph.erase_op(op);
    }
}
