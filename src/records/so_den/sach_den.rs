//! Sổ đến của một năm: the ten columns of PL IV, a row for each number.

use super::so_cai_den::{MucDen, SoCaiDen, TinhTrangDen};
use crate::model::Ngay;
use crate::model::chu_dau::hoa_dau;
use crate::records::so_dang_ky::CuoiSo;

/// The columns' names, as PL IV has them.
pub const TEN_COT_DEN: [&str; 10] = [
    "Ngày đến",
    "Số đến",
    "Tác giả",
    "Số, ký hiệu",
    "Ngày tháng",
    "Tên loại và trích yếu nội dung",
    "Đơn vị hoặc người nhận",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
];

/// The book of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SachDen {
    pub nam: i32,
    /// Of secret papers.
    pub mat: bool,
    pub hang: Vec<[String; 10]>,
    pub tu_ngay: Option<Ngay>,
    pub den_ngay: Option<Ngay>,
    pub so: Option<(u64, u64)>,
    /// The end of the register when the book was made.
    pub cuoi: CuoiSo,
}

impl SachDen {
    /// The year's book; none if no paper came.
    pub fn cua_nam(cai: &SoCaiDen, nam: i32, mat: bool, cuoi: &CuoiSo) -> Option<Self> {
        let all: Vec<&MucDen> = cai.cua_nam(nam).collect();
        let so = all.first().zip(all.last()).map(|(a, b)| (a.so_den().so, b.so_den().so))?;
        let days: Vec<Ngay> = all.iter().filter_map(|muc| muc.den.ngay).collect();
        Some(Self {
            nam,
            mat,
            hang: all.iter().map(|muc| hang_den(muc)).collect(),
            tu_ngay: days.iter().min().copied(),
            den_ngay: days.iter().max().copied(),
            so: Some(so),
            cuoi: cuoi.clone(),
        })
    }
}

/// The row of a number.
pub fn hang_den(muc: &MucDen) -> [String; 10] {
    let day = |ngay: Option<Ngay>| ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let den = &muc.den;
    [
        day(den.ngay),
        format!("{:02}", den.so_den.so),
        den.tac_gia.clone(),
        den.ky_hieu.clone(),
        day(den.ngay_van_ban),
        den.trich_yeu.clone(),
        noi(muc.giao.iter().map(|giao| giao.nguoi_nhan.clone())),
        noi(muc.giao.iter().map(|giao| day(giao.ngay))),
        noi(muc.ky_nhan.iter().map(|dong| dong.ky_nhan.clone())),
        ghi_chu(muc),
    ]
}

fn noi(all: impl Iterator<Item = String>) -> String {
    all.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
}

/// (10) Ghi chú: void, until when, by what it was answered, what columns said before, the clerk's own words.
fn ghi_chu(muc: &MucDen) -> String {
    let mut all = Vec::new();
    if muc.tinh_trang() == TinhTrangDen::Huy {
        all.push(format!("đã huỷ: {}", muc.ly_do_huy.as_deref().unwrap_or_default()));
    }
    all.extend(
        Some(&muc.den.mat).filter(|mat| !mat.is_empty()).map(|mat| format!("độ mật: {mat}")),
    );
    all.extend(muc.den.so_ban.map(|so| format!("{so:02} bản")));
    all.extend(muc.han().map(|han| format!("hạn {han}")));
    for xong in &muc.xong {
        let day = xong.ngay.map(|ngay| format!(" ngày {ngay}")).unwrap_or_default();
        let by = Some(&xong.tra_loi).filter(|by| !by.is_empty());
        let by = by.map(|by| format!(", trả lời bằng {by}")).unwrap_or_default();
        all.push(format!("xong{day}{by}"));
    }
    all.extend(muc.da_chua.iter().map(|(cot, cu)| match cu.is_empty() {
        true => format!("{}: trước để trống", cot.ten()),
        false => format!("{}: trước ghi “{cu}”", cot.ten()),
    }));
    let own = [&muc.den].into_iter().chain(&muc.giao).chain(&muc.ky_nhan).chain(&muc.xong);
    all.extend(own.map(|dong| dong.ghi_chu.clone()).filter(|text| !text.is_empty()));
    hoa_dau(&all.join("; "))
}
