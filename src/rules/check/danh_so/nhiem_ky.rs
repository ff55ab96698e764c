//! `nhiem_ky`, `dai_hoi` under `so_dang_ky`: the times in which numbers run where they don't run by years (HD 05, I.3.1.1).

use crate::model::ky_danh_so::{DIEU_KHOAN_NHIEM_KY, chong_nhau, la_ten_dai_hoi, la_ten_nhiem_ky};
use crate::model::{
    BoQuyTac, CachDanhSo, Fault, Ky, KyDaKhai, Loai, Ngay, TheoGi, so_ky_hieu, ten_rieng,
};
use crate::reading::form::{DaiHoiForm, Field, NhiemKyForm, SoDangKyForm, Table, Text};
use crate::reading::yaml::Span;
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::rules::check::doc::Doc;

/// Numbers by terms, or those of a congress.
pub fn theo_nhiem_ky(doc: &mut Doc<'_>, form: SoDangKyForm, bo: BoQuyTac) -> CachDanhSo {
    chi_theo_loai(doc, &form, bo);
    let thu_muc = doc.optional_line(form.thu_muc).map(|(text, _)| text.into_string());
    let own = CachDanhSo { thu_muc, ..CachDanhSo::mac_dinh(bo.day_so) };
    let terms = doc.optional(form.nhiem_ky);
    match (doc.optional(form.dai_hoi), terms) {
        (Some((_, at)), Some(_)) => {
            let fault = Fault::new("wrong-type", "một tệp vừa có nhiem_ky vừa có dai_hoi").hint(
                "văn bản của đại hội có tệp cơ quan riêng, ví dụ dai-hoi.yaml (ky_hieu: ĐH), trong đó chỉ ghi dai_hoi",
            );
            doc.fault(fault.clause(DIEU_KHOAN_NHIEM_KY), at);
            own
        }
        // One series for all kinds while it lasts (I.3.1.1.a).
        (Some((form, at)), None) => {
            let cac_ky = dai_hoi(doc, form, at).into_iter().collect();
            CachDanhSo { theo: TheoGi::Nam, cac_ky, ..own }
        }
        (None, Some((items, at))) => CachDanhSo { cac_ky: cac_nhiem_ky(doc, items, at), ..own },
        (None, None) => own,
    }
}

/// What the set leaves no choice in.
fn chi_theo_loai(doc: &mut Doc<'_>, form: &SoDangKyForm, bo: BoQuyTac) {
    let told = |what: &str, hint: &str| {
        let message = format!("theo {}, {what}", bo.ten);
        Fault::new("wrong-type", message).hint(hint.to_owned()).clause(DIEU_KHOAN_NHIEM_KY)
    };
    let what = "mỗi tên loại văn bản một dãy số trong một nhiệm kỳ";
    if let Some(Field::Good(Text(text), at)) = &form.theo
        && !["loai", "loại"].contains(&text.trim())
    {
        doc.fault(told(what, "bỏ dòng theo, hoặc ghi theo: loai"), *at);
    }
    if let Some(Field::Good(_, at)) = &form.nhom {
        doc.fault(told(what, "bỏ mục nhom"), *at);
    }
    if let Some(Field::Good(_, at)) = &form.dau_so {
        let hint = "ghi dau_so trong từng nhiệm kỳ: nhiem_ky: [{ten: 2025-2030, tu_ngay: 15/10/2025, dau_so: {nghi_quyet: 12}}]";
        doc.fault(told("số đầu tiên là của từng loại trong một nhiệm kỳ", hint), *at);
    }
}

/// An office that counts by years has neither terms nor congresses.
pub fn khong_nhan(doc: &mut Doc<'_>, form: &SoDangKyForm, bo: BoQuyTac) {
    let spans = [
        ("nhiem_ky", form.nhiem_ky.as_ref().and_then(cho)),
        ("dai_hoi", form.dai_hoi.as_ref().and_then(cho)),
    ];
    for (khoa, at) in spans {
        let Some(at) = at else { continue };
        let message = format!("theo {}, số văn bản đánh theo năm, không có “{khoa}”", bo.ten);
        let hint = format!("bỏ mục {khoa}; văn bản của Đảng thì ghi thêm bo_quy_tac: hd05");
        doc.fault(Fault::new("wrong-type", message).hint(hint), at);
    }
}

fn cho<T>(field: &Field<T>) -> Option<Span> {
    match field {
        Field::Good(_, at) => Some(*at),
        _ => None,
    }
}

/// All terms in the order of their days; two that overlap are told.
fn cac_nhiem_ky(doc: &mut Doc<'_>, items: Vec<Field<NhiemKyForm>>, parent: Span) -> Vec<KyDaKhai> {
    let mut all: Vec<KyDaKhai> = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, "nhiem_ky", parent) else { continue };
        let Some(term) = nhiem_ky(doc, form, at) else { continue };
        if all.iter().any(|own| own.ky == term.ky) {
            let message = format!("{} ghi hai lần", term.ky.goi());
            let hint = "hai nhiệm kỳ trùng năm thì nhiệm kỳ sau ghi thêm -2, ví dụ: 2025-2030-2";
            doc.fault(Fault::new("term-overlap", message).hint(hint), at);
            continue;
        }
        all.push(term);
    }
    all.sort_by_key(|term| term.tu_ngay);
    if let Some((a, b)) = chong_nhau(&all) {
        let message = format!("{} và {} chồng ngày lên nhau", a.ky.goi(), b.ky.goi());
        let hint = format!(
            "nhiệm kỳ tính từ khi bế mạc đại hội lần này đến bế mạc đại hội lần kế tiếp: sửa den_ngay của {}, hoặc bỏ den_ngay",
            a.ky
        );
        doc.fault(
            Fault::new("term-overlap", message).hint(hint).clause(DIEU_KHOAN_NHIEM_KY),
            parent,
        );
    }
    all
}

fn nhiem_ky(doc: &mut Doc<'_>, form: NhiemKyForm, at: Span) -> Option<KyDaKhai> {
    let ten = doc.line(form.ten, "ten", at);
    let ky = ten.and_then(|(text, span)| {
        let text = text.into_string().replace(' ', "");
        let wrong = || {
            let message = format!("“{text}” không phải tên một nhiệm kỳ");
            Fault::new("wrong-type", message).hint("ghi hai năm của nhiệm kỳ, ví dụ: 2025-2030")
        };
        let ky = if la_ten_nhiem_ky(&text) { Ok(Ky::NhiemKy(text.clone())) } else { Err(wrong()) };
        doc.take(ky, span)
    });
    let tu_ngay = ngay(doc, Some(form.tu_ngay), "tu_ngay", at);
    let den_ngay = ngay(doc, form.den_ngay, "den_ngay", at);
    let dau_so = doc.optional(form.dau_so).map(|(table, _)| dau_so(doc, table));
    let (ky, (tu_ngay, _)) = ky.zip(tu_ngay)?;
    truoc_sau(doc, tu_ngay, den_ngay);
    Some(KyDaKhai {
        ky,
        tu_ngay: tu_ngay.ngay(),
        den_ngay: den_ngay.map(|(ngay, _)| ngay.ngay()),
        dau_so: dau_so.unwrap_or_default(),
    })
}

fn dai_hoi(doc: &mut Doc<'_>, form: DaiHoiForm, at: Span) -> Option<KyDaKhai> {
    let ten = doc.optional_line(form.ten);
    let tu_ngay = ngay(doc, Some(form.tu_ngay), "tu_ngay", at);
    let den_ngay = ngay(doc, Some(form.den_ngay), "den_ngay", at);
    let ten = match ten {
        Some((text, span)) => {
            let text = text.into_string();
            let known = la_ten_dai_hoi(&text).then(|| text.clone()).ok_or_else(|| {
                let message = format!("“{text}” không phải năm của một đại hội");
                Fault::new("wrong-type", message)
                    .hint("ghi năm, ví dụ: 2025; đại hội thứ hai trong năm: 2025-2")
            });
            doc.take(known, span)
        }
        None => tu_ngay.map(|(ngay, _)| ngay.nam().to_string()),
    };
    let ((ten, (tu_ngay, _)), den) = ten.zip(tu_ngay).zip(den_ngay)?;
    truoc_sau(doc, tu_ngay, Some(den));
    Some(KyDaKhai {
        ky: Ky::DaiHoi(ten),
        tu_ngay: tu_ngay.ngay(),
        den_ngay: Some(den.0.ngay()),
        dau_so: Vec::new(),
    })
}

fn ngay(
    doc: &mut Doc<'_>,
    field: Option<Field<Text>>,
    khoa: &str,
    at: Span,
) -> Option<(Ngay, Span)> {
    let (text, span) = doc.line(field?, khoa, at)?;
    doc.take(Ngay::parse(&text), span).map(|ngay| (ngay, span))
}

fn truoc_sau(doc: &mut Doc<'_>, tu: Ngay, den: Option<(Ngay, Span)>) {
    let Some((den, at)) = den.filter(|(den, _)| *den < tu) else { return };
    let message = format!("den_ngay {den} trước tu_ngay {tu}");
    doc.fault(Fault::new("wrong-type", message).hint("xem lại hai ngày"), at);
}

/// The first number of each kind that is named.
fn dau_so(doc: &mut Doc<'_>, table: Table<Text>) -> Vec<(String, u64)> {
    let mut all = Vec::new();
    for (key, value) in table.0 {
        let Field::Good(Text(khoa), at) = key else { continue };
        let khoa = khoa.trim();
        let Some(ten) = ten_day(khoa) else {
            let words: Vec<&str> = Loai::cac_khoa().collect();
            let hint = nearest(khoa, &words).map_or_else(
                || "ghi như ở mục loai của văn bản, ví dụ: nghi_quyet".to_owned(),
                co_phai_la,
            );
            let message = format!("dau_so: không có loại văn bản “{khoa}”");
            doc.fault(Fault::new("unknown-kind", message).hint(hint), at);
            continue;
        };
        let Some((text, span)) = doc.line(value, khoa, at) else { continue };
        let so = doc.take(so_ky_hieu::so(&text), span);
        all.extend(so.map(|so| (ten.clone(), so)));
    }
    all
}

/// What the series of a kind is called; a kind of the office's own by its word in YAML.
fn ten_day(khoa: &str) -> Option<String> {
    if let Some(loai) = Loai::theo_khoa(khoa) {
        return Some(ten_rieng(loai).to_owned());
    }
    let words: Vec<&str> = Loai::cac_khoa().collect();
    let plain = !khoa.is_empty() && khoa.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    (plain && nearest(khoa, &words).is_none()).then(|| khoa.to_owned())
}
