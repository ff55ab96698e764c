//! What is asked of whoever compiles a template, and what comes back. The shipped templates are compiled
//! here; those of the office's by a [`Compiler`] that can be stopped.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use typst::foundations::Value;

use super::blocks::{self, Blocks};
use super::diagnose::diagnose;
use super::fonts::Fonts;
use super::library;
use super::walk::MoPhuLuc;
use super::world::TemplateWorld;
use crate::compose::document::Block;
use crate::diagnostic::Diagnostic;

/// One template of the office's with all that it may see, by paths of the closed world.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    pub main: String,
    pub files: BTreeMap<String, String>,
    /// The data as JSON.
    pub data: String,
}

/// What a template says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compiled {
    pub than_bai: Vec<Block>,
    pub phu_luc: Vec<MoPhuLuc>,
    /// The standing phrases that it lets a document word differently.
    pub cau_chu: Vec<String>,
}

/// Compiles templates that may run away.
pub trait Compiler {
    /// `shown` is how the user knows the template.
    fn compile(&self, task: &Task, shown: &str) -> Result<Compiled, Vec<Diagnostic>>;
}

/// Compiles a template of the office's, in whatever process this is.
pub fn own(task: &Task, fonts: &Fonts) -> Result<Compiled, Vec<Diagnostic>> {
    let data = task.data.as_bytes().to_vec().into();
    let world = TemplateWorld::of_folder(&library::CONTENT, fonts, &task.main, &task.files, data)
        .ok_or_else(|| {
        vec![Diagnostic::error("template", format!("không có mẫu {}", task.main))]
    })?;
    here(&world)
}

/// Compiles the template of a world.
pub fn here(world: &TemplateWorld) -> Result<Compiled, Vec<Diagnostic>> {
    let cau_chu = phrases(world)?;
    let Blocks { than_bai, phu_luc, .. } =
        blocks::compile(world).map_err(|faults| diagnose(world, &faults))?;
    Ok(Compiled { than_bai, phu_luc, cau_chu })
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
