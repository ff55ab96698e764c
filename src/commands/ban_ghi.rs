//! The record in the folder of an issued document.

use crate::model::{CachPhatHanh, DinhKem, NgayBanHanh, SoKyHieu, VanBan, co_khong, so_ky_hieu};
use crate::source::{TepNguon, ten_goc};
use crate::yaml::{self, Node};

/// The folder of an issued document that holds its YAML as it was.
pub const NGUON: &str = "nguon";
/// The record of the issue: number, date, name of the document.
pub const BAN_GHI: &str = "phat-hanh.yaml";

/// What the record of an issue says.
pub struct BanGhi {
    pub so: u64,
    pub ky_hieu: String,
    pub ngay: NgayBanHanh,
    /// The name of the document in its hồ sơ.
    pub van_ban: String,
    /// What its files carry besides the text; nothing in a record that doesn't say.
    pub cach: CachPhatHanh,
    pub so_ban: Option<u64>,
}

impl BanGhi {
    pub fn doc(bytes: &[u8]) -> Option<Self> {
        let tep = TepNguon::decode(BAN_GHI, bytes).ok()?;
        let root = yaml::parse(&tep).0?;
        let text = |key| root.get(key).and_then(Node::text);
        let cach = CachPhatHanh {
            dinh_kem: text("dinh_kem").map_or(Ok(DinhKem::Khong), DinhKem::parse).ok()?,
            o_ky: text("o_ky").map_or(Ok(false), co_khong).ok()?,
        };
        Some(Self {
            cach,
            so_ban: text("so_ban").map(str::parse).transpose().ok()?,
            so: so_ky_hieu::so(text("so")?).ok()?,
            ky_hieu: text("ky_hieu")?.to_owned(),
            ngay: NgayBanHanh::parse(text("ngay_ban_hanh")?).ok()?,
            van_ban: ten_goc(text("van_ban")?).to_owned(),
        })
    }

    /// Number and date of the issue in place of the draft's blanks.
    pub fn dien(&self, van_ban: &mut VanBan) {
        van_ban.so_ky_hieu = SoKyHieu::new(Some(self.so), self.ky_hieu.clone());
        van_ban.ngay_ban_hanh = self.ngay;
    }
}
