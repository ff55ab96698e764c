//! A JSON Schema of a file as fields of a form.

use serde_json::{Map, Value};

use super::nhan::{gia_tri, giai_thich, loi_giai_chon, nhan};
use super::{Kieu, O};

/// How deep a schema is followed; ours go a handful of levels.
const SAU_NHAT: usize = 6;

/// Bodies in light Markdown, by the definitions that have them and their keys; the schema calls them texts.
const THAN_BAI: &[(&str, &str)] = &[("PhuLuc", "noi_dung")];

/// Numbers and amounts.
const SO: &[&str] = &[
    "so_luong",
    "so_nguoi",
    "so_ngay",
    "so_dem",
    "lan",
    "don_gia",
    "thanh_tien",
    "so_tien",
    "tong",
    "so_ban",
];

/// Texts that are a line at most.
const MOT_DONG: &[&str] = &[
    "ten",
    "dia_danh",
    "ky_hieu",
    "dien_thoai",
    "luu",
    "ho_ten",
    "so",
    "ngay_ban_hanh",
    "dot",
    "ngay",
    "gio",
    "tu",
    "den",
    "muc",
    "don_vi",
    "mau",
];

/// The order in which a clerk fills in what the file keeps by the alphabet.
const THU_TU: &[(&str, &[&str])] = &[
    (
        "co-quan",
        &[
            "ten",
            "co_quan_chu_quan",
            "co_quan_ban_hanh",
            "dia_danh",
            "ky_hieu",
            "dia_chi",
            "nguoi_ky",
            "noi_nhan",
            "luu",
        ],
    ),
    ("dot", &["dot", "doan", "thoi_gian", "noi_lam_viec", "lich_trinh", "kinh_phi", "phan_cong"]),
    (
        "ke-hoach",
        &[
            "trich_yeu",
            "ngay_ban_hanh",
            "so",
            "mo_dau",
            "muc_dich_yeu_cau",
            "thanh_phan",
            "dot",
            "kinh_phi",
        ],
    ),
    ("KinhPhi", &["di_lai", "luu_tru", "phong_nghi", "chi_khac", "tong"]),
    (
        "KhoanChi",
        &[
            "noi_dung",
            "don_vi",
            "so_luong",
            "so_ngay",
            "so_dem",
            "lan",
            "don_gia",
            "muc",
            "thanh_tien",
            "ghi_chu",
        ],
    ),
    ("Viec", &["gio", "noi_dung", "dia_diem", "chu_tri"]),
    ("ThanhVien", &["ho_ten", "chuc_danh", "vai_tro", "so_nguoi"]),
    ("PhanCong", &["viec", "don_vi", "thoi_han"]),
    ("NoiLamViec", &["don_vi", "dia_ban"]),
    ("TaiTinh", &["dia_ban", "noi_dung"]),
    ("KienNghi", &["voi", "noi_dung"]),
    ("TuDen", &["tu", "den"]),
    ("NguoiKy", &["dong", "ho_ten", "chuc_vu_khac"]),
    ("DinhMuc", &["muc", "don_gia", "tu_ngay", "can_cu"]),
    ("NoiGui", &["ma", "ten", "kenh", "email", "dia_chi"]),
];

/// The fields of a file of that schema.
pub fn cac_o(schema: &Value, ten: &str) -> Vec<O> {
    let top = schema.get("then").unwrap_or(schema);
    let doc = Doc { definitions: schema.get("definitions").and_then(Value::as_object) };
    let mut all = doc.truong(top, SAU_NHAT);
    all.retain(|o| o.khoa != "loai");
    xep(&mut all, ten);
    all
}

fn thu_tu(ten: &str) -> &'static [&'static str] {
    THU_TU.iter().find(|(own, _)| *own == ten).map_or(&[][..], |(_, order)| order)
}

/// What a clerk fills in, and what is hardly ever touched.
pub fn thuong_va_it(all: Vec<O>, ten: &str) -> (Vec<O>, Vec<O>) {
    all.into_iter().partition(|o| thu_tu(ten).contains(&&*o.khoa))
}

/// In the order in which they are filled in.
fn xep(all: &mut [O], ten: &str) {
    let order = thu_tu(ten);
    let at = |khoa: &str| order.iter().position(|own| *own == khoa).unwrap_or(order.len());
    all.sort_by_key(|o| at(&o.khoa));
}

struct Doc<'s> {
    definitions: Option<&'s Map<String, Value>>,
}

impl Doc<'_> {
    fn truong(&self, schema: &Value, sau: usize) -> Vec<O> {
        let (schema, ten) = self.theo_ten(schema);
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
            return Vec::new();
        };
        let needed = schema.get("required").and_then(Value::as_array);
        let can = |khoa: &str| needed.is_some_and(|all| all.iter().any(|own| own == khoa));
        let fields = properties.iter().map(|(khoa, value)| {
            let mo_ta = mo_ta(value).or_else(|| mo_ta(self.theo(value))).unwrap_or_default();
            let kieu = match THAN_BAI.contains(&(ten, khoa)) {
                true => Kieu::ThanBai,
                false => self.kieu(khoa, value, sau),
            };
            let giai_thich = match &kieu {
                Kieu::Chon(values) => loi_giai_chon(mo_ta, values),
                _ => giai_thich(khoa, mo_ta),
            };
            let nhan = nhan(khoa, mo_ta);
            let giai_thich = if giai_thich == nhan { String::new() } else { giai_thich };
            O { khoa: khoa.clone(), nhan, giai_thich, can: can(khoa), kieu }
        });
        // A group by names that nobody knows beforehand has nothing to fill in.
        let shown = fields.filter(|o| o.kieu != Kieu::Nhom(Vec::new()));
        let mut all = khac_ten(shown.collect());
        xep(&mut all, ten);
        all
    }

    fn theo<'v>(&'v self, value: &'v Value) -> &'v Value {
        self.theo_ten(value).0
    }

    /// The schema that a reference or a choice with nothing stands for, and what it is called.
    fn theo_ten<'v>(&'v self, value: &'v Value) -> (&'v Value, &'v str) {
        let mut at = value;
        let mut ten = "";
        for _ in 0..SAU_NHAT {
            let named = at.get("$ref").and_then(Value::as_str);
            let named = named.and_then(|path| path.strip_prefix("#/definitions/"));
            if let Some((name, next)) = named.and_then(|n| self.definitions?.get_key_value(n)) {
                (at, ten) = (next, name.as_str());
                continue;
            }
            let title = at.get("title").and_then(Value::as_str).unwrap_or_default();
            ten = if title.is_empty() { ten } else { title };
            let Some(choices) = at.get("anyOf").and_then(Value::as_array) else { break };
            let nothing = |v: &&Value| v.get("type").and_then(Value::as_str) == Some("null");
            // Of several shapes the richest one: a list holds one text too.
            match choices.iter().filter(|v| !nothing(v)).max_by_key(|v| self.rong(v)) {
                Some(next) => at = next,
                None => break,
            }
        }
        (at, ten)
    }

    /// How much a shape can hold.
    fn rong(&self, value: &Value) -> u8 {
        let of = |word: &str| co_kieu(value, word);
        match () {
            () if value.get("anyOf").is_some() => 1,
            () if value.get("$ref").is_some() || of("object") => 3,
            () if of("array") => 2,
            () => 0,
        }
    }

    fn kieu(&self, khoa: &str, value: &Value, sau: usize) -> Kieu {
        let (whole, value) = (value, self.theo(value));
        let Some(sau) = sau.checked_sub(1) else { return Kieu::Dong };
        if let Some(words) = value.get("enum").and_then(Value::as_array) {
            let words = words.iter().filter_map(Value::as_str);
            return Kieu::Chon(words.map(|w| (w.to_owned(), gia_tri(khoa, w))).collect());
        }
        if co_kieu(value, "array") {
            let item = value.get("items").unwrap_or(&Value::Null);
            let con = self.truong(item, sau);
            return if con.is_empty() { Kieu::CacDong } else { Kieu::DanhSach(con) };
        }
        if co_kieu(value, "object") {
            let own = self.truong(whole, sau);
            let item = value.get("additionalProperties").filter(|v| v.is_object());
            if own.is_empty() && item.is_some_and(|item| co_kieu(item, "string")) {
                return Kieu::CacCap;
            }
            let named = item.map(|item| self.truong(item, sau)).unwrap_or_default();
            return if named.is_empty() { Kieu::Nhom(own) } else { Kieu::TheoTen(named) };
        }
        match khoa {
            _ if SO.contains(&khoa) => Kieu::So,
            _ if MOT_DONG.contains(&khoa) => Kieu::Dong,
            _ => Kieu::Doan,
        }
    }
}

fn mo_ta(value: &Value) -> Option<&str> {
    value.get("description").and_then(Value::as_str)
}

fn co_kieu(value: &Value, word: &str) -> bool {
    match value.get("type") {
        Some(Value::String(own)) => own == word,
        Some(Value::Array(all)) => all.iter().any(|own| own == word),
        _ => false,
    }
}

/// Two fields of one name are told apart by their keys.
pub fn khac_ten(all: Vec<O>) -> Vec<O> {
    let count = |nhan: &str| all.iter().filter(|o| o.nhan == nhan).count();
    let twice: Vec<bool> = all.iter().map(|o| count(&o.nhan) > 1).collect();
    let told = |(o, twice): (O, bool)| match twice {
        true => O { nhan: format!("{} ({})", o.nhan, o.khoa.replace('_', " ")), ..o },
        false => o,
    };
    all.into_iter().zip(twice).map(told).collect()
}
