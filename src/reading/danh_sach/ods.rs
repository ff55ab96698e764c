//! LibreOffice's spreadsheet: each cell holds the very words that it shows.

use std::collections::BTreeSet;

use super::goi::Goi;
use super::loi::LoiBang;
use super::xml::{Su, The, Xml};
use super::{Bang, COT_NHIEU_NHAT, Gop, Han, Hang, O};
use crate::reading::source::nfc;

pub(super) fn doc(goi: &Goi<'_>) -> Result<Vec<Bang>, LoiBang> {
    if goi.co("META-INF/manifest.xml") && co_mat_khau(goi)? {
        return Err(LoiBang::MatKhau);
    }
    goi.xml("content.xml", "nội dung", |xml| {
        let (mut all, mut han, mut gach) = (Vec::new(), Han::default(), KieuGach::default());
        loop {
            match xml.tiep()? {
                Su::Mo(the) if the.ten == "table" => {
                    let ten = the.get("name").unwrap_or_default().to_owned();
                    all.push(trang(xml, ten, &gach, &mut han)?);
                }
                Su::Mo(the) => gach.xem(&the),
                Su::Het => return Ok(all),
                _ => {}
            }
        }
    })
}

/// The styles that strike out.
#[derive(Default)]
struct KieuGach {
    ten: BTreeSet<String>,
    /// The style that is being read.
    dang: String,
}

impl KieuGach {
    fn xem(&mut self, the: &The) {
        let line = |key: &str| the.get(key).is_some_and(|kind| kind != "none");
        match the.ten.as_str() {
            "style" => the.get("name").unwrap_or_default().clone_into(&mut self.dang),
            "text-properties"
                if line("text-line-through-style") || line("text-line-through-type") =>
            {
                self.ten.insert(self.dang.clone());
            }
            _ => {}
        }
    }

    fn co(&self, the: &The, key: &str) -> bool {
        the.get(key).is_some_and(|ten| self.ten.contains(ten))
    }
}

fn co_mat_khau(goi: &Goi<'_>) -> Result<bool, LoiBang> {
    goi.xml("META-INF/manifest.xml", "mục lục", |xml| {
        loop {
            match xml.tiep()? {
                Su::Mo(the) if the.ten == "encryption-data" => return Ok(true),
                Su::Het => return Ok(false),
                _ => {}
            }
        }
    })
}

fn trang(xml: &mut Xml<'_>, ten: String, gach: &KieuGach, han: &mut Han) -> Result<Bang, LoiBang> {
    let mut bang = Bang { ten: Some(nfc(ten)), ..Bang::default() };
    let (mut so, mut sau) = (1usize, 1usize);
    // Columns whose cells are struck out where no style of their own says otherwise.
    let mut cot_gach = Vec::new();
    loop {
        match xml.tiep()? {
            Su::Mo(the) if the.ten == "table-column" => {
                let lan = the.so("number-columns-repeated").unwrap_or(1).min(COT_NHIEU_NHAT);
                let own = gach.co(&the, "default-cell-style-name");
                if cot_gach.len() < COT_NHIEU_NHAT {
                    cot_gach.extend(std::iter::repeat_n(own, lan));
                }
                sau = sau.saturating_add(1);
            }
            Su::Mo(the) if the.ten == "table-row" => {
                let lan = the.so("number-rows-repeated").unwrap_or(1).max(1);
                let an = matches!(the.get("visibility"), Some("collapse" | "filter"));
                let o = mot_hang(xml, so, (gach, &cot_gach), &mut bang.gop, han)?;
                if !o.values().all(O::trong) {
                    for them in 0..lan {
                        match them {
                            0 => han.hang()?,
                            _ => han.lap(&o)?,
                        }
                        bang.hang.push(Hang {
                            so: so.saturating_add(them),
                            an,
                            o: o.clone(),
                            rong: None,
                        });
                    }
                }
                so = so.saturating_add(lan);
            }
            // What is drawn or linked on the sheet is no row.
            Su::Mo(the) if matches!(the.ten.as_str(), "shapes" | "table-source" | "forms") => {
                xml.bo()?;
            }
            Su::Mo(_) => sau = sau.saturating_add(1),
            Su::Dong(_) => {
                sau = sau.saturating_sub(1);
                if sau == 0 {
                    return Ok(bang);
                }
            }
            Su::Chu(_) => {}
            Su::Het => return Err(xml.hong("đứt giữa chừng")),
        }
    }
}

fn mot_hang(
    xml: &mut Xml<'_>,
    so: usize,
    (gach, cot_gach): (&KieuGach, &[bool]),
    gop: &mut Vec<Gop>,
    han: &mut Han,
) -> Result<std::collections::BTreeMap<usize, O>, LoiBang> {
    let (mut out, mut cot) = (std::collections::BTreeMap::new(), 0usize);
    loop {
        match xml.tiep()? {
            Su::Mo(the) => {
                let lan = the.so("number-columns-repeated").unwrap_or(1).max(1);
                gop.extend(o_gop(&the, so, cot));
                let o = mot_o(xml, &the, gach)?;
                let cua_o = match the.get("style-name") {
                    Some(_) => gach.co(&the, "style-name"),
                    None => cot_gach.get(cot).copied().unwrap_or(false),
                };
                let o = O { gach: o.gach || cua_o && !o.trong(), ..o };
                if !o.trong() && the.ten == "table-cell" {
                    let to = cot.saturating_add(lan).min(COT_NHIEU_NHAT);
                    han.o(&o, to.saturating_sub(cot))?;
                    out.extend((cot..to).map(|at| (at, o.clone())));
                }
                cot = cot.saturating_add(lan);
            }
            Su::Dong(_) => return Ok(out),
            Su::Chu(_) => {}
            Su::Het => return Err(xml.hong("đứt giữa chừng")),
        }
    }
}

fn o_gop(the: &The, so: usize, cot: usize) -> Option<Gop> {
    let span = |key: &str| the.so(key).unwrap_or(1).max(1).saturating_sub(1);
    let (ngang, doc) = (span("number-columns-spanned"), span("number-rows-spanned"));
    let gop = Gop { hang: (so, so.saturating_add(doc)), cot: (cot, cot.saturating_add(ngang)) };
    (ngang > 0 || doc > 0).then_some(gop)
}

fn mot_o(xml: &mut Xml<'_>, the: &The, gach: &KieuGach) -> Result<O, LoiBang> {
    let (mut doan, mut sau, mut co_gach) = (Vec::new(), 1usize, false);
    while sau > 0 {
        match xml.tiep()? {
            // Remarks, pictures and shapes of a cell are not what it shows.
            Su::Mo(con) if matches!(con.ten.as_str(), "annotation" | "frame" | "custom-shape") => {
                xml.bo()?;
            }
            Su::Mo(con) if con.ten == "p" && sau == 1 => {
                let (chu, own) = mot_doan(xml, gach)?;
                doan.push(chu);
                co_gach |= own;
            }
            Su::Mo(_) => sau = sau.saturating_add(1),
            Su::Dong(_) => sau = sau.saturating_sub(1),
            Su::Chu(_) => {}
            Su::Het => return Err(xml.hong("đứt giữa chừng")),
        }
    }
    let chu = nfc(doan.join("\n"));
    let formula = the.get("formula").is_some();
    if formula && (chu.starts_with('#') || chu.starts_with("Err:")) {
        return Ok(O::sai(format!("ô báo lỗi {chu}")));
    }
    let valued = matches!(the.get("value-type"), Some(kind) if kind != "string");
    if chu.is_empty() && (valued || formula && the.get("value-type").is_none()) {
        return Ok(O::sai(
            "công thức hoặc số chưa có giá trị đã tính; mở tệp bằng LibreOffice rồi lưu lại",
        ));
    }
    Ok(O { gach: co_gach, ..O::chu(chu) })
}

/// The letters of a paragraph, and whether some are struck out.
fn mot_doan(xml: &mut Xml<'_>, gach: &KieuGach) -> Result<(String, bool), LoiBang> {
    let (mut out, mut sau, mut co_gach) = (String::new(), 1usize, false);
    while sau > 0 {
        match xml.tiep()? {
            Su::Mo(the) => {
                match the.ten.as_str() {
                    "s" => out.push_str(&" ".repeat(the.so("c").unwrap_or(1).min(1000))),
                    "tab" => out.push('\t'),
                    "line-break" => out.push('\n'),
                    "span" => co_gach |= gach.co(&the, "style-name"),
                    _ => {}
                }
                sau = sau.saturating_add(1);
            }
            Su::Dong(_) => sau = sau.saturating_sub(1),
            Su::Chu(text) => out.push_str(&text),
            Su::Het => return Err(xml.hong("đứt giữa chừng")),
        }
    }
    Ok((out, co_gach))
}
