//! What stands under the foot and belongs to no appendix: how the office is reached, a mark of circulation, the stamp
//! of a copy. Each where the set of rules has it there.

use super::cuoi_trang::la_phu_luc;
use super::dong::{Dong, cua_khoi};
use super::kieu::Kieu;
use super::tu::{dai, khoa, toan_hoa};
use super::vai::{DongVai, VaiDong};
use crate::model::trinh_bay::ChoDiaChi;
use crate::word::doc_word::{Khoi, TepWord};

/// What was found, and the blocks between it and the end of the paper.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DuoiCuoi {
    pub dia_chi: Vec<String>,
    pub luu_hanh: Option<String>,
    /// Where the stamp of a copy stands.
    pub ban_sao: Option<String>,
    pub vai: Vec<DongVai>,
    pub tu: usize,
    pub den: usize,
}

/// So many lines tell how an office is reached.
const NHIEU_DIA_CHI: usize = 6;

/// Words by which such lines are known.
const LIEN_HE: &[&str] =
    &["dien thoai", "dt:", "email", "e-mail", "thu dien tu", "fax", "website", "dia chi:", "@"];

pub fn doc(word: &TepWord, tu: usize, kieu: &Kieu) -> DuoiCuoi {
    let all = word.khoi.len();
    let mut behind = word.khoi.iter().enumerate().skip(tu);
    let stamp = match kieu.con_dau() {
        Some(title) => behind.find(|(_, khoi)| la_con_dau(khoi, &title)),
        None => behind.find(|(_, khoi)| la_dau_sao(khoi)),
    };
    let den = stamp.map_or(all, |(at, _)| at).max(tu);
    let ban_sao = stamp.and_then(|(_, khoi)| Some(khoi.cac_doan().first()?.cho()));
    let mut out = DuoiCuoi { ban_sao, tu, den, ..DuoiCuoi::default() };
    out.dong(word, kieu);
    out
}

/// Whether a table has the title of the stamp.
pub fn la_con_dau(khoi: &Khoi, title: &str) -> bool {
    let lines = |khoi: &Khoi| khoi.cac_doan().iter().any(|doan| khoa(&doan.chu) == title);
    matches!(khoi, Khoi::Bang(_)) && lines(khoi)
}

/// Titles over the head of a copy (PL I, phần II), and what they were called before.
const DAU_SAO: [&str; 4] = ["sao y", "sao luc", "trich sao", "sao y ban chinh"];

/// Whether the head of a copy begins here.
fn la_dau_sao(khoi: &Khoi) -> bool {
    let lines = khoi.cac_doan();
    let mut lines = lines.iter().flat_map(|doan| doan.chu.split('\n'));
    lines.any(|line| toan_hoa(line) && DAU_SAO.contains(&khoa(line).as_str()))
}

impl DuoiCuoi {
    fn dong(&mut self, word: &TepWord, kieu: &Kieu) {
        let mut at = self.tu;
        let mut contact: Vec<Dong> = Vec::new();
        while let Some(khoi) = word.khoi.get(at).filter(|_| at < self.den) {
            let lines: Vec<Dong> =
                cua_khoi(word, khoi).into_iter().filter(|line| !line.trong()).collect();
            at = at.saturating_add(1);
            if lines.is_empty() && co_hinh(khoi) {
                break;
            }
            if let [mark] = lines.as_slice()
                && kieu.luu_hanh_cuoi(&mark.chu)
            {
                self.luu_hanh = Some(mark.chu.to_lowercase());
                self.vai.push(DongVai { vai: VaiDong::LuuHanh, dong: mark.clone() });
                self.tu = at;
                continue;
            }
            let like = matches!(khoi, Khoi::Doan(_)) && lines.iter().all(co_the_dia_chi);
            if !like || contact.len() > NHIEU_DIA_CHI {
                break;
            }
            contact.extend(lines);
            if la_dia_chi(kieu, &contact) {
                self.tu = at;
            }
        }
        if la_dia_chi(kieu, &contact) {
            self.dia_chi = contact.iter().map(|line| line.chu.clone()).collect();
            let vai = |dong: Dong| DongVai { vai: VaiDong::DiaChi, dong };
            self.vai.extend(contact.into_iter().map(vai));
        }
    }
}

fn co_hinh(khoi: &Khoi) -> bool {
    khoi.cac_doan().iter().any(|doan| !doan.hinh.is_empty())
}

fn co_the_dia_chi(line: &Dong) -> bool {
    dai(&line.chu) < 160 && !line.hoa() && !la_phu_luc(&line.chu)
}

/// Whether lines together tell how an office is reached, where the rules have that here.
fn la_dia_chi(kieu: &Kieu, lines: &[Dong]) -> bool {
    let said = |line: &Dong| {
        let key = khoa(&line.chu);
        LIEN_HE.iter().any(|word| key.contains(word))
    };
    kieu.trinh_bay.dia_chi == ChoDiaChi::CuoiVanBan && lines.iter().any(said)
}
