//! The lists themselves: head numbers and item marks (`word/numbering.xml`).

use super::root;
use crate::model::the_thuc::TheThuc;
use crate::writers::docx::units::twips_mm;
use crate::writers::docx::xml::{Element, el, val};
use crate::writers::docx::{list, style_id};

/// `word/numbering.xml`: every list has a definition of its own under the same number.
pub(super) fn part(the_thuc: &TheThuc) -> Element {
    let dash_styles: &[&str] = &[style_id::GACH_DAU, style_id::DAU_CONG];
    let note_styles: &[&str] = &[style_id::GACH_DAU_CHU_THICH];
    let definitions = [
        heads(list::DE_MUC, true, the_thuc),
        marks(list::GACH_DAU, '-', dash_styles, the_thuc),
        marks(list::GACH_DAU_CHU_THICH, '-', note_styles, the_thuc),
        marks(list::DAU_CONG, '+', &[], the_thuc),
        articles(the_thuc),
        heads(list::DE_MUC_LE, false, the_thuc),
    ];
    let lists = [
        list::DE_MUC,
        list::GACH_DAU,
        list::GACH_DAU_CHU_THICH,
        list::DAU_CONG,
        list::DIEU,
        list::DE_MUC_LE,
    ];
    root("w:numbering").children(definitions).children(
        lists.map(|number| {
            el("w:num").attr("w:numId", number).child(val("w:abstractNumId", number))
        }),
    )
}

/// `I.`, `1.`, `1.1.` …, in one list linked to the heading styles. The numbers are bold by themselves, because a
/// khoản with text that runs on is upright.
fn heads(number: usize, linked: bool, the_thuc: &TheThuc) -> Element {
    definition(number).children((1..=style_id::LEVELS).map(|level| {
        let format = if level == 1 { "upperRoman" } else { "decimal" };
        let look = el("w:rPr").child(el("w:b")).child(el("w:bCs")).children(UPRIGHT.map(off));
        let style = linked.then(|| style_id::heading(level));
        self::level(level, format, style.as_deref(), &list::pattern(level), the_thuc).child(look)
    }))
}

/// `Điều 1.`, counted through the whole text whatever stands between (PL I, II.6).
fn articles(the_thuc: &TheThuc) -> Element {
    let look = el("w:rPr").child(el("w:b")).child(el("w:bCs")).children(UPRIGHT.map(off));
    let level = level(1, "decimal", Some(style_id::DIEU), "Điều %1.", the_thuc).child(look);
    definition(list::DIEU).child(level)
}

/// Items that begin with a mark; `styles` are linked to the first levels.
fn marks(number: usize, first: char, styles: &[&str], the_thuc: &TheThuc) -> Element {
    definition(number).children((1..=style_id::LEVELS).map(|level| {
        let mark = list::mark(first, level.saturating_sub(1)).to_string();
        let style = styles.get(usize::from(level.saturating_sub(1))).copied();
        let look = el("w:rPr").children(["w:b", "w:bCs"].map(off)).children(UPRIGHT.map(off));
        self::level(level, "bullet", style, &mark, the_thuc).child(look)
    }))
}

/// Italics off.
const UPRIGHT: [&str; 2] = ["w:i", "w:iCs"];

fn off(name: &str) -> Element {
    val(name, 0)
}

fn definition(number: usize) -> Element {
    // A fixed id, or Word would take lists of two of our files for one when text is pasted.
    let id = format!("{:08X}", 0x5654_0000_usize.saturating_add(number));
    el("w:abstractNum")
        .attr("w:abstractNumId", number)
        .child(val("w:nsid", id))
        .child(val("w:multiLevelType", "multilevel"))
}

/// A level as administrative papers have it: the number stands at the first-line indent, a space
/// after it, and the text runs on to the left margin.
fn level(level: u8, format: &str, style: Option<&str>, text: &str, the_thuc: &TheThuc) -> Element {
    let indent = el("w:ind").attr("w:left", 0).attr("w:firstLine", twips_mm(the_thuc.thut_dong_mm));
    el("w:lvl")
        .attr("w:ilvl", level.saturating_sub(1))
        .child(val("w:start", 1))
        .child(val("w:numFmt", format))
        .children(style.map(|style| val("w:pStyle", style)))
        .child(val("w:suff", "space"))
        .child(val("w:lvlText", text))
        .child(val("w:lvlJc", "left"))
        .child(el("w:pPr").child(indent))
}
