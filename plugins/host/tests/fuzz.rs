//! What nobody wrote by hand: fragments at random, and files that are almost plugins.
#![cfg(feature = "runtime")]

use std::cell::Cell;

use core_ir::text::{ParseOptions, PrintOptions, parse_module, print_module};
use core_ir::{Context, Diagnostics, Graph, LocId, TypeId, verifier};
use passes::functions::add_function;
use plugins_host::engine;
use plugins_host::fragment::{Place, build};
use plugins_host::limits::Limits;
use plugins_host::manifest;
use plugins_host::model::{
    Attr, Fragment, NamedAttr, NewOp, OptionEntry, OptionValue, Region, Tensor, TensorType,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use wasmtime::component::Component;

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

/// One of `usual` most of the time, or anything.
fn mostly<T: Clone + std::fmt::Debug + 'static>(
    usual: impl Strategy<Value = T> + 'static,
    other: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<T> {
    prop_oneof![8 => usual, 1 => other].boxed()
}

fn ty() -> BoxedStrategy<TensorType> {
    const ELEMS: &[&str] = &[
        "i32",
        "i1",
        "i4",
        "f8E5M2",
        "complex<f32>",
        "!tf_type.string",
        "!foo.bar",
        "!quant.uniform<i8:f32, 0.1:3>",
        "none",
        "index",
        "vector<2xf32>",
        "tensor<2xf32>",
        "f33",
        "",
        "!",
        "f32, f32",
    ];
    let plain = Just(TensorType { elem: "f32".into(), dims: Some(vec![Some(2)]) });
    let elem = mostly(Just("f32".to_owned()), select(ELEMS).prop_map(str::to_owned));
    let dim = mostly(option::of(0..4u64), option::of(any::<u64>()));
    let other = (elem, option::of(vec(dim, 0..4))).prop_map(|(elem, dims)| TensorType { elem, dims });
    mostly(plain, other)
}

fn tensor() -> BoxedStrategy<Tensor> {
    let sound = vec(any::<f32>(), 2).prop_map(|values| Tensor {
        ty: TensorType { elem: "f32".into(), dims: Some(vec![Some(2)]) },
        data: values.iter().flat_map(|value| value.to_le_bytes()).collect(),
    });
    mostly(sound, (ty(), vec(any::<u8>(), 0..40)).prop_map(|(ty, data)| Tensor { ty, data }))
}

fn options() -> impl Strategy<Value = Vec<OptionEntry>> {
    let value = prop_oneof![
        Just(OptionValue::Null),
        any::<i64>().prop_map(OptionValue::Int),
        any::<f64>().prop_map(OptionValue::Float),
        ".{0,3}".prop_map(OptionValue::Text),
        vec(any::<u8>(), 0..5).prop_map(OptionValue::Bytes),
        vec(any::<i64>(), 0..3).prop_map(OptionValue::Ints),
        Just(OptionValue::Items),
        Just(OptionValue::Fields),
    ];
    let entry = (option::of(0..4u32), ".{0,2}", value);
    vec(entry.prop_map(|(parent, key, value)| OptionEntry { parent, key, value }), 0..6)
}

fn attr() -> BoxedStrategy<Attr> {
    const OPAQUE: &[&str] = &[
        "#foo.bar<1>",
        "[1, \"x\"]",
        "{x = 1}",
        "@a::@b",
        "dense<0> : tensor<9999999999xi64>",
        "dense<7> : tensor<4xui8>",
        "#tfl<const_bytes : \"0x0504\">",
        "affine_map<(d0) -> (d0)>",
        "loc(unknown)",
        "[[[[",
        "1 : i",
        "\"",
        "",
        "f32",
    ];
    prop_oneof![
        Just(Attr::Unit),
        any::<bool>().prop_map(Attr::Boolean),
        any::<i64>().prop_map(Attr::Int),
        any::<f64>().prop_map(Attr::Float),
        select(&["NONE", "RELU", "SAME", "\u{0}", "%s"][..]).prop_map(|text| Attr::Text(text.into())),
        vec(any::<u8>(), 0..12).prop_map(Attr::Bytes),
        select(&["f32", "tensor<2xf32>", "!foo.bar", "<"][..]).prop_map(|text| Attr::Ty(text.into())),
        option::of(vec(option::of(any::<u64>()), 0..3)).prop_map(Attr::Shape),
        ".{0,4}".prop_map(Attr::Symbol),
        vec(any::<i64>(), 0..3).prop_map(Attr::Ints),
        vec(any::<f64>(), 0..3).prop_map(Attr::Floats),
        vec(".{0,3}", 0..3).prop_map(Attr::Texts),
        tensor().prop_map(Attr::Dense),
        options().prop_map(Attr::Options),
        select(OPAQUE).prop_map(|text| Attr::Opaque(text.into())),
    ]
    .boxed()
}

/// Operations with the attributes that they need.
fn usual_op() -> BoxedStrategy<(String, Vec<NamedAttr>, usize)> {
    let attr = |name: &str, value: Attr| NamedAttr { name: name.into(), value };
    let text = |name: &str, value: &str| attr(name, Attr::Text(value.into()));
    let row = move |name: &str, attrs: Vec<NamedAttr>, operands| (name.to_owned(), attrs, operands);
    let activation = || vec![text("fused_activation_function", "NONE")];
    let custom = vec![text("custom_code", "Mine"), attr("custom_option", Attr::Options(Vec::new()))];
    let rows = vec![
        row("tfl.add", activation(), 2),
        row("tfl.mul", activation(), 2),
        row("tfl.tanh", Vec::new(), 1),
        row("tfl.leaky_relu", vec![attr("alpha", Attr::Float(0.5))], 1),
        row("tfl.maximum", Vec::new(), 2),
        row("tfl.custom", custom, 2),
        row("tf.Tanh", Vec::new(), 1),
        row("test.any", vec![attr("a", Attr::Int(1))], 2),
    ];
    select(rows).boxed()
}

fn op(regions: bool) -> impl Strategy<Value = NewOp> {
    const NAMES: &[&str] = &[
        "tfl.while",
        "tfl.concatenation",
        "tfl.pseudo_const",
        "tfl.yield",
        "func.return",
        "func.func",
        "arith.constant",
        "tf.WriteFile",
        "nothing",
        "",
        "test.\n",
    ];
    const ATTRS: &[&str] =
        &["fused_activation_function", "custom_option", "alpha", "value", "a", "axis", "", "b c"];
    let other =
        (select(NAMES), vec((select(ATTRS), attr()), 0..3), 0..4usize).prop_map(|(name, attrs, operands)| {
            let attrs =
                attrs.into_iter().map(|(name, value)| NamedAttr { name: name.into(), value }).collect();
            (name.to_owned(), attrs, operands)
        });
    let head = mostly(usual_op(), other);
    let changed = option::weighted(0.2, (any::<Index>(), attr()));
    let region = if regions { option::weighted(0.05, 0..3u32).boxed() } else { Just(None).boxed() };
    let operand = mostly((0..4u32).prop_map(Some), option::of(any::<u32>()));
    (head, changed, vec(operand, 4), vec(ty(), 0..3), mostly(Just(true), Just(false)), region).prop_map(
        |((name, mut attrs, count), changed, mut operands, mut results, is_one, region)| {
            if let (Some((at, value)), false) = (changed, attrs.is_empty()) {
                let at = at.index(attrs.len());
                attrs[at].value = value;
            }
            operands.truncate(count);
            if is_one {
                results = vec![TensorType { elem: "f32".into(), dims: Some(vec![Some(2)]) }];
            }
            NewOp { name, attrs, operands, results, regions: region.into_iter().collect() }
        },
    )
}

fn fragment() -> impl Strategy<Value = Fragment> {
    let region = (vec(ty(), 0..2), vec(op(false), 0..3), vec(0..4u32, 0..2))
        .prop_map(|(params, ops, results)| Region { params, ops, results });
    let results = mostly((0..5u32).prop_map(|id| vec![id]), vec(any::<u32>(), 0..3));
    let regions = mostly(Just(Vec::new()), vec(region, 0..3));
    (vec(tensor(), 0..2), vec(op(true), 0..5), results, regions, option::of(any::<u64>())).prop_map(
        |(consts, ops, results, regions, custom_cost)| Fragment {
            consts,
            ops,
            results,
            regions,
            custom_cost,
        },
    )
}

/// What is accepted verifies in the place where it goes, and can be written and read.
#[test]
fn a_fragment_is_refused_or_holds_together() {
    dialects::link();
    let ctx = Context::new();
    let tensor = ctx.fixed_tensor(&[2], TypeId::F32);
    let operands = [tensor, tensor];
    let (limits, accepted) = (Limits::default(), Cell::new(0));
    let outcome = runner(3_000).run(&fragment(), |fragment| {
        let place = Place {
            ctx: &ctx,
            operands: &operands,
            results: &[tensor],
            limits: &limits,
            allowed: &|name| name.starts_with("test."),
            raw_options: &[],
        };
        let Ok(body) = build(&place, &fragment) else { return Ok(()) };
        accepted.set(accepted.get() + 1);
        let (mut module, _) = Graph::with_block();
        add_function(&ctx, &mut module, "fragment", body, LocId::UNKNOWN);
        let mut diags = Diagnostics::new();
        prop_assert!(verifier::verify(&ctx, &module, &mut diags).is_ok(), "{diags:?}");
        let text = print_module(&ctx, &module, &PrintOptions::default());
        let parse = ParseOptions { allow_unregistered: true, ..ParseOptions::default() };
        let again = parse_module(&ctx, "fragment", &text, &parse, &mut diags);
        prop_assert!(again.is_ok(), "{text}\n{diags:?}");
        let again = again.map(|module| print_module(&ctx, &module, &PrintOptions::default()));
        prop_assert_eq!(again.unwrap_or_default(), text);
        Ok(())
    });
    outcome.unwrap_or_else(|why| panic!("{why}"));
    assert!(accepted.get() > 150, "only {} fragments were accepted", accepted.get());
}

/// Changes of a file: bytes that are replaced, and where it ends.
fn changed(good: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let edits = vec((any::<Index>(), any::<u8>()), 1..6);
    (edits, option::weighted(0.2, any::<Index>())).prop_map(move |(edits, end)| {
        let mut bytes = good.clone();
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        bytes
    })
}

fn scale() -> Vec<u8> {
    std::fs::read("../tests/prebuilt/scale.wasm").expect("a plugin")
}

#[test]
fn a_file_that_is_almost_a_plugin_is_read_or_refused() {
    let outcome = runner(2_000).run(&changed(scale()), |bytes| {
        let _ = manifest::outline(&bytes);
        Ok(())
    });
    outcome.unwrap_or_else(|why| panic!("{why}"));
}

#[test]
fn a_file_that_is_almost_a_plugin_is_compiled_or_refused() {
    let engine = engine::bare().expect("an engine");
    let outcome = runner(16).run(&changed(scale()), |bytes| {
        let _ = Component::from_binary(&engine, &bytes);
        Ok(())
    });
    outcome.unwrap_or_else(|why| panic!("{why}"));
}
