//! `so_dang_ky` in `co-quan.yaml` → [`CachDanhSo`].

use super::doc::Doc;
use crate::model::ngay_ban_hanh::NAM;
use crate::model::{CachDanhSo, Fault, TheoGi, so_ky_hieu};
use crate::reading::form::{Field, SoDangKyForm, Table, Text};

const DIEU_KHOAN: &str = "Nghị định 30/2020/NĐ-CP, Điều 15";

pub fn danh_so(doc: &mut Doc<'_>, form: SoDangKyForm) -> CachDanhSo {
    let theo = doc.optional_line(form.theo).and_then(|(text, span)| {
        let theo = match text.as_str() {
            "nam" | "năm" => Ok(TheoGi::Nam),
            "loai" | "loại" => Ok(TheoGi::Loai),
            _ => Err(Fault::new("wrong-type", format!("không có cách đánh số theo “{text}”"))
                .hint("ghi “nam” (mỗi năm một dãy số) hoặc “loai” (mỗi loại văn bản một dãy số)")
                .clause(DIEU_KHOAN)),
        };
        doc.take(theo, span)
    });
    let dau_so = doc.optional(form.dau_so).map(|(table, _)| dau_so(doc, table));
    let thu_muc = doc.optional_line(form.thu_muc).map(|(text, _)| text.into_string());
    CachDanhSo { theo: theo.unwrap_or_default(), dau_so: dau_so.unwrap_or_default(), thu_muc }
}

/// The first number of each year that is named.
fn dau_so(doc: &mut Doc<'_>, table: Table<Text>) -> Vec<(i32, u64)> {
    let mut all = Vec::new();
    for (key, value) in table.0 {
        let Field::Good(Text(year), at) = key else { continue };
        let Some(nam) = year.trim().parse().ok().filter(|nam| NAM.contains(nam)) else {
            let fault =
                Fault::new("wrong-type", format!("“{}” không phải là một năm", year.trim()));
            doc.fault(fault.hint("ghi năm rồi số đầu tiên của năm ấy, ví dụ: 2023: 105"), at);
            continue;
        };
        let Some((text, span)) = doc.line(value, &year, at) else { continue };
        all.extend(doc.take(so_ky_hieu::so(&text), span).map(|so| (nam, so)));
    }
    all
}
