//! What comes out does not depend on how many threads there are.

use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module};
use core_ir::{Context, Diagnostics};

/// A module of functions `range` that differ in their constants, attributes and shapes, so that functions which are
/// worked on at the same time intern different things. Every fifth one holds an operation that nothing converts.
fn module(range: impl Iterator<Item = usize>, with_faults: bool) -> String {
    let mut text = String::new();
    for i in range {
        let (n, m) = (2 + i % 5, 3 + i % 7);
        let odd = if with_faults && i % 5 == 4 { "tf.Digamma" } else { "tf.Rsqrt" };
        text.push_str(&format!(
            r#"
func.func @f{i}(%x: tensor<?x{n}xf32>, %y: tensor<1x8x8x{n}xf32>) -> (tensor<?x{m}xf32>, tensor<*xf32>, tensor<?x{n}xf32>) {{
  %w = "tf.Const"() <{{value = dense<{i}.5> : tensor<{n}x{m}xf32>}}> : () -> tensor<{n}x{m}xf32>
  %b = "tf.Const"() <{{value = dense<-{i}.25> : tensor<{m}xf32>}}> : () -> tensor<{m}xf32>
  %0 = "tf.MatMul"(%x, %w) <{{transpose_a = false, transpose_b = false}}> : (tensor<?x{n}xf32>, tensor<{n}x{m}xf32>) -> tensor<?x{m}xf32>
  %1 = "tf.BiasAdd"(%0, %b) <{{data_format = "NHWC"}}> : (tensor<?x{m}xf32>, tensor<{m}xf32>) -> tensor<?x{m}xf32>
  %2 = "tf.Relu"(%1) : (tensor<?x{m}xf32>) -> tensor<?x{m}xf32>
  %k = "tf.Const"() <{{value = dense<0.{i}1> : tensor<3x3x{n}x{m}xf32>}}> : () -> tensor<3x3x{n}x{m}xf32>
  %3 = "tf.Conv2D"(%y, %k) <{{data_format = "NHWC", padding = "SAME", strides = [1, {s}, {s}, 1]}}> : (tensor<1x8x8x{n}xf32>, tensor<3x3x{n}x{m}xf32>) -> tensor<*xf32>
  %4 = "tf.AddV2"(%3, %b) : (tensor<*xf32>, tensor<{m}xf32>) -> tensor<*xf32>
  %5 = "tf.Relu6"(%4) : (tensor<*xf32>) -> tensor<*xf32>
  %s = "tf.Shape"(%x) : (tensor<?x{n}xf32>) -> tensor<2xi32>
  %6 = "tf.Reshape"(%x, %s) : (tensor<?x{n}xf32>, tensor<2xi32>) -> tensor<?x{n}xf32>
  %7 = "tf.Sigmoid"(%6) : (tensor<?x{n}xf32>) -> tensor<?x{n}xf32>
  %8 = "tf.Mul"(%6, %7) : (tensor<?x{n}xf32>, tensor<?x{n}xf32>) -> tensor<?x{n}xf32>
  %9 = "{odd}"(%8) : (tensor<?x{n}xf32>) -> tensor<?x{n}xf32>
  %10 = "tf.CheckNumerics"(%9) <{{message = "no"}}> : (tensor<?x{n}xf32>) -> tensor<?x{n}xf32>
  func.return %2, %5, %10 : tensor<?x{m}xf32>, tensor<*xf32>, tensor<?x{n}xf32>
}}
"#,
            s = 1 + i % 3,
        ));
    }
    text
}

/// All that running `pipeline` gives, as text, but for times.
fn run(text: &str, pipeline: &str, threads: usize) -> String {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    pool.install(|| run_in(&Context::new(), text, pipeline))
}

fn run_in(ctx: &Context, text: &str, pipeline: &str) -> String {
    let mut diags = Diagnostics::new();
    let module = parse_module(ctx, "test.mlir", text, &ParseOptions::default(), &mut diags);
    let mut module = module.unwrap_or_else(|_| panic!("{:?}", diags.iter().next()));
    let manager = passes::pipeline::build("test", pipeline).unwrap_or_else(|fault| panic!("{fault}"));
    let reports = manager.run(ctx, &mut module, &mut diags, &mut ());
    let options = PrintOptions { debug_info: true, symbolic_dims: true, ..PrintOptions::default() };
    let mut out = print_module(ctx, &module, &options);
    for fault in diags.iter() {
        out.push_str(&format!("{fault}\n{:?}\n", fault.operation));
    }
    for report in reports.unwrap_or_default() {
        out.push_str(&format!("{} {:?}\n", report.name, report.statistics));
        for fate in report.fates {
            let source = ctx.op_text(fate.source);
            out.push_str(&format!("{source} {} {:?}\n", fate.fate, fate.rule));
        }
    }
    out
}

#[track_caller]
fn same_with_any_number_of_threads(text: &str, pipeline: &str) -> String {
    dialects::link();
    passes::link();
    let alone = run(text, pipeline, 1);
    for threads in [2, 4, 4] {
        let together = run(text, pipeline, threads);
        if let Some((a, b)) = alone.lines().zip(together.lines()).find(|(a, b)| a != b) {
            panic!("{threads} threads differ:\n{a}\n{b}");
        }
        assert_eq!(alone.len(), together.len(), "{threads} threads");
    }
    alone
}

#[test]
fn a_conversion() {
    let out = same_with_any_number_of_threads(&module(0..20, false), "builtin.module(tf-to-tfl)");
    assert!(out.contains("tfl.fully_connected") && out.contains("tfl.conv_2d"), "{out:.2000}");
}

#[test]
fn function_passes_below_the_module() {
    let pipeline =
        "builtin.module(tf-shape-inference,func.func(tf-prune,canonicalize,cse,tfl-saturate{target=any}))";
    same_with_any_number_of_threads(&module(0..20, true), pipeline);
}

#[test]
fn faults_of_several_functions() {
    let out = same_with_any_number_of_threads(
        &module(0..20, true),
        "tf-shape-inference,func.func(tf-prune,tfl-saturate)",
    );
    assert_eq!(out.matches("no-conversion").count(), 4, "{out:.2000}");
}

#[test]
fn what_was_interned_before_makes_no_difference() {
    dialects::link();
    passes::link();
    let (text, pipeline) = (module(0..8, false), "builtin.module(tf-to-tfl)");
    let ctx = Context::new();
    // Ids that are the other way round.
    run_in(&ctx, &module((0..20).rev(), false), pipeline);
    assert_eq!(run_in(&ctx, &text, pipeline), run_in(&Context::new(), &text, pipeline));
}
