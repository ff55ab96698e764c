//! A paper as it is looked at: its paragraphs in reading order with their looks, and the lines of head and foot.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{ChuCuaGiay, PhatHien};
use crate::compose::fonts::Fonts;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{BoQuyTac, TheThuc};
use crate::word::doc_word::dang::DangDoan;
use crate::word::doc_word::{Doan, Khoi, MOC_CHU_THICH, TepWord};
use crate::word::nhan_dang::tu::khoa;
use crate::word::nhan_dang::{BoCuc, DongVai, VaiDong, bo_cuc, la_kem_theo};

/// Letters of a paragraph that a message repeats.
const TRICH: usize = 50;

/// So far behind the head it is said with which decision a file was issued.
const KHOI_KEM_THEO: usize = 8;

/// A paragraph.
pub(super) struct MotDoan<'w> {
    pub doan: &'w Doan,
    pub dang: DangDoan,
    /// As it is printed.
    pub chu: String,
    /// Its number among those that say something; 0 for an empty one.
    pub so: usize,
    /// Which block of the file it is in, and whether that is a table.
    pub khoi: usize,
    pub trong_bang: bool,
    /// Which section.
    pub phan: usize,
}

impl<'w> MotDoan<'w> {
    /// A paragraph of a note, at the place of the one that has its mark.
    pub fn cua_chu_thich(doan: &'w Doan, dang: DangDoan, o: &Self) -> Self {
        let chu = doan.in_ra();
        let &Self { so, khoi, trong_bang, phan, .. } = o;
        Self { doan, dang, chu, so, khoi, trong_bang, phan }
    }
}

pub(super) struct Giay<'w> {
    pub word: &'w TepWord,
    pub fonts: &'w Fonts,
    ten: &'w str,
    pub bo_cuc: BoCuc,
    /// The rules that it is held against, and their measures.
    pub bo: BoQuyTac,
    pub t: TheThuc,
    pub doan: Vec<MotDoan<'w>>,
    theo_duong: BTreeMap<&'w [usize], usize>,
}

impl<'w> Giay<'w> {
    pub fn moi(word: &'w TepWord, ten: &'w str, fonts: &'w Fonts) -> Self {
        let ends = word.cho_het_phan();
        let mut doan = Vec::new();
        let mut so = 0_usize;
        for (khoi, block) in word.khoi.iter().enumerate() {
            for one in block.cac_doan() {
                let chu = one.in_ra();
                let said = !one.trong();
                so = so.saturating_add(usize::from(said));
                let block_at = one.duong.get(1).copied().unwrap_or_default();
                let phan = ends.iter().filter(|end| **end < block_at).count();
                doan.push(MotDoan {
                    doan: one,
                    dang: word.dang_nhanh(one).unwrap_or_default(),
                    chu,
                    so: if said { so } else { 0 },
                    khoi,
                    trong_bang: matches!(block, Khoi::Bang(_)),
                    phan: phan.min(word.phan_trang.len().saturating_sub(1)),
                });
            }
        }
        let theo_duong =
            doan.iter().enumerate().map(|(i, one)| (one.doan.duong.as_slice(), i)).collect();
        let bo_cuc = bo_cuc(word);
        let bo = bo_cuc.dau.bo();
        Self { word, fonts, ten, bo_cuc, bo, t: (bo.the_thuc)(), doan, theo_duong }
    }

    /// Which paragraph a line of head or foot is of.
    pub fn cho(&self, line: &DongVai) -> Option<usize> {
        self.theo_duong.get(line.dong.goc.duong.as_slice()).copied()
    }

    /// The lines of a role with their paragraphs.
    pub fn vai(&self, vai: VaiDong) -> impl Iterator<Item = (&DongVai, &MotDoan<'w>)> {
        let lines = self.bo_cuc.vai.iter().filter(move |line| line.vai == vai);
        lines.filter_map(|line| Some((line, self.doan.get(self.cho(line)?)?)))
    }

    pub fn co_vai(&self, vai: VaiDong) -> bool {
        self.bo_cuc.vai.iter().any(|line| line.vai == vai)
    }

    /// The first paragraph that says something.
    pub fn dau_tien(&self) -> Option<&MotDoan<'w>> {
        self.doan.iter().find(|one| one.so > 0)
    }

    /// The first paragraph of a section that says something.
    pub fn dau_phan(&self, phan: usize) -> Option<&MotDoan<'w>> {
        self.doan.iter().find(|one| one.so > 0 && one.phan == phan)
    }

    /// Of a paragraph: `đoạn 12 “Độc lập …”: <what>`.
    pub fn o_doan(&self, one: &MotDoan, khoa: &str, mut d: Diagnostic) -> PhatHien {
        d.message = format!("đoạn {} “{}”: {}", one.so, trich(&one.chu), d.message);
        self.tai(one, khoa, d)
    }

    /// Of a paragraph that the message does not name.
    pub fn tai(&self, one: &MotDoan, khoa: &str, d: Diagnostic) -> PhatHien {
        let place = Place::new(self.ten, one.so.max(1), 1, "").of(khoa.to_owned(), None);
        PhatHien { duong: one.doan.duong.clone(), d: d.at(place), gom: None, so: one.so }
    }

    /// Of the file as a whole.
    pub fn ca_tep(&self, khoa: &str, d: Diagnostic) -> Option<PhatHien> {
        Some(self.tai(self.dau_tien()?, khoa, d))
    }

    /// The same, one of many: those with the same words are told once.
    pub fn o_nhieu_doan(&self, one: &MotDoan, khoa: &str, d: Diagnostic) -> PhatHien {
        let words = format!("{} {}", d.code, d.message);
        PhatHien { gom: Some(words), ..self.o_doan(one, khoa, d) }
    }

    /// It is an extract (PL I, phần II): articles that it leaves out lack in it.
    pub fn trich_sao(&self) -> bool {
        self.doan.iter().any(|one| {
            let key = khoa(&one.chu);
            key == "trich sao" || key.starts_with("trich sao;")
        })
    }

    /// The file is what a decision issues (PL III, form 1.3): under its title stands with which one, and number, day
    /// and signature are that one's.
    pub fn kem_theo(&self) -> bool {
        let said = self.doan.iter().filter(|one| one.so > 0);
        let title =
            said.take_while(|one| one.khoi <= self.bo_cuc.than.start.saturating_add(KHOI_KEM_THEO));
        let mut lines = title.flat_map(|one| one.chu.split('\n'));
        !self.co_vai(VaiDong::So) && lines.any(|line| la_kem_theo(line.trim()))
    }

    /// The day on the paper, if it says one; where it leaves it open, the last one that it may be.
    pub fn ngay(&self) -> Option<NaiveDate> {
        self.ngay_mo(12, 28)
    }

    /// The day, with this month and day where they are open.
    fn ngay_mo(&self, thang: u32, ngay: u32) -> Option<NaiveDate> {
        let text = self.bo_cuc.dau.ngay.as_deref()?;
        let mut parts = text.split('/').map(|part| part.parse::<u32>().ok());
        let (day, month, year) = match (parts.next()?, parts.next(), parts.next()) {
            (Some(day), Some(Some(month)), Some(Some(year))) => (day, month, year),
            (Some(month), Some(Some(year)), None) => (ngay, month, year),
            (Some(year), None, None) => (ngay, thang, year),
            _ => return None,
        };
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    }

    /// Surely: a draft whose month is open may be of any one.
    pub fn sau_2025(&self) -> bool {
        self.ngay_mo(1, 1) >= NaiveDate::from_ymd_opt(2025, 7, 1)
    }

    /// All texts for the rules about wording; the fixed phrases of the head are looked at elsewhere.
    pub fn cac_chu(&self) -> Vec<ChuCuaGiay> {
        let mut roles: BTreeMap<&[usize], VaiDong> = BTreeMap::new();
        for line in &self.bo_cuc.vai {
            roles.entry(line.dong.goc.duong.as_slice()).or_insert(line.vai);
        }
        let said = self.doan.iter().filter(|one| one.so > 0);
        let texts = said.filter_map(|one| {
            use VaiDong as V;
            let la_ten = match roles.get(one.doan.duong.as_slice()) {
                Some(V::QuocHieu | V::TieuNgu | V::So | V::Ngay | V::NetKe | V::NguoiSoan) => {
                    return None;
                }
                Some(
                    V::CoQuan | V::ChucVu | V::ChucVuKhac | V::HoTen | V::Khan | V::Mat | V::DiaChi,
                ) => true,
                _ => la_dau_sao(&one.chu),
            };
            let chu = mot_dong(&one.doan.chu);
            Some(ChuCuaGiay { duong: one.doan.duong.clone(), so: one.so, chu, la_ten })
        });
        texts.collect()
    }
}

/// The mark of a copy: `SAO Y; Văn phòng; 09/06/2026; …` (PL I, phần II).
fn la_dau_sao(text: &str) -> bool {
    ["SAO Y;", "SAO LỤC;", "TRÍCH SAO;"].iter().any(|mark| text.trim_start().starts_with(mark))
}

/// A text on one line. Blanks that set it out, tabs and breaks are one blank.
fn mot_dong(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.trim();
    while let Some(c) = rest.chars().next() {
        let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\u{a0}');
        let behind = rest.trim_start_matches(blank);
        let gap = rest.len().saturating_sub(behind.len());
        let run = rest.get(..gap).unwrap_or_default();
        if run.contains(['\t', '\n']) || run.chars().count() > 3 {
            out.push(' ');
            rest = behind;
            continue;
        }
        if c != MOC_CHU_THICH {
            out.push(c);
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

/// The beginning of a text on one line.
pub(super) fn trich(text: &str) -> String {
    let bare = text.replace(MOC_CHU_THICH, "");
    let line = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= TRICH {
        return line;
    }
    let cut: String = line.chars().take(TRICH).collect();
    format!("{}…", cut.trim_end())
}
