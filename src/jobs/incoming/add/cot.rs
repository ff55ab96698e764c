//! The columns of an entry: what the line says goes before what the file says, and where the two differ both are told.

use super::AddRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::incoming::opened::{gon, ngay_neu};
use crate::jobs::incoming::read::DocDuoc;
use crate::jobs::incoming::so_va_ngay::tach;
use crate::jobs::khac_tep::{chu, khac};
use crate::model::{Ngay, chi_dan};
use crate::records::so_den::{DongDen, SoDen, ViecDen};

/// What offices are called for short.
const TAT: [(&str, &str); 5] = [
    ("ubnd", "uybannhandan"),
    ("hdnd", "hoidongnhandan"),
    ("vp", "vanphong"),
    ("tt", "thuongtruc"),
    ("bql", "banquanly"),
];

/// The entry without its number, and what is to be looked at.
pub struct Cot {
    pub dong: DongDen,
    pub khac: Vec<Diagnostic>,
}

/// Decides the columns of one paper; `tep` is the file's name.
pub fn cot(
    request: &AddRequest,
    ngay: Ngay,
    doc: &DocDuoc,
    tep: &str,
) -> Result<Cot, Vec<Diagnostic>> {
    let so = tach(request.ky_hieu.as_deref().unwrap_or_default()).map_err(|fault| vec![fault])?;
    let rieng = ngay_neu("--ngay-van-ban", request.ngay_van_ban.as_ref())?;
    if let Some((a, b)) = so.ngay.zip(rieng).filter(|(a, b)| a != b) {
        let message = format!("số, ký hiệu ghi ngày {a}, mà --ngay-van-ban ghi {b}");
        return Err(vec![
            Diagnostic::error("wrong-use", message).hint("xem ngày trên văn bản, ghi một ngày"),
        ]);
    }
    let own = [
        gon(request.tac_gia.as_ref()),
        so.ky_hieu,
        rieng.or(so.ngay).map(|ngay| ngay.to_string()).unwrap_or_default(),
        gon(request.trich_yeu.as_ref()),
    ];
    let read_day = doc.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let read = [&doc.tac_gia, &doc.ky_hieu, &read_day, &doc.trich_yeu];
    let told = own.iter().zip(read).zip(COT);
    let differ = told
        .filter(|((own, read), (_, same))| !own.is_empty() && !read.is_empty() && !same(own, read));
    let differ: Vec<Diagnostic> =
        differ.map(|((own, read), (ten, _))| khac(ten, own, read, tep)).collect();
    let [tac_gia, ky_hieu, _, trich_yeu] = own;
    let from_file = !request.theo_dong;
    let or = |own: String, read: &String| match own.is_empty() && from_file {
        true => read.clone(),
        false => own,
    };
    let mat = request.do_mat.as_deref().map(do_mat).transpose()?.unwrap_or_default();
    let dong = DongDen {
        ngay: Some(ngay),
        tac_gia: or(tac_gia, &doc.tac_gia),
        ky_hieu: or(ky_hieu, &doc.ky_hieu),
        ngay_van_ban: rieng.or(so.ngay).or(doc.ngay.filter(|_| from_file)),
        trich_yeu: or(trich_yeu, &doc.trich_yeu),
        so_ban: request.so_ban,
        ghi_chu: gon(request.ghi_chu.as_ref()),
        mat,
        ..DongDen::moi(ViecDen::Den, SoDen { nam: ngay.nam(), so: 0 })
    };
    let faults = thieu(&dong);
    if faults.is_empty() { Ok(Cot { dong, khac: differ }) } else { Err([differ, faults].concat()) }
}

/// Whether two say the same.
type Cung = fn(&str, &str) -> bool;

/// What the columns are called, in their order, and how two values of one are held against each other.
const COT: [(&str, Cung); 4] = [
    ("tác giả", cung_tac_gia),
    ("số, ký hiệu", cung_ky_hieu),
    ("ngày của văn bản", |a, b| a == b),
    ("tên loại và trích yếu", mot_phan),
];

/// One says no more than part of the other: the kind left out, the province left out.
fn mot_phan(a: &str, b: &str) -> bool {
    let (a, b) = (chu(a), chu(b));
    a.contains(&b) || b.contains(&a)
}

fn cung_tac_gia(a: &str, b: &str) -> bool {
    mot_phan(&du_ten(a), &du_ten(b))
}

/// Whether two names are one, however they are shortened and marked.
pub(super) fn cung_ten(a: &str, b: &str) -> bool {
    du_ten(a) == du_ten(b)
}

/// The letters of a name, with what is short written out.
fn du_ten(text: &str) -> String {
    let words = text.split_whitespace().map(chu).map(|word| {
        let known = TAT.iter().find(|(short, _)| *short == word);
        known.map_or(word, |(_, whole)| (*whole).to_owned())
    });
    words.collect()
}

/// A draft's symbol has no number yet.
fn cung_ky_hieu(a: &str, b: &str) -> bool {
    let (a, b) = (so_tran(a), so_tran(b));
    let numbered = b.starts_with(|c: char| c.is_ascii_digit());
    a == b || (!numbered && a.ends_with(&b))
}

/// Whether two numbers with their symbols are one.
pub(super) fn cung_so(a: &str, b: &str) -> bool {
    so_tran(a) == so_tran(b)
}

/// A nought before a number is none.
fn so_tran(text: &str) -> String {
    chu(text.trim_start_matches('0'))
}

fn do_mat(text: &str) -> Result<String, Vec<Diagnostic>> {
    chi_dan::mat(text).map(|dau| dau.chu.to_owned()).map_err(|_| {
        let message = format!("không hiểu độ mật “{}”", text.trim());
        let hint = "ghi một trong: mật, tối mật, tuyệt mật";
        vec![Diagnostic::error("wrong-use", message).hint(hint)]
    })
}

fn thieu(dong: &DongDen) -> Vec<Diagnostic> {
    let thieu = [
        (dong.tac_gia.is_empty(), "tác giả: cơ quan, tổ chức gửi", "--tac-gia"),
        (dong.trich_yeu.is_empty(), "tên loại và trích yếu", "--trich-yeu"),
    ];
    let faults = thieu.iter().filter(|(lacks, ..)| *lacks).map(|(_, what, flag)| {
        Diagnostic::error("entry-incomplete", format!("chưa biết {what}"))
            .hint(format!("ghi thêm {flag} \"…\""))
    });
    faults.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_and_parts_are_no_difference() {
        assert!(cung_tac_gia("UBND tỉnh Đồng Tháp", "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"));
        assert!(cung_tac_gia("Sở Nội vụ", "SỞ NỘI VỤ TỈNH"));
        assert!(!cung_tac_gia("Sở Nội vụ", "SỞ Y TẾ"));
        assert!(cung_ten("UBND xã Mỹ Thọ", "Uỷ ban nhân dân xã Mỹ Thọ"));
        assert!(!cung_ten("Sở Nội vụ", "Sở Nội vụ tỉnh Đồng Tháp"));
        assert!(cung_so("02/TB-UBND", "2/TB-UBND") && !cung_so("12/TB-UBND", "2/TB-UBND"));
        assert!(cung_ky_hieu("05/KH-HĐND", "5/KH-HĐND") && cung_ky_hieu("105/KH-HĐND", "KH-HĐND"));
        assert!(!cung_ky_hieu("105/KH-HĐND", "106/KH-HĐND"));
        assert!(!cung_ky_hieu("15/KH-HĐND", "5/KH-HĐND"));
        assert!(mot_phan("Kế hoạch tổ chức", "Tổ chức") && !mot_phan("Kế hoạch", "Báo cáo"));
    }
}
