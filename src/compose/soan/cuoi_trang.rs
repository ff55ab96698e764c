//! The lines of the foot: recipients, typist, signers.

use super::noi_nhan::giu_cung;
use crate::compose::document::{CuoiTrang, NguoiKyIn};
use crate::compose::fonts::{Face, Fonts};
use crate::compose::goc::Dong;
use crate::compose::ngat_dong::{ngat, ngat_dong};
use crate::model::the_thuc::TheThuc;
use crate::model::{Loi, NguoiKy, NoiNhan};

/// Cuối trang (PL I, II.7 and II.9.b).
pub fn cuoi_trang(
    noi_nhan: &NoiNhan,
    nguoi_ky: &[NguoiKy],
    ky_hieu_soan: Option<&str>,
    t: &TheThuc,
    fonts: &Fonts,
) -> CuoiTrang {
    let cot = match nguoi_ky.len() {
        0 | 1 => t.cuoi_trang_cot_phai_mm(),
        several => t.rong_chu_mm() / several as f64,
    };
    let mut nguoi_ky: Vec<_> = nguoi_ky.iter().map(|n| nguoi_ky_in(n, cot, t, fonts)).collect();
    cung_hang(&mut nguoi_ky);
    let noi_nhan = cac_dong(noi_nhan);
    CuoiTrang {
        giu_cung: giu_cung(&noi_nhan, &nguoi_ky, t, fonts),
        noi_nhan,
        ky_hieu_soan: ky_hieu_soan.map(str::to_owned),
        nguoi_ky,
        xac_nhan: Vec::new(),
    }
}

/// The recipients' lines, each with the name in it.
fn cac_dong(noi_nhan: &NoiNhan) -> Vec<Dong> {
    let names = noi_nhan.danh_sach().iter().chain(noi_nhan.luu());
    noi_nhan.dong().iter().zip(names).map(|(line, ten)| co_ten(line, ten)).collect()
}

/// A line that ends in a name and a mark; the rest of it is the program's, and so is a name that no field says
/// (`Như trên`).
pub fn co_ten(line: &str, ten: &Loi) -> Dong {
    let Some((lead, mark)) = ten.nguon().and_then(|_| line.rsplit_once(ten.as_str())) else {
        return Dong::mau(line);
    };
    Dong::ghep([&Dong::mau(lead), &ten.into(), &Dong::mau(mark)], "")
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

/// A signer's lines, each broken at sense where it is too wide for its column.
fn nguoi_ky_in(nguoi: &NguoiKy, cot: f64, t: &TheThuc, fonts: &Fonts) -> NguoiKyIn {
    let do_rong = |s: &str| fonts.width_mm(s, Face::Bold, t.co_chu_nguoi_ky_pt);
    let cac_dong = |dong: &[Loi]| dong.iter().flat_map(|d| ngat(&d.into(), cot, do_rong)).collect();
    NguoiKyIn {
        quyen_han_chuc_vu: cac_dong(nguoi.quyen_han_chuc_vu()),
        dong_bu: 0,
        chuc_vu_khac: cac_dong(nguoi.chuc_vu_khac()),
        dong_bu_khac: 0,
        ho_ten: nguoi.ho_ten().into(),
    }
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
            &[nguoi],
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
        let foot = cuoi_trang(&nhan, &hai, None, &nd30(), &Fonts::bundled().unwrap());
        assert_eq!(foot.nguoi_ky[0].chuc_vu_khac, ["GIÁM ĐỐC SỞ NỘI VỤ"]);
        assert_eq!((foot.nguoi_ky[0].dong_bu_khac, foot.nguoi_ky[1].dong_bu_khac), (0, 1));
    }

    #[test]
    fn several_signers_share_the_width() {
        let nguoi = |dong: &str| NguoiKy::parse(&[dong.into()], &"Nguyễn Văn A".into()).unwrap();
        let hai = [nguoi("CHÁNH VĂN PHÒNG"), nguoi("GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH")];
        let nhan = NoiNhan::new(vec![], Loi::from("VT"));
        let t = nd30();
        let foot = cuoi_trang(&nhan, &hai, Some("PL.(300)"), &t, &Fonts::bundled().unwrap());
        assert_eq!(foot.nguoi_ky[0].quyen_han_chuc_vu, ["CHÁNH VĂN PHÒNG"]);
        let lines = &foot.nguoi_ky[1].quyen_han_chuc_vu;
        assert_eq!(lines.join(" "), "GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH");
        assert!(lines.len() > 1);
        assert_eq!((foot.nguoi_ky[0].dong_bu, foot.nguoi_ky[1].dong_bu), (lines.len() - 1, 0));
        assert_eq!(foot.ky_hieu_soan.as_deref(), Some("PL.(300)"));
    }
}
