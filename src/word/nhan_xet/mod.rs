//! Nhận xét: comments of Word at paragraphs of a file. Of its parts only those change that must, and of those no byte
//! goes: everything is put in between.

mod cho;
mod phan;

use std::collections::BTreeMap;
use std::fmt;

use crate::word::doc_word::TepWord;
use crate::writers::docx::xml::Element;
use cho::Cho;
use phan::CacPhan;

/// A comment: the path of its paragraph in the main part, and its lines.
#[derive(Debug, Clone)]
pub struct NhanXet {
    pub duong: Vec<usize>,
    pub dong: Vec<String>,
}

/// Who says it, as Word shows it.
const TAC_GIA: &str = "vanthu";

/// Why no comments can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KhongGhi {
    /// The paragraphs of the file are not those that were read.
    DauSua,
    /// A part is in another encoding, or not as it should be.
    Hong,
}

impl fmt::Display for KhongGhi {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::DauSua => "tệp còn dấu sửa (Track Changes)",
            Self::Hong => "tệp không theo cách Word vẫn lưu",
        })
    }
}

impl KhongGhi {
    pub fn goi_y(self) -> &'static str {
        match self {
            Self::DauSua => "chấp nhận hoặc từ chối từng chỗ sửa trong Word, lưu lại rồi làm lại",
            Self::Hong => "mở tệp bằng Word, lưu lại thành .docx rồi làm lại",
        }
    }
}

/// The file with these comments.
pub fn viet(word: &TepWord, all: &[NhanXet]) -> Result<Vec<u8>, KhongGhi> {
    if word.co_dau_sua {
        return Err(KhongGhi::DauSua);
    }
    let goi = &word.goi;
    let main = phan::chu(goi, goi.chinh())?.ok_or(KhongGhi::Hong)?;
    let mut thu_tu = BTreeMap::new();
    danh_so(&word.than, &mut Vec::new(), &mut thu_tu);
    let places = cho::doc(&main).ok_or(KhongGhi::Hong)?;
    if places.doan.len() != thu_tu.len() {
        return Err(KhongGhi::Hong);
    }
    let mut parts = CacPhan::mo(goi, &places.ten)?;
    let mut them: Vec<(usize, String)> = Vec::new();
    for one in all {
        let at = thu_tu.get(&one.duong).and_then(|i| places.doan.get(*i));
        let Some(Cho { dau, cuoi }) = at.copied().flatten() else { continue };
        let id = parts.them(&one.dong);
        let (begin, end) = moc(&places.ten, id);
        them.push((dau, begin));
        them.push((cuoi, end));
    }
    if them.is_empty() {
        return goi.viet_lai(&BTreeMap::new()).map_err(|_| KhongGhi::Hong);
    }
    let mut changed = parts.xong()?;
    changed.insert(goi.chinh().to_owned(), chen(&main, them).into_bytes());
    goi.viet_lai(&changed).map_err(|_| KhongGhi::Hong)
}

/// Which paragraph of the file, from 0, stands at each path.
fn danh_so(element: &Element, path: &mut Vec<usize>, out: &mut BTreeMap<Vec<usize>, usize>) {
    for (index, child) in element.children.iter().enumerate() {
        let crate::writers::docx::xml::Node::Element(child) = child else { continue };
        path.push(index);
        if child.name == "w:p" {
            let so = out.len();
            out.insert(path.clone(), so);
        }
        danh_so(child, path, out);
        path.pop();
    }
}

/// The marks before and behind what a comment is about.
fn moc(ten: &str, id: u64) -> (String, String) {
    let ns = format!("xmlns:w=\"{ten}\"");
    let begin = format!("<w:commentRangeStart {ns} w:id=\"{id}\"/>");
    let end = format!(
        "<w:commentRangeEnd {ns} w:id=\"{id}\"/><w:r {ns}><w:commentReference w:id=\"{id}\"/></w:r>"
    );
    (begin, end)
}

/// Puts pieces in at their bytes; those at one place in their order.
fn chen(text: &str, mut pieces: Vec<(usize, String)>) -> String {
    pieces.sort_by_key(|(at, _)| *at);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, piece) in pieces {
        out.push_str(text.get(done..at).unwrap_or_default());
        out.push_str(&piece);
        done = at;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
