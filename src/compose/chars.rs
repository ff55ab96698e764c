//! Characters that a template may print: those that the faces have. Data has been checked before.

use typst::World;
use typst::diag::SourceResult;
use typst::ecow::eco_format;
use typst::syntax::Span;

use super::fonts::la_ky_hieu;
use super::letters::right_to_left;
use super::walk::{Walker, fault};
use crate::rules::check::ky_tu::khong_in;

impl Walker<'_, '_, '_> {
    /// An error at `span` if a face can't draw a character of `text`, as Word might not either.
    pub(super) fn check_letters(&mut self, text: &str, span: Span) -> SourceResult<()> {
        let book = self.engine.world.book();
        let faces = || (0..).map_while(|index| book.info(index));
        let four = |c: char| faces().take(4).all(|face| face.coverage.contains(u32::from(c)));
        let drawn = |c: char| la_ky_hieu(c) || four(c);
        let mut missing = None;
        for c in text.chars().filter(|c| !matches!(c, ' '..='~' | '\n')) {
            if self.letters.has(c) {
                continue;
            }
            // U+FFFC stands for an object: the Word writer puts its pictures there.
            if khong_in(c) || right_to_left(c) || c == '\u{fffc}' || !drawn(c) {
                missing = Some(c);
                break;
            }
            self.letters.add(u32::from(c));
        }
        match missing {
            None => Ok(()),
            Some(c) if c.is_control() => {
                let code = u32::from(c);
                Err(fault(span, eco_format!("mẫu in ra ký tự điều khiển U+{code:04X}")))
            }
            Some(c) => {
                let code = u32::from(c);
                Err(fault(span, eco_format!("phông chữ không có ký tự “{c}” (U+{code:04X})")))
            }
        }
    }
}
