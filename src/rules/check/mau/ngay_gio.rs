//! Days and hours within one paper that can't go together: a leave longer than its dates, an invitation to
//! a day gone by, minutes of a meeting that ended before it began.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use regex::Regex;

use crate::model::{Fault, GiaTri, Mau, Ngay, NgayBanHanh, Nhom};
use crate::reading::yaml::{Node, Span};
use crate::rules::check::doc::Doc;

/// A paper whose values could be read.
struct Giay<'a> {
    root: &'a Node,
    truong: &'a Nhom,
    /// The last day that its own date can mean.
    ngay: Option<NgayBanHanh>,
}

impl Giay<'_> {
    fn gia_tri(&self, khoa: &str) -> Option<&GiaTri> {
        self.truong.iter().find(|(own, _)| own == khoa).map(|(_, value)| value)
    }

    fn ngay(&self, khoa: &str) -> Option<Ngay> {
        match self.gia_tri(khoa)? {
            GiaTri::Ngay(ngay) => Some(*ngay),
            _ => None,
        }
    }

    fn span(&self, khoa: &str) -> Span {
        self.root.get(khoa).map_or(self.root.span, |node| node.span)
    }
}

/// Reports what contradicts itself in a paper of the decree's forms.
pub fn kiem(doc: &mut Doc<'_>, root: &Node, mau: &Mau, truong: &Nhom, ngay: Option<NgayBanHanh>) {
    let giay = Giay { root, truong, ngay };
    let la = |khoa: &str| mau.khoa.iter().any(|own| own == khoa);
    if la("giay_nghi_phep") {
        nghi_phep(doc, &giay);
    } else if la("giay_moi") || la("dot_giay_moi") {
        truoc_ngay_giay(doc, &giay, "ngay", "ngày mời");
    } else if la("giay_gioi_thieu") || la("dot_giay_gioi_thieu") {
        truoc_ngay_giay(doc, &giay, "den_ngay", "ngày hết giá trị");
    } else if la("bien_ban") {
        bien_ban(doc, &giay);
    }
}

/// A day that lies before the paper's own date.
fn truoc_ngay_giay(doc: &mut Doc<'_>, giay: &Giay<'_>, khoa: &str, ten: &str) {
    let Some((ngay, own)) = giay.ngay(khoa).zip(giay.ngay) else { return };
    if ngay.ngay() < own.ngay_dau_ky() {
        let message = format!("{ten} {ngay} đứng trước ngày của giấy ({})", cua_giay(own));
        let fault = Fault::new("date-disagrees", message);
        doc.warn(fault.hint("sửa lại một trong hai ngày"), giay.span(khoa));
    }
}

fn cua_giay(ngay: NgayBanHanh) -> String {
    match ngay.ngay() {
        Some(_) => Ngay::cua(ngay.ngay_dau_ky()).to_string(),
        None => {
            ngay.thang().map_or(ngay.nam().to_string(), |thang| format!("{thang}/{}", ngay.nam()))
        }
    }
}

fn nghi_phep(doc: &mut Doc<'_>, giay: &Giay<'_>) {
    if let Some((don, own)) = giay.ngay("ngay_don").zip(giay.ngay)
        && don.ngay() > own.ngay_cuoi_ky()
    {
        let message = format!("đơn xin nghỉ ngày {don}, sau ngày của giấy ({})", cua_giay(own));
        let fault = Fault::new("date-disagrees", message).hint("sửa lại một trong hai ngày");
        doc.warn(fault, giay.span("ngay_don"));
    }
    let Some((tu, den)) = giay.ngay("tu_ngay").zip(giay.ngay("den_ngay")) else { return };
    if den < tu {
        let message = format!("nghỉ đến hết ngày {den}, trước ngày bắt đầu {tu}");
        let fault = Fault::new("bad-range", message).hint("sửa lại một trong hai ngày");
        return doc.fault(fault, giay.span("den_ngay"));
    }
    let Some(GiaTri::So(so_ngay)) = giay.gia_tri("so_ngay") else { return };
    let (lich, lam_viec) = (tu.so_ngay_den(den), ngay_lam_viec(tu, den));
    let it = *so_ngay < lam_viec && !co_the_nghi_le(tu, den);
    if *so_ngay > lich || it {
        let days = match lam_viec == lich {
            true => format!("{lich} ngày"),
            false => format!("{lich} ngày, {lam_viec} ngày từ thứ Hai đến thứ Sáu"),
        };
        let message = format!("nghỉ {so_ngay} ngày, mà từ {tu} đến {den} là {days}");
        let fault = Fault::new("date-disagrees", message);
        doc.warn(fault.hint("sửa lại số ngày hoặc một trong hai ngày"), giay.span("so_ngay"));
    }
}

fn cac_ngay(tu: Ngay, den: Ngay) -> impl Iterator<Item = NaiveDate> {
    tu.ngay().iter_days().take_while(move |ngay| *ngay <= den.ngay())
}

fn ngay_lam_viec(tu: Ngay, den: Ngay) -> u64 {
    let work = |ngay: &NaiveDate| !matches!(ngay.weekday(), Weekday::Sat | Weekday::Sun);
    u64::try_from(cac_ngay(tu, den).filter(work).count()).unwrap_or(u64::MAX)
}

/// Month and day.
type ThangNgay = (u32, u32);

/// Days on which a public holiday, or the day off for one, can fall; those of the lunar year move.
const NGAY_LE: &[(ThangNgay, ThangNgay)] = &[
    ((1, 1), (1, 4)),
    ((1, 18), (2, 29)),
    ((3, 27), (5, 5)),
    ((8, 30), (9, 5)),
    ((11, 22), (11, 27)),
    ((12, 29), (12, 31)),
];

fn co_the_nghi_le(tu: Ngay, den: Ngay) -> bool {
    cac_ngay(tu, den).any(|ngay| {
        let at = (ngay.month(), ngay.day());
        NGAY_LE.iter().any(|(from, to)| (*from..=*to).contains(&at))
    })
}

/// `08 giờ 00`, `8h30`; `ngày 15 tháng 6 năm 2026`, `15/6/2026`, `ngày 15/6`.
static GIO: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b([0-9]{1,2}) ?(?:giờ|h|:) ?([0-9]{2})?").ok());
static NGAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b([0-9]{1,2}) tháng ([0-9]{1,2})(?: năm ([0-9]{4}))?|\b([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})|ngày ([0-9]{1,2})/([0-9]{1,2})\b",
    )
    .ok()
});

/// What the words about a moment say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Luc {
    ngay: Option<NaiveDate>,
    phut: Option<u32>,
}

fn bien_ban(doc: &mut Doc<'_>, giay: &Giay<'_>) {
    let mut read = |khoa: &str| -> Option<(Luc, String)> {
        let Some(GiaTri::Chu(chu)) = giay.gia_tri(khoa) else { return None };
        let text = chu.chu_tron();
        match doc_luc(&text) {
            Ok(luc) => Some((luc, text)),
            Err(fault) => {
                doc.fault(fault, giay.span(khoa));
                None
            }
        }
    };
    let Some((bat_dau, _)) = read("bat_dau") else { return };
    let Some((ket_thuc, text)) = read("ket_thuc") else { return };
    if truoc(bat_dau, ket_thuc, &text) {
        let message = format!("kết thúc “{}” trước khi bắt đầu", text.trim_end_matches('.'));
        let fault =
            Fault::new("bad-range", message).hint("sửa lại giờ, ngày bắt đầu hoặc kết thúc");
        doc.warn(fault, giay.span("ket_thuc"));
    }
}

/// Whether the end lies before the beginning; without a day of its own it must say that it is the same.
fn truoc(bat_dau: Luc, ket_thuc: Luc, text: &str) -> bool {
    let same = ket_thuc.ngay.is_none() && text.to_lowercase().contains("cùng ngày");
    let days = bat_dau.ngay.zip(ket_thuc.ngay);
    let earlier = days.is_some_and(|(from, to)| to < from);
    let same = same || days.is_some_and(|(from, to)| to == from);
    let hours = bat_dau.phut.zip(ket_thuc.phut);
    earlier || same && hours.is_some_and(|(from, to)| to < from)
}

/// The first hour and the last day of a phrase; a day that no calendar has is a fault.
fn doc_luc(text: &str) -> Result<Luc, Fault> {
    let mut luc = Luc { phut: phut(text), ..Luc::default() };
    let pattern = NGAY.as_ref().into_iter();
    for caps in pattern.flat_map(|pattern| pattern.captures_iter(text)) {
        let so = |i: [usize; 3]| i.iter().find_map(|i| caps.get(*i)?.as_str().parse::<u32>().ok());
        let (Some(ngay), Some(thang)) = (so([1, 4, 7]), so([2, 5, 8])) else { continue };
        let nam = so([3, 6, 6]).and_then(|nam| i32::try_from(nam).ok());
        // Without its year 29/2 may be.
        let date = NaiveDate::from_ymd_opt(nam.unwrap_or(2024), thang, ngay);
        let Some(date) = date else {
            let words = caps.get(0).map_or("", |all| all.as_str().trim_start_matches("ngày "));
            let fault = Fault::new("bad-date", format!("không có ngày {ngay}/{thang}"));
            return Err(fault.hint("sửa lại ngày hoặc tháng").words(words));
        };
        luc.ngay = nam.map(|_| date);
    }
    Ok(luc)
}

fn phut(text: &str) -> Option<u32> {
    let caps = GIO.as_ref()?.captures(text)?;
    let so = |i| caps.get(i).map_or(Some(0), |so| so.as_str().parse::<u32>().ok());
    let (gio, phut) = (so(1)?, so(2)?);
    let lower = text.to_lowercase();
    let chieu = gio < 12 && ["chiều", "tối", "đêm"].iter().any(|buoi| lower.contains(buoi));
    let gio = if chieu { gio.saturating_add(12) } else { gio };
    Some(gio.saturating_mul(60).saturating_add(phut))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_out_of_phrases() {
        let luc = |text| doc_luc(text).map_err(|fault| fault.message);
        let day = NaiveDate::from_ymd_opt(2026, 6, 15);
        assert_eq!(
            luc("08 giờ 00, ngày 15 tháng 6 năm 2026"),
            Ok(Luc { ngay: day, phut: Some(480) })
        );
        assert_eq!(luc("5h30 chiều 15/6/2026").unwrap(), Luc { ngay: day, phut: Some(1050) });
        assert_eq!(luc("11 giờ cùng ngày").unwrap(), Luc { ngay: None, phut: Some(660) });
        assert_eq!(luc("11 giờ ngày 31/9"), Err("không có ngày 31/9".to_owned()));
        assert_eq!(luc("29 tháng 02"), Ok(Luc::default()));
        assert_eq!(luc("15/16 đại biểu có mặt"), Ok(Luc::default()));
    }
}
