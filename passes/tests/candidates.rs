//! Candidates from outside, as plugins give them, in the search.

use std::sync::Arc;

use core_ir::pass::reasons::Reasons;
use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module};
use core_ir::{Context, Diagnostic, Diagnostics, Graph};
use passes::candidates::{Answer, Candidate, OpSource, Request, install};
use passes::eqsat::explain::Asked;
use passes::eqsat::{Limits, Options, Target, rules, run};

/// Answers with these bodies, by name.
struct Bodies(&'static [(&'static str, &'static str)]);

impl OpSource for Bodies {
    fn knows(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| *known == name)
    }

    fn knows_composite(&self, _: &str) -> bool {
        false
    }

    fn candidate(&self, request: &Request<'_>, _: &mut Vec<Diagnostic>) -> Answer {
        let text = self.0.iter().find(|(known, _)| *known == request.name).map_or("", |row| row.1);
        let body = function(request.ctx, &format!("func.func @f{text}"));
        Answer::Fragment(Arc::new(Candidate {
            body,
            custom_cost: Some(5),
            source: "test.bodies 1.0.0".into(),
        }))
    }
}

/// The body of the only function of `text`.
fn function(ctx: &Context, text: &str) -> Graph {
    let mut diags = Diagnostics::new();
    let module = parse_module(ctx, "test.mlir", text, &ParseOptions::default(), &mut diags);
    let mut module = module.unwrap_or_else(|_| panic!("{:?}", diags.iter().next()));
    let op = module.symbols(ctx).next().expect("one function").1;
    *module.set_inner(op, Graph::new()).expect("it has a body")
}

/// Runs the shipped rules on a function, with candidates. The module and the reasons, or the first error.
fn saturate(bodies: Bodies, text: &str) -> Result<(String, Vec<Reasons>), String> {
    dialects::link();
    passes::link();
    let ctx = Context::new();
    install(&ctx, Arc::new(bodies));
    let mut diags = Diagnostics::new();
    let module = parse_module(&ctx, "test.mlir", text, &ParseOptions::default(), &mut diags);
    let mut module = module.unwrap_or_else(|_| panic!("{:?}", diags.iter().next()));
    let rules = rules::Selection::of(rules::shipped(&ctx).expect("they are right"), |_| None);
    let target =
        Target::Tflite { allow_custom: Default::default(), check_types: true, partial: false, runtime: None };
    let asked = Asked { about: None, proofs: true };
    let options = Options { rules: &rules, target: &target, limits: Limits::default(), asked: Some(&asked) };
    let op = module.symbols(&ctx).next().expect("one function").1;
    let body = module.inner_mut(op).expect("it has a body");
    match run(&ctx, body, &options, &mut diags) {
        Ok(outcome) => Ok((print_module(&ctx, &module, &PrintOptions::default()), outcome.reasons)),
        Err(_) => Err(diags.iter().next().map(|d| d.to_string()).unwrap_or_default()),
    }
}

const DIGAMMA: &str = r#"func.func @f(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
    %0 = "tf.Digamma"(%x) : (tensor<?x4xf32>) -> tensor<?x4xf32>
    %1 = "tf.Relu"(%0) : (tensor<?x4xf32>) -> tensor<?x4xf32>
    func.return %1 : tensor<?x4xf32>
}"#;

#[test]
fn rules_go_on_with_what_a_candidate_is_made_of() {
    let bodies = Bodies(&[(
        "tf.Digamma",
        r#"(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
            %two = "tf.Const"() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
            %0 = "tf.AddV2"(%x, %two) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
            func.return %0 : tensor<?x4xf32>
        }"#,
    )]);
    let (out, reasons) = saturate(bodies, DIGAMMA).expect("it converts");
    assert!(out.contains("tfl.add") && out.contains("\"RELU\"") && !out.contains("tf."), "{out}");
    let steps: Vec<&str> = reasons[0].steps.iter().map(|step| step.rule.name.as_str()).collect();
    assert!(steps.contains(&"test.bodies 1.0.0/tf.Digamma"), "{steps:?}");
    let proof = format!("{:?}", reasons[0].proofs);
    assert!(proof.contains("test.bodies 1.0.0/tf.Digamma"), "{proof}");
}

#[test]
fn cost_decides_between_a_candidate_and_a_rule() {
    let text = r#"func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
        %0 = "tf.Neg"(%x) : (tensor<4xf32>) -> tensor<4xf32>
        func.return %0 : tensor<4xf32>
    }"#;
    let dear = r#"(%x: tensor<4xf32>) -> tensor<4xf32> {
        %0 = "tf.Sin"(%x) : (tensor<4xf32>) -> tensor<4xf32>
        %1 = "tf.Sin"(%0) : (tensor<4xf32>) -> tensor<4xf32>
        func.return %1 : tensor<4xf32>
    }"#;
    let (out, _) = saturate(Bodies(Box::leak(Box::new([("tf.Neg", dear)]))), text).expect("it converts");
    assert!(out.contains("tfl.neg") && !out.contains("tfl.sin"), "{out}");
    let cheap = r#"(%x: tensor<4xf32>) -> tensor<4xf32> {
        %0 = "tfl.custom"(%x) {custom_code = "Neg2", custom_option = #tfl<const_bytes : "0x00">} :
            (tensor<4xf32>) -> tensor<4xf32>
        func.return %0 : tensor<4xf32>
    }"#;
    let (out, _) = saturate(Bodies(Box::leak(Box::new([("tf.Neg", cheap)]))), text).expect("it converts");
    assert!(out.contains("tfl.custom") && !out.contains("tfl.neg"), "{out}");
}

#[test]
fn each_result_of_an_operation_is_its_own() {
    let text = r#"func.func @f(%x: tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>) {
        %q, %r = "tf.Qr"(%x) {full_matrices = false} : (tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>)
        func.return %q, %r : tensor<2x2xf32>, tensor<2x2xf32>
    }"#;
    let bodies = Bodies(&[(
        "tf.Qr",
        r#"(%x: tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>) {
            %axis = "tf.Const"() {value = dense<0> : tensor<i32>} : () -> tensor<i32>
            %s:2 = "tf.Split"(%axis, %x) : (tensor<i32>, tensor<2x2xf32>) -> (tensor<1x2xf32>, tensor<1x2xf32>)
            %0 = "tf.Mul"(%s#0, %x) : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
            %1 = "tf.Sub"(%s#1, %x) : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
            func.return %1, %0 : tensor<2x2xf32>, tensor<2x2xf32>
        }"#,
    )]);
    let (out, _) = saturate(bodies, text).expect("it converts");
    let at = |part: &str| out.find(part).unwrap_or_else(|| panic!("{part}: {out}"));
    let name = |op: &str| {
        let line = out.lines().find(|line| line.contains(op)).unwrap_or_else(|| panic!("{op}: {out}"));
        line.trim().split(' ').next().unwrap_or_default().to_owned()
    };
    assert_eq!(out.matches("tfl.split").count(), 1, "{out}");
    let returned = &out[at("return ")..];
    assert!(returned.starts_with(&format!("return {}, {}", name("tfl.sub"), name("tfl.mul"))), "{out}");
}

#[test]
fn a_candidate_of_another_type_is_an_error_that_names_its_maker() {
    let bodies = Bodies(&[(
        "tf.Digamma",
        r#"(%x: tensor<?x4xf32>) -> tensor<?x5xf32> {
            %0 = "tf.Const"() {value = dense<2.0> : tensor<1x5xf32>} : () -> tensor<1x5xf32>
            %1 = "tf.Cast"(%0) : (tensor<1x5xf32>) -> tensor<?x5xf32>
            func.return %1 : tensor<?x5xf32>
        }"#,
    )]);
    let fault = saturate(bodies, DIGAMMA).expect_err("it is wrong");
    assert!(fault.contains("unsound-rule") && fault.contains("test.bodies 1.0.0/tf.Digamma"), "{fault}");
}
