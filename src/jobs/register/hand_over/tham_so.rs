//! What the clerk says of the hồ sơ, read and judged.

use super::HandOverRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::loi_tham_so;
use crate::model::fault::Fault;
use crate::model::noi_gui::loi_ma;
use crate::records::nop_luu::HoSoNop;
use crate::records::nop_luu::goi_tin::CheDo;

/// What the lists can't do without.
pub(super) fn co_loi(request: &HandOverRequest) -> Result<(), Diagnostic> {
    let missing = [
        (&request.tieu_de, "tiêu đề hồ sơ", "--title \"Tập lưu văn bản đi năm 2026\""),
        (&request.ky_hieu, "số, ký hiệu hồ sơ", "--code 01.VP"),
        (&request.thoi_han, "thời hạn lưu trữ", "--retention \"20 năm\""),
    ];
    match missing.iter().find(|(text, ..)| text.trim().is_empty()) {
        None => Ok(()),
        Some((_, what, example)) => {
            Err(Diagnostic::error("wrong-use", format!("còn thiếu {what}"))
                .hint(format!("ví dụ: {example}")))
        }
    }
}

/// What was given, or nothing.
pub(super) fn loi(given: &Option<String>) -> String {
    given.as_deref().unwrap_or_default().trim().to_owned()
}

pub(super) fn ma_co_quan(request: &HandOverRequest) -> Result<String, Diagnostic> {
    let ma = loi(&request.ma_dinh_danh);
    match loi_ma(&ma).filter(|_| !ma.is_empty()) {
        Some(fault) => Err(loi_tham_so("--organ-id", fault)),
        None => Ok(ma),
    }
}

/// What is told where nothing was said.
pub(super) const CHE_DO_KHONG_GHI: &str = "gói ghi chế độ sử dụng là “sử dụng có điều kiện”; tài liệu công khai thì thêm --access cong-khai";

/// Where nothing is said fewer may read: what was shut by mistake can be opened, not the other way round.
pub(super) fn che_do(request: &HandOverRequest) -> Result<CheDo, Diagnostic> {
    let given = loi(&request.che_do);
    if given.is_empty() {
        return Ok(CheDo::CoDieuKien);
    }
    CheDo::doc(&given).ok_or_else(|| {
        let fault = Fault::new("wrong-use", format!("không có chế độ sử dụng “{given}”"));
        loi_tham_so("--access", fault.hint("ghi cong-khai, co-dieu-kien hoặc mat"))
    })
}

/// The code of a hồ sơ begins with the office's (Thông tư 05/2025/TT-BNV, Phụ lục III).
pub(super) fn thieu_ma(ho_so: &HoSoNop) -> Option<Diagnostic> {
    let message =
        format!("mã hồ sơ trong gói là {}, thiếu mã định danh của cơ quan ở đầu", ho_so.ma.ma());
    let hint = "thêm mã ấy, ví dụ: --organ-id H20.12; chưa biết thì hỏi nơi cấp, hoặc hỏi lưu trữ";
    ho_so.ma_co_quan.is_empty().then(|| Diagnostic::warning("not-ready", message).hint(hint))
}

/// A package of nothing is none that an archive takes; lists and minutes of papers on paper are made all the same.
pub(super) fn khong_tep(ho_so: &HoSoNop) -> Option<Diagnostic> {
    let empty = ho_so.co_tep().next().is_none();
    empty.then(|| {
        Diagnostic::warning("not-ready", "không văn bản nào có tệp, gói điện tử không có gì để nộp")
            .hint("giao bản giấy kèm mục lục và biên bản; gói điện tử thì không giao")
    })
}
