//! METS.xml of the package.

use super::bien_soan::viet;
use super::mets::Mets;
use super::tep::TepGoi;
use super::{EAD, KEM, METS, PREMIS, REP};
use crate::diagnostic::Diagnostic;
use crate::records::nop_luu::HoSoNop;
use crate::writers::docx::xml::{Element, el};

const REP_USE: &str = "Representations/rep1";

pub(super) fn mets(ho_so: &HoSoNop, objid: &str, tep: &[TepGoi]) -> Result<Vec<u8>, Diagnostic> {
    let mets = Mets { ho_so, objid, hat: objid, goc: "" };
    let under = |place: &'static str| tep.iter().filter(move |tep| tep.duong.starts_with(place));
    let ead = [("MDTYPE", "OTHER"), ("OTHERMDTYPE", "EAD"), ("MDTYPEVERSION", "1.0")];
    let rep = format!("{REP}{METS}");
    let reps = mets
        .nhom(REP_USE, tep.iter().filter(|tep| tep.duong == rep))
        .attr("csip:CONTENTINFORMATIONTYPE", "MIXED");
    let root = mets
        .goc()
        .children(under(EAD).map(|tep| mets.dmd(tep, &ead)).collect::<Vec<_>>())
        .children(under(PREMIS).map(|tep| amd(&mets, tep)).collect::<Vec<_>>())
        .child(mets.file_sec(vec![
            mets.nhom("Documentation", under(KEM)),
            mets.nhom("Schemas", under("schemas/")),
            reps,
        ]))
        .child(mets.so_do(so_do(&mets, &rep)));
    viet(METS, root)
}

/// Preservation metadata (CSIP 31–44).
fn amd(mets: &Mets, tep: &TepGoi) -> Element {
    let premis = [("MDTYPE", "PREMIS"), ("MDTYPEVERSION", "3.0")];
    let provenance = el("digiprovMD")
        .attr("ID", mets.id("digiprovMD"))
        .attr("STATUS", "CURRENT")
        .child(mets.md_ref(tep, &premis));
    el("amdSec").attr("ID", mets.id("amdSec")).child(provenance)
}

fn so_do(mets: &Mets, rep: &str) -> Element {
    let metadata =
        mets.div("Metadata", "").attr("ADMID", mets.id("amdSec")).attr("DMDID", mets.id(EAD));
    let pointer = el("mptr")
        .attr("LOCTYPE", "URL")
        .attr("xlink:type", "simple")
        .attr("xlink:href", rep)
        .attr("xlink:title", mets.id_nhom(REP_USE));
    mets.div(mets.objid, "")
        .child(metadata)
        .child(mets.div_nhom("Documentation"))
        .child(mets.div_nhom("Schemas"))
        .child(mets.div(REP_USE, "").child(pointer))
}
