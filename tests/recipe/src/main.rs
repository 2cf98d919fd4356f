//! `tfl-opt` with what CONTRIBUTING.md adds to it. See the test.

mod rows {
    include!(concat!(env!("OUT_DIR"), "/sound.rs"));
}

mod sound_drop_silence {
    include!(concat!(env!("OUT_DIR"), "/pass.rs"));
}

passes::inventory::submit! {
    &passes::eqsat::rules::RuleFile {
        name: "sound.rules",
        text: include_str!(concat!(env!("OUT_DIR"), "/sound.rules")),
    }
}

fn main() -> std::process::ExitCode {
    tfl_opt::main()
}
