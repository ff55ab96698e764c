//! The forms of Phụ lục III, measured in the PDF: stamps, marks, who receives, where names stand.

use std::path::Path;
use std::process::Command;

use crate::support;
use crate::support::page::{MM, Page, Row, pages, rows};

/// The pages of `name`, built from a folder of `data/`.
fn built(folder: &str, name: &str) -> Vec<Page> {
    let dir = tempfile::tempdir().unwrap();
    support::build(&support::root().join("data").join(folder), dir.path());
    pages(&dir.path().join(format!("{name}.pdf")))
}

fn row<'r>(rows: &'r [Row], begins: &str) -> &'r Row {
    rows.iter().find(|r| r.text().starts_with(begins)).unwrap_or_else(|| panic!("{begins}"))
}

/// What `Nơi nhận:` and the lines under it say in the left column.
fn recipients(rows: &[Row]) -> Vec<String> {
    let items = rows.iter().map(Row::text).filter(|t| t.starts_with("- "));
    items.filter_map(|t| Some(format!("{};", t.split_once(';')?.0))).collect()
}

/// Width and height in mm of the frame around the row that says `words`, and the row's colour.
fn frame(pdf: &Path, rows: &[Row], words: &str) -> (f64, f64, String) {
    let row = rows.iter().find(|r| r.text() == words).unwrap_or_else(|| panic!("{words}"));
    let trace = support::tool(Command::new("mutool").arg("trace").arg(pdf));
    let [_, _, width, height] = frames(&trace)
        .into_iter()
        .find(|[x, y, width, height]| {
            *x < row.left()
                && x + width > row.right()
                && *y < row.baseline()
                && y + height > row.baseline()
        })
        .unwrap_or_else(|| panic!("{words}: không có khung"));
    (width / MM, height / MM, row.glyphs[0].color.clone())
}

/// The closed strokes: place, width and height in pt.
fn frames(trace: &str) -> Vec<[f64; 4]> {
    let number = |line: &str, name: &str| -> f64 {
        line.split_once(&format!(" {name}=\""))
            .unwrap()
            .1
            .split('"')
            .next()
            .unwrap()
            .parse()
            .unwrap()
    };
    let mut out = Vec::new();
    let (mut least, mut most) = ([f64::MAX; 2], [f64::MIN; 2]);
    for line in trace.lines().map(str::trim) {
        if line.starts_with("<stroke_path") {
            (least, most) = ([f64::MAX; 2], [f64::MIN; 2]);
        } else if line.starts_with("<moveto") || line.starts_with("<lineto") {
            let at = [number(line, "x"), number(line, "y")];
            least = std::array::from_fn(|i| least[i].min(at[i]));
            most = std::array::from_fn(|i| most[i].max(at[i]));
        } else if line.starts_with("<closepath") {
            out.push([least[0], least[1], most[0] - least[0], most[1] - least[1]]);
        }
    }
    out
}

/// PL I, III.2.b: HỎA TỐC 30×8, THƯỢNG KHẨN 40×8, KHẨN 20×8 mm, 13–14 pt, bold, bright red.
#[test]
fn stamps_have_the_decrees_sizes_in_red() {
    let dir = tempfile::tempdir().unwrap();
    let office = support::root().join("data/the-thuc/co-quan.yaml");
    std::fs::copy(office, dir.path().join("co-quan.yaml")).unwrap();
    let stamps = [
        ("hoả tốc", "HỎA TỐC", 30.0),
        ("thượng khẩn", "THƯỢNG KHẨN", 40.0),
        ("khẩn", "KHẨN", 20.0),
    ];
    for (khan, printed, width) in stamps {
        let text = format!(
            "loai: thong_bao\nso: 1\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Kết luận\nkhan: {khan}\n\
             mat: mật\nluu_hanh: lưu hành nội bộ\nnguoi_soan: PL\nso_ban: 300\n\
             nguoi_ky: chanh_van_phong\nnoi_dung: Làm việc.\n"
        );
        std::fs::write(dir.path().join("thong-bao.yaml"), text).unwrap();
        support::build(dir.path(), dir.path());
        let pdf = dir.path().join("thong-bao.pdf");
        let rows = rows(&pages(&pdf));
        let (rong, cao, mau) = frame(&pdf, &rows, printed);
        assert!((rong - width).abs() < 0.1 && (cao - 8.0).abs() < 0.1, "{printed}: {rong}×{cao}");
        assert_eq!(mau, "#ff0000", "{printed}");
        assert_eq!(frame(&pdf, &rows, "MẬT").2, "#ff0000");
        assert_eq!(frame(&pdf, &rows, "LƯU HÀNH NỘI BỘ").2, "#000000");
        for words in [printed, "MẬT", "LƯU HÀNH NỘI BỘ"] {
            let row = row(&rows, words);
            assert!(row.all_in("Bold") && (13.0..=14.0).contains(&row.size()), "{words}");
        }
        assert!((row(&rows, "PL.(300)").size() - 11.0).abs() < 0.05);
    }
}

#[test]
fn names_of_two_signers_stand_on_one_line() {
    let rows = rows(&built("the-thuc", "lien-tich"));
    let text = row(&rows, "Nguyễn Văn Mẫu").text();
    assert_eq!(text, "Nguyễn Văn Mẫu Lê Thử Nghiệm");
}

#[test]
fn a_paper_for_one_person_goes_to_the_one_it_names() {
    let rows = rows(&built("cac-mau", "giay-gioi-thieu"));
    assert_eq!(recipients(&rows), ["- Như trên;"]);
}

/// Form 1.10: under the recipients and the signer's name.
#[test]
fn a_leave_paper_has_room_for_the_confirmation() {
    let rows = rows(&built("cac-mau", "giay-nghi-phep"));
    let name = row(&rows, "Trần Thị Bình");
    let confirmed = row(&rows, "Xác nhận của cơ quan");
    let last = row(&rows, "(Chữ ký, dấu)");
    assert!(name.baseline() < confirmed.baseline() && confirmed.baseline() < last.baseline());
    assert!(last.right() < name.left(), "in the left column");
}
