//! What plugins make of operations, as candidates of the search.
//!
//! An answer is about one operation, so that it becomes a rule that is true of that operation alone. It is applied rather
//! than searched for; provenance, explanations and proofs treat it as any other.

use std::sync::Arc;

use core_ir::spec::Traits;
use core_ir::{Context, Diagnostics, Graph, Op, TypeId, Value};
use rustc_hash::FxHashMap;

use super::bridge::{Encoding, can_be_node};
use super::node::elem_signature;
use super::rules::ast::Span;
use super::rules::compiled::{Build, Ex, OpBuild, OpPat, Pat, Slot};
use super::rules::value::Val;
use super::rules::{Compiled, Exactness, RuleSet};
use crate::candidates::{Answer, Candidate, OpSource, Request, source_of};
use crate::constants::elements_of;
use crate::convert_custom_ops::convert_op;
use crate::effects::traits;
use crate::functions::{only_block, returned};

/// The bodies that operations may be exchanged for.
pub type Offers = FxHashMap<Op, Arc<Candidate>>;

/// Asks about every operation of `graph` that the context's source of candidates knows. What the search cannot hold, such
/// as loops and effects, takes the place of its operation at once.
pub fn gather(ctx: &Context, graph: &mut Graph, diags: &mut Diagnostics) -> Offers {
    let mut offers = Offers::default();
    let Some(source) = source_of(ctx) else { return offers };
    for op in graph.all_ops() {
        let name = ctx.op_text(graph.op_name(op));
        if !source.knows(name) {
            continue;
        }
        let mut said = Vec::new();
        let request = Request { ctx, graph, op, name, composite: None };
        let answer = source.candidate(&request, &mut said);
        diags.extend(said);
        match answer {
            Answer::Fragment(candidate) if is_searchable(ctx, graph, op, &candidate, &*source) => {
                _ = offers.insert(op, candidate);
            }
            Answer::Fragment(_) => _ = convert_op(ctx, graph, op, None, &*source, diags),
            Answer::Declined | Answer::Failed => {}
        }
    }
    offers
}

/// Whether `op` and all that `candidate` makes of it can be nodes, and nothing of that is for a plugin in turn.
fn is_searchable(ctx: &Context, graph: &Graph, op: Op, candidate: &Candidate, source: &dyn OpSource) -> bool {
    let is_plain = |graph: &Graph, op: Op| {
        can_be_node(ctx, graph, op)
            && (traits(ctx, graph, op).has(Traits::PURE) || elements_of(ctx, graph, op).is_some())
    };
    let body = &candidate.body;
    let Some((last, _)) = returned(ctx, body) else { return false };
    let mut inner = body.all_ops().into_iter().filter(|&op| op != last);
    is_plain(graph, op)
        && only_block(body).is_some()
        && inner.all(|op| is_plain(body, op) && !source.knows(ctx.op_text(body.op_name(op))))
}

/// A rule for each result of each operation of `encoding` that there is an offer for. What custom operations in them cost
/// is noted in the e-graph.
pub fn rules<'c>(
    ctx: &'c Context,
    graph: &Graph,
    encoding: &mut Encoding<'c>,
    offers: &Offers,
) -> Vec<Compiled> {
    let mut rules = Vec::new();
    for (at, source) in encoding.sources.iter().enumerate() {
        let Some(candidate) = offers.get(&source.op) else { continue };
        if let Some(cost) = candidate.custom_cost {
            let body = &candidate.body;
            let customs = body.all_ops().into_iter().filter(|&op| body.is(ctx, op, "tfl.custom"));
            let costs = customs.map(|op| (body.props(op), cost));
            encoding.egraph.analysis.custom_costs.extend(costs);
        }
        let results = graph.results(source.op).len();
        rules.extend((0..results).filter_map(|result| rule(ctx, graph, at, source.op, result, candidate)));
    }
    rules
}

/// The rule that result `result` of `op`, source operation `at`, is what `candidate` computes.
fn rule(
    ctx: &Context,
    graph: &Graph,
    at: usize,
    op: Op,
    result: usize,
    candidate: &Candidate,
) -> Option<Compiled> {
    let body = &candidate.body;
    let (last, yielded) = returned(ctx, body)?;
    let name = ctx.op_text(graph.op_name(op));
    let args = body.block_args(only_block(body)?);
    let mut builder = Builder { ctx, body, names: vec!["root".into()], slots: FxHashMap::default() };
    for (i, &arg) in args.iter().enumerate() {
        builder.slot(arg, i.to_string());
    }
    let operands = (1..=args.len()).map(Pat::Var).collect();
    let mut lets = Vec::new();
    for inner in body.all_ops().into_iter().filter(|&inner| inner != last) {
        for (i, &value) in body.results(inner).iter().enumerate() {
            let build = builder.op(inner, i)?;
            lets.push((builder.slot(value, format!("new{}", lets.len())), build));
        }
    }
    let &value = yielded.get(result)?;
    let build = match body.defining_op(value) {
        // Once more, which makes the same node: reports name what the outermost operation of a right side is.
        Some(maker) => builder.op(maker, body.results(maker).iter().position(|&other| other == value)?)?,
        None => Build::Var(*builder.slots.get(&value)?),
    };
    let several = graph.results(op).len() > 1;
    let number = if at == 0 { String::new() } else { format!("@{at}") };
    Some(Compiled {
        name: format!("{}/{name}{number}", candidate.source),
        doc: String::new(),
        // Nobody but its author can tell.
        exactness: Exactness::Approx(f64::INFINITY),
        set: RuleSet::Legalize,
        simpler: false,
        place: format!("plugin {}", candidate.source),
        file: String::new(),
        span: Span::default(),
        pattern: OpPat {
            name: graph.op_name(op),
            bind: None,
            operands,
            attrs: Vec::new(),
            rest: Some(None),
            projection: several.then_some(result as u32),
            commutative: false,
            place: None,
            index: 0,
            user: 0,
            rest_operands: None,
        },
        conditions: Vec::new(),
        joint: None,
        source: Some(at),
        steps: Vec::new(),
        depth: 0,
        lets,
        build,
        slots: builder.names.len(),
        names: builder.names,
        root: 0,
    })
}

/// Turns a body into what a rule builds.
struct Builder<'a> {
    ctx: &'a Context,
    body: &'a Graph,
    /// The names of the slots.
    names: Vec<String>,
    slots: FxHashMap<Value, Slot>,
}

impl Builder<'_> {
    fn slot(&mut self, value: Value, name: String) -> Slot {
        self.names.push(name);
        self.slots.insert(value, self.names.len() - 1);
        self.names.len() - 1
    }

    /// Result `result` of `op`, whose operands have slots.
    fn op(&self, op: Op, result: usize) -> Option<Build> {
        let (ctx, body) = (self.ctx, self.body);
        let types: Vec<TypeId> = body.result_types(op).collect();
        if let (Some(konst), &[_]) = (elements_of(ctx, body, op), types.as_slice()) {
            return Some(Build::Elements(konst));
        }
        if types == [TypeId::NONE] {
            return Some(Build::None);
        }
        let operands: Option<Vec<Build>> =
            body.operands(op).map(|value| Some(Build::Var(*self.slots.get(&value)?))).collect();
        let attrs = ctx.dict_entries(body.props(op)).iter();
        let attrs = attrs.map(|&(name, attr)| (name, Ex::Lit(Val::Attr(attr)))).collect();
        let (ty, projection) = match types.as_slice() {
            &[ty] => (ty, None),
            several => (elem_signature(ctx, several), Some(result as u32)),
        };
        let ty = Some(Ex::Lit(Val::Type(ty)));
        let name = body.op_name(op);
        Some(Build::Op(Box::new(OpBuild {
            name,
            operands: operands?,
            attrs,
            rest: None,
            ty,
            projection,
            place: None,
        })))
    }
}
