//! Câu chữ: the standing phrases of a template, and the ones that a document words differently.

use typst::foundations::Value;

use crate::diagnostic::Diagnostic;
use crate::model::CauChu;
use crate::render::world::TemplateWorld;
use crate::render::{blocks, diagnose::diagnose};

/// A finding for each phrase of the document that the template doesn't have.
pub fn kiem(cau_chu: &[CauChu], world: &TemplateWorld) -> Result<(), Vec<Diagnostic>> {
    if cau_chu.is_empty() {
        return Ok(());
    }
    let known = cau_chu_cua_mau(world)?;
    let unknown: Vec<_> = cau_chu.iter().filter_map(|cau| cau_la(cau, &known)).collect();
    if unknown.is_empty() { Ok(()) } else { Err(unknown) }
}

/// The standing phrases that a template defines in `#let cau_chu = (…)`.
fn cau_chu_cua_mau(world: &TemplateWorld) -> Result<Vec<String>, Vec<Diagnostic>> {
    let module =
        blocks::evaluate(world, world.main_source()).map_err(|faults| diagnose(world, &faults))?;
    let phrases = module.scope().get("cau_chu").map(|binding| binding.read().clone());
    Ok(match phrases {
        Some(Value::Dict(dict)) => dict.iter().map(|(key, _)| key.to_string()).collect(),
        _ => vec![],
    })
}

fn cau_la(cau: &CauChu, known: &[String]) -> Option<Diagnostic> {
    if known.contains(&cau.khoa) {
        return None;
    }
    let nearest = known.iter().max_by(|a, b| {
        let score = |key: &str| strsim::jaro_winkler(key, &cau.khoa);
        score(a).total_cmp(&score(b))
    });
    let message = format!("mẫu không có câu chữ nào tên `{}`", cau.khoa);
    let list = known.join(", ");
    let hint = match nearest {
        Some(key) if strsim::jaro_winkler(key, &cau.khoa) > 0.8 => format!("có phải là `{key}`?"),
        _ => format!("các câu thay được: {list}"),
    };
    Some(Diagnostic::error("unknown-phrase", message).hint(hint).at(cau.place.clone()))
}
