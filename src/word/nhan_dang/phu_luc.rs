//! What follows the signature: appendices, or a paper that is issued along with this one.

use super::cuoi_trang::la_phu_luc;
use super::diem::{Truoc, Vai, vai};
use super::dong::{Cho, Dong, cua_khoi};
use super::kieu::Kieu;
use super::than::{DocThan, KhoiThan};
use super::tu::{dai, gon, khoa};
use crate::word::doc_word::{Doan, Khoi, TepWord};

/// An appendix.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PhuLucNhan {
    pub tieu_de: String,
    pub ngang: bool,
    pub than: Vec<KhoiThan>,
}

/// A paper issued along with a decision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KemTheoNhan {
    pub loai: String,
    pub trich_yeu: String,
    /// Its letterhead, which the program prints of a paper that a decision issues.
    pub dau: Vec<KhoiThan>,
    pub than: Vec<KhoiThan>,
    /// The line in brackets, which tells whose decision it was.
    pub dong: String,
}

impl KemTheoNhan {
    /// Its blocks, the letterhead first.
    pub fn tat_ca(&self) -> impl Iterator<Item = &KhoiThan> {
        self.dau.iter().chain(&self.than)
    }
}

/// All that follows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sau {
    pub phu_luc: Vec<PhuLucNhan>,
    pub kem_theo: Option<KemTheoNhan>,
    /// Lines `(Kèm theo …)` of appendices.
    pub dong_kem_theo: Vec<String>,
}

/// A part on its way.
#[derive(Default)]
struct Phan {
    cua_phu_luc: bool,
    tieu_de: Vec<String>,
    kem_theo: String,
    /// The letterhead of its own: it is a paper.
    dau: Option<Khoi>,
    khoi: Vec<Khoi>,
    trong_dau: bool,
}

/// So many blocks, blank ones among them, stand between a letterhead and the title under it.
const SAU_DAU: usize = 8;

/// The blocks behind the foot.
pub fn doc(word: &TepWord, khoi: &[Khoi], kieu: &Kieu, than: &mut DocThan<'_>) -> Sau {
    let mut parts: Vec<Phan> = Vec::new();
    let lines = |one: &Khoi| -> Vec<Dong> {
        cua_khoi(word, one).into_iter().filter(|line| !line.trong()).collect()
    };
    for (i, one) in khoi.iter().enumerate() {
        let mut behind = khoi.iter().skip(i.saturating_add(1)).take(SAU_DAU).map(lines);
        let next = behind.find(|lines| !lines.is_empty()).unwrap_or_default();
        let of_appendix = next.first().is_some_and(|line| la_phu_luc(&line.chu));
        mot_khoi(one, &lines(one), of_appendix, kieu, &mut parts);
    }
    let mut out = Sau::default();
    for part in parts.into_iter().filter(|part| !part.khoi.is_empty() || !part.tieu_de.is_empty()) {
        let ngang = part
            .khoi
            .iter()
            .flat_map(Khoi::cac_doan)
            .next()
            .is_some_and(|doan| nam_ngang(word, doan));
        let head = part.dau.as_ref().map(|own| than.cac_khoi(std::slice::from_ref(own)));
        let body = than.cac_khoi(&part.khoi);
        let title = part.tieu_de.join(" ");
        let issued = part.dau.is_some() || part.duoc_ban_hanh();
        if issued && out.kem_theo.is_none() && !part.cua_phu_luc {
            let (loai, rest) = part
                .tieu_de
                .split_first()
                .map(|(a, b)| (a.clone(), b.join(" ")))
                .unwrap_or_default();
            let dau = head.unwrap_or_default();
            out.kem_theo =
                Some(KemTheoNhan { loai, trich_yeu: rest, dau, than: body, dong: part.kem_theo });
        } else {
            if !part.kem_theo.is_empty() {
                out.dong_kem_theo.push(part.kem_theo);
            }
            out.phu_luc.push(PhuLucNhan { tieu_de: gon(&title), ngang, than: body });
        }
    }
    out
}

fn nam_ngang(word: &TepWord, doan: &Doan) -> bool {
    let phan = word.dang(doan).map_or(0, |dang| dang.phan);
    word.phan_trang.get(phan).is_some_and(|trang| {
        trang.ngang || trang.rong.zip(trang.cao).is_some_and(|(rong, cao)| rong > cao)
    })
}

/// `cua_phu_luc`: an appendix begins right behind it.
fn mot_khoi(one: &Khoi, lines: &[Dong], cua_phu_luc: bool, kieu: &Kieu, parts: &mut Vec<Phan>) {
    let first = lines.first().map(|line| line.chu.as_str()).unwrap_or_default();
    let of_head =
        |line: &Dong| matches!(vai(line, Truoc::default(), kieu), Some((Vai::QuocHieu, _)));
    let new_head = matches!(one, Khoi::Bang(_)) && lines.iter().any(of_head);
    // Further on a letterhead is that of a form which an appendix has.
    if new_head && (parts.is_empty() || cua_phu_luc) {
        return parts.push(Phan { dau: Some(one.clone()), trong_dau: true, ..Phan::default() });
    }
    if la_phu_luc(first) && matches!(one, Khoi::Doan(_)) {
        // A title may stand on the same line or under it in the same paragraph.
        let own =
            first.split_once([':', '.']).map(|(_, rest)| gon(rest)).filter(|rest| !rest.is_empty());
        let (rest, of_issue): (Vec<&Dong>, Vec<&Dong>) =
            lines.iter().skip(1).partition(|line| !la_kem_theo(&line.chu));
        let titles = own.into_iter().chain(rest.into_iter().map(|line| line.chu.clone()));
        let kem_theo =
            of_issue.into_iter().map(|line| line.chu.clone()).collect::<Vec<_>>().join(" ");
        let part = Phan {
            cua_phu_luc: true,
            trong_dau: true,
            tieu_de: titles.collect(),
            kem_theo,
            ..Phan::default()
        };
        return match parts.last_mut() {
            // A head of its own stood above it.
            Some(last) if last.dau.is_some() && last.trong_dau && last.tieu_de.is_empty() => {
                *last = part
            }
            _ => parts.push(part),
        };
    }
    if lines.is_empty() && !co_hinh(one) {
        return;
    }
    if parts.is_empty() {
        parts.push(Phan { trong_dau: true, ..Phan::default() });
    }
    let Some(part) = parts.last_mut() else { return };
    if part.trong_dau && lines.iter().all(|line| part.nhan(line, matches!(one, Khoi::Bang(_)))) {
        return;
    }
    part.trong_dau = false;
    part.khoi.push(one.clone());
}

fn co_hinh(khoi: &Khoi) -> bool {
    khoi.cac_doan().iter().any(|doan| !doan.hinh.is_empty())
}

pub fn la_kem_theo(text: &str) -> bool {
    let key = khoa(text);
    key.starts_with("(kem theo")
        || key.starts_with("(ban hanh kem theo")
        || key.starts_with("kem theo")
}

/// What a decision issues (form 1.3 of PL III); offices leave its letterhead out.
const BAN_HANH: [&str; 10] = [
    "quy che",
    "quy dinh",
    "noi quy",
    "dieu le",
    "quy trinh",
    "quy uoc",
    "de an",
    "phuong an",
    "chuong trinh",
    "bo tieu chi",
];

impl Phan {
    /// Whether it is a paper that this one issues, by its title and the line that says so.
    fn duoc_ban_hanh(&self) -> bool {
        let kind = self.tieu_de.first().map(|line| khoa(line)).unwrap_or_default();
        BAN_HANH.contains(&kind.as_str()) && !self.kem_theo.is_empty()
    }

    /// Takes a line of the head of a part.
    fn nhan(&mut self, line: &Dong, bang: bool) -> bool {
        if bang {
            return false;
        }
        let open = !self.kem_theo.is_empty() && !self.kem_theo.trim_end().ends_with(')');
        if la_kem_theo(&line.chu) || open {
            self.kem_theo = gon(&format!("{} {}", self.kem_theo, line.chu));
            return true;
        }
        let centred = matches!(line.cho, Cho::Giua);
        let number = super::dau_doan::doc(&line.chu).0 != super::dau_doan::DauDoan::Khong;
        let title = centred
            && (line.hoa() || line.dam)
            && dai(&line.chu) < 200
            && !number
            && self.kem_theo.is_empty();
        if title {
            self.tieu_de.push(line.chu.clone());
        }
        title || super::tu::la_net_ke(&line.chu)
    }
}
