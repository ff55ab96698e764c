//! The metadata in XML: what it says, however a tool writes it down again.

use std::collections::BTreeMap;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// What a signing tool says of its own work.
const CUA_NGUOI_KY: [&str; 3] = [
    "http://ns.adobe.com/xap/1.0/|ModifyDate",
    "http://ns.adobe.com/xap/1.0/|MetadataDate",
    "http://ns.adobe.com/pdf/1.3/|Producer",
];
const DAI_NHAT: usize = 200;
const SAU_NHAT: usize = 24;

#[derive(Debug, Default)]
struct Nut {
    ten: String,
    thuoc_tinh: Vec<(String, String)>,
    con: Vec<Nut>,
    chu: String,
}

/// Whether both say the same, save when and with what the second was written.
pub fn chi_khac_gio(cu: &[u8], sau: &[u8]) -> bool {
    match (doc(cu), doc(sau)) {
        (Some(cu), Some(sau)) => cu == sau,
        _ => false,
    }
}

/// The properties by name.
fn doc(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    let goc = cay(bytes)?;
    let rdf = tim(&goc, &format!("{RDF}|RDF"))?;
    let mut ra = BTreeMap::new();
    for mo_ta in &rdf.con {
        (mo_ta.ten == format!("{RDF}|Description")).then_some(())?;
        for (ten, gia_tri) in phan(mo_ta)? {
            if CUA_NGUOI_KY.contains(&ten.as_str()) {
                (gia_tri.chars().count() <= DAI_NHAT).then_some(())?;
                continue;
            }
            ra.insert(ten, gia_tri).is_none().then_some(())?;
        }
    }
    Some(ra)
}

fn tim<'n>(nut: &'n Nut, ten: &str) -> Option<&'n Nut> {
    match nut.con.as_slice() {
        [mot] if nut.ten != ten => tim(mot, ten),
        _ => (nut.ten == ten).then_some(nut),
    }
}

/// The fields of a description: attributes and elements are the same.
fn phan(nut: &Nut) -> Option<Vec<(String, String)>> {
    let cua_rdf = |ten: &str| ten.starts_with(RDF) || ten.starts_with(XML);
    let ngan = nut.thuoc_tinh.iter().filter(|(ten, _)| !cua_rdf(ten));
    let mut ra: Vec<_> = ngan.map(|(t, v)| (t.clone(), format!("“{}”", v.trim()))).collect();
    for con in &nut.con {
        ra.push((con.ten.clone(), gia_tri(con)?));
    }
    nut.chu.trim().is_empty().then_some(())?;
    ra.sort();
    Some(ra)
}

/// A value in one way of writing.
fn gia_tri(nut: &Nut) -> Option<String> {
    let thuoc_tinh = |ten: String| nut.thuoc_tinh.iter().find(|(t, _)| *t == ten).map(|(_, v)| v);
    let ngu = thuoc_tinh(format!("{XML}|lang")).map(|v| format!("@{v}")).unwrap_or_default();
    if let Some(nguon) = thuoc_tinh(format!("{RDF}|resource")) {
        return (nut.con.is_empty() && nut.chu.trim().is_empty())
            .then(|| format!("“{nguon}”{ngu}"));
    }
    let gop = |cac: Vec<(String, String)>| {
        let cac: Vec<String> = cac.into_iter().map(|(t, v)| format!("{t}={v}")).collect();
        format!("{{{}}}{ngu}", cac.join(";"))
    };
    match nut.con.as_slice() {
        [] if thuoc_tinh(format!("{RDF}|parseType")).is_none() => {
            let tro = phan_thuoc_tinh(nut);
            match tro.is_empty() {
                true => Some(format!("“{}”{ngu}", nut.chu.trim())),
                false => Some(gop(tro)),
            }
        }
        [mot] if mot.ten == format!("{RDF}|Description") => Some(gop(phan(mot)?)),
        [mot] if ["Bag", "Seq", "Alt"].iter().any(|loai| mot.ten == format!("{RDF}|{loai}")) => {
            let muc: Vec<String> = mot.con.iter().map(gia_tri).collect::<Option<_>>()?;
            Some(format!("{}[{}]{ngu}", mot.ten, muc.join(";")))
        }
        _ => Some(gop(phan(nut)?)),
    }
}

fn phan_thuoc_tinh(nut: &Nut) -> Vec<(String, String)> {
    let khac = nut.thuoc_tinh.iter().filter(|(t, _)| !t.starts_with(RDF) && !t.starts_with(XML));
    let mut ra: Vec<_> = khac.map(|(t, v)| (t.clone(), format!("“{}”", v.trim()))).collect();
    ra.sort();
    ra
}

/// The XML as a tree with full names; nothing that XMP doesn't need.
fn cay(bytes: &[u8]) -> Option<Nut> {
    let van_ban = std::str::from_utf8(bytes).ok()?;
    let mut doc = NsReader::from_str(van_ban);
    let mut chong = vec![Nut::default()];
    loop {
        match doc.read_event().ok()? {
            Event::Start(the) => {
                (chong.len() < SAU_NHAT).then_some(())?;
                chong.push(mo(&doc, &the)?);
            }
            Event::Empty(the) => chong.last_mut()?.con.push(mo(&doc, &the)?),
            Event::End(_) => {
                let nut = chong.pop()?;
                chong.last_mut()?.con.push(nut);
            }
            Event::Text(chu) => chong.last_mut()?.chu.push_str(&chu.decode().ok()?),
            Event::GeneralRef(ten) => {
                let ten = ten.decode().ok()?;
                let ma = quick_xml::escape::unescape(&format!("&{ten};")).ok()?.into_owned();
                chong.last_mut()?.chu.push_str(&ma);
            }
            Event::PI(_) | Event::Decl(_) => {}
            Event::Eof => break,
            // A comment, a DTD, CDATA: no tool that signs has a use for them.
            _ => return None,
        }
    }
    let goc = chong.pop()?;
    (chong.is_empty() && goc.chu.trim_matches(['\u{feff}', ' ', '\n', '\r', '\t']).is_empty())
        .then_some(goc)
}

fn mo(doc: &NsReader<&[u8]>, the: &BytesStart<'_>) -> Option<Nut> {
    let (khong_gian, ten) = doc.resolver().resolve_element(the.name());
    let ten = ten_day_du(&khong_gian, ten.as_ref())?;
    let mut thuoc_tinh = Vec::new();
    for mot in the.attributes() {
        let mot = mot.ok()?;
        if mot.key.as_ref() == b"xmlns" || mot.key.as_ref().starts_with(b"xmlns:") {
            continue;
        }
        let (khong_gian, ten) = doc.resolver().resolve_attribute(mot.key);
        let ten = ten_day_du(&khong_gian, ten.as_ref())?;
        let gia_tri = std::str::from_utf8(&mot.value).ok()?;
        thuoc_tinh.push((ten, quick_xml::escape::unescape(gia_tri).ok()?.into_owned()));
    }
    Some(Nut { ten, thuoc_tinh, con: Vec::new(), chu: String::new() })
}

fn ten_day_du(khong_gian: &ResolveResult<'_>, ten: &[u8]) -> Option<String> {
    let ten = std::str::from_utf8(ten).ok()?;
    match khong_gian {
        ResolveResult::Bound(dia_chi) => {
            Some(format!("{}|{ten}", std::str::from_utf8(dia_chi.as_ref()).ok()?))
        }
        ResolveResult::Unbound => Some(ten.to_owned()),
        ResolveResult::Unknown(_) => None,
    }
}
