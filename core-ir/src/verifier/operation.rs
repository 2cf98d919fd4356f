//! One operation against its row, in the order in which MLIR checks: numbers of things, attributes, types, constraints,
//! traits, and what the row leaves to code. The first fault is the one that is reported.

use smallvec::SmallVec;

use super::attributes::check_attrs;
use super::traits::check_traits;
use super::{OpInfo, Use, Verifier};
use crate::attrs::Attr;
use crate::consts::ConstId;
use crate::context::Context;
use crate::graph::{Graph, Op, Value};
use crate::spec::{OpSpec, OpUse, OpView, OperandInfo, Traits};
use crate::type_check::Demands;
use crate::types::TypeId;

/// An operation that is being checked.
struct Subject<'a> {
    key: Use,
    operands: SmallVec<[OperandInfo<'a>; 6]>,
    operand_count: usize,
}

impl Subject<'_> {
    fn new(graph: &Graph, op: Op) -> Self {
        let mut types: SmallVec<[TypeId; 6]> = graph.operand_types(op).collect();
        let operands = types.iter().map(|&ty| OperandInfo { ty, konst: None, dims: None }).collect();
        let operand_count = types.len();
        types.extend(graph.result_types(op));
        Self { key: (graph.op_name(op), graph.props(op), operand_count, types), operands, operand_count }
    }

    /// Tells the operands that are constants.
    fn with_constants(mut self, ctx: &Context, graph: &Graph, op: Op) -> Self {
        for (operand, value) in self.operands.iter_mut().zip(graph.operands(op)) {
            operand.konst = constant(ctx, graph, value);
        }
        self
    }

    /// The operation as the code of rows sees it.
    fn view<'a>(&'a self, ctx: &'a Context, spec: &'a OpSpec, place: (&'a Graph, Op)) -> OpUse<'a> {
        let results = &self.key.3[self.operand_count..];
        let view = OpView { ctx, spec, props: self.key.1, operands: &self.operands, results };
        OpUse { view, place: Some(place), definitions: None }
    }
}

impl Verifier<'_, '_> {
    /// Reports the first fault of `op`.
    pub(super) fn operation(&mut self, graph: &Graph, op: Op, info: OpInfo<'_>) {
        let Some(spec) = info.spec else { return };
        if (spec.regions != Some(0) || graph.has_extra(op))
            && let Err(message) = check_regions(graph, op, spec)
        {
            self.fault(graph, op, message);
            return;
        }
        let mut subject = Subject::new(graph, op);
        let is_known = self.known.contains(&subject.key);
        if is_known && spec.hooks.verify.is_none() {
            return;
        }
        if spec.hooks.verify.is_some() {
            subject = subject.with_constants(self.ctx, graph, op);
        }
        let view = subject.view(self.ctx, spec, (graph, op));
        if !is_known && let Err(message) = check_row(&view) {
            self.fault(graph, op, message);
            return;
        }
        if let Some(Err(message)) = spec.hooks.verify.map(|verify| verify(&view)) {
            self.fault(graph, op, message);
            if info.traits.has(Traits::INFERS_TYPES) {
                self.fault(graph, op, "failed to infer returned types");
            }
        }
        if !is_known {
            self.known.insert(subject.key);
        }
    }

    /// Types of operands and results, and what the row says besides, as the runtime wants them.
    pub(super) fn runtime_operation(&mut self, graph: &Graph, op: Op, spec: &OpSpec) {
        let subject = Subject::new(graph, op);
        if self.known.contains(&subject.key) {
            return;
        }
        let check = |op: OpUse<'_>| {
            op.check_types(Demands::Runtime).and_then(|()| op.check_constraints(Demands::Runtime))
        };
        // What is right wherever it stands is right everywhere.
        let used = subject.view(self.ctx, spec, (graph, op));
        if check(OpUse { place: None, ..used }).is_ok() {
            self.known.insert(subject.key);
        } else if let Err(message) = check(used) {
            self.fault(graph, op, message);
        }
    }
}

/// What types and attributes decide.
fn check_row(op: &OpUse<'_>) -> Result<(), String> {
    op.check_counts()?;
    check_attrs(op)?;
    op.check_types(Demands::Definition)?;
    op.check_constraints(Demands::Definition)?;
    check_traits(op)
}

fn check_regions(graph: &Graph, op: Op, spec: &OpSpec) -> Result<(), String> {
    let inner = graph.inner(op);
    let regions = graph.regions(op).len() + inner.map_or(0, |inner| inner.roots().len());
    match spec.regions.map(usize::from).filter(|&wanted| wanted != regions) {
        Some(0) => return Err("requires zero regions".into()),
        Some(1) => return Err("requires one region".into()),
        Some(wanted) => return Err(format!("expected {wanted} regions")),
        None => {}
    }
    if spec.traits.has(Traits::SINGLE_BLOCK) {
        let many = |graph: &Graph, regions: &[crate::Region]| {
            regions.iter().position(|&region| graph.blocks(region).len() > 1)
        };
        let inner = || inner.and_then(|inner| many(inner, inner.roots()));
        if let Some(at) = many(graph, graph.regions(op)).or_else(inner) {
            return Err(format!("expects region #{at} to have 0 or 1 blocks"));
        }
    }
    Ok(())
}

/// The elements of `value` where it is a constant.
fn constant(ctx: &Context, graph: &Graph, value: Value) -> Option<ConstId> {
    let op = graph.defining_op(value)?;
    if !graph.has_trait(ctx, op, Traits::CONSTANT_LIKE) {
        return None;
    }
    match ctx.attr_of(ctx.dict_get(graph.props(op), "value")?) {
        Attr::Elements(id) => Some(*id),
        _ => None,
    }
}
