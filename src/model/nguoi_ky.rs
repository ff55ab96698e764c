//! Người ký: quyền hạn, chức vụ và họ tên (ô số 7a, 7b; PL I, II.7; Điều 13). How authority is written is of the set of
//! rules ([`DeKy`]).

use serde::Serialize;

use super::de_ky::{DeKy, QuyenHan};
use super::{Fault, Loi, phu_luc_vi};

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục II.7";

/// Who signs: the lines as they are printed, and the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NguoiKy {
    quyen_han_chuc_vu: Vec<Loi>,
    /// The other post of one who signs for a council or a steering committee, between signature and name.
    chuc_vu_khac: Vec<Loi>,
    ho_ten: Loi,
    /// The rules by which the lines are written.
    #[serde(skip)]
    de_ky: &'static DeKy,
}

impl NguoiKy {
    /// The lines as they will be printed, by the decree; the faults of all lines together.
    pub fn parse(dong: &[Loi], ho_ten: &Loi) -> Result<Self, Vec<Fault>> {
        Self::theo(&DeKy::ND30, dong, ho_ten)
    }

    /// The same by the rules of a set.
    pub fn theo(de_ky: &'static DeKy, dong: &[Loi], ho_ten: &Loi) -> Result<Self, Vec<Fault>> {
        let dong: Vec<Loi> = dong.iter().map(|line| line.map(mot_dau_cach)).collect();
        let mut faults: Vec<Fault> = dong.iter().filter_map(|line| loi_dong(line, de_ky)).collect();
        if faults.is_empty() {
            faults.extend(loi_thu_tu(&dong, de_ky));
        }
        faults.extend(loi_ho_ten(ho_ten));
        if faults.is_empty() {
            let ho_ten = ho_ten.map(mot_dau_cach);
            Ok(Self { quyen_han_chuc_vu: dong, chuc_vu_khac: Vec::new(), ho_ten, de_ky })
        } else {
            Err(faults)
        }
    }

    pub fn quyen_han_chuc_vu(&self) -> &[Loi] {
        &self.quyen_han_chuc_vu
    }

    /// The rules by which the lines are written.
    pub fn de_ky(&self) -> &'static DeKy {
        self.de_ky
    }

    /// The line of the signer's own post; none after a body whose name says it all.
    pub fn chuc_vu(&self) -> Option<&Loi> {
        self.quyen_han_chuc_vu
            .last()
            .filter(|line| matches!(self.de_ky.tach(line).0, None | Some(QuyenHan::Quyen)))
    }

    /// Whether one of the lines has this mark.
    pub fn co(&self, quyen: QuyenHan) -> bool {
        self.quyen_han_chuc_vu.iter().any(|line| self.de_ky.tach(line).0 == Some(quyen))
    }

    /// Whether they sign by two posts: `BÍ THƯ`, `kiêm`, `TRƯỞNG BAN CHỈ ĐẠO`.
    pub fn kiem_nhiem(&self) -> bool {
        self.quyen_han_chuc_vu.iter().any(|line| self.de_ky.noi_chuc_vu.contains(&line.as_str()))
    }

    /// With the other post of the signer, in lines (PL I, II.7.c and ô số 7b).
    pub fn co_chuc_vu_khac(self, dong: Vec<Loi>) -> Self {
        Self { chuc_vu_khac: dong, ..self }
    }

    /// Mostly empty.
    pub fn chuc_vu_khac(&self) -> &[Loi] {
        &self.chuc_vu_khac
    }

    /// The line by which they sign for a body.
    pub fn thay_mat(&self) -> Option<&Loi> {
        let first = self.quyen_han_chuc_vu.first();
        first.filter(|line| self.de_ky.tach(line).0 == Some(QuyenHan::ThayMat))
    }

    /// The same in their own right, without the body.
    pub fn khong_thay_mat(mut self) -> Self {
        if self.thay_mat().is_some() && self.quyen_han_chuc_vu.len() > 1 {
            self.quyen_han_chuc_vu.remove(0);
        }
        self
    }

    /// May be empty: the document is made, with a warning.
    pub fn ho_ten(&self) -> &Loi {
        &self.ho_ten
    }

    /// A deputy who signs for the head without saying so: KT. belongs before the head's post (PL I, II.7.a).
    /// One who was authorised in person (TUQ.) signs in their own right.
    pub fn cap_pho_thieu_kt(&self) -> Option<&str> {
        let tap_the = self.thay_mat().is_some() && !self.de_ky.lanh_dao_tap_the.is_empty();
        let theo_lenh = self.co(QuyenHan::ThuaLenh) && self.de_ky.cap_pho_truc_tiep;
        let own = self.co(QuyenHan::KyThay) || self.co(QuyenHan::ThuaUyQuyen);
        let last = self.quyen_han_chuc_vu.last()?;
        (la_cap_pho(last) && !own && !tap_the && !theo_lenh && !self.kiem_nhiem()).then_some(last)
    }
}

/// What the set of rules lets nobody write before a name: a title, a rank.
pub fn truoc_ho_ten<'t>(ho_ten: &'t str, de_ky: &'static DeKy) -> Option<&'t str> {
    let word = |own: &&'static str| {
        let end = ho_ten.strip_prefix(own)?.starts_with(' ').then_some(own.len())?;
        ho_ten.get(..end)
    };
    de_ky.truoc_ho_ten.iter().find_map(word).or_else(|| hoc_ham(ho_ten))
}

/// A title of learning or honour before a name, which PL I, II.7.b keeps for the armed forces,
/// education, health and science.
pub fn hoc_ham(ho_ten: &str) -> Option<&str> {
    const HOC_HAM: &[&str] =
        &["GS.", "PGS.", "TS.", "ThS.", "Ths.", "BS.", "NGND.", "NGƯT.", "NSND.", "KS.", "CN."];
    let first = ho_ten.split_whitespace().next()?;
    (HOC_HAM.iter().any(|h| first.starts_with(h) || first == h.trim_end_matches('.'))
        || ["Tiến sĩ", "Thạc sĩ", "Giáo sư"].iter().any(|h| ho_ten.starts_with(h)))
    .then_some(first)
}

/// A name is printed in small letters with capitals at its beginnings (PL I, II.7.b).
pub fn chu_hoa_thuong(ho_ten: &str) -> Option<Fault> {
    let letters = ho_ten.chars().filter(|c| c.is_alphabetic()).count();
    let wrong = match ho_ten {
        _ if letters < 2 => return None,
        name if name == name.to_uppercase() => "viết toàn chữ in hoa",
        name if name == name.to_lowercase() => "viết toàn chữ thường",
        _ => return None,
    };
    let words = ho_ten.split(' ').map(|word| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{first}{}", letters.as_str().to_lowercase())
    });
    let right = words.collect::<Vec<_>>().join(" ");
    Some(
        Fault::new("name-letters", format!("họ tên người ký “{ho_ten}” {wrong}"))
            .hint(format!("viết: “{right}”"))
            .clause("Phụ lục I, phần I, mục II.7.b"),
    )
}

fn mot_dau_cach(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn loi(message: String) -> Fault {
    Fault::new("bad-signer", message).clause(DIEU_KHOAN)
}

/// What is wrong with a line taken by itself.
fn loi_dong(line: &str, de_ky: &DeKy) -> Option<Fault> {
    let upper = line.to_uppercase();
    if line.is_empty() {
        return Some(
            loi("một dòng quyền hạn, chức vụ không có chữ nào".into()).hint("xoá dòng trống"),
        );
    }
    if de_ky.noi_chuc_vu.contains(&line) {
        return None;
    }
    if let Some(right) = de_ky.viet_dung(&upper) {
        return Some(
            loi(format!("ký hiệu quyền hạn ở “{line}” viết không đúng"))
                .hint(format!("viết {} và một dấu cách: “{right}”", de_ky.cach_viet))
                .words(line),
        );
    }
    if line != upper {
        return Some(
            loi(format!("“{line}” phải viết bằng chữ in hoa"))
                .hint(format!("viết: “{upper}”"))
                .words(line),
        );
    }
    if let Some(fault) = phu_luc_vi::POSITION.qua_dai(line) {
        return Some(fault.words(line));
    }
    let (quyen, rest) = de_ky.tach(line);
    loi_sau_ky_hieu(quyen?, rest, de_ky).map(|fault| fault.words(line))
}

/// What is wrong with the words after a mark.
fn loi_sau_ky_hieu(quyen: QuyenHan, rest: &str, de_ky: &DeKy) -> Option<Fault> {
    let (dau, nghia, vi_du) = (de_ky.dau(quyen), quyen.nghia(), de_ky.vi_du);
    let (tm, kt) = (de_ky.dau(QuyenHan::ThayMat), de_ky.dau(QuyenHan::KyThay));
    let theo_lenh = quyen == QuyenHan::ThuaLenh && de_ky.thua_lenh_tap_the;
    if quyen == QuyenHan::ThayMat && de_ky.la_chuc_vu(rest) {
        let ky_thay = match de_ky.la_lanh_dao_tap_the(rest) {
            true => String::new(),
            false => format!("ký thay người giữ chức vụ ấy thì viết “{kt} {rest}”; "),
        };
        let message = format!("“{dau}” ({nghia}) đứng trước tên tập thể, mà “{rest}” là chức vụ");
        let hint = format!("{ky_thay}thay mặt tập thể thì viết, ví dụ: “{tm} {vi_du}”");
        return Some(loi(message).hint(hint));
    }
    if quyen != QuyenHan::ThayMat && !theo_lenh && de_ky.la_tap_the(rest) {
        let message = format!("“{dau}” ({nghia}) đứng trước chức vụ, mà “{rest}” là tập thể");
        return Some(loi(message).hint(format!("thay mặt tập thể thì viết “{tm} {rest}”")));
    }
    if quyen == QuyenHan::KyThay && de_ky.la_lanh_dao_tap_the(rest) {
        let message = format!(
            "“{dau}” ({nghia}) chỉ dùng ở cơ quan có cấp trưởng lãnh đạo, mà “{rest}” lãnh đạo một tập thể"
        );
        let hint = format!(
            "bỏ dòng này; cấp phó cũng ký thay mặt tập thể: “{tm} {vi_du}”, dòng sau là chức vụ của người ký"
        );
        return Some(loi(message).hint(hint));
    }
    let fault = loi(format!("sau “{dau}” chưa ghi gì"));
    rest.is_empty().then(|| fault.hint("ghi tên tập thể hoặc chức vụ"))
}

/// How the lines follow one another.
fn loi_thu_tu(dong: &[Loi], de_ky: &DeKy) -> Option<Fault> {
    let Some(last) = dong.last() else {
        return Some(
            loi("chưa ghi chức vụ của người ký".into())
                .hint("ghi từng dòng như khi in, dòng cuối là chức vụ của người ký: CHỦ TỊCH"),
        );
    };
    let noi = |line: &Loi| de_ky.noi_chuc_vu.contains(&line.as_str());
    let (mark, rest) = de_ky.tach(last);
    let du = mark == Some(QuyenHan::ThayMat) && khong_chuc_vu(rest, de_ky);
    if !du && (mark.is_some_and(|m| m != QuyenHan::Quyen) || de_ky.la_tap_the(rest) || noi(last)) {
        return Some(
            loi(format!("sau “{last}” còn thiếu chức vụ của chính người ký"))
                .hint("dòng cuối là chức vụ của người ký, ví dụ: PHÓ CHỦ TỊCH")
                .words(last.as_str()),
        );
    }
    for (line, next) in dong.iter().zip(dong.iter().skip(1)) {
        let (mark, rest) = de_ky.tach(line);
        if mark == Some(QuyenHan::KyThay) && !la_cap_pho(next) {
            return Some(
                loi(format!("sau “{line}” phải là chức vụ của cấp phó, không phải “{next}”"))
                    .hint(format!("viết: “PHÓ {rest}”"))
                    .words(next.as_str()),
            );
        }
        if de_ky.tach(next).0 == Some(QuyenHan::ThayMat) {
            let dau = de_ky.dau(QuyenHan::ThayMat);
            return Some(
                loi(format!("“{dau}” chỉ đứng ở dòng đầu"))
                    .hint(format!("xếp lại: {}", de_ky.thu_tu))
                    .words(next.as_str()),
            );
        }
    }
    khong_ky_thay(dong, de_ky)
}

/// A deputy who signs for a body as its head does, or by two posts, signs for nobody (HD 05, I.7.1.1; I.7.1.4.đ).
fn khong_ky_thay(dong: &[Loi], de_ky: &DeKy) -> Option<Fault> {
    let co = |quyen| dong.iter().find(|line| de_ky.tach(line).0 == Some(quyen));
    let ky_thay = co(QuyenHan::KyThay)?;
    let tap_the = co(QuyenHan::ThayMat).filter(|_| !de_ky.lanh_dao_tap_the.is_empty());
    let noi = dong.iter().find(|line| de_ky.noi_chuc_vu.contains(&line.as_str()));
    let voi = tap_the.or(noi)?;
    let last = dong.last()?;
    let message = format!("“{ky_thay}” không đi cùng “{voi}”: người ký không ký thay ai");
    let hint = format!("bỏ dòng “{ky_thay}”; chức vụ của người ký vẫn là “{last}”");
    Some(loi(message).hint(hint).words(ky_thay.as_str()))
}

/// Whether the body's name says it all.
pub(super) fn khong_chuc_vu(tap_the: &str, de_ky: &DeKy) -> bool {
    de_ky.khong_chuc_vu.contains(&tap_the)
}

fn loi_ho_ten(ho_ten: &str) -> Option<Fault> {
    let ho_ten = mot_dau_cach(ho_ten);
    let fault = phu_luc_vi::FULL_NAME.qua_dai(&ho_ten)?;
    Some(fault.hint("chỉ ghi họ, chữ đệm và tên").words(ho_ten))
}

/// Whether the words are a post and no body, in the decree's papers.
pub fn la_chuc_vu(text: &str) -> bool {
    DeKy::ND30.la_chuc_vu(text)
}

/// Whether a post is a deputy's.
pub fn la_cap_pho(line: &str) -> bool {
    line.split(' ').any(|word| word == "PHÓ") || line.starts_with("THỨ TRƯỞNG")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(lines: &[&str]) -> Result<NguoiKy, Vec<Fault>> {
        NguoiKy::parse(
            &lines.iter().map(|l| (*l).into()).collect::<Vec<_>>(),
            &"Nguyễn Văn A".into(),
        )
    }

    #[test]
    fn lawful_forms() {
        for lines in [
            &["TM. THƯỜNG TRỰC HĐND", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"][..],
            &["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
            &["CHÁNH VĂN PHÒNG"],
            &["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
            &["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
            &["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"],
            &["KT. TỔ TRƯỞNG", "TỔ PHÓ"],
            &["KT. VIỆN TRƯỞNG", "VIỆN PHÓ"],
            &["Q. GIÁM ĐỐC"],
            &["QUYỀN GIÁM ĐỐC"],
            &["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"],
        ] {
            assert_eq!(parse(lines).unwrap().quyen_han_chuc_vu(), lines);
        }
    }

    #[test]
    fn marks_before_the_wrong_thing() {
        let message = |lines: &[&str]| parse(lines).unwrap_err().remove(0).message;
        assert!(message(&["TM. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]).contains("“CHỦ TỊCH” là chức vụ"));
        assert!(message(&["KT. THƯỜNG TRỰC HĐND", "PHÓ CHỦ TỊCH"]).contains("là tập thể"));
        assert!(message(&["KT. CHỦ TỊCH", "CHỦ TỊCH"]).contains("cấp phó"));
        assert!(message(&["TM. THƯỜNG TRỰC HĐND"]).contains("còn thiếu chức vụ"));
        assert!(message(&["CHỦ TỊCH", "TM. HỘI ĐỒNG", "CHỦ TỊCH"]).contains("dòng đầu"));
        assert!(message(&[]).contains("chưa ghi chức vụ"));
        assert!(message(&["Chủ tịch"]).contains("in hoa"));
    }

    #[test]
    fn badly_written_marks_get_the_right_one() {
        let hint = |line: &str| parse(&[line, "CHỦ TỊCH"]).unwrap_err().remove(0).hint.unwrap();
        for line in [
            "TM THƯỜNG TRỰC HĐND",
            "T/M THƯỜNG TRỰC HĐND",
            "TM.THƯỜNG TRỰC HĐND",
            "T.M. THƯỜNG TRỰC HĐND",
            "TM/ THƯỜNG TRỰC HĐND",
            "tm. Thường trực HĐND",
        ] {
            assert!(hint(line).contains("TM. THƯỜNG TRỰC HĐND"), "{line}: {}", hint(line));
        }
    }

    #[test]
    fn a_deputy_signs_for_the_head() {
        let found = |lines: &[&str]| parse(lines).unwrap().cap_pho_thieu_kt().map(str::to_owned);
        assert_eq!(found(&["PHÓ CHÁNH VĂN PHÒNG"]).as_deref(), Some("PHÓ CHÁNH VĂN PHÒNG"));
        assert!(found(&["TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"]).is_some());
        assert!(found(&["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]).is_none());
        assert!(found(&["TUQ. CHỦ TỊCH", "PHÓ GIÁM ĐỐC SỞ NỘI VỤ"]).is_none());
        assert!(found(&["CHÁNH VĂN PHÒNG"]).is_none());
    }

    #[test]
    fn who_decides_alone_signs_for_no_body() {
        let alone = |lines: &[&str]| {
            let own = parse(lines).unwrap().khong_thay_mat();
            own.quyen_han_chuc_vu().iter().map(Loi::to_string).collect::<Vec<_>>()
        };
        assert_eq!(alone(&["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]), ["CHỦ TỊCH"]);
        let deputy = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"];
        assert_eq!(alone(&deputy), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
        assert_eq!(
            alone(&["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
            ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]
        );
    }

    #[test]
    fn long_names_and_titles() {
        let (lines, name) = (["CHỦ TỊCH".into()], "A".repeat(51).into());
        assert_eq!(NguoiKy::parse(&lines, &name).unwrap_err()[0].code, "too-long");
        assert_eq!(hoc_ham("TS. Nguyễn Văn A"), Some("TS."));
        assert_eq!(hoc_ham("Nguyễn Thị Kim Tuyền"), None);
    }
}
