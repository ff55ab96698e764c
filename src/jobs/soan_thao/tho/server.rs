//! The other side of the pipe: one task after the other, within the memory that it was given.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::wire::{BatDau, MuonTep, MuonXem, Tra, Viec, XemBiet, cac_manh};
use crate::compose::compile::Compiler;
use crate::compose::worker::Worker;
use crate::diagnostic::Diagnostic;
use crate::jobs::issue::{cac_van_ban, xem_truoc};
use crate::jobs::load::{self, Loaded};
use crate::jobs::send::ai_nhan;
use crate::jobs::soan_thao::anh_mau::anh_mau;
use crate::jobs::soan_thao::ra::{Ra, TepRa};
use crate::jobs::soan_thao::so_nam::so_nam;
use crate::jobs::soan_thao::tep;
use crate::jobs::soan_thao::tep_den::tep_den;
use crate::jobs::soan_thao::xem::{TrangXem, Xem, xem};
use crate::jobs::{self, Cancel, Means, Progress, Silence, import, means, merge, take_back};
use crate::machine::recent_folders::RecentFolders;
use crate::machine::worker::serving;

/// How many tasks ago something may have been made that is still remembered.
const MEMORY: usize = 4;

/// Answers tasks from standard input until it closes. The first line says what is open; `exe` is this program's own
/// file.
pub fn serve(exe: PathBuf, memory_mib: usize) {
    let dang_lam = DangLam::default();
    let nghe = dang_lam.clone();
    let sort = move |line: String| match Viec::la_dung(&line) {
        true => {
            nghe.dung();
            None
        }
        false => Some(line),
    };
    serving::serve(memory_mib, sort, move |tasks| {
        let first = tasks.recv().unwrap_or_default();
        let open: BatDau = match serde_json::from_str(&first) {
            Ok(open) => open,
            Err(error) => return serving::last_words(&error.to_string()),
        };
        match load::shared(&open.shared) {
            Ok(loaded) => {
                let compiler = means::compiler(exe.clone(), open.shared.fonts.clone());
                // Whoever asked is gone, if it can't be told.
                let _ = Server { open, exe, loaded, compiler, dang_lam }.answer_all(tasks);
            }
            Err(fault) => serving::last_words(&fault.message),
        }
    });
}

struct Server {
    open: BatDau,
    exe: PathBuf,
    loaded: Loaded,
    compiler: Worker,
    dang_lam: DangLam,
}

/// The task in hand, which may be told to stop. A wish that comes when it has ended is of no task.
#[derive(Clone, Default)]
struct DangLam(Arc<Mutex<Cancel>>);

impl DangLam {
    fn viec_moi(&self) -> Cancel {
        let cancel = Cancel::default();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = cancel.clone();
        cancel
    }

    fn dung(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).ask();
    }
}

impl Server {
    fn answer_all(&self, tasks: &Receiver<String>) -> io::Result<()> {
        say(&Tra::SanSang)?;
        for line in tasks {
            let task = serde_json::from_str(&line)?;
            let last = self.answer(&task)?;
            say(&last)?;
            typst::comemo::evict(MEMORY);
        }
        Ok(())
    }

    /// Does a task; the last part of its answer.
    fn answer(&self, task: &Viec) -> io::Result<Tra> {
        match task {
            Viec::Xem(muon) => {
                let Xem { loi, trang, tinh, da_thay } = self.look(muon);
                let moi = |page: &&TrangXem| !muon.co.contains(&page.biet.dau_vet);
                for page in trang.iter().flatten().filter(moi) {
                    pieces(&page.svg)?;
                    say(&Tra::Trang(page.biet.dau_vet.clone()))?;
                }
                let biet = |all: Vec<TrangXem>| all.into_iter().map(|page| page.biet).collect();
                Ok(Tra::Xem(XemBiet { loi, trang: trang.map(biet), tinh, da_thay }))
            }
            Viec::Anh(loai) => {
                let (folder, compiler) = (&self.open.thu_muc, &self.compiler as &dyn Compiler);
                let picture = anh_mau(folder, loai, &self.loaded, compiler);
                picture.iter().try_for_each(|svg| pieces(svg))?;
                Ok(Tra::Anh(picture.is_some()))
            }
            Viec::Job(request) => {
                let tien = Tien::default();
                let run = |means: &Means| {
                    jobs::run(request, &Means { progress: &tien, ..*means }, &mut |_| {})
                };
                Ok(Tra::Job(Box::new(self.with_means(run))))
            }
            Viec::XemTron(request) => {
                let tien = Tien::default();
                let (seen, pages, found) = self
                    .with_means(|means| merge::xem(request, &Means { progress: &tien, ..*means }));
                all_pages(&pages)?;
                Ok(Tra::XemTron(seen.map(Box::new), found))
            }
            Viec::XemDong(request, thu) => {
                let (seen, pages, found) =
                    self.with_means(|means| merge::xem_dong(request, *thu, means));
                all_pages(&pages)?;
                Ok(Tra::XemDong(seen.map(Box::new), found))
            }
            Viec::Tep(muon) => self.file(muon),
            Viec::CacVanBan(ten) => Ok(Tra::CacVanBan(self.papers(ten))),
            Viec::SapPhatHanh(request) => {
                let (sap, found) = self.with_means(|means| xem_truoc(request, means));
                Ok(Tra::SapPhatHanh(sap.map(Box::new), found))
            }
            Viec::XemNhap(request) => {
                let (seen, pages, found) = self.with_means(|means| import::xem(request, means));
                all_pages(&pages)?;
                Ok(Tra::XemNhap(seen.map(Box::new), found))
            }
            Viec::XemLai(request) => {
                let (seen, pages, found) = self.with_means(|means| take_back::xem(request, means));
                all_pages(&pages)?;
                Ok(Tra::XemLai(seen.map(Box::new), found))
            }
            Viec::AiNhan(request) => {
                let (list, found) = ai_nhan(request);
                Ok(Tra::AiNhan(list, found))
            }
            // Kept from the tasks by whoever reads them.
            Viec::Dung => Ok(Tra::SanSang),
        }
    }

    fn with_means<T>(&self, does: impl FnOnce(&Means) -> T) -> T {
        let (exe, compiler, cancel) = (&self.exe, &self.compiler, self.dang_lam.viec_moi());
        let known = self.open.registers.clone().map(RecentFolders::new);
        let registers = known.as_ref();
        does(&Means { exe, compiler, progress: &Silence, cancel: &cancel, registers })
    }

    fn papers(&self, ten: &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
        let path = tep(&self.open.thu_muc, ten).map_err(|found| vec![found])?;
        cac_van_ban(&path, &self.loaded)
    }

    /// A file goes over the pipe as text, in pieces.
    fn file(&self, muon: &MuonTep) -> io::Result<Tra> {
        Ok(Tra::Tep(match self.made(muon) {
            Ok((ten, bytes)) => {
                pieces(&STANDARD.encode(bytes))?;
                Ok(ten)
            }
            Err(found) => Err(found),
        }))
    }

    fn made(&self, muon: &MuonTep) -> Result<TepRa, Vec<Diagnostic>> {
        let ra = Ra { thu_muc: &self.open.thu_muc, loaded: &self.loaded, compiler: &self.compiler };
        match muon {
            MuonTep::Mot { ten, dang, muon } => ra.mot(ten, *dang, muon),
            MuonTep::CaBo(ten) => ra.ca_bo(ten),
            MuonTep::SoNam { request, dang } => {
                self.with_means(|means| so_nam(request, dang, means))
            }
            MuonTep::Den(muon) => self.with_means(|means| tep_den(muon, means)),
        }
    }

    fn look(&self, MuonXem { tep, thay, .. }: &MuonXem) -> Xem {
        let file = (self.open.thu_muc.as_path(), tep.as_str());
        xem(file, thay.as_ref(), (&self.loaded, &self.compiler))
    }
}

/// Tells whoever asked how far a job has come.
#[derive(Default)]
struct Tien {
    xong: AtomicUsize,
    tong: AtomicUsize,
}

impl Progress for Tien {
    fn more(&self, documents: usize) {
        self.tong.fetch_add(documents, Ordering::SeqCst);
    }

    fn next(&self, _: &str) {
        let xong = self.xong.fetch_add(1, Ordering::SeqCst);
        // Whoever asked is gone, if it can't be told.
        let _ = say(&Tra::Tien(xong, self.tong.load(Ordering::SeqCst)));
    }

    fn end(&self) {}
}

/// Pages of which the asker has none.
fn all_pages(pages: &[String]) -> io::Result<()> {
    pages.iter().try_for_each(|svg| {
        pieces(svg)?;
        say(&Tra::Trang(String::new()))
    })
}

fn pieces(text: &str) -> io::Result<()> {
    cac_manh(text).try_for_each(|manh| say(&Tra::Manh(manh.to_owned())))
}

fn say(part: &Tra) -> io::Result<()> {
    serving::send(part, || {
        Tra::Hong(Box::new(
            Diagnostic::error("document-memory", "có quá nhiều chỗ báo nên không kể hết được")
                .hint("tách văn bản thành nhiều tệp"),
        ))
    })
}
