//! A dialect, a pass and rules outside the repository's own crates.
//!
//! The dialect is a table (`tables/audio.ods`) that the build script turns into rows; what a row cannot say, here the
//! shape of one result, is a function. The pass is a file, the rules are a file. All three register themselves.

mod audio_gain_after_downmix;
mod infer;

mod rows {
    include!(concat!(env!("OUT_DIR"), "/audio.rs"));
}

passes::register_rules!("../rules/audio.rules");

/// Does nothing; a call keeps the crate linked into the program.
pub fn link() {}
