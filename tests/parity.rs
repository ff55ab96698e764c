//! The PDF against LibreOffice's print of the Word file: pages and words, and lines where LibreOffice fills them as
//! Word does.

use std::collections::BTreeMap;

use crate::support;
use crate::support::page::{Row, pages, rows};

/// The first LibreOffice that shrinks spaces as Word 2013 and later do.
const NHU_WORD: (u32, u32) = (25, 8);

/// At least this share of lines must be broken alike by one that does.
const BAR: f64 = 0.88;

/// How two sets of pages agree.
struct Parity {
    pages: (usize, usize),
    words: Vec<(String, i64)>,
    lines: f64,
    differing: Vec<String>,
}

/// Without the heads of tables that a page repeats at its top: an engine that breaks lines elsewhere repeats them on
/// other pages.
fn once(rows: Vec<Row>) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let mut at_top = true;
    for row in rows {
        let new_page = out.last().is_some_and(|last: &Row| last.page != row.page);
        let number = row.text() == row.page.to_string();
        at_top = (at_top || new_page) && row.page > 1;
        let before = |r: &Row| r.page < row.page && r.text() == row.text();
        if at_top && !number && row.all_in("Bold") && out.iter().any(before) {
            continue;
        }
        at_top = at_top && number;
        out.push(row);
    }
    out
}

fn compare(pdf: Vec<Row>, word: Vec<Row>) -> Parity {
    let (pdf, word) = (once(pdf), once(word));
    let (pdf, word) = (pdf.as_slice(), word.as_slice());
    let count = |rows: &[Row]| rows.iter().map(|r| r.page).max().unwrap_or(0);
    let mut words: BTreeMap<String, i64> = BTreeMap::new();
    for (rows, step) in [(pdf, 1), (word, -1)] {
        for row in rows {
            for w in row.text().split(' ') {
                *words.entry(w.to_owned()).or_default() += step;
            }
        }
    }
    words.retain(|_, n| *n != 0);
    let key = |r: &Row| (r.page, r.text());
    let printed: Vec<_> = word.iter().map(key).collect();
    let differing: Vec<String> = pdf
        .iter()
        .filter(|r| !printed.contains(&key(r)))
        .map(|r| format!("trang {}: {}", r.page, r.text()))
        .collect();
    Parity {
        pages: (count(pdf), count(word)),
        words: words.into_iter().collect(),
        lines: 1.0 - differing.len() as f64 / pdf.len() as f64,
        differing,
    }
}

fn assert_parity(ho_so: &std::path::Path) {
    let dir = tempfile::tempdir().unwrap();
    support::build(ho_so, dir.path());
    let mut seen = 0;
    for entry in std::fs::read_dir(dir.path()).unwrap() {
        let pdf = entry.unwrap().path();
        if pdf.extension().is_none_or(|e| e != "pdf") {
            continue;
        }
        let printed = support::print_word(&pdf.with_extension("docx"), dir.path());
        let parity = compare(rows(&pages(&pdf)), rows(&pages(&printed)));
        let name = pdf.file_stem().unwrap().to_string_lossy().into_owned();
        println!("{name}: {:.1} % dòng ngắt như nhau", parity.lines * 100.0);
        assert_eq!(parity.pages.0, parity.pages.1, "{name}: số trang");
        assert!(parity.words.is_empty(), "{name}: chữ khác nhau: {:?}", parity.words);
        if support::libreoffice() >= NHU_WORD {
            assert!(parity.lines >= BAR, "{name}: dòng khác nhau: {:#?}", parity.differing);
        }
        seen += 1;
    }
    assert!(seen > 0, "không có tệp PDF nào");
}

#[test]
fn the_sample_prints_alike_from_pdf_and_word() {
    assert_parity(&support::sample());
}

#[test]
fn every_form_prints_alike() {
    assert_parity(&support::root().join("data/cac-mau"));
    assert_parity(&support::root().join("data/dang-uy"));
}

#[test]
fn everything_that_a_body_may_have_prints_alike() {
    assert_parity(&support::root().join("tests/than-bai"));
}

#[test]
fn the_papers_around_a_trip_print_alike() {
    let dir = tempfile::tempdir().unwrap();
    let papers = "cong_van: {co_quan: van-phong.yaml, don_vi_soan: CTHĐND, ngay_ban_hanh: 3/2023}\n\
        quyet_dinh:\n  ngay_ban_hanh: 4/2023\n  can_cu: Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015\n\
        giay_gioi_thieu: {co_quan: van-phong.yaml, ngay_ban_hanh: 4/2023, ho_ten: Trần Văn B, chuc_vu: Phó Chủ tịch HĐND Tỉnh}\n\
        giay_moi: {co_quan: van-phong.yaml, ngay_ban_hanh: 4/2023, chu_tri: Trưởng đoàn, gio: 8h00, ngay: 6/4/2023, dia_diem: Phòng họp số 1}\n\
        chi_tiet:\n";
    let ho_so = support::sample_with(dir.path(), &[("dot-1.yaml", "chi_tiet:\n", papers)]);
    // The sample's address book hasn't the hosts.
    for other in ["dot-2.yaml", "dot-3.yaml", "dot-4.yaml", "danh-ba.yaml"] {
        std::fs::remove_file(ho_so.join(other)).unwrap();
    }
    assert_parity(&ho_so);
}

#[test]
fn every_form_of_head_and_foot_prints_alike() {
    assert_parity(&support::root().join("data/the-thuc"));
}

#[test]
fn the_smallest_sizes_and_widest_margins_print_alike() {
    let dir = tempfile::tempdir().unwrap();
    let the_thuc = "ky_hieu: HĐND\nthe_thuc: {co_chu: 13, le_trai: 35, le_phai: 20, le_tren: 25, \
                    le_duoi: 25, thut_dong: 10, co_chu_quoc_hieu: 12, co_chu_tieu_ngu: 13, \
                    co_chu_co_quan: 12, co_chu_dia_danh: 13}\n";
    let ho_so = support::sample_with(dir.path(), &[("co-quan.yaml", "ky_hieu: HĐND\n", the_thuc)]);
    assert_parity(&ho_so);
}

#[test]
fn wide_line_spacing_prints_alike() {
    let dir = tempfile::tempdir().unwrap();
    let the_thuc = "ky_hieu: HĐND\nthe_thuc: {gian_dong: 1.5, cach_doan: 8}\n";
    let ho_so = support::sample_with(dir.path(), &[("co-quan.yaml", "ky_hieu: HĐND\n", the_thuc)]);
    assert_parity(&ho_so);
}

/// An office's file.
fn office(name: &str, symbol: &str) -> String {
    format!(
        "ten: Ủy ban nhân dân tỉnh An Giang\nco_quan_ban_hanh: [{name}, TỈNH AN GIANG]\n\
         dia_danh: An Giang\nky_hieu: {symbol}\nluu: VT\nnguoi_ky:\n  \
         chu_tich: {{dong: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH], ho_ten: Nguyễn Văn Mẫu}}\n  \
         chanh_van_phong: {{dong: [CHÁNH VĂN PHÒNG], ho_ten: Lê Thử Nghiệm}}\n"
    )
}

/// Files in a folder of their own, with the office's.
fn folder(files: &[(&str, String)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("co-quan.yaml"), office("ỦY BAN NHÂN DÂN", "UBND")).unwrap();
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// Recipients of every commune of a province: more than a page holds.
fn to_all_communes(head: &str) -> String {
    let communes: Vec<String> = (1..=102).map(|i| format!("Ủy ban nhân dân xã số {i}")).collect();
    format!(
        "loai: thong_bao\nso: 5\nngay_ban_hanh: 1/2/2026\ntrich_yeu: Lịch trực\n\
         noi_dung: Các xã trực theo lịch.\nnoi_nhan: [{}]\n{head}\n",
        communes.join(", ")
    )
}

#[test]
fn a_long_list_of_recipients_runs_on_and_prints_alike() {
    let ho_so = folder(&[
        ("so.yaml", office("SỞ NỘI VỤ", "SNV")),
        ("mot.yaml", to_all_communes("nguoi_ky: chu_tich")),
        (
            "hai.yaml",
            to_all_communes(
                "co_quan: [co-quan.yaml, so.yaml]\nnguoi_ky: [chu_tich, chanh_van_phong]",
            ),
        ),
    ]);
    assert_parity(ho_so.path());
    let out = tempfile::tempdir().unwrap();
    support::build(ho_so.path(), out.path());
    for name in ["mot.pdf", "hai.pdf"] {
        let rows = rows(&pages(&out.path().join(name)));
        let of = |words: &str| rows.iter().filter(|r| r.text().contains(words)).collect::<Vec<_>>();
        for i in 1..=102 {
            assert_eq!(of(&format!("xã số {i};")).len(), 1, "{name}: xã số {i}");
        }
        // The decree's lower margin is 20 mm at least (PL I, I.3).
        assert!(rows.iter().all(|r| r.baseline() < (297.0 - 20.0) * 72.0 / 25.4), "{name}");
        let sign = of("Nguyễn Văn Mẫu")[0];
        assert_eq!((sign.page, of("Các xã trực")[0].page), (1, 1), "{name}: text and signature");
        assert!(of("xã số 1;")[0].baseline() - sign.baseline() < 40.0, "{name}");
    }
}

#[test]
fn what_is_longer_than_a_page_breaks_and_prints_alike() {
    let sentence = "Tỉnh giám sát việc thực hiện các nghị quyết của Hội đồng nhân dân tại các xã. ";
    let notice = |body: String| {
        format!(
            "loai: thong_bao\nso: 5\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Kết luận\n\
             nguoi_ky: chu_tich\nnoi_nhan: [Sở Nội vụ]\nnoi_dung: |\n{body}\n"
        )
    };
    let words = "chữ dài ngoằn ".repeat(34);
    let table = format!(
        "  Bảng.\n\n  | TT | Việc |\n  |:-:|------------------|\n  | {words} | x |\n\n  Hết."
    );
    let ho_so = folder(&[
        ("doan.yaml", notice(format!("  {}", sentence.repeat(100)))),
        ("dieu.yaml", notice(format!("  Điều 1. Một.\n\n  Điều 2. {}", sentence.repeat(100)))),
        ("muc.yaml", notice(format!("  Một.\n\n  - {}", sentence.repeat(100)))),
        ("bang.yaml", notice(table)),
    ]);
    assert_parity(ho_so.path());
}

#[test]
fn a_copy_of_a_landscape_page_prints_alike_over_its_width() {
    let original = "loai: quyet_dinh\nso: 8\nngay_ban_hanh: 5/1/2026\ntrich_yeu: Về việc giao chỉ tiêu\n\
        tham_quyen: ỦY BAN NHÂN DÂN TỈNH AN GIANG\nnguoi_ky: chu_tich\nnoi_nhan: [Sở Tài chính]\n\
        can_cu: [Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025]\n\
        noi_dung: |\n  Điều 1. Giao chỉ tiêu tại Phụ lục.\nphu_luc:\n  - tieu_de: Chỉ tiêu\n    ngang: có\n    \
        noi_dung: |\n      | TT | Chỉ tiêu |\n      |:--:|----------|\n      | 1 | Thu |\n";
    let copy = "loai: ban_sao_y\nso: 1\nngay_ban_hanh: 6/1/2026\nban_chinh: goc\nban: giay\n\
        nguoi_ky: chanh_van_phong\nnoi_nhan: [Sở Nội vụ]\n";
    let ho_so = folder(&[("goc.yaml", original.into()), ("sao.yaml", copy.into())]);
    assert_parity(ho_so.path());
    let out = tempfile::tempdir().unwrap();
    support::build(ho_so.path(), out.path());
    let word = support::print_word(&out.path().join("sao.docx"), out.path());
    for pdf in [out.path().join("sao.pdf"), word] {
        let rows = rows(&pages(&pdf));
        let signer = rows.iter().rfind(|r| r.text() == "Lê Thử Nghiệm").unwrap();
        // 30 mm, then 74 of 165 parts of 252 mm: the signer's middle is that of the right column.
        let right = (30.0 + 252.0 * (74.0 + 165.0) / 2.0 / 165.0) * 72.0 / 25.4;
        assert!((signer.center() - right).abs() < 1.5, "{} thay vì {right}", signer.center());
    }
}

#[test]
fn the_comparison_sees_a_moved_word() {
    let dir = tempfile::tempdir().unwrap();
    support::build(&support::sample(), dir.path());
    let pdf = rows(&pages(&dir.path().join("ke-hoach.pdf")));
    let mut other = pdf.clone();
    let half = other[20].glyphs.len() / 2;
    let moved = other[20].glyphs.split_off(half);
    other[21].glyphs.extend(moved);
    assert!(compare(pdf.clone(), other).lines < 1.0);
    let fewer = pdf[1..].to_vec();
    assert!(!compare(pdf, fewer).words.is_empty());
}

/// As an office of a province has it: Kế hoạch 173/KH-UBND of Hà Nội has eleven pages, and twenty agencies
/// with their tasks.
#[test]
fn the_long_plan_is_as_long_as_a_real_one() {
    let dir = tempfile::tempdir().unwrap();
    support::build(&support::root().join("data/cac-mau"), dir.path());
    let pages = pages(&dir.path().join("ke-hoach-chuyen-doi-so.pdf"));
    assert!(pages.len() >= 11, "{} trang", pages.len());
    let rows = rows(&pages);
    let body = rows.iter().position(|r| r.text().starts_with("Nơi nhận:")).unwrap();
    let texts: Vec<String> = rows[..body].iter().map(support::page::Row::text).collect();
    let tasks = texts.iter().rposition(|t| t.starts_with("VI. TỔ CHỨC THỰC HIỆN")).unwrap();
    for agency in 1..=20 {
        let number = format!("{agency}. ");
        assert!(texts[tasks..].iter().any(|t| t.starts_with(&number)), "{number}");
    }
}

#[test]
fn every_form_has_its_thumbnail_in_the_readme() {
    let readme = std::fs::read_to_string(support::root().join("README.md")).unwrap();
    for folder in ["cac-mau", "the-thuc"] {
        let dir = tempfile::tempdir().unwrap();
        support::build(&support::root().join("data").join(folder), dir.path());
        for entry in std::fs::read_dir(dir.path()).unwrap() {
            let made = entry.unwrap().path();
            let name = made.file_stem().unwrap().to_string_lossy().into_owned();
            let image = format!("docs/images/{folder}/{name}.png");
            assert!(readme.contains(&image), "{image}: docs/images/make, rồi thêm vào README.md");
            assert!(support::root().join(&image).is_file(), "{image}");
        }
    }
}
