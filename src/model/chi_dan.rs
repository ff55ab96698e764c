//! Dấu chỉ độ mật, mức độ khẩn và phạm vi lưu hành: words in a frame (ô số 10a, 10b, 11).

use super::khong_dau::khong_dau;
use super::{BoQuyTac, Fault};

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục III.2";
/// The decree leaves the marks of secrecy to the law on State secrets.
const DO_MAT: &str = "Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 và Nghị định số 63/2026/NĐ-CP (cùng hiệu lực từ \
    01/3/2026)";

/// A stamp: its words, and the width of its frame where the decree or the law on State secrets gives one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DauKhung {
    pub chu: &'static str,
    pub rong_mm: Option<f64>,
    /// In bright red ink; the others are black.
    pub do_tuoi: bool,
}

/// The stamps of one document, any of which may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ChiDan {
    pub mat: Option<DauKhung>,
    pub khan: Option<DauKhung>,
    pub luu_hanh: Option<DauKhung>,
}

impl ChiDan {
    /// Mức độ khẩn as systems exchange it (PL VI: Priority): 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc.
    pub fn muc_do_khan(&self) -> u8 {
        let Some(khan) = self.khan else { return 0 };
        let from_least = KHAN.iter().rev().zip(1..);
        from_least.filter(|((_, dau), _)| *dau == khan).map(|(_, muc)| muc).next().unwrap_or(0)
    }
}

/// The words that a clerk may write for a stamp, and the stamp.
type Dong = (&'static [&'static str], DauKhung);

const fn do_tuoi(chu: &'static str, rong_mm: f64) -> DauKhung {
    DauKhung { chu, rong_mm: Some(rong_mm), do_tuoi: true }
}

const fn den(chu: &'static str) -> DauKhung {
    DauKhung { chu, rong_mm: None, do_tuoi: false }
}

/// Mức độ khẩn, 30 × 8, 40 × 8 and 20 × 8 mm (PL I, III.2.b).
const KHAN: &[Dong] = &[
    (&["hỏa tốc", "hoả tốc", "hoa toc"], do_tuoi("HỎA TỐC", 30.0)),
    (&["thượng khẩn", "thuong khan"], do_tuoi("THƯỢNG KHẨN", 40.0)),
    (&["khẩn", "khan"], do_tuoi("KHẨN", 20.0)),
];

/// Độ mật: by the law on State secrets, of the same sizes by length of word.
const MAT: &[Dong] = &[
    (&["tuyệt mật", "tuyet mat"], do_tuoi("TUYỆT MẬT", 40.0)),
    (&["tối mật", "toi mat"], do_tuoi("TỐI MẬT", 30.0)),
    (&["mật", "mat"], do_tuoi("MẬT", 20.0)),
];

/// Phạm vi lưu hành (PL I, III.2.c).
const LUU_HANH: &[Dong] = &[
    (&["xem xong trả lại", "xem xong tra lai"], den("XEM XONG TRẢ LẠI")),
    (&["lưu hành nội bộ", "luu hanh noi bo"], den("LƯU HÀNH NỘI BỘ")),
];

/// `khan: hỏa tốc`.
pub fn khan(text: &str) -> Result<DauKhung, Fault> {
    mot_trong(text, KHAN, ("khan", "hỏa tốc, thượng khẩn, khẩn"), DIEU_KHOAN)
}

/// `mat: tối mật`.
pub fn mat(text: &str) -> Result<DauKhung, Fault> {
    mot_trong(text, MAT, ("mat", "tuyệt mật, tối mật, mật"), DO_MAT)
}

/// `luu_hanh: xem xong trả lại`, with the marks that the set of rules has besides.
pub fn luu_hanh(text: &str, bo: BoQuyTac) -> Result<DauKhung, Fault> {
    let own = bo.dau.luu_hanh_them;
    let typed = khong_dau(text.trim()).to_lowercase().replace('_', " ");
    if let Some(chu) = own.iter().find(|chu| khong_dau(chu).to_lowercase() == typed) {
        return Ok(den(chu));
    }
    let words = std::iter::once(CAC_TU.to_owned()).chain(own.iter().map(|chu| chu.to_lowercase()));
    let words = words.collect::<Vec<_>>().join(", ");
    mot_trong(text, LUU_HANH, ("luu_hanh", &words), DIEU_KHOAN)
}

/// The words that every set takes.
const CAC_TU: &str = "xem xong trả lại, lưu hành nội bộ";

/// The stamp that a word asks for; `khoa` is its key, `cac_tu` the words that there are.
fn mot_trong(
    text: &str,
    bang: &[Dong],
    (khoa, cac_tu): (&str, &str),
    dieu_khoan: &'static str,
) -> Result<DauKhung, Fault> {
    let lower = text.trim().to_lowercase().replace(['_', '-'], " ");
    let found = bang.iter().find(|(words, _)| words.contains(&lower.as_str()));
    found.map(|(_, dau)| *dau).ok_or_else(|| {
        Fault::new("unknown-stamp", format!("mục “{khoa}” không nhận “{}”", text.trim()))
            .hint(format!("ghi một trong: {cac_tu}; không dùng thì xoá dòng này"))
            .clause(dieu_khoan)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bo_quy_tac::thu;

    #[test]
    fn urgency_counts_from_the_least() {
        let level =
            |text: &str| ChiDan { khan: khan(text).ok(), ..ChiDan::default() }.muc_do_khan();
        assert_eq!(["", "khẩn", "thượng khẩn", "hỏa tốc"].map(level), [0, 1, 2, 3]);
    }

    #[test]
    fn both_spellings_and_no_other_words() {
        for text in ["hoả tốc", "Hỏa tốc", "HỎA TỐC", "hoa_toc"] {
            assert_eq!(khan(text).unwrap().rong_mm, Some(30.0), "{text}");
        }
        assert_eq!(mat("Mật").unwrap().chu, "MẬT");
        assert_eq!(luu_hanh("lưu hành nội bộ", thu::ND30).unwrap().chu, "LƯU HÀNH NỘI BỘ");
        assert_eq!(khan("gấp").unwrap_err().code, "unknown-stamp");
    }
}
