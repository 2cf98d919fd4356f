//! The reasons of all passes put together: an operation that one pass was given may be one that an earlier pass made.

use core_ir::pass::PassReport;
use core_ir::pass::reasons::{Derived, Given, Origin, Proof, Reasons, SourceFate, Step};
use core_ir::{Context, Graph, LocId, Op, OpName};
use passes::constants::is_constant;
use passes::eqsat::explain::About;
use passes::functions::read_each_graph;
use rustc_hash::FxHashMap;

use crate::fate::{FRAMES, Fate, Fates};
use crate::render;

/// Where something stands: which reasons, and the place there.
pub(super) type At = (usize, usize);

/// What an operation is known by after a pass, and before the next.
type Identity = (Op, OpName, LocId);

/// An operation of the result.
pub(super) struct Final {
    /// The function that it stands in.
    pub(super) function: Option<String>,
    /// Its name.
    pub(super) name: OpName,
    /// Its location.
    pub(super) loc: LocId,
    /// The types of its results.
    pub(super) types: String,
    /// Which pass made it by rules, where one did.
    pub(super) derived: Option<At>,
}

/// All there is to tell.
pub(super) struct Story<'a> {
    /// The context.
    pub(super) ctx: &'a Context,
    /// The reasons in the order of the passes, with the name of each pass.
    pub(super) chapters: Vec<(&'a str, &'a Reasons)>,
    /// The operations of the result that are asked about, in order.
    pub(super) finals: Vec<Final>,
    /// How many operations there are in the result.
    pub(super) all: usize,
    /// What became of the operations of the model that are asked about.
    pub(super) fates: Vec<Fate<'a>>,
    /// The operations before rules ran that are asked about, or that stay although they must not.
    pub(super) judged: Vec<At>,
    /// Whether all passes ran.
    pub(super) complete: bool,
    /// For each of the source operations of a pass what an earlier pass made it of.
    earlier: FxHashMap<At, At>,
}

/// The results of one report, to find operations in.
#[derive(Default)]
struct Results {
    exact: FxHashMap<Identity, At>,
    /// Those that are the only ones of their name at their location.
    unique: FxHashMap<(OpName, LocId), Option<At>>,
}

impl Results {
    fn add(&mut self, at: At, result: &Derived) {
        self.exact.entry((result.op, result.name, result.loc)).or_insert(at);
        let place = (result.name, result.loc);
        self.unique.entry(place).and_modify(|one| *one = None).or_insert(Some(at));
    }

    fn find(&self, (op, name, loc): Identity) -> Option<At> {
        let exact = self.exact.get(&(op, name, loc)).copied();
        exact.or_else(|| self.unique.get(&(name, loc)).copied().flatten().filter(|_| loc != LocId::UNKNOWN))
    }
}

impl<'a> Story<'a> {
    /// Puts together what `reports` say of `module`, about the operations `about` or, without it, about all.
    pub(super) fn new(
        ctx: &'a Context,
        module: &Graph,
        reports: &'a [PassReport],
        fates: &'a Fates,
        about: Option<&About>,
        complete: bool,
    ) -> Self {
        let mut chapters: Vec<(&'a str, &'a Reasons)> = Vec::new();
        let mut results: Vec<Results> = Vec::new();
        let mut earlier = FxHashMap::default();
        for report in reports.iter().filter(|report| !report.reasons.is_empty()) {
            let mut of_pass = Results::default();
            for reasons in &report.reasons {
                let chapter = chapters.len();
                for (i, given) in reasons.sources.iter().enumerate() {
                    let identity = (given.op, given.name, given.loc);
                    if let Some(at) = results.iter().rev().find_map(|pass| pass.find(identity)) {
                        earlier.insert((chapter, i), at);
                    }
                }
                for (i, result) in reasons.results.iter().enumerate() {
                    of_pass.add((chapter, i), result);
                }
                chapters.push((report.name.as_str(), reasons));
            }
            results.push(of_pass);
        }
        let asked = |name: OpName, loc: LocId| about.is_none_or(|about| about.holds(ctx, name, loc));
        let (mut finals, mut all) = (Vec::new(), 0);
        let mut add = |graph: &Graph, function: Option<&str>| {
            graph.walk(&mut |op| {
                let (name, loc) = (graph.op_name(op), graph.loc(op));
                if FRAMES.contains(&ctx.op_text(name)) || is_constant(ctx, graph, op) {
                    return;
                }
                all += 1;
                let derived = results.iter().rev().find_map(|pass| pass.find((op, name, loc)));
                if asked(name, loc) {
                    let types = graph.result_types(op).map(|ty| core_ir::text::type_text(ctx, ty));
                    let types = types.collect::<Vec<_>>().join(", ");
                    let function = function.map(str::to_owned);
                    finals.push(Final { function, name, loc, types, derived });
                }
            });
        };
        add(module, None);
        module.walk(&mut |op| {
            let function = module.symbol_name(ctx, op).map(|name| ctx.str_text(name).into_owned());
            if let Some(inner) = module.inner(op) {
                read_each_graph(inner, &mut |graph| add(graph, function.as_deref()));
            }
        });
        let fates = match about {
            Some(_) => fates.list(ctx, module, reports, false),
            None => Vec::new(),
        };
        let fates = fates.into_iter().filter(|fate| asked(fate.name, fate.loc)).collect();
        let mut judged = Vec::new();
        for (chapter, (_, reasons)) in chapters.iter().enumerate() {
            let is_told = |given: &Given| match about {
                Some(about) => !given.verdicts.is_empty() && about.holds(ctx, given.name, given.loc),
                None => given.fate == SourceFate::Stuck,
            };
            let told = reasons.sources.iter().enumerate().filter(|(_, given)| is_told(given));
            judged.extend(told.map(|(i, _)| (chapter, i)));
        }
        Self { ctx, chapters, finals, all, fates, judged, complete, earlier }
    }

    /// Whether nothing is asked about.
    pub(super) fn is_empty(&self) -> bool {
        self.finals.is_empty() && self.fates.is_empty() && self.judged.is_empty()
    }

    /// An operation that a pass was given.
    pub(super) fn source(&self, at: At) -> &'a Given {
        &self.chapters[at.0].1.sources[at.1]
    }

    /// A rule that was applied.
    pub(super) fn step(&self, at: At) -> &'a Step {
        &self.chapters[at.0].1.steps[at.1]
    }

    /// A result of a pass.
    pub(super) fn result(&self, at: At) -> &'a Derived {
        &self.chapters[at.0].1.results[at.1]
    }

    /// A proof.
    pub(super) fn proof(&self, at: At) -> &'a Proof {
        &self.chapters[at.0].1.proofs[at.1]
    }

    /// What an operation that a pass was given was made of by an earlier pass, if one made it by rules.
    pub(super) fn made_of(&self, source: At) -> Option<At> {
        self.earlier.get(&source).copied()
    }

    /// The origins of a result as they are, without passes that left the operation as it was.
    pub(super) fn origins(&self, mut result: At) -> Vec<(usize, Origin)> {
        loop {
            let from = &self.result(result).from;
            if let [Origin::Source(i)] = from.as_slice()
                && let Some(earlier) = self.made_of((result.0, *i))
            {
                result = earlier;
                continue;
            }
            return from.iter().map(|&origin| (result.0, origin)).collect();
        }
    }

    /// What a step, or a source operation that an earlier pass made, comes from.
    pub(super) fn inputs(&self, (chapter, origin): (usize, Origin)) -> Vec<(usize, Origin)> {
        match origin {
            Origin::Source(i) => {
                self.made_of((chapter, i)).map(|result| self.origins(result)).unwrap_or_default()
            }
            Origin::Step(i) => {
                let matched = self.step((chapter, i)).matched.iter();
                matched.filter_map(|&(_, from)| Some((chapter, from?))).collect()
            }
        }
    }

    /// Where an operation comes from, in a few words: its layer, or its place in a file.
    pub(super) fn place(&self, loc: LocId) -> String {
        let ctx = self.ctx;
        if let Some(name) = ctx.loc_name(loc) {
            return format!("\"{}\"", ctx.str_text(name));
        }
        match render::file_of(ctx, loc, 0) {
            Some((file, line, column)) => {
                let file = file.rsplit('/').next().unwrap_or(&file).to_owned();
                format!("{file}:{line}:{column}")
            }
            None => "without a place".into(),
        }
    }
}
