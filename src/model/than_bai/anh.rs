//! Hình trong thân bài: `![mô tả](tệp.png){rộng 120mm}`, alone on its line or in a cell.

use std::sync::Arc;

use super::bang::CanhCot;
use crate::model::Fault;
use crate::model::anh::{KhoAnh, TepAnh};
use crate::model::khong_dau::khong_dau;
use crate::model::ma_qr::{DAU_QR, ma_qr};

/// A picture in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Anh {
    pub tep: Arc<TepAnh>,
    /// What a reader hears who can't see it.
    pub mo_ta: String,
    /// Asked for, in mm; else as wide as its file says and its place allows.
    pub rong_mm: Option<f64>,
    pub cao_mm: Option<f64>,
    /// In the middle where nothing is said.
    pub canh: Option<CanhCot>,
}

/// A picture as it was typed.
struct AnhTho<'t> {
    mo_ta: &'t str,
    ten: &'t str,
    kich_thuoc: &'t str,
}

/// The picture that a line is; none if it is no picture. A fault that only warns goes along with it.
pub(super) fn doc(line: &str, kho: &KhoAnh) -> Option<Result<(Anh, Option<Fault>), Fault>> {
    let tho = tach(line)?;
    Some(tho.doc(kho))
}

/// Whether a line, or a paragraph of a cell, is a picture.
pub(super) fn la_hinh(line: &str) -> bool {
    tach(line).is_some()
}

fn tach(line: &str) -> Option<AnhTho<'_>> {
    let (mo_ta, rest) = line.strip_prefix("![")?.split_once("](")?;
    let (ten, sau) = rest.rsplit_once(')')?;
    let sau = sau.trim();
    let kich_thuoc = match sau {
        "" => "",
        sau => sau.strip_prefix('{')?.strip_suffix('}')?,
    };
    Some(AnhTho { mo_ta: mo_ta.trim(), ten: ten.trim(), kich_thuoc })
}

impl AnhTho<'_> {
    fn doc(&self, kho: &KhoAnh) -> Result<(Anh, Option<Fault>), Fault> {
        let tep = self.tep(kho)?;
        let (mut rong_mm, mut cao_mm) = (None, None);
        for part in self.kich_thuoc.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            match do_dai(part).ok_or_else(|| self.sai_kich_thuoc(part))? {
                (true, mm) => rong_mm = Some(mm),
                (false, mm) => cao_mm = Some(mm),
            }
        }
        let (mo_ta, told) = match self.mo_ta {
            "" => (format!("Hình {}", self.ten), Some(self.khong_mo_ta())),
            mo_ta => (mo_ta.to_owned(), None),
        };
        let told = told.filter(|_| !self.ten.starts_with(DAU_QR));
        Ok((Anh { tep, mo_ta, rong_mm, cao_mm, canh: None }, told))
    }

    fn tep(&self, kho: &KhoAnh) -> Result<Arc<TepAnh>, Fault> {
        let found = match self.ten.starts_with(DAU_QR) {
            true => ma_qr(self.ten),
            false => kho.get(self.ten).cloned().unwrap_or_else(|| Err(KHONG_CO.to_owned())),
        };
        found.map_err(|why| {
            Fault::new("bad-picture", format!("không dùng được hình “{}”: {why}", self.ten))
                .hint("để tệp .png, .jpg hoặc .svg cạnh tệp này, ghi đúng tên: ![mô tả](so-do.png){rộng 120mm}; mã QR: ![mô tả](qr:https://…)")
                .words(self.ten)
        })
    }

    fn sai_kich_thuoc(&self, part: &str) -> Fault {
        let message = format!("không hiểu kích thước “{part}” của hình “{}”", self.ten);
        Fault::new("bad-picture", message)
            .hint("ghi như {rộng 120mm}, {cao 40mm} hoặc {rộng 120mm, cao 40mm}, từ 1 đến 400 mm")
            .words(part)
    }

    fn khong_mo_ta(&self) -> Fault {
        Fault::new("picture-without-words", format!("hình “{}” chưa có lời mô tả", self.ten))
            .hint(
                "ghi trong ngoặc vuông hình vẽ gì, cho người không nhìn được: ![Sơ đồ tổ chức](…)",
            )
            .words(self.ten)
    }
}

const KHONG_CO: &str = "không có tệp ấy cạnh tệp này";

/// A width (true) or a height, in mm.
fn do_dai(part: &str) -> Option<(bool, f64)> {
    let part = khong_dau(part);
    let (ten, so) = part.split_once(['=', ' '])?;
    let so = so.trim();
    let (so, don_vi) = match so.strip_suffix("cm") {
        Some(so) => (so, 10.0),
        None => (so.strip_suffix("mm").unwrap_or(so), 1.0),
    };
    let mm = so.trim().replace(',', ".").parse::<f64>().ok()? * don_vi;
    let rong = match ten.trim() {
        "rong" | "width" => true,
        "cao" | "height" => false,
        _ => return None,
    };
    (1.0..=400.0).contains(&mm).then_some((rong, mm))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_picture_or_not() {
        let of = |line| tach(line).map(|tho| (tho.mo_ta, tho.ten, tho.kich_thuoc));
        assert_eq!(of("![Sơ đồ](so do.png)"), Some(("Sơ đồ", "so do.png", "")));
        assert_eq!(of("![Mã](qr:a(b)){rộng 25mm}"), Some(("Mã", "qr:a(b)", "rộng 25mm")));
        assert_eq!((of("![a](b.png) và chữ"), of("[a](b.png)")), (None, None));
        assert_eq!(do_dai("rộng 12,5cm"), Some((true, 125.0)));
        assert_eq!(
            (do_dai("cao=40"), do_dai("rong 50%"), do_dai("cao 0")),
            (Some((false, 40.0)), None, None)
        );
    }

    #[test]
    fn what_is_not_there_or_has_no_words_is_told() {
        let kho = KhoAnh::new();
        assert_eq!(doc("![x](a.png)", &kho).unwrap().unwrap_err().code, "bad-picture");
        let (anh, told) = doc("![](qr:abc){cao 20mm}", &kho).unwrap().unwrap();
        assert_eq!((anh.cao_mm, anh.mo_ta.as_str(), told), (Some(20.0), "Hình qr:abc", None));
    }
}
