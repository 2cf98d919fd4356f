//! The syntax of operations around others that add a control result: `tfl.control_node` and `tf_executor.island`.

use core_ir::diag::Result;
use core_ir::text::lexer::Tok;
use core_ir::text::parser::{OpBuild, Parser};
use core_ir::text::printer::Printer;
use core_ir::text::syntax::{ParseStep, PrintStep};
use core_ir::{Context, DictId, Graph, LocId, Op, Type, TypeId};

/// How one such operation is written.
pub(crate) struct Island {
    /// What stands before a single operation: `wraps`.
    pub(crate) word: &'static str,
    /// The type of control operands and of the last result, `tfl.control`.
    pub(crate) control: &'static str,
    /// The operation that ends the region.
    pub(crate) terminator: &'static str,
}

impl Island {
    /// The type of control operands and results.
    pub(crate) fn control_type(&self, ctx: &Context) -> TypeId {
        ctx.ty(Type::Dialect { name: ctx.str(self.control), params: Box::default() })
    }

    /// `(%control, ...) wraps "op"(...) : ...`, or `(%control, ...) { ... } {attrs}`. The results are those of the
    /// region and one of the control type.
    pub(crate) fn parse<'a>(
        &self,
        p: &mut Parser<'a>,
        build: &mut OpBuild<'a>,
        step: usize,
    ) -> Result<ParseStep<'a>> {
        const ONE_OP: usize = 1;
        let control = self.control_type(p.ctx());
        if step == 0 {
            if p.eat(Tok::LParen) {
                p.operands(&mut build.unresolved)?;
                p.expect(Tok::RParen)?;
                p.resolve_all(build, control)?;
            }
            let one_op = p.eat_word(self.word);
            build.note = if one_op { ONE_OP } else { 0 };
            return Ok(if one_op { ParseStep::OneOp } else { ParseStep::Region(Vec::new()) });
        }
        let (results, loc) =
            if build.note == ONE_OP { p.last_results(build, 0) } else { (Vec::new(), LocId::UNKNOWN) };
        if build.note == ONE_OP {
            build.loc = Some(loc);
        }
        p.ensure_terminator(build, 0, self.terminator, &results, loc);
        for value in p.yielded(build, 0) {
            let ty = p.value_type(value);
            build.results.push(ty);
        }
        build.results.push(control);
        if build.note != ONE_OP {
            p.attr_dict(build)?;
        }
        Ok(ParseStep::Done)
    }

    /// Whether the region is one operation whose results are yielded as they are.
    ///
    /// The short form has one location for all three operations.
    fn wraps_one_op(&self, p: &Printer<'_>, graph: &Graph, op: Op) -> bool {
        let ctx = p.ctx();
        let [region] = graph.regions(op) else { return false };
        let [block] = graph.blocks(*region) else { return false };
        let (Some(first), Some(last)) = (graph.first_op(*block), graph.last_op(*block)) else { return false };
        graph.next_op(first) == Some(last)
            && graph.block_args(*block).is_empty()
            && graph.is(ctx, last, self.terminator)
            && graph.operands(last).eq(graph.results(first).iter().copied())
            && graph.attrs(op) == DictId::EMPTY
            && (!p.prints_locs() || (graph.loc(first) == graph.loc(op) && graph.loc(last) == graph.loc(op)))
    }

    /// Whether operands and results have the types that go without saying.
    fn says_its_types(&self, ctx: &Context, graph: &Graph, op: Op) -> bool {
        let control = self.control_type(ctx);
        let [region] = graph.regions(op) else { return false };
        let last = graph.blocks(*region).last().and_then(|&block| graph.last_op(block));
        let Some(last) = last.filter(|&last| graph.is(ctx, last, self.terminator)) else { return false };
        graph.operand_types(op).all(|ty| ty == control)
            && graph.operand_types(last).chain([control]).eq(graph.result_types(op))
    }

    /// What [`Self::parse`] reads.
    pub(crate) fn print(&self, p: &mut Printer<'_>, graph: &Graph, op: Op, step: usize) -> PrintStep {
        let one_op = self.wraps_one_op(p, graph, op);
        if step == 0 {
            if !self.says_its_types(p.ctx(), graph, op) {
                return PrintStep::Generic;
            }
            if graph.operand_count(op) > 0 {
                p.raw("(");
                p.values(graph.operands(op));
                p.raw(")");
            }
            if one_op {
                p.raw(" ");
                p.raw(self.word);
            }
            p.raw(" ");
            return if one_op {
                PrintStep::OneOp { index: 0 }
            } else {
                PrintStep::Region { index: 0, entry_args: true }
            };
        }
        if !one_op {
            p.op_attrs(graph, op, &[]);
        }
        PrintStep::Done
    }
}
