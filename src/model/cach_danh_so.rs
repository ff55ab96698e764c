//! Cách đánh số: how an office numbers its outgoing documents (Điều 15).

use chrono::{Datelike, NaiveDate};

use super::bo_quy_tac::CachDaySo;
use super::ky_danh_so::{Ky, KyDaKhai, LoaiKy, ky_cua_ngay};
use super::{Fault, Loai};

/// The office's choice, from `so_dang_ky:` in its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CachDanhSo {
    pub theo: TheoGi,
    /// By year or by term, as the office's set of rules has it.
    pub theo_ky: LoaiKy,
    /// The series of copies, where all their forms are one (HD 05, PL 3).
    pub ban_sao: Option<&'static str>,
    /// Terms, or the one congress, in the order of their days.
    pub cac_ky: Vec<KyDaKhai>,
    /// The first number of a year in which the office began in the middle; other years begin with 1.
    pub dau_so: Vec<(i32, u64)>,
    /// Where the register lives, seen from the hồ sơ; there itself if none.
    pub thu_muc: Option<String>,
}

/// The name of the series of what no group names.
pub const CON_LAI: &str = "CHUNG";

/// What makes a series of numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum TheoGi {
    /// One series a year for all kinds.
    #[default]
    Nam,
    /// One a year for each kind.
    Loai,
    /// One a year for each group of kinds, and one for the rest.
    Nhom(Vec<NhomSo>),
}

/// Kinds that are counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NhomSo {
    /// One word: it stands in the name of the series.
    pub ten: String,
    pub loai: Vec<Loai>,
}

impl CachDanhSo {
    /// Of an office that says nothing.
    pub fn mac_dinh(cach: CachDaySo) -> Self {
        let theo = if cach.moi_loai { TheoGi::Loai } else { TheoGi::Nam };
        Self { theo, theo_ky: cach.ky, ban_sao: cach.ban_sao, ..Self::default() }
    }

    /// The stretch of time in which a paper of this day is numbered.
    pub fn ky(&self, ngay: NaiveDate) -> Result<Ky, Fault> {
        match self.theo_ky {
            LoaiKy::Nam => Ok(Ky::Nam(ngay.year())),
            LoaiKy::NhiemKy => ky_cua_ngay(&self.cac_ky, ngay).cloned(),
        }
    }

    /// The number that a series begins with: 01 (Điều 15), unless the office says otherwise. `loai` is the kind's part
    /// in the name of the series.
    pub fn so_dau(&self, ky: &Ky, loai: Option<&str>) -> u64 {
        match ky {
            Ky::Nam(nam) => self.dau_so.iter().find(|(n, _)| n == nam).map_or(1, |(_, so)| *so),
            _ => {
                let own = self.cac_ky.iter().filter(|own| own.ky == *ky);
                let mut firsts = own.flat_map(|own| &own.dau_so);
                firsts.find(|(ten, _)| Some(ten.as_str()) == loai).map_or(1, |(_, so)| *so)
            }
        }
    }

    /// The kind's part in the name of a series, where there are several at a time.
    pub fn loai(&self, loai: Loai) -> Option<String> {
        if let Some(ten) = self.ban_sao.filter(|_| loai.la_ban_sao()) {
            return Some(ten.to_owned());
        }
        match &self.theo {
            TheoGi::Nam => None,
            TheoGi::Nhom(all) => {
                let own = all.iter().find(|nhom| nhom.loai.contains(&loai));
                Some(own.map_or(CON_LAI, |nhom| nhom.ten.as_str()).to_owned())
            }
            // Two kinds may have one abbreviation in the symbol, and none in the name of a series.
            TheoGi::Loai if self.theo_ky == LoaiKy::NhiemKy => Some(ten_rieng(loai).to_owned()),
            // Công văn and Thư công have no abbreviation (PL III) and are counted apart all the same.
            TheoGi::Loai => Some(loai.viet_tat().unwrap_or(loai.khoa()).to_owned()),
        }
    }
}

/// A word that means this kind and no other: `QĐ` is Quyết định's alone, Quy định is `QyĐ`.
pub fn ten_rieng(loai: Loai) -> &'static str {
    let own = loai.viet_tat().filter(|ten| Loai::theo_viet_tat(ten) == Some(loai));
    own.unwrap_or(loai.khoa())
}

/// The kind that such a word means.
pub fn loai_cua_ten(ten: &str) -> Option<Loai> {
    Loai::theo_viet_tat(ten).or_else(|| Loai::theo_khoa(ten))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A kind that shares its abbreviation with another must not share its numbers; forms of copy must.
    #[test]
    fn by_terms_each_kind_is_a_series_and_all_copies_one() {
        let day_so = CachDaySo { ky: LoaiKy::NhiemKy, moi_loai: true, ban_sao: Some("BS") };
        let cach = CachDanhSo::mac_dinh(day_so);
        let ten = |khoa: &str| cach.loai(Loai::theo_khoa(khoa).unwrap()).unwrap();
        assert_eq!((ten("quyet_dinh"), ten("quy_dinh")), ("QĐ".into(), "QyĐ".into()));
        assert_eq!((ten("cong_van"), ten("nghi_quyet")), ("cong_van".into(), "NQ".into()));
        assert!(["ban_sao_y", "ban_sao_luc", "ban_trich_sao"].iter().all(|khoa| ten(khoa) == "BS"));
        let own = Loai::rieng("ket_luan", "Kết luận", Some("KL"));
        assert_eq!(cach.loai(own).as_deref(), Some("ket_luan"));
        let own = Loai::rieng("quyet_dinh_nhanh", "Quyết định nhanh", Some("QĐ"));
        assert_eq!(cach.loai(own).as_deref(), Some("quyet_dinh_nhanh"));
    }

    #[test]
    fn a_group_is_one_series_and_the_rest_another() {
        let loai = |khoa: &str| Loai::theo_khoa(khoa).unwrap();
        let nhom =
            NhomSo { ten: "NQ-QĐ".into(), loai: vec![loai("nghi_quyet"), loai("quyet_dinh")] };
        let cach = CachDanhSo { theo: TheoGi::Nhom(vec![nhom]), ..CachDanhSo::default() };
        assert_eq!(cach.loai(loai("quyet_dinh")).as_deref(), Some("NQ-QĐ"));
        assert_eq!(cach.loai(loai("cong_van")).as_deref(), Some(CON_LAI));
        assert_eq!(cach.loai(loai("ke_hoach")), cach.loai(loai("bao_cao")));
    }
}
