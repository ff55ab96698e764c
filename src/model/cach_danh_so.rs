//! Cách đánh số: how an office numbers its outgoing documents (Điều 15).

use super::Loai;

/// The office's choice, from `so_dang_ky:` in its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CachDanhSo {
    pub theo: TheoGi,
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
    /// The number that a year begins with: 01 on 1 January (Điều 15), unless the office says otherwise.
    pub fn so_dau(&self, nam: i32) -> u64 {
        self.dau_so.iter().find(|(n, _)| *n == nam).map_or(1, |(_, so)| *so)
    }

    /// The kind's part in the name of a series, where there are several a year.
    pub fn loai(&self, loai: Loai) -> Option<String> {
        match &self.theo {
            TheoGi::Nam => None,
            TheoGi::Nhom(all) => {
                let own = all.iter().find(|nhom| nhom.loai.contains(&loai));
                Some(own.map_or(CON_LAI, |nhom| nhom.ten.as_str()).to_owned())
            }
            // Công văn and Thư công have no abbreviation (PL III) and are counted apart all the same.
            TheoGi::Loai => Some(loai.viet_tat().unwrap_or(loai.khoa()).to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
