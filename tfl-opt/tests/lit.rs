//! Runs the files of `tests/lit` as tests: their `RUN` lines, with `tfl-opt` and a FileCheck library.
//!
//! The same files run under LLVM's lit and FileCheck; see `tests/lit/lit.cfg.py`. A `RUN` line here may be
//!
//! ```text
//! [not] tfl-opt ARGS... [< FILE] [2>&1] [> FILE] [| FileCheck FILE OPTIONS...]
//! FileCheck FILE --input-file=FILE OPTIONS...
//! ```
//!
//! with `%s` for the file, `%S` for its folder and `%t` for a temporary path; several lines run in order, and a line
//! that ends in `\` goes on in the next.

use std::collections::HashSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Parser as _;
use libtest_mimic::{Arguments, Failed, Trial};
use litcheck_filecheck::litcheck::diagnostics::{FileName, SourceLanguage};
use litcheck_filecheck::{Config, Options, Test};

fn main() {
    let mut args = Arguments::from_args();
    // `cargo test -- --nocapture` and the like are for the default harness.
    args.nocapture = false;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/lit");
    let root = root.canonicalize().unwrap_or(root);
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let trials = files.into_iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
        Trial::test(name, move || run_file(&path).map_err(Failed::from))
    });
    let mut trials: Vec<Trial> = trials.collect();
    let passes = root.join("passes");
    trials.push(Trial::test("every pass has a test", move || {
        every_pass_has_a_test(&passes).map_err(Failed::from)
    }));
    trials.push(Trial::test("every option has a test", move || {
        every_option_has_a_test(&root).map_err(Failed::from)
    }));
    libtest_mimic::run(&args, trials).exit();
}

/// An option that `--help` lists is in a `RUN` line somewhere.
fn every_option_has_a_test(root: &Path) -> Result<(), String> {
    let help = run_tool(&["tfl-opt".into(), "--help".into()])?;
    let (options, _) = help.split_once("Compiler passes").ok_or("no passes in the help")?;
    let mut files = Vec::new();
    collect(root, &mut files);
    let mut used: HashSet<String> = HashSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).map_err(|fault| fault.to_string())?;
        for command in run_lines(&text) {
            let words = words(&command).into_iter().filter(|word| word.starts_with('-'));
            used.extend(words.map(|word| option_name(&word).to_owned()));
        }
    }
    let listed = options.lines().filter_map(|line| line.strip_prefix("  -"));
    let missing: Vec<&str> = listed.map(option_name).filter(|name| !used.contains(*name)).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("no lit test for {}", missing.join(", "))) }
}

/// `verify-each` of `--verify-each[=<bool>]  - ...`.
fn option_name(text: &str) -> &str {
    text.trim_start_matches('-').split(['=', '[', ' ']).next().unwrap_or_default()
}

/// The test of a pass has its name.
fn every_pass_has_a_test(folder: &Path) -> Result<(), String> {
    passes::link();
    let names = core_ir::registry::linked_passes().into_iter().map(|pass| pass.name);
    let missing: Vec<&str> = names.filter(|name| !folder.join(format!("{name}.mlir")).is_file()).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("no lit test for {}", missing.join(", "))) }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        // Folders named `Inputs` hold what tests read, as they do in LLVM.
        if path.is_dir() && path.file_name().is_some_and(|name| name != "Inputs") {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "mlir" || extension == "test") {
            files.push(path);
        }
    }
}

/// The commands of the `RUN` lines of a text.
fn run_lines(text: &str) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in text.lines() {
        let Some((_, command)) = line.split_once("RUN:") else { continue };
        let (command, goes_on) = match command.trim().strip_suffix('\\') {
            Some(command) => (command.trim_end(), true),
            None => (command.trim(), false),
        };
        match commands.last_mut() {
            Some(last) if is_open => {
                last.push(' ');
                last.push_str(command);
            }
            _ => commands.push(command.to_owned()),
        }
        is_open = goes_on;
    }
    commands
}

fn run_file(path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|fault| fault.to_string())?;
    let commands = run_lines(&text);
    if commands.is_empty() {
        return Err("the file has no RUN line".into());
    }
    let temporary = tempfile::tempdir().map_err(|fault| fault.to_string())?;
    for command in commands {
        run_command(path, temporary.path(), &command).map_err(|fault| format!("RUN: {command}\n{fault}"))?;
    }
    Ok(())
}

fn run_command(path: &Path, temporary: &Path, command: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    let substituted = |word: &str| {
        let word =
            word.replace("%s", &path.display().to_string()).replace("%S", &folder.display().to_string());
        word.replace("%t", &temporary.join("t").display().to_string())
    };
    let mut stages =
        command.split(" | ").map(|stage| words(stage).iter().map(|word| substituted(word)).collect());
    let first: Vec<String> = stages.next().unwrap_or_default();
    let mut output = match first.split_first() {
        Some((name, args)) if name == "FileCheck" => {
            let (file, args): (Vec<&String>, Vec<&String>) =
                args.iter().partition(|arg| arg.starts_with("--input-file="));
            let file = file.first().and_then(|arg| arg.split_once('=')).ok_or("FileCheck has no input")?.1;
            let input = std::fs::read_to_string(file).map_err(|fault| format!("{file}: {fault}"))?;
            file_check(&args.into_iter().cloned().collect::<Vec<_>>(), input)?
        }
        _ => run_tool(&first)?,
    };
    for stage in stages {
        let stage: Vec<String> = stage;
        match stage.split_first() {
            Some((name, args)) if name == "FileCheck" => output = file_check(args, output)?,
            Some((name, _)) => return Err(format!("`{name}` is no command that tests may use")),
            None => return Err("an empty command".into()),
        }
    }
    Ok(())
}

/// Splits at spaces outside of quotes.
fn words(text: &str) -> Vec<String> {
    let mut list = Vec::new();
    let (mut word, mut quote, mut is_word) = (String::new(), None, false);
    for c in text.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => word.push(c),
            None if c == '\'' || c == '"' => (quote, is_word) = (Some(c), true),
            None if c.is_whitespace() => {
                if is_word {
                    list.push(std::mem::take(&mut word));
                }
                is_word = false;
            }
            None => {
                word.push(c);
                is_word = true;
            }
        }
    }
    if is_word {
        list.push(word);
    }
    list
}

/// Runs the binary, and gives what it printed.
fn run_tool(words: &[String]) -> Result<String, String> {
    let is_not = words.first().is_some_and(|word| word == "not");
    let words = &words[usize::from(is_not)..];
    let Some((name, args)) = words.split_first() else { return Err("an empty command".into()) };
    if name != "tfl-opt" {
        return Err(format!("`{name}` is no command that tests may use"));
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_tfl-opt"));
    command.stdin(Stdio::null());
    let (mut with_errors, mut file) = (false, None);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "2>&1" => with_errors = true,
            ">" => file = args.next(),
            "<" => {
                let file = args.next().ok_or("`<` needs a file")?;
                command.stdin(std::fs::File::open(file).map_err(|fault| format!("{file}: {fault}"))?);
            }
            _ => _ = command.arg(arg),
        }
    }
    // Both streams go through one pipe, as in a shell, so that their order shows.
    let start = |fault: std::io::Error| format!("{name} did not start: {fault}");
    let (mut reader, writer) = std::io::pipe().map_err(start)?;
    command.stdout(writer.try_clone().map_err(start)?);
    if with_errors {
        command.stderr(writer);
    } else {
        command.stderr(Stdio::piped());
        // An end that stays open here would keep the reader waiting.
        drop(writer);
    }
    let child = command.spawn().map_err(start)?;
    // The command holds ends of the pipe, which must be closed for reading to end.
    drop(command);
    let errors = std::thread::spawn(move || child.wait_with_output());
    let mut text = Vec::new();
    reader.read_to_end(&mut text).map_err(start)?;
    let output = errors.join().map_err(|_| format!("{name} was lost"))?.map_err(start)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let errors =
        if with_errors { text.clone() } else { String::from_utf8_lossy(&output.stderr).into_owned() };
    if output.status.code().is_none() {
        return Err(format!("{name} was ended by a signal\n{errors}"));
    }
    if output.status.success() == is_not {
        let wanted = if is_not { "fail" } else { "succeed" };
        return Err(format!("{name} did not {wanted} ({})\n{errors}", output.status));
    }
    if let Some(file) = file {
        std::fs::write(file, &text).map_err(|fault| fault.to_string())?;
    }
    Ok(text)
}

/// Checks `input` against the `CHECK` lines of a file.
fn file_check(args: &[String], input: String) -> Result<String, String> {
    let Some((file, flags)) = args.split_first() else { return Err("FileCheck needs a file".into()) };
    let mut options = Options::default();
    options.try_update_from(flags).map_err(|fault| fault.to_string())?;
    let config = Config { options, ..Config::default() };
    let checks = std::fs::read_to_string(file).map_err(|fault| fault.to_string())?;
    let source = |name: &str, text: String| {
        config.source_manager().load(SourceLanguage::Unknown, FileName::from(name.to_owned()), text)
    };
    let checks = source(file, checks);
    let shown = input.clone();
    let checked = source("<output>", input);
    match Test::new(checks, &config).verify(checked) {
        Ok(_) => Ok(shown),
        Err(fault) => {
            let printer = litcheck_filecheck::litcheck::reporting::PrintDiagnostic::new(fault);
            Err(format!("{printer}\n--- output\n{shown}"))
        }
    }
}
