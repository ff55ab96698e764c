//! Papers in Word, anybody's and our own that somebody has edited: what recognises them, what holds them against the
//! decree, and what leads edits to the fields of the source. A file is equal to itself, what was not edited is no edit, and
//! a source that was patched can be read.
#![no_main]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use vanthu::compose::document::Document;
use vanthu::compose::fonts::Fonts;
use vanthu::compose::soan::soan;
use vanthu::jobs::import::{chua_thu, doi_chieu};
use vanthu::jobs::load;
use vanthu::jobs::take_back::va_chua_thu;
use vanthu::reading::source::{HoSoNguon, TepNguon};
use vanthu::reading::yaml::parse;
use vanthu::rules::check::check;
use vanthu::word::dau_goc::DauGoc;
use vanthu::word::doc_word::{self, TepWord};
use vanthu::word::nhan_dang::nhan_dang;
use vanthu::word::soat::soat;
use vanthu::writers::docx;
use zip::write::SimpleFileOptions;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

const CO_QUAN: &str = "ten: Sở Nội vụ tỉnh Đồng Tháp\nco_quan_chu_quan: ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP\n\
    co_quan_ban_hanh: SỞ NỘI VỤ\nky_hieu: SNV\ndia_danh: Đồng Tháp\nnguoi_ky:\n  giam_doc:\n    dong: GIÁM ĐỐC\n    \
    ho_ten: Trần Thị Bình\n";

const CONG_VAN: &str = "loai: cong_van\nngay_ban_hanh: 5/2026\ntrich_yeu: góp ý dự thảo quy chế\ndon_vi_soan: VP\n\
    kinh_gui:\n  - Sở Tài chính\n  - Sở Tư pháp\nnoi_dung: |\n  Sở Nội vụ gửi dự thảo quy chế[^1] để các Sở góp ý.\n\n  \
    ## 1. Cách góp ý\n\n  Góp ý **bằng văn bản** trong 07 ngày:\n\n  - Về nội dung\n  - Về hình thức\n\n  \
    | Việc | Hạn |\n  | --- | --- |\n  | Góp ý | 07 ngày |\n  | Tổng hợp | 10 ngày |\n\n  Rất mong được phối hợp.\n\n  \
    [^1]: Bản in gửi kèm.\nnoi_nhan:\n  - Như trên\n  - Giám đốc Sở\nluu: VT, VP\nnguoi_ky: giam_doc\n";

/// Our own paper: its source, and its Word file as parts.
struct Goc {
    nguon: HoSoNguon,
    document: Document,
    word: TepWord,
    dau: Option<DauGoc>,
    phan: BTreeMap<String, Vec<u8>>,
    /// The main part between its texts, and these.
    manh: Vec<(String, String)>,
    cuoi: String,
}

const CHINH: &str = "word/document.xml";
const PHAN: [&str; 5] = ["_rels/.rels", CHINH, "word/_rels/document.xml.rels", "word/footnotes.xml", "word/numbering.xml"];

/// Of a paper of any office: few styles, two lists, a note.
static PHAN_LA: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let rel = |id: &str, loai: &str, dich: &str| format!("<Relationship Id=\"{id}\" Type=\"{R}/{loai}\" Target=\"{dich}\"/>");
    let rels = |all: String| format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>");
    let kieu = |id: &str, ten: &str, cap: &str| {
        format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{ten}\"/><w:pPr>{cap}<w:jc w:val=\"both\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>")
    };
    let cap = |so: u8| format!("<w:outlineLvl w:val=\"{so}\"/>");
    let lvl = |so: u8, kieu: &str, chu: &str| format!("<w:lvl w:ilvl=\"{so}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{kieu}\"/><w:lvlText w:val=\"{chu}\"/></w:lvl>");
    let list = |so: u8, cac: String| format!("<w:abstractNum w:abstractNumId=\"{so}\">{cac}</w:abstractNum>");
    let num = |so: u8| format!("<w:num w:numId=\"{so}\"><w:abstractNumId w:val=\"{so}\"/></w:num>");
    let styles = [kieu("Heading1", "heading 1", &cap(0)), kieu("Heading2", "heading 2", &cap(1)), kieu("TieuDe", "Title", "")].concat();
    let lists = [
        list(1, lvl(0, "upperRoman", "%1.") + &lvl(1, "decimal", "%2.") + &lvl(2, "lowerLetter", "%3)")),
        list(2, lvl(0, "decimal", "Điều %1.") + &lvl(1, "decimal", "%1.%2.")),
        list(3, lvl(0, "bullet", "-") + &lvl(1, "bullet", "+")),
        num(1), num(2), num(3),
    ].concat();
    let note = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>Lời chú.</w:t></w:r></w:p></w:footnote>";
    [
        ("_rels/.rels", rels(rel("r1", "officeDocument", CHINH))),
        (CHINH, String::new()),
        ("word/_rels/document.xml.rels", rels(rel("r1", "styles", "styles.xml") + &rel("r2", "numbering", "numbering.xml") + &rel("r3", "footnotes", "footnotes.xml"))),
        ("word/styles.xml", format!("<w:styles {W}>{styles}</w:styles>")),
        ("word/numbering.xml", format!("<w:numbering {W}>{lists}</w:numbering>")),
        ("word/footnotes.xml", format!("<w:footnotes {W}>{note}</w:footnotes>")),
    ].into_iter().map(|(ten, chu)| (ten.to_owned(), chu.into_bytes())).collect()
});

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::bundled().unwrap());

static GOC: LazyLock<Goc> = LazyLock::new(|| {
    let fonts = load::fonts(None).unwrap();
    let tep = |ten: &str, chu: &str| TepNguon::decode(ten, chu.as_bytes()).unwrap();
    let nguon = HoSoNguon {
        ten: "ho-so".to_owned(),
        tep: vec![tep("co-quan.yaml", CO_QUAN), tep("cong-van.yaml", CONG_VAN)],
        ..HoSoNguon::default()
    };
    let found = check(&nguon, &|c| fonts.has(c));
    let van_ban = found.van_ban.into_iter().find_map(|t| t.van_ban).expect("a paper");
    let document = soan(&van_ban, &fonts, None).expect("a document");
    let bytes = docx::write_with(&document, false).unwrap();
    let word = doc_word::doc(&bytes).unwrap();
    let mut phan = mo(&bytes);
    let chinh = String::from_utf8(phan[CHINH].clone()).unwrap();
    // What is the same in each run costs time and finds nothing.
    phan.retain(|ten, _| PHAN.contains(&ten.as_str()));
    let (manh, cuoi) = cat(&chinh);
    Goc { nguon, document, word, dau: DauGoc::doc(&bytes), phan, manh, cuoi }
});

fn mo(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut ra = BTreeMap::new();
    for so in 0..zip.len() {
        let mut tep = zip.by_index(so).unwrap();
        let mut than = Vec::new();
        tep.read_to_end(&mut than).unwrap();
        ra.insert(tep.name().to_owned(), than);
    }
    ra
}

/// What stands before each text, and the text.
fn cat(chinh: &str) -> (Vec<(String, String)>, String) {
    let (mut ra, mut con) = (Vec::new(), chinh);
    while let Some(at) = con.find("<w:t>").into_iter().chain(con.find("<w:t ")).min() {
        let dau = at + con[at..].find('>').unwrap() + 1;
        let het = dau + con[dau..].find('<').unwrap();
        ra.push((con[..dau].to_owned(), con[dau..het].to_owned()));
        con = &con[het..];
    }
    (ra, con.to_owned())
}

fn goi(phan: &BTreeMap<String, Vec<u8>>, chinh: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (ten, than) in phan {
        zip.start_file(ten.as_str(), options).unwrap();
        zip.write_all(if ten == CHINH { chinh.as_bytes() } else { than }).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// What papers say, by parts.
const CAU: &[&str] = &[
    "ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/QĐ-UBND", "Số:     /SNV-VP", "Số: 05-CV/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Đồng Tháp, ngày 05 tháng 3 năm 2019",
    "Hà Nội, ngày     tháng 02 năm 2026", "V/v góp ý dự thảo", "QUYẾT ĐỊNH", "KẾ HOẠCH", "THÔNG BÁO", "TỜ TRÌNH", "BIÊN BẢN",
    "GIẤY MỜI", "HỢP ĐỒNG", "NGHỊ QUYẾT", "PHIẾU GỬI", "GIẤY GIỚI THIỆU", "Về việc ban hành quy chế", "Kính gửi:",
    "- Sở Tài chính;", "- Như trên;", "Sở Tư pháp", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "GIÁM ĐỐC SỞ NỘI VỤ",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "Xét đề nghị của Chánh Văn phòng,", "QUYẾT ĐỊNH:",
    "Điều 1.", "Điều 2. Hiệu lực", "Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "I. MỤC ĐÍCH", "1. Yêu cầu", "1.1. Thời gian", "a) Một việc",
    "đ) Việc khác", "- Một ý;", "+ Ý nhỏ", "II.", "Phần thứ nhất", "TT", "Nội dung", "07 ngày", "Nơi nhận:", "- Lưu: VT, VP.",
    "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "GIÁM ĐỐC", "Q. GIÁM ĐỐC", "(Đã ký)", "Trần Thị Bình", "Nguyễn Văn An./.",
    "Phụ lục", "PHỤ LỤC I", "DANH SÁCH", "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2019)", "QUY CHẾ", "HỎA TỐC", "MẬT",
    "KHẨN", "Họ và tên", "Ông", "Bà", "./.", ".", ";", ":", "**", "| a | b |", "#", "[^1]", "2", "1", " ", "x", "10/3/2024", "8 giờ 30 phút",
    "Tôi tên là:", "Kính mời:", "Thời gian:", "Địa điểm:", "Đại diện bên A:", "Trân trọng./.", "THỪA LỆNH", "TUQ. GIÁM ĐỐC", "________",
    "(Ký, ghi rõ họ tên)", "BẢN SAO", "SAO Y", "Chữ ký", "&amp;", "“", "”", "\u{301}", "☐", "Tối đa 10.000.000 đồng",
];

fuzz_target!(|data: &[u8]| {
    match data {
        [0, viec @ ..] => ai_cung_duoc(viec),
        [_, viec @ ..] => cua_minh(viec),
        [] => {}
    }
});

/// A paper of any office.
fn ai_cung_duoc(viec: &[u8]) {
    let mut ra = format!("<w:document {W}><w:body>");
    // In a table, in a row, in a cell.
    let mut sau = Vec::new();
    let mut doan = Doan::default();
    for cap in viec.chunks_exact(2) {
        let [lam, voi] = *cap else { continue };
        match lam % 16 {
            0..5 => doan.chu(CAU[usize::from(voi) % CAU.len()]),
            5 => doan.dang(voi),
            6 => doan.run(voi),
            7 if sau.len() < 9 => {
                doan.xong(&mut ra);
                ra += "<w:tbl><w:tr><w:tc>";
                if voi & 1 == 1 {
                    ra += "<w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr>";
                }
                sau.push(());
            }
            8 if !sau.is_empty() => {
                doan.xong(&mut ra);
                ra += if voi & 1 == 1 { "</w:tc></w:tr><w:tr><w:tc>" } else { "</w:tc><w:tc>" };
            }
            9 => {
                doan.xong(&mut ra);
                if sau.pop().is_some() {
                    ra += "</w:tc></w:tr></w:tbl>";
                }
            }
            10 => doan.chu("<w:tab/>"),
            11 => doan.chu("<w:br/>"),
            12 => {
                doan.xong(&mut ra);
                ra += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
            }
            _ => doan.xong(&mut ra),
        }
    }
    doan.xong(&mut ra);
    ra.extend(sau.iter().map(|()| "</w:tc></w:tr></w:tbl>"));
    ra += "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:left=\"1701\"/></w:sectPr></w:body></w:document>";
    if let Ok(tep) = doc_word::doc(&goi(&PHAN_LA, &ra)) {
        xem(&tep);
    }
}

/// A paragraph that is being written.
#[derive(Default)]
struct Doan {
    dang: u8,
    run: u8,
    chu: String,
}

impl Doan {
    fn chu(&mut self, them: &str) {
        let r = self.run;
        let co = |bit: u8, the: &'static str| if r & bit != 0 { the } else { "" };
        let (b, i, lon) = (co(1, "<w:b/>"), co(2, "<w:i/>"), co(4, "<w:sz w:val=\"24\"/>"));
        let chu = if them.starts_with('<') { them.to_owned() } else { format!("<w:t xml:space=\"preserve\">{them}</w:t>") };
        let run = format!("<w:r><w:rPr>{b}{i}{lon}</w:rPr>{chu}</w:r>");
        self.chu += &match r & 0x18 {
            8 => format!("<w:ins w:id=\"1\" w:author=\"A\">{run}</w:ins>"),
            16 => format!("<w:del w:id=\"2\" w:author=\"A\">{}</w:del>", run.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")),
            _ => run,
        };
        if r & 0x60 == 0x60 {
            self.chu += "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
        }
    }

    fn dang(&mut self, dang: u8) {
        self.dang = dang;
    }

    fn run(&mut self, run: u8) {
        self.run = run;
    }

    fn xong(&mut self, ra: &mut String) {
        let jc = ["left", "center", "right", "both"][usize::from(self.dang & 3)];
        let kieu = ["", "Heading1", "Heading2", "TieuDe"][usize::from(self.dang >> 2 & 3)];
        let so = match self.dang >> 4 & 3 {
            0 => String::new(),
            so => format!("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{so}\"/></w:numPr>", self.dang >> 6),
        };
        let kieu = if kieu.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{kieu}\"/>") };
        *ra += &format!("<w:p><w:pPr>{kieu}{so}<w:jc w:val=\"{jc}\"/></w:pPr>{}</w:p>", self.chu);
        self.chu.clear();
    }
}

/// Our own paper, edited.
fn cua_minh(viec: &[u8]) {
    let goc = &*GOC;
    let mut manh: Vec<(&str, String)> = goc.manh.iter().map(|(a, b)| (a.as_str(), b.clone())).collect();
    for bo in viec.chunks_exact(3) {
        let [lam, cho, voi] = *bo else { continue };
        let so = manh.len();
        let Some((_, chu)) = manh.get_mut(usize::from(cho) % so) else { continue };
        let cau = CAU[usize::from(voi) % CAU.len()];
        let cat = chu.char_indices().map(|(at, _)| at).nth(usize::from(voi) % 24).unwrap_or(chu.len());
        match lam % 8 {
            0 => *chu = cau.to_owned(),
            1 => chu.push_str(cau),
            2 => chu.insert_str(cat, cau),
            3 => drop(chu.drain(..cat)),
            4 => chu.truncate(cat),
            5 => *chu = " ".to_owned(),
            6 => {
                // A paragraph behind this one, with what follows of it.
                chu.insert_str(cat, "</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">");
            }
            _ => {
                let dau = "</w:t></w:r><w:ins w:id=\"7\" w:author=\"B\"><w:r><w:t>";
                *chu = format!("{chu}{dau}{cau}</w:t></w:r></w:ins><w:r><w:t>");
            }
        }
    }
    let mut chinh: String = manh.iter().flat_map(|(truoc, chu)| [*truoc, chu.as_str()]).collect();
    chinh += &goc.cuoi;
    let bytes = goi(&goc.phan, &chinh);
    let Ok(tep) = doc_word::doc(&bytes) else { return };
    let dau = goc.dau.as_ref().filter(|_| viec.len() % 2 == 0);
    let (cho, nguon) = va_chua_thu(&goc.nguon, &goc.document, (&goc.word, &tep), dau);
    assert!(!viec.is_empty() || cho == 0, "what was not edited is an edit");
    for tep in nguon.iter().flat_map(|nguon| &nguon.tep) {
        assert!(parse(tep).0.is_some(), "{}", tep.text);
    }
    if viec.first().is_some_and(|lam| lam & 0x80 != 0) {
        xem(&tep);
    }
}

/// All that is done with anybody's file.
fn xem(tep: &TepWord) {
    let _ = soat(tep, "tep.docx", &FONTS);
    let _ = chua_thu(&nhan_dang(tep));
    let same = doi_chieu(tep, tep);
    assert!(same.mat.is_empty() && same.them.is_empty(), "a file differs from itself");
}
