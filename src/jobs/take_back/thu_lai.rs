//! Thử lại: the patched source is built and held against what was promised, paragraph by paragraph.

use std::collections::{BTreeMap, BTreeSet};

use super::ban_do::{Ai, BanDo, phang};
use super::cho_sua::{ChoSua, Loai, sau_khi_sua};
use crate::compose::document::Document;
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::Diagnostic;
use crate::jobs::Means;
use crate::jobs::load::Loaded;
use crate::model::VanBan;
use crate::reading::source::HoSoNguon;
use crate::rules::check::check;
use crate::rules::soat::dat_cho;
use crate::word::doc_word::{self, Doan, MOC_CHU_THICH, TepWord};
use crate::word::nhan_dang::tu::toan_hoa;
use crate::word::so_sanh::chuan::chuan;
use crate::word::so_sanh::khop::khop_theo_moc;
use crate::writers::docx;

/// A paper that a source makes.
pub struct Dung {
    pub document: Document,
    pub word: TepWord,
    /// The errors of the whole hồ sơ.
    pub loi: Vec<Diagnostic>,
}

/// Makes the paper `ten` of the files as they are in memory.
pub fn dung(
    nguon: &HoSoNguon,
    ten: &str,
    loaded: &Loaded,
    means: &Means,
) -> Result<Dung, Vec<Diagnostic>> {
    let found = check(nguon, &|c| loaded.fonts.has(c));
    let loi: Vec<Diagnostic> = found.diagnostics.into_iter().filter(Diagnostic::is_error).collect();
    let van_ban: Option<&VanBan> =
        found.van_ban.iter().find(|t| t.ten == ten).and_then(|t| t.van_ban.as_ref());
    let Some(van_ban) = van_ban else { return Err(loi) };
    let own = OwnTemplates { files: &nguon.mau, compiler: means.compiler };
    let placed = |found| dat_cho(found, nguon.tep.iter().chain(&nguon.md));
    let document = soan(van_ban, &loaded.fonts, Some(own)).map_err(placed)?;
    let internal = |why: String| vec![Diagnostic::error("internal", why)];
    let bytes = docx::write_with(&document, false)
        .map_err(|fault| internal(format!("lỗi của chương trình khi làm Word: {fault}")))?;
    let word = doc_word::doc(&bytes)
        .map_err(|why| internal(format!("lỗi của chương trình: tệp Word vừa soạn {why}")))?;
    Ok(Dung { document, word, loi })
}

/// What came out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct RaSao {
    /// Edits that did not come out, by their numbers.
    pub hong: BTreeSet<usize>,
    /// What else has changed that no taken field says and nothing is made of.
    pub la: Vec<(String, String)>,
}

/// A paragraph that must come out.
struct Mong {
    /// As it is compared.
    chu: String,
    goc: Option<usize>,
    /// The edits that it depends on.
    cho: Vec<usize>,
    /// The same with the edits that are not taken, which may come out by themselves.
    ca: Option<String>,
    /// Its words, parted as they are to be.
    tu: Vec<String>,
}

/// As paragraphs are compared: what Word and printing change by themselves is no part of it.
fn gon(text: &str) -> String {
    let text = chuan(&text.replace(MOC_CHU_THICH, ""));
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words of a paragraph as spaces part them, without the mark at its end.
fn cac_tu(text: &str) -> Vec<String> {
    let text = chuan(&text.replace(MOC_CHU_THICH, ""));
    than(text.trim()).split_whitespace().map(str::to_owned).collect()
}

/// Without the mark at the end, which printing sets.
fn than(text: &str) -> &str {
    text.trim_start_matches('-').trim_end_matches([';', '.', ',', '/'])
}

/// Holds what came out against what was promised. `lay` says of each edit whether it is taken, `dung` which fields of
/// the map have changed.
pub fn so(
    ban_do: &BanDo<'_>,
    cac: &[ChoSua],
    lay: &BTreeSet<usize>,
    dung: &BTreeSet<usize>,
    ra: &TepWord,
) -> RaSao {
    let mong = mong(ban_do, cac, lay);
    let doan: Vec<&Doan> = phang(&ra.khoi).into_iter().filter(|doan| !doan.trong()).collect();
    let that: Vec<(String, String)> =
        doan.iter().map(|doan| (gon(&doan.chu), gon(&doan.in_ra()))).collect();
    let a: Vec<&str> = mong.iter().map(|mong| mong.chu.as_str()).collect();
    let b: Vec<&str> = that.iter().map(|(chu, _)| chu.as_str()).collect();
    let mut out = RaSao::default();
    for khop in khop_theo_moc(&a, &b) {
        let wanted = mong.get(khop.cu).unwrap_or_default();
        if khop.giong {
            let made = doan.get(khop.moi).unwrap_or_default();
            cach_chu(wanted, made, &mut out);
            continue;
        }
        let made = that.get(khop.moi.clone()).unwrap_or_default();
        let doan = doan.get(khop.moi).unwrap_or_default();
        khac(ban_do, wanted, (made, doan), dung, &mut out);
    }
    out
}

/// Of what has come out letter by letter: an edited paragraph must have its spaces where it had them in Word.
fn cach_chu(wanted: &[Mong], made: &[&Doan], out: &mut RaSao) {
    for (mong, doan) in wanted.iter().zip(made).filter(|(mong, _)| !mong.cho.is_empty()) {
        if ![&doan.chu, &doan.in_ra()].into_iter().any(|text| tu_nhu(&mong.tu, &cac_tu(text))) {
            out.hong.extend(mong.cho.iter().copied());
        }
    }
}

/// Whether words are those that were wanted, but for what printing sets in capitals.
fn tu_nhu(wanted: &[String], made: &[String]) -> bool {
    let like = |(a, b): (&String, &String)| a == b || chi_in_hoa(a, b);
    wanted.len() == made.len() && wanted.iter().zip(made).all(like)
}

/// A stretch that is not as it was promised.
fn khac(
    ban_do: &BanDo<'_>,
    wanted: &[Mong],
    (made, doan): (&[(String, String)], &[&Doan]),
    dung: &BTreeSet<usize>,
    out: &mut RaSao,
) {
    // The same words in other paragraphs: one place to send to stands beside “Kính gửi”.
    let letters = |text: String| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let all: String = wanted.iter().map(|mong| mong.chu.as_str()).collect();
    if letters(all) == letters(made.iter().map(|(chu, _)| chu.as_str()).collect()) {
        return;
    }
    if wanted.len() != made.len() {
        out.hong.extend(wanted.iter().flat_map(|mong| mong.cho.iter().copied()));
        let text = |all: Vec<&str>| all.join(" / ");
        let before = text(wanted.iter().map(|mong| mong.chu.as_str()).collect());
        out.la.push((before, text(made.iter().map(|(chu, _)| chu.as_str()).collect())));
        return;
    }
    for ((mong, (chu, in_ra)), doan) in wanted.iter().zip(made).zip(doan) {
        let like = |wanted: &str| {
            wanted == chu
                || wanted == in_ra
                || than(wanted) == than(chu)
                || than(wanted) == than(in_ra)
                || tu_nhu(&mong.tu, &cac_tu(&doan.chu))
                || tu_nhu(&mong.tu, &cac_tu(&doan.in_ra()))
        };
        if mong.ca.as_ref().is_some_and(|ca| ca == chu || ca == in_ra) || like(&mong.chu) {
            continue;
        }
        if !mong.cho.is_empty() {
            out.hong.extend(mong.cho.iter().copied());
        } else if !mong.goc.is_some_and(|goc| lien_quan(ban_do, goc, dung)) {
            out.la.push((mong.chu.clone(), chu.clone()));
        }
    }
}

/// Whether printing sets in capitals what was typed among them in small letters, as in the title of a chapter.
fn chi_in_hoa(wanted: &str, chu: &str) -> bool {
    toan_hoa(chu) && wanted.to_uppercase() == chu
}

/// Whether a paragraph has words of a field that has changed, or words that are made of fields.
fn lien_quan(ban_do: &BanDo<'_>, goc: usize, dung: &BTreeSet<usize>) -> bool {
    ban_do.ca_doan(goc).iter().any(|(_, _, ai)| match ai {
        Ai::Truong(so, _) => dung.contains(so),
        Ai::KhongRo => true,
        Ai::Mau => false,
    })
}

/// The paragraphs that must come out, in their order.
fn mong(ban_do: &BanDo<'_>, cac: &[ChoSua], lay: &BTreeSet<usize>) -> Vec<Mong> {
    let taken = |at: &usize| lay.contains(at);
    let of = |yes: bool| -> Vec<&ChoSua> {
        cac.iter().enumerate().filter(|(at, _)| yes || taken(at)).map(|(_, cho)| cho).collect()
    };
    let (sua, het) = (sau_khi_sua(ban_do, &of(false)), sau_khi_sua(ban_do, &of(true)));
    let mut numbers: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    let mut come: Vec<(Option<usize>, usize, Vec<Mong>)> = Vec::new();
    let behind = |goc: usize| ban_do.ca_chu_thich(goc);
    for (at, cho) in cac.iter().enumerate() {
        match &cho.loai {
            Loai::Chu { goc, .. } | Loai::So { goc, trong_chu: Some(_), .. } => {
                let (own, others) = numbers.entry(*goc).or_default();
                if taken(&at) { own.push(at) } else { others.push(at) }
            }
            Loai::Bot { goc } if taken(&at) => drop(gone.insert(*goc)),
            Loai::BotHang { doan } if taken(&at) => gone.extend(doan.iter().copied()),
            Loai::BotBang { hang } if taken(&at) => gone.extend(hang.iter().flatten().copied()),
            Loai::Them { truoc, sau, doan } if taken(&at) => {
                let truoc = truoc.or_else(|| sau.and_then(|sau| sau.checked_sub(1)));
                let new = moi(at, &doan.chu, doan.so.as_deref());
                come.push((truoc.map(behind), at, vec![new]));
            }
            Loai::ThemHang { truoc, o } if taken(&at) => {
                let cells = o.iter().flat_map(|o| o.split("<br>")).filter(|o| !o.trim().is_empty());
                come.push((
                    truoc.last().copied().map(behind),
                    at,
                    cells.map(|o| moi(at, o, None)).collect(),
                ));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    let mut put = |out: &mut Vec<Mong>, after: Option<usize>| {
        let (here, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut come).into_iter().partition(|(at, ..)| *at == after);
        come = rest;
        here.into_iter().for_each(|(.., new)| out.extend(new));
    };
    put(&mut out, None);
    for (goc, doan) in ban_do.doan.iter().enumerate() {
        if !gone.contains(&goc) && !doan.trong() {
            let (cho, others) = numbers.remove(&goc).unwrap_or_default();
            let chu = sua.get(&goc).unwrap_or(&doan.chu);
            let ca = het.get(&goc).filter(|_| !others.is_empty()).map(|ca| gon(ca));
            out.push(Mong { chu: gon(chu), goc: Some(goc), cho, ca, tu: cac_tu(chu) });
        }
        put(&mut out, Some(goc));
    }
    out.retain(|mong| !mong.chu.is_empty());
    out
}

fn moi(cho: usize, chu: &str, so: Option<&str>) -> Mong {
    let with = so.map(|so| gon(&format!("{so} {chu}")));
    Mong { chu: gon(chu), goc: None, cho: vec![cho], ca: with, tu: cac_tu(chu) }
}
