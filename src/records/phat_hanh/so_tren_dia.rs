//! Sổ trên đĩa: the register as it lies in its folder, held against its witness and the issued folders. Every
//! verb that reads it reads it here.

use std::collections::BTreeMap;

use super::chung::Chung;
use super::goi::dich;
use super::kho::Kho;
use crate::diagnostic::Diagnostic;
use crate::records::so_dang_ky::{BanChep, Day, DongCuaSo, Muc, So, SoCai, SoDong};

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

/// Reads register and witness. What is found is in `sai`; an error is a file that can't be read.
pub fn doc_so(kho: &Kho) -> Result<SoTrenDia, Diagnostic> {
    let bytes = kho.doc_so()?;
    let (so, mut sai): (So, _) = doc_dong(kho, &bytes);
    let (cai, events) = SoCai::tu(&so);
    if sai.is_empty() {
        // What follows a broken line would be told wrongly.
        sai.extend(events);
    }
    let do_dai = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let cho = cai
        .tat_ca()
        .filter(|muc| muc.co_thu_muc())
        .map(|muc| (dich(&muc.dong.day, &muc.so_hieu), (muc.dong.day.clone(), muc.so_hieu.so)));
    let cho = cho.collect();
    let mut doc = SoTrenDia { so, cai, do_dai, chung: TinhChung::Chua, loi_chung: None, sai, cho };
    let Some(text) = kho.doc_chung()? else { return Ok(doc) };
    match Chung::doc(&String::from_utf8_lossy(&text)) {
        None => doc.sai.push(chung_hong(kho)),
        Some(chung) if doc.sai.is_empty() => match voi_chung(kho, &doc.so, &chung) {
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

/// The lines of a book, what was edited held against its copy.
pub fn doc_dong<D: DongCuaSo>(kho: &Kho, bytes: &[u8]) -> (SoDong<D>, Vec<Diagnostic>) {
    let text = String::from_utf8_lossy(bytes);
    let (so, sai) = SoDong::doc(&text, &kho.ten_so());
    if sai.is_empty() {
        return (so, sai);
    }
    // A copy that can't be read tells nothing; what is wrong with the register is told all the same.
    let copy = kho.doc_ban_chep().unwrap_or_default();
    SoDong::doc_voi(&text, &kho.ten_so(), &BanChep::cua(&String::from_utf8_lossy(&copy)))
}

/// How a witness stands to its book, or what the book has lost.
pub fn voi_chung<D: DongCuaSo>(
    kho: &Kho,
    so: &SoDong<D>,
    chung: &Chung,
) -> Result<TinhChung, Diagnostic> {
    let (own, told) = (so.dong.len(), chung.cuoi.so_dong);
    if so.cuoi_sau(told).as_ref() == Some(&chung.cuoi) {
        return Ok(if own == told { TinhChung::Khop } else { TinhChung::Sau });
    }
    let (ten, known, tep_chung) = (kho.ten_so(), chung.cac_so(), kho.quyen().tep_chung);
    let message = if so.trong() {
        format!("không còn sổ {ten}, mà {tep_chung} cho biết sổ có {told} dòng: {known}")
    } else if own < told {
        let lost = told.saturating_sub(own);
        format!(
            "sổ {ten} mất {lost} dòng ở cuối: còn {own} dòng, mà {tep_chung} cho biết có {told} dòng: {known}"
        )
    } else {
        format!(
            "sổ {ten} không phải sổ đã ghi: dòng {told} khác với điều {tep_chung} cho biết ({known})"
        )
    };
    let found = Diagnostic::error("register-lost", message);
    Err(found.hint(kho.quyen().lay_lai).at(so.dong.last().map(|at| at.place.clone())))
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
    Diagnostic::error("register-lost", message).hint(kho.quyen().lay_lai)
}

/// A folder without its line.
pub fn khong_co_trong_so(kho: &Kho, dich: &str) -> Diagnostic {
    let message = format!("{} không có trong sổ", kho.duong_dan(dich).display());
    Diagnostic::error("issued-unknown", message).hint(
        "thư mục do người khác chép vào thì chuyển đi; sổ bị bớt dòng thì lấy lại sổ từ bản lưu, không còn bản lưu thì \
         dựng lại: vanthu register rebuild",
    )
}

pub fn chung_hong(kho: &Kho) -> Diagnostic {
    let message = format!("{} bị sửa hoặc hỏng, không đọc được", kho.tep_chung().display());
    Diagnostic::error("witness-broken", message).hint(
        "lấy lại tệp ấy cùng với sổ từ bản lưu; chắc chắn sổ không mất dòng nào thì xoá tệp ấy, lần ghi sổ sau chương \
         trình viết lại",
    )
}
