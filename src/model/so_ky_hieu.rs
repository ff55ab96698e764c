//! Số, ký hiệu (ô số 3): `Số: 05/KH-HĐND` (PL I, II.3).

use serde::Serialize;

use super::phu_luc_vi::{CODE_NOTATION, CODE_NUMBER};
use super::{Fault, Loai};

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục II.3";
/// The gap that the records clerk fills by hand: no-break spaces, so that it keeps its width.
const CHO_TRONG: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
/// The Prime Minister's part, the one with a small letter.
const THU_TUONG: &str = "TTg";

/// Abbreviations of kinds that no agency is called by. The others may be both: `CT` is a Cục Thuế too.
const CHI_LA_LOAI: &[&str] =
    &["NQ", "QĐ", "KH", "TB", "BC", "TTr", "CTr", "QyĐ", "HD", "GM", "GGT", "BB"];

/// The number, if the document has one yet, and the symbol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SoKyHieu {
    so: Option<u64>,
    ky_hieu: String,
}

impl SoKyHieu {
    pub fn new(so: Option<u64>, ky_hieu: String) -> Self {
        Self { so, ky_hieu }
    }

    /// `Số: 05/KH-HĐND`: numbers under 10 get a zero (PL I, II.3.a); a missing one leaves a gap.
    pub fn dong(&self) -> String {
        match self.so {
            Some(so) => format!("Số: {so:02}/{}", self.ky_hieu),
            None => format!("Số:{CHO_TRONG}/{}", self.ky_hieu),
        }
    }

    /// The symbol without its number.
    pub fn chua_co_so(&self) -> Self {
        Self::new(None, self.ky_hieu.clone())
    }

    pub fn so(&self) -> Option<u64> {
        self.so
    }

    pub fn ky_hieu(&self) -> &str {
        &self.ky_hieu
    }
}

/// The number as the clerk wrote it: `5` or `05`.
pub fn so(text: &str) -> Result<u64, Fault> {
    let digits = text.trim();
    let wrong = |message: String| {
        Fault::new("bad-number", message)
            .hint("chỉ ghi con số, ví dụ “so: 5”; ký hiệu chương trình tự ghép; chưa có số thì để trống")
            .clause(DIEU_KHOAN)
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong(format!("số văn bản “{digits}” không phải là một con số")));
    }
    if digits.len() > CODE_NUMBER.dai_nhat {
        return Err(wrong(format!("số văn bản dài quá {} chữ số", CODE_NUMBER.dai_nhat)));
    }
    match digits.parse() {
        Ok(0) | Err(_) => Err(wrong("số văn bản bắt đầu từ 1".into())),
        Ok(so) => Ok(so),
    }
}

/// The symbol that kind and office make: `KH-HĐND`; Công văn has the office's part alone (PL III).
pub fn ghep(loai: Loai, cua_co_quan: &str) -> Result<String, Fault> {
    match loai.viet_tat() {
        Some(viet_tat) => kiem(&format!("{viet_tat}-{cua_co_quan}"), loai),
        None => kiem(cua_co_quan, loai),
    }
}

/// The office's part begins with a kind, as when a whole symbol was copied: `QĐ-UBND` makes `TB-QĐ-UBND`.
pub fn co_ca_loai(cua_co_quan: &str) -> Option<Fault> {
    let (dau, con) = cua_co_quan.split_once('-')?;
    let loai = CHI_LA_LOAI.contains(&dau).then(|| Loai::theo_viet_tat(dau))??;
    let message = format!("ký hiệu “{cua_co_quan}” có cả “{dau}”, chữ viết tắt của {}", loai.ten());
    let hint = format!(
        "chỉ ghi phần của cơ quan: “ky_hieu: {con}”; chữ viết tắt tên loại chương trình tự ghép: {dau}-{con}, TB-{con}"
    );
    Some(Fault::new("bad-symbol", message).hint(hint).clause(DIEU_KHOAN).words(dau))
}

/// A whole symbol with the kind twice over: `TB-QĐ-UBND` on a Thông báo.
pub fn hai_ten_loai(ky_hieu: &str, loai: Loai) -> Option<Fault> {
    let own = loai.viet_tat()?;
    let con = ky_hieu.strip_prefix(own)?.strip_prefix('-')?;
    let found = co_ca_loai(con)?;
    let cua_co_quan = con.split_once('-')?.1;
    let message =
        format!("ký hiệu “{ky_hieu}” có hai chữ viết tắt tên loại: {own} và {}", found.words);
    Some(Fault { message, hint: Some(format!("viết: {own}-{cua_co_quan}")), ..found })
}

/// A symbol with its number: `05/KH-HĐND`.
fn co_ca_so(text: &str) -> Option<Fault> {
    let (so, ky_hieu) = text.split_once('/')?;
    let so = so.trim().trim_start_matches("Số:").trim();
    if so.is_empty() || !so.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let message = format!("trong ký hiệu “{text}” có cả số văn bản");
    let hint =
        format!("số ghi ở mục so của văn bản: “so: {so}”; ở đây chỉ ghi: {}", ky_hieu.trim());
    Some(Fault::new("bad-symbol", message).hint(hint).clause(DIEU_KHOAN))
}

/// A symbol that a document gives whole.
pub fn kiem(text: &str, loai: Loai) -> Result<String, Fault> {
    let ky_hieu = text.trim();
    if let Some(fault) = co_ca_so(ky_hieu) {
        return Err(fault);
    }
    let wrong = |message: String| {
        let first = loai.viet_tat().unwrap_or("BNV");
        Fault::new("bad-symbol", message)
            .hint(format!(
                "ký hiệu gồm các nhóm chữ cái nối bằng dấu “-”, không có dấu cách, ví dụ: {first}-HĐND"
            ))
            .clause(DIEU_KHOAN)
    };
    if ky_hieu.chars().count() > CODE_NOTATION.dai_nhat {
        let long = format!("ký hiệu “{ky_hieu}” dài quá {} ký tự", CODE_NOTATION.dai_nhat);
        return Err(wrong(long).clause(CODE_NOTATION.dieu_khoan));
    }
    let groups: Vec<&str> = ky_hieu.split('-').collect();
    if let Some(bad) = ky_hieu.chars().find(|c| *c != '-' && !chu_ky_hieu(*c)) {
        let shown = if bad == ' ' { "dấu cách".into() } else { format!("“{bad}”") };
        return Err(wrong(format!("trong ký hiệu “{ky_hieu}” không được có {shown}")));
    }
    if groups.len() < 2 || groups.iter().any(|g| g.is_empty()) {
        return Err(wrong(format!("ký hiệu “{ky_hieu}” chưa đủ các nhóm chữ")));
    }
    let number = |g: &&&str| g.starts_with(|c: char| c.is_ascii_digit()) && !so_cua_ban(g);
    if let Some(number) = groups.iter().find(number) {
        return Err(wrong(format!(
            "trong ký hiệu “{ky_hieu}”, nhóm “{number}” không bắt đầu bằng chữ"
        )));
    }
    let own = groups.iter().skip(usize::from(loai.viet_tat().is_some()));
    if let Some(small) = own.copied().find(|g| g.chars().any(char::is_lowercase) && *g != THU_TUONG)
    {
        let right = small.to_uppercase();
        return Err(wrong(format!("trong ký hiệu “{ky_hieu}”, “{small}” phải viết in hoa"))
            .hint(format!("viết: {right}")));
    }
    match loai.viet_tat() {
        Some(viet_tat) if groups.first() != Some(&viet_tat) => Err(wrong(format!(
            "ký hiệu “{ky_hieu}” không bắt đầu bằng “{viet_tat}”, chữ viết tắt của {}",
            loai.ten()
        ))),
        _ => Ok(ky_hieu.to_owned()),
    }
}

/// A number by which a steering committee is called: `BCĐ-389`. A year or a counter is none.
fn so_cua_ban(group: &str) -> bool {
    matches!(group.len(), 2 | 3) && group.bytes().all(|b| b.is_ascii_digit())
}

/// The letters of a symbol, as in `KH-HĐND`, `TTr-SNV`, `QĐ-UBND.HC`; how an agency is called shortly is its own
/// matter (PL I, II.3.b), so it may have figures and `&`: `THPTCL2`, `PC06`, `PGD&ĐT`.
fn chu_ky_hieu(c: char) -> bool {
    c.is_ascii_alphanumeric() || "ĐĂÂÊÔƠƯđ.&".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ke_hoach() -> Loai {
        Loai::theo_khoa("ke_hoach").unwrap()
    }

    #[test]
    fn line_pads_the_number_or_leaves_a_gap() {
        let ky_hieu = ghep(ke_hoach(), "HĐND").unwrap();
        let line = |so| SoKyHieu::new(so, ky_hieu.clone()).dong();
        assert_eq!(line(Some(5)), "Số: 05/KH-HĐND");
        assert_eq!(line(Some(112)), "Số: 112/KH-HĐND");
        assert_eq!(line(None), format!("Số:{}/KH-HĐND", "\u{a0}".repeat(8)));
    }

    #[test]
    fn numbers_are_plain_and_positive() {
        assert_eq!(so("05").unwrap(), 5);
        for bad in ["0", "", "5/KH-HĐND", "-1", "99999999999999999999", "năm"] {
            assert_eq!(so(bad).unwrap_err().code, "bad-number", "{bad}");
        }
    }

    #[test]
    fn a_kind_inside_the_offices_part_is_told() {
        let right = |text| co_ca_loai(text).and_then(|fault| fault.hint);
        assert!(right("QĐ-UBND").unwrap().contains("“ky_hieu: UBND”"));
        for fine in ["UBND", "HĐND", "CT-TTHT", "BCĐ-CĐS", "QĐND", "HĐ-TĐKT"] {
            assert_eq!(right(fine), None, "{fine}");
        }
        let thong_bao = Loai::theo_khoa("thong_bao").unwrap();
        let twice = hai_ten_loai("TB-QĐ-UBND", thong_bao).unwrap();
        assert_eq!(twice.hint.as_deref(), Some("viết: TB-UBND"));
        assert!(hai_ten_loai("TB-UBND", thong_bao).is_none());
    }

    #[test]
    fn a_number_in_the_symbol_goes_to_its_own_key() {
        let told = kiem("05/KH-HĐND", ke_hoach()).unwrap_err().hint.unwrap();
        assert!(told.contains("“so: 05”") && told.ends_with("KH-HĐND"), "{told}");
    }

    #[test]
    fn symbols_follow_the_rule() {
        assert!(kiem("KH-VP.HĐND", ke_hoach()).is_ok());
        assert!(kiem("KH-TTg", ke_hoach()).is_ok());
        for with_figures in ["KH-THPTCL2", "KH-PC06", "KH-C06", "KH-PGD&ĐT", "KH-BCĐ-389"] {
            assert!(kiem(with_figures, ke_hoach()).is_ok(), "{with_figures}");
        }
        for bad in [
            "KH-hđnd",
            "KH-Hđnd",
            "KH",
            "KH-",
            "KH HĐND",
            "KH - HĐND",
            "QĐ-HĐND",
            "KH-2023",
            "KH-HĐND-1",
            "KH/HĐND",
        ] {
            assert_eq!(kiem(bad, ke_hoach()).unwrap_err().code, "bad-symbol", "{bad}");
        }
        assert!(kiem(&format!("KH-{}", "A".repeat(28)), ke_hoach()).is_err());
        assert_eq!(ghep(Loai::theo_khoa("cong_van").unwrap(), "BNV-VP").unwrap(), "BNV-VP");
    }
}
