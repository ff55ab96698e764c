//! LibreOffice's spreadsheet: each cell holds the very words that it shows.

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
        let (mut all, mut han) = (Vec::new(), Han::default());
        loop {
            match xml.tiep()? {
                Su::Mo(the) if the.ten == "table" => {
                    let ten = the.get("name").unwrap_or_default().to_owned();
                    all.push(trang(xml, ten, &mut han)?);
                }
                Su::Het => return Ok(all),
                _ => {}
            }
        }
    })
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

fn trang(xml: &mut Xml<'_>, ten: String, han: &mut Han) -> Result<Bang, LoiBang> {
    let mut bang = Bang { ten: Some(nfc(ten)), ..Bang::default() };
    let mut so = 1usize;
    let mut sau = 1usize;
    loop {
        match xml.tiep()? {
            Su::Mo(the) if the.ten == "table-row" => {
                let lan = the.so("number-rows-repeated").unwrap_or(1).max(1);
                let an = matches!(the.get("visibility"), Some("collapse" | "filter"));
                let o = mot_hang(xml, so, &mut bang.gop, han)?;
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
    gop: &mut Vec<Gop>,
    han: &mut Han,
) -> Result<std::collections::BTreeMap<usize, O>, LoiBang> {
    let (mut out, mut cot) = (std::collections::BTreeMap::new(), 0usize);
    loop {
        match xml.tiep()? {
            Su::Mo(the) => {
                let lan = the.so("number-columns-repeated").unwrap_or(1).max(1);
                gop.extend(o_gop(&the, so, cot));
                let o = mot_o(xml, &the)?;
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

fn mot_o(xml: &mut Xml<'_>, the: &The) -> Result<O, LoiBang> {
    let (mut doan, mut sau) = (Vec::new(), 1usize);
    while sau > 0 {
        match xml.tiep()? {
            // Remarks, pictures and shapes of a cell are not what it shows.
            Su::Mo(con) if matches!(con.ten.as_str(), "annotation" | "frame" | "custom-shape") => {
                xml.bo()?;
            }
            Su::Mo(con) if con.ten == "p" && sau == 1 => doan.push(mot_doan(xml)?),
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
    Ok(O::chu(chu))
}

fn mot_doan(xml: &mut Xml<'_>) -> Result<String, LoiBang> {
    let (mut out, mut sau) = (String::new(), 1usize);
    while sau > 0 {
        match xml.tiep()? {
            Su::Mo(the) => {
                match the.ten.as_str() {
                    "s" => out.push_str(&" ".repeat(the.so("c").unwrap_or(1).min(1000))),
                    "tab" => out.push('\t'),
                    "line-break" => out.push('\n'),
                    _ => {}
                }
                sau = sau.saturating_add(1);
            }
            Su::Dong(_) => sau = sau.saturating_sub(1),
            Su::Chu(text) => out.push_str(&text),
            Su::Het => return Err(xml.hong("đứt giữa chừng")),
        }
    }
    Ok(out)
}
