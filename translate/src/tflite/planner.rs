//! From a module to the contents of a file: which functions and regions become subgraphs, and what they share.

use core_ir::{Attr, AttrId, Context, Diagnostic, Diagnostics, Graph, Op, Region, Reported, StrId, Value};
use rustc_hash::{FxHashMap, FxHashSet};

use super::buffers::Buffers;
use super::plan::{ModelPlan, OperatorCode, SubGraphPlan};
use super::schema::MIN_RUNTIME_VERSION;
use super::versions::Release;
use super::write::WriteOptions;
use super::{module_attrs, signatures, subgraph};

/// What becomes a subgraph.
pub(super) enum Source<'m> {
    /// The body of a function.
    Function(Op),
    /// A region of a control flow operation that is not just a call.
    Region(RegionSource<'m>),
}

/// A region that becomes a subgraph.
#[derive(Clone)]
pub(super) struct RegionSource<'m> {
    /// The graph the region is in.
    pub(super) graph: &'m Graph,
    pub(super) region: Region,
    /// Values from outside, which become further inputs.
    pub(super) captures: Vec<Value>,
    /// Whether the captures become further outputs too: the body of a loop hands them on.
    pub(super) yields_captures: bool,
    pub(super) name: String,
}

/// What planning knows and collects.
pub(super) struct Planner<'m, 'd> {
    pub(super) ctx: &'m Context,
    pub(super) module: &'m Graph,
    pub(super) diags: &'d mut Diagnostics,
    pub(super) buffers: Buffers,
    pub(super) codes: Vec<OperatorCode>,
    code_numbers: FxHashMap<OperatorCode, u32>,
    /// The subgraphs of functions.
    pub(super) subgraph_of: FxHashMap<StrId, u32>,
    /// What becomes a subgraph, in the order of their numbers. Regions are added while others are planned.
    pub(super) sources: Vec<Source<'m>>,
    /// The first release that has all operator versions.
    pub(super) min_runtime: Option<&'static str>,
    /// The release that must run the file.
    pub(super) target: Option<Release>,
    pub(super) errors: usize,
}

/// A plan and what is known about it.
pub(super) struct Planned {
    pub(super) plan: ModelPlan,
    pub(super) min_runtime: Option<&'static str>,
}

/// Plans the file of `module`.
pub(super) fn plan(
    ctx: &Context,
    module: &Graph,
    options: &WriteOptions,
    diags: &mut Diagnostics,
) -> Result<Planned, Reported> {
    let mut planner = Planner {
        ctx,
        module,
        diags,
        buffers: Buffers::new(),
        codes: Vec::new(),
        code_numbers: FxHashMap::default(),
        subgraph_of: FxHashMap::default(),
        sources: Vec::new(),
        min_runtime: None,
        target: options.runtime,
        errors: 0,
    };
    let entries = planner.choose_functions()?;
    let mut subgraphs: Vec<SubGraphPlan> = Vec::new();
    while let Some(source) = planner.sources.get(subgraphs.len()) {
        let subgraph = match source {
            Source::Function(op) => {
                let op = *op;
                subgraph::plan_function(&mut planner, op)
            }
            Source::Region(source) => {
                let source = source.clone();
                subgraph::plan_region(&mut planner, &source)
            }
        };
        subgraphs.push(subgraph.unwrap_or_default());
    }
    let signatures = signatures::plan(&mut planner, &entries, &subgraphs);
    if planner.errors > 0 {
        let count = planner.errors;
        let text = format!(
            "the model was not written because of {count} error{}",
            if count == 1 { "" } else { "s" }
        );
        return Err(planner.diags.push(Diagnostic::error("tflite-not-written", text)));
    }
    let metadata = planner.metadata(options);
    let description = match &options.description {
        Some(text) => text.clone().into_bytes(),
        None => module_attrs::description(ctx, module)
            .unwrap_or_else(|| concat!("tfl-opt ", env!("CARGO_PKG_VERSION")).as_bytes().to_vec()),
    };
    let min_runtime = planner.min_runtime;
    let plan = ModelPlan {
        operator_codes: planner.codes,
        subgraphs,
        description,
        buffers: planner.buffers,
        metadata,
        signatures,
    };
    Ok(Planned { plan, min_runtime })
}

impl<'m> Planner<'m, '_> {
    /// Reports an error and counts it.
    pub(super) fn error(&mut self, diagnostic: Diagnostic) {
        self.errors += 1;
        self.diags.push(diagnostic);
    }

    /// The number of an operator code.
    pub(super) fn code(&mut self, code: OperatorCode) -> u32 {
        if let Some(&number) = self.code_numbers.get(&code) {
            return number;
        }
        let number = self.codes.len() as u32;
        self.codes.push(code.clone());
        self.code_numbers.insert(code, number);
        number
    }

    /// Notes that an operator needs a runtime release.
    pub(super) fn needs_runtime(&mut self, release: &'static str) {
        if release.is_empty() {
            return;
        }
        let release_of = |text: &str| text.parse::<Release>().ok();
        if self.min_runtime.is_none_or(|now| release_of(now) < release_of(release)) {
            self.min_runtime = Some(release);
        }
    }

    /// The number of the subgraph of a region.
    pub(super) fn region(&mut self, source: RegionSource<'m>) -> u32 {
        self.sources.push(Source::Region(source));
        (self.sources.len() - 1) as u32
    }

    /// Numbers the entry functions, then other public ones, then all that these refer to. Gives the former two.
    fn choose_functions(&mut self) -> Result<Vec<(Op, u32)>, Reported> {
        let (ctx, module) = (self.ctx, self.module);
        let functions: Vec<(StrId, Op)> =
            module.symbols(ctx).filter(|&(_, op)| module.is(ctx, op, "func.func")).collect();
        let is_entry = |&&(name, op): &&(StrId, Op)| {
            let attrs = module.attrs(op);
            ctx.str_bytes(name) == b"main"
                || ctx.dict_get(attrs, "tf.entry_function").is_some()
                || ctx.dict_get(attrs, "tf_saved_model.exported_names").is_some()
        };
        let is_public = |&&(_, op): &&(StrId, Op)| {
            let visibility =
                ctx.dict_get(module.props(op), "sym_visibility").and_then(|attr| ctx.attr_str(attr));
            visibility.as_deref() != Some("private") && visibility.as_deref() != Some("nested")
        };
        let mut entries: Vec<(StrId, Op)> = functions.iter().filter(is_entry).copied().collect();
        entries.sort_by_key(|entry| ctx.str_bytes(entry.0) != b"main");
        let others: Vec<(StrId, Op)> = functions
            .iter()
            .filter(is_public)
            .filter(|function| !entries.contains(function))
            .copied()
            .collect();
        entries.extend(others);
        if entries.is_empty() {
            let fault =
                Diagnostic::error("no-entry-function", "the module has no function that could be a model");
            return Err(self.diags.push(fault.help("name a function `main` or give it `tf.entry_function`")));
        }

        let reachable = self.reachable(&entries, &functions);
        let rest = functions.iter().filter(|f| reachable.contains(&f.0) && !entries.contains(f));
        for &(name, op) in entries.iter().chain(rest) {
            self.subgraph_of.insert(name, self.sources.len() as u32);
            self.sources.push(Source::Function(op));
        }
        for &(name, op) in functions.iter().filter(|f| !self.subgraph_of.contains_key(&f.0)) {
            let text =
                format!("function `{}` is not written because nothing refers to it", ctx.str_text(name));
            self.diags.push(Diagnostic::remark("unused-function", text).at(module.loc(op)));
        }
        Ok(entries.iter().map(|&(name, op)| (op, self.subgraph_of[&name])).collect())
    }

    fn reachable(&self, entries: &[(StrId, Op)], functions: &[(StrId, Op)]) -> FxHashSet<StrId> {
        let by_name: FxHashMap<StrId, Op> = functions.iter().copied().collect();
        let mut seen: FxHashSet<StrId> = entries.iter().map(|entry| entry.0).collect();
        let mut stack: Vec<Op> = entries.iter().map(|entry| entry.1).collect();
        while let Some(function) = stack.pop() {
            let Some(body) = self.module.inner(function) else { continue };
            body.walk(&mut |op| {
                for (_, attr) in self.ctx.dict_entries(body.props(op)) {
                    self.symbols(*attr, &mut |name| {
                        if let Some(&callee) = by_name.get(&name).filter(|_| seen.insert(name)) {
                            stack.push(callee);
                        }
                    });
                }
            });
        }
        seen
    }

    /// Every name in `attr` that could be a function's; `tfl.call_once` has its function as a string.
    fn symbols(&self, attr: AttrId, visit: &mut dyn FnMut(StrId)) {
        let mut stack = vec![attr];
        while let Some(attr) = stack.pop() {
            match self.ctx.attr_of(attr) {
                Attr::Symbol(path) => path.first().into_iter().for_each(|&name| visit(name)),
                Attr::String(name) => visit(*name),
                Attr::Array(items) => stack.extend(items),
                Attr::Dict(dict) => stack.extend(self.ctx.dict_entries(*dict).iter().map(|entry| entry.1)),
                Attr::Dialect { params, .. } => stack.extend(params),
                _ => {}
            }
        }
    }

    /// The model's metadata: what the module has, what the options add, and the first release that runs it.
    fn metadata(&mut self, options: &WriteOptions) -> Vec<(Vec<u8>, u32)> {
        let mut list = module_attrs::metadata(self.ctx, self.module);
        list.extend(options.metadata.iter().map(|(name, bytes)| (name.clone().into_bytes(), bytes.clone())));
        list.retain(|entry| entry.0 != MIN_RUNTIME_VERSION.as_bytes());
        let mut release = self.min_runtime.unwrap_or("").as_bytes().to_vec();
        // TensorFlow's converter fills up to 16 bytes, which readers take for the end of the text.
        release.resize(release.len().max(16), 0);
        list.push((MIN_RUNTIME_VERSION.as_bytes().to_vec(), release));
        list.into_iter().map(|(name, bytes)| (name, self.buffers.bytes(bytes))).collect()
    }
}
