//! Người ký: quyền hạn, chức vụ và họ tên (ô số 7a, 7b; PL I, II.7; Điều 13).

use serde::Serialize;

use super::{Fault, Loi, phu_luc_vi};

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục II.7";

/// Who signs: the lines as they are printed, and the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NguoiKy {
    quyen_han_chuc_vu: Vec<Loi>,
    /// The other post of one who signs for a council or a steering committee, between signature and name.
    chuc_vu_khac: Vec<Loi>,
    ho_ten: Loi,
}

/// The marks of authority, with what each means.
const KY_HIEU: &[(&str, &str)] = &[
    ("TM.", "thay mặt"),
    ("KT.", "ký thay"),
    ("TL.", "thừa lệnh"),
    ("TUQ.", "thừa uỷ quyền"),
    ("Q.", "quyền"),
];

/// How bodies begin; TM. stands before these (PL I, II.7.a).
const TAP_THE: &[&str] = &[
    "THƯỜNG TRỰC",
    "BAN THƯỜNG VỤ",
    "BAN CHẤP HÀNH",
    "BAN CHỈ ĐẠO",
    "BAN TỔ CHỨC",
    "BAN CÁN SỰ",
    "BAN PHÁP CHẾ",
    "BAN KINH TẾ",
    "BAN VĂN HÓA",
    "BAN VĂN HOÁ",
    "BAN DÂN TỘC",
    "ỦY BAN",
    "UỶ BAN",
    "UBND",
    "HĐND",
    "HỘI ĐỒNG",
    "ĐOÀN ",
    "TẬP THỂ",
    "CHÍNH PHỦ",
    "QUỐC HỘI",
    "ĐẢNG ỦY",
    "ĐẢNG UỶ",
    "TỈNH ỦY",
    "TỈNH UỶ",
    "VĂN PHÒNG",
    "SỞ ",
];

/// Words by which a post is known.
const CHUC_VU: &[&str] = &[
    "CHỦ TỊCH",
    "PHÓ ",
    "CHÁNH ",
    "GIÁM ĐỐC",
    "TỔNG GIÁM ĐỐC",
    "TRƯỞNG ",
    "BỘ TRƯỞNG",
    "THỨ TRƯỞNG",
    "HIỆU TRƯỞNG",
    "VIỆN TRƯỞNG",
    "CỤC TRƯỞNG",
    "VỤ TRƯỞNG",
    "THỦ TƯỚNG",
    "BÍ THƯ",
    "CHỦ NHIỆM",
    "THỐNG ĐỐC",
    "TỔ TRƯỞNG",
    "ĐỘI TRƯỞNG",
];

impl NguoiKy {
    /// The lines as they will be printed; the faults of all lines together.
    pub fn parse(dong: &[Loi], ho_ten: &Loi) -> Result<Self, Vec<Fault>> {
        let dong: Vec<Loi> = dong.iter().map(|line| line.map(mot_dau_cach)).collect();
        let mut faults: Vec<Fault> = dong.iter().filter_map(|line| loi_dong(line)).collect();
        if faults.is_empty() {
            faults.extend(loi_thu_tu(&dong));
        }
        faults.extend(loi_ho_ten(ho_ten));
        if faults.is_empty() {
            let ho_ten = ho_ten.map(mot_dau_cach);
            Ok(Self { quyen_han_chuc_vu: dong, chuc_vu_khac: Vec::new(), ho_ten })
        } else {
            Err(faults)
        }
    }

    pub fn quyen_han_chuc_vu(&self) -> &[Loi] {
        &self.quyen_han_chuc_vu
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
        self.quyen_han_chuc_vu.first().filter(|line| tach(line).0 == Some("TM."))
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
}

/// A deputy who signs for the head without saying so: KT. belongs before the head's post (PL I, II.7.a).
/// One who was authorised in person (TUQ.) signs in their own right.
pub fn cap_pho_thieu_kt(dong: &[Loi]) -> Option<&str> {
    let ky_thay = |line: &Loi| matches!(tach(line).0, Some("KT." | "TUQ."));
    let last = dong.last()?;
    (la_cap_pho(last) && !dong.iter().any(ky_thay)).then_some(last)
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

/// Splits `KT. CHỦ TỊCH` into its mark and the rest.
fn tach(line: &str) -> (Option<&'static str>, &str) {
    KY_HIEU
        .iter()
        .find_map(|(mark, _)| Some((Some(*mark), line.strip_prefix(mark)?.trim_start())))
        .unwrap_or((None, line))
}

/// The mark of authority that a line begins with.
pub fn ky_hieu_quyen_han(line: &str) -> Option<&'static str> {
    tach(line).0
}

/// What is wrong with a line taken by itself.
fn loi_dong(line: &str) -> Option<Fault> {
    let upper = line.to_uppercase();
    if line.is_empty() {
        return Some(
            loi("một dòng quyền hạn, chức vụ không có chữ nào".into()).hint("xoá dòng trống"),
        );
    }
    if let Some(right) = ky_hieu_viet_sai(&upper) {
        return Some(
            loi(format!("ký hiệu quyền hạn ở “{line}” viết không đúng"))
                .hint(format!("viết có dấu chấm và một dấu cách: “{right}”"))
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
    let (mark, rest) = tach(line);
    match mark {
        Some("TM.") if la_chuc_vu(rest) => Some(
            loi(format!("“TM.” (thay mặt) đứng trước tên tập thể, mà “{rest}” là chức vụ"))
                .hint(format!(
                    "ký thay người giữ chức vụ ấy thì viết “KT. {rest}”; thay mặt tập thể thì \
                     viết, ví dụ: “TM. THƯỜNG TRỰC HĐND”"
                ))
                .words(line),
        ),
        Some(mark) if mark != "TM." && la_tap_the(rest) => Some(
            loi(format!("“{mark}” ({}) đứng trước chức vụ, mà “{rest}” là tập thể", nghia(mark)))
                .hint(format!("thay mặt tập thể thì viết “TM. {rest}”"))
                .words(line),
        ),
        Some(mark) if rest.is_empty() => {
            let fault = loi(format!("sau “{mark}” chưa ghi gì"));
            Some(fault.hint("ghi tên tập thể hoặc chức vụ").words(line))
        }
        _ => None,
    }
}

/// How the lines follow one another.
fn loi_thu_tu(dong: &[Loi]) -> Option<Fault> {
    let Some(last) = dong.last() else {
        return Some(
            loi("chưa ghi chức vụ của người ký".into())
                .hint("ghi từng dòng như khi in, dòng cuối là chức vụ của người ký: CHỦ TỊCH"),
        );
    };
    let (mark, rest) = tach(last);
    if mark.is_some_and(|m| m != "Q.") || la_tap_the(rest) {
        return Some(
            loi(format!("sau “{last}” còn thiếu chức vụ của chính người ký"))
                .hint("dòng cuối là chức vụ của người ký, ví dụ: PHÓ CHỦ TỊCH")
                .words(last.as_str()),
        );
    }
    for (line, next) in dong.iter().zip(dong.iter().skip(1)) {
        let (mark, rest) = tach(line);
        if mark == Some("KT.") && !la_cap_pho(next) {
            return Some(
                loi(format!("sau “{line}” phải là chức vụ của cấp phó, không phải “{next}”"))
                    .hint(format!("viết: “PHÓ {rest}”"))
                    .words(next.as_str()),
            );
        }
        if tach(next).0 == Some("TM.") {
            return Some(
                loi("“TM.” chỉ đứng ở dòng đầu".into())
                    .hint("xếp lại: TM. (tập thể), KT. (người đứng đầu), chức vụ người ký")
                    .words(next.as_str()),
            );
        }
    }
    None
}

fn loi_ho_ten(ho_ten: &str) -> Option<Fault> {
    let ho_ten = mot_dau_cach(ho_ten);
    let fault = phu_luc_vi::FULL_NAME.qua_dai(&ho_ten)?;
    Some(fault.hint("chỉ ghi họ, chữ đệm và tên").words(ho_ten))
}

/// The right spelling of a mark that lacks its dot or space or has a slash: `T/M`, `TM `, `KT.CHỦ`.
fn ky_hieu_viet_sai(upper: &str) -> Option<String> {
    for (mark, _) in KY_HIEU {
        let letters = mark.trim_end_matches('.');
        let slashed: Vec<String> = letters.chars().map(String::from).collect();
        let forms =
            [format!("{}/", letters), slashed.join("/"), slashed.join("."), letters.to_owned()];
        for form in forms.iter().filter(|f| !f.is_empty()) {
            let Some(after) = upper.strip_prefix(form.as_str()) else { continue };
            let right = format!("{mark} {}", after.trim_start_matches(['.', '/', ' ', ':']));
            let is_mark = !after.starts_with(char::is_alphabetic) || form.contains(['/']);
            if is_mark && right.trim_end() != upper {
                return Some(right);
            }
        }
    }
    None
}

fn nghia(mark: &str) -> &'static str {
    KY_HIEU.iter().find(|(m, _)| *m == mark).map_or("", |(_, meaning)| meaning)
}

/// Whether the words are a post and no body.
pub fn la_chuc_vu(text: &str) -> bool {
    CHUC_VU.iter().any(|post| text.starts_with(post)) || text.ends_with(" TRƯỞNG")
}

fn la_tap_the(text: &str) -> bool {
    !la_chuc_vu(text) && TAP_THE.iter().any(|body| text.starts_with(body))
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
        let found = |lines: &[&str]| {
            let lines: Vec<Loi> = lines.iter().map(|l| (*l).into()).collect();
            cap_pho_thieu_kt(&lines).map(str::to_owned)
        };
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
