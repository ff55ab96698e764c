//! Dòng sổ: the book's lines about a paper, word for word, in the paper's own folder. They are made from the book and may be
//! made again; where the book is lost, the book is made again from them ([`dung_so_den`](super::dung_so_den)).

use std::collections::{BTreeMap, BTreeSet};

use super::goi_den::dich_den;
use super::so_den_hieu::SoDen;
use super::{DongDen, SoVanBanDen};
use crate::diagnostic::Diagnostic;
use crate::records::phat_hanh::kho::{Kho, KhoKhoa};
use crate::records::phat_hanh::y_dinh::cac_dong;
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

/// What the folders of papers say, by their places.
fn cac_loi(so: &SoVanBanDen, lay: impl Fn(SoDen) -> bool) -> BTreeMap<String, String> {
    let mut all: BTreeMap<SoDen, String> = BTreeMap::new();
    let of_papers = so.dong.iter().filter(|at| !at.dong.viec.cua_nam());
    for at in of_papers.filter(|at| lay(at.dong.so_den)) {
        let text = all.entry(at.dong.so_den).or_insert_with(|| MO_DAU.to_owned());
        text.push_str(&at.nguyen_van);
        text.push('\n');
    }
    all.into_iter().map(|(so_den, text)| (dich_den(so_den), text)).collect()
}

/// Brings the folders of the papers that lines were written about into line with the book: a year has thousands of
/// others, and they may lie on a slow drive. Who has as many bytes as he should is not read.
pub fn cap_nhat(kho: &KhoKhoa, them: &str) -> Result<(), Diagnostic> {
    let bytes = kho.doc_so()?;
    let (so, _) = SoVanBanDen::doc(&String::from_utf8_lossy(&bytes), &kho.ten_so());
    let lines = cac_dong::<DongDen>(them).unwrap_or_default();
    let own: BTreeSet<SoDen> = lines.iter().map(|dong| dong.so_den).collect();
    let tat_ca = chua_tung_viet(kho, &so);
    let dung = |dich: &str, text: &str| kho.dai_tep(dich, TEP) == u64::try_from(text.len()).ok();
    ghi(kho, cac_loi(&so, |so_den| tat_ca || own.contains(&so_den)), dung)
}

/// Whether the book was begun by a version that wrote no lines into folders: its first folder has none.
fn chua_tung_viet(kho: &Kho, so: &SoVanBanDen) -> bool {
    let first = so.dong.iter().find(|at| !at.dong.bang_ke.is_empty());
    first.is_some_and(|at| kho.dai_tep(&dich_den(at.dong.so_den), TEP).is_none())
}

/// Writes all of them that say anything else than the book, which was made again.
pub fn viet_lai(kho: &KhoKhoa, so: &SoVanBanDen) -> Result<(), Diagnostic> {
    let dung = |dich: &str, text: &str| kho.doc_tep(dich, TEP).as_deref() == Some(text.as_bytes());
    ghi(kho, cac_loi(so, |_| true), dung)
}

fn ghi(
    kho: &KhoKhoa,
    cac_loi: BTreeMap<String, String>,
    dung: impl Fn(&str, &str) -> bool,
) -> Result<(), Diagnostic> {
    for (dich, text) in cac_loi {
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
