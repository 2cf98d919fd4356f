//! Plugins for tfl-opt in Rust.
//!
//! A plugin converts operations that tfl-opt does not know. It implements [`Plugin`], says with [`export_plugin!`] which
//! operations it is asked about, and is built for `wasm32-unknown-unknown` by `tfl-opt plugin build`:
//!
//! ```
//! use tfl_opt_plugin::{Builder, Failure, Fragment, Op, Plugin, export_plugin};
//!
//! /// `acme.Scale(x) {factor}` is a product.
//! struct Scale;
//!
//! impl Plugin for Scale {
//!     fn convert(op: &Op) -> Result<Fragment, Failure> {
//!         let factor = op.float("factor")?;
//!         let mut b = Builder::new(op);
//!         let (x, ty) = (b.operand(0)?, op.result(0)?);
//!         let factor = b.scalar_f32(factor as f32);
//!         let y = b.binary("tfl.mul", x, factor, ty);
//!         b.finish(&[y])
//!     }
//! }
//!
//! export_plugin!(Scale, manifest = r#"{"id": "acme.scale", "version": "1.0.0", "wit": "0.1.0", "ops": ["tf.Scale"]}"#);
//! # fn main() {}
//! ```
//!
//! Tests of a plugin are ordinary tests and run natively: make an [`Op`] with [`Op::named`], call [`Plugin::convert`] and look
//! at the fragment.

#![warn(missing_docs)]

mod builder;
mod elem;
mod failure;
mod host;
mod op;
mod options;

/// What the interface's package says, as Rust.
#[allow(missing_docs)]
pub mod bindings {
    wit_bindgen::generate!({
        path: "wit",
        world: "full-plugin",
        pub_export_macro: true,
        export_macro_name: "export_world",
        default_bindings_module: "tfl_opt_plugin::bindings",
    });
}

pub use bindings::exports::tfl_opt::plugin::declarations::{
    Bias, Declaration, Effects, FixedRange, Quantization, Weight,
};
pub use bindings::tfl_opt::plugin::types::{
    Attr, Diagnostic, Failure, Fragment, NamedAttr, NewOp, OpView, Operand, OptionEntry, OptionValue, Region,
    Severity, Tensor, TensorType,
};
pub use builder::{Body, Builder, Value};
pub use elem::Elem;
pub use failure::{Failed, declined, failed};
pub use host::{log, setting};
pub use op::Op;
pub use options::Options;

/// What a plugin does. Only [`Plugin::convert`] has to be written.
pub trait Plugin {
    /// The operations that stand for `op`. Equal operations must get equal answers: tfl-opt asks once.
    fn convert(op: &Op) -> Result<Fragment, Failure>;

    /// A type for each result of `op`, at least as precise as what `op` says.
    fn infer(_op: &Op) -> Result<Vec<TensorType>, Failure> {
        Err(declined("this plugin infers no types"))
    }

    /// The results of `op` for these operands, so that it can be folded and verified without a kernel.
    fn evaluate(_op: &Op, _inputs: Vec<Tensor>) -> Result<Vec<Tensor>, Failure> {
        Err(declined("this plugin computes nothing"))
    }

    /// A file in tfl-opt's language of rules, for the search for the cheapest program.
    fn rules() -> String {
        String::new()
    }

    /// What is true of all uses of operations: effects, quantization.
    fn declare() -> Vec<Declaration> {
        Vec::new()
    }
}

/// Makes a type that implements [`Plugin`] the plugin of this crate, and puts the manifest into its file. There is one in
/// a crate.
///
/// The manifest is JSON: `id`, `version`, `wit` (the version of the interface: `0.1.0`), `ops` and `composites` (what the
/// plugin is asked about), `emits` (dialects and operations that it makes besides TFLite's and pure ones of TensorFlow's),
/// `raw_options` (custom codes of kernels that read bytes of their own in place of a flexbuffer), `description`.
#[macro_export]
macro_rules! export_plugin {
    ($plugin:ty, manifest = $manifest:expr) => {
        const _: () = {
            const TEXT: &[u8] = $manifest.as_bytes();

            // Only a WebAssembly file has sections with such names.
            #[cfg(target_arch = "wasm32")]
            #[unsafe(link_section = "tfl-opt:manifest")]
            #[used]
            static MANIFEST: [u8; TEXT.len()] = {
                let mut bytes = [0; TEXT.len()];
                let mut i = 0;
                while i < TEXT.len() {
                    bytes[i] = TEXT[i];
                    i += 1;
                }
                bytes
            };
            #[cfg(not(target_arch = "wasm32"))]
            const _: usize = TEXT.len();
        };

        // Public, so that the plugin is in use natively too, where nothing is exported.
        #[doc(hidden)]
        pub struct TflOptPluginOfThisCrate;

        const _: () = {
            use $crate::bindings::exports::tfl_opt::plugin::{converter, declarations, fold, rules, shape};
            use $crate::{Failure, Fragment, Op, OpView, Plugin, Tensor, TensorType};

            impl converter::Guest for TflOptPluginOfThisCrate {
                fn convert(op: OpView) -> Result<Fragment, Failure> {
                    $crate::__report_panics();
                    <$plugin as Plugin>::convert(&Op::new(op))
                }
            }

            impl shape::Guest for TflOptPluginOfThisCrate {
                fn infer(op: OpView) -> Result<Vec<TensorType>, Failure> {
                    $crate::__report_panics();
                    <$plugin as Plugin>::infer(&Op::new(op))
                }
            }

            impl fold::Guest for TflOptPluginOfThisCrate {
                fn evaluate(op: OpView, inputs: Vec<Tensor>) -> Result<Vec<Tensor>, Failure> {
                    $crate::__report_panics();
                    <$plugin as Plugin>::evaluate(&Op::new(op), inputs)
                }
            }

            impl rules::Guest for TflOptPluginOfThisCrate {
                fn rules_text() -> String {
                    $crate::__report_panics();
                    <$plugin as Plugin>::rules()
                }
            }

            impl declarations::Guest for TflOptPluginOfThisCrate {
                fn declare() -> Vec<declarations::Declaration> {
                    $crate::__report_panics();
                    <$plugin as Plugin>::declare()
                }
            }
        };

        // No other linker takes the names that the interface gives.
        #[cfg(target_arch = "wasm32")]
        $crate::bindings::export_world!(TflOptPluginOfThisCrate with_types_in $crate::bindings);
    };
}

#[doc(hidden)]
pub use host::report_panics as __report_panics;
