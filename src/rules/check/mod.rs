//! From the files of a hồ sơ to documents that obey the decree, with all findings of a run at once.
//!
//! After this nothing checks again: a [`VanBan`] exists only if its file and the office's are without
//! a fault.

mod bo_cua_tep;
mod bo_va_loai;
mod cac_co_quan;
mod cach_phat_hanh;
mod cau_chu;
mod chi_dan;
mod chon_bo;
mod chu_de;
mod chuyen;
mod co_quan;
mod danh_ba;
mod danh_so;
mod dau;
mod dia_danh;
mod dinh_muc;
mod doan;
mod doan_loai;
mod doc;
mod dot;
mod gia_dinh;
mod ho_so;
mod ke_hoach;
pub mod ky_tu;
mod la_co_quan;
mod loai;
mod luoc_do;
mod mau;
mod ngoai;
mod nguoi_ky;
mod nguoi_nhan;
mod noi_gui;
mod sai_cho;
mod san_sang;
mod sao;
mod soat_loi;
mod ten_co_quan;
mod tham_quyen;
mod tieng_anh;
mod trich_yeu;
mod tron;
mod trong_ngoac;
mod trung_ten;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::o_tron::la_boc;
use crate::model::{CoQuan, DanhBa, DongTron, Muc, Tien, VanBan};
use crate::reading::source::{HoSoNguon, TepNguon};
use crate::reading::yaml::{self, Node, Value};
use bo_cua_tep::BoCuaTep;
pub use cau_chu::cac_cau_chu;
pub use danh_ba::la_ten_danh_ba;
use doc::Doc;
use ho_so::HoSo;
pub use ho_so::chi_co_quan;
pub use la_co_quan::la_co_quan;
pub use luoc_do::{cac_luoc_do, luoc_do_cua};
pub use mau::{
    CHU_DE_CUA_NOI, DOT_CHUYEN_DI, KE_HOACH_CHUYEN_DI, KhoMau, LoiMau, MAU_TYP, khai_bao_co_san,
    kho as kho_mau, khoi_tao, nguoi_ky_con_mau,
};
pub use ngoai::TuNgoai;

/// What a hồ sơ holds.
#[derive(Debug, Clone)]
pub struct KetQua {
    /// Every document of the hồ sơ, by file name.
    pub van_ban: Vec<TaiLieu>,
    /// By file, line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// What is worth knowing and no fault: trips that make no document yet.
    pub ghi_chu: Vec<String>,
    /// The address book, if there is one and it has no fault.
    pub danh_ba: Option<DanhBa>,
    /// What is wrong with the address book, and the lines that it can't resolve. Whoever sends stops there; to
    /// anybody else an address book that is only begun is a warning, which is among the findings.
    pub chan_gui: Vec<Diagnostic>,
    /// The offices that have no fault.
    pub co_quan: Vec<CoQuan>,
    /// The files that the one which was asked for leans on, by the names shown.
    pub dua_vao: Vec<String>,
    /// What was computed of the fields of the file that was asked for, also where it has faults elsewhere.
    pub tinh: Vec<(Muc, Tien)>,
}

impl KetQua {
    fn nhan_loi_danh_ba(&mut self, found: Vec<Diagnostic>) {
        let soft = |d: &Diagnostic| Diagnostic {
            severity: d.severity.max(Severity::Warning),
            ..d.clone()
        };
        self.diagnostics.extend(found.iter().map(soft));
        self.chan_gui = found.into_iter().filter(Diagnostic::is_error).collect();
    }

    /// The findings as sending has them: what is wrong about the address book is an error.
    pub fn de_gui(&mut self) {
        let told = |d: &Diagnostic| {
            self.chan_gui.iter().any(|own| own.place == d.place && own.message == d.message)
        };
        self.diagnostics.retain(|d| !told(d));
        self.diagnostics.extend(std::mem::take(&mut self.chan_gui));
    }
}

/// A document's file and, if neither it nor what it leans on has a fault, the document.
#[derive(Debug, Clone)]
pub struct TaiLieu {
    /// The name of the files to be written, without ending: `ke-hoach`, `dot-1-bao-cao`.
    pub ten: String,
    /// The file's name as the user knows it.
    pub tep: String,
    pub van_ban: Option<VanBan>,
}

/// Checks all files of a hồ sơ. `co_chu` tells whether the fonts have a character.
pub fn check(nguon: &HoSoNguon, co_chu: &dyn Fn(char) -> bool) -> KetQua {
    check_voi(nguon, co_chu, None)
}

/// The same with values of one document that are given from outside.
pub fn check_voi(
    nguon: &HoSoNguon,
    co_chu: &dyn Fn(char) -> bool,
    tu_ngoai: Option<&TuNgoai>,
) -> KetQua {
    if nguon.tron.is_empty() {
        return check_da_dien(nguon, co_chu, tu_ngoai);
    }
    let nguon = tron::dien_md(nguon);
    let co_chu = |c: char| la_boc(c) || co_chu(c);
    let mut ket_qua = check_da_dien(&nguon, &co_chu, tu_ngoai);
    tron::lo_chu(&mut ket_qua);
    ket_qua
}

/// The same once bodies have what a list says.
fn check_da_dien(
    nguon: &HoSoNguon,
    co_chu: &dyn Fn(char) -> bool,
    tu_ngoai: Option<&TuNgoai>,
) -> KetQua {
    let mut diagnostics = nguon.diagnostics.clone();
    let mut opened: Vec<(Doc<'_>, Node)> = Vec::new();
    let mut broken: Vec<&str> = nguon.hong.iter().map(String::as_str).collect();
    for tep in &nguon.tep {
        match mo(tep, nguon.tron.get(&tep.ten), co_chu, &mut diagnostics) {
            Some((doc, mut root)) => {
                if let Some(tu_ngoai) = tu_ngoai {
                    tu_ngoai.dat(&tep.ten, &mut root);
                }
                opened.push((doc, root));
            }
            None => broken.push(&tep.ten),
        }
    }
    let (mut books, mut opened): (Vec<_>, Vec<_>) =
        opened.into_iter().partition(|(doc, root)| danh_ba::la_danh_ba(doc.ten(), root));
    books.iter_mut().for_each(|(doc, root)| doc.mo_dau("danh_ba", root));
    ho_so::mo_dau_co_quan(&mut opened);
    let bo = BoCuaTep::new(&opened, &nguon.md);
    opened.iter_mut().for_each(|(doc, _)| doc.dat_bo(bo.cua(doc.ten())));
    // An address book holds names, which are written as their owners write them; so does a list, and the text around
    // its values was read before it was filled.
    if nguon.tron.is_empty() {
        diagnostics.extend(soat_loi::soat(&opened, &nguon.md));
    }
    broken.retain(|ten| !danh_ba::la_ten_danh_ba(ten));
    let mut ket_qua = HoSo::new(nguon, opened, broken).check(co_chu, diagnostics);
    let mut of_book = danh_ba::tach_ra(&mut ket_qua.diagnostics);
    ket_qua.danh_ba = danh_ba::cac_danh_ba(books, &mut of_book);
    if let Some(danh_ba) = ket_qua.danh_ba.take() {
        of_book.extend(noi_gui::kiem(nguon, &danh_ba, &mut ket_qua));
        ket_qua.danh_ba = Some(danh_ba);
    }
    ket_qua.nhan_loi_danh_ba(of_book);
    trung_ten::kiem(nguon, &mut ket_qua);
    bo.doi_can_cu(ket_qua.diagnostics.iter_mut().chain(&mut ket_qua.chan_gui));
    bo_bao_hai_lan(&mut ket_qua.diagnostics);
    ket_qua.van_ban.sort_by(|a, b| a.tep.cmp(&b.tep));
    ket_qua.diagnostics.sort_by_key(|d| {
        d.place.as_ref().map(|place| (place.file.clone(), place.line, place.column))
    });
    ket_qua
}

/// What the checks say of a place, and the rule about the text that would say it again.
const HAI_LAN: &[(&str, &str)] = &[("bad-date", "VT303"), ("province-merged", "VT702")];

/// A fault that the checks know is told once: the reading of the text says no more about that line.
fn bo_bao_hai_lan(found: &mut Vec<Diagnostic>) {
    for (ma, luat) in HAI_LAN {
        let known = found.iter().filter(|d| d.code == *ma).filter_map(|d| d.place.clone());
        let known: Vec<Place> = known.collect();
        let same = |a: &Place, b: &Place| match *luat {
            "VT303" => a.same_spot(b),
            _ => (&a.file, a.line) == (&b.file, b.line),
        };
        let told = |at: &Place| known.iter().any(|place| same(place, at));
        found.retain(|d| d.code != *luat || !d.place.as_ref().is_some_and(told));
    }
}

/// Reads the tree of a file and checks what concerns every file.
fn mo<'a>(
    tep: &'a TepNguon,
    dong: Option<&DongTron>,
    co_chu: &dyn Fn(char) -> bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Doc<'a>, Node)> {
    let (mut root, found) = yaml::parse(tep);
    if let (Some(dong), Some(root)) = (dong, &mut root) {
        tron::dien(dong, root);
    }
    let syntax = root.is_none() && !found.is_empty();
    let mut doc = Doc::new(tep, root.as_ref(), found);
    match root {
        Some(root) if matches!(root.value, Value::Map(_)) => {
            ky_tu::kiem(&mut doc, &root, co_chu);
            san_sang::cho_trong(&mut doc, &root);
            Some((doc, root))
        }
        Some(Node { value: Value::Null, .. }) | None if !syntax => {
            let message = format!("tệp “{}” không có nội dung", tep.ten);
            doc.add(
                Diagnostic::error("empty-file", message)
                    .hint("ghi các mục “tên_mục: nội dung”, hoặc xoá tệp"),
            );
            doc.close::<()>(None, diagnostics);
            None
        }
        Some(root) => {
            let message =
                format!("cả tệp phải là các mục “tên_mục: nội dung”, không phải {}", root.kind());
            doc.add(Diagnostic::error("wrong-type", message).at(doc.place(root.span)));
            doc.close::<()>(None, diagnostics);
            None
        }
        None => {
            doc.close::<()>(None, diagnostics);
            None
        }
    }
}
