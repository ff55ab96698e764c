//! Tables, their rows and cells.

use super::{Loai, Tim};
use crate::word::doc_word::{Bang, Doan, Hang, Khoi};
use crate::word::so_sanh::can::{Buoc, can};
use crate::word::so_sanh::cau::trich;

impl Tim<'_> {
    pub(super) fn bang(&mut self, cu: &Bang, moi: &Bang) {
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

    pub(super) fn bot_bang(&mut self, bang: &Bang, co_bang_moi: bool) {
        let mut said =
            bang.hang.iter().flat_map(Hang::cac_doan).filter(|doan| !doan.trong()).peekable();
        if said.peek().is_some() && said.all(|doan| self.nhu_goc(doan) == Some(false)) {
            self.nguon_doi();
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

    pub(super) fn cac_so(&self, hang: &Hang) -> Vec<usize> {
        hang.cac_doan().into_iter().filter_map(|doan| self.ban_do.so(doan)).collect()
    }

    pub(super) fn bot_hang(&mut self, bang: &Bang, hang: &Hang) {
        if !bang.la_noi_dung() {
            return hang.cac_doan().into_iter().for_each(|doan| self.bot(doan));
        }
        let mut said = hang.cac_doan().into_iter().filter(|doan| !doan.trong()).peekable();
        if said.peek().is_some() && said.all(|doan| self.nhu_goc(doan) == Some(false)) {
            self.nguon_doi();
            return;
        }
        let cau = format!("bớt {} {}", hang.ten, trich(&cac_o(hang).join(" | ")));
        let doan = self.cac_so(hang);
        self.them(format!("Bảng {}", bang.thu), cau, Loai::BotHang { doan });
    }

    pub(super) fn them_hang(&mut self, bang: &Bang, hang: &Hang, truoc: &[usize]) {
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
            self.nguon_doi();
            return;
        }
        let o = cac_o(hang);
        let cau = format!("thêm {} {}", hang.ten, trich(&o.join(" | ")));
        let loai = Loai::ThemHang { truoc: truoc.to_vec(), o };
        self.them(format!("Bảng {}", bang.thu), cau, loai);
    }

    pub(super) fn hang(&mut self, bang: &Bang, cu: &Hang, moi: &Hang) {
        let shape = |hang: &Hang| hang.o.iter().map(|o| (o.cot, o.gop_cot)).collect::<Vec<_>>();
        if bang.la_noi_dung() && shape(cu) != shape(moi) {
            let cau = format!("{} gộp hoặc tách ô: {}", cu.ten, trich(&cac_o(moi).join(" | ")));
            return self.them(format!("Bảng {}", bang.thu), cau, Loai::Khac);
        }
        let outer = std::mem::replace(&mut self.trong_o, bang.la_noi_dung());
        self.cac_o_cua_hang(cu, moi);
        self.trong_o = outer;
    }

    pub(super) fn cac_o_cua_hang(&mut self, cu: &Hang, moi: &Hang) {
        for o in &cu.o {
            let other = moi.o.iter().find(|b| b.cot == o.cot);
            self.khoi(&o.khoi, other.map_or(&[], |b| b.khoi.as_slice()));
        }
        for o in moi.o.iter().filter(|b| cu.o.iter().all(|a| a.cot != b.cot)) {
            self.khoi(&[], &o.khoi);
        }
    }
}

/// How many columns a row reaches over.
pub(super) fn so_cot(hang: &Hang) -> usize {
    hang.o.last().map_or(0, |o| o.cot.saturating_add(o.gop_cot.max(1)))
}

/// What each cell of a row says, a cell that covers several columns with nothing for the others.
pub(super) fn cac_o(hang: &Hang) -> Vec<String> {
    let mut out = Vec::new();
    for o in &hang.o {
        let text = o.khoi.iter().flat_map(Khoi::cac_doan).map(Doan::in_ra);
        out.push(text.collect::<Vec<_>>().join("<br>").trim().to_owned());
    }
    out
}
