//! Sổ cái đến: what the lines of the incoming book come to, number by number.

use std::collections::{BTreeMap, BTreeSet};

use super::SoVanBanDen;
use super::dong_den::{Cot, DongDen, ViecDen};
use super::so_den_hieu::SoDen;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::Ngay;
use crate::records::so_dang_ky::DongCo;

/// How far a paper has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TinhTrangDen {
    ChuaGiao,
    DangLam,
    Xong,
    Huy,
}

impl TinhTrangDen {
    pub fn ten(self) -> &'static str {
        match self {
            Self::ChuaGiao => "chưa giao",
            Self::DangLam => "đang giải quyết",
            Self::Xong => "xong",
            Self::Huy => "đã huỷ",
        }
    }
}

/// A paper that came, with all that later lines say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MucDen {
    /// What the book says of it now: columns that were put right have their right values.
    pub den: DongDen,
    /// What columns said before they were put right.
    pub da_chua: Vec<(Cot, String)>,
    pub giao: Vec<DongDen>,
    pub ky_nhan: Vec<DongDen>,
    pub xong: Vec<DongDen>,
    /// It was handed on again after it was dealt with.
    pub lam_lai: bool,
    pub ly_do_huy: Option<String>,
    pub place: Place,
}

impl MucDen {
    pub fn so_den(&self) -> SoDen {
        self.den.so_den
    }

    pub fn tinh_trang(&self) -> TinhTrangDen {
        match self {
            Self { ly_do_huy: Some(_), .. } => TinhTrangDen::Huy,
            Self { xong, lam_lai: false, .. } if !xong.is_empty() => TinhTrangDen::Xong,
            Self { giao, .. } if !giao.is_empty() => TinhTrangDen::DangLam,
            _ => TinhTrangDen::ChuaGiao,
        }
    }

    /// The last word on who deals with it.
    pub fn nguoi_nhan(&self) -> &str {
        self.giao.last().map_or("", |giao| &giao.nguoi_nhan)
    }

    /// Until when, by the last line that says so.
    pub fn han(&self) -> Option<Ngay> {
        self.giao.iter().rev().find_map(|giao| giao.han)
    }

    /// How many days it is late on a day; none if it isn't.
    pub fn qua_han(&self, ngay: Ngay) -> Option<u64> {
        let open = matches!(self.tinh_trang(), TinhTrangDen::DangLam);
        let late = |han: &Ngay| open && *han < ngay;
        // Both days are counted there.
        self.han().filter(late).map(|han| han.so_ngay_den(ngay).saturating_sub(1))
    }

    /// The papers of ours that answer it.
    pub fn tra_loi(&self) -> impl Iterator<Item = &str> {
        self.xong.iter().map(|dong| dong.tra_loi.as_str()).filter(|text| !text.is_empty())
    }

    /// How an answer names it: `số đến 12/2026 (123/CV-SNV ngày 05/3/2026 của Sở Nội vụ)`.
    pub fn goi_ten(&self) -> String {
        let den = &self.den;
        let day = den.ngay_van_ban.map(|ngay| format!("ngày {ngay}"));
        let words = [Some(den.ky_hieu.clone()), day, Some(format!("của {}", den.tac_gia))];
        let words: Vec<String> = words.into_iter().flatten().filter(|w| !w.is_empty()).collect();
        format!("số đến {} ({})", den.so_den, words.join(" "))
    }

    fn sua(&mut self, dong: &DongDen) -> Result<(), String> {
        if self.ly_do_huy.is_some() {
            return Err("đã huỷ mà còn ghi thêm".to_owned());
        }
        match dong.viec {
            ViecDen::Den | ViecDen::KhongRo => {
                return Err("đã có trong sổ mà còn ghi lần nữa".to_owned());
            }
            // Told of the year, and by no number.
            ViecDen::KhoaNam | ViecDen::MoNam => {}
            ViecDen::Giao => {
                self.lam_lai = !self.xong.is_empty();
                self.giao.push(dong.clone());
            }
            ViecDen::KyNhan => self.ky_nhan.push(dong.clone()),
            ViecDen::Xong => {
                self.lam_lai = false;
                self.xong.push(dong.clone());
            }
            ViecDen::Huy => self.ly_do_huy = Some(dong.ghi_chu.clone()),
            ViecDen::Chua => self.chua(dong),
        }
        Ok(())
    }

    fn chua(&mut self, dong: &DongDen) {
        let Some(cot) = dong.cot else { return };
        let cu = cot.cua(&self.den);
        let den = &mut self.den;
        match cot {
            Cot::NgayDen => den.ngay = dong.ngay,
            Cot::TacGia => den.tac_gia.clone_from(&dong.tac_gia),
            Cot::KyHieu => den.ky_hieu.clone_from(&dong.ky_hieu),
            Cot::TrichYeu => den.trich_yeu.clone_from(&dong.trich_yeu),
            Cot::NgayVanBan => den.ngay_van_ban = dong.ngay_van_ban,
        }
        self.da_chua.push((cot, cu));
    }
}

/// The book by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SoCaiDen {
    muc: BTreeMap<SoDen, MucDen>,
    /// Closed years.
    khoa: BTreeSet<i32>,
}

impl SoCaiDen {
    /// Sums up the lines; what an event may not do is a finding.
    pub fn tu(so: &SoVanBanDen) -> (Self, Vec<Diagnostic>) {
        let mut cai = Self::default();
        let mut found = Vec::new();
        for dong in &so.dong {
            if let Err(message) = cai.ghi(dong) {
                found.push(Diagnostic::error("register-event", message).at(dong.place.clone()));
            }
        }
        (cai, found)
    }

    fn ghi(&mut self, at: &DongCo<DongDen>) -> Result<(), String> {
        let (dong, so_den) = (&at.dong, at.dong.so_den);
        if dong.viec.cua_nam() {
            return self.ghi_nam(dong.viec, so_den.nam);
        }
        self.nam_con_ghi(dong)?;
        if let Some(muc) = self.muc.get_mut(&so_den) {
            return muc.sua(dong).map_err(|why| format!("số đến {so_den} {why}"));
        }
        if !dong.viec.mo_so() {
            return Err(format!("số đến {so_den} chưa có trong sổ"));
        }
        if let Some(last) =
            self.so_cuoi(so_den.nam).filter(|last| last.saturating_add(1) != so_den.so)
        {
            return Err(format!(
                "sau số đến {last:02} của năm {} là số {:02}",
                so_den.nam, so_den.so
            ));
        }
        let muc = MucDen {
            den: dong.clone(),
            da_chua: Vec::new(),
            giao: Vec::new(),
            ky_nhan: Vec::new(),
            xong: Vec::new(),
            lam_lai: false,
            ly_do_huy: None,
            place: at.place.clone(),
        };
        self.muc.insert(so_den, muc);
        Ok(())
    }

    /// Takes up lines that come after those summed up; what one may not do is found when all are read again.
    pub fn noi(&mut self, dong: &[DongCo<DongDen>]) {
        dong.iter().for_each(|at| drop(self.ghi(at)));
    }

    /// A year is closed, or opened again.
    fn ghi_nam(&mut self, viec: ViecDen, nam: i32) -> Result<(), String> {
        let known = self.khoa.contains(&nam);
        match (viec, known) {
            (ViecDen::MoNam, false) => return Err(format!("sổ năm {nam} chưa khoá mà mở lại")),
            (ViecDen::MoNam, true) => drop(self.khoa.remove(&nam)),
            (_, true) => return Err(format!("sổ năm {nam} đã khoá mà còn khoá lần nữa")),
            (_, false) => drop(self.khoa.insert(nam)),
        }
        Ok(())
    }

    /// What came in December is handed on, signed for and dealt with in January; what the closed book says of it stays.
    fn nam_con_ghi(&self, dong: &DongDen) -> Result<(), String> {
        let settles = matches!(dong.viec, ViecDen::Giao | ViecDen::KyNhan | ViecDen::Xong);
        if settles || !self.khoa.contains(&dong.so_den.nam) {
            return Ok(());
        }
        Err(format!("sổ năm {} đã khoá mà còn ghi thêm", dong.so_den.nam))
    }

    pub fn da_khoa(&self, nam: i32) -> bool {
        self.khoa.contains(&nam)
    }

    pub fn nam_khoa(&self) -> impl Iterator<Item = i32> {
        self.khoa.iter().copied()
    }

    pub fn tat_ca(&self) -> impl Iterator<Item = &MucDen> {
        self.muc.values()
    }

    pub fn muc(&self, so_den: SoDen) -> Option<&MucDen> {
        self.muc.get(&so_den)
    }

    /// The last number of a year.
    pub fn so_cuoi(&self, nam: i32) -> Option<u64> {
        self.cua_nam(nam).last().map(|muc| muc.so_den().so)
    }

    pub fn cua_nam(&self, nam: i32) -> impl DoubleEndedIterator<Item = &MucDen> {
        let year = SoDen { nam, so: 0 }..=SoDen { nam, so: u64::MAX };
        self.muc.range(year).map(|(_, muc)| muc)
    }

    /// The years that have a number.
    pub fn cac_nam(&self) -> Vec<i32> {
        let mut all: Vec<i32> = self.muc.keys().map(|so_den| so_den.nam).collect();
        all.dedup();
        all
    }
}
