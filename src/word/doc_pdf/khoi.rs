//! Khối: the rows of all pages as paragraphs and two-sided tables, in the order in which they are read.

use serde::{Deserialize, Serialize};

use super::dong::{Hang, Manh};
use super::hai_cot;

/// A line, or a whole paragraph of running text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DongPdf {
    pub chu: String,
    pub dam: bool,
    pub nghieng: bool,
}

/// How a line stands between the ends of the page's text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Canh {
    #[default]
    Thuong,
    Giua,
    Phai,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum KhoiPdf {
    Doan(DongPdf, Canh),
    /// Lines that stand beside each other; an empty line is a blank between two.
    HaiBen(Vec<DongPdf>, Vec<DongPdf>),
}

impl KhoiPdf {
    /// Its lines, the left side first.
    pub fn cac_dong(&self) -> Vec<&DongPdf> {
        match self {
            Self::Doan(line, _) => vec![line],
            Self::HaiBen(trai, phai) => trai.iter().chain(phai).collect(),
        }
    }
}

impl DongPdf {
    pub(super) fn tu(piece: &Manh) -> Self {
        Self { chu: piece.chu.clone(), dam: piece.dam, nghieng: piece.nghieng }
    }
}

/// How far in a first line begins at least, in points.
const THUT: f64 = 12.0;
/// A centred line may be off the middle by so much.
const LECH_GIUA: f64 = 11.0;
/// A line that ends so far before the right end, as part of the text's width, is its paragraph's last.
const NGAN: f64 = 0.12;
/// A line that begins further right, as part of the text's width, stands on the right.
const NUA_PHAI: f64 = 0.42;
/// Lines further apart, in sizes of letters, are no paragraph.
const CACH: f64 = 2.4;
/// Numbers of pages stand in this part of the page above and below.
const LE_TRANG: f64 = 0.09;

/// Blocks that are being put together, page by page.
#[derive(Default)]
pub(super) struct GopKhoi {
    pub khoi: Vec<KhoiPdf>,
    /// Letters so far, in bytes.
    pub dai: usize,
    mo: Option<Mo>,
}

/// The paragraph that may go on.
struct Mo {
    y: f64,
    dam: bool,
}

impl GopKhoi {
    /// Takes in a page of this height.
    pub fn trang(&mut self, mut rows: Vec<Hang>, cao: f64) {
        bo_so_trang(&mut rows, cao);
        let all = || rows.iter().flat_map(|row| &row.manh);
        let le = (
            all().map(|piece| piece.x0).fold(f64::INFINITY, f64::min),
            all().map(|piece| piece.x1).fold(0.0, f64::max),
        );
        // What a paragraph goes on with on the next page stands above anything there.
        if let Some(mo) = &mut self.mo {
            mo.y = f64::INFINITY;
        }
        let mut rest = rows.as_slice();
        while let Some(row) = rest.first() {
            match hai_cot::dau(rest, le) {
                Some(found) => {
                    self.mo = None;
                    let lines = found.trai.iter().chain(&found.phai);
                    self.dai = lines.fold(self.dai, |sum, line| them(sum, &line.chu));
                    self.khoi.push(KhoiPdf::HaiBen(found.trai, found.phai));
                    rest = rest.get(found.so_hang.max(1)..).unwrap_or_default();
                }
                None => {
                    self.hang(row, le);
                    rest = rest.get(1..).unwrap_or_default();
                }
            }
        }
    }

    /// Takes in a row that stands by itself.
    fn hang(&mut self, row: &Hang, le: (f64, f64)) {
        let (Some(first), Some(last)) = (row.manh.first(), row.manh.last()) else { return };
        let words: Vec<&str> = row.manh.iter().map(|piece| piece.chu.as_str()).collect();
        let line = Manh { chu: words.join(" "), x1: last.x1, ..first.clone() };
        let canh = canh(&line, le);
        self.dai = them(self.dai, &line.chu);
        let goes_on = canh == Canh::Thuong && line.x0 <= le.0 + THUT;
        let open = self
            .mo
            .take()
            .filter(|mo| goes_on && mo.dam == line.dam && line.y - mo.y <= CACH * line.co);
        match (open, self.khoi.last_mut()) {
            (Some(_), Some(KhoiPdf::Doan(own, _))) => {
                own.chu.push(' ');
                own.chu.push_str(&line.chu);
            }
            _ => self.khoi.push(KhoiPdf::Doan(DongPdf::tu(&line), canh)),
        }
        let full = line.x1 >= le.1 - NGAN * (le.1 - le.0);
        self.mo = (canh == Canh::Thuong && full).then_some(Mo { y: line.y, dam: line.dam });
    }
}

fn them(sum: usize, text: &str) -> usize {
    sum.saturating_add(text.len()).saturating_add(1)
}

pub(super) fn canh(line: &Manh, (trai, phai): (f64, f64)) -> Canh {
    let off = (f64::midpoint(line.x0, line.x1) - f64::midpoint(trai, phai)).abs();
    if off <= LECH_GIUA && line.x0 > trai + THUT && line.x1 < phai - THUT {
        Canh::Giua
    } else if line.x0 > trai + NUA_PHAI * (phai - trai) {
        Canh::Phai
    } else {
        Canh::Thuong
    }
}

/// Without the number of the page, above or below its text.
fn bo_so_trang(rows: &mut Vec<Hang>, cao: f64) {
    let number = |row: &Hang| {
        let [one] = row.manh.as_slice() else { return false };
        let bare = one.chu.trim_matches(['-', '–', ' ']);
        let outside = row.y < cao * LE_TRANG || row.y > cao * (1.0 - LE_TRANG);
        outside && bare.len() <= 4 && !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit())
    };
    if rows.first().is_some_and(number) {
        rows.remove(0);
    }
    if rows.last().is_some_and(number) {
        rows.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hang(y: f64, manh: &[(&str, f64, f64)]) -> Hang {
        let piece = |(chu, x0, x1): &(&str, f64, f64)| Manh {
            chu: (*chu).to_owned(),
            x0: *x0,
            x1: *x1,
            y,
            co: 14.0,
            ..Manh::default()
        };
        Hang { y, manh: manh.iter().map(piece).collect() }
    }

    fn doc(rows: Vec<Hang>) -> Vec<KhoiPdf> {
        let mut gop = GopKhoi::default();
        gop.trang(rows, 842.0);
        gop.khoi
    }

    fn chu(lines: &[DongPdf]) -> Vec<&str> {
        lines.iter().map(|line| line.chu.as_str()).collect()
    }

    /// The number of one side and the date of the other would become one line, and neither be known.
    #[test]
    fn head_body_and_foot_are_told_apart() {
        let rows = vec![
            hang(60.0, &[("UBND TỈNH", 100.0, 200.0), ("CỘNG HÒA", 260.0, 500.0)]),
            hang(90.0, &[("Số: 5/KH-UBND", 100.0, 190.0), ("Đồng Tháp, ngày", 300.0, 480.0)]),
            hang(130.0, &[("KẾ HOẠCH", 240.0, 350.0)]),
            hang(160.0, &[("Một đoạn dài", 120.0, 510.0)]),
            hang(178.0, &[("của bài.", 85.0, 130.0)]),
            hang(196.0, &[("Đoạn sau.", 120.0, 300.0)]),
            hang(230.0, &[("TM. UBND", 350.0, 470.0)]),
            hang(234.0, &[("Nơi nhận:", 85.0, 130.0)]),
            hang(246.0, &[("- Như trên,", 85.0, 150.0), ("CHỦ TỊCH", 360.0, 450.0)]),
            hang(258.0, &[("Điều 3;", 85.0, 150.0)]),
            hang(330.0, &[("Nguyễn Văn An", 350.0, 470.0)]),
            hang(800.0, &[("2", 290.0, 300.0)]),
        ];
        let khoi = doc(rows);
        let KhoiPdf::HaiBen(trai, phai) = &khoi[0] else { panic!("{khoi:?}") };
        assert_eq!(chu(trai), ["UBND TỈNH", "Số: 5/KH-UBND"]);
        assert_eq!(chu(phai), ["CỘNG HÒA", "Đồng Tháp, ngày"]);
        let doan = |text: &str, canh| {
            KhoiPdf::Doan(DongPdf { chu: text.to_owned(), ..DongPdf::default() }, canh)
        };
        let want = [
            doan("KẾ HOẠCH", Canh::Giua),
            doan("Một đoạn dài của bài.", Canh::Thuong),
            doan("Đoạn sau.", Canh::Thuong),
            doan("TM. UBND", Canh::Phai),
            doan("Nơi nhận:", Canh::Thuong),
        ];
        assert_eq!(khoi[1..6], want);
        let KhoiPdf::HaiBen(trai, phai) = &khoi[6] else { panic!("{khoi:?}") };
        assert_eq!(chu(trai), ["- Như trên, Điều 3;"]);
        assert_eq!(chu(phai), ["CHỦ TỊCH", "", "Nguyễn Văn An"]);
        assert_eq!(khoi.len(), 7);
    }
}
