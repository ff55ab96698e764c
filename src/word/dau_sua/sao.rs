//! What the older version had, as it may stand in the newer file: its text, its styles by name, and no
//! reference that leads nowhere there.

use super::doan::ChuyenManh;
use super::vet::{Muc, Vet};
use crate::word::doc_word::{Bang, Doan, Hang, Khoi, Manh, TepWord, Than, bat, chu_moi};
use crate::writers::docx::xml::{Element, Node, el, val};

/// Copies from the older file into the newer.
pub(super) struct Sao<'a> {
    pub cu: &'a TepWord,
    moi: &'a TepWord,
    /// Footnotes that only the older version has.
    pub notes: Vec<Element>,
    /// The number that the next of them takes; none if the newer file has no part for notes.
    next_note: Option<u64>,
}

/// Looks of a run that are copied.
const CHU: [&str; 8] = ["w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:strike", "w:u", "w:vertAlign"];

/// Parts of runs that lead nowhere else.
const TU_DAT: [&str; 9] = [
    "w:tab",
    "w:ptab",
    "w:br",
    "w:cr",
    "w:sym",
    "w:noBreakHyphen",
    "w:softHyphen",
    "w:footnoteRef",
    "w:endnoteRef",
];

impl<'a> Sao<'a> {
    pub fn moi(cu: &'a TepWord, moi: &'a TepWord, next_note: Option<u64>) -> Self {
        Self { cu, moi, notes: Vec::new(), next_note }
    }

    /// A paragraph that went.
    pub fn doan(&mut self, doan: &Doan, in_note: bool, muc: &mut Muc) -> Element {
        let source = self.nguon(doan, in_note);
        let (properties, typed) = self.thuoc_tinh(doan, source);
        let mut out = el("w:p").child(properties);
        if let Some(so) = typed {
            let text = el("w:delText").attr("xml:space", "preserve").text(&format!("{so} "));
            out = out.child(muc.dau(Vet::Bot).child(el("w:r").child(text)));
        }
        let pieces = source.map(|p| self.cu.manh(p)).unwrap_or_default();
        out.children.extend(self.bot(ChuyenManh::moi(&pieces).con_lai(), doan, 0, muc));
        muc.dau_doan(&mut out, Vet::Bot);
        out
    }

    /// Pieces of `doan` as text that went; the first mark among them is its note number `note`.
    pub fn bot(
        &mut self,
        pieces: Vec<(String, &Manh)>,
        doan: &Doan,
        mut note: usize,
        muc: &mut Muc,
    ) -> Vec<Node> {
        let mut out = Vec::new();
        for (chu, piece) in pieces.into_iter().filter(|(chu, _)| !chu.is_empty()) {
            let run = match piece.ten() {
                "w:footnoteReference" | "w:endnoteReference" => {
                    let khoi = doan.chu_thich.get(note).map_or(&[][..], Vec::as_slice);
                    note = note.saturating_add(1);
                    let foot = piece.ten() == "w:footnoteReference";
                    match self.ghi_chu(khoi).filter(|_| foot) {
                        Some(run) => run,
                        None => continue,
                    }
                }
                _ => self.nut(&chu, piece, "w:delText"),
            };
            out.push(Node::Element(muc.dau(Vet::Bot).child(run)));
        }
        out
    }

    /// A row that went.
    pub fn hang(&mut self, hang: &Hang, muc: &mut Muc) -> Element {
        let source = self.cu.than.at(&hang.duong);
        let mut out = el("w:tr");
        // Written anew: programs differ in how they say that a property of a row is on.
        let properties = source.and_then(|row| row.find("w:trPr"));
        let on = |name: &&str| properties.and_then(|p| p.find(name)).is_some_and(bat);
        let kept = ["w:cantSplit", "w:tblHeader"].into_iter().filter(on).map(el);
        out = out.child(el("w:trPr").children(kept));
        for o in &hang.o {
            let cell = self.cu.than.at(&o.duong).and_then(|cell| cell.find("w:tcPr"));
            let properties =
                cell.map(|p| chon(p, &["w:tcW", "w:gridSpan", "w:vMerge", "w:vAlign"]));
            let mut copy = el("w:tc").children(properties);
            let doan: Vec<&Doan> = o.khoi.iter().flat_map(Khoi::cac_doan).collect();
            copy.children.extend(doan.into_iter().map(|d| Node::Element(self.doan(d, false, muc))));
            if copy.find("w:p").is_none() {
                copy = copy.child(el("w:p"));
            }
            out = out.child(copy);
        }
        muc.dau_hang(&mut out, Vet::Bot);
        out
    }

    /// A table that went.
    pub fn bang(&mut self, bang: &Bang, muc: &mut Muc) -> Element {
        let source = self.cu.than.at(&bang.duong);
        let mut out = el("w:tbl");
        let mut properties = el("w:tblPr");
        if let Some(p) = source.and_then(|table| table.find("w:tblPr")) {
            properties = properties
                .children(self.kieu(p.val_of("w:tblStyle")).map(|id| val("w:tblStyle", id)));
            let kept =
                chon(p, &["w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]);
            properties.children.extend(kept.children);
        }
        out = out.child(properties);
        out =
            out.child(source.and_then(|t| t.find("w:tblGrid")).cloned().unwrap_or(el("w:tblGrid")));
        let rows: Vec<Element> = bang.hang.iter().map(|hang| self.hang(hang, muc)).collect();
        out.children(rows)
    }

    /// The paragraph in the older file.
    pub fn nguon(&self, doan: &Doan, in_note: bool) -> Option<&'a Element> {
        let tree = if in_note { self.cu.chu_thich.as_ref()? } else { &self.cu.than };
        tree.at(&doan.duong)
    }

    /// The properties of a copied paragraph, and its number where the style does not bring it.
    fn thuoc_tinh(&self, doan: &Doan, source: Option<&Element>) -> (Element, Option<String>) {
        let properties = source.and_then(|p| p.find("w:pPr"));
        let style = self.kieu(properties.and_then(|p| p.val_of("w:pStyle")));
        // What the style would print in the newer file, and what the older one printed.
        let brings = style.as_deref().and_then(|id| self.moi.so_cua_kieu(id));
        let agree = match (&brings, &doan.so) {
            (Some(new), Some(old)) => new.dem == old.dem && (old.dem || new.chu == old.chu),
            (new, old) => new.is_none() && old.is_none(),
        };
        // A style with a list of another kind stays away: its number would be printed beside the typed one.
        let style = style.filter(|_| agree || brings.is_none());
        let style = style.or_else(|| self.moi.kieu.id_cua("VT Thân bài").map(str::to_owned));
        let mut out = el("w:pPr").children(style.map(|id| val("w:pStyle", id)));
        out = out.children(properties.and_then(|p| p.find("w:jc")).cloned());
        let typed = doan.so.as_ref().filter(|_| !agree).map(|so| so.chu.clone());
        (out, typed)
    }

    /// The id that a style of the older file has in the newer.
    fn kieu(&self, id: Option<&str>) -> Option<String> {
        let name = self.cu.kieu.ten(Some(id?));
        self.moi.kieu.id_cua(name).map(str::to_owned)
    }

    /// A piece as it may stand in the other file: an equation and what Word sets itself as they are, all
    /// else as the letters that it shows, in an element `text`.
    fn nut(&self, chu: &str, piece: &Manh, text: &str) -> Element {
        let part = match &piece.than {
            Than::Nguyen(elements) => match elements.as_slice() {
                [math] if math.name.starts_with("m:oMath") => return math.clone(),
                _ => chu_moi(text, chu),
            },
            Than::Run(part) if TU_DAT.contains(&part.name.as_str()) => part.clone(),
            Than::Run(_) => chu_moi(text, chu),
        };
        el("w:r").children(self.rpr(piece)).child(part)
    }

    fn rpr(&self, piece: &Manh) -> Option<Element> {
        let source = piece.rpr.as_ref()?;
        let style = self.kieu(source.val_of("w:rStyle")).map(|id| val("w:rStyle", id));
        let mut out = el("w:rPr").children(style);
        out.children.extend(chon(source, &CHU).children);
        (!out.is_bare()).then_some(out)
    }

    /// A run with the mark of a note that went; the note itself joins the newer file's.
    fn ghi_chu(&mut self, khoi: &[Khoi]) -> Option<Element> {
        let id = self.next_note?;
        self.next_note = Some(id.saturating_add(1));
        let doan: Vec<&Doan> = khoi.iter().flat_map(Khoi::cac_doan).collect();
        let mut note = el("w:footnote").attr("w:id", id);
        for d in doan {
            let source = self.nguon(d, true);
            let (properties, typed) = self.thuoc_tinh(d, source);
            let mut copy = el("w:p").child(properties);
            if let Some(so) = typed {
                let text = el("w:t").attr("xml:space", "preserve").text(&format!("{so} "));
                copy = copy.child(el("w:r").child(text));
            }
            let pieces = source.map(|p| self.cu.manh(p)).unwrap_or_default();
            for piece in &pieces {
                let shows = !piece.chu.is_empty() || piece.ten() == "w:footnoteRef";
                let run = self.nut(&piece.chu, piece, "w:t");
                copy.children.extend(shows.then_some(Node::Element(run)));
            }
            note = note.child(copy);
        }
        if note.find("w:p").is_none() {
            note = note.child(el("w:p"));
        }
        self.notes.push(note);
        let mark = el("w:footnoteReference").attr("w:id", id);
        let raised = val("w:vertAlign", "superscript");
        let look = self.moi.kieu.id_cua("footnote reference").map(|id| val("w:rStyle", id));
        Some(el("w:r").child(el("w:rPr").child(look.unwrap_or(raised))).child(mark))
    }
}

/// The element with only these children.
fn chon(element: &Element, names: &[&str]) -> Element {
    let kept = element.elements().filter(|child| names.contains(&child.name.as_str()));
    el(&element.name).children(kept.cloned())
}
