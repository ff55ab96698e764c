//! Phiếu phát hành: the record in the folder of an issued document, written and read back.

use crate::model::{CachPhatHanh, DinhKem, NgayBanHanh, PHIEN_BAN, VanBan, co_khong, so_ky_hieu};
use crate::reading::source::{TepNguon, ten_goc};
use crate::reading::yaml::{self, Node};
use crate::records::so_dang_ky::dau::dau;
use crate::records::so_dang_ky::{Day, Dong, QuanHe, SoHieu};

/// The folder of an issued document that holds its YAML as it was.
pub const NGUON: &str = "nguon";
/// The record of the issue: number, date, name of the document.
pub const TEP_PHIEU: &str = "phat-hanh.yaml";
/// Which version made the records that don't say.
const PHIEN_BAN_DAU: &str = "0.1.0";

/// What the record of an issue says, read back.
pub struct PhieuPhatHanh {
    pub so: u64,
    pub ky_hieu: String,
    pub ngay: NgayBanHanh,
    /// The name of the document in its hồ sơ.
    pub van_ban: String,
    /// The name of the file that it came from.
    pub tep: Option<String>,
    /// What its files carry besides the text; nothing in a record that doesn't say.
    pub cach: CachPhatHanh,
    pub so_ban: Option<u64>,
    /// The series of the number.
    pub day: Option<Day>,
    /// What it does to earlier documents.
    pub quan_he: Vec<QuanHe>,
    /// The register's line of the issue; a record of before has none.
    pub dong: Option<DongGoc>,
    /// The version of the program that made its files; the first ones didn't say.
    pub phien_ban: Option<String>,
}

/// The register's line of an issue as its record keeps it. The line holds the digest of the list of files, which
/// holds that of the record, so the record has the line without that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DongGoc {
    /// Which line it is.
    pub stt: usize,
    /// The mark of the line before.
    pub dau_truoc: String,
    pub dong: Dong,
}

impl DongGoc {
    /// The line with its mark, as it stood in the register.
    pub fn nguyen_van(&self, bang_ke: &str) -> String {
        let line = Dong { bang_ke: bang_ke.to_owned(), ..self.dong.clone() }.viet(self.stt);
        format!("{line} | {}", dau(&self.dau_truoc, &line))
    }
}

impl PhieuPhatHanh {
    /// The version that made it, if today's is another: its files may then differ though nobody touched them.
    pub fn phien_ban_khac(&self) -> Option<&str> {
        let made_by = self.phien_ban.as_deref();
        (made_by != Some(PHIEN_BAN)).then(|| made_by.unwrap_or(PHIEN_BAN_DAU))
    }

    pub fn doc(bytes: &[u8]) -> Option<Self> {
        let tep = TepNguon::decode(TEP_PHIEU, bytes).ok()?;
        let root = yaml::parse(&tep).0?;
        let text = |key| root.get(key).and_then(Node::text);
        let cach = CachPhatHanh {
            dinh_kem: text("dinh_kem").map_or(Ok(DinhKem::Khong), DinhKem::parse).ok()?,
            o_ky: text("o_ky").map_or(Ok(false), co_khong).ok()?,
        };
        let dong = text("dong_so").and_then(|line| Dong::doc(line).ok());
        let dong = dong.zip(text("dau_truoc"));
        Some(Self {
            cach,
            dong: dong.map(|((stt, dong), dau)| DongGoc { stt, dau_truoc: dau.to_owned(), dong }),
            day: text("day_so").and_then(Day::doc),
            quan_he: quan_he(root.get("quan_he"))?,
            phien_ban: text("phien_ban").map(str::to_owned),
            so_ban: text("so_ban").map(str::parse).transpose().ok()?,
            so: so_ky_hieu::so(text("so")?).ok()?,
            ky_hieu: text("ky_hieu")?.to_owned(),
            ngay: NgayBanHanh::parse(text("ngay_ban_hanh")?).ok()?,
            van_ban: ten_goc(text("van_ban")?).to_owned(),
            tep: text("tep").map(str::to_owned),
        })
    }

    /// Number and date of the issue in place of the draft's blanks.
    pub fn dien(&self, van_ban: &mut VanBan) {
        van_ban.so_ky_hieu = van_ban.so_ky_hieu.co_so(self.so, self.ky_hieu.clone());
        van_ban.ngay_ban_hanh = self.ngay;
    }
}

fn quan_he(node: Option<&Node>) -> Option<Vec<QuanHe>> {
    let Some(node) = node else { return Some(Vec::new()) };
    let lines: Vec<&str> = node.texts().into_iter().map(|(text, _)| text).collect();
    QuanHe::doc(&lines.join("; "))
}

/// What goes into the record.
pub struct PhieuMoi<'a> {
    pub so_hieu: &'a SoHieu,
    pub ngay: String,
    pub day: String,
    /// The document by the name of its files, and the file that it came from.
    pub van_ban: &'a str,
    pub tep: &'a str,
    pub trich_yeu: &'a str,
    /// What the files carry besides the text; without it they can't be made again.
    pub cach: CachPhatHanh,
    pub so_ban: Option<u64>,
    /// What it does to earlier documents: `thay thế 99/KH-HĐND/2023`.
    pub quan_he: Vec<String>,
    /// Warnings that were accepted.
    pub canh_bao: Vec<String>,
    pub dong: DongGoc,
}

impl PhieuMoi<'_> {
    /// As YAML; quoted as JSON does, which YAML reads alike.
    pub fn viet(&self) -> Vec<u8> {
        let q = |text: &str| serde_json::Value::from(text).to_string();
        let mut out =
            String::from("# Bản ghi của lần phát hành, do chương trình ghi; không sửa.\n");
        out.push_str(&format!("so: {}\nky_hieu: {}\n", self.so_hieu.so, q(&self.so_hieu.ky_hieu)));
        out.push_str(&format!("ngay_ban_hanh: {}\nday_so: {}\n", q(&self.ngay), q(&self.day)));
        out.push_str(&format!("van_ban: {}\ntep: {}\n", q(self.van_ban), q(self.tep)));
        out.push_str(&format!("trich_yeu: {}\n", q(self.trich_yeu)));
        out.push_str(&format!("dinh_kem: {}\n", self.cach.dinh_kem.khoa()));
        out.push_str(&format!("o_ky: {}\n", if self.cach.o_ky { "co" } else { "khong" }));
        out.push_str(&format!("phien_ban: {}\n", q(PHIEN_BAN)));
        if let Some(so_ban) = self.so_ban {
            out.push_str(&format!("so_ban: {so_ban}\n"));
        }
        for (key, list) in [("quan_he", &self.quan_he), ("canh_bao_da_chap_nhan", &self.canh_bao)] {
            if !list.is_empty() {
                let lines: Vec<String> =
                    list.iter().map(|text| format!("  - {}\n", q(text))).collect();
                out.push_str(&format!("{key}:\n{}", lines.concat()));
            }
        }
        let DongGoc { stt, dau_truoc, dong } = &self.dong;
        out.push_str(&format!("dong_so: {}\ndau_truoc: {}\n", q(&dong.viet(*stt)), q(dau_truoc)));
        out.into_bytes()
    }
}
