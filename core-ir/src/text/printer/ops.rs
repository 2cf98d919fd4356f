//! Operations, regions and blocks.

use std::collections::BTreeMap;
use std::fmt::Write;

use smallvec::SmallVec;

use super::{OpEntry, Printer};
use crate::attrs::{AttrId, DictId};
use crate::graph::{Block, Graph, Op, Region, Value};
use crate::intern::StrId;
use crate::text::format::Format;
use crate::text::syntax::{OpSyntax, PrintStep};

/// What is being printed, innermost last.
enum Work<'g> {
    Op {
        graph: &'g Graph,
        op: Op,
        step: usize,
        generic: bool,
    },
    Region {
        graph: &'g Graph,
        region: Region,
        /// The block that is being printed.
        index: usize,
        next: Option<Op>,
        /// The predecessors of each block, where there are several blocks.
        preds: BTreeMap<Block, Vec<u32>>,
        owns_graph: bool,
    },
    /// The end of a region of one operation.
    LeaveRegion,
}

const INDENT: usize = 2;

impl<'a> Printer<'a> {
    /// Prints `module`, its attributes and its body.
    pub(super) fn module(&mut self, body: &Graph) {
        let ctx = self.ctx;
        if self.options.debug_info && !self.options.local_scope {
            self.name_locs(body);
            self.loc_definitions(false);
        }
        let entries = ctx.dict_entries(body.module_attrs());
        if self.options.generic {
            self.raw("\"builtin.module\"()");
            let spec = ctx.op_spec(ctx.op_name("builtin.module"));
            let (props, attrs): (Vec<_>, Vec<_>) = entries
                .iter()
                .partition(|(name, _)| spec.is_some_and(|spec| spec.attr(&ctx.str_text(*name)).is_some()));
            if !props.is_empty() {
                self.raw(" <");
                self.dict(&props);
                self.raw(">");
            }
            self.raw(" (");
            self.body(body);
            self.raw(")");
            if !attrs.is_empty() {
                self.raw(" ");
                self.dict(&attrs);
            }
            self.raw(" : () -> ()");
        } else {
            self.raw("module");
            self.module_header(entries);
            self.raw(" ");
            self.body(body);
        }
        if self.options.debug_info {
            self.raw(" ");
            self.loc(body.module_loc());
        }
        self.raw("\n");
        self.loc_definitions(true);
        self.resource_section();
    }

    /// ` @name attributes {...}`, what stands between `module` and its body.
    pub fn module_header(&mut self, entries: &[(StrId, AttrId)]) {
        let ctx = self.ctx;
        let mut rest = Vec::new();
        for &(name, attr) in entries {
            match (ctx.str_bytes(name), ctx.attr_of(attr)) {
                (b"sym_name", crate::Attr::String(text)) => {
                    self.raw(" ");
                    self.symbol(ctx.str_bytes(*text));
                }
                _ => rest.push((name, attr)),
            }
        }
        if !rest.is_empty() {
            self.raw(" attributes ");
            self.dict(&rest);
        }
    }

    fn body(&mut self, graph: &Graph) {
        self.names.enter_graph();
        self.raw("{");
        match graph.roots().first() {
            Some(&region) => {
                self.enter_region(graph, region);
                self.default_dialects.push("builtin");
                let work = self.open_region(graph, region, self.options.generic, false);
                self.run(vec![work]);
            }
            None => self.raw("\n}"),
        }
    }

    /// One operation with all that is in it; see [`super::print_operation`].
    pub(super) fn operation(&mut self, graph: &Graph, op: Op) {
        // Aliases of locations are defined around a module.
        self.options.local_scope = true;
        self.name_around(graph, op);
        self.results(graph.results(op));
        self.run(vec![Work::Op { graph, op, step: 0, generic: self.options.generic }]);
        self.raw("\n");
        self.resource_section();
    }

    /// Gives the values around `op` the names that they have in the text of the graph.
    fn name_around(&mut self, graph: &Graph, op: Op) {
        self.names.enter_graph();
        // The regions around the operation, innermost first.
        let mut regions = Vec::new();
        let mut at = Some(op);
        while let Some(region) =
            at.and_then(|op| graph.op_block(op)).and_then(|block| graph.block_region(block))
        {
            regions.push(region);
            at = graph.region_parent(region);
        }
        if regions.is_empty() {
            let values: Vec<Value> = graph.operands(op).chain(graph.results(op).iter().copied()).collect();
            self.name_locally(values.into_iter());
        }
        for region in regions.into_iter().rev() {
            self.enter_region(graph, region);
        }
    }

    /// One operation alone; see [`super::print_op`].
    pub(super) fn one_line(&mut self, graph: &Graph, op: Op) {
        self.name_around(graph, op);
        let results = graph.results(op);
        self.results(results);
        let entry = self.entry(graph.op_name(op));
        self.string(entry.text.as_bytes());
        self.generic_head(graph, op, entry);
        let regions = graph.regions(op).len() + graph.inner(op).map_or(0, |inner| inner.roots().len());
        if regions > 0 {
            self.raw(" (");
            self.raw(&vec!["{...}"; regions].join(", "));
            self.raw(")");
        }
        self.generic_tail(graph, op, entry);
    }

    /// Prints until nothing is left to print.
    fn run<'g>(&mut self, mut stack: Vec<Work<'g>>) {
        while let Some(work) = stack.pop() {
            match work {
                Work::Op { graph, op, step, generic } => {
                    let rest = self.op_step(graph, op, step, generic);
                    stack.extend(rest);
                }
                Work::LeaveRegion => self.names.leave_region(self.options.unique_ids),
                Work::Region { graph, region, index, next: Some(op), preds, owns_graph } => {
                    let next = graph.next_op(op);
                    stack.push(Work::Region { graph, region, index, next, preds, owns_graph });
                    self.newline();
                    self.results(graph.results(op));
                    stack.push(Work::Op { graph, op, step: 0, generic: self.options.generic });
                }
                Work::Region { graph, region, index, next: None, preds, owns_graph } => {
                    match graph.blocks(region).get(index + 1) {
                        Some(&block) => {
                            self.block_label(graph, block, &preds, false);
                            let next = graph.first_op(block);
                            stack.push(Work::Region {
                                graph,
                                region,
                                index: index + 1,
                                next,
                                preds,
                                owns_graph,
                            });
                        }
                        None => self.close_region(owns_graph),
                    }
                }
            }
        }
    }

    /// One step of an operation; gives what is left of it, the first last.
    fn op_step<'g>(
        &mut self,
        graph: &'g Graph,
        op: Op,
        step: usize,
        generic: bool,
    ) -> SmallVec<[Work<'g>; 3]> {
        let entry = self.entry(graph.op_name(op));
        let syntax = entry.syntax.filter(|_| !generic);
        let mut generic = syntax.is_none();
        let start = self.out.len();
        let mut next = match syntax {
            Some(OpSyntax::Format(format)) => self.formatted(graph, op, entry, format),
            Some(OpSyntax::Code(code)) => {
                if step == 0 {
                    self.op_word(entry.text);
                }
                (code.print)(self, graph, op, step)
            }
            None => PrintStep::Generic,
        };
        if let PrintStep::Generic = next {
            let is_bare = matches!(syntax, Some(OpSyntax::Format(format)) if format.is_bare());
            let step = if generic { step } else { 0 };
            generic = true;
            if step == 0 {
                self.out.truncate(start);
                if is_bare {
                    self.op_word(entry.text);
                } else {
                    self.string(entry.text.as_bytes());
                }
            }
            next = self.generic_step(graph, op, entry, step);
        }
        match next {
            PrintStep::Region { index, entry_args } => {
                let inner = if entry.isolated { graph.inner(op) } else { None };
                let (inside, region) = match inner {
                    Some(inner) => (inner, inner.roots().get(index).copied()),
                    None => (graph, graph.regions(op).get(index).copied()),
                };
                self.raw("{");
                let again = Work::Op { graph, op, step: step + 1, generic };
                let Some(region) = region else {
                    // The operation has fewer regions than its syntax.
                    self.newline();
                    self.raw("}");
                    return self.op_step(graph, op, step + 1, generic);
                };
                if self.names.pending != Some(region) {
                    if inner.is_some() {
                        self.names.enter_graph();
                    }
                    self.enter_region(inside, region);
                }
                self.names.pending = None;
                self.default_dialects.push(entry.syntax.map_or("", OpSyntax::default_dialect));
                let region = self.open_region(inside, region, entry_args, inner.is_some());
                SmallVec::from_iter([again, region])
            }
            PrintStep::OneOp { index } => {
                let again = Work::Op { graph, op, step: step + 1, generic };
                let region = graph.regions(op).get(index).copied();
                let first = region.and_then(|region| graph.first_op(*graph.blocks(region).first()?));
                let (Some(region), Some(first)) = (region, first) else {
                    return SmallVec::from_iter([again]);
                };
                self.enter_region(graph, region);
                let inner = Work::Op { graph, op: first, step: 0, generic: true };
                SmallVec::from_iter([again, Work::LeaveRegion, inner])
            }
            PrintStep::Done | PrintStep::Generic => {
                if self.options.debug_info {
                    self.raw(" ");
                    self.loc(graph.loc(op));
                }
                SmallVec::new()
            }
        }
    }

    fn formatted(&mut self, graph: &Graph, op: Op, entry: OpEntry<'a>, format: &Format) -> PrintStep {
        let ctx = self.ctx;
        let said = ctx.op_spec(graph.op_name(op)).and_then(|spec| format.fits(ctx, graph, op, spec));
        let Some(said) = said else { return PrintStep::Generic };
        self.op_word(entry.text);
        format.print(self, &said);
        PrintStep::Done
    }

    /// The name of an operation in the short form: without its dialect where that goes without saying.
    fn op_word(&mut self, text: &str) {
        let default = self.default_dialects.last().copied().unwrap_or("");
        match text.split_once('.') {
            Some((dialect, name)) if dialect == default && !name.contains('.') => self.raw(name),
            _ => self.raw(text),
        }
    }

    /// Names what is in region `index` of `op`, and gives the arguments of its entry block: for syntax that prints
    /// them before the region.
    pub fn region_args<'g>(&mut self, graph: &'g Graph, op: Op, index: usize) -> Option<(&'g Graph, Block)> {
        let inner = graph.inner(op);
        let (inside, region) = match inner {
            Some(inner) => (inner, *inner.roots().get(index)?),
            None => (graph, *graph.regions(op).get(index)?),
        };
        let entry = *inside.blocks(region).first()?;
        if inner.is_some() {
            self.names.enter_graph();
        }
        self.enter_region(inside, region);
        self.names.pending = Some(region);
        Some((inside, entry))
    }

    fn open_region<'g>(
        &mut self,
        graph: &'g Graph,
        region: Region,
        entry_args: bool,
        owns_graph: bool,
    ) -> Work<'g> {
        let blocks = graph.blocks(region);
        let preds = if blocks.len() > 1 { self.predecessors(graph, blocks) } else { BTreeMap::new() };
        self.indent += INDENT;
        let next = blocks.first().and_then(|&entry| {
            // An empty block is labelled to tell it from no block.
            if entry_args && (!graph.block_args(entry).is_empty() || graph.first_op(entry).is_none()) {
                self.block_label(graph, entry, &preds, true);
            }
            graph.first_op(entry)
        });
        Work::Region { graph, region, index: 0, next, preds, owns_graph }
    }

    fn close_region(&mut self, owns_graph: bool) {
        self.indent -= INDENT;
        self.newline();
        self.raw("}");
        self.names.leave_region(self.options.unique_ids);
        self.default_dialects.pop();
        if owns_graph {
            self.names.leave_graph();
        }
    }

    fn predecessors(&self, graph: &Graph, blocks: &[Block]) -> BTreeMap<Block, Vec<u32>> {
        let mut preds: BTreeMap<Block, Vec<u32>> = BTreeMap::new();
        for &block in blocks {
            let Some(last) = graph.last_op(block) else { continue };
            for (successor, _) in graph.successors(last) {
                preds.entry(successor).or_default().push(self.names.block(block));
            }
        }
        preds
    }

    /// `^bb1(%0: i32):  // pred: ^bb0`
    fn block_label(
        &mut self,
        graph: &Graph,
        block: Block,
        preds: &BTreeMap<Block, Vec<u32>>,
        is_entry: bool,
    ) {
        self.indent -= INDENT;
        self.newline();
        self.indent += INDENT;
        let _ = write!(self.out, "^bb{}", self.names.block(block));
        let args = graph.block_args(block);
        for (i, &arg) in args.iter().enumerate() {
            self.raw(if i == 0 { "(" } else { ", " });
            self.value(arg);
            self.raw(": ");
            self.ty(graph.value_type(arg));
            if self.options.debug_info {
                self.raw(" ");
                self.arg_loc(graph.block_arg_loc(block, i));
            }
        }
        self.raw(if args.is_empty() { ":" } else { "):" });
        match preds.get(&block).map_or(&[] as &[u32], |list| list) {
            [] if is_entry => {}
            [] => self.raw("  // no predecessors"),
            [one] => {
                let _ = write!(self.out, "  // pred: ^bb{one}");
            }
            many => {
                let list: Vec<String> = many.iter().map(|id| format!("^bb{id}")).collect();
                let _ = write!(self.out, "  // {} preds: {}", many.len(), list.join(", "));
            }
        }
    }

    fn generic_step(&mut self, graph: &Graph, op: Op, entry: OpEntry<'a>, step: usize) -> PrintStep {
        let regions = match graph.inner(op) {
            Some(inner) if entry.isolated => inner.roots().len(),
            _ => graph.regions(op).len(),
        };
        if step == 0 {
            self.generic_head(graph, op, entry);
        }
        if step < regions {
            self.raw(if step == 0 { " (" } else { ", " });
            return PrintStep::Region { index: step, entry_args: true };
        }
        if regions > 0 {
            self.raw(")");
        }
        self.generic_tail(graph, op, entry);
        PrintStep::Done
    }

    /// `(%a, %b)[^bb1(%c : i32)] <{props}>`
    fn generic_head(&mut self, graph: &Graph, op: Op, entry: OpEntry<'a>) {
        let successors = graph.successors(op);
        let block_args: usize = successors.iter().map(|(_, args)| args.len()).sum();
        self.raw("(");
        self.values(graph.operands(op).take(graph.operand_count(op) - block_args));
        self.raw(")");
        for (i, (block, args)) in successors.iter().enumerate() {
            self.raw(if i == 0 { "[" } else { ", " });
            let _ = write!(self.out, "^bb{}", self.names.block(*block));
            if !args.is_empty() {
                self.raw("(");
                self.values(args.iter().copied());
                self.raw(" : ");
                self.types(args.iter().map(|&arg| graph.value_type(arg)));
                self.raw(")");
            }
        }
        if !successors.is_empty() {
            self.raw("]");
        }
        if graph.props(op) != DictId::EMPTY {
            self.raw(" <");
            self.op_dict(graph, op, entry, self.ctx.dict_entries(graph.props(op)));
            self.raw(">");
        }
    }

    /// ` {attrs} : (types) -> types`
    fn generic_tail(&mut self, graph: &Graph, op: Op, entry: OpEntry<'a>) {
        if graph.attrs(op) != DictId::EMPTY {
            self.raw(" ");
            self.op_dict(graph, op, entry, self.ctx.dict_entries(graph.attrs(op)));
        }
        self.raw(" : (");
        let block_args: usize = graph.successors(op).iter().map(|(_, args)| args.len()).sum();
        self.types(graph.operand_types(op).take(graph.operand_count(op) - block_args));
        self.raw(") -> ");
        match graph.results(op) {
            [one] if !matches!(self.ctx.type_of(graph.value_type(*one)), crate::Type::Function { .. }) => {
                self.ty(graph.value_type(*one));
            }
            results => {
                self.raw("(");
                self.types(results.iter().map(|&value| graph.value_type(value)));
                self.raw(")");
            }
        }
    }

    fn op_dict(&mut self, graph: &Graph, op: Op, entry: OpEntry<'a>, entries: &[(StrId, AttrId)]) {
        let spec = if entry.registered { self.ctx.op_spec(graph.op_name(op)) } else { None };
        self.raw("{");
        for (i, &(name, attr)) in entries.iter().enumerate() {
            if i > 0 {
                self.raw(", ");
            }
            self.named(name, attr, spec);
        }
        self.raw("}");
    }

    /// All attributes of `op` in one dictionary, ` {...}`, but for those called as in `elide`; nothing when none is
    /// left.
    pub fn op_attrs(&mut self, graph: &Graph, op: Op, elide: &[&str]) {
        self.op_attrs_after(graph, op, elide, " ");
    }

    /// As [`Self::op_attrs`], with `lead` before the dictionary instead of a blank.
    pub fn op_attrs_after(&mut self, graph: &Graph, op: Op, elide: &[&str], lead: &str) {
        let ctx = self.ctx;
        let (props, attrs) = (ctx.dict_entries(graph.props(op)), ctx.dict_entries(graph.attrs(op)));
        let entry = self.entry(graph.op_name(op));
        if elide.is_empty() && (props.is_empty() || attrs.is_empty()) {
            let only = if props.is_empty() { attrs } else { props };
            if !only.is_empty() {
                self.raw(lead);
                self.op_dict(graph, op, entry, only);
            }
            return;
        }
        let all = props.iter().chain(attrs).copied();
        let kept =
            all.filter(|(name, _)| !elide.iter().any(|elided| elided.as_bytes() == ctx.str_bytes(*name)));
        let mut list: Vec<(StrId, AttrId)> = kept.collect();
        if list.is_empty() {
            return;
        }
        list.sort_by(|a, b| ctx.str_bytes(a.0).cmp(ctx.str_bytes(b.0)));
        self.raw(lead);
        self.op_dict(graph, op, entry, &list);
    }
}
