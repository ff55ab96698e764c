//! Hình: a picture on a line of its own. Its drawing is put in by the pass.

use docx_rs::{AlignmentType, Paragraph, Run};

use super::style_id;
use crate::compose::document::{Canh, Picture};

/// What stands where the pass puts a picture: the sign for an object in text, which no font draws.
pub(super) const MOC: &str = "\u{fffc}";

/// The line of a picture in the body.
pub(super) fn body(hinh: &Picture) -> Paragraph {
    line(hinh, style_id::HINH)
}

/// The same in a cell, which has no space above.
pub(super) fn cell(hinh: &Picture) -> Paragraph {
    line(hinh, style_id::HINH_O)
}

fn line(hinh: &Picture, style: &str) -> Paragraph {
    let out = Paragraph::new().style(style).add_run(Run::new().add_text(MOC));
    let out = match hinh.canh {
        Some(Canh::Trai) => out.align(AlignmentType::Left),
        Some(Canh::Phai) => out.align(AlignmentType::Right),
        Some(Canh::Giua) | None => out,
    };
    if hinh.giu_voi_sau { out.keep_next(true) } else { out }
}
