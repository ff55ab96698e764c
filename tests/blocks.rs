//! Content templates against the blocks they become. A case is a folder in `tests/blocks`: `mau.typ`,
//! maybe `du-lieu.json`, and `expected.txt` with the blocks or the faults. `BLESS=1` rewrites the latter.

use std::fmt::Write;
use std::path::Path;

use vanthu::compose::document::{Block, Inline};
use vanthu::compose::fonts::Fonts;
use vanthu::compose::world::TemplateWorld;
use vanthu::compose::{blocks, diagnose::diagnose, library};

/// Blocks as a person reads them: one a line, emphasis in marks, notes indented.
fn show(blocks: &[Block], depth: usize, out: &mut String) {
    let pad = "  ".repeat(depth);
    for block in blocks {
        let notes = match block {
            Block::Heading(h) => {
                let so = h.so.as_deref().unwrap_or("(không số)");
                write!(out, "{pad}đề mục {} {so} {}", h.cap, line(&h.noi_dung)).unwrap();
                if !h.lien_van.is_empty() {
                    write!(out, " ⇒ {}", line(&h.lien_van)).unwrap();
                }
                [&h.noi_dung[..], &h.lien_van].concat()
            }
            Block::Paragraph(p) => {
                write!(out, "{pad}đoạn {}", line(&p.noi_dung)).unwrap();
                p.noi_dung.clone()
            }
            Block::Item(i) => {
                write!(out, "{pad}mục {} {} {}", i.cap, i.dau, line(&i.noi_dung)).unwrap();
                i.noi_dung.clone()
            }
            Block::Picture(h) => {
                writeln!(out, "{pad}hình {} {:?}", h.ten, h.co_mm()).unwrap();
                continue;
            }
            Block::PageBreak => {
                writeln!(out, "{pad}sang trang").unwrap();
                continue;
            }
            Block::Table(t) => {
                writeln!(out, "{pad}bảng {:?}, {} hàng đầu", t.cot, t.so_hang_dau).unwrap();
                for row in &t.hang {
                    writeln!(out, "{pad}  hàng").unwrap();
                    for c in row {
                        writeln!(
                            out,
                            "{pad}    ô {} {}×{} {:?}",
                            c.cot, c.gop_cot, c.gop_hang, c.canh
                        )
                        .unwrap();
                        show(&c.noi_dung, depth + 3, out);
                    }
                }
                continue;
            }
        };
        out.push('\n');
        for inline in &notes {
            if let Inline::Footnote { noi_dung } = inline {
                writeln!(out, "{pad}  chú thích").unwrap();
                show(noi_dung, depth + 2, out);
            }
        }
    }
}

fn line(inlines: &[Inline]) -> String {
    let piece = |inline: &Inline| match inline {
        Inline::LineBreak => "⏎".to_owned(),
        Inline::Footnote { .. } => "[^]".to_owned(),
        Inline::Text(t) => {
            let marks = [
                (t.dam, "**"),
                (t.nghieng, "*"),
                (t.gach_chan, "_"),
                (t.chi_so_tren, "^"),
                (t.chi_so_duoi, "~"),
            ];
            let marks: String = marks.iter().filter(|(on, _)| *on).map(|(_, m)| *m).collect();
            format!("{marks}{}{}", t.chu, marks.chars().rev().collect::<String>())
        }
    };
    format!("«{}»", inlines.iter().map(piece).collect::<String>())
}

fn run(case: &Path, fonts: &Fonts) -> String {
    let template = std::fs::read_to_string(case.join("mau.typ")).unwrap();
    let data = std::fs::read(case.join("du-lieu.json"))
        .unwrap_or_else(|_| br#"{"noi_dung": {}, "cau_chu": {}}"#.to_vec());
    let world = TemplateWorld::with_text(
        &library::CONTENT,
        fonts,
        "/noi-dung/mau.typ",
        template,
        data.into(),
    )
    .unwrap();
    let mut out = String::new();
    match blocks::compile(&world) {
        Ok(found) => {
            show(&found.than_bai, 0, &mut out);
            for phu_luc in &found.phu_luc {
                let way = if phu_luc.ngang { "ngang" } else { "dọc" };
                writeln!(out, "phụ lục ({way}) «{}»", phu_luc.tieu_de.chu).unwrap();
                show(&phu_luc.than_bai, 1, &mut out);
            }
        }
        Err(faults) => {
            for d in diagnose(&world, &faults) {
                let place = d.place.map(|p| format!("{}:{}:{}", p.file, p.line, p.column));
                writeln!(out, "lỗi {}: {}", place.unwrap_or_default(), d.message).unwrap();
            }
        }
    }
    out
}

#[test]
fn templates_become_the_expected_blocks() {
    let fonts = Fonts::bundled().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/blocks");
    let mut cases: Vec<_> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 10);
    let mut wrong = Vec::new();
    for case in cases {
        let got = run(&case, &fonts);
        let file = case.join("expected.txt");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&file, &got).unwrap();
        }
        let want = std::fs::read_to_string(&file).unwrap_or_default();
        if got != want || got.is_empty() {
            wrong.push(format!("{}:\ncó:\n{got}\ncần:\n{want}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
