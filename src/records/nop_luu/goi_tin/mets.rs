//! What both METS of a package share: the head, references with their digests, groups of files, the map.

use super::bien_soan::luc;
use super::dinh_danh::uuid;
use super::tep::TepGoi;
use crate::model::PHIEN_BAN;
use crate::records::nop_luu::HoSoNop;
use crate::writers::docx::xml::{Element, el};

/// E-ARK's profile, which Phụ lục III names for the package and its representation alike.
const PROFILE: &str = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml";

/// One METS while it is made.
pub(super) struct Mets<'a> {
    pub ho_so: &'a HoSoNop<'a>,
    pub objid: &'a str,
    /// What its IDs are made of: no other METS of the package has it.
    pub hat: &'a str,
    /// The folder in which it lies, with its `/`; its references begin there.
    pub goc: &'static str,
}

impl Mets<'_> {
    /// `uuid-…` for a part: an ID stands once in a package.
    pub(super) fn id(&self, phan: &str) -> String {
        format!("uuid-{}", uuid(&format!("phần\n{}\n{phan}", self.hat)))
    }

    /// The root with its head (CSIP 1–16, SIP 1–20).
    pub(super) fn goc(&self) -> Element {
        let up = "../".repeat(self.goc.matches('/').count());
        let root = el("mets")
            .attr("xmlns", "http://www.loc.gov/METS/")
            .attr("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
            .attr("xmlns:xlink", "http://www.w3.org/1999/xlink")
            .attr("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS")
            .attr("OBJID", self.objid)
            .attr("LABEL", &self.ho_so.tieu_de)
            .attr("TYPE", "Mixed")
            .attr("csip:CONTENTINFORMATIONTYPE", "MIXED")
            .attr("PROFILE", PROFILE)
            .attr("xsi:schemaLocation", format!("http://www.loc.gov/METS/ {up}schemas/METS.xsd"));
        root.child(self.dau())
    }

    fn dau(&self) -> Element {
        let ho_so = self.ho_so;
        let note = |kind: &str, text: &str| el("note").attr("csip:NOTETYPE", kind).text(text);
        let software = el("agent")
            .attr("ROLE", "CREATOR")
            .attr("TYPE", "OTHER")
            .attr("OTHERTYPE", "SOFTWARE")
            .child(el("name").text("vanthu"))
            .child(note("SOFTWARE VERSION", PHIEN_BAN));
        let office = el("agent")
            .attr("ROLE", "CREATOR")
            .attr("TYPE", "ORGANIZATION")
            .child(el("name").text(&ho_so.co_quan.ten.to_string()));
        let office = match ho_so.ma_co_quan.as_str() {
            "" => office,
            ma => office.child(note("IDENTIFICATIONCODE", ma)),
        };
        let head = el("metsHdr")
            .attr("CREATEDATE", luc(ho_so.ngay))
            .attr("RECORDSTATUS", "NEW")
            .attr("csip:OAISPACKAGETYPE", "SIP")
            .child(software)
            .child(office);
        match ho_so.ma_dang_ky.as_str() {
            "" => head,
            ma => head.child(el("altRecordID").attr("TYPE", "SUBMISSIONAGREEMENT").text(ma)),
        }
    }

    /// Descriptive metadata, by reference (CSIP 17–30).
    pub(super) fn dmd(&self, tep: &TepGoi, loai: &[(&str, &str)]) -> Element {
        el("dmdSec")
            .attr("ID", self.id(&tep.duong))
            .attr("CREATED", luc(self.ho_so.ngay))
            .attr("STATUS", "CURRENT")
            .child(self.md_ref(tep, loai))
    }

    /// A reference to a file of metadata.
    pub(super) fn md_ref(&self, tep: &TepGoi, loai: &[(&str, &str)]) -> Element {
        let out = el("mdRef")
            .attr("ID", self.id(&format!("mdRef {}", tep.duong)))
            .attr("LOCTYPE", "URL")
            .attr("xlink:type", "simple")
            .attr("xlink:href", tep.tu(self.goc));
        let out = loai.iter().fold(out, |out, (ten, value)| out.attr(ten, value));
        self.bam(out, tep)
    }

    fn bam(&self, element: Element, tep: &TepGoi) -> Element {
        element
            .attr("MIMETYPE", tep.mime)
            .attr("SIZE", tep.co)
            .attr("CREATED", luc(self.ho_so.ngay))
            .attr("CHECKSUM", &tep.bam)
            .attr("CHECKSUMTYPE", "SHA-256")
    }

    /// A group of files (CSIP 58–79).
    pub(super) fn nhom<'t>(&self, use_: &str, tep: impl Iterator<Item = &'t TepGoi>) -> Element {
        let files = tep.map(|tep| {
            let at = el("FLocat")
                .attr("LOCTYPE", "URL")
                .attr("xlink:type", "simple")
                .attr("xlink:href", tep.tu(self.goc));
            self.bam(el("file").attr("ID", tep.id()), tep).child(at)
        });
        let group = el("fileGrp").attr("ID", self.id_nhom(use_)).attr("USE", use_);
        group.children(files.collect::<Vec<_>>())
    }

    pub(super) fn id_nhom(&self, use_: &str) -> String {
        self.id(&format!("nhóm {use_}"))
    }

    pub(super) fn file_sec(&self, nhom: Vec<Element>) -> Element {
        el("fileSec").attr("ID", self.id("fileSec")).children(nhom)
    }

    /// The map (CSIP 80–112): one division for the whole.
    pub(super) fn so_do(&self, whole: Element) -> Element {
        el("structMap")
            .attr("ID", self.id("structMap"))
            .attr("TYPE", "PHYSICAL")
            .attr("LABEL", "CSIP")
            .child(whole)
    }

    /// A division; `rieng` tells it from others of the same name.
    pub(super) fn div(&self, label: &str, rieng: &str) -> Element {
        el("div").attr("ID", self.id(&format!("div {label} {rieng}"))).attr("LABEL", label)
    }

    /// A division that is a group of files.
    pub(super) fn div_nhom(&self, use_: &str) -> Element {
        self.div(use_, "").child(el("fptr").attr("FILEID", self.id_nhom(use_)))
    }
}
