//! Người ký: the signers that an office's file describes, and those of one document (PL I, II.7).

use super::cac_co_quan::NoiBanHanh;
use super::doc::{Doc, mot_dong};
use crate::model::cach_de_ky::luu_y;
use crate::model::kieu::{CachKy, KieuVanBan};
use crate::model::nguoi_ky::{chu_hoa_thuong, truoc_ho_ten};
use crate::model::{CoQuan, Fault, Loi, NguoiKy, QuyenHan, XacNhanChuKy};
use crate::reading::form::{
    CacNguoiKyForm, Field, MotNguoiKyForm, NguoiKyForm, Text, TextOrList, XacNhanChuKyForm,
};
use crate::reading::yaml::Span;
use crate::reading::yaml::decode::{co_phai_la, nearest};

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục II.7";
/// More than these can't stand side by side.
const NHIEU_NHAT: usize = 3;

/// The signers of a document, from left to right.
pub fn cac_nguoi_ky(
    doc: &mut Doc<'_>,
    field: Option<Field<CacNguoiKyForm>>,
    top: Span,
    kieu: &KieuVanBan,
    noi: Option<&NoiBanHanh<'_>>,
) -> Option<Vec<NguoiKy>> {
    let Some((form, span)) = doc.optional(field) else { return mac_dinh(doc, top, kieu, noi?) };
    let items = match form {
        CacNguoiKyForm::Mot(mot) => vec![Field::Good(mot, span)],
        CacNguoiKyForm::Nhieu(items) => items,
    };
    so_nguoi(doc, items.len(), span, kieu, noi);
    let mut all = Vec::new();
    let mut whole = true;
    for (index, item) in items.into_iter().enumerate() {
        let found = mot_nguoi(doc, item, span, index, noi);
        whole &= found.is_some();
        all.extend(found);
    }
    // Signers of two offices, or of the two sides of a contract, have posts of the same name.
    if kieu.nguoi_ky != CachKy::HaiBen && noi.is_none_or(|noi| noi.tung.len() < 2) {
        ky_thay_nhau(doc, &all, span);
    }
    whole.then_some(all)
}

/// One signer, by the short name or written out.
fn mot_nguoi(
    doc: &mut Doc<'_>,
    item: Field<MotNguoiKyForm>,
    span: Span,
    index: usize,
    noi: Option<&NoiBanHanh<'_>>,
) -> Option<NguoiKy> {
    let lien = noi.is_some_and(|noi| noi.tung.len() > 1);
    match doc.require(item, "nguoi_ky", span)? {
        (MotNguoiKyForm::TaiCho(form), at) => nguoi_ky(doc, form, at, lien),
        (MotNguoiKyForm::Ten(ten), at) => theo_ten(doc, ten.trim(), at, index, noi),
    }
}

/// Who confirms a signature, where the rules know such a thing.
pub fn xac_nhan_chu_ky(
    doc: &mut Doc<'_>,
    field: Option<Field<XacNhanChuKyForm>>,
    noi: Option<&NoiBanHanh<'_>>,
) -> Option<XacNhanChuKy> {
    let (form, span) = doc.optional(field)?;
    if let Some(co_quan) = noi.map(|noi| &noi.chung)
        && co_quan.the_thuc.trinh_bay.xac_nhan_chu_ky.is_none()
    {
        let message = format!("{} không có mục “xac_nhan_chu_ky”", co_quan.bo_quy_tac.ten);
        let fault = Fault::new("unknown-key", message)
            .hint("xoá mục ấy; văn bản của Đảng thì ghi “bo_quy_tac: hd05” ở tệp của cơ quan");
        doc.fault(fault, span);
        return None;
    }
    let cua = doc.optional_line(form.cua).map(|(ten, _)| ten);
    let nguoi_ky = mot_nguoi(doc, form.nguoi_ky, span, 0, noi)?;
    Some(XacNhanChuKy { cua, nguoi_ky })
}

/// Marks of signing for someone, before his post.
const KY_THAY: [QuyenHan; 3] = [QuyenHan::KyThay, QuyenHan::ThuaLenh, QuyenHan::ThuaUyQuyen];

/// Of two who sign one paper none signs for the other: he is there himself.
fn ky_thay_nhau(doc: &mut Doc<'_>, all: &[NguoiKy], span: Span) {
    let own = |nguoi: &NguoiKy| nguoi.quyen_han_chuc_vu().last().map(|post| post.to_uppercase());
    let posts: Vec<String> = all.iter().filter_map(own).collect();
    let lines = all.iter().flat_map(|nguoi| {
        nguoi.quyen_han_chuc_vu().iter().map(|line| (line, nguoi.de_ky().tach(line)))
    });
    let pairs = lines.filter_map(|(line, (quyen, post))| {
        let post = quyen.filter(|q| KY_THAY.contains(q)).map(|_| post.trim().to_uppercase())?;
        posts.contains(&post).then_some((line, post))
    });
    let Some((line, post)) = pairs.into_iter().next() else { return };
    let message = format!("“{line}” là ký thay, mà {post} cũng ký văn bản này");
    let fault = Fault::new("signs-for-signer", message)
        .hint("chỉ để một người ký; hai người cùng ký thì mỗi người ghi chức vụ của mình, không có dòng ký thay")
        .clause("Điều 13; Phụ lục I, phần I, mục II.7.a");
    doc.warn(fault, span);
}

/// The only signer of each office.
fn mac_dinh(
    doc: &mut Doc<'_>,
    top: Span,
    kieu: &KieuVanBan,
    noi: &NoiBanHanh<'_>,
) -> Option<Vec<NguoiKy>> {
    if kieu.nguoi_ky == CachKy::HaiBen {
        let fault = Fault::new(
            "missing-field",
            "thiếu mục “nguoi_ky”: văn bản này có hai người ký",
        )
        .hint("ghi hai người, thư ký rồi đến chủ trì, mỗi người một phần tử có dong và ho_ten")
        .clause("Phụ lục III, mẫu 1.9");
        doc.fault(fault, top);
        return None;
    }
    let only = |c: &&CoQuan| match c.nguoi_ky.as_slice() {
        [(_, only)] => Some(only.clone()),
        _ => None,
    };
    let all: Option<Vec<NguoiKy>> = noi.tung.iter().map(only).collect();
    if all.is_none() {
        let fault =
            Fault::new("missing-field", "thiếu mục “nguoi_ky”: cơ quan khai nhiều người ký");
        doc.fault(fault.hint(format!("ghi một trong các tên: {}", cac_ten(noi).join(", "))), top);
    }
    all
}

/// As many as the kind has, or as there are offices.
fn so_nguoi(
    doc: &mut Doc<'_>,
    count: usize,
    span: Span,
    kieu: &KieuVanBan,
    noi: Option<&NoiBanHanh<'_>>,
) {
    let offices = noi.map_or(1, |noi| noi.tung.len());
    let (right, hint) = match kieu.nguoi_ky {
        CachKy::HaiBen => (count == 2, "ghi hai người: thư ký rồi đến chủ trì".to_owned()),
        CachKy::MoiCoQuanMotNguoi if offices > 1 => (
            count == offices,
            format!("{offices} cơ quan cùng ban hành thì ghi {offices} người, theo thứ tự cơ quan"),
        ),
        CachKy::MoiCoQuanMotNguoi => (
            (1..=NHIEU_NHAT).contains(&count),
            format!("ghi từ một đến {NHIEU_NHAT} người, theo thứ tự từ trái sang phải"),
        ),
    };
    if !right {
        let message = format!("văn bản này không thể có {count} người ký");
        doc.fault(Fault::new("signer-count", message).hint(hint).clause(DIEU_KHOAN), span);
    }
}

/// A signer by the short name: of the office of the same rank among those that issue, or of any.
fn theo_ten(
    doc: &mut Doc<'_>,
    ten: &str,
    span: Span,
    index: usize,
    noi: Option<&NoiBanHanh<'_>>,
) -> Option<NguoiKy> {
    let noi = noi?;
    let first = noi.tung.get(index).into_iter();
    let found = first
        .chain(&noi.tung)
        .find_map(|c| c.nguoi_ky.iter().find(|(known, _)| known == ten))
        .map(|(_, nguoi)| nguoi.clone());
    if found.is_none() {
        let tep: Vec<&str> = noi.tung.iter().map(|c| c.tep.as_str()).collect();
        let known = cac_ten(noi);
        let message = format!("{} không khai người ký “{ten}”", tep.join(", "));
        let hint = match nearest(ten, &known).or_else(|| theo_ho_ten(ten, noi)) {
            Some(near) => co_phai_la(near),
            None => format!("ghi tên gọi tắt đã khai: {}", known.join(", ")),
        };
        doc.fault(Fault::new("unknown-signer", message).hint(hint), span);
    }
    found
}

/// The short name of whoever has this name or post.
fn theo_ho_ten<'n>(ten: &str, noi: &'n NoiBanHanh<'_>) -> Option<&'n str> {
    let lower = ten.to_lowercase();
    let is = |nguoi: &NguoiKy| {
        let post = nguoi.quyen_han_chuc_vu().last().map(|post| post.to_lowercase());
        nguoi.ho_ten().to_lowercase() == lower || post.as_ref() == Some(&lower)
    };
    let mut all = noi.tung.iter().flat_map(|c| &c.nguoi_ky).filter(|(_, nguoi)| is(nguoi));
    all.next().filter(|_| all.next().is_none()).map(|(key, _)| key.as_str())
}

fn cac_ten<'n>(noi: &'n NoiBanHanh<'_>) -> Vec<&'n str> {
    let names = noi.tung.iter().flat_map(|c| &c.nguoi_ky);
    names.map(|(key, _)| key.as_str()).collect()
}

fn thieu_kt(doc: &mut Doc<'_>, nguoi_ky: &NguoiKy, at: Span) {
    let Some(post) = nguoi_ky.cap_pho_thieu_kt() else { return };
    let de_ky = nguoi_ky.de_ky();
    let kt = de_ky.dau(QuyenHan::KyThay);
    if de_ky.la_lanh_dao_tap_the(post) {
        return;
    }
    if de_ky.cap_pho_truc_tiep {
        let message = format!(
            "“{post}” ký trực tiếp: chỉ khi chưa có cấp trưởng và được phân công phụ trách"
        );
        let fault = Fault::new("deputy-without-kt", message)
            .hint(format!(
                "ký thay cấp trưởng thì thêm một dòng ngay trên, ví dụ: “{kt} TRƯỞNG BAN”"
            ))
            .clause("Điều 13; Phụ lục I, phần I, mục II.7.a");
        return doc.note(fault.words(post), at);
    }
    let message =
        format!("“{post}” là cấp phó, ký thay người đứng đầu thì phía trên phải có dòng “{kt}”");
    let fault = Fault::new("deputy-without-kt", message)
        .hint(format!("thêm một dòng ngay trên, ví dụ: “{kt} CHỦ TỊCH” trên “PHÓ CHỦ TỊCH”"))
        .clause("Điều 13; Phụ lục I, phần I, mục II.7.a");
    doc.warn(fault.words(post), at);
}

/// Lines as they are printed, each with its place.
fn cac_dong(doc: &mut Doc<'_>, value: TextOrList, key: &str, span: Span) -> Vec<(Loi, Span)> {
    match value {
        TextOrList::One(text) => vec![(doc.loi(mot_dong(&text), span), span)],
        TextOrList::Many(items) => {
            items.into_iter().filter_map(|item| doc.plain(item, key, span)).collect()
        }
    }
}

/// The other post of the signer: a post and its office, no mark of authority.
fn chuc_vu_khac(doc: &mut Doc<'_>, dong: Vec<(Loi, Span)>) -> Vec<Loi> {
    let kept = dong.into_iter().filter(|(line, _)| !line.is_empty());
    let checked = kept.map(|(line, span)| {
        let de_ky = doc.bo().de_ky;
        if let Some(mark) = de_ky.tach(&line).0.map(|quyen| de_ky.dau(quyen)) {
            let ghi = de_ky.cac_dau(&[QuyenHan::ThayMat, QuyenHan::KyThay, QuyenHan::ThuaLenh]);
            let message = format!("chuc_vu_khac “{line}” có “{mark}”");
            let fault = Fault::new("bad-signer", message)
                .hint(format!("chuc_vu_khac chỉ ghi chức vụ và cơ quan công tác của người ký: GIÁM ĐỐC SỞ NỘI VỤ; {ghi} ghi ở dong"))
                .clause("Phụ lục I, phần I, mục II.7.c");
            doc.fault(fault, span);
        }
        line
    });
    checked.collect()
}

/// A signer as it is written out; `lien` says that several offices issue the paper.
pub fn nguoi_ky(doc: &mut Doc<'_>, form: NguoiKyForm, at: Span, lien: bool) -> Option<NguoiKy> {
    let de_ky = doc.bo().de_ky;
    let name = doc.optional(form.ho_ten);
    let khac = doc.optional(form.chuc_vu_khac);
    let khac = khac.map(|(value, span)| cac_dong(doc, value, "chuc_vu_khac", span));
    let khac = chuc_vu_khac(doc, khac.unwrap_or_default());
    let (value, span) = doc.require(form.dong, "dong", at)?;
    let lines = cac_dong(doc, value, "dong", span);
    let (ho_ten, name_span) =
        name.map_or((Loi::default(), at), |(Text(t), s)| (doc.loi(mot_dong(&t), s), s));
    if ho_ten.is_empty() {
        let fault = Fault::new("not-ready", "chưa ghi họ tên người ký");
        doc.warn(fault.hint("ghi vào mục ho_ten"), at);
    }
    if let Some(title) = truoc_ho_ten(&ho_ten, de_ky) {
        let fault = Fault::new("title-before-name", format!("trước họ tên người ký có “{title}”"))
            .hint(format!("bỏ học hàm, học vị, danh hiệu{}", de_ky.ngoai_le_ho_ten))
            .clause("Phụ lục I, phần I, mục II.7.b");
        doc.warn(fault.words(title), name_span);
    }
    if let Some(fault) = chu_hoa_thuong(&ho_ten) {
        doc.fault(fault, name_span);
    }
    let texts: Vec<Loi> = lines.iter().map(|(line, _)| line.clone()).collect();
    let at_line = |words: &str| lines.iter().find(|(line, _)| *line == words).map(|(_, s)| *s);
    let faults = match NguoiKy::theo(de_ky, &texts, &ho_ten) {
        Ok(nguoi_ky) => {
            thieu_kt(doc, &nguoi_ky, span);
            for fault in luu_y(&nguoi_ky, lien) {
                let at = at_line(&fault.words).unwrap_or(span);
                doc.warn(fault, at);
            }
            return Some(nguoi_ky.co_chuc_vu_khac(khac));
        }
        Err(faults) => faults,
    };
    for fault in faults {
        let line = at_line(&fault.words);
        let name = (ho_ten == fault.words).then_some(name_span);
        doc.fault(fault, line.or(name).unwrap_or(span));
    }
    None
}
