//! Liền và rời: what stands together on a line, and what is told apart.

use crate::compose::document::{Block, Inline, Text};
use crate::compose::goc::{CacManh, Goc};

/// Between the marks of two notes on one word: `²˒ ³`, since `²³` is another note.
const GIUA_HAI_DAU: &str = ",\u{a0}";

/// Signs of units that stand by themselves.
#[rustfmt::skip]
const DON_VI: &[&str] = &[
    "%", "‰", "°C", "mm", "cm", "dm", "m", "km", "m2", "m3", "m²", "m³", "km2", "km²", "ha", "mg", "kg", "tạ", "tấn",
    "ml", "lít", "kW", "MW", "GW", "kWh", "MWh", "kV", "Hz", "kHz", "MHz", "GHz", "MB", "GB", "TB",
];

/// Units that are too short to be known but after a stroke: `m³/s`, `km/h`, `mg/l`.
const SAU_GACH_CHEO: &[&str] = &["s", "h", "l", "g", "ngày", "năm", "người"];

/// Parts the marks of notes that stand beside each other, and joins numbers to their units.
pub fn lien(blocks: &mut [Block]) {
    for block in blocks {
        block.moi_dong(&mut |inlines| {
            tach_dau(inlines);
            for inline in inlines {
                if let Inline::Text(text) = inline {
                    noi_don_vi(text);
                }
            }
        });
    }
}

fn tach_dau(inlines: &mut Vec<Inline>) {
    let note = |inline: Option<&Inline>| matches!(inline, Some(Inline::Footnote { .. }));
    for at in (1..inlines.len()).rev() {
        if note(inlines.get(at)) && at.checked_sub(1).is_some_and(|i| note(inlines.get(i))) {
            let goc = CacManh::mot(GIUA_HAI_DAU.len(), Some(Goc::Mau));
            let chu = GIUA_HAI_DAU.to_owned();
            inlines
                .insert(at, Inline::Text(Text { chu, chi_so_tren: true, goc, ..Text::default() }));
        }
    }
}

/// Sets a no-break space between a number and its unit.
fn noi_don_vi(text: &mut Text) {
    let spaces: Vec<usize> = text.chu.match_indices(' ').map(|(at, _)| at).collect();
    let joined = |at: &usize| {
        let before = text.chu.get(..*at).unwrap_or_default();
        let after = text.chu.get(at.saturating_add(1)..).unwrap_or_default();
        before.ends_with(|c: char| c.is_ascii_digit()) && la_don_vi(after)
    };
    let joined: Vec<usize> = spaces.into_iter().filter(joined).collect();
    if joined.is_empty() {
        return;
    }
    let (mut out, mut from) = (text.lay(0..0), 0);
    for at in joined {
        let end = at.saturating_add(1);
        out.noi(&text.lay(from..at));
        out.noi(&Text { chu: "\u{a0}".to_owned(), ..text.lay(0..0) });
        from = end;
    }
    out.noi(&text.lay(from..text.chu.len()));
    *text = out;
}

/// Whether a text begins with a unit.
fn la_don_vi(text: &str) -> bool {
    let ends =
        |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | ')' | '!' | '?' | '”');
    let word = text.split(ends).next().unwrap_or_default();
    let mut parts = word.split('/');
    parts.next().is_some_and(|first| DON_VI.contains(&first))
        && parts.all(|part| DON_VI.contains(&part) || SAU_GACH_CHEO.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::document::Paragraph;

    fn piece(chu: &str) -> Inline {
        Inline::Text(Text { chu: chu.into(), ..Text::default() })
    }

    fn made(noi_dung: Vec<Inline>) -> Vec<Inline> {
        let mut blocks = [Block::Paragraph(Paragraph { noi_dung, ..Paragraph::default() })];
        lien(&mut blocks);
        blocks[0].inlines().cloned().collect()
    }

    #[test]
    fn a_number_stays_with_its_unit_and_with_nothing_else() {
        let text = "xả 20 m³/s trên 3 ha, 5 % của 7 mét, năm 2023 m, 12 kg/người; 4 mương";
        let want = "xả 20\u{a0}m³/s trên 3\u{a0}ha, 5\u{a0}% của 7 mét, năm 2023\u{a0}m, 12\u{a0}kg/người; 4 mương";
        assert_eq!(made(vec![piece(text)]), [piece(want)]);
    }

    #[test]
    fn marks_side_by_side_are_told_apart() {
        let note = || Inline::Footnote { noi_dung: vec![] };
        let found = made(vec![piece("a"), note(), note(), piece(" b"), note()]);
        let Inline::Text(between) = &found[2] else { panic!("{found:?}") };
        assert_eq!((between.chu.as_str(), between.chi_so_tren, found.len()), (",\u{a0}", true, 6));
    }
}
