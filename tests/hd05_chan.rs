//! The foot of the Party's papers (Hướng dẫn 05-HD/VPTW): looks and places read from the pages of the layout and from
//! the Word file, which must say the same.

use std::path::Path;

use roxmltree::{Document as Xml, Node};
use vanthu::compose::document::Document;
use vanthu::compose::fonts::{Face, Fonts};
use vanthu::compose::soan::soan;
use vanthu::layout::luong::Chon;
use vanthu::layout::trang::{CacTrang, DoanChu, Hinh, Khung, Mau, ODien};
use vanthu::reading::source::read_ho_so;
use vanthu::rules::check::check;

const MM: f64 = 72.0 / 25.4;
const OFFICE: &str = "ten: Văn phòng Tỉnh uỷ Đồng Tháp\nbo_quy_tac: hd05\nco_quan_chu_quan: TỈNH UỶ ĐỒNG THÁP\n\
    co_quan_ban_hanh: VĂN PHÒNG\ndia_danh: Đồng Tháp\nky_hieu: VPTU\n\
    dia_chi: [\"Số 01, đường Nguyễn Huệ, phường Mỹ Trà\", \"điện thoại: 0277.3851431; email: vptu@dongthap.vn\"]\n\
    nguoi_ky:\n  chanh: {dong: CHÁNH VĂN PHÒNG, ho_ten: Nguyễn Văn An}\n  \
    quyen: {dong: Q. CHÁNH VĂN PHÒNG, ho_ten: Trần Thị Bình}\n\
    noi_nhan: [Các ban đảng Tỉnh uỷ, Các đảng uỷ xã]\nluu: Lưu Văn phòng Tỉnh uỷ\n";
const BODY: &str = "noi_dung: |\n  Văn phòng thông báo để các cơ quan biết, thực hiện.\n";

/// The last file's document, or what is told of the files.
fn thu(files: &[(&str, &str)]) -> Result<Document, String> {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    let fonts = Fonts::bundled().unwrap();
    let nguon = read_ho_so(dir.path()).unwrap();
    let read = check(&nguon, &|c| fonts.has(c));
    let last = Path::new(files.last().unwrap().0).file_stem().unwrap().to_str().unwrap();
    let found = read.van_ban.iter().find(|t| t.ten == last).and_then(|t| t.van_ban.as_ref());
    match found {
        Some(van_ban) => soan(van_ban, &fonts, None).map_err(|told| format!("{told:#?}")),
        None => Err(format!("{:#?}", read.diagnostics)),
    }
}

fn document(files: &[(&str, &str)]) -> Document {
    thu(files).unwrap_or_else(|told| panic!("{told}"))
}

/// A paper of the office: its kind's word and what else it says.
fn paper(loai: &str, rest: &str) -> Document {
    let text = format!("loai: {loai}\nso: 5\nngay_ban_hanh: 3/6/2026\n{rest}");
    document(&[("co-quan.yaml", OFFICE), ("van-ban.yaml", &text)])
}

fn notice(rest: &str) -> Document {
    paper("thong_bao", &format!("trich_yeu: kết luận của Thường trực\n{rest}{BODY}"))
}

fn pages(d: &Document) -> CacTrang {
    let chon = Chon { o_ky: true, ..Chon::default() };
    vanthu::layout::trang(d, &Fonts::bundled().unwrap(), chon)
}

/// A run by its words, with its page.
fn run(d: &Document, words: &str) -> (usize, DoanChu) {
    let all = pages(d);
    let runs = all.trang.iter().enumerate().flat_map(|(i, page)| {
        page.ve.iter().filter_map(move |ve| match &ve.hinh {
            Hinh::Chu(chu) => Some((i, chu.clone())),
            _ => None,
        })
    });
    let found = runs.into_iter().find(|(_, chu)| chu.chu.trim() == words);
    found.unwrap_or_else(|| panic!("“{words}” is on no page: {all:#?}"))
}

fn fields(d: &Document) -> Vec<ODien> {
    let all = pages(d).trang.into_iter().flat_map(|page| page.ve);
    all.filter_map(|ve| if let Hinh::O(o) = ve.hinh { Some(o) } else { None }).collect()
}

/// Where a run's words have their middle.
fn middle(chu: &DoanChu) -> f64 {
    let wide = Fonts::bundled().unwrap().width_mm(chu.chu.trim(), chu.kieu, chu.co) * MM;
    chu.x + wide / 2.0
}

/// How letters look: bold, slanted, underlined, size.
type Look = (bool, bool, bool, f64);

fn of_page(chu: &DoanChu) -> Look {
    let bold = matches!(chu.kieu, Face::Bold | Face::BoldItalic);
    let slanted = matches!(chu.kieu, Face::Italic | Face::BoldItalic);
    (bold, slanted, chu.gach_chan, chu.co)
}

struct Word {
    text: String,
    styles: String,
}

impl Word {
    fn of(d: &Document) -> Self {
        let bytes = vanthu::writers::docx::write_with(d, true).unwrap();
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut part = |name: &str| std::io::read_to_string(zip.by_name(name).unwrap()).unwrap();
        Self { text: part("word/document.xml"), styles: part("word/styles.xml") }
    }

    /// The words of all paragraphs.
    fn paragraphs(&self) -> Vec<String> {
        let xml = Xml::parse(&self.text).unwrap();
        xml.descendants().filter(|n| n.tag_name().name() == "p").map(|p| words(&p)).collect()
    }

    /// The style of the paragraph that says this.
    fn style(&self, said: &str) -> String {
        let xml = Xml::parse(&self.text).unwrap();
        let mut all = xml.descendants().filter(|n| n.tag_name().name() == "p");
        let found =
            all.find(|p| words(p) == said).unwrap_or_else(|| panic!("Word has no “{said}”"));
        child(&found, "pPr").and_then(|p| child(&p, "pStyle")).map(|s| val(&s)).unwrap()
    }

    /// How that paragraph's style makes letters look.
    fn look(&self, said: &str) -> Look {
        let id = self.style(said);
        let xml = Xml::parse(&self.styles).unwrap();
        let is = |n: &Node| n.attributes().any(|a| a.name() == "styleId" && a.value() == id);
        let style = xml.descendants().find(is).unwrap();
        let run = child(&style, "rPr").unwrap();
        let has = |name| child(&run, name).is_some();
        let size = val(&child(&run, "sz").unwrap()).parse::<f64>().unwrap() / 2.0;
        (has("b"), has("i"), has("u"), size)
    }
}

fn child<'a, 'x>(node: &Node<'a, 'x>, name: &str) -> Option<Node<'a, 'x>> {
    node.children().find(|n| n.tag_name().name() == name)
}

fn val(node: &Node) -> String {
    node.attributes().find(|a| a.name() == "val").unwrap().value().to_owned()
}

fn words(paragraph: &Node) -> String {
    let pieces = paragraph.descendants().filter_map(|n| match n.tag_name().name() {
        "t" => n.text(),
        "br" => Some(" "),
        _ => None,
    });
    pieces.collect::<String>().split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

fn assert_look(d: &Document, said: &str, want: Look) {
    assert_eq!(of_page(&run(d, said).1), want, "page: {said}");
    assert_eq!(Word::of(d).look(said), want, "Word: {said}");
}

const UPRIGHT_14: Look = (false, false, false, 14.0);
const BOLD_14: Look = (true, false, false, 14.0);

/// PL 2, 7. A bold post would be taken for authority.
#[test]
fn authority_and_name_are_bold_and_the_post_is_not() {
    let head = notice("nguoi_ky: chanh\n");
    assert_look(&head, "CHÁNH VĂN PHÒNG", UPRIGHT_14);
    assert_look(&head, "Nguyễn Văn An", BOLD_14);
    let acting = notice("nguoi_ky: quyen\n");
    assert_look(&acting, "Q. CHÁNH VĂN PHÒNG", BOLD_14);
    let own = |dong: &str| notice(&format!("nguoi_ky: {{dong: [{dong}], ho_ten: Lê Văn Cường}}\n"));
    let deputy = own("K/T CHÁNH VĂN PHÒNG, PHÓ CHÁNH VĂN PHÒNG");
    assert_look(&deputy, "K/T CHÁNH VĂN PHÒNG", BOLD_14);
    assert_look(&deputy, "PHÓ CHÁNH VĂN PHÒNG", UPRIGHT_14);
    let order = own("T/L BAN THƯỜNG VỤ, CHÁNH VĂN PHÒNG");
    assert_look(&order, "T/L BAN THƯỜNG VỤ", BOLD_14);
    assert_look(&order, "CHÁNH VĂN PHÒNG", UPRIGHT_14);
    // What runs on of an authority is authority too.
    let long = own("T/M BAN THẨM TRA TƯ CÁCH ĐẠI BIỂU ĐẠI HỘI ĐẠI BIỂU, TRƯỞNG BAN");
    let lines: Vec<(&str, bool)> =
        long.cuoi_trang.nguoi_ky[0].cac_dong().map(|(d, bold)| (d.as_str(), bold)).collect();
    assert!(lines.len() > 2, "{lines:?}");
    for (line, bold) in lines {
        assert_eq!(bold, line != "TRƯỞNG BAN");
        assert_look(&long, line, if bold { BOLD_14 } else { UPRIGHT_14 });
    }
}

/// 7.1.4.đ.ii: own post, `kiêm`, the post there, all above the signature; the seal is of the first.
#[test]
fn two_posts_stand_above_the_signature_with_kiem_between() {
    let d = notice("nguoi_ky: {dong: [BÍ THƯ, kiêm, TRƯỞNG BAN CHỈ ĐẠO], ho_ten: Lê Văn Cường}\n");
    let line = |said: &str| run(&d, said).1.chan;
    let stand = ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO", "Lê Văn Cường"].map(line);
    assert!(stand.is_sorted(), "{stand:?}");
    assert!(stand[2] - stand[0] < 40.0 && stand[3] - stand[2] > 25.0 * MM, "{stand:?}");
    for said in ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"] {
        assert_look(&d, said, UPRIGHT_14);
    }
}

/// PL 2, 9; I.9.2. A paper whose `Nơi nhận` is the decree's is sent back by the records clerk.
#[test]
fn recipients_are_under_an_underlined_word_and_luu_has_no_colon() {
    let d = notice("nguoi_ky: chanh\nnguoi_soan: NguyenVanAn\nso_ban: 26\n");
    assert_look(&d, "Nơi nhận:", (false, false, true, 14.0));
    for line in ["- Các ban đảng Tỉnh uỷ;", "- Các đảng uỷ xã;", "- Lưu Văn phòng Tỉnh uỷ."]
    {
        assert_look(&d, line, (false, false, false, 12.0));
    }
    assert_look(&d, "NguyenVanAn-26", (false, false, false, 11.0));
    let letter = paper(
        "cong_van",
        &format!("trich_yeu: báo cáo\nkinh_gui: Các ban đảng Tỉnh uỷ\nnguoi_ky: chanh\n{BODY}"),
    );
    let list: Vec<&str> = letter.cuoi_trang.noi_nhan.iter().map(|d| d.as_str()).collect();
    assert_eq!(list, ["- Như trên;", "- Các đảng uỷ xã;", "- Lưu Văn phòng Tỉnh uỷ."]);
}

/// II.6. An address alone on a page, or on the first one, is not where people look for it.
#[test]
fn the_address_stands_under_the_foot_on_the_last_page() {
    for lines in 1..60 {
        let body: String = (0..lines).map(|i| format!("  Đoạn {i} của công văn.\n\n")).collect();
        let head = "trich_yeu: báo cáo\nkinh_gui: Các ban đảng Tỉnh uỷ\nnguoi_ky: chanh\n";
        let d = paper("cong_van", &format!("{head}noi_dung: |\n{body}"));
        let (page, name) = run(&d, "Nguyễn Văn An");
        let (at, first) = run(&d, "Số 01, đường Nguyễn Huệ, phường Mỹ Trà");
        let (_, second) = run(&d, "điện thoại: 0277.3851431; email: vptu@dongthap.vn");
        assert_eq!((page, page + 1), (at, pages(&d).trang.len()), "{lines}");
        assert!(name.chan < first.chan && first.chan < second.chan, "{lines}");
        let nets = pages(&d).trang[at].ve.iter().any(|ve| {
            matches!(ve.hinh, Hinh::Net(net) if (net.x2 - net.x1 - 165.0 * MM).abs() < 0.2
                && net.y1 > name.chan && net.y1 < first.chan)
        });
        assert!(nets, "{lines}: no rule as wide as the text over the address");
    }
    let d = paper(
        "cong_van",
        &format!("trich_yeu: báo cáo\nkinh_gui: Các ban\nnguoi_ky: chanh\n{BODY}"),
    );
    assert_look(&d, "Số 01, đường Nguyễn Huệ, phường Mỹ Trà", (false, false, false, 10.0));
    let said = Word::of(&d).paragraphs();
    let at = |words: &str| said.iter().position(|p| p == words).unwrap();
    assert!(at("Nguyễn Văn An") < at("Số 01, đường Nguyễn Huệ, phường Mỹ Trà"));
}

const MINUTES: &str = "trich_yeu: hội nghị Ban Thường vụ\nnguoi_ky:\n  - {dong: NGƯỜI GHI BIÊN BẢN, ho_ten: Lê Thị Ghi}\n  \
    - {dong: CHỦ TRÌ HỘI NGHỊ, ho_ten: Phạm Văn Trì}\nbat_dau: 8 giờ, ngày 3 tháng 6 năm 2026\ndia_diem: Phòng họp\n\
    thanh_phan: [Các đồng chí Uỷ viên]\nchu_tri: Đồng chí Phạm Văn Trì\nthu_ky: Đồng chí Lê Thị Ghi\n\
    noi_dung: Hội nghị thảo luận.\nket_thuc: 11 giờ, ngày 3 tháng 6 năm 2026\n";

/// I.7.1.4.e, I.7.2.4: a seal on the chair's signature, where it may not be, or nowhere, makes the minutes worth nothing.
#[test]
fn who_confirms_signs_below_the_chair_and_has_the_seal() {
    let d = paper("bien_ban", &format!("{MINUTES}xac_nhan_chu_ky: {{nguoi_ky: quyen}}\n"));
    let (_, recorder) = run(&d, "Lê Thị Ghi");
    let (_, chair) = run(&d, "Phạm Văn Trì");
    let (_, says) = run(&d, "Xác nhận chữ ký");
    let (_, whose) = run(&d, "của đồng chí Phạm Văn Trì");
    let (_, post) = run(&d, "Q. CHÁNH VĂN PHÒNG");
    let (_, name) = run(&d, "Trần Thị Bình");
    assert!((recorder.chan - chair.chan).abs() < 0.01 && recorder.x < chair.x);
    assert!(chair.chan < says.chan && says.chan < whose.chan);
    assert!(whose.chan < post.chan && post.chan < name.chan);
    assert!(name.chan - post.chan > 25.0 * MM, "no room to sign");
    for below in [&says, &whose, &post, &name] {
        assert!((middle(below) - middle(&chair)).abs() < 1.0, "{below:?} is not under the chair");
    }
    let names: Vec<String> = fields(&d).into_iter().map(|o| o.ten).collect();
    assert_eq!(names, ["nguoi_ky", "nguoi_ky_2", "nguoi_ky_3", "co_quan_3"]);
    let word = Word::of(&d);
    assert_eq!(word.text.matches("<o:signatureline").count(), 4);
    let said = word.paragraphs();
    let at = |words: &str| said.iter().position(|p| p == words).unwrap();
    assert!(at("Lê Thị Ghi") < at("Phạm Văn Trì"));
    assert!(at("Phạm Văn Trì") < at("Xác nhận chữ ký của đồng chí Phạm Văn Trì"));
    assert!(at("Xác nhận chữ ký của đồng chí Phạm Văn Trì") < at("Trần Thị Bình"));
    assert_eq!(of_page(&says), UPRIGHT_14);
    assert_eq!(word.look("Xác nhận chữ ký của đồng chí Phạm Văn Trì"), UPRIGHT_14);
    let other = paper(
        "bien_ban",
        &format!("{MINUTES}xac_nhan_chu_ky: {{cua: Lê Thị Ghi, nguoi_ky: chanh}}\n"),
    );
    run(&other, "của đồng chí Lê Thị Ghi");
}

/// Without it the seal is on the signatures, as in other papers.
#[test]
fn minutes_that_nobody_confirms_have_recorder_and_chair() {
    let d = paper("bien_ban", MINUTES);
    let names: Vec<String> = fields(&d).into_iter().map(|o| o.ten).collect();
    assert_eq!(names, ["nguoi_ky", "co_quan", "nguoi_ky_2", "co_quan_2"]);
    assert_look(&d, "CHỦ TRÌ HỘI NGHỊ", UPRIGHT_14);
}

/// The decree knows no such thing: printed on its paper it would be nobody's form.
#[test]
fn a_paper_of_the_decree_confirms_no_signature() {
    let office = OFFICE.replace("bo_quy_tac: hd05\n", "");
    let text = format!(
        "loai: bien_ban\nso: 5\nngay_ban_hanh: 3/6/2026\n{MINUTES}xac_nhan_chu_ky: {{nguoi_ky: chanh}}\n"
    );
    let told = thu(&[("co-quan.yaml", &office), ("van-ban.yaml", &text)]);
    let said = format!("{told:?}");
    assert!(!said.contains("Xác nhận chữ ký của đồng chí"), "{said}");
}

/// An office's file by what differs: its names and who signs.
fn office(ten: &str, ban_hanh: &str, ky_hieu: &str, dong: &str, ho_ten: &str) -> String {
    format!(
        "loai: co_quan\nten: {ten}\nbo_quy_tac: hd05\nco_quan_ban_hanh: {ban_hanh}\ndia_danh: Đồng Tháp\n\
         ky_hieu: {ky_hieu}\nnguoi_ky:\n  mot: {{dong: {dong}, ho_ten: {ho_ten}}}\nnoi_nhan: [Các xã]\nluu: VT\n"
    )
}

/// I.7.1.4.g, I.7.2.4: who signs at the right answers for the paper.
#[test]
fn of_joint_offices_the_lead_signs_at_the_right_and_the_third_below() {
    let lead = office(
        "Văn phòng Tỉnh uỷ",
        "VĂN PHÒNG TỈNH UỶ",
        "VPTU",
        "CHÁNH VĂN PHÒNG",
        "Nguyễn Văn An",
    );
    let two = office(
        "Ban Tổ chức Tỉnh uỷ",
        "BAN TỔ CHỨC TỈNH UỶ",
        "BTCTU",
        "TRƯỞNG BAN",
        "Trần Thị Bình",
    );
    let three = office(
        "Ban Nội chính Tỉnh uỷ",
        "BAN NỘI CHÍNH TỈNH UỶ",
        "BNCTU",
        "TRƯỞNG BAN",
        "Lê Văn Cường",
    );
    let joint = |all: &str| {
        let head = "loai: thong_bao\nso: 5\nngay_ban_hanh: 3/6/2026\ntrich_yeu: phối hợp\n";
        let text = format!("{head}co_quan: [{all}]\n{BODY}");
        document(&[
            ("co-quan.yaml", &lead),
            ("hai.yaml", &two),
            ("ba.yaml", &three),
            ("van-ban.yaml", &text),
        ])
    };
    let d = joint("co-quan.yaml, hai.yaml");
    let (an, binh) = (run(&d, "Nguyễn Văn An").1, run(&d, "Trần Thị Bình").1);
    assert!((an.chan - binh.chan).abs() < 0.01 && binh.x < an.x, "{an:?} {binh:?}");
    // The fields are called as the paper names the signers, the lead first.
    let own = |o: &ODien| o.ten == "nguoi_ky" && (o.x + o.rong / 2.0 - middle(&an)).abs() < 1.0;
    assert!(fields(&d).iter().any(own), "{:?}", fields(&d));
    let d = joint("co-quan.yaml, hai.yaml, ba.yaml");
    let (an, binh, cuong) =
        (run(&d, "Nguyễn Văn An").1, run(&d, "Trần Thị Bình").1, run(&d, "Lê Văn Cường").1);
    assert!((an.chan - binh.chan).abs() < 0.01 && binh.x < an.x);
    assert!(cuong.chan > an.chan && (middle(&cuong) - middle(&binh)).abs() < 1.0);
    let (_, nhan) = run(&d, "Nơi nhận:");
    assert!(nhan.chan > cuong.chan);
    let said = Word::of(&d).paragraphs();
    let at = |words: &str| said.iter().position(|p| p == words).unwrap();
    let order = ["Trần Thị Bình", "Nguyễn Văn An", "Lê Văn Cường", "Nơi nhận:"].map(at);
    assert!(order.is_sorted(), "{order:?}");
}

/// A copy on paper of a notice.
fn copy(noi_nhan: &str) -> Result<Document, String> {
    let head =
        "loai: thong_bao\nso: 5\nngay_ban_hanh: 3/6/2026\ntrich_yeu: kết luận\nnguoi_ky: chanh\n";
    let text = format!("{head}{BODY}");
    let sao = format!(
        "loai: ban_sao_y\nban_chinh: thong-bao.yaml\nso: 1\nngay_ban_hanh: 5/6/2026\nban: giay\nnguoi_ky: quyen\nnoi_nhan: [{noi_nhan}]\n"
    );
    thu(&[("co-quan.yaml", OFFICE), ("thong-bao.yaml", &text), ("sao.yaml", &sao)])
}

/// III.2, PL 3: without the stamp a sheet is no copy.
#[test]
fn a_copy_has_the_red_stamp_beside_who_signs_it() {
    let d =
        copy("Các chi bộ trực thuộc, Đảng uỷ xã Mỹ Thọ").unwrap_or_else(|told| panic!("{told}"));
    let all = pages(&d);
    let frames: Vec<Khung> = all
        .trang
        .iter()
        .flat_map(|page| &page.ve)
        .filter_map(|ve| if let Hinh::Khung(k) = &ve.hinh { Some(*k) } else { None })
        .collect();
    let [stamp] = frames.as_slice() else { panic!("{frames:?}") };
    assert!((stamp.rong - 80.0 * MM).abs() < 0.1 && (stamp.cao - 50.0 * MM).abs() < 0.1);
    assert!((stamp.x - 30.0 * MM).abs() < 0.1 && stamp.mau == Mau::Do);
    let (_, title) = run(&d, "BẢN SAO VĂN BẢN");
    assert_eq!(of_page(&title), (true, false, false, 13.0));
    assert_eq!(title.mau, Mau::Do);
    let inside =
        |chu: &DoanChu| chu.x > stamp.x && chu.chan > stamp.y && chu.chan < stamp.y + stamp.cao;
    for said in [
        "Cơ quan, tổ chức sao: Văn phòng Tỉnh uỷ Đồng",
        "Số, ký hiệu bản sao: 01-BS",
        "Hình thức sao: sao y",
    ] {
        let (_, line) = run(&d, said);
        assert!(inside(&line) && line.mau == Mau::Do, "{line:?}");
    }
    let (_, original) = run(&d, "Nguyễn Văn An");
    let (_, signer) = run(&d, "Trần Thị Bình");
    assert!(original.chan < stamp.y && signer.chan > stamp.y && signer.x > stamp.x + stamp.rong);
    let word = Word::of(&d);
    let said = word.paragraphs().join("\n");
    for want in [
        "BẢN SAO VĂN BẢN",
        "Hình thức sao: sao y",
        "Nơi nhận bản sao: Các chi bộ trực thuộc; Đảng uỷ xã Mỹ Thọ",
    ] {
        assert!(said.contains(want), "{said}");
    }
    let xml = Xml::parse(&word.text).unwrap();
    let inner = xml
        .descendants()
        .filter(|n| n.tag_name().name() == "tbl")
        .find(|t| t.ancestors().skip(1).any(|n| n.tag_name().name() == "tc"));
    let inner = inner.expect("a table in a cell");
    let part = |name: &str| inner.descendants().find(|n| n.tag_name().name() == name).unwrap();
    let says = |node: &Node, name: &str| {
        node.attributes().find(|a| a.name() == name).map(|a| a.value().to_owned())
    };
    assert_eq!(says(&part("trHeight"), "val").as_deref(), Some("2835"));
    assert_eq!(says(&part("trHeight"), "hRule").as_deref(), Some("exact"));
    assert_eq!(says(&part("gridCol"), "w").as_deref(), Some("4535"));
    for edge in ["top", "left", "bottom", "right"] {
        let borders = part("tblBorders");
        assert_eq!(says(&child(&borders, edge).unwrap(), "color").as_deref(), Some("FF0000"));
    }
}

/// III.3: who signs the copy doesn't sign in the place of who signed the paper.
#[test]
fn an_electronic_copy_is_signed_at_the_upper_right_of_page_1() {
    let head =
        "loai: thong_bao\nso: 5\nngay_ban_hanh: 3/6/2026\ntrich_yeu: kết luận\nnguoi_ky: chanh\n";
    let sao = "loai: ban_sao_y\nban_chinh: thong-bao.yaml\nso: 1\nngay_ban_hanh: 5/6/2026\nnguoi_ky: quyen\n\
        thoi_diem: 5/6/2026 09:15:00\nnoi_nhan: [Các chi bộ]\n";
    let d = document(&[
        ("co-quan.yaml", OFFICE),
        ("thong-bao.yaml", &format!("{head}{BODY}")),
        ("sao.yaml", sao),
    ]);
    let all = fields(&d);
    let [signer, seal] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((signer.ten.as_str(), seal.ten.as_str()), ("nguoi_ky", "co_quan"));
    assert!(
        (seal.x + seal.rong - 195.0 * MM).abs() < 0.1 && signer.x + signer.rong <= seal.x + 0.01
    );
    assert!(all.iter().all(|o| o.y + o.cao < 20.0 * MM && o.x >= 30.0 * MM));
    assert_eq!(Word::of(&d).text.matches("<o:signatureline").count(), 0);
}

/// The stamp has its size; what runs out of it would be lost in silence.
#[test]
fn recipients_that_do_not_fit_into_the_stamp_are_told() {
    let many: Vec<String> = (1..30).map(|i| format!("Chi bộ cơ sở số {i}")).collect();
    let told = copy(&many.join(", ")).unwrap_err();
    assert!(told.contains("stamp-too-small"), "{told}");
}

/// 8.2.2: the seal over the left third of the signature, in the clear space.
#[test]
fn the_seal_lies_over_the_left_third_of_the_signature() {
    let d = notice("nguoi_ky: chanh\n");
    let all = fields(&d);
    let [signer, seal] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((signer.ten.as_str(), seal.ten.as_str()), ("nguoi_ky", "co_quan"));
    assert!((seal.x + seal.rong - signer.x - signer.rong / 3.0).abs() < 0.1);
    let (post, name) = (run(&d, "CHÁNH VĂN PHÒNG").1, run(&d, "Nguyễn Văn An").1);
    assert!(signer.y > post.chan && signer.y + signer.cao < name.chan);
    assert_eq!(Word::of(&d).text.matches("<o:signatureline").count(), 2);
}
