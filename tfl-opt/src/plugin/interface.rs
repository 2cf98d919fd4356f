//! The types of the interface, for core modules that do not hold them.

use plugins_host::manifest;
use wit_component::{StringEncoding, embed_component_metadata};
use wit_parser::{Resolve, SourceMap};

use super::sdk;

/// Adds the types of the interfaces that `module` exports, unless it holds types already: what wit-bindgen makes does, and
/// code in C or Zig that only calls its functions by their names in the canonical ABI does not. What is wrong is a text.
pub(super) fn add_types(module: &mut Vec<u8>) -> Result<(), String> {
    let exports = manifest::untyped_exports(module).map_err(|fault| fault.to_string())?;
    let Some(interfaces) = exports else { return Ok(()) };
    let mut files = SourceMap::default();
    for (path, text) in sdk::FILES.iter().filter(|(path, _)| path.ends_with(".wit")) {
        files.push_str(path, *text);
    }
    let mut resolve = Resolve::default();
    let interface = files.parse().map_err(|(_, why)| why.to_string())?;
    let package = resolve.push_group(interface).map_err(|why| why.to_string())?;
    let name = resolve.packages[package].name.clone();
    let base = name.interface_id("plugin-base");
    let exports: String = interfaces.iter().map(|name| format!("export {name};")).collect();
    let world = format!("package local:packed; world packed {{ include {base}; {exports} }}");
    let packed = resolve.push_str("packed.wit", &world).map_err(|why| format!("{why:#}"))?;
    let world = resolve.select_world(&[packed], None).map_err(|why| format!("{why:#}"))?;
    embed_component_metadata(module, &resolve, world, StringEncoding::UTF8).map_err(|why| format!("{why:#}"))
}
