//! Look-ups and rows of the `tf` dialect.

use core_ir::spec::{Arity, AttrKind, DefaultValue, ElemRule, ElemSet, Presence, Traits};

use super::{ArgDef, ArgElem, AttrDef, OpDef, find_op, names_of, spec_from_op_def};

#[test]
fn every_name_is_found_and_no_name_is_in_both_tables() {
    let names = names_of("tf");
    assert_eq!(names.len(), 1908 + 6, "the registry and the ops that only MLIR has");
    for name in &names {
        assert_eq!(find_op(name).unwrap_or_else(|| panic!("{name}")).name, *name);
    }
    assert_eq!(
        names_of("tf_saved_model"),
        ["tf_saved_model.asset", "tf_saved_model.global_tensor", "tf_saved_model.session_initializer"]
    );
    assert!(find_op("tf_saved_model.asset").is_some());
    assert!(find_op("tf.NoSuchOp").is_none() && find_op("Conv2D").is_none() && find_op("tf.").is_none());
}

#[test]
fn a_convolution_has_its_defaults() {
    let row = find_op("tf.Conv2D").unwrap();
    assert!(row.traits.has(Traits::PURE));
    assert_eq!(row.operands.len(), 2);
    assert_eq!(row.operands[0].elems, ElemRule::TypeAttr(0));
    assert_eq!(row.attrs[0].presence, Presence::Derived);
    let presence = |name: &str| &row.attr(name).unwrap().1.presence;
    assert_eq!(*presence("strides"), Presence::Required);
    assert_eq!(*presence("data_format"), Presence::Default(DefaultValue::Str("NHWC".into())));
    assert_eq!(*presence("dilations"), Presence::Default(DefaultValue::Ints(vec![1, 1, 1, 1].into())));
    assert_eq!(*presence("explicit_paddings"), Presence::Default(DefaultValue::EmptyList));
    assert_eq!(row.attr("strides").unwrap().1.kind, AttrKind::Ints(64));
}

#[test]
fn argument_lists_know_their_attribute() {
    let concat = find_op("tf.ConcatV2").unwrap();
    assert_eq!(concat.operands[0].arity, Arity::NumberAttr(0));
    assert_eq!(concat.attr("N").unwrap().1.presence, Presence::Derived);
    let call = find_op("tf.PartitionedCall").unwrap();
    assert!(matches!(call.operands[0].arity, Arity::TypeListAttr(_)));
    assert_eq!(call.attr("f").unwrap().1.kind, AttrKind::Symbol);
}

#[test]
fn groups_are_told_apart_by_their_sizes() {
    let ctx = core_ir::Context::new();
    let row = find_op("tf.ParseExampleV2").unwrap();
    let sizes = |list: &[i64]| {
        let attr = ctx.i64_array_attr(list);
        ctx.dict([(ctx.str("resultSegmentSizes"), attr)])
    };
    assert!(row.attr("resultSegmentSizes").is_some() && row.attr("operandSegmentSizes").is_none());
    let split = |list: &[i64], count| row.result_segments(&ctx, sizes(list), count);
    assert_eq!(split(&[2, 2, 2, 1, 0, 0], 7), Some(vec![2, 2, 2, 1, 0, 0]));
    assert_eq!(split(&[2, 2, 2, 1, 0, i64::MAX], 7), None);
    assert_eq!(split(&[2, 2], 4), None);
}

#[test]
fn every_inference_function_reaches_its_row() {
    for (name, _) in crate::shape::INFER {
        let spec = core_ir::registry::DialectRegistry::linked().find_op(name);
        let spec = spec.unwrap_or_else(|| panic!("`{name}` is no operation"));
        assert!(spec.hooks.infer.is_some(), "{name}");
    }
}

#[test]
fn state_is_never_pure() {
    for name in ["tf.ReadVariableOp", "tf.Assign", "tf.RandomUniform", "tf.Switch", "tf.Placeholder", "tf.If"]
    {
        let traits = find_op(name).unwrap().traits;
        assert!(!traits.has(Traits::PURE) && traits.has(Traits::STATEFUL), "{name}");
    }
    for name in ["tf.AddV2", "tf.Const", "tf.StatelessWhile", "tf.TensorListSetItem"] {
        let traits = find_op(name).unwrap().traits;
        assert!(traits.has(Traits::PURE) && !traits.has(Traits::STATEFUL), "{name}");
    }
    assert!(find_op("tf.Const").unwrap().traits.has(Traits::CONSTANT_LIKE));
}

#[test]
fn an_op_of_a_model_becomes_a_row() {
    let def = OpDef {
        name: "MyOp".into(),
        inputs: vec![ArgDef {
            name: "x".into(),
            elem: ArgElem::Fixed("f32".into()),
            number_attr: Some("N".into()),
            is_ref: false,
        }],
        outputs: vec![],
        attrs: vec![AttrDef {
            name: "N".into(),
            kind: "int".into(),
            default: None,
            allowed: vec![],
            minimum: Some(1),
        }],
        ..OpDef::default()
    };
    let row = spec_from_op_def(&def).unwrap();
    assert_eq!(row.name, "tf.MyOp");
    let f32_only = ElemSet(1 << ElemSet::bit("f32").unwrap());
    assert_eq!(row.operands[0].elems, ElemRule::In(f32_only));
    let mut broken = def.clone();
    broken.attrs.clear();
    assert_eq!(spec_from_op_def(&broken).unwrap_err(), "names an attribute `N` that it has not");
    let mut broken = def;
    broken.attrs[0].kind = "complex".into();
    assert!(spec_from_op_def(&broken).unwrap_err().contains("unknown kind"));
}
