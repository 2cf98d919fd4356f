//! What a plugin can ask tfl-opt for. In native tests there is no tfl-opt: text goes to the standard error stream, no
//! setting is set, and constants are those of the test's [`crate::Op`].

use crate::Severity;

/// Says something about the call, under the name of the plugin.
pub fn log(severity: Severity, message: &str) {
    #[cfg(target_arch = "wasm32")]
    crate::bindings::tfl_opt::plugin::host::log(severity, message);
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("{severity:?}: {message}");
}

/// What the user set under `name` by `--plugin-setting ID:NAME=VALUE`.
pub fn setting(name: &str) -> Option<String> {
    #[cfg(target_arch = "wasm32")]
    return crate::bindings::tfl_opt::plugin::host::setting(name);
    #[cfg(not(target_arch = "wasm32"))]
    return Option::<String>::None.filter(|_| !name.is_empty());
}

/// A piece of constant operand `index`. Asking for what is not there ends the call.
#[cfg(target_arch = "wasm32")]
pub(crate) fn read_const(index: u32, offset: u64, len: u32) -> Vec<u8> {
    crate::bindings::tfl_opt::plugin::host::read_const(index, offset, len)
}

/// Lets tfl-opt show what a panic says, and where it was; otherwise all that is left of one is a trap.
pub fn report_panics() {
    use std::sync::Once;
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|info| log(Severity::Error, &info.to_string())));
    });
}
