//! Letters that can be no syllable. Only words that are surely meant to be Vietnamese are judged: small
//! letters with Vietnamese marks, no name, no symbol, no word of another language.

use std::ops::Range;

use super::{BoiCanh, Luat, PhamVi, Tim, bat_dau_hoa, cac_tu};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;
use crate::rules::soat::tieng::{
    KieuDau, Thanh, Tieng, dang_mot_tieng, ghep, hop_le, la_tieng, sua_chu, tach,
};

const CHINH_TA: &str = "Chính tả tiếng Việt";

/// Words from other languages that are written with Vietnamese marks and no hyphen.
const VAY_MUON: &[&str] =
    &["ốp", "ơrô", "ôxy", "ôxi", "sêri", "cátxét", "ắcquy", "ăngten", "xêri", "ốtô"];

pub static DAU_SAI_CHO: Luat = Luat {
    ma: "VT604",
    ten: "Gõ sai dấu, sai chữ trong một tiếng",
    muc: Severity::Warning,
    can_cu: CHINH_TA,
    giai_thich: "Dấu thanh đặt nhầm chữ (đựơc, cuả), thiếu một móc của ươ (đuợc), lẫn ng với ngh, g với gh: tiếng ấy chỉ \
        có một cách viết đúng.",
    sai: "nghành thực hiện đựơc chuơng trình cuả tỉnh",
    dung: "ngành thực hiện được chương trình của tỉnh",
    pham_vi: PhamVi::VanXuoi,
    gop: true,
    tim: |doan, boi_canh| {
        xet(doan, boi_canh).into_iter().filter(|tim| tim.thay.is_some()).collect()
    },
};

pub static KHONG_CO_TIENG: Luat = Luat {
    ma: "VT605",
    ten: "Tiếng không có trong tiếng Việt",
    muc: Severity::Warning,
    can_cu: CHINH_TA,
    giai_thich: "Các chữ cái này không ghép thành một tiếng nào của tiếng Việt, hoặc dấu thanh không đi được với âm cuối \
        (trước c, ch, p, t chỉ có dấu sắc và dấu nặng). Thường là gõ nhầm, gõ thiếu dấu hoặc dính hai tiếng. Tên riêng, chữ \
        viết tắt và từ nước ngoài không bị xét; nếu vẫn báo nhầm thì tắt quy tắc bằng “bo_qua” trong co-quan.yaml.",
    sai: "tham gia công viêc của tổ",
    dung: "tham gia công việc của tổ",
    pham_vi: PhamVi::VanXuoi,
    gop: true,
    tim: |doan, boi_canh| {
        xet(doan, boi_canh).into_iter().filter(|tim| tim.thay.is_none()).collect()
    },
};

fn xet(doan: &Doan, boi_canh: &BoiCanh) -> Vec<Tim> {
    let tu = cac_tu(doan);
    let hoa = |i: Option<usize>| i.and_then(|i| tu.get(i)).is_some_and(|(_, chu)| bat_dau_hoa(chu));
    let found = tu.iter().enumerate().filter_map(|(i, (cho, chu))| {
        let canh_ten = hoa(i.checked_sub(1)) || hoa(i.checked_add(1));
        if bat_dau_hoa(chu) && canh_ten || !dang_xet(doan, cho, chu) {
            return None;
        }
        mot_tu(cho, chu, boi_canh)
    });
    found.collect()
}

/// Letters of the longest word that is judged.
const DAI_NHAT: usize = 40;

/// Whether a word is one that must be a Vietnamese syllable.
fn dang_xet(doan: &Doan, cho: &Range<usize>, chu: &str) -> bool {
    let noi = ['-', '\'', '’', '.', '/', '_', '@', '‑'];
    let truoc = doan.truoc(cho.start).ends_with(noi);
    let sau = doan.sau(cho.end);
    // A hyphen or a dot inside belongs to the word; a dot at the end of a sentence doesn't.
    let dinh = sau.starts_with(noi) && sau.chars().nth(1).is_some_and(char::is_alphanumeric);
    let thuong = chu.chars().skip(1).all(char::is_lowercase);
    // Two syllables run together have fourteen letters; what is longer is no slip of a space.
    let dai = chu.chars().take(DAI_NHAT.saturating_add(1)).count();
    let viet = !chu.is_ascii() && dai > 1 && dai <= DAI_NHAT;
    viet && thuong && !truoc && !dinh && !VAY_MUON.contains(&chu)
}

fn mot_tu(cho: &Range<usize>, chu: &str, boi_canh: &BoiCanh) -> Option<Tim> {
    let lower = chu.to_lowercase();
    if la_tieng(&lower) {
        return None;
    }
    let kieu = boi_canh.kieu_dau.unwrap_or(KieuDau::Moi);
    let Some(tieng) = tach(&lower) else { return hai_dau(cho, chu, &lower) };
    if hop_le(&tieng.goc, tieng.thanh) {
        let dung = tieng.viet(kieu).filter(|_| !tieng.dung_cho())?;
        return Some(thay(cho, chu, dung));
    }
    if !dang_mot_tieng(&tieng.goc) {
        return None;
    }
    let sua = sua_chu(&tieng.goc).filter(|goc| hop_le(goc, tieng.thanh));
    if let Some(dung) = sua.and_then(|goc| ghep(&goc, tieng.thanh, kieu)) {
        return Some(thay(cho, chu, dung));
    }
    // A capital may begin a name even here.
    if bat_dau_hoa(chu) {
        return None;
    }
    let loi = format!("“{chu}” không phải là một tiếng của tiếng Việt");
    Some(Tim::xem(cho.clone(), loi, thieu_dau(&tieng)))
}

fn thay(cho: &Range<usize>, chu: &str, dung: String) -> Tim {
    let dung = if bat_dau_hoa(chu) { super::hoa_dau(&dung) } else { dung };
    Tim::thay(cho.clone(), format!("“{chu}” gõ sai, phải là “{dung}”"), dung)
}

/// What may have been meant: with a stop at the end only two tones can stand.
fn thieu_dau(tieng: &Tieng) -> String {
    let viet = |thanh| {
        let goc = hop_le(&tieng.goc, thanh).then_some(tieng.goc.as_str());
        goc.and_then(|goc| ghep(goc, thanh, KieuDau::Moi))
    };
    match (viet(Thanh::Sac), viet(Thanh::Nang)) {
        (Some(sac), Some(nang)) => format!("có phải là “{sac}” hoặc “{nang}”?"),
        _ => "xem lại cách gõ".to_owned(),
    }
}

/// A word with two tone marks: two words that lost their space, or a slip.
fn hai_dau(cho: &Range<usize>, chu: &str, lower: &str) -> Option<Tim> {
    let viet = |c: char| {
        c.is_ascii_lowercase() && !"fjwz".contains(c) || !c.is_ascii() && c.is_alphabetic()
    };
    let dau = lower.chars().filter(|c| tach(&c.to_string()).is_some_and(|t| t.cho_dau.is_some()));
    if dau.count() < 2 || !lower.chars().all(viet) || bat_dau_hoa(chu) {
        return None;
    }
    let mut cuts = lower.char_indices().filter_map(|(at, _)| lower.split_at_checked(at));
    let doi = cuts.rfind(|(a, b)| la_tieng(a) && la_tieng(b));
    let goi_y = match doi {
        Some((a, b)) => format!("có phải là “{a} {b}”?"),
        None => "xem lại cách gõ".to_owned(),
    };
    let loi = format!("“{chu}” không phải là một tiếng của tiếng Việt");
    Some(Tim::xem(cho.clone(), loi, goi_y))
}
