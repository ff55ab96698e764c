//! The set of rules of each file of a hồ sơ: an office's own, a paper's by the office that it names.

use super::cac_co_quan::cac_ten;
use super::doc::Doc;
use super::ho_so::{cac_co_quan_duoc_goi, co_quan_duoc_goi, la_tep_co_quan};
use super::la_co_quan::la_co_quan;
use crate::diagnostic::Diagnostic;
use crate::model::BoQuyTac;
use crate::reading::source::{TepNguon, ten_tep};
use crate::reading::yaml::Node;
use crate::rules::bo_quy_tac::{MAC_DINH, cua_tu, doi_can_cu};

/// Files by the names shown, each with its set; those of the usual set aren't named.
pub struct BoCuaTep {
    tep: Vec<(String, BoQuyTac)>,
}

impl BoCuaTep {
    pub fn new(opened: &[(Doc<'_>, Node)], md: &[TepNguon]) -> Self {
        let named = cac_co_quan_duoc_goi(opened);
        let (offices, papers): (Vec<_>, Vec<_>) =
            opened.iter().partition(|(doc, root)| la_tep_co_quan(doc, root, &named));
        let offices: Vec<(&str, BoQuyTac)> =
            offices.iter().map(|(doc, root)| (doc.ten(), cua_co_quan(root))).collect();
        if offices.iter().all(|(_, bo)| *bo == MAC_DINH) {
            return Self { tep: Vec::new() };
        }
        let chung = offices.iter().find(|(ten, _)| la_co_quan(ten)).map_or(MAC_DINH, |(_, bo)| *bo);
        let mut tep: Vec<(String, BoQuyTac)> =
            offices.iter().map(|(ten, bo)| ((*ten).to_owned(), *bo)).collect();
        for (doc, root) in papers {
            let lead = co_quan_duoc_goi(root).into_iter().next();
            let own = lead.and_then(|lead| {
                offices.iter().find(|(ten, _)| cac_ten(ten).contains(&lead.as_str()))
            });
            let bo = own.map_or(chung, |(_, bo)| *bo);
            tep.extend(than_bai_rieng(root, md).map(|body| (body.to_owned(), bo)));
            tep.push((doc.ten().to_owned(), bo));
        }
        Self { tep }
    }

    /// The set of a file.
    pub fn cua(&self, ten: &str) -> BoQuyTac {
        self.tep.iter().find(|(own, _)| own == ten).map_or(MAC_DINH, |(_, bo)| *bo)
    }

    /// Lets findings cite the rules of the files that they are in.
    pub fn doi_can_cu<'d>(&self, found: impl IntoIterator<Item = &'d mut Diagnostic>) {
        for d in found {
            if let Some(ten) = d.place.as_ref().map(|place| place.file.clone()) {
                doi_can_cu(d, self.cua(&ten));
            }
        }
    }
}

/// What an office's file names; a word that is no set's is told where the file is read.
fn cua_co_quan(root: &Node) -> BoQuyTac {
    cua_tu(root.get("bo_quy_tac").and_then(Node::text))
}

/// The bodies in files of their own that a paper names.
fn than_bai_rieng<'m>(root: &Node, md: &'m [TepNguon]) -> impl Iterator<Item = &'m str> {
    let said: Vec<String> =
        root.texts().into_iter().map(|(text, _)| text.trim().to_owned()).collect();
    md.iter().map(|tep| tep.ten.as_str()).filter(move |ten| said.iter().any(|s| s == ten_tep(ten)))
}
