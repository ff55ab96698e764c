//! What a file that came says of itself: of a Word file or a PDF with letters what the recogniser knows, of others nothing.

use std::collections::BTreeMap;
use std::path::Path;

use crate::jobs::{Means, Outcome, phien_ban};
use crate::model::{Ngay, trich_yeu};
use crate::word::doc_pdf::{DocPdf, LoaiChu, thanh_word};
use crate::word::doc_word::TepWord;
use crate::word::nhan_dang::{Dau, GiayNhan, nhan_dang, qua_dai};
use crate::writers::pdf::la_pdf;

/// So many doubts are told.
const KE: usize = 5;

/// The columns of the book that the file may fill.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DocDuoc {
    pub tac_gia: String,
    pub ky_hieu: String,
    pub ngay: Option<Ngay>,
    pub trich_yeu: String,
    /// The mark of secrecy that it bears.
    pub mat: Option<String>,
}

/// Reads the head of a file. One that can't be read is a file like any other: it is kept as it came.
pub fn doc_tep(path: &Path, bytes: &[u8], means: &Means, outcome: &mut Outcome) -> DocDuoc {
    if phien_ban::la_word(path) {
        return tu_word(path, outcome);
    }
    if la_pdf(bytes) {
        return tu_pdf(path, bytes, means, outcome);
    }
    DocDuoc::default()
}

fn tu_word(path: &Path, outcome: &mut Outcome) -> DocDuoc {
    let read = phien_ban::tu_word_unicode(path).ok();
    match read.and_then(|(ban, doi_ma)| Some((giay(&ban.word)?, doi_ma))) {
        Some((giay, doi_ma)) => {
            outcome.notes.extend(doi_ma);
            let doubts = giay.khong_chac.iter().take(KE);
            let doubts = doubts.map(|doubt| format!("chưa chắc: {}: {}", doubt.noi, doubt.cau));
            outcome.notes.extend(doubts);
            let doc = cua(&giay.dau);
            outcome.notes.push(format!("đọc ở tệp Word: {}", doc.loi()));
            doc
        }
        None => khong_doc(path, "không đọc được đầu văn bản", outcome),
    }
}

fn tu_pdf(path: &Path, bytes: &[u8], means: &Means, outcome: &mut Outcome) -> DocDuoc {
    let pdf = match DocPdf::moi(means.exe).chu(bytes) {
        Ok(pdf) => pdf,
        Err(why) => return khong_doc(path, &format!("tệp PDF {why}"), outcome),
    };
    if let Some(why) = pdf.loai.vi_sao() {
        return khong_doc(path, &format!("tệp PDF {why}"), outcome);
    }
    let Some(giay) = thanh_word(&pdf).ok().and_then(|word| giay(&word)) else {
        return khong_doc(path, "không đọc được đầu văn bản", outcome);
    };
    let doc = cua(&giay.dau);
    if pdf.loai == LoaiChu::MayDoc {
        // What a machine has read off a picture comes into no book unseen.
        outcome.notes.push(format!(
            "không chắc: chữ trong tệp PDF do máy nhận dạng từ ảnh quét, sổ không lấy; máy đọc là: {}",
            doc.loi()
        ));
        return khong_doc(path, "chưa chắc chữ của văn bản", outcome);
    }
    let doubts = giay.khong_chac.iter().take(KE);
    outcome.notes.extend(doubts.map(|doubt| format!("chưa chắc: {}", doubt.cau)));
    outcome.notes.push(format!("đọc ở tệp PDF: {}", doc.loi()));
    doc
}

fn giay(word: &TepWord) -> Option<GiayNhan> {
    (!qua_dai(word)).then(|| nhan_dang(word))
}

fn khong_doc(path: &Path, why: &str, outcome: &mut Outcome) -> DocDuoc {
    outcome.notes.push(format!(
        "{}: {why}: ghi các cột bằng tuỳ chọn của lệnh (--tac-gia, --ky-hieu, --ngay-van-ban, --trich-yeu)",
        path.display()
    ));
    DocDuoc::default()
}

impl DocDuoc {
    /// Each column: its name in a request, what it is called, what was read.
    fn cac_o(&self) -> [(&'static str, &'static str, String); 4] {
        let ngay = self.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
        [
            ("tac_gia", "tác giả", self.tac_gia.clone()),
            ("ky_hieu", "số, ký hiệu", self.ky_hieu.clone()),
            ("ngay_van_ban", "ngày", ngay),
            ("trich_yeu", "tên loại và trích yếu", self.trich_yeu.clone()),
        ]
    }

    /// What was read, by the names that the columns have in a request.
    pub fn cac_cot(&self) -> BTreeMap<String, String> {
        let read = self.cac_o().into_iter().filter(|(.., value)| !value.is_empty());
        read.map(|(khoa, _, value)| (khoa.to_owned(), value)).collect()
    }

    /// The same for whoever looks it over.
    fn loi(&self) -> String {
        let told = self.cac_o().map(|(_, ten, value)| match value.is_empty() {
            true => format!("{ten} không thấy"),
            false => format!("{ten} “{value}”"),
        });
        told.join("; ")
    }
}

fn cua(dau: &Dau) -> DocDuoc {
    let ky_hieu = dau.ky_hieu.as_deref().unwrap_or_default().trim();
    DocDuoc {
        tac_gia: tac_gia(dau),
        ky_hieu: dau.so_hieu().map_or_else(|| ky_hieu.to_owned(), |so| nhu_in(dau, so)),
        ngay: dau.ngay.as_deref().and_then(|text| Ngay::parse(text).ok()),
        trich_yeu: ten_va_trich_yeu(dau),
        mat: dau.mat.clone(),
    }
}

/// (3) Tác giả: the office, and whose it is where its name is any office's.
fn tac_gia(dau: &Dau) -> String {
    const CUA_AI: [&str; 4] = ["VĂN PHÒNG", "BAN BIÊN TẬP", "BAN CHỈ ĐẠO", "BAN TỔ CHỨC"];
    let own = dau.co_quan_ban_hanh.join(" ");
    match CUA_AI.contains(&own.to_uppercase().as_str()) {
        true => [own, dau.co_quan_chu_quan.join(" ")].join(" ").trim().to_owned(),
        false => own,
    }
}

/// Numbers under 10 are printed with a nought before them (PL I, II.3.a).
fn nhu_in(dau: &Dau, so_hieu: String) -> String {
    match dau.so.as_deref() {
        Some(so) if so.len() == 1 => format!("0{so_hieu}"),
        _ => so_hieu,
    }
}

/// (6) Tên loại và trích yếu nội dung.
fn ten_va_trich_yeu(dau: &Dau) -> String {
    let loai = match (&dau.loai, &dau.loai_rieng) {
        (Some(loai), _) => loai.ten().to_owned(),
        (None, Some(rieng)) => rieng.clone(),
        (None, None) if dau.ve_viec => "Công văn".to_owned(),
        (None, None) => String::new(),
    };
    let trich_yeu = dau.trich_yeu.as_deref().map(trich_yeu::trong_cau);
    let trich_yeu = trich_yeu.unwrap_or_default();
    format!("{loai} {trich_yeu}").trim().to_owned()
}
