//! Địa bàn: the provinces and centrally-run cities, the 63 of before 1 July 2025 and the 34 since.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use serde::{Serialize, Serializer};

use super::Fault;
use super::khong_dau::khong_dau;
use LoaiDiaBan::{ThanhPho, Tinh};

/// What kind of unit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoaiDiaBan {
    Tinh,
    ThanhPho,
}

/// Kind, name, the province that it belongs to since 1 July 2025, and the seat of that one, named by
/// the former province in which it lies.
type Dong = (LoaiDiaBan, &'static str, &'static str, &'static str);

/// All provinces by the names of before July 2025; every later name is among them.
static BANG: &[Dong] = &[
    (ThanhPho, "Cần Thơ", "Cần Thơ", "Cần Thơ"),
    (ThanhPho, "Huế", "Huế", "Huế"),
    (ThanhPho, "Hà Nội", "Hà Nội", "Hà Nội"),
    (ThanhPho, "Hải Phòng", "Hải Phòng", "Hải Phòng"),
    (ThanhPho, "Hồ Chí Minh", "Hồ Chí Minh", "Hồ Chí Minh"),
    (ThanhPho, "Đà Nẵng", "Đà Nẵng", "Đà Nẵng"),
    (Tinh, "An Giang", "An Giang", "Kiên Giang"),
    (Tinh, "Bà Rịa - Vũng Tàu", "Hồ Chí Minh", "Hồ Chí Minh"),
    (Tinh, "Bình Dương", "Hồ Chí Minh", "Hồ Chí Minh"),
    (Tinh, "Bình Phước", "Đồng Nai", "Đồng Nai"),
    (Tinh, "Bình Thuận", "Lâm Đồng", "Lâm Đồng"),
    (Tinh, "Bình Định", "Gia Lai", "Bình Định"),
    (Tinh, "Bạc Liêu", "Cà Mau", "Cà Mau"),
    (Tinh, "Bắc Giang", "Bắc Ninh", "Bắc Giang"),
    (Tinh, "Bắc Kạn", "Thái Nguyên", "Thái Nguyên"),
    (Tinh, "Bắc Ninh", "Bắc Ninh", "Bắc Giang"),
    (Tinh, "Bến Tre", "Vĩnh Long", "Vĩnh Long"),
    (Tinh, "Cao Bằng", "Cao Bằng", "Cao Bằng"),
    (Tinh, "Cà Mau", "Cà Mau", "Cà Mau"),
    (Tinh, "Gia Lai", "Gia Lai", "Bình Định"),
    (Tinh, "Hà Giang", "Tuyên Quang", "Tuyên Quang"),
    (Tinh, "Hà Nam", "Ninh Bình", "Ninh Bình"),
    (Tinh, "Hà Tĩnh", "Hà Tĩnh", "Hà Tĩnh"),
    (Tinh, "Hòa Bình", "Phú Thọ", "Phú Thọ"),
    (Tinh, "Hưng Yên", "Hưng Yên", "Hưng Yên"),
    (Tinh, "Hải Dương", "Hải Phòng", "Hải Phòng"),
    (Tinh, "Hậu Giang", "Cần Thơ", "Cần Thơ"),
    (Tinh, "Khánh Hòa", "Khánh Hòa", "Khánh Hòa"),
    (Tinh, "Kiên Giang", "An Giang", "Kiên Giang"),
    (Tinh, "Kon Tum", "Quảng Ngãi", "Quảng Ngãi"),
    (Tinh, "Lai Châu", "Lai Châu", "Lai Châu"),
    (Tinh, "Long An", "Tây Ninh", "Long An"),
    (Tinh, "Lào Cai", "Lào Cai", "Yên Bái"),
    (Tinh, "Lâm Đồng", "Lâm Đồng", "Lâm Đồng"),
    (Tinh, "Lạng Sơn", "Lạng Sơn", "Lạng Sơn"),
    (Tinh, "Nam Định", "Ninh Bình", "Ninh Bình"),
    (Tinh, "Nghệ An", "Nghệ An", "Nghệ An"),
    (Tinh, "Ninh Bình", "Ninh Bình", "Ninh Bình"),
    (Tinh, "Ninh Thuận", "Khánh Hòa", "Khánh Hòa"),
    (Tinh, "Phú Thọ", "Phú Thọ", "Phú Thọ"),
    (Tinh, "Phú Yên", "Đắk Lắk", "Đắk Lắk"),
    (Tinh, "Quảng Bình", "Quảng Trị", "Quảng Bình"),
    (Tinh, "Quảng Nam", "Đà Nẵng", "Đà Nẵng"),
    (Tinh, "Quảng Ngãi", "Quảng Ngãi", "Quảng Ngãi"),
    (Tinh, "Quảng Ninh", "Quảng Ninh", "Quảng Ninh"),
    (Tinh, "Quảng Trị", "Quảng Trị", "Quảng Bình"),
    (Tinh, "Sóc Trăng", "Cần Thơ", "Cần Thơ"),
    (Tinh, "Sơn La", "Sơn La", "Sơn La"),
    (Tinh, "Thanh Hóa", "Thanh Hóa", "Thanh Hóa"),
    (Tinh, "Thái Bình", "Hưng Yên", "Hưng Yên"),
    (Tinh, "Thái Nguyên", "Thái Nguyên", "Thái Nguyên"),
    (Tinh, "Tiền Giang", "Đồng Tháp", "Tiền Giang"),
    (Tinh, "Trà Vinh", "Vĩnh Long", "Vĩnh Long"),
    (Tinh, "Tuyên Quang", "Tuyên Quang", "Tuyên Quang"),
    (Tinh, "Tây Ninh", "Tây Ninh", "Long An"),
    (Tinh, "Vĩnh Long", "Vĩnh Long", "Vĩnh Long"),
    (Tinh, "Vĩnh Phúc", "Phú Thọ", "Phú Thọ"),
    (Tinh, "Yên Bái", "Lào Cai", "Yên Bái"),
    (Tinh, "Điện Biên", "Điện Biên", "Điện Biên"),
    (Tinh, "Đắk Lắk", "Đắk Lắk", "Đắk Lắk"),
    (Tinh, "Đắk Nông", "Lâm Đồng", "Lâm Đồng"),
    (Tinh, "Đồng Nai", "Đồng Nai", "Đồng Nai"),
    (Tinh, "Đồng Tháp", "Đồng Tháp", "Tiền Giang"),
];

/// Other spellings in use: the name, and the one in the table.
static TEN_KHAC: &[(&str, &str)] = &[
    ("Thừa Thiên Huế", "Huế"),
    ("Thừa Thiên - Huế", "Huế"),
    ("HCM", "Hồ Chí Minh"),
    ("Đắc Lắc", "Đắk Lắk"),
    ("Đăk Lăk", "Đắk Lắk"),
    ("Đăk Nông", "Đắk Nông"),
    ("Đắc Nông", "Đắk Nông"),
    ("Bắc Cạn", "Bắc Kạn"),
    ("Kontum", "Kon Tum"),
    ("Bà Rịa Vũng Tàu", "Bà Rịa - Vũng Tàu"),
];

/// The table by all names, folded.
static THEO_TEN: LazyLock<HashMap<String, &'static Dong>> = LazyLock::new(|| {
    let own = BANG.iter().map(|dong| (gap(dong.1), dong));
    let other = TEN_KHAC
        .iter()
        .filter_map(|(other, own)| Some((gap(other), BANG.iter().find(|dong| dong.1 == *own)?)));
    own.chain(other).collect()
});

/// The table's names, folded and without marks.
static KHONG_DAU: LazyLock<Vec<(String, &'static Dong)>> =
    LazyLock::new(|| BANG.iter().map(|dong| (khong_dau(&gap(dong.1)), dong)).collect());

/// No name, however misspelt, has more letters.
const DAI_NHAT: usize = 40;

/// What a clerk may put before the name, longest first, folded.
const TIEN_TO: &[&str] = &["thành phố ", "tỉnh ", "tp. ", "tp.", "tp "];

const GHI_TEN_TINH: &str = "ghi tên từng tỉnh, thành phố trực thuộc trung ương; nơi khác thì ghi tỉnh trong \
    ngoặc, ví dụ: TP. Đà Lạt (Lâm Đồng)";

/// A province or centrally-run city of the table.
#[derive(Clone, Copy)]
pub struct DiaBan(&'static Dong);

impl DiaBan {
    /// Finds `Tỉnh Đắk Lắk`, `đắk lắk`, `TP. Hồ Chí Minh`, `Khánh Hoà`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::tim(text).ok_or_else(|| {
            let name = text.trim();
            let fault =
                Fault::new("unknown-province", format!("không có tỉnh, thành phố “{name}”"));
            let fault = fault.words(name);
            match gan_nhat(name) {
                Some(near) => fault.hint(format!("có phải là “{near}”?")),
                None => fault.hint(GHI_TEN_TINH),
            }
        })
    }

    /// The same without a message.
    pub fn tim(text: &str) -> Option<Self> {
        THEO_TEN.get(&bo_tien_to(&gap(text))).copied().map(Self)
    }

    /// The province whose name ends `text`, and what stands before it.
    pub fn o_cuoi(text: &str) -> Option<(&str, Self)> {
        // No name has more words than `tỉnh Bà Rịa - Vũng Tàu`.
        let cuts = text.rmatch_indices(' ').take(6).filter_map(|(at, _)| text.split_at_checked(at));
        cuts.filter_map(|(before, name)| Some((before, Self::tim(name)?))).last()
    }

    /// `Đắk Lắk`.
    pub fn ten(self) -> &'static str {
        self.0.1
    }

    pub fn loai(self) -> LoaiDiaBan {
        self.0.0
    }

    /// The province that it belongs to since 1 July 2025; itself if the name went on.
    pub fn hien_nay(self) -> Self {
        BANG.iter().find(|dong| dong.1 == self.0.2).map_or(self, Self)
    }

    /// Inside a sentence: `tỉnh Đắk Lắk`, `thành phố Đà Nẵng`, but `Thành phố Hồ Chí Minh`, named after a
    /// person (PL II, III.1.b).
    pub fn trong_cau(self) -> String {
        match self.ten() {
            "Hồ Chí Minh" => self.to_string(),
            _ => super::chu_dau::thuong_dau(&self.to_string()),
        }
    }

    /// The seat of today's province, by the former province in which it lies.
    pub fn trung_tam(self) -> &'static str {
        self.0.3
    }
}

/// `Tỉnh Đắk Lắk`.
impl fmt::Display for DiaBan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let loai = match self.loai() {
            Tinh => "Tỉnh",
            ThanhPho => "Thành phố",
        };
        write!(f, "{loai} {}", self.ten())
    }
}

impl fmt::Debug for DiaBan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DiaBan({})", self.ten())
    }
}

/// Names are unique, so the name tells all.
impl PartialEq for DiaBan {
    fn eq(&self, other: &Self) -> bool {
        self.ten() == other.ten()
    }
}

impl Eq for DiaBan {}

impl Serialize for DiaBan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.ten())
    }
}

/// The full name nearest to a misspelt one.
fn gan_nhat(name: &str) -> Option<DiaBan> {
    let wrong = khong_dau(&bo_tien_to(&gap(name)));
    if wrong.chars().count() > DAI_NHAT {
        return None;
    }
    let rated =
        KHONG_DAU.iter().map(|(right, dong)| (strsim::jaro_winkler(&wrong, right), right, dong));
    let (_, right, dong) = rated.max_by(|a, b| a.0.total_cmp(&b.0))?;
    // A region is no misspelt province: `Tây Nguyên` is near `Thái Nguyên` by letters alone.
    let slips = strsim::damerau_levenshtein(&wrong, right);
    (slips <= (right.chars().count() / 8).max(1)).then_some(DiaBan(dong))
}

/// Letter case, runs of spaces and the two styles of tone marks (`hoà`, `hòa`) made one.
fn gap(text: &str) -> String {
    let lower = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    const KIEU_DAU: &[(&str, &str)] = &[
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("uỷ", "ủy"),
        ("uý", "úy"),
    ];
    KIEU_DAU.iter().fold(lower, |text, (new, old)| text.replace(new, old))
}

fn bo_tien_to(folded: &str) -> String {
    TIEN_TO.iter().find_map(|p| folded.strip_prefix(p)).unwrap_or(folded).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_however_they_are_written() {
        let pairs = [
            ("Tỉnh Đắk Lắk", "Đắk Lắk"),
            ("đắk  lắk", "Đắk Lắk"),
            ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
            ("TP.HCM", "Hồ Chí Minh"),
            ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
            ("Khánh Hoà", "Khánh Hòa"),
            ("Tỉnh Thừa Thiên Huế", "Huế"),
            ("BÀ RỊA - VŨNG TÀU", "Bà Rịa - Vũng Tàu"),
        ];
        for (text, ten) in pairs {
            assert_eq!(DiaBan::parse(text).unwrap().ten(), ten, "{text}");
        }
    }

    #[test]
    fn a_misspelt_name_gets_the_nearest() {
        let hint = |text| DiaBan::parse(text).unwrap_err().hint.unwrap();
        assert_eq!(hint("Đắk Lăc"), "có phải là “Tỉnh Đắk Lắk”?");
        assert_eq!(hint("Tỉnh Tien Giag"), "có phải là “Tỉnh Tiền Giang”?");
        assert_eq!(hint("Pa-ri"), GHI_TEN_TINH);
        assert_eq!(hint("Tây Nguyên"), GHI_TEN_TINH);
    }

    #[test]
    fn sixty_three_became_thirty_four() {
        let mut new: Vec<_> = BANG.iter().map(|dong| DiaBan(dong).hien_nay().ten()).collect();
        new.sort_unstable();
        new.dedup();
        assert_eq!((BANG.len(), new.len()), (63, 34));
        let kien_giang = DiaBan::tim("Kiên Giang").unwrap();
        assert_eq!(kien_giang.hien_nay().ten(), "An Giang");
        assert_eq!(kien_giang.trung_tam(), "Kiên Giang");
    }
}
