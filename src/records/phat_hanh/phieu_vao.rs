//! Phiếu vào sổ: the record in the folder of a paper that was made elsewhere. There is no source that could make the
//! paper again, so the record holds the register's line, and what each file was called when it was handed in.

use super::phieu::DongGoc;
use crate::model::PHIEN_BAN;
use crate::reading::source::TepNguon;
use crate::reading::yaml::{self, Node};
use crate::records::so_dang_ky::{Dong, SoHieu};

/// Its name in the folder.
pub const TEP_PHIEU_VAO: &str = "vao-so.yaml";

/// What the record says, read back.
pub struct PhieuVao {
    pub so_hieu: SoHieu,
    pub dong: DongGoc,
}

impl PhieuVao {
    pub fn doc(bytes: &[u8]) -> Option<Self> {
        let tep = TepNguon::decode(TEP_PHIEU_VAO, bytes).ok()?;
        let root = yaml::parse(&tep).0?;
        let text = |key| root.get(key).and_then(Node::text);
        let (stt, dong) = Dong::doc(text("dong_so")?).ok()?;
        let so_hieu = dong.so_hieu.clone()?;
        let dau_truoc = text("dau_truoc")?.to_owned();
        Some(Self { so_hieu, dong: DongGoc { stt, dau_truoc, dong } })
    }

    /// As YAML; quoted as JSON does, which YAML reads alike. `tep` are the files by their names in the folder, each
    /// with the name that it had before.
    pub fn viet(&self, tep: &[(String, String)]) -> Vec<u8> {
        let q = |text: &str| serde_json::Value::from(text).to_string();
        let DongGoc { stt, dau_truoc, dong } = &self.dong;
        let ngay = dong.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
        let mut out = String::from(
            "# Bản ghi của văn bản làm ở nơi khác đã vào sổ, do chương trình ghi; không sửa.\n",
        );
        out.push_str(&format!("so_hieu: {}\n", q(&self.so_hieu.to_string())));
        out.push_str(&format!("ngay_ban_hanh: {}\n", q(&ngay)));
        out.push_str(&format!("day_so: {}\n", q(&dong.day.to_string())));
        out.push_str(&format!("phien_ban: {}\ntep:\n", q(PHIEN_BAN)));
        for (ten, goc) in tep {
            out.push_str(&format!("  - {}\n", q(&format!("{ten}: {goc}"))));
        }
        out.push_str(&format!("dong_so: {}\ndau_truoc: {}\n", q(&dong.viet(*stt)), q(dau_truoc)));
        out.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Ngay;
    use crate::records::so_dang_ky::{Day, Viec};

    /// What can't be read back would be lost when the register is made again.
    #[test]
    fn what_is_written_is_read_again() {
        let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
        let so_hieu = SoHieu { so: 5, ky_hieu: "KH-HĐND".into() };
        let dong = Dong {
            ngay: Ngay::parse("15/3/2023").ok(),
            trich_yeu: "Kế hoạch “a”: b | c \\ # d".into(),
            ..Dong::moi(Viec::VaoSo, day, Some(so_hieu.clone()))
        };
        let dong = DongGoc { stt: 7, dau_truoc: "0a1b2c3d".into(), dong };
        let record = PhieuVao { so_hieu: so_hieu.clone(), dong: dong.clone() };
        let bytes = record.viet(&[("05-KH-HDND.pdf".into(), "bản \"ký\": 1.pdf".into())]);
        let read = PhieuVao::doc(&bytes).unwrap();
        assert_eq!((read.so_hieu, read.dong), (so_hieu, dong));
        assert!(PhieuVao::doc(b"so_hieu: x\n").is_none());
    }
}
