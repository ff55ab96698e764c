//! The English lines of a head, broken and measured.

use super::dau_trang::dong_ten;
use crate::compose::document::DauTiengAnh;
use crate::compose::fonts::{Face, Fonts};
use crate::compose::goc::Dong;
use crate::compose::ngat_dong::ngat;
use crate::model::the_thuc::TheThuc;
use crate::model::{CoQuan, TenCoQuan};

/// The English lines of an office, where its document has them.
pub fn dau_tieng_anh(co_quan: &CoQuan, t: &TheThuc, fonts: &Fonts) -> Option<DauTiengAnh> {
    let own = co_quan.tieng_anh.as_ref()?;
    let width = |face: Face| move |s: &str| fonts.width_mm(s, face, t.co_chu_tieng_anh_pt);
    let (trai, phai) = (t.dau_trang_cot_trai_mm(), t.dau_trang_cot_phai_mm);
    let name = |ten: &TenCoQuan, face| dong_ten(ten, trai, width(face));
    let chu_quan = own.co_quan_chu_quan.as_ref().map(|ten| name(ten, Face::Regular));
    let tieu_de: Vec<Dong> = match &own.tieu_de {
        Some(lines) => lines.iter().map(Dong::from).collect(),
        None => co_quan.bo_quy_tac.tieu_de_anh.iter().map(|line| Dong::mau(line)).collect(),
    };
    Some(DauTiengAnh {
        co_quan_chu_quan: chu_quan.unwrap_or_default(),
        co_quan_ban_hanh: name(&own.co_quan_ban_hanh, Face::Bold),
        tieu_de: tieu_de.iter().flat_map(|line| ngat(line, phai, width(Face::Bold))).collect(),
    })
}
