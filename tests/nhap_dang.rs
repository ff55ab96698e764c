//! `import` of the Party's papers (Hướng dẫn 05-HD/VPTW), ours and those that hands have made: whatever head, marks and
//! foot they have comes back as fields of an office of the Party, and what can't is told.

use std::path::Path;

use crate::support::nhap_word::{bare, built, docx, import, imported, name, p, paper, table, yaml};
use crate::support::{root, stderr, stdout, vanthu};
use serde_yaml::Value;

fn of(value: &Value, path: &str) -> String {
    let found = path.split('.').try_fold(value, |at, step| at.get(step));
    found.map(bare).unwrap_or_default()
}

/// The files of an office and of its papers, built in Word.
fn ho_so(dir: &Path, tep: &[(&str, &str)]) {
    std::fs::create_dir_all(dir).unwrap();
    for (ten, text) in tep {
        std::fs::write(dir.join(ten), text).unwrap();
    }
    let out = vanthu().args(["build", "-f", "docx"]).arg(dir).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
}

fn sample(ten: &str) -> String {
    std::fs::read_to_string(root().join("data/dang-uy").join(ten)).unwrap()
}

/// Builds what was imported and demands that it says the same as the file it came from.
fn same_again(docx: &Path, hs: &Path) {
    let made = vanthu().args(["build", "-f", "docx"]).arg(hs).output().unwrap();
    assert!(made.status.success(), "{}", stderr(&made));
    let new = paper(hs).with_extension("docx");
    let diff = vanthu().arg("diff").arg(docx).arg(&new).output().unwrap();
    assert_eq!(diff.status.code(), Some(0), "{}", stdout(&diff));
}

/// An office of the Party that comes back as one of the State would print its next papers in the State's form.
#[test]
fn offices_of_the_party_come_back() {
    let dir = tempfile::tempdir().unwrap();
    for docx in built("dang-uy", &dir.path().join("goc")) {
        let ten = name(&docx);
        let hs = dir.path().join(&ten);
        imported(&docx, &hs);
        let own = yaml(&root().join("data/dang-uy").join(format!("{ten}.yaml")));
        // A copy's paper is the one that was copied.
        let own = match own.get("ban_chinh").and_then(Value::as_str) {
            Some(goc) => yaml(&root().join("data/dang-uy").join(format!("{goc}.yaml"))),
            None => own,
        };
        let office = own.get("co_quan").and_then(Value::as_str).unwrap_or("co-quan.yaml");
        let (old, new) =
            (yaml(&root().join("data/dang-uy").join(office)), yaml(&hs.join("co-quan.yaml")));
        for muc in
            ["bo_quy_tac", "co_quan_chu_quan", "co_quan_ban_hanh", "dia_danh", "ky_hieu", "ten"]
        {
            assert_eq!(of(&new, muc), of(&old, muc), "{ten}: {muc}");
        }
        let letter = ten == "cong-van";
        assert_eq!(new.get("dia_chi").is_some(), letter, "{ten}");
        let signer = of(&own, "nguoi_ky");
        for muc in ["dong", "ho_ten"] {
            let path = format!("nguoi_ky.{signer}.{muc}");
            assert_eq!(of(&new, &path), of(&old, &path), "{ten}: {path}");
        }
    }
}

/// The stamp of a copy is another office's: its words are told, its signer signs no paper of ours.
#[test]
fn a_copys_paper_comes_back_and_its_stamp_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let all = built("dang-uy", &dir.path().join("goc"));
    let docx = all.iter().find(|path| name(path) == "sao-y").unwrap();
    let hs = dir.path().join("hs");
    let told = imported(docx, &hs);
    assert!(told.contains("tệp là bản sao"), "{told}");
    assert!(told.contains("import-lost") && told.contains("Cơ quan tổ chức sao"), "{told}");
    let (old, new) = (yaml(&root().join("data/dang-uy/nghi-quyet.yaml")), yaml(&paper(&hs)));
    for muc in ["loai", "so", "ngay_ban_hanh", "trich_yeu", "nguoi_ky"] {
        assert_eq!(of(&new, muc), of(&old, muc), "{muc}");
    }
    let made = vanthu().args(["build", "-f", "docx"]).arg(&hs).output().unwrap();
    assert!(made.status.success(), "{}", stderr(&made));
}

/// What few papers have: each thing that stands where no other paper has anything.
#[test]
fn rare_parts_of_the_form_come_back() {
    let dir = tempfile::tempdir().unwrap();
    let office = sample("co-quan.yaml").replace(
        "nguoi_ky:\n",
        "nguoi_ky:\n  truong_ban:\n    dong: [BÍ THƯ, kiêm, TRƯỞNG BAN CHỈ ĐẠO]\n    ho_ten: Nguyễn Văn Mẫu\n",
    );
    let minutes = sample("bien-ban.yaml")
        + "xac_nhan_chu_ky:\n  cua: Nguyễn Văn Mẫu\n  nguoi_ky:\n    dong: [T/L BAN THƯỜNG VỤ, CHÁNH VĂN PHÒNG]\n    ho_ten: Lê Văn Ví\n";
    let papers = [
        ("bien-ban", minutes, vec!["xac_nhan_chu_ky.cua", "xac_nhan_chu_ky.nguoi_ky.ho_ten", "xac_nhan_chu_ky.nguoi_ky.dong"]),
        (
            "ke-hoach",
            sample("ke-hoach.yaml").replace("du_thao: 2", "du_thao: lần 2").replace("nguoi_ky: pho_bi_thu", "nguoi_ky: truong_ban\nnguoi_soan: NguyenVanAn\nso_ban: 26"),
            vec!["du_thao", "nguoi_soan", "so_ban"],
        ),
        (
            "bao-cao",
            sample("bao-cao.yaml").replace("nguoi_ky:", "luu_hanh: không phổ biến trên phương tiện thông tin đại chúng\nkhan: hoả tốc\nnguoi_ky:"),
            vec!["luu_hanh", "khan"],
        ),
        (
            "chinh-tri",
            sample("bao-cao.yaml").replace(
                "trich_yeu: kết quả công tác xây dựng Đảng quý III, nhiệm vụ trọng tâm quý IV năm 2026",
                "chu_de: Đoàn kết, dân chủ, kỷ cương, đổi mới, phát huy truyền thống quê hương, xây dựng tỉnh phát triển nhanh và bền vững\n\
                 trich_yeu: Báo cáo của Ban Chấp hành Đảng bộ tỉnh trình Đại hội",
            ),
            vec!["loai", "chu_de", "trich_yeu"],
        ),
        ("nghi-quyet", sample("nghi-quyet.yaml").replace("so: 5\n", "luu_hanh: tài liệu thu hồi\n"), vec!["luu_hanh", "so"]),
        (
            "quyet-dinh",
            sample("quyet-dinh.yaml") + "kem_theo:\n  loai: Quy chế\n  trich_yeu: làm việc của Tổ giúp việc\n  noi_dung: |\n    # Chương I. Quy định chung\n    ### Điều 1. Phạm vi điều chỉnh\n    Quy chế này quy định về chế độ làm việc của Tổ giúp việc.\n",
            vec!["can_cu", "tham_quyen", "kem_theo.loai", "kem_theo.trich_yeu"],
        ),
    ];
    let all: Vec<(String, &str)> =
        papers.iter().map(|(ten, text, _)| (format!("{ten}.yaml"), text.as_str())).collect();
    let mut tep: Vec<(&str, &str)> = all.iter().map(|(ten, text)| (ten.as_str(), *text)).collect();
    tep.push(("co-quan.yaml", &office));
    let goc = dir.path().join("goc");
    ho_so(&goc, &tep);
    for (ten, text, fields) in &papers {
        let (docx, hs) = (goc.join(format!("{ten}.docx")), dir.path().join(ten));
        let told = imported(&docx, &hs);
        assert!(!told.contains("import-lost") && !told.contains("in thêm"), "{ten}: {told}");
        let (old, new): (Value, Value) = (serde_yaml::from_str(text).unwrap(), yaml(&paper(&hs)));
        for muc in fields {
            assert_eq!(of(&new, muc), of(&old, muc), "{ten}: {muc}");
        }
        same_again(&docx, &hs);
    }
    let plan = yaml(&dir.path().join("ke-hoach/co-quan.yaml"));
    assert_eq!(of(&plan, "nguoi_ky.truong_ban_chi_dao.dong"), "bí thư; kiêm; trưởng ban chỉ đạo");
}

const DANG: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
const NGAY: &str = "Mỹ Thọ, ngày 05 tháng 8 năm 2026";

/// The same head in the ways of offices; the number of a draft may be open.
fn cac_dau(so: &str, ngay: &str) -> Vec<String> {
    let left =
        [p("ĐẢNG BỘ TỈNH ĐỒNG THÁP", "c"), p("ĐẢNG ỦY XÃ MỸ THỌ", "cb"), p("*", "c")].concat();
    let (right, so_, ngay_) = (p(DANG, "cb"), p(so, "c"), p(ngay, "c"));
    vec![
        table(&[&[left.clone(), right.clone()], &[so_.clone(), ngay_.clone()]]),
        table(&[&[left.clone() + &so_, right + &p("____________", "c") + &ngay_]]),
        [
            p(&format!("ĐẢNG BỘ TỈNH ĐỒNG THÁP\t{DANG}"), ""),
            p("ĐẢNG ỦY XÃ MỸ THỌ\t____________", "b"),
            p("          *", ""),
            p(&format!("{so}\t{ngay}"), ""),
        ]
        .concat(),
        [
            p(&format!("ĐẢNG BỘ TỈNH ĐỒNG THÁP          {DANG}"), ""),
            p("ĐẢNG ỦY XÃ MỸ THỌ", "b"),
            p("*", ""),
            p(&format!("{so}            {ngay}"), ""),
        ]
        .concat(),
        table(&[&[
            p("ĐẢNG BỘ TỈNH ĐỒNG THÁP", "c") + &p("ĐẢNG ỦY XÃ MỸ THỌ\n*", "cb") + &so_,
            p(&format!("{DANG}\n-----------"), "cb") + &ngay_,
        ]]),
    ]
}

/// The same foot.
fn cac_cuoi() -> Vec<String> {
    let nhan = [
        p("Nơi nhận:", ""),
        p("- Tỉnh ủy (để báo cáo);", ""),
        p("- Các chi bộ trực thuộc;", ""),
        p("- Lưu Văn phòng Đảng ủy.", ""),
    ]
    .concat();
    let ky = |look: &str| {
        [
            p("T/M BAN THƯỜNG VỤ", look),
            p("PHÓ BÍ THƯ", look),
            p("", ""),
            p("", ""),
            p("Trần Thị Thử", look),
        ]
        .concat()
    };
    vec![
        table(&[&[nhan.clone(), ky("cb")]]),
        ky("rb") + &nhan,
        [
            p("Nơi nhận:\t\t\tT/M BAN THƯỜNG VỤ", "b"),
            p("- Tỉnh ủy (để báo cáo);\t\t\tPHÓ BÍ THƯ", ""),
            p("- Các chi bộ trực thuộc;", ""),
            p("- Lưu Văn phòng Đảng ủy.", ""),
            p("\t\t\t\tTrần Thị Thử", "b"),
        ]
        .concat(),
    ]
}

fn than(ke: &str) -> String {
    [
        p("THÔNG BÁO", "cb"),
        p("kết luận của Ban Thường vụ Đảng ủy", "cb"),
        p("về công tác chuẩn bị mùa lũ", "cb"),
        p(ke, "c"),
        p("Ngày 04/8/2026, Ban Thường vụ Đảng ủy họp và kết luận:", "j"),
        p("1. Hoàn thành gia cố đê bao.\n2. Lập phương án di dời.", "j"),
        p("Đảng ủy xã thông báo để các chi bộ biết, thực hiện.", "j"),
    ]
    .concat()
}

fn thu(dir: &Path, ten: &str, body: &str) -> (Value, Value, String) {
    let (file, hs) = (dir.join(format!("{ten}.docx")), dir.join(ten));
    docx(&file, body);
    let told = imported(&file, &hs);
    assert!(!told.contains("import-lost"), "{ten}: {told}");
    (yaml(&paper(&hs)), yaml(&hs.join("co-quan.yaml")), told)
}

/// Tables, tabs, blanks; signs in the place of the rule; the other style of tone marks.
#[test]
fn hands_make_the_partys_heads_and_feet_in_many_ways() {
    let dir = tempfile::tempdir().unwrap();
    let signs = ["-----", "_____", "*", "-----"];
    let numbers = ["Số 15-TB/ĐU", "Số: 15 - TB/ĐU", "Số 15–TB/ĐU", "số 15-TB/ĐU"];
    for (k, foot) in cac_cuoi().iter().enumerate() {
        for (i, number) in (0..5).zip(numbers.iter().cycle().skip(k)) {
            let head = &cac_dau(number, NGAY)[i];
            let body = format!("{head}{}{foot}", than(signs[i % signs.len()]));
            let (paper, office, _) = thu(dir.path(), &format!("{i}-{k}"), &body);
            let said = ["loai", "so", "ngay_ban_hanh", "trich_yeu", "noi_nhan", "luu"]
                .map(|muc| of(&paper, muc));
            let wanted = [
                "thong_bao",
                "15",
                "5/8/2026",
                "kết luận của ban thường vụ đảng ủy về công tác chuẩn bị mùa lũ",
                "tỉnh ủy (để báo cáo); các chi bộ trực thuộc",
                "văn phòng đảng ủy",
            ];
            assert_eq!(said, wanted, "{i}-{k}");
            let said = ["bo_quy_tac", "co_quan_chu_quan", "co_quan_ban_hanh", "ky_hieu", "ten"]
                .map(|muc| of(&office, muc));
            let wanted =
                ["hd05", "đảng bộ tỉnh đồng tháp", "đảng ủy xã mỹ thọ", "đu", "đảng ủy xã mỹ thọ"];
            assert_eq!(said, wanted, "{i}-{k}");
            assert_eq!(
                of(&office, "nguoi_ky.pho_bi_thu.dong"),
                "t/m ban thường vụ; phó bí thư",
                "{i}-{k}"
            );
            assert_eq!(of(&office, "nguoi_ky.pho_bi_thu.ho_ten"), "trần thị thử", "{i}-{k}");
        }
    }
}

/// A letter's subject under the number, the names that it is for, how the office is reached.
#[test]
fn a_letter_and_a_request_have_whom_they_are_for() {
    let dir = tempfile::tempdir().unwrap();
    let about = p("về việc báo cáo quý III", "c") + &p("năm 2026", "c");
    let head = cac_dau("Số        -CV/ĐU", "Mỹ Thọ, ngày      tháng 8 năm 2026")[0].clone();
    let body = [
        p("Kính gửi:\t- Các chi bộ trực thuộc;", ""),
        p("\t- Ủy ban kiểm tra Đảng ủy;", ""),
        p("Đảng ủy đề nghị báo cáo trước ngày 20/9/2026.", "j"),
        p("Trân trọng.", "j"),
    ]
    .concat();
    let foot = cac_cuoi()[0].replace("- Các chi bộ trực thuộc;", "- Như trên;");
    let contact = p("", "") + &p("Điện thoại: 0277 000 000; thư điện tử: dangu@mau.vn", "c");
    let (paper, office, _) = thu(dir.path(), "cv", &format!("{head}{about}{body}{foot}{contact}"));
    assert_eq!(of(&paper, "loai"), "cong_van");
    assert_eq!(of(&paper, "trich_yeu"), "báo cáo quý iii năm 2026");
    assert_eq!(of(&paper, "kinh_gui"), "các chi bộ trực thuộc; ủy ban kiểm tra đảng ủy");
    assert_eq!(
        (of(&paper, "so"), of(&paper, "ngay_ban_hanh")),
        (String::new(), "8/2026".to_owned())
    );
    assert!(of(&paper, "noi_dung").ends_with("trân trọng"), "{paper:?}");
    assert!(of(&office, "dia_chi").contains("0277"), "{office:?}");
    let body = [
        p("TỜ TRÌNH", "cb"),
        p("về việc ban hành Quy chế", "cb"),
        p("-----", "c"),
        p("Kính trình: Ban Thường vụ Tỉnh ủy;", "c"),
        p("Đảng ủy xã kính trình Ban Thường vụ xem xét.", "j"),
    ]
    .concat();
    let head = &cac_dau("Số 9-TTr/ĐU", NGAY)[0];
    let (paper, _, _) = thu(dir.path(), "ttr", &format!("{head}{body}{foot}"));
    assert_eq!(
        (of(&paper, "loai"), of(&paper, "kinh_gui")),
        ("to_trinh".to_owned(), "ban thường vụ tỉnh ủy".to_owned())
    );
}

/// Small letters where capitals should be lose nothing of the head.
#[test]
fn slips_of_the_head_are_taken_and_told() {
    let dir = tempfile::tempdir().unwrap();
    let head = cac_dau("số 15-TB/ĐU", NGAY)[0]
        .replace(DANG, "Đảng Cộng sản Việt Nam")
        .replace("ĐẢNG BỘ TỈNH ĐỒNG THÁP", "Đảng bộ tỉnh Đồng Tháp");
    let body = than("-----").replace("THÔNG BÁO", "Thông báo");
    let (paper, office, told) =
        thu(dir.path(), "thuong", &format!("{head}{body}{}", cac_cuoi()[0]));
    assert!(told.contains("đoán “Đảng bộ tỉnh Đồng Tháp” là tên cơ quan"), "{told}");
    assert_eq!((of(&paper, "loai"), of(&paper, "so")), ("thong_bao".to_owned(), "15".to_owned()));
    assert_eq!(of(&office, "co_quan_chu_quan"), "đảng bộ tỉnh đồng tháp");
}

/// Papers of before the set of rules are what offices have most of: they are taken, and their age is told.
#[test]
fn a_paper_older_than_its_rules_is_taken_and_told() {
    let dir = tempfile::tempdir().unwrap();
    let head = &cac_dau("Số 05-TB/ĐU", "Mỹ Thọ, ngày 3 tháng 02 năm 2024")[0];
    let body = format!("{head}{}{}", than("-----"), cac_cuoi()[0]);
    let (paper, office, told) = thu(dir.path(), "cu", &body);
    assert!(told.contains("before-rules"), "{told}");
    assert_eq!(
        (of(&paper, "ngay_ban_hanh"), of(&office, "bo_quy_tac")),
        ("3/2/2024".to_owned(), "hd05".to_owned())
    );
    let body = format!("{}{}{}", cac_dau("Số 05-TB/ĐU", NGAY)[0], than("-----"), cac_cuoi()[0]);
    let (_, _, told) = thu(dir.path(), "moi", &body);
    assert!(!told.contains("before-rules"), "{told}");
}

/// The Youth Union has the Party's form under a line of its own; the Front has the State's, whatever stands under its name.
#[test]
fn heads_of_the_unions_are_known() {
    let dir = tempfile::tempdir().unwrap();
    let head = cac_dau("Số 15-TB/ĐTN", NGAY)[0]
        .replace(DANG, "ĐOÀN TNCS HỒ CHÍ MINH")
        .replace("ĐẢNG ỦY XÃ", "BAN CHẤP HÀNH ĐOÀN XÃ");
    let (_, office, _) =
        thu(dir.path(), "doan", &format!("{head}{}{}", than("-----"), cac_cuoi()[0]));
    assert_eq!(of(&office, "bo_quy_tac"), "hd05");
    assert_eq!(of(&office, "tieu_de"), "đoàn tncs hồ chí minh");
    let left =
        [p("MẶT TRẬN TỔ QUỐC VIỆT NAM", "c"), p("BAN THƯỜNG TRỰC XÃ MỸ THỌ", "cb"), p("*", "c")]
            .concat();
    let right =
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb") + &p("Độc lập - Tự do - Hạnh phúc", "cb");
    let head = table(&[&[left, right], &[p("Số: 15/TB-MTTQ-BTT", "c"), p(NGAY, "c")]]);
    let foot = cac_cuoi()[0].replace("T/M", "TM.").replace("PHÓ BÍ THƯ", "CHỦ TỊCH");
    let (_, office, told) = thu(dir.path(), "mat-tran", &format!("{head}{}{foot}", than("-----")));
    assert!(office.get("bo_quy_tac").is_none(), "{office:?}");
    assert!(!told.contains("tên cơ quan"), "{told}");
}

/// Two offices in one folder may be called alike; a paper goes to the one whose rules it follows.
#[test]
fn a_paper_goes_to_the_office_of_its_rules() {
    let dir = tempfile::tempdir().unwrap();
    let hs = dir.path().join("hs");
    std::fs::create_dir(&hs).unwrap();
    let state = "ten: Văn phòng HĐND tỉnh Đồng Tháp\nco_quan_ban_hanh: ĐẢNG ỦY XÃ MỸ THỌ\ndia_danh: Đồng Tháp\nky_hieu: VP\n\
                 nguoi_ky:\n  chanh_van_phong:\n    dong: CHÁNH VĂN PHÒNG\n    ho_ten: Lê Văn Ví\n";
    std::fs::write(hs.join("co-quan.yaml"), state).unwrap();
    let file = dir.path().join("tb.docx");
    docx(&file, &format!("{}{}{}", cac_dau("Số 15-TB/ĐU", NGAY)[0], than("-----"), cac_cuoi()[0]));
    let told = imported(&file, &hs);
    assert!(!told.contains("import-lost") && !told.contains("dùng tệp cơ quan đã có"), "{told}");
    assert_eq!(std::fs::read_to_string(hs.join("co-quan.yaml")).unwrap(), state);
    let own = yaml(&hs.join("co-quan-dang-uy-xa-my-tho.yaml"));
    assert_eq!(of(&own, "bo_quy_tac"), "hd05");
    // The second time the office is known.
    let again = import(&file, &hs);
    assert!(stderr(&again).contains("dùng tệp cơ quan đã có"), "{}", stderr(&again));
}
