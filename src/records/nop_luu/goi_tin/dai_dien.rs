//! METS.xml of the representation: the papers, and which description belongs to which.

use super::bien_soan::viet;
use super::mets::Mets;
use super::mo_ta::ten;
use super::tep::TepGoi;
use super::{METS, REP};
use crate::diagnostic::Diagnostic;
use crate::records::nop_luu::{HoSoNop, TaiLieu};
use crate::writers::docx::xml::{Element, el};

const DATA: &str = "Data";
/// Its name: CSIP 1 and 86 want that of its folder, as the package of 2026 has it.
const REP1: &str = "rep1";

pub(super) fn mets(ho_so: &HoSoNop, tep: &[TepGoi]) -> Result<Vec<u8>, Diagnostic> {
    let lines: Vec<&str> = tep.iter().map(|tep| tep.bam.as_str()).collect();
    let hat = format!("{REP1}\n{}", lines.join("\n"));
    let mets = Mets { ho_so, objid: REP1, hat: &hat, goc: REP };
    let find = |duong: &str| tep.iter().find(|tep| tep.duong == duong);
    let described = ho_so.co_tep().filter_map(|(stt, _)| find(&ten(ho_so, stt)));
    let papers = ho_so.tai_lieu.iter().flat_map(|one| &one.tep);
    let papers = papers.filter_map(|paper| find(&paper.ten));
    let root = mets
        .goc()
        .children(described.map(|tep| mets.dmd(tep, &KIEU)).collect::<Vec<_>>())
        .child(mets.file_sec(vec![mets.nhom(DATA, papers)]))
        .child(mets.so_do(so_do(&mets, &find)));
    viet(&format!("{REP}{METS}"), root)
}

/// What the circular calls the form of these files.
const KIEU: [(&str, &str); 2] = [("MDTYPE", "DC"), ("MDTYPEVERSION", "1.0")];

/// By its path in the package.
type Tim<'t> = dyn Fn(&str) -> Option<&'t TepGoi> + 't;

fn so_do(mets: &Mets, find: &Tim) -> Element {
    let ho_so = mets.ho_so;
    let whole = mets.div(REP1, "").attr("TYPE", "ORIGINAL").child(mets.div_nhom(DATA));
    let links = ho_so.co_tep().map(|(stt, one)| noi(mets, stt, one, find));
    let whole = whole.child(mets.div("MetadataLink", "").children(links.collect::<Vec<_>>()));
    let more = ho_so.co_tep().filter(|(_, one)| one.tep.len() > 1);
    let more: Vec<Element> = more.map(|(stt, one)| kem(mets, stt, one, find)).collect();
    if more.is_empty() {
        return whole;
    }
    whole.child(mets.div("AttachmentFile", "").children(more))
}

/// A description and the file that it describes.
fn noi(mets: &Mets, stt: usize, one: &TaiLieu, find: &Tim) -> Element {
    let described = ten(mets.ho_so, stt);
    let file = one.tep.first().and_then(|tep| find(&tep.ten));
    mets.div("MetadataLink/File", &described)
        .attr("DMDID", mets.id(&described))
        .children(file.map(tro))
}

/// What comes with a paper besides its first file.
fn kem(mets: &Mets, stt: usize, one: &TaiLieu, find: &Tim) -> Element {
    let files = one.tep.iter().skip(1).filter_map(|tep| find(&tep.ten)).map(tro);
    mets.div(&mets.ho_so.ma.ma_tai_lieu(stt), "").children(files)
}

fn tro(tep: &TepGoi) -> Element {
    el("fptr").attr("FILEID", tep.id())
}
