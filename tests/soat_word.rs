//! `check` of Word files: our own have no finding, and each measure that is changed in one brings that finding alone,
//! at its place.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use crate::support;
use crate::support::python::python_tool;
use crate::support::word::doi;
use crate::support::{root, stderr, vanthu, word};
use serde_json::Value;

/// The Word files of the samples, by folder and name: `cac-mau/cong-van`.
static GOC: LazyLock<(tempfile::TempDir, BTreeMap<String, PathBuf>)> = LazyLock::new(|| {
    let dir = tempfile::tempdir().unwrap();
    let mut all = BTreeMap::new();
    for folder in ["data/cac-mau", "data/the-thuc", "data/dong-thap-2023", "tests/than-bai"] {
        let out = dir.path().join(folder);
        let made = made_of(
            vanthu().arg("build").arg(root().join(folder)).arg("-o").arg(&out).args(["-f", "docx"]),
        );
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
        let name = folder.rsplit('/').next().unwrap();
        for entry in std::fs::read_dir(&out).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            all.insert(format!("{name}/{stem}"), path);
        }
    }
    (dir, all)
});

fn made_of(command: &mut std::process::Command) -> Output {
    command.output().unwrap()
}

/// What is said of files: for each finding its code, paragraph and message.
fn soat(files: &[&Path]) -> (Output, Vec<(String, u64, String)>) {
    let out = vanthu().arg("check").args(files).arg("--json").output().unwrap();
    let text = stderr(&out);
    let lines = text.lines().filter(|line| line.starts_with('{'));
    let found = lines.map(|line| {
        let d: Value = serde_json::from_str(line).unwrap();
        let at = d["place"]["line"].as_u64().unwrap_or(0);
        (d["code"].as_str().unwrap().to_owned(), at, d["message"].as_str().unwrap().to_owned())
    });
    (out.clone(), found.collect())
}

#[test]
fn our_own_files_have_no_finding() {
    let (_, all) = &*GOC;
    assert!(all.len() > 36, "{}", all.len());
    let mut wrong = Vec::new();
    for (ten, path) in all {
        let (_, found) = soat(&[path]);
        wrong.extend(found.into_iter().map(|one| format!("{ten}: {one:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let out = vanthu().arg("check").arg(&all["cac-mau/cong-van"]).output().unwrap();
    assert_eq!(out.status.code(), Some(0));
    assert!(stderr(&out).contains("không có gì phải sửa"), "{}", stderr(&out));
}

/// What the checks of YAML have nothing to say about makes Word files that have no finding either.
#[test]
fn the_word_files_of_sound_cases_have_no_finding() {
    let dir = tempfile::tempdir().unwrap();
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(root().join("tests/cases")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // Of rules that an office has switched off a Word file knows nothing.
        if !name.starts_with("dung") || name == "dung-soat-bo-qua" {
            continue;
        }
        let out = dir.path().join(&name);
        made_of(vanthu().arg("build").arg(&path).arg("-o").arg(&out).args(["-f", "docx"]));
        let Ok(made) = std::fs::read_dir(&out) else { continue };
        files.extend(
            made.map(|entry| entry.unwrap().path())
                .filter(|p| p.extension().is_some_and(|e| e == "docx")),
        );
    }
    assert!(files.len() > 20, "{}", files.len());
    let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let (_, mut found) = soat(&all);
    // The Party's papers are no papers of the decree, and that is said.
    found.retain(|(code, ..)| code != "word-other-rules");
    assert_eq!(found, []);
}

const D: &str = "word/document.xml";
const S: &str = "word/styles.xml";
const H: &str = "word/header1.xml";

/// A change: the sample, what is replaced by what, the code, and what the message says.
struct Doi {
    mau: &'static str,
    sua: &'static [(&'static str, &'static str, &'static str)],
    ma: &'static str,
    noi: &'static [&'static str],
}

const CV: &str = "cac-mau/cong-van";
const QD: &str = "cac-mau/quyet-dinh";
const KH: &str = "dong-thap-2023/ke-hoach";

/// Every measure, changed in one place.
#[rustfmt::skip]
const BANG: &[Doi] = &[
    // The paper.
    Doi { mau: CV, sua: &[(D, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\"")], ma: "word-paper", noi: &["216 x 279 mm", "A4"] },
    Doi { mau: CV, sua: &[(D, "w:left=\"1701\"", "w:left=\"1417\"")], ma: "word-margin", noi: &["lề trái 25 mm", "từ 30 đến 35"] },
    Doi { mau: CV, sua: &[(D, "w:right=\"850\"", "w:right=\"1417\"")], ma: "word-margin", noi: &["lề phải 25 mm", "từ 15 đến 20"] },
    Doi { mau: CV, sua: &[(D, "w:top=\"1134\"", "w:top=\"851\"")], ma: "word-margin", noi: &["lề trên 15 mm"] },
    Doi { mau: CV, sua: &[(D, "w:bottom=\"1134\"", "w:bottom=\"1701\"")], ma: "word-margin", noi: &["lề dưới 30 mm"] },
    // Faces and colours.
    Doi { mau: CV, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">Báo cáo gửi", "<w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/></w:rPr><w:t xml:space=\"preserve\">Báo cáo gửi")], ma: "word-face", noi: &["“Báo cáo gửi", "Arial", "Times New Roman"] },
    Doi { mau: CV, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">Báo cáo gửi", "<w:r><w:rPr><w:color w:val=\"C00000\"/></w:rPr><w:t xml:space=\"preserve\">Báo cáo gửi")], ma: "word-color", noi: &["“Báo cáo gửi", "C00000", "đen"] },
    Doi { mau: CV, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">Báo cáo gửi", "<w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t xml:space=\"preserve\">Báo cáo gửi")], ma: "word-color", noi: &["“Báo cáo gửi", "yellow", "không tô nền"] },
    // The head.
    Doi { mau: CV, sua: &[(S, "<w:name w:val=\"VT Quốc hiệu\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"TieuNgu\"/><w:uiPriority w:val=\"3\"/><w:qFormat/><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val=\"26\"/>", "<w:name w:val=\"VT Quốc hiệu\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"28\"/>")], ma: "word-size", noi: &["“CỘNG HÒA", "cỡ chữ 14", "từ 12 đến 13"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"QuocHieu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"QuocHieu\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["Quốc hiệu", "chưa in đậm"] },
    Doi { mau: CV, sua: &[(D, "CỘNG HÒA XÃ HỘI", "CỘNG HÒA Xã HỘI")], ma: "word-style", noi: &["Quốc hiệu", "viết hoa"] },
    Doi { mau: CV, sua: &[(D, "CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆTNAM")], ma: "word-text", noi: &["Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] },
    Doi { mau: CV, sua: &[(D, "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")], ma: "word-text", noi: &["Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"TieuNgu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"TieuNgu\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr>")], ma: "word-size", noi: &["Tiêu ngữ", "cỡ chữ 12", "từ 13 đến 14"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"TieuNgu\"/></w:pPr>", "<w:pStyle w:val=\"TieuNgu\"/><w:jc w:val=\"left\"/></w:pPr>")], ma: "word-align", noi: &["Tiêu ngữ", "căn trái", "căn giữa"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"GachTieuNgu\"/>", "<w:pStyle w:val=\"DoanDem\"/>")], ma: "word-rule-line", noi: &["“Độc lập", "đường kẻ"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"GachCoQuan\"/>", "<w:pStyle w:val=\"DoanDem\"/>")], ma: "word-rule-line", noi: &["“VĂN PHÒNG”", "đường kẻ"] },
    Doi { mau: QD, sua: &[(D, "<w:pStyle w:val=\"GachTrichYeu\"/>", "<w:pStyle w:val=\"DoanDem\"/>")], ma: "word-rule-line", noi: &["“Về việc thành lập", "đường kẻ"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"CoQuanChuQuan\"/></w:pPr><w:r>", "<w:pStyle w:val=\"CoQuanChuQuan\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"22\"/></w:rPr>")], ma: "word-size", noi: &["tên cơ quan chủ quản", "cỡ chữ 11"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"CoQuanBanHanh\"/></w:pPr><w:r>", "<w:pStyle w:val=\"CoQuanBanHanh\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["tên cơ quan ban hành", "chưa in đậm"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"CoQuanBanHanh\"/></w:pPr><w:r>", "<w:pStyle w:val=\"CoQuanBanHanh\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr>")], ma: "word-style", noi: &["tên cơ quan ban hành", "in nghiêng"] },
    Doi { mau: CV, sua: &[(D, "Số: 118/VP", "Số:118/VP")], ma: "word-number", noi: &["“Số: 118/VP-CTHĐND”"] },
    Doi { mau: CV, sua: &[(D, "Số: 118/VP", "Số: 8/VP")], ma: "word-number", noi: &["“Số: 08/VP-CTHĐND”"] },
    Doi { mau: CV, sua: &[(D, "Số: 118/VP-", "Số: 118 / VP - ")], ma: "word-number", noi: &["“Số: 118/VP-CTHĐND”"] },
    Doi { mau: QD, sua: &[(D, "Số: 31/QĐ-VP", "Số: 31/TB-VP")], ma: "word-kind", noi: &["“TB”", "“QĐ”"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"SoKyHieu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"SoKyHieu\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr>")], ma: "word-size", noi: &["số, ký hiệu", "cỡ chữ 14", "13"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"SoKyHieu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"SoKyHieu\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>")], ma: "word-style", noi: &["số, ký hiệu", "in đậm"] },
    Doi { mau: QD, sua: &[(D, "ngày 05 tháng 02 năm 2026</w:t></w:r></w:p></w:tc>", "ngày 5 tháng 02 năm 2026</w:t></w:r></w:p></w:tc>")], ma: "word-date", noi: &["ngày 05 tháng 02 năm 2026"] },
    Doi { mau: CV, sua: &[(D, "ngày 16 tháng 3 năm 2026</w:t></w:r></w:p></w:tc>", "ngày 16 tháng 03 năm 2026</w:t></w:r></w:p></w:tc>")], ma: "word-date", noi: &["ngày 16 tháng 3 năm 2026"] },
    Doi { mau: CV, sua: &[(D, "Đồng Tháp, ngày 16", "Đồng Tháp ngày 16")], ma: "word-date", noi: &["“Đồng Tháp, ngày 16"] },
    Doi { mau: CV, sua: &[(D, "Đồng Tháp, ngày 16 tháng 3", "Đồng Tháp, ngày 31 tháng 4")], ma: "word-date", noi: &["không có ngày ấy"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"DiaDanhThoiGian\"/></w:pPr><w:r>", "<w:pStyle w:val=\"DiaDanhThoiGian\"/></w:pPr><w:r><w:rPr><w:i w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["địa danh", "chưa in nghiêng"] },
    Doi { mau: CV, sua: &[(D, "V/v cung cấp", "Về việc cung cấp")], ma: "word-text", noi: &["V/v"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"VeViec\"/></w:pPr><w:r>", "<w:pStyle w:val=\"VeViec\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>")], ma: "word-style", noi: &["trích yếu công văn", "in đậm"] },
    Doi { mau: QD, sua: &[(D, "<w:pStyle w:val=\"TenLoai\"/></w:pPr><w:r>", "<w:pStyle w:val=\"TenLoai\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr>")], ma: "word-size", noi: &["tên loại", "cỡ chữ 16", "từ 13 đến 14"] },
    Doi { mau: QD, sua: &[(D, "<w:pStyle w:val=\"TrichYeu\"/></w:pPr><w:r>", "<w:pStyle w:val=\"TrichYeu\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["trích yếu", "chưa in đậm"] },
    Doi { mau: CV, sua: &[(D, "- Sở Tài chính;", "- Sở Tài chính,")], ma: "word-recipients", noi: &["Kính gửi", "“;”"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"KinhGui\"/></w:pPr><w:r>", "<w:pStyle w:val=\"KinhGui\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>")], ma: "word-style", noi: &["Kính gửi", "in đậm"] },
    Doi { mau: QD, sua: &[(D, ">Về việc thành lập", ">V/v thành lập")], ma: "word-text", noi: &["“Về việc thành lập Tổ", "chỉ có ở công văn"] },
    Doi { mau: QD, sua: &[(D, "Số: 31/QĐ-VP</w:t></w:r></w:p>", "Số: 31/QĐ-VP</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"VeViec\"/></w:pPr><w:r><w:t>V/v thành lập Tổ biên tập</w:t></w:r></w:p>")], ma: "word-text", noi: &["“V/v” dưới số, ký hiệu chỉ có ở công văn", "quyết định"] },
    Doi { mau: CV, sua: &[(D, "Số: 118/VP-", "Số: 118/CV-VP-")], ma: "word-kind", noi: &["bỏ “CV”", "“…/VP-CTHĐND”"] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"CoQuanChuQuan\"/></w:pPr><w:r>", "<w:pStyle w:val=\"CoQuanChuQuan\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>")], ma: "word-style", noi: &["tên cơ quan chủ quản", "in đậm"] },
    // The body.
    Doi { mau: QD, sua: &[(D, ">QUYẾT ĐỊNH:<", ">QUYẾT ĐỊNH<")], ma: "word-text", noi: &["“QUYẾT ĐỊNH:”", "hai chấm"] },
    Doi { mau: QD, sua: &[(D, "<w:p><w:pPr><w:pStyle w:val=\"DongGiua\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t xml:space=\"preserve\">CHÁNH VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH ĐỒNG THÁP</w:t></w:r></w:p>", "")], ma: "word-missing-part", noi: &["thẩm quyền ban hành"] },
    Doi { mau: QD, sua: &[(D, ">Căn cứ Luật", ">Luật")], ma: "word-can-cu", noi: &["bắt đầu bằng “Căn cứ”"] },
    Doi { mau: QD, sua: &[(D, ">c) <", ">d) <")], ma: "word-order", noi: &["sau “b)” là “d)”", "thiếu “c)”"] },
    Doi { mau: CV, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">Báo cáo gửi", "<w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t xml:space=\"preserve\">Báo cáo gửi")], ma: "word-size", noi: &["“Báo cáo gửi", "lời văn", "cỡ chữ 12", "từ 13 đến 14"] },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi", "<w:keepLines/><w:jc w:val=\"left\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi")], ma: "word-align", noi: &["“Báo cáo gửi", "căn trái", "đều hai bên"] },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi", "<w:keepLines/><w:spacing w:line=\"480\" w:lineRule=\"auto\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi")], ma: "word-line-spacing", noi: &["giãn dòng 2", "1,5"] },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi", "<w:keepLines/><w:spacing w:line=\"240\" w:lineRule=\"exact\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi")], ma: "word-line-spacing", noi: &["cố định 12 pt"] },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi", "<w:keepLines/><w:spacing w:before=\"60\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi")], ma: "word-gap", noi: &["cách đoạn trước 3 pt", "ít nhất 6 pt"] },
    Doi { mau: CV, sua: &[(D, "<w:keepLines/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi", "<w:keepLines/><w:ind w:firstLine=\"284\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Báo cáo gửi")], ma: "word-indent", noi: &["lùi vào 0,5 cm", "1 hoặc 1,27 cm"] },
    Doi { mau: QD, sua: &[(D, "<w:r><w:rPr><w:rStyle w:val=\"Emphasis\"/></w:rPr><w:t xml:space=\"preserve\">Theo đề nghị", "<w:r><w:t xml:space=\"preserve\">Theo đề nghị")], ma: "word-style", noi: &["căn cứ", "chưa in nghiêng"] },
    Doi { mau: QD, sua: &[(D, "chương trình công tác năm 2026;", "chương trình công tác năm 2026,")], ma: "word-can-cu", noi: &["“;”"] },
    Doi { mau: QD, sua: &[(D, "Tổ chức, Quản trị.", "Tổ chức, Quản trị;")], ma: "word-can-cu", noi: &["“.”"] },
    Doi { mau: CV, sua: &[(D, "của Quý cơ quan./.", "của Quý cơ quan.")], ma: "word-ending", noi: &["./."] },
    Doi { mau: KH, sua: &[(D, "<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r>", "<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>")], ma: "word-heading", noi: &["“I. MỤC ĐÍCH", "chưa in đậm"] },
    Doi { mau: KH, sua: &[(D, ">MỤC ĐÍCH, YÊU CẦU<", ">Mục đích, yêu cầu<")], ma: "word-heading", noi: &["“I. Mục đích", "viết hoa"] },
    Doi { mau: QD, sua: &[(D, ">c) <", ">f) <")], ma: "word-item-mark", noi: &["“f)”"] },
    Doi { mau: CV, sua: &[(D, ">1. <", ">1/ <")], ma: "word-item-mark", noi: &["“1/”", "“1.”"] },
    // The foot.
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"NoiNhanTieuDe\"/><w:keepNext/></w:pPr><w:r>", "<w:pStyle w:val=\"NoiNhanTieuDe\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:i w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["“Nơi nhận:”", "chưa in nghiêng"] },
    Doi { mau: CV, sua: &[(D, "<w:r><w:t xml:space=\"preserve\">- Các Ban", "<w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:t xml:space=\"preserve\">- Các Ban")], ma: "word-size", noi: &["“- Các Ban", "cỡ chữ 12", "là 11"] },
    Doi { mau: CV, sua: &[(D, "- Các Ban của HĐND Tỉnh;", "- Các Ban của HĐND Tỉnh")], ma: "word-recipients", noi: &["“- Các Ban", "“;”"] },
    Doi { mau: CV, sua: &[(D, "- Lưu: VT, Phòng Công tác HĐND.", "- Lưu: VT, Phòng Công tác HĐND")], ma: "word-recipients", noi: &["“- Lưu", "“.”"] },
    Doi { mau: CV, sua: &[(D, "Phòng Công tác HĐND.</w:t></w:r>", "Phòng Công tác HĐND.</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>Bình</w:t></w:r>")], ma: "word-style", noi: &["người soạn thảo “Bình”", "viết chữ thường", "hạ thấp", "cỡ chữ 11"] },
    Doi { mau: CV, sua: &[(D, "- Lưu: VT", "- Lưu VT")], ma: "word-recipients", noi: &["“Lưu:”"] },
    Doi { mau: QD, sua: &[(D, "- Như Điều 3;", "- Như Điều 2;")], ma: "word-recipients", noi: &["nơi thi hành ghi ở Điều 3", "“- Như Điều 3;”"] },
    Doi { mau: QD, sua: &[(D, "- Như Điều 3;", "- Như Điều 4;")], ma: "word-recipients", noi: &["chỉ có đến Điều 3", "“- Như Điều 3;”"] },
    Doi { mau: CV, sua: &[(D, "KT. CHÁNH", "K/T CHÁNH")], ma: "word-authority", noi: &["“KT. CHÁNH VĂN PHÒNG”"] },
    Doi { mau: CV, sua: &[(D, "KT. CHÁNH", "KT.CHÁNH")], ma: "word-authority", noi: &["“KT. CHÁNH VĂN PHÒNG”"] },
    Doi { mau: CV, sua: &[(D, ">Trần Thị Bình<", "><")], ma: "word-missing-part", noi: &["không thấy họ tên"] },
    Doi { mau: CV, sua: &[(D, "Trần Thị Bình", "TS. Trần Thị Bình")], ma: "word-signer-title", noi: &["TS."] },
    Doi { mau: CV, sua: &[(D, "<w:pStyle w:val=\"HoTen\"/><w:keepNext/></w:pPr><w:r>", "<w:pStyle w:val=\"HoTen\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr>")], ma: "word-size", noi: &["“Trần Thị Bình”", "cỡ chữ 12"] },
    Doi { mau: QD, sua: &[(D, "<w:pStyle w:val=\"QuyenHanChucVu\"/><w:keepNext/></w:pPr><w:r>", "<w:pStyle w:val=\"QuyenHanChucVu\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>")], ma: "word-style", noi: &["quyền hạn, chức vụ", "chưa in đậm"] },
    // Page numbers.
    Doi { mau: CV, sua: &[(H, "<w:pStyle w:val=\"Header\"/>", "<w:pStyle w:val=\"Header\"/><w:jc w:val=\"right\"/>")], ma: "word-page-number", noi: &["không ở giữa"] },
    Doi { mau: CV, sua: &[(H, "<w:r><w:fldChar", "<w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr><w:fldChar")], ma: "word-page-number", noi: &["cỡ chữ 12"] },
    Doi { mau: CV, sua: &[(D, "<w:titlePg/>", "")], ma: "word-page-number", noi: &["trang đầu có số"] },
    Doi { mau: CV, sua: &[(D, "<w:titlePg/>", "<w:pgNumType w:start=\"5\"/><w:titlePg/>")], ma: "word-page-number", noi: &["không đánh từ số 1"] },
    Doi { mau: CV, sua: &[(D, "<w:titlePg/>", "<w:pgNumType w:fmt=\"lowerRoman\"/><w:titlePg/>")], ma: "word-page-number", noi: &["Ả Rập"] },
    Doi { mau: CV, sua: &[(D, "<w:headerReference w:type=\"default\"", "<w:footerReference w:type=\"default\"")], ma: "word-page-number", noi: &["ở chân trang"] },
];

#[test]
fn each_measure_that_is_changed_brings_its_finding_alone() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let mut wrong = Vec::new();
    for (i, doi_) in BANG.iter().enumerate() {
        let file = dir.path().join(format!("{i}.docx"));
        doi(&goc[doi_.mau], &file, doi_.sua);
        let (_, found) = soat(&[&file]);
        let good = match found.as_slice() {
            [(code, _, message)] => {
                code == doi_.ma && doi_.noi.iter().all(|words| message.contains(words))
            }
            _ => false,
        };
        if !good {
            wrong.push(format!("{:?} → {}: {found:?}", doi_.sua, doi_.ma));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), BANG.len(), wrong.join("\n"));
}

/// The rule line may be of any making.
#[test]
fn a_rule_line_of_any_making_is_one() {
    let none = "<w:p><w:pPr><w:pStyle w:val=\"GachTieuNgu\"/></w:pPr></w:p>";
    let title = "<w:r><w:t xml:space=\"preserve\">Độc lập - Tự do - Hạnh phúc</w:t></w:r>";
    let vml = "<w:r><w:pict xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:line from=\"0,0\" to=\"9,0\"/></w:pict></w:r>";
    let dml = "<w:r><w:drawing xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
        xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
        xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wp:anchor><a:graphic><a:graphicData>\
        <wps:wsp><wps:spPr><a:prstGeom prst=\"line\"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>";
    let under = title.replace("<w:r>", "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr>");
    let signs = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>________________________</w:t></w:r></w:p>";
    let border = "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\"/></w:pBdr><w:ind w:left=\"1060\" w:right=\"1060\"/></w:pPr></w:p>";
    let behind =
        title.replace("</w:r>", "<w:br/><w:t>------------------------------------</w:t></w:r>");
    let ways: Vec<[(&str, String); 2]> = vec![
        [(none, String::new()), (title, format!("{title}{vml}"))],
        [(none, String::new()), (title, format!("{title}{dml}"))],
        [(none, String::new()), (title, under)],
        [(none, signs.to_owned()), (title, title.to_owned())],
        [(none, border.to_owned()), (title, title.to_owned())],
        [(none, String::new()), (title, behind)],
        // Somewhere in the head: it can't be told which line it is.
        [
            (none, String::new()),
            (
                "<w:pStyle w:val=\"DoanDem\"/></w:pPr></w:p>",
                format!("<w:pStyle w:val=\"DoanDem\"/></w:pPr>{vml}</w:p>"),
            ),
        ],
    ];
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    for (i, way) in ways.iter().enumerate() {
        let file = dir.path().join(format!("{i}.docx"));
        let edits: Vec<_> = way.iter().map(|(old, new)| (D, *old, new.as_str())).collect();
        doi(&goc[CV], &file, &edits);
        let (_, found) = soat(&[&file]);
        assert_eq!(found, [], "{i}");
    }
}

/// Its length, whatever it is made of, is held against the letters over it; what nobody can tell is not told.
#[test]
fn a_rule_line_has_its_length() {
    let none = "<w:p><w:pPr><w:pStyle w:val=\"GachTieuNgu\"/></w:pPr></w:p>";
    let title = "<w:r><w:t xml:space=\"preserve\">Độc lập - Tự do - Hạnh phúc</w:t></w:r>";
    let vml = |style: &str| {
        format!(
            "{title}<w:r><w:pict xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape style=\"{style}\"/></w:pict></w:r>"
        )
    };
    let line = |from_to: &str| {
        format!(
            "{title}<w:r><w:pict xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:line {from_to}/></w:pict></w:r>"
        )
    };
    let dml = |from: &str, cx: u32, cy: u32| {
        format!(
            "{title}<w:r><w:drawing xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wp:anchor>\
             <wp:positionH relativeFrom=\"{from}\"/><wp:extent cx=\"{cx}\" cy=\"{cy}\"/><a:graphic><a:graphicData>\
             <wps:wsp><wps:spPr><a:prstGeom prst=\"line\"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
        )
    };
    // The letters are 58 mm long (PL I, II.1: size 14, bold).
    let ways: Vec<(&str, &str, String, Option<&str>)> = vec![
        (none, title, vml("width:165pt;height:0"), None),
        (
            none,
            title,
            vml("position:absolute;width:90pt;height:.05pt"),
            Some("đường kẻ dài 31,7 mm"),
        ),
        (none, title, vml("width:90pt;height:60pt"), None),
        (none, title, vml("width:90pt;height:0;mso-position-horizontal-relative:page"), None),
        (none, title, line("from=\"10pt,3pt\" to=\"175pt,3pt\""), None),
        (none, title, line("from=\"10pt,3pt\" to=\"60pt,3pt\""), Some("đường kẻ dài 17,6 mm")),
        (none, title, line("from=\"1000,3\" to=\"2000,3\""), None),
        (none, title, dml("column", 2_090_000, 0), None),
        (none, title, dml("column", 3_000_000, 0), Some("đường kẻ dài 83,3 mm")),
        (none, title, dml("page", 3_000_000, 0), None),
        (none, title, dml("column", 3_000_000, 400_000), None),
    ];
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let mut wrong = Vec::new();
    let mut hold = |name: String, mau: &str, edits: &[(&str, &str, &str)], wanted: Option<&str>| {
        let file = dir.path().join(format!("{name}.docx"));
        doi(&goc[mau], &file, edits);
        let (_, found) = soat(&[&file]);
        let good = match (wanted, found.as_slice()) {
            (None, []) => true,
            (Some(words), [(code, _, message)]) => {
                code == "word-rule-length" && message.contains(words)
            }
            _ => false,
        };
        if !good {
            wrong.push(format!("{name}: {edits:?} → {wanted:?}, {found:?}"));
        }
    };
    for (i, (gone, old, new, wanted)) in ways.iter().enumerate() {
        hold(i.to_string(), CV, &[(D, gone, ""), (D, old, new)], *wanted);
    }
    // The office's, underlined from end to end; the subject's, an edge that nothing draws in.
    let office = "<w:r><w:t xml:space=\"preserve\">VĂN PHÒNG</w:t></w:r>";
    let none = "<w:p><w:pPr><w:pStyle w:val=\"GachCoQuan\"/></w:pPr></w:p>";
    let under = office.replace("<w:r>", "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr>");
    hold("under".into(), CV, &[(D, none, ""), (D, office, &under)], Some("dài bằng cả dòng chữ"));
    let part = "<w:r><w:t>VĂ</w:t></w:r><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">N PH</w:t></w:r><w:r><w:t>ÒNG</w:t></w:r>";
    hold("part".into(), CV, &[(D, none, ""), (D, office, part)], None);
    let edge = "<w:pStyle w:val=\"GachTrichYeu\"/>";
    let wide = format!("{edge}<w:ind w:left=\"0\" w:right=\"0\"/>");
    hold("edge".into(), QD, &[(D, edge, &wide)], Some("“Về việc thành lập"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_finding_has_paragraph_field_clause_and_words() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("cong-van.docx");
    doi(&goc[CV], &file, &[(D, "Số: 118/VP", "Số:118/VP")]);
    let out = vanthu().arg("check").arg(&file).arg("--json").output().unwrap();
    assert_eq!(out.status.code(), Some(1));
    let d: Value = serde_json::from_str(stderr(&out).lines().next().unwrap()).unwrap();
    assert_eq!(d["severity"], "error");
    assert_eq!(
        (d["place"]["line"].as_u64(), d["place"]["field"]["path"].as_str()),
        (Some(5), Some("so_ky_hieu"))
    );
    assert!(d["message"].as_str().unwrap().starts_with("đoạn 5 “Số:118/VP-CTHĐND”: "), "{d}");
    assert!(d["clause"].as_str().unwrap().contains("Phụ lục I, phần I, mục II.3"), "{d}");
    let out = vanthu().arg("check").arg(&file).output().unwrap();
    let text = stderr(&out);
    assert!(text.contains("cong-van.docx, đoạn 5") && text.contains("1 lỗi"), "{text}");
}

#[test]
fn the_wording_is_read_too_and_one_slip_in_many_places_is_told_once() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("a.docx");
    doi(&goc[CV], &file, &[(D, "phối hợp của Quý", "phối hợp của của Quý")]);
    let (out, found) = soat(&[&file]);
    assert_eq!(out.status.code(), Some(0), "a warning is no fault");
    let [(code, line, message)] = found.as_slice() else { panic!("{found:?}") };
    assert!(code.starts_with("VT") && message.contains("“của”"), "{found:?}");
    assert_eq!(*line, 15);
    // A whole style changed: one finding that names the other paragraphs.
    let thin = "<w:name w:val=\"VT Thân bài\"/><w:basedOn w:val=\"Normal\"/><w:uiPriority w:val=\"22\"/><w:qFormat/><w:pPr><w:widowControl/><w:spacing w:before=\"120\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/></w:pPr><w:rPr><w:sz w:val=\"28\"/>";
    doi(&goc[CV], &file, &[(S, thin, &thin.replace("w:val=\"28\"", "w:val=\"24\""))]);
    let (_, found) = soat(&[&file]);
    let [(_, 12, message)] = found.as_slice() else { panic!("{found:?}") };
    assert!(message.contains("còn 3 đoạn như vậy: 13, 14, 15"), "{message}");
}

#[test]
fn what_stands_under_other_rules_is_told_and_not_held_to_these() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("cu.docx");
    let narrow = (D, "w:left=\"1701\"", "w:left=\"1134\"");
    let ways = [
        (
            "word-old-rules",
            (
                D,
                "ngày 16 tháng 3 năm 2026</w:t></w:r></w:p></w:tc>",
                "ngày 16 tháng 3 năm 2019</w:t></w:r></w:p></w:tc>",
            ),
        ),
        ("word-other-rules", (D, "Số: 118/VP", "Số: 118/2026/VP")),
        ("word-other-rules", (D, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM")),
    ];
    for (code, edit) in ways {
        doi(&goc[CV], &file, &[narrow, edit]);
        let (out, found) = soat(&[&file]);
        assert_eq!(found.iter().map(|one| one.0.as_str()).collect::<Vec<_>>(), [code], "{found:?}");
        assert_eq!(out.status.code(), Some(0));
    }
    doi(
        &goc[CV],
        &file,
        &[
            narrow,
            (
                D,
                "ngày 16 tháng 3 năm 2026</w:t></w:r></w:p></w:tc>",
                "ngày 06 tháng 3 năm 2020</w:t></w:r></w:p></w:tc>",
            ),
        ],
    );
    assert_eq!(soat(&[&file]).1.len(), 1, "the day after it came into force");
}

/// A paper that leaves its day open is not said to be of one.
#[test]
fn a_day_that_a_paper_does_not_say_is_not_told() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("cu.docx");
    let day = "ngày 16 tháng 3 năm 2026</w:t></w:r></w:p></w:tc>";
    for (open, told) in
        [("ngày    tháng    năm", "ghi năm 2019,"), ("ngày    tháng 3 năm", "ghi tháng 3/2019,")]
    {
        let new = format!("{open} 2019</w:t></w:r></w:p></w:tc>");
        doi(&goc[CV], &file, &[(D, day, &new)]);
        let (_, found) = soat(&[&file]);
        let [(code, _, message)] = found.as_slice() else { panic!("{found:?}") };
        assert!(code == "word-old-rules" && message.contains(told), "{message}");
    }
}

/// A draft of 2025 whose month is open may be older than the new provinces.
#[test]
fn a_draft_without_a_month_is_of_no_side_of_july_2025() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("du-thao.docx");
    let day = "ngày 16 tháng 3 năm 2026</w:t></w:r></w:p></w:tc>";
    let place = ("phối hợp của Quý", "phối hợp của tỉnh Bình Dương và Quý");
    for (open, told) in [("ngày    tháng    năm 2025", 0), ("ngày    tháng 9 năm 2025", 1)] {
        let new = format!("{open}</w:t></w:r></w:p></w:tc>");
        doi(&goc[CV], &file, &[(D, day, &new), (D, place.0, place.1)]);
        let (_, found) = soat(&[&file]);
        let own = found.iter().filter(|(code, ..)| code == "VT702").count();
        assert_eq!(own, told, "{found:?}");
    }
}

/// The body of a sample after its head, in paragraphs of these words, bold ones in the middle.
fn than_moi(goc: &Path, file: &Path, lines: &[(&str, &str)], more: &[(&str, &str)]) {
    let main = word::part(goc, D).unwrap();
    let from = main.find("</w:tbl>").unwrap() + "</w:tbl>".len();
    let to = main.rfind("<w:sectPr").unwrap();
    let own: String = lines
        .iter()
        .map(|(look, text)| {
            let style = if look.is_empty() { "ThanBai" } else { "DongGiua" };
            format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
        })
        .collect();
    let mut edits = vec![(D, &main[from..to], own.as_str())];
    edits.extend(more.iter().map(|(old, new)| (D, *old, *new)));
    doi(goc, file, &edits);
}

/// What a decision issues as a file of its own (PL III, form 1.3) has the decision's number, day and signature.
#[test]
fn what_a_decision_issues_has_no_number_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("dieu-le.docx");
    let lines = [
        ("<w:b/>", "ĐIỀU LỆ"),
        ("<w:b/>", "HỘI KHUYẾN HỌC TỈNH ĐỒNG THÁP"),
        ("<w:i/>", "(Kèm theo Quyết định số      /QĐ-UBND ngày      tháng 3 năm 2026"),
        ("<w:i/>", "của Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp)"),
        ("<w:i w:val=\"0\"/>", "______________"),
        ("<w:b/>", "Chương I"),
        ("<w:b/>", "QUY ĐỊNH CHUNG"),
        ("", "1. Hội có con dấu và tài khoản riêng."),
        ("", "2. Hội hoạt động trong phạm vi tỉnh."),
    ];
    let number = [("Số: 31/QĐ-VP", ""), ("Đồng Tháp, ngày 05 tháng 02 năm 2026", "")];
    than_moi(&goc[QD], &file, &lines, &number);
    let (_, found) = soat(&[&file]);
    assert_eq!(found, []);
    // The same without that line lacks them.
    let own: Vec<_> = lines.iter().filter(|(look, _)| !look.contains("<w:i/>")).copied().collect();
    than_moi(&goc[QD], &file, &own, &number);
    let (_, found) = soat(&[&file]);
    let gone = found.iter().filter(|(code, ..)| code == "word-missing-part").count();
    assert_eq!(gone, 3, "{found:?}");
}

/// An item whose title has a line of its own is bold; the lines of a list are no titles.
#[test]
fn a_titled_item_is_bold() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("bao-cao.docx");
    let text = "Kinh phí do ngân sách bảo đảm theo quy định hiện hành.";
    let titled = [("", "1. Về kinh phí"), ("", text), ("", "2. Về thời gian"), ("", text)];
    let list = [("", "1. Sở Tài chính"), ("", "2. Sở Nội vụ"), ("", text)];
    for (lines, told) in [(&titled[..], 1), (&list[..], 0)] {
        than_moi(&goc[QD], &file, lines, &[]);
        let (_, found) = soat(&[&file]);
        let about = |one: &&(String, u64, String)| one.2.contains("khoản có tiêu đề");
        let own: Vec<_> = found.iter().filter(about).collect();
        assert_eq!(own.len(), told, "{found:?}");
        assert!(own.iter().all(|(code, _, message)| {
            code == "word-heading"
                && message.contains("“1. Về kinh phí”")
                && message.contains("còn 1 đoạn")
        }));
    }
}

/// A slip for the work inside an office is no paper of the decree (Điều 7).
#[test]
fn a_slip_inside_an_office_is_told_and_not_held_to_the_decree() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("phieu.docx");
    let lines = [("<w:b/>", "PHIẾU TRÌNH"), ("", "1. Vấn đề trình: mua máy in.")];
    than_moi(&goc[QD], &file, &lines, &[("Số: 31/QĐ-VP", "")]);
    let (_, found) = soat(&[&file]);
    let [(code, _, message)] = found.as_slice() else { panic!("{found:?}") };
    assert!(code == "word-not-paper" && message.contains("“PHIẾU TRÌNH”"), "{message}");
}

fn bytes(path: &Path, name: &str) -> Option<Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut out = Vec::new();
    zip.by_name(name).ok()?.read_to_end(&mut out).unwrap();
    Some(out)
}

#[test]
fn comments_stand_at_their_places_in_a_copy_that_is_else_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let (file, to) = (dir.path().join("a.docx"), dir.path().join("b.docx"));
    doi(
        &goc[CV],
        &file,
        &[
            (D, "Số: 118/VP", "Số:118/VP"),
            (D, "w:left=\"1701\"", "w:left=\"1417\""),
            (D, "phối hợp của Quý", "phối hợp của của Quý"),
        ],
    );
    let before = std::fs::read(&file).unwrap();
    let out = vanthu().arg("check").arg(&file).arg("--comments").arg(&to).output().unwrap();
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    assert_eq!(std::fs::read(&file).unwrap(), before);
    let audit = python_tool("openxml-audit").arg(&to).output().expect("openxml-audit");
    assert!(audit.status.success(), "{}{}", support::stdout(&audit), stderr(&audit));
    let said = word::part(&to, "word/comments.xml").unwrap();
    assert_eq!(said.matches("<w:comment ").count(), 3, "{said}");
    assert!(said.contains("[word-number] số, ký hiệu: phải viết “Số: 118/VP-CTHĐND”"), "{said}");
    assert!(said.contains("Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I"), "{said}");
    let main = word::part(&to, D).unwrap();
    let number = main.find("Số:118/VP").unwrap();
    let (start, end) = (
        main[..number].rfind("<w:commentRangeStart").unwrap(),
        main[..number].rfind("<w:p>").unwrap(),
    );
    assert!(start > end, "the comment begins in the number's own paragraph");
    // Without what was put in, the part is what it was.
    let mut bare = main.clone();
    for (open, close) in [("<w:commentRangeStart", "/>"), ("<w:commentRangeEnd", "</w:r>")] {
        while let Some(at) = bare.find(open) {
            let end = bare[at..].find(close).unwrap() + at + close.len();
            bare.replace_range(at..end, "");
        }
    }
    assert_eq!(bare, word::part(&file, D).unwrap());
    let changed = [D, "[Content_Types].xml", "word/_rels/document.xml.rels"];
    for name in word::parts(&file).iter().filter(|name| !changed.contains(&name.as_str())) {
        assert_eq!(bytes(&file, name), bytes(&to, name), "{name}");
    }
    // A copy with comments gets more, and keeps those that it has.
    let again = dir.path().join("c.docx");
    vanthu().arg("check").arg(&to).arg("--nhan-xet").arg(&again).output().unwrap();
    let said = word::part(&again, "word/comments.xml").unwrap();
    assert!(said.matches("<w:comment ").count() >= 6, "{said}");
    let audit = python_tool("openxml-audit").arg(&again).output().expect("openxml-audit");
    assert!(audit.status.success(), "{}{}", support::stdout(&audit), stderr(&audit));
}

#[test]
fn options_that_do_not_fit_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let (a, b) = (dir.path().join("a.docx"), dir.path().join("b.docx"));
    std::fs::copy(&goc[CV], &a).unwrap();
    std::fs::copy(&goc[QD], &b).unwrap();
    let run =
        |args: &[&str]| vanthu().current_dir(dir.path()).arg("check").args(args).output().unwrap();
    for args in [
        &["a.docx", "--fix"][..],
        &["a.docx", "--comments", "a.docx"],
        &["a.docx", "--comments", "./a.docx"],
        &["a.docx", "b.docx", "--comments", "c.docx"],
    ] {
        let out = run(args);
        assert!(stderr(&out).contains("wrong-use"), "{args:?}: {}", stderr(&out));
        assert_ne!(out.status.code(), Some(0), "{args:?}");
    }
    assert_eq!(std::fs::read(&a).unwrap(), std::fs::read(&goc[CV]).unwrap());
    assert_eq!(run(&["a.docx", "b.docx"]).status.code(), Some(0));
    let broken = dir.path().join("hong.docx");
    std::fs::write(&broken, "không phải zip").unwrap();
    let out = run(&["hong.docx", "a.docx"]);
    assert!(stderr(&out).contains("bad-word"), "{}", stderr(&out));
    // Folders and Word files go together.
    let sample = root().join("data/dong-thap-2023");
    let out = run(&["a.docx", sample.to_str().unwrap()]);
    assert!(matches!(out.status.code(), Some(0)), "{}", stderr(&out));
}

/// An appendix as an office types it behind the paper.
#[test]
fn the_head_of_an_appendix_is_looked_at() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let line = |text: &str, jc: &str, look: &str, size: u32| {
        format!(
            "<w:p><w:pPr><w:jc w:val=\"{jc}\"/></w:pPr><w:r><w:rPr>{look}<w:sz w:val=\"{size}\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let (b, i) = ("<w:b/>", "<w:i/>");
    let issued = "(Kèm theo Công văn số 118/VP-CTHĐND ngày 16 tháng 3 năm 2026 của Văn phòng)";
    let end = "<w:p><w:pPr><w:pStyle w:val=\"DoanDem\"/></w:pPr></w:p><w:sectPr>";
    // The paper ends with its section, and that of the appendix begins with 1.
    let main = word::part(&goc[CV], D).unwrap();
    let own = &main[main.rfind("<w:sectPr").unwrap()..main.rfind("</w:body>").unwrap()];
    let own = format!("<w:p><w:pPr><w:pStyle w:val=\"DoanDem\"/>{own}</w:pPr></w:p>");
    let anew = "<w:sectPr><w:pgNumType w:start=\"1\"/>";
    let cases: Vec<(Vec<String>, &[&str])> = vec![
        (
            vec![
                line("Phụ lục", "center", b, 28),
                line("DANH MỤC TÀI LIỆU", "center", b, 28),
                line(issued, "center", i, 28),
            ],
            &[],
        ),
        (
            vec![
                line("PHỤ LỤC", "center", b, 28),
                line("DANH MỤC TÀI LIỆU", "center", b, 28),
                line(issued, "center", i, 28),
            ],
            &["viết hoa cả dòng"],
        ),
        (
            vec![
                line("Phụ lục", "center", "", 28),
                line("DANH MỤC TÀI LIỆU", "center", b, 28),
                line(issued, "center", i, 28),
            ],
            &["chưa in đậm"],
        ),
        (
            vec![
                line("Phụ lục", "center", b, 26),
                line("DANH MỤC TÀI LIỆU", "center", b, 28),
                line(issued, "center", i, 28),
            ],
            &["cỡ chữ 13, phải là 14"],
        ),
        (
            vec![
                line("Phụ lục", "left", b, 28),
                line("DANH MỤC TÀI LIỆU", "center", b, 28),
                line(issued, "center", i, 28),
            ],
            &["căn trái, phải căn giữa"],
        ),
        (
            vec![
                line("Phụ lục 1", "center", b, 28),
                line("DANH MỤC TÀI LIỆU", "center", b, 28),
                line(issued, "center", i, 28),
            ],
            &["La Mã"],
        ),
        (
            vec![
                line("Phụ lục", "center", b, 28),
                line("Danh mục tài liệu", "center", b, 28),
                line(issued, "center", i, 28),
            ],
            &["tên phụ lục"],
        ),
        (
            vec![
                line("Phụ lục", "center", b, 28),
                line("DANH MỤC TÀI LIỆU", "center", b, 28),
                line(issued, "center", "", 28),
            ],
            &["chưa in nghiêng"],
        ),
        (
            vec![
                line("Phụ lục", "center", b, 28),
                line("DANH MỤC", "center", b, 28),
                line(issued, "center", i, 28),
                line("Phụ lục", "center", b, 28),
                line("BIỂU MẪU", "center", b, 28),
                line(issued, "center", i, 28),
            ],
            &["mỗi phụ lục phải có số La Mã; còn 1 đoạn như vậy", "đánh số riêng"],
        ),
    ];
    for (n, (lines, wanted)) in cases.iter().enumerate() {
        let file = dir.path().join(format!("{n}.docx"));
        doi(&goc[CV], &file, &[(D, end, &format!("{own}{}{anew}", lines.concat()))]);
        let (_, found) = soat(&[&file]);
        assert_eq!(found.len(), wanted.len(), "{n}: {found:?}");
        for ((code, line, message), wanted) in found.iter().zip(*wanted) {
            assert!(
                code == "word-appendix" && message.contains(wanted) && *line > 20,
                "{n}: {found:?}"
            );
        }
    }
}

/// Pages of an appendix are counted anew: in a section of its own, from 1.
#[test]
fn the_pages_of_an_appendix_are_counted_anew() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let end = "<w:p><w:pPr><w:pStyle w:val=\"DoanDem\"/></w:pPr></w:p><w:sectPr>";
    let head = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr><w:t>Phụ lục</w:t></w:r></w:p>";
    let main = word::part(&goc[CV], D).unwrap();
    let own = &main[main.rfind("<w:sectPr").unwrap()..main.rfind("</w:body>").unwrap()];
    let own = format!("<w:p><w:pPr><w:pStyle w:val=\"DoanDem\"/>{own}</w:pPr></w:p>");
    let start = |number: &str| format!("{own}{head}<w:sectPr>{number}");
    for (new, told) in [
        (format!("{head}<w:sectPr>"), true),
        (start(""), true),
        (start("<w:pgNumType w:start=\"3\"/>"), true),
        (start("<w:pgNumType w:start=\"1\"/>"), false),
    ] {
        let file = dir.path().join("a.docx");
        doi(&goc[CV], &file, &[(D, end, &new)]);
        let (_, found) = soat(&[&file]);
        let about = |one: &&(String, u64, String)| one.2.contains("đánh số riêng cho phụ lục");
        assert_eq!(found.iter().filter(about).count(), usize::from(told), "{found:?}");
    }
}

/// What the manual shows is what is said.
#[test]
fn the_manuals_example_is_what_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    doi(
        &goc[CV],
        &dir.path().join("cong-van.docx"),
        &[
            (D, "Số: 118/VP", "Số:118/VP"),
            (D, "w:left=\"1701\"", "w:left=\"1417\""),
            (D, "phối hợp của Quý", "phối hợp của của Quý"),
        ],
    );
    let out = vanthu().current_dir(dir.path()).args(["check", "cong-van.docx"]).output().unwrap();
    let page = std::fs::read_to_string(root().join("docs/soat-word.md")).unwrap();
    let shown = page.split("```\n").find(|block| block.starts_with("lỗi[word-margin]")).unwrap();
    assert!(stderr(&out).starts_with(shown), "{}", stderr(&out));
    assert!(stderr(&out).contains("“của” gõ hai lần"), "{}", stderr(&out));
}

/// A bomb, a million paragraphs, links and entities cost a message.
#[test]
fn hostile_files_cost_a_message() {
    let dir = tempfile::tempdir().unwrap();
    let (_, goc) = &*GOC;
    let file = dir.path().join("a.docx");
    let many = format!("<w:body>{}", "<w:p/>".repeat(700_000));
    let deep = format!("<w:body>{}{}", "<w:sdt>".repeat(400), "</w:sdt>".repeat(400));
    let long = format!("<w:body>{}", "<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(13_000));
    for (new, code) in [(many, "bad-word"), (deep, "bad-word"), (long, "import-too-long")] {
        doi(&goc[CV], &file, &[(D, "<w:body>", &new)]);
        let (out, found) = soat(&[&file]);
        assert_eq!(found.iter().map(|one| one.0.as_str()).collect::<Vec<_>>(), [code]);
        assert_ne!(out.status.code(), Some(0));
    }
    let entity = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    doi(&goc[CV], &file, &[(D, entity, &format!("{entity}<!DOCTYPE a [<!ENTITY b \"c\">]>"))]);
    assert_eq!(soat(&[&file]).1[0].0, "bad-word");
    // Letters that Word's comments must not hold, in a place that a message repeats.
    let to = dir.path().join("b.docx");
    doi(&goc[CV], &file, &[(D, "Số: 118/VP", "Số:118&lt;&amp;/VP")]);
    vanthu().arg("check").arg(&file).arg("--comments").arg(&to).output().unwrap();
    let said = word::part(&to, "word/comments.xml").unwrap();
    roxmltree::Document::parse(&said).unwrap();
}
