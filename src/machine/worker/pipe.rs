//! A child process of this program that is asked and answers in JSON, a line each.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::end::End;

/// A program that isn't there after so long won't come: a slow disk and a virus scanner are allowed for.
pub const START: Duration = Duration::from_secs(60);

/// How often someone who waits for a child looks whether the user wants to stop.
pub const LOOK: Duration = Duration::from_millis(50);

/// How long one that has nothing to do may take to end.
const END: Duration = Duration::from_secs(2);

/// The longest line in bytes that may come back.
pub const LONGEST: usize = 4 * 1024 * 1024;

/// A child that has started. Dropped, it is killed.
pub struct Pipe {
    child: Child,
    /// None once it was told that there are no more.
    tasks: Option<ChildStdin>,
    answers: Receiver<Vec<u8>>,
    /// Hears the error stream to its end.
    listener: Option<JoinHandle<String>>,
}

impl Pipe {
    /// Starts this program, whose file is `exe`, with other arguments.
    pub fn start<A: AsRef<OsStr>>(
        exe: &Path,
        args: impl IntoIterator<Item = A>,
    ) -> Result<Self, End> {
        let mut child = without_window(&mut Command::new(exe))
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|e| no_start(&e))?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (sender, answers) = sync_channel(1);
        // From here on whatever goes wrong kills the child.
        let mut pipe = Self { child, tasks: pipes.0, answers, listener: None };
        let (Some(stdout), Some(stderr)) = (pipes.1, pipes.2) else {
            return Err(End::NoStart("không có ống dẫn".to_owned()));
        };
        thread(move || hear_answers(stdout, &sender))?;
        pipe.listener = Some(thread(move || last_words(stderr))?);
        Ok(pipe)
    }

    /// Sends a task. A child that is gone shows in the answer that doesn't come.
    pub fn tell(&mut self, task: &impl Serialize) -> Result<(), End> {
        let mut line = serde_json::to_vec(task).map_err(|e| End::Crash(e.to_string()))?;
        line.push(b'\n');
        if let Some(tasks) = &mut self.tasks {
            let _ = tasks.write_all(&line).and_then(|()| tasks.flush());
        }
        Ok(())
    }

    /// Lets a child that has answered all end by itself.
    pub fn end(mut self) {
        self.tasks = None;
        let deadline = Instant::now().checked_add(END);
        while matches!(self.child.try_wait(), Ok(None)) && Some(Instant::now()) < deadline {
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// The next line that it answers.
    pub fn hear<A: DeserializeOwned>(&mut self, time: Duration) -> Result<A, End> {
        match self.answers.recv_timeout(time) {
            Ok(line) => serde_json::from_slice(&line).map_err(|e| End::Crash(e.to_string())),
            Err(RecvTimeoutError::Timeout) => Err(End::Time),
            Err(RecvTimeoutError::Disconnected) => Err(self.ended()),
        }
    }

    /// The first answer, for which nobody waits who wants to stop. One that doesn't come means that the child
    /// didn't start.
    pub fn hear_start<A: DeserializeOwned>(&mut self, stop: impl Fn() -> bool) -> Result<A, End> {
        let since = Instant::now();
        loop {
            match self.hear(LOOK) {
                Err(End::Time) if since.elapsed() < START && !stop() => {}
                Err(End::Crash(words)) => return Err(End::NoStart(words)),
                Err(_) => return Err(End::NoStart("không thấy trả lời".to_owned())),
                answer => return answer,
            }
        }
    }

    fn ended(&mut self) -> End {
        let status = self.child.wait();
        let words = self.listener.take().map(JoinHandle::join);
        let words = words.and_then(Result::ok).unwrap_or_default();
        match (words.trim().is_empty(), status) {
            (true, Ok(status)) => End::Crash(how(status)),
            _ => End::of_last_words(&words),
        }
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// On Windows a child of a program that has no console would open a window of its own.
#[cfg(windows)]
fn without_window(command: &mut Command) -> &mut Command {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW)
}

#[cfg(not(windows))]
fn without_window(command: &mut Command) -> &mut Command {
    command
}

fn thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<JoinHandle<T>, End> {
    std::thread::Builder::new().spawn(work).map_err(|e| no_start(&e))
}

fn no_start(error: &std::io::Error) -> End {
    End::NoStart(why_not(error))
}

/// What the system has against another process or thread.
pub fn why_not(error: &std::io::Error) -> String {
    use std::io::ErrorKind as K;
    match error.kind() {
        K::WouldBlock | K::OutOfMemory => {
            "hệ thống không cho mở thêm tiến trình hay luồng".to_owned()
        }
        K::NotFound => "không còn thấy tệp của chương trình".to_owned(),
        K::PermissionDenied => "hệ thống không cho chạy".to_owned(),
        _ => error.to_string(),
    }
}

/// How a child ended that said nothing.
fn how(status: std::process::ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return format!("bị hệ thống dừng (tín hiệu {signal})");
    }
    status.code().map_or_else(String::new, |code| format!("tự dừng với mã {code}"))
}

/// Passes on a line after the other until the child is gone or says more than it may.
fn hear_answers(stdout: ChildStdout, sender: &SyncSender<Vec<u8>>) {
    let mut reader = BufReader::new(stdout);
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX).saturating_mul(2);
    loop {
        let mut line = Vec::new();
        let read = reader.by_ref().take(most).read_until(b'\n', &mut line);
        let whole = read.is_ok() && line.ends_with(b"\n");
        if !whole || sender.send(line).is_err() {
            return;
        }
    }
}

/// The beginning of what the child says on its error stream, which is read to its end.
fn last_words(mut stderr: ChildStderr) -> String {
    let mut words = Vec::new();
    let _ = stderr.by_ref().take(4096).read_to_end(&mut words);
    let _ = std::io::copy(&mut stderr, &mut std::io::sink());
    String::from_utf8_lossy(&words).into_owned()
}
