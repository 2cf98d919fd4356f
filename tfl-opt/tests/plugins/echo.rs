//! What a plugin does not know reaches it as data and comes back as it was: attributes of all kinds, types of all kinds.

use crate::support::{Folder, prebuilt, run};

/// Attributes: how one is written, what a plugin sees, and what is written when the plugin gives it back to an operation
/// that nothing is known of. Numbers then have the type that they look like; everything else is the same.
const ATTRS: &[(&str, &str, &str)] = &[
    ("true", "Boolean(true)", "true"),
    ("3 : i8", "Int(3)", "3 : i64"),
    ("4 : index", "Int(4)", "4 : i64"),
    ("1.500000e+00 : f8E4M3FN", "Float(1.5)", "1.500000e+00 : f32"),
    ("0x7FC00000 : f32", "Float(NaN)", ""),
    ("\"t\"", "Text(\"t\")", ""),
    ("\"\\FF\\00\"", "Bytes([255, 0])", ""),
    ("tensor<2x!foo.bar>", "Ty(\"tensor<2x!foo.bar>\")", ""),
    ("(i32) -> f32", "Ty(\"(i32) -> f32\")", ""),
    ("[true, false]", "Booleans([true, false])", ""),
    ("array<i1: true, false>", "Booleans([true, false])", "[true, false]"),
    ("[1, 2]", "Ints([1, 2])", ""),
    ("array<i32: 1, -2>", "Ints([1, -2])", "[1, -2]"),
    ("[]", "Ints([])", ""),
    ("[5.000000e-01 : f32]", "Floats([0.5])", ""),
    ("[\"a\", \"b\"]", "Texts([\"a\", \"b\"])", ""),
    ("[f32, !foo.bar]", "Types([\"f32\", \"!foo.bar\"])", ""),
    ("#tf_type.shape<2x?>", "Shape(Some([Some(2), None]))", ""),
    ("#tf_type.shape<*>", "Shape(None)", ""),
    ("[#tf_type.shape<2>]", "Shapes([Some([Some(2)])])", ""),
    ("@main", "Symbol(\"main\")", ""),
    ("[@main, @other]", "Symbols([\"main\", \"other\"])", ""),
    ("#tf_type.func<@main, {}>", "Symbol(\"main\")", "@main"),
    (
        "dense<[1, 2]> : tensor<2xi16>",
        "Dense(Tensor { ty: TensorType { elem: \"i16\", dims: Some([Some(2)]) }, data: [1, 0, 2, 0] })",
        "",
    ),
    (
        "dense<3> : tensor<4xi4>",
        "Dense(Tensor { ty: TensorType { elem: \"i4\", dims: Some([Some(4)]) }, data: [3, 3, 3, 3] })",
        "",
    ),
    (
        "dense<5.000000e-01> : tensor<2xf8E5M2>",
        "Dense(Tensor { ty: TensorType { elem: \"f8E5M2\", dims: Some([Some(2)]) }, data: [56, 56] })",
        "",
    ),
    (
        "dense<(1.000000e+00,2.000000e+00)> : tensor<1xcomplex<f32>>",
        "Dense(Tensor { ty: TensorType { elem: \"complex<f32>\", dims: Some([Some(1)]) }, data: [0, 0, 128, 63, 0, 0, 0, 64] })",
        "",
    ),
    (
        "dense<[\"a\", \"bc\"]> : tensor<2x!tf_type.string>",
        "Dense(Tensor { ty: TensorType { elem: \"!tf_type.string\", dims: Some([Some(2)]) }, data: [1, 0, 0, 0, 97, 2, 0, 0, 0, 98, 99] })",
        "",
    ),
];

/// What a plugin sees as text, as it is written, and gives back the same.
const OPAQUE: &[&str] = &[
    "{x = 1 : i32, y = {z = \"q\"}}",
    "[1, \"x\"]",
    "[[1], [2, [3]]]",
    "[#foo.bar<1>, #foo.bar<2>]",
    "@main::@inner::@most",
    "18446744073709551615 : ui64",
    "170141183460469231731687303715884105727 : i128",
    "sparse<[[0, 1]], 1.500000e+00> : tensor<2x3xf32>",
    "dense<1> : tensor<2xi8, #foo.layout>",
    "dense<1.000000e+00> : vector<2xf32>",
    "loc(\"file.py\":3:4)",
    "#foo.bar<\"x\", [1, {y}]>",
    "#foo.baz",
    "#tf_type<placeholder \"x\">",
    "#tf_type.func<@main, {n = 1 : i64}>",
    "affine_map<(d0, d1) -> (d0 + d1)>",
    "affine_set<(d0) : (d0 >= 0)>",
    "strided<[4, 1], offset: 2>",
];

/// Types, and what a plugin sees: the element type and the dimensions.
const TYPES: &[(&str, &str)] = &[
    ("tensor<2x!foo.bar>", "!foo.bar Some([Some(2)])"),
    ("!foo.bar<\"x\">", "!foo.bar<\"x\"> None"),
    (
        "tensor<?x!quant.uniform<i8:f32, 1.000000e-01:3>>",
        "!quant.uniform<i8:f32, 1.000000e-01:3> Some([None])",
    ),
    (
        "tensor<2x!quant.uniform<i8<-127:127>:f32:0, {1.000000e-01,2.000000e-01}>>",
        "!quant.uniform<i8<-127:127>:f32:0, {1.000000e-01,2.000000e-01}> Some([Some(2)])",
    ),
    ("tensor<!tf_type.variant<tensor<2xf32>>>", "!tf_type.variant<tensor<2xf32>> Some([])"),
    ("tensor<*x!tf_type.resource<tensor<2xf32>>>", "!tf_type.resource<tensor<2xf32>> None"),
    ("tensor<*x!tf_type.string>", "!tf_type.string None"),
    ("tensor<4xf8E4M3FN>", "f8E4M3FN Some([Some(4)])"),
    ("tensor<3xi4>", "i4 Some([Some(3)])"),
    ("tensor<2xi128>", "i128 Some([Some(2)])"),
    ("tensor<2xindex>", "index Some([Some(2)])"),
    ("tensor<complex<f64>>", "complex<f64> Some([])"),
    ("none", "none None"),
    ("index", "index None"),
    ("vector<4xf32>", "vector<4xf32> None"),
    ("tuple<i32, f32>", "tuple<i32, f32> None"),
    ("(i32) -> f32", "(i32) -> f32 None"),
];

/// Shows everything to a plugin, and compares what it says and gives back.
fn echoes(plugin: &str, id: &str, op: &str) {
    let same = |row: &&'static str| (*row, format!("Opaque({row:?})"), "");
    let attrs: Vec<(&str, String, &str)> =
        ATTRS.iter().map(|row| (row.0, row.1.to_owned(), row.2)).chain(OPAQUE.iter().map(same)).collect();
    let join = |of: &mut dyn Iterator<Item = String>| of.collect::<Vec<_>>().join(", ");
    let types = join(&mut TYPES.iter().map(|row| row.0.to_owned()));
    let written = join(&mut attrs.iter().enumerate().map(|(i, row)| format!("a{i:02} = {}", row.0)));
    let text = format!(
        "func.func @main({}) -> ({types}) {{\n  %0:{n} = \"{op}\"({}) {{{written}, unit}} : ({types}) -> ({types})\n  return {} : {types}\n}}\n",
        join(&mut TYPES.iter().enumerate().map(|(i, row)| format!("%a{i}: {}", row.0))),
        join(&mut (0..TYPES.len()).map(|i| format!("%a{i}"))),
        join(&mut (0..TYPES.len()).map(|i| format!("%0#{i}"))),
        n = TYPES.len(),
    );
    let folder = Folder::new();
    let (input, plugin) = (folder.write("in.mlir", text), prebuilt(plugin));
    let args = [input.to_str().expect("plain"), "--convert-custom-ops", "--load-plugin"];
    let run = run(&[&args[..], &[plugin.to_str().expect("plain")]].concat());
    assert_eq!(run.status, Some(0), "{}", run.stderr);

    let start = format!("remark: plugin `{id}`: ");
    let said: Vec<&str> = run.stderr.lines().filter_map(|line| Some(line.split_once(&start)?.1)).collect();
    let seen = attrs.iter().enumerate().map(|(i, row)| format!("a{i:02} = Attr::{}", row.1));
    let seen = seen.chain(["unit = Attr::Unit".to_owned()]);
    let seen = seen.chain(TYPES.iter().enumerate().map(|(i, row)| format!("operand {i}: {} None", row.1)));
    let seen = seen.chain(TYPES.iter().enumerate().map(|(i, row)| format!("result {i}: {}", row.1)));
    let seen: Vec<String> = seen.collect();
    assert_eq!(said, seen);

    let given = |row: &(&str, String, &'static str)| {
        if row.2.is_empty() { row.0.to_owned() } else { row.2.to_owned() }
    };
    let given = join(&mut attrs.iter().enumerate().map(|(i, row)| format!("a{i:02} = {}", given(row))));
    let op = format!("{{{given}, unit}} : ({types}) -> ({types})\n");
    assert!(run.stdout.contains("\"test.echoed\"(") && run.stdout.contains(&op), "{}\n{op}", run.stdout);
}

#[test]
fn whatever_there_is_reaches_a_plugin_and_comes_back() {
    echoes("echo.wasm", "test.echo", "tf.Echo");
}

#[test]
fn it_reaches_a_plugin_that_is_written_with_the_sdk() {
    echoes("echo_sdk.wasm", "test.echo-sdk", "tf.EchoSdk");
}
