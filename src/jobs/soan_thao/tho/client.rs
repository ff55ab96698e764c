//! This side of the pipe: starts the process, asks, waits no longer than the limit, kills.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::wire::{BatDau, MuonTep, MuonXem, Tra, Viec, XemBiet};
use crate::diagnostic::Diagnostic;
use crate::jobs::import::{ImportRequest, XemNhap};
use crate::jobs::issue::{IssueRequest, SapPhatHanh};
use crate::jobs::merge::{MergeRequest, XemDong, XemTron};
use crate::jobs::send::{DanhSachGui, SendRequest};
use crate::jobs::soan_thao::ra::TepRa;
use crate::jobs::soan_thao::xem::loi_cua;
use crate::jobs::take_back::{TakeBackRequest, XemLai};
use crate::jobs::{self, Outcome};
use crate::machine::worker::Limits;
use crate::machine::worker::end::{End, Subject};
use crate::machine::worker::pipe::Pipe;

/// The word that makes the executable a worker.
const WORD: &str = "__soan";

/// Composes in another process, which is started when first needed.
pub struct Tho {
    exe: PathBuf,
    open: BatDau,
    limits: Limits,
    running: Mutex<Option<Pipe>>,
    /// How far the task in hand has come: so many documents of so many.
    tien: Mutex<(usize, usize)>,
    /// Someone wants the task in hand to stop.
    dung: AtomicBool,
}

/// What was seen in a file, pages as pictures, findings.
pub type Seen<T> = (Option<T>, Vec<String>, Vec<Diagnostic>);

/// A paper as it is now.
#[derive(Debug, Default)]
pub struct DaXem {
    pub biet: XemBiet,
    /// The pictures of the pages that the asker hasn't, by their digests.
    pub svg: BTreeMap<String, String>,
}

impl Tho {
    fn moi(exe: PathBuf, open: BatDau, limits: Limits) -> Self {
        let (running, tien, dung) = Default::default();
        Self { exe, open, limits, running, tien, dung }
    }

    /// For pages and pictures, for which someone waits at the screen.
    pub fn nhin(exe: PathBuf, open: BatDau) -> Self {
        let limits = Limits { time: Duration::from_secs(20), ..Limits::document() };
        Self::moi(exe, open, limits)
    }

    /// For jobs, as a batch does them.
    pub fn viec(exe: PathBuf, open: BatDau) -> Self {
        let limits = open.shared.limits(Limits::document());
        Self::moi(exe, open, limits)
    }

    /// For a list that is merged: workers of its own have the limits of a batch, so it is waited for longer.
    pub fn tron(exe: PathBuf, open: BatDau) -> Self {
        let usual = Limits { time: Duration::from_secs(300), ..Limits::document() };
        let limits = open.shared.limits(usual);
        Self { limits, ..Self::viec(exe, open) }
    }

    /// For files that somebody has handed in.
    pub fn nhan(exe: PathBuf, open: BatDau) -> Self {
        let usual = Limits { time: Duration::from_secs(60), ..Limits::document() };
        let limits = open.shared.limits(usual);
        Self::moi(exe, open, limits)
    }

    /// The same that knows where this machine keeps the list of its registers; said before it is first asked.
    pub fn with_registers(self, registers: Option<PathBuf>) -> Self {
        Self { open: BatDau { registers, ..self.open }, ..self }
    }

    /// A paper's faults and pages.
    pub fn xem(&self, muon: MuonXem) -> DaXem {
        let ten = muon.tep.clone();
        let mut svg = BTreeMap::new();
        let end = self.ask(&Viec::Xem(muon), &ten, &mut |dau_vet, text| {
            svg.insert(dau_vet, text);
        });
        match end {
            Ok(Tra::Xem(biet)) => DaXem { biet, svg },
            Ok(_) => DaXem::default(),
            Err(fault) => {
                let loi = vec![loi_cua(&fault, &ten)];
                DaXem { biet: XemBiet { loi, ..XemBiet::default() }, ..DaXem::default() }
            }
        }
    }

    /// The picture of a kind; none if it has none.
    pub fn anh(&self, loai: &str) -> Option<String> {
        let mut picture = None;
        let end = self.ask(&Viec::Anh(loai.to_owned()), loai, &mut |_, svg| picture = Some(svg));
        end.ok().and(picture)
    }

    /// Does a job. One that was stopped is told; what it does is whole or not at all.
    pub fn lam(&self, request: &jobs::Request) -> Outcome {
        let named = request.limits().map(|(_, name)| name).unwrap_or_default();
        match self.ask(&Viec::Job(Box::new(request.clone())), &named, &mut |_, _| {}) {
            Ok(Tra::Job(outcome)) => *outcome,
            Ok(_) => Outcome::default(),
            Err(fault) => Outcome::of(fault),
        }
    }

    /// A file to keep or to print; `ten` is what it is made of.
    pub fn tep(&self, muon: MuonTep, ten: &str) -> Result<TepRa, Vec<Diagnostic>> {
        let mut text = String::new();
        let end = self.ask(&Viec::Tep(muon), ten, &mut |_, pieces| text = pieces);
        let made = match end.map_err(|fault| vec![fault])? {
            Tra::Tep(made) => made?,
            _ => return Err(vec![other_program()]),
        };
        let bytes = STANDARD.decode(text).map_err(|_| vec![other_program()])?;
        Ok((made, bytes))
    }

    /// The papers that a file makes, by name and title.
    pub fn cac_van_ban(&self, ten: &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
        match self.ask(&Viec::CacVanBan(ten.to_owned()), ten, &mut |_, _| {}) {
            Ok(Tra::CacVanBan(all)) => all,
            Ok(_) => Err(vec![other_program()]),
            Err(fault) => Err(vec![fault]),
        }
    }

    /// What issuing would come to; findings come beside.
    pub fn sap_phat_hanh(&self, request: &IssueRequest) -> (Option<SapPhatHanh>, Vec<Diagnostic>) {
        let named = request.tep.display().to_string();
        match self.ask(&Viec::SapPhatHanh(Box::new(request.clone())), &named, &mut |_, _| {}) {
            Ok(Tra::SapPhatHanh(sap, found)) => (sap.map(|sap| *sap), found),
            Ok(_) => (None, vec![other_program()]),
            Err(fault) => (None, vec![fault]),
        }
    }

    /// Who would get a paper; findings come beside.
    pub fn ai_nhan(&self, request: &SendRequest) -> (Option<DanhSachGui>, Vec<Diagnostic>) {
        let named = request.ho_so.display().to_string();
        match self.ask(&Viec::AiNhan(Box::new(request.clone())), &named, &mut |_, _| {}) {
            Ok(Tra::AiNhan(list, found)) => (list, found),
            Ok(_) => (None, vec![other_program()]),
            Err(fault) => (None, vec![fault]),
        }
    }

    /// What a Word file would become, with its pages; findings come beside.
    pub fn xem_nhap(&self, request: &ImportRequest) -> Seen<XemNhap> {
        let task = Viec::XemNhap(Box::new(request.clone()));
        self.seen(&task, &request.tep, |last| match last {
            Tra::XemNhap(seen, found) => Some((seen, found)),
            _ => None,
        })
    }

    /// What would come of taking a Word file back, with the pages; findings come beside.
    pub fn xem_lai(&self, request: &TakeBackRequest) -> Seen<XemLai> {
        let task = Viec::XemLai(Box::new(request.clone()));
        self.seen(&task, &request.tep, |last| match last {
            Tra::XemLai(seen, found) => Some((seen, found)),
            _ => None,
        })
    }

    /// What a list would make of a paper, with the pages of its first row; findings come beside.
    pub fn xem_tron(&self, request: &MergeRequest) -> Seen<XemTron> {
        let task = Viec::XemTron(Box::new(request.clone()));
        self.seen(&task, &request.danh_sach, |last| match last {
            Tra::XemTron(seen, found) => Some((seen, found)),
            _ => None,
        })
    }

    /// A row of it as it will be.
    pub fn xem_dong(&self, request: &MergeRequest, thu: usize) -> Seen<XemDong> {
        let task = Viec::XemDong(Box::new(request.clone()), thu);
        self.seen(&task, &request.danh_sach, |last| match last {
            Tra::XemDong(seen, found) => Some((seen, found)),
            _ => None,
        })
    }

    fn seen<T>(
        &self,
        task: &Viec,
        tep: &Path,
        of: impl FnOnce(Tra) -> Option<(Option<Box<T>>, Vec<Diagnostic>)>,
    ) -> Seen<T> {
        let mut pages = Vec::new();
        let end = self.ask(task, &tep.display().to_string(), &mut |_, svg| pages.push(svg));
        match end.map(of) {
            Ok(Some((seen, found))) => (seen.map(|seen| *seen), pages, found),
            Ok(None) => (None, Vec::new(), vec![other_program()]),
            Err(fault) => (None, Vec::new(), vec![fault]),
        }
    }

    /// How far the task in hand has come: so many documents of so many.
    pub fn tien(&self) -> (usize, usize) {
        *self.tien.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops the task in hand when it next tells how far it has come: what it has done stays done, and what is left is told.
    pub fn dung(&self) {
        self.dung.store(true, Ordering::SeqCst);
    }

    fn da_den(&self, tien: (usize, usize)) {
        *self.tien.lock().unwrap_or_else(PoisonError::into_inner) = tien;
    }

    /// The last part of the answer; `picture` hears each picture before it, with its digest.
    fn ask(
        &self,
        task: &Viec,
        ten: &str,
        picture: &mut dyn FnMut(String, String),
    ) -> Result<Tra, Diagnostic> {
        let mut slot = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        self.da_den((0, 0));
        self.dung.store(false, Ordering::SeqCst);
        // Out of the slot while it works: one that gave no answer is dropped, which kills it.
        let asked = match slot.take() {
            Some(running) => Ok(running),
            None => self.start(),
        };
        let asked = asked.and_then(|mut running| {
            running.tell(task)?;
            Ok((self.hear(&mut running, picture)?, running))
        });
        match asked {
            Ok((last, running)) => {
                *slot = Some(running);
                match last {
                    Tra::Hong(fault) => Err(*fault),
                    last => Ok(last),
                }
            }
            Err(end) => {
                let told = end.told(&Subject::Reading(ten), &self.limits);
                Err(match end {
                    End::Time => {
                        told.hint("tách văn bản thành nhiều tệp; những gì đã lưu còn nguyên")
                    }
                    _ => told,
                })
            }
        }
    }

    /// Hears the parts of an answer until the last.
    fn hear(
        &self,
        running: &mut Pipe,
        picture: &mut dyn FnMut(String, String),
    ) -> Result<Tra, End> {
        let mut text = String::new();
        loop {
            match running.hear(self.limits.time)? {
                Tra::Manh(manh) => text.push_str(&manh),
                Tra::Trang(dau_vet) => picture(dau_vet, std::mem::take(&mut text)),
                Tra::Tien(xong, tong) => {
                    self.da_den((xong, tong));
                    if self.dung.swap(false, Ordering::SeqCst) {
                        running.tell(&Viec::Dung)?;
                    }
                }
                Tra::SanSang => return Err(End::Crash(String::new())),
                last => {
                    if !text.is_empty() {
                        picture(String::new(), text);
                    }
                    return Ok(last);
                }
            }
        }
    }

    fn start(&self) -> Result<Pipe, End> {
        let mut running = Pipe::start(&self.exe, [WORD, &self.limits.memory_mib.to_string()])?;
        running.tell(&self.open)?;
        match running.hear_start(|| false)? {
            Tra::SanSang => Ok(running),
            _ => Err(End::NoStart("không phải cùng một chương trình".to_owned())),
        }
    }
}

fn other_program() -> Diagnostic {
    Diagnostic::error("internal", "lỗi của chương trình: câu trả lời không hợp với điều đã hỏi")
        .hint("đóng chương trình rồi mở lại")
}
