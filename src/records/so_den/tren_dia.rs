//! Sổ đến trên đĩa: the incoming book as it lies in its folder, held against its witness and the kept folders.

use super::SoVanBanDen;
use super::goi_den::dich_den;
use super::so_cai_den::SoCaiDen;
use crate::diagnostic::Diagnostic;
use crate::records::phat_hanh::bang_ke::{self, BangKe, dau_bang_ke};
use crate::records::phat_hanh::chung::Chung;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::{TinhChung, chung_hong, doc_dong, voi_chung};
use crate::records::so_dang_ky::dau::bam;

/// The book and what is wrong with it.
pub struct SoDenTrenDia {
    pub so: SoVanBanDen,
    pub cai: SoCaiDen,
    /// Its length in bytes.
    pub do_dai: u64,
    pub chung: TinhChung,
    pub sai: Vec<Diagnostic>,
}

/// Reads book and witness. What is found is in `sai`; an error is a file that can't be read.
pub fn doc_so_den(kho: &Kho) -> Result<SoDenTrenDia, Diagnostic> {
    let bytes = kho.doc_so()?;
    let (so, mut sai): (SoVanBanDen, _) = doc_dong(kho, &bytes);
    let (cai, events) = SoCaiDen::tu(&so);
    if sai.is_empty() {
        // What follows a broken line would be told wrongly.
        sai.extend(events);
    }
    let do_dai = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let mut chung = TinhChung::Chua;
    if let Some(text) = kho.doc_chung()? {
        match Chung::doc(&String::from_utf8_lossy(&text)) {
            None => sai.push(chung_hong(kho)),
            Some(told) if sai.is_empty() => match voi_chung(kho, &so, &told) {
                Ok(tinh) => chung = tinh,
                Err(found) => sai.push(found),
            },
            Some(_) => {}
        }
    }
    Ok(SoDenTrenDia { so, cai, do_dai, chung, sai })
}

impl SoDenTrenDia {
    /// Folders of kept papers that the book doesn't know: lines of it are lost, or someone has copied them here.
    pub fn ngoai_so(&self, kho: &Kho) -> Vec<Diagnostic> {
        let known: Vec<String> = self.cai.tat_ca().map(|muc| dich_den(muc.so_den())).collect();
        let strange = |dich: &String| !known.contains(dich) && kho.la_ban_phat_hanh(dich);
        let found = kho.cac_thu_muc().into_iter().filter(strange).map(|dich| {
            let message = format!("{} không có trong sổ", kho.duong_dan(&dich).display());
            Diagnostic::error("issued-unknown", message).hint(
                "thư mục do người khác chép vào thì chuyển đi; sổ bị bớt dòng thì lấy lại sổ từ bản lưu",
            )
        });
        found.collect()
    }

    /// Every kept file is there and as it came.
    pub fn doi_chieu(&self, kho: &Kho) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for muc in self.cai.tat_ca().filter(|muc| !muc.den.bang_ke.is_empty()) {
            let dich = dich_den(muc.so_den());
            let wrong = |code, what: String| {
                let message = format!("số đến {}: {what}", muc.so_den());
                Diagnostic::error(code, message).hint("lấy lại từ bản lưu").at(muc.place.clone())
            };
            let missing = |ten: &str| {
                let path = kho.duong_dan(&dich).join(ten);
                wrong("issued-missing", format!("không còn tệp {}", path.display()))
            };
            let Some(list) = kho.doc_tep(&dich, bang_ke::TEP) else {
                found.push(missing(bang_ke::TEP));
                continue;
            };
            let Some(read) = BangKe::doc(&list).filter(|_| dau_bang_ke(&list) == muc.den.bang_ke)
            else {
                let what = format!("{} khác với điều sổ ghi", bang_ke::TEP);
                found.push(wrong("register-differs", what));
                continue;
            };
            for (ten, told) in &read.tep {
                match kho.doc_tep(&dich, ten) {
                    None => found.push(missing(ten)),
                    Some(bytes) if bam(&bytes) != *told => {
                        let what = format!("tệp {ten} không còn như khi nhận");
                        found.push(wrong("register-differs", what));
                    }
                    Some(_) => {}
                }
            }
        }
        found
    }
}
