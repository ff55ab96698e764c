//! Papers as offices really make them: traits that files from many offices have, each on a made-up paper. `import` takes
//! them over, and `check` finds no fault in what is none.

use std::path::Path;

use crate::support::nhap_word::{bare, docx, imported, p, paper, table, yaml};
use crate::support::{stderr, vanthu};
use serde_yaml::Value;
use unicode_normalization::UnicodeNormalization;

const QUOC_HIEU: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const TIEU_NGU: &str = "Độc lập - Tự do - Hạnh phúc";

fn dau(so: &str, ngay: &str) -> String {
    let left = p("ỦY BAN NHÂN DÂN", "cb") + &p("XÃ MỸ THỌ", "cb");
    let right = p(QUOC_HIEU, "cb") + &p(TIEU_NGU, "cb");
    table(&[&[left, right], &[so.to_owned(), p(ngay, "ci")]])
}

fn dau_thuong(so: &str) -> String {
    dau(&p(so, "c"), "Mỹ Thọ, ngày 05 tháng 3 năm 2026")
}

fn cuoi(chuc_vu: &[&str]) -> String {
    let left = p("Nơi nhận:", "b") + &p("- Như trên;", "") + &p("- Lưu: VT.", "");
    let posts: String = chuc_vu.iter().map(|post| p(post, "cb")).collect();
    table(&[&[left, posts + &p("", "") + &p("Lê Thị Chín", "cb")]])
}

/// What the paper and its office say.
struct Nhap {
    told: String,
    giay: Value,
    co_quan: Value,
    text: String,
}

fn nhap(body: &str) -> Nhap {
    let dir = tempfile::tempdir().unwrap();
    let (file, hs) = (dir.path().join("goc.docx"), dir.path().join("hs"));
    docx(&file, body);
    let told = imported(&file, &hs);
    let path = paper(&hs);
    let text = std::fs::read_to_string(&path).unwrap();
    Nhap { told, giay: yaml(&path), co_quan: yaml(&hs.join("co-quan.yaml")), text }
}

impl Nhap {
    fn muc(&self, muc: &str) -> String {
        self.giay.get(muc).map(bare).unwrap_or_default()
    }

    fn cua_co_quan(&self, muc: &str) -> String {
        muc.split('.')
            .try_fold(&self.co_quan, |at, step| at.get(step))
            .map(bare)
            .unwrap_or_default()
    }

    fn du(&self) {
        assert!(!self.told.contains("import-lost"), "{}", self.told);
    }
}

/// A head that is set with blanks and tabs alone has blanks before its left side and behind its right one.
#[test]
fn a_head_may_be_set_with_blanks() {
    let gap = |count: usize| " ".repeat(count);
    let body = [
        p(&format!("{}ỦY BAN NHÂN DÂN{}{QUOC_HIEU}", gap(6), gap(12)), "jb"),
        p(&format!("{}XÃ MỸ THỌ\t{}{TIEU_NGU}", gap(7), gap(28)), "jb"),
        p(
            &format!(
                "{}Số:{}/UBND-TH{}Mỹ Thọ, ngày{}tháng 8 năm 2025{}",
                gap(7),
                gap(13),
                gap(22),
                gap(9),
                gap(5)
            ),
            "j",
        ),
        p(&format!("{}V/v bổ sung số liệu", gap(6)), ""),
        p(" theo Công văn số 58/SNV-CCHC", ""),
        p(&format!("{}ngày 31/7/2025 của Sở Nội vụ", gap(5)), ""),
        p(&format!("{}Kính gửi: Sở Nội vụ.", gap(49)), ""),
        p("Ủy ban nhân dân xã gửi số liệu./.", "j"),
        p(&format!("Nơi nhận:{}\tTL. CHỦ TỊCH{}", gap(5), gap(60)), "jb"),
        p("- Như trên; \t        CHÁNH VĂN PHÒNG", "j"),
        p("- Lưu: VT.", "j"),
        p(&format!("{}Lê Thị Chín", gap(76)), "jb"),
    ]
    .concat();
    let nhap = nhap(&body);
    nhap.du();
    assert_eq!(nhap.cua_co_quan("co_quan_ban_hanh"), "ủy ban nhân dân xã mỹ thọ");
    assert_eq!(
        nhap.muc("trich_yeu"),
        "bổ sung số liệu theo công văn số 58/snv-cchc ngày 31/7/2025 của sở nội vụ"
    );
    assert_eq!(
        (nhap.muc("ngay_ban_hanh"), nhap.muc("kinh_gui")),
        ("8/2025".into(), "sở nội vụ".into())
    );
    assert!(nhap.text.contains("nguoi_ky: chanh_van_phong"), "{}", nhap.text);
}

/// `Kính gửi` and the names beside it may be the last row of the head's table.
#[test]
fn addressees_may_stand_in_the_table_of_the_head() {
    let left = p("ỦY BAN NHÂN DÂN", "cb") + &p("XÃ MỸ THỌ", "cb");
    let right = p(QUOC_HIEU, "cb") + &p(TIEU_NGU, "cb");
    let names = p("- Công an xã;", "") + &p("- Trạm Y tế xã.", "");
    let head = table(&[
        &[left, right],
        &[p("Số: 7/UBND-VX", "c"), p("Mỹ Thọ, ngày 05 tháng 3 năm 2026", "c")],
        &[p("V/v diễn tập", "c"), p("", "")],
        &[p("Kính gửi: ", "r"), names],
    ]);
    let nhap = nhap(&format!("{head}{}{}", p("Mời dự./.", "j"), cuoi(&["CHỦ TỊCH"])));
    nhap.du();
    assert_eq!(nhap.muc("kinh_gui"), "công an xã; trạm y tế xã");
    assert_eq!((nhap.muc("ngay_ban_hanh"), nhap.muc("so")), ("5/3/2026".into(), "7".into()));
}

/// A subject under the number may lack its first words, and may cite a number on a line of its own.
#[test]
fn a_subject_under_the_number_is_one() {
    let letter = |so: String| {
        let head = dau(&so, "Mỹ Thọ, ngày 05 tháng 3 năm 2026");
        nhap(&format!(
            "{head}{}{}{}",
            p("Kính gửi: Công an xã", "c"),
            p("Ủy ban nhân dân xã gửi Công an xã./.", "j"),
            cuoi(&["CHỦ TỊCH"])
        ))
    };
    let without =
        letter(p("Số: 7/UBND-VX", "c") + &p("Về kết quả Đại hội", "c") + &p("nhiệm kỳ mới", "c"));
    without.du();
    assert!(without.muc("trich_yeu").ends_with("kết quả đại hội nhiệm kỳ mới"), "{}", without.text);
    let cites = letter(
        p("Số:        /UBND-VX", "c")
            + &p("V/v thực hiện Công văn ", "c")
            + &p("số 36/VP-CĐS ", "c")
            + &p("của Văn phòng tỉnh", "c"),
    );
    cites.du();
    assert_eq!(cites.muc("trich_yeu"), "thực hiện công văn số 36/vp-cđs của văn phòng tỉnh");
    assert_eq!((cites.muc("so"), cites.muc("don_vi_soan")), (String::new(), "vx".into()));
}

fn to_trinh(than: &str) -> String {
    format!(
        "{}{}{}{than}{}",
        dau_thuong("Số: 9/TTr-UBND"),
        p("TỜ TRÌNH", "cb") + &p("Về việc sửa đường", "cb"),
        p("Kính gửi: Hội đồng nhân dân xã", "c"),
        cuoi(&["CHỦ TỊCH"])
    )
}

/// `KT.CHỦ TỊCH` without its blank kept the whole paper from being made.
#[test]
fn a_mark_of_authority_is_written_right() {
    let body = to_trinh(&p("Ủy ban nhân dân xã kính trình./.", "j"));
    let wrong =
        body.replace(&p("CHỦ TỊCH", "cb"), &(p("KT.CHỦ TỊCH", "cb") + &p("PHÓ CHỦ TỊCH", "cb")));
    let nhap = nhap(&wrong);
    nhap.du();
    assert_eq!(nhap.cua_co_quan("nguoi_ky.pho_chu_tich.dong"), "kt. chủ tịch; phó chủ tịch");
}

/// Where a tone stands in `hoà` and `hòa`, and whether it is a letter of its own, are ways to type one word.
#[test]
fn ways_to_type_a_letter_are_one() {
    let body = to_trinh(
        &(p("1. Thiết kế", "jb")
            + &p("Điều kiện thi công đã đủ.\u{ad}", "j")
            + &p("Kính trình./.", "j")),
    );
    let old = nhap(&body.replace("CỘNG HÒA", "CỘNG HOÀ"));
    old.du();
    assert!(old.told.contains("chỗ đặt dấu thanh"), "{}", old.told);
    let marks: String = body.nfd().collect();
    let apart = nhap(&marks);
    apart.du();
    assert_eq!((apart.muc("loai"), apart.muc("so")), ("to_trinh".into(), "9".into()));
    assert!(apart.text.contains("## 1. Thiết kế"), "{}", apart.text);
    assert!(!apart.told.contains("không chắc"), "{}", apart.told);
}

/// Heads that are longer than a line, and such as the program would count otherwise, stay what they look like.
#[test]
fn heads_stay_heads_and_numbers_stay_numbers() {
    let long = format!("1. Nâng cao hiệu quả {}", "quản lý đường làng, ngõ xóm ".repeat(8).trim());
    let than = [
        p("Ủy ban nhân dân xã trình:", "j"),
        p("I. Nội dung:", "jb"),
        p(&long, "jb"),
        p("Lời.", "j"),
        p("2. Kinh phí", "jb"),
        p("2.1. Ngân sách xã", "jb"),
        p("Lời.", "j"),
        // The clerk has left one out.
        p("4. Thời gian", "jb"),
        p("Lời./.", "j"),
    ]
    .concat();
    let nhap = nhap(&to_trinh(&than));
    nhap.du();
    assert!(
        nhap.text.contains("# I. Nội dung") && nhap.text.contains(&format!("## {long}")),
        "{}",
        nhap.text
    );
    assert!(nhap.text.contains("## 2. Kinh phí") && nhap.text.contains("### 2.1. Ngân sách xã"));
    assert!(nhap.text.contains("4. **Thời gian**") && !nhap.text.contains("\\4."), "{}", nhap.text);
}

/// The bold first heads of a body are no part of the subject over it.
#[test]
fn numbered_lines_end_a_subject() {
    let body = format!(
        "{}{}{}{}{}",
        dau_thuong("Số: 9/BC-UBND"),
        p("BÁO CÁO", "cb") + &p("Kết quả sửa đường", "cb"),
        p("1. Công tác chuẩn bị", "jb"),
        p("Lời./.", "j"),
        cuoi(&["CHỦ TỊCH"])
    );
    let nhap = nhap(&body);
    assert_eq!(nhap.muc("trich_yeu"), "kết quả sửa đường");
    assert!(nhap.text.contains("## 1. Công tác chuẩn bị"), "{}", nhap.text);
}

/// A subject may be one paragraph from edge to edge, and need not be bold.
#[test]
fn a_subject_is_known_by_its_words_and_its_look() {
    let long = format!("Về việc sửa đường {}", "liên thôn, liên xã ".repeat(12).trim());
    let body = to_trinh(&p("Kính trình./.", "j"));
    let own = p("Về việc sửa đường", "cb");
    for (text, look) in [(long.as_str(), "jb"), ("Về việc sửa đường", "j")] {
        let nhap = nhap(&body.replace(&own, &p(text, look)));
        nhap.du();
        assert_eq!(nhap.muc("trich_yeu"), text.to_lowercase());
    }
}

/// A list that goes with the paper begins under the name that signs it; its title signs nothing.
#[test]
fn a_title_behind_the_name_signs_nothing() {
    let list = [
        p("DANH SÁCH", "cb"),
        p("Tổ sửa đường xã Mỹ Thọ", "cb"),
        table(&[&[p("TT", "cb"), p("Họ và tên", "cb")], &[p("1", "c"), p("Trần Văn Thử", "")]]),
    ]
    .concat();
    let nhap = nhap(&(to_trinh(&p("Kính trình./.", "j")) + &list));
    nhap.du();
    assert_eq!(nhap.cua_co_quan("nguoi_ky.chu_tich.dong"), "chủ tịch");
    assert!(nhap.text.contains("tieu_de: DANH SÁCH Tổ sửa đường xã Mỹ Thọ"), "{}", nhap.text);
}

/// Cells that go on with none above them, as programs write them, hold nothing; the table comes over.
#[test]
fn a_merge_without_a_beginning_is_none() {
    let own = table(&[&[p("Việc", ""), p("Người", "")], &[p("Đào", ""), p("An", "")]]);
    let odd = own.replacen("<w:tcPr/>", "<w:tcPr><w:vMerge/></w:tcPr>", 1);
    let nhap = nhap(&to_trinh(&(odd + &p("Kính trình./.", "j"))));
    nhap.du();
    assert!(!nhap.text.contains("^^"), "{}", nhap.text);
}

/// A slip in the line of the date, a draft's mark in brackets.
#[test]
fn slips_and_brackets_in_the_head_are_known() {
    let slip = to_trinh(&p("Kính trình./.", "j")).replace("ngày 05 tháng", "ngày 05 háng");
    assert_eq!(nhap(&slip).cua_co_quan("dia_danh"), "mỹ thọ");
    let head = dau(
        &(p("Số:     /TTr-UBND", "c") + &p("(Dự thảo)", "c")),
        "Mỹ Thọ, ngày    tháng 3 năm 2026",
    );
    let draft = to_trinh(&p("Kính trình./.", "j")).replace(&dau_thuong("Số: 9/TTr-UBND"), &head);
    let draft = nhap(&draft);
    draft.du();
    assert_eq!(draft.muc("du_thao"), "có");
}

/// What `check` says of a file with this body.
fn soat(dir: &Path, body: &str) -> String {
    let file = dir.join("soat.docx");
    docx(&file, body);
    stderr(&vanthu().arg("check").arg(&file).output().unwrap())
}

/// The face by the name of its bold cut, as Word for Mac and LibreOffice write it, is the face.
#[test]
fn cuts_of_the_face_are_the_face() {
    let dir = tempfile::tempdir().unwrap();
    let body = to_trinh(&p("Kính trình./.", "j"));
    let with = |face: &str| {
        let look =
            format!("<w:rPr><w:rFonts w:ascii=\"{face}\" w:hAnsi=\"{face}\" w:cs=\"{face}\"/>");
        soat(dir.path(), &body.replace("<w:rPr>", &look))
    };
    assert!(with("VNI-Times").contains("word-face"));
    for face in ["Times New Roman", "Times New Roman Bold", "TimesNewRomanPSMT;Times New Roman"] {
        assert!(!with(face).contains("word-face"), "{face}: {}", with(face));
    }
}

/// The mark of the end stands before a line in brackets that tells what goes with the paper.
#[test]
fn a_line_in_brackets_may_follow_the_end() {
    let dir = tempfile::tempdir().unwrap();
    let end = p("Kính trình Hội đồng nhân dân xã xem xét./.", "j");
    let aside = p("(Gửi kèm hồ sơ thiết kế.)", "j");
    assert!(!soat(dir.path(), &to_trinh(&(end.clone() + &aside))).contains("word-ending"));
    assert!(
        soat(dir.path(), &to_trinh(&(end.replace("./.", ".") + &aside))).contains("word-ending")
    );
}

/// The colour behind the pages is no letter that is lost.
#[test]
fn a_colour_behind_the_pages_is_nothing_unread() {
    let dir = tempfile::tempdir().unwrap();
    let body = to_trinh(&p("Kính trình./.", "j"));
    let told =
        soat(dir.path(), &format!("{body}</w:body><w:background w:color=\"FFFFFF\"/><w:body>"));
    assert!(!told.contains("w:background"), "{told}");
}

/// Raised figures keep their height; what is struck out, or raised without a letter for it, is told.
#[test]
fn heights_of_figures_stay_and_struck_words_are_told() {
    let run = |look: &str, text: &str| {
        let rpr = format!("<w:rPr>{look}</w:rPr>");
        format!("<w:r>{rpr}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let tren = "<w:vertAlign w:val=\"superscript\"/>";
    let than = [
        run("", "Diện tích 250 m"),
        run(tren, "2"),
        run("", ", kinh phí "),
        run("<w:strike/>", "500"),
        run("", " 600 triệu đồng, 10"),
        run(tren, "10"),
        run("", " đồng."),
    ];
    let body = [
        dau_thuong("Số: 12/UBND-TH"),
        p("V/v báo cáo", "c"),
        p("Kính gửi: Sở Nội vụ.", "c"),
        format!("<w:p>{}</w:p>", than.concat()),
        cuoi(&["CHỦ TỊCH"]),
    ];
    let nhap = nhap(&body.concat());
    nhap.du();
    assert!(nhap.text.contains("250 m², kinh phí 500 600 triệu đồng, 1010 đồng"), "{}", nhap.text);
    assert!(nhap.told.contains("“500” bị gạch ngang"), "{}", nhap.told);
    assert!(nhap.told.contains("“10” nâng lên"), "{}", nhap.told);
}

/// A name in capitals right under the post is a name, and is written as names are.
#[test]
fn a_name_in_capitals_is_no_part_of_the_post() {
    let left = p("Nơi nhận:", "b") + &p("- Như trên;", "") + &p("- Lưu: VT.", "");
    let right = p("KT. CHỦ TỊCH", "cb") + &p("PHÓ CHỦ TỊCH", "cb") + &p("PHẠM VĂN DŨNG", "cb");
    let body = [
        dau_thuong("Số: 12/UBND-TH"),
        p("V/v báo cáo", "c"),
        p("Kính gửi: Sở Nội vụ.", "c"),
        p("Ủy ban nhân dân xã gửi số liệu./.", "j"),
        table(&[&[left, right]]),
    ];
    let nhap = nhap(&body.concat());
    nhap.du();
    let office = serde_yaml::to_string(&nhap.co_quan).unwrap();
    assert!(
        office.contains("ho_ten: Phạm Văn Dũng") && office.contains("- PHÓ CHỦ TỊCH"),
        "{office}"
    );
}

/// What stands under the signatures without a title is told to have become an appendix.
#[test]
fn a_line_under_the_signatures_is_told() {
    let body = [
        dau_thuong("Số: 12/UBND-TH"),
        p("V/v báo cáo", "c"),
        p("Kính gửi: Sở Nội vụ.", "c"),
        p("Ủy ban nhân dân xã gửi số liệu./.", "j"),
        cuoi(&["CHỦ TỊCH"]),
        p("Người soạn: Lan, phòng 204 nhà A", ""),
    ];
    let nhap = nhap(&body.concat());
    assert!(nhap.told.contains("đứng dưới chữ ký, không có tiêu đề"), "{}", nhap.told);
}

/// A regulation that a decision issues is one without a letterhead of its own, too.
#[test]
fn an_attached_regulation_needs_no_letterhead() {
    let body = [
        dau_thuong("Số: 12/QĐ-UBND"),
        p("QUYẾT ĐỊNH", "cb"),
        p("Ban hành Quy chế tiếp công dân", "cb"),
        p("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MỸ THỌ", "cb"),
        p("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "ji"),
        p("Theo đề nghị của Chánh Văn phòng.", "ji"),
        p("QUYẾT ĐỊNH:", "cb"),
        p("Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.", "j"),
        p("Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.", "j"),
        cuoi(&["CHỦ TỊCH"]),
        p("QUY CHẾ", "cb"),
        p("Tiếp công dân", "cb"),
        p("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026)", "ci"),
        p("Điều 1. Phạm vi điều chỉnh", "jb"),
        p("Quy chế này quy định việc tiếp công dân.", "j"),
    ];
    let nhap = nhap(&body.concat());
    nhap.du();
    let kem_theo = nhap.giay.get("kem_theo").map(bare).unwrap_or_default();
    let own = nhap.giay.get("kem_theo").and_then(|own| own.get("loai")).map(bare);
    assert_eq!(own.as_deref(), Some("quy chế"), "{kem_theo}{}", nhap.text);
    assert!(nhap.giay.get("phu_luc").is_none(), "{}", nhap.text);
}

/// A head whose first row alone is said to repeat, and whose cells reach down into the second.
#[test]
fn a_head_of_two_rows_is_whole() {
    let o = |pr: &str, text: &str| format!("<w:tc><w:tcPr>{pr}</w:tcPr>{}</w:tc>", p(text, "cb"));
    let bang = [
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>",
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>",
        &o("<w:vMerge w:val=\"restart\"/>", "Đơn vị"),
        &o("<w:gridSpan w:val=\"2\"/>", "Số lượng"),
        "</w:tr><w:tr>",
        &o("<w:vMerge/>", ""),
        &o("", "Nam"),
        &o("", "Nữ"),
        "</w:tr><w:tr>",
        &o("", "Xã Mỹ Thọ"),
        &o("", "12"),
        &o("", "15"),
        "</w:tr></w:tbl>",
    ];
    let body = [
        dau_thuong("Số: 12/UBND-TH"),
        p("V/v báo cáo", "c"),
        p("Kính gửi: Sở Nội vụ.", "c"),
        p("Ủy ban nhân dân xã gửi số liệu:", "j"),
        bang.concat(),
        p("Trân trọng./.", "j"),
        cuoi(&["CHỦ TỊCH"]),
    ];
    let nhap = nhap(&body.concat());
    nhap.du();
    let head = nhap.text.split("|:---").next().unwrap_or_default();
    assert!(head.contains("^^") && head.contains("Nữ"), "{}", nhap.text);
}
