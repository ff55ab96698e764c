//! The words of the foot: recipients, marks of authority, the signer's name.

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use crate::diagnostic::Diagnostic;
use crate::model::nguoi_ky::{hoc_ham, la_cap_pho};
use crate::word::nhan_dang::tu::{gon, khoa, la_gach};
use crate::word::nhan_dang::{DongVai, VaiDong};

const II_9B: &str = "Phụ lục I, phần I, mục II.9.b";
const II_7: &str = "Phụ lục I, phần I, mục II.7";

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut out = noi_nhan(giay);
    out.extend(giay.vai(VaiDong::ChucVu).filter_map(|(line, one)| quyen_han(giay, line, one)));
    for (line, one) in giay.vai(VaiDong::HoTen) {
        if let Some(title) = hoc_ham(&line.dong.chu) {
            let message = format!("họ tên người ký: có “{title}” trước họ tên");
            let d = Diagnostic::warning("word-signer-title", message)
                .hint("bỏ học hàm, học vị, danh hiệu; trừ lực lượng vũ trang, giáo dục, y tế, khoa học")
                .clause(II_7);
            out.push(giay.o_doan(one, "nguoi_ky", d));
        }
    }
    out.extend(thieu_kt(giay));
    out
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
    let error = |message: &str| {
        Diagnostic::error("word-recipients", message)
            .hint("mỗi nơi một dòng có gạch đầu dòng, cuối dòng là dấu chấm phẩy; dòng cuối “- Lưu: VT, ….” kết thúc bằng dấu chấm")
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
        if !text.ends_with(wanted) && !text.ends_with(':') {
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
    let (_, one) = items.last()?.first()?;
    match items.iter().find_map(kept) {
        Some(text) if text.starts_with("Lưu:") => None,
        Some(_) => {
            let d =
                Diagnostic::error("word-recipients", "nơi nhận: phải viết “Lưu:” có dấu hai chấm");
            Some(giay.o_doan(one, "noi_nhan", d.clause(II_9B)))
        }
        None => {
            let d =
                Diagnostic::warning("word-recipients", "nơi nhận: không thấy dòng “- Lưu: VT, ….”");
            Some(giay.o_doan(one, "noi_nhan", d.clause(II_9B)))
        }
    }
}

/// Marks of authority as they are typed, and as they should be.
const KY_HIEU: [(&str, &str); 4] = [("TM", "TM."), ("KT", "KT."), ("TL", "TL."), ("TUQ", "TUQ.")];

fn quyen_han(giay: &Giay, line: &DongVai, one: &MotDoan) -> Option<PhatHien> {
    let text = gon(&line.dong.chu);
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
    let rest = rest.trim_start_matches(['.', ' ', ',', ':', '/']);
    let d = Diagnostic::error(
        "word-authority",
        format!("quyền hạn người ký: phải viết “{right} {rest}”"),
    )
    .hint("chữ viết tắt, dấu chấm, một dấu cách")
    .clause(II_7);
    Some(giay.o_doan(one, "nguoi_ky", d))
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
