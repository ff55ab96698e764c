//! Every stop of the table in [`super`]: the transaction is left between two of its steps, or in the
//! middle of the register's line, and the next start must find each number issued whole or free.

use std::borrow::Cow;
use std::path::Path;

use super::doi_chieu::doi_chieu;
use super::giao_dich::{Buoc, GiaoDich};
use super::goi::{Goi, dich};
use super::kho::{Kho, KhoKhoa};
use super::khoi_phuc::{KetCuc, TinhTrang, khoi_phuc, tinh_trang};
use super::y_dinh::YDinh;
use crate::model::Ngay;
use crate::records::so_dang_ky::kiem::kiem;
use crate::records::so_dang_ky::{Day, Dong, QuanHe, So, SoCai, SoHieu, Viec};

fn day() -> Day {
    Day { nam: 2023, co_quan: "HĐND".into(), loai: None }
}

fn so_hieu(so: u64) -> SoHieu {
    SoHieu { so, ky_hieu: "KH-HĐND".into() }
}

/// The register, which must be sound.
fn so(kho: &Kho) -> (u64, So, SoCai) {
    let bytes = kho.doc_so().unwrap();
    let (so, found) = So::doc(std::str::from_utf8(&bytes).unwrap(), &kho.ten_so());
    assert_eq!(found, []);
    let (cai, found) = SoCai::tu(&so);
    assert_eq!((found, kiem(&cai)), (vec![], vec![]));
    (bytes.len() as u64, so, cai)
}

/// A document that is about to be issued with the next number; it replaces `thay_the`.
fn giao_dich(kho: &KhoKhoa, thay_the: Option<u64>) -> GiaoDich {
    let (do_dai, so, cai) = so(kho);
    let number = cai.so_ke_tiep(&day(), 1);
    let so_hieu = so_hieu(number);
    let files = ["105.pdf", "105.docx", "nguon/ke-hoach.yaml", "nguon/co-quan.yaml"];
    let files = files.map(|ten| (ten.to_owned(), format!("{number} {ten}").into_bytes()));
    let goi = Goi::moi(&so_hieu, "15/3/2023", files.to_vec());
    let text = thay_the.map(|so| format!("thay thế {so:02}/KH-HĐND/2023")).unwrap_or_default();
    let dong = Dong {
        ngay: Ngay::parse("15/3/2023").ok(),
        quan_he: QuanHe::doc(&text).unwrap(),
        bang_ke: goi.dau.clone(),
        ..Dong::moi(Viec::PhatHanh, day(), Some(so_hieu.clone()))
    };
    let (them, dich) = (so.them(&[dong]), Some(dich(2023, &so_hieu)));
    GiaoDich { y_dinh: YDinh { ten: so_hieu.to_string(), do_dai, them, dich }, goi: Some(goi) }
}

/// A kept number.
fn giu_so(kho: &KhoKhoa) -> GiaoDich {
    let (do_dai, so, cai) = so(kho);
    let next = SoHieu { so: cai.so_ke_tiep(&day(), 1), ky_hieu: String::new() };
    let them = so.them(&[Dong::moi(Viec::GiuSo, day(), Some(next.clone()))]);
    GiaoDich { y_dinh: YDinh { ten: next.to_string(), do_dai, them, dich: None }, goi: None }
}

/// How many numbers the register has; all of it must agree with the folders.
fn nguyen_ven(dir: &Path) -> usize {
    let kho = Kho::new(dir);
    let (_, _, cai) = so(&kho);
    assert_eq!(doi_chieu(&kho, &cai), []);
    assert!(!kho.dang_lam());
    cai.tat_ca().count()
}

/// A folder in which 01 is issued.
fn da_co_mot() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
    giao_dich(&kho, None).chay(&kho).unwrap();
    assert_eq!(nguyen_ven(dir.path()), 1);
    dir
}

fn lam_den(kho: &KhoKhoa, giao_dich: &GiaoDich, steps: usize) {
    for buoc in giao_dich.cac_buoc().into_iter().take(steps) {
        giao_dich.lam(kho, buoc).unwrap();
    }
}

/// Stops after each number of steps and starts again; `commit` is where the number becomes used.
fn dung_o_moi_buoc(make: impl Fn(&KhoKhoa) -> GiaoDich) {
    let first = da_co_mot();
    let steps = make(&Kho::new(first.path()).khoa(&|| false).unwrap().unwrap()).cac_buoc();
    let commit = steps.iter().position(|b| *b == Buoc::GhiSo).unwrap();
    for stop in 0..=steps.len() {
        let dir = da_co_mot();
        {
            let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
            lam_den(&kho, &make(&kho), stop);
        }
        let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
        let seen = tinh_trang(&kho).unwrap();
        let used = stop > commit;
        match seen {
            None => assert!(stop == 0 || stop == steps.len()),
            Some(TinhTrang::DaGhiSo(_)) => assert!(used),
            Some(_) => assert!(!used),
        }
        let ended = khoi_phuc(&kho).unwrap();
        assert_eq!(matches!(ended, Some(KetCuc::LamNot(_))), used && stop < steps.len(), "{stop}");
        assert_eq!(nguyen_ven(dir.path()), 1 + usize::from(used), "sau bước {stop}");
        assert_eq!(khoi_phuc(&kho).unwrap(), None);
        // The number is taken up again, or the next one is.
        giao_dich(&kho, None).chay(&kho).unwrap();
        assert_eq!(nguyen_ven(dir.path()), 2 + usize::from(used));
    }
}

#[test]
fn a_stop_between_any_two_steps_leaves_the_number_issued_or_free() {
    dung_o_moi_buoc(|kho| giao_dich(kho, None));
    dung_o_moi_buoc(|kho| giao_dich(kho, Some(1)));
}

#[test]
fn a_stop_while_a_number_is_kept_leaves_it_kept_or_free() {
    dung_o_moi_buoc(giu_so);
}

/// The power may fail while the line is being written: any beginning of it may be on the disk.
#[test]
fn a_torn_line_is_cut_off_and_a_whole_one_stays() {
    let len = {
        let dir = da_co_mot();
        let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
        giao_dich(&kho, Some(1)).y_dinh.them.len()
    };
    for cut in 0..=len {
        let dir = da_co_mot();
        let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
        let giao_dich = giao_dich(&kho, Some(1));
        let before = giao_dich.cac_buoc().iter().position(|b| *b == Buoc::GhiSo).unwrap();
        lam_den(&kho, &giao_dich, before);
        let mut bytes = kho.doc_so().unwrap();
        bytes.extend(&giao_dich.y_dinh.them.as_bytes()[..cut]);
        std::fs::write(kho.tep_so(), bytes).unwrap();
        khoi_phuc(&kho).unwrap().unwrap();
        // Without its end the line is whole all the same.
        let used = cut + 1 >= len;
        assert_eq!(nguyen_ven(dir.path()), 1 + usize::from(used), "{cut} of {len}");
        self::giao_dich(&kho, None).chay(&kho).unwrap();
        assert_eq!(nguyen_ven(dir.path()), 2 + usize::from(used), "{cut} of {len}");
    }
}

/// The first line of a register comes with the lines that explain it.
#[test]
fn a_new_register_may_be_torn_too() {
    for cut in [1, 5, 300, 700] {
        let dir = tempfile::tempdir().unwrap();
        let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
        let giao_dich = giao_dich(&kho, None);
        let before = giao_dich.cac_buoc().iter().position(|b| *b == Buoc::GhiSo).unwrap();
        lam_den(&kho, &giao_dich, before);
        std::fs::write(kho.tep_so(), &giao_dich.y_dinh.them.as_bytes()[..cut]).unwrap();
        khoi_phuc(&kho).unwrap();
        assert_eq!(nguyen_ven(dir.path()), 0);
        self::giao_dich(&kho, None).chay(&kho).unwrap();
        assert_eq!(nguyen_ven(dir.path()), 1);
    }
}

/// The end itself may be stopped: the intent gone, the rest still there.
#[test]
fn what_is_left_of_an_ended_transaction_says_nothing() {
    let dir = da_co_mot();
    let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
    let giao_dich = giao_dich(&kho, None);
    lam_den(&kho, &giao_dich, giao_dich.cac_buoc().len() - 1);
    std::fs::remove_file(kho.duong_dan(".dang-lam/y-dinh.json")).unwrap();
    assert_eq!(khoi_phuc(&kho).unwrap(), None);
    assert_eq!(nguyen_ven(dir.path()), 2);
}

#[test]
fn a_step_that_fails_takes_back_what_was_done() {
    let dir = da_co_mot();
    let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
    let mut giao_dich = giao_dich(&kho, None);
    // A name that no disk takes stands for a full one.
    giao_dich.goi.as_mut().unwrap().tep.push(("x".repeat(300), vec![]));
    assert_eq!(giao_dich.chay(&kho).unwrap_err().code, "cannot-write");
    assert_eq!(nguyen_ven(dir.path()), 1);
}

/// Someone saved the register from an editor while a transaction stood half done: nothing is cut.
#[test]
fn an_edited_register_is_never_cut() {
    let dir = da_co_mot();
    let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
    let giao_dich = giao_dich(&kho, None);
    let before = giao_dich.cac_buoc().iter().position(|b| *b == Buoc::GhiSo).unwrap();
    lam_den(&kho, &giao_dich, before);
    let text = String::from_utf8(kho.doc_so().unwrap()).unwrap();
    let edited = format!("{text}một dòng ghi tay\n");
    std::fs::write(kho.tep_so(), &edited).unwrap();
    assert_eq!(khoi_phuc(&kho).unwrap_err().code, "register-broken");
    assert_eq!(kho.doc_so().unwrap(), edited.as_bytes());
    std::fs::write(kho.tep_so(), text.replace('\n', "\r\n")).unwrap();
    assert!(matches!(khoi_phuc(&kho).unwrap(), Some(KetCuc::TraLai(_))));
    assert_eq!(nguyen_ven(dir.path()), 1);
}

#[test]
fn an_issued_folder_is_never_overwritten() {
    let strange = |kho: &KhoKhoa| {
        std::fs::create_dir(kho.duong_dan("2023/02-KH-HDND")).unwrap();
        std::fs::write(kho.duong_dan("2023/02-KH-HDND/a"), "a").unwrap();
    };
    // One that is there is seen before the number is taken.
    let dir = da_co_mot();
    let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
    strange(&kho);
    assert_eq!(giao_dich(&kho, None).chay(&kho).unwrap_err().code, "folder-taken");
    assert_eq!(so(&kho).2.tat_ca().count(), 1);
    assert!(!kho.dang_lam());

    // One that comes between stays as it is.
    let dir = da_co_mot();
    let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
    let giao_dich = giao_dich(&kho, None);
    lam_den(
        &kho,
        &giao_dich,
        giao_dich.cac_buoc().iter().position(|b| *b == Buoc::DatCho).unwrap(),
    );
    strange(&kho);
    assert_eq!(giao_dich.lam(&kho, Buoc::DatCho).unwrap_err().code, "folder-taken");
    assert_eq!(kho.doc_tep("2023/02-KH-HDND", "a").unwrap(), b"a");
}

#[test]
fn what_was_done_to_the_folders_is_found() {
    let codes = |spoil: &dyn Fn(&Path)| -> Vec<Cow<'static, str>> {
        let dir = da_co_mot();
        spoil(&dir.path().join("phat-hanh/2023/01-KH-HDND"));
        let kho = Kho::new(dir.path());
        let cai = so(&kho).2;
        doi_chieu(&kho, &cai).into_iter().map(|d| d.code).collect()
    };
    use std::fs::{create_dir, remove_dir_all, remove_file, write};
    assert_eq!(codes(&|_| ()), Vec::<&str>::new());
    assert_eq!(codes(&|at| write(at.join("105.pdf"), "khác").unwrap()), ["issued-changed"]);
    assert_eq!(codes(&|at| write(at.join("bang-ke.json"), "{}").unwrap()), ["issued-changed"]);
    assert_eq!(codes(&|at| write(at.join("them.txt"), "x").unwrap()), ["issued-changed"]);
    assert_eq!(codes(&|at| write(at.join("lien-quan.txt"), "x").unwrap()), ["issued-changed"]);
    assert_eq!(
        codes(&|at| remove_file(at.join("nguon/co-quan.yaml")).unwrap()),
        ["issued-missing"]
    );
    assert_eq!(codes(&|at| remove_dir_all(at).unwrap()), ["issued-missing"]);
    assert_eq!(
        codes(&|at| create_dir(at.with_file_name("09-KH-HDND")).unwrap()),
        ["issued-unknown"]
    );
}

#[test]
fn a_second_process_waits_for_the_lock() {
    let dir = da_co_mot();
    let kho = Kho::new(dir.path());
    let held = kho.khoa(&|| false).unwrap().unwrap();
    let waiting = std::thread::spawn(move || {
        let kho = kho.khoa(&|| false).unwrap().unwrap();
        so(&kho).2.tat_ca().count()
    });
    giao_dich(&held, None).chay(&held).unwrap();
    drop(held);
    assert_eq!(waiting.join().unwrap(), 2);
}
