//! The logical structure: [`CauTruc`] → the tags of PDF (ISO 32000-1, 14.8.4).

use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};

use krilla::tagging::{
    Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::internal;
use crate::diagnostic::Diagnostic;
use crate::layout::trang::{CauTruc, Con, La, Nut, Vai};

/// Documents go ten deep or so; whoever goes through the file does it with a stack of his own.
const SAU_NHAT: usize = 100;

/// The structure with what has been drawn of each leaf so far.
pub(super) struct Cay<'a> {
    nut: &'a [Nut],
    la: BTreeMap<La, Vec<Identifier>>,
}

impl<'a> Cay<'a> {
    /// An error if it is no tree: every part and every leaf has one place.
    pub(super) fn new(cau_truc: &'a CauTruc) -> Result<Self, Vec<Diagnostic>> {
        let nut = cau_truc.nut.as_slice();
        let la = cac_la(nut).ok_or_else(|| internal("cây cấu trúc hỏng"))?;
        Ok(Self { nut, la })
    }

    /// Whether the structure has the leaf.
    pub(super) fn co(&self, la: La) -> bool {
        self.la.contains_key(&la)
    }

    /// One more piece of a leaf.
    pub(super) fn them(&mut self, la: La, manh: Identifier) {
        self.la.entry(la).or_default().push(manh);
    }

    /// The tags of the file, under the one of the document.
    pub(super) fn the(mut self) -> TagTree {
        let goc = self.nut.first();
        TagTree::from(goc.map(|goc| self.cac_con(goc, 0)).unwrap_or_default())
    }

    fn cac_con(&mut self, nut: &'a Nut, sau: usize) -> Vec<Node> {
        let mut out = Vec::with_capacity(nut.con.len());
        for con in &nut.con {
            match con {
                Con::Nut(so) => out.extend(self.nhom(*so, sau.saturating_add(1)).map(Node::from)),
                Con::La(la) => {
                    let manh = self.la.get_mut(la).map(std::mem::take).unwrap_or_default();
                    out.extend(trong_khoi(&nut.vai, manh.into_iter().map(Node::from).collect()));
                }
            }
        }
        out
    }

    fn nhom(&mut self, so: usize, sau: usize) -> Option<TagGroup> {
        let nut = self.nut.get(so)?;
        let con = self.cac_con(nut, sau);
        let con = if nut.vai == Vai::Bang { chia_bang(con) } else { con };
        Some(TagGroup::with_children(the(&nut.vai, sau), con))
    }
}

/// Every leaf of the tree; none if a part or a leaf is missing, has two places or lies too deep.
fn cac_la(nut: &[Nut]) -> Option<BTreeMap<La, Vec<Identifier>>> {
    let mut la = BTreeMap::new();
    let mut da_qua = vec![false; nut.len()];
    let mut cho = vec![(0, 0_usize)];
    while let Some((so, sau)) = cho.pop() {
        if sau > SAU_NHAT || std::mem::replace(da_qua.get_mut(so)?, true) {
            return None;
        }
        for con in &nut.get(so)?.con {
            match con {
                Con::Nut(con) => cho.push((*con, sau.saturating_add(1))),
                Con::La(con) => la.insert(*con, Vec::new()).is_none().then_some(())?,
            }
        }
    }
    Some(la)
}

/// ISO 32000-1, 14.8.4.2: what only groups has no content of its own.
fn trong_khoi(vai: &Vai, manh: Vec<Node>) -> Vec<Node> {
    match vai {
        Vai::TaiLieu | Vai::Phan if !manh.is_empty() => {
            vec![TagGroup::with_children(Tag::P, manh).into()]
        }
        _ => manh,
    }
}

fn the(vai: &Vai, sau: usize) -> TagKind {
    match vai {
        Vai::TaiLieu => Tag::Part.into(),
        Vai::Phan if sau <= 1 => Tag::Part.into(),
        Vai::Phan => Tag::Section.into(),
        Vai::DeMuc(cap, chu) => {
            let cap = NonZeroU16::new(u16::from(*cap)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(cap, Some(chu.clone())).into()
        }
        Vai::Doan => Tag::P.into(),
        // The marks are the document's own words.
        Vai::DanhSach => Tag::L(ListNumbering::None).into(),
        Vai::MucDanhSach => Tag::LI.into(),
        Vai::DauMuc => Tag::Lbl.into(),
        Vai::ThanMuc => Tag::LBody.into(),
        Vai::Bang => Tag::Table.into(),
        Vai::Hang => Tag::TR.into(),
        Vai::ODau { gop_cot, gop_hang } => Tag::TH(TableHeaderScope::Column)
            .with_col_span(gop(*gop_cot))
            .with_row_span(gop(*gop_hang))
            .into(),
        Vai::O { gop_cot, gop_hang } => {
            Tag::TD.with_col_span(gop(*gop_cot)).with_row_span(gop(*gop_hang)).into()
        }
        Vai::DauChuThich => Tag::Reference.into(),
        Vai::ChuThich => Tag::Note.into(),
        Vai::Hinh(mo_ta) => Tag::Figure(Some(mo_ta.clone())).into(),
        // Its field makes a Form of it.
        Vai::ODien => Tag::Link.into(),
    }
}

/// How many columns or rows a cell takes; one needs no word.
fn gop(so: usize) -> Option<NonZeroU32> {
    u32::try_from(so).ok().filter(|so| *so > 1).and_then(NonZeroU32::new)
}

/// ISO 32000-1, 14.8.4.3.4: the rows of the head in a group, and the others in another.
fn chia_bang(hang: Vec<Node>) -> Vec<Node> {
    let dau = hang.iter().take_while(|hang| hang_dau(hang)).count();
    if dau == 0 || dau == hang.len() {
        return hang;
    }
    let mut hang = hang.into_iter();
    let dau = hang.by_ref().take(dau).collect();
    let than = hang.collect();
    vec![
        TagGroup::with_children(Tag::THead, dau).into(),
        TagGroup::with_children(Tag::TBody, than).into(),
    ]
}

/// Whether all cells of a row are of the head.
fn hang_dau(hang: &Node) -> bool {
    let o_dau = |o: &Node| matches!(o, Node::Group(o) if matches!(o.tag, TagKind::TH(_)));
    matches!(hang, Node::Group(hang) if !hang.children.is_empty() && hang.children.iter().all(o_dau))
}
