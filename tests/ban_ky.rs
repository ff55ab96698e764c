//! What may stand after an issued PDF: signatures, in the shapes that signing tools write, and nothing else.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use crate::support;
use crate::support::ba_lenh::{doi_chieu, duoc as xong, gui, lam, soat_so};
use crate::support::ban_ky::{CapNhat, Goc, cms, co_annots, luong};
use crate::support::thoi_gian::cua_bo_xu_ly;
use vanthu::jobs::Request;
use vanthu::jobs::issue::IssueRequest;
use vanthu::writers::pdf::ban_ky::{BanKy, xet};

/// The plan of the sample with all its fields.
fn mau() -> &'static Goc {
    static MAU: OnceLock<Goc> = OnceLock::new();
    MAU.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let mut build = support::vanthu();
        build.arg("build").arg(support::sample()).args(["-f", "pdf", "--o-ky", "--o-so-ngay"]);
        support::tool(build.args(["--only", "ke-hoach", "-o"]).arg(dir.path()));
        Goc::doc(std::fs::read(dir.path().join("ke-hoach.pdf")).unwrap())
    })
}

fn duoc(ten: &str, ban: &[u8]) -> BanKy {
    xet(&mau().bytes, ban).unwrap_or_else(|khac| panic!("{ten}: {khac}"))
}

/// Demands that the file is refused with a message that says `gi`.
fn tu_choi(ten: &str, ban: &[u8], gi: &str) {
    match xet(&mau().bytes, ban) {
        Ok(ky) => panic!("{ten}: được coi là chỉ ký: {}", ky.cau()),
        Err(khac) => assert!(khac.to_string().contains(gi), "{ten}: “{khac}”, cần “{gi}”"),
    }
}

#[test]
fn tools_that_sign_a_kept_field_are_let_through() {
    let goc = mau();
    let ky = duoc("một chữ ký", &CapNhat::ky(goc, 0).ghi());
    assert_eq!(ky.chu_ky.len(), 1);
    assert_eq!(ky.chu_ky[0].luc.as_deref(), Some("08:15 ngày 02/01/2026"));
    assert!(ky.ghi_chu.is_empty());
    let mut hai = CapNhat::ky(goc, 0).tiep(goc);
    hai.ky_o(goc, 1);
    assert_eq!(duoc("hai chữ ký", &hai.ghi()).chu_ky.len(), 2);
    let mut sat = CapNhat::ky(goc, 0);
    sat.sau.clear();
    duoc("không xuống dòng sau %%EOF", &sat.ghi());
}

/// iText: catalog, form with a font, page, list of the trailer; a line about itself.
fn itext(goc: &Goc) -> CapNhat {
    let mut moi = CapNhat::ky_moi(goc, 0, "400 790 550 835", "/AP<</N 99999 0 R>>/MK<<>>");
    let font = moi.them("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    let n2 = moi.them(luong(
        &format!("/Type/XObject/Subtype/Form/FormType 1/BBox[0 0 150 60]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F1 {font} 0 R>>>>"),
        b"BT /F1 9 Tf 2 40 Td (Ky boi: Nguyen Van A) Tj ET",
    ));
    let n0 = moi
        .them(luong("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<<>>", b"% DSBlank\n"));
    let frm = moi.them(luong(
        &format!("/Type/XObject/Subtype/Form/BBox[0 0 150 60]/Resources<</XObject<</n0 {n0} 0 R/n2 {n2} 0 R>>>>"),
        b"q 1 0 0 1 0 0 cm /n0 Do Q q 1 0 0 1 0 0 cm /n2 Do Q",
    ));
    let top = moi.them(luong(
        &format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 150 60]/Resources<</XObject<</FRM {frm} 0 R>>>>"
        ),
        b"q 1 0 0 1 0 0 cm /FRM Do Q",
    ));
    for (_, ruot) in &mut moi.doi {
        if let Ok(text) = String::from_utf8(ruot.clone()) {
            *ruot = text.replace("99999 0 R", &format!("{top} 0 R")).into_bytes();
        }
    }
    let info = goc.ruot(goc.info).replace("/ModDate(D:2", "/Producer(sua bang iText)/ModDate(D:3");
    assert!(info.contains("iText"));
    moi.thay(goc.info, info);
    let form = moi.doi.iter().find(|(so, _)| *so == goc.form).unwrap().1.clone();
    let form = String::from_utf8(form).unwrap();
    let form =
        form.replacen("<<", &format!("<</DA(/Helv 0 Tf 0 g )/DR<</Font<</Helv {font} 0 R>>>>"), 1);
    moi.thay(goc.form, form);
    moi.truoc_tra = b"%iText-Core-8.0.2\n".to_vec();
    moi
}

#[test]
fn tools_that_bring_their_own_field_are_let_through_and_their_picture_is_told() {
    let goc = mau();
    let ky = duoc("iText", &itext(goc).ghi());
    assert!(ky.ghi_chu[0].contains("đặt vào chỗ trống của trang 1"), "{ky:?}");
    let an = CapNhat::ky_moi(goc, 0, "0 0 0 0", "");
    assert!(duoc("không hình", &an.ghi()).ghi_chu.is_empty());
}

/// Adobe: a stream of references, catalog and form packed, permissions, extensions, certification.
fn adobe(goc: &Goc) -> CapNhat {
    let mut moi = CapNhat::ky(goc, 0);
    let gia_tri = moi.doi[0].0;
    let text = String::from_utf8(moi.doi[0].1.clone()).unwrap();
    let quyen = "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]/Prop_Build<</App<</Name/Adobe#20Acrobat/REx(21.7)>>>>";
    moi.thay(gia_tri, text.replacen("/M(", &format!("{quyen}/M("), 1));
    let root = goc.ruot(goc.root).replacen("<<", &format!("<</Perms<</DocMDP {gia_tri} 0 R>>/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 8>>>>"), 1);
    moi.thay(goc.root, root);
    moi.thay(goc.form, goc.ruot(goc.form).replace("/SigFlags 1", "/SigFlags 3"));
    moi.luong = true;
    moi.goi = vec![goc.root, goc.form];
    moi
}

#[test]
fn packed_objects_and_streams_of_references_are_read() {
    let goc = mau();
    duoc("Adobe", &adobe(goc).ghi());
    // PDFBox: a length that stands in an object of its own.
    let mut moi = CapNhat::ky(goc, 0);
    let dai = moi.them("25");
    let hinh = moi.doi[1].0;
    let text = String::from_utf8(moi.doi[1].1.clone()).unwrap();
    moi.thay(hinh, text.replace("/Length 25", &format!("/Length {dai} 0 R")));
    duoc("PDFBox", &moi.ghi());
}

type Cach = (&'static str, fn(&Goc, &mut CapNhat), &'static str);

/// What a forger does to an update that is otherwise a signature, and the word that must name it.
const CACH: &[Cach] = &[
    ("con dấu", |g, m| chu_thich(g, m, "/Stamp"), "không phải chữ ký số (trang 1)"),
    ("chữ đè", |g, m| chu_thich(g, m, "/FreeText"), "chữ viết thêm lên trang (trang 1)"),
    ("ô điền", |g, m| chu_thich(g, m, "/Widget/FT/Tx"), "ô điền"),
    ("liên kết", |g, m| chu_thich(g, m, "/Link"), "liên kết"),
    ("đính kèm ở trang", |g, m| chu_thich(g, m, "/FileAttachment"), "tệp đính kèm"),
    ("che đen", |g, m| chu_thich(g, m, "/Redact"), "ghi chú"),
    ("khung cắt", |g, m| trang(g, m, "/CropBox[0 400 595 842]"), "khung cắt"),
    ("đơn vị", |g, m| trang(g, m, "/UserUnit 3"), "khổ trang"),
    ("xoay", |g, m| trang(g, m, "/Rotate 180"), "xoay"),
    ("lệnh của trang", |g, m| trang(g, m, "/AA<</O<</S/JavaScript/JS(x)>>>>"), "lệnh tự chạy"),
    ("nhóm", |g, m| trang(g, m, "/Group<</S/Transparency>>"), "mục “Group”"),
    ("xoay ở nhánh", |g, m| nhanh(g, m, "/Rotate 90"), "đặt lại"),
    ("khung ở nhánh", |g, m| nhanh(g, m, "/CropBox[0 0 99 99]"), "đặt lại"),
    ("trang đầu", trang_dau, "có trang được thêm vào trước trang 1"),
    ("bỏ trang", bo_trang, "có trang bị bỏ"),
    ("đính kèm", dinh_kem, "tệp đính kèm"),
    ("tệp mồ côi", |_, m| mo_coi(m, "/Type/EmbeddedFile"), "tệp đính kèm"),
    ("luồng mồ côi", |_, m| mo_coi(m, ""), "không thuộc chữ ký nào"),
    ("XMP", |g, m| doi_xmp(g, m, "Đồng Tháp", "Đồng Thap"), "XMP"),
    ("bình luận trong XMP", |g, m| doi_xmp(g, m, "<rdf:RDF", "<!--x--><rdf:RDF"), "XMP"),
    (
        "cấu trúc",
        |g, m| sua(g, m, g.tro(g.root, "/StructTreeRoot"), "/Type", "/X 1/Type"),
        "cấu trúc",
    ),
    (
        "cấu trúc khác",
        |g, m| danh_muc_thay(g, m, "/StructTreeRoot", "/StructTreeRoot 1 0 R/XStructTreeRoot"),
        "cấu trúc",
    ),
    (
        "chạy khi mở",
        |g, m| danh_muc(g, m, "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        "tự chạy",
    ),
    ("lệnh của tệp", |g, m| danh_muc(g, m, "/AA<</WC<</S/JavaScript/JS(x)>>>>"), "tự chạy"),
    ("lớp ẩn hiện", |g, m| danh_muc(g, m, "/OCProperties<</OCGs[]/D<<>>>>"), "ẩn hiện"),
    ("bày tệp", |g, m| danh_muc(g, m, "/Collection<<>>"), "tệp đính kèm"),
    ("chạy theo tên", |g, m| danh_muc(g, m, "/URI<</Base(http://x)>>"), "URI"),
    ("quyền", |g, m| danh_muc(g, m, "/Perms<</UR3 1 0 R>>"), "quyền"),
    ("ngôn ngữ", |g, m| danh_muc_thay(g, m, "/Lang(vi-VN)", "/Lang(en-US)"), "Lang"),
    ("DSS có tệp", |g, m| dss(g, m, b"khong phai chung thu"), "DSS"),
    (
        "nhiễu trong chú thích",
        |_, m| {
            m.truoc_tra = [b"%/ByteRange".to_vec(), vec![b'x'; 100_000], b"\n".to_vec()].concat()
        },
        "chú thích lạ",
    ),
    ("nhiễu trống", |_, m| m.truoc_tra = vec![b' '; 100_000], "nằm ngoài"),
    (
        "trang giấu trong hình",
        |g, m| {
            let so = m.doi[1].0;
            let giau = format!("0 g\n{} 0 %x\nobj<</Type/Page>>", g.trang[0]);
            m.thay(so, luong("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", giau.as_bytes()));
        },
        "giấu trong dữ liệu khác",
    ),
    (
        "khung hình không có bề mặt",
        |_, m| {
            let so = m.doi[1].0;
            m_sua(m, so, "/BBox[0 0 100 100]", "/BBox[0 0 0 100]");
        },
        "đơn giản",
    ),
    ("rác", |_, m| m.truoc_tra = b"9 0 ob\n".to_vec(), "nằm ngoài"),
    (
        "startxref thứ hai",
        |g, m| m.sau = format!("\nstartxref\n{}\n%%EOF\n", g.tra).into_bytes(),
        "",
    ),
    ("đuôi", |_, m| m.sau = b"\nthua".to_vec(), "sau chỗ hết"),
    ("đuôi trống", |_, m| m.sau = vec![b'\n'; 5000], "sau chỗ hết"),
    ("bỏ đối tượng", |g, m| m.dong_la.push((g.trang[1], "0000000000 00001 f ".into())), "gạch bỏ"),
    ("đời khác", |g, m| m.dong_la.push((g.trang[1], "0000000016 00001 n ".into())), "đời khác 0"),
    (
        "trỏ về bản gốc",
        |g, m| m.dong_la.push((g.trang[1], "0000000016 00000 n ".into())),
        "trỏ sai chỗ",
    ),
    (
        "hai dòng một số",
        |g, m| m.dong_la.push((g.o_ky[0], "0000000016 00000 n ".into())),
        "hai lần",
    ),
    (
        "nội dung",
        |g, m| m.thay(g.tro(g.trang[1], "/Contents"), luong("", b"")),
        "nội dung của trang bị thay (trang 2)",
    ),
    (
        "tài nguyên",
        |g, m| m.thay(g.tro(g.trang[1], "/Resources"), "<<>>"),
        "nội dung của trang bị thay (trang 2)",
    ),
    ("phông", phong, "phông"),
    ("mã hoá", |_, m| m.them_duoi = "/Encrypt<</Filter/Standard>>".into(), "Encrypt"),
    ("bảng lai", |_, m| m.them_duoi = "/XRefStm 16".into(), "XRefStm"),
    ("mục đuôi", |_, m| m.them_duoi = "/Foo 1".into(), "Foo"),
    (
        "gốc khác",
        |g, m| {
            m.root = m.them(goc_gia(g));
        },
        "văn bản khác",
    ),
    (
        "thu nhỏ",
        |_, m| {
            m.size = 0;
            m.doi.retain(|(so, _)| *so < 100);
        },
        "",
    ),
    ("prev", |_, m| m.prev = 16, "không nối liền"),
    ("tên tệp", |g, m| sua(g, m, g.info, "/Author", "/Authos"), "thông tin khác"),
    ("ô trống", o_trong, "không được ký"),
    ("dời ô", |g, m| m_sua(m, g.o_ky[0], "/Rect[", "/Rect[1 2 300 400]/XRect["), "dời chỗ"),
    ("đổi tên ô", |g, m| m_sua(m, g.o_ky[0], "(nguoi_ky)", "(nguoi-ky)"), "không chỉ được ký"),
    (
        "lệnh của ô",
        |g, m| m_sua(m, g.o_ky[0], "/V ", "/AA<</U<</S/URI>>>>/V "),
        "không chỉ được ký",
    ),
    ("hình ra ngoài ô", |g, m| m_sua(m, g.o_ky[0], "/F 4", "/F 12"), "ra ngoài ô"),
    ("lớp ở ô", |g, m| m_sua(m, g.o_ky[0], "/V ", "/OC 1 0 R/V "), "không chỉ được ký"),
    (
        "lớp ở hình",
        |_, m| {
            let so = m.doi[1].0;
            m_sua(m, so, "/BBox", "/OC 1 0 R/BBox");
        },
        "không phải để vẽ",
    ),
    (
        "hình ngoài tệp",
        |_, m| {
            let so = m.doi[1].0;
            m_sua(m, so, "/BBox", "/Ref<</F(x.pdf)/Page 0>>/BBox");
        },
        "không phải để vẽ",
    ),
    (
        "hình PostScript",
        |_, m| {
            let so = m.doi[1].0;
            m_sua(m, so, "/Subtype/Form", "/Subtype/PS");
        },
        "đơn giản",
    ),
    (
        "hình là nội dung trang",
        |g, m| {
            let so = m.doi[1].0;
            let c = g.tro(g.trang[0], "/Contents");
            m_sua(m, g.o_ky[0], &format!("/N {so} 0 R"), &format!("/N {c} 0 R"));
        },
        "đơn giản",
    ),
    ("mục lạ trong chữ ký", |_, m| m_sua(m, first(m), "/Filter/", "/URL(x)/Filter/"), "mục lạ"),
    (
        "kiểu chữ ký",
        |_, m| m_sua(m, first(m), "adbe.pkcs7.detached", "adbe.x509.rsa_sha1"),
        "không kiểm được",
    ),
    ("không phải CMS", |_, m| m.cms = |_| b"0\x03abc".to_vec(), "không phải chữ ký số"),
    ("số băm sai", |_, m| m.cms = |_| cms(&[7; 32]), "không khớp với nội dung"),
    ("rác sau CMS", |_, m| m.cms = |bam| [cms(bam), vec![0, 0, 1]].concat(), "còn dữ liệu khác"),
    ("không phủ hết", |_, m| m.bo_qua = 9, "không bao trọn"),
    (
        "dữ liệu lẫn trong chỗ chữ ký",
        |_, m| m_sua(m, first(m), "00>>>", "00 >>>"),
        "không bao trọn",
    ),
    ("mục hai lần", |g, m| m_sua(m, g.o_ky[0], "/F 4", "/F 4/F 4"), "hai lần"),
    ("XFA", |g, m| sua(g, m, g.form, "/Fields", "/XFA(x)/Fields"), "XFA"),
    (
        "vẽ lại ô",
        |g, m| sua(g, m, g.form, "/Fields", "/NeedAppearances true/Fields"),
        "NeedAppearances",
    ),
    (
        "bỏ ô",
        |g, m| {
            let o = format!("{} 0 R", g.o_ky[1]);
            sua(g, m, g.form, &o, "");
        },
        "bị bỏ",
    ),
    ("biểu mẫu là trang khác", bieu_mau_la, "nội dung của trang bị thay (trang 2)"),
    (
        "độ dài luồng",
        |_, m| {
            let so = m.doi[1].0;
            m_sua(m, so, "/Length 25", "/Length 24");
        },
        "endstream",
    ),
    (
        "luồng ngoài tệp",
        |_, m| {
            let so = m.doi[1].0;
            m_sua(m, so, "/BBox", "/F(x)/BBox");
        },
        "không phải để vẽ",
    ),
    ("mục lục", |g, m| sua(g, m, g.tro(g.root, "/Outlines"), "/First", "/Firsu"), "của"),
];

fn first(m: &CapNhat) -> u32 {
    m.doi[0].0
}

fn chu_thich(g: &Goc, m: &mut CapNhat, loai: &str) {
    let ap = m.them(luong("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 g 0 0 9 9 re f"));
    let o =
        m.them(format!("<</Type/Annot/Subtype{loai}/F 4/Rect[50 50 500 700]/AP<</N {ap} 0 R>>>>"));
    m.thay(g.trang[0], co_annots(&g.ruot(g.trang[0]), &format!("{o} 0 R")));
}

fn trang(g: &Goc, m: &mut CapNhat, them: &str) {
    sua(g, m, g.trang[0], "/MediaBox", &format!("{them}/MediaBox"));
}

fn nhanh(g: &Goc, m: &mut CapNhat, them: &str) {
    sua(g, m, g.tro(g.root, "/Pages"), "/Kids", &format!("{them}/Kids"));
}

fn danh_muc(g: &Goc, m: &mut CapNhat, them: &str) {
    sua(g, m, g.root, "/Pages", &format!("{them}/Pages"));
}

fn danh_muc_thay(g: &Goc, m: &mut CapNhat, cu: &str, moi: &str) {
    sua(g, m, g.root, cu, moi);
}

/// Writes an issued object again with other words.
fn sua(g: &Goc, m: &mut CapNhat, so: u32, cu: &str, moi: &str) {
    let ruot = g.ruot(so);
    assert!(ruot.contains(cu), "{cu}: {ruot}");
    m.thay(so, ruot.replacen(cu, moi, 1));
}

/// Changes words of an object of the update.
fn m_sua(m: &mut CapNhat, so: u32, cu: &str, moi: &str) {
    let (_, ruot) = m.doi.iter_mut().find(|(co, _)| *co == so).unwrap();
    let text = String::from_utf8(ruot.clone()).unwrap();
    assert!(text.contains(cu), "{cu}: {text}");
    *ruot = text.replacen(cu, moi, 1).into_bytes();
}

fn trang_dau(g: &Goc, m: &mut CapNhat) {
    let pages = g.tro(g.root, "/Pages");
    let nd = m.them(luong("", b""));
    let moi = m
        .them(format!("<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 595 842]/Contents {nd} 0 R>>"));
    sua(g, m, pages, "/Kids[", &format!("/Kids[{moi} 0 R "));
}

fn bo_trang(g: &Goc, m: &mut CapNhat) {
    let pages = g.tro(g.root, "/Pages");
    let ruot = g.ruot(pages);
    let kid = ruot.split("/Kids[").nth(1).unwrap().split(" R").next().unwrap().trim().to_owned();
    sua(g, m, pages, &format!("{kid} R"), "");
}

fn dinh_kem(g: &Goc, m: &mut CapNhat) {
    let tep = m.them(luong("/Type/EmbeddedFile", b"MZ"));
    let fs = m.them(format!("<</Type/Filespec/F(a.exe)/EF<</F {tep} 0 R>>>>"));
    danh_muc(g, m, &format!("/Names<</EmbeddedFiles<</Names[(a.exe) {fs} 0 R]>>>>"));
}

fn mo_coi(m: &mut CapNhat, loai: &str) {
    m.them(luong(loai, &[b"/ByteRange ".to_vec(), vec![b'x'; 100_000]].concat()));
}

fn doi_xmp(g: &Goc, m: &mut CapNhat, cu: &str, moi: &str) {
    let so = g.tro(g.root, "/Metadata");
    let ruot = g.ruot(so);
    let xmp = ruot.split_once("stream").unwrap().1.rsplit_once("endstream").unwrap().0.trim();
    assert!(xmp.contains(cu));
    m.thay(so, luong("/Type/Metadata/Subtype/XML", xmp.replacen(cu, moi, 1).as_bytes()));
}

fn dss(g: &Goc, m: &mut CapNhat, gi: &[u8]) {
    let so = m.them(luong("", gi));
    danh_muc(g, m, &format!("/DSS<</Certs[{so} 0 R]>>"));
}

fn phong(g: &Goc, m: &mut CapNhat) {
    let so = (1..g.size).find(|so| g.ruot(*so).contains("/Type0")).unwrap();
    m.thay(so, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>");
}

fn goc_gia(g: &Goc) -> String {
    g.ruot(g.root)
}

fn o_trong(g: &Goc, m: &mut CapNhat) {
    let ap = m.them(luong("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 g 0 0 9 9 re f"));
    let o = m.them(format!(
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(X)/Rect[50 50 90 90]/AP<</N {ap} 0 R>>>>"
    ));
    m.thay(g.trang[0], co_annots(&g.ruot(g.trang[0]), &format!("{o} 0 R")));
    sua(g, m, g.form, "/Fields[", &format!("/Fields[{o} 0 R "));
}

/// The form moves into an object that is a page's content.
fn bieu_mau_la(g: &Goc, m: &mut CapNhat) {
    let so = g.tro(g.trang[1], "/Contents");
    m.thay(so, g.ruot(g.form));
    let cu = format!("/AcroForm {} 0 R", g.form);
    sua(g, m, g.root, &cu, &format!("/AcroForm {so} 0 R"));
}

#[test]
fn what_no_signature_needs_is_refused_and_named() {
    let goc = mau();
    let mut sai = Vec::new();
    for (ten, cach, gi) in CACH {
        let mut moi = CapNhat::ky(goc, 0);
        cach(goc, &mut moi);
        let ban = moi.ghi();
        match xet(&goc.bytes, &ban) {
            Ok(_) => sai.push(format!("{ten}: được nhận")),
            Err(khac) if !khac.to_string().contains(gi) => sai.push(format!("{ten}: “{khac}”")),
            Err(_) => {}
        }
    }
    assert!(sai.is_empty(), "{}", sai.join("\n"));
}

/// The same, on a paper that was issued: whatever the forger did, no verb takes the file for signed; a signature alone
/// is taken by all.
#[test]
fn no_verb_takes_a_forged_update_for_a_signature() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path();
    for ten in ["co-quan.yaml", "danh-ba.yaml", "ke-hoach.yaml"] {
        std::fs::copy(support::sample().join(ten), dir.join(ten)).unwrap();
    }
    let out = lam(Request::Issue(IssueRequest {
        tep: dir.join("ke-hoach.yaml"),
        date: Some("15/3/2023".into()),
        signature_fields: true,
        ..IssueRequest::default()
    }));
    assert!(xong(&out), "{out:?}");
    let folder = dir.join("phat-hanh/2023/01-KH-HDND");
    let path = folder.join("01-KH-HDND.pdf");
    let goc = Goc::doc(std::fs::read(&path).unwrap());
    let ba = |ban: &[u8]| {
        std::fs::write(&path, ban).unwrap();
        let (verified, _, _) = doi_chieu(&folder);
        let (sent, _, _) = gui(&folder);
        [verified, xong(&soat_so(dir)), sent]
    };
    let mut sai = Vec::new();
    for (ten, cach, _) in CACH {
        let mut moi = CapNhat::ky(&goc, 0);
        cach(&goc, &mut moi);
        if ba(&moi.ghi()) != [false; 3] {
            sai.push(*ten);
        }
    }
    assert!(sai.is_empty() && !dir.join("gui").exists(), "{sai:?}");
    let to = CapNhat::ky_moi(&goc, 0, "0 0 595 842", "/AP<</N 99999 0 R>>").ghi();
    assert_eq!(ba(&to), [false; 3]);
    assert_eq!(ba(&CapNhat::ky(&goc, 0).ghi()), [true; 3]);
}

#[test]
fn a_field_of_a_tools_own_stays_in_its_bounds() {
    let goc = mau();
    let ap = |trang: usize, rect: &str| {
        let mut moi = CapNhat::ky_moi(goc, trang, rect, "/AP<</N 99999 0 R>>");
        let hinh = moi.them(luong("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 g 0 0 9 9 re f"));
        let o = moi.doi.iter().find(|(_, r)| r.starts_with(b"<</Type/Annot")).unwrap().0;
        m_sua(&mut moi, o, "99999 0 R", &format!("{hinh} 0 R"));
        moi.ghi()
    };
    duoc("góc trên bên phải", &ap(0, "400 790 550 835"));
    // The kept place is 25 mm high, from 329 to 400 points: post above, name below.
    let cham = duoc("chạm chức vụ và họ tên", &ap(2, "340 305 500 430"));
    assert!(cham.ghi_chu[0].contains("chạm chức vụ hoặc họ tên"), "{cham:?}");
    tu_choi("to", &ap(0, "0 0 595 842"), "đặt đè lên trang");
    tu_choi("ngoài", &ap(0, "500 300 700 370"), "ra ngoài trang");
    tu_choi("che chữ", &ap(0, "300 300 450 370"), "đè lên chữ của văn bản");
    tu_choi("che ngày tháng", &ap(0, "330 715 560 740"), "đè lên chữ của văn bản");
    tu_choi("che nơi nhận", &ap(2, "90 300 250 400"), "đè lên chữ của văn bản");
    let khung = CapNhat::ky_moi(goc, 0, "300 300 450 370", "/MK<</BG[1 1 1]>>");
    tu_choi("nền không hình", &khung.ghi(), "đè lên chữ của văn bản");
    let mut trung = CapNhat::ky_moi(goc, 0, "0 0 0 0", "");
    let o = trung.doi.iter().find(|(_, r)| r.starts_with(b"<</Type/Annot")).unwrap().0;
    m_sua(&mut trung, o, "(Signature1)", "(nguoi_ky)");
    tu_choi("trùng tên", &trung.ghi(), "cùng tên");
}

/// Every paper of the sample: where its letters stand is read from its own bytes, and so is the place between post
/// and name.
#[test]
fn a_picture_may_touch_post_and_name_and_no_other_words() {
    let dir = tempfile::tempdir().unwrap();
    let mut build = support::vanthu();
    build.arg("build").arg(support::sample()).args(["-f", "pdf", "--o-ky", "-o"]).arg(dir.path());
    support::tool(&mut build);
    let (mut giay, mut trang) = (0, 0);
    for tep in std::fs::read_dir(dir.path()).unwrap().map(|tep| tep.unwrap().path()) {
        if tep.extension().is_none_or(|duoi| duoi != "pdf") {
            continue;
        }
        giay += 1;
        let goc = Goc::doc(std::fs::read(&tep).unwrap());
        let ky = |trang: usize, [a, b, c, d]: [f64; 4]| {
            let moi = CapNhat::ky_moi(&goc, trang, &format!("{a} {b} {c} {d}"), "");
            xet(&goc.bytes, &moi.ghi())
        };
        for (thu, [x0, y0, x1, y1]) in chu_dau_trang(&tep).into_iter().enumerate() {
            trang += 1;
            let che = ky(thu, [x0 - 2.0, y0 - 2.0, x1 + 2.0, y1 + 2.0]).map(|_| ()).unwrap_err();
            assert!(che.to_string().contains("đè lên chữ"), "{}: {che}", tep.display());
        }
        let o_ky = std::fs::read_to_string(tep.with_extension("o-ky.json")).unwrap();
        let o_ky: serde_json::Value = serde_json::from_str(&o_ky).unwrap();
        for o in o_ky["o_ky"].as_array().unwrap() {
            let pt: Vec<f64> =
                o["pt"].as_array().unwrap().iter().map(|so| so.as_f64().unwrap()).collect();
            let trang = o["trang"].as_u64().unwrap() as usize - 1;
            let rong = [pt[0] - 6.0, pt[1] - 12.0, pt[2] + 6.0, pt[3] + 8.0];
            let duoc = ky(trang, rong).unwrap_or_else(|che| panic!("{}: {o} {che}", tep.display()));
            assert_eq!(duoc.ghi_chu.len(), 1);
        }
    }
    assert!(giay > 5 && trang > 15, "{giay} văn bản, {trang} trang");
}

/// The place of the first word of each page, in points from the lower left, as poppler reads it.
fn chu_dau_trang(pdf: &Path) -> Vec<[f64; 4]> {
    let text = support::tool(Command::new("pdftotext").arg("-bbox").arg(pdf).arg("-"));
    let so = |dong: &str, ten: &str| -> f64 {
        dong.split(&format!("{ten}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    text.split("<page ")
        .skip(1)
        .map(|trang| {
            let (cao, chu) = (so(trang, "height"), trang.split("<word ").nth(1).unwrap());
            [so(chu, "xMin"), cao - so(chu, "yMax"), so(chu, "xMax"), cao - so(chu, "yMin")]
        })
        .collect()
}

#[test]
fn what_comes_after_a_signature_is_judged_too() {
    let goc = mau();
    tu_choi("không ký gì", &goc.bytes, "không có chữ ký số nào");
    let dau = CapNhat::ky(goc, 0);
    let gia_tri = dau.doi[0].0;
    let hinh = dau.doi[1].0;
    let mut sau = dau.clone().tiep(goc);
    chu_thich(goc, &mut sau, "/Stamp");
    tu_choi("đóng thêm sau khi ký", &sau.ghi(), "không phải chữ ký số");
    let mut sau = dau.clone().tiep(goc);
    sau.thay(gia_tri, "<</Type/Sig>>");
    tu_choi("bỏ chữ ký", &sau.ghi(), "bị thay");
    let mut sau = dau.clone().tiep(goc);
    sau.thay(hinh, luong("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b""));
    tu_choi("thay hình chữ ký", &sau.ghi(), "bị thay");
    let mut ban = dau.ghi();
    ban.splice(0..0, *b"\n");
    tu_choi("dời cả tệp", &ban, "không còn nguyên");
}

#[test]
fn bombs_and_twenty_thousand_ends_cost_nothing() {
    let goc = mau();
    let ky = CapNhat::ky(goc, 0).ghi();
    let mut cac = vec![("%%EOF", [ky.clone(), b"%%EOF\n".repeat(20_000)].concat())];
    let mut giua = goc.bytes.clone();
    giua.extend(b"startxref\n16\n%%EOF\n".repeat(20_000));
    giua.extend(&ky[goc.bytes.len()..]);
    cac.push(("startxref", giua));
    let mut sau = CapNhat::ky(goc, 0);
    sau.them("[".repeat(300_000));
    cac.push(("lồng", sau.ghi()));
    for (ten, ban) in &cac {
        let dung = cua_bo_xu_ly(|| tu_choi(ten, ban, ""));
        assert!(dung < Duration::from_secs(1), "{ten}: {dung:?}");
    }
    let dung = cua_bo_xu_ly(|| {
        assert!(vanthu::writers::pdf::ban_ky::tim_goc(&cac[0].1, &"0".repeat(64)).is_none());
    });
    assert!(dung < Duration::from_secs(1), "{dung:?}");
}

#[test]
fn a_byte_changed_before_signing_is_refused_or_draws_nothing() {
    let goc = mau();
    let mut ngau = Ngau(2026);
    let cac = [CapNhat::ky_moi(goc, 0, "0 0 0 0", ""), adobe(goc), itext(goc)];
    let mut nhan = Vec::new();
    for thu in 0..1500 {
        let moi = &cac[thu % cac.len()];
        let mut tho = moi.clone().tho();
        ngau.doi(&mut tho, goc.bytes.len());
        let ban = moi.dien(tho);
        // A shown picture may change inside its rectangle: only what shows nothing is drawn below.
        if xet(&goc.bytes, &ban).is_ok() && thu % cac.len() == 0 {
            nhan.push(ban);
        }
    }
    assert!(nhan.len() > 5, "chỉ {} tệp được nhận", nhan.len());
    let dir = tempfile::tempdir().unwrap();
    let ve = |bytes: &[u8]| {
        let pdf = dir.path().join("a.pdf");
        std::fs::write(&pdf, bytes).unwrap();
        ve_lai(&pdf)
    };
    let can = ve(&goc.bytes);
    let buoc = nhan.len().div_ceil(12);
    for ban in nhan.iter().step_by(buoc) {
        assert!(ve(ban) == can, "một tệp được nhận mà vẽ khác");
    }
}

/// The pages by poppler and by MuPDF.
fn ve_lai(pdf: &Path) -> Vec<Vec<u8>> {
    let chay = |ten: &str, doi: &[&str]| {
        let mut lenh = Command::new(ten);
        let out = lenh.args(doi).output().unwrap();
        assert!(!out.stdout.is_empty(), "{ten}: {}", support::stderr(&out));
        out.stdout
    };
    let pdf = pdf.to_str().unwrap();
    let mupdf = ["draw", "-q", "-r", "40", "-F", "pgm", "-o", "-", pdf];
    vec![chay("pdftoppm", &["-gray", "-r", "40", pdf]), chay("mutool", &mupdf)]
}

/// Numbers that are the same in each run.
struct Ngau(u64);

impl Ngau {
    fn so(&mut self, nho_hon: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % nho_hon
    }

    /// Changes a few bytes behind `tu`: what a forger would type, as often as any byte; a piece doubled, moved, lost.
    fn doi(&mut self, bytes: &mut Vec<u8>, tu: usize) {
        const CHU: &[u8] = b"/<>[]() \n0123456789RNobjVAP";
        for _ in 0..=self.so(3) {
            let o = tu + self.so(bytes.len() - tu);
            let den = (o + self.so(40)).min(bytes.len());
            match self.so(8) {
                0..3 => bytes[o] = CHU[self.so(CHU.len())],
                3..6 => bytes[o] = self.so(256) as u8,
                6 => drop(bytes.drain(o..den)),
                _ => {
                    let manh = bytes[o..den].to_vec();
                    let cho = tu + self.so(bytes.len() - tu);
                    bytes.splice(cho..cho, manh);
                }
            }
        }
    }
}

/// What a viewer draws of a small file, by another reader's eyes.
fn thay_gi(bytes: &[u8]) -> Option<Vec<String>> {
    let pdf = lopdf::Document::load_mem(bytes).ok()?;
    let mot = |id: lopdf::ObjectId| {
        let trang = pdf.get_dictionary(id).ok()?;
        let mut muc: Vec<String> = trang
            .iter()
            .filter(|(khoa, _)| khoa.as_slice() != b"Annots")
            .map(|(khoa, vat)| format!("{} {vat:?}", String::from_utf8_lossy(khoa)))
            .collect();
        muc.sort();
        Some(format!("{muc:?} {:?}", pdf.get_page_content(id)))
    };
    pdf.get_pages().into_values().map(mot).collect()
}

/// `LUOT=1000000 cargo test --release --test all ban_ky -- --ignored`
#[test]
#[ignore = "takes long"]
fn a_million_changed_updates() {
    let luot: usize = std::env::var("LUOT").map_or(20_000, |luot| luot.parse().unwrap());
    let goc = support::ban_ky::nho();
    let mut dong_goi = CapNhat::ky(&goc, 0);
    dong_goi.thay(goc.form, goc.ruot(goc.form));
    dong_goi.luong = true;
    dong_goi.goi = vec![goc.form];
    let cac = [CapNhat::ky(&goc, 0), CapNhat::ky_moi(&goc, 1, "0 0 0 0", ""), dong_goi];
    let can = thay_gi(&goc.bytes).unwrap();
    let (mut ngau, mut nhan) = (Ngau(7), 0);
    for thu in 0..luot {
        let moi = &cac[thu % cac.len()];
        let mut tho = moi.clone().tho();
        ngau.doi(&mut tho, goc.bytes.len());
        let ban = moi.dien(tho);
        if xet(&goc.bytes, &ban).is_ok() {
            nhan += 1;
            let thay = thay_gi(&ban);
            if thay.as_ref() != Some(&can) {
                std::fs::write(support::root().join("target/ban-ky-lo.pdf"), &ban).unwrap();
                panic!("lượt {thu}: {thay:?}");
            }
        }
    }
    println!("{luot} lượt, nhận {nhan}");
}
