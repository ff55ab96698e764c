//! Sổ trên đĩa: the register as it lies in its folder, held against its witness and the issued folders. Every
//! verb that reads it reads it here.

use std::collections::BTreeMap;

use super::chung::Chung;
use super::goi::dich;
use super::kho::{Kho, TEP_CHUNG};
use crate::diagnostic::Diagnostic;
use crate::records::so_dang_ky::{BanChep, Day, Muc, So, SoCai};

/// How the witness stands to the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TinhChung {
    Khop,
    /// The register has come further: a stop between the two, or a version that kept no witness.
    Sau,
    /// There is none.
    Chua,
}

/// The register and what is wrong with it.
pub struct SoTrenDia {
    pub so: So,
    pub cai: SoCai,
    /// Its length in bytes.
    pub do_dai: u64,
    pub chung: TinhChung,
    /// What the witness says, if there is one that can be read.
    pub loi_chung: Option<Chung>,
    pub sai: Vec<Diagnostic>,
    /// Where each issued document belongs: `2023/105-KH-HDND`.
    cho: BTreeMap<String, (Day, u64)>,
}

const KHOI_PHUC: &str = "lấy lại so-dang-ky.txt từ bản lưu; không còn bản lưu thì dựng lại sổ từ các thư mục đã phát hành: \
                         vanthu register rebuild";

/// Reads register and witness. What is found is in `sai`; an error is a file that can't be read.
pub fn doc_so(kho: &Kho) -> Result<SoTrenDia, Diagnostic> {
    let bytes = kho.doc_so()?;
    let text = String::from_utf8_lossy(&bytes);
    let (mut so, mut sai) = So::doc(&text, &kho.ten_so());
    if !sai.is_empty() {
        // A copy that can't be read tells nothing; what is wrong with the register is told all the same.
        let copy = kho.doc_ban_chep().unwrap_or_default();
        (so, sai) =
            So::doc_voi(&text, &kho.ten_so(), &BanChep::cua(&String::from_utf8_lossy(&copy)));
    }
    let (cai, events) = SoCai::tu(&so);
    if sai.is_empty() {
        // What follows a broken line would be told wrongly.
        sai.extend(events);
    }
    let do_dai = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let cho = cai
        .tat_ca()
        .filter(|muc| muc.co_thu_muc())
        .map(|muc| (dich(muc.dong.day.nam, &muc.so_hieu), (muc.dong.day.clone(), muc.so_hieu.so)));
    let cho = cho.collect();
    let mut doc = SoTrenDia { so, cai, do_dai, chung: TinhChung::Chua, loi_chung: None, sai, cho };
    let Some(text) = kho.doc_chung()? else { return Ok(doc) };
    match Chung::doc(&String::from_utf8_lossy(&text)) {
        None => doc.sai.push(chung_hong(kho)),
        Some(chung) if doc.sai.is_empty() => match doc.voi_chung(kho, &chung) {
            Ok(tinh) => (doc.chung, doc.loi_chung) = (tinh, Some(chung)),
            Err(found) => {
                doc.sai.push(found);
                doc.loi_chung = Some(chung);
            }
        },
        Some(chung) => doc.loi_chung = Some(chung),
    }
    Ok(doc)
}

impl SoTrenDia {
    fn voi_chung(&self, kho: &Kho, chung: &Chung) -> Result<TinhChung, Diagnostic> {
        let (own, told) = (self.so.dong.len(), chung.cuoi.so_dong);
        if self.so.cuoi_sau(told).as_ref() == Some(&chung.cuoi) {
            return Ok(if own == told { TinhChung::Khop } else { TinhChung::Sau });
        }
        let (ten, known) = (kho.ten_so(), chung.cac_so());
        let message = if self.do_dai == 0 {
            format!("không còn sổ {ten}, mà {TEP_CHUNG} cho biết sổ có {told} dòng: {known}")
        } else if own < told {
            let lost = told.saturating_sub(own);
            format!(
                "sổ {ten} mất {lost} dòng ở cuối: còn {own} dòng, mà {TEP_CHUNG} cho biết có {told} dòng: {known}"
            )
        } else {
            format!(
                "sổ {ten} không phải sổ đã ghi: dòng {told} khác với điều {TEP_CHUNG} cho biết ({known})"
            )
        };
        let found = Diagnostic::error("register-lost", message);
        Err(found.hint(KHOI_PHUC).at(self.so.dong.last().map(|at| at.place.clone())))
    }

    /// The document that belongs into a folder.
    pub fn muc_o(&self, dich: &str) -> Option<&Muc> {
        let (day, so) = self.cho.get(dich)?;
        self.cai.muc(day, *so)
    }

    /// The folders of issued documents that the register doesn't know: lines of it are lost, or someone has
    /// copied them here.
    pub fn ngoai_so(&self, kho: &Kho) -> Vec<Diagnostic> {
        let unknown = |dich: &String| !self.cho.contains_key(dich) && kho.la_ban_phat_hanh(dich);
        let strange: Vec<String> = kho.cac_thu_muc().into_iter().filter(unknown).collect();
        if self.do_dai == 0 && !strange.is_empty() {
            return vec![khong_con_so(kho, &strange)];
        }
        strange.iter().map(|dich| khong_co_trong_so(kho, dich)).collect()
    }
}

/// No register, but documents that were issued.
fn khong_con_so(kho: &Kho, dich: &[String]) -> Diagnostic {
    let first = dich.first().map(|dich| kho.duong_dan(dich).display().to_string());
    let message = format!(
        "không thấy sổ {}, mà có {} văn bản đã phát hành, như {}: sổ đã mất hoặc để ở chỗ khác",
        kho.ten_so(),
        dich.len(),
        first.unwrap_or_default()
    );
    Diagnostic::error("register-lost", message).hint(KHOI_PHUC)
}

/// A folder without its line.
pub fn khong_co_trong_so(kho: &Kho, dich: &str) -> Diagnostic {
    let message = format!("{} không có trong sổ", kho.duong_dan(dich).display());
    Diagnostic::error("issued-unknown", message).hint(
        "thư mục do người khác chép vào thì chuyển đi; sổ bị bớt dòng thì lấy lại sổ từ bản lưu, không còn bản lưu thì \
         dựng lại: vanthu register rebuild",
    )
}

fn chung_hong(kho: &Kho) -> Diagnostic {
    let message = format!("{} bị sửa hoặc hỏng, không đọc được", kho.tep_chung().display());
    Diagnostic::error("witness-broken", message).hint(
        "lấy lại tệp ấy cùng với sổ từ bản lưu; chắc chắn sổ không mất dòng nào thì xoá tệp ấy, lần ghi sổ sau chương \
         trình viết lại",
    )
}
