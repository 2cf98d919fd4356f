//! What docs/plugins.md shows works as it says: its files are written and its commands run, in their order, in an empty
//! folder. Where Rust cannot make WebAssembly, nothing is tested.
#![cfg(feature = "plugins")]

use std::path::{Path, PathBuf};
use std::process::Command;

const GUIDE: &str = include_str!("../../docs/plugins.md");

/// The blocks of the guide: what stands behind the fence, and the text.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    let mut rest = GUIDE;
    while let Some((_, block)) = rest.split_once("\n```") {
        let (head, body) = block.split_once('\n').expect("a fence ends its line");
        let (body, more) = body.split_once("```").expect("a block has an end");
        found.push((head.trim(), body));
        rest = more;
    }
    found
}

fn can_build() -> bool {
    let args = ["--print", "target-libdir", "--target", "wasm32-unknown-unknown"];
    let output = Command::new("rustc").args(args).output();
    let folder = output.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    folder.is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

/// The search path, with the program that is tested in front.
fn search_path() -> std::ffi::OsString {
    let program = Path::new(env!("CARGO_BIN_EXE_tfl-opt")).parent().expect("a folder").to_owned();
    let others = std::env::var_os("PATH").unwrap_or_default();
    let all: Vec<PathBuf> = std::iter::once(program).chain(std::env::split_paths(&others)).collect();
    std::env::join_paths(all).expect("plain folders")
}

/// Runs a command of the guide; what it prints, and whether it went well.
fn run(line: &str, folder: &Path) -> (bool, String) {
    let mut words = line.split_whitespace();
    let output = Command::new(words.next().expect("a command"))
        .args(words)
        .current_dir(folder)
        .env("PATH", search_path())
        // One folder for all runs: the dependencies of the SDK are built once.
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide"))
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap_or_else(|why| panic!("{line}: {why}"));
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn the_guide_holds() {
    if !can_build() {
        eprintln!("skipped: rustup target add wasm32-unknown-unknown");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut files, mut commands) = (0, 0);
    for (head, body) in blocks() {
        let (language, what) = head.split_once(' ').unwrap_or((head, ""));
        if language != "sh" {
            std::fs::write(folder.path().join(what), body).expect("writable");
            files += 1;
            continue;
        }
        let place =
            what.strip_prefix("in ").map_or(folder.path().to_owned(), |name| folder.path().join(name));
        for line in body.lines().filter(|_| what != "setup") {
            let (went_well, text) = run(line, &place);
            assert_eq!(went_well, what != "fails", "{line}\n{text}");
            if line.starts_with("tfl-opt convert") && what == "fails" {
                assert!(text.contains("tf.SoftClip") && text.contains("tfl-opt plugin new"), "{text}");
            }
            commands += 1;
        }
    }
    assert!(files == 2 && commands == 9, "{files} files, {commands} commands");
    let model = std::fs::read(folder.path().join("model.tflite")).expect("the guide ends with a model");
    assert_eq!(model.get(4..8), Some(&b"TFL3"[..]));
    let case =
        std::fs::read_to_string(folder.path().join("soft_clip/tests/soft_clip.mlir")).expect("the case");
    assert!(case.contains("tfl.tanh"), "{case}");
}
