//! What the page's script asks for: plain JSON in, a job, plain JSON out.

use std::collections::BTreeMap;
use std::path::{MAIN_SEPARATOR, PathBuf};

use serde::{Deserialize, Serialize};

use super::given::Given;
use super::http::{Answer, Request, encode};
use super::opened::Opened;
use super::view;
use super::words::{of_spoilt_file, on_page, sentence};
use crate::diagnostic::Diagnostic;
use crate::jobs::check::CheckRequest;
use crate::jobs::init::InitRequest;
use crate::jobs::soan_thao::bat_dau::bat_dau;
use crate::jobs::soan_thao::bieu_mau::{Phan, bieu_mau};
use crate::jobs::soan_thao::nhat_ky::{NhatKy, ThayDoi};
use crate::jobs::soan_thao::thao_tac::{self, KetQua};
use crate::jobs::soan_thao::tho::{DaXem, MuonXem, XemBiet};
use crate::jobs::soan_thao::xem::{GiaTri, Loi, gia_tri};
use crate::jobs::{self, Outcome, soan_thao};
use crate::reading::source::dau_vet;
use crate::records::chuyen_phat::sha256;

/// What the page knows of a paper after each act.
#[derive(Serialize)]
struct Giay {
    gia_tri: GiaTri,
    bieu_mau: Option<Vec<Phan>>,
    /// What has changed in the folder is seen by this.
    dau_vet: String,
    lui_duoc: bool,
    lai_duoc: bool,
    /// What the act came to.
    ket_qua: Option<KetQua>,
    /// The number of the request that this answers.
    lan: u64,
}

fn giay(opened: &Opened, ten: &str, voi: (bool, Option<KetQua>, u64)) -> Result<Giay, Diagnostic> {
    let (form, ket_qua, lan) = voi;
    let dau_vet = folder_stamp(opened);
    let gia_tri = gia_tri(&opened.folder, ten)?;
    let form = form.then(|| match gia_tri.hong {
        true => Ok(Vec::new()),
        false => bieu_mau(&opened.folder, ten, &gia_tri.cay),
    });
    let form = form.transpose()?;
    let (lui_duoc, lai_duoc) = buoc(opened, ten, &gia_tri)?;
    Ok(Giay { gia_tri, bieu_mau: form, dau_vet, lui_duoc, lai_duoc, ket_qua, lan })
}

fn in_page_words(opened: &Opened, loi: Loi) -> Loi {
    // The folder is the one that is open.
    let folder = format!("{}{MAIN_SEPARATOR}", opened.folder.display());
    let plain = |text: &str| text.replace(&folder, "");
    match of_spoilt_file(&loi) {
        Some((loi_moi, goi_y)) => Loi { loi: loi_moi, goi_y: Some(goi_y), ..loi },
        None => {
            let goi_y = loi.goi_y.as_deref().map(|hint| sentence(&plain(hint)));
            Loi { loi: sentence(&plain(&loi.loi)), goi_y, ..loi }
        }
    }
}

/// A paper's file and its bodies.
fn cac_tep(ten: &str, gia_tri: &GiaTri) -> Vec<String> {
    std::iter::once(ten.to_owned()).chain(gia_tri.md.iter().map(|(ten, _)| ten.clone())).collect()
}

/// Whether there is something to undo, and to make again.
fn buoc(opened: &Opened, ten: &str, gia_tri: &GiaTri) -> Result<(bool, bool), Diagnostic> {
    let nhat_ky = NhatKy::mo(&opened.folder)?;
    let (dung, lui) = nhat_ky.cua(&cac_tep(ten, gia_tri));
    Ok((!dung.is_empty(), !lui.is_empty()))
}

fn folder_stamp(opened: &Opened) -> String {
    sha256(dau_vet(&opened.folder).as_bytes())
}

/// A finding in place of an answer, in the words of the command line.
fn fault(found: &Diagnostic) -> Answer {
    let found = &on_page(found);
    let mut answer = Answer::json(&BTreeMap::from([
        ("loi", Some(found.message.clone())),
        ("goi_y", found.hint.clone()),
    ]));
    answer.status = if found.code == "not-found" { 404 } else { 422 };
    answer
}

pub fn told_json<T: Serialize>(made: Result<T, Diagnostic>) -> Answer {
    made.map_or_else(|found| fault(&found), |value| Answer::json(&value))
}

fn named(request: &Request) -> &str {
    request.asked("tep").unwrap_or_default()
}

pub fn paper(opened: &Opened, request: &Request) -> Answer {
    told_json(giay(opened, named(request), (true, None, 0)))
}

/// What someone wants to see.
#[derive(Deserialize)]
struct Nhin {
    #[serde(flatten)]
    muon: MuonXem,
    #[serde(default)]
    lan: u64,
}

/// What a paper looks like.
#[derive(Serialize)]
struct Dang {
    #[serde(flatten)]
    biet: XemBiet,
    /// Those of its pages that the page hasn't, by their digests.
    svg: BTreeMap<String, String>,
    lan: u64,
}

/// Composes a paper: its faults, its pages. Saving doesn't wait for it.
pub fn look(opened: &Opened, request: &Request) -> Answer {
    let Ok(Nhin { muon, lan }) = serde_json::from_slice(&request.body) else {
        return Answer::said(400, "yêu cầu không đọc được");
    };
    if let Err(found) = soan_thao::tep(&opened.folder, &muon.tep) {
        return fault(&found);
    }
    let DaXem { mut biet, svg } = opened.look(muon);
    biet.loi = biet.loi.into_iter().map(|loi| in_page_words(opened, loi)).collect();
    Answer::json(&Dang { biet, svg, lan })
}

pub fn stamp(opened: &Opened) -> Answer {
    Answer::json(&folder_stamp(opened))
}

/// An act on a paper.
#[derive(Deserialize)]
struct Viec {
    tep: String,
    #[serde(default)]
    lan: u64,
    /// Whether the change goes on with the one before: letters of a word.
    #[serde(default)]
    noi: bool,
    thay_doi: Option<ThayDoi>,
}

/// Reads the act and does it; what comes back is the paper after it.
fn act(
    opened: &Opened,
    request: &Request,
    does: impl FnOnce(&Viec, &[String]) -> Result<KetQua, Diagnostic>,
) -> Answer {
    let Ok(viec) = serde_json::from_slice::<Viec>(&request.body) else {
        return Answer::said(400, "yêu cầu không đọc được");
    };
    told_json(gia_tri(&opened.folder, &viec.tep).and_then(|before| {
        let ket_qua = does(&viec, &cac_tep(&viec.tep, &before))?;
        giay(opened, &viec.tep, (false, Some(ket_qua), viec.lan))
    }))
}

pub fn change(opened: &Opened, request: &Request) -> Answer {
    act(opened, request, |viec, cac_tep| {
        let thay_doi = viec.thay_doi.clone().filter(|t| cac_tep.contains(&t.tep));
        let thay_doi = thay_doi.ok_or_else(|| {
            Diagnostic::error("wrong-use", "chỗ vừa sửa không thuộc văn bản đang mở")
                .hint("tải lại trang này")
        })?;
        thao_tac::doi_tiep(&opened.folder, thay_doi, viec.noi)
    })
}

pub fn undo(opened: &Opened, request: &Request) -> Answer {
    act(opened, request, |_, cac_tep| thao_tac::lui(&opened.folder, cac_tep))
}

pub fn redo(opened: &Opened, request: &Request) -> Answer {
    act(opened, request, |_, cac_tep| thao_tac::lai(&opened.folder, cac_tep))
}

/// Puts right what is sure, as `check --fix` does.
pub fn fix(opened: &Opened, request: &Request) -> Answer {
    act(opened, request, |viec, _| {
        let ho_so = vec![soan_thao::tep(&opened.folder, &viec.tep)?];
        let request =
            CheckRequest { ho_so, fix: true, comments: None, shared: opened.shared.clone() };
        let outcome = run(opened, &jobs::Request::Check(request));
        let refused = |d: &&Diagnostic| ["fix-refused", "cannot-write"].contains(&d.code.as_ref());
        match outcome.diagnostics.iter().find(refused) {
            Some(found) => Err(found.clone()),
            None => Ok(KetQua::Xong),
        }
    })
}

pub fn run(opened: &Opened, request: &jobs::Request) -> Outcome {
    opened.work(request)
}

/// A new paper of a kind, or like an old one; the browser goes to it.
pub fn new_paper(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let nhu = given.some("nhu").map(|ten| soan_thao::tep(&opened.folder, &ten)).transpose();
    let nhu = match nhu {
        Ok(nhu) => nhu,
        Err(found) => return view::fault(&found),
    };
    let request = InitRequest {
        dir: opened.folder.clone(),
        co_quan: None,
        mau: given.some("loai").filter(|_| nhu.is_none()),
        nhu,
        thu_muc_mau: opened.shared.mau.clone(),
    };
    go_to_made(run(opened, &jobs::Request::Init(request)))
}

/// The office's file from a ready one; the browser goes to it.
pub fn first_start(opened: &Opened, request: &Request) -> Answer {
    match bat_dau(&opened.folder, Given::posted(request).some("co_quan")) {
        Err(found) => view::fault(&found),
        Ok(()) => Answer::go_to("/giay?tep=co-quan.yaml&dau=1".to_owned()),
    }
}

fn go_to_made(outcome: Outcome) -> Answer {
    if let Some(found) = outcome.diagnostics.iter().find(|d| d.is_error()) {
        return view::fault(found);
    }
    let paper = |path: &&PathBuf| path.extension().is_some_and(|ending| ending == "yaml");
    let name = |path: &PathBuf| path.file_name().map(|n| n.to_string_lossy().into_owned());
    match outcome.made.iter().find(paper).and_then(name) {
        Some(ten) => Answer::go_to(format!("/giay?tep={}", encode(&ten))),
        None => Answer::go_to("/".to_owned()),
    }
}
