//! Why the result is what it is: which rules made each operation of what, and why other rules did not.
//!
//! Saturation always notes what each application of a rule joined ([`provenance`]). Everything else is computed from
//! that when somebody asks: the steps that lead to a result ([`derive`]), what came of a rule at an operation
//! ([`verdict`], [`miss`]), and proofs ([`proof`]), for which saturation runs once more.

pub mod about;
pub mod derive;
pub mod miss;
pub mod proof;
pub mod provenance;
pub mod text;
pub mod verdict;

use core_ir::pass::reasons::{Derived, Given, Reasons, SourceFate, Verdict};
use core_ir::text::type_text;
use core_ir::{Context, Graph, Op};
use egg::Id;
use rustc_hash::FxHashMap;

use super::Options;
use super::bridge::Encoding;
use super::decode::{Decoded, Fate, holder};
use super::engine::Saturation;
use super::extract::Extraction;
use super::legality::Legality;
use super::node::Head;
use crate::constants::elements_of;
pub use about::About;
use derive::{Derivation, Vertices};
use verdict::Open;
pub use verdict::{Applied, Judge};

/// What somebody wants to know.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The operations whose rules are judged one by one; those that stay although they must not always are.
    pub about: Option<About>,
    /// Whether proofs are wanted.
    pub proofs: bool,
}

/// What came of rules at some source operations, as far as it is known before the result is built.
#[derive(Default)]
pub struct Verdicts {
    found: FxHashMap<usize, (Vec<Verdict>, Vec<Open>)>,
}

impl Verdicts {
    /// What `judge` says of the rules at the source operations `about`, by index.
    pub fn new(judge: &mut Judge<'_, '_, '_>, about: &[usize]) -> Self {
        let encoding = judge.encoding;
        Self { found: about.iter().map(|&i| (i, judge.verdicts(&encoding.sources[i]))).collect() }
    }

    /// The verdicts on the rules at source operation `i`, after everything is decided.
    pub fn settle<'c>(
        &mut self,
        ctx: &'c Context,
        encoding: &mut Encoding<'c>,
        options: &Options<'_>,
        saturation: &Saturation,
        i: usize,
    ) -> &[Verdict] {
        let Some((verdicts, open)) = self.found.get_mut(&i) else { return &[] };
        for open in std::mem::take(open) {
            verdicts[open.at].outcome = verdict::settle(ctx, encoding, options, saturation.stopped, &open);
        }
        verdicts
    }
}

/// The source operations that somebody asks about, by index.
pub fn asked_about(
    ctx: &Context,
    graph: &Graph,
    encoding: &Encoding<'_>,
    about: Option<&About>,
) -> Vec<usize> {
    let Some(about) = about else { return Vec::new() };
    let all = encoding.sources.iter().enumerate();
    let holds = |op: Op| about.holds(ctx, graph.op_name(op), graph.loc(op));
    all.filter(|(_, source)| holds(source.op)).map(|(i, _)| i).collect()
}

/// The steps that lead to each operation of the result, and what became of each of the source; verdicts and proofs come
/// later.
pub fn reasons<'c>(
    ctx: &'c Context,
    graph: &Graph,
    encoding: &Encoding<'c>,
    options: &Options<'_>,
    legality: &Legality,
    saturation: &Saturation,
    extraction: &Extraction<'_>,
    decoded: &Decoded,
) -> Reasons {
    let egraph = &encoding.egraph;
    let vertices = Vertices::new(egraph);
    let mut derivation = Derivation::new(ctx, encoding, &saturation.provenance, options.rules, &vertices);
    let mut results = Vec::new();
    let mut result_of: FxHashMap<Op, usize> = FxHashMap::default();
    for &(op, class) in &decoded.made {
        let Some(node) = extraction.node(class).filter(|node| matches!(node.head, Head::Op(_))) else {
            continue;
        };
        if elements_of(ctx, graph, op).is_some() {
            continue;
        }
        let Some(chosen) = vertices.of(node) else { continue };
        let types: Vec<String> = graph.result_types(op).map(|ty| type_text(ctx, ty)).collect();
        result_of.insert(op, results.len());
        results.push(Derived {
            op,
            name: graph.op_name(op),
            loc: graph.loc(op),
            types: types.join(", "),
            from: derivation.origins(class, chosen),
            proofs: Vec::new(),
        });
    }
    let stuck: rustc_hash::FxHashSet<usize> = legality.stuck.iter().copied().collect();
    let given = encoding.sources.iter().zip(&decoded.fates).enumerate();
    let sources = given.map(|(i, (source, &(loc, name, ref fate)))| {
        let fate = match fate {
            _ if stuck.contains(&i) => SourceFate::Stuck,
            Fate::Became(op) => result_of.get(op).map_or(SourceFate::Folded, |&at| SourceFate::Became(at)),
            Fate::Folded => SourceFate::Folded,
            Fate::Unused => SourceFate::Unused,
        };
        Given { op: source.op, name, loc, fate, verdicts: Vec::new() }
    });
    Reasons {
        sources: sources.collect(),
        steps: derivation.steps,
        results,
        proofs: Vec::new(),
        stopped: saturation.stopped,
        cost: extraction.cost,
    }
}

/// Adds proofs that source operations equal what they became; see [`proof::prove`].
pub fn add_proofs<'c>(
    ctx: &'c Context,
    encoding: &Encoding<'c>,
    extraction: &Extraction<'_>,
    proven: &mut Encoding<'c>,
    options: &Options<'_>,
    decoded: &Decoded,
    reasons: &mut Reasons,
) {
    let class_of: FxHashMap<Op, Id> = decoded.made.iter().copied().collect();
    let mut claims = Vec::new();
    let mut results = Vec::new();
    for (i, (source, given)) in encoding.sources.iter().zip(&reasons.sources).enumerate() {
        let SourceFate::Became(result) = given.fate else { continue };
        let class = encoding.egraph.find(source.class);
        // What only went into another operation is not equal to it.
        let holder = holder(encoding, extraction, class);
        if class_of.get(&reasons.results[result].op) != Some(&holder) {
            continue;
        }
        let Some(node) = extraction.node(class).filter(|node| **node != source.canonical(&encoding.egraph))
        else {
            continue;
        };
        claims.push(proof::Claim { source: i, node: node.clone() });
        results.push(result);
    }
    let (places, proofs) = proof::prove(ctx, encoding, extraction, proven, options.rules, &claims);
    for ((claim, result), place) in claims.iter().zip(results).zip(places) {
        reasons.results[result].proofs.extend(place.map(|place| (claim.source, place)));
    }
    reasons.proofs = proofs;
}
