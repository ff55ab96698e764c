//! The office's own kinds, declared in its template folders.

use std::collections::HashMap;

use super::KhoMau;
use super::khai_bao::khai_bao;
use super::loai_rieng::GIAY_TO_CUA_DOT;
use crate::diagnostic::{Diagnostic, Place};
use crate::reading::source::{MauRieng, TepMau, TepNguon};

/// All kinds: the shipped ones, over them those that the office shares, over these the hồ sơ's own.
/// Findings in declarations go to `all`.
pub fn kho(rieng: &MauRieng, all: &mut Vec<Diagnostic>) -> KhoMau {
    let mut kho = KhoMau::default();
    let (own, shared): (Vec<_>, Vec<_>) =
        rieng.tep.iter().filter(|(key, _)| la_khai_bao(key)).partition(|(_, tep)| tep.cua_ho_so);
    for lop in [shared, own] {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for (_, tep) in lop {
            mot_khai_bao(tep, rieng, &mut seen, &mut kho, all);
        }
    }
    kho
}

/// Declarations lie in the folder itself; YAML in a folder below is data that a template reads.
fn la_khai_bao(key: &str) -> bool {
    !key.contains('/') && (key.ends_with(".yaml") || key.ends_with(".yml"))
}

fn mot_khai_bao<'t>(
    tep: &'t TepMau,
    rieng: &MauRieng,
    seen: &mut HashMap<String, &'t str>,
    kho: &mut KhoMau,
    all: &mut Vec<Diagnostic>,
) {
    let TepMau { ten, text: Some(text), .. } = tep else { return kho.hong(&tep.ten) };
    let nguon = match TepNguon::decode(ten, text.as_bytes()) {
        Ok(nguon) => nguon,
        Err(found) => {
            all.extend(found);
            return kho.hong(ten);
        }
    };
    let Some(mau) = khai_bao(&nguon, all) else { return kho.hong(ten) };
    let typ = mau.tep.trim_start_matches("/noi-dung/");
    if !rieng.tep.contains_key(typ) && !kho.co_mau(&mau.tep) {
        let message = format!("không có tệp mẫu “{typ}” cạnh khai báo “{ten}”");
        let hint = "đặt tệp .typ cạnh khai báo, hoặc ghi tên tệp ở mục “mau”";
        all.push(
            Diagnostic::error("missing-template", message)
                .hint(hint)
                .at(nguon.place(1, 1).of(String::new(), None)),
        );
        return kho.hong(ten);
    }
    for khoa in &mau.khoa {
        if khoa.starts_with(GIAY_TO_CUA_DOT) && kho.theo_khoa(khoa).is_none() {
            let message = format!("không có giấy tờ nào của đợt tên “{khoa}”");
            let hint = "loại riêng thì đặt tên không bắt đầu bằng “dot_”";
            let place = cho_cua(&nguon, khoa);
            all.push(Diagnostic::error("bad-key", message).hint(hint).at(place));
        }
        if let Some(other) = seen.insert(khoa.clone(), ten) {
            let message = format!("loại “{khoa}” khai ở cả “{other}” và “{ten}”");
            let hint = "mỗi loại chỉ khai ở một tệp";
            let place = cho_cua(&nguon, khoa);
            all.push(Diagnostic::error("duplicate-kind", message).hint(hint).at(place));
        }
    }
    kho.them(mau);
}

/// Where a declaration gives the kind's key.
fn cho_cua(nguon: &TepNguon, khoa: &str) -> Option<Place> {
    Some(nguon.tim_chu((1, 1), usize::MAX, khoa)?.of("khoa".to_owned(), None))
}
