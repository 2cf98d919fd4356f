//! The TFLite flatbuffer format.
