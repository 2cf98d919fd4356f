//! From the IR to text, with regions on an explicit stack.

mod attrs;
mod elements;
mod locs;
mod names;
mod ops;
mod types;

use rustc_hash::FxHashMap;

use crate::attrs::AttrId;
use crate::consts::ConstId;
use crate::context::{Context, OpName};
use crate::graph::{Graph, Op};
use crate::intern::StrId;
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
    printer.out
}

/// Prints `op` and all that is in it.
pub fn print_operation(ctx: &Context, graph: &Graph, op: Op, options: &PrintOptions) -> String {
    let mut printer = Printer::new(ctx, options);
    printer.operation(graph, op);
    printer.out
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
    /// What the result is called; empty where it is numbered.
    result_name: &'static str,
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
    locs: locs::LocAliases,
    /// The constants that were printed by a key, in the order of their first use.
    resources: Vec<(StrId, ConstId)>,
    /// Those keys. Another constant may want a key that is taken.
    resource_keys: FxHashMap<StrId, ConstId>,
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
            locs: locs::LocAliases::default(),
            resources: Vec::new(),
            resource_keys: FxHashMap::default(),
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
            result_name: dialects.result_name(text),
            hooks: text.split_once('.').and_then(|(dialect, _)| dialects.hooks(dialect)),
            registered: spec.is_some(),
            isolated: spec.is_some_and(|spec| spec.traits.has(crate::spec::Traits::ISOLATED)),
            groups: spec.filter(|spec| spec.results.len() > 1),
        };
        self.entries.insert(name, entry);
        entry
    }
}
