//! Two versions of a document → what changed, place by place, in sentences.

pub mod can;
mod cau;
pub mod chuan;
pub mod sua_chu;
pub mod trinh_bay;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::word::doc_word::{Bang, Doan, Hang, Khoi, ThanhPhan};
use can::{Buoc, can};
use chuan::{cac_tu, chuan};
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
                let noi = format!("Bảng {}", bang.thu);
                let what =
                    format!("cả bảng, {} hàng: {}", bang.hang.len(), cau::trich(&text.join("; ")));
                self.ca(noi, moi, &what, text.join("\n"));
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

    fn bang(&mut self, cu: &'a Bang, moi: &'a Bang) {
        for buoc in can(&cu.hang, &moi.hang) {
            match buoc {
                Buoc::Cap(a, b) => self.hang(a, b),
                Buoc::Bot(a) => self.mot_hang(cu, a, false),
                Buoc::Them(b) => self.mot_hang(moi, b, true),
            }
        }
    }

    fn mot_hang(&mut self, bang: &'a Bang, hang: &'a Hang, moi: bool) {
        if !bang.la_noi_dung() {
            return hang.cac_doan().into_iter().for_each(|doan| self.mot_doan(doan, moi));
        }
        let text = chu_hang(hang);
        let what = format!("{} {}", hang.ten, cau::trich(&text));
        self.ca(format!("Bảng {}", bang.thu), moi, &what, text);
    }

    /// Cell by cell, by the columns that they begin in.
    fn hang(&mut self, cu: &'a Hang, moi: &'a Hang) {
        for o in &cu.o {
            let other = moi.o.iter().find(|b| b.cot == o.cot);
            self.khoi(&o.khoi, other.map_or(&[], |b| b.khoi.as_slice()));
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
        let noi = cau::noi(if moi.thanh_phan == ThanhPhan::Thuong { cu } else { moi });
        let noi = if moi.thanh_phan == cu.thanh_phan { cau::noi(moi) } else { noi };
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
            for note in gone.into_iter().filter_map(|i| cu.chu_thich.get(i)) {
                self.ca_chu_thich(note, false);
            }
            for note in come.into_iter().filter_map(|i| moi.chu_thich.get(i)) {
                self.ca_chu_thich(note, true);
            }
        }
    }

    fn ca_chu_thich(&mut self, note: &'a [Khoi], moi: bool) {
        let doan: Vec<&Doan> = note.iter().flat_map(Khoi::cac_doan).collect();
        let noi = doan.first().map(|doan| doan.noi.vung.clone()).unwrap_or_default();
        let text = doan.iter().map(|doan| doan.in_ra()).collect::<Vec<_>>().join("\n");
        let what = format!("chú thích {}", cau::trich(&text));
        self.ca(noi, moi, &what, text);
    }

    /// All changes, with what went here and came there told as one.
    fn xong(mut self) -> Vec<ThayDoi> {
        let mut out = Vec::new();
        for i in 0..self.tho.len() {
            let doi = match self.tho.get(i) {
                Some(Tho::Bot(a)) => {
                    self.tho.iter().position(|t| matches!(t, Tho::Them(b) if cung(a, b)))
                }
                _ => None,
            };
            let here = doi.and_then(|j| match (self.tho.get(i), self.tho.get(j)) {
                (Some(Tho::Bot(a)), Some(Tho::Them(b))) => Some((j, dich_cho(a, b))),
                _ => None,
            });
            if let Some((j, change)) = here {
                if let Some(slot) = self.tho.get_mut(j) {
                    *slot = Tho::Xong(change.clone());
                }
                if let Some(slot) = self.tho.get_mut(i) {
                    *slot = Tho::Xong(change);
                }
            }
        }
        for tho in self.tho {
            let change = match tho {
                Tho::Xong(change) => change,
                Tho::Bot(doan) => bot_them(doan, false),
                Tho::Them(doan) => bot_them(doan, true),
            };
            if change.loai != Loai::Doi || !out.contains(&change) {
                out.push(change);
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

/// Whether a paragraph that went is the one that came; a few words alone may stand anywhere.
fn cung(cu: &Doan, moi: &Doan) -> bool {
    let text = chuan(&cu.chu);
    text == chuan(&moi.chu) && cac_tu(&text).len() >= 4
}

fn dich_cho(cu: &Doan, moi: &Doan) -> ThayDoi {
    let (from, to) = (cau::noi(cu), cau::noi(moi));
    let text = moi.in_ra();
    let cau = format!("{from}: dời {} đến {to}", cau::trich(&text));
    ThayDoi { loai: Loai::Doi, noi: from, cu: Some(cu.in_ra()), moi: Some(text), cau }
}

fn bot_them(doan: &Doan, moi: bool) -> ThayDoi {
    let (loai, verb) = if moi { (Loai::Them, "thêm") } else { (Loai::Bot, "bớt") };
    let text = Some(doan.in_ra());
    let (old, new) = if moi { (None, text) } else { (text, None) };
    ThayDoi { loai, noi: cau::noi(doan), cu: old, moi: new, cau: cau::ca_doan(verb, doan) }
}

/// A row on one line.
fn chu_hang(hang: &Hang) -> String {
    let cell = |khoi: &[Khoi]| {
        let doan = khoi.iter().flat_map(Khoi::cac_doan).map(Doan::in_ra);
        doan.collect::<Vec<_>>().join(" ").trim().to_owned()
    };
    hang.o.iter().map(|o| cell(&o.khoi)).collect::<Vec<_>>().join(" | ")
}
