//! `my-opt`: everything that `tfl-opt` is, and the audio dialect.

fn main() -> std::process::ExitCode {
    audio::link();
    tfl_opt::main()
}
