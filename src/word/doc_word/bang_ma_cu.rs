//! Letters of before Unicode: a file of those years has TCVN3 or VNI in runs whose face shows them right. The face tells the
//! set, so the letters are the ones that were read on the paper.

use std::collections::{BTreeMap, BTreeSet};

use super::goi::Goi;
use super::loi::LoiDoc;
use super::phan::{self, Han};
use super::tep_word::TepWord;
use crate::model::bang_ma_cu::{BangMa, phong_chu_hoa};
use crate::writers::docx::xml::{self, Element, Node, el};

/// A file in Unicode, and what it was before.
pub struct TuBangMaCu {
    pub word: TepWord,
    /// The sets that its letters were of.
    pub bang_ma: BTreeSet<BangMa>,
    /// Runs that were changed.
    pub so_cho: usize,
}

/// The same file in Unicode; none where no letters are of an old set.
pub fn sang_unicode(word: &TepWord) -> Result<Option<TuBangMaCu>, LoiDoc> {
    let goi = &word.goi;
    let related = ["footnotes", "endnotes"].iter().filter_map(|kind| goi.lien_quan(kind));
    let on_pages = word.dau_chan.iter().map(|part| part.phan.as_str());
    let names: BTreeSet<&str> = [goi.chinh()].into_iter().chain(related).chain(on_pages).collect();
    let looks = ["styles", "theme"].iter().filter_map(|kind| goi.lien_quan(kind));
    if !names.iter().copied().chain(looks).any(|name| nhac_phong_cu(goi, name)) {
        return Ok(None);
    }
    let mut doi = Doi { word, bang_ma: BTreeSet::new(), so_cho: 0 };
    let mut changed = BTreeMap::new();
    let mut han = Han::default();
    for name in names {
        let Some(bytes) = goi.phan(name)? else { continue };
        let mut tree = phan::doc(name, &bytes, &mut han)?;
        let before = doi.so_cho;
        doi.duyet(&mut tree, None, None);
        if doi.so_cho > before {
            let bytes = xml::write(name, &tree).map_err(|e| LoiDoc::XmlHong(e.to_string()))?;
            changed.insert(name.to_owned(), bytes);
        }
    }
    if changed.is_empty() {
        return Ok(None);
    }
    let Doi { bang_ma, so_cho, .. } = doi;
    let word = super::doc(&goi.viet_lai(&changed)?)?;
    Ok(Some(TuBangMaCu { word, bang_ma, so_cho }))
}

/// Whether a part has a name like that of an old face; most files have none and are not gone through.
fn nhac_phong_cu(goi: &Goi, name: &str) -> bool {
    let bytes = goi.phan(name).ok().flatten().unwrap_or_default();
    let like = |three: &[u8]| [b".vn", b"vni"].iter().any(|own| three.eq_ignore_ascii_case(*own));
    bytes.windows(3).any(like)
}

struct Doi<'w> {
    word: &'w TepWord,
    bang_ma: BTreeSet<BangMa>,
    so_cho: usize,
}

impl Doi<'_> {
    /// Goes through an element in a table and a paragraph of these styles.
    fn duyet(&mut self, element: &mut Element, bang: Option<&str>, kieu: Option<&str>) {
        let own = |part: &str, name: &str| {
            element.find(part).and_then(|p| p.val_of(name)).map(str::to_owned)
        };
        let (of_table, of_paragraph) = match element.name.as_str() {
            "w:tbl" => (own("w:tblPr", "w:tblStyle"), None),
            "w:p" => (bang.map(str::to_owned), own("w:pPr", "w:pStyle")),
            _ => (bang.map(str::to_owned), kieu.map(str::to_owned)),
        };
        if element.name == "w:r" {
            self.run(element, bang, kieu);
        }
        for child in element.elements_mut() {
            self.duyet(child, of_table.as_deref(), of_paragraph.as_deref());
        }
    }

    fn run(&mut self, run: &mut Element, bang: Option<&str>, kieu: Option<&str>) {
        let dang = self.word.dang_chu(kieu, bang, run.find("w:rPr"));
        let Some(phong) = dang.phong_dau.or(dang.phong) else { return };
        let Some(bang_ma) = BangMa::cua_phong(&phong) else { return };
        let mut changed = false;
        for part in run.elements_mut() {
            changed |= doi_chu(part, bang_ma, phong_chu_hoa(&phong));
        }
        if changed {
            self.bang_ma.insert(bang_ma);
            self.so_cho = self.so_cho.saturating_add(1);
        }
    }
}

/// Changes the letters of a part of a run; whether any were.
fn doi_chu(part: &mut Element, bang_ma: BangMa, hoa: bool) -> bool {
    // Some programs write the letter in this place as the mark that it is elsewhere.
    if part.name == "w:softHyphen" && bang_ma == BangMa::Tcvn3 {
        let letter = if hoa { "Ư" } else { "ư" };
        *part = el("w:t").text(letter);
        return true;
    }
    if !matches!(part.name.as_str(), "w:t" | "w:delText") {
        return false;
    }
    let old = part.own_text();
    let new = bang_ma.sang_unicode(&old);
    let new = if hoa { new.to_uppercase() } else { new };
    let changed = new != old;
    if changed {
        part.children = vec![Node::Text(new)];
    }
    changed
}
