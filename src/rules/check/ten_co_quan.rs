//! The office's name as a document writes it out against its name in capitals at the head.

use crate::model::ten_goi::khoa;
use crate::model::{Fault, TenCoQuan};

/// Bodies of which every unit has one, so that the unit's name alone tells them apart.
const CO_QUAN: &[&str] = &[
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "ủy ban mặt trận tổ quốc việt nam",
    "văn phòng hội đồng nhân dân và ủy ban nhân dân",
];
const CAP: &[&str] =
    &["xã", "phường", "đặc khu", "thị trấn", "thị xã", "huyện", "quận", "thành phố", "tỉnh"];

/// What is wrong if both name such a body, but not the same one. The longer of them may add its province.
pub fn trai(ten: &str, in_hoa: &TenCoQuan) -> Option<Fault> {
    let head = match in_hoa {
        TenCoQuan::LienMach(text) => text.to_string(),
        TenCoQuan::TungDong(lines) => lines.join(" "),
        TenCoQuan::LienTich(_) => return None,
    };
    let (own, other) = (noi(ten)?, noi(&head)?);
    if own.0 != other.0 || bat_dau(&own.1, &other.1) || bat_dau(&other.1, &own.1) {
        return None;
    }
    let message = format!("“{ten}” không phải là cơ quan in ở đầu trang: {head}");
    Some(
        Fault::new("name-not-as-head", message)
            .hint("sửa lại ten hoặc co_quan_ban_hanh cho cùng một cơ quan"),
    )
}

/// Which body it is, and of which unit.
fn noi(ten: &str) -> Option<(usize, String)> {
    let ten = khoa(ten);
    let standing = khoa("thường trực");
    let bare = ten.strip_prefix(&standing).map_or(ten.as_str(), str::trim_start);
    let (i, rest) = CO_QUAN
        .iter()
        .enumerate()
        .find_map(|(i, co_quan)| Some((i, bare.strip_prefix(&khoa(co_quan))?.trim_start())))?;
    let unit = CAP.iter().any(|cap| bat_dau(rest, &khoa(cap)));
    unit.then(|| (i, rest.to_owned()))
}

/// Whether a name begins with all words of another.
fn bat_dau(ten: &str, dau: &str) -> bool {
    let rest = ten.strip_prefix(dau);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_unit_is_another_office() {
        let two = |lines: &[&str]| TenCoQuan::TungDong(lines.iter().map(|l| (*l).into()).collect());
        let commune = two(&["ỦY BAN NHÂN DÂN", "XÃ VĨNH THẠNH TRUNG"]);
        for ten in [
            "Uỷ ban nhân dân xã Vĩnh Thạnh Trung",
            "Ủy ban nhân dân xã Vĩnh Thạnh Trung, tỉnh An Giang",
            "UBND xã Tân Khánh Trung",
            "Hội đồng nhân dân xã Tân Khánh Trung",
        ] {
            assert_eq!(trai(ten, &commune), None, "{ten}");
        }
        for ten in ["Ủy ban nhân dân xã Tân Khánh Trung", "Ủy ban nhân dân xã Vĩnh Thạnh"]
        {
            let found = trai(ten, &commune).is_some();
            assert_eq!(found, ten.ends_with("Khánh Trung"), "{ten}");
        }
        let council = two(&["HỘI ĐỒNG NHÂN DÂN", "TỈNH ĐỒNG THÁP"]);
        assert_eq!(trai("Thường trực Hội đồng nhân dân tỉnh Đồng Tháp", &council), None);
    }
}
