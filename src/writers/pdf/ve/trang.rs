//! A page: what stands together in the structure is drawn as one piece of marked content.

use std::num::NonZeroU32;

use krilla::Document;
use krilla::page::{NumberingStyle, PageLabel, PageSettings};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};

use super::anh::{self, CacAnh};
use super::cau_truc::Cay;
use super::chu::PhongChu;
use super::{chu, net, o_dien, so_thuc};
use crate::layout::trang::{Hinh, La, Mau, Trang, Ve};

/// Draws one page; an error says what of it can't be drawn.
pub(super) fn ve(
    tep: &mut Document,
    trang: &Trang,
    phong: &PhongChu,
    anh: &CacAnh,
    cay: &mut Cay,
) -> Result<(), String> {
    if trang.ve.iter().filter_map(|ve| ve.la).any(|la| !cay.co(la)) {
        return Err("có nội dung không thuộc phần nào".into());
    }
    let mut page = tep.start_page_with(kho(trang).ok_or("khổ giấy không dùng được")?);
    let mut mat = page.surface();
    let co_hinh: Vec<&Ve> = trang.ve.iter().filter(|ve| co_hinh(&ve.hinh)).collect();
    for manh in co_hinh.chunk_by(|mot, hai| thuoc(mot) == thuoc(hai)) {
        ve_manh(&mut mat, manh, phong, anh, cay);
    }
    mat.finish();
    o_dien::dat(&mut page, trang, cay)
}

fn kho(trang: &Trang) -> Option<PageSettings> {
    let so = PageLabel::new(Some(NumberingStyle::Arabic), None, NonZeroU32::new(trang.so));
    Some(PageSettings::from_wh(so_thuc(trang.rong), so_thuc(trang.cao))?.with_page_label(so))
}

/// Whether it leaves a mark on the page.
fn co_hinh(hinh: &Hinh) -> bool {
    match hinh {
        Hinh::Chu(doan) => !doan.chu.is_empty(),
        Hinh::Net(_) | Hinh::Khung(_) | Hinh::Anh(_) => true,
        Hinh::O(_) => false,
    }
}

/// What a mark belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Thuoc {
    La(La),
    /// The number of the page, a head that is repeated: ISO 32000-1, 14.8.2.2.2.
    PhanTrang,
    TrangTri,
}

fn thuoc(ve: &Ve) -> Thuoc {
    match (ve.la, &ve.hinh) {
        (Some(la), _) => Thuoc::La(la),
        (None, Hinh::Chu(_)) => Thuoc::PhanTrang,
        (None, _) => Thuoc::TrangTri,
    }
}

fn ve_manh(mat: &mut Surface, manh: &[&Ve], phong: &PhongChu, anh: &CacAnh, cay: &mut Cay) {
    let Some(thuoc) = manh.first().map(|ve| thuoc(ve)) else { return };
    let so = mat.start_tagged(match thuoc {
        Thuoc::La(_) => ContentTag::Other,
        Thuoc::PhanTrang => {
            ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther))
        }
        Thuoc::TrangTri => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
    });
    for ve in manh {
        ve_hinh(mat, &ve.hinh, phong, anh);
    }
    mat.end_tagged();
    if let Thuoc::La(la) = thuoc {
        cay.them(la, so);
    }
}

fn ve_hinh(mat: &mut Surface, hinh: &Hinh, phong: &PhongChu, hinh_anh: &CacAnh) {
    match hinh {
        Hinh::Chu(doan) => chu::ve(mat, doan, phong),
        Hinh::Net(net) => net::net(mat, net, Mau::Den),
        Hinh::Khung(khung) => net::khung(mat, khung),
        Hinh::Anh(anh) => anh::ve(mat, anh, hinh_anh),
        Hinh::O(_) => {}
    }
}
