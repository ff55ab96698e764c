//! Kinh phí: the budget of a trip, computed: quantity × times × price, by groups.

use serde::Serialize;

use super::{Chu, Fault, Loi, Tien};

/// The groups, in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LoaiChi {
    DiLai,
    LuuTru,
    PhongNghi,
    ChiKhac,
}

impl LoaiChi {
    pub const TAT_CA: [Self; 4] = [Self::DiLai, Self::LuuTru, Self::PhongNghi, Self::ChiKhac];

    /// Its key in YAML.
    pub fn khoa(self) -> &'static str {
        match self {
            Self::DiLai => "di_lai",
            Self::LuuTru => "luu_tru",
            Self::PhongNghi => "phong_nghi",
            Self::ChiKhac => "chi_khac",
        }
    }

    /// Its name in the table.
    pub fn ten(self) -> &'static str {
        match self {
            Self::DiLai => "Chi phí đi lại",
            Self::LuuTru => "Phụ cấp lưu trú",
            Self::PhongNghi => "Tiền thuê phòng nghỉ",
            Self::ChiKhac => "Chi khác",
        }
    }
}

/// The budget; its sums are right by construction.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KinhPhi {
    pub nguon: Vec<Chu>,
    pub nhom: Vec<NhomChi>,
    tong: Tien,
}

/// A group of the budget with its sum.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NhomChi {
    pub loai: LoaiChi,
    pub khoan: Vec<KhoanChi>,
    cong: Tien,
}

/// A line of the budget with its amount.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KhoanChi {
    pub noi_dung: Chu,
    pub don_vi: Loi,
    pub so_luong: u64,
    /// Days, nights or times; none for what is paid once.
    pub lan: Option<u64>,
    pub don_gia: Tien,
    pub ghi_chu: Option<Chu>,
    thanh_tien: Tien,
}

fn qua_lon() -> Fault {
    Fault::new("money-too-large", "số tiền tính ra quá lớn").hint("xem lại số lượng và đơn giá")
}

/// The sum of amounts.
pub fn cong(amounts: impl IntoIterator<Item = Tien>) -> Result<Tien, Fault> {
    amounts.into_iter().try_fold(Tien::default(), Tien::cong).ok_or_else(qua_lon)
}

impl KhoanChi {
    pub fn new(
        noi_dung: Chu,
        don_vi: Loi,
        (so_luong, lan): (u64, Option<u64>),
        don_gia: Tien,
        ghi_chu: Option<Chu>,
    ) -> Result<Self, Fault> {
        let thanh_tien = don_gia.nhan(so_luong).and_then(|t| t.nhan(lan.unwrap_or(1)));
        let thanh_tien = thanh_tien.ok_or_else(qua_lon)?;
        Ok(Self { noi_dung, don_vi, so_luong, lan, don_gia, ghi_chu, thanh_tien })
    }

    pub fn thanh_tien(&self) -> Tien {
        self.thanh_tien
    }
}

impl NhomChi {
    pub fn new(loai: LoaiChi, khoan: Vec<KhoanChi>) -> Result<Self, Fault> {
        let cong = cong(khoan.iter().map(|k| k.thanh_tien))?;
        Ok(Self { loai, khoan, cong })
    }

    pub fn cong(&self) -> Tien {
        self.cong
    }
}

impl KinhPhi {
    pub fn new(nguon: Vec<Chu>, nhom: Vec<NhomChi>) -> Result<Self, Fault> {
        let tong = cong(nhom.iter().map(|n| n.cong))?;
        Ok(Self { nguon, nhom, tong })
    }

    pub fn tong(&self) -> Tien {
        self.tong
    }

    /// What a group is planned to cost.
    pub fn du_tru(&self, loai: LoaiChi) -> Tien {
        self.nhom.iter().find(|n| n.loai == loai).map(|n| n.cong).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_computed_and_never_wrap() {
        let line = |so_luong, lan, gia| {
            let don_gia = Tien::tu_dong(gia).unwrap();
            KhoanChi::new(Chu::default(), "người".into(), (so_luong, lan), don_gia, None)
        };
        let khoan = vec![line(18, Some(4), 200_000).unwrap(), line(1, None, 500_000).unwrap()];
        let nhom = NhomChi::new(LoaiChi::LuuTru, khoan).unwrap();
        assert_eq!(nhom.cong().bang_so(), "14.900.000");
        let all = KinhPhi::new(vec![], vec![nhom]).unwrap();
        assert_eq!(all.tong(), all.du_tru(LoaiChi::LuuTru));
        assert_eq!(all.du_tru(LoaiChi::DiLai), Tien::default());
        assert_eq!(line(u64::MAX, Some(2), 1).unwrap_err().code, "money-too-large");
    }
}
