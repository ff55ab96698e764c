//! Two versions of a document → what changed, place by place, in sentences.

mod bang_long;
pub mod can;
pub mod cau;
pub mod chuan;
mod cot;
mod hinh;
pub mod khop;
mod ngoai_chu;
pub mod sua_chu;
pub mod trinh_bay;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet, VecDeque};

use serde::Serialize;

use crate::word::doc_word::{Bang, Doan, Hang, Khoi, O, TepWord, ThanhPhan};
use can::{Buoc, can};
use chuan::{cac_tu, chuan};
use cot::{Cot, GhepCot, HangCon};
use sua_chu::SuaChu;

/// A change. The sentence says it all; the rest is for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThayDoi {
    pub loai: Loai,
    /// `Mục II, đoạn 3`
    pub noi: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cu: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moi: Option<String>,
    pub cau: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loai {
    Them,
    Bot,
    Sua,
    Doi,
    /// Numbers that Word counts, shifted by what came or went before them.
    SoThuTu,
}

/// What changed from one file to the other: the text, head and foot of the pages, and what is drawn.
pub fn so_sanh_tep(cu: &TepWord, moi: &TepWord) -> Vec<ThayDoi> {
    let mut out = so_sanh(&cu.khoi, &moi.khoi);
    out.extend(so_sanh_ngoai_chu(cu, moi));
    out
}

/// What changed beside the text: head and foot of the pages, and what is drawn.
pub fn so_sanh_ngoai_chu(cu: &TepWord, moi: &TepWord) -> Vec<ThayDoi> {
    let mut out = ngoai_chu::dau_chan(&cu.dau_chan, &moi.dau_chan);
    out.extend(hinh::hinh(cu, moi));
    out
}

/// What changed from `cu` to `moi`, in the order of the text.
pub fn so_sanh(cu: &[Khoi], moi: &[Khoi]) -> Vec<ThayDoi> {
    let mut so = SoSanh::default();
    so.khoi(cu, moi);
    so.xong()
}

/// A change before it is known whether what went came again elsewhere.
enum Tho<'a> {
    Xong(ThayDoi),
    Bot(&'a Doan),
    Them(&'a Doan),
}

#[derive(Default)]
struct SoSanh<'a> {
    tho: Vec<Tho<'a>>,
    so_thu_tu: Vec<String>,
}

impl<'a> SoSanh<'a> {
    fn khoi(&mut self, cu: &'a [Khoi], moi: &'a [Khoi]) {
        for buoc in can(cu, moi) {
            match buoc {
                Buoc::Cap(Khoi::Doan(a), Khoi::Doan(b)) => self.doan(a, b),
                Buoc::Cap(Khoi::Bang(a), Khoi::Bang(b)) => self.bang(a, b),
                Buoc::Cap(a, b) => {
                    self.mot_ben(a, false);
                    self.mot_ben(b, true);
                }
                Buoc::Bot(a) => self.mot_ben(a, false),
                Buoc::Them(b) => self.mot_ben(b, true),
            }
        }
    }

    fn mot_ben(&mut self, khoi: &'a Khoi, moi: bool) {
        match khoi {
            Khoi::Bang(bang) if bang.la_noi_dung() => {
                let text: Vec<String> = bang.hang.iter().map(chu_hang).collect();
                let what =
                    format!("cả bảng, {} hàng: {}", bang.hang.len(), cau::trich(&text.join("; ")));
                self.ca(ten_bang(bang), moi, &what, text.join("\n"));
                self.chu_thich_cua(&bang.cac_doan(), moi);
            }
            _ => khoi.cac_doan().into_iter().for_each(|doan| self.mot_doan(doan, moi)),
        }
    }

    fn mot_doan(&mut self, doan: &'a Doan, moi: bool) {
        if !doan.trong() {
            self.tho.push(if moi { Tho::Them(doan) } else { Tho::Bot(doan) });
        }
    }

    /// A whole thing that came or went.
    fn ca(&mut self, noi: String, moi: bool, what: &str, text: String) {
        let (loai, verb) = if moi { (Loai::Them, "thêm") } else { (Loai::Bot, "bớt") };
        let cau = format!("{noi}: {verb} {what}");
        let (old, new) = if moi { (None, Some(text)) } else { (Some(text), None) };
        self.tho.push(Tho::Xong(ThayDoi { loai, noi, cu: old, moi: new, cau }));
    }

    /// The notes of a thing that came or went whole.
    fn chu_thich_cua(&mut self, doan: &[&'a Doan], moi: bool) {
        doan.iter().flat_map(|d| &d.chu_thich).for_each(|note| self.ca_chu_thich(note, moi));
    }

    fn bang(&mut self, cu: &'a Bang, moi: &'a Bang) {
        // Asked once: it looks at every cell.
        let noi_dung = [cu.la_noi_dung(), moi.la_noi_dung()];
        if let Some(ghep) = (noi_dung == [true, true]).then(|| cot::ghep(cu, moi)).flatten() {
            return self.bang_khac_cot(cu, moi, &ghep);
        }
        for buoc in can(&cu.hang, &moi.hang) {
            match buoc {
                Buoc::Cap(a, b) => self.hang(a, b),
                Buoc::Bot(a) => self.mot_hang((cu, noi_dung[0]), a, false),
                Buoc::Them(b) => self.mot_hang((moi, noi_dung[1]), b, true),
            }
        }
    }

    /// Tables of which one has columns more: these, then what changed beside them.
    fn bang_khac_cot(&mut self, cu: &'a Bang, moi: &'a Bang, ghep: &GhepCot<'a>) {
        ghep.bot.iter().for_each(|cot| self.mot_cot(cu, cot, false));
        ghep.them.iter().for_each(|cot| self.mot_cot(moi, cot, true));
        let old = HangCon::cua(cu, |o| ghep.con_cu(o));
        let new = HangCon::cua(moi, |o| ghep.con(o));
        for buoc in can(&old, &new) {
            match buoc {
                Buoc::Cap(a, b) => self.hang_con(a, b, ghep),
                Buoc::Bot(a) => self.mot_hang((cu, true), a.hang, false),
                Buoc::Them(b) => self.mot_hang((moi, true), b.hang, true),
            }
        }
    }

    /// A column of a table that came or went.
    fn mot_cot(&mut self, bang: &Bang, cot: &Cot<'a>, moi: bool) {
        let text = cot.chu();
        let what = format!("{}, {} ô: {}", cot.ten(), text.len(), cau::trich(&text.join("; ")));
        self.ca(ten_bang(bang), moi, &what, text.join("\n"));
        self.chu_thich_cua(&cot.doan(), moi);
    }

    /// Cell by cell, by the columns that stayed.
    fn hang_con(&mut self, cu: &HangCon<'a>, moi: &HangCon<'a>, ghep: &GhepCot) {
        let covers = |b: &O, cot: usize| (b.cot..b.cot.saturating_add(b.gop_cot)).contains(&cot);
        let of = |a: &O| {
            let cot = ghep.moi_cua(a)?;
            moi.o.iter().position(|b| covers(b, cot))
        };
        let mut seen = HashSet::new();
        for o in &cu.o {
            let other = of(o).filter(|at| seen.insert(*at)).and_then(|at| moi.o.get(at));
            self.o(&o.khoi, other.map_or(&[], |b| b.khoi.as_slice()));
        }
        for (at, o) in moi.o.iter().enumerate() {
            if !seen.contains(&at) {
                self.khoi(&[], &o.khoi);
            }
        }
    }

    /// A row of a table, which holds text of the document or not, that came or went.
    fn mot_hang(&mut self, (bang, noi_dung): (&Bang, bool), hang: &'a Hang, moi: bool) {
        if !noi_dung {
            return hang.cac_doan().into_iter().for_each(|doan| self.mot_doan(doan, moi));
        }
        let text = chu_hang(hang);
        let what = format!("{} {}", hang.ten, cau::trich(&text));
        self.ca(ten_bang(bang), moi, &what, text);
        self.chu_thich_cua(&hang.cac_doan(), moi);
    }

    fn o(&mut self, cu: &'a [Khoi], moi: &'a [Khoi]) {
        match bang_long::doi(cu, moi) {
            Some(change) => self.tho.push(Tho::Xong(change)),
            None => self.khoi(cu, moi),
        }
    }

    /// Cell by cell, by the columns that they begin in.
    fn hang(&mut self, cu: &'a Hang, moi: &'a Hang) {
        for o in &cu.o {
            let other = moi.o.iter().find(|b| b.cot == o.cot);
            self.o(&o.khoi, other.map_or(&[], |b| b.khoi.as_slice()));
        }
        for o in moi.o.iter().filter(|b| cu.o.iter().all(|a| a.cot != b.cot)) {
            self.khoi(&[], &o.khoi);
        }
    }

    fn doan(&mut self, cu: &'a Doan, moi: &'a Doan) {
        let counted = |d: &Doan| d.so.as_ref().is_some_and(|so| so.dem);
        let both = counted(cu) && counted(moi);
        let (a, b) =
            if both { (cu.chu.clone(), moi.chu.clone()) } else { (cu.in_ra(), moi.in_ra()) };
        if let (true, Some(x), Some(y)) = (both, &cu.so, &moi.so)
            && chuan(&x.chu) != chuan(&y.chu)
        {
            self.so_thu_tu.push(format!("“{}” thành “{}”", x.chu, y.chu));
        }
        let sua = SuaChu::so(&a, &b);
        // What the office's own file calls a component may have lost its style in the other.
        let noi = if moi.thanh_phan == ThanhPhan::Thuong { cu.cho() } else { moi.cho() };
        let noi = if moi.thanh_phan == cu.thanh_phan { moi.cho() } else { noi };
        let ca_dong = cu.thanh_phan.o_dau_cuoi() || cu.thanh_phan == ThanhPhan::TenLoai;
        let inside = if ca_dong && chuan(&a) != chuan(&b) {
            Some(cau::thay(&a, &b))
        } else {
            cau::ben_trong(&sua)
        };
        if let Some(inside) = inside {
            let cau = format!("{noi}: {inside}");
            let (cu, moi) = (Some(a.clone()), Some(b.clone()));
            self.tho.push(Tho::Xong(ThayDoi { loai: Loai::Sua, noi, cu, moi, cau }));
        }
        self.chu_thich(cu, moi, &sua);
    }

    /// The notes of a paragraph: those at marks that both have, then those that came or went.
    fn chu_thich(&mut self, cu: &'a Doan, moi: &'a Doan, sua: &SuaChu) {
        for (x, y) in &sua.moc {
            if let (Some(a), Some(b)) = (cu.chu_thich.get(*x), moi.chu_thich.get(*y)) {
                self.khoi(a, b);
            }
        }
        for (old, new) in &sua.khac {
            let gone = sua.cu.moc_trong(old);
            let come = sua.moi.moc_trong(new);
            for note in gone.filter_map(|i| cu.chu_thich.get(i)) {
                self.ca_chu_thich(note, false);
            }
            for note in come.filter_map(|i| moi.chu_thich.get(i)) {
                self.ca_chu_thich(note, true);
            }
        }
    }

    fn ca_chu_thich(&mut self, note: &'a [Khoi], moi: bool) {
        let change = ca_chu_thich(note, moi);
        self.tho.push(Tho::Xong(change));
    }

    /// All changes, with what went here and came there told as one.
    fn xong(self) -> Vec<ThayDoi> {
        let moved = dich(&self.tho);
        let mut told = HashSet::new();
        let mut out = Vec::new();
        for (at, tho) in self.tho.iter().enumerate() {
            let (doan, moi) = match tho {
                Tho::Xong(change) => {
                    out.push(change.clone());
                    continue;
                }
                Tho::Bot(doan) => (doan, false),
                Tho::Them(doan) => (doan, true),
            };
            match moved.get(&at) {
                Some((gone, come)) => {
                    if let (Some(Tho::Bot(a)), Some(Tho::Them(b))) =
                        (self.tho.get(*gone), self.tho.get(*come))
                        && told.insert(*gone)
                    {
                        out.push(dich_cho(a, b));
                    }
                }
                None => {
                    out.push(bot_them(doan, moi));
                    out.extend(doan.chu_thich.iter().map(|note| ca_chu_thich(note, moi)));
                }
            }
        }
        if !self.so_thu_tu.is_empty() {
            let cau = format!("Số thứ tự do Word tự đánh: {}", self.so_thu_tu.join(", "));
            let noi = "Số thứ tự".to_owned();
            out.push(ThayDoi { loai: Loai::SoThuTu, noi, cu: None, moi: None, cau });
        }
        out
    }
}

/// Which paragraph that went is which that came: places of both, found by either.
fn dich(tho: &[Tho]) -> HashMap<usize, (usize, usize)> {
    let mut come: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (at, tho) in tho.iter().enumerate() {
        if let Tho::Them(doan) = tho {
            come.entry(dau_vet(doan)).or_default().push_back(at);
        }
    }
    let mut out = HashMap::new();
    for (gone, tho) in tho.iter().enumerate() {
        let Tho::Bot(doan) = tho else { continue };
        let mark = dau_vet(doan);
        // A few words alone may stand anywhere.
        if cac_tu(&mark).len() < 4 {
            continue;
        }
        if let Some(at) = come.get_mut(&mark).and_then(VecDeque::pop_front) {
            out.insert(gone, (gone, at));
            out.insert(at, (gone, at));
        }
    }
    out
}

/// What a paragraph says, notes and all.
fn dau_vet(doan: &Doan) -> String {
    let notes = doan.chu_thich.iter().flatten().flat_map(Khoi::cac_doan).map(Doan::in_ra);
    let all: Vec<String> = std::iter::once(doan.chu.clone()).chain(notes).collect();
    chuan(&all.join("\n"))
}

/// A note that came or went with its mark.
fn ca_chu_thich(note: &[Khoi], moi: bool) -> ThayDoi {
    let doan: Vec<&Doan> = note.iter().flat_map(Khoi::cac_doan).collect();
    let noi = doan.first().map(|doan| doan.noi.vung.clone()).unwrap_or_default();
    let text = doan.iter().map(|doan| doan.in_ra()).collect::<Vec<_>>().join("\n");
    let (loai, verb) = if moi { (Loai::Them, "thêm") } else { (Loai::Bot, "bớt") };
    let cau = format!("{noi}: {verb} chú thích {}", cau::trich(&text));
    let (old, new) = if moi { (None, Some(text)) } else { (Some(text), None) };
    ThayDoi { loai, noi, cu: old, moi: new, cau }
}

fn dich_cho(cu: &Doan, moi: &Doan) -> ThayDoi {
    let (from, to) = (cu.cho(), moi.cho());
    let text = moi.in_ra();
    let cau = format!("{from}: dời {} đến {to}", cau::trich(&text));
    ThayDoi { loai: Loai::Doi, noi: from, cu: Some(cu.in_ra()), moi: Some(text), cau }
}

fn bot_them(doan: &Doan, moi: bool) -> ThayDoi {
    let (loai, verb) = if moi { (Loai::Them, "thêm") } else { (Loai::Bot, "bớt") };
    let text = Some(doan.in_ra());
    let (old, new) = if moi { (None, text) } else { (text, None) };
    ThayDoi { loai, noi: doan.cho(), cu: old, moi: new, cau: cau::ca_doan(verb, doan) }
}

/// `Bảng 2`; of one inside a cell, the cell.
fn ten_bang(bang: &Bang) -> String {
    let cell = bang.cac_doan().first().map(|doan| doan.noi.vung.clone()).unwrap_or_default();
    match bang.thu {
        0 => format!("{cell}, bảng trong ô"),
        thu => format!("Bảng {thu}"),
    }
}

/// A row on one line.
fn chu_hang(hang: &Hang) -> String {
    let cell = |khoi: &[Khoi]| {
        let doan = khoi.iter().flat_map(Khoi::cac_doan).map(Doan::in_ra);
        doan.collect::<Vec<_>>().join(" ").trim().to_owned()
    };
    hang.o.iter().map(|o| cell(&o.khoi)).collect::<Vec<_>>().join(" | ")
}
