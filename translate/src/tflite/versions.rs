//! Operator versions: the lowest version of a builtin that a use needs, by the rules of its row.

use std::fmt;
use std::str::FromStr;

use core_ir::spec::{OpSpec, VersionCondition, VersionRule};
use core_ir::{Context, DictId, Dim, OpView, TypeId};
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

/// A release of the runtime: `2.14.0`. What is left out is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Release([u32; 3]);

impl FromStr for Release {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || format!("`{text}` is no release; write it as in 2.14.0");
        let parts: Vec<u32> =
            text.split('.').map(str::parse).collect::<Result<_, _>>().map_err(|_| fault())?;
        match parts[..] {
            [major] => Ok(Release([major, 0, 0])),
            [major, minor] => Ok(Release([major, minor, 0])),
            [major, minor, patch] => Ok(Release([major, minor, patch])),
            _ => Err(fault()),
        }
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.0;
        write!(f, "{major}.{minor}.{patch}")
    }
}

impl Release {
    /// Whether it runs what `rule` says. A rule that names no release is taken to be in all. `Err` is a clause about the
    /// operation.
    pub(super) fn runs(self, rule: &VersionRule, spec: &OpSpec) -> Result<(), String> {
        match rule.runtime.parse::<Release>() {
            Ok(first) if self < first => {
                let builtin = spec.tflite.as_ref().map_or("an operator", |row| row.builtin_name);
                Err(format!(
                    "needs runtime {first} for version {} of {builtin}, and the target is {self}",
                    rule.version
                ))
            }
            _ => Ok(()),
        }
    }

    /// Whether it runs one use of a builtin; `is_const` says which operands are constants. `Err` is a clause about the
    /// operation. What the writer looks at too, sparse constants aside, which are only known there.
    pub fn runs_use(self, view: &OpView<'_>, is_const: &[bool]) -> Result<(), String> {
        let segments = |operands, count| match operands {
            true => view.spec.operand_segments(view.ctx, view.props, count),
            false => view.spec.result_segments(view.ctx, view.props, count),
        };
        let rows = segments(true, view.operands.len()).zip(segments(false, view.results.len()));
        let Some((operand_segments, result_segments)) = rows else { return Ok(()) };
        let usage = Usage {
            ctx: view.ctx,
            spec: view.spec,
            props: view.props,
            operands: view.operands.iter().map(|operand| operand.ty).collect(),
            consts: is_const.iter().map(|&is_const| is_const.then_some(Const { is_sparse: false })).collect(),
            results: view.results.to_vec(),
            operand_segments,
            result_segments,
        };
        usage.rule().map_or(Ok(()), |rule| self.runs(rule, view.spec))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_ordered_by_number() {
        let release = |text: &str| text.parse::<Release>().unwrap();
        assert!(release("1.14.0") > release("1.5.0"));
        assert_eq!(release("2.3.0"), release("2.3"));
        assert!(release("2.10") > release("2.9.1"));
        assert_eq!(release("2.5").to_string(), "2.5.0");
        for text in ["", "2.", "two", "2.3.4.5", "-1", "2.3-rc1", "99999999999"] {
            assert!(text.parse::<Release>().is_err(), "{text}");
        }
    }

    #[test]
    fn every_release_of_the_tables_is_one() {
        dialects::link();
        let tfl = core_ir::registry::DialectRegistry::linked().get("tfl").unwrap();
        let rows: Vec<_> = (tfl.op_names)().iter().filter_map(|name| (tfl.find_op)(name)).collect();
        let rules = rows.iter().filter_map(|row| row.tflite.as_ref()).flat_map(|row| row.versions);
        let releases: Vec<&str> = rules.map(|rule| rule.runtime).collect();
        assert!(releases.iter().all(|text| text.is_empty() || text.parse::<Release>().is_ok()));
        assert!(releases.iter().filter(|text| !text.is_empty()).count() > 200);
    }
}
