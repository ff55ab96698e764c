//! Phụ lục: number, title, reference line, page of each appendix (PL I, III.1).

use super::dau_trang::ten_co_quan;
use super::hang_cao::hang_cao;
use super::hinh::CacHinh;
use super::ket_thuc::ket_thuc;
use super::khoan::khoan;
use super::rong_cot;
use super::tieu_de::PHAN_RONG_TRICH_YEU;
use crate::compose::document::{Block, PhuLuc, danh_cap};
use crate::compose::fonts::{Face, Fonts};
use crate::compose::gach::gach_ngan;
use crate::compose::goc::Dong;
use crate::compose::ngat_dong::{ngat, ngat_dong};
use crate::compose::walk::MoPhuLuc;
use crate::diagnostic::Diagnostic;
use crate::model::VanBan;
use crate::model::chu_dau::ngoac_thuong;
use crate::model::la_ma::la_ma;
use crate::model::the_thuc::TheThuc;
use crate::model::trinh_bay::SoPhuLuc;

/// The number of an appendix.
fn so_phu_luc(so: usize, t: &TheThuc) -> String {
    match t.trinh_bay.so_phu_luc {
        SoPhuLuc::LaMa => la_ma(so),
        SoPhuLuc::ARap => so.to_string(),
    }
}

/// The appendices of a document. Numbers, Roman by the decree, from two on (PL I, III.1.b).
pub fn phu_luc(
    mo: Vec<MoPhuLuc>,
    van_ban: &VanBan,
    the_thuc: &TheThuc,
    fonts: &Fonts,
) -> Result<Vec<PhuLuc>, Vec<Diagnostic>> {
    let nhieu = mo.iter().filter(|mo| mo.kem_theo.is_none()).count() > 1;
    let chung = Chung {
        van_ban,
        kem_theo: kem_theo(van_ban),
        co_cho_trong: van_ban.vien_dan_trong_phu_luc().contains('\u{a0}'),
        the_thuc,
        fonts,
    };
    let mut so: usize = 0;
    mo.into_iter()
        .map(|mo| {
            let ten = match &mo.kem_theo {
                Some(loai) => loai.to_uppercase(),
                None => {
                    so = so.saturating_add(1);
                    if nhieu {
                        format!("Phụ lục {}", so_phu_luc(so, the_thuc))
                    } else {
                        "Phụ lục".to_owned()
                    }
                }
            };
            chung.mot_phu_luc(ten, mo)
        })
        .collect()
}

/// `(Kèm theo Kế hoạch số … ngày … của …)`; the date stays in one piece.
fn kem_theo(van_ban: &VanBan) -> String {
    let mut vien_dan = van_ban.vien_dan_trong_phu_luc();
    for ngay in [van_ban.ngay_ban_hanh, van_ban.ngay_ban_hanh.chua_co_ngay()] {
        let ngay = van_ban.cum_ngay(ngay);
        vien_dan = vien_dan.replace(&ngay, &ngay.replace(' ', "\u{a0}"));
    }
    format!("(Kèm theo {vien_dan})")
}

/// What the appendices of one document share.
struct Chung<'a> {
    van_ban: &'a VanBan,
    kem_theo: String,
    /// Whether a gap for number or date stands in it.
    co_cho_trong: bool,
    the_thuc: &'a TheThuc,
    fonts: &'a Fonts,
}

impl Chung<'_> {
    fn mot_phu_luc(&self, ten: String, mo: MoPhuLuc) -> Result<PhuLuc, Vec<Diagnostic>> {
        let Self { van_ban, the_thuc: t, fonts, .. } = *self;
        let rong_chu = t.rong_chu_cua_mm(mo.ngang);
        let rong = rong_chu * PHAN_RONG_TRICH_YEU;
        let size = t.co_chu_trich_yeu_pt;
        let do_rong = |face| move |s: &str| fonts.width_mm(s, face, size);
        let kem_theo = ngat_dong(&self.kem_theo, rong, do_rong(Face::Italic));
        let kem_theo: Vec<String> = match self.co_cho_trong {
            true => kem_theo,
            // The no-break spaces have done their work; Word makes them wider than others.
            false => kem_theo.iter().map(|dong| dong.replace('\u{a0}', " ")).collect(),
        };
        let rong_kem_theo: Vec<f64> = kem_theo.iter().map(|d| do_rong(Face::Italic)(d)).collect();
        let mut than_bai = mo.than_bai;
        chia_cot(&mut than_bai, rong_chu, &ten, (t, fonts))?;
        CacHinh::cua(van_ban, t).dat(&mut than_bai, mo.ngang)?;
        hang_cao(&mut than_bai, mo.ngang, t, fonts);
        danh_cap(&mut than_bai);
        let rieng = mo.kem_theo.is_some();
        if rieng {
            ket_thuc(&mut than_bai, t.trinh_bay.ket_thuc);
        }
        khoan(&mut than_bai, t.trinh_bay);
        let tieu_de = Dong::new(mo.tieu_de.chu, mo.tieu_de.goc);
        let as_typed = rieng || ngoac_thuong(tieu_de.as_str());
        let tieu_de = if as_typed { tieu_de } else { tieu_de.in_hoa() };
        Ok(PhuLuc {
            dau_trang: rieng.then(|| ten_co_quan(&van_ban.co_quan, t, fonts)),
            dau_goc: None,
            ten,
            tieu_de: ngat(&tieu_de, rong, do_rong(Face::Bold)),
            gach_mm: gach_ngan(&rong_kem_theo),
            kem_theo,
            ngang: mo.ngang,
            than_bai,
        })
    }
}

/// Gives the columns of all tables on pages with `rong_chu_mm` for text their widths.
pub fn chia_cot(
    blocks: &mut [Block],
    rong_chu_mm: f64,
    noi: &str,
    (t, fonts): (&TheThuc, &Fonts),
) -> Result<(), Vec<Diagnostic>> {
    for block in blocks {
        if let Block::Table(table) = block {
            table.chia_cot(rong_chu_mm).map_err(|can| {
                let message = format!(
                    "{noi}: các cột của bảng rộng {can:.0} mm, khổ chữ của trang chỉ có {rong_chu_mm:.0} mm"
                );
                vec![Diagnostic::error("template", message).hint("bớt độ rộng của cột trong mẫu")]
            })?;
            rong_cot::vua_tu(table, t, fonts);
        }
    }
    Ok(())
}
