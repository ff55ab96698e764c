//! What each paragraph of the body is: căn cứ, the name of a part, an article, an item, running text.

use super::giay::{Giay, MotDoan};
use super::nhin::Nhin;
use crate::word::doc_word::dang::CanLe;
use crate::word::nhan_dang::tu::{dai, gon, khoa, toan_hoa};
use crate::word::nhan_dang::{DauDoan, dau_doan, la_quyet};

/// A paragraph of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Muc {
    CanCu,
    /// `Phần I`, `Chương II`, `Mục 1`.
    Phan,
    /// The title under it.
    TenPhan,
    /// `I. …`
    LaMa,
    Dieu,
    Diem,
    Van,
    /// In the middle or on the right: whatever it is.
    Ngoai,
    /// It is in a table or a frame, or says nothing.
    BoQua,
}

impl Muc {
    /// Whether it is set as running text is.
    pub fn loi_van(self) -> bool {
        matches!(self, Self::CanCu | Self::LaMa | Self::Dieu | Self::Diem | Self::Van)
    }
}

/// Longer than this no name of a part is.
const TEN_DAI: usize = 160;

/// The paragraphs of the body in order.
pub(super) fn doc<'g, 'w>(giay: &'g Giay<'w>) -> Vec<(Muc, &'g MotDoan<'w>)> {
    let body = giay.doan.iter().filter(|one| giay.bo_cuc.than.contains(&one.khoi));
    let mut out: Vec<(Muc, &MotDoan)> = Vec::new();
    for one in body {
        let last = out.iter().rev().find(|(muc, _)| *muc != Muc::BoQua).map(|(muc, _)| *muc);
        out.push((mot(one, last), one));
    }
    can_cu(giay, &mut out);
    out
}

fn mot(one: &MotDoan, last: Option<Muc>) -> Muc {
    if one.trong_bang || one.so == 0 || one.dang.trong_khung {
        return Muc::BoQua;
    }
    let text = gon(&one.chu);
    let centred = one.dang.can == CanLe::Giua;
    let bold = Nhin::ca(one).deu(|look| look.dam);
    let title = dai(&text) <= TEN_DAI && !text.ends_with([';', ',']);
    match dau_doan(&text).0 {
        DauDoan::Phan if (centred || (bold && dai(&text) < 24)) && title => Muc::Phan,
        DauDoan::LaMa if title && !text.ends_with('.') => Muc::LaMa,
        _ if one.dang.can == CanLe::Phai => Muc::Ngoai,
        _ if centred && last == Some(Muc::Phan) => Muc::TenPhan,
        _ if centred || la_quyet(&text) => Muc::Ngoai,
        DauDoan::Dieu(_) => Muc::Dieu,
        DauDoan::Chu => Muc::Diem,
        _ => Muc::Van,
    }
}

const CAN_CU: [&str; 4] = ["can cu ", "theo de nghi ", "xet ", "thuc hien "];

/// The list of căn cứ with which a body begins. Where only one stands, it may as well be a sentence, unless the kind
/// has such a list.
fn can_cu(giay: &Giay, all: &mut [(Muc, &MotDoan)]) {
    let quyet = giay
        .bo_cuc
        .dau
        .loai
        .is_some_and(|loai| ["nghi_quyet", "quyet_dinh"].contains(&loai.khoa()));
    let lead = |(muc, one): &(Muc, &MotDoan)| match muc {
        Muc::BoQua | Muc::Ngoai => true,
        _ => toan_hoa(&one.chu),
    };
    let start = all.iter().position(|one| !lead(one)).unwrap_or(all.len());
    // What stands over `QUYẾT ĐỊNH:` in italics is one, whatever it begins with.
    let decides = |(_, one): &(Muc, &MotDoan)| la_quyet(&gon(&one.chu));
    let until = all.iter().position(decides).filter(|_| quyet).unwrap_or_default();
    let over = all.get(start..until).unwrap_or_default();
    let slanted = |(_, one): &(Muc, &MotDoan)| Nhin::ca(one).deu(|look| look.nghieng);
    let all_slanted = over.iter().all(|one| one.0 == Muc::BoQua || slanted(one));
    let like = |at: usize, (muc, one): &(Muc, &MotDoan)| {
        let first = bat_dau_can_cu(giay, &one.chu) || (at < until && all_slanted);
        *muc == Muc::Van && first && !one.chu.trim_end().ends_with(':')
    };
    let behind = all.get(start..).unwrap_or_default();
    let mut run: Vec<usize> = Vec::new();
    for (i, one) in (start..).zip(behind) {
        match one.0 {
            Muc::BoQua if one.1.so == 0 => {}
            _ if like(i, one) => run.push(i),
            _ => break,
        }
    }
    let is = |i: usize, test: &dyn Fn(&str) -> bool| {
        all.get(i).is_some_and(|(_, one)| test(one.chu.trim_end()))
    };
    let begins = run
        .first()
        .is_some_and(|i| is(*i, &|text| khoa(sau_gach(giay, text)).starts_with("can cu ")));
    let listed = run.iter().any(|i| is(*i, &|text| text.ends_with(';')));
    let decided = all_slanted && until > start;
    if (begins || decided) && (quyet || (listed && run.len() > 1)) {
        for i in run {
            if let Some((muc, _)) = all.get_mut(i) {
                *muc = Muc::CanCu;
            }
        }
    }
}

/// Whether a text begins as căn cứ do.
pub(super) fn bat_dau_can_cu(giay: &Giay, text: &str) -> bool {
    let key = khoa(sau_gach(giay, text));
    CAN_CU.iter().any(|word| key.starts_with(word))
}

/// A căn cứ without the dash that the set puts before it.
fn sau_gach<'t>(giay: &Giay, text: &'t str) -> &'t str {
    match giay.t.trinh_bay.can_cu_gach {
        true => text.trim_start_matches(['-', '–', '—', ' ', '\t', '\u{a0}']),
        false => text,
    }
}
