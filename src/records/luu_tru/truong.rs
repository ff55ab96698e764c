//! Trường dữ liệu: a document's data fields under the names that Phụ lục VI gives them.

use chrono::NaiveDate;

use crate::model::phu_luc_vi::TO_ORGAN_NAME;
use crate::model::{Loi, NguoiKy, VanBan};

/// The languages of PL VI are named in words.
const TIENG_VIET: &str = "Tiếng Việt";

/// The fields of an outgoing document. What isn't known is left out of the file. The texts of a checked
/// document keep to their limits already (`model::phu_luc_vi`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TruongDuLieu {
    /// Order of the document in its dossier.
    pub doc_ordinal: Option<usize>,
    pub type_name: String,
    pub code_number: Option<String>,
    pub code_notation: String,
    /// None while the day isn't fixed.
    pub issued_date: Option<NaiveDate>,
    pub organ_name: String,
    pub subject: String,
    pub language: String,
    pub page_amount: usize,
    /// One in most documents; several in joint ones.
    pub signer_info: Vec<SignerInfo>,
    /// Names of the recipients.
    pub to: Vec<String>,
    /// 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc.
    pub priority: Option<u8>,
    /// How many copies are issued.
    pub issued_amount: Option<usize>,
    /// By when an answer is due.
    pub due_date: Option<NaiveDate>,
}

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignerInfo {
    pub position: String,
    pub full_name: String,
}

impl SignerInfo {
    /// The last line is the signer's own post; those above it say for whom he signs.
    fn cua(nguoi_ky: &NguoiKy) -> Self {
        Self {
            position: nguoi_ky.quyen_han_chuc_vu().last().map(Loi::to_string).unwrap_or_default(),
            full_name: nguoi_ky.ho_ten().to_string(),
        }
    }
}

impl TruongDuLieu {
    /// What the document itself tells.
    pub fn cua(van_ban: &VanBan, so_trang: usize) -> Self {
        let ngay = van_ban.ngay_ban_hanh;
        Self {
            doc_ordinal: None,
            type_name: van_ban.loai.ten().to_owned(),
            code_number: van_ban.so_ky_hieu.so().map(|so| format!("{so:02}")),
            code_notation: van_ban.so_ky_hieu.ky_hieu().to_owned(),
            issued_date: ngay.ngay().map(|_| ngay.ngay_dau_ky()),
            organ_name: van_ban.co_quan.ten.to_string(),
            subject: van_ban.trich_yeu.to_string(),
            language: TIENG_VIET.to_owned(),
            page_amount: so_trang,
            signer_info: van_ban.nguoi_ky.iter().map(SignerInfo::cua).collect(),
            to: noi_nhan(van_ban),
            priority: Some(van_ban.chi_dan.muc_do_khan()),
            issued_amount: None,
            due_date: None,
        }
    }
}

/// `Như trên` are those whom Kính gửi names (PL I, II.9.b).
fn noi_nhan(van_ban: &VanBan) -> Vec<String> {
    let listed = van_ban.noi_nhan.danh_sach().iter().filter(|ten| ten.as_str() != "Như trên");
    van_ban.kinh_gui.iter().chain(listed).flat_map(|dong| cac_ten(dong.as_str())).collect()
}

/// The names of a line, which may name many offices: as it stands where the field takes it, else in parts that it takes.
fn cac_ten(dong: &str) -> Vec<String> {
    let vua = |text: &str| TO_ORGAN_NAME.qua_dai(text).is_none();
    let mut parts = vec![dong];
    for sign in [";", ",", " "] {
        let split = |part| if vua(part) { vec![part] } else { gop(part, sign, vua) };
        parts = parts.into_iter().flat_map(split).collect();
    }
    parts.into_iter().map(str::to_owned).collect()
}

/// What a sign parts, as many together as are right; what is too long alone stays whole.
fn gop<'t>(text: &'t str, sign: &str, vua: impl Fn(&str) -> bool) -> Vec<&'t str> {
    let (mut out, mut rest) = (Vec::new(), text.trim());
    while !vua(rest) {
        let ends: Vec<usize> = rest.match_indices(sign).map(|(at, _)| at).collect();
        let fits = ends.iter().rev().find(|at| rest.get(..**at).is_some_and(&vua));
        let Some((head, tail)) = fits.or(ends.first()).and_then(|at| rest.split_at_checked(*at))
        else {
            break;
        };
        out.push(head.trim());
        rest = tail.trim_start_matches(sign).trim();
    }
    out.push(rest);
    out.retain(|part| part.contains(char::is_alphanumeric));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_many_offices_becomes_names_that_the_field_takes() {
        assert_eq!(cac_ten("Sở Tài chính; Sở Tư pháp"), ["Sở Tài chính; Sở Tư pháp"]);
        let nhieu = |sign: &str| ["Ủy ban nhân dân các xã, phường, đặc khu"; 9].join(sign);
        let names = cac_ten(&nhieu("; "));
        assert!(names.len() == 3 && names.iter().all(|ten| TO_ORGAN_NAME.qua_dai(ten).is_none()));
        assert_eq!(names.join("; "), nhieu("; "));
        assert_eq!(cac_ten(&nhieu(", ")).join(", "), nhieu(", "));
        let khong_dau = "Ủy ban nhân dân các xã và phường ".repeat(9);
        assert_eq!(cac_ten(&khong_dau).join(" "), khong_dau.trim());
        assert_eq!(cac_ten(&"a".repeat(201)), ["a".repeat(201)]);
        let lon_xon = cac_ten(&format!(";; {} ;{};", "a".repeat(201), "b ".repeat(150)));
        assert_eq!(lon_xon.iter().map(|ten| ten.len()).collect::<Vec<_>>(), [201, 199, 99]);
    }
}
