//! Every rule can be switched off: what it would have done is done another way, or the reason why it is not is said.

use core_ir::diag::Severity;
use core_ir::pass::PANIC;
use core_ir::text::{ParseOptions, parse_module};
use core_ir::{Context, Diagnostics, verifier};
use passes::eqsat::rules::{self, Compiled};
use passes::eqsat::soundness::examples;
use passes::pipeline;
use rayon::prelude::*;

/// What saturating a module without some rules came to.
struct Run {
    /// How often the rule that is asked for fired.
    fired: u64,
    /// What is wrong with the run itself, whether it converted or not.
    fault: Option<String>,
    converts: bool,
}

/// Whether a text is a module that the verifier accepts.
fn is_valid(ctx: &Context, text: &str) -> bool {
    let mut diags = Diagnostics::new();
    let module = parse_module(ctx, "example.mlir", text, &ParseOptions::default(), &mut diags);
    module.is_ok_and(|module| verifier::verify(ctx, &module, &mut diags).is_ok())
}

fn saturate(ctx: &Context, text: &str, options: &str, rule: &Compiled) -> Run {
    let mut diags = Diagnostics::new();
    let failed = |fault: String| Run { fired: 0, fault: Some(fault), converts: false };
    let first = |diags: &Diagnostics| diags.iter().next().map(ToString::to_string).unwrap_or_default();
    let Ok(mut module) = parse_module(ctx, "example.mlir", text, &ParseOptions::default(), &mut diags) else {
        return failed(format!("the example does not parse: {}", first(&diags)));
    };
    let manager = pipeline::build("test", &format!("tfl-saturate{{{options}}}"));
    let mut manager = manager.unwrap_or_else(|fault| panic!("{fault}"));
    manager.verify_each = false;
    let report = manager.run(ctx, &mut module, &mut diags, &mut ());
    if let Some(bug) = diags.iter().find(|diagnostic| diagnostic.code == PANIC) {
        return failed(bug.to_string());
    }
    let Ok(report) = report else {
        // Not converted: with an operation that is named, and with what came of the rules that start at it.
        let is_reason = diags.iter().any(|diagnostic| {
            diagnostic.severity == Severity::Error
                && !diagnostic.message.is_empty()
                && !diagnostic.notes.is_empty()
        });
        let fault = (!is_reason).then(|| format!("it fails without a reason: {}", first(&diags)));
        return Run { fired: 0, fault, converts: false };
    };
    let mut faults = Diagnostics::new();
    let fault = verifier::verify(ctx, &module, &mut faults).is_err().then(|| first(&faults));
    let name = format!("rule {}", rule.name);
    let counts = report.iter().flat_map(|pass| &pass.statistics);
    let fired = counts.filter(|(counter, _)| *counter == name).map(|(_, count)| count).sum();
    Run { fired, fault, converts: true }
}

#[test]
fn every_rule_can_be_switched_off() {
    dialects::link();
    passes::link();
    let ctx = Context::new();
    let all = rules::shipped(&ctx).unwrap_or_else(|fault| panic!("{fault}"));
    // One instance of each rule: families differ in names alone.
    let mut firsts: Vec<&Compiled> = Vec::new();
    for rule in all.iter() {
        if firsts.iter().all(|first| first.base_name() != rule.base_name()) {
            firsts.push(rule);
        }
    }
    let found: Vec<(&Compiled, Option<Run>, Vec<String>)> = firsts
        .par_iter()
        .map(|&rule| {
            let mut texts = examples(&ctx, rule, 200);
            let Some(text) = texts.find(|text| is_valid(&ctx, text)) else { return (rule, None, Vec::new()) };
            let mut faults = Vec::new();
            // Any result will do to see the rule fire; the target that has to be reached is TFLite.
            let with = saturate(&ctx, &text, "target=any", rule);
            let without = saturate(&ctx, &text, &format!("disable-rule={}", rule.base_name()), rule);
            faults.extend(with.fault.as_ref().map(|fault| format!("{}: {fault}\n{text}", rule.name)));
            faults.extend(without.fault.map(|fault| format!("without {}: {fault}\n{text}", rule.name)));
            if without.fired > 0 {
                faults.push(format!("{} fires though it is switched off\n{text}", rule.name));
            }
            let with = Run { converts: without.converts, ..with };
            (rule, Some(with), faults)
        })
        .collect();
    let faults: Vec<&str> = found.iter().flat_map(|found| &found.2).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    let runs = || found.iter().filter_map(|found| found.1.as_ref());
    let (fired, converted) =
        (runs().filter(|run| run.fired > 0).count(), runs().filter(|run| run.converts).count());
    // Of some rules with effects and of constants in the source that fold first no example fires.
    assert!(fired * 10 >= found.len() * 8, "only {fired} of {} rules fire on their examples", found.len());
    assert!(converted > 0 && converted < found.len(), "{converted}");
}
