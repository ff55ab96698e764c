//! Chỗ đặt: where the stamp stands on the page as it is seen, and the same place as the file counts, whose pages may be
//! turned.

use lopdf::{Document, Object, ObjectId};

use super::ve_dau::{CAO_MM, RONG_MM};
use crate::model::Fault;

const PT_MOI_MM: f64 = 72.0 / 25.4;
/// From the paper's edges to a stamp under the number of the paper, on the left, and under the date, on the right.
const TRAI_MM: f64 = 8.0;
const TREN_MM: f64 = 44.0;
/// How far up the tree of pages something inherited may stand.
const SAU: usize = 32;

/// Where the stamp is wanted: in the blank under number and symbol, under place and date (PL IV), or at a place of the
/// clerk's own, in mm from the upper left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ChoDau {
    DuoiSo,
    DuoiNgay,
    O(f64, f64),
}

impl ChoDau {
    /// `duoi-so`, `duoi-ngay`, `10,45`.
    pub fn doc(text: &str) -> Result<Self, Fault> {
        let wrong = || {
            let message = format!("không hiểu chỗ đóng dấu “{}”", text.trim());
            Fault::new("wrong-use", message).hint(
                "ghi duoi-so, duoi-ngay, hoặc số mm tính từ mép trái và mép trên trang, ví dụ: 10,45",
            )
        };
        match text.trim() {
            "duoi-so" => Ok(Self::DuoiSo),
            "duoi-ngay" => Ok(Self::DuoiNgay),
            place => {
                let (x, y) = place.split_once(',').ok_or_else(wrong)?;
                let mm = |text: &str| text.trim().parse::<f64>().ok().filter(|mm| mm.is_finite());
                mm(x).zip(mm(y)).map(|(x, y)| Self::O(x, y)).ok_or_else(wrong)
            }
        }
    }

    fn mm(self, rong_trang_mm: f64) -> (f64, f64) {
        match self {
            Self::DuoiSo => (TRAI_MM, TREN_MM),
            Self::DuoiNgay => (rong_trang_mm - TRAI_MM - RONG_MM, TREN_MM),
            Self::O(x, y) => (x, y),
        }
    }
}

/// A place as the file counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cho {
    pub rect: [f64; 4],
    /// How the stamp is turned so that it stands upright to whoever sees the page.
    pub xoay: [f64; 4],
}

/// The place on a page; `Err` with why it can't be there.
pub fn cho(pdf: &Document, page: ObjectId, wanted: ChoDau) -> Result<Cho, String> {
    let hong = || "trang đầu của tệp PDF bị hỏng".to_owned();
    let found = |key: &[u8]| thua_ke(pdf, page, key);
    let boxed = found(b"CropBox").or_else(|| found(b"MediaBox")).ok_or_else(hong)?;
    let [a, b, c, d] = bon_so(&boxed, pdf).ok_or_else(hong)?;
    let (x0, x1, y0, y1) = (a.min(c), a.max(c), b.min(d), b.max(d));
    let turned = found(b"Rotate").and_then(|o| o.as_i64().ok()).unwrap_or(0).rem_euclid(360);
    let unit = found(b"UserUnit").and_then(|o| o.as_float().ok()).map_or(1.0, f64::from);
    let mm = PT_MOI_MM / if unit > 0.0 { unit } else { 1.0 };
    let (wide, high) = match turned {
        90 | 270 => (y1 - y0, x1 - x0),
        _ => (x1 - x0, y1 - y0),
    };
    let (u, v) = wanted.mm(wide / mm);
    let inside = u >= 0.0 && v >= 0.0 && u + RONG_MM <= wide / mm && v + CAO_MM <= high / mm;
    if !inside {
        return Err(format!(
            "dấu {RONG_MM} × {CAO_MM} mm không nằm gọn trong trang khi đặt cách mép trái {u} mm, mép trên {v} mm"
        ));
    }
    // From the corner that is seen upper left, to the right and down.
    let at = |u: f64, v: f64| match turned {
        90 => (x0 + v, y0 + u),
        180 => (x1 - u, y0 + v),
        270 => (x1 - v, y1 - u),
        _ => (x0 + u, y1 - v),
    };
    let (p, q) = (at(u * mm, v * mm), at((u + RONG_MM) * mm, (v + CAO_MM) * mm));
    let xoay = match turned {
        90 => [0.0, 1.0, -1.0, 0.0],
        180 => [-1.0, 0.0, 0.0, -1.0],
        270 => [0.0, -1.0, 1.0, 0.0],
        _ => [1.0, 0.0, 0.0, 1.0],
    };
    Ok(Cho { rect: [p.0.min(q.0), p.1.min(q.1), p.0.max(q.0), p.1.max(q.1)], xoay })
}

/// What the page says, or what it is under.
fn thua_ke(pdf: &Document, page: ObjectId, key: &[u8]) -> Option<Object> {
    let mut at = page;
    for _ in 0..SAU {
        let dict = pdf.get_dictionary(at).ok()?;
        if let Ok(found) = dict.get_deref(key, pdf) {
            return Some(found.clone());
        }
        at = dict.get(b"Parent").ok()?.as_reference().ok()?;
    }
    None
}

fn bon_so(object: &Object, pdf: &Document) -> Option<[f64; 4]> {
    let mut out = [0.0; 4];
    let array = object.as_array().ok().filter(|array| array.len() == 4)?;
    for (to, from) in out.iter_mut().zip(array) {
        let from = match from {
            Object::Reference(id) => pdf.get_object(*id).ok()?,
            own => own,
        };
        *to = f64::from(from.as_float().ok()?);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    fn page(turned: i64) -> (Document, ObjectId) {
        let mut pdf = Document::with_version("1.7");
        let parent = pdf.new_object_id();
        let page = pdf
            .add_object(dictionary! { "Type" => "Page", "Parent" => parent, "Rotate" => turned });
        let media = vec![10.into(), 20.into(), 605.into(), 862.into()];
        pdf.set_object(parent, dictionary! { "Type" => "Pages", "MediaBox" => media });
        (pdf, page)
    }

    /// A scanner turns pages: a stamp that lies on its side or off the paper is none.
    #[test]
    fn the_stamp_is_where_it_is_seen_however_the_page_is_turned() {
        let mm = PT_MOI_MM;
        let near = |got: [f64; 4], want: [f64; 4]| {
            assert!(got.iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-6), "{got:?} {want:?}");
        };
        let rect = |turned| {
            let (pdf, page) = page(turned);
            cho(&pdf, page, ChoDau::O(10.0, 40.0)).unwrap().rect
        };
        near(rect(0), [10.0 + 10.0 * mm, 862.0 - 75.0 * mm, 10.0 + 60.0 * mm, 862.0 - 40.0 * mm]);
        near(rect(90), [10.0 + 40.0 * mm, 20.0 + 10.0 * mm, 10.0 + 75.0 * mm, 20.0 + 60.0 * mm]);
        near(rect(180), [605.0 - 60.0 * mm, 20.0 + 40.0 * mm, 605.0 - 10.0 * mm, 20.0 + 75.0 * mm]);
        near(
            rect(-90),
            [605.0 - 75.0 * mm, 862.0 - 60.0 * mm, 605.0 - 40.0 * mm, 862.0 - 10.0 * mm],
        );
    }

    #[test]
    fn a_place_off_the_page_is_refused() {
        let (pdf, page) = page(0);
        assert!(cho(&pdf, page, ChoDau::O(170.0, 40.0)).is_err());
        assert!(cho(&pdf, page, ChoDau::O(-1.0, 40.0)).is_err());
        assert!(cho(&pdf, page, ChoDau::DuoiNgay).is_ok());
    }

    #[test]
    fn places_are_read() {
        assert_eq!(ChoDau::doc("duoi-so"), Ok(ChoDau::DuoiSo));
        assert_eq!(ChoDau::doc(" 10, 45.5 "), Ok(ChoDau::O(10.0, 45.5)));
        assert!(ChoDau::doc("trên").is_err() && ChoDau::doc("1,nan").is_err());
    }
}
