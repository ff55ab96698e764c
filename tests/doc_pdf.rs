//! PDFs read back: what a paper's PDF says is what its Word file says, whoever made it; and nothing that calls itself a PDF
//! stops the program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::{Duration, Instant};

use crate::support::so_sach::{ho_so, issue, register};
use crate::support::{build, print_word, root, stderr, stdout, vanthu};
use vanthu::word::doc_pdf::{DocPdf, LoaiChu, LoiPdf, TepPdf, thanh_word};
use vanthu::word::doc_word;
use vanthu::word::nhan_dang::{GiayNhan, nhan_dang};
use vanthu::writers::pdf::dau_den::{self, Ben};

fn reader() -> DocPdf {
    DocPdf::moi(Path::new(env!("CARGO_BIN_EXE_vanthu")))
}

/// What of a paper goes into a book.
fn ghi_so(giay: &GiayNhan) -> BTreeMap<&'static str, String> {
    let dau = &giay.dau;
    let one = |text: &Option<String>| text.clone().unwrap_or_default();
    let loai = dau.loai.map(|loai| loai.ten().to_owned()).or(dau.loai_rieng.clone());
    let ky: Vec<&str> = giay.cuoi.nguoi_ky.iter().map(|nguoi| nguoi.ho_ten.as_str()).collect();
    BTreeMap::from([
        ("số", format!("{}/{}", one(&dau.so), one(&dau.ky_hieu))),
        ("ngày", one(&dau.ngay)),
        ("địa danh", dau.dia_danh.clone()),
        ("loại", loai.unwrap_or_default()),
        ("trích yếu", one(&dau.trich_yeu)),
        ("tác giả", dau.co_quan_ban_hanh.join(" ")),
        ("cấp trên", dau.co_quan_chu_quan.join(" ")),
        ("kính gửi", dau.kinh_gui.join("; ")),
        ("nơi nhận", giay.cuoi.noi_nhan.join("; ")),
        ("lưu", one(&giay.cuoi.luu)),
        ("người ký", ky.join("; ")),
    ])
}

/// What the PDF says otherwise than the Word file, a line each.
fn khac(pdf: &TepPdf, docx: &Path) -> String {
    let word = doc_word::doc(&std::fs::read(docx).unwrap()).unwrap();
    let (want, got) = (ghi_so(&nhan_dang(&word)), ghi_so(&nhan_dang(&thanh_word(pdf).unwrap())));
    let mut out = String::new();
    for (field, want) in want {
        if got[field] != want {
            writeln!(out, "{}: {field}: “{}”, Word “{want}”", docx.display(), got[field]).unwrap();
        }
    }
    out
}

fn files(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let all = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> =
        all.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    all.sort();
    all
}

/// A number or a date that is read wrongly goes into the book for good.
#[test]
fn our_own_pdfs_say_what_their_word_files_say() {
    let dir = tempfile::tempdir().unwrap();
    let reader = reader();
    let mut wrong = String::new();
    for ho_so in ["cac-mau", "dang-uy", "the-thuc"] {
        let out = dir.path().join(ho_so);
        build(&root().join("data").join(ho_so), &out);
        for pdf in files(&out, "pdf") {
            let read = reader.chu(&std::fs::read(&pdf).unwrap()).unwrap();
            assert_eq!((read.loai, read.con_nua), (LoaiChu::Ro, false), "{}", pdf.display());
            wrong += &khac(&read, &pdf.with_extension("docx"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Others print the same papers with faces cut to the letters that are used, and in another order.
#[test]
fn pdfs_of_libreoffice_say_it_too() {
    let dir = tempfile::tempdir().unwrap();
    build(&root().join("data/cac-mau"), dir.path());
    let reader = reader();
    let mut wrong = String::new();
    for ten in ["cong-van", "quyet-dinh", "bao-cao"] {
        let docx = dir.path().join(ten).with_extension("docx");
        let pdf = print_word(&docx, dir.path());
        wrong += &khac(&reader.chu(&std::fs::read(pdf).unwrap()).unwrap(), &docx);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A file with these objects, numbered from 1; the first is the catalogue.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", i + 1).bytes());
    }
    let start = out.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    places.iter().for_each(|at| writeln!(table, "{at:010} 00000 n ").unwrap());
    write!(table, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF", places.len() + 1)
        .unwrap();
    out.extend(table.bytes());
    out
}

fn stream(dict: &str, content: &str) -> String {
    format!("<<{dict}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// One page with this content and these resources; the objects from 5 on are the caller's.
fn page(content: &str, resources: &str, more: &[String]) -> Vec<u8> {
    let mut all = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<{resources}>>>>"
        ),
        stream("", content),
    ];
    all.extend(more.iter().cloned());
    pdf(&all)
}

const FONT: &str = "/Font<</F 5 0 R>>";

fn chu(bytes: &[u8]) -> TepPdf {
    reader().chu(bytes).unwrap()
}

fn lines(pdf: &TepPdf) -> Vec<String> {
    let all = pdf.khoi.iter().flat_map(|khoi| khoi.cac_dong());
    all.map(|line| line.chu.clone()).collect()
}

/// The scanner's picture of a page, and the page without anything.
#[test]
fn a_scan_is_told_from_a_paper_with_letters() {
    let image = stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        "x",
    );
    let scan = page("595 0 0 842 0 0 cm /I Do", "/XObject<</I 5 0 R>>", &[image]);
    let read = chu(&scan);
    assert_eq!((read.loai, read.khoi.len()), (LoaiChu::Quet, 0));
    assert!(read.loai.vi_sao().unwrap().contains("không có lớp chữ đọc được"));
    assert_eq!(chu(&page("", "", &[])).loai, LoaiChu::Trong);
}

/// Faces whose codes say nothing would put signs of no meaning into the book.
#[test]
fn letters_that_nobody_can_tell_are_not_read() {
    let text = "BT /F 14 Tf 72 700 Td <0001000200030004000500060007000800090010> Tj ET";
    let composite =
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>";
    let cid = "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>";
    let read = chu(&page(text, FONT, &[composite.to_owned(), cid.to_owned()]));
    assert_eq!((read.loai, read.khoi.len()), (LoaiChu::KhongRo, 0));
}

/// Letters and their marks drawn apart, as some printers of Word files draw them.
#[test]
fn letters_and_marks_that_stand_apart_come_together() {
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange \
        2 beginbfchar <41> <0061> <42> <0301> endbfchar endcmap end";
    let font = "<</Type/Font/Subtype/TrueType/BaseFont/Times-Roman/FirstChar 65/LastChar 66/Widths[500 0]/ToUnicode 6 0 R>>";
    let read =
        chu(&page("BT /F 14 Tf 72 700 Td (ABA) Tj ET", FONT, &[font.to_owned(), stream("", map)]));
    assert_eq!(lines(&read), ["áa"]);
}

const TIMES: &str = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>";

/// A machine's reading of a scan is there, and is said to be one.
#[test]
fn what_a_machine_has_read_is_said_to_be_that() {
    let image = stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        "x",
    );
    let content = "q 595 0 0 842 0 0 cm /I Do Q BT 3 Tr /F 14 Tf 72 700 Td (Thong bao ve viec hop giao ban) Tj ET";
    let resources = format!("{FONT}/XObject<</I 6 0 R>>");
    let read = chu(&page(content, &resources, &[TIMES.to_owned(), image]));
    assert_eq!(
        (read.loai, lines(&read)),
        (LoaiChu::MayDoc, vec!["Thong bao ve viec hop giao ban".to_owned()])
    );
}

/// Each of these has stopped some reader of PDFs: a tree of pages that holds itself, forms that draw each other without
/// end, a form that draws ten that draw ten, half a file. They cost a message, and the next file is read.
#[test]
fn hostile_files_cost_a_message() {
    let reader = reader();
    let cycle = pdf(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1>>".to_owned(),
    ]);
    let own = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>",
        "/A Do /A Do",
    );
    let forms = page("/A Do", "/XObject<</A 5 0 R>>", &[own]);
    let many: Vec<String> = (5..20)
        .map(|at| {
            let dict = format!(
                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {} 0 R>>>>",
                at + 1
            );
            stream(&dict, &"/A Do ".repeat(30))
        })
        .collect();
    let tree = page("/A Do", "/XObject<</A 5 0 R>>", &many);
    let sound = page("BT /F 14 Tf 72 700 Td (Con day) Tj ET", FONT, &[TIMES.to_owned()]);
    let start = Instant::now();
    for (name, bytes) in [
        ("cây trang vòng", cycle),
        ("nửa tệp", sound[..sound.len() / 3].to_vec()),
        ("không phải", b"%PDF-1.7\n".to_vec()),
        ("biểu mẫu vòng", forms),
        ("biểu mẫu nhân lên", tree),
    ] {
        match reader.chu(&bytes) {
            Ok(read) => assert!(lines(&read).is_empty(), "{name}: {read:?}"),
            Err(why) => assert!(matches!(why, LoiPdf::Hong | LoiPdf::QuaNang), "{name}: {why}"),
        }
        assert_eq!(lines(&reader.chu(&sound).unwrap()), ["Con day"], "{name}");
    }
    assert!(start.elapsed() < Duration::from_secs(180));
}

/// What a bomb unpacks to would take all of the machine's memory.
#[test]
fn a_bomb_stays_in_its_bounds() {
    let zeros = vec![b' '; 1 << 20];
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..2048 {
        std::io::Write::write_all(&mut packer, &zeros).unwrap();
    }
    let packed = packer.finish().unwrap();
    let head = format!("<</Filter/FlateDecode/Length {}>>\nstream\n", packed.len());
    let mut bytes = page("", "", &[]);
    let at = bytes.windows(9).position(|w| w == b"4 0 obj\n<").unwrap() + 8;
    bytes.truncate(at);
    bytes.extend(head.bytes());
    bytes.extend(&packed);
    bytes.extend(b"\nendstream\nendobj\ntrailer\n<</Size 5/Root 1 0 R>>\n%%EOF");
    match reader().chu(&bytes) {
        Ok(read) => assert!(read.khoi.is_empty()),
        Err(why) => assert!(matches!(why, LoiPdf::Hong | LoiPdf::QuaNang), "{why}"),
    }
}

/// A stamp over the words of a decision makes both unreadable: on each of the sample papers its place is blank.
#[test]
fn the_stamp_finds_blank_space_on_papers() {
    let dir = tempfile::tempdir().unwrap();
    build(&root().join("data/cac-mau"), dir.path());
    let reader = reader();
    let mut free = Vec::new();
    for pdf in files(dir.path(), "pdf") {
        let ten = pdf.file_stem().unwrap().to_string_lossy().into_owned();
        let page = reader.trang_dau(&std::fs::read(&pdf).unwrap()).unwrap();
        assert!((209..=211).contains(&page.rong) && (296..=298).contains(&page.cao), "{page:?}");
        let [left, right] =
            [Ben::DuoiSo, Ben::DuoiNgay].map(|side| dau_den::tim(&page, side).unwrap());
        // Under the number, and not in the other half; under the date likewise.
        let so = page.duoi_so.unwrap_or_else(|| panic!("{ten}: không thấy số"));
        assert!(left.x + 50.0 <= 106.0 && left.y >= f64::from(so), "{ten}: {left:?}");
        assert!(right.x >= 104.0, "{ten}: {right:?}");
        // Where there is no blank for it, a third of the stamp at most lies on words.
        assert!(left.de.min(right.de) < 50 * 35 / 3, "{ten}: {left:?} {right:?}");
        free.extend((left.de == 0).then(|| format!("{ten} trái")));
        free.extend((left.de > 0 && right.de == 0).then(|| format!("{ten} phải")));
    }
    assert_eq!(free, ["bao-cao trái", "bien-ban phải", "cong-van phải"]);
}

/// An issued paper's PDF in a folder of another office, whose book is empty.
fn ban_ky() -> (tempfile::TempDir, PathBuf) {
    let dir = ho_so(1);
    let out =
        issue(dir.path(), 1).args(["--so-sach"]).arg(dir.path().join("khac")).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    let pdf = dir.path().join("ky.pdf");
    std::fs::copy(dir.path().join("khac/phat-hanh/2023/01-KH-HDND/01-KH-HDND.pdf"), &pdf).unwrap();
    (dir, pdf)
}

fn add(dir: &Path, args: &[&str]) -> Output {
    let mut command = vanthu();
    command.current_dir(dir).args(["register", "add"]).args(args);
    command.output().unwrap()
}

/// She typed all seven columns of a paper that says them itself; and could not find it again by its words.
#[test]
fn a_pdf_fills_the_columns_and_is_found_by_its_words() {
    let (dir, _) = ban_ky();
    let out = add(dir.path(), &["--tep", "ky.pdf"]);
    assert!(out.status.success(), "{}", stderr(&out));
    let told = stderr(&out);
    for words in [
        "đọc từ ky.pdf: số, ký hiệu: 01/KH-HĐND; ngày văn bản: 15/3/2023",
        "trích yếu: Tổ chức lần thứ 1 Đoàn công tác",
        "người ký: Nguyễn Thị Kim Tuyền",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let find = |words: &str| stdout(&register(dir.path(), &["find", words]));
    for words in ["tiết kiệm và đảm bảo", "tiet kiem va dam bao", "xe ô tô"] {
        assert!(find(words).contains("01/KH-HĐND"), "{words}: {}", find(words));
    }
    assert!(!find("xăng máy bay").contains("01/KH-HĐND"));
}

/// What is given on the line wins, and that the file says otherwise is told.
#[test]
fn the_line_wins_and_a_difference_is_told() {
    let (dir, _) = ban_ky();
    let out = add(dir.path(), &["--tep", "ky.pdf", "--nguoi-ky", "Lê An", "--dry-run"]);
    assert!(out.status.success(), "{}", stderr(&out));
    assert!(stdout(&out).contains("người ký: Lê An"), "{}", stdout(&out));
    let told = stderr(&out);
    assert!(
        told.contains("entry-differs") && told.contains("tệp ky.pdf ghi “Nguyễn Thị Kim Tuyền”"),
        "{told}"
    );
}

/// A scan says nothing: she is told so, and what to type.
#[test]
fn a_scan_is_kept_and_what_is_missing_is_asked_for() {
    let dir = ho_so(0);
    std::fs::write(dir.path().join("quet.pdf"), page("", "", &[])).unwrap();
    let out = add(dir.path(), &["--tep", "quet.pdf"]);
    assert_eq!(out.status.code(), Some(1));
    let told = stderr(&out);
    assert!(told.contains("quet.pdf không có chữ nào: chỉ được giữ"), "{told}");
    for flag in ["105/KH-HĐND", "--date …", "--trich-yeu …", "--nguoi-ky …"] {
        assert!(told.contains(flag), "{flag}: {told}");
    }
}

/// The number that was given after the Word file was typed stands in the signed PDF alone; two that differ are asked about.
#[test]
fn two_files_of_a_paper_are_held_against_each_other() {
    let (dir, _) = ban_ky();
    let draft = dir.path().join("nhap");
    build(&dir.path().join("k1.yaml"), &draft);
    std::fs::copy(draft.join("k1.docx"), dir.path().join("nhap.docx")).unwrap();
    let out = add(dir.path(), &["--tep", "nhap.docx", "--tep", "ky.pdf", "--dry-run"]);
    assert!(out.status.success(), "{}", stderr(&out));
    let told = stderr(&out);
    assert!(
        told.contains("đọc từ ky.pdf: số, ký hiệu: 01/KH-HĐND; ngày văn bản: 15/3/2023"),
        "{told}"
    );
    assert!(told.contains("đọc từ nhap.docx: trích yếu"), "{told}");
}

/// The book of papers that came, from the PDF alone.
#[test]
fn the_incoming_book_reads_a_pdf() {
    let (dir, _) = ban_ky();
    let mut command = vanthu();
    command.current_dir(dir.path()).args(["incoming", "add", "ky.pdf", "--ngay", "20/3/2023"]);
    let out = command.output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    let told = stderr(&out);
    for words in [
        "đọc ở tệp PDF",
        "số, ký hiệu “01/KH-HĐND”",
        "ngày “15/3/2023”",
        "Kế hoạch tổ chức lần thứ 1",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let scan = dir.path().join("quet.pdf");
    std::fs::write(&scan, page("", "", &[])).unwrap();
    let mut command = vanthu();
    command.current_dir(dir.path()).args(["incoming", "add", "quet.pdf", "--ngay", "20/3/2023"]);
    let out = command.output().unwrap();
    assert_eq!(out.status.code(), Some(1));
    assert!(
        stderr(&out).contains("--tac-gia") && stderr(&out).contains("không có chữ nào"),
        "{}",
        stderr(&out)
    );
}
