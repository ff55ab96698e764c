//! Pages as numbers, without reading a PDF: notes with their marks, no line alone, nothing over anything else.

use std::collections::{BTreeMap, BTreeSet};

use vanthu::compose::document::Document;
use vanthu::compose::fonts::Fonts;
use vanthu::compose::soan::soan;
use vanthu::layout::trang::{CacTrang, Con, Hinh, La, Trang, Vai};
use vanthu::reading::source::read_ho_so;
use vanthu::rules::check::check;

const OFFICE: &str = "ten: Văn phòng Đoàn ĐBQH và HĐND tỉnh Đồng Tháp\nco_quan_ban_hanh: VĂN PHÒNG\n\
    dia_danh: Đồng Tháp\nky_hieu: VP\nnguoi_ky:\n  chanh: {dong: CHÁNH VĂN PHÒNG, ho_ten: Nguyễn Văn An}\n\
    noi_nhan: [Các Ban của HĐND Tỉnh]\nluu: VT\n";

/// Running text of so many words.
fn words(count: usize) -> String {
    let all = ["Ủy ban", "nhân dân", "tỉnh", "đề nghị", "các cơ quan", "thực hiện", "nghiêm túc"];
    let text: Vec<&str> = all.iter().cycle().take(count).copied().collect();
    format!("{}.", text.join(" "))
}

/// A notice with this body.
fn document(body: &str) -> Document {
    let dir = tempfile::tempdir().unwrap();
    let head =
        "loai: thong_bao\nso: 27\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Kết luận\nnguoi_ky: chanh\n";
    std::fs::write(dir.path().join("co-quan.yaml"), OFFICE).unwrap();
    std::fs::write(dir.path().join("tb.yaml"), format!("{head}noi_dung: than.md\n")).unwrap();
    std::fs::write(dir.path().join("than.md"), body).unwrap();
    let fonts = Fonts::bundled().unwrap();
    let nguon = read_ho_so(dir.path()).unwrap();
    let read = check(&nguon, &|c| fonts.has(c));
    let van_ban = read.van_ban.first().and_then(|t| t.van_ban.as_ref());
    soan(van_ban.unwrap_or_else(|| panic!("{:#?}", read.diagnostics)), &fonts, None).unwrap()
}

fn pages(body: &str) -> CacTrang {
    vanthu::layout::trang(&document(body), &Fonts::bundled().unwrap(), Default::default())
}

/// Where the letters of each leaf stand: page and baseline.
fn lines(pages: &CacTrang) -> BTreeMap<La, BTreeSet<(usize, i64)>> {
    let mut out: BTreeMap<La, BTreeSet<(usize, i64)>> = BTreeMap::new();
    for (number, page) in pages.trang.iter().enumerate() {
        for ve in &page.ve {
            if let (Some(la), Hinh::Chu(chu)) = (ve.la, &ve.hinh) {
                let at = (number, (chu.chan * 100.0).round() as i64);
                out.entry(la).or_default().insert(at);
            }
        }
    }
    out
}

/// All leaves below a node.
fn leaves(pages: &CacTrang, node: usize) -> Vec<La> {
    let children = &pages.cau_truc.nut[node].con;
    let each = children.iter().flat_map(|con| match con {
        Con::La(la) => vec![*la],
        Con::Nut(node) => leaves(pages, *node),
    });
    each.collect()
}

/// Every note begins on the page of its mark; how many there are.
fn assert_notes_with_their_marks(pages: &CacTrang, what: &str) -> usize {
    let lines = lines(pages);
    let first = |node: usize| {
        let page =
            leaves(pages, node).iter().filter_map(|la| lines.get(la)?.first().copied()).min();
        page.unwrap().0
    };
    let of = |vai: &Vai| {
        let all = pages.cau_truc.nut.iter().enumerate();
        all.filter(|(_, nut)| nut.vai == *vai).map(|(i, _)| i).collect::<Vec<_>>()
    };
    let (marks, notes) = (of(&Vai::DauChuThich), of(&Vai::ChuThich));
    assert_eq!(marks.len(), notes.len(), "{what}");
    for (so, (mark, note)) in marks.iter().zip(&notes).enumerate() {
        assert_eq!(first(*mark), first(*note), "{what}: chú thích {}", so + 1);
    }
    notes.len()
}

/// No paragraph leaves one line alone at a page's end or begin, unless it has no more than three.
fn assert_no_line_alone(pages: &CacTrang, what: &str) {
    let lines = lines(pages);
    for (i, nut) in pages.cau_truc.nut.iter().enumerate() {
        if nut.vai != Vai::Doan && nut.vai != Vai::ThanMuc {
            continue;
        }
        let mut per_page: BTreeMap<usize, BTreeSet<i64>> = BTreeMap::new();
        for la in nut.con.iter().filter_map(|con| match con {
            Con::La(la) => Some(la),
            Con::Nut(_) => None,
        }) {
            for (page, y) in lines.get(la).into_iter().flatten() {
                per_page.entry(*page).or_default().insert(*y);
            }
        }
        if per_page.len() > 1 {
            assert!(per_page.values().all(|ys| ys.len() >= 2), "{what}: đoạn {i}: {per_page:?}");
        }
    }
}

/// Lines stand one below the other: no two in the same place come closer than their letters are high, and none
/// leaves the paper's margins.
fn assert_nothing_overlaps(pages: &CacTrang, what: &str) {
    for (number, page) in pages.trang.iter().enumerate() {
        let text = page.ve.iter().filter_map(|ve| match &ve.hinh {
            Hinh::Chu(chu) if ve.la.is_some() => Some(chu),
            _ => None,
        });
        let bottom = page.cao - 20.0 * 72.0 / 25.4;
        let mut boxes: Vec<(f64, f64, f64, f64)> = Vec::new();
        let fonts = Fonts::bundled().unwrap();
        for chu in text {
            let rong: f64 = chu.chu.chars().map(|c| fonts.advance(c, chu.kieu) * chu.co).sum();
            let cao = (chu.chan - 0.6 * chu.co, chu.chan);
            assert!(chu.chan <= bottom + 0.5, "{what}: trang {}: {}", number + 1, chu.chu);
            for (x1, x2, y1, y2) in &boxes {
                let apart = chu.x + rong < x1 + 0.5 || chu.x > x2 - 0.5;
                let over = cao.0 < y2 - 0.5 && cao.1 > y1 + 0.5;
                let raised = (cao.1 - y2).abs() < 0.6 * chu.co;
                assert!(apart || !over || raised, "{what}: trang {}: {}", number + 1, chu.chu);
            }
            boxes.push((chu.x, chu.x + rong, cao.0, cao.1));
        }
    }
}

fn assert_sound(pages: &CacTrang, what: &str) {
    assert_notes_with_their_marks(pages, what);
    assert_no_line_alone(pages, what);
    assert_nothing_overlaps(pages, what);
}

/// So many one-line paragraphs.
fn filler(count: usize) -> String {
    (0..count).map(|i| format!("Đoạn {i}.\n\n")).collect()
}

#[test]
fn a_note_of_the_last_paragraph_stands_on_the_page_of_its_mark() {
    let mut seen = BTreeSet::new();
    for count in 0..40 {
        let body = format!("{}{}[^a]\n\n[^a]: {}\n", filler(count), words(30), words(60));
        let pages = pages(&body);
        assert_sound(&pages, &format!("{count} đoạn"));
        seen.insert(pages.trang.len());
    }
    assert!(seen.len() > 1, "the sweep crosses a page's end: {seen:?}");
}

#[test]
fn notes_of_heads_and_items_stand_on_the_page_of_their_marks() {
    for count in 0..40 {
        let body = format!(
            "{}# Đề mục[^a]\n\n{}\n\n- {}[^b]\n\n{}\n\n[^a]: {}\n\n[^b]: {}\n",
            filler(count),
            words(40),
            words(30),
            words(20),
            words(20),
            words(50)
        );
        assert_sound(&pages(&body), &format!("{count} đoạn"));
    }
}

#[test]
fn a_note_in_every_row_of_a_table_stands_on_the_page_of_its_mark() {
    for count in 0..30 {
        let rows: String = (1..=18)
            .map(|i| format!("| {i} | {}[^n{i}] | Văn phòng |\n", words(4 + i % 5)))
            .collect();
        let notes: String = (1..=18).map(|i| format!("[^n{i}]: {}\n\n", words(8))).collect();
        let table = format!("| TT | Nội dung | Đơn vị |\n|---|---------|----|\n{rows}");
        let pages = pages(&format!("{}{table}\n{}\n\n{notes}", filler(count), words(30)));
        assert_eq!(assert_notes_with_their_marks(&pages, &format!("{count} đoạn")), 18);
        assert_sound(&pages, &format!("{count} đoạn"));
    }
}

/// Cells over three rows each, the first with its note: their rows and the note stay together, wherever they begin.
#[test]
fn a_note_in_a_cell_over_several_rows_stands_on_the_page_of_its_mark() {
    let mut parted = 0;
    for count in 0..30 {
        let group = |i: usize| {
            let first = format!("| {} [^n{i}] | a | b |\n", words(8));
            format!("{first}| ^^ | {} | c |\n| ^^ | d | e |\n", words(10))
        };
        let rows: String = (1..=6).map(group).collect();
        let notes: String = (1..=6).map(|i| format!("[^n{i}]: {}\n\n", words(8))).collect();
        let table = format!("| Nhóm | Nội dung | Đơn vị |\n|-----|---------|----|\n{rows}");
        let pages = pages(&format!("{}{table}\n{}\n\n{notes}", filler(count), words(30)));
        let what = format!("{count} đoạn");
        assert_eq!(assert_notes_with_their_marks(&pages, &what), 6);
        assert_sound(&pages, &what);
        parted += usize::from(pages.trang.len() > 1);
    }
    assert!(parted > 10, "tables go on on the next page: {parted}");
}

#[test]
fn a_page_break_begins_a_page_and_nothing_is_left_empty() {
    for count in 0..40 {
        let body = format!("{}{}\n\n{{sang trang}}\n\n{}\n", filler(count), words(30), words(20));
        let pages = pages(&body);
        assert_sound(&pages, &format!("{count} đoạn"));
        let lines = lines(&pages);
        let said = words_of(&pages);
        let long = pages.cau_truc.nut.iter().enumerate().filter(|(_, nut)| nut.vai == Vai::Doan);
        let on: Vec<BTreeSet<usize>> = long
            .map(|(node, _)| leaves(&pages, node))
            .filter(|leaves| {
                leaves.iter().any(|la| said.get(la).is_some_and(|t| t.starts_with("Ủy ban nhân")))
            })
            .map(|leaves| leaves.iter().flat_map(|la| &lines[la]).map(|(page, _)| *page).collect())
            .collect();
        let [before, after] = on.as_slice() else { panic!("{count}: {on:?}") };
        assert_eq!(before.last().map(|page| page + 1), after.first().copied(), "{count}");
    }
}

/// The words of each leaf.
fn words_of(pages: &CacTrang) -> BTreeMap<La, String> {
    let mut out: BTreeMap<La, String> = BTreeMap::new();
    for ve in pages.trang.iter().flat_map(|page| &page.ve) {
        if let (Some(la), Hinh::Chu(chu)) = (ve.la, &ve.hinh) {
            out.entry(la).or_default().push_str(&chu.chu);
        }
    }
    out
}

#[test]
fn paragraphs_of_one_to_six_lines_leave_no_line_alone() {
    for length in 1..=6 {
        for count in 0..30 {
            let par = format!("{}\n\n", words(7 * length));
            let body = format!("{}{}", filler(count), par.repeat(8));
            assert_sound(&pages(&body), &format!("{length} dòng, {count} đoạn"));
        }
    }
}

#[test]
fn rows_end_at_every_height_of_the_page_and_never_split() {
    for count in 0..30 {
        let rows: String =
            (1..=30).map(|i| format!("| {i} | {} | x |\n", words(3 + (i * 7) % 23))).collect();
        let table = format!("| TT | Nội dung | Đơn vị |\n|---|---------|----|\n{rows}");
        let pages = pages(&format!("{}{table}\n{}\n", filler(count), words(30)));
        assert_nothing_overlaps(&pages, &format!("{count} đoạn"));
        let lines = lines(&pages);
        for (i, nut) in pages.cau_truc.nut.iter().enumerate() {
            if nut.vai == Vai::Hang {
                let found: BTreeSet<usize> = leaves(&pages, i)
                    .iter()
                    .flat_map(|la| lines.get(la).into_iter().flatten().map(|(page, _)| *page))
                    .collect();
                assert!(found.len() <= 1, "{count} đoạn: một hàng trên các trang {found:?}");
            }
        }
    }
}

#[test]
fn a_note_longer_than_its_page_runs_on_and_loses_nothing() {
    let text = words(900);
    let pages = pages(&format!("{}Có chú thích.[^a]\n\nHết.\n\n[^a]: {text}\n", filler(20)));
    let of_note = pages.cau_truc.nut.iter().position(|nut| nut.vai == Vai::ChuThich).unwrap();
    let own: BTreeSet<La> = leaves(&pages, of_note).into_iter().collect();
    let mut said = String::new();
    for ve in pages.trang.iter().flat_map(|page| &page.ve) {
        if let (Some(la), Hinh::Chu(chu)) = (ve.la, &ve.hinh)
            && own.contains(&la)
        {
            said.push_str(&chu.chu);
        }
    }
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(letters(&said), format!("1{}", letters(&text)));
    assert_sound(&pages, "chú thích dài");
}

#[test]
fn the_same_document_makes_the_same_pages() {
    let body = format!("# Một\n\n{}[^a]\n\n[^a]: {}\n", words(200), words(20));
    assert_eq!(pages(&body), pages(&body));
}

/// A table whose head has cells over three rows, one of them with a note, and so many rows.
fn bang_dau_gop(rows: usize) -> String {
    let head = "| TT | Ấp[^a] | Số người ||| Ghi chú |\n| ^^ | ^^ | Nam || Nữ | ^^ |\n| ^^ | ^^ | Trẻ | Già | ^^ | ^^ |\n        |:--:|----|:--:|:--:|:--:|----|\n";
    let head = head.replace("| Trẻ | Già | ^^ | ^^ |", "| Trẻ | Già | Chung | ^^ |");
    let rows: String =
        (1..=rows).map(|i| format!("| {i} | Ấp {i} | 10 | 20 | 5 | ghi |\n")).collect();
    format!("Số liệu như sau:\n\n{head}{rows}\nHết.\n\n[^a]: Một ghi chú.\n")
}

/// A repeated head has every cell again, those over several rows too, each in the same place, and all of it only decorates.
#[test]
fn a_repeated_head_has_the_cells_over_several_rows() {
    let pages = pages(&bang_dau_gop(60));
    assert!(pages.trang.len() >= 3);
    let words = |page: &Trang, read: bool| -> Vec<(String, i64)> {
        let own = page.ve.iter().filter(|ve| ve.la.is_some() == read);
        let texts = own.filter_map(|ve| match &ve.hinh {
            Hinh::Chu(chu) => Some((chu.chu.trim().to_owned(), (chu.x * 10.0).round() as i64)),
            _ => None,
        });
        texts.collect()
    };
    let first = words(&pages.trang[0], true);
    for page in &pages.trang[1..] {
        let again = words(page, false);
        for word in ["TT", "Ấp", "Số người", "Nam", "Nữ", "Trẻ", "Già", "Chung", "Ghi chú"]
        {
            let at = first.iter().find(|(own, _)| own == word);
            let at = at.unwrap_or_else(|| panic!("{word}: {first:?}"));
            assert!(again.contains(at), "trang {}: thiếu “{word}”: {again:?}", page.so);
        }
        assert!(!words(page, true).iter().any(|(own, _)| own == "TT" || own == "Ghi chú"));
    }
    assert_sound(&pages, "đầu bảng ba hàng");
}

/// The total never stands alone under the repeated head.
#[test]
fn the_total_takes_the_row_before_along() {
    for count in 0..40 {
        let rows: String = (1..=24).map(|i| format!("| {i} | Ấp {i} | 10 |\n")).collect();
        let body = format!(
            "{}| TT | Ấp | Số hộ |\n|---|---|---|\n{rows}| Tổng cộng || 240 |\n\nHết.\n",
            filler(count)
        );
        let pages = pages(&body);
        let page = |word: &str| {
            pages.trang.iter().position(|page| {
                let mut texts = page.ve.iter().filter(|ve| ve.la.is_some());
                texts.any(|ve| matches!(&ve.hinh, Hinh::Chu(chu) if chu.chu.trim() == word))
            })
        };
        assert_eq!(page("Ấp 24").unwrap(), page("Tổng cộng").unwrap(), "{count}");
    }
}

/// No word of a narrow column is cut while another has room.
#[test]
fn no_column_is_narrower_than_its_longest_word() {
    let wide = words(40);
    for drawn in
        ["|-|----|----|", "|:-:|-----------------------------------------|-|", "|---|---|---|"]
    {
        let body =
            format!("| STT | Nội dung | Nghiêng |\n{drawn}\n| 1 | {wide} | không |\n\nHết.\n");
        let pages = pages(&body);
        let cut = pages.trang.iter().flat_map(|page| &page.ve);
        let cut = cut.filter(|ve| matches!(&ve.hinh, Hinh::Chu(chu) if chu.cat)).count();
        assert_eq!(cut, 0, "{drawn}");
    }
}
