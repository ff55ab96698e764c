//! Formats of numbers (ECMA-376, 18.8.30 and 18.8.31): what a cell shows of its value. A format that the settings of a
//! computer have a say in is shown as is usual in Việt Nam, and said so; one that can't be told exactly is not guessed.

use super::ngay::{self, Phan};
use super::so::{self, Dau, KieuSo};
use crate::reading::danh_sach::{O, TheoMay};

/// What the cells of a style show.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct DinhDang {
    /// For positive numbers, negative ones, zero.
    so: Vec<Doan>,
    chu: Option<Doan>,
}

/// One of the sections of a format.
#[derive(Debug, Clone, PartialEq)]
enum Doan {
    Thuong(String, String),
    So(KieuSo),
    /// By the day of the computer, or by one of its own.
    Ngay(Vec<Phan>, bool),
    Chu(String, String),
    KhongRo,
}

/// Bytes of the longest format; Excel takes 255 signs.
const CODE_DAI_NHAT: usize = 1024;
/// The formats that a file names by number alone.
pub(super) fn co_san(id: usize) -> DinhDang {
    let code = match id {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 => return DinhDang { so: vec![doan("dd/mm/yyyy").cua_may()], chu: None },
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => return DinhDang { so: vec![doan("dd/mm/yyyy h:mm").cua_may()], chu: None },
        37 | 38 => "#,##0;(#,##0)",
        39 | 40 => "#,##0.00;(#,##0.00)",
        41 => "#,##0;-#,##0;\"-\"",
        43 => "#,##0.00;-#,##0.00;\"-\"",
        45 => "mm:ss",
        49 => "@",
        _ => return DinhDang { so: vec![Doan::KhongRo], chu: None },
    };
    DinhDang::doc(code)
}

const KHONG_RO: &str = "không chắc ô hiện thế nào với kiểu số hay kiểu ngày của nó; định dạng cột ấy là Text rồi gõ \
                        lại như cần in";

impl DinhDang {
    pub(super) fn doc(code: &str) -> Self {
        if code.len() > CODE_DAI_NHAT {
            return Self { so: vec![Doan::KhongRo], chu: None };
        }
        let mut parts = cac_doan(code);
        let with_text = |part: &String| bo_nguyen_van(part).contains('@');
        let at = parts
            .iter()
            .position(with_text)
            .filter(|at| *at == 3 || parts.len() == 1 || at.saturating_add(1) == parts.len());
        let chu = at.map(|at| doan(&parts.remove(at)));
        let so = parts.iter().map(|part| doan(part)).collect();
        Self { so, chu }
    }

    /// A text in this format.
    pub(super) fn chu(&self, text: &str) -> O {
        match &self.chu {
            Some(Doan::Chu(truoc, sau)) => O::chu(format!("{truoc}{text}{sau}")),
            Some(Doan::KhongRo) => O::sai(KHONG_RO),
            _ => O::chu(text),
        }
    }

    /// A number in this format.
    pub(super) fn so(&self, so: f64, tu_1904: bool) -> O {
        let (doan, tru) = match (self.so.as_slice(), so) {
            ([], _) => (self.chu.as_ref(), so < 0.0),
            ([_, am, ..], so) if so < 0.0 => (Some(am), false),
            ([_, _, khong, ..], 0.0) => (Some(khong), false),
            ([one, ..], so) => (Some(one), so < 0.0),
        };
        let shown = match doan {
            None => so::thuong(so),
            Some(Doan::Thuong(truoc, sau)) => {
                so::thuong(so).map(|(text, mark)| (format!("{truoc}{text}{sau}"), mark))
            }
            // A number in a cell that was made text later.
            Some(Doan::Chu(truoc, sau)) => {
                so::thuong(so).map(|(text, mark)| (format!("{truoc}{text}{sau}"), mark))
            }
            Some(Doan::So(kieu)) => {
                let (text, mark) = kieu.hien(so);
                let zero = !text.contains(|c: char| ('1'..='9').contains(&c));
                Some((if tru && !zero { format!("-{text}") } else { text }, mark))
            }
            Some(Doan::Ngay(phan, cua_may)) => {
                if ngay::ngay_khong(phan, so, tu_1904) {
                    return O::sai(
                        "ô hiện 00/01/1900, không phải một ngày: thường là công thức lấy từ ô trống",
                    );
                }
                let theo_may = cua_may.then_some(TheoMay::Ngay);
                return match ngay::hien(phan, so, tu_1904) {
                    Some(chu) => O { theo_may, ..O::chu(chu) },
                    None => O::sai("ô hiện ##### vì số không phải là một ngày"),
                };
            }
            Some(Doan::KhongRo) => return O::sai(KHONG_RO),
        };
        match shown {
            Some((chu, mark)) => O { theo_may: mark.then_some(TheoMay::DauSo), ..O::chu(chu) },
            None => O::sai(
                "số dài mà ô chỉ hiện một phần hoặc dạng 1,2E+11; định dạng cột ấy là Text rồi gõ lại",
            ),
        }
    }
}

impl Doan {
    fn cua_may(self) -> Self {
        match self {
            Self::Ngay(phan, _) => Self::Ngay(phan, true),
            other => other,
        }
    }
}

/// The sections, parted where `;` stands outside of quotes, brackets and escapes.
fn cac_doan(code: &str) -> Vec<String> {
    let (mut out, mut part) = (Vec::new(), String::new());
    let (mut quoted, mut bracket, mut escaped) = (false, false, false);
    for c in code.chars() {
        match c {
            _ if escaped => escaped = false,
            '"' if !bracket => quoted = !quoted,
            '\\' | '_' | '*' if !quoted && !bracket => escaped = true,
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            ';' if !quoted && !bracket => {
                out.push(std::mem::take(&mut part));
                continue;
            }
            _ => {}
        }
        part.push(c);
    }
    out.push(part);
    out
}

/// A section without what is printed as it stands.
fn bo_nguyen_van(part: &str) -> String {
    let signs = cac_ky_hieu(part).unwrap_or_default();
    signs.into_iter().filter_map(|k| if let KyHieu::Dau(c) = k { Some(c) } else { None }).collect()
}

/// A sign of a section, or letters as they stand.
#[derive(Debug, Clone, PartialEq)]
enum KyHieu {
    Dau(char),
    Nguyen(String),
}

/// The signs of a section; none where it says something that isn't understood.
fn cac_ky_hieu(part: &str) -> Option<Vec<KyHieu>> {
    let (mut out, mut rest) = (Vec::new(), part.chars());
    while let Some(c) = rest.next() {
        match c {
            '"' => {
                let text: String = rest.by_ref().take_while(|c| *c != '"').collect();
                out.push(KyHieu::Nguyen(text));
            }
            '\\' => out.push(KyHieu::Nguyen(rest.next()?.to_string())),
            // As wide as the sign is a blank; as many of it as fit are at the cell's edge.
            '_' => {
                rest.next()?;
                out.push(KyHieu::Nguyen(" ".to_owned()));
            }
            '*' => drop(rest.next()?),
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                out.extend(trong_ngoac(&inside)?);
            }
            c => out.push(KyHieu::Dau(c)),
        }
    }
    Some(out)
}

/// Colours and languages show nothing, a currency its sign; a condition or a length of time is not understood.
fn trong_ngoac(inside: &str) -> Option<Option<KyHieu>> {
    const MAU: &[&str] = &["black", "white", "red", "green", "blue", "yellow", "magenta", "cyan"];
    let lower = inside.to_lowercase();
    if let Some(currency) = inside.strip_prefix('$') {
        let (sign, lcid) = currency.split_once('-').unwrap_or((currency, ""));
        let system = lcid.to_uppercase().starts_with("F8") || lcid.to_uppercase().starts_with("F4");
        return (!system).then(|| (!sign.is_empty()).then(|| KyHieu::Nguyen(sign.to_owned())));
    }
    let colour = MAU.contains(&lower.as_str())
        || lower.strip_prefix("color").is_some_and(|n| n.trim().parse::<u8>().is_ok());
    colour.then_some(None)
}

fn doan(part: &str) -> Doan {
    let Some(signs) = cac_ky_hieu(part) else { return Doan::KhongRo };
    let letters: String =
        signs.iter().filter_map(|k| if let KyHieu::Dau(c) = k { Some(*c) } else { None }).collect();
    let lower = letters.to_lowercase();
    let read = match () {
        () if lower.contains("general") => thuong(part, &signs),
        () if letters.contains('@') => quanh(&signs, '@').map(|(truoc, sau)| Doan::Chu(truoc, sau)),
        () if lower.contains(['y', 'd', 'h', 's', 'm']) => {
            cua_ngay(&signs).map(|phan| Doan::Ngay(phan, false))
        }
        () => cua_so(&signs).map(Doan::So),
    };
    read.unwrap_or(Doan::KhongRo)
}

/// `General`, with words around it perhaps.
fn thuong(part: &str, signs: &[KyHieu]) -> Option<Doan> {
    if part.eq_ignore_ascii_case("general") {
        return Some(Doan::Thuong(String::new(), String::new()));
    }
    let at = signs.windows(7).position(|seven| {
        let word: String = seven
            .iter()
            .filter_map(|k| if let KyHieu::Dau(c) = k { Some(*c) } else { None })
            .collect();
        word.eq_ignore_ascii_case("general")
    })?;
    let text = |part: &[KyHieu]| part.iter().map(nguyen_van).collect::<Option<String>>();
    Some(Doan::Thuong(text(signs.get(..at)?)?, text(signs.get(at.saturating_add(7)..)?)?))
}

/// The words before and behind a sign.
fn quanh(signs: &[KyHieu], dau: char) -> Option<(String, String)> {
    let at = signs.iter().position(|k| *k == KyHieu::Dau(dau))?;
    let text = |part: &[KyHieu]| part.iter().map(nguyen_van).collect::<Option<String>>();
    Some((text(signs.get(..at)?)?, text(signs.get(at.saturating_add(1)..)?)?))
}

/// A sign that is printed as it stands.
fn nguyen_van(ky_hieu: &KyHieu) -> Option<String> {
    match ky_hieu {
        KyHieu::Nguyen(text) => Some(text.clone()),
        KyHieu::Dau(c) if " $-+/():!^&'~{}<>=.,".contains(*c) || !c.is_ascii() => {
            Some(c.to_string())
        }
        KyHieu::Dau(_) => None,
    }
}

fn cua_ngay(signs: &[KyHieu]) -> Option<Vec<Phan>> {
    let mut out: Vec<Phan> = Vec::new();
    let mut at = 0usize;
    while let Some(sign) = signs.get(at) {
        let run = signs.iter().skip(at).take_while(|k| cung(k, sign)).count();
        at = at.saturating_add(run.max(1));
        let lower = if let KyHieu::Dau(c) = sign { c.to_ascii_lowercase() } else { ' ' };
        let is_sign = matches!(sign, KyHieu::Dau(_));
        let after_hour = out.iter().rev().find(|p| !matches!(p, Phan::Nguyen(_)));
        let minutes = matches!(after_hour, Some(Phan::Gio(_))) || giay_ke(signs, at);
        out.push(match lower {
            // Names of days and months are in the language of the computer.
            'd' | 'm' if is_sign && run > 2 => return None,
            'd' if is_sign => Phan::Ngay(run),
            'm' if is_sign && minutes => Phan::Phut(run),
            'm' if is_sign => Phan::Thang(run),
            'y' if is_sign => Phan::Nam(run),
            'h' if is_sign && run < 3 => Phan::Gio(run),
            's' if is_sign && run < 3 => Phan::Giay(run),
            _ => Phan::Nguyen(nguyen_van(sign)?.repeat(run.max(1))),
        });
    }
    Some(out)
}

fn cung(a: &KyHieu, b: &KyHieu) -> bool {
    match (a, b) {
        (KyHieu::Dau(a), KyHieu::Dau(b)) => a.eq_ignore_ascii_case(b),
        _ => std::ptr::eq(a, b),
    }
}

/// Whether seconds come next.
fn giay_ke(signs: &[KyHieu], at: usize) -> bool {
    let mut letters = signs.iter().skip(at).filter_map(|k| match k {
        KyHieu::Dau(c) if c.is_ascii_alphabetic() => Some(c.to_ascii_lowercase()),
        _ => None,
    });
    letters.next() == Some('s')
}

fn cua_so(signs: &[KyHieu]) -> Option<KieuSo> {
    let mut kieu = KieuSo::default();
    let digit = |k: &KyHieu| matches!(k, KyHieu::Dau('0' | '#' | '?'));
    let last_whole = signs.iter().position(|k| *k == KyHieu::Dau('.')).unwrap_or(signs.len());
    let last = signs.iter().take(last_whole).rposition(digit);
    let last_of_all = signs.iter().rposition(digit);
    for (at, sign) in signs.iter().enumerate() {
        match sign {
            KyHieu::Dau('0') => kieu.dau.push(Dau::Chu { luon: true }),
            KyHieu::Dau('#' | '?') => kieu.dau.push(Dau::Chu { luon: false }),
            KyHieu::Dau('.') if kieu.dau.contains(&Dau::Cham) => return None,
            KyHieu::Dau('.') => kieu.dau.push(Dau::Cham),
            KyHieu::Dau(',') if last.is_some_and(|last| at < last) => kieu.nhom = true,
            KyHieu::Dau(',') if last_of_all.is_some_and(|last| at > last) => {
                kieu.nghin = kieu.nghin.saturating_add(1);
            }
            KyHieu::Dau('%') => {
                kieu.phan_tram = kieu.phan_tram.saturating_add(1);
                kieu.dau.push(Dau::Nguyen("%".to_owned()));
            }
            // A fraction.
            KyHieu::Dau('/') => return None,
            other => kieu.dau.push(Dau::Nguyen(nguyen_van(other)?)),
        }
    }
    Some(kieu)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, so: f64) -> String {
        let o = DinhDang::doc(code).so(so, false);
        if o.sai.is_some() { "?".to_owned() } else { o.chu }
    }

    #[test]
    fn numbers_are_shown_in_their_formats() {
        for (code, so, text) in [
            ("0", 7.5, "8"),
            ("000000", 123.0, "000123"),
            ("#,##0", 1_234_567.0, "1.234.567"),
            ("#,##0", 0.0, "0"),
            ("#,###", 0.0, ""),
            ("#,##0.00", -1234.5, "-1.234,50"),
            ("0.0%", 0.125, "12,5%"),
            ("0.##", 2.5, "2,5"),
            ("#,##0\" đồng\"", 350_000.0, "350.000 đồng"),
            ("#,##0\\ [$₫-42A]", 5000.0, "5.000 ₫"),
            ("0000\\.000\\.000", 912_345_678.0, "0912.345.678"),
            ("0,", 1_499_999.0, "1500"),
            ("#,##0;(#,##0)", -5.0, "(5)"),
            ("0;-0;\"không\"", 0.0, "không"),
            ("General", 12.5, "12,5"),
            ("\"Số \"General", 3.0, "Số 3"),
            ("[Red]0", 3.0, "3"),
            ("@", 79.0, "79"),
            ("_-* #,##0_-;-* #,##0_-", 1000.0, " 1.000 "),
        ] {
            assert_eq!(shown(code, so), text, "{code}");
        }
    }

    #[test]
    fn days_are_shown_in_their_formats() {
        for (code, so, text) in [
            ("dd/mm/yyyy", 36_526.0, "01/01/2000"),
            ("d/m/yy", 45_000.0, "15/3/23"),
            ("dd/mm/yyyy;@", 45_000.0, "15/03/2023"),
            ("[$-1010000]d/m/yyyy;@", 45_000.0, "15/3/2023"),
            ("hh:mm", 0.5, "12:00"),
            ("h\"h\"mm", 0.604_166_666, "14h30"),
            ("dd\\-mm\\-yyyy hh:mm:ss", 45_000.25, "15-03-2023 06:00:00"),
            ("\"ngày\" dd \"tháng\" mm", 1.0, "ngày 01 tháng 01"),
        ] {
            assert_eq!(shown(code, so), text, "{code}");
        }
        let may = co_san(14).so(45_000.0, false);
        assert_eq!((may.chu.as_str(), may.theo_may), ("15/03/2023", Some(TheoMay::Ngay)));
        assert_eq!(DinhDang::doc("d/m/yyyy").so(0.0, true).chu, "1/1/1904");
    }

    #[test]
    fn what_is_not_sure_is_not_guessed() {
        for code in [
            "# ?/?",
            "0.00E+00",
            "[h]:mm",
            "[>100]0;0",
            "d mmm yyyy",
            "dddd",
            "h:mm AM/PM",
            "[$-F800]d",
            "ss.000",
        ] {
            assert_eq!(shown(code, 12.25), "?", "{code}");
        }
        assert_eq!(shown("dd/mm/yyyy", -1.0), "?");
        // What Excel shows as 00/01/1900, of a formula that takes from a blank cell.
        assert_eq!((shown("dd/mm/yyyy", 0.0), shown("hh:mm", 0.0)), ("?".into(), "00:00".into()));
        assert_eq!(shown("General", 123_456_789_012.0), "?");
        assert!(co_san(11).so(1.0, false).sai.is_some());
    }

    #[test]
    fn texts_are_shown_in_theirs() {
        let text = |code: &str| DinhDang::doc(code).chu("An").chu;
        assert_eq!((text("@").as_str(), text("\"Ông \"@").as_str()), ("An", "Ông An"));
        assert_eq!(text("0;0;0;@\".\""), "An.");
        assert_eq!(text("dd/mm/yyyy"), "An");
    }
}
