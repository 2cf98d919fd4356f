//! Modules as text, written as .tflite files and read again.

use std::path::Path;
use std::sync::Arc;

use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module};
use core_ir::{Context, Diagnostics, Graph};
use translate::tflite::{BufferPlacement, WriteOptions, WriteStats, read_bytes, write, write_file};

fn parse(ctx: &Context, text: &str) -> Graph {
    dialects::link();
    let mut diags = Diagnostics::new();
    let options = ParseOptions { allow_unregistered: true, ..ParseOptions::default() };
    match parse_module(ctx, "test.mlir", text, &options, &mut diags) {
        Ok(module) => module,
        Err(_) => panic!("{}", messages(&diags)),
    }
}

fn messages(diags: &Diagnostics) -> String {
    diags.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}

/// Writes a module, which must go without a message but for functions that nothing refers to.
fn bytes_of(ctx: &Context, module: &Graph, options: &WriteOptions) -> (Vec<u8>, WriteStats) {
    let mut diags = Diagnostics::new();
    let mut bytes = Vec::new();
    let stats = write(ctx, module, options, &mut bytes, &mut diags);
    let remarks = diags.iter().filter(|diagnostic| diagnostic.code == "unused-function").count();
    assert_eq!(diags.iter().count(), remarks, "{}", messages(&diags));
    let stats = stats.expect("no message means no fault");
    assert_eq!(stats.bytes, bytes.len() as u64);
    (bytes, stats)
}

fn read(ctx: &Context, bytes: &[u8]) -> (Option<Graph>, Diagnostics) {
    let mut diags = Diagnostics::new();
    let module = read_bytes(ctx, Arc::new(bytes.to_vec()), Path::new("test.tflite"), &mut diags).ok();
    (module, diags)
}

fn print(ctx: &Context, module: &Graph) -> String {
    print_module(ctx, module, &PrintOptions::default())
}

/// The text of `text` after it went through a file. The file of what was read is the same file again, byte by byte, in
/// a context of its own.
fn round_trip(text: &str) -> String {
    let ctx = Context::new();
    let (bytes, _) = bytes_of(&ctx, &parse(&ctx, text), &WriteOptions::default());
    let ctx = Context::new();
    let (module, diags) = read(&ctx, &bytes);
    assert_eq!(messages(&diags), "");
    let module = module.expect("no message means no fault");
    let (again, _) = bytes_of(&ctx, &module, &WriteOptions::default());
    assert!(bytes == again, "the file changed:\n{}", print(&ctx, &module));
    print(&ctx, &module)
}

/// Whether the lines of `part` are in `text` in this order.
#[track_caller]
fn assert_has(text: &str, part: &[&str]) {
    let mut rest = text;
    for line in part {
        match rest.find(line) {
            Some(at) => rest = &rest[at + line.len()..],
            None => panic!("no `{line}` in the rest of\n{text}"),
        }
    }
}

const CONV: &str = r#"
module attributes {tfl.description = "a test", tfl.metadata = {labels = "a\00b"}} {
  func.func @main(%arg0: tensor<?x8x8x3xf32> {tf_saved_model.index_path = ["image"]})
      -> (tensor<?x8x8x2xf32> {tf_saved_model.index_path = ["features"]})
      attributes {tf.entry_function = {inputs = "x", outputs = "y"},
                  tf_saved_model.exported_names = ["serving_default"]} {
    %0 = "tfl.pseudo_const"() <{value = dense<0.5> : tensor<2x3x3x3xf32>}> : () -> tensor<2x3x3x3xf32>
    %1 = "tfl.no_value"() <{value}> : () -> none
    %2 = "tfl.conv_2d"(%arg0, %0, %1) <{dilation_h_factor = 1 : i32, dilation_w_factor = 2 : i32,
      fused_activation_function = "RELU6", padding = "VALID", stride_h = 1 : i32, stride_w = 3 : i32}>
      : (tensor<?x8x8x3xf32>, tensor<2x3x3x3xf32>, none) -> tensor<?x8x8x2xf32> loc("conv")
    func.return %2 : tensor<?x8x8x2xf32>
  }
}
"#;

#[test]
fn a_model_comes_back_with_its_names_and_signature() {
    let text = round_trip(CONV);
    assert_has(
        &text,
        &[
            "tfl.description = \"a test\"",
            "labels = \"a\\00b\"",
            "func.func @main(",
            "tensor<?x8x8x3xf32>",
            "tf_saved_model.index_path = [\"image\"]",
            "tf_saved_model.index_path = [\"features\"]",
            "inputs = \"x\", outputs = \"y\"",
            "tf_saved_model.exported_names = [\"serving_default\"]",
            "dense<5.000000e-01> : tensor<2x3x3x3xf32>",
            "\"tfl.no_value\"",
            "dilation_w_factor = 2 : i32",
            "fused_activation_function = \"RELU6\"",
            "padding = \"VALID\"",
            "stride_w = 3 : i32",
        ],
    );
}

#[test]
fn constants_of_all_element_types_come_back() {
    let consts = [
        ("dense<[true, false, true]>", "tensor<3xi1>"),
        ("dense<[1, -2, 7, -8, 3]>", "tensor<5xi4>"),
        ("dense<[1, -128]>", "tensor<2xi8>"),
        ("dense<[1, 255]>", "tensor<2xui8>"),
        ("dense<[1, -30000]>", "tensor<2xi16>"),
        ("dense<[1, 60000]>", "tensor<2xui16>"),
        ("dense<[1, -2]>", "tensor<2xi32>"),
        ("dense<[1, 4000000000]>", "tensor<2xui32>"),
        ("dense<[1, -9000000000]>", "tensor<2xi64>"),
        ("dense<[1.500000e+00, -2.000000e+00]>", "tensor<2xf16>"),
        ("dense<[1.500000e+00, -2.000000e+00]>", "tensor<2xbf16>"),
        ("dense<[1.500000e+00, -2.000000e+00]>", "tensor<2xf32>"),
        ("dense<[1.500000e+00, -2.000000e+00]>", "tensor<2xf64>"),
        ("dense<[(1.000000e+00,2.000000e+00), (3.000000e+00,4.000000e+00)]>", "tensor<2xcomplex<f32>>"),
        ("dense<[\"ab\", \"\", \"c\\00\"]>", "tensor<3x!tf_type.string>"),
        ("dense<7>", "tensor<i32>"),
        ("dense<>", "tensor<0x3xf32>"),
    ];
    let mut body = String::new();
    for (i, (value, ty)) in consts.iter().enumerate() {
        body += &format!("%{i} = \"tfl.pseudo_const\"() <{{value = {value} : {ty}}}> : () -> {ty}\n");
    }
    let names: Vec<String> = (0..consts.len()).map(|i| format!("%{i}")).collect();
    let types: Vec<&str> = consts.iter().map(|c| c.1).collect();
    let (names, types) = (names.join(", "), types.join(", "));
    let text =
        round_trip(&format!("func.func @main() -> ({types}) {{\n{body}func.return {names} : {types}\n}}"));
    for (value, ty) in consts {
        assert_has(&text, &[&format!("{value} : {ty}")]);
    }
}

#[test]
fn quantized_tensors_come_back() {
    let text = round_trip(
        r#"
func.func @main(%arg0: tensor<1x4x!quant.uniform<i8:f32, 0.5:-3>>) -> tensor<1x2x!quant.uniform<i8:f32, 2.500000e-01>> {
  %0 = "tfl.pseudo_qconst"() <{qtype = tensor<2x4x!quant.uniform<i8:f32:0, {0.125, 0.0625}>>,
    value = dense<[[1, 2, 3, 4], [5, 6, 7, -8]]> : tensor<2x4xi8>}> : () -> tensor<2x4x!quant.uniform<i8:f32:0, {0.125, 0.0625}>>
  %1 = "tfl.pseudo_qconst"() <{qtype = tensor<2x!quant.uniform<i32:f32:0, {0.0625, 0.03125}>>,
    value = dense<[100, -200]> : tensor<2xi32>}> : () -> tensor<2x!quant.uniform<i32:f32:0, {0.0625, 0.03125}>>
  %2 = "tfl.fully_connected"(%arg0, %0, %1) <{fused_activation_function = "NONE", keep_num_dims = false, weights_format = "DEFAULT"}>
    : (tensor<1x4x!quant.uniform<i8:f32, 0.5:-3>>, tensor<2x4x!quant.uniform<i8:f32:0, {0.125, 0.0625}>>,
       tensor<2x!quant.uniform<i32:f32:0, {0.0625, 0.03125}>>) -> tensor<1x2x!quant.uniform<i8:f32, 2.500000e-01>>
  func.return %2 : tensor<1x2x!quant.uniform<i8:f32, 2.500000e-01>>
}"#,
    );
    assert_has(
        &text,
        &[
            "tensor<1x4x!quant.uniform<i8:f32, 5.000000e-01:-3>>",
            "\"tfl.pseudo_qconst\"",
            "!quant.uniform<i8:f32:0, {1.250000e-01,6.250000e-02}>",
            "dense<[[1, 2, 3, 4], [5, 6, 7, -8]]> : tensor<2x4xi8>",
            "!quant.uniform<i32:f32:0, {6.250000e-02,3.125000e-02}>",
        ],
    );
}

const LOOP: &str = r#"
func.func @main(%arg0: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %zero = "tfl.pseudo_const"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
  %three = "tfl.pseudo_const"() <{value = dense<3> : tensor<i32>}> : () -> tensor<i32>
  %r:2 = "tfl.while"(%zero, %arg0) <{is_stateless = false}> ({
  ^bb0(%i: tensor<i32>, %x: tensor<?x4xf32>):
    %c = "tfl.less"(%i, %three) : (tensor<i32>, tensor<i32>) -> tensor<i1>
    "tfl.yield"(%c) : (tensor<i1>) -> ()
  }, {
  ^bb0(%i: tensor<i32>, %x: tensor<?x4xf32>):
    %one = "tfl.pseudo_const"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %n = "tfl.add"(%i, %one) <{fused_activation_function = "NONE"}> : (tensor<i32>, tensor<i32>) -> tensor<i32>
    %y = "tfl.add"(%x, %arg0) <{fused_activation_function = "NONE"}> : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
    "tfl.yield"(%n, %y) : (tensor<i32>, tensor<?x4xf32>) -> ()
  }) : (tensor<i32>, tensor<?x4xf32>) -> (tensor<i32>, tensor<?x4xf32>) loc("loop")
  %less = "tfl.less"(%zero, %r#0) : (tensor<i32>, tensor<i32>) -> tensor<i1>
  %s = "tfl.if"(%less) ({
    %y = "tfl.add"(%r#1, %arg0) <{fused_activation_function = "RELU"}> : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
    "tfl.yield"(%y) : (tensor<?x4xf32>) -> ()
  }, {
    "tfl.yield"(%arg0) : (tensor<?x4xf32>) -> ()
  }) : (tensor<i1>) -> tensor<?x4xf32> loc("choice")
  func.return %s : tensor<?x4xf32>
}
"#;

#[test]
fn regions_become_subgraphs_that_take_what_they_capture() {
    let ctx = Context::new();
    let (_, stats) = bytes_of(&ctx, &parse(&ctx, LOOP), &WriteOptions::default());
    assert_eq!((stats.subgraphs, stats.operators), (5, 7));
    let text = round_trip(LOOP);
    assert_has(
        &text,
        &[
            "\"tfl.while\"(",
            // The loop hands on what its body captured as a third value.
            "func.call @loop_cond(",
            "(tensor<i32>, tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<i1>",
            "func.call @loop_body(",
            "-> (tensor<i32>, tensor<?x4xf32>, tensor<?x4xf32>)",
            "\"tfl.if\"(",
            "func.call @choice_then(",
            "func.call @choice_else(",
            "func.func private @loop_cond(",
            "tfl.less(",
            "func.func private @choice_then(",
            "fused_activation_function = \"RELU\"",
        ],
    );
}

#[test]
fn buffers_behind_the_flatbuffer_are_found_again() {
    let options = WriteOptions { placement: BufferPlacement::Outside, ..WriteOptions::default() };
    for text in [CONV, LOOP] {
        let ctx = Context::new();
        let module = parse(&ctx, text);
        let (inside, _) = bytes_of(&ctx, &module, &WriteOptions::default());
        let (outside, _) = bytes_of(&ctx, &module, &options);
        assert_ne!(inside, outside);
        let (one, _) = read(&ctx, &inside);
        let (other, diags) = read(&ctx, &outside);
        assert_eq!(messages(&diags), "");
        assert_eq!(print(&ctx, &one.expect("read")), print(&ctx, &other.expect("read")));
    }
}

#[test]
fn equal_weights_are_written_once() {
    let ctx = Context::new();
    let weights: Vec<String> = (0..1000).map(|i| i.to_string()).collect();
    let weights = weights.join(", ");
    let constant = |name: &str, ty: &str, list: &str| {
        format!("{name} = \"tfl.pseudo_const\"() <{{value = dense<[{list}]> : {ty}}}> : () -> {ty}\n")
    };
    let ty = "tensor<1000xi32>";
    let text = format!(
        "func.func @main() -> ({ty}, {ty}, tensor<1000xui32>) {{\n{}{}{}func.return %0, %1, %2 : {ty}, {ty}, tensor<1000xui32>\n}}",
        constant("%0", ty, &weights),
        constant("%1", ty, &weights),
        constant("%2", "tensor<1000xui32>", &weights)
    );
    let (_, stats) = bytes_of(&ctx, &parse(&ctx, &text), &WriteOptions::default());
    assert_eq!(stats.deduplicated_bytes, 8000);
    assert_eq!(stats.buffer_bytes, 4000 + 16);
}

#[test]
fn variables_custom_operators_and_sparse_constants_come_back() {
    let text = round_trip(
        r#"
func.func @main(%arg0: tensor<1x3xf32>) -> tensor<1x2xf32> {
  %w = "tfl.pseudo_const"() <{value = dense<0.5> : tensor<2x3xf32>}> : () -> tensor<2x3xf32>
  %u = "tfl.pseudo_const"() <{value = dense<0.25> : tensor<2x2xf32>}> : () -> tensor<2x2xf32>
  %b = "tfl.pseudo_const"() <{value = dense<0.125> : tensor<2xf32>}> : () -> tensor<2xf32>
  %n = "tfl.no_value"() <{value}> : () -> none
  %h = "tfl.pseudo_const"() <{value = dense<0.0> : tensor<1x2xf32>}> {tfl.is_variable} : () -> tensor<1x2xf32> loc("h")
  %c = "tfl.pseudo_const"() <{value = dense<0.0> : tensor<1x2xf32>}> {tfl.is_variable} : () -> tensor<1x2xf32> loc("c")
  %0 = "tfl.unidirectional_sequence_lstm"(%arg0, %w, %w, %w, %w, %u, %u, %u, %u, %n, %n, %n, %b, %b, %b, %b, %n, %n, %h, %c, %n, %n, %n, %n)
    <{cell_clip = 1.0 : f32, fused_activation_function = "TANH", proj_clip = 0.0 : f32, time_major = true,
      input_to_input_intermediate = tensor<0x!quant.uniform<i16:f32, 0.5>>, input_to_forget_intermediate = tensor<0xf32>,
      input_to_cell_intermediate = tensor<0xf32>, input_to_output_intermediate = tensor<0xf32>,
      effective_hidden_scale_intermediate = tensor<0xf32>}>
    : (tensor<1x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x2xf32>, tensor<2x2xf32>,
       tensor<2x2xf32>, tensor<2x2xf32>, none, none, none, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, none, none,
       tensor<1x2xf32>, tensor<1x2xf32>, none, none, none, none) -> tensor<1x2xf32>
  %s = "tfl.pseudo_sparse_const"() <{compressed_data = dense<[1.0, 2.0, 3.0]> : tensor<3xf32>, value = dense<0.0> : tensor<2x4xf32>,
      s_param = {block_map = [], dim_metadata = [{dense_size = 2 : i32}, {indices = [0 : i32, 3 : i32, 1 : i32], segments = [0 : i32, 2 : i32, 3 : i32]}],
                 traversal_order = [0 : i32, 1 : i32]}}> : () -> tensor<2x4xf32>
  %d = "tfl.densify"(%s) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %1 = "tfl.custom"(%0, %n, %d) <{custom_code = "Fancy", custom_option = #tfl<const_bytes : "0x00FF41">}>
    : (tensor<1x2xf32>, none, tensor<2x4xf32>) -> tensor<1x2xf32>
  func.return %1 : tensor<1x2xf32>
}"#,
    );
    assert_has(
        &text,
        &[
            "tfl.is_variable = 0 : i32",
            "tfl.is_variable = 1 : i32",
            "\"tfl.unidirectional_sequence_lstm\"",
            "cell_clip = 1.000000e+00 : f32",
            "input_to_input_intermediate = tensor<0x!quant.uniform<i16:f32, 5.000000e-01>>",
            "time_major = true",
            "\"tfl.pseudo_sparse_const\"",
            "compressed_data = dense<[1.000000e+00, 2.000000e+00, 3.000000e+00]> : tensor<3xf32>",
            "indices = [0 : i32, 3 : i32, 1 : i32]",
            "\"tfl.custom\"",
            "custom_code = \"Fancy\"",
            "00FF41",
        ],
    );
}

#[test]
fn inputs_and_constants_can_be_outputs_and_outputs_can_be_twice() {
    let text = round_trip(
        r#"
func.func @main(%arg0: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
  %0 = "tfl.pseudo_const"() <{value = dense<[1.0, 2.0]> : tensor<2xf32>}> : () -> tensor<2xf32>
  %1 = "tfl.add"(%arg0, %0) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  func.return %1, %arg0, %1, %0 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
}"#,
    );
    assert_has(&text, &["%arg0", "tfl.add", "return %1, %arg0, %1, %0"]);
}

#[test]
fn all_operations_that_cannot_be_written_are_reported_and_no_file_is_left() {
    let ctx = Context::new();
    let module = parse(
        &ctx,
        r#"
func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Fancy"(%arg0) : (tensor<2xf32>) -> tensor<2xf32> loc("layer/fancy")
  %1 = "tfl.concatenation"(%0) <{axis = 5000000000 : i64, fused_activation_function = "NONE"}> : (tensor<2xf32>) -> tensor<2xf32>
  %2 = "my.op"(%1, %0) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xi7>
  %3 = "tfl.abs"(%2) : (tensor<2xi7>) -> tensor<2xf32>
  func.return %3 : tensor<2xf32>
}"#,
    );
    let folder = std::env::temp_dir().join(format!("tflite-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("model.tflite");
    let mut diags = Diagnostics::new();
    assert!(write_file(&ctx, &module, &WriteOptions::default(), &path, &mut diags).is_err());
    let text = messages(&diags);
    assert_has(
        &text,
        &[
            "error[no-tflite-op]: `tf.Fancy` \"layer/fancy\" is no TFLite operation; its operands are (tensor<2xf32>)",
            "error[tflite-options]: `tfl.concatenation`",
            "error[no-tflite-op]: `my.op`",
        ],
    );
    assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 0);

    let module = parse(&ctx, CONV);
    let mut diags = Diagnostics::new();
    assert!(write_file(&ctx, &module, &WriteOptions::default(), &path, &mut diags).is_ok());
    let files: Vec<_> =
        std::fs::read_dir(&folder).expect("the folder").flatten().map(|file| file.file_name()).collect();
    assert_eq!(files, ["model.tflite"]);
    let (bytes, _) = bytes_of(&ctx, &module, &WriteOptions::default());
    assert!(std::fs::read(&path).expect("the file") == bytes);
    std::fs::remove_dir_all(&folder).expect("the folder");
}

#[test]
fn functions_that_operations_name_are_subgraphs_too() {
    let text = round_trip(
        r#"
module {
  func.func private @unused(%arg0: tensor<f32>) -> tensor<f32> {
    func.return %arg0 : tensor<f32>
  }
  func.func @second(%arg0: tensor<f32> {tf_saved_model.index_path = ["a"]}) -> (tensor<f32> {tf_saved_model.index_path = ["b"]})
      attributes {tf_saved_model.exported_names = ["two"]} {
    func.return %arg0 : tensor<f32>
  }
  func.func @first(%arg0: tensor<f32> {tf_saved_model.index_path = ["a"]}) -> (tensor<f32> {tf_saved_model.index_path = ["b"]})
      attributes {tf_saved_model.exported_names = ["one"]} {
    "tfl.call_once"() <{session_init_function = "init"}> : () -> ()
    func.return %arg0 : tensor<f32>
  }
  func.func private @init() {
    %0 = "tfl.var_handle"() <{container = "", shared_name = "v"}> : () -> tensor<!tf_type.resource>
    %1 = "tfl.pseudo_const"() <{value = dense<1.0> : tensor<f32>}> : () -> tensor<f32>
    "tfl.assign_variable"(%0, %1) : (tensor<!tf_type.resource>, tensor<f32>) -> ()
    func.return
  }
}"#,
    );
    assert_has(
        &text,
        &[
            "@second(",
            "exported_names = [\"two\"]",
            "@first(",
            "exported_names = [\"one\"]",
            "session_init_function = \"init\"",
            "func.func private @init()",
            "shared_name = \"v\"",
        ],
    );
    assert!(!text.contains("unused"), "{text}");
}

#[test]
fn noted_ranges_come_back_and_leave_names_alone() {
    let text = round_trip(
        r#"
func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> attributes {tf.entry_function = {inputs = "x", outputs = "y"}} {
  %0 = "quantfork.stats"(%arg0) <{layerStats = dense<[-1.0, 2.0]> : tensor<2xf32>}> : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tfl.abs"(%0) : (tensor<2xf32>) -> tensor<2xf32> loc("abs")
  %2 = "quantfork.stats"(%1) <{axis = 0 : i64, axisStats = dense<[[-3.0, 4.0], [-5.0, 6.0]]> : tensor<2x2xf32>,
    layerStats = dense<[-3.0, 4.0]> : tensor<2xf32>}> : (tensor<2xf32>) -> tensor<2xf32>
  func.return %2 : tensor<2xf32>
}"#,
    );
    assert_has(
        &text,
        &[
            "inputs = \"x\", outputs = \"y\"",
            "layerStats = dense<[-1.000000e+00, 2.000000e+00]>",
            "tfl.abs",
            "dense<[[-3.000000e+00, 4.000000e+00], [-5.000000e+00, 6.000000e+00]]>",
        ],
    );
}

#[test]
fn an_operator_keeps_a_version_that_is_higher_than_it_needs() {
    let text = round_trip(
        r#"
func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tfl.abs"(%arg0) {tfl.version = 3 : i32} : (tensor<2xf32>) -> tensor<2xf32>
  func.return %0 : tensor<2xf32>
}"#,
    );
    assert_has(&text, &["tfl.version = 3 : i32"]);
}
