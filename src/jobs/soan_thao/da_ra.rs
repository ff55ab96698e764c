//! Đã ra: which papers of a folder have their numbers. The issued folder keeps the sources as they were; a paper is the
//! issued one if it says the same, whatever its file is called now, and a copy of it is none.

use std::collections::BTreeMap;

use crate::model::{Loai, VanBan};
use crate::reading::source::{TepNguon, ten_tep};
use crate::reading::yaml::va::{Cay, cay_cua};
use crate::records::chuyen_phat::sha256;
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::phieu::{NGUON, PhieuPhatHanh, TEP_PHIEU};
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::{Day, Muc, SoCai, TrangThai};

/// What is written into a file only when it is issued.
const KHI_PHAT_HANH: [&str; 2] = ["so", "ngay_ban_hanh"];

/// A number that was given to a paper, with what its folder tells of the paper.
struct DaRa {
    muc: Muc,
    /// The name of its file at that time.
    tep: String,
    /// The digest of what it said.
    dau: String,
}

/// All numbers of the register beside a folder.
#[derive(Default)]
pub struct CacSo {
    cai: SoCai,
    da_ra: Vec<DaRa>,
}

impl CacSo {
    /// A register that can't be read has numbered nothing that is known here; its own page tells why.
    pub fn doc(kho: &Kho) -> Self {
        let _khoa = kho.khoa_doc();
        let Ok(doc) = doc_so(kho) else { return Self::default() };
        let issued = doc.cai.tat_ca().filter(|muc| muc.da_phat_hanh());
        let da_ra = issued.filter_map(|muc| da_ra(kho, muc)).collect();
        Self { cai: doc.cai, da_ra }
    }

    /// Which numbers each paper has, by the names of their files. A number belongs to one paper: the one that has the
    /// name that was kept, or else the first that says the same.
    pub fn cua_cac_tep(&self, tep: &[&TepNguon], md: &[TepNguon]) -> BTreeMap<String, Vec<&Muc>> {
        if self.da_ra.is_empty() {
            return BTreeMap::new();
        }
        let doc = |ten: &str| chu_cua(md, ten);
        let marks: Vec<(&str, String)> =
            tep.iter().map(|tep| (ten_tep(&tep.ten), dau(tep, &doc))).collect();
        let mut out: BTreeMap<String, Vec<&Muc>> = BTreeMap::new();
        for own in &self.da_ra {
            let same: Vec<&str> =
                marks.iter().filter(|(_, dau)| *dau == own.dau).map(|(ten, _)| *ten).collect();
            let named = same.iter().find(|ten| **ten == own.tep).or(same.first());
            if let Some(ten) = named {
                out.entry((*ten).to_owned()).or_default().push(&own.muc);
            }
        }
        out
    }

    /// The number that a paper says it has, if the register gave it to some paper.
    pub fn theo_so(&self, van_ban: &VanBan) -> Option<&Muc> {
        let so = van_ban.so_ky_hieu.so()?;
        let loai: Loai = van_ban.loai;
        let ngay = van_ban.ngay_ban_hanh.ngay_dau_ky();
        let day = Day::cua(&van_ban.co_quan, loai, ngay).ok()?;
        self.cai.muc(&day, so).filter(|muc| {
            muc.trang_thai == TrangThai::PhatHanh
                && muc.so_hieu.ky_hieu == van_ban.so_ky_hieu.ky_hieu()
        })
    }
}

fn da_ra(kho: &Kho, muc: &Muc) -> Option<DaRa> {
    let dich = dich(&muc.dong.day, &muc.so_hieu);
    let tep = PhieuPhatHanh::doc(&kho.doc_tep(&dich, TEP_PHIEU)?)?.tep?;
    let read = |ten: &str| kho.doc_tep(&dich, &format!("{NGUON}/{}", ten_tep(ten)));
    let nguon = TepNguon::decode(&tep, &read(&tep)?).ok()?;
    let chu = |ten: &str| {
        let body = TepNguon::decode_text(ten, &read(ten)?).ok()?;
        Some(body.text)
    };
    let dau = dau(&nguon, &chu);
    Some(DaRa { muc: muc.clone(), tep, dau })
}

fn chu_cua(md: &[TepNguon], ten: &str) -> Option<String> {
    md.iter().find(|body| ten_tep(&body.ten) == ten).map(|body| body.text.clone())
}

/// The digest of what a paper says beside its number and day: its fields, and the bodies that it names.
fn dau(tep: &TepNguon, md: &dyn Fn(&str) -> Option<String>) -> String {
    let Some(cay) = cay_cua(tep) else { return sha256(tep.text.as_bytes()) };
    let mut bodies = Vec::new();
    super::xem::cac_md(&cay, &mut |ten| bodies.push((ten.to_owned(), md(ten))));
    let said = serde_json::to_vec(&(trong_luc_ra(cay), bodies));
    sha256(&said.unwrap_or_default())
}

/// Without what says nothing and what is written when it is issued: a trip's file has that once for each of its papers.
fn trong_luc_ra(cay: Cay) -> Cay {
    let of_trip = *cay.tai(&[crate::reading::yaml::va::Buoc::Khoa("loai".into())])
        == Cay::Chu("dot".to_owned());
    let Cay::Nhom(all) = cay else { return cay };
    let bare = |all: Vec<(String, Cay)>| -> Vec<(String, Cay)> {
        all.into_iter().filter(|(khoa, _)| !KHI_PHAT_HANH.contains(&khoa.as_str())).collect()
    };
    let inner = |value: Cay| match value {
        Cay::Nhom(all) if of_trip => Cay::Nhom(bare(all)),
        other => other,
    };
    let said = bare(all).into_iter().map(|(khoa, value)| (khoa, inner(value)));
    let mut said: Vec<(String, Cay)> = said.filter(|(_, value)| *value != Cay::Trong).collect();
    said.sort_by(|a, b| a.0.cmp(&b.0));
    Cay::Nhom(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> String {
        let tep = TepNguon::decode("a.yaml", text.as_bytes()).unwrap();
        dau(&tep, &|ten| (ten == "than.md").then(|| "Một.\n".to_owned()))
    }

    #[test]
    fn number_day_comments_and_order_dont_count_all_else_does() {
        let own = mark("loai: cong_van\ntrich_yeu: A\nnoi_dung: than.md\nso:\n");
        let same = [
            "# x\ntrich_yeu: A # y\nnoi_dung: than.md\nloai: cong_van\nso: 5\nngay_ban_hanh: 1/2/2026\n",
            "loai: cong_van\ntrich_yeu: 'A'\nnoi_dung: than.md\n",
        ];
        for text in same {
            assert_eq!(mark(text), own, "{text}");
        }
        let other = [
            "loai: cong_van\ntrich_yeu: B\nnoi_dung: than.md\n",
            "loai: cong_van\ntrich_yeu: A\nnoi_dung: khac.md\n",
            "loai: cong_van\ntrich_yeu: A\nnoi_dung: than.md\ncan_cu: {so: 5}\n",
        ];
        for text in other {
            assert_ne!(mark(text), own, "{text}");
        }
        let inside = "loai: cong_van\ntrich_yeu: A\nnoi_dung: than.md\ncan_cu: {so: 6}\n";
        assert_ne!(mark(other[2]), mark(inside), "a number inside a paper is part of what it says");
        let trip = |so: &str| mark(&format!("loai: dot\nbao_cao:\n  so: {so}\n  ten: x\n"));
        assert_eq!(trip("5"), trip(""));
    }
}
