//! What several test files share: building a hồ sơ with the real program, and reading files back with
//! readers that are not ours (MuPDF, LibreOffice, a plain XML parser).

#![allow(dead_code)] // each test file uses its own part

pub mod ba_lenh;
pub mod ban_ky;
pub mod dot_bien;
pub mod mau_rieng;
pub mod mount;
pub mod nhap_word;
pub mod onlyoffice;
pub mod page;
pub mod pdfium;
pub mod python;
pub mod so_sach;
pub mod sua_word;
pub mod thoi_gian;
pub mod truong;
pub mod verapdf;
pub mod word;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The program under test.
pub fn vanthu() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
    // What this user's own programs remember is nothing to a test.
    command.env("HOME", "/dev/null");
    command
}

/// The root of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The sample hồ sơ.
pub fn sample() -> PathBuf {
    root().join("data/dong-thap-2023")
}

/// Builds `ho_so` into `dir` and demands success.
pub fn build(ho_so: &Path, dir: &Path) {
    let out = vanthu().arg("build").arg(ho_so).arg("-o").arg(dir).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
}

pub fn stderr(out: &Output) -> String {
    String::from_utf8_lossy(&out.stderr).into_owned()
}

pub fn stdout(out: &Output) -> String {
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// Runs a tool that the tests need and returns what it printed.
pub fn tool(command: &mut Command) -> String {
    let name = command.get_program().to_string_lossy().into_owned();
    let out = command.output().unwrap_or_else(|e| panic!("{name}: {e}; tests/run cài đặt nó"));
    assert!(out.status.success(), "{name}: {}{}", stdout(&out), stderr(&out));
    stdout(&out)
}

/// LibreOffice Writer's print of a Word file, as a PDF in `dir`.
pub fn print_word(docx: &Path, dir: &Path) -> PathBuf {
    let profile = dir.join("lo-profile");
    let out = dir.join("lo");
    tool(
        Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", profile.display()))
            .args(["--headless", "--convert-to", "pdf", "--outdir"])
            .arg(&out)
            .arg(docx),
    );
    let pdf = out.join(docx.file_stem().unwrap()).with_extension("pdf");
    assert!(pdf.exists(), "LibreOffice không in ra {}", pdf.display());
    pdf
}

/// Year or number, and number, of LibreOffice's version: `(7, 4)`.
pub fn libreoffice() -> (u32, u32) {
    let told = tool(Command::new("soffice").arg("--version"));
    let version = told.split_whitespace().nth(1).unwrap_or_default();
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or_default());
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

/// A copy of the sample in which `from` is replaced by `to` in `file`; demands that `from` is there.
pub fn sample_with(dir: &Path, edits: &[(&str, &str, &str)]) -> PathBuf {
    let ho_so = dir.join("ho-so");
    std::fs::create_dir_all(&ho_so).unwrap();
    for entry in std::fs::read_dir(sample()).unwrap() {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|e| e == "yaml") {
            std::fs::copy(entry.path(), ho_so.join(entry.file_name())).unwrap();
        }
    }
    for (file, from, to) in edits {
        let path = ho_so.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} không có: {from}");
        std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    }
    ho_so
}
