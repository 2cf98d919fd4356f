//! Every shipped rule is true on small programs, and rules with mistakes are found out.

use core_ir::Context;
use passes::eqsat::rules;
use passes::eqsat::soundness::{Effort, Finding, check};

fn context() -> Context {
    dialects::link();
    passes::link();
    Context::new()
}

#[test]
fn shipped_rules_are_true() {
    let ctx = context();
    let all = rules::shipped(&ctx).unwrap_or_else(|fault| panic!("{fault}"));
    let findings = check(&ctx, all.iter(), Effort::default());
    let faults: Vec<String> =
        findings.iter().filter_map(|finding| finding.fault.as_ref()).map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    // What is not computed is random, or has no reference kernel.
    let exempt: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.exempt.is_some())
        .map(|finding| finding.rule.as_str())
        .collect();
    assert!(exempt.len() <= 5, "{exempt:?}");
    assert!(findings.iter().map(|finding| finding.open).sum::<usize>() > 1000);
}

/// What is found out about the one rule in `text`.
fn finding(text: &str) -> Finding {
    let ctx = context();
    let rules = rules::load(&ctx, &[("test.rules", text)]).unwrap_or_else(|fault| panic!("{fault}"));
    let effort = Effort { instances: 50, tries: 400 };
    check(&ctx, rules.iter(), effort).remove(0)
}

/// A mistake is found in `broken`, and none in `right`, which is the same rule without it.
#[track_caller]
fn finds(class: &str, broken: &str, right: &str) {
    let rule = |body: &str| finding(&format!("/// A test.\nrule test {class} @canon {{\n{body}\n}}"));
    let fine = rule(right);
    assert!(fine.fault.is_none(), "{}", fine.fault.map(|fault| fault.to_string()).unwrap_or_default());
    assert!(fine.fixed > 0);
    let fault = rule(broken).fault.unwrap_or_else(|| panic!("nothing is found in {broken}"));
    assert_eq!(fault.code, "unsound-rule", "{fault}");
    let text = fault.to_string();
    for part in ["rule `test` is not true", "test.rules:2", "left: ", "right: "] {
        assert!(text.contains(part), "no {part} in {text}");
    }
}

#[test]
fn swapped_operands_are_found() {
    finds("@exact", "tf.Sub(%x, %y) => tfl.sub(%y, %x)", "tf.Sub(%x, %y) => tfl.sub(%x, %y)");
}

#[test]
fn a_wrong_axis_is_found() {
    let rule = |axes: &str| {
        format!(
            "tf.Sum(%x, %axes) {{keep_dims = $k}} => tfl.sum(%x, {axes}) {{keep_dims = $k}} where elem(%axes) == i32"
        )
    };
    finds("@reassoc", &rule("const([0], i32)"), &rule("%axes"));
}

#[test]
fn a_missing_broadcast_guard_is_found() {
    // As in TensorFlow's issue 124103: as many factors as channels, but along another dimension.
    let rule = |guard: &str| {
        format!(
            "tfl.mul(tfl.fully_connected(%x, %w, %b) {{fused_activation_function = \"NONE\", ..$r}}, %s) =>
               tfl.fully_connected(%x, tf.Mul(%w, tf.Reshape(%s, const([count(%s), 1], i32))),
                 tf.Mul(%b, tf.Reshape(%s, const([count(%s)], i32)))) {{fused_activation_function = \"NONE\", ..$r}}
             where is_const(%w), is_const(%b), !is_none(%b), is_const(%s), rank(%s) <= 2, {guard}"
        )
    };
    let right = rule("channels_only(%s, dim(%w, 0)), count(%s) == 1 || count(%s) == dim(%w, 0)");
    finds("@reassoc", &rule("count(%s) == dim(%w, 0)"), &right);
}

#[test]
fn a_missing_shape_guard_is_found() {
    let rule = |guard: &str| format!("tf.AddV2(%x, %zero) => %x where scalar(%zero) == 0{guard}");
    finds("@exact", &rule(""), &rule(", shape(%x) == shape(%root)"));
}

#[test]
fn a_dropped_activation_is_found() {
    let rule = |(on_left, on_right): (&str, &str)| {
        format!("tfl.add(%x, tfl.neg(%y)) {{{on_left}}} => tfl.sub(%x, %y) {on_right} where elem(%x) == f32")
    };
    let kept = ("fused_activation_function = $f", "{fused_activation_function = $f}");
    finds("@exact", &rule(("..", "")), &rule(kept));
}

#[test]
fn a_wrong_attribute_is_found() {
    let rule = |h: &str, w: &str| {
        format!(
            "tf.MaxPool(%x) {{ksize = [1, $kh, $kw, 1], strides = [1, $sh, $sw, 1], padding = $p in [\"SAME\", \"VALID\"], ..}} =>
               tfl.max_pool_2d(%x) {{filter_height = $kh, filter_width = $kw, stride_h = {h}, stride_w = {w}, padding = $p}}
             where elem(%x) == f32"
        )
    };
    finds("@exact", &rule("$sw", "$sh"), &rule("$sh", "$sw"));
}

#[test]
fn a_wrong_constant_is_found() {
    let rule = |sixth: &str| {
        format!(
            "tfl.hard_swish(%x) => tfl.mul(tfl.mul(%x, tfl.relu6(tfl.add(%x, const(3.0, f32)))), const({sixth}, f32)) where elem(%x) == f32"
        )
    };
    finds("@ulp(4)", &rule("0.1666"), &rule("0.16666667"));
}

#[test]
fn a_dropped_epsilon_is_found() {
    let rule = |epsilon: &str, variance: &str| {
        format!(
            "tf.FusedBatchNormV3(%x, %gamma, %beta, %mean, %variance) {{
                 {epsilon} is_training = false, data_format = \"NHWC\", ..}}#0 =>
               let %scale = tf.Mul(%gamma, tf.Rsqrt({variance}));
               tf.AddV2(tf.Mul(%x, %scale), tf.Sub(%beta, tf.Mul(%mean, %scale)))
             where elem(%x) == f32"
        )
    };
    finds(
        "@reassoc",
        &rule("", "%variance"),
        &rule("epsilon = $e,", "tf.AddV2(%variance, const($e, elem(%variance)))"),
    );
}

#[test]
fn a_wrong_dtype_guard_is_found() {
    let rule = |elems: &str| {
        format!(
            "tf.RealDiv(%x, %y) => tf.Mul(%x, tf.RealDiv(const(1, elem(%y)), %y)) where is_const(%y), !is_const(%x), elem(%x) in {elems}"
        )
    };
    finds("@ulp(2)", &rule("[f32, i32, i64]"), &rule("[f32]"));
}

#[test]
fn a_wrong_projection_is_found() {
    let rule = |i: usize| {
        format!(
            "tf.TopKV2(%x, %k) {{..}}#1 => tfl.topk_v2(%x, %k)#{i} where elem(%k) == i32, elem(%x) == i32"
        )
    };
    finds("@exact", &rule(0), &rule(1));
}

#[test]
fn a_slice_off_by_one_is_found() {
    let rule = |begin: &str| {
        format!("tf.Slice(%x, %begin, %size) => tf.Slice(%x, {begin}, %size) where is_const(%begin)")
    };
    finds(
        "@exact",
        &rule("tf.AddV2(%begin, const(1, elem(%begin)))"),
        &rule("tf.AddV2(%begin, const(0, elem(%begin)))"),
    );
}

#[test]
fn a_wrong_sign_is_found() {
    let rule = |difference: &str| format!("tf.Neg(tf.Sub(%x, %y)) => {difference}");
    finds("@exact", &rule("tf.Sub(%x, %y)"), &rule("tf.Sub(%y, %x)"));
}

#[test]
fn a_missing_rank_guard_is_found() {
    let rule = |guard: &str| {
        format!(
            "tfl.add(%x, %r: tfl.reshape(%y, %shape)) => tfl.add(%x, %y) where trimmed(shape(%y), 1) == trimmed(shape(%r), 1){guard}"
        )
    };
    finds("@exact", &rule(""), &rule(", rank(%x) >= rank(%r), rank(%x) >= rank(%y)"));
}

#[test]
fn an_assumption_on_open_dimensions_is_found() {
    let rule = |guard: &str| {
        format!(
            "tf.Shape(%x) {{..}} => const(open_as_minus_one(shape(%x)), elem(%root)) where rank(%x) > 0{guard}"
        )
    };
    finds("@exact", &rule(""), &rule(", is_fixed(shape(%x))"));
}

#[test]
fn a_wrong_comparison_is_found() {
    finds(
        "@exact",
        "tf.Greater(%x, %y) => tfl.greater_equal(%x, %y)",
        "tf.Greater(%x, %y) => tfl.greater(%x, %y)",
    );
}

#[test]
fn orders_composed_the_wrong_way_are_found() {
    let rule = |order: &str| {
        format!("tf.Transpose(tf.Transpose(%x, %a), %b) => tf.Transpose(%x, const({order}, i32))")
    };
    finds("@exact", &rule("permute(ints(%b), ints(%a))"), &rule("permute(ints(%a), ints(%b))"));
}

#[test]
fn what_is_wrong_for_infinities_is_not_exact() {
    let text = |class: &str| {
        format!(
            "/// A test.\nrule test {class} @canon {{ tf.Sub(%x, %x) => const(0.0, f32, shape(%x)) where elem(%x) == f32, is_fixed(shape(%x)) }}"
        )
    };
    let fault = finding(&text("@exact")).fault.expect("it is wrong for infinities");
    assert!(fault.to_string().contains("NaN"), "{fault}");
    assert!(finding(&text("@approx(0)")).fault.is_none());
}

#[test]
fn what_is_nearly_right_is_not_exact() {
    let text = |class: &str| {
        format!(
            "/// A test.\nrule test {class} @canon {{ tf.Log1p(%x) => tf.Log(tf.AddV2(%x, const(1.0, f32))) where elem(%x) == f32 }}"
        )
    };
    assert!(finding(&text("@exact")).fault.is_some());
    assert!(finding(&text("@approx(1e-6)")).fault.is_none());
}

#[test]
fn a_rule_that_cannot_fire_is_found() {
    let text = "/// A test.\nrule test @exact @canon { tf.Neg(%x) => tfl.neg(%x) where rank(%x) == 2, dim(%x, 3) == 1 }";
    let fault = finding(text).fault.expect("it cannot fire");
    assert_eq!(fault.code, "unfireable-rule");
    assert!(fault.to_string().contains("rule `test` was seen to fire on no program"), "{fault}");
}

#[test]
fn findings_are_the_same_in_every_run() {
    let text = "/// A test.\nrule test @exact @canon { tf.Sub(%x, %y) => tf.Sub(%y, %x) }";
    let message = || finding(text).fault.expect("it is wrong").to_string();
    assert_eq!(message(), message());
}
