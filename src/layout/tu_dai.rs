//! Từ dài: words that no line can hold. They are cut where a line ends, in the PDF as in Word, and that is told.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::layout::trang::{CacTrang, CauTruc, Con, DoanChu, Hinh, La, Nut, Vai};

/// So many letters of a word name it.
const CHU_DAU: usize = 40;

/// A finding for each word that was cut. `tieu_de` names the document.
pub fn xem(pages: &CacTrang, tieu_de: &str) -> Vec<Diagnostic> {
    let ve = pages.trang.iter().flat_map(|trang| &trang.ve);
    // The head of a table is drawn on each of its pages, and read once.
    let drawn: Vec<(La, &DoanChu)> = ve
        .filter_map(|ve| match (&ve.hinh, ve.la) {
            (Hinh::Chu(chu), Some(la)) => Some((la, chu)),
            _ => None,
        })
        .collect();
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut goes_on = false;
    let mut cay: Option<Cay<'_>> = None;
    for (i, (la, chu)) in drawn.iter().enumerate() {
        // A long word may be cut more than once.
        let again = goes_on && !chu.chu.contains(' ');
        goes_on = chu.cat;
        if !chu.cat || again {
            continue;
        }
        let sau = drawn.get(i.saturating_add(1)..).unwrap_or_default();
        let cho = cay.get_or_insert_with(|| Cay::cua(&pages.cau_truc)).o_trong_bang(*la);
        let finding = canh_bao(&TuCat { chu, sau: phan_sau(*la, sau), cho }, tieu_de);
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
    found
}

/// A word that was cut.
struct TuCat<'a> {
    /// The line that it begins on, whose end it is.
    chu: &'a DoanChu,
    /// Its other letters.
    sau: String,
    /// The table and its row, both from 1.
    cho: Option<(usize, usize)>,
}

/// The rest of a word that begins in leaf `la`: up to a space on the lines behind it.
fn phan_sau(la: La, sau: &[(La, &DoanChu)]) -> String {
    let mut out = String::new();
    for (_, chu) in sau.iter().take_while(|(own, _)| *own == la) {
        let (word, ends) = match chu.chu.split_once(' ') {
            Some((word, _)) => (word, true),
            None => (chu.chu.as_str(), !chu.cat),
        };
        out.push_str(word);
        if ends {
            break;
        }
    }
    out
}

/// The structure, from its leaves up.
struct Cay<'a> {
    nut: &'a [Nut],
    /// Over each node and each leaf.
    cha: BTreeMap<ViTri, usize>,
}

/// A node or a leaf, by its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ViTri {
    Nut(usize),
    La(La),
}

impl From<Con> for ViTri {
    fn from(con: Con) -> Self {
        match con {
            Con::Nut(so) => Self::Nut(so),
            Con::La(la) => Self::La(la),
        }
    }
}

impl<'a> Cay<'a> {
    fn cua(cay: &'a CauTruc) -> Self {
        let nut = cay.nut.as_slice();
        let con = nut.iter().enumerate();
        let cha = con.flat_map(|(so, nut)| nut.con.iter().map(move |con| ((*con).into(), so)));
        Self { nut, cha: cha.collect() }
    }

    /// Which table of the document a leaf stands in, and in which row, both from 1.
    fn o_trong_bang(&self, la: La) -> Option<(usize, usize)> {
        let (mut at, mut hang) = (*self.cha.get(&ViTri::La(la))?, None);
        loop {
            let nut = self.nut.get(at)?;
            match nut.vai {
                Vai::Hang => hang = Some(Con::Nut(at)),
                Vai::Bang => {
                    let row = nut.con.iter().position(|con| Some(*con) == hang)?;
                    let tren = self.nut.get(..=at).unwrap_or_default();
                    let so = tren.iter().filter(|nut| nut.vai == Vai::Bang).count();
                    return Some((so, row.saturating_add(1)));
                }
                _ => {}
            }
            at = *self.cha.get(&ViTri::Nut(at))?;
        }
    }
}

fn canh_bao(tu: &TuCat<'_>, tieu_de: &str) -> Diagnostic {
    let TuCat { chu, sau, cho } = tu;
    let start = chu.chu.rfind(' ').map_or(0, |at| at.saturating_add(1));
    let head = chu.chu.get(start..).unwrap_or_default();
    let whole = format!("{head}{sau}");
    let ten = match whole.char_indices().nth(CHU_DAU) {
        Some((at, _)) => format!("{}…", whole.get(..at).unwrap_or_default()),
        None => whole,
    };
    let (noi, dong) = match cho {
        Some((bang, hang)) => (format!("bảng thứ {bang}, hàng {hang}: "), "ô"),
        None => (String::new(), "dòng"),
    };
    let message = format!("“{tieu_de}”: {noi}từ “{ten}” dài hơn {dong} của nó nên bị ngắt ở giữa");
    let found = Diagnostic::warning("word-too-long", message).hint(match cho {
        Some(_) => "thêm dấu cách hoặc dấu gạch nối vào chỗ muốn ngắt, kẻ thêm gạch cho cột ấy rộng ra, hoặc bớt cột; đường dẫn Internet thì rút gọn",
        None => "thêm dấu cách hoặc dấu gạch nối vào chỗ muốn ngắt; đường dẫn Internet thì rút gọn",
    });
    match chu.goc.tai(start) {
        Some((piece, nguon)) => {
            let end = piece.end.min(chu.chu.len());
            found.about(nguon.clone(), chu.chu.get(start..end).unwrap_or_default().to_owned())
        }
        None => found,
    }
}
