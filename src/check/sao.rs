//! A file that copies a document of the hồ sơ → that document with the copy's own lines (PL I, phần II).

use super::TaiLieu;
use super::cac_co_quan::{CacCoQuan, cung_ten};
use super::dau::Dau;
use super::doc::Doc;
use crate::form::{BanSaoForm, CoDau, Field, Text};
use crate::model::{CachKinhGui, CachTrichYeu, Fault, HinhThucBan, KieuVanBan, Loai, VanBan};
use crate::source::ten_tep;
use crate::yaml::{Node, Span};

/// The kinds of copy.
pub const LOAI: &[&str] = &["ban_sao_y", "ban_sao_luc", "ban_trich_sao"];

/// A copy has no subject of its own.
const KIEU: KieuVanBan = KieuVanBan {
    trich_yeu: CachTrichYeu::Khong,
    can_trich_yeu: false,
    kinh_gui: CachKinhGui::Khong,
    ..KieuVanBan::MAC_DINH
};

/// Reads a copy; `van_ban` are the documents of the hồ sơ.
pub fn van_ban(
    doc: &mut Doc<'_>,
    root: &Node,
    loai: Loai,
    co_quan: &CacCoQuan<'_>,
    van_ban: &[TaiLieu],
) -> Option<VanBan> {
    let CoDau { dau: mut head, rieng } = doc.form::<CoDau<BanSaoForm>>(root)?;
    let top = root.span;
    let noi = co_quan.co_quan(doc, head.co_quan.take());
    let dau = Dau::doc(doc, head, top, loai, &KIEU, noi.as_ref());
    let goc = ban_chinh(doc, rieng.ban_chinh, top, van_ban);
    let sao = dau.ban_sao(loai, noi?)?;
    if sao.ban == HinhThucBan::DienTu && sao.thoi_diem.is_none() {
        let fault = Fault::new("missing-field", "bản sao điện tử cần mục “thoi_diem”")
            .hint("ghi thời điểm ký số bản sao: “thoi_diem: 15/4/2023 14:05:33”; bản sao giấy thì ghi “ban: giay”")
            .clause("Phụ lục I, phần II, mục I; Phụ lục III, mẫu 3.2");
        doc.fault(fault, top);
        return None;
    }
    Some(VanBan { sao: Some(Box::new(sao)), ..goc?.clone() })
}

/// The document that is copied; none if it has faults, which are told already.
fn ban_chinh<'v>(
    doc: &mut Doc<'_>,
    field: Field<Text>,
    top: Span,
    van_ban: &'v [TaiLieu],
) -> Option<&'v VanBan> {
    let (ten, span) = doc.line(field, "ban_chinh", top)?;
    let made: Vec<&TaiLieu> =
        van_ban.iter().filter(|v| v.ten == ten.trim() || cung_ten(&v.tep, &ten)).collect();
    if let Some(exact) = made.iter().find(|v| v.ten == ten.trim()) {
        return exact.van_ban.as_ref();
    }
    match made.as_slice() {
        [one] => return one.van_ban.as_ref(),
        [] => {
            let known: Vec<&str> = van_ban.iter().map(|v| ten_tep(&v.tep)).collect();
            let message = format!("hồ sơ không có văn bản “{ten}” để sao");
            let hint = format!("các văn bản: {}", known.join(", "));
            doc.fault(Fault::new("missing-original", message).hint(hint), span);
        }
        several => {
            let names: Vec<&str> = several.iter().map(|v| v.ten.as_str()).collect();
            let message = format!("“{ten}” làm ra {} văn bản", several.len());
            let hint = format!("ghi một trong: {}", names.join(", "));
            doc.fault(Fault::new("missing-original", message).hint(hint), span);
        }
    }
    None
}
