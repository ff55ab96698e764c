//! Tiếng: what a Vietnamese syllable can be, letter by letter. Everything here is about one word in
//! lower case; who asks decides which words are worth asking about.

mod bang;
mod chu_cai;
mod dat_dau;
mod nho;
mod telex;
mod thanh;

pub use chu_cai::{Tieng, tach};
pub use dat_dau::{KieuDau, co_hai_kieu, ghep};
pub use nho::Nho;
pub use telex::giai as giai_telex;
pub use thanh::Thanh;

/// Whether the letters without their tone can be a syllable, and that tone go with them: before a
/// stop (`c`, `ch`, `p`, `t`) only sắc and nặng can stand.
pub fn hop_le(goc: &str, thanh: Thanh) -> bool {
    let Some((_, van)) = bang::phan(goc) else { return false };
    let tac = ["c", "ch", "p", "t"].iter().any(|cuoi| van.ends_with(cuoi));
    !tac || matches!(thanh, Thanh::Sac | Thanh::Nang)
}

/// Whether a word as it is written is a syllable with its tone mark in a place of either style.
pub fn la_tieng(chu: &str) -> bool {
    static DA_BIET: Nho<bool> = Nho::new();
    DA_BIET.hoi(chu, |chu| tach(chu).is_some_and(|t| hop_le(&t.goc, t.thanh) && t.dung_cho()))
}

/// The one likely syllable behind letters that can't be one: the horn of `ươ` typed on one letter
/// only, or `ng`, `g` and `ngh`, `gh` taken for each other.
pub fn sua_chu(goc: &str) -> Option<String> {
    let thay = |from: &str, to: &str| goc.contains(from).then(|| goc.replacen(from, to, 1));
    let dau = |from: &str, to: &str| goc.strip_prefix(from).map(|rest| format!("{to}{rest}"));
    let cach: [Option<String>; 6] = [
        thay("uơ", "ươ"),
        thay("ưo", "ươ"),
        dau("ngh", "ng"),
        dau("gh", "g"),
        dau("ng", "ngh").filter(|_| !goc.starts_with("ngh")),
        dau("g", "gh").filter(|_| !goc.starts_with("gh") && !goc.starts_with("gi")),
    ];
    cach.into_iter().flatten().find(|moi| bang::phan(moi).is_some())
}

/// Whether the letters are one run of vowels between Vietnamese consonants, so that a fault in them is
/// a slip of typing and not another language.
pub fn dang_mot_tieng(goc: &str) -> bool {
    let nguyen_am = |c: char| "aăâeêioôơuưy".contains(c);
    let dau_len = goc.find(nguyen_am).unwrap_or(goc.len());
    let (dau, rest) = goc.split_at_checked(dau_len).unwrap_or((goc, ""));
    let cuoi = rest.trim_start_matches(nguyen_am);
    bang::AM_DAU.contains(&dau) && rest.len() > cuoi.len() && !cuoi.contains(nguyen_am)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_every_build() {
        let dung = "của quyết được giữ gìn giếng giêng yêu ý ỷ uỷ ủy hoà hòa thuỷ thủy quý khoẻ khỏe \
            khuỷu khuya nguệch ngoạc xoong moóc huỳnh tuýp ngoằn ngoèo quốc quắc quẹo oẳn uống ướt \
            thuở khuếch huênh hoang tuế nguyệt khuâng rượu hươu nghiêng ghế kỷ ký kiểm gì gỉ quơ \
            hoặc xoáy khoảnh hoạch nhoẻn đỡ phẫu thuật ngoẻo ếch lệch sử ưng giặc giấy giường";
        for chu in dung.split_whitespace() {
            assert!(la_tieng(chu), "{chu}");
        }
    }

    #[test]
    fn what_no_syllable_can_be() {
        let sai = "nghành ngiên cuả qúy đựơc chuơng trưòng viêc tiêt khuyếch tiếngs gế kế́ hịên \
            thựchiện gía ngĩa trừơng đuợc ngừơi tổ̉ hoạt̀";
        for chu in sai.split_whitespace() {
            assert!(!la_tieng(chu), "{chu}");
        }
    }
}
