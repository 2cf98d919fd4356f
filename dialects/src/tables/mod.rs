//! Dialects that are a table and little more. Where one has code too, it is in the module of its name.

#![allow(unreachable_pub, reason = "what the tables are written as is public elsewhere")]

#[rustfmt::skip]
mod arith;
#[rustfmt::skip]
mod chlo;
#[rustfmt::skip]
mod mhlo;
#[rustfmt::skip]
mod shape;
#[rustfmt::skip]
mod stablehlo;
#[rustfmt::skip]
mod tensor;
#[rustfmt::skip]
mod tf_device;
#[rustfmt::skip]
mod tf_executor;
#[rustfmt::skip]
mod vhlo;
