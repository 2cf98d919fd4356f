//! Compiling, in a process of its own.
//!
//! A small plugin can keep the compiler busy for minutes and make it take gigabytes, and neither fuel nor the watchdog
//! covers that. A process can be limited and killed.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use core_ir::Diagnostic;
use core_ir::diag::Result;

use crate::engine;
use crate::limits::{CODE_UNIT, Limits};

/// The first argument that makes the program a worker.
pub const WORKER: &str = "__compile-worker";

/// The worker ends with this when the plugin is at fault.
const REFUSED: u8 = 2;

/// More bytes of machine code than this are no plugin's.
const MOST_CODE: u64 = 1 << 30;

/// The program that compiles: the running one, which must call [`work`] for [`WORKER`].
pub fn this_program() -> Result<PathBuf> {
    std::env::current_exe().map_err(|why| {
        Box::new(Diagnostic::error("plugin-compiler", format!("the compiler of plugins is not found: {why}")))
    })
}

/// Compiles a component, whose functions have `code_bytes` bytes, in a child of `program`.
pub fn compile(program: &Path, wasm: &[u8], code_bytes: u64, limits: &Limits) -> Result<Vec<u8>> {
    let time = limits.compile_time(code_bytes);
    let broken = |why: std::io::Error| {
        Box::new(Diagnostic::error(
            "plugin-compiler",
            format!("the compiler of plugins cannot be run: {why}"),
        ))
    };
    // A thread's stack and heap count as address space before they are used.
    let mut child = Command::new(program)
        .arg(WORKER)
        .arg(limits.compile_memory.to_string())
        .arg(time.as_millis().div_ceil(1000).max(1).to_string())
        .env("RAYON_NUM_THREADS", "4")
        .env("MALLOC_ARENA_MAX", "2")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(broken)?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let outcome = std::thread::scope(|scope| {
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(wasm)));
        let code = scope.spawn(move || read_all(stdout, MOST_CODE));
        let said = scope.spawn(move || read_all(stderr, 1 << 16));
        let status = wait(&mut child, time);
        (status, code.join().unwrap_or_default(), said.join().unwrap_or_default())
    });
    let (status, code, said) = outcome;
    let said = String::from_utf8_lossy(&said);
    let said = said.lines().next().unwrap_or_default();
    let Some(status) = status.map_err(broken)? else {
        let text = format!("compiling the plugin took more than {} s and was stopped", time.as_secs_f64());
        return Diagnostic::error("plugin-compile-time", text)
            .note(format!(
                "it has {} KiB of code; `compile-ms` is for every {} KiB",
                code_bytes.div_ceil(1024),
                CODE_UNIT / 1024
            ))
            .help("raise it with `--plugin-limit ID:compile-ms=N` if you trust the plugin")
            .err();
    };
    if status.success() {
        return Ok(code);
    }
    if status.code() == Some(i32::from(REFUSED)) {
        return Diagnostic::error("plugin-invalid", "the plugin cannot be compiled").note(said).err();
    }
    let gib = limits.compile_memory as f64 / f64::from(1 << 30);
    Diagnostic::error("plugin-compile-memory", "compiling the plugin took more than it may")
        .note(format!("the compiler may use {gib:.1} GiB and {} s; it ended by {status}", time.as_secs()))
        .help("raise it with `--plugin-limit ID:compile-memory=N` if you trust the plugin")
        .err()
}

/// Reads to the end, keeping at most `most` bytes.
fn read_all(from: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut from) = from {
        let _ = from.by_ref().take(most).read_to_end(&mut bytes);
        let _ = std::io::copy(&mut from, &mut std::io::sink());
    }
    bytes
}

/// Waits for `child`, and kills it after `time`; gives nothing then.
fn wait(child: &mut Child, time: Duration) -> std::io::Result<Option<std::process::ExitStatus>> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() >= time {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// The worker: limits itself, reads a component from the standard input and writes machine code. `args` are those after
/// [`WORKER`]: bytes and seconds.
pub fn work(args: &[String]) -> ExitCode {
    let number = |i: usize| args.get(i).and_then(|text| text.parse::<u64>().ok());
    let (Some(bytes), Some(seconds)) = (number(0), number(1)) else { return ExitCode::FAILURE };
    if !limit(bytes, seconds) {
        return ExitCode::FAILURE;
    }
    let mut wasm = Vec::new();
    if std::io::stdin().lock().read_to_end(&mut wasm).is_err() {
        return ExitCode::FAILURE;
    }
    let code = engine::bare()
        .and_then(|engine| engine.precompile_component(&wasm).map_err(|why| format!("{why:#}")));
    match code {
        Ok(code) if std::io::stdout().lock().write_all(&code).is_ok() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(why) => {
            let _ = writeln!(std::io::stderr(), "{}", why.replace('\n', " "));
            ExitCode::from(REFUSED)
        }
    }
}

#[cfg(unix)]
fn limit(bytes: u64, seconds: u64) -> bool {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let set = |what, most: u64| setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) }).is_ok();
    // Several threads compile; the clock outside has the last word.
    set(Resource::Core, 0) && set(Resource::As, bytes) && set(Resource::Cpu, seconds.saturating_mul(4))
}

#[cfg(not(unix))]
fn limit(_: u64, _: u64) -> bool {
    true
}
