//! The columns of an old book, known by their heads: those of Phụ lục IV, and what offices write for them.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::model::o_tron::khoa;
use crate::reading::danh_sach::{Bang, Hang, ten_cot};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CotSo {
    SoHieu,
    KyHieu,
    Ngay,
    Loai,
    TrichYeu,
    NguoiKy,
    NoiNhan,
    Luu,
    SoBan,
    NgayChuyen,
    KyNhan,
    GhiChu,
}

/// The heads, letters and figures alone, in small letters without marks.
const TEN: &[(CotSo, &[&str])] = &[
    (
        CotSo::SoHieu,
        &[
            "sokyhieuvanban",
            "sokyhieu",
            "sovakyhieu",
            "sovakyhieuvanban",
            "sokyhieuvb",
            "sohieu",
            "sohieuvanban",
            "sovanban",
            "sovb",
            "so",
        ],
    ),
    (CotSo::KyHieu, &["kyhieu", "kyhieuvanban", "kyhieuvb"]),
    (
        CotSo::Ngay,
        &[
            "ngaythangvanban",
            "ngaythangnamvanban",
            "ngaythang",
            "ngaythangnam",
            "ngayvanban",
            "ngayvb",
            "ngaythangvb",
            "ngaybanhanh",
            "ngaythangbanhanh",
            "ngayky",
            "ngay",
        ],
    ),
    (CotSo::Loai, &["loai", "loaivanban", "loaivb", "tenloai", "tenloaivanban", "hinhthucvanban"]),
    (
        CotSo::TrichYeu,
        &[
            "tenloaivatrichyeunoidungvanban",
            "tenloaivatrichyeunoidung",
            "tenloaivatrichyeu",
            "tenloaitrichyeunoidung",
            "tenloaitrichyeu",
            "trichyeunoidungvanban",
            "trichyeunoidung",
            "trichyeuvanban",
            "trichyeu",
            "noidungvanban",
            "noidung",
        ],
    ),
    (CotSo::NguoiKy, &["nguoiky", "nguoikyvanban", "hotennguoiky"]),
    (CotSo::NoiNhan, &["noinhanvanban", "noinhan", "noinhanvb", "noigui"]),
    (
        CotSo::Luu,
        &[
            "donvinguoinhanbanluu",
            "donvinhanbanluu",
            "nguoinhanbanluu",
            "donviluu",
            "noiluu",
            "banluu",
            "luu",
        ],
    ),
    (CotSo::SoBan, &["soluongban", "soluong", "soban"]),
    (CotSo::NgayChuyen, &["ngaychuyen", "ngaychuyenvanban", "ngaygui"]),
    (CotSo::KyNhan, &["kynhan", "nguoikynhan"]),
    (CotSo::GhiChu, &["ghichu"]),
];

/// Title rows above the head that are looked through.
const HANG_TIM: usize = 100;

/// The head of the book.
pub struct DauCot {
    /// Its last row.
    pub het: usize,
    cot: BTreeMap<CotSo, (usize, String)>,
    /// Heads that are none of the book's.
    pub thua: Vec<String>,
}

impl DauCot {
    /// Where a column stands, and its head.
    pub fn cua(&self, cot: CotSo) -> Option<(usize, &str)> {
        self.cot.get(&cot).map(|(at, ten)| (*at, ten.as_str()))
    }

    pub fn cac_cot(&self) -> impl Iterator<Item = (CotSo, usize, &str)> {
        self.cot.iter().map(|(cot, (at, ten))| (*cot, *at, ten.as_str()))
    }
}

/// Finds the head: the row with the most of these columns.
pub fn tim(bang: &Bang) -> Result<DauCot, Vec<Diagnostic>> {
    let rows = bang.hang.iter().take(HANG_TIM);
    let best = rows.max_by_key(|hang| (dem(hang), std::cmp::Reverse(hang.so)));
    let Some(hang) = best else {
        return Err(vec![Diagnostic::error("bad-list", "sổ cũ không có dòng nào")]);
    };
    let mut out = DauCot { het: hang.so, cot: BTreeMap::new(), thua: Vec::new() };
    let mut faults = Vec::new();
    for (at, o) in &hang.o {
        let ten = o.chu.split_whitespace().collect::<Vec<_>>().join(" ");
        if ten.is_empty() {
            continue;
        }
        let Some(cot) = nhan(&ten) else {
            out.thua.push(ten);
            continue;
        };
        if let Some(gop) = bang.gop_cua(hang.so, *at) {
            out.het = out.het.max(gop.hang.1);
        }
        if let Some((first, other)) = out.cot.get(&cot) {
            let message = format!(
                "sổ cũ, dòng {}: cột “{other}” ({}) và cột “{ten}” ({}) là một",
                hang.so,
                ten_cot(*first),
                ten_cot(*at)
            );
            let hint = "xoá hoặc đổi tên cột không dùng";
            faults.push(Diagnostic::error("same-heads", message).hint(hint));
            continue;
        }
        out.cot.insert(cot, (*at, ten));
    }
    for (cot, ten) in [
        (CotSo::SoHieu, "Số, ký hiệu văn bản"),
        (CotSo::Ngay, "Ngày tháng văn bản"),
        (CotSo::TrichYeu, "Tên loại và trích yếu nội dung văn bản"),
    ] {
        if !out.cot.contains_key(&cot) {
            faults.push(thieu(ten, hang));
        }
    }
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

fn dem(hang: &Hang) -> usize {
    hang.o.values().filter(|o| nhan(&o.chu).is_some()).count()
}

fn nhan(ten: &str) -> Option<CotSo> {
    let folded: String = khoa(ten).chars().filter(|c| c.is_alphanumeric()).collect();
    TEN.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(cot, _)| *cot)
}

fn thieu(ten: &str, hang: &Hang) -> Diagnostic {
    let heads = hang.o.values().map(|o| o.chu.split_whitespace().collect::<Vec<_>>().join(" "));
    let heads: Vec<String> = heads.filter(|ten| !ten.is_empty()).take(20).collect();
    let message = format!("sổ cũ không có cột “{ten}”");
    Diagnostic::error("no-column", message).hint(format!(
        "đặt tên cột như trong sổ của Nghị định; dòng {} của tệp có: {}",
        hang.so,
        heads.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::so_dang_ky::TEN_COT;

    /// The book that this program prints can be read again: each of its heads is known.
    #[test]
    fn the_heads_of_the_decree_are_known_and_differ() {
        let all: Vec<Option<CotSo>> = TEN_COT.iter().map(|ten| nhan(ten)).collect();
        assert!(all.iter().all(Option::is_some), "{all:?}");
        let mut seen = all.clone();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), TEN_COT.len());
        assert_eq!(nhan("SỐ,\n KÝ HIỆU"), Some(CotSo::SoHieu));
        assert_eq!(nhan("STT"), None);
    }
}
