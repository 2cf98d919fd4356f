//! `tf.Scale(x) {factor}` as a product: the smallest plugin that does something. It is written without the SDK, so that it
//! shows what the interface itself asks of a plugin.

wit_bindgen::generate!({ path: "../../../wit/released/0.1.0", world: "converter-plugin" });

use exports::tfl_opt::plugin::converter::Guest;
use tfl_opt::plugin::host;
use tfl_opt::plugin::types::*;

include!("../../manifest.rs");

const TEXT: &str = r#"{"id":"test.scale","version":"1.0.0","wit":"0.1.0","ops":["tf.Scale"],"composites":["test.scale"]}"#;

struct Scale;

impl Guest for Scale {
    fn convert(op: OpView) -> Result<Fragment, Failure> {
        let factor = op.attrs.iter().find(|attr| attr.name == "factor").map(|attr| &attr.value);
        let factor = match factor {
            Some(Attr::Float(factor)) => *factor as f32,
            Some(_) => return Err(wrong("it is no number")),
            None => host::setting("factor").and_then(|text| text.parse().ok()).ok_or_else(|| wrong("it is missing"))?,
        };
        if op.operands.len() != 1 || op.results.len() != 1 || op.operands[0].ty.elem != "f32" {
            return Err(Failure::Declined("only one tensor of f32 is scaled".into()));
        }
        let scalar = TensorType { elem: "f32".into(), dims: Some(Vec::new()) };
        let activation =
            NamedAttr { name: "fused_activation_function".into(), value: Attr::Text("NONE".into()) };
        Ok(Fragment {
            consts: vec![Tensor { ty: scalar, data: factor.to_le_bytes().to_vec() }],
            ops: vec![NewOp {
                name: "tfl.mul".into(),
                attrs: vec![activation],
                operands: vec![Some(0), Some(1)],
                results: op.results,
                regions: Vec::new(),
            }],
            results: vec![2],
            regions: Vec::new(),
            custom_cost: None,
        })
    }
}

fn wrong(message: &str) -> Failure {
    Failure::Failed(vec![Diagnostic {
        severity: Severity::Error,
        message: message.into(),
        operand: None,
        attr: Some("factor".into()),
        help: None,
    }])
}

export!(Scale);
