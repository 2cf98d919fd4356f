//! Imports of tiny models that are written byte by byte.

mod builder;
mod damage;
mod features;

use core_ir::diag::{Diagnostic, Diagnostics};
use core_ir::{Attr, ConstId, Context, Graph, Op};

use super::*;
use builder::*;

/// The key that the test models restore their variable from.
const KEY: &str = "w/.ATTRIBUTES/VARIABLE_VALUE";
const WEIGHTS: [f32; 6] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];

/// A model of TensorFlow 2: a variable that is restored by a function, and used in one that calls another.
fn version_2() -> ModelBuilder {
    let variable = [("dtype", a_type(FLOAT)), ("shape", a_shape(&[2, 3])), ("shared_name", a_string("w"))];
    let call = |name, inputs: &[&str], f, tin: &[i64], tout: &[i64]| {
        let attrs = [("Tin", a_types(tin)), ("Tout", a_types(tout)), ("f", a_func(f))];
        node(name, "StatefulPartitionedCall", inputs, &attrs)
    };
    let text = |name, value: &str| {
        node(name, "Const", &[], &[("dtype", a_type(STRING)), ("value", a_tensor(strings(&[value])))])
    };
    let float = [("dtype", a_type(FLOAT))];
    let t = [("T", a_type(FLOAT))];
    let inner = [
        // Out of order on purpose.
        node("y", "Identity", &["split:parts:1", "^note"], &t),
        node(
            "split",
            "Test>Split",
            &["m:product:0"],
            &[("T", a_type(FLOAT)), ("N", a_int(2)), ("mode", a_string("\u{e9}"))],
        ),
        node(
            "m",
            "MatMul",
            &["x", "read:value:0"],
            &[("T", a_type(FLOAT)), ("_output_shapes", a_shapes(&[&[-1, 3]])), ("_mine", a_int(7))],
        ),
        node("read", "ReadVariableOp", &["w"], &float),
        node("note", "NoOp", &["^m"], &[]),
        node("unused", "Neg", &["x"], &t),
    ];
    let wrapper = [call("call", &["x", "w"], "inner", &[FLOAT, RESOURCE], &[FLOAT])];
    let restore = [
        text("names", KEY),
        text("slices", ""),
        node(
            "r",
            "RestoreV2",
            &["prefix", "names:output:0", "slices:output:0"],
            &[("dtypes", a_types(&[FLOAT]))],
        ),
        node("i", "Identity", &["r:tensors:0"], &t),
        node("a", "AssignVariableOp", &["v", "i:output:0"], &float),
    ];
    ModelBuilder {
        nodes: vec![
            node("x", "Placeholder", &[], &float),
            node("w", "VarHandleOp", &[], &variable),
            node("prefix", "Placeholder", &[], &[("dtype", a_type(STRING))]),
            call("main", &["x", "w"], "wrapper", &[FLOAT, RESOURCE], &[FLOAT]),
            call("restore", &["prefix", "w"], "restorer", &[STRING, RESOURCE], &[]),
        ],
        functions: vec![
            function("inner", &[("x", FLOAT), ("w", RESOURCE)], &inner, &[("y", "y:output:0")]),
            function("wrapper", &[("x", FLOAT), ("w", RESOURCE)], &wrapper, &[("y", "call:output:0")]),
            function("restorer", &[("prefix", STRING), ("v", RESOURCE)], &restore, &[]),
        ],
        inputs: vec![("x", tensor_info("x:0", FLOAT, &[-1, 2]))],
        outputs: vec![("y", tensor_info("main:0", FLOAT, &[-1, 3]))],
        restore_op: "restore",
        more_meta: Msg::new(),
    }
}

fn write(model: &ModelBuilder) -> TempDir {
    let dir = TempDir::new();
    dir.write("saved_model.pb", &model.build());
    let data = le_bytes(&WEIGHTS);
    dir.write("variables/variables.data-00000-of-00001", &data);
    let entries = [(KEY.as_bytes().to_vec(), bundle_entry(FLOAT, &[2, 3], 0, 0, &data))];
    dir.write("variables/variables.index", &index_file(1, &entries, false));
    dir
}

fn run(ctx: &Context, path: &Path) -> (Option<Imported>, Vec<Diagnostic>) {
    let mut diags = Diagnostics::new();
    let imported = import(ctx, path, &ImportOptions::default(), &mut diags).ok();
    assert_eq!(imported.is_none(), diags.has_errors());
    (imported, diags.into_vec())
}

fn module(ctx: &Context, path: &Path) -> Imported {
    let (imported, diags) = run(ctx, path);
    let imported = imported.unwrap_or_else(|| panic!("{diags:?}"));
    let mut faults = Diagnostics::new();
    assert!(core_ir::verifier::verify(ctx, &imported.module, &mut faults).is_ok(), "{:?}", faults.into_vec());
    imported
}

/// The codes of the errors that importing `model` gives.
fn codes(model: &ModelBuilder) -> Vec<&'static str> {
    error_codes(write(model).path())
}

fn error_codes(path: &Path) -> Vec<&'static str> {
    let (imported, diags) = run(&Context::new(), path);
    assert!(imported.is_none());
    diags.into_iter().filter(|d| d.severity == core_ir::Severity::Error).map(|d| d.code).collect()
}

fn symbol(ctx: &Context, module: &Graph, name: &str) -> Op {
    module.symbol(ctx, ctx.str(name)).unwrap_or_else(|| panic!("no symbol {name}"))
}

/// The names of the operations of a function.
fn ops<'c>(ctx: &'c Context, module: &Graph, function: &str) -> Vec<&'c str> {
    let graph = module.inner(symbol(ctx, module, function)).unwrap();
    graph.ops_in(graph.entry().unwrap()).map(|op| ctx.op_text(graph.op_name(op))).collect()
}

fn only_op(ctx: &Context, graph: &Graph, name: &str) -> Op {
    let found: Vec<Op> = graph.all_ops().into_iter().filter(|&op| graph.is(ctx, op, name)).collect();
    assert_eq!(found.len(), 1, "{name}");
    found[0]
}

fn value_of(ctx: &Context, graph: &Graph, op: Op) -> ConstId {
    match ctx.attr_of(ctx.dict_get(graph.props(op), "value").unwrap()) {
        Attr::Elements(id) => *id,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_model_of_version_2_becomes_functions_and_globals() {
    let dir = write(&version_2());
    let ctx = Context::new();
    assert_eq!(sniff(dir.path()), Some(Format::SavedModel));
    let Imported { module, stats } = module(&ctx, dir.path());
    assert_eq!(
        ops(&ctx, &module, "serving_default"),
        ["tf.VarHandleOp", "tf.StatefulPartitionedCall", "func.return"]
    );
    assert_eq!(ops(&ctx, &module, "wrapper"), ["tf.StatefulPartitionedCall", "func.return"]);
    assert_eq!(
        ops(&ctx, &module, "inner"),
        ["tf.ReadVariableOp", "tf.MatMul", "tf.Test>Split", "tf.Identity", "func.return"]
    );
    assert_eq!((stats.functions_imported, stats.functions_pruned), (2, 1));
    // The main graph gives 3 of 5 nodes, the functions 5 + 1 of 12.
    assert_eq!((stats.nodes_imported, stats.nodes_pruned), (9, 8));

    let global = symbol(&ctx, &module, "w");
    assert_eq!(ctx.op_text(module.op_name(global)), "tf_saved_model.global_tensor");
    let weights = value_of(&ctx, &module, global);
    assert_eq!(ctx.const_bytes(weights).as_deref(), Some(&le_bytes(&WEIGHTS)[..]));
    assert_eq!(ctx.const_type(weights), ctx.fixed_tensor(&[2, 3], core_ir::TypeId::F32));
    assert!(ctx.dict_get(module.props(global), "is_mutable").is_none());
}

#[test]
fn attributes_names_and_types_are_kept() {
    let dir = write(&version_2());
    let ctx = Context::new();
    let Imported { module, .. } = module(&ctx, dir.path());
    let inner = module.inner(symbol(&ctx, &module, "inner")).unwrap();
    let matmul = only_op(&ctx, inner, "tf.MatMul");
    assert_eq!(ctx.loc_name(inner.loc(matmul)), ctx.find_str("m"));
    assert_eq!(ctx.dict_get(inner.attrs(matmul), "_mine"), Some(ctx.i64_attr(7)));
    assert_eq!(ctx.dict_get(inner.attrs(matmul), "_output_shapes"), None);
    assert_eq!(ctx.dict_get(inner.props(matmul), "T"), None);
    let ranked = ctx.tensor(&[core_ir::Dim::Dynamic, core_ir::Dim::Fixed(3)], core_ir::TypeId::F32);
    assert_eq!(inner.result_types(matmul).collect::<Vec<_>>(), [ranked]);

    let split = only_op(&ctx, inner, "tf.Test>Split");
    assert_eq!(inner.results(split).len(), 3);
    assert_eq!(ctx.dict_get(inner.props(split), "mode"), Some(ctx.str_attr("\u{e9}")));
    let identity = only_op(&ctx, inner, "tf.Identity");
    assert_eq!(inner.operand(identity, 0), inner.results(split).get(1).copied());

    let main = symbol(&ctx, &module, "serving_default");
    let Some(Attr::Dict(entry)) =
        ctx.dict_get(module.attrs(main), "tf.entry_function").map(|a| ctx.attr_of(a))
    else {
        panic!("no tf.entry_function");
    };
    assert_eq!(ctx.dict_get(*entry, "inputs"), Some(ctx.str_attr("x:0")));
    assert_eq!(ctx.dict_get(*entry, "outputs"), Some(ctx.str_attr("main:0")));
    let graph = module.inner(main).unwrap();
    let arg = graph.block_args(graph.entry().unwrap())[0];
    let open = ctx.tensor(&[core_ir::Dim::Dynamic, core_ir::Dim::Fixed(2)], core_ir::TypeId::F32);
    assert_eq!(graph.value_type(arg), open);
}

#[test]
fn an_assigned_variable_is_mutable() {
    let mut model = version_2();
    let float = [("dtype", a_type(FLOAT))];
    let nodes = [
        node("id", "Identity", &["w"], &[("T", a_type(RESOURCE))]),
        node("set", "AssignVariableOp", &["id:output:0", "x"], &float),
        node("read", "ReadVariableOp", &["w", "^set"], &float),
    ];
    model.functions[0] =
        function("inner", &[("x", FLOAT), ("w", RESOURCE)], &nodes, &[("y", "read:value:0")]);
    let ctx = Context::new();
    let Imported { module, .. } = module(&ctx, write(&model).path());
    // Nothing uses the assignment's result, it stays for its effect, and before the read.
    assert_eq!(
        ops(&ctx, &module, "inner"),
        ["tf.Identity", "tf.AssignVariableOp", "tf.ReadVariableOp", "func.return"]
    );
    let global = symbol(&ctx, &module, "w");
    assert!(ctx.dict_get(module.props(global), "is_mutable").is_some());
}

/// A model of TensorFlow 1 whose variable `w` is restored by `restore_all`.
fn version_1(slice: &str) -> ModelBuilder {
    let variable = [("dtype", a_type(FLOAT)), ("shape", a_shape(&[2, 3])), ("container", a_string(""))];
    let text = |name, value: &str| {
        node(name, "Const", &[], &[("dtype", a_type(STRING)), ("value", a_tensor(strings(&[value])))])
    };
    let t = [("T", a_type(FLOAT))];
    ModelBuilder {
        nodes: vec![
            node("x", "Placeholder", &[], &[("dtype", a_type(FLOAT)), ("shape", a_shape(&[1, 2]))]),
            node("w", "VariableV2", &[], &variable),
            node("w/read", "Identity", &["w"], &t),
            node("y", "MatMul", &["x", "w/read"], &t),
            text("prefix", "model"),
            text("names", KEY),
            text("slices", slice),
            node("r", "RestoreV2", &["prefix", "names", "slices"], &[("dtypes", a_types(&[FLOAT]))]),
            node("a", "Assign", &["w", "r"], &t),
            node("restore_all", "NoOp", &["^a"], &[]),
        ],
        inputs: vec![("x", tensor_info("x:0", FLOAT, &[1, 2]))],
        outputs: vec![("y", tensor_info("y:0", FLOAT, &[1, 3]))],
        restore_op: "restore_all",
        ..ModelBuilder::default()
    }
}

#[test]
fn a_reference_variable_becomes_a_read_resource() {
    let ctx = Context::new();
    let Imported { module, .. } = module(&ctx, write(&version_1("")).path());
    assert_eq!(
        ops(&ctx, &module, "serving_default"),
        ["tf.VarHandleOp", "tf.ReadVariableOp", "tf.Identity", "tf.MatMul", "func.return"]
    );
    assert!(ctx.dict_get(module.props(symbol(&ctx, &module, "w")), "is_mutable").is_none());
}

/// A checkpoint of one tensor in two parts, columns 0 and 1..3; TensorFlow's code of the part keys is spelled out.
fn partitioned(dir: &TempDir) {
    let parts = [le_bytes(&[1.0, 4.0]), le_bytes(&[2.0, 3.0, 5.0, 6.0])];
    let extents = |start: i64, length: i64| {
        let full = Msg::new();
        Msg::new().msg(1, full).msg(1, Msg::new().int(1, start).int(2, length))
    };
    let key = |start: u8, length: u8| {
        let name = [&[0][..], KEY.as_bytes(), &[0, 1]].concat();
        // Two dimensions; the first is whole: 0 and -1.
        [&name[..], &[1, 2, 0x80, 0x7f, 0x80 | start, 0x80 | length]].concat()
    };
    let whole = Msg::new().int(1, FLOAT).msg(2, shape(&[2, 3])).msg(7, extents(0, 1)).msg(7, extents(1, 2));
    let entries = [
        (key(0, 1), bundle_entry(FLOAT, &[2, 1], 0, 0, &parts[0])),
        (key(1, 2), bundle_entry(FLOAT, &[2, 2], 0, 8, &parts[1])),
        (KEY.as_bytes().to_vec(), whole),
    ];
    dir.write("variables/variables.data-00000-of-00001", &parts.concat());
    dir.write("variables/variables.index", &index_file(1, &entries, true));
}

#[test]
fn a_partitioned_tensor_is_put_together() {
    let dir = write(&version_1(""));
    partitioned(&dir);
    let ctx = Context::new();
    let Imported { module, .. } = module(&ctx, dir.path());
    let weights = value_of(&ctx, &module, symbol(&ctx, &module, "w"));
    assert_eq!(ctx.const_bytes(weights).as_deref(), Some(&le_bytes(&WEIGHTS)[..]));
}

#[test]
fn a_part_of_a_partitioned_tensor_is_found() {
    let mut model = version_1("2 3 -:1,2");
    model.nodes[1] = node("w", "VariableV2", &[], &[("dtype", a_type(FLOAT)), ("shape", a_shape(&[2, 2]))]);
    let dir = write(&model);
    partitioned(&dir);
    let ctx = Context::new();
    let Imported { module, .. } = module(&ctx, dir.path());
    let weights = value_of(&ctx, &module, symbol(&ctx, &module, "w"));
    assert_eq!(ctx.const_bytes(weights).as_deref(), Some(&le_bytes(&[2.0, 3.0, 5.0, 6.0])[..]));
}

#[test]
fn without_a_restore_graph_the_object_graph_tells_the_key() {
    let mut model = version_2();
    model.restore_op = "";
    let child = |id, name| Msg::new().int(1, id).bytes(2, name);
    // Field 7 of the graph's entry is the object graph: a root with one child, a variable.
    let root = Msg::new().msg(1, child(1, "layer"));
    let variable = Msg::new().msg(7, Msg::new().int(1, FLOAT).bytes(6, "w"));
    model.more_meta = Msg::new().msg(7, Msg::new().msg(1, root).msg(1, variable));
    let dir = write(&model);
    let value = Msg::new().bytes(1, "VARIABLE_VALUE").bytes(3, KEY);
    let trackable =
        Msg::new().msg(1, Msg::new().msg(1, child(1, "layer"))).msg(1, Msg::new().msg(2, value)).0;

    let weights = le_bytes(&WEIGHTS);
    let length = varint(trackable.len() as u64);
    let length_crc = masked_crc(&(trackable.len() as u32).to_le_bytes()).to_le_bytes();
    let checked = [&(trackable.len() as u32).to_le_bytes()[..], &length_crc, &trackable].concat();
    let stored = [&length[..], &length_crc, &trackable].concat();
    let graph = Msg::new().int(1, STRING).msg(2, shape(&[])).int(4, 24).int(5, stored.len() as i64);
    let entries = [
        (b"_CHECKPOINTABLE_OBJECT_GRAPH".to_vec(), graph.fixed32(6, masked_crc(&checked))),
        (KEY.as_bytes().to_vec(), bundle_entry(FLOAT, &[2, 3], 0, 0, &weights)),
    ];
    dir.write("variables/variables.data-00000-of-00001", &[weights, stored].concat());
    dir.write("variables/variables.index", &index_file(1, &entries, false));
    let ctx = Context::new();
    let Imported { module, .. } = module(&ctx, dir.path());
    symbol(&ctx, &module, "w");
}

#[test]
fn a_graph_is_read_in_both_forms() {
    // Ops of bare graphs have to be registered; that of the test model serves.
    let ctx = Context::new();
    module(&ctx, write(&version_2()).path());
    let model = ModelBuilder {
        nodes: vec![
            node("x", "Placeholder", &[], &[("dtype", a_type(FLOAT)), ("shape", a_shape(&[-1, 2]))]),
            node(
                "c",
                "Const",
                &[],
                &[("dtype", a_type(FLOAT)), ("value", a_tensor(floats(&[2], &[1.5, -2.0])))],
            ),
            node("y", "MatMul", &["x", "c"], &[("T", a_type(FLOAT))]),
            node("z", "Neg", &["y"], &[("T", a_type(FLOAT))]),
        ],
        ..ModelBuilder::default()
    };
    let text = r#"
        node { name: "x" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } }
          attr { key: "shape" value { shape { dim { size: -1 } dim { size: 2 } } } } }
        node { name: "c" op: "Const" attr { key: "dtype" value { type: DT_FLOAT } } attr { key: "value" value { tensor {
          dtype: DT_FLOAT tensor_shape { dim { size: 2 } } float_val: [1.5, -2] } } } }
        node { name: "y" op: "MatMul" input: "x" input: "c" attr { key: "T" value { type: DT_FLOAT } } }
        node { name: "z" op: "Neg" input: "y" attr { key: "T" value { type: DT_FLOAT } } }
    "#;
    let dir = TempDir::new();
    dir.write("graph.pb", &model.graph_def().0);
    dir.write("graph.pbtxt", text.as_bytes());
    for (name, format) in [("graph.pb", Format::GraphDef), ("graph.pbtxt", Format::GraphDefText)] {
        let path = dir.path().join(name);
        assert_eq!(sniff(&path), Some(format));
        let Imported { module, .. } = module(&ctx, &path);
        assert_eq!(ops(&ctx, &module, "main"), ["tf.Const", "tf.MatMul", "tf.Neg", "func.return"]);
        let graph = module.inner(symbol(&ctx, &module, "main")).unwrap();
        let value = value_of(&ctx, graph, only_op(&ctx, graph, "tf.Const"));
        assert_eq!(ctx.const_bytes(value).as_deref(), Some(&le_bytes(&[1.5, -2.0])[..]));
    }
    let opts = ImportOptions {
        inputs: vec![("y".into(), Some(vec![4, 4]))],
        outputs: vec!["z".into()],
        ..ImportOptions::default()
    };
    let mut diags = Diagnostics::new();
    let cut = import(&ctx, &dir.path().join("graph.pb"), &opts, &mut diags).ok().unwrap();
    assert_eq!(ops(&ctx, &cut.module, "main"), ["tf.Neg", "func.return"]);
}

#[test]
fn a_model_that_defines_an_op_otherwise_than_was_said_before_is_told_of() {
    let dir = write(&version_2());
    let own = "op { name: 'Test>Split' input_arg { name: 'value' type_attr: 'T' } \
        output_arg { name: 'parts' type_attr: 'T' number_attr: 'N' } output_arg { name: 'note' type: DT_STRING } \
        attr { name: 'T' type: 'type' } attr { name: 'N' type: 'int' } attr { name: 'mode' type: 'string' } }";
    let warnings = |text: &str| {
        let ctx = Context::new();
        super::register_op_defs(&ctx, "definitions", text).expect("definitions");
        let (imported, diags) = run(&ctx, dir.path());
        assert!(imported.is_some(), "{diags:?}");
        diags.into_iter().filter(|diag| diag.code == "op-def").count()
    };
    assert_eq!(warnings(own), 0);
    assert_eq!(
        warnings(&own.replace("'mode' type: 'string'", "'mode' type: 'string' default_value { s: 'x' }")),
        1
    );

    let fault =
        |text: &str| super::register_op_defs(&Context::new(), "definitions", text).expect_err("a fault").code;
    assert_eq!(fault("op { nom: 'X' }"), "op-def");
    assert_eq!(fault("op { name: 'X' input_arg { name: 'a' type_attr: 'U' } }"), "op-def");
    assert_eq!(fault("op {"), "textproto-syntax");
}
