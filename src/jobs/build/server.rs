//! A worker of a batch: makes the documents that it is told to, and says each step before it takes it, so
//! that whoever asked knows what it was at if it is gone. While the disk takes one document ([`writer`]) the
//! next is composed.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use super::request::BuildRequest;
use super::say::{Gone, failed, say, tell, tell_found, tell_read};
use super::wire::{News, Said, Task, Told, ViecTron};
use super::writer::{Composed, Writer};
use super::{document, found, target, tron};
use crate::compose::compile::Compiler;
use crate::diagnostic::Diagnostic;
use crate::jobs::load::{self, HoSo, Loaded};
use crate::jobs::make::{DaSoan, Order};
use crate::jobs::{Cancel, means};
use crate::machine::worker::serving;
use crate::reading::source::{self, HoSoNguon};

/// Answers orders from standard input until it closes. The first line is the request of the batch; `exe` is this
/// program's own file.
pub fn serve(exe: PathBuf, memory_mib: usize) {
    let cancel = Cancel::default();
    let heard = cancel.clone();
    let sort = move |line: String| match serde_json::from_str(&line) {
        Ok(Told::Stop) => {
            heard.ask();
            None
        }
        _ => Some(line),
    };
    serving::serve(memory_mib, sort, move |orders| {
        let first = orders.recv().unwrap_or_default();
        let request: BuildRequest = match serde_json::from_str(&first) {
            Ok(request) => request,
            Err(error) => return serving::last_words(&error.to_string()),
        };
        let compiler = means::compiler(exe, request.shared.fonts.clone());
        match Server::new(&request, &compiler, &cancel) {
            Ok(mut server) => drop(server.answer_all(orders)),
            Err(fault) => serving::last_words(&fault.message),
        }
    });
}

struct Server<'a> {
    request: &'a BuildRequest,
    compiler: &'a dyn Compiler,
    cancel: &'a Cancel,
    loaded: Loaded,
    /// The hồ sơ that was read last: its documents often come one after the other.
    read: Option<(usize, HoSo)>,
    /// The hồ sơ of which it was told last that documents have gone.
    told_gone: Cell<Option<usize>>,
    /// The hồ sơ whose rows are made, before it is filled.
    tron: Option<(usize, HoSoNguon)>,
}

impl<'a> Server<'a> {
    /// An error where fonts or templates can't be read any more; whoever asks has read them before.
    fn new(
        request: &'a BuildRequest,
        compiler: &'a dyn Compiler,
        cancel: &'a Cancel,
    ) -> Result<Self, Diagnostic> {
        let loaded = load::shared(&request.shared)?;
        Ok(Self {
            request,
            compiler,
            cancel,
            loaded,
            read: None,
            told_gone: Cell::new(None),
            tron: None,
        })
    }

    fn answer_all(&mut self, orders: &Receiver<String>) -> Result<(), Gone> {
        say(&Said::Ready)?;
        std::thread::scope(|scope| {
            let writer = Writer::start(scope);
            for line in orders {
                let Ok(Told::Make(number, task)) = serde_json::from_str(&line) else {
                    return Err(Gone);
                };
                let left = self.make(number, &task, &writer)?;
                tell(number, News::End { left })?;
            }
            Ok(())
        })
    }

    /// Composes the documents of a task. Those that it was told to leave.
    fn make(&mut self, number: usize, task: &Task, writer: &Writer) -> Result<Vec<String>, Gone> {
        let Some(path) = self.request.ho_so.get(task.ho_so) else { return Ok(Vec::new()) };
        if let Some(viec) = &task.dong {
            return self.make_row((number, task, viec), path, writer);
        }
        let ho_so = match self.read.take_if(|(index, _)| *index == task.ho_so) {
            Some((_, ho_so)) => ho_so,
            None => match load::ho_so(path, &self.loaded.fonts, &self.loaded.mau) {
                Ok(ho_so) => ho_so,
                Err(found) => return self.unreadable(number, task, found).map(|()| Vec::new()),
            },
        };
        let left = self.make_of(number, task, writer, &ho_so, path)?;
        self.read = Some((task.ho_so, ho_so));
        Ok(left)
    }

    /// Makes the one document of a row.
    fn make_row(
        &mut self,
        (number, task, viec): (usize, &Task, &ViecTron),
        path: &Path,
        writer: &Writer,
    ) -> Result<Vec<String>, Gone> {
        let ten = task.ten.iter().flatten().next().cloned().unwrap_or_default();
        tell_read(number, &[], vec![ten.clone()])?;
        if self.cancel.asked() {
            return Ok(vec![ten]);
        }
        tell(number, News::Begin(ten.clone()))?;
        if self.tron.as_ref().is_none_or(|(index, _)| *index != task.ho_so) {
            let read = source::read_ho_so(path);
            self.tron = match read {
                Ok(nguon) => Some((task.ho_so, nguon)),
                Err(faults) => return tell(number, failed(ten, faults)).map(|()| Vec::new()),
            };
        }
        let Some((_, nguon)) = &self.tron else { return Ok(Vec::new()) };
        let folder = target::of(self.request, path);
        let order = Order::of(&self.request.wanted, &self.loaded.fonts, self.compiler);
        let ho_so = tron::ho_so(nguon, &self.loaded, path, viec);
        match tron::compose(&order, &ho_so, &ten, &folder) {
            Ok(DaSoan { tep: files, canh_bao }) => {
                tell_found(number, canh_bao)?;
                tell(number, News::Composed(ten.clone()))?;
                writer.take(Composed { number, ten, files })?;
            }
            Err(faults) => tell(number, failed(ten, faults))?,
        }
        Ok(Vec::new())
    }

    fn make_of(
        &self,
        number: usize,
        task: &Task,
        writer: &Writer,
        ho_so: &HoSo,
        path: &Path,
    ) -> Result<Vec<String>, Gone> {
        let folder = target::of(self.request, path);
        let order = Order::of(&self.request.wanted, &self.loaded.fonts, self.compiler);
        let mut sound = order.pick(ho_so);
        let mut faults = found::found(&order, ho_so);
        match &task.ten {
            Some(wanted) => {
                sound.retain(|s| wanted.iter().any(|ten| s.ten == ten));
                tell_read(number, &[], wanted.clone())?;
                let gone = |ten: &&String| sound.iter().all(|s| s.ten != ten.as_str());
                self.tell_gone(number, task.ho_so, wanted.iter().filter(gone), faults)?;
            }
            None => {
                if !sound.is_empty()
                    && let Err(fault) = target::prepare(self.request, &folder)
                {
                    faults.push(fault);
                    sound.clear();
                }
                tell_found(number, faults)?;
                let ten = sound.iter().map(|s| s.ten.to_owned()).collect();
                tell_read(number, &ho_so.ket_qua.ghi_chu, ten)?;
            }
        }
        let mut left = Vec::new();
        for document in &sound {
            let ten = document.ten.to_owned();
            if self.cancel.asked() {
                left.push(ten);
                continue;
            }
            tell(number, News::Begin(ten.clone()))?;
            match document::compose(&order, document, &folder) {
                Ok(DaSoan { tep: files, canh_bao }) => {
                    tell_found(number, canh_bao)?;
                    tell(number, News::Composed(ten.clone()))?;
                    writer.take(Composed { number, ten, files })?;
                }
                Err(faults) => tell(number, failed(ten, faults))?,
            }
        }
        Ok(left)
    }

    /// A hồ sơ that can't be read, or can't be read any more.
    fn unreadable(&self, number: usize, task: &Task, found: Vec<Diagnostic>) -> Result<(), Gone> {
        let Some(wanted) = &task.ten else {
            tell_found(number, found)?;
            return tell_read(number, &[], Vec::new());
        };
        tell_read(number, &[], wanted.clone())?;
        self.tell_gone(number, task.ho_so, wanted.iter(), found)
    }

    /// Documents that were sound when the hồ sơ was read before, and are not now: each is named, and what is
    /// wrong with the hồ sơ now is told with the first.
    fn tell_gone<'t>(
        &self,
        number: usize,
        ho_so: usize,
        gone: impl Iterator<Item = &'t String>,
        found: Vec<Diagnostic>,
    ) -> Result<(), Gone> {
        let path = self.request.ho_so.get(ho_so).map(|path| path.display().to_string());
        for ten in gone {
            let told = self.told_gone.replace(Some(ho_so)) == Some(ho_so);
            let now = found.iter().filter(|d| d.is_error() && !told).cloned();
            let mut faults: Vec<Diagnostic> = now.collect();
            faults.push(found::changed(ten, path.as_deref().unwrap_or_default()));
            tell(number, failed(ten.clone(), faults))?;
        }
        Ok(())
    }
}
