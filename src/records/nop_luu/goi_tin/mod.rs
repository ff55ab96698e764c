//! Gói tin SIP_hoso: the hồ sơ as the package that an archive with a system of its own takes in (Thông tư 05/2025/TT-BNV,
//! Điều 17 and Phụ lục III), which is E-ARK's common form (CSIP 2.0.4) with the circular's own fields.
//!
//! The circular's own text could not be had while this was written. What stands here rests on two summaries of its PDF, each
//! with page numbers, made by others and apart from each other, on what one of them says of a package that an archive's
//! software made in 2026, and on the profiles CSIP and SIP 2.0.4 of E-ARK. Where they agree nothing is said; where not:
//!
//! | what | who says what | here |
//! |---|---|---|
//! | `OBJID` | `uuid-{UUID}` in Phụ lục III; `urn:…` is of AIP (Phụ lục I) | `uuid-{UUID}`, and the folder's name |
//! | `OBJID` of rep1 | an UUID of its own; CSIP 1 and 86 and the package of 2026: `rep1` | `rep1` |
//! | PREMIS | one draws it in a SIP, one says that Phụ lục III has none; CSIP 31–44 allow it | one, at the top: more to prove by, and METS says what it is |
//! | software's note | Phụ lục III and CSIP 16: `SOFTWARE VERSION`; the package of 2026 has the fonds there | the version; the office is a second agent |
//! | `MDTYPE` of EAD.xml | Phụ lục III: `OTHER`; the package of 2026: `DC` | `OTHER`, since the file is no EAD of the standard |
//! | `schemas/` | Phụ lục III: METS.xsd, EAD.xsd, EAD_doc.xsd | ours, which say what stands in our files |
//! | names of files | mã hồ sơ and a number, 3 or 7 digits | 7 digits, as in `docCode` |
//! | codes 04–06 of kinds | differ | those that follow Điều 7 of Decree 30 (`ma.rs`) |

mod bao_quan;
mod bien_soan;
mod dai_dien;
mod dinh_danh;
mod do_dai;
mod doi_chieu;
mod goc;
mod luoc_do;
mod ma;
mod mets;
mod mo_ta;
mod tep;

use super::HoSoNop;
use crate::diagnostic::Diagnostic;
use dinh_danh::ma_goi;
use tep::TepGoi;

pub use do_dai::qua_dai;
pub use doi_chieu::{CayGoi, DaXet, Sai, doi_chieu};
pub use ma::{CheDo, MaHoSo};

pub const METS: &str = "METS.xml";
pub const EAD: &str = "metadata/descriptive/EAD.xml";
const PREMIS: &str = "metadata/preservation/PREMIS.xml";
/// Its one representation.
const REP: &str = "representations/rep1/";
/// What is handed over besides the papers.
pub const KEM: &str = "documentation/";

/// A package without the papers themselves, which the hồ sơ has.
pub struct GoiTin {
    /// `uuid-7D0D1987-…`: its folder.
    pub ten: String,
    /// By their paths in it.
    pub tep: Vec<(String, Vec<u8>)>,
}

/// Makes the package of a hồ sơ. `kem` are lists and the like, by their names in `documentation/`.
pub fn goi_tin(ho_so: &HoSoNop, kem: Vec<(String, Vec<u8>)>) -> Result<GoiTin, Diagnostic> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    files.push((EAD.to_owned(), mo_ta::ho_so(ho_so)?));
    for (stt, one) in ho_so.co_tep() {
        files.push((mo_ta::ten(ho_so, stt), mo_ta::tai_lieu(ho_so, stt, one)?));
    }
    files.extend(luoc_do::TEP.map(|(ten, bytes)| (ten.to_owned(), bytes.to_vec())));
    files.extend(kem.into_iter().map(|(ten, bytes)| (format!("{KEM}{ten}"), bytes)));
    let mut listed: Vec<TepGoi> =
        files.iter().map(|(ten, bytes)| TepGoi::cua(ten, bytes)).collect();
    let papers = ho_so.tai_lieu.iter().flat_map(|one| &one.tep);
    let papers: Vec<TepGoi> = papers.map(|tep| TepGoi::cua(&tep.ten, &tep.bytes)).collect();
    files.push((PREMIS.to_owned(), bao_quan::premis(ho_so, &papers)?));
    listed.extend(files.last().map(|(ten, bytes)| TepGoi::cua(ten, bytes)));
    listed.extend(papers);
    let ten = ma_goi(listed.iter().map(|tep| (tep.duong.as_str(), tep.bam.as_str())));
    let rep = format!("{REP}{METS}");
    let bytes = dai_dien::mets(ho_so, &listed)?;
    listed.push(TepGoi::cua(&rep, &bytes));
    files.push((rep, bytes));
    files.push((METS.to_owned(), goc::mets(ho_so, &ten, &listed)?));
    Ok(GoiTin { ten, tep: files })
}
