//! Why the result is what it is: which rules made each operation of what, and why other rules did not.
//!
//! Saturation always notes what each application of a rule joined ([`provenance`]). Everything else is computed from
//! that when somebody asks.

pub mod miss;
pub mod proof;
pub mod provenance;
pub mod text;
