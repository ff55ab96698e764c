//! Places to sign and to fill in. The PDF library knows no form fields: each place is a link whose address names
//! it, which [`dat`](super::o_ky::dat) makes into a field.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::Rect;
use krilla::page::Page;

use super::cau_truc::Cay;
use super::so_thuc;
use crate::layout::trang::{Hinh, ODien, Trang};

/// How the addresses begin.
const DIA_CHI: &str = "vanthu:o-ky/";

/// Sets the page's places; an error says what is wrong with one.
pub(super) fn dat(page: &mut Page, trang: &Trang, cay: &mut Cay) -> Result<(), String> {
    for ve in &trang.ve {
        let Hinh::O(o) = &ve.hinh else { continue };
        let khung = khung(o).ok_or_else(|| format!("ô {} không có chỗ", o.ten))?;
        if !ve.la.is_some_and(|la| cay.co(la)) {
            return Err(format!("ô {} không thuộc phần nào", o.ten));
        }
        let dia_chi = LinkAction::new(format!("{DIA_CHI}{}", o.ten));
        let link = LinkAnnotation::new(khung, Target::Action(Action::Link(dia_chi)));
        let ten = Some(o.ten.clone());
        let manh = page.add_tagged_annotation(Annotation::new_link(link, ten));
        ve.la.into_iter().for_each(|la| cay.them(la, manh));
    }
    Ok(())
}

fn khung(o: &ODien) -> Option<Rect> {
    let [x, y, rong, cao] = [o.x, o.y, o.rong, o.cao].map(so_thuc);
    Rect::from_xywh(x, y, rong, cao)
}
