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
    /// What the witness says, if there is one that can be read.
    pub loi_chung: Option<Chung>,
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
    let (mut chung, mut loi_chung) = (TinhChung::Chua, None);
    if let Some(text) = kho.doc_chung()? {
        loi_chung = Chung::doc(&String::from_utf8_lossy(&text));
        match &loi_chung {
            None => sai.push(chung_hong(kho)),
            Some(told) if sai.is_empty() => match voi_chung(kho, &so, told) {
                Ok(tinh) => chung = tinh,
                Err(found) => sai.push(found),
            },
            Some(_) => {}
        }
    }
    if sai.is_empty() && so.dong.is_empty() {
        sai.extend(con_ban_chep(kho)?);
    }
    Ok(SoDenTrenDia { so, cai, do_dai, chung, loi_chung, sai })
}

/// The program's own copy of a book that is not there: numbers were given, so none is given from 01 on.
fn con_ban_chep(kho: &Kho) -> Result<Option<Diagnostic>, Diagnostic> {
    let copy = kho.doc_ban_chep()?;
    let (so, _) = SoVanBanDen::doc(&String::from_utf8_lossy(&copy), "");
    let Some(last) = so.dong.iter().rfind(|at| at.dong.viec.mo_so()) else { return Ok(None) };
    let message = format!(
        "không thấy sổ {}, mà bản chép của chương trình ở {} có tới số đến {}: sổ đã mất hoặc để ở chỗ khác",
        kho.ten_so(),
        kho.duong_dan(kho.quyen().tep_ban_chep).display(),
        last.dong.so_den
    );
    Ok(Some(Diagnostic::error("register-lost", message).hint(kho.quyen().lay_lai)))
}

impl SoDenTrenDia {
    /// Folders of kept papers that the book doesn't know: lines of it are lost, or someone has copied them here.
    pub fn ngoai_so(&self, kho: &Kho) -> Vec<Diagnostic> {
        let known: Vec<String> = self.cai.tat_ca().map(|muc| dich_den(muc.so_den())).collect();
        let strange = |dich: &String| !known.contains(dich) && kho.la_ban_phat_hanh(dich);
        let all: Vec<String> = kho.cac_thu_muc().into_iter().filter(strange).collect();
        if let Some(first) = all.first().filter(|_| self.so.dong.is_empty()) {
            let message = format!(
                "không thấy sổ {}, mà có {} văn bản đến đã lưu, như {}: sổ đã mất hoặc để ở chỗ khác",
                kho.ten_so(),
                all.len(),
                kho.duong_dan(first).display()
            );
            return vec![Diagnostic::error("register-lost", message).hint(kho.quyen().lay_lai)];
        }
        let found = all.into_iter().map(|dich| {
            let message = format!("{} không có trong sổ", kho.duong_dan(&dich).display());
            Diagnostic::error("issued-unknown", message).hint(format!(
                "thư mục do người khác chép vào thì chuyển đi; sổ bị bớt dòng thì {}",
                kho.quyen().lay_lai
            ))
        });
        found.collect()
    }

    /// Whether no book was ever begun here, as far as can be seen.
    pub fn chua_lap(&self, kho: &Kho) -> bool {
        self.do_dai == 0 && self.sai.is_empty() && self.ngoai_so(kho).is_empty()
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
