//! Phiếu gửi for each recipient (PL III, form 1.4).

use std::sync::Arc;

use super::DonGui;
use crate::compose::fonts::Fonts;
use crate::compose::soan::soan;
use crate::diagnostic::Diagnostic;
use crate::model::{
    ChiDan, Chu, GiaTri, HinhThucBan, KieuVanBan, Loai, Loi, Mau, Nhom, NoiDung, NoiDuocGui,
    NoiGui, NoiNhan, SoKyHieu, TheoMau, VanBan, so_ky_hieu,
};
use crate::writers::pdf::{self, PdfChoice};

/// The words of the form.
const MAU: &str = "/noi-dung/phieu-gui.typ";
/// Threads that lay out slips; Typst's memory is shared, so that more gain little.
const SO_LUONG: usize = 4;
/// How many calls ago something was used that Typst still remembers.
const NHO: usize = 2;

/// Slips as PDF, or why there are none.
type CacPhieu = Result<Vec<Arc<[u8]>>, Vec<Diagnostic>>;

/// The slips of some recipients as PDF, in their order.
pub fn cac_phieu(don: &DonGui, noi: &[NoiDuocGui], fonts: &Fonts) -> CacPhieu {
    let per_thread = noi.len().div_ceil(SO_LUONG).max(1);
    let made: Vec<CacPhieu> = std::thread::scope(|scope| {
        let work = |part| move || make(don, part, fonts);
        let threads: Vec<_> = noi.chunks(per_thread).map(|part| scope.spawn(work(part))).collect();
        threads.into_iter().map(|t| t.join().unwrap_or_else(|_| Err(hong()))).collect()
    });
    // What Typst remembers of a slip serves the next ones; of thousands it would be the most that is in memory.
    typst::comemo::evict(NHO);
    let mut all = Vec::with_capacity(noi.len());
    for part in made {
        all.extend(part?);
    }
    Ok(all)
}

fn make(don: &DonGui, noi: &[NoiDuocGui], fonts: &Fonts) -> CacPhieu {
    let slip = |noi: &NoiGui| {
        let document = soan(&phieu(don, noi)?, fonts, None)?;
        Ok(pdf::write(&document, fonts, &PdfChoice::default())?.bytes.into())
    };
    noi.iter().map(|n| slip(&n.noi)).collect()
}

/// The slip as a document of the office: without number yet, dated the day of sending.
fn phieu(don: &DonGui, noi: &NoiGui) -> Result<VanBan, Vec<Diagnostic>> {
    let goc = don.van_ban;
    let loai = Loai::theo_khoa("phieu_gui").ok_or_else(hong)?;
    let ky_hieu =
        so_ky_hieu::ghep(loai, &goc.co_quan.ky_hieu, goc.co_quan.bo_quy_tac).map_err(|_| hong())?;
    Ok(VanBan {
        chu_de: None,
        loai,
        kieu: KieuVanBan::MAC_DINH,
        co_quan: goc.co_quan.clone(),
        so_ky_hieu: SoKyHieu::new(None, ky_hieu, goc.co_quan.bo_quy_tac.so),
        ngay_ban_hanh: don.ngay_ban_hanh(),
        trich_yeu: format!("Gửi {}", don.ten_day_du()).into(),
        dong_trich_yeu: Vec::new(),
        kinh_gui: vec![noi.ten().into()],
        noi_nhan: NoiNhan::new(Vec::new(), Loi::from("VT")).nhu_tren(&[]),
        nguoi_ky: don.nguoi_ky_phieu_gui.iter().cloned().collect(),
        xac_nhan_chu_ky: None,
        chi_dan: ChiDan::default(),
        du_thao: None,
        ky_hieu_soan: None,
        ban: HinhThucBan::default(),
        thoi_diem: None,
        sao: None,
        cau_chu: goc.co_quan.cau_chu.clone(),
        noi_dung: NoiDung::TheoMau(noi_dung(don, noi)),
        nguon: goc.nguon.clone(),
    })
}

fn noi_dung(don: &DonGui, noi: &NoiGui) -> TheoMau {
    let mau = Mau {
        bo: None,
        ten: String::new(),
        khoa: Vec::new(),
        mo_ta: String::new(),
        tep: MAU.to_owned(),
        kieu: KieuVanBan::MAC_DINH,
        loai_rieng: None,
        truong: Vec::new(),
    };
    let mut rows = vec![dong(&don.so_ky_hieu(), &don.loai_va_trich_yeu(), noi, &don.so_trang_in())];
    let kem = don.tep.iter().skip(1);
    rows.extend(
        kem.map(|tep| dong("", &format!("Tài liệu kèm theo: {}", ten_in(&tep.ten)), noi, "")),
    );
    let truong = vec![
        ("van_ban_gui".to_owned(), GiaTri::DanhSach(rows)),
        ("de_nghi".to_owned(), GiaTri::Trong),
    ];
    TheoMau { mau: Arc::new(mau), truong, phu_luc: Vec::new() }
}

/// A file's name as the slip's column takes it: of one too long to be set in a line its beginning and its
/// ending.
fn ten_in(ten: &str) -> String {
    let word = ten.rsplit('-').map(be_rong).max().unwrap_or_default();
    let (goc, duoi) = ten.rsplit_once('.').unwrap_or((ten, ""));
    if word <= RONG_NHAT {
        return ten.to_owned();
    }
    let mut left = RONG_NHAT.saturating_sub(be_rong(duoi));
    let kept = goc.chars().take_while(|c| {
        left = left.saturating_sub(if *c == '-' { 0 } else { rong(*c) });
        left > 0
    });
    format!("{}….{duoi}", kept.collect::<String>())
}

/// How wide a word of a safe file name may be in the slip's column, in tenths of a small letter.
const RONG_NHAT: usize = 260;

fn be_rong(word: &str) -> usize {
    word.chars().map(rong).sum()
}

/// Capitals are wider than small letters.
fn rong(c: char) -> usize {
    if c.is_ascii_uppercase() || matches!(c, 'm' | 'w') { 17 } else { 10 }
}

/// A row of the slip; an electronic recipient gets one copy without paper.
fn dong(so_ky_hieu: &str, ten: &str, noi: &NoiGui, so_trang: &str) -> Nhom {
    let dien_tu = (noi.so_ban_giay() == 0).then_some("bản điện tử");
    let ghi_chu: Vec<&str> =
        dien_tu.into_iter().chain([so_trang]).filter(|t| !t.is_empty()).collect();
    let chu = |text: &str| GiaTri::Chu(Chu::parse(text));
    vec![
        ("so_ky_hieu".to_owned(), GiaTri::Dong(so_ky_hieu.into())),
        ("ten".to_owned(), chu(ten)),
        ("so_ban".to_owned(), GiaTri::So(noi.so_ban_giay().max(1))),
        ("ghi_chu".to_owned(), chu(&ghi_chu.join(", "))),
    ]
}

fn hong() -> Vec<Diagnostic> {
    vec![Diagnostic::error("internal", "lỗi của chương trình khi làm phiếu gửi")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_too_long_for_a_line_keeps_beginning_and_ending() {
        assert_eq!(ten_in("Du-toan-2023.xlsx"), "Du-toan-2023.xlsx");
        assert_eq!(
            ten_in("Bao-cao-ket-qua-thuc-hien-nhiem-vu.docx"),
            "Bao-cao-ket-qua-thuc-hien-nhiem-vu.docx"
        );
        assert_eq!(ten_in("BaoCaoKetQuaThucHienNhiemVu.xlsx"), "BaoCaoKetQuaThucH….xlsx");
        let long = ten_in(&format!("{}.docx", "M".repeat(60)));
        assert!(long.starts_with("MMMM") && long.ends_with("….docx") && long.len() < 24, "{long}");
    }
}
