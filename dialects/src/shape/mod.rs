//! `shape`.
