//! `co-quan.yaml` → [`CoQuan`].

use super::cach_phat_hanh::cach_phat_hanh;
use super::cau_chu::cau_chu;
use super::chon_bo::chon_bo;
use super::danh_so::danh_so;
use super::dia_danh::{doc_dia_danh, trung_ten_tinh};
use super::dinh_muc::{cac_dinh_muc, cach_doc_so};
use super::doc::{Doc, mot_dong};
use super::mau::la_ten_mau;
use super::nguoi_ky::nguoi_ky;
use super::nguoi_nhan::noi_nhan;
use super::soat_loi::{kiem_bo_qua, kiem_dau_thanh};
use super::ten_co_quan::trai;
use super::tieng_anh::tieng_anh;
use crate::model::TheThuc;
use crate::model::dat_ten::KyHieuCoQuan;
use crate::model::tuy_chon::MienGiaTri;
use crate::model::{
    BoQuyTac, CachDanhSo, CoQuan, Fault, Loai, Loi, NguoiKy, TenCoQuan, co_khong, phu_luc_vi,
    so_ky_hieu,
};
use crate::reading::form::{CoQuanForm, Field, NguoiKyForm, Table, Text, TextOrList};
use crate::reading::source::ten_tep;
use crate::reading::yaml::decode::unknown_key;
use crate::reading::yaml::{Node, Span};
use crate::rules::bo_quy_tac::MAC_DINH;

const TEN_CO_QUAN: &str = "Phụ lục I, phần I, mục II.2";

pub fn co_quan(doc: &mut Doc<'_>, root: &Node) -> Option<CoQuan> {
    let form: CoQuanForm = doc.form(root)?;
    let top = root.span;
    let bo = chon_bo(doc, form.bo_quy_tac).unwrap_or(MAC_DINH);
    let ten = doc.plain(form.ten, "ten", top);
    if let Some((text, span)) = &ten {
        doc.take(phu_luc_vi::ORGAN_NAME.vua(text), *span);
    }
    let tieu_de = tieu_de_rieng(doc, form.tieu_de, bo);
    let chu_quan = doc.optional(form.co_quan_chu_quan).map(|(v, s)| ten_co_quan(doc, v, s));
    let ban_hanh = doc
        .require(form.co_quan_ban_hanh, "co_quan_ban_hanh", top)
        .map(|(value, span)| ten_co_quan(doc, value, span));
    if let Some(((text, span), head)) = ten.as_ref().zip(ban_hanh.as_ref())
        && let Some(fault) = trai(text, head)
    {
        doc.warn(fault, *span);
    }
    let tieng_anh = doc.optional(form.tieng_anh).and_then(|(v, s)| tieng_anh(doc, v, s));
    let at_place = match &form.dia_danh {
        Field::Good(_, span) => Some(*span),
        _ => None,
    };
    let dia_danh = doc_dia_danh(doc, form.dia_danh, top);
    if let Some(((ten, head), at)) = dia_danh.as_ref().zip(ban_hanh.as_ref()).zip(at_place) {
        trung_ten_tinh(doc, ten, head, at);
    }
    let dia_chi = doc.optional(form.dia_chi).map(|(v, s)| cac_dong(doc, v, "dia_chi", s));
    let ky_hieu = doc.line(form.ky_hieu, "ky_hieu", top);
    if let Some((text, span)) = &ky_hieu {
        kiem_ky_hieu(doc, text, *span, bo);
        if let Some(head) = &ban_hanh {
            ky_hieu_thong_nhat(doc, text.trim(), head, *span);
        }
    }
    let nguoi_ky = doc.require(form.nguoi_ky, "nguoi_ky", top);
    let nguoi_ky = nguoi_ky.map(|(table, span)| cac_nguoi_ky(doc, table, span));
    let chu_luu = (bo.the_thuc)().trinh_bay.luu;
    let noi_nhan = noi_nhan(doc, chu_luu, form.noi_nhan, form.luu, None, true);
    let dinh_muc = doc.optional(form.dinh_muc).map(|(items, span)| cac_dinh_muc(doc, items, span));
    let cach_doc_so = doc.optional(form.cach_doc_so).map(|(form, _)| cach_doc_so(doc, form));
    let danh_so = doc.optional(form.so_dang_ky).map(|(form, _)| danh_so(doc, form, bo));
    let phat_hanh = doc.optional(form.phat_hanh).map(|(form, _)| cach_phat_hanh(doc, form));
    let phrases = doc.optional(form.cau_chu).map(|(table, _)| cau_chu(doc, table, true));
    kiem_dau_thanh(doc, form.dau_thanh);
    kiem_bo_qua(doc, form.bo_qua);
    let the_thuc = doc.optional(form.the_thuc).map(|(table, _)| the_thuc(doc, table, bo));
    let duong_ke_ve = DUONG_KE.doc(doc, form.duong_ke);
    let o_can_tren = CHU_TRONG_O.doc(doc, form.chu_trong_o);
    let the_thuc = the_thuc.unwrap_or_else(bo.the_thuc);
    let in_hai_mat = in_hai_mat(doc, form.in_hai_mat, &the_thuc, bo);
    Some(CoQuan {
        bo_quy_tac: bo,
        tieu_de,
        co_quan_chu_quan: chu_quan,
        co_quan_ban_hanh: ban_hanh?,
        tieng_anh,
        ten: ten?.0,
        dia_danh: dia_danh?,
        dia_chi: dia_chi.unwrap_or_default(),
        ky_hieu: ky_hieu?.0.into_string(),
        nguoi_ky: nguoi_ky?,
        noi_nhan,
        dinh_muc: dinh_muc.unwrap_or_default(),
        cach_doc_so,
        danh_so: danh_so.unwrap_or_else(|| CachDanhSo::mac_dinh(bo.day_so)),
        phat_hanh: phat_hanh.unwrap_or_default(),
        cau_chu: phrases.unwrap_or_default(),
        tep: ten_tep(doc.ten()).to_owned(),
        the_thuc: TheThuc { duong_ke_ve, o_can_tren, in_hai_mat, ..the_thuc },
    })
}

/// The office's own line at the upper right, in capitals, where its rules let it have one.
fn tieu_de_rieng(doc: &mut Doc<'_>, field: Option<Field<Text>>, bo: BoQuyTac) -> Option<Loi> {
    let (Text(text), span) = doc.optional(field)?;
    if bo.tieu_de_rieng {
        return Some(in_hoa(doc, &text, span));
    }
    let fault = Fault::new("unknown-key", format!("{} không có tiêu đề riêng", bo.ten))
        .hint(format!("xoá mục tieu_de; đầu trang có sẵn: {}", bo.tieu_de.join(", ")));
    doc.fault(fault, span);
    None
}

/// What a rule line is in the Word file: the border of a paragraph, or drawn.
const DUONG_KE: LuaChon<'_> = LuaChon {
    ten: "kiểu đường kẻ",
    nhan: [("vien", false), ("hinh_ve", true)],
    goi_y: "ghi vien (viền của đoạn) hoặc hinh_ve (nét vẽ)",
};

/// Where the text of a cell stands.
const CHU_TRONG_O: LuaChon<'_> = LuaChon {
    ten: "cách đặt chữ trong ô của bảng",
    nhan: [("giua", false), ("tren", true)],
    goi_y: "ghi giua (giữa ô theo chiều cao) hoặc tren (sát mép trên ô)",
};

/// A choice between two words, of which the second says yes.
struct LuaChon<'a> {
    ten: &'a str,
    nhan: [(&'a str, bool); 2],
    goi_y: &'a str,
}

impl LuaChon<'_> {
    /// No, where nothing is said.
    fn doc(&self, doc: &mut Doc<'_>, field: Option<Field<Text>>) -> bool {
        let Some((text, span)) = doc.optional_line(field) else { return false };
        let known = self.nhan.iter().find(|(word, _)| *word == text.as_str());
        if known.is_none() {
            let fault = Fault::new("unknown-choice", format!("không có {} “{text}”", self.ten));
            doc.fault(fault.hint(self.goi_y), span);
        }
        known.is_some_and(|(_, yes)| *yes)
    }
}

/// Whether the backs of sheets have the margins of the sides in each other's place, which the rules must know.
fn in_hai_mat(
    doc: &mut Doc<'_>,
    field: Option<Field<Text>>,
    the_thuc: &TheThuc,
    bo: BoQuyTac,
) -> bool {
    let Some((text, span)) = doc.optional_line(field) else { return false };
    let yes = doc.take(co_khong(&text), span).unwrap_or_default();
    if yes && !the_thuc.trinh_bay.le_doi_xung {
        let message = format!("in_hai_mat: {} không có lề riêng cho mặt sau", bo.ten);
        let fault = Fault::new("unknown-choice", message);
        doc.fault(fault.hint("ghi “in_hai_mat: khong”, hoặc xoá dòng này"), span);
        return false;
    }
    yes
}

/// Lines as they are printed.
pub fn cac_dong(doc: &mut Doc<'_>, value: TextOrList, key: &str, span: Span) -> Vec<Loi> {
    let items = match value {
        // Under `|` every line is one.
        TextOrList::One(text) if text.trim().contains('\n') => {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            lines.map(|line| Field::Good(Text(line.to_owned()), span)).collect()
        }
        TextOrList::One(text) => vec![Field::Good(Text(text), span)],
        TextOrList::Many(items) => items,
    };
    items.into_iter().filter_map(|item| doc.plain(item, key, span)).map(|(text, _)| text).collect()
}

/// The office's part is judged in a symbol of its own kind of documents.
fn kiem_ky_hieu(doc: &mut Doc<'_>, text: &str, span: Span, bo: BoQuyTac) {
    if let Some(fault) = so_ky_hieu::co_ca_loai(text.trim(), bo) {
        return doc.fault(fault, span);
    }
    if let Some(loai) = Loai::theo_khoa("ke_hoach") {
        doc.take(so_ky_hieu::ghep(loai, text, bo), span);
    }
}

/// A body whose letters its set has settled.
fn ky_hieu_thong_nhat(doc: &mut Doc<'_>, ky_hieu: &str, head: &TenCoQuan, span: Span) {
    let bang = doc.bo().ky_hieu_co_quan;
    let Some(dong) = KyHieuCoQuan::cua(bang, &head.lien_mach()).filter(|dong| !dong.hop(ky_hieu))
    else {
        return;
    };
    let (ten, chu) = (dong.ten, dong.chu);
    let message = format!("ký hiệu “{ky_hieu}”: {ten} thống nhất viết tắt là {chu}");
    let hint = match dong.tron {
        true => format!("ghi: “ky_hieu: {chu}”"),
        false => format!("bắt đầu bằng {chu}, rồi đến chữ viết tắt của cấp uỷ, ví dụ: {chu}TU"),
    };
    let fault = Fault::new("office-symbol", message).hint(hint);
    doc.warn(fault.clause("Phụ lục I, phần I, mục II.3.b"), span);
}

/// A name at the head: capitals (PL I, II.2).
pub fn ten_co_quan(doc: &mut Doc<'_>, value: TextOrList, span: Span) -> TenCoQuan {
    match value {
        TextOrList::One(text) => TenCoQuan::LienMach(in_hoa(doc, &text, span)),
        TextOrList::Many(items) => {
            let lines: Vec<_> =
                items.into_iter().filter_map(|i| doc.plain(i, "tên cơ quan", span)).collect();
            if lines.is_empty() {
                doc.fault(
                    Fault::new("empty-value", "tên cơ quan để trống").clause(TEN_CO_QUAN),
                    span,
                );
            }
            TenCoQuan::TungDong(lines.into_iter().map(|(l, s)| in_hoa(doc, &l, s)).collect())
        }
    }
}

fn in_hoa(doc: &mut Doc<'_>, text: &str, span: Span) -> Loi {
    let line = mot_dong(text);
    let upper = line.to_uppercase();
    if line != upper {
        let fault = Fault::new("not-upper-case", format!("tên cơ quan “{line}” phải in hoa"));
        doc.fault(fault.hint(format!("viết: “{upper}”")).clause(TEN_CO_QUAN), span);
    }
    doc.loi(line, span)
}

fn cac_nguoi_ky(
    doc: &mut Doc<'_>,
    table: Table<NguoiKyForm>,
    span: Span,
) -> Vec<(String, NguoiKy)> {
    let Table(entries) = table;
    if entries.is_empty() {
        doc.fault(Fault::new("empty-value", "mục “nguoi_ky” chưa khai người nào"), span);
    }
    let (mut all, mut ten_mau) = (Vec::new(), Vec::new());
    for (key, value) in entries {
        let Some((key, key_span)) = doc.line(key, "tên gọi tắt của người ký", span)
        else {
            continue;
        };
        let Some((form, at)) = doc.require(value, &key, key_span) else { continue };
        let ho_ten = form.ho_ten.clone();
        all.extend(nguoi_ky(doc, form, at, false).map(|nguoi| (key.into_string(), nguoi)));
        ten_mau.extend(doc.optional_line(ho_ten).filter(|(ten, _)| la_ten_mau(ten)));
    }
    con_ten_mau(doc, &ten_mau);
    all
}

/// The names that the starter put in the place of the signers'.
fn con_ten_mau(doc: &mut Doc<'_>, ten_mau: &[(Loi, Span)]) {
    let Some((_, span)) = ten_mau.first() else { return };
    let names: Vec<&str> = ten_mau.iter().map(|(ten, _)| ten.as_str()).collect();
    let message = format!("họ tên người ký còn là tên mẫu: {}", names.join(", "));
    let fault = Fault::new("not-ready", message);
    doc.warn(
        fault.hint("ghi họ tên thật của người ký; chưa ai giữ chức vụ ấy thì xoá người ký"),
        *span,
    );
}

/// The office's choices, each inside what its rules allow.
fn the_thuc(doc: &mut Doc<'_>, table: Table<Text>, bo: BoQuyTac) -> TheThuc {
    let mut the_thuc = (bo.the_thuc)();
    for (key, value) in table.0 {
        let Field::Good(Text(key), key_span) = key else { continue };
        let Some(choice) = bo.tuy_chon.iter().find(|t| t.khoa == key) else {
            let keys: Vec<&str> = bo.tuy_chon.iter().map(|t| t.khoa).collect();
            doc.fault(unknown_key(&key, &keys), key_span);
            continue;
        };
        let Field::Good(Text(text), span) = value else { continue };
        let half = if choice.don_vi == "pt" { ", lẻ thì lẻ nửa điểm" } else { "" };
        let allowed = format!("{}{half}", mien(choice.mien, choice.don_vi));
        let what = format!("{} ({})", choice.ten, choice.khoa);
        match text.trim().replace(',', ".").parse::<f64>() {
            Ok(number) if choice.nhan(number) => (choice.dat)(&mut the_thuc, number),
            Ok(_) => {
                let message = format!("{what} là {}, phải {allowed}", text.trim());
                let fault = Fault::new("out-of-range", message).clause(choice.dieu_khoan);
                doc.fault(
                    fault.hint("sửa cho vào khoảng ấy, hoặc xoá dòng để dùng số đo thông dụng"),
                    span,
                );
            }
            Err(_) => {
                let message = format!("{what} phải là một con số, không phải “{}”", text.trim());
                doc.fault(
                    Fault::new("wrong-type", message).hint(format!("chỉ ghi con số, {allowed}")),
                    span,
                );
            }
        }
    }
    the_thuc
}

fn mien(mien: MienGiaTri, don_vi: &str) -> String {
    let so = |v: f64| v.to_string().replace('.', ",");
    match mien {
        MienGiaTri::Khoang(from, to) => format!("từ {} đến {} {don_vi}", so(from), so(to)),
        MienGiaTri::MotTrong(values) => {
            let all: Vec<String> = values.iter().map(|v| so(*v)).collect();
            format!("bằng {} {don_vi}", all.join(" hoặc "))
        }
    }
}
