//! Which template gives the words: the shipped one, compiled here, or the office's, compiled by a worker.

use rustc_hash::FxHashMap;

use crate::compose::compile::{self, Compiled, Compiler, Task};
use crate::compose::fonts::Fonts;
use crate::compose::library;
use crate::compose::value::du_lieu::DuLieu;
use crate::compose::world::TemplateWorld;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{CauChu, Nguon};
use crate::reading::source::{MauRieng, TepMau};

use super::cau_chu;

/// Where templates stand in the closed world.
const NOI_DUNG: &str = "/noi-dung/";

/// The shared clauses; one of the office's serves the shipped templates too.
const CHUNG: &str = "chung.typ";

/// The office's templates and who compiles them.
#[derive(Clone, Copy)]
pub struct OwnTemplates<'a> {
    pub files: &'a MauRieng,
    pub compiler: &'a dyn Compiler,
}

/// What the template at `path` (`/noi-dung/ke-hoach.typ`) says about the data.
pub fn compile(
    path: &str,
    data: &DuLieu,
    phrases: &[CauChu],
    fonts: &Fonts,
    own: Option<OwnTemplates>,
) -> Result<Compiled, Vec<Diagnostic>> {
    let name = path.strip_prefix(NOI_DUNG).unwrap_or(path);
    let own = own.filter(|own| [name, CHUNG].iter().any(|key| own.files.tep.contains_key(*key)));
    let bang = BangNguon::cua(data);
    let mut compiled = match own {
        Some(own) => own.compile(name, data, &bang)?,
        None => shipped(path, data, &bang, fonts)?,
    };
    compiled.dat_nguon(&bang.nguon);
    cau_chu::kiem(phrases, &compiled.cau_chu)?;
    Ok(compiled)
}

fn shipped(
    path: &str,
    data: &DuLieu,
    bang: &BangNguon,
    fonts: &Fonts,
) -> Result<Compiled, Vec<Diagnostic>> {
    let json = data.json()?;
    let world = TemplateWorld::shipped(&library::CONTENT, fonts, path, json).ok_or_else(|| {
        vec![Diagnostic::error("internal", format!("chương trình thiếu mẫu {path}"))]
    })?;
    compile::here(&world, data, &bang.so)
}

/// The fields that the texts of the data come from.
struct BangNguon {
    /// Of each text, in the order of the JSON, the number of its field.
    so: Vec<Option<usize>>,
    /// Each once.
    nguon: Vec<Nguon>,
}

impl BangNguon {
    fn cua(data: &DuLieu) -> Self {
        let (mut known, mut nguon) = (FxHashMap::default(), Vec::new());
        let mut number = |of| {
            *known.entry(of).or_insert_with(|| {
                nguon.push(Nguon::clone(of));
                nguon.len().saturating_sub(1)
            })
        };
        let so = data.cac_chu().into_iter().map(|loi| loi.nguon().map(&mut number)).collect();
        Self { so, nguon }
    }
}

impl OwnTemplates<'_> {
    fn compile(
        &self,
        name: &str,
        data: &DuLieu,
        bang: &BangNguon,
    ) -> Result<Compiled, Vec<Diagnostic>> {
        for key in [name, CHUNG] {
            if let Some(TepMau { ten, text: None, .. }) = self.files.tep.get(key) {
                let message = format!("mẫu “{ten}” không đọc được nên văn bản này chưa soạn");
                return Err(vec![Diagnostic::error("template", message)]);
            }
        }
        let files = self
            .files
            .tep
            .iter()
            .filter_map(|(key, tep)| Some((format!("{NOI_DUNG}{key}"), tep.text.clone()?)));
        let main = format!("{NOI_DUNG}{name}");
        let (files, goc) = (files.collect(), bang.so.clone());
        let task = Task { main, files, data: data.clone(), goc };
        let known = self.files.tep.get(name).or_else(|| self.files.tep.get(CHUNG));
        let shown = known.map_or(name, |tep| tep.ten.as_str());
        let found = self.compiler.compile(&task, shown);
        found.map_err(|faults| faults.into_iter().map(|fault| self.named(fault)).collect())
    }

    /// With places in the files that the user has, by the names that the user knows.
    fn named(&self, mut fault: Diagnostic) -> Diagnostic {
        for place in [&mut fault.place, &mut fault.other_place].into_iter().flatten() {
            let Place { file, .. } = place;
            let key = file.strip_prefix("mẫu").and_then(|path| path.strip_prefix(NOI_DUNG));
            if let Some(tep) = key.and_then(|key| self.files.tep.get(key)) {
                *file = tep.ten.clone();
            }
        }
        fault
    }
}
