//! Reasons of equality saturation on graphs whose paths cannot be counted.

use std::collections::BTreeMap;

use core_ir::pass::reasons::{Origin, Reasons, SourceFate};
use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module};
use core_ir::{Context, Diagnostics};
use passes::eqsat::explain::Asked;
use passes::eqsat::{Limits, Options, Target, rules, run};

/// Layers of operations each of which uses the layer before three times, directly or not: as many paths as threes can
/// be multiplied.
fn layers(count: usize) -> String {
    let ty = "tensor<1x8xf32>";
    let mut text = format!("func.func @f(%v0: {ty}) -> {ty} {{\n");
    for i in 0..count {
        let next = i + 1;
        text += &format!(
            "%n{i} = \"tf.Neg\"(%v{i}) : ({ty}) -> {ty} loc(\"neg{i}\")
             %s{i} = \"tf.Sub\"(%v{i}, %n{i}) : ({ty}, {ty}) -> {ty} loc(\"sub{i}\")
             %m{i} = \"tf.Maximum\"(%s{i}, %v{i}) : ({ty}, {ty}) -> {ty} loc(\"max{i}\")
             %v{next} = \"tf.Relu\"(%m{i}) : ({ty}) -> {ty} loc(\"relu{i}\")\n"
        );
    }
    text + &format!("func.return %v{count} : {ty}\n}}")
}

/// Runs the shipped rules on `text`; the result as text, and the reasons if they were asked for.
fn saturate(text: &str, asked: Option<&Asked>) -> (String, Vec<Reasons>) {
    dialects::link();
    passes::link();
    let ctx = Context::new();
    let mut diags = Diagnostics::new();
    let module = parse_module(&ctx, "test.mlir", text, &ParseOptions::default(), &mut diags);
    let mut module = module.unwrap_or_else(|_| panic!("{:?}", diags.iter().next()));
    let rules = rules::Selection::of(rules::shipped(&ctx).expect("they are right"), |_| None);
    let target =
        Target::Tflite { allow_custom: Default::default(), check_types: true, partial: false, runtime: None };
    let options = Options { rules: &rules, target: &target, limits: Limits::default(), asked };
    let function = module.symbols(&ctx).next().expect("one function").1;
    let body = module.inner_mut(function).expect("it has a body");
    let outcome =
        run(&ctx, body, &options, &mut diags).unwrap_or_else(|_| panic!("{:?}", diags.iter().next()));
    let print = PrintOptions { debug_info: true, ..PrintOptions::default() };
    (print_module(&ctx, &module, &print), outcome.reasons)
}

const PROOFS: &Asked = &Asked { about: None, proofs: true };

/// How many terms the proofs have in all.
fn terms(reasons: &Reasons) -> usize {
    reasons.proofs.iter().map(|proof| proof.terms.len()).sum()
}

#[test]
fn reasons_and_proofs_of_a_deep_graph_are_as_large_as_the_graph() {
    let sizes = [250, 1000].map(|count| {
        let (_, reasons) = saturate(&layers(count), Some(PROOFS));
        let [reasons] = reasons.as_slice() else { panic!("there is one block") };
        assert_eq!(reasons.sources.len(), 4 * count);
        assert!(!reasons.stopped);
        // Every operation of the source is part of one of the result, and each of those has steps and a proof.
        assert!(reasons.sources.iter().all(|given| matches!(given.fate, SourceFate::Became(_))));
        for result in &reasons.results {
            assert!(matches!(result.from.as_slice(), [Origin::Step(_)]), "{result:?}");
            assert!(!result.proofs.is_empty(), "{result:?}");
        }
        [reasons.steps.len(), reasons.proofs.len(), terms(reasons)]
    });
    let [small, large] = sizes;
    for (small, large) in small.into_iter().zip(large) {
        assert!(small >= 250 && large <= 4 * small + 16, "{sizes:?}");
    }
}

#[test]
fn steps_and_proofs_refer_to_earlier_ones_only() {
    let (_, reasons) = saturate(&layers(40), Some(PROOFS));
    let reasons = &reasons[0];
    for (i, step) in reasons.steps.iter().enumerate() {
        assert!(!step.matched.is_empty());
        for &(_, from) in &step.matched {
            match from {
                Some(Origin::Step(earlier)) => assert!(earlier < i, "{step:?}"),
                Some(Origin::Source(source)) => assert!(source < reasons.sources.len()),
                None => panic!("every operation of this graph comes from somewhere: {step:?}"),
            }
        }
    }
    for (i, proof) in reasons.proofs.iter().enumerate() {
        // A proof of one term would prove nothing.
        assert!(proof.terms.len() > 1);
        for (at, term) in proof.terms.iter().enumerate() {
            assert!(
                term.operands.iter().all(|&(_, inner)| inner < i),
                "proof {i} needs one that comes later"
            );
            let is_reason = term.by.is_some() || !term.operands.is_empty();
            assert_eq!(is_reason, at > 0, "{term:?}");
        }
    }
}

#[test]
fn a_proof_leads_from_the_source_to_the_result() {
    let (_, reasons) = saturate(&layers(3), Some(PROOFS));
    let reasons = &reasons[0];
    let mut proved = 0;
    for result in &reasons.results {
        for &(_, proof) in &result.proofs {
            let terms = &reasons.proofs[proof].terms;
            let (first, last) = (&terms[0].text, &terms[terms.len() - 1].text);
            assert!(first.starts_with("tf.") && last.starts_with("tfl."), "{first} to {last}");
            proved += 1;
        }
    }
    assert!(proved >= reasons.results.len());
}

#[test]
fn who_asks_gets_the_same_result() {
    let text = layers(20);
    let (plain, none) = saturate(&text, None);
    assert!(none.is_empty());
    assert_eq!(saturate(&text, Some(&Asked::default())).0, plain);
    assert_eq!(saturate(&text, Some(PROOFS)).0, plain);
}

#[test]
fn ten_runs_give_the_same_reasons() {
    let text = layers(6);
    let tell = || {
        let (_, reasons) = saturate(&text, Some(PROOFS));
        let steps: Vec<_> = reasons[0].steps.iter().map(|step| format!("{step:?}")).collect();
        (steps, reasons[0].proofs.clone())
    };
    let first = tell();
    for _ in 0..9 {
        assert_eq!(tell(), first);
    }
}

#[test]
fn steps_name_rules_with_their_places() {
    let (_, reasons) = saturate(&layers(2), Some(PROOFS));
    let mut by_rule: BTreeMap<&str, usize> = BTreeMap::new();
    for step in &reasons[0].steps {
        *by_rule.entry(step.rule.name.split('/').next().unwrap_or_default()).or_default() += 1;
        assert!(step.rule.place.contains(".rules:"), "{step:?}");
        assert!(step.rule.left.contains('(') && !step.rule.right.is_empty(), "{step:?}");
    }
    assert!(by_rule.len() >= 3, "{by_rule:?}");
}
