//! Text inside a paragraph: runs, line breaks, footnote marks.

use docx_rs::{BreakType, Paragraph, Run, VertAlignType};

use super::chu_thich::Notes;
use super::error::WriteError;
use super::style_id;
use crate::compose::document::{Inline, Text};
use crate::compose::fonts::{cac_khuc, la_ky_hieu};

/// How the paragraph around the text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// Upright; bold text takes the style Strong.
    Upright,
    /// The paragraph's style is bold already. Word toggles bold between two styles, so Strong would
    /// make the text upright.
    Bold,
    /// Upright, and all of this text is to be Strong (the title of a khoản that runs on).
    Strong,
}

/// `inlines` added to `paragraph`.
pub(super) fn add(
    mut paragraph: Paragraph,
    inlines: &[Inline],
    base: Base,
    notes: &mut Notes,
) -> Result<Paragraph, WriteError> {
    for inline in inlines {
        let run = match inline {
            Inline::Text(text) if text.chu.is_empty() => continue,
            Inline::Text(text) => {
                let runs = cac_khuc(&text.chu);
                paragraph = runs.fold(paragraph, |p, chu| p.add_run(formatted(chu, text, base)));
                continue;
            }
            Inline::LineBreak => Run::new().add_break(BreakType::TextWrapping),
            Inline::Footnote { noi_dung } => {
                Run::new().add_footnote_reference(notes.footnote(noi_dung)?)
            }
        };
        paragraph = paragraph.add_run(run);
    }
    Ok(paragraph)
}

/// Plain text as one run; a line feed becomes a line break.
pub(super) fn plain(text: &str) -> Run {
    let mut run = Run::new();
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (j, piece) in line.split('\t').enumerate() {
            if j > 0 {
                run = run.add_tab();
            }
            if !piece.is_empty() {
                run = run.add_text(piece);
            }
        }
    }
    run
}

/// Lines that are broken already, as one paragraph.
pub(super) fn lines<S: AsRef<str>>(style: &str, lines: &[S]) -> Paragraph {
    let mut run = Run::new();
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run.children.extend(plain(line.as_ref()).children);
    }
    let paragraph = Paragraph::new().style(style);
    if run.children.is_empty() { paragraph } else { paragraph.add_run(run) }
}

fn formatted(chu: &str, text: &Text, base: Base) -> Run {
    if chu.starts_with(la_ky_hieu) {
        return plain(chu).style(style_id::KY_HIEU);
    }
    let strong = base == Base::Strong || (text.dam && base == Base::Upright);
    let mut run = plain(chu);
    run = match (strong, text.nghieng) {
        (true, true) => run.style(style_id::STRONG).italic(),
        (true, false) => run.style(style_id::STRONG),
        (false, true) => run.style(style_id::EMPHASIS),
        (false, false) => run,
    };
    if text.gach_chan {
        run = run.underline("single");
    }
    if text.chi_so_tren {
        run.run_property = run.run_property.vert_align(VertAlignType::SuperScript);
    } else if text.chi_so_duoi {
        run.run_property = run.run_property.vert_align(VertAlignType::SubScript);
    }
    run
}
