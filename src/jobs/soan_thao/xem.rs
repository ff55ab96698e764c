//! Xem: what a paper is at this moment: what its fields hold, what is wrong with them, its pages.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::nhat_ky::ThayDoi;
use super::thay_truoc::thay_truoc;
use super::{doc, tep};
use crate::compose::compile::Compiler;
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::{Diagnostic, Severity};
use crate::jobs::load::{self, Loaded};
use crate::layout::luong::Chon;
use crate::layout::{self, tu_dai};
use crate::reading::source::{self, HoSoNguon, TepNguon, ten_tep};
use crate::reading::yaml::va::{Cay, cay_cua};
use crate::records::chuyen_phat::sha256;
use crate::rules::check::{KetQua, check, la_co_quan, la_ten_danh_ba};
use crate::rules::soat::dat_cho;
use crate::writers::svg::{DauMuc, svg_trong_trang};

/// A finding beside its field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Loi {
    pub muc_do: Severity,
    pub loi: String,
    pub goi_y: Option<String>,
    pub dieu_khoan: Option<String>,
    /// The path of the field; none of what concerns the whole.
    pub muc: Option<String>,
    /// The line inside the field's value.
    pub dong: Option<usize>,
    /// The name of the file, where it is another than the paper's.
    pub tep: Option<String>,
    /// Whether it can be put right by itself.
    pub sua_duoc: bool,
    /// The line of the paper's own file and its words, where the file can't be read as fields.
    pub hong: Option<(usize, String)>,
}

/// A page as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct TrangXem {
    pub biet: TrangBiet,
    pub svg: String,
}

/// What is told of every page, also of one that the asker has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrangBiet {
    /// Of its picture.
    pub dau_vet: String,
    /// Where its fields begin on it.
    pub dau: DauMuc,
}

/// A paper as it is now.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Xem {
    pub loi: Vec<Loi>,
    /// None while a fault stops the paper.
    pub trang: Option<Vec<TrangXem>>,
    /// Amounts that the program has computed, by the paths of the fields that they are of.
    pub tinh: Vec<(String, String)>,
    /// Whether the change that is on its way is in it.
    pub da_thay: bool,
}

/// The fields of a paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GiaTri {
    pub cay: Cay,
    /// Bodies in files of their own: the file's name and its text.
    pub md: Vec<(String, String)>,
    /// Somebody has spoilt the file: it can't be read as fields.
    pub hong: bool,
}

/// What the fields of a file hold.
pub fn gia_tri(thu_muc: &Path, ten: &str) -> Result<GiaTri, Diagnostic> {
    let (_, nguon) = doc(&tep(thu_muc, ten)?)?;
    let read = cay_cua(&nguon);
    let hong = read.is_none();
    let cay = read.unwrap_or_default();
    let mut md = Vec::new();
    cac_md(&cay, &mut |named| {
        if let Ok((_, body)) = tep(thu_muc, named).and_then(|path| doc(&path)) {
            md.push((named.to_owned(), body.text));
        }
    });
    Ok(GiaTri { cay, md, hong })
}

/// Texts that name a body beside.
pub(super) fn cac_md(cay: &Cay, each: &mut dyn FnMut(&str)) {
    match cay {
        Cay::Trong => {}
        Cay::Chu(text) => {
            let named = text.trim();
            if named.ends_with(".md") && !named.contains(['\n', ' ']) {
                each(named);
            }
        }
        Cay::DanhSach(items) => items.iter().for_each(|item| cac_md(item, each)),
        Cay::Nhom(entries) => entries.iter().for_each(|(_, value)| cac_md(value, each)),
    }
}

/// Reads, checks and lays out one paper, as it will be once the change that is on its way stands in its file.
pub fn xem(
    (thu_muc, ten): (&Path, &str),
    thay: Option<&ThayDoi>,
    (loaded, compiler): (&Loaded, &dyn Compiler),
) -> Xem {
    let path = match tep(thu_muc, ten) {
        Ok(path) => path,
        Err(fault) => return Xem { loi: vec![loi_cua(&fault, ten)], ..Xem::default() },
    };
    let mut nguon = match source::read_ho_so(&path) {
        Ok(nguon) => nguon,
        Err(found) => {
            let loi = found.iter().map(|d| loi_cua(d, ten)).collect();
            return Xem { loi, ..Xem::default() };
        }
    };
    let da_thay = thay.is_some_and(|thay| thay_truoc(&mut nguon, thu_muc, thay));
    load::them_mau(&mut nguon, &path, &loaded.mau);
    thu_hep(&mut nguon);
    let ket_qua = check(&nguon, &|c| loaded.fonts.has(c));
    let shown = path.display().to_string();
    let mut found: Vec<Diagnostic> =
        ket_qua.diagnostics.iter().filter(|d| lien_quan(d, &nguon, &shown)).cloned().collect();
    let trang = cac_trang(&ket_qua, &nguon, (loaded, compiler), &mut found);
    let mut loi: Vec<Loi> = found.iter().map(|d| loi_cua(d, ten)).collect();
    loi.sort_by_key(|loi| loi.muc_do);
    let tinh = ket_qua.tinh.iter().map(|(muc, tien)| (muc.duong(), tien.bang_so())).collect();
    Xem { loi, trang, tinh, da_thay }
}

/// All pages of the documents that the file makes; none if one of them can't be made.
fn cac_trang(
    ket_qua: &KetQua,
    nguon: &HoSoNguon,
    (loaded, compiler): (&Loaded, &dyn Compiler),
    found: &mut Vec<Diagnostic>,
) -> Option<Vec<TrangXem>> {
    let own = OwnTemplates { files: &nguon.mau, compiler };
    let mut trang = Some(Vec::new());
    for tai_lieu in ket_qua.van_ban.iter().filter(|t| Some(&t.tep) == nguon.chi.as_ref()) {
        let Some(van_ban) = &tai_lieu.van_ban else {
            trang = None;
            continue;
        };
        let placed = |found| dat_cho(found, nguon.tep.iter().chain(&nguon.md));
        match soan(van_ban, &loaded.fonts, Some(own)) {
            Ok(document) => {
                let pages = layout::trang(&document, &loaded.fonts, Chon::default());
                let ten = &document.thong_tin.tieu_de;
                let le = document.the_thuc.le_duoi_mm;
                let warned = layout::trong_giay::kiem(&pages, le, ten).err().unwrap_or_default();
                found.extend(placed(warned));
                found.extend(placed(tu_dai::xem(&pages, ten)));
                if let Some(all) = &mut trang {
                    all.extend(pages.trang.iter().map(|page| {
                        let (svg, dau) = svg_trong_trang(page, &loaded.fonts);
                        TrangXem { biet: TrangBiet { dau_vet: sha256(svg.as_bytes()), dau }, svg }
                    }));
                }
            }
            Err(faults) => {
                found.extend(placed(faults));
                trang = None;
            }
        }
    }
    trang.filter(|all| !all.is_empty())
}

/// Whether a finding is this paper's affair: one in it, in a body, in an office's file, or of no place.
fn lien_quan(d: &Diagnostic, nguon: &HoSoNguon, shown: &str) -> bool {
    if d.place.is_none() && cua_tep_khac(d, nguon, shown) {
        return false;
    }
    d.place.as_ref().is_none_or(|place| {
        place.file == shown
            || la_co_quan(&place.file)
            || nguon.md.iter().any(|md| md.ten == place.file)
            || !nguon.tep.iter().any(|tep| tep.ten == place.file)
    })
}

/// Whether a finding without a place is about another paper that can't be read, or has nothing in it: the cabinet shows it.
fn cua_tep_khac(d: &Diagnostic, nguon: &HoSoNguon, shown: &str) -> bool {
    let trong = nguon.tep.iter().map(|tep| &tep.ten).filter(|_| d.code == "empty-file");
    nguon.hong.iter().chain(trong).any(|ten| {
        *ten != shown && !la_co_quan(ten_tep(ten)) && d.message.contains(&format!("“{ten}”"))
    })
}

/// Leaves out the papers that this one can't lean on: a cabinet holds hundreds. Plans, trips and copies lean on others.
fn thu_hep(nguon: &mut HoSoNguon) {
    let Some(chi) = nguon.chi.clone() else { return };
    let own = nguon.tep.iter().find(|tep| tep.ten == chi).and_then(loai);
    if matches!(own.as_deref(), None | Some("dot" | "ke_hoach" | "sao_y" | "sao_luc" | "trich_sao"))
    {
        return;
    }
    let giu = |tep: &TepNguon| {
        let ten = ten_tep(&tep.ten);
        tep.ten == chi || la_co_quan(ten) || la_ten_danh_ba(ten) || {
            let kind = loai(tep);
            matches!(kind.as_deref(), None | Some("co_quan" | "danh_ba"))
        }
    };
    nguon.tep.retain(giu);
    let named = |md: &TepNguon| {
        let ten = ten_tep(&md.ten);
        nguon.tep.iter().any(|tep| tep.text.contains(ten))
    };
    nguon.md.retain(named);
}

/// The word of the kind, looked for without reading the whole file.
fn loai(tep: &TepNguon) -> Option<String> {
    let value = tep.text.lines().find_map(|line| line.strip_prefix("loai:"))?;
    let word = value.split('#').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
    (!word.is_empty()).then(|| word.to_owned())
}

/// A finding as the page of the paper `ten` shows it.
pub fn loi_cua(d: &Diagnostic, ten: &str) -> Loi {
    let place = d.place.as_ref();
    let file = place.map(|place| ten_tep(&place.file)).filter(|file| *file != ten);
    let field = place.and_then(|place| place.field.as_deref());
    let hong = place.filter(|_| file.is_none() && field.is_none());
    Loi {
        muc_do: d.severity,
        loi: d.message.clone(),
        goi_y: d.hint.clone(),
        dieu_khoan: d.clause.clone(),
        muc: muc_thieu(d)
            .or_else(|| field.map(|field| field.path.clone()).filter(|path| !path.is_empty())),
        dong: field.and_then(|field| field.line),
        tep: file.map(str::to_owned),
        sua_duoc: !d.fix.is_empty(),
        hong: hong.map(|place| (place.line, place.line_text.clone())),
    }
}

/// The path of a field that isn't there: the finding stands where it is missed, the form has an empty field for it.
fn muc_thieu(d: &Diagnostic) -> Option<String> {
    let (khoa, _) = d.message.strip_prefix("thiếu mục “")?.split_once('”')?;
    let (file, field) = d.place.as_ref().map(|place| (&place.file, place.field.as_ref()))?;
    let known = d.code == "missing-field" && !khoa.contains([':', ' ']) && !file.ends_with(".md");
    let trong = field.map(|field| field.path.as_str()).filter(|path| !path.is_empty());
    known.then(|| trong.map_or_else(|| khoa.to_owned(), |path| format!("{path}.{khoa}")))
}
