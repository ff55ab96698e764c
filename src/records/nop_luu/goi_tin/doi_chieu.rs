//! A package held against its own METS and PREMIS: each file is listed, is there and has its digest, and the package's name is
//! that of its content. Other software's packages of the same form are held alike.

use std::collections::BTreeMap;

use super::dinh_danh::{ma_goi, tu_noi_dung};
use super::{METS, PREMIS};
use crate::records::so_dang_ky::dau::bam;
use crate::writers::docx::xml::{Element, parse};

/// The files of a package by their paths in it; a link has no bytes.
pub type CayGoi<'a> = BTreeMap<&'a str, Option<&'a [u8]>>;

/// What is wrong with a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sai {
    /// A file that is listed is gone.
    Mat(String),
    /// It is another than the one that was listed.
    Doi(String),
    /// The second is not told of in the first.
    La { trong: &'static str, tep: String },
    /// Can't be read as what it is.
    Hong(String),
    /// The folder has another name than this.
    Ten(String),
    /// The name is not that of what METS lists.
    Ma(String),
}

/// What a METS says of itself and of others.
#[derive(Debug, Default)]
pub struct DaXet {
    pub sai: Vec<Sai>,
    /// `OBJID`.
    pub ma: String,
    /// `LABEL`: the title.
    pub tieu_de: String,
    pub so_tep: usize,
}

/// A file as it is listed.
struct Ke {
    bam: String,
    co: Option<usize>,
}

/// All that is wrong. `thu_muc` is the folder's name, where it has one.
pub fn doi_chieu(thu_muc: Option<&str>, cay: &CayGoi) -> DaXet {
    let mut out = DaXet::default();
    let mut listed = BTreeMap::new();
    let root = doc(METS, "", cay, &mut listed, &mut out.sai);
    if let Some(root) = &root {
        out.ma = root.get("OBJID").unwrap_or_default().to_owned();
        out.tieu_de = root.get("LABEL").unwrap_or_default().to_owned();
    }
    for (ten, ke) in &listed {
        match cay.get(ten.as_str()) {
            None => out.sai.push(Sai::Mat(ten.clone())),
            Some(Some(bytes)) if ke.khop(bytes) => {}
            Some(_) => out.sai.push(Sai::Doi(ten.clone())),
        }
    }
    // Without its list everything would be strange.
    if root.is_some() {
        let strange = cay.keys().filter(|ten| **ten != METS && !listed.contains_key(**ten));
        out.sai.extend(strange.map(|ten| Sai::La { trong: METS, tep: (*ten).to_owned() }));
        ten_goi(thu_muc, &out.ma, &listed, &mut out.sai);
    }
    if listed.contains_key(PREMIS) && tu_noi_dung(&out.ma) {
        bao_quan(cay, &listed, &mut out.sai);
    }
    out.so_tep = listed.len();
    out.sai = khong_lap(std::mem::take(&mut out.sai));
    out
}

impl Ke {
    fn khop(&self, bytes: &[u8]) -> bool {
        self.co.is_none_or(|co| co == bytes.len()) && bam(bytes).eq_ignore_ascii_case(&self.bam)
    }
}

/// Reads the METS at `ten` and all that it lists, those of representations with it.
fn doc(
    ten: &str,
    goc: &str,
    cay: &CayGoi,
    listed: &mut BTreeMap<String, Ke>,
    sai: &mut Vec<Sai>,
) -> Option<Element> {
    let root = cay.get(ten).copied().flatten().and_then(|bytes| parse(ten, bytes).ok());
    let Some(root) = root.filter(|root| goi(root) == "mets") else {
        sai.push(Sai::Hong(ten.to_owned()));
        return None;
    };
    let mut pointers = Vec::new();
    di(&root, &mut |element, parent| {
        let whose = match goi(element) {
            "mdRef" => element,
            "FLocat" => parent,
            "mptr" => {
                pointers.extend(cho(goc, element));
                return;
            }
            _ => return,
        };
        let algorithm = whose.get("CHECKSUMTYPE") == Some("SHA-256");
        match (cho(goc, element), whose.get("CHECKSUM").filter(|_| algorithm)) {
            (Some(at), Some(bam)) => {
                let co = whose.get("SIZE").and_then(|co| co.parse().ok());
                listed.insert(at, Ke { bam: bam.to_owned(), co });
            }
            _ => sai.push(Sai::Hong(ten.to_owned())),
        }
    });
    // One level: a METS of a representation lists files, and whatever points further is no package of this form.
    for pointer in pointers {
        match pointer.rsplit_once('/') {
            Some((folder, METS)) if goc.is_empty() => {
                doc(&pointer, &format!("{folder}/"), cay, listed, sai);
            }
            _ => sai.push(Sai::Hong(ten.to_owned())),
        }
    }
    Some(root)
}

/// Where an element points, inside the package.
fn cho(goc: &str, element: &Element) -> Option<String> {
    let href = element.attributes.iter().find(|(ten, _)| tran(ten) == "href");
    let (_, href) = href?;
    let inside = |part: &str| !part.is_empty() && part != "." && part != "..";
    href.split('/').all(inside).then(|| format!("{goc}{href}"))
}

/// Goes through all elements, each with the one that it stands in.
fn di<'e>(root: &'e Element, nghe: &mut dyn FnMut(&'e Element, &'e Element)) {
    let mut left: Vec<(&Element, &Element)> = root.elements().map(|child| (child, root)).collect();
    while let Some((element, parent)) = left.pop() {
        nghe(element, parent);
        left.extend(element.elements().map(|child| (child, element)));
    }
}

/// A name without its prefix.
fn tran(ten: &str) -> &str {
    ten.rsplit(':').next().unwrap_or(ten)
}

fn goi(element: &Element) -> &str {
    tran(&element.name)
}

/// The folder bears the package's number, and ours is made of what is in it.
fn ten_goi(thu_muc: Option<&str>, ma: &str, listed: &BTreeMap<String, Ke>, sai: &mut Vec<Sai>) {
    if thu_muc.is_some_and(|ten| ten != ma.replace(':', "_")) {
        sai.push(Sai::Ten(ma.to_owned()));
    }
    let is_mets = |ten: &str| ten.rsplit('/').next() == Some(METS);
    let files = listed.iter().filter(|(ten, _)| !is_mets(ten));
    if tu_noi_dung(ma) && ma_goi(files.map(|(ten, ke)| (ten.as_str(), ke.bam.as_str()))) != ma {
        sai.push(Sai::Ma(ma.to_owned()));
    }
}

/// PREMIS tells of every paper, with the digest that it has. Ours names a file by its path; what others' names mean is theirs.
fn bao_quan(cay: &CayGoi, listed: &BTreeMap<String, Ke>, sai: &mut Vec<Sai>) {
    let root = cay.get(PREMIS).copied().flatten().and_then(|bytes| parse(PREMIS, bytes).ok());
    let Some(root) = root else {
        sai.push(Sai::Hong(PREMIS.to_owned()));
        return;
    };
    let text = |element: &Element, ten: &str| {
        let mut out = None;
        di(element, &mut |one, _| {
            if goi(one) == ten {
                out = Some(one.own_text());
            }
        });
        out
    };
    let mut told = Vec::new();
    for object in root.elements().filter(|one| goi(one) == "object") {
        let (Some(ten), Some(bam)) = (text(object, "originalName"), text(object, "messageDigest"))
        else {
            continue;
        };
        match listed.get(&ten) {
            Some(ke) if ke.bam.eq_ignore_ascii_case(&bam) => {}
            Some(_) => sai.push(Sai::Doi(ten.clone())),
            None => sai.push(Sai::Mat(ten.clone())),
        }
        told.push(ten);
    }
    let papers = listed.keys().filter(|ten| ten.starts_with("representations/"));
    let papers = papers.filter(|ten| ten.contains("/data/") && !told.contains(ten));
    sai.extend(papers.map(|ten| Sai::La { trong: PREMIS, tep: ten.clone() }));
}

/// One fault of a file is told once, in the order in which it was found.
fn khong_lap(sai: Vec<Sai>) -> Vec<Sai> {
    let mut out: Vec<Sai> = Vec::new();
    for one in sai {
        if !out.contains(&one) {
            out.push(one);
        }
    }
    out
}
