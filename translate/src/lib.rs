//! Model formats: TensorFlow SavedModel, GraphDef and checkpoints; TFLite flatbuffers.

pub mod tensorflow;
pub mod tflite;
