//! What a paper does to earlier ones of the register, whether it is issued here or was made elsewhere.

use super::so_sach::{loi_tham_so, tim};
use crate::diagnostic::Diagnostic;
use crate::model::Ngay;
use crate::records::so_dang_ky::{CachGoi, LoaiQuanHe, Muc, QuanHe, SoCai, TrangThai};

/// Each of the earlier papers is found in the register and in force; `nghe` hears of it.
pub fn cac_quan_he(
    asked: &[(LoaiQuanHe, &[String])],
    cai: &SoCai,
    ngay: Ngay,
    nghe: &mut dyn FnMut(&Muc),
) -> Result<Vec<QuanHe>, Vec<Diagnostic>> {
    let mut all: Vec<QuanHe> = Vec::new();
    for (loai, text) in asked.iter().flat_map(|(loai, list)| list.iter().map(move |t| (*loai, t))) {
        let goi = CachGoi::doc(text).map_err(|fault| vec![loi_tham_so(loai.chu_dong(), fault)])?;
        let muc = tim(cai, &goi, None).map_err(|fault| vec![fault])?;
        let wrong = |why: String| {
            let message = format!("không {} được {}: {why}", loai.chu_dong(), muc.so_hieu);
            vec![Diagnostic::error("bad-relation", message).at(muc.place.clone())]
        };
        if muc.trang_thai != TrangThai::PhatHanh {
            return Err(wrong("số ấy không phải của văn bản đang có hiệu lực".to_owned()));
        }
        if let Some((done, so_hieu, ky)) = muc.het_hieu_luc() {
            return Err(wrong(format!("văn bản ấy đã {} {so_hieu}/{ky}", done.bi_dong())));
        }
        if muc.dong.ngay > Some(ngay) {
            return Err(wrong("văn bản ấy có ngày sau văn bản này".to_owned()));
        }
        nghe(muc);
        if all.iter().any(|qh| qh.la(muc)) {
            return Err(wrong("văn bản ấy ghi hai lần trong lệnh".to_owned()));
        }
        all.push(QuanHe::voi(loai, muc));
    }
    Ok(all)
}
