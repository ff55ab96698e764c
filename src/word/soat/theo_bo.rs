//! What one set of rules settles and others leave open: which kinds there are, a body's letters in the symbol, how a
//! subject begins, the first recipient of a paper that says at its head whom it is for.

use super::PhatHien;
use super::giay::Giay;
use super::ky_hieu::doc_so;
use crate::diagnostic::Diagnostic;
use crate::model::dat_ten::KyHieuCoQuan;
use crate::model::trich_yeu::trong_cau;
use crate::word::nhan_dang::VaiDong;
use crate::word::nhan_dang::tu::{bo_dau_muc, gon, khoa};

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let all = [loai(giay), ky_hieu_co_quan(giay), trich_yeu(giay), nhu_tren(giay)];
    all.into_iter().flatten().collect()
}

/// A kind that the set has not.
fn loai(giay: &Giay) -> Option<PhatHien> {
    let loai = giay.bo_cuc.dau.loai.filter(|loai| !giay.bo.co_loai(*loai))?;
    let (_, one) = giay.vai(VaiDong::TenLoai).next()?;
    let message = format!("“{}” không có trong các loại văn bản theo {}", loai.ten(), giay.bo.ten);
    let d = Diagnostic::warning("word-kind", message).clause("Điều 7");
    Some(giay.o_doan(one, "ten_loai", d))
}

/// A body whose letters are settled. Of joint bodies each has its own.
fn ky_hieu_co_quan(giay: &Giay) -> Option<PhatHien> {
    let name = giay.bo_cuc.dau.co_quan_ban_hanh.join(" ");
    let (line, one) = giay.vai(VaiDong::So).next()?;
    let symbol = doc_so(&gon(&line.dong.chu))?.ky_hieu;
    let (_, letters) = symbol.split_once(giay.bo.so.sau_loai)?;
    let row = KyHieuCoQuan::cua(giay.bo.ky_hieu_co_quan, &name)?;
    let joint = letters.contains('-') || name.contains(" - ");
    if joint || letters.is_empty() || row.hop(letters) {
        return None;
    }
    let (ten, chu) = (row.ten, row.chu);
    let wanted = if row.tron { "là" } else { "bắt đầu bằng" };
    let message = format!("ký hiệu “{letters}”: {ten} thống nhất viết tắt {wanted} “{chu}”");
    let d = Diagnostic::warning("word-number", message).clause("Phụ lục I, phần I, mục II.3.b");
    Some(giay.o_doan(one, "so_ky_hieu", d))
}

/// A subject that begins with a capital where none belongs.
fn trich_yeu(giay: &Giay) -> Option<PhatHien> {
    let (line, one) = giay.vai(VaiDong::TrichYeu).next()?;
    let text = gon(&line.dong.chu);
    let right = trong_cau(&text);
    if giay.bo.loi_van.trich_yeu_hoa || line.dong.hoa() || right == text {
        return None;
    }
    let message = format!("trích yếu: mở đầu bằng chữ hoa, phải viết “{right}”");
    let d = Diagnostic::warning("word-text", message).clause("Phụ lục I, phần I, mục II.5.a");
    Some(giay.o_doan(one, "trich_yeu", d))
}

/// Whom a paper is for is named at its head; Nơi nhận begins with a word for them.
fn nhu_tren(giay: &Giay) -> Option<PhatHien> {
    if !giay.bo.soat.nhu_tren || !giay.co_vai(VaiDong::KinhGui) {
        return None;
    }
    let (line, one) = giay.vai(VaiDong::MucNoiNhan).next()?;
    if khoa(&bo_dau_muc(&line.dong.chu)).starts_with("nhu ") {
        return None;
    }
    let message = "nơi nhận: dòng đầu phải là “- Như trên;”";
    let d = Diagnostic::error("word-recipients", message);
    Some(giay.o_doan(one, "noi_nhan", d.clause("Phụ lục I, phần I, mục II.9.a")))
}
