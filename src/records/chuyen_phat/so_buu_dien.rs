//! Sổ gửi văn bản đi bưu điện: the six columns of PL IV, a row for each envelope that is posted.

use super::DonGui;
use super::danh_sach::csv;
use super::to_roi::{manh, pt, thanh_pdf};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::layout::doan::{Canh, CaoDong, Doan};
use crate::layout::giay::{Giay, Le};
use crate::layout::khoi::{Bang, DoanKhoi, Hang, Khoi, O};
use crate::layout::to_roi;
use crate::layout::trang::{CacTrang, CauTruc, Vai};
use crate::model::NoiDuocGui;

const TEN: &str = "Sổ gửi văn bản đi bưu điện";

/// The columns, as PL IV has them.
pub const COT: [&str; 6] = [
    "Ngày chuyển",
    "Số, ký hiệu văn bản",
    "Nơi nhận văn bản",
    "Số lượng bì",
    "Ký nhận và dấu bưu điện",
    "Ghi chú",
];

/// How wide they are, in mm, and how their text stands.
const RONG: [f64; 6] = [27.0, 38.0, 100.0, 22.0, 45.0, 30.0];
const CANH: [Canh; 6] = [Canh::Giua, Canh::Giua, Canh::Trai, Canh::Giua, Canh::Giua, Canh::Trai];

/// Margins of the landscape page.
const LE: Le = Le { tren: pt(20.0), duoi: pt(20.0), trai: pt(20.0), phai: pt(15.0) };
/// Type sizes of the text and of the book's name, in pt.
const CO_CHU: f64 = 13.0;
const CO_CHU_TEN: f64 = 14.0;
/// From baseline to baseline, as a share of the type size.
const CAO_DONG: f64 = 1.055;
/// Between the lines of the head, and under it, in pt.
const KHE: f64 = 3.0;
const KHE_BANG: f64 = 8.0;
/// Between rule and text.
const DEM_NGANG: f64 = pt(1.5);
const DEM_DOC: f64 = pt(1.0);
/// Width of the rules, in pt.
const NET: f64 = 0.5;

/// The rows: those who get paper and have an address. Without one the copy goes by hand.
pub fn dong(don: &DonGui) -> Vec<Vec<String>> {
    let posted = don.phan_phat.nhan_giay().filter(|(_, n)| n.noi.dia_chi().is_some());
    posted.map(|(_, n)| mot_dong(don, n)).collect()
}

fn mot_dong(don: &DonGui, n: &NoiDuocGui) -> Vec<String> {
    let dia_chi = n.noi.dia_chi().unwrap_or_default();
    let so_ban = n.noi.so_ban_giay();
    vec![
        don.ngay_gui.to_string(),
        don.so_ky_hieu(),
        format!("{}, {dia_chi}", n.noi.ten()),
        "01".to_owned(),
        String::new(),
        if so_ban > 1 { format!("{so_ban:02} bản") } else { String::new() },
    ]
}

/// The rows for Excel; the words of the head are the columns.
pub fn bang_csv(rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    csv(&COT, rows.iter().cloned())
}

/// The rows as pages to put into the book.
pub fn trang(
    don: &DonGui,
    rows: &[Vec<String>],
    fonts: &Fonts,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let so = So {
        co_quan: &don.van_ban.co_quan.ten,
        nam: don.ngay_ban_hanh().nam().to_string(),
        dong: rows,
    };
    thanh_pdf(don, TEN, &cac_trang(&so, fonts), fonts)
}

/// What the pages say.
struct So<'a> {
    co_quan: &'a str,
    nam: String,
    dong: &'a [Vec<String>],
}

fn cac_trang(so: &So, fonts: &Fonts) -> CacTrang {
    let mut cau_truc = CauTruc::default();
    let phan = cau_truc.them(0, Vai::Phan);
    let mut khoi = dau_so(so, phan, &mut cau_truc);
    khoi.push(Khoi::Bang(Box::new(bang(so.dong, phan, &mut cau_truc))));
    to_roi(khoi, cau_truc, Giay::a4(true, LE), fonts)
}

/// Agency, name of the book, year.
fn dau_so(so: &So, phan: usize, cau_truc: &mut CauTruc) -> Vec<Khoi> {
    let ten = TEN.to_uppercase();
    let mut dong = |chu: String, co: f64, truoc: f64, vai: Vai| {
        let dam = matches!(vai, Vai::DeMuc(..));
        let nut = cau_truc.them(phan, vai);
        let la = cau_truc.la(nut);
        Doan { manh: vec![manh(chu, co, dam, la)], truoc, ..mau(co) }.giua().kep()
    };
    let co_quan = dong(so.co_quan.to_owned(), CO_CHU, 0.0, Vai::Doan);
    let ten_so = dong(ten.clone(), CO_CHU_TEN, KHE, Vai::DeMuc(1, ten.clone()));
    let nam = dong(format!("Năm {}", so.nam), CO_CHU, KHE, Vai::Doan);
    let muc_luc = Some((1, ten));
    vec![
        Khoi::doan(co_quan),
        Khoi::Doan(Box::new(DoanKhoi { doan: ten_so, muc_luc, cho_trong: Vec::new() })),
        Khoi::doan(nam),
        Khoi::Trong(KHE_BANG, true),
    ]
}

/// An empty paragraph.
fn mau(co: f64) -> Doan {
    Doan { dong: CaoDong::Dung(co * CAO_DONG), ..Doan::moi(co) }
}

/// Names and numbers of the columns, which every page repeats, then a row for each envelope.
fn bang(rows: &[Vec<String>], phan: usize, cau_truc: &mut CauTruc) -> Bang {
    let so: Vec<String> = (1..=COT.len()).map(|i| format!("({i})")).collect();
    let nut = cau_truc.them(phan, Vai::Bang);
    let mut hang = vec![
        hang(&COT.map(str::to_owned), Kieu::Ten, nut, cau_truc),
        hang(&so, Kieu::So, nut, cau_truc),
    ];
    hang.extend(rows.iter().map(|row| self::hang(row, Kieu::Than, nut, cau_truc)));
    Bang {
        cot: RONG.map(pt).to_vec(),
        hang,
        so_hang_dau: 2,
        dem_ngang: DEM_NGANG,
        dem_doc: DEM_DOC,
        net: NET,
        can_tren: false,
        giu_voi_sau: false,
    }
}

/// Which row of the table.
#[derive(Clone, Copy, PartialEq)]
enum Kieu {
    Ten,
    So,
    Than,
}

fn hang(cells: &[String], kieu: Kieu, bang: usize, cau_truc: &mut CauTruc) -> Hang {
    let nut = cau_truc.them(bang, Vai::Hang);
    let vai = match kieu {
        Kieu::Than => Vai::O { gop_cot: 1, gop_hang: 1 },
        Kieu::Ten | Kieu::So => Vai::ODau { gop_cot: 1, gop_hang: 1 },
    };
    let o = cells.iter().zip(CANH).enumerate().map(|(cot, (chu, canh))| {
        let o = cau_truc.them(nut, vai.clone());
        let canh = if kieu == Kieu::Than { canh } else { Canh::Giua };
        let mut doan = Doan { canh, ..mau(CO_CHU) };
        if !chu.is_empty() {
            let p = cau_truc.them(o, Vai::Doan);
            doan.manh.push(manh(chu, CO_CHU, kieu == Kieu::Ten, cau_truc.la(p)));
        }
        O { cot, gop_cot: 1, gop_hang: 1, khoi: vec![Khoi::doan(doan)] }
    });
    Hang { o: o.collect(), tach: false, giu: kieu != Kieu::Than }
}

#[cfg(test)]
mod tests;
