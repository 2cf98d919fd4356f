//! `tf.Twice` and what is to be known of it: types, values, a rule and declarations. `tf.Vague` is the same operation,
//! which nobody defines. An attribute `mode` has the plugin say what is wrong. `tf.Doubled` does it `times` times, in a
//! loop.

wit_bindgen::generate!({ path: "../../../wit/released/0.1.0", world: "full-plugin" });

use exports::tfl_opt::plugin::declarations::{Declaration, Effects, Quantization};
use exports::tfl_opt::plugin::{converter, declarations, fold, rules, shape};
use tfl_opt::plugin::types::*;

include!("../../manifest.rs");

const TEXT: &str = r#"{"id":"test.facts","version":"1.0.0","wit":"0.1.0","ops":["tf.Twice","tf.Vague","tf.Doubled"],"definitions":["op { name: 'Twice' input_arg { name: 'x' type_attr: 'T' } output_arg { name: 'y' type_attr: 'T' } attr { name: 'T' type: 'type' } attr { name: 'mode' type: 'string' default_value { s: 'good' } } is_stateful: true }"]}"#;

/// A rule about an operation that only the manifest defines.
const RULES: &str = "
/// Twice twice is four times.
rule twice-twice @exact @legalize {
  tf.Twice(tf.Twice(%x)) => tfl.mul(%x, const(4.0, elem(%x))) where elem(%x) in [f32]
}
";

struct Facts;

/// What the operation's attribute says.
fn mode(op: &OpView) -> &str {
    match op.attrs.iter().find(|attr| attr.name == "mode").map(|attr| &attr.value) {
        Some(Attr::Text(mode)) => mode,
        _ => "good",
    }
}

/// Fails in the way that is asked for.
fn fail(op: &OpView) -> Result<(), Failure> {
    let error = |message: &str| Diagnostic {
        severity: Severity::Error,
        message: message.into(),
        operand: None,
        attr: Some("mode".into()),
        help: None,
    };
    match mode(op) {
        "loop" => loop {
            std::hint::black_box(());
        },
        "decline" => Err(Failure::Declined("it was asked to".into())),
        "refuse" => Err(Failure::Failed(vec![error("it was asked to")])),
        _ => Ok(()),
    }
}

impl converter::Guest for Facts {
    fn convert(op: OpView) -> Result<Fragment, Failure> {
        if op.name == "tf.Doubled" {
            return doubled(op);
        }
        let activation =
            NamedAttr { name: "fused_activation_function".into(), value: Attr::Text("NONE".into()) };
        Ok(Fragment {
            consts: Vec::new(),
            ops: vec![NewOp {
                name: "tfl.add".into(),
                attrs: vec![activation],
                operands: vec![Some(0), Some(0)],
                results: op.results,
                regions: Vec::new(),
            }],
            results: vec![1],
            regions: Vec::new(),
            custom_cost: None,
        })
    }
}

fn scalar(elem: &str) -> TensorType {
    TensorType { elem: elem.into(), dims: Some(Vec::new()) }
}

fn new_op(name: &str, operands: &[u32], results: &[TensorType]) -> NewOp {
    let activation = NamedAttr { name: "fused_activation_function".into(), value: Attr::Text("NONE".into()) };
    NewOp {
        name: name.into(),
        attrs: if name == "tfl.add" { vec![activation] } else { Vec::new() },
        operands: operands.iter().copied().map(Some).collect(),
        results: results.to_vec(),
        regions: Vec::new(),
    }
}

/// `(i, x) = (0, x); while (i < times) (i, x) = (i + 1, x + x)`
fn doubled(op: OpView) -> Result<Fragment, Failure> {
    let Some(Attr::Int(times)) = op.attrs.iter().find(|attr| attr.name == "times").map(|attr| &attr.value) else {
        return Err(Failure::Declined("it does not say how often".into()));
    };
    let number = |n: i32| Tensor { ty: scalar("i32"), data: n.to_le_bytes().to_vec() };
    let params = vec![scalar("i32"), op.results[0].clone()];
    // In a region, 0 and 1 are the parameters, and the constants follow.
    let (zero, one, times) = (number(0), number(1), number(*times as i32));
    let condition =
        Region { params: params.clone(), ops: vec![new_op("tfl.less", &[0, 4], &[scalar("i1")])], results: vec![5] };
    let body = Region {
        params: params.clone(),
        ops: vec![new_op("tfl.add", &[0, 3], &params[..1]), new_op("tfl.add", &[1, 1], &params[1..])],
        results: vec![5, 6],
    };
    // Outside, 0 is the operand.
    let again = NewOp { regions: vec![0, 1], ..new_op("tfl.while", &[1, 0], &params) };
    Ok(Fragment {
        consts: vec![zero, one, times],
        ops: vec![again],
        results: vec![5],
        regions: vec![condition, body],
        custom_cost: None,
    })
}

impl shape::Guest for Facts {
    fn infer(op: OpView) -> Result<Vec<TensorType>, Failure> {
        fail(&op)?;
        let mut ty = op.operands.into_iter().next().ok_or(Failure::Declined("it has no operand".into()))?.ty;
        match op.attrs.iter().find(|attr| attr.name == "mode").map(|attr| &attr.value) {
            Some(Attr::Text(mode)) if mode == "none" => return Ok(Vec::new()),
            Some(Attr::Text(mode)) if mode == "wrong" => ty.dims = Some(vec![Some(77)]),
            Some(Attr::Text(mode)) if mode == "nonsense" => ty.elem = "foo<".into(),
            _ => {}
        }
        Ok(vec![ty])
    }
}

impl fold::Guest for Facts {
    fn evaluate(op: OpView, inputs: Vec<Tensor>) -> Result<Vec<Tensor>, Failure> {
        fail(&op)?;
        let mut x = inputs.into_iter().next().ok_or(Failure::Declined("it has no operand".into()))?;
        if x.ty.elem != "f32" {
            return Err(Failure::Declined("only f32 is computed".into()));
        }
        for bytes in x.data.chunks_exact_mut(4) {
            let value = f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
            bytes.copy_from_slice(&(2.0 * value).to_le_bytes());
        }
        match mode(&op) {
            "none" => return Ok(Vec::new()),
            "wrong" => x.ty = TensorType { elem: "i32".into(), ..x.ty },
            "nonsense" => x.data.truncate(3),
            _ => {}
        }
        Ok(vec![x])
    }
}

impl rules::Guest for Facts {
    fn rules_text() -> String {
        RULES.into()
    }
}

impl declarations::Guest for Facts {
    fn declare() -> Vec<Declaration> {
        let declare = |op: &str, effects| Declaration { op: op.into(), effects, quantization: None };
        let quantization = Quantization {
            storage: vec!["i8".into()],
            same_scale: true,
            weights: Vec::new(),
            biases: Vec::new(),
            fixed: Vec::new(),
        };
        vec![
            Declaration { quantization: Some(quantization), ..declare("tf.Twice", Effects::Pure) },
            declare("tf.Vague", Effects::Pure),
            declare("tf.Counter", Effects::Reads),
            declare("tf.Setter", Effects::Writes),
            declare("tfl.custom:Twice", Effects::Pure),
            declare("tf.Print", Effects::Pure),
        ]
    }
}

export!(Facts);
