//! Đối chiếu: the register against the folders of the issued documents.

use std::collections::BTreeSet;

use super::bang_ke::{self, BangKe, dau_bang_ke};
use super::goi::dich;
use super::kho::Kho;
use super::khoi_phuc::{TinhTrang, tinh_trang};
use super::lien_quan;
use crate::diagnostic::Diagnostic;
use crate::records::so_dang_ky::dau::bam;
use crate::records::so_dang_ky::{Muc, SoCai};

/// What doesn't agree.
pub fn doi_chieu(kho: &Kho, cai: &SoCai) -> Vec<Diagnostic> {
    let mut found = dang_do(kho);
    let pending = match tinh_trang(kho) {
        Ok(Some(TinhTrang::DaGhiSo(y_dinh))) => y_dinh.dich,
        _ => None,
    };
    let mut known = BTreeSet::new();
    for muc in cai.tat_ca().filter(|muc| muc.da_phat_hanh()) {
        let dich = dich(muc.dong.day.nam, &muc.so_hieu);
        // The one that is still on its way was told above.
        if pending.as_ref() != Some(&dich) || kho.co(&dich) {
            mot_thu_muc(kho, muc, &dich, &mut found);
        }
        known.insert(dich);
    }
    for dich in kho.cac_thu_muc().into_iter().filter(|dich| !known.contains(dich)) {
        let message = format!("{} không có trong sổ", kho.duong_dan(&dich).display());
        let hint =
            "thư mục do người khác chép vào thì chuyển đi; sổ bị bớt dòng thì khôi phục từ bản lưu";
        found.push(Diagnostic::error("issued-unknown", message).hint(hint));
    }
    found
}

/// A transaction that was stopped: which way the next command will end it.
fn dang_do(kho: &Kho) -> Vec<Diagnostic> {
    let message = match tinh_trang(kho) {
        Ok(None) => return Vec::new(),
        Err(fault) => return vec![fault],
        Ok(Some(TinhTrang::ChuaCoYDinh)) => {
            "có một lần phát hành bị ngắt khi chưa ghi sổ; chưa số nào bị dùng".to_owned()
        }
        Ok(Some(TinhTrang::ChuaGhiSo(y_dinh))) => {
            format!("việc ghi {} bị ngắt khi chưa xong; số ấy còn dùng được", y_dinh.ten)
        }
        Ok(Some(TinhTrang::DaGhiSo(y_dinh))) => {
            format!("việc ghi {} bị ngắt sau khi đã vào sổ; số ấy đã dùng", y_dinh.ten)
        }
    };
    let hint = "lệnh phát hành hoặc giữ số kế tiếp sẽ tự làm nốt hoặc dọn đi";
    vec![Diagnostic::warning("unfinished", message).hint(hint)]
}

/// Whether a PDF is the listed one with a signature after it: those are only ever appended, so the listed
/// file ends at one of its own last lines.
pub fn da_ky(ten: &str, bytes: &[u8], sha: &str) -> bool {
    const CUOI: &[u8] = b"%%EOF";
    if !ten.ends_with(".pdf") {
        return false;
    }
    let ends = bytes.windows(CUOI.len()).enumerate().filter(|(_, w)| *w == CUOI);
    let ends = ends.map(|(at, _)| at.saturating_add(CUOI.len()));
    let tries = ends.flat_map(|end| [0, 1, 2].map(|more| end.saturating_add(more)));
    tries.into_iter().any(|end| {
        let halves = bytes.split_at_checked(end);
        halves.is_some_and(|(old, new)| {
            new.windows(10).any(|w| w == b"/ByteRange") && bam(old) == sha
        })
    })
}

fn mot_thu_muc(kho: &Kho, muc: &Muc, dich: &str, found: &mut Vec<Diagnostic>) {
    let shown = kho.duong_dan(dich).display().to_string();
    let lost = |what: String| {
        Diagnostic::error("issued-missing", what).at(muc.place.clone()).hint("khôi phục từ bản lưu")
    };
    if !kho.co(dich) {
        found.push(lost(format!("số {} đã phát hành mà không có thư mục {shown}", muc.so_hieu)));
        return;
    }
    let files = match kho.cac_tep(dich) {
        Ok(files) => files,
        Err(fault) => return found.push(fault),
    };
    let changed = |what: String| {
        Diagnostic::error("issued-changed", what).at(muc.place.clone()).hint(
            "văn bản đã phát hành không sửa; khôi phục từ bản lưu, cần thay đổi thì phát hành văn bản mới",
        )
    };
    let list = files.get(bang_ke::TEP);
    let Some(list) = list.filter(|bytes| dau_bang_ke(bytes) == muc.dong.bang_ke) else {
        let what = if list.is_some() {
            "đã bị sửa, không khớp với sổ"
        } else {
            "không còn"
        };
        found.push(changed(format!("{shown}/{} {what}", bang_ke::TEP)));
        return;
    };
    let Some(bang_ke) = BangKe::doc(list) else {
        found.push(changed(format!("{shown}/{} không đọc được", bang_ke::TEP)));
        return;
    };
    for (ten, sha) in &bang_ke.tep {
        match files.get(ten) {
            None => found.push(lost(format!("số {}: không còn tệp {shown}/{ten}", muc.so_hieu))),
            Some(bytes) if bam(bytes) != *sha && !da_ky(ten, bytes, sha) => {
                found.push(changed(format!("số {}: tệp {shown}/{ten} đã bị sửa", muc.so_hieu)));
            }
            Some(_) => {}
        }
    }
    let extra = files.keys().filter(|ten| {
        !bang_ke.tep.contains_key(*ten) && *ten != bang_ke::TEP && *ten != lien_quan::TEP
    });
    found.extend(extra.map(|ten| changed(format!("số {}: có tệp lạ {shown}/{ten}", muc.so_hieu))));
    let note = lien_quan::loi(muc);
    if files.get(lien_quan::TEP).map(Vec::as_slice) != note.as_deref().map(str::as_bytes) {
        found.push(changed(format!(
            "số {}: {shown}/{} không khớp với sổ",
            muc.so_hieu,
            lien_quan::TEP
        )));
    }
}
