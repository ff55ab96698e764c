//! Every letter of a document knows the field that says it, and none is wrong about it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::support::root;
use crate::support::truong::gia_tri;
use vanthu::compose::compile::{Compiled, Compiler, Task, own};
use vanthu::compose::document::{Block, CuoiTrang, DauTrang, Document, Inline, Text};
use vanthu::compose::fonts::Fonts;
use vanthu::compose::goc::{CacManh, Dong, Goc};
use vanthu::compose::soan::{OwnTemplates, soan};
use vanthu::compose::worker::Worker;
use vanthu::jobs::make::trang_co_gi;
use vanthu::layout::luong::Chon;
use vanthu::layout::trang::Hinh;
use vanthu::machine::worker::Limits;
use vanthu::model::Nguon;
use vanthu::reading::source::{HoSoNguon, read_ho_so};
use vanthu::reading::yaml::parse;
use vanthu::rules::check::check;
use vanthu::rules::soat::dat_cho;

/// Every hồ sơ that builds.
fn samples() -> Vec<PathBuf> {
    let folders = |dir: &str| -> Vec<PathBuf> {
        let entries = fs::read_dir(root().join(dir)).unwrap();
        entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect()
    };
    let sound = |p: &PathBuf| p.file_name().unwrap().to_string_lossy().starts_with("dung");
    let mut all = folders("data");
    all.retain(|p| {
        fs::read_dir(p).unwrap().any(|e| e.unwrap().path().extension().is_some_and(|e| e == "yaml"))
    });
    all.extend(folders("tests/cases").into_iter().filter(sound));
    all.sort();
    all
}

fn worker() -> Worker {
    let limits = Limits { time: Duration::from_secs(60), memory_mib: 512 };
    Worker::new(env!("CARGO_BIN_EXE_vanthu").into(), limits, None)
}

fn documents(path: &Path, fonts: &Fonts, worker: &Worker) -> (HoSoNguon, Vec<Document>) {
    let nguon = read_ho_so(path).unwrap();
    let found = check(&nguon, &|c| fonts.has(c));
    let sound = found.van_ban.iter().filter_map(|t| t.van_ban.as_ref());
    let made = sound.map(|van_ban| {
        let own = OwnTemplates { files: &nguon.mau, compiler: worker };
        soan(van_ban, fonts, Some(own)).unwrap()
    });
    let made = made.collect();
    (nguon, made)
}

/// A text of a document with where its letters come from.
struct Chu {
    chu: String,
    goc: CacManh,
}

fn of_blocks(blocks: &[Block], all: &mut Vec<Chu>) {
    for block in blocks {
        for inline in block.inlines() {
            match inline {
                Inline::Text(Text { chu, goc, .. }) => {
                    all.push(Chu { chu: chu.clone(), goc: goc.clone() });
                }
                Inline::Footnote { noi_dung } => of_blocks(noi_dung, all),
                Inline::LineBreak => {}
            }
        }
        if let Block::Table(table) = block {
            table.hang.iter().flatten().for_each(|cell| of_blocks(&cell.noi_dung, all));
        }
    }
}

fn of_lines<'d>(lines: impl IntoIterator<Item = &'d Dong>, all: &mut Vec<Chu>) {
    let chu = |line: &Dong| Chu { chu: line.to_string(), goc: line.goc().clone() };
    all.extend(lines.into_iter().map(chu));
}

fn of_head(head: &DauTrang, all: &mut Vec<Chu>) {
    of_lines(&head.co_quan_chu_quan, all);
    of_lines(&head.co_quan_ban_hanh, all);
    of_lines(&head.dia_danh_thoi_gian, all);
    of_lines(&head.ve_viec, all);
}

fn of_foot(foot: &CuoiTrang, all: &mut Vec<Chu>) {
    of_lines(&foot.noi_nhan, all);
    for signer in &foot.nguoi_ky {
        of_lines(&signer.quyen_han_chuc_vu, all);
        of_lines(signer.chuc_vu_khac.iter().chain([&signer.ho_ten]), all);
    }
}

fn texts(d: &Document) -> Vec<Chu> {
    let mut all = Vec::new();
    of_head(&d.dau_trang, &mut all);
    of_lines(&d.tieu_de.trich_yeu, &mut all);
    of_lines(&d.kinh_gui, &mut all);
    of_blocks(&d.than_bai, &mut all);
    of_foot(&d.cuoi_trang, &mut all);
    of_lines(&d.dia_chi, &mut all);
    for phu_luc in &d.phu_luc {
        phu_luc.dau_trang.iter().for_each(|head| of_head(head, &mut all));
        of_lines(&phu_luc.tieu_de, &mut all);
        of_blocks(&phu_luc.than_bai, &mut all);
    }
    if let Some(sao) = &d.ban_sao {
        // Where there is a stamp the office that copies stands in it alone.
        match &sao.con_dau {
            Some(stamp) => of_lines(&stamp.dong, &mut all),
            None => of_head(&sao.dau_trang, &mut all),
        }
        of_foot(&sao.cuoi_trang, &mut all);
    }
    all
}

fn letters(text: &str) -> String {
    text.to_uppercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Letters, without figures: those are mostly sums and numbers of the program's.
fn dem_chu(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// What the field says, as far as the piece goes.
fn said(nguon: &HoSoNguon, of: &Nguon) -> String {
    let file = |ten: &str| nguon.tep.iter().chain(&nguon.md).find(|tep| tep.ten == ten).unwrap();
    let tep = file(of.muc.tep());
    let (value, key) = match of.muc.la_chu() {
        true => (tep.text.clone(), String::new()),
        false => gia_tri(tep, &of.muc.duong()).unwrap_or_else(|| panic!("{of:?}")),
    };
    match &of.khoang {
        Some(khoang) => value.get(khoang.clone()).unwrap_or_else(|| panic!("{of:?}")).to_owned(),
        // The name of a province is a key.
        None => format!("{value} {key}"),
    }
}

/// Letters by what is known of them.
#[derive(Default)]
struct Dem {
    field: usize,
    own: usize,
    /// Words of a field's whose field isn't known.
    silent: usize,
    /// Dates, sums, citations: what the program made of the data, as no field says it.
    made: usize,
    cac_cau: BTreeMap<String, usize>,
}

impl Dem {
    fn xem(&mut self, text: &Chu, values: &[String]) {
        let mut at = 0;
        for piece in text.goc.iter() {
            self.khong_ro(&text.chu[at..piece.trong.start], values);
            let count = dem_chu(&text.chu[piece.trong.clone()]);
            match &piece.goc {
                Goc::Muc(_) => self.field += count,
                Goc::Mau => self.own += count,
                Goc::DuLieu(_) => panic!("a number is left"),
            }
            at = piece.trong.end;
        }
        self.khong_ro(&text.chu[at..], values);
    }

    fn khong_ro(&mut self, words: &str, values: &[String]) {
        let bare = letters(words);
        if values.iter().any(|value| value.contains(&bare)) {
            self.silent += dem_chu(words);
            if dem_chu(words) > 0 {
                *self.cac_cau.entry(words.trim().to_owned()).or_default() += 1;
            }
        } else {
            self.made += dem_chu(words);
        }
    }
}

/// Letters of runs that know their field, or of texts.
fn known<'t>(texts: impl IntoIterator<Item = (&'t str, &'t CacManh)>) -> usize {
    let of_field = |(chu, goc): (&'t str, &'t CacManh)| -> usize {
        let fields = goc.iter().filter(|piece| matches!(piece.goc, Goc::Muc(_)));
        fields.map(|piece| dem_chu(&chu[piece.trong.clone()])).sum()
    };
    texts.into_iter().map(of_field).sum()
}

#[test]
fn what_a_text_knows_each_run_on_the_pages_knows() {
    let (fonts, worker) = (Fonts::bundled().unwrap(), worker());
    for path in samples() {
        for document in documents(&path, &fonts, &worker).1 {
            let pages = vanthu::layout::trang(&document, &fonts, Chon::default());
            let drawn = pages.trang.iter().flat_map(|trang| &trang.ve);
            let runs = drawn.filter(|ve| ve.la.is_some()).filter_map(|ve| match &ve.hinh {
                Hinh::Chu(run) => Some((run.chu.as_str(), &run.goc)),
                _ => None,
            });
            let all = texts(&document);
            let in_document = known(all.iter().map(|text| (text.chu.as_str(), &text.goc)));
            assert!(in_document > 0, "{}", path.display());
            assert_eq!(known(runs), in_document, "{}", path.display());
        }
    }
}

#[test]
fn nearly_every_letter_knows_its_field_and_none_is_wrong() {
    let (fonts, worker) = (Fonts::bundled().unwrap(), worker());
    let mut dem = Dem::default();
    let mut wrong = Vec::new();
    for path in samples() {
        let (nguon, made) = documents(&path, &fonts, &worker);
        let mut values: Vec<String> = nguon.md.iter().map(|tep| letters(&tep.text)).collect();
        for tree in nguon.tep.iter().filter_map(|tep| parse(tep).0) {
            values.extend(tree.texts().iter().map(|(text, _)| letters(text)));
        }
        for text in made.iter().flat_map(texts) {
            for piece in text.goc.iter() {
                let Goc::Muc(of) = &piece.goc else { continue };
                let words = &text.chu[piece.trong.clone()];
                if !letters(&said(&nguon, of)).contains(&letters(words)) {
                    wrong.push(format!("{}: “{words}” of {of:?}", path.display()));
                }
            }
            dem.xem(&text, &values);
        }
    }
    let Dem { field, own, silent, made, cac_cau } = dem;
    let share = field as f64 / (field + silent) as f64;
    println!("letters: of fields {field}, templates {own}, unknown {silent}, made {made}");
    println!("{:.2} % of the letters that fields say know theirs", share * 100.0);
    let all = field as f64 / (field + silent + made) as f64;
    println!("{:.2} % of these and of what was made of data", all * 100.0);
    let mut worst: Vec<_> = cac_cau.iter().map(|(t, n)| (t.chars().count() * n, t, n)).collect();
    worst.sort();
    for (letters, text, n) in worst.iter().rev().take(30) {
        println!("  {letters:5} {n:3} x {}", text.chars().take(100).collect::<String>());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(share >= 0.95, "{share}");
}

fn task(template: &str, data: &str, goc: &[Option<usize>]) -> Task {
    Task {
        main: "/noi-dung/a.typ".into(),
        files: [("/noi-dung/a.typ".to_owned(), template.to_owned())].into(),
        data: serde_json::from_str(data).unwrap(),
        goc: goc.to_vec(),
    }
}

/// Each piece of the text with the number of its field; none where it isn't one's.
fn pieces(said: &Compiled) -> Vec<(String, Option<usize>)> {
    let mut all = Vec::new();
    let mut texts = Vec::new();
    of_blocks(&said.than_bai, &mut texts);
    for Chu { chu, goc } in texts {
        let mut at = 0;
        let mut add = |words: &str, so| {
            if !words.trim().is_empty() {
                all.push((words.trim().to_owned(), so));
            }
        };
        for piece in goc.iter() {
            add(&chu[at..piece.trong.start], None);
            let so = match piece.goc {
                Goc::DuLieu(so) => Some(so),
                _ => None,
            };
            add(&chu[piece.trong.clone()], so);
            at = piece.trong.end;
        }
        add(&chu[at..], None);
    }
    all
}

fn compiled(template: &str, data: &str, goc: &[Option<usize>]) -> Vec<(String, Option<usize>)> {
    pieces(&own(&task(template, data, goc), &Fonts::bundled().unwrap()).unwrap())
}

const DOC: &str = "#let d = json(\"/du-lieu.json\")\n";

fn told(words: &str, so: Option<usize>) -> (String, Option<usize>) {
    (words.to_owned(), so)
}

#[test]
fn a_text_is_known_where_it_is_printed_as_it_is() {
    let data = r#"{"a":"Ban Pháp chế","b":"Văn phòng Hội đồng nhân dân Tỉnh"}"#;
    let found = compiled(&format!("{DOC}Gửi #d.a và *#d.b*."), data, &[Some(7), Some(3)]);
    assert_eq!(
        found,
        [
            told("Gửi", None),
            told("Ban Pháp chế", Some(7)),
            told("và", None),
            told("Văn phòng Hội đồng nhân dân Tỉnh", Some(3)),
            told(".", None),
        ]
    );
    // In capitals by its looks it is the same text.
    let found = compiled(&format!("{DOC}#upper[#d.a]"), data, &[Some(7), Some(3)]);
    assert_eq!(found, [told("BAN PHÁP CHẾ", Some(7))]);
}

#[test]
fn a_text_that_the_template_made_of_others_is_nobody_s() {
    let data = r#"{"a":"Ban Pháp chế Hội đồng","b":"Ban"}"#;
    let goc = [Some(0), Some(1)];
    for made in [
        "#upper(d.a)",
        "#(d.a + \" x\")",
        "#d.a.slice(0, 3)",
        "#d.a.replace(\"Ban\", \"Sở\")",
        "#d.a.split(\" \").at(0)",
    ] {
        let found = compiled(&format!("{DOC}{made}"), data, &goc);
        assert!(found.iter().all(|(_, so)| so.is_none()), "{made}: {found:?}");
        assert_eq!(found.len(), 1);
    }
    // Equality, length and the like are those of any text.
    let found = compiled(
        &format!("{DOC}#if d.b == \"Ban\" and d.b.len() == 3 and type(d.b) == str [đúng]"),
        data,
        &goc,
    );
    assert_eq!(found, [told("đúng", None)]);
}

/// The numbers of what begins with `Ban`.
fn ban(template: &str, data: &str, goc: &[Option<usize>]) -> Vec<Option<usize>> {
    let all = compiled(&format!("{DOC}{template}"), data, goc).into_iter();
    all.filter(|(words, _)| words.starts_with("Ban")).map(|(_, so)| so).collect()
}

#[test]
fn texts_of_two_fields_are_told_apart_only_if_none_was_remembered() {
    let data = r#"{"a":"Ban Pháp chế","b":"Ban Pháp chế","c":"Ban Dân tộc"}"#;
    let three = [Some(0), Some(1), Some(2)];
    assert_eq!(ban("#d.a, #d.b, #d.c", data, &three), three);
    assert_eq!(ban("#d.a; #d.b; #d.a; #d.b", data, &three), [Some(0), Some(1), Some(0), Some(1)]);
    // One of them oftener, or not at all: it may have been said in the place of the other.
    assert_eq!(ban("#d.a; #d.a, #d.c", data, &three), [None, None, Some(2)]);
    assert_eq!(ban("#d.a, #d.c.", data, &three), [None, Some(2)]);
    // What a function is remembered to have said about the one, it says about the other.
    let f = "#let f(x) = [#x, ]\n#for x in (d.a, d.b) { f(x) }#d.c";
    assert_eq!(ban(f, data, &three), [None, None, Some(2)]);
    assert_eq!(ban(f, data, &three), [None, None, Some(2)]);
    // The same field is one text; a text that the program made is none's.
    assert_eq!(
        ban("#d.a! #d.b, #d.c", data, &[Some(5), Some(5), Some(2)]),
        [Some(5), Some(5), Some(2)]
    );
    let found = ban("#d.a? #d.b, #d.c", data, &[Some(0), None, Some(2)]);
    assert_eq!((found[0], found[2]), (Some(0), Some(2)));
    assert!(found[1].is_none_or(|so| so > 2), "{found:?}");
}

#[test]
fn a_text_that_the_template_says_too_is_nobody_s() {
    let data = r#"{"a":"Hội đồng nhân dân Tỉnh"}"#;
    let say = "#let f(x) = [#x]\n#f(\"Hội đồng nhân dân Tỉnh\"), #f(d.a)";
    let found = compiled(&format!("{DOC}{say}"), data, &[Some(0)]);
    assert!(found.iter().all(|(_, so)| so.is_none()), "{found:?}");
}

/// Typst remembers what a function said about an equal text in an earlier document.
#[test]
fn later_documents_of_the_process_are_not_told_of_earlier_ones() {
    let say = format!("{DOC}#let f(x) = [Kính gửi #x]\n#f(d.a)\n\n#f(d.b)");
    let of = |a: &str, b: &str| -> Vec<Option<usize>> {
        let data = format!(r#"{{"a":"{a}","b":"{b}"}}"#);
        let all = compiled(&say, &data, &[Some(0), Some(1)]).into_iter();
        all.filter(|(words, _)| !words.starts_with("Kính")).map(|(_, so)| so).collect()
    };
    let (x, y, z) = ("Sở Tài chính tỉnh", "Sở Nội vụ tỉnh", "Sở Tư pháp tỉnh");
    for _ in 0..2 {
        assert_eq!(of(x, y), [Some(0), Some(1)]);
        assert_eq!(of(y, x), [Some(0), Some(1)]);
        assert_eq!(of(z, x), [Some(0), Some(1)]);
        // Both are remembered by now, or one is said in the place of the other.
        assert_eq!(of(x, x), [None, None]);
    }
}

#[test]
fn a_template_in_another_process_says_the_same() {
    let data = r#"{"a":"Ban Pháp chế","b":"Văn phòng Tỉnh ủy","c":"Ban Pháp chế "}"#;
    let say =
        format!("{DOC}= #d.a\n#d.b#footnote[Theo #d.a]\n#table(columns: (1fr,), d.b, upper(d.b))");
    let task = task(&say, data, &[Some(0), Some(1), None]);
    let here = own(&task, &Fonts::bundled().unwrap()).unwrap();
    let there = worker().compile(&task, "a.typ").unwrap();
    assert_eq!(pieces(&there), pieces(&here));
    assert!(pieces(&there).contains(&told("Văn phòng Tỉnh ủy", Some(1))));
}

/// A file beside the template may hold the same words.
#[test]
fn a_text_of_the_office_s_own_data_is_nobody_s() {
    let mut task =
        task(&format!("{DOC}#d.a, #json(\"b.json\").at(0)"), r#"{"a":"Ban Pháp chế"}"#, &[Some(0)]);
    task.files.insert("/noi-dung/b.json".into(), r#"["Ban Pháp chế"]"#.into());
    let found = pieces(&own(&task, &Fonts::bundled().unwrap()).unwrap());
    assert!(found.iter().all(|(_, so)| so.is_none()), "{found:?}");
}

#[test]
fn a_word_too_wide_for_its_line_is_told_with_its_place() {
    let dir = tempfile::tempdir().unwrap();
    fs::copy(root().join("data/dong-thap-2023/co-quan.yaml"), dir.path().join("co-quan.yaml"))
        .unwrap();
    let word = "x".repeat(120);
    let head = "loai: thong_bao\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Kết quả\nnoi_nhan: [Các Ban]\nluu: VT\n";
    let fonts = Fonts::bundled().unwrap();
    let found = |body: &str, md: Option<&str>| {
        fs::write(dir.path().join("thong-bao.yaml"), format!("{head}noi_dung: {body}\n")).unwrap();
        if let Some(md) = md {
            fs::write(dir.path().join("than.md"), md).unwrap();
        }
        let nguon = read_ho_so(dir.path()).unwrap();
        let made = check(&nguon, &|c| fonts.has(c)).van_ban.remove(0).van_ban.unwrap();
        let found = trang_co_gi(&soan(&made, &fonts, None).unwrap(), &fonts).unwrap();
        let found = dat_cho(found, nguon.tep.iter().chain(&nguon.md));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].code, "word-too-long");
        let place = found[0].place.clone().unwrap();
        let field = place.field.clone().unwrap();
        let file = Path::new(&place.file).file_name().unwrap().to_string_lossy().into_owned();
        (file, place.line, place.column, field.path, field.line)
    };
    let body = format!("|\n  Một đoạn.\n\n  Đoạn *hai* có\n  từ {word} ở **đây**.");
    assert_eq!(found(&body, None), ("thong-bao.yaml".into(), 10, 6, "noi_dung".into(), Some(4)));
    let md = format!("Một đoạn.\n\nĐoạn hai có {word}.\n");
    assert_eq!(found("than.md", Some(&md)), ("than.md".into(), 3, 13, "noi_dung".into(), Some(3)));
}
