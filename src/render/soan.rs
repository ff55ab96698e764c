//! Soạn: a checked [`VanBan`] → a [`Document`] with every word and line of head and foot decided.

use std::sync::Arc;

use typst::foundations::Value;

use super::fonts::{Face, Fonts};
use super::gach::gach_ngan;
use super::ngat_dong::ngat_dong;
use super::world::TemplateWorld;
use super::{blocks, diagnose::diagnose, library, value};
use crate::diagnostic::Diagnostic;
use crate::document::{
    Block, CuoiTrang, DauTrang, Document, Inline, ThongTin, TieuDe, plain_text,
};
use crate::model::{CauChu, NoiDung, TenCoQuan, VanBan};
use crate::the_thuc::TheThuc;

/// Both spellings occur in the decree; its table has HÒA (PL I, II.1.a).
const QUOC_HIEU: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const TIEU_NGU: &str = "Độc lập - Tự do - Hạnh phúc";

/// How much of the text width a line of the trích yếu may fill: a centred title that runs from margin
/// to margin looks like a paragraph.
const PHAN_RONG_TRICH_YEU: f64 = 0.88;

/// The document as both writers get it. Faults here are the template's, or a phrase that the template
/// doesn't know.
pub fn soan(van_ban: &VanBan, fonts: &Fonts) -> Result<Document, Vec<Diagnostic>> {
    let the_thuc = van_ban.co_quan.the_thuc.clone();
    let mut than_bai = than_bai(van_ban, fonts)?;
    giu_cuoi_bai(&mut than_bai, &the_thuc, fonts);
    let document = Document {
        thong_tin: thong_tin(van_ban),
        dau_trang: dau_trang(van_ban, &the_thuc, fonts),
        tieu_de: tieu_de(van_ban, &the_thuc, fonts),
        than_bai,
        cuoi_trang: CuoiTrang {
            noi_nhan: van_ban.noi_nhan.dong(),
            quyen_han_chuc_vu: van_ban.nguoi_ky.quyen_han_chuc_vu().to_vec(),
            ho_ten: van_ban.nguoi_ky.ho_ten().to_owned(),
        },
        the_thuc,
    };
    Ok(document)
}

/// The words of a kind of document.
fn template_of(noi_dung: &NoiDung) -> &'static str {
    match noi_dung {
        NoiDung::KeHoach(_) => "/noi-dung/ke-hoach.typ",
    }
}

fn than_bai(van_ban: &VanBan, fonts: &Fonts) -> Result<Vec<Block>, Vec<Diagnostic>> {
    let data: Arc<[u8]> = value::du_lieu(van_ban).to_string().into_bytes().into();
    let path = template_of(&van_ban.noi_dung);
    let world = TemplateWorld::shipped(&library::CONTENT, fonts, path, data).ok_or_else(|| {
        vec![Diagnostic::error("internal", format!("chương trình thiếu mẫu {path}"))]
    })?;
    let known = cau_chu_cua_mau(&world)?;
    let unknown: Vec<Diagnostic> =
        van_ban.cau_chu.iter().filter_map(|cau| cau_la(cau, &known)).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    blocks::compile(&world).map_err(|faults| diagnose(&world, &faults))
}

/// The standing phrases that a template defines in `#let cau_chu = (…)`.
fn cau_chu_cua_mau(world: &TemplateWorld) -> Result<Vec<String>, Vec<Diagnostic>> {
    let module =
        blocks::evaluate(world, world.main_source()).map_err(|faults| diagnose(world, &faults))?;
    let phrases = module.scope().get("cau_chu").map(|binding| binding.read().clone());
    Ok(match phrases {
        Some(Value::Dict(dict)) => dict.iter().map(|(key, _)| key.to_string()).collect(),
        _ => vec![],
    })
}

fn cau_la(cau: &CauChu, known: &[String]) -> Option<Diagnostic> {
    if known.contains(&cau.khoa) {
        return None;
    }
    let nearest = known.iter().max_by(|a, b| {
        let score = |key: &str| strsim::jaro_winkler(key, &cau.khoa);
        score(a).total_cmp(&score(b))
    });
    let message = format!("mẫu không có câu chữ nào tên `{}`", cau.khoa);
    let list = known.join(", ");
    let hint = match nearest {
        Some(key) if strsim::jaro_winkler(key, &cau.khoa) > 0.8 => format!("có phải là `{key}`?"),
        _ => format!("các câu thay được: {list}"),
    };
    Some(Diagnostic::error("unknown-phrase", message).hint(hint).at(cau.place.clone()))
}

/// The signature block never stands alone: at least two lines of body share its page. The last
/// paragraph keeps to it; where that is a single line, the one before does too.
fn giu_cuoi_bai(blocks: &mut [Block], the_thuc: &TheThuc, fonts: &Fonts) {
    let room = the_thuc.rong_chu_mm() - the_thuc.thut_dong_mm;
    for block in blocks.iter_mut().rev() {
        let text = plain_text(block.inlines());
        let width = fonts.width_mm(&text, Face::Regular, the_thuc.co_chu_than_bai_pt);
        match block {
            Block::Heading(_) => break,
            Block::Paragraph(p) => p.giu_voi_sau = true,
            Block::Item(i) => i.giu_voi_sau = true,
        }
        let broken = block.inlines().any(|inline| matches!(inline, Inline::LineBreak));
        if width > room || broken {
            break;
        }
    }
}

fn thong_tin(van_ban: &VanBan) -> ThongTin {
    let loai = van_ban.loai.ten();
    ThongTin {
        tieu_de: format!("{loai} {}", van_ban.trich_yeu),
        tac_gia: van_ban.co_quan.ten.clone(),
        chu_de: van_ban.trich_yeu.clone(),
        tu_khoa: vec![loai.to_owned(), van_ban.so_ky_hieu.ky_hieu().to_owned()],
        ngay: van_ban.ngay_ban_hanh.ngay_dau_ky(),
    }
}

fn dau_trang(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> DauTrang {
    let co_quan = &van_ban.co_quan;
    let cot = t.dau_trang_cot_trai_mm();
    let dong = |ten: &TenCoQuan, face| dong_ten(ten, cot, |s| fonts.width_mm(s, face, t.co_chu_co_quan_pt));
    let ban_hanh = dong(&co_quan.co_quan_ban_hanh, Face::Bold);
    DauTrang {
        co_quan_chu_quan: co_quan
            .co_quan_chu_quan
            .as_ref()
            .map(|ten| dong(ten, Face::Regular))
            .unwrap_or_default(),
        gach_co_quan_mm: gach_duoi(&ban_hanh, t.co_chu_co_quan_pt, fonts),
        co_quan_ban_hanh: ban_hanh,
        quoc_hieu: QUOC_HIEU.to_owned(),
        tieu_ngu: TIEU_NGU.to_owned(),
        gach_tieu_ngu_mm: fonts.width_mm(TIEU_NGU, Face::Bold, t.co_chu_tieu_ngu_pt),
        so_ky_hieu: van_ban.so_ky_hieu.dong(),
        dia_danh_thoi_gian: van_ban.ngay_ban_hanh.dong(&co_quan.dia_danh),
    }
}

/// A name in lines: as the office gives them, each broken again only where it is too wide.
fn dong_ten(ten: &TenCoQuan, rong: f64, do_rong: impl Fn(&str) -> f64) -> Vec<String> {
    match ten {
        TenCoQuan::LienMach(ten) => ngat_dong(ten, rong, do_rong),
        TenCoQuan::TungDong(dong) => dong.iter().flat_map(|d| ngat_dong(d, rong, &do_rong)).collect(),
    }
}

fn tieu_de(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> TieuDe {
    let size = t.co_chu_ten_loai_pt;
    let rong = t.rong_chu_mm() * PHAN_RONG_TRICH_YEU;
    let trich_yeu = ngat_dong(&van_ban.trich_yeu, rong, |s| fonts.width_mm(s, Face::Bold, size));
    TieuDe {
        ten_loai: van_ban.loai.ten().to_uppercase(),
        gach_trich_yeu_mm: gach_duoi(&trich_yeu, size, fonts),
        trich_yeu,
    }
}

/// The rule under bold lines.
fn gach_duoi(dong: &[String], size_pt: f64, fonts: &Fonts) -> f64 {
    let rong: Vec<f64> = dong.iter().map(|d| fonts.width_mm(d, Face::Bold, size_pt)).collect();
    gach_ngan(&rong)
}
