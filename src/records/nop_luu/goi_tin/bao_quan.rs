//! PREMIS.xml: each paper's digest, size and form, and how the package came to be.
//!
//! PREMIS 3 says a kind of object by `xsi:type`; it has no `objectCategory` any more, which the circular's examples (of AIP)
//! still show. A file is named twice: by the ID of its `<file>` in METS, as archives do, and by its path.

use super::bien_soan::{luc, o, viet};
use super::tep::TepGoi;
use super::{PREMIS, REP};
use crate::diagnostic::Diagnostic;
use crate::model::PHIEN_BAN;
use crate::records::nop_luu::HoSoNop;
use crate::writers::docx::xml::{Element, el};

const NS: &str = "http://www.loc.gov/premis/v3";
/// The representation, the event, who did it.
const REP1: &str = "rep1";
const DONG_GOI: &str = "dong-goi";
const PHAN_MEM: &str = "vanthu";
const CO_QUAN: &str = "co-quan";

pub(super) fn premis(ho_so: &HoSoNop, papers: &[TepGoi]) -> Result<Vec<u8>, Diagnostic> {
    let root = el("premis")
        .attr("xmlns", NS)
        .attr("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .attr("xsi:schemaLocation", format!("{NS} http://www.loc.gov/standards/premis/premis.xsd"))
        .attr("version", "3.0")
        .children(papers.iter().map(tep))
        .child(dai_dien(papers))
        .child(su_kien(ho_so))
        .child(phan_mem())
        .child(co_quan(ho_so));
    viet(PREMIS, root)
}

/// `<xIdentifier><xIdentifierType>…`: the shape in which PREMIS names everything.
fn ten(vai: &str, loai: &str, value: &str) -> Element {
    el(vai).child(o(&format!("{vai}Type"), loai)).child(o(&format!("{vai}Value"), value))
}

fn tep(one: &TepGoi) -> Element {
    let fixity = el("fixity")
        .child(o("messageDigestAlgorithm", "SHA-256"))
        .child(o("messageDigest", &one.bam));
    let format = el("format").child(el("formatDesignation").child(o("formatName", one.mime)));
    let traits = el("objectCharacteristics")
        .child(o("compositionLevel", "0"))
        .child(fixity)
        .child(o("size", &one.co.to_string()))
        .child(format);
    el("object")
        .attr("xsi:type", "file")
        .child(ten("objectIdentifier", "METS", &one.id()))
        .child(traits)
        .child(o("originalName", &one.duong))
}

fn dai_dien(papers: &[TepGoi]) -> Element {
    let object = el("object")
        .attr("xsi:type", "representation")
        .child(ten("objectIdentifier", "local", REP1))
        .child(o("originalName", REP.trim_end_matches('/')));
    if papers.is_empty() {
        return object;
    }
    let parts = papers.iter().map(|one| ten("relatedObjectIdentifier", "METS", &one.id()));
    let relationship = el("relationship")
        .child(o("relationshipType", "structural"))
        .child(o("relationshipSubType", "has part"));
    object.child(relationship.children(parts))
}

/// The package is made: the word is of the Library of Congress's list of events.
fn su_kien(ho_so: &HoSoNop) -> Element {
    let agent = |value: &str, role: &str| {
        ten("linkingAgentIdentifier", "local", value).child(o("linkingAgentRole", role))
    };
    let outcome = el("eventOutcomeInformation").child(o("eventOutcome", "success"));
    el("event")
        .child(ten("eventIdentifier", "local", DONG_GOI))
        .child(o("eventType", "information package creation"))
        .child(o("eventDateTime", &luc(ho_so.ngay)))
        .child(outcome)
        .child(agent(PHAN_MEM, "executing program"))
        .child(agent(CO_QUAN, "implementer"))
        .child(
            ten("linkingObjectIdentifier", "local", REP1).child(o("linkingObjectRole", "outcome")),
        )
}

fn phan_mem() -> Element {
    el("agent")
        .child(ten("agentIdentifier", "local", PHAN_MEM))
        .child(o("agentName", "vanthu"))
        .child(o("agentType", "software"))
        .child(o("agentVersion", PHIEN_BAN))
}

fn co_quan(ho_so: &HoSoNop) -> Element {
    let agent = el("agent").child(ten("agentIdentifier", "local", CO_QUAN));
    let agent = match ho_so.ma_co_quan.as_str() {
        "" => agent,
        ma => agent.child(ten("agentIdentifier", "mã định danh", ma)),
    };
    agent
        .child(o("agentName", &ho_so.co_quan.ten.to_string()))
        .child(o("agentType", "organization"))
}
