//! Lệnh: what a clerk asks for in braces at the beginning of a line: `{giữa} Nội dung`, `{sang trang}`.

use super::bang::CanhCot;
use crate::model::Fault;
use crate::model::khong_dau::khong_dau;

/// A request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lenh {
    /// How the paragraph stands.
    Canh(CanhCot),
    /// A new page begins here.
    SangTrang,
    /// The table has no rules.
    KhongKe,
    /// The table's rows may go on on the next page.
    TachHang,
}

/// All requests as they are typed, with and without tone marks.
const CAC_LENH: [(&str, Lenh); 6] = [
    ("giữa", Lenh::Canh(CanhCot::Giua)),
    ("phải", Lenh::Canh(CanhCot::Phai)),
    ("trái", Lenh::Canh(CanhCot::Trai)),
    ("sang trang", Lenh::SangTrang),
    ("không kẻ", Lenh::KhongKe),
    ("tách hàng", Lenh::TachHang),
];

impl Lenh {
    fn doc(ten: &str) -> Option<Self> {
        let ten = khong_dau(&ten.trim().to_lowercase());
        CAC_LENH.iter().find(|(known, _)| khong_dau(known) == ten).map(|(_, lenh)| *lenh)
    }

    pub fn ten(self) -> &'static str {
        CAC_LENH.iter().find(|(_, lenh)| *lenh == self).map_or("", |(ten, _)| ten)
    }
}

/// The requests that a line begins with, and what stands behind them. None if the braces hold anything else: then
/// they are words.
pub(super) fn tach(line: &str) -> Option<(Vec<Lenh>, &str)> {
    let (trong, sau) = line.strip_prefix('{')?.split_once('}')?;
    let lenh: Option<Vec<Lenh>> = trong.split(',').map(Lenh::doc).collect();
    Some((lenh?, sau.trim_start()))
}

/// Words in braces before a text that are meant for a request: nobody would begin a sentence with them.
const TU_LENH: &[&str] = &[
    "giua", "phai", "trai", "can", "canh", "dam", "nghieng", "gach", "trang", "ke", "hang", "dong",
    "co", "chu", "mau", "center", "right", "left", "bold", "italic", "page",
];

/// A line of braces that ask for nothing known, or a text behind such braces.
pub(super) fn la(line: &str) -> Option<Fault> {
    let (trong, sau) = line.strip_prefix('{')?.split_once('}')?;
    if trong.contains(['{', '}']) || !trong.contains(char::is_alphabetic) {
        return None;
    }
    let words = khong_dau(&trong.to_lowercase());
    if !sau.trim().is_empty() && !words.split([' ', ',']).any(|word| TU_LENH.contains(&word)) {
        return None;
    }
    let line = line.get(..trong.len().saturating_add(2)).unwrap_or(line);
    let known = CAC_LENH.map(|(ten, _)| format!("{{{ten}}}")).join(", ");
    let message = format!("“{line}” không phải là lệnh nào, sẽ in nguyên như đã gõ");
    Some(Fault::new("leftover-markup", message).hint(format!("các lệnh là {known}")).words(line))
}

/// A request with nothing that it could be meant for.
pub(super) fn thua(lenh: Lenh) -> Fault {
    let ten = lenh.ten();
    let cho = match lenh {
        Lenh::Canh(CanhCot::Trai) => "chỉ dùng cho một đoạn trong ô của bảng",
        Lenh::Canh(_) => "phải đứng ngay trước một đoạn chữ hoặc một hình",
        Lenh::SangTrang => "phải có gì đó ở sau nó",
        Lenh::KhongKe | Lenh::TachHang => "phải đứng ngay trên một bảng",
    };
    Fault::new("leftover-markup", format!("lệnh {{{ten}}} không có tác dụng ở đây"))
        .hint(format!("lệnh này {cho}"))
        .words(format!("{{{ten}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_read_with_and_without_tone_marks() {
        assert_eq!(tach("{giữa} Chữ"), Some((vec![Lenh::Canh(CanhCot::Giua)], "Chữ")));
        assert_eq!(tach("{ Sang Trang }"), Some((vec![Lenh::SangTrang], "")));
        let both = vec![Lenh::KhongKe, Lenh::TachHang];
        assert_eq!(tach("{khong ke, tach hang}"), Some((both, "")));
        assert_eq!(tach("{x} là một ẩn số"), None);
        assert!(la("{in đậm}").is_some() && la("{1}").is_none() && la("{a} b").is_none());
        assert!(la("{căn giữa} DANH SÁCH").is_some_and(|fault| fault.words == "{căn giữa}"));
    }
}
