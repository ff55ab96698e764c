//! Pieces of a line: text with its emphasis, line breaks, footnote marks.

use typst::diag::SourceResult;
use typst::foundations::{Content, Packed, StyleChain};
use typst::introspection::TagElem;
use typst::layout::{BoxElem, HElem};
use typst::model::FootnoteElem;
use typst::routines::RealizationKind;
use typst::text::{
    FontStyle, LinebreakElem, SmartQuoteElem, SpaceElem, SubElem, SuperElem, TextElem,
    UnderlineElem,
};

use super::chuoi;
use super::goc::{CacManh, Goc};
use super::walk::{Walker, fault, unsupported};
use crate::compose::document::{Inline, Text};

/// Whether an element belongs inside a line.
pub fn is_inline(elem: &Content) -> bool {
    elem.is::<TextElem>()
        || elem.is::<SpaceElem>()
        || elem.is::<LinebreakElem>()
        || elem.is::<SmartQuoteElem>()
        || elem.is::<BoxElem>()
        || elem.is::<HElem>()
        || elem.is::<TagElem>()
}

/// What a wrapper around a piece of text adds to it.
#[derive(Debug, Clone, Copy, Default)]
struct Marks {
    gach_chan: bool,
    chi_so_tren: bool,
    chi_so_duoi: bool,
}

/// Collects the pieces of one paragraph; neighbours that look the same become one piece.
#[derive(Default)]
pub struct InlineWriter {
    out: Vec<Inline>,
    marks: Marks,
}

impl InlineWriter {
    pub fn finish(mut self) -> Vec<Inline> {
        self.trim_edges();
        self.out
    }

    pub fn piece(
        &mut self,
        walker: &mut Walker,
        elem: &Content,
        styles: StyleChain,
    ) -> SourceResult<()> {
        if let Some(tag) = elem.to_packed::<TagElem>() {
            walker.collector.meet(&tag.tag);
        } else if let Some(text) = elem.to_packed::<TextElem>() {
            refuse_looks(elem, styles)?;
            walker.check_letters(&text.text, elem.span())?;
            let goc = chuoi::goc(&text.text, elem.span());
            match styles.get(TextElem::case) {
                Some(case) => self.text(&case.apply(&text.text), goc, styles),
                None => self.text(&text.text, goc, styles),
            }
        } else if elem.is::<SpaceElem>() {
            self.text(" ", Some(Goc::Mau), styles);
        } else if elem.is::<LinebreakElem>() {
            self.out.push(Inline::LineBreak);
        } else if let Some(quote) = elem.to_packed::<SmartQuoteElem>() {
            let mark = if quote.double.get(styles) { "\"" } else { "'" };
            self.text(mark, Some(Goc::Mau), styles);
        } else if let Some(boxed) = elem.to_packed::<BoxElem>() {
            refuse_frame(boxed, styles)?;
            match boxed.body.get_ref(styles) {
                Some(body) => self.wrapped(walker, body, styles)?,
                None => return Err(unsupported(elem)),
            }
        } else if let Some(space) = elem.to_packed::<HElem>() {
            if !space.amount.is_zero() {
                return Err(unsupported(elem));
            }
        } else {
            return Err(unsupported(elem));
        }
        Ok(())
    }

    /// The body of a box: an element that the content library keeps alive in it, or plain content.
    fn wrapped(
        &mut self,
        walker: &mut Walker,
        body: &Content,
        styles: StyleChain,
    ) -> SourceResult<()> {
        let outer = self.marks;
        let inner = if let Some(note) = body.to_packed::<FootnoteElem>() {
            let noi_dung = walker.note(note, styles)?;
            self.out.push(Inline::Footnote { noi_dung });
            return Ok(());
        } else if let Some(elem) = body.to_packed::<UnderlineElem>() {
            self.marks.gach_chan = true;
            &elem.body
        } else if let Some(elem) = body.to_packed::<SuperElem>() {
            self.marks.chi_so_tren = true;
            &elem.body
        } else if let Some(elem) = body.to_packed::<SubElem>() {
            self.marks.chi_so_duoi = true;
            &elem.body
        } else {
            body
        };
        let result = walker.realized(RealizationKind::Par, inner, styles, |w, pairs| {
            pairs.iter().try_for_each(|&(elem, styles)| self.piece(w, elem, styles))
        });
        self.marks = outer;
        result
    }

    /// Text that comes from one place as a whole.
    fn text(&mut self, chu: &str, goc: Option<Goc>, styles: StyleChain) {
        let weight = styles.get(TextElem::weight).thicken(styles.get(TextElem::delta).0 as i16);
        let italic = styles.get(TextElem::style) != FontStyle::Normal;
        let look = Text {
            chu: String::new(),
            dam: weight.to_number() >= 600,
            nghieng: italic != styles.get(TextElem::emph).0,
            gach_chan: self.marks.gach_chan,
            chi_so_tren: self.marks.chi_so_tren,
            chi_so_duoi: self.marks.chi_so_duoi,
            goc: CacManh::default(),
        };
        for (i, line) in chu.split('\n').enumerate() {
            if i > 0 {
                self.out.push(Inline::LineBreak);
            }
            let goc = CacManh::mot(line.len(), goc.clone());
            self.push(Text { chu: line.to_owned(), goc, ..look });
        }
    }

    fn push(&mut self, text: Text) {
        if text.chu.is_empty() {
            return;
        }
        if let Some(Inline::Text(last)) = self.out.last_mut()
            && last.cung_ve(&text)
        {
            last.noi(&text);
            return;
        }
        self.out.push(Inline::Text(text));
    }

    /// A paragraph neither begins nor ends with a blank.
    fn trim_edges(&mut self) {
        while let Some(Inline::Text(first)) = self.out.first_mut() {
            let bare = first.chu.trim_start_matches(' ').len();
            *first = first.lay(first.chu.len().saturating_sub(bare)..first.chu.len());
            if !first.chu.is_empty() {
                break;
            }
            self.out.remove(0);
        }
        while let Some(Inline::Text(last)) = self.out.last_mut() {
            *last = last.lay(0..last.chu.trim_end_matches(' ').len());
            if !last.chu.is_empty() {
                break;
            }
            self.out.pop();
        }
    }
}

/// A frame or a ground around words would be lost in both files.
fn refuse_frame(elem: &Packed<BoxElem>, styles: StyleChain) -> SourceResult<()> {
    let stroke = elem.stroke.get_cloned(styles);
    let framed = stroke.iter().any(|side| matches!(side, Some(Some(_))));
    if framed || elem.fill.get_cloned(styles).is_some() {
        let message =
            "khung và màu nền của chữ (box) không đặt được; muốn đóng khung thì dùng bảng một ô";
        return Err(fault(elem.span(), message));
    }
    Ok(())
}

/// Size, colour and face belong to the layout (PL I, I.4 and I.5), so a template must not set them.
fn refuse_looks(elem: &Content, styles: StyleChain) -> SourceResult<()> {
    let in_heading = styles.get(TextElem::weight) != typst::text::FontWeight::REGULAR;
    let what = if styles.has(TextElem::fill) {
        "màu chữ"
    } else if styles.has(TextElem::font) {
        "phông chữ"
    } else if styles.has(TextElem::size) && !in_heading {
        "cỡ chữ"
    } else {
        return Ok(());
    };
    Err(fault(elem.span(), format!("{what} thuộc về thể thức; mẫu nội dung không đặt được")))
}
