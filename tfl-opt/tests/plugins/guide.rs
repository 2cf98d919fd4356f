//! docs/plugins.md says what is true: its files are written, its commands run, and what it shows of their output comes.

use std::path::Path;
use std::process::Command;

use crate::author::{can_build, settle};
use crate::support::{Folder, root};

/// The code blocks of a page: the words after the fence, and the text.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once("\n```") {
        let (words, after) = after.split_once('\n').expect("a line");
        let (text, after) = after.split_once("```").expect("the end of a block");
        blocks.push((words.trim(), text));
        rest = after;
    }
    blocks
}

#[test]
fn the_guide_holds() {
    if !can_build() {
        return;
    }
    let page = std::fs::read_to_string(root().join("docs/plugins.md")).expect("the guide");
    let folder = Folder::new();
    let tool = Path::new(env!("CARGO_BIN_EXE_tfl-opt")).parent().expect("a folder");
    let path = format!("{}:{}", tool.display(), std::env::var("PATH").unwrap_or_default());
    let (mut ran, mut said) = (0, String::new());
    for (words, text) in blocks(&page) {
        match words.split_once(' ') {
            // The first word is the language, the second the file.
            Some((_, file)) => {
                let path = folder.path(file);
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                std::fs::write(path, text).expect("written");
            }
            None if words == "sh" => {
                for line in text.lines().filter(|line| !line.starts_with("rustup ")) {
                    let mut command = Command::new("sh");
                    let command = command.args(["-ec", line]).current_dir(folder.path("")).env("PATH", &path);
                    let output = settle(command).output().expect("a shell");
                    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
                    said = text(&output.stdout) + &text(&output.stderr);
                    assert!(output.status.success(), "{line}\n{said}");
                    ran += 1;
                    pin(&folder.path(""));
                }
            }
            None if words == "text" => {
                for line in text.lines() {
                    assert!(said.contains(line.trim()), "`{line}` is not in\n{said}");
                }
            }
            None => {}
        }
    }
    assert!(ran >= 4, "{ran} commands");
}

/// Gives crates that were begun in `folder` the versions of this workspace, which are here.
fn pin(folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let krate = entry.expect("an entry").path();
        if krate.join("Cargo.toml").exists() && !krate.join("Cargo.lock").exists() {
            std::fs::copy(root().join("Cargo.lock"), krate.join("Cargo.lock")).expect("copied");
        }
    }
}
