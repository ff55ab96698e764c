//! What a Word file says of itself as a paper, field by field. What the recogniser has guessed is said to be a guess.

use super::tep::Tep;
use crate::model::chu_dau::hoa_dau;
use crate::model::{Loai, Ngay};
use crate::word::nhan_dang::tu::{gon, khoa, toan_hoa};
use crate::word::nhan_dang::{GiayNhan, VaiDong, nhan_dang, qua_dai};

/// A field that was read, and why it is only a guess, if it is one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct O {
    pub chu: Option<String>,
    pub ngo: Option<String>,
}

/// The fields of a paper as its file has them.
#[derive(Default)]
pub struct TuWord {
    /// The file's name.
    pub tep: String,
    pub so_hieu: O,
    pub ngay: O,
    pub loai: O,
    pub trich_yeu: O,
    pub nguoi_ky: O,
    pub noi_nhan: O,
    pub luu: O,
}

/// Reads the first Word file; none if there is none, or nothing that could be a paper.
pub fn doc(tep: &[Tep]) -> Option<TuWord> {
    let (own, word) = tep.iter().find_map(|tep| Some((tep, tep.word.as_ref()?)))?;
    if qua_dai(word) {
        return None;
    }
    let giay = nhan_dang(word);
    let ngo = |vai: &[VaiDong]| ngo(&giay, vai);
    let dau = &giay.dau;
    // A month or a year alone is no date of a paper that has gone out.
    let ngay = dau.ngay.as_deref().and_then(|text| Ngay::parse(text).ok());
    Some(TuWord {
        tep: own.goc.clone(),
        so_hieu: O { chu: dau.so_hieu(), ngo: ngo(&[VaiDong::So]) },
        ngay: O { chu: ngay.map(|ngay| ngay.to_string()), ngo: ngo(&[VaiDong::Ngay]) },
        loai: O {
            chu: loai(&giay).map(|loai| loai.ten().to_owned()),
            ngo: ngo(&[VaiDong::TenLoai]),
        },
        trich_yeu: trich_yeu(&giay, ngo(&[VaiDong::VeViec, VaiDong::TenLoai])),
        nguoi_ky: nguoi_ky(&giay),
        noi_nhan: O { chu: noi_nhan(&giay), ngo: ngo(&[VaiDong::KinhGui]) },
        luu: O { chu: giay.cuoi.luu.clone(), ngo: None },
    })
}

/// Why what was read of a line of this sort is a guess.
fn ngo(giay: &GiayNhan, vai: &[VaiDong]) -> Option<String> {
    let mut all = giay.khong_chac.iter();
    let found = all.find(|guess| guess.vai.is_some_and(|own| vai.contains(&own)))?;
    Some(format!("{} ({})", found.cau, found.noi))
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
        return O { chu: Some(bare), ngo };
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
        Some(found) => O { chu: Some(found), ngo },
        None => {
            let why = "trích yếu in hoa cả, không rõ chữ nào là tên riêng".to_owned();
            O { chu: Some(bare), ngo: Some(ngo.unwrap_or(why)) }
        }
    }
}

fn nguoi_ky(giay: &GiayNhan) -> O {
    let all = &giay.cuoi.nguoi_ky;
    let names: Vec<&str> =
        all.iter().map(|nguoi| nguoi.ho_ten.as_str()).filter(|ten| !ten.is_empty()).collect();
    let nameless = names.len() < all.len();
    let why = || "có chỗ ký không thấy họ tên".to_owned();
    O { chu: Some(names.join("; ")).filter(|t| !t.is_empty()), ngo: nameless.then(why) }
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
