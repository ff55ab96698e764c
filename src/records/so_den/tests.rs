use super::*;
use crate::model::Ngay;
use crate::records::so_dang_ky::DongCuaSo;

fn ngay(text: &str) -> Option<Ngay> {
    Ngay::parse(text).ok()
}

fn den(so: u64) -> DongDen {
    DongDen {
        ngay: ngay("05/02/2026"),
        tac_gia: "Sở Nội vụ".into(),
        ky_hieu: format!("{so}/SNV-VP"),
        ngay_van_ban: ngay("03/02/2026"),
        trich_yeu: "Công văn về a | b".into(),
        ..DongDen::moi(ViecDen::Den, SoDen { nam: 2026, so })
    }
}

fn giao(so: u64, han: &str) -> DongDen {
    DongDen {
        nguoi_nhan: "Phòng Văn hoá".into(),
        han: ngay(han),
        ..DongDen::moi(ViecDen::Giao, SoDen { nam: 2026, so })
    }
}

fn cai(lines: &[DongDen]) -> (SoCaiDen, Vec<String>) {
    let (empty, _) = SoVanBanDen::doc("", "so");
    let (so, broken) = SoVanBanDen::doc(&empty.them(lines), "so");
    assert_eq!(broken, []);
    let (cai, found) = SoCaiDen::tu(&so);
    (cai, found.into_iter().map(|d| d.message).collect())
}

/// A cell that is read as another would lose what the office wrote.
#[test]
fn what_is_written_is_read_again() {
    let chua = DongDen {
        cot: Some(Cot::TacGia),
        tac_gia: "Sở Y tế".into(),
        ghi_chu: "ghi nhầm".into(),
        ..DongDen::moi(ViecDen::Chua, SoDen { nam: 2026, so: 1 })
    };
    let xong = DongDen {
        ngay: ngay("10/02/2026"),
        tra_loi: "05/UBND-VP/2026".into(),
        ..DongDen::moi(ViecDen::Xong, SoDen { nam: 2026, so: 1 })
    };
    for dong in [den(1), giao(1, "20/02/2026"), chua, xong] {
        assert_eq!(DongDen::doc(&dong.viet(7)), Ok((7, dong)));
    }
    assert_eq!(DongDen::doc("1 | đến | 2026").unwrap_err(), "thiếu cột");
}

/// The end of one book must never pass for that of the other.
#[test]
fn the_two_books_have_ends_of_their_own() {
    let (own, _) = SoVanBanDen::doc("", "so");
    let (other, _) = crate::records::so_dang_ky::So::doc("", "so");
    assert_ne!(own.cuoi_so(), other.cuoi_so());
}

/// A number that is left out or given twice is a paper that nobody finds again.
#[test]
fn numbers_follow_each_other_and_events_their_paper() {
    let (ok, found) = cai(&[den(1), den(2), giao(1, "20/02/2026")]);
    assert_eq!((found, ok.so_cuoi(2026)), (vec![], Some(2)));
    assert_eq!(cai(&[den(1), den(3)]).1, ["sau số đến 01 của năm 2026 là số 03"]);
    assert_eq!(cai(&[den(1), den(1)]).1, ["số đến 01/2026 đã có trong sổ mà còn ghi lần nữa"]);
    assert_eq!(cai(&[giao(4, "")]).1, ["số đến 04/2026 chưa có trong sổ"]);
    let huy = DongDen { ghi_chu: "nhầm".into(), ..DongDen::moi(ViecDen::Huy, den(1).so_den) };
    let (void, found) = cai(&[den(1), huy, giao(1, "")]);
    assert_eq!(found, ["số đến 01/2026 đã huỷ mà còn ghi thêm"]);
    assert_eq!(void.tat_ca().next().map(MucDen::tinh_trang), Some(TinhTrangDen::Huy));
}

/// A paper that is late and not told so is answered too late; one that is told late on its last day cries wolf.
#[test]
fn late_is_the_day_after_the_last_day_and_only_while_it_is_open() {
    let late = |lines: &[DongDen], day: &str| {
        cai(lines).0.tat_ca().next().and_then(|muc| muc.qua_han(ngay(day).unwrap()))
    };
    let open = [den(1), giao(1, "20/02/2026")];
    assert_eq!(late(&open, "20/02/2026"), None);
    assert_eq!(late(&open, "21/02/2026"), Some(1));
    assert_eq!(late(&open, "01/3/2026"), Some(9));
    // Who got it later got another day; without one the day stays.
    let moved = [den(1), giao(1, "20/02/2026"), giao(1, "28/02/2026"), giao(1, "")];
    assert_eq!(late(&moved, "28/02/2026"), None);
    let xong = DongDen { ngay: ngay("25/02/2026"), ..DongDen::moi(ViecDen::Xong, den(1).so_den) };
    assert_eq!(late(&[den(1), giao(1, "20/02/2026"), xong], "01/3/2026"), None);
}

/// A paper that slips into a closed year is in no printed book; one that is open there must still be dealt with.
#[test]
fn a_closed_year_takes_settlements_alone() {
    let close = DongDen::cua_nam(ViecDen::KhoaNam, 2026);
    let open = DongDen::cua_nam(ViecDen::MoNam, 2026);
    let xong = DongDen { ngay: ngay("10/02/2026"), ..DongDen::moi(ViecDen::Xong, den(1).so_den) };
    let (closed, found) = cai(&[den(1), close.clone(), giao(1, ""), xong]);
    assert_eq!((found, closed.da_khoa(2026)), (vec![], true));
    let late = "sổ năm 2026 đã khoá mà còn ghi thêm";
    assert_eq!(cai(&[den(1), close.clone(), den(2)]).1, [late]);
    let huy = DongDen::moi(ViecDen::Huy, den(1).so_den);
    assert_eq!(cai(&[den(1), close.clone(), huy]).1, [late]);
    let (again, found) = cai(&[den(1), close.clone(), open.clone(), den(2)]);
    assert_eq!((found, again.da_khoa(2026)), (vec![], false));
    assert_eq!(cai(&[den(1), open]).1, ["sổ năm 2026 chưa khoá mà mở lại"]);
    assert_eq!(DongDen::doc(&close.viet(3)), Ok((3, close)));
}

/// A line of before there were degrees of secrecy is read as it was, and written so.
#[test]
fn a_degree_of_secrecy_is_a_cell_of_its_own() {
    let secret = DongDen { mat: "MẬT".into(), ..den(1) };
    assert_eq!(DongDen::doc(&secret.viet(1)), Ok((1, secret.clone())));
    assert_eq!(secret.viet(1), format!("{} | MẬT", den(1).viet(1) + " "));
    assert!(DongDen::doc(&format!("{} | x", secret.viet(1))).is_err());
}

/// What was wrong stays to be seen in the printed book.
#[test]
fn a_column_put_right_shows_what_it_said() {
    let chua = DongDen {
        cot: Some(Cot::TacGia),
        tac_gia: "Sở Y tế".into(),
        ghi_chu: "ghi nhầm tác giả".into(),
        ..DongDen::moi(ViecDen::Chua, den(1).so_den)
    };
    let (cai, _) = cai(&[den(1), chua]);
    let row = hang_den(cai.tat_ca().next().unwrap());
    assert_eq!(row[2], "Sở Y tế");
    assert!(row[9].contains("Tác giả: trước ghi “Sở Nội vụ”"), "{}", row[9]);
}

/// An intent that came with somebody else's folder must not put files where no line says.
#[test]
fn only_a_paper_that_came_brings_a_folder() {
    let said = |lines: &[DongDen]| {
        let (empty, _) = SoVanBanDen::doc("", "so");
        (VAN_BAN_DEN.viec)(&empty.them(lines)).map(|viec| viec.dich)
    };
    let kept = DongDen { bang_ke: "ab".into(), ..den(1) };
    assert_eq!(said(&[den(1)]), Some(None));
    assert_eq!(said(&[kept.clone(), giao(1, "")]), Some(Some("2026/01".into())));
    assert_eq!(said(&[giao(1, ""), giao(2, "")]), None);
    assert_eq!(said(&[den(1), den(2)]), None);
    assert_eq!(said(&[DongDen { bang_ke: "ab".into(), ..giao(1, "") }]), None);
    assert_eq!(said(&[]), None);
    let close = DongDen::cua_nam(ViecDen::KhoaNam, 2026);
    assert_eq!(said(std::slice::from_ref(&close)), Some(None));
    assert_eq!(said(&[den(1), close]), None);
    assert_eq!(said(&[DongDen::moi(ViecDen::KhongRo, den(1).so_den)]), None);
}

#[test]
fn names_of_kept_files_are_safe() {
    assert_eq!(goi_den::ten_tep_den("Công văn số 12.PDF"), "cong-van-so-12.pdf");
    assert_eq!(goi_den::ten_tep_den("../..\\"), "van-ban");
    assert_eq!(goi_den::ten_tep_den("…"), "van-ban");
    let all = ["a.pdf", "A.PDF", "bang-ke.json", "b"].map(str::to_owned);
    assert_eq!(cac_ten_tep_den(&all), ["a.pdf", "a-2.pdf", "bang-ke-2.json", "b"]);
}
