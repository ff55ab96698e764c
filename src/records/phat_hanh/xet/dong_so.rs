//! The register's line of an issued document against the document itself.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::model::{Ngay, VanBan};
use crate::reading::source::{self, Cay};
use crate::records::phat_hanh::bang_ke::BangKe;
use crate::records::phat_hanh::cot::{cot, cot_cu};
use crate::records::phat_hanh::phieu::{NGUON, PhieuPhatHanh, TEP_PHIEU};
use crate::records::phat_hanh::phieu_vao::{PhieuVao, TEP_PHIEU_VAO};
use crate::records::so_dang_ky::{Dong, Muc, SoHieu, Viec};
use crate::rules::check::check;

const GOI_Y: &str =
    "khôi phục sổ từ bản lưu hoặc từ git; văn bản đã phát hành thì không sửa cả ở sổ";

/// What the line says otherwise than manifest, record and document, whose files are proven by the manifest. The
/// record of an issue holds the line as it was written; where it doesn't (a folder of before), or says something
/// else, the line is held against the document that the kept sources make.
pub fn dong_so(folder: &Path, cay: &Cay, bang_ke: &BangKe, muc: &Muc) -> Vec<Diagnostic> {
    let fault = |message: String| {
        Diagnostic::error("register-differs", message).at(muc.place.clone()).hint(GOI_Y)
    };
    let (so, own) = (&muc.so_hieu, &muc.dong);
    let ngay = own.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let mut found = Vec::new();
    if bang_ke.so_hieu != so.to_string() {
        found.push(fault(format!("bảng kê là của {}, sổ ghi {so}", bang_ke.so_hieu)));
    }
    if own.viec == Viec::VaoSo {
        found.extend(theo_phieu_vao(folder, cay, muc, &fault));
        return found;
    }
    let record = cay.get(TEP_PHIEU).and_then(Option::as_deref).and_then(PhieuPhatHanh::doc);
    let Some(record) = record else {
        let message = format!("{} không đọc được", folder.join(TEP_PHIEU).display());
        found.push(Diagnostic::error("bad-manifest", message).hint("lấy lại tệp từ bản lưu"));
        return found;
    };
    if (record.so, record.ky_hieu.as_str()) != (so.so, so.ky_hieu.as_str()) {
        let named = SoHieu { so: record.so, ky_hieu: record.ky_hieu.clone() };
        found.push(fault(format!("bản ghi phát hành là của {named}, sổ ghi {so}")));
    }
    if record.dong.as_ref().is_some_and(|kept| cung_cot(&kept.dong, own)) {
        return found;
    }
    match van_ban(folder, &record) {
        Some(van_ban) => found.extend(theo_van_ban(muc, &van_ban, &fault)),
        // Sources of before may say what this version doesn't take; then the record's own day is all there is.
        None if record.ngay.cum_tu() != cum_tu(own.ngay) => found.push(fault(format!(
            "{so}: sổ ghi ngày “{ngay}”, bản ghi phát hành là “{}”",
            record.ngay.cum_tu()
        ))),
        None => {}
    }
    found
}

/// A paper that was made elsewhere has no source: its record holds the line as it was written.
fn theo_phieu_vao(
    folder: &Path,
    cay: &Cay,
    muc: &Muc,
    fault: &dyn Fn(String) -> Diagnostic,
) -> Option<Diagnostic> {
    let record = cay.get(TEP_PHIEU_VAO).and_then(Option::as_deref).and_then(PhieuVao::doc);
    let Some(record) = record else {
        let message = format!("{} không đọc được", folder.join(TEP_PHIEU_VAO).display());
        return Some(Diagnostic::error("bad-manifest", message).hint("lấy lại tệp từ bản lưu"));
    };
    let differs = !cung_cot(&record.dong.dong, &muc.dong);
    differs.then(|| fault(format!("{}: sổ ghi khác với bản ghi vào sổ đã lưu", muc.so_hieu)))
}

fn cum_tu(ngay: Option<Ngay>) -> String {
    ngay.map(|ngay| crate::model::NgayBanHanh::cua(ngay.ngay()).cum_tu()).unwrap_or_default()
}

/// Whether two lines say the same of the document; copies and notes come later.
fn cung_cot(kept: &Dong, own: &Dong) -> bool {
    let what = |d: &Dong| {
        let Dong {
            day, so_hieu, ngay, trich_yeu, nguoi_ky, noi_nhan, luu, quan_he, ban_thao, ..
        } = d.clone();
        (day, so_hieu, ngay, [trich_yeu, nguoi_ky, noi_nhan, luu, ban_thao], quan_he)
    };
    what(kept) == what(own)
}

/// The document that the kept sources make, with the number and the day of the record.
pub fn van_ban(folder: &Path, record: &PhieuPhatHanh) -> Option<VanBan> {
    let nguon = source::read_ho_so(&folder.join(NGUON)).ok()?;
    let all = check(&nguon, &|_| true).van_ban;
    let mut van_ban = all.into_iter().find(|t| t.ten == record.van_ban)?.van_ban?;
    record.dien(&mut van_ban);
    Some(van_ban)
}

fn theo_van_ban(
    muc: &Muc,
    van_ban: &VanBan,
    fault: &dyn Fn(String) -> Diagnostic,
) -> Vec<Diagnostic> {
    let own = &muc.dong;
    let ngay = Ngay::cua(van_ban.ngay_ban_hanh.ngay_dau_ky());
    let cua = cot(van_ban, &own.day, &muc.so_hieu, ngay);
    let cu = cot_cu(van_ban, &own.day, &muc.so_hieu, ngay);
    let ngay_ghi = own.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let columns = [
        ("cột 2, ngày tháng", &ngay_ghi, ngay.to_string(), None),
        ("cột 3, tên loại và trích yếu", &own.trich_yeu, cua.trich_yeu, Some(cu.trich_yeu)),
        ("cột 4, người ký", &own.nguoi_ky, cua.nguoi_ky, None),
        ("cột 5, nơi nhận", &own.noi_nhan, cua.noi_nhan, Some(cu.noi_nhan)),
        ("cột 6, nơi lưu", &own.luu, cua.luu, None),
    ];
    let mut found = Vec::new();
    for (cot, ghi, van_ban, cu) in columns {
        let same = |text: &String| mot(ghi).eq(mot(text));
        if !same(&van_ban) && !cu.as_ref().is_some_and(same) {
            let so = &muc.so_hieu;
            found.push(fault(format!("{so}: sổ ghi ở {cot} “{ghi}”, văn bản là “{van_ban}”")));
        }
    }
    found
}

/// A cell of the register is one line.
fn mot(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}
