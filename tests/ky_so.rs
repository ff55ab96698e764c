//! PDFs ready to be signed: the fields stand at the decree's places, the file stays archival and accessible,
//! and a real signer (pyHanko) signs them one after the other.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support;
use crate::support::page::{MM, Page, Row, rows};
use crate::support::python::python_tool;
use crate::support::{root, sample, tool, verapdf};
use serde_json::Value;
use vanthu::rules::bo_quy_tac::nd30;

/// The sample with fields, built with more `args`.
fn built(args: &[&str]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut build = support::vanthu();
    build.arg("build").arg(sample()).args(["-f", "pdf", "--o-ky"]).args(args);
    tool(build.arg("-o").arg(dir.path()));
    dir
}

/// A field as the JSON beside the PDF has it, in mm from the paper's left and upper edge.
#[derive(Debug, Clone)]
struct Field {
    ten: String,
    trang: usize,
    trai: f64,
    tren: f64,
    rong: f64,
    cao: f64,
    pt: Vec<f64>,
}

fn fields(pdf: &Path) -> Vec<Field> {
    let text = std::fs::read_to_string(pdf.with_extension("o-ky.json")).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["tep"], *pdf.file_name().unwrap().to_string_lossy());
    json["o_ky"].as_array().unwrap().iter().map(field).collect()
}

fn field(json: &Value) -> Field {
    let mm = |key: &str| json["mm"][key].as_f64().unwrap();
    Field {
        ten: json["ten"].as_str().unwrap().to_owned(),
        trang: json["trang"].as_u64().unwrap() as usize,
        trai: mm("trai"),
        tren: mm("tren"),
        rong: mm("rong"),
        cao: mm("cao"),
        pt: json["pt"].as_array().unwrap().iter().map(|n| n.as_f64().unwrap()).collect(),
    }
}

fn named<'a>(fields: &'a [Field], ten: &str) -> &'a Field {
    fields.iter().find(|f| f.ten == ten).unwrap_or_else(|| panic!("không có ô {ten}"))
}

fn near(what: &str, got: f64, want: f64) {
    assert!((got - want).abs() < 0.3, "{what}: {got:.2} mm, cần {want:.2}");
}

/// The row that begins with `start` right of the page's middle column edge.
fn right_row(rows: &[Row], page: usize, start: &str, from_mm: f64) -> Row {
    let part = rows.iter().filter(|r| r.page == page).map(|row| {
        let glyphs = row.glyphs.iter().filter(|g| g.x >= from_mm * MM).cloned().collect();
        Row { page, glyphs }
    });
    let found = part.filter(|r| !r.glyphs.is_empty()).find(|r| r.text().starts_with(start));
    found.unwrap_or_else(|| panic!("trang {page} không có dòng {start}"))
}

#[test]
fn the_fields_stand_between_post_and_name_the_seal_over_the_left_third() {
    let dir = built(&[]);
    let t = nd30();
    let column = t.le_trai_mm + t.cuoi_trang_cot_trai_mm;
    // The signature of the plan is on page 3; the detailed plan has appendices after its own.
    for (name, post, signer) in [
        ("ke-hoach", "PHÓ CHỦ TỊCH", "Nguyễn Thị Kim Tuyền"),
        ("dot-1-ke-hoach-chi-tiet", "", ""),
        ("dot-4-bao-cao", "", ""),
    ] {
        let pdf = dir.path().join(name).with_extension("pdf");
        let all = fields(&pdf);
        assert_eq!(all.iter().map(|f| f.ten.as_str()).collect::<Vec<_>>(), ["nguoi_ky", "co_quan"]);
        let (person, seal) = (&all[0], &all[1]);
        assert_eq!(person.trang, seal.trang);
        near("rộng", person.rong, 53.0);
        near("cao", person.cao, 25.0);
        near("giữa cột", person.trai + person.rong / 2.0, (column + 210.0 - t.le_phai_mm) / 2.0);
        near("dấu rộng", seal.rong, 36.0);
        near("dấu cao", seal.cao, 36.0);
        near("dấu trùm một phần ba", seal.trai + seal.rong - person.trai, person.rong / 3.0);
        near("dấu ngang chữ ký", seal.tren + seal.cao / 2.0, person.tren + person.cao / 2.0);
        assert!(seal.trai >= column, "dấu ra ngoài cột người ký");
        let pages = pages(&pdf);
        let rows = rows(&pages);
        // No letter of the page lies inside the signer's field.
        let inside = pages[person.trang - 1].glyphs.iter().find(|g| {
            let (x, y) = (g.x / MM, g.y / MM);
            let across = x > person.trai && x < person.trai + person.rong;
            across && y > person.tren && y < person.tren + person.cao && !g.c.is_whitespace()
        });
        assert!(inside.is_none(), "{name}: {inside:?}");
        if !post.is_empty() {
            let post = right_row(&rows, person.trang, post, column).baseline() / MM;
            let name = right_row(&rows, person.trang, signer, column);
            assert!(post < person.tren, "{post} {person:?}");
            assert!((name.baseline() - name.size()) / MM > person.tren + person.cao - 1.0);
        }
    }
    assert_eq!(named(&fields(&dir.path().join("ke-hoach.pdf")), "nguoi_ky").trang, 3);
}

#[test]
fn number_and_day_have_fields_over_their_gaps() {
    let dir = built(&["--o-so-ngay"]);
    let pdf = dir.path().join("ke-hoach.pdf");
    let all = fields(&pdf);
    let names: Vec<&str> = all.iter().map(|f| f.ten.as_str()).collect();
    // The month is printed, so it has no field.
    assert_eq!(names, ["nguoi_ky", "co_quan", "so", "ngay"]);
    let rows = rows(&pages(&pdf));
    let line = rows.iter().find(|r| r.text().starts_with("Số:")).unwrap();
    let after = |c: char, skip: usize| {
        let at = line.glyphs.iter().enumerate().filter(|(_, g)| g.c == c).nth(skip).unwrap().0;
        (line.glyphs[at].x_end / MM, line.glyphs[at].x / MM, at)
    };
    let (colon, _, _) = after(':', 0);
    let (_, slash, _) = after('/', 0);
    let so = named(&all, "so");
    near("số: trái", so.trai, colon);
    near("số: phải", so.trai + so.rong, slash);
    let ngay = named(&all, "ngay");
    let (_, _, comma) = after(',', 0);
    let day_end = line.glyphs[comma..].iter().find(|g| g.c == 'y').unwrap().x_end / MM;
    near("ngày: trái", ngay.trai, day_end);
    assert!(ngay.rong > 5.0);
    for field in [so, ngay] {
        let baseline = line.baseline() / MM;
        assert!(field.tren < baseline - 3.0 && field.tren + field.cao > baseline, "{field:?}");
    }
}

#[test]
fn with_fields_the_files_stay_archival_accessible_and_the_text_where_it_is() {
    let dir = built(&["--o-so-ngay"]);
    let bare = tempfile::tempdir().unwrap();
    support::build(&sample(), bare.path());
    let pdfs = pdfs(dir.path());
    verapdf::obey("PDFA_2_A,PDFUA_1", &pdfs);
    for pdf in &pdfs {
        tool(Command::new("qpdf").arg("--check").arg(pdf));
        same_text(pdf, &bare.path().join(pdf.file_name().unwrap()));
        let form = qdf(pdf);
        assert!(!form.contains("NeedAppearances") && form.contains("/SigFlags 1"), "{form}");
        let drawn = Command::new("mutool").args(["draw", "-F", "txt"]).arg(pdf).output().unwrap();
        let drawn = support::stderr(&drawn);
        // The build of MuPDF may lack colour profiles; of the file it has nothing to say.
        let warned = drawn.lines().find(|l| l.contains("warning") && !l.contains("ICC support"));
        assert!(warned.is_none(), "{drawn}");
    }
}

#[test]
fn every_field_has_an_appearance_a_tooltip_and_its_turn_in_the_structure() {
    let dir = built(&["--o-so-ngay"]);
    let pdf = dir.path().join("ke-hoach.pdf");
    let loaded = lopdf::Document::load(&pdf).unwrap();
    let form =
        loaded.catalog().unwrap().get_deref(b"AcroForm", &loaded).unwrap().as_dict().unwrap();
    let widgets = form.get(b"Fields").unwrap().as_array().unwrap();
    assert_eq!(widgets.len(), 4);
    for widget in widgets {
        let id = widget.as_reference().unwrap();
        let widget = loaded.get_dictionary(id).unwrap();
        assert!(widget.get(b"TU").is_ok() && widget.get(b"V").is_err());
        let look = widget.get(b"AP").unwrap().as_dict().unwrap();
        assert!(look.get_deref(b"N", &loaded).unwrap().as_stream().is_ok());
        let page =
            loaded.get_dictionary(widget.get(b"P").unwrap().as_reference().unwrap()).unwrap();
        assert_eq!(page.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
        let annots = page.get(b"Annots").unwrap().as_array().unwrap();
        assert!(annots.iter().any(|a| a.as_reference().unwrap() == id));
        let element = parent(&loaded, widget.get(b"StructParent").unwrap().as_i64().unwrap());
        assert_eq!(element.get(b"S").unwrap().as_name().unwrap(), b"Form");
        let objr = element.get(b"K").unwrap().as_dict().unwrap();
        assert_eq!(objr.get(b"Obj").unwrap().as_reference().unwrap(), id);
    }
    // Post, field, seal, name: as one would read it aloud.
    let tree = tool(Command::new("pdfinfo").arg("-struct-text").arg(&pdf));
    let at = |what: &str| tree.rfind(what).unwrap_or_else(|| panic!("{what}\n{tree}"));
    assert!(at("PHÓ CHỦ TỊCH") < at("Form") && at("Form") < at("Nguyễn Thị Kim Tuyền"), "{tree}");
}

/// What the structure tree has under the number of an annotation.
fn parent(pdf: &lopdf::Document, number: i64) -> &lopdf::Dictionary {
    let root = pdf.catalog().unwrap().get_deref(b"StructTreeRoot", pdf).unwrap().as_dict().unwrap();
    let tree = root.get_deref(b"ParentTree", pdf).unwrap().as_dict().unwrap();
    let pairs = tree.get(b"Nums").unwrap().as_array().unwrap();
    let pair = pairs.chunks(2).find(|p| p[0].as_i64().unwrap() == number).unwrap();
    pdf.get_dictionary(pair[1].as_reference().unwrap()).unwrap()
}

#[test]
fn the_signer_then_the_agency_sign_and_both_signatures_hold() {
    let dir = built(&["--o-so-ngay"]);
    let fields_of = [
        ("ke-hoach", &["nguoi_ky", "co_quan", "so", "ngay"][..]),
        ("dot-1-ke-hoach-chi-tiet", &["nguoi_ky", "co_quan"]),
    ];
    for (name, names) in fields_of {
        let pdf = dir.path().join(name).with_extension("pdf");
        let signed = dir.path().join(format!("{name}-da-ky.pdf"));
        let script = root().join("tests/ky_so/ky.py");
        let said = tool(python_tool("python").arg(script).arg(&pdf).arg(&signed).args(names));
        let said: Value = serde_json::from_str(&said).unwrap();
        for field in names {
            let status = &said[*field];
            assert_eq!(status["bottom_line"], true, "{field}: {said}");
            assert_eq!(status["subfilter"], "/ETSI.CAdES.detached");
        }
        // The first one signed its own revision; all that came after was filling in the form.
        assert_eq!(said["nguoi_ky"]["changes"], "FORM_FILLING");
        assert_eq!(said[*names.last().unwrap()]["coverage"], "ENTIRE_FILE");
        same_text(&signed, &pdf);
        verapdf::obey("PDFA_2_A,PDFUA_1", &[&signed]);
        assert_eq!(rectangles(&signed), rectangles(&pdf));
        let stated: Vec<_> = fields(&pdf).into_iter().map(|f| (f.ten, f.trang, f.pt)).collect();
        assert_eq!(rectangles(&pdf), stated);
    }
}

#[test]
fn an_appendix_as_a_file_of_its_own_has_the_agencys_field_at_its_upper_right() {
    let dir = built(&["--phu-luc-rieng", "--only", "dot-1-ke-hoach-chi-tiet"]);
    let main = dir.path().join("dot-1-ke-hoach-chi-tiet.pdf");
    let appendices: Vec<PathBuf> = pdfs(dir.path())
        .into_iter()
        .filter(|p| p.to_string_lossy().contains("-phu-luc-"))
        .collect();
    assert!(appendices.len() > 1);
    verapdf::obey("PDFA_2_A,PDFUA_1", &pdfs(dir.path()));
    let whole = built(&["--only", "dot-1-ke-hoach-chi-tiet"]);
    let whole = pages(&whole.path().join("dot-1-ke-hoach-chi-tiet.pdf"));
    let apart: usize = appendices.iter().map(|pdf| pages(pdf).len()).sum();
    assert_eq!(pages(&main).len() + apart, whole.len());
    for pdf in &appendices {
        let all = fields(pdf);
        assert_eq!(all.len(), 1);
        let seal = named(&all, "co_quan");
        assert_eq!(seal.trang, 1);
        let page = &pages(pdf)[0];
        near("sát lề phải", seal.trai + seal.rong, page.width / MM - nd30().le_phai_mm);
        assert!(seal.tren > 0.0 && seal.tren + seal.cao < nd30().le_tren_mm);
        let first = rows(&pages(pdf)).remove(0);
        assert!(first.text().starts_with("Phụ lục"), "{}", first.text());
    }
    let signed = dir.path().join("da-ky.pdf");
    let script = root().join("tests/ky_so/ky.py");
    let said =
        tool(python_tool("python").arg(script).arg(&appendices[0]).arg(&signed).arg("co_quan"));
    assert!(said.contains("\"bottom_line\": true"), "{said}");
}

/// The pages with the document's own letters: MuPDF writes a word of its own into unsigned fields.
fn pages(pdf: &Path) -> Vec<Page> {
    let mut pages = support::page::pages(pdf);
    for page in &mut pages {
        page.glyphs.retain(|g| g.font.starts_with("LiberationSerif"));
    }
    pages
}

fn pdfs(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path());
    let mut found: Vec<PathBuf> =
        entries.filter(|p| p.extension().is_some_and(|e| e == "pdf")).collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

/// Demands the same letters in the same places, in the same order.
fn same_text(one: &Path, other: &Path) {
    let (one, other) = (pages(one), pages(other));
    assert_eq!(one.len(), other.len());
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one.glyphs.len(), other.glyphs.len());
        for (a, b) in one.glyphs.iter().zip(&other.glyphs) {
            // The PDF rounds the place where a piece of text begins.
            let near = (a.x - b.x).abs() < 0.02 && (a.y - b.y).abs() < 0.02;
            assert!(a.c == b.c && near, "{a:?} {b:?}");
        }
    }
}

/// The fields of a file by another reader: name, page, rectangle in pt.
fn rectangles(pdf: &Path) -> Vec<(String, usize, Vec<f64>)> {
    let script = "import sys, json\n\
        from pyhanko.pdf_utils.reader import PdfFileReader\n\
        r = PdfFileReader(open(sys.argv[1], 'rb'))\n\
        page = {p.idnum: i + 1 for i in range(int(r.root['/Pages']['/Count'])) \
                for p in [r.find_page_for_modification(i)[0]]}\n\
        print(json.dumps([[str(f['/T']), page[f.raw_get('/P').idnum], \
              [round(float(v), 2) for v in f['/Rect']]] \
              for f in (g.get_object() for g in r.root['/AcroForm']['/Fields'])]))";
    let said = tool(python_tool("python").args(["-c", script]).arg(pdf));
    serde_json::from_str(&said).unwrap()
}

/// The file's objects in plain text.
fn qdf(pdf: &Path) -> String {
    let mut qpdf = Command::new("qpdf");
    let out = qpdf.args(["--qdf", "--object-streams=disable"]).arg(pdf).arg("-").output().unwrap();
    support::stdout(&out)
}
