//! `cargo xtask lit`: the files of `tests/lit` under LLVM's own lit and FileCheck, and MLIR's opinion of what tfl-opt
//! prints.
//!
//! `cargo test` runs the same files with a FileCheck library. Here lit runs a script in the tool's place that keeps
//! what the tool prints. Each module among that is read by tfl-opt once more, printed in the generic form, which is the
//! one that needs no dialect, and given to mlir-opt.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output, Stdio};

use anyhow::{Context, Result, ensure};

use crate::{tools, venv};

/// What `cargo xtask lit` takes.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The tests to run: files or folders [default: tests/lit].
    tests: Vec<PathBuf>,
    /// The tfl-opt binary [default: built from this workspace].
    #[arg(long)]
    tfl_opt: Option<PathBuf>,
    /// Where the Python environment with lit is, or shall be made [default: target/lit/venv].
    #[arg(long)]
    venv: Option<PathBuf>,
}

/// One call of pip.
const INSTALLS: [&[&str]; 1] = [&["lit"]];

/// What these flags print is for people, or is wrong on purpose.
const NOT_READABLE: &[&str] = &["print-symbolic-dims", "mlir-elide", "very-unsafe"];

/// Runs the tests, then feeds what was printed to mlir-opt.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let work = tools::target().join("lit");
    let printed = work.join("printed");
    let (file_check, mlir_opt) = (tools::llvm_tool("FileCheck")?, tools::llvm_tool("mlir-opt")?);
    let python = venv::ensure(&options.venv.clone().unwrap_or_else(|| work.join("venv")), &INSTALLS)?;
    let tfl_opt = match &options.tfl_opt {
        Some(path) => path.canonicalize().with_context(|| path.display().to_string())?,
        None => tools::build_tfl_opt(false)?,
    };
    if printed.exists() {
        fs::remove_dir_all(&printed).with_context(|| printed.display().to_string())?;
    }
    fs::create_dir_all(&printed).with_context(|| printed.display().to_string())?;
    let recorder = recorder(&work, &tfl_opt, &printed)?;

    let tests = if options.tests.is_empty() {
        vec![tools::workspace().join("tests/lit")]
    } else {
        options.tests.clone()
    };
    let llvm = file_check.parent().unwrap_or(Path::new("/"));
    let path = std::env::var("PATH").unwrap_or_default();
    let status = Command::new(python.with_file_name("lit"))
        .arg("-v")
        .args(&tests)
        .env("TFL_OPT", &recorder)
        .env("FILECHECK", &file_check)
        .env("PATH", format!("{}:{path}", llvm.display()))
        .status()
        .context("cannot run lit")?;
    let (modules, refused) = ask_mlir(&printed, &tfl_opt, &mlir_opt)?;
    println!("mlir-opt: {} modules accepted, {} refused", modules - refused, refused);
    ensure!(modules > 0, "no module was printed, so that nothing was asked of mlir-opt");
    Ok(if status.success() && refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A script that runs the tool twice: once to keep its standard output and its arguments, and once as if it were the tool,
/// so that the order of what goes to the two outputs stays as it is. The group `rules` prints no modules, and what it does to
/// files it does once.
fn recorder(work: &Path, tfl_opt: &Path, printed: &Path) -> Result<PathBuf> {
    let path = work.join("tfl-opt");
    let text = format!(
        "#!/bin/sh\n\
         if [ \"$1\" = rules ]; then exec '{tool}' \"$@\"; fi\n\
         out=$(mktemp '{printed}/XXXXXXXX')\n\
         cat > \"$out.in\"\n\
         '{tool}' \"$@\" < \"$out.in\" > \"$out\" 2> /dev/null || touch \"$out.failed\"\n\
         echo \"$@\" > \"$out.args\"\n\
         exec '{tool}' \"$@\" < \"$out.in\"\n",
        printed = printed.display(),
        tool = tfl_opt.display(),
    );
    fs::write(&path, text).with_context(|| path.display().to_string())?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    Ok(path)
}

/// How many modules were printed, and how many of them mlir-opt refused.
fn ask_mlir(printed: &Path, tfl_opt: &Path, mlir_opt: &Path) -> Result<(usize, usize)> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(printed)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.sort();
    let (mut modules, mut refused) = (0, 0);
    for file in files.iter().filter(|file| file.extension().is_none()) {
        let text = fs::read_to_string(file).unwrap_or_default();
        let args = fs::read_to_string(file.with_extension("args")).unwrap_or_default();
        let is_module =
            text.lines().any(|line| line.starts_with("module") || line.starts_with("\"builtin.module\""));
        let is_readable = !NOT_READABLE.iter().any(|flag| args.contains(flag));
        if !is_module || !is_readable || is_newer(&args) || file.with_extension("failed").exists() {
            continue;
        }
        modules += 1;
        if let Err(fault) = accept(&text, tfl_opt, mlir_opt) {
            refused += 1;
            println!("refused: tfl-opt {}\n{fault:#}", args.trim());
        }
    }
    Ok((modules, refused))
}

/// Whether the test that a command line reads says, with a reason, that MLIR 19 cannot read what it prints.
fn is_newer(args: &str) -> bool {
    let tests = args.split_whitespace().filter(|word| word.ends_with(".mlir"));
    tests.filter_map(|path| fs::read_to_string(path).ok()).any(|text| text.contains("// NOT-MLIR-19: "))
}

/// Reads a printed module back, and gives its generic form to mlir-opt.
fn accept(text: &str, tfl_opt: &Path, mlir_opt: &Path) -> Result<()> {
    let again = pipe(
        Command::new(tfl_opt).args([
            "--allow-unregistered-dialect",
            "--split-input-file",
            "--mlir-print-op-generic",
            "--mlir-print-debuginfo",
        ]),
        text,
    )?;
    ensure!(again.status.success(), "tfl-opt: {}", String::from_utf8_lossy(&again.stderr));
    let generic = String::from_utf8(again.stdout).context("tfl-opt printed what is no text")?;
    let read =
        pipe(Command::new(mlir_opt).args(["--allow-unregistered-dialect", "--split-input-file"]), &generic)?;
    ensure!(read.status.success(), "mlir-opt: {}", String::from_utf8_lossy(&read.stderr));
    Ok(())
}

/// Runs `command` on `input`.
fn pipe(command: &mut Command, input: &str) -> Result<Output> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("cannot run {:?}", command.get_program()))?;
    let mut stdin = child.stdin.take().context("a pipe was asked for")?;
    let input = input.to_owned();
    // A thread of its own: the child may print before it has read everything. One that ends early says why itself.
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()).ok());
    let output = child.wait_with_output().context("cannot wait for the process")?;
    let _ = writer.join();
    Ok(output)
}
