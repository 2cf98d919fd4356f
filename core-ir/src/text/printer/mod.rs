//! From the IR to text, with regions on an explicit stack.

mod attrs;
mod elements;
mod names;
mod ops;
mod types;

use rustc_hash::FxHashMap;

use crate::attrs::AttrId;
use crate::consts::ConstId;
use crate::context::{Context, OpName};
use crate::graph::{Graph, Op};
use crate::intern::StrId;
use crate::loc::LocId;
use crate::registry::DialectHooks;
use crate::spec::OpSpec;
use crate::text::syntax::OpSyntax;
use crate::types::TypeId;

/// How a module is printed.
#[derive(Clone, Debug, Default)]
pub struct PrintOptions {
    /// Every operation in the generic form.
    pub generic: bool,
    /// Locations too.
    pub debug_info: bool,
    /// Constants of more than this many elements are printed as `dense_resource<__elided__>`, which does not read back.
    pub elide_larger: Option<usize>,
    /// Locations where they are used, rather than as aliases that the end of the text defines.
    pub local_scope: bool,
    /// Symbolic dimensions by their expressions rather than as `?`, which does not read back.
    pub symbolic_dims: bool,
    /// No two values under one name, not even in different functions.
    pub unique_ids: bool,
    /// Resources whose text is longer than this are left out, and what uses them does not find them when it is read.
    pub elide_resources: Option<usize>,
    /// What tools want to find beside the module; see [`super::external_resources`].
    pub external: Vec<ExternalResource>,
}

/// An entry `key: value` of the section `external_resources: { owner: { ... } }` that can follow a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalResource {
    /// Whose it is: `mlir_reproducer`.
    pub owner: String,
    /// Its name.
    pub key: String,
    /// What it says.
    pub value: ResourceValue,
}

/// The value of an [`ExternalResource`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResourceValue {
    /// `true` or `false`
    Bool(bool),
    /// `"text"`
    Text(String),
}

/// Prints the module whose body is `graph`.
pub fn print_module(ctx: &Context, graph: &Graph, options: &PrintOptions) -> String {
    let mut printer = Printer::new(ctx, options);
    printer.module(graph);
    printer.finish()
}

/// Prints `op` and all that is in it.
pub fn print_operation(ctx: &Context, graph: &Graph, op: Op, options: &PrintOptions) -> String {
    let mut printer = Printer::new(ctx, options);
    printer.operation(graph, op);
    printer.finish()
}

/// The generic form of one operation on one line, without the contents of its regions. Values have the names that they
/// have in the text of the graph.
pub fn print_op(ctx: &Context, graph: &Graph, op: Op) -> String {
    const LARGE: usize = 16;
    let options = PrintOptions { generic: true, elide_larger: Some(LARGE), ..PrintOptions::default() };
    let mut printer = Printer::new(ctx, &options);
    printer.one_line(graph, op);
    printer.out
}

/// A type as text.
pub fn type_text(ctx: &Context, ty: TypeId) -> String {
    let mut printer = Printer::new(ctx, &PrintOptions::default());
    printer.ty(ty);
    printer.out
}

/// An attribute as text.
pub fn attr_text(ctx: &Context, attr: AttrId) -> String {
    let mut printer = Printer::new(ctx, &PrintOptions::default());
    printer.attr(attr);
    printer.out
}

/// What the printer knows of an operation name.
#[derive(Clone, Copy)]
struct OpEntry<'a> {
    text: &'a str,
    syntax: Option<&'static OpSyntax>,
    hooks: Option<&'static DialectHooks>,
    registered: bool,
    isolated: bool,
    /// The row, when it names several results.
    groups: Option<&'a OpSpec>,
}

/// A text under way. Its public methods are what the syntax hooks of a dialect are written with.
pub struct Printer<'a> {
    ctx: &'a Context,
    options: PrintOptions,
    out: String,
    indent: usize,
    names: names::Names,
    entries: FxHashMap<OpName, OpEntry<'a>>,
    types: FxHashMap<TypeId, Box<str>>,
    /// Locations that were printed as `#locN`, in the order of N.
    locs: Vec<LocId>,
    loc_ids: FxHashMap<LocId, usize>,
    /// The constants that were printed by their keys.
    resources: FxHashMap<StrId, ConstId>,
    default_dialects: Vec<&'static str>,
}

impl<'a> Printer<'a> {
    fn new(ctx: &'a Context, options: &PrintOptions) -> Self {
        Self {
            ctx,
            options: options.clone(),
            out: String::new(),
            indent: 0,
            names: names::Names::default(),
            entries: FxHashMap::default(),
            types: FxHashMap::default(),
            locs: Vec::new(),
            loc_ids: FxHashMap::default(),
            resources: FxHashMap::default(),
            default_dialects: vec!["builtin"],
        }
    }

    /// The context that everything is interned in.
    pub fn ctx(&self) -> &'a Context {
        self.ctx
    }

    /// Whether locations are printed.
    pub fn prints_locs(&self) -> bool {
        self.options.debug_info
    }

    /// Prints text as it is.
    pub fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn newline(&mut self) {
        self.out.push('\n');
        const SPACES: &str = "                                                                ";
        let mut left = self.indent;
        while left > 0 {
            let now = left.min(SPACES.len());
            self.out.push_str(&SPACES[..now]);
            left -= now;
        }
    }

    fn entry(&mut self, name: OpName) -> OpEntry<'a> {
        if let Some(&entry) = self.entries.get(&name) {
            return entry;
        }
        let text = self.ctx.op_text(name);
        let spec = self.ctx.op_spec(name);
        let dialects = self.ctx.dialects();
        let entry = OpEntry {
            text,
            syntax: dialects.op_syntax(text),
            hooks: text.split_once('.').and_then(|(dialect, _)| dialects.hooks(dialect)),
            registered: spec.is_some(),
            isolated: spec.is_some_and(|spec| spec.traits.has(crate::spec::Traits::ISOLATED)),
            groups: spec.filter(|spec| spec.results.len() > 1),
        };
        self.entries.insert(name, entry);
        entry
    }

    /// The text, with the locations that it names.
    fn finish(mut self) -> String {
        let body = self.out.len();
        let mut starts = Vec::new();
        // Printing a location may name others, which join the list.
        while let Some(&loc) = self.locs.get(starts.len()) {
            let at = starts.len();
            starts.push(self.out.len());
            self.raw("#loc");
            if at > 0 {
                self.raw(&at.to_string());
            }
            self.raw(" = loc(");
            self.loc_body(loc);
            self.raw(")\n");
        }
        starts.push(self.out.len());
        let order = self.parts_first();
        if !order.is_sorted() {
            let named = self.out.split_off(body);
            let text_of = |at: usize| &named[starts[at] - body..starts[at + 1] - body];
            self.out.extend(order.into_iter().map(text_of));
        }
        self.resource_section();
        self.out
    }

    /// The indices of the named locations, each after those that it names: MLIR's parser knows an alias of an attribute
    /// from its definition on.
    fn parts_first(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.locs.len());
        let mut is_seen = vec![false; self.locs.len()];
        for root in 0..self.locs.len() {
            let mut stack = vec![(root, false)];
            while let Some((at, is_done)) = stack.pop() {
                if is_done {
                    order.push(at);
                } else if !std::mem::replace(&mut is_seen[at], true) {
                    stack.push((at, true));
                    let parts = self.ctx.loc_of(self.locs[at]).parts();
                    stack.extend(parts.rev().filter_map(|part| Some((*self.loc_ids.get(&part)?, false))));
                }
            }
        }
        order
    }
}
