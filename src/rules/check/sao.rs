//! A file that copies a document of the hồ sơ → that document with the copy's own lines (PL I, phần II).

use std::sync::Arc;

use super::TaiLieu;
use super::cac_co_quan::{CacCoQuan, cung_ten};
use super::dau::Dau;
use super::doc::Doc;
use super::mau::{KhoMau, TepMd, doc_phan_trich};
use crate::model::{
    CachKinhGui, CachTrichYeu, Fault, GiaTri, HinhThucBan, KieuVanBan, Loai, NoiDung, ThanBai,
    TheoMau, VanBan,
};
use crate::reading::form::{BanSaoForm, CoDau, Field, Text};
use crate::reading::source::ten_tep;
use crate::reading::yaml::{Node, Span};

/// The kinds of copy.
pub const LOAI: &[&str] = &["ban_sao_y", "ban_sao_luc", "ban_trich_sao"];

/// The copy of a part of a document (PL I, phần II).
const TRICH_SAO: &str = "ban_trich_sao";
/// The kind whose template prints a body and nothing else.
const VAN_BAN: &str = "thong_bao";

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
    (kho, md): (&KhoMau, &TepMd<'_>),
) -> Option<VanBan> {
    let CoDau { dau: mut head, rieng } = doc.form::<CoDau<BanSaoForm>>(root)?;
    let top = root.span;
    let noi = co_quan.co_quan(doc, head.co_quan.take());
    let dau = Dau::doc(doc, head, top, loai, &KIEU, noi.as_ref());
    let goc = ban_chinh(doc, rieng.ban_chinh, top, van_ban);
    let trich = match (loai.khoa() == TRICH_SAO, rieng.trich) {
        (true, field) => {
            let field = field.unwrap_or(Field::Missing);
            Some(doc_phan_trich(doc, field, "trich", top, md)?)
        }
        (false, Some(field)) => {
            let fault = Fault::new("unknown-key", "mục “trich” chỉ có ở bản trích sao");
            let hint = "bỏ mục ấy, hoặc ghi “loai: ban_trich_sao”";
            doc.fault(fault.hint(hint), field.span().unwrap_or(top));
            None
        }
        (false, None) => None,
    };
    let sao = dau.ban_sao(loai, noi?)?;
    if sao.ban == HinhThucBan::DienTu && sao.thoi_diem.is_none() {
        let fault = Fault::new("missing-field", "bản sao điện tử cần mục “thoi_diem”")
            .hint("ghi thời điểm ký số bản sao: “thoi_diem: 15/4/2023 14:05:33”; bản sao giấy thì ghi “ban: giay”")
            .clause("Phụ lục I, phần II, mục I; Phụ lục III, mẫu 3.2");
        doc.fault(fault, top);
        return None;
    }
    let goc = goc?.clone();
    if sao.ngay_ban_hanh.ngay_cuoi_ky() < goc.ngay_ban_hanh.ngay_dau_ky() {
        let message = format!(
            "bản sao {}, trước bản chính ({})",
            sao.ngay_ban_hanh.cum_tu(),
            goc.ngay_ban_hanh.cum_tu()
        );
        let fault = Fault::new("copy-before-original", message).hint("sửa lại một trong hai ngày");
        doc.fault(fault, root.get("ngay_ban_hanh").map_or(top, |node| node.span));
        return None;
    }
    let noi_dung = match trich {
        Some(than_bai) => phan_trich(than_bai, kho)?,
        None => goc.noi_dung.clone(),
    };
    Some(VanBan { sao: Some(Box::new(sao)), noi_dung, ..goc })
}

/// The part that is copied, under the head of the document that it is taken from.
fn phan_trich(than_bai: ThanBai, kho: &KhoMau) -> Option<NoiDung> {
    let mau = kho.theo_khoa(VAN_BAN)?;
    let value = |khoa: &str| match khoa {
        "noi_dung" => GiaTri::ThanBai(than_bai.clone()),
        _ => GiaTri::Trong,
    };
    let truong = mau.truong.iter().map(|t| (t.khoa.clone(), value(&t.khoa))).collect();
    Some(NoiDung::TheoMau(TheoMau { mau: Arc::clone(mau), truong, phu_luc: Vec::new() }))
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
