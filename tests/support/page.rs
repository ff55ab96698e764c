//! Pages of a PDF as MuPDF reads them: letters with place, size and face; ruled lines.

use std::path::Path;
use std::process::Command;

use super::tool;

pub const MM: f64 = 72.0 / 25.4;

/// A letter. `x` and `y` (its baseline) in pt from the page's upper left corner.
#[derive(Debug, Clone)]
pub struct Glyph {
    pub c: char,
    pub x: f64,
    pub x_end: f64,
    pub y: f64,
    pub size: f64,
    pub font: String,
    pub color: String,
}

/// A horizontal stroke, in pt.
#[derive(Debug, Clone)]
pub struct Rule {
    pub x: f64,
    pub y: f64,
    pub length: f64,
    pub width: f64,
}

/// A page: size in pt, letters in reading order, rules.
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
}

/// A row of text: letters on (nearly) one baseline, from left to right.
#[derive(Debug, Clone)]
pub struct Row {
    pub page: usize,
    pub glyphs: Vec<Glyph>,
}

impl Row {
    /// Words with one space between them.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let mut end = f64::NEG_INFINITY;
        for g in &self.glyphs {
            if g.x > end + 1.0 || g.c.is_whitespace() {
                out.push(' ');
            }
            out.push(g.c);
            end = g.x_end;
        }
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn inked(&self) -> impl Iterator<Item = &Glyph> {
        self.glyphs.iter().filter(|g| !g.c.is_whitespace())
    }

    pub fn left(&self) -> f64 {
        self.inked().map(|g| g.x).fold(f64::INFINITY, f64::min)
    }

    pub fn right(&self) -> f64 {
        self.inked().map(|g| g.x_end).fold(0.0, f64::max)
    }

    pub fn center(&self) -> f64 {
        (self.left() + self.right()) / 2.0
    }

    pub fn baseline(&self) -> f64 {
        self.inked().max_by(|a, b| a.size.total_cmp(&b.size)).unwrap().y
    }

    pub fn size(&self) -> f64 {
        self.inked().map(|g| g.size).fold(0.0, f64::max)
    }

    /// Whether every letter is in this face of the family: `Bold`, `Italic`, `BoldItalic`, ``.
    pub fn all_in(&self, face: &str) -> bool {
        // MuPDF cuts names at thirty-one letters, subset tag included.
        self.inked().all(|g| match g.font.split('-').nth(1).unwrap_or("") {
            "BoldItal" => face == "BoldItalic",
            own => own == face,
        })
    }
}

/// Reads all pages.
pub fn pages(pdf: &Path) -> Vec<Page> {
    let text = tool(Command::new("mutool").args(["draw", "-q", "-F", "stext"]).arg(pdf));
    let trace = tool(Command::new("mutool").arg("trace").arg(pdf));
    let text = roxmltree::Document::parse(&text).unwrap();
    let rules = rules(&trace);
    text.descendants()
        .filter(|n| n.has_tag_name("page"))
        .enumerate()
        .map(|(i, page)| Page {
            width: number(&page, "width"),
            height: number(&page, "height"),
            glyphs: page.descendants().filter(|n| n.has_tag_name("char")).map(glyph).collect(),
            rules: rules.get(i).cloned().unwrap_or_default(),
        })
        .collect()
}

fn number(node: &roxmltree::Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

fn glyph(node: roxmltree::Node) -> Glyph {
    let font = node.parent().unwrap();
    let quad: Vec<f64> =
        node.attribute("quad").unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
    Glyph {
        c: node.attribute("c").unwrap().chars().next().unwrap_or(' '),
        x: number(&node, "x"),
        x_end: quad[2],
        y: number(&node, "y"),
        size: number(&font, "size"),
        font: font.attribute("name").unwrap().to_owned(),
        color: node.attribute("color").unwrap_or_default().to_owned(),
    }
}

/// Horizontal strokes of each page, out of MuPDF's trace (which is not quite XML).
fn rules(trace: &str) -> Vec<Vec<Rule>> {
    let mut out: Vec<Vec<Rule>> = Vec::new();
    let mut stroke: Option<(f64, [f64; 6])> = None;
    let mut from = (0.0, 0.0);
    for line in trace.lines().map(str::trim) {
        if line.starts_with("<page") {
            out.push(Vec::new());
        } else if line.starts_with("<stroke_path") {
            let numbers: Vec<f64> =
                attribute(line, "transform").split(' ').map(|n| n.parse().unwrap()).collect();
            stroke =
                Some((attribute(line, "linewidth").parse().unwrap(), numbers.try_into().unwrap()));
        } else if line.starts_with("</stroke_path") {
            stroke = None;
        } else if let Some((width, t)) = stroke {
            let point = |l: &str| {
                let x: f64 = attribute(l, "x").parse().unwrap();
                let y: f64 = attribute(l, "y").parse().unwrap();
                (t[0] * x + t[2] * y + t[4], t[1] * x + t[3] * y + t[5])
            };
            if line.starts_with("<moveto") {
                from = point(line);
            } else if line.starts_with("<lineto") {
                let to = point(line);
                if (to.1 - from.1).abs() < 0.1 {
                    let rule = Rule {
                        x: from.0.min(to.0),
                        y: from.1,
                        length: (to.0 - from.0).abs(),
                        width: width * t[0].abs(),
                    };
                    out.last_mut().unwrap().push(rule);
                }
            }
        }
    }
    out
}

fn attribute<'a>(line: &'a str, name: &str) -> &'a str {
    let start = line.find(&format!(" {name}=\"")).unwrap() + name.len() + 3;
    line[start..].split('"').next().unwrap()
}

/// All rows of all pages, top to bottom. Raised and lowered marks join the row they belong to.
pub fn rows(pages: &[Page]) -> Vec<Row> {
    pages.iter().enumerate().flat_map(|(i, page)| rows_of(i + 1, page)).collect()
}

fn rows_of(number: usize, page: &Page) -> Vec<Row> {
    let mut glyphs: Vec<Glyph> = page.glyphs.clone();
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Row> = Vec::new();
    for g in glyphs {
        match rows.last_mut() {
            Some(row) if g.y - row.glyphs[0].y < 6.5 => row.glyphs.push(g),
            _ => rows.push(Row { page: number, glyphs: vec![g] }),
        }
    }
    for row in &mut rows {
        row.glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    rows.retain(|row| !row.text().is_empty());
    rows
}

/// The part of a page between two x positions, as rows.
pub fn column(page: &Page, number: usize, from: f64, to: f64) -> Vec<Row> {
    let part = Page {
        width: page.width,
        height: page.height,
        glyphs: page.glyphs.iter().filter(|g| g.x >= from && g.x < to).cloned().collect(),
        rules: vec![],
    };
    rows_of(number, &part)
}
