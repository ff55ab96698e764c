//! A document of a hồ sơ that has a number is asked about in the register, where there is one: a number that was typed by
//! hand proves nothing.

use std::path::Path;

use super::ghi_chuyen::TrongSo;
use crate::compose::document::Document;
use crate::diagnostic::Diagnostic;
use crate::jobs::Means;
use crate::jobs::so_da_biet::con_do;
use crate::jobs::so_sach::{day_cua, noi_de_so};
use crate::model::{Ngay, VanBan};
use crate::records::phat_hanh::ban_thao::{dau_ban_thao, dau_ban_thao_cu};
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::{SoTrenDia, doc_so};
use crate::records::so_dang_ky::{Day, Muc, SoHieu, TrangThai};

/// Where the registers of a hồ sơ's offices are.
pub(super) struct NoiDeSo<'a> {
    pub so_sach: Option<&'a Path>,
    pub ho_so: &'a Path,
}

impl NoiDeSo<'_> {
    /// The register of the office, if one was begun.
    pub(super) fn kho(&self, van_ban: &VanBan) -> Result<Option<Kho>, Diagnostic> {
        let kho = Kho::new(&noi_de_so(self.so_sach, self.ho_so, Some(&van_ban.co_quan)));
        Ok((!kho.chua_lap()?).then_some(kho))
    }

    /// Whether the document may go out by what the register says of its number. A number that the register isn't about
    /// (no register, a year or a series that it doesn't have, a number of before it) is the clerk's own affair. Its place
    /// in the register, where it has one.
    pub(super) fn cho_gui(
        &self,
        ten: &str,
        van_ban: &VanBan,
        document: &Document,
        means: &Means,
    ) -> Result<Option<TrongSo>, Vec<Diagnostic>> {
        let Some(so) = van_ban.so_ky_hieu.so().filter(|_| van_ban.sao.is_none()) else {
            return Ok(None);
        };
        let one = |fault| vec![fault];
        let kho = Kho::new(&noi_de_so(self.so_sach, self.ho_so, Some(&van_ban.co_quan)));
        con_do(&kho, means).map_err(one)?;
        if kho.chua_lap().map_err(one)? {
            return Ok(None);
        }
        let doc = kho.khoa_doc().and_then(|_khoa| doc_so(&kho)).map_err(one)?;
        let lost = if doc.do_dai == 0 { doc.ngoai_so(&kho) } else { Vec::new() };
        let broken: Vec<Diagnostic> = doc.sai.iter().cloned().chain(lost).collect();
        if !broken.is_empty() {
            return Err(broken);
        }
        let ngay = Ngay::cua(van_ban.ngay_ban_hanh.ngay_dau_ky());
        let day = day_cua(&van_ban.co_quan, van_ban.loai, ngay).map_err(one)?;
        let so_hieu = SoHieu { so, ky_hieu: van_ban.so_ky_hieu.ky_hieu().to_owned() };
        match doc.cai.muc(&day, so) {
            Some(muc) => {
                let same = [dau_ban_thao(document), dau_ban_thao_cu(ten, document)]
                    .contains(&muc.dong.ban_thao);
                theo_muc(&kho, muc, &so_hieu, same).map_err(one)?;
                Ok(Some(TrongSo::cua(kho, muc)))
            }
            None if ngoai_day(&doc, &day, so) => Ok(None),
            None => Err(vec![chua_vao_so(&kho, &so_hieu)]),
        }
    }
}

/// Whether the register begins after a number, or isn't about its series at all.
fn ngoai_day(doc: &SoTrenDia, day: &Day, so: u64) -> bool {
    doc.cai.cua_day(day).next().is_none_or(|first| so < first.so_hieu.so)
}

fn theo_muc(kho: &Kho, muc: &Muc, so_hieu: &SoHieu, same: bool) -> Result<(), Diagnostic> {
    let at = |found: Diagnostic| Err(found.at(muc.place.clone()));
    let nam = muc.dong.day.ky.goi();
    match muc.trang_thai {
        TrangThai::Huy => {
            let why = muc.ly_do_huy.as_deref().unwrap_or_default();
            let message = format!("số {} ({nam}) đã huỷ: {why}", muc.so_hieu);
            let hint = "văn bản đã huỷ thì không gửi; gửi văn bản phát hành thay nó";
            at(Diagnostic::error("not-in-force", message).hint(hint))
        }
        TrangThai::Giu => at(chua_vao_so(kho, so_hieu)),
        TrangThai::PhatHanh if muc.lam_noi_khac() => {
            let message = format!(
                "{} ({nam}) vào sổ như văn bản làm ở nơi khác, không phải văn bản này",
                muc.so_hieu
            );
            let hint = "gửi đúng tệp đã vào sổ như cơ quan vẫn gửi, rồi ghi việc chuyển vào sổ (vanthu register deliver)";
            at(Diagnostic::error("made-elsewhere", message).hint(hint))
        }
        TrangThai::PhatHanh if same && muc.so_hieu == *so_hieu => Ok(()),
        TrangThai::PhatHanh => {
            let message = format!(
                "văn bản này không phải {} ({nam}) đã phát hành: hồ sơ đã sửa sau khi phát hành, hoặc ghi nhầm số",
                muc.so_hieu
            );
            let folder = kho.duong_dan(&dich(&muc.dong.day, &muc.so_hieu)).display().to_string();
            let hint = format!("gửi bản đã phát hành: vanthu send {folder}");
            at(Diagnostic::error("issued-changed", message).hint(hint))
        }
    }
}

fn chua_vao_so(kho: &Kho, so_hieu: &SoHieu) -> Diagnostic {
    let message =
        format!("{so_hieu} chưa phát hành: sổ {} không ghi số ấy đã phát hành", kho.ten_so());
    Diagnostic::error("not-issued", message).hint(
        "phát hành trước (vanthu issue), rồi gửi; văn bản giấy đã mang số ấy thì ghi vào sổ bằng vanthu issue --number",
    )
}
