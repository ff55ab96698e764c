//! Sổ cái: what the lines of the register come to, number by number.

use std::collections::{BTreeMap, BTreeSet};

use super::day_so::Day;
use super::dong::{Dong, Viec};
use super::quan_he::{LoaiQuanHe, QuanHe};
use super::so::{DongSo, So};
use super::so_hieu::{CachGoi, SoHieu};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::Ky;

/// Where a number has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrangThai {
    Giu,
    PhatHanh,
    Huy,
}

/// A number of a series, with all that later lines say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Muc {
    pub trang_thai: TrangThai,
    /// The line that kept or issued it, with what `chuyển` added.
    pub dong: Dong,
    pub so_hieu: SoHieu,
    pub ly_do_huy: Option<String>,
    /// What later documents did to this one.
    pub bi: Vec<(LoaiQuanHe, SoHieu, Ky)>,
    pub place: Place,
}

/// A number by its series.
type Khoa = (Day, u64);

/// The register by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SoCai {
    muc: BTreeMap<Khoa, Muc>,
    /// The series that have a number.
    day: BTreeSet<Day>,
    /// First numbers of series that don't begin with 1.
    mo: BTreeMap<Day, u64>,
    /// Closed years, an office each.
    khoa: BTreeSet<(Ky, String)>,
}

impl Muc {
    /// A paper has it, issued here or made elsewhere; void or not.
    pub fn da_phat_hanh(&self) -> bool {
        self.dong.la_van_ban()
    }

    /// The paper was made elsewhere: this program has no source of it.
    pub fn lam_noi_khac(&self) -> bool {
        self.dong.viec == Viec::VaoSo
    }

    /// Void or not, a folder with the paper's files is there.
    pub fn co_thu_muc(&self) -> bool {
        self.dong.co_thu_muc()
    }

    /// A number as its own line makes it.
    pub fn moi(dong: &Dong, so_hieu: SoHieu) -> Self {
        let trang_thai = match dong.viec {
            Viec::GiuSo => TrangThai::Giu,
            Viec::Huy => TrangThai::Huy,
            _ => TrangThai::PhatHanh,
        };
        let place = Place::new("", 0, 0, "");
        Self { trang_thai, dong: dong.clone(), so_hieu, ly_do_huy: None, bi: Vec::new(), place }
    }

    /// The number with one line more about it.
    pub fn sau(&self, dong: &Dong) -> Self {
        let mut muc = self.clone();
        let _ = muc.sua(dong);
        muc
    }

    /// The number that these lines make, its own first and then all that say something of it.
    pub fn tu_cac_dong(dong: &[Dong]) -> Option<Self> {
        let (own, later) = dong.split_first()?;
        let mut muc = Self::moi(own, own.so_hieu.clone()?);
        for line in later {
            let other = line.so_hieu.as_ref()?;
            let of_it = line.day == muc.dong.day && other.so == muc.so_hieu.so;
            if matches!(line.viec, Viec::Huy | Viec::Chuyen) {
                match of_it {
                    true => muc.sua(line).ok()?,
                    false => muc.thoi(line),
                }
                continue;
            }
            let does = line.quan_he.iter().filter(|qh| qh.la(&muc)).map(|qh| qh.loai);
            let does: Vec<LoaiQuanHe> = does.collect();
            muc.bi.extend(does.into_iter().map(|loai| (loai, other.clone(), line.day.ky.clone())));
        }
        Some(muc)
    }

    /// A document that took this one's place or took it back.
    pub fn het_hieu_luc(&self) -> Option<&(LoaiQuanHe, SoHieu, Ky)> {
        self.bi.iter().find(|(loai, ..)| loai.het_hieu_luc())
    }
}

impl SoCai {
    /// Sums up the lines; what an event may not do is a finding.
    pub fn tu(so: &So) -> (Self, Vec<Diagnostic>) {
        let mut cai = Self::default();
        let mut found = Vec::new();
        for dong in &so.dong {
            if let Err(message) = cai.ghi(dong) {
                found.push(Diagnostic::error("register-event", message).at(dong.place.clone()));
            }
        }
        (cai, found)
    }

    /// Takes up lines that come after those summed up; what one may not do is found when all are read again.
    pub fn noi(&mut self, dong: &[DongSo]) {
        dong.iter().for_each(|at| drop(self.ghi(at)));
    }

    fn ghi(&mut self, at: &DongSo) -> Result<(), String> {
        let DongSo { dong, place, .. } = at;
        self.nam_con_ghi(dong)?;
        let Some(so_hieu) = dong.so_hieu.clone() else { return Ok(()) };
        let key = (dong.day.clone(), so_hieu.so);
        match dong.viec {
            Viec::KhoaNam | Viec::MoNam => Ok(()),
            Viec::MoSo if !self.mo_duoc(&dong.day, so_hieu.so) => {
                Err(format!("dãy số {} đã có số mà còn mở lại", dong.day))
            }
            Viec::MoSo => {
                self.mo.insert(dong.day.clone(), so_hieu.so);
                Ok(())
            }
            Viec::GiuSo => self.them(key, TrangThai::Giu, so_hieu, at),
            Viec::PhatHanh | Viec::VaoSo => {
                let bi = self.dich(&dong.quan_he)?;
                let nay = (so_hieu.clone(), dong.day.ky.clone());
                self.them(key, TrangThai::PhatHanh, so_hieu, at)?;
                for (loai, key) in bi {
                    if let Some(muc) = self.muc.get_mut(&key) {
                        muc.bi.push((loai, nay.0.clone(), nay.1.clone()));
                    }
                }
                Ok(())
            }
            Viec::Huy | Viec::Chuyen => {
                let muc = self.muc.get_mut(&key);
                let muc = muc.ok_or_else(|| format!("số {so_hieu} chưa có trong sổ"))?;
                muc.sua(dong).map_err(|why| {
                    format!("số {} {why} ({}:{})", muc.so_hieu, place.file, muc.place.line)
                })?;
                let of = muc.dong.clone();
                if dong.viec == Viec::Huy {
                    self.thoi(&of);
                }
                Ok(())
            }
        }
    }

    /// A paper that is void does nothing to earlier ones any more.
    fn thoi(&mut self, dong: &Dong) {
        for (_, key) in self.bi_boi(dong) {
            if let Some(muc) = self.muc.get_mut(&key) {
                muc.thoi(dong);
            }
        }
    }

    /// The numbers that a line's paper bears on, or bore on before it was void.
    pub fn bi(&self, dong: &Dong) -> Vec<&Muc> {
        let own = dong.so_hieu.as_ref().and_then(|so_hieu| self.muc(&dong.day, so_hieu.so));
        let keys = own.map(|own| self.bi_boi(&own.dong)).unwrap_or_default();
        keys.iter().filter_map(|(_, key)| self.muc.get(key)).collect()
    }

    /// A series is opened before its first number, or again from a smaller one: the first months of a year, which
    /// stood in a book on paper, come after the program's own.
    fn mo_duoc(&self, day: &Day, so: u64) -> bool {
        let first = self.cua_day(day).next().map(|muc| muc.so_hieu.so);
        first.is_none_or(|first| so < self.so_mo(day).unwrap_or(first))
    }

    /// A year is closed, opened again; whether a line of it may come now. Papers of December are signed for in January.
    fn nam_con_ghi(&mut self, dong: &Dong) -> Result<(), String> {
        let nam = (dong.day.ky.clone(), dong.day.co_quan.clone());
        match dong.viec {
            Viec::MoNam if self.khoa.remove(&nam) => Ok(()),
            Viec::MoNam => Err(format!("sổ {} chưa khoá mà mở lại", dong.day.ky.goi())),
            Viec::Chuyen => Ok(()),
            _ if self.khoa.contains(&nam) => {
                Err(format!("sổ {} đã khoá mà còn ghi thêm", dong.day.ky.goi()))
            }
            Viec::KhoaNam => {
                self.khoa.insert(nam);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// A number that is kept or issued now: a new one, or a kept one that is issued.
    fn them(
        &mut self,
        key: (Day, u64),
        trang_thai: TrangThai,
        so_hieu: SoHieu,
        at: &DongSo,
    ) -> Result<(), String> {
        if let Some(muc) = self.muc.get(&key) {
            let kept = muc.trang_thai == TrangThai::Giu && trang_thai == TrangThai::PhatHanh;
            if !kept {
                return Err(format!(
                    "số {so_hieu} trùng với dòng {} của tệp: {}",
                    muc.place.line, muc.so_hieu
                ));
            }
        }
        let bi = self.muc.get(&key).map(|kept| kept.bi.clone()).unwrap_or_default();
        let muc = Muc {
            trang_thai,
            dong: at.dong.clone(),
            so_hieu,
            ly_do_huy: None,
            bi,
            place: at.place.clone(),
        };
        self.day.insert(key.0.clone());
        self.muc.insert(key, muc);
        Ok(())
    }

    /// The documents that a new one bears on; each must be there and in force.
    fn dich(&self, quan_he: &[QuanHe]) -> Result<Vec<(LoaiQuanHe, Khoa)>, String> {
        let mut all = Vec::new();
        for qh in quan_he {
            // By its series, not through all numbers: a register has ten thousand.
            let of_year = self.day.iter().filter(|day| qh.trong_day(day));
            let keys = of_year.map(|day| (day.clone(), qh.so_hieu.so));
            let found = keys.filter_map(|key| self.muc.get(&key).map(|muc| (key, muc)));
            // A kept number that bears a symbol is one whose paper was lost with the register's lines.
            let mut found = found.filter(|(_, muc)| {
                muc.so_hieu == qh.so_hieu
                    && (muc.da_phat_hanh() || muc.trang_thai == TrangThai::Giu)
            });
            let found = found.next();
            let Some((key, muc)) = found else {
                return Err(format!(
                    "sổ không có văn bản {}/{} để {}",
                    qh.so_hieu,
                    qh.ky,
                    qh.loai.chu_dong()
                ));
            };
            if let Some((loai, so_hieu, ky)) = muc.het_hieu_luc() {
                return Err(format!("{} đã {} {so_hieu}/{ky}", qh.so_hieu, loai.bi_dong()));
            }
            all.push((qh.loai, key));
        }
        Ok(all)
    }

    /// All numbers, by series.
    pub fn tat_ca(&self) -> impl Iterator<Item = &Muc> {
        self.muc.values()
    }

    /// The numbers of a series in their order.
    pub fn cua_day(&self, day: &Day) -> impl DoubleEndedIterator<Item = &Muc> {
        self.tu_den(day, 0, u64::MAX)
    }

    /// Those from one number to another, both ends inside.
    pub(super) fn tu_den(
        &self,
        day: &Day,
        tu: u64,
        den: u64,
    ) -> impl DoubleEndedIterator<Item = &Muc> {
        let den = den.max(tu);
        self.muc.range((day.clone(), tu)..=(day.clone(), den)).map(|(_, muc)| muc)
    }

    pub fn muc(&self, day: &Day, so: u64) -> Option<&Muc> {
        self.muc.get(&(day.clone(), so))
    }

    /// The series that have a number.
    pub fn cac_day(&self) -> BTreeSet<&Day> {
        self.day.iter().collect()
    }

    /// The number that a series begins with, where the register says so.
    pub fn so_mo(&self, day: &Day) -> Option<u64> {
        self.mo.get(day).copied()
    }

    /// Closed years, an office each.
    pub fn nam_khoa(&self) -> impl Iterator<Item = &(Ky, String)> {
        self.khoa.iter()
    }

    pub fn da_khoa(&self, day: &Day) -> bool {
        self.khoa.contains(&(day.ky.clone(), day.co_quan.clone()))
    }

    /// For each number the lines that make it, by their places in the register, its own first.
    pub fn cac_dong<'s>(&'s self, so: &So) -> Vec<(&'s Muc, Vec<usize>)> {
        let mut lines: BTreeMap<Khoa, Vec<usize>> = BTreeMap::new();
        for (index, DongSo { dong, .. }) in so.dong.iter().enumerate() {
            let Some(so_hieu) = &dong.so_hieu else { continue };
            let key = (dong.day.clone(), so_hieu.so);
            match dong.viec {
                Viec::MoSo | Viec::KhoaNam | Viec::MoNam => {}
                Viec::Chuyen => lines.entry(key).or_default().push(index),
                Viec::Huy => {
                    let of = self.muc.get(&key).map(|muc| self.bi_boi(&muc.dong));
                    for (_, key) in of.into_iter().flatten() {
                        lines.entry(key).or_default().push(index);
                    }
                    lines.entry(key).or_default().push(index);
                }
                _ => {
                    for (_, key) in self.bi_boi(dong) {
                        lines.entry(key).or_default().push(index);
                    }
                    lines.insert(key, vec![index]);
                }
            }
        }
        let own = lines.into_iter().filter_map(|(key, own)| Some((self.muc.get(&key)?, own)));
        own.collect()
    }

    /// The numbers that a line bears on, as they are found by series.
    fn bi_boi(&self, dong: &Dong) -> Vec<(LoaiQuanHe, Khoa)> {
        let found = dong.quan_he.iter().filter_map(|qh| {
            let of_year = self.day.iter().filter(|day| qh.trong_day(day));
            let mut keys = of_year.map(|day| (day.clone(), qh.so_hieu.so));
            let is = |key: &Khoa| self.muc.get(key).is_some_and(|muc| muc.so_hieu == qh.so_hieu);
            Some((qh.loai, keys.find(is)?))
        });
        found.collect()
    }

    /// Those that a clerk's words may mean.
    pub fn tim(&self, goi: &CachGoi, co_quan: Option<&str>) -> Vec<&Muc> {
        let meant = |muc: &&Muc| {
            muc.so_hieu.so == goi.so
                && goi.ky_hieu.as_ref().is_none_or(|k| *k == muc.so_hieu.ky_hieu)
                && goi.ky.as_ref().is_none_or(|ky| muc.dong.thuoc(ky))
                && goi.loai.as_ref().is_none_or(|ten| muc.dong.day.co_loai(ten))
                && co_quan.is_none_or(|c| c == muc.dong.day.co_quan)
        };
        self.tat_ca().filter(meant).collect()
    }
}

impl Muc {
    /// What a paper did to this one, which is void now, is no more.
    fn thoi(&mut self, dong: &Dong) {
        let own = |so_hieu: &SoHieu, ky: &Ky| {
            dong.so_hieu.as_ref() == Some(so_hieu) && *ky == dong.day.ky
        };
        self.bi.retain(|(_, so_hieu, ky)| !own(so_hieu, ky));
    }

    /// Takes over a later line about the number.
    fn sua(&mut self, dong: &Dong) -> Result<(), String> {
        if self.trang_thai == TrangThai::Huy {
            return Err("đã huỷ".to_owned());
        }
        if dong.viec == Viec::Huy {
            self.trang_thai = TrangThai::Huy;
            self.ly_do_huy = Some(dong.ghi_chu.clone());
            return Ok(());
        }
        if self.trang_thai == TrangThai::Giu {
            return Err("chưa phát hành".to_owned());
        }
        let own = &mut self.dong;
        own.so_ban = dong.so_ban.or(own.so_ban);
        own.ngay_chuyen = dong.ngay_chuyen.or(own.ngay_chuyen);
        // Who signed for a copy has signed, whoever comes after.
        for (own, more) in [(&mut own.ky_nhan, &dong.ky_nhan), (&mut own.ghi_chu, &dong.ghi_chu)] {
            if !more.is_empty() && own != more {
                let both = [own.as_str(), more].into_iter().filter(|t| !t.is_empty());
                *own = both.collect::<Vec<_>>().join("; ");
            }
        }
        Ok(())
    }
}
