//! Tên loại và trích yếu (ô số 5a; PL I, II.5.a), and Kính gửi (ô số 9a; PL I, II.9.a).

use super::{Dung, pt};
use crate::compose::document::TieuDe;
use crate::compose::fonts::Face;
use crate::compose::goc::Dong;
use crate::layout::doan::Doan;
use crate::layout::khoi::Khoi;

/// PL I, II.9.a.
const KINH_GUI: &str = "Kính gửi:";

impl Dung<'_> {
    pub(super) fn tieu_de(&mut self, d: &TieuDe, cha: usize, out: &mut Vec<Khoi>) {
        let t = self.t;
        let Some(kind) = &d.ten_loai else {
            // The text begins as far down as a title would; its first line brings the space of a paragraph.
            let cao = (t.tieu_de_cach_tren_pt - t.cach_doan_pt).max(1.0);
            out.push(Khoi::Trong(cao, false));
            return;
        };
        let mau = || Doan::moi(t.co_chu_ten_loai_pt).giua().kep();
        let ten = Doan { truoc: t.tieu_de_cach_tren_pt, ..mau() };
        out.push(Khoi::doan(self.dong_san(cha, ten, Face::Bold, &[kind])));
        if !d.trich_yeu.is_empty() {
            out.push(Khoi::doan(self.dong_san(cha, mau(), Face::Bold, &d.trich_yeu)));
        }
        out.push(self.gach_duoi_ten(d.gach_trich_yeu_mm));
    }

    /// The rule between a title and the text: the space under it is the title's.
    pub(super) fn gach_duoi_ten(&self, mm: f64) -> Khoi {
        self.gach(pt(mm), (self.t.tieu_de_cach_duoi_pt - self.t.cach_doan_pt).max(0.0))
    }

    pub(super) fn kinh_gui(&mut self, ds: &[Dong], cha: usize, out: &mut Vec<Khoi>) {
        let t = self.t;
        let mau = || Doan::moi(t.co_chu_than_bai_pt);
        match ds {
            [] => {}
            [one] => {
                let dau = Doan { truoc: t.cach_doan_pt, ..mau().giua() };
                let line = Dong::ghep([&Dong::mau(KINH_GUI), one], " ");
                out.push(Khoi::doan(self.dong_san(cha, dau, Face::Regular, &[line])));
            }
            several => {
                let trai = pt(t.kinh_gui_thut_mm);
                let dau = Doan { truoc: t.cach_doan_pt, trai, giu_voi_sau: true, ..mau() };
                out.push(Khoi::doan(self.dong_san(cha, dau, Face::Regular, &[KINH_GUI])));
                for line in several {
                    // What goes on hangs under the text behind the dash.
                    let treo = pt(t.kinh_gui_treo_mm());
                    let trai = pt(t.kinh_gui_thut_mm + t.kinh_gui_muc_mm) + treo;
                    let muc = Doan { trai, thut_dau: -treo, ..mau() };
                    out.push(Khoi::doan(self.dong_san(cha, muc, Face::Regular, &[line])));
                }
            }
        }
    }
}
