//! What the browser needs besides pages: all of it is in the program.

use super::http::Answer;

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// The sign in the tab.
pub const ICON: &str = "dau.svg";

/// Text files by their names.
const TEXTS: &[(&str, &str, &str)] = &[
    (ICON, SVG, include_str!("assets/dau.svg")),
    ("trang.css", CSS, include_str!("assets/trang.css")),
    ("viec.css", CSS, include_str!("assets/viec.css")),
    ("viec.js", JS, include_str!("assets/viec.js")),
    ("ban-ky.js", JS, include_str!("assets/ban-ky.js")),
    ("dau-den.js", JS, include_str!("assets/dau-den.js")),
    ("tep.js", JS, include_str!("assets/tep.js")),
    ("tep.css", CSS, include_str!("assets/tep.css")),
    ("tu.js", JS, include_str!("assets/tu.js")),
    ("xung_dot.js", JS, include_str!("assets/xung_dot.js")),
    ("giay.js", JS, include_str!("assets/giay.js")),
    ("o.js", JS, include_str!("assets/o.js")),
    ("o.css", CSS, include_str!("assets/o.css")),
    ("gia_tri.js", JS, include_str!("assets/gia_tri.js")),
    ("bang.js", JS, include_str!("assets/bang.js")),
    ("ngay_dan.js", JS, include_str!("assets/ngay_dan.js")),
    ("o_bang.js", JS, include_str!("assets/o_bang.js")),
    ("than.js", JS, include_str!("assets/than.js")),
    ("editor.js", JS, include_str!("assets/editor.js")),
    ("editor.css", CSS, include_str!("assets/editor.css")),
    ("to.js", JS, include_str!("assets/to.js")),
    ("goi.js", JS, include_str!("assets/goi.js")),
];

/// The faces, for machines that have neither Times New Roman nor its twin; made by `fonts/web/make`.
const FACES: &[(&str, &[u8])] = &[
    ("thuong.woff", include_bytes!("../../../fonts/web/thuong.woff")),
    ("dam.woff", include_bytes!("../../../fonts/web/dam.woff")),
    ("nghieng.woff", include_bytes!("../../../fonts/web/nghieng.woff")),
    ("dam-nghieng.woff", include_bytes!("../../../fonts/web/dam-nghieng.woff")),
];

pub fn asset(ten: &str) -> Option<Answer> {
    let kept = |answer: Answer| answer.with("cache-control", "private, max-age=3600".into());
    if let Some((_, kind, text)) = TEXTS.iter().find(|(own, ..)| *own == ten) {
        return Some(kept(Answer::new(200, kind, *text)));
    }
    let (_, face) = FACES.iter().find(|(own, _)| *own == ten)?;
    Some(kept(Answer::new(200, "font/woff", *face)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faces::web::pack::pack;

    /// All that the page may ever ask for, as it goes over the wire.
    #[test]
    fn all_of_it_is_small() {
        let text = |(_, kind, text): &(&str, &'static str, &str)| {
            pack(Answer::new(200, kind, *text)).body.len()
        };
        let packed: usize = TEXTS.iter().map(text).sum();
        let faces: usize = FACES.iter().map(|(_, face)| face.len()).sum();
        assert!(packed + faces < 600 * 1024, "{packed} + {faces}");
    }
}
