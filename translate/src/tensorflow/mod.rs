//! TensorFlow models.
mod checkpoint;
mod dtype;
mod io;
mod proto;
mod slices;
mod table;
mod textproto;
