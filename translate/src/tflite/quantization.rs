//! Quantized element types as `QuantizationParameters`, and back.

use core_ir::spec::Scalar;
use core_ir::{Context, TypeId};
use dialects::quant::{Uniform, storage_range};

use super::access::Table;
use super::schema::quantization_parameters as slots;
use super::table::{self, Builder, Child, Field};

/// The `QuantizationParameters` of a tensor, by value.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct QuantizationParameters {
    pub(super) min: Vec<f32>,
    pub(super) max: Vec<f32>,
    pub(super) scale: Vec<f32>,
    pub(super) zero_point: Vec<i64>,
    pub(super) quantized_dimension: i32,
}

impl QuantizationParameters {
    /// The parameters that a tensor of element type `elem` has; `None` when it is not quantized.
    pub(super) fn of(ctx: &Context, elem: TypeId) -> Option<Self> {
        let quant = Uniform::of(ctx, elem)?;
        Some(Self {
            scale: quant.scales.iter().map(|&x| x as f32).collect(),
            zero_point: quant.zero_points,
            quantized_dimension: quant.axis.and_then(|axis| i32::try_from(axis).ok()).unwrap_or(0),
            ..Self::default()
        })
    }

    /// Reads the table; `None` when the file is broken there.
    pub(super) fn read(table: Table<'_>) -> Option<Self> {
        Some(Self {
            min: table.f32s(slots::MIN)?,
            max: table.f32s(slots::MAX)?,
            scale: table.f32s(slots::SCALE)?,
            zero_point: table.ints(slots::ZERO_POINT, Scalar::I64)?,
            quantized_dimension: table.int(slots::QUANTIZED_DIMENSION, Scalar::I32, 0)? as i32,
        })
    }

    /// The quantized element type with these parameters whose storage is `storage`. `None` when there are no scales, or
    /// not as many zero points.
    pub(super) fn elem_type(&self, ctx: &Context, storage: TypeId) -> Option<TypeId> {
        let mut zero_points = self.zero_point.clone();
        if zero_points.is_empty() {
            zero_points.resize(self.scale.len(), 0);
        }
        if self.scale.is_empty() || zero_points.len() != self.scale.len() {
            return None;
        }
        // Biases of 16x8 quantization have 64 bits, which is more than MLIR's own quantized types allow.
        let whole = (storage == TypeId::I64).then_some((i64::MIN, i64::MAX));
        let (min, max) = whole.or_else(|| storage_range(ctx, storage))?;
        let axis = (self.scale.len() > 1).then_some(i64::from(self.quantized_dimension));
        let scales = self.scale.iter().map(|&x| f64::from(x)).collect();
        Some(Uniform { storage, expressed: TypeId::F32, min, max, axis, scales, zero_points }.ty(ctx))
    }

    /// Writes the table.
    pub(super) fn write(&self, fbb: &mut Builder) -> Child {
        let mut fields = Vec::new();
        for (slot, list) in [(slots::MIN, &self.min), (slots::MAX, &self.max), (slots::SCALE, &self.scale)] {
            if !list.is_empty() {
                fields.push((slot, Field::Child(table::scalars(fbb, list))));
            }
        }
        if !self.zero_point.is_empty() {
            fields.push((slots::ZERO_POINT, Field::Child(table::scalars(fbb, &self.zero_point))));
        }
        if self.quantized_dimension != 0 {
            fields.push((slots::QUANTIZED_DIMENSION, Field::I32(self.quantized_dimension)));
        }
        table::table(fbb, fields)
    }
}
