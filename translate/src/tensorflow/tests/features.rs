//! Parts of models that not every model has.

use super::*;

/// A model whose table is filled from the asset file `file` when it is loaded.
fn with_table(file: &str) -> ModelBuilder {
    let table =
        [("shared_name", a_string("t")), ("key_dtype", a_type(STRING)), ("value_dtype", a_type(FLOAT))];
    let columns = [("key_index", a_int(-2)), ("value_index", a_int(-1))];
    let missing = [("dtype", a_type(FLOAT)), ("value", a_tensor(floats(&[], &[0.5])))];
    let text = [("dtype", a_type(STRING))];
    let asset = Msg::new().msg(1, tensor_info("path:0", STRING, &[])).bytes(2, file);
    let init = Msg::new().entry(2, "__saved_model_init_op", Msg::new().bytes(1, "init"));
    ModelBuilder {
        nodes: vec![
            node("keys", "Placeholder", &[], &text),
            node("path", "Placeholder", &[], &text),
            node("table", "HashTableV2", &[], &table),
            node("fill", "InitializeTableFromTextFileV2", &["table", "path"], &columns),
            node("init", "NoOp", &["^fill"], &[]),
            node("missing", "Const", &[], &missing),
            node("find", "LookupTableFindV2", &["table", "keys", "missing"], &[]),
        ],
        inputs: vec![("keys", tensor_info("keys:0", STRING, &[-1]))],
        outputs: vec![("values", tensor_info("find:0", FLOAT, &[-1]))],
        more_meta: Msg::new().entry(5, "__saved_model_init_op", init).msg(6, asset),
        ..ModelBuilder::default()
    }
}

#[test]
fn initialization_and_assets_are_part_of_the_module() {
    let dir = write(&with_table("words.txt"));
    dir.write("assets/words.txt", b"a\nb\n");
    let ctx = Context::new();
    let Imported { module, .. } = module(&ctx, dir.path());
    let asset = symbol(&ctx, &module, "words.txt");
    assert_eq!(ctx.dict_get(module.props(asset), "filename"), Some(ctx.str_attr("assets/words.txt")));
    let contents = ctx.attr_of(ctx.dict_get(module.attrs(asset), "tfl_opt.contents").unwrap());
    let &Attr::Elements(contents) = contents else { panic!("{contents:?}") };
    assert_eq!(ctx.const_bytes(contents).as_deref(), Some(&b"a\nb\n"[..]));
    assert_eq!(
        ops(&ctx, &module, "__saved_model_init"),
        ["tf.Const", "tf.HashTableV2", "tf.InitializeTableFromTextFileV2", "func.return"]
    );
    assert_eq!(
        ops(&ctx, &module, "serving_default"),
        ["tf.HashTableV2", "tf.Const", "tf.LookupTableFindV2", "func.return"]
    );
    let block = module.entry().unwrap();
    let names: Vec<&str> = module.ops_in(block).map(|op| ctx.op_text(module.op_name(op))).collect();
    assert!(names.contains(&"tf_saved_model.session_initializer"));
}

#[test]
fn an_asset_stays_inside_of_the_model() {
    for file in ["../secret.txt", "/etc/hostname", "a/../../b"] {
        assert_eq!(codes(&with_table(file)), ["asset-outside"], "{file}");
    }
    assert_eq!(codes(&with_table("missing.txt")), ["asset-missing"]);
}

#[test]
fn a_function_may_be_called_by_its_name() {
    let t = [("T", a_type(FLOAT))];
    let float = [("dtype", a_type(FLOAT))];
    let body = [node("n", "Neg", &["a"], &t)];
    let constant = [("dtype", a_type(FLOAT)), ("value", a_tensor(floats(&[], &[0.5])))];
    let model = ModelBuilder {
        nodes: vec![
            node("half", "Const", &[], &constant),
            node("default", "PlaceholderWithDefault", &["half"], &float),
            node("call", "negate", &["default"], &[]),
        ],
        functions: vec![function("negate", &[("a", FLOAT)], &body, &[("r", "n:y:0")])],
        outputs: vec![("y", tensor_info("call:0", FLOAT, &[]))],
        ..ModelBuilder::default()
    };
    let ctx = Context::new();
    let Imported { module, .. } = module(&ctx, write(&model).path());
    assert_eq!(
        ops(&ctx, &module, "serving_default"),
        ["tf.Const", "tf.StatefulPartitionedCall", "func.return"]
    );
    assert_eq!(ops(&ctx, &module, "negate"), ["tf.Neg", "func.return"]);
}

/// [`version_2`] with a loop that takes the variable along; `body` is the loop's body.
fn with_loop(body: &[Msg], returned: &str) -> ModelBuilder {
    let types = [FLOAT, RESOURCE];
    let attrs = [("T", a_types(&types)), ("cond", a_func("cond")), ("body", a_func("body"))];
    let nodes = [
        node("loop", "While", &["x", "w"], &attrs),
        node("y", "ReadVariableOp", &["loop:output:1"], &[("dtype", a_type(FLOAT))]),
    ];
    let args = [("x", FLOAT), ("w", RESOURCE)];
    let mut model = version_2();
    model.functions[0] = function("inner", &args, &nodes, &[("y", "y:value:0")]);
    model.functions.push(function("cond", &args, &[], &[("go", "x")]));
    model.functions.push(function("body", &args, body, &[("x", returned), ("w", "w")]));
    model
}

#[test]
fn a_loop_that_only_carries_a_variable_leaves_it_immutable() {
    let float = [("dtype", a_type(FLOAT))];
    let read = node("r", "ReadVariableOp", &["w"], &float);
    let write_it = node("set", "AssignVariableOp", &["w", "x"], &float);
    for (body, is_mutable) in [(vec![read.clone()], false), (vec![read, write_it], true)] {
        let ctx = Context::new();
        let Imported { module, .. } = module(&ctx, write(&with_loop(&body, "r:value:0")).path());
        let global = symbol(&ctx, &module, "w");
        assert_eq!(ctx.dict_get(module.props(global), "is_mutable").is_some(), is_mutable);
    }
}

#[test]
fn constants_are_read_in_every_form() {
    let tensor = |dtype: i64, dims: &[i64]| Msg::new().int(1, dtype).msg(2, shape(dims));
    let cases: Vec<(Msg, &[u8])> = vec![
        // The last element given stands for those that follow.
        (
            tensor(3, &[4]).int(7, 1).int(7, -2),
            &[1, 0, 0, 0, 254, 255, 255, 255, 254, 255, 255, 255, 254, 255, 255, 255],
        ),
        (tensor(4, &[3]).int(7, 200), &[200, 200, 200]),
        (tensor(9, &[1]), &[0; 8]),
        (tensor(10, &[2]).int(11, 1).int(11, 0), &[1, 0]),
        (tensor(14, &[1]).int(13, 0x3f80), &[0x80, 0x3f]),
        (tensor(6, &[2]).bytes(4, [1, 255]), &[1, 255]),
        (tensor(29, &[2]).int(7, -1).int(7, 3), &[255, 3]),
        (tensor(9, &[0, 5]), &[]),
    ];
    for (value, bytes) in cases {
        let mut model = version_2();
        let dtype = i64::from(value.0[1]);
        model.nodes[3] = node("main", "Const", &[], &[("dtype", a_type(dtype)), ("value", a_tensor(value))]);
        let ctx = Context::new();
        let Imported { module, .. } = module(&ctx, write(&model).path());
        let graph = module.inner(symbol(&ctx, &module, "serving_default")).unwrap();
        let id = value_of(&ctx, graph, only_op(&ctx, graph, "tf.Const"));
        assert_eq!(ctx.const_bytes(id).as_deref(), Some(bytes), "type {dtype}");
    }
}

#[test]
fn the_registry_knows_what_a_graph_leaves_out() {
    let t = [("T", a_type(FLOAT))];
    let model = ModelBuilder {
        nodes: vec![
            node("x", "Placeholder", &[], &[("dtype", a_type(FLOAT)), ("shape", a_shape(&[4, 2]))]),
            node("axis", "Const", &[], &[("dtype", a_type(3)), ("value", a_tensor(Msg::new().int(1, 3)))]),
            node("halves", "Split", &["axis", "x"], &[("T", a_type(FLOAT)), ("num_split", a_int(2))]),
            node("y", "Neg", &["halves:1"], &t),
            // Its `out_type` has a default.
            node("shape", "Shape", &["y"], &t),
        ],
        ..ModelBuilder::default()
    };
    let dir = TempDir::new();
    dir.write("graph.pb", &model.graph_def().0);
    let ctx = Context::new();
    let Imported { module, .. } = module(&ctx, &dir.path().join("graph.pb"));
    assert_eq!(ops(&ctx, &module, "main"), ["tf.Const", "tf.Split", "tf.Neg", "tf.Shape", "func.return"]);
    let graph = module.inner(symbol(&ctx, &module, "main")).unwrap();
    let shape = only_op(&ctx, graph, "tf.Shape");
    assert_eq!(graph.result_types(shape).collect::<Vec<_>>(), [ctx.unranked(core_ir::TypeId::I32)]);
    assert_eq!(graph.results(only_op(&ctx, graph, "tf.Split")).len(), 2);
}
