//! What plugins are for.

use std::time::{Duration, Instant};

use crate::support::{Attempt, Folder, prebuilt, run, run_in};

const HOSTILE: &str = "\"tf.Hostile\"(%x, %c)";

fn scale() -> String {
    prebuilt("scale.wasm").to_str().expect("a plain path").to_owned()
}

#[test]
fn operations_are_converted_alone_and_on_the_way_to_tflite() {
    let attempt = Attempt::new(&prebuilt("hostile.wasm"), HOSTILE, &[]);
    attempt.is_sound();
    assert_eq!((attempt.run.status, attempt.run.stdout.matches("tfl.mul").count()), (Some(0), 3));

    let folder = Folder::new();
    let text = r#"func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Scale"(%x) {factor = 2.5 : f32} : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tf.Tanh"(%0) : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}"#;
    let (input, output) = (folder.write("in.mlir", text), folder.path("out.mlir"));
    let (input, output) = (input.to_str().expect("plain"), output.to_str().expect("plain"));
    let args = ["convert", input, "-o", output];
    let with = run(&[&args[..], &["--load-plugin", &scale()]].concat());
    assert_eq!(with.status, Some(0), "{}", with.stderr);
    let converted = std::fs::read_to_string(output).expect("written");
    assert!(converted.contains("tfl.mul") && converted.contains("tfl.tanh"), "{converted}");

    let without = run(&args);
    assert_eq!(without.status, Some(1));
    let command = format!("tfl-opt plugin new --from-model {input} --op Scale");
    assert!(without.stderr.contains("nothing converts `tf.Scale`"), "{}", without.stderr);
    assert!(without.stderr.contains(&command), "{}", without.stderr);
}

#[test]
fn a_call_to_a_composite_becomes_one_operation_or_what_its_body_says() {
    let folder = Folder::new();
    let text = r#"module {
  func.func private @impl(%x: tensor<2xf32>) -> tensor<2xf32> attributes {tf._implements = #tf_type.func<@test.scale, {factor = 3.0 : f32}>} {
    %0 = "tf.AddV2"(%x, %x) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
  func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
    %0 = "tf.PartitionedCall"(%x) {f = @impl, config = "", config_proto = "", executor_type = ""} : (tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
}"#;
    let (input, output) = (folder.write("in.mlir", text), folder.path("out.mlir"));
    let (input, output) = (input.to_str().expect("plain"), output.to_str().expect("plain"));
    let args = ["convert", input, "-o", output];
    let read = || std::fs::read_to_string(output).expect("written");
    let with = run(&[&args[..], &["--load-plugin", &scale()]].concat());
    assert_eq!(with.status, Some(0), "{}", with.stderr);
    assert!(read().contains("3.000000e+00") && !read().contains("tfl.add"), "{}", read());
    let without = run(&args);
    assert_eq!(without.status, Some(0), "{}", without.stderr);
    assert!(!read().contains("3.000000e+00") && !read().contains("PartitionedCall"), "{}", read());
}

#[test]
fn settings_reach_the_plugin_and_declining_is_no_error() {
    let folder = Folder::new();
    let text = r#"func.func @main(%x: tensor<2xf32>, %y: tensor<2xi32>) -> (tensor<2xf32>, tensor<2xi32>) {
  %0 = "tf.Scale"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tf.Scale"(%y) : (tensor<2xi32>) -> tensor<2xi32>
  return %0, %1 : tensor<2xf32>, tensor<2xi32>
}"#;
    let input = folder.write("in.mlir", text);
    let input = input.to_str().expect("plain");
    let plugin = scale();
    let args = [input, "--convert-custom-ops", "--load-plugin", &plugin];
    let set = run(&[&args[..], &["--plugin-setting", "test.scale:factor=7.5"]].concat());
    assert_eq!(set.status, Some(0), "{}", set.stderr);
    assert!(set.stdout.contains("dense<7.5") && set.stdout.contains("\"tf.Scale\"(%arg1)"), "{}", set.stdout);
    let unset = run(&args);
    assert!(unset.stderr.contains("it is missing (attribute `factor`)"), "{}", unset.stderr);
}

#[test]
fn every_run_gives_the_same() {
    let folder = Folder::new();
    let mut text = String::from(
        "func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {\n  %0 = \"tf.Tanh\"(%x) : (tensor<2xf32>) -> tensor<2xf32>\n",
    );
    const COUNT: usize = 2_000;
    for i in 0..COUNT {
        text += &format!(
            "  %{} = \"tf.Scale\"(%{i}) {{factor = {i}.5 : f32}} : (tensor<2xf32>) -> tensor<2xf32>\n",
            i + 1
        );
    }
    text += &format!("  return %{COUNT} : tensor<2xf32>\n}}\n");
    let input = folder.write("in.mlir", text);
    let plugin = scale();
    let args = [input.to_str().expect("plain"), "--convert-custom-ops", "--load-plugin", &plugin];
    let runs = [run(&args), run(&args), run_in(&folder.path("cache"), &args)];
    assert_eq!(runs[0].stdout.matches("tfl.mul").count(), COUNT, "{}", runs[0].stderr);
    assert!(runs.iter().all(|run| run.status == Some(0) && run.stdout == runs[0].stdout));
}

#[test]
fn a_plugin_has_no_memory_of_other_calls() {
    let attempt = Attempt::new(&prebuilt("hostile.wasm"), "\"tf.Hostile\"(%x, %c) {mode = \"state\"}", &[]);
    attempt.is_sound();
    let twice = Attempt::new(
        &prebuilt("hostile.wasm"),
        "\"tf.Hostile\"(%c, %c) {mode = \"state\"} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>\n  %9 = \"tf.Hostile\"(%x, %c) {mode = \"state\"}",
        &[],
    );
    // Each call counts from the start.
    assert_eq!(attempt.run.stdout.matches("dense<1.000000e+00>").count(), 1, "{}", attempt.run.stdout);
    assert!(!twice.run.stdout.contains("dense<2.000000e+00>"), "{}", twice.run.stdout);
    let random = || {
        Attempt::new(&prebuilt("hostile.wasm"), "\"tf.Hostile\"(%x, %c) {mode = \"random\"}", &[]).run.stdout
    };
    assert_eq!(random(), random());
}

/// Figures, printed: `cargo test --release -p tfl-opt --test plugins -- --ignored --nocapture figures`.
#[test]
#[ignore = "measures"]
#[expect(clippy::print_stdout, reason = "it reports to the person who runs it")]
fn figures() {
    let folder = Folder::new();
    let cold_cache = folder.path("cache");
    let mut text = String::from(
        "func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {\n  %0 = \"tf.Tanh\"(%x) : (tensor<2xf32>) -> tensor<2xf32>\n",
    );
    for i in 0..10_000 {
        text += &format!(
            "  %{} = \"tf.Scale\"(%{i}) {{factor = {i}.5 : f32}} : (tensor<2xf32>) -> tensor<2xf32>\n",
            i + 1
        );
    }
    text += "  return %10000 : tensor<2xf32>\n}\n";
    let large = folder.write("large.mlir", text);
    let small = folder.write("small.mlir", "func.func @main() {\n  return\n}\n");
    let plugin = scale();
    let time = |input: &std::path::Path, more: &[&str]| {
        let start = Instant::now();
        let run = run_in(&cold_cache, &[&[input.to_str().expect("plain")], more].concat());
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        start.elapsed()
    };
    let best = |input: &std::path::Path, more: &[&str]| {
        (0..9).map(|_| time(input, more)).min().unwrap_or(Duration::ZERO)
    };
    let with = ["--convert-custom-ops", "--load-plugin", &plugin];
    let cold = time(&small, &with);
    let (bare, cached) = (best(&small, &["--convert-custom-ops"]), best(&small, &with));
    println!("cold load, compiling included: {:?}", cold.saturating_sub(bare));
    println!("cached load, engine included: {:?}", cached.saturating_sub(bare));
    let (parse, all) = (best(&large, &["--convert-custom-ops"]), best(&large, &with));
    println!("10,000 different operations: {:?}", all.saturating_sub(parse));
    one_process(&folder.path("cache"));
}

/// What loading and calling take once the engine runs.
#[expect(clippy::print_stdout, reason = "it reports to the person who runs it")]
fn one_process(cache: &std::path::Path) {
    use plugins_host::cache::Cache;
    use plugins_host::load::{Loader, Wanted};
    use plugins_host::model::{Attr, NamedAttr, OpView, Operand, TensorType};

    let loader = Loader {
        compiler: env!("CARGO_BIN_EXE_tfl-opt").into(),
        cache: Some(Cache::open(cache).expect("a cache")),
        limits: Default::default(),
        settings: Default::default(),
    };
    let wanted = Wanted::parse(&scale());
    let load = || loader.load(&wanted, &mut Vec::new()).expect("a plugin");
    let best = |count: usize, what: &dyn Fn()| {
        let time = |_| {
            let start = Instant::now();
            what();
            start.elapsed()
        };
        let mut times: Vec<Duration> = (0..count).map(time).collect();
        times.sort();
        (times[0], times[count / 2])
    };
    let plugin = load();
    let (least, median) = best(50, &|| assert!(load().was_cached));
    println!("cached load, engine running: {least:?} at best, {median:?} in the middle");
    let ty = TensorType { elem: "f32".into(), dims: Some(vec![Some(2)]) };
    let view = OpView {
        name: "tf.Scale".into(),
        attrs: vec![NamedAttr { name: "factor".into(), value: Attr::Float(2.5) }],
        operands: vec![Operand { ty: ty.clone(), const_len: None }],
        results: vec![ty],
    };
    let call = || {
        let outcome = plugin.runner.convert(&view, vec![None]);
        assert!(matches!(outcome.result, Ok(Ok(_))), "{outcome:?}");
    };
    let (least, median) = best(2_000, &call);
    println!("call with a store of its own: {least:?} at best, {median:?} in the middle");
    let least = (0..2_000).map(|_| plugin.runner.convert(&view, vec![None]).time).min();
    println!("call of an instance that is there: {least:?} at best");
    println!("fuel of a call: {:?}", plugin.runner.convert(&view, vec![None]).fuel);
}
