//! Takes the code blocks of CONTRIBUTING.md apart: the row becomes a dialect, the rule a rule file, the pass a module.

use std::path::PathBuf;

const GUIDE: &str = "../../CONTRIBUTING.md";

fn main() {
    println!("cargo::rerun-if-changed={GUIDE}");
    let guide = std::fs::read_to_string(GUIDE).expect("CONTRIBUTING.md can be read");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("build scripts have an OUT_DIR"));
    let write = |name: &str, text: &str| {
        let path = out.join(name);
        std::fs::write(&path, text).expect("OUT_DIR can be written to");
        path
    };
    let table = write("sound.ods", block(&guide, "ods"));
    dialects_codegen::build("sound", &[&table.to_string_lossy()]);
    write("sound.rules", block(&guide, "rules"));
    write("sound.mlir", block(&guide, "mlir"));
    // A file that is included cannot begin with comments on itself.
    write("pass.rs", &block(&guide, "rust").replace("//!", "//"));
}

/// The text of the block that starts with a fence and `language`.
fn block<'a>(guide: &'a str, language: &str) -> &'a str {
    let (_, rest) = guide
        .split_once(&format!("```{language}\n"))
        .unwrap_or_else(|| panic!("CONTRIBUTING.md shows no block of {language}"));
    rest.split("```").next().unwrap_or(rest)
}
