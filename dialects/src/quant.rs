//! The `quant` dialect.
