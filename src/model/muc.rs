//! Mục: a field of a file, known by the number of its node, and its path.
//!
//! Whoever reads a file numbers its nodes and makes one [`CacMuc`] of it; a [`Muc`] is then one number more,
//! cheap to keep beside every value. A path is put into words only when someone asks.

use std::fmt::Write;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// All fields of one file.
#[derive(Debug, PartialEq, Eq)]
pub struct CacMuc {
    /// The file's name as the user knows it.
    tep: String,
    /// What all paths begin with: empty for a document's file, `co_quan` for an office's.
    dau: String,
    /// By the number of the node. Numbers that no field has are left out as roots.
    nut: Vec<Nut>,
    /// All keys, one after the other.
    khoa: String,
    /// Whether the file is one text, without fields of its own; paths are then the field's that names it.
    la_chu: bool,
}

/// A node: whose part it is, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Nut {
    cha: usize,
    buoc: Buoc,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Buoc {
    Goc,
    /// A key, as its bytes in [`CacMuc::khoa`].
    Khoa(usize, usize),
    /// An item of a list, from 0.
    PhanTu(usize),
}

/// Steps that are followed up to the root; no file is nested so deep.
const SAU_NHAT: usize = 64;

impl CacMuc {
    /// A file of which nothing but the root is known yet.
    pub fn new(tep: &str) -> Self {
        let (dau, khoa) = (String::new(), String::new());
        Self { tep: tep.to_owned(), dau, nut: Vec::new(), khoa, la_chu: false }
    }

    /// A file that is one text, which the field at `duong` of another file names.
    pub fn cua_chu(tep: &str, duong: String) -> Self {
        Self { dau: duong, la_chu: true, ..Self::new(tep) }
    }

    /// The same fields with paths that begin with `dau`.
    pub fn mo_dau(mut self, dau: &str) -> Self {
        dau.clone_into(&mut self.dau);
        self
    }

    /// Notes that node `so` stands under `khoa` of node `cha`.
    pub fn khoa(&mut self, so: usize, cha: usize, khoa: &str) {
        let start = self.khoa.len();
        self.khoa.push_str(khoa);
        self.dat(so, Nut { cha, buoc: Buoc::Khoa(start, self.khoa.len()) });
    }

    /// Notes that node `so` is the item `thu` of the list `cha`, from 0.
    pub fn phan_tu(&mut self, so: usize, cha: usize, thu: usize) {
        self.dat(so, Nut { cha, buoc: Buoc::PhanTu(thu) });
    }

    fn dat(&mut self, so: usize, nut: Nut) {
        if self.nut.len() <= so {
            self.nut.resize(so.saturating_add(1), Nut { cha: 0, buoc: Buoc::Goc });
        }
        if let Some(slot) = self.nut.get_mut(so) {
            *slot = nut;
        }
    }

    pub fn tep(&self) -> &str {
        &self.tep
    }

    /// Where the node of that number stands: `dot[1].chu_de`; empty for the whole of a document's file.
    pub fn duong(&self, so: usize) -> String {
        let mut steps = Vec::new();
        let mut at = so;
        while let Some(nut) = self.nut.get(at).filter(|nut| nut.buoc != Buoc::Goc) {
            steps.push(nut.buoc);
            at = nut.cha;
            if steps.len() > SAU_NHAT {
                break;
            }
        }
        let mut path = self.dau.clone();
        steps.iter().rev().for_each(|buoc| self.viet(&mut path, *buoc));
        path
    }

    fn viet(&self, path: &mut String, buoc: Buoc) {
        // Writing to a string never fails.
        let _ = match buoc {
            Buoc::Goc => Ok(()),
            Buoc::PhanTu(thu) => write!(path, "[{thu}]"),
            Buoc::Khoa(start, end) => {
                let khoa = self.khoa.get(start..end).unwrap_or_default();
                if khoa.is_empty() || khoa.contains(['.', '[', ']', '"', '\n']) {
                    write!(path, "[{khoa:?}]")
                } else {
                    let dot = if path.is_empty() { "" } else { "." };
                    write!(path, "{dot}{khoa}")
                }
            }
        };
    }
}

/// One field.
#[derive(Debug, Clone)]
pub struct Muc {
    cua: Arc<CacMuc>,
    so: usize,
}

impl Muc {
    pub fn new(cua: &Arc<CacMuc>, so: usize) -> Self {
        Self { cua: Arc::clone(cua), so }
    }

    /// The file's name as the user knows it.
    pub fn tep(&self) -> &str {
        self.cua.tep()
    }

    /// Its path as in [`CacMuc::duong`].
    pub fn duong(&self) -> String {
        self.cua.duong(self.so)
    }

    /// The number of its node in the file.
    pub fn so(&self) -> usize {
        self.so
    }

    /// Whether the file is one text and its field that of another file.
    pub fn la_chu(&self) -> bool {
        self.cua.la_chu
    }
}

/// The same node of the same file.
impl PartialEq for Muc {
    fn eq(&self, other: &Self) -> bool {
        self.so == other.so && (Arc::ptr_eq(&self.cua, &other.cua) || self.cua == other.cua)
    }
}

impl Eq for Muc {}

impl Hash for Muc {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.so.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_json() {
        let mut cac = CacMuc::new("a.yaml");
        cac.khoa(2, 0, "dot");
        cac.phan_tu(3, 2, 0);
        cac.phan_tu(6, 2, 1);
        cac.khoa(8, 6, "chu_de");
        cac.khoa(10, 6, "a.b");
        assert_eq!(cac.duong(8), "dot[1].chu_de");
        assert_eq!(cac.duong(3), "dot[0]");
        assert_eq!(cac.duong(10), "dot[1][\"a.b\"]");
        assert_eq!(cac.duong(0), "");
        let cac = cac.mo_dau("co_quan");
        assert_eq!(cac.duong(8), "co_quan.dot[1].chu_de");
        assert_eq!(cac.duong(0), "co_quan");
        let md = Muc::new(&Arc::new(CacMuc::cua_chu("than.md", "noi_dung".into())), 0);
        assert_eq!((md.tep(), md.duong().as_str(), md.la_chu()), ("than.md", "noi_dung", true));
    }
}
