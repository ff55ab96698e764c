//! The codes of hồ sơ and papers, and those that the circular gives words (Phụ lục III, its tables).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::REP;
use crate::model::Loai;
use crate::model::khong_dau::khong_dau;

/// `fileCode`: mã định danh of the office, year, số and ký hiệu of the hồ sơ: `H20.12.2026.01.VP`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaHoSo(String);

impl MaHoSo {
    pub fn cua(ma_co_quan: &str, nam: i32, ky_hieu: &str) -> Self {
        let ky_hieu: String = ky_hieu.chars().filter(|c| !c.is_whitespace()).collect();
        let parts = [ma_co_quan.to_owned(), nam.to_string(), ky_hieu];
        Self(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("."))
    }

    pub fn ma(&self) -> &str {
        &self.0
    }

    /// `docCode`: the number of a paper has seven digits. It is that of the printed list, so a paper that has no file leaves
    /// a gap.
    pub fn ma_tai_lieu(&self, stt: usize) -> String {
        format!("{}.{stt:07}", self.0)
    }

    /// `docId`, as short as it goes: its field takes 25 letters.
    pub fn dinh_danh(&self, stt: usize) -> String {
        format!("{}.{stt}", self.0)
    }

    /// Where a file of a paper lies: mã hồ sơ and the paper's number (Điều 8), what comes with it numbered behind.
    pub fn ten_tep(&self, stt: usize, thu_may: usize, duoi: &str) -> String {
        let more = if thu_may > 1 { format!("-{thu_may}") } else { String::new() };
        let duoi: String = duoi.chars().filter(char::is_ascii_alphanumeric).collect();
        format!("{REP}data/{}{more}.{duoi}", self.ten_tran(stt))
    }

    /// A paper's code as the name of a file.
    pub(super) fn ten_tran(&self, stt: usize) -> String {
        let code = self.ma_tai_lieu(stt);
        let bare = code.nfd().filter(|c| !is_combining_mark(*c)).map(|c| match c {
            'Đ' => 'D',
            'đ' => 'd',
            c if c.is_ascii_alphanumeric() || c == '.' || c == '-' => c,
            _ => '_',
        });
        bare.collect()
    }
}

/// Chế độ sử dụng: who may read it in the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheDo {
    CongKhai,
    CoDieuKien,
    Mat,
}

impl CheDo {
    const TAT_CA: [(Self, &'static str, &'static str); 3] = [
        (Self::CongKhai, "01", "công khai"),
        (Self::CoDieuKien, "02", "sử dụng có điều kiện"),
        (Self::Mat, "03", "mật"),
    ];

    /// `cong-khai`, `có điều kiện`.
    pub fn doc(text: &str) -> Option<Self> {
        let wanted = khong_dau(text.trim()).replace(['-', '_'], " ");
        let is = |ten: &str| {
            let ten = khong_dau(ten);
            ten == wanted || ten.strip_prefix("su dung ") == Some(wanted.as_str())
        };
        Self::TAT_CA.iter().find(|(_, _, ten)| is(ten)).map(|(own, ..)| *own)
    }

    pub(super) fn ma(self) -> &'static str {
        Self::TAT_CA.iter().find(|(own, ..)| *own == self).map_or("02", |(_, ma, _)| ma)
    }

    pub fn ten(self) -> &'static str {
        Self::TAT_CA.iter().find(|(own, ..)| *own == self).map_or("", |(.., ten)| ten)
    }
}

/// Other terms than these.
pub(super) const THOI_HAN_KHAC: &str = "07";

/// `maintenance`: thời hạn lưu trữ.
pub(super) fn thoi_han(text: &str) -> &'static str {
    let bare = khong_dau(text);
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    match bare.as_str() {
        "vinh vien" => "01",
        "70 nam" => "02",
        "50 nam" => "03",
        "30 nam" => "04",
        "20 nam" => "05",
        "10 nam" => "06",
        _ => THOI_HAN_KHAC,
    }
}

/// `language`: tiếng Việt.
pub(super) const TIENG_VIET: &str = "01";
/// `confidenceLevel`: gốc điện tử, hỗn hợp. Số hoá (02) is what was scanned; nothing here is.
pub(super) const GOC_DIEN_TU: &str = "01";
pub(super) const HON_HOP: &str = "03";

/// `typeName`, as YAML calls the kinds. 04–06 are Quy chế, Quy định, Thông cáo, as Điều 7 of Decree 30 has them in a row; an
/// older list, which one source has, says Quy định, Thông tư, Thông tư liên tịch.
const LOAI: [&str; 29] = [
    "nghi_quyet",
    "quyet_dinh",
    "chi_thi",
    "quy_che",
    "quy_dinh",
    "thong_cao",
    "thong_bao",
    "huong_dan",
    "chuong_trinh",
    "ke_hoach",
    "phuong_an",
    "de_an",
    "du_an",
    "bao_cao",
    "to_trinh",
    "giay_uy_quyen",
    "phieu_gui",
    "phieu_chuyen",
    "phieu_bao",
    "bien_ban",
    "hop_dong",
    "cong_van",
    "cong_dien",
    "ban_ghi_nho",
    "ban_thoa_thuan",
    "giay_moi",
    "giay_gioi_thieu",
    "giay_nghi_phep",
    "thu_cong",
];

/// The code of a kind; 32 is any other (30 and 31 are maps and drawings).
pub(super) fn ten_loai(loai: Option<Loai>) -> String {
    let at = loai.and_then(|loai| LOAI.iter().position(|khoa| *khoa == loai.khoa()));
    at.map_or_else(|| "32".to_owned(), |at| format!("{:02}", at.saturating_add(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_joined_as_the_archive_reads_them() {
        let ma = MaHoSo::cua("H20.12", 2026, "01 . VP-HĐND");
        assert_eq!(ma.ma(), "H20.12.2026.01.VP-HĐND");
        assert_eq!(ma.ma_tai_lieu(7), "H20.12.2026.01.VP-HĐND.0000007");
        assert_eq!(ma.dinh_danh(7), "H20.12.2026.01.VP-HĐND.7");
        assert_eq!(
            (ma.ten_tep(7, 1, "pdf").as_str(), ma.ten_tep(7, 2, "pdf").as_str()),
            (
                "representations/rep1/data/H20.12.2026.01.VP-HDND.0000007.pdf",
                "representations/rep1/data/H20.12.2026.01.VP-HDND.0000007-2.pdf"
            )
        );
        // A symbol is no path.
        assert_eq!(MaHoSo::cua("", 2026, "../a").ten_tran(1), "2026..._a.0000001");
    }

    #[test]
    fn words_have_the_codes_of_the_circular() {
        assert_eq!(
            (thoi_han("Vĩnh viễn"), thoi_han(" 20  năm "), thoi_han("15 năm")),
            ("01", "05", "07")
        );
        let che_do = |text| CheDo::doc(text).map(CheDo::ma);
        assert_eq!(che_do("cong-khai"), Some("01"));
        assert_eq!(
            (che_do("có điều kiện"), che_do("sử dụng có điều kiện")),
            (Some("02"), Some("02"))
        );
        assert_eq!((che_do("Mật"), che_do("riêng")), (Some("03"), None));
        let loai = |khoa| ten_loai(Loai::theo_khoa(khoa));
        assert_eq!((loai("quyet_dinh").as_str(), loai("cong_van").as_str()), ("02", "22"));
        assert_eq!((loai("ban_sao_y").as_str(), ten_loai(None).as_str()), ("32", "32"));
        assert!(LOAI.iter().all(|khoa| Loai::theo_khoa(khoa).is_some()));
    }
}
