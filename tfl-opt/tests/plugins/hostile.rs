//! Plugins that misbehave while they run. Each ends in an error of its own, and nothing else happens.

use std::time::Duration;

use crate::support::{Attempt, Folder, MANIFEST, MEMORY, Run, component, interface, module, prebuilt};

/// Asks the hostile plugin to misbehave in one way.
fn mode(mode: &str) -> Attempt {
    Attempt::new(&prebuilt("hostile.wasm"), &format!("\"tf.Hostile\"(%x, %c) {{mode = \"{mode}\"}}"), &[])
}

#[track_caller]
fn fails(name: &str, code: &str) -> Attempt {
    let attempt = mode(name);
    attempt.fails(code, "tf.Hostile");
    attempt
}

/// Asks a plugin that is made of text.
fn text(fields: &str, body: &str) -> Attempt {
    text_with(fields, body, &interface(), &[])
}

fn text_with(fields: &str, body: &str, wit: &str, more: &[&str]) -> Attempt {
    let folder = Folder::new();
    let plugin = folder.write("text.wasm", component(&module(fields, body), wit, MANIFEST));
    Attempt::new(&plugin, "\"tf.Text\"(%x, %c)", more)
}

#[test]
fn a_loop_runs_out_of_fuel() {
    let attempt = fails("loop", "plugin-out-of-fuel");
    assert!(attempt.run.stderr.contains("limit `fuel` is 1000000000"), "{}", attempt.run.stderr);
    assert!(
        attempt.run.stderr.contains("--plugin-limit test.hostile:fuel=5000000000"),
        "{}",
        attempt.run.stderr
    );
    assert!(attempt.run.stderr.contains("tfl-opt plugin replay "), "{}", attempt.run.stderr);
}

#[test]
fn less_fuel_is_less_and_a_model_has_a_sum_of_it() {
    let op = "\"tf.Hostile\"(%x, %c)";
    let limit = |name: &str| {
        Attempt::new(&prebuilt("hostile.wasm"), op, &["--plugin-limit", &format!("test.hostile:{name}=500")])
    };
    limit("fuel").fails("plugin-out-of-fuel", "tf.Hostile");
    let sum = Attempt::new(
        &prebuilt("hostile.wasm"),
        "\"tf.Other\"(%c, %c) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>\n  %9 = \"tf.Hostile\"(%x, %c)",
        &["--plugin-limit", "test.hostile:total-fuel=500"],
    );
    // The first operation had its fuel; the second found none left.
    sum.is_sound();
    assert_eq!(sum.codes, ["plugin-total-fuel"], "{}", sum.run.stderr);
    assert!(
        sum.run.stdout.contains("tf.Hostile") && !sum.run.stdout.contains("tf.Other"),
        "{}",
        sum.run.stdout
    );
}

#[test]
fn a_loop_at_the_start_is_one_too() {
    text(&format!("{MEMORY} (func $start (loop (br 0))) (start $start)"), "(unreachable)")
        .fails("plugin-out-of-fuel", "tf.Text");
}

#[test]
fn the_watchdog_stops_what_fuel_does_not() {
    let more = ["--plugin-limit", "test.hostile:fuel=1e17", "--plugin-limit", "test.hostile:wall-ms=300"];
    let attempt = Attempt::new(&prebuilt("hostile.wasm"), "\"tf.Hostile\"(%x, %c) {mode = \"loop\"}", &more);
    attempt.fails("plugin-watchdog", "tf.Hostile");
    assert!(attempt.run.time < Duration::from_secs(5), "{:?}", attempt.run.time);
}

#[test]
fn memory_is_bounded_however_it_is_asked_for() {
    fails("allocate", "plugin-memory");
    text(r#"(memory (export "memory") 65536)"#, "(unreachable)").fails("plugin-memory", "tf.Text");
}

#[test]
fn tables_are_bounded() {
    text(&format!("{MEMORY} (table 100000000 funcref)"), "(unreachable)").fails("plugin-tables", "tf.Text");
}

#[test]
fn recursion_ends_with_the_stack() {
    fails("recursion", "plugin-stack");
}

#[test]
fn a_panic_is_told_with_its_place() {
    let attempt = fails("panic", "plugin-panic");
    let stderr = &attempt.run.stderr;
    assert!(stderr.contains("index out of bounds") && stderr.contains("lib.rs"), "{stderr}");
    assert!(stderr.contains("plugin stack: "), "{stderr}");
}

#[test]
fn filling_memory_costs_what_it_is() {
    fails("fill", "plugin-out-of-fuel");
}

#[test]
fn results_are_bounded_before_they_are_copied() {
    fails("large-result", "plugin-copy");
    // A list of 100,000 tensors whose data are the same 8 MiB.
    let body = r#"(local $i i32)
        (i32.store8 (i32.const 1024) (i32.const 0))
        (i32.store (i32.const 1032) (i32.const 131072))
        (i32.store (i32.const 1036) (i32.const 100000))
        (loop
            (i32.store (i32.add (i32.const 131092) (i32.mul (local.get $i) (i32.const 28))) (i32.const 4194304))
            (i32.store (i32.add (i32.const 131096) (i32.mul (local.get $i) (i32.const 28))) (i32.const 8388608))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if 0 (i32.lt_u (local.get $i) (i32.const 100000))))
        (i32.const 1024)"#;
    let attempt = text(r#"(memory (export "memory") 256)"#, body);
    attempt.fails("plugin-copy", "tf.Text");
    assert!(attempt.run.memory < 300 << 20, "{} MiB", attempt.run.memory >> 20);
}

#[test]
fn constants_are_read_only_where_they_are() {
    for name in ["read-outside", "read-variable", "read-nothing"] {
        fails(name, "plugin-read-const");
    }
    // Less fuel than usual, or a slow machine has the watchdog end it first.
    let op = "\"tf.Hostile\"(%x, %c) {mode = \"read-often\"}";
    let often = Attempt::new(&prebuilt("hostile.wasm"), op, &["--plugin-limit", "test.hostile:fuel=1e8"]);
    often.fails("plugin-out-of-fuel", "tf.Hostile");
}

#[test]
fn what_a_plugin_says_is_bounded_and_plain() {
    let attempt = mode("log");
    attempt.is_sound();
    assert_eq!(attempt.run.status, Some(0), "{}", attempt.run.stderr);
    let stderr = &attempt.run.stderr;
    assert!(stderr.contains("red") && stderr.len() < 512 << 10, "{} bytes", stderr.len());
    assert!(!stderr.contains(['\u{1b}', '\u{202e}', '\r']));
    let import = r#"(import "tfl-opt:plugin/host@0.1.0" "log" (func $log (param i32 i32 i32)))
        (memory (export "memory") 4) (data (i32.const 64) "\ff\fe\fd")"#;
    text(import, "(call $log (i32.const 1) (i32.const 64) (i32.const 3)) (unreachable)")
        .fails("plugin-abi", "tf.Text");
    text(import, "(call $log (i32.const 77) (i32.const 0) (i32.const 0)) (unreachable)")
        .fails("plugin-abi", "tf.Text");
    text(import, "(call $log (i32.const 1) (i32.const -8) (i32.const 64)) (unreachable)")
        .fails("plugin-abi", "tf.Text");
}

#[test]
fn values_of_a_fragment_come_before_their_use() {
    for (name, path) in [
        ("forward", "ops[0].operands[1]"),
        ("self", "ops[0].operands[0]"),
        ("outside", "results[0]"),
        ("results", "results"),
        ("no-results", "results"),
        ("regions", "ops[0].regions[0]"),
    ] {
        let attempt = fails(name, "plugin-fragment");
        assert!(attempt.run.stderr.contains(&format!("`{path}` ")), "{}", attempt.run.stderr);
    }
    fails("many-ops", "plugin-fragment-size");
}

#[test]
fn types_of_a_fragment_are_types() {
    for (name, path) in [
        ("dims", "ops[0].results[0]"),
        ("overflow", "consts[0]"),
        ("length", "consts[0]"),
        ("dtype", "consts[0]"),
    ] {
        let attempt = fails(name, "plugin-types");
        assert!(attempt.run.stderr.contains(&format!("`{path}` ")), "{}", attempt.run.stderr);
    }
    let attempt = mode("wrong-type");
    attempt.fails("plugin-types", "tf.Hostile");
    for name in ["attribute", "opaque"] {
        fails(name, "plugin-attr");
    }
    fails("unknown-attribute", "plugin-fragment");
    let splat = fails("splat", "plugin-attr");
    assert!(splat.run.stderr.contains("holds 4398046511104 bytes"), "{}", splat.run.stderr);
    // NaN is a number like others, and zero has a sign.
    for (name, alpha) in [("nan", "alpha = 0x"), ("negative-zero", "alpha = -0.0")] {
        let attempt = mode(name);
        attempt.is_sound();
        let Run { status, stdout, stderr, .. } = &attempt.run;
        assert!(*status == Some(0) && stdout.contains("tfl.leaky_relu"), "{stderr}");
        assert!(stdout.contains(alpha), "{stdout}");
    }
}

#[test]
fn only_some_operations_may_be_made() {
    for name in ["not-allowed", "unknown-op", "function"] {
        fails(name, "plugin-op-not-allowed");
    }
    fails("name", "plugin-fragment");
    let again = mode("again");
    again.is_sound();
    assert!(again.run.stderr.contains("convert each other's operations without end"), "{}", again.run.stderr);
    assert_eq!(again.run.status, Some(1));
}

#[test]
fn options_are_a_flexbuffer_or_an_error() {
    for (name, why) in [
        ("options", "the limit `attr-bytes` is 1048576"),
        ("options-cycle", "whose parent is no group before it"),
        ("options-deep", "nests its options deeper"),
        ("options-twice", "has option `a` twice"),
        ("options-nonsense", "has bytes that are no flexbuffer"),
        ("options-circle", "to what it is in"),
        ("options-outside", "an offset that leads outside"),
        ("options-opaque", "has bytes that are no flexbuffer"),
        ("options-splat", "holds 1073741824 bytes; there may be 1048576"),
    ] {
        let attempt = fails(name, "plugin-options");
        assert!(attempt.run.stderr.contains(why), "{}", attempt.run.stderr);
    }
    assert!(fails("options-nonsense", "plugin-options").run.stderr.contains("`raw_options` of its manifest"));
    // A GiB does not even come to be.
    fails("options-gib", "plugin-memory");
    // None at all, a flexbuffer that the plugin wrote itself, and what the manifest says to be raw.
    for name in ["options-none", "options-sound", "options-raw"] {
        let attempt = mode(name);
        attempt.is_sound();
        assert_eq!(attempt.run.status, Some(0), "{}", attempt.run.stderr);
        assert!(attempt.run.stdout.contains("tfl.custom"), "{}", attempt.run.stdout);
    }
}

#[test]
fn answers_have_the_shape_of_the_interface() {
    // A pointer to nothing, and a case that does not exist.
    text(MEMORY, "(i32.const -16)").fails("plugin-abi", "tf.Text");
    text(MEMORY, "(i32.store8 (i32.const 1024) (i32.const 9)) (i32.const 1024)")
        .fails("plugin-abi", "tf.Text");
    text(MEMORY, "(unreachable)").fails("plugin-panic", "tf.Text");
    text(MEMORY, "(i32.div_u (i32.const 1) (i32.const 0))").fails("plugin-trap", "tf.Text");
    text(MEMORY, "(i32.load (i32.const -8))").fails("plugin-trap", "tf.Text");
}
