//! The appendices that a document's words name are those that it has, under the numbers that are printed: Roman
//! ones, and none where there is one alone (PL I, III.1.b).

use std::sync::LazyLock;

use regex::Regex;

use super::than_bai::TepMd;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::la_ma::la_ma;
use crate::reading::source::ten_tep;
use crate::reading::yaml::{self, Node, Value};
use crate::rules::check::doc::Doc;

const DIEU_KHOAN: &str = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1";

/// Nobody has more.
const NHIEU_NHAT: usize = 60;

/// Words that name appendices by number: `phụ lục 1, 2, 3`.
static NHAC: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let so = "(?:[IVX]+|[0-9]{1,2})";
    Regex::new(&format!(
        r"\b[Pp]hụ lục (?:số )?({so}(?:(?:, |; | và | đến | - |-)(?:[Pp]hụ lục )?{so})*)\b"
    ))
    .ok()
});

/// Words after a number that make it another document's: `Phụ lục III ban hành kèm theo Nghị định …`.
static CUA_VAN_BAN_KHAC: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^[ ,(]*(?:(?:của|tại|ban hành|kèm theo|đính kèm|thuộc|trong) )*(?:các )?(?:Nghị|Thông|Luật|Bộ luật|Quy|Tiêu chuẩn|Hợp đồng|hợp đồng|Hiệp|Công|Hướng dẫn|Kế hoạch|Đề án|Báo cáo|Tờ trình|Điều lệ|Chương trình|Phương án)[^.;)]*",
    )
    .ok()
});

/// A document with its symbol.
static VIEN_DAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[0-9]{1,5}(?:/[0-9]{4})?[/-][A-ZĐ]").ok());

/// What a text says of appendices.
struct Nhac<'t> {
    /// `phụ lục 1, 2, 3`.
    chu: &'t str,
    so: Vec<usize>,
    la_ma: bool,
}

/// Holds the words of a document against its appendices.
pub(super) fn kiem(doc: &mut Doc<'_>, root: &Node, md: &TepMd<'_>) {
    // What is attached to a decision may have appendices of its own.
    if root.get("kem_theo").is_some() {
        return;
    }
    let count = match root.get("phu_luc").map(|node| &node.value) {
        Some(Value::List(items)) => items.len(),
        _ => 0,
    };
    for (place, text) in cac_chu(doc, root, md) {
        for nhac in cac_nhac(text) {
            if let Some(found) = xet(&nhac, count) {
                doc.add(found.at(place(nhac.chu)));
            }
        }
    }
}

/// Where words of a text stand.
type Cho<'a> = Box<dyn Fn(&str) -> Option<Place> + 'a>;

/// The document's own words, of its file and of the bodies in files beside it.
fn cac_chu<'a>(doc: &Doc<'a>, root: &'a Node, md: &TepMd<'a>) -> Vec<(Cho<'a>, &'a str)> {
    let Value::Map(entries) = &root.value else { return Vec::new() };
    let own = entries.iter().filter(|(key, _)| key.text() != Some("phu_luc"));
    let texts: Vec<_> = own.flat_map(|(_, value)| value.texts()).collect();
    let muc = doc.cac_muc();
    let files = md.md.iter().filter_map(|tep| {
        let named = texts.iter().find(|(text, _)| text.trim() == ten_tep(&tep.ten));
        let path = muc.duong(named?.1.first);
        let place: Cho<'a> = Box::new(move |words| {
            let place = tep.tim_chu((1, 1), usize::MAX, words)?;
            let line = place.line;
            Some(place.of(path.clone(), Some(line)))
        });
        Some((place, tep.text.as_str()))
    });
    let files: Vec<_> = files.collect();
    let (tep, muc) = (doc.tep(), doc.cac_muc().clone());
    let texts = texts.into_iter().map(|(text, span)| {
        let muc = muc.clone();
        let place: Cho<'a> = Box::new(move |words| {
            let place = yaml::place_of_words(tep, span, words);
            Some(place.unwrap_or_else(|| yaml::place(tep, span)).of(muc.duong(span.first), None))
        });
        (place, text)
    });
    texts.chain(files).collect()
}

/// What a text says of the document's own appendices.
fn cac_nhac(text: &str) -> Vec<Nhac<'_>> {
    let (Some(nhac), Some(khac), Some(vien_dan)) =
        (NHAC.as_ref(), CUA_VAN_BAN_KHAC.as_ref(), VIEN_DAN.as_ref())
    else {
        return Vec::new();
    };
    let found = nhac.captures_iter(text).take(NHIEU_NHAT).filter_map(|caps| {
        let (all, numbers) = (caps.get(0)?, caps.get(1)?);
        let (before, after) = (text.get(..all.start())?, text.get(all.end()..)?);
        let sentence = before.rsplit(['.', ';', '\n']).next().unwrap_or_default();
        let other = khac.find(after).is_some_and(|m| !m.as_str().contains(" này"));
        // `Phụ lục 01/THKH`, `Phụ lục 1.2`, `phụ lục 2a`.
        let part = after.starts_with(['/', '-'])
            || after
                .strip_prefix('.')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let quoted = sentence.matches('“').count() > sentence.matches('”').count();
        if other || part || quoted || vien_dan.is_match(sentence) {
            return None;
        }
        let marks: Vec<&str> =
            numbers.as_str().split([',', ' ', ';', '-']).filter(|mark| la_so(mark)).collect();
        let la_ma = marks.iter().all(|mark| mark.starts_with(|c: char| c.is_ascii_uppercase()));
        let so = marks.iter().filter_map(|mark| doc_so(mark)).collect();
        Some(Nhac { chu: all.as_str(), so, la_ma })
    });
    found.collect()
}

fn la_so(mark: &str) -> bool {
    !mark.is_empty() && mark.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
}

fn doc_so(mark: &str) -> Option<usize> {
    mark.parse().ok().or_else(|| (1..=NHIEU_NHAT).find(|so| la_ma(*so) == mark))
}

/// What is wrong with a mention in a document of so many appendices.
fn xet(nhac: &Nhac<'_>, count: usize) -> Option<Diagnostic> {
    let chu = nhac.chu;
    let most = nhac.so.iter().max().copied()?;
    let (message, hint) = match count {
        0 => (
            format!("lời văn nhắc “{chu}” mà văn bản không có phụ lục nào"),
            "thêm mục phu_luc, hoặc sửa lời nhắc; phụ lục gửi thành tệp riêng thì không phải sửa"
                .to_owned(),
        ),
        _ if most > count => (
            format!("lời văn nhắc “{chu}” mà văn bản chỉ có {count} phụ lục"),
            "thêm phụ lục còn thiếu vào mục phu_luc, hoặc sửa lời nhắc".to_owned(),
        ),
        1 => (
            format!("lời văn nhắc “{chu}” mà phụ lục duy nhất được in là “Phụ lục”, không có số"),
            "ghi “Phụ lục”, không ghi số".to_owned(),
        ),
        _ if !nhac.la_ma => (
            format!("lời văn nhắc “{chu}” mà phụ lục được đánh số La Mã"),
            format!(
                "ghi “Phụ lục {}”",
                nhac.so.iter().map(|so| la_ma(*so)).collect::<Vec<_>>().join(", ")
            ),
        ),
        _ => return None,
    };
    let found = match count {
        0 => Diagnostic::note("appendix-number", message),
        _ => Diagnostic::warning("appendix-number", message),
    };
    Some(found.hint(hint).clause(DIEU_KHOAN))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loi(text: &str, count: usize) -> Vec<String> {
        cac_nhac(text).iter().filter_map(|nhac| xet(nhac, count)).filter_map(|d| d.hint).collect()
    }

    #[test]
    fn numbers_are_those_that_are_printed() {
        assert_eq!(loi("chi tiết tại phụ lục 1, 2, 3 kèm theo", 3), ["ghi “Phụ lục I, II, III”"]);
        assert_eq!(loi("(Phụ lục I, II và III kèm theo Kế hoạch này)", 3), [""; 0]);
        assert_eq!(loi("theo Phụ lục IV", 3).len(), 1);
        assert_eq!(loi("theo Phụ lục số 01 đính kèm", 1), ["ghi “Phụ lục”, không ghi số"]);
        assert_eq!(loi("theo Phụ lục II", 0).len(), 1);
    }

    #[test]
    fn appendices_of_other_documents_are_left_alone() {
        for text in [
            "theo Phụ lục III ban hành kèm theo Nghị định số 30/2020/NĐ-CP",
            "theo Phụ lục II Thông tư này và Phụ lục 2 Hợp đồng",
            "Thực hiện Nghị định số 30/2020/NĐ-CP (Phụ lục I)",
            "Phụ lục 01/THKH, Phụ lục 1.2 và các phụ lục",
            "(Phụ lục kèm theo)",
            "chữ “Phụ lục I” do máy in",
        ] {
            let other: Vec<_> = loi(text, 5).into_iter().collect();
            assert_eq!(other, [""; 0], "{text}");
        }
    }
}
