//! Keys that stand where they mean nothing: the answer says where they belong.

use crate::model::{Fault, KieuVanBan};

/// Keys that only an office's file has, with what they say.
const CUA_CO_QUAN: &[(&str, &str)] = &[
    ("dia_danh", "địa danh"),
    ("dia_chi", "địa chỉ"),
    ("co_quan_ban_hanh", "tên cơ quan"),
    ("co_quan_chu_quan", "tên cơ quan chủ quản"),
    ("the_thuc", "cỡ chữ, lề trang"),
];

/// The signer's other post beside the signer.
const CHUC_VU_KHAC: &str = "chuc_vu_khac";

/// Whether a key that nobody knows is this one.
fn khoa_la(fault: &Fault, key: &str) -> bool {
    fault.code == "unknown-key" && fault.words == key
}

/// A number on a paper whose kind has none.
pub fn khong_co_so(fault: Fault, kieu: &KieuVanBan) -> Fault {
    let keys = ["so", "ky_hieu", "don_vi_soan"];
    match keys.iter().find(|key| !kieu.so && khoa_la(&fault, key)) {
        Some(key) => {
            fault.hint(format!("loại văn bản này không có số, ký hiệu: xoá dòng “{key}:”"))
        }
        None => fault,
    }
}

/// A key of the office's that stands in a document is no slip of the pen.
pub fn cua_co_quan(fault: Fault) -> Fault {
    if khoa_la(&fault, CHUC_VU_KHAC) {
        return fault.hint("ghi trong nguoi_ky, cạnh dong và ho_ten của người ký");
    }
    let found = CUA_CO_QUAN.iter().find(|(key, _)| khoa_la(&fault, key));
    let Some((key, ten)) = found else { return fault };
    fault.hint(format!(
        "{ten} của mọi văn bản lấy ở tệp của cơ quan: chuyển dòng “{key}:” sang co-quan.yaml"
    ))
}
