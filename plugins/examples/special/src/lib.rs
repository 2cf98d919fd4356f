//! Special functions that TFLite has no operations for, as operations that it has.

mod betainc;
mod calc;
mod digamma;
mod erfinv;

use tfl_opt_plugin::{Failure, Fragment, Op, Plugin, declined, export_plugin};

/// The inverse error function, the digamma function and the incomplete beta function, each of `f32`.
pub struct Special;

impl Plugin for Special {
    fn convert(op: &Op) -> Result<Fragment, Failure> {
        match op.name() {
            "tf.Erfinv" => erfinv::convert(op),
            "tf.Digamma" => digamma::convert(op),
            "tf.Betainc" => betainc::convert(op),
            other => Err(declined(format!("this plugin does not know {other}"))),
        }
    }
}

export_plugin!(
    Special,
    manifest = r#"{"id": "example.special", "version": "1.0.0", "wit": "0.1.0",
        "ops": ["tf.Erfinv", "tf.Digamma", "tf.Betainc"],
        "description": "Erfinv, Digamma and Betainc as builtin operations of TFLite"}"#
);
