//! `import`: a paper that any office has as a Word file becomes a hồ sơ. What was taken over is proven: the new hồ sơ is
//! built in memory and held against the Word file, and every letter that is not carried over is told with its place.

mod cau_thuong;
mod co_quan;
mod doi_chieu;
mod dung;
mod ke;
mod rieng;
mod than;
mod tu_san;
mod van_ban;
mod xem;
mod yaml;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::load::{self, Loaded, Shared};
use super::{Means, Outcome, duong_dan, phien_ban};
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, NewFolder, Ready, is_taken, not_ours};
use crate::model::khong_dau::ten_tep_khong_dau;
use crate::word::doc_word::TepWord;
use crate::word::nhan_dang::{GiayNhan, KemTheoNhan, KhoiThan, NHIEU_DOAN, nhan_dang, qua_dai};
use than::Cach;
use tu_san::TuSan;
use van_ban::{HoSoMoi, soan};

pub use doi_chieu::{KetQua, Mat, doi_chieu, doi_chieu_tho};
pub use xem::{XemNhap, xem};

/// What to take over, and where to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportRequest {
    #[serde(with = "duong_dan")]
    pub tep: PathBuf,
    /// The folder of the new hồ sơ; without it one beside the Word file, called like it.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    /// A folder of papers that this one is put among, with an office of its own there or one that is known; a paper
    /// that needs a template of its own gets a folder inside.
    #[serde(default, with = "duong_dan")]
    pub vao: Option<PathBuf>,
    pub shared: Shared,
}

/// Places of what an office's file says.
const CUA_CO_QUAN: [&str; 5] =
    ["Tên cơ quan", "Số, ký hiệu", "Đầu văn bản", "Chức vụ người ký", "Cuối văn bản"];
/// How often a paper is written anew because something of it could not be taken.
const LAN: usize = 8;
/// What a template of its own costs against the form of the kind: as much as a few paragraphs that are told to be lost.
const MAU_RIENG: usize = 20;

/// Takes a paper over; nothing is written unless all of it is.
pub fn import(request: &ImportRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    if let Err(fault) = nhap(request, means, &mut outcome) {
        outcome.diagnostics.push(fault);
    }
    outcome
}

fn nhap(request: &ImportRequest, means: &Means, outcome: &mut Outcome) -> Result<(), Diagnostic> {
    let (folder, vao) = noi_ghi(request)?;
    let doc = doc(request, vao.then_some(folder.as_path()), means)?;
    outcome.diagnostics.extend(doc.found);
    outcome.notes.extend(doc.doi_ma);
    means.go_on("nhập", &format!("“{}”", doc.ten))?;
    let folder = match vao {
        true if doc.lam.moi.mau_rieng.is_some() => trong_tu(&folder, &request.tep),
        _ => folder,
    };
    match vao && doc.lam.moi.mau_rieng.is_none() {
        true => ghi_vao(&folder, &doc.lam.moi, outcome)?,
        false => ghi(&folder, &doc.lam.moi, outcome)?,
    }
    ke::ke(&request.tep, &doc.giay, &doc.lam, &folder, outcome);
    Ok(())
}

/// Where it goes, and whether that is among other papers: a folder that was named and has an office.
fn noi_ghi(request: &ImportRequest) -> Result<(PathBuf, bool), Diagnostic> {
    if let Some(folder) = &request.vao {
        return Ok((folder.clone(), true));
    }
    let folder = request.output.clone().unwrap_or_else(|| canh(&request.tep));
    if request.output.is_some() && TuSan::doc(&folder).co_co_quan() {
        return Ok((folder, true));
    }
    con_trong(&folder).map(|()| (folder, false))
}

/// A folder with nothing in it may be filled, and nothing else.
fn con_trong(folder: &Path) -> Result<(), Diagnostic> {
    if is_taken(folder) { Err(not_ours(folder, "có tệp ở trong")) } else { Ok(()) }
}

/// A Word file that was read, and what was made of it.
struct Doc {
    ten: String,
    giay: GiayNhan,
    tu: Option<TuSan>,
    lam: Lam,
    loaded: Loaded,
    found: Vec<Diagnostic>,
    /// What is to be told of letters that were not Unicode.
    doi_ma: Option<String>,
}

/// Reads the Word file and makes what it says, for a folder of other papers if it goes among those (`vao`).
fn doc(request: &ImportRequest, vao: Option<&Path>, means: &Means) -> Result<Doc, Diagnostic> {
    let mut loaded = load::shared(&request.shared)?;
    let mut found = std::mem::take(&mut loaded.found);
    let (ban, doi_ma) = phien_ban::tu_word_unicode(&request.tep)?;
    if qua_dai(&ban.word) {
        return Err(dai_qua(&request.tep));
    }
    if !doi_chieu::co_chu(&ban.word) {
        return Err(khong_chu(&request.tep));
    }
    let giay = nhan_dang(&ban.word);
    found.extend(phien_ban::con_dau_sua(&request.tep, &ban));
    found.extend(phien_ban::chua_doc(&request.tep, &ban));
    let tu = vao.map(TuSan::doc);
    let lam = lam(&giay, &ban.word, tu.as_ref(), &loaded, means)?;
    Ok(Doc { ten: ban.ten, giay, tu, lam, loaded, found, doi_ma })
}

/// A folder inside that of the papers, called like the Word file, which nothing is in yet.
fn trong_tu(folder: &Path, tep: &Path) -> PathBuf {
    let goc = canh(tep);
    let goc = goc.file_name().map(|ten| ten.to_string_lossy().into_owned()).unwrap_or_default();
    let name = |so: usize| if so == 1 { goc.clone() } else { format!("{goc}-{so}") };
    let free = (1..).map(|so| folder.join(name(so))).find(|path| !output::is_there(path));
    free.unwrap_or_else(|| folder.join(&goc))
}

/// The files among others, none of which is written over.
fn ghi_vao(folder: &Path, moi: &HoSoMoi, outcome: &mut Outcome) -> Result<(), Diagnostic> {
    let ready =
        |(ten, bytes): &(String, Vec<u8>)| Ready { path: folder.join(ten), bytes: bytes.clone() };
    output::write_new(&moi.tep.iter().map(ready).collect::<Vec<_>>())?;
    let paper = format!("{}.yaml", moi.ten);
    let all = moi.tep.iter().map(|(ten, _)| ten);
    let (own, others): (Vec<_>, Vec<_>) = all.partition(|ten| **ten == paper);
    if !others.iter().any(|ten| ten.starts_with("co-quan")) {
        outcome
            .notes
            .push("cơ quan của văn bản đã có trong thư mục: dùng tệp cơ quan đã có".to_owned());
    }
    outcome.made.extend(own.into_iter().chain(others).map(|ten| folder.join(ten)));
    Ok(())
}

/// The files of a hồ sơ that says what was recognised, as they are first written: nothing is proven.
pub fn chua_thu(giay: &GiayNhan) -> Vec<(String, Vec<u8>)> {
    soan(giay, &Cach::default(), None).tep
}

/// A folder beside the file, called like it.
fn canh(tep: &Path) -> PathBuf {
    let stem = tep.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name = ten_tep_khong_dau(&stem);
    tep.with_file_name(if name.is_empty() { "ho-so".to_owned() } else { name })
}

fn khong_chu(tep: &Path) -> Diagnostic {
    Diagnostic::error("import-empty", format!("{} không có chữ nào để nhập", tep.display()))
        .hint("tệp chỉ có ảnh quét thì lấy tệp Word gốc, hoặc gõ lại thành một văn bản mới")
}

fn dai_qua(tep: &Path) -> Diagnostic {
    let message = format!(
        "{} dài quá chừng 300 trang chữ hoặc {NHIEU_DOAN} đoạn, không phải một văn bản",
        tep.display()
    );
    Diagnostic::error("import-too-long", message)
        .hint("tách tệp Word thành từng văn bản rồi nhập từng tệp")
}

/// What was made, and how it stands to the Word file; none if the hồ sơ can't be built yet.
struct Lam {
    moi: HoSoMoi,
    ket_qua: Option<KetQua>,
    loi: Vec<Diagnostic>,
    /// What is to be told of a paper that can be built.
    bao: Vec<Diagnostic>,
    /// What is lost of a paper that can't be built.
    mat_tho: Vec<Mat>,
}

/// Writes the hồ sơ, builds it, and writes again what could not be taken so, until nothing is lost or nothing helps.
fn lam(
    giay: &GiayNhan,
    cu: &TepWord,
    tu: Option<&TuSan>,
    loaded: &Loaded,
    means: &Means,
) -> Result<Lam, Diagnostic> {
    let mut cach = Cach::default();
    let mut best: Option<Lam> = None;
    for _ in 0..LAN {
        means.go_on("nhập", "tệp Word")?;
        let moi = soan(giay, &cach, tu);
        let (lam, next) = match dung::dung(&moi, tu, loaded, means) {
            Ok((built, bao)) => {
                let ket_qua = doi_chieu(cu, &built);
                let next = sau_so(giay, &moi, &ket_qua, &cach);
                let (loi, mat_tho) = (Vec::new(), Vec::new());
                (Lam { moi, ket_qua: Some(ket_qua), loi, bao, mat_tho }, next)
            }
            Err(loi) => {
                let next = sau_loi(giay, &moi, &loi, &cach);
                let (bao, mat_tho) = (Vec::new(), Vec::new());
                (Lam { moi, ket_qua: None, loi, bao, mat_tho }, next)
            }
        };
        if best.as_ref().is_none_or(|best| hon(&lam, best, tu.is_some())) {
            best = Some(lam);
        }
        match next {
            Some(next) if next != cach => cach = next,
            _ => break,
        }
    }
    if let Some(best) = best.as_mut().filter(|best| best.ket_qua.is_none()) {
        best.mat_tho = tho(giay, cu, &best.moi);
    }
    best.ok_or_else(|| {
        Diagnostic::error("internal", "lỗi của chương trình: không soạn được hồ sơ nào")
    })
}

/// What the fields of a paper that can't be built have not.
fn tho(giay: &GiayNhan, cu: &TepWord, moi: &HoSoMoi) -> Vec<Mat> {
    let yaml = moi.tep.iter().filter(|(ten, _)| ten.ends_with(".yaml"));
    let text: Vec<_> = yaml.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    doi_chieu_tho(cu, &text.join("\n"), &moi.loai, giay.dau.bo())
}

/// Fewer letters lost, or built at all. `giua_nhieu`: among other papers, whose office is printed unless this one has a
/// folder of its own.
fn hon(lam: &Lam, best: &Lam, giua_nhieu: bool) -> bool {
    let of_office = |lam: &Lam| {
        let mat = lam.ket_qua.iter().flat_map(|found| &found.mat);
        mat.into_iter().any(|mat| CUA_CO_QUAN.contains(&mat.noi.as_str()))
    };
    let free = giua_nhieu && of_office(best);
    let rate = |lam: &Lam| match &lam.ket_qua {
        Some(found) => {
            let own = if lam.moi.mau_rieng.is_some() && !free { MAU_RIENG } else { 0 };
            found.mat.len().saturating_mul(4).saturating_add(found.them.len()).saturating_add(own)
        }
        None => usize::MAX,
    };
    rate(lam) < rate(best)
}

/// All blocks of a paper, in the order of their numbers.
fn cac_khoi(giay: &GiayNhan) -> impl Iterator<Item = &KhoiThan> {
    let after = giay.sau.kem_theo.iter().flat_map(KemTheoNhan::tat_ca);
    let of_appendices = giay.sau.phu_luc.iter().flat_map(|own| &own.than);
    giay.than.iter().chain(after).chain(of_appendices)
}

/// After findings: their blocks are no heads, or else are written as they stand; if they are not about blocks, the
/// whole body is.
fn sau_loi(giay: &GiayNhan, moi: &HoSoMoi, loi: &[Diagnostic], cach: &Cach) -> Option<Cach> {
    let mut next = cach.clone();
    let blocks: Vec<&KhoiThan> = cac_khoi(giay).collect();
    let is_head = |id: &usize| blocks.get(*id).is_some_and(|khoi| khoi.muc != khoi.md);
    for found in loi {
        let field = found.place.as_ref().and_then(|place| place.field.as_ref());
        let Some(field) = field else { continue };
        if matches!(field.path.as_str(), "ky_hieu" | "don_vi_soan") || found.code == "bad-symbol" {
            next.bo_ky_hieu = true;
        }
        next.chi_chuc_vu |= found.code == "bad-signer";
        let than = moi.than.iter().find(|than| than.truong == field.path);
        let at_fault = than.zip(field.line).and_then(|(than, line)| than.khoi(line));
        match at_fault {
            Some(id) if is_head(&id) && !cach.muc.contains(&id) => next.muc.insert(id),
            Some(id) => next.tron.insert(id),
            None => false,
        };
    }
    if next == *cach && !cach.tu_do {
        next.tu_do = true;
    }
    (next != *cach).then_some(next)
}

/// After a comparison: blocks that lost letters are written as they stand, then the whole body is.
fn sau_so(giay: &GiayNhan, moi: &HoSoMoi, ket_qua: &KetQua, cach: &Cach) -> Option<Cach> {
    if ket_qua.mat.is_empty() {
        return None;
    }
    let mut next = cach.clone();
    for (id, khoi) in cac_khoi(giay).enumerate() {
        if ket_qua.mat.iter().any(|mat| mat.noi == khoi.noi && !khoi.la_bang) {
            next.tron.insert(id);
        }
    }
    if next == *cach && !cach.tu_do && moi.mau_rieng.is_none() {
        next.tu_do = true;
    }
    (next != *cach).then_some(next)
}

/// All files at once, in a folder of their own.
fn ghi(folder: &Path, moi: &HoSoMoi, outcome: &mut Outcome) -> Result<(), Diagnostic> {
    let mut new = NewFolder::begin(folder, &con_trong)?;
    for (ten, bytes) in &moi.tep {
        new.add(ten, bytes)?;
    }
    new.finish()?;
    outcome.made.extend(moi.tep.iter().map(|(ten, _)| crate::machine::paths::inside(folder, ten)));
    Ok(())
}
