//! Biểu mẫu: the fields of a file as a form asks for them. Kinds of document are declared, so their forms are too; the
//! plan of trips, a trip, an office and an address book have theirs from the schemas of their files.

mod chung;
mod luoc_do;
mod nhan;
mod ten_goi;

use std::path::Path;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::jobs::load;
use crate::model::{CachKy, KieuTruong, Mau, Truong};
use crate::reading::yaml::va::{Buoc, Cay};
use crate::rules::check::{la_co_quan, la_ten_danh_ba, luoc_do_cua};
use nhan::{loi_giai, nhan};
pub use ten_goi::ten_goi;

/// How a field is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "la", content = "con", rename_all = "snake_case")]
pub enum Kieu {
    /// One line.
    Dong,
    /// A number or an amount, in one line.
    So,
    /// A paragraph.
    Doan,
    /// Lines, one item each.
    CacDong,
    /// Paragraphs, one item each.
    CacDoan,
    ThanBai,
    Chon(Vec<(String, String)>),
    Nhom(Vec<O>),
    DanhSach(Vec<O>),
    /// Groups by names of their own: the signers of an office.
    TheoTen(Vec<O>),
    /// Texts by names of their own: `2026: 105`.
    CacCap,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct O {
    pub khoa: String,
    /// What a clerk calls it.
    pub nhan: String,
    pub giai_thich: String,
    pub can: bool,
    pub kieu: Kieu,
}

/// Fields that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phan {
    pub ten: &'static str,
    /// Shown when asked for.
    pub gon: bool,
    pub o: Vec<O>,
}

/// The form of a file of the folder.
pub fn bieu_mau(thu_muc: &Path, ten: &str, cay: &Cay) -> Result<Vec<Phan>, Diagnostic> {
    let (_, kho, _) = load::kho_mau(thu_muc, None)?;
    let co = |khoa: &str| *cay.tai(&[Buoc::Khoa(khoa.to_owned())]) != Cay::Trong;
    let loai = match cay.tai(&[Buoc::Khoa("loai".to_owned())]) {
        Cay::Chu(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    let of_trips = (loai.is_empty() || loai == "ke_hoach") && (co("dot") || !co("noi_dung"));
    let schema = match loai.as_str() {
        _ if la_co_quan(ten) => Some("co-quan"),
        _ if la_ten_danh_ba(ten) => Some("danh-ba"),
        "co_quan" => Some("co-quan"),
        "danh_ba" => Some("danh-ba"),
        "dot" => Some("dot"),
        "" if ten.starts_with("dot-") => Some("dot"),
        _ if of_trips => Some("ke-hoach"),
        _ => None,
    };
    if let Some(name) = schema {
        let schema = luoc_do_cua(name, &kho).unwrap_or_default();
        let all = luoc_do::cac_o(&schema, name);
        if name != "co-quan" {
            return Ok(vec![Phan { ten: "Nội dung", gon: false, o: all }]);
        }
        let (thuong, it) = luoc_do::thuong_va_it(all, name);
        return Ok(vec![
            Phan { ten: "Cơ quan", gon: false, o: thuong },
            Phan {
                ten: "Ít khi cần sửa: cỡ chữ, lề, cách đánh số…", gon: true, o: it
            },
        ]);
    }
    let mau = kho.theo_khoa_cua(&loai, chung::bo_quy_tac(thu_muc)).ok_or_else(|| {
        Diagnostic::error("wrong-use", format!("chưa có biểu mẫu cho loại “{loai}”"))
            .hint("sửa mục loai trong tệp, hoặc tạo văn bản mới từ một thẻ ở tủ văn bản")
    })?;
    Ok(theo_mau(mau, thu_muc))
}

/// The form of a declared kind: what every paper has, with what its kind has in the middle.
fn theo_mau(mau: &Mau, thu_muc: &Path) -> Vec<Phan> {
    let khong = mau.kieu.khoa_khong_co();
    let can = mau.kieu.khoa_can();
    let nguoi_ky = match mau.kieu.nguoi_ky {
        CachKy::MoiCoQuanMotNguoi => chung::nguoi_ky(thu_muc),
        CachKy::HaiBen => chung::hai_ben_ky(),
    };
    let own: Vec<&str> = mau.truong.iter().map(|t| t.khoa.as_str()).collect();
    let cua = |all: Vec<O>| -> Vec<O> {
        let known =
            all.into_iter().filter(|o| !khong.contains(&&*o.khoa) && !own.contains(&&*o.khoa));
        known.map(|o| O { can: o.can || can.contains(&&*o.khoa), ..o }).collect()
    };
    vec![
        Phan { ten: "Đầu văn bản", gon: false, o: cua(chung::dau(mau.kieu.trich_yeu)) },
        Phan {
            ten: "Nội dung",
            gon: false,
            o: luoc_do::khac_ten(mau.truong.iter().map(o).collect()),
        },
        Phan {
            ten: "Cuối văn bản", gon: false, o: cua(chung::cuoi(nguoi_ky, mau.kieu.noi_nhan))
        },
        Phan { ten: "Phụ lục", gon: true, o: cua(chung::phu_luc()) },
        Phan { ten: "Mục khác", gon: true, o: cua(chung::khac_cua(thu_muc)) },
    ]
}

/// A declared field.
fn o(truong: &Truong) -> O {
    let con = |all: &[Truong]| luoc_do::khac_ten(all.iter().map(o).collect());
    let kieu = match &truong.kieu {
        KieuTruong::Chu => Kieu::Doan,
        KieuTruong::CacDoan | KieuTruong::CanCu => Kieu::CacDoan,
        KieuTruong::ThanBai => Kieu::ThanBai,
        KieuTruong::CoKhong => Kieu::Chon(chung::cap(&[("có", "Có"), ("không", "Không")])),
        KieuTruong::LuaChon(words) => {
            Kieu::Chon(words.iter().map(|word| (word.clone(), word.clone())).collect())
        }
        KieuTruong::Nhom(all) => Kieu::Nhom(con(all)),
        KieuTruong::DanhSach(all) => Kieu::DanhSach(con(all)),
        KieuTruong::Dong | KieuTruong::Ngay | KieuTruong::Gio => Kieu::Dong,
        KieuTruong::So | KieuTruong::Tien => Kieu::So,
    };
    let nhan = nhan(&truong.khoa, &truong.mo_ta);
    // What only says the name again explains nothing.
    let giai_thich = loi_giai(&truong.mo_ta);
    let giai_thich = if giai_thich == nhan { String::new() } else { giai_thich };
    O { khoa: truong.khoa.clone(), nhan, giai_thich, can: truong.bat_buoc, kieu }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check::KhoMau;

    /// No form shows a word of YAML, and each of its fields has a name of its own.
    #[test]
    fn every_kind_has_a_form_in_plain_words() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(
            dir.path().join("co-quan.yaml"),
            "ten: X\nnguoi_ky:\n  ct:\n    dong: CHỦ TỊCH\n    ho_ten: An\n",
        )
        .unwrap();
        let kho = KhoMau::default();
        let of_kinds = kho.cac_khoa().map(|khoa| ("a.yaml".to_owned(), khoa.to_owned()));
        let others = [
            ("co-quan.yaml", "co_quan"),
            ("danh-ba.yaml", "danh_ba"),
            ("dot-1.yaml", "dot"),
            ("b.yaml", ""),
        ];
        let others = others.map(|(ten, loai)| (ten.to_owned(), loai.to_owned()));
        let mut seen = 0;
        for (ten, loai) in of_kinds.chain(others).filter(|(_, loai)| !loai.starts_with("dot_")) {
            let cay = Cay::Nhom(vec![
                ("loai".into(), Cay::Chu(loai.clone())),
                ("noi_dung".into(), Cay::Chu("x".into())),
            ]);
            let cay = if loai.is_empty() { Cay::Trong } else { cay };
            for phan in bieu_mau(dir.path(), &ten, &cay).unwrap() {
                seen += xem(&phan.o, &loai);
            }
        }
        assert!(seen > 300, "{seen}");
    }

    fn xem(all: &[O], loai: &str) -> usize {
        for o in all {
            assert_ne!(o.nhan, o.giai_thich, "{loai}: {o:?}");
            let first = o.nhan.chars().next().unwrap_or('a');
            assert!(first.is_uppercase() || first.is_numeric(), "{loai}: {o:?}");
            assert!(!o.nhan.contains('_') && o.nhan.chars().count() < 70, "{loai}: {o:?}");
            let same = all.iter().filter(|other| other.nhan == o.nhan).count();
            assert_eq!(same, 1, "{loai}: {}", o.nhan);
            if let Kieu::Nhom(con) | Kieu::DanhSach(con) | Kieu::TheoTen(con) = &o.kieu {
                xem(con, loai);
            }
        }
        all.len()
    }
}
