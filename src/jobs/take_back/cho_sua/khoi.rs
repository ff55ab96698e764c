//! Blocks: which were there, which went, which came.

use std::collections::BTreeSet;

use super::bang::cac_o;
use super::lech::{Phia, dich};
use super::loi::{chu_cai, mot_dong};
use super::{DoanMoi, Loai, SoDau, Tim, khac_chu, sau_so};
use crate::word::doc_word::{Doan, Khoi, ThanhPhan};
use crate::word::nhan_dang::{self, md_mot_dong};
use crate::word::so_sanh::can::{Buoc, can};
use crate::word::so_sanh::cau::trich;
use crate::word::so_sanh::chuan::chuan;
use crate::writers::docx::dau_goc::cua_doan;

impl Tim<'_> {
    pub(super) fn khoi(&mut self, cu: &[Khoi], moi: &[Khoi]) {
        let steps = can(cu, moi);
        let taken = self.da_lay(&steps);
        let new_table = steps.iter().any(|buoc| matches!(buoc, Buoc::Them(Khoi::Bang(_))));
        let mut truoc: Option<usize> = None;
        for (at, buoc) in steps.iter().enumerate() {
            match buoc {
                _ if taken.contains(&at) => {}
                Buoc::Cap(Khoi::Doan(a), Khoi::Doan(b)) => self.doan(a, b),
                Buoc::Cap(Khoi::Bang(a), Khoi::Bang(b)) => self.bang(a, b),
                Buoc::Cap(a, b) => {
                    a.cac_doan().into_iter().for_each(|doan| self.bot(doan));
                    self.moi_tat_ca(b, truoc, None);
                }
                Buoc::Bot(a) => self.bot_khoi(a, new_table),
                Buoc::Them(b) => {
                    let next = steps.iter().skip(at).find_map(|buoc| match buoc {
                        Buoc::Cap(khoi, _) | Buoc::Bot(khoi) => Some(*khoi),
                        Buoc::Them(_) => None,
                    });
                    let next = next.and_then(|khoi| khoi.cac_doan().first().copied());
                    self.moi_tat_ca(b, truoc, next.and_then(|doan| self.ban_do.so(doan)));
                }
            }
            if let Buoc::Cap(khoi, _) | Buoc::Bot(khoi) = buoc {
                let last = khoi.cac_doan().last().and_then(|doan| self.ban_do.so(doan));
                truoc = last.or(truoc);
            }
        }
    }

    /// The steps that the source has made since in its own way: what was taken back before says the same in other
    /// paragraphs, as one place to send to stands beside “Kính gửi”.
    pub(super) fn da_lay(&self, steps: &[Buoc<'_, Khoi>]) -> BTreeSet<usize> {
        let mut out = BTreeSet::new();
        let mut from = 0_usize;
        for run in steps.chunk_by(|a, b| khac_chu(a) && khac_chu(b)) {
            let here = from..from.saturating_add(run.len());
            from = here.end;
            let old = run.iter().filter_map(|buoc| match buoc {
                Buoc::Cap(khoi, _) | Buoc::Bot(khoi) => Some(*khoi),
                Buoc::Them(_) => None,
            });
            let new = run.iter().filter_map(|buoc| match buoc {
                Buoc::Cap(_, khoi) | Buoc::Them(khoi) => Some(*khoi),
                Buoc::Bot(_) => None,
            });
            let old: Vec<&Doan> = old.flat_map(Khoi::cac_doan).filter(|d| !d.trong()).collect();
            let new: Vec<&Doan> = new.flat_map(Khoi::cac_doan).filter(|d| !d.trong()).collect();
            let since = !old.is_empty() && old.iter().all(|d| self.nhu_goc(d) == Some(false));
            if run.iter().any(khac_chu) && since && chu_cai(&old) == chu_cai(&new) {
                out.extend(here);
            }
        }
        out
    }

    /// `co_bang_moi`: a table has come, which may be this one in another place; nothing of it may be lost.
    pub(super) fn bot_khoi(&mut self, khoi: &Khoi, co_bang_moi: bool) {
        match khoi {
            Khoi::Doan(doan) => self.bot(doan),
            Khoi::Bang(bang) if bang.thu == 0 => {
                bang.hang.iter().for_each(|hang| self.bot_hang(bang, hang));
            }
            Khoi::Bang(bang) => self.bot_bang(bang, co_bang_moi),
        }
    }

    /// Whether a paragraph is as it was when the edited file was written.
    pub(super) fn nhu_goc(&self, doan: &Doan) -> Option<bool> {
        self.dau.map(|dau| dau.co(doan))
    }

    /// Whether the edited file has it from the source, which has it no more. What somebody has moved in Word the source
    /// still has.
    pub(super) fn nguon_bo(&self, doan: &Doan) -> bool {
        self.nhu_goc(doan) == Some(true) && !self.nay.contains(&cua_doan(&doan.chu))
    }

    pub(super) fn bot(&mut self, doan: &Doan) {
        let Some(goc) = self.ban_do.so(doan).filter(|_| !doan.trong()) else { return };
        if self.nhu_goc(doan) == Some(false) {
            return self.chi_nguon_co(goc, doan);
        }
        self.lech_them(Phia::Word, doan, -1);
        self.them(doan.cho(), format!("bớt {}", trich(&doan.in_ra())), Loai::Bot { goc });
    }

    pub(super) fn moi_tat_ca(&mut self, khoi: &Khoi, truoc: Option<usize>, sau: Option<usize>) {
        if let Khoi::Bang(bang) = khoi {
            let text: Vec<String> = bang.hang.iter().map(|hang| cac_o(hang).join(" | ")).collect();
            let cau = format!("thêm cả bảng, {} hàng: {}", text.len(), trich(&text.join("; ")));
            return self.them("Bảng mới".to_owned(), cau, Loai::Khac);
        }
        for doan in khoi.cac_doan().into_iter().filter(|doan| !doan.trong()) {
            if self.nguon_bo(doan) {
                self.lech_them(Phia::Nguon, doan, -1);
                self.nguon_doi();
                continue;
            }
            let moi = self.doan_moi(doan);
            self.lech_them(Phia::Word, doan, 1);
            let loai = match doan.chu_thich.is_empty() {
                true => Loai::Them { truoc, sau, doan: moi },
                false => Loai::Khac,
            };
            let outer = std::mem::replace(&mut self.dang, self.so_moi.so(doan));
            self.them(doan.cho(), format!("thêm {}", trich(&doan.in_ra())), loai);
            self.dang = outer;
        }
    }

    /// The source has got a paragraph since: its number is counted on behind what was put in in Word.
    fn chi_nguon_co(&mut self, goc: usize, doan: &Doan) {
        let so = SoDau::cua(doan);
        self.nguon_doi();
        self.ra.chi_nguon.insert(chuan(sau_so(doan, &so)));
        let word = self.lech_cua(Phia::Word, doan);
        if let Some(moi) = dich(&so.chu, word).filter(|_| word != 0) {
            self.so_khac(goc, (doan, &so), moi);
        }
        self.lech_them(Phia::Nguon, doan, 1);
    }

    /// A new paragraph. Its number is counted on behind what the source has put in.
    fn doan_moi(&self, doan: &Doan) -> DoanMoi {
        let so = SoDau::cua(doan);
        let nguon = self.lech_cua(Phia::Nguon, doan);
        let moi = dich(&so.chu, nguon).filter(|_| nguon != 0).unwrap_or_else(|| so.chu.clone());
        let typed = |text: String| match text.strip_prefix(&so.chu) {
            Some(rest) if so.dai > 0 => format!("{moi}{rest}"),
            _ => text,
        };
        DoanMoi {
            so: doan.so.as_ref().map(|_| moi.clone()),
            chu: typed(mot_dong(&doan.chu)),
            md: typed(self.md(doan)),
            thanh_phan: doan.thanh_phan,
            trong_o: self.trong_o,
        }
    }

    /// A new paragraph as a body has it. What its place makes bold by itself is not marked.
    pub(super) fn md(&self, doan: &Doan) -> String {
        let head = matches!(doan.thanh_phan, ThanhPhan::DeMuc(..)) || doan.chu.starts_with("Điều ");
        let look = self.tep.1.dang_nhanh(doan).filter(|_| !doan.chu.starts_with("Điều "));
        match look {
            Some(look) => md_mot_dong(&look, head || self.trong_o),
            None => nhan_dang::mot_dong(&mot_dong(&doan.chu)),
        }
    }
}
