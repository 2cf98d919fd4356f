//! Every shipped rule is true on small programs, and rules with mistakes are found out.

use core_ir::Context;
use passes::eqsat::rules::{self, Selection};
use passes::eqsat::soundness::Effort;

fn context() -> Context {
    dialects::link();
    passes::link();
    Context::new()
}

#[test]
fn shipped_rules_are_true() {
    let ctx = context();
    let all = rules::shipped(&ctx).unwrap_or_else(|fault| panic!("{fault}"));
    let only = std::env::var("ONLY_RULE").unwrap_or_default();
    let rules = Selection::of(all, |rule| rule.name.contains(&only));
    let start = std::time::Instant::now();
    use rayon::prelude::*;
    let all: Vec<_> = rules.iter().collect();
    let findings: Vec<_> = all.par_iter().map(|rule| { let s = std::time::Instant::now(); let f = passes::eqsat::soundness::check_rule(&ctx, rule, Effort::default());
      println!("DONE {} {} {} {:?} {:?} {}", f.rule, f.fixed, f.open, s.elapsed(), f.exempt, f.fault.as_ref().map(|f| f.to_string()).unwrap_or_default()); f }).collect();
    println!("{} rules in {:?}", findings.len(), start.elapsed());
    let faults: Vec<String> =
        findings.iter().filter_map(|finding| finding.fault.as_ref()).map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
