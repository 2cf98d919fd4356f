//! Running a process and measuring it from outside, the same way for every converter.

use std::fs::{self, File};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// Nothing here takes so long unless it hangs.
const LIMIT: Duration = Duration::from_secs(900);

/// What a process took.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Usage {
    /// From start to end.
    pub(crate) wall_seconds: f64,
    /// User and system time.
    pub(crate) cpu_seconds: f64,
    /// The peak resident set. The kernel counts ours in until the new program is loaded, so that nothing below
    /// a few megabytes can be told apart.
    pub(crate) peak_bytes: u64,
}

/// A process that has ended.
pub(crate) struct Finished {
    /// How it ended.
    pub(crate) status: ExitStatus,
    /// What it took.
    pub(crate) usage: Usage,
    /// What it wrote to stdout.
    pub(crate) stdout: String,
    /// What it wrote to stderr.
    pub(crate) stderr: String,
}

/// Runs `command` to its end. What it says goes to `LOG.out` and `LOG.err`: files never fill up, as pipes do.
pub(crate) fn measure(command: &mut Command, log: &Path) -> Result<Finished> {
    let program = command.get_program().to_string_lossy().into_owned();
    let (stdout, stderr) = (log.with_added_extension("out"), log.with_added_extension("err"));
    let create = |path: &Path| File::create(path).with_context(|| format!("cannot write {}", path.display()));
    command.stdin(Stdio::null()).stdout(create(&stdout)?).stderr(create(&stderr)?);

    let started = Instant::now();
    let child = command.spawn().with_context(|| format!("cannot run {program}"))?;
    let pid = child.id().cast_signed();
    let (done, is_done) = mpsc::channel::<()>();
    let watchdog = thread::spawn(move || {
        if is_done.recv_timeout(LIMIT) == Err(mpsc::RecvTimeoutError::Timeout) {
            kill(pid);
        }
    });
    let waited = wait(pid);
    let wall = started.elapsed();
    drop(done);
    let watched = watchdog.join();
    debug_assert!(watched.is_ok(), "the watchdog does nothing that panics");

    let (status, mut usage) = waited.with_context(|| format!("cannot wait for {program}"))?;
    usage.wall_seconds = wall.as_secs_f64();
    let read = |path: &Path| -> Result<String> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    Ok(Finished { status, usage, stdout: read(&stdout)?, stderr: read(&stderr)? })
}

/// Waits for a child and asks the kernel what it took, which the standard library does not.
#[expect(unsafe_code, reason = "there is no safe interface to wait4")]
fn wait(pid: libc::pid_t) -> std::io::Result<(ExitStatus, Usage)> {
    loop {
        let mut status = 0;
        // SAFETY: a `rusage` is plain numbers, of which zero is one.
        let mut taken: libc::rusage = unsafe { std::mem::zeroed() };
        // SAFETY: both pointers are to live locals of the types that wait4 writes.
        let waited = unsafe { libc::wait4(pid, &raw mut status, 0, &raw mut taken) };
        if waited == pid {
            return Ok((ExitStatus::from_raw(status), usage(&taken)));
        }
        let error = std::io::Error::last_os_error();
        if error.kind() != std::io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
}

/// The kernel's record in our units.
fn usage(taken: &libc::rusage) -> Usage {
    let seconds = |time: libc::timeval| {
        let micros = time.tv_sec.saturating_mul(1_000_000).saturating_add(time.tv_usec);
        Duration::from_micros(u64::try_from(micros).unwrap_or(0)).as_secs_f64()
    };
    // Linux counts in kibibytes, macOS in bytes.
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    Usage {
        wall_seconds: 0.0,
        cpu_seconds: seconds(taken.ru_utime) + seconds(taken.ru_stime),
        peak_bytes: u64::try_from(taken.ru_maxrss).unwrap_or(0).saturating_mul(unit),
    }
}

/// Ends a child that hangs.
#[expect(unsafe_code, reason = "the standard library can kill only through the handle that waits")]
fn kill(pid: libc::pid_t) {
    // SAFETY: no memory is involved. The child has not been waited for, so the number is still its own.
    unsafe {
        libc::kill(pid, libc::SIGKILL);
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, measure};

    #[test]
    fn a_process_is_measured_and_heard() {
        let folder = std::env::temp_dir().join(format!("xtask-process-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        let mut command = Command::new("sh");
        command.args(["-c", "echo said; echo complained >&2; exit 3"]);
        let finished = measure(&mut command, &folder.join("log")).expect("sh runs");
        std::fs::remove_dir_all(&folder).expect("the folder can go");
        assert_eq!(finished.status.code(), Some(3));
        assert_eq!((finished.stdout.as_str(), finished.stderr.as_str()), ("said\n", "complained\n"));
        assert!(finished.usage.wall_seconds > 0.0);
        assert!(finished.usage.peak_bytes > 100_000);
    }
}
