//! Trang: pieces shared out over pages, with their notes at the foot.

use super::bang::{HangDat, ngang};
use super::ghi_chu::{GhiChu, vua};
use super::manh::{Manh, cao};
use super::{Xep, net};
use crate::compose::fonts::Face;
use crate::layout::doan::CaoDong;
use crate::layout::giay::{Giay, SoTrang};
use crate::layout::luong::pt;
use crate::layout::trang::{CacTrang, DauMuc, DoanChu, Hinh, Net, Trang, Ve};

/// Rounding, in pt.
pub(super) const SAI_SO: f64 = 0.01;

/// The line over the notes: as long as Word draws it, in mm.
const GACH_GHI_CHU_MM: f64 = 50.8;
const NET_GHI_CHU: f64 = 0.5;

/// A stretch of a note on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct DoanGhi {
    so: usize,
    tu: usize,
    den: usize,
}

/// What a page holds.
#[derive(Debug, Clone, Default)]
struct KeHoach {
    /// Up to which piece.
    den: usize,
    ghi: Vec<DoanGhi>,
    /// What runs on to the next page.
    con: Vec<DoanGhi>,
    /// The notes begin with one that runs on from the page before.
    tiep: bool,
}

/// Shares out the pieces of a section.
struct Chia<'a, 'x> {
    xep: &'a mut Xep<'x>,
    giay: Giay,
    manh: Vec<Manh>,
    ghi: &'a GhiChu,
    chan: &'a [Manh],
}

/// The pages of a section; heads go into the outline of `out`, which has the pages before.
pub(super) fn chia(
    xep: &mut Xep<'_>,
    giay: Giay,
    manh: Vec<Manh>,
    ghi: &GhiChu,
    chan: Vec<Manh>,
    out: &mut CacTrang,
) -> Vec<Trang> {
    let mut chia = Chia { xep, giay, manh, ghi, chan: &chan };
    let mut pages = Vec::new();
    let (mut tu, mut con) = (0, Vec::new());
    loop {
        let ke_hoach = chia.mot_trang(tu, &con, pages.is_empty());
        let trang = chia.ve(tu, &ke_hoach, pages.len(), out);
        pages.push(trang);
        (tu, con) = (ke_hoach.den, ke_hoach.con);
        if tu >= chia.manh.len() && con.is_empty() {
            return pages;
        }
    }
}

impl Chia<'_, '_> {
    /// Height that text and notes share.
    fn cho(&self, dau: bool) -> f64 {
        self.giay.cao_chu() - if dau { cao(self.chan) } else { 0.0 }
    }

    fn gach(&self) -> f64 {
        self.giay.gach_ghi_chu
    }

    /// Height of the table head that a page repeats which begins with piece `tu`.
    fn lap(&self, tu: usize) -> f64 {
        self.bang_tiep(tu).and_then(|b| self.xep.bang.get(b)).map_or(0.0, |b| b.cao_dau())
    }

    /// Clear space over piece `tu` where it begins a page.
    fn dem(&self, tu: usize) -> f64 {
        self.manh.get(tu).and_then(|m| m.hang.as_ref()).map_or(0.0, |h| h.dem)
    }

    /// The table that goes on at piece `tu`, if it does and the row is not of its head.
    fn bang_tiep(&self, tu: usize) -> Option<usize> {
        let row = self.manh.get(tu)?.hang.as_ref()?;
        let before = self.manh.get(tu.checked_sub(1)?)?.hang.as_ref()?;
        (before.bang == row.bang && !row.dau).then_some(row.bang)
    }

    /// What fits on the page that begins with piece `tu`.
    fn mot_trang(&self, tu: usize, con: &[DoanGhi], dau: bool) -> KeHoach {
        let cho = self.cho(dau);
        let mut used = self.lap(tu) + self.dem(tu);
        let first = self.manh.get(tu).map_or(0.0, |m| m.cao);
        let (mut plan, mut notes) = self.ghi_tiep(con, cho - used - first);
        plan.den = tu;
        let mut best: Option<KeHoach> = None;
        for (j, manh) in self.manh.iter().enumerate().skip(tu) {
            if manh.sang_trang && j > tu {
                best = Some(plan.clone());
                break;
            }
            let truoc = if j == tu && !dau { 0.0 } else { manh.truoc };
            let them = truoc + manh.cao;
            let nhan = self.nhan(manh, &plan, cho - used - them - notes);
            let Some((more, cao_them, ngat)) = nhan else { break };
            used += them;
            notes += cao_them;
            plan = KeHoach { den: j.saturating_add(1), ..more };
            let het = plan.den == self.manh.len();
            if !manh.giu || het {
                best = Some(plan.clone());
            }
            if ngat {
                break;
            }
        }
        // What keeps to the next all over the page breaks where the page is full; what is higher than a page
        // stands on one of its own.
        let mut plan = best.unwrap_or(plan);
        if plan.den <= tu && plan.ghi.is_empty() {
            plan = self.ep(tu, con);
        }
        plan
    }

    /// The notes that run on from the page before, of which `cho` pt may be taken; and their height.
    fn ghi_tiep(&self, con: &[DoanGhi], cho: f64) -> (KeHoach, f64) {
        let mut plan = KeHoach { tiep: !con.is_empty(), ..KeHoach::default() };
        let mut used = if con.is_empty() { 0.0 } else { self.gach() };
        for doan in con {
            let manh = self.pieces(doan);
            let fit = if plan.con.is_empty() { vua(manh, cho - used) } else { 0 };
            let den = doan.tu.saturating_add(fit);
            if fit > 0 {
                plan.ghi.push(DoanGhi { den, ..*doan });
                used += cao(manh.get(..fit).unwrap_or_default());
            }
            if den < doan.den {
                plan.con.push(DoanGhi { tu: den, ..*doan });
            }
        }
        (plan, used)
    }

    fn pieces(&self, doan: &DoanGhi) -> &[Manh] {
        self.ghi.cua(doan.so).get(doan.tu..doan.den).unwrap_or_default()
    }

    /// The page with one piece more and its notes, for which `cho` pt are left; none if it does not fit. The last
    /// says that nothing more may follow, since a note runs on.
    fn nhan(&self, manh: &Manh, plan: &KeHoach, cho: f64) -> Option<(KeHoach, f64, bool)> {
        if cho < -SAI_SO {
            return None;
        }
        if manh.ghi.is_empty() {
            return Some((plan.clone(), 0.0, false));
        }
        // A note may not come before one that is not ended.
        if !plan.con.is_empty() {
            return None;
        }
        let mut out = plan.clone();
        let mut used = if plan.ghi.is_empty() { self.gach() } else { 0.0 };
        for so in &manh.ghi {
            let den = self.ghi.cua(*so).len();
            let doan = DoanGhi { so: *so, tu: 0, den };
            let fit = vua(self.pieces(&doan), cho - used);
            // The note begins on the page of its mark, if only with a line.
            if fit == 0 || !out.con.is_empty() {
                return None;
            }
            used += cao(self.pieces(&DoanGhi { den: fit, ..doan }));
            out.ghi.push(DoanGhi { den: fit, ..doan });
            if fit < den {
                out.con.push(DoanGhi { tu: fit, ..doan });
            }
        }
        let ngat = !out.con.is_empty();
        Some((out, used, ngat))
    }

    /// A page with one piece that nothing holds.
    fn ep(&self, tu: usize, con: &[DoanGhi]) -> KeHoach {
        let con = con.to_vec();
        let mut out = KeHoach { den: tu.saturating_add(1), con, ..KeHoach::default() };
        for so in self.manh.get(tu).map(|m| m.ghi.as_slice()).unwrap_or_default() {
            out.con.push(DoanGhi { so: *so, tu: 0, den: self.ghi.cua(*so).len() });
        }
        out
    }

    /// Draws a page.
    fn ve(&mut self, tu: usize, plan: &KeHoach, so: usize, out: &mut CacTrang) -> Trang {
        let mut ve = Vec::new();
        let number = u32::try_from(so.saturating_add(1)).unwrap_or(u32::MAX);
        if let (true, Some(mau)) = (so > 0, self.giay.so_trang) {
            ve.push(self.so_trang(number, mau));
        }
        let at = out.trang.len().saturating_add(so);
        self.ve_than(tu, plan, (so == 0, at), &mut ve, &mut out.muc_luc);
        self.ve_ghi(plan, so == 0, &mut ve);
        if so == 0 {
            let mut y = self.giay.le.tren + self.giay.cao_chu() - cao(self.chan);
            for manh in self.chan {
                y = self.dat(manh, y, true, &mut ve);
            }
        }
        Trang { rong: self.giay.rong, cao: self.giay.cao, so: number, ve: net::noi(ve) }
    }

    /// Puts a piece at `y` and tells where it ends.
    fn dat(&self, manh: &Manh, y: f64, truoc: bool, ve: &mut Vec<Ve>) -> f64 {
        let y = if truoc { y + manh.truoc } else { y };
        ve.extend(manh.ve.iter().map(|mot| mot.clone().doi(self.giay.le.trai, y)));
        y + manh.cao
    }

    /// The same with piece `j` of the text, which is drawn once and not kept.
    fn dat_xong(&mut self, j: usize, y: f64, truoc: bool, ve: &mut Vec<Ve>) -> f64 {
        let Some(manh) = self.manh.get_mut(j) else { return y };
        let y = if truoc { y + manh.truoc } else { y };
        let drawn = std::mem::take(&mut manh.ve);
        ve.extend(drawn.into_iter().map(|mot| mot.doi(self.giay.le.trai, y)));
        y + manh.cao
    }

    fn ve_than(
        &mut self,
        tu: usize,
        plan: &KeHoach,
        (dau, trang): (bool, usize),
        ve: &mut Vec<Ve>,
        muc_luc: &mut Vec<DauMuc>,
    ) {
        let mut y = self.giay.le.tren;
        if let Some(bang) = self.bang_tiep(tu).and_then(|b| self.xep.bang.get(b)) {
            for manh in &bang.dau {
                y = self.dat(manh, y, true, ve);
            }
        }
        let mut rows: Vec<HangDat> = Vec::new();
        let mut bang: Option<usize> = None;
        for j in tu..plan.den {
            let Some(manh) = self.manh.get(j) else { break };
            let here = manh.hang.as_ref().map(|h| h.bang);
            if here != bang {
                self.ve_gop(bang, &mut rows, ve);
                bang = here;
            }
            let Some(manh) = self.manh.get(j) else { break };
            let giu_truoc = j > tu || dau;
            let top = if giu_truoc { y + manh.truoc } else { y };
            if let Some((cap, chu)) = &manh.muc_luc {
                muc_luc.push(DauMuc { cap: *cap, chu: chu.clone(), trang, y: top });
            }
            if j == tu {
                y = self.ve_dem(manh, y, ve);
            }
            y = self.dat_xong(j, y, giu_truoc, ve);
            if let Some(hang) = self.manh.get(j).and_then(|m| m.hang.as_ref()) {
                rows.push(HangDat { hang: hang.hang, y: top, cao: y - top });
                self.ve_net(j, (tu, plan.den), (top, y), ve);
            }
        }
        self.ve_gop(bang, &mut rows, ve);
    }

    /// The clear space over the rest of a row, between the lines of its columns; where it ends.
    fn ve_dem(&self, manh: &Manh, y: f64, ve: &mut Vec<Ve>) -> f64 {
        let dem = manh.hang.as_ref().map_or(0.0, |h| h.dem);
        let upright = manh.ve.iter().filter_map(|mot| match mot.hinh {
            Hinh::Net(net) if dem > 0.0 && net.x1 == net.x2 => {
                Some(Net { y1: 0.0, y2: dem, ..net })
            }
            _ => None,
        });
        let lines = upright.map(|net| Ve { la: None, hinh: Hinh::Net(net) });
        ve.extend(lines.map(|mot| mot.doi(self.giay.le.trai, y)));
        y + dem
    }

    /// The lines that a row has where a page begins or ends within its table.
    fn ve_net(
        &self,
        j: usize,
        (tu, den): (usize, usize),
        (top, end): (f64, f64),
        ve: &mut Vec<Ve>,
    ) {
        let hang = self.manh.get(j).and_then(|m| m.hang.as_ref());
        let Some(hang) = hang.filter(|hang| hang.net > 0.0) else { return };
        let x = self.giay.le.trai;
        if j == tu {
            let noi = hang.noi_tren.iter();
            ve.extend(noi.map(|(a, b)| ngang((a + x, b + x), top, hang.net)));
        }
        let next = self.manh.get(j.saturating_add(1)).and_then(|m| m.hang.as_ref());
        let goes_on = next.is_some_and(|next| next.bang == hang.bang);
        if j.saturating_add(1) == den && goes_on {
            ve.push(ngang((hang.suot.0 + x, hang.suot.1 + x), end, hang.net));
        }
    }

    fn ve_gop(&mut self, bang: Option<usize>, rows: &mut Vec<HangDat>, ve: &mut Vec<Ve>) {
        let rows = std::mem::take(rows);
        let x = self.giay.le.trai;
        if let Some(bang) = bang.and_then(|b| self.xep.bang.get_mut(b)) {
            ve.extend(bang.ve_gop(&rows, x));
        }
    }

    /// The notes at the foot of the text, under their line.
    fn ve_ghi(&self, plan: &KeHoach, dau: bool, ve: &mut Vec<Ve>) {
        if plan.ghi.is_empty() {
            return;
        }
        let height: f64 = plan.ghi.iter().map(|doan| cao(self.pieces(doan))).sum();
        let mut y = self.giay.le.tren + self.cho(dau) - height - self.gach();
        // What runs on stands under a line across the text, as Word draws it.
        let dai = if plan.tiep { self.giay.rong_chu() } else { pt(GACH_GHI_CHU_MM) };
        let x = self.giay.le.trai;
        ve.push(ngang((x, x + dai), y + self.gach() / 2.0, NET_GHI_CHU));
        y += self.gach();
        for manh in plan.ghi.iter().flat_map(|doan| self.pieces(doan)) {
            y = self.dat(manh, y, true, ve);
        }
    }

    /// The page's number, centred in the top margin (PL I, I.7).
    fn so_trang(&self, so: u32, SoTrang { co, cach_mep }: SoTrang) -> Ve {
        let chu = so.to_string();
        let rong: f64 = chu.chars().map(|c| self.xep.fonts.advance(c, Face::Regular) * co).sum();
        let (_, chan) = CaoDong::Boi(1.0).cua(co);
        let x = self.giay.le.trai + (self.giay.rong_chu() - rong) / 2.0;
        Ve { la: None, hinh: Hinh::Chu(DoanChu::moi(x, cach_mep + chan, co, chu)) }
    }
}
