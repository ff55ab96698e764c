//! What one run has open: the folder, the faces, the processes that compose, the acts that were done lately.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::http::Answer;
use super::others::Others;
use crate::diagnostic::Diagnostic;
use crate::jobs::import::{ImportRequest, XemNhap};
use crate::jobs::issue::{IssueRequest, SapPhatHanh};
use crate::jobs::load::{self, Loaded, Shared};
use crate::jobs::merge::{MergeRequest, XemDong, XemTron};
use crate::jobs::send::{DanhSachGui, SendRequest};
use crate::jobs::soan_thao::ra::TepRa;
use crate::jobs::soan_thao::tho::{BatDau, DaXem, MuonTep, MuonXem, Seen, Tho};
use crate::jobs::soan_thao::tu::Tu;
use crate::jobs::soan_thao::tu_nho::TuNho;
use crate::jobs::soan_thao::xem::gia_tri;
use crate::jobs::take_back::{TakeBackRequest, XemLai};
use crate::jobs::{self, Outcome, so_da_biet};
use crate::machine::paths::whole;
use crate::machine::recent_folders::RecentFolders;
use crate::reading::source::TEP_CO_QUAN;
use crate::records::chuyen_phat::sha256;

pub struct Opened {
    pub folder: PathBuf,
    loaded: Loaded,
    pub shared: Shared,
    /// Composes pages and pictures, for which someone waits at the screen.
    nhin: Tho,
    /// Does jobs, which may take longer.
    viec: Tho,
    /// Reads what is handed in: whatever such a file does to it, the others go on.
    nhan: Tho,
    /// Merges papers with lists, which takes longest.
    tron: Tho,
    /// The cabinet as it was seen last.
    tu: TuNho,
    /// The last acts that must not be done twice, by their keys.
    acts: Mutex<VecDeque<(String, Act)>>,
    keys: AtomicUsize,
    /// Files of the page's own as they are sent, packed.
    packed: Mutex<BTreeMap<String, Answer>>,
    /// Whether windows may be opened on this machine: not where nobody sits before it.
    windows: bool,
    /// This program's own file.
    exe: PathBuf,
    /// Folders that are open besides.
    pub others: Others,
    /// The registers that were written into on this machine.
    registers: Option<RecentFolders>,
}

/// What came of an act, once it is done.
type Act = Arc<OnceLock<Answer>>;

/// Acts that are remembered: a clerk's clicks of a minute.
const ACTS: usize = 50;

impl Opened {
    pub fn new(folder: &Path, shared: Shared, exe: PathBuf) -> Result<Self, Diagnostic> {
        if !folder.is_dir() {
            let message = format!("không có thư mục “{}”", folder.display());
            return Err(Diagnostic::error("not-found", message)
                .hint("tạo thư mục ấy trước, hoặc gõ đúng tên: vanthu serve THU_MUC"));
        }
        let loaded = load::shared(&shared)?;
        let open = BatDau { thu_muc: folder.to_owned(), shared: shared.clone(), registers: None };
        let nhin = Tho::nhin(exe.clone(), open.clone());
        let nhan = Tho::nhan(exe.clone(), open.clone());
        let tron = Tho::tron(exe.clone(), open.clone());
        let viec = Tho::viec(exe.clone(), open);
        let others = Others::default();
        let (folder, keys) = (folder.to_owned(), AtomicUsize::new(0));
        let (acts, packed, windows) = (Mutex::default(), Mutex::default(), false);
        let tu = TuNho::default();
        Ok(Self {
            folder,
            loaded,
            shared,
            nhin,
            viec,
            nhan,
            tron,
            tu,
            acts,
            keys,
            packed,
            windows,
            exe,
            others,
            registers: None,
        })
    }

    /// The same on a machine before which somebody sits.
    pub fn with_windows(self, windows: bool) -> Self {
        Self { windows, ..self }
    }

    /// The same that knows which folders were open.
    pub fn with_others(self, others: Others) -> Self {
        Self { others, ..self }
    }

    /// The same that knows the registers of this machine.
    pub fn with_registers(self, registers: Option<RecentFolders>) -> Self {
        let file = registers.as_ref().map(|known| known.file().to_owned());
        let told = |tho: Tho| tho.with_registers(file.clone());
        let (viec, tron, nhan) = (told(self.viec), told(self.tron), told(self.nhan));
        Self { registers, viec, tron, nhan, ..self }
    }

    /// Opens a folder in a program of its own; the file that leads in is told where nobody sits.
    pub fn open_other(&self, folder: &Path) -> Result<Option<PathBuf>, Diagnostic> {
        self.others.open(&self.exe, folder, &self.shared, self.windows)
    }

    /// What the pictures of kinds depend on.
    pub fn office_mark(&self) -> String {
        let office = gia_tri(&self.folder, TEP_CO_QUAN).ok();
        let bytes = office.and_then(|read| serde_json::to_vec(&read.cay).ok()).unwrap_or_default();
        sha256(&bytes)
    }

    /// The folder as one would look for it on the disk.
    pub fn shown(&self) -> String {
        whole(&self.folder).unwrap_or_else(|| self.folder.clone()).display().to_string()
    }

    /// Shows a folder in the system's own window.
    pub fn show(&self, folder: &Path) -> bool {
        self.windows && super::browser::show(folder)
    }

    /// A key for an act that is yet to be asked for.
    pub fn new_key(&self) -> String {
        self.keys.fetch_add(1, Ordering::SeqCst).to_string()
    }

    /// Does an act unless one with that key was done before; its answer is told again. What was refused was not done, and
    /// may be asked for once more, with a slip put right. Two with one key wait for each other, and no other waits for
    /// them.
    pub fn once(&self, key: &str, does: impl FnOnce() -> Answer) -> Answer {
        let act = self.act(key);
        let answer = act.get_or_init(does).clone();
        if answer.status >= 400 {
            let mut acts = self.acts.lock().unwrap_or_else(PoisonError::into_inner);
            acts.retain(|(_, own)| !Arc::ptr_eq(own, &act));
        }
        answer
    }

    fn act(&self, key: &str) -> Act {
        let mut acts = self.acts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, act)) = acts.iter().find(|(own, _)| own == key && !key.is_empty()) {
            return Arc::clone(act);
        }
        let act = Act::default();
        acts.push_front((key.to_owned(), Arc::clone(&act)));
        acts.truncate(ACTS);
        act
    }

    /// Does a job, in a process that can be stopped.
    pub fn work(&self, request: &jobs::Request) -> Outcome {
        self.with_second_register(self.viec.lam(request))
    }

    fn with_second_register(&self, mut outcome: Outcome) -> Outcome {
        if let Some(known) = &self.registers {
            so_da_biet::noi(&mut outcome, known);
        }
        outcome
    }

    /// Does a job with a file that was handed in.
    pub fn work_on_handed(&self, request: &jobs::Request) -> Outcome {
        self.with_second_register(self.nhan.lam(request))
    }

    /// What a Word file that was handed in would become, with its pages.
    pub fn before_import(&self, request: &ImportRequest) -> Seen<XemNhap> {
        self.nhan.xem_nhap(request)
    }

    /// What would come of taking back a Word file that was handed in, with the pages.
    pub fn before_take_back(&self, request: &TakeBackRequest) -> Seen<XemLai> {
        self.nhan.xem_lai(request)
    }

    /// What a list that was handed in would make of a paper, with the pages of its first row.
    pub fn before_merge(&self, request: &MergeRequest) -> Seen<XemTron> {
        self.tron.xem_tron(request)
    }

    /// A row of that list as it will be.
    pub fn merged_row(&self, request: &MergeRequest, thu: usize) -> Seen<XemDong> {
        self.nhan.xem_dong(request, thu)
    }

    pub fn merge(&self, request: &MergeRequest) -> Outcome {
        self.with_second_register(self.tron.lam(&jobs::Request::Merge(request.clone())))
    }

    /// How far merging has come: so many papers of so many.
    pub fn merged_so_far(&self) -> (usize, usize) {
        self.tron.tien()
    }

    /// Stops merging after the paper in hand.
    pub fn stop_merging(&self) {
        self.tron.dung();
    }

    /// All papers of the folder.
    pub fn cabinet(&self) -> Result<Arc<Tu>, Vec<Diagnostic>> {
        self.tu.xem(&self.folder, &self.loaded)
    }

    /// A file to keep or to print; `ten` is what it is made of.
    pub fn file(&self, muon: MuonTep, ten: &str) -> Result<TepRa, Vec<Diagnostic>> {
        self.viec.tep(muon, ten)
    }

    /// The papers that a file makes, by name and title.
    pub fn papers_of(&self, ten: &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
        self.viec.cac_van_ban(ten)
    }

    /// What issuing would come to; findings come beside.
    pub fn before_issue(&self, request: &IssueRequest) -> (Option<SapPhatHanh>, Vec<Diagnostic>) {
        self.viec.sap_phat_hanh(request)
    }

    /// Who would get a paper; findings come beside.
    pub fn recipients(&self, request: &SendRequest) -> (Option<DanhSachGui>, Vec<Diagnostic>) {
        self.viec.ai_nhan(request)
    }

    /// A paper as it is now.
    pub fn look(&self, muon: MuonXem) -> DaXem {
        self.nhin.xem(muon)
    }

    /// The picture of a kind.
    pub fn sample(&self, loai: &str) -> Option<String> {
        self.nhin.anh(loai)
    }

    /// Makes ready what the first page will ask for.
    pub fn warm_up(&self) {
        let _ = self.sample("cong_van");
    }

    /// What was packed before under that name, or is now.
    pub fn packed(&self, name: &str, pack: impl FnOnce() -> Answer) -> Answer {
        let mut packed = self.packed.lock().unwrap_or_else(PoisonError::into_inner);
        packed.entry(name.to_owned()).or_insert_with(pack).clone()
    }
}
