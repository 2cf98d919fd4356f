//! Regions, blocks and the top level. Regions nest on an explicit stack, isolated ones to a small depth only.

use rustc_hash::FxHashMap;

use super::{OpBuild, Parser, Tok, scopes};
use crate::diag::Result;
use crate::graph::{Block, Graph, Op, OpState, Region, Value};
use crate::loc::LocId;
use crate::spec::Traits;
use crate::text::syntax::RegionArg;

/// How deep isolated operations may nest: a graph in a graph takes stack when it is dropped.
const MAX_ISOLATED: usize = 64;

/// An operation one of whose regions is being parsed.
pub(super) struct Frame<'a> {
    /// Which region of the text it is; later ones have greater numbers.
    number: u32,
    build: Box<OpBuild<'a>>,
    /// The step that follows the region.
    step: usize,
    region: Region,
    /// Where operations go; none before the first block is there.
    block: Option<Block>,
    blocks: FxHashMap<&'a str, BlockName>,
    isolated: bool,
    /// Whether the region has no braces and one operation.
    one_op: bool,
    /// For regions that are not isolated: the names that were known before.
    mark: usize,
    default_dialect: &'static str,
}

struct BlockName {
    block: Block,
    defined: bool,
    pos: usize,
}

impl<'a> Parser<'a> {
    /// The whole text.
    pub(super) fn parse_top(mut self) -> Result<Graph> {
        let (graph, top) = Graph::with_block();
        self.graphs.push(graph);
        self.scopes.push(scopes::Scope::default());
        loop {
            let is_top = self.frames.is_empty();
            match self.tok.kind {
                Tok::Eof if is_top => break,
                Tok::Hash | Tok::Bang if is_top => self.alias_definition()?,
                Tok::MetaOpen if is_top => self.skip_metadata()?,
                Tok::RBrace if !is_top => self.end_region()?,
                Tok::Caret if !is_top && !self.in_one_op() => self.block_label()?,
                _ => self.start_op(top)?,
            }
        }
        self.close_scope()?;
        let graph = self.graphs.pop().unwrap_or_default();
        let count = graph.ops_in(top).count();
        if self.options.no_implicit_module && count != 1 {
            let message = format!("source must contain a single top-level operation, found: {count}");
            return Err(self.error_at(0, 0, message));
        }
        Ok(self.module_of(graph, top))
    }

    /// The body of the only operation of `graph` if that is a module, else `graph`.
    fn module_of(&self, mut graph: Graph, top: Block) -> Graph {
        // A module that goes without saying starts before the first line.
        graph.set_module_loc(self.file_loc((0, 0)));
        let only = graph.first_op(top).filter(|&op| graph.next_op(op).is_none());
        let Some(op) = only.filter(|&op| graph.is(self.ctx, op, "builtin.module")) else {
            graph.set_implicit_module();
            // As MLIR has it: the text as a whole.
            graph.set_module_loc(self.file_loc((0, 0)));
            return graph;
        };
        let (props, attrs, loc) = (graph.props(op), graph.attrs(op), graph.loc(op));
        let Some(mut body) = graph.set_inner(op, Graph::new()) else { return graph };
        let header = self.ctx.dict_entries(props).iter().chain(self.ctx.dict_entries(attrs)).copied();
        body.set_module_attrs(self.ctx.dict(header));
        body.set_module_loc(loc);
        *body
    }

    fn in_one_op(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.one_op)
    }

    /// The block that operations go into.
    pub(super) fn current_block(&mut self, top: Block) -> Block {
        let Some(frame) = self.frames.last() else { return top };
        match frame.block {
            Some(block) => block,
            None => {
                let region = frame.region;
                let block = self.graph().add_block(region);
                if let Some(frame) = self.frames.last_mut() {
                    frame.block = Some(block);
                }
                block
            }
        }
    }

    /// The dialect whose prefix may be missing here.
    pub(super) fn default_dialect(&self) -> &'static str {
        self.frames.last().map_or("builtin", |frame| frame.default_dialect)
    }

    /// `{`, current. The rest of the region is read by the loop of [`Self::parse_top`].
    pub(super) fn begin_region(
        &mut self,
        mut build: Box<OpBuild<'a>>,
        step: usize,
        args: Vec<RegionArg<'a>>,
    ) -> Result<()> {
        let open = self.expect(Tok::LBrace)?;
        let isolated = build.is_isolated();
        let mut mark = 0;
        let region = if isolated {
            if self.graphs.len() >= MAX_ISOLATED {
                let message = format!("functions and modules nest more than {MAX_ISOLATED} levels deep here");
                return Err(self.error_at(open.start, open.end, message));
            }
            self.graphs.push(build.inner.take().unwrap_or_default());
            self.scopes.push(scopes::Scope::default());
            self.graph().add_root()
        } else {
            mark = self.name_mark();
            let region = self.graph().create_region();
            build.regions.push(region);
            region
        };
        let block = if args.is_empty() { None } else { Some(self.graph().add_block(region)) };
        let default_dialect = build.default_dialect();
        let blocks = FxHashMap::default();
        let number = self.next_region();
        self.frames.push(Frame {
            number,
            build,
            step,
            region,
            block,
            blocks,
            isolated,
            one_op: false,
            mark,
            default_dialect,
        });
        for RegionArg { name, pos, ty, loc } in args {
            let Some(entry) = block else { break };
            let value = self.graph().add_block_arg(entry, ty, loc);
            self.define(name, pos, value, 1)?;
        }
        Ok(())
    }

    fn next_region(&mut self) -> u32 {
        self.regions += 1;
        self.regions
    }

    /// The region that is being read, 0 outside of all.
    pub(super) fn region_number(&self) -> u32 {
        self.frames.last().map_or(0, |frame| frame.number)
    }

    /// The innermost open region that the region with a number is in: itself while it is open.
    pub(super) fn open_around(&self, number: u32) -> u32 {
        // Regions open in the order of their numbers, so those that are open and older are around it.
        let older = self.frames.partition_point(|frame| frame.number <= number);
        older.checked_sub(1).map_or(0, |at| self.frames[at].number)
    }

    /// `}`, current.
    fn end_region(&mut self) -> Result<()> {
        let Some(mut frame) = self.frames.pop().filter(|frame| !frame.one_op) else {
            return Err(self.unexpected("an operation"));
        };
        self.bump();
        let missing =
            frame.blocks.iter().filter(|(_, block)| !block.defined).min_by_key(|(_, block)| block.pos);
        if let Some((name, block)) = missing {
            return Err(self.error_at(
                block.pos,
                block.pos + name.len(),
                format!("block `{name}` is not defined"),
            ));
        }
        let graph = self.graph();
        if graph.blocks(frame.region).is_empty() && frame.build.has_trait(Traits::NO_TERMINATOR) {
            graph.add_block(frame.region);
        }
        if frame.isolated {
            self.close_scope()?;
            frame.build.inner = self.graphs.pop();
        } else {
            self.forget_names(frame.mark);
        }
        self.run_op(frame.build, frame.step)
    }

    /// `^name(%arg: type, ...):`, current.
    fn block_label(&mut self) -> Result<()> {
        let token = self.bump();
        let name = self.text_of(token);
        let block = self.block_called(name, token.start)?;
        let Some(frame) = self.frames.last_mut() else { return Err(self.unexpected("an operation")) };
        let Some(known) = frame.blocks.get_mut(name) else { return Err(self.unexpected("a block")) };
        if known.defined {
            return Err(self.error_at(token.start, token.end, format!("block `{name}` is defined twice")));
        }
        known.defined = true;
        frame.block = Some(block);
        let region = frame.region;
        self.graph().attach_block(region, block);
        if self.at(Tok::LParen) {
            self.list(Tok::LParen, Tok::RParen, |p| {
                let name = p.expect(Tok::Percent)?;
                p.expect(Tok::Colon)?;
                let ty = p.parse_type()?;
                let loc = match p.optional_loc()? {
                    Some(loc) => loc,
                    None => p.loc_at(name.start),
                };
                let value = p.graph().add_block_arg(block, ty, loc);
                p.define(scopes::value_name(p, name), name.start, value, 1)
            })?;
        }
        self.expect(Tok::Colon)?;
        Ok(())
    }

    /// The block of the current region with this name, made when it is first named.
    pub(super) fn block_called(&mut self, name: &'a str, pos: usize) -> Result<Block> {
        let known = match self.frames.last() {
            Some(frame) => frame.blocks.get(name).map(|known| known.block),
            None => {
                return Err(self.error_at(pos, pos + name.len(), "there are no blocks outside of regions"));
            }
        };
        if let Some(block) = known {
            return Ok(block);
        }
        let block = self.graph().create_block();
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.insert(name, BlockName { block, defined: false, pos });
        }
        Ok(block)
    }

    /// A region of one operation, which starts here.
    pub(super) fn begin_one_op(&mut self, mut build: Box<OpBuild<'a>>, step: usize) -> Result<()> {
        if !self.at(Tok::Str) || build.is_isolated() {
            return Err(self.unexpected("an operation in the generic form"));
        }
        let mark = self.name_mark();
        let graph = self.graph();
        let region = graph.create_region();
        let block = Some(graph.add_block(region));
        build.regions.push(region);
        let blocks = FxHashMap::default();
        let number = self.next_region();
        let frame = Frame {
            number,
            build,
            step,
            region,
            block,
            blocks,
            isolated: false,
            one_op: true,
            mark,
            default_dialect: "",
        };
        self.frames.push(frame);
        Ok(())
    }

    /// After an operation: goes on with the one around it if that was all of a region.
    pub(super) fn end_one_op(&mut self) -> Result<()> {
        if !self.frames.last().is_some_and(|frame| frame.one_op) {
            return Ok(());
        }
        let Some(frame) = self.frames.pop() else { return Ok(()) };
        self.forget_names(frame.mark);
        self.run_op(frame.build, frame.step)
    }

    /// The last operation of the first block of region `index` of an operation that is being parsed.
    fn last_in_region(&mut self, build: &OpBuild<'a>, index: usize) -> Option<Op> {
        let region = *build.regions.get(index)?;
        let graph = self.graph();
        graph.blocks(region).first().and_then(|&block| graph.last_op(block))
    }

    /// The results and the location of the last operation of the first block of region `index`.
    pub fn last_results(&mut self, build: &OpBuild<'a>, index: usize) -> (Vec<Value>, LocId) {
        match self.last_in_region(build, index) {
            Some(op) => (self.graph().results(op).to_vec(), self.graph().loc(op)),
            None => (Vec::new(), LocId::UNKNOWN),
        }
    }

    /// Ends the first block of region `index`, which must not be empty of blocks, with an operation unless it ends in
    /// one of that name: a terminator that goes without saying.
    pub fn ensure_terminator(
        &mut self,
        build: &OpBuild<'a>,
        index: usize,
        name: &str,
        operands: &[Value],
        loc: LocId,
    ) {
        let name = self.ctx().op_name(name);
        let last = self.last_in_region(build, index);
        let Some(&region) = build.regions.get(index) else { return };
        let graph = self.graph();
        if last.is_some_and(|last| graph.op_name(last) == name) {
            return;
        }
        let block = match graph.blocks(region).first() {
            Some(&block) => block,
            None => graph.add_block(region),
        };
        graph.append_op(block, OpState::new(name, loc).operands(operands));
    }

    /// The operands of the last operation of region `index` of an operation that is being parsed.
    pub fn yielded(&mut self, build: &OpBuild<'a>, index: usize) -> Vec<Value> {
        let Some(&region) = build.regions.get(index) else { return Vec::new() };
        let graph = self.graph();
        let last = graph.blocks(region).last().and_then(|&block| graph.last_op(block));
        last.map(|op| graph.operands(op).collect()).unwrap_or_default()
    }

    /// The type of a value of the graph that is being parsed.
    pub fn value_type(&mut self, value: Value) -> crate::TypeId {
        self.graph().value_type(value)
    }
}
