//! A file with `loai: ke_hoach` → [`VanBan`].

use super::doc::Doc;
use super::dot::cac_dot;
use super::nguoi_nhan::noi_nhan;
use super::trich_yeu::cach_viet;
use crate::form::{Field, KeHoachForm, Table, Text, ThanhPhanForm};
use crate::model::{
    CauChu, CoQuan, Fault, KeHoach, Loai, NgayBanHanh, NguoiKy, NoiDung, NoiNhan, SoKyHieu,
    ThanhPhan, VanBan, so_ky_hieu,
};
use crate::yaml::decode::{co_phai_la, nearest};
use crate::yaml::{Node, Span};

/// Longest subject that the exchange of records takes (PL VI: Subject, 500).
const TRICH_YEU_DAI_NHAT: usize = 500;
/// What may stand at the end of the closing sentence in place of `./.`.
const DUOI_CAU: &[char] = &['.', '/', ' ', '\u{a0}'];

/// Reads a plan. Without an office its own faults are found all the same.
pub fn van_ban(
    doc: &mut Doc<'_>,
    root: &Node,
    loai: Loai,
    co_quan: Option<&CoQuan>,
) -> Option<VanBan> {
    let form: KeHoachForm = doc.form(root)?;
    let top = root.span;
    let so = doc.optional(form.so).and_then(|(Text(t), span)| doc.take(so_ky_hieu::so(&t), span));
    let ky_hieu = ky_hieu(doc, form.ky_hieu, loai, co_quan);
    let ngay = ngay_ban_hanh(doc, form.ngay_ban_hanh, top);
    let trich_yeu = trich_yeu(doc, form.trich_yeu, top, loai);
    let nguoi_ky = nguoi_ky(doc, form.nguoi_ky, top, co_quan);
    let of_office = co_quan.and_then(|c| c.noi_nhan.as_ref());
    let own = form.noi_nhan.is_some();
    let nhan = noi_nhan(doc, form.noi_nhan, form.luu, of_office, co_quan.is_some());
    let nhan = nhan.or_else(|| thieu_noi_nhan(doc, own, top, co_quan));
    let cau_chu = doc.optional(form.cau_chu).map(|(table, _)| cau_chu(doc, table));

    let mo_dau = doc.chu(form.mo_dau, "mo_dau", top);
    let muc_dich_yeu_cau = doc.chu_list(form.muc_dich_yeu_cau, "muc_dich_yeu_cau", top);
    let dot = cac_dot(doc, form.dot, top, ngay);
    let thanh_phan = doc
        .require(form.thanh_phan, "thanh_phan", top)
        .and_then(|(form, span)| thanh_phan(doc, form, span));
    let kinh_phi = doc.chu_list(form.kinh_phi, "kinh_phi", top);
    let to_chuc_thuc_hien = doc.chu_list(form.to_chuc_thuc_hien, "to_chuc_thuc_hien", top);
    let ket = doc.cau_ket(form.ket, "ket", top).map(|ket| ket.thay_duoi(DUOI_CAU, "./."));

    Some(VanBan {
        loai,
        co_quan: co_quan?.clone(),
        so_ky_hieu: SoKyHieu::new(so, ky_hieu?),
        ngay_ban_hanh: ngay?,
        trich_yeu: trich_yeu?,
        noi_nhan: nhan?,
        nguoi_ky: nguoi_ky?,
        cau_chu: cau_chu.unwrap_or_default(),
        noi_dung: NoiDung::KeHoach(KeHoach {
            mo_dau: mo_dau?,
            muc_dich_yeu_cau,
            dot,
            thanh_phan: thanh_phan?,
            kinh_phi,
            to_chuc_thuc_hien,
            ket: ket?,
        }),
        nguon: doc.ten().to_owned(),
    })
}

/// The document's own symbol, or the one of its kind and office, which was judged with the office.
fn ky_hieu(
    doc: &mut Doc<'_>,
    own: Option<Field<Text>>,
    loai: Loai,
    co_quan: Option<&CoQuan>,
) -> Option<String> {
    match doc.optional(own) {
        Some((Text(text), span)) => doc.take(so_ky_hieu::kiem(&text, loai), span),
        None => so_ky_hieu::ghep(loai, &co_quan?.ky_hieu).ok(),
    }
}

fn ngay_ban_hanh(doc: &mut Doc<'_>, field: Field<Text>, top: Span) -> Option<NgayBanHanh> {
    let (text, span) = doc.line(field, "ngay_ban_hanh", top)?;
    let ngay = doc.take(NgayBanHanh::parse(&text), span)?;
    if ngay.thang().is_none() {
        let fault = Fault::new("not-ready", "ngày ban hành chưa có tháng");
        doc.warn(fault.hint("ghi tháng và năm, ví dụ: 3/2023"), span);
    }
    Some(ngay)
}

fn trich_yeu(doc: &mut Doc<'_>, field: Field<Text>, top: Span, loai: Loai) -> Option<String> {
    let (text, span) = doc.plain(field, "trich_yeu", top)?;
    cach_viet(doc, &text, span, loai);
    let length = text.chars().count();
    if length <= TRICH_YEU_DAI_NHAT {
        return Some(text);
    }
    let message = format!("trích yếu dài {length} ký tự, tối đa là {TRICH_YEU_DAI_NHAT}");
    let fault = Fault::new("too-long", message)
        .hint("trích yếu là một câu ngắn phản ánh khái quát nội dung; phần còn lại đưa vào lời văn")
        .clause("Phụ lục VI, thông tin đầu vào: trích yếu nội dung");
    doc.fault(fault, span);
    None
}

fn nguoi_ky(
    doc: &mut Doc<'_>,
    field: Option<Field<Text>>,
    top: Span,
    co_quan: Option<&CoQuan>,
) -> Option<NguoiKy> {
    let named = doc.optional(field);
    let known = &co_quan?.nguoi_ky;
    let keys: Vec<&str> = known.iter().map(|(key, _)| key.as_str()).collect();
    let list = keys.join(", ");
    let Some((Text(key), span)) = named else {
        if let [(_, only)] = known.as_slice() {
            return Some(only.clone());
        }
        let fault =
            Fault::new("missing-field", "thiếu mục “nguoi_ky”: cơ quan khai nhiều người ký");
        doc.fault(fault.hint(format!("ghi một trong các tên: {list}")), top);
        return None;
    };
    let found = known.iter().find(|(name, _)| name == key.trim());
    if found.is_none() {
        let message = format!("co-quan.yaml không khai người ký “{}”", key.trim());
        let hint = match nearest(key.trim(), &keys) {
            Some(near) => co_phai_la(near),
            None => format!("những người đã khai: {list}"),
        };
        doc.fault(Fault::new("unknown-signer", message).hint(hint), span);
    }
    found.map(|(_, nguoi)| nguoi.clone())
}

/// Neither the document nor its office names a recipient.
fn thieu_noi_nhan(
    doc: &mut Doc<'_>,
    own: bool,
    top: Span,
    co_quan: Option<&CoQuan>,
) -> Option<NoiNhan> {
    if co_quan.is_some() && !own {
        let fault = Fault::new("missing-field", "thiếu mục “noi_nhan”, ở đây và ở co-quan.yaml")
            .hint("ghi danh sách nơi nhận và mục luu vào một trong hai tệp")
            .clause("Phụ lục I, phần I, mục II.9.b");
        doc.fault(fault, top);
    }
    None
}

fn cau_chu(doc: &mut Doc<'_>, table: Table<Text>) -> Vec<CauChu> {
    let mut all = Vec::new();
    for (key, value) in table.0 {
        let Field::Good(Text(khoa), at) = key else { continue };
        let Some((chu, _)) = doc.plain(value, &khoa, at) else { continue };
        all.push(CauChu { khoa, chu, place: doc.place(at) });
    }
    all
}

fn thanh_phan(doc: &mut Doc<'_>, form: ThanhPhanForm, span: Span) -> Option<ThanhPhan> {
    let mo_ta = doc.chu(form.mo_ta, "mo_ta", span);
    let items = doc.require(form.thanh_vien, "thanh_vien", span);
    let thanh_vien = items.map(|(items, at)| doc.chu_items(items, "thanh_vien", at));
    Some(ThanhPhan { mo_ta: mo_ta?.thay_duoi(&[':', '.', ' '], ""), thanh_vien: thanh_vien? })
}
