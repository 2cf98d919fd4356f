//! Fragments without a plugin around them.
#![cfg(feature = "runtime")]

use core_ir::text::{PrintOptions, print_module};
use core_ir::{Context, Graph, TypeId};
use plugins_host::fault::Fault;
use plugins_host::fragment::{Place, build};
use plugins_host::limits::Limits;
use plugins_host::model::{Attr, Fragment, NamedAttr, NewOp, OptionEntry, OptionValue, Region, TensorType};

fn ty(elem: &str, dims: &[u64]) -> TensorType {
    TensorType { elem: elem.into(), dims: Some(dims.iter().map(|&n| Some(n)).collect()) }
}

fn attr(name: &str, value: Attr) -> NamedAttr {
    NamedAttr { name: name.into(), value }
}

fn op(name: &str, operands: &[u32], attrs: Vec<NamedAttr>) -> NewOp {
    NewOp {
        name: name.into(),
        attrs,
        operands: operands.iter().map(|&id| Some(id)).collect(),
        results: vec![ty("f32", &[2])],
        regions: Vec::new(),
    }
}

/// The body of `fragment` for an operation on a condition and `tensor<2xf32>` that gives a `tensor<2xf32>`.
fn body(ctx: &Context, fragment: &Fragment) -> Result<Graph, Fault> {
    let types = [ctx.fixed_tensor(&[], TypeId::I1), ctx.fixed_tensor(&[2], TypeId::F32)];
    let limits = Limits::default();
    build(
        &Place {
            ctx,
            operands: &types,
            results: &types[1..],
            limits: &limits,
            allowed: &|_| false,
            raw_options: &[],
        },
        fragment,
    )
}

fn fragment(ops: Vec<NewOp>, regions: Vec<Region>) -> Fragment {
    Fragment { consts: Vec::new(), ops, results: vec![2], regions, custom_cost: None }
}

fn region(name: &str) -> Region {
    Region { params: Vec::new(), ops: vec![op(name, &[], Vec::new())], results: vec![0] }
}

#[test]
fn control_flow_has_regions() {
    dialects::link();
    let ctx = Context::new();
    let loop_op = || NewOp { regions: vec![0, 1], ..op("tfl.while", &[1], Vec::new()) };
    let param = || vec![ty("f32", &[2])];
    let yes = NewOp { results: vec![ty("i1", &[])], ..op("tfl.custom", &[0], custom("Done", Vec::new())) };
    let cond = || Region { params: param(), ops: vec![yes.clone()], results: vec![1] };
    let tanh = || Region { params: param(), ops: vec![op("tfl.tanh", &[0], Vec::new())], results: vec![1] };
    let made = body(&ctx, &fragment(vec![loop_op()], vec![cond(), tanh()]));
    let text = made.map(|graph| print_module(&ctx, &graph, &PrintOptions::default()));
    let text = text.expect("a loop");
    assert!(text.contains("tfl.while") && text.contains("tfl.yield") && text.contains("tfl.tanh"), "{text}");

    // A region has one owner, sees no operand of the operation, and is there.
    let twice = NewOp { regions: vec![0, 0], ..loop_op() };
    for (op, regions) in [
        (twice, vec![cond()]),
        (loop_op(), vec![cond()]),
        (loop_op(), vec![cond(), tanh(), region("tfl.tanh")]),
        (loop_op(), vec![cond(), Region { results: vec![7], ..tanh() }]),
    ] {
        let fault = body(&ctx, &fragment(vec![op], regions)).map(drop).expect_err("no loop");
        assert_eq!(fault.code, "plugin-fragment", "{fault:?}");
    }
    let inside = NewOp { regions: vec![0], ..op("tfl.tanh", &[0], Vec::new()) };
    let nested = Region { params: param(), ops: vec![inside], results: vec![1] };
    assert!(body(&ctx, &fragment(vec![loop_op()], vec![cond(), nested])).is_err());
}

fn custom(code: &str, options: Vec<OptionEntry>) -> Vec<NamedAttr> {
    vec![attr("custom_code", Attr::Text(code.into())), attr("custom_option", Attr::Options(options))]
}

#[test]
fn options_become_a_flexbuffer() {
    dialects::link();
    let ctx = Context::new();
    let entry = |parent, key: &str, value| OptionEntry { parent, key: key.into(), value };
    let options = vec![
        entry(None, "axis", OptionValue::Int(-1)),
        entry(None, "inner", OptionValue::Fields),
        entry(Some(1), "name", OptionValue::Text("x".into())),
        entry(None, "list", OptionValue::Items),
        entry(Some(3), "", OptionValue::Bytes(vec![1, 2])),
        entry(Some(3), "", OptionValue::Null),
    ];
    let graph = body(&ctx, &fragment(vec![op("tfl.custom", &[1], custom("Mine", options))], Vec::new()));
    let graph = graph.expect("a custom operation");
    let made = graph.all_ops().into_iter().find(|&op| graph.is(&ctx, op, "tfl.custom")).expect("it is there");
    let option = ctx.dict_get(graph.props(made), "custom_option").expect("options");
    let id = passes::constants::constant_of_attr(&ctx, option).expect("bytes");
    let bytes = ctx.const_bytes(id).expect("bytes").into_owned();
    // A map as the root, its numbers eight bytes wide; keys are in the order of their bytes.
    assert_eq!(bytes[bytes.len() - 2..], [9 << 2 | 3, 8]);
    let at = |key: &str| bytes.windows(key.len()).position(|part| part == key.as_bytes()).expect("a key");
    assert!(at("axis\0") < at("inner\0") && at("inner\0") < at("list\0") && at("name\0") > 0);
}
