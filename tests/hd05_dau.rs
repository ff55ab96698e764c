//! Head, title and text of the Party's form (Hướng dẫn 05-HD/VPTW): places and sizes read from the pages that the PDF
//! is drawn from, and from the XML of the Word file. `src/rules/bo_quy_tac/hd05.md` names these tests clause by
//! clause. Each keeps a paper of the Party from going out in the decree's form.

use std::io::{Cursor, Read};
use std::path::Path;

use vanthu::compose::document::Document;
use vanthu::compose::fonts::{Face, Fonts};
use vanthu::compose::soan::soan;
use vanthu::layout::trang::{CacTrang, Hinh, Net, Trang};
use vanthu::model::the_thuc::PT_MOI_MM;
use vanthu::reading::source::read_ho_so;
use vanthu::rules::check::check;

const CO_QUAN: &str = "bo_quy_tac: hd05\nten: Văn phòng Tỉnh uỷ Đồng Tháp\n\
    co_quan_chu_quan: TỈNH UỶ ĐỒNG THÁP\nco_quan_ban_hanh: VĂN PHÒNG\ndia_danh: Đồng Tháp\nky_hieu: VPTU\n\
    nguoi_ky:\n  chanh: {dong: CHÁNH VĂN PHÒNG, ho_ten: Nguyễn Văn An}\nnoi_nhan: [Các chi bộ trực thuộc]\n\
    luu: Văn phòng Tỉnh uỷ\n";

const THONG_BAO: &str =
    "loai: thong_bao\nso: 5\nngay_ban_hanh: 3/6/2026\ntrich_yeu: kết quả kiểm tra\n";

/// A paper as both writers get it, its pages, and the parts of its Word file.
struct Giay {
    document: Document,
    trang: CacTrang,
    chinh: String,
    kieu: String,
    cai_dat: String,
}

/// The paper of a hồ sơ with one document and what else it needs.
fn giay(them_co_quan: &str, van_ban: &str) -> Giay {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("co-quan.yaml"), format!("{CO_QUAN}{them_co_quan}")).unwrap();
    std::fs::write(dir.path().join("giay.yaml"), van_ban).unwrap();
    doc(dir.path())
}

fn doc(dir: &Path) -> Giay {
    let fonts = Fonts::bundled().unwrap();
    let nguon = read_ho_so(dir).unwrap();
    let read = check(&nguon, &|c| fonts.has(c));
    let van_ban = read.van_ban.first().and_then(|t| t.van_ban.as_ref());
    let van_ban = van_ban.unwrap_or_else(|| panic!("{:#?}", read.diagnostics));
    let document = soan(van_ban, &fonts, None).unwrap();
    let trang = vanthu::layout::trang(&document, &fonts, Default::default());
    let word = vanthu::writers::docx::write(&document).unwrap();
    let part = |name: &str| {
        let mut zip = zip::ZipArchive::new(Cursor::new(&word)).unwrap();
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (chinh, kieu) = (part("word/document.xml"), part("word/styles.xml"));
    let cai_dat = part("word/settings.xml");
    Giay { document, trang, chinh, kieu, cai_dat }
}

/// A run of letters on a page.
#[derive(Debug, Clone)]
struct Chu {
    chu: String,
    x: f64,
    het: f64,
    chan: f64,
    co: f64,
    kieu: Face,
}

fn cac_chu(trang: &Trang) -> Vec<Chu> {
    let fonts = Fonts::bundled().unwrap();
    let runs = trang.ve.iter().filter_map(|ve| match &ve.hinh {
        Hinh::Chu(c) => {
            let chu = c.chu.trim_end().to_owned();
            let het = c.x + fonts.width_mm(&chu, c.kieu, c.co) * PT_MOI_MM;
            Some(Chu { chu, x: c.x, het, chan: c.chan, co: c.co, kieu: c.kieu })
        }
        _ => None,
    });
    runs.collect()
}

fn cac_net(trang: &Trang) -> Vec<Net> {
    let lines = trang.ve.iter().filter_map(|ve| match ve.hinh {
        Hinh::Net(net) => Some(net),
        _ => None,
    });
    lines.collect()
}

impl Giay {
    /// The run on a page (from 0) that begins with these words.
    fn tim(&self, trang: usize, dau: &str) -> Chu {
        let all = cac_chu(&self.trang.trang[trang]);
        let found = all.iter().find(|c| c.chu.starts_with(dau));
        found.unwrap_or_else(|| panic!("{dau}: {all:#?}")).clone()
    }

    fn co(&self, dau: &str) -> bool {
        let all = self.trang.trang.iter().flat_map(cac_chu).collect::<Vec<_>>();
        all.iter().any(|c| c.chu.starts_with(dau))
    }

    /// Style and text of every paragraph of the Word file.
    fn doan(&self) -> Vec<(String, String)> {
        let tree = roxmltree::Document::parse(&self.chinh).unwrap();
        let named = |n: &roxmltree::Node, name| n.tag_name().name() == name;
        let all = tree.descendants().filter(|n| named(n, "p")).map(|p| {
            let style = p.descendants().find(|n| named(n, "pStyle"));
            let style = style.and_then(|n| gia_tri(&n, "val")).unwrap_or_default();
            let text = p.descendants().filter(|n| named(n, "t")).filter_map(|n| n.text());
            (style, text.collect::<String>())
        });
        all.collect()
    }

    /// The style of the first paragraph with this text.
    fn kieu_doan(&self, text: &str) -> String {
        let all = self.doan();
        let found = all.iter().find(|(_, own)| own == text);
        found.unwrap_or_else(|| panic!("{text}: {all:#?}")).0.clone()
    }

    /// Half points, bold, slanted, and alignment of a style of the Word file.
    fn dang(&self, style: &str) -> (String, bool, bool, String) {
        let tree = roxmltree::Document::parse(&self.kieu).unwrap();
        let own = cua_kieu(&tree, style);
        let has = |name: &str| own.descendants().any(|n| n.tag_name().name() == name);
        let val = |name: &str| {
            let node = own.descendants().find(|n| n.tag_name().name() == name);
            node.and_then(|n| gia_tri(&n, "val")).unwrap_or_default()
        };
        (val("sz"), has("b"), has("i"), val("jc"))
    }

    /// Line height and its rule in a style of the Word file.
    fn dong(&self, style: &str) -> (String, String) {
        let tree = roxmltree::Document::parse(&self.kieu).unwrap();
        let own = cua_kieu(&tree, style);
        let spacing = own.descendants().find(|n| n.tag_name().name() == "spacing");
        let val = |name| spacing.and_then(|n| gia_tri(&n, name)).unwrap_or_default();
        (val("line"), val("lineRule"))
    }
}

fn cua_kieu<'a, 'i>(tree: &'a roxmltree::Document<'i>, id: &str) -> roxmltree::Node<'a, 'i> {
    let all = tree.descendants().filter(|n| n.tag_name().name() == "style");
    let mut found = all.filter(|n| gia_tri(n, "styleId").as_deref() == Some(id));
    found.next().unwrap_or_else(|| panic!("không có kiểu {id}"))
}

fn gia_tri(node: &roxmltree::Node, name: &str) -> Option<String> {
    node.attributes().find(|a| a.name() == name).map(|a| a.value().to_owned())
}

fn dang(co: &str, dam: bool, nghieng: bool) -> (String, bool, bool, String) {
    (co.to_owned(), dam, nghieng, "center".to_owned())
}

#[track_caller]
fn gan(what: &str, got: f64, want: f64) {
    assert!((got - want).abs() < 0.3, "{what}: {got:.2} pt, cần {want:.2}");
}

fn mm(value: f64) -> f64 {
    value * PT_MOI_MM
}

fn giua(c: &Chu) -> f64 {
    (c.x + c.het) / 2.0
}

// I.1.2; I.2.2; I.3.2; I.4.2; PL 2, mục 1-4. With Quốc hiệu or a rule under the office it is no paper of the Party.
#[test]
fn the_head_is_the_partys_in_both_formats() {
    let g = giay("", &format!("{THONG_BAO}noi_dung: Nội dung.\n"));
    let title = g.tim(0, "ĐẢNG CỘNG SẢN VIỆT NAM");
    assert_eq!((title.co, title.kieu), (15.0, Face::Bold));
    let over = g.tim(0, "TỈNH UỶ ĐỒNG THÁP");
    assert_eq!((over.co, over.kieu), (14.0, Face::Regular));
    let own = g.tim(0, "VĂN PHÒNG");
    assert_eq!((own.co, own.kieu), (14.0, Face::Bold));
    let star = g.tim(0, "*");
    assert_eq!((star.co, star.kieu), (14.0, Face::Regular));
    assert!(over.chan < own.chan && own.chan < star.chan);
    gan("dấu sao ở giữa", giua(&star), giua(&own));
    let rules = cac_net(&g.trang.trang[0]);
    let rule = rules[0];
    gan("gạch dài bằng tiêu đề", rule.x2 - rule.x1, title.het - title.x);
    gan("gạch ở dưới tiêu đề", rule.x1, title.x);
    assert!(rule.y1 > title.chan && rule.y1 < title.chan + 9.0);
    // The only others are none: neither name nor title has one.
    assert_eq!(rules.len(), 1, "{rules:?}");
    let (so, ngay) = (g.tim(0, "Số 05-TB/VPTU"), g.tim(0, "Đồng Tháp, ngày 03 tháng 6 năm 2026"));
    assert_eq!((so.co, so.kieu, ngay.co, ngay.kieu), (14.0, Face::Regular, 14.0, Face::Italic));
    gan("số và ngày cùng dòng", so.chan, ngay.chan);
    assert!(so.chan > star.chan);
    gan("số dưới tên cơ quan", giua(&so), giua(&own));
    gan("ngày dưới tiêu đề", giua(&ngay), giua(&title));

    for (text, wanted) in [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", dang("30", true, false)),
        ("TỈNH UỶ ĐỒNG THÁP", dang("28", false, false)),
        ("VĂN PHÒNG", dang("28", true, false)),
        ("*", dang("28", false, false)),
        ("Số 05-TB/VPTU", dang("28", false, false)),
        ("Đồng Tháp, ngày 03 tháng 6 năm 2026", dang("28", false, true)),
    ] {
        assert_eq!(g.dang(&g.kieu_doan(text)), wanted, "{text}");
    }
    let styles: Vec<String> = g.doan().into_iter().map(|(style, _)| style).collect();
    assert!(!styles.iter().any(|s| s == "GachCoQuan" || s == "GachTrichYeu"), "{styles:?}");
    assert_eq!(styles.iter().filter(|s| *s == "GachTieuNgu").count(), 1);
    gan("gạch trong Word", mm(g.document.dau_trang.gach_tieu_de_mm), title.het - title.x);
}

// The smaller sizes of the decree are not the Party's: a name that is too long takes lines, not 12 pt.
#[test]
fn long_names_take_lines_and_no_smaller_letters() {
    let g = giay("", &format!("{THONG_BAO}noi_dung: Nội dung.\n"));
    let long = CO_QUAN.replace(
        "co_quan_ban_hanh: VĂN PHÒNG",
        "co_quan_ban_hanh: BAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ",
    );
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("co-quan.yaml"), long).unwrap();
    std::fs::write(dir.path().join("a.yaml"), format!("{THONG_BAO}noi_dung: Nội dung.\n")).unwrap();
    let other = doc(dir.path());
    assert!(other.document.dau_trang.co_quan_ban_hanh.len() > 1);
    assert_eq!(other.document.the_thuc.co_chu_co_quan_pt, g.document.the_thuc.co_chu_co_quan_pt);
    assert_eq!(other.document.the_thuc.co_chu_dia_danh_pt, 14.0);
}

// I.5.2.1; PL 2, mục 5.
#[test]
fn kind_and_subject_stand_over_five_hyphens() {
    let g = giay("", &format!("{THONG_BAO}noi_dung: Nội dung.\n"));
    let (kind, subject) = (g.tim(0, "THÔNG BÁO"), g.tim(0, "kết quả kiểm tra"));
    let hyphens = g.tim(0, "-----");
    assert_eq!((kind.co, kind.kieu), (16.0, Face::Bold));
    assert_eq!((subject.co, subject.kieu), (14.0, Face::Bold));
    assert_eq!((hyphens.chu.as_str(), hyphens.kieu), ("-----", Face::Regular));
    assert!(kind.chan < subject.chan && subject.chan < hyphens.chan);
    let middle = mm(30.0 + 165.0 / 2.0);
    for c in [&kind, &subject, &hyphens] {
        gan(&c.chu, giua(c), middle);
    }
    for (text, wanted) in [
        ("THÔNG BÁO", dang("32", true, false)),
        ("kết quả kiểm tra", dang("28", true, false)),
        ("-----", dang("28", false, false)),
    ] {
        assert_eq!(g.dang(&g.kieu_doan(text)), wanted, "{text}");
    }
    let chosen = giay(
        "the_thuc: {co_chu_ten_loai: 15, co_chu_trich_yeu: 15}\n",
        &format!("{THONG_BAO}noi_dung: Nội dung.\n"),
    );
    assert_eq!((chosen.tim(0, "THÔNG BÁO").co, chosen.tim(0, "kết quả").co), (15.0, 15.0));
}

// I.5.1.2.
#[test]
fn a_political_report_has_its_theme_in_the_place_of_kind_and_subject() {
    let report = "loai: bao_cao\nngay_ban_hanh: 3/6/2026\n\
        chu_de: Đoàn kết, kỷ cương, đổi mới, phát triển\n\
        trich_yeu: (Báo cáo của Ban Chấp hành Đảng bộ xã trình Đại hội)\nnoi_dung: Nội dung.\n";
    let g = giay("", report);
    let theme = g.tim(0, "ĐOÀN KẾT, KỶ CƯƠNG, ĐỔI MỚI");
    let whose = g.tim(0, "(Báo cáo của Ban Chấp hành");
    assert!(!g.co("BÁO CÁO") && !g.co("((") && theme.chan < whose.chan);
    assert!(whose.chan < g.tim(0, "-----").chan);
    assert_eq!((theme.co, theme.kieu, whose.co, whose.kieu), (16.0, Face::Bold, 14.0, Face::Bold));
    let word = g.doan().into_iter().map(|(style, _)| style).collect::<Vec<_>>();
    assert!(word.iter().any(|style| style == "TenLoai"), "{word:?}");
    assert_eq!(g.document.thong_tin.tieu_de, "Báo cáo của Ban Chấp hành Đảng bộ xã trình Đại hội");
}

// Only where the rules have it: the decree knows no such title.
#[test]
fn a_theme_is_refused_where_the_rules_have_none() {
    let dir = tempfile::tempdir().unwrap();
    let office = CO_QUAN.replace("bo_quy_tac: hd05\n", "").replace("Văn phòng Tỉnh uỷ", "VT");
    std::fs::write(dir.path().join("co-quan.yaml"), office).unwrap();
    let report = "loai: bao_cao\nngay_ban_hanh: 3/6/2026\nchu_de: Đoàn kết\ntrich_yeu: Công tác năm\nnoi_dung: Nội dung.\n";
    std::fs::write(dir.path().join("giay.yaml"), report).unwrap();
    let fonts = Fonts::bundled().unwrap();
    let read = check(&read_ho_so(dir.path()).unwrap(), &|c| fonts.has(c));
    let told = read.diagnostics.iter().find(|d| d.code == "unknown-key");
    assert!(told.is_some_and(|d| d.message.contains("chu_de")), "{:#?}", read.diagnostics);
}

const CONG_VAN: &str = "loai: cong_van\nso: 686\nngay_ban_hanh: 3/6/2026\ntrich_yeu: chuẩn bị hội nghị trực tuyến\n\
    noi_dung: Nội dung.\n";

// I.5.2.3; I.9.2.3; I.9.2.5; PL 2, mục 5 and 9.
#[test]
fn a_cong_van_has_its_subject_slanted_under_the_number_and_no_title() {
    let g = giay("", &format!("{CONG_VAN}kinh_gui: Ban Tổ chức Tỉnh uỷ\n"));
    let (so, subject) = (g.tim(0, "Số 686-CV/VPTU"), g.tim(0, "về việc chuẩn bị"));
    assert_eq!((subject.co, subject.kieu), (12.0, Face::Italic));
    assert!(subject.chan > so.chan);
    gan("dưới số", giua(&subject), giua(&so));
    assert!(!g.co("-----") && !g.co("CÔNG VĂN") && !g.co("V/v"));
    let (style, _) = g.doan().into_iter().find(|(_, text)| text.starts_with("về việc")).unwrap();
    assert_eq!(g.dang(&style), dang("24", false, true));
    let (word, name) = (g.tim(0, "Kính gửi:"), g.tim(0, "Ban Tổ chức Tỉnh uỷ;"));
    assert_eq!((word.co, word.kieu, name.kieu), (14.0, Face::Italic, Face::Regular));
    gan("một dòng", word.chan, name.chan);
    assert_eq!(g.kieu_doan("Kính gửi: Ban Tổ chức Tỉnh uỷ;"), "KinhGuiMot");
    let (size, _, slanted, _) = g.dang("KinhGuiTu");
    assert_eq!((size.as_str(), slanted), ("28", true));

    let g =
        giay("", &format!("{CONG_VAN}kinh_gui: [Ban Tổ chức Tỉnh uỷ, Ban Nội chính Tỉnh uỷ]\n"));
    let word = g.tim(0, "Kính gửi:");
    for name in ["- Ban Tổ chức Tỉnh uỷ;", "- Ban Nội chính Tỉnh uỷ;"] {
        let line = g.tim(0, name);
        assert_eq!((line.chu.as_str(), line.kieu), (name, Face::Regular));
        let colon =
            word.het - Fonts::bundled().unwrap().width_mm(":", Face::Italic, 14.0) * PT_MOI_MM;
        gan("gạch dưới dấu hai chấm", line.x, colon);
        assert_eq!(g.kieu_doan(name), "KinhGuiMuc");
    }
    assert!(g.dang("KinhGui").2);
}

// I.9.2.4: the word of a tờ trình is its own, under the title.
#[test]
fn a_to_trinh_says_kinh_trinh_under_its_title() {
    let paper = "loai: to_trinh\nso: 7\nngay_ban_hanh: 3/6/2026\ntrich_yeu: ban hành quy chế\n\
                 kinh_gui: [Ban Thường vụ Tỉnh uỷ, Thường trực Tỉnh uỷ]\nnoi_dung: Nội dung.\n";
    let g = giay("", paper);
    let (hyphens, word) = (g.tim(0, "-----"), g.tim(0, "Kính trình:"));
    assert!(word.chan > hyphens.chan);
    assert_eq!((word.co, word.kieu), (14.0, Face::Italic));
    assert!(!g.co("Kính gửi"));
    let line = g.tim(0, "- Thường trực Tỉnh uỷ;");
    let colon = word.het - Fonts::bundled().unwrap().width_mm(":", Face::Italic, 14.0) * PT_MOI_MM;
    gan("gạch dưới dấu hai chấm", line.x, colon);
    assert_eq!(g.kieu_doan("Kính trình:"), "KinhGui");
}

const DAI: &str = "Đảng uỷ, chi bộ tổ chức quán triệt và thực hiện nghiêm túc các nội dung của thông báo này, định kỳ \
    báo cáo kết quả với Ban Thường vụ Tỉnh uỷ qua Văn phòng Tỉnh uỷ để tổng hợp, theo dõi và đôn đốc.";

// I.6.2.2; PL 2, mục 6: lines exactly 18 to 22 pt, 6 pt at least between paragraphs, 10 mm, "." at the end.
#[test]
fn lines_of_the_text_are_exactly_so_far_apart() {
    for (own, line) in [("", 18.0), ("the_thuc: {gian_dong: 22}\n", 22.0)] {
        let body = format!("noi_dung: |\n  {DAI}\n\n  Thông báo để các chi bộ biết, thực hiện\n");
        let g = giay(own, &format!("{THONG_BAO}{body}"));
        let all = cac_chu(&g.trang.trang[0]);
        let first = all.iter().position(|c| c.chu.starts_with("Đảng uỷ, chi bộ")).unwrap();
        let last = all.iter().position(|c| c.chu.starts_with("Thông báo để")).unwrap();
        gan("lùi đầu dòng", all[first].x, mm(40.0));
        for pair in all[first..last].windows(2) {
            gan("dòng", pair[1].chan - pair[0].chan, line);
        }
        gan("đoạn", all[last].chan - all[last - 1].chan, line + 6.0);
        assert_eq!(all[last].chu, "Thông báo để các chi bộ biết, thực hiện.");
        let twips = format!("{}", line * 20.0);
        assert_eq!(g.dong("ThanBai"), (twips, "exact".to_owned()));
    }
}

// Word cuts off what is higher than an exact line: a picture would be a strip 18 pt high.
#[test]
fn a_picture_is_not_cut_by_an_exact_line() {
    let dir = tempfile::tempdir().unwrap();
    let pixels = image_png(dir.path());
    std::fs::write(dir.path().join("co-quan.yaml"), CO_QUAN).unwrap();
    let body =
        format!("{THONG_BAO}noi_dung: |\n  Sơ đồ:\n\n  ![Sơ đồ]({pixels})\n\n  Hết phần sơ đồ.\n");
    std::fs::write(dir.path().join("a.yaml"), body).unwrap();
    let g = doc(dir.path());
    let page = &g.trang.trang[0];
    let anh = page.ve.iter().find_map(|ve| match &ve.hinh {
        Hinh::Anh(anh) => Some((anh.y, anh.cao)),
        _ => None,
    });
    let (top, high) = anh.unwrap();
    assert!(high > 18.0, "{high}");
    assert!(g.tim(0, "Hết phần sơ đồ").chan > top + high);
    assert!(g.tim(0, "Sơ đồ:").chan < top);
    let (_, rule) = g.dong("Hinh");
    assert_ne!(rule, "exact");
    // Notes and cells have the spacing of their own styles.
    for style in ["FootnoteText", "ChuBang"] {
        assert_ne!(g.dong(style).1, "exact", "{style}");
    }
}

/// A picture of 40 × 40 dots in that folder; its name.
fn image_png(dir: &Path) -> &'static str {
    let rows: Vec<u8> = (0..40).flat_map(|_| [vec![0u8], vec![90u8; 40]].concat()).collect();
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |name: &[u8], data: &[u8]| {
        out.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let all = [name, data].concat();
        let mut crc = flate2::Crc::new();
        crc.update(&all);
        out.extend(&all);
        out.extend(crc.sum().to_be_bytes());
    };
    let size = 40u32.to_be_bytes();
    chunk(b"IHDR", &[&size[..], &size[..], &[8, 0, 0, 0, 0]].concat());
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, &rows).unwrap();
    chunk(b"IDAT", &packed.finish().unwrap());
    chunk(b"IEND", &[]);
    std::fs::write(dir.join("so-do.png"), out).unwrap();
    "so-do.png"
}

const QUYET_DINH: &str = "loai: quyet_dinh\nso: 5\nngay_ban_hanh: 3/2/2027\ntrich_yeu: thành lập Tổ công tác\n\
    can_cu:\n  - Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về thể loại văn bản\n  \
    - Căn cứ Quy chế làm việc của Văn phòng\n\
    noi_dung: |\n  Điều 1. Thành lập Tổ công tác.\n\n  Điều 2. Quyết định có hiệu lực từ ngày ký.\n";

// I.6.2.3: upright, each behind a dash, ";" after each and "." after the last.
#[test]
fn grounds_stand_upright_behind_dashes() {
    let g = giay("", QUYET_DINH);
    let items: Vec<(String, String)> =
        g.doan().into_iter().filter(|(_, text)| text.starts_with("Căn cứ")).collect();
    assert_eq!(items.len(), 2, "{:#?}", g.doan());
    assert!(items.iter().all(|(style, _)| style == "GachDau"), "{items:?}");
    assert!(items[0].1.ends_with(';') && items[1].1.ends_with('.'), "{items:?}");
    let all = cac_chu(&g.trang.trang[0]);
    let first = all.iter().position(|c| c.chu.starts_with("Căn cứ Quy định")).unwrap();
    assert_eq!((all[first].kieu, all[first - 1].chu.as_str()), (Face::Regular, "-"));
    gan("gạch đầu dòng", all[first - 1].x, mm(40.0));
}

// PL 2, mục 6: khoản and điểm are upright; a bold one would look like the name of a Điều.
#[test]
fn parts_of_a_regulation_and_its_upright_khoan() {
    let body = "  # Phần thứ nhất. Những vấn đề chung\n  # Chương I. Quy định chung\n  # Mục 1. Quản lý văn bản đi\n\
                \x20 ### Điều 1. Phạm vi điều chỉnh\n  1. Văn bản của cấp uỷ.\n\n  a) Văn bản đi.\n\
                \x20 ### Điều 2. Đối tượng\n  ## 1. Tổ chức\n  Các chi bộ.\n";
    let paper = format!(
        "loai: quy_che\nso: 5\nngay_ban_hanh: 3/6/2026\ntrich_yeu: làm việc\nnoi_dung: |\n{body}"
    );
    let g = giay("", &paper);
    for (text, dam) in [
        ("Phần thứ nhất", true),
        ("NHỮNG VẤN ĐỀ CHUNG", true),
        ("Chương I", true),
        ("QUY ĐỊNH CHUNG", true),
        ("Mục 1", true),
        ("QUẢN LÝ VĂN BẢN ĐI", true),
        ("Điều 1.", true),
        ("Phạm vi điều chỉnh", true),
        ("1.", false),
        ("Văn bản của cấp uỷ.", false),
        ("a)", false),
        ("Tổ chức", false),
    ] {
        let wanted = if dam { Face::Bold } else { Face::Regular };
        assert_eq!(g.tim(0, text).kieu, wanted, "{text}");
    }
    let middle = mm(30.0 + 165.0 / 2.0);
    gan("Chương ở giữa", giua(&g.tim(0, "Chương I")), middle);
    gan("Mục ở giữa", giua(&g.tim(0, "Mục 1")), middle);
    let (style, _) = g.doan().into_iter().find(|(_, text)| text.ends_with("Tổ chức")).unwrap();
    assert_eq!(style, "Diem");
}

/// Body text of some pages.
fn dai(so: usize) -> String {
    let paragraphs: Vec<String> = (0..so).map(|i| format!("  {i}. {DAI}\n\n")).collect();
    format!("{THONG_BAO}noi_dung: |\n{}", paragraphs.concat())
}

// IV.4.2: printed on both sides, the back has 15 mm at the left; one-sided papers keep 30 mm on every page.
#[test]
fn backs_have_the_margins_of_the_sides_in_each_others_place() {
    let left = |g: &Giay, page: usize| {
        let all = cac_chu(&g.trang.trang[page]);
        all.iter().map(|c| c.x).fold(f64::INFINITY, f64::min)
    };
    let number = |g: &Giay, page: usize| {
        let all = cac_chu(&g.trang.trang[page]);
        all.iter().find(|c| c.chan < mm(20.0)).cloned()
    };
    let both = giay("in_hai_mat: co\n", &dai(24));
    assert!(both.trang.trang.len() > 2);
    for (page, at) in [(0, 30.0), (1, 15.0), (2, 30.0)] {
        gan("lề trái", left(&both, page), mm(at));
    }
    // The number stands in the middle of the text (IV.5.1), 10 mm from the edge, and not on page 1.
    let second = number(&both, 1).unwrap();
    assert_eq!((second.chu.as_str(), second.co, second.kieu), ("2", 14.0, Face::Regular));
    gan("số trang ở giữa", giua(&second), mm(15.0 + 165.0 / 2.0));
    assert!(second.chan > mm(10.0) && second.chan < mm(10.0) + 14.0);
    assert!(number(&both, 0).is_none());
    assert!(both.cai_dat.contains("<w:mirrorMargins"), "{}", both.cai_dat);

    let one = giay("", &dai(24));
    assert!((0..2).all(|page| (left(&one, page) - mm(30.0)).abs() < 0.3));
    gan("số trang ở giữa", giua(&number(&one, 1).unwrap()), mm(30.0 + 165.0 / 2.0));
    assert!(!one.cai_dat.contains("mirrorMargins"));
}

// The decree's set has no such backs: a choice without effect would go unseen.
#[test]
fn an_office_of_the_decree_is_told_that_it_has_no_backs() {
    let dir = tempfile::tempdir().unwrap();
    let office = CO_QUAN.replace("bo_quy_tac: hd05\n", "in_hai_mat: co\n");
    std::fs::write(dir.path().join("co-quan.yaml"), office).unwrap();
    std::fs::write(dir.path().join("a.yaml"), format!("{THONG_BAO}noi_dung: Nội dung.\n")).unwrap();
    let fonts = Fonts::bundled().unwrap();
    let read = check(&read_ho_so(dir.path()).unwrap(), &|c| fonts.has(c));
    let told = read.diagnostics.iter().any(|d| d.message.contains("không có lề riêng cho mặt sau"));
    assert!(told, "{:#?}", read.diagnostics);
}

// II.3; II.4.2; PL 2, mục 11 and 12.
#[test]
fn urgency_and_draft_stand_under_the_number_without_a_frame() {
    let g =
        giay("", &format!("{THONG_BAO}khan: hoả tốc\ndu_thao: 2\nmat: mật\nnoi_dung: Nội dung.\n"));
    let (so, khan, draft) = (g.tim(0, "Số 05"), g.tim(0, "HOẢ TỐC"), g.tim(0, "Dự thảo lần 2"));
    assert_eq!((khan.co, khan.kieu), (14.0, Face::Bold));
    assert_eq!((draft.co, draft.kieu), (14.0, Face::Italic));
    assert!(so.chan < khan.chan && khan.chan < draft.chan);
    gan("khẩn dưới số", giua(&khan), giua(&so));
    gan("dự thảo dưới số", giua(&draft), giua(&so));
    // The law on State secrets has its mark in a frame; nothing else has one.
    let frames = g.trang.trang[0].ve.iter().filter(|ve| matches!(ve.hinh, Hinh::Khung(_)));
    assert_eq!(frames.count(), 1);
    assert_eq!(g.dang(&g.kieu_doan("HOẢ TỐC")), dang("28", true, false));
    assert_eq!(g.dang(&g.kieu_doan("Dự thảo lần 2")), dang("28", false, true));

    let g = giay("", &format!("{CONG_VAN}kinh_gui: Ban Tổ chức Tỉnh uỷ\nkhan: khẩn\n"));
    assert!(g.tim(0, "KHẨN").chan > g.tim(0, "về việc").chan);
}

// II.4.1; PL 2, mục 12: page 1, upper right, 10 mm from the edge.
#[test]
fn a_mark_of_circulation_stands_10_mm_from_the_upper_edge() {
    let g = giay("", &format!("{THONG_BAO}luu_hanh: tài liệu hội nghị\nnoi_dung: Nội dung.\n"));
    let mark = g.tim(0, "TÀI LIỆU HỘI NGHỊ");
    assert_eq!((mark.co, mark.kieu), (12.0, Face::Bold));
    gan("cách mép", mark.chan - 12.0 * (1825.0 + 87.0) / 2048.0, mm(10.0));
    gan("ở góc phải", giua(&mark), giua(&g.tim(0, "ĐẢNG CỘNG SẢN")));
    assert!(!g.trang.trang[0].ve.iter().any(|ve| matches!(ve.hinh, Hinh::Khung(_))));
    assert_eq!(g.dang(&g.kieu_doan("TÀI LIỆU HỘI NGHỊ")), dang("24", true, false));
    let y = format!("w:y=\"{}\"", (mm(10.0) * 20.0).round());
    assert!(g.chinh.contains(&y), "{y}");
}

// II.4.1: this one stands at the foot of the last page, and nowhere else.
#[test]
fn not_for_the_media_stands_at_the_foot_of_the_last_page() {
    const KHONG: &str = "KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG";
    let own = "luu_hanh: không phổ biến trên phương tiện thông tin đại chúng\n";
    for appendix in ["", "phu_luc:\n  - tieu_de: Danh sách\n    noi_dung: Gồm 05 người.\n"] {
        let g = giay("", &format!("{own}{}{appendix}", dai(20)));
        let last = g.trang.trang.len() - if appendix.is_empty() { 1 } else { 2 };
        let mark = g.tim(last, KHONG);
        assert_eq!((mark.co, mark.kieu), (12.0, Face::Bold));
        gan("ở giữa", giua(&mark), mm(30.0 + 165.0 / 2.0));
        let below = mark.chan + 12.0 * (443.0 / 2048.0);
        gan("cách mép dưới", below, mm(287.0));
        assert!((0..last).all(|page| cac_chu(&g.trang.trang[page]).iter().all(|c| c.chu != KHONG)));
        // In Word it hangs on the paragraph after it, which ends the text on the last page.
        let all = g.doan();
        let at = all.iter().position(|(_, text)| text == KHONG).unwrap();
        assert_eq!(all[at].0, "LuuHanh");
        assert_eq!(all[at + 1].0, "DoanDem");
        let foot = all.iter().position(|(_, text)| text == "Nguyễn Văn An").unwrap();
        assert!(foot < at);
        assert!(g.chinh.contains("w:vAnchor=\"page\""));
        // What stands in a margin by itself is no text that fell off the page.
        vanthu::layout::trong_giay::kiem(&g.trang, 20.0, "Thông báo").unwrap();
    }
}

// II.1; IV.5.2.
#[test]
fn appendices_have_arabic_numbers_and_refer_in_figures() {
    let own = "phu_luc:\n  - tieu_de: Danh sách Tổ công tác\n    noi_dung: Gồm 05 người.\n  \
               - tieu_de: Lịch làm việc\n    noi_dung: Theo lịch.\n";
    let g = giay("", &format!("{QUYET_DINH}ban: giay\n{own}"));
    let last = g.trang.trang.len() - 1;
    for (page, name) in [(last - 1, "Phụ lục 1"), (last, "Phụ lục 2")] {
        let number = g.tim(page, name);
        assert_eq!((number.co, number.kieu), (14.0, Face::Bold));
        let kem = g.tim(page, "(Kèm theo");
        assert_eq!(kem.kieu, Face::Italic);
        let hyphens = g.tim(page, "-----");
        assert!(hyphens.chan > kem.chan);
        // Each counts its own pages: no number on its first.
        assert_eq!(g.trang.trang[page].so, 1);
    }
    let reference: String = g.document.phu_luc[0].kem_theo.join(" ");
    assert!(
        reference
            == "(Kèm theo Quyết định số 05-QĐ/VPTU, ngày 03/02/2027 của Văn phòng Tỉnh uỷ Đồng Tháp)",
        "{reference}"
    );
    assert_eq!(g.doan().iter().filter(|(_, text)| text == "-----").count(), 3);
}

// What a third set needs: the decree's papers keep their form beside the Party's.
#[test]
fn the_decrees_paper_keeps_its_own_form() {
    let dir = tempfile::tempdir().unwrap();
    let office = CO_QUAN.replace("bo_quy_tac: hd05\n", "");
    std::fs::write(dir.path().join("co-quan.yaml"), office).unwrap();
    let paper = format!("{THONG_BAO}khan: hoả tốc\ndu_thao: 2\nnoi_dung: Nội dung.\n");
    std::fs::write(dir.path().join("a.yaml"), paper).unwrap();
    let g = doc(dir.path());
    assert_eq!(g.tim(0, "Độc lập - Tự do - Hạnh phúc").kieu, Face::Bold);
    assert!(g.co("HỎA TỐC") && g.co("DỰ THẢO 2") && g.co("Nội dung./."));
    assert!(!g.co("-----") && !g.co("*"));
    assert_eq!(cac_net(&g.trang.trang[0]).len(), 3);
    assert_eq!(g.dong("ThanBai"), ("240".to_owned(), "auto".to_owned()));
    for style in ["DauDuoiCoQuan", "DauDuoiTieuDe", "KinhGuiTu", "LuuHanh"] {
        assert!(!g.kieu.contains(style), "{style}");
    }
}
