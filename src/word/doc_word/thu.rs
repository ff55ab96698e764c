//! Gathers what was not read, with its place, and gives pictures and comments their contents.

use std::collections::BTreeMap;

use super::biet::chu_tho;
use super::chua_doc::{ChuaDoc, VatLa, gon};
use super::goi::{Goi, QuanHe};
use super::hinh::Hinh;
use super::tep_word::{Doan, Khoi};
use crate::writers::docx::xml::Element;

/// By whom a comment is, and on which day.
fn ai_luc(comment: &Element) -> String {
    let author = comment.get("w:author").unwrap_or_default();
    match comment.get("w:date").and_then(ngay) {
        Some(day) => format!("{author} ({day})"),
        None => author.to_owned(),
    }
}

/// `2026-03-05T09:00:00Z` → `05/3/2026`
pub(super) fn ngay(luc: &str) -> Option<String> {
    let mut parts = luc.get(..10)?.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Some(format!("{day:02}/{month}/{year}"))
}

/// Goes through what was read.
pub(super) struct Thu<'a> {
    goi: &'a Goi,
    /// Author and text of each comment, by its id.
    nhan_xet: BTreeMap<String, (String, String)>,
    van_tay: BTreeMap<String, String>,
    pub chua_doc: Vec<ChuaDoc>,
}

impl<'a> Thu<'a> {
    pub fn moi(goi: &'a Goi, comments: Option<&Element>) -> Self {
        let comments = comments.into_iter().flat_map(Element::elements);
        let nhan_xet = comments.filter(|e| e.name == "w:comment").filter_map(|comment| {
            let author = ai_luc(comment);
            Some((comment.get("w:id")?.to_owned(), (author, chu_tho(comment))))
        });
        Self { goi, nhan_xet: nhan_xet.collect(), van_tay: BTreeMap::new(), chua_doc: Vec::new() }
    }

    /// Something that belongs to the file as a whole.
    pub fn ca_tep(&mut self, vat: VatLa, part: &str) {
        let noi = "Cả tệp".to_owned();
        self.chua_doc.push(ChuaDoc { vat, phan: part.to_owned(), noi, gan: String::new() });
    }

    /// The blocks of a part; `notes` are the relationships of its notes.
    pub fn khoi(
        &mut self,
        khoi: &mut [Khoi],
        part: &str,
        related: &BTreeMap<String, QuanHe>,
        notes: &BTreeMap<String, QuanHe>,
    ) {
        let mut gan = String::new();
        for doan in khoi.iter_mut().flat_map(Khoi::cac_doan_mut) {
            self.doan(doan, part, related, &mut gan);
            for note in &mut doan.chu_thich {
                self.khoi(note, part, notes, notes);
            }
        }
    }

    fn doan(
        &mut self,
        doan: &mut Doan,
        part: &str,
        related: &BTreeMap<String, QuanHe>,
        gan: &mut String,
    ) {
        for hinh in &mut doan.hinh {
            if let Hinh::Anh(id) = hinh {
                *id = related.get(id.as_str()).map(|r| self.anh(r)).unwrap_or_default();
            }
        }
        if !doan.trong() {
            gan.clone_from(&doan.chu);
        }
        if doan.la.is_empty() {
            return;
        }
        let noi = if doan.noi.vung.is_empty() { "Cuối tệp".to_owned() } else { doan.cho() };
        let gan = gon(gan, 60);
        for vat in &mut doan.la {
            self.day_du(vat, related);
            let (phan, noi, gan) = (part.to_owned(), noi.clone(), gan.clone());
            self.chua_doc.push(ChuaDoc { vat: vat.clone(), phan, noi, gan });
        }
    }

    /// A mark of the picture's bytes; of one that lies outside its address.
    fn anh(&mut self, target: &QuanHe) -> String {
        if target.ngoai {
            return target.dich.clone();
        }
        if let Some(known) = self.van_tay.get(&target.dich) {
            return known.clone();
        }
        let mark = self.goi.van_tay(&target.dich).unwrap_or_default();
        self.van_tay.insert(target.dich.clone(), mark.clone());
        mark
    }

    fn day_du(&self, vat: &mut VatLa, related: &BTreeMap<String, QuanHe>) {
        match vat {
            VatLa::NhanXet(id, text) if text.is_empty() => {
                if let Some((author, said)) = self.nhan_xet.get(id.as_str()) {
                    author.clone_into(id);
                    said.clone_into(text);
                } else {
                    id.clear();
                }
            }
            VatLa::AnhNgoai(id) => {
                if let Some(target) = related.get(id.as_str()) {
                    target.dich.clone_into(id);
                }
            }
            _ => {}
        }
    }
}
