//! Chỗ sửa: what somebody has changed in a Word file against the one that the source makes, place by place, and what the
//! source has changed since.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use super::ban_do::{Ai, BanDo};
use crate::word::dau_goc::DauGoc;
use crate::word::doc_word::dang::DangChu;
use crate::word::doc_word::{Bang, Doan, Hang, Khoi, MOC_CHU_THICH, TepWord, ThanhPhan};
use crate::word::nhan_dang::{self, md_mot_dong};
use crate::word::so_sanh::can::{Buoc, can};
use crate::word::so_sanh::cau::{thay, trich};
use crate::word::so_sanh::chuan::{Tu, cac_tu, chuan};
use crate::word::so_sanh::khop::khop;
use crate::word::so_sanh::so_sanh_ngoai_chu;
use crate::writers::docx::dau_goc::cua_doan;
use crate::writers::docx::xml::Element;

/// A place that was edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoSua {
    /// Where, in a reader's words.
    pub noi: String,
    /// What, in a sentence.
    pub cau: String,
    pub loai: Loai,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loai {
    /// Bytes of a paragraph's text became others.
    Chu {
        goc: usize,
        khoang: Range<usize>,
        moi: String,
    },
    /// The number that is printed before a paragraph was counted anew.
    So {
        goc: usize,
        cu: String,
        moi: String,
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
}

/// The edits from `cu`, which the source makes, to `moi`; `dau` says what the file was like that was edited.
pub fn tim(ban_do: &BanDo<'_>, cu: &TepWord, moi: &TepWord, dau: Option<&DauGoc>) -> CacChoSua {
    let nay = ban_do.doan.iter().map(|doan| cua_doan(&doan.chu)).collect();
    let ra = CacChoSua::default();
    let mut tim = Tim { ban_do, tep: (cu, moi), dau, nay, trong_o: false, ra };
    tim.khoi(&cu.khoi, &moi.khoi);
    tim.ngoai_chu();
    tim.sang_trang();
    // The numbers of other heads follow from a level that is not taken.
    if tim.ra.cac.iter().any(|cho| cho.loai == Loai::CapDeMuc) {
        let of_head = |goc: &usize| {
            ban_do.doan.get(*goc).is_some_and(|d| matches!(d.thanh_phan, ThanhPhan::DeMuc(..)))
        };
        tim.ra.cac.retain(|cho| !matches!(&cho.loai, Loai::So { goc, .. } if of_head(goc)));
    }
    tim.ra
}

struct Tim<'a> {
    ban_do: &'a BanDo<'a>,
    tep: (&'a TepWord, &'a TepWord),
    dau: Option<&'a DauGoc>,
    /// The marks of what the source makes today.
    nay: HashSet<String>,
    /// The paragraphs in hand stand in a cell of a table of the text.
    trong_o: bool,
    ra: CacChoSua,
}

impl Tim<'_> {
    fn them(&mut self, noi: String, cau: String, loai: Loai) {
        self.ra.cac.push(ChoSua { noi, cau, loai });
    }

    fn khoi(&mut self, cu: &[Khoi], moi: &[Khoi]) {
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
    fn da_lay(&self, steps: &[Buoc<'_, Khoi>]) -> BTreeSet<usize> {
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
    fn bot_khoi(&mut self, khoi: &Khoi, co_bang_moi: bool) {
        match khoi {
            Khoi::Doan(doan) => self.bot(doan),
            Khoi::Bang(bang) if bang.thu == 0 => {
                bang.hang.iter().for_each(|hang| self.bot_hang(bang, hang));
            }
            Khoi::Bang(bang) => self.bot_bang(bang, co_bang_moi),
        }
    }

    fn bot_bang(&mut self, bang: &Bang, co_bang_moi: bool) {
        let mut said =
            bang.hang.iter().flat_map(Hang::cac_doan).filter(|doan| !doan.trong()).peekable();
        if said.peek().is_some() && said.all(|doan| self.nhu_goc(doan) == Some(false)) {
            self.ra.nguon_doi = self.ra.nguon_doi.saturating_add(1);
            return;
        }
        let text: Vec<String> = bang.hang.iter().map(|hang| cac_o(hang).join(" | ")).collect();
        let cau = format!("bớt cả bảng, {} hàng: {}", text.len(), trich(&text.join("; ")));
        let loai = match co_bang_moi {
            true => Loai::Khac,
            false => {
                Loai::BotBang { hang: bang.hang.iter().map(|hang| self.cac_so(hang)).collect() }
            }
        };
        self.them(format!("Bảng {}", bang.thu), cau, loai);
    }

    /// Whether a paragraph is as it was when the edited file was written.
    fn nhu_goc(&self, doan: &Doan) -> Option<bool> {
        self.dau.map(|dau| dau.co(doan))
    }

    /// Whether the edited file has it from the source, which has it no more. What somebody has moved in Word the source
    /// still has.
    fn nguon_bo(&self, doan: &Doan) -> bool {
        self.nhu_goc(doan) == Some(true) && !self.nay.contains(&cua_doan(&doan.chu))
    }

    fn bot(&mut self, doan: &Doan) {
        let Some(goc) = self.ban_do.so(doan).filter(|_| !doan.trong()) else { return };
        if self.nhu_goc(doan) == Some(false) {
            // The source has got it since.
            self.ra.nguon_doi = self.ra.nguon_doi.saturating_add(1);
            return;
        }
        self.them(doan.cho(), format!("bớt {}", trich(&doan.in_ra())), Loai::Bot { goc });
    }

    fn moi_tat_ca(&mut self, khoi: &Khoi, truoc: Option<usize>, sau: Option<usize>) {
        if let Khoi::Bang(bang) = khoi {
            let text: Vec<String> = bang.hang.iter().map(|hang| cac_o(hang).join(" | ")).collect();
            let cau = format!("thêm cả bảng, {} hàng: {}", text.len(), trich(&text.join("; ")));
            return self.them("Bảng mới".to_owned(), cau, Loai::Khac);
        }
        for doan in khoi.cac_doan().into_iter().filter(|doan| !doan.trong()) {
            if self.nguon_bo(doan) {
                self.ra.nguon_doi = self.ra.nguon_doi.saturating_add(1);
                continue;
            }
            let so = doan.so.as_ref().map(|so| so.chu.clone());
            let moi = DoanMoi {
                so,
                chu: mot_dong(&doan.chu),
                md: self.md(doan),
                thanh_phan: doan.thanh_phan,
                trong_o: self.trong_o,
            };
            let loai = match doan.chu_thich.is_empty() {
                true => Loai::Them { truoc, sau, doan: moi },
                false => Loai::Khac,
            };
            self.them(doan.cho(), format!("thêm {}", trich(&doan.in_ra())), loai);
        }
    }

    /// A new paragraph as a body has it. What its place makes bold by itself is not marked.
    fn md(&self, doan: &Doan) -> String {
        let head = matches!(doan.thanh_phan, ThanhPhan::DeMuc(..)) || doan.chu.starts_with("Điều ");
        let look = self.tep.1.dang_nhanh(doan).filter(|_| !doan.chu.starts_with("Điều "));
        match look {
            Some(look) => md_mot_dong(&look, head || self.trong_o),
            None => nhan_dang::mot_dong(&mot_dong(&doan.chu)),
        }
    }

    fn bang(&mut self, cu: &Bang, moi: &Bang) {
        let wide = |bang: &Bang| bang.hang.iter().map(so_cot).max().unwrap_or(0);
        if cu.la_noi_dung() && wide(cu) != wide(moi) {
            let cau = format!(
                "số cột từ {} thành {}: {}",
                wide(cu),
                wide(moi),
                trich(&moi.hang.first().map(cac_o).unwrap_or_default().join(" | "))
            );
            return self.them(format!("Bảng {}", cu.thu), cau, Loai::Khac);
        }
        let mut truoc: Vec<usize> = Vec::new();
        for buoc in can(&cu.hang, &moi.hang) {
            match buoc {
                Buoc::Cap(a, b) => self.hang(cu, a, b),
                Buoc::Bot(a) => self.bot_hang(cu, a),
                Buoc::Them(b) => self.them_hang(moi, b, &truoc),
            }
            if let Buoc::Cap(hang, _) | Buoc::Bot(hang) = buoc {
                truoc = self.cac_so(hang);
            }
        }
    }

    fn cac_so(&self, hang: &Hang) -> Vec<usize> {
        hang.cac_doan().into_iter().filter_map(|doan| self.ban_do.so(doan)).collect()
    }

    fn bot_hang(&mut self, bang: &Bang, hang: &Hang) {
        if !bang.la_noi_dung() {
            return hang.cac_doan().into_iter().for_each(|doan| self.bot(doan));
        }
        let mut said = hang.cac_doan().into_iter().filter(|doan| !doan.trong()).peekable();
        if said.peek().is_some() && said.all(|doan| self.nhu_goc(doan) == Some(false)) {
            self.ra.nguon_doi = self.ra.nguon_doi.saturating_add(1);
            return;
        }
        let cau = format!("bớt {} {}", hang.ten, trich(&cac_o(hang).join(" | ")));
        let doan = self.cac_so(hang);
        self.them(format!("Bảng {}", bang.thu), cau, Loai::BotHang { doan });
    }

    fn them_hang(&mut self, bang: &Bang, hang: &Hang, truoc: &[usize]) {
        if !bang.la_noi_dung() {
            for o in &hang.o {
                o.khoi.iter().for_each(|khoi| self.moi_tat_ca(khoi, None, None));
            }
            return;
        }
        let mut said = hang.cac_doan().into_iter().filter(|doan| !doan.trong());
        if said.clone().any(|doan| self.nguon_bo(doan))
            && said.all(|doan| self.nhu_goc(doan) == Some(true))
        {
            self.ra.nguon_doi = self.ra.nguon_doi.saturating_add(1);
            return;
        }
        let o = cac_o(hang);
        let cau = format!("thêm {} {}", hang.ten, trich(&o.join(" | ")));
        let loai = Loai::ThemHang { truoc: truoc.to_vec(), o };
        self.them(format!("Bảng {}", bang.thu), cau, loai);
    }

    fn hang(&mut self, bang: &Bang, cu: &Hang, moi: &Hang) {
        let shape = |hang: &Hang| hang.o.iter().map(|o| (o.cot, o.gop_cot)).collect::<Vec<_>>();
        if bang.la_noi_dung() && shape(cu) != shape(moi) {
            let cau = format!("{} gộp hoặc tách ô: {}", cu.ten, trich(&cac_o(moi).join(" | ")));
            return self.them(format!("Bảng {}", bang.thu), cau, Loai::Khac);
        }
        let outer = std::mem::replace(&mut self.trong_o, bang.la_noi_dung());
        self.cac_o_cua_hang(cu, moi);
        self.trong_o = outer;
    }

    fn cac_o_cua_hang(&mut self, cu: &Hang, moi: &Hang) {
        for o in &cu.o {
            let other = moi.o.iter().find(|b| b.cot == o.cot);
            self.khoi(&o.khoi, other.map_or(&[], |b| b.khoi.as_slice()));
        }
        for o in moi.o.iter().filter(|b| cu.o.iter().all(|a| a.cot != b.cot)) {
            self.khoi(&[], &o.khoi);
        }
    }

    fn doan(&mut self, cu: &Doan, moi: &Doan) {
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
    fn chi_loi_cua_mau(&mut self, goc: usize, cu: &Doan, moi: &Doan) -> bool {
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
    fn chu(&mut self, goc: usize, cu: &Doan, moi: &Doan) {
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
            let cau = cau(x, y);
            let notes = x.contains(MOC_CHU_THICH) || y.contains(MOC_CHU_THICH);
            let loai = match notes {
                true => Loai::Khac,
                false => Loai::Chu { goc, khoang: a, moi: y.replace(['\n', '\t'], " ") },
            };
            self.them(cu.cho(), cau, loai);
        }
    }

    fn trinh_bay(&mut self, cu: &Doan, moi: &Doan) {
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
            (net(&a.chu) != net(&b.chu), "kiểu chữ (phông, cỡ, đậm, nghiêng, màu, tô nền)"),
            (nguyen(&cu.chu) != nguyen(&moi.chu), "kiểu dấu nháy, gạch nối, ba chấm"),
            (ngat(&cu.chu) != ngat(&moi.chu), "chỗ xuống dòng trong đoạn"),
        ];
        let names: Vec<&str> = khac.iter().filter(|(no, _)| *no).map(|(_, name)| *name).collect();
        if !names.is_empty() {
            let cau = format!("{} của {}", names.join(", "), trich(&cu.in_ra()));
            self.them(cu.cho(), cau, Loai::TrinhBay);
        }
    }

    /// Pages that begin where none did: letters stay, the source asks for them in its own way.
    fn sang_trang(&mut self) {
        let (cu, moi) = self.tep;
        let (before, now) = (so_ngat_trang(&cu.than), so_ngat_trang(&moi.than));
        if before == now {
            return;
        }
        let cau = match now > before {
            true => format!(
                "thêm {} chỗ sang trang; muốn giữ thì gõ dòng {{sang trang}} ở chỗ ấy trong nguồn",
                now.saturating_sub(before)
            ),
            false => format!("bớt {} chỗ sang trang", before.saturating_sub(now)),
        };
        self.them("Trang".to_owned(), cau, Loai::TrinhBay);
    }

    /// Head and foot of the pages, and what is drawn: nothing of it is led to a field.
    fn ngoai_chu(&mut self) {
        let (cu, moi) = self.tep;
        for change in so_sanh_ngoai_chu(cu, moi) {
            let cau = change
                .cau
                .strip_prefix(&format!("{}: ", change.noi))
                .unwrap_or(&change.cau)
                .to_owned();
            self.them(change.noi.clone(), cau, Loai::Khac);
        }
    }
}

/// How many lines a paragraph is broken into by hand.
fn ngat(text: &str) -> usize {
    text.trim().matches('\n').count()
}

/// How many columns a row reaches over.
fn so_cot(hang: &Hang) -> usize {
    hang.o.last().map_or(0, |o| o.cot.saturating_add(o.gop_cot.max(1)))
}

/// How many pages somebody begins by hand.
fn so_ngat_trang(cay: &Element) -> usize {
    let (mut out, mut left) = (0_usize, vec![cay]);
    while let Some(one) = left.pop() {
        let of_page = one.name == "w:br" && one.get("w:type") == Some("page");
        let before = one.name == "w:pageBreakBefore" && one.get("w:val").is_none_or(|v| v != "0");
        out = out.saturating_add(usize::from(of_page || before));
        left.extend(one.elements());
    }
    out
}

/// Whether a step changes letters.
fn khac_chu(buoc: &Buoc<'_, Khoi>) -> bool {
    match buoc {
        Buoc::Cap(a, b) => chu_cai(&a.cac_doan()) != chu_cai(&b.cac_doan()),
        Buoc::Bot(_) | Buoc::Them(_) => true,
    }
}

/// The letters and digits of paragraphs.
pub fn chu_cai(doan: &[&Doan]) -> String {
    let text = doan.iter().map(|doan| chuan(&doan.chu));
    text.collect::<String>().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Looks with how many letters have them; spaces and marks have none that is surely seen.
fn net(chu: &[(String, DangChu)]) -> Vec<(&DangChu, usize)> {
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
fn nguyen(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn cau(cu: &str, moi: &str) -> String {
    let shown = |text: &str| text.replace(MOC_CHU_THICH, "[dấu chú thích]");
    let (cu, moi) = (shown(cu), shown(moi));
    let (cu, moi) = (cu.as_str(), moi.as_str());
    match (cu.trim().is_empty(), moi.trim().is_empty()) {
        (true, false) => format!("thêm {}", trich(moi)),
        (false, true) => format!("bớt {}", trich(cu)),
        _ => thay(cu, moi),
    }
}

fn mot_dong(text: &str) -> String {
    text.replace(MOC_CHU_THICH, "")
        .split(['\n', '\t'])
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

/// What each cell of a row says, a cell that covers several columns with nothing for the others.
fn cac_o(hang: &Hang) -> Vec<String> {
    let mut out = Vec::new();
    for o in &hang.o {
        let text = o.khoi.iter().flat_map(Khoi::cac_doan).map(Doan::in_ra);
        out.push(text.collect::<Vec<_>>().join("<br>").trim().to_owned());
    }
    out
}

/// What all edits did to the words of the paragraphs that they left: the paragraph as it must come out.
pub fn sau_khi_sua(ban_do: &BanDo<'_>, cac: &[&ChoSua]) -> BTreeMap<usize, String> {
    let mut edits: BTreeMap<usize, Vec<(Range<usize>, &str)>> = BTreeMap::new();
    for cho in cac {
        if let Loai::Chu { goc, khoang, moi } = &cho.loai {
            edits.entry(*goc).or_default().push((khoang.clone(), moi));
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
