//! Of a decision: who decides, on a line of its own over the căn cứ, and the word `QUYẾT ĐỊNH:` under them with its
//! colon (PL III, forms 1.1 to 1.3).

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::muc_than::Muc;
use crate::diagnostic::Diagnostic;
use crate::model::Loai;
use crate::word::nhan_dang::tu::{gon, toan_hoa};
use crate::word::nhan_dang::{VaiDong, la_quyet};

const MAU: &str = "Phụ lục III, các mẫu văn bản";

pub(super) fn soat(giay: &Giay, all: &[(Muc, &MotDoan)]) -> Vec<PhatHien> {
    if !giay.bo.soat.mau_quyet {
        return Vec::new();
    }
    let Some(at) = all.iter().position(|(_, one)| la_quyet(&gon(&one.chu))) else {
        return Vec::new();
    };
    let (above, rest) = all.split_at_checked(at).unwrap_or((all, &[]));
    let mut out = Vec::new();
    out.extend(rest.first().and_then(|(_, one)| hai_cham(giay, one)));
    out.extend(tham_quyen(giay, above));
    out
}

fn hai_cham(giay: &Giay, one: &MotDoan) -> Option<PhatHien> {
    let text = gon(&one.chu);
    (!text.ends_with(':')).then(|| {
        let message = format!("phải viết “{text}:”, có dấu hai chấm");
        let d = Diagnostic::warning("word-text", message).clause(MAU);
        giay.o_doan(one, "noi_dung", d)
    })
}

/// The authority stands in capitals between the subject and the căn cứ.
fn tham_quyen(giay: &Giay, above: &[(Muc, &MotDoan)]) -> Option<PhatHien> {
    let kind = giay.bo_cuc.dau.loai.map(Loai::khoa)?;
    if !["quyet_dinh", "nghi_quyet"].contains(&kind) || !above.iter().any(la_can_cu) {
        return None;
    }
    // It may stand behind a break in the subject's own paragraph.
    let subject = giay.vai(VaiDong::TrichYeu).map(|(_, one)| one);
    let mut over = above.iter().map(|(_, one)| *one).chain(subject);
    if over.any(|one| one.chu.split('\n').any(toan_hoa)) {
        return None;
    }
    let (_, first) = above.iter().find(|(_, one)| one.so > 0)?;
    let message = "trên các căn cứ: không thấy dòng ghi thẩm quyền ban hành";
    let d = Diagnostic::warning("word-missing-part", message)
        .hint("dưới trích yếu, viết hoa, đậm, ở giữa, ví dụ: GIÁM ĐỐC SỞ NỘI VỤ; ỦY BAN NHÂN DÂN TỈNH …")
        .clause(MAU);
    Some(giay.o_doan(first, "tham_quyen", d))
}

fn la_can_cu((muc, _): &(Muc, &MotDoan)) -> bool {
    *muc == Muc::CanCu
}
