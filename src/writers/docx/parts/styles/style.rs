//! One named style, described by what sets it apart from the style it is based on.

use crate::model::trinh_bay::KieuChu;
use crate::writers::docx::style_id::{DEFAULT_CHARACTER, NORMAL};
use crate::writers::docx::units::{half_points, twips, twips_mm};
use crate::writers::docx::xml::{Element, el, val};

/// A style under construction. Children come into the schema's order when the part is written.
pub(super) struct Style {
    head: Element,
    next: Option<String>,
    in_gallery: bool,
    paragraph: Element,
    spacing: Element,
    indent: Element,
    run: Element,
}

impl Style {
    /// A paragraph style based on Normal.
    pub fn paragraph(id: &str, name: &str) -> Self {
        Self::based_on(id, name, NORMAL)
    }

    /// A paragraph style based on `base`.
    pub fn based_on(id: &str, name: &str, base: &str) -> Self {
        let mut style = Self::root("paragraph", id, name);
        style.head = style.head.child(val("w:basedOn", base));
        style
    }

    /// A character style on top of whatever the paragraph has.
    pub fn character(id: &str, name: &str) -> Self {
        let mut style = Self::root("character", id, name);
        style.head = style.head.child(val("w:basedOn", DEFAULT_CHARACTER));
        style
    }

    /// A style that is based on nothing.
    pub fn root(kind: &str, id: &str, name: &str) -> Self {
        let head = el("w:style").attr("w:type", kind).attr("w:styleId", id);
        Self {
            head: head.child(val("w:name", name)),
            next: None,
            in_gallery: true,
            paragraph: el("w:pPr"),
            spacing: el("w:spacing"),
            indent: el("w:ind"),
            run: el("w:rPr"),
        }
    }

    /// Marks a style that Word doesn't know by itself.
    pub fn own(mut self) -> Self {
        self.head = self.head.attr("w:customStyle", 1);
        self
    }

    /// Leaves the style out of Word's gallery: only the program sets it, or hardly anyone needs it.
    pub fn unlisted(mut self) -> Self {
        self.in_gallery = false;
        self
    }

    /// The style of the paragraph that Enter makes.
    pub fn next(mut self, id: &str) -> Self {
        self.next = Some(id.to_owned());
        self
    }

    pub fn size(self, pt: f64) -> Self {
        let size = half_points(pt);
        self.run(val("w:sz", size)).run(val("w:szCs", size))
    }

    pub fn bold(self) -> Self {
        self.run(el("w:b")).run(el("w:bCs"))
    }

    pub fn italic(self) -> Self {
        self.run(el("w:i")).run(el("w:iCs"))
    }

    /// Letters that look so.
    pub fn look(self, kieu: KieuChu) -> Self {
        let style = if kieu.dam { self.bold() } else { self };
        let style = if kieu.nghieng { style.italic() } else { style };
        if kieu.gach_chan { style.run(val("w:u", "single")) } else { style }
    }

    /// `left`, `center` or `both`.
    pub fn align(self, alignment: &str) -> Self {
        self.property(val("w:jc", alignment))
    }

    /// Space above the paragraph.
    pub fn before(mut self, pt: f64) -> Self {
        self.spacing = self.spacing.attr("w:before", twips(pt));
        self
    }

    /// Space below; our styles keep all space above, since Word may or may not add the two.
    pub fn after(mut self, pt: f64) -> Self {
        self.spacing = self.spacing.attr("w:after", twips(pt));
        self
    }

    /// Line spacing as a multiple of Word's "single".
    pub fn lines(mut self, multiple: f64) -> Self {
        let line = (240.0 * multiple).round() as i32;
        self.spacing = self.spacing.attr("w:line", line).attr("w:lineRule", "auto");
        self
    }

    /// Lines of exactly this height.
    pub fn exact(mut self, pt: f64) -> Self {
        self.spacing = self.spacing.attr("w:line", twips(pt).max(1)).attr("w:lineRule", "exact");
        self
    }

    pub fn first_line(mut self, mm: f64) -> Self {
        self.indent = el("w:ind").attr("w:firstLine", twips_mm(mm));
        self
    }

    /// Indents on both sides, in twips.
    pub fn sides(mut self, left: i32, right: i32) -> Self {
        self.indent = el("w:ind").attr("w:left", left).attr("w:right", right);
        self
    }

    /// An indent at the left, in twips, from which the first line stands out.
    pub fn hanging(mut self, left: i32, out: i32) -> Self {
        self.indent = el("w:ind").attr("w:left", left).attr("w:hanging", out);
        self
    }

    /// Stays on the page of what follows, unbroken.
    pub fn keep(self) -> Self {
        self.property(el("w:keepNext")).property(el("w:keepLines"))
    }

    /// Belongs to a list, whose level is linked to this style.
    pub fn list(self, number: usize, level: u8) -> Self {
        let level = level.saturating_sub(1);
        self.property(el("w:numPr").child(val("w:ilvl", level)).child(val("w:numId", number)))
    }

    pub fn outline(self, level: u8) -> Self {
        self.property(val("w:outlineLvl", level.saturating_sub(1)))
    }

    /// Any other paragraph property.
    pub fn property(mut self, property: Element) -> Self {
        self.paragraph = self.paragraph.child(property);
        self
    }

    /// Any other run property.
    pub fn run(mut self, property: Element) -> Self {
        self.run = self.run.child(property);
        self
    }

    /// The finished `w:style`, shown in Word's gallery in the order of `priority`.
    pub fn finish(self, priority: usize) -> Element {
        let mut style = self
            .head
            .children(self.next.map(|id| val("w:next", id)))
            .child(val("w:uiPriority", priority))
            .children(self.in_gallery.then(|| el("w:qFormat")));
        let details = [self.spacing, self.indent].into_iter().filter(|e| !e.is_bare());
        for properties in [self.paragraph.children(details), self.run] {
            if !properties.is_bare() {
                style = style.child(properties);
            }
        }
        style
    }
}
