//! What the browser needs besides pages: all of it is in the program.

use super::http::Answer;
use crate::compose::fonts::file_of_bundled;

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// Text files by their names.
const TEXTS: &[(&str, &str, &str)] = &[
    ("trang.css", CSS, include_str!("assets/trang.css")),
    ("tu.js", JS, include_str!("assets/tu.js")),
    ("giay.js", JS, include_str!("assets/giay.js")),
    ("o.js", JS, include_str!("assets/o.js")),
    ("than.js", JS, include_str!("assets/than.js")),
    ("to.js", JS, include_str!("assets/to.js")),
    ("goi.js", JS, include_str!("assets/goi.js")),
];

/// The faces, for machines that have neither Times New Roman nor its twin.
const FACES: [&str; 4] = ["thuong.ttf", "dam.ttf", "nghieng.ttf", "dam-nghieng.ttf"];

pub fn asset(ten: &str) -> Option<Answer> {
    let kept = |answer: Answer| answer.with("cache-control", "private, max-age=3600".into());
    if let Some((_, kind, text)) = TEXTS.iter().find(|(own, ..)| *own == ten) {
        return Some(Answer::new(200, kind, *text));
    }
    let at = FACES.iter().position(|own| *own == ten)?;
    Some(kept(Answer::new(200, "font/ttf", file_of_bundled(at)?)))
}
