//! What is asked of whoever compiles a template, and what comes back. The shipped templates are compiled
//! here; those of the office's by a [`Compiler`] that can be stopped.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use typst::foundations::Value;

use super::blocks::{self, Blocks};
use super::chuoi::{self, BangChuoi};
use super::diagnose::diagnose;
use super::fonts::Fonts;
use super::goc::{CacManh, Goc, Manh};
use super::library;
use super::value::du_lieu::DuLieu;
use super::walk::MoPhuLuc;
use super::world::TemplateWorld;
use crate::compose::document::{Block, Text};
use crate::diagnostic::Diagnostic;
use crate::model::Nguon;

/// One template of the office's with all that it may see, by paths of the closed world.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    pub main: String,
    pub files: BTreeMap<String, String>,
    pub data: DuLieu,
    /// Of each text in it, in its order, the number of the field that says it.
    pub goc: Vec<Option<usize>>,
}

/// What a template says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compiled {
    pub than_bai: Vec<Block>,
    pub phu_luc: Vec<MoPhuLuc>,
    /// The standing phrases that it lets a document word differently.
    pub cau_chu: Vec<String>,
    /// Where the letters come from, for whoever gets this from another process: of each piece of text in its
    /// order the bytes, and the number of the field, or none for the template's own words.
    pub goc: Vec<Vec<(usize, usize, Option<usize>)>>,
}

impl Compiled {
    /// Forgets the numbers of those that say the same, unless each is printed as often as the others.
    fn bo_lan(&mut self, cac_nhom: &[Vec<usize>]) {
        if cac_nhom.is_empty() {
            return;
        }
        let mut dem: HashMap<usize, usize> = HashMap::new();
        self.moi_text(&mut |text| {
            for so in text.goc.cac_so() {
                let count = dem.entry(so).or_default();
                *count = count.saturating_add(1);
            }
        });
        let count = |so: &usize| dem.get(so).copied().unwrap_or_default();
        let alike =
            |nhom: &&Vec<usize>| nhom.iter().all(|so| Some(count(so)) == nhom.first().map(count));
        let lan = cac_nhom.iter().filter(|nhom| !alike(nhom)).flatten().copied();
        let lan: HashSet<usize> = lan.collect();
        self.moi_text(&mut |text| text.goc.bo_so(&lan));
    }

    /// Writes down where the letters come from.
    fn ghi_goc(&mut self) {
        let mut all = Vec::new();
        self.moi_text(&mut |text| {
            let number = |goc: &Goc| match goc {
                Goc::DuLieu(so) => Some(*so),
                Goc::Muc(_) | Goc::Mau => None,
            };
            let pieces = text.goc.iter();
            let told = pieces.map(|m| (m.trong.start, m.trong.end, number(&m.goc))).collect();
            all.push(told);
        });
        self.goc = all;
    }

    /// Gives the letters back what was written down.
    pub fn nhan_goc(&mut self) {
        let mut told = std::mem::take(&mut self.goc).into_iter();
        self.moi_text(&mut |text| {
            let pieces = told.next().unwrap_or_default().into_iter();
            let manh = pieces.map(|(start, end, so)| Manh {
                trong: start..end,
                goc: so.map_or(Goc::Mau, Goc::DuLieu),
            });
            text.goc = CacManh::new(manh.collect());
        });
    }

    /// Puts the fields in the place of their numbers.
    pub fn dat_nguon(&mut self, nguon: &[Nguon]) {
        self.moi_text(&mut |text| text.goc.dat_nguon(nguon));
    }

    /// Goes through every piece of text, always in the same order.
    fn moi_text(&mut self, xem: &mut dyn FnMut(&mut Text)) {
        self.than_bai.iter_mut().for_each(|block| block.moi_text(xem));
        for phu_luc in &mut self.phu_luc {
            xem(&mut phu_luc.tieu_de);
            phu_luc.than_bai.iter_mut().for_each(|block| block.moi_text(xem));
        }
    }
}

/// Compiles templates that may run away.
pub trait Compiler {
    /// `shown` is how the user knows the template.
    fn compile(&self, task: &Task, shown: &str) -> Result<Compiled, Vec<Diagnostic>>;
}

/// Compiles a template of the office's, in whatever process this is.
pub fn own(task: &Task, fonts: &Fonts) -> Result<Compiled, Vec<Diagnostic>> {
    let data = task.data.json()?;
    let world = TemplateWorld::of_folder(&library::CONTENT, fonts, &task.main, &task.files, data)
        .ok_or_else(|| {
        vec![Diagnostic::error("template", format!("không có mẫu {}", task.main))]
    })?;
    let mut compiled = here(&world, &task.data, &task.goc)?;
    compiled.ghi_goc();
    Ok(compiled)
}

/// Compiles the template of a world that has these data; `so` is the number of the field that says each of
/// their texts, in their order.
pub fn here(
    world: &TemplateWorld,
    data: &DuLieu,
    so: &[Option<usize>],
) -> Result<Compiled, Vec<Diagnostic>> {
    let bang = BangChuoi::new(data, so, world.chu_mau());
    chuoi::voi(bang, || dich(world))
}

fn dich(world: &TemplateWorld) -> Result<Compiled, Vec<Diagnostic>> {
    let cau_chu = phrases(world)?;
    let Blocks { than_bai, phu_luc, .. } =
        blocks::compile(world).map_err(|faults| diagnose(world, &faults))?;
    let mut compiled = Compiled { than_bai, phu_luc, cau_chu, goc: Vec::new() };
    compiled.bo_lan(&chuoi::cac_nhom());
    Ok(compiled)
}

/// The standing phrases that a template defines in `#let cau_chu = (…)`.
fn phrases(world: &TemplateWorld) -> Result<Vec<String>, Vec<Diagnostic>> {
    let module =
        blocks::evaluate(world, world.main_source()).map_err(|faults| diagnose(world, &faults))?;
    let phrases = module.scope().get("cau_chu").map(|binding| binding.read().clone());
    Ok(match phrases {
        Some(Value::Dict(dict)) => dict.iter().map(|(key, _)| key.to_string()).collect(),
        _ => vec![],
    })
}
