//! The readers of the register, its witness, manifests, records of issues and intents.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanthu::records::chuyen_phat::BangKeGoi;
use vanthu::records::phat_hanh::bang_ke::BangKe;
use vanthu::records::phat_hanh::chung::Chung;
use vanthu::records::phat_hanh::phieu::PhieuPhatHanh;
use vanthu::records::phat_hanh::y_dinh::YDinh;
use vanthu::records::so_dang_ky::So;

fuzz_target!(|data: &[u8]| {
    let _ = BangKe::doc(data);
    let _ = BangKeGoi::doc(data);
    let _ = PhieuPhatHanh::doc(data);
    // An intent that is taken leads below the folder of issued documents, and so does nothing else.
    if let Some(dich) = YDinh::doc(data).and_then(|y_dinh| y_dinh.dich) {
        assert!(dich.split('/').count() == 2 && !dich.contains("..") && !dich.starts_with('/'));
    }
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (so, _) = So::doc(text, "so-dang-ky.txt");
    if let Some(chung) = Chung::doc(text) {
        assert_eq!(Chung::doc(&chung.viet()), Some(chung));
    }
    assert!(so.phan_nguyen().len() <= so.dong.len());
    // Writing nothing changes nothing.
    let again = format!("{text}{}", so.them(&[]));
    assert_eq!(So::doc(&again, "so-dang-ky.txt").1.len(), So::doc(text, "so-dang-ky.txt").1.len());
});
