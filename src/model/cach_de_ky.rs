//! What should be looked at in how a signer is written, where a set of rules says more than which mark stands before
//! what: who signs for a body, which post follows, whose name doesn't. Sets that say nothing of it find nothing.
//! Clauses are the decree's of the same matter, as everywhere.

use super::nguoi_ky::khong_chuc_vu;
use super::{DeKy, Fault, NguoiKy, QuyenHan};

/// Everything about one signer; `lien` says that several offices issue the paper together, when posts have the names
/// of their bodies.
pub fn luu_y(nguoi: &NguoiKy, lien: bool) -> Vec<Fault> {
    let mut all = Vec::new();
    all.extend(thieu_thay_mat(nguoi));
    all.extend(thay_mat_thu_truong(nguoi));
    all.extend(thua_chuc_vu(nguoi));
    if !lien && !nguoi.kiem_nhiem() {
        all.extend(kem_ten(nguoi));
    }
    all
}

/// A secretary signs for his committee.
fn thieu_thay_mat(nguoi: &NguoiKy) -> Option<Fault> {
    let de_ky = nguoi.de_ky();
    let post = nguoi.chuc_vu()?;
    let alone = nguoi.thay_mat().is_none() && !nguoi.co(QuyenHan::ThuaLenh) && !nguoi.kiem_nhiem();
    if !alone || !de_ky.la_lanh_dao_tap_the(post) {
        return None;
    }
    let tm = de_ky.dau(QuyenHan::ThayMat);
    let message = format!("“{post}” ký thay mặt một tập thể, mà phía trên không có dòng “{tm}”");
    let hint = format!("thêm dòng đầu, ví dụ: “{tm} {}”", de_ky.vi_du);
    let fault = Fault::new("signer-form", message).hint(hint);
    Some(fault.clause("Phụ lục I, phần I, mục II.7.a").words(post.as_str()))
}

/// An office that a head leads is signed for by him.
fn thay_mat_thu_truong(nguoi: &NguoiKy) -> Option<Fault> {
    let (line, de_ky) = (nguoi.thay_mat()?, nguoi.de_ky());
    let body = de_ky.tach(line).1;
    if !de_ky.thu_truong.iter().any(|own| body.starts_with(own)) {
        return None;
    }
    let kt = de_ky.dau(QuyenHan::KyThay);
    let message = format!("“{line}”: cơ quan ấy do cấp trưởng lãnh đạo, không ký thay mặt");
    let hint = format!(
        "bỏ dòng ấy: cấp trưởng ghi chức vụ của mình; cấp phó ghi thêm dòng “{kt}” và chức vụ cấp trưởng ở trên"
    );
    let fault = Fault::new("signer-form", message).hint(hint);
    Some(fault.clause("Phụ lục I, phần I, mục II.7.a").words(line.as_str()))
}

/// A body whose name says it all.
fn thua_chuc_vu(nguoi: &NguoiKy) -> Option<Fault> {
    let (line, de_ky) = (nguoi.thay_mat()?, nguoi.de_ky());
    let post = nguoi.quyen_han_chuc_vu().get(1)?;
    if !khong_chuc_vu(de_ky.tach(line).1, de_ky) {
        return None;
    }
    let message = format!("dưới “{line}” không ghi chức vụ, mà ở đây có “{post}”");
    let fault = Fault::new("signer-form", message).hint("bỏ dòng chức vụ, chỉ để họ tên");
    Some(fault.clause("Phụ lục I, phần I, mục II.7.c").words(post.as_str()))
}

/// A post with the name of its body: `PHÓ BÍ THƯ TỈNH UỶ`.
fn kem_ten(nguoi: &NguoiKy) -> Vec<Fault> {
    let de_ky = nguoi.de_ky();
    let found = nguoi.quyen_han_chuc_vu().iter().filter_map(|line| {
        let (quyen, post) = de_ky.tach(line);
        let ten = ten_kem(post, de_ky).filter(|_| quyen != Some(QuyenHan::ThayMat))?;
        let right = line.strip_suffix(ten)?.trim_end();
        let message = format!("chức vụ “{line}” ghi kèm tên tổ chức “{ten}”");
        let fault = Fault::new("signer-form", message).hint(format!("viết: “{right}”"));
        Some(fault.clause("Phụ lục I, phần I, mục II.7.c").words(line.as_str()))
    });
    found.collect()
}

/// What follows a post that stands alone.
fn ten_kem<'t>(post: &'t str, de_ky: &DeKy) -> Option<&'t str> {
    let rest = de_ky.khong_kem_ten.iter().find_map(|own| post.strip_prefix(own)?.strip_prefix(' '));
    rest.filter(|rest| !de_ky.duoc_kem.iter().any(|own| rest.starts_with(own)))
}
