//! The data of the hồ sơ and of its papers, in the words of Thông tư 05/2025/TT-BNV (Điều 4), for the archive's own system.

use serde_json::{Map, Value, json};

use super::goi_tin::MaHoSo;
use super::{HoSoNop, TaiLieu};
use crate::model::{Ngay, PHIEN_BAN};
use crate::records::so_dang_ky::dau::bam;

/// Its name in the package.
pub const TEP: &str = "ho-so.json";
const NGON_NGU: &str = "Tiếng Việt";

/// The whole as JSON. A day is `2026-03-15`.
pub fn viet(ho_so: &HoSoNop) -> Vec<u8> {
    let (tu, den) = ho_so.thoi_gian().unzip();
    let value = json!({
        "phien_ban": PHIEN_BAN,
        "phong": { "ten": ho_so.co_quan.ten.to_string(), "ma_dinh_danh": ho_so.ma_co_quan },
        "ho_so": {
            "ma_ho_so": ho_so.ma.ma(),
            "so_ky_hieu": ho_so.ky_hieu,
            "tieu_de": ho_so.tieu_de,
            "thoi_han_luu_tru": ho_so.thoi_han,
            "che_do_su_dung": ho_so.che_do.ten(),
            "tu_khoa": ho_so.tu_khoa,
            "ngon_ngu": NGON_NGU,
            "thoi_gian_bat_dau": ngay(tu),
            "thoi_gian_ket_thuc": ngay(den),
            "tong_so_tai_lieu": ho_so.tai_lieu.len(),
            "so_luong_trang": ho_so.so_trang(),
        },
        "tai_lieu": ho_so.tai_lieu.iter().enumerate().map(|one| tai_lieu(one, &ho_so.ma)).collect::<Vec<_>>(),
    });
    format!("{}\n", serde_json::to_string_pretty(&value).unwrap_or_default()).into_bytes()
}

fn ngay(ngay: Option<Ngay>) -> Value {
    ngay.map_or(Value::Null, |ngay| json!(ngay.ngay().format("%Y-%m-%d").to_string()))
}

fn tai_lieu((stt, one): (usize, &TaiLieu), ma: &MaHoSo) -> Value {
    let files = one.tep.iter().map(|tep| {
        let mut file = Map::new();
        file.insert("ten".into(), json!(tep.ten));
        file.insert("sha256".into(), json!(bam(&tep.bytes)));
        file.insert("so_trang".into(), tep.so_trang.map_or(Value::Null, |so| json!(so)));
        file.insert("da_ky_so".into(), json!(tep.da_ky));
        Value::Object(file)
    });
    json!({
        "stt": stt.saturating_add(1),
        "so": one.so,
        "ky_hieu": one.ky_hieu,
        "ma_luu_tru": ma.ma_tai_lieu(stt.saturating_add(1)),
        "ngay": ngay(one.ngay),
        "ten_loai_trich_yeu": one.trich_yeu,
        "nguoi_ky": one.nguoi_ky,
        "noi_nhan": one.noi_nhan,
        "ngon_ngu": NGON_NGU,
        "ghi_chu": one.ghi_chu,
        "vat_mang_tin": if one.tep.is_empty() { "giấy" } else { "tệp" },
        "tep": files.collect::<Vec<_>>(),
    })
}
