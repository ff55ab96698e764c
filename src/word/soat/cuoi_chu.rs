//! The words of the foot: recipients, marks of authority, the signer's name.

use super::PhatHien;
use super::de_ky;
use super::giay::{Giay, MotDoan};
use super::soan;
use crate::diagnostic::Diagnostic;
use crate::model::de_ky::{DeKy, QuyenHan};
use crate::model::nguoi_ky::{la_cap_pho, truoc_ho_ten};
use crate::word::nhan_dang::tu::{gon, khoa, la_gach};
use crate::word::nhan_dang::{DongVai, VaiDong};

const II_9B: &str = "Phụ lục I, phần I, mục II.9.b";
const II_7: &str = "Phụ lục I, phần I, mục II.7";

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut out = noi_nhan(giay);
    out.extend(giay.vai(VaiDong::ChucVu).filter_map(|(line, one)| quyen_han(giay, line, one)));
    let de_ky = giay.bo.de_ky;
    for (line, one) in giay.vai(VaiDong::HoTen) {
        if let Some(title) = truoc_ho_ten(&line.dong.chu, de_ky) {
            let message = format!("họ tên người ký: có “{title}” trước họ tên");
            let hint = match de_ky.ngoai_le_ho_ten {
                "" => "bỏ học hàm, học vị, quân hàm, danh hiệu",
                _ => {
                    "bỏ học hàm, học vị, danh hiệu; trừ lực lượng vũ trang, giáo dục, y tế, khoa học"
                }
            };
            let d = Diagnostic::warning("word-signer-title", message).hint(hint).clause(II_7);
            out.push(giay.o_doan(one, "nguoi_ky", d));
        }
    }
    out.extend(thieu_ho_ten(giay));
    match giay.bo.soat.xet_de_ky {
        true => out.extend(de_ky::soat(giay)),
        false => out.extend(thieu_kt(giay)),
    }
    out
}

/// Who signs is named (Điều 8), with the space for the signature over the name.
fn thieu_ho_ten(giay: &Giay) -> Option<PhatHien> {
    if giay.co_vai(VaiDong::HoTen) || giay.co_vai(VaiDong::ChucVuKhac) {
        return None;
    }
    let (_, post) = giay.vai(VaiDong::ChucVu).last()?;
    let message = "người ký: không thấy họ tên dưới chức vụ";
    let d = Diagnostic::warning("word-missing-part", message)
        .clause("Điều 8; Phụ lục I, phần I, mục II.7");
    Some(giay.o_doan(post, "nguoi_ky", d))
}

/// A recipient: the lines that it takes.
type Muc<'g, 'w> = Vec<(&'g DongVai, &'g MotDoan<'w>)>;

/// Every list of recipients: a copy has one of its own behind that of the paper.
fn noi_nhan(giay: &Giay) -> Vec<PhatHien> {
    let roles = [VaiDong::NoiNhan, VaiDong::MucNoiNhan];
    let lines = giay.bo_cuc.vai.iter().filter(|line| roles.contains(&line.vai));
    let mut lists: Vec<Muc> = Vec::new();
    for line in lines {
        let Some(one) = giay.cho(line).and_then(|at| giay.doan.get(at)) else { continue };
        match lists.last_mut() {
            _ if line.vai == VaiDong::NoiNhan => lists.push(Vec::new()),
            Some(list) => list.push((line, one)),
            None => {}
        }
    }
    lists.into_iter().flat_map(|list| mot_danh_sach(giay, list)).collect()
}

fn mot_danh_sach<'g, 'w>(giay: &'g Giay<'w>, lines: Muc<'g, 'w>) -> Vec<PhatHien> {
    let dashed = lines.iter().filter(|(line, _)| la_gach(&line.dong.chu)).count();
    let mut items: Vec<Muc> = Vec::new();
    for line in lines {
        let starts = la_gach(&line.0.dong.chu) || items.is_empty();
        match items.last_mut() {
            Some(item) if !starts => item.push(line),
            _ => items.push(vec![line]),
        }
    }
    let mut out = Vec::new();
    let luu_mau = giay.bo.soat.vi_du_luu;
    let error = |message: &str| {
        Diagnostic::error("word-recipients", message)
            .hint(format!("mỗi nơi một dòng có gạch đầu dòng, cuối dòng là dấu chấm phẩy; dòng cuối “{luu_mau}” kết thúc bằng dấu chấm"))
            .clause(II_9B)
    };
    let count = items.len();
    for (i, item) in items.iter().enumerate() {
        let (Some((first, one)), Some((last, end))) = (item.first(), item.last()) else { continue };
        if !la_gach(&first.dong.chu) && dashed < count {
            out.push(giay.o_nhieu_doan(one, "noi_nhan", error("nơi nhận: thiếu gạch đầu dòng")));
        }
        let text = last.dong.chu.trim_end();
        let is_last = i.saturating_add(1) == count;
        let wanted = if is_last { '.' } else { ';' };
        let initials = giay.t.trinh_bay.ky_hieu_soan.chu_dau;
        let drafted = is_last && initials && soan::cho(text).is_some();
        if drafted {
            out.extend(soan::soat(giay, end).map(|d| giay.o_doan(end, "noi_nhan", d)));
        } else if !text.ends_with(wanted) && !text.ends_with(':') {
            let message = format!("nơi nhận: dòng này phải kết thúc bằng dấu “{wanted}”");
            out.push(giay.o_doan(end, "noi_nhan", error(&message)));
        }
    }
    out.extend(luu(giay, &items));
    out
}

/// The last line says where a copy is kept.
fn luu(giay: &Giay, items: &[Muc]) -> Option<PhatHien> {
    let kept = |item: &Muc| {
        let (line, _) = item.first()?;
        let text = gon(line.dong.chu.trim_start_matches(['-', '–', '—', '+', '•', ' ', '\t']));
        khoa(&text).starts_with("luu").then_some(text)
    };
    let luu = giay.t.trinh_bay.luu;
    let (_, one) = items.last()?.first()?;
    match items.iter().find_map(kept) {
        Some(text) if dung_luu(&text, luu) => None,
        Some(_) => {
            let message = match luu.ends_with(':') {
                true => format!("nơi nhận: phải viết “{luu}” có dấu hai chấm"),
                false => format!("nơi nhận: phải viết “{luu}” không có dấu hai chấm"),
            };
            let d = Diagnostic::error("word-recipients", message);
            Some(giay.o_doan(one, "noi_nhan", d.clause(II_9B)))
        }
        None => {
            let message = format!("nơi nhận: không thấy dòng “{}”", giay.bo.soat.vi_du_luu);
            let d = Diagnostic::warning("word-recipients", message);
            Some(giay.o_doan(one, "noi_nhan", d.clause(II_9B)))
        }
    }
}

/// Whether a line begins with the word as the set has it, with the colon or without.
fn dung_luu(text: &str, luu: &str) -> bool {
    text.strip_prefix(luu).is_some_and(|rest| luu.ends_with(':') || rest.starts_with(' '))
}

/// Marks of authority as they are typed, and as they should be, where they end with a full stop.
const KY_HIEU: [(&str, &str); 4] = [("TM", "TM."), ("KT", "KT."), ("TL", "TL."), ("TUQ", "TUQ.")];

fn quyen_han(giay: &Giay, line: &DongVai, one: &MotDoan) -> Option<PhatHien> {
    let text = gon(&line.dong.chu);
    let de_ky = giay.bo.de_ky;
    let (right, hint) = match de_ky.dau(QuyenHan::ThayMat).ends_with('.') {
        true => (co_cham(&text)?, "chữ viết tắt, dấu chấm, một dấu cách"),
        false => (khac(&text, de_ky)?, "chữ viết tắt có dấu gạch chéo, một dấu cách"),
    };
    let message = format!("quyền hạn người ký: phải viết “{right}”");
    let d = Diagnostic::error("word-authority", message).hint(hint).clause(II_7);
    Some(giay.o_doan(one, "nguoi_ky", d))
}

/// The right way of a line, by a set whose marks are written otherwise.
fn khac(text: &str, de_ky: &DeKy) -> Option<String> {
    let words = de_ky.noi_chuc_vu.contains(&text);
    de_ky.viet_dung(&text.to_uppercase()).filter(|_| !words)
}

fn co_cham(text: &str) -> Option<String> {
    let slashed = [("T/M", "TM."), ("K/T", "KT."), ("T/L", "TL."), ("T/UQ", "TUQ.")];
    let wrong = slashed.iter().find_map(|(typed, right)| {
        let rest = text.strip_prefix(typed)?;
        Some((*right, rest))
    });
    let wrong = wrong.or_else(|| {
        KY_HIEU.iter().find_map(|(mark, right)| {
            let rest = text.strip_prefix(mark)?;
            let good = rest.starts_with(". ") || rest.starts_with(char::is_alphanumeric);
            (!good && rest.starts_with(['.', ' ', ',', ':'])).then_some((*right, rest))
        })
    });
    let (right, rest) = wrong?;
    Some(format!("{right} {}", rest.trim_start_matches(['.', ' ', ',', ':', '/'])))
}

/// A deputy signs for the head: `KT.` on the line above.
fn thieu_kt(giay: &Giay) -> Vec<PhatHien> {
    let alone = giay.bo_cuc.cuoi.nguoi_ky.iter().filter(|signer| {
        let for_head =
            signer.dong.iter().any(|line| line.starts_with("KT") || line.starts_with("K/T"));
        let acting =
            signer.dong.iter().any(|line| line.starts_with("TUQ") || line.starts_with("Q."));
        !for_head && !acting && signer.dong.iter().any(|line| la_cap_pho(line))
    });
    let names: Vec<&str> = alone.map(|signer| signer.ho_ten.as_str()).collect();
    let mut out = Vec::new();
    for (line, one) in giay.vai(VaiDong::ChucVu) {
        let own = giay.bo_cuc.cuoi.nguoi_ky.iter().any(|signer| {
            names.contains(&signer.ho_ten.as_str()) && signer.dong.contains(&line.dong.chu)
        });
        if own && la_cap_pho(&line.dong.chu) {
            let message = "quyền hạn người ký: cấp phó ký thay phải có dòng “KT.” và chức vụ cấp trưởng ở trên";
            let d = Diagnostic::warning("word-authority", message).clause(II_7);
            out.push(giay.o_doan(one, "nguoi_ky", d));
        }
    }
    out
}
