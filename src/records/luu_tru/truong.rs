//! Trường dữ liệu: a document's data fields under the names that Phụ lục VI gives them.

use chrono::NaiveDate;

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
    van_ban.kinh_gui.iter().chain(listed).map(Loi::to_string).collect()
}
