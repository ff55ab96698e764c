//! Every stop of the table in [`super`]: the transaction is left between two of its steps, or in the
//! middle of the register's line, and the next start must find each number issued whole or free.

use std::borrow::Cow;
use std::path::Path;

use super::doi_chieu::doi_chieu;
use super::giao_dich::{Buoc, GiaoDich};
use super::goi::{Goi, dich};
use super::kho::{Kho, KhoKhoa};
use super::khoi_phuc::{KetCuc, TinhTrang, khoi_phuc, tinh_trang};
use super::phieu::{DongGoc, PhieuMoi, TEP_PHIEU};
use super::so_tren_dia::{TinhChung, doc_so};
use super::y_dinh::YDinh;
use crate::model::{CachPhatHanh, Ngay};
use crate::records::so_dang_ky::kiem::kiem;
use crate::records::so_dang_ky::{Day, Dong, QuanHe, So, SoCai, SoHieu, Viec};

fn day() -> Day {
    Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None }
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
    let text = thay_the.map(|so| format!("thay thế {so:02}/KH-HĐND/2023")).unwrap_or_default();
    let dong = Dong {
        ngay: Ngay::parse("15/3/2023").ok(),
        quan_he: QuanHe::doc(&text).unwrap(),
        ..Dong::moi(Viec::PhatHanh, day(), Some(so_hieu.clone()))
    };
    let (stt, dau_truoc) = so.sau_khi(&[]);
    let record = PhieuMoi {
        so_hieu: &so_hieu,
        ngay: "15/3/2023".into(),
        day: day().to_string(),
        van_ban: "ke-hoach",
        tep: "ke-hoach.yaml",
        trich_yeu: "",
        cach: CachPhatHanh::default(),
        so_ban: None,
        quan_he: vec![],
        canh_bao: vec![],
        dong: DongGoc { stt, dau_truoc, dong: dong.clone() },
    };
    let files = files.into_iter().chain([(TEP_PHIEU.to_owned(), record.viet())]).collect();
    let goi = Goi::moi(&so_hieu, "15/3/2023", files);
    let dong = Dong { bang_ke: goi.dau.clone(), ..dong };
    let (them, dich) = (so.them(&[dong]), Some(dich(&day(), &so_hieu)));
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
    let doc = doc_so(&kho).unwrap();
    assert_eq!((doc.sai.as_slice(), doi_chieu(&kho, &doc)), (&[][..], vec![]));
    assert!(doc.chung == TinhChung::Khop || doc.so.dong.is_empty());
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
        doi_chieu(&kho, &doc_so(&kho).unwrap()).into_iter().map(|d| d.code).collect()
    };
    use std::fs::{create_dir, remove_dir_all, remove_file, write};
    assert_eq!(codes(&|_| ()), Vec::<&str>::new());
    assert_eq!(codes(&|at| write(at.join("105.pdf"), "khác").unwrap()), ["issued-changed"]);
    assert_eq!(codes(&|at| write(at.join("bang-ke.json"), "{}").unwrap()), ["issued-changed"]);
    assert_eq!(codes(&|at| write(at.join("them.txt"), "x").unwrap()), ["issued-extra"]);
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

/// A register that has lost its end, or itself, is told by its witness; one that is ahead of it is whole.
#[test]
fn lost_lines_are_known_by_the_witness() {
    let dir = da_co_mot();
    let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
    let (one, witness) = (kho.doc_so().unwrap(), kho.doc_chung().unwrap().unwrap());
    giu_so(&kho).chay(&kho).unwrap();
    let two = kho.doc_so().unwrap();
    let codes = || -> Vec<Cow<'static, str>> {
        doc_so(&kho).unwrap().sai.into_iter().map(|d| d.code).collect()
    };
    assert_eq!(codes(), Vec::<&str>::new());
    std::fs::write(kho.tep_so(), &one).unwrap();
    assert_eq!(codes(), ["register-lost"]);
    // Nobody writes a witness anew that knows more than the register.
    let before = kho.doc_chung().unwrap();
    super::chung::cap_nhat(&kho).unwrap();
    assert_eq!(kho.doc_chung().unwrap(), before);
    std::fs::remove_file(kho.tep_so()).unwrap();
    assert_eq!(codes(), ["register-lost"]);
    std::fs::write(kho.tep_so(), &two).unwrap();
    std::fs::write(kho.tep_chung(), &witness).unwrap();
    assert_eq!((codes(), doc_so(&kho).unwrap().chung), (vec![], TinhChung::Sau));
    super::chung::cap_nhat(&kho).unwrap();
    assert_eq!(doc_so(&kho).unwrap().chung, TinhChung::Khop);
    // Other lines in the place of those that were there, with marks that fit.
    let day = day();
    let forged = So::doc("", "so").0.them(&[Dong::moi(Viec::GiuSo, day, Some(so_hieu(1)))]);
    std::fs::write(kho.tep_so(), forged).unwrap();
    assert_eq!(codes(), ["register-lost"]);
    std::fs::write(kho.tep_so(), &two).unwrap();
    std::fs::write(kho.tep_chung(), b"?").unwrap();
    assert_eq!(codes(), ["witness-broken"]);
    std::fs::remove_file(kho.tep_chung()).unwrap();
    assert_eq!((codes(), doc_so(&kho).unwrap().chung), (vec![], TinhChung::Chua));
}

/// A folder that came from someone else may hold an intent that would write anywhere or cut the register.
#[test]
fn a_strange_intent_is_told_and_not_followed() {
    let dir = da_co_mot();
    let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
    giu_so(&kho).chay(&kho).unwrap();
    let before = kho.doc_so().unwrap();
    let whole = String::from_utf8(before.clone()).unwrap();
    let pending = kho.duong_dan(".dang-lam");
    let outside = dir.path().join("ngoai");
    let try_with = |y_dinh: &YDinh| {
        std::fs::create_dir_all(pending.join("van-ban")).unwrap();
        std::fs::write(pending.join("van-ban/a"), "a").unwrap();
        std::fs::write(pending.join("y-dinh.json"), y_dinh.viet()).unwrap();
        let ended = khoi_phuc(&kho);
        assert_eq!(kho.doc_so().unwrap(), before);
        assert!(!outside.exists());
        std::fs::remove_dir_all(&pending).unwrap();
        ended
    };
    let lines: Vec<&str> = whole.lines().collect();
    let last_two = format!("{}\n{}\n", lines[lines.len() - 2], lines[lines.len() - 1]);
    let own = format!("{}\n", lines[lines.len() - 2]);
    let y_dinh = |do_dai: usize, them: String, dich: Option<String>| YDinh {
        ten: "x".into(),
        do_dai: do_dai as u64,
        them,
        dich,
    };
    let start = whole.len() - last_two.len();
    let place = Some("2023/01-KH-HDND".to_owned());
    for strange in [
        y_dinh(start, own.clone(), Some(outside.display().to_string())),
        y_dinh(start, own.clone(), Some("../../ngoai".into())),
        // Cuts whole lines away: the register is a beginning of what it says was to be added.
        y_dinh(start, format!("{last_two}x"), place.clone()),
        y_dinh(0, whole.clone() + "1 | giữ số", None),
        // The document that waits is not the one of the line.
        y_dinh(start, own, place),
    ] {
        assert_eq!(try_with(&strange).unwrap_err().code, "strange-intent", "{strange:?}");
    }
    std::fs::create_dir_all(&pending).unwrap();
    std::fs::write(pending.join("y-dinh.json"), "").unwrap();
    assert_eq!(khoi_phuc(&kho).unwrap_err().code, "strange-intent");
}

/// A program that syncs folders takes the lock's file away and puts another there.
#[test]
#[cfg(unix)]
fn a_lock_that_was_taken_from_under_its_name_is_no_lock() {
    let dir = da_co_mot();
    let kho = Kho::new(dir.path());
    let held = kho.khoa(&|| false).unwrap().unwrap();
    std::fs::remove_file(dir.path().join(".so-dang-ky.khoa")).unwrap();
    assert!(!held.con_khoa());
    // The other takes a lock of its own, and the first can't commit any more.
    let other = kho.khoa(&|| false).unwrap().unwrap();
    assert!(other.con_khoa());
    assert_eq!(held.ghi_so(so(&kho).0, "x").unwrap_err().code, "cannot-write");
    // One that waited for the file that is gone gets the one that is there.
    std::fs::remove_file(dir.path().join(".so-dang-ky.khoa")).unwrap();
    drop((held, other));
    assert!(kho.khoa(&|| false).unwrap().unwrap().con_khoa());
}

/// After the commit a fault while tidying up is no reason to say that nothing was written.
#[test]
#[cfg(unix)]
fn a_fault_after_the_commit_is_a_note() {
    let dir = da_co_mot();
    let kho = Kho::new(dir.path()).khoa(&|| false).unwrap().unwrap();
    // A folder in the place of the note on the earlier document: it can't be written.
    std::fs::create_dir_all(kho.duong_dan("2023/01-KH-HDND/lien-quan.txt/x")).unwrap();
    let told = giao_dich(&kho, Some(1)).chay(&kho).unwrap().unwrap();
    assert!(told.contains("02/KH-HĐND đã vào sổ"), "{told}");
    assert_eq!(so(&kho).2.tat_ca().count(), 2);
    assert!(kho.co("2023/02-KH-HDND"));
    std::fs::remove_dir_all(kho.duong_dan("2023/01-KH-HDND/lien-quan.txt")).unwrap();
    khoi_phuc(&kho).unwrap();
    assert_eq!(nguyen_ven(dir.path()), 2);
}
