//! A package, perhaps years later: every file as it was packed. Three things are one: what an office keeps (the package of the
//! circular's form, its list of digests beside it), that package alone as the archive has it, and the form of before, which
//! had our list only.

use std::path::Path;

use super::dong_goi::BIEN_BAN;
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::model::PHIEN_BAN;
use crate::reading::source::{self, Cay};
use crate::records::nop_luu::goi_tin::{CayGoi, DaXet, EAD, METS, Sai, doi_chieu};
use crate::records::nop_luu::{BangKeNop, TEP_BANG_KE};

/// Whether a folder is a package that went to the archive.
pub fn la_goi(folder: &Path) -> bool {
    let there = |ten: &str| folder.join(ten).symlink_metadata().is_ok();
    folder.is_dir() && (there(TEP_BANG_KE) || (there(METS) && there(EAD)))
}

/// Holds a package against its lists of digests.
pub fn kiem(folder: &Path, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let cay = source::read_tree(folder)?;
    match cay.get(TEP_BANG_KE) {
        Some(bytes) => ca_hai(folder, &cay, bytes.as_deref(), outcome),
        None => mot_goi(folder, &cay, outcome),
    }
}

/// As the office keeps it.
fn ca_hai(
    folder: &Path,
    cay: &Cay,
    bytes: Option<&[u8]>,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let list = bytes.and_then(|bytes| Some((bytes, BangKeNop::doc(bytes)?)));
    let (bytes, list) = list.ok_or_else(|| vec![khong_doc(&o(folder, TEP_BANG_KE))])?;
    let found = theo_bang_ke(folder, cay, &list);
    if !found.is_empty() {
        return Err(found);
    }
    // Whole by our list; by its own it may still be none.
    let mut ma_goi = String::new();
    for ten in cay.keys().filter_map(|ten| ten.strip_suffix("/METS.xml")) {
        if !ten.contains('/') {
            let xet = doi_chieu(Some(ten), &trong(cay, ten));
            ma_goi = format!("; mã gói: {}", xet.ma);
            cua_goi(&folder.join(ten), xet)?;
        }
    }
    let version = match list.phien_ban == PHIEN_BAN {
        true => String::new(),
        false => format!(" (gói do bản {} làm)", list.phien_ban),
    };
    outcome.lines.push(format!(
        "{}: “{}”, đủ {} tệp, còn nguyên{version}; dấu của gói: {}{ma_goi}",
        folder.display(),
        list.tieu_de,
        list.tep.len(),
        BangKeNop::dau(bytes)
    ));
    outcome.notes.push("so dấu ấy với dấu in ở mục 6 của biên bản giao nhận đã ký".to_owned());
    Ok(())
}

/// As the archive has it, without what lay beside it.
fn mot_goi(folder: &Path, cay: &Cay, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let name = folder.file_name().map(|ten| ten.to_string_lossy().into_owned());
    let all = cay.iter().map(|(ten, bytes)| (ten.as_str(), bytes.as_deref())).collect();
    let xet = cua_goi(folder, doi_chieu(name.as_deref(), &all))?;
    outcome.lines.push(format!(
        "{}: “{}”, đủ {} tệp, còn nguyên; mã gói: {}",
        folder.display(),
        xet.tieu_de,
        xet.so_tep,
        xet.ma
    ));
    outcome.notes.push("so mã gói với mã in ở mục 6 của biên bản giao nhận đã ký".to_owned());
    Ok(())
}

/// The files of a package that lies in a folder.
fn trong<'a>(cay: &'a Cay, ten: &str) -> CayGoi<'a> {
    let inside = |one: &'a str| one.strip_prefix(ten)?.strip_prefix('/');
    cay.iter().filter_map(|(own, bytes)| Some((inside(own)?, bytes.as_deref()))).collect()
}

/// By our own list.
fn theo_bang_ke(folder: &Path, cay: &Cay, list: &BangKeNop) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for ten in list.tep.keys() {
        found.extend(match cay.get(ten) {
            None => Some(mat(&o(folder, ten))),
            Some(Some(bytes)) if list.khop(ten, bytes) => None,
            Some(_) => Some(da_sua(&o(folder, ten))),
        });
    }
    let own = |ten: &str| {
        ten == TEP_BANG_KE || ten.strip_prefix(BIEN_BAN).is_some_and(|rest| rest.starts_with('.'))
    };
    let strange = cay.keys().filter(|ten| !list.tep.contains_key(*ten) && !own(ten));
    found.extend(strange.map(|ten| la(&o(folder, ten), "bảng kê")));
    found
}

/// By the package's METS and PREMIS.
fn cua_goi(folder: &Path, xet: DaXet) -> Result<DaXet, Vec<Diagnostic>> {
    if xet.sai.is_empty() {
        return Ok(xet);
    }
    let told = |sai: &Sai| match sai {
        Sai::Mat(ten) => mat(&o(folder, ten)),
        Sai::Doi(ten) => da_sua(&o(folder, ten)),
        Sai::La { trong, tep } => la(&o(folder, tep), trong),
        Sai::Hong(ten) => khong_doc(&o(folder, ten)),
        Sai::Ten(ma) => {
            let message =
                format!("thư mục {} không mang mã gói ghi trong {METS}", folder.display());
            Diagnostic::error("issued-changed", message)
                .hint(format!("đặt lại tên thư mục của gói là {}", ma.replace(':', "_")))
        }
        Sai::Ma(ma) => {
            let message =
                format!("mã gói {ma} không phải của các tệp kể trong {}", o(folder, METS));
            Diagnostic::error("issued-changed", message).hint(BAN_LUU)
        }
    };
    Err(xet.sai.iter().map(told).collect())
}

fn o(folder: &Path, ten: &str) -> String {
    folder.join(ten).display().to_string()
}

fn mat(ten: &str) -> Diagnostic {
    Diagnostic::error("issued-missing", format!("không còn tệp {ten}")).hint(BAN_LUU)
}

fn da_sua(ten: &str) -> Diagnostic {
    Diagnostic::error("issued-changed", format!("tệp {ten} đã bị sửa")).hint(BAN_LUU)
}

fn la(ten: &str, trong: &str) -> Diagnostic {
    let message = format!("tệp {ten} không có trong {trong} của gói");
    Diagnostic::error("issued-changed", message).hint("chuyển tệp lạ ra khỏi gói")
}

fn khong_doc(ten: &str) -> Diagnostic {
    Diagnostic::error("bad-manifest", format!("{ten} không đọc được")).hint(BAN_LUU)
}

const BAN_LUU: &str = "lấy lại từ bản lưu của gói";
