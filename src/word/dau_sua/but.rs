//! The pen: goes through both versions as [`so_sanh`](crate::word::so_sanh) does, notes what is to be
//! marked where, and then sets the newer tree anew.

use std::collections::BTreeMap;

use super::doan::{ChuyenManh, Khuc, cac_khuc, giu, them};
use super::sao::Sao;
use super::vet::{Muc, Vet};
use super::{cuoi, phan_tu, so_lon_nhat};
use crate::word::doc_word::{Bang, Doan, Hang, Khoi, Manh, TepWord, lien_khoi};
use crate::word::so_sanh::can::{Buoc, can};
use crate::word::so_sanh::chuan::chuan;
use crate::writers::docx::xml::{Element, Node, el};

/// What becomes of an element of the newer tree, by its path.
#[derive(Default)]
struct Sua {
    /// What stands in its place.
    thay: BTreeMap<Vec<usize>, Element>,
    truoc: BTreeMap<Vec<usize>, Vec<Element>>,
    sau: BTreeMap<Vec<usize>, Vec<Element>>,
    /// Rows that came.
    hang: Vec<Vec<usize>>,
}

pub(super) struct But<'a> {
    moi: &'a TepWord,
    sao: Sao<'a>,
    muc: Muc,
    than: Sua,
    chu_thich: Sua,
    in_note: bool,
}

impl<'a> But<'a> {
    pub fn moi(cu: &'a TepWord, moi: &'a TepWord) -> Self {
        let notes = moi.chu_thich.as_ref();
        let largest = notes.map_or(0, so_lon_nhat).max(so_lon_nhat(&moi.than));
        let first = largest.saturating_add(1);
        let next_note = notes.map(|_| first);
        let ngay = moi.ngay_tao().or_else(|| cu.ngay_tao());
        Self {
            moi,
            sao: Sao::moi(cu, moi, next_note),
            muc: Muc::moi(first, ngay),
            than: Sua::default(),
            chu_thich: Sua::default(),
            in_note: false,
        }
    }

    fn sua(&mut self) -> &mut Sua {
        if self.in_note { &mut self.chu_thich } else { &mut self.than }
    }

    /// Goes through the blocks of a text, a cell or a note.
    pub fn so(&mut self, cu: &'a [Khoi], moi: &'a [Khoi]) {
        let mut cho = Cho { truoc: moi.first().map(duong), sau: None };
        for buoc in can(cu, moi) {
            match buoc {
                Buoc::Cap(Khoi::Doan(a), Khoi::Doan(b)) if cung_so(a, b) => {
                    self.doan(a, b);
                    cho.qua(&b.duong);
                }
                Buoc::Cap(Khoi::Bang(a), Khoi::Bang(b)) => {
                    self.bang(a, b);
                    cho.qua(&b.duong);
                }
                Buoc::Cap(a, b) => {
                    self.bot(a, &cho);
                    self.them(b);
                    cho.qua(duong(b));
                }
                Buoc::Bot(a) => self.bot(a, &cho),
                Buoc::Them(b) => {
                    self.them(b);
                    cho.qua(duong(b));
                }
            }
        }
    }

    /// What went, put where it was.
    fn bot(&mut self, khoi: &'a Khoi, cho: &Cho) {
        let gone = match khoi {
            Khoi::Doan(doan) => vec![self.sao.doan(doan, self.in_note, &mut self.muc)],
            // Two tables with nothing between would become one.
            Khoi::Bang(bang) => {
                let apart = |muc: &mut Muc| {
                    let mut p = el("w:p");
                    muc.dau_doan(&mut p, Vet::Bot);
                    p
                };
                let before = apart(&mut self.muc);
                let table = self.sao.bang(bang, &mut self.muc);
                vec![before, table, apart(&mut self.muc)]
            }
        };
        self.dat(cho, gone);
    }

    fn dat(&mut self, cho: &Cho, elements: Vec<Element>) {
        let sua = self.sua();
        match (cho.sau, cho.truoc) {
            (Some(path), _) => sua.sau.entry(path.to_vec()).or_default().extend(elements),
            (None, Some(path)) => sua.truoc.entry(path.to_vec()).or_default().extend(elements),
            (None, None) => {}
        }
    }

    fn them(&mut self, khoi: &'a Khoi) {
        match khoi {
            Khoi::Doan(doan) => self.them_doan(doan),
            Khoi::Bang(bang) => bang.hang.iter().for_each(|hang| self.them_hang(hang)),
        }
    }

    fn them_hang(&mut self, hang: &'a Hang) {
        self.than.hang.push(hang.duong.clone());
        hang.cac_doan().into_iter().for_each(|doan| self.them_doan(doan));
    }

    fn them_doan(&mut self, doan: &'a Doan) {
        let Some(source) = self.nguon(doan) else { return };
        let mut out = khung(source);
        let pieces = self.moi.manh(source);
        out.children.extend(them(ChuyenManh::moi(&pieces).con_lai(), &mut self.muc));
        self.muc.dau_doan(&mut out, Vet::Them);
        self.sua().thay.insert(doan.duong.clone(), out);
    }

    /// A table that both have. Rows whose cells don't match go and come whole.
    fn bang(&mut self, cu: &'a Bang, moi: &'a Bang) {
        let mut cho = Cho { truoc: moi.hang.first().map(|hang| hang.duong.as_slice()), sau: None };
        for buoc in can(&cu.hang, &moi.hang) {
            match buoc {
                Buoc::Cap(a, b) if cung_o(a, b) => {
                    a.o.iter().zip(&b.o).for_each(|(x, y)| self.so(&x.khoi, &y.khoi));
                    cho.qua(&b.duong);
                }
                Buoc::Cap(a, b) => {
                    self.bot_hang(a, &cho);
                    self.them_hang(b);
                    cho.qua(&b.duong);
                }
                Buoc::Bot(a) => self.bot_hang(a, &cho),
                Buoc::Them(b) => {
                    self.them_hang(b);
                    cho.qua(&b.duong);
                }
            }
        }
    }

    fn bot_hang(&mut self, hang: &'a Hang, cho: &Cho) {
        let gone = self.sao.hang(hang, &mut self.muc);
        self.dat(cho, vec![gone]);
    }

    /// A paragraph that both have.
    fn doan(&mut self, cu: &'a Doan, moi: &'a Doan) {
        let same = chuan(&cu.chu) == chuan(&moi.chu);
        let manh_cu = self.sao.nguon(cu, self.in_note).map(|p| self.sao.cu.manh(p));
        let manh_cu = manh_cu.unwrap_or_default();
        let manh_moi = self.nguon(moi).map(|p| self.moi.manh(p)).unwrap_or_default();
        let khuc = match same {
            true => vec![Khuc::Giu(0..cu.chu.len(), 0..moi.chu.len())],
            false => cac_khuc(&cu.chu, &moi.chu, &lien_khoi(&manh_cu), &lien_khoi(&manh_moi)),
        };
        let marks = |text: &str, end: usize| {
            text.get(..end).map_or(0, |t| t.matches(crate::word::doc_word::MOC_CHU_THICH).count())
        };
        for k in &khuc {
            let Khuc::Giu(old, new) = k else { continue };
            let from = (marks(&cu.chu, old.start), marks(&moi.chu, new.start));
            let count = marks(&moi.chu, new.end).saturating_sub(from.1);
            for i in 0..count {
                self.chu_thich(cu, from.0.saturating_add(i), moi, from.1.saturating_add(i));
            }
        }
        if !same {
            self.trong_doan(cu, moi, &khuc, [&manh_cu, &manh_moi], |end| marks(&cu.chu, end));
        }
    }

    fn trong_doan(
        &mut self,
        cu: &'a Doan,
        moi: &'a Doan,
        khuc: &[Khuc],
        [old, new]: [&[Manh]; 2],
        marks: impl Fn(usize) -> usize,
    ) {
        let Some(source) = self.nguon(moi) else { return };
        let (mut old, mut new) = (ChuyenManh::moi(old), ChuyenManh::moi(new));
        let mut out = khung(source);
        for k in khuc {
            let nodes = match k {
                Khuc::Giu(o, n) => {
                    old.den(o.end);
                    giu(new.den(n.end))
                }
                Khuc::Them(n) => them(new.den(n.end), &mut self.muc),
                Khuc::Bot(o) => self.sao.bot(old.den(o.end), cu, marks(o.start), &mut self.muc),
            };
            out.children.extend(nodes);
        }
        out.children.extend(giu(new.con_lai()));
        self.sua().thay.insert(moi.duong.clone(), out);
    }

    /// A note that both have. Only footnotes are marked inside.
    fn chu_thich(&mut self, cu: &'a Doan, x: usize, moi: &'a Doan, y: usize) {
        let in_notes = |tree: Option<&Element>, khoi: &[Khoi]| {
            let name = khoi.first().and_then(|k| tree?.at(duong(k))).map(|e| e.name.as_str());
            name == Some("w:p")
        };
        let (Some(a), Some(b)) = (cu.chu_thich.get(x), moi.chu_thich.get(y)) else { return };
        if self.in_note || !in_notes(self.moi.chu_thich.as_ref(), b) {
            return;
        }
        self.in_note = true;
        self.so(a, b);
        self.in_note = false;
    }

    fn nguon(&self, doan: &Doan) -> Option<&'a Element> {
        let moi = self.moi;
        let tree = if self.in_note { moi.chu_thich.as_ref()? } else { &moi.than };
        tree.at(&doan.duong)
    }

    /// The trees with all marks in them.
    pub fn ap_dung(mut self) -> (Element, Option<Element>) {
        let than = self.than.dat_lai(&self.moi.than, &mut Vec::new(), &mut self.muc);
        let mut notes = self.moi.chu_thich.as_ref();
        let notes = notes.take().map(|tree| {
            let mut out = self.chu_thich.dat_lai(tree, &mut Vec::new(), &mut self.muc);
            out.children.extend(self.sao.notes.drain(..).map(phan_tu));
            out
        });
        (than, notes)
    }
}

/// Where what went is put: after the last block that stays, else before the first.
struct Cho<'a> {
    truoc: Option<&'a [usize]>,
    sau: Option<&'a [usize]>,
}

impl<'a> Cho<'a> {
    fn qua(&mut self, path: &'a [usize]) {
        self.sau = Some(path);
    }
}

fn duong(khoi: &Khoi) -> &[usize] {
    match khoi {
        Khoi::Doan(doan) => &doan.duong,
        Khoi::Bang(bang) => &bang.duong,
    }
}

/// Whether two paragraphs begin alike: with a number that Word counts, whichever it is, or with the
/// same mark. A list can't be tracked inside a paragraph, so others go and come whole.
fn cung_so(a: &Doan, b: &Doan) -> bool {
    match (&a.so, &b.so) {
        (Some(x), Some(y)) => x.dem == y.dem && (x.dem || x.chu == y.chu),
        (x, y) => x.is_none() && y.is_none() || chuan(&a.in_ra()) == chuan(&b.in_ra()),
    }
}

/// Whether two rows have cells over the same columns.
fn cung_o(a: &Hang, b: &Hang) -> bool {
    let shape = |hang: &Hang| hang.o.iter().map(|o| (o.cot, o.gop_cot)).collect::<Vec<_>>();
    shape(a) == shape(b)
}

/// A paragraph with nothing but its properties.
fn khung(source: &Element) -> Element {
    let attributes = source.attributes.clone();
    let children = source.find("w:pPr").cloned().map(Node::Element).into_iter().collect();
    Element { name: source.name.clone(), attributes, children }
}

impl Sua {
    /// The element at `path`, and all in it, as it is to be.
    fn dat_lai(&self, element: &Element, path: &mut Vec<usize>, muc: &mut Muc) -> Element {
        if let Some(instead) = self.thay.get(path) {
            return instead.clone();
        }
        let mut out = Element {
            name: element.name.clone(),
            attributes: element.attributes.clone(),
            children: Vec::with_capacity(element.children.len()),
        };
        for (index, node) in element.children.iter().enumerate() {
            let Node::Element(child) = node else {
                out.children.push(node.clone());
                continue;
            };
            path.push(index);
            let around = |at: &BTreeMap<Vec<usize>, Vec<Element>>| -> Vec<Node> {
                at.get(path.as_slice())
                    .cloned()
                    .unwrap_or_default()
                    .into_iter()
                    .map(phan_tu)
                    .collect()
            };
            let (before, after) = (around(&self.truoc), around(&self.sau));
            out.children.extend(before);
            out.children.push(phan_tu(self.dat_lai(child, path, muc)));
            out.children.extend(after);
            path.pop();
        }
        if self.hang.iter().any(|row| row == path) {
            muc.dau_hang(&mut out, Vet::Them);
        }
        if matches!(out.name.as_str(), "w:tc" | "w:body" | "w:footnote") {
            cuoi::dau_cuoi(&mut out, muc);
        }
        out
    }
}
