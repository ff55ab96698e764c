//! What a file that came says of itself: of a Word file what the recogniser knows, of others nothing.

use std::path::Path;

use crate::jobs::{Outcome, phien_ban};
use crate::model::{Ngay, trich_yeu};
use crate::word::nhan_dang::{Dau, nhan_dang, qua_dai};

/// So many doubts are told.
const KE: usize = 5;

/// The columns of the book that the file may fill.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DocDuoc {
    pub tac_gia: String,
    pub ky_hieu: String,
    pub ngay: Option<Ngay>,
    pub trich_yeu: String,
}

/// Reads the head of a Word file. One that can't be read is a file like any other: it is kept as it came.
pub fn doc_tep(path: &Path, outcome: &mut Outcome) -> DocDuoc {
    if !phien_ban::la_word(path) {
        return DocDuoc::default();
    }
    let ban = match phien_ban::tu_word(path) {
        Ok(ban) if !qua_dai(&ban.word) => ban,
        _ => {
            outcome.notes.push(format!(
                "không đọc được đầu văn bản của {}: ghi các cột bằng tuỳ chọn của lệnh",
                path.display()
            ));
            return DocDuoc::default();
        }
    };
    let giay = nhan_dang(&ban.word);
    let doubts = giay.khong_chac.iter().take(KE);
    outcome.notes.extend(doubts.map(|doubt| format!("chưa chắc: {}: {}", doubt.noi, doubt.cau)));
    let doc = cua(&giay.dau);
    outcome.notes.push(doc.loi());
    doc
}

impl DocDuoc {
    /// What was read, for whoever looks it over.
    fn loi(&self) -> String {
        let ngay = self.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
        let cells = [
            ("tác giả", &self.tac_gia),
            ("số, ký hiệu", &self.ky_hieu),
            ("ngày", &ngay),
            ("tên loại và trích yếu", &self.trich_yeu),
        ];
        let told = cells.map(|(ten, value)| match value.is_empty() {
            true => format!("{ten} không thấy"),
            false => format!("{ten} “{value}”"),
        });
        format!("đọc ở tệp Word: {}", told.join("; "))
    }
}

fn cua(dau: &Dau) -> DocDuoc {
    let ky_hieu = dau.ky_hieu.as_deref().unwrap_or_default().trim();
    DocDuoc {
        tac_gia: dau.co_quan_ban_hanh.join(" "),
        ky_hieu: dau.so_hieu().unwrap_or_else(|| ky_hieu.to_owned()),
        ngay: dau.ngay.as_deref().and_then(|text| Ngay::parse(text).ok()),
        trich_yeu: ten_va_trich_yeu(dau),
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
