//! Archive copies: the PDF with its source and its data fields inside.

use std::process::Command;

use crate::support::{sample, tool, verapdf};
use vanthu::compose::document::Document;
use vanthu::compose::fonts::Fonts;
use vanthu::compose::soan::soan;
use vanthu::jobs::load;
use vanthu::model::VanBan;
use vanthu::reading::source::{TepNguon, read_ho_so};
use vanthu::records::luu_tru::dinh_kem;
use vanthu::writers::pdf::TepKem;
use vanthu::writers::pdf::{PdfChoice, so_trang, write};

/// A document of the sample, checked and composed, and the sources of its hồ sơ.
fn composed(ten: &str, fonts: &Fonts) -> (VanBan, Document, Vec<TepNguon>) {
    let Ok(ho_so) = load::ho_so(&sample(), fonts, &vanthu::reading::source::MauRieng::default())
    else {
        panic!("không đọc được hồ sơ mẫu")
    };
    let all = ho_so.ket_qua.van_ban;
    let van_ban = all.into_iter().find(|t| t.ten == ten).and_then(|t| t.van_ban).unwrap();
    let document = soan(&van_ban, fonts, None).unwrap();
    (van_ban, document, read_ho_so(&sample()).unwrap().tep)
}

#[test]
fn source_and_data_fields_travel_inside_a_pdf_a_3a() {
    let fonts = Fonts::bundled().unwrap();
    let (van_ban, document, nguon) = composed("dot-1-ke-hoach-chi-tiet", &fonts);
    let count = so_trang(&document, &fonts);
    let tep_kem: Vec<TepKem> = dinh_kem(&van_ban, &nguon, count).unwrap();
    let bare = write(&document, &fonts, &PdfChoice::default()).unwrap();
    let choice = PdfChoice { o_ky: true, tep_kem: tep_kem.clone(), ..PdfChoice::default() };
    let made = write(&document, &fonts, &choice).unwrap();
    assert_eq!((made.so_trang, bare.so_trang), (count, count), "tệp kèm làm dời trang");
    assert!(bare.vi_tri.is_empty() && made.vi_tri.len() == 2);

    let dir = tempfile::tempdir().unwrap();
    let pdf = dir.path().join("luu-tru.pdf");
    std::fs::write(&pdf, &made.bytes).unwrap();
    verapdf::obey("PDFA_3_A,PDFUA_1", &[&pdf]);
    let list = tool(Command::new("pdfdetach").arg("-list").arg(&pdf));
    assert!(list.starts_with(&format!("{} embedded files", nguon.len() + 1)), "{list}");
    for tep in &tep_kem {
        let out = dir.path().join("ra");
        let mut detach = Command::new("pdfdetach");
        tool(detach.args(["-savefile", &tep.ten, "-o"]).arg(&out).arg(&pdf));
        assert_eq!(std::fs::read(&out).unwrap(), tep.bytes, "{}", tep.ten);
    }
    let text = String::from_utf8_lossy(&made.bytes).into_owned();
    assert!(text.contains("/AFRelationship/Source") && text.contains("/AFRelationship/Data"));
}

#[test]
fn the_data_fields_say_what_the_document_says() {
    let fonts = Fonts::bundled().unwrap();
    let (van_ban, _, _) = composed("ke-hoach", &fonts);
    let tep_kem = dinh_kem(&van_ban, &[], 3).unwrap();
    let [tep] = tep_kem.as_slice() else { panic!("{tep_kem:?}") };
    let text = String::from_utf8(tep.bytes.clone()).unwrap();
    let xml = roxmltree::Document::parse(&text).unwrap();
    let value = |name: &str| xml.descendants().find(|n| n.has_tag_name(name))?.text();
    assert_eq!(value("TypeName"), Some("Kế hoạch"));
    assert_eq!(value("CodeNotation"), Some("KH-HĐND"));
    assert_eq!(value("PageAmount"), Some("3"));
    assert_eq!(value("Position"), Some("PHÓ CHỦ TỊCH"));
    assert_eq!(value("FullName"), Some("Nguyễn Thị Kim Tuyền"));
    assert_eq!(value("OrganName"), Some("Thường trực Hội đồng nhân dân tỉnh Đồng Tháp"));
    // Blank on paper, absent in the data.
    assert_eq!((value("CodeNumber"), value("IssuedDate")), (None, None));
    let recipients = xml.descendants().filter(|n| n.has_tag_name("To")).count();
    assert_eq!(recipients, van_ban.noi_nhan.danh_sach().len());
}

#[test]
fn a_document_of_a_thousand_pages_is_over_the_limit() {
    let fonts = Fonts::bundled().unwrap();
    let (van_ban, _, _) = composed("ke-hoach", &fonts);
    let found = dinh_kem(&van_ban, &[], 1000).unwrap_err();
    assert!(found[0].message.contains("PageAmount"));
    assert!(found[0].clause.as_deref().unwrap().contains("Phụ lục VI"));
}
