//! The data fields as XML, in the order of Phụ lục VI. The decree names the fields and no file format;
//! systems read and write dossiers as XML.

use std::io;

use chrono::NaiveDate;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::truong::TruongDuLieu;

type Xml = Writer<Vec<u8>>;

pub(super) fn viet(t: &TruongDuLieu) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element("VanBanDi").with_attribute(("nghiDinh", "30/2020/NĐ-CP"));
    root.with_attribute(("phuLuc", "VI")).write_inner_content(|xml| cac_truong(xml, t))?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn cac_truong(xml: &mut Xml, t: &TruongDuLieu) -> io::Result<()> {
    so(xml, "DocOrdinal", t.doc_ordinal)?;
    chu(xml, "TypeName", &t.type_name)?;
    if let Some(number) = &t.code_number {
        chu(xml, "CodeNumber", number)?;
    }
    chu(xml, "CodeNotation", &t.code_notation)?;
    ngay(xml, "IssuedDate", t.issued_date)?;
    chu(xml, "OrganName", &t.organ_name)?;
    chu(xml, "Subject", &t.subject)?;
    chu(xml, "Language", &t.language)?;
    so(xml, "PageAmount", Some(t.page_amount))?;
    for signer in &t.signer_info {
        xml.create_element("SignerInfo").write_inner_content(|xml| {
            chu(xml, "Position", &signer.position)?;
            chu(xml, "FullName", &signer.full_name)
        })?;
    }
    for name in &t.to {
        xml.create_element("To").write_inner_content(|xml| chu(xml, "OrganName", name))?;
    }
    so(xml, "Priority", t.priority.map(usize::from))?;
    so(xml, "IssuedAmount", t.issued_amount)?;
    ngay(xml, "DueDate", t.due_date)
}

fn chu(xml: &mut Xml, ten: &str, text: &str) -> io::Result<()> {
    xml.create_element(ten).write_text_content(BytesText::new(text)).map(drop)
}

fn so(xml: &mut Xml, ten: &str, so: Option<usize>) -> io::Result<()> {
    so.map_or(Ok(()), |so| chu(xml, ten, &so.to_string()))
}

/// Ten characters, as the field has.
fn ngay(xml: &mut Xml, ten: &str, ngay: Option<NaiveDate>) -> io::Result<()> {
    ngay.map_or(Ok(()), |ngay| chu(xml, ten, &ngay.format("%d/%m/%Y").to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::luu_tru::truong::SignerInfo;

    fn truong() -> TruongDuLieu {
        TruongDuLieu {
            doc_ordinal: None,
            type_name: "Kế hoạch".into(),
            code_number: Some("05".into()),
            code_notation: "KH-HĐND".into(),
            issued_date: NaiveDate::from_ymd_opt(2023, 3, 5),
            organ_name: "Thường trực Hội đồng nhân dân tỉnh".into(),
            subject: "Giám sát <A> & “B”".into(),
            language: "Tiếng Việt".into(),
            page_amount: 3,
            signer_info: vec![SignerInfo {
                position: "PHÓ CHỦ TỊCH".into(),
                full_name: "Nguyễn Văn A".into(),
            }],
            to: vec!["Tỉnh ủy".into(), "UBND tỉnh".into()],
            priority: Some(1),
            issued_amount: None,
            due_date: None,
        }
    }

    #[test]
    fn fields_stand_in_order_and_unknown_ones_are_left_out() {
        let text = String::from_utf8(viet(&truong()).unwrap()).unwrap();
        let xml = roxmltree::Document::parse(&text).unwrap();
        let names: Vec<&str> = xml
            .root_element()
            .children()
            .filter(|n| n.is_element())
            .map(|n| n.tag_name().name())
            .collect();
        assert_eq!(
            names,
            [
                "TypeName",
                "CodeNumber",
                "CodeNotation",
                "IssuedDate",
                "OrganName",
                "Subject",
                "Language",
                "PageAmount",
                "SignerInfo",
                "To",
                "To",
                "Priority"
            ]
        );
        let value =
            |name| xml.descendants().find(|n| n.has_tag_name(name)).unwrap().text().unwrap();
        assert_eq!(value("IssuedDate"), "05/03/2023");
        assert_eq!(value("Subject"), "Giám sát <A> & “B”");
        assert_eq!(value("Position"), "PHÓ CHỦ TỊCH");
    }

    #[test]
    fn a_number_of_four_digits_names_its_field() {
        let found = TruongDuLieu { page_amount: 1000, ..truong() }.tep().unwrap_err();
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("PageAmount"), "{}", found[0].message);
        assert!(TruongDuLieu { page_amount: 999, ..truong() }.tep().is_ok());
    }
}
