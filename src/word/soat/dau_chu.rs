//! The words of the head: fixed phrases, number and symbol, place and date, V/v, Kính gửi.

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::ky_hieu::{LoiNgay, doc_so, ngay, phan_loai, so_dung};
use crate::diagnostic::Diagnostic;
use crate::model::Loai;
use crate::word::nhan_dang::tu::{gon, la_gach};
use crate::word::nhan_dang::{DongVai, VaiDong};

const TIEU_NGU: &str = "Độc lập - Tự do - Hạnh phúc";
/// The decree has both.
const QUOC_HIEU: [&str; 2] =
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"];

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut out = Vec::new();
    for (line, one) in giay.vai(VaiDong::QuocHieu) {
        let text = gon(&line.dong.chu).to_uppercase();
        let both = |right: &str| [right, text.as_str()].iter().all(|own| QUOC_HIEU.contains(own));
        let right = giay.bo.tieu_de.first().filter(|right| text != **right && !both(right));
        let (ten, khoa) = giay.bo.soat.tieu_de;
        // An office's own line has its own words.
        let right = right.filter(|_| giay.bo_cuc.dau.tieu_de.is_none());
        out.extend(right.map(|right| cau(giay, one, khoa, ten, right, "II.1")));
    }
    for (line, one) in giay.vai(VaiDong::TieuNgu) {
        if gon(&line.dong.chu).replace('\u{2011}', "-") != TIEU_NGU {
            out.push(cau(giay, one, "tieu_ngu", "Tiêu ngữ", TIEU_NGU, "II.1"));
        }
    }
    out.extend(giay.vai(VaiDong::So).flat_map(|(line, one)| so(giay, line, one)));
    out.extend(giay.vai(VaiDong::Ngay).filter_map(|(line, one)| ngay_thang(giay, line, one)));
    let mo_dau = giay.t.trinh_bay.ve_viec_mo_dau;
    if let Some((line, one)) = giay.vai(VaiDong::VeViec).next()
        && !line.dong.chu.starts_with(&format!("{mo_dau} "))
    {
        let message = format!("trích yếu công văn: phải bắt đầu bằng “{mo_dau} ”");
        let d = Diagnostic::error("word-text", message);
        out.push(giay.o_doan(one, "trich_yeu", d.clause("Phụ lục I, phần I, mục II.5.b")));
    }
    out.extend(ve_viec_khac(giay));
    out.extend(chu_kinh_gui(giay));
    out.extend(kinh_gui(giay));
    out
}

/// `V/v` is a công văn's (PL I, II.5.b): a paper that names its kind has its subject under that name.
fn ve_viec_khac(giay: &Giay) -> Option<PhatHien> {
    let loai = giay.bo_cuc.dau.loai.filter(|loai| loai.khoa() != "cong_van")?;
    let tell = |one: &MotDoan, message: String| {
        let d = Diagnostic::error("word-text", message).clause("Phụ lục I, phần I, mục II.5");
        giay.o_doan(one, "trich_yeu", d)
    };
    if let Some((line, one)) = giay.vai(VaiDong::VeViec).next() {
        let (typed, ten) = (line.dong.chu.split(' ').next()?, loai.ten());
        return Some(tell(
            one,
            format!(
                "“{typed}” dưới số, ký hiệu chỉ có ở công văn; trích yếu của {} phải ở dưới tên loại",
                ten.to_lowercase()
            ),
        ));
    }
    let (line, one) = giay.vai(VaiDong::TrichYeu).next()?;
    let rest = line.dong.chu.strip_prefix("V/v")?;
    Some(tell(one, format!("trích yếu: “V/v” chỉ có ở công văn, phải viết “Về việc{rest}”")))
}

fn cau(giay: &Giay, one: &MotDoan, khoa: &str, ten: &str, right: &str, muc: &str) -> PhatHien {
    let d = Diagnostic::error("word-text", format!("{ten}: chưa đúng câu chữ, phải là “{right}”"))
        .hint("dấu gạch nối ngắn, có dấu cách ở hai bên; viết hoa đúng như trên")
        .clause(format!("Phụ lục I, phần I, mục {muc}"));
    giay.o_doan(one, khoa, d)
}

fn so(giay: &Giay, line: &DongVai, one: &MotDoan) -> Vec<PhatHien> {
    let text = gon(&line.dong.chu);
    let mut out = Vec::new();
    let cach = giay.bo.so;
    if let Some(right) = so_dung(&text, cach) {
        let d = Diagnostic::error("word-number", format!("số, ký hiệu: phải viết “{right}”"))
            .hint(format!(
                "số dưới 10 có số 0 đứng trước; dấu {} sau số, dấu {} giữa các nhóm chữ, không có dấu cách",
                cach.sau_so, cach.sau_loai
            ))
            .clause("Phụ lục I, phần I, mục II.3");
        out.push(giay.o_doan(one, "so_ky_hieu", d));
    }
    let symbol = doc_so(&text).map(|line| line.ky_hieu).unwrap_or_default();
    let of_kind = phan_loai(&symbol, cach);
    let dau = &giay.bo_cuc.dau;
    // A công văn does not say its kind; where its symbol does, it is known by its subject's place.
    let loai = dau.loai.or_else(|| Loai::theo_khoa("cong_van").filter(|_| dau.ve_viec));
    let wanted = loai.and_then(|loai| giay.bo.viet_tat(loai));
    out.extend(
        cong_van_co_loai(giay, loai, of_kind, &symbol).map(|d| giay.o_doan(one, "so_ky_hieu", d)),
    );
    if let Some(wanted) = wanted.filter(|wanted| !of_kind.is_empty() && of_kind != *wanted) {
        let ten = loai.map_or("", Loai::ten);
        let message =
            format!("ký hiệu ghi “{of_kind}”, còn tên loại là {ten}, viết tắt “{wanted}”");
        let d = Diagnostic::warning("word-kind", message).clause("Phụ lục III, mục I");
        out.push(giay.o_doan(one, "so_ky_hieu", d));
    }
    out
}

/// `CV` in the symbol of a công văn, which has the letters of the office and of who drafted it alone (PL I, II.3.b).
fn cong_van_co_loai(
    giay: &Giay,
    loai: Option<Loai>,
    of_kind: &str,
    symbol: &str,
) -> Option<Diagnostic> {
    let letter = loai.is_some_and(|loai| loai.khoa() == "cong_van");
    let none = Loai::theo_khoa("cong_van").and_then(|loai| giay.bo.viet_tat(loai)).is_none();
    let rest = symbol.strip_prefix("CV").filter(|_| letter && none && of_kind == "CV")?;
    let right = rest.trim_start_matches(['-', '/']);
    let message =
        format!("ký hiệu công văn không có chữ viết tắt tên loại: bỏ “CV”, phải viết “…/{right}”");
    Some(
        Diagnostic::warning("word-kind", message)
            .hint("ký hiệu công văn gồm chữ viết tắt tên cơ quan và chữ viết tắt tên đơn vị soạn thảo, ví dụ: “Số: 05/BNV-VP”")
            .clause("Phụ lục I, phần I, mục II.3.b"),
    )
}

fn ngay_thang(giay: &Giay, line: &DongVai, one: &MotDoan) -> Option<PhatHien> {
    let message = match ngay(&gon(&line.dong.chu))? {
        LoiNgay::Viet(right) => format!("địa danh và thời gian: phải viết “{right}”"),
        LoiNgay::KhongCo => "địa danh và thời gian: không có ngày ấy trong lịch".to_owned(),
    };
    let d = Diagnostic::error("word-date", message)
        .hint("ngày dưới 10 và tháng 1, 2 có số 0 đứng trước, tháng khác thì không; dấu phẩy sau địa danh")
        .clause("Phụ lục I, phần I, mục II.4.b");
    Some(giay.o_doan(one, "dia_danh_thoi_gian", d))
}

/// The word for a kind, where the set has words of its own.
fn chu_kinh_gui(giay: &Giay) -> Option<PhatHien> {
    let cach = &giay.bo.dau;
    let (line, one) = giay.vai(VaiDong::KinhGui).next()?;
    let loai = giay.bo_cuc.dau.loai.map_or("", Loai::khoa);
    let (right, typed) = (cach.kinh_gui(loai), gon(line.dong.chu.split(':').next()?));
    (!cach.kinh_gui_loai.is_empty() && typed != right).then(|| {
        let message = format!("phải viết “{right}:”, không phải “{typed}”");
        let d = Diagnostic::error("word-text", message).clause("Phụ lục I, phần I, mục II.9.a");
        giay.o_doan(one, "kinh_gui", d)
    })
}

/// One addressee alone.
fn mot_noi(giay: &Giay) -> Option<PhatHien> {
    let wanted = giay.t.trinh_bay.sau_noi_gui.mot;
    let roles = [VaiDong::KinhGui, VaiDong::NoiKinhGui];
    let line = giay.bo_cuc.vai.iter().rfind(|line| roles.contains(&line.vai))?;
    let one = giay.doan.get(giay.cho(line)?)?;
    let good = line.dong.chu.ends_with(wanted) || line.dong.chu.ends_with(':');
    (!good).then(|| {
        let message = format!("Kính gửi: dòng này phải kết thúc bằng dấu “{wanted}”");
        let d = Diagnostic::error("word-recipients", message);
        giay.o_doan(one, "kinh_gui", d.clause("Phụ lục I, phần I, mục II.9.a"))
    })
}

/// Two addressees or more: each on a line that ends with `;`, the last by the decree with `.`.
fn kinh_gui(giay: &Giay) -> Vec<PhatHien> {
    let sau = giay.t.trinh_bay.sau_noi_gui;
    let lines: Vec<_> = giay.vai(VaiDong::NoiKinhGui).collect();
    let starts: Vec<usize> = (0..lines.len())
        .filter(|i| lines.get(*i).is_some_and(|(l, _)| la_gach(&l.dong.chu)))
        .collect();
    if starts.len() < 2 || starts.first() != Some(&0) {
        return mot_noi(giay).into_iter().collect();
    }
    let hint = match sau.cuoi == sau.giua {
        true => "mỗi nơi một dòng, cuối mỗi dòng, kể cả dòng cuối cùng, là dấu chấm phẩy",
        false => "mỗi nơi một dòng, cuối dòng là dấu chấm phẩy, dòng cuối cùng là dấu chấm",
    };
    let mut out = Vec::new();
    for (i, _) in starts.iter().enumerate() {
        let next = starts.get(i.saturating_add(1)).copied();
        let last = next.unwrap_or(lines.len()).saturating_sub(1);
        let Some((line, one)) = lines.get(last) else { continue };
        let wanted = if next.is_some() { sau.giua } else { sau.cuoi };
        if !line.dong.chu.ends_with(wanted) {
            let message = format!("Kính gửi: dòng này phải kết thúc bằng dấu “{wanted}”");
            let d = Diagnostic::error("word-recipients", message)
                .hint(hint)
                .clause("Phụ lục I, phần I, mục II.9.a");
            out.push(giay.o_doan(one, "kinh_gui", d));
        }
    }
    out
}
