//! What became of every operation of the source.
//!
//! An operation is known by its location. Locations go with what passes make: an inlined operation has the location of
//! the original inside a call site, a fused one has those of all its parts. So after each pass the locations that are
//! left are collected, once through the module, and an operation whose location is gone was dropped, merged or folded
//! by that pass. Operations that share a location share a fate; those without one cannot be followed, and are said to
//! be so.

use core_ir::pass::{Fate as RuleFate, PassReport};
use core_ir::{Context, Graph, Loc, LocId, OpName, StrId};
use passes::constants::is_constant;
use passes::functions::read_each_graph;
use rustc_hash::{FxHashMap, FxHashSet};

/// Operations that frame others and are nobody's computation.
pub(crate) const FRAMES: &[&str] =
    &["builtin.module", "func.func", "func.return", "tfl.yield", "tf_saved_model.global_tensor"];

/// An operation of the source.
struct Source {
    name: OpName,
    loc: LocId,
    function: Option<StrId>,
}

/// The operations of a source, followed through the passes.
pub(crate) struct Fates {
    sources: Vec<Source>,
    /// The pass after which a location was gone, as an index into `passes`.
    gone: FxHashMap<LocId, usize>,
    alive: FxHashSet<LocId>,
    passes: Vec<String>,
}

/// What became of one operation.
pub(crate) struct Fate<'a> {
    /// Its name.
    pub(crate) name: OpName,
    /// Where it stood.
    pub(crate) loc: LocId,
    /// The function it stood in.
    pub(crate) function: Option<StrId>,
    /// In a word.
    pub(crate) word: &'static str,
    /// The pass that ended it, where one did.
    pub(crate) pass: Option<&'a str>,
    /// The operations that it is part of now.
    pub(crate) ops: Vec<OpName>,
    /// The rules that made those, where they are known.
    pub(crate) rules: Vec<&'a str>,
}

/// Locations that are left in a module, and which operations have them.
#[derive(Default)]
struct Left {
    /// For each location the kinds of operations that have it.
    direct: FxHashMap<LocId, Vec<OpName>>,
    /// Locations of calls that were inlined.
    callers: FxHashSet<LocId>,
}

impl Left {
    fn of(ctx: &Context, module: &Graph) -> Self {
        let mut left = Self::default();
        read_each_graph(module, &mut |graph| {
            graph.walk(&mut |op| {
                let name = graph.op_name(op);
                if FRAMES.contains(&ctx.op_text(name)) {
                    return;
                }
                left.add(ctx, graph.loc(op), name);
            });
        });
        left
    }

    fn add(&mut self, ctx: &Context, loc: LocId, name: OpName) {
        let mut stack = vec![loc];
        while let Some(loc) = stack.pop() {
            let names = self.direct.entry(loc).or_default();
            // What is behind a location that this kind of operation had before was visited then.
            if names.contains(&name) {
                continue;
            }
            names.push(name);
            match ctx.loc_of(loc) {
                Loc::Fused { locs, .. } => stack.extend(locs.iter()),
                Loc::CallSite { callee, caller } => {
                    stack.push(*callee);
                    self.add_caller(ctx, *caller);
                }
                Loc::Name { .. } | Loc::File { .. } | Loc::Unknown => {}
            }
        }
    }

    fn add_caller(&mut self, ctx: &Context, loc: LocId) {
        let mut stack = vec![loc];
        while let Some(loc) = stack.pop() {
            if !self.callers.insert(loc) {
                continue;
            }
            match ctx.loc_of(loc) {
                Loc::Fused { locs, .. } => stack.extend(locs.iter()),
                Loc::CallSite { callee, caller } => stack.extend([*callee, *caller]),
                Loc::Name { .. } | Loc::File { .. } | Loc::Unknown => {}
            }
        }
    }

    fn has(&self, loc: LocId) -> bool {
        self.direct.contains_key(&loc) || self.callers.contains(&loc)
    }
}

impl Fates {
    /// Notes the operations of a module that was just read.
    pub(crate) fn of_source(ctx: &Context, module: &Graph) -> Self {
        let mut sources = Vec::new();
        let mut add = |graph: &Graph, function: Option<StrId>| {
            graph.walk(&mut |op| {
                let name = graph.op_name(op);
                if !FRAMES.contains(&ctx.op_text(name)) {
                    sources.push(Source { name, loc: graph.loc(op), function });
                }
            });
        };
        add(module, None);
        module.walk(&mut |op| {
            let function = module.symbol_name(ctx, op);
            if let Some(inner) = module.inner(op) {
                read_each_graph(inner, &mut |graph| add(graph, function));
            }
        });
        let alive = sources.iter().map(|source| source.loc).filter(|&loc| loc != LocId::UNKNOWN).collect();
        Self { sources, gone: FxHashMap::default(), alive, passes: Vec::new() }
    }

    /// Notes which operations pass `name` left nothing of.
    pub(crate) fn after_pass(&mut self, ctx: &Context, name: &str, module: &Graph) {
        let left = Left::of(ctx, module);
        let at = self.passes.len();
        self.passes.push(name.to_owned());
        let gone = &mut self.gone;
        self.alive.retain(|&loc| {
            let stays = left.has(loc);
            if !stays {
                gone.insert(loc, at);
            }
            stays
        });
    }

    /// What became of every operation, in the order of the source, given the module as it is in the end and whether it
    /// was written as a .tflite file.
    pub(crate) fn list<'a>(
        &'a self,
        ctx: &Context,
        module: &Graph,
        reports: &'a [PassReport],
        is_written: bool,
    ) -> Vec<Fate<'a>> {
        let left = Left::of(ctx, module);
        let mut constants: FxHashSet<OpName> = FxHashSet::default();
        read_each_graph(module, &mut |graph| {
            graph.walk(&mut |op| {
                if is_constant(ctx, graph, op) {
                    constants.insert(graph.op_name(op));
                }
            });
        });
        // Passes that apply rules say what they did to which location; that may be the location of an inlined copy.
        let mut told: FxHashMap<LocId, Vec<&RuleFate>> = FxHashMap::default();
        for fate in reports.iter().flat_map(|report| &report.fates) {
            for part in origins(ctx, fate.loc) {
                told.entry(part).or_default().push(fate);
            }
        }
        let describe = |source: &Source| {
            let mut fate = Fate {
                name: source.name,
                loc: source.loc,
                function: source.function,
                word: "untraced",
                pass: None,
                ops: Vec::new(),
                rules: Vec::new(),
            };
            if source.loc == LocId::UNKNOWN {
                return fate;
            }
            for one in told.get(&source.loc).into_iter().flatten() {
                if let Some(rule) = one.rule.as_deref()
                    && !fate.rules.contains(&rule)
                {
                    fate.rules.push(rule);
                }
            }
            if let Some(&at) = self.gone.get(&source.loc) {
                let pass = self.passes[at].as_str();
                fate.pass = Some(pass);
                let said =
                    told.get(&source.loc).and_then(|fates| fates.last()).map(|fate| fate.fate.as_str());
                fate.word = match (word_of_pass(pass), said) {
                    ("rewritten", _) if is_source_constant(ctx, source.name) => "constant",
                    ("rewritten", Some("folded")) => "folded",
                    ("rewritten", Some("unused")) => "dropped-dead",
                    (word, _) => word,
                };
                return fate;
            }
            let ops = left.direct.get(&source.loc).map_or(&[][..], Vec::as_slice);
            let is_constant = |name: &OpName| constants.contains(name);
            fate.ops = ops.iter().copied().filter(|name| !is_constant(name)).collect();
            fate.ops.sort_by_key(|&name| ctx.op_text(name));
            fate.word = if fate.ops.is_empty() && !ops.is_empty() {
                if is_source_constant(ctx, source.name) { "constant" } else { "folded" }
            } else if fate.ops.is_empty() {
                "inlined"
            } else {
                word_of_ops(ctx, &fate.ops, is_written)
            };
            fate
        };
        self.sources.iter().map(describe).collect()
    }
}

/// The locations that a location is made of, those of callers aside.
fn origins(ctx: &Context, loc: LocId) -> Vec<LocId> {
    const MOST: usize = 256;
    let mut list = Vec::new();
    let mut stack = vec![loc];
    while let Some(loc) = stack.pop() {
        if list.len() == MOST || list.contains(&loc) {
            continue;
        }
        list.push(loc);
        match ctx.loc_of(loc) {
            Loc::Fused { locs, .. } => stack.extend(locs.iter()),
            Loc::CallSite { callee, .. } => stack.push(*callee),
            Loc::Name { .. } | Loc::File { .. } | Loc::Unknown => {}
        }
    }
    list
}

fn is_source_constant(ctx: &Context, name: OpName) -> bool {
    matches!(ctx.op_text(name), "tf.Const" | "arith.constant" | "tfl.pseudo_const" | "tf.ReadVariableOp")
}

/// What a pass does to operations of which it leaves nothing.
fn word_of_pass(pass: &str) -> &'static str {
    const WORDS: &[(&str, &str)] = &[
        ("canonicalize", "folded"),
        ("cse", "merged"),
        ("dce", "dropped-dead"),
        ("fold-constants", "folded"),
        ("inline", "inlined"),
        ("symbol-dce", "dropped-dead"),
        ("tf-forward-variable-reads", "folded"),
        ("tf-freeze-variables", "frozen"),
        ("tf-prune", "dropped-observer"),
        ("tfl-saturate", "rewritten"),
    ];
    WORDS.iter().find(|row| row.0 == pass).map_or("dropped", |row| row.1)
}

/// What operations that are left are in a file. Those that are no builtins were written as custom ones, if anything was
/// written.
fn word_of_ops(ctx: &Context, ops: &[OpName], is_written: bool) -> &'static str {
    let is_custom = |name: &OpName| matches!(ctx.op_text(*name), "tfl.custom" | "tfl.custom_tf");
    let is_builtin = |name: &OpName| ctx.op_spec(*name).is_some_and(|spec| spec.tflite.is_some());
    if ops.iter().all(is_builtin) {
        "builtin"
    } else if is_written || ops.iter().all(|name| is_custom(name) || is_builtin(name)) {
        "custom"
    } else {
        "left-over"
    }
}
