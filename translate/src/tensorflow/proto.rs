//! The protobuf messages of TensorFlow that an import needs, with field numbers by hand.
//!
//! Names and numbers are those of `tensorflow/core/framework/*.proto` and `tensorflow/core/protobuf/{saved_model,
//! meta_graph,saved_object_graph,trackable_object_graph,tensor_bundle,saver}.proto` (TensorFlow 2.21). Fields that are
//! left out are skipped by the decoder. `bytes` fields are [`Bytes`], so that decoding from a memory-mapped file leaves
//! weights where they are. Maps are `BTreeMap`s, so that no hash order reaches the result.

use std::collections::BTreeMap;

use prost::bytes::Bytes;
use prost::{Message, Oneof};

/// `tensorflow.SavedModel`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedModel {
    #[prost(int64, tag = "1")]
    pub(crate) saved_model_schema_version: i64,
    #[prost(message, repeated, tag = "2")]
    pub(crate) meta_graphs: Vec<MetaGraphDef>,
}

/// `tensorflow.MetaGraphDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct MetaGraphDef {
    #[prost(message, optional, tag = "1")]
    pub(crate) meta_info_def: Option<MetaInfoDef>,
    #[prost(message, optional, tag = "2")]
    pub(crate) graph_def: Option<GraphDef>,
    #[prost(message, optional, tag = "3")]
    pub(crate) saver_def: Option<SaverDef>,
    #[prost(btree_map = "string, message", tag = "4")]
    pub(crate) collection_def: BTreeMap<String, CollectionDef>,
    #[prost(btree_map = "string, message", tag = "5")]
    pub(crate) signature_def: BTreeMap<String, SignatureDef>,
    #[prost(message, repeated, tag = "6")]
    pub(crate) asset_file_def: Vec<AssetFileDef>,
    #[prost(message, optional, tag = "7")]
    pub(crate) object_graph_def: Option<SavedObjectGraph>,
}

/// `tensorflow.MetaGraphDef.MetaInfoDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct MetaInfoDef {
    #[prost(string, tag = "1")]
    pub(crate) meta_graph_version: String,
    #[prost(message, optional, tag = "2")]
    pub(crate) stripped_op_list: Option<OpList>,
    #[prost(string, repeated, tag = "4")]
    pub(crate) tags: Vec<String>,
    #[prost(string, tag = "5")]
    pub(crate) tensorflow_version: String,
    #[prost(string, tag = "6")]
    pub(crate) tensorflow_git_version: String,
    #[prost(bool, tag = "7")]
    pub(crate) stripped_default_attrs: bool,
    #[prost(btree_map = "string, string", tag = "8")]
    pub(crate) function_aliases: BTreeMap<String, String>,
}

/// `tensorflow.OpList`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct OpList {
    #[prost(message, repeated, tag = "1")]
    pub(crate) op: Vec<OpDef>,
}

/// `tensorflow.OpDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct OpDef {
    #[prost(string, tag = "1")]
    pub(crate) name: String,
    #[prost(message, repeated, tag = "2")]
    pub(crate) input_arg: Vec<ArgDef>,
    #[prost(message, repeated, tag = "3")]
    pub(crate) output_arg: Vec<ArgDef>,
    #[prost(message, repeated, tag = "4")]
    pub(crate) attr: Vec<AttrDef>,
    #[prost(bool, tag = "17")]
    pub(crate) is_stateful: bool,
    #[prost(bool, tag = "18")]
    pub(crate) is_commutative: bool,
    #[prost(bool, tag = "19")]
    pub(crate) allows_uninitialized_input: bool,
    #[prost(string, repeated, tag = "20")]
    pub(crate) control_output: Vec<String>,
}

/// `tensorflow.OpDef.ArgDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct ArgDef {
    #[prost(string, tag = "1")]
    pub(crate) name: String,
    #[prost(int32, tag = "3")]
    pub(crate) r#type: i32,
    #[prost(string, tag = "4")]
    pub(crate) type_attr: String,
    #[prost(string, tag = "5")]
    pub(crate) number_attr: String,
    #[prost(string, tag = "6")]
    pub(crate) type_list_attr: String,
    #[prost(message, repeated, tag = "7")]
    pub(crate) handle_data: Vec<DtypeAndShape>,
    #[prost(bool, tag = "16")]
    pub(crate) is_ref: bool,
}

/// `tensorflow.OpDef.AttrDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct AttrDef {
    #[prost(string, tag = "1")]
    pub(crate) name: String,
    #[prost(string, tag = "2")]
    pub(crate) r#type: String,
    #[prost(message, optional, tag = "3")]
    pub(crate) default_value: Option<AttrValue>,
    #[prost(bool, tag = "5")]
    pub(crate) has_minimum: bool,
    #[prost(int64, tag = "6")]
    pub(crate) minimum: i64,
    #[prost(message, optional, tag = "7")]
    pub(crate) allowed_values: Option<AttrValue>,
}

/// `tensorflow.ResourceHandleProto.DtypeAndShape`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct DtypeAndShape {
    #[prost(int32, tag = "1")]
    pub(crate) dtype: i32,
    #[prost(message, optional, tag = "2")]
    pub(crate) shape: Option<TensorShapeProto>,
}

/// `tensorflow.TensorShapeProto`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct TensorShapeProto {
    #[prost(message, repeated, tag = "2")]
    pub(crate) dim: Vec<ShapeDim>,
    #[prost(bool, tag = "3")]
    pub(crate) unknown_rank: bool,
}

/// `tensorflow.TensorShapeProto.Dim`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct ShapeDim {
    #[prost(int64, tag = "1")]
    pub(crate) size: i64,
    #[prost(string, tag = "2")]
    pub(crate) name: String,
}

/// `tensorflow.AttrValue`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct AttrValue {
    #[prost(oneof = "AttrValueValue", tags = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10")]
    pub(crate) value: Option<AttrValueValue>,
}

/// The kinds of [`AttrValue`]. The large ones are boxed: a graph has ten thousands of attributes, most of them small.
#[derive(Clone, PartialEq, Oneof)]
pub(crate) enum AttrValueValue {
    #[prost(message, boxed, tag = "1")]
    List(Box<AttrList>),
    #[prost(bytes = "bytes", tag = "2")]
    S(Bytes),
    #[prost(int64, tag = "3")]
    I(i64),
    #[prost(float, tag = "4")]
    F(f32),
    #[prost(bool, tag = "5")]
    B(bool),
    #[prost(int32, tag = "6")]
    Type(i32),
    #[prost(message, tag = "7")]
    Shape(TensorShapeProto),
    #[prost(message, boxed, tag = "8")]
    Tensor(Box<TensorProto>),
    #[prost(string, tag = "9")]
    Placeholder(String),
    #[prost(message, tag = "10")]
    Func(NameAttrList),
}

/// `tensorflow.TensorProto`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct TensorProto {
    #[prost(int32, tag = "1")]
    pub(crate) dtype: i32,
    #[prost(message, optional, tag = "2")]
    pub(crate) tensor_shape: Option<TensorShapeProto>,
    #[prost(int32, tag = "3")]
    pub(crate) version_number: i32,
    #[prost(bytes = "bytes", tag = "4")]
    pub(crate) tensor_content: Bytes,
    #[prost(float, repeated, tag = "5")]
    pub(crate) float_val: Vec<f32>,
    #[prost(double, repeated, tag = "6")]
    pub(crate) double_val: Vec<f64>,
    #[prost(int32, repeated, tag = "7")]
    pub(crate) int_val: Vec<i32>,
    #[prost(bytes = "bytes", repeated, tag = "8")]
    pub(crate) string_val: Vec<Bytes>,
    #[prost(float, repeated, tag = "9")]
    pub(crate) scomplex_val: Vec<f32>,
    #[prost(int64, repeated, tag = "10")]
    pub(crate) int64_val: Vec<i64>,
    #[prost(bool, repeated, tag = "11")]
    pub(crate) bool_val: Vec<bool>,
    #[prost(double, repeated, tag = "12")]
    pub(crate) dcomplex_val: Vec<f64>,
    #[prost(int32, repeated, tag = "13")]
    pub(crate) half_val: Vec<i32>,
    #[prost(message, repeated, tag = "14")]
    pub(crate) resource_handle_val: Vec<ResourceHandleProto>,
    #[prost(message, repeated, tag = "15")]
    pub(crate) variant_val: Vec<VariantTensorDataProto>,
    #[prost(uint32, repeated, tag = "16")]
    pub(crate) uint32_val: Vec<u32>,
    #[prost(uint64, repeated, tag = "17")]
    pub(crate) uint64_val: Vec<u64>,
    #[prost(bytes = "bytes", tag = "18")]
    pub(crate) float8_val: Bytes,
}

/// `tensorflow.ResourceHandleProto`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct ResourceHandleProto {
    #[prost(string, tag = "1")]
    pub(crate) device: String,
    #[prost(string, tag = "2")]
    pub(crate) container: String,
    #[prost(string, tag = "3")]
    pub(crate) name: String,
    #[prost(uint64, tag = "4")]
    pub(crate) hash_code: u64,
    #[prost(string, tag = "5")]
    pub(crate) maybe_type_name: String,
    #[prost(message, repeated, tag = "6")]
    pub(crate) dtypes_and_shapes: Vec<DtypeAndShape>,
}

/// `tensorflow.VariantTensorDataProto`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct VariantTensorDataProto {
    #[prost(string, tag = "1")]
    pub(crate) type_name: String,
    #[prost(bytes = "bytes", tag = "2")]
    pub(crate) metadata: Bytes,
    #[prost(message, repeated, tag = "3")]
    pub(crate) tensors: Vec<TensorProto>,
}

/// `tensorflow.AttrValue.ListValue`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct AttrList {
    #[prost(bytes = "bytes", repeated, tag = "2")]
    pub(crate) s: Vec<Bytes>,
    #[prost(int64, repeated, tag = "3")]
    pub(crate) i: Vec<i64>,
    #[prost(float, repeated, tag = "4")]
    pub(crate) f: Vec<f32>,
    #[prost(bool, repeated, tag = "5")]
    pub(crate) b: Vec<bool>,
    #[prost(int32, repeated, tag = "6")]
    pub(crate) r#type: Vec<i32>,
    #[prost(message, repeated, tag = "7")]
    pub(crate) shape: Vec<TensorShapeProto>,
    #[prost(message, repeated, tag = "8")]
    pub(crate) tensor: Vec<TensorProto>,
    #[prost(message, repeated, tag = "9")]
    pub(crate) func: Vec<NameAttrList>,
}

/// `tensorflow.NameAttrList`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct NameAttrList {
    #[prost(string, tag = "1")]
    pub(crate) name: String,
    #[prost(btree_map = "string, message", tag = "2")]
    pub(crate) attr: BTreeMap<String, AttrValue>,
}

/// `tensorflow.GraphDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct GraphDef {
    #[prost(message, repeated, tag = "1")]
    pub(crate) node: Vec<NodeDef>,
    #[prost(message, optional, tag = "2")]
    pub(crate) library: Option<FunctionDefLibrary>,
    #[prost(int32, tag = "3")]
    pub(crate) version: i32,
    #[prost(message, optional, tag = "4")]
    pub(crate) versions: Option<VersionDef>,
}

/// `tensorflow.NodeDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct NodeDef {
    #[prost(string, tag = "1")]
    pub(crate) name: String,
    #[prost(string, tag = "2")]
    pub(crate) op: String,
    #[prost(string, repeated, tag = "3")]
    pub(crate) input: Vec<String>,
    #[prost(string, tag = "4")]
    pub(crate) device: String,
    #[prost(btree_map = "string, message", tag = "5")]
    pub(crate) attr: BTreeMap<String, AttrValue>,
    #[prost(message, optional, tag = "6")]
    pub(crate) experimental_debug_info: Option<NodeDebugInfo>,
}

/// `tensorflow.NodeDef.ExperimentalDebugInfo`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct NodeDebugInfo {
    #[prost(string, repeated, tag = "1")]
    pub(crate) original_node_names: Vec<String>,
    #[prost(string, repeated, tag = "2")]
    pub(crate) original_func_names: Vec<String>,
}

/// `tensorflow.VersionDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct VersionDef {
    #[prost(int32, tag = "1")]
    pub(crate) producer: i32,
    #[prost(int32, tag = "2")]
    pub(crate) min_consumer: i32,
    #[prost(int32, repeated, tag = "3")]
    pub(crate) bad_consumers: Vec<i32>,
}

/// `tensorflow.FunctionDefLibrary`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct FunctionDefLibrary {
    #[prost(message, repeated, tag = "1")]
    pub(crate) function: Vec<FunctionDef>,
}

/// `tensorflow.FunctionDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct FunctionDef {
    #[prost(message, optional, tag = "1")]
    pub(crate) signature: Option<OpDef>,
    #[prost(message, repeated, tag = "3")]
    pub(crate) node_def: Vec<NodeDef>,
    #[prost(btree_map = "string, string", tag = "4")]
    pub(crate) ret: BTreeMap<String, String>,
    #[prost(btree_map = "string, message", tag = "5")]
    pub(crate) attr: BTreeMap<String, AttrValue>,
    #[prost(btree_map = "string, string", tag = "6")]
    pub(crate) control_ret: BTreeMap<String, String>,
    #[prost(btree_map = "uint32, message", tag = "7")]
    pub(crate) arg_attr: BTreeMap<u32, ArgAttrs>,
    #[prost(btree_map = "uint32, uint32", tag = "8")]
    pub(crate) resource_arg_unique_id: BTreeMap<u32, u32>,
}

/// `tensorflow.FunctionDef.ArgAttrs`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct ArgAttrs {
    #[prost(btree_map = "string, message", tag = "1")]
    pub(crate) attr: BTreeMap<String, AttrValue>,
}

/// `tensorflow.SaverDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SaverDef {
    #[prost(string, tag = "1")]
    pub(crate) filename_tensor_name: String,
    #[prost(string, tag = "2")]
    pub(crate) save_tensor_name: String,
    #[prost(string, tag = "3")]
    pub(crate) restore_op_name: String,
    #[prost(int32, tag = "4")]
    pub(crate) max_to_keep: i32,
    #[prost(bool, tag = "5")]
    pub(crate) sharded: bool,
    #[prost(float, tag = "6")]
    pub(crate) keep_checkpoint_every_n_hours: f32,
    #[prost(int32, tag = "7")]
    pub(crate) version: i32,
}

/// `tensorflow.CollectionDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct CollectionDef {
    #[prost(oneof = "CollectionDefKind", tags = "1, 2, 5")]
    pub(crate) kind: Option<CollectionDefKind>,
}

/// The kinds of [`CollectionDef`], named as in the schema.
#[allow(clippy::enum_variant_names)]
#[derive(Clone, PartialEq, Oneof)]
pub(crate) enum CollectionDefKind {
    #[prost(message, tag = "1")]
    NodeList(NodeList),
    #[prost(message, tag = "2")]
    BytesList(BytesList),
    #[prost(message, tag = "5")]
    AnyList(AnyList),
}

/// `tensorflow.CollectionDef.NodeList`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct NodeList {
    #[prost(string, repeated, tag = "1")]
    pub(crate) value: Vec<String>,
}

/// `tensorflow.CollectionDef.BytesList`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct BytesList {
    #[prost(bytes = "bytes", repeated, tag = "1")]
    pub(crate) value: Vec<Bytes>,
}

/// `tensorflow.CollectionDef.AnyList`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct AnyList {
    #[prost(message, repeated, tag = "1")]
    pub(crate) value: Vec<Any>,
}

/// `tensorflow.SignatureDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SignatureDef {
    #[prost(btree_map = "string, message", tag = "1")]
    pub(crate) inputs: BTreeMap<String, TensorInfo>,
    #[prost(btree_map = "string, message", tag = "2")]
    pub(crate) outputs: BTreeMap<String, TensorInfo>,
    #[prost(string, tag = "3")]
    pub(crate) method_name: String,
    #[prost(btree_map = "string, message", tag = "4")]
    pub(crate) defaults: BTreeMap<String, TensorProto>,
}

/// `tensorflow.TensorInfo`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct TensorInfo {
    #[prost(int32, tag = "2")]
    pub(crate) dtype: i32,
    #[prost(message, optional, tag = "3")]
    pub(crate) tensor_shape: Option<TensorShapeProto>,
    #[prost(oneof = "TensorInfoEncoding", tags = "1, 4, 5")]
    pub(crate) encoding: Option<TensorInfoEncoding>,
}

/// The kinds of [`TensorInfo`].
#[derive(Clone, PartialEq, Oneof)]
pub(crate) enum TensorInfoEncoding {
    #[prost(string, tag = "1")]
    Name(String),
    #[prost(message, tag = "4")]
    CooSparse(CooSparse),
    #[prost(message, tag = "5")]
    CompositeTensor(CompositeTensor),
}

/// `tensorflow.TensorInfo.CooSparse`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct CooSparse {
    #[prost(string, tag = "1")]
    pub(crate) values_tensor_name: String,
    #[prost(string, tag = "2")]
    pub(crate) indices_tensor_name: String,
    #[prost(string, tag = "3")]
    pub(crate) dense_shape_tensor_name: String,
}

/// `tensorflow.TensorInfo.CompositeTensor`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct CompositeTensor {
    #[prost(message, repeated, tag = "2")]
    pub(crate) components: Vec<TensorInfo>,
}

/// `tensorflow.AssetFileDef`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct AssetFileDef {
    #[prost(message, optional, tag = "1")]
    pub(crate) tensor_info: Option<TensorInfo>,
    #[prost(string, tag = "2")]
    pub(crate) filename: String,
}

/// `tensorflow.SavedObjectGraph`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedObjectGraph {
    #[prost(message, repeated, tag = "1")]
    pub(crate) nodes: Vec<SavedObject>,
    #[prost(btree_map = "string, message", tag = "2")]
    pub(crate) concrete_functions: BTreeMap<String, SavedConcreteFunction>,
}

/// `tensorflow.SavedObject`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedObject {
    #[prost(message, repeated, tag = "1")]
    pub(crate) children: Vec<ObjectReference>,
    #[prost(message, repeated, tag = "3")]
    pub(crate) slot_variables: Vec<SlotVariableReference>,
    #[prost(message, repeated, tag = "15")]
    pub(crate) dependencies: Vec<ObjectReference>,
    #[prost(oneof = "SavedObjectKind", tags = "4, 5, 6, 7, 8, 9, 10, 12")]
    pub(crate) kind: Option<SavedObjectKind>,
}

/// The kinds of [`SavedObject`].
#[derive(Clone, PartialEq, Oneof)]
pub(crate) enum SavedObjectKind {
    #[prost(message, tag = "4")]
    UserObject(SavedUserObject),
    #[prost(message, tag = "5")]
    Asset(SavedAsset),
    #[prost(message, tag = "6")]
    Function(SavedFunction),
    #[prost(message, tag = "7")]
    Variable(SavedVariable),
    #[prost(message, tag = "8")]
    BareConcreteFunction(SavedBareConcreteFunction),
    #[prost(message, tag = "9")]
    Constant(SavedConstant),
    #[prost(message, tag = "10")]
    Resource(SavedResource),
    #[prost(message, tag = "12")]
    CapturedTensor(CapturedTensor),
}

/// `tensorflow.TrackableObjectGraph.TrackableObject.ObjectReference`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct ObjectReference {
    #[prost(int32, tag = "1")]
    pub(crate) node_id: i32,
    #[prost(string, tag = "2")]
    pub(crate) local_name: String,
}

/// `tensorflow.SavedUserObject`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedUserObject {
    #[prost(string, tag = "1")]
    pub(crate) identifier: String,
    #[prost(message, optional, tag = "2")]
    pub(crate) version: Option<VersionDef>,
    #[prost(string, tag = "3")]
    pub(crate) metadata: String,
}

/// `tensorflow.SavedAsset`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedAsset {
    #[prost(int32, tag = "1")]
    pub(crate) asset_file_def_index: i32,
}

/// `tensorflow.SavedFunction`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedFunction {
    #[prost(string, repeated, tag = "1")]
    pub(crate) concrete_functions: Vec<String>,
}

/// `tensorflow.SavedVariable`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedVariable {
    #[prost(int32, tag = "1")]
    pub(crate) dtype: i32,
    #[prost(message, optional, tag = "2")]
    pub(crate) shape: Option<TensorShapeProto>,
    #[prost(bool, tag = "3")]
    pub(crate) trainable: bool,
    #[prost(int32, tag = "4")]
    pub(crate) synchronization: i32,
    #[prost(int32, tag = "5")]
    pub(crate) aggregation: i32,
    #[prost(string, tag = "6")]
    pub(crate) name: String,
    #[prost(string, tag = "7")]
    pub(crate) device: String,
    #[prost(message, repeated, tag = "8")]
    pub(crate) experimental_distributed_variable_components: Vec<SavedVariable>,
}

/// `tensorflow.SavedBareConcreteFunction`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedBareConcreteFunction {
    #[prost(string, tag = "1")]
    pub(crate) concrete_function_name: String,
    #[prost(string, repeated, tag = "2")]
    pub(crate) argument_keywords: Vec<String>,
    #[prost(int64, tag = "3")]
    pub(crate) allowed_positional_arguments: i64,
}

/// `tensorflow.SavedConstant`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedConstant {
    #[prost(string, tag = "1")]
    pub(crate) operation: String,
}

/// `tensorflow.SavedResource`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedResource {
    #[prost(string, tag = "1")]
    pub(crate) device: String,
}

/// `tensorflow.CapturedTensor`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct CapturedTensor {
    #[prost(string, tag = "1")]
    pub(crate) name: String,
    #[prost(string, tag = "2")]
    pub(crate) concrete_function: String,
}

/// `tensorflow.SavedConcreteFunction`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SavedConcreteFunction {
    #[prost(int32, repeated, tag = "2")]
    pub(crate) bound_inputs: Vec<i32>,
}

/// `tensorflow.TrackableObjectGraph`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct TrackableObjectGraph {
    #[prost(message, repeated, tag = "1")]
    pub(crate) nodes: Vec<TrackableObject>,
}

/// `tensorflow.TrackableObjectGraph.TrackableObject`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct TrackableObject {
    #[prost(message, repeated, tag = "1")]
    pub(crate) children: Vec<ObjectReference>,
    #[prost(message, repeated, tag = "2")]
    pub(crate) attributes: Vec<SerializedTensor>,
    #[prost(message, repeated, tag = "3")]
    pub(crate) slot_variables: Vec<SlotVariableReference>,
}

/// `tensorflow.TrackableObjectGraph.TrackableObject.SerializedTensor`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SerializedTensor {
    #[prost(string, tag = "1")]
    pub(crate) name: String,
    #[prost(string, tag = "2")]
    pub(crate) full_name: String,
    #[prost(string, tag = "3")]
    pub(crate) checkpoint_key: String,
}

/// `tensorflow.BundleHeaderProto`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct BundleHeaderProto {
    #[prost(int32, tag = "1")]
    pub(crate) num_shards: i32,
    #[prost(int32, tag = "2")]
    pub(crate) endianness: i32,
    #[prost(message, optional, tag = "3")]
    pub(crate) version: Option<VersionDef>,
}

/// `tensorflow.BundleEntryProto`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct BundleEntryProto {
    #[prost(int32, tag = "1")]
    pub(crate) dtype: i32,
    #[prost(message, optional, tag = "2")]
    pub(crate) shape: Option<TensorShapeProto>,
    #[prost(int32, tag = "3")]
    pub(crate) shard_id: i32,
    #[prost(int64, tag = "4")]
    pub(crate) offset: i64,
    #[prost(int64, tag = "5")]
    pub(crate) size: i64,
    #[prost(fixed32, tag = "6")]
    pub(crate) crc32c: u32,
    #[prost(message, repeated, tag = "7")]
    pub(crate) slices: Vec<TensorSliceProto>,
}

/// `tensorflow.TensorSliceProto`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct TensorSliceProto {
    #[prost(message, repeated, tag = "1")]
    pub(crate) extent: Vec<SliceExtent>,
}

/// `tensorflow.TensorSliceProto.Extent`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SliceExtent {
    #[prost(int64, tag = "1")]
    pub(crate) start: i64,
    #[prost(int64, optional, tag = "2")]
    pub(crate) length: Option<i64>,
}

/// `tensorflow.TrackableObjectGraph.TrackableObject.SlotVariableReference`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct SlotVariableReference {
    #[prost(int32, tag = "1")]
    pub(crate) original_variable_node_id: i32,
    #[prost(string, tag = "2")]
    pub(crate) slot_name: String,
    #[prost(int32, tag = "3")]
    pub(crate) slot_variable_node_id: i32,
}

/// `google.protobuf.Any`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct Any {
    #[prost(string, tag = "1")]
    pub(crate) type_url: String,
    #[prost(bytes = "bytes", tag = "2")]
    pub(crate) value: Bytes,
}
