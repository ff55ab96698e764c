//! Số, ký hiệu (ô số 3): `Số: 05/KH-HĐND` (PL I, II.3).

use serde::Serialize;

use super::bo_quy_tac::CachSo;
use super::phu_luc_vi::{CODE_NOTATION, CODE_NUMBER};
use super::{BoQuyTac, Fault, Loai};

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
    #[serde(skip)]
    cach: CachSo,
}

impl SoKyHieu {
    pub fn new(so: Option<u64>, ky_hieu: String, cach: CachSo) -> Self {
        Self { so, ky_hieu, cach }
    }

    /// `Số: 05/KH-HĐND`, `Số 05-NQ/TU`: numbers under 10 get a zero (PL I, II.3.a); a missing one leaves a gap.
    pub fn dong(&self) -> String {
        let CachSo { mo_dau, sau_so, .. } = self.cach;
        match self.so {
            Some(so) => format!("{mo_dau} {so:02}{sau_so}{}", self.ky_hieu),
            None => format!("{mo_dau}{CHO_TRONG}{sau_so}{}", self.ky_hieu),
        }
    }

    /// Number and symbol without the word before them; of copies whose symbol is the same for all (`01-BS`).
    pub fn so_va(&self, ky_hieu: &str) -> String {
        let sau_so = self.cach.sau_so;
        match self.so {
            Some(so) => format!("{so:02}{sau_so}{ky_hieu}"),
            None => format!("{CHO_TRONG}{sau_so}{ky_hieu}"),
        }
    }

    /// The symbol without its number.
    pub fn chua_co_so(&self) -> Self {
        Self { so: None, ..self.clone() }
    }

    /// Another number and symbol, written alike.
    pub fn co_so(&self, so: u64, ky_hieu: String) -> Self {
        Self { so: Some(so), ky_hieu, cach: self.cach }
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

/// Zeros that no number is printed with (PL I, II.3.a: those under 10 have one): `027`.
pub fn so_khong_thua(text: &str, so: u64) -> Option<Fault> {
    let (written, printed) = (text.trim(), format!("{so:02}"));
    (written.len() > printed.len()).then(|| {
        let message =
            format!("số “{written}” được in là {printed}: chỉ số dưới 10 mới thêm số 0 ở trước");
        Fault::new("bad-number", message)
            .hint(format!("ghi “so: {so}”"))
            .clause(DIEU_KHOAN)
            .words(written)
    })
}

/// The symbol that kind and office make: `KH-HĐND`, `NQ/TU`; by the decree a Công văn has the office's part alone
/// (PL III).
pub fn ghep(loai: Loai, cua_co_quan: &str, bo: BoQuyTac) -> Result<String, Fault> {
    match bo.viet_tat(loai) {
        Some(viet_tat) => kiem(&format!("{viet_tat}{}{cua_co_quan}", bo.so.sau_loai), loai, bo),
        None => kiem(cua_co_quan, loai, bo),
    }
}

/// The office's part begins with a kind, as when a whole symbol was copied: `QĐ-UBND` makes `TB-QĐ-UBND`.
pub fn co_ca_loai(cua_co_quan: &str, bo: BoQuyTac) -> Option<Fault> {
    let noi = bo.so.sau_loai;
    let (dau, con) = cua_co_quan.split_once(['-', noi])?;
    let loai = loai_cua(dau)?;
    let message = format!("ký hiệu “{cua_co_quan}” có cả “{dau}”, chữ viết tắt của {}", loai.ten());
    let hint = format!(
        "chỉ ghi phần của cơ quan: “ky_hieu: {con}”; chữ viết tắt tên loại chương trình tự ghép: {dau}{noi}{con}, TB{noi}{con}"
    );
    Some(Fault::new("bad-symbol", message).hint(hint).clause(DIEU_KHOAN).words(dau))
}

/// The kind that a group of letters can only stand for; “CV” is what people write for Công văn, which the decree gives no
/// letters.
fn loai_cua(dau: &str) -> Option<Loai> {
    match dau {
        "CV" => Loai::theo_khoa("cong_van"),
        dau => CHI_LA_LOAI.contains(&dau).then(|| Loai::theo_viet_tat(dau))?,
    }
}

/// A symbol that begins with a kind on a paper whose symbol has none: `CV-SNV`, `TB-SNV` on a Công văn.
pub fn thua_ten_loai(ky_hieu: &str, loai: Loai, bo: BoQuyTac) -> Option<Fault> {
    if bo.viet_tat(loai).is_some() {
        return None;
    }
    let (dau, con) = ky_hieu.split_once(['-', bo.so.sau_loai])?;
    loai_cua(dau)?;
    let ten = loai.ten();
    let message =
        format!("ký hiệu của {ten} không có chữ viết tắt tên loại, ở đây mở đầu bằng “{dau}”");
    let hint = format!(
        "bỏ “{dau}-”, ghi cơ quan rồi đơn vị soạn, ví dụ: {con}-VP; hoặc bỏ mục ky_hieu, ghi don_vi_soan: VP"
    );
    Some(Fault::new("bad-symbol", message).hint(hint).clause(DIEU_KHOAN).words(dau))
}

/// A whole symbol with the kind twice over: `TB-QĐ-UBND` on a Thông báo.
pub fn hai_ten_loai(ky_hieu: &str, loai: Loai, bo: BoQuyTac) -> Option<Fault> {
    let (own, noi) = (bo.viet_tat(loai)?, bo.so.sau_loai);
    let con = ky_hieu.strip_prefix(own)?.strip_prefix(['-', noi])?;
    let found = co_ca_loai(con, bo)?;
    let cua_co_quan = con.split_once(['-', noi])?.1;
    let message =
        format!("ký hiệu “{ky_hieu}” có hai chữ viết tắt tên loại: {own} và {}", found.words);
    Some(Fault { message, hint: Some(format!("viết: {own}{noi}{cua_co_quan}")), ..found })
}

/// A symbol with its number: `05/KH-HĐND`, `05-NQ/TU`.
fn co_ca_so(text: &str, cach: CachSo) -> Option<Fault> {
    let (so, ky_hieu) = text.split_once(cach.sau_so)?;
    let so = so.trim().trim_start_matches("Số").trim_start_matches(':').trim();
    if so.is_empty() || !so.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let message = format!("trong ký hiệu “{text}” có cả số văn bản");
    let hint =
        format!("số ghi ở mục so của văn bản: “so: {so}”; ở đây chỉ ghi: {}", ky_hieu.trim());
    Some(Fault::new("bad-symbol", message).hint(hint).clause(DIEU_KHOAN))
}

/// A symbol that a document gives whole.
pub fn kiem(text: &str, loai: Loai, bo: BoQuyTac) -> Result<String, Fault> {
    let ky_hieu = text.trim();
    if let Some(fault) = co_ca_so(ky_hieu, bo.so) {
        return Err(fault);
    }
    let noi = bo.so.sau_loai;
    let wrong = |message: String| {
        let first = bo.viet_tat(loai).unwrap_or("BNV");
        Fault::new("bad-symbol", message).hint(vi_du(first, noi)).clause(DIEU_KHOAN)
    };
    if ky_hieu.chars().count() > CODE_NOTATION.dai_nhat {
        let long = format!("ký hiệu “{ky_hieu}” dài quá {} ký tự", CODE_NOTATION.dai_nhat);
        return Err(wrong(long).clause(CODE_NOTATION.dieu_khoan));
    }
    let groups: Vec<&str> = match ky_hieu.split_once(noi) {
        Some((dau, con)) => std::iter::once(dau).chain(con.split('-')).collect(),
        None => vec![ky_hieu],
    };
    if let Some(bad) = groups.iter().flat_map(|g| g.chars()).find(|c| !chu_ky_hieu(*c)) {
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
    let own = groups.iter().skip(usize::from(bo.viet_tat(loai).is_some()));
    if let Some(small) = own.copied().find(|g| g.chars().any(char::is_lowercase) && *g != THU_TUONG)
    {
        let right = small.to_uppercase();
        return Err(wrong(format!("trong ký hiệu “{ky_hieu}”, “{small}” phải viết in hoa"))
            .hint(format!("viết: {right}")));
    }
    match bo.viet_tat(loai) {
        Some(viet_tat) if groups.first() != Some(&viet_tat) => Err(wrong(format!(
            "ký hiệu “{ky_hieu}” không bắt đầu bằng “{viet_tat}”, chữ viết tắt của {}",
            loai.ten()
        ))),
        _ => Ok(ky_hieu.to_owned()),
    }
}

/// How a symbol looks.
fn vi_du(loai: &str, noi: char) -> String {
    let (dau, co_quan) = match noi {
        '-' => ("“-”".to_owned(), "HĐND"),
        khac => (format!("“{khac}” sau tên loại và “-” giữa các cơ quan"), "ĐU"),
    };
    format!(
        "ký hiệu gồm các nhóm chữ cái nối bằng dấu {dau}, không có dấu cách, ví dụ: {loai}{noi}{co_quan}"
    )
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
    use crate::model::bo_quy_tac::thu::{DANG, ND30};

    fn ke_hoach() -> Loai {
        Loai::theo_khoa("ke_hoach").unwrap()
    }

    #[test]
    fn line_pads_the_number_or_leaves_a_gap() {
        let ky_hieu = ghep(ke_hoach(), "HĐND", ND30).unwrap();
        let line = |so| SoKyHieu::new(so, ky_hieu.clone(), ND30.so).dong();
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
    fn zeros_that_are_not_printed_are_told() {
        let told = |text: &str| so_khong_thua(text, so(text).unwrap()).map(|fault| fault.message);
        assert_eq!(["5", "05", "27", " 127 "].map(told), [const { None }; 4]);
        assert!(told("027").unwrap().contains("được in là 27"));
        assert!(told("005").unwrap().contains("được in là 05"));
    }

    #[test]
    fn a_kind_inside_the_offices_part_is_told() {
        let right = |text| co_ca_loai(text, ND30).and_then(|fault| fault.hint);
        assert!(right("QĐ-UBND").unwrap().contains("“ky_hieu: UBND”"));
        for fine in ["UBND", "HĐND", "CT-TTHT", "BCĐ-CĐS", "QĐND", "HĐ-TĐKT"] {
            assert_eq!(right(fine), None, "{fine}");
        }
        let thong_bao = Loai::theo_khoa("thong_bao").unwrap();
        let twice = hai_ten_loai("TB-QĐ-UBND", thong_bao, ND30).unwrap();
        assert_eq!(twice.hint.as_deref(), Some("viết: TB-UBND"));
        assert!(hai_ten_loai("TB-UBND", thong_bao, ND30).is_none());
    }

    #[test]
    fn a_paper_whose_symbol_has_no_kind_is_told_of_one() {
        let cong_van = Loai::theo_khoa("cong_van").unwrap();
        for wrong in ["CV-HĐND", "CV-SNV-VP", "TB-SNV"] {
            let told = thua_ten_loai(wrong, cong_van, ND30).unwrap();
            assert!(told.message.contains("Công văn không có chữ viết tắt"), "{told:?}");
        }
        assert!(thua_ten_loai("SNV-VP", cong_van, ND30).is_none());
        assert!(thua_ten_loai("CV/TU", cong_van, DANG).is_none());
        assert!(co_ca_loai("CV-SNV", ND30).unwrap().hint.unwrap().contains("“ky_hieu: SNV”"));
    }

    #[test]
    fn a_number_in_the_symbol_goes_to_its_own_key() {
        let told = kiem("05/KH-HĐND", ke_hoach(), ND30).unwrap_err().hint.unwrap();
        assert!(told.contains("“so: 05”") && told.ends_with("KH-HĐND"), "{told}");
    }

    #[test]
    fn symbols_follow_the_rule() {
        assert!(kiem("KH-VP.HĐND", ke_hoach(), ND30).is_ok());
        assert!(kiem("KH-TTg", ke_hoach(), ND30).is_ok());
        for with_figures in ["KH-THPTCL2", "KH-PC06", "KH-C06", "KH-PGD&ĐT", "KH-BCĐ-389"] {
            assert!(kiem(with_figures, ke_hoach(), ND30).is_ok(), "{with_figures}");
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
            assert_eq!(kiem(bad, ke_hoach(), ND30).unwrap_err().code, "bad-symbol", "{bad}");
        }
        assert!(kiem(&format!("KH-{}", "A".repeat(28)), ke_hoach(), ND30).is_err());
        assert_eq!(ghep(Loai::theo_khoa("cong_van").unwrap(), "BNV-VP", ND30).unwrap(), "BNV-VP");
    }

    #[test]
    fn the_party_writes_kind_and_office_the_other_way_round() {
        let loai = |khoa: &str| Loai::theo_khoa(khoa).unwrap();
        let nghi_quyet = ghep(loai("nghi_quyet"), "TU", DANG).unwrap();
        assert_eq!(SoKyHieu::new(Some(5), nghi_quyet, DANG.so).dong(), "Số 05-NQ/TU");
        assert_eq!(ghep(loai("cong_van"), "BTGDVTU", DANG).unwrap(), "CV/BTGDVTU");
        assert_eq!(kiem("QĐ/BTCTU-BNCTU", loai("quy_dinh"), DANG).unwrap(), "QĐ/BTCTU-BNCTU");
        for bad in ["NQ-TU", "NQ", "NQ/", "NQ/tu", "05-NQ/TU", "QĐ/TU"] {
            assert_eq!(
                kiem(bad, loai("nghi_quyet"), DANG).unwrap_err().code,
                "bad-symbol",
                "{bad}"
            );
        }
        let told = kiem("05-NQ/TU", loai("nghi_quyet"), DANG).unwrap_err().hint.unwrap();
        assert!(told.contains("“so: 05”") && told.ends_with("NQ/TU"), "{told}");
    }
}
