//! Runs the rules over the texts of a hồ sơ and gives each find its place in the file.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::DAU_THANH;
use super::doan::Doan;
use super::gom;
use super::khoa::{LoaiChu, cac_chu};
use super::luat::{BANG_MA_CU, BoiCanh, LUAT, Luat, PhamVi, Tim, dem_kieu_dau};
use super::tieng::{KieuDau, Nho};
use super::vi_tri::{Kieu, ViTri};
use crate::diagnostic::{Diagnostic, Edit, Place, Severity};
use crate::model::loi_van::LoiVan;
use crate::model::{CacMuc, NgayBanHanh};
use crate::reading::source::{TepNguon, nfc, ten_tep};
use crate::reading::yaml::{self, Node, Span};

/// Findings in one file; nobody reads more.
const NHIEU_NHAT: usize = 100;

/// Finds in one text that are looked at: those of one word are told once, but a hostile text could
/// hold a million.
const TIM_NHIEU_NHAT: usize = 500;

/// What the office has chosen.
#[derive(Debug, Clone)]
pub struct LuaChon {
    /// How its set of rules words things.
    pub loi_van: LoiVan,
    pub kieu_dau: Option<KieuDau>,
    /// Ids of rules that are switched off.
    pub bo_qua: Vec<String>,
}

impl LuaChon {
    /// As a set of rules words things, where nobody has chosen anything.
    pub fn theo(loi_van: LoiVan) -> Self {
        let own = DAU_THANH.iter().find(|(ten, _)| loi_van.dau_thanh == Some(ten));
        Self { loi_van, kieu_dau: own.map(|(_, kieu)| *kieu), bo_qua: Vec::new() }
    }
}

impl Default for LuaChon {
    fn default() -> Self {
        Self { loi_van: LoiVan::ND30, kieu_dau: None, bo_qua: Vec::new() }
    }
}

/// A text of a file.
struct Muc<'a> {
    tep: &'a TepNguon,
    /// Its node; none in a file that is text alone.
    span: Option<Span>,
    /// The fields of the file, and the node whose field the text is; in a file that is text alone, those of
    /// the file that names it.
    muc: Option<(&'a CacMuc, usize)>,
    gia_tri: &'a str,
    doan: OnceCell<Doan>,
    loai: LoaiChu,
    sau_2025: bool,
    /// The number that stands for its line, in a file that has no lines.
    so_doan: Option<usize>,
}

/// A paragraph of a file that is no text, such as one of Word.
#[derive(Debug, Clone)]
pub struct DoanNgoai {
    pub so: usize,
    pub chu: String,
    /// It is a name, of which only the characters are looked at.
    pub la_ten: bool,
}

/// The findings in such a file; the line of their places is the paragraph's number, and there is nothing to fix.
pub fn doan_ngoai(
    ten: &str,
    all: Vec<DoanNgoai>,
    sau_2025: bool,
    lua_chon: &LuaChon,
) -> Vec<Diagnostic> {
    let texts: Vec<(usize, bool, TepNguon)> = all
        .into_iter()
        .map(|one| (one.so, one.la_ten, TepNguon { ten: ten.to_owned(), text: nfc(one.chu) }))
        .collect();
    let muc: Vec<Muc> = texts
        .iter()
        .map(|(so, la_ten, tep)| Muc {
            loai: if *la_ten { LoaiChu::Ten } else { LoaiChu::VanXuoi },
            so_doan: Some(*so),
            ..Muc::tron(tep, sau_2025)
        })
        .collect();
    let mut found = soat(&muc, lua_chon);
    for d in &mut found {
        d.fix.clear();
        d.message = d.message.replace("hồ sơ này", "tệp này");
    }
    found
}

/// The findings in the trees of a hồ sơ, and in the bodies in light Markdown that they name.
pub fn ho_so(
    cac_tep: &[(&TepNguon, &Node, &CacMuc)],
    md: &[TepNguon],
    lua_chon: &LuaChon,
) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for (tep, root, cac_muc) in cac_tep {
        let sau_2025 = ban_hanh_sau_2025(root);
        all.extend(cac_chu(root).into_iter().map(|(gia_tri, span, loai)| Muc {
            tep,
            span: Some(span),
            muc: Some((cac_muc, span.first)),
            gia_tri,
            doan: OnceCell::new(),
            loai,
            sau_2025,
            so_doan: None,
        }));
    }
    for tep in md {
        let ten = ten_tep(&tep.ten);
        let cua = cac_tep.iter().find_map(|(_, root, cac_muc)| {
            let texts = root.texts();
            let (_, span) = texts.into_iter().find(|(text, _)| text.trim() == ten)?;
            let muc = Some((*cac_muc, span.first));
            Some(Muc { muc, ..Muc::tron(tep, ban_hanh_sau_2025(root)) })
        });
        all.extend(cua);
    }
    soat(&all, lua_chon)
}

/// The findings in a file that is text alone.
pub fn tep_chu(tep: &TepNguon, lua_chon: &LuaChon) -> Vec<Diagnostic> {
    soat(&[Muc::tron(tep, false)], lua_chon)
}

/// Whether a document of the file is dated on 1 July 2025 or later.
fn ban_hanh_sau_2025(root: &Node) -> bool {
    let parts = [Some(root), root.get("chi_tiet"), root.get("ket_qua")];
    let mut dates = parts
        .into_iter()
        .flatten()
        .filter_map(|part| NgayBanHanh::parse(part.get("ngay_ban_hanh")?.text()?).ok());
    let moc = chrono::NaiveDate::from_ymd_opt(2025, 7, 1);
    dates.any(|ngay| Some(ngay.ngay_dau_ky()) >= moc)
}

fn soat(all: &[Muc<'_>], lua_chon: &LuaChon) -> Vec<Diagnostic> {
    let kieu_dau = lua_chon.kieu_dau.or_else(|| kieu_nhieu_hon(all));
    let off = |ma: &str| lua_chon.bo_qua.iter().any(|bo| bo.eq_ignore_ascii_case(ma));
    let luat: Vec<&Luat> = LUAT.iter().copied().filter(|luat| !off(luat.ma)).collect();
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut gop: BTreeMap<(&str, &str, String), usize> = BTreeMap::new();
    let mut dem: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut da_dan: HashSet<(&str, String)> = HashSet::new();
    for (so, muc) in all.iter().enumerate() {
        let da_chon = lua_chon.kieu_dau.is_some();
        let loi_van = lua_chon.loi_van;
        let boi_canh = BoiCanh { kieu_dau, da_chon, sau_2025: muc.sau_2025, loi_van };
        if luat.len() == LUAT.len() && muc.sach(&boi_canh) {
            continue;
        }
        let mut vi_tri: Option<Option<ViTri>> = None;
        for (luat, tim) in cac_tim(muc, &luat, &boi_canh) {
            let file = muc.tep.ten.as_str();
            if let Some(ky_hieu) = &tim.vien_dan
                && !lan_dau(all.get(..so).unwrap_or_default(), muc, &tim, ky_hieu, &mut da_dan)
            {
                continue;
            }
            let count = dem.entry(file).or_default();
            if count.0 >= NHIEU_NHAT || count.1 >= NHIEU_NHAT.saturating_mul(2) {
                break;
            }
            // To find a text in the file is dear, so finds of one word in a thousand texts stop too.
            count.1 = count.1.saturating_add(usize::from(vi_tri.is_none()));
            let vi_tri = vi_tri.get_or_insert_with(|| muc.vi_tri()).as_ref();
            let Some(d) = muc.diagnostic(luat, &tim, vi_tri) else { continue };
            let key = (file, luat.ma, muc.doan().lay(&tim.cho).to_lowercase());
            match gop.get(&key).and_then(|at| found.get_mut(*at)) {
                Some(earlier) if luat.gop => earlier.fix.extend(d.fix),
                _ => {
                    gop.insert(key, found.len());
                    count.0 = count.0.saturating_add(1);
                    found.push(d);
                }
            }
        }
    }
    let word = all.iter().any(|muc| muc.so_doan.is_some());
    gom::gom(found, if word { "đoạn" } else { "dòng" })
}

/// Symbols in one file whose earlier citations are looked for.
const KY_HIEU_NHIEU_NHAT: usize = 200;

/// Whether a document is cited here for the first time in its file: later citations are short (PL I, II.6).
fn lan_dau<'a>(
    before: &[Muc<'_>],
    muc: &Muc<'a>,
    tim: &Tim,
    ky_hieu: &str,
    da_dan: &mut HashSet<(&'a str, String)>,
) -> bool {
    let file = muc.tep.ten.as_str();
    if da_dan.len() > KY_HIEU_NHIEU_NHAT {
        return true;
    }
    if !da_dan.insert((file, ky_hieu.to_owned())) {
        return false;
    }
    // The Party puts a comma between.
    let full = [format!("{ky_hieu} ngày"), format!("{ky_hieu}, ngày")];
    let cited = |text: &str| full.iter().any(|full| text.contains(full));
    let earlier = before.iter().filter(|other| other.tep.ten == muc.tep.ten);
    !cited(muc.doan().truoc(tim.cho.start)) && !earlier.map(|other| other.gia_tri).any(cited)
}

/// How the codes of spelling begin.
const CHINH_TA: &str = "VT6";

/// The finds in one text, in its order: of two at the same words the rule that comes first in the table
/// speaks.
fn cac_tim(muc: &Muc<'_>, luat: &[&'static Luat], boi_canh: &BoiCanh) -> Vec<(&'static Luat, Tim)> {
    let mut kept: Vec<(&Luat, Tim)> = Vec::new();
    for luat in luat {
        if muc.loai == LoaiChu::Ten && luat.pham_vi != PhamVi::MoiChu {
            continue;
        }
        for tim in (luat.tim)(muc.doan(), boi_canh) {
            let quoted =
                luat.pham_vi == PhamVi::NgoaiTrich && muc.doan().trong_trich(tim.cho.start);
            if kept.len() >= TIM_NHIEU_NHAT {
                break;
            }
            let taken =
                kept.iter().any(|(_, k)| k.cho.start < tim.cho.end && tim.cho.start < k.cho.end);
            if !quoted && !taken {
                kept.push((luat, tim));
            }
        }
    }
    // Words of an old set of letters are misspelled, every one of them; that is said once.
    let cu = kept.iter().any(|(luat, _)| luat.ma == BANG_MA_CU.ma);
    kept.retain(|(luat, _)| !cu || luat.ma == BANG_MA_CU.ma || !luat.ma.starts_with(CHINH_TA));
    kept.sort_by_key(|(_, tim)| tim.cho.start);
    kept
}

/// The style of most words; the one that comes first where there are as many of both.
fn kieu_nhieu_hon(all: &[Muc<'_>]) -> Option<KieuDau> {
    let prose = all.iter().filter(|muc| muc.loai == LoaiChu::VanXuoi);
    let counts: Vec<(usize, usize)> = prose.map(|muc| muc.kieu_dau()).collect();
    let sum = |of: fn(&(usize, usize)) -> usize| counts.iter().map(of).sum::<usize>();
    let (moi, cu) = (sum(|c| c.0), sum(|c| c.1));
    match moi.cmp(&cu) {
        std::cmp::Ordering::Greater => Some(KieuDau::Moi),
        std::cmp::Ordering::Less => Some(KieuDau::Cu),
        std::cmp::Ordering::Equal => {
            let first = counts.iter().find(|(moi, cu)| moi != cu)?;
            Some(if first.0 > first.1 { KieuDau::Moi } else { KieuDau::Cu })
        }
    }
}

impl<'a> Muc<'a> {
    /// A file that is text alone.
    fn tron(tep: &'a TepNguon, sau_2025: bool) -> Self {
        let gia_tri = tep.text.as_str();
        let doan = OnceCell::new();
        let loai = LoaiChu::VanXuoi;
        Self { tep, span: None, muc: None, gia_tri, doan, loai, sau_2025, so_doan: None }
    }

    fn doan(&self) -> &Doan {
        self.doan.get_or_init(|| Doan::new(self.gia_tri))
    }

    /// How many words follow the new style of tone marks, and how many the old one.
    fn kieu_dau(&self) -> (usize, usize) {
        static DA_BIET: Nho<(usize, usize)> = Nho::new();
        DA_BIET.hoi(self.gia_tri, |_| dem_kieu_dau(self.doan()))
    }

    /// Whether all rules together find nothing. The documents of an office have many texts in common, and
    /// most have no fault.
    fn sach(&self, boi_canh: &BoiCanh) -> bool {
        static DA_BIET: Nho<bool> = Nho::new();
        let BoiCanh { kieu_dau, da_chon, sau_2025, loi_van } = boi_canh;
        let van = (loi_van.ket_thuc, loi_van.ngay_tat);
        let khoa =
            format!("{kieu_dau:?} {da_chon} {sau_2025} {van:?} {:?} {}", self.loai, self.gia_tri);
        DA_BIET.hoi(&khoa, |_| cac_tim(self, LUAT, boi_canh).is_empty())
    }

    /// Where the text's letters stand in the file.
    fn vi_tri(&self) -> Option<ViTri> {
        let Some(span) = self.span else { return Some(ViTri::nguyen(0, self.gia_tri)) };
        let place = yaml::place(self.tep, span);
        let start = byte_tai(&self.tep.text, place.line, place.column)?;
        ViTri::tim(&self.tep.text, start, self.gia_tri)
    }

    fn diagnostic(&self, luat: &Luat, tim: &Tim, vi_tri: Option<&ViTri>) -> Option<Diagnostic> {
        let fix = tim.thay.as_ref().zip(vi_tri).and_then(|(thay, vi)| self.sua(&tim.cho, thay, vi));
        // Spaces that only a line break put there are no one's fault.
        if fix.is_none() && self.doan().lay(&tim.cho).trim().is_empty() {
            return None;
        }
        let goc = self.goc(&tim.cho);
        let at = vi_tri.zip(goc.as_ref()).and_then(|(vi, goc)| vi.gan(goc));
        let place = match (at, self.span) {
            (Some(at), _) => {
                let (line, column) = dong_cot(&self.tep.text, at);
                let place = self.tep.place(line, column);
                Some(Place { line: self.so_doan.unwrap_or(place.line), ..place })
            }
            (None, Some(span)) => Some(yaml::place(self.tep, span)),
            (None, None) => None,
        };
        let place = place.map(|place| self.trong_muc(place, goc.as_ref()));
        let mut d = match luat.muc {
            Severity::Note => Diagnostic::note(luat.ma, tim.loi.clone()),
            _ => Diagnostic::warning(luat.ma, tim.loi.clone()),
        };
        d.hint.clone_from(&tim.goi_y);
        d.fix = fix.unwrap_or_default();
        Some(d.clause(luat.can_cu).at(place))
    }

    /// A place with the field that the text is, and the line in a text of several.
    fn trong_muc(&self, place: Place, goc: Option<&Range<usize>>) -> Place {
        let Some((cac_muc, so)) = self.muc else { return place };
        let before = goc.and_then(|goc| self.gia_tri.get(..goc.start));
        let several = self.gia_tri.trim_end_matches('\n').contains('\n');
        let line = before.filter(|_| several).map(|text| text.matches('\n').count());
        place.of(cac_muc.duong(so), line.map(|line| line.saturating_add(1)))
    }

    /// The bytes of the value where a find begins, up to its end as far as that is known.
    fn goc(&self, cho: &Range<usize>) -> Option<Range<usize>> {
        self.doan().ve_gia_tri(cho).or_else(|| self.doan().ve_gia_tri(&(cho.start..cho.start)))
    }

    /// The changes in the file that put `thay` in place of a stretch: in one piece, or word by word
    /// where the stretch goes over a line's end.
    fn sua(&self, cho: &Range<usize>, thay: &str, vi_tri: &ViTri) -> Option<Vec<Edit>> {
        if let Some(edit) = self.mot_sua(cho, thay, vi_tri) {
            return Some(vec![edit]);
        }
        let cu = cac_manh(self.doan().lay(cho));
        let moi: Vec<&str> = thay.split_whitespace().collect();
        if cu.len() != moi.len() || cu.is_empty() {
            return None;
        }
        let pairs = cu.iter().zip(moi).filter(|((_, chu), moi)| chu != moi);
        let edits = pairs.map(|((part, _), moi)| {
            let at = |i: usize| cho.start.saturating_add(i);
            self.mot_sua(&(at(part.start)..at(part.end)), moi, vi_tri)
        });
        edits.collect()
    }

    fn mot_sua(&self, cho: &Range<usize>, thay: &str, vi_tri: &ViTri) -> Option<Edit> {
        let value = self.doan().ve_gia_tri(cho)?;
        let range = vi_tri.lay(&self.tep.text, &value)?;
        let (line, column) = dong_cot(&self.tep.text, range.start);
        let (_, end_column) = dong_cot(&self.tep.text, range.end);
        let text = viet(thay, vi_tri.kieu);
        let node = self.span.map_or(0, |span| span.first);
        Some(Edit { line, column, end_column, text, range, value: (node, value, thay.to_owned()) })
    }
}

/// Words as they are written in quotes of a kind.
fn viet(chu: &str, kieu: Kieu) -> String {
    match kieu {
        Kieu::Tron => chu.to_owned(),
        Kieu::NhayDon => chu.replace('\'', "''"),
        Kieu::NhayKep => chu.replace('\\', "\\\\").replace('"', "\\\""),
    }
}

/// The words of a stretch with their places in it.
fn cac_manh(chu: &str) -> Vec<(Range<usize>, &str)> {
    let mut at = 0usize;
    let mut all = Vec::new();
    for part in chu.split([' ', '\n']) {
        let end = at.saturating_add(part.len());
        if !part.is_empty() {
            all.push((at..end, part));
        }
        at = end.saturating_add(1);
    }
    all
}

/// The byte of a line and column, from 1.
pub(super) fn byte_tai(text: &str, line: usize, column: usize) -> Option<usize> {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(before) => text.match_indices('\n').nth(before)?.0.saturating_add(1),
    };
    let rest = text.get(start..)?;
    let at = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    Some(start.saturating_add(at))
}

/// Line and column of a byte, from 1.
pub(super) fn dong_cot(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
    (line, column)
}
