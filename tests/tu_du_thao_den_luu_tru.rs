//! Từ dự thảo đến lưu trữ: the plan of 2023 on its way through the office, told once from beginning to end.
//! The README shows the same commands. Each step is tried harder in a file of its own: `phat_hanh`, `ky_so`,
//! `gui`, `doi_chieu`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::python::python_tool;
use crate::support::{root, sample_with, stderr, stdout, tool, vanthu, verapdf};

/// Where the plan is kept once it has its number.
const THU_MUC: &str = "phat-hanh/2023/105-KH-HDND";

/// The office's folder, and the clerk at its desk.
struct VanThu {
    _dir: tempfile::TempDir,
    ho_so: PathBuf,
}

impl VanThu {
    /// Begins with the program in March 2023, when 104 numbers are on paper already.
    fn den_lam() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let from = "luu: VT, Phòng Công tác HĐND. Đề\n";
        let with = format!("{from}so_dang_ky: {{dau_so: {{2023: 105}}}}\n");
        let ho_so = sample_with(dir.path(), &[("co-quan.yaml", from, &with)]);
        Self { _dir: dir, ho_so }
    }

    /// What the program says to a command that has to succeed.
    fn lam(&self, command: &str) -> String {
        let out = self.chay(command);
        assert!(out.status.success(), "{command}: {}{}", stdout(&out), stderr(&out));
        stdout(&out) + &stderr(&out)
    }

    /// What it says to one that must find a fault.
    fn vap(&self, command: &str) -> String {
        let out = self.chay(command);
        assert_eq!(out.status.code(), Some(1), "{command}: {}{}", stdout(&out), stderr(&out));
        stdout(&out) + &stderr(&out)
    }

    fn chay(&self, command: &str) -> std::process::Output {
        vanthu().current_dir(&self.ho_so).args(command.split(' ')).output().unwrap()
    }

    fn tep(&self, name: &str) -> PathBuf {
        self.ho_so.join(name)
    }
}

#[test]
fn the_plan_of_2023_goes_from_draft_to_archive() {
    let van_thu = VanThu::den_lam();
    let plan = van_thu.tep(THU_MUC).join("105-KH-HDND.pdf");

    // The draft is agreed; nothing in it stands against issuing it.
    let said = van_thu.lam("check ke-hoach.yaml");
    assert!(!said.contains("lỗi"), "{said}");

    // It gets the next number and its date, and is filed with the YAML that made it.
    let issue = "issue ke-hoach.yaml --date 15/3/2023 --signature-fields --embed nguon";
    let said = van_thu.lam(issue);
    assert!(said.contains("đã phát hành 105/KH-HĐND ngày 15/3/2023"), "{said}");
    let text = tool(Command::new("pdftotext").arg("-layout").arg(&plan).arg("-"));
    assert!(text.contains("Số: 105/KH-HĐND"), "{text}");
    assert!(text.contains("Đồng Tháp, ngày 15 tháng 3 năm 2023"), "{text}");

    // The PDF carries its sources and the data fields, and the program says so.
    assert!(said.contains("đính kèm truong-du-lieu.xml, co-quan.yaml, ke-hoach.yaml"), "{said}");
    let inside = tool(Command::new("pdfdetach").arg("-list").arg(&plan));
    assert!(inside.contains("ke-hoach.yaml") && inside.contains("truong-du-lieu.xml"), "{inside}");

    // The vice chair signs, then the office seals.
    ky(&plan, &["nguoi_ky", "co_quan"]);
    tool(Command::new("qpdf").arg("--check").arg(&plan));
    verapdf::obey("PDFA_3_A,PDFUA_1", &[&plan]);

    // It goes to everyone on Nơi nhận: nine, of whom three on paper, in eleven copies with those kept.
    let said = van_thu.lam(&format!("send {THU_MUC}"));
    assert!(said.contains("105/KH-HĐND: 9 nơi nhận"), "{said}");
    assert!(said.contains("in 11 bản: gửi 9, lưu 2"), "{said}");
    let packages = van_thu.tep("gui/105-KH-HDND/noi-nhan");
    let all: Vec<PathBuf> =
        std::fs::read_dir(&packages).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(all.len(), 9);
    let signed = std::fs::read(&plan).unwrap();
    for package in &all {
        assert_eq!(std::fs::read(package.join("105-KH-HDND.pdf")).unwrap(), signed);
        assert!(package.join("phieu-gui.pdf").exists(), "{}", package.display());
    }
    assert!(packages.join("004-ubnd-tinh/105-KH-HDND.edxml").exists());

    // Years later: every file is there, the kept YAML still makes the document, the register agrees.
    let said = van_thu.lam(&format!("verify {THU_MUC}"));
    assert!(said.contains("đủ 7 tệp, dựng lại từ nguồn thì đúng từng byte"), "{said}");
    assert!(said.contains("khớp với so-dang-ky.txt:5"), "{said}");
    assert!(said.contains("có chữ ký số thêm vào sau"), "{said}");
    let said = van_thu.lam("register check");
    assert!(said.contains("105 - 105; phát hành 1"), "{said}");

    // The same command again takes no second number.
    assert!(van_thu.vap(issue).contains("ke-hoach đã phát hành: 105/KH-HĐND"));

    // And whoever tampers is found.
    doi(&van_thu.tep(THU_MUC).join("nguon/ke-hoach.yaml"), "Đồng Nai", "Tây Ninh");
    let said = van_thu.vap(&format!("verify {THU_MUC}"));
    assert!(said.contains("nguon/ke-hoach.yaml đã bị sửa"), "{said}");
    doi(&van_thu.tep("so-dang-ky.txt"), "Nguyễn Thị Kim Tuyền", "Nguyễn Văn A");
    assert!(van_thu.vap("register check").contains("(105/KH-HĐND) đã bị sửa bằng tay"));
}

/// The README's commands say what the README shows.
#[test]
fn the_readme_tells_the_same_story() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let shown = readme.split("```console\n").nth(1).unwrap().split("```").next().unwrap();
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &[]);
    let mut said = String::new();
    for line in shown.lines() {
        if let Some(command) = line.strip_prefix("$ vanthu ") {
            let out = vanthu().current_dir(&ho_so).args(command.split(' ')).output().unwrap();
            said.push_str(&format!("{line}\n{}{}", stdout(&out), stderr(&out)));
        } else if line.starts_with("# the signer, then the agency sign ") {
            let folder = ho_so.join("phat-hanh/2023/01-KH-HDND");
            ky(&folder.join("01-KH-HDND.pdf"), &["nguoi_ky", "co_quan"]);
            said.push_str(&format!("{line}\n"));
        }
    }
    // Where the folder lies and when it was signed are this machine's.
    let here = ho_so.canonicalize().unwrap().display().to_string();
    let said = said.replace(&here, "/home/van-thu/ho-so");
    let moment = regex::Regex::new(r"[0-9]{2}:[0-9]{2} ngày [0-9/]{10}").unwrap();
    let said = moment.replace_all(&said, "08:15 ngày 16/03/2023").into_owned();
    assert_eq!(said, shown);
    assert_eq!(said.matches("$ vanthu ").count(), 5);
}

/// Signs the file in its place, field by field, with pyHanko and a certificate of the moment.
fn ky(pdf: &Path, fields: &[&str]) {
    let script = root().join("tests/ky_so/ky.py");
    let said = tool(python_tool("python").arg(script).arg(pdf).arg(pdf).args(fields));
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    for field in fields {
        assert_eq!(said[*field]["bottom_line"], true, "{said}");
        assert_eq!(said[*field]["subfilter"], "/ETSI.CAdES.detached");
    }
}

fn doi(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{}: {from}", path.display());
    std::fs::write(path, text.replace(from, to)).unwrap();
}
