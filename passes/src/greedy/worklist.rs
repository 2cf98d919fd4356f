//! Operations that wait for being looked at: the one that came last first.

use core_ir::Op;
use rustc_hash::FxHashMap;

/// A stack that holds each operation once, and from which any can be taken.
#[derive(Default)]
pub(super) struct Worklist {
    stack: Vec<Option<Op>>,
    places: FxHashMap<Op, usize>,
}

impl Worklist {
    /// Puts `op` on top, unless it waits already.
    pub(super) fn push(&mut self, op: Op) {
        let top = self.stack.len();
        if *self.places.entry(op).or_insert(top) == top {
            self.stack.push(Some(op));
        }
    }

    /// Takes the operation on top.
    pub(super) fn pop(&mut self) -> Option<Op> {
        // What was taken out leaves a gap.
        let op = std::iter::from_fn(|| self.stack.pop()).flatten().next()?;
        self.places.remove(&op);
        Some(op)
    }

    /// Takes `op`, wherever it is.
    pub(super) fn remove(&mut self, op: Op) {
        if let Some(at) = self.places.remove(&op) {
            self.stack[at] = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core_ir::{Context, Graph, LocId, OpState};

    #[test]
    fn an_operation_waits_once_and_can_be_taken_out() {
        let ctx = Context::new();
        let mut graph = Graph::new();
        let mut make = || graph.create_op(OpState::new(ctx.op_name("x.y"), LocId::UNKNOWN));
        let (a, b, c) = (make(), make(), make());
        let mut list = Worklist::default();
        [a, b, c, a].into_iter().for_each(|op| list.push(op));
        list.remove(b);
        assert_eq!([list.pop(), list.pop(), list.pop()], [Some(c), Some(a), None]);
        list.push(b);
        assert_eq!(list.pop(), Some(b));
    }
}
