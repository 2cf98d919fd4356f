//! MLIR text: what is read, what is printed, what is refused and where.

use core_ir::diag::{Diagnostic, Place};
use core_ir::text::{self, ParseOptions, PrintOptions};
use core_ir::{Attr, Context, Diagnostics, Graph, verifier};
use expect_test::{Expect, expect};

fn context() -> Context {
    dialects::link();
    Context::new()
}

fn parse(ctx: &Context, text: &str) -> Result<Graph, String> {
    let mut diags = Diagnostics::new();
    let options = ParseOptions { allow_unregistered: true, ..ParseOptions::default() };
    text::parse_module(ctx, "t.mlir", text, &options, &mut diags)
        .map_err(|_| diags.iter().map(|fault| show(text, fault)).collect::<Vec<_>>().join("\n"))
}

fn show(text: &str, fault: &Diagnostic) -> String {
    match &fault.place {
        Place::Text { source, start, .. } => {
            format!("{}: {}", text::place_text(source, text, *start), fault.message)
        }
        _ => fault.message.clone(),
    }
}

/// Checks what `text` prints as, and that both forms of that read back as themselves.
fn check(text: &str, want: Expect) {
    let ctx = context();
    let graph = parse(&ctx, text).unwrap();
    let print = |graph: &Graph, generic: bool| {
        text::print_module(&ctx, graph, &PrintOptions { generic, ..PrintOptions::default() })
    };
    want.assert_eq(&print(&graph, false));
    for generic in [false, true] {
        let once = print(&graph, generic);
        let again = parse(&ctx, &once).unwrap();
        assert_eq!(print(&again, generic), once);
        assert_eq!(print(&again, !generic), print(&graph, !generic));
    }
}

fn check_error(text: &str, want: &str) {
    let found = parse(&context(), text).err();
    assert_eq!(found.as_deref(), Some(want), "{text}");
}

/// The faults that the verifier finds, each with the operation.
fn check_faults(text: &str, want: Expect) {
    let ctx = context();
    let graph = parse(&ctx, text).unwrap();
    let mut diags = Diagnostics::new();
    let outcome = verifier::verify(&ctx, &graph, &mut diags);
    assert_eq!(outcome.is_err(), diags.has_errors());
    let mut found = String::new();
    for fault in diags.iter() {
        let Place::Loc(loc) = fault.place else { panic!("a fault has the location of its operation") };
        let loc = text::attr_text(&ctx, ctx.attr(Attr::Location(loc)));
        found.push_str(&format!("{loc} {}\n  {}\n", fault.message, fault.operation.as_deref().unwrap_or("")));
    }
    want.assert_eq(&found);
}

#[test]
fn functions_and_calls() {
    check(
        r#"
        func.func private @ext(tensor<?xf32>, i32 {a.b}) -> (tensor<f32>, i32 {c = 1 : i8})
        func.func @main(%x: tensor<4xf32> {tf.name = "x"}, %y: tensor<4xf32>) -> tensor<4xf32> attributes {tf.entry_function = {inputs = "x,y"}} {
          %0:2 = "x.two"(%x, %y) : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
          %z = tfl.add %0#1, %0#0 {fused_activation_function = "NONE"} : tensor<4xf32>
          %w = tfl.mul(%z, %c) <{fused_activation_function = "RELU"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
          %c = arith.constant dense<1.5> : tensor<f32>
          %d = arith.constant 7 : i32
          %d2 = arith.constant 7 : i32
          %e = call @main(%x, %w) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
          return %e : tensor<4xf32>
        }
        "#,
        expect![[r#"
            module {
              func.func private @ext(tensor<?xf32>, i32 {a.b}) -> (tensor<f32>, i32 {c = 1 : i8})
              func.func @main(%arg0: tensor<4xf32> {tf.name = "x"}, %arg1: tensor<4xf32>) -> tensor<4xf32> attributes {tf.entry_function = {inputs = "x,y"}} {
                %0:2 = "x.two"(%arg0, %arg1) : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
                %1 = tfl.add %0#1, %0#0 {fused_activation_function = "NONE"} : tensor<4xf32>
                %2 = tfl.mul(%1, %cst) <{fused_activation_function = "RELU"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
                %cst = arith.constant dense<1.500000e+00> : tensor<f32>
                %c7_i32 = arith.constant 7 : i32
                %c7_i32_0 = arith.constant 7 : i32
                %3 = call @main(%arg0, %2) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
                return %3 : tensor<4xf32>
              }
            }
        "#]],
    );
}

#[test]
fn attributes() {
    check(
        r##"
        #alias = {k = #other}
        #other = dense<[[1, -2], [3, 4]]> : tensor<2x2xi8>
        !t = tensor<2x?xf32>
        "x.y"() {
          a = [0.12345678 : f32, 0x7FC00000 : f32, 1.0, -5, 255 : i8, true, unit], "b c" = "q\"\n\\", d = #alias,
          e = dense<(1.0, -2.0)> : tensor<3xcomplex<f32>>, f = array<i1: true, false>, g = array<f32>, h = dense<[]> : tensor<0xf32>,
          i = dense<"0x0100FFFF"> : tensor<2xi16>, j = dense<["a", "\00b"]> : tensor<2x!tf_type.string>, k = @a::@"b c", l = !t,
          m = affine_map<(d0) -> (d0)>, n = #tf_type.shape<1x?>, o = #foo<a [1] "<">, p = () -> (() -> ()), q,
          r = #tfl<mirror_pad_attr REFLECT>, s = loc(fused<"m">["a"("f":1:2), callsite("b" at unknown)]), t = vector<[4]x2xi1>,
          u = tensor<*x!quant.uniform<i8<-127:127>:f32:1, {0.1:3, 2.0}>>, v = tensor<4x!quant.uniform<u8:f32, 0.5:128>, #tf_type.shape<4>>,
          w = !tf_type.resource<tensor<f32>, tensor<1xi1>>, x = #tf_type.func<@g, {z = 1 : i64}>, y = dense<true> : tensor<2xi1>
        } : () -> ()
        "##,
        expect![[r#"
            module {
              "x.y"() {a = [0.123456784 : f32, 0x7FC00000 : f32, 1.000000e+00, -5, -1 : i8, true, unit], "b c" = "q\22\0A\\", d = {k = dense<[[1, -2], [3, 4]]> : tensor<2x2xi8>}, e = dense<(1.000000e+00,-2.000000e+00)> : tensor<3xcomplex<f32>>, f = array<i1: true, false>, g = array<f32>, h = dense<> : tensor<0xf32>, i = dense<[1, -1]> : tensor<2xi16>, j = dense<["a", "\00b"]> : tensor<2x!tf_type.string>, k = @a::@"b c", l = tensor<2x?xf32>, m = affine_map<(d0) -> (d0)>, n = #tf_type.shape<1x?>, o = #foo<a [1] "<">, p = () -> (() -> ()), q, r = #tfl<mirror_pad_attr REFLECT>, s = loc(fused<"m">["a"("f":1:2), callsite("b" at unknown)]), t = vector<[4]x2xi1>, u = tensor<*x!quant.uniform<i8<-127:127>:f32:1, {1.000000e-01:3,2.000000e+00}>>, v = tensor<4x!quant.uniform<u8:f32, 5.000000e-01:128>, #tf_type.shape<4>>, w = !tf_type.resource<tensor<f32>, tensor<1xi1>>, x = #tf_type.func<@g, {z = 1 : i64}>, y = dense<true> : tensor<2xi1>} : () -> ()
            }
        "#]],
    );
}

#[test]
fn blocks_and_regions() {
    check(
        r#"
        module @m attributes {a.b = 1 : i32} {
          func.func @f(%c: i1) -> i32 {
            "cf.cond_br"(%c)[^yes(%n : i32), ^no] : (i1) -> ()
          ^no:
            %n = "x.n"() ({}, { %i = "x.in"() : () -> i32 "x.use"(%i, %c) : (i32, i1) -> () }, { ^bb0(%q: i32): }) : () -> i32
            "cf.br"()[^yes(%n : i32)] : () -> ()
          ^yes(%r: i32):
            return %r : i32
          }
          module {}
        }
        "#,
        expect![[r#"
            module @m attributes {a.b = 1 : i32} {
              func.func @f(%arg0: i1) -> i32 {
                "cf.cond_br"(%arg0)[^bb2(%0 : i32), ^bb1] : (i1) -> ()
              ^bb1:  // pred: ^bb0
                %0 = "x.n"() ({
                }, {
                  %2 = "x.in"() : () -> i32
                  "x.use"(%2, %arg0) : (i32, i1) -> ()
                }, {
                ^bb0(%arg1: i32):
                }) : () -> i32
                "cf.br"()[^bb2(%0 : i32)] : () -> ()
              ^bb2(%1: i32):  // 2 preds: ^bb0, ^bb1
                return %1 : i32
              }
              module {
              }
            }
        "#]],
    );
}

#[test]
fn control_nodes_have_a_short_form() {
    check(
        r#"
        func.func @f(%x: tensor<1xf32>) -> tensor<1xf32> {
          %a, %ca = tfl.control_node controls "tfl.neg"(%x) : (tensor<1xf32>) -> tensor<1xf32>
          %b, %cb = tfl.control_node(%ca) {
            %1 = "tfl.neg"(%a) : (tensor<1xf32>) -> tensor<1xf32>
            %2 = "tfl.neg"(%1) : (tensor<1xf32>) -> tensor<1xf32>
            "tfl.yield"(%2) : (tensor<1xf32>) -> ()
          }
          return %b : tensor<1xf32>
        }
        "#,
        expect![[r#"
            module {
              func.func @f(%arg0: tensor<1xf32>) -> tensor<1xf32> {
                %outputs, %control = tfl.control_node controls "tfl.neg"(%arg0) : (tensor<1xf32>) -> tensor<1xf32>
                %outputs_0, %control_1 = tfl.control_node(%control) {
                  %0 = "tfl.neg"(%outputs) : (tensor<1xf32>) -> tensor<1xf32>
                  %1 = "tfl.neg"(%0) : (tensor<1xf32>) -> tensor<1xf32>
                  "tfl.yield"(%1) : (tensor<1xf32>) -> ()
                }
                return %outputs_0 : tensor<1xf32>
              }
            }
        "#]],
    );
}

#[test]
fn resources_hold_bytes() {
    let text = r#"
        "x.y"() {a = dense_resource<k> : tensor<2xi16>, b = dense_resource<k2> : tensor<4xf32>, c = dense_resource<gone> : tensor<1xi8>} : () -> ()
        {-#
          dialect_resources: { builtin: { k: "0x0400000001000200", k2: "0x040000000000803F" } },
          external_resources: { mlir_reproducer: { verify_each: true } }
        #-}
    "#;
    check(
        text,
        expect![[r#"
            module {
              "x.y"() {a = dense_resource<k> : tensor<2xi16>, b = dense_resource<k2> : tensor<4xf32>, c = dense_resource<gone> : tensor<1xi8>} : () -> ()
            }

            {-#
              dialect_resources: {
                builtin: {
                  k: "0x0400000001000200",
                  k2: "0x040000000000803F"
                }
              }
            #-}
        "#]],
    );
}

#[test]
fn large_constants_are_hexadecimal_or_elided() {
    let ctx = context();
    let list: Vec<String> = (0..101).map(|i| i.to_string()).collect();
    let text = format!("\"x.y\"() {{a = dense<[{}]> : tensor<101xi8>}} : () -> ()", list.join(", "));
    let graph = parse(&ctx, &text).unwrap();
    let print = |elide_larger| {
        text::print_module(&ctx, &graph, &PrintOptions { elide_larger, ..PrintOptions::default() })
    };
    assert!(print(None).contains("a = dense<\"0x000102"));
    assert!(print(Some(100)).contains("a = dense_resource<__elided__> : tensor<101xi8>"));
    let again = parse(&ctx, &print(None)).unwrap();
    let same = text::print_module(&ctx, &again, &PrintOptions::default());
    assert_eq!(same, print(None));
}

#[test]
fn locations_are_printed_on_request() {
    let ctx = context();
    let text = r##"
        "x.y"() : () -> () loc(#loc1)
        "x.z"() : () -> () loc("n"(#loc1))
        #loc1 = loc("f.py":3:4)
    "##;
    let graph = parse(&ctx, text).unwrap();
    let options = PrintOptions { debug_info: true, ..PrintOptions::default() };
    let printed = text::print_module(&ctx, &graph, &options);
    expect![[r#"
        module {
          "x.y"() : () -> () loc(#loc1)
          "x.z"() : () -> () loc(#loc2)
        } loc(#loc)
        #loc = loc("t.mlir":0:0)
        #loc1 = loc("f.py":3:4)
        #loc2 = loc("n"(#loc1))
    "#]]
    .assert_eq(&printed);
    let again = parse(&ctx, &printed).unwrap();
    assert_eq!(text::print_module(&ctx, &again, &options), printed);
    let local = PrintOptions { local_scope: true, ..options };
    assert!(text::print_module(&ctx, &graph, &local).contains(r#""x.z"() : () -> () loc("n"("f.py":3:4))"#));
}

#[test]
fn symbolic_dimensions_print_as_open_ones() {
    let ctx = context();
    let ty = ctx.tensor(&[ctx.dim_symbol("b"), core_ir::Dim::Fixed(3)], core_ir::TypeId::F32);
    assert_eq!(text::type_text(&ctx, ty), "tensor<?x3xf32>");
}

#[test]
fn inherent_attributes_are_told_from_others() {
    // Old text has everything in braces; derived attributes go without saying.
    check(
        r#"
        func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
          %0 = "tf.AddV2"(%x, %x) {T = f32, device = "cpu"} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
          %1 = "tf.AddV2"(%x, %x) {T = f64} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
          %2 = "tfl.softmax"(%0) {beta = 1.0 : f32, note} : (tensor<2xf32>) -> tensor<2xf32>
          func.return %2 : tensor<2xf32>
        }
        "#,
        expect![[r#"
            module {
              func.func @f(%arg0: tensor<2xf32>) -> tensor<2xf32> {
                %0 = "tf.AddV2"(%arg0, %arg0) {device = "cpu"} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
                %1 = "tf.AddV2"(%arg0, %arg0) {T = f64} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
                %2 = "tfl.softmax"(%0) <{beta = 1.000000e+00 : f32}> {note} : (tensor<2xf32>) -> tensor<2xf32>
                return %2 : tensor<2xf32>
              }
            }
        "#]],
    );
}

#[test]
fn errors_say_where() {
    let cases = [
        ("\"x.y\"(%a) : (i32) -> ()", "t.mlir:1:7: `%a` is not defined"),
        ("%a = \"x.y\"() : () -> i32\n%a = \"x.y\"() : () -> i32", "t.mlir:2:1: `%a` is defined twice"),
        (
            "%a = \"x.y\"() : () -> i32\n\"x.z\"(%a) : (i64) -> ()",
            "t.mlir:2:7: `%a` has the type i32, but is used as i64",
        ),
        ("%a:2 = \"x.y\"() : () -> i32", "t.mlir:1:1: 2 results are named, but the operation has 1"),
        ("\"x.y\"() : () -> ", "t.mlir:1:17: a type is expected here, but the text ends"),
        ("\"x.y() : ()", "t.mlir:1:1: the string has no closing quote on its line"),
        ("x.y", "t.mlir:1:1: `x.y` is not known; write it as `\"x.y\"(...) : ...`"),
        ("frob", "t.mlir:1:1: `frob` is no operation"),
        (
            "\"x.y\"() {a = dense<[1, [2]]> : tensor<2xi8>} : () -> ()",
            "t.mlir:1:24: the lists are not nested equally deep",
        ),
        (
            "\"x.y\"() {a = dense<[1, 2]> : tensor<3xi8>} : () -> ()",
            "t.mlir:1:14: the elements have the shape [2], the type has another",
        ),
        ("\"x.y\"() {a = 300 : i8} : () -> ()", "t.mlir:1:14: the integer does not fit into 8 bits"),
        ("\"x.y\"() {a = 1, a = 2} : () -> ()", "t.mlir:1:17: `a` is given twice"),
        ("\"x.y\"() {a = #b} : () -> ()\n#b = [#b]", "t.mlir:2:7: `#b` is defined by means of itself"),
        (
            "\"x.y\"() {a = sparse<[[0, 1]], 1> : tensor<1xi8>} : () -> ()",
            "t.mlir:1:14: the indices are rows of 1 numbers, one for each dimension",
        ),
        (
            "func.func @f(%a: i32, i32) {}",
            "t.mlir:1:28: either all arguments of a function have names or none has",
        ),
        (
            "func.func @f() {\n^bb0:\n  \"x.y\"()[^bb7] : () -> ()\n}",
            "t.mlir:3:11: block `^bb7` is not defined",
        ),
        (
            "func.func @f() {\n%a = \"x.y\"() : () -> i32\n}\n\"x.z\"(%a) : (i32) -> ()",
            "t.mlir:4:7: `%a` is not defined",
        ),
        ("}", "t.mlir:1:1: an operation is expected here, but found `}`"),
        // A name that a region defines is not known outside of it, before it or after it.
        (
            "\"x.y\"(%a) : (i32) -> ()\n\"x.z\"() ({ %a = \"x.y\"() : () -> i32 }) : () -> ()",
            "t.mlir:1:7: `%a` is not defined",
        ),
        (
            "\"x.z\"() ({ %a = \"x.y\"() : () -> i32 }) : () -> ()\n\"x.y\"(%a) : (i32) -> ()",
            "t.mlir:2:7: `%a` is not defined",
        ),
    ];
    for (text, want) in cases {
        check_error(text, want);
    }
}

#[test]
fn unknown_operations_need_permission() {
    let ctx = context();
    let mut diags = Diagnostics::new();
    let text = "\n  \"foo.bar\"() : () -> ()";
    assert!(text::parse_module(&ctx, "t.mlir", text, &ParseOptions::default(), &mut diags).is_err());
    let fault = diags.iter().next().unwrap();
    assert_eq!(show(text, fault), "t.mlir:2:3: `foo.bar` is not registered: no dialect is called `foo`");
    assert!(fault.help.is_some());
}

#[test]
fn nesting_takes_no_stack() {
    const DEPTH: usize = 5000;
    let text =
        format!("{}\"x.z\"() : () -> (){}", "\"x.y\"() ({".repeat(DEPTH), "}) : () -> ()".repeat(DEPTH));
    let ctx = context();
    let graph = parse(&ctx, &text).unwrap();
    let mut diags = Diagnostics::new();
    verifier::verify(&ctx, &graph, &mut diags).unwrap();
    let printed = text::print_module(&ctx, &graph, &PrintOptions::default());
    assert_eq!(printed.lines().count(), 2 * DEPTH + 3);
    for (open, close) in [("[", "]"), ("tuple<", ">"), ("{a = ", "}"), ("() -> (", ")")] {
        let text = format!("\"x.y\"() {{a = {}{}}} : () -> ()", open.repeat(DEPTH), close.repeat(DEPTH));
        assert!(parse(&ctx, &text).err().unwrap().contains("levels deep"), "{open}");
    }
    // Aliases nest too, however short each is.
    for (first, rest) in [("#a0 = [1]", "#a{i} = [#a{j}]"), ("#a0 = loc(\"x\")", "#a{i} = loc(\"x\"(#a{j}))")]
    {
        let link = |i: usize| rest.replace("{i}", &i.to_string()).replace("{j}", &(i - 1).to_string());
        let links: Vec<String> = (1..DEPTH).map(link).collect();
        let text = format!("{first}\n{}\n\"x.y\"() {{a = #a{}}} : () -> ()", links.join("\n"), DEPTH - 1);
        assert!(parse(&ctx, &text).err().unwrap().contains("levels deep"), "{first}");
    }
    let modules = format!("{}{}", "module {".repeat(DEPTH), "}".repeat(DEPTH));
    assert!(parse(&ctx, &modules).err().unwrap().contains("levels deep"));
}

#[test]
fn the_verifier_reports_every_fault() {
    check_faults(
        r#"
        func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
          %0 = "tfl.softmax"(%x, %x) {beta = 1.0 : f32} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
          %1 = "tfl.softmax"(%x) : (tensor<2xf32>) -> tensor<2xf32>
          %2 = tfl.add %x, %3 {fused_activation_function = "SOMETIMES"} : tensor<2xf32>
          %3 = "tfl.add"(%x, %x) {fused_activation_function = 1 : i32} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
          %4 = "tf.AddV2"(%x, %x) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xi32>
          %5 = call @g(%x) : (tensor<2xf32>) -> tensor<2xf32>
          %6 = call @f(%x) : (tensor<2xf32>) -> i32
          return %6 : i32
        }
        func.func @f() {
          return
          "x.y"() : () -> ()
        }
        "func.func"() <{sym_name = "h", function_type = (i32) -> ()}> ({
        ^bb0(%a: i64):
          func.return
        }) : () -> ()
        "#,
        expect![[r#"
            loc("t.mlir":12:9) 'func.func' op redefinition of symbol named 'f'
              "func.func"() <{function_type = () -> (), sym_name = "f"}> ({...}) : () -> ()
            loc("t.mlir":3:16) 'tfl.softmax' op requires a single operand, but found 2
              %0 = "tfl.softmax"(%arg0, %arg0) <{beta = 1.000000e+00 : f32}> : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
            loc("t.mlir":4:16) 'tfl.softmax' op requires attribute 'beta'
              %1 = "tfl.softmax"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
            loc("t.mlir":5:16) 'tfl.add' op operand #1 does not dominate this use
              %2 = "tfl.add"(%arg0, %3) <{fused_activation_function = "SOMETIMES"}> : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
            loc("t.mlir":5:16) 'tfl.add' op attribute 'fused_activation_function' failed to satisfy constraint: string attribute whose value is NONE, or RELU, or RELU_N1_TO_1, or RELU6, or TANH, or SIGN_BIT
              %2 = "tfl.add"(%arg0, %3) <{fused_activation_function = "SOMETIMES"}> : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
            loc("t.mlir":6:16) 'tfl.add' op attribute 'fused_activation_function' failed to satisfy constraint: string attribute whose value is NONE, or RELU, or RELU_N1_TO_1, or RELU6, or TANH, or SIGN_BIT
              %3 = "tfl.add"(%arg0, %arg0) <{fused_activation_function = 1 : i32}> : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
            loc("t.mlir":7:16) 'tf.AddV2' op requires compatible element types for all operands and results
              %4 = "tf.AddV2"(%arg0, %arg0) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xi32>
            loc("t.mlir":8:16) 'func.call' op 'g' does not reference a valid function
              %5 = "func.call"(%arg0) <{callee = @g}> : (tensor<2xf32>) -> tensor<2xf32>
            loc("t.mlir":9:16) 'func.call' op result type mismatch at index 0
              %6 = "func.call"(%arg0) <{callee = @f}> : (tensor<2xf32>) -> i32
            loc("t.mlir":10:11) 'func.return' op type of return operand 0 ('i32') doesn't match function result type ('tensor<2xf32>') in function @f
              "func.return"(%6) : (i32) -> ()
            loc("t.mlir":13:11) 'func.return' op must be the last operation in the parent block
              "func.return"() : () -> ()
            loc("t.mlir":16:9) 'func.func' op type of entry block argument #0('i64') must match the type of the corresponding argument in function signature('i32')
              "func.func"() <{function_type = (i32) -> (), sym_name = "h"}> ({...}) : () -> ()
        "#]],
    );
}

#[test]
fn the_runtime_is_more_particular_than_the_ir() {
    let ctx = context();
    let text = r#"
        func.func @f(%x: tensor<2xbf16>) -> tensor<2xbf16> {
          %0 = "tfl.rsqrt"(%x) : (tensor<2xbf16>) -> tensor<2xbf16>
          return %0 : tensor<2xbf16>
        }
    "#;
    let graph = parse(&ctx, text).unwrap();
    let mut diags = Diagnostics::new();
    verifier::verify(&ctx, &graph, &mut diags).unwrap();
    verifier::verify_runtime(&ctx, &graph, &mut diags).unwrap_err();
    let fault = diags.iter().next().unwrap();
    assert_eq!(
        fault.message,
        "'tfl.rsqrt' op operand #0 must be tensor of 32-bit float or QI8 type or QI16 type values, but got 'tensor<2xbf16>'"
    );
}

#[test]
fn definitions_dominate_uses() {
    check_faults(
        r#"
        func.func @f(%c: i1) -> i32 {
          "cf.cond_br"(%c)[^a, ^b] : (i1) -> ()
        ^a:
          %x = "x.x"() : () -> i32
          "cf.br"()[^c] : () -> ()
        ^b:
          "x.use"(%x) : (i32) -> ()
          "cf.br"()[^c] : () -> ()
        ^c:
          "x.region"() ({
            %i = "x.inner"(%o, %c) : (i32, i1) -> i32
          }) : () -> ()
          %o = "x.after"() : () -> i32
          "x.region"() ({
            %i2 = "x.inner"() : () -> i32
          }) : () -> ()
          return %o : i32
        ^dead:
          "x.use"(%x) : (i32) -> ()
          return %x : i32
        }
        "#,
        expect![[r#"
            loc("t.mlir":8:11) 'x.use' op operand #0 does not dominate this use
              "x.use"(%0) : (i32) -> ()
            loc("t.mlir":12:18) 'x.inner' op operand #0 does not dominate this use
              %2 = "x.inner"(%1, %arg0) : (i32, i1) -> i32
        "#]],
    );
}

const CORPUS: &str = r##"
#a = loc("x":1:2)
module @m attributes {tf.v = 1 : i32} {
  func.func @f(%x: tensor<2x?xf32> {n = "x"}, %y: tensor<*xi8>) -> (tensor<2x?xf32>, i1 {r}) attributes {k = [@f::@g, dense<[[1, 2], [3, -4]]> : tensor<2x2xi8>]} {
    %0:2 = "x.y"(%x, %y)[^b(%x : tensor<2x?xf32>)] <{p = array<i64: 1, -2>}> ({
    ^bb0(%q: !quant.uniform<i8:f32:0, {0.1:1, 0.2}>):
      "tfl.yield"(%q) : (!quant.uniform<i8:f32:0, {0.1:1, 0.2}>) -> ()
    }, {}) {l = #tfl<const_bytes : "0x00FF">, s = "\22\\"} : (tensor<2x?xf32>, tensor<*xi8>) -> (tensor<2x?xf32>, i1) loc(#a)
  ^b(%z: tensor<2x?xf32>):
    %c = arith.constant dense<"0x0000803F"> : tensor<4xf32>
    %d = tfl.add %z, %z {fused_activation_function = "NONE"} : tensor<2x?xf32> loc(fused<1>["a", callsite("b" at unknown)])
    return %d, %0#1 : tensor<2x?xf32>, i1
  }
}
{-# dialect_resources: { builtin: { k: "0x0400000001000200" } } #-}
"##;

/// The same of short forms, and of what is rare.
const SHORT_FORMS: &str = r##"
!q = !quant.uniform<i4:f32:{0:1,1:2}, {{1.0:2, 2.0},{3.0, 4.0}}>
#r = dense_resource<k> : tensor<2xi16>
func.func @f(%a: f32, %i: i32, %t: tensor<2x2xf32>, %x: index, %f: (i32) -> i32) -> i1 {
  %0 = arith.addf %a, %a fastmath<nnan, afn> {x} : f32
  %1:2 = arith.addui_extended %i, %i : i32, i1
  %2 = arith.cmpf olt, %a, %0 : f32
  %3 = arith.select %2, %i, %1#0 : i32
  %4 = arith.muli %i, %3 overflow<nsw> : i32
  %5 = stablehlo.compare  EQ, %t, %t,  FLOAT {y} : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xi1>
  %6 = stablehlo.select %5, %t, %t : tensor<2x2xi1>, tensor<2x2xf32>
  %7 = stablehlo.concatenate %6, %t, dim = 0 : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<4x2xf32>
  %8 = stablehlo.pad %7, %9, low = [1, -2], high = [0, 0], interior = [0, 0] : (tensor<4x2xf32>, tensor<f32>) -> tensor<5x0xf32>
  %9 = stablehlo.constant dense<1.0> : tensor<f32>
  %10:2 = stablehlo.optimization_barrier %9, %8 : tensor<f32>, tensor<5x0xf32>
  %11 = stablehlo.custom_call @"a b"(%9) {has_side_effect = true} : (tensor<f32>) -> tuple<i1, f32>
  %12 = tensor.extract %t[%x, %x] : tensor<2x2xf32>
  %13 = call_indirect %f(%i) : (i32) -> i32
  %14:2 = tf_executor.graph {
    %o, %c = tf_executor.island wraps "tf.Neg"(%t) {d = #r} : (tensor<2x2xf32>) -> tensor<2x2xf32>
    %p:2, %e = tf_executor.island(%c) { tf_executor.yield %o, %o : tensor<2x2xf32>, tensor<2x2xf32> } {z}
    tf_executor.fetch %p#1, %o, %e : tensor<2x2xf32>, tensor<2x2xf32>, !tf_executor.control
  }
  "u.v"(%11) {s = sparse<[[0, 1], [1, 0]], [1.0, 2.0]> : tensor<2x2xf80>, r = dense_resource<k> : tensor<7xi8>} : (tuple<i1, f32>) -> !q
  return %2 : i1
}
{-# dialect_resources: { builtin: { k: "0x0400000001000200" } } #-}
"##;

/// Whatever a text is, it is read or refused, and what is read can be verified and printed.
fn survive(text: &str) {
    let ctx = context();
    if let Ok(graph) = parse(&ctx, text) {
        let _ = verifier::verify(&ctx, &graph, &mut Diagnostics::new());
        for generic in [false, true] {
            let options = PrintOptions { generic, debug_info: true, ..PrintOptions::default() };
            let printed = text::print_module(&ctx, &graph, &options);
            let again =
                parse(&ctx, &printed).unwrap_or_else(|why| panic!("{why}\nin\n{printed}\nfrom\n{text}"));
            assert_eq!(text::print_module(&ctx, &again, &options), printed, "from\n{text}");
        }
    }
}

#[test]
fn damaged_text_never_panics() {
    for corpus in [CORPUS, SHORT_FORMS] {
        assert!(parse(&context(), corpus).is_ok(), "{:?}", parse(&context(), corpus).err());
        survive(corpus);
        for end in 0..corpus.len() {
            survive(&corpus[..end]);
            survive(&corpus[end..]);
        }
    }
    let mut seed = 0x9e37_79b9_7f4a_7c15u64;
    let mut random = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    const PIECES: &[&str] = &[
        "<",
        ">",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "%0",
        "^b",
        "-",
        "9999999999",
        ":",
        ",",
        "\"",
        "é",
        "#a",
        "x",
        "dense<",
        "loc(",
    ];
    for round in 0..8000 {
        let mut bytes = [CORPUS, SHORT_FORMS][round % 2].as_bytes().to_vec();
        for _ in 0..1 + random(3) {
            let at = random(bytes.len());
            match random(4) {
                0 => bytes[at] ^= 1 << random(7),
                1 => drop(bytes.drain(at..(at + 1 + random(12)).min(bytes.len()))),
                2 => {
                    let piece = PIECES[random(PIECES.len())];
                    bytes.splice(at..at, piece.bytes());
                }
                _ => {
                    let from = random(bytes.len());
                    let copy = bytes[from..(from + random(20)).min(bytes.len())].to_vec();
                    bytes.splice(at..at, copy);
                }
            }
        }
        survive(&String::from_utf8_lossy(&bytes));
    }
}
