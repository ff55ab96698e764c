//! What number and symbol of a paper say of it: its office, its kind, its series. Of papers that were made elsewhere
//! nothing else tells.

use crate::diagnostic::Diagnostic;
use crate::model::o_tron::khoa;
use crate::model::{CoQuan, Ky, Loai, TheoGi, trich_yeu};
use crate::records::so_dang_ky::{CachGoi, Day, SoHieu};

/// Letters of the longest symbol; that of the decree's data field has as many.
const DAI_NHAT: usize = 50;

/// `05/KH-HĐND`, with blanks wherever they were typed; the year, if it is said.
pub fn doc_so_hieu(text: &str) -> Result<CachGoi, String> {
    let bare: String = text.split_whitespace().collect();
    let bare = ["Số:", "số:", "Số", "số"].iter().find_map(|dau| bare.strip_prefix(dau));
    let whole: String = text.split_whitespace().collect();
    let goi = CachGoi::doc(bare.unwrap_or(&whole)).map_err(|fault| fault.message)?;
    match &goi.ky_hieu {
        Some(ky_hieu) => kiem(ky_hieu).map(|()| goi.clone()),
        None => Ok(goi),
    }
}

/// A symbol is some groups of letters; what it must begin with is told elsewhere.
pub fn kiem(ky_hieu: &str) -> Result<(), String> {
    let strange = ky_hieu.chars().find(|c| !(c.is_alphanumeric() || "-.&/".contains(*c)));
    match strange {
        Some(c) => Err(format!("trong ký hiệu “{ky_hieu}” không được có “{c}”")),
        None if ky_hieu.chars().count() > DAI_NHAT => Err(format!("ký hiệu “{ky_hieu}” dài quá")),
        None if ky_hieu.matches('/').count() > 1 => {
            Err(format!("ký hiệu “{ky_hieu}” có hai dấu “/”"))
        }
        None if ky_hieu.split(['-', '/']).any(str::is_empty) => {
            Err(format!("ký hiệu “{ky_hieu}” chưa đủ các nhóm chữ"))
        }
        None => Ok(()),
    }
}

/// The kind by the words of whoever names it: `Kế hoạch`, `ke_hoach`, `KH`.
pub fn loai_theo_ten(text: &str) -> Option<Loai> {
    let bare = text.trim();
    let folded = khoa(bare);
    Loai::theo_khoa(bare).or_else(|| Loai::theo_viet_tat(bare)).or_else(|| {
        let mut all = Loai::da_biet().into_iter();
        all.find(|loai| khoa(loai.ten()) == folded || loai.khoa() == bare)
    })
}

/// The kind that a subject begins with: `Kế hoạch tổ chức …`.
pub fn loai_dau_cau(trich_yeu: &str) -> Option<Loai> {
    let words: Vec<String> = trich_yeu.split_whitespace().map(khoa).collect();
    let begins = |loai: &Loai| {
        let name: Vec<String> = loai.ten().split_whitespace().map(khoa).collect();
        words.starts_with(&name).then_some(name.len())
    };
    Loai::tat_ca()
        .filter_map(|loai| begins(&loai).map(|len| (len, loai)))
        .max_by_key(|(len, _)| *len)
        .map(|(_, loai)| loai)
}

/// The kind that a symbol begins with, where it is one's alone; by the decree a symbol that begins with the office is a
/// công văn's (PL III).
pub fn loai_cua_ky_hieu(ky_hieu: &str, co_quan: &CoQuan) -> Option<Loai> {
    let (own, bo) = (&co_quan.ky_hieu, co_quan.bo_quy_tac);
    let (first, rest) = ky_hieu.split_once(bo.so.sau_loai).unwrap_or((ky_hieu, ""));
    if bo.day_so.moi_loai {
        let known = Loai::da_biet().into_iter();
        let mut kinds = known.filter(|loai| bo.viet_tat(*loai) == Some(first));
        return kinds.next().filter(|_| kinds.next().is_none() && !rest.is_empty());
    }
    if ky_hieu == own || ky_hieu.strip_prefix(own.as_str()).is_some_and(|r| r.starts_with('-')) {
        return Loai::theo_khoa("cong_van");
    }
    Loai::theo_viet_tat(ky_hieu.split('-').next()?)
}

/// Whether a symbol is one of the office's: it begins with the office, or with a kind and then the office. `HĐND-VP` is
/// a letter of HĐND that its office VP wrote, and none of VP.
pub fn cua_co_quan(ky_hieu: &str, co_quan: &CoQuan) -> bool {
    let own = co_quan.ky_hieu.as_str();
    let begins = |text: &str| {
        text.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
    };
    let bo = co_quan.bo_quy_tac;
    let is_kind = |kind: &str| Loai::tat_ca().any(|loai| bo.viet_tat(loai) == Some(kind));
    let behind_kind = ky_hieu.split_once(bo.so.sau_loai);
    let behind_kind =
        behind_kind.filter(|(kind, _)| Loai::theo_viet_tat(kind).is_some() || is_kind(kind));
    begins(ky_hieu) || behind_kind.is_some_and(|(_, rest)| begins(rest))
}

/// The office that was asked for, or the only one, or the one whose the symbols are.
pub fn chon_co_quan<'c>(
    offices: &'c [CoQuan],
    wanted: Option<&str>,
    ky_hieu: &[&str],
) -> Result<&'c CoQuan, Diagnostic> {
    if let Some(wanted) = wanted {
        return offices.iter().find(|c| c.ky_hieu == wanted).ok_or_else(|| {
            let message = format!("thư mục không có cơ quan “{wanted}”");
            Diagnostic::error("wrong-use", message).hint(cac_ten(offices))
        });
    }
    match offices {
        [] => Err(Diagnostic::error(
            "missing-office",
            "không thấy co-quan.yaml của cơ quan để biết cách đánh số",
        )
        .hint("chỉ ra thư mục hồ sơ: --ho-so THU_MUC")),
        [only] => Ok(only),
        several => {
            let of_one = |c: &&CoQuan| ky_hieu.iter().any(|k| cua_co_quan(k, c));
            let found: Vec<&CoQuan> = several.iter().filter(of_one).collect();
            match found.as_slice() {
                [one] => Ok(one),
                _ => {
                    let message = "không rõ văn bản của cơ quan nào: ký hiệu không cho biết";
                    Err(Diagnostic::error("wrong-use", message).hint(cac_ten(several)))
                }
            }
        }
    }
}

/// The office that was asked for, or the folder's first; none where there is none. Where nobody said which of several, it
/// is told: a number or a package of the wrong one is not seen by anybody.
pub fn mot_co_quan<'c>(
    offices: &'c [CoQuan],
    wanted: Option<&str>,
    notes: &mut Vec<String>,
) -> Option<&'c CoQuan> {
    let own = offices.iter().find(|c| wanted.is_none_or(|w| w == c.ky_hieu))?;
    let others = offices.iter().filter(|c| c.ky_hieu != own.ky_hieu);
    let others: Vec<&str> = others.map(|c| c.ky_hieu.as_str()).collect();
    if wanted.is_none() && !others.is_empty() {
        notes.push(format!(
            "làm cho cơ quan {}; cơ quan khác thì thêm --co-quan {}",
            own.ky_hieu,
            others.join(", hoặc --co-quan ")
        ));
    }
    Some(own)
}

fn cac_ten(offices: &[CoQuan]) -> String {
    let names: Vec<&str> = offices.iter().map(|c| c.ky_hieu.as_str()).collect();
    format!("ghi rõ cơ quan, ví dụ: --co-quan {}", names.join(", hoặc --co-quan "))
}

/// The series of a paper in a year or a term; none where the office counts each kind by itself and the kind isn't known.
pub fn day_trong_ky(co_quan: &CoQuan, loai: Option<Loai>, ky: &Ky) -> Option<Day> {
    let day = |loai| Day { ky: ky.clone(), co_quan: co_quan.ky_hieu.clone(), loai };
    match (&co_quan.danh_so.theo, loai) {
        (_, Some(loai)) => Some(day(co_quan.danh_so.loai(loai))),
        (TheoGi::Nam, None) => Some(day(None)),
        (TheoGi::Loai | TheoGi::Nhom(_), None) => None,
    }
}

/// Column 3: the kind's name before the subject, unless it stands there already.
pub fn cot_trich_yeu(loai: Option<Loai>, chu: &str) -> String {
    let bare = chu.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = bare.trim_end_matches(['.', ';', ',']);
    match loai {
        Some(loai) if loai_dau_cau(bare) != Some(loai) && !co_ten(bare, loai) => {
            format!("{} {}", loai.ten(), trich_yeu::trong_cau(bare)).trim_end().to_owned()
        }
        _ => bare.to_owned(),
    }
}

/// Whether a subject begins with the kind's name.
fn co_ten(chu: &str, loai: Loai) -> bool {
    // A kind of the decree is the longest name that fits.
    let own = Loai::theo_khoa(loai.khoa()).is_none();
    own && khoa(chu).starts_with(&khoa(loai.ten()))
}

/// What of a symbol does not go with office or kind. The paper has it all the same, so it is only told.
pub fn la_lung(so_hieu: &SoHieu, co_quan: &CoQuan, loai: Option<Loai>) -> Option<String> {
    let ky_hieu = &so_hieu.ky_hieu;
    if co_quan.danh_so.ban_sao == Some(ky_hieu.as_str()) {
        return None;
    }
    // A kind of the office's own is none of the decree's.
    let inside = ky_hieu.split(['-', '/']).any(|group| group == co_quan.ky_hieu);
    if !inside && !cua_co_quan(ky_hieu, co_quan) {
        return Some(format!(
            "ký hiệu của {so_hieu} không có “{}”, chữ viết tắt của cơ quan",
            co_quan.ky_hieu
        ));
    }
    let (loai, told) = (loai?, loai_cua_ky_hieu(ky_hieu, co_quan)?);
    (loai != told).then(|| {
        format!("ký hiệu của {so_hieu} là của {}, mà loại ghi là {}", told.ten(), loai.ten())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A kind read wrongly is a paper in another series, or a wrong column 3, for ever.
    #[test]
    fn a_kind_is_known_by_name_word_or_symbol() {
        let key = |loai: Option<Loai>| loai.map(Loai::khoa);
        for text in ["Kế hoạch", "KẾ HOẠCH", "ke hoach", "ke_hoach", "KH"] {
            assert_eq!(key(loai_theo_ten(text)), Some("ke_hoach"), "{text}");
        }
        // The abbreviations of these two differ in a mark alone.
        assert_eq!(key(loai_theo_ten("HĐ")), Some("hop_dong"));
        assert_eq!(key(loai_theo_ten("HD")), Some("huong_dan"));
        assert_eq!(key(loai_theo_ten("Phiếu trình")), None);
        assert_eq!(key(loai_dau_cau("Tờ  trình về việc")), Some("to_trinh"));
        assert_eq!(key(loai_dau_cau("V/v mời họp")), None);
        let kind = Loai::theo_khoa("ke_hoach");
        assert_eq!(cot_trich_yeu(kind, "Kế hoạch công tác."), "Kế hoạch công tác");
        assert_eq!(cot_trich_yeu(kind, "Tổ chức hội nghị"), "Kế hoạch tổ chức hội nghị");
    }

    #[test]
    fn a_number_is_read_as_clerks_write_it() {
        for text in ["05/KH-HĐND", "5 / KH - HĐND", "Số: 05/KH-HĐND", "số 5/KH-HĐND"] {
            let read = doc_so_hieu(text).unwrap();
            assert_eq!((read.so, read.ky_hieu.as_deref()), (5, Some("KH-HĐND")), "{text}");
        }
        for bad in ["", "THÁNG 01", "12a/KH-HĐND", "5/KH|HĐND", "5/KH-", "0/KH-HĐND"] {
            assert!(doc_so_hieu(bad).is_err(), "{bad}");
        }
    }
}
