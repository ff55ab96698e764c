//! Bảng: the rows of a table as pieces. No row breaks but one that is higher than a page; a cell over several
//! rows goes on with them.

use super::Xep;
use super::ghi_chu::vua;
use super::manh::{HangManh, Manh, cao};
use super::trang::SAI_SO;
use crate::layout::khoi::{Bang, Hang, O};
use crate::layout::trang::{Hinh, Net, Ve};

/// What is known of a table beside its rows' pieces.
pub(super) struct BangXep {
    /// The head, to be repeated.
    pub dau: Vec<Manh>,
    can_tren: bool,
    o_gop: Vec<OGop>,
}

/// A cell over several rows, whose text is set once it is known where its rows stand.
#[derive(Clone)]
struct OGop {
    hang: usize,
    gop_hang: usize,
    x: f64,
    /// Between rule and text.
    dem: f64,
    manh: Vec<Manh>,
}

/// A row of the table on a page.
pub(super) struct HangDat {
    pub hang: usize,
    pub y: f64,
    pub cao: f64,
}

/// A stretch of a row: from where to where, and whether a cell begins and ends in it.
struct Khoang {
    x: (f64, f64),
    bat_dau: bool,
}

/// A table while it is laid out.
struct Dung<'b> {
    bang: &'b Bang,
    /// Edges of the columns.
    canh: Vec<f64>,
    so: usize,
}

impl Xep<'_> {
    pub(super) fn xep_bang(&mut self, bang: &Bang, out: &mut Vec<Manh>) {
        let dung = Dung { bang, canh: canh(&bang.cot), so: self.bang.len() };
        self.bang.push(BangXep { dau: Vec::new(), can_tren: bang.can_tren, o_gop: Vec::new() });
        let cells: Vec<Vec<(f64, Vec<Manh>)>> =
            bang.hang.iter().map(|hang| self.noi_dung(&dung, hang)).collect();
        let heights = dung.cao_hang(&cells);
        let mut o_gop = Vec::new();
        let mut rows: Vec<Manh> = Vec::new();
        let mut mo: Vec<(usize, usize, usize)> = Vec::new();
        let mut cao_dau = 0.0;
        for (i, (hang, cells)) in bang.hang.iter().zip(cells).enumerate() {
            let khoang = dung.khoang(hang, &mo);
            mo.retain_mut(|(_, _, con)| {
                *con = con.saturating_sub(1);
                *con > 0
            });
            mo.extend(
                hang.o
                    .iter()
                    .filter(|o| o.gop_hang > 1)
                    .map(|o| (o.cot, o.gop_cot, o.gop_hang.saturating_sub(1))),
            );
            let cao = heights.get(i).copied().unwrap_or_default();
            let (mut ngan, mut ghi) = (Vec::new(), Vec::new());
            for (o, (x, manh)) in hang.o.iter().zip(cells) {
                if o.gop_hang > 1 {
                    let dem = bang.dem_doc + bang.net / 2.0;
                    ghi.extend(manh.iter().flat_map(|m: &Manh| m.ghi.iter().copied()));
                    o_gop.push(OGop { hang: i, gop_hang: o.gop_hang, x, dem, manh });
                } else {
                    ngan.push((x, manh));
                }
            }
            let cho = self.cao_chu - cao_dau;
            let mut pieces = dung.hang(i, ngan, &khoang, cao, cho);
            // The rows of such a cell share a page (`Table::giu_voi_hang_sau`), and the note stands on it.
            if let Some(first) = pieces.first_mut() {
                first.ghi.extend(ghi);
                first.ghi.sort_unstable();
            }
            rows.extend(pieces);
            if i < bang.so_hang_dau {
                cao_dau += cao;
            }
        }
        if let (true, Some(last)) = (bang.giu_voi_sau, rows.last_mut()) {
            last.giu = true;
        }
        let dau = rows.iter().filter(|m| m.hang.as_ref().is_some_and(|h| h.dau)).cloned().collect();
        let xep =
            BangXep { dau: dau_lap(dau, &o_gop, bang.can_tren), can_tren: bang.can_tren, o_gop };
        if let Some(cho) = self.bang.get_mut(dung.so) {
            *cho = xep;
        }
        out.extend(rows);
    }

    /// The pieces of each cell that begins in a row, with where its text begins.
    fn noi_dung(&mut self, dung: &Dung<'_>, hang: &Hang) -> Vec<(f64, Vec<Manh>)> {
        hang.o
            .iter()
            .map(|o| {
                let (x1, x2) = dung.x(o.cot, o.gop_cot);
                let dem = dung.bang.dem_ngang;
                let rong = (x2 - x1 - 2.0 * dem).max(1.0);
                (x1 + dem, self.manh(&o.khoi, rong))
            })
            .collect()
    }
}

impl Dung<'_> {
    fn x(&self, cot: usize, gop: usize) -> (f64, f64) {
        let edge = |i: usize| {
            let last = self.canh.last().copied().unwrap_or_default();
            self.canh.get(i).copied().unwrap_or(last)
        };
        (edge(cot), edge(cot.saturating_add(gop)))
    }

    /// Between rule and text, above and below together, with the rule itself.
    fn vien(&self) -> f64 {
        2.0 * self.bang.dem_doc + self.bang.net
    }

    /// Heights of the rows. What a cell over several rows needs more, its last row has.
    fn cao_hang(&self, cells: &[Vec<(f64, Vec<Manh>)>]) -> Vec<f64> {
        let needed =
            |(o, (_, manh)): (&O, &(f64, Vec<Manh>))| (o.gop_hang, cao(manh) + self.vien());
        let rows = self.bang.hang.iter().zip(cells);
        let mut heights: Vec<f64> = rows
            .clone()
            .map(|(hang, cells)| {
                let own = hang.o.iter().zip(cells).map(needed);
                own.filter(|(gop, _)| *gop == 1).map(|(_, cao)| cao).fold(self.vien(), f64::max)
            })
            .collect();
        for (i, (hang, cells)) in rows.enumerate() {
            for (gop, cao) in hang.o.iter().zip(cells).map(needed).filter(|(gop, _)| *gop > 1) {
                let end = i.saturating_add(gop).min(heights.len());
                let have: f64 = heights.get(i..end).unwrap_or_default().iter().sum();
                if let Some(last) = heights.get_mut(end.saturating_sub(1)) {
                    *last += (cao - have).max(0.0);
                }
            }
        }
        heights
    }

    /// The stretches of a row from left to right; `mo` are cells from above that go on.
    fn khoang(&self, hang: &Hang, mo: &[(usize, usize, usize)]) -> Vec<Khoang> {
        let own = hang.o.iter().map(|o| (o.cot, o.gop_cot, true));
        let above = mo.iter().map(|(cot, gop, _)| (*cot, *gop, false));
        let mut all: Vec<(usize, usize, bool)> = own.chain(above).collect();
        all.sort_by_key(|(cot, ..)| *cot);
        let mut out = Vec::new();
        let mut free = 0;
        let last = self.bang.cot.len();
        for (cot, gop, bat_dau) in all {
            if cot > free {
                let x = self.x(free, cot.saturating_sub(free));
                out.push(Khoang { x, bat_dau: true });
            }
            out.push(Khoang { x: self.x(cot, gop), bat_dau });
            free = cot.saturating_add(gop);
        }
        if free < last {
            out.push(Khoang { x: self.x(free, last.saturating_sub(free)), bat_dau: true });
        }
        out
    }

    /// The pieces of a row: one; the slices of a row that may break; or parts of one that is higher than `cho`.
    fn hang(
        &self,
        i: usize,
        cells: Vec<(f64, Vec<Manh>)>,
        khoang: &[Khoang],
        cao_hang: f64,
        cho: f64,
    ) -> Vec<Manh> {
        let last = i.saturating_add(1) == self.bang.hang.len();
        let row = self.bang.hang.get(i);
        let giu = row.is_some_and(|hang| hang.giu);
        let parts = match (row.is_some_and(|hang| hang.tach), cao_hang > cho) {
            (true, _) => return self.lat(i, &cells, khoang, cao_hang, last),
            (_, true) => self.cat(cells, cho - self.vien()),
            _ => vec![cells],
        };
        let so = parts.len();
        let mut out = Vec::new();
        for (k, cells) in parts.into_iter().enumerate() {
            let trong = cells.iter().map(|(_, manh)| cao(manh)).fold(0.0, f64::max);
            let cao = if so == 1 { cao_hang } else { trong + self.vien() };
            let cuoi = last && k.saturating_add(1) == so;
            let mut manh = Manh {
                cao: if cuoi { cao + self.bang.net } else { cao },
                giu: giu && k.saturating_add(1) == so,
                hang: Some(self.hang_manh(i, khoang, k > 0)),
                ..Manh::default()
            };
            manh.ve.extend(self.net(khoang, cao, k == 0, cuoi));
            for (x, noi_dung) in cells {
                // Text stands in the middle of its cell; what breaks begins at its top.
                let giua = so == 1 && !self.bang.can_tren;
                let du = if giua { cao - self.vien() - self::cao(&noi_dung) } else { 0.0 };
                let y = self.bang.net / 2.0 + self.bang.dem_doc + du.max(0.0) / 2.0;
                manh.nhan(noi_dung, x, y);
            }
            out.push(manh);
        }
        out
    }

    /// A row in slices, between which a page may end: no line of any cell is cut.
    fn lat(
        &self,
        i: usize,
        cells: &[(f64, Vec<Manh>)],
        khoang: &[Khoang],
        cao_hang: f64,
        last: bool,
    ) -> Vec<Manh> {
        let tren = self.bang.net / 2.0 + self.bang.dem_doc;
        let mut edges = nhat_cat(cells, tren);
        edges.push(cao_hang);
        let mut out = Vec::new();
        let mut from = 0.0;
        let so = edges.len();
        for (k, to) in edges.into_iter().enumerate() {
            let (dau, cuoi) = (k == 0, k.saturating_add(1) == so);
            let cao = to - from;
            let mut manh = Manh {
                cao: if last && cuoi { cao + self.bang.net } else { cao },
                hang: Some(HangManh {
                    dem: if dau { 0.0 } else { tren },
                    ..self.hang_manh(i, khoang, !dau)
                }),
                ve: self.net(khoang, cao, dau, last && cuoi),
                ..Manh::default()
            };
            for (x, lines) in cells {
                let mut y = tren;
                for line in lines {
                    let top = y;
                    y += line.truoc + line.cao;
                    if top >= from - SAI_SO && top < to - SAI_SO {
                        manh.nhan(vec![line.clone()], *x, top - from);
                    }
                }
            }
            out.push(manh);
            from = to;
        }
        out
    }

    fn hang_manh(&self, hang: usize, khoang: &[Khoang], tiep: bool) -> HangManh {
        let noi_tren = khoang.iter().filter(|k| tiep || !k.bat_dau).map(|k| k.x).collect();
        let first = khoang.first().map(|k| k.x.0).unwrap_or_default();
        let end = khoang.last().map(|k| k.x.1).unwrap_or_default();
        HangManh {
            bang: self.so,
            hang,
            dau: hang < self.bang.so_hang_dau,
            noi_tren,
            suot: (first, end),
            net: self.bang.net,
            dem: 0.0,
        }
    }

    /// The rules of a row that is `cao` high.
    fn net(&self, khoang: &[Khoang], cao: f64, tren: bool, duoi: bool) -> Vec<Ve> {
        let day = self.bang.net;
        let mut out = Vec::new();
        if day <= 0.0 {
            return out;
        }
        let mut level = |x: (f64, f64), y: f64| out.push(ngang(x, y, day));
        if tren {
            khoang.iter().filter(|k| k.bat_dau).for_each(|k| level(k.x, 0.0));
        }
        if let (true, Some(first), Some(last)) = (duoi, khoang.first(), khoang.last()) {
            level((first.x.0, last.x.1), cao);
        }
        let edges = khoang.iter().map(|k| k.x.0).chain(khoang.last().map(|k| k.x.1));
        out.extend(edges.map(|x| Ve {
            la: None,
            hinh: Hinh::Net(Net { x1: x, x2: x, y1: 0.0, y2: cao, day }),
        }));
        out
    }

    /// A row's cells cut into parts that are no higher than `cho`.
    fn cat(&self, cells: Vec<(f64, Vec<Manh>)>, cho: f64) -> Vec<Vec<(f64, Vec<Manh>)>> {
        let mut rest = cells;
        let mut out = Vec::new();
        while rest.iter().any(|(_, manh)| !manh.is_empty()) {
            let mut part = Vec::new();
            for (x, manh) in &mut rest {
                let fit = vua(manh, cho).max(1).min(manh.len());
                let sau = manh.split_off(fit);
                part.push((*x, std::mem::replace(manh, sau)));
            }
            out.push(part);
        }
        out
    }
}

impl BangXep {
    pub fn cao_dau(&self) -> f64 {
        cao(&self.dau)
    }

    /// The text of cells over several rows, as far as it stands on this page, whose rows are `rows`; what is left
    /// is kept for the next page.
    pub fn ve_gop(&mut self, rows: &[HangDat], x: f64) -> Vec<Ve> {
        ve_o_gop(&mut self.o_gop, self.can_tren, rows, x)
    }
}

/// The same for these cells alone.
fn ve_o_gop(o_gop: &mut [OGop], can_tren: bool, rows: &[HangDat], x: f64) -> Vec<Ve> {
    let mut out = Vec::new();
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return out };
    for o in o_gop {
        let end = o.hang.saturating_add(o.gop_hang);
        // Most stand on other pages; the head comes before the rows that a page begins with.
        if end <= first.hang || o.hang > last.hang {
            continue;
        }
        let own = rows.iter().filter(|r| (o.hang..end).contains(&r.hang));
        let (mut top, mut bottom, mut last) = (None, 0.0, 0);
        for row in own {
            top.get_or_insert(row.y);
            bottom = row.y + row.cao;
            last = row.hang;
        }
        let Some(top) = top else { continue };
        let cho = bottom - top - 2.0 * o.dem;
        let het = last.saturating_add(1) >= end;
        let fit = if het { o.manh.len() } else { vua(&o.manh, cho) };
        let sau = o.manh.split_off(fit);
        let now = std::mem::replace(&mut o.manh, sau);
        let mut box_ = Manh::default();
        let du = (cho - cao(&now)).max(0.0);
        let giua = if het && !can_tren { du / 2.0 } else { 0.0 };
        box_.nhan(now, x + o.x, top + o.dem + giua);
        out.extend(box_.ve);
    }
    out
}

/// Where a row may be cut, from its top: at the ends of lines that go through no line of another cell, and part no
/// lines that keep together.
fn nhat_cat(cells: &[(f64, Vec<Manh>)], tren: f64) -> Vec<f64> {
    let mut ends = Vec::new();
    let mut closed: Vec<(f64, f64)> = Vec::new();
    for (_, lines) in cells {
        let mut y = tren;
        for (j, line) in lines.iter().enumerate() {
            let top = y;
            y += line.truoc + line.cao;
            let cuoi = j.saturating_add(1) == lines.len();
            if !cuoi {
                ends.push(y);
            }
            // At the very end of a line that keeps to the next no cut is allowed either.
            let shut = if line.giu && !cuoi { y + SAI_SO } else { y - SAI_SO };
            closed.push((top + SAI_SO, shut));
        }
    }
    ends.sort_by(f64::total_cmp);
    ends.dedup_by(|a, b| (*a - *b).abs() < SAI_SO);
    ends.retain(|y| closed.iter().all(|(from, to)| y <= from || y > to));
    ends
}

/// A level line.
pub(super) fn ngang((x1, x2): (f64, f64), y: f64, day: f64) -> Ve {
    Ve { la: None, hinh: Hinh::Net(Net { x1, x2, y1: y, y2: y, day }) }
}

/// The head as it is repeated, with the text of its cells over several rows: it is read once, and only decorates
/// where it stands again.
fn dau_lap(mut dau: Vec<Manh>, o_gop: &[OGop], can_tren: bool) -> Vec<Manh> {
    let mut rows = Vec::with_capacity(dau.len());
    let mut y = 0.0;
    for manh in &dau {
        if let Some(hang) = &manh.hang {
            rows.push(HangDat { hang: hang.hang, y, cao: manh.cao });
        }
        y += manh.truoc + manh.cao;
    }
    let gop = ve_o_gop(&mut o_gop.to_vec(), can_tren, &rows, 0.0);
    if let Some(first) = dau.first_mut() {
        first.ve.extend(gop);
    }
    for manh in &mut dau {
        manh.ghi.clear();
        manh.muc_luc = None;
        manh.ve.iter_mut().for_each(|ve| ve.la = None);
    }
    dau
}

/// Edges of the columns from the first one's left.
fn canh(cot: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0];
    let mut at = 0.0;
    for rong in cot {
        at += rong;
        out.push(at);
    }
    out
}
