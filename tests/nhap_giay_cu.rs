//! `import` of papers as archives and collections have them: letters of before Unicode, titles in capitals, signatures that
//! no rule of today knows, forms with letterheads of their own.

use std::path::Path;
use std::process::Command;

use serde_yaml::Value;

use crate::support::nhap_word::{bare, built, docx, import, imported, p, paper, table, yaml};
use crate::support::{stderr, vanthu};

const QUOC_HIEU: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const TIEU_NGU: &str = "Độc lập - Tự do - Hạnh phúc";

fn dau(so: &str) -> String {
    let left = p("NGÂN HÀNG NHÀ NƯỚC\nVIỆT NAM\n-------", "cb") + &p(so, "c");
    let right = p(&format!("{QUOC_HIEU}\n{TIEU_NGU}\n-------------"), "cb");
    table(&[&[left, right + &p("Hà Nội, ngày 12 tháng 3 năm 2014", "r")]])
}

fn cuoi(ky: &str) -> String {
    let left = p("Nơi nhận:\n- Như Điều 2;\n- Ban lãnh đạo;\n- Lưu: VP.", "b");
    table(&[&[left, p(ky, "cb")]])
}

fn quyet_dinh(tieu_de: &[&str]) -> String {
    let mut all: Vec<String> = tieu_de.iter().map(|line| p(line, "cb")).collect();
    all.extend([
        p("----------", "cb"),
        p("THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC", "c"),
        p("Căn cứ Luật Ngân hàng Nhà nước Việt Nam ngày 16 tháng 6 năm 2010;", "j"),
        p("Theo đề nghị của Vụ trưởng Vụ Chính sách,", "j"),
        p("QUYẾT ĐỊNH:", "cb"),
        p("Điều 1. Mức phí năm 2014 là 5.000 đồng.", "j"),
        p("Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.", "j"),
    ]);
    all.concat()
}

fn of(value: &Value, path: &str) -> String {
    path.split('.').try_fold(value, |value, key| value.get(key)).map(bare).unwrap_or_default()
}

const KY: &str = "KT. THỐNG ĐỐC\nPHÓ THỐNG ĐỐC\n\n\nNguyễn Văn Tám";

/// A subject in capitals goes on to the rule or to who decides, and comes in small letters into the kind's own form.
#[test]
fn a_title_in_capitals_takes_several_lines() {
    let dir = tempfile::tempdir().unwrap();
    let lines = ["QUYẾT ĐỊNH", "VỀ MỨC PHÍ CỦA DỊCH VỤ", "THANH TOÁN NĂM 2014"];
    for (i, rule) in [true, false].into_iter().enumerate() {
        let body = quyet_dinh(&lines);
        let body = if rule { body } else { body.replace(&p("----------", "cb"), "") };
        let (file, out) = (dir.path().join(format!("{i}.docx")), dir.path().join(format!("{i}")));
        docx(&file, &format!("{}{body}{}", dau("Số: 35/QĐ-NHNN"), cuoi(KY)));
        let told = imported(&file, &out);
        assert!(!told.contains("import-lost") && !told.contains("mẫu riêng"), "{rule}: {told}");
        let said = yaml(&paper(&out));
        assert_eq!(of(&said, "trich_yeu"), "về mức phí của dịch vụ thanh toán năm 2014");
        assert_eq!(of(&said, "tham_quyen"), "thống đốc ngân hàng nhà nước", "{rule}");
        assert_eq!(
            of(&yaml(&out.join("co-quan.yaml")), "co_quan_ban_hanh"),
            "ngân hàng nhà nước việt nam"
        );
    }
}

/// The same text in the letters of a face, with the letter that some programs keep as a mark.
fn chu_cu(body: &str, phong: &str, doi: &[(&str, &str)]) -> String {
    let fonts = format!("<w:rPr><w:rFonts w:ascii=\"{phong}\" w:hAnsi=\"{phong}\"/>");
    let body = body.replace("<w:rPr>", &fonts);
    doi.iter().fold(body, |body, (moi, cu)| body.replace(moi, cu))
}

/// Letters of TCVN3 and of VNI are those that their faces show.
#[test]
fn letters_of_before_unicode_are_read_by_their_face() {
    let dir = tempfile::tempdir().unwrap();
    let tcvn3 = [
        ("Điều", "§iÒu"),
        ("được giữ", "®\u{AD}îc gi÷"),
        ("trường học", "tr</w:t><w:softHyphen/><w:t>êng häc"),
        ("Nội dung", "Néi dung"),
    ];
    let vni = [
        ("Điều", "Ñieàu"),
        ("được giữ", "ñöôïc giöõ"),
        ("trường học", "tröôøng hoïc"),
        ("Nội dung", "Noäi dung"),
    ];
    let line = p("Nội dung: được giữ ở trường học.", "j").replace("ở ", "");
    for (phong, doi, bang_ma) in [(".VnTime", &tcvn3, "TCVN3"), ("VNI-Times", &vni, "VNI")] {
        let old = chu_cu(&line, phong, doi);
        assert!(!old.contains("được"), "{old}");
        let body = quyet_dinh(&["QUYẾT ĐỊNH", "Về việc giữ trường học"]);
        let body =
            body.replace(&p("QUYẾT ĐỊNH:", "cb"), &format!("{}{old}", p("QUYẾT ĐỊNH:", "cb")));
        let (file, out) = (dir.path().join(format!("{bang_ma}.docx")), dir.path().join(bang_ma));
        docx(&file, &format!("{}{body}{}", dau("Số: 35/QĐ-NHNN"), cuoi(KY)));
        let told = imported(&file, &out);
        assert!(
            told.contains(&format!("bảng mã {bang_ma}")) && !told.contains("import-lost"),
            "{told}"
        );
        let said = of(&yaml(&paper(&out)), "noi_dung");
        assert!(said.starts_with("nội dung: được giữ trường học."), "{bang_ma}: {said}");
    }
}

/// Capitals of a face that has them in the places of small letters.
#[test]
fn a_face_of_capitals_shows_capitals() {
    let dir = tempfile::tempdir().unwrap();
    let title = chu_cu(&p("QUYẾT ĐỊNH", "cb"), ".VnTimeH", &[("QUYẾT ĐỊNH", "quyÕt ®Þnh")]);
    let body = quyet_dinh(&["QUYẾT ĐỊNH", "Về việc giữ trường"]).replacen(
        &p("QUYẾT ĐỊNH", "cb"),
        &title,
        1,
    );
    let (file, out) = (dir.path().join("h.docx"), dir.path().join("h"));
    docx(&file, &format!("{}{body}{}", dau("Số: 35/QĐ-NHNN"), cuoi(KY)));
    let told = imported(&file, &out);
    assert!(!told.contains("import-lost"), "{told}");
    assert_eq!(of(&yaml(&paper(&out)), "loai"), "quyet_dinh");
}

/// Lines over a signature that no rule has are told; the post and the name are there, and the paper is built.
#[test]
fn a_signature_of_another_making_keeps_post_and_name() {
    let dir = tempfile::tempdir().unwrap();
    let ky = "KT. TỔNG CỤC TRƯỞNG\nKT. CỤC TRƯỞNG CỤC THUẾ\nPHÓ CỤC TRƯỞNG\n\n\nNguyễn Văn Tám";
    let (file, out) = (dir.path().join("ky.docx"), dir.path().join("ky"));
    let body = quyet_dinh(&["QUYẾT ĐỊNH", "Về mức phí"]);
    docx(&file, &format!("{}{body}{}", dau("Số: 35/QĐ-NHNN"), cuoi(ky)));
    let told = imported(&file, &out);
    assert!(
        told.contains("chỉ ghi chức vụ “PHÓ CỤC TRƯỞNG”") && told.contains("import-lost"),
        "{told}"
    );
    let office = yaml(&out.join("co-quan.yaml"));
    assert_eq!(of(&office, "nguoi_ky.pho_cuc_truong.dong"), "phó cục trưởng");
    assert_eq!(of(&office, "nguoi_ky.pho_cuc_truong.ho_ten"), "nguyễn văn tám");
}

/// A form in an appendix has a letterhead, which is a part of it; the appendix has an Arabic number and a short date.
#[test]
fn letterheads_of_forms_stay_in_their_appendix() {
    let dir = tempfile::tempdir().unwrap();
    let form =
        table(&[&[p("TÊN DOANH NGHIỆP", "cb"), p(&format!("{QUOC_HIEU}\n{TIEU_NGU}"), "cb")]]);
    let appendix = [
        p("PHỤ LỤC 1", "cb"),
        p("MẪU ĐƠN ĐỀ NGHỊ", "cb"),
        p(
            "(Ban hành kèm theo Quyết định số 35/QĐ-NHNN ngày 12/3/2014 của Thống đốc Ngân hàng Nhà nước)",
            "c",
        ),
        form,
        p("ĐƠN ĐỀ NGHỊ", "cb"),
        p("Kính đề nghị xem xét.", "j"),
        p("PHỤ LỤC SỐ 02", "cb"),
        p("DANH MỤC", "cb"),
        p("Không có.", "j"),
    ];
    let (file, out) = (dir.path().join("don.docx"), dir.path().join("don"));
    let body = quyet_dinh(&["QUYẾT ĐỊNH", "Về mức phí"]);
    docx(&file, &format!("{}{body}{}{}", dau("Số: 35/QĐ-NHNN"), cuoi(KY), appendix.concat()));
    let told = imported(&file, &out);
    assert!(!told.contains("import-lost") && !told.contains("mẫu riêng"), "{told}");
    let said = yaml(&paper(&out));
    let of_form = said.get("phu_luc").and_then(|all| all.get(0)).map(|own| of(own, "noi_dung"));
    let of_form = of_form.unwrap_or_default();
    assert!(of_form.contains("tên doanh nghiệp") && of_form.contains("đơn đề nghị"), "{of_form}");
}

/// Marks and numbers that stand before a text are printed as they stood: a star, a number in bold before a bold name.
#[test]
fn marks_before_a_text_stay_as_they_are() {
    let dir = tempfile::tempdir().unwrap();
    let own = p("* Về thẩm quyền: đúng quy định.", "j") + &p("2. Hồ sơ kèm theo:", "jb");
    let body = quyet_dinh(&["QUYẾT ĐỊNH", "Về mức phí"]);
    let at = body.find("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space=\"preserve\">Điều 2.").unwrap();
    let body = format!("{}{own}{}", &body[..at], &body[at..]);
    let (file, out) = (dir.path().join("dau.docx"), dir.path().join("dau"));
    docx(&file, &format!("{}{body}{}", dau("Số: 35/QĐ-NHNN"), cuoi(KY)));
    imported(&file, &out);
    let made = vanthu().arg("build").arg(&out).args(["-f", "docx"]).output().unwrap();
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let mut unzip = Command::new("unzip");
    unzip.arg("-p").arg(paper(&out).with_extension("docx")).arg("word/document.xml");
    let said = String::from_utf8(unzip.output().unwrap().stdout).unwrap();
    assert!(said.contains(">* Về thẩm quyền"), "{said}");
    let number = said.split("Hồ sơ kèm theo").next().unwrap().rsplit("<w:rPr>").next().unwrap();
    assert!(number.contains("Strong") && number.contains("2."), "{number}");
}

/// A charter by itself is a kind of its own with a subject; where it was issued stays in its text.
#[test]
fn a_charter_stands_by_itself() {
    let dir = tempfile::tempdir().unwrap();
    let head = table(&[&[
        p("ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP", "cb"),
        p(&format!("{QUOC_HIEU}\n{TIEU_NGU}"), "cb"),
    ]]);
    let body = [
        p("ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)", "cb"),
        p("HỘI KHUYẾN HỌC TỈNH ĐỒNG THÁP", "cb"),
        p("(Kèm theo Quyết định số     /QĐ-UBND ngày    /    /2025)", "c"),
        p("Chương I\nQUY ĐỊNH CHUNG", "cb"),
        p("Điều 1. Tên gọi", "jb"),
        p("Hội Khuyến học tỉnh Đồng Tháp.", "j"),
    ];
    let (file, out) = (dir.path().join("dieu-le.docx"), dir.path().join("dieu-le"));
    docx(&file, &format!("{head}{}", body.concat()));
    let told = imported(&file, &out);
    assert!(
        !told.contains("import-lost") && told.contains("(loại này không có trong quy định)"),
        "{told}"
    );
    let said = yaml(&paper(&out));
    assert_eq!(of(&said, "trich_yeu"), "hội khuyến học tỉnh đồng tháp");
    let office = yaml(&out.join("co-quan.yaml"));
    assert_eq!(of(&office, "co_quan_ban_hanh"), "ủy ban nhân dân tỉnh đồng tháp");
}

/// A file of pictures alone has nothing to take over, and nothing is written.
#[test]
fn a_file_without_letters_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let file: &Path = &dir.path().join("quet.docx");
    docx(file, &p("", "").repeat(3));
    let done = import(file, &dir.path().join("quet"));
    assert!(stderr(&done).contains("import-empty") && !dir.path().join("quet").exists());
}

/// What makes a paper a copy is none of its own, and no appendix.
#[test]
fn the_head_of_a_copy_is_told_and_not_taken() {
    let dir = tempfile::tempdir().unwrap();
    let copies = built("the-thuc", &dir.path().join("the-thuc"));
    for (ten, loai) in [("sao-y-giay", "giay_gioi_thieu"), ("trich-sao-giay", "quyet_dinh")] {
        let file =
            copies.iter().find(|path| path.file_stem().is_some_and(|own| own == ten)).unwrap();
        let told = imported(file, &dir.path().join(ten));
        assert!(told.contains("tệp là bản sao") && told.contains("import-lost"), "{ten}: {told}");
        let said = yaml(&paper(&dir.path().join(ten)));
        assert_eq!((of(&said, "loai").as_str(), said.get("phu_luc")), (loai, None), "{ten}");
    }
}
