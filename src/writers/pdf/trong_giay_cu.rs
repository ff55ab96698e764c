//! Nothing may be lost at the foot of a page: what can't be broken and is too high for a page, Typst sets
//! beyond the paper's edge without a word.

use typst::layout::{Frame, FrameItem, Transform};
use typst_layout::PagedDocument;

use super::trong_giay::{DU_PT, loi};
use crate::diagnostic::Diagnostic;
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};

/// A finding for the first text on each page that stands below the lower margin.
pub(super) fn kiem(
    pages: &PagedDocument,
    the_thuc: &TheThuc,
    tieu_de: &str,
) -> Result<(), Vec<Diagnostic>> {
    let mut found = Vec::new();
    for (page, number) in pages.pages().iter().zip(1..) {
        let height = page.frame.height().to_pt();
        let bottom = height - the_thuc.le_duoi_mm * PT_MOI_MM + DU_PT;
        if let Some(words) = below(&page.frame, Transform::identity(), bottom) {
            found.push(loi(&words, number, tieu_de));
        }
    }
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// The first text whose baseline lies below `bottom` (pt from the page's upper edge).
fn below(frame: &Frame, outer: Transform, bottom: f64) -> Option<String> {
    frame.items().find_map(|(at, item)| {
        let here = outer.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Text(text) => {
                let baseline = here.ty.to_pt();
                (baseline > bottom && !text.text.trim().is_empty()).then(|| text.text.to_string())
            }
            FrameItem::Group(group) => {
                below(&group.frame, here.pre_concat(group.transform), bottom)
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fonts::Fonts;
    use crate::compose::library;
    use crate::compose::world::TemplateWorld;
    use crate::rules::the_thuc::nd30;

    fn checked(body: &str) -> Result<(), Vec<Diagnostic>> {
        let fonts = Fonts::bundled().unwrap();
        let text = format!("#set page(paper: \"a4\", margin: 20mm)\n{body}");
        let data = b"{}".to_vec().into();
        let world =
            TemplateWorld::with_text(&library::LAYOUT, &fonts, "/thu.typ", text, data).unwrap();
        let pages = typst::compile::<PagedDocument>(&world).output.unwrap();
        kiem(&pages, &nd30(), "Kế hoạch")
    }

    #[test]
    fn text_that_breaks_over_pages_is_whole() {
        assert_eq!(checked("#for i in range(200) [Dòng #i #parbreak()]"), Ok(()));
    }

    #[test]
    fn what_falls_off_the_paper_is_told() {
        let faults = checked("#block(breakable: false, for i in range(200) [Dòng #i #parbreak()])");
        let fault = &faults.unwrap_err()[0];
        assert_eq!(fault.code, "too-high");
        assert!(fault.message.contains("lề của trang 1"), "{}", fault.message);
    }
}
