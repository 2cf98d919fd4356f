//! Locations, and the aliases they are printed by.
//!
//! As in MLIR: `#loc`, `#loc1`, ... count the locations in the order in which operations, arguments and what is inside
//! them are met from the outside in, those that name no other location first. Locations of arguments are written where
//! they stand; what they name is defined before the module, everything else after it.

use std::fmt::Write;

use rustc_hash::FxHashMap;

use super::Printer;
use crate::graph::{Block, Graph, Op, Region};
use crate::loc::{Loc, LocId};

/// The aliases of locations.
#[derive(Default)]
pub(super) struct LocAliases {
    /// The place in `order` of each location that was met.
    index: FxHashMap<LocId, u32>,
    /// Locations in the order of their numbers.
    order: Vec<Met>,
}

struct Met {
    loc: LocId,
    /// 1 for a location that names no other.
    depth: u32,
    /// Whether it may be defined after it is used.
    deferred: bool,
}

impl LocAliases {
    /// Meets `loc` and all that it names.
    fn meet(&mut self, ctx: &crate::Context, loc: LocId, deferred: bool) {
        let mut stack = vec![loc];
        while let Some(loc) = stack.pop() {
            let next = self.order.len() as u32;
            let at = *self.index.entry(loc).or_insert(next);
            if at == next {
                self.order.push(Met { loc, depth: 1, deferred });
            } else if deferred || !self.order[at as usize].deferred {
                continue;
            }
            self.order[at as usize].deferred = deferred;
            stack.extend(named(ctx.loc_of(loc)).rev());
        }
    }

    /// Numbers the locations that were met.
    fn number(&mut self, ctx: &crate::Context) {
        // A location is interned after those that it names, so one pass in the order of ids knows their depths.
        let mut by_age: Vec<u32> = (0..self.order.len() as u32).collect();
        by_age.sort_unstable_by_key(|&at| self.order[at as usize].loc);
        for at in by_age {
            let parts = named(ctx.loc_of(self.order[at as usize].loc));
            let depths = parts.filter_map(|part| Some(self.order[*self.index.get(&part)? as usize].depth));
            self.order[at as usize].depth = depths.max().unwrap_or(0) + 1;
        }
        self.order.sort_by_key(|met| met.depth);
        self.index = self.order.iter().enumerate().map(|(at, met)| (met.loc, at as u32)).collect();
    }
}

/// The locations that are printed inside of `loc`.
fn named(loc: &Loc) -> impl DoubleEndedIterator<Item = LocId> + '_ {
    let is_name = matches!(loc, Loc::Name { .. });
    loc.parts().filter(move |&part| !(is_name && part == LocId::UNKNOWN))
}

/// What is left to look at, innermost last.
enum Step<'g> {
    Op(&'g Graph, Option<Op>),
    Block(&'g Graph, Block),
    Region(&'g Graph, Region),
}

impl Printer<'_> {
    /// Gives every location of the module whose body is `graph` its alias.
    pub(super) fn name_locs(&mut self, graph: &Graph) {
        let ctx = self.ctx;
        let mut aliases = LocAliases::default();
        aliases.meet(ctx, graph.module_loc(), true);
        let mut stack: Vec<Step<'_>> =
            graph.roots().iter().rev().map(|&region| Step::Region(graph, region)).collect();
        while let Some(step) = stack.pop() {
            match step {
                Step::Region(graph, region) => {
                    stack.extend(graph.blocks(region).iter().rev().map(|&block| Step::Block(graph, block)));
                }
                Step::Block(graph, block) => {
                    for i in 0..graph.block_args(block).len() {
                        aliases.meet(ctx, graph.block_arg_loc(block, i), false);
                    }
                    stack.push(Step::Op(graph, graph.first_op(block)));
                }
                Step::Op(_, None) => {}
                Step::Op(graph, Some(op)) => {
                    aliases.meet(ctx, graph.loc(op), true);
                    stack.push(Step::Op(graph, graph.next_op(op)));
                    match graph.inner(op) {
                        Some(inner) => {
                            let roots = inner.roots().iter().rev();
                            stack.extend(roots.map(|&region| Step::Region(inner, region)));
                        }
                        None => {
                            let regions = graph.regions(op).iter().rev();
                            stack.extend(regions.map(|&region| Step::Region(graph, region)));
                        }
                    }
                }
            }
        }
        aliases.number(ctx);
        self.locs = aliases;
    }

    /// Prints `#loc = loc(...)` for the locations that are defined after the module, or for the others.
    pub(super) fn loc_definitions(&mut self, deferred: bool) {
        for at in 0..self.locs.order.len() {
            let Met { loc, deferred: is_deferred, .. } = self.locs.order[at];
            if is_deferred == deferred {
                self.loc_alias(at as u32);
                self.raw(" = loc(");
                self.loc_body(loc);
                self.raw(")\n");
            }
        }
    }

    fn loc_alias(&mut self, number: u32) {
        self.raw("#loc");
        if number > 0 {
            let _ = write!(self.out, "{number}");
        }
    }

    /// Prints `loc(...)`.
    pub fn loc(&mut self, loc: LocId) {
        self.raw("loc(");
        self.inner_loc(loc);
        self.raw(")");
    }

    /// Prints `loc(...)` of an argument of a block or a function.
    pub fn arg_loc(&mut self, loc: LocId) {
        self.raw("loc(");
        self.loc_body(loc);
        self.raw(")");
    }

    fn inner_loc(&mut self, loc: LocId) {
        match self.locs.index.get(&loc) {
            Some(&number) => self.loc_alias(number),
            None => self.loc_body(loc),
        }
    }

    /// What stands in the parentheses of `loc(...)`.
    fn loc_body(&mut self, loc: LocId) {
        let ctx = self.ctx;
        match ctx.loc_of(loc) {
            Loc::Unknown => self.raw("unknown"),
            Loc::Name { name, child } => {
                self.string(ctx.str_bytes(*name));
                if *child != LocId::UNKNOWN {
                    self.raw("(");
                    self.inner_loc(*child);
                    self.raw(")");
                }
            }
            Loc::File { file, line, col } => {
                self.string(ctx.str_bytes(*file));
                let _ = write!(self.out, ":{line}:{col}");
            }
            Loc::Fused { locs, metadata } => {
                self.raw("fused");
                if let Some(metadata) = metadata {
                    self.raw("<");
                    self.attr(*metadata);
                    self.raw(">");
                }
                self.raw("[");
                for (i, &loc) in locs.iter().enumerate() {
                    if i > 0 {
                        self.raw(", ");
                    }
                    self.inner_loc(loc);
                }
                self.raw("]");
            }
            Loc::CallSite { callee, caller } => {
                self.raw("callsite(");
                self.inner_loc(*callee);
                self.raw(" at ");
                self.inner_loc(*caller);
                self.raw(")");
            }
        }
    }
}
