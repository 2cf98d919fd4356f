//! What CONTRIBUTING.md shows works as it says: the operation, the rule and the pass of its code blocks are built into a
//! tool of their own (see `build.rs`), which runs the test that the guide shows.

use std::io::Write as _;
use std::process::{Command, Stdio};

const TEST: &str = include_str!(concat!(env!("OUT_DIR"), "/sound.mlir"));

/// The tool's output, given the guide's test and the flags of its `RUN` line.
fn run(flags: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_recipe"))
        .args(flags.split_whitespace())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(TEST.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{flags}");
    String::from_utf8(output.stdout).unwrap()
}

/// The texts after `word` at the start of comments.
fn comments(word: &str) -> Vec<&'static str> {
    let word = format!("// {word}:");
    TEST.lines().filter_map(|line| Some(line.split_once(&word)?.1.trim())).collect()
}

#[test]
fn the_guide_holds() {
    let runs = comments("RUN");
    assert!(!runs.is_empty());
    for line in runs {
        let flags = line.strip_prefix("tfl-opt %s").unwrap().split('|').next().unwrap();
        let printed = run(flags);
        let prefix = line.rsplit_once("--check-prefix=").map_or("CHECK", |(_, prefix)| prefix);
        let mut rest = printed.as_str();
        for check in comments(prefix) {
            let at = rest.find(check).unwrap_or_else(|| panic!("`{check}` is not in\n{rest}"));
            rest = &rest[at + check.len()..];
        }
    }
}

/// The pass shows up where users look for passes.
#[test]
fn the_pass_is_listed() {
    assert!(run("--list-passes").contains("sound-drop-silence"));
}
