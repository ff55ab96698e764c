//! `import` as a clerk meets it: papers of ours and of others come back as hồ sơ that say the same, word by word, and
//! what does not come back is told.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::support;
use crate::support::nhap_word::{bare, built, docx, import, imported, name, p, paper, table, yaml};
use crate::support::{root, stderr, stdout, tool, vanthu};
use serde_yaml::Value;

/// Copies hold two papers: what the copy adds is told, not taken.
const BAN_SAO: [&str; 4] = ["sao-luc-dien-tu", "sao-y", "sao-y-giay", "trich-sao-giay"];
/// A cell of theirs has a soft break where the new one has two paragraphs.
const NGAT_TRONG_O: &str = "ke-hoach-chi-tiet";

#[test]
fn our_own_papers_come_back_word_by_word() {
    let dir = tempfile::tempdir().unwrap();
    let mut count = 0;
    for folder in ["cac-mau", "the-thuc", "dong-thap-2023", "dang-uy"] {
        for docx in built(folder, &dir.path().join(folder)) {
            let ten = name(&docx);
            let ho_so = dir.path().join(format!("{folder}-{ten}"));
            let told = imported(&docx, &ho_so);
            count += 1;
            if BAN_SAO.contains(&ten.as_str()) {
                continue;
            }
            assert!(!told.contains("import-lost") && !told.contains("in thêm"), "{ten}: {told}");
            let made = vanthu().arg("build").arg(&ho_so).args(["-f", "docx"]).output().unwrap();
            assert_eq!(made.status.code(), Some(0), "{ten}: {}", stderr(&made));
            let new = paper(&ho_so).with_extension("docx");
            let diff = vanthu().arg("diff").arg(&docx).arg(&new).output().unwrap();
            let same = diff.status.code() == Some(0) || ten.ends_with(NGAT_TRONG_O);
            assert!(same, "{ten}: {}", stdout(&diff));
        }
    }
    assert_eq!(count, 46);
}

/// The fields of the head and of the forms.
const MUC: [&str; 35] = [
    "loai",
    "so",
    "don_vi_soan",
    "ngay_ban_hanh",
    "trich_yeu",
    "kinh_gui",
    "khan",
    "mat",
    "luu_hanh",
    "du_thao",
    "tham_quyen",
    "can_cu",
    "mo_dau",
    "noi_dien",
    "dien",
    "kinh_moi",
    "toi_du",
    "chu_tri",
    "dia_diem",
    "ho_ten",
    "chuc_vu",
    "den",
    "ve_viec",
    "den_ngay",
    "bat_dau",
    "thanh_phan",
    "thu_ky",
    "ket_thuc",
    "so_ngay",
    "tu_ngay",
    "noi_nghi",
    "tinh_vao",
    "luu",
    "nguoi_soan",
    "so_ban",
];

/// What a clerk types for short, as it is printed.
fn day_du(muc: &str, text: String) -> String {
    match (muc, text.as_str()) {
        ("khan", "khan") => "khẩn".to_owned(),
        ("luu_hanh", "luu_hanh_noi_bo") => "lưu hành nội bộ".to_owned(),
        ("du_thao", "2") => "lần 2".to_owned(),
        _ => text,
    }
}

#[test]
fn kinds_and_fields_come_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut seen = 0;
    for folder in ["cac-mau", "the-thuc", "dang-uy"] {
        for docx in built(folder, &dir.path().join(folder)) {
            let ten = name(&docx);
            if BAN_SAO.contains(&ten.as_str()) {
                continue;
            }
            let ho_so = dir.path().join(format!("{folder}-{ten}"));
            imported(&docx, &ho_so);
            let old = yaml(&root().join("data").join(folder).join(format!("{ten}.yaml")));
            let new = yaml(&paper(&ho_so));
            for muc in MUC {
                // A paper without a line for its date says it elsewhere; one whose kind is a trip's has other fields.
                let Some(wanted) = old.get(muc).filter(|value| !value.is_null()) else { continue };
                let found = new.get(muc).map(bare).unwrap_or_default();
                assert_eq!(found, day_du(muc, bare(wanted)), "{ten}: {muc}");
                seen += 1;
            }
        }
    }
    assert!(seen > 150, "{seen}");
}

#[test]
fn what_libreoffice_has_saved_comes_back_too() {
    let dir = tempfile::tempdir().unwrap();
    let all = built("cac-mau", &dir.path().join("goc"));
    let profile = format!("-env:UserInstallation=file://{}", dir.path().join("profile").display());
    let convert = |to: &str, files: &[PathBuf], out: &Path| {
        tool(
            Command::new("soffice")
                .arg(&profile)
                .args(["--headless", "--convert-to", to, "--outdir"])
                .arg(out)
                .args(files),
        );
    };
    let odt = dir.path().join("odt");
    convert("odt", &all, &odt);
    let saved: Vec<PathBuf> =
        all.iter().map(|path| odt.join(name(path)).with_extension("odt")).collect();
    let back = dir.path().join("docx");
    convert("docx", &saved, &back);
    for path in &all {
        let docx = back.join(name(path)).with_extension("docx");
        let told = imported(&docx, &dir.path().join(name(path)));
        assert!(!told.contains("import-lost"), "{}: {told}", name(path));
    }
}

const QUOC_HIEU: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const TIEU_NGU: &str = "Độc lập - Tự do - Hạnh phúc";
const NGAY: &str = "Mỹ Thọ, ngày 05 tháng 3 năm 2019";

/// The same head in the ways of offices.
fn cac_dau() -> Vec<String> {
    let left = [
        p("UBND HUYỆN CAO LÃNH", "c"),
        p("ỦY BAN NHÂN DÂN", "cb"),
        p("XÃ MỸ THỌ", "cb"),
        p("-------", "c"),
    ]
    .concat();
    let right = [p(QUOC_HIEU, "cb"), p(TIEU_NGU, "cb"), p("_____________", "c")].concat();
    let (so, ngay) = (p("Số: 15/QĐ-UBND", "c"), p(NGAY, "c"));
    vec![
        table(&[&[left.clone(), right.clone()], &[so.clone(), ngay.clone()]]),
        table(&[&[left + &so, right + &ngay]]),
        [
            p(&format!("UBND HUYỆN CAO LÃNH\t{QUOC_HIEU}"), ""),
            p(&format!("ỦY BAN NHÂN DÂN\t{TIEU_NGU}"), "b"),
            p("XÃ MỸ THỌ", "b"),
            p(&format!("Số: 15/QĐ-UBND\t{NGAY}"), ""),
        ]
        .concat(),
        [
            p(&format!("UBND HUYỆN CAO LÃNH          {QUOC_HIEU}"), ""),
            p(&format!("ỦY BAN NHÂN DÂN               {TIEU_NGU}"), "b"),
            p("XÃ MỸ THỌ", "b"),
            p(&format!("Số: 15/QĐ-UBND            {NGAY}"), ""),
        ]
        .concat(),
        table(&[&[
            p("UBND HUYỆN CAO LÃNH", "c")
                + &p("ỦY BAN NHÂN DÂN\nXÃ MỸ THỌ", "cb")
                + &p("Số: 15/QĐ-UBND", "c"),
            p(&format!("{QUOC_HIEU}\n{TIEU_NGU}"), "cb") + &p(NGAY, "c"),
        ]]),
    ]
}

/// The same foot.
fn cac_cuoi() -> Vec<String> {
    let nhan = [
        p("Nơi nhận:", "b"),
        p("- Như Điều 2;", ""),
        p("- UBND huyện (b/c);", ""),
        p("- Lưu: VT.", ""),
    ]
    .concat();
    let ky = |look: &str| {
        [
            p("KT. CHỦ TỊCH", look),
            p("PHÓ CHỦ TỊCH", look),
            p("", ""),
            p("", ""),
            p("Lê Thị Chín", look),
        ]
        .concat()
    };
    vec![
        table(&[&[nhan.clone(), ky("cb")]]),
        ky("rb") + &nhan,
        table(&[&[
            p("Nơi nhận:\n- Như Điều 2;\n- UBND huyện (b/c);\n- Lưu: VT.", ""),
            p("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "cb") + &p("", "") + &p("Lê Thị Chín", "cb"),
        ]]),
        [
            p("Nơi nhận:\t\t\tKT. CHỦ TỊCH", "b"),
            p("- Như Điều 2;\t\t\tPHÓ CHỦ TỊCH", ""),
            p("- UBND huyện (b/c);", ""),
            p("- Lưu: VT.", ""),
            p("\t\t\t\tLê Thị Chín", "b"),
        ]
        .concat(),
    ]
}

fn than() -> String {
    [
        p("QUYẾT ĐỊNH", "cb"),
        p("Về việc thành lập Tổ công tác", "cb"),
        p("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MỸ THỌ", "cb"),
        p("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "j"),
        p("Xét đề nghị của Công chức Văn phòng - Thống kê.", "j"),
        p("QUYẾT ĐỊNH:", "cb"),
        p("Điều 1. Thành lập Tổ công tác gồm:", "j"),
        p("1. Ông Nguyễn Văn Tám, Tổ trưởng;\n2. Bà Lê Thị Chín, Tổ phó.", "j"),
        p("Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.", "j"),
    ]
    .concat()
}

#[test]
fn hands_make_heads_and_feet_in_many_ways() {
    let dir = tempfile::tempdir().unwrap();
    for (i, head) in cac_dau().iter().enumerate() {
        for (k, foot) in cac_cuoi().iter().enumerate() {
            let file = dir.path().join(format!("{i}-{k}.docx"));
            docx(&file, &format!("{head}{}{foot}", than()));
            let ho_so = dir.path().join(format!("hs-{i}-{k}"));
            let told = imported(&file, &ho_so);
            assert!(!told.contains("import-lost"), "{i}-{k}: {told}");
            let (paper, office) = (yaml(&paper(&ho_so)), yaml(&ho_so.join("co-quan.yaml")));
            let of = |value: &Value, muc: &str| value.get(muc).map(bare).unwrap_or_default();
            let said = ["loai", "so", "ngay_ban_hanh", "trich_yeu", "noi_nhan", "luu"]
                .map(|muc| of(&paper, muc));
            let wanted = [
                "quyet_dinh",
                "15",
                "5/3/2019",
                "về việc thành lập tổ công tác",
                "ubnd huyện (b/c)",
                "vt",
            ];
            assert_eq!(said, wanted, "{i}-{k}");
            assert_eq!(of(&office, "co_quan_chu_quan"), "ubnd huyện cao lãnh", "{i}-{k}");
            assert_eq!(of(&office, "co_quan_ban_hanh"), "ủy ban nhân dân xã mỹ thọ", "{i}-{k}");
            let signer = office.get("nguoi_ky").unwrap().get("pho_chu_tich").unwrap();
            assert_eq!(of(signer, "dong"), "kt. chủ tịch; phó chủ tịch", "{i}-{k}");
            assert_eq!(of(signer, "ho_ten"), "lê thị chín", "{i}-{k}");
        }
    }
}

#[test]
fn letters_that_do_not_come_over_are_told_with_their_place() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("cu.docx");
    let foot =
        cac_cuoi()[0].replace("Lê Thị Chín", "(Đã ký)</w:t></w:r></w:p><w:p><w:r><w:t>Lê Thị Chín");
    docx(&file, &format!("{}{}{foot}", cac_dau()[0], than()));
    let told = imported(&file, &dir.path().join("hs"));
    assert!(
        told.contains("cảnh báo[import-lost]") && told.contains("chưa chuyển sang: “Đã ký”"),
        "{told}"
    );
    assert!(told.contains("23 trong 24 đoạn"), "{told}");
}

#[test]
fn a_kind_that_the_decree_has_not_keeps_its_body() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("Lịch tuần.docx");
    let body = [
        p("LỊCH CÔNG TÁC", "cb"),
        p("Tuần 12 năm 2019", "cb"),
        p("Thứ Hai: họp giao ban lúc 8*30 [^gấp].", "j"),
    ]
    .concat();
    docx(&file, &format!("{}{body}{}", cac_dau()[0].replace("QĐ", "LCT"), cac_cuoi()[0]));
    // Without -o beside the file, in a folder that is called like it.
    let out = vanthu().arg("nhap").arg(&file).output().unwrap();
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    let told = stderr(&out);
    assert!(told.contains("import-unsure") && !told.contains("import-lost"), "{told}");
    let ho_so = dir.path().join("lich-tuan");
    assert!(ho_so.join("mau/lich-cong-tac.typ").is_file());
    let built = vanthu().arg("build").arg(&ho_so).output().unwrap();
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
}

/// A picture comes over as it is, and stands where it stood.
#[test]
fn pictures_come_over_byte_by_byte() {
    let dir = tempfile::tempdir().unwrap();
    let mut dots = Vec::new();
    let mut encoder = png::Encoder::new(&mut dots, 300, 200);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().unwrap().write_image_data(&[0x80; 300 * 200]).unwrap();
    let old = dir.path().join("cu");
    std::fs::create_dir(&old).unwrap();
    std::fs::copy(support::sample().join("co-quan.yaml"), old.join("co-quan.yaml")).unwrap();
    std::fs::write(old.join("so-do.png"), &dots).unwrap();
    let text = "loai: thong_bao\nso: 1\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Kết luận\nnoi_nhan:\n  - Sở Nội vụ\nluu: VT\n\
                noi_dung: |\n  Trước hình.\n\n  ![Sơ đồ](so-do.png){rộng 60mm}\n\n  Sau hình.\n";
    std::fs::write(old.join("thong-bao.yaml"), text).unwrap();
    let out = vanthu().args(["build", "-f", "docx"]).arg(&old).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    let hs = dir.path().join("hs");
    imported(&old.join("thong-bao.docx"), &hs);
    let files = || std::fs::read_dir(&hs).unwrap().map(|e| e.unwrap().path());
    let picture = files().find(|p| p.extension().is_some_and(|e| e == "png")).unwrap();
    assert_eq!(std::fs::read(&picture).unwrap(), dots);
    let body = std::fs::read_to_string(hs.join("thong-bao.yaml")).unwrap();
    let at = body.find(&format!("({})", name_of(&picture))).unwrap_or_else(|| panic!("{body}"));
    assert!(body[..at].contains("Trước hình.") && body[at..].contains("Sau hình."), "{body}");
    let out = vanthu().args(["build", "-f", "docx"]).arg(&hs).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// A second paper of the same office goes beside the first: the office's file stays as the clerk has it, a signer that it
/// hasn't is written into the paper; a paper of another office comes with that office in a file of its own.
#[test]
fn a_paper_goes_beside_others_of_its_office() {
    let dir = tempfile::tempdir().unwrap();
    let (a, b) = (dir.path().join("a.docx"), dir.path().join("b.docx"));
    let hs = dir.path().join("hs");
    docx(&a, &format!("{}{}{}", cac_dau()[0], than(), cac_cuoi()[0]));
    imported(&a, &hs);
    let office = hs.join("co-quan.yaml");
    let text = std::fs::read_to_string(&office).unwrap();
    let text = format!("# của tôi\n{text}");
    std::fs::write(&office, &text).unwrap();
    docx(
        &b,
        &format!(
            "{}{}{}",
            cac_dau()[0],
            than().replace("Tổ công tác", "Tổ giúp việc"),
            cac_cuoi()[0]
        ),
    );
    let told = imported(&b, &hs);
    assert!(told.contains("dùng tệp cơ quan đã có"), "{told}");
    assert_eq!(std::fs::read_to_string(&office).unwrap(), text);
    let second = std::fs::read_to_string(hs.join("quyet-dinh-2.yaml")).unwrap();
    assert!(second.contains("Tổ giúp việc"), "{second}");
    // Signed by somebody whom the office's file doesn't know.
    let c = dir.path().join("c.docx");
    let foot =
        cac_cuoi()[0].replace("KT. CHỦ TỊCH", "CHỦ TỊCH").replace(&p("PHÓ CHỦ TỊCH", "cb"), "");
    docx(
        &c,
        &format!("{}{}{}", cac_dau()[0], than(), foot.replace("Lê Thị Chín", "Trần Văn Mười")),
    );
    imported(&c, &hs);
    assert_eq!(std::fs::read_to_string(&office).unwrap(), text);
    let third = std::fs::read_to_string(hs.join("quyet-dinh-3.yaml")).unwrap();
    assert!(third.contains("Trần Văn Mười"), "{third}");
    let out = vanthu().args(["build", "-f", "docx"]).arg(&hs).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    let other = dir.path().join("d.docx");
    docx(
        &other,
        &format!("{}{}{}", cac_dau()[0].replace("MỸ THỌ", "TÂN HỘI"), than(), cac_cuoi()[0]),
    );
    imported(&other, &hs);
    assert_eq!(std::fs::read_to_string(&office).unwrap(), text);
    let offices: Vec<String> = std::fs::read_dir(&hs)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("co-quan-"))
        .collect();
    assert!(offices.len() == 1 && offices[0].contains("tan-hoi"), "{offices:?}");
    let out = vanthu().args(["build", "-f", "docx"]).arg(&hs).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
}

#[test]
fn a_folder_with_files_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("cu.docx");
    docx(&file, &format!("{}{}{}", cac_dau()[0], than(), cac_cuoi()[0]));
    let taken = dir.path().join("hs");
    std::fs::create_dir(&taken).unwrap();
    std::fs::write(taken.join("co-quan.yaml"), "của tôi").unwrap();
    let out = import(&file, &taken);
    assert_eq!(out.status.code(), Some(2));
    assert!(stderr(&out).contains("already-there"), "{}", stderr(&out));
    assert_eq!(std::fs::read_dir(&taken).unwrap().count(), 1);
    assert_eq!(std::fs::read_to_string(taken.join("co-quan.yaml")).unwrap(), "của tôi");
    // An empty one is filled.
    let empty = dir.path().join("trong");
    std::fs::create_dir(&empty).unwrap();
    imported(&file, &empty);
}

#[test]
fn what_is_no_paper_costs_a_message() {
    let dir = tempfile::tempdir().unwrap();
    let ends = |file: &Path, code: &str| {
        let out = dir.path().join("hs");
        let start = Instant::now();
        let done = import(file, &out);
        assert!(start.elapsed() < Duration::from_secs(20), "{code}: {:?}", start.elapsed());
        assert!(
            done.status.code() != Some(0) && stderr(&done).contains(code),
            "{code}: {}",
            stderr(&done)
        );
        assert!(!out.exists(), "{code}");
    };
    let file = dir.path().join("a.docx");
    std::fs::write(&file, "không phải Word").unwrap();
    ends(&file, "bad-word");
    docx(&file, &p("x", "").repeat(300_000));
    ends(&file, "bad-word");
    docx(&file, &p("x", "").repeat(13_000));
    ends(&file, "import-too-long");
    docx(&file, &"<w:tbl>".repeat(5_000));
    ends(&file, "bad-word");
}

/// The page of the manual shows what really comes of the sample.
#[test]
fn the_manual_shows_what_comes() {
    let dir = tempfile::tempdir().unwrap();
    let docx = built("cac-mau", &dir.path().join("goc"))
        .into_iter()
        .find(|path| name(path) == "cong-van")
        .unwrap();
    let ho_so = dir.path().join("cong-van-cu");
    imported(&docx, &ho_so);
    let page = std::fs::read_to_string(root().join("docs/tu-word.md")).unwrap();
    let (_, example) = page.split_once("```yaml cong-van.yaml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    assert_eq!(std::fs::read_to_string(ho_so.join("cong-van.yaml")).unwrap(), example);
}
