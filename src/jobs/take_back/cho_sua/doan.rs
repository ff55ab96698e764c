//! One paragraph against what became of it.

use super::loi::{cau, chu_cai};
use super::{ChoSua, Loai, Tim};
use crate::jobs::take_back::ban_do::Ai;
use crate::word::doc_word::dang::DangChu;
use crate::word::doc_word::{Doan, MOC_CHU_THICH, ThanhPhan};
use crate::word::so_sanh::cau::trich;
use crate::word::so_sanh::chuan::{Tu, cac_tu, chuan};
use crate::word::so_sanh::khop::khop;

impl Tim<'_> {
    pub(super) fn doan(&mut self, cu: &Doan, moi: &Doan) {
        let Some(goc) = self.ban_do.so(cu) else { return };
        let level = |d: &Doan| match d.thanh_phan {
            ThanhPhan::DeMuc(kind, cap) => Some((kind, cap)),
            _ => None,
        };
        let doi_cap = level(cu) != level(moi) && chuan(&cu.chu) == chuan(&moi.chu);
        if doi_cap && self.nhu_goc(cu) != Some(false) {
            let cau = format!("đổi cấp đề mục của {}", trich(&cu.in_ra()));
            return self.them(cu.cho(), cau, Loai::CapDeMuc);
        }
        let printed = |d: &Doan| d.so.as_ref().map(|so| so.chu.clone()).unwrap_or_default();
        let (so_cu, so_moi) = (printed(cu), printed(moi));
        // A dash that Word counts and one that was typed are printed alike.
        if so_cu != so_moi && chuan(&cu.in_ra()) == chuan(&moi.in_ra()) {
            return self.trinh_bay(cu, moi);
        }
        if chuan(&cu.chu) == chuan(&moi.chu) {
            self.trinh_bay(cu, moi);
        } else {
            match (self.nhu_goc(cu), self.nguon_bo(moi)) {
                (Some(false), true) => {
                    self.ra.nguon_doi = self.ra.nguon_doi.saturating_add(1);
                    return;
                }
                (Some(false), false) if self.chi_loi_cua_mau(goc, cu, moi) => {}
                (Some(false), false) => {
                    let cau = format!(
                        "nguồn nay là {}, tệp Word là {}",
                        trich(&cu.in_ra()),
                        trich(&moi.in_ra())
                    );
                    return self.them(cu.cho(), cau, Loai::XungDot { goc });
                }
                _ => self.chu(goc, cu, moi),
            }
        }
        if chuan(&so_cu) != chuan(&so_moi) {
            let cau = format!("số “{so_cu}” thành “{so_moi}”");
            self.them(cu.cho(), cau, Loai::So { goc, cu: so_cu, moi: so_moi });
        }
    }

    /// Whether both sides have changed a paragraph, and it still differs in nothing but words that no field says: what
    /// the fields say was taken back before. Those words are told again; marks that printing sets are not.
    pub(super) fn chi_loi_cua_mau(&mut self, goc: usize, cu: &Doan, moi: &Doan) -> bool {
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
        if !only || chu_cai(&[cu]) == chu_cai(&[moi]) {
            self.ra.cac.truncate(before.0);
        }
        if !only {
            self.ra.nguon_doi = before.1;
        }
        only
    }

    /// The words that changed, and the notes at marks that both have.
    pub(super) fn chu(&mut self, goc: usize, cu: &Doan, moi: &Doan) {
        let (old, new) = (cac_tu(&cu.chu), cac_tu(&moi.chu));
        let start =
            |all: &[Tu], at: usize, text: &str| all.get(at).map_or(text.len(), |tu| tu.o.start);
        let end = |all: &[Tu], at: usize| {
            at.checked_sub(1).and_then(|at| all.get(at)).map_or(0, |tu| tu.o.end)
        };
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
            let a = end(&old, khop.cu.start)..start(&old, khop.cu.end, &cu.chu);
            let b = end(&new, khop.moi.start)..start(&new, khop.moi.end, &moi.chu);
            let (x, y) =
                (cu.chu.get(a.clone()).unwrap_or_default(), moi.chu.get(b).unwrap_or_default());
            moc_cu = moc_cu.saturating_add(x.matches(MOC_CHU_THICH).count());
            moc_moi = moc_moi.saturating_add(y.matches(MOC_CHU_THICH).count());
            let ngat_moi = ngat(y) > ngat(x) && !tu_ngat(cu);
            let cau = cau(x, y);
            let notes = x.contains(MOC_CHU_THICH) || y.contains(MOC_CHU_THICH);
            let loai = match notes {
                true => Loai::Khac,
                false => Loai::Chu { goc, khoang: a, moi: y.replace(['\n', '\t'], " ") },
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

    pub(super) fn trinh_bay(&mut self, cu: &Doan, moi: &Doan) {
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
                net(&a.chu) != net(&b.chu),
                "kiểu chữ (phông, cỡ, đậm, nghiêng, màu, tô nền, gạch ngang, nâng hạ)",
            ),
            (nguyen(&cu.chu) != nguyen(&moi.chu), "kiểu dấu nháy, gạch nối, ba chấm"),
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

/// Looks with how many letters have them; spaces and marks have none that is surely seen.
pub(super) fn net(chu: &[(String, DangChu)]) -> Vec<(&DangChu, usize)> {
    let mut out: Vec<(&DangChu, usize)> = Vec::new();
    for (text, look) in chu {
        let count = text.chars().filter(|c| c.is_alphanumeric()).count();
        match out.last_mut() {
            _ if count == 0 => {}
            Some((last, so)) if *last == look => *so = so.saturating_add(count),
            _ => out.push((look, count)),
        }
    }
    out
}

/// Letters and marks as they were typed, without spaces.
pub(super) fn nguyen(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
