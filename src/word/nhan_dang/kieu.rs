//! Kiểu: which set of rules a paper follows. Its head line tells it; an office whose rules let it have a line of its
//! own there is known by the form of its number.

use super::dong::{Cho, Dong, cua_khoi};
use super::tu::{dai, gon, khoa, la_net_ke};
use crate::model::de_ky::DeKy;
use crate::model::trinh_bay::{CachBanSao, NganCach, TrinhBay};
use crate::model::{BoQuyTac, Loai};
use crate::rules::bo_quy_tac::{CAC_BO, MAC_DINH};
use crate::word::doc_word::TepWord;

/// A set of rules, and what of it a recogniser looks for.
#[derive(Debug, Clone)]
pub struct Kieu {
    pub bo: BoQuyTac,
    /// The office's own line in the place of the set's.
    pub tieu_de: Option<String>,
    pub trinh_bay: TrinhBay,
}

/// Blocks, and lines of them, among which the head line is.
const NHIEU_KHOI: usize = 60;
const NHIEU_DONG: usize = 120;
/// A number stands among so many first lines.
const DONG_DAU: usize = 30;
/// So many words of a head line are looked at: the last ones are spelled in many ways.
const TU_TIEU_DE: usize = 6;

impl Kieu {
    pub fn moi(bo: BoQuyTac, tieu_de: Option<String>) -> Self {
        Self { bo, tieu_de, trinh_bay: (bo.the_thuc)().trinh_bay }
    }

    /// The set of a file, by its first lines; the usual one where nothing tells.
    pub fn cua(word: &TepWord) -> Self {
        let blocks = word.khoi.iter().take(NHIEU_KHOI);
        let lines = blocks.flat_map(|khoi| cua_khoi(word, khoi)).filter(|line| !line.trong());
        let mut first: Vec<Dong> = Vec::new();
        for line in lines.take(NHIEU_DONG) {
            if let Some(bo) = bo_cua(&line) {
                return Self::moi(bo, None);
            }
            if first.len() < DONG_DAU {
                first.push(line);
            }
        }
        let own = CAC_BO.iter().filter(|bo| bo.tieu_de_rieng);
        own.filter_map(|bo| rieng(*bo, &first)).next().unwrap_or_default()
    }

    pub fn de_ky(&self) -> &'static DeKy {
        self.bo.de_ky
    }

    /// Which of the head lines this is.
    pub fn dong_tieu_de(&self, key: &str) -> Option<usize> {
        match &self.tieu_de {
            Some(own) => (khoa(own) == key).then_some(0),
            None => dong_tieu_de(self.bo, key),
        }
    }

    /// Words before the names of those whom a paper is for, as they are compared.
    pub fn kinh_gui(&self) -> impl Iterator<Item = String> {
        let dau = &self.bo.0.dau;
        let own = dau.kinh_gui_loai.iter().map(|(_, word)| *word);
        std::iter::once(dau.kinh_gui).chain(own).map(khoa)
    }

    /// Marks of circulation that other sets have not.
    pub fn luu_hanh_them(&self, key: &str) -> bool {
        self.bo.0.dau.luu_hanh_them.iter().any(|mark| khoa(mark) == key)
    }

    /// A mark of circulation that stands at the foot of the last page.
    pub fn luu_hanh_cuoi(&self, text: &str) -> bool {
        let key = khoa(text.trim_matches(['.', '*', '(', ')', ' ']));
        self.bo.0.dau.luu_hanh_cuoi.iter().any(|mark| khoa(mark) == key)
    }

    /// The kind that a symbol names, where its papers may have a theme in the place of kind and subject.
    pub fn loai_co_chu_de(&self, ky_hieu: Option<&str>) -> Option<Loai> {
        let (kind, _) = ky_hieu?.split_once(self.bo.so.sau_loai)?;
        let themed = self.bo.0.dau.chu_de_loai;
        self.bo.theo_viet_tat(kind).find(|loai| themed.contains(&loai.khoa()))
    }

    /// The title of the stamp that makes a copy of a paper.
    pub fn con_dau(&self) -> Option<String> {
        match self.trinh_bay.ban_sao {
            CachBanSao::ConDau(stamp) => Some(khoa(stamp.tieu_de)),
            CachBanSao::DauTrang => None,
        }
    }

    /// Signs on a line of their own under the title, behind which the text begins.
    pub fn het_tieu_de(&self, text: &str) -> bool {
        matches!(self.trinh_bay.duoi_tieu_de, NganCach::Dau(_)) && la_net_ke(text)
    }
}

impl Default for Kieu {
    fn default() -> Self {
        Self::moi(MAC_DINH, None)
    }
}

/// The set whose first head line this is, and nothing more.
fn bo_cua(line: &Dong) -> Option<BoQuyTac> {
    let key = khoa(&line.chu);
    let looks = line.hoa() || matches!(line.cho, Cho::Phai | Cho::Giua);
    CAC_BO.iter().copied().find(|bo| {
        let whole = bo.tieu_de.first().is_some_and(|own| dai(&key) < dai(own).saturating_add(8));
        looks && whole && dong_tieu_de(*bo, &key) == Some(0)
    })
}

fn dong_tieu_de(bo: BoQuyTac, key: &str) -> Option<usize> {
    let of = |(i, line): (usize, &&str)| {
        let own = khoa(line);
        let first: Vec<&str> = own.split(' ').take(TU_TIEU_DE).collect();
        match i {
            0 => key.starts_with(&first.join(" ")),
            // Below the first, words with a dash between them.
            _ => dai(key) < 60 && own.split(" - ").all(|part| key.contains(part)),
        }
    };
    bo.tieu_de.iter().enumerate().position(of)
}

/// An office with a line of its own: its number has the set's form, and the set's sign stands under its name or a
/// line in capitals at the upper right.
fn rieng(bo: BoQuyTac, first: &[Dong]) -> Option<Kieu> {
    first.iter().find(|line| la_so_cua(bo, &line.chu))?;
    let kieu = Kieu::moi(bo, None);
    let title = first.iter().find(|line| {
        matches!(line.cho, Cho::Phai) && line.hoa() && (5..60).contains(&dai(&line.chu))
    });
    let signed = first.iter().any(|line| match kieu.trinh_bay.duoi_co_quan {
        NganCach::Dau(sign) => line.chu == sign,
        NganCach::Gach => false,
    });
    let tieu_de = title.map(|line| gon(&line.chu));
    (signed || tieu_de.is_some()).then_some(Kieu { tieu_de, ..kieu })
}

/// `Số 05-NQ/TU`: the set's own marks between number, kind and office, with a kind that it knows.
fn la_so_cua(bo: BoQuyTac, text: &str) -> bool {
    if !text.trim_start().to_lowercase().starts_with("số") {
        return false;
    }
    let bare: String = text.trim_start().chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.replace(['–', '—', '\u{2011}'], "-");
    let Some((so, symbol)) = bare.split_once(bo.so.sau_so) else { return false };
    let number = so.chars().skip(2).all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '…'));
    let kind = symbol.split_once(bo.so.sau_loai).map(|(kind, _)| kind);
    number && kind.is_some_and(|kind| bo.theo_viet_tat(kind).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::bo_quy_tac::theo_khoa;

    fn dong(chu: &str, cho: Cho) -> Dong {
        Dong { chu: chu.to_owned(), cho, ..Dong::default() }
    }

    #[test]
    fn a_set_is_known_by_its_head_line_alone() {
        let of = |chu: &str, cho| bo_cua(&dong(chu, cho)).map(|bo| bo.khoa);
        assert_eq!(of("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", Cho::Phai), Some("nd30"));
        assert_eq!(of("ĐẢNG CỘNG SẢN VIỆT NAM", Cho::Thuong), Some("hd05"));
        assert_eq!(of("Đảng Cộng sản Việt Nam", Cho::Phai), Some("hd05"));
        assert_eq!(of("ĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH MUÔN NĂM", Cho::Giua), None);
        assert_eq!(of("Đảng Cộng sản Việt Nam", Cho::Thuong), None);
    }

    /// A youth union's paper is of the Party's form without the Party's line; a slip in a decree's number is no sign.
    #[test]
    fn a_line_of_its_own_is_known_by_the_number() {
        let hd05 = theo_khoa("hd05").unwrap();
        for text in ["Số 05-NQ/TU", "Số: 05 - NQ/ĐTN", "Số        -CV/VPTU", "Số 1–QĐ/ĐU"]
        {
            assert!(la_so_cua(hd05, text), "{text}");
        }
        for text in ["Số: 05/NQ-HĐND", "Số 5-ABC/TU", "Sở 05-NQ/TU nhận", "SỞ GIÁO DỤC - ĐÀO TẠO"]
        {
            assert!(!la_so_cua(hd05, text), "{text}");
        }
        let head = [
            dong("BAN CHẤP HÀNH ĐOÀN XÃ", Cho::Trai),
            dong("ĐOÀN TNCS HỒ CHÍ MINH", Cho::Phai),
            dong("Số 05-NQ/ĐTN", Cho::Trai),
        ];
        let kieu = rieng(hd05, &head).unwrap();
        assert_eq!(kieu.tieu_de.as_deref(), Some("ĐOÀN TNCS HỒ CHÍ MINH"));
        assert_eq!(kieu.dong_tieu_de("doan tncs ho chi minh"), Some(0));
        assert!(rieng(hd05, &head[2..]).is_none());
    }
}
