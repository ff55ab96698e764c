//! Phụ lục: number, title, reference line, page of each appendix (PL I, III.1).

use super::dau_trang::PHAN_RONG_TRICH_YEU;
use crate::diagnostic::Diagnostic;
use crate::document::{Block, PhuLuc, danh_cap};
use crate::la_ma::la_ma;
use crate::model::VanBan;
use crate::render::fonts::{Face, Fonts};
use crate::render::gach::gach_ngan;
use crate::render::ngat_dong::ngat_dong;
use crate::render::walk::MoPhuLuc;
use crate::the_thuc::TheThuc;

/// The appendices of a document. Roman numbers from two on (PL I, III.1.b).
pub fn phu_luc(
    mo: Vec<MoPhuLuc>,
    van_ban: &VanBan,
    the_thuc: &TheThuc,
    fonts: &Fonts,
) -> Result<Vec<PhuLuc>, Vec<Diagnostic>> {
    let nhieu = mo.len() > 1;
    // Number and day stay blank on an electronic document (PL I, III.1.c).
    let ngay = van_ban.ngay_ban_hanh.chua_co_ngay().cum_tu();
    let vien_dan = van_ban.vien_dan_de_trong().replace(&ngay, &ngay.replace(' ', "\u{a0}"));
    let kem_theo = format!("(Kèm theo {vien_dan})");
    mo.into_iter()
        .enumerate()
        .map(|(i, mo)| {
            let ten = match nhieu {
                true => format!("Phụ lục {}", la_ma(i.saturating_add(1))),
                false => "Phụ lục".to_owned(),
            };
            mot_phu_luc(ten, mo, &kem_theo, the_thuc, fonts)
        })
        .collect()
}

fn mot_phu_luc(
    ten: String,
    mo: MoPhuLuc,
    kem_theo: &str,
    t: &TheThuc,
    fonts: &Fonts,
) -> Result<PhuLuc, Vec<Diagnostic>> {
    let rong_chu = t.rong_chu_cua_mm(mo.ngang);
    let rong = rong_chu * PHAN_RONG_TRICH_YEU;
    let size = t.co_chu_ten_loai_pt;
    let do_rong = |face| move |s: &str| fonts.width_mm(s, face, size);
    let kem_theo = ngat_dong(kem_theo, rong, do_rong(Face::Italic));
    let rong_kem_theo: Vec<f64> = kem_theo.iter().map(|d| do_rong(Face::Italic)(d)).collect();
    let mut than_bai = mo.than_bai;
    chia_cot(&mut than_bai, rong_chu, &ten)?;
    danh_cap(&mut than_bai);
    Ok(PhuLuc {
        ten,
        tieu_de: ngat_dong(&mo.tieu_de.to_uppercase(), rong, do_rong(Face::Bold)),
        gach_mm: gach_ngan(&rong_kem_theo),
        kem_theo,
        ngang: mo.ngang,
        than_bai,
    })
}

/// Gives the columns of all tables their widths.
pub fn chia_cot(blocks: &mut [Block], rong_chu_mm: f64, noi: &str) -> Result<(), Vec<Diagnostic>> {
    for block in blocks {
        if let Block::Table(table) = block {
            table.chia_cot(rong_chu_mm).map_err(|can| {
                let message = format!(
                    "{noi}: các cột của bảng rộng {can:.0} mm, khổ chữ của trang chỉ có {rong_chu_mm:.0} mm"
                );
                vec![Diagnostic::error("template", message).hint("bớt độ rộng của cột trong mẫu")]
            })?;
        }
    }
    Ok(())
}
