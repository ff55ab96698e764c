//! The readers of the register and of manifests.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanthu::reading::source::doc_bang_ke;
use vanthu::records::phat_hanh::bang_ke::BangKe;
use vanthu::records::so_dang_ky::So;

fuzz_target!(|data: &[u8]| {
    let _ = doc_bang_ke(data);
    let _ = BangKe::doc(data);
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (so, _) = So::doc(text, "so-dang-ky.txt");
    // Writing nothing changes nothing.
    let again = format!("{text}{}", so.them(&[]));
    assert_eq!(So::doc(&again, "so-dang-ky.txt").1.len(), So::doc(text, "so-dang-ky.txt").1.len());
});
