//! Thợ: the process that reads, and this side of its pipe. A file that runs away costs a message.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::luoi;
use super::tep::{self, LoiPdf, TepPdf};
use crate::machine::worker::Limits;
use crate::machine::worker::end::End;
use crate::machine::worker::pipe::Pipe;
use crate::machine::worker::serving::{self, send};
use crate::writers::pdf::dau_den::TrangDau;

/// The word that makes the executable such a process.
const WORD: &str = "__doc-pdf";

/// For one file: the longest papers take a second.
const LIMITS: Limits = Limits { time: Duration::from_secs(30), memory_mib: 768 };

/// What is to be read of a file.
#[derive(Debug, Serialize, Deserialize)]
enum Viec {
    Chu(String),
    TrangDau(String),
    AnhTrang(String),
}

/// What goes over the pipe the other way.
#[derive(Debug, Serialize, Deserialize)]
enum Loi {
    /// The process has started.
    SanSang,
    Chu(Result<TepPdf, LoiPdf>),
    TrangDau(Result<TrangDau, LoiPdf>),
    /// In base64.
    AnhTrang(Result<String, LoiPdf>),
}

/// Reads PDFs in a process of the program `exe`, which starts with the first of them.
pub struct DocPdf {
    exe: PathBuf,
    running: Mutex<Option<Pipe>>,
}

impl DocPdf {
    pub fn moi(exe: &Path) -> Self {
        Self { exe: exe.to_owned(), running: Mutex::new(None) }
    }

    /// What it says.
    pub fn chu(&self, bytes: &[u8]) -> Result<TepPdf, LoiPdf> {
        match self.hoi(&Viec::Chu(STANDARD.encode(bytes)))? {
            Loi::Chu(said) => said,
            _ => Err(LoiPdf::Hong),
        }
    }

    /// Where its first page is blank.
    pub fn trang_dau(&self, bytes: &[u8]) -> Result<TrangDau, LoiPdf> {
        match self.hoi(&Viec::TrangDau(STANDARD.encode(bytes)))? {
            Loi::TrangDau(said) => said,
            _ => Err(LoiPdf::Hong),
        }
    }

    /// Its first page as one sees it, as a PNG.
    pub fn anh_trang(&self, bytes: &[u8]) -> Result<Vec<u8>, LoiPdf> {
        match self.hoi(&Viec::AnhTrang(STANDARD.encode(bytes)))? {
            Loi::AnhTrang(said) => STANDARD.decode(said?).map_err(|_| LoiPdf::Hong),
            _ => Err(LoiPdf::Hong),
        }
    }

    fn hoi(&self, viec: &Viec) -> Result<Loi, LoiPdf> {
        let mut slot = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        // Out of the slot while it works: one that gave no answer is dropped, which kills it.
        let mut running = match slot.take() {
            Some(running) => running,
            None => self.start().map_err(|end| vi_sao(&end))?,
        };
        let answer = running.tell(viec).and_then(|()| running.hear(LIMITS.time));
        let answer = answer.map_err(|end| vi_sao(&end))?;
        *slot = Some(running);
        Ok(answer)
    }

    fn start(&self) -> Result<Pipe, End> {
        let mut running = Pipe::start(&self.exe, [WORD, &LIMITS.memory_mib.to_string()])?;
        match running.hear_start(|| false)? {
            Loi::SanSang => Ok(running),
            _ => Err(End::NoStart("không phải cùng một chương trình".to_owned())),
        }
    }
}

fn vi_sao(end: &End) -> LoiPdf {
    match end {
        End::Time | End::Memory | End::TooLong => LoiPdf::QuaNang,
        // Too deep in itself, or something that the reader stumbled over.
        End::Stack | End::Crash(_) => LoiPdf::Hong,
        End::NoStart(why) => LoiPdf::KhongChay(why.clone()),
    }
}

/// The other side: one file after the other, until the input closes.
pub fn serve(memory_mib: usize) {
    serving::serve(memory_mib, Some, |tasks: &Receiver<String>| {
        let mut next = Some(Loi::SanSang);
        while let Some(answer) = next {
            if send(&answer, || Loi::Chu(Err(LoiPdf::QuaNang))).is_err() {
                return;
            }
            next = tasks.recv().ok().map(tra_loi);
        }
    });
}

fn tra_loi(line: String) -> Loi {
    let hong = || Loi::Chu(Err(LoiPdf::Hong));
    let task: Result<Viec, _> = serde_json::from_str(&line);
    drop(line);
    let bytes = |text: &String| STANDARD.decode(text).unwrap_or_default();
    let read = |task: &Viec| match task {
        Viec::Chu(text) => Loi::Chu(tep::doc(bytes(text))),
        Viec::TrangDau(text) => Loi::TrangDau(luoi::doc(bytes(text))),
        Viec::AnhTrang(text) => {
            Loi::AnhTrang(luoi::anh(bytes(text)).map(|png| STANDARD.encode(png)))
        }
    };
    let Ok(task) = task else { return hong() };
    catch_unwind(AssertUnwindSafe(|| read(&task))).unwrap_or_else(|_| hong())
}
