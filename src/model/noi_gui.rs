//! Nơi gửi: one recipient of the address book, with what its way needs.

use serde::Serialize;

use super::Fault;

const DIEU_KHOAN_MA: &str = "Phụ lục VI, thông tin đầu vào: mã định danh của cơ quan, tổ chức";
const DIEU_KHOAN_TEN: &str = "Phụ lục VI, thông tin đầu vào: tên cơ quan, tổ chức";
/// Longest code of an office (PL VI: OrganId, 13).
const MA_DAI_NHAT: usize = 13;
/// Longest name of an office (PL VI: OrganName, 200).
const TEN_DAI_NHAT: usize = 200;
/// Most copies for one recipient (PL VI: IssuedAmount has three digits).
const SO_BAN_NHIEU_NHAT: u64 = 999;

/// The way that a document takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kenh {
    /// Trục liên thông văn bản quốc gia: an edXML package.
    Truc,
    Email,
    Giay,
}

impl Kenh {
    /// Every way with its word in YAML and its name in lists.
    pub const TAT_CA: [(Self, &'static str, &'static str); 3] = [
        (Self::Truc, "truc", "Trục liên thông"),
        (Self::Email, "email", "Thư điện tử"),
        (Self::Giay, "giay", "Bản giấy"),
    ];

    pub fn theo_khoa(khoa: &str) -> Option<Self> {
        Self::TAT_CA.iter().find(|(_, known, _)| *known == khoa).map(|(kenh, ..)| *kenh)
    }

    pub fn ten(self) -> &'static str {
        match self {
            Self::Truc => "Trục liên thông",
            Self::Email => "Thư điện tử",
            Self::Giay => "Bản giấy",
        }
    }
}

/// A recipient. What its way needs is there: a code for the axis, an address for e-mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoiGui {
    ten: String,
    kenh: Kenh,
    ma: Option<String>,
    email: Option<String>,
    dia_chi: Option<String>,
    so_ban_giay: u64,
}

/// What a recipient is made of, as the clerk wrote it.
#[derive(Debug, Clone, Default)]
pub struct NoiGuiTho {
    pub ten: String,
    pub kenh: Option<Kenh>,
    pub ma: Option<String>,
    pub email: Option<String>,
    pub dia_chi: Option<String>,
    pub so_ban: Option<u64>,
}

impl NoiGui {
    /// All faults of one recipient at once.
    pub fn new(tho: NoiGuiTho) -> Result<Self, Vec<Fault>> {
        let kenh = tho.kenh.unwrap_or(Kenh::Giay);
        let faults: Vec<Fault> = [
            loi_ten(&tho.ten),
            tho.ma.as_deref().and_then(loi_ma),
            tho.email.as_deref().and_then(loi_email),
            loi_so_ban(tho.so_ban),
            thieu(kenh, &tho),
        ]
        .into_iter()
        .flatten()
        .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let so_ban_giay = tho.so_ban.unwrap_or(u64::from(kenh == Kenh::Giay));
        let NoiGuiTho { ten, ma, email, dia_chi, .. } = tho;
        Ok(Self { ten, kenh, ma, email, dia_chi, so_ban_giay })
    }

    pub fn ten(&self) -> &str {
        &self.ten
    }

    pub fn kenh(&self) -> Kenh {
        self.kenh
    }

    pub fn ma(&self) -> Option<&str> {
        self.ma.as_deref()
    }

    pub fn email(&self) -> Option<&str> {
        self.email.as_deref()
    }

    pub fn dia_chi(&self) -> Option<&str> {
        self.dia_chi.as_deref()
    }

    /// Copies on paper: one where paper is the way, none elsewhere, unless the clerk wrote a number.
    pub fn so_ban_giay(&self) -> u64 {
        self.so_ban_giay
    }
}

/// A name that the exchange of records takes.
pub fn loi_ten(ten: &str) -> Option<Fault> {
    let length = ten.chars().count();
    (length > TEN_DAI_NHAT).then(|| {
        let message = format!("tên nơi nhận dài {length} ký tự, tối đa là {TEN_DAI_NHAT}");
        Fault::new("too-long", message)
            .hint("ghi tên cơ quan, bỏ phần giải thích")
            .clause(DIEU_KHOAN_TEN)
    })
}

/// A code is of groups of Latin letters and digits: `H20`, `H20.01`, `000.00.15.H20`.
pub fn loi_ma(ma: &str) -> Option<Fault> {
    let group =
        |g: &str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    if ma.len() <= MA_DAI_NHAT && ma.split('.').all(group) {
        return None;
    }
    let message = format!("“{ma}” không phải là mã định danh cơ quan");
    let hint = format!(
        "mã gồm các nhóm chữ in hoa và chữ số nối bằng dấu chấm, không quá {MA_DAI_NHAT} ký tự, ví dụ: H20.01"
    );
    Some(Fault::new("bad-organ-id", message).hint(hint).clause(DIEU_KHOAN_MA).words(ma))
}

fn loi_email(email: &str) -> Option<Fault> {
    let right = match email.split_once('@') {
        Some((name, host)) => {
            let sign = |c: char| c.is_ascii_alphanumeric() || ".-_+".contains(c);
            !name.is_empty()
                && email.chars().all(|c| sign(c) || c == '@')
                && host.contains('.')
                && host.split('.').all(|part| !part.is_empty())
                && !host.contains('@')
        }
        None => false,
    };
    (!right).then(|| {
        Fault::new("bad-email", format!("“{email}” không phải là một địa chỉ thư điện tử"))
            .hint("ghi một địa chỉ, ví dụ: vanthu@dongthap.gov.vn")
            .words(email)
    })
}

fn loi_so_ban(so_ban: Option<u64>) -> Option<Fault> {
    so_ban.filter(|so| *so > SO_BAN_NHIEU_NHAT).map(|so| {
        Fault::new(
            "too-many-copies",
            format!("{so} bản cho một nơi nhận, tối đa là {SO_BAN_NHIEU_NHAT}"),
        )
        .hint("kiểm tra lại con số ở so_ban")
        .clause("Phụ lục VI, thông tin đầu vào: số lượng bản phát hành")
    })
}

/// What the way needs and isn't there.
fn thieu(kenh: Kenh, tho: &NoiGuiTho) -> Option<Fault> {
    let (key, why) = match kenh {
        Kenh::Truc if tho.ma.is_none() => {
            ("ma", "gửi qua trục liên thông thì phải có mã định danh")
        }
        Kenh::Email if tho.email.is_none() => ("email", "gửi thư điện tử thì phải có địa chỉ thư"),
        _ => return None,
    };
    Some(
        Fault::new("missing-field", format!("nơi nhận “{}” thiếu mục “{key}”: {why}", tho.ten))
            .hint(format!("thêm một dòng “{key}: …”, hoặc đổi kenh")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_has_what_it_needs() {
        let codes = |kenh, ma: &str, email: &str, so_ban| -> Vec<&'static str> {
            let some = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
            let (ma, email, kenh) = (some(ma), some(email), Some(kenh));
            let tho = NoiGuiTho { ten: "A".into(), kenh, ma, email, so_ban, dia_chi: None };
            NoiGui::new(tho).err().unwrap_or_default().iter().map(|f| f.code).collect()
        };
        assert_eq!(codes(Kenh::Truc, "", "", None), ["missing-field"]);
        assert_eq!(codes(Kenh::Email, "", "", None), ["missing-field"]);
        assert_eq!(codes(Kenh::Truc, "000.00.15.H20", "", None), [""; 0]);
        assert_eq!(codes(Kenh::Email, "", "van.thu@dongthap.gov.vn", None), [""; 0]);
        for ma in ["h20", "H20.", "H20/01", "000.00.15.H200"] {
            assert_eq!(codes(Kenh::Truc, ma, "", None), ["bad-organ-id"], "{ma}");
        }
        for email in ["a", "a@b", "a@@b.vn", "@b.vn", "a b@c.vn", "a@.vn", "a@b.vn, c@d.vn"] {
            assert_eq!(codes(Kenh::Email, "", email, None), ["bad-email"], "{email}");
        }
        assert_eq!(codes(Kenh::Giay, "", "", Some(1000)), ["too-many-copies"]);
    }

    #[test]
    fn paper_means_one_copy_unless_told() {
        let copies = |kenh, so_ban| {
            let ma = Some("H20".to_owned());
            let kenh = Some(kenh);
            let tho = NoiGuiTho { ten: "A".into(), kenh, ma, so_ban, ..NoiGuiTho::default() };
            NoiGui::new(tho).unwrap().so_ban_giay()
        };
        assert_eq!(copies(Kenh::Giay, None), 1);
        assert_eq!(copies(Kenh::Giay, Some(4)), 4);
        assert_eq!(copies(Kenh::Truc, None), 0);
        assert_eq!(copies(Kenh::Truc, Some(2)), 2);
    }
}
