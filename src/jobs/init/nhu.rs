//! A new document like an old one: its text without number and date, and bodies of its own.

use std::path::Path;

use super::ready;
use super::ten_tep::chua_co;
use crate::diagnostic::Diagnostic;
use crate::machine::output::Ready;
use crate::reading::source::{self, TepNguon, ten_goc, ten_tep};
use crate::reading::yaml::{self, Node, Value};

/// What the new document must not have from the old one.
const RIENG: &[&str] = &["so", "ngay_ban_hanh", "thoi_diem"];

/// The files of the new document: its own, and a copy of each body in a file of its own.
pub fn nhu(dir: &Path, cu: &Path) -> Result<Vec<Ready>, Diagnostic> {
    let nguon = source::read_ho_so(cu)
        .map_err(|found| found.into_iter().next().unwrap_or_else(|| khong_phai_van_ban(cu)))?;
    let Some(tep) = nguon.tep.iter().find(|tep| Some(&tep.ten) == nguon.chi.as_ref()) else {
        return Err(khong_phai_van_ban(cu));
    };
    let root = yaml::parse(tep).0.ok_or_else(|| khong_phai_van_ban(cu))?;
    la_van_ban(&root, cu)?;
    let name = chua_co(dir, ten_goc(ten_tep(&tep.ten)), "yaml");
    let mut text = bo_so_va_ngay(&tep.text);
    let mut files = Vec::new();
    for (i, md) in (1..).zip(than_bai(&root, &nguon.md)) {
        let stem = ten_goc(&name);
        let stem = if i == 1 { stem.to_owned() } else { format!("{stem}-{i}") };
        let own = chua_co(dir, &stem, "md");
        text = thay_ten(&text, ten_tep(&md.ten), &own);
        files.push(ready(dir, &own, &md.text));
    }
    da_bo(&name, &text, cu)?;
    Ok([ready(dir, &name, &text)].into_iter().chain(files).collect())
}

/// An office, an address book and a trip are no documents to begin with.
fn la_van_ban(root: &Node, cu: &Path) -> Result<(), Diagnostic> {
    match root.get("loai").and_then(Node::text) {
        Some("dot" | "co_quan" | "danh_ba") | None => Err(khong_phai_van_ban(cu)),
        Some(_) => Ok(()),
    }
}

fn khong_phai_van_ban(cu: &Path) -> Diagnostic {
    let message = format!("“{}” không phải là tệp của một văn bản", cu.display());
    Diagnostic::error("wrong-use", message)
        .hint("sau --nhu ghi tệp .yaml của văn bản cũ, ví dụ: --nhu thong-bao.yaml")
}

/// The keys that begin a line lose their values; what a comment says stays.
fn bo_so_va_ngay(text: &str) -> String {
    let line = |line: &str| {
        let (key, rest) = line.split_once(':').filter(|(key, _)| RIENG.contains(key))?;
        let comment =
            rest.split_once(" #").map_or_else(String::new, |(_, said)| format!("  #{said}"));
        let hint = if key == "ngay_ban_hanh" && comment.is_empty() {
            "  # ghi ngày, tháng, năm; chưa có ngày thì ghi tháng và năm, ví dụ: 3/2026"
        } else {
            &comment
        };
        Some(format!("{key}:{hint}"))
    };
    let lines = text.lines().map(|own| line(own).unwrap_or_else(|| own.to_owned()));
    lines.map(|line| line + "\n").collect()
}

/// The text with another file's name wherever this one stands alone.
fn thay_ten(text: &str, cu: &str, moi: &str) -> String {
    let outside = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "'\"{}[],".contains(c));
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(cu) {
        let last = before.chars().last().or_else(|| out.chars().last());
        let alone = outside(last) && outside(after.chars().next());
        out.push_str(before);
        out.push_str(if alone { moi } else { cu });
        rest = after;
    }
    out + rest
}

/// The bodies in files of their own that the document names.
fn than_bai<'n>(root: &Node, md: &'n [TepNguon]) -> Vec<&'n TepNguon> {
    let named: Vec<&str> = root.texts().into_iter().map(|(text, _)| text.trim()).collect();
    md.iter().filter(|tep| named.contains(&ten_tep(&tep.ten))).collect()
}

/// A number that stands in an unusual way would go on to the new document unseen.
fn da_bo(name: &str, text: &str, cu: &Path) -> Result<(), Diagnostic> {
    let parsed = TepNguon::decode(name, text.as_bytes()).ok().and_then(|tep| yaml::parse(&tep).0);
    let blank = |root: &Node| {
        RIENG.iter().all(|key| root.get(key).is_none_or(|node| node.value == Value::Null))
    };
    if parsed.as_ref().is_some_and(blank) {
        return Ok(());
    }
    let message = format!("không bỏ được số, ngày của {}", cu.display());
    Err(Diagnostic::error("wrong-use", message)
        .hint("trong tệp ấy ghi so, ngay_ban_hanh mỗi mục một dòng, ở sát lề trái; hoặc tự chép tệp rồi sửa"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_inside_another_stays() {
        let text = "noi_dung: a.md\nphu_luc: [{noi_dung: 'a.md'}, {noi_dung: a.md}, {noi_dung: ba.md}] # a.mdx\n";
        let made = "noi_dung: b.md\nphu_luc: [{noi_dung: 'b.md'}, {noi_dung: b.md}, {noi_dung: ba.md}] # a.mdx\n";
        assert_eq!(thay_ten(text, "a.md", "b.md"), made);
    }
}
