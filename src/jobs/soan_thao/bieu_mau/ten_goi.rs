//! What the keys of files are called in forms.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Kieu, O, chung, luoc_do, o};
use crate::model::{CachNoiNhan, CachTrichYeu};
use crate::rules::bo_quy_tac::MAC_DINH;
use crate::rules::check::{KhoMau, luoc_do_cua};

/// By key; of a key that two forms call by two names the commoner form's is taken.
static TEN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let kho = KhoMau::default();
    let mut ten = BTreeMap::new();
    for all in [
        chung::dau(CachTrichYeu::DuoiTenLoai),
        chung::cuoi(Kieu::Dong, CachNoiNhan::CoQuan),
        chung::phu_luc(),
        chung::khac(MAC_DINH),
    ] {
        ghi(&all, &mut ten);
    }
    for mau in kho.cac_khoa().filter_map(|khoa| kho.theo_khoa(khoa)) {
        ghi(&mau.truong.iter().map(o).collect::<Vec<O>>(), &mut ten);
    }
    for name in ["co-quan", "ke-hoach", "dot", "danh-ba"] {
        ghi(&luoc_do::cac_o(&luoc_do_cua(name, &kho).unwrap_or_default(), name), &mut ten);
    }
    ten
});

fn ghi(all: &[O], ten: &mut BTreeMap<String, String>) {
    for o in all {
        ten.entry(o.khoa.clone()).or_insert_with(|| o.nhan.clone());
        if let Kieu::Nhom(con) | Kieu::DanhSach(con) | Kieu::TheoTen(con) = &o.kieu {
            ghi(con, ten);
        }
    }
}

/// What a clerk calls the field of that key.
pub fn ten_goi(khoa: &str) -> Option<&'static str> {
    TEN.get(khoa).map(String::as_str)
}
