//! Dòng sổ: the book's lines about a paper, word for word, in the paper's own folder. They are made from the book and may be
//! made again; where the book is lost, the book is made again from them ([`dung_so_den`](super::dung_so_den)).

use std::collections::BTreeMap;

use super::goi_den::dich_den;
use super::so_den_hieu::SoDen;
use super::{DongDen, SoVanBanDen};
use crate::diagnostic::Diagnostic;
use crate::records::phat_hanh::kho::{Kho, KhoKhoa};
use crate::records::so_dang_ky::DongCuaSo;
use crate::records::so_dang_ky::dau::than;

/// Its name in the folder; it stands in no list of files, since it grows.
pub const TEP: &str = "dong-so.txt";

/// For the people who open it.
const MO_DAU: &str = "\
# Các dòng của sổ văn bản đến về văn bản này, do chương trình chép theo sổ; không sửa. Sổ mất thì dựng lại được từ đây.
";

/// A line as it stood in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DongGocDen {
    pub stt: usize,
    pub dong: DongDen,
    /// With its mark.
    pub nguyen_van: String,
}

/// What the folders of all papers say, by their places.
fn cac_loi(so: &SoVanBanDen) -> BTreeMap<String, String> {
    let mut all: BTreeMap<SoDen, String> = BTreeMap::new();
    for at in so.dong.iter().filter(|at| !at.dong.viec.cua_nam()) {
        let text = all.entry(at.dong.so_den).or_insert_with(|| MO_DAU.to_owned());
        text.push_str(&at.nguyen_van);
        text.push('\n');
    }
    all.into_iter().map(|(so_den, text)| (dich_den(so_den), text)).collect()
}

/// Brings the folders into line with the book, which has grown: who has as many bytes as he should is not read.
pub fn cap_nhat(kho: &KhoKhoa) -> Result<(), Diagnostic> {
    let bytes = kho.doc_so()?;
    let (so, _) = SoVanBanDen::doc(&String::from_utf8_lossy(&bytes), &kho.ten_so());
    ghi(kho, &so, |dich, text| kho.dai_tep(dich, TEP) == u64::try_from(text.len()).ok())
}

/// Writes all of them that say anything else than the book, which was made again.
pub fn viet_lai(kho: &KhoKhoa, so: &SoVanBanDen) -> Result<(), Diagnostic> {
    ghi(kho, so, |dich, text| kho.doc_tep(dich, TEP).as_deref() == Some(text.as_bytes()))
}

fn ghi(
    kho: &KhoKhoa,
    so: &SoVanBanDen,
    dung: impl Fn(&str, &str) -> bool,
) -> Result<(), Diagnostic> {
    for (dich, text) in cac_loi(so) {
        if kho.la_ban_phat_hanh(&dich) && !dung(&dich, &text) {
            kho.viet_kem(&dich, TEP, text.as_bytes())?;
        }
    }
    Ok(())
}

/// The lines that a folder has, as far as they can be read.
pub fn doc(kho: &Kho, dich: &str) -> Vec<DongGocDen> {
    let bytes = kho.doc_tep(dich, TEP).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().map(|line| line.trim_start_matches('\u{feff}').trim());
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let read = lines.filter_map(|line| {
        let (stt, dong) = DongDen::doc(than(line).0).ok()?;
        Some(DongGocDen { stt, dong, nguyen_van: line.to_owned() })
    });
    read.filter(|line| dich_den(line.dong.so_den) == dich).collect()
}
