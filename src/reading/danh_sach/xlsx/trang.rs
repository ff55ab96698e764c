//! One sheet.

use super::kieu::Kieu;
use super::{ChuO, Chung, bo_ma, mot_chu};
use crate::reading::danh_sach::loi::LoiBang;
use crate::reading::danh_sach::xml::{Su, The, Xml};
use crate::reading::danh_sach::{Bang, COT_NHIEU_NHAT, Gop, Han, Hang, O};
use crate::reading::source::nfc;

/// Merged cells of a sheet that are looked at.
const GOP_NHIEU_NHAT: usize = 50_000;

pub(super) fn doc(xml: &mut Xml<'_>, chung: &Chung) -> Result<Bang, LoiBang> {
    let (mut bang, mut han, mut truoc) = (Bang::default(), Han::default(), 0usize);
    loop {
        match xml.tiep()? {
            Su::Mo(the) if the.ten == "row" => {
                let so = the.so("r").unwrap_or_else(|| truoc.saturating_add(1));
                truoc = so;
                let hang =
                    Hang { so, an: the.co("hidden"), o: hang(xml, chung, &mut han)?, rong: None };
                if !hang.o.is_empty() {
                    han.hang()?;
                    bang.hang.push(hang);
                }
            }
            Su::Mo(the) if the.ten == "mergeCell" => {
                bang.gop.extend(the.get("ref").and_then(gop));
                if bang.gop.len() > GOP_NHIEU_NHAT {
                    return Err(LoiBang::QuaLon);
                }
            }
            Su::Het => return Ok(bang),
            _ => {}
        }
    }
}

fn hang(
    xml: &mut Xml<'_>,
    chung: &Chung,
    han: &mut Han,
) -> Result<std::collections::BTreeMap<usize, O>, LoiBang> {
    let (mut out, mut next) = (std::collections::BTreeMap::new(), 0usize);
    loop {
        match xml.tiep()? {
            Su::Mo(the) if the.ten == "c" => {
                let cot = the.get("r").and_then(cho).map_or(next, |(_, cot)| cot);
                next = cot.saturating_add(1);
                let o = mot_o(xml, &the, chung)?;
                if !o.trong() && cot < COT_NHIEU_NHAT {
                    han.o(&o, 1)?;
                    out.insert(cot, o);
                }
            }
            Su::Mo(_) => xml.bo()?,
            Su::Dong(_) => return Ok(out),
            Su::Chu(_) => {}
            Su::Het => return Err(xml.hong("đứt giữa chừng")),
        }
    }
}

/// `AB12` → row 12, column 27.
fn cho(ten: &str) -> Option<(usize, usize)> {
    let digits = ten.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = ten.split_at(digits);
    let mut cot = 0usize;
    for b in letters.bytes().map(|b| b.to_ascii_uppercase()) {
        let digit = usize::from(b.checked_sub(b'A')?).checked_add(1).filter(|d| *d <= 26)?;
        cot = cot.checked_mul(26)?.checked_add(digit)?;
    }
    Some((number.parse().ok()?, cot.checked_sub(1)?))
}

fn gop(khoang: &str) -> Option<Gop> {
    let (dau, cuoi) = khoang.split_once(':')?;
    let ((hang, cot), (hang_cuoi, cot_cuoi)) = (cho(dau)?, cho(cuoi)?);
    Some(Gop { hang: (hang, hang_cuoi), cot: (cot, cot_cuoi) })
}

/// What the file says of a cell.
#[derive(Default)]
struct Tho {
    gia_tri: Option<String>,
    chu: Option<ChuO>,
    cong_thuc: bool,
}

fn mot_o(xml: &mut Xml<'_>, the: &The, chung: &Chung) -> Result<O, LoiBang> {
    let mut tho = Tho::default();
    loop {
        match xml.tiep()? {
            Su::Mo(con) => match con.ten.as_str() {
                "v" => tho.gia_tri = Some(xml.chu()?),
                "is" => tho.chu = Some(mot_chu(xml)?),
                "f" => {
                    tho.cong_thuc = true;
                    xml.bo()?;
                }
                _ => xml.bo()?,
            },
            Su::Dong(_) => break,
            Su::Chu(_) => {}
            Su::Het => return Err(xml.hong("đứt giữa chừng")),
        }
    }
    let general = Kieu::default();
    let kieu = the.so("s").and_then(|at| chung.kieu.get(at)).unwrap_or(&general);
    let o = hien(the.get("t").unwrap_or("n"), tho, kieu, chung);
    Ok(O { gach: o.gach || kieu.gach && !o.trong(), ..o })
}

fn hien(loai: &str, tho: Tho, kieu: &Kieu, chung: &Chung) -> O {
    let cua_chu = |text: &ChuO| O { gach: text.gach, ..kieu.dinh_dang.chu(&text.chu) };
    if let Some(text) = &tho.chu {
        return cua_chu(text);
    }
    // Programs that compute nothing leave the value of a formula out, or leave it blank.
    let chua_tinh = |value: &String| loai == "n" && value.trim().is_empty();
    let Some(value) = tho.gia_tri.filter(|value| !chua_tinh(value)) else {
        return match tho.cong_thuc {
            true => O::sai("công thức chưa có giá trị đã tính; mở tệp bằng Excel rồi lưu lại"),
            false => O::default(),
        };
    };
    match loai {
        "s" => match value.trim().parse::<usize>().ok().and_then(|at| chung.chu.get(at)) {
            Some(text) => cua_chu(text),
            None => O::sai("chữ của ô không có trong tệp (tệp hỏng)"),
        },
        "str" => kieu.dinh_dang.chu(&nfc(bo_ma(&value))),
        "e" => O::sai(format!("ô báo lỗi {}", value.trim())),
        "b" => O::chu(if value.trim() == "1" { "TRUE" } else { "FALSE" }),
        "d" => O::sai("ngày ghi theo kiểu ISO; định dạng cột ấy là Text rồi gõ lại"),
        _ => match value.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => kieu.dinh_dang.so(number, chung.tu_1904),
            _ => O::sai(format!("số “{}” không đọc được", value.trim())),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read() {
        assert_eq!(cho("AB12"), Some((12, 27)));
        assert_eq!(cho("a1"), Some((1, 0)));
        assert_eq!((cho("12"), cho("A"), cho("Ế1")), (None, None, None));
        assert_eq!(gop("B2:C4"), Some(Gop { hang: (2, 4), cot: (1, 2) }));
    }
}
