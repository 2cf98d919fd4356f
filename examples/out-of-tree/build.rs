//! Makes rows of the op table.

fn main() {
    dialects_codegen::build("audio", &["tables/audio.ods"]);
}
