//! Styles of cells (ECMA-376, 18.8): the format of what they show, and whether it is struck out.

use std::collections::BTreeMap;

use super::dinh_dang::{self, DinhDang};
use crate::reading::danh_sach::loi::LoiBang;
use crate::reading::danh_sach::xml::{Su, The, Xml};

/// The looks of a cell that say something.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Kieu {
    pub dinh_dang: DinhDang,
    pub gach: bool,
}

/// Styles that a workbook may have.
const KIEU_NHIEU_NHAT: usize = 65_536;

/// What the part says, by the numbers that name it.
#[derive(Default)]
struct Tho {
    codes: BTreeMap<usize, String>,
    /// Of each face whether it strikes out.
    phong: Vec<bool>,
    /// Of each style of cells its format and its face.
    o: Vec<(usize, usize)>,
}

/// The style of cells that each number names.
pub(super) fn cac_kieu(xml: &mut Xml<'_>) -> Result<Vec<Kieu>, LoiBang> {
    let tho = doc(xml)?;
    let mut known: BTreeMap<usize, DinhDang> = BTreeMap::new();
    let of = |id: usize| match tho.codes.get(&id) {
        Some(code) => DinhDang::doc(code),
        None => dinh_dang::co_san(id),
    };
    let kieu = |(so, phong): (usize, usize)| Kieu {
        dinh_dang: known.entry(so).or_insert_with(|| of(so)).clone(),
        gach: tho.phong.get(phong).copied().unwrap_or(false),
    };
    Ok(tho.o.iter().copied().map(kieu).collect())
}

fn doc(xml: &mut Xml<'_>) -> Result<Tho, LoiBang> {
    // Differential styles have faces too; those are no cell's.
    let (mut tho, mut trong) = (Tho::default(), String::new());
    loop {
        match xml.tiep()? {
            Su::Mo(the) => match (trong.as_str(), the.ten.as_str()) {
                (_, "numFmt") => {
                    let code = the.get("formatCode").unwrap_or_default().to_owned();
                    tho.codes.entry(the.so("numFmtId").unwrap_or(0)).or_insert(code);
                }
                (_, "fonts" | "cellXfs") => trong = the.ten,
                ("fonts", "font") => tho.phong.push(false),
                ("fonts", "strike") if la_gach(&the) => {
                    tho.phong.last_mut().into_iter().for_each(|gach| *gach = true);
                }
                ("cellXfs", "xf") => {
                    let so = |key| the.so(key).unwrap_or(0);
                    tho.o.push((so("numFmtId"), so("fontId")));
                }
                _ => {}
            },
            Su::Dong(ten) if ten == trong => trong.clear(),
            Su::Het => return Ok(tho),
            _ => {}
        }
        if [tho.o.len(), tho.phong.len(), tho.codes.len()].iter().any(|n| *n > KIEU_NHIEU_NHAT) {
            return Err(LoiBang::QuaLon);
        }
    }
}

/// `<strike/>` that is not set off.
pub(super) fn la_gach(the: &The) -> bool {
    the.ten == "strike" && !matches!(the.get("val"), Some("0" | "false"))
}
