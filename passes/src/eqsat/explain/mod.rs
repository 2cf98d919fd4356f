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
pub mod questions;
pub mod text;
pub mod verdict;

use core_ir::pass::reasons::{Derived, Given, Reasons, SourceFate};
use core_ir::text::type_text;
use core_ir::{Block, Context, Graph, Op};
use egg::Id;
use rustc_hash::FxHashMap;

use super::bridge::{self, Encoding};
use super::decode::{Decoded, Fate, holder};
use super::engine::Saturation;
use super::extract::Extraction;
use super::legality::Legality;
use super::node::Head;
use super::{Options, together};
use crate::constants::elements_of;
pub use about::About;
use derive::{Derivation, Vertices};
pub use questions::Questions;

/// What somebody wants to know.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The operations whose rules are judged one by one; those that stay although they must not always are.
    pub about: Option<About>,
    /// Whether proofs are wanted.
    pub proofs: bool,
}

/// The block of a graph once more, saturated so that it can tell proofs, where they are wanted.
pub fn encode_for_proofs<'c>(
    ctx: &'c Context,
    graph: &Graph,
    block: Block,
    options: &Options<'_>,
) -> core_ir::diag::Result<Option<Encoding<'c>>> {
    if options.asked.is_none_or(|asked| !asked.proofs) {
        return Ok(None);
    }
    let mut proven = bridge::encode_for_proofs(ctx, graph, block);
    together::saturate(ctx, &mut proven, options)?;
    Ok(Some(proven))
}

/// The steps that lead to each operation of the result, and what became of each of the source; verdicts and proofs come
/// later.
pub fn reasons(
    graph: &Graph,
    encoding: &Encoding<'_>,
    options: &Options<'_>,
    legality: &Legality,
    saturation: &Saturation,
    extraction: &Extraction<'_>,
    decoded: &Decoded,
) -> Reasons {
    let egraph = &encoding.egraph;
    let ctx = egraph.analysis.ctx;
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
