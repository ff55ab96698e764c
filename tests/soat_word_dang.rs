//! `check` of Word files of the Party's papers: those that are made by Hướng dẫn 05-HD/VPTW have no finding, and each
//! figure and form that is changed in one brings that finding alone, with the Party's clause.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use crate::support::word::{Sua, doi};
use crate::support::{root, stderr, vanthu, word};
use serde_json::Value;

/// The Word files of the samples, by name: `nghi-quyet`.
static GOC: LazyLock<(tempfile::TempDir, BTreeMap<String, PathBuf>)> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    let from = root().join("data/dang-uy");
    let made =
        vanthu().arg("build").arg(from).arg("-o").arg(dir.path()).args(["-f", "docx"]).output();
    let made = made.unwrap();
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let files = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().path());
    let stem = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    let all = files.map(|path| (stem(&path), path)).collect();
    (dir, all)
});

/// A finding: code, paragraph, message, clause.
type PhatHien = (String, u64, String, String);

fn soat(file: &Path) -> (Output, Vec<PhatHien>) {
    let out = vanthu().arg("check").arg(file).arg("--json").output().unwrap();
    let text = stderr(&out);
    let found = text.lines().filter(|line| line.starts_with('{')).map(|line| {
        let d: Value = serde_json::from_str(line).unwrap();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let at = d["place"]["line"].as_u64().unwrap_or(0);
        (text(&d["code"]), at, text(&d["message"]), text(&d["clause"]))
    });
    (out.clone(), found.collect())
}

/// A sound paper that is found fault with teaches people to pass over findings.
#[test]
fn the_partys_own_files_have_no_finding() {
    let (_, all) = &*GOC;
    assert_eq!(all.len(), 10);
    let mut wrong = Vec::new();
    for (ten, path) in all {
        let (_, found) = soat(path);
        wrong.extend(found.into_iter().map(|one| format!("{ten}: {one:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let out = vanthu().arg("check").arg(&all["nghi-quyet"]).output().unwrap();
    assert!(stderr(&out).contains("không có gì phải sửa"), "{}", stderr(&out));
}

/// The starters of every kind are what offices begin with.
#[test]
fn the_word_files_of_the_partys_starters_have_no_finding() {
    let dir = tempfile::tempdir().unwrap();
    let kinds = vanthu::rules::bo_quy_tac::theo_khoa("hd05").unwrap().loai;
    let mut files = Vec::new();
    // Copies are made of other papers.
    for kind in kinds.iter().filter(|kind| !kind.starts_with("ban_")) {
        let (own, out) = (dir.path().join(kind), dir.path().join(format!("{kind}-word")));
        let made =
            vanthu().arg("init").arg(&own).args(["--co-quan", "tinh-uy", "--mau", kind]).output();
        assert!(made.unwrap().status.success(), "{kind}");
        vanthu().arg("build").arg(&own).arg("-o").arg(&out).args(["-f", "docx"]).output().unwrap();
        files.extend(std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()));
    }
    assert!(files.len() > 25, "{}", files.len());
    let out = vanthu().arg("check").args(&files).output().unwrap();
    assert!(stderr(&out).contains("không có gì phải sửa"), "{}", stderr(&out));
}

const D: &str = "word/document.xml";
const S: &str = "word/styles.xml";
const H: &str = "word/header1.xml";

/// A change: the sample, what is replaced, the code, what the message says, and the clause.
struct Doi {
    mau: &'static str,
    sua: &'static [Sua<'static>],
    ma: &'static str,
    noi: &'static [&'static str],
    can_cu: &'static str,
}

const CV: &str = "cong-van";
const QD: &str = "quyet-dinh";
const NQ: &str = "nghi-quyet";
const TT: &str = "to-trinh";
const KH: &str = "ke-hoach";
const TB: &str = "thong-bao";

/// Every figure and form, changed in one place.
#[rustfmt::skip]
const BANG: &[Doi] = &[
    // The paper (IV).
    Doi { mau: NQ, sua: &[(D, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\"")], ma: "word-paper", noi: &["216 x 279 mm", "A4 (210 x 297 mm) hoặc A5"], can_cu: "mục IV.3" },
    Doi { mau: NQ, sua: &[(D, "w:left=\"1701\"", "w:left=\"1984\"")], ma: "word-margin", noi: &["lề trái 35 mm, phải 30 mm"], can_cu: "mục IV.4" },
    Doi { mau: NQ, sua: &[(D, "w:right=\"850\"", "w:right=\"1134\"")], ma: "word-margin", noi: &["lề phải 20 mm, phải 15 mm"], can_cu: "mục IV.4" },
    Doi { mau: NQ, sua: &[(D, "w:top=\"1134\"", "w:top=\"1417\"")], ma: "word-margin", noi: &["lề trên 25 mm, phải 20 mm"], can_cu: "mục IV.4" },
    Doi { mau: NQ, sua: &[(D, "w:bottom=\"1134\"", "w:bottom=\"1417\"")], ma: "word-margin", noi: &["lề dưới 25 mm"], can_cu: "mục IV.4" },
    // The first page is no back of a sheet.
    Doi { mau: NQ, sua: &[(D, "w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\"", "w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\"")], ma: "word-margin", noi: &["lề phải 20 mm"], can_cu: "mục IV.4" },
    // Faces and colours (IV.1).
    Doi { mau: CV, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo", "<w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/></w:rPr><w:t xml:space=\"preserve\">Thực hiện chỉ đạo")], ma: "word-face", noi: &["“Thực hiện chỉ đạo", "Arial", "Times New Roman"], can_cu: "mục IV.1" },
    Doi { mau: CV, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo", "<w:r><w:rPr><w:color w:val=\"C00000\"/></w:rPr><w:t xml:space=\"preserve\">Thực hiện chỉ đạo")], ma: "word-color", noi: &["C00000", "đen"], can_cu: "mục IV.1" },
    // The head line (I.1).
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"QuocHieu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"QuocHieu\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr>")], ma: "word-size", noi: &["“ĐẢNG CỘNG", "tiêu đề: cỡ chữ 14, phải là 15"], can_cu: "Phụ lục 2, mục 1 " },
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"QuocHieu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"QuocHieu\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["tiêu đề", "chưa in đậm"], can_cu: "Phụ lục 2, mục 1 " },
    Doi { mau: NQ, sua: &[(D, "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM.")], ma: "word-text", noi: &["phải là “ĐẢNG CỘNG SẢN VIỆT NAM”"], can_cu: "mục I.1" },
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"GachTieuNgu\"/>", "<w:pStyle w:val=\"DoanDem\"/>")], ma: "word-rule-line", noi: &["“ĐẢNG CỘNG", "thiếu đường kẻ"], can_cu: "mục I.1" },
    // Offices and their star (I.2).
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"CoQuanChuQuan\"/></w:pPr><w:r>", "<w:pStyle w:val=\"CoQuanChuQuan\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>")], ma: "word-size", noi: &["tên cơ quan chủ quản: cỡ chữ 13, phải là 14"], can_cu: "Phụ lục 2, mục 2" },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"CoQuanChuQuan\"/></w:pPr><w:r>", "<w:pStyle w:val=\"CoQuanChuQuan\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>")], ma: "word-style", noi: &["“TỈNH UỶ", "tên cơ quan chủ quản: in đậm"], can_cu: "Phụ lục 2, mục 2" },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"CoQuanBanHanh\"/></w:pPr><w:r>", "<w:pStyle w:val=\"CoQuanBanHanh\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["tên cơ quan ban hành", "chưa in đậm"], can_cu: "Phụ lục 2, mục 2" },
    Doi { mau: CV, sua: &[(D, "<w:t xml:space=\"preserve\">*</w:t>", "")], ma: "word-rule-line", noi: &["“VĂN PHÒNG”", "thiếu dấu “*”"], can_cu: "mục I.2" },
    Doi { mau: CV, sua: &[(D, "<w:p><w:pPr><w:pStyle w:val=\"DauDuoiCoQuan\"/></w:pPr><w:r><w:t xml:space=\"preserve\">*</w:t></w:r></w:p>", "<w:p><w:pPr><w:pStyle w:val=\"GachTieuNgu\"/></w:pPr></w:p>")], ma: "word-rule-line", noi: &["“VĂN PHÒNG”", "đường kẻ, phải là dấu “*”"], can_cu: "mục I.2" },
    Doi { mau: CV, sua: &[(D, "<w:t xml:space=\"preserve\">*</w:t>", "<w:t xml:space=\"preserve\">_______</w:t>")], ma: "word-rule-line", noi: &["“_______”, phải là dấu “*”"], can_cu: "mục I.2" },
    // Number, place and date (I.3, I.4).
    Doi { mau: NQ, sua: &[(D, "Số 05-NQ/TU", "Số: 05-NQ/TU")], ma: "word-number", noi: &["phải viết “Số 05-NQ/TU”"], can_cu: "mục I.3" },
    Doi { mau: NQ, sua: &[(D, "Số 05-NQ/TU", "Số 5-NQ/TU")], ma: "word-number", noi: &["phải viết “Số 05-NQ/TU”"], can_cu: "mục I.3" },
    Doi { mau: NQ, sua: &[(D, "Số 05-NQ/TU", "Số 05/NQ-TU")], ma: "word-number", noi: &["phải viết “Số 05-NQ/TU”"], can_cu: "mục I.3" },
    Doi { mau: NQ, sua: &[(D, "Số 05-NQ/TU", "Số 05-KL/TU")], ma: "word-kind", noi: &["“KL”", "“NQ”"], can_cu: "mục I.3.1.2" },
    Doi { mau: CV, sua: &[(D, "Số 138-CV/VPTU", "Số 138-TB/VPTU")], ma: "word-kind", noi: &["“TB”", "Công văn", "“CV”"], can_cu: "mục I.3.1.2" },
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"SoKyHieu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"SoKyHieu\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>")], ma: "word-size", noi: &["số, ký hiệu: cỡ chữ 13, phải là 14"], can_cu: "Phụ lục 2, mục 3" },
    Doi { mau: QD, sua: &[(D, "ngày 03 tháng 7 năm 2026</w:t></w:r></w:p></w:tc>", "ngày 3 tháng 7 năm 2026</w:t></w:r></w:p></w:tc>")], ma: "word-date", noi: &["ngày 03 tháng 7"], can_cu: "mục I.4.2.2" },
    Doi { mau: QD, sua: &[(D, "<w:pStyle w:val=\"DiaDanhThoiGian\"/></w:pPr><w:r>", "<w:pStyle w:val=\"DiaDanhThoiGian\"/></w:pPr><w:r><w:rPr><w:i w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["địa danh", "chưa in nghiêng"], can_cu: "Phụ lục 2, mục 4" },
    // Kind and subject (I.5).
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"TenLoai\"/></w:pPr><w:r>", "<w:pStyle w:val=\"TenLoai\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr>")], ma: "word-size", noi: &["tên loại: cỡ chữ 14, phải từ 15 đến 16"], can_cu: "Phụ lục 2, mục 5" },
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"TrichYeu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"TrichYeu\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>")], ma: "word-size", noi: &["trích yếu: cỡ chữ 13, phải từ 14 đến 15"], can_cu: "Phụ lục 2, mục 5" },
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"TrichYeu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"TrichYeu\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["trích yếu", "chưa in đậm"], can_cu: "Phụ lục 2, mục 5" },
    Doi { mau: NQ, sua: &[(D, "<w:p><w:pPr><w:pStyle w:val=\"DauDuoiTieuDe\"/></w:pPr><w:r><w:t xml:space=\"preserve\">-----</w:t></w:r></w:p>", "")], ma: "word-rule-line", noi: &["trích yếu: thiếu dấu “-----”"], can_cu: "mục I.5.2.1" },
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"DauDuoiTieuDe\"/></w:pPr><w:r><w:t xml:space=\"preserve\">-----</w:t></w:r>", "<w:pStyle w:val=\"GachTieuNgu\"/></w:pPr>")], ma: "word-rule-line", noi: &["trích yếu: ở dưới là đường kẻ, phải là dấu “-----”"], can_cu: "mục I.5.2.1" },
    Doi { mau: NQ, sua: &[(D, ">-----<", ">---------<")], ma: "word-rule-line", noi: &["“---------”, phải là dấu “-----”"], can_cu: "mục I.5.2.1" },
    Doi { mau: CV, sua: &[(D, "về việc chuẩn bị", "V/v chuẩn bị")], ma: "word-text", noi: &["phải bắt đầu bằng “về việc ”"], can_cu: "mục I.5.2.3" },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"VeViec\"/></w:pPr><w:r>", "<w:pStyle w:val=\"VeViec\"/></w:pPr><w:r><w:rPr><w:i w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["trích yếu công văn", "chưa in nghiêng"], can_cu: "Phụ lục 2, mục 5" },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"VeViec\"/></w:pPr><w:r>", "<w:pStyle w:val=\"VeViec\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>")], ma: "word-size", noi: &["trích yếu công văn: cỡ chữ 13, phải là 12"], can_cu: "Phụ lục 2, mục 5" },
    Doi { mau: NQ, sua: &[(D, "về chuyển đổi số", "Về chuyển đổi số")], ma: "word-text", noi: &["trích yếu: mở đầu bằng chữ hoa", "“về chuyển đổi số"], can_cu: "mục I.5.2.1" },
    Doi { mau: NQ, sua: &[(D, ">NGHỊ QUYẾT<", ">HỢP ĐỒNG<"), (D, "Số 05-NQ/TU", "Số 05-HĐ/TU")], ma: "word-kind", noi: &["“Hợp đồng” không có trong các loại"], can_cu: "mục I.5.1.1" },
    Doi { mau: NQ, sua: &[(D, "Số 05-NQ/TU", "Số 05-NQ/TUĐT")], ma: "word-number", noi: &["“TUĐT”", "TỈNH UỶ thống nhất viết tắt là “TU”"], can_cu: "mục I.3.1.2" },
    // Marks (II.3, II.4).
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"DauDamDuoiSo\"/></w:pPr><w:r>", "<w:pStyle w:val=\"DauDamDuoiSo\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>")], ma: "word-size", noi: &["“KHẨN”", "cỡ chữ 13, phải là 14"], can_cu: "Phụ lục 2, mục 11" },
    Doi { mau: KH, sua: &[(D, "<w:pStyle w:val=\"DauNghiengDuoiSo\"/></w:pPr><w:r>", "<w:pStyle w:val=\"DauNghiengDuoiSo\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>")], ma: "word-style", noi: &["“Dự thảo", "in đậm"], can_cu: "Phụ lục 2, mục 11" },
    Doi { mau: TB, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">LƯU HÀNH", "<w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:t xml:space=\"preserve\">LƯU HÀNH")], ma: "word-size", noi: &["“LƯU HÀNH", "cỡ chữ 14, phải là 12"], can_cu: "Phụ lục 2, mục 11" },
    // Whom it is for (I.9).
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"KinhGui\"/></w:pPr><w:r>", "<w:pStyle w:val=\"KinhGui\"/></w:pPr><w:r><w:rPr><w:i w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["“Kính gửi:”", "chưa in nghiêng"], can_cu: "Phụ lục 2, mục 9" },
    Doi { mau: CV, sua: &[(D, "Dân vận Tỉnh uỷ;", "Dân vận Tỉnh uỷ.")], ma: "word-recipients", noi: &["Kính gửi", "“;”"], can_cu: "mục I.9.2.3" },
    Doi { mau: TT, sua: &[(D, "Kính trình:", "Kính gửi:")], ma: "word-text", noi: &["phải viết “Kính trình:”"], can_cu: "mục I.9.2.3" },
    Doi { mau: CV, sua: &[(D, "- Như trên;", "- Ban Tổ chức Tỉnh uỷ;")], ma: "word-recipients", noi: &["“- Như trên;”"], can_cu: "mục I.9.2.3" },
    // The body (I.6).
    Doi { mau: CV, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo", "<w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr><w:t xml:space=\"preserve\">Thực hiện chỉ đạo")], ma: "word-size", noi: &["lời văn: cỡ chữ 13, phải từ 14 đến 15"], can_cu: "Phụ lục 2, mục 6" },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo", "<w:keepLines/><w:spacing w:line=\"276\" w:lineRule=\"auto\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo")], ma: "word-line-spacing", noi: &["giãn dòng 1,15 dòng", "cố định (Exactly) từ 18 đến 22 pt"], can_cu: "mục I.6.2.2" },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo", "<w:keepLines/><w:spacing w:line=\"340\" w:lineRule=\"exact\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo")], ma: "word-line-spacing", noi: &["cố định 17 pt"], can_cu: "mục I.6.2.2" },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Trân trọng", "<w:keepLines/><w:spacing w:before=\"60\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Trân trọng")], ma: "word-gap", noi: &["cách đoạn trước 3 pt", "ít nhất 6 pt"], can_cu: "mục I.6.2.2" },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo", "<w:keepLines/><w:ind w:firstLine=\"284\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo")], ma: "word-indent", noi: &["lùi vào 0,5 cm"], can_cu: "mục I.6.2.2" },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo", "<w:keepLines/><w:jc w:val=\"left\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Thực hiện chỉ đạo")], ma: "word-align", noi: &["căn trái", "đều hai bên"], can_cu: "mục I.6" },
    Doi { mau: QD, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">Căn cứ Nghị quyết số", "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">Căn cứ Nghị quyết số")], ma: "word-style", noi: &["căn cứ: in nghiêng, phải là chữ đứng"], can_cu: "Phụ lục 2, mục 6" },
    Doi { mau: QD, sua: &[(D, "<w:pStyle w:val=\"GachDau\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Căn cứ Nghị quyết số", "<w:pStyle w:val=\"ThanBai\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Căn cứ Nghị quyết số")], ma: "word-can-cu", noi: &["thiếu dấu gạch ngang"], can_cu: "mục I.6" },
    Doi { mau: QD, sua: &[(D, "giai đoạn 2026 - 2030;", "giai đoạn 2026 - 2030,")], ma: "word-can-cu", noi: &["“;”"], can_cu: "mục I.6" },
    Doi { mau: QD, sua: &[(D, "<w:t xml:space=\"preserve\">Tham mưu chương trình", "<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Tham mưu chương trình")], ma: "word-heading", noi: &["khoản, điểm: in đậm"], can_cu: "mục I.6" },
    Doi { mau: CV, sua: &[(D, "phối hợp thực hiện.", "phối hợp thực hiện")], ma: "word-ending", noi: &["thiếu dấu kết thúc “.”"], can_cu: "mục I.6.2.2" },
    Doi { mau: CV, sua: &[(D, "phối hợp thực hiện.", "phối hợp thực hiện./.")], ma: "VT401", noi: &["“.”, không phải “./.”"], can_cu: "mục I.6.2.2" },
    // The foot (I.7, I.9).
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"NoiNhanTieuDe\"/><w:keepNext/></w:pPr><w:r>", "<w:pStyle w:val=\"NoiNhanTieuDe\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:u w:val=\"none\"/></w:rPr>")], ma: "word-rule-line", noi: &["“Nơi nhận:”", "thiếu đường kẻ"], can_cu: "mục I.9" },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"NoiNhanTieuDe\"/><w:keepNext/></w:pPr><w:r>", "<w:pStyle w:val=\"NoiNhanTieuDe\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:b/></w:rPr>")], ma: "word-style", noi: &["“Nơi nhận:”", "in đậm"], can_cu: "Phụ lục 2, mục 9" },
    Doi { mau: CV, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">- Thường trực Tỉnh uỷ (", "<w:r><w:rPr><w:sz w:val=\"22\"/></w:rPr><w:t xml:space=\"preserve\">- Thường trực Tỉnh uỷ (")], ma: "word-size", noi: &["nơi nhận: cỡ chữ 11, phải là 12"], can_cu: "Phụ lục 2, mục 9" },
    Doi { mau: CV, sua: &[(D, "- Lưu Văn phòng", "- Lưu: Văn phòng")], ma: "word-recipients", noi: &["“Lưu” không có dấu hai chấm"], can_cu: "mục I.9.2" },
    Doi { mau: CV, sua: &[(D, "- Lưu Văn phòng Tỉnh uỷ.", "- Lưu Văn phòng Tỉnh uỷ")], ma: "word-recipients", noi: &["“.”"], can_cu: "mục I.9.2" },
    Doi { mau: NQ, sua: &[(D, "T/M TỈNH UỶ", "TM. TỈNH UỶ")], ma: "word-authority", noi: &["phải viết “T/M TỈNH UỶ”"], can_cu: "mục I.7" },
    Doi { mau: CV, sua: &[(D, "K/T CHÁNH", "KT. CHÁNH")], ma: "word-authority", noi: &["phải viết “K/T CHÁNH VĂN PHÒNG”"], can_cu: "mục I.7" },
    Doi { mau: QD, sua: &[(D, "T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ")], ma: "word-authority", noi: &["cơ quan có cấp trưởng"], can_cu: "mục I.7" },
    Doi { mau: QD, sua: &[(D, ">PHÓ BÍ THƯ<", ">PHÓ BÍ THƯ TỈNH UỶ<")], ma: "word-authority", noi: &["ghi kèm tên tổ chức “TỈNH UỶ”"], can_cu: "mục I.7.1.2" },
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"ChucVu\"/><w:keepNext/></w:pPr><w:r>", "<w:pStyle w:val=\"ChucVu\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:b/></w:rPr>")], ma: "word-style", noi: &["“BÍ THƯ”", "chức vụ: in đậm"], can_cu: "Phụ lục 2, mục 7" },
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"QuyenHanChucVu\"/><w:keepNext/></w:pPr><w:r>", "<w:pStyle w:val=\"QuyenHanChucVu\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["“T/M TỈNH UỶ”", "chưa in đậm"], can_cu: "Phụ lục 2, mục 7" },
    Doi { mau: NQ, sua: &[(D, "<w:pStyle w:val=\"HoTen\"/><w:keepNext/></w:pPr><w:r>", "<w:pStyle w:val=\"HoTen\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>")], ma: "word-size", noi: &["“Nguyễn Văn Mẫu”", "cỡ chữ 13, phải là 14"], can_cu: "Phụ lục 2, mục 7" },
    Doi { mau: NQ, sua: &[(D, "Nguyễn Văn Mẫu", "Đại tá Nguyễn Văn Mẫu")], ma: "word-signer-title", noi: &["Đại tá"], can_cu: "mục I.7" },
    // Page numbers (IV.5).
    Doi { mau: NQ, sua: &[(H, "<w:r><w:fldChar", "<w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr><w:fldChar")], ma: "word-page-number", noi: &["cỡ chữ 13, phải là 14"], can_cu: "mục IV.5" },
    Doi { mau: NQ, sua: &[(D, "w:header=\"567\"", "w:header=\"720\"")], ma: "word-page-number", noi: &["cách mép trên 12,7 mm, phải cách 10 mm"], can_cu: "mục IV.5" },
    Doi { mau: NQ, sua: &[(D, "<w:titlePg/>", "")], ma: "word-page-number", noi: &["trang đầu có số"], can_cu: "mục IV.5" },
    // Appendices (II.1).
    Doi { mau: KH, sua: &[(D, ">Phụ lục 1<", ">Phụ lục I<")], ma: "word-appendix", noi: &["phải là chữ số Ả Rập"], can_cu: "mục II.1" },
    Doi { mau: KH, sua: &[(D, ">Phụ lục 2<", ">Phụ lục<")], ma: "word-appendix", noi: &["mỗi phụ lục phải có số Ả Rập"], can_cu: "mục II.1" },
];

#[test]
fn each_figure_of_the_party_that_is_changed_brings_its_finding_alone() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let mut wrong = Vec::new();
    for (i, doi_) in BANG.iter().enumerate() {
        let file = dir.path().join(format!("{i}.docx"));
        doi(&goc[doi_.mau], &file, doi_.sua);
        let (_, found) = soat(&file);
        let good = match found.as_slice() {
            [(code, _, message, clause)] => {
                code == doi_.ma
                    && doi_.noi.iter().all(|words| message.contains(words))
                    && clause.starts_with("Hướng dẫn 05-HD/VPTW, ")
                    && clause.contains(doi_.can_cu)
            }
            _ => false,
        };
        if !good {
            wrong.push(format!("{} {:?} → {}: {found:?}", doi_.mau, doi_.sua, doi_.ma));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), BANG.len(), wrong.join("\n"));
}

/// What the guidance allows is no finding: other sizes of its ranges, wider lines, A5, the back of a sheet.
#[test]
fn what_the_party_allows_is_no_finding() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("a.docx");
    let styles = word::part(&goc[NQ], S).unwrap();
    let body = "<w:spacing w:before=\"120\" w:after=\"0\" w:line=\"360\" w:lineRule=\"exact\"/>";
    assert!(styles.contains(body));
    let wider = body.replace("w:line=\"360\"", "w:line=\"440\"");
    let rule = "<w:p><w:pPr><w:pStyle w:val=\"GachTieuNgu\"/></w:pPr></w:p>";
    let signs = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>______________________________</w:t></w:r></w:p>";
    let under = "<w:u w:val=\"single\"/>";
    let indent = "<w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/>";
    let about = indent.replace("567", "624");
    let ways: [&[Sua]; 5] = [
        &[(S, indent, &about)],
        &[(S, body, &wider)],
        &[(D, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"8392\" w:h=\"11906\"")],
        &[(D, rule, signs)],
        // The line under Nơi nhận may be the edge of its paragraph.
        &[
            (S, under, ""),
            (
                D,
                "<w:pStyle w:val=\"NoiNhanTieuDe\"/>",
                "<w:pStyle w:val=\"NoiNhanTieuDe\"/><w:pBdr><w:bottom w:val=\"single\"/></w:pBdr><w:ind w:left=\"0\" w:right=\"4430\"/>",
            ),
        ],
    ];
    for way in ways {
        doi(&goc[NQ], &file, way);
        assert_eq!(soat(&file).1, [], "{way:?}");
    }
    // The mark at the foot of the last page is no line of a signer.
    let foot = "<w:p><w:pPr><w:pStyle w:val=\"DoanDem\"/></w:pPr></w:p><w:sectPr>";
    let mark = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val=\"24\"/></w:rPr>\
        <w:t>KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG</w:t></w:r></w:p>";
    doi(&goc[NQ], &file, &[(D, foot, &format!("{mark}{foot}"))]);
    assert_eq!(soat(&file).1, []);
    // A second section with the margins of a back.
    let main = word::part(&goc[NQ], D).unwrap();
    let own = &main[main.rfind("<w:sectPr").unwrap()..main.rfind("</w:body>").unwrap()];
    let back = own.replace("w:right=\"850\"", "w:right=\"1701\"");
    let back = back.replace("w:left=\"1701\"", "w:left=\"850\"");
    let end = format!("{own}</w:body>");
    let two = format!(
        "<w:p><w:pPr>{own}</w:pPr></w:p><w:p><w:r><w:t>Mặt sau.</w:t></w:r></w:p>{back}</w:body>"
    );
    doi(&goc[NQ], &file, &[(D, &end, &two)]);
    let margins = soat(&file).1.into_iter().filter(|one| one.0 == "word-margin");
    assert_eq!(margins.count(), 0);
}

/// A paper that is older than the guidance is not held to it, nor sent to it.
#[test]
fn older_papers_are_not_held_to_the_guidance() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("a.docx");
    let day = "ngày 12 tháng 6 năm 2026</w:t></w:r></w:p></w:tc>";
    let narrow = (D, "w:left=\"1701\"", "w:left=\"1134\"");
    let dated = |new: &str| format!("{new}</w:t></w:r></w:p></w:tc>");
    let twice = (D, "Thời gian qua, các cấp uỷ", "Thời gian qua, các các cấp uỷ");
    let older = dated("ngày 26 tháng 5 năm 2026");
    doi(&goc[NQ], &file, &[narrow, twice, (D, day, &older)]);
    let (out, found) = soat(&file);
    assert_eq!(out.status.code(), Some(0));
    let codes: Vec<&str> = found.iter().map(|one| one.0.as_str()).collect();
    assert_eq!(codes, ["word-other-rules", "VT608"], "{found:?}");
    assert!(found[0].2.contains("trước khi Hướng dẫn 05-HD/VPTW có hiệu lực (27/5/2026)"));
    assert!(found[0].2.contains("Hướng dẫn 36-HD/VPTW"), "{found:?}");
    assert!(found.iter().all(|one| !one.3.contains("30/2020/NĐ-CP")), "{found:?}");
    let first = dated("ngày 27 tháng 5 năm 2026");
    doi(&goc[NQ], &file, &[narrow, (D, day, &first)]);
    let (_, found) = soat(&file);
    assert_eq!(found.iter().map(|one| one.0.as_str()).collect::<Vec<_>>(), ["word-margin"]);
}

/// A union with a line of its own may have a guidance of its own, which is told once.
#[test]
fn a_head_line_of_its_own_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("a.docx");
    doi(&goc[NQ], &file, &[(D, "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH")]);
    let (out, found) = soat(&file);
    assert_eq!(out.status.code(), Some(0));
    let [(code, _, message, _)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(code, "word-other-rules");
    assert!(message.contains("tiêu đề riêng “ĐOÀN TNCS HỒ CHÍ MINH”"), "{message}");
}

/// The words are the Party's: its tone marks, its citations, its clauses.
#[test]
fn the_wording_is_looked_at_by_the_partys_rules() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("a.docx");
    doi(&goc[NQ], &file, &[(D, "Thời gian qua, các cấp uỷ", "Thời gian qua, các cấp ủy")]);
    let (_, found) = soat(&file);
    let [(code, _, message, _)] = found.as_slice() else { panic!("{found:?}") };
    assert!(code.starts_with("VT") && message.contains("uỷ"), "{found:?}");
}

/// Findings as comments, with the Party's clause in them.
#[test]
fn comments_cite_the_guidance() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let (file, to) = (dir.path().join("a.docx"), dir.path().join("b.docx"));
    doi(&goc[NQ], &file, &[(D, "Số 05-NQ/TU", "Số: 05-NQ/TU")]);
    let out = vanthu().arg("check").arg(&file).arg("--comments").arg(&to).output().unwrap();
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    let said = word::part(&to, "word/comments.xml").unwrap();
    assert!(said.contains("[word-number] số, ký hiệu: phải viết “Số 05-NQ/TU”"), "{said}");
    assert!(said.contains("Căn cứ: Hướng dẫn 05-HD/VPTW, phần II, mục I.3"), "{said}");
    assert!(!said.contains("Nghị định 30/2020/NĐ-CP"), "{said}");
}
