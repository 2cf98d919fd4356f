//! Whether the types of one use are what its row says. The verifier asks it of operations, legality of e-nodes.

use crate::spec::{Arity, ElemRule, OpView, RankRule, ValueSpec};
use crate::types::{Type, TypeId};

impl OpView<'_> {
    /// Checks count, element types and ranks of operands and results. `Err` names the first fault, as a clause:
    /// ``operand 1 `filter` has element type f64, which is none of f32, qi8``. A rank that is not known is right.
    pub fn check_types(&self) -> Result<(), String> {
        let operands: Vec<TypeId> = self.operands.iter().map(|operand| operand.ty).collect();
        self.check_values("operand", &self.spec.operands, &operands, &operands)?;
        self.check_values("result", &self.spec.results, self.results, &operands)
    }

    fn check_values(
        &self,
        what: &str,
        rows: &[ValueSpec],
        types: &[TypeId],
        operands: &[TypeId],
    ) -> Result<(), String> {
        let sizes = match what {
            "operand" => self.spec.operand_segments(self.ctx, self.props, types.len()),
            _ => self.spec.result_segments(self.ctx, self.props, types.len()),
        };
        let Some(sizes) = sizes else {
            return Err(format!("{} {what}s do not fit its definition", types.len()));
        };
        let mut at = 0;
        for (row, size) in rows.iter().zip(sizes) {
            for &ty in &types[at..at + size] {
                self.check_value(row, ty, operands)
                    .map_err(|why| format!("{what} {at} `{}` {why}", row.name))?;
                at += 1;
            }
        }
        Ok(())
    }

    fn check_value(&self, row: &ValueSpec, ty: TypeId, operands: &[TypeId]) -> Result<(), String> {
        let ctx = self.ctx;
        if ty == TypeId::NONE && row.arity == Arity::Optional {
            return Ok(());
        }
        let elem = ctx.elem_type(ty);
        match &row.elems {
            ElemRule::In(set) if !set.has(ctx.elem_name(elem)) => {
                let allowed: Vec<&str> = set.names().collect();
                let elem = ctx.elem_name(elem);
                return Err(format!("has element type {elem}, which is none of {}", allowed.join(", ")));
            }
            ElemRule::SameAsOperand(i) => {
                let other = operands.get(usize::from(*i)).map_or(TypeId::NONE, |&ty| ctx.elem_type(ty));
                // Quantized types of one storage type may differ in scale.
                if other != elem && ctx.elem_name(other) != ctx.elem_name(elem) {
                    let (elem, other) = (ctx.elem_name(elem), ctx.elem_name(other));
                    return Err(format!("has element type {elem}, not {other} as operand {i} has"));
                }
            }
            _ => {}
        }
        let Type::Tensor { shape, .. } = ctx.type_of(ty) else { return Ok(()) };
        let (rank, wanted) = (shape.len(), row.rank);
        let fits = match wanted {
            RankRule::Any => true,
            RankRule::Exactly(n) => rank == usize::from(n),
            RankRule::AtMost(n) => rank <= usize::from(n),
            RankRule::AtLeast(n) => rank >= usize::from(n),
            RankRule::Between(low, high) => (usize::from(low)..=usize::from(high)).contains(&rank),
        };
        if fits { Ok(()) } else { Err(format!("has rank {rank}, not {}", rank_text(wanted))) }
    }
}

fn rank_text(rank: RankRule) -> String {
    match rank {
        RankRule::Any => "any".into(),
        RankRule::Exactly(n) => n.to_string(),
        RankRule::AtMost(n) => format!("{n} at most"),
        RankRule::AtLeast(n) => format!("{n} at least"),
        RankRule::Between(low, high) => format!("{low} to {high}"),
    }
}
