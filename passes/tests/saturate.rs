//! Equality saturation on small modules, with rules of the tests' own.

use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module};
use core_ir::{Context, Diagnostics};
use passes::eqsat::{Limits, Options, Target, rules, run};

/// Runs `rule_text` on a function of one argument `%x : tensor<2xf32>` with this body, and gives the printed module or
/// the first diagnostic.
fn saturate(rule_text: &str, body: &str) -> Result<String, String> {
    dialects::link();
    passes::link();
    let ctx = Context::new();
    let mut diags = Diagnostics::new();
    let text = format!("func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {{\n{body}\n}}");
    let module = parse_module(&ctx, "test.mlir", &text, &ParseOptions::default(), &mut diags);
    let mut module = module.unwrap_or_else(|_| panic!("{:?}", diags.iter().next()));
    let rules = rules::load(&ctx, &[("test.rules", rule_text)]).map_err(|fault| fault.to_string())?;
    let options =
        Options { rules: &rules.into(), target: &Target::Any, limits: Limits::default(), asked: None };
    let function = module.symbols(&ctx).next().expect("one function").1;
    let body = module.inner_mut(function).expect("it has a body");
    match run(&ctx, body, &options, &mut diags) {
        Ok(_) => Ok(print_module(&ctx, &module, &PrintOptions::default())),
        Err(_) => Err(diags.iter().next().map(|d| d.to_string()).unwrap_or_default()),
    }
}

const NEGATE_TWICE: &str = r#"
    %0 = "tf.Neg"(%x) : (tensor<2xf32>) -> tensor<2xf32>
    %1 = "tf.Neg"(%0) : (tensor<2xf32>) -> tensor<2xf32>
    func.return %1 : tensor<2xf32>"#;

#[test]
fn a_rule_rewrites() {
    let out = saturate("/// Twice.\nrule twice @exact @canon { tf.Neg(tf.Neg(%x)) => %x }", NEGATE_TWICE);
    let out = out.expect("it runs");
    assert!(!out.contains("tf.Neg") && out.contains("return %arg0"), "{out}");
}

#[test]
fn a_condition_that_does_not_hold_keeps_the_program() {
    let rule = "/// Twice.\nrule twice @exact @canon { tf.Neg(tf.Neg(%x)) => %x where elem(%x) == i32 }";
    let out = saturate(rule, NEGATE_TWICE).expect("it runs");
    assert_eq!(out.matches("tf.Neg").count(), 2, "{out}");
}

#[test]
fn a_rule_that_joins_different_shapes_is_named() {
    let rule = "/// Wrong.\nrule wrong @exact @canon { tf.Neg(%x) => const(0.0, f32, [3]) }";
    let fault = saturate(rule, NEGATE_TWICE).expect_err("the rule is wrong");
    assert!(fault.contains("unsound-rule") && fault.contains("`wrong`"), "{fault}");
}

#[test]
fn a_rule_that_joins_different_types_is_named() {
    let rule = "/// Wrong.\nrule wrong @exact @canon { tf.Neg(%x) => tf.Cast(%x) : i32 }";
    let fault = saturate(rule, NEGATE_TWICE).expect_err("the rule is wrong");
    assert!(fault.contains("unsound-rule"), "{fault}");
}

#[test]
fn rules_that_undo_each_other_come_to_an_end() {
    let rules = "/// One way.\nrule there @exact @canon { tf.Neg(%x) => tf.Sub(const(0.0, f32), %x) }
        /// And back.\nrule back @exact @canon { tf.Sub(%z, %x) => tf.Neg(%x) where scalar(%z) == 0 }";
    let out = saturate(rules, NEGATE_TWICE).expect("it runs");
    assert!(out.contains("return"), "{out}");
}

#[test]
fn shared_values_are_computed_once() {
    let body = r#"
        %0 = "tf.Neg"(%x) : (tensor<2xf32>) -> tensor<2xf32>
        %1 = "tf.Neg"(%x) : (tensor<2xf32>) -> tensor<2xf32>
        %2 = "tf.Mul"(%0, %1) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
        func.return %2 : tensor<2xf32>"#;
    let out = saturate("/// None.\nrule none @exact @canon { tf.Abs(tf.Abs(%x)) => tf.Abs(%x) }", body);
    let out = out.expect("it runs");
    assert_eq!(out.matches("tf.Neg").count(), 1, "{out}");
}

#[test]
fn ten_runs_give_one_text() {
    let rules = "/// Swap.\nrule swap @exact @canon { tf.Neg(tf.Mul(%x, %y)) => tf.Mul(%x, tf.Neg(%y)) }";
    let body = r#"
        %0 = "tf.Exp"(%x) : (tensor<2xf32>) -> tensor<2xf32>
        %1 = "tf.Mul"(%x, %0) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
        %2 = "tf.Neg"(%1) : (tensor<2xf32>) -> tensor<2xf32>
        func.return %2 : tensor<2xf32>"#;
    let first = saturate(rules, body).expect("it runs");
    for _ in 0..9 {
        assert_eq!(saturate(rules, body).expect("it runs"), first);
    }
}
