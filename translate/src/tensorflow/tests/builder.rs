//! Writes tiny models byte by byte. Field numbers are written here a second time on purpose: they check those of the
//! reader.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A directory that is removed when dropped.
pub(super) struct TempDir(PathBuf);

impl TempDir {
    pub(super) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("tfl-opt-test-{}-{count}", std::process::id()));
        std::fs::create_dir_all(path.join("variables")).unwrap();
        Self(path)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    pub(super) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(super) fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

/// A protobuf message under construction.
#[derive(Clone, Default)]
pub(super) struct Msg(pub(super) Vec<u8>);

impl Msg {
    pub(super) fn new() -> Self {
        Self::default()
    }

    pub(super) fn bytes(mut self, number: u64, bytes: impl AsRef<[u8]>) -> Self {
        self.0.extend(varint(number << 3 | 2));
        self.0.extend(varint(bytes.as_ref().len() as u64));
        self.0.extend(bytes.as_ref());
        self
    }

    pub(super) fn msg(self, number: u64, message: Msg) -> Self {
        self.bytes(number, message.0)
    }

    pub(super) fn int(mut self, number: u64, value: i64) -> Self {
        self.0.extend(varint(number << 3));
        self.0.extend(varint(value as u64));
        self
    }

    pub(super) fn fixed32(mut self, number: u64, value: u32) -> Self {
        self.0.extend(varint(number << 3 | 5));
        self.0.extend(value.to_le_bytes());
        self
    }

    /// A map entry.
    pub(super) fn entry(self, number: u64, key: &str, value: Msg) -> Self {
        self.msg(number, Msg::new().bytes(1, key).msg(2, value))
    }
}

pub(super) const FLOAT: i64 = 1;
pub(super) const STRING: i64 = 7;
pub(super) const RESOURCE: i64 = 20;

pub(super) fn shape(dims: &[i64]) -> Msg {
    dims.iter().fold(Msg::new(), |shape, &dim| shape.msg(2, Msg::new().int(1, dim)))
}

pub(super) fn a_string(text: &str) -> Msg {
    Msg::new().bytes(2, text)
}

pub(super) fn a_int(value: i64) -> Msg {
    Msg::new().int(3, value)
}

pub(super) fn a_type(dtype: i64) -> Msg {
    Msg::new().int(6, dtype)
}

pub(super) fn a_shape(dims: &[i64]) -> Msg {
    Msg::new().msg(7, shape(dims))
}

pub(super) fn a_tensor(tensor: Msg) -> Msg {
    Msg::new().msg(8, tensor)
}

pub(super) fn a_func(name: &str) -> Msg {
    Msg::new().msg(10, Msg::new().bytes(1, name))
}

pub(super) fn a_types(types: &[i64]) -> Msg {
    Msg::new().msg(1, types.iter().fold(Msg::new(), |list, &dtype| list.int(6, dtype)))
}

pub(super) fn a_shapes(shapes: &[&[i64]]) -> Msg {
    Msg::new().msg(1, shapes.iter().fold(Msg::new(), |list, dims| list.msg(7, shape(dims))))
}

/// A string tensor of rank 1.
pub(super) fn strings(texts: &[&str]) -> Msg {
    let tensor = Msg::new().int(1, STRING).msg(2, shape(&[texts.len() as i64]));
    texts.iter().fold(tensor, |tensor, text| tensor.bytes(8, text))
}

/// A float tensor.
pub(super) fn floats(dims: &[i64], values: &[f32]) -> Msg {
    Msg::new().int(1, FLOAT).msg(2, shape(dims)).bytes(4, le_bytes(values))
}

pub(super) fn le_bytes(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// A `NodeDef`.
pub(super) fn node(name: &str, op: &str, inputs: &[&str], attrs: &[(&str, Msg)]) -> Msg {
    let node = inputs.iter().fold(Msg::new().bytes(1, name).bytes(2, op), |node, input| node.bytes(3, input));
    attrs.iter().fold(node, |node, (key, value)| node.entry(5, key, value.clone()))
}

/// An `ArgDef`: a fixed type, or a type attribute and perhaps a number attribute.
pub(super) fn arg(name: &str, dtype: i64, type_attr: &str, number_attr: &str) -> Msg {
    let mut arg = Msg::new().bytes(1, name);
    if dtype != 0 {
        arg = arg.int(3, dtype);
    }
    for (number, attr) in [(4, type_attr), (5, number_attr)] {
        if !attr.is_empty() {
            arg = arg.bytes(number, attr);
        }
    }
    arg
}

pub(super) fn list_arg(name: &str, type_list_attr: &str) -> Msg {
    Msg::new().bytes(1, name).bytes(6, type_list_attr)
}

/// An `OpDef`.
pub(super) fn op_def(
    name: &str,
    inputs: &[Msg],
    outputs: &[Msg],
    attrs: &[(&str, &str)],
    is_stateful: bool,
) -> Msg {
    let mut def = Msg::new().bytes(1, name);
    for (number, args) in [(2, inputs), (3, outputs)] {
        def = args.iter().fold(def, |def, arg| def.msg(number, arg.clone()));
    }
    def = attrs.iter().fold(def, |def, (name, kind)| def.msg(4, Msg::new().bytes(1, name).bytes(2, kind)));
    if is_stateful { def.int(17, 1) } else { def }
}

/// The definitions of the ops that `graph` mentions, `Test>Split` being a custom one.
fn op_list(graph: &Msg) -> Msg {
    let t = |name| arg(name, 0, "T", "");
    let d = |name| arg(name, 0, "dtype", "");
    let fixed = |name, dtype| arg(name, dtype, "", "");
    let resource = || fixed("resource", RESOURCE);
    let variable =
        [("dtype", "type"), ("shape", "shape"), ("shared_name", "string"), ("container", "string")];
    let call = [("Tin", "list(type)"), ("Tout", "list(type)"), ("f", "func")];
    let restore = [fixed("prefix", STRING), fixed("tensor_names", STRING), fixed("shape_and_slices", STRING)];
    [
        op_def("Placeholder", &[], &[d("output")], &[("dtype", "type"), ("shape", "shape")], false),
        op_def("Const", &[], &[d("output")], &[("dtype", "type"), ("value", "tensor")], false),
        op_def("Identity", &[t("input")], &[t("output")], &[("T", "type")], false),
        op_def("Neg", &[t("x")], &[t("y")], &[("T", "type")], false),
        op_def(
            "MatMul",
            &[t("a"), t("b")],
            &[t("product")],
            &[("T", "type"), ("transpose_b", "bool")],
            false,
        ),
        op_def("NoOp", &[], &[], &[], false),
        op_def("VarHandleOp", &[], &[resource()], &variable, true),
        op_def("VariableV2", &[], &[d("ref").int(16, 1)], &variable, true),
        op_def("Assign", &[t("ref").int(16, 1), t("value")], &[t("output_ref")], &[("T", "type")], false),
        op_def("ReadVariableOp", &[resource()], &[d("value")], &[("dtype", "type")], true),
        op_def("AssignVariableOp", &[resource(), d("value")], &[], &[("dtype", "type")], true),
        op_def("RestoreV2", &restore, &[list_arg("tensors", "dtypes")], &[("dtypes", "list(type)")], true),
        op_def(
            "StatefulPartitionedCall",
            &[list_arg("args", "Tin")],
            &[list_arg("output", "Tout")],
            &call,
            true,
        ),
        op_def(
            "Test>Split",
            &[t("value")],
            &[arg("parts", 0, "T", "N"), fixed("note", STRING)],
            &[("T", "type"), ("N", "int"), ("mode", "string")],
            false,
        ),
        op_def("PlaceholderWithDefault", &[d("input")], &[d("output")], &[("dtype", "type")], false),
        op_def("HashTableV2", &[], &[fixed("table_handle", RESOURCE)], &[("shared_name", "string")], true),
        op_def("InitializeTableFromTextFileV2", &[resource(), fixed("filename", STRING)], &[], &[], true),
        op_def(
            "LookupTableFindV2",
            &[resource(), fixed("keys", STRING), fixed("default_value", FLOAT)],
            &[fixed("values", FLOAT)],
            &[],
            true,
        ),
        op_def(
            "While",
            &[list_arg("input", "T")],
            &[list_arg("output", "T")],
            &[("T", "list(type)"), ("cond", "func"), ("body", "func")],
            true,
        ),
        op_def(
            "Switch",
            &[t("data"), fixed("pred", 10)],
            &[t("output_false"), t("output_true")],
            &[("T", "type")],
            false,
        ),
    ]
    .into_iter()
    .filter(|def| is_mentioned(graph, def))
    .fold(Msg::new(), |list, def| list.msg(1, def))
}

/// Whether the name of the op, which is the first field of its definition, is anywhere in `graph`.
fn is_mentioned(graph: &Msg, def: &Msg) -> bool {
    let name = &def.0[2..2 + usize::from(def.0[1])];
    graph.0.windows(name.len()).any(|part| part == name)
}

/// A `FunctionDef`.
pub(super) fn function(name: &str, args: &[(&str, i64)], nodes: &[Msg], rets: &[(&str, &str)]) -> Msg {
    let arg_of = |(name, dtype): &(&str, i64)| arg(name, *dtype, "", "");
    let inputs: Vec<Msg> = args.iter().map(arg_of).collect();
    let outputs: Vec<Msg> = rets.iter().map(|(name, _)| arg(name, FLOAT, "", "")).collect();
    let def = Msg::new().msg(1, op_def(name, &inputs, &outputs, &[], true));
    let def = nodes.iter().fold(def, |def, node| def.msg(3, node.clone()));
    rets.iter().fold(def, |def, (name, value)| def.msg(4, Msg::new().bytes(1, name).bytes(2, value)))
}

/// A `TensorInfo`.
pub(super) fn tensor_info(name: &str, dtype: i64, dims: &[i64]) -> Msg {
    Msg::new().bytes(1, name).int(2, dtype).msg(3, shape(dims))
}

/// A `SavedModel` of one graph.
#[derive(Default)]
pub(super) struct ModelBuilder {
    pub(super) nodes: Vec<Msg>,
    pub(super) functions: Vec<Msg>,
    pub(super) inputs: Vec<(&'static str, Msg)>,
    pub(super) outputs: Vec<(&'static str, Msg)>,
    pub(super) restore_op: &'static str,
    pub(super) more_meta: Msg,
}

impl ModelBuilder {
    pub(super) fn graph_def(&self) -> Msg {
        let graph = self.nodes.iter().fold(Msg::new(), |graph, node| graph.msg(1, node.clone()));
        let library = self.functions.iter().fold(Msg::new(), |library, f| library.msg(1, f.clone()));
        graph.msg(2, library)
    }

    pub(super) fn build(&self) -> Vec<u8> {
        let info = Msg::new().msg(2, op_list(&self.graph_def())).bytes(4, "serve");
        let mut signature = Msg::new();
        for (number, ports) in [(1, &self.inputs), (2, &self.outputs)] {
            signature =
                ports.iter().fold(signature, |def, (name, info)| def.entry(number, name, info.clone()));
        }
        let saver = Msg::new().bytes(3, self.restore_op);
        let mut meta = Msg::new().msg(1, info).msg(2, self.graph_def()).msg(3, saver);
        meta = meta.entry(5, "serving_default", signature);
        meta.0.extend(&self.more_meta.0);
        Msg::new().int(1, 1).msg(2, meta).0
    }
}

pub(super) fn masked_crc(bytes: &[u8]) -> u32 {
    let crc = crc32c::crc32c(bytes);
    crc.rotate_right(15).wrapping_add(0xa282_ead8)
}

/// A `BundleEntryProto`.
pub(super) fn bundle_entry(dtype: i64, dims: &[i64], shard: i64, offset: usize, bytes: &[u8]) -> Msg {
    let entry = Msg::new().int(1, dtype).msg(2, shape(dims)).int(3, shard);
    entry.int(4, offset as i64).int(5, bytes.len() as i64).fixed32(6, masked_crc(bytes))
}

/// The index file with `entries`, which are in key order, after a header for `shards` shards.
pub(super) fn index_file(shards: i64, entries: &[(Vec<u8>, Msg)], snappy: bool) -> Vec<u8> {
    let header = (Vec::new(), Msg::new().int(1, shards).msg(3, Msg::new().int(1, 1)));
    let mut file = Vec::new();
    // Two entries a block, keys sharing what prefix they can.
    let mut index = Vec::new();
    let all: Vec<(Vec<u8>, Msg)> = [header].into_iter().chain(entries.iter().cloned()).collect();
    for pair in all.chunks(2) {
        let handle = push_block(&mut file, &block(pair), snappy);
        index.push((pair.last().unwrap().0.clone(), Msg(handle)));
    }
    let metaindex = push_block(&mut file, &block(&[]), snappy);
    let index = push_block(&mut file, &block(&index), snappy);
    let mut footer = [metaindex, index].concat();
    footer.resize(40, 0);
    footer.extend(0xdb47_7524_8b80_fb57_u64.to_le_bytes());
    file.extend(footer);
    file
}

fn block(entries: &[(Vec<u8>, Msg)]) -> Vec<u8> {
    let mut block = Vec::new();
    let mut last: &[u8] = &[];
    for (key, value) in entries {
        let shared = last.iter().zip(key).take_while(|(a, b)| a == b).count();
        block.extend(varint(shared as u64));
        block.extend(varint((key.len() - shared) as u64));
        block.extend(varint(value.0.len() as u64));
        block.extend(&key[shared..]);
        block.extend(&value.0);
        last = key;
    }
    block.extend([0; 4]);
    block.extend(1u32.to_le_bytes());
    block
}

/// Appends a block with its trailer and gives its handle.
fn push_block(file: &mut Vec<u8>, contents: &[u8], snappy: bool) -> Vec<u8> {
    let mut stored =
        if snappy { snap::raw::Encoder::new().compress_vec(contents).unwrap() } else { contents.to_vec() };
    let handle = [varint(file.len() as u64), varint(stored.len() as u64)].concat();
    stored.push(u8::from(snappy));
    let crc = masked_crc(&stored);
    file.extend(stored);
    file.extend(crc.to_le_bytes());
    handle
}
