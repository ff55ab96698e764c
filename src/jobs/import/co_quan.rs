//! The office of an imported paper: its names as they are printed, its full name in ordinary letters, its signers.

use crate::jobs::co_quan_san;
use crate::model::BoQuyTac;
use crate::model::khong_dau::ten_tep_khong_dau;
use crate::model::nguoi_ky::la_chuc_vu;
use crate::rules::bo_quy_tac::MAC_DINH;
use crate::word::nhan_dang::tu::{gon, khoa};
use crate::word::nhan_dang::{GiayNhan, NguoiKyNhan};

use super::yaml::GiaTri;

/// An office as a paper shows it.
#[derive(Debug, Clone)]
pub struct CoQuanNhan {
    pub ten: String,
    pub ban_hanh: String,
    pub chu_quan: String,
    pub dia_danh: String,
    pub ky_hieu: String,
    /// At the foot of a letter's first page, or under that of the paper.
    pub dia_chi: Vec<String>,
    pub bo: BoQuyTac,
    /// A line of its own at the upper right.
    pub tieu_de: Option<String>,
    /// Signers with the short names that the paper calls them by.
    pub nguoi_ky: Vec<(String, NguoiKyNhan)>,
    /// What of it the paper does not say and was guessed.
    pub doan: Vec<String>,
}

/// `ten`: the full name, where the body says it.
pub fn nhan(giay: &GiayNhan, ten: Option<String>, ky_hieu: Option<String>) -> CoQuanNhan {
    let dau = &giay.dau;
    let mut out = CoQuanNhan {
        ban_hanh: gon(&dau.co_quan_ban_hanh.join(" ")),
        chu_quan: gon(&dau.co_quan_chu_quan.join(" ")),
        dia_danh: dau.dia_danh.clone(),
        dia_chi: dia_chi(giay),
        bo: dau.bo(),
        tieu_de: dau.tieu_de.clone(),
        ten: String::new(),
        ky_hieu: String::new(),
        nguoi_ky: Vec::new(),
        doan: Vec::new(),
    };
    if out.ban_hanh.is_empty() {
        out.ban_hanh = "TÊN CƠ QUAN".to_owned();
        out.doan.push(
            "tên cơ quan ban hành không thấy ở đầu văn bản: ghi vào co_quan_ban_hanh".to_owned(),
        );
    }
    out.ten = ten.unwrap_or_else(|| day_du(giay, &out));
    if out.dia_danh.is_empty() {
        out.dia_danh = dia_danh(&format!("{} {}", out.ten, chu_thuong(&out.chu_quan)));
        out.doan.push(format!("địa danh không thấy ở đầu văn bản: tạm ghi “{}”", out.dia_danh));
    }
    out.ky_hieu = ky_hieu.unwrap_or_else(|| {
        let made = viet_tat(&out.ban_hanh);
        out.doan.push(format!("ký hiệu của cơ quan không thấy ở số, ký hiệu: tạm ghi “{made}”"));
        made
    });
    out.nguoi_ky = giay.cuoi.nguoi_ky.iter().map(|nguoi| (String::new(), nguoi.clone())).collect();
    dat_ten(&mut out.nguoi_ky);
    if out.nguoi_ky.is_empty() {
        let nguoi = NguoiKyNhan { dong: vec!["CHỨC VỤ".to_owned()], ..NguoiKyNhan::default() };
        out.nguoi_ky.push(("nguoi_ky".to_owned(), nguoi));
        out.doan.push("không thấy người ký: ghi vào nguoi_ky".to_owned());
    }
    out
}

impl CoQuanNhan {
    /// Leaves over each name its post alone, and tells what went.
    pub fn chi_chuc_vu(&mut self) -> Vec<String> {
        let mut told = Vec::new();
        for (_, nguoi) in &mut self.nguoi_ky {
            let post = nguoi.dong.pop().unwrap_or_default();
            let above = std::mem::take(&mut nguoi.dong);
            if !above.is_empty() {
                told.push(format!(
                    "đề ký “{}” không theo mẫu nào của quy định: chỉ ghi chức vụ “{post}”",
                    above.join(" / ")
                ));
            }
            nguoi.dong = vec![post];
        }
        told
    }
}

/// How the office is reached: under the foot, or at the foot of a letter's pages.
fn dia_chi(giay: &GiayNhan) -> Vec<String> {
    match giay.cuoi.dia_chi.is_empty() {
        true if giay.dau.ve_viec => giay.chan_trang.clone(),
        _ => giay.cuoi.dia_chi.clone(),
    }
}

/// Short names of signers by their posts: `pho_chu_tich`.
fn dat_ten(all: &mut [(String, NguoiKyNhan)]) {
    let mut used: Vec<String> = Vec::new();
    for (ten, nguoi) in all {
        let post = nguoi.dong.last().map_or("nguoi ky", String::as_str);
        let bare = post.rsplit_once(". ").map_or(post, |(_, post)| post);
        let words: Vec<String> =
            ten_tep_khong_dau(bare).split('-').take(4).map(str::to_owned).collect();
        let base = words.join("_");
        let base = if base.is_empty() || base.starts_with(|c: char| c.is_ascii_digit()) {
            "nguoi_ky".to_owned()
        } else {
            base
        };
        let mut name = base.clone();
        let mut count = 1_usize;
        while used.contains(&name) {
            count = count.saturating_add(1);
            name = format!("{base}_{count}");
        }
        used.push(name.clone());
        *ten = name;
    }
}

/// The full name as the paper itself writes it in its text, else made of the capitals of the head.
fn day_du(giay: &GiayNhan, office: &CoQuanNhan) -> String {
    let both = gon(&format!("{} {}", office.ban_hanh, office.chu_quan));
    let texts: Vec<&str> = giay
        .than
        .iter()
        .map(|khoi| khoi.chu.as_str())
        .chain(giay.sau.kem_theo.iter().map(|k| k.dong.as_str()))
        .chain(giay.sau.dong_kem_theo.iter().map(String::as_str))
        .collect();
    let whole =
        cua_ai(giay).filter(|who| who.to_lowercase().contains(&office.ban_hanh.to_lowercase()));
    if let Some(whole) = whole.filter(|who| !la_chuc_vu(&who.to_uppercase())) {
        return crate::model::chu_dau::hoa_dau(&whole);
    }
    // A name that others have too is none without that of the body above.
    let wide = ["VĂN PHÒNG", "PHÒNG", "BAN"].contains(&office.ban_hanh.as_str());
    for name in [both.as_str(), office.ban_hanh.as_str()].into_iter().take(if wide { 1 } else { 2 })
    {
        let found = texts.iter().find_map(|text| tim_nguyen(text, name));
        if let Some(found) = found.filter(|_| name.contains(' ')) {
            return crate::model::chu_dau::hoa_dau(&found);
        }
    }
    chu_thuong(if wide { &both } else { &office.ban_hanh })
}

/// `(Kèm theo Quyết định số … của Chánh Văn phòng)` → whose paper it is.
pub fn cua_ai(giay: &GiayNhan) -> Option<String> {
    let after = &giay.sau;
    let mut lines = after.kem_theo.iter().map(|k| &k.dong).chain(&after.dong_kem_theo);
    let line = lines.find(|line| !line.is_empty())?;
    let (_, who) = line.split_once(" của ")?;
    Some(gon(who.trim_end_matches([')', '.', ' '])))
}

/// A name in a text whatever its capitals, as the text writes it.
pub fn tim_nguyen(text: &str, name: &str) -> Option<String> {
    let (lower, wanted) = (text.to_lowercase(), name.to_lowercase());
    // Small letters of another length would move the places.
    if lower.len() != text.len() {
        return None;
    }
    let at = lower.find(&wanted)?;
    let found = text.get(at..at.saturating_add(wanted.len()))?;
    let mixed = found.chars().any(char::is_lowercase);
    mixed.then(|| found.to_owned())
}

/// After these the name of a place or of a field of work begins, in capitals.
const TRUOC_TEN: &[&str] = &[
    "tỉnh",
    "xã",
    "phường",
    "huyện",
    "quận",
    "phố",
    "khu",
    "trấn",
    "sở",
    "phòng",
    "ban",
    "bộ",
    "cục",
    "trường",
];
/// After these every word has a capital.
const DIA_DANH: &[&str] = &["tỉnh", "xã", "phường", "huyện", "quận", "phố", "khu", "trấn"];

/// `ỦY BAN NHÂN DÂN XÃ MỸ THỌ` → `Ủy ban nhân dân xã Mỹ Thọ`; abbreviations stay.
pub fn chu_thuong(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let (mut place, mut next, mut told) = (false, true, false);
    let words: Vec<&str> = text.split_whitespace().collect();
    for (i, word) in words.iter().copied().enumerate() {
        if std::mem::take(&mut told) {
            continue;
        }
        let lower = word.to_lowercase();
        let later = |by: usize| words.get(i.saturating_add(by)).map(|word| word.to_lowercase());
        if let Some((rank, after)) = cap_uy(&lower, later(1)) {
            out.push(format!("{} {after}", crate::model::chu_dau::hoa_dau(&lower)));
            // `Đảng uỷ Công an tỉnh`: the name of a body follows, if no level does.
            let level = later(2).is_some_and(|word| DIA_DANH.contains(&word.as_str()));
            (told, place, next) = (true, rank, !rank && !level);
            continue;
        }
        let abbreviation = la_viet_tat(word)
            || (word == word.to_uppercase() && ["tu", "hu"].contains(&khoa(&lower).as_str()));
        let known = DIA_DANH.contains(&lower.as_str());
        let capital = next || (place && !known);
        out.push(if abbreviation {
            word.to_owned()
        } else if capital {
            crate::model::chu_dau::hoa_dau(&lower)
        } else {
            lower.clone()
        });
        // `Ban Pháp chế`, but `Ủy ban nhân dân`.
        next = TRUOC_TEN.contains(&lower.as_str()) && (lower != "ban" || out.len() == 1);
        place |= known;
    }
    out.join(" ")
}

/// A committee of the Party (`Tỉnh uỷ`, `Đảng bộ`) is named by two words: whether a place follows them, and the second.
fn cap_uy(word: &str, after: Option<String>) -> Option<(bool, String)> {
    let after = after?;
    match (khoa(word).as_str(), khoa(&after).as_str()) {
        ("tinh" | "thanh" | "huyen" | "quan" | "thi", "uy") => Some((true, after)),
        ("dang" | "chi", "uy" | "bo") => Some((false, after)),
        _ => None,
    }
}

/// Capitals that are no syllable: that has a vowel between its consonants, which an abbreviation seldom has.
pub fn la_viet_tat(word: &str) -> bool {
    let plain = khoa(word);
    let vowels = plain.chars().filter(|c| "aeiouy".contains(*c)).count();
    let letters = plain.chars().any(char::is_alphabetic);
    letters
        && word == word.to_uppercase()
        && (vowels == 0 || ["ubnd", "ubmt"].contains(&plain.as_str()))
}

/// The place in a name: what stands behind the level.
fn dia_danh(ten: &str) -> String {
    let words: Vec<&str> = ten.split_whitespace().collect();
    let at = words.iter().rposition(|word| DIA_DANH.contains(&word.to_lowercase().as_str()));
    let rest = at.and_then(|at| words.get(at.saturating_add(1)..)).unwrap_or_default().join(" ");
    if rest.starts_with(char::is_uppercase) { rest } else { "Địa Danh".to_owned() }
}

/// `ỦY BAN NHÂN DÂN` → `UBND`.
fn viet_tat(name: &str) -> String {
    let first = name.split(['-', ',']).next().unwrap_or(name);
    let key = khoa(first);
    let end = DIA_DANH_KHOA.iter().filter_map(|word| key.find(word)).min().unwrap_or(key.len());
    let letters: String = key
        .get(..end)
        .unwrap_or(&key)
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    if letters.is_empty() { "CQ".to_owned() } else { letters }
}

const DIA_DANH_KHOA: &[&str] = &[" tinh ", " xa ", " phuong ", " huyen ", " thanh pho "];

impl CoQuanNhan {
    /// Its file.
    pub fn tep(&self) -> String {
        let mut muc: Vec<(String, GiaTri)> = Vec::new();
        if self.bo != MAC_DINH {
            muc.push(("bo_quy_tac".to_owned(), GiaTri::chu(self.bo.khoa)));
        }
        if let Some(line) = &self.tieu_de {
            muc.push(("tieu_de".to_owned(), GiaTri::chu(line)));
        }
        muc.push(("ten".to_owned(), GiaTri::chu(&self.ten)));
        if !self.chu_quan.is_empty() {
            muc.push(("co_quan_chu_quan".to_owned(), GiaTri::chu(self.chu_quan.to_uppercase())));
        }
        muc.push(("co_quan_ban_hanh".to_owned(), GiaTri::chu(self.ban_hanh.to_uppercase())));
        muc.push(("dia_danh".to_owned(), GiaTri::chu(&self.dia_danh)));
        muc.push(("ky_hieu".to_owned(), GiaTri::chu(&self.ky_hieu)));
        if !self.dia_chi.is_empty() {
            muc.push(("dia_chi".to_owned(), GiaTri::Khoi(self.dia_chi.join("\n"))));
        }
        let signers =
            self.nguoi_ky.iter().map(|(ten, nguoi)| (ten.clone(), nguoi_ky(nguoi, self.bo)));
        muc.push(("nguoi_ky".to_owned(), GiaTri::Nhom(signers.collect())));
        let kind = co_quan_san::theo_ten(&self.ten)
            .map(|san| format!("# Kiểu cơ quan gần nhất có sẵn: {} ({}).\n", san.ten, san.khoa));
        format!(
            "# CƠ QUAN, nhập từ đầu và cuối của một văn bản Word: xem lại một lần rồi dùng cho mọi văn bản.\n{}{}",
            kind.unwrap_or_default(),
            super::yaml::viet(&muc)
        )
    }
}

/// A signer as a mapping; marks of authority as the rules write them, `KT.CHỦ TỊCH` with its blank.
pub fn nguoi_ky(nguoi: &NguoiKyNhan, bo: BoQuyTac) -> GiaTri {
    let de_ky = bo.0.de_ky;
    let line = |line: &String| match de_ky.noi_chuc_vu.contains(&line.to_lowercase().as_str()) {
        true => line.to_lowercase(),
        false => {
            let upper = line.to_uppercase();
            de_ky.viet_dung(&upper).unwrap_or(upper)
        }
    };
    let lines = |lines: &[String]| GiaTri::danh_sach(lines.iter().map(line));
    let mut muc = vec![("dong".to_owned(), lines(&nguoi.dong))];
    if !nguoi.chuc_vu_khac.is_empty() {
        muc.push(("chuc_vu_khac".to_owned(), lines(&nguoi.chuc_vu_khac)));
    }
    if !nguoi.ho_ten.is_empty() {
        muc.push(("ho_ten".to_owned(), GiaTri::chu(&nguoi.ho_ten)));
    }
    GiaTri::Nhom(muc)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_become_ordinary_ones() {
        assert_eq!(chu_thuong("ỦY BAN NHÂN DÂN XÃ MỸ THỌ"), "Ủy ban nhân dân xã Mỹ Thọ");
        assert_eq!(chu_thuong("SỞ NỘI VỤ"), "Sở Nội vụ");
        assert_eq!(chu_thuong("THƯỜNG TRỰC HĐND TỈNH"), "Thường trực HĐND tỉnh");
        for (chu, ten) in [
            ("VĂN PHÒNG TỈNH UỶ ĐỒNG THÁP", "Văn phòng Tỉnh uỷ Đồng Tháp"),
            ("ĐẢNG UỶ XÃ MỸ THỌ", "Đảng uỷ xã Mỹ Thọ"),
            ("ĐẢNG ỦY CÔNG AN TỈNH", "Đảng ủy Công an tỉnh"),
            ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH ĐỒNG THÁP", "Ban Chấp hành Đảng bộ tỉnh Đồng Tháp"),
        ] {
            assert_eq!(chu_thuong(chu), ten);
        }
        assert_eq!(viet_tat("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"), "UBND");
        assert_eq!(dia_danh("Ủy ban nhân dân xã Mỹ Thọ"), "Mỹ Thọ");
    }

    #[test]
    fn a_name_is_found_as_the_text_writes_it() {
        let text = "Căn cứ đề nghị của Văn phòng Đoàn ĐBQH và HĐND tỉnh Đồng Tháp;";
        let name = "VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH ĐỒNG THÁP";
        assert_eq!(
            tim_nguyen(text, name).as_deref(),
            Some("Văn phòng Đoàn ĐBQH và HĐND tỉnh Đồng Tháp")
        );
    }
}
