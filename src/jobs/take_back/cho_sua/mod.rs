//! Chỗ sửa: what somebody has changed in a Word file against the one that the source makes, place by place, and what the
//! source has changed since.

mod ai_doi;
mod bang;
mod doan;
mod khoi;
mod lech;
mod loi;
mod ngoai_chu;
mod so_dau;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use super::ban_do::{BanDo, SoDoan, phang};
use crate::word::dau_goc::DauGoc;
use crate::word::doc_word::{Khoi, TepWord, ThanhPhan};
use crate::word::so_sanh::can::Buoc;
use crate::writers::docx::dau_goc::cua_doan;
use lech::Lech;
pub use loi::chu_cai;
pub use so_dau::{SoDau, sau_so};

/// A place that was edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoSua {
    /// Where, in a reader's words.
    pub noi: String,
    /// What, in a sentence.
    pub cau: String,
    pub loai: Loai,
    /// The paragraph of the edited file, by its number in reading order; none for what went, and for more than one.
    pub moi: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loai {
    /// Bytes of a paragraph's text became others.
    Chu {
        goc: usize,
        khoang: Range<usize>,
        moi: String,
    },
    /// The number at the beginning of a paragraph is another one.
    So {
        goc: usize,
        cu: String,
        moi: String,
        /// How many bytes of the text the old one takes; none where Word counts it.
        trong_chu: Option<usize>,
    },
    /// A paragraph came, after one and before another of the same place.
    Them {
        truoc: Option<usize>,
        sau: Option<usize>,
        doan: DoanMoi,
    },
    /// A paragraph went.
    Bot {
        goc: usize,
    },
    /// A row came after another, which is the first of the table if none is said.
    ThemHang {
        truoc: Vec<usize>,
        o: Vec<String>,
    },
    BotHang {
        doan: Vec<usize>,
    },
    /// A whole table went: the paragraphs of each row.
    BotBang {
        hang: Vec<Vec<usize>>,
    },
    /// A head has another level, or is none any more.
    CapDeMuc,
    /// Both sides have changed the paragraph since the file was written.
    XungDot {
        goc: usize,
    },
    /// Letters stayed, their looks did not.
    TrinhBay,
    /// Something that no field says: pictures, notes, head and foot of the pages.
    Khac,
}

/// A paragraph that somebody has typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoanMoi {
    pub so: Option<String>,
    pub chu: String,
    /// The same with its bold and italic letters marked.
    pub md: String,
    pub thanh_phan: ThanhPhan,
    /// It stands in a cell of a table of the text.
    pub trong_o: bool,
}

/// All edits, and how many places only the source has changed since.
#[derive(Debug, Default)]
pub struct CacChoSua {
    pub cac: Vec<ChoSua>,
    pub nguon_doi: usize,
    /// The paragraphs of the edited file that are otherwise in the source, by their numbers.
    pub khac_nguon: BTreeSet<usize>,
    /// The words of paragraphs that only the source has.
    pub chi_nguon: HashSet<String>,
}

/// The edits from `cu`, which the source makes, to `moi`; `dau` says what the file was like that was edited.
pub fn tim(ban_do: &BanDo<'_>, cu: &TepWord, moi: &TepWord, dau: Option<&DauGoc>) -> CacChoSua {
    let nay = ban_do.doan.iter().map(|doan| cua_doan(&doan.chu)).collect();
    let so_moi = SoDoan::cua(&phang(&moi.khoi));
    let mut tim = Tim {
        ban_do,
        tep: (cu, moi),
        dau,
        nay,
        so_moi,
        trong_o: false,
        dang: None,
        lech: Lech::default(),
        ra: CacChoSua::default(),
    };
    tim.khoi(&cu.khoi, &moi.khoi);
    tim.ngoai_chu();
    tim.sang_trang();
    tim.ra
}

impl CacChoSua {
    /// The numbers of other heads follow from a level that is not taken.
    pub fn bo_so_theo_cap(&mut self, ban_do: &BanDo<'_>) {
        if self.cac.iter().all(|cho| cho.loai != Loai::CapDeMuc) {
            return;
        }
        let of_head = |goc: &usize| {
            ban_do.doan.get(*goc).is_some_and(|d| matches!(d.thanh_phan, ThanhPhan::DeMuc(..)))
        };
        self.cac.retain(|cho| !matches!(&cho.loai, Loai::So { goc, .. } if of_head(goc)));
    }
}

struct Tim<'a> {
    ban_do: &'a BanDo<'a>,
    tep: (&'a TepWord, &'a TepWord),
    dau: Option<&'a DauGoc>,
    /// The marks of what the source makes today.
    nay: HashSet<String>,
    /// The numbers of the edited file's paragraphs.
    so_moi: SoDoan,
    /// The paragraphs in hand stand in a cell of a table of the text.
    trong_o: bool,
    /// The paragraph of the edited file that is in hand.
    dang: Option<usize>,
    lech: Lech,
    ra: CacChoSua,
}

impl Tim<'_> {
    fn them(&mut self, noi: String, cau: String, loai: Loai) {
        self.ra.cac.push(ChoSua { noi, cau, loai, moi: self.dang });
    }

    /// The source has changed something since the file was written.
    fn nguon_doi(&mut self) {
        self.ra.nguon_doi = self.ra.nguon_doi.saturating_add(1);
        self.ra.khac_nguon.extend(self.dang);
    }
}

/// Whether a step changes letters.
fn khac_chu(buoc: &Buoc<'_, Khoi>) -> bool {
    match buoc {
        Buoc::Cap(a, b) => chu_cai(&a.cac_doan()) != chu_cai(&b.cac_doan()),
        Buoc::Bot(_) | Buoc::Them(_) => true,
    }
}

/// What all edits did to the words of the paragraphs that they left: the paragraph as it must come out.
pub fn sau_khi_sua(ban_do: &BanDo<'_>, cac: &[&ChoSua]) -> BTreeMap<usize, String> {
    let mut edits: BTreeMap<usize, Vec<(Range<usize>, &str)>> = BTreeMap::new();
    let so_moi: Vec<String> = cac.iter().map(|cho| so_truoc_chu(&cho.loai)).collect();
    for (cho, so_moi) in cac.iter().zip(&so_moi) {
        match &cho.loai {
            Loai::Chu { goc, khoang, moi } => {
                edits.entry(*goc).or_default().push((khoang.clone(), moi));
            }
            Loai::So { goc, trong_chu: Some(dai), .. } => {
                edits.entry(*goc).or_default().push((0..*dai, so_moi));
            }
            _ => {}
        }
    }
    let mut out = BTreeMap::new();
    for (goc, mut all) in edits {
        let mut text = ban_do.doan.get(goc).map(|doan| doan.chu.clone()).unwrap_or_default();
        all.sort_by_key(|(khoang, _)| std::cmp::Reverse((khoang.start, khoang.end)));
        for (khoang, moi) in all {
            if text.get(khoang.clone()).is_some() {
                text.replace_range(khoang, moi);
            }
        }
        out.insert(goc, text);
    }
    out
}

/// A new number as it stands before the text.
fn so_truoc_chu(loai: &Loai) -> String {
    match loai {
        Loai::So { moi, .. } if !moi.is_empty() => format!("{moi} "),
        _ => String::new(),
    }
}
