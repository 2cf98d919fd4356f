//! Operator versions: the lowest version of a builtin that a use needs, by the rules of its row.

use std::cmp::Ordering;

use core_ir::spec::{OpSpec, VersionCondition, VersionRule};
use core_ir::{Context, DictId, Dim, TypeId};
use dialects::quant::Uniform;

/// One use of a builtin, as version rules see it.
pub(super) struct Usage<'a> {
    pub(super) ctx: &'a Context,
    pub(super) spec: &'a OpSpec,
    pub(super) props: DictId,
    pub(super) operands: Vec<TypeId>,
    /// The elements of those operands that are constants.
    pub(super) consts: Vec<Option<Const>>,
    pub(super) results: Vec<TypeId>,
    /// How many operands each operand row takes.
    pub(super) operand_segments: Vec<usize>,
    pub(super) result_segments: Vec<usize>,
}

/// What rules ask of a constant.
#[derive(Clone, Copy)]
pub(super) struct Const {
    pub(super) is_sparse: bool,
}

/// The index of the first value of row `row`, `None` when there is none.
fn first_of_row(segments: &[usize], row: u8) -> Option<usize> {
    let row = usize::from(row);
    (*segments.get(row)? > 0).then(|| segments[..row].iter().sum())
}

impl Usage<'_> {
    /// The first rule that holds.
    pub(super) fn rule(&self) -> Option<&'static VersionRule> {
        let rules: &'static [VersionRule] = self.spec.tflite.as_ref()?.versions;
        rules.iter().find(|rule| rule.when.iter().all(|condition| self.holds(condition)))
    }

    /// The type of the first operand of row `row`; `none` when it is absent.
    pub(super) fn operand(&self, row: u8) -> TypeId {
        let index = first_of_row(&self.operand_segments, row);
        index.and_then(|i| self.operands.get(i).copied()).unwrap_or(TypeId::NONE)
    }

    fn constant(&self, row: u8) -> Option<Const> {
        *self.consts.get(first_of_row(&self.operand_segments, row)?)?
    }

    /// The type of the first result of row `row`; `none` when it is absent.
    pub(super) fn result(&self, row: u8) -> TypeId {
        let index = first_of_row(&self.result_segments, row);
        index.and_then(|i| self.results.get(i).copied()).unwrap_or(TypeId::NONE)
    }

    fn quant(&self, ty: TypeId) -> Option<Uniform> {
        Uniform::of(self.ctx, self.ctx.elem_type(ty))
    }

    fn rank(&self, row: u8) -> Option<usize> {
        self.ctx.shape(self.operand(row)).map(<[Dim]>::len)
    }

    fn elem_name(&self, ty: TypeId) -> &'static str {
        self.ctx.elem_name(self.ctx.elem_type(ty))
    }

    fn attr(&self, name: &str) -> Option<core_ir::AttrId> {
        self.ctx.dict_get(self.props, name).or_else(|| self.ctx.default_attr(self.spec, name))
    }

    fn int(&self, name: &str) -> Option<i64> {
        self.attr(name).and_then(|attr| self.ctx.attr_int(attr))
    }

    fn word(&self, name: &str) -> Option<std::borrow::Cow<'_, str>> {
        self.attr(name).and_then(|attr| super::options::word_of(self.ctx, attr))
    }

    fn holds(&self, condition: &VersionCondition) -> bool {
        let ctx = self.ctx;
        let per_axis = |ty| self.quant(ty).is_some_and(|quant| quant.axis.is_some());
        match *condition {
            VersionCondition::OperandElem(i, set) => set.has(self.elem_name(self.operand(i))),
            VersionCondition::ResultElem(i, set) => set.has(self.elem_name(self.result(i))),
            VersionCondition::OperandRankOver(i, rank) => self.rank(i).is_some_and(|n| n > usize::from(rank)),
            VersionCondition::OperandRankUnder(i, rank) => {
                self.rank(i).is_some_and(|n| n < usize::from(rank))
            }
            VersionCondition::OperandRankIs(i, rank) => self.rank(i) == Some(rank.into()),
            VersionCondition::OperandCountAtLeast(count) => {
                self.operands.iter().filter(|&&ty| ty != TypeId::NONE).count() >= usize::from(count)
            }
            VersionCondition::OperandCountIs(count) => self.operands.len() == usize::from(count),
            VersionCondition::OperandPerAxis(i) => per_axis(self.operand(i)),
            VersionCondition::ResultPerAxis(i) => per_axis(self.result(i)),
            VersionCondition::OperandSparse(i) => self.constant(i).is_some_and(|constant| constant.is_sparse),
            VersionCondition::DimsDiffer(a, i, b, j) => {
                let dim = |row, at: u8| Some(*ctx.shape(self.operand(row))?.get(usize::from(at))?);
                matches!((dim(a, i), dim(b, j)), (Some(a), Some(b)) if !same_dim(a, b))
            }
            VersionCondition::RescaleAtLeastOne => self.rescales_by_one_or_more(),
            VersionCondition::AttrIntIs(name, value) => self.int(name) == Some(value),
            VersionCondition::AttrIntIsNot(name, value) => self.int(name).is_some_and(|n| n != value),
            VersionCondition::AttrWordIs(name, word) => self.word(name).as_deref() == Some(word),
            VersionCondition::AttrWordIsNot(name, word) => {
                self.word(name).is_some_and(|written| written != word)
            }
            VersionCondition::AttrTypeIsNot(name, elem) => {
                match self.attr(name).map(|attr| ctx.attr_of(attr)) {
                    Some(core_ir::Attr::Type(ty)) => self.elem_name(*ty) != elem,
                    _ => false,
                }
            }
            VersionCondition::ShapesDiffer(a, b) => {
                match (ctx.shape(self.operand(a)), ctx.shape(self.operand(b))) {
                    (Some(a), Some(b)) => {
                        a.len() != b.len() || a.iter().zip(b).any(|(&a, &b)| !same_dim(a, b))
                    }
                    _ => false,
                }
            }
            VersionCondition::OperandConst(i) => self.constant(i).is_some(),
            VersionCondition::OperandOpenShape(i) => {
                let ty = self.operand(i);
                ty != TypeId::NONE && ctx.fixed_shape(ty).is_none()
            }
            VersionCondition::OperandPresent(i) => self.operand(i) != TypeId::NONE,
        }
    }

    fn rescales_by_one_or_more(&self) -> bool {
        let scale = |ty| self.quant(ty).and_then(|quant| quant.scales.first().copied());
        match (scale(self.operand(0)), scale(self.operand(1)), scale(self.result(0))) {
            (Some(a), Some(b), Some(result)) => a * b >= result,
            _ => false,
        }
    }
}

/// Whether two dimensions are the same number as far as the file will say. LiteRT's versioning looks at files, where
/// an open dimension is a 1.
fn same_dim(a: Dim, b: Dim) -> bool {
    a.fixed().unwrap_or(1) == b.fixed().unwrap_or(1)
}

/// Orders releases such as `1.14.0` and `2.3.0` by their numbers.
pub(super) fn compare_releases(a: &str, b: &str) -> Ordering {
    let numbers =
        |text: &str| -> Vec<u64> { text.split('.').map(|part| part.parse().unwrap_or(0)).collect() };
    numbers(a).cmp(&numbers(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_ordered_by_number() {
        assert_eq!(compare_releases("1.14.0", "1.5.0"), Ordering::Greater);
        assert_eq!(compare_releases("2.3.0", "2.3.0"), Ordering::Equal);
        assert_eq!(compare_releases("2.10", "2.9.1"), Ordering::Greater);
    }
}
