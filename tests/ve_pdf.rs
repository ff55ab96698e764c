//! Pages made by hand, drawn as a PDF: readers that are not ours find the letters, the order, the structure, the
//! fields and the attached file, and the validators find nothing.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support;
use crate::support::page::{Page, Row, rows};
use crate::support::pdfium::{read, reads_like_poppler};
use crate::support::{tool, verapdf};
use chrono::NaiveDate;
use vanthu::compose::document::ThongTin;
use vanthu::compose::fonts::{Face, Fonts};
use vanthu::layout::trang::{
    CacTrang, DauMuc, DoanChu, Hinh, Khung, La, Mau, Net, ODien, Trang, Vai, Ve,
};
use vanthu::writers::pdf::ve::{dat_o, ve};
use vanthu::writers::pdf::{QuanHe, TepKem};

const TIEU_DE: &str = "Kế hoạch tổ chức kỳ họp";

/// Pages that grow by a thing at a time.
struct Giay {
    cac: CacTrang,
}

impl Giay {
    fn new(so_trang: usize) -> Self {
        let mut cac = CacTrang::default();
        for so in 1..=so_trang {
            let so = u32::try_from(so).unwrap();
            cac.trang.push(Trang { rong: 595.28, cao: 841.89, so, ve: Vec::new() });
        }
        Self { cac }
    }

    fn phan(&mut self, cha: usize, vai: Vai) -> usize {
        self.cac.cau_truc.them(cha, vai)
    }

    fn la(&mut self, cha: usize) -> Option<La> {
        Some(self.cac.cau_truc.la(cha))
    }

    fn ve(&mut self, trang: usize, la: Option<La>, hinh: Hinh) {
        self.cac.trang[trang].ve.push(Ve { la, hinh });
    }

    fn chu(&mut self, trang: usize, la: Option<La>, x: f64, chan: f64, chu: &str) {
        self.ve(trang, la, Hinh::Chu(doan(x, chan, chu)));
    }

    /// A part with one line of text.
    fn dong(&mut self, cha: usize, vai: Vai, cho: (usize, f64, f64), chu: &str) {
        let phan = self.phan(cha, vai);
        let la = self.la(phan);
        self.chu(cho.0, la, cho.1, cho.2, chu);
    }
}

fn doan(x: f64, chan: f64, chu: &str) -> DoanChu {
    DoanChu::moi(x, chan, 13.0, chu)
}

/// Two pages with all that a document has.
fn van_ban() -> CacTrang {
    let mut giay = Giay::new(2);
    dau_trang(&mut giay);
    than_bai(&mut giay);
    bang(&mut giay);
    chu_thich(&mut giay);
    giay.chu(1, None, 294.0, 40.0, "2");
    giay.cac
}

fn dau_trang(giay: &mut Giay) {
    let phan = giay.phan(0, Vai::Phan);
    giay.dong(phan, Vai::Doan, (0, 85.0, 90.0), "HỘI ĐỒNG NHÂN DÂN");
    let mat = giay.phan(phan, Vai::Doan);
    let la = giay.la(mat);
    let khung = Khung { x: 400.0, y: 100.0, rong: 60.0, cao: 20.0, day: 0.5, mau: Mau::Do };
    giay.ve(0, None, Hinh::Khung(khung));
    giay.ve(0, la, Hinh::Chu(DoanChu { mau: Mau::Do, ..doan(410.0, 114.0, "KHẨN") }));
    let net = Net { x1: 100.0, y1: 95.0, x2: 180.0, y2: 95.0, day: 0.75 };
    giay.ve(0, None, Hinh::Net(net));
}

fn than_bai(giay: &mut Giay) {
    let phan = giay.phan(0, Vai::Phan);
    let ten = "I. MỤC ĐÍCH, YÊU CẦU";
    let de_muc = giay.phan(phan, Vai::DeMuc(1, ten.into()));
    let la = giay.la(de_muc);
    giay.ve(0, la, Hinh::Chu(DoanChu { kieu: Face::Bold, ..doan(114.0, 150.0, ten) }));
    giay.cac.muc_luc.push(DauMuc { cap: 1, chu: ten.into(), trang: 0, y: 138.0 });
    let p = giay.phan(phan, Vai::Doan);
    let la = giay.la(p);
    let dong = DoanChu { gian: 2.5, ..doan(114.0, 170.0, "Các đại biểu dự kỳ họp ") };
    giay.ve(0, la, Hinh::Chu(dong));
    let nghieng =
        DoanChu { kieu: Face::Italic, gach_chan: true, ..doan(85.0, 187.0, "đúng giờ") };
    giay.ve(0, la, Hinh::Chu(nghieng));
    giay.chu(1, la, 85.0, 90.0, "và đủ số.");
    let danh_sach = giay.phan(phan, Vai::DanhSach);
    for (i, chu) in ["Ngày\u{a0}5 khai mạc;", "Ngày 6 bế mạc."].into_iter().enumerate() {
        let muc = giay.phan(danh_sach, Vai::MucDanhSach);
        let y = 110.0 + 17.0 * i as f64;
        giay.dong(muc, Vai::DauMuc, (1, 114.0, y), "- ");
        giay.dong(muc, Vai::ThanMuc, (1, 122.0, y), chu);
    }
}

/// A head of two rows, then two rows on the first page and one on the second, under the repeated head.
fn bang(giay: &mut Giay) {
    let bang = giay.phan(0, Vai::Bang);
    let dau = |gop_cot, gop_hang| Vai::ODau { gop_cot, gop_hang };
    let o = |gop_cot, gop_hang| Vai::O { gop_cot, gop_hang };
    type O<'a> = (Vai, f64, &'a str);
    let hang: [(usize, f64, Vec<O>); 5] = [
        (0, 600.0, vec![(dau(1, 2), 85.0, "TT"), (dau(2, 1), 150.0, "Kinh phí")]),
        (0, 617.0, vec![(dau(1, 1), 150.0, "Năm 2023"), (dau(1, 1), 300.0, "Năm 2024")]),
        (0, 634.0, vec![(o(1, 2), 85.0, "1"), (o(1, 1), 150.0, "10"), (o(1, 1), 300.0, "20")]),
        (0, 651.0, vec![(o(2, 1), 150.0, "gộp hai cột")]),
        (1, 200.0, vec![(o(1, 1), 85.0, "2"), (o(1, 1), 150.0, "30"), (o(1, 1), 300.0, "40")]),
    ];
    giay.chu(1, None, 85.0, 183.0, "TT");
    for (trang, y, cac_o) in hang {
        let hang = giay.phan(bang, Vai::Hang);
        for (vai, x, chu) in cac_o {
            let o = giay.phan(hang, vai);
            giay.dong(o, Vai::Doan, (trang, x, y), chu);
        }
        let net = Net { x1: 85.0, y1: y + 4.0, x2: 400.0, y2: y + 4.0, day: 0.5 };
        giay.ve(trang, None, Hinh::Net(net));
    }
}

fn chu_thich(giay: &mut Giay) {
    let p = giay.phan(0, Vai::Doan);
    let la = giay.la(p);
    giay.chu(1, la, 85.0, 300.0, "Theo quy chế");
    let dau = giay.phan(p, Vai::DauChuThich);
    let la = giay.la(dau);
    giay.ve(1, la, Hinh::Chu(DoanChu { co: 8.0, ..doan(160.0, 295.0, "1") }));
    let chu_thich = giay.phan(p, Vai::ChuThich);
    giay.dong(chu_thich, Vai::Doan, (1, 85.0, 760.0), "1 Ban hành năm 2021.");
    let net = Net { x1: 85.0, y1: 745.0, x2: 229.0, y2: 745.0, day: 0.5 };
    giay.ve(1, None, Hinh::Net(net));
}

/// The same with two places to sign on the second page, the second over the left part of the first.
fn co_o_ky() -> CacTrang {
    let mut giay = Giay { cac: van_ban() };
    let cho = [("nguoi_ky", 320.0, 400.0, 170.0, 85.0), ("co_quan", 290.0, 400.0, 85.5, 85.5)];
    for (ten, x, y, rong, cao) in cho {
        let o = giay.phan(0, Vai::ODien);
        let la = giay.la(o);
        giay.ve(1, la, Hinh::O(ODien { ten: ten.into(), x, y, rong, cao }));
    }
    giay.dong(0, Vai::Doan, (1, 340.0, 510.0), "Nguyễn Văn A");
    giay.cac
}

fn tep_kem() -> Vec<TepKem> {
    vec![TepKem {
        ten: "ke-hoach.yaml".into(),
        mo_ta: "Tệp nguồn ke-hoach.yaml".into(),
        kieu_mime: "application/yaml",
        quan_he: QuanHe::Nguon,
        bytes: "loại: kế hoạch\n".repeat(20).into_bytes(),
    }]
}

fn lam(pages: &CacTrang, tep_kem: &[TepKem]) -> Vec<u8> {
    let thong_tin = ThongTin {
        tieu_de: TIEU_DE.into(),
        tac_gia: "Hội đồng nhân dân tỉnh Đồng Tháp".into(),
        chu_de: "Tổ chức kỳ họp thứ bảy".into(),
        tu_khoa: vec!["kế hoạch".into(), "kỳ họp".into()],
        ngay: NaiveDate::from_ymd_opt(2023, 3, 15).unwrap(),
    };
    ve(pages, &Fonts::bundled().unwrap(), &thong_tin, TIEU_DE, tep_kem).unwrap()
}

struct Tep {
    _dir: tempfile::TempDir,
    pdf: PathBuf,
}

fn ghi(bytes: &[u8]) -> Tep {
    let dir = tempfile::tempdir().unwrap();
    let pdf = dir.path().join("thu.pdf");
    std::fs::write(&pdf, bytes).unwrap();
    tool(Command::new("qpdf").arg("--check").arg(&pdf));
    Tep { _dir: dir, pdf }
}

fn poppler(pdf: &Path, args: &[&str]) -> String {
    tool(Command::new("pdftotext").args(args).arg(pdf).arg("-"))
}

#[test]
fn the_validators_find_nothing() {
    let (tran, co_tep) = (ghi(&lam(&van_ban(), &[])), ghi(&lam(&van_ban(), &tep_kem())));
    let co_o = ghi(&dat_o(&lam(&co_o_ky(), &[])).unwrap().0);
    let ca_hai = ghi(&dat_o(&lam(&co_o_ky(), &tep_kem())).unwrap().0);
    verapdf::obey("PDFA_2_A,PDFUA_1", &[&tran.pdf, &co_o.pdf]);
    verapdf::obey("PDFA_3_A,PDFUA_1", &[&co_tep.pdf, &ca_hai.pdf]);
}

#[test]
fn three_readers_find_the_letters_in_order() {
    let tep = ghi(&lam(&van_ban(), &[]));
    let text = poppler(&tep.pdf, &["-raw"]);
    let words: Vec<&str> = text.split_whitespace().collect();
    let wanted = "HỘI ĐỒNG NHÂN DÂN KHẨN I. MỤC ĐÍCH, YÊU CẦU Các đại biểu dự kỳ họp đúng giờ \
        TT Kinh phí Năm 2023 Năm 2024 1 10 20 gộp hai cột \
        và đủ số. - Ngày 5 khai mạc; - Ngày 6 bế mạc. TT 2 30 40 \
        Theo quy chế 1 1 Ban hành năm 2021. 2";
    assert_eq!(words, wanted.split_whitespace().collect::<Vec<_>>());
    let read = read([&tep.pdf]);
    reads_like_poppler(&tep.pdf, &read[&tep.pdf]);
}

#[test]
fn everything_stands_where_it_was_set() {
    let tep = ghi(&lam(&van_ban(), &[]));
    let pages = support::page::pages(&tep.pdf);
    let rows = rows(&pages);
    let row =
        |text: &str| rows.iter().find(|row| row.text() == text).unwrap_or_else(|| panic!("{text}"));
    let de_muc = row("I. MỤC ĐÍCH, YÊU CẦU");
    assert!(de_muc.all_in("Bold"));
    assert_near(&[de_muc.left(), de_muc.baseline(), de_muc.size()], &[114.0, 150.0, 13.0]);
    assert!(row("đúng giờ").all_in("Italic"));
    assert_eq!(row("KHẨN").glyphs[0].color, "#ff0000");
    each_space_is_wider(row("Các đại biểu dự kỳ họp"));
    the_lines(&pages);
}

/// Letters advance as the face says, spaces by as much more as was asked for.
fn each_space_is_wider(row: &Row) {
    let fonts = Fonts::bundled().unwrap();
    for pair in row.glyphs.windows(2) {
        let own = fonts.width_mm(&pair[0].c.to_string(), Face::Regular, 13.0) * support::page::MM;
        let gian = if pair[0].c == ' ' { 2.5 } else { 0.0 };
        assert_near(&[pair[1].x - pair[0].x], &[own + gian]);
    }
}

fn the_lines(pages: &[Page]) {
    let rules = &pages[0].rules;
    let at =
        |y: f64| rules.iter().find(|r| (r.y - y).abs() < 0.01).unwrap_or_else(|| panic!("{y}"));
    let rule = at(95.0);
    assert_near(&[rule.x, rule.length, rule.width], &[100.0, 80.0, 0.75]);
    // Times New Roman Italic: 123/2048 below the baseline.
    assert_near(&[at(187.0 + 13.0 * 123.0 / 2048.0).x], &[85.0]);
}

fn assert_near(found: &[f64], wanted: &[f64]) {
    let near = found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 0.02);
    assert!(near, "{found:?} ≠ {wanted:?}");
}

#[test]
fn a_reader_for_the_blind_hears_the_structure() {
    let tep = ghi(&lam(&van_ban(), &[]));
    let cay = tool(Command::new("pdfinfo").arg("-struct-text").arg(&tep.pdf));
    let dong: Vec<String> = cay.lines().map(str::trim).map(str::to_owned).collect();
    let tags = |name: &str| dong.iter().filter(|d| d.starts_with(name)).count();
    for (name, count) in [
        ("Document", 1),
        ("Part", 2),
        ("H1", 1),
        ("L (", 1),
        ("LI", 2),
        ("Lbl", 2),
        ("LBody", 2),
        ("Table", 1),
        ("THead", 1),
        ("TBody", 1),
        ("TR", 5),
        ("TH:", 4),
        ("TD", 7),
        ("Reference", 1),
        ("Note", 1),
    ] {
        assert_eq!(tags(name), count, "{name}\n{cay}");
    }
    // A paragraph over three lines and two pages is one.
    let flat = dong.join("");
    assert!(flat.contains("\"Các đại biểu dự kỳ họp đúng giờ\"\"và đủ số.\""), "{cay}");
    // What is repeated or decorates is no part of it.
    assert_eq!(flat.matches("\"TT\"").count(), 1);
}

#[test]
fn the_file_says_what_it_is() {
    let tep = ghi(&lam(&van_ban(), &[]));
    let info = tool(Command::new("pdfinfo").env("TZ", "UTC").arg("-isodates").arg(&tep.pdf));
    for line in [
        ("Title:", TIEU_DE),
        ("Author:", "Hội đồng nhân dân tỉnh Đồng Tháp"),
        ("Subject:", "Tổ chức kỳ họp thứ bảy"),
        ("Keywords:", "kế hoạch, kỳ họp"),
        ("Creator:", "vanthu"),
        ("CreationDate:", "2023-03-15T00:00:00Z"),
        ("Tagged:", "yes"),
        ("Pages:", "2"),
    ] {
        let found = info.lines().find_map(|l| l.strip_prefix(line.0)).map(str::trim);
        assert_eq!(found, Some(line.1), "{info}");
    }
    let pdf = lopdf::Document::load(&tep.pdf).unwrap();
    let catalog = pdf.catalog().unwrap();
    assert_eq!(lopdf::decode_text_string(catalog.get(b"Lang").unwrap()).unwrap(), "vi-VN");
    let view = catalog.get_deref(b"ViewerPreferences", &pdf).unwrap().as_dict().unwrap();
    assert!(view.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let labels = catalog.get_deref(b"PageLabels", &pdf).unwrap().as_dict().unwrap();
    assert!(labels.has(b"Nums"));
    let outline = tool(Command::new("mutool").arg("show").arg(&tep.pdf).arg("outline"));
    assert!(outline.contains("I. MỤC ĐÍCH, YÊU CẦU"), "{outline}");
}

#[test]
fn an_attached_file_comes_out_as_it_went_in() {
    let tep = ghi(&lam(&van_ban(), &tep_kem()));
    let list = tool(Command::new("qpdf").args(["--list-attachments", "--verbose"]).arg(&tep.pdf));
    assert!(list.contains("ke-hoach.yaml"), "{list}");
    assert!(list.contains("Tệp nguồn ke-hoach.yaml"), "{list}");
    let out = tool(Command::new("qpdf").arg("--show-attachment=ke-hoach.yaml").arg(&tep.pdf));
    assert_eq!(out.as_bytes(), tep_kem()[0].bytes);
    assert!(
        String::from_utf8_lossy(&std::fs::read(&tep.pdf).unwrap())
            .contains("/AFRelationship/Source")
    );
}

#[test]
fn places_to_sign_become_fields() {
    let (bytes, vi_tri) = dat_o(&lam(&co_o_ky(), &[])).unwrap();
    let ten: Vec<&str> = vi_tri.iter().map(|v| v.ten.as_str()).collect();
    assert_eq!(ten, ["nguoi_ky", "co_quan"]);
    let [dau, cuoi] = [&vi_tri[0], &vi_tri[1]];
    assert_eq!((dau.trang, cuoi.trang), (2, 2));
    assert_near(&dau.pt, &[320.0, 841.89 - 485.0, 490.0, 841.89 - 400.0]);
    assert_near(&cuoi.pt, &[290.0, 841.89 - 485.5, 375.5, 841.89 - 400.0]);
    let tep = ghi(&bytes);
    let cay = tool(Command::new("pdfinfo").arg("-struct").arg(&tep.pdf));
    assert_eq!(cay.matches("Form").count(), 2, "{cay}");
    assert!(!cay.contains("Link"), "{cay}");
    let pdf = lopdf::Document::load(&tep.pdf).unwrap();
    let form = pdf.catalog().unwrap().get_deref(b"AcroForm", &pdf).unwrap().as_dict().unwrap();
    assert_eq!(form.get(b"Fields").unwrap().as_array().unwrap().len(), 2);
}

#[test]
fn the_same_pages_make_the_same_bytes_on_any_thread() {
    let here = lam(&co_o_ky(), &tep_kem());
    let there: Vec<Vec<u8>> = std::thread::scope(|s| {
        let all: Vec<_> = (0..4).map(|_| s.spawn(|| lam(&co_o_ky(), &tep_kem()))).collect();
        all.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert!(there.iter().all(|bytes| *bytes == here));
}
