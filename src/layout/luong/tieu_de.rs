//! Tên loại và trích yếu (ô số 5a; PL I, II.5.a), and Kính gửi (ô số 9a; PL I, II.9.a).

use super::dau_trang::mat_chu;
use super::{Dung, pt};
use crate::compose::document::TieuDe;
use crate::compose::fonts::Face;
use crate::compose::goc::Dong;
use crate::layout::doan::{Chu, Doan, Manh};
use crate::layout::khoi::Khoi;
use crate::model::trinh_bay::NganCach;

impl Dung<'_> {
    pub(super) fn tieu_de(&mut self, d: &TieuDe, cha: usize, out: &mut Vec<Khoi>) {
        let t = self.t;
        if d.ten_loai.is_empty() {
            // The text begins as far down as a title would; its first line brings the space of a paragraph.
            let cao = (t.tieu_de_cach_tren_pt - t.cach_doan_pt).max(1.0);
            out.push(Khoi::Trong(cao, false));
            return;
        }
        let mau = |co| Doan::moi(co).giua().kep();
        let ten = Doan { truoc: t.tieu_de_cach_tren_pt, ..mau(t.co_chu_ten_loai_pt) };
        out.push(Khoi::doan(self.dong_san(cha, ten, Face::Bold, &d.ten_loai)));
        if !d.trich_yeu.is_empty() {
            let subject = mau(t.co_chu_trich_yeu_pt);
            out.push(Khoi::doan(self.dong_san(cha, subject, Face::Bold, &d.trich_yeu)));
        }
        self.duoi_ten(d.gach_trich_yeu_mm, cha, out);
    }

    /// What parts a title from the text: a rule so long, the space under it the title's; or a line of signs. Where
    /// the rule has no length there are none.
    pub(super) fn duoi_ten(&mut self, mm: f64, cha: usize, out: &mut Vec<Khoi>) {
        let t = self.t;
        out.push(match t.trinh_bay.duoi_tieu_de {
            NganCach::Dau(signs) if mm > 0.0 => {
                let mau = Doan::moi(t.co_chu_trich_yeu_pt).giua().kep();
                Khoi::doan(self.dong_san(cha, mau, Face::Regular, &[signs]))
            }
            _ => self.gach(pt(mm), (t.tieu_de_cach_duoi_pt - t.cach_doan_pt).max(0.0)),
        });
    }

    /// `tu`: the word before the names, with its colon.
    pub(super) fn kinh_gui(&mut self, tu: &str, ds: &[Dong], cha: usize, out: &mut Vec<Khoi>) {
        let t = self.t;
        let mau = || Doan::moi(t.co_chu_than_bai_pt);
        let kieu = mat_chu(t.trinh_bay.kinh_gui);
        match ds {
            [] => {}
            [one] => {
                let dau = Doan { truoc: t.cach_doan_pt, ..mau().giua() };
                // A word that looks like the name goes on in it.
                let rieng = kieu != Face::Regular || t.co_chu_kinh_gui_pt != t.co_chu_than_bai_pt;
                let line = match rieng {
                    true => one.clone(),
                    false => Dong::ghep([&Dong::mau(tu), one], " "),
                };
                let mut doan = self.dong_san(cha, dau, Face::Regular, &[line]);
                if let (true, Some(Manh::Chu(name))) = (rieng, doan.manh.first()) {
                    let word = Chu::moi(format!("{tu} "), t.co_chu_kinh_gui_pt, kieu, name.la);
                    doan.manh.insert(0, Manh::Chu(word));
                }
                out.push(Khoi::doan(doan));
            }
            several => {
                let trai = pt(t.kinh_gui_thut_mm);
                let mot = Doan::moi(t.co_chu_kinh_gui_pt);
                let dau = Doan { truoc: t.cach_doan_pt, trai, giu_voi_sau: true, ..mot };
                out.push(Khoi::doan(self.dong_san(cha, dau, kieu, &[tu])));
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
