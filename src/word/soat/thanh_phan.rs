//! Components of head and foot: size, bold, italics, capitals and place of each (PL I, mục II and V).

use std::ops::Range;

use super::PhatHien;
use super::co_quan;
use super::giay::{Giay, MotDoan};
use super::mau::{CHU_KINH_GUI, CHUC_VU, CHUC_VU_RIENG, Mau, NOI_CHUC_VU, QUYEN_HAN_RIENG, mau};
use super::mien::noi_co_chu;
use super::nhin::{Nhin, so};
use crate::diagnostic::Diagnostic;
use crate::model::trinh_bay::KieuChu;
use crate::word::doc_word::dang::CanLe;
use crate::word::nhan_dang::tu::{co_ky_hieu_quyen, la_chuc_vu, la_ho_ten, toan_hoa};
use crate::word::nhan_dang::{Cho, DongVai, VaiDong};

/// All components.
pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut out = Vec::new();
    for (i, line) in giay.bo_cuc.vai.iter().enumerate() {
        let own = giay.cho(line).and_then(|at| giay.doan.get(at));
        let Some((one, mau)) = own.zip(mau_cua(giay, i, line)) else { continue };
        let cho = &line.dong.goc.cho;
        match chu_kinh_gui(giay, line, one) {
            Some(at) => {
                mot_dong(giay, line, one, &(cho.start..at), &CHU_KINH_GUI, &mut out);
                mot_dong(giay, line, one, &(at..cho.end), mau, &mut out);
            }
            None => mot_dong(giay, line, one, cho, mau, &mut out),
        }
    }
    co_quan::soat(giay, &mut out);
    out.extend(thieu(giay));
    out
}

/// Where the words `Kính gửi:` end, if they look otherwise than the names behind them.
fn chu_kinh_gui(giay: &Giay, line: &DongVai, one: &MotDoan) -> Option<usize> {
    if line.vai != VaiDong::KinhGui || giay.t.trinh_bay.kinh_gui == KieuChu::DUNG {
        return None;
    }
    let cho = &line.dong.goc.cho;
    let colon = one.chu.get(cho.clone())?.find(':')?;
    Some(cho.start.saturating_add(colon))
}

/// What a line is held to. Lines of a signer are what they were taken for only if they look like it: between them
/// stand notes about signature and seal.
fn mau_cua(giay: &Giay, i: usize, line: &DongVai) -> Option<&'static Mau> {
    let text = &line.dong.chu;
    let de_ky = giay.bo.de_ky;
    let post = co_ky_hieu_quyen(text) || la_chuc_vu(text, de_ky);
    let name = la_ho_ten(text) || (toan_hoa(text) && la_ho_ten(&thuong(text)));
    match line.vai {
        VaiDong::ChucVu if de_ky.noi_chuc_vu.contains(&text.as_str()) => Some(&NOI_CHUC_VU),
        VaiDong::ChucVu if !post && !line.dong.hoa() => None,
        VaiDong::ChucVu => Some(quyen_han_hay_chuc_vu(giay, i)),
        VaiDong::HoTen | VaiDong::ChucVuKhac if post && line.dong.hoa() => {
            Some(quyen_han_hay_chuc_vu(giay, i))
        }
        VaiDong::HoTen if !name => None,
        VaiDong::ChucVuKhac if !post => None,
        vai => mau(vai, &giay.t.trinh_bay),
    }
}

/// Whether a line is of the authority or of the post, where they look unlike: the last line with a mark ends the
/// authority, with what its name goes on with.
fn quyen_han_hay_chuc_vu(giay: &Giay, i: usize) -> &'static Mau {
    if giay.t.trinh_bay.chuc_vu == KieuChu::DAM {
        return &CHUC_VU;
    }
    let marked = |line: &DongVai| {
        co_ky_hieu_quyen(&line.dong.chu) || giay.bo.de_ky.tach(&line.dong.chu).0.is_some()
    };
    let all = giay.bo_cuc.vai.as_slice();
    let of_signer = |line: &&DongVai| line.vai == VaiDong::ChucVu;
    let (before, from) = all.split_at_checked(i).unwrap_or((all, &[]));
    let later = from.iter().take_while(of_signer).any(marked);
    let continues = before
        .iter()
        .rev()
        .take_while(of_signer)
        .find(|line| marked(line) || la_chuc_vu(&line.dong.chu, giay.bo.de_ky))
        .is_some_and(marked);
    let post = from.first().is_some_and(|line| la_chuc_vu(&line.dong.chu, giay.bo.de_ky));
    let own = from.first().is_some_and(marked);
    if own || later || (continues && !post) { &QUYEN_HAN_RIENG } else { &CHUC_VU_RIENG }
}

/// Each word with one capital.
fn thuong(text: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().collect();
        format!("{first}{}", letters.as_str().to_lowercase())
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Letters of one line against how they should look.
pub(super) fn mot_dong(
    giay: &Giay,
    line: &DongVai,
    one: &MotDoan,
    cho: &Range<usize>,
    mau: &Mau,
    out: &mut Vec<PhatHien>,
) {
    let nhin = Nhin::o(one, cho);
    if nhin.trong() {
        return;
    }
    let (ten, khoa) = match line.vai {
        VaiDong::QuocHieu => giay.bo.soat.tieu_de,
        _ => (mau.ten, mau.khoa),
    };
    let mut tell = |d: Diagnostic| {
        out.push(giay.o_nhieu_doan(one, khoa, d.clause(mau.dieu_khoan)));
    };
    if let Some(mien) = mau.mien(giay)
        && let Some(size) = nhin.co_chu_ngoai(|pt| mien.chua(pt))
    {
        let message = format!("{ten}: cỡ chữ {}, phải {}", so(size), noi_co_chu(mien));
        tell(Diagnostic::error("word-size", message));
    }
    let style = |message: &str| Diagnostic::error("word-style", format!("{ten}: {message}"));
    let kieu = (mau.kieu)(&giay.t.trinh_bay);
    match kieu.dam {
        true if !nhin.deu(|look| look.dam) => tell(style("chưa in đậm, phải in đậm")),
        false if nhin.co(|look| look.dam) => tell(style("in đậm, phải để chữ thường, không đậm")),
        _ => {}
    }
    match kieu.nghieng {
        true if !nhin.deu(|look| look.nghieng) => tell(style("chưa in nghiêng, phải in nghiêng")),
        false if nhin.co(|look| look.nghieng) => tell(style("in nghiêng, phải là chữ đứng")),
        _ => {}
    }
    match mau.hoa {
        Some(true) if !nhin.hoa() => tell(style("có chữ thường, phải viết hoa cả dòng")),
        // The title of what a decision issues may be a body's name.
        Some(false) if line.vai == VaiDong::TrichYeu && giay.kem_theo() => {}
        Some(false) if nhin.hoa() && line.dong.chu.chars().count() > 4 => {
            tell(style("viết hoa cả dòng, phải viết chữ thường"));
        }
        _ => {}
    }
    if mau.giua && lech(line, one) {
        let message = format!("{ten}: {}, phải căn giữa", noi_can(one.dang.can));
        tell(Diagnostic::error("word-align", message));
    }
}

/// Whether a line surely does not stand in the middle of its place. One that was put there by blanks or tabs can't be
/// told, nor one beside another.
fn lech(line: &DongVai, one: &MotDoan) -> bool {
    let blanks = |text: &str| text.starts_with([' ', '\t', '\u{a0}']) || text.contains('\t');
    // Justified, a single line begins at the left, too; forms of the decree have it so.
    if matches!(one.dang.can, CanLe::HaiBen) || one.dang.trong_khung {
        return false;
    }
    let alone = line.dong.trong_bang || matches!(line.dong.cho, Cho::Thuong | Cho::Giua);
    alone && one.dang.can != CanLe::Giua && !blanks(&one.doan.chu) && one.dang.thut.trai.abs() < 200
}

pub(super) fn noi_can(can: CanLe) -> &'static str {
    match can {
        CanLe::Trai => "căn trái",
        CanLe::Giua => "căn giữa",
        CanLe::Phai => "căn phải",
        CanLe::HaiBen => "căn đều hai bên",
    }
}

/// Components that every paper has (Điều 8).
fn thieu(giay: &Giay) -> Vec<PhatHien> {
    use VaiDong as V;
    let dau = &giay.bo_cuc.dau;
    let of = |khoa: &str| dau.loai.is_some_and(|loai| loai.khoa() == khoa);
    let (thu_cong, bien_ban) = (of("thu_cong"), of("bien_ban"));
    let (tieu_de, khoa_tieu_de) = giay.bo.soat.tieu_de;
    let hai_dong = giay.bo.tieu_de.len() > 1;
    let rieng = !giay.kem_theo();
    let parts = [
        (V::QuocHieu, tieu_de, khoa_tieu_de, true),
        (V::TieuNgu, "Tiêu ngữ", "tieu_ngu", hai_dong),
        (V::CoQuan, "tên cơ quan ban hành", "co_quan_ban_hanh", !thu_cong),
        (V::So, "số, ký hiệu", "so_ky_hieu", !thu_cong && rieng),
        // Minutes say it in their text (PL III, form 1.9).
        (V::Ngay, "địa danh và thời gian", "dia_danh_thoi_gian", !thu_cong && !bien_ban && rieng),
    ];
    let gone = parts.iter().filter(|(vai, _, _, must)| *must && !giay.co_vai(*vai));
    let mut out: Vec<PhatHien> = gone
        .filter_map(|(_, ten, khoa, _)| {
            let d =
                Diagnostic::error("word-missing-part", format!("đầu văn bản: không thấy {ten}"));
            giay.ca_tep(
                khoa,
                d.hint(format!("thêm {ten}; đã có thì xem chữ có gõ đúng không")).clause("Điều 8"),
            )
        })
        .collect();
    if !giay.bo_cuc.co_cuoi && !thu_cong && rieng {
        let message = "cuối văn bản: không thấy Nơi nhận và chức vụ, họ tên người ký";
        out.extend(giay.ca_tep(
            "noi_nhan",
            Diagnostic::warning("word-missing-part", message).clause("Điều 8"),
        ));
    }
    out
}
