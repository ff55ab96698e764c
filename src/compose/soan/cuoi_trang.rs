//! The lines of the foot: recipients, typist, signers.

use super::noi_nhan::{KhoiKy, giu_cung};
use crate::compose::document::{CuoiTrang, NguoiKyIn, XacNhanChuKyIn};
use crate::compose::fonts::{Face, Fonts};
use crate::compose::goc::Dong;
use crate::compose::ngat_dong::{ngat, ngat_dong};
use crate::model::the_thuc::TheThuc;
use crate::model::{Loi, NguoiKy, NoiNhan, VanBan, XacNhanChuKy};

/// Who signs a paper.
#[derive(Clone, Copy)]
pub struct AiKy<'v> {
    /// As the paper names them.
    pub nguoi_ky: &'v [NguoiKy],
    /// They are of several offices, the first of that which leads.
    pub lien_tich: bool,
    pub xac_nhan: Option<&'v XacNhanChuKy>,
}

impl<'v> AiKy<'v> {
    pub fn cua(van_ban: &'v VanBan) -> Self {
        Self {
            nguoi_ky: &van_ban.nguoi_ky,
            lien_tich: van_ban.co_quan.lien_co_quan(),
            xac_nhan: van_ban.xac_nhan_chu_ky.as_ref(),
        }
    }

    /// Signers of one office, whom nobody confirms.
    pub fn chi(nguoi_ky: &'v [NguoiKy]) -> Self {
        Self { nguoi_ky, lien_tich: false, xac_nhan: None }
    }

    /// In the order of the page, each with his place among those whom the paper names, from 1: where the rules have
    /// it so, the lead's stands at the right of the first row (HD 05, I.7.2.4).
    fn thu_tu(self, t: &TheThuc) -> Vec<(usize, &'v NguoiKy)> {
        let mut all: Vec<_> = (1..).zip(self.nguoi_ky).collect();
        if self.lien_tich && t.trinh_bay.chu_tri_ben_phai {
            let hang_dau = all.len().min(t.trinh_bay.ky_moi_hang);
            if let Some(first) = all.get_mut(..hang_dau) {
                first.rotate_left(hang_dau.min(1));
            }
        }
        all
    }
}

/// Width of the column of one of so many signers, in mm.
pub fn cot_ky_mm(so_nguoi: usize, t: &TheThuc) -> f64 {
    match so_nguoi.min(t.trinh_bay.ky_moi_hang) {
        0 | 1 => t.cuoi_trang_cot_phai_mm(),
        several => t.rong_chu_mm() / several as f64,
    }
}

/// Cuối trang (PL I, II.7 and II.9.b).
pub fn cuoi_trang(
    noi_nhan: &NoiNhan,
    ai_ky: AiKy<'_>,
    ky_hieu_soan: Option<&str>,
    t: &TheThuc,
    fonts: &Fonts,
) -> CuoiTrang {
    let thu_tu = ai_ky.thu_tu(t);
    let cot = cot_ky_mm(thu_tu.len(), t);
    let print = |(thu, nguoi): (usize, &NguoiKy)| nguoi_ky_in(nguoi, thu, cot, t, fonts);
    let mut nguoi_ky: Vec<_> = thu_tu.into_iter().map(print).collect();
    nguoi_ky.chunks_mut(t.trinh_bay.ky_moi_hang.max(1)).for_each(cung_hang);
    let next = nguoi_ky.len().saturating_add(1);
    let xac_nhan_chu_ky =
        ai_ky.xac_nhan.and_then(|x| xac_nhan_chu_ky(x, ai_ky.nguoi_ky.last(), next, cot, t, fonts));
    let noi_nhan = cac_dong(noi_nhan, t);
    let khoi = KhoiKy { nguoi_ky: &nguoi_ky, xac_nhan: xac_nhan_chu_ky.as_ref() };
    CuoiTrang {
        giu_cung: giu_cung(&noi_nhan, khoi, t, fonts),
        noi_nhan,
        ky_hieu_soan: ky_hieu_soan.map(str::to_owned),
        nguoi_ky,
        xac_nhan_chu_ky,
        ky_goc_phai: false,
        xac_nhan: Vec::new(),
    }
}

/// `Xác nhận chữ ký của đồng chí …` with who says so (HD 05, I.7.1.4.a and e). `ben_phai` signs over it.
fn xac_nhan_chu_ky(
    xac_nhan: &XacNhanChuKy,
    ben_phai: Option<&NguoiKy>,
    thu: usize,
    cot: f64,
    t: &TheThuc,
    fonts: &Fonts,
) -> Option<XacNhanChuKyIn> {
    let loi = Dong::mau(t.trinh_bay.xac_nhan_chu_ky?);
    let cua = xac_nhan.cua.as_ref().or(ben_phai.map(NguoiKy::ho_ten));
    let ten = cua.filter(|ten| !ten.is_empty()).map_or_else(|| Dong::mau(CHUA_CO_TEN), Dong::from);
    let do_rong = |s: &str| fonts.width_mm(s, Face::Regular, t.co_chu_nguoi_ky_pt);
    Some(XacNhanChuKyIn {
        loi: ngat(&Dong::ghep([&loi, &ten], " "), cot, do_rong),
        nguoi: nguoi_ky_in(&xac_nhan.nguoi_ky, thu, cot, t, fonts),
    })
}

/// In place of a name that is not written yet.
const CHUA_CO_TEN: &str = "…";

/// The recipients' lines, each with the name in it.
fn cac_dong(noi_nhan: &NoiNhan, t: &TheThuc) -> Vec<Dong> {
    let names = noi_nhan.danh_sach().iter().chain(noi_nhan.luu());
    noi_nhan.dong(t.trinh_bay.luu).iter().zip(names).map(|(line, ten)| co_ten(line, ten)).collect()
}

/// A line that ends in a name and a mark; the rest of it is the program's, and so is a name that no field says
/// (`Như trên`).
pub fn co_ten(line: &str, ten: &Loi) -> Dong {
    let Some((lead, mark)) = ten.nguon().and_then(|_| line.rsplit_once(ten.as_str())) else {
        return co_so_dem(line);
    };
    Dong::ghep([&Dong::mau(lead), &ten.into(), &Dong::mau(mark)], "")
}

/// Words of the program's own. A number in them was counted (`Như Điều 3`): it is another one when the text is.
fn co_so_dem(line: &str) -> Dong {
    let mut out = Dong::default();
    let signs: Vec<char> = line.chars().collect();
    for piece in signs.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit()) {
        let text: String = piece.iter().collect();
        let counted = piece.iter().all(char::is_ascii_digit);
        out.noi(&if counted { Dong::from(text) } else { Dong::mau(&text) });
    }
    out
}

/// Names of several signers stand on one line, however many lines their posts take.
fn cung_hang(nguoi_ky: &mut [NguoiKyIn]) {
    let most = nguoi_ky.iter().map(|n| n.quyen_han_chuc_vu.len()).max().unwrap_or(0);
    let khac = nguoi_ky.iter().map(|n| n.chuc_vu_khac.len()).max().unwrap_or(0);
    for nguoi in nguoi_ky {
        nguoi.dong_bu = most.saturating_sub(nguoi.quyen_han_chuc_vu.len());
        nguoi.dong_bu_khac = khac.saturating_sub(nguoi.chuc_vu_khac.len());
    }
}

/// Who confirms, broken at sense, and what they put there (form 1.10 of PL III).
pub fn xac_nhan(ai: Option<&str>, t: &TheThuc, fonts: &Fonts) -> Vec<String> {
    let Some(ai) = ai else { return Vec::new() };
    let do_rong = |s: &str| fonts.width_mm(s, Face::Regular, t.co_chu_nguoi_ky_pt);
    let mut dong = ngat_dong(ai, t.cuoi_trang_cot_trai_mm, do_rong);
    dong.push(CHU_KY_DAU.to_owned());
    dong
}

const CHU_KY_DAU: &str = "(Chữ ký, dấu)";

/// A signer's lines, each broken at sense where it is too wide for its column. The last that begins with a mark of
/// authority ends the authority; what follows is the post.
fn nguoi_ky_in(nguoi: &NguoiKy, thu: usize, cot: f64, t: &TheThuc, fonts: &Fonts) -> NguoiKyIn {
    let cac_dong = |dong: &[Loi], kieu: Face| -> Vec<Dong> {
        let do_rong = |s: &str| fonts.width_mm(s, kieu, t.co_chu_nguoi_ky_pt);
        dong.iter().flat_map(|d| ngat(&d.into(), cot, do_rong)).collect()
    };
    let dong = nguoi.quyen_han_chuc_vu();
    let quyen_han = dong.iter().rposition(|d| nguoi.de_ky().tach(d).0.is_some());
    let (tren, duoi) =
        dong.split_at_checked(quyen_han.map_or(0, |i| i.saturating_add(1))).unwrap_or((dong, &[]));
    let mut lines = cac_dong(tren, Face::Bold);
    let so_quyen_han = lines.len();
    lines.extend(cac_dong(duoi, kieu_chuc_vu(t)));
    NguoiKyIn {
        quyen_han_chuc_vu: lines,
        so_quyen_han,
        dong_bu: 0,
        chuc_vu_khac: cac_dong(nguoi.chuc_vu_khac(), Face::Bold),
        dong_bu_khac: 0,
        ho_ten: nguoi.ho_ten().into(),
        thu,
    }
}

fn kieu_chuc_vu(t: &TheThuc) -> Face {
    Face::of(t.trinh_bay.chuc_vu.dam, t.trinh_bay.chuc_vu.nghieng)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::bo_quy_tac::nd30;

    fn printed(dong: &[&str]) -> Vec<Dong> {
        let dong: Vec<Loi> = dong.iter().map(|d| (*d).into()).collect();
        let nguoi = NguoiKy::parse(&dong, &"Nguyễn Văn A".into()).unwrap();
        let t = nd30();
        let foot = cuoi_trang(
            &NoiNhan::new(vec![], Loi::from("VT")),
            AiKy::chi(&[nguoi]),
            None,
            &t,
            &Fonts::bundled().unwrap(),
        );
        foot.nguoi_ky[0].quyen_han_chuc_vu.clone()
    }

    /// Every way to sign that PL I, II.7 and Điều 13 know, as one line each.
    #[test]
    fn every_way_to_sign_prints_as_it_is_written() {
        for lines in [
            &["CHÁNH VĂN PHÒNG"][..],
            &["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
            &["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
            &["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            &["Q. GIÁM ĐỐC"],
            &["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
            &["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
            &["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"],
            &["THƯ KÝ"],
            &["CHỦ TỌA"],
        ] {
            assert_eq!(printed(lines), lines);
        }
    }

    #[test]
    fn the_other_post_stands_over_the_name_and_leaves_names_on_one_line() {
        let nguoi = |khac: &[&str]| {
            let own = NguoiKy::parse(&["TRƯỞNG BAN".into()], &"Nguyễn Văn A".into()).unwrap();
            own.co_chuc_vu_khac(khac.iter().map(|d| (*d).into()).collect())
        };
        let hai = [nguoi(&["GIÁM ĐỐC SỞ NỘI VỤ"]), nguoi(&[])];
        let nhan = NoiNhan::new(vec![], Loi::from("VT"));
        let foot = cuoi_trang(&nhan, AiKy::chi(&hai), None, &nd30(), &Fonts::bundled().unwrap());
        assert_eq!(foot.nguoi_ky[0].chuc_vu_khac, ["GIÁM ĐỐC SỞ NỘI VỤ"]);
        assert_eq!((foot.nguoi_ky[0].dong_bu_khac, foot.nguoi_ky[1].dong_bu_khac), (0, 1));
    }

    #[test]
    fn several_signers_share_the_width() {
        let nguoi = |dong: &str| NguoiKy::parse(&[dong.into()], &"Nguyễn Văn A".into()).unwrap();
        let hai = [nguoi("CHÁNH VĂN PHÒNG"), nguoi("GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH")];
        let nhan = NoiNhan::new(vec![], Loi::from("VT"));
        let t = nd30();
        let foot =
            cuoi_trang(&nhan, AiKy::chi(&hai), Some("PL.(300)"), &t, &Fonts::bundled().unwrap());
        assert_eq!(foot.nguoi_ky[0].quyen_han_chuc_vu, ["CHÁNH VĂN PHÒNG"]);
        let lines = &foot.nguoi_ky[1].quyen_han_chuc_vu;
        assert_eq!(lines.join(" "), "GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH");
        assert!(lines.len() > 1);
        assert_eq!((foot.nguoi_ky[0].dong_bu, foot.nguoi_ky[1].dong_bu), (lines.len() - 1, 0));
        assert_eq!(foot.ky_hieu_soan.as_deref(), Some("PL.(300)"));
    }
}
