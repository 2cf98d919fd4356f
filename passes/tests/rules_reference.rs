//! `docs/rules.md` is what the comments of the shipped rules say.

use passes::eqsat::rules::{self, reference};

#[test]
fn the_reference_is_fresh() {
    dialects::link();
    passes::link();
    let page = reference::page(&rules::files(), "../passes/rules/").unwrap_or_else(|fault| panic!("{fault}"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/rules.md");
    let is_fresh = std::fs::read_to_string(path).is_ok_and(|old| old == page);
    assert!(
        is_fresh,
        "docs/rules.md is stale: run `cargo run -p tfl-opt -- rules reference > docs/rules.md`"
    );
    // It says something of each rule and of each function.
    for rule in rules::linked().unwrap_or_else(|fault| panic!("{fault}")) {
        assert!(
            !rule.doc.is_empty() && page.contains(&format!("| `{}`", rule.name.text)),
            "{}",
            rule.name.text
        );
    }
}
