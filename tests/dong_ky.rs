//! Word's signature lines: at the places of the PDF's fields, in a valid file, and nothing is printed of them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support;
use crate::support::page::{MM, Row, pages, rows};
use crate::support::python::python_tool;
use crate::support::{print_word, root, sample, tool, vanthu, word};
use serde_json::Value;

/// What LibreOffice may set otherwise, in mm.
const LECH_MM: f64 = 0.3;

/// A field may reach this far below the letters of the name under it.
const NAME_PT: f64 = 8.0;

fn built(ho_so: &Path, ten: &str, args: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let mut build = vanthu();
    build.arg("build").arg(ho_so).args(["--only", ten]).args(args).arg("-o").arg(dir.path());
    tool(&mut build);
    let docx = dir.path().join(ten).with_extension("docx");
    (dir, docx)
}

/// Page, left, top, width and height of the clear pictures in a print, in mm.
fn pictures(pdf: &Path) -> Vec<(usize, [f64; 4])> {
    let mut all = Vec::new();
    let trace = tool(Command::new("mutool").arg("trace").arg(pdf));
    let mut page = 0;
    for line in trace.lines().map(str::trim) {
        page += usize::from(line.starts_with("<page"));
        let matrix = line.split("transform=\"").nth(1).and_then(|rest| rest.split('"').next());
        if let Some(matrix) = matrix.filter(|_| line.starts_with("<fill_image")) {
            let n: Vec<f64> = matrix.split(' ').map(|n| n.parse().unwrap()).collect();
            all.push((page, [n[4] / MM, n[5] / MM, n[0] / MM, n[3] / MM]));
        }
    }
    all
}

/// What is seen of every page.
fn seen(pdf: &Path, dir: &Path) -> Vec<Vec<u8>> {
    let out = tempfile::tempdir_in(dir).unwrap();
    tool(Command::new("pdftoppm").args(["-r", "50"]).arg(pdf).arg(out.path().join("trang")));
    let mut pages: Vec<PathBuf> =
        std::fs::read_dir(out.path()).unwrap().map(|e| e.unwrap().path()).collect();
    pages.sort();
    pages.iter().map(|page| std::fs::read(page).unwrap()).collect()
}

#[test]
fn signature_lines_stand_where_the_pdf_has_its_fields_and_print_nothing() {
    // One signer; one whose signature is not on the last page; two side by side.
    for (ho_so, ten) in [
        (sample(), "ke-hoach"),
        (sample(), "dot-1-ke-hoach-chi-tiet"),
        (root().join("data/cac-mau"), "bien-ban"),
    ] {
        let (dir, docx) = built(&ho_so, ten, &["--signature-fields"]);
        let out = python_tool("openxml-audit").arg(&docx).output().expect("openxml-audit");
        assert!(out.status.success(), "{}", support::stdout(&out));
        let json = std::fs::read_to_string(docx.with_extension("o-ky.json")).unwrap();
        let json: Value = serde_json::from_str(&json).unwrap();
        let fields = json["o_ky"].as_array().unwrap();
        let print = print_word(&docx, dir.path());
        let pictures = pictures(&print);
        assert_eq!(pictures.len(), fields.len());
        let (pdf, printed) = (rows(&pages(&docx.with_extension("pdf"))), rows(&pages(&print)));
        for field in fields {
            let mm = |key: &str| field["mm"][key].as_f64().unwrap();
            // Below the field stands the signer's name; a line that is broken elsewhere moves both.
            let page = field["trang"].as_u64().unwrap() as usize;
            let foot = (mm("tren") + mm("cao")) * MM - NAME_PT;
            let below = |r: &&Row| r.page == page && r.baseline() > foot;
            let name = pdf.iter().find(below).unwrap();
            let same = printed.iter().rfind(|r| r.text() == name.text()).unwrap();
            let moved = (same.baseline() - name.baseline()) / MM;
            let want = [mm("trai"), mm("tren") + moved, mm("rong"), mm("cao")];
            let near = |(page, got): &(usize, [f64; 4])| {
                *page == same.page
                    && got.iter().zip(want).all(|(got, want)| (got - want).abs() < LECH_MM)
            };
            assert!(pictures.iter().any(near), "{ten}: {field} {pictures:?}");
        }
        let (bare_dir, bare) = built(&ho_so, ten, &[]);
        let bare_print = print_word(&bare, bare_dir.path());
        assert!(seen(&print, dir.path()) == seen(&bare_print, bare_dir.path()), "{ten}");
        assert!(word::part(&bare, "word/media/o-trong.png").is_none());
        // To those who read it back the file says the same.
        assert!(vanthu().arg("diff").arg(&bare).arg(&docx).status().unwrap().success());
    }
}

#[test]
fn a_line_names_its_signer_and_has_an_identity_of_its_own() {
    let (_dir, docx) = built(&sample(), "ke-hoach", &["--signature-fields"]);
    let text = word::part(&docx, "word/document.xml").unwrap();
    let xml = roxmltree::Document::parse(&text).unwrap();
    let office = "urn:schemas-microsoft-com:office:office";
    let lines: Vec<_> =
        xml.descendants().filter(|n| n.has_tag_name((office, "signatureline"))).collect();
    let said = |name| lines.iter().map(move |l| l.attribute((office, name)).unwrap_or_default());
    assert_eq!(
        said("suggestedsigner").collect::<Vec<_>>(),
        ["Nguyễn Thị Kim Tuyền", "Thường trực Hội đồng nhân dân tỉnh Đồng Tháp"]
    );
    assert_eq!(said("suggestedsigner2").collect::<Vec<_>>(), ["PHÓ CHỦ TỊCH", ""]);
    let ids: Vec<&str> = lines.iter().map(|l| l.attribute("id").unwrap()).collect();
    assert!(ids[0].len() == 38 && ids[0].starts_with('{') && ids[0] != ids[1], "{ids:?}");
    assert!(lines.iter().all(|l| l.attribute("issignatureline") == Some("t")));
    let (_dir, again) = built(&sample(), "ke-hoach", &["--signature-fields"]);
    assert_eq!(std::fs::read(&docx).unwrap(), std::fs::read(again).unwrap());
}
