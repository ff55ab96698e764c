//! edXML: a document for the electronic axis (QCVN 102:2016/BTTTT).
//!
//! The names and order of elements are those of programs in use; no schema could be had, so that a
//! package awaits a test against the axis itself.

use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::{DonGui, Tep, goi};
use crate::model::{NguoiKy, NoiGui, NoiNhan};

const NAMESPACE: &str = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
/// DocumentType: 2 is an administrative document (1 is a legal one).
const VAN_BAN_HANH_CHINH: &str = "2";
/// Priority by the stamp of the document; 0 is ordinary.
const KHAN: [(&str, &str); 3] = [("KHẨN", "1"), ("THƯỢNG KHẨN", "2"), ("HỎA TỐC", "3")];
/// SteeringType: 1 says that nothing is ordered.
const KHONG_CHI_DAO: &str = "1";
/// BussinessDocType (so spelt by the standard): 0 is a new document.
const VAN_BAN_MOI: &str = "0";

/// A file as the axis takes it: zipped and in base64. Made once, since all recipients get the same.
pub struct DinhKem {
    ten: String,
    base64: String,
}

impl DinhKem {
    pub fn new(tep: &Tep) -> Result<Self, String> {
        let zipped = goi::zip(std::slice::from_ref(tep))?;
        Ok(Self { ten: tep.ten.clone(), base64: STANDARD.encode(zipped) })
    }
}

/// The package of one recipient. `tu` is the office itself, as the address book has it.
pub fn goi_tin(
    don: &DonGui,
    tu: &NoiGui,
    den: &NoiGui,
    dinh_kem: &[DinhKem],
) -> io::Result<Vec<u8>> {
    let room: usize = dinh_kem.iter().map(|d| d.base64.len()).sum();
    let mut out = Xml(Writer::new(Vec::with_capacity(room.saturating_add(8192))));
    out.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut root = BytesStart::new("edXML");
    root.push_attribute(("xmlns", NAMESPACE));
    root.push_attribute(("xmlns:edXML", NAMESPACE));
    out.0.write_event(Event::Start(root))?;
    out.trong("edXML:edXMLEnvelope", |out| {
        out.trong("edXML:edXMLHeader", |out| {
            out.trong("edXML:MessageHeader", |out| message_header(out, don, tu, den))?;
            out.trong("edXML:TraceHeaderList", |out| trace(out, don, tu))
        })?;
        out.trong("edXML:edXMLBody", |out| body(out, dinh_kem))
    })?;
    out.trong("AttachmentEncoded", |out| {
        (1..).zip(dinh_kem).try_for_each(|(so, tep)| attachment(out, so, tep))
    })?;
    out.0.write_event(Event::End(BytesEnd::new("edXML")))?;
    Ok(out.0.into_inner())
}

fn message_header(out: &mut Xml, don: &DonGui, tu: &NoiGui, den: &NoiGui) -> io::Result<()> {
    let van_ban = don.van_ban;
    out.trong("edXML:From", |out| from(out, don, tu))?;
    out.trong("edXML:To", |out| {
        out.la("edXML:OrganId", den.ma().unwrap_or_default())?;
        out.la("edXML:OrganName", den.ten())
    })?;
    out.la("edXML:DocumentId", &ma_van_ban(don, tu))?;
    out.trong("edXML:Code", |out| {
        out.la("edXML:CodeNumber", &don.so.to_string())?;
        out.la("edXML:CodeNotation", van_ban.so_ky_hieu.ky_hieu())
    })?;
    out.trong("edXML:PromulgationInfo", |out| {
        out.la("edXML:Place", &van_ban.co_quan.dia_danh)?;
        let ngay = van_ban.ngay_ban_hanh.ngay_dau_ky();
        out.la("edXML:PromulgationDate", &ngay.format("%Y/%m/%d").to_string())
    })?;
    out.trong("edXML:DocumentType", |out| {
        out.la("edXML:Type", VAN_BAN_HANH_CHINH)?;
        out.la("edXML:TypeDetail", "")?;
        out.la("edXML:TypeName", van_ban.loai.ten())
    })?;
    out.la("edXML:Subject", &van_ban.trich_yeu)?;
    out.la("edXML:Content", "")?;
    out.trong("edXML:SignerInfo", |out| signer(out, don))?;
    out.trong("edXML:ToPlaces", |out| to_places(out, &van_ban.noi_nhan))?;
    out.trong("edXML:OtherInfo", |out| other(out, don))?;
    out.la("edXML:SteeringType", KHONG_CHI_DAO)
}

fn from(out: &mut Xml, don: &DonGui, tu: &NoiGui) -> io::Result<()> {
    out.la("edXML:OrganId", tu.ma().unwrap_or_default())?;
    out.la("edXML:OrganizationInCharge", "")?;
    out.la("edXML:OrganName", &don.van_ban.co_quan.ten)?;
    out.la("edXML:OrganAdd", tu.dia_chi().unwrap_or_default())?;
    out.la("edXML:Email", tu.email().unwrap_or_default())?;
    out.la("edXML:Telephone", "")?;
    out.la("edXML:Fax", "")?;
    out.la("edXML:Website", "")
}

/// Code of the sender, year, number and symbol: one document's alone, also where every kind has numbers
/// of its own.
fn ma_van_ban(don: &DonGui, tu: &NoiGui) -> String {
    let nam = don.van_ban.ngay_ban_hanh.nam();
    format!("{}.{nam}.{}", tu.ma().unwrap_or_default(), don.ten_goi())
}

/// The post is the last line; what stands over it is the authority.
fn signer(out: &mut Xml, don: &DonGui) -> io::Result<()> {
    let nguoi_ky = don.nguoi_ky();
    let (chuc_vu, quyen_han) = match nguoi_ky.map(NguoiKy::quyen_han_chuc_vu).unwrap_or_default() {
        [quyen_han @ .., chuc_vu] => (chuc_vu.as_str(), quyen_han.join(" ")),
        [] => ("", String::new()),
    };
    out.la("edXML:Competence", &quyen_han)?;
    out.la("edXML:Position", chuc_vu)?;
    out.la("edXML:FullName", nguoi_ky.map_or("", |nguoi| nguoi.ho_ten()))
}

fn to_places(out: &mut Xml, noi_nhan: &NoiNhan) -> io::Result<()> {
    noi_nhan.danh_sach().iter().try_for_each(|noi| out.la("edXML:Place", noi))
}

fn other(out: &mut Xml, don: &DonGui) -> io::Result<()> {
    let van_ban = don.van_ban;
    let khan = van_ban.chi_dan.khan.and_then(|dau| KHAN.iter().find(|(chu, _)| *chu == dau.chu));
    out.la("edXML:Priority", khan.map_or("0", |(_, so)| so))?;
    out.la("edXML:SphereOfPromulgation", van_ban.chi_dan.luu_hanh.map_or("", |dau| dau.chu))?;
    out.la("edXML:TyperNotation", van_ban.ky_hieu_soan.as_deref().unwrap_or_default())?;
    out.la("edXML:PromulgationAmount", &don.phan_phat.so_ban_in().to_string())?;
    out.la("edXML:PageAmount", &don.so_trang.to_string())?;
    out.trong("edXML:Appendixes", |out| {
        don.phu_luc.iter().try_for_each(|ten| out.la("edXML:Appendix", ten))
    })
}

fn trace(out: &mut Xml, don: &DonGui, tu: &NoiGui) -> io::Result<()> {
    out.trong("edXML:TraceHeader", |out| {
        out.la("edXML:OrganId", tu.ma().unwrap_or_default())?;
        // The program reads no clock: the day is known, the hour is the axis's to write.
        let ngay = don.ngay_gui.ngay();
        out.la("edXML:Timestamp", &ngay.format("%Y/%m/%d 00:00:00").to_string())
    })?;
    out.trong("edXML:Bussiness", |out| {
        out.la("edXML:BussinessDocType", VAN_BAN_MOI)?;
        out.la("edXML:BussinessDocReason", "Văn bản mới")
    })
}

fn body(out: &mut Xml, dinh_kem: &[DinhKem]) -> io::Result<()> {
    let mut manifest = BytesStart::new("edXML:edXMLManifest");
    manifest.push_attribute(("edXML:version", "1.0"));
    out.0.write_event(Event::Start(manifest))?;
    for (so, tep) in (1usize..).zip(dinh_kem) {
        out.trong("edXML:Reference", |out| {
            out.la("edXML:ContentId", &format!("cid:{so}"))?;
            let duoi = tep.ten.rsplit_once('.').map_or("", |(_, duoi)| duoi);
            out.la("edXML:ContentType", duoi)?;
            out.la("edXML:AttachmentName", &tep.ten)
        })?;
    }
    out.0.write_event(Event::End(BytesEnd::new("edXML:edXMLManifest")))
}

fn attachment(out: &mut Xml, so: usize, tep: &DinhKem) -> io::Result<()> {
    out.trong("Attachment", |out| {
        out.la("ContentType", "application/zip")?;
        out.la("ContentId", &format!("cid:{so}"))?;
        out.la("AttachmentName", &tep.ten)?;
        out.nguyen("ContentTransferEncoded", &tep.base64)
    })
}

/// Elements as they come.
struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// An element with elements in it.
    fn trong(
        &mut self,
        name: &str,
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.0.write_event(Event::Start(BytesStart::new(name)))?;
        inside(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element with letters and digits in it, of which none has another meaning in XML. They are megabytes, for
    /// each recipient anew.
    fn nguyen(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.0.write_event(Event::Start(BytesStart::new(name)))?;
        self.0.write_event(Event::Text(BytesText::from_escaped(text)))?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element with text in it, or nothing.
    fn la(&mut self, name: &str, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return self.0.write_event(Event::Empty(BytesStart::new(name)));
        }
        self.0.write_event(Event::Start(BytesStart::new(name)))?;
        self.0.write_event(Event::Text(BytesText::new(text)))?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }
}
