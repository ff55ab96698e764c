//! The parts that comments need: their own, the list of content types, the relationships of the main part.

use std::collections::BTreeMap;

use quick_xml::escape::escape;

use super::{KhongGhi, TAC_GIA};
use crate::word::doc_word::Goi;

const RELS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const KIND_STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

/// The text of a part; only UTF-8 is put into.
pub(super) fn chu(goi: &Goi, name: &str) -> Result<Option<String>, KhongGhi> {
    let bytes = goi.phan(name).map_err(|_| KhongGhi::Hong)?;
    bytes.map(|bytes| String::from_utf8(bytes).map_err(|_| KhongGhi::Hong)).transpose()
}

/// The parts as they become.
pub(super) struct CacPhan<'g> {
    goi: &'g Goi,
    /// What WordprocessingML is called in this file.
    ten: String,
    next: u64,
    moi: String,
}

impl<'g> CacPhan<'g> {
    pub fn mo(goi: &'g Goi, ten: &str) -> Result<Self, KhongGhi> {
        let old = goi.lien_quan("comments").map(|name| chu(goi, name)).transpose()?.flatten();
        let next = old.map_or(0, |text| so_sau(&text));
        Ok(Self { goi, ten: ten.to_owned(), next, moi: String::new() })
    }

    /// Adds a comment; answers with its number.
    pub fn them(&mut self, dong: &[String]) -> u64 {
        let id = self.next;
        self.next = self.next.saturating_add(1);
        let lines: String = dong
            .iter()
            .map(|line| {
                let clean: String = line.chars().map(|c| if cam(c) { ' ' } else { c }).collect();
                let text = escape(clean.as_str()).into_owned();
                format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
            })
            .collect();
        self.moi.push_str(&format!(
            "<w:comment xmlns:w=\"{}\" w:id=\"{id}\" w:author=\"{TAC_GIA}\" w:initials=\"VT\">{lines}</w:comment>",
            self.ten
        ));
        id
    }

    /// All parts that change.
    pub fn xong(self) -> Result<BTreeMap<String, Vec<u8>>, KhongGhi> {
        let mut out = BTreeMap::new();
        if let Some(name) = self.goi.lien_quan("comments") {
            let old = chu(self.goi, name)?.ok_or(KhongGhi::Hong)?;
            let new = them_vao_goc(&old, &self.moi).ok_or(KhongGhi::Hong)?;
            out.insert(name.to_owned(), new.into_bytes());
            return Ok(out);
        }
        let (folder, file) = self.goi.chinh().rsplit_once('/').unwrap_or(("", self.goi.chinh()));
        let inside = |name: &str| match folder {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        };
        let free = |name: &str| chu(self.goi, name).is_ok_and(|part| part.is_none());
        let usual = Some(inside("comments.xml")).filter(|name| free(name));
        let name = usual.unwrap_or_else(|| inside("comments-vanthu.xml"));
        let comments =
            format!("{DECLARATION}<w:comments xmlns:w=\"{}\">{}</w:comments>", self.ten, self.moi);
        let rels_name = inside(&format!("_rels/{file}.rels"));
        let rels = chu(self.goi, &rels_name)?
            .unwrap_or_else(|| format!("{DECLARATION}<Relationships xmlns=\"{RELS}\"/>"));
        let kind = if self.ten.contains("purl.oclc.org") { KIND_STRICT } else { KIND };
        let relation = format!(
            "<Relationship xmlns=\"{RELS}\" Id=\"{}\" Type=\"{kind}\" Target=\"/{name}\"/>",
            ten_moi(&rels)
        );
        let types = chu(self.goi, "[Content_Types].xml")?.ok_or(KhongGhi::Hong)?;
        let of_type =
            format!("<Override xmlns=\"{TYPES}\" PartName=\"/{name}\" ContentType=\"{CONTENT}\"/>");
        let rels = them_vao_goc(&rels, &relation).ok_or(KhongGhi::Hong)?;
        let types = them_vao_goc(&types, &of_type).ok_or(KhongGhi::Hong)?;
        out.insert(name, comments.into_bytes());
        out.insert(rels_name, rels.into_bytes());
        out.insert("[Content_Types].xml".to_owned(), types.into_bytes());
        Ok(out)
    }
}

/// A character that XML does not have.
fn cam(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// A number above every `id="…"` of a text.
fn so_sau(text: &str) -> u64 {
    let ids = text.split("id=\"").skip(1).filter_map(|rest| {
        let end = rest.find('"')?;
        rest.get(..end)?.parse::<u64>().ok()
    });
    ids.max().map_or(0, |id| id.saturating_add(1))
}

/// An id that no relationship has.
fn ten_moi(rels: &str) -> String {
    let free = |id: &String| !rels.contains(&format!("\"{id}\""));
    (1_usize..).map(|i| format!("rIdNhanXet{i}")).find(free).unwrap_or_default()
}

/// The text with `xml` as the last thing in its root.
fn them_vao_goc(text: &str, xml: &str) -> Option<String> {
    if let Some(at) = text.rfind("</") {
        let (before, after) = text.split_at_checked(at)?;
        return Some(format!("{before}{xml}{after}"));
    }
    let at = text.rfind("/>")?;
    let (before, after) = text.split_at_checked(at)?;
    let open = before.rfind('<')?;
    let name = before.get(open.saturating_add(1)..)?.split_whitespace().next()?;
    Some(format!("{before}>{xml}</{name}>{}", after.get(2..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_takes_one_more_child_whether_it_had_some() {
        assert_eq!(them_vao_goc("<a><b/></a>\n", "<c/>").as_deref(), Some("<a><b/><c/></a>\n"));
        assert_eq!(
            them_vao_goc("<?xml?><a x=\"1\"/>", "<c/>").as_deref(),
            Some("<?xml?><a x=\"1\"><c/></a>")
        );
        assert_eq!(so_sau("<w:comment w:id=\"4\"/><w:comment w:id=\"2\"/>"), 5);
        assert_eq!(ten_moi("Id=\"rIdNhanXet1\""), "rIdNhanXet2");
    }
}
