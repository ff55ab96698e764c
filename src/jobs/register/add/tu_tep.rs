//! What the files of a paper say of it, field by field. What the recogniser has guessed is said to be a guess, and so is
//! what two files say differently.

use super::tep::{NoiDung, Tep};
use crate::model::chu_dau::hoa_dau;
use crate::model::{Loai, Ngay};
use crate::word::doc_pdf::{LoaiChu, thanh_word};
use crate::word::doc_word::TepWord;
use crate::word::nhan_dang::tu::{gon, khoa, toan_hoa};
use crate::word::nhan_dang::{GiayNhan, VaiDong, nhan_dang, qua_dai};

/// A field that was read, in which file, and why it is only a guess, if it is one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct O {
    pub chu: Option<String>,
    pub ngo: Option<String>,
    /// The file's name.
    pub tep: String,
}

/// The fields of a paper as its files have them.
#[derive(Default)]
pub struct TuTep {
    pub so_hieu: O,
    pub ngay: O,
    pub loai: O,
    pub trich_yeu: O,
    pub nguoi_ky: O,
    pub noi_nhan: O,
    pub luu: O,
}

/// Letters that a machine has read off a picture are a guess, every one of them.
const MAY_DOC: &str = "chữ do máy nhận dạng từ ảnh quét";

/// What the first Word file says, and where that is silent the first PDF with letters: a number that was given after the
/// Word file was typed stands in the signed PDF alone.
pub fn doc(tep: &[Tep]) -> TuTep {
    let word = tep.iter().find_map(|tep| match &tep.noi_dung {
        NoiDung::Word(word) => Some(cua(tep, word, true)),
        NoiDung::Pdf(_) => None,
    });
    let pdf = tep.iter().find_map(|tep| match &tep.noi_dung {
        NoiDung::Pdf(Ok(pdf)) if pdf.loai.co_chu() => {
            let mut own = cua(tep, &thanh_word(pdf).ok()?, false);
            if pdf.loai == LoaiChu::MayDoc {
                own.cac_o().into_iter().for_each(|o| o.ngo = Some(MAY_DOC.to_owned()));
            }
            Some(own)
        }
        _ => None,
    });
    let (mut word, mut pdf) = (word.unwrap_or_default(), pdf.unwrap_or_default());
    word.so_hieu.doi_chieu(&pdf.so_hieu);
    word.ngay.doi_chieu(&pdf.ngay);
    for (own, other) in word.cac_o().into_iter().zip(pdf.cac_o()) {
        if own.chu.is_none() {
            *own = std::mem::take(other);
        }
    }
    word
}

impl TuTep {
    fn cac_o(&mut self) -> [&mut O; 7] {
        [
            &mut self.so_hieu,
            &mut self.ngay,
            &mut self.loai,
            &mut self.trich_yeu,
            &mut self.nguoi_ky,
            &mut self.noi_nhan,
            &mut self.luu,
        ]
    }
}

impl O {
    /// Two files of one paper that say otherwise: somebody must look which is right.
    fn doi_chieu(&mut self, other: &Self) {
        if let (Some(own), Some(said)) = (&self.chu, &other.chu)
            && khoa(own) != khoa(said)
        {
            self.ngo = Some(format!("tệp {} ghi “{said}”", other.tep));
        }
    }
}

/// What a file says; nothing if it is longer than any paper. `cho`: its places are those that people see.
fn cua(tep: &Tep, word: &TepWord, cho: bool) -> TuTep {
    if qua_dai(word) {
        return TuTep::default();
    }
    let giay = nhan_dang(word);
    let ngo = |vai: &[VaiDong]| ngo(&giay, vai, cho);
    let dau = &giay.dau;
    // A month or a year alone is no date of a paper that has gone out.
    let ngay = dau.ngay.as_deref().and_then(|text| Ngay::parse(text).ok());
    let o = |chu: Option<String>, ngo: Option<String>| O { chu, ngo, tep: String::new() };
    let loai = loai(&giay).map(|loai| loai.ten().to_owned());
    let mut out = TuTep {
        so_hieu: o(dau.so_hieu(), ngo(&[VaiDong::So])),
        ngay: o(ngay.map(|ngay| ngay.to_string()), ngo(&[VaiDong::Ngay])),
        loai: o(loai, ngo(&[VaiDong::TenLoai])),
        trich_yeu: trich_yeu(&giay, ngo(&[VaiDong::VeViec, VaiDong::TenLoai])),
        nguoi_ky: nguoi_ky(&giay),
        noi_nhan: o(noi_nhan(&giay), ngo(&[VaiDong::KinhGui])),
        luu: o(giay.cuoi.luu.clone(), None),
    };
    out.cac_o().into_iter().for_each(|o| o.tep.clone_from(&tep.goc));
    out
}

/// Why what was read of a line of this sort is a guess.
fn ngo(giay: &GiayNhan, vai: &[VaiDong], cho: bool) -> Option<String> {
    let mut all = giay.khong_chac.iter();
    let found = all.find(|guess| guess.vai.is_some_and(|own| vai.contains(&own)))?;
    Some(if cho { format!("{} ({})", found.cau, found.noi) } else { found.cau.clone() })
}

/// A letter has no name of a kind; it has V/v, or somebody to whom it is written.
fn loai(giay: &GiayNhan) -> Option<Loai> {
    let dau = &giay.dau;
    let letter = || {
        let like = dau.loai_rieng.is_none() && (dau.ve_viec || !dau.kinh_gui.is_empty());
        Loai::theo_khoa("cong_van").filter(|_| like)
    };
    dau.loai.or_else(letter)
}

/// A subject in capitals has lost which of its words are names; the text may say it once more.
fn trich_yeu(giay: &GiayNhan, ngo: Option<String>) -> O {
    let Some(subject) = &giay.dau.trich_yeu else { return O::default() };
    let bare = gon(subject).trim_end_matches(['.', ';', ',', ' ']).to_owned();
    if !toan_hoa(&bare) {
        return O { chu: Some(bare), ngo, ..O::default() };
    }
    let lower = bare.to_lowercase();
    let again = giay.than.iter().find_map(|khoi| {
        let text = gon(&khoi.chu);
        let small = text.to_lowercase();
        // Small letters of another length would move the places.
        let at = small.find(&lower).filter(|_| small.len() == text.len())?;
        let found = text.get(at..at.saturating_add(lower.len()))?;
        found.chars().any(char::is_lowercase).then(|| hoa_dau(found))
    });
    match again {
        Some(found) => O { chu: Some(found), ngo, ..O::default() },
        None => {
            let why = "trích yếu in hoa cả, không rõ chữ nào là tên riêng".to_owned();
            O { chu: Some(bare), ngo: Some(ngo.unwrap_or(why)), ..O::default() }
        }
    }
}

fn nguoi_ky(giay: &GiayNhan) -> O {
    let all = &giay.cuoi.nguoi_ky;
    let names: Vec<&str> =
        all.iter().map(|nguoi| nguoi.ho_ten.as_str()).filter(|ten| !ten.is_empty()).collect();
    let nameless = names.len() < all.len();
    let why = || "có chỗ ký không thấy họ tên".to_owned();
    let chu = Some(names.join("; ")).filter(|text| !text.is_empty());
    O { chu, ngo: nameless.then(why), ..O::default() }
}

/// By name: the book is read without the paper, so `Như trên` says whom the paper addresses.
fn noi_nhan(giay: &GiayNhan) -> Option<String> {
    let above = &giay.dau.kinh_gui;
    let mut names: Vec<String> = Vec::new();
    for line in giay.cuoi.noi_nhan.iter().map(|line| gon(line)) {
        match khoa(&line) == "nhu tren" && !above.is_empty() {
            true => names.extend(above.iter().cloned()),
            false if line.is_empty() => {}
            false => names.push(line),
        }
    }
    Some(names.join("; ")).filter(|text| !text.is_empty())
}
