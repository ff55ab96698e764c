//! Cột: a column that came or went with all its cells is one change, and the cells beside it are the ones that they were.

use super::can::{Buoc, DonVi, can};
use crate::word::doc_word::{Bang, Doan, Hang, Khoi, O};

/// Tables of more columns are compared cell by cell.
const NHIEU_COT: usize = 64;

/// A column: its cells from above, without those that reach over several columns.
pub(super) struct Cot<'a> {
    pub thu: usize,
    o: Vec<&'a O>,
}

impl<'a> Cot<'a> {
    /// The words of its cells, that of its head first.
    pub fn chu(&self) -> Vec<String> {
        let of = |o: &&O| {
            let doan = o.khoi.iter().flat_map(Khoi::cac_doan).map(Doan::in_ra);
            doan.collect::<Vec<_>>().join(" ").trim().to_owned()
        };
        self.o.iter().map(of).collect()
    }

    /// `cột “Ghi chú”`, `cột 3`.
    pub fn ten(&self) -> String {
        match self.chu().first().filter(|head| !head.is_empty()) {
            Some(head) => format!("cột {}", super::cau::trich(head)),
            None => format!("cột {}", self.thu.saturating_add(1)),
        }
    }

    pub fn doan(&self) -> Vec<&'a Doan> {
        self.o.iter().flat_map(|o| o.khoi.iter().flat_map(Khoi::cac_doan)).collect()
    }
}

impl DonVi for Cot<'_> {
    fn cac_doan(&self) -> Vec<&Doan> {
        self.doan()
    }
}

/// The columns of both tables: those that only one has, and the places of those that stayed, the old one's first.
#[derive(Default)]
pub(super) struct GhepCot<'a> {
    pub bot: Vec<Cot<'a>>,
    pub them: Vec<Cot<'a>>,
    cap: Vec<(usize, usize)>,
}

/// What became of the columns; none where nothing says that one came or went, and nothing else.
pub(super) fn ghep<'a>(cu: &'a Bang, moi: &'a Bang) -> Option<GhepCot<'a>> {
    let (a, b) = (cac_cot(cu)?, cac_cot(moi)?);
    if a.len() == b.len() {
        return None;
    }
    let (mut bot, mut them, mut cap) = (Vec::new(), Vec::new(), Vec::new());
    for buoc in can(&a, &b) {
        match buoc {
            Buoc::Cap(x, y) => cap.push((x.thu, y.thu)),
            Buoc::Bot(x) => bot.push(x.thu),
            Buoc::Them(y) => them.push(y.thu),
        }
    }
    let one_way = bot.is_empty() != them.is_empty();
    let only = |all: Vec<Cot<'a>>, thu: &[usize]| {
        all.into_iter().filter(|cot| thu.contains(&cot.thu)).collect()
    };
    (one_way && !cap.is_empty()).then(|| GhepCot { bot: only(a, &bot), them: only(b, &them), cap })
}

/// The columns of a table that has several rows and columns; none if it has too many.
fn cac_cot(bang: &Bang) -> Option<Vec<Cot<'_>>> {
    let end = |hang: &Hang| hang.o.iter().map(|o| o.cot.saturating_add(o.gop_cot)).max();
    let count = bang.hang.iter().filter_map(end).max()?;
    if bang.hang.len() < 2 || !(1..=NHIEU_COT).contains(&count) {
        return None;
    }
    let cot = |thu: usize| {
        let cells = bang.hang.iter().flat_map(|hang| &hang.o);
        Cot { thu, o: cells.filter(|o| o.cot == thu && o.gop_cot == 1).collect() }
    };
    Some((0..count).map(cot).collect())
}

impl GhepCot<'_> {
    /// Which column of the new table is that of a cell of the old one: of a cell over several, the first that stayed.
    pub fn moi_cua(&self, o: &O) -> Option<usize> {
        let own = o.cot..o.cot.saturating_add(o.gop_cot);
        self.cap.iter().find(|(old, _)| own.contains(old)).map(|(_, new)| *new)
    }

    /// Whether a cell of the new table is in a column that stayed.
    pub fn con(&self, o: &O) -> bool {
        let own = o.cot..o.cot.saturating_add(o.gop_cot);
        self.cap.iter().any(|(_, new)| own.contains(new))
    }

    pub fn con_cu(&self, o: &O) -> bool {
        self.moi_cua(o).is_some()
    }
}

/// A row without the cells of columns that came or went.
pub(super) struct HangCon<'a> {
    pub hang: &'a Hang,
    pub o: Vec<&'a O>,
}

impl<'a> HangCon<'a> {
    pub fn cua(bang: &'a Bang, con: impl Fn(&O) -> bool) -> Vec<Self> {
        let row = |hang: &'a Hang| Self { hang, o: hang.o.iter().filter(|o| con(o)).collect() };
        bang.hang.iter().map(row).collect()
    }
}

impl DonVi for HangCon<'_> {
    fn cac_doan(&self) -> Vec<&Doan> {
        self.o.iter().flat_map(|o| o.khoi.iter().flat_map(Khoi::cac_doan)).collect()
    }

    fn trong(&self) -> bool {
        self.o.is_empty()
    }
}
