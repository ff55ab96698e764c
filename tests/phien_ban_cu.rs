//! What older versions have left behind is read by today's: register, issued folders, their manifests.
//! `tests/phien-ban-cu/README.md` tells how the folders were made.

use std::path::{Path, PathBuf};

use crate::support::{root, sample, stderr, stdout, vanthu};
use vanthu::records::phat_hanh::phieu::{PhieuPhatHanh, TEP_PHIEU};

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).unwrap();
        }
    }
}

/// A copy of the office's folder that 0.1.0 left.
fn so_sach() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    copy(&root().join("tests/phien-ban-cu/0.1.0/so-sach"), &dir.path().join("so-sach"));
    let so_sach = dir.path().join("so-sach");
    (dir, so_sach)
}

fn register(args: &[&str], so_sach: &Path) -> String {
    let out = vanthu().arg("register").args(args).arg("--so-sach").arg(so_sach).output().unwrap();
    assert!(out.status.success(), "{}{}", stdout(&out), stderr(&out));
    stdout(&out)
}

#[test]
fn the_register_is_read() {
    let (_dir, so_sach) = so_sach();
    let told = register(&["check"], &so_sach);
    assert!(told.contains("2026 VP: 01 - 03; phát hành 2, đang giữ 0, huỷ 1"), "{told}");
    let list = register(&["list"], &so_sach);
    for row in
        ["01/KH-HĐND | 15/3/2023", "01/VP-CTHĐND | 16/3/2026", "02/TB-VP | 04/5/2026", "Đã huỷ"]
    {
        assert!(list.contains(row), "{row}: {list}");
    }
}

/// Today's program may set a paper otherwise; it never says that its files were touched.
#[test]
fn nothing_that_was_issued_is_called_forged() {
    let (_dir, so_sach) = so_sach();
    for folder in ["2023/01-KH-HDND", "2026/01-VP-CTHDND", "2026/02-TB-VP"] {
        let folder = so_sach.join("phat-hanh").join(folder);
        let out = vanthu().arg("verify").arg(&folder).output().unwrap();
        let told = stderr(&out);
        for code in
            ["issued-changed", "issued-missing", "issued-extra", "bad-manifest", "word-edited"]
        {
            assert!(!told.contains(code), "{}: {told}", folder.display());
        }
        let record = std::fs::read(folder.join(TEP_PHIEU)).unwrap();
        assert_eq!(PhieuPhatHanh::doc(&record).unwrap().phien_ban_khac(), Some("0.1.0"));
    }
}

#[test]
fn the_next_number_follows_and_its_record_says_who_made_it() {
    let (dir, so_sach) = so_sach();
    for file in ["co-quan.yaml", "van-phong.yaml", "ke-hoach.yaml"] {
        std::fs::copy(sample().join(file), dir.path().join(file)).unwrap();
    }
    let draft = dir.path().join("ke-hoach.yaml");
    let text = std::fs::read_to_string(&draft).unwrap();
    std::fs::write(&draft, text.replacen("Tổ chức Đoàn", "Tổ chức thêm Đoàn", 1)).unwrap();
    let mut issue = vanthu();
    issue.arg("issue").arg(&draft).args(["--date", "20/3/2023"]);
    let out = issue.arg("--so-sach").arg(&so_sach).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    register(&["check"], &so_sach);
    let record = so_sach.join("phat-hanh/2023/02-KH-HDND").join(TEP_PHIEU);
    let record = PhieuPhatHanh::doc(&std::fs::read(record).unwrap()).unwrap();
    assert_eq!(record.phien_ban_khac(), None);
}
