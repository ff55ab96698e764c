//! The decree's figures, read back from the PDF by MuPDF and held against `vanthu::rules::bo_quy_tac`.
//! `src/rules/check/rules.md` names these tests clause by clause.

use std::path::PathBuf;
use std::sync::OnceLock;

use crate::support;
use crate::support::page::{MM, Page, Row, column, pages, rows};
use vanthu::model::the_thuc::{DONG_DON, TheThuc};
use vanthu::rules::bo_quy_tac::nd30;

/// How far a position may be off, in mm.
const NEAR_MM: f64 = 0.2;

struct Sample {
    pages: Vec<Page>,
    rows: Vec<Row>,
    t: TheThuc,
}

fn sample() -> &'static Sample {
    static SAMPLE: OnceLock<Sample> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        support::build(&support::sample(), dir.path());
        let pages = pages(&dir.path().join("ke-hoach.pdf"));
        Sample { rows: rows(&pages), pages, t: nd30() }
    })
}

impl Sample {
    fn left(&self) -> f64 {
        self.t.le_trai_mm * MM
    }

    fn right(&self) -> f64 {
        (210.0 - self.t.le_phai_mm) * MM
    }

    /// Where the head's right column begins.
    fn split(&self) -> f64 {
        self.right() - self.t.dau_trang_cot_phai_mm * MM
    }

    fn head(&self, side: &str) -> Vec<Row> {
        let (from, to) = if side == "left" { (0.0, self.split()) } else { (self.split(), 600.0) };
        column(&self.pages[0], 1, from, to)
    }

    fn row(&self, start: &str) -> &Row {
        self.rows.iter().find(|r| r.text().starts_with(start)).unwrap_or_else(|| panic!("{start}"))
    }

    /// Rows of the body proper: between the title and the signature, without notes and page numbers.
    fn body(&self) -> Vec<&Row> {
        let start = self.rows.iter().position(|r| r.text().starts_with("Thực hiện")).unwrap();
        let end = self.rows.iter().position(|r| r.text().starts_with("Nơi nhận")).unwrap();
        self.rows[start..end]
            .iter()
            .filter(|r| (r.size() - self.t.co_chu_than_bai_pt).abs() < 0.1)
            .filter(|r| r.baseline() > self.t.le_tren_mm * MM)
            .collect()
    }
}

fn near(what: &str, got: f64, want: f64) {
    assert!((got - want).abs() < NEAR_MM * MM, "{what}: {:.2} mm, cần {:.2}", got / MM, want / MM);
}

fn size(what: &str, row: &Row, want: f64) {
    assert!((row.size() - want).abs() < 0.05, "{what}: {} pt, cần {want}", row.size());
}

#[test]
fn paper_is_a4_and_text_keeps_inside_the_margins() {
    let s = sample();
    for page in &s.pages {
        near("rộng", page.width, 210.0 * MM);
        near("cao", page.height, 297.0 * MM);
    }
    for row in &s.rows {
        assert!(row.left() > s.left() - 0.3, "{}", row.text());
        assert!(row.right() < s.right() + 0.3, "{}", row.text());
        assert!(row.baseline() < (297.0 - s.t.le_duoi_mm) * MM, "{}", row.text());
    }
    let body = s.body();
    // Every line that its paragraph goes on after is full.
    let mut full = 0;
    for pair in body.windows(2).filter(|p| p[1].left() < s.left() + 5.0) {
        near(&pair[0].text(), pair[0].right(), s.right());
        full += 1;
    }
    assert!(full > 15, "{full}");
    near("lề trái", body.iter().map(|r| r.left()).fold(900.0, f64::min), s.left());
    let top = s.rows[0].baseline() - s.rows[0].size() * (0.891 + 0.042);
    near("lề trên", top, s.t.le_tren_mm * MM + s.t.doan_dau_pt);
}

#[test]
fn every_letter_is_black_and_of_the_one_family() {
    for page in &sample().pages {
        for g in page.glyphs.iter().filter(|g| !g.c.is_whitespace()) {
            assert_eq!(g.color, "#000000", "{g:?}");
            assert!(g.font.starts_with("LiberationSerif"), "{g:?}");
        }
    }
}

#[test]
fn quoc_hieu_and_tieu_ngu() {
    let s = sample();
    let head = s.head("right");
    assert_eq!(head[0].text(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert_eq!(head[1].text(), "Độc lập - Tự do - Hạnh phúc");
    size("Quốc hiệu", &head[0], s.t.co_chu_quoc_hieu_pt);
    size("Tiêu ngữ", &head[1], s.t.co_chu_tieu_ngu_pt);
    assert!(head[0].all_in("Bold") && head[1].all_in("Bold"));
    let middle = (s.split() + s.right()) / 2.0;
    near("trục Quốc hiệu", head[0].center(), middle);
    near("trục Tiêu ngữ", head[1].center(), middle);
}

#[test]
fn the_rule_under_tieu_ngu_is_as_long_as_its_text() {
    let s = sample();
    let tieu_ngu = &s.head("right")[1];
    let rule = &s.pages[0].rules[1];
    near("độ dài", rule.length, tieu_ngu.right() - tieu_ngu.left());
    near("đầu nét", rule.x, tieu_ngu.left());
    assert!(rule.y > tieu_ngu.baseline() + 3.0 && rule.y < tieu_ngu.baseline() + 9.0);
}

#[test]
fn agency_in_bold_capitals_with_its_rule() {
    let s = sample();
    let head = s.head("left");
    assert_eq!(head[0].text(), "HỘI ĐỒNG NHÂN DÂN");
    assert_eq!(head[1].text(), "TỈNH ĐỒNG THÁP");
    let middle = (s.left() + s.split()) / 2.0;
    for row in &head[..2] {
        size("cơ quan", row, s.t.co_chu_co_quan_pt);
        assert!(row.all_in("Bold"));
        near("trục cơ quan", row.center(), middle);
    }
    short_rule_under(&s.pages[0].rules[0], &head[..2], middle);
}

/// A rule of 1/3–1/2 of each line above it, centred, below the last line and clear of it.
fn short_rule_under(rule: &support::page::Rule, lines: &[Row], middle: f64) {
    for line in lines {
        let share = rule.length / (line.right() - line.left());
        assert!((0.33..=0.505).contains(&share), "{}: {share}", line.text());
    }
    near("trục nét gạch", rule.x + rule.length / 2.0, middle);
    let below = rule.y - lines.last().unwrap().baseline();
    assert!((4.0..9.0).contains(&below), "{below}");
    assert!((rule.width - 0.75).abs() < 0.01);
}

#[test]
fn number_and_date_share_a_line_with_printable_gaps() {
    let s = sample();
    let (so, ngay) = (&s.head("left")[2], &s.head("right")[2]);
    assert_eq!(so.text(), "Số: /KH-HĐND");
    assert_eq!(ngay.text(), "Đồng Tháp, ngày tháng 3 năm 2023");
    size("số", so, s.t.co_chu_so_ky_hieu_pt);
    size("ngày", ngay, s.t.co_chu_dia_danh_pt);
    assert!(so.all_in("") || so.all_in("Regular"));
    assert!(ngay.all_in("Italic"));
    assert!((so.baseline() - ngay.baseline()).abs() < 0.5);
    near("trục số", so.center(), (s.left() + s.split()) / 2.0);
    near("trục ngày", ngay.center(), (s.split() + s.right()) / 2.0);
    let gap = |row: &Row, before: char, after: char| {
        let ink: Vec<_> = row.glyphs.iter().filter(|g| !g.c.is_whitespace()).collect();
        let at = ink.windows(2).position(|w| w[0].c == before && w[1].c == after).unwrap();
        (ink[at + 1].x - ink[at].x_end) / MM
    };
    assert!(gap(so, ':', '/') > 8.0, "chỗ trống ghi số");
    assert!(gap(ngay, 'y', 't') > 6.0, "chỗ trống ghi ngày");
}

#[test]
fn kind_and_trich_yeu_centred_in_bold_with_their_rule() {
    let s = sample();
    let middle = (s.left() + s.right()) / 2.0;
    let at = s.rows.iter().position(|r| r.text() == "KẾ HOẠCH").unwrap();
    let title = &s.rows[at..at + 3];
    for row in title {
        size("tiêu đề", row, s.t.co_chu_ten_loai_pt);
        assert!(row.all_in("Bold"));
        near("trục tiêu đề", row.center(), middle);
    }
    assert!(title[1].text().ends_with("kinh nghiệm"), "{}", title[1].text());
    short_rule_under(&s.pages[0].rules[2], &title[1..], middle);
}

#[test]
fn body_is_set_in_single_spacing_with_gaps_and_indent() {
    let s = sample();
    let step = s.t.co_chu_than_bai_pt * DONG_DON;
    let (mut lines, mut gaps) = (0, 0);
    for pair in s.body().windows(2).filter(|p| p[0].page == p[1].page) {
        let distance = pair[1].baseline() - pair[0].baseline();
        let starts = pair[1].left() > s.left() + 5.0;
        let want = if starts { step + s.t.cach_doan_pt } else { step };
        assert!((distance - want).abs() < 0.1, "{}: {distance}, cần {want}", pair[1].text());
        if starts {
            near("lùi đầu dòng", pair[1].left(), s.left() + s.t.thut_dong_mm * MM);
            gaps += 1;
        } else {
            lines += 1;
        }
    }
    assert!(lines > 15 && gaps > 20, "{lines} dòng, {gaps} đoạn");
}

#[test]
fn heads_in_roman_bold_capitals_and_khoan_in_bold() {
    let s = sample();
    for start in ["I. MỤC ĐÍCH", "II. CHỦ ĐỀ", "III. NGUỒN", "IV. TỔ CHỨC"] {
        let row = s.row(start);
        assert_eq!(row.text(), row.text().to_uppercase());
        assert!(row.all_in("Bold"), "{start}");
        size(start, row, s.t.co_chu_than_bai_pt);
    }
    for dot in 1..=5 {
        assert!(s.row(&format!("{dot}. Đợt {dot}")).all_in("Bold"));
    }
    assert!(!s.row("6. Thành phần:").all_in("Bold"));
}

#[test]
fn no_head_is_stranded_and_no_paragraph_leaves_a_single_line() {
    let s = sample();
    let body = s.body();
    for pair in body.windows(2).filter(|p| p[0].page != p[1].page) {
        assert!(!pair[0].all_in("Bold"), "đề mục ở cuối trang: {}", pair[0].text());
    }
    for (i, row) in body.iter().enumerate().skip(1) {
        let first_on_page = body[i - 1].page != row.page;
        let goes_on = row.left() < s.left() + 5.0;
        if first_on_page && goes_on {
            let next = body[i + 1];
            assert!(next.left() < s.left() + 5.0, "dòng mồ côi: {}", row.text());
        }
    }
}

#[test]
fn page_number_centred_in_the_top_margin_from_page_two() {
    let s = sample();
    let middle = (s.left() + s.right()) / 2.0;
    assert!(s.rows.iter().all(|r| r.page != 1 || r.baseline() > s.t.le_tren_mm * MM));
    for page in 2..=s.pages.len() {
        let row = s.rows.iter().find(|r| r.page == page).unwrap();
        assert_eq!(row.text(), page.to_string());
        size("số trang", row, s.t.co_chu_so_trang_pt);
        near("trục số trang", row.center(), middle);
        assert!(row.baseline() < s.t.le_tren_mm * MM && row.baseline() > 10.0 * MM);
        assert!(row.all_in("") || row.all_in("Regular"));
    }
}

#[test]
fn footnotes_stand_on_the_page_of_their_mark() {
    let s = sample();
    let notes: Vec<&Row> = s.rows.iter().filter(|r| r.text().contains("Cụ thể:")).collect();
    assert_eq!(notes.len(), 3);
    for (i, (note, mark)) in
        notes.iter().zip(["cuộc sống1”.", "xã hội2.", "đất liền3."]).enumerate()
    {
        let line = s.rows.iter().find(|r| r.text().ends_with(mark)).unwrap();
        assert_eq!(line.page, note.page, "chú thích {}", i + 1);
        assert!(note.baseline() > line.baseline());
        assert!(note.text().starts_with(&format!("{} Cụ thể:", i + 1)));
    }
    let bold: String = s
        .row("- Tỉnh Đắk Lắk:")
        .glyphs
        .iter()
        .filter(|g| g.font.ends_with("Bold"))
        .map(|g| g.c)
        .collect();
    assert_eq!(bold.trim(), "Tỉnh Đắk Lắk:");
    for row in s.rows.iter().filter(|r| r.text().starts_with("- Tỉnh ") && r.baseline() > 640.0) {
        size("chú thích", row, s.t.co_chu_chu_thich_pt);
    }
}

/// The last page's two columns.
fn foot() -> (Vec<Row>, Vec<Row>) {
    let s = sample();
    let page = s.pages.last().unwrap();
    let split = s.left() + s.t.cuoi_trang_cot_trai_mm * MM;
    let top = s.row("Nơi nhận").baseline() - 5.0;
    let side = |from, to| {
        let mut rows = column(page, s.pages.len(), from, to);
        rows.retain(|r| r.baseline() > top);
        rows
    };
    (side(0.0, split), side(split, 600.0))
}

#[test]
fn noi_nhan_level_with_the_signer() {
    let s = sample();
    let (left, right) = foot();
    assert_eq!(left[0].text(), "Nơi nhận:");
    assert!(left[0].all_in("BoldItalic"));
    size("Nơi nhận", &left[0], s.t.co_chu_noi_nhan_pt);
    assert!((left[0].baseline() - right[0].baseline()).abs() < 2.5);
    let list: Vec<String> = left[1..].iter().map(Row::text).collect();
    assert_eq!(list.first().unwrap(), "- Thường trực Tỉnh uỷ;");
    assert_eq!(list.last().unwrap(), "- Lưu: VT, Phòng Công tác HĐND. Đề.");
    for row in &left[1..] {
        size("danh sách", row, s.t.co_chu_danh_sach_nhan_pt);
        near("lề", row.left(), s.left());
    }
}

#[test]
fn signer_in_bold_centred_with_room_to_sign() {
    let s = sample();
    let (_, right) = foot();
    let text: Vec<String> = right.iter().map(Row::text).collect();
    assert_eq!(
        text,
        ["TM. THƯỜNG TRỰC HĐND", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Kim Tuyền"]
    );
    let middle = s.right() - s.t.cuoi_trang_cot_phai_mm() * MM / 2.0;
    for row in &right {
        size("người ký", row, s.t.co_chu_nguoi_ky_pt);
        assert!(row.all_in("Bold"));
        near("trục người ký", row.center(), middle);
    }
    let size_pt = s.t.co_chu_nguoi_ky_pt;
    let clear = right[3].baseline() - right[2].baseline() - size_pt * DONG_DON;
    near("khoảng trống để ký", clear, s.t.khoang_ky_mm * MM);
    assert!((25.0..=35.0).contains(&(clear / MM)));
}

#[test]
fn the_signature_is_never_alone_on_its_page() {
    // However long the body, at least two of its lines stand above the signature.
    for extra in 0..26 {
        let dir = tempfile::tempdir().unwrap();
        let more: String = (0..extra).map(|i| format!("  - Việc thứ {i} cần làm.\n")).collect();
        let ho_so = support::sample_with(
            dir.path(),
            &[("ke-hoach.yaml", "to_chuc_thuc_hien:\n", &format!("to_chuc_thuc_hien:\n{more}"))],
        );
        let out = dir.path().join("out");
        support::build(&ho_so, &out);
        let all: Vec<PathBuf> = vec![out.join("ke-hoach.pdf")];
        let rows = rows(&pages(&all[0]));
        let last = rows.iter().position(|r| r.text().starts_with("Nơi nhận")).unwrap();
        let page = rows[last].page;
        let above = rows[..last].iter().filter(|r| r.page == page && r.size() > 13.9).count();
        let number = usize::from(page > 1);
        assert!(above >= number + 2, "thêm {extra} dòng: {} dòng ở trên", above - number);
        assert_eq!(rows.last().unwrap().page, page, "khối chữ ký bị tách");
    }
}

#[test]
fn an_appendix_leaves_number_and_day_blank() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = support::sample_with(
        dir.path(),
        &[("dot-1.yaml", "so:\n  ngay_ban_hanh: 4/2023", "so: 5\n  ngay_ban_hanh: 3/4/2023")],
    );
    let out = dir.path().join("out");
    support::build(&ho_so, &out);
    let rows = rows(&pages(&out.join("dot-1-ke-hoach-chi-tiet.pdf")));
    assert!(rows.iter().any(|r| r.text().starts_with("Số: 05/KH-VP")), "đầu trang có số");
    let references: Vec<String> =
        rows.iter().map(Row::text).filter(|t| t.starts_with("(Kèm theo")).collect();
    assert_eq!(references.len(), 3, "{references:?}");
    for line in references {
        assert!(line.starts_with("(Kèm theo Kế hoạch số /KH-VP ngày tháng 4 năm 2023"), "{line}");
    }
}
