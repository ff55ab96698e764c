//! One paragraph against what became of it.

use super::ai_doi::Ben;
use super::lech::{Phia, dich};
use super::loi::{cau, cau_so, chu_cai};
use super::{ChoSua, Loai, SoDau, Tim, sau_so};
use crate::jobs::take_back::ban_do::Ai;
use crate::word::doc_word::dang::DangChu;
use crate::word::doc_word::{Doan, MOC_CHU_THICH, ThanhPhan};
use crate::word::so_sanh::cau::trich;
use crate::word::so_sanh::chuan::{Tu, cac_tu, chuan};
use crate::word::so_sanh::khop::khop;

impl Tim<'_> {
    pub(super) fn doan(&mut self, cu: &Doan, moi: &Doan) {
        let Some(goc) = self.ban_do.so(cu) else { return };
        let outer = std::mem::replace(&mut self.dang, self.so_moi.so(moi));
        self.mot_doan(goc, cu, moi);
        self.dang = outer;
    }

    fn mot_doan(&mut self, goc: usize, cu: &Doan, moi: &Doan) {
        let (a, b) = (SoDau::cua(cu), SoDau::cua(moi));
        if !self.trong_o {
            self.lech.qua(cu);
        }
        let level = |d: &Doan| match d.thanh_phan {
            ThanhPhan::DeMuc(kind, cap) => Some((kind, cap)),
            _ => None,
        };
        let doi_cap = level(cu) != level(moi) && chuan(sau_so(cu, &a)) == chuan(sau_so(moi, &b));
        if doi_cap && self.nhu_goc(cu) != Some(false) {
            let cau = format!("đổi cấp đề mục của {}", trich(&cu.in_ra()));
            return self.them(cu.cho(), cau, Loai::CapDeMuc);
        }
        // A dash that Word counts and one that was typed are printed alike.
        if chuan(&cu.in_ra()) == chuan(&moi.in_ra()) {
            self.trinh_bay((cu, &a), (moi, &b));
            return self.so_dau(goc, (cu, &a), (moi, &b), Ben::Khong);
        }
        let ai = self.ai_doi((cu, &a), (moi, &b));
        match ai.loi {
            Ben::Khong => self.trinh_bay((cu, &a), (moi, &b)),
            Ben::Word => self.chu(goc, (cu, &a), (moi, &b)),
            Ben::Nguon => self.nguon_doi(),
            Ben::CaHai if self.chi_loi_cua_mau(goc, (cu, &a), (moi, &b)) => {}
            Ben::CaHai => return self.xung_dot(goc, cu, moi),
        }
        self.so_dau(goc, (cu, &a), (moi, &b), ai.so);
    }

    /// The number. Behind what the source has put in, Word's is counted on; where nothing was put in in Word, too, it has
    /// changed none.
    fn so_dau(&mut self, goc: usize, (cu, a): VaSo<'_>, (moi, b): VaSo<'_>, ai: Ben) {
        let nguon = self.lech_cua(Phia::Nguon, cu);
        let chi_nguon = nguon != 0 && self.lech_cua(Phia::Word, cu) == 0;
        let typed = cu.so.is_none() && ai == Ben::Word;
        match ai {
            _ if chi_nguon && !typed => {
                if ai != Ben::Khong {
                    self.nguon_doi();
                }
            }
            _ if nguon != 0 => {
                let so = dich(&b.chu, nguon).unwrap_or_else(|| b.chu.clone());
                self.so_khac(goc, (cu, a), so);
            }
            Ben::Word => self.so_khac(goc, (cu, a), b.chu.clone()),
            Ben::CaHai => self.xung_dot(goc, cu, moi),
            Ben::Nguon => self.nguon_doi(),
            Ben::Khong => {}
        }
    }

    pub(super) fn so_khac(&mut self, goc: usize, (cu, a): VaSo<'_>, moi: String) {
        if chuan(&a.chu) == chuan(&moi) {
            return;
        }
        let trong_chu = cu.so.is_none().then_some(a.dai);
        let cau = cau_so(&a.chu, &moi);
        self.them(cu.cho(), cau, Loai::So { goc, cu: a.chu.clone(), moi, trong_chu });
    }

    /// In a cell of a table nothing is counted.
    pub(super) fn lech_cua(&self, phia: Phia, doan: &Doan) -> i64 {
        if self.trong_o { 0 } else { self.lech.cua(phia, doan) }
    }

    pub(super) fn lech_them(&mut self, phia: Phia, doan: &Doan, by: i64) {
        if !self.trong_o {
            self.lech.them(phia, doan, by);
        }
    }

    fn xung_dot(&mut self, goc: usize, cu: &Doan, moi: &Doan) {
        let (nay, word) = (trich(&cu.in_ra()), trich(&moi.in_ra()));
        let cau = format!("nguồn nay là {nay}, tệp Word là {word}");
        self.them(cu.cho(), cau, Loai::XungDot { goc });
    }

    /// Whether both sides have changed a paragraph, and it still differs in nothing but words that no field says: what
    /// the fields say was taken back before. Those words are told again; marks that printing sets are not.
    pub(super) fn chi_loi_cua_mau(&mut self, goc: usize, cu: VaSo<'_>, moi: VaSo<'_>) -> bool {
        let before = (self.ra.cac.len(), self.ra.nguon_doi);
        self.chu(goc, cu, moi);
        let own = |cho: &ChoSua| match &cho.loai {
            Loai::Chu { khoang, .. } => {
                let letters = self.ban_do.chu(goc, khoang);
                !letters.is_empty() && letters.iter().all(|(.., ai)| !matches!(ai, Ai::Truong(..)))
            }
            _ => false,
        };
        let new = self.ra.cac.get(before.0..).unwrap_or_default();
        let only = !new.is_empty() && new.iter().all(own);
        if !only || chu_cai(&[cu.0]) == chu_cai(&[moi.0]) {
            self.ra.cac.truncate(before.0);
        }
        if !only {
            self.ra.nguon_doi = before.1;
        }
        only
    }

    /// The words behind the number that changed, and the notes at marks that both have.
    pub(super) fn chu(&mut self, goc: usize, (cu, a): VaSo<'_>, (moi, b): VaSo<'_>) {
        let (old, new) = (tu_sau_so(cu, a), tu_sau_so(moi, b));
        let start =
            |all: &[Tu], at: usize, text: &str| all.get(at).map_or(text.len(), |tu| tu.o.start);
        let end = |all: &[Tu], at: usize, so: &SoDau| {
            at.checked_sub(1).and_then(|at| all.get(at)).map_or(so.dai, |tu| tu.o.end)
        };
        let (so_cu, so_moi) = (a, b);
        let (mut moc_cu, mut moc_moi) = (0_usize, 0_usize);
        for khop in khop(&old, &new) {
            if khop.giong {
                let words = old.get(khop.cu).unwrap_or_default();
                for _ in words.iter().filter(|tu| tu.la_moc()) {
                    let notes = cu.chu_thich.get(moc_cu).zip(moi.chu_thich.get(moc_moi));
                    if let Some((a, b)) = notes {
                        self.khoi(a, b);
                    }
                    (moc_cu, moc_moi) = (moc_cu.saturating_add(1), moc_moi.saturating_add(1));
                }
                continue;
            }
            let a = end(&old, khop.cu.start, so_cu)..start(&old, khop.cu.end, &cu.chu);
            let b = end(&new, khop.moi.start, so_moi)..start(&new, khop.moi.end, &moi.chu);
            let (x, y) =
                (cu.chu.get(a.clone()).unwrap_or_default(), moi.chu.get(b).unwrap_or_default());
            moc_cu = moc_cu.saturating_add(x.matches(MOC_CHU_THICH).count());
            moc_moi = moc_moi.saturating_add(y.matches(MOC_CHU_THICH).count());
            let ngat_moi = ngat(y) > ngat(x) && !tu_ngat(cu);
            let cau = cau(x, y);
            let notes = x.contains(MOC_CHU_THICH) || y.contains(MOC_CHU_THICH);
            let loai = match notes {
                true => Loai::Khac,
                false => Loai::Chu { goc, khoang: a, moi: mot_cach(y) },
            };
            self.them(cu.cho(), cau, loai);
            if ngat_moi {
                let cau = format!(
                    "chỗ xuống dòng (Shift+Enter) trong {}, lời thì lấy liền một dòng",
                    trich(y)
                );
                self.them(cu.cho(), cau, Loai::TrinhBay);
            }
        }
    }

    pub(super) fn trinh_bay(&mut self, (cu, so_cu): VaSo<'_>, (moi, so_moi): VaSo<'_>) {
        let (a, b) = self.tep;
        for (x, y) in cu.chu_thich.iter().zip(&moi.chu_thich) {
            self.khoi(x, y);
        }
        // A paragraph of a note has its path in another part.
        if cu.noi.vung.starts_with("Chú thích") || cu.trong() {
            return;
        }
        let (Some(a), Some(b)) = (a.dang_nhanh(cu), b.dang_nhanh(moi)) else { return };
        let khac = [
            (a.can != b.can, "canh lề"),
            (a.thut != b.thut, "thụt lề"),
            (a.cach != b.cach, "giãn dòng, giãn đoạn"),
            (
                net(&a.chu, so_cu) != net(&b.chu, so_moi),
                "kiểu chữ (phông, cỡ, đậm, nghiêng, màu, tô nền, gạch ngang, nâng hạ)",
            ),
            (
                nguyen(sau_so(cu, so_cu)) != nguyen(sau_so(moi, so_moi)),
                "kiểu dấu nháy, gạch nối, ba chấm",
            ),
            (ngat(&cu.chu) != ngat(&moi.chu) && !tu_ngat(cu), "chỗ xuống dòng trong đoạn"),
        ];
        let names: Vec<&str> = khac.iter().filter(|(no, _)| *no).map(|(_, name)| *name).collect();
        if !names.is_empty() {
            let cau = format!("{} của {}", names.join(", "), trich(&cu.in_ra()));
            self.them(cu.cho(), cau, Loai::TrinhBay);
        }
    }
}

/// Whether printing breaks the paragraph by itself: all but the body's.
fn tu_ngat(doan: &Doan) -> bool {
    !matches!(doan.thanh_phan, ThanhPhan::Thuong | ThanhPhan::DeMuc(..))
}

/// How many lines a paragraph is broken into by hand.
pub(super) fn ngat(text: &str) -> usize {
    text.trim().matches('\n').count()
}

/// Looks with how many letters behind the number have them; spaces and marks have none that is surely seen.
fn net<'d>(chu: &'d [(String, DangChu)], so: &SoDau) -> Vec<(&'d DangChu, usize)> {
    let mut out: Vec<(&DangChu, usize)> = Vec::new();
    let mut bo = if so.dai == 0 { 0 } else { dem_chu(&so.chu) };
    for (text, look) in chu {
        let all = dem_chu(text);
        let count = all.saturating_sub(bo);
        bo = bo.saturating_sub(all);
        match out.last_mut() {
            _ if count == 0 => {}
            Some((last, so)) if *last == look => *so = so.saturating_add(count),
            _ => out.push((look, count)),
        }
    }
    out
}

fn dem_chu(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The words behind the number that the paragraph begins with.
fn tu_sau_so(doan: &Doan, so: &SoDau) -> Vec<Tu> {
    cac_tu(&doan.chu).into_iter().filter(|tu| tu.o.start >= so.dai).collect()
}

/// A paragraph and the number that it begins with.
pub(super) type VaSo<'d> = (&'d Doan, &'d SoDau);

/// Words on one line with one space between two of them, as many as there are at either end.
fn mot_cach(text: &str) -> String {
    let inner = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let blank = |yes: bool| if yes { " " } else { "" };
    match inner.is_empty() {
        true => blank(!text.is_empty()).to_owned(),
        false => {
            let (before, after) = (
                blank(text.starts_with(char::is_whitespace)),
                blank(text.ends_with(char::is_whitespace)),
            );
            format!("{before}{inner}{after}")
        }
    }
}

/// Letters and marks as they were typed, without spaces.
pub(super) fn nguyen(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
