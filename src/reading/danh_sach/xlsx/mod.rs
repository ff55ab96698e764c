//! Excel's workbook: values with the formats in which its cells show them.

mod dinh_dang;
mod kieu;
mod ngay;
mod so;
mod trang;

use std::collections::BTreeMap;

use super::Bang;
use super::goi::Goi;
use super::loi::LoiBang;
use super::xml::{Su, Xml};
use crate::reading::source::nfc;
use kieu::Kieu;

/// Letters of the shared texts together, in bytes.
const CHU_CHUNG: usize = 48 << 20;

/// The letters of a cell.
#[derive(Default)]
struct ChuO {
    chu: String,
    /// Some are struck out by themselves, whatever the cell's style says.
    gach: bool,
}

/// What all sheets of a workbook share.
#[derive(Default)]
struct Chung {
    chu: Vec<ChuO>,
    kieu: Vec<Kieu>,
    /// Days are counted from 1904.
    tu_1904: bool,
}

/// Its sheets, hidden ones left out.
pub(super) fn doc(goi: &Goi<'_>) -> Result<Vec<Bang>, LoiBang> {
    let of_package = quan_he(goi, "_rels/.rels", "")?;
    let main = of_package.values().find(|(loai, _)| loai == "officeDocument");
    let main = main.map(|(_, dich)| dich.clone()).filter(|dich| goi.co(dich));
    let Some(main) = main else {
        let encrypted = goi.co("EncryptedPackage") || goi.co("EncryptionInfo");
        return Err(if encrypted { LoiBang::MatKhau } else { LoiBang::KhongPhai });
    };
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main.as_str()));
    let rels = if folder.is_empty() {
        format!("_rels/{file}.rels")
    } else {
        format!("{folder}/_rels/{file}.rels")
    };
    let related = quan_he(goi, &rels, folder)?;
    let (sheets, tu_1904) = goi.xml(&main, "mục lục", cac_trang)?;
    let of_kind = |kind: &str| {
        let found = related.values().find(|(loai, dich)| loai == kind && goi.co(dich));
        found.map(|(_, dich)| dich.as_str())
    };
    let mut chung = Chung { tu_1904, ..Chung::default() };
    if let Some(part) = of_kind("sharedStrings") {
        chung.chu = goi.xml(part, "bảng chữ", chu_chung)?;
    }
    if let Some(part) = of_kind("styles") {
        chung.kieu = goi.xml(part, "bảng kiểu", kieu::cac_kieu)?;
    }
    let mut all = Vec::new();
    for (ten, id) in sheets {
        let Some((_, part)) = related.get(&id).filter(|(loai, _)| loai == "worksheet") else {
            continue;
        };
        let bang = goi.xml(part, "trang tính", |xml| trang::doc(xml, &chung))?;
        all.push(Bang { ten: Some(nfc(ten)), ..bang });
    }
    if all.is_empty() { Err(LoiBang::KhongPhai) } else { Ok(all) }
}

/// Id → kind and target of the relationships of a part that lies in `folder`.
fn quan_he(
    goi: &Goi<'_>,
    ten: &str,
    folder: &str,
) -> Result<BTreeMap<String, (String, String)>, LoiBang> {
    if !goi.co(ten) {
        return Ok(BTreeMap::new());
    }
    goi.xml(ten, "các liên kết", |xml| {
        let mut out = BTreeMap::new();
        loop {
            match xml.tiep()? {
                Su::Mo(the) if the.ten == "Relationship" => {
                    // What lies outside the file is never read.
                    if the.get("TargetMode") == Some("External") {
                        continue;
                    }
                    let get = |key: &str| the.get(key).unwrap_or_default().to_owned();
                    let loai = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
                    out.insert(get("Id"), (loai, duong_dan(folder, &get("Target"))));
                }
                Su::Het => return Ok(out),
                _ => {}
            }
        }
    })
}

/// A target as a name in the archive.
fn duong_dan(folder: &str, dich: &str) -> String {
    if let Some(whole) = dich.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in dich.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The shown sheets with the ids of their parts, and whether days are counted from 1904.
fn cac_trang(xml: &mut Xml<'_>) -> Result<(Vec<(String, String)>, bool), LoiBang> {
    let (mut all, mut tu_1904) = (Vec::new(), false);
    loop {
        match xml.tiep()? {
            Su::Mo(the) if the.ten == "workbookPr" => tu_1904 = the.co("date1904"),
            Su::Mo(the) if the.ten == "sheet" => {
                let get = |key: &str| the.get(key).unwrap_or_default().to_owned();
                if matches!(the.get("state"), None | Some("visible")) {
                    all.push((get("name"), get("id")));
                }
            }
            Su::Het => return Ok((all, tu_1904)),
            _ => {}
        }
    }
}

fn chu_chung(xml: &mut Xml<'_>) -> Result<Vec<ChuO>, LoiBang> {
    let (mut all, mut room) = (Vec::new(), CHU_CHUNG);
    loop {
        match xml.tiep()? {
            Su::Mo(the) if the.ten == "si" => {
                let text = mot_chu(xml)?;
                let cost = text.chu.len().saturating_add(size_of::<ChuO>());
                room = room.checked_sub(cost).ok_or(LoiBang::QuaLon)?;
                all.push(text);
            }
            Su::Het => return Ok(all),
            _ => {}
        }
    }
}

/// A text with its runs, without the reading aids of other scripts.
fn mot_chu(xml: &mut Xml<'_>) -> Result<ChuO, LoiBang> {
    let (mut out, mut sau, mut gach) = (String::new(), 1usize, false);
    while sau > 0 {
        match xml.tiep()? {
            Su::Mo(the) if the.ten == "t" => out.push_str(&xml.chu()?),
            Su::Mo(the) if the.ten == "rPh" => xml.bo()?,
            Su::Mo(the) => {
                gach |= kieu::la_gach(&the);
                sau = sau.saturating_add(1);
            }
            Su::Dong(_) => sau = sau.saturating_sub(1),
            Su::Chu(_) => {}
            Su::Het => return Err(xml.hong("đứt giữa chừng")),
        }
    }
    Ok(ChuO { chu: nfc(bo_ma(&out)), gach })
}

/// Excel writes signs that XML can't hold as `_x000D_`.
fn bo_ma(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from.get(2..6).filter(|_| from.get(6..7) == Some("_"));
        let c = code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        match c {
            Some(c) => {
                out.push(c);
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_names_of_parts() {
        assert_eq!(duong_dan("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(duong_dan("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(duong_dan("xl", "../a.xml"), "a.xml");
    }

    #[test]
    fn signs_that_xml_cannot_hold_come_back() {
        assert_eq!(bo_ma("a_x000D_\nb_x005F_x000D_ _xyz"), "a\nb_x000D_ _xyz");
    }
}
