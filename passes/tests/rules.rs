//! The shipped rules, and what the rule language refuses.

use core_ir::Context;
use passes::eqsat::rules;

fn context() -> Context {
    dialects::link();
    passes::link();
    Context::new()
}

/// Loads one rule text and gives the message of its fault.
#[track_caller]
fn fault(text: &str) -> String {
    let ctx = context();
    match rules::load(&ctx, &[("test.rules", text)]) {
        Ok(rules) => panic!("loads {} rules", rules.len()),
        Err(diagnostic) => diagnostic.message.clone(),
    }
}

#[test]
fn shipped_rules_load() {
    let ctx = context();
    let rules = rules::shipped(&ctx).unwrap_or_else(|fault| panic!("{fault}"));
    assert!(rules.len() > 150, "there are {} rules", rules.len());
    assert!(rules.iter().all(|rule| !rule.doc.is_empty()), "every rule is documented");
}

#[test]
fn faults_are_named() {
    let rule = |body: &str| format!("/// A test.\nrule a @exact @canon {{ {body} }}");
    assert!(fault("rule a {").contains("does not parse"));
    assert!(fault("rule a @canon { tf.Neg(%x) => %x }").contains("how exact"));
    assert!(fault("rule a @exact { tf.Neg(%x) => %x }").contains("what it is for"));
    assert!(fault(&rule("tf.NoSuchOp(%x) => %x")).contains("tf.NoSuchOp"));
    assert!(fault(&rule("tf.Neg(%x) => %y")).contains("`%y` has no value"));
    assert!(fault(&rule("tf.Neg(%x) {nonsense = 1} => %x")).contains("no attribute `nonsense`"));
    assert!(fault(&rule("tf.Neg(%x) => %x where frobnicate(%x)")).contains("no function `frobnicate`"));
    assert!(fault(&rule("tf.Neg(%x) => %x where rank(%x, 1) == 2")).contains("takes 1 arguments, not 2"));
    assert!(
        fault(&format!("{}{}", rule("tf.Neg(%x) => %x"), rule("tf.Abs(%x) => %x"))).contains("defined twice")
    );
}
