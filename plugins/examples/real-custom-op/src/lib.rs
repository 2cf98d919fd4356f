//! `GatedRmsNorm`, an operation that `op/gated_rms_norm.cc` adds to TensorFlow, as builtin operations of TFLite.

use tfl_opt_plugin::{Builder, Elem, Failure, Fragment, Op, Plugin, declined, export_plugin, failed};

/// y = silu(gate) * weight * x / sqrt(mean(x^2, axis=-1) + epsilon)
pub struct GatedRmsNorm;

impl Plugin for GatedRmsNorm {
    fn convert(op: &Op) -> Result<Fragment, Failure> {
        let epsilon = op.float_or("epsilon", 1e-5)?;
        if !(epsilon >= 0.0) {
            return Err(failed("epsilon must not be negative").attr("epsilon").into());
        }
        let ty = op.operand(0)?;
        if ty.elem_type() != Elem::F32 {
            return Err(declined(format!("only f32 is converted, and this is {}", ty.elem_type())));
        }
        // One mean for each row: the last dimension becomes one.
        let mut row = ty.clone();
        match row.dims.as_mut().map(|dims| dims.last_mut()) {
            Some(Some(channels)) => *channels = Some(1),
            Some(None) => return Err(failed("a scalar has no channels").operand(0).into()),
            None => {}
        }
        let mut b = Builder::new(op);
        let (x, gate, weight) = (b.operand(0)?, b.operand(1)?, b.operand(2)?);
        let squares = b.unary("tfl.square", x, ty);
        let channels = b.const_i32(&[-1], &[1]);
        let mean =
            b.op_with("tfl.mean", &[squares, channels], &[("keep_dims", true.into())], &[row.clone()])[0];
        let epsilon = b.scalar_f32(epsilon as f32);
        let mean = b.binary("tfl.add", mean, epsilon, &row);
        let norm = b.unary("tfl.rsqrt", mean, &row);
        let y = b.binary("tfl.mul", x, norm, ty);
        let y = b.binary("tfl.mul", y, weight, ty);
        let open = b.unary("tfl.logistic", gate, ty);
        let silu = b.binary("tfl.mul", gate, open, ty);
        let y = b.binary("tfl.mul", y, silu, ty);
        b.finish(&[y])
    }
}

export_plugin!(
    GatedRmsNorm,
    manifest = r#"{"id": "example.gated-rms-norm", "version": "1.0.0", "wit": "0.1.0", "ops": ["tf.GatedRmsNorm"],
        "description": "GatedRmsNorm as builtin operations of TFLite"}"#
);

#[cfg(test)]
mod tests {
    use super::*;
    use tfl_opt_plugin::TensorType;

    #[test]
    fn the_mean_is_of_the_last_dimension() {
        let ty = TensorType::new(Elem::F32, &[None, Some(8)]);
        let op = Op::named("tf.GatedRmsNorm")
            .with_operand(ty.clone())
            .with_operand(ty.clone())
            .with_operand(TensorType::fixed(Elem::F32, &[8]))
            .with_result(ty);
        let fragment = GatedRmsNorm::convert(&op).expect("it converts");
        let mean = fragment.ops.iter().find(|op| op.name == "tfl.mean").expect("there is a mean");
        assert_eq!(mean.results[0].dims, Some(vec![None, Some(1)]));
        assert!(GatedRmsNorm::convert(&op.with_attr("epsilon", -1.0)).is_err());
    }
}
