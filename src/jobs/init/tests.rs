use std::path::{Path, PathBuf};

use super::*;
use crate::compose::{fonts::Fonts, soan::soan};
use crate::jobs::co_quan_san::CO_QUAN_SAN;
use crate::model::BoQuyTac;
use crate::model::VanBan;
use crate::reading::source::{HoSoNguon, TepNguon, read_ho_so};
use crate::rules::bo_quy_tac::{MAC_DINH, theo_khoa};
use crate::rules::check::{KetQua, KhoMau, check};

fn request(dir: &Path, co_quan: Option<&str>, mau: Option<&str>) -> InitRequest {
    InitRequest {
        dir: dir.to_owned(),
        co_quan: co_quan.map(Into::into),
        mau: mau.map(Into::into),
        nhu: None,
        thu_muc_mau: None,
    }
}

fn checked(dir: &Path) -> KetQua {
    check(&read_ho_so(dir).unwrap(), &|_| true)
}

/// The names of the files that were made, without the schemas.
fn names(outcome: &Outcome) -> Vec<String> {
    let own = outcome.made.iter().filter(|p| !p.display().to_string().contains("schema/"));
    own.map(|p| p.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

/// Names, symbol and signer's lines of a paper of a ready office, as they are printed.
fn printed(khoa: &str, van_ban: &VanBan) -> String {
    let document = soan(van_ban, &Fonts::bundled().unwrap(), None).unwrap();
    let head = &document.dau_trang;
    let signer = &document.cuoi_trang.nguoi_ky[0];
    format!(
        "{khoa}: {} | {} | {} | {}",
        head.co_quan_chu_quan.join(" / "),
        head.co_quan_ban_hanh.join(" / "),
        head.so_ky_hieu.as_deref().unwrap_or_default().replace('\u{a0}', ""),
        signer.quyen_han_chuc_vu.join(" / ")
    )
}

#[test]
fn every_ready_office_prints_its_head_symbol_and_signature() {
    let mut all = Vec::new();
    for san in CO_QUAN_SAN.iter() {
        let dir = tempfile::tempdir().unwrap();
        let made = init(&request(dir.path(), Some(&san.khoa), Some("thong_bao")));
        assert_eq!(names(&made), ["thong-bao.yaml", "co-quan.yaml"], "{:?}", made.diagnostics);
        let found = checked(dir.path());
        all.push(printed(&san.khoa, found.van_ban[0].van_ban.as_ref().unwrap()));
    }
    assert_eq!(all.join("\n") + "\n", include_str!("dau-trang.txt"));
}

/// A starter of any kind for any office has nothing wrong but that it is a sample, which is told once for the paper and
/// once for the office; and none speaks of another office.
#[test]
fn every_starter_of_every_office_is_sound_and_a_sample() {
    for san in CO_QUAN_SAN.iter() {
        for (khoa, _) in cac_loai(&KhoMau::default(), Some(bo(san)))
            .iter()
            .filter(|(khoa, _)| khoa != "dot" && (bo(san) == MAC_DINH || khoa != CHUYEN_DI))
        {
            let nguon = in_memory(&san.khoa, khoa);
            let found = check(&nguon, &|_| true);
            let told: Vec<(&str, bool)> = found
                .diagnostics
                .iter()
                .map(|d| (d.code.as_ref(), d.message.contains("mẫu")))
                .collect();
            let sample = [("not-ready", true), ("sample-text", true)];
            let mut told = told;
            told.sort_unstable();
            assert_eq!(told, sample, "{} {khoa}: {:?}", san.khoa, found.diagnostics);
            assert!(found.van_ban[0].van_ban.is_some(), "{} {khoa}", san.khoa);
            let marked = nguon.tep.iter().find(|tep| tep.text.contains(['{', '}']));
            assert!(marked.is_none(), "{marked:?}");
        }
    }
}

/// What the file of an office offers in comments may be taken as it stands: a clerk who takes the signs away finds no second
/// key and no figure that her rules refuse.
#[test]
fn what_an_office_is_offered_in_comments_is_sound() {
    for san in CO_QUAN_SAN.iter() {
        let mut nguon = in_memory(&san.khoa, "thong_bao");
        for tep in nguon.tep.iter_mut().filter(|tep| tep.ten.ends_with("co-quan.yaml")) {
            let (own, offered) = tep.text.split_once("# Những mục dưới đây").unwrap();
            let open = |line: &str| match line.strip_prefix("# ") {
                // A key, or a line under one; not what is said about it.
                Some(rest)
                    if rest.starts_with("  ") || rest.ends_with(':') && !rest.contains(' ') =>
                {
                    rest.to_owned()
                }
                Some(rest) if rest.starts_with("mau: ") => rest.to_owned(),
                _ => line.to_owned(),
            };
            let opened: Vec<String> = offered.lines().skip(1).map(open).collect();
            assert!(opened.iter().any(|line| line == "the_thuc:"), "{opened:#?}");
            tep.text = format!("{own}{}\n", opened.join("\n"));
        }
        let found = check(&nguon, &|_| true);
        let faults: Vec<_> = found.diagnostics.iter().filter(|d| d.is_error()).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", san.khoa);
    }
}

/// The starter of an office and a kind, as its files would be read.
fn in_memory(co_quan: &str, khoa: &str) -> HoSoNguon {
    let nowhere = Path::new("/khong-co/thu-muc-nay");
    let asked = request(nowhere, Some(co_quan), Some(khoa));
    let (files, _) = van_ban::khoi_dau(&asked, office(Some(co_quan)).unwrap()).unwrap();
    let yaml = files.iter().filter(|f| f.path.extension().is_some_and(|e| e == "yaml"));
    let tep = yaml.map(|f| {
        let ten = f.path.file_name().unwrap().to_string_lossy();
        TepNguon::decode(&ten, &f.bytes).unwrap()
    });
    HoSoNguon { tep: tep.collect(), ..HoSoNguon::default() }
}

/// The rules of a ready office.
fn bo(san: &co_quan_san::CoQuanSan) -> BoQuyTac {
    let hd05 = san.text.contains("bo_quy_tac: hd05");
    theo_khoa(if hd05 { "hd05" } else { "nd30" }).unwrap()
}

/// A starter with all that stands in it as a comment for whoever needs it: it is right, too.
#[test]
fn what_a_starter_has_commented_out_is_sound() {
    for (khoa, _) in cac_loai(&KhoMau::default(), Some(MAC_DINH))
        .iter()
        .filter(|(khoa, _)| !khoa.contains("dot"))
    {
        if khoa == CHUYEN_DI {
            continue;
        }
        let mut nguon = in_memory("ubnd-xa", khoa);
        for tep in nguon.tep.iter_mut().filter(|tep| tep.ten != TEP_CO_QUAN) {
            tep.text = bo_dau_thang(&tep.text).replace("Nêu ", "(Phụ lục kèm theo) Nêu ");
        }
        let found = check(&nguon, &|_| true).diagnostics;
        let wrong = found.iter().find(|d| d.is_error());
        assert_eq!(wrong, None, "{khoa}: {}", nguon.tep[0].text);
    }
}

/// The keys that a starter has behind `# `, without it: those that follow a comment on what they are.
fn bo_dau_thang(text: &str) -> String {
    let (head, rest) = text.split_once("\nloai:").unwrap();
    let mut key = false;
    let line = |line: &str| {
        let bare = line.strip_prefix("# ");
        let is_key = bare.is_some_and(|bare| {
            bare.split_once(':')
                .is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
        });
        key = is_key || key && bare.is_some_and(|bare| bare.starts_with(' '));
        let own = bare.filter(|_| key).unwrap_or(line);
        format!("{own}\n")
    };
    let rest: String = rest.lines().map(line).collect();
    format!("{head}\nloai:{rest}")
}

#[test]
fn a_plain_start_is_an_office_and_a_letter_and_says_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let made = init(&request(dir.path(), None, None));
    assert_eq!(names(&made), ["cong-van.yaml", "co-quan.yaml"]);
    assert!(made.notes[0].contains("vanthu build") && made.notes[1].contains("--mau"), "{made:?}");
    let again = init(&request(dir.path(), None, None));
    assert_eq!(again.diagnostics[0].code, "already-there");
    let trips = init(&request(dir.path(), None, Some("ke-hoach-chuyen-di")));
    assert_eq!(names(&trips), ["ke-hoach.yaml"]);
    assert!(dir.path().join("schema/dot.json").exists());
    assert_eq!(names(&init(&request(dir.path(), None, Some("dot")))), ["dot-1.yaml"]);
    let found = checked(dir.path());
    let codes: Vec<&str> = found.diagnostics.iter().map(|d| d.code.as_ref()).collect();
    let samples = codes.iter().filter(|code| **code == "sample-text").count();
    assert_eq!((codes.len(), samples), (4, 3), "{:?}", found.diagnostics);
    assert!(
        found.van_ban.iter().any(|t| t.ten == "dot-1-ke-hoach-chi-tiet" && t.van_ban.is_some())
    );
    assert_eq!(names(&init(&request(dir.path(), None, Some("dot")))), ["dot-2.yaml"]);
    // The plan says no topic for the second trip, so its own file does, and both can be made.
    let found = checked(dir.path());
    let errors: Vec<_> = found.diagnostics.iter().filter(|d| d.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert!(
        found.van_ban.iter().any(|t| t.ten == "dot-2-ke-hoach-chi-tiet" && t.van_ban.is_some())
    );
}

#[test]
fn a_second_paper_of_a_kind_has_a_name_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path();
    assert_eq!(names(&init(&request(folder, Some("Trường THCS"), Some("thong_bao")))).len(), 2);
    assert_eq!(names(&init(&request(folder, None, Some("Thông báo")))), ["thong-bao-2.yaml"]);
    let third = init(&request(folder, Some("so"), Some("thong-bao")));
    assert_eq!(names(&third), ["thong-bao-3.yaml"]);
    assert!(third.notes[0].contains("giữ nguyên"), "{third:?}");
    let text = std::fs::read_to_string(folder.join("thong-bao-3.yaml")).unwrap();
    assert!(text.contains("Tổ Văn phòng") && !text.contains("Văn phòng Sở"), "{text}");
}

fn nhu(dir: &Path, cu: &Path) -> Outcome {
    init(&InitRequest { nhu: Some(cu.to_owned()), ..request(dir, None, None) })
}

#[test]
fn a_new_paper_like_an_old_one_has_its_text_without_number_and_date() {
    let dir = tempfile::tempdir().unwrap();
    let cu: PathBuf = dir.path().join("lich-truc.yaml");
    let old = "loai: thong_bao\nso: 5   # số cũ\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Lịch trực # quý\nnoi_dung: lich.md\n";
    std::fs::write(&cu, old).unwrap();
    std::fs::write(dir.path().join("lich.md"), "Các phòng trực.\n").unwrap();
    let made = nhu(dir.path(), &cu);
    assert_eq!(names(&made), ["lich-truc-2.yaml", "lich-truc-2.md"], "{made:?}");
    let text = std::fs::read_to_string(dir.path().join("lich-truc-2.yaml")).unwrap();
    let tep = TepNguon::decode("a.yaml", text.as_bytes()).unwrap();
    let root = crate::reading::yaml::parse(&tep).0.unwrap();
    let words = |key: &str| root.get(key).and_then(|node| node.text());
    assert_eq!((words("so"), words("ngay_ban_hanh")), (None, None), "{text}");
    assert_eq!(words("trich_yeu"), Some("Lịch trực"));
    assert_eq!(words("noi_dung"), Some("lich-truc-2.md"));
    assert!(text.contains("# số cũ") && text.contains("# quý"), "{text}");
    assert_eq!(std::fs::read_to_string(&cu).unwrap(), old);
}

#[test]
fn what_cannot_be_copied_for_sure_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    for (text, words) in [
        ("{loai: thong_bao, so: 5, ngay_ban_hanh: 4/5/2023}", "không bỏ được số"),
        ("loai: dot\ndot: 1\n", "không phải là tệp của một văn bản"),
    ] {
        let cu = dir.path().join("cu.yaml");
        std::fs::write(&cu, text).unwrap();
        let made = nhu(dir.path(), &cu);
        assert!(made.diagnostics[0].message.contains(words), "{made:?}");
        assert!(!dir.path().join("cu-2.yaml").exists());
    }
    assert!(!nhu(dir.path(), &dir.path().join("khong-co.yaml")).diagnostics.is_empty());
}
