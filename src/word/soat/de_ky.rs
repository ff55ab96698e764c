//! What a signer's lines say, where the set says who signs for whom: the same rules as of a paper's own fields.

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use crate::diagnostic::Diagnostic;
use crate::model::cach_de_ky::luu_y;
use crate::model::{Fault, Loi, NguoiKy, QuyenHan};
use crate::word::nhan_dang::tu::gon;
use crate::word::nhan_dang::{NguoiKyNhan, VaiDong};

const II_7: &str = "Phụ lục I, phần I, mục II.7";

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    giay.bo_cuc.cuoi.nguoi_ky.iter().flat_map(|nguoi| mot(giay, nguoi)).collect()
}

fn mot(giay: &Giay, nguoi: &NguoiKyNhan) -> Vec<PhatHien> {
    let de_ky = giay.bo.de_ky;
    let upper = |line: &String| match de_ky.noi_chuc_vu.contains(&gon(line).as_str()) {
        true => gon(line),
        false => gon(line).to_uppercase(),
    };
    let lines: Vec<String> = nguoi.dong.iter().map(upper).collect();
    // How a mark is spelled is told at its line.
    if lines.is_empty() || lines.iter().any(|line| de_ky.viet_dung(line).is_some()) {
        return Vec::new();
    }
    let dong: Vec<Loi> = lines.iter().map(|line| line.as_str().into()).collect();
    let tell = |fault: &Fault, d: fn(&'static str, String) -> Diagnostic| {
        let one = cho(giay, nguoi, &fault.words)?;
        let mut d = d("word-authority", format!("người ký: {}", fault.message));
        d.hint = fault.hint.clone();
        Some(giay.o_doan(one, "nguoi_ky", d.clause(fault.clause.unwrap_or(II_7))))
    };
    match NguoiKy::theo(de_ky, &dong, &nguoi.ho_ten.as_str().into()) {
        Err(faults) => faults.iter().filter_map(|fault| tell(fault, loi)).collect(),
        Ok(own) => {
            let lien = giay.bo_cuc.cuoi.nguoi_ky.len() > 1;
            let mut found: Vec<Fault> = luu_y(&own, lien);
            let mut out: Vec<_> = found.drain(..).filter_map(|f| tell(&f, canh_bao)).collect();
            out.extend(cap_pho(&own).and_then(|fault| tell(&fault, ghi_chu)));
            out
        }
    }
}

fn loi(code: &'static str, message: String) -> Diagnostic {
    Diagnostic::error(code, message)
}

fn canh_bao(code: &'static str, message: String) -> Diagnostic {
    Diagnostic::warning(code, message)
}

fn ghi_chu(code: &'static str, message: String) -> Diagnostic {
    Diagnostic::note(code, message)
}

/// A deputy who signs as if there were no head.
fn cap_pho(nguoi: &NguoiKy) -> Option<Fault> {
    let de_ky = nguoi.de_ky();
    let post = nguoi.cap_pho_thieu_kt().filter(|post| !de_ky.la_lanh_dao_tap_the(post))?;
    let kt = de_ky.dau(QuyenHan::KyThay);
    let message =
        format!("“{post}” ký trực tiếp: chỉ khi chưa có cấp trưởng và được phân công phụ trách");
    let hint = format!("ký thay cấp trưởng thì thêm một dòng ngay trên, ví dụ: “{kt} TRƯỞNG BAN”");
    Some(Fault::new("deputy-without-kt", message).hint(hint).words(post))
}

/// The paragraph of the words at fault, or of the signer's first line.
fn cho<'g, 'w>(giay: &'g Giay<'w>, nguoi: &NguoiKyNhan, words: &str) -> Option<&'g MotDoan<'w>> {
    let own = |text: &str| {
        giay.vai(VaiDong::ChucVu).find(|(line, _)| {
            let line = gon(&line.dong.chu).to_uppercase();
            !line.is_empty() && text.to_uppercase().starts_with(&line)
        })
    };
    let first = nguoi.dong.first().map(|line| gon(line)).unwrap_or_default();
    own(words).or_else(|| own(&first)).map(|(_, one)| one)
}
