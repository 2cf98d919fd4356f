//! The `tfl-opt` command line tool.
fn main() {}
