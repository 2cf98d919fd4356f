//! Runs plugins.
#[cfg(feature = "runtime")]
mod bindings {
    wasmtime::component::bindgen!({ path: "../wit", world: "full-plugin", imports: { default: store | trappable }, });
}
