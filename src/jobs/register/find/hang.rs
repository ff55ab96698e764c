//! The register and the issued folders, as the index takes them in.

use crate::jobs::so_sach::the;
use crate::records::chi_muc::Hang;
use crate::records::phat_hanh::bang_ke::{self, BangKe, dau_bang_ke};
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::SoTrenDia;
use crate::records::so_dang_ky::dau::bam;
use crate::records::so_dang_ky::{Muc, TenTrangThai};
use crate::word::doc_pdf::{DocPdf, LoiPdf, TepPdf};
use crate::word::doc_word;

/// Letters of a paper that are looked through, in bytes; a report of a thousand pages has less.
const CHU_NHIEU_NHAT: usize = 4 << 20;

/// Every number of the register.
pub(super) fn cac_hang(bytes: &[u8], doc: &SoTrenDia) -> Vec<Hang> {
    let places = cho_cac_dong(bytes);
    let place = |index: &usize| {
        let line = doc.so.dong.get(*index)?.place.line.checked_sub(1)?;
        places.get(line).copied()
    };
    let all = doc.cai.cac_dong(&doc.so).into_iter();
    let rows = all.filter_map(|(muc, lines)| {
        let own = lines.first()?;
        let texts = lines.iter().filter_map(|index| doc.so.dong.get(*index));
        let text: String = texts.map(|at| format!("{}\n", at.nguyen_van)).collect();
        let id = i64::try_from(own.checked_add(1)?).ok()?;
        let dong = lines.iter().map(place).collect::<Option<Vec<_>>>()?;
        Some(Hang { id, van: bam(text.as_bytes()), dong, ..hang(muc) })
    });
    rows.collect()
}

fn hang(muc: &Muc) -> Hang {
    let card = the(muc);
    let relations = muc.dong.quan_he.iter().map(ToString::to_string);
    let suffered = muc.bi.iter().map(|(l, so, ky)| format!("{} {so}/{ky}", l.bi_dong()));
    let notes = [card.ly_do_huy.clone().unwrap_or_default(), card.ghi_chu.clone()];
    let notes: Vec<String> = notes.into_iter().chain(relations).chain(suffered).collect();
    let day = muc.dong.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    Hang {
        bang_ke: card.bang_ke,
        nam: card.nam,
        ky: card.nhiem_ky.unwrap_or_default(),
        dich: dich(&muc.dong.day, &muc.so_hieu),
        so: card.so,
        ky_hieu: muc.so_hieu.ky_hieu.clone(),
        loai: card.loai,
        so_ngay: format!("{} {day}", card.so_hieu),
        ngay: card.ngay,
        trang_thai: match card.trang_thai {
            TenTrangThai::DangGiu => "dang_giu",
            TenTrangThai::PhatHanh => "phat_hanh",
            TenTrangThai::Huy => "huy",
        }
        .to_owned(),
        con_hieu_luc: card.con_hieu_luc,
        trich_yeu: card.trich_yeu,
        nguoi_ky: card.nguoi_ky,
        noi_nhan: format!("{}; {}", card.noi_nhan, card.luu),
        ghi_chu: notes.join("; "),
        ..Hang::default()
    }
}

/// Where each line of a text begins and how long it is, in bytes.
fn cho_cac_dong(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut at = 0_usize;
    let lines = bytes.split_inclusive(|b| *b == b'\n').map(|line| {
        let place = (at, line.len());
        at = at.saturating_add(line.len());
        place
    });
    lines.collect()
}

/// The text of an issued paper, and whether it could be read: from the Word files that the folder's list has, or without
/// one from its PDFs, if they are as they were issued.
pub(super) fn chu_cua(kho: &Kho, hang: &Hang, doc_pdf: &DocPdf) -> (String, bool) {
    let place = hang.dich.as_str();
    let list = kho.doc_tep(place, bang_ke::TEP).filter(|list| dau_bang_ke(list) == hang.bang_ke);
    let Some(list) = list.as_deref().and_then(BangKe::doc) else {
        return (String::new(), false);
    };
    let (mut text, mut read) = (String::new(), true);
    for duoi in [".docx", ".pdf"] {
        let own = |ten: &&String| !ten.contains('/') && ten.to_lowercase().ends_with(duoi);
        for (ten, dau) in list.tep.iter().filter(|(ten, _)| own(ten)) {
            let bytes = kho.doc_tep(place, ten).filter(|bytes| bam(bytes) == *dau);
            read &= match bytes {
                Some(bytes) if duoi == ".pdf" => them_pdf(&mut text, doc_pdf.chu(&bytes)),
                Some(bytes) => {
                    them_chu(&mut text, &bytes);
                    true
                }
                None => false,
            };
        }
        // A paper's PDF says what its Word file says.
        if !text.is_empty() {
            break;
        }
    }
    (text, read)
}

/// The lines of a PDF; a scan has none. False if nobody could look, which another time may go better.
fn them_pdf(text: &mut String, pdf: Result<TepPdf, LoiPdf>) -> bool {
    let pdf = match pdf {
        Ok(pdf) => pdf,
        Err(why) => return !matches!(why, LoiPdf::KhongChay(_)),
    };
    for line in pdf.khoi.iter().flat_map(|khoi| khoi.cac_dong()) {
        if text.len().saturating_add(line.chu.len()) > CHU_NHIEU_NHAT {
            break;
        }
        text.push_str(&line.chu);
        text.push('\n');
    }
    true
}

/// The paragraphs of a Word file; of one that is none there are none.
fn them_chu(text: &mut String, bytes: &[u8]) {
    let Ok(word) = doc_word::doc(bytes) else { return };
    for doan in word.khoi.iter().flat_map(|khoi| khoi.cac_doan()) {
        let notes = doan.chu_thich.iter().flatten().flat_map(|khoi| khoi.cac_doan());
        for part in std::iter::once(doan).chain(notes) {
            if text.len().saturating_add(part.chu.len()) > CHU_NHIEU_NHAT {
                return;
            }
            text.push_str(&part.chu);
            text.push('\n');
        }
    }
}
