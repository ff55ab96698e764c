//! Fields: their code is not printed, their result is. Some have no result in the file, some another one
//! every day, and form boxes are fields without letters.

use super::chua_doc::VatLa;
use crate::writers::docx::xml::Element;

/// What a page number is read as where it stands on every page.
pub const SO_TRANG: &str = "‹số trang›";

/// A field that is open.
#[derive(Debug, Default)]
pub(super) struct Truong {
    /// Its code so far.
    pub ma: String,
    /// Its result, which is printed, goes on.
    pub ket_qua: bool,
    /// Its result is not the file's to say: it is put in here.
    pub thay: Option<&'static str>,
}

impl Truong {
    /// The first word of its code, in capitals.
    fn ten(&self) -> String {
        ten(&self.ma)
    }

    /// What is to be told of a field that has come to its end.
    pub fn xong(&self) -> Option<VatLa> {
        let ma = self.ma.trim().to_owned();
        let silent = KHONG_IN.contains(&self.ten().as_str()) || ma.is_empty();
        match self.ket_qua {
            true => tu_doi(&self.ma),
            false if silent => None,
            false => Some(VatLa::TruongKhongKetQua(ma)),
        }
    }

    /// Its result begins. On every page of a head or foot the number is another.
    pub fn vao_ket_qua(&mut self, moi_trang: bool) {
        self.ket_qua = true;
        self.thay = thay_the(&self.ma).filter(|_| moi_trang);
    }
}

/// What stands for the result of a field that each page computes anew.
pub(super) fn thay_the(ma: &str) -> Option<&'static str> {
    match ten(ma).as_str() {
        "PAGE" => Some(SO_TRANG),
        "NUMPAGES" => Some("‹tổng số trang›"),
        "SECTIONPAGES" => Some("‹số trang của phần›"),
        "SECTION" => Some("‹số của phần›"),
        _ => None,
    }
}

/// What a field whose result changes by itself is told as.
pub(super) fn tu_doi(ma: &str) -> Option<VatLa> {
    let changing = matches!(ten(ma).as_str(), "DATE" | "TIME");
    changing.then(|| VatLa::TruongTuDoi(ma.trim().to_owned()))
}

fn ten(ma: &str) -> String {
    ma.split_whitespace().next().unwrap_or_default().to_uppercase()
}

/// Fields that mark a place or set a value and print nothing.
const KHONG_IN: [&str; 10] =
    ["XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "NEXT", "NEXTIF", "SKIPIF"];

/// What a form box of the old kind shows: a tick, or the chosen line. None for any other field.
pub(super) fn o_bieu_mau(begin: &Element) -> Option<String> {
    let data = begin.find("w:ffData")?;
    if let Some(tick) = data.find("w:checkBox") {
        let state = tick.find("w:checked").or_else(|| tick.find("w:default"));
        let on = state.is_some_and(super::doan::bat);
        return Some(if on { "☒" } else { "☐" }.to_owned());
    }
    let list = data.find("w:ddList")?;
    let chosen = list.val_of("w:result").or_else(|| list.val_of("w:default"));
    let chosen: usize = chosen.and_then(|n| n.parse().ok()).unwrap_or(0);
    let mut lines = list.elements().filter(|e| e.name == "w:listEntry");
    let line = lines.nth(chosen).and_then(|entry| entry.get("w:val"));
    Some(line.unwrap_or_default().to_owned())
}
