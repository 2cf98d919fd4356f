//! Runs plugins: WebAssembly components that convert operations which tfl-opt does not know.
//!
//! A plugin gets an operation as a value and answers with a fragment, which is checked and verified before any of it can
//! be seen. It can reach nothing of the system, and what it may use is bounded, compiling included: whatever it does, the
//! program is as it was, and the next operation is converted.
#![cfg(feature = "runtime")]

pub mod attrs;
pub mod cache;
pub mod compile;
pub mod config;
pub mod crash;
pub mod digest;
pub mod engine;
pub mod fault;
pub mod fragment;
pub mod instance;
pub mod limits;
pub mod load;
pub mod manifest;
pub mod model;
pub mod plugins;
pub mod v0_1;
pub mod view;
