//! The page `docs/cac-loai.md`: which kinds take which keys, from the declarations and forms themselves.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::model::{CachKinhGui, CachKy, GiayTo, KieuTruong, Mau, Truong};
use crate::rules::check::{KhoMau, luoc_do_cua};

const MO_DAU: &str = "# Các loại văn bản và các mục của từng loại

Trang này lập từ chính khai báo của chương trình nên luôn khớp với chương trình. Mục **in đậm** là bắt buộc. `vanthu init THU_MUC --mau LOAI` tạo tệp có sẵn các mục của một loại, kèm chú giải; cách viết thân bài xem
[Soạn văn bản bất kỳ](than-bai.md).
";

const DAU: &str = "
## Các mục văn bản nào cũng ghi được

Đứng trong mọi tệp văn bản, cùng các mục riêng của loại ở dưới; loại nào không có một mục thì bảng của loại ấy nói rõ.
";

const TOM_TAT: &str = "
## Loại nào ghi mục nào

Ngoài `loai`, `ngay_ban_hanh` mà loại nào cũng phải có. Từng mục ghi gì xem các bảng sau.

| loại | ghi ở `loai` | phải có | có thể có |
|---|---|---|---|
";

const CHUYEN_DI: &str = "
## Kế hoạch tổ chức các đợt công tác (`ke_hoach`, có mục `dot`)

Một kế hoạch có mục `dot` thì đọc theo bảng này; kế hoạch khác thì theo bảng của văn bản có tên loại ở trên. Tạo tệp mẫu:
`vanthu init THU_MUC --mau ke_hoach_chuyen_di`.
";

const CO_QUAN: &str = "
## Tệp cơ quan (`co-quan.yaml`)
";

/// Keys of the form that a table of its own tells, or that are for editors.
const THUA: &[&str] = &["$schema", "loai"];

/// The page.
pub fn cac_loai() -> String {
    let kho = KhoMau::default();
    let mut page = format!("{MO_DAU}{DAU}");
    let head = luoc_do_cua("cong-van", &kho).unwrap_or_default();
    let own: Vec<&str> = kho.theo_khoa("cong_van").map(|mau| khoa_rieng(mau)).unwrap_or_default();
    // What a kind demands of the head stands with the kind.
    let mut common = head.clone();
    if let Some(map) = common.as_object_mut() {
        map.insert("required".to_owned(), json!(["ngay_ban_hanh"]));
    }
    bang(&mut page, &common, |key| !own.contains(&key));
    page.push_str(TOM_TAT);
    let kinds = || kho.cac_mau().filter(|mau| !GiayTo::la_cua_dot(mau));
    for (mau, khoa) in kinds().flat_map(|mau| mau.khoa.iter().map(move |khoa| (mau, khoa))) {
        let _ = writeln!(page, "{}", mot_dong(mau, khoa));
    }
    kinds().for_each(|mau| mot_loai(&mut page, mau));
    page.push_str(CHUYEN_DI);
    let plan = luoc_do_cua("ke-hoach", &kho).unwrap_or_default();
    let of_head = head.get("properties").and_then(Value::as_object);
    let known =
        |key: &str| of_head.is_some_and(|keys| keys.contains_key(key)) && !own.contains(&key);
    bang(&mut page, plan.get("then").unwrap_or(&plan), |key| !known(key));
    page.push_str(CO_QUAN);
    bang(&mut page, &luoc_do_cua("co-quan", &kho).unwrap_or_default(), |_| true);
    page
}

fn khoa_rieng(mau: &Mau) -> Vec<&str> {
    mau.truong.iter().map(|t| t.khoa.as_str()).collect()
}

fn mot_loai(page: &mut String, mau: &Mau) {
    let names: Vec<String> = mau.khoa.iter().map(|khoa| ten(mau, khoa)).collect();
    let keys: Vec<String> = mau.khoa.iter().map(|khoa| format!("`{khoa}`")).collect();
    let _ = write!(
        page,
        "\n## {}\n\n`loai`: {}. {}.{}\n\n| mục | ghi gì | kiểu |\n|---|---|---|\n",
        names.join(", "),
        keys.join(", "),
        mau.mo_ta.trim_end_matches('.'),
        dau(mau)
    );
    mau.truong.iter().for_each(|truong| dong(page, truong, ""));
}

/// A kind in a row: what it must have, what it may.
fn mot_dong(mau: &Mau, khoa: &str) -> String {
    let loai = mau.loai(khoa);
    let drafts = loai.is_some_and(|loai| loai.viet_tat().is_none());
    let two = mau.kieu.nguoi_ky == CachKy::HaiBen;
    let own = |needed: bool| {
        mau.truong.iter().filter(move |t| t.bat_buoc == needed).map(|t| t.khoa.as_str())
    };
    let must: Vec<&str> = mau
        .kieu
        .khoa_can()
        .into_iter()
        .chain(drafts.then_some("don_vi_soan"))
        .chain(two.then_some("nguoi_ky"))
        .chain(own(true))
        .collect();
    let kinh_gui = (mau.kieu.kinh_gui == CachKinhGui::Duoc).then_some("kinh_gui");
    let may: Vec<&str> = kinh_gui.into_iter().chain(own(false)).collect();
    let cell = |keys: Vec<&str>| {
        keys.into_iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
    };
    format!("| {} | `{khoa}` | {} | {} |", ten(mau, khoa), cell(must), cell(may))
}

fn ten(mau: &Mau, khoa: &str) -> String {
    let loai = mau.loai(khoa);
    loai.map_or_else(|| khoa.to_owned(), |loai| loai.ten().to_owned())
}

/// What of the head this kind must have or can't have.
fn dau(mau: &Mau) -> String {
    let list = |words: &str, keys: Vec<&'static str>| match keys.as_slice() {
        [] => String::new(),
        keys => {
            let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
            format!(" {words}: {}.", keys.join(", "))
        }
    };
    list("Bắt buộc thêm", mau.kieu.khoa_can()) + &list("Không có", mau.kieu.khoa_khong_co())
}

/// A field, and those in it under it.
fn dong(page: &mut String, truong: &Truong, tren: &str) {
    let khoa = format!("{tren}{}", truong.khoa);
    let khoa = if truong.bat_buoc { format!("**`{khoa}`**") } else { format!("`{khoa}`") };
    let (kieu, con) = kieu(&truong.kieu);
    let _ = writeln!(page, "| {khoa} | {} | {kieu} |", o(&truong.mo_ta));
    for c in con {
        dong(page, c, &format!("{tren}{}.", truong.khoa));
    }
}

fn kieu(kieu: &KieuTruong) -> (String, &[Truong]) {
    let khoa = match kieu {
        KieuTruong::Chu => "chu",
        KieuTruong::Dong => "dong",
        KieuTruong::CacDoan => "cac_doan",
        KieuTruong::CanCu => "can_cu",
        KieuTruong::ThanBai => "than_bai",
        KieuTruong::Ngay => "ngay",
        KieuTruong::Gio => "gio",
        KieuTruong::So => "so",
        KieuTruong::Tien => "tien",
        KieuTruong::CoKhong => "co_khong",
        KieuTruong::LuaChon(words) => return (words.join(", "), &[]),
        KieuTruong::Nhom(con) => return ("một nhóm mục con".to_owned(), con),
        KieuTruong::DanhSach(con) => return ("một danh sách, mỗi phần tử gồm".to_owned(), con),
    };
    let named = KieuTruong::TEN.iter().find(|(own, _)| *own == khoa);
    (named.map_or(khoa, |(_, called)| called).to_owned(), &[])
}

/// The keys of a form, by its schema.
fn bang(page: &mut String, schema: &Value, co: impl Fn(&str) -> bool) {
    page.push_str("\n| mục | ghi gì |\n|---|---|\n");
    let needed = |key: &str| {
        schema
            .get("required")
            .and_then(Value::as_array)
            .is_some_and(|all| all.iter().any(|own| own == key))
    };
    let Some(keys) = schema.get("properties").and_then(Value::as_object) else { return };
    for (key, value) in keys.iter().filter(|(key, _)| !THUA.contains(&key.as_str()) && co(key)) {
        let shown = if needed(key) { format!("**`{key}`**") } else { format!("`{key}`") };
        let said = value.get("description").and_then(Value::as_str).unwrap_or_default();
        let _ = writeln!(page, "| {shown} | {} |", o(said));
    }
}

/// Text in a cell.
fn o(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// `docs/cac-loai.md` is what users read; BLESS=1 rewrites it.
    #[test]
    fn the_page_of_kinds_is_up_to_date() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cac-loai.md");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, cac_loai()).unwrap();
        }
        let stored = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            stored == cac_loai(),
            "{} is out of date: run the tests with BLESS=1",
            path.display()
        );
    }

    /// Every key of every kind has a row.
    #[test]
    fn every_key_of_every_kind_is_there() {
        let page = cac_loai();
        for mau in KhoMau::default().cac_mau().filter(|mau| !GiayTo::la_cua_dot(mau)) {
            for khoa in &mau.khoa {
                assert!(page.contains(&format!("`{khoa}`")), "{khoa}");
            }
            for truong in &mau.truong {
                assert!(page.contains(&format!("`{}`", truong.khoa)), "{}", truong.khoa);
            }
        }
        for key in ["so", "ngay_ban_hanh", "nguoi_ky", "phu_luc", "muc_dich_yeu_cau", "dia_danh"] {
            assert!(page.contains(&format!("`{key}`")), "{key}");
        }
    }
}
