//! A plugin that says what it sees, and makes of `tf.Echo` an operation with all of it. It is written without the SDK.

wit_bindgen::generate!({ path: "../../../wit/released/0.1.0", world: "converter-plugin" });

use exports::tfl_opt::plugin::converter::Guest;
use tfl_opt::plugin::host;
use tfl_opt::plugin::types::*;

include!("../../manifest.rs");

const TEXT: &str = r#"{"id":"test.echo","version":"1.0.0","wit":"0.1.0","ops":["tf.Echo"],"emits":["test"]}"#;

struct Echo;

impl Guest for Echo {
    fn convert(op: OpView) -> Result<Fragment, Failure> {
        for attr in &op.attrs {
            host::log(Severity::Note, &format!("{} = {:?}", attr.name, attr.value));
        }
        for (i, operand) in op.operands.iter().enumerate() {
            host::log(Severity::Note, &format!("operand {i}: {} {:?} {:?}", operand.ty.elem, operand.ty.dims, operand.const_len));
        }
        for (i, ty) in op.results.iter().enumerate() {
            host::log(Severity::Note, &format!("result {i}: {} {:?}", ty.elem, ty.dims));
        }
        let operands = op.operands.len() as u32;
        let results = op.results.len() as u32;
        Ok(Fragment {
            consts: Vec::new(),
            ops: vec![NewOp {
                name: "test.echoed".into(),
                attrs: op.attrs,
                operands: (0..operands).map(Some).collect(),
                results: op.results,
                regions: Vec::new(),
            }],
            results: (operands..operands + results).collect(),
            regions: Vec::new(),
            custom_cost: None,
        })
    }
}

export!(Echo);
