//! Gói: all that goes into the folder of an issued document.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::bang_ke::{self, BangKe};
use crate::model::CachPhatHanh;
use crate::so_dang_ky::SoHieu;

/// Where the YAML is kept as it was.
pub const NGUON: &str = "nguon";
/// The record of the issue.
pub const TEP_GHI: &str = "phat-hanh.yaml";

/// The files by their names inside the folder, the list of them last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goi {
    pub tep: Vec<(String, Vec<u8>)>,
    /// The mark of the list, for the register.
    pub dau: String,
}

/// What the record says.
pub struct BanGhi<'a> {
    pub so_hieu: &'a SoHieu,
    pub ngay: String,
    pub day: String,
    /// The document by the name of its files, and the file that it came from.
    pub van_ban: &'a str,
    pub tep: &'a str,
    pub trich_yeu: &'a str,
    /// What the files carry besides the text; without it they can't be made again.
    pub cach: CachPhatHanh,
    pub so_ban: Option<u64>,
    /// What it does to earlier documents: `thay thế 99/KH-HĐND/2023`.
    pub quan_he: Vec<String>,
    /// Warnings that were accepted.
    pub canh_bao: Vec<String>,
}

impl Goi {
    pub fn moi(so_hieu: &SoHieu, ngay: &str, mut tep: Vec<(String, Vec<u8>)>) -> Self {
        let list = BangKe::cua(&so_hieu.to_string(), ngay, &tep).viet();
        let dau = bang_ke::dau_bang_ke(&list);
        tep.push((bang_ke::TEP.to_owned(), list));
        Self { tep, dau }
    }
}

impl BanGhi<'_> {
    /// As YAML; quoted as JSON does, which YAML reads alike.
    pub fn viet(&self) -> Vec<u8> {
        let q = |text: &str| serde_json::Value::from(text).to_string();
        let mut out =
            String::from("# Bản ghi của lần phát hành, do chương trình ghi; không sửa.\n");
        out.push_str(&format!("so: {}\nky_hieu: {}\n", self.so_hieu.so, q(&self.so_hieu.ky_hieu)));
        out.push_str(&format!("ngay_ban_hanh: {}\nday_so: {}\n", q(&self.ngay), q(&self.day)));
        out.push_str(&format!("van_ban: {}\ntep: {}\n", q(self.van_ban), q(self.tep)));
        out.push_str(&format!("trich_yeu: {}\n", q(self.trich_yeu)));
        out.push_str(&format!("dinh_kem: {}\n", self.cach.dinh_kem.khoa()));
        out.push_str(&format!("o_ky: {}\n", if self.cach.o_ky { "co" } else { "khong" }));
        if let Some(so_ban) = self.so_ban {
            out.push_str(&format!("so_ban: {so_ban}\n"));
        }
        for (key, list) in [("quan_he", &self.quan_he), ("canh_bao_da_chap_nhan", &self.canh_bao)] {
            if !list.is_empty() {
                let lines: Vec<String> =
                    list.iter().map(|text| format!("  - {}\n", q(text))).collect();
                out.push_str(&format!("{key}:\n{}", lines.concat()));
            }
        }
        out.into_bytes()
    }
}

/// The name of the folder and of the files in it: `105-KH-HDND`, without marks and safe everywhere.
pub fn ten_khong_dau(so_hieu: &SoHieu) -> String {
    let letters = so_hieu.ky_hieu.nfd().filter(|c| !is_combining_mark(*c)).map(|c| match c {
        'Đ' => 'D',
        'đ' => 'd',
        c if c.is_ascii_alphanumeric() || c == '-' => c,
        _ => '_',
    });
    format!("{:02}-{}", so_hieu.so, letters.collect::<String>())
}

/// Where the folder stands: `2023/105-KH-HDND`.
pub fn dich(nam: i32, so_hieu: &SoHieu) -> String {
    format!("{nam}/{}", ten_khong_dau(so_hieu))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_marks() {
        let named = |so, ky_hieu: &str| dich(2023, &SoHieu { so, ky_hieu: ky_hieu.into() });
        assert_eq!(named(105, "KH-HĐND"), "2023/105-KH-HDND");
        assert_eq!(named(5, "TTr-VP.HĐND"), "2023/05-TTr-VP_HDND");
        assert_eq!(named(7, "QyĐ-ÂÊÔƠƯ"), "2023/07-QyD-AEOOU");
    }
}
