//! Two hundred documents with hostile text: each is refused with a place in its own file, or made so that
//! every outside reader takes both files and finds the same words in them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::python::python_tool;
use crate::support::{pdfium, sample, stderr, stdout, tool, vanthu};

const COUNT: usize = 200;

/// Pieces of text that programs stumble over. The second half of the table is what no office prints.
const FRAGMENTS: &[&str] = &[
    "<w:p>&amp;</w:p> ]]> <!-- --> &#x0; <?xml?>",
    "C:\\Users\\vănthư\\n\\t%s%n{{ x }} ${x} #{x} `ls`",
    "#set text(red) $x^2$ @nhan <nhan> _nghiêng_ = Tiêu đề",
    "\u{a0}\u{a0}\u{a0}cách\u{a0}\u{a0}không ngắt",
    "e\u{302}\u{301}, o\u{31b}\u{323}, a\u{306}\u{309}: dấu tổ hợp",
    "ΑΒΓ абв çßøþ ﬁ ﬂ ½ ² € ™ … – — “” ‘’",
    "x[^] [x](http://example.vn) ![a](b.png) ~~gạch~~",
    "**đậm *lồng* đậm** 5 * 3 = 15, 2*3",
    "a  b   c    d     e",
    "'; DROP TABLE so; --",
    "| a | b |",
    "- - - + + 1. 2) a) đ)",
    "0xFF 1e999 NaN -0 00012 1.000.000,5",
    "https://example.vn/mot-duong-dan-kha-dai/nhung-co-cho-ngat/trong-do?x=1&y=2#z",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd} chữ viết từ phải sang",
    "\u{202e}đảo chiều\u{202c}",
    "😀👨‍👩‍👧 🇻🇳",
    "中文 日本語 한국어 ไทย العربية",
    "\u{200b}\u{200d}\u{feff}ẩn",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}a\u{308}lgo",
    "   ",
    "",
    "\u{fffd}\u{e000}",
    "dài",
];

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % n
    }

    /// A sentence with one to three fragments in it; most of the time of the first half of the table.
    fn text(&mut self) -> String {
        let mut text = String::from("Nội dung");
        for _ in 0..=self.below(3) {
            let kinds = if self.below(12) == 0 { FRAGMENTS.len() } else { 14 };
            match FRAGMENTS[self.below(kinds)] {
                "dài" => text.extend(std::iter::repeat_n('g', 10_000)),
                fragment => text.push_str(&format!(" {fragment} tiếp theo")),
            }
        }
        text
    }
}

/// A value as JSON, which is YAML, so that every character reaches the program.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn write(dir: &Path) -> Vec<PathBuf> {
    let mut random = Random(30_2020);
    let one = |i: usize| {
        let folder = dir.join(format!("v{i:03}"));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::copy(sample().join("co-quan.yaml"), folder.join("co-quan.yaml")).unwrap();
        let mut text = || random.text();
        let [intro, first, second, head, cell] = std::array::from_fn(|_| text());
        let (head, cell) = (head.replace('|', "/"), cell.replace('|', "/"));
        // A head is repeated as often as its table takes pages, which two readers may count differently.
        let head = if cell.contains("gggg") { "a".to_owned() } else { head };
        let body = format!(
            "{intro}\n\n- {first}\n- {second}\n\n| {head} | b |\n|---|---|\n| c | {cell} |\n"
        );
        let yaml = format!(
            "loai: thong_bao\nngay_ban_hanh: 4/5/2023\ntrich_yeu: {}\nmo_dau: {}\nnoi_dung: {}\n\
             noi_nhan:\n  - {}\n  - Các Ban của HĐND Tỉnh\n",
            quoted("Kết luận cuộc họp giao ban"),
            quoted(&text()),
            quoted(&body),
            quoted(&text()),
        );
        std::fs::write(folder.join(format!("van-ban-{i}.yaml")), yaml).unwrap();
        folder
    };
    (0..COUNT).map(one).collect()
}

fn made(dir: &Path, ending: &str) -> BTreeMap<String, PathBuf> {
    let folders = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path());
    let inside = folders.flat_map(|f| std::fs::read_dir(f).unwrap()).map(|e| e.unwrap().path());
    inside
        .filter(|p| p.extension().is_some_and(|e| e == ending))
        .map(|p| (p.file_stem().unwrap().to_string_lossy().into_owned(), p))
        .collect()
}

/// How often each letter stands in a PDF. Two readers may break a long address at other places, and so
/// come to one page more: figures, which number pages, are left out.
fn letters(pdf: &Path) -> BTreeMap<char, usize> {
    let text = tool(Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-"));
    let mut all = BTreeMap::new();
    for c in text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit()) {
        *all.entry(c).or_default() += 1;
    }
    all
}

#[test]
fn hostile_text_is_refused_with_its_place_or_made_for_every_reader() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = write(dir.path());
    let ra = dir.path().join("ra");
    let out = vanthu().arg("build").args(&ho_so).arg("-o").arg(&ra).arg("--json").output().unwrap();
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    let errors: Vec<serde_json::Value> =
        stderr(&out).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let errors: Vec<_> = errors.iter().filter(|e| e["severity"] == "error").collect();
    assert!(errors.iter().all(|e| e["code"] != "internal"), "{errors:#?}");
    let (pdf, docx) = (made(&ra, "pdf"), made(&ra, "docx"));
    assert!(pdf.keys().eq(docx.keys()));
    for i in 0..COUNT {
        let told = errors.iter().any(|e| e.to_string().contains(&format!("van-ban-{i}.yaml")));
        let made = pdf.contains_key(&format!("van-ban-{i}"));
        assert_ne!(told, made, "van-ban-{i}: {errors:#?}");
    }
    println!("{} văn bản soạn được, {} bị từ chối", pdf.len(), COUNT - pdf.len());
    assert!(pdf.len() > COUNT / 2 && pdf.len() < COUNT, "{}", pdf.len());

    let audit = python_tool("openxml-audit").args(["-r", "-q"]).arg(&ra).output().unwrap();
    assert!(audit.status.success(), "{}{}", stdout(&audit), stderr(&audit));
    let read = "import sys, docx\nfor p in sys.argv[1:]:\n  d = docx.Document(p)\n  assert any(x.text for x in d.paragraphs), p\n";
    tool(python_tool("python").args(["-c", read]).args(docx.values()));
    for file in pdf.values() {
        tool(Command::new("qpdf").arg("--check").arg(file));
        tool(Command::new("mutool").args(["draw", "-q", "-F", "txt", "-o", "/dev/null"]).arg(file));
    }
    let browser = pdfium::read(pdf.values());
    for (file, pages) in &browser {
        // A heap of marks on one letter has its letter once in one reader, with each mark in another.
        if !letters(file).contains_key(&'\u{307}') {
            pdfium::reads_like_poppler(file, pages);
        }
    }
    assert_eq!(browser.len(), pdf.len());
    let printed = print_all(&docx, dir.path());
    for (name, file) in &pdf {
        // Of a heap of marks on one letter LibreOffice's PDF tells one reading, ours all of it.
        if letters(file).contains_key(&'\u{307}') {
            continue;
        }
        assert_eq!(letters(file), letters(&printed[name]), "{name}");
    }
}

/// LibreOffice's print of all of them, in one call.
fn print_all(docx: &BTreeMap<String, PathBuf>, dir: &Path) -> BTreeMap<String, PathBuf> {
    let out = dir.join("lo/in");
    tool(
        Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", dir.join("lo-profile").display()))
            .args(["--headless", "--convert-to", "pdf", "--outdir"])
            .arg(&out)
            .args(docx.values()),
    );
    made(&dir.join("lo"), "pdf")
}
