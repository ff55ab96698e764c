//! Walks realized content and turns it into [`Block`]s. An element that a Word file can't hold is an
//! error at its place in the template, never a silent loss.

use serde::{Deserialize, Serialize};
use typst::diag::{At, SourceDiagnostic, SourceResult};
use typst::ecow::{EcoString, EcoVec, eco_format, eco_vec};
use typst::engine::Engine;
use typst::foundations::{Content, NativeElement, Packed, StyleChain, Value};
use typst::introspection::{MetadataElem, SplitLocator, Tag, TagElem};
use typst::layout::{AlignElem, HAlignment, PageElem, PagebreakElem};
use typst::model::{
    DocumentInfo, EnumElem, FootnoteBody, FootnoteElem, HeadingElem, ListElem, ParElem,
    ParbreakElem, TableElem,
};
use typst::routines::{Arenas, FragmentKind, Pair, RealizationKind};
use typst::syntax::Span;
use typst::text::{FontStyle, FontWeight, ItalicToggle, SpaceElem, TextElem, WeightDelta};

use super::chuoi;
use super::dau_muc::{bo_sung, enum_mark, list_mark, so_cham};
use super::goc::CacManh;
use super::inline::{InlineWriter, is_inline};
use super::introspect::Collector;
use super::letters::Letters;
use super::rieng::rieng;
use crate::compose::document::{
    Block, Canh, Heading, Inline, Item, KieuDeMuc, Paragraph, Text, plain_text,
};
use crate::model::chu_dau::ngoac_thuong;
use crate::model::than_bai::{CauTruc, DanhSo, so_tu_chu};

const CHU_THICH: &str = "chú thích";

/// An appendix as the template opens it; its number and reference line are the layout's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MoPhuLuc {
    pub tieu_de: Text,
    pub ngang: bool,
    /// The kind of a document that is issued along with this one; none for a Phụ lục.
    pub kem_theo: Option<String>,
    pub than_bai: Vec<Block>,
}

pub struct Walker<'w, 'e, 'l> {
    pub(super) engine: &'w mut Engine<'e>,
    pub(super) locator: &'w mut SplitLocator<'l>,
    pub(super) collector: &'w mut Collector,
    danh_so: DanhSo,
    /// Letters that all faces are known to have.
    pub(super) letters: Letters,
    /// What is being walked that can't hold a table, as the person who edits the template calls it.
    khong_chua_bang: Option<&'static str>,
}

/// An error in words for the person who edits the template.
pub(super) fn fault(
    span: Span,
    message: impl Into<typst::ecow::EcoString>,
) -> EcoVec<SourceDiagnostic> {
    eco_vec![SourceDiagnostic::error(span, message)]
}

impl<'w, 'e, 'l> Walker<'w, 'e, 'l> {
    pub fn new(
        engine: &'w mut Engine<'e>,
        locator: &'w mut SplitLocator<'l>,
        collector: &'w mut Collector,
    ) -> Self {
        Self {
            engine,
            locator,
            collector,
            danh_so: DanhSo::default(),
            letters: Letters::default(),
            khong_chua_bang: None,
        }
    }

    /// The blocks of a whole template, its appendices apart.
    pub fn document(
        mut self,
        content: &Content,
        styles: StyleChain,
    ) -> SourceResult<(Vec<Block>, Vec<MoPhuLuc>)> {
        let mut info = DocumentInfo::default();
        self.realized(RealizationKind::Document { info: &mut info }, content, styles, |w, pairs| {
            let (body, appendices) = split_appendices(pairs);
            let than_bai = w.blocks(body, 0)?;
            let phu_luc = appendices.into_iter().map(|(mut phu_luc, pairs)| {
                w.danh_so = DanhSo::default();
                phu_luc.than_bai = w.blocks(pairs, 0)?;
                Ok(phu_luc)
            });
            Ok((than_bai, phu_luc.collect::<SourceResult<_>>()?))
        })
    }

    /// The blocks of a container: a list item, a footnote.
    pub(super) fn fragment(
        &mut self,
        content: &Content,
        styles: StyleChain,
        depth: u8,
    ) -> SourceResult<Vec<Block>> {
        let mut kind = FragmentKind::Block;
        self.realized(RealizationKind::Fragment { kind: &mut kind }, content, styles, |w, pairs| {
            w.blocks(pairs, depth)
        })
    }

    /// The blocks of a place that can't hold a table.
    pub(super) fn without_tables(
        &mut self,
        cho: &'static str,
        content: &Content,
        styles: StyleChain,
    ) -> SourceResult<Vec<Block>> {
        let outer = self.khong_chua_bang.replace(cho);
        let blocks = self.fragment(content, styles, 0);
        self.khong_chua_bang = outer;
        blocks
    }

    /// Applies show rules to `content` and hands the result to `then`.
    pub(super) fn realized<T>(
        &mut self,
        kind: RealizationKind,
        content: &Content,
        styles: StyleChain,
        then: impl FnOnce(&mut Self, &[Pair]) -> SourceResult<T>,
    ) -> SourceResult<T> {
        self.engine.route.increase();
        self.engine.route.check_layout_depth().at(content.span())?;
        let realize = self.engine.library.routines.realize;
        let arenas = Arenas::default();
        let pairs = realize(kind, self.engine, self.locator, &arenas, content, styles)?;
        let out = then(self, &pairs);
        self.engine.route.decrease();
        out
    }

    /// Block-level elements; every fault among them is reported.
    fn blocks(&mut self, pairs: &[Pair], depth: u8) -> SourceResult<Vec<Block>> {
        let mut out = Vec::new();
        let mut faults = EcoVec::new();
        let mut rest = pairs;
        while let Some((&(elem, styles), tail)) = rest.split_first() {
            // Inline content of a container stands there without a paragraph around it.
            let run = rest.iter().take_while(|(c, _)| is_inline(c)).count();
            let step = if run > 0 && !elem.is::<TagElem>() {
                let (inline, tail) = rest.split_at(run);
                rest = tail;
                self.inlines(inline).map(|noi_dung| push_paragraph(&mut out, noi_dung, styles))
            } else {
                rest = tail;
                self.block(elem, styles, depth, &mut out)
            };
            if let Err(more) = step {
                faults.extend(more);
            }
        }
        if faults.is_empty() { Ok(out) } else { Err(faults) }
    }

    fn block(
        &mut self,
        elem: &Content,
        styles: StyleChain,
        depth: u8,
        out: &mut Vec<Block>,
    ) -> SourceResult<()> {
        if let Some(tag) = elem.to_packed::<TagElem>() {
            self.collector.meet(&tag.tag);
            out.extend(rieng(&tag.tag));
        } else if let Some(par) = elem.to_packed::<ParElem>() {
            let noi_dung = self.paragraph(&par.body, styles)?;
            push_paragraph(out, noi_dung, styles);
        } else if let Some(heading) = elem.to_packed::<HeadingElem>() {
            let inlines = self.paragraph(&heading.body, styles)?;
            out.push(Block::Heading(self.heading(heading, styles, inlines)));
        } else if let Some(list) = elem.to_packed::<ListElem>() {
            let mark = list_mark(list, styles, depth);
            self.check_letters(&mark, elem.span())?;
            for item in &list.children {
                self.item(&item.body, styles, depth, mark.clone(), out)?;
            }
        } else if let Some(list) = elem.to_packed::<EnumElem>() {
            let mut so = list.start.get(styles).unwrap_or(1);
            for item in &list.children {
                so = item.number.get(styles).unwrap_or(so);
                let mark = enum_mark(list, styles, so);
                self.check_letters(&mark, elem.span())?;
                self.item(&item.body, styles, depth, mark, out)?;
                so = so.saturating_add(1);
            }
        } else if let Some(table) = elem.to_packed::<TableElem>() {
            if let Some(cho) = self.khong_chua_bang {
                return Err(fault(elem.span(), eco_format!("trong {cho} không đặt được bảng")));
            }
            out.push(Block::Table(self.table(table, styles)?));
        } else if elem.is::<PagebreakElem>() {
            // `set page` makes one break before and one after; only the first has a place.
            if let Some(span) = page_break(elem, styles) {
                let message = "khổ giấy và lề thuộc về thể thức, mẫu nội dung không đặt được; sang trang thì gọi #sang_trang() của chung.typ";
                return Err(fault(span, message));
            }
        } else if !elem.is::<SpaceElem>() && !elem.is::<ParbreakElem>() {
            return Err(unsupported(elem));
        }
        Ok(())
    }

    fn heading(
        &mut self,
        elem: &Packed<HeadingElem>,
        styles: StyleChain,
        inlines: Vec<Inline>,
    ) -> Heading {
        let (kieu, cap, so) = self.number(elem, styles);
        let (mut noi_dung, lien_van) = split_run_in(inlines);
        let upper = cap == 1 && kieu == KieuDeMuc::Thuong || kieu == KieuDeMuc::GiuaTrang;
        let upper = upper && !ngoac_thuong(&plain_text(&noi_dung));
        for inline in &mut noi_dung {
            if let Inline::Text(text) = inline {
                text.dam = false;
                if upper {
                    text.in_hoa();
                }
            }
        }
        let giu_voi_sau = kieu != KieuDeMuc::Dieu || lien_van.is_empty();
        Heading { cap, kieu, muc_luc: cap, so, noi_dung, lien_van, giu_voi_sau }
    }

    /// What a head is, and its number: a supplement such as `[Chương]` makes it a part of a regulation,
    /// one such as `[Điều 5]` on a head without numbering gives the number too.
    fn number(
        &mut self,
        elem: &Packed<HeadingElem>,
        styles: StyleChain,
    ) -> (KieuDeMuc, u8, Option<String>) {
        let numbered = elem.numbering.get_ref(styles).is_some();
        let (cau_truc, given) = bo_sung(elem, styles);
        let Some(cau_truc) = cau_truc else {
            let cap = u8::try_from(elem.resolve_level(styles).get().min(9)).unwrap_or(9);
            let so = match numbered {
                true => Some(self.danh_so.ke_tiep(cap, so_cham(elem, styles))),
                false => given,
            };
            return (KieuDeMuc::Thuong, cap, so);
        };
        let given = match numbered {
            true => Some(self.danh_so.cau_truc_ke_tiep(cau_truc)),
            false => {
                // A number in words counts as any other does; that of an article which came in later does not.
                if given.as_deref().is_some_and(|so| so_tu_chu(so).is_some()) {
                    self.danh_so.cau_truc_ke_tiep(cau_truc);
                }
                given
            }
        };
        let so = given.map_or(cau_truc.ten().to_owned(), |so| format!("{} {so}", cau_truc.ten()));
        match cau_truc {
            CauTruc::Dieu => (KieuDeMuc::Dieu, 1, Some(format!("{so}."))),
            _ => (KieuDeMuc::GiuaTrang, (cau_truc as u8).saturating_add(1), Some(so)),
        }
    }

    fn item(
        &mut self,
        body: &Content,
        styles: StyleChain,
        depth: u8,
        dau: String,
        out: &mut Vec<Block>,
    ) -> SourceResult<()> {
        let cap = depth.saturating_add(1);
        let mut parts = self.fragment(body, styles, cap)?.into_iter();
        let noi_dung = match parts.next() {
            Some(Block::Paragraph(first)) => first.noi_dung,
            Some(other) => {
                out.push(Block::Item(Item { cap, dau, noi_dung: vec![], giu_voi_sau: true }));
                out.push(other);
                out.extend(parts);
                return Ok(());
            }
            None => vec![],
        };
        out.push(Block::Item(Item { cap, dau, noi_dung, giu_voi_sau: false }));
        out.extend(parts);
        Ok(())
    }

    /// The pieces of one paragraph.
    pub(super) fn paragraph(
        &mut self,
        body: &Content,
        styles: StyleChain,
    ) -> SourceResult<Vec<Inline>> {
        self.realized(RealizationKind::Par, body, styles, |w, pairs| w.inlines(pairs))
    }

    fn inlines(&mut self, pairs: &[Pair]) -> SourceResult<Vec<Inline>> {
        let mut writer = InlineWriter::default();
        for &(elem, styles) in pairs {
            writer.piece(self, elem, styles)?;
        }
        Ok(writer.finish())
    }

    /// The blocks of a footnote.
    pub(super) fn note(
        &mut self,
        note: &Packed<FootnoteElem>,
        styles: StyleChain,
    ) -> SourceResult<Vec<Block>> {
        let FootnoteBody::Content(body) = &note.body else {
            return Err(fault(note.span(), "chú thích nhắc lại một chú thích khác chưa làm được"));
        };
        if self.khong_chua_bang == Some(CHU_THICH) {
            return Err(fault(note.span(), "trong chú thích không đặt được chú thích khác"));
        }
        let body = plain(body.clone(), styles);
        let blocks = self.without_tables(CHU_THICH, &body, styles)?;
        if blocks.iter().any(|b| matches!(b, Block::Heading(_))) {
            return Err(fault(note.span(), "trong chú thích không có được đề mục"));
        }
        if blocks.is_empty() {
            return Err(fault(note.span(), "chú thích này trống"));
        }
        Ok(blocks)
    }
}

/// A note is upright and of the usual weight, also where its mark stands in a head or in bold words.
fn plain(body: Content, styles: StyleChain) -> Content {
    // Both add up along the chain of styles. The weight itself stays: it tells that this is in a head.
    let weight = i64::from(styles.get(TextElem::weight).to_number());
    let usual = i64::from(FontWeight::REGULAR.to_number());
    let delta = usual.saturating_sub(weight).saturating_sub(styles.get(TextElem::delta).0);
    body.set(TextElem::delta, WeightDelta(delta))
        .set(TextElem::emph, ItalicToggle(styles.get(TextElem::emph).0))
        .set(TextElem::style, FontStyle::Normal)
}

/// The body, and each appendix with what belongs to it.
fn split_appendices<'p, 'c>(
    pairs: &'p [Pair<'c>],
) -> (&'p [Pair<'c>], Vec<(MoPhuLuc, &'p [Pair<'c>])>) {
    let starts: Vec<(usize, MoPhuLuc)> =
        pairs.iter().enumerate().filter_map(|(i, (c, _))| Some((i, mo_phu_luc(c)?))).collect();
    let ends: Vec<usize> = starts.iter().skip(1).map(|(i, _)| *i).chain([pairs.len()]).collect();
    let body = pairs.get(..starts.first().map_or(pairs.len(), |(i, _)| *i)).unwrap_or_default();
    let appendices = starts.into_iter().zip(ends);
    let part = |((start, mo), end)| Some((mo, pairs.get(start..end)?));
    (body, appendices.filter_map(part).collect())
}

/// The mark that `phu_luc(…)` or `kem_theo(…)` of `chung.typ` leaves: an appendix, or a document that is
/// issued along with this one, begins here.
fn mo_phu_luc(elem: &Content) -> Option<MoPhuLuc> {
    let Tag::Start(elem, _) = &elem.to_packed::<TagElem>()?.tag else { return None };
    let Value::Dict(dict) = &elem.to_packed::<MetadataElem>()?.value else { return None };
    let text = |key: &str| match dict.get(key) {
        Ok(Value::Str(text)) => Some(EcoString::from(text.clone())),
        _ => None,
    };
    let kem_theo = text("kem_theo").map(|text| text.to_string());
    let chu = if kem_theo.is_some() { text("trich_yeu")? } else { text("phu_luc")? };
    let goc = CacManh::mot(chu.len(), chuoi::goc(&chu, Span::detached()));
    let tieu_de = Text { chu: chu.to_string(), goc, ..Text::default() };
    let ngang = matches!(dict.get("ngang"), Ok(Value::Bool(true)));
    Some(MoPhuLuc { tieu_de, ngang, kem_theo, than_bai: vec![] })
}

/// Where the template breaks the page: at its own `pagebreak`, or at a `set page`.
fn page_break(elem: &Content, styles: StyleChain) -> Option<Span> {
    if !elem.span().is_detached() {
        return Some(elem.span());
    }
    styles.entries().find(|s| s.element() == Some(PageElem::ELEM)).map(|s| s.span())
}

/// How `align` sets a paragraph.
pub(super) fn canh_doan(styles: StyleChain) -> Option<Canh> {
    match styles.get(AlignElem::alignment).x()? {
        HAlignment::Center => Some(Canh::Giua),
        HAlignment::Right | HAlignment::End => Some(Canh::Phai),
        HAlignment::Left => Some(Canh::Trai),
        HAlignment::Start => None,
    }
}

/// A paragraph, unless nothing is in it.
fn push_paragraph(out: &mut Vec<Block>, noi_dung: Vec<Inline>, styles: StyleChain) {
    if !noi_dung.is_empty() {
        let canh = canh_doan(styles);
        out.push(Block::Paragraph(Paragraph { noi_dung, giu_voi_sau: false, canh }));
    }
}

pub(super) fn unsupported(elem: &Content) -> EcoVec<SourceDiagnostic> {
    fault(
        elem.span(),
        eco_format!("tệp Word không chứa được phần tử `{}` của mẫu này", elem.func().name()),
    )
}

/// Splits a head at its first upright letter: the title before it, the text that runs on after it.
fn split_run_in(inlines: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>) {
    let upright = |inline: &Inline| match inline {
        Inline::Text(Text { chu, dam, .. }) => !dam && !chu.trim().is_empty(),
        _ => false,
    };
    let at = inlines.iter().position(upright).unwrap_or(inlines.len());
    let mut title = inlines;
    let rest = title.split_off(at);
    (title, rest)
}
