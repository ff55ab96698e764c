//! The stamp as a page of its own size: frame, the office's name, ĐẾN, number, day, whom it goes to, the file's symbol.

use crate::compose::document::ThongTin;
use crate::compose::fonts::{Face, Fonts};
use crate::diagnostic::Diagnostic;
use crate::layout::trang::{CacTrang, DoanChu, Hinh, Khung, Mau, Trang, Ve};
use crate::writers::pdf::ve;

/// PL IV: the frame's outer size.
pub const RONG_MM: f64 = 50.0;
pub const CAO_MM: f64 = 35.0;
const PT_MOI_MM: f64 = 72.0 / 25.4;

/// The frame's stroke, in pt.
const DAY_PT: f64 = 1.0;
/// Between frame and words, in mm.
const LE_MM: f64 = 2.0;
/// The office's name, in pt: as large as its lines allow.
const CO_TEN_PT: [f64; 5] = [9.0, 8.0, 7.0, 6.0, 5.0];
const CO_CHU_PT: f64 = 9.0;
const CO_DEN_PT: f64 = 15.0;
/// Where the words behind ĐẾN begin, and the baselines from the frame's upper edge, in mm.
const SAU_DEN_MM: f64 = 17.0;
const DONG_SO_MM: f64 = 15.5;
const DONG_NGAY_MM: f64 = 20.5;
const DONG_CHUYEN_MM: f64 = 26.5;
const DONG_HO_SO_MM: f64 = 32.0;

/// What the stamp says; an empty value is room for a pen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DauDen {
    pub co_quan: String,
    pub so: String,
    pub ngay: String,
    pub chuyen: String,
    pub ho_so: String,
}

/// The stamp as a PDF of one page.
pub fn ve(dau: &DauDen, fonts: &Fonts) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let (rong, cao) = (RONG_MM * PT_MOI_MM, CAO_MM * PT_MOI_MM);
    let frame = Khung {
        x: DAY_PT / 2.0,
        y: DAY_PT / 2.0,
        rong: rong - DAY_PT,
        cao: cao - DAY_PT,
        day: DAY_PT,
        mau: Mau::Do,
    };
    let mut hinh = vec![Hinh::Khung(frame)];
    hinh.extend(ten(&dau.co_quan, fonts));
    let den = (DONG_SO_MM + DONG_NGAY_MM) / 2.0 + 1.0;
    hinh.push(chu(LE_MM, den, CO_DEN_PT, Face::Bold, "ĐẾN"));
    for (x, y, nhan, value) in [
        (SAU_DEN_MM, DONG_SO_MM, "Số: ", &dau.so),
        (SAU_DEN_MM, DONG_NGAY_MM, "Ngày: ", &dau.ngay),
        (LE_MM, DONG_CHUYEN_MM, "Chuyển: ", &dau.chuyen),
        (LE_MM, DONG_HO_SO_MM, "Số và ký hiệu HS: ", &dau.ho_so),
    ] {
        hinh.push(dong(x, y, nhan, value, fonts));
    }
    let ve_len = hinh.into_iter().map(|hinh| Ve { la: None, hinh }).collect();
    let trang = Trang { rong, cao, so: 1, ve: ve_len };
    let pages = CacTrang { trang: vec![trang], ..CacTrang::default() };
    let thong_tin = ThongTin {
        tieu_de: "Dấu đến".to_owned(),
        tac_gia: dau.co_quan.clone(),
        chu_de: String::new(),
        tu_khoa: Vec::new(),
        ngay: chrono::NaiveDate::default(),
    };
    ve::ve(&pages, fonts, &thong_tin, "Dấu đến", &[])
}

/// The office's name in the middle, in at most two lines.
fn ten(co_quan: &str, fonts: &Fonts) -> Vec<Hinh> {
    let name = co_quan.to_uppercase();
    let rong = RONG_MM - 2.0 * LE_MM;
    let set = |co: &f64| {
        let wide = |line: &str| fonts.width_mm(line, Face::Bold, *co);
        hai_dong(&name, &wide).filter(|lines| lines.iter().all(|line| wide(line) <= rong))
    };
    let smallest = CO_TEN_PT.last().copied().unwrap_or(CO_CHU_PT);
    let found = CO_TEN_PT.into_iter().find_map(|co| set(&co).map(|lines| (co, lines)));
    let (co, lines) = found.unwrap_or_else(|| (smallest, vec![name.clone()]));
    let first = if lines.len() > 1 { 5.0 } else { 7.0 };
    let placed = lines.iter().zip(0_u8..).map(|(line, i)| {
        let x = (RONG_MM - fonts.width_mm(line, Face::Bold, co)) / 2.0;
        chu(x, first + f64::from(i) * (co * 0.42), co, Face::Bold, line)
    });
    placed.collect()
}

/// One line, or the two that are most alike in width.
fn hai_dong(name: &str, wide: &dyn Fn(&str) -> f64) -> Option<Vec<String>> {
    if wide(name) <= RONG_MM - 2.0 * LE_MM {
        return Some(vec![name.to_owned()]);
    }
    let cuts = name.match_indices(' ').filter_map(|(at, _)| name.split_at_checked(at));
    let halves = cuts.map(|(a, b)| vec![a.to_owned(), b.trim_start().to_owned()]);
    let widest = |lines: &Vec<String>| lines.iter().map(|line| wide(line)).fold(0.0, f64::max);
    halves.min_by(|a, b| widest(a).total_cmp(&widest(b)))
}

/// A label with its value, or with dots up to the frame. A long value is set smaller, then cut with a mark.
fn dong(x: f64, y: f64, nhan: &str, value: &str, fonts: &Fonts) -> Hinh {
    let rong = RONG_MM - LE_MM - x;
    let wide = |text: &str, co: f64| fonts.width_mm(text, Face::Regular, co);
    if value.is_empty() {
        let mut text = nhan.to_owned();
        while wide(&format!("{text}."), CO_CHU_PT) <= rong {
            text.push('.');
        }
        return chu(x, y, CO_CHU_PT, Face::Regular, &text);
    }
    let whole = format!("{nhan}{value}");
    let co = [CO_CHU_PT, 8.0, 7.0].into_iter().find(|co| wide(&whole, *co) <= rong);
    if let Some(co) = co {
        return chu(x, y, co, Face::Regular, &whole);
    }
    let mut cut = whole;
    while !cut.is_empty() && wide(&format!("{cut}…"), 7.0) > rong {
        cut.pop();
    }
    chu(x, y, 7.0, Face::Regular, &format!("{cut}…"))
}

fn chu(x_mm: f64, y_mm: f64, co: f64, kieu: Face, text: &str) -> Hinh {
    let doan = DoanChu::moi(x_mm * PT_MOI_MM, y_mm * PT_MOI_MM, co, text);
    Hinh::Chu(DoanChu { kieu, mau: Mau::Do, ..doan })
}
