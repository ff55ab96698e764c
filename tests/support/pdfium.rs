//! Chrome's and Edge's reader of PDFs, with which most clerks open them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::python::python_tool;
use super::tool;

/// Draws each page and prints its text; a page without a dark point fails.
const READ: &str = r#"
import json, sys
import pypdfium2
for path in sys.argv[1:]:
    text = []
    for page in pypdfium2.PdfDocument(path):
        image = page.render(scale=0.5)
        assert min(bytes(image.buffer)) < 128, f"{path}: trang trắng"
        text.append(page.get_textpage().get_text_range())
    print(json.dumps([path, text]))
"#;

/// The text of each page of each file.
pub fn read<P: AsRef<Path>>(files: impl IntoIterator<Item = P>) -> BTreeMap<PathBuf, Vec<String>> {
    let mut command = python_tool("python");
    command.args(["-c", READ]);
    for file in files {
        command.arg(file.as_ref());
    }
    let said = tool(&mut command);
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Demands that both readers find the same pages with the same letters.
pub fn reads_like_poppler(pdf: &Path, pages: &[String]) {
    let text = tool(Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-"));
    // poppler ends each page with a form feed.
    assert_eq!(pages.len(), text.matches('\u{c}').count(), "{}", pdf.display());
    assert_eq!(letters(&pages.concat()), letters(&text), "{}", pdf.display());
}

/// How often each letter stands in a text. A mark or a joined letter may come apart in one reader and not in
/// another, and each has its own spaces.
fn letters(text: &str) -> BTreeMap<char, usize> {
    use unicode_normalization::UnicodeNormalization;
    let mut all = BTreeMap::new();
    // At the end of a line this reader takes a dash for a hyphen of its own sign.
    let text = text.replace('\u{fffe}', "-");
    for c in text.nfkd().filter(|c| !c.is_whitespace() && !c.is_control()) {
        *all.entry(c).or_default() += 1;
    }
    all
}
