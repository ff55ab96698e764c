//! Khôi phục: what a start finds of a transaction that was stopped, and how it ends it.

use std::collections::HashSet;

use super::chung;
use super::kho::{Kho, KhoKhoa};
use super::y_dinh::{self, YDinh};
use crate::diagnostic::Diagnostic;
use crate::records::so_dang_ky::So;

/// How a stopped transaction stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TinhTrang {
    /// The intent was not written yet: nothing has happened.
    ChuaCoYDinh,
    /// The register doesn't have the lines, or only a beginning of them.
    ChuaGhiSo(YDinh),
    /// The register has them: it happened.
    DaGhiSo(YDinh),
}

/// How it was ended. Each names what it was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KetCuc {
    TraLai(Option<String>),
    LamNot(String),
}

impl KetCuc {
    /// In words for the clerk.
    pub fn loi(&self) -> String {
        match self {
            Self::TraLai(None) => {
                "lần ghi sổ trước bị ngắt khi chưa ghi gì; đã dọn, chưa số nào bị dùng".to_owned()
            }
            Self::TraLai(Some(ten)) => {
                format!(
                    "lần trước bị ngắt khi chưa ghi xong {ten} vào sổ; đã dọn, số ấy còn dùng được"
                )
            }
            Self::LamNot(ten) => {
                format!("lần trước bị ngắt sau khi đã ghi {ten} vào sổ; đã làm nốt, số ấy đã dùng")
            }
        }
    }
}

/// Looks at what is there and changes nothing.
pub fn tinh_trang(kho: &Kho) -> Result<Option<TinhTrang>, Diagnostic> {
    if !kho.dang_lam() {
        return Ok(None);
    }
    let Some(bytes) = kho.doc_y_dinh()? else { return Ok(Some(TinhTrang::ChuaCoYDinh)) };
    let y_dinh = YDinh::doc_cua(&bytes, kho.quyen()).ok_or_else(|| y_dinh::la(kho))?;
    let so = kho.doc_so()?;
    let text = String::from_utf8_lossy(&so);
    if co_du_dong(&text, &y_dinh.them) {
        return Ok(Some(TinhTrang::DaGhiSo(y_dinh)));
    }
    let start = usize::try_from(y_dinh.do_dai).unwrap_or(usize::MAX);
    let torn = so.get(start..).is_some_and(|tail| y_dinh.them.as_bytes().starts_with(tail));
    // Someone may have saved the register with other line ends meanwhile; then it must at least be whole.
    if torn || (kho.quyen().lanh)(&text, &kho.ten_so()) && so.len() >= start {
        return Ok(Some(TinhTrang::ChuaGhiSo(y_dinh)));
    }
    let message = format!("sổ đã bị sửa trong khi việc ghi {} còn dang dở", y_dinh.ten);
    Err(Diagnostic::error("register-broken", message)
        .hint(format!("khôi phục {} từ bản lưu hoặc từ git rồi chạy lại", kho.quyen().tep_so)))
}

/// Whether every line of the outgoing book fits.
pub fn lanh_di(text: &str, ten: &str) -> bool {
    So::doc(text, ten).1.is_empty()
}

/// Whether every line of `them` stands whole in the register.
fn co_du_dong(so: &str, them: &str) -> bool {
    // An old book that came in whole has thousands of lines.
    let own: HashSet<&str> = so.lines().map(str::trim_end).collect();
    let mut wanted = them.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    wanted.all(|line| own.contains(line))
}

/// Ends what was stopped: finishes it or takes it back.
pub fn khoi_phuc(kho: &KhoKhoa) -> Result<Option<KetCuc>, Diagnostic> {
    let ket_cuc = match tinh_trang(kho)? {
        None => return Ok(None),
        // Nothing but the folder: just begun, or all but taken away after the end.
        Some(TinhTrang::ChuaCoYDinh) if !kho.co_van_ban_dang_lam() => {
            kho.don()?;
            return Ok(None);
        }
        Some(TinhTrang::ChuaCoYDinh) => KetCuc::TraLai(None),
        Some(TinhTrang::ChuaGhiSo(y_dinh)) => {
            kho.cat_so(y_dinh.do_dai, &y_dinh.them)?;
            KetCuc::TraLai(Some(y_dinh.ten))
        }
        Some(TinhTrang::DaGhiSo(y_dinh)) => {
            if let Some(dich) = y_dinh.dich.as_ref().filter(|_| kho.co_van_ban_dang_lam()) {
                if !y_dinh.dung_van_ban(kho) {
                    return Err(y_dinh::la(kho));
                }
                kho.dat_cho(dich)?;
            }
            chung::cap_nhat(kho)?;
            (kho.quyen().kem)(kho, &y_dinh.them)?;
            KetCuc::LamNot(y_dinh.ten)
        }
    };
    kho.don()?;
    Ok(Some(ket_cuc))
}
