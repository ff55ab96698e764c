//! What is no file of ours in the place of one: a pipe, a device, a folder, a link, three gigabytes. Every verb says so
//! at once, with the name of the thing.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::so_sach::{du_va_lien_tuc, issue};
use crate::support::{sample, stderr, stdout};
use vanthu::records::so_dang_ky::{Day, Dong, So, SoHieu, Viec};

/// What may stand in the place of a file.
#[derive(Debug, Clone, Copy)]
enum Vat {
    Ong,
    ThietBi,
    ThuMuc,
    LienKet,
    BaGiga,
}

const VAT: [Vat; 5] = [Vat::Ong, Vat::ThietBi, Vat::ThuMuc, Vat::LienKet, Vat::BaGiga];

impl Vat {
    fn dat(self, path: &Path) {
        let _ = fs::remove_file(path);
        match self {
            Self::Ong => {
                assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
            }
            // A device without an end, as whoever may not make one of his own has it.
            Self::ThietBi => symlink("/dev/zero", path).unwrap(),
            Self::ThuMuc => fs::create_dir(path).unwrap(),
            Self::LienKet => {
                let away = path.with_extension("noi-khac");
                fs::write(&away, "").unwrap();
                symlink(&away, path).unwrap();
            }
            Self::BaGiga => fs::File::create(path).unwrap().set_len(3 << 30).unwrap(),
        }
    }

    fn don(path: &Path) {
        if path.symlink_metadata().unwrap().is_dir() {
            fs::remove_dir(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
    }
}

/// A hồ sơ of short papers; `k1` is issued, `k2` is a draft.
fn ho_so() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for ten in ["co-quan.yaml", "danh-ba.yaml"] {
        fs::copy(sample().join(ten), dir.path().join(ten)).unwrap();
    }
    for i in [1, 2] {
        let text = format!(
            "loai: thong_bao\nngay_ban_hanh: 3/2023\ntrich_yeu: Họp lần {i}\nnguoi_ky: pho_chu_tich\nnoi_dung: Chữ.\n\
             noi_nhan:\n  - UBND Tỉnh\n  - 'Lưu: VT'\n"
        );
        fs::write(dir.path().join(format!("k{i}.yaml")), text).unwrap();
    }
    let out = issue(dir.path(), 1).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    dir
}

/// The verbs that write, and those that read.
const GHI: [&str; 6] = [
    "issue k2.yaml --date 15/3/2023",
    "register reserve --nam 2023",
    "register void 01 --ly-do nhầm --chac-chan",
    "register deliver 01 --ngay-chuyen 15/3/2023",
    "register close-year 2023 --chac-chan",
    "register rebuild",
];
const LAY_SO: [&str; 2] = [GHI[0], GHI[1]];
const DOC: [&str; 5] = [
    "register list",
    "register check",
    "register print 2023",
    "verify phat-hanh/2023/01-TB-HDND",
    "send phat-hanh/2023/01-TB-HDND",
];

/// Twenty seconds, two gigabytes of addresses: whoever reads to the end of what has none is stopped.
fn chay(dir: &Path, words: &str) -> Output {
    let script = "ulimit -v 4000000; exec timeout 20 \"$@\"";
    let mut command = Command::new("bash");
    command.args(["-c", script, "vanthu", env!("CARGO_BIN_EXE_vanthu")]);
    command.args(words.split(' ')).current_dir(dir).output().unwrap()
}

/// Each of `verbs` names `ten` and ends with an error of its own.
fn bao(dir: &Path, vat: Vat, ten: &str, verbs: &[&str]) {
    for words in verbs {
        let out = chay(dir, words);
        let told = format!("{ten}, {vat:?}, {words}: {}{}", stdout(&out), stderr(&out));
        assert!(matches!(out.status.code(), Some(1 | 2)), "{:?} {told}", out.status);
        assert!(stderr(&out).contains(ten.rsplit('/').next().unwrap()), "{told}");
    }
}

#[test]
fn every_verb_names_what_is_no_file_of_the_register() {
    let dir = ho_so();
    let dir = dir.path();
    let all = [&GHI[..], &DOC[..]].concat();
    let before = fs::read(dir.join("so-dang-ky.txt")).unwrap();
    let cases: [(&str, &[&str]); 5] = [
        ("so-dang-ky.txt", &all),
        ("so-dang-ky.chung", &all),
        (".so-dang-ky.khoa", &all),
        (".so-dang-ky.luot", &LAY_SO),
        ("phat-hanh/.dang-lam/y-dinh.json", &GHI),
    ];
    for (ten, verbs) in cases {
        let path = dir.join(ten);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let old = fs::read(&path).ok();
        for vat in VAT {
            // A long lock says nothing and is never read.
            if matches!(vat, Vat::BaGiga) && (ten.ends_with("khoa") || ten.ends_with("luot")) {
                continue;
            }
            vat.dat(&path);
            bao(dir, vat, ten, verbs);
            Vat::don(&path);
        }
        if let Some(old) = old {
            fs::write(&path, old).unwrap();
        }
        let _ = fs::remove_dir_all(dir.join("phat-hanh/.dang-lam"));
        assert_eq!(fs::read(dir.join("so-dang-ky.txt")).unwrap(), before, "{ten}");
    }
    assert!(issue(dir, 2).output().unwrap().status.success());
    du_va_lien_tuc(dir, 2);
}

#[test]
fn every_verb_names_what_is_no_file_of_an_issued_folder() {
    let dir = ho_so();
    let dir = dir.path();
    let folder = dir.join("phat-hanh/2023/01-TB-HDND");
    for ten in ["bang-ke.json", "phat-hanh.yaml", "01-TB-HDND.pdf", "nguon/k1.yaml"] {
        let path = folder.join(ten);
        let old = fs::read(&path).unwrap();
        for vat in VAT {
            vat.dat(&path);
            bao(dir, vat, ten, &[DOC[1], DOC[3], DOC[4]]);
            Vat::don(&path);
            let _ = fs::remove_file(path.with_extension("noi-khac"));
        }
        fs::write(&path, old).unwrap();
    }
    assert!(!dir.join("gui").exists());
    assert!(chay(dir, DOC[4]).status.success());
}

/// The files of a hồ sơ: a body, an office's file, a template, a picture.
#[test]
fn what_is_no_file_of_the_ho_so_is_named() {
    let dir = ho_so();
    let dir = dir.path();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::create_dir(dir.join("mau")).unwrap();
    let text = fs::read_to_string(dir.join("k2.yaml")).unwrap();
    let text = text.replace("noi_dung: Chữ.", "noi_dung: than.md");
    fs::write(dir.join("k2.yaml"), text).unwrap();
    fs::write(dir.join("than.md"), "Chữ.\n\n![Sơ đồ](hinh.png)\n").unwrap();
    for ten in ["than.md", "co-quan.yaml", "k3.yaml", "mau/giay.typ", "mau/giay.yaml", "hinh.png"] {
        let path = dir.join(ten);
        let old = fs::read(&path).ok();
        for vat in [Vat::Ong, Vat::ThietBi, Vat::LienKet, Vat::BaGiga] {
            vat.dat(&path);
            if matches!(vat, Vat::LienKet) {
                // Out of the folder.
                let away = path.with_extension("noi-khac");
                let out = elsewhere.path().join(ten.replace('/', "-"));
                fs::rename(&away, &out).unwrap();
                fs::remove_file(&path).unwrap();
                symlink(out, &path).unwrap();
            }
            let verbs = ["check .", "build . -o ra", "issue k2.yaml --date 15/3/2023"];
            bao(dir, vat, ten, &verbs);
            Vat::don(&path);
        }
        if let Some(old) = old {
            fs::write(&path, old).unwrap();
        }
    }
}

/// What goes along with a paper.
#[test]
fn what_is_no_file_to_send_along_is_named() {
    let dir = ho_so();
    let dir = dir.path();
    for vat in [Vat::Ong, Vat::ThietBi, Vat::ThuMuc, Vat::BaGiga] {
        vat.dat(&dir.join("kem"));
        let verbs =
            ["--attach", "--pdf", "--book"].map(|option| format!("{} {option} kem", DOC[4]));
        for words in verbs {
            bao(dir, vat, "kem", &[&words]);
        }
        Vat::don(&dir.join("kem"));
        assert!(!dir.join("gui").exists());
    }
}

/// A name with a mark that nobody sees becomes the name of no document, and reaches no terminal.
#[test]
fn names_with_hidden_marks_are_told() {
    let dir = ho_so();
    let dir = dir.path();
    let text = fs::read_to_string(dir.join("k2.yaml")).unwrap();
    for ten in
        ["k\u{202e}lmay.yaml", "k\u{1b}[2J.yaml", "k\u{200b}.yaml", "a\nb.md", "dot-1\u{2066}.yaml"]
    {
        fs::write(dir.join(ten), &text).unwrap();
        for words in
            ["check .", "build . -o ra", "check . --json", "issue k2.yaml --date 15/3/2023"]
        {
            let out = chay(dir, words);
            let said = stdout(&out) + &stderr(&out);
            assert_eq!(out.status.code(), Some(1), "{ten:?} {words}: {said}");
            assert!(said.contains("bad-file-name"), "{ten:?} {words}: {said}");
            assert!(
                !said.contains(['\u{202e}', '\u{1b}', '\u{200b}', '\u{2066}']),
                "{ten:?} {words}"
            );
        }
        fs::remove_file(dir.join(ten)).unwrap();
    }
    assert!(chay(dir, "check .").status.success());
}

/// A register of before, whose words were not looked at: nothing of them reaches a terminal, as text or as JSON.
#[test]
fn words_of_an_old_register_reach_no_terminal() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    fs::copy(sample().join("co-quan.yaml"), dir.join("co-quan.yaml")).unwrap();
    let marks = "a\u{202e}b\u{9b}31m\u{1b}[2J\u{200b}c";
    let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
    let so_hieu = SoHieu { so: 1, ky_hieu: String::new() };
    let mut dong = Dong::moi(Viec::GiuSo, day, Some(so_hieu));
    dong.ghi_chu = marks.to_owned();
    let (empty, _) = So::doc("", "so");
    fs::write(dir.join("so-dang-ky.txt"), empty.them(&[dong.clone(), dong])).unwrap();
    for words in
        ["register list", "register list --json", "register check", "register check --json"]
    {
        let out = chay(dir, words);
        let said = stdout(&out) + &stderr(&out);
        assert!(said.contains("01"), "{words}: {said}");
        let raw = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{200b}' | '\u{202e}');
        assert!(!said.contains(raw), "{words}: {said:?}");
    }
}
