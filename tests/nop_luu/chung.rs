//! A year that is handed over, for all tests here.

use std::path::{Path, PathBuf};
use std::process::Output;

use sha2::{Digest, Sha256};

use crate::support::{sample_with, stderr, stdout, vanthu};

pub const DATA: &str = "representations/rep1/data/";

/// The package of the circular's form in what was handed over.
pub fn goi_cua(folder: &Path) -> PathBuf {
    let mut inside = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    inside.find(|path| path.is_dir()).unwrap()
}

pub fn lam(dir: &Path, args: &[&str]) -> Output {
    vanthu().args(args).current_dir(dir).output().unwrap()
}

pub fn duoc(dir: &Path, args: &[&str]) -> String {
    let out = lam(dir, args);
    assert!(out.status.success(), "{args:?}: {}", stderr(&out));
    stdout(&out)
}

pub const NOP: [&str; 14] = [
    "register",
    "hand-over",
    "2023",
    "--title",
    "Tập lưu <1> & \"2\"",
    "--code",
    "01.VP",
    "--retention",
    "15 năm",
    "--date",
    "15/1/2024",
    "--organ-id",
    "H20.12",
    "--chap-nhan-canh-bao",
];

/// A year of one issued plan, a Word file, two PDFs of one paper and a paper that is on paper alone, handed over as `ra`.
pub fn nop(dir: &Path) -> PathBuf {
    let ho_so = sample_with(dir, &[]);
    duoc(&ho_so, &["issue", "ke-hoach.yaml", "--date", "15/3/2023"]);
    let plan = ho_so.join("phat-hanh/2023/01-KH-HDND");
    std::fs::copy(plan.join("01-KH-HDND.docx"), ho_so.join("cu.docx")).unwrap();
    std::fs::copy(plan.join("01-KH-HDND.pdf"), ho_so.join("bao-cao.pdf")).unwrap();
    let mut other = std::fs::read(plan.join("01-KH-HDND.pdf")).unwrap();
    other.extend(b"% ph\n");
    std::fs::write(ho_so.join("phu-luc.pdf"), other).unwrap();
    let add = |so: &str, more: &[&str]| {
        let own = ["register", "add", so, "--date", "16/3/2023", "--trich-yeu"];
        let rest = ["--nguoi-ky", "An", "--noi-nhan", "UBND Tỉnh"];
        duoc(&ho_so, &[&own[..], more, &rest[..]].concat());
    };
    add("02/HĐND-VP", &["Về việc họp", "--tep", "cu.docx"]);
    add("03/BC-HĐND", &["Báo cáo quý I", "--tep", "bao-cao.pdf", "--tep", "phu-luc.pdf"]);
    add("04/HĐND-VP", &["Về việc nghỉ lễ"]);
    duoc(&ho_so, &[&NOP[..], &["-o", "ra"]].concat());
    ho_so.join("ra")
}

pub fn chu(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// SHA-256 as METS writes it.
pub fn bam(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02X}")).collect()
}
