//! Whether the types of one use are what its row says. The verifier asks what the definition says, legality of e-nodes
//! what kernels take.

use crate::spec::{Arity, ElemRule, ElemSet, Form, OpUse, OpView, RankRule, Traits, ValueSpec, When};
use crate::text::type_text;
use crate::types::{Type, TypeId};

/// Which demands of a row count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Demands {
    /// Those of the definition, without which nothing is well formed.
    Definition,
    /// Those that the runtime adds.
    Runtime,
}

/// A value of an operation, as messages name it.
struct Value<'a> {
    what: &'static str,
    at: usize,
    row: &'a ValueSpec,
    ty: TypeId,
}

impl OpView<'_> {
    /// Checks how many operands and results there are.
    pub(crate) fn check_counts(&self) -> Result<(), String> {
        let (operands, results) = (self.operands.len(), self.results.len());
        if self.spec.operand_segments(self.ctx, self.props, operands).is_none() {
            return Err(wrong_count("operand", &self.spec.operands, operands));
        }
        match self.spec.result_segments(self.ctx, self.props, results) {
            Some(_) => Ok(()),
            None => Err(wrong_count("result", &self.spec.results, results)),
        }
    }

    /// Calls `check` with each operand and each result.
    fn each_value(&self, check: &mut dyn FnMut(Value<'_>) -> Result<(), String>) -> Result<(), String> {
        let operands: Vec<TypeId> = self.operands.iter().map(|operand| operand.ty).collect();
        let (ctx, spec, props) = (self.ctx, self.spec, self.props);
        for (what, rows, types, sizes) in [
            ("operand", &spec.operands, &operands[..], spec.operand_segments(ctx, props, operands.len())),
            ("result", &spec.results, self.results, spec.result_segments(ctx, props, self.results.len())),
        ] {
            let Some(sizes) = sizes else { return Err(wrong_count(what, rows, types.len())) };
            let mut at = 0;
            for (row, size) in rows.iter().zip(sizes) {
                for &ty in &types[at..at + size] {
                    check(Value { what, at, row, ty })?;
                    at += 1;
                }
            }
        }
        Ok(())
    }

    fn check_kernel_value(&self, row: &ValueSpec, ty: TypeId) -> Result<(), String> {
        let ctx = self.ctx;
        if ty == TypeId::NONE && row.arity == Arity::Optional {
            return Ok(());
        }
        let elem = ctx.elem_type(ty);
        match (&row.elems, row.kernels) {
            (ElemRule::SameAsOperand(i), _) => {
                let other = self
                    .operands
                    .get(usize::from(*i))
                    .map_or(TypeId::NONE, |operand| ctx.elem_type(operand.ty));
                // Quantized types of one storage type may differ in scale.
                if other != elem && ctx.elem_name(other) != ctx.elem_name(elem) {
                    let (elem, other) = (ctx.elem_name(elem), ctx.elem_name(other));
                    return Err(format!("has element type {elem}, not {other} as operand {i} has"));
                }
            }
            (_, Some(rule)) => self.among(elem, rule.elems)?,
            (ElemRule::In(set), None) => self.among(elem, *set)?,
            _ => {}
        }
        let wanted = row.kernels.map_or(row.rank, |rule| rule.rank);
        match ctx.type_of(ty) {
            Type::Tensor { shape, .. } if !wanted.allows(shape.len()) => {
                Err(format!("has rank {}, not {}", shape.len(), rank_text(wanted)))
            }
            _ => Ok(()),
        }
    }

    fn among(&self, elem: TypeId, set: ElemSet) -> Result<(), String> {
        let elem = self.ctx.elem_name(elem);
        if set.has(elem) {
            return Ok(());
        }
        let allowed: Vec<&str> = set.names().collect();
        Err(format!("has element type {elem}, which is none of {}", allowed.join(", ")))
    }

    /// Checks operands and results in the words of MLIR: `operand #0 must be tensor of 32-bit float values, but got
    /// 'tensor<i8>'`.
    pub(crate) fn check_types(&self, demands: Demands) -> Result<(), String> {
        self.each_value(&mut |value| {
            if self.has_type(value.row, value.ty, demands) {
                return Ok(());
            }
            let (wanted, got) = (self.description(value.row), type_text(self.ctx, value.ty));
            Err(format!("{} #{} must be {wanted}, but got '{got}'", value.what, value.at))
        })
    }

    fn has_type(&self, row: &ValueSpec, ty: TypeId, demands: Demands) -> bool {
        if row.form == Form::Anything || (ty == TypeId::NONE && row.arity == Arity::Optional) {
            return true;
        }
        let rank = self.ctx.shape(ty).map(<[_]>::len);
        let has_form = match row.form {
            Form::Ranked(n) => rank == Some(n.into()),
            Form::RankedAtRuntime(n) if demands == Demands::Runtime => rank == Some(n.into()),
            _ => self.ctx.is_tensor(ty),
        };
        let is_bound = demands == Demands::Runtime || !self.spec.traits.has(Traits::RUNTIME_TYPED);
        has_form && (!is_bound || self.has_elem(row, ty))
    }

    /// Whether the element type is one of the row's set.
    fn has_elem(&self, row: &ValueSpec, ty: TypeId) -> bool {
        let elems = match &row.elems {
            // What such a row adds to its operand's set is a constraint of its own.
            ElemRule::SameAsOperand(i) => self.spec.operands.get(usize::from(*i)).map(|other| &other.elems),
            own => Some(own),
        };
        let Some(ElemRule::In(set)) = elems else { return true };
        let name = self.ctx.elem_name(self.ctx.elem_type(ty));
        // As in LiteRT, whose quantized types are told by their width: whether bytes are signed is the kernels' business.
        set.has(name) || twin(name).is_some_and(|twin| set.has(twin))
    }

    fn description(&self, row: &ValueSpec) -> String {
        let variadic = if matches!(row.arity, Arity::One | Arity::Optional) { "" } else { "variadic of " };
        let rank = match row.form {
            Form::Ranked(n) | Form::RankedAtRuntime(n) => format!("{n}D "),
            Form::Tensor | Form::Anything => String::new(),
        };
        let none = if row.arity == Arity::Optional { " or none type" } else { "" };
        format!("{variadic}{rank}tensor of {} values{none}", self.elems_description(row))
    }

    fn elems_description(&self, row: &ValueSpec) -> String {
        match &row.elems {
            _ if !row.takes.is_empty() => row.takes.to_string(),
            ElemRule::In(set) => {
                let names = set.names().map(|name| ElemSet::description(name).unwrap_or(name));
                names.collect::<Vec<_>>().join(" or ")
            }
            ElemRule::SameAsOperand(i) => match self.spec.operands.get(usize::from(*i)) {
                Some(other) if !matches!(other.elems, ElemRule::SameAsOperand(_)) => {
                    self.elems_description(other)
                }
                _ => "any type".into(),
            },
            ElemRule::Any => "any type".into(),
            ElemRule::TypeAttr(_) | ElemRule::TypeListAttr(_) => "tf.dtype".into(),
        }
    }
}

impl OpUse<'_> {
    /// Checks that the kernels of the runtime take the operands and make the results: their count, element types and
    /// ranks, and what the runtime wants of them together. `Err` names the first fault, as a clause: ``operand 1
    /// `filter` has element type f64, which is none of f32, qi8``. A rank that is not known is right.
    pub fn check_kernels(&self) -> Result<(), String> {
        self.each_value(&mut |value| {
            let (what, at, name) = (value.what, value.at, &value.row.name);
            self.check_kernel_value(value.row, value.ty).map_err(|why| format!("{what} {at} `{name}` {why}"))
        })?;
        self.check_constraints(Demands::Runtime)
    }

    /// Checks that the use is one that the verifier accepts.
    pub fn check_definition(&self) -> Result<(), String> {
        self.check_types(Demands::Definition)?;
        self.check_constraints(Demands::Definition)
    }

    /// Checks ranks and what the row says of its values together.
    pub(crate) fn check_constraints(&self, demands: Demands) -> Result<(), String> {
        match demands {
            Demands::Definition => {
                self.check_constraints_of(When::Early)?;
                self.check_ranks()?;
                self.check_constraints_of(When::Late)
            }
            Demands::Runtime => self.check_constraints_of(When::AtRuntime),
        }
    }

    fn check_constraints_of(&self, when: When) -> Result<(), String> {
        let mut constraints = self.spec.constraints.iter().filter(|constraint| constraint.when == when);
        match constraints.find(|constraint| !(constraint.holds)(self, &constraint.args)) {
            Some(constraint) => Err(format!("failed to verify that {}", constraint.sentence)),
            None => Ok(()),
        }
    }

    fn check_ranks(&self) -> Result<(), String> {
        if self.spec.operands.iter().chain(self.spec.results.iter()).all(|row| row.rank == RankRule::Any) {
            return Ok(());
        }
        self.each_value(&mut |value| {
            let rule = value.row.rank;
            match self.ctx.shape(value.ty) {
                Some(shape) if !rule.allows(shape.len()) => {
                    let wanted = match rule {
                        RankRule::Any => "is of any rank".to_owned(),
                        RankRule::Exactly(n) => format!("is {n}-D"),
                        RankRule::AtMost(n) => format!("is at most {n}-D"),
                        RankRule::AtLeast(n) => format!("is at least {n}-D"),
                        RankRule::Between(low, high) => format!("has rank range [{low}, {high}]"),
                    };
                    Err(format!("failed to verify that {} {} {wanted}", value.what, value.at))
                }
                _ => Ok(()),
            }
        })
    }
}

impl RankRule {
    /// Whether `rank` is right.
    pub fn allows(self, rank: usize) -> bool {
        match self {
            RankRule::Any => true,
            RankRule::Exactly(n) => rank == usize::from(n),
            RankRule::AtMost(n) => rank <= usize::from(n),
            RankRule::AtLeast(n) => rank >= usize::from(n),
            RankRule::Between(low, high) => (usize::from(low)..=usize::from(high)).contains(&rank),
        }
    }
}

/// The quantized type of the same width, signed for unsigned and unsigned for signed.
fn twin(name: &str) -> Option<&'static str> {
    const TWINS: [(&str, &str); 4] = [("qi4", "qui4"), ("qi8", "qui8"), ("qi16", "qui16"), ("qi32", "qui32")];
    TWINS.iter().find_map(|&(signed, unsigned)| match name {
        _ if name == signed => Some(unsigned),
        _ if name == unsigned => Some(signed),
        _ => None,
    })
}

/// MLIR's words for a number of operands or results that is wrong.
fn wrong_count(what: &str, rows: &[ValueSpec], count: usize) -> String {
    let least = rows.iter().filter(|row| row.arity == Arity::One).count();
    let open = rows.iter().any(|row| row.arity != Arity::One);
    match (what, least, open) {
        ("operand", n, true) => format!("expected {n} or more operands, but found {count}"),
        ("operand", 0, false) => "requires zero operands".into(),
        ("operand", 1, false) => format!("requires a single operand, but found {count}"),
        ("operand", n, false) => format!("expected {n} operands, but found {count}"),
        (_, n, true) => format!("expected {n} or more results, but found {count}"),
        (_, 0, false) => "requires zero results".into(),
        (_, 1, false) => format!("requires one result, but found {count}"),
        (_, n, false) => format!("expected {n} results, but found {count}"),
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
